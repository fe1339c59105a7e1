// What is done only when a part comes near: buttons and links are added to sections as one approaches them, and in a
// large case the sections themselves wait in templates. A link leads into them all the same, and before printing all
// of them are put in place.

const waiting = () => all("template[data-lazy]");
const PARTS = "main > section, article.question";
const enhanced = new WeakSet();
let watcher = null;

function unfold(template) {
  if (!template.isConnected) return;
  const parent = template.parentElement;
  const part = template.content.cloneNode(true);
  const news = Array.from(part.children);
  template.replaceWith(part);
  for (const one of news) restate(one);
  if (parent && enhanced.has(parent)) news.forEach(dress);
}

// A part as one comes near it.
function enhance(part) {
  if (enhanced.has(part)) return;
  enhanced.add(part);
  all("template[data-lazy]", part).forEach(unfold);
  dress(part);
}

// What every part needs before it is used: ways from figures to their evidence, and buttons.
function dress(part) {
  dressFigures(part);
  addCitations(part);
}

// What every part needs before it is read: figures as they are from here.
function restate(part) {
  redrawFigures(part);
  markUnheard(part);
}

// The element with an id, taken out of its template first where it waits in one.
function summon(id) {
  let here = byId(id);
  if (!here) {
    const template = waiting().find((one) => one.dataset.lazy === id || one.content.getElementById(id));
    if (template) unfold(template);
    here = byId(id);
  }
  for (let part = here && here.closest(PARTS); part; part = part.parentElement.closest(PARTS)) enhance(part);
  return here;
}

function watchParts() {
  const parts = all(PARTS);
  if ("IntersectionObserver" in window) {
    watcher = new IntersectionObserver((seen) => {
      for (const one of seen) {
        if (!one.isIntersecting) continue;
        watcher.unobserve(one.target);
        enhance(one.target);
      }
    }, { rootMargin: "1500px 0px" });
    for (const part of parts) watcher.observe(part);
  } else parts.forEach(enhance);
  // Whoever comes by the keyboard may be there before the part was seen.
  document.addEventListener("focusin", (event) => {
    const part = event.target.closest && event.target.closest(PARTS);
    if (!part) return;
    enhance(part);
    const next = part.nextElementSibling;
    if (next && next.matches(PARTS)) enhance(next);
  });
  window.addEventListener("beforeprint", () => waiting().forEach(unfold));
}
