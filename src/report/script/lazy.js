// What is done only when a part comes near: buttons and links are added to it, and what waits packed in the file
// (`packing.rs`) is put in its place. A link leads into what waits all the same, and before printing all of it is there.

const WAITING = "script[data-pack]";
const PARTS = "main > section, article.question, .waiting";
const enhanced = new WeakSet();
let watcher = null;

// The elements of a packed part. What is read as markup here was written into the file by the program, names and
// words of others escaped like everywhere else in it; no part of it is data.
function elementsOf(script) {
  const template = document.createElement("template");
  try {
    template.innerHTML = opened(script.textContent);
  } catch {
    const row = script.dataset.pack === "rows";
    const words = make(row ? "td" : "p", row ? { colspan: "9" } : { class: "notice" }, say(
      "This part of the file is damaged and cannot be shown. The Markdown file beside it has all of it.",
      "هذا الجزء من الملف تالف ولا يمكن عرضه. وهو كامل في ملف Markdown المرافق."));
    template.content.append(row ? make("tr", {}, words) : words);
  }
  return template.content;
}

// Puts a part in its place; what it stood for as a whole gives way to it.
function unpack(script) {
  if (!script.isConnected) return;
  const part = elementsOf(script);
  const news = Array.from(part.children);
  const stead = script.parentElement.matches(".waiting") ? script.parentElement : script;
  const section = stead.parentElement.closest(PARTS);
  if (script.dataset.pack === "picture") script.parentElement.classList.add("all");
  stead.replaceWith(part);
  for (const one of news) restate(one);
  for (const one of news) {
    if (one.matches(PARTS)) watch(one);
    else if (section && enhanced.has(section)) dress(one);
  }
}

// What waits in a part itself, not in a part within it.
const waitingIn = (part) => all(WAITING, part).filter((script) => script.dataset.pack !== "rows" && script.closest(PARTS) === part);

// A part as one comes near it.
function enhance(part) {
  if (enhanced.has(part)) return;
  enhanced.add(part);
  waitingIn(part).forEach(unpack);
  for (const one of tables.values()) if (one.waiting && part.contains(one.table) && one.table.closest(PARTS) === part) fillTable(one);
  if (part.isConnected) dress(part);
}

// What every part needs before it is used: ways from figures to their evidence, and buttons.
function dress(part) {
  dressFigures(part);
  addCitations(part);
}

// What every part needs before it is read: figures as they are from here.
function restate(part) {
  redrawFigures(part);
  restateBeside(part);
  markUnheard(part);
  markChanged(part);
}

// The packed part that holds a place.
let holders = null;
function holderOf(id) {
  if (!holders) {
    holders = new Map();
    for (const script of all(WAITING)) for (const one of (script.dataset.holds || "").split(" ")) if (one !== "") holders.set(one, script);
  }
  return holders.get(id);
}

// The element with an id, put in its place first where it waits.
function summon(id) {
  let here = byId(id);
  if (!here) {
    const script = holderOf(id);
    if (script && script.isConnected) {
      const table = script.dataset.pack === "rows" && tables.get(script.closest("table").dataset.table);
      if (table) fillTable(table);
      else unpack(script);
    }
    here = byId(id);
  }
  for (let part = here && here.closest(PARTS); part; part = part.parentElement.closest(PARTS)) enhance(part);
  return here;
}

function watch(part) {
  if (watcher) watcher.observe(part);
  else enhance(part);
}

// Puts everything in its place at once.
function unpackAll() {
  for (const one of tables.values()) fillTable(one);
  for (const script of all(WAITING)) unpack(script);
}

function watchParts() {
  if ("IntersectionObserver" in window) {
    watcher = new IntersectionObserver((seen) => {
      for (const one of seen) {
        if (!one.isIntersecting) continue;
        watcher.unobserve(one.target);
        enhance(one.target);
      }
    }, { rootMargin: "1500px 0px" });
  }
  all(PARTS).forEach(watch);
  // Whoever comes by the keyboard may be there before the part was seen.
  document.addEventListener("focusin", (event) => {
    const part = event.target.closest && event.target.closest(PARTS);
    if (!part) return;
    enhance(part);
    const next = part.nextElementSibling;
    if (next && next.matches(PARTS)) enhance(next);
  });
  window.addEventListener("beforeprint", unpackAll);
}
