// Parts of a large case wait in templates and are put in place when they are needed: when they come near, when
// a link leads into them, and all of them before printing.

const waiting = () => all("template[data-lazy]");

function unfold(template) {
  if (!template.isConnected) return;
  const part = template.content.cloneNode(true);
  const parent = template.parentNode;
  template.replaceWith(part);
  if (parent) enhance(parent);
}

// The element with an id, taken out of its template first where it waits in one.
function summon(id) {
  const here = byId(id);
  if (here) return here;
  for (const template of waiting()) {
    if (template.dataset.lazy === id || template.content.getElementById(id)) {
      unfold(template);
      return byId(id);
    }
  }
  return null;
}

function watchTemplates() {
  const templates = waiting();
  if (templates.length === 0) return;
  if (!("IntersectionObserver" in window)) {
    templates.forEach(unfold);
    return;
  }
  const watcher = new IntersectionObserver((seen) => {
    for (const one of seen) {
      if (!one.isIntersecting) continue;
      watcher.unobserve(one.target);
      all("template[data-lazy]", one.target).forEach(unfold);
    }
  }, { rootMargin: "1200px 0px" });
  for (const template of templates) watcher.observe(template.parentElement);
  window.addEventListener("beforeprint", () => waiting().forEach(unfold));
}

// What every part needs once it is on the page.
function enhance(part) {
  dressFigures(part);
  addCitations(part);
  markUnheard(part);
}
