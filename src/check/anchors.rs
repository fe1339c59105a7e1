//! Anchors against the texts: in range, on character boundaries, and the words that were anchored.

use schemars::JsonSchema;
use serde::Serialize;

use super::{AnchorCount, Ground};
use crate::case_file::{Step, Subject, Text, Texts};
use crate::finding::{Code, Finding};
use crate::model::{Anchor, Case, Key, Statement};
use crate::text::digest;

/// How an anchor stands against the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum AnchorState {
    /// The text is as anchored.
    Verified,
    /// The text is not at hand, or nothing was kept to compare it with.
    NotVerifiedHere,
    /// The text is not as anchored.
    Orphan,
}

/// What can be wrong with one anchor.
enum Fault {
    OutOfRange { chars: usize },
    SplitsCluster,
    OtherWords,
}

/// Compares one anchor with a text.
fn compare(anchor: &Anchor, text: &Text) -> Result<AnchorState, Fault> {
    let words = text
        .index
        .slice(&text.text, anchor.span)
        .filter(|words| !words.is_empty())
        .ok_or_else(|| Fault::OutOfRange {
            chars: text.index.chars(),
        })?;
    let whole = |at| text.index.is_cluster_boundary(&text.text, at);
    if !whole(anchor.span.start) || !whole(anchor.span.end) {
        return Err(Fault::SplitsCluster);
    }
    let kept = anchor.digest.is_some() || anchor.exact().is_some();
    let same = anchor
        .digest
        .as_deref()
        .is_none_or(|kept| kept == digest(words))
        && anchor.exact().is_none_or(|exact| exact == words);
    match (kept, same) {
        (_, false) => Err(Fault::OtherWords),
        (false, true) => Ok(AnchorState::NotVerifiedHere),
        (true, true) => Ok(AnchorState::Verified),
    }
}

/// Every anchor of a statement, with the path to it in its entry.
fn anchors(statement: &Statement) -> Vec<(Vec<Step<'static>>, &Anchor)> {
    let mut all = Vec::new();
    all.extend(statement.cue.iter().map(|a| (vec![Step::Field("cue")], a)));
    all.extend(
        statement
            .source_span
            .iter()
            .map(|a| (vec![Step::Field("source_span")], a)),
    );
    let lists = [
        ("cue_also", &statement.cue_also),
        ("content", &statement.content),
    ];
    for (field, list) in lists {
        all.extend(
            list.iter()
                .enumerate()
                .map(|(i, a)| (vec![Step::Field(field), Step::Index(i)], a)),
        );
    }
    for (b, bearing) in statement.bears.iter().enumerate() {
        all.extend(bearing.part.iter().enumerate().map(|(i, a)| {
            let path = vec![
                Step::Field("bears"),
                Step::Index(b),
                Step::Field("part"),
                Step::Index(i),
            ];
            (path, a)
        }));
    }
    all
}

/// The worst state among the anchors of a statement.
pub fn statement_anchors(case: &Case, texts: &Texts, key: Key<Statement>) -> AnchorState {
    let statement = &case.statements[key];
    let Some(text) = texts.get(statement.document) else {
        return AnchorState::NotVerifiedHere;
    };
    anchors(statement)
        .into_iter()
        .map(|(_, anchor)| compare(anchor, text).unwrap_or(AnchorState::Orphan))
        .max()
        .unwrap_or(AnchorState::NotVerifiedHere)
}

/// How the anchors of all statements stand.
pub fn count_anchors(case: &Case, texts: &Texts) -> AnchorCount {
    let mut count = AnchorCount::default();
    for (_, _, statement) in case.statements.iter() {
        for (_, anchor) in anchors(statement) {
            let state = texts
                .get(statement.document)
                .map_or(AnchorState::NotVerifiedHere, |text| {
                    compare(anchor, text).unwrap_or(AnchorState::Orphan)
                });
            match state {
                AnchorState::Verified => count.verified += 1,
                AnchorState::Orphan => count.orphans += 1,
                AnchorState::NotVerifiedHere => count.not_verified_here += 1,
            }
        }
    }
    count
}

/// The check.
pub(super) fn check(ground: &Ground<'_>, findings: &mut Vec<Finding>) {
    let Ground {
        case,
        places,
        texts,
        ..
    } = ground;
    for (key, path, why) in texts.unreadable() {
        findings.push(places.finding(
            Code::FileUnreadable,
            Subject::Document(*key),
            &[Step::Field("file")],
            format!("{} is there but cannot be read: {why}", path.display()),
            "convert it to UTF-8; until then its anchors are not verified",
        ));
    }
    for (key, id, document) in case.documents.iter() {
        let Some(text) = texts.get(key) else { continue };
        if let Some(expected) = document.sha256.as_deref()
            && expected != text.sha256
        {
            findings.push(places.finding(
                Code::DocumentDiffers,
                Subject::Document(key),
                &[Step::Field("sha256")],
                format!(
                    "the text of \"{id}\" is not the one that was entered: its SHA-256 is {}…, \
                     not {}…",
                    &text.sha256[..12],
                    expected.get(..12).unwrap_or(expected)
                ),
                "find the text that was entered, or enter this one as a later version of it",
            ));
        }
        if let Some(republication) = &document.republishes {
            for (i, anchor) in republication.part.iter().enumerate() {
                let path = [
                    Step::Field("republishes"),
                    Step::Field("part"),
                    Step::Index(i),
                ];
                report(
                    ground,
                    Subject::Document(key),
                    &path,
                    anchor,
                    text,
                    findings,
                );
            }
        }
    }
    for (key, _, statement) in case.statements.iter() {
        if statement.content.is_empty() {
            findings.push(places.finding(
                Code::SpanOutOfRange,
                Subject::Statement(key),
                &[Step::Field("content")],
                "a statement has no content",
                "anchor what is said: content: [(start: 12, end: 40, digest: \"…\")]",
            ));
        }
        let text = texts.get(statement.document);
        for (path, anchor) in anchors(statement) {
            match text {
                Some(text) => {
                    report(
                        ground,
                        Subject::Statement(key),
                        &path,
                        anchor,
                        text,
                        findings,
                    );
                }
                None if anchor.span.start >= anchor.span.end => {
                    findings.push(empty(ground, Subject::Statement(key), &path, anchor));
                }
                None => {}
            }
        }
    }
    for (key, _, judgement) in case.judgements.iter() {
        for (i, words) in judgement.words.iter().enumerate() {
            let path = [Step::Field("words"), Step::Index(i)];
            if let Some(text) = texts.get(words.document) {
                report(
                    ground,
                    Subject::Judgement(key),
                    &path,
                    &words.anchor,
                    text,
                    findings,
                );
            }
        }
    }
}

fn empty(ground: &Ground<'_>, subject: Subject, path: &[Step<'_>], anchor: &Anchor) -> Finding {
    ground.places.finding(
        Code::SpanOutOfRange,
        subject,
        path,
        format!(
            "the span {}–{} ends where it begins, or before",
            anchor.span.start, anchor.span.end
        ),
        "offsets count characters from 0, the end exclusive",
    )
}

fn report(
    ground: &Ground<'_>,
    subject: Subject,
    path: &[Step<'_>],
    anchor: &Anchor,
    text: &Text,
    findings: &mut Vec<Finding>,
) {
    let span = anchor.span;
    let (code, message, hint) = match compare(anchor, text) {
        Ok(_) => return,
        Err(Fault::OutOfRange { .. }) if span.start >= span.end => {
            findings.push(empty(ground, subject, path, anchor));
            return;
        }
        Err(Fault::OutOfRange { chars }) => (
            Code::SpanOutOfRange,
            format!(
                "the span {}–{} is not in the text, which has {chars} characters",
                span.start, span.end
            ),
            by_bytes(anchor, text).unwrap_or_else(|| {
                "offsets count characters (Unicode scalar values), not bytes".to_owned()
            }),
        ),
        Err(Fault::SplitsCluster) => (
            Code::SpanSplitsCluster,
            format!(
                "the span {}–{} cuts a character from its marks",
                span.start, span.end
            ),
            "take the vowel mark or joiner at its edge in, or leave the letter out".to_owned(),
        ),
        Err(Fault::OtherWords) => (
            Code::OrphanAnchor,
            format!(
                "the text at {}–{} is not the text that was anchored",
                span.start, span.end
            ),
            by_bytes(anchor, text).unwrap_or_else(|| moved(anchor, text)),
        ),
    };
    findings.push(ground.places.finding(code, subject, path, message, hint));
}

/// Whether the span was counted in bytes, as some programs do: then the words are there.
fn by_bytes(anchor: &Anchor, text: &Text) -> Option<String> {
    let bytes = anchor.span.start..anchor.span.end;
    let words = text.text.get(bytes.clone())?;
    if anchor.digest.as_deref()? != digest(words) {
        return None;
    }
    let span = text.index.span(&text.text, bytes)?;
    Some(format!(
        "these are offsets in bytes; in characters it is start: {}, end: {}",
        span.start, span.end
    ))
}

/// Where the same words stand now, as a suggestion: never moved by itself.
fn moved(anchor: &Anchor, text: &Text) -> String {
    let nowhere = "look the words up again; `isnad anchor` prints the anchor of words";
    let Some(exact) = anchor.exact().filter(|words| !words.is_empty()) else {
        return moved_by_digest(anchor, text).unwrap_or_else(|| nowhere.to_owned());
    };
    let mut found = text.text.match_indices(exact);
    match (found.next(), found.next()) {
        (Some((byte, _)), None) => text
            .index
            .span(&text.text, byte..byte + exact.len())
            .map_or_else(
                || nowhere.to_owned(),
                |span| format!("the same words stand at {}–{} now", span.start, span.end),
            ),
        (Some(_), Some(_)) => "the same words stand in several places now".to_owned(),
        (None, _) => "the words are not in the text any more".to_owned(),
    }
}

/// Looks for the anchored words near where they were, by their digest and length.
fn moved_by_digest(anchor: &Anchor, text: &Text) -> Option<String> {
    const REACH: usize = 400;
    let kept = anchor.digest.as_deref()?;
    let length = anchor.span.len();
    let from = anchor.span.start.saturating_sub(REACH);
    (from..anchor.span.start + REACH)
        .map(|start| crate::text::Span::new(start, start + length))
        .filter(|span| *span != anchor.span)
        .find(|span| {
            text.index
                .slice(&text.text, *span)
                .is_some_and(|words| digest(words) == kept)
        })
        .map(|span| format!("the same words stand at {}–{} now", span.start, span.end))
}
