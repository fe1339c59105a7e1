//! What must hold for any bytes: run by the random driver of this test binary on every toolchain, and by the fuzz targets under `fuzz/`.

use isnad::case_file::{
    EditError, Step, append_entry, entry_id, locate, replace_entry, resplit, scan,
};
use isnad::extraction::{Extraction, Pack, extract};
use isnad::text::decode::decode;
use isnad::text::lines::LineIndex;
use isnad::text::span::{CharIndex, Span, digest};

/// Everything that a case file goes through before the model, on any bytes.
pub(crate) fn case_file(bytes: &[u8]) {
    // Bytes that are no text are refused; their readable part goes on all the same.
    let _ = decode(bytes);
    text_of_case_file(&String::from_utf8_lossy(bytes));
}

/// Offsets into any bytes read as text.
pub(crate) fn text_offsets(bytes: &[u8], at: usize) {
    spans(&String::from_utf8_lossy(bytes), at);
}

/// Everything that takes text, on any text; what must hold of it whatever it is.
pub(crate) fn text_of_case_file(text: &str) {
    let found = scan(text);
    let mut end = 0;
    for range in &found.entries {
        let entry = text
            .get(range.clone())
            .expect("an entry is a part of the text");
        assert!(
            range.start >= end && range.end > range.start,
            "entries follow one another"
        );
        end = range.end;
        let pieces = resplit(text, range.clone());
        assert!(pieces.iter().all(|p| text.get(p.clone()).is_some()));
        for path in [
            &[Step::Field("f1")][..],
            &[Step::Field("f0"), Step::Index(1)],
            &[Step::Index(0), Step::Field("a"), Step::Index(0)],
        ] {
            let part = locate(entry, path);
            assert!(entry.get(part.value).is_some() && part.found <= path.len());
            assert!(part.name.is_none_or(|name| entry.get(name).is_some()));
        }
        if let Some(id) = entry_id(entry) {
            match replace_entry(text, id, "(id: \"new-one\", x: [\n1])") {
                Ok(changed) => assert_eq!(scan(&changed).entries.len(), found.entries.len()),
                // In a broken file, a change of one entry can change how the rest is read: that must be refused, and is.
                Err(EditError::Unverified { what }) => {
                    assert!(!found.problems.is_empty(), "{what}: {text:?}")
                }
                Err(_) => {}
            }
        }
    }
    for problem in &found.problems {
        assert!(text.is_char_boundary(problem.at));
        assert!(problem.spoils.is_none_or(|n| n < found.entries.len()));
    }
    if ron::from_str::<Vec<ron::Value>>(text.strip_prefix('\u{FEFF}').unwrap_or(text))
        .is_ok_and(|l| l.len() != found.entries.len() || !found.problems.is_empty())
    {
        panic!("ron sees other entries in {text:?}");
    }
    match append_entry(text, "(id: \"new-one\")") {
        Ok(changed) => assert_eq!(scan(&changed).entries.len(), found.entries.len() + 1),
        Err(EditError::Unverified { what }) => panic!("{what}: {text:?}"),
        Err(_) => {}
    }
    let _ = locate(text, &[Step::Field("id")]);
}

/// Extraction from any bytes read as text: what is proposed stands in the text, and a second time the same is proposed.
pub(crate) fn extraction(bytes: &[u8], pack: &Pack) {
    let text = String::from_utf8_lossy(bytes);
    let found = extract(&text, pack);
    proposed(&text, &found);
    assert_eq!(found, extract(&text, pack));
}

/// What must hold of proposals, whatever the text is.
fn proposed(text: &str, found: &Extraction) {
    let index = CharIndex::new(text);
    let cut = |start: u32, end: u32| {
        assert!(start < end, "{start}..{end} in {text:?}");
        index.slice(text, Span::new(start as usize, end as usize))
    };
    let ids: Vec<&str> = found.statements.iter().map(|s| s.id.as_str()).collect();
    for one in &found.statements {
        assert!(!one.content.is_empty());
        let spans = one.content.iter().chain(&one.cue).chain(&one.source);
        for quoted in spans.chain(&one.cue_also) {
            assert_eq!(cut(quoted.start, quoted.end), Some(quoted.text.as_str()));
        }
        for mention in &one.mentions {
            assert_eq!(cut(mention.start, mention.end), Some(mention.text.as_str()));
            let (low, high) = (mention.min.unwrap_or(0.0), mention.max.unwrap_or(f64::MAX));
            assert!(low <= high, "{mention:?} in {text:?}");
        }
        assert!((0.0..=1.0).contains(&one.confidence));
        let outer = one.nested_in.as_deref();
        assert!(outer.is_none_or(|o| o != one.id && ids.contains(&o)));
    }
    for missed in found.missed.iter().chain(&found.damage) {
        assert!(cut(missed.start, missed.end).is_some());
    }
}

/// Offsets in both directions, lines and clusters, on any text.
pub(crate) fn spans(text: &str, at: usize) {
    let index = CharIndex::new(text);
    let lines = LineIndex::new(text);
    for char in [0, at, at / 2, index.chars(), usize::MAX] {
        let byte = index.byte(text, char);
        assert_eq!(byte.is_some(), char <= index.chars());
        if let Some(byte) = byte {
            assert_eq!(index.char(text, byte), Some(char));
            let position = lines.position(text, byte);
            let line = lines.line(text, position.line).expect("the line is there");
            assert!(line.start <= byte);
        }
        let _ = index.is_cluster_boundary(text, char);
        let _ = lines.position(text, char);
        let _ = lines.excerpt(text, char..at, 3);
        let _ = lines.excerpt(text, at..char, 3);
        let span = Span::new(at.min(char), at.max(char));
        if let Some(words) = index.slice(text, span) {
            assert_eq!(words.chars().count(), span.len());
            assert_eq!(digest(words).len(), 16);
            assert_eq!(
                index.bytes(text, span).and_then(|b| index.span(text, b)),
                Some(span)
            );
        }
    }
}
