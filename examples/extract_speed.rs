//! Measures throughput on one core: `extract_speed FILE...` reads the files once and extracts from each, several rounds.

use std::time::Instant;

use isnad::extraction::{Pack, extract};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let texts: Vec<String> = std::env::args()
        .skip(1)
        .map(std::fs::read_to_string)
        .collect::<Result<_, _>>()?;
    let bytes: usize = texts.iter().map(String::len).sum();
    let start = Instant::now();
    let pack = Pack::arabic()?;
    let loaded = start.elapsed();
    let mut best = f64::MAX;
    let mut statements = 0;
    for _ in 0..5 {
        let start = Instant::now();
        statements = texts
            .iter()
            .map(|t| extract(t, &pack).statements.len())
            .sum();
        best = best.min(start.elapsed().as_secs_f64());
    }
    let out = format!(
        "pack: {} forms in {:.0} ms\n{} texts, {:.1} MB, {} statements: {:.1} MB/s\n",
        pack.forms(),
        loaded.as_secs_f64() * 1e3,
        texts.len(),
        bytes as f64 / 1e6,
        statements,
        bytes as f64 / 1e6 / best
    );
    std::io::Write::write_all(&mut std::io::stdout(), out.as_bytes())?;
    Ok(())
}
