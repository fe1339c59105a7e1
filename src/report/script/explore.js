// The neighbourhood of a record, drawn; and the same as a list, for whoever reads rather than looks.

const SVG = "http://www.w3.org/2000/svg";
const MOST_NEAR = 60;
const MANY = 150;

const KIND_WORDS = {
  source: ["source", "مصدر"], unknown: ["unknown link", "حلقة مجهولة"], document: ["text", "نص"], statement: ["statement", "قول"],
  claim: ["question", "مسألة"], entity: ["person, group, place", "شخص أو جماعة أو مكان"],
};
const LINE_WORDS = {
  chain: ["passed on to", "نُقل إلى"], published: ["published", "ناشر"], republished: ["republished in", "أعيد نشره في"], holds: ["holds", "يتضمن"],
  speaks: ["speaks for", "ينطق باسم"], member: ["belongs to", "ينتمي إلى"], same: ["is the same as", "هو نفسه"], part: ["is part of", "جزء من"],
  concerns: ["concerns", "تخص"], excludes: ["cannot hold beside", "لا تصح مع"], entails: ["entails", "تستلزم"], describes: ["describes", "يصف"],
  inside: ["stands inside", "داخل في"], "takes-back": ["takes back", "تراجُعٌ عن"],
};
const COMMITMENT_WORDS = { affirms: ["vouches", "يتبنّى"], doubts: ["doubts it", "يشكّك"], denies: ["denies it", "ينفيه"] };

const TAKEN_BACK = ["taken back, not counted", "تُراجع عنه ولا يُحسب"];

const NOT_REVIEWED = ["not reviewed", "لم يُراجَع"];

function recordOf(id) {
  const node = nodeOf(id);
  return node && node.kind !== "unknown" ? KINDS[node.kind].list[node.place] : {};
}

// What stands in a box below its name.
const notesOf = (id) => [isTakenBack(id) ? TAKEN_BACK : null, recordOf(id).w ? NOT_REVIEWED : null].filter(Boolean);

// Whether what somebody said no longer counts; from a day before it was taken back it does.
function isTakenBack(id) {
  const node = nodeOf(id);
  const by = node && node.kind === "statement" ? D.statements[node.place].tb : undefined;
  return by !== undefined && !vantage.unheard.has(by);
}

// The ends of lines, one a sign, as in the pictures (docs/pictures.md).
const HEADS = {
  neutral: { d: "M0 0L8 4L0 8z", filled: true }, affirms: { d: "M0 0L8 4L0 8z", filled: true }, denies: { d: "M7 0V8" },
  reports: { d: "M1 4a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z" }, doubts: { d: "M0.5 4L4 0.5L7.5 4L4 7.5z" }, "cannot-confirm": { d: "M0.5 4L4 0.5L7.5 4L4 7.5z" },
};

function heads(prefix) {
  return draw("defs", {}, ...Object.entries(HEADS).map(([name, { d, filled }]) =>
    draw("marker", { id: prefix + name, viewBox: "0 0 8 8", refX: 7, refY: 4, markerUnits: "userSpaceOnUse", markerWidth: 11, markerHeight: 11, orient: "auto" },
      draw("path", { d, class: ["head", name, filled ? "filled" : ""].join(" ").trim() }))),
  draw("pattern", { id: prefix + "draft", width: 7, height: 7, patternUnits: "userSpaceOnUse" },
    draw("path", { d: "M-1,8 L8,-1 M-1,1 L1,-1 M6,8 L8,6", class: "hatch" })));
}

// A line of the key: the sign and what it means.
function keyOf(stance, en, ar) {
  const sample = draw("svg", { class: "sign", width: 40, height: 12, viewBox: "0 0 40 12", "aria-hidden": "true" },
    draw("path", { d: "M1 6H38", class: "line " + stance, "marker-end": "url(#head-" + (HEADS[stance] ? stance : "neutral") + ")" }));
  return make("span", { class: "key" }, sample, " ", say(en, ar));
}

const draw = (tag, attributes, ...children) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
};

function nodeName(id) {
  const node = nodeOf(id);
  if (!node) return id;
  if (node.kind === "unknown") return pick("‹unknown›", "‹غير معروف›");
  if (node.kind === "statement") {
    // Its paraphrase; else its first words, where the text is at hand; else who says it.
    const one = D.statements[node.place];
    const words = best(one.g) || one.s || (one.by === undefined ? pick("‹unknown›", "‹غير معروف›") : nameOf("source", one.by));
    return words + " [" + one.id + "]";
  }
  return nameOf(node.kind, node.place);
}

// The direction of a text: that of its first letter that has one (UAX #9, P2).
function direction(text) {
  const first = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]|[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u.exec(text);
  if (!first) return rtl() ? "rtl" : "ltr";
  return /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}]/u.test(first[0]) ? "rtl" : "ltr";
}

function lineWords(line, inBox = false) {
  if (line.kind === "bears") {
    const stance = STANCES.find(([name]) => name === line.stance) || [line.stance, line.stance, line.stance];
    const how = [line.how & 1 ? ["likely", "ترجيحًا"] : null, line.how & 2 ? ["unclear", "غير صريح"] : null, !inBox && isTakenBack(line.from) ? TAKEN_BACK : null].filter(Boolean);
    const more = (i) => (how.length === 0 ? "" : " (" + how.map((one) => one[i]).join(pick(", ", "، ")) + ")");
    return [(line.stance === "reports" ? "reports" : stance[1]) + more(0), stance[2] + more(1)];
  }
  if (line.kind === "chain" && line.through) return ["through others", "عبر غيره"];
  if (line.kind === "chain" && line.commitment === "says") return ["says", "يقول"];
  if (line.kind === "chain" && COMMITMENT_WORDS[line.commitment]) return COMMITMENT_WORDS[line.commitment];
  return LINE_WORDS[line.kind] || [line.kind, line.kind];
}

const explore = { center: "", hop: 1, whole: false, view: null, focus: "", drawn: "" };

function setUpExplore() {
  const home = byId("explore");
  if (!home) return;
  if (!home.querySelector("h2")) {
    home.append(make("h2", { id: "explore-title" }, say("Who is next to whom", "ما يتصل بماذا")));
    home.setAttribute("aria-labelledby", "explore-title");
  }
  home.hidden = false;
  const contents = document.querySelector("nav.contents a[href='#method']");
  if (contents) contents.parentNode.before(make("li", {}, make("a", { href: "#explore" }, say("Graph", "الرسم"))));
  const picker = make("select", { id: "explore-pick" });
  const any = labelled(make("option", { value: "" }), "text", "choose…", "اختر…");
  picker.append(any);
  for (const kind of ["claim", "source", "document", "entity", "statement"]) {
    if (KINDS[kind].list.length === 0 || (kind === "statement" && KINDS[kind].list.length > 300)) continue;
    const group = labelled(make("optgroup"), "label", ...KIND_WORDS[kind]);
    KINDS[kind].list.forEach((_, i) => {
      const option = make("option", { value: anchorOf(kind, i) });
      group.append(labelled(option, "text", () => nodeName(anchorOf(kind, i))));
    });
    picker.append(group);
  }
  picker.addEventListener("change", () => { if (picker.value) go(changed({ all: "" }, "explore/" + picker.value), "push", false); });
  const hop = make("select", { id: "explore-hop" },
    labelled(make("option", { value: "1" }), "text", "what touches it", "ما يمسّه"),
    labelled(make("option", { value: "2" }), "text", "one step further", "خطوة أبعد"));
  hop.addEventListener("change", () => go(changed({ hop: hop.value === "2" ? "2" : "" }, explorePlace()), "push", false));
  const button = (key, en, ar, act) => {
    const made = make("button", { type: "button", class: "button", "data-key": "explore-" + key }, say(en, ar));
    made.addEventListener("click", act);
    return made;
  };
  const glyph = (key, sign, en, ar, act) => {
    const made = labelled(make("button", { type: "button", class: "button", "data-key": "explore-" + key }, sign), "aria-label", en, ar);
    made.addEventListener("click", act);
    return made;
  };
  const whole = button("whole", "Whole graph", "الرسم كله", () => {
    const size = graphSize();
    if (size > MANY && !explore.warned) {
      explore.warned = true;
      note.replaceChildren(...say(
        "The whole graph has " + size + " boxes: it takes a while and is hard to read. Press again to draw it.",
        "في الرسم كله " + size + " مربعًا: يستغرق وقتًا وتصعب قراءته. اضغط ثانية لرسمه."));
      return;
    }
    go(changed({ all: "1" }, explorePlace()), "push", false);
  });
  const note = make("p", { class: "explore-note", role: "status", "aria-live": "polite" });
  const canvas = make("div", { class: "canvas" });
  const about = make("div", { class: "about-node" });
  const list = make("details", { class: "explore-list" }, make("summary", {}, say("The same as a list", "الشيء نفسه قائمةً")), make("div", {}));
  const legend = make("p", { class: "legend" }, STANCES.map(([stance, en, ar]) => keyOf(stance, en, ar)), keyOf("back", ...TAKEN_BACK));
  const help = make("p", { class: "note", id: "explore-help" }, say(
    "Arrow keys go from box to box, Enter puts a box in the middle, + and − make it larger and smaller, 0 shows all of it; drag to move.",
    "مفاتيح الأسهم تنقل من مربع إلى آخر، وEnter يضع المربع في الوسط، و+ و− للتكبير والتصغير، و0 لإظهار الكل؛ واسحب للتحريك."));
  home.append(make("div", { class: "explore-tools" },
    make("div", { class: "field" }, make("label", { for: "explore-pick" }, say("In the middle", "في الوسط")), picker),
    make("div", { class: "field" }, make("label", { for: "explore-hop" }, say("How far", "إلى أي مدى")), hop),
    whole,
    glyph("in", "+", "larger", "أكبر", () => zoom(1 / 1.3)), glyph("out", "−", "smaller", "أصغر", () => zoom(1.3)),
    button("fit", "Show all", "أظهر الكل", () => fit(0))), help, note, canvas, about, legend, list);
  Object.assign(explore, { home, picker, hopControl: hop, note, canvas, about, list });
  if ("IntersectionObserver" in window) {
    const watcher = new IntersectionObserver((seen) => {
      if (seen.some((one) => one.isIntersecting)) { watcher.disconnect(); drawExplore(); }
    }, { rootMargin: "400px" });
    watcher.observe(home);
  } else drawExplore();
}

const explorePlace = () => (explore.center ? "explore/" + explore.center : "explore");
const graphSize = () => D.sources.length + D.documents.length + D.statements.length + D.claims.length + D.entities.length;

// The node in the middle: what the address says, else the question with most statements.
function centerNode() {
  if (state.place.startsWith("explore/")) {
    const wanted = state.place.slice("explore/".length);
    if (nodeOf(wanted)) return wanted;
  }
  if (explore.center && nodeOf(explore.center)) return explore.center;
  let [most, at] = [-1, 0];
  D.figures.forEach((figures, c) => {
    const n = behind(figures, "standing").length;
    if (n > most) [most, at] = [n, c];
  });
  return D.claims.length > 0 ? anchorOf("claim", at) : D.sources.length > 0 ? anchorOf("source", 0) : "";
}

function drawExplore(force = false) {
  if (!explore.home) return;
  const center = centerNode();
  if (center === "") return;
  const hop = setting("hop") === "2" ? 2 : 1;
  const whole = setting("all") === "1";
  const key = [center, hop, whole, lang(), vantage.key].join(" ");
  if (key === explore.drawn && !force) return;
  Object.assign(explore, { center, hop, whole, drawn: key, focus: center, warned: false });
  explore.picker.value = center;
  explore.hopControl.value = String(hop);
  buildGraph();
  const { nodes, left } = whole
    ? { nodes: Array.from(new Set([center, ...graph.next.keys()])).sort(), left: 0 }
    : near(center, hop, MOST_NEAR);
  const lines = linesAmong(nodes, whole ? "" : center);
  const laid = lay(nodes, lines, nodeName, rtl(), notesOf);
  const boxes = counted(nodes.length, ["box", "boxes"], ["مربع واحد", "مربعان", "مربعات", "مربعًا"]);
  explore.note.replaceChildren(...say(
    boxes[0] + (left > 0 ? "; " + left + " more are not drawn: put another box in the middle, or draw the whole graph" : ""),
    boxes[1] + (left > 0 ? "؛ ولم يُرسم غيرها (" + left + "): ضع مربعًا آخر في الوسط أو ارسم الكل" : "")));
  explore.canvas.replaceChildren(picture(laid, center));
  explore.view = null;
  fit();
  drawList(lines, nodes);
  aboutNode(center);
}

function picture(laid, center) {
  const svg = draw("svg", { role: "group", class: "graph", "aria-describedby": "explore-help" });
  svg.setAttribute("aria-label", pick("Graph of what is near: ", "رسم ما يتصل بـ: ") + nodeName(center));
  svg.append(heads("head-"));
  const under = draw("g", { class: "lines", "aria-hidden": "true" });
  const labels = draw("g", { class: "line-labels", "aria-hidden": "true" });
  for (const { line, d, at } of laid.paths) {
    const tone = line.kind === "bears" ? line.stance : line.kind === "chain" && COMMITMENT_WORDS[line.commitment] ? line.commitment : line.kind === "excludes" ? "denies" : "neutral";
    const back = line.kind === "bears" && isTakenBack(line.from);
    const path = draw("path", { d, class: ["line", line.kind, tone, back ? "back" : ""].join(" ").trim(), "marker-end": "url(#head-" + tone + ")" });
    under.append(path);
    const words = pick(...lineWords(line, true));
    const said = line.kind === "bears" || (line.kind === "chain" && (COMMITMENT_WORDS[line.commitment] || line.through || line.weight > 1)) || !["bears", "chain", "holds", "published", "concerns", "describes"].includes(line.kind);
    if (!said || laid.paths.length > 240) continue;
    const text = line.kind === "chain" && !line.through && !COMMITMENT_WORDS[line.commitment] ? "×" + line.weight : words + (line.weight > 1 ? " ×" + line.weight : "");
    // Along its own line, from the box that it leaves or enters; never under a box, in lines as short as the gap.
    wrap(text, BOX.gapX - 24, 3).forEach((part, i, parts) => {
      const way = direction(text);
      const anchor = (at[2] > 0) === (way === "ltr") ? "start" : "end";
      labels.append(draw("text", { x: at[0], y: at[1] - 4 - (parts.length - 1 - i) * 13, "text-anchor": anchor, direction: way, class: "line-label " + tone }, part));
    });
  }
  svg.append(under, labels);
  const over = draw("g", { class: "boxes" });
  for (const box of laid.boxes) over.append(boxOf(box, center));
  svg.append(over);
  explore.laid = laid;
  explore.svg = svg;
  moveable(svg);
  return svg;
}

function boxOf(box, center) {
  const node = nodeOf(box.id);
  const back = isTakenBack(box.id);
  const record = recordOf(box.id);
  const out = (node.kind === "statement" && vantage.unheard.has(node.place)) || (vantage.kind === "source" && node.kind === "source" && node.place === vantage.source);
  const group = draw("g", {
    class: ["box", node.kind, box.id === center ? "center" : "", out ? "unheard" : "", back ? "back" : "", record.u ? "withheld" : "", record.w ? "not-reviewed" : ""].join(" ").trim(),
    transform: `translate(${box.x} ${box.y})`, role: "button", tabindex: box.id === explore.focus ? 0 : -1, "data-node": box.id,
  });
  group.append(draw("rect", { width: box.width, height: box.height, rx: node.kind === "source" ? 12 : 2 }));
  if (record.w) group.append(draw("rect", { width: box.width, height: box.height, rx: node.kind === "source" ? 12 : 2, class: "hatching" }));
  const middle = box.width / 2;
  const kind = pick(...KIND_WORDS[node.kind]) ;
  group.append(draw("text", { x: middle, y: BOX.pad + 8, "text-anchor": "middle", direction: rtl() ? "rtl" : "ltr", class: "kind" }, kind));
  // The box's words are its name for screen readers; what was cut off, or is not to be seen, is said beside it.
  group.append(" ");
  const full = nodeName(box.id);
  const way = direction(full);
  const more = [box.cut ? full : "", out ? pick("not counted from here", "غير معدود من هنا") : ""].filter((words) => words !== "");
  if (more.length > 0) group.setAttribute("aria-description", more.join(pick(", ", "، ")));
  box.text.forEach((line, i) => {
    group.append(draw("text", { x: middle, y: BOX.pad + 26 + i * BOX.line, "text-anchor": "middle", direction: way, class: "name" }, line), " ");
  });
  box.notes.forEach((words, i) => {
    const y = BOX.pad + 24 + (box.text.length + i) * BOX.line;
    group.append(draw("text", { x: middle, y, "text-anchor": "middle", direction: rtl() ? "rtl" : "ltr", class: "kind" }, pick(...words)), " ");
  });
  return group;
}

function moveable(svg) {
  let from = null;
  svg.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    from = { x: event.clientX, y: event.clientY, view: { ...explore.view }, moved: false };
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from) return;
    const scale = from.view.w / svg.clientWidth;
    const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
    if (!from.moved && Math.abs(dx) + Math.abs(dy) < 5) return;
    if (!from.moved) svg.setPointerCapture(event.pointerId);
    from.moved = true;
    look({ ...explore.view, x: from.view.x - dx * scale, y: from.view.y - dy * scale });
  });
  const end = () => { setTimeout(() => { from = null; }, 0); };
  svg.addEventListener("pointerup", end);
  svg.addEventListener("pointercancel", end);
  svg.addEventListener("click", (event) => {
    const box = event.target.closest("[data-node]");
    if (box && !(from && from.moved)) choose(box.dataset.node);
  });
  svg.addEventListener("focusin", (event) => {
    const box = event.target.closest("[data-node]");
    if (box) { rove(box); aboutNode(box.dataset.node); }
  });
  svg.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15);
  }, { passive: false });
  svg.addEventListener("keydown", graphKeys);
}

function graphKeys(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const box = event.target.closest("[data-node]");
  if (event.key === "+" || event.key === "=") zoom(1 / 1.3);
  else if (event.key === "-") zoom(1.3);
  else if (event.key === "0") fit(0);
  else if ((event.key === "Enter" || event.key === " ") && box) choose(box.dataset.node, true);
  else if (event.key.startsWith("Arrow") && box) step(box.dataset.node, event.key);
  else return;
  event.preventDefault();
}

// Puts a node in the middle. What is unknown has no neighbourhood beyond its statement.
function choose(id, keep = false) {
  if (id.startsWith("unknown-")) return;
  if (id === explore.center) {
    const node = nodeOf(id);
    aboutNode(id);
    if (node && node.kind !== "entity" && keep) explore.about.querySelector("a")?.focus();
    return;
  }
  go(changed({ all: "" }, "explore/" + id), "push", false);
  const box = explore.svg.querySelector("[data-node='" + CSS.escape(id) + "']");
  box?.focus({ preventScroll: true });
  box?.scrollIntoView({ block: "nearest" });
}

function rove(box) {
  for (const one of all("[data-node]", explore.svg)) one.setAttribute("tabindex", one === box ? "0" : "-1");
  explore.focus = box.dataset.node;
}

// The nearest box in a direction.
function step(id, key) {
  const here = explore.laid.boxes.find((box) => box.id === id);
  const [dx, dy] = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[key] || [0, 0];
  let [found, least] = [null, Infinity];
  for (const box of explore.laid.boxes) {
    const [x, y] = [box.x - here.x, box.y + box.height / 2 - here.y - here.height / 2];
    const along = x * dx + y * dy;
    if (box === here || along <= 4) continue;
    const cost = along + 2.5 * Math.abs(x * dy + y * dx);
    if (cost < least) [found, least] = [box, cost];
  }
  if (!found) return;
  const element = explore.svg.querySelector("[data-node='" + CSS.escape(found.id) + "']");
  element.focus({ preventScroll: true });
  keepInView(found);
}

function look(view) {
  explore.view = view;
  explore.svg.setAttribute("viewBox", [view.x, view.y, view.w, view.h].map((n) => Math.round(n * 10) / 10).join(" "));
}

// At first never so small that nothing can be read, and as high as it needs, within some screens; what does not fit is
// reached by moving.
function fit(least = 0.62) {
  if (!explore.svg) return;
  const { wide, tall } = explore.laid;
  const width = explore.canvas.clientWidth || 900;
  const room = Math.max(420, window.innerHeight * 0.78);
  const scale = Math.min(1.25, Math.max(least, least > 0 ? width / (wide + 40) : Math.min(width / (wide + 40), (room - 20) / (tall + 40))));
  const height = Math.min(Math.max((tall + 40) * scale, 260), least > 0 ? Math.max(room, window.innerHeight * 3) : room);
  explore.svg.setAttribute("width", "100%");
  explore.svg.setAttribute("height", String(Math.round(height)));
  const view = { w: width / scale, h: height / scale };
  const middle = explore.laid.boxes.find((box) => box.id === explore.center);
  const clamp = (at, size, whole) => (whole + 40 <= size ? (whole - size) / 2 : Math.min(Math.max(at - size / 2, -20), whole + 20 - size));
  look({ ...view, x: clamp(middle.x + middle.width / 2, view.w, wide), y: clamp(middle.y + middle.height / 2, view.h, tall) });
}

function zoom(by) {
  if (!explore.svg) return;
  const { x, y, w, h } = explore.view;
  const factor = Math.min(Math.max(w * by, 240), 40000) / w;
  look({ x: x + (w - w * factor) / 2, y: y + (h - h * factor) / 2, w: w * factor, h: h * factor });
}

function keepInView(box) {
  const { x, y, w, h } = explore.view;
  const inside = (at, size, from, room) => (at < from + 10 ? at - 10 : at + size > from + room - 10 ? at + size - room + 10 : from);
  look({ w, h, x: inside(box.x, box.width, x, w), y: inside(box.y, box.height, y, h) });
}

function aboutNode(id) {
  const node = nodeOf(id);
  if (!node) return;
  const parts = [make("span", { class: "kind" }, say(...KIND_WORDS[node.kind])), " "];
  if (node.kind === "unknown") parts.push(...say("‹unknown›: nobody is written there", "‹غير معروف›: لا أحد مكتوب هنا"));
  else if (node.kind === "entity") parts.push(...named("entity", node.place));
  else parts.push(make("a", { href: "#" + homeOf(node.kind, node.place) }, named(node.kind, node.place)), " ", make("span", { class: "note" }, say("(go there)", "(اذهب إليه)")));
  explore.about.replaceChildren(make("p", {}, parts));
}

// The lines as sentences, for screen readers and for print.
function drawList(lines, nodes) {
  const body = explore.list.querySelector("div");
  const most = 400;
  const name = (id) => {
    const node = nodeOf(id);
    if (node.kind === "unknown") return say("‹unknown›", "‹غير معروف›");
    return [make("a", { href: "#explore/" + id }, node.kind === "statement" ? [make("bdi", {}, idOf("statement", node.place)), " ", named("statement", node.place)] : named(node.kind, node.place))];
  };
  const items = lines.slice(0, most).map((line) => {
    const words = lineWords(line);
    return make("li", {}, name(line.from), " ", make("span", { class: "relation" }, say(words[0], words[1])), " ", name(line.to),
      line.weight > 1 ? " ×" + line.weight : null);
  });
  body.replaceChildren(make("ul", {}, items));
  if (lines.length > most) body.append(make("p", {}, say((lines.length - most) + " more lines", "وخطوط أخرى: " + (lines.length - most))));
  if (nodes.length === 1) body.replaceChildren(make("p", {}, say("Nothing touches it.", "لا شيء يتصل به.")));
}
