// The neighbourhood graph: by mouse, by keyboard, from both sides.

import { assert, open, test } from "./harness.mjs";

const center = (page) => page.locator(".graph .center").getAttribute("data-node");
const places = (page) => page.evaluate(() => Object.fromEntries(Array.from(document.querySelectorAll(".graph .box")).map((box) => {
  const [x, y] = /translate\(([-\d.]+) ([-\d.]+)\)/u.exec(box.getAttribute("transform")).slice(1).map(Number);
  const rect = box.querySelector("rect");
  return [box.dataset.node, { x, y, w: Number(rect.getAttribute("width")), h: Number(rect.getAttribute("height")) }];
})));

export default async function exploring({ cases }) {
  for (const one of cases) {
    const claim = one.views.whole.claims.find((c) => c.denies.statements.length > 0);
    await test(`${one.name}: the neighbours of a question`, async () => {
      const { page, done } = await open(one.html, `#explore/claim-${claim.id}`);
      assert.equal(await center(page), `claim-${claim.id}`);
      const bearing = one.views.statements.statements.filter((s) => s.bears.some((b) => b.claim === claim.id));
      for (const s of bearing) assert.equal(await page.locator(`.graph [data-node='statement-${s.id}']`).count(), 1, s.id);
      assert.equal(await page.locator(".graph .line.bears").count(), await page.evaluate(() => new Set(Array.from(document.querySelectorAll(".graph .line.bears")).map((p) => p.getAttribute("d"))).size), "each line once");
      const at = Object.values(await places(page));
      for (const a of at) for (const b of at) assert.ok(a === b || a.x + a.w <= b.x || b.x + b.w <= a.x || a.y + a.h <= b.y || b.y + b.h <= a.y, "no box on another");
      await page.locator("[data-key='explore-fit']").click();
      await page.locator(`.graph [data-node='statement-${bearing[0].id}']`).click();
      assert.equal(await center(page), `statement-${bearing[0].id}`);
      assert.match(await page.evaluate(() => location.hash), /^#explore\/statement-/);
      await page.goBack();
      assert.equal(await center(page), `claim-${claim.id}`);
      await page.locator("#explore-hop").selectOption("2");
      assert.ok(await page.locator(".graph .box").count() > at.length);
      await page.locator(".about-node a").click();
      assert.equal(await page.evaluate(() => document.activeElement.id), `claim-${claim.id}`);
      await done();
    });
    await test(`${one.name}: the graph has the signs of the pictures, and its words stand free`, async () => {
      const back = one.views.statements.statements.find((s) => s.taken_back && s.bears.length > 0);
      const { page, done } = await open(one.html, `#explore/claim-${back ? back.bears[0].claim : claim.id}`);
      const boxes = await page.evaluate(() => Object.fromEntries(Array.from(document.querySelectorAll(".graph .box.statement"), (box) => [box.dataset.node.slice("statement-".length), box.textContent])));
      for (const s of one.views.statements.statements.filter((s) => s.id in boxes)) {
        assert.equal(/taken back, not counted/u.test(boxes[s.id]), Boolean(s.taken_back), `${s.id} taken back`);
        assert.equal(/not reviewed/u.test(boxes[s.id]), s.draft, `${s.id} reviewed`);
      }
      const drawn = await page.evaluate(() => Object.fromEntries(["affirms", "reports", "doubts", "cannot-confirm", "denies", "back"].map((name) => {
        const sample = document.createElementNS("http://www.w3.org/2000/svg", "path");
        sample.setAttribute("class", `line ${name}`);
        document.querySelector(".graph .lines").append(sample);
        const dashes = getComputedStyle(sample).strokeDasharray;
        sample.remove();
        return [name, dashes === "none" ? "solid" : parseFloat(dashes) > 3 ? "dashed" : "dotted"];
      })));
      assert.deepEqual(drawn, { affirms: "solid", reports: "dashed", doubts: "dashed", "cannot-confirm": "dotted", denies: "solid", back: "dotted" });
      const hidden = await page.evaluate(() => {
        const boxes = Array.from(document.querySelectorAll(".graph .box rect"), (box) => box.getBoundingClientRect());
        return Array.from(document.querySelectorAll(".graph .line-label")).filter((label) => {
          const { left, right, top, bottom } = label.getBoundingClientRect();
          return boxes.some((box) => left < box.right - 1 && right > box.left + 1 && top < box.bottom - 1 && bottom > box.top + 1);
        }).map((label) => label.textContent);
      });
      assert.deepEqual(hidden, [], "words under boxes");
      await done();
      return back ? "with one taken back" : "";
    });
    await test(`${one.name}: the graph by keyboard`, async () => {
      const { page, done } = await open(one.html, `#explore/claim-${claim.id}`);
      await page.locator(".graph .center").focus();
      await page.keyboard.press("ArrowLeft");
      const there = await page.evaluate(() => document.activeElement.dataset.node);
      assert.ok(there && there !== `claim-${claim.id}`, "an arrow goes to another box");
      const view = await page.locator(".graph").getAttribute("viewBox");
      await page.keyboard.press("+");
      assert.notEqual(await page.locator(".graph").getAttribute("viewBox"), view);
      await page.keyboard.press("0");
      await page.keyboard.press("Enter");
      assert.equal(await center(page), there);
      assert.equal(await page.evaluate(() => document.activeElement.dataset.node), there, "the focus goes along");
      await done();
    });
    await test(`${one.name}: chains run in their direction, and the graph is mirrored in Arabic`, async () => {
      const { page, done } = await open(one.html, `#explore/claim-${claim.id}&hop=2`);
      const ltr = await places(page);
      await page.locator("#language").click();
      const rtl = await places(page);
      assert.deepEqual(Object.keys(ltr).sort(), Object.keys(rtl).sort());
      const column = (all, start) => Object.entries(all).filter(([id]) => id.startsWith(start)).map(([, box]) => box.x);
      assert.ok(Math.max(...column(ltr, "source-")) < Math.min(...column(ltr, "claim-")), "sources stand before questions");
      assert.ok(Math.min(...column(rtl, "source-")) > Math.max(...column(rtl, "claim-")), "and so from the right");
      const ways = await page.evaluate(() => Array.from(document.querySelectorAll(".graph .name")).map((text) => [text.textContent, text.getAttribute("direction")]));
      assert.ok(ways.some(([text, way]) => /\p{Script=Arabic}/u.test(text) && way === "rtl"));
      await done();
    });
    await test(`${one.name}: the whole graph, with a warning where it is large`, async () => {
      const { page, done } = await open(one.html, "#explore");
      await page.getByRole("button", { name: "Whole graph" }).click();
      const warned = await page.getByText("Press again to draw it").count();
      if (warned > 0) await page.getByRole("button", { name: "Whole graph" }).click();
      assert.ok(await page.locator(".graph .box").count() >= one.views.statements.statements.length);
      await done();
      return warned > 0 ? "warned" : "small";
    });
  }
}
