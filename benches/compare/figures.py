"""The figures of a case with NetworkX and a plain set packing, as one would write them at a first try.

Reads the facts of a case as JSON (see main.rs beside this file) and prints figures and seconds as JSON.
"""

import json
import sys
import time
from collections import defaultdict

import networkx as nx


def pack(chains):
    """The most of these sets that share no member, trying each in and out."""
    if not chains:
        return 0
    first, rest = chains[0], chains[1:]
    apart = [other for other in rest if not first & other]
    best = 1 + pack(apart)
    if len(apart) == len(rest):
        return best
    return max(best, pack(rest))


def main(path):
    with open(path, encoding="utf-8") as file:
        facts = json.load(file)
    start = time.perf_counter()
    sources, statements = facts["sources"], facts["statements"]

    # Who speaks for a body counts as it.
    speaks = nx.DiGraph()
    speaks.add_nodes_from(range(len(sources)))
    speaks.add_edges_from((i, s["speaks_for"]) for i, s in enumerate(sources) if s["speaks_for"] is not None)
    node = {}
    for i in speaks:
        here = i
        while speaks.out_degree(here):
            here = next(iter(speaks.successors(here)))
        node[i] = here

    # Who may hold whom, at any remove.
    holds = nx.DiGraph()
    holds.add_nodes_from(range(len(sources)))
    for i, source in enumerate(sources):
        holds.add_edges_from((node[i], node[body]) for body in source["member_of"])
        holds.add_edges_from((node[member], node[i]) for member in source["may_hold"])
    above = {i: nx.descendants(holds, i) for i in holds if holds.out_degree(i)}

    def held(a, b):
        return b in above.get(a, ()) or a in above.get(b, ())

    # What follows from what.
    implies = nx.DiGraph()
    implies.add_nodes_from(range(len(facts["implications"])))
    implies.add_edges_from((i, to) for i, all_to in enumerate(facts["implications"]) for to in all_to)
    follows = {}

    def reached(literal):
        if literal not in follows:
            follows[literal] = nx.descendants(implies, literal) | {literal}
        return follows[literal]

    # Who commits to what, directly or through another claim.
    spoken = facts["claims"] * 2
    direct, entailed = defaultdict(dict), defaultdict(dict)
    for s, statement in enumerate(statements):
        for literal, report, unclear in statement["bears"]:
            if not report:
                direct[literal][s] = direct[literal].get(s, True) and unclear
    for literal, who in list(direct.items()):
        for to in reached(literal):
            if to != literal and to < spoken:
                for s, unclear in who.items():
                    entailed[to][s] = entailed[to].get(s, True) and unclear

    figures = {}
    for literal in sorted(direct.keys() | entailed.keys()):
        own = direct.get(literal, {})
        through = {s: u for s, u in entailed.get(literal, {}).items() if s not in own}
        figures[str(literal)] = stance(own, through, sources, statements, node, held)

    # Pairs of statements that cannot both be right.
    having = defaultdict(set)
    for s, statement in enumerate(statements):
        for literal, report, _ in statement["bears"]:
            having[(literal, report)].add(s)
    pairs = set()
    for (literal, report), left in having.items():
        for to in reached(literal):
            for other in (False, True):
                if not (report and other):
                    for t in having.get((to ^ 1, other), ()):
                        pairs.update((min(s, t), max(s, t)) for s in left)
    seconds = time.perf_counter() - start
    json.dump({"seconds": seconds, "pairs": len(pairs), "figures": figures}, sys.stdout)


def stance(own, through, sources, statements, node, held):
    named, undisclosed = set(), set()
    unknown = defaultdict(lambda: defaultdict(int))
    texts, outlets = set(), {}
    common, packed = {}, []
    for s, unclear in list(own.items()) + list(through.items()):
        statement = statements[s]
        text, outlet = statement["text"], statement["outlet"]
        texts.add(text)
        if outlet is not None:
            outlet = node[outlet]
            text_outlet = statement["text_outlet"]
            is_own = text_outlet is not None and node[text_outlet] == outlet
            outlets[text] = min(outlets.get(text, (True, len(sources))), (is_own, outlet))
        for chain in statement["chains"]:
            if chain[0] is None:
                unknown[text][statement["document"]] += 1
                continue
            nodes = {node[link] for link in chain if link is not None}
            origin = node[chain[0]]
            (named if sources[origin]["named"] else undisclosed).add(origin)
            if unclear:
                continue
            if outlet is not None:
                packed.append(frozenset(nodes))
            if not sources[origin]["publishes"]:
                others = nodes - {origin}
                common[origin] = common[origin] & others if origin in common else others
    # Origins that are pairwise known different: a largest clique.
    differ = nx.Graph()
    differ.add_nodes_from(common)
    origins = sorted(common)
    for i, a in enumerate(origins):
        for b in origins[i + 1 :]:
            both = sources[a]["named"] and sources[b]["named"]
            if both and not held(a, b) and b not in common[a] and a not in common[b]:
                differ.add_edge(a, b)
    clique, _ = nx.max_weight_clique(differ, weight=None) if differ else ([], 0)
    at_most = len(named) + len(undisclosed) + sum(max(by.values()) for by in unknown.values())
    publishers = {outlet for _, outlet in outlets.values()}
    packing = pack(sorted(set(packed), key=lambda chain: (len(chain), sorted(chain))))
    return {
        "counts": [
            len(own),
            len(through),
            len(texts),
            len(publishers),
            len(named),
            len(undisclosed),
            at_most - len(named) - len(undisclosed),
            len(clique),
            at_most,
        ],
        "disjoint_chains": min(packing, len(publishers), at_most),
    }


if __name__ == "__main__":
    main(sys.argv[1])
