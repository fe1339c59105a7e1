// Where the reader is, kept in the address: a place, then settings, as `#statement-003-20&asof=2018-05-11`. So every
// state has a link, and the back button goes back through them.

let state = { place: "", settings: new Map() };

function readHash(hash) {
  const settings = new Map();
  let place = "";
  const parts = hash.replace(/^#/u, "").split("&").filter((part) => part !== "");
  for (const [i, part] of parts.entries()) {
    const at = part.indexOf("=");
    const read = (text) => {
      try { return decodeURIComponent(text); } catch { return text; }
    };
    if (at > 0) settings.set(read(part.slice(0, at)), read(part.slice(at + 1)));
    else if (i === 0) place = read(part);
  }
  return { place, settings };
}

function writeHash({ place, settings }) {
  const parts = place === "" ? [] : [place];
  for (const name of Array.from(settings.keys()).sort()) {
    const value = settings.get(name);
    if (value !== "") parts.push(name + "=" + encodeURIComponent(value));
  }
  return "#" + parts.join("&");
}

const setting = (name) => state.settings.get(name) || "";

// The state with some settings changed; empty ones are taken out.
function changed(change, place = state.place) {
  const settings = new Map(state.settings);
  for (const [name, value] of Object.entries(change)) {
    if (value === "" || value === null) settings.delete(name);
    else settings.set(name, String(value));
  }
  // One looks from one place at a time: a day or a source.
  if (change.asof) settings.delete("without");
  else if (change.without) settings.delete("asof");
  return { place, settings };
}

function remember(how, hash) {
  try {
    if (how === "replace") history.replaceState(history.state, "", hash);
    else {
      const active = document.activeElement;
      const key = active && active.dataset ? active.dataset.key || active.id || "" : "";
      history.replaceState({ y: window.scrollY, key }, "", location.hash || "#");
      history.pushState(null, "", hash);
    }
  } catch {
    location.hash = hash;
  }
}

// Goes to a state. `how`: "push" makes a step that the back button undoes, "replace" does not.
function go(next, how = "push", arrive = true) {
  const before = state;
  const hash = writeHash(next);
  if (how !== "stay" && hash !== writeHash(before)) remember(how, hash);
  state = next;
  show(before, arrive);
}

// Clicks on links within the page keep the settings: a link says where, not from where one looks.
function followLinks(event) {
  if (event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const link = event.target.closest ? event.target.closest("a[href^='#']") : null;
  if (!link) return;
  event.preventDefault();
  const wanted = readHash(link.getAttribute("href"));
  // What a figure rests on is asked for by its own link only.
  const next = changed({ of: "", ...Object.fromEntries(wanted.settings) }, wanted.place || state.place);
  go(next, "push");
}

function backOrForward(event) {
  const before = state;
  state = readHash(location.hash);
  const kept = event && event.state;
  show(before, !kept);
  if (kept) {
    const element = kept.key && (document.querySelector("[data-key='" + CSS.escape(kept.key) + "']") || byId(kept.key));
    if (element) element.focus({ preventScroll: true });
    window.scrollTo(0, kept.y);
  }
}

// Brings a place into view and gives it the focus, as a browser does with a plain link.
function arriveAt(id) {
  const element = summon(id);
  if (!element) return false;
  reveal(element);
  for (const one of all(".arrived")) one.classList.remove("arrived");
  element.classList.add("arrived");
  if (!element.matches("a, button, input, select, [tabindex]")) element.setAttribute("tabindex", "-1");
  element.focus({ preventScroll: true });
  bring(element);
  return true;
}

// Scrolls there, and again as long as parts that are only now laid out move it; the reader's own hand ends that.
let bringing = 0;
function bring(element) {
  bringing += 1;
  const turn = bringing;
  let [quiet, frames] = [0, 0];
  const step = () => {
    if (turn !== bringing || !element.isConnected) return;
    const before = Math.round(element.getBoundingClientRect().top);
    element.scrollIntoView({ block: element.offsetHeight > window.innerHeight / 2 ? "start" : "center" });
    quiet = before === Math.round(element.getBoundingClientRect().top) ? quiet + 1 : 0;
    frames += 1;
    if (quiet < 6 && frames < 90) requestAnimationFrame(step);
  };
  step();
}
for (const hand of ["wheel", "pointerdown", "keydown", "touchstart"]) {
  window.addEventListener(hand, () => { bringing += 1; }, { capture: true, passive: true });
}

// Opens whatever hides an element: a closed summary, a filter.
function reveal(element) {
  for (let at = element; at; at = at.parentElement) {
    if (at.tagName === "DETAILS") at.open = true;
    if (at.tagName === "TR" && at.hidden) at.hidden = false;
  }
}
