//! A text by words and sentences, with character offsets; and what is said aside of a statement («بعد ساعات من إعلان …»).

use super::ground::Ground;
use crate::extraction::{Proposed, Quoted};
use crate::text::fold::fold;

/// A word of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::drafting) struct Word {
    /// First character, punctuation aside.
    pub(in crate::drafting) start: usize,
    /// One past the last, punctuation aside.
    pub(in crate::drafting) end: usize,
    /// Folded.
    pub(in crate::drafting) folded: String,
    /// The punctuation after it.
    pub(in crate::drafting) after: String,
}

/// Whether no punctuation stands behind any of some words.
pub(super) fn quiet(words: &[Word]) -> bool {
    words.iter().all(|w| w.after.is_empty())
}

/// A text by its characters.
#[derive(Debug)]
pub(in crate::drafting) struct Prose {
    chars: Vec<char>,
}

impl Prose {
    pub(in crate::drafting) fn new(text: &str) -> Self {
        Self {
            chars: text.chars().collect(),
        }
    }

    /// The words of a span as written.
    pub(in crate::drafting) fn slice(&self, start: usize, end: usize) -> String {
        let end = end.min(self.chars.len());
        self.chars[start.min(end)..end].iter().collect()
    }

    pub(super) fn quoted(&self, start: usize, end: usize) -> Quoted {
        Quoted {
            start: start as u32,
            end: end as u32,
            text: self.slice(start, end),
        }
    }

    /// The sentence in which a character stands: a full stop ends it but behind a single letter ("U.S.") or a digit.
    pub(in crate::drafting) fn sentence(&self, at: usize) -> (usize, usize) {
        let at = at.min(self.chars.len());
        let start = (0..at).rev().find(|n| self.ends(*n)).map_or(0, |n| n + 1);
        let end = (at..self.chars.len())
            .find(|n| self.ends(*n))
            .unwrap_or(self.chars.len());
        (start, end)
    }

    /// The sentences in turn, each with where it begins, where it ends and its words.
    pub(in crate::drafting) fn sentences(&self) -> impl Iterator<Item = (usize, usize, Vec<Word>)> {
        let mut at = 0;
        std::iter::from_fn(move || {
            (at < self.chars.len()).then(|| {
                let (start, end) = self.sentence(at);
                at = end.max(at) + 1;
                (start, end, self.words(start, end))
            })
        })
    }

    fn ends(&self, n: usize) -> bool {
        match self.chars[n] {
            '\n' | '!' | '?' | '؟' => true,
            '.' => {
                let next = self.chars.get(n + 1);
                // «عاجل..» opens a title and ends no sentence.
                if n > 0 && self.chars[n - 1] == '.' || next == Some(&'.') {
                    return false;
                }
                let alone = n >= 2
                    && self.chars[n - 1].is_uppercase()
                    && !self.chars[n - 2].is_alphabetic()
                    || n == 1 && self.chars[0].is_uppercase();
                !alone
                    && !self.shortened(n)
                    && next.is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '”' | '»'))
            }
            _ => false,
        }
    }

    /// "Gen. Karam", "on Aug. 10": the stop at `n` ends a word cut short.
    fn shortened(&self, n: usize) -> bool {
        const LONG: usize = 6;
        let from = (n.saturating_sub(LONG)..n)
            .rev()
            .take_while(|&k| self.chars[k].is_ascii_alphabetic())
            .last();
        let word = from.map(|k| self.slice(k, n).to_lowercase());
        let next = self.chars.get(n + 2);
        match word.as_deref() {
            Some(
                "mr" | "mrs" | "ms" | "dr" | "gen" | "col" | "sen" | "rep" | "gov" | "lt" | "prof"
                | "brig" | "capt" | "maj" | "sgt" | "cmdr" | "adm" | "rev",
            ) => next.is_some_and(|c| c.is_uppercase()),
            Some(
                "jan" | "feb" | "mar" | "apr" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec"
                | "no",
            ) => next.is_some_and(char::is_ascii_digit),
            _ => false,
        }
    }

    /// The words between two characters.
    pub(in crate::drafting) fn words(&self, start: usize, end: usize) -> Vec<Word> {
        let end = end.min(self.chars.len());
        let mut all = Vec::new();
        let mut at = start;
        while at < end {
            if self.chars[at].is_whitespace() {
                at += 1;
                continue;
            }
            let from = at;
            while at < end && !self.chars[at].is_whitespace() {
                at += 1;
            }
            let solid = |c: char| c.is_alphanumeric() || is_mark(c);
            let first = (from..at).find(|n| solid(self.chars[*n]));
            let last = (from..at).rev().find(|n| solid(self.chars[*n]));
            if let (Some(first), Some(last)) = (first, last) {
                all.push(Word {
                    start: first,
                    end: last + 1,
                    folded: fold(&self.slice(first, last + 1)),
                    after: self.slice(last + 1, at),
                });
            } else if let Some(word) = all.last_mut() {
                word.after.push_str(&self.slice(from, at));
            }
        }
        all
    }

    /// How many characters there are.
    pub(super) fn len(&self) -> usize {
        self.chars.len()
    }

    pub(in crate::drafting) fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }
}

fn is_mark(c: char) -> bool {
    matches!(c, '\u{064b}'..='\u{065f}' | '\u{0670}' | '\u{0640}')
}

/// A word that begins an aside of time or contrast: what follows is somebody else's, told by the one who writes.
const ASIDE: &[&str] = &[
    "بعد",
    "قبل",
    "منذ",
    "عقب",
    "اثر",
    "غداه",
    "فور",
    "بعيد",
    "قبيل",
    "رغم",
    "خلافا",
    "after",
    "before",
    "since",
    "despite",
    "although",
    "though",
    "while",
    "whereas",
    "hours",
    "days",
    "weeks",
];

/// What may stand between that word and the saying: a stretch of time.
const STRETCH: &[&str] = &[
    "من",
    "على",
    "عن",
    "ل",
    "يوم",
    "يومين",
    "ايام",
    "ساعه",
    "ساعات",
    "ساعتين",
    "اسبوع",
    "اسبوعين",
    "اسابيع",
    "شهر",
    "شهرين",
    "اشهر",
    "سنه",
    "دقايق",
    "قليله",
    "قليل",
    "فقط",
    "نحو",
    "اقل",
    "اكثر",
    "عده",
    "بضعه",
    "وقت",
    "قصير",
    "واحد",
    "after",
    "the",
    "a",
    "an",
    "just",
    "hours",
    "days",
    "its",
    "that",
    "ان",
    "اعلنت",
    "اعلن",
    "had",
];

/// «أكدت الوزارة مقتله، بعد ساعات من إعلان المرصد النبأ»: the second is not said by the first. It stands by itself then,
/// and where it closes the first one's content, that ends before it.
pub(super) fn aside(ground: &Ground, statements: &mut [Proposed]) {
    for n in 0..statements.len() {
        let Some(outer) = statements[n].outer(statements) else {
            continue;
        };
        let Some(cue) = &statements[n].cue else {
            continue;
        };
        let source = statements[n].source.as_ref();
        let head = source.map_or(cue.start, |s| s.start.min(cue.start)) as usize;
        let Some(held) = statements[outer]
            .content
            .iter()
            .position(|c| (c.start as usize) < head && head < c.end as usize)
        else {
            continue;
        };
        let content = &statements[outer].content[held];
        let words = ground.prose.words(content.start as usize, head);
        let Some(at) = words
            .iter()
            .rposition(|w| ASIDE.contains(&w.folded.as_str()))
        else {
            continue;
        };
        // The stretch of time may have its own words before it: "a day after", "hours after".
        let plain =
            |w: &str| STRETCH.contains(&w) || ASIDE.contains(&w) || w.chars().all(char::is_numeric);
        if !words[at + 1..].iter().all(|w| plain(&w.folded)) || words.len() - at > 6 {
            continue;
        }
        let mut first = at;
        while first > 0
            && words[first - 1].after.is_empty()
            && matches!(
                words[first - 1].folded.as_str(),
                "a" | "an"
                    | "day"
                    | "week"
                    | "month"
                    | "year"
                    | "few"
                    | "hours"
                    | "days"
                    | "weeks"
                    | "months"
                    | "years"
                    | "some"
                    | "just"
                    | "only"
                    | "shortly"
            )
        {
            first -= 1;
        }
        let up = statements[outer].nested_in.clone();
        let last = statements[n].content.last().map_or(0, |c| c.end);
        let content = &mut statements[outer].content[held];
        if first > 0 && content.end <= last + 3 {
            let end = words[first - 1].end as u32;
            content.text = ground.prose.slice(content.start as usize, end as usize);
            content.end = end;
        } else if first == 0 && content.end <= last + 3 {
            // Nothing would be left of the outer content: then it is no aside.
            continue;
        }
        statements[n].nested_in = up;
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A text and its words.
    pub(in crate::drafting::mending) fn words(text: &str) -> (Prose, Vec<Word>) {
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        (prose, words)
    }
}
