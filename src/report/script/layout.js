// A layered drawing: columns by kind (sources in the order of their chains, texts, statements, questions, entities),
// in each column an order with few crossings (barycentres, ties by id), boxes as high as their words.

const COLUMN_KINDS = ["source", "document", "statement", "claim", "entity"];
const BOX = { width: 178, gapX: 140, gapY: 16, line: 17, pad: 9 };
const pen = document.createElement("canvas").getContext("2d");

function wrap(text, width, most) {
  pen.font = "14px system-ui, sans-serif";
  const lines = [];
  let line = "";
  for (const word of text.split(/\s+/u)) {
    const longer = line === "" ? word : line + " " + word;
    if (line !== "" && pen.measureText(longer).width > width) {
      lines.push(line);
      line = word;
    } else line = longer;
    while (pen.measureText(line).width > width) {
      let cut = line.length - 1;
      while (cut > 1 && pen.measureText(line.slice(0, cut)).width > width) cut -= 1;
      lines.push(line.slice(0, cut));
      line = line.slice(cut);
    }
  }
  if (line !== "") lines.push(line);
  if (lines.length <= most) return lines;
  return [...lines.slice(0, most - 1), lines[most - 1] + "…"];
}

// Columns of some nodes: a source stands after whoever told it, as far as chains go one way.
function columns(nodes, lines) {
  const depth = new Map();
  const sources = nodes.filter((id) => /^(source|unknown)-/u.test(id));
  for (const id of sources) depth.set(id, 0);
  const told = lines.filter((line) => line.kind === "chain" && depth.has(line.from) && depth.has(line.to));
  for (let round = 0; round < Math.min(sources.length, 6); round += 1) {
    let moved = false;
    for (const { from, to } of told) {
      const wanted = depth.get(from) + 1;
      if (wanted > depth.get(to) && wanted <= 6) { depth.set(to, wanted); moved = true; }
    }
    if (!moved) break;
  }
  const deepest = Math.max(0, ...depth.values());
  const column = new Map();
  for (const id of nodes) {
    column.set(id, depth.has(id) ? depth.get(id) : deepest + COLUMN_KINDS.indexOf(id.slice(0, id.indexOf("-"))));
  }
  const used = unique(Array.from(column.values()));
  for (const [id, at] of column) column.set(id, used.indexOf(at));
  const list = used.map(() => []);
  for (const id of nodes.slice().sort()) list[column.get(id)].push(id);
  return { list, column };
}

function order(list, lines) {
  const beside = new Map();
  for (const { from, to } of lines) {
    for (const [a, b] of [[from, to], [to, from]]) {
      if (!beside.has(a)) beside.set(a, []);
      beside.get(a).push(b);
    }
  }
  const place = new Map();
  const number = (column) => column.forEach((id, i) => place.set(id, (i + 0.5) / column.length));
  list.forEach(number);
  for (let round = 0; round < 10; round += 1) {
    const way = round % 2 === 0 ? list : list.slice().reverse();
    for (const column of way) {
      const at = new Map(column.map((id) => {
        const others = beside.get(id) || [];
        const sum = others.reduce((total, other) => total + place.get(other), 0);
        return [id, others.length === 0 ? place.get(id) : sum / others.length];
      }));
      column.sort((a, b) => at.get(a) - at.get(b) || (a < b ? -1 : 1));
      number(column);
    }
  }
}

// Boxes and lines with their places. Mirrored where one reads from the right.
function lay(nodes, lines, label, mirrored, notesOf) {
  const { list, column } = columns(nodes, lines);
  order(list, lines);
  const boxes = new Map();
  const heights = list.map((ids) => {
    let y = 0;
    for (const id of ids) {
      const text = wrap(label(id), BOX.width - 2 * BOX.pad, 4);
      const notes = notesOf(id);
      const height = (text.length + notes.length) * BOX.line + 2 * BOX.pad + 15;
      boxes.set(id, { id, y, height, width: BOX.width, text, notes, cut: text.length > 0 && text[text.length - 1].endsWith("…"), column: column.get(id) });
      y += height + BOX.gapY;
    }
    return y - BOX.gapY;
  });
  const tall = Math.max(...heights, 0);
  // Room beside the outer columns for lines within them, and their words.
  const within = (at) => lines.some(({ from, to }) => column.get(from) === at && column.get(to) === at);
  const [before, after] = [0, list.length - 1].map((at) => (within(at) ? 120 : 0));
  const wide = list.length * (BOX.width + BOX.gapX) - BOX.gapX + before + after;
  for (const box of boxes.values()) {
    box.y += (tall - heights[box.column]) / 2;
    box.x = before + box.column * (BOX.width + BOX.gapX);
    if (mirrored) box.x = wide - box.x - BOX.width;
  }
  const sign = mirrored ? -1 : 1;
  const middleOf = (box) => box.y + box.height / 2;
  const side = (box, end) => box.x + ((end > 0) !== mirrored ? box.width : 0);
  const ways = lines.map((line) => {
    const [a, b] = [boxes.get(line.from), boxes.get(line.to)];
    // Between boxes of one column: of statements on the side where nothing else leaves.
    const bow = a.column === b.column ? (line.from.startsWith("statement-") ? -1 : 1) : 0;
    const forth = b.column > a.column;
    return { line, a, b, bow, ends: bow !== 0 ? [bow, bow] : forth ? [1, -1] : [-1, 1], ya: 0, yb: 0 };
  });
  // The ends of lines stand apart along the side of a box, in the order of where they go.
  const ports = new Map();
  for (const way of ways) {
    for (const [end, box, other] of [["ya", way.a, way.b], ["yb", way.b, way.a]]) {
      const key = box.id + " " + (end === "ya" ? way.ends[0] : way.ends[1]);
      if (!ports.has(key)) ports.set(key, []);
      ports.get(key).push({ way, end, box, at: middleOf(other) });
    }
  }
  for (const list of ports.values()) {
    list.sort((one, other) => one.at - other.at);
    const apart = Math.min(20, (list[0].box.height - 12) / list.length);
    list.forEach((port, i) => { port.way[port.end] = middleOf(port.box) + (i - (list.length - 1) / 2) * apart; });
    for (const port of list) port.way[port.end + "n"] = list.length;
  }
  const paths = ways.map(({ line, a, b, bow, ends, ya, yb, yan, ybn }) => {
    const [xa, xb] = [side(a, ends[0]), side(b, ends[1])];
    // Words stand where fewer lines meet, where few do where the line begins: [x, y, towards where they run].
    const near = yan <= Math.max(ybn, 3);
    const out = (near ? ends[0] : ends[1]) * sign;
    const at = [(near ? xa : xb) + out * 12, near ? ya : yb, out];
    if (bow !== 0) {
      const by = bow * sign * Math.min(64, 24 + Math.abs(yb - ya) / 6);
      return { line, d: `M${xa} ${ya}C${xa + by} ${ya} ${xb + by} ${yb} ${xb} ${yb}`, at: [xa + by * 0.75 + 4 * bow * sign, (ya + yb) / 2 + 8, bow * sign] };
    }
    const bend = (xb - xa) / 2;
    return { line, d: `M${xa} ${ya}C${xa + bend} ${ya} ${xb - bend} ${yb} ${xb} ${yb}`, at };
  });
  return { boxes: Array.from(boxes.values()), paths, wide, tall };
}
