//! Words beside a reporting verb that belong to the saying: how it is done, to whom, the that-word that opens.

use super::cue::{Opened, Scan};
use super::inflect::Tense;
use super::lexicon::opens;
use super::pack::{Class, Of, Opens, Sort};
use super::phrase::{Np, Reader, Reading};
use super::scan::{Step, Walk};
use super::token::Mark;

impl Reader<'_> {
    /// علقت الطبيبة على الخبر بأن كذا: a person, and nothing that could be put off or hung up.
    fn comments(&self, i: usize, that: usize, subject: Option<Np>) -> bool {
        let person = |np: &Np| {
            np.a == i + 1
                && np
                    .head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)))
                    .is_some_and(|h| matches!(h.of, Of::Person | Of::People))
        };
        subject.is_some_and(|np| {
            person(&np)
                && (np.b == that
                    || self.mark(that - 1) == Mark::Comma
                    || self.t.text(np.b) == "علي")
        })
    }

    /// Words of the saying itself.
    pub(super) fn saying_words(&self, walk: &Walk, out: &mut Scan, mut j: usize) -> Step {
        let Walk {
            i,
            limit,
            verb,
            participle,
            takes_that,
            takes_quote,
            relay,
            ..
        } = *walk;
        let w = self.word_at(j);
        if self.anonymity(j) {
            let name = |k: usize| {
                self.mark(k) == Mark::Comma
                    || self.mark(k) == Mark::Open
                    || self.is(k, Class::That)
                    || self.own_word_noun(k)
            };
            // تحدثوا بشرط عدم الكشف عن هويتهم زيادة كذا: up to what is withheld.
            let withheld = (j + 3..limit.min(j + 8))
                .find(|&k| {
                    self.t.text(j + 1).ends_with("شرط")
                        && ["هوي", "اسم"].iter().any(|s| self.t.core(k).starts_with(s))
                })
                .map(|k| k + 1);
            let end = withheld
                .or_else(|| (j + 1..limit.min(j + 8)).find(|&k| name(k)))
                // لم يكشف عن اسمه في حديث إلى كذا
                .or_else(|| {
                    (j + 1..limit.min(j + 6))
                        .find(|&k| {
                            !self.w(k).def
                                && ["هوي", "اسم"].iter().any(|s| self.t.core(k).starts_with(s))
                        })
                        .map(|k| k + 1)
                })
                .unwrap_or(j + 1);
            j = end + usize::from(self.mark(end) == Mark::Comma);
            // عن مصدر لم يفصح عن اسمه، الاتهام ذاته
            if relay
                && out.relayed.is_some()
                && self.mark(end) == Mark::Comma
                && self.mark(j) == Mark::Word
                && !self.w(j).conj
                && self.w(j).prep.is_none()
                && !self.is(j, Class::That)
                && !self.is(j, Class::Preposition)
                && !self.own_word_noun(j)
                && !self.finite(j)
            {
                out.open = Some((Opened::Object, j));
                return Step::Done;
            }
            return Step::Go(j);
        }
        // وقالت وهي تبكي إن كذا: how somebody was.
        if matches!(self.t.text(j), "وهو" | "وهي" | "وهم")
            && takes_quote
            && (j == i + 1 || out.subject.is_some_and(|np| np.b == j))
            && let Some(next) = (j + 1..limit.min(j + 10))
                .take_while(|&k| {
                    matches!(self.mark(k), Mark::Word | Mark::Number)
                        || matches!(self.mark(k), Mark::Colon | Mark::Open)
                })
                .find(|&k| {
                    self.mark(k) != Mark::Number
                        && (self.mark(k) != Mark::Word || self.is(k, Class::That))
                })
        {
            return Step::Go(next);
        }
        let adverb = self.phrase(j, Class::Adverb);
        if adverb > 0 {
            j += adverb;
            return Step::Go(j);
        }
        // أشار بأصابع الاتهام إلى فلان
        if matches!(self.t.text(j), "باصابع" | "باصبع") && self.t.text(j + 1) == "الاتهام"
        {
            j += 2;
            return Step::Go(j);
        }
        if w.is(Class::Adverb)
            && !w.is(Class::That)
            && !w.is(Class::Saying)
            && w.known.head == 0
            && !(relay && matches!(self.t.text(j), "عنه" | "عنها" | "عنهما"))
        {
            j += 1;
            return Step::Go(j);
        }
        // رغم كذا، فإن كذا: the main clause begins, and nothing has opened before it.
        if w.is(Class::That)
            && self.t.text(j).starts_with('ف')
            && self.mark(j - 1) == Mark::Comma
            && !participle
        {
            return Step::Stop(j);
        }
        if w.is(Class::That) {
            let apart = j > i + 1
                && !(j == i + 2 && self.t.text(j - 1) == "حتي")
                && (self.is(j - 1, Class::NotBeforeThat) || self.is(j - 1, Class::Negation));
            // يتضمن كذا على أن: provided that.
            let provided = verb.sort == Sort::Weak
                && self.t.text(j - 1) == "علي"
                && (self.t.text(j) == "ان"
                    // سجلوا الشحنة على أنها كذا: what it was taken for.
                    || !opens(verb, |o| matches!(o, Opens::With(p) if p == "على")))
                && j > i + 2
                && out.subject.is_none_or(|np| np.b + 1 != j);
            // المعروف بأنه كذا: what he is known for.
            let known_for = j > i + 2
                && self.t.core(j - 1).starts_with("معروف")
                && self.t.text(j).starts_with('ب');
            // … ، وأنه كذا: goes on with what another verb opened.
            let joined = (w.conj || self.t.text(j).starts_with('و'))
                && (verb.sort == Sort::Weak && self.mark(j - 1) == Mark::Comma
                    || j > i + 2 && !relay && out.subject.is_none_or(|np| np.b != j));
            // نشرت تسجيلا لفلان يوحي بأن كذا: of the verb right before it.
            let of_other = j > i + 4
                && self.t.text(j).starts_with('ب')
                && out.subject.is_some_and(|np| np.b < j)
                && !self.w(j - 1).found
                && self.t.text(j - 1).starts_with(['ي', 'ت'])
                && !self.is(j - 2, Class::Preposition)
                && !self.is(j - 1, Class::GivenName);
            // كان رده أنه كذا: an answer opens with بأن.
            let commented = verb.root == "علق" && !self.comments(i, j, out.subject);
            let answer = (verb.root == "ردد" && verb.measure == 1 || verb.root == "علق")
                && out.also.is_empty()
                && !self.is(j - 1, Class::Saying)
                // كان رد الوزير أن كذا
                && !(i > 0
                    && self.is(i - 1, Class::Auxiliary)
                    && self.t.text(i) == "رد"
                    && out.subject.is_some_and(|np| np.b == j && np.a == i + 1))
                && !self.t.text(j).starts_with("با");
            let apart = apart || provided || known_for || joined || of_other || answer || commented;
            let two = self.t.text(j - 1) == "ان";
            // وأضاف: على فلان أن يفعل
            let duty = self.t.text(j) == "ان"
                && !matches!(
                    self.t.core(i + 2),
                    "هامش" | "حسابه" | "حسابها" | "صفحته" | "موقعه"
                )
                && out.subject.is_none()
                && j > i + 2
                && matches!(self.t.text(i + 1), "علي" | "على")
                && !opens(
                    verb,
                    |o| matches!(o, Opens::With(p) if p == "علي" || p == "على"),
                );
            if takes_that && duty {
                out.open = Some((Opened::That, i + 1));
                return Step::Done;
            }
            if (takes_that || !out.also.is_empty()) && !apart && !two || relay && !apart {
                out.open = Some((Opened::That, j + 1));
                return Step::Done;
            }
            j += 1;
            return Step::Go(j);
        }
        // توقع المدير ألا تتجاوز الخسائر كذا: the that-word with its negation, which is part of what is said.
        if self.t.text(j) == "الا"
            && takes_that
            && self.tok(j).is_some_and(|t| t.hamza)
            && self.mark(j + 1) == Mark::Word
            && self.t.text(j + 1).starts_with(['ي', 'ت', 'ن'])
            && (j == i + 1 || out.subject.is_some())
        {
            out.open = Some((Opened::That, j));
            return Step::Done;
        }
        // وأضاف يمكن رؤية كذا: speech without a mark.
        if j == i + 1
            && verb.sort == Sort::Plain
            && takes_quote
            && self.w(i).conj
            && matches!(
                self.t.text(j),
                "يمكن"
                    | "يجب"
                    | "ينبغي"
                    | "هناك"
                    | "لقد"
                    | "نحن"
                    | "ليس"
                    | "لن"
                    | "لم"
            )
        {
            out.open = Some((Opened::That, j));
            return Step::Done;
        }
        // قالت في رسالة وفق ما نقلت الوكالة، "…": a phrase with its own cue, up to what it leaves open.
        if w.according
            && takes_quote
            && !relay
            && !participle
            && out.subject.is_some()
            && let Some(close) = (j + 1..limit.min(j + 14))
                .take_while(|&k| {
                    !matches!(self.mark(k), Mark::Stop | Mark::Line | Mark::Semicolon)
                        && !self.is(k, Class::That)
                })
                .find(|&k| self.mark(k) == Mark::Comma && self.mark(k + 1) == Mark::Open)
        {
            j = close + 1;
            return Step::Go(j);
        }
        // قال مخاطبا الحكومة: "…": whom he speaks to is not who speaks.
        if matches!(self.t.text(j), "مخاطبا" | "مخاطبه" | "مخاطبين") {
            let how = Reading {
                led: true,
                plain: true,
                ..Reading::default()
            };
            j = self.noun_phrase(j + 1, limit, how).map_or(j + 1, |np| np.b);
            return Step::Go(j);
        }
        // في إشارة إلى المناطق التي تسيطر عليها جماعة كذا "…": a clause about the circumstance, no subject in it.
        if w.is(Class::Relative)
            && !w.conj
            && takes_quote
            && out.commas == 0
            && out.subject.is_none()
            && j > i + 2
            && !(i > 0 && self.is(i - 1, Class::Relative))
            && (i + 1..j).any(|k| self.is(k, Class::Preposition))
            && let Some(next) = (j + 1..limit).find(|&k| {
                matches!(
                    self.mark(k),
                    Mark::Comma | Mark::Colon | Mark::Open | Mark::Stop | Mark::Line
                ) || self.is(k, Class::That)
            })
        {
            j = next;
            return Step::Go(j);
        }
        // وأضاف ممازحا: "…": how it is said, by its shape.
        if !w.found
            && !w.def
            && !w.conj
            && self.t.text(j).starts_with('م')
            && self.t.text(j).ends_with('ا')
            && self.t.text(j).chars().count() > 4
            && (matches!(self.mark(j + 1), Mark::Colon | Mark::Open) || self.is(j + 1, Class::That))
        {
            j += 1;
            return Step::Go(j);
        }
        // كشف المدير كيف تمكن كذا، شرحت لماذا: an indirect question, answered.
        if matches!(self.t.text(j), "كيف" | "لماذا" | "متي" | "كيفيه")
            && takes_that
            && !relay
            && (self.w(i).known.form.tense == Tense::Past
                || matches!(verb.root.as_str(), "روي" | "حكي" | "سرد"))
            && (out.subject.is_some()
                || j == i + 1
                || j == i + 3 && self.t.text(i + 1) == "من" && self.t.text(i + 2) == "قبل")
            && self.mark(j + 1) == Mark::Word
            && self.mark(j - 1) == Mark::Word
        {
            out.open = Some((Opened::That, j));
            return Step::Done;
        }
        Step::On
    }
}
