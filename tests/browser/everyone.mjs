// For everyone: WCAG 2.2 AA by axe in both languages and both themes, the keyboard alone, paper, a phone.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { assert, open, test } from "./harness.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

// The whole page, or some of its parts; pictures may be left out, whose colours the program's own tests measure.
async function violations(page, context = {}) {
  // What is far down has an estimated height until one comes near; axe would measure it over its neighbours.
  await page.evaluate(() => {
    const all = new CSSStyleSheet();
    all.replaceSync("* { content-visibility: visible !important; }");
    document.adoptedStyleSheets = [all];
  });
  // Evaluated through the debugger, which the page's policy does not govern.
  await page.evaluate(axe);
  const found = await page.evaluate(async ({ tags, context }) => {
    const asked = Object.keys(context).length > 0 ? context : document;
    return (await window.axe.run(asked, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })).violations;
  }, { tags: TAGS, context });
  return found.map((one) => `${one.id}: ${one.help}: ${one.nodes.length} × ${one.nodes.slice(0, 3).map((node) => `${node.target} ${node.any.map((a) => a.message).join("; ")}`).join(" | ")}`);
}

async function accessible(html, lang, theme, hash, context) {
  const { page, done } = await open(html, `#lang=${lang}&theme=${theme}&${hash}`);
  await page.locator("#explore").scrollIntoViewIfNeeded();
  await page.locator(".graph").waitFor();
  assert.deepEqual(await violations(page, context), []);
  await done();
}

export default async function everyone({ cases, hostile }) {
  for (const lang of ["en", "ar"]) {
    for (const theme of ["light", "dark"]) {
      await test(`a small case: axe, ${lang}, ${theme}`, () => accessible(hostile.html, lang, theme, `without=${hostile.source}`));
    }
  }
  for (const one of cases) {
    const claim = one.views.whole.claims.find((c) => c.denies.statements.length > 0).id;
    // Axe takes long over a large page: one of them, by its parts of every kind, stands for the others.
    if (one.name === "qalmir") {
      const parts = { include: [["#top"], ["#vantage"], ["#brief article.question"], [`#claim-${claim}`], ["#explore"]], exclude: [[".isnad svg"]] };
      await test(`${one.name}: axe, ar, light`, () => accessible(one.html, "ar", "light", `without=${one.views.without[0].source}`, parts));
    }
    await test(`${one.name}: everything by keyboard`, async () => {
      const { page, done } = await open(one.html);
      const active = () => page.evaluate(() => document.activeElement.id || document.activeElement.dataset.key || document.activeElement.className);
      const met = [];
      for (let i = 0; i < 22; i += 1) {
        await page.keyboard.press("Tab");
        met.push(await active());
      }
      for (const wanted of ["search", "asof", "without", "language", "theme"]) assert.ok(met.includes(wanted), `${wanted} in ${met}`);
      await page.locator("#theme").focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "dark");
      // No trap: the end of the page is reached.
      await page.evaluate(() => { const all = document.querySelectorAll("a[href], button, select, input, summary, [tabindex='0']"); all[all.length - 3].focus(); });
      for (let i = 0; i < 5; i += 1) await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement === document.body || document.activeElement.closest("body") !== null), true);
      await done();
    });
    for (const lang of ["en", "ar"]) {
      await test(`${one.name}: on paper, ${lang}`, async () => {
        const { page, done } = await open(one.html, `#lang=${lang}`);
        const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
        const pages = (pdf.match(/\/Type\s*\/Page\b/gu) || []).length;
        assert.ok(pages >= 3, `${pages} pages`);
        await page.emulateMedia({ media: "print" });
        assert.equal(await page.locator("#tools").isVisible(), false);
        assert.equal(await page.locator("script[data-pack]").count(), 0, "nothing waits");
        await done();
        return `${pages} pages`;
      });
      await test(`${one.name}: on a phone, ${lang}`, async () => {
        const { page, done } = await open(one.html, `#lang=${lang}`, { viewport: { width: 360, height: 740 } });
        const wide = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(wide <= 360, `${wide} px wide`);
        // What is clipped widens no page: each table must lie within the screen, or within something that scrolls.
        const cut = await page.evaluate(() => [...document.querySelectorAll("main table")]
          .filter((table) => table.checkVisibility() && table.getClientRects().length > 0)
          .filter((table) => !(() => { const all = []; for (let e = table.parentElement; e; e = e.parentElement) all.push(e); return all; })().some((e) => ["auto", "scroll"].includes(getComputedStyle(e).overflowX)))
          .filter((table) => { const at = table.getBoundingClientRect(); return at.left < 0 || at.right > innerWidth; })
          .map((table) => table.closest("[id]")?.id));
        assert.deepEqual(cut, [], "tables cut off");
        // Each picture shows one of its sizes, brought or not.
        const seen = await page.evaluate(async () => {
          const without = [];
          for (const figure of [...document.querySelectorAll("figure.isnad, .isnad")].slice(0, 6)) {
            figure.scrollIntoView();
            await new Promise((r) => setTimeout(r, 300));
            if (![...figure.children].some((e) => e.querySelector("svg")?.checkVisibility())) without.push(figure.closest("[id]")?.id);
          }
          return without;
        });
        assert.deepEqual(seen, [], "pictures without a size that shows");
        await done();
      });
    }
  }
}
