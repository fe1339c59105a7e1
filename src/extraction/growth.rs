//! How a noun phrase grows: which word may go on with it, which preposition belongs to it, where an apposition ends.
//!
//! In one file because the tests of one word follow one another: the first that knows what the word is decides, and their order
//! is what keeps a name from its office and an object from its subject.

use super::inflect::Tense;
use super::lexicon::longer;
use super::pack::{Class, Of};
use super::phrase::{Reader, Reading};
use super::token::Mark;

/// Classes of words with which no phrase goes on.
const ENDING: u64 = Class::That.bit()
    | Class::Relative.bit()
    | Class::Break.bit()
    | Class::SoftBreak.bit()
    | Class::Adverb.bit()
    | Class::Negation.bit()
    | Class::Auxiliary.bit()
    | Class::Pronoun.bit()
    | Class::Preposition.bit()
    | Class::Saying.bit();

impl Reader<'_> {
    /// Whether the word at `i` goes on with a phrase whose last token is before it.
    pub(super) fn goes_on(&self, i: usize, last: usize, head_of: Option<Of>, how: Reading) -> bool {
        // A preposition, a that-word, a word that opens a clause: what most phrases end before. What lets a word go on with a
        // phrase nevertheless needs one of the things excluded here.
        let w = self.word_at(i);
        // جان إيف لو دريان: a particle of a foreign surname, and the surname behind it.
        let particle = |k: usize| matches!(self.t.text(k), "لو" | "دي" | "دو" | "فان" | "فون");
        if last == i
            && last > 1
            && (particle(i)
                && (self.name_like(i - 1) || self.is(i - 1, Class::GivenName))
                && self.mark(i + 1) == Mark::Word
                && !self.w(i + 1).found
                && !self.w(i + 1).def
                && self.w(i + 1).prep.is_none()
                || particle(i - 1)
                    && (self.name_like(i - 2) || self.is(i - 2, Class::GivenName))
                    && self.mark(i) == Mark::Word
                    && !w.found
                    && !w.def
                    && w.prep.is_none())
        {
            return true;
        }
        // What is asked again and again is fetched once: the word, the one before it, and what they head.
        let before = last.wrapping_sub(1);
        let prev = self.word_at(before);
        let (text, core) = (self.t.text(i), self.t.core(i));
        if w.known.classes & ENDING != 0
            && w.found
            && !w.def
            && !w.conj
            && w.known.head == 0
            && !w.is(Class::GivenName)
            && !prev.conj
            && !matches!(text, "عام" | "غير")
            && self.t.text(before) != "غير"
        {
            return false;
        }
        let (entry, entry_before) = (self.pack.head(w), self.pack.head(prev));
        let after_half = last == i
            && last > 1
            && w.def
            && prev.conj
            && self.mark(i) == Mark::Word
            && self.second_half(i - 1, last - 1, head_of);
        if after_half || w.conj && self.second_half(i, last, head_of) {
            return true;
        }
        let complete = self.complete(last);
        // في الشرق الأوسط وشمال أفريقيا
        if w.conj
            && matches!(core, "شمال" | "جنوب" | "شرق" | "غرب" | "وسط")
            && self.mark(i + 1) == Mark::Word
            && self.w(i + 1).known.verb == 0
            && last == i
            && last > 1
            && (last.saturating_sub(3)..last).any(|k| {
                self.is(k, Class::Preposition)
                    || matches!(self.t.core(k), "شرق" | "غرب" | "شمال" | "جنوب")
            })
        {
            return true;
        }
        if last == i
            && last > 2
            && prev.conj
            && matches!(
                self.t.core(last - 1),
                "شمال" | "جنوب" | "شرق" | "غرب" | "وسط"
            )
            && self.mark(i) == Mark::Word
            && w.known.verb == 0
            && !w.is(Class::That)
        {
            return true;
        }
        // ينس لايركه، …: a surname that begins like a preposition.
        if last == i
            && last > 0
            && self.is(last - 1, Class::GivenName)
            && !w.found
            && !w.def
            && !w.conj
            && w.pronoun == 0
            && w.known.head == 0
            && text.starts_with(['ل', 'ب'])
            && longer(text, 3)
            && (self.mark(i + 1) != Mark::Word || self.is(i + 1, Class::That))
        {
            return true;
        }
        if self.is_name_ali(i) {
            return true;
        }
        // مدير عام الشركة
        if text == "عام" && last > 0 && head_of == Some(Of::Person) && prev.known.head != 0 {
            return true;
        }
        if matches!(
            text,
            "لما" | "بما" | "مما" | "ما" | "كيف" | "لماذا" | "متي" | "كيفيه" | "الا"
        ) {
            return false;
        }
        // اتهم ناشطون قوات كذا: a sound plural in its full form waits for no complement.
        if head_of == Some(Of::People)
            && last > 0
            && self.mark(last - 1) == Mark::Word
            && self.t.text(last - 1).ends_with("ون")
            && prev.known.head != 0
            && !w.conj
            && w.prep.is_none()
            && (w.def && !prev.def
                || !w.def && entry.is_some_and(|h| matches!(h.of, Of::Body | Of::Text | Of::Name)))
        {
            return false;
        }
        // أخبر الطبيب الصحفيين: whoever is told is no part of who tells.
        if matches!(head_of, Some(Of::Person | Of::Body))
            && last > 0
            && prev.def
            && prev.known.head != 0
            && w.def
            && !w.conj
            && w.prep.is_none()
            && text.ends_with("ين")
            && entry.is_some_and(|h| h.of == Of::People)
        {
            return false;
        }
        // توقع داليتش مباراة كذا: a surname met before, that a common noun cannot go on with.
        if how.object
            && (head_of.is_none() || head_of == Some(Of::Person) && last > 1 && complete)
            && last > 0
            && self.name_like(last - 1)
            && !self.is(last - 1, Class::GivenName)
            && w.found
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && w.known.head == 0
            && (w.is(Class::Common) || w.is(Class::NotSource))
            && !self.name_like(i)
        {
            return false;
        }
        // وصف بوتين العقوبات بأنها كذا، انتقد ترامب الدول الأعضاء: no surname is a plural or a body behind its article.
        if how.object
            && matches!(head_of, None | Some(Of::Person))
            && last == i
            && last > 0
            && (self.is(last - 1, Class::GivenName)
                || self.name_like(last - 1)
                    && (self.tok(last - 1).is_some_and(|t| t.count > 1)
                        || last > 1 && self.is(last - 2, Class::GivenName)))
            && w.def
            && w.prep.is_none()
            && !w.conj
            && (w.found && text.ends_with("ات") && longer(text, 5)
                || entry.is_some_and(|h| matches!(h.of, Of::Body | Of::People)))
        {
            return false;
        }
        // أثار الرئيس جدلا واسعا، الدول الثلاث السفن: how much there is, or behind a number and its article another noun, is the object.
        if how.object
            && last == i
            && last > 1
            && prev.def
            && w.prep.is_none()
            && !w.conj
            && (!w.def
                && text.ends_with('ا')
                && longer(text, 3)
                && !self.is(i, Class::GivenName)
                && self.mark(i + 1) == Mark::Word
                && self.t.text(i + 1).ends_with('ا')
                && longer(self.t.text(i + 1), 3)
                && !self.name_word(i + 1)
                || w.def
                    && !text.ends_with('ي')
                    && !text.ends_with("يه")
                    && self.pack.numbers.contains_key(self.t.core(last - 1)))
        {
            return false;
        }
        // نشطاء تناقلوا صورا: what they did.
        if head_of == Some(Of::People)
            && !w.found
            && !w.def
            && text.ends_with("وا")
            && longer(text, 4)
        {
            return false;
        }
        // نفت البلدية الأمر: what stands before is what she denies.
        if how.object && text == "الامر" && self.mark(i + 1) != Mark::Word && complete {
            return false;
        }
        // طالب البيان المجتمع الدولي: a text takes no body behind its article.
        if head_of == Some(Of::Text)
            && last == i
            && last > 0
            && prev.def
            && prev.known.head != 0
            && w.def
            && w.prep.is_none()
            && !w.conj
            && entry.is_some_and(|h| matches!(h.of, Of::Body | Of::People))
        {
            return false;
        }
        // حذرت موسكو واشنطن: two states are two phrases.
        let state = |k: usize| {
            self.pack.head(&self.w(k)).is_some_and(|h| {
                h.of == Of::Name && h.kind == super::output::SourceKind::Organization
            })
        };
        if last == i
            && last > 0
            && head_of == Some(Of::Name)
            && !w.conj
            && w.prep.is_none()
            && state(last - 1)
            && state(i)
            && !w.def
        {
            return false;
        }
        // بشكل مباشر، استنادا إلى is how, not who.
        if matches!(
            text,
            "بشكل"
                | "بصوره"
                | "بطريقه"
                | "استنادا"
                | "اعتمادا"
                | "ردا"
                | "تعليقا"
                | "تم"
                | "تمت"
                | "جري"
        ) {
            return false;
        }
        // رجب طيب أردوغان متحديا: what he does meanwhile, behind a name of more than one word or a country.
        if last == i
            && last > 1
            && !w.def
            && !w.conj
            && !w.found
            && w.prep.is_none()
            && text.starts_with('م')
            && text.ends_with('ا')
            && longer(text, 4)
            && (longer(self.t.text(last - 1), 3)
                && self.name_like(last - 1)
                && self.name_like(last - 2)
                || entry_before.is_some_and(|h| h.of == Of::Name))
        {
            return false;
        }
        // تركت صحيفة واشنطن بوست عمودا فارغا: what ends in alef behind an outlet's name is no part of it.
        if head_of == Some(Of::Body)
            && last > 0
            && !w.found
            && !w.conj
            && text.ends_with('ا')
            && longer(text, 4)
            && entry_before
                .is_some_and(|h| h.of == Of::Name && h.kind == super::output::SourceKind::Outlet)
        {
            return false;
        }
        // هدى سالم الوفد: a body is no part of a person's name.
        if last == i
            && last > 0
            && matches!(head_of, Some(Of::Person) | None)
            && w.def
            && !w.conj
            && w.prep.is_none()
            && !prev.def
            && self.is(last - 1, Class::GivenName)
            && entry.is_some_and(|h| h.of == Of::Body)
        {
            return false;
        }
        // كامبل أول امرأة: no name goes on with an ordinal.
        if head_of.is_none()
            && last > 0
            && !prev.def
            && matches!(text, "اول" | "ثاني" | "ثالث" | "رابع" | "خامس" | "اخر")
        {
            return false;
        }
        // قناة كذا المتحدثة باسم الحزب; باسم is a given name as well.
        if last == i
            && last > 0
            && text == "باسم"
            && ["متحدث", "ناطق"]
                .iter()
                .any(|s| self.t.core(last - 1).starts_with(s))
        {
            return true;
        }
        // الوزير المكلف بالهجرة، الهيئة المنظمة لوسائل كذا: an adjective that takes a preposition of its own.
        if last == i
            && last > 0
            && w.prep.is_some()
            && self.governs(last - 1, w.prep)
            && self.mark(i) == Mark::Word
        {
            return true;
        }
        // مصادر طبية وعسكرية، دول غربية وعربية: a second adjective in the form of the first.
        if last == i && text.starts_with('و') && self.second_adjective(i, head_of) {
            return true;
        }
        // المنظمة غير الحكومية، منظمات غير حكومية
        if text == "غير"
            && last > 0
            && (prev.def && self.w(i + 1).def
                || last == i
                    && !prev.def
                    && matches!(head_of, Some(Of::Body | Of::Undisclosed | Of::People))
                    && self.mark(i + 1) == Mark::Word
                    && !self.w(i + 1).def
                    && self.w(i + 1).prep.is_none()
                    && (self.t.text(i + 1).ends_with("يه") || self.t.text(i + 1).ends_with('ي')))
        {
            return true;
        }
        if last > 0 && self.t.text(last - 1) == "غير" && last == i && !w.def && i > 1 {
            return !self.w(i - 2).def && text.ends_with(['ه', 'ي']);
        }
        if last > 0 && self.t.text(last - 1) == "غير" {
            return w.def;
        }
        // صحيفة الصنداي تايمز
        if head_of == Some(Of::Body)
            && !w.conj
            && w.prep.is_none()
            && entry
                .is_some_and(|h| h.of == Of::Name && h.kind == super::output::SourceKind::Outlet)
        {
            return true;
        }
        // تعتبر أنقرة وحدات كذا: a country stands by itself.
        if how.object
            && last > 0
            && self.place(last - 1)
            && w.found
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && !w.is(Class::GivenName)
            && !matches!(core, "نفسها" | "فسها" | "ذاتها")
        {
            return false;
        }
        // واصلت ماي تهديداتها: what is hers is the object.
        if head_of.is_none() && self.owned(i) {
            return false;
        }
        if self.tok(i).is_some_and(|t| t.end - t.at == 1)
            || w.is(Class::Addressee) && w.prep.is_none() && text.starts_with('ل')
        {
            return false;
        }
        if self.anonymity(i) {
            return false;
        }
        // مكتب الاتصال الحكومي الشيخ فلان: a person after a complete body is another phrase.
        if head_of == Some(Of::Body)
            && complete
            && prev.def
            && w.def
            && w.prep.is_none()
            && !w.conj
            && entry.is_some_and(|h| h.of == Of::Person)
            && self.name_like(i + 1)
        {
            return false;
        }
        // نشر الرئيس تغريدة: an indefinite text after a definite phrase is the object, whatever the verb.
        if complete
            && prev.def
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && w.pronoun == 0
            && entry.is_some_and(|h| h.of == Of::Text)
        {
            return false;
        }
        // دعا المنسق المجتمع الدولي: neither does a definite office.
        if how.object
            && head_of == Some(Of::Person)
            && last > 0
            && prev.def
            && entry_before.is_some_and(|h| h.of == Of::Person)
            && w.def
            && w.prep.is_none()
            && !w.conj
            && entry.is_some_and(|h| h.of == Of::Body)
        {
            return false;
        }
        // ضاعفت الولايات المتحدة الرسوم: the name of the country is complete.
        if how.object
            && last > 0
            && self.t.core(last - 1) == "متحده"
            && w.def
            && w.prep.is_none()
            && !w.conj
            && entry.is_none_or(|h| h.of != Of::Person)
            && !core.starts_with("امريكي")
            && !core.starts_with("اميركي")
        {
            return false;
        }
        // وصف الرئيس نظيره بكذا: whoever is his is another.
        if how.object
            && complete
            && (w.pronoun > 0 || text.starts_with("نظير"))
            && !w.def
            && w.prep.is_none()
            && !w.conj
            && entry.is_some_and(|h| h.of == Of::Person)
        {
            return false;
        }
        // اتهم التحالف الأمم المتحدة: a definite body takes no other definite body.
        if how.object
            && head_of == Some(Of::Body)
            && w.def
            && w.prep.is_none()
            && !w.conj
            && prev.def
            && entry_before.is_some_and(|h| h.of == Of::Body)
            && entry.is_some_and(|h| matches!(h.of, Of::Body | Of::People))
        {
            return false;
        }
        // ختم النائب كلمته: what is his is no part of him.
        if last == i
            && prev.def
            && entry_before.is_some_and(|h| h.of == Of::Person)
            && w.pronoun > 0
            && w.found
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && w.known.head == 0
            && !text.starts_with("باسم")
            && !matches!(core, "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "فسه" | "فسها")
        {
            return false;
        }
        // اعتبر الوزير الاتفاق هزيمة: a plan or a law is no adjective.
        if last == i
            && how.object
            && (prev.def || self.place(before))
            && w.def
            && !w.conj
            && w.prep.is_none()
            && w.is(Class::NotSource)
            && w.known.head == 0
        {
            return false;
        }
        // مصادر عدة، جهات عدة: how many there are.
        if last == i && core == "عده" && !w.def && !prev.def && entry_before.is_some() {
            return true;
        }
        // وثيقة اطلعت عليها الوكالة: what was done with the text.
        if head_of == Some(Of::Text)
            && last == i
            && (!w.found || w.is(Class::Common))
            && !w.def
            && !w.conj
            && !prev.def
            && text.ends_with('ت')
            && !text.ends_with("ات")
            && longer(text, 4)
        {
            return false;
        }
        if last == i && self.disagrees(i) {
            return false;
        }
        // نفى الطرفان التوصل إلى: a definite verbal noun after a complete definite phrase too.
        let refused = || matches!(core, "تعليق" | "كشف" | "افصاح" | "ادلاء" | "خوض");
        // قسم الاستقبال: an indefinite noun that is no name waits for its complement.
        let waits = || {
            last == i
                && last > 0
                && self.mark(last - 1) == Mark::Word
                && !prev.def
                && prev.pronoun == 0
                && prev.known.head == 0
                && (prev.found
                    && !self.name_like(last - 1)
                    && !self.t.text(last - 1).ends_with(['ي', 'ه', 'ن', 'ا'])
                    // مدير عام قسم الاستقبال
                    || last > 2
                        && self.t.text(last - 2) == "عام"
                        && self
                            .pack
                            .head(&self.w(last - 3))
                            .is_some_and(|h| h.of == Of::Person))
        };
        if complete
            && w.def
            && w.prep.is_none()
            && !w.conj
            && w.known.head == 0
            && (how.object && self.definite_deed(i) && !waits() || refused())
        {
            return false;
        }
        // نشطاء أكراد القوات: an indefinite phrase with its adjective takes no definite noun.
        if how.object
            && matches!(head_of, Some(Of::People | Of::Undisclosed | Of::Body))
            && w.def
            && w.prep.is_none()
            && !w.conj
            && last > 1
            && self.mark(last - 1) == Mark::Word
            && !prev.def
            && self.mark(last - 2) == Mark::Word
            && self.pack.head(&self.w(last - 2)).is_some_and(|h| {
                matches!(h.of, Of::People | Of::Undisclosed) || h.of == Of::Body && !prev.found
            })
            && !self.w(last - 2).def
        {
            return false;
        }
        // أعلن مصدر عسكري مسؤول القضاء على كذا: nor one with two.
        if how.object
            && head_of == Some(Of::Undisclosed)
            && w.def
            && w.prep.is_none()
            && !w.conj
            && last > 2
            && complete
            && (last - 3..last).all(|k| {
                self.mark(k) == Mark::Word && !self.w(k).def && !self.is(k, Class::Preposition)
            })
            && self.t.text(last - 2).ends_with(['ي', 'ه'])
            && self
                .pack
                .head(&self.w(last - 3))
                .is_some_and(|h| h.of == Of::Undisclosed)
        {
            return false;
        }
        // وصف الرئيس الأميركي التحقيق بأنه كذا: a definite text is no part of a complete office.
        if how.object
            && head_of == Some(Of::Person)
            && w.def
            && w.prep.is_none()
            && !w.conj
            && last > 1
            && prev.def
            && self.w(last - 2).def
            && self.mark(last - 1) == Mark::Word
            && entry.is_some_and(|h| h.of == Of::Text)
        {
            return false;
        }
        // وصف مسؤول أمني الحادث بكذا: neither does an office with its adjective.
        if how.object
            && head_of == Some(Of::Person)
            && w.def
            && w.prep.is_none()
            && !w.conj
            && last > 1
            && let Some(h) = (last.saturating_sub(4)..last - 1).rev().find(|&k| {
                self.pack
                    .head(&self.w(k))
                    .is_some_and(|h| h.of == Of::Person)
            })
            && (h..last).all(|k| {
                self.mark(k) == Mark::Word && !self.w(k).def && self.w(k).prep.is_none() || k == h
            })
            && !self.w(h).def
            && self.pack.head(&self.w(h + 1)).is_none()
            && entry_before.is_none()
            && !matches!(core, "مستوي" | "شان" | "رتبه")
            && (self.t.text(h + 1).ends_with('ي') || self.t.text(h + 1).ends_with("يه"))
        {
            return false;
        }
        // أبلغ مصدر أمني وكالة كذا: an outlet is told, it is no part of who tells.
        if matches!(head_of, Some(Of::Undisclosed | Of::Person | Of::People))
            && !w.def
            && w.prep.is_none()
            && !w.conj
            && complete
            && entry
                .is_some_and(|h| h.of == Of::Body && h.kind == super::output::SourceKind::Outlet)
        {
            return false;
        }
        // لحقوق الإنسان after a body: the preposition is not known from the word, the definite noun behind it shows it.
        if w.prep.is_none()
            && !w.found
            && !w.def
            && text.starts_with('ل')
            && longer(text, 3)
            && matches!(head_of, Some(Of::Body | Of::Person))
            && self.mark(i + 1) == Mark::Word
            && self.w(i + 1).def
            && self.w(i + 1).prep.is_none()
            && prev.def
        {
            return true;
        }
        // تعهد فلان بصد الهجوم; but not جورج بوش.
        if how.with_b
            && !w.found
            && complete
            && text.starts_with('ب')
            && (longer(text, 3)
                || longer(text, 2)
                    && self.w(i + 1).def
                    && !self.is(i.wrapping_sub(1), Class::GivenName))
        {
            return false;
        }
        // A name met again and again does not go on with a word met once: غوتيريش صورة.
        let count = |k: usize| self.tok(k).map_or(0, |t| t.count);
        if head_of.is_none()
            && last > 0
            && count(last - 1) >= 2
            && (count(i) == 1
                && self.name_like(i)
                && self.mark(i + 1) == Mark::Word
                && !self.is(i + 1, Class::That)
                || w.def && !w.found && last == 1 + i.saturating_sub(1) && !text.ends_with('ي'))
            && self.name_like(last - 1)
            && !self.is(last - 1, Class::GivenName)
        {
            return false;
        }
        // After a body named in full an indefinite word is no part of it: الأمم المتحدة صعوبات.
        if matches!(
            head_of,
            Some(Of::Body | Of::Text | Of::Name | Of::Undisclosed | Of::People)
        ) && complete
            && prev.def
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && !w.is(Class::Preposition)
            && !matches!(core, "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "فسها")
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
            && !self.is(last.wrapping_sub(1), Class::Determiner)
            && !self.is(last.wrapping_sub(1), Class::GivenName)
        {
            return false;
        }
        // اتهمت موسكو الفصائل: a name stands by itself.
        if how.object
            && last > 0
            && entry_before.is_some_and(|h| h.of == Of::Name)
            && w.def
            && w.known.head != 0
            && self.t.core(last - 1) != "عربيه"
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
            || w.is(Class::OwnWord) && core.starts_with("قول")
            || self.phrase(i, Class::Adverb) > 0
            || self.phrase(i, Class::Break) > 0
        {
            return false;
        }
        // Another verb ends the phrase, save where it is a name after a given name.
        if w.is(Class::Doing)
            && !w.def
            && w.known.head == 0
            && w.prep.is_none()
            && !self.is(i.wrapping_sub(1), Class::GivenName)
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
                // كارين بيرس
                if core == "اسم"
                    || !w.found && !w.def && self.is(i.wrapping_sub(1), Class::GivenName)
                {
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
                // مراسل لوكالة كذا: of whom he is one.
                if head_of == Some(Of::Person)
                    && last == i
                    && last > 0
                    && !prev.def
                    && self.t.core(last - 1).starts_with("مراسل")
                    && entry.is_some_and(|h| h.kind == super::output::SourceKind::Outlet)
                {
                    return true;
                }
                if w.is(Class::Addressee) || w.known.verb != 0 || how.object && w.deed {
                    return false;
                }
                let office = matches!(
                    head_of,
                    Some(Of::Person | Of::People | Of::Body | Of::Undisclosed)
                );
                // لحقوق الإنسان، لكرة القدم، لشركة كذا
                let next = self.word_at(i + 1);
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
                    && entry.is_some_and(|h| {
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
                    || head_of == Some(Of::Person) && core.starts_with("شوون");
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
            && prev.def
            && text.starts_with('ا')
            && text.ends_with('ت')
            && !text.ends_with("ات")
            && longer(text, 4)
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
            if entry.is_some_and(|h| h.of == Of::Name) && !w.def {
                return false;
            }
            // اتهم الوزير جماعة مسلحة ب…، اتهم الوزير حزب كذا ب…: an indefinite body behind a definite subject is the object.
            if !w.def
                && !w.conj
                && w.prep.is_none()
                && prev.def
                && entry.is_some_and(|h| matches!(h.of, Of::Body | Of::People))
            {
                return false;
            }
        }
        // صحيفة واشنطن بوست فلان: a person is no part of an outlet's name.
        if head_of == Some(Of::Body)
            && last > 0
            && !w.conj
            && self.is(i, Class::GivenName)
            && entry_before
                .is_some_and(|h| h.of == Of::Name && h.kind == super::output::SourceKind::Outlet)
        {
            return false;
        }
        // حمل قرقاش ميليشيات كذا المسؤولية: a bare name takes no indefinite body.
        if how.object
            && head_of.is_none()
            && last > 0
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && (self.name_like(last - 1) || prev.def)
            && entry.is_some_and(|h| matches!(h.of, Of::Body | Of::People))
        {
            return false;
        }
        // دانت فرنسا الهجوم: nor a country a definite noun that is no adjective.
        if how.object
            && complete
            && w.def
            && !w.conj
            && w.prep.is_none()
            && entry_before.is_some_and(|h| h.of == Of::Name)
            && !prev.def
            && !text.ends_with('ي')
            && !text.ends_with("يه")
        {
            return false;
        }
        // حذر الرئيس الأميركي روسيا: a country behind a complete office is another.
        if head_of == Some(Of::Person)
            && last > 1
            && prev.def
            && self.w(last - 2).def
            && prev.known.head == 0
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && entry.is_some_and(|h| {
                h.of == Of::Name && h.kind == super::output::SourceKind::Organization
            })
        {
            return false;
        }
        // توقع الوزير هطول الأمطار: so does a noun that is no name and has its definite complement.
        if how.object
            && complete
            && i == last
            && head_of != Some(Of::Name)
            && self.bare_object(i)
            && !self
                .w(i + 1)
                .def
                .then(|| self.t.text(i + 1))
                .is_some_and(|t| t.ends_with('ي'))
        {
            return false;
        }
        if w.is(Class::Determiner)
            && w.pronoun == 0
            && i > 0
            && !w.def
            && complete
            && matches!(core, "هذا" | "هذه" | "ذلك" | "تلك")
        {
            return false;
        }
        true
    }

    /// Whether the participle at `i` goes on with this preposition: مكلف ب, تابع ل.
    fn governs(&self, i: usize, prep: Option<char>) -> bool {
        let list: &[&str] = match prep {
            Some('ب') => &[
                "مكلف",
                "معني",
                "مختص",
                "خاص",
                "متعلق",
                "مرتبط",
                "ملقب",
                "معروف",
                "متحدث",
                "ناطق",
            ],
            Some('ل') => &[
                "تابع",
                "موالي",
                "منظم",
                "مناهض",
                "مويد",
                "داعم",
                "ممثل",
                "مالك",
                "مناصر",
                "معادي",
                "مشغل",
            ],
            _ => return false,
        };
        let core = self.t.core(i);
        let stem = core.strip_suffix("ين").or_else(|| core.strip_suffix("ون"));
        let stem = stem.or_else(|| core.strip_suffix('ه')).unwrap_or(core);
        i > 0 && self.mark(i - 1) == Mark::Word && list.contains(&stem)
    }

    /// Whether the word at `i` is an adjective that is joined by و to one of the same form: غربية وعربية.
    fn second_adjective(&self, i: usize, head_of: Option<Of>) -> bool {
        let Some(before) = i.checked_sub(1) else {
            return false;
        };
        let (w, first) = (self.word_at(i), self.word_at(before));
        let (text, one) = (self.t.text(i), self.t.text(before));
        let ending = |t: &str| ["يه", "ون", "ين", "ي"].into_iter().find(|e| t.ends_with(e));
        matches!(
            head_of,
            Some(Of::Undisclosed | Of::People | Of::Body | Of::Text)
        ) && self.mark(i) == Mark::Word
            && self.mark(before) == Mark::Word
            && text.starts_with('و')
            && longer(text, 4)
            && (w.conj || !w.found)
            && !w.def
            && !first.def
            && w.known.verb == 0
            && first.known.head == 0
            && first.prep.is_none()
            && ending(text).is_some()
            && ending(text) == ending(one)
            && longer(one, 3)
    }

    /// مدير الاستخبارات ومكافحة الإرهاب: the second half of what an office is for.
    fn second_half(&self, i: usize, last: usize, head_of: Option<Of>) -> bool {
        let w = self.word_at(i);
        matches!(head_of, Some(Of::Person))
            && self.mark(i) == Mark::Word
            && w.conj
            && !w.def
            && w.pronoun == 0
            && !self.finite(i)
            && (self.t.core(i).starts_with("مكافح") || w.deed || w.is(Class::Deed))
            && self.mark(i + 1) == Mark::Word
            && self.w(i + 1).def
            && self.w(i + 1).prep.is_none()
            && last > 1
            && self.w(last - 1).def
            && !self.w(last - 2).def
            && self.mark(last - 2) == Mark::Word
    }

    /// Whether a phrase could end before `last`: its last word is no noun still waiting for its complement.
    pub(super) fn complete(&self, last: usize) -> bool {
        let Some(i) = last.checked_sub(1) else {
            return false;
        };
        let w = self.word_at(i);
        if self.mark(i) != Mark::Word {
            return true;
        }
        if w.def {
            return true;
        }
        match self.pack.head(w) {
            // مصادر دبلوماسية، مصدر أمني مسؤول: an adjective here, though it may be an office.
            Some(h) if h.of == Of::Person && i > 0 && !self.w(i - 1).def => {
                w.pronoun > 0
                    || (i.saturating_sub(3)..i)
                        .rev()
                        .take_while(|&k| {
                            let before = self.w(k);
                            self.mark(k) == Mark::Word && !before.def && before.prep.is_none()
                        })
                        .any(|k| {
                            self.pack
                                .head(&self.w(k))
                                .is_some_and(|n| n.of == Of::Undisclosed)
                        })
            }
            Some(h) => matches!(h.of, Of::Name | Of::People | Of::Undisclosed) || w.pronoun > 0,
            // مكافحة الإرهاب: a verbal noun waits for its complement.
            None => {
                !w.is(Class::Determiner)
                    && w.prep.is_none()
                    && !(w.is(Class::Deed) && w.pronoun == 0 && self.t.text(i).ends_with('ه'))
            }
        }
    }

    /// Whether the preposition at `i` leads in a phrase that belongs to the source.
    pub(super) fn belongs(&self, i: usize, last: usize, head_of: Option<Of>, end: usize) -> bool {
        let next = self.word_at(i + 1);
        if matches!(self.t.text(i), "في" | "ب")
            && self.is(i + 1, Class::Preposition)
            && self.place(i + 2)
            && i + 2 < end
        {
            return matches!(head_of, Some(Of::Undisclosed | Of::Person | Of::People));
        }
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
            "في" => {
                let seat = |k: usize| {
                    matches!(
                        self.t.core(k),
                        "سفاره"
                            | "قنصليه"
                            | "بعثه"
                            | "مكتب"
                            | "ممثليه"
                            | "جامعه"
                            | "معهد"
                            | "مستشفي"
                    )
                };
                office
                    || head_of == Some(Of::Body)
                        && self.place(i + 1)
                        && (last.saturating_sub(5)..last).any(seat)
            }
            "من" => {
                office
                    && (!matches!(head_of, Some(Of::Person))
                        || last > 0 && !self.w(last - 1).def && self.pack.head(next).is_some())
                    || matches!(
                        before,
                        "فريق" | "مجموعه" | "عدد" | "طاقم" | "اثنان" | "اثنين"
                    )
                    || self.pack.numbers.contains_key(before) && self.pack.head(next).is_some()
                    || before.starts_with("مقرب")
                    || before.starts_with("قريب")
                    || ["مولف", "مكون", "مشكل", "مدعوم", "ممول"]
                        .iter()
                        .any(|v| before.starts_with(v))
            }
            "مع" => before.starts_with("متحالف") || before.starts_with("متعاون"),
            "علي" => {
                before.starts_with("مطلع")
                    || before == "قضاء" && self.w(last.wrapping_sub(1)).prep == Some('ل')
                    || before.starts_with("مشرف")
                    || before.starts_with("قايم")
            }
            "عن" => {
                before.starts_with("مسوول")
                    || before.starts_with("مدافع")
                    || before.starts_with("منبثق")
                    || before.starts_with("منشق")
                    || head_of == Some(Of::Text) && before.starts_with("صادر")
                    || matches!(before, "نايب" | "عضو" | "ممثل" | "نايبه" | "مندوب" | "مرشح")
            }
            // المبعوث الأممي إلى اليمن
            "الي" => {
                head_of == Some(Of::Person)
                    && self.place(i + 1)
                    && (last.saturating_sub(4)..last).any(|k| {
                        matches!(
                            self.t.core(k),
                            "مبعوث" | "مبعوثه" | "موفد" | "سفير" | "سفيره" | "مندوب"
                        )
                    })
            }
            "لدي" => office,
            // نشطاء خارج المملكة
            "خارج" | "داخل" => head_of == Some(Of::People),
            "شمال" | "جنوب" | "شرق" | "غرب" | "شمالي" | "جنوبي" | "شرقي" | "غربي" | "وسط" => {
                (office || head_of == Some(Of::Body)) && self.place(i + 1)
            }
            _ => false,
        }
    }

    /// An apposition after the comma at `i`: the end of its phrase.
    pub(super) fn apposition(
        &self,
        i: usize,
        end: usize,
        head_of: Option<Of>,
        how: Reading,
    ) -> Option<usize> {
        if !matches!(
            head_of,
            Some(Of::Person | Of::People | Of::Undisclosed | Of::Body)
        ) && !self.name_like(i.checked_sub(1)?)
            // فلان العلاني، مدير كذا
            && !(head_of.is_none()
                && i > 1
                && self.w(i - 1).def
                && !self.w(i - 1).found
                && self.name_like(i - 2))
        {
            return None;
        }
        let j = i + 1;
        let w = self.word_at(j);
        // علق الوزير، فلان، عمله: what is his is no other name of him.
        // بريتني كيزر: a name that only looks so.
        let named = self.mark(j + 1) == Mark::Word
            && !self.w(j + 1).found
            && !self.w(j + 1).def
            && self.mark(j + 2) == Mark::Comma;
        let his = w.pronoun > 0 && w.known.head == 0 && !w.def && !named;
        if self.mark(j) != Mark::Word
            || w.conj
            || his
            || w.deed && !w.def && w.known.head == 0
            || !self.starts(j, false)
            || w.is(Class::Occasion) && w.known.head == 0
            || self.phrase(j, Class::Adverb) > 0
            || self.phrase(j, Class::Break) > 0
        {
            return None;
        }
        let sub = self.noun_phrase(j, end, Reading { plain: true, ..how })?;
        if sub.b - sub.a > 12 || sub.b > end {
            return None;
        }
        let k = sub.b;
        // اتهم المتحدث، فلان، الرئيس بكذا: what stands before the charge is the accused.
        if how.object
            && (self.w(k).prep == Some('ب')
                || self.is(k, Class::That) && self.t.stem(k).starts_with("با"))
        {
            return None;
        }
        let closes = matches!(
            self.mark(k),
            Mark::Comma | Mark::Colon | Mark::Open | Mark::BracketOpen
        ) || self.is(k, Class::That)
            || self.is(k, Class::Time)
            || self.is(k, Class::Preposition)
            || self.w(k).prep.is_some()
            || how.object && (self.w(k).deed || self.is(k, Class::ClaimNoun))
            || self.is(k, Class::Auxiliary)
            || self.w(k).conj && sub.head != 0
            || self.finite(k);
        let person = sub.head != 0
            || (self.name_like(j) || named || self.person_name(j, end).is_some())
                && matches!(head_of, Some(Of::Person) | None);
        (closes && person).then_some(sub.b)
    }
}
