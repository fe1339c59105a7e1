//! Forms that are a reporting verb in some places and another word in others, and verbs of saying that say nothing where they stand.

use super::inflect::{Agreement, Tense};
use super::output::Act;
use super::pack::{Class, Script, Sort, VerbEntry};
use super::phrase::Reader;
use super::token::Mark;

impl Reader<'_> {
    /// A form that is a verb in some places and another word in others: taken for a verb only where a clause begins.
    pub(super) fn reporting_homograph(&self, i: usize, a: usize, _b: usize) -> bool {
        let w = self.w(i);
        // وطالب بفتح تحقيق، طالب الوزير بكذا: he demands, no student.
        let demands = || {
            self.t.core(i) == "طالب"
                && (w.conj || i == a || self.mark(i - 1) != Mark::Word)
                && self.mark(i + 1) == Mark::Word
                && (self.w(i + 1).prep == Some('ب')
                    || self.w(i + 1).def
                    || self.pack.head(&self.w(i + 1)).is_some())
        };
        (w.known.head == 0 || demands())
            && !w.def
            && w.prep.is_none()
            && !(w.is(Class::Place) && w.pronoun == 0)
            && (i == a
                || w.conj
                || i == a + 1 && self.mark(a) != Mark::Word
                || self.voices(i)
                // وكان الوزير قد رفض، الوزير رفض الاتهامات
                || i > a
                    && w.known.verb != 0
                    && (matches!(self.t.text(i - 1), "قد" | "وقد" | "لقد")
                        || (self.w(i - 1).def || self.name_like(i - 1))
                            && self.is(i + 1, Class::ClaimNoun)
                            && self.w(i + 1).def)
                || w.is(Class::Preposition)
                    && (self.made_clear(i, a)
                        || i > a
                            && (self.t.text(i - 1) == "كما"
                                && self.pack.head(&self.w(i + 1)).is_some()
                                || (self.is(i - 1, Class::SoftBreak)
                                    || self.t.text(i - 1) == "حيث")
                                    && self.t.text(i + 1) == "عن")))
            && !w.is(Class::Plain)
    }

    /// وفي رده على سؤال، بين الوزير فلان أن: between a comma and somebody who says that.
    pub(super) fn made_clear(&self, i: usize, a: usize) -> bool {
        // بين فلان الفلاني أن: whoever it is, for no second stands between him and the that-word.
        let alone = || {
            let w = self.w(i + 1);
            self.mark(i + 1) == Mark::Word
                && !w.def
                && w.prep.is_none()
                && (i + 2..i + 5).any(|k| {
                    self.is(k, Class::That)
                        && !self.w(k).conj
                        && (i + 1..k).all(|x| {
                            self.mark(x) == Mark::Word
                                && !self.w(x).conj
                                && !self.t.text(x).starts_with('و')
                        })
                })
        };
        i > a
            && self.mark(i - 1) == Mark::Comma
            && (self.pack.head(&self.w(i + 1)).is_some()
                || self.is(i + 1, Class::GivenName)
                || alone())
            && (i + 2..i + 9)
                .take_while(|&k| self.mark(k) == Mark::Word)
                .any(|k| self.is(k, Class::That))
    }

    /// عبر عن قلقه، عبر الوزير عن أمله: what is his, behind عن and somebody short between, is expressed; the preposition takes another noun.
    pub(super) fn voices(&self, i: usize) -> bool {
        let his = |k: usize| {
            let w = self.word_at(k);
            self.mark(k) == Mark::Word && !w.def && w.prep.is_none() && {
                let text = self.t.text(k);
                w.pronoun > 0 || w.deed && (text.ends_with('ه') || text.ends_with("ها"))
            }
        };
        self.t.core(i) == "عبر"
            && (i + 1..i + 7)
                .take_while(|&k| self.mark(k) == Mark::Word)
                .find(|&k| self.is(k, Class::Preposition))
                .is_some_and(|k| self.t.text(k) == "عن" && his(k + 1))
    }

    /// Whether a form spelled like a noun must be one here: after a preposition or a noun that waits for it.
    pub(super) fn noun_here(&self, i: usize, a: usize) -> bool {
        let w = self.w(i);
        // على تواصل مع كذا: behind a bare preposition stands a noun.
        if i > a
            && !w.conj
            && w.prep.is_none()
            && self.mark(i - 1) == Mark::Word
            && matches!(
                self.t.text(i - 1),
                "علي"
                    | "في"
                    | "من"
                    | "الي"
                    | "عن"
                    | "مع"
                    | "رغم"
                    | "بعد"
                    | "قبل"
                    | "منذ"
                    | "خلال"
                    | "وسط"
            )
            && !self.is_name_ali(i - 1)
            && w.known.form.agreement != Agreement::They
        {
            return true;
        }
        if w.known.form.tense != Tense::Past || w.known.form.agreement != Agreement::He {
            return false;
        }
        // ورد ذكرها: a mention of her.
        if i > a
            && matches!(self.t.text(i - 1), "ورد" | "يرد" | "جاء" | "ياتي")
            && self.t.stem(i).starts_with("ذكر")
        {
            return true;
        }
        // يصعب توقع ما يحدث: behind what is hard, possible or needed stands what is so.
        if i > a
            && !w.conj
            && w.pronoun == 0
            && matches!(
                self.t.core(i - 1),
                "يصعب" | "يسهل" | "يمكن" | "يستحيل" | "ينبغي" | "يجب" | "يتعين" | "يتوجب"
            )
        {
            return true;
        }
        // نفيه is his denial; whom he denies would be نفاه.
        if w.pronoun > 0 && self.t.core(i).starts_with("نفي") && !w.conj {
            return true;
        }
        // في معرض رده على السؤال; ومما قاله فلان is a verb.
        if w.pronoun > 0 {
            return i > a
                && !self.t.stem(i - 1).ends_with("ما")
                && !w.conj
                && self.t.core(i).chars().count() < 5
                && (self.is(i - 1, Class::Preposition)
                    || self.is(i - 1, Class::Occasion) && self.is(i - 2, Class::Preposition));
        }
        // نفي is a noun if it does not end in alef maqsura, unless it begins a clause.
        let yeh = self.t.text(i).ends_with('ي') && self.tok(i).is_some_and(|t| !t.maqsura);
        // قرار نقل السفارة: in construct after an indefinite noun, for verbs whose noun is spelled alike.
        let prev = self.w(i.saturating_sub(1));
        let alike = self.pack.verb(&w).is_some_and(|v| {
            v.measure == 1
                && matches!(
                    v.root.as_str(),
                    "نقل" | "نسب" | "وصف" | "رفض" | "كشف" | "ذكر" | "ردد" | "شرح" | "سرد" | "حكم"
                )
                // توقيع تعهد
                || v.measure == 5 && v.root == "عهد"
        });
        let construct = i > a
            && alike
            // مسؤولا كشف: what ends in alef waits for no complement.
            && !self.t.text(i - 1).ends_with('ا')
            && self.mark(i - 1) == Mark::Word
            && !prev.def
            && prev.pronoun == 0
            // في غضون ذلك تعهد الوزير بكذا
            && !matches!(self.t.text(i - 1), "ذلك" | "هذا" | "تلك" | "هذه")
            && prev.found
            && prev.known.head == 0
            && prev.known.verb == 0
            && !prev.is(Class::GivenName)
            && prev.known.classes
                & (Class::Auxiliary.bit()
                    | Class::Break.bit()
                    | Class::SoftBreak.bit()
                    | Class::Relative.bit()
                    | Class::That.bit()
                    | Class::Adverb.bit()
                    | Class::Negation.bit()
                    | Class::Time.bit())
                == 0;
        // مؤكدة أن نقل السفارة لا يقوض: behind أن stands a noun.
        // بعد أن نقل الوزير كذا: behind these a verb.
        let behind_that = i > a
            && alike
            && self.is(i - 1, Class::That)
            && self.t.text(i - 1).ends_with('ن')
            && !(i > a + 1 && matches!(self.t.stem(i - 2), "بعد" | "قبل" | "منذ" | "الي"))
            // سبق لرئيسه أن وصف كذا بأنه كذا
            && self.had_done(i, a).is_none();
        // رفضت ذكر اسمها: behind another verb that is not كان stands its object.
        let behind_verb = i > a
            && alike
            && self.mark(i - 1) == Mark::Word
            && prev.known.verb != 0
            && (self.finite(i - 1) || prev.known.form.tense == Tense::Participle)
            && !prev.is(Class::Auxiliary);
        i > a
            && !w.conj
            && (self.is(i - 1, Class::Preposition) && !self.bound(i - 1)
                || yeh
                || construct
                || behind_that
                || behind_verb)
    }

    /// Whether a verb of saying says nothing where it stands: it tells where a thing was published, is asked for, supposed, or of a
    /// conversation.
    pub(super) fn says_nothing(&self, i: usize, a: usize, verb: &VerbEntry) -> bool {
        let w = self.w(i);
        let mut form = w.known.form;
        if self.tok(i).is_some_and(|t| t.passive) {
            form.tense = Tense::Passive;
        }
        // الاتحاد الذي وصفه الوزير بأنه خصم: a clause is said of it.
        let called = verb.root == "وصف"
            && (i + 2..i + 6)
                .take_while(|&k| self.mark(k) == Mark::Word || self.is(k, Class::That))
                .any(|k| self.is(k, Class::That) && self.t.stem(k).starts_with("با"))
            // الانهيار الذي يعزوه خبراء إلى الجفاف: what it is put down to.
            || matches!(verb.root.as_str(), "عزو" | "رجع")
                && matches!(form.tense, Tense::Present | Tense::Past)
                && (i + 2..i + 8)
                    .take_while(|&k| self.mark(k) == Mark::Word)
                    .any(|k| self.t.text(k) == "الي");
        // الخبر الذي أوردته الصحيفة: the clause tells where a thing was published.
        if i > a
            && (self.is(i - 1, Class::Relative)
                || verb.sort == Sort::Relay && self.t.stem(i - 1).ends_with("ما"))
            && w.pronoun > 0
            && !matches!(verb.act, Act::Deny | Act::Accuse)
            && !self.is(i + 1, Class::That)
            && !called
        {
            return true;
        }
        if i > a
            && w.pronoun > 0
            && !w.conj
            && verb.sort == Sort::Relay
            && (i.saturating_sub(4).max(a)..i).any(|k| self.is(k, Class::Occasion))
        {
            return true;
        }
        // الهدنة التي أعلنت عنها روسيا: what it is known for.
        if i > a
            && self.is(i - 1, Class::Relative)
            && matches!(self.t.text(i + 1), "عنها" | "عنه" | "عنهم" | "بها" | "به")
            && self.mark(i + 2) != Mark::Colon
            // التي قال عنها المخرج إنها كذا
            && !(i + 2..i + 10)
                .take_while(|&k| self.mark(k) == Mark::Word)
                .any(|k| self.is(k, Class::That) && self.t.text(k).ends_with(['ه', 'ا', 'م']))
            && !self.is(i + 2, Class::That)
        {
            return true;
        }
        // اتفاق أعلنت عنه دمشق: likewise behind an indefinite noun.
        if i > a
            && !w.conj
            && self.mark(i - 1) == Mark::Word
            && !self.w(i - 1).def
            && !self.finite(i - 1)
            && self.w(i - 1).known.classes & BETWEEN == 0
            && matches!(self.t.text(i + 1), "عنها" | "عنه" | "عنهم")
            && !self.is(i + 2, Class::That)
            && !(i + 2..i + 7).any(|k| self.mark(k) == Mark::Colon)
        {
            return true;
        }
        // سترد إذا أكدت الأدلة أن كذا: not said yet, and perhaps never.
        if i > a && matches!(self.t.text(i - 1), "اذا" | "لو" | "واذا" | "ولو" | "فاذا")
        {
            return true;
        }
        // ضد من يزعم أنهم كذا: whoever does so, nobody in particular.
        if i > a && self.t.text(i - 1) == "من" && form.tense == Tense::Present {
            return true;
        }
        // التي نشرت في مجلة كذا: where it stands, not what it says.
        if verb.root == "نشر" && i > a && self.is(i - 1, Class::Relative) {
            return true;
        }
        // أظهر استطلاع أجري في مايو ونشر الأحد أن كذا: the text that another verb leads in was published.
        if verb.root == "نشر"
            && w.conj
            && (a.max(i.saturating_sub(40))..i)
                .rev()
                .take_while(|&k| self.mark(k) != Mark::Comma)
                .any(|k| {
                    self.finite(k)
                        && self
                            .pack
                            .head(&self.w(k + 1))
                            .is_some_and(|h| h.of == super::pack::Of::Text)
                })
        {
            return true;
        }
        // في بيان نشر على موقعه، تقرير بثته القناة: where a text stands, that stands right before.
        if matches!(verb.root.as_str(), "نشر" | "بثث")
            && i > a
            && !w.conj
            && self.mark(i - 1) == Mark::Word
            && !self.w(i - 1).def
            && (self.is(i - 1, Class::Occasion)
                || self
                    .pack
                    .head(&self.w(i - 1))
                    .is_some_and(|h| h.of == super::pack::Of::Text))
            && !self.is(i + 1, Class::That)
        {
            return true;
        }
        // 59 فردا: what is counted.
        if i > a && self.mark(i - 1) == Mark::Number && self.t.text(i).starts_with('ف') {
            return true;
        }
        // "اعتقد أن كذا": at the head of a quotation, without its hamza, it is the speaker who believes.
        if i > a
            && self.mark(i - 1) == Mark::Open
            && verb.root == "عقد"
            && form.agreement == Agreement::He
            && form.tense == Tense::Past
            && self.is(i + 1, Class::That)
        {
            return true;
        }
        // شبه جزيرة، يشبه حالهم: half of it, or like it; whoever likens one thing to another begins a clause.
        if verb.root == "شبه"
            && verb.measure == 2
            && (form.tense != Tense::Past
                || i > a
                    && !w.conj
                    && self.mark(i - 1) == Mark::Word
                    && !self.is(i - 1, Class::Adverb)
                || !self
                    .pack
                    .head(&self.w(i + 1))
                    .is_some_and(|h| h.of == super::pack::Of::Person)
                    && !self.name_like(i + 1))
        {
            return true;
        }
        // يشتبه في تنفيذه كذا: suspected by nobody who is written.
        if verb.root == "شبه"
            && verb.measure == 8
            && !self.pack.head(&self.w(i + 1)).is_some_and(|h| {
                matches!(
                    h.of,
                    super::pack::Of::Person | super::pack::Of::People | super::pack::Of::Body
                ) && self.w(i + 1).prep.is_none()
            })
        {
            return true;
        }
        // تجمعوا على الحدود: they gathered.
        if verb.root == "جمع"
            && !self.t.stem(i).starts_with('ا')
            && !(i + 2..i + 10)
                .take_while(|&k| self.mark(k) == Mark::Word)
                .any(|k| self.t.text(k - 1) == "علي" && self.is(k, Class::That))
        {
            return true;
        }
        // بينها وبين فلانة: between them.
        if verb.root == "بين"
            && w.conj
            && (a.max(i.saturating_sub(8))..i).any(|k| self.t.text(k).starts_with("بين"))
        {
            return true;
        }
        // لكي توضح روسيا كذا: not said yet.
        if i > a && matches!(self.t.text(i - 1), "كي" | "لكي") {
            return true;
        }
        // تحدث مع فلان: a conversation.
        if verb.root == "حدث" && matches!(self.t.text(i + 1), "مع" | "شريطه" | "بشرط")
        {
            return true;
        }
        // أن يقول: a verb that stands for its noun.
        if i > a
            && self.t.text(i - 1) == "ان"
            && form.tense == Tense::Present
            && verb.sort == Sort::Plain
            // قبل أن يضيف أن كذا: what somebody did say next.
            && !(i > a + 2 && self.t.stem(i - 2) == "قبل" && self.is(i + 1, Class::That))
        {
            return true;
        }
        false
    }

    /// Whether a token that may be a form of a reporting verb is a finite one.
    pub(super) fn finite_verb(&self, i: usize) -> bool {
        let Some(t) = self.tok(i) else { return false };
        let w = &t.word;
        // دعوته: his call, not whom I called.
        if w.known.form.agreement == super::inflect::Agreement::Speaker
            && w.pronoun > 0
            && t.quote == 0
            && self.pack.script == Script::Arabic
        {
            return false;
        }
        // قال زيد: a name spelled like a verb, right after a verb.
        if w.is(Class::GivenName)
            && w.known.verb != 0
            && !w.conj
            && i > 0
            && self.w(i - 1).known.verb != 0
            && self.w(i - 1).known.head == 0
            && self.mark(i - 1) == Mark::Word
        {
            return false;
        }
        // الأمير زيد، الشيخ سعيد: a name right behind an office.
        if w.known.verb != 0
            && !w.conj
            && i > 0
            && self.mark(i - 1) == Mark::Word
            && self.w(i - 1).def
            && matches!(
                self.t.core(i - 1),
                "امير" | "ملك" | "شيخ" | "سيد" | "حاج" | "ملا" | "عقيد" | "لواء" | "عميد"
            )
            && self.name_word(i)
        {
            return false;
        }
        // الرئيس دان كوتس: a given name spelled like a verb, between an office and a surname.
        if w.is(Class::GivenName)
            && w.known.verb != 0
            && !w.conj
            && i > 0
            && self.mark(i - 1) == Mark::Word
            && (self.w(i - 1).def || self.w(i - 1).known.head != 0)
            && self.mark(i + 1) == Mark::Word
            && !self.w(i + 1).found
            && !self.w(i + 1).def
            && self.w(i + 1).prep.is_none()
        {
            return false;
        }
        w.known.verb != 0
            && !w.def
            // صنعاء وتعز: a town spelled like a verb; وكالة كذا شبه الرسمية: half of it.
            && !(w.is(Class::Place) && w.pronoun == 0)
            && !(!w.conj && i > 0 && self.t.text(i) == "شبه" && self.mark(i - 1) == Mark::Word)
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
}

/// Words between a subject and its verb, or before a verb that begins a clause.
const BETWEEN: u64 = Class::Auxiliary.bit()
    | Class::Break.bit()
    | Class::SoftBreak.bit()
    | Class::Adverb.bit()
    | Class::Time.bit()
    | Class::Negation.bit()
    | Class::That.bit();
