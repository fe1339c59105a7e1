//! Any bytes as a text, and any offset into it: characters, bytes, lines, clusters. What must hold is in `tests/suite/drive.rs`.

#![no_main]

#[path = "../../tests/suite/drive.rs"]
#[allow(dead_code, reason = "the other fuzz target uses the rest")]
mod drive;

libfuzzer_sys::fuzz_target!(|input: (usize, &[u8])| drive::text_offsets(input.1, input.0));
