//! Corroboration: worked by hand on small cases, and against brute force on thousands of random ones.
//!
//! In one file because the cases worked by hand and the brute force are two readings of one definition.

use std::collections::BTreeSet;

use isnad::analysis::{Analysis, Figures, Ledger, Literal, Setting, Standing, Support};
use isnad::model::{Case, Disclosure, Key, Source, SourceKind, Stance};

use crate::analysis_build::Files;
use crate::analysis_random;

fn ids(case: &Case, all: impl IntoIterator<Item = Key<Source>>) -> Vec<String> {
    let mut ids: Vec<_> = all
        .into_iter()
        .map(|k| case.sources.id(k).to_owned())
        .collect();
    ids.sort();
    ids
}

fn figures(case: &Case, claim: &str, denied: bool, without: &[&str]) -> Figures {
    let setting = Setting {
        without: without
            .iter()
            .map(|id| case.sources.key(id).expect("a source"))
            .collect(),
        ..Setting::default()
    };
    let analysis = Analysis::new(case, setting, &[]);
    let ledger = Ledger::new(&analysis);
    let literal = Literal::affirmed(case.claims.key(claim).expect("a claim"));
    ledger.figures(if denied { literal.negated() } else { literal })
}

fn standing(case: &Case, claim: &str) -> Standing {
    let analysis = Analysis::new(case, Setting::default(), &[]);
    let ledger = Ledger::new(&analysis);
    ledger.claims()[case.claims.key(claim).expect("a claim").index()].standing
}

/// Two outlets carry the observatory, one carries a spokesman of the army; a third outlet says it
/// itself, and a fourth text republishes the first.
fn press() -> Files {
    let mut files = Files {
        sides: "(id: \"gov\", names: {\"en\": \"gov\"}), (id: \"opp\", names: {\"en\": \"opp\"})"
            .to_owned(),
        ..Files::default()
    };
    files
        .source("north", "kind: outlet")
        .source("south", "kind: outlet")
        .source("east", "kind: outlet")
        .source("west", "kind: outlet")
        .source("obs", "sides: [(side: \"opp\", from: \"2018-01\")]")
        .source("army", "kind: state, sides: [(side: \"gov\")]")
        .source("colonel", "kind: spokesperson, speaks_for: \"army\"")
        .source(
            "activists",
            "kind: activist, disclosure: undisclosed, number: several, quoted_by: document(\"d1\")",
        )
        .claim("c", "harms: [\"gov\"]")
        .claim("wider", "")
        .document("d1", "north", "published: (edtf: \"2018-05-11\")")
        .document("d2", "south", "published: (edtf: \"2018-05-12\")")
        .document("d3", "east", "published: (edtf: \"2018-05-13\")")
        .document("d4", "west", "republishes: (from: document(\"d1\"))");
    files
}

const AFFIRMS: &str = "bears: [(claim: \"c\", stance: affirms)]";

#[test]
fn who_told_it_is_the_origin_and_copies_count_once() {
    let mut files = press();
    files
        .statement("d1", "a", &format!("said_by: \"obs\", {AFFIRMS}"))
        .statement("d2", "b", &format!("said_by: \"obs\", {AFFIRMS}"))
        .statement("d4", "copy", &format!("said_by: \"obs\", {AFFIRMS}"));
    let case = files.read();
    let f = figures(&case, "c", false, &[]);
    assert_eq!(f.statements.len(), 3);
    assert_eq!(
        f.documents.len(),
        2,
        "the republication counts with its original"
    );
    assert_eq!(ids(&case, f.outlets.clone()), ["north", "south"]);
    assert_eq!(ids(&case, f.republishers.clone()), ["west"]);
    assert_eq!((f.origins.at_least, f.origins.at_most), (1, 1));
    assert_eq!((f.disjoint_chains, f.disjoint_chains_at_most), (1, 1));
    assert_eq!(f.support, Support::SingleOrigin);
    let shared: Vec<_> = f
        .shared_sources
        .iter()
        .map(|s| (case.sources.id(s.source), s.every_chain))
        .collect();
    assert_eq!(shared, [("obs", true)]);
    let load: Vec<Vec<String>> = f
        .load_bearing
        .iter()
        .map(|l| ids(&case, l.sources.clone()))
        .collect();
    assert_eq!(load, [vec!["obs"], vec!["north", "south"]]);
    assert_eq!(figures(&case, "c", false, &["obs"]).support, Support::None);
    assert_eq!(figures(&case, "c", false, &["north"]).statements.len(), 1);
}

#[test]
fn a_spokesman_and_his_body_are_one_and_a_concession_shows() {
    let mut files = press();
    files
        .statement("d1", "a", &format!("said_by: \"army\", {AFFIRMS}"))
        .statement("d2", "b", &format!("said_by: \"colonel\", {AFFIRMS}"))
        .statement("d3", "v", &format!("outlet_voice: true, {AFFIRMS}"));
    let case = files.read();
    let f = figures(&case, "c", false, &[]);
    assert_eq!(ids(&case, f.origins.named.clone()), ["army"]);
    assert_eq!(ids(&case, f.origins.own_voice.clone()), ["east"]);
    assert_eq!((f.origins.at_least, f.origins.at_most), (1, 2));
    assert_eq!(f.sides.len(), 1);
    assert_eq!(ids(&case, f.no_side.clone()), ["east"]);
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let claims = Ledger::new(&analysis).claims();
    assert_eq!(
        ids(&case, claims[0].conceded_by.clone()),
        ["army", "colonel"]
    );
    assert_eq!(standing(&case, "c"), Standing::SingleOrigin);
}

#[test]
fn an_undisclosed_voice_is_not_known_to_be_another_until_ruled() {
    let mut files = press();
    files
        .statement("d1", "a", &format!("said_by: \"activists\", {AFFIRMS}"))
        .statement("d2", "b", &format!("said_by: \"obs\", {AFFIRMS}"));
    let case = files.read();
    let f = figures(&case, "c", false, &[]);
    assert_eq!((f.origins.at_least, f.origins.at_most), (1, 2));
    assert_eq!(
        f.disjoint_chains, 2,
        "two undisclosed origins may yet be one"
    );
    assert_eq!(f.support, Support::SingleOrigin);
    files.judgement("j", "different([\"activists\", \"obs\"])", "");
    let case = files.read();
    let f = figures(&case, "c", false, &[]);
    assert_eq!(f.origins.at_least, 2);
    assert_eq!(f.support, Support::SeveralOrigins);
    // The observatory was told by those very activists: then they are its origin.
    files.judgement("k", "rests_on(source: \"obs\", on: \"activists\")", "");
    let case = files.read();
    let f = figures(&case, "c", false, &[]);
    assert_eq!(ids(&case, f.origins.undisclosed.clone()), ["activists"]);
    assert!(f.origins.named.is_empty());
    assert_eq!(f.support, Support::SingleOrigin);
}

/// One page hears the army through the observatory, another hears it itself: without that other the two
/// are no longer known to be two, though a chain of each is left.
#[test]
fn a_page_on_which_a_voice_is_heard_by_itself_bears_load() {
    let mut files = press();
    files
        .statement(
            "d1",
            "a",
            &format!("said_by: \"army\", relays: [(source: \"obs\")], {AFFIRMS}"),
        )
        .statement("d1", "b", &format!("said_by: \"obs\", {AFFIRMS}"))
        .statement("d2", "c", &format!("said_by: \"army\", {AFFIRMS}"));
    let case = files.read();
    let f = figures(&case, "c", false, &[]);
    assert_eq!(f.support, Support::SeveralOrigins);
    let to = |support: Support| -> Vec<String> {
        let of = f.load_bearing.iter().filter(|l| l.to == support);
        of.map(|l| ids(&case, l.sources.clone()).join(" "))
            .collect()
    };
    assert_eq!(to(Support::SingleOrigin), ["army", "north", "obs", "south"]);
    assert_eq!(
        to(Support::None),
        ["army north", "army obs", "north south", "obs south"]
    );
    for one in ["army", "north", "obs", "south"] {
        let left = figures(&case, "c", false, &[one]).support;
        assert_eq!(left, Support::SingleOrigin, "{one}");
    }
}

/// A page has a part from another outlet and words of its own: two texts, each of its own outlet.
#[test]
fn a_page_that_is_partly_anothers_is_two_texts() {
    let mut files = press();
    files
        .source("x", "kind: witness")
        .source("y", "kind: witness")
        .source("z", "kind: witness")
        .document(
            "d5",
            "south",
            "republishes: (from: source(\"north\"), part: [(start: 0, end: 10)])",
        )
        .statement("d5", "part", &format!("said_by: \"x\", {AFFIRMS}"))
        .statement(
            "d5",
            "rest",
            &format!("said_by: \"y\", content: [(start: 20, end: 25)], {AFFIRMS}"),
        )
        .statement("d1", "own", &format!("said_by: \"z\", {AFFIRMS}"));
    let case = files.read();
    let f = figures(&case, "c", false, &[]);
    assert_eq!(ids(&case, f.outlets.clone()), ["north", "south"]);
    assert_eq!((f.statements.len(), f.documents.len()), (3, 3));
    assert_eq!((f.disjoint_chains, f.disjoint_chains_at_most), (2, 2));
    // Whoever is set aside, no figure rises.
    for one in ["x", "y", "z", "north", "south"] {
        let left = figures(&case, "c", false, &[one]);
        assert!(
            left.outlets.len() <= 2 && left.disjoint_chains <= 2,
            "{one}"
        );
    }
}

/// Two told him; one takes it back. What the other told stands.
#[test]
fn one_tellers_word_taken_back_leaves_the_others() {
    let mut files = press();
    let told = format!("said_by: \"colonel\", rests_on: [\"obs\", \"activists\"], {AFFIRMS}");
    files.statement("d1", "a", &told).statement(
        "d2",
        "back",
        "said_by: \"obs\", takes_back: [(statement: \"a\", how: retracts)]",
    );
    let case = files.read();
    let f = figures(&case, "c", false, &[]);
    assert_eq!((f.statements.len(), f.taken_back.len()), (1, 0));
    assert_eq!(ids(&case, f.origins.undisclosed.clone()), ["activists"]);
    assert!(f.origins.named.is_empty());
    assert_eq!(standing(&case, "c"), Standing::SingleOrigin);
    // Without the other nothing of it is left; it is not heard.
    let without = figures(&case, "c", false, &["activists"]);
    assert!(without.statements.is_empty() && without.taken_back.is_empty());
    // Where both take it back, it is taken back whole.
    files.statement(
        "d3",
        "too",
        "said_by: \"activists\", takes_back: [(statement: \"a\", how: retracts)]",
    );
    let case = files.read();
    let f = figures(&case, "c", false, &[]);
    assert_eq!((f.statements.len(), f.taken_back.len()), (0, 1));
    assert_eq!(standing(&case, "c"), Standing::Retracted);
}

/// The outer source has it from two: the words inside what it says came through the one or the other,
/// never through both in a row.
#[test]
fn two_tellers_make_two_chains_at_every_depth() {
    let mut files = press();
    files
        .source("witness", "kind: witness")
        .source("doctor", "kind: witness")
        .statement(
            "d1",
            "outer",
            "said_by: \"colonel\", rests_on: [\"witness\", \"doctor\"]",
        )
        .statement(
            "d1",
            "inner",
            &format!("said_by: \"obs\", nested_in: \"outer\", {AFFIRMS}"),
        )
        .statement(
            "d2",
            "own",
            "outlet_voice: true, rests_on: [\"witness\", \"doctor\"]",
        )
        .statement(
            "d2",
            "inside",
            &format!("said_by: \"obs\", nested_in: \"own\", {AFFIRMS}"),
        );
    let case = files.read();
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let chains = |id: &str| -> Vec<String> {
        let key = case.statements.key(id).expect("a statement");
        let name = |link: &isnad::analysis::Link| {
            link.source.map_or("?", |source| case.sources.id(source))
        };
        analysis
            .chains
            .of(key)
            .map(|chain| chain.links.iter().map(name).collect::<Vec<_>>().join(" "))
            .collect()
    };
    assert_eq!(
        chains("inner"),
        ["obs witness colonel north", "obs doctor colonel north"]
    );
    assert_eq!(chains("inside"), ["obs witness south", "obs doctor south"]);
    assert_eq!(
        chains("outer"),
        ["witness colonel north", "doctor colonel north"]
    );
    // Without one teller the words still come through the other.
    assert_eq!(figures(&case, "c", false, &["witness"]).statements.len(), 2);
    let neither = figures(&case, "c", false, &["witness", "doctor"]);
    assert!(neither.statements.is_empty());
}

/// Nobody knows who first carried it, but the text says whom it has it from.
#[test]
fn an_unknown_publisher_may_be_written_to_have_been_told() {
    let mut files = press();
    files
        .document(
            "d5",
            "west",
            "republishes: (from: source(\"north\"), part: [(start: 90, end: 99)], rest: unknown)",
        )
        .statement(
            "d5",
            "v",
            &format!("outlet_voice: true, rests_on: [\"obs\"], {AFFIRMS}"),
        );
    let case = files.read();
    let f = figures(&case, "c", false, &[]);
    assert_eq!(ids(&case, f.origins.named.clone()), ["obs"]);
    assert_eq!((f.origins.unknown, f.origins.at_most), (0, 1));
}

#[test]
fn a_heading_is_no_origin_beside_its_own_text() {
    let mut files = press();
    files
        .statement(
            "d1",
            "h",
            &format!("outlet_voice: true, heading: true, {AFFIRMS}"),
        )
        .statement("d1", "a", &format!("said_by: \"obs\", {AFFIRMS}"))
        .statement(
            "d2",
            "g",
            &format!("outlet_voice: true, heading: true, {AFFIRMS}"),
        );
    let case = files.read();
    let f = figures(&case, "c", false, &[]);
    assert_eq!(ids(&case, f.origins.own_voice.clone()), ["south"]);
    assert_eq!(f.origins.at_most, 2);
}

#[test]
fn standings_follow_the_table() {
    let case = press().read();
    assert_eq!(standing(&case, "c"), Standing::Unasserted);
    let mut files = press();
    files.statement(
        "d1",
        "r",
        "act: rumour, bears: [(claim: \"c\", stance: reports)]",
    );
    assert_eq!(standing(&files.read(), "c"), Standing::Reported);
    files.statement(
        "d2",
        "d",
        "said_by: \"army\", bears: [(claim: \"c\", stance: denies)]",
    );
    assert_eq!(standing(&files.read(), "c"), Standing::DeniedUnasserted);
    files.statement("d1", "a", &format!("said_by: \"obs\", {AFFIRMS}"));
    assert_eq!(standing(&files.read(), "c"), Standing::Contested);
    files.statement(
        "d3",
        "sorry",
        "said_by: \"obs\", takes_back: [(statement: \"a\", how: retracts)]",
    );
    let case = files.read();
    assert_eq!(standing(&case, "c"), Standing::Retracted);
    let f = figures(&case, "c", false, &["east"]);
    assert_eq!(
        (f.statements.len(), f.taken_back.len()),
        (0, 1),
        "what was taken back stays so without the carrier of the retraction"
    );
}

#[test]
fn commitments_travel_and_what_is_unclear_supports_nothing() {
    let mut files = press();
    files.claims.clear();
    files
        .claim("c", "entails: [(claim: \"wider\", why: {\"en\": \"w\"})]")
        .claim("wider", "")
        .statement(
            "d1",
            "a",
            "said_by: \"obs\", bears: [(claim: \"c\", stance: affirms, hedged: true)]",
        )
        .statement(
            "d2",
            "b",
            "said_by: \"army\", bears: [(claim: \"wider\", stance: denies)]",
        )
        .statement(
            "d3",
            "u",
            "said_by: \"army\", bears: [(claim: \"c\", stance: affirms, unclear: true)]",
        );
    let case = files.read();
    let wide = figures(&case, "wider", false, &[]);
    assert_eq!((wide.statements.len(), wide.entailed.len()), (0, 2));
    assert_eq!((wide.hedged.len(), wide.unclear.len()), (1, 1));
    assert_eq!((wide.origins.at_least, wide.origins.at_most), (1, 2));
    assert_eq!(figures(&case, "c", true, &[]).entailed.len(), 1);
    assert_eq!(standing(&case, "c"), Standing::Contested);
}

#[test]
fn what_is_seen_as_of_a_day_knows_nothing_later() {
    let mut files = press();
    files
        .statement("d1", "a", &format!("said_by: \"obs\", {AFFIRMS}"))
        .statement("d2", "b", &format!("said_by: \"army\", {AFFIRMS}"))
        .statement(
            "d3",
            "s",
            "said_by: \"obs\", takes_back: [(statement: \"a\", how: retracts)]",
        )
        .statement("d4", "undated", &format!("said_by: \"army\", {AFFIRMS}"))
        .judgement("late", "same([\"obs\", \"army\"])", "");
    let case = files.read();
    let as_of = |day: &str| {
        let when = isnad::model::When::parse(day, false, isnad::model::Words::default());
        Setting {
            as_of: Some(when.expect("a day")),
            ..Setting::default()
        }
    };
    let analysis = Analysis::new(&case, as_of("2018-05-12"), &[]);
    let f = Ledger::new(&analysis).figures(Literal::affirmed(Key::new(0)));
    assert_eq!(f.statements.len(), 2);
    assert!(f.taken_back.is_empty(), "retracted only later");
    assert_eq!(
        f.origins.at_least, 2,
        "the later judgement is not known yet"
    );
    let left: Vec<_> = analysis
        .left_out_documents()
        .into_iter()
        .map(|d| case.documents.id(d))
        .collect();
    assert_eq!(left, ["d3", "d4"]);
    assert_eq!(analysis.left_out_judgements().len(), 1);
    assert_eq!(figures(&case, "c", false, &[]).taken_back.len(), 1);
}

// -- against brute force ------------------------------------------------------------------------

const SEEDS: u64 = 3000;

/// The largest subset all of whose pairs fit, by trying every subset.
fn largest(n: usize, fits: impl Fn(usize, usize) -> bool) -> usize {
    assert!(n <= 20);
    (0u32..1 << n)
        .filter(|set| {
            (0..n).all(|i| {
                set & (1 << i) == 0 || (i + 1..n).all(|j| set & (1 << j) == 0 || fits(i, j))
            })
        })
        .map(u32::count_ones)
        .max()
        .unwrap_or(0) as usize
}

#[test]
fn figures_are_those_of_brute_force() {
    let mut seen = [0usize; 4];
    for seed in 0..SEEDS {
        let case = analysis_random::case(seed);
        let analysis = Analysis::new(&case, Setting::default(), &[]);
        let ledger = Ledger::new(&analysis);
        for index in 0..case.claims.len() * 2 {
            let literal = Literal::at(index);
            let f = ledger.figures(literal);
            let all: Vec<_> = f.statements.iter().chain(&f.entailed).copied().collect();
            // Chains with a known origin that is no outlet voice, clear, and published by somebody.
            let mut chains: Vec<(Key<Source>, BTreeSet<Key<Source>>)> = Vec::new();
            let mut packed: Vec<BTreeSet<Key<Source>>> = Vec::new();
            // By which of its bearings a heading says it through another claim is not asked here.
            if f.entailed.iter().any(|s| case.statements[*s].heading) {
                continue;
            }
            let stance = match literal.is_denied() {
                true => Stance::Denies,
                false => Stance::Affirms,
            };
            for s in &all {
                // A heading is heard through the words of its text that it rests on.
                let rested = match case.statements[*s].heading {
                    true => analysis.rested_on(*s, literal.claim(), stance),
                    false => Vec::new(),
                };
                let beside = f.origins.headings.contains(s);
                for chain in analysis.chains_left(*s) {
                    let nodes: BTreeSet<_> = chain
                        .links
                        .iter()
                        .filter_map(|l| l.source)
                        .map(|s| analysis.node(s))
                        .collect();
                    let Some(origin) = chain.origin().map(|s| analysis.node(s)) else {
                        continue;
                    };
                    if f.unclear.contains(s) || chain.own_voice(&case.statements[*s]) {
                        continue;
                    }
                    if analysis.texts.publication(&case, *s).outlet.is_some()
                        && (!beside || rested.is_empty())
                    {
                        packed.push(nodes.clone());
                    }
                    if matches!(case.sources[origin].kind, SourceKind::Outlet) {
                        continue;
                    }
                    // Beside its text it is no origin apart from that.
                    if beside && !rested.is_empty() {
                        continue;
                    }
                    if rested.is_empty() {
                        chains.push((origin, nodes));
                        continue;
                    }
                    for text in rested.iter().filter(|text| analysis.stands(**text)) {
                        for below in analysis.chains_left(*text) {
                            let sources = below.links.iter().filter_map(|l| l.source);
                            let below = sources.map(|s| analysis.node(s));
                            chains.push((origin, nodes.iter().copied().chain(below).collect()));
                        }
                    }
                }
            }
            let disjoint = largest(packed.len(), |i, j| packed[i].is_disjoint(&packed[j]));
            assert_eq!(
                (f.disjoint_chains, f.disjoint_chains_at_most),
                (disjoint, disjoint),
                "seed {seed}, {literal:?}"
            );
            let origins: Vec<_> = chains
                .iter()
                .map(|(o, _)| *o)
                .collect::<BTreeSet<_>>()
                .into_iter()
                .collect();
            let different = |i: usize, j: usize| {
                let (a, b) = (origins[i], origins[j]);
                let only_through = |a, b| {
                    chains
                        .iter()
                        .filter(|(o, _)| *o == a)
                        .all(|(_, nodes)| nodes.contains(&b))
                };
                let named = |s: Key<Source>| case.sources[s].disclosure == Disclosure::Named;
                !holds(&case, &analysis, a, b)
                    && !holds(&case, &analysis, b, a)
                    && !only_through(a, b)
                    && !only_through(b, a)
                    && ((named(a) && named(b) && !perhaps_one(&case, &analysis, a, b))
                        || ruled(&case, &analysis, a, b))
            };
            let voices = largest(origins.len(), different);
            assert_eq!(f.origins.at_least, voices, "seed {seed}, {literal:?}");
            assert_eq!(f.origins.at_least_by.len(), voices);
            assert!(f.origins.at_least_exact);
            // Every order that must hold between the figures.
            assert!(f.outlets.len() <= f.documents.len(), "seed {seed}");
            assert!(f.documents.len() <= all.len());
            assert!(f.disjoint_chains <= f.outlets.len());
            assert!(f.disjoint_chains <= f.origins.at_most, "seed {seed}");
            assert!(f.origins.at_least <= f.origins.at_most);
            seen[0] += usize::from(disjoint > 1);
            seen[1] += usize::from(voices > 1);
            seen[2] += usize::from(voices > disjoint);
            seen[3] += usize::from(disjoint > voices);
        }
    }
    // The cases are not all trivial, and where no order is claimed none holds.
    assert!(seen.iter().all(|n| *n > 20), "{seen:?}");
}

/// Whether a judgement keeps two nodes apart.
fn ruled(case: &Case, analysis: &Analysis<'_>, a: Key<Source>, b: Key<Source>) -> bool {
    case.judgements.iter().any(|(_, _, judgement)| {
        matches!(&judgement.ruling, isnad::model::Ruling::DifferentSources(pair)
            if pair.iter().map(|s| analysis.node(*s)).collect::<BTreeSet<_>>()
                == BTreeSet::from([a, b]))
    })
}

/// Whether two nodes would be one, or a body and its member, if one mark that nobody has ruled on held true.
fn perhaps_one(case: &Case, analysis: &Analysis<'_>, a: Key<Source>, b: Key<Source>) -> bool {
    let upon = |high, low| high == low || holds(case, analysis, high, low);
    case.sources.iter().any(|(key, _, source)| {
        source.perhaps_same.iter().any(|other| {
            let (p, q) = (analysis.node(key), analysis.node(*other));
            let reach = |a, b| upon(a, p) && upon(q, b) || upon(a, q) && upon(p, b);
            p != q && !ruled(case, analysis, p, q) && (reach(a, b) || reach(b, a))
        })
    })
}

/// One mark more never raises *at least* or the support, and changes no other figure.
#[test]
fn a_mark_of_perhaps_one_only_lowers_at_least() {
    let mut lowered = [0usize; 2];
    for seed in 0..SEEDS {
        let before = analysis_random::case(seed);
        let mut after = before.clone();
        let dice = &mut analysis_random::Dice(seed ^ 0x51ab);
        analysis_random::mark(dice, &mut after);
        let (a, b) = (
            Analysis::new(&before, Setting::default(), &[]),
            Analysis::new(&after, Setting::default(), &[]),
        );
        let (a, b) = (Ledger::new(&a), Ledger::new(&b));
        for index in 0..before.claims.len() * 2 {
            let literal = Literal::at(index);
            let (f, g) = (a.figures(literal), b.figures(literal));
            assert!(g.origins.at_least <= f.origins.at_least, "seed {seed}");
            assert!(g.support <= f.support, "seed {seed}");
            lowered[0] += usize::from(g.origins.at_least < f.origins.at_least);
            lowered[1] += usize::from(g.support < f.support);
            assert_eq!(g.origins.at_most, f.origins.at_most, "seed {seed}");
            assert_eq!(g.origins.named, f.origins.named, "seed {seed}");
            assert_eq!(g.disjoint_chains, f.disjoint_chains, "seed {seed}");
            assert_eq!(g.statements, f.statements, "seed {seed}");
            assert_eq!(g.outlets, f.outlets, "seed {seed}");
        }
    }
    assert!(lowered.iter().all(|n| *n > 20), "{lowered:?}");
}

/// Whether a body holds a source, at any remove.
fn holds(case: &Case, analysis: &Analysis<'_>, body: Key<Source>, source: Key<Source>) -> bool {
    let mut seen = BTreeSet::from([source]);
    let mut next = vec![source];
    while let Some(here) = next.pop() {
        for (key, _, record) in case.sources.iter() {
            if analysis.node(key) != here {
                continue;
            }
            for above in &record.member_of {
                let above = analysis.node(*above);
                if seen.insert(above) {
                    next.push(above);
                }
            }
        }
    }
    body != source && seen.contains(&body)
}

#[test]
fn setting_aside_never_raises_a_figure_and_finds_the_same_load_bearing_sets() {
    let mut complete = 0;
    for seed in 0..SEEDS / 4 {
        let case = analysis_random::case(seed);
        let whole = Analysis::new(&case, Setting::default(), &[]);
        let ledger = Ledger::new(&whole);
        let nodes: Vec<Key<Source>> = case
            .sources
            .keys()
            .map(|s| whole.node(s))
            .collect::<BTreeSet<_>>()
            .into_iter()
            .collect();
        let literals: Vec<Literal> = (0..case.claims.len() * 2).map(Literal::at).collect();
        let before: Vec<Figures> = literals.iter().map(|l| ledger.figures(*l)).collect();
        let mut sets: Vec<(BTreeSet<Key<Source>>, Vec<Support>)> = Vec::new();
        for set in 1u32..1 << nodes.len() {
            if set.count_ones() > 3 {
                continue;
            }
            let without: Vec<_> = (0..nodes.len())
                .filter(|i| set & (1 << i) != 0)
                .map(|i| nodes[i])
                .collect();
            let setting = Setting {
                without: without.clone(),
                ..Setting::default()
            };
            let analysis = Analysis::new(&case, setting, &[]);
            let ledger = Ledger::new(&analysis);
            let after: Vec<Figures> = literals.iter().map(|l| ledger.figures(*l)).collect();
            for (a, b) in after.iter().zip(&before) {
                assert!(a.statements.len() <= b.statements.len());
                assert!(a.entailed.len() <= b.entailed.len());
                assert!(a.documents.len() <= b.documents.len());
                assert!(a.outlets.len() <= b.outlets.len(), "seed {seed}");
                assert!(a.origins.at_least <= b.origins.at_least);
                assert!(a.disjoint_chains <= b.disjoint_chains);
                assert!(a.support <= b.support);
                assert!(a.taken_back.iter().all(|s| b.taken_back.contains(s)));
            }
            sets.push((
                without.into_iter().collect(),
                after.iter().map(|f| f.support).collect(),
            ));
        }
        for (i, f) in before.iter().enumerate() {
            let mut expected: BTreeSet<(Vec<Key<Source>>, Support)> = BTreeSet::new();
            for target in [Support::SingleOrigin, Support::None] {
                if f.support <= target {
                    continue;
                }
                let lowering: Vec<_> = sets.iter().filter(|(_, s)| s[i] <= target).collect();
                for (set, support) in &lowering {
                    let minimal = !lowering
                        .iter()
                        .any(|(other, _)| other != set && other.is_subset(set));
                    if minimal && set.len() <= f.load_bearing_up_to {
                        expected.insert((set.iter().copied().collect(), support[i]));
                    }
                }
            }
            let found: BTreeSet<_> = f
                .load_bearing
                .iter()
                .filter(|l| l.sources.len() <= f.load_bearing_up_to)
                .map(|l| {
                    let mut sources = l.sources.clone();
                    sources.sort();
                    (sources, l.to)
                })
                .collect();
            assert_eq!(found, expected, "seed {seed}, {:?}", literals[i]);
            assert!(f.load_bearing_up_to >= 2);
            complete += usize::from(f.load_bearing_up_to == 3);
        }
    }
    assert!(complete > 1000, "{complete}");
}

#[test]
fn another_statement_lowers_no_exact_figure_of_its_stance() {
    for seed in 0..SEEDS / 2 {
        let case = analysis_random::case(seed);
        let mut more = case.clone();
        let mut new =
            analysis_random::statement(&mut analysis_random::Dice(seed ^ 0xabcd), &case, 0);
        new.takes_back.clear();
        let bears = new.bears[0].clone();
        assert!(more.statements.insert("new", new).is_ok());
        let Some(literal) = Literal::of(bears.claim, bears.stance) else {
            continue;
        };
        let of = |case: &Case| {
            let analysis = Analysis::new(case, Setting::default(), &[]);
            Ledger::new(&analysis).figures(literal)
        };
        let (a, b) = (of(&case), of(&more));
        assert!(a.statements.len() + a.entailed.len() < b.statements.len() + b.entailed.len() + 1);
        assert!(a.documents.len() <= b.documents.len());
        assert!(a.outlets.len() <= b.outlets.len());
        assert!(a.origins.at_least <= b.origins.at_least, "seed {seed}");
        assert!(a.disjoint_chains <= b.disjoint_chains);
        assert!(a.support <= b.support);
    }
}
