//! Verbs of saying with nobody who says it: the outlet's own voice, passives, things that show.

use std::ops::ControlFlow::{Break, Continue};

use super::cue::{Opened, Scan, Step, VerbHere, Who};
use super::inflect::{Agreement, Tense};
use super::pack::{Class, Of, Sort};
use super::phrase::{Np, Reader};
use super::token::Mark;

impl Reader<'_> {
    /// Where nobody speaks, by the words beside the verb and by what stands in the place of who speaks.
    pub(super) fn nobody_speaks(
        &self,
        here: &VerbHere,
        scan: &Scan,
        before: Option<Np>,
        separate: bool,
    ) -> Step {
        let &VerbHere {
            i,
            a,
            verb,
            w,
            form,
            ..
        } = here;
        // – كما قيل –
        if form.tense == Tense::Passive
            && i > a
            && self.t.text(i - 1) == "كما"
            && !(i + 1..i + 3).any(|k| self.is(k, Class::That))
        {
            return Break(None);
        }
        // لا شيء يوجد ما يشير إلى كذا: a thing tells, nobody speaks.
        if i > a
            && matches!(self.t.text(i - 1), "ما" | "مما")
            && form.tense == Tense::Present
            && verb.sort != Sort::Rumour
            && w.pronoun == 0
            && scan
                .subject
                .is_none_or(|np| np.head == 0 && np.name == (0, 0))
            && before.is_none()
        {
            return Break(None);
        }
        // وأعلن هذا التقرير بعد كذا: it was announced, by nobody who is written.
        if verb.root == "علن"
            && form.tense == Tense::Past
            && form.agreement == Agreement::He
            && w.pronoun == 0
            && before.is_none()
            && scan.subject.is_none()
            && matches!(self.t.text(i + 1), "هذا" | "ذلك")
            && matches!(scan.open, Some((Opened::Object, from)) if from == i + 1)
        {
            return Break(Some(Err("a passive, with nobody who says it")));
        }
        // يرجع تاريخه إلى كذا: it goes back to; only أرجع is "put down to".
        if verb.root == "رجع"
            && form.tense == Tense::Present
            && !scan.subject.or(before).is_some_and(|np| {
                np.head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)))
                    .is_some_and(|h| matches!(h.of, Of::Person | Of::People))
            })
        {
            return Break(None);
        }
        // يذكر أن، يشار إلى أن: the outlet's own voice.
        let meant = i > a
            && (self.is(i - 1, Class::SoftBreak) || self.is(i - 1, Class::That))
            && self.t.text(i - 1).ends_with(['ه', 'ا', 'م', 'و']);
        let of_thing = i > a && self.is(i - 1, Class::Relative);
        // قاد شاحنة يرجح أنها مسروقة: about the indefinite noun before it.
        // سفن، يرجح أنها كذا، عبرت المضيق: likewise between commas.
        let noun = i.wrapping_sub(1 + usize::from(i > a + 1 && self.mark(i - 1) == Mark::Comma));
        let of_any = i > a
            && self.mark(noun) == Mark::Word
            && !self.w(noun).def
            && self.w(noun).known.head == 0
            && !self.is(noun, Class::Adverb)
            && !self.is(noun, Class::Time)
            && self.is(i + 1, Class::That)
            && self.t.text(i + 1).ends_with(['ه', 'ا', 'م']);
        if w.is(Class::Impersonal)
            && scan.subject.is_none()
            && (before.is_none() || of_thing || of_any)
            && !meant
            // ويذكر بأن كذا: he reminds of it.
            && !(verb.root == "ذكر" && w.conj && self.t.stem(i + 1).starts_with("با"))
        {
            return Break(Some(Err("an impersonal phrase of the outlet's own voice")));
        }
        // إن الأدلة تشير إلى: within another content a thing does not speak.
        // الضربات التي تقول الحكومة إنها أصابت: who says it stands behind the verb.
        let another = verb.sort == Sort::Plain
            && scan
                .subject
                .is_some_and(|np| np.head != 0 || np.name != (0, 0))
            && matches!(scan.open, Some((Opened::That, from))
                if self.t.text(from - 1).ends_with(['ه', 'ا', 'م']));
        if !separate
            && !another
            && let Some(np) = before
            && np.head == 0
            && np.name == (0, 0)
            && self.w(np.a).def
            && !matches!(self.t.text(np.a), "الاخير" | "الاخيره")
            && !self.t.text(np.a).ends_with('ي')
            && !self.met_by_name(np.a)
        {
            return Break(None);
        }
        if self.thing_shows(i, a, verb, scan.subject, before) {
            return Break(None);
        }
        Continue(())
    }

    /// What is held for something (يعتبر كذا) by nobody who is written.
    pub(super) fn held_for(
        &self,
        here: &VerbHere,
        scan: &Scan,
        subject: Option<Np>,
        who: Who,
    ) -> Step {
        let &VerbHere {
            i,
            a,
            verb,
            w,
            form,
            ..
        } = here;
        // إن الضربة تعتبر عدوانا: nobody is written who thinks so.
        if verb.root == "عبر"
            && verb.measure == 8
            && form.tense == Tense::Present
            && !w.conj
            && matches!(who, Who::Implicit(_))
            && !matches!(scan.open, Some((Opened::That, _)))
            && self.t.text(i + 1).ends_with('ا')
        {
            return Break(Some(Err("a passive, with nobody who says it")));
        }
        // ما يعتبر أولى النتائج: nobody is written who thinks so.
        if verb.root == "عبر"
            && verb.measure == 8
            && w.pronoun == 0
            && i > a
            && matches!(self.t.text(i - 1), "ما" | "مما")
            && !scan
                .subject
                .is_some_and(|np| np.name != (0, 0) || np.head != 0)
        {
            return Break(None);
        }
        // يعتبر الأكثر دموية، ويُعتبر المشروع جزءا من كذا: a thing is held for something, nobody is written who does.
        if verb.root == "عبر"
            && verb.measure == 8
            && form.tense != Tense::Past
            && !matches!(scan.open, Some((Opened::That | Opened::Quote, _)))
            && (form.tense == Tense::Passive
                || subject.is_some_and(|np| {
                    np.head == 0
                        && np.name == (0, 0)
                        && !self.t.text(np.a).ends_with("ون")
                        && !self.t.text(np.a).ends_with("ين")
                }))
        {
            return Break(Some(Err("a passive, with nobody who says it")));
        }
        Continue(())
    }
}
