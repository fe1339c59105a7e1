//! Claims of one key with many values: what is found without writing pairs is what is found by writing
//! every one of them, on thousands of random small cases.

use isnad::analysis::{
    Analysis, Contradictions, Held, Ledger, Reasons, Setting, Wanted, entails_own_negation,
};
use isnad::model::{
    Act, Case, Claim, ClaimLink, Filler, Key, Proposition, RoleFiller, When, Words,
};

use crate::analysis_build::Files;
use crate::analysis_random::{self, Dice};

const PLACES: [&str; 4] = ["town", "town", "quarter", "village"];
const GROUPS: [&str; 7] = [
    "army", "brigade", "rebels", "guard", "front", "league", "band",
];
const TIMES: [&str; 14] = [
    "2018-05-11",
    "2018-05-11",
    "2018-05-11",
    "2018-05-12",
    "2018-05-14",
    "2018-05-10/2018-05-12",
    "2018-05-12/2018-05-15",
    "2018-05-01/2018-06",
    "2018-05",
    "2018-05/2018-06",
    "2018-05-12/..",
    "../2018-05-11",
    "2018-05-11?",
    "2018-06-02",
];

/// A case with entities that hold, may be, or were ruled to be each other, and one more predicate whose
/// values are free words.
fn base(seed: u64) -> Case {
    let dice = &mut Dice(seed);
    let mut files = Files::default();
    for outlet in ["a", "b", "c"] {
        files.source(outlet, "kind: outlet");
    }
    for source in ["d", "e", "f"] {
        files.source(source, "");
    }
    files
        .entity("town", "place", "")
        .entity("quarter", "place", "part_of: \"town\"")
        .entity(
            "village",
            "place",
            "related: [(id: \"town\", how: perhaps_same)]",
        );
    for (i, group) in GROUPS.iter().enumerate() {
        let how = ["member_of", "perhaps_same", "successor_of"][dice.below(3)];
        let other = GROUPS[dice.below(i.max(1))];
        let related = i > 0 && dice.one_in(2);
        let related = if related {
            format!("related: [(id: \"{other}\", how: {how})]")
        } else {
            String::new()
        };
        files.entity(group, "group", &related);
    }
    if dice.one_in(3) {
        files.judgement("j", "same([\"rebels\", \"guard\"])", "");
    }
    files.document("x", "a", "").document("y", "b", "");
    files.document("z", "c", "republishes: (from: document(\"x\"))");
    files.vocabulary = "(id: \"rank\", kind: state, words: {\"en\": \"{place} {name}\", \"ar\": \
         \"{place} {name}\"}, roles: [(id: \"place\", takes: entity([place]), key: true), (id: \
         \"name\", takes: text, functional: true, clash: other)]),"
        .to_owned();
    files.read()
}

fn random(base: &Case, seed: u64) -> Case {
    let dice = &mut Dice(seed);
    let mut case = base.clone();
    let claims = 3 + dice.below(8);
    let entity = |case: &Case, id: &str| Filler::Entity(case.entities.key(id).expect("known"));
    for i in 0..claims {
        let mut claim = Claim::default();
        if !dice.one_in(6) {
            let places = if dice.one_in(2) { 2 } else { 4 };
            let place = entity(&case, PLACES[dice.below(places)]);
            let words = dice.one_in(8);
            let value = |dice: &mut Dice| match words {
                true => Filler::Text(["first", "second", "third"][dice.below(3)].into()),
                false => entity(&case, GROUPS[dice.below(GROUPS.len())]),
            };
            let mut values = vec![value(dice)];
            if !words && dice.one_in(7) {
                values.push(value(dice));
            }
            let predicate = if words { "rank" } else { "controls" };
            let role = |role: usize, fillers: Vec<Filler>| RoleFiller { role, fillers };
            claim.proposition = Some(Proposition {
                predicate: case.predicates.key(predicate).expect("known"),
                roles: vec![role(0, vec![place]), role(1, values)],
                event: None,
                place: dice
                    .one_in(9)
                    .then(|| case.entities.key("village").expect("known")),
                count: None,
            });
            if !dice.one_in(7) {
                let time = TIMES[dice.below(TIMES.len())];
                claim.time = Some(When::parse(time, false, Words::default()).expect("a time"));
            }
        }
        for list in [0, 1] {
            let other = dice.below(claims);
            if other != i && dice.one_in(7) {
                let link = ClaimLink {
                    claim: Key::new(other),
                    why: Words::of("w", "w"),
                };
                if list == 0 {
                    claim.entails.push(link);
                } else {
                    claim.excludes.push(link);
                }
            }
        }
        // Ids in another order than entries.
        let id = format!("c{}", (i * 7 + 3) % 13);
        assert!(case.claims.insert(&id, claim).is_ok());
    }
    let single = dice.one_in(2);
    for i in 0..3 + dice.below(12) {
        let mut statement = analysis_random::statement(dice, &case, i);
        if single {
            statement.bears.truncate(1);
        }
        if dice.one_in(12) {
            statement.act = Act::Predict;
        }
        assert!(
            case.statements
                .insert(&format!("t{}", (i * 5 + 2) % 17), statement)
                .is_ok()
        );
    }
    case
}

/// All that is told of a case where so many claims of one key are no longer written pair by pair.
fn told(case: &Case, many: usize, seed: u64) -> Vec<String> {
    let analysis = Analysis::with_many(case, Setting::default(), &[], many);
    let all = Contradictions::new(&analysis);
    let mut told = vec![format!("total {}", all.total(&analysis))];
    for limit in [usize::MAX, 2, 7] {
        let mut reasons = Reasons::new(&analysis);
        for one in all.list(&analysis, limit) {
            let why = reasons.of(&one.conflict);
            told.push(format!("{limit} {one:?} {why:?}"));
        }
    }
    let disputes = all.disputes(&analysis);
    told.extend(disputes.iter().map(|dispute| format!("{dispute:?}")));
    for limit in [usize::MAX, 3] {
        let none = all.not_comparable(&analysis, limit);
        told.extend(none.iter().map(|none| format!("{limit} {none:?}")));
    }
    let dice = &mut Dice(seed);
    for _ in 0..3 {
        let (n, m) = (1 + dice.below(3), 1 + dice.below(3));
        let wanted = Wanted {
            claim: &|claim| claim.index() % 3 < n,
            statement: &|statement| statement.index() % 4 < m,
        };
        told.push(format!("wanted {}", all.total_of(&analysis, &wanted)));
        for limit in [usize::MAX, 3] {
            let list = all.list_of(&analysis, limit, &wanted);
            told.extend(list.iter().map(|one| format!("wanted {limit} {one:?}")));
        }
    }
    let ledger = Ledger::new(&analysis);
    told.extend(ledger.claims().iter().map(|claim| format!("{claim:?}")));
    for claim in case.claims.keys() {
        let implications = &analysis.implications;
        let excludes = implications.excludes(case, claim);
        told.push(format!("{:?} {excludes:?}", implications.entails(claim)));
    }
    told
}

#[test]
fn unwritten_pairs_are_those_of_writing_every_pair() {
    let (mut sure, mut possible, mut rumours, mut unwritten) = (0, 0, 0, 0);
    for seed in 0..3000 {
        let case = random(&base_of(seed), seed);
        let (few, every) = (told(&case, 2, seed), told(&case, usize::MAX, seed));
        for (few, every) in few.iter().zip(&every) {
            assert_eq!(few, every, "seed {seed}");
        }
        assert_eq!(few.len(), every.len(), "seed {seed}");
        let analysis = Analysis::with_many(&case, Setting::default(), &[], 2);
        let all = Contradictions::new(&analysis);
        let written: Vec<(Held, Held)> = all.conflicts().iter().map(|c| (c.a, c.b)).collect();
        for one in all.list(&analysis, usize::MAX) {
            let conflict = &one.conflict;
            if !written.contains(&(conflict.a, conflict.b)) {
                unwritten += 1;
                sure += u32::from(one.certain);
                possible += u32::from(conflict.possible.is_some());
                rumours += u32::from(conflict.a.report || conflict.b.report);
            }
        }
    }
    let enough = [sure, possible, rumours, unwritten]
        .iter()
        .all(|n| *n > 300);
    assert!(enough, "{sure} {possible} {rumours} {unwritten}");
}

/// Cases are many and folders slow: every hundredth has entities of its own.
fn base_of(seed: u64) -> Case {
    use std::sync::Mutex;
    static KNOWN: Mutex<Vec<(u64, Case)>> = Mutex::new(Vec::new());
    let mut known = KNOWN.lock().expect("nobody panicked");
    let which = seed / 100;
    if let Some((_, case)) = known.iter().find(|(n, _)| *n == which) {
        return case.clone();
    }
    known.clear();
    known.push((which, base(which)));
    known[0].1.clone()
}

#[test]
fn own_negations_are_found_across_a_rivalry() {
    // Whoever says that both groups hold the town says what cannot be, however many claims there are.
    let mut files = Files::default();
    files.entity("town", "place", "").claim(
        "both",
        "entails: [(claim: \"g1\", why: {\"en\": \"w\"}), (claim: \"g2\", why: {\"en\": \"w\"})]",
    );
    for i in 0..520 {
        files.entity(&format!("g{i}"), "group", "").claim(
            &format!("g{i}"),
            &format!(
                "proposition: (predicate: \"controls\", roles: {{\"place\": \"town\", \"group\": \
                 \"g{i}\"}}), time: (edtf: \"2018-05-11\"),"
            ),
        );
    }
    let case = files.read();
    let found = entails_own_negation(&case);
    let ids: Vec<&str> = found
        .iter()
        .map(|(claim, _)| case.claims.id(*claim))
        .collect();
    assert_eq!(ids, ["both"]);
    let rules: Vec<String> = found[0]
        .1
        .iter()
        .map(|s| s.rule.words(&case).name)
        .collect();
    assert_eq!(rules.len(), 3, "{rules:?}");
    assert_eq!(rules[1], "excludes: controls is functional in group");
}
