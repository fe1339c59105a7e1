//! Charges and labels: who accuses, who is accused, and of what.

use std::ops::ControlFlow::{Break, Continue};

use super::cue::{CHARGED, Opened, Scan, Step, VerbHere};
use super::output::Act;
use super::pack::{Class, Of};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// Sets what a charge or a label opens; ends with a miss where the one written is the accused.
    pub(super) fn charged(&self, here: &VerbHere, scan: &mut Scan, before: Option<Np>) -> Step {
        let &VerbHere {
            i,
            a,
            b,
            verb,
            w,
            labels,
            ..
        } = here;
        // ووصفه العام الماضي بأنه كذا: when he did stands between.
        let mut past = i + 1;
        while past < b.min(i + 4) && (self.is(past, Class::Time) || self.is(past, Class::Adverb)) {
            past += 1;
        }
        // "…" فيما وصفته بكذا: behind a closed quotation or a comma it is "while she called it", not "in what she calls".
        let meanwhile = i > a + 1
            && self.t.text(i - 1) == "فيما"
            && matches!(self.mark(i - 2), Mark::Close | Mark::Comma);
        let of_pronoun = labels
            && w.pronoun > 0
            && (self.w(past).prep == Some('ب')
                || self.is(past, Class::That)
                || self.mark(past) == Mark::Open && self.t.text(past + 1).starts_with('ب'))
            && (w.conj
                || i <= a + 1
                || before.is_some()
                || self.is(i - 1, Class::SoftBreak)
                || self.had_done(i, a).is_some()
                || self.is(i - 1, Class::Auxiliary)
                || meanwhile)
            && !(i > a
                && !meanwhile
                && (self.is(i - 1, Class::Relative) || self.t.stem(i - 1).ends_with("ما")));
        // حيث يتهمها بعض أعضائه بكذا: the accused is the pronoun, who accuses stands behind it.
        let accuser = scan.subject.filter(|np| {
            verb.act == Act::Accuse
                && labels
                && !of_pronoun
                && w.pronoun > 0
                && !self.t.stem(i.saturating_sub(1)).ends_with("ما")
                && np.head != 0
                && (self.w(np.b).prep == Some('ب')
                    || self.is(np.b, Class::That) && self.t.stem(np.b).starts_with("با"))
        });
        // الذي وصفه الوزير, الذي يعزوه خبراء: the pronoun is the object, whoever speaks stands behind.
        let by_whom = || {
            let taken_up = w.pronoun > 0
                && i > a
                && (self.is(i - 1, Class::Relative)
                    || self.puts_down_before(i, verb)
                    || self.glossed(i, a));
            let how = Reading {
                object: true,
                ..Reading::default()
            };
            taken_up.then(|| self.noun_phrase(i + 1, b, how)).flatten()
        };
        // الاتحاد الذي وصفه الوزير بأنه خصم: with a clause it is said, not a label in passing.
        if labels
            && verb.act == Act::Opinion
            && let Some(np) = by_whom()
            && (np.head != 0 || np.name != (0, 0) || np.b == i + 2 && self.w(np.a).def)
            && self.is(np.b, Class::That)
            && self.t.stem(np.b).starts_with("با")
        {
            scan.subject = Some(np);
            scan.open = Some((Opened::That, np.b + 1));
            return Continue(());
        }
        // وهي تهمة وصفها محاموه بالملفقة
        if labels
            && verb.root == "وصف"
            && self.glossed(i, a)
            && let Some(np) = by_whom()
            && self.mark(np.b) == Mark::Word
            && self.t.text(np.b).starts_with('ب')
        {
            scan.subject = Some(np);
            scan.open = Some((Opened::Preposition, np.b));
            return Continue(());
        }
        // الانهيار الذي يعزوه خبراء إلى كذا: the pronoun is what is put down to it.
        if labels
            && matches!(verb.root.as_str(), "عزو" | "رجع")
            && let Some(np) = by_whom()
            && let Some(to) = (np.b..b.min(np.b + 5))
                .take_while(|&k| self.mark(k) == Mark::Word)
                .find(|&k| self.t.text(k) == "الي")
        {
            scan.subject = Some(np);
            let from = if self.puts_down_before(i, verb) {
                to + 1
            } else {
                np.b
            };
            scan.open = Some((Opened::Object, from));
            return Continue(());
        }
        // اتهم فلان أيضا بكذا: with nothing but a charge behind him, he is the one accused.
        let passive = labels
            && !of_pronoun
            && accuser.is_none()
            && before.is_none()
            && verb.act == Act::Accuse
            && matches!(scan.open, Some((Opened::Object, from))
                if self.w(from).prep == Some('ب') || matches!(self.t.text(from), "وهو" | "وهي"));
        if passive {
            return Break(Some(Err(CHARGED)));
        }
        // أصدرت المنظمة تقريرا اتهمت فيه الحكومة بكذا: what follows is the accused.
        let therein = labels
            && matches!(self.t.text(i + 1), "فيه" | "فيها")
            && i > a
            && (w.conj && self.issuer(i, a).is_some()
                || (i.saturating_sub(3).max(a)..i).any(|k| {
                    self.is(k, Class::Occasion)
                        || self.pack.head(&self.w(k)).is_some_and(|h| h.of == Of::Text)
                }));
        if therein && let Some(from) = self.object_opening(verb, i + 2, b) {
            scan.subject = None;
            scan.open = Some((Opened::Object, from));
        } else if let Some(np) = accuser {
            scan.open = Some((Opened::Object, np.b));
        } else if of_pronoun {
            // واتهمها بالقيام: the accused is the pronoun.
            scan.subject = None;
            scan.open = Some((Opened::Object, past));
        } else if labels {
            if self.w(i + 1).prep == Some('ب')
                || self.t.text(i + 1).starts_with('ب') && !self.w(i + 1).found
            {
                return Break(Some(Err(CHARGED)));
            }
            if before.is_some()
                && let Some(from) = self.object_opening(verb, i + 1, b)
            {
                scan.subject = None;
                scan.open = Some((Opened::Object, from));
            }
        }
        Continue(())
    }
}
