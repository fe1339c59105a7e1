// Who is next to whom: the graph of the case as the page's data has it. Nodes are named as their homes are
// (`source-…`, `statement-…`); where a chain's link is unknown it has a node of its own, `unknown-…`.

let graph = null;

// A node's kind and place in its list.
function nodeOf(id) {
  const at = id.indexOf("-");
  const kind = id.slice(0, at);
  if (kind === "unknown") return { kind, place: KINDS.statement.at.get(id.slice(at + 1)) };
  const known = KINDS[kind];
  const place = known ? known.at.get(id.slice(at + 1)) : undefined;
  return place === undefined ? null : { kind, place };
}

function buildGraph() {
  if (graph) return graph;
  const next = new Map();
  const touch = (a, b) => {
    for (const [from, to] of [[a, b], [b, a]]) {
      if (!next.has(from)) next.set(from, new Set());
      next.get(from).add(to);
    }
  };
  const links = [];
  const link = (from, to, kind, extra = {}) => {
    touch(from, to);
    links.push({ from, to, kind, ...extra });
  };
  const id = (kind, place) => anchorOf(kind, place);
  D.documents.forEach((one, d) => {
    const here = id("document", d);
    if (one.o !== undefined) link(id("source", one.o), here, "published");
    if (one.r && one.r.d !== undefined && one.r.d !== null) link(id("document", one.r.d), here, "republished");
    if (one.r && one.r.s !== undefined && one.r.s !== null) link(id("source", one.r.s), here, "republished");
  });
  D.sources.forEach((one, s) => {
    if (one.sf !== undefined) link(id("source", s), id("source", one.sf), "speaks");
    for (const body of one.mo || []) link(id("source", s), id("source", body), "member");
    const entity = KINDS.entity.at.get(one.id);
    if (entity !== undefined) link(id("source", s), id("entity", entity), "same");
  });
  D.entities.forEach((one, e) => { if (one.po !== undefined) link(id("entity", e), id("entity", one.po), "part"); });
  D.claims.forEach((one, c) => {
    for (const e of one.e || []) link(id("claim", c), id("entity", e), "concerns");
    for (const other of one.x || []) if (other > c) link(id("claim", c), id("claim", other), "excludes");
    for (const other of one.i || []) link(id("claim", c), id("claim", other), "entails");
  });
  const chains = [];
  D.statements.forEach((one, s) => {
    const here = id("statement", s);
    link(id("document", one.d), here, "holds");
    for (const chain of one.ch || []) {
      const nodes = chain.map(([source, role, commitment, inferred]) => ({
        id: source < 0 ? "unknown-" + one.id : id("source", source), role, commitment, inferred: Boolean(inferred),
      }));
      for (const node of nodes) touch(node.id, here);
      chains.push({ statement: here, document: id("document", one.d), nodes });
    }
    for (const [claim, stance, how] of one.b || []) link(here, id("claim", claim), "bears", { stance, how });
    for (const e of one.e || []) link(here, id("entity", e), "describes");
    if (one.in !== undefined) link(here, id("statement", one.in), "inside");
    if (one.tb !== undefined) link(id("statement", one.tb), here, "takes-back");
  });
  graph = { next, links, chains };
  return graph;
}

// The nodes near one, nearest first, at most so many.
function near(center, hops, most) {
  const { next } = buildGraph();
  const found = new Map([[center, 0]]);
  let ring = [center];
  let left = 0;
  for (let hop = 1; hop <= hops; hop += 1) {
    // Where not all can be drawn, those that touch most of what is there already come first.
    const touches = new Map();
    for (const one of ring) for (const other of next.get(one) || []) if (!found.has(other)) touches.set(other, (touches.get(other) || 0) + 1);
    const further = Array.from(touches.keys()).sort((a, b) => touches.get(b) - touches.get(a) || (a < b ? -1 : 1));
    const taken = further.slice(0, Math.max(0, most - found.size));
    left += further.length - taken.length;
    for (const one of taken) found.set(one, hop);
    ring = taken;
  }
  return { nodes: Array.from(found.keys()), left };
}

// What is drawn between some nodes. A chain goes from source to source to the text and the statement; where a
// link of it is not shown, its line is marked as going through others.
function linesAmong(nodes, center) {
  const { links, chains } = buildGraph();
  const shown = new Set(nodes);
  const lines = new Map();
  const add = (from, to, kind, more = {}) => {
    if (from === to) return;
    const key = [from, to, kind, more.stance || "", more.commitment || "", more.through ? 1 : 0].join(" ");
    const known = lines.get(key);
    if (known) known.weight += 1;
    else lines.set(key, { from, to, kind, weight: 1, ...more });
  };
  for (const { statement, document, nodes: chain } of chains) {
    const seen = chain.map((node, i) => ({ ...node, i })).filter((node) => shown.has(node.id));
    for (let i = 1; i < seen.length; i += 1) {
      if (!shown.has(statement) && !(shown.has(seen[i].id) && (seen[i - 1].id === center || seen[i].id === center))) continue;
      add(seen[i - 1].id, seen[i].id, "chain", { commitment: seen[i].commitment, through: seen[i].i - seen[i - 1].i > 1 });
    }
    if (!shown.has(statement) || seen.length === 0) continue;
    const last = seen[seen.length - 1];
    const through = last.i < chain.length - 1;
    if (shown.has(document) && !through) add(last.id, document, "chain", { commitment: "reports" });
    else add(last.id, statement, "chain", { commitment: last.i === 0 && !through ? "says" : last.commitment, through });
  }
  for (const link of links) {
    if (!shown.has(link.from) || !shown.has(link.to)) continue;
    if (link.kind === "describes" && link.from !== center && link.to !== center) continue;
    if (link.kind === "published" && lines.has([link.from, link.to, "chain", "", "reports", 0].join(" "))) continue;
    const { from, to, kind, ...more } = link;
    add(from, to, kind, more);
  }
  return Array.from(lines.values()).sort((a, b) => (a.from + a.to + a.kind < b.from + b.to + b.kind ? -1 : 1));
}
