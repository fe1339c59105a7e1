//! Tokens of a folded text, with quotation marks paired and sentences cut.
//!
//! One pass gives words, numbers and marks with their places in folded and original text. A second pairs quotation marks
//! within a paragraph (a straight mark opens or closes by what it touches, else by what is open); a mark without a partner
//! is noted as damage and pairs with nothing. A third cuts sentences at full stops that no quotation and no bracket holds.
//!
//! In one file because the three passes fill one table in turn, and each relies on what the one before left.

use super::lexicon::{Pack, Seen, Word};
use super::output::Missed;
use super::pack::{Class, Script};
use super::proposal::Original;
use super::traits::Trait;
use super::vocabulary::{Wanted, letters};
use crate::text::fold::{Folded, Span};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    Word,
    Number,
    /// An opening quotation mark.
    Open,
    /// A closing quotation mark.
    Close,
    /// A quotation mark without a partner.
    Stray,
    BracketOpen,
    BracketClose,
    Comma,
    Semicolon,
    Colon,
    Stop,
    Ellipsis,
    Dash,
    Line,
    Other,
}

/// One token.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token<'a> {
    /// Its folded letters: kept here, since the rules ask for them more often than for anything else.
    pub(super) text: &'a str,
    /// First folded character.
    pub(crate) at: u32,
    /// One past the last folded character.
    pub(crate) end: u32,
    pub(crate) mark: Mark,
    pub(crate) word: Word,
    /// Whether white space stands before it.
    pub(crate) spaced: bool,
    /// Index of the partner of a quotation mark or bracket; its own index where it has none.
    pub(crate) mate: u32,
    /// Index of the innermost opening quotation mark that holds it, plus one.
    pub(crate) quote: u32,
    /// How often an unknown word stands in the text, up to a bound.
    pub(crate) count: u16,
    /// Last letter as in the original is ى (a verb) rather than ي.
    pub(crate) maqsura: bool,
    /// Begins with a capital in the original (noted for Latin script only).
    pub(crate) capital: bool,
    /// First letter of the stem as in the original carries a hamza above: أعتقد, not اعتقد.
    pub(crate) hamza: bool,
    /// A perfect whose first syllable has its u written: اتُهم, which is passive.
    pub(crate) passive: bool,
}

/// A text as tokens.
pub(crate) struct Tokens<'a> {
    pub(crate) folded: &'a Folded,
    pub(crate) all: Vec<Token<'a>>,
    /// Sentences as token ranges.
    pub(crate) sentences: Vec<(usize, usize)>,
    pub(crate) damage: Vec<Missed>,
    /// The tokens that are neither words nor numbers, and the words that the lexicon does not have: what the passes after
    /// the first look at, without walking over all the rest.
    pub(super) signs: Vec<u32>,
    pub(super) unknown: Vec<u32>,
    /// Words of which something hangs on how the original spells them.
    pub(super) spelt: Vec<u32>,
    /// Words that may be a cue, and nouns that may head a source; what later passes unlearn of a word is not taken out.
    pub(super) cues: Vec<u32>,
    pub(super) heads: Vec<u32>,
}

/// The longest sentence, in tokens: longer ones are cut, so that work stays linear on text without stops.
const LONGEST: usize = 400;
/// The longest quotation that may hold full stops, in tokens.
pub(super) const LONGEST_QUOTATION: usize = 350;

impl<'a> Tokens<'a> {
    /// Tokens of a folded text.
    pub(crate) fn new(original: &Original, folded: &'a Folded, pack: &Pack) -> Self {
        // Room enough for most texts, so that little is moved while tokens are read.
        let length = folded.text().len();
        let some = || Vec::with_capacity(length / 40);
        let mut tokens = Tokens {
            folded,
            all: Vec::with_capacity(length / 5),
            sentences: Vec::new(),
            damage: Vec::new(),
            signs: some(),
            unknown: some(),
            spelt: some(),
            cues: some(),
            heads: some(),
        };
        tokens.scan(pack);
        tokens.split_by_vocabulary(pack);
        match pack.script {
            Script::Arabic => tokens.note_maqsura(original),
            Script::Latin => tokens.note_capitals(original),
        }
        tokens.pair();
        tokens.cut(pack);
        tokens
    }

    /// The folded words of a token.
    #[inline]
    pub(crate) fn text(&self, i: usize) -> &'a str {
        self.all.get(i).map_or("", |t| t.text)
    }

    /// The folded words of a token without conjunction, preposition and article.
    #[inline]
    pub(crate) fn core(&self, i: usize) -> &'a str {
        self.without(i, |w| w.skip + w.article)
    }

    /// The folded words of a token without its conjunction and preposition, but with its article.
    #[inline]
    pub(crate) fn stem(&self, i: usize) -> &'a str {
        self.without(i, |w| w.skip)
    }

    /// The folded words of a token without so many letters, which are Arabic and so have two bytes each.
    #[inline]
    fn without(&self, i: usize, letters: impl Fn(&Word) -> u8) -> &'a str {
        let Some(t) = self.all.get(i) else { return "" };
        let from = 2 * usize::from(letters(&t.word));
        t.text.get(from..).unwrap_or("")
    }

    /// The original span of tokens `a` to `b` (exclusive), without the proclitics of the first one if `bare`.
    pub(crate) fn span(&self, a: usize, b: usize, bare: bool) -> Option<Span> {
        let first = self.all.get(a)?;
        let last = self.all.get(b.checked_sub(1)?)?;
        // للحكومة is cited whole: half of its article has merged with the preposition.
        let merged = first.word.article == 1 && first.word.prep == Some('ل');
        let skip = if bare && !merged {
            u32::from(first.word.skip)
        } else {
            0
        };
        let span = self
            .folded
            .to_original(Span::new((first.at + skip).min(first.end - 1), last.end));
        (span.end > span.start).then_some(span)
    }

    /// The span of a cue: one token without proclitics and attached pronoun.
    pub(crate) fn cue_span(&self, i: usize) -> Option<Span> {
        let t = self.all.get(i)?;
        let end = t.end - u32::from(t.word.pronoun);
        let span = self
            .folded
            .to_original(Span::new(t.at + u32::from(t.word.skip), end));
        (span.end > span.start).then_some(span)
    }

    pub(super) fn scan(&mut self, pack: &Pack) {
        let folded: &'a Folded = self.folded;
        let text = folded.text();
        let mut known = pack.vocabularies.take();
        let mut words = [Wanted::NONE; Wanted::AT_ONCE];
        let mut wanted = 0;
        let char_at = |byte: usize| text[byte..].chars().next();
        let mut at = 0u32;
        let mut spaced = true;
        let mut next = 0;
        while let Some(&first) = text.as_bytes().get(next) {
            if wanted == words.len() {
                self.look_up(&words, &mut known, pack);
                wanted = 0;
            }
            if first == b' ' {
                spaced = true;
                at += 1;
                next += 1;
                continue;
            }
            // Most words are Arabic letters up to a space or a sign, of two bytes each, and need no decoding.
            if let Some(bytes) = text.as_bytes()[next..].first_chunk()
                && let (letters @ 1.., key) = letters(bytes)
                && let end = next + 2 * letters
                && ends_word(&text.as_bytes()[end..])
            {
                words[wanted] = Wanted::at(key, narrow(self.all.len()));
                wanted += 1;
                self.add(
                    &text[next..end],
                    at,
                    at + narrow(letters),
                    Mark::Word,
                    spaced,
                );
                at += narrow(letters);
                next = end;
                spaced = false;
                continue;
            }
            let c = char_at(next).unwrap_or(' ');
            let byte = next;
            let start = at;
            at += 1;
            let mut end = byte + c.len_utf8();
            let mark = if in_word(c) {
                let mut only_digits = c.is_ascii_digit();
                // Most words end at a space, which needs no closer look.
                while text.as_bytes().get(end) != Some(&b' ')
                    && let Some(d) = char_at(end)
                {
                    let b = end;
                    let inside = in_word(d)
                        || (d == '\'' || d == '’')
                            && pack.script == Script::Latin
                            && text[b + d.len_utf8()..].starts_with(|e: char| e.is_alphabetic());
                    // A decimal or thousands mark between digits.
                    let numeric = only_digits
                        && matches!(d, '.' | ',' | '،' | ':' | '٫' | '٬')
                        && text[b + d.len_utf8()..].starts_with(|e: char| e.is_ascii_digit());
                    // و350: a conjunction or preposition before a number.
                    let joined =
                        end - byte == 2 && matches!(c, 'و' | 'ب' | 'ل' | 'ف') && d.is_ascii_digit();
                    if !(inside || numeric) || joined {
                        break;
                    }
                    only_digits &= d.is_ascii_digit() || numeric;
                    end = b + d.len_utf8();
                    at += 1;
                }
                if only_digits {
                    Mark::Number
                } else {
                    Mark::Word
                }
            } else {
                match c {
                    '"' | '«' | '»' | '“' | '”' | '„' | '‟' | '″' | '＂' | '‹' | '›' => {
                        Mark::Stray
                    }
                    '(' | '[' | '{' => Mark::BracketOpen,
                    ')' | ']' | '}' => Mark::BracketClose,
                    '،' | ',' => Mark::Comma,
                    '؛' | ';' => Mark::Semicolon,
                    ':' => Mark::Colon,
                    '.' | '!' | '?' | '؟' | '۔' | '…' => {
                        let mut dots = 1;
                        while let Some(d) = char_at(end) {
                            if !matches!(d, '.' | '!' | '?' | '؟' | '…') {
                                break;
                            }
                            dots += 1;
                            end += d.len_utf8();
                            at += 1;
                        }
                        if c == '…' || dots > 1 && c == '.' {
                            Mark::Ellipsis
                        } else {
                            Mark::Stop
                        }
                    }
                    '-' | '–' | '—' | '−' => {
                        while char_at(end) == Some('-') {
                            end += 1;
                            at += 1;
                        }
                        Mark::Dash
                    }
                    '\n' => Mark::Line,
                    _ => Mark::Other,
                }
            };
            match mark {
                Mark::Word => {
                    words[wanted] = Wanted::of(&text[byte..end], narrow(self.all.len()));
                    wanted += 1;
                }
                Mark::Number => {}
                _ => self.signs.push(narrow(self.all.len())),
            }
            next = end;
            self.add(&text[byte..end], start, at, mark, spaced);
            spaced = mark == Mark::Line;
        }
        self.look_up(&words[..wanted], &mut known, pack);
        pack.vocabularies.give(known);
    }

    /// Adds a token.
    #[inline]
    fn add(&mut self, text: &'a str, at: u32, end: u32, mark: Mark, spaced: bool) {
        let index = narrow(self.all.len());
        self.all.push(Token {
            text,
            at,
            end,
            mark,
            word: Word::NONE,
            spaced,
            mate: index,
            quote: 0,
            count: 0,
            maqsura: false,
            capital: false,
            hamza: false,
            passive: false,
        });
    }

    /// Takes a conjunction or preposition off an unknown word whose rest stands elsewhere in the text as a word of its own:
    /// لماكماستر where ماكماستر is written too.
    pub(super) fn split_by_vocabulary(&mut self, pack: &Pack) {
        if pack.script != Script::Arabic {
            return;
        }
        // العالم is the world, save before a name, an adjective in -y or where he works.
        for k in 0..self.heads.len() {
            let i = self.heads[k] as usize;
            if self.all[i].word.def && self.core(i) == "عالم" {
                let next = self.all.get(i + 1).map_or(Word::default(), |t| t.word);
                let scholar = self.all.get(i + 1).is_some_and(|t| t.mark == Mark::Word)
                    && (next.is(Class::GivenName)
                        || next.prep == Some('ب')
                        || next.def && next.prep.is_none() && self.text(i + 1).ends_with('ي'));
                if !scholar || self.all[i].word.prep.is_some() {
                    self.all[i].word.known.head = 0;
                }
            }
        }
        let unknown = std::mem::take(&mut self.unknown);
        let mut seen: Seen<'a, u16> = Seen::default();
        seen.reserve((unknown.len() / 2).min(1 << 12));
        for &i in &unknown {
            let t = &self.all[i as usize];
            if t.end - t.at > 2 && seen.len() < 1 << 16 {
                let n = seen.entry(t.text).or_insert(0);
                *n = n.saturating_add(1);
            }
        }
        for i in unknown {
            let i = i as usize;
            // لهيطة, met again and again, and never هيطة: the letter is its own.
            let w = self.all[i].word;
            if w.prep.is_some()
                && w.skip == 1
                && !w.deed
                && seen.get(self.text(i)).is_some_and(|&n| n > 1)
                && !seen.contains_key(super::lexicon::tail(self.text(i), 1))
            {
                let count = seen.get(self.text(i)).copied().unwrap_or(0);
                self.all[i].word = Word::unknown(&w);
                self.all[i].count = count;
                continue;
            }
            if w.skip > 0 || self.all[i].end - self.all[i].at < 4 {
                continue;
            }
            let text = self.text(i);
            let first = text.chars().next().unwrap_or(' ');
            let count = seen.get(text).copied().unwrap_or(0);
            if !matches!(first, 'و' | 'ف' | 'ب' | 'ل' | 'ك')
                || !seen.contains_key(super::lexicon::tail(text, 1))
            {
                self.all[i].count = count;
                continue;
            }
            let word = &mut self.all[i].word;
            word.skip = 1;
            (word.mention, word.placing, word.known.number) = (true, true, true);
            word.known.traits.note_taken_apart_anew();
            if matches!(first, 'و' | 'ف') {
                word.conj = true;
            } else {
                word.prep = Some(first);
            }
        }
    }

    /// Notes the words that end in alef maqsura in the original, in one walk.
    pub(super) fn note_maqsura(&mut self, original: &Original) {
        let folded = self.folded;
        let mut changed = folded.changed();
        // The letter as in the original where that is another, which is asked of one after the other.
        let mut written = |at: u32, place: u32| {
            while changed.first().is_some_and(|&c| c < at) {
                changed = &changed[1..];
            }
            let other = changed.first() == Some(&at);
            other.then(|| original.char(place)).flatten()
        };
        for i in std::mem::take(&mut self.spelt) {
            let Some(token) = self.all.get_mut(i as usize) else {
                continue;
            };
            let w = &token.word;
            // ألا, the that-word with its negation, is one with إلا in folding.
            let except = w.is(Class::NotBeforeThat) && token.text == "الا";
            let asked =
                w.known.verb != 0 || w.deed || w.def && !w.found || w.is(Class::That) || except;
            // Of most words no more is asked than their last letter.
            if asked {
                // آن is a name, not the that-word that folding makes of it.
                let an = token.end - token.at == 2 && token.word.is(Class::That);
                // ألتون begins with no article, though folding writes it so.
                let article = token.word.def
                    && !token.word.found
                    && token.word.article == 2
                    && token.word.prep.is_none();
                let lead = token.at
                    + if article {
                        u32::from(token.word.skip)
                    } else {
                        0
                    };
                let first = token.word.known.verb != 0
                    && token.word.skip == 0
                    && !article
                    && token.text.starts_with('ا');
                // أسعار has the letters of a verbal noun, but those begin with إ.
                let deed = token.word.deed && !token.word.found && !article && !an;
                let lead = if deed {
                    token.at + u32::from(token.word.skip + token.word.article)
                } else {
                    lead
                };
                if an || article || first || deed || except {
                    let c = written(lead, folded.origin_of(lead));
                    if deed {
                        token.word.deed = c != Some('أ');
                    } else if first || except {
                        token.hamza = c == Some('أ');
                    } else if an && c == Some('آ') {
                        token.word = Word::unknown(&token.word);
                    } else if article && matches!(c, Some('أ' | 'إ' | 'آ')) {
                        token.word.def = false;
                        token.word.article = 0;
                        (token.word.mention, token.word.placing) = (true, true);
                        token.word.known.traits.note_taken_apart_anew();
                    }
                }
            }
            if token.word.known.verb != 0
                && token.word.known.form.tense == super::inflect::Tense::Past
            {
                let skip = u32::from(token.word.skip);
                let lead = folded.origin_of(token.at + skip);
                let place = folded.origin_of(token.end - 1);
                // More characters in the original than letters: some are vowel marks.
                let letters = (token.end - token.at).saturating_sub(skip).max(1);
                token.passive = place.saturating_sub(lead) >= letters
                    && (lead..place.min(lead + 4)).any(|k| original.char(k) == Some('\u{64F}'));
            }
            // What folds to another letter is no alef maqsura, and وصفة is a noun, which folding makes one with وصفه, he
            // described it.
            let attached = token.word.known.verb != 0
                && token.word.pronoun > 0
                && token.word.has(Trait::EndsHa);
            if !attached && !token.word.has(Trait::EndsYa) {
                continue;
            }
            let c = written(token.end - 1, folded.origin_of(token.end - 1));
            token.maqsura = c == Some('ى');
            if attached && c == Some('ة') {
                token.word.known.verb = 0;
                token.word.pronoun = 0;
            }
        }
    }

    /// Cuts sentences.
    pub(super) fn cut(&mut self, pack: &Pack) {
        let mut start = 0;
        let n = self.all.len();
        let mut i = 0;
        while i < n {
            if matches!(self.all[i].mark, Mark::Word | Mark::Number) && i - start < LONGEST {
                i += 1;
                continue;
            }
            // د. فلان، إف.إم: the stop ends nothing.
            if pack.script == Script::Arabic
                && self.all[i].mark == Mark::Stop
                && self.abbreviation(i)
            {
                self.all[i].mark = Mark::Other;
            }
            let t = &self.all[i];
            let held = t.quote != 0;
            let boundary = match t.mark {
                Mark::Line => !held,
                Mark::Stop => !held && !self.abbreviation(i) && !self.in_bracket(i, start),
                // A dateline: place (agency) --
                Mark::Dash => t.end - t.at > 1 && i - start < 14,
                _ => i - start >= LONGEST,
            };
            if boundary {
                // A closing mark after the stop belongs to the sentence.
                let mut end = i + 1;
                while end < n
                    && self.all[end].mark == Mark::Close
                    && !self.all[end].spaced
                    && (self.all[end].mate as usize) < i
                    && (self.all[end].mate as usize) >= start
                {
                    end += 1;
                }
                if end > start {
                    self.sentences.push((start, end));
                }
                start = end;
                i = end;
                continue;
            }
            // A quotation that ends in a stop and is followed by a new sentence: "… ." وقال
            if t.mark == Mark::Close
                && i > start
                && matches!(self.all[i - 1].mark, Mark::Stop)
                && self.starts_sentence(i + 1, pack)
            {
                self.sentences.push((start, i + 1));
                start = i + 1;
            }
            i += 1;
        }
        if start < n {
            self.sentences.push((start, n));
        }
        self.sentences
            .retain(|&(a, b)| self.all[a..b].iter().any(|t| t.mark == Mark::Word));
    }

    /// Whether a new sentence may begin here, after a quotation that ended in a full stop.
    pub(super) fn starts_sentence(&self, i: usize, pack: &Pack) -> bool {
        let Some(t) = self.all.get(i) else {
            return true;
        };
        match pack.script {
            Script::Arabic => t.mark == Mark::Word && t.word.conj,
            Script::Latin => false,
        }
    }

    /// Whether a bracket that opened a few tokens before is still open: (بي.اف.ام).
    pub(super) fn in_bracket(&self, i: usize, start: usize) -> bool {
        (i.saturating_sub(12).max(start)..i).any(|k| {
            self.all[k].mark == Mark::BracketOpen
                && self.all[k].mate as usize > i
                && self.all[k].mate as usize <= i + 30
        })
    }

    /// Whether the stop at `i` follows a single letter (a title or an initial) or stands between Latin letters.
    pub(super) fn abbreviation(&self, i: usize) -> bool {
        if self.text(i) != "." || i == 0 {
            return false;
        }
        let before = &self.all[i - 1];
        let single = before.mark == Mark::Word && before.end - before.at == 1;
        let tight = self
            .all
            .get(i + 1)
            .is_some_and(|t| !t.spaced && t.mark == Mark::Word);
        let title = matches!(
            self.text(i - 1),
            "mr" | "mrs"
                | "ms"
                | "dr"
                | "gen"
                | "col"
                | "sen"
                | "rep"
                | "gov"
                | "st"
                | "lt"
                | "prof"
                | "brig"
                | "capt"
                | "maj"
                | "sgt"
                | "cmdr"
                | "adm"
                | "lieut"
                | "hon"
                | "rev"
        );
        // "On Aug. 10", "No. 2".
        let numbered = matches!(
            self.text(i - 1),
            "jan" | "feb" | "mar" | "apr" | "aug" | "sep" | "sept" | "oct" | "nov" | "dec" | "no"
        ) && self.all.get(i + 1).is_some_and(|t| t.mark == Mark::Number);
        single && !before.word.is(Class::Plain)
            || title
            || numbered
            || tight
                && before.mark == Mark::Word
                && before.end - before.at <= 3
                && self.all[i + 1].end - self.all[i + 1].at <= 3
            || tight && self.text(i + 1).is_ascii() && self.text(i - 1).is_ascii()
    }
}

/// Whether a folded character belongs to a word; Arabic and ASCII are told apart without the Unicode tables.
#[inline]
fn in_word(c: char) -> bool {
    match c {
        'a'..='z' | '0'..='9' | 'ء'..='غ' | 'ف'..='ي' => true,
        '\0'..='\u{7F}' | '\u{060C}' | '\u{061B}' | '\u{061F}' => false,
        _ => c.is_alphanumeric(),
    }
}

/// Whether a word of Arabic letters ends before these bytes: before a space, an Arabic comma or common ASCII that is in no
/// word. Of what else may stand there a closer look tells.
#[inline]
fn ends_word(after: &[u8]) -> bool {
    match after {
        [] | [b' ', ..] | [0xD8, 0x8C, ..] => true,
        [b, ..] => b.is_ascii() && !b.is_ascii_alphanumeric() && *b != b'\'',
    }
}

/// Indices fit in 32 bits: a text of more than four billion characters is refused before.
pub(crate) fn narrow(i: usize) -> u32 {
    u32::try_from(i).unwrap_or(u32::MAX)
}
