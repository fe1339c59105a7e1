// The page as the script finds it: its data, its two languages, and the few ways in which elements are made.
// Nothing here or elsewhere reads markup out of data: text goes in as text.

const root = document.documentElement;
const island = document.getElementById("isnad-data");
const D = JSON.parse(island ? island.textContent : "{}");
const byId = (id) => document.getElementById(id);
const all = (selector, within = document) => Array.from(within.querySelectorAll(selector));
const lang = () => (root.dataset.lang === "ar" ? "ar" : "en");
const rtl = () => lang() === "ar";
const pick = (en, ar) => (rtl() ? ar : en);

// Text that is an attribute or an option has no two languages side by side: it is set anew on a switch.
const relabelled = [];
function labelled(element, attribute, en, ar) {
  const set = () => {
    const text = typeof en === "function" ? en() : pick(en, ar);
    if (attribute === "text") element.textContent = text;
    else element.setAttribute(attribute, text);
  };
  relabelled.push({ element, set });
  set();
  return element;
}
function relabel() {
  for (let i = relabelled.length - 1; i >= 0; i -= 1) relabelled[i].set();
}

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return element;
}

// Words of the page in both languages, of which the style shows one.
function say(en, ar) {
  return [make("span", { "data-l": "en" }, en), make("span", { "data-l": "ar" }, ar)];
}

// A number with its noun; Arabic: one, two, three to ten, eleven to ninety-nine; of whole hundreds the last without
// the ending of the accusative.
function counted(n, en, ar) {
  const english = n + " " + (n === 1 ? en[0] : en[1]);
  if (n === 1) return [english, ar[0]];
  if (n === 2) return [english, ar[1]];
  if (n % 100 >= 3 && n % 100 <= 10) return [english, n + " " + ar[2]];
  return [english, n + " " + (n % 100 >= 11 ? ar[3] : ar[3].replaceAll("ًا", ""))];
}

// Words of the case in a language, else in another.
function best(words, tag = lang()) {
  if (!words) return "";
  return words[tag] || words.en || words.ar || Object.values(words)[0] || "";
}

const KINDS = {
  claim: { list: D.claims || [], name: (one) => [one.q, one.g] },
  source: { list: D.sources || [], name: (one) => [one.n] },
  document: { list: D.documents || [], name: (one) => [one.t ? { en: one.t } : one.n] },
  statement: { list: D.statements || [], name: (one) => [one.g] },
  entity: { list: D.entities || [], name: (one) => [one.n] },
  side: { list: D.sides || [], name: (one) => [one.n] },
};
for (const kind of Object.values(KINDS)) kind.at = new Map(kind.list.map((one, i) => [one.id, i]));
const statementDocument = (s) => D.documents[D.statements[s].d];

function nameIn(tag, kind, place) {
  const one = KINDS[kind].list[place];
  if (!one) return "";
  const words = KINDS[kind].name(one).find((w) => w && best(w, tag) !== "");
  const name = words ? best(words, tag) : one.id;
  if (kind === "source" && one.u) return name + (tag !== "ar" ? " ‹undisclosed›" : one.m ? " ‹الأسماء محجوبة›" : " ‹محجوب الاسم›");
  return name;
}
const nameOf = (kind, place) => nameIn(lang(), kind, place);

// A name as an element, once where it is the same in both languages.
function named(kind, place) {
  const [en, ar] = [nameIn("en", kind, place), nameIn("ar", kind, place)];
  if (en === ar) return [make("bdi", {}, en)];
  return [make("bdi", { "data-l": "en" }, en), make("bdi", { "data-l": "ar" }, ar)];
}

const idOf = (kind, place) => KINDS[kind].list[place].id;
const anchorOf = (kind, place) => kind + "-" + idOf(kind, place);

function linkTo(kind, place) {
  return make("a", { href: "#" + homeOf(kind, place) }, named(kind, place));
}

// Where a record has its home on the page; entities have theirs among the neighbours.
function homeOf(kind, place) {
  if (kind === "entity") return "explore/" + anchorOf(kind, place);
  // A report on one question has rows of the others, no sections.
  if (kind === "claim" && !byId(anchorOf(kind, place))) return "question-" + idOf(kind, place);
  return anchorOf(kind, place);
}

// What changes is told to whoever cannot see it.
const teller = make("div", { class: "unseen", role: "status", "aria-live": "polite" });
function tell(en, ar) {
  teller.textContent = "";
  requestAnimationFrame(() => teller.replaceChildren(...say(en, ar)));
}
