//! All corroboration figures, standings and contradictions of generated cases, from a loaded case.
//!
//! `cargo bench --bench analysis [-- SIZE…]` prints a line for each number of statements: the best
//! of three runs of each part, the processor time of the best run, what the case alone takes of memory, and
//! the most that the process ever held. The last lines are one claim with 100,000 statements on each side,
//! one place of which 100,000 claims say who held it, and one that as many groups hold on one day.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

#[path = "analysis_cases.rs"]
mod cases;

use std::time::{Duration, Instant};

use isnad::analysis::{Analysis, Contradictions, Ledger, Reasons, Setting};
use isnad::model::Case;

use cases::{generated, one_day, one_key, two_sides};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut sizes: Vec<usize> = std::env::args()
        .skip(1)
        .filter_map(|a| a.parse().ok())
        .collect();
    if sizes.is_empty() {
        sizes = vec![10_000, 30_000, 100_000, 300_000, 1_000_000];
    }
    println!(
        "statements  claims   sources    prepare    figures   conflicts      all   µs/statement   processor   pairs   case MiB   peak MiB"
    );
    for size in sizes {
        measure(&generated(size));
    }
    println!("one claim with 100,000 statements on each side:");
    measure(&two_sides(100_000));
    println!(
        "one place, held by 100,000 groups one after the other, every tenth day by two at once:"
    );
    measure(&one_key(100_000));
    println!("one place, held by so many groups on one and the same day:");
    for groups in [10_000, 30_000, 100_000] {
        measure_one_day(&one_day(groups));
    }
}

/// Everybody there contradicts everybody: the contradictions are counted, a thousand of them listed,
/// and one claim is looked at. The figures of every claim would list all the others' statements.
fn measure_one_day(case: &Case) {
    let mut best = [Duration::MAX; 3];
    let mut pairs = 0;
    for _ in 0..3 {
        let start = Instant::now();
        let analysis = Analysis::new(case, Setting::default(), &[]);
        let prepared = start.elapsed();
        let start = Instant::now();
        let all = Contradictions::new(&analysis);
        pairs = all.total(&analysis);
        let list = all.list(&analysis, 1000);
        let mut reasons = Reasons::new(&analysis);
        assert!(list.iter().all(|one| reasons.of(&one.conflict).len() == 1));
        let disputes = all.disputes(&analysis);
        let found = start.elapsed();
        assert!(disputes.len() == 1 && list.len() == 1000);
        let n = case.claims.len() as u64;
        assert!(pairs == n * (n - 1) / 2);
        let start = Instant::now();
        let ledger = Ledger::new(&analysis);
        let claim = case.claims.key("c0").unwrap();
        let one = ledger.claims_where(|other| other == claim);
        let figured = start.elapsed();
        assert!(one[0].denies.entailed.len() + 1 == case.claims.len());
        for (best, new) in best.iter_mut().zip([prepared, figured, found]) {
            *best = (*best).min(new);
        }
    }
    println!("{} {pairs:>23}", row(case, best));
}

/// A case's size, the time of each part, of all, and of one statement.
fn row(case: &Case, parts: [Duration; 3]) -> String {
    let [prepared, figured, found] = parts;
    let all: Duration = parts.iter().sum();
    let statements = case.statements.len();
    format!(
        "{statements:>10} {:>7} {:>9}   {prepared:>8.1?}   {figured:>8.1?}   {found:>9.1?} {all:>8.1?}   {:>12.2}",
        case.claims.len(),
        case.sources.len(),
        all.as_secs_f64() * 1e6 / statements as f64,
    )
}

fn measure(case: &Case) {
    let mut best = [Duration::MAX; 3];
    let alone = memory("VmRSS");
    let mut processor = Duration::MAX;
    let mut pairs = 0;
    for _ in 0..3 {
        let before = processor_time();
        let start = Instant::now();
        let analysis = Analysis::new(case, Setting::default(), &[]);
        let prepared = start.elapsed();
        let start = Instant::now();
        let figures = Ledger::new(&analysis).claims();
        let figured = start.elapsed();
        let start = Instant::now();
        let all = Contradictions::new(&analysis);
        pairs = all.total(&analysis);
        let list = all.list(&analysis, 10_000);
        let disputes = all.disputes(&analysis);
        let found = start.elapsed();
        assert!(figures.len() == case.claims.len() && list.len() <= 10_000);
        assert!(disputes.len() <= case.claims.len());
        for (best, new) in best.iter_mut().zip([prepared, figured, found]) {
            *best = (*best).min(new);
        }
        processor = processor.min(processor_time() - before);
    }
    println!(
        "{} {processor:>9.1?} {pairs:>11}   {alone:>8}   {:>8}",
        row(case, best),
        memory("VmHWM"),
    );
}

/// What the system says of the memory of the process, in MiB: `VmRSS` now, `VmHWM` the most it ever
/// held; 0 where it says nothing.
fn memory(what: &str) -> usize {
    std::fs::read_to_string("/proc/self/status")
        .ok()
        .and_then(|status| {
            let line = status.lines().find(|l| l.starts_with(what))?.to_owned();
            line.split_whitespace().nth(1)?.parse::<usize>().ok()
        })
        .map_or(0, |kib| kib / 1024)
}

/// The processor time that all threads have used: on a machine that others use as well it says more
/// than the clock. In hundredths of a second; zero where the system says nothing.
fn processor_time() -> Duration {
    let ticks = std::fs::read_to_string("/proc/self/stat").ok().map(|stat| {
        let fields = stat.rsplit(')').next().unwrap_or_default().to_owned();
        let fields = fields.split_whitespace().skip(11).take(2);
        fields.filter_map(|n| n.parse::<u64>().ok()).sum::<u64>()
    });
    Duration::from_millis(ticks.unwrap_or(0) * 10)
}
