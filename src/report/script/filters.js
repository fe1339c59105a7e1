// Narrowing a table: by words (folded), by what its rows have to do with, by date; all together, with the count of
// what is left.

// Of a longer table the first rows are shown until one asks for all: laying out thousands takes seconds.
const LONG_TABLE = 400;
const FIRST_ROWS = 200;

const FILTERS = {
  claim: ["standing"],
  source: ["side", "document"],
  document: ["source", "from", "to"],
  statement: ["claim", "stance", "source", "side", "document", "from", "to"],
};

const STANCES = Object.entries(D.words ? D.words.stance : {}).map(([name, [en, ar]]) => [name, en, ar]);

const FILTER_NAMES = {
  q: ["Words", "كلمات"], claim: ["Question", "المسألة"], stance: ["Stance", "الموقف"], source: ["Source in its chain", "مصدر في سلسلته"],
  side: ["Side", "الجهة"], document: ["Text", "النص"], from: ["Published from", "نُشر من"], to: ["Published to", "نُشر حتى"],
  standing: ["Standing", "الحال"],
};

const sourcesOf = (s) => (D.statements[s].ch || []).flatMap((chain) => chain.map((link) => link[0])).filter((one) => one >= 0);

// Of each source: the documents in which it says or passes on something.
let documentsOf = null;
function documentsBySource() {
  if (documentsOf) return documentsOf;
  documentsOf = D.sources.map(() => new Set());
  D.statements.forEach((one, s) => { for (const source of sourcesOf(s)) documentsOf[source].add(one.d); });
  D.documents.forEach((one, d) => { if (one.o !== undefined) documentsOf[one.o].add(d); });
  return documentsOf;
}

const within = (document, from, to) => Boolean(document.f && document.l) && (from === "" || document.l >= from) && (to === "" || document.f <= to);

const PASSES = {
  standing: (one, p, v) => standingOf(vantage.figures[p]) === v,
  claim: (one, p, v, f) => (D.statements[p].b || []).some((b) => idOf("claim", b[0]) === v && (!f.stance || b[1] === f.stance)),
  stance: (one, p, v) => (D.statements[p].b || []).some((b) => b[1] === v),
  side: (one, p, v) => (KINDS[one.kind].list[p].sd || []).some((side) => idOf("side", side) === v),
  source: (one, p, v) => {
    const source = KINDS.source.at.get(v);
    return one.kind === "statement" ? sourcesOf(p).includes(source) : D.documents[p].o === source;
  },
  document: (one, p, v) => {
    const d = KINDS.document.at.get(v);
    return one.kind === "statement" ? D.statements[p].d === d : documentsBySource()[p].has(d);
  },
  from: (one, p, v, f) => within(one.kind === "statement" ? statementDocument(p) : D.documents[p], v, f.to || ""),
  to: (one, p, v, f) => within(one.kind === "statement" ? statementDocument(p) : D.documents[p], f.from || "", v),
};

function publishedDays() {
  return Array.from(new Set(D.documents.map((one) => one.l).filter(Boolean))).sort();
}

function choices(one, name) {
  const sorted = (kind, places) => places.map((p) => [idOf(kind, p), () => nameOf(kind, p)]);
  const places = (kind) => KINDS[kind].list.map((_, i) => i);
  if (name === "stance") return STANCES.map(([value, en, ar]) => [value, () => pick(en, ar)]);
  if (name === "standing") return Object.entries(D.words.standing).map(([value, words]) => [value, () => pick(...words)]);
  if (name === "from" || name === "to") return publishedDays().map((day) => [day, () => day]);
  if (name === "source" && one.kind === "document") return sorted("source", unique(D.documents.map((d) => d.o).filter((o) => o !== undefined)));
  if (name === "source") return sorted("source", unique(D.statements.flatMap((_, s) => sourcesOf(s))));
  return sorted(name, places(name));
}

function setUpFilters(one) {
  const id = "filter-" + one.name;
  one.controls = new Map();
  const fields = [];
  const search = make("input", { type: "search", id: id + "-q", autocomplete: "off", spellcheck: "false", dir: "auto" });
  one.controls.set("q", search);
  fields.push(field(search, "q"));
  for (const name of FILTERS[one.kind]) {
    const list = choices(one, name);
    if (list.length === 0) continue;
    const select = make("select", { id: id + "-" + name, "data-key": id + "-" + name });
    const any = make("option", { value: "" });
    labelled(any, "text", "any", "الكل");
    select.append(any);
    for (const [value, text] of list) select.append(labelled(make("option", { value }), "text", text));
    one.controls.set(name, select);
    fields.push(field(select, name));
  }
  one.count = make("p", { class: "count", role: "status", "aria-live": "polite", id: id + "-count" });
  one.more = make("p", { class: "more-rows" },
    make("button", { type: "button", class: "button", "data-key": id + "-more" }, say("The first " + FIRST_ROWS + " are shown: show all", "تظهر أول " + FIRST_ROWS + " صف، أظهر الكل")));
  const showAll = () => {
    fillTable(one);
    one.all = true;
    narrow(one);
  };
  one.more.firstChild.addEventListener("click", showAll);
  if (rowCount(one) > LONG_TABLE) window.addEventListener("beforeprint", showAll);
  one.clear = make("button", { type: "button", class: "button", hidden: true, "data-key": id + "-clear" }, say("Clear all", "امحُ الكل"));
  one.evidence = make("div", { class: "evidence-note", hidden: true });
  const form = make("div", { class: "filters", role: "search" }, fields, make("div", { class: "field outcome" }, one.count, one.clear));
  labelled(form, "aria-label", "Narrow the table", "تضييق الجدول");
  const before = one.table.closest("[data-scroll], .scroll, .table-scroll, .table") || one.table;
  before.before(one.evidence, form);
  before.after(one.more);
  form.addEventListener("change", (event) => {
    if (event.target !== search) collect(one);
  });
  search.addEventListener("input", () => {
    clearTimeout(one.timer);
    one.timer = setTimeout(() => collect(one), 120);
  });
  one.clear.addEventListener("click", () => {
    const change = { of: one.kind === "statement" ? "" : setting("of") };
    for (const name of one.controls.keys()) change[one.name + "." + name] = "";
    go(changed(change), "push", false);
    search.focus();
  });
}

function field(control, name) {
  return make("div", { class: "field" }, make("label", { for: control.id }, say(...FILTER_NAMES[name])), control);
}

// Takes what is chosen into the address; typing does not add a step for every letter.
function collect(one) {
  const change = {};
  for (const [name, control] of one.controls) change[one.name + "." + name] = control.value.trim();
  go(changed(change), "replace", false);
}

function foldedRow(one, entry) {
  if (entry.folded === null) {
    const record = KINDS[one.kind].list[entry.place] || {};
    const names = [record.g, record.q, record.n].filter(Boolean).flatMap((words) => Object.values(words));
    const more = [...names, ...(record.al || []), record.t || "", record.id || ""];
    if (one.kind === "statement") {
      for (const source of unique(sourcesOf(entry.place))) more.push(...sourceWords(source));
    }
    entry.folded = fold([entry.row.textContent, ...more].join("\n"));
  }
  return entry.folded;
}

// Every name of a source; who is named as an entity has further names there.
function sourceWords(source) {
  const one = D.sources[source];
  const entity = D.entities[KINDS.entity.at.get(one.id)];
  return [...Object.values(one.n || {}), ...(one.al || []), ...(entity ? [...Object.values(entity.n || {}), ...(entity.al || [])] : [])];
}

// The statements asked for by a figure: `claim:figure`, or none.
function evidenceOf() {
  const [id, name] = setting("of").split(":");
  const claim = KINDS.claim.at.get(id);
  if (claim === undefined || !name) return null;
  return { claim, name, statements: new Set(behind(vantage.figures[claim], name)) };
}

function narrow(one) {
  const wanted = {};
  for (const [name, control] of one.controls) {
    const value = setting(one.name + "." + name);
    if (control.value !== value && document.activeElement !== control) control.value = value;
    else if (control.tagName === "SELECT") control.value = value;
    if (value !== "") wanted[name] = value;
  }
  const asked = askedWords(wanted.q || "");
  const evidence = one.kind === "statement" ? evidenceOf() : null;
  // What is asked for may be in a row that waits; `fillTable` comes back here.
  if (one.waiting && (evidence || Object.keys(wanted).length > 0)) {
    fillTable(one);
    return;
  }
  const tests = Object.entries(wanted).filter(([name]) => name !== "q");
  let shown = 0;
  const most = one.all || one.rows.length <= LONG_TABLE ? Infinity : FIRST_ROWS;
  for (const entry of one.order) {
    const known = entry.place !== undefined;
    const passes = (!evidence || (known && evidence.statements.has(entry.place))) &&
      tests.every(([name, value]) => known && PASSES[name](one, entry.place, value, wanted)) &&
      (asked.length === 0 || holds(foldedRow(one, entry), asked));
    shown += passes ? 1 : 0;
    const out = !passes || shown > most;
    if (entry.row.hidden !== out) entry.row.hidden = out;
  }
  // Rows that wait pass: nothing is asked for.
  shown += rowCount(one) - one.rows.length;
  one.more.hidden = shown <= most && !one.waiting;
  const narrowed = evidence !== null || Object.keys(wanted).length > 0;
  const dated = wanted.from || wanted.to;
  one.count.replaceChildren(...say(
    shown + " of " + rowCount(one) + (dated ? "; what has no sure date is left out" : ""),
    shown + " من " + rowCount(one) + (dated ? "، وما لا تاريخ أكيد له متروك" : "")));
  one.clear.hidden = !narrowed;
  drawEvidence(one, evidence);
}

const FIGURE_NAMES = {
  statements: ["statements", "الأقوال"], documents: ["texts", "النصوص"], outlets: ["outlets", "الجهات الناشرة"],
  at_least: ["origins, at least", "المصادر الأصلية على الأقل"], at_most: ["origins, at most", "المصادر الأصلية على الأكثر"],
  disjoint_chains: ["chains that share no source", "سلاسل مستقل بعضها عن بعض"], support: ["support", "عدد المصادر الأصلية، إجمالًا"], sides: ["sides", "الجهات"],
  own: ["in words", "بالقول الصريح"], entailed: ["through words on another question", "بما قيل في مسألة أخرى"],
  doubts: ["doubts", "يشكّك"], passed_on: ["reports, without vouching for it", "ينقل دون جزم"], cannot_confirm: ["cannot confirm", "لا يستطيع التأكيد"],
  within_denials: ["mentioned only within denials", "لا يرد ذكره إلا ضمن نفيه"],
  standing: ["standing", "الحال"],
};

// What the reader followed a figure to: which one, its value from here, and the way back.
function drawEvidence(one, evidence) {
  one.evidence.hidden = !evidence;
  if (!evidence) {
    one.evidence.replaceChildren();
    return;
  }
  const [first, second] = evidence.name.split(".");
  const value = wordsOf(evidence.name, valueOf(vantage.figures[evidence.claim], evidence.name));
  const label = FIGURE_NAMES[second || first] || [evidence.name, evidence.name];
  const stance = STANCES.find(([name]) => name === first && second);
  const groups = membersOf(vantage.figures[evidence.claim], evidence.name);
  const members = groups.flatMap((group) => group.links).filter(([kind]) => kind !== "statement");
  // What only follows from words on another question is nobody's saying so, and no denial.
  const tally = first === "denies" ? vantage.figures[evidence.claim].d : vantage.figures[evidence.claim].a;
  const called = stance && tally && count(tally.s) === 0 && count(tally.e) > 0 ? D.words.elsewhere[first] : stance && stance.slice(1, 3);
  const back = make("button", { type: "button", class: "button", "data-key": "evidence-back" }, say("Back to the figure", "العودة إلى الرقم"));
  back.addEventListener("click", () => returnFrom(evidence));
  one.evidence.replaceChildren(
    make("p", {},
      make("strong", {}, say("Evidence", "البيّنة")), ": ", named("claim", evidence.claim), " — ",
      called ? say(called[0] + ": ", called[1] + ": ") : [],
      say(label[0] + " = " + value[0], label[1] + " = " + value[1]),
      members.length === 0 ? [] : [" (", members.map(([kind, place], i) => [i > 0 ? say(", ", "، ") : [], kind === "side" ? named(kind, place) : linkTo(kind, place)]).flat(2), ")"]),
    back);
}

function returnFrom(evidence) {
  const key = idOf("claim", evidence.claim) + ":" + evidence.name;
  go(changed({ of: "" }, "claim-" + idOf("claim", evidence.claim)), "push", false);
  summon("claim-" + idOf("claim", evidence.claim));
  const figures = all("[data-key='" + CSS.escape(key) + "']");
  const home = byId("claim-" + idOf("claim", evidence.claim));
  const target = figures.find((one) => home && home.contains(one)) || figures[0] || home;
  if (!target) return;
  reveal(target);
  target.focus({ preventScroll: true });
  bring(target);
}
