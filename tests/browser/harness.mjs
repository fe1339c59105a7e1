// What every browser test needs: a page that refuses and counts every request, says what went wrong in it, and
// tests that run one after another and are told by name.

import { chromium } from "playwright-core";
import assert from "node:assert/strict";
import { pathToFileURL } from "node:url";

const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync"];

let browser = null;
const results = { passed: 0, failed: 0 };

export async function launch(executablePath) {
  browser = await chromium.launch({ executablePath, headless: true, args: FLAGS });
  return browser;
}

export async function close() {
  await browser.close();
}

// A page showing a file, with what it asked for and complained about.
export async function open(file, hash = "", { ticks = false, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15000);
  if (ticks) {
    page.ticks = await context.newCDPSession(page);
    await page.ticks.send("Performance.enable", { timeDomain: "threadTicks" });
  }
  const seen = { requests: [], complaints: [], dialogs: 0 };
  page.on("request", (request) => seen.requests.push(request.url()));
  page.on("console", (message) => { if (["error", "warning"].includes(message.type())) seen.complaints.push(message.text()); });
  page.on("pageerror", (error) => seen.complaints.push(String(error)));
  page.on("dialog", async (dialog) => { seen.dialogs += 1; await dialog.dismiss(); });
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => window.violations.push(event.violatedDirective + " " + event.blockedURI));
  });
  await page.goto(pathToFileURL(file).href + hash);
  await page.waitForFunction(() => document.documentElement.dataset.ready === "1");
  return { page, seen, done: async () => { await check(page, seen); await context.close(); } };
}

// Nothing but the file itself was asked for, and nothing went wrong.
async function check(page, seen) {
  const others = seen.requests.filter((url) => !url.startsWith("file:") || seen.requests.indexOf(url) > 0);
  assert.deepEqual(others, [], "requests beyond the file itself");
  assert.deepEqual(seen.complaints, [], "errors in the page");
  assert.deepEqual(await page.evaluate(() => window.violations), [], "violations of the policy");
  assert.equal(seen.dialogs, 0, "dialogs");
}

export async function test(name, run) {
  const start = performance.now();
  try {
    const said = await run();
    results.passed += 1;
    console.log(`ok     ${name}${said ? `: ${said}` : ""} (${Math.round(performance.now() - start)} ms)`);
  } catch (error) {
    results.failed += 1;
    console.log(`FAILED ${name}\n${error.stack}`);
  }
}

export function finish() {
  console.log(`${results.passed} passed, ${results.failed} failed`);
  return results.failed === 0;
}

// What a standing is called, by the rules of docs/method.md, section 8.
function label(claim) {
  const known = (origins) => origins.named.length + origins.undisclosed.length + origins.own_voice.length > 0;
  const says = known(claim.affirms.origins);
  if (claim.standing === "reported" && says) return "reported.unclear";
  const said = claim.affirms.statements.length + claim.affirms.entailed.length;
  if (claim.standing === "reported" && said === 0 && claim.reports.length > 0 && claim.within_denials.length === claim.reports.length) return "reported.within-denials";
  if (claim.standing === "reported" && known(claim.origins_of.reports)) return "reported.passed-on";
  // Nobody denies it in words.
  const elsewhere = claim.denies.statements.length === 0 ? ".elsewhere" : "";
  if (claim.standing === "denied-unasserted") return claim.standing + elsewhere + (says ? ".unclear" : said === 0 ? ".unsaid" : "");
  if (claim.standing === "contested") return claim.standing + elsewhere;
  return claim.standing;
}

// Whether where a claim stands rests, on one side that it names, on nothing but words that may be read otherwise.
function standsIfReadSo(claim) {
  const rests = (tally) => {
    const clear = [...tally.statements, ...tally.entailed].filter((id) => !tally.unclear.includes(id));
    return clear.length > 0 && clear.every((id) => claim.wording.read_so.includes(id));
  };
  if (["several-origins", "single-origin"].includes(claim.standing)) return rests(claim.affirms);
  if (claim.standing === "denied-unasserted") return rests(claim.denies);
  return claim.standing === "contested" && (rests(claim.affirms) || rests(claim.denies));
}

// What a figure of the page must read, from the program's own JSON.
export function wanted(claim, name) {
  const [first, second] = name.split(".");
  if (first === "standing") return label(claim);
  if (first === "passed_on") return String(claim.reports.filter((id) => !claim.within_denials.includes(id) && !claim.origins_of.reports.headings.includes(id)).length);
  if (["doubts", "within_denials", "cannot_confirm"].includes(first)) return String(claim[first].length);
  const tally = claim[first];
  switch (second) {
    case "statements": return String(tally.statements.length + tally.entailed.length);
    case "own": return String(tally.statements.length);
    case "at_least": return String(tally.origins.at_least);
    case "at_most": return String(tally.origins.at_most);
    case "unknown": return String(tally.origins.unknown);
    case "support": return tally.support;
    case "disjoint_chains": case "disjoint_chains_at_most": return String(tally[second]);
    default: return String(tally[second].length);
  }
}

// Every figure of the page as it reads in English, without what it was before.
export function read(page) {
  return page.evaluate(() => {
    return Array.from(document.querySelectorAll("[data-figure]"), (element) => {
      const copy = element.cloneNode(true);
      for (const other of copy.querySelectorAll("[data-l='ar'], .was")) other.remove();
      return { claim: element.dataset.claim, name: element.dataset.figure, text: copy.textContent.trim(), changed: element.classList.contains("changed") };
    });
  });
}

// Compares all figures with `isnad view claims --format json`; standings and supports by the page's own words.
export async function compare(page, view, base) {
  const words = await page.evaluate(() => JSON.parse(document.getElementById("isnad-data").textContent).words);
  const claims = new Map(view.claims.map((claim) => [claim.id, claim]));
  const before = new Map(base.claims.map((claim) => [claim.id, claim]));
  const figures = await read(page);
  assert.ok(figures.length > 0, "figures");
  let changed = 0;
  for (const one of figures) {
    const value = wanted(claims.get(one.claim), one.name);
    const standings = view.without?.length ? words.standing_left : words.standing;
    const word = one.name === "standing" ? standings[value][0] : one.name.endsWith(".support") ? words.support[value][0] : value;
    assert.equal(one.text, word, `${one.claim} ${one.name}`);
    const differs = value !== wanted(before.get(one.claim), one.name);
    assert.equal(one.changed, differs, `${one.claim} ${one.name} is marked as changed only where it is`);
    changed += differs ? 1 : 0;
  }
  // Where a question changes, its supported wording is the one that the program writes from there.
  const restated = await page.evaluate(() => Array.from(document.querySelectorAll("section[id^='claim-'] .wording[data-restated]"), (box) => {
    const words = (tag) => box.querySelector(`blockquote[lang=${tag}] p`).textContent;
    return { claim: box.closest("section").id.slice("claim-".length), en: words("en"), ar: words("ar") };
  }));
  for (const one of restated) {
    for (const tag of ["en", "ar"]) {
      assert.equal(one[tag], claims.get(one.claim).wording[tag].replace(/[\u2068\u2069]/gu, ""), `${one.claim} in words`);
    }
  }
  assert.equal(restated.length > 0, changed > 0, "wordings follow the figures");
  // "if read so" stands beside where a question stands exactly where the program says so.
  const marks = await page.evaluate(() => Array.from(document.querySelectorAll("[data-figure=standing]"), (element) => {
    const next = (element.closest("a[href='#method-standing']") || element).nextElementSibling;
    return { claim: element.dataset.claim, so: Boolean(next && next.classList.contains("read-so") && !next.hidden) };
  }));
  // The desk's answer is the one that counted then.
  const decided = await page.evaluate(() => Array.from(document.querySelectorAll("section[id^='claim-'] .standing"), (line) => {
    const copy = line.querySelector(".decision")?.cloneNode(true);
    for (const other of copy ? copy.querySelectorAll("[data-l='ar']") : []) other.remove();
    return { claim: line.closest("section").id.slice("claim-".length), text: copy ? copy.textContent : "" };
  }));
  for (const one of decided) {
    const judgement = claims.get(one.claim).judgement;
    if (judgement) assert.ok(one.text.includes(judgement.by) && one.text.includes({ yes: "yes", no: "no", open: "left open" }[judgement.ruling]), `${one.claim}: ${one.text}`);
    else assert.ok(!/\d{4}/u.test(one.text), `${one.claim}: ${one.text}`);
  }
  // Beside a number stand those that it counts from there.
  const beside = await page.evaluate(() => Array.from(document.querySelectorAll("td.value [data-figure]"), (element) => {
    const cell = element.closest("tr").querySelector("td.made-of");
    const links = (kind) => Array.from(cell ? cell.querySelectorAll(`a[href^='#${kind}-']`) : [], (link) => link.getAttribute("href").slice(kind.length + 2));
    return { claim: element.dataset.claim, name: element.dataset.figure, sources: links("source"), documents: links("document") };
  }));
  const sorted = (list) => Array.from(new Set(list)).sort();
  for (const one of beside) {
    const [stance, name] = one.name.split(".");
    const tally = claims.get(one.claim)[stance];
    const members = { sides: tally?.no_side, outlets: tally && [...tally.outlets, ...tally.republishers] }[name];
    if (members) assert.deepEqual(sorted(one.sources), sorted(members), `${one.claim} ${one.name}: who is counted`);
    if (name === "documents" && tally) assert.deepEqual(sorted(one.documents), sorted(tally.documents), `${one.claim} ${one.name}`);
  }
  for (const one of marks) assert.equal(one.so, standsIfReadSo(claims.get(one.claim)), `${one.claim} stands if read so`);
  return { compared: figures.length, changed, ifReadSo: marks.filter((one) => one.so).length };
}

export { assert };
