//! What follows from what, rule by rule, on claims written by hand.

use isnad::analysis::implication::{Between, Implications, Literal, Reached, entails_own_negation};
use isnad::model::Case;

use crate::analysis_build::Files;

fn world() -> Files {
    let mut files = Files::default();
    for person in ["ali", "omar"] {
        files.entity(person, "person", "");
    }
    files
        .entity(
            "omar-2",
            "person",
            "related: [(id: \"omar\", how: perhaps_same)]",
        )
        .entity("army", "group", "")
        .entity(
            "brigade",
            "group",
            "related: [(id: \"army\", how: member_of)]",
        )
        .entity("rebels", "group", "")
        .entity("town", "place", "")
        .entity("quarter", "place", "part_of: \"town\"")
        .entity("village", "place", "")
        .entity("battle", "event", "time: (edtf: \"2018-05-10\")")
        .entity("raid", "event", "");
    files
}

fn typed(predicate: &str, roles: &[(&str, &str)], more: &str) -> String {
    let roles: Vec<String> = roles
        .iter()
        .map(|(role, filler)| {
            if filler.starts_with('[') {
                format!("\"{role}\": {filler}")
            } else {
                format!("\"{role}\": \"{filler}\"")
            }
        })
        .collect();
    format!(
        "proposition: (predicate: \"{predicate}\", roles: {{{}}}, {more}),",
        roles.join(", ")
    )
}

fn at(edtf: &str) -> String {
    format!("time: (edtf: \"{edtf}\"),")
}

/// What a literal reaches, as ids, a denied claim with a minus before it.
fn reached(case: &Case, from: &str) -> Vec<String> {
    let implications = Implications::new(case);
    let (denied, id) = from
        .strip_prefix('-')
        .map_or((false, from), |id| (true, id));
    let start = Literal::affirmed(case.claims.key(id).expect("a claim"));
    let start = if denied { start.negated() } else { start };
    let mut reached = Reached::new(&implications);
    let mut all: Vec<String> = reached
        .from(&implications, start)
        .iter()
        .skip(1)
        .filter(|l| implications.is_spoken(**l))
        .map(|l| {
            let sign = if l.is_denied() { "-" } else { "" };
            format!("{sign}{}", case.claims.id(l.claim()))
        })
        .collect();
    all.sort();
    all
}

fn between(case: &Case, a: &str, b: &str) -> String {
    let implications = Implications::new(case);
    let key = |id| case.claims.key(id).expect("a claim");
    let one = implications.between(case, key(a), key(b));
    let other = implications.between(case, key(b), key(a));
    assert_eq!(one, other, "the order of {a} and {b} matters");
    match one {
        Between::Nothing => "nothing".to_owned(),
        Between::Excludes(rule) => rule.words(case).name,
        Between::Possible(_, doubt) => format!("possible: {doubt:?}"),
        Between::PassedOver(passed) => format!("{:?}: {passed:?}", passed.reason()),
    }
}

#[test]
fn who_was_killed_is_dead_from_then_on() {
    let mut files = world();
    let killed = |more: &str| typed("killed", &[("victim", "ali")], more);
    let dead = typed("status", &[("person", "ali"), ("value", "dead")], "");
    let alive = typed("status", &[("person", "ali"), ("value", "alive")], "");
    files
        .claim("killed", &(killed("") + &at("2018-05-11")))
        .claim("dead", &dead)
        .claim("dead-10", &(dead.clone() + &at("2018-05-10")))
        .claim("dead-12", &(dead + &at("2018-05-12")))
        .claim("alive", &alive)
        .claim("alive-10", &(alive.clone() + &at("2018-05-10")))
        .claim("alive-11", &(alive.clone() + &at("2018-05-11")))
        .claim("alive-14", &(alive + &at("2018-05-14")))
        .claim(
            "seen-14",
            &(typed("seen", &[("person", "ali")], "") + &at("2018-05-14")),
        );
    let case = files.read();
    // Dying on the 11th leaves him alive on that very day, before it.
    assert_eq!(
        reached(&case, "killed"),
        ["-alive-14", "-seen-14", "dead", "dead-12"]
    );
    assert_eq!(
        reached(&case, "seen-14"),
        ["-dead-10", "-dead-12", "-killed", "alive-14"]
    );
    assert_eq!(reached(&case, "-dead"), ["-dead-10", "-dead-12", "-killed"]);
    assert_eq!(between(&case, "dead", "alive"), "possible: Unwritten");
    assert_eq!(between(&case, "dead-10", "alive-10"), "possible: SameDay");
    assert_eq!(between(&case, "dead-12", "alive-11"), "OtherTime: Before");
    assert_eq!(
        between(&case, "dead-12", "alive-14"),
        "excludes: value of status lasts"
    );
}

/// What happened within an interval happened on some day of it; what held over one held on each.
#[test]
fn an_event_in_an_interval_is_of_some_day_of_it() {
    let mut files = world();
    let of_ali = |predicate: &str, role: &str| typed(predicate, &[(role, "ali")], "");
    let killed = of_ali("killed", "victim");
    let seen = of_ali("seen", "person");
    let status = |value: &str| typed("status", &[("person", "ali"), ("value", value)], "");
    files
        .claim("killed", &(killed + &at("2024-03-01/2024-03-10")))
        .claim("seen-05", &(seen.clone() + &at("2024-03-05")))
        .claim("seen-10", &(seen.clone() + &at("2024-03-10")))
        .claim("seen-11", &(seen.clone() + &at("2024-03-11")))
        .claim("seen-early", &(seen + &at("2024-02-20/2024-03-10")))
        .claim(
            "dead-early",
            &(status("dead") + &at("2024-03-01/2024-03-10")),
        )
        .claim(
            "dead-late",
            &(status("dead") + &at("2024-03-10/2024-03-20")),
        )
        .claim(
            "alive-all",
            &(status("alive") + &at("2024-02-20/2024-03-10")),
        )
        .claim(
            "alive-11",
            &(status("alive") + &at("2024-03-01/2024-03-11")),
        );
    let case = files.read();
    // Dead by the tenth, perhaps not before.
    assert_eq!(
        reached(&case, "killed"),
        ["-alive-11", "-seen-11", "dead-late"]
    );
    // Seen on some day from 20 February on, so not dead before; he need not have lived to the tenth.
    assert!(reached(&case, "seen-early").is_empty());
    assert_eq!(reached(&case, "alive-all"), ["-dead-early"]);
    assert_eq!(
        between(&case, "dead-early", "alive-11"),
        "excludes: value of status lasts"
    );
}

#[test]
fn one_death_has_one_killer_one_day_and_one_place() {
    let mut files = world();
    let by = |who: &str, more: &str| typed("killed", &[("victim", "ali"), ("by", who)], more);
    files
        .claim("any", &typed("killed", &[("victim", "ali")], ""))
        .claim("army", &by("army", ""))
        .claim("brigade", &by("brigade", ""))
        .claim("rebels", &by("rebels", ""))
        .claim("both", &by("[\"army\", \"rebels\"]", ""))
        .claim("may", &(by("army", "") + &at("2018-05")))
        .claim("day-11", &(by("army", "") + &at("2018-05-11")))
        .claim("day-12", &(by("army", "") + &at("2018-05-12")))
        .claim("town", &by("army", "place: \"town\""))
        .claim("quarter", &by("army", "place: \"quarter\""))
        .claim("village", &by("army", "place: \"village\""))
        .claim(
            "other",
            &typed("killed", &[("victim", "omar"), ("by", "rebels")], ""),
        );
    let case = files.read();
    assert_eq!(
        between(&case, "army", "rebels"),
        "excludes: one by for one event (killed)"
    );
    assert_eq!(between(&case, "army", "brigade"), "nothing");
    assert_eq!(between(&case, "army", "both"), "nothing");
    assert_eq!(between(&case, "army", "other"), "nothing");
    assert_eq!(between(&case, "may", "day-11"), "nothing");
    assert_eq!(
        between(&case, "day-11", "day-12"),
        "excludes: one date for one event"
    );
    assert_eq!(between(&case, "town", "quarter"), "nothing");
    assert_eq!(
        between(&case, "village", "quarter"),
        "excludes: one place for one event"
    );
    // More detail entails less, a day its month, a quarter its town.
    let follows = reached(&case, "quarter");
    for id in ["any", "army", "town", "-rebels", "-village"] {
        assert!(follows.iter().any(|f| f == id), "{id} in {follows:?}");
    }
    assert!(!follows.iter().any(|f| f == "brigade"));
    assert!(reached(&case, "day-11").contains(&"may".to_owned()));
    assert!(!reached(&case, "may").contains(&"day-11".to_owned()));
}

#[test]
fn what_is_not_known_to_be_one_event_excludes_nothing() {
    let mut files = world();
    let hit = |by: &str, more: &str| typed("attacked", &[("by", by), ("target", "village")], more);
    files
        .claim("a", &hit("army", "event: \"battle\""))
        .claim("b", &hit("rebels", "event: \"battle\""))
        .claim("c", &hit("rebels", ""))
        .claim("d", &hit("rebels", "event: \"raid\""))
        .claim("e", &hit("brigade", "event: \"battle\""));
    let case = files.read();
    assert_eq!(
        between(&case, "a", "b"),
        "excludes: one by for one event (attacked)"
    );
    assert_eq!(between(&case, "a", "c"), "OtherEvent: Events");
    assert_eq!(between(&case, "a", "d"), "OtherEvent: Events");
    assert_eq!(between(&case, "a", "e"), "nothing");
}

#[test]
fn control_of_the_whole_is_control_of_its_parts_and_never_the_reverse() {
    let mut files = world();
    let holds = |who: &str, place: &str, when: &str| {
        let claim = typed("controls", &[("group", who), ("place", place)], "");
        if when.is_empty() {
            claim
        } else {
            claim + &at(when)
        }
    };
    files
        .claim("town-a", &holds("army", "town", "2018-05-11"))
        .claim("quarter-a", &holds("army", "quarter", "2018-05-11"))
        .claim("quarter-r", &holds("rebels", "quarter", "2018-05-11"))
        .claim("town-r-12", &holds("rebels", "town", "2018-05-12"))
        .claim("town-r-may", &holds("rebels", "town", "2018-05"))
        .claim(
            "town-r-long",
            &holds("rebels", "town", "2018-05-01/2018-05-20"),
        )
        .claim("town-r", &holds("rebels", "town", ""))
        .claim("village-r", &holds("rebels", "village", "2018-05-11"));
    let case = files.read();
    assert_eq!(
        reached(&case, "town-a"),
        ["-quarter-r", "-town-r-long", "quarter-a"]
    );
    assert!(!reached(&case, "quarter-a").contains(&"town-a".to_owned()));
    assert_eq!(
        reached(&case, "quarter-r"),
        ["-quarter-a", "-town-a"],
        "denying the part denies the whole"
    );
    assert_eq!(between(&case, "town-a", "town-r-12"), "OtherTime: Times");
    assert_eq!(
        between(&case, "town-a", "town-r-may"),
        "possible: MayOverlap"
    );
    assert_eq!(between(&case, "town-a", "town-r"), "possible: Unwritten");
    assert_eq!(between(&case, "town-a", "village-r"), "nothing");
}

#[test]
fn counts_of_one_thing_and_scope_exclude_where_their_ranges_do_not_meet() {
    let mut files = world();
    let dead = |min: u32, max: u32, scope: &str, more: &str, when: &str| {
        let count = format!(
            "count: (min: {min}, max: {max}, of: \"fighters\", scope: \"{scope}\", {more})"
        );
        let claim = typed("casualties", &[("of", "army"), ("kind", "killed")], &count);
        if when.is_empty() {
            claim
        } else {
            claim + &at(when)
        }
    };
    let observatory = "cumulative: true, counter: \"obs\"";
    let other = "cumulative: true";
    files
        .source("obs", "")
        .claim("exact", &dead(24, 24, "attack", "", ""))
        .claim("dozens", &dead(20, 99, "attack", "", ""))
        .claim("hundred", &dead(100, 100, "attack", "", ""))
        .claim("elsewhere", &dead(100, 100, "campaign", "", ""))
        .claim("sum-1", &dead(10, 10, "war", observatory, "2018-05-11"))
        .claim("sum-2", &dead(12, 12, "war", observatory, "2018-05-12"))
        .claim("sum-3", &dead(11, 11, "war", observatory, "2018-05-13"))
        .claim("more", &dead(30, 30, "war", other, "2018-05-14"))
        .claim("fewer", &dead(5, 5, "war", other, "2018-05-14"))
        .claim("some-day", &dead(7, 7, "war", other, "2018-05"));
    let case = files.read();
    assert_eq!(reached(&case, "exact"), ["-hundred", "dozens"]);
    assert_eq!(reached(&case, "-dozens"), ["-exact"]);
    assert_eq!(
        between(&case, "exact", "elsewhere"),
        "OtherScope: OtherScope"
    );
    assert_eq!(between(&case, "sum-1", "sum-2"), "Superseded: CountedMore");
    assert_eq!(between(&case, "sum-2", "sum-3"), "Superseded: RevisedDown");
    assert_eq!(between(&case, "sum-1", "more"), "OtherTime: SecondCount");
    assert_eq!(
        between(&case, "sum-1", "fewer"),
        "excludes: ranges that do not meet"
    );
    assert_eq!(between(&case, "sum-1", "some-day"), "possible: MayOverlap");
    assert_eq!(
        between(&case, "more", "fewer"),
        "excludes: ranges that do not meet"
    );
}

#[test]
fn what_may_be_one_is_passed_over_until_somebody_rules() {
    let mut files = world();
    let state = |who: &str, value: &str, day: &str| {
        typed("status", &[("person", who), ("value", value)], "") + &at(day)
    };
    files
        .claim("a", &state("omar", "dead", "2018-05-11"))
        .claim("b", &state("omar-2", "alive", "2018-05-14"));
    let case = files.read();
    assert_eq!(between(&case, "a", "b"), "OtherPerson: Persons");
    files.judgement("j", "same([\"omar\", \"omar-2\"])", "");
    let case = files.read();
    assert_eq!(between(&case, "a", "b"), "excludes: value of status lasts");
    assert_eq!(reached(&case, "a"), ["-b"]);
    // A colleague dissents: then it is not settled.
    files.judgement(
        "k",
        "different([\"omar\", \"omar-2\"])",
        "dissents_from: [\"j\"]",
    );
    assert_eq!(between(&files.read(), "a", "b"), "OtherPerson: Persons");
}

#[test]
fn a_claim_that_entails_its_own_negation_is_found_with_the_reason() {
    let mut files = Files::default();
    let why = "why: {\"en\": \"because\"}";
    files
        .claim("a", &format!("entails: [(claim: \"b\", {why})]"))
        .claim("b", &format!("entails: [(claim: \"c\", {why})]"))
        .claim("c", &format!("excludes: [(claim: \"a\", {why})]"))
        .claim("d", &format!("entails: [(claim: \"a\", {why})]"))
        .claim("e", &format!("excludes: [(claim: \"a\", {why})]"));
    let case = files.read();
    let found: Vec<(String, usize)> = entails_own_negation(&case)
        .into_iter()
        .map(|(claim, steps)| (case.claims.id(claim).to_owned(), steps.len()))
        .collect();
    // a→b→c→¬a; b→c→¬a→¬b? No: ¬a gives ¬d only. b: b→c→¬a, and a→¬c gives nothing for b.
    assert_eq!(found, [("a".to_owned(), 3), ("d".to_owned(), 5)]);
}

#[test]
fn the_order_of_the_files_changes_no_explanation() {
    let why = "why: {\"en\": \"because\"}";
    let mut forwards = Files::default();
    let mut backwards = Files::default();
    let claims = [
        (
            "a",
            format!("entails: [(claim: \"c\", {why}), (claim: \"b\", {why})]"),
        ),
        ("b", format!("entails: [(claim: \"d\", {why})]")),
        ("c", format!("entails: [(claim: \"d\", {why})]")),
        ("d", String::new()),
    ];
    for (id, more) in &claims {
        forwards.claim(id, more);
    }
    for (id, more) in claims.iter().rev() {
        backwards.claim(id, more);
    }
    for files in [forwards, backwards] {
        let case = files.read();
        let implications = Implications::new(&case);
        let key = |id| Literal::affirmed(case.claims.key(id).expect("a claim"));
        let mut reached = Reached::new(&implications);
        reached.from(&implications, key("a"));
        let path: Vec<_> = reached
            .path(&implications, key("d"))
            .expect("a path")
            .iter()
            .map(|step| case.claims.id(step.to.claim()).to_owned())
            .collect();
        assert_eq!(path, ["b", "d"]);
    }
}
