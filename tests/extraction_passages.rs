//! Passages with the statements they hold, read from `extraction_passages.md`.

#![allow(clippy::unwrap_used)]

use isnad::extraction::{Extraction, Pack, extract};

fn lines(e: &Extraction) -> Vec<String> {
    let name = |v: serde_json::Value| v.as_str().unwrap_or("-").to_owned();
    e.statements
        .iter()
        .map(|s| {
            let content: Vec<&str> = s.content.iter().map(|c| c.text.as_str()).collect();
            format!(
                "{} | {} | {} | {} | {} | {}",
                s.cue.as_ref().map_or("-", |c| c.text.as_str()),
                s.source_name.as_deref().unwrap_or("-"),
                name(serde_json::to_value(s.source_kind).unwrap()),
                name(serde_json::to_value(s.act).unwrap()),
                name(serde_json::to_value(s.style).unwrap()),
                content.join(" ‖ ")
            )
        })
        .collect()
}

#[test]
fn every_passage_gives_its_statements() {
    let pack = Pack::arabic().unwrap();
    let mut wrong = Vec::new();
    let mut count = 0;
    for section in include_str!("extraction_passages.md")
        .split("\n## ")
        .skip(1)
    {
        let (title, body) = section.split_once('\n').unwrap();
        let text: Vec<&str> = body.lines().filter_map(|l| l.strip_prefix("> ")).collect();
        let expected: Vec<String> = body
            .lines()
            .filter_map(|l| l.strip_prefix("- "))
            .map(str::to_owned)
            .collect();
        let found = lines(&extract(&text.join("\n"), &pack));
        count += 1;
        if found != expected {
            wrong.push(format!(
                "{title}\n  expected {expected:#?}\n  found    {found:#?}"
            ));
        }
    }
    assert!(count > 10, "the passages were not read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

#[test]
fn nesting_points_at_the_outer_statement() {
    let pack = Pack::arabic().unwrap();
    let e = extract("وقال الناشط كمال الهادي إن الشركة نفت وقوع تسرب.", &pack);
    assert_eq!(e.statements[0].nested_in, None);
    assert_eq!(e.statements[1].nested_in.as_deref(), Some("s1"));
}

#[test]
fn what_gave_nothing_is_listed_with_a_reason() {
    let pack = Pack::arabic().unwrap();
    let e = extract("ولم يؤكد الوزير موعد الافتتاح.", &pack);
    assert!(e.statements.is_empty());
    assert_eq!(e.missed.len(), 1);
    assert!(e.missed[0].why.contains("negated"), "{:?}", e.missed);
}

#[test]
fn a_known_name_is_found_with_its_clitics() {
    use isnad::extraction::{MentionKind, extract_with};
    let pack = Pack::arabic().unwrap();
    let names = [("حركة الفجر", MentionKind::Group, &["الفجر"][..])];
    let e = extract_with(
        "قال الناطق باسم البلدية إن القرية تتبع للفجر.",
        &pack,
        &names,
    );
    let m = e.statements[0]
        .mentions
        .iter()
        .find(|m| m.known_as.is_some())
        .unwrap();
    assert_eq!(m.known_as.as_deref(), Some("حركة الفجر"));
}

#[test]
fn quantities_are_ranges_with_a_unit() {
    let pack = Pack::arabic().unwrap();
    let e = extract(
        "وقالت البلدية إن ما لا يقل عن ١٢ مدنيا أصيبوا وإن بين 300 و350 عائلة نزحت.",
        &pack,
    );
    let found: Vec<_> = e.statements[0]
        .mentions
        .iter()
        .filter(|m| m.kind == isnad::extraction::MentionKind::Quantity)
        .map(|m| (m.min, m.max))
        .collect();
    assert_eq!(found, [(Some(12.0), None), (Some(300.0), Some(350.0))]);
}

#[test]
fn mentions_are_what_they_are() {
    let pack = Pack::arabic().unwrap();
    let e = extract(
        "وقالت البلدية إن العقيد سامر علي واللواء خالد يوسف زارا بلدة النخيل في محافظة درعا مساء الخميس، وإن 18 صيادا عادوا بعد الساعة 19,00.",
        &pack,
    );
    let found: Vec<_> = e.statements[0]
        .mentions
        .iter()
        .map(|m| format!("{:?} {}", m.kind, m.text))
        .collect();
    assert_eq!(
        found,
        [
            "Person سامر علي",
            "Person خالد يوسف",
            "Place بلدة النخيل",
            "Place محافظة درعا",
            "Time مساء الخميس",
            "Quantity 18 صيادا",
            "Time الساعة 19,00",
        ]
    );
}

#[test]
fn the_same_engine_reads_english() {
    let pack = Pack::english().unwrap();
    let e = extract(
        "The mayor of Northford said on Monday that the bridge would stay closed. \"We need two more weeks,\" she said.",
        &pack,
    );
    let contents: Vec<&str> = e
        .statements
        .iter()
        .map(|s| s.content[0].text.as_str())
        .collect();
    assert_eq!(
        contents,
        ["the bridge would stay closed", "We need two more weeks"]
    );
    assert_eq!(e.statements[1].source_name, e.statements[0].source_name);
}

#[test]
fn a_pack_that_is_no_pack_is_refused() {
    assert!(Pack::from_ron("(language: \"xx\"").is_err());
    let without_forms = "(language: \"xx\", script: Arabic, verbs: [(root: \"قو\", act: assert, opens: [That])], nouns: [], according: [], heads: [], words: {})";
    assert!(
        Pack::from_ron(without_forms)
            .unwrap_err()
            .to_string()
            .contains("has no forms")
    );
}
