//! Whether a definite word goes on with a noun phrase: an adjective, a complement, or the object that stands behind it.

use super::growth::Candidate;
use super::output::SourceKind;
use super::pack::{Class, Of};
use super::phrase::Reader;
use super::token::Mark;
use super::traits::Trait;

impl Reader<'_> {
    /// Whether a definite word without conjunction and preposition goes on with a phrase.
    pub(super) fn definite_goes_on(&self, s: &Candidate) -> bool {
        if s.entry.is_some() && self.definite_head_ends(s)
            || self.definite_ends(s)
            || self.alef_ends(s)
        {
            return false;
        }
        if let Some(decided) = self.unlike(s) {
            return decided;
        }
        // صحيفة الصنداي تايمز
        if s.head_of == Some(Of::Body)
            && s.entry
                .is_some_and(|h| h.of == Of::Name && h.kind == SourceKind::Outlet)
        {
            return true;
        }
        !(s.entry.is_some() && self.another_head(s)
            || s.close() && (self.disagrees(s.i) || self.no_adjective(s) || self.another_body(s))
            || s.complete && self.definite_object(s)
            || s.how.object && (self.united(s) || !s.prev.def && self.behind_indefinite(s))
            // صحيفة واشنطن بوست فلان: a person is no part of an outlet's name.
            || s.head_of == Some(Of::Body) && s.w.is(Class::GivenName) && s.behind_outlet()
            || self.met_again(s)
            || self.closes(s))
    }

    /// Heads that end a phrase whatever they are else.
    fn definite_head_ends(&self, s: &Candidate) -> bool {
        let body_or_people = matches!(s.of(), Some(Of::Body | Of::People));
        // أخبر الطبيب الصحفيين: whoever is told is no part of who tells.
        matches!(s.head_of, Some(Of::Person | Of::Body))
            && s.prev.def
            && s.entry_before.is_some()
            && s.w.has(Trait::EndsYaNun)
            && s.of() == Some(Of::People)
            // طالب البيان المجتمع الدولي: a text takes no body behind its article.
            || s.head_of == Some(Of::Text)
                && s.close()
                && s.prev.def
                && s.entry_before.is_some()
                && body_or_people
            // هدى سالم الوفد: a body is no part of a person's name.
            || matches!(s.head_of, Some(Of::Person) | None)
                && s.close()
                && !s.prev.def
                && s.prev.is(Class::GivenName)
                && s.of() == Some(Of::Body)
    }

    fn definite_ends(&self, s: &Candidate) -> bool {
        let before = s.last.wrapping_sub(1);
        // اتهم ناشطون القوات: a sound plural in its full form waits for no complement.
        if s.head_of == Some(Of::People)
            && s.prev.has(Trait::EndsWawNun)
            && !s.prev.def
            && s.entry_before.is_some()
        {
            return true;
        }
        if !(s.how.object && s.close()) {
            return false;
        }
        // وصف بوتين العقوبات بأنها كذا، انتقد ترامب الدول الأعضاء: no surname is a plural or a body behind its article.
        if matches!(s.head_of, None | Some(Of::Person))
            && (s.w.found && s.w.has(Trait::EndsAlifTa) && s.w.has(Trait::Over5)
                || matches!(s.of(), Some(Of::Body | Of::People)))
            && (s.prev.is(Class::GivenName)
                || self.name_like(before)
                    && (self.tok(before).is_some_and(|t| t.count > 1)
                        || s.last > 1 && self.is(s.last - 2, Class::GivenName)))
        {
            return true;
        }
        // الدول الثلاث السفن: behind a number and its article another noun is the object.
        s.last > 1
            && s.prev.def
            && !s.w.has(Trait::EndsYa)
            && !s.w.has(Trait::EndsYaHa)
            && s.prev.has(Trait::Number)
    }

    /// Heads that stand for another than the phrase does.
    fn another_head(&self, s: &Candidate) -> bool {
        let of = s.of();
        // مكتب الاتصال الحكومي الشيخ فلان: a person after a complete body is another phrase.
        if s.head_of == Some(Of::Body)
            && s.complete
            && s.prev.def
            && of == Some(Of::Person)
            && self.name_like(s.i + 1)
        {
            return true;
        }
        if !s.how.object {
            return false;
        }
        // دعا المنسق المجتمع الدولي: neither does a definite office.
        if s.head_of == Some(Of::Person)
            && s.prev.def
            && s.of_before() == Some(Of::Person)
            && of == Some(Of::Body)
        {
            return true;
        }
        // اتهم التحالف الأمم المتحدة: a definite body takes no other definite body.
        if s.head_of == Some(Of::Body)
            && s.prev.def
            && s.of_before() == Some(Of::Body)
            && matches!(of, Some(Of::Body | Of::People))
        {
            return true;
        }
        // وصف الرئيس الأميركي التحقيق بأنه كذا: a definite text is no part of a complete office.
        if s.head_of == Some(Of::Person)
            && of == Some(Of::Text)
            && s.last > 1
            && s.prev.def
            && self.w(s.last - 2).def
            && self.mark(s.last - 1) == Mark::Word
        {
            return true;
        }
        // اتهم المالكي الحوثيين: a bare name takes no definite noun.
        s.head_of.is_none() && !s.prev.is(Class::Determiner) && !s.prev.is(Class::GivenName)
            || self.stands_by_itself(s)
    }

    /// What a complete phrase does not go on with, being its object.
    fn definite_object(&self, s: &Candidate) -> bool {
        // نفى الطرفان التوصل إلى: a definite verbal noun after a complete definite phrase.
        let refused = || matches!(self.t.core(s.i), "تعليق" | "كشف" | "افصاح" | "ادلاء" | "خوض");
        if s.entry.is_none()
            && (s.how.object && self.definite_deed(s.i) && !self.waits(s)
                || s.w.has(Trait::NamedDeed) && refused())
        {
            return true;
        }
        // دانت فرنسا الهجوم: a country takes no definite noun that is no adjective.
        s.how.object
            && (s.of_before() == Some(Of::Name)
                && !s.prev.def
                && !s.w.has(Trait::EndsYa)
                && !s.w.has(Trait::EndsYaHa)
                || s.w.is(Class::ClaimNoun)
                || s.w.is(Class::Determiner) && s.w.pronoun == 0)
    }

    /// قسم الاستقبال: an indefinite noun that is no name waits for its complement.
    fn waits(&self, s: &Candidate) -> bool {
        s.close()
            && s.last > 0
            && self.mark(s.last - 1) == Mark::Word
            && !s.prev.def
            && s.prev.pronoun == 0
            && s.prev.known.head == 0
            && (s.prev.found
                && !self.name_like(s.last - 1)
                && !self.t.text(s.last - 1).ends_with(['ي', 'ه', 'ن', 'ا'])
                // رئيس مرفق الإنقاذ, where the deed takes nothing up: no التوصل إلى
                || s.last > 1
                    && self.head_is(s.last - 2, Of::Person)
                    && !self.w(s.last - 2).def
                    && !self.w(s.last - 2).conj
                    && !s.prev.is(Class::GivenName)
                    && !s.prev.is(Class::Place)
                    && !self.place(s.last - 1)
                    && !self.t.text(s.last - 1).ends_with(['ي', 'ه', 'ن', 'ا'])
                    && !self.is(s.i + 1, Class::Preposition)
                    && self.w(s.i + 1).prep.is_none()
                // مدير عام قسم الاستقبال
                || s.last > 2
                    && self.t.text(s.last - 2) == "عام"
                    && self.head_is(s.last - 3, Of::Person))
    }

    /// Whether a token heads something of a sort.
    fn head_is(&self, k: usize, of: Of) -> bool {
        self.pack.head(self.word_at(k)).is_some_and(|h| h.of == of)
    }

    /// ضاعفت الولايات المتحدة الرسوم: the name of the country is complete.
    fn united(&self, s: &Candidate) -> bool {
        s.of() != Some(Of::Person)
            && self.t.core(s.last.wrapping_sub(1)) == "متحده"
            && !["امريكي", "اميركي"]
                .iter()
                .any(|origin| self.t.core(s.i).starts_with(origin))
    }

    /// What an indefinite phrase with its adjective takes for no complement.
    fn behind_indefinite(&self, s: &Candidate) -> bool {
        if s.last < 2 || self.mark(s.last - 1) != Mark::Word {
            return false;
        }
        let plain = |k: usize| self.mark(k) == Mark::Word && !self.w(k).def;
        match s.head_of {
            // وصف مسؤول أمني الحادث بكذا: neither does an office with its adjective.
            Some(Of::Person) => {
                let mut before = (s.last.saturating_sub(4)..s.last - 1).rev();
                let Some(h) = before.find(|&k| self.head_is(k, Of::Person)) else {
                    return false;
                };
                s.entry_before.is_none()
                    && (h + 1..s.last).all(|k| plain(k) && self.w(k).prep.is_none())
                    && !self.w(h).def
                    && self.pack.head(self.word_at(h + 1)).is_none()
                    && !matches!(self.t.core(s.i), "مستوي" | "شان" | "رتبه")
                    && (self.word_at(h + 1).has(Trait::EndsYa)
                        || self.word_at(h + 1).has(Trait::EndsYaHa))
            }
            // نشطاء أكراد القوات: an indefinite phrase with its adjective takes no definite noun.
            Some(Of::People | Of::Undisclosed | Of::Body)
                if plain(s.last - 2)
                    && self.pack.head(self.word_at(s.last - 2)).is_some_and(|h| {
                        matches!(h.of, Of::People | Of::Undisclosed)
                            || h.of == Of::Body && !s.prev.found
                    })
                    // أعضاء مجلس المدينة: a member is one of a body, which waits for its complement.
                    && !(s.of_before() == Some(Of::Body)
                        && self.t.core(s.last - 2) == "اعضاء") =>
            {
                true
            }
            // أعلن مصدر عسكري مسؤول القضاء على كذا: nor one with two.
            Some(Of::Undisclosed) => {
                s.last > 2
                    && s.complete
                    && (s.last - 3..s.last).all(|k| plain(k) && !self.is(k, Class::Preposition))
                    && self.t.text(s.last - 2).ends_with(['ي', 'ه'])
                    && self.head_is(s.last - 3, Of::Undisclosed)
            }
            _ => false,
        }
    }

    /// اتهم وزير الثقافة الجماعة، اتهم سامر البيطار البلدية: no definite phrase takes a body that is no adjective.
    fn another_body(&self, s: &Candidate) -> bool {
        s.how.object
            && s.complete
            && s.prev.def
            && s.of() == Some(Of::Body)
            && !matches!(self.t.core(s.i), "خارجيه" | "داخليه" | "معارضه" | "صحه")
    }

    /// اعتبر الوزير الاتفاق هزيمة، اعتبرت موسكو الاتفاق هزيمة: a plan or a law is no adjective.
    fn no_adjective(&self, s: &Candidate) -> bool {
        s.how.object
            && (s.prev.def || self.place(s.last.wrapping_sub(1)))
            && s.entry.is_none()
            && s.w.is(Class::NotSource)
    }
}
