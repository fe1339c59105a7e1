// Tables that can be put in order and narrowed: questions, sources, documents, statements.

const TABLE_KIND = { questions: "claim", sources: "source", documents: "document", statements: "statement" };
const tables = new Map();

function rowsOf(table) {
  return all("tr[data-id]", table);
}

function setUpTables() {
  for (const table of all("table[data-table]")) {
    const kind = TABLE_KIND[table.dataset.table];
    if (!kind || tables.has(table.dataset.table)) continue;
    const rows = rowsOf(table).map((row, i) => entryOf(kind, row, i));
    const waiting = table.querySelector("script[data-pack]");
    tables.set(table.dataset.table, { table, kind, rows, order: rows, name: table.dataset.table, sorted: "", waiting });
    setUpSorting(table);
  }
  for (const one of tables.values()) setUpFilters(one);
}

const entryOf = (kind, row, i) => ({ row, i, place: KINDS[kind].at.get(row.dataset.id), folded: null });

// Brings the rows that wait in the file.
function fillTable(one) {
  if (!one.waiting) return;
  const [script, body] = [one.waiting, one.waiting.parentElement];
  one.waiting = null;
  const rows = Array.from(elementsOf(script).children);
  one.rows = one.rows.concat(rows.map((row, i) => entryOf(one.kind, row, one.rows.length + i)));
  one.order = one.rows;
  for (const row of rows) row.hidden = true;
  script.remove();
  body.append(...rows);
  restate(one.table);
  if (enhanced.has(one.table.closest(PARTS))) dress(one.table);
  narrow(one);
}

// How many rows a table has, those that wait with them.
const rowCount = (one) => (one.waiting ? Number(one.waiting.parentElement.dataset.rows) : one.rows.length);

function setUpSorting(table) {
  all("th[data-sort]", table).forEach((head, column) => {
    head.dataset.column = String(Array.from(head.parentNode.children).indexOf(head));
    head.setAttribute("aria-sort", "none");
    // Browsers do not draw buttons in a heading that is repeated on the next sheet of paper.
    const onPaper = make("span", { class: "on-paper" }, Array.from(head.childNodes, (node) => node.cloneNode(true)));
    const button = make("button", { type: "button", class: "sort", "data-key": table.dataset.table + ":sort:" + column }, Array.from(head.childNodes));
    button.append(make("span", { class: "order", "aria-hidden": "true" }));
    head.replaceChildren(button, onPaper);
    button.addEventListener("click", () => {
      const up = head.getAttribute("aria-sort") !== "ascending";
      go(changed({ [table.dataset.table + ".sort"]: head.dataset.column + (up ? "u" : "d") }), "replace", false);
    });
  });
}

// What a cell is sorted by: a value given with it, else what it shows in the language that is shown.
function cellText(cell) {
  if (!cell) return "";
  if (cell.dataset.value !== undefined) return cell.dataset.value;
  const other = lang() === "ar" ? "en" : "ar";
  const copy = cell.cloneNode(true);
  for (const hidden of all("[data-l='" + other + "'], .was, .unheard-note", copy)) hidden.remove();
  return copy.textContent.trim();
}

function cellKey(cell, how) {
  const text = cellText(cell);
  if (how === "number") {
    const found = /-?\d+(?:\.\d+)?/u.exec(text.replace(/[٠-٩]/gu, foldOne));
    return found ? Number(found[0]) : null;
  }
  if (how === "date") {
    const time = cell && cell.querySelector("time[datetime]");
    if (cell && cell.dataset.value !== undefined) return cell.dataset.value || null;
    if (time) return time.getAttribute("datetime");
    const found = /\d{4}(?:-\d{2}){0,2}/u.exec(text);
    return found ? found[0] : null;
  }
  return text === "" ? null : text;
}

function sortTable(one, how) {
  if (how === one.sorted) return;
  fillTable(one);
  const wanted = /^(\d+)([ud])$/u.exec(how);
  const heads = all("th[data-sort]", one.table);
  const head = wanted && heads.find((h) => h.dataset.column === wanted[1]);
  for (const other of heads) other.setAttribute("aria-sort", other === head ? (wanted[2] === "u" ? "ascending" : "descending") : "none");
  const entries = one.rows.map((entry) => ({
    entry, key: head ? cellKey(entry.row.children[Number(wanted[1])], head.dataset.sort) : entry.i,
  }));
  const compare = new Intl.Collator(lang(), { numeric: true }).compare;
  const down = head && wanted[2] === "d" ? -1 : 1;
  entries.sort((a, b) => {
    // What has no value stays last, whichever way one looks.
    if (a.key === null || b.key === null) return (a.key === null) - (b.key === null) || a.entry.i - b.entry.i;
    const order = typeof a.key === "number" ? a.key - b.key : compare(a.key, b.key);
    return order * down || a.entry.i - b.entry.i;
  });
  const body = one.rows.length > 0 ? one.rows[0].row.parentNode : null;
  if (body) body.append(...entries.map(({ entry }) => entry.row));
  one.order = entries.map(({ entry }) => entry);
  one.sorted = how;
  if (one.controls && rowCount(one) > LONG_TABLE) narrow(one);
}
