// What a page looks like on a telephone and on a desk: measured, since no byte of the file tells.

import { assert, open, test } from "./harness.mjs";

const PHONE = { viewport: { width: 390, height: 844 } };

// Puts the first parts in their place, as one who reads that far has them, and the tables.
const readOn = (page) => page.evaluate(async () => {
  const questions = Array.from(document.querySelectorAll("section.claim")).slice(0, 4);
  for (const part of [...questions, ...["questions", "sources", "documents", "statements"].map((id) => document.getElementById(id))]) {
    part.scrollIntoView();
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  }
});

export default async function layout({ cases }) {
  for (const one of cases) {
    for (const lang of ["en", "ar"]) {
      await test(`${one.name}: on a telephone no word of a table of figures is broken, and the cells of a row begin on one line (${lang})`, async () => {
        const { page, done } = await open(one.html, `#lang=${lang}`, PHONE);
        await readOn(page);
        const { words, broken } = await page.evaluate(() => {
          const [broken, range] = [[], document.createRange()];
          let words = 0;
          for (const cell of document.querySelectorAll(".tally tbody :is(th, td.value)")) {
            const texts = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
            for (let text = texts.nextNode(); text; text = texts.nextNode()) {
              for (const { index, 0: word } of text.data.matchAll(/\p{L}[\p{L}\p{M}]*/gu)) {
                range.setStart(text, index);
                range.setEnd(text, index + word.length);
                const lines = new Set(Array.from(range.getClientRects(), (box) => Math.round(box.top)));
                words += lines.size > 0 ? 1 : 0;
                if (lines.size > 1) broken.push(word);
              }
            }
          }
          return { words, broken };
        });
        assert.ok(words > 0, "words");
        assert.deepEqual(broken, []);
        const apart = await page.evaluate(() => {
          const first = (cell) => {
            const range = document.createRange();
            range.selectNodeContents(cell);
            return Math.min(...Array.from(range.getClientRects()).filter((box) => box.width > 0 && box.height > 0).map((box) => box.bottom));
          };
          const rows = Array.from(document.querySelectorAll("#questions tbody tr, .tally tbody tr"));
          return rows.filter((row) => row.offsetHeight > 0).filter((row) => {
            const tops = Array.from(row.children).map(first).filter(Number.isFinite);
            return Math.max(...tops) - Math.min(...tops) > 12;
          }).map((row) => row.textContent.slice(0, 80));
        });
        assert.deepEqual(apart, []);
        await done();
      });
    }
    await test(`${one.name}: what is cut at the edge of a telephone shows that it goes on`, async () => {
      const { page, done } = await open(one.html, "", PHONE);
      await readOn(page);
      const silent = await page.evaluate(() => Array.from(document.querySelectorAll("body *"))
        .filter((element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth + 1 && element.offsetHeight > 1)
        .filter((element) => !(getComputedStyle(element).backgroundAttachment.includes("local")))
        .map((element) => element.tagName + "." + element.className));
      assert.deepEqual(silent, []);
      await done();
    });
    for (const lang of ["en", "ar"]) {
      await test(`${one.name}: pictures fit a desk, and their words are large enough to read (${lang})`, async () => {
        for (const [viewport, least] of [[{ width: 1280, height: 900 }, 7.5], [PHONE.viewport, 7.5]]) {
          const { page, done } = await open(one.html, `#lang=${lang}`, { viewport });
          await readOn(page);
          const frames = await page.evaluate(() => Array.from(document.querySelectorAll("section.claim .isnad.all > div"))
            .filter((frame) => frame.offsetHeight > 0)
            .map((frame) => ({
              class: frame.className, lang: frame.dataset.l, over: frame.scrollWidth - frame.clientWidth,
              words: 12 * Math.min(...Array.from(frame.querySelectorAll("svg"), (svg) => svg.getBoundingClientRect().width / svg.viewBox.baseVal.width)),
            })));
          assert.ok(frames.length > 0, "pictures");
          for (const frame of frames) {
            assert.equal(frame.lang, lang, "one language is shown");
            if (viewport.width > 1000) assert.ok(frame.over <= 1, `${frame.class} goes on beyond the edge`);
            assert.ok(frame.words >= least, `${frame.class}: words of ${frame.words} px`);
          }
          await done();
        }
      });
    }
  }
}
