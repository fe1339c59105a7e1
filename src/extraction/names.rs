//! Names: which quotation only names something, and which words of a phrase are a proper name.

use super::lexicon::longer;
use super::pack::{Class, Of};
use super::phrase::{Np, Reader};
use super::token::Mark;
use super::traits::Trait;

impl Reader<'_> {
    /// Whether the quotation opened at `i` only names something: short, and introduced or followed as names are.
    pub(super) fn names(&self, i: usize, end: usize) -> bool {
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
        let first = self.word_at(i + 1);
        // نفى المسؤول "بشكل قاطع" كذا
        if !introduced
            && (self.phrase(i + 1, Class::Adverb) > 0
                || first.prep.is_some()
                || first.is(Class::Preposition)
                || first.is(Class::Negation)
                || first.is(Class::Adverb) && words == 1
                || first.deed && !first.def
                // قال ماكرون "سنضرب"
                || self.t.text(i + 1).starts_with("سن") && words == 1 && !first.found && longer(self.t.text(i + 1), 3)
                    && self.mark(i.wrapping_sub(1)) == Mark::Word
                    && self.is(m + 1, Class::Preposition)
                || self.deed_on(i + 1))
        {
            return false;
        }
        // قال المدير "المصنع خاسر" وإن الأرض ستباع: more of the same is said behind it.
        if self.is(m + 1, Class::That) && self.t.text(m + 1).starts_with("وان") && !introduced {
            return false;
        }
        // قال رئيس الحكومة "لم نعتقل أحدا": what is said, and no name of hers.
        if introduced
            && self.w(i - 1).def
            && (first.is(Class::Negation)
                || words > 1 && (i + 1..m).any(|k| self.finite(k))
                || words > 2 && matches!(self.mark(m + 1), Mark::Stop | Mark::Line))
        {
            return false;
        }
        // رئيس "مركز كذا للمصالحة بين كذا وكذا"، فلان: an office still waits for its body.
        let office = i > 0
            && self.mark(i - 1) == Mark::Word
            && !self.w(i - 1).def
            && self.w(i - 1).pronoun == 0
            && self.mark(m + 1) == Mark::Comma
            && self
                .pack
                .head(&self.w(i - 1))
                .is_some_and(|h| h.of == Of::Person);
        if office && words <= 10 && !(i + 1..m).any(|k| self.finite(k)) {
            return true;
        }
        if words == 0
            || words > 5
            || (i + 1..m).any(|k| {
                // "سي إن إن": letters, no that-word.
                let letters =
                    words > 1 && (i + 1..m).all(|k| self.tok(k).is_some_and(|t| t.end - t.at <= 3));
                (self.finite(k) && words > 2 || self.is(k, Class::That) && !letters) && !introduced
            })
        {
            return false;
        }
        if i > 0 && self.mark(i - 1) == Mark::Colon {
            return false;
        }
        if introduced && (self.mark(m + 1) != Mark::Line || words <= 2) {
            return true;
        }
        // ذكرت «السومرية نيوز»، الثلاثاء، …: who says it, between the verb and a circumstance.
        let speaks = i > 0
            && words <= 3
            && self.finite(i - 1)
            && self.mark(m + 1) == Mark::Comma
            && (self.is(m + 2, Class::Time)
                || self.is(m + 2, Class::Weekday)
                || self.t.stem(m + 2) == "نقلا"
                || self.is(m + 2, Class::Preposition))
            && m + 2 < end;
        if speaks {
            return true;
        }
        let follows = m < end && self.mark(m + 1) == Mark::Word && !self.w(m + 1).conj
            || self.mark(m + 1) == Mark::Comma && self.is(m + 2, Class::Preposition);
        words <= 4 && follows && !self.is(i.wrapping_sub(1), Class::That)
    }

    /// علي the name, which folding makes one with على.
    pub(crate) fn is_name_ali(&self, i: usize) -> bool {
        self.is(i, Class::GivenName)
            && self.is(i, Class::Preposition)
            && self.tok(i).is_some_and(|t| !t.maqsura)
            && i > 0
            // المشرف على مركز كذا
            && !(self
                .pack
                .head(&self.w(i + 1))
                .is_some_and(|h| h.of == Of::Body)
                && !self.w(i + 1).def)
            && (self.is(i - 1, Class::GivenName)
                || self
                    .pack
                    .head(&self.w(i - 1))
                    .is_some_and(|h| h.of == Of::Person)
                    && self.w(i - 1).def)
    }

    /// An unknown indefinite word with what looks like an attached pronoun: ضلوعها.
    pub(super) fn owned(&self, i: usize) -> bool {
        let w = self.word_at(i);
        !w.found
            && !w.def
            && w.has(Trait::Over4)
            && (w.has(Trait::EndsHaAlif)
                || w.has(Trait::EndsHaMim)
                || w.has(Trait::EndsYaHa) && w.has(Trait::BeginsTa))
    }

    /// Whether a word has stood behind a given name not far before: a surname, even with its article.
    pub(super) fn met_by_name(&self, i: usize) -> bool {
        let name = self.t.core(i);
        self.mark(i) == Mark::Word
            && self.tok(i).is_some_and(|t| t.count > 1)
            && (i.saturating_sub(900).max(1)..i).rev().any(|k| {
                self.is(k - 1, Class::GivenName)
                    && self.mark(k) == Mark::Word
                    && self.t.core(k) == name
            })
    }

    /// Whether a token may be part of a proper name: unknown, or a given name.
    pub(super) fn name_like(&self, i: usize) -> bool {
        let w = self.word_at(i);
        let owned = || {
            w.has(Trait::Over4)
                && (w.has(Trait::EndsHaAlif) || w.has(Trait::EndsYaHa) || w.has(Trait::EndsTaHa))
        };
        self.mark(i) == Mark::Word
            && (!w.found && !w.def && !w.deed && w.prep.is_none()
                || w.is(Class::GivenName)
                || w.found
                    && w.is(Class::Plain)
                    && !matches!(
                        self.t.text(i),
                        "كيف"
                            | "لماذا"
                            | "متي"
                            | "اين"
                            | "هناك"
                            | "هنا"
                            | "فقط"
                            | "كل"
                            | "مثل"
                    )
                    && !w.def
                    && w.known.head == 0
                    && w.known.verb == 0)
            && !owned()
    }

    /// «شيخ في تلال هارون», «ناشط من حي سلمان»: what a preposition and an indefinite noun lead in is where he is.
    fn in_place(&self, i: usize, from: usize) -> bool {
        // والي عين مسعود: the town's name takes it.
        if i > from && self.takes_a_name(i - 1) {
            return true;
        }
        i >= from + 2
            && self.mark(i - 1) == Mark::Word
            && !self.w(i - 1).def
            && self.w(i - 1).pronoun == 0
            && self
                .pack
                .head(&self.w(i - 1))
                .is_none_or(|h| h.of != Of::Person)
            && (self.is(i - 2, Class::Preposition) && self.mark(i - 2) == Mark::Word
                || self.w(i - 1).prep.is_some())
    }

    /// The proper name in a phrase: names after an office with its complement, or standing by themselves.
    pub(super) fn proper_name(&self, np: &Np) -> (usize, usize) {
        let head_of = np
            .head
            .checked_sub(1)
            .and_then(|h| self.pack.head(&self.w(h)))
            .map(|h| h.of);
        // فلان الفلاني (70 عاما) أحد سكان كذا: the name stands before the age.
        if let Some(k) = (np.a + 1..np.b.min(np.a + 5)).find(|&k| self.mark(k) == Mark::BracketOpen)
            && self.mark(k + 1) == Mark::Number
            && matches!(self.t.core(k + 2), "عام" | "عاما" | "سنه")
            && np.head > k
            && (np.a..k).all(|p| self.mark(p) == Mark::Word)
        {
            return (np.a, k);
        }
        if matches!(
            head_of,
            Some(Of::Undisclosed | Of::People | Of::Body | Of::Text | Of::Name)
        ) {
            return (0, 0);
        }
        // مراسل لوكالة كذا: the name is hers.
        if head_of == Some(Of::Person)
            && self.t.core(np.a).starts_with("مراسل")
            && !self.w(np.a).def
            && self.w(np.a + 1).prep == Some('ل')
            && !(np.a..np.b).any(|k| self.mark(k) == Mark::Comma)
        {
            return (0, 0);
        }
        let mut best = (0, 0);
        let mut i = np.a;
        while i < np.b {
            // No test makes a name of what cannot be one, and few words can.
            if !(self.name_like(i) || self.is_name_ali(i)) {
                i += 1;
                continue;
            }
            let fresh = i == np.a
                || self.mark(i - 1) == Mark::Comma
                || matches!(self.mark(i - 1), Mark::Open | Mark::BracketOpen)
                    // مدير حملة "معا من أجل كذا": what she is called is no name of his.
                    && self.mate(i - 1) <= i + 4
                    && head_of == Some(Of::Person);
            let after_def = i > np.a
                && self.mark(i - 1) == Mark::Word
                && (self.w(i - 1).def
                    || self.w(i - 1).pronoun > 0 && self.w(i - 1).known.head != 0
                    || self.is(i - 1, Class::Adjective))
                || i > np.a && matches!(self.mark(i - 1), Mark::Close | Mark::BracketClose);
            // وكيل أعمال النجم فلان: the name is that of the second office.
            let second = || {
                np.head > 0
                    && !self.w(np.head - 1).def
                    && (np.head..i).any(|k| {
                        self.w(k).def
                            && self
                                .pack
                                .head(&self.w(k))
                                .is_some_and(|h| h.of == Of::Person)
                            && self.mark(k - 1) == Mark::Word
                            && !self.w(k - 1).def
                            && self
                                .pack
                                .head(&self.w(k - 1))
                                .is_none_or(|h| h.of == Of::Person)
                    })
            };
            // متحدث باسم رئيسة الوزراء، فلانة: the name is hers, not that of an unnamed spokesman.
            // So is it where the spokesman is a man, the office a woman's, and no comma stands between.
            let spoken_for = || {
                np.head > 0
                    && (np.head..i.saturating_sub(1)).any(|k| {
                        matches!(self.t.core(k), "اسم" | "باسم")
                            && self.pack.head(&self.w(k + 1)).is_some_and(|h| {
                                let own = self.pack.head(&self.w(np.head - 1));
                                h.of == Of::Person
                                    && (!self.w(np.head - 1).def
                                        || own.is_some_and(|o| o.gender != h.gender)
                                        && !(k..i).any(|x| self.mark(x) == Mark::Comma)
                                        // الناطقة باسم المفوض رافينا كذا: a woman's name by its end.
                                        && !(h.gender == super::pack::Gender::He
                                            && self.t.text(i).ends_with(['ا', 'ه'])))
                            })
                    })
            };
            let complete = i > np.a
                && self
                    .pack
                    .head(&self.w(i - 1))
                    .is_some_and(|h| h.of == Of::Name)
                || self.is(i, Class::GivenName)
                    && np.head > 0
                    && i > np.head
                    && (!self.is(i - 1, Class::GivenName) || self.in_place(i - 1, np.a))
                    && !self.is(i, Class::Preposition)
                    && !self.in_place(i, np.a);
            // المفوض السامي لحقوق الإنسان، فريق كذا لركوب الدراجات: for what, no name, though no other text tells the letter apart.
            let led = i > np.a
                && self.t.text(i).starts_with('ل')
                && longer(self.t.text(i), 3)
                && !self.is(i - 1, Class::GivenName)
                && self.mark(i + 1) == Mark::Word
                && i + 1 < np.b
                && self.w(i + 1).def
                && self.w(i + 1).prep.is_none()
                && !self.w(i + 1).conj
                && !self.t.text(i + 1).ends_with('ي');
            // المشرف على مركز الملك فلان: the name is that of the centre.
            let honoured = i > np.a + 1
                && i > np.head + 1
                && matches!(self.t.core(i - 1), "ملك" | "امير" | "شيخ")
                && self.w(i - 1).def
                && self.w(i - 2).known.head != 0
                && !self.w(i - 2).def
                && self
                    .pack
                    .head(&self.w(i - 2))
                    .is_some_and(|h| h.of == Of::Body);
            let leads_in = self.is(i, Class::Preposition) && !self.is_name_ali(i);
            if led || honoured || leads_in {
                i += 1;
                continue;
            }
            if (fresh || (after_def || complete) && !second()) && !spoken_for() {
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
                        // عبد الله الحداد: a surname behind a given name of two words.
                        || j > i + 1
                            && self.t.core(j - 2) == "عبد"
                            && self.mark(j) == Mark::Word
                            && self.w(j).def
                            && self.w(j).prep.is_none()
                            && !self.w(j).conj
                            && self.w(j).known.head == 0
                        || self.mark(j) == Mark::Dash
                        || self.mark(j) == Mark::Word && self.w(j).is(Class::GivenName)
                        || self.mark(j) == Mark::Word
                            && self.is(j - 1, Class::GivenName)
                            && (self.w(j).def
                                // زيد الحسين المفوض السامي: an office behind a surname that is a given name too.
                                && !(j > i + 1 && self.w(j).known.head != 0)
                                || j == i + 1
                                    && self.w(j).known.verb != 0
                                    && self.w(j).prep.is_none()
                                    && !self.w(j).conj))
                {
                    j += 1;
                }
                // The last word of a long name that stands nowhere else, after one that does, is no name: فلان كيميتش مقارنات.
                let count = |k: usize| self.tok(k).map_or(0, |t| t.count);
                if j - i > 2 && count(j - 1) == 1 && count(j - 2) > 1 {
                    j -= 1;
                }
                // مسؤول أمني سهلاني: an adjective of origin behind an adjective, no name.
                let origin = j - i == 1
                    && np.head > 0
                    && i > np.head
                    && !self.w(np.head - 1).def
                    && !self.w(i - 1).def
                    && self.mark(i - 1) == Mark::Word
                    && !self.is(i, Class::GivenName)
                    && (self.t.text(i).ends_with('ي') || self.t.text(i).ends_with("يه"));
                if origin {
                    i = j;
                    continue;
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
        // الإعلامي "فلان كذا": the whole of a short quotation after an office.
        if head_of == Some(Of::Person)
            && let Some(open) =
                (np.head..np.b.min(np.head + 3)).find(|&k| self.mark(k) == Mark::Open)
            && (3..=5).contains(&(self.mate(open) - open))
            && self.mate(open) < np.b + 1
            && (np.head..open).all(|k| self.w(k).def)
            && (open + 1..self.mate(open)).all(|k| self.mark(k) == Mark::Word)
        {
            return (open + 1, self.mate(open));
        }
        if best != (0, 0) && np.head > 0 && np.head > best.1 {
            return best;
        }
        // زيارة كيم is a deed, and no name.
        let deed = self.is(np.a, Class::Deed) && np.b - np.a > 1;
        if np.head == 0 && best == (0, 0) && np.b - np.a <= 3 && !self.w(np.a).def && !deed {
            return (np.a, np.b);
        }
        best
    }

    /// وفق عضو المجلس، فلان الفلاني: the name of an office that ends the sentence behind its comma.
    pub(super) fn named_at_end(&self, np: Np, b: usize) -> Np {
        // نائب رئيس شركة "كذا"، فلان: the quoted name is the company's.
        let company = np.name.0 > np.a && self.mark(np.name.0 - 1) == Mark::Open;
        let office = (np.name == (0, 0) || company)
            && np
                .head
                .checked_sub(1)
                .and_then(|h| self.pack.head(&self.w(h)))
                .is_some_and(|h| h.of == Of::Person);
        if !office || self.mark(np.b) != Mark::Comma {
            return np;
        }
        let from = np.b + 1;
        let named = |k: usize| {
            let w = self.w(k);
            self.name_like(k)
                || k > from
                    && self.mark(k) == Mark::Word
                    && w.def
                    && w.prep.is_none()
                    && !w.conj
                    && w.known.head == 0
        };
        let end = (from..b.min(from + 5))
            .find(|&k| !named(k))
            .unwrap_or(b.min(from + 5));
        let last = end >= b || matches!(self.mark(end), Mark::Stop | Mark::Line);
        if last && end > from + 1 {
            Np {
                b: end,
                name: (from, end),
                ..np
            }
        } else {
            np
        }
    }

    /// A country, a city or a place that the pack knows.
    pub(super) fn place(&self, i: usize) -> bool {
        self.is(i, Class::Place)
            || self.pack.head(&self.w(i)).is_some_and(|h| {
                h.of == Of::Name && h.kind == super::output::SourceKind::Organization
            })
    }

    /// «القضاء على», «القبض على»: a noun that its preposition makes the name of a deed, quotation marks between or not.
    pub(super) fn deed_on(&self, i: usize) -> bool {
        let next = i + 1 + usize::from(matches!(self.mark(i + 1), Mark::Close));
        let wanted = match self.t.core(i) {
            "قضاء" | "قبض" | "عثور" | "سيطره" | "استيلاء" | "حصول" => {
                "علي"
            }
            "افراج" | "تراجع" | "تخلي" => "عن",
            _ => return false,
        };
        self.mark(i) == Mark::Word && self.t.text(next) == wanted
    }

    /// A definite verbal noun, those of the fifth and sixth measures among them, which have no shape of their own: التسبب.
    pub(super) fn definite_deed(&self, i: usize) -> bool {
        let core = self.t.core(i);
        self.deed_on(i)
            || self.w(i).def
                && (self.w(i).deed
                    || !self.w(i).found
                        && core.starts_with('ت')
                        && core.chars().nth(1) != Some('ا')
                        && !core.ends_with(['ه', 'ي', 'ر'])
                        && core.chars().count() == 4)
    }
}
