//! How fast statements are extracted from raw Arabic text, on one core.
//!
//! `cargo bench --bench extraction [-- FILE…]` takes the texts of the invented case, or the files
//! that it is given, as often as needed, and prints megabytes of UTF-8 a second: for one text of
//! each of several lengths (linear is the same figure on every line), and for a million texts of a
//! kilobyte, all in memory. Texts are repeated with numbers put between, so that what is kept of a
//! word within one text helps as it does in any long file; over many small texts it cannot. Where the
//! system tells how long the program really ran, that is the time taken: other work on the machine
//! does not count.
#![allow(clippy::print_stdout, clippy::unwrap_used)]

use std::time::{Duration, Instant};

use isnad::extraction::{Pack, extract};

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let mut files: Vec<String> = std::env::args()
        .skip(1)
        .filter(|a| !a.starts_with("--"))
        .collect();
    if files.is_empty() {
        files = std::fs::read_dir("claims/qalmir/documents")
            .unwrap()
            .map(|entry| entry.unwrap().path().display().to_string())
            .collect();
        files.sort();
    }
    let arabic = |text: &String| text.chars().any(|c| ('\u{0620}'..='\u{064a}').contains(&c));
    let texts: Vec<String> = files
        .iter()
        .map(|file| std::fs::read_to_string(file).unwrap())
        .filter(arabic)
        .collect();
    let pack = Pack::arabic().unwrap();
    println!(
        "{:>28} {:>11} {:>9} {:>8}",
        "input", "statements", "time", "MB/s"
    );
    for megabytes in [1, 5, 50] {
        let text = long(&texts, megabytes * 1_000_000);
        let start = Clock::start();
        let found = extract(&text, &pack).statements.len();
        line(
            &format!("one text of {megabytes} MB"),
            text.len(),
            found,
            start,
        );
    }
    let small: Vec<&str> = texts.iter().flat_map(|text| kilobytes(text)).collect();
    let start = Clock::start();
    let (mut found, mut bytes) = (0, 0);
    for text in small.iter().cycle().take(1_000_000) {
        found += extract(text, &pack).statements.len();
        bytes += text.len();
    }
    line("a million of about 1 kB", bytes, found, start);
}

/// The texts one after the other, again and again, numbered.
fn long(texts: &[String], length: usize) -> String {
    let mut all = String::with_capacity(length);
    for (i, text) in texts.iter().cycle().enumerate() {
        if all.len() >= length {
            break;
        }
        all.push_str(text);
        all.push_str(&format!("\n\n{i}\n\n"));
    }
    all
}

/// A text in pieces of about a kilobyte, cut at the ends of lines or else at spaces.
fn kilobytes(text: &str) -> Vec<&str> {
    let mut all = Vec::new();
    let mut rest = text;
    while rest.len() > 1500 {
        let at = rest.floor_char_boundary(1024);
        let cut = rest[..at].rfind(['\n', ' ']).map_or(at, |i| i + 1);
        all.push(&rest[..cut]);
        rest = &rest[cut..];
    }
    all.push(rest);
    all
}

fn line(what: &str, bytes: usize, found: usize, start: Clock) {
    let time = start.elapsed();
    let speed = bytes as f64 / 1e6 / time.as_secs_f64();
    println!("{what:>28} {found:>11} {time:>9.2?} {speed:>8.1}");
}

/// Time on a processor, else time that passed.
struct Clock(Instant, Option<u64>);

impl Clock {
    fn start() -> Self {
        Self(Instant::now(), ran())
    }

    fn elapsed(&self) -> Duration {
        match (self.1, ran()) {
            (Some(from), Some(to)) => Duration::from_nanos(to - from),
            _ => self.0.elapsed(),
        }
    }
}

/// Nanoseconds that this thread has been on a processor, where Linux says so.
fn ran() -> Option<u64> {
    let text = std::fs::read_to_string("/proc/self/schedstat").ok()?;
    text.split_whitespace().next()?.parse().ok()
}
