//! English passages with the statements they hold, from `tests/data/english/`; and the figures measured on them.
//!
//! The measures are those of the annotated Arabic articles (`ident`: the contents share half of their words; `strict`:
//! nine tenths; `e2e_any`: the source is right too), the source being compared by its name.

#![allow(clippy::unwrap_used)]

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use isnad::extraction::{Pack, extract};

/// One statement, annotated or found: places of the words of its content, and the rest as text.
#[derive(Debug)]
struct Line {
    words: Vec<usize>,
    name: Option<String>,
    kind: String,
    act: String,
    style: String,
    shown: String,
}

/// Places of words: each word by the number of words before it.
fn words_before(text: &str, at: usize) -> usize {
    let mut n = 0;
    let mut inside = false;
    for (i, c) in text.chars().enumerate() {
        if i >= at && !inside {
            break;
        }
        if i >= at && inside {
            break;
        }
        if c.is_alphanumeric() && !inside {
            n += 1;
        }
        inside = c.is_alphanumeric();
    }
    n
}

fn span_words(text: &str, start: usize, end: usize) -> Vec<usize> {
    (words_before(text, start)..words_before(text, end)).collect()
}

/// Character offsets of `part` in `text`, the first that is not before `from`; else the first of all.
fn place(text: &str, part: &str, from: usize) -> Option<(usize, usize)> {
    let byte = text.char_indices().nth(from).map_or(text.len(), |(b, _)| b);
    let at = text[byte..]
        .find(part)
        .map(|p| p + byte)
        .or_else(|| text.find(part))?;
    let start = text[..at].chars().count();
    Some((start, start + part.chars().count()))
}

struct Passage {
    title: String,
    text: String,
    expected: Vec<Line>,
}

fn passages(file: &str) -> Vec<Passage> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data/english")
        .join(file);
    let page = fs::read_to_string(path).unwrap();
    page.split("\n## ")
        .skip(1)
        .map(|section| {
            let (title, body) = section.split_once('\n').unwrap();
            let lines: Vec<&str> = body.lines().filter_map(|l| l.strip_prefix("> ")).collect();
            let text = lines.join("\n");
            let expected = body
                .lines()
                .filter_map(|l| l.strip_prefix("- "))
                .map(|l| {
                    let f: Vec<&str> = l.splitn(6, " | ").collect();
                    let (mut words, mut from) = (Vec::new(), 0);
                    for part in f[5].split(" ‖ ") {
                        let (a, b) = place(&text, part, from)
                            .unwrap_or_else(|| panic!("{title}: the passage has no «{part}»"));
                        words.extend(span_words(&text, a, b));
                        from = b;
                    }
                    assert!(
                        place(&text, f[0], 0).is_some(),
                        "{title}: no cue «{}»",
                        f[0]
                    );
                    Line {
                        words,
                        name: (f[1] != "-").then(|| f[1].to_owned()),
                        kind: f[2].to_owned(),
                        act: f[3].to_owned(),
                        style: f[4].to_owned(),
                        shown: l.to_owned(),
                    }
                })
                .collect();
            Passage {
                title: title.to_owned(),
                text,
                expected,
            }
        })
        .collect()
}

fn found(passage: &Passage, pack: &Pack) -> Vec<Line> {
    let word = |v: serde_json::Value| v.as_str().unwrap_or("-").to_owned();
    extract(&passage.text, pack)
        .statements
        .iter()
        .map(|s| {
            let kind = word(serde_json::to_value(s.source_kind).unwrap());
            let act = word(serde_json::to_value(s.act).unwrap());
            let style = word(serde_json::to_value(s.style).unwrap());
            let content: Vec<&str> = s.content.iter().map(|c| c.text.as_str()).collect();
            Line {
                words: s
                    .content
                    .iter()
                    .flat_map(|c| span_words(&passage.text, c.start as usize, c.end as usize))
                    .collect(),
                name: s.source_name.clone(),
                shown: format!(
                    "{} | {} | {kind} | {act} | {style} | {}",
                    s.cue.as_ref().map_or("-", |c| c.text.as_str()),
                    s.source_name.as_deref().unwrap_or("-"),
                    content.join(" ‖ ")
                ),
                kind,
                act,
                style,
            }
        })
        .collect()
}

fn overlap<T: PartialEq>(a: &[T], b: &[T]) -> f64 {
    if a.is_empty() || b.is_empty() {
        return 0.0;
    }
    let common = a.iter().filter(|x| b.contains(x)).count();
    2.0 * common as f64 / (a.len() + b.len()) as f64
}

fn same_name(a: Option<&str>, b: Option<&str>) -> bool {
    let words = |s: &str| -> Vec<String> {
        s.to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .filter(|w| !w.is_empty() && !["the", "a", "an", "al"].contains(w))
            .map(str::to_owned)
            .collect()
    };
    match (a, b) {
        (Some(a), Some(b)) => overlap(&words(a), &words(b)) >= 0.5,
        (None, None) => true,
        _ => false,
    }
}

/// Pairs of annotated and found that overlap enough, the greatest overlap first, each in one pair at most.
fn pairs(gold: &[Line], found: &[Line], bar: f64, sourced: bool) -> Vec<(usize, usize)> {
    let mut all: Vec<(f64, usize, usize)> = Vec::new();
    for (g, x) in gold.iter().enumerate() {
        for (f, y) in found.iter().enumerate() {
            let named = same_name(x.name.as_deref(), y.name.as_deref());
            let o = overlap(&x.words, &y.words);
            if o >= bar && (named || !sourced) {
                all.push((o + if named { 0.01 } else { 0.0 }, g, f));
            }
        }
    }
    all.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut out: Vec<(usize, usize)> = Vec::new();
    for (_, g, f) in all {
        if out.iter().all(|&(x, y)| x != g && y != f) {
            out.push((g, f));
        }
    }
    out
}

#[derive(Default)]
struct Figures {
    gold: usize,
    found: usize,
    ident: usize,
    strict: usize,
    sourced: usize,
    kind: usize,
    act: usize,
    style: usize,
}

fn measure(file: &str, pack: &Pack) -> Figures {
    let mut m = Figures::default();
    for p in passages(file) {
        let found = found(&p, pack);
        let ident = pairs(&p.expected, &found, 0.5, false);
        m.gold += p.expected.len();
        m.found += found.len();
        m.ident += ident.len();
        m.strict += pairs(&p.expected, &found, 0.9, false).len();
        m.sourced += pairs(&p.expected, &found, 0.5, true).len();
        for (g, f) in ident {
            m.kind += usize::from(p.expected[g].kind == found[f].kind);
            m.act += usize::from(p.expected[g].act == found[f].act);
            m.style += usize::from(p.expected[g].style == found[f].style);
        }
    }
    m
}

fn percent(n: usize, of: usize) -> f64 {
    if of == 0 {
        0.0
    } else {
        100.0 * n as f64 / of as f64
    }
}

fn row(name: &str, m: &Figures) -> String {
    let f1 = |n: usize| percent(2 * n, m.gold + m.found);
    format!(
        "| {name} | {} | {:.1} / {:.1} / {:.1} | {:.1} | {:.1} | {:.1} | {:.1} | {:.1} |\n",
        m.gold,
        percent(m.ident, m.found),
        percent(m.ident, m.gold),
        f1(m.ident),
        f1(m.strict),
        f1(m.sourced),
        percent(m.kind, m.ident),
        percent(m.act, m.ident),
        percent(m.style, m.ident)
    )
}

/// What was tuned on is to be read as it stands there, so that a change is seen.
#[test]
fn every_english_passage_gives_its_statements() {
    let pack = Pack::english().unwrap();
    let mut wrong = String::new();
    let all = passages("tuned.md");
    assert!(all.len() > 20, "the passages were not read");
    for p in &all {
        let expected: Vec<&str> = p.expected.iter().map(|l| l.shown.as_str()).collect();
        let found = found(p, &pack);
        let found: Vec<&str> = found.iter().map(|l| l.shown.as_str()).collect();
        if expected != found {
            let _ = writeln!(
                wrong,
                "{}\n  expected {expected:#?}\n  found    {found:#?}",
                p.title
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

/// The table of `docs/extraction.md`; with `ISNAD_BLESS` it is written anew.
#[test]
fn the_english_figures_on_the_page_are_those_measured() {
    let pack = Pack::english().unwrap();
    let mut table = String::from(
        "| passages | statements | ident P / R / F1 | strict F1 | e2e_any F1 | kind | act | style |\n| --- | --- | --- | --- | --- | --- | --- | --- |\n",
    );
    table += &row("tuned on (35)", &measure("tuned.md", &pack));
    table += &row("held out (10)", &measure("held_out.md", &pack));
    let block = format!("<!-- english figures -->\n{table}<!-- end of english figures -->");
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/extraction.md");
    let old = fs::read_to_string(&page).unwrap();
    let end = "<!-- end of english figures -->";
    let (start, stop) = (
        old.find("<!-- english figures -->").unwrap(),
        old.find(end).unwrap() + end.len(),
    );
    if std::env::var_os("ISNAD_BLESS").is_some() {
        fs::write(&page, format!("{}{block}{}", &old[..start], &old[stop..])).unwrap();
        return;
    }
    assert_eq!(
        &old[start..stop],
        block,
        "the page is not fresh: run with ISNAD_BLESS=1"
    );
}
