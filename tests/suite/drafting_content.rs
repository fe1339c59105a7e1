//! What passages say of propositions, read from `drafting_content.md`, and the claims they meet in.

use isnad::drafting::{Article, ContentPacks, Filler, Reading, read_articles};
use isnad::extraction::{Pack, extract};
use isnad::model::{When, Words};

fn line(r: &Reading) -> String {
    let stance = serde_json::to_value(r.stance).expect("a stance");
    let mut held = stance.as_str().unwrap_or("-").to_owned();
    if r.hedged {
        held.push_str(" hedged");
    }
    if r.unclear {
        held.push_str(" unclear");
    }
    let roles: Vec<String> = r
        .of
        .roles
        .iter()
        .map(|(role, fillers)| {
            let all: Vec<&str> = fillers
                .iter()
                .map(|f| match f {
                    Filler::Named(n) => n.name.as_str(),
                    Filler::Value(v) => v.as_str(),
                    Filler::Text(t) => t.as_str(),
                })
                .collect();
            format!("{role}={}", all.join("+"))
        })
        .collect();
    let mut out = format!(
        "{} | {held} | {}",
        r.of.predicate.as_deref().unwrap_or("free"),
        roles.join(", ")
    );
    if let Some(c) = &r.of.count {
        let n = |n: Option<u64>| n.map_or(String::new(), |n| n.to_string());
        out.push_str(&format!(
            " | {}..{}{}{}",
            n(c.min),
            n(c.max),
            c.word.as_ref().map_or(String::new(), |w| format!(" {w}")),
            if c.cumulative { " so far" } else { "" }
        ));
    }
    if let Some(p) = &r.of.place {
        out.push_str(&format!(" | in {}", p.name));
    }
    if let Some((t, _)) = &r.of.time {
        out.push_str(&format!(" | {t}"));
    }
    out.trim_end_matches([' ', '|']).to_owned()
}

#[test]
fn every_passage_says_what_stands_below_it() {
    let packs = ContentPacks::built_in().expect("packs");
    let arabic = Pack::arabic().expect("a pack");
    let english = Pack::english().expect("a pack");
    let day = When::parse("2018-05-11", false, Words::default()).expect("a day");
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/suite/drafting_content.md");
    let source = std::fs::read_to_string(path).expect("the passages");
    let mut wrong = Vec::new();
    let mut count = 0;
    for section in source.split("\n## ").skip(1) {
        let (title, body) = section.split_once('\n').expect("a body");
        let text: Vec<&str> = body.lines().filter_map(|l| l.strip_prefix("> ")).collect();
        let text = text.join("\n");
        let expected: Vec<&str> = body.lines().filter_map(|l| l.strip_prefix("- ")).collect();
        let english_text = text.starts_with(|c: char| c.is_ascii_alphabetic());
        let (language, pack) = if english_text { ("en", &english) } else { ("ar", &arabic) };
        let article = Article {
            document: "d",
            outlet: None,
            title: None,
            published: Some(&day),
            language,
            text: &text,
            extraction: extract(&text, pack),
        };
        let found: Vec<String> = read_articles(&[article], &packs).iter().map(line).collect();
        count += 1;
        if found != expected {
            wrong.push(format!("{title}\n  expected {expected:#?}\n  found    {found:#?}"));
        }
    }
    assert!(count >= 120, "only {count} passages were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}
