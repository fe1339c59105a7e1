//! An article's text made ready for reading: tokens with what both packs know of them, and its words by token.

use super::lexicon::{ContentPack, Entry, Script, Taken, Turn};
use crate::extraction::{Marked, Of, Piece, Seen, Survey};
use crate::text::Span;

/// A text with what is known of each token.
pub(super) struct Page<'a> {
    pub(super) pack: &'a ContentPack,
    pub(super) survey: &'a Survey,
    pub(super) taken: Vec<Taken>,
    /// The characters of the original.
    letters: Vec<char>,
    /// For each token the mention that begins there, plus one.
    marked_at: Vec<usize>,
}

impl<'a> Page<'a> {
    pub(super) fn new(text: &str, survey: &'a Survey, pack: &'a ContentPack) -> Self {
        let mut seen = std::collections::HashMap::<&str, Taken>::new();
        let taken = survey
            .tokens
            .iter()
            .map(|t| {
                if t.piece == Piece::Word {
                    seen.entry(&t.text)
                        .or_insert_with(|| pack.take(&t.text))
                        .clone()
                } else {
                    Taken::default()
                }
            })
            .collect();
        let mut marked_at = vec![0; survey.tokens.len()];
        for (k, m) in survey.marked.iter().enumerate() {
            marked_at[m.a] = k + 1;
        }
        Self {
            pack,
            survey,
            taken,
            letters: text.chars().collect(),
            marked_at,
        }
    }

    pub(super) fn arabic(&self) -> bool {
        self.pack.script == Script::Arabic
    }

    pub(super) fn len(&self) -> usize {
        self.survey.tokens.len()
    }

    pub(super) fn tok(&self, i: usize) -> Option<&Seen> {
        self.survey.tokens.get(i)
    }

    pub(super) fn piece(&self, i: usize) -> Piece {
        self.tok(i).map_or(Piece::Line, |t| t.piece)
    }

    pub(super) fn text(&self, i: usize) -> &str {
        self.tok(i).map_or("", |t| &t.text)
    }

    /// A token's letters without a conjunction that either pack sees.
    pub(super) fn bare(&self, i: usize) -> &str {
        let text = self.text(i);
        let conj = self.taken.get(i).is_some_and(|t| t.conj) || self.tok(i).is_some_and(|t| t.conj);
        if conj && self.arabic() {
            text.strip_prefix(['و', 'ف']).unwrap_or(text)
        } else {
            text
        }
    }

    pub(super) fn entry(&self, i: usize) -> Option<&Entry> {
        let taken = self.taken.get(i)?;
        if taken.key.is_empty() {
            return None;
        }
        self.pack.known(&taken.key)
    }

    pub(super) fn is(&self, i: usize, bits: u32) -> bool {
        self.entry(i).is_some_and(|e| e.sorts & bits != 0)
    }

    pub(super) fn turns(&self, i: usize, turn: Turn) -> bool {
        self.entry(i).is_some_and(|e| e.turns.contains(&turn))
    }

    pub(super) fn conj(&self, i: usize) -> bool {
        self.taken.get(i).is_some_and(|t| t.conj) || self.tok(i).is_some_and(|t| t.conj)
    }

    /// An attached preposition, or none.
    pub(super) fn prep(&self, i: usize) -> Option<char> {
        self.taken
            .get(i)
            .filter(|t| !t.key.is_empty())
            .map_or_else(|| self.tok(i).and_then(|t| t.prep), |t| t.prep)
    }

    pub(super) fn def(&self, i: usize) -> bool {
        self.tok(i).is_some_and(|t| t.def) || self.taken.get(i).is_some_and(|t| t.def)
    }

    pub(super) fn head(&self, i: usize) -> Option<Of> {
        self.tok(i).and_then(|t| t.head)
    }

    /// The mention that begins at a token.
    pub(super) fn marked(&self, i: usize) -> Option<&Marked> {
        let k = *self.marked_at.get(i)?;
        self.survey.marked.get(k.checked_sub(1)?)
    }

    /// Whether a statement's cue is a word of denying.
    pub(super) fn denies(&self, s: &crate::extraction::Proposed) -> bool {
        s.cue.as_ref().is_some_and(|cue| {
            let (a, b) = self.tokens_in(Span::new(cue.start as usize, cue.end as usize));
            (a..b).any(|k| self.is(k, super::lexicon::sort::DENY_CUE))
        })
    }

    /// The original span of tokens `a..b`.
    pub(super) fn span(&self, a: usize, b: usize) -> Span {
        let start = self.tok(a).map_or(0, |t| t.start as usize);
        let end = b
            .checked_sub(1)
            .and_then(|k| self.tok(k))
            .map_or(start, |t| t.end as usize);
        Span::new(start, end.max(start))
    }

    /// The original letters of a span.
    pub(super) fn cut(&self, span: Span) -> String {
        let end = span.end.min(self.letters.len());
        let raw: String = self.letters[span.start.min(end)..end].iter().collect();
        tidy(&raw)
    }

    /// The original letters of tokens, without the first one's clitics: `skip` folded letters.
    pub(super) fn name(&self, a: usize, b: usize) -> (String, Span) {
        let mut span = self.span(a, b);
        if self.arabic()
            && let Some(t) = self.tok(a)
        {
            let taken = &self.taken[a];
            // ك begins names (كامل) far more often than it leads one in.
            let mut skip = if t.prep == Some('ك') {
                0
            } else {
                usize::from(t.skip)
            };
            if !taken.key.is_empty() && taken.prep.is_none() && !taken.conj {
                skip = 0;
            } else if !taken.key.is_empty() {
                skip = taken.skip - if taken.def { 2.min(taken.skip) } else { 0 };
            }
            // Letters only: marks of vowels stand between them.
            let mut at = span.start;
            let mut left = skip;
            while left > 0 && at + 1 < span.end {
                at += 1;
                left -= 1;
                while at + 1 < span.end && is_mark(self.letters[at]) {
                    at += 1;
                }
            }
            span.start = at;
        }
        // للقائد is ل and القائد.
        let mut name = self.cut(span);
        if self.arabic()
            && self
                .text(a)
                .trim_start_matches(['و', 'ف'])
                .starts_with("لل")
        {
            let rest = name.trim_start_matches('ل').to_owned();
            if rest.chars().count() > 1 {
                name = format!("ال{rest}");
            }
        }
        (name, span)
    }

    /// Whether the first letter of an original word carries a damma: قُتل.
    pub(super) fn damma(&self, i: usize) -> bool {
        self.tok(i).is_some_and(|t| {
            let skip = self.taken[i].skip;
            let mut letters = 0;
            for k in t.start..t.end {
                let c = self.letters.get(k as usize).copied().unwrap_or(' ');
                if c == '\u{064F}' {
                    return letters == skip + 1;
                }
                if !is_mark(c) {
                    letters += 1;
                }
            }
            false
        })
    }

    /// The first original letter of a token is a capital.
    pub(super) fn capital(&self, i: usize) -> bool {
        self.tok(i)
            .and_then(|t| self.letters.get(t.start as usize))
            .is_some_and(|c| c.is_uppercase())
    }

    /// Tokens that lie within a span.
    pub(super) fn tokens_in(&self, span: Span) -> (usize, usize) {
        let a = self
            .survey
            .tokens
            .partition_point(|t| (t.end as usize) <= span.start);
        let b = self
            .survey
            .tokens
            .partition_point(|t| (t.start as usize) < span.end);
        (a, b.max(a))
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{064B}'..='\u{065F}' | '\u{0670}' | '\u{0640}')
}

/// Words with single spaces, no vowel marks, no quotation marks and no hashtags.
pub(in crate::drafting) fn tidy(raw: &str) -> String {
    let plain: String = raw
        .chars()
        .filter(|c| {
            !is_mark(*c)
                && !matches!(c, '"' | '«' | '»' | '“' | '”' | '#' | '(' | ')' | '‹' | '›')
                && !matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}')
        })
        .map(|c| if c == '_' { ' ' } else { c })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}
