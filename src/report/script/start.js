// The order in which the page comes to life, and what happens whenever the reader goes somewhere else.

const FIRST = { lang: root.dataset.lang || root.lang || "en", theme: root.dataset.theme || "" };

function speak(tag) {
  if (root.dataset.lang === tag) return false;
  root.dataset.lang = tag;
  root.lang = tag;
  root.dir = tag === "ar" ? "rtl" : "ltr";
  // The tab, and the name of what is printed.
  document.title = best(D.title, tag) || document.title;
  relabel();
  return true;
}

function light(theme) {
  if (theme === "") delete root.dataset.theme;
  else root.dataset.theme = theme;
}

// Shows the state; `arrive` says that the reader followed a link, so its place gets the focus.
function show(before, arrive) {
  const tag = ["en", "ar"].includes(setting("lang")) ? setting("lang") : FIRST.lang;
  const spoke = speak(tag);
  light(["light", "dark"].includes(setting("theme")) ? setting("theme") : FIRST.theme);
  const from = vantage.key;
  const asked = setting("asof") !== "" ? "asof=" + setting("asof") : setting("without") !== "" ? "without=" + setting("without") : "";
  if (asked !== from) lookFrom(setting("asof"), setting("without"));
  for (const control of Object.values(controls)) control();
  for (const one of tables.values()) {
    const narrowing = Array.from(one.controls.keys()).some((name) => {
      const key = one.name + "." + name;
      return (state.settings.get(key) || "") !== (before.settings.get(key) || "");
    });
    const evidence = one.kind === "statement" && (setting("of") !== (before.settings.get("of") || "") || (setting("of") !== "" && asked !== from));
    if (narrowing || evidence || spoke || !one.ready || (one.kind === "claim" && asked !== from)) narrow(one);
    sortTable(one, setting(one.name + ".sort"));
    one.ready = true;
  }
  if (state.place.startsWith("explore/") || explore.drawn !== "") drawExplore();
  if (!arrive) return;
  if (state.place.startsWith("explore")) arriveAt("explore");
  else if (setting("of") !== "" && state.place === "statements" && tables.has("statements")) arriveAtEvidence();
  else if (state.place !== "") arriveAt(state.place);
}

function arriveAtEvidence() {
  const one = tables.get("statements");
  const note = one.evidence;
  note.setAttribute("tabindex", "-1");
  note.focus({ preventScroll: true });
  bring(note);
}

function start() {
  if (!D.claims) return;
  setUpTools();
  setUpTables();
  setUpExplore();
  state = readHash(location.hash);
  const empty = { place: "", settings: new Map() };
  show(empty, state.place !== "" || setting("of") !== "");
  watchParts();
  document.addEventListener("click", followLinks);
  window.addEventListener("popstate", backOrForward);
  window.addEventListener("hashchange", () => {
    if (writeHash(readHash(location.hash)) !== writeHash(state)) backOrForward(null);
  });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => controls.theme && controls.theme());
  try { history.scrollRestoration = "manual"; } catch { /* The browser then does as it likes. */ }
  root.dataset.ready = "1";
}

start();
