//! Verbs that report in some places and do something of everyday in others, and verbs within words that are quoted.

use std::ops::ControlFlow::{Break, Continue};

use super::cue::{Opened, Scan, Step, VerbHere};
use super::inflect::{Agreement, Tense};
use super::output::SourceKind;
use super::pack::{Class, Of, Sort};
use super::phrase::{Np, Reader};
use super::token::Mark;

impl Reader<'_> {
    /// Whether a phrase names somebody: an office, a name, a definite word.
    fn speaks(&self, np: Np) -> bool {
        np.head != 0
            || np.name != (0, 0)
            || np.b - np.a == 1 && self.w(np.a).def
            // رأى الاجتماع الطارئ أن كذا
            || np.b - np.a == 2
                && self.w(np.a).def
                && self.w(np.a + 1).def
                && self.is(np.a, Class::Occasion)
            // كتبت "النهار الجديد" أن كذا
            || self.mark(np.a) == Mark::Open
            || self.mark(np.a.saturating_sub(1)) == Mark::Open && self.mark(np.b) == Mark::Close
    }

    /// Words of everyday that say nothing here, with nobody who says it. `given`: the subject stands in the that-word before.
    pub(super) fn everyday(
        &self,
        here: &VerbHere,
        scan: &Scan,
        before: Option<Np>,
        separate: bool,
        given: bool,
    ) -> Step {
        let &VerbHere { i, a, verb, w, .. } = here;
        // فإن البلدية ستعتبر ذلك خرقا: what she will take something for she has not said.
        if verb.root == "عبر" && verb.measure == 8 && w.future {
            return Break(Some(Err("a question, not a statement")));
        }
        // كشف الحارس عن عشرات العملاء: found out, or given away.
        if verb.root == "كشف"
            && let Some((Opened::Preposition, from)) = scan.open
            && (from..from + 3)
                .take_while(|&k| self.mark(k) == Mark::Word || self.mark(k) == Mark::Number)
                .find(|&k| !matches!(self.t.core(k), "عشرات" | "ميات" | "عدد" | "من" | "مجموعه"))
                .is_some_and(|k| {
                    matches!(
                        super::describe::bare(self.t.core(k)),
                        "جواسيس" | "جاسوس" | "عميل" | "عملاء" | "مخبر" | "مخبرين"
                    )
                })
        {
            return Break(Some(Err("an everyday word here")));
        }
        if verb.sort == Sort::Weak {
            let begins = w.conj
                || i <= a + 1
                || self.is(i - 1, Class::Break)
                || self.is(i - 1, Class::SoftBreak)
                || self.is(i - 1, Class::Auxiliary)
                || self.is(i - 1, Class::Relative)
                || self.mark(i - 1) == Mark::Close
                || separate && self.is(i - 1, Class::Time)
                || self.concluded(here, scan)
                || self.written_in(i, scan);
            // كتبت الخوذ البيضاء: "…": whoever is quoted at length speaks.
            let at_length = matches!(verb.root.as_str(), "كتب" | "غرد")
                && matches!(scan.open, Some((Opened::Quote, from))
                    if self.mark(from) != Mark::Open
                        || self.mate(from) > from + 4
                        || self.mark(from - 1) == Mark::Colon);
            let quotes_past = here.form.tense == Tense::Past
                && matches!(scan.open, Some((Opened::Quote, from)) if self.mark(from) == Mark::Open);
            // أبلغ فلانا عن كذا: told somebody, not what of.
            if verb.root == "بلغ"
                && matches!(scan.open, Some((Opened::Preposition, from))
                    if from != i + 2
                        && !(self.w(from).prep == Some('ب') && from > i + 1 && scan.subject.or(before).is_some()))
            {
                return Break(Some(Err("an everyday word here")));
            }
            // أبرزها مدينة كذا إلى "مصالحة": a word in quotation marks is nothing said.
            if matches!(scan.open, Some((Opened::Quote, from))
                if self.mark(from) == Mark::Open && self.mate(from) <= from + 3)
                && !at_length
            {
                return Break(Some(Err("an everyday word here")));
            }
            // صدر ضده حكم: a judge or a court that stands behind the verb rules, nobody else.
            if matches!(verb.root.as_str(), "حكم" | "قضي" | "فتي")
                && scan.subject.is_none_or(|np| {
                    np.head == 0
                        || verb.root != "فتي"
                            && self.pack.head(&self.w(np.head - 1)).is_some_and(|h| {
                                h.of == Of::Person && !self.t.core(np.head - 1).starts_with("قاض")
                            })
                })
            {
                return Break(Some(Err("an everyday word here, with nobody who says it")));
            }
            let person = scan
                .subject
                .or(before)
                .map(|np| self.speaks(np) || at_length && self.w(np.a).def);
            // تخشى إقامة كذا: what is done is no one who speaks.
            let deed = scan
                .subject
                .is_some_and(|np| self.w(np.a).deed && !self.w(np.a).def && np.name == (0, 0));
            if person == Some(false)
                || deed
                || person.is_none() && !begins && !(at_length && quotes_past)
                || given && before.is_none() && scan.subject.is_none()
            {
                return Break(Some(Err("an everyday word here, with nobody who says it")));
            }
        }
        if verb.root == "وعد" && verb.measure == 1 && !self.pledges(here, scan, before) {
            return Break(Some(Err("an everyday word here")));
        }
        // ينقل إليها السكان: carrying.
        if verb.sort == Sort::Relay
            && scan.relayed.is_none()
            && matches!(self.t.text(i + 1), "اليها" | "اليه" | "الي")
        {
            return Break(None);
        }
        // في كلمة نقلها التلفزيون: what was passed on is the pronoun.
        if verb.sort == Sort::Relay && scan.relayed.is_none() && w.conj && w.pronoun > 0 {
            return Break(None);
        }
        // تنقل أطفالا: carrying, not telling.
        if verb.sort == Sort::Relay
            && scan.relayed.is_none()
            && matches!(scan.open, Some((Opened::Quote | Opened::Object, _)))
            && !scan.subject.or(before).is_some_and(|np| {
                np.head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)))
                    .is_some_and(|h| {
                        matches!(h.kind, SourceKind::Outlet | SourceKind::Website)
                            || h.of == Of::Person && np.name != (0, 0)
                    })
            })
        {
            return Break(None);
        }
        let paper_learned = verb.root == "علم"
            && matches!(scan.open, Some((Opened::That, _)))
            && scan.subject.or(before).is_some_and(|np| {
                np.head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)))
                    .is_some_and(|h| h.kind == SourceKind::Outlet)
            });
        if verb.root == "علم"
            && !paper_learned
            && !(scan.relayed.is_some() && matches!(scan.open, Some((Opened::That, _))))
        {
            return Break(None);
        }
        Continue(())
    }

    /// عاقب الاتحاد اللاعب بعدما خلص إلى أن كذا: a finding right behind its conjunction, of whoever acts upon it.
    fn concluded(&self, here: &VerbHere, scan: &Scan) -> bool {
        let &VerbHere { i, a, verb, .. } = here;
        let behind = matches!(self.t.text(i - 1), "بعدما" | "عندما" | "حين" | "حينما")
            || i > a + 1 && self.t.text(i - 1) == "ان" && self.t.text(i - 2) == "بعد";
        behind
            && matches!(verb.root.as_str(), "خلص" | "نتج")
            && matches!(scan.open, Some((Opened::That, from)) if from <= i + 3)
    }

    /// نشر فلان رسالة كتب فيها: "…": a clause on the text that was published, with what stands in it.
    fn written_in(&self, i: usize, scan: &Scan) -> bool {
        let text = i.wrapping_sub(1);
        self.mark(text) == Mark::Word
            && !self.w(text).def
            && (self.is(text, Class::Occasion)
                || self
                    .pack
                    .head(&self.w(text))
                    .is_some_and(|h| h.of == Of::Text))
            && matches!(self.t.text(i + 1), "فيها" | "فيه")
            && matches!(scan.open, Some((Opened::Quote | Opened::That, _)))
    }

    /// وعد الوزير بكذا, ووعد بكذا: no promise of somebody (تنفيذ وعد فلان), no threat (توعد), and not what another verb of the clause goes
    /// on with (أصبح فلان وزيرا ووعد بكذا).
    fn pledges(&self, here: &VerbHere, scan: &Scan, before: Option<Np>) -> bool {
        let &VerbHere { i, a, w, .. } = here;
        if self.t.stem(i).starts_with("تو") {
            return false;
        }
        if !matches!(scan.open, Some((Opened::Preposition, _))) {
            return true;
        }
        let she = w.known.form.agreement == Agreement::She;
        let goes_on = |k: usize| {
            let text = self.t.text(k);
            self.mark(k) == Mark::Word
                && (matches!(self.t.stem(k), "اصبح" | "اصبحت" | "بات" | "باتت" | "صار")
                    || she
                        && !self.finite(k)
                        && !self.w(k).def
                        && text.ends_with('ت')
                        && !text.ends_with("ات"))
        };
        let led = w.conj
            || i <= a + 1
            || before.is_some()
            || self.mark(i - 1) != Mark::Word
            || self.is(i - 1, Class::Auxiliary)
            || self.is(i - 1, Class::Break)
            || self.is(i - 1, Class::SoftBreak);
        led && !(w.conj && (i.saturating_sub(16).max(a)..i).any(goes_on))
    }

    /// A verb within a quotation: it reports where it has its own that-word, or another is named.
    pub(super) fn within_quotation(
        &self,
        here: &VerbHere,
        scan: &Scan,
        before: Option<Np>,
    ) -> Step {
        let &VerbHere {
            i,
            a,
            verb,
            w,
            form,
            quoted,
            ..
        } = here;
        if !quoted {
            return Continue(());
        }
        // "أعضاء المجلس عبروا عن قلقهم"، "السكان يرون أن كذا": people who stand right before what they feel or think.
        let people = before.is_some_and(|np| {
            np.b == i
                && np
                    .head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)))
                    .is_some_and(|h| matches!(h.of, Of::Person | Of::People | Of::Body))
        });
        let felt = people
            && matches!(verb.root.as_str(), "عبر" | "عرب")
            && matches!(scan.open, Some((Opened::Preposition, _)));
        let thought = people
            && verb.root == "راي"
            && form.tense == Tense::Present
            && matches!(scan.open, Some((Opened::That, from)) if from == i + 2);
        if felt || thought {
            return Continue(());
        }
        if quoted
            && (scan.subject.or(before).is_some_and(|np| !self.speaks(np))
                || verb.sort == Sort::Weak)
        {
            return Break(None);
        }
        // "أخبرتها أنها": in a quotation, I told her.
        if quoted
            && w.pronoun > 0
            && form.agreement == Agreement::She
            && form.tense == Tense::Past
            && scan.subject.or(before).is_none()
        {
            return Break(None);
        }
        // "…، عبر رئيس الجمهورية عن قلقه": in words that are quoted another is reported, who is named.
        let heading = self
            .tok(i)
            .and_then(|t| (t.quote as usize).checked_sub(1))
            .is_some_and(|open| open > a && self.t.core(open - 1).ends_with("عنوان"));
        let reported = verb.sort == Sort::Firm
            && verb.root != "كشف"
            && !heading
            && scan.subject.or(before).is_some_and(|np| {
                np.head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)))
                    .is_some_and(|h| {
                        matches!(h.of, Of::Person | Of::Body | Of::Name | Of::Undisclosed)
                    })
                    || (np.name.0..np.name.1).any(|k| {
                        self.is(k, Class::GivenName) || self.tok(k).is_some_and(|t| t.count > 1)
                    }) && !self.w(np.a).found
            })
            && matches!(scan.open, Some((Opened::Preposition | Opened::Object, _)));
        if quoted && !reported && !matches!(scan.open, Some((Opened::That, _))) {
            return Break(Some(Err("within a quotation and without a that-word")));
        }
        Continue(())
    }
}
