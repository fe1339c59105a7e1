//! The order of the entries in their files changes no output.

use isnad::analysis::{Analysis, Contradictions, Ledger, Literal, Reasons, Setting};
use isnad::model::{Case, Key, Source};

use crate::analysis_build::Files;
use crate::analysis_random::Dice;

/// A random case with its lists written forwards or backwards.
fn files(seed: u64, backwards: bool) -> Files {
    let dice = &mut Dice(seed);
    let mut files = Files::default();
    let turn = |list: &mut Vec<String>| {
        if backwards {
            list.reverse();
        }
    };
    let mut sources: Vec<String> = (0..6)
        .map(|i| {
            let more = match dice.below(4) {
                0 if i > 2 => "disclosure: undisclosed, quoted_by: document(\"d0\"),".to_owned(),
                1 if i > 3 => format!("member_of: [\"s{}\"],", dice.below(i)),
                _ => String::new(),
            };
            let kind = if i < 3 { "outlet" } else { "activist" };
            format!("(id: \"s{i}\", kind: {kind}, names: {{\"en\": \"s{i}\"}}, {more}),")
        })
        .collect();
    let mut claims: Vec<String> = (0..5)
        .map(|i| {
            let link = |other: usize| format!("[(claim: \"c{other}\", why: {{\"en\": \"w\"}})]");
            let (a, b) = (dice.below(5), dice.below(5));
            let entails = if a != i { link(a) } else { "[]".to_owned() };
            let excludes = if b != i { link(b) } else { "[]".to_owned() };
            format!("(id: \"c{i}\", gist: {{\"en\": \"c{i}\"}}, entails: {entails}, excludes: {excludes}),")
        })
        .collect();
    let mut documents: Vec<String> = (0..3)
        .map(|i| format!("(id: \"d{i}\", outlet: \"s{}\"),", dice.below(3)))
        .collect();
    turn(&mut sources);
    turn(&mut claims);
    turn(&mut documents);
    files.sources = sources.join("\n");
    files.claims = claims.join("\n");
    files.documents = documents.join("\n");
    for d in 0..3 {
        let mut statements: Vec<String> = (0..3)
            .map(|i| {
                let stance = ["affirms", "denies", "reports"][dice.below(3)];
                format!(
                    "(id: \"t{d}{i}\", content: [(start: 0, end: 9)], said_by: \"s{}\", \
                     bears: [(claim: \"c{}\", stance: {stance})]),",
                    3 + dice.below(3),
                    dice.below(5)
                )
            })
            .collect();
        turn(&mut statements);
        files
            .statements
            .push((format!("d{d}"), statements.join("\n")));
    }
    files
}

/// All that depends on ties, by id.
fn told(case: &Case) -> Vec<String> {
    let analysis = Analysis::new(case, Setting::default(), &[]);
    let ledger = Ledger::new(&analysis);
    let ids = |all: &[Key<Source>]| {
        let ids: Vec<_> = all.iter().map(|k| case.sources.id(*k)).collect();
        ids.join("+")
    };
    let mut lines = Vec::new();
    for claim in case.claims.keys() {
        for literal in [Literal::affirmed(claim), Literal::denied(claim)] {
            let f = ledger.figures(literal);
            let load: Vec<_> = f
                .load_bearing
                .iter()
                .map(|l| format!("{}:{:?}", ids(&l.sources), l.to))
                .collect();
            let shared: Vec<_> = f
                .shared_sources
                .iter()
                .map(|s| (case.sources.id(s.source), s.every_chain))
                .collect();
            lines.push(format!(
                "{} {} {} {} {} {}..{} {:?} {load:?} {shared:?}",
                case.claims.id(claim),
                literal.is_denied(),
                ids(&f.origins.at_least_by),
                f.origins.at_most,
                f.documents.len(),
                f.disjoint_chains,
                f.disjoint_chains_at_most,
                f.support,
            ));
        }
    }
    lines.sort();
    let all = Contradictions::new(&analysis);
    let mut reasons = Reasons::new(&analysis);
    for one in all.list(&analysis, usize::MAX) {
        let because: Vec<_> = reasons
            .of(&one.conflict)
            .iter()
            .map(|s| {
                format!(
                    "{}>{}",
                    case.claims.id(s.from.claim()),
                    case.claims.id(s.to.claim())
                )
            })
            .collect();
        lines.push(format!(
            "{} {} {:?} {} {because:?} {}",
            case.statements.id(one.statements.0),
            case.statements.id(one.statements.1),
            one.kind,
            one.certain,
            one.also.len(),
        ));
    }
    lines
}

#[test]
fn backwards_is_the_same() {
    for seed in 0..150 {
        let forwards = told(&files(seed, false).read());
        let backwards = told(&files(seed, true).read());
        assert_eq!(forwards, backwards, "seed {seed}");
    }
}
