//! Contradictions: worked by hand, against a SAT solver, and the sweep against every pair. In one file because
//! all of them are over the one small story at its head.

use std::collections::BTreeSet;

use batsat::{BasicSolver, Lit, SolverInterface, lbool};
use isnad::analysis::implication::Between;
use isnad::analysis::{
    Analysis, Contradictions, Fate, Held, Implications, Kind, Literal, Reasons, Setting,
};
use isnad::model::{Case, Key};

use crate::analysis_build::Files;
use crate::analysis_random::{self, Dice};

fn found(case: &Case, limit: usize) -> (u64, Vec<String>) {
    let analysis = Analysis::new(case, Setting::default(), &[]);
    let all = Contradictions::new(&analysis);
    let list = all
        .list(&analysis, limit)
        .into_iter()
        .map(|c| {
            let id = |s| case.statements.id(s);
            format!(
                "{:?} {} {}{}{}{}",
                c.kind,
                id(c.statements.0),
                id(c.statements.1),
                if c.certain { "" } else { " possible" },
                c.within.map_or(String::new(), |w| format!(" {w:?}")),
                if c.also.is_empty() { "" } else { " also" },
            )
        })
        .collect();
    (all.total(&analysis), list)
}

fn news() -> Files {
    let mut files = Files::default();
    let status = |value: &str, day: &str| {
        format!(
            "proposition: (predicate: \"status\", roles: {{\"person\": \"ali\", \"value\": \
             \"{value}\"}}), time: (edtf: \"{day}\"),"
        )
    };
    files
        .source("paper", "kind: outlet")
        .source("obs", "")
        .source("army", "")
        .entity("ali", "person", "")
        .claim(
            "killed",
            "proposition: (predicate: \"killed\", roles: {\"victim\": \"ali\"}), \
             time: (edtf: \"2018-05-11\"),",
        )
        .claim("alive", &status("alive", "2018-05-14"))
        .claim("alive-may", &status("alive", "2018-05"))
        .claim("alive-april", &status("alive", "2018-04"))
        .document("d", "paper", "")
        .document("e", "paper", "");
    files
}

fn say(stance: &str, claim: &str, more: &str) -> String {
    format!("bears: [(claim: \"{claim}\", stance: {stance}, {more})],")
}

#[test]
fn every_kind_of_pair_is_told_apart() {
    let mut files = news();
    files
        .statement(
            "d",
            "head",
            &format!(
                "outlet_voice: true, heading: true, {}",
                say("affirms", "killed", "")
            ),
        )
        .statement(
            "d",
            "no",
            &format!("said_by: \"army\", {}", say("denies", "killed", "")),
        )
        .statement(
            "e",
            "seen",
            &format!("said_by: \"army\", {}", say("affirms", "alive", "")),
        )
        .statement(
            "e",
            "heard",
            &format!("said_by: \"obs\", {}", say("affirms", "alive-may", "")),
        )
        .statement(
            "e",
            "april",
            &format!("said_by: \"obs\", {}", say("affirms", "alive-april", "")),
        )
        .statement(
            "e",
            "obs",
            &format!(
                "said_by: \"obs\", {}",
                say("affirms", "killed", "hedged: true")
            ),
        )
        .statement(
            "e",
            "rumour",
            &format!("act: rumour, {}", say("reports", "killed", "")),
        )
        .statement(
            "e",
            "will",
            &format!(
                "said_by: \"army\", act: predict, {}",
                say("denies", "killed", "")
            ),
        );
    let case = files.read();
    let (total, list) = found(&case, usize::MAX);
    assert_eq!(
        list,
        [
            "Denial head no Heading",
            "Denial obs no possible",
            "DisputedRumour seen rumour",
            "DisputedRumour rumour no",
            "Status seen head",
            "Status seen obs possible",
            "DisputedRumour heard rumour possible",
            "Status heard head possible",
            "Status heard obs possible Source",
        ]
    );
    assert_eq!(total, 9);
    assert_eq!(found(&case, 3), (9, list[..3].to_vec()));
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let all = Contradictions::new(&analysis);
    let beside: Vec<String> = all
        .not_comparable(&analysis, usize::MAX)
        .iter()
        .map(|n| {
            let id = |s| case.statements.id(s);
            format!(
                "{} {} {:?}",
                id(n.statements.0),
                id(n.statements.1),
                n.reason
            )
        })
        .collect();
    assert_eq!(
        beside,
        [
            "april head OtherTime",
            "april obs OtherTime",
            "head will Forecast",
            "obs will Forecast"
        ]
    );
    let mut status = all.conflicts().iter().filter(|c| c.kind == Kind::Status);
    let because = Reasons::new(&analysis).of(status.next().expect("one"));
    let words: Vec<String> = because.iter().map(|s| s.rule.words(&case).name).collect();
    // Nobody entered "he is dead": the step leads through it, and the rule that excludes is told.
    assert_eq!(words, ["excludes: value of status lasts"]);
    assert_eq!(because[0].rules.len(), 2);
    let disputes = all.disputes(&analysis);
    assert_eq!(disputes.len(), 1);
    assert_eq!((disputes[0].pairs, disputes[0].certain), (9, 4));
}

/// Two hold one place on two days. That somebody could also have said it of no day is nothing that
/// anybody said: it makes no two of two days meet.
#[test]
fn a_claim_that_nobody_makes_makes_no_pair_possible() {
    let mut files = news();
    let holds = |group: &str, time: &str| {
        format!(
            "proposition: (predicate: \"controls\", roles: {{\"place\": \"town\", \"group\": \
             \"{group}\"}}), {time}"
        )
    };
    files
        .entity("town", "place", "")
        .entity("band", "group", "")
        .entity("guard", "group", "")
        .claim("late", &holds("band", "time: (edtf: \"2024-03-05\")"))
        .claim("early", &holds("guard", "time: (edtf: \"2024-03-01\")"))
        .claim("no-day", &holds("band", ""))
        .statement("d", "one", &say("affirms", "late", ""))
        .statement("e", "other", &say("affirms", "early", ""));
    let (_, list) = found(&files.read(), usize::MAX);
    assert!(list.is_empty(), "{list:?}");
    // Who does say it of no day may mean either.
    files.statement("e", "vague", &say("affirms", "no-day", ""));
    let (_, list) = found(&files.read(), usize::MAX);
    assert_eq!(list, ["Control other vague possible"]);
}

/// What somebody could say with less makes doubtful nothing that is settled by the times that are said.
#[test]
fn what_is_claimed_with_less_makes_no_pair_possible() {
    let claim = |day: &str, who: &str| {
        format!(
            "proposition: (predicate: \"{who}\", roles: {{{role}: \"ali\"}}), {day}",
            role = if who == "killed" {
                "\"victim\""
            } else {
                "\"person\""
            },
        )
    };
    for less in [
        "",
        "time: (edtf: \"2018-05\")",
        "time: (edtf: \"2018\")",
        "time: (edtf: \"2018-05-11/2018-05-20\")",
    ] {
        let mut files = news();
        files
            .claim("seen", &claim("time: (edtf: \"2018-05-03\")", "seen"))
            .claim("less", &claim(less, "killed"))
            .statement("d", "a", &say("affirms", "killed", ""))
            .statement("e", "b", &say("affirms", "seen", ""));
        let (_, list) = found(&files.read(), usize::MAX);
        assert!(list.is_empty(), "{less}: {list:?}");
        // Who does say that much may mean another day, unless that is surely later.
        files.statement("e", "c", &say("affirms", "less", ""));
        let (_, list) = found(&files.read(), usize::MAX);
        let later = less.contains('/');
        assert_eq!(list.is_empty(), later, "{less}: {list:?}");
    }
    // Of states as well.
    let holds = |group: &str, time: &str| {
        format!(
            "proposition: (predicate: \"controls\", roles: {{\"place\": \"town\", \"group\": \
             \"{group}\"}}), time: (edtf: \"{time}\"),"
        )
    };
    let mut files = news();
    files
        .entity("town", "place", "")
        .entity("band", "group", "")
        .entity("guard", "group", "")
        .claim("early", &holds("band", "2024-03-01/2024-03-10"))
        .claim("late", &holds("guard", "2024-03-11"))
        .claim("some-day", &holds("guard", "2024-03"))
        .statement("d", "d", &say("affirms", "early", ""))
        .statement("e", "e", &say("affirms", "late", ""));
    let (_, list) = found(&files.read(), usize::MAX);
    assert!(list.is_empty(), "{list:?}");
}

/// Nobody dies twice, whatever it is called.
#[test]
fn one_death_has_one_date() {
    let mut files = news();
    files
        .claim(
            "died",
            "proposition: (predicate: \"died\", roles: {\"person\": \"ali\"}), \
             time: (edtf: \"2018-05-12\"),",
        )
        .statement("d", "a", &say("affirms", "killed", ""))
        .statement("e", "b", &say("affirms", "died", ""));
    let (_, list) = found(&files.read(), usize::MAX);
    assert_eq!(list, ["Date b a"]);
}

#[test]
fn one_statement_against_itself_is_one_pair() {
    let mut files = news();
    files.statement(
        "d",
        "both",
        "said_by: \"obs\", bears: [(claim: \"killed\", stance: affirms), (claim: \"alive\", stance: affirms)],",
    );
    let case = files.read();
    assert_eq!(
        found(&case, 9),
        (1, vec!["Status both both Statement".to_owned()])
    );
}

fn solver(case: &Case) -> (BasicSolver, Vec<Lit>) {
    let mut solver = BasicSolver::default();
    let lits: Vec<Lit> = case
        .claims
        .keys()
        .map(|_| Lit::new(solver.new_var_default(), true))
        .collect();
    for (key, _, claim) in case.claims.iter() {
        let c = lits[key.index()];
        for link in &claim.entails {
            solver.add_clause_reuse(&mut vec![!c, lits[link.claim.index()]]);
        }
        for link in &claim.excludes {
            solver.add_clause_reuse(&mut vec![!c, !lits[link.claim.index()]]);
        }
    }
    (solver, lits)
}

#[test]
fn a_sat_solver_finds_the_same_contradictions() {
    let (mut clashing, mut fine) = (0, 0);
    for seed in 0..2000 {
        let mut case = analysis_random::case(seed);
        let dice = &mut Dice(seed);
        // More links than usual, so that paths are long.
        let claims: Vec<_> = case.claims.keys().collect();
        for _ in 0..claims.len() {
            let (a, b) = (dice.below(claims.len()), dice.below(claims.len()));
            if a != b {
                let link = isnad::model::ClaimLink {
                    claim: claims[b],
                    why: isnad::model::Words::of("w", "w"),
                };
                let claim = &mut case.claims[claims[a]];
                if dice.one_in(2) {
                    claim.entails.push(link)
                } else {
                    claim.excludes.push(link)
                }
            }
        }
        let analysis = Analysis::new(&case, Setting::default(), &[]);
        let all = Contradictions::new(&analysis);
        let clash: BTreeSet<(Literal, Literal)> = all
            .conflicts()
            .iter()
            .filter(|c| !c.a.report && !c.b.report)
            .flat_map(|c| [(c.a.literal, c.b.literal), (c.b.literal, c.a.literal)])
            .collect();
        let mut held: Vec<Literal> = case
            .statements
            .iter()
            .filter(|(key, _, _)| analysis.stands(*key))
            .flat_map(|(key, _, s)| s.bears.iter().map(move |b| (key, b)))
            .filter(|(key, b)| analysis.fate(*key, b.claim, b.stance) == Fate::Stands)
            .filter_map(|(_, b)| Literal::of(b.claim, b.stance))
            .collect();
        held.sort();
        held.dedup();
        let (mut solver, lits) = solver(&case);
        let mut consistent = |set: &[Literal]| {
            let assumptions: Vec<Lit> = set
                .iter()
                .map(|l| {
                    let lit = lits[l.claim().index()];
                    if l.is_denied() { !lit } else { lit }
                })
                .collect();
            solver.solve_limited(&assumptions) == lbool::TRUE
        };
        // Every subset of what is held is inconsistent if and only if it holds a listed pair.
        for set in 1u32..1 << held.len().min(8) {
            let chosen: Vec<Literal> = (0..held.len().min(8))
                .filter(|i| set & (1 << i) != 0)
                .map(|i| held[i])
                .collect();
            let listed = chosen
                .iter()
                .any(|a| chosen.iter().any(|b| clash.contains(&(*a, *b))));
            assert_eq!(!consistent(&chosen), listed, "seed {seed}: {chosen:?}");
            if listed { clashing += 1 } else { fine += 1 }
        }
        // And every listed one is explained by a path of clauses from one to the negation of the other.
        let mut reasons = Reasons::new(&analysis);
        for conflict in all.conflicts() {
            let mut here = conflict.a.literal;
            for step in &reasons.of(conflict) {
                assert_eq!(step.from, here);
                assert!(
                    analysis
                        .implications
                        .direct(here)
                        .iter()
                        .any(|(to, _)| *to == step.to)
                );
                here = step.to;
            }
            assert_eq!(here, conflict.b.literal.negated());
        }
        count(&case, &analysis, &all);
    }
    assert!(clashing > 500 && fine > 500, "{clashing} {fine}");
}

/// The total is that of every pair of statements tried.
fn count(case: &Case, analysis: &Analysis<'_>, all: &Contradictions) {
    let conflicts: BTreeSet<(Held, Held)> = all
        .conflicts()
        .iter()
        .flat_map(|c| [(c.a, c.b), (c.b, c.a)])
        .collect();
    let held: Vec<(Key<_>, Vec<Held>)> = case
        .statements
        .iter()
        .filter(|(key, _, _)| analysis.stands(*key))
        .map(|(key, _, s)| {
            let held = s
                .bears
                .iter()
                .filter(|b| analysis.fate(key, b.claim, b.stance) == Fate::Stands)
                .filter_map(|b| Held::of(b.claim, b.stance))
                .collect();
            (key, held)
        })
        .collect();
    let mut pairs = BTreeSet::new();
    for (i, (s, a)) in held.iter().enumerate() {
        for (t, b) in &held[i..] {
            if a.iter()
                .any(|x| b.iter().any(|y| conflicts.contains(&(*x, *y))))
            {
                pairs.insert((*s, *t));
            }
        }
    }
    let listed: BTreeSet<_> = all
        .list(analysis, usize::MAX)
        .iter()
        .map(|c| {
            let (a, b) = c.statements;
            (a.min(b), a.max(b))
        })
        .collect();
    assert_eq!(listed, pairs);
    assert_eq!(all.total(analysis), pairs.len() as u64);
    assert_eq!(
        all.list(analysis, usize::MAX).len(),
        pairs.len(),
        "each once"
    );
}

#[test]
fn sweeping_finds_the_pairs_that_asking_about_every_pair_finds() {
    let mut kinds = std::collections::HashSet::new();
    for seed in 0..60 {
        let dice = &mut Dice(seed);
        let mut files = Files::default();
        files
            .entity("army", "group", "")
            .entity(
                "brigade",
                "group",
                "related: [(id: \"army\", how: member_of)]",
            )
            .entity("rebels", "group", "")
            .entity("town", "place", "")
            .entity("quarter", "place", "part_of: \"town\"")
            .entity(
                "ali",
                "person",
                "related: [(id: \"abu\", how: perhaps_same)]",
            )
            .entity("abu", "person", "")
            .entity("raid", "event", "")
            .entity("fight", "event", "");
        for i in 0..24 {
            let group = ["army", "brigade", "rebels"][dice.below(3)];
            let place = ["town", "quarter"][dice.below(2)];
            let person = ["ali", "ali", "abu"][dice.below(3)];
            let value = ["dead", "alive"][dice.below(2)];
            let (min, wide) = (dice.below(6), dice.below(3));
            let proposition = match dice.below(5) {
                0 => format!(
                    "predicate: \"controls\", roles: {{\"place\": \"{place}\", \"group\": \"{group}\"}}"
                ),
                1 => format!(
                    "predicate: \"status\", roles: {{\"person\": \"{person}\", \"value\": \"{value}\"}}"
                ),
                2 => format!(
                    "predicate: \"killed\", roles: {{\"victim\": \"{person}\", \"by\": \"{group}\"}}"
                ),
                3 => format!(
                    "predicate: \"attacked\", roles: {{\"by\": \"{group}\"{}}}{}",
                    ["", ", \"target\": \"town\"", ", \"target\": \"abu\""][dice.below(3)],
                    ["", ", event: \"raid\"", ", event: \"fight\""][dice.below(3)],
                ),
                _ => format!(
                    "predicate: \"casualties\", roles: {{\"of\": \"army\", \"kind\": \"killed\"}}, \
                     count: (min: {min}, max: {}, of: \"men\", scope: \"{}\", cumulative: {})",
                    min + wide,
                    ["war", "raid"][dice.below(2)],
                    dice.one_in(2),
                ),
            };
            let time = match dice.below(5) {
                0 => String::new(),
                1 => "time: (edtf: \"2018-05\"),".to_owned(),
                2 => format!("time: (edtf: \"2018-05-1{}/2018-05-15\"),", dice.below(5)),
                3 => format!("time: (edtf: \"2018-05-1{}?\"),", dice.below(5)),
                _ => format!("time: (edtf: \"2018-05-1{}\"),", dice.below(5)),
            };
            files.claim(
                &format!("c{i}"),
                &format!("proposition: ({proposition}), {time}"),
            );
        }
        let case = files.read();
        let implications = Implications::new(&case);
        let keys: Vec<_> = case.claims.keys().collect();
        let mut beside = BTreeSet::new();
        let spoken = |claim: Key<_>| claim.index() < keys.len();
        let mut meet = |a, b, between: Between| {
            assert!(beside.insert((a, b, format!("{between:?}"))), "met twice");
            true
        };
        implications.possible(spoken, |a, b, rule, doubt| {
            meet(a, b, Between::Possible(rule, doubt));
        });
        implications.passed_over(spoken, |a, b, passed| {
            meet(a, b, Between::PassedOver(passed))
        });
        let mut expected = BTreeSet::new();
        for (i, a) in keys.iter().enumerate() {
            for b in &keys[i + 1..] {
                let between = implications.between(&case, *a, *b);
                assert_eq!(between, implications.between(&case, *b, *a));
                let direct = implications
                    .direct(Literal::affirmed(*a))
                    .iter()
                    .any(|(to, rule)| *to == Literal::denied(*b) && rule.excludes());
                match between {
                    Between::Nothing => assert!(!direct),
                    Between::Excludes(_) => assert!(direct, "seed {seed}: {a:?} {b:?} {between:?}"),
                    other => {
                        assert!(!direct);
                        expected.insert((*a, *b, format!("{other:?}")));
                    }
                }
                kinds.insert(std::mem::discriminant(&between));
            }
        }
        assert_eq!(beside, expected, "seed {seed}");
    }
    assert_eq!(kinds.len(), 4);
}
