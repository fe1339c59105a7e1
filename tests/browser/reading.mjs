// Tables, filters, search, citations, links: what a reader does with the page.

import { assert, open, test } from "./harness.mjs";

const visibleIds = (page, table) => page.evaluate((name) => Array.from(document.querySelectorAll(`table[data-table=${name}] tbody tr`)).filter((row) => !row.hidden).map((row) => row.dataset.id), table);

export default async function reading({ cases }) {
  for (const one of cases) {
    const statements = one.views.statements.statements;
    await test(`${one.name}: tables can be put in order`, async () => {
      const { page, done } = await open(one.html);
      const column = page.locator("table[data-table=questions] th[data-sort=number]").first();
      await column.locator("button").click();
      assert.equal(await column.getAttribute("aria-sort"), "ascending");
      await column.locator("button").press("Enter");
      assert.equal(await column.getAttribute("aria-sort"), "descending");
      const read = await page.evaluate(() => {
        const head = document.querySelector("table[data-table=questions] th[aria-sort=descending]");
        const at = Array.from(head.parentNode.children).indexOf(head);
        return Array.from(document.querySelectorAll("table[data-table=questions] tbody tr")).map((row) => parseInt(row.children[at].textContent, 10));
      });
      assert.deepEqual(read, read.slice().sort((a, b) => b - a));
      const date = page.locator("table[data-table=statements] th[data-sort=date] button").first();
      await date.click();
      const dates = await page.evaluate(() => Array.from(document.querySelectorAll("table[data-table=statements] tbody tr")).map((row) => row.querySelector("td[data-value]")?.dataset.value || ""));
      const written = dates.filter((day) => day !== "");
      assert.deepEqual(written, written.slice().sort());
      assert.deepEqual(dates.slice(written.length), dates.slice(written.length).map(() => ""), "undated last");
      await page.reload();
      await page.waitForFunction(() => document.documentElement.dataset.ready === "1");
      assert.equal(await column.getAttribute("aria-sort"), "descending", "kept in the address");
      await done();
    });
    await test(`${one.name}: filters work together and say how much is left`, async () => {
      const { page, done } = await open(one.html);
      const claim = one.views.whole.claims.find((c) => c.denies.statements.length > 0);
      await page.locator("#filter-statements-claim").selectOption(claim.id);
      const bears = (s, stance) => s.bears.some((b) => b.claim === claim.id && (!stance || b.stance === stance));
      assert.deepEqual((await visibleIds(page, "statements")).sort(), statements.filter((s) => bears(s)).map((s) => s.id).sort());
      await page.locator("#filter-statements-stance").selectOption("denies");
      const denying = statements.filter((s) => bears(s, "denies")).map((s) => s.id).sort();
      assert.deepEqual((await visibleIds(page, "statements")).sort(), denying);
      assert.match(await page.locator("#filter-statements-count").textContent(), new RegExp(`^${denying.length} of ${statements.length}`));
      const document = statements.find((s) => s.id === denying[0]).document;
      await page.locator("#filter-statements-document").selectOption(document);
      assert.deepEqual((await visibleIds(page, "statements")).sort(), denying.filter((id) => statements.find((s) => s.id === id).document === document));
      await page.locator("table[data-table=statements]").evaluate((table) => table.scrollIntoView());
      await page.getByRole("button", { name: "Clear all" }).last().click();
      assert.equal((await visibleIds(page, "statements")).length, statements.length);
      for (const { source, ids } of one.views.by_source) {
        await page.locator("#filter-statements-source").selectOption(source);
        assert.deepEqual((await visibleIds(page, "statements")).sort(), ids.slice().sort(), `through ${source}, as view statements --source`);
      }
      await page.locator("#filter-statements-source").selectOption("");
      const days = await page.locator("#filter-statements-to option").evaluateAll((all) => all.map((option) => option.value).filter(Boolean));
      await page.locator("#filter-statements-to").selectOption(days[0]);
      const shown = await visibleIds(page, "statements");
      assert.ok(shown.length > 0 && shown.length < statements.length);
      assert.match(await page.locator("#filter-statements-count").textContent(), /no sure date/);
      const hash = await page.evaluate(() => location.hash);
      await page.goto(page.url().replace(/#.*/u, "") + hash);
      await page.reload();
      await page.waitForFunction(() => document.documentElement.dataset.ready === "1");
      assert.deepEqual(await visibleIds(page, "statements"), shown, "the address brings the filter back");
      await done();
    });
    await test(`${one.name}: search folds Arabic and leads there by keyboard`, async () => {
      const { page, done } = await open(one.html);
      for (const { typed, kind, id } of one.searches) {
        await page.locator("#search").fill(typed);
        const link = page.locator(`#search-results a[href="#${kind === "entity" ? `explore/entity-${id}` : `${kind}-${id}`}"]`);
        await link.first().waitFor();
      }
      const { typed } = one.searches[0];
      await page.locator("#search").fill(typed);
      await page.locator("#search-results a").first().waitFor();
      await page.locator("#search").press("ArrowDown");
      const href = await page.evaluate(() => document.activeElement.getAttribute("href"));
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => decodeURIComponent(location.hash.split("&")[0])), href);
      assert.equal(await page.locator("#search-results").isVisible(), false);
      await page.locator("#search").fill("xqzxqz");
      await page.getByText("Nothing in this report has these words.").waitFor();
      await page.keyboard.press("Escape");
      assert.equal(await page.locator("#search-results").isVisible(), false);
      await page.locator("#filter-sources-q").fill(one.searches.find((s) => s.kind === "source").typed);
      await page.waitForFunction(() => document.querySelectorAll("table[data-table=sources] tbody tr[hidden]").length > 0);
      assert.ok((await visibleIds(page, "sources")).includes(one.searches.find((s) => s.kind === "source").id));
      await done();
    });
    await test(`${one.name}: a statement can be cited`, async () => {
      const { page, done } = await open(one.html, "", { permissions: ["clipboard-read", "clipboard-write"] });
      const statement = statements.find((s) => s.content.length > 0 && s.sha256);
      const article = page.locator(`#statement-${statement.id}`);
      await page.evaluate((id) => { location.hash = id; }, `#statement-${statement.id}`);
      const say = page.getByText("Citation copied.");
      await article.locator("button.cite").focus();
      await page.keyboard.press("Enter");
      await say.first().waitFor();
      const text = await page.evaluate(() => navigator.clipboard.readText());
      for (const part of [statement.id, statement.document, statement.sha256, `${statement.content[0].start}–${statement.content[0].end}`]) assert.ok(text.includes(part), `${part} in ${text}`);
      await page.evaluate(() => { Object.defineProperty(navigator, "clipboard", { value: { writeText: () => Promise.reject(new Error("no")) } }); });
      await article.locator("button.cite").click();
      const marked = await page.evaluate(() => { const at = document.activeElement; return at.value.slice(at.selectionStart, at.selectionEnd); });
      assert.equal(marked, text);
      await done();
    });
    await test(`${one.name}: links to any place, and back`, async () => {
      const statement = statements[statements.length - 1];
      const { page, done } = await open(one.html, `#statement-${statement.id}&lang=ar&theme=dark`);
      const at = () => page.evaluate(() => document.activeElement.id);
      assert.equal(await at(), `statement-${statement.id}`);
      assert.deepEqual(await page.evaluate(() => [document.documentElement.dir, document.documentElement.lang, document.documentElement.dataset.theme]), ["rtl", "ar", "dark"]);
      assert.ok(await page.locator(`#statement-${statement.id}`).evaluate((e) => { const box = e.getBoundingClientRect(); return box.top < innerHeight && box.bottom > 0; }));
      const source = await page.locator(`#statement-${statement.id} a[href^='#source-']`).first().getAttribute("href");
      await page.locator(`#statement-${statement.id} a[href^='#source-']`).first().click();
      assert.equal(`#${await at()}`, source);
      assert.match(await page.evaluate(() => location.hash), /lang=ar/);
      await page.goBack();
      assert.match(await page.evaluate(() => location.hash), new RegExp(`^#statement-${statement.id.replace(/\./gu, "\\.")}&`));
      await page.locator("#language").click();
      assert.equal(await page.evaluate(() => document.documentElement.dir), "ltr");
      await page.goBack();
      assert.equal(await page.evaluate(() => document.documentElement.dir), "rtl");
      await done();
    });
  }
}
