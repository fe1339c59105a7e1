// One search over questions, sources, texts, statements and entities: a list of links, by keyboard too.

const SEARCHED = [
  ["claim", "Questions", "المسائل", "questions"], ["source", "Sources", "المصادر", "sources"],
  ["document", "Texts", "النصوص", "documents"], ["statement", "Statements", "الأقوال", "statements"], ["entity", "People, groups, places", "أشخاص وجماعات وأمكنة", null],
];
const SHOWN_OF_A_KIND = 6;
let index = null;

// What most is said of comes first.
let weights = null;
function weightOf(kind, place) {
  if (!weights) {
    weights = { claim: D.figures.map((one) => behind(one, "standing").length), source: D.sources.map(() => 0) };
    D.statements.forEach((_, s) => { for (const source of unique(sourcesOf(s))) weights.source[source] += 1; });
  }
  return weights[kind] ? weights[kind][place] : 0;
}

function searchIndex() {
  if (index) return index;
  index = SEARCHED.map(([kind]) => KINDS[kind].list.map((one, i) => {
    const words = [one.id, ...(one.al || []), one.t || "", one.by && kind === "document" ? one.by : ""];
    for (const part of [one.g, one.q, one.n]) if (part) words.push(...Object.values(part));
    if (kind === "source") words.push(...sourceWords(i));
    if (kind === "document" && one.o !== undefined) words.push(...sourceWords(one.o));
    if (kind === "statement") {
      const quoted = [one.by].filter((by) => by !== undefined);
      words.push(...quoted.flatMap(sourceWords));
    }
    return fold(words.join("\n"));
  }));
  return index;
}

function searchTool() {
  const input = make("input", { type: "search", id: "search", autocomplete: "off", spellcheck: "false", dir: "auto" });
  const results = make("div", { id: "search-results", class: "results", hidden: true });
  const status = make("p", { class: "unseen", role: "status", "aria-live": "polite" });
  const tool = make("div", { class: "tool search", role: "search" },
    make("label", { for: "search" }, say("Find in this report", "ابحث في هذا التقرير")), input, results, status);
  labelled(tool, "aria-label", "Find in this report", "ابحث في هذا التقرير");
  labelled(results, "aria-label", "What was found", "ما وُجد");
  results.setAttribute("role", "region");
  let timer = 0;
  // What waits to be drawn would open the list again.
  const close = () => { clearTimeout(timer); results.hidden = true; };
  const draw = () => {
    const asked = askedWords(input.value);
    results.replaceChildren();
    results.hidden = asked.length === 0;
    if (asked.length === 0) { status.textContent = ""; return; }
    let total = 0;
    SEARCHED.forEach(([kind, en, ar, table], n) => {
      const found = [];
      searchIndex()[n].forEach((text, i) => { if (holds(text, asked)) found.push(i); });
      total += found.length;
      found.sort((a, b) => weightOf(kind, b) - weightOf(kind, a) || a - b);
      if (found.length === 0) return;
      const items = found.slice(0, SHOWN_OF_A_KIND).map((i) => make("li", {}, resultLink(kind, i)));
      if (found.length > SHOWN_OF_A_KIND && table) {
        const href = "#" + table + "&" + table + ".q=" + encodeURIComponent(input.value.trim());
        items.push(make("li", {}, make("a", { href, class: "more" }, say("all " + found.length + " in the table", "كلها في الجدول (" + found.length + ")"))));
      }
      results.append(make("p", { class: "group" }, say(en + " (" + found.length + ")", ar + " (" + found.length + ")")), make("ul", {}, items));
    });
    if (total === 0) results.append(make("p", {}, say("Nothing in this report has these words.", "ليس في هذا التقرير هذه الكلمات.")));
    const words = counted(total, ["result", "results"], ["نتيجة واحدة", "نتيجتان", "نتائج", "نتيجة"]);
    status.replaceChildren(...say(words[0], words[1]));
  };
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(draw, 80); });
  input.addEventListener("focus", () => { if (input.value !== "" && results.hidden) draw(); });
  tool.addEventListener("keydown", (event) => {
    // A key leads into the list of what is typed now, not of what was typed before.
    if (document.activeElement === input && (event.key === "ArrowDown" || event.key === "Enter")) { clearTimeout(timer); draw(); }
    const links = all("a", results);
    const at = links.indexOf(document.activeElement);
    if (event.key === "Escape") { close(); input.focus(); }
    else if (event.key === "Enter" && document.activeElement === input && links.length > 0) links[0].click();
    else if (event.key === "ArrowDown" && links.length > 0) links[Math.min(at + 1, links.length - 1)].focus();
    else if (event.key === "ArrowUp" && at === 0) input.focus();
    else if (event.key === "ArrowUp" && at > 0) links[at - 1].focus();
    else return;
    event.preventDefault();
  });
  results.addEventListener("click", (event) => { if (event.target.closest("a")) close(); });
  document.addEventListener("click", (event) => { if (!tool.contains(event.target)) close(); });
  tool.addEventListener("focusout", (event) => { if (event.relatedTarget && !tool.contains(event.relatedTarget)) close(); });
  return tool;
}

function resultLink(kind, place) {
  const link = linkTo(kind, place);
  if (kind === "statement") {
    const one = D.statements[place];
    const day = D.documents[one.d].pw;
    link.append(make("span", { class: "about" }, " — ", one.by === undefined ? say("‹unknown›", "‹غير معروف›") : named("source", one.by), day ? [" · ", say(...day)] : say(" · undated", " · بلا تاريخ")));
  }
  return link;
}
