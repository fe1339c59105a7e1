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
    pub(crate) fn tok(&self, i: usize) -> Option<&'a Token> {
        self.t.all.get(i)
    }

    pub(crate) fn w(&self, i: usize) -> Word {
        self.t.all.get(i).map_or_else(Word::default, |t| t.word)
    }

    pub(crate) fn is(&self, i: usize, class: Class) -> bool {
        self.t.all.get(i).is_some_and(|t| t.word.is(class))
    }

    pub(crate) fn mark(&self, i: usize) -> Mark {
        self.t.all.get(i).map_or(Mark::Line, |t| t.mark)
    }

    pub(crate) fn mate(&self, i: usize) -> usize {
        self.t.all.get(i).map_or(i, |t| t.mate as usize)
    }

    /// Whether a token is a finite form of a reporting verb (and not rather a noun).
    pub(crate) fn finite(&self, i: usize) -> bool {
        let Some(t) = self.tok(i) else { return false };
        let w = &t.word;
        w.known.verb != 0
            && !w.def
            && (w.prep.is_none() || w.prep == Some('ل'))
            && matches!(
                w.known.form.tense,
                Tense::Past | Tense::Present | Tense::Passive
            )
            && w.known.head == 0
            && !w.is(Class::Plain)
            && !w.is(Class::Deed)
            && !w.is(Class::Preposition)
            && !w.is(Class::Adverb)
    }

    /// Length of a fixed phrase of a class that begins at `i`, 0 if none.
    pub(crate) fn phrase(&self, i: usize, class: Class) -> usize {
        if !self.w(i).phrase {
            return 0;
        }
        let stem = self.t.stem(i);
        let Some(list) = self
            .pack
            .phrases
            .get(stem)
            .or_else(|| self.pack.phrases.get(self.t.text(i)))
        else {
            return 0;
        };
        list.iter()
            .filter(|p| p.class == class)
            .filter(|p| {
                p.words
                    .iter()
                    .enumerate()
                    .skip(1)
                    .all(|(k, w)| self.t.text(i + k) == w)
            })
            .map(|p| p.words.len())
            .max()
            .unwrap_or(0)
    }

    /// Whether the quotation opened at `i` only names something: short, and introduced or followed as names are.
    pub(crate) fn names(&self, i: usize, end: usize) -> bool {
        let m = self.mate(i);
        if m <= i || m >= end {
            return false;
        }
        let words = (i + 1..m)
            .filter(|&k| matches!(self.mark(k), Mark::Word | Mark::Number))
            .count();
        let introduced = i > 0
            && (self.is(i - 1, Class::NameIntro)
                || self
                    .pack
                    .head(&self.w(i - 1))
                    .is_some_and(|h| h.of == Of::Body));
        let first = self.w(i + 1);
        if !introduced
            && (first.prep.is_some()
                || first.is(Class::Preposition)
                || first.is(Class::Negation)
                || first.deed && !first.def)
        {
            return false;
        }
        if words == 0
            || words > 5
            || (i + 1..m)
                .any(|k| (self.finite(k) && words > 2 || self.is(k, Class::That)) && !introduced)
        {
            return false;
        }
        if i > 0 && self.mark(i - 1) == Mark::Colon {
            return false;
        }
        if introduced && self.mark(m + 1) != Mark::Line {
            return true;
        }
        let follows = m + 1 < end && self.mark(m + 1) == Mark::Word && !self.w(m + 1).conj
            || self.mark(m + 1) == Mark::Comma && self.is(m + 2, Class::Preposition);
        words <= 4 && follows && !self.is(i.wrapping_sub(1), Class::That)
    }

    /// Whether a noun can begin a phrase here.
    pub(crate) fn starts(&self, i: usize, led: bool) -> bool {
        let w = self.w(i);
        if self
            .tok(i)
            .is_some_and(|t| t.mark == Mark::Word && t.end - t.at == 1)
            && self.pack.script == Script::Arabic
        {
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

    /// علي the name, which folding makes one with على.
    fn is_name_ali(&self, i: usize) -> bool {
        self.is(i, Class::GivenName)
            && self.is(i, Class::Preposition)
            && self.tok(i).is_some_and(|t| !t.maqsura)
            && i > 0
            && (self.is(i - 1, Class::GivenName)
                || self
                    .pack
                    .head(&self.w(i - 1))
                    .is_some_and(|h| h.of == Of::Person)
                    && self.w(i - 1).def)
    }

    /// Reads a noun phrase from `from`, not past `end`.
    pub(crate) fn noun_phrase(&self, from: usize, end: usize, how: Reading) -> Option<Np> {
        if self.pack.script == Script::Latin {
            return self.latin_phrase(from, end);
        }
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
            i = m + 1;
            quoted_start = true;
            // "دي فيلت" اليمينية: the adjective is left out, the name being enough.
        } else if !self.starts(i, how.led) {
            return None;
        }
        let mut appositions = 0;
        while i < end {
            let w = self.w(i);
            match self.mark(i) {
                Mark::Word => {
                    let first = i == from;
                    if !first && !self.goes_on(i, last, head_of, how) {
                        // A preposition may still belong to a noun of office.
                        if prepositions < 2
                            && !quoted_start
                            && self.is(i, Class::Preposition)
                            && self.belongs(i, last, head_of, end)
                        {
                            prepositions += 1;
                            i += 1;
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
                        && let Some(h) = self.pack.head(&w)
                    {
                        head = i + 1;
                        head_of = Some(h.of);
                    } else if head != 0
                        && i == head
                        && let Some(h) = self.pack.head(&w)
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

    /// رفض الكشف عن اسمه، طلب عدم ذكر هويته: how a source asked not to be named.
    pub(crate) fn anonymity(&self, i: usize) -> bool {
        let stem = self.t.stem(i);
        (stem.starts_with("رفض")
            || stem.starts_with("طلب")
            || stem.starts_with("فضل")
            || stem.starts_with("اشترط")
            || stem.starts_with("مفضل"))
            && matches!(
                self.t.text(i + 1),
                "عدم" | "الكشف" | "كشف" | "ذكر" | "نشر" | "حجب" | "الافصاح"
            )
    }

    /// Whether the word at `i` goes on with a phrase whose last token is before it.
    fn goes_on(&self, i: usize, last: usize, head_of: Option<Of>, how: Reading) -> bool {
        let w = self.w(i);
        let complete = self.complete(last);
        if self.is_name_ali(i) {
            return true;
        }
        if self.tok(i).is_some_and(|t| t.end - t.at == 1)
            || w.is(Class::Addressee) && w.prep.is_none() && self.t.text(i).starts_with('ل')
        {
            return false;
        }
        if self.anonymity(i) {
            return false;
        }
        // مكتب الاتصال الحكومي الشيخ فلان: a person after a complete body is another phrase.
        if head_of == Some(Of::Body)
            && complete
            && self.w(last.wrapping_sub(1)).def
            && w.def
            && w.prep.is_none()
            && !w.conj
            && self.pack.head(&w).is_some_and(|h| h.of == Of::Person)
            && self.name_like(i + 1)
        {
            return false;
        }
        // نشر الرئيس تغريدة: an indefinite text after a definite phrase is the object, whatever the verb.
        if complete
            && self.w(last.wrapping_sub(1)).def
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && w.pronoun == 0
            && self.pack.head(&w).is_some_and(|h| h.of == Of::Text)
        {
            return false;
        }
        // نفى الطرفان التوصل إلى: a definite verbal noun after a complete definite phrase too.
        if how.object
            && complete
            && self.w(last.wrapping_sub(1)).def
            && w.def
            && w.deed
            && w.prep.is_none()
            && !w.conj
            && w.known.head == 0
        {
            return false;
        }
        // نشطاء أكراد القوات: an indefinite phrase with its adjective takes no definite noun.
        if how.object
            && matches!(head_of, Some(Of::People | Of::Undisclosed))
            && w.def
            && w.prep.is_none()
            && !w.conj
            && last > 1
            && self.mark(last - 1) == Mark::Word
            && !self.w(last - 1).def
            && self.mark(last - 2) == Mark::Word
            && self
                .pack
                .head(&self.w(last - 2))
                .is_some_and(|h| h.of == Of::People || h.of == Of::Undisclosed)
            && !self.w(last - 2).def
        {
            return false;
        }
        // أبلغ مصدر أمني وكالة كذا: an outlet is told, it is no part of who tells.
        if matches!(head_of, Some(Of::Undisclosed | Of::Person | Of::People))
            && !w.def
            && w.prep.is_none()
            && !w.conj
            && complete
            && self
                .pack
                .head(&w)
                .is_some_and(|h| h.of == Of::Body && h.kind == super::output::SourceKind::Outlet)
        {
            return false;
        }
        // لحقوق الإنسان after a body: the preposition is not known from the word, the definite noun behind it shows it.
        if w.prep.is_none()
            && !w.found
            && !w.def
            && self.t.text(i).starts_with('ل')
            && self.t.text(i).chars().count() > 3
            && matches!(head_of, Some(Of::Body | Of::Person))
            && self.mark(i + 1) == Mark::Word
            && self.w(i + 1).def
            && self.w(i + 1).prep.is_none()
            && self.w(last.wrapping_sub(1)).def
        {
            return true;
        }
        if how.with_b
            && !w.found
            && complete
            && self.t.text(i).starts_with('ب')
            && self.t.text(i).chars().count() > 3
        {
            return false;
        }
        // A name met again and again does not go on with a word met once: غوتيريش صورة.
        let count = |k: usize| self.tok(k).map_or(0, |t| t.count);
        if head_of.is_none()
            && last > 0
            && count(last - 1) >= 2
            && (count(i) == 1 && self.name_like(i)
                || w.def
                    && !w.found
                    && last == 1 + i.saturating_sub(1)
                    && !self.t.text(i).ends_with('ي'))
            && self.name_like(last - 1)
            && !self.is(last - 1, Class::GivenName)
        {
            return false;
        }
        // After a body named in full an indefinite word is no part of it: الأمم المتحدة صعوبات.
        if matches!(
            head_of,
            Some(Of::Body | Of::Text | Of::Name | Of::Undisclosed)
        ) && complete
            && self.w(last.wrapping_sub(1)).def
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && !w.is(Class::Preposition)
            && !matches!(self.t.core(i), "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "فسها")
            && !w.is(Class::Other)
        {
            return false;
        }
        // اتهم المالكي الحوثيين: a bare name takes no definite noun.
        if how.object
            && head_of.is_none()
            && w.def
            && w.known.head != 0
            && w.prep.is_none()
            && !w.conj
            && !self.is(last.wrapping_sub(1), Class::GivenName)
        {
            return false;
        }
        // اتهمت موسكو الفصائل: a name stands by itself.
        if how.object
            && last > 0
            && self
                .pack
                .head(&self.w(last - 1))
                .is_some_and(|h| h.of == Of::Name)
            && w.def
            && w.known.head != 0
        {
            return false;
        }
        if w.is(Class::That)
            || w.is(Class::Relative)
            || w.is(Class::Break)
            || w.is(Class::SoftBreak)
            || w.is(Class::Adverb)
            || w.is(Class::Negation)
            || w.is(Class::Auxiliary)
            || w.is(Class::Pronoun)
        {
            return false;
        }
        if w.is(Class::Preposition)
            || w.is(Class::Saying)
            || w.is(Class::OwnWord) && self.t.core(i).starts_with("قول")
            || self.phrase(i, Class::Adverb) > 0
            || self.phrase(i, Class::Break) > 0
        {
            return false;
        }
        if w.is(Class::Time) && !w.is(Class::Adjective) && w.known.head == 0 {
            return false;
        }
        if self.finite(i) {
            // A name may look like a verb only where it follows a given name.
            return self.is(i.wrapping_sub(1), Class::GivenName)
                && w.known.form.tense == Tense::Past
                && !self.is(i + 1, Class::That);
        }
        let verbal = w.known.verb != 0 && w.known.head == 0 && !w.def;
        if verbal && w.known.form.tense == Tense::Participle {
            return false;
        }
        if verbal && w.known.form.tense == Tense::Noun && (w.pronoun > 0 || how.object && complete)
        {
            return false;
        }
        match w.prep {
            Some('ب') => {
                if self.t.core(i) == "اسم" {
                    return true;
                }
                if how.with_b && !w.def && w.known.head == 0 && !w.is(Class::Place) || w.deed {
                    return false;
                }
                return matches!(head_of, Some(Of::Undisclosed | Of::Person | Of::People))
                    && (w.def || w.is(Class::Place) || w.known.head != 0)
                    && !w.is(Class::Occasion);
            }
            Some('ل') => {
                if w.is(Class::Addressee) || w.known.verb != 0 || how.object && w.deed {
                    return false;
                }
                let office = matches!(
                    head_of,
                    Some(Of::Person | Of::People | Of::Body | Of::Undisclosed)
                );
                // لحقوق الإنسان، لكرة القدم، لشركة كذا
                let next = self.w(i + 1);
                let by_shape = w.deed && !w.found && !how.object;
                if (office || head_of == Some(Of::Text))
                    && (!w.deed || by_shape)
                    && w.pronoun == 0
                    && next.def
                    && next.prep.is_none()
                    && self.mark(i + 1) == Mark::Word
                    && self.tok(i).is_some_and(|t| t.word.skip > 0)
                {
                    return true;
                }
                if head_of == Some(Of::Person)
                    && self.pack.head(&w).is_some_and(|h| {
                        let chief = matches!(
                            self.t.core(last.wrapping_sub(1)),
                            "تنفيذي" | "تنفيذيه" | "عام" | "عامه" | "فني" | "اقليمي" | "اقليميه"
                        );
                        h.of == Of::Body
                            && (h.kind == super::output::SourceKind::Organization || chief)
                    })
                {
                    return true;
                }
                return (office || head_of == Some(Of::Text)) && w.def
                    || head_of == Some(Of::Person) && self.t.core(i).starts_with("شوون");
            }
            Some(_) => return false,
            None => {}
        }
        if w.conj {
            return w.known.head != 0 || w.def || w.is(Class::GivenName) || w.is(Class::Place);
        }
        // An unknown word in -t after a complete phrase is the verb of what follows: الوزير أخرجت.
        if complete
            && !w.found
            && !w.def
            && self.w(last.wrapping_sub(1)).def
            && self.t.text(i).ends_with('ت')
            && !self.t.text(i).ends_with("ات")
            && self.t.text(i).chars().count() > 4
        {
            return false;
        }
        if how.object && complete {
            if w.deed && !w.def || w.is(Class::ClaimNoun) {
                return false;
            }
            if w.is(Class::Determiner) && w.pronoun == 0 || self.owned(i) {
                return false;
            }
            if self.pack.head(&w).is_some_and(|h| h.of == Of::Name) && !w.def {
                return false;
            }
        }
        if w.is(Class::Determiner)
            && w.pronoun == 0
            && i > 0
            && !w.def
            && complete
            && matches!(self.t.core(i), "هذا" | "هذه" | "ذلك" | "تلك")
        {
            return false;
        }
        true
    }

    /// Whether a phrase could end before `last`: its last word is no noun still waiting for its complement.
    fn complete(&self, last: usize) -> bool {
        let Some(i) = last.checked_sub(1) else {
            return false;
        };
        let w = self.w(i);
        if self.mark(i) != Mark::Word {
            return true;
        }
        if w.def {
            return true;
        }
        match self.pack.head(&w) {
            Some(h) => matches!(h.of, Of::Name | Of::People | Of::Undisclosed) || w.pronoun > 0,
            None => !w.is(Class::Determiner) && w.prep.is_none(),
        }
    }

    /// Whether the preposition at `i` leads in a phrase that belongs to the source.
    fn belongs(&self, i: usize, last: usize, head_of: Option<Of>, end: usize) -> bool {
        let next = self.w(i + 1);
        if i + 1 >= end
            || self.mark(i + 1) != Mark::Word
            || next.is(Class::Occasion)
            || next.is(Class::Time)
            || next.is(Class::That)
            || next.is(Class::Pronoun)
            || next.is(Class::Adverb)
            || next.pronoun > 0 && next.known.head == 0
        {
            return false;
        }
        if next.is(Class::Determiner)
            || next.prep.is_some()
            || self.finite(i + 1)
            || self.phrase(i, Class::Adverb) > 0
            || next.deed && !next.def
        {
            return false;
        }
        let before = self.t.core(last.wrapping_sub(1));
        let text = self.t.text(i);
        let office = matches!(head_of, Some(Of::Undisclosed | Of::Person | Of::People));
        match text {
            "في" => office,
            "من" => {
                office && !matches!(head_of, Some(Of::Person))
                    || matches!(before, "فريق" | "مجموعه" | "عدد" | "طاقم")
                    || before.starts_with("مقرب")
                    || before.starts_with("قريب")
            }
            "علي" => {
                before.starts_with("مطلع")
                    || before.starts_with("مشرف")
                    || before.starts_with("قايم")
            }
            "عن" => {
                before.starts_with("مسوول")
                    || before.starts_with("مدافع")
                    || matches!(before, "نايب" | "عضو" | "ممثل" | "نايبه" | "مندوب" | "مرشح")
            }
            "لدي" => office,
            _ => false,
        }
    }

    /// An apposition after the comma at `i`: the end of its phrase.
    fn apposition(&self, i: usize, end: usize, head_of: Option<Of>, how: Reading) -> Option<usize> {
        if !matches!(
            head_of,
            Some(Of::Person | Of::People | Of::Undisclosed | Of::Body)
        ) && !self.name_like(i.checked_sub(1)?)
        {
            return None;
        }
        let j = i + 1;
        let w = self.w(j);
        if self.mark(j) != Mark::Word
            || w.conj
            || w.deed && !w.def && w.known.head == 0
            || !self.starts(j, false)
            || w.is(Class::Occasion) && w.known.head == 0
            || self.phrase(j, Class::Adverb) > 0
            || self.phrase(j, Class::Break) > 0
        {
            return None;
        }
        let sub = self.noun_phrase(j, end, Reading { plain: true, ..how })?;
        if sub.b - sub.a > 12 || sub.b >= end {
            return None;
        }
        let k = sub.b;
        let closes = matches!(
            self.mark(k),
            Mark::Comma | Mark::Colon | Mark::Open | Mark::BracketOpen
        ) || self.is(k, Class::That)
            || self.is(k, Class::Time)
            || self.is(k, Class::Preposition)
            || self.w(k).prep.is_some()
            || how.object && (self.w(k).deed || self.is(k, Class::ClaimNoun))
            || self.finite(k);
        let person =
            sub.head != 0 || self.name_like(j) && matches!(head_of, Some(Of::Person) | None);
        (closes && person).then_some(sub.b)
    }

    /// An unknown indefinite word with what looks like an attached pronoun: ضلوعها.
    pub(crate) fn owned(&self, i: usize) -> bool {
        let w = self.w(i);
        let text = self.t.text(i);
        self.mark(i) == Mark::Word
            && !w.found
            && !w.def
            && (text.ends_with("ها") || text.ends_with("هم"))
            && text.chars().count() > 4
    }

    /// Whether a token may be part of a proper name: unknown, or a given name.
    pub(crate) fn name_like(&self, i: usize) -> bool {
        let w = self.w(i);
        let owned = (self.t.text(i).ends_with("ها")
            || self.t.text(i).ends_with("يه")
            || self.t.text(i).ends_with("ته"))
            && self.t.text(i).chars().count() > 4;
        self.mark(i) == Mark::Word
            && !owned
            && (!w.found && !w.def && !w.deed && w.prep.is_none()
                || w.is(Class::GivenName)
                || w.found
                    && w.is(Class::Plain)
                    && !w.def
                    && w.known.head == 0
                    && w.known.verb == 0)
    }

    /// The proper name in a phrase: names after an office with its complement, or standing by themselves.
    fn proper_name(&self, np: &Np) -> (usize, usize) {
        let head_of = np
            .head
            .checked_sub(1)
            .and_then(|h| self.pack.head(&self.w(h)))
            .map(|h| h.of);
        if matches!(
            head_of,
            Some(Of::Undisclosed | Of::People | Of::Body | Of::Text | Of::Name)
        ) {
            return (0, 0);
        }
        let mut best = (0, 0);
        let mut i = np.a;
        while i < np.b {
            let fresh = i == np.a || self.mark(i - 1) == Mark::Comma;
            let after_def = i > np.a
                && self.mark(i - 1) == Mark::Word
                && (self.w(i - 1).def
                    || self.w(i - 1).pronoun > 0 && self.w(i - 1).known.head != 0
                    || self.is(i - 1, Class::Adjective))
                || i > np.a && matches!(self.mark(i - 1), Mark::Close | Mark::BracketClose);
            // وكيل أعمال النجم فلان: the name is that of the second office.
            let second = np.head > 0
                && !self.w(np.head - 1).def
                && (np.head..i).any(|k| {
                    self.w(k).def
                        && self
                            .pack
                            .head(&self.w(k))
                            .is_some_and(|h| h.of == Of::Person)
                        && !self.w(k - 1).def
                        && self
                            .pack
                            .head(&self.w(k - 1))
                            .is_none_or(|h| h.of == Of::Person)
                });
            let complete = i > np.a
                && self
                    .pack
                    .head(&self.w(i - 1))
                    .is_some_and(|h| h.of == Of::Name)
                || self.is(i, Class::GivenName)
                    && np.head > 0
                    && i > np.head
                    && !self.is(i - 1, Class::GivenName)
                    && !self.is(i, Class::Preposition);
            if (fresh || (after_def || complete) && !second)
                && (self.name_like(i) || self.is_name_ali(i))
            {
                let mut j = i + 1;
                while j < np.b
                    && (self.name_like(j)
                        || self.mark(j) == Mark::Word
                            && !self.w(j).found
                            && !self.w(j).def
                            && self.w(j).prep.is_none()
                            && !self.w(j).conj
                        || self.is_name_ali(j)
                        || self.mark(j) == Mark::Word
                            && self.w(j).def
                            && self.w(j).prep.is_none()
                            && !self.w(j).conj
                            && !self.w(j).found
                            && (j == i + 1 || self.t.text(j).ends_with('ي'))
                        || self.mark(j) == Mark::Dash
                        || self.mark(j) == Mark::Word && self.w(j).is(Class::GivenName)
                        || self.mark(j) == Mark::Word
                            && self.is(j - 1, Class::GivenName)
                            && self.w(j).def)
                {
                    j += 1;
                }
                // The last word of a long name that stands nowhere else, after one that does, is no name: فلان كيميتش مقارنات.
                let count = |k: usize| self.tok(k).map_or(0, |t| t.count);
                if j - i > 2 && count(j - 1) == 1 && count(j - 2) > 1 {
                    j -= 1;
                }
                // A title may stand within the name's segment only before it.
                if j - i > best.1 - best.0 {
                    best = (i, j);
                }
                i = j;
            } else {
                i += 1;
            }
        }
        if best != (0, 0) && np.head > 0 && np.head > best.1 {
            return best;
        }
        if np.head == 0 && best == (0, 0) && np.b - np.a <= 3 && !self.w(np.a).def {
            return (np.a, np.b);
        }
        best
    }

    /// An English source: capitals are gone in folded text, so it runs over what is no function word.
    fn latin_phrase(&self, from: usize, end: usize) -> Option<Np> {
        let mut i = from;
        let mut head = 0;
        let stop = |i: usize| {
            self.is(i, Class::That)
                || self.is(i, Class::Relative)
                || self.is(i, Class::Break)
                || self.is(i, Class::SoftBreak)
                || self.is(i, Class::Time)
                || self.is(i, Class::Adverb)
                || self.is(i, Class::Auxiliary)
                || self.is(i, Class::Negation)
        };
        while i < end && i < from + 14 {
            match self.mark(i) {
                Mark::Word | Mark::Number => {
                    let w = self.w(i);
                    if stop(i) || w.known.verb != 0 && w.known.head == 0 && i > from {
                        break;
                    }
                    if w.is(Class::Preposition)
                        && !(i > from
                            && matches!(self.t.text(i), "of" | "for" | "from")
                            && head != 0)
                    {
                        break;
                    }
                    if head == 0 && w.known.head != 0 {
                        head = i + 1;
                    }
                }
                Mark::Comma
                    if i > from
                        && head != 0
                        && (i + 1..(i + 6).min(end)).any(|k| self.mark(k) == Mark::Comma)
                        && !self.is(i + 1, Class::Preposition)
                        && self.w(i + 1).known.verb == 0 => {}
                Mark::Dash if !self.tok(i).is_some_and(|t| t.spaced) => {}
                Mark::Other => {}
                _ => break,
            }
            i += 1;
        }
        while i > from && self.mark(i - 1) == Mark::Comma {
            i -= 1;
        }
        (i > from).then_some(Np {
            a: from,
            b: i,
            head,
            name: (0, 0),
        })
    }
}
