//! The figures of a generated case beside the same figures computed with NetworkX and a plain set
//! packing in Python, in one run: they must be equal, and the times are printed.
//!
//! `cargo bench --bench compare [-- SIZE…]`. A Python with NetworkX is looked for (`python3`); where
//! there is none, one is made in `target/compare`, and where that cannot be done either the
//! comparison is skipped, and says so. Python is given who speaks, who holds whom, each chain and
//! which claim directly entails or excludes which; closure, origins, cliques, packings and
//! contradictions it finds by itself. Its time is without starting and without reading the file.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[path = "../analysis_cases.rs"]
mod cases;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

use isnad::analysis::implication::Literal;
use isnad::analysis::{Analysis, ClaimFigures, Conflict, Contradictions, Figures, Ledger, Setting};
use isnad::model::{Case, Disclosure, Key, Stance};
use serde_json::{Value, json};

fn main() {
    let mut sizes: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|a| a.parse().ok())
        .collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 3_000];
    }
    let Some(python) = python() else {
        println!("skipped: no python3 with networkx here, and none could be installed");
        return;
    };
    println!("statements  stances  pairs       ours     Python   ratio");
    for size in sizes {
        compare(&cases::generated(size), &python);
    }
}

/// A Python that can import NetworkX.
fn python() -> Option<PathBuf> {
    let can = |python: &Path| {
        let mut import = Command::new(python);
        import.args(["-c", "import networkx"]).stderr(Stdio::null());
        import.status().is_ok_and(|status| status.success())
    };
    let system = PathBuf::from("python3");
    if can(&system) {
        return Some(system);
    }
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/compare");
    let own = folder.join("bin/python3");
    let run = |program: &Path, arguments: &[&str]| {
        let mut command = Command::new(program);
        command.args(arguments).stdout(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    };
    let ready = can(&own)
        || run(&system, &["-m", "venv", &folder.display().to_string()])
            && run(&own, &["-m", "pip", "install", "--quiet", "networkx"])
            && can(&own);
    ready.then_some(own)
}

fn compare(case: &Case, python: &Path) {
    let start = Instant::now();
    let analysis = Analysis::new(case, Setting::default(), &[]);
    let figures = Ledger::new(&analysis).claims();
    let all = Contradictions::new(&analysis);
    let total = all.total(&analysis);
    let ours = start.elapsed();
    // Python knows no times that only may overlap.
    let sure = |one: &Conflict| one.possible.is_none();
    let pairs = all
        .list(&analysis, usize::MAX)
        .iter()
        .filter(|one| sure(&one.conflict) || one.also.iter().any(sure))
        .count();
    assert!(pairs as u64 <= total);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("case.json");
    std::fs::write(&file, facts(&analysis).to_string()).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("benches/compare/figures.py");
    let output = Command::new(python)
        .arg(script)
        .arg(&file)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let theirs: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(theirs["pairs"], json!(pairs), "pairs of statements");
    let stances = check(&figures, &theirs["figures"]);
    let seconds = theirs["seconds"].as_f64().unwrap();
    println!(
        "{:>10} {stances:>8} {pairs:>6} {:>8.1}ms {:>8.1}ms {:>7.0}",
        case.statements.len(),
        ours.as_secs_f64() * 1e3,
        seconds * 1e3,
        seconds / ours.as_secs_f64()
    );
}

/// Compares every figure of every stance; gives how many stances.
fn check(figures: &[ClaimFigures], theirs: &Value) -> usize {
    let mut stances = 0;
    for claim in figures {
        for (literal, ours) in [
            (Literal::affirmed(claim.claim), &claim.affirms),
            (Literal::denied(claim.claim), &claim.denies),
        ] {
            if ours.statements.is_empty() && ours.entailed.is_empty() {
                continue;
            }
            stances += 1;
            let theirs = &theirs[literal.index().to_string()];
            assert_eq!(theirs["counts"], counts(ours), "counts of {literal:?}");
            assert!(ours.origins.at_least_exact);
            let chains = theirs["disjoint_chains"].as_u64().unwrap() as usize;
            assert!(
                (ours.disjoint_chains..=ours.disjoint_chains_at_most).contains(&chains),
                "disjoint chains of {literal:?}"
            );
        }
    }
    stances
}

fn counts(figures: &Figures) -> Value {
    let origins = &figures.origins;
    json!([
        figures.statements.len(),
        figures.entailed.len(),
        figures.documents.len(),
        figures.outlets.len(),
        origins.named.len(),
        origins.undisclosed.len(),
        origins.unknown,
        origins.at_least,
        origins.at_most,
    ])
}

/// What Python is given, in numbers; sources by their place among ids, as ties are broken.
fn facts(analysis: &Analysis<'_>) -> Value {
    let case = analysis.case;
    let mut order: Vec<Key<_>> = case.sources.keys().collect();
    order.sort_by_key(|source| case.sources.id(*source));
    let mut rank = vec![0; order.len()];
    for (place, source) in order.iter().enumerate() {
        rank[source.index()] = place;
    }
    let of = |source: Key<_>| rank[source.index()];
    let list = |all: &[Key<_>]| all.iter().map(|source| of(*source)).collect::<Vec<_>>();
    let sources: Vec<Value> = order
        .iter()
        .map(|key| {
            let source = &case.sources[*key];
            json!({
                "named": source.disclosure == Disclosure::Named,
                "publishes": source.kind.publishes(),
                "speaks_for": source.speaks_for.map(of),
                "member_of": list(&source.member_of),
                "may_hold": list(&source.may_hold),
            })
        })
        .collect();
    let statements: Vec<Value> = case
        .statements
        .iter()
        .map(|(key, _, statement)| {
            let counts = analysis.texts.publication(case, key);
            let (text, outlet) = (counts.text, counts.outlet);
            let chains: Vec<Vec<Option<usize>>> = analysis
                .chains_left(key)
                .map(|chain| chain.links.iter().map(|l| l.source.map(of)).collect())
                .collect();
            let bears: Vec<Value> = statement
                .bears
                .iter()
                .filter_map(|bearing| {
                    let report = bearing.stance == Stance::Reports;
                    let literal = if report {
                        Literal::affirmed(bearing.claim)
                    } else {
                        Literal::of(bearing.claim, bearing.stance)?
                    };
                    Some(json!([literal.index(), report, bearing.unclear]))
                })
                .collect();
            json!({
                "document": statement.document.index(),
                "text": text.index(),
                "outlet": outlet.map(of),
                "text_outlet": case.documents[text].outlet.map(of),
                "chains": chains,
                "bears": bears,
            })
        })
        .collect();
    let implications: Vec<Vec<usize>> = (0..analysis.implications.literals())
        .map(|i| {
            let direct = analysis.implications.direct(Literal::at(i));
            direct.iter().map(|(to, _)| to.index()).collect()
        })
        .collect();
    json!({
        "claims": case.claims.len(),
        "sources": sources,
        "statements": statements,
        "implications": implications,
    })
}
