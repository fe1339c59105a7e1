//! Loading and checking generated cases, beside what `ron` alone takes for the same bytes.
//!
//! `cargo bench --bench load [-- SIZE…]` prints, for each number of statements, the best and the
//! median of five runs and the ratio within this one run. `-- --write FOLDER SIZE` writes a
//! generated case instead, to try the program on.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

mod case_generator;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use isnad::case_file::{Texts, read_case};
use isnad::view::Material;

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let arguments: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| a != "--bench")
        .collect();
    if let [flag, folder, size] = arguments.as_slice()
        && flag == "--write"
    {
        let bytes = case_generator::write(Path::new(folder), size.parse().unwrap()).unwrap();
        println!("{folder}: {bytes} bytes");
        return;
    }
    let mut sizes: Vec<usize> = arguments.iter().filter_map(|a| a.parse().ok()).collect();
    if sizes.is_empty() {
        sizes = vec![1_000, 10_000, 100_000];
    }
    println!("statements      bytes   ron::Value (1 core)   load+check      ratio   MB/s");
    for size in sizes {
        let folder = tempfile::tempdir().unwrap();
        let case = folder.path().join("generated");
        let bytes = case_generator::write(&case, size).unwrap();
        let files = files(&case);
        // In turn, so that a slower minute of the machine falls on both.
        let mut value = Vec::new();
        let mut load = Vec::new();
        for _ in 0..5 {
            value.push(time(|| parse_as_values(&files)));
            load.push(time(|| load_and_check(&case)));
        }
        value.sort();
        load.sort();
        println!(
            "{size:>10} {bytes:>10}   {:>8.1?} ({:>8.1?})   {:>8.1?} ({:>8.1?})   {:>5.2}   {:>5.0}",
            value[2],
            value[0],
            load[2],
            load[0],
            load[2].as_secs_f64() / value[2].as_secs_f64(),
            bytes as f64 / 1e6 / load[2].as_secs_f64(),
        );
    }
}

fn time(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn files(case: &Path) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for folder in [case.to_owned(), case.join("statements")] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_file() {
                all.push(path);
            }
        }
    }
    all.sort();
    all
}

fn parse_as_values(files: &[PathBuf]) {
    for file in files {
        let text = fs::read_to_string(file).unwrap();
        let value: ron::Value = ron::from_str(&text).unwrap();
        std::hint::black_box(value);
    }
}

fn load_and_check(case: &Path) {
    let loaded = read_case(case).unwrap();
    let texts = Texts::read(&loaded.case, &[]);
    let material = Material::new(&loaded, texts, isnad::analysis::Setting::default());
    assert!(material.findings.is_empty(), "{:?}", material.findings[0]);
    std::hint::black_box(material);
}
