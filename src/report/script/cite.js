// A statement as a citation: outlet, title, date, ids, offsets, digest, paraphrase; to copy, or to mark and copy by hand.

function citation(s) {
  const one = D.statements[s];
  const document = D.documents[one.d];
  const t = pick;
  const spans = (one.c || []).map(([start, end]) => start + "–" + end).join(", ");
  const by = one.by === undefined ? t("‹unknown›", "‹غير معروف›") : nameOf("source", one.by);
  const lines = [
    (document.o === undefined ? t("outlet not entered", "الجهة الناشرة غير مدخلة") : nameOf("source", document.o)) +
      (document.t ? t(", “", "، «") + document.t + t("”", "»") : "") + t(", ", "، ") + (document.pw ? t(...document.pw) : t("undated", "بلا تاريخ")),
    document.url || "",
    t("said by: ", "القائل: ") + by,
    ...chains(one).map((chain) => t("came through: ", "جاء عبر: ") + chain),
    t("paraphrase", "الخلاصة") + (one.w ? t(" (not reviewed)", " (لم تُراجَع)") : t(" (reviewed)", " (روجعت)")) + ": " + (best(one.g) || t("none", "لا شيء")),
    t("case ", "الملف ") + D.case + t(", text ", "، النص ") + document.id + (document.file ? " (" + document.file + ")" : "") + t(", statement ", "، القول ") + one.id,
    spans ? t("characters (Unicode scalar values) ", "المحارف (قيم يونيكود) ") + spans : t("no words marked", "لا كلام معلَّم"),
    one.an ? t(...(D.words.anchor[one.an] || [one.an, one.an])) : "",
    document.sha ? "SHA-256 " + document.sha : t("no digest of the text", "لا بصمة للنص"),
  ];
  return lines.filter((line) => line !== "").join("\n");
}

// The links of each chain of a statement in words, from its origin to the page; what nobody wrote says so.
function chains(one) {
  const link = ([source, , , inferred]) => (source < 0 ? pick("‹unknown›", "‹غير معروف›") : nameOf("source", source)) +
    (inferred ? pick(" (inferred)", " (بالاستنتاج)") : "");
  return (one.ch || []).filter((chain) => chain.length > 1).map((chain) => chain.map(link).join(pick(" → ", " ← ")));
}

async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

// Where nothing may be put on the clipboard, the text is shown and marked.
function offerText(button, text) {
  const old = button.parentNode.querySelector(".citation");
  const area = old || make("textarea", { class: "citation", readonly: true, rows: "7", dir: "auto" });
  if (!old) {
    labelled(area, "aria-label", "Citation, marked for copying", "الإحالة، محدَّدة للنسخ");
    button.after(area);
  }
  area.value = text;
  area.focus();
  area.select();
  tell("Marked: copy it with the keyboard.", "حُدِّدت: انسخها بلوحة المفاتيح.");
}

function addCitations(part) {
  const articles = all("article[id^='statement-']", part);
  for (const article of part.matches("article[id^='statement-']") ? [part] : articles) {
    const place = KINDS.statement.at.get(article.id.slice("statement-".length));
    if (place === undefined || article.querySelector(".statement-tools")) continue;
    const cite = make("button", { type: "button", class: "button cite", "data-key": "cite-" + article.id }, say("Copy citation", "انسخ الإحالة"));
    cite.addEventListener("click", async () => {
      const text = citation(place);
      if (await copyText(text)) tell("Citation copied.", "نُسخت الإحالة.");
      else offerText(cite, text);
      cite.dataset.done = "1";
    });
    const near = make("a", { class: "button", href: "#explore/" + article.id }, say("Its neighbours", "ما يتصل به"));
    article.append(make("div", { class: "statement-tools" }, cite, near));
  }
  for (const section of part.matches("section.claim[id^='claim-']") ? [part] : []) {
    if (!KINDS.claim.at.has(section.id.slice("claim-".length)) || section.querySelector(".explore-link")) continue;
    const head = section.querySelector("h2, h3");
    if (head) head.after(make("p", { class: "explore-link" }, make("a", { href: "#explore/" + section.id }, say("Its neighbours as a graph", "ما يتصل بها رسمًا"))));
  }
  for (const row of all("table[data-table] tr[data-id]", part)) {
    const kind = TABLE_KIND[row.closest("table").dataset.table];
    if (!kind || kind === "statement" || kind === "claim" || row.querySelector(".explore-link")) continue;
    if (!KINDS[kind].at.has(row.dataset.id)) continue;
    const cell = row.querySelector("th, td");
    const link = make("a", { class: "explore-link", href: "#explore/" + kind + "-" + row.dataset.id }, say("neighbours", "ما يتصل به"));
    if (cell) cell.append(" ", link);
  }
}
