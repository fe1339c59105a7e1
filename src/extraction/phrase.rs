//! Noun phrases: where a source begins and ends.
//!
//! There is no tagger: a phrase grows from its first noun over what can belong to it (articles, adjectives, names, short
//! quoted names, a bracket, one or two prepositional phrases after a noun of office, an apposition between commas) and
//! stops at a that-word, a verb, a word of time, an adverb, or where a complete phrase meets an indefinite verbal noun,
//! which is then the object.

use super::inflect::Tense;
use super::lexicon::{Pack, Word};
use super::pack::{Class, Of, Script};
use super::token::{Mark, Token, Tokens};
use super::traits::Trait;

/// A text being read, with its pack.
pub(crate) struct Reader<'a> {
    pub(crate) pack: &'a Pack,
    pub(crate) t: &'a Tokens<'a>,
}

/// A noun phrase as token indices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Np {
    pub(crate) a: usize,
    pub(crate) b: usize,
    /// Token of the head noun, if the pack knows it, plus one.
    pub(crate) head: usize,
    /// The proper name in it, empty if none.
    pub(crate) name: (usize, usize),
}

/// How a phrase is read.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Reading {
    /// The verb takes an object: an indefinite verbal noun after a complete phrase ends it.
    pub(crate) object: bool,
    /// The verb's content is opened by ب.
    pub(crate) with_b: bool,
    /// No appositions.
    pub(crate) plain: bool,
    /// The first token's preposition is part of what leads in.
    pub(crate) led: bool,
}

impl<'a> Reader<'a> {
    #[inline]
    pub(crate) fn tok(&self, i: usize) -> Option<&'a Token<'a>> {
        self.t.all.get(i)
    }

    /// What is known of a token: of what is none, nothing.
    #[inline]
    pub(crate) fn word_at(&self, i: usize) -> &'a Word {
        self.t.all.get(i).map_or(&Word::NONE, |t| &t.word)
    }

    /// The same where one thing is asked of it; where more is, the copy costs.
    #[inline]
    pub(crate) fn w(&self, i: usize) -> Word {
        *self.word_at(i)
    }

    #[inline]
    pub(crate) fn is(&self, i: usize, class: Class) -> bool {
        self.t.all.get(i).is_some_and(|t| t.word.is(class))
    }

    #[inline]
    pub(crate) fn mark(&self, i: usize) -> Mark {
        self.t.all.get(i).map_or(Mark::Line, |t| t.mark)
    }

    #[inline]
    pub(crate) fn mate(&self, i: usize) -> usize {
        self.t.all.get(i).map_or(i, |t| t.mate as usize)
    }

    /// Whether a token is a finite form of a reporting verb (and not rather a noun).
    #[inline]
    pub(crate) fn finite(&self, i: usize) -> bool {
        // Few words are a form of one: all others are told here, where the call is.
        self.w(i).known.verb != 0 && self.finite_verb(i)
    }

    /// Length of a fixed phrase of a class that begins at `i`, 0 if none.
    #[inline]
    pub(crate) fn phrase(&self, i: usize, class: Class) -> usize {
        // Few words begin a phrase, and fewer one of a class that is asked for often: all others are told here, where the call is.
        let begins = |w: &Word| {
            w.phrase
                && match class {
                    Class::Adverb => w.has(Trait::AdverbPhrase),
                    Class::Break => w.has(Trait::BreakPhrase),
                    _ => true,
                }
        };
        let goes_on = |t: &Token| t.mark != Mark::Word || t.word.has(Trait::Second);
        if self.tok(i).is_some_and(|t| begins(&t.word))
            && (self.tok(i + 1).is_some_and(goes_on) || self.pack.lone_phrases)
        {
            self.fixed_phrase(i, class)
        } else {
            0
        }
    }

    /// Length of a fixed phrase that a word does begin, of whatever class.
    fn fixed_phrase(&self, i: usize, class: Class) -> usize {
        let stem = self.t.stem(i);
        let Some(list) = self
            .pack
            .phrases
            .get(stem)
            .or_else(|| self.pack.phrases.get(self.t.text(i)))
        else {
            return 0;
        };
        let from = list.partition_point(|p| p.class < class);
        let next = self.t.text(i + 1);
        list[from..]
            .iter()
            .take_while(|p| p.class == class)
            .filter(|p| match p.words.get(1..) {
                Some([second, rest @ ..]) => {
                    second == next
                        && rest
                            .iter()
                            .enumerate()
                            .all(|(k, w)| self.t.text(i + 2 + k) == w)
                }
                _ => true,
            })
            .map(|p| p.words.len())
            .max()
            .unwrap_or(0)
    }

    /// Whether a noun can begin a phrase here.
    pub(crate) fn starts(&self, i: usize, led: bool) -> bool {
        let w = self.word_at(i);
        if self
            .tok(i)
            .is_some_and(|t| t.mark == Mark::Word && t.end - t.at == 1)
            && self.pack.script == Script::Arabic
        {
            return false;
        }
        if matches!(self.t.text(i), "كيف" | "لماذا" | "متي" | "اين") {
            return false;
        }
        if w.is(Class::Doing) && !w.def && w.known.head == 0 {
            return false;
        }
        match self.mark(i) {
            Mark::Number => true,
            Mark::Word => {
                if w.is(Class::That)
                    || w.is(Class::Relative)
                    || w.is(Class::Negation)
                    || w.is(Class::Break)
                    || w.is(Class::SoftBreak)
                    || w.is(Class::Adverb)
                    || w.is(Class::Auxiliary)
                {
                    return false;
                }
                if w.is(Class::Preposition) && !self.is_name_ali(i)
                    || (w.is(Class::Time) || w.is(Class::Month)) && w.known.head == 0
                {
                    return false;
                }
                if w.prep.is_some() && !led
                    || w.is(Class::Addressee) && w.prep.is_none() && self.t.text(i).starts_with('ل')
                {
                    return false;
                }
                if self.pack.script == Script::Arabic
                    && matches!(w.known.form.tense, Tense::Participle)
                    && w.known.verb != 0
                    && w.known.head == 0
                {
                    return false;
                }
                !self.finite(i) && !matches!(self.t.text(i), "ما" | "مما") && !w.is(Class::Saying)
            }
            _ => false,
        }
    }

    /// Reads a noun phrase from `from`, not past `end`.
    pub(crate) fn noun_phrase(&self, from: usize, end: usize, how: Reading) -> Option<Np> {
        let end = end.min(from + 45);
        let mut i = from;
        let mut head = 0usize;
        let mut head_of: Option<Of> = None;
        let mut prepositions = 0;
        let mut last = from;
        let mut quoted_start = false;
        let mut a = from;
        if self.mark(i) == Mark::Open && self.names(i, end) {
            let m = self.mate(i);
            a = i + 1;
            last = m;
            if let Some(k) =
                (a..m).find(|&k| self.pack.head(&self.w(k)).is_some_and(|h| h.of == Of::Name))
            {
                head = k + 1;
                head_of = Some(Of::Name);
            } else if let Some(h) = self.pack.head(&self.w(a))
                && h.of == Of::Undisclosed
            {
                // "مصدر رسمي" قوله: withheld, though quoted.
                head = a + 1;
                head_of = Some(h.of);
            }
            i = m + 1;
            quoted_start = true;
            // "دي فيلت" اليمينية: the adjective is left out, the name being enough.
        } else if !self.starts(i, how.led) {
            return None;
        }
        let mut appositions = 0;
        // كل من فلان وفلان
        if matches!(self.t.text(i), "كل" | "كلا" | "كلتا")
            && self.t.text(i + 1) == "من"
            && self.starts(i + 2, false)
            && i + 2 < end
        {
            if let Some(h) = self.pack.head(&self.w(i + 2)) {
                head = i + 3;
                head_of = Some(h.of);
            }
            last = i + 3;
            i += 3;
            // كل من كذا، كذا وكذا
            while self.mark(i) == Mark::Comma
                && self.mark(i + 1) == Mark::Word
                && i + 2 < end
                && (self
                    .pack
                    .head(&self.w(i + 1))
                    .is_some_and(|h| h.of == Of::Name)
                    || self.t.text(i + 1) == "ابو")
            {
                i += 2 + usize::from(self.t.text(i + 1) == "ابو");
                last = i;
            }
        }
        // أكثر من مصدر، أكثر من عشرة شهود
        if matches!(self.t.text(i), "اكثر" | "اقل")
            && self.t.text(i + 1) == "من"
            && i + 2 < end
            && (self.mark(i + 2) == Mark::Number || self.starts(i + 2, false))
        {
            let noun = i + 2 + usize::from(self.w(i + 2).known.head == 0);
            if noun < end
                && let Some(h) = self.pack.head(&self.w(noun))
            {
                head = noun + 1;
                head_of = Some(h.of);
                last = noun + 1;
                i = noun + 1;
            }
        }
        while i < end {
            let w = self.word_at(i);
            match self.mark(i) {
                // وزارة كذا أو "كذا"
                Mark::Word
                    if i > from
                        && self.t.text(i) == "او"
                        && self.mark(i + 1) == Mark::Open
                        && self.mate(i + 1) <= i + 4
                        && self.mate(i + 1) < end =>
                {
                    i = self.mate(i + 1) + 1;
                    last = i;
                }
                Mark::Word => {
                    let first = i == from;
                    if !first && !self.goes_on(i, last, head_of, how) {
                        // A preposition may still belong to a noun of office.
                        if prepositions < 3
                            && !quoted_start
                            && self.is(i, Class::Preposition)
                            && matches!(self.mark(i + 1), Mark::BracketOpen | Mark::Open)
                            && self.t.text(i) == "في"
                            && head_of == Some(Of::Person)
                            && self.mate(i + 1) > i + 1
                            && self.mate(i + 1) <= i + 6
                            && self.mate(i + 1) < end
                        {
                            // القيادي في (جيش كذا)
                            prepositions += 1;
                            i = self.mate(i + 1) + 1;
                            last = i;
                            continue;
                        }
                        if prepositions < 3
                            && !quoted_start
                            && self.is(i, Class::Preposition)
                            && self.belongs(i, last, head_of, end)
                        {
                            prepositions += 1;
                            i += 1;
                            // في شمال كذا
                            if self.is(i, Class::Preposition) {
                                i += 1;
                            }
                            // العديد من السكان: what they are is the head.
                            if head == 0
                                && self.t.text(i - 1) == "من"
                                && let Some(h) = self.pack.head(&self.w(i))
                            {
                                head = i + 1;
                                head_of = Some(h.of);
                            }
                            last = i + 1;
                            i += 1;
                            continue;
                        }
                        break;
                    }
                    if quoted_start && !(w.def && w.prep.is_none() && !w.conj && w.known.head == 0)
                    {
                        break;
                    }
                    if head == 0
                        && let Some(h) = self.pack.head(w)
                    {
                        head = i + 1;
                        head_of = Some(h.of);
                    } else if head != 0
                        && i == head
                        && let Some(h) = self.pack.head(w)
                        && matches!(head_of, Some(Of::Person))
                        && self
                            .pack
                            .head(&self.w(head - 1))
                            .is_some_and(|f| f.of == Of::Person)
                        && h.of == Of::Person
                        && self.is(head - 1, Class::Determiner)
                    {
                        head = i + 1;
                    }
                    if w.prep.is_some() && !first {
                        prepositions += 1;
                    }
                    last = i + 1;
                    i += 1;
                }
                Mark::Number => {
                    if i != from && (i != from + 1) {
                        break;
                    }
                    last = i + 1;
                    i += 1;
                }
                Mark::Open
                    if i > from
                        && self.names(i, end)
                        && !quoted_start
                        && !(how.object && self.w(i + 1).deed) =>
                {
                    i = self.mate(i) + 1;
                    last = i;
                }
                Mark::Dash
                    if i > from
                        && self.tok(i).is_some_and(|t| !t.spaced && t.end - t.at == 1)
                        && self
                            .tok(i + 1)
                            .is_some_and(|t| !t.spaced && t.mark == Mark::Word) =>
                {
                    i += 1
                }
                Mark::BracketOpen if i > from => {
                    let m = self.mate(i);
                    if m > i && m - i <= 7 && m < end {
                        i = m + 1;
                        last = i;
                    } else {
                        break;
                    }
                }
                Mark::Comma if i > from && !how.plain && appositions < 2 && !quoted_start => {
                    let Some(next) = self.apposition(i, end, head_of, how) else {
                        break;
                    };
                    appositions += 1;
                    if head == 0 {
                        head = (i + 1..next)
                            .find(|&k| {
                                self.pack
                                    .head(&self.w(k))
                                    .is_some_and(|h| h.of == Of::Person)
                            })
                            .map_or(0, |k| k + 1);
                    }
                    last = next;
                    i = next;
                }
                _ => break,
            }
        }
        // No phrase ends in a dangling preposition.
        while last > a + 1 && self.is(last - 1, Class::Preposition) && !self.is_name_ali(last - 1) {
            last -= 1;
        }
        // الحكومة المعترف بها دوليا; اللجنة المؤلفة من 18 شخصا، فلان المعروف بأنه كذا: with its pronoun it belongs to the phrase, without the
        // rest it does not.
        if last > a + 1 && self.w(last - 1).def && self.mark(last - 1) == Mark::Word {
            let core = self.t.core(last - 1);
            let bound = matches!(self.t.text(last), "بها" | "به" | "بهم");
            if core.starts_with("معترف") && bound && last < end {
                last += 1 + usize::from(self.t.text(last + 1) == "دوليا");
            } else if ["معترف", "مولف", "مكون", "معروف", "تابع"].iter().any(|s| {
                core.strip_prefix(s)
                    .is_some_and(|rest| matches!(rest, "" | "ه"))
            }) && self.mark(last) == Mark::Word
            {
                last -= 1;
            }
        }
        if last <= a {
            return None;
        }
        let mut np = Np {
            a,
            b: last,
            head,
            name: (0, 0),
        };
        np.name = self.proper_name(&np);
        Some(np)
    }
}
