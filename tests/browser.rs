//! Reports in a real browser: builds the reports of both bundled cases, of a hostile one and of one with 2,000
//! statements, and drives them in headless Chromium (`tests/browser/`).
//!
//! Needs Node.js, Chromium (`$CHROMIUM`, else as found on the path) and what `npm ci` puts in
//! `tests/browser`. Where one is missing the tests are skipped and say so; with `ISNAD_BROWSER=required`,
//! as in CI, that is a failure. `ISNAD_SCREENSHOTS=DIR` takes pictures to look at instead.

#![allow(clippy::print_stdout)] // Whoever runs it sees what the browser said.

#[path = "suite/laid_out.rs"]
#[allow(dead_code)]
mod laid_out;
#[path = "browser/reports.rs"]
mod reports;

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};

/// The folder of the suite.
fn suite() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/browser")
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(program))
        .find(|file| file.is_file())
}

/// Node.js, or why there is none.
fn node() -> Result<PathBuf, String> {
    on_path("node").ok_or_else(|| "there is no Node.js (node) on the path".to_owned())
}

/// Chromium, or why there is none.
fn chromium() -> Result<PathBuf, String> {
    if let Some(named) = std::env::var_os("CHROMIUM") {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            Err("$CHROMIUM names no file".to_owned())
        };
    }
    ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .find_map(|name| on_path(name))
        .ok_or_else(|| "there is no Chromium on the path, nor in $CHROMIUM".to_owned())
}

/// Skips, unless all parts are required to be there.
fn skipped(why: &str) {
    let required = std::env::var_os("ISNAD_BROWSER").is_some_and(|value| value == "required");
    assert!(!required, "browser tests are required, but {why}");
    println!("skipped: {why}");
}

#[test]
fn the_script_folds_as_the_program_does() {
    let node = match node() {
        Ok(node) => node,
        Err(why) => return skipped(&why),
    };
    let mut texts: Vec<String> = [
        "أَكَّــدَ المسؤولُ إنّ نفى مُضيفة ٢٠١٨",
        "ﻣﺼﺪﺭ ﷲ ﻻ ﬀ ＡＢ１ ｱ",
        "#البيت_الأبيض آمن ٱلله ى ئ ی ې ة ۃ ە ؤ ک گ ۱۲۳",
        "Abū Hishām, İstanbul ẞ Straße ΣΑΣ É e\u{301} a\u{a0}b\u{2003}c\td\r\n«قال»،؛؟ ـ \u{200f}\u{202e}x\u{2066}",
        "",
    ]
    .map(str::to_owned)
    .to_vec();
    // Every character of the scripts that cases are in, alone.
    for block in [
        0x20..0x250u32,
        0x370..0x530,
        0x600..0x700,
        0x2000..0x2070,
        0xFB50..0xFE00,
        0xFE70..0xFF00,
    ] {
        texts.extend(block.filter_map(char::from_u32).map(String::from));
    }
    // Words with the article and what is written on to it, and without.
    let stems = ["خابوري", "لجنة", "له", "ام", "قمر", "بيت", "x"];
    let before = [
        "", "ال", "وال", "فال", "بال", "كال", "لل", "ولل", "فلل", "و", "ب", "ل", "ك", "وبال",
        "فكال", "وو",
    ];
    let words: Vec<String> = before
        .iter()
        .flat_map(|before| stems.map(|stem| format!("{before}{stem}")))
        .collect();
    let last = texts.len();
    texts.extend(words);
    let program = format!(
        "{}\nconst all = JSON.parse(require('fs').readFileSync(0,'utf8'));\n\
         process.stdout.write(JSON.stringify(all.map((text, i) => i < {last} ? fold(text) : bare(fold(text)) || '')));",
        isnad::report::script::FOLD
    );
    let mut run = assert_cmd::Command::new(node);
    run.arg("-e").arg(program);
    let output = run
        .write_stdin(json!(texts).to_string())
        .output()
        .expect("node runs");
    let folded: Vec<String> = serde_json::from_slice(&output.stdout)
        .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    let wanted = |i: usize, text: &str| {
        let folded = isnad::text::fold::fold(text);
        if i < last {
            folded
        } else {
            isnad::text::fold::bare(&folded)
                .unwrap_or_default()
                .to_owned()
        }
    };
    let different: Vec<String> = texts
        .iter()
        .enumerate()
        .zip(&folded)
        .filter(|((i, text), folded)| wanted(*i, text) != **folded)
        .map(|((i, text), folded)| format!("{text:?}: {folded:?} for {:?}", wanted(i, text)))
        .collect();
    assert_eq!(different, Vec::<String>::new());
}

#[test]
fn the_script_opens_what_the_program_packed() {
    let node = match node() {
        Ok(node) => node,
        Err(why) => return skipped(&why),
    };
    // Short and long, of few and of many different letters, so that all kinds of blocks are there.
    let mut state = 7u64;
    let mut noise = String::new();
    for _ in 0..90_000 {
        state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        noise.push(char::from_u32(0x20 + (state >> 40) as u32 % 0x3000).unwrap_or('x'));
    }
    let page = std::fs::read_to_string(suite().join("reports.rs")).expect("a file");
    let texts: Vec<String> = ["", "a", "</script>", "قُتل الخابوري", "ab"]
        .map(str::to_owned)
        .into_iter()
        .chain(["قول ".repeat(90_000), noise, page])
        .collect();
    let packed: Vec<String> = texts
        .iter()
        .map(|text| isnad::report::packing::pack(text))
        .collect();
    // What is cut short or changed is found out.
    let damaged: Vec<String> = [&packed[3], &packed[7]]
        .into_iter()
        .flat_map(|text| {
            let half = text.len() / 8 * 4;
            let cut = text[..half].to_owned();
            let other = if &text[half..=half] == "A" { "B" } else { "A" };
            [
                cut,
                format!("{}{other}{}", &text[..half], &text[half + 1..]),
            ]
        })
        .collect();
    let program = format!(
        "{}\nconst [good, bad] = JSON.parse(require('fs').readFileSync(0,'utf8'));\n\
         const tried = (text) => {{ try {{ return opened(text); }} catch {{ return null; }} }};\n\
         process.stdout.write(JSON.stringify([good.map(tried), bad.map(tried)]));",
        isnad::report::script::INFLATE
    );
    let output = assert_cmd::Command::new(node)
        .arg("-e")
        .arg(program)
        .write_stdin(json!([packed, damaged]).to_string())
        .output()
        .expect("node runs");
    let (good, bad): (Vec<Option<String>>, Vec<Option<String>>) =
        serde_json::from_slice(&output.stdout)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&output.stderr)));
    assert_eq!(good, texts.into_iter().map(Some).collect::<Vec<_>>());
    assert_eq!(bad, vec![None; damaged.len()]);
}

#[test]
fn reports_work_in_a_browser() {
    let (node, chromium) = match (node(), chromium()) {
        (Ok(node), Ok(chromium)) => (node, chromium),
        (Err(why), _) | (_, Err(why)) => return skipped(&why),
    };
    if !suite().join("node_modules/playwright-core").is_dir() {
        return skipped("tests/browser has no node_modules: run npm ci there");
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let manifest: Value = reports::manifest(folder.path());
    let path = folder.path().join("manifest.json");
    std::fs::write(&path, manifest.to_string()).expect("a file");
    let mut run = Command::new(node);
    run.arg(suite().join("run.mjs")).arg(&path).arg(chromium);
    if let Some(pictures) = std::env::var_os("ISNAD_SCREENSHOTS") {
        run.arg(pictures);
    }
    let output = run.output().expect("node runs");
    let said = String::from_utf8_lossy(&output.stdout);
    println!("{said}");
    assert!(
        output.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}
