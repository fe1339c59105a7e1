//! What a fuzzer found of new ways through extraction, kept: every input is run on every toolchain.
//!
//! `fuzz/corpus/extraction.hex` has one input a line. They are mutations of invented passages; the set covers every branch that
//! an hour of fuzzing reached.

use isnad::extraction::Pack;

use crate::drive;
use crate::laid_out::root;

#[test]
fn every_kept_input_gives_a_result_that_holds() {
    let packs = [Pack::arabic(), Pack::english()].map(|p| p.expect("a built-in pack is read"));
    let kept = std::fs::read_to_string(root().join("fuzz/corpus/extraction.hex")).expect("kept");
    let mut inputs = 0;
    for line in kept.lines() {
        let bytes: Vec<u8> = line
            .as_bytes()
            .chunks(2)
            .map(|pair| {
                let pair = std::str::from_utf8(pair).expect("ASCII");
                u8::from_str_radix(pair, 16).expect("two hex digits")
            })
            .collect();
        for pack in &packs {
            drive::extraction(&bytes, pack);
        }
        inputs += 1;
    }
    assert!(inputs > 500, "the kept inputs are there");
}
