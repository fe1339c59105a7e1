// From where the case is looked at: the whole of it, as of a day, or without one source. Every figure on the page
// is then the one that the program computed for just that.

const FIGURES = {
  statements: (t) => count(t.s) + count(t.e),
  documents: (t) => count(t.doc),
  outlets: (t) => count(t.out),
  republishers: (t) => count(t.rep),
  at_least: (t) => (t.o && t.o.l) || 0,
  at_most: (t) => (t.o && t.o.m) || 0,
  disjoint_chains: (t) => t.dj || 0,
  disjoint_chains_at_most: (t) => t.djm || 0,
  sides: (t) => count(t.sd),
  no_side: (t) => count(t.ns),
  hedged: (t) => count(t.h),
  taken_back: (t) => count(t.t),
  own: (t) => count(t.s),
  entailed: (t) => count(t.e),
  unknown: (t) => (t.o && t.o.k) || 0,
  support: (t) => t.su || "none",
};
const count = (list) => (list ? list.length : 0);
const BESIDE = { doubts: "do", within_denials: "wd", passed_on: "re", cannot_confirm: "ca" };

// What is passed on, but for what stands only within a denial of it and for headings beside their text.
const beside = (figures, name) => {
  const list = figures[BESIDE[name]] || [];
  return name === "passed_on" ? list.filter((s) => !(figures.wd || []).includes(s) && !(figures.hd || []).includes(s)) : list;
};

function applyChange(base, change) {
  if (change === null || typeof change !== "object" || Array.isArray(change)) return change;
  const out = base && typeof base === "object" && !Array.isArray(base) ? { ...base } : {};
  for (const [name, value] of Object.entries(change)) {
    if (value === null) delete out[name];
    else out[name] = applyChange(out[name], value);
  }
  return out;
}

const WHOLE = { kind: "whole", figures: D.figures || [], unheard: new Set(), key: "" };

function vantageOf(asof, without) {
  if (asof !== "") {
    const day = (D.days || []).findIndex((one) => one.day === asof);
    if (day < 0) return null;
    const words = new Map();
    const figures = D.figures.map((base, i) => {
      let last = null;
      for (const run of D.at[i]) {
        if (run[0] > day) break;
        last = run;
      }
      if (last && last[2] !== undefined) words.set(i, last[2]);
      return last ? applyChange(base, last[1]) : base;
    });
    const out = new Set(D.days[day].out);
    const unheard = new Set();
    D.statements.forEach((one, s) => { if (out.has(one.d)) unheard.add(s); });
    return { kind: "day", day, figures, unheard, words, seen: D.days[day].seen, key: "asof=" + asof };
  }
  if (without !== "") {
    const place = KINDS.source.at.get(without);
    if (place === undefined) return null;
    const carried = D.without.find((one) => one.s === place);
    const figures = D.figures.slice();
    const words = new Map();
    for (const [claim, change, at] of carried ? carried.c : []) {
      figures[claim] = applyChange(figures[claim], change);
      words.set(claim, at);
    }
    return { kind: "source", source: place, figures, words, seen: carried ? carried.seen : 0, unheard: new Set(carried ? carried.un : []), key: "without=" + without };
  }
  return WHOLE;
}

let vantage = WHOLE;

// A figure's value, a number or a word of a list: `affirms.statements`, `standing`.
function valueOf(figures, name) {
  const [first, second] = name.split(".");
  if (first === "standing") return standingOf(figures);
  if (BESIDE[first]) return beside(figures, first).length;
  const stance = (first === "denies" ? figures.d : figures.a) || {};
  return FIGURES[second] ? FIGURES[second](stance) : null;
}

// What its standing is called: a rule of the table may have several labels (`view/standing_label.rs`).
function standingOf(figures) {
  const known = (o) => Boolean(o) && count(o.n) + count(o.u) + count(o.v) > 0;
  const says = known(figures.a && figures.a.o);
  const said = figures.a ? count(figures.a.s) + count(figures.a.e) : 0;
  if (figures.st === "reported" && says) return "reported.unclear";
  if (figures.st === "reported" && said === 0 && count(figures.re) > 0 && count(figures.wd) === count(figures.re)) return "reported.within-denials";
  if (figures.st === "reported" && known(figures.oo && figures.oo.re)) return "reported.passed-on";
  // Nobody denies it in words: it only follows from what is said on another question.
  const elsewhere = count(figures.d && figures.d.s) === 0 ? ".elsewhere" : "";
  if (figures.st === "denied-unasserted") return figures.st + elsewhere + (says ? ".unclear" : said === 0 ? ".unsaid" : "");
  if (figures.st === "contested") return figures.st + elsewhere;
  return figures.st;
}

// The statements behind a figure.
function behind(figures, name) {
  const [first, second] = name.split(".");
  const stance = (t) => (t ? [...(t.s || []), ...(t.e || [])] : []);
  if (BESIDE[first]) return beside(figures, first);
  if (first === "standing") {
    const others = Object.values(BESIDE).flatMap((key) => figures[key] || []);
    return unique([...stance(figures.a), ...stance(figures.d), ...others]);
  }
  const t = first === "denies" ? figures.d : figures.a;
  if (second === "taken_back") return (t && t.t) || [];
  if (second === "hedged") return (t && t.h) || [];
  if (second === "own") return (t && t.s) || [];
  if (second === "entailed") return (t && t.e) || [];
  return unique(stance(t));
}
const unique = (list) => Array.from(new Set(list)).sort((a, b) => a - b);

// What a figure counts: groups of links, each behind what it is called where that is not plain.
function membersOf(figures, name, aside = vantage.source) {
  const [first, second] = name.split(".");
  const t = (first === "denies" ? figures.d : figures.a) || {};
  const o = t.o || {};
  const of = (kind, list, en = "", ar = "") => ({ en, ar, links: (list || []).map((place) => [kind, place]) });
  const groups = {
    statements: () => [of("statement", behind(figures, name))],
    documents: () => [of("document", t.doc)],
    outlets: () => [of("source", (t.out || []).filter((s) => s !== aside)),
      of("source", (t.out || []).filter((s) => s === aside), ...D.words.copied), of("source", t.rep, "published again by: ", "إعادة النشر: ")],
    at_least: () => [of("source", o.by)],
    at_most: () => [of("source", [...(o.n || []), ...(o.u || []), ...(o.v || [])])],
    disjoint_chains: () => (t.sh || []).map(([source, , every]) => (every
      ? of("source", [source], "shared source, every chain runs through it: ", "تمر السلاسل كلها عبر ")
      : of("source", [source], "shared by several outlets: ", "تشترك فيه عدة جهات ناشرة: "))),
    sides: () => [of("side", t.sd), of("source", t.ns, "of no known side: ", "بلا جهة معلومة: ")],
  }[second];
  return groups ? groups().filter((group) => group.links.length > 0) : [];
}

// Where a source is set aside nobody is missing from the case, but from what is left of it.
const standingWords = () => (vantage.kind === "source" ? D.words.standing_left : D.words.standing);

// The statements of a stance that its number of origins rests on and that may be read otherwise.
const restsOnReading = (figures, t) => (t ? [...(t.s || []), ...(t.e || [])] : []).some((s) => (figures.rs || []).includes(s));

// Whether where a question stands rests, on one side that it names, on nothing but such words (`view/claim_words.rs`).
function standsIfReadSo(figures) {
  const rests = (t) => {
    const clear = t ? [...(t.s || []), ...(t.e || [])].filter((s) => !(t.u || []).includes(s)) : [];
    return clear.length > 0 && clear.every((s) => (figures.rs || []).includes(s));
  };
  if (["several-origins", "single-origin"].includes(figures.st)) return rests(figures.a);
  if (figures.st === "denied-unasserted") return rests(figures.d);
  return figures.st === "contested" && (rests(figures.a) || rests(figures.d));
}

// The desk's answer beside a standing is the one that counted then.
function restateDecision(element, claim) {
  const line = element.closest(".standing");
  if (!line) return;
  const box = line.querySelector(".decision");
  const [now, base] = [vantage.figures[claim].j, D.figures[claim].j];
  if (!box) {
    if (now && JSON.stringify(now) !== JSON.stringify(base)) line.append(make("span", { class: "decision here" }, " · ", say(...now)));
    return;
  }
  if (box.classList.contains("here")) {
    if (now) box.replaceChildren(" · ", ...say(...now));
    else box.remove();
    return;
  }
  if (!originals.has(box)) originals.set(box, Array.from(box.childNodes));
  const same = JSON.stringify(now) === JSON.stringify(base);
  if (same && !box.dataset.restated) return;
  box.replaceChildren(...(same ? originals.get(box) : now ? say(...now) : say("no editorial decision by then", "لا قرار تحريري حتى حينه")));
  if (same) delete box.dataset.restated;
  else box.dataset.restated = "1";
}

// Beside each number stand those that it counts from here. "If read so" stands beside a standing and a number of
// origins wherever it is true from here, and nowhere else; and where there are none the two noughts are put in a word.
function restateBeside(part) {
  for (const element of figuresOf(part)) {
    const name = element.dataset.figure;
    // In a section the figure stands within the link to its method.
    const whole = name === "standing" ? element.closest("a[href='#method-standing']") || element : null;
    const anchor = name === "standing" ? whole : name.endsWith(".at_most") ? element.closest(".how-many") : null;
    const claim = KINDS.claim.at.get(element.dataset.claim);
    if (claim !== undefined) restateMembers(element, claim, name);
    if (!anchor || claim === undefined) continue;
    const figures = vantage.figures[claim];
    if (whole) restateDecision(whole, claim);
    const differs = figures !== D.figures[claim];
    const stance = name.startsWith("denies") ? figures.d : figures.a;
    let next = anchor.nextElementSibling;
    while (next && next.classList.contains("here")) {
      next.remove();
      next = anchor.nextElementSibling;
    }
    if (next && next.classList.contains("read-so")) next.hidden = differs;
    const none = differs && !whole && valueOf(figures, name) === 0;
    anchor.hidden = none;
    if (none) anchor.after(make("span", { class: "here" }, say("nobody, from here", "لا أحد من هنا")));
    const so = whole ? standsIfReadSo(figures) : restsOnReading(figures, stance);
    if (differs && so) anchor.after(make("span", { class: "read-so here" }, [" (", say(...D.words.read_so), ")"].flat()));
  }
}

function wordsOf(name, value) {
  const group = name === "standing" ? standingWords() : name.endsWith(".support") ? D.words.support : null;
  if (group) return group[value] || [String(value), String(value)];
  return [String(value), String(value)];
}

const originals = new WeakMap();

// Makes every figure of a part a way to its evidence.
function dressFigures(part) {
  for (const element of figuresOf(part)) {
    const claim = KINDS.claim.at.get(element.dataset.claim);
    if (claim !== undefined && !element.querySelector("a.to-evidence")) drawFigure(element, claim, element.dataset.figure);
  }
}

const figuresOf = (part) => (part.matches && part.matches("[data-figure]") ? [part] : all("[data-figure]", part));

// Shows every figure of a part as it is from here: those that differ from what they show.
function redrawFigures(part) {
  for (const element of figuresOf(part)) {
    const claim = KINDS.claim.at.get(element.dataset.claim);
    if (claim === undefined) continue;
    const name = element.dataset.figure;
    const differs = vantage.figures[claim] !== D.figures[claim] && valueOf(vantage.figures[claim], name) !== valueOf(D.figures[claim], name);
    const reworded = name === "standing" && standingWords() !== D.words.standing;
    if (differs || reworded || element.classList.contains("changed") || "reworded" in element.dataset) drawFigure(element, claim, name);
  }
}

function drawFigure(element, claim, name) {
  const base = valueOf(D.figures[claim], name);
  const now = valueOf(vantage.figures[claim], name);
  if (now === null || now === undefined) return;
  const differs = vantage !== WHOLE && now !== base;
  if (!originals.has(element)) originals.set(element, Array.from(element.childNodes));
  const original = originals.get(element).map((node) => node.cloneNode(true));
  const [en, ar] = wordsOf(name, now);
  const reworded = name === "standing" && en !== D.words.standing[now][0];
  if (reworded) element.dataset.reworded = "1";
  else delete element.dataset.reworded;
  const shown = differs || reworded ? (en === ar ? [document.createTextNode(en)] : say(en, ar)) : original;
  const key = element.dataset.claim + ":" + name;
  let face = shown;
  if (!element.closest("a, button, summary, label")) {
    const link = make("a", { class: "to-evidence", href: "#statements&of=" + encodeURIComponent(key), "data-key": key, "aria-describedby": "evidence-hint" }, shown);
    face = [link];
  }
  const was = name === "standing" ? D.words.standing[base] : wordsOf(name, base);
  element.replaceChildren(...face, ...(differs ? [make("span", { class: "was" }, say(", was " + was[0], "، وكان " + was[1]))] : []));
  element.classList.toggle("changed", differs);
}

// Beside a number stand those it counts from here, not those of the whole case, though they be as many.
function restateMembers(element, claim, name) {
  const row = element.closest("tr");
  const cell = row && element.closest("td.value") ? row.querySelector("td.made-of") : null;
  if (!cell || name.endsWith("disjoint_chains_at_most")) return;
  const members = membersOf(vantage.figures[claim], name);
  const differs = vantage.figures[claim] !== D.figures[claim] && JSON.stringify(members) !== JSON.stringify(membersOf(D.figures[claim], name, null));
  if (!differs && !cell.dataset.restated) return;
  if (!originals.has(cell)) originals.set(cell, Array.from(cell.childNodes));
  if (!differs) {
    if (cell.dataset.restated) cell.replaceChildren(...originals.get(cell));
    delete cell.dataset.restated;
    return;
  }
  cell.dataset.restated = "1";
  const link = ([kind, place]) => (kind === "side" ? named(kind, place)
    : kind === "statement" ? make("a", { href: "#" + homeOf(kind, place) }, make("bdi", {}, idOf(kind, place))) : linkTo(kind, place));
  const parts = members.map((group, n) => [n > 0 ? make("br", {}) : [], group.en ? say(group.en, group.ar) : [],
    group.links.map((one, i) => [i > 0 ? say(", ", "، ") : [], link(one)])]);
  cell.replaceChildren(...parts.flat(5));
}

// Ways to statements that are not heard from here, and to the source set aside, are marked in lists and in pictures.
function markLinks(part) {
  if (vantage === WHOLE && !root.dataset.marked) return;
  root.dataset.marked = "1";
  const aside = vantage.kind === "source" ? "#source-" + idOf("source", vantage.source) : "";
  const silent = vantage.kind === "source" ? silenced() : new Set();
  for (const link of all("a[href^='#statement-'], a[href^='#source-']", part)) {
    const href = link.getAttribute("href");
    const kind = href.startsWith("#statement-") ? "statement" : "source";
    const place = KINDS[kind].at.get(href.slice(kind.length + 2));
    const out = place !== undefined && (kind === "statement" ? vantage.unheard.has(place) : href === aside || (silent.has(place) && link.closest("svg, .chain") !== null));
    if (out === link.classList.contains("out-of-sight")) continue;
    link.classList.toggle("out-of-sight", out);
    if (out) link.setAttribute("aria-description", pick("not counted from here", "غير معدود من هنا"));
    else link.removeAttribute("aria-description");
  }
}

// Sources of which nothing is left: all that came through them is unheard.
function silenced() {
  if (vantage.silent) return vantage.silent;
  const [all, left] = [new Set(), new Set()];
  D.statements.forEach((_, s) => {
    for (const source of sourcesOf(s)) (vantage.unheard.has(s) ? all : left).add(source);
  });
  vantage.silent = new Set(Array.from(all).filter((source) => !left.has(source)));
  return vantage.silent;
}

// Statements that are not heard from here are marked where they stand.
function markUnheard(part) {
  markLinks(part);
  const homes = "table[data-table='statements'] tr[data-id], article[id^='statement-']";
  for (const element of part.matches(homes) ? [part] : all(homes, part)) {
    const inTable = element.tagName === "TR";
    const id = inTable ? element.dataset.id : element.id.slice("statement-".length);
    const place = KINDS.statement.at.get(id);
    if (place === undefined) continue;
    const out = vantage.unheard.has(place);
    if (out === element.hasAttribute("data-unheard")) continue;
    element.toggleAttribute("data-unheard", out);
    const old = element.querySelector(".unheard-note");
    if (old) old.remove();
    if (out) {
      const note = make("span", { class: "unheard-note" }, say("not counted from here ", "غير معدود من هنا "));
      (element.querySelector("th, td, h3, h4") || element).prepend(note);
    }
  }
}

// Sentences are written of the whole case. Where the figures of a question change from here the supported wording is
// put as the program words it from here; the other sentences would mislead, and are put away. Elsewhere they only say
// of what they are written.
function markChanged(part) {
  const homes = "article.question[data-question], section[id^='claim-']";
  for (const element of part.matches(homes) ? [part] : all(homes, part)) {
    const place = KINDS.claim.at.get(element.dataset.question || element.id.slice("claim-".length));
    const changed = place !== undefined && vantage.figures[place] !== D.figures[place];
    element.toggleAttribute("data-changed", changed);
    for (const box of all(".wording", element)) restateWording(box, changed ? place : null);
  }
}

let wordings = null;
function wordingAt(place) {
  if (!wordings) wordings = new Map(JSON.parse(opened(D.wordings)).map(([at, en, ar]) => [at, { en, ar }]));
  return wordings.get(place);
}

function restateWording(box, place) {
  const words = place === null || vantage === WHOLE || !vantage.words.has(place) ? null : wordingAt(vantage.words.get(place));
  if (!words && !("restated" in box.dataset)) return;
  for (const tag of ["en", "ar"]) {
    const text = box.querySelector("blockquote[lang=" + tag + "] p");
    if (!text) continue;
    if (!originals.has(text)) originals.set(text, Array.from(text.childNodes));
    text.replaceChildren(...(words ? setApart(wordingAt(vantage.seen)[tag] + words[tag]) : originals.get(text)));
  }
  if (words) box.dataset.restated = "1";
  else delete box.dataset.restated;
}

// A sentence with what it sets apart (UAX 9: ids, foreign names) in elements that keep their direction to themselves.
function setApart(text) {
  const out = make("p", {});
  const open = [out];
  for (const piece of text.split(/([\u2068\u2069])/u)) {
    const here = open[open.length - 1];
    if (piece === "\u2068") {
      const inner = make("bdi", {});
      here.append(inner);
      open.push(inner);
    } else if (piece === "\u2069") {
      if (open.length > 1) open.pop();
    } else here.append(piece);
  }
  return Array.from(out.childNodes);
}

const banner = make("section", { id: "vantage", class: "vantage", hidden: true });

function drawVantage() {
  const whole = vantage === WHOLE;
  root.toggleAttribute("data-vantage", !whole);
  banner.hidden = whole;
  restate(document.body);
  if (whole) {
    banner.replaceChildren();
    return;
  }
  const changedHere = D.figures.filter((base, i) => base !== vantage.figures[i]).length;
  const questions = counted(changedHere, ["question changes", "questions change"],
    ["تتغير مسألة واحدة", "تتغير مسألتان", "مسائل تتغير", "مسألة تتغير"]);
  const lines = [];
  if (vantage.kind === "day") {
    const day = D.days[vantage.day];
    const out = day.out.length;
    const texts = counted(out, ["text is", "texts are"], ["نص واحد", "نصان", "نصوص", "نصًا"]);
    lines.push(make("strong", {}, say("As of " + day.w[0], "حتى " + day.w[1])));
    const undated = day.out.filter((d) => !D.documents[d].l).length;
    const undatedWords = counted(undated, ["has no sure date", "have no sure date"], ["واحد منها", "اثنان منها", "منها", "منها"]);
    if (out > 0) {
      lines.push(make("span", {}, say("only what was surely published by then: " + texts[0] + " left out" +
        (undated ? " (" + undatedWords[0] + ")" : ""),
      "ما نُشر يقينًا حتى ذلك اليوم فقط. المتروك: " + texts[1] + (undated ? " (" + undatedWords[1] + " بلا تاريخ أكيد)" : ""))));
    } else lines.push(make("span", {}, say("no text is left out", "لم يُترك أي نص")));
    if (day.later) {
      const decisions = counted(day.later, ["later editorial decision is", "later editorial decisions are"],
        ["قرار تحريري لاحق", "قراران تحريريان لاحقان", "قرارات تحريرية لاحقة", "قرارًا تحريريًا لاحقًا"]);
      lines.push(make("span", {}, say(decisions[0] + " left out too", "وتُرك أيضًا: " + decisions[1])));
    }
  } else {
    lines.push(make("strong", {}, rowOf("If we set aside ", "إذا استبعدنا: ", "source", vantage.source)));
    const gone = counted(vantage.unheard.size, ["statement", "statements"], ["قول واحد", "قولان", "أقوال", "قولًا"]);
    lines.push(vantage.unheard.size === 0
      ? make("span", {}, say("nothing falls: no statement runs through it", "لا يسقط شيء: لا قول يمر به"))
      : make("span", {}, say("not heard any more: " + gone[0], "لا يبقى مسموعًا: " + gone[1])));
  }
  lines.push(make("span", {}, changedHere === 0
    ? say("no figure changes", "لا يتغير أي رقم")
    : say(questions[0] + "; what changed is marked", questions[1] + "، وما تغيّر معلَّم")));
  lines.push(make("span", { class: "note" }, say("Every figure is as seen from here, and so is every supported wording that is shown; pictures, the other sentences and names are of the whole case. The day and the source are not combined.",
    "كل رقم كما يُرى من هنا، وكذلك كل صياغة معروضة لا تتجاوز السند؛ أما الرسوم وسائر الجمل والأسماء فللملف كله. ولا يُجمع بين اليوم والمصدر.")));
  const reset = make("a", { class: "button", href: "#asof=&without=", id: "vantage-reset" }, say("Back to the whole case", "العودة إلى الملف كله"));
  banner.replaceChildren(make("p", {}, lines.map((line, i) => (i > 0 ? [" · ", line] : [line])).flat()), reset);
}

function rowOf(en, ar, kind, place) {
  return [...say(en, ar), ...named(kind, place)];
}

// Steps there; an address that names nothing known says so and stays with the whole case.
function lookFrom(asof, without) {
  const next = vantageOf(asof, without);
  if (next === null) {
    tell("This report has no figures for that day or source.", "ليس في هذا التقرير أرقام لذلك اليوم أو المصدر.");
    vantage = WHOLE;
  } else vantage = next.key === vantage.key ? vantage : next;
  drawVantage();
}
