//! The figures of `docs/extraction.md`, measured on annotated articles where they are at hand.
//!
//! The articles and their scorer are not part of the project. They are looked for in `$ISNAD_CORPUS`, then in
//! `../shared/corpus`; where they are not, the test says so and passes. With `ISNAD_WRITE_FIGURES=1` it writes the table
//! into the page instead of comparing.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use isnad::extraction::{Pack, extract};
use serde_json::Value;

/// Held out: the ten articles whose names have the least SHA-256. Their errors were not looked at; their totals were.
const HELD_OUT: [&str; 10] = [
    "bbc_2018-02-20_hospital",
    "bbc_2018-10-12_mice",
    "f24_2018-02-17_afrin",
    "sky_2018-04-26_antidepressants",
    "jawhara_2016-12-14_petrofac",
    "cnn_2018-04-09_t4",
    "arabiya_2018-04-04_youtube",
    "jawhara_2017-05-25_qna",
    "cnn_2018-05-31_hrw",
    "arabiya_2018-06-24_cuper",
];

fn corpus() -> Option<PathBuf> {
    let given = std::env::var_os("ISNAD_CORPUS").map(PathBuf::from);
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/corpus");
    given
        .into_iter()
        .chain([beside])
        .find(|p| p.join("score.py").is_file())
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .unwrap()
        .map(|e| e.unwrap().path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files
}

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// The scorer's measures over some documents of a folder.
fn score(corpus: &Path, folder: &str, out: &Path, docs: &[String]) -> Option<Value> {
    let run = Command::new("python3")
        .arg(corpus.join("score.py"))
        .arg(corpus.join(folder))
        .arg(out)
        .args(["--json", "--docs", &docs.join(",")])
        .output()
        .ok()?;
    assert!(
        run.status.success(),
        "{}",
        String::from_utf8_lossy(&run.stderr)
    );
    Some(serde_json::from_slice::<Value>(&run.stdout).unwrap()["micro"].clone())
}

fn percent(v: &Value) -> String {
    v.as_f64()
        .map_or("–".into(), |x| format!("{:.1}", 100.0 * x))
}

fn row(table: &mut String, name: &str, m: &Value) {
    let f = |k: &str| percent(&m[k]["f1"]);
    let a = |k: &str| percent(&m[k]["acc"]);
    writeln!(
        table,
        "| {name} | {} | {} / {} / {} | {} | {} | {} | {} | {} | {} | {} | {} | {} |",
        m["ident"]["gold"],
        percent(&m["ident"]["p"]),
        percent(&m["ident"]["r"]),
        f("ident"),
        f("strict"),
        a("source"),
        a("name"),
        f("e2e"),
        f("e2e_any"),
        a("kind"),
        a("act"),
        a("style"),
        a("named")
    )
    .unwrap();
}

/// Recall by phenomenon: of the annotated statements of a sort, how many have a proposal over half of their content.
fn phenomena(folder: &Path, out: &Path, docs: &[String]) -> Vec<(&'static str, usize, usize)> {
    let mut counts: Vec<(&'static str, usize, usize)> = [
        "direct",
        "indirect",
        "mixed",
        "denial",
        "nested",
        "source in another clause",
        "no source written",
        "content in several spans",
    ]
    .map(|n| (n, 0, 0))
    .to_vec();
    for doc in docs {
        let gold: Value =
            serde_json::from_slice(&fs::read(folder.join(format!("{doc}.json"))).unwrap()).unwrap();
        let found: Value =
            serde_json::from_slice(&fs::read(out.join(format!("{doc}.json"))).unwrap()).unwrap();
        let spans = |s: &Value| -> Vec<(i64, i64)> {
            s["content"]
                .as_array()
                .unwrap()
                .iter()
                .map(|c| (c["start"].as_i64().unwrap(), c["end"].as_i64().unwrap()))
                .collect()
        };
        for g in gold["statements"].as_array().unwrap() {
            let gs = spans(g);
            let size = |v: &[(i64, i64)]| v.iter().map(|s| s.1 - s.0).sum::<i64>();
            let hit = found["statements"].as_array().unwrap().iter().any(|p| {
                let ps = spans(p);
                let common: i64 = gs
                    .iter()
                    .flat_map(|a| ps.iter().map(move |b| (a.1.min(b.1) - a.0.max(b.0)).max(0)))
                    .sum();
                2 * common * 2 >= size(&gs) + size(&ps)
            });
            let sorts = [
                g["style"] == "direct",
                g["style"] == "indirect",
                g["style"] == "mixed",
                g["act"] == "deny",
                !g["nested_in"].is_null(),
                g["source_implicit"] == true,
                g["source"].is_null(),
                gs.len() > 1,
            ];
            for (count, _) in counts.iter_mut().zip(sorts).filter(|(_, is)| *is) {
                count.2 += 1;
                count.1 += usize::from(hit);
            }
        }
    }
    counts
}

#[test]
fn the_figures_on_the_page_are_those_measured() {
    let Some(corpus) = corpus() else {
        eprintln!("skipped: no annotated articles in $ISNAD_CORPUS or ../shared/corpus");
        return;
    };
    if Command::new("python3").arg("--version").output().is_err() {
        eprintln!("skipped: the scorer needs python3");
        return;
    }
    let pack = Pack::arabic().unwrap();
    let work = tempfile::tempdir().unwrap();
    let mut table = String::from(
        "| articles | statements | ident P / R / F1 | strict F1 | source | name | e2e F1 | e2e_any F1 | kind | act | style | named |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    let mut by_sort = String::from("\n| recall of | tuned on | held out |\n| --- | --- | --- |\n");
    for folder in ["ar-dev-ant", "yarmouk"] {
        let out = work.path().join(folder);
        fs::create_dir(&out).unwrap();
        let mut names = Vec::new();
        for file in texts(&corpus.join(folder)) {
            let text = fs::read_to_string(&file).unwrap();
            let mut value = serde_json::to_value(extract(&text, &pack)).unwrap();
            value["doc"] = format!("{}.txt", stem(&file)).into();
            fs::write(out.join(format!("{}.json", stem(&file))), value.to_string()).unwrap();
            names.push(stem(&file));
        }
        if folder == "yarmouk" {
            row(
                &mut table,
                "`yarmouk` (5, not tuned on)",
                &score(&corpus, folder, &out, &names).unwrap(),
            );
            continue;
        }
        let (held, tuned): (Vec<String>, Vec<String>) = names
            .into_iter()
            .partition(|n| HELD_OUT.contains(&n.as_str()));
        assert_eq!(held.len(), 10, "the held-out articles are not all there");
        row(
            &mut table,
            "`ar-dev-ant`, tuned on (24)",
            &score(&corpus, folder, &out, &tuned).unwrap(),
        );
        row(
            &mut table,
            "`ar-dev-ant`, held out (10)",
            &score(&corpus, folder, &out, &held).unwrap(),
        );
        let (t, h) = (
            phenomena(&corpus.join(folder), &out, &tuned),
            phenomena(&corpus.join(folder), &out, &held),
        );
        for (t, h) in t.iter().zip(&h) {
            writeln!(
                by_sort,
                "| {} | {} of {} | {} of {} |",
                t.0, t.1, t.2, h.1, h.2
            )
            .unwrap();
        }
    }
    let block = format!("<!-- figures -->\n{table}{by_sort}<!-- end -->");
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/extraction.md");
    let old = fs::read_to_string(&page).unwrap();
    let (start, end) = (
        old.find("<!-- figures -->").unwrap(),
        old.find("<!-- end -->").unwrap() + "<!-- end -->".len(),
    );
    if std::env::var_os("ISNAD_WRITE_FIGURES").is_some() {
        fs::write(&page, format!("{}{block}{}", &old[..start], &old[end..])).unwrap();
        return;
    }
    assert_eq!(
        &old[start..end],
        block,
        "the page is not fresh: run with ISNAD_WRITE_FIGURES=1"
    );
}
