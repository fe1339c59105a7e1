//! Any bytes as a case file: decoded, split, searched and changed. What must hold is in `tests/suite/drive.rs`.

#![no_main]

#[path = "../../tests/suite/drive.rs"]
#[allow(dead_code, reason = "the other fuzz target uses the rest")]
mod drive;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| drive::case_file(bytes));
