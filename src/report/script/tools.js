// The bar at the top: search, the day, the source set aside, language, light and dark.

function choice(id, en, ar, options, chosen) {
  const select = make("select", { id, "data-key": id }, options);
  select.addEventListener("change", () => chosen(select.value));
  return { select, tool: make("div", { class: "tool" }, make("label", { for: id }, say(en, ar)), select) };
}

const controls = {};

function setUpTools() {
  const bar = byId("tools");
  if (!bar) return;
  bar.append(searchTool());
  if ((D.days || []).length > 0) bar.append(dayTool());
  if ((D.without || []).length > 0) bar.append(asideTool());
  bar.append(languageTool(), themeTool());
  bar.hidden = false;
  const contents = document.querySelector("nav.contents");
  const top = make("div", { id: "top" });
  (contents || bar).before(top);
  top.append(...[contents, bar].filter(Boolean));
  const hint = make("span", { id: "evidence-hint", hidden: true }, say("the statements behind this figure", "الأقوال التي وراء هذا الرقم"));
  top.after(banner, teller, hint);
  root.classList.add("scripted");
  keepClear(top);
}

// What stays at the top must not cover what one goes to.
function keepClear(top) {
  const measure = () => {
    const stuck = getComputedStyle(top).position === "sticky" ? top.offsetHeight : 0;
    root.style.setProperty("--stuck", stuck + "px");
    root.style.setProperty("--clear", stuck + (banner.hidden ? 0 : banner.offsetHeight) + "px");
  };
  if ("ResizeObserver" in window) {
    const watcher = new ResizeObserver(measure);
    watcher.observe(top);
    watcher.observe(banner);
  }
  measure();
}

// A slider over the days of the case; its right end (its left, read from the right) is the whole case.
function dayTool() {
  const last = D.days.length;
  const range = make("input", { type: "range", id: "asof", min: "0", max: String(last), step: "1", "data-key": "asof" });
  const out = make("output", { for: "asof", id: "asof-day" });
  const text = (at) => (at >= last ? ["the whole case", "الملف كله"] : D.days[at].w);
  const put = (at) => {
    range.value = String(at);
    out.replaceChildren(...say(...text(at)));
    range.setAttribute("aria-valuetext", pick(...text(at)));
  };
  const less = stepper("asof-less", pick("‹", "›"), "a day earlier", "يوم سابق", () => set(Number(range.value) - 1));
  const more = stepper("asof-more", pick("›", "‹"), "a day later", "يوم لاحق", () => set(Number(range.value) + 1));
  const set = (at) => {
    if (at < 0 || at > last) return;
    put(at);
    go(changed({ asof: at >= last ? "" : D.days[at].day, without: "" }), "push", false);
    sayVantage();
  };
  range.addEventListener("input", () => put(Number(range.value)));
  range.addEventListener("change", () => set(Number(range.value)));
  controls.day = () => {
    const at = D.days.findIndex((one) => one.day === setting("asof"));
    put(at < 0 ? last : at);
    less.textContent = pick("‹", "›");
    more.textContent = pick("›", "‹");
  };
  return make("div", { class: "tool asof" }, make("label", { for: "asof" }, say("As of", "حتى يوم")), less, range, more, out);
}

function stepper(key, sign, en, ar, act) {
  const made = labelled(make("button", { type: "button", class: "button step", "data-key": key }, sign), "aria-label", en, ar);
  made.addEventListener("click", act);
  return made;
}

function asideTool() {
  const none = labelled(make("option", { value: "" }), "text", "nobody", "لا أحد");
  // Those whose setting aside changes most come first.
  const order = D.without.slice().sort((a, b) => b.c.length - a.c.length || b.un.length - a.un.length || a.s - b.s);
  const options = order.map((one) => labelled(make("option", { value: idOf("source", one.s) }), "text",
    () => nameOf("source", one.s) + " (" + pick(...counted(one.c.length, ["question", "questions"], ["مسألة واحدة", "مسألتان", "مسائل", "مسألة"])) + ")"));
  const quiet = D.sources.map((_, s) => s).filter((s) => !D.without.some((one) => one.s === s));
  const rest = quiet.map((s) => labelled(make("option", { value: idOf("source", s) }), "text", () => nameOf("source", s)));
  const more = rest.length === 0 ? [] : [labelled(make("optgroup", {}, rest), "label", "carry nothing here: nothing changes", "لا تحمل شيئًا هنا: لا يتغير شيء")];
  const { select, tool } = choice("without", "Set aside", "استبعِد", [none, ...options, ...more], (value) => {
    go(changed({ without: value, asof: "" }), "push", false);
    sayVantage();
  });
  controls.aside = () => { select.value = KINDS.source.at.has(setting("without")) ? setting("without") : ""; };
  return tool;
}

function sayVantage() {
  const n = all("[data-figure].changed").length;
  if (vantage === WHOLE) tell("The whole case.", "الملف كله.");
  else {
    const words = counted(n, ["figure on this page has changed", "figures on this page have changed"], ["تغيّر رقم واحد في هذه الصفحة", "تغيّر رقمان في هذه الصفحة", "أرقام تغيّرت في هذه الصفحة", "رقمًا تغيّر في هذه الصفحة"]);
    tell(words[0], words[1]);
  }
}

function languageTool() {
  // Each language is named in itself.
  const button = make("button", { type: "button", class: "button", id: "language", "data-key": "language" });
  controls.language = () => {
    const other = rtl() ? "en" : "ar";
    button.textContent = other === "ar" ? "العربية" : "English";
    button.lang = other;
  };
  button.addEventListener("click", () => go(changed({ lang: rtl() ? "en" : "ar" }), "push", false));
  return make("div", { class: "tool" }, button);
}

function themeTool() {
  const button = make("button", { type: "button", class: "button", id: "theme", "data-key": "theme" });
  const dark = () => root.dataset.theme === "dark" || (root.dataset.theme !== "light" && window.matchMedia("(prefers-color-scheme: dark)").matches);
  controls.theme = () => button.replaceChildren(...(dark() ? say("Light", "فاتح") : say("Dark", "داكن")));
  button.addEventListener("click", () => go(changed({ theme: dark() ? "light" : "dark" }), "push", false));
  return make("div", { class: "tool" }, button);
}
