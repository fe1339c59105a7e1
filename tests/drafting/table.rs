//! The table of `docs/drafting.md`, and what it must not fall below.

use std::fmt::Write as _;
use std::fs;

use crate::beds::BEDS;
use crate::gold::{Gold, root};
use crate::run::draft;
use crate::score::{Score, ratio, score};

const BEGIN: &str = "<!-- draft beds -->";
const END: &str = "<!-- end of draft beds -->";

fn percent(x: f64) -> String {
    format!("{:.1}", 100.0 * x)
}

type Measure = (&'static str, &'static str, fn(&Score) -> String);

const MEASURES: [Measure; 19] = [
    ("annotated statements", "", |s| s.statements.to_string()),
    ("of them, drafted", "", |s| {
        percent(ratio(s.found, s.statements))
    }),
    ("claims found, none taken for two", "", |s| {
        format!("{} of {}", s.claims, s.claims_of)
    }),
    (
        "origins of the disputed claim, affirming and denying: P / R",
        "",
        |s| {
            format!(
                "{} / {}",
                percent(s.origins.precision()),
                percent(s.origins.recall())
            )
        },
    ),
    ("the same, F1", "≥ 85", |s| percent(s.origins.f1())),
    ("origins of all claims, all stances: F1", "", |s| {
        percent(s.all_origins.f1())
    }),
    ("stance right, of all annotated", "≥ 90", |s| {
        percent(ratio(s.stances, s.statements))
    }),
    (
        "stance right, of the statements on the disputed claim",
        "≥ 90",
        |s| percent(ratio(s.disputed[0], s.disputed[1])),
    ),
    ("stance right, of those drafted", "", |s| {
        percent(ratio(s.stances, s.found))
    }),
    ("hedges: P / R", "", |s| {
        format!(
            "{} / {}",
            percent(s.hedges.precision()),
            percent(s.hedges.recall())
        )
    }),
    ("chain right, whole, of all annotated", "≥ 85", |s| {
        percent(ratio(s.chains, s.statements))
    }),
    (
        "chain right, of the statements on the disputed claim",
        "≥ 85",
        |s| percent(ratio(s.disputed_chains, s.disputed[1])),
    ),
    ("links of chains: F1", "", |s| percent(s.links.f1())),
    ("shared source found", "all", |s| {
        format!("{} of {}", s.shared.right, s.shared.wanted)
    }),
    ("texts shared: P / R (kind right)", "≥ 98 / 95", |s| {
        format!(
            "{} / {} ({} of {})",
            percent(s.same_text.precision()),
            percent(s.same_text.recall()),
            s.same_text_kind,
            s.same_text.wanted
        )
    }),
    ("sources wrongly merged", "0", |s| {
        s.wrong_merges.to_string()
    }),
    ("sources left in pieces", "", |s| {
        s.missed_merges.to_string()
    }),
    (
        "*at least* above the annotated origins: stances (by how many)",
        "0",
        |s| format!("{} of {} ({})", s.too_many[0], s.stances_of, s.too_many[1]),
    ),
    ("what is taken back: P / R", "", |s| {
        format!(
            "{} / {}",
            percent(s.taken_back.precision()),
            percent(s.taken_back.recall())
        )
    }),
];

/// With `ISNAD_BLESS` the table is written anew, else it must be what is measured. With `ISNAD_BED_ERRORS` what went
/// wrong in the beds that were read is printed, or in the one that it names; of the unseen bed only figures are shown, so
/// that nobody tunes on it.
#[test]
fn the_figures_of_drafting_on_the_page_are_those_measured() {
    if let Some(wanted) = std::env::var_os("ISNAD_BED_ERRORS") {
        let mut all = String::new();
        for bed in BEDS.iter().filter(|b| b.read) {
            if wanted == "1" || wanted == bed.folder {
                let s = score(&Gold::read(bed.folder), &draft(bed.folder));
                let _ = writeln!(all, "{}:\n{}", bed.folder, s.errors.join("\n"));
                for (name, _, figure) in MEASURES {
                    let _ = writeln!(all, "  {name}: {}", figure(&s));
                }
            }
        }
        panic!("{all}");
    }
    let scores = BEDS.map(|bed| {
        (
            bed.label,
            score(&Gold::read(bed.folder), &draft(bed.folder)),
        )
    });
    // A bed a row: there are more beds than measures.
    let mut table = String::from("| bed (articles) |");
    for (name, goal, _) in MEASURES {
        let goal = if goal.is_empty() {
            String::new()
        } else {
            format!("; goal {goal}")
        };
        let _ = write!(table, " {name}{goal} |");
    }
    table.push_str("\n| --- |");
    table.push_str(&" --- |".repeat(MEASURES.len()));
    table.push('\n');
    for (label, s) in &scores {
        let _ = write!(table, "| {label} |");
        for (_, _, figure) in MEASURES {
            let _ = write!(table, " {} |", figure(s));
        }
        table.push('\n');
    }
    let block = format!("{BEGIN}\n{table}{END}");
    let page = root().join("docs/drafting.md");
    let old = fs::read_to_string(&page).unwrap();
    let start = old.find(BEGIN).expect("the page has a place for the table");
    let end = old.find(END).expect("the page has an end of the table") + END.len();
    if std::env::var_os("ISNAD_BLESS").is_some() {
        fs::write(&page, format!("{}{block}{}", &old[..start], &old[end..])).unwrap();
        return;
    }
    assert_eq!(
        &old[start..end],
        block,
        "the page is not fresh: run with ISNAD_BLESS=1"
    );
}
