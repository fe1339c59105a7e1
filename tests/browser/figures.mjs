// Figures on the page are those of the program: of the whole case, as of a day, without a source.

import { assert, compare, open, test } from "./harness.mjs";

// Steps to a day with the keyboard: the slider's end is the whole case.
async function toDay(page, day, days) {
  const slider = page.locator("#asof");
  await slider.focus();
  await page.keyboard.press("End");
  for (let i = days.length; i > days.indexOf(day); i -= 1) await page.keyboard.press("ArrowLeft");
  assert.equal(await page.evaluate(() => location.hash.includes("asof=")), true);
}

export default async function figures({ cases }) {
  for (const one of cases) {
    await test(`${one.name}: figures of the whole case`, async () => {
      const { page, done } = await open(one.html);
      const { compared, changed } = await compare(page, one.views.whole, one.views.whole);
      assert.equal(changed, 0);
      assert.equal(await page.locator("#vantage").isVisible(), false);
      await done();
      return `${compared} figures`;
    });
    await test(`${one.name}: figures as of a day, by the slider`, async () => {
      const { page, done } = await open(one.html);
      const days = await page.evaluate(() => JSON.parse(document.getElementById("isnad-data").textContent).days.map((day) => day.day));
      let marked = 0;
      for (const { day, view } of one.views.days) {
        await toDay(page, day, days);
        marked += (await compare(page, view, one.views.whole)).changed;
        const told = await page.evaluate((at) => JSON.parse(document.getElementById("isnad-data").textContent).days.find((one) => one.day === at).w[0], day);
        assert.ok((await page.locator("#vantage").innerText()).includes(`As of ${told}`), told);
        for (const document of view.left_out.documents) {
          const row = page.locator(`table[data-table=statements] tr[data-unheard] a[href="#document-${document}"]`);
          assert.ok(await row.count() > 0 || !one.views.statements.statements.some((s) => s.document === document), `${document} is marked`);
        }
      }
      assert.ok(marked > 0, "something changes");
      await page.locator("#vantage-reset").click();
      await compare(page, one.views.whole, one.views.whole);
      assert.equal(await page.locator("#vantage").isVisible(), false);
      await page.goBack();
      assert.equal(await page.locator("#vantage").isVisible(), true, "back to the day");
      await done();
      return `${one.views.days.length} days`;
    });
    await test(`${one.name}: figures without a source, by the switch`, async () => {
      const { page, done } = await open(one.html);
      let marked = 0;
      for (const { source, view } of one.views.without) {
        await page.locator("#without").selectOption(source);
        marked += (await compare(page, view, one.views.whole)).changed;
      }
      assert.ok(marked > 0, "something changes");
      const was = page.locator("[data-figure].changed .was").first();
      assert.match(await was.textContent(), /, was /);
      await done();
      return `${one.views.without.length} sources`;
    });
    await test(`${one.name}: a day and a source are not combined, and each has a link`, async () => {
      const { source, view } = one.views.without[0];
      const { day, view: dated } = one.views.days[0];
      const { page, done } = await open(one.html, `#without=${source}`);
      await compare(page, view, one.views.whole);
      await page.locator("#asof").focus();
      await page.keyboard.press("Home");
      assert.equal(await page.locator("#without").inputValue(), "");
      await page.evaluate((hash) => { location.hash = hash; }, `#asof=${day}`);
      await page.waitForTimeout(50);
      await compare(page, dated, one.views.whole);
      await done();
    });
    await test(`${one.name}: where figures change, sentences of the whole case are put away, and the wording is as seen from there`, async () => {
      const { source } = one.views.without[0];
      const { page, done } = await open(one.html, `#without=${source}`);
      const told = await page.evaluate(() => Array.from(document.querySelectorAll("article.question")).map((one) => ({
        changed: one.hasAttribute("data-changed"),
        marked: one.querySelector(".from-here .changed") !== null,
        sentence: one.querySelector(".told-whole").checkVisibility(),
        wording: one.querySelector(".wording").checkVisibility(),
        restated: "restated" in one.querySelector(".wording").dataset,
        words: one.querySelector(".wording blockquote[lang=en] p").textContent,
        figures: one.querySelector(".from-here").checkVisibility(),
      })));
      assert(told.some((one) => one.changed), "some question changes");
      for (const one of told) {
        assert.equal(one.sentence, !one.changed);
        assert(one.wording, "each has a wording");
        assert.equal(one.restated, one.changed);
        assert.equal(one.words.startsWith("With "), one.changed, one.words);
        assert.equal(one.figures, one.changed);
        assert(one.changed || !one.marked);
      }
      await page.evaluate(() => { location.hash = "#without="; });
      await page.waitForTimeout(50);
      assert.equal(await page.locator("article.question[data-changed]").count(), 0);
      await done();
    });
    await test(`${one.name}: from a figure to its statements and back`, async () => {
      const { page, done } = await open(one.html);
      const claims = one.views.whole.claims.filter((claim) => claim.denies.statements.length > 0);
      for (const claim of claims.slice(0, 3)) {
        await page.evaluate((id) => { location.hash = id; }, `#claim-${claim.id}`);
        const figure = page.locator(`#claim-${claim.id} [data-figure='denies.statements'] a`).first();
        await figure.click();
        const ids = await page.evaluate(() => Array.from(document.querySelectorAll("table[data-table=statements] tbody tr")).filter((row) => row.checkVisibility()).map((row) => row.dataset.id));
        assert.deepEqual(ids.sort(), [...claim.denies.statements, ...claim.denies.entailed].sort());
        assert.match(await page.evaluate(() => document.activeElement.textContent), /Evidence/);
        await page.goBack();
        assert.equal(await page.evaluate(() => document.activeElement.dataset.key), `${claim.id}:denies.statements`);
        const rows = await page.locator("table[data-table=statements] tbody tr:visible").count();
        assert.equal(rows, one.views.statements.statements.length);
        await figure.press("Enter");
        await page.getByRole("button", { name: "Back to the figure" }).press("Enter");
        assert.equal(await page.evaluate(() => document.activeElement.dataset.key), `${claim.id}:denies.statements`);
      }
      await done();
      return `${Math.min(3, claims.length)} questions`;
    });
  }
}
