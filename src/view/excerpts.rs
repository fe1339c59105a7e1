//! Where statements stand: the paragraph of each, with its words marked, for those whose text is at hand.
//!
//! No view for itself: pages are made from it, and never JSON, for it holds the words of others. A
//! paragraph is a line of the text. What lies far from the marked words is left out, with a gap
//! shown; the marked words never are. What the anchors do not verify is not shown at all, for it
//! may be other words.

use std::collections::BTreeMap;
use std::ops::Range;

use super::material::Material;
use crate::case_file::Text;
use crate::check::{AnchorState, statement_anchors};
use crate::model::{Anchor, Key, Statement};

/// Bytes kept on each side of marked words, about; cut at a space.
const AROUND: usize = 420;

/// What a piece of a paragraph is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Mark {
    /// Neither source nor cue nor content.
    Plain,
    /// What is conveyed.
    Content,
    /// The noun phrase that names the source.
    Source,
    /// The words of saying.
    Cue,
    /// Words left out here.
    Gap,
}

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// What it is.
    pub mark: Mark,
    /// The words, as they stand in the text; empty for a gap.
    pub text: String,
}

/// Where one statement stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExcerptView {
    /// The number of the first paragraph, counted from 1; lines without letters are not counted.
    pub paragraph: usize,
    /// How many paragraphs the text has.
    pub paragraphs: usize,
    /// Its content alone, a text for each span.
    pub content: Vec<String>,
    /// The paragraph, or the paragraphs where it stands in several.
    pub pieces: Vec<Piece>,
}

/// The excerpts of all statements that are heard, by id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ExcerptsView {
    /// By the statement's id; none where the text is not at hand, or is not as anchored.
    pub excerpts: BTreeMap<String, ExcerptView>,
}

/// So many words of a statement stand for it where it has no paraphrase.
const OPENING: usize = 8;

impl ExcerptView {
    /// Its first words in quotation marks of their script: what it is called by where nobody has paraphrased it.
    pub fn opening(&self) -> Option<String> {
        let mut words = self.content.first()?.split_whitespace();
        let some: Vec<&str> = words.by_ref().take(OPENING).collect();
        let more = words.next().is_some() || self.content.len() > 1;
        let text = some.join(" ");
        let text =
            text.trim_end_matches(|c| more && matches!(c, ',' | '،' | ';' | '؛' | ':' | '.'));
        let arabic = |c: char| matches!(c, '\u{0620}'..='\u{064A}' | '\u{066E}'..='\u{06D3}');
        let (open, close) = match text.chars().find(|c| c.is_alphabetic())? {
            letter if arabic(letter) => ('«', '»'),
            _ => ('“', '”'),
        };
        Some(format!(
            "{open}{text}{}{close}",
            if more { " …" } else { "" }
        ))
    }
}

impl ExcerptsView {
    /// The first words of each, by the statement's id.
    pub fn openings(&self) -> BTreeMap<String, String> {
        let all = self.excerpts.iter();
        all.filter_map(|(id, one)| Some((id.clone(), one.opening()?)))
            .collect()
    }

    /// Reads them off the texts at hand.
    pub fn new(material: &Material<'_>) -> Self {
        let statements = &material.case().statements;
        Self {
            excerpts: statements
                .keys()
                .filter(|key| material.analysis.heard(*key))
                .filter_map(|key| Some((statements.id(key).to_owned(), one(material, key)?)))
                .collect(),
        }
    }
}

fn one(material: &Material<'_>, key: Key<Statement>) -> Option<ExcerptView> {
    let case = material.case();
    let statement = &case.statements[key];
    let text = material.texts.get(statement.document)?;
    if statement_anchors(case, &material.texts, key) == AnchorState::Orphan {
        return None;
    }
    let bytes = |anchor: &Anchor| text.index.bytes(&text.text, anchor.span);
    let content: Vec<Range<usize>> = statement.content.iter().filter_map(bytes).collect();
    let mut marked: Vec<(Mark, Range<usize>)> = Vec::new();
    let cues = statement.cue.iter().chain(&statement.cue_also);
    marked.extend(cues.filter_map(bytes).map(|range| (Mark::Cue, range)));
    let source = statement.source_span.iter().filter_map(bytes);
    marked.extend(source.map(|range| (Mark::Source, range)));
    marked.extend(content.iter().map(|range| (Mark::Content, range.clone())));
    let first = marked.iter().map(|(_, range)| range.start).min()?;
    let last = marked.iter().map(|(_, range)| range.end).max()?;
    let start = text.text[..first].rfind('\n').map_or(0, |at| at + 1);
    let end = text.text[last..]
        .find('\n')
        .map_or(text.text.len(), |at| last + at);
    let (paragraph, paragraphs) = counted(text, first);
    Some(ExcerptView {
        paragraph,
        paragraphs,
        content: content
            .iter()
            .map(|range| text.text[range.clone()].to_owned())
            .collect(),
        pieces: pieces(&text.text, start..end, &marked),
    })
}

/// The number of the paragraph at a byte, and of all.
fn counted(text: &Text, at: usize) -> (usize, usize) {
    let paragraphs = |part: &str| {
        part.lines()
            .filter(|line| line.chars().any(char::is_alphanumeric))
            .count()
    };
    let line = text.text[..at].rfind('\n').map_or(0, |at| at + 1);
    (paragraphs(&text.text[..line]) + 1, paragraphs(&text.text))
}

/// The pieces of a range, in order; where marks overlap, cue before source before content.
fn pieces(text: &str, whole: Range<usize>, marked: &[(Mark, Range<usize>)]) -> Vec<Piece> {
    let mut cuts: Vec<usize> = marked
        .iter()
        .flat_map(|(_, range)| [range.start, range.end])
        .chain([whole.start, whole.end])
        .filter(|at| whole.start <= *at && *at <= whole.end)
        .collect();
    cuts.sort_unstable();
    cuts.dedup();
    let mut all: Vec<Piece> = Vec::new();
    for pair in cuts.windows(2) {
        let (start, end) = (pair[0], pair[1]);
        let mark = marked
            .iter()
            .filter(|(_, range)| range.start <= start && end <= range.end)
            .map(|(mark, _)| *mark)
            .max()
            .unwrap_or(Mark::Plain);
        let words = &text[start..end];
        if mark != Mark::Plain {
            all.push(Piece {
                mark,
                text: words.to_owned(),
            });
            continue;
        }
        shortened(words, start == whole.start, end == whole.end, &mut all);
    }
    all
}

/// Plain words, without what lies far from marked ones.
fn shortened(words: &str, opens: bool, closes: bool, all: &mut Vec<Piece>) {
    let plain = |text: &str| Piece {
        mark: Mark::Plain,
        text: text.to_owned(),
    };
    let gap = || Piece {
        mark: Mark::Gap,
        text: String::new(),
    };
    // A gap that saves a few words would be no service to the reader.
    let bound = if opens || closes { AROUND } else { 2 * AROUND };
    if words.len() <= bound + AROUND / 2 {
        all.push(plain(words));
        return;
    }
    // The paragraph's beginning lies far from the marked words, and so does its end.
    if !opens {
        let cut = words
            .char_indices()
            .find(|(at, c)| *at >= AROUND && c.is_whitespace())
            .map_or(words.len(), |(at, _)| at);
        all.push(plain(&words[..cut]));
    }
    all.push(gap());
    if !closes {
        let from = words.len() - AROUND;
        let cut = words
            .char_indices()
            .find(|(at, c)| *at >= from && c.is_whitespace())
            .map_or(0, |(at, c)| at + c.len_utf8());
        all.push(plain(&words[cut..]));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(pieces: &[Piece]) -> String {
        pieces
            .iter()
            .map(|piece| match piece.mark {
                Mark::Plain => piece.text.clone(),
                Mark::Content => format!("[{}]", piece.text),
                Mark::Source => format!("({})", piece.text),
                Mark::Cue => format!("<{}>", piece.text),
                Mark::Gap => "…".to_owned(),
            })
            .collect()
    }

    #[test]
    fn marked_words_are_never_cut() {
        let text = format!(
            "{} قال فلان إن الجسر مغلق {}",
            "قبل ".repeat(200),
            "بعد ".repeat(200)
        );
        let at = |words: &str| {
            let start = text.find(words).expect("it stands there");
            start..start + words.len()
        };
        let marked = [
            (Mark::Content, at("إن الجسر مغلق")),
            (Mark::Cue, at("قال")),
            (Mark::Source, at("فلان")),
        ];
        let drawn = drawn(&pieces(&text, 0..text.len(), &marked));
        assert!(drawn.contains("<قال> (فلان) [إن الجسر مغلق]"), "{drawn}");
        assert!(drawn.starts_with('…') && drawn.ends_with('…'), "{drawn}");
        assert!(drawn.len() < 1_200, "{}", drawn.len());
    }

    #[test]
    fn a_cue_inside_what_is_conveyed_stays_marked_as_one() {
        let text = "the road, he said, is shut";
        let marked = [(Mark::Content, 0..26), (Mark::Cue, 10..17)];
        assert_eq!(
            drawn(&pieces(text, 0..26, &marked)),
            "[the road, ]<he said>[, is shut]"
        );
    }
}
