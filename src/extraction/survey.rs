//! A text as extraction sees it, word by word, for layers that read more out of it than who speaks.

use super::lexicon::Pack;
use super::mention::MentionKind;
use super::pack::{Class, Of};
use super::phrase::Reader;
use super::proposal::Original;
use super::token::{Mark, Tokens};
use crate::text::fold::Folded;

/// What a surveyed token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Piece {
    Word,
    Number,
    Open,
    Close,
    Comma,
    Semicolon,
    Colon,
    Stop,
    Line,
    Dash,
    BracketOpen,
    BracketClose,
    Other,
}

/// One token of a text; offsets in Unicode scalar values of the original.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Its folded letters.
    pub(crate) text: Box<str>,
    pub(crate) piece: Piece,
    /// Folded letters before the stem (conjunction, preposition) as the pack takes it apart.
    pub(crate) skip: u8,
    pub(crate) conj: bool,
    pub(crate) prep: Option<char>,
    pub(crate) def: bool,
    /// Known to the pack.
    pub(crate) found: bool,
    /// What it names, where it heads a source.
    pub(crate) head: Option<Of>,
    pub(crate) given: bool,
    pub(crate) place: bool,
    pub(crate) preposition: bool,
    pub(crate) that: bool,
    pub(crate) relative: bool,
    pub(crate) closed: bool,
    /// A finite form of a reporting verb.
    pub(crate) says: bool,
    /// Like a verbal noun.
    pub(crate) deed: bool,
    /// Index of the partner of a quotation mark or bracket.
    pub(crate) mate: usize,
}

/// A mention as tokens.
#[derive(Debug, Clone)]
pub(crate) struct Marked {
    pub(crate) a: usize,
    pub(crate) b: usize,
    pub(crate) kind: MentionKind,
    pub(crate) range: Option<(f64, Option<f64>)>,
    pub(crate) unit: Option<(usize, usize)>,
}

/// A text surveyed.
#[derive(Debug)]
pub(crate) struct Survey {
    pub(crate) tokens: Vec<Seen>,
    /// Sentences as token ranges.
    pub(crate) sentences: Vec<(usize, usize)>,
    /// Mentions, in order, none within another.
    pub(crate) marked: Vec<Marked>,
    /// The places of datelines as token ranges: where a text was written is nobody.
    pub(crate) datelines: Vec<(usize, usize)>,
}

/// Surveys a text; linear in its length.
pub(crate) fn survey(text: &str, pack: &Pack) -> Survey {
    let folded = Folded::new(text);
    let tokens = Tokens::new(&Original::new(text), &folded, pack);
    let reader = Reader { pack, t: &tokens };
    let seen = (0..tokens.all.len())
        .map(|i| {
            let t = &tokens.all[i];
            let w = t.word;
            let span = tokens.span(i, i + 1, false);
            Seen {
                start: span.map_or(0, |s| s.start),
                end: span.map_or(0, |s| s.end),
                text: tokens.text(i).into(),
                piece: match t.mark {
                    Mark::Word => Piece::Word,
                    Mark::Number => Piece::Number,
                    Mark::Open => Piece::Open,
                    Mark::Close => Piece::Close,
                    Mark::Comma => Piece::Comma,
                    Mark::Semicolon => Piece::Semicolon,
                    Mark::Colon => Piece::Colon,
                    Mark::Stop => Piece::Stop,
                    Mark::Line => Piece::Line,
                    Mark::Dash => Piece::Dash,
                    Mark::BracketOpen => Piece::BracketOpen,
                    Mark::BracketClose => Piece::BracketClose,
                    Mark::Stray | Mark::Ellipsis | Mark::Other => Piece::Other,
                },
                skip: w.skip,
                conj: w.conj,
                prep: w.prep,
                def: w.def,
                found: w.found,
                head: pack.head(&w).map(|h| h.of),
                given: w.is(Class::GivenName),
                place: w.is(Class::Place),
                preposition: w.is(Class::Preposition) && !reader.is_name_ali(i),
                that: w.is(Class::That),
                relative: w.is(Class::Relative),
                closed: w.is(Class::Break)
                    || w.is(Class::SoftBreak)
                    || w.is(Class::Negation)
                    || w.is(Class::Auxiliary)
                    || w.is(Class::Adverb)
                    || w.is(Class::Time)
                    || w.is(Class::Without),
                says: reader.finite(i),
                deed: w.deed,
                mate: t.mate as usize,
            }
        })
        .collect();
    let datelines = super::dateline::places(&reader);
    let dated = |a: usize| datelines.iter().any(|&(from, to)| from <= a && a < to);
    let marked = tokens
        .sentences
        .iter()
        .flat_map(|&(a, b)| reader.mentions(a, b))
        .filter(|f| f.kind != MentionKind::Person || !dated(f.a))
        .map(|f| Marked {
            a: f.a,
            b: f.b,
            kind: f.kind,
            range: f.range,
            unit: f.unit,
        })
        .collect();
    Survey {
        tokens: seen,
        sentences: tokens.sentences.clone(),
        marked,
        datelines,
    }
}
