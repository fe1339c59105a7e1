//! The figures of `docs/extraction.md`, measured on annotated articles where they are at hand.
//!
//! The articles and their scorer are not part of the project. They are looked for in `$ISNAD_CORPUS`, then in
//! `../shared/corpus`; where they are not, the test says so and passes. Of further articles the annotations alone (spans,
//! kinds, names) are in `tests/data/annotations`: `tuning` and `more`, `clean` and `unseen` (annotated before anything was
//! extracted from them, read for the rules since) and, where there are any, `fresh` (annotated by others, for totals only). Invented
//! articles with their annotations are in `tests/data/invented_news`. With
//! `ISNAD_WRITE_FIGURES=1` it writes the tables into the page instead of comparing.

#![allow(clippy::unwrap_used, clippy::print_stderr)]

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use isnad::extraction::{Pack, extract};
use serde_json::Value;

/// Once held out: the ten articles whose names have the least SHA-256. They have been read since.
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

fn stem(path: &Path) -> String {
    path.file_stem().unwrap().to_string_lossy().into_owned()
}

/// Articles with their annotations, and what was extracted from them.
struct Set {
    label: &'static str,
    gold: PathBuf,
    texts: PathBuf,
    out: PathBuf,
    docs: Vec<String>,
}

impl Set {
    /// Extracts from every article of the folder that `keep` keeps.
    fn new(
        label: &'static str,
        gold: PathBuf,
        texts: PathBuf,
        work: &Path,
        pack: &Pack,
        keep: impl Fn(&str) -> bool,
    ) -> Self {
        let out = work.join(label.replace(['`', '/', ' '], "_"));
        fs::create_dir(&out).unwrap();
        let mut docs: Vec<String> = fs::read_dir(&gold)
            .unwrap()
            .map(|e| e.unwrap().path())
            .filter(|p| p.extension().is_some_and(|e| e == "json"))
            .map(|p| stem(&p))
            .filter(|name| keep(name))
            .collect();
        docs.sort();
        for doc in &docs {
            let text = fs::read_to_string(texts.join(format!("{doc}.txt"))).unwrap();
            let mut value = serde_json::to_value(extract(&text, pack)).unwrap();
            value["doc"] = format!("{doc}.txt").into();
            fs::write(out.join(format!("{doc}.json")), value.to_string()).unwrap();
        }
        Self {
            label,
            gold,
            texts,
            out,
            docs,
        }
    }

    /// The label with how many articles there are.
    fn name(&self) -> String {
        format!("{} ({})", self.label, self.docs.len())
    }

    fn json(path: &Path, doc: &str) -> Value {
        serde_json::from_slice(&fs::read(path.join(format!("{doc}.json"))).unwrap()).unwrap()
    }

    /// The scorer's measures.
    fn score(&self, corpus: &Path) -> Option<Value> {
        let run = Command::new("python3")
            .arg(corpus.join("score.py"))
            .arg(&self.gold)
            .arg(&self.out)
            .arg("--texts")
            .arg(&self.texts)
            .args(["--json", "--docs", &self.docs.join(",")])
            .output()
            .ok()?;
        assert!(
            run.status.success(),
            "{}",
            String::from_utf8_lossy(&run.stderr)
        );
        Some(serde_json::from_slice::<Value>(&run.stdout).unwrap()["micro"].clone())
    }
}

type Spans = Vec<(i64, i64)>;

fn span(v: &Value) -> Option<(i64, i64)> {
    Some((v["start"].as_i64()?, v["end"].as_i64()?))
}

fn contents(s: &Value) -> Spans {
    s["content"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(span)
        .collect()
}

/// Whether two contents share half of their characters: twice the common ones are at least half of the sum.
fn overlap(a: &Spans, b: &Spans) -> bool {
    let size = |v: &Spans| v.iter().map(|s| s.1 - s.0).sum::<i64>();
    let common: i64 = a
        .iter()
        .flat_map(|x| b.iter().map(move |y| (x.1.min(y.1) - x.0.max(y.0)).max(0)))
        .sum();
    2 * common * 2 >= size(a) + size(b)
}

/// Whether the source is right as the scorer has it: by its span, or by half of the words of its name.
fn source_right(gold: &Value, found: &Value) -> bool {
    let spans = match (span(&gold["source"]), span(&found["source"])) {
        (None, None) => true,
        (Some(a), Some(b)) => overlap(&vec![a], &vec![b]),
        _ => false,
    };
    let words = |v: &Value| -> Vec<String> {
        isnad::text::fold::fold(v["source_name"].as_str().unwrap_or(""))
            .split_whitespace()
            .map(|w| w.strip_prefix("ال").unwrap_or(w).to_owned())
            .collect()
    };
    let (a, b) = (words(gold), words(found));
    let common = a.iter().filter(|w| b.contains(w)).count();
    spans || common > 0 && 4 * common >= a.len() + b.len()
}

/// Bins of confidence: the least of each, and what it is called.
const BINS: [(f64, &str); 5] = [
    (0.9, "0.9 and more"),
    (0.87, "0.87 to 0.9"),
    (0.82, "0.82 to 0.87"),
    (0.7, "0.7 to 0.82"),
    (0.0, "less than 0.7"),
];

/// By bin: proposals, the sum of their confidences, and how many have content and source right. Proposals that meet only
/// an optional statement are left out, as the scorer leaves them.
fn reliability(sets: &[&Set]) -> [(usize, f64, usize); 5] {
    let mut bins = [(0, 0.0, 0); 5];
    for set in sets {
        for doc in &set.docs {
            let (gold, found) = (Set::json(&set.gold, doc), Set::json(&set.out, doc));
            for p in found["statements"].as_array().unwrap() {
                let spans = contents(p);
                let meets = |key: &str, right: bool| {
                    gold[key].as_array().is_some_and(|all| {
                        all.iter().any(|g| {
                            overlap(&contents(g), &spans) && (!right || source_right(g, p))
                        })
                    })
                };
                let right = meets("statements", true);
                if !right && meets("optional_statements", false) {
                    continue;
                }
                let confidence = p["confidence"].as_f64().unwrap();
                let bin = BINS.iter().position(|b| confidence >= b.0).unwrap();
                bins[bin].0 += 1;
                bins[bin].1 += confidence;
                bins[bin].2 += usize::from(right);
            }
        }
    }
    bins
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
fn phenomena(sets: &[&Set]) -> Vec<(&'static str, usize, usize)> {
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
    for set in sets {
        for doc in &set.docs {
            let (gold, found) = (Set::json(&set.gold, doc), Set::json(&set.out, doc));
            for g in gold["statements"].as_array().unwrap() {
                let gs = contents(g);
                let hit = found["statements"]
                    .as_array()
                    .unwrap()
                    .iter()
                    .any(|p| overlap(&gs, &contents(p)));
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
    let mine = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/annotations");
    let raw = corpus.join("ar-raw");
    let dev = corpus.join("ar-dev-ant");
    let make = |label, gold: &Path, texts: &Path, keep: &dyn Fn(&str) -> bool| {
        Set::new(
            label,
            gold.to_owned(),
            texts.to_owned(),
            work.path(),
            &pack,
            keep,
        )
    };
    let held = |name: &str| HELD_OUT.contains(&name);
    let mut sets = vec![
        make("`ar-dev-ant`, tuned on", &dev, &dev, &|n| !held(n)),
        make("`ar-dev-ant`, once held out", &dev, &dev, &held),
        make(
            "`yarmouk`, tuned on",
            &corpus.join("yarmouk"),
            &corpus.join("yarmouk"),
            &|_| true,
        ),
        make("`ar-raw`, tuned on", &mine.join("tuning"), &raw, &|_| true),
        make("`ar-raw`, once clean", &mine.join("clean"), &raw, &|_| true),
        make(
            "`ar-raw`, tuned on later",
            &mine.join("more"),
            &raw,
            &|_| true,
        ),
        make("`ar-raw`, once unseen", &mine.join("unseen"), &raw, &|_| {
            true
        }),
    ];
    assert_eq!(
        sets.iter().map(|s| s.docs.len()).collect::<Vec<_>>(),
        [24, 10, 5, 16, 10, 202, 12],
        "not all articles are there"
    );
    let read = sets.len();
    // Between the day one lot is read and the day the next is annotated there is none.
    let fresh = mine.join("fresh");
    if fresh.is_dir() {
        sets.push(make("`ar-raw`, unseen", &fresh, &raw, &|_| true));
    }
    let mut table = String::from(
        "| articles | statements | ident P / R / F1 | strict F1 | source | name | e2e F1 | e2e_any F1 | kind | act | style | named |\n| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    let invented = mine.with_file_name("invented_news");
    let of = |label, part: &str| {
        let part = invented.join(part);
        make(label, &part.join("gold"), &part.join("texts"), &|_| true)
    };
    let made = [of("invented, read", "read"), of("invented, unseen", "held")];
    for set in sets.iter().chain(&made) {
        row(&mut table, &set.name(), &set.score(&corpus).unwrap());
    }
    let (read, unseen) = sets.split_at(read);
    let read: Vec<&Set> = read.iter().collect();
    let unseen: Vec<&Set> = unseen.iter().collect();
    let articles = |sets: &[&Set]| sets.iter().map(|s| s.docs.len()).sum::<usize>();
    writeln!(
        table,
        "\n| recall of | tuned on ({}) | unseen ({}) |\n| --- | --- | --- |",
        articles(&read),
        articles(&unseen)
    )
    .unwrap();
    let (tuned, fresh) = (phenomena(&read), phenomena(&unseen));
    for (t, h) in tuned.iter().zip(&fresh) {
        writeln!(
            table,
            "| {} | {} of {} | {} of {} |",
            t.0, t.1, t.2, h.1, h.2
        )
        .unwrap();
    }
    table.push_str(
        "\n| confidence | unseen: proposals | said | right | tuned on: proposals | said | right |\n| --- | --- | --- | --- | --- | --- | --- |\n",
    );
    let (tuned, fresh) = (reliability(&read), reliability(&unseen));
    for (k, (_, name)) in BINS.iter().enumerate() {
        let cells = |(n, sum, right): (usize, f64, usize)| {
            if n == 0 {
                return "0 | – | –".to_owned();
            }
            format!(
                "{n} | {:.2} | {:.2}",
                sum / n as f64,
                right as f64 / n as f64
            )
        };
        writeln!(
            table,
            "| {name} | {} | {} |",
            cells(fresh[k]),
            cells(tuned[k])
        )
        .unwrap();
    }
    let block = format!("<!-- figures -->\n{table}<!-- end -->");
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
