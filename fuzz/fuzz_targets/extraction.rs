//! Any bytes as an article, in both languages. What must hold is in `tests/suite/drive.rs`.

#![no_main]

use std::sync::OnceLock;

use isnad::extraction::Pack;

#[path = "../../tests/suite/drive.rs"]
#[allow(dead_code, reason = "the other fuzz targets use the rest")]
mod drive;

static PACKS: OnceLock<[Pack; 2]> = OnceLock::new();

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let packs = PACKS.get_or_init(|| {
        [Pack::arabic(), Pack::english()].map(|pack| pack.expect("a built-in pack is read"))
    });
    for pack in packs {
        drive::extraction(bytes, pack);
    }
});
