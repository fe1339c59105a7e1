//! Verbs of saying that say nothing where they stand: negated, asked, demanded, a label in passing.

use std::ops::ControlFlow::{Break, Continue};

use super::cue::{CHARGED, Cue, DEMAND, Kind, Opened, Step, VerbHere, Who};
use super::inflect::{Agreement, Tense};
use super::lexicon::opens;
use super::output::Act;
use super::pack::{Class, Opens, Script, Sort};
use super::phrase::Reader;
use super::token::Mark;

impl Reader<'_> {
    /// What a verb is before anything around it is read: no verb here, denied, in words with nobody behind them; nothing, if it may report.
    pub(super) fn no_saying(&self, here: &VerbHere) -> Step {
        let &VerbHere {
            i,
            a,
            b,
            verb,
            w,
            form,
            quoted,
            ..
        } = here;
        if self.noun_here(i, a) {
            return Break(
                if form.tense == Tense::Past && matches!(verb.act, Act::Deny | Act::Announce) {
                    self.deed_cue(i, a, b, verb)
                } else {
                    None
                },
            );
        }
        let negated = i > a
            && (self.is(i - 1, Class::Negation)
                || self.t.text(i - 1) == "ان" && i > a + 1 && self.is(i - 2, Class::Without));
        if negated && self.pack.script == Script::Arabic {
            return Break(Some(Err("the saying is negated")));
        }
        if self.says_nothing(i, a, verb) {
            return Break(None);
        }
        // ما ذكر حول كذا، ما نشر عن كذا: nobody is written who says it.
        let floated = i > a
            && matches!(self.t.stem(i - 1), "ما" | "عما" | "مما")
            && w.pronoun == 0
            && matches!(verb.root.as_str(), "ذكر" | "نشر" | "قول" | "ورد" | "شيع")
            && (form.tense != Tense::Present && form.agreement == Agreement::He)
            && matches!(self.t.text(i + 1), "عن" | "حول" | "بشان" | "بخصوص")
            && self.mark(i + 2) == Mark::Word
            && (self.w(i + 2).deed || self.is(i + 2, Class::That));
        if floated && !quoted {
            let (_, clause, _) = self.clause_of(i, a);
            return Break(Some(Ok(Cue {
                kind: Kind::Verb,
                at: i,
                end: i + 1,
                also: Vec::new(),
                act: Act::Rumour,
                sort: Sort::Rumour,
                who: Who::Nobody,
                relayed: None,
                opened: Opened::Preposition,
                from: i + 2,
                until: None,
                clause,
                separate: false,
                anaphora: false,
            })));
        }
        if quoted && i > a && self.t.text(i - 1) == "ما" {
            return Break(None);
        }
        Continue(())
    }

    /// Charges in the passive, labels in passing, questions and demands.
    pub(super) fn not_asserted(&self, here: &VerbHere) -> Step {
        let &VerbHere {
            i,
            a,
            b,
            verb,
            w,
            form,
            labels,
            ..
        } = here;
        // اتُهم فلان بكذا
        if labels && form.tense == Tense::Passive {
            return Break(Some(Err(CHARGED)));
        }
        // المرة التي يتهم فيها فلان بكذا: he is the one accused.
        if labels
            && verb.act == Act::Accuse
            && i > a
            && self.is(i - 1, Class::Relative)
            && form.tense == Tense::Present
            && matches!(self.t.text(i + 1), "فيها" | "فيه")
        {
            return Break(Some(Err(CHARGED)));
        }
        // ما تصفه روسيا بكذا: what something is called in passing.
        if w.pronoun > 0
            && i > a
            && matches!(self.t.stem(i - 1), "ما" | "مما" | "عما" | "لما" | "بما")
            && opens(verb, |o| matches!(o, Opens::Label(_)))
            // وهو ما عزاه خبراء إلى كذا
            && !self.puts_down_before(i, verb)
        {
            return Break(Some(Err("a label in passing")));
        }
        // الهجوم الذي حملت الحكومة الجماعة مسؤوليته: whose it is held to be, told in passing.
        if labels
            && verb.root == "حمل"
            && i > a
            && self.is(i - 1, Class::Relative)
            && !(i + 2..b.min(i + 16))
                .take_while(|&k| self.mark(k) == Mark::Word)
                .any(|k| self.t.core(k) == "مسووليه")
        {
            return Break(Some(Err("a label in passing")));
        }
        // قالت إنها أحصت كذا: what the speaker did, no word of another.
        if matches!(verb.root.as_str(), "حصي" | "وثق")
            && i > a
            && self.is(i - 1, Class::That)
            && self.t.text(i - 1).ends_with(['ه', 'ا', 'م'])
            && !self.is(i + 1, Class::That)
        {
            return Break(None);
        }
        // السيول هي التي كشفت عن كذا: a thing does.
        if verb.root == "كشف"
            && i > a + 3
            && self.is(i - 1, Class::Relative)
            && matches!(self.t.text(i - 2), "هو" | "هي")
            && self.mark(i - 3) == Mark::Word
            && self.pack.head(&self.w(i - 3)).is_none()
            && !self.name_like(i - 3)
        {
            return Break(None);
        }
        // لا يريد أن يحمل فلانا المسؤولية: it is not done.
        if (labels || opens(verb, |o| matches!(o, Opens::After(_))))
            && i > a
            && self.t.text(i - 1) == "ان"
            && form.tense == Tense::Present
        {
            return Break(Some(Err("a charge that is not made")));
        }
        // تداول الأسهم: trading.
        if verb.root == "دول"
            && [
                "سهم",
                "اسهم",
                "سند",
                "عمل",
                "عقود",
                "دولار",
                "ليره",
                "نفط",
                "ذهب",
            ]
            .iter()
            .any(|s| self.t.core(i + 1).starts_with(s))
        {
            return Break(None);
        }
        // لا مخاطر تذكر: worth a mention.
        if verb.root == "ذكر"
            && verb.measure == 1
            && form.tense == Tense::Present
            && w.pronoun == 0
            && i > a + 1
            && self.mark(i - 1) == Mark::Word
            && !self.w(i - 1).def
            && !self.is(i + 1, Class::That)
            && (i.saturating_sub(6).max(a)..i - 1).any(|k| {
                self.is(k, Class::Negation) || matches!(self.t.text(k), "اي" | "ايه" | "بدون")
            })
        {
            return Break(None);
        }
        // جدد القول إن; what else is renewed has its own noun (جددت تأكيدها أن).
        if verb.root == "جدد"
            && !(i + 2..b.min(i + 16)).any(|k| {
                self.t.text(k) == "القول" && self.is(k + 1, Class::That)
                    || self.t.text(k) == "التعبير" && self.t.text(k + 1) == "عن"
                    || self.t.text(k) == "التاكيد"
                        && (self.is(k + 1, Class::That) || self.t.text(k + 1) == "علي")
            })
        {
            return Break(None);
        }
        // ولم يتضح ما إذا كان الوزير يشير إلى كذا: asked as well, with the subject between.
        let asked = (i.saturating_sub(8).max(a + 1)..i)
            .rev()
            .take_while(|&k| self.mark(k) == Mark::Word && !self.is(k, Class::That))
            .find(|&k| {
                self.t.text(k) == "اذا" && matches!(self.t.text(k - 1), "ما" | "عما" | "فيما")
            });
        if let Some(k) = asked
            && self.is(k + 1, Class::Auxiliary)
            && k + 2 < i
            && form.tense == Tense::Present
            && !w.conj
        {
            return Break(Some(Err("a question, not a statement")));
        }
        // ما إذا كان يعتبر كذا: asked, not said.
        if i > a + 2
            && self.is(i - 1, Class::Auxiliary)
            && self.t.text(i - 2) == "اذا"
            && matches!(self.t.text(i - 3), "ما" | "عما" | "فيما")
        {
            return Break(Some(Err("a question, not a statement")));
        }
        // تساءل المدير "هل كذا؟": whoever wonders in words of his own says them.
        let asked = opens(verb, |o| *o == Opens::Asked) && {
            let scan = self.scan(i, b, verb, false);
            matches!(scan.open, Some((Opened::Quote, _)))
                || scan.open.is_none()
                    && self
                        .content_before(i, a, b, verb, &scan)
                        .is_some_and(|(from, _)| self.mark(from) == Mark::Open)
        };
        if verb.sort == Sort::Directive && !asked {
            return Break(Some(Err(DEMAND)));
        }
        Continue(())
    }
}
