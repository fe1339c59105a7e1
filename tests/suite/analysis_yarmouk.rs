//! The figures of `claims/yarmouk` that were worked by hand from the articles.

use std::path::Path;

use isnad::analysis::implication::Reason;
use isnad::analysis::{
    Analysis, ClaimFigures, Contradictions, Kind, Ledger, Setting, Standing, Support,
};
use isnad::case_file::read_case;
use isnad::model::Case;

fn case() -> Case {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("claims/yarmouk");
    read_case(&folder).expect("the case").case
}

fn claim(case: &Case, all: &[ClaimFigures], id: &str) -> ClaimFigures {
    all[case.claims.key(id).expect(id).index()].clone()
}

#[test]
fn the_killing_of_al_khabouri_is_denied_by_two_and_said_by_nobody() {
    let case = case();
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let all = Ledger::new(&analysis).claims();
    let killed = claim(&case, &all, "khabouri-killed");
    assert_eq!(killed.standing, Standing::DeniedUnasserted);
    assert_eq!(killed.affirms.support, Support::None);
    assert_eq!(killed.reports.0.len(), 2);
    assert_eq!(killed.reports.1.unknown, 2);
    let denies = &killed.denies;
    assert_eq!(
        (
            denies.statements.len(),
            denies.documents.len(),
            denies.outlets.len()
        ),
        (3, 1, 1)
    );
    assert_eq!((denies.origins.at_least, denies.origins.at_most), (2, 2));
    assert_eq!(
        (denies.disjoint_chains, denies.disjoint_chains_at_most),
        (1, 1)
    );
    assert_eq!(denies.load_bearing.len(), 5);
}

#[test]
fn the_casualty_figures_never_strictly_contradict_each_other() {
    let case = case();
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let all = Contradictions::new(&analysis);
    assert!(all.conflicts.iter().all(|c| c.kind != Kind::Count));
    let counts: Vec<_> = all
        .not_comparable(&analysis, usize::MAX)
        .into_iter()
        .filter(|n| case.claims.id(n.claims.0).starts_with("regime-dead"))
        .collect();
    assert!(counts.iter().any(|n| n.reason == Reason::OtherScope));
    // 670, then 876 a few days later by another counter: a second count.
    assert!(counts.iter().any(|n| n.reason == Reason::OtherTime));
}

#[test]
fn the_quarrel_is_conceded_and_the_agreement_to_withdraw_is_denied_against_reports() {
    let case = case();
    let analysis = Analysis::new(&case, Setting::default(), &[]);
    let all = Ledger::new(&analysis).claims();
    let quarrel = claim(&case, &all, "khabouri-dhiyabiya-quarrel");
    assert!(!quarrel.conceded_by.is_empty());
    let agreed = claim(&case, &all, "is-agreed-to-withdraw");
    assert_eq!(agreed.affirms.support, Support::None);
    assert_eq!(agreed.standing, Standing::DeniedUnasserted);
    let nafsha = claim(&case, &all, "abu-ali-nafsha-killed");
    assert_eq!(nafsha.affirms.support, Support::None);
    let clash = claim(&case, &all, "armed-clash");
    assert_eq!(clash.affirms.support, Support::None);
}
