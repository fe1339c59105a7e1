// Screenshots to look at, in both languages and themes, on a phone and as pages.

import { mkdirSync } from "node:fs";
import { open, test } from "./harness.mjs";

export default async function pictures({ cases }, folder) {
  mkdirSync(folder, { recursive: true });
  for (const one of cases) {
    const claim = one.views.whole.claims.find((c) => c.denies.statements.length > 0);
    const states = {
      top: "", day: `asof=${one.views.days[0].day}`, aside: `claim-${claim.id}&without=${one.views.without[0].source}`,
      evidence: `statements&of=${claim.id}:denies.statements`, graph: `explore/claim-${claim.id}`, graph2: `explore/claim-${claim.id}&hop=2`,
    };
    for (const [lang, theme] of [["en", "light"], ["ar", "dark"], ["ar", "light"]]) {
      for (const [name, hash] of Object.entries(states)) {
        await test(`${one.name} ${name} ${lang} ${theme}`, async () => {
          const { page, done } = await open(one.html, `#${hash}&lang=${lang}&theme=${theme}`);
          await page.waitForTimeout(150);
          await page.screenshot({ path: `${folder}/${one.name}-${name}-${lang}-${theme}.png` });
          await done();
        });
      }
    }
    for (const lang of ["en", "ar"]) {
      await test(`${one.name} phone and paper ${lang}`, async () => {
        const { page, done } = await open(one.html, `#lang=${lang}`, { viewport: { width: 390, height: 844 } });
        await page.screenshot({ path: `${folder}/${one.name}-phone-${lang}.png` });
        await page.pdf({ path: `${folder}/${one.name}-${lang}.pdf`, format: "A4", printBackground: true, preferCSSPageSize: true });
        await done();
      });
    }
  }
}
