//! Whether a word without article, conjunction and preposition goes on with a noun phrase: a name, a complement, or the object
//! that stands behind it.

use super::growth::Candidate;
use super::output::SourceKind;
use super::pack::{Class, Of};
use super::phrase::Reader;
use super::token::Mark;
use super::traits::Trait;

impl Reader<'_> {
    /// Whether an indefinite word without conjunction and preposition goes on with a phrase.
    pub(super) fn bare_goes_on(&self, s: &Candidate) -> bool {
        if self.bare_ends(s) || self.alef_ends(s) {
            return false;
        }
        if self.in_the_name(s) || s.w.has(Trait::BeginsWaw) && self.second_adjective(s) {
            return true;
        }
        if let Some(decided) = self.unlike(s) {
            return decided;
        }
        // مصادر عدة، جهات عدة: how many there are.
        let many = matches!(
            s.of_before(),
            Some(Of::Undisclosed | Of::People | Of::Body | Of::Text)
        );
        if s.close() && many && self.t.core(s.i) == "عده" && !s.prev.def {
            return true;
        }
        // صحيفة الصنداي تايمز
        let outlet = s
            .entry
            .is_some_and(|h| h.of == Of::Name && h.kind == SourceKind::Outlet);
        if s.head_of == Some(Of::Body) && outlet {
            return true;
        }
        if self.aside(s)
            || s.entry.is_some() && self.another_bare_head(s)
            || s.how.object && self.behind_country(s)
        {
            return false;
        }
        if self.for_what(s) {
            return true;
        }
        if self.with_what(s) || self.met_again(s) || self.no_part_of_body(s) || self.closes(s) {
            return false;
        }
        if let Some(decided) = self.verbal(s) {
            return decided;
        }
        !(s.complete && self.bare_object_behind(s) || s.entry.is_some() && self.bare_head_object(s)
            // صحيفة واشنطن بوست فلان: a person is no part of an outlet's name.
            || s.head_of == Some(Of::Body) && s.w.is(Class::GivenName) && s.behind_outlet())
    }

    /// Words that end a phrase whatever they are else.
    fn bare_ends(&self, s: &Candidate) -> bool {
        let before = s.last.wrapping_sub(1);
        let (w, prev) = (s.w, s.prev);
        // اتهم ناشطون قوات كذا: a sound plural in its full form waits for no complement.
        if s.head_of == Some(Of::People)
            && matches!(s.of(), Some(Of::Body | Of::Text | Of::Name))
            && prev.has(Trait::EndsWawNun)
            && s.entry_before.is_some()
        {
            return true;
        }
        if s.how.object {
            // توقع داليتش مباراة كذا: a surname met before, that a common noun cannot go on with.
            if w.found
                && s.entry.is_none()
                && (w.is(Class::Common) || w.is(Class::NotSource))
                && (s.head_of.is_none()
                    || s.head_of == Some(Of::Person) && s.last > 1 && s.complete)
                && !prev.is(Class::GivenName)
                && self.name_like(before)
                && !self.name_like(s.i)
            {
                return true;
            }
            // أثار الرئيس جدلا واسعا: how much there is is the object.
            let next = self.word_at(s.i + 1);
            if w.has(Trait::EndsAlif)
                && w.has(Trait::Over3)
                && s.close()
                && s.last > 1
                && prev.def
                && !w.is(Class::GivenName)
                && self.mark(s.i + 1) == Mark::Word
                && next.has(Trait::EndsAlif)
                && next.has(Trait::Over3)
                && !self.name_word(s.i + 1)
            {
                return true;
            }
        }
        // بدا الوزير متفائلا حين قال: how he was.
        if w.has(Trait::BeginsMim)
            && w.has(Trait::EndsAlif)
            && w.has(Trait::Over5)
            && !w.found
            && s.close()
            && prev.def
            && s.of_before() == Some(Of::Person)
        {
            return true;
        }
        // أكد الوزير نفسه وقوع كذا: behind what stresses the phrase it is over.
        if s.close()
            && s.last > 1
            && matches!(
                self.t.text(before),
                "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "انفسهم" | "بنفسه" | "بنفسها"
            )
        {
            return true;
        }
        if s.close() && (self.his_own(s) || self.done_with_text(s) || self.her_deed(s)) {
            return true;
        }
        // حذرت موسكو واشنطن: two states are two phrases.
        let state = |h: Option<&super::pack::HeadEntry>| {
            h.is_some_and(|h| h.of == Of::Name && h.kind == SourceKind::Organization)
        };
        if s.head_of == Some(Of::Name) && s.close() && state(s.entry_before) && state(s.entry) {
            return true;
        }
        // رجب طيب أردوغان متحديا: what he does meanwhile, behind a name of more than one word or a country.
        w.has(Trait::BeginsMim)
            && w.has(Trait::EndsAlif)
            && w.has(Trait::Over4)
            && !w.found
            && s.close()
            && s.last > 1
            && (prev.has(Trait::Over3) && self.name_like(before) && self.name_like(s.last - 2)
                || s.of_before() == Some(Of::Name))
    }

    /// ختم النائب كلمته: what is his is no part of him.
    fn his_own(&self, s: &Candidate) -> bool {
        s.prev.def
            && s.of_before() == Some(Of::Person)
            && s.w.pronoun > 0
            && s.w.found
            && s.entry.is_none()
            && !s.text.starts_with("باسم")
            && !matches!(
                self.t.core(s.i),
                "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "فسه" | "فسها"
            )
    }

    /// شقيقته هونت من كذا، إسرائيل رفعت كذا: what she did, behind whoever is his or a country.
    fn her_deed(&self, s: &Candidate) -> bool {
        let state = s
            .entry_before
            .is_some_and(|h| h.of == Of::Name && h.kind == SourceKind::Organization);
        s.w.has(Trait::EndsTa)
            && !s.w.has(Trait::EndsAlifTa)
            && !s.w.found
            && s.entry.is_none()
            && self.mark(s.i + 1) == Mark::Word
            && (state && s.head_of == Some(Of::Name)
                || (s.prev.pronoun > 0 || s.prev.has(Trait::EndsTaHa))
                    && s.entry_before.is_some_and(|h| h.of == Of::Person))
    }

    /// وثيقة اطلعت عليها الوكالة: what was done with the text.
    fn done_with_text(&self, s: &Candidate) -> bool {
        s.head_of == Some(Of::Text)
            && (!s.w.found || s.w.is(Class::Common))
            && !s.prev.def
            && s.w.has(Trait::EndsTa)
            && !s.w.has(Trait::EndsAlifTa)
            && s.w.has(Trait::Over4)
    }

    /// Heads that stand for another than the phrase does.
    fn another_bare_head(&self, s: &Candidate) -> bool {
        if !s.complete {
            return false;
        }
        match s.of() {
            // نشر الرئيس تغريدة: an indefinite text after a definite phrase is the object, whatever the verb.
            Some(Of::Text) => s.prev.def && s.w.pronoun == 0,
            // وصف الرئيس نظيره بكذا: whoever is his is another.
            Some(Of::Person) => s.how.object && (s.w.pronoun > 0 || s.text.starts_with("نظير")),
            // أبلغ مصدر أمني وكالة كذا: an outlet is told, it is no part of who tells.
            Some(Of::Body) => {
                matches!(s.head_of, Some(Of::Undisclosed | Of::Person | Of::People))
                    && s.entry.is_some_and(|h| h.kind == SourceKind::Outlet)
            }
            _ => false,
        }
    }

    /// تعتبر أنقرة وحدات كذا: a country stands by itself.
    fn behind_country(&self, s: &Candidate) -> bool {
        s.w.found
            && !s.w.is(Class::GivenName)
            && s.last > 0
            && self.place(s.last - 1)
            && !matches!(self.t.core(s.i), "نفسها" | "فسها" | "ذاتها")
    }

    /// After a body named in full an indefinite word is no part of it: الأمم المتحدة صعوبات.
    fn no_part_of_body(&self, s: &Candidate) -> bool {
        s.complete
            && s.prev.def
            && !matches!(s.head_of, Some(Of::Person) | None)
            && !s.w.is(Class::Preposition)
            && !s.w.is(Class::Other)
            && !matches!(
                self.t.core(s.i),
                "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "فسها"
            )
    }

    /// What a complete phrase does not go on with, being its object or the verb of what follows.
    fn bare_object_behind(&self, s: &Candidate) -> bool {
        let w = s.w;
        // An unknown word in -t after a complete phrase is the verb of what follows: الوزير أخرجت.
        w.has(Trait::EndsTa)
            && !w.found
            && s.prev.def
            && (w.has(Trait::BeginsAlif) && w.has(Trait::Over4)
                // الدبابسة قللت من شأن كذا
                || w.has(Trait::Over3)
                    && self.mark(s.i + 1) == Mark::Word
                    && (self.w(s.i + 1).def || self.is(s.i + 1, Class::Preposition)))
            && !w.has(Trait::EndsAlifTa)
            || s.how.object
                && (w.deed && !self.surname_like_deed(s)
                    || w.is(Class::ClaimNoun)
                    || w.is(Class::Determiner) && w.pronoun == 0
                    || s.of() == Some(Of::Name)
                    || self.owned(s.i)
                    || self.governs_object(s))
            || w.is(Class::Determiner)
                && w.pronoun == 0
                && matches!(self.t.core(s.i), "هذا" | "هذه" | "ذلك" | "تلك")
    }

    /// نفى يوسف تورين أن: a surname in the shape of a verbal noun; what is denied stands behind the that-word.
    fn surname_like_deed(&self, s: &Candidate) -> bool {
        s.close()
            && s.prev.is(Class::GivenName)
            && !s.w.found
            && !s.w.is(Class::Deed)
            && self.is(s.i + 1, Class::That)
    }

    /// توقع الوزير هطول الأمطار: a noun that is no name and has its definite complement.
    fn governs_object(&self, s: &Candidate) -> bool {
        s.close()
            && s.head_of != Some(Of::Name)
            && self.bare_object(s.i)
            && !(self.w(s.i + 1).def && self.word_at(s.i + 1).has(Trait::EndsYa))
    }

    /// Heads that are the object of a phrase, or another country.
    fn bare_head_object(&self, s: &Candidate) -> bool {
        let body_or_people = matches!(s.of(), Some(Of::Body | Of::People));
        // اتهم الوزير جماعة مسلحة ب…، اتهم الوزير حزب كذا ب…: an indefinite body behind a definite subject is the object.
        s.how.object
            && body_or_people
            && (s.complete && s.prev.def
                // حمل قرقاش ميليشيات كذا المسؤولية: a bare name takes no indefinite body.
                || s.head_of.is_none()
                    && s.last > 0
                    && (s.prev.def || self.name_like(s.last - 1)))
            // حذر الرئيس الأميركي روسيا: a country behind a complete office is another.
            || s.head_of == Some(Of::Person)
                && s.last > 1
                && s.prev.def
                && s.entry_before.is_none()
                && self.w(s.last - 2).def
                && s.entry
                    .is_some_and(|h| h.of == Of::Name && h.kind == SourceKind::Organization)
    }
}
