//! What the walk from a verb took for its opening or its subject, and is not: a that-word further on opens, an object was taken for who speaks.

use super::cue::{Opened, Scan, VerbHere};
use super::inflect::Tense;
use super::lexicon::opens;
use super::output::Act;
use super::pack::{Class, Opens};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// The opening once more, from what stands behind the verb. `fixed`: it was told by fixed words.
    pub(super) fn reopened(&self, here: &VerbHere, scan: &mut Scan, fixed: bool) {
        let &VerbHere {
            i,
            a,
            b,
            verb,
            w,
            form,
            ..
        } = here;
        // أعلنت عقب ترأسها اجتماعا، أن كذا: what stands before the comma is the circumstance, the that-word opens.
        if let Some((Opened::Object | Opened::Preposition, from)) = scan.open
            && !fixed
            && opens(verb, |o| *o == Opens::That)
            && let Some(that) = self.taken_up(from, b)
        {
            // كشف تقرير صادر عن كذا، الاثنين، أن: what was taken for the object is who says it.
            if scan.subject.is_none() && from == i + 1 {
                scan.subject = self.noun_phrase(from, that, Reading::default());
            }
            scan.open = Some((Opened::That, that));
        }
        // أكد فنانون الذين حضروا العرض أن كذا: the object was within the relative clause.
        if let (Some((Opened::Object, from)), Some(np)) = (scan.open, scan.subject)
            && !fixed
            && self.is(np.b, Class::Relative)
            && from > np.b
            && opens(verb, |o| *o == Opens::That)
            && let Some(that) = (from..b.min(from + 24))
                .take_while(|&k| {
                    !matches!(
                        self.mark(k),
                        Mark::Stop | Mark::Line | Mark::Comma | Mark::Open
                    )
                })
                .find(|&k| self.is(k, Class::That))
            && !self.t.text(that).starts_with('و')
            && !self.is(that - 1, Class::NotBeforeThat)
        {
            scan.open = Some((Opened::That, that + 1));
        }
        // كذا وكذا، تكتب صحيفة كذا، …: what stands before is what she writes, not what a that-word opens further on.
        if let (Some((Opened::That, from)), Some(np)) = (scan.open, scan.subject)
            && i > a + 3
            && self.mark(i - 1) == Mark::Comma
            && self.mark(np.b) == Mark::Comma
            && !w.conj
            && form.tense == Tense::Present
            && from > np.b + 2
            && self.content_before(i, a, b, verb, scan).is_some()
        {
            scan.open = None;
        }
        // شكك الزعيم في قانونية كذا: the preposition that opens was taken for one of the subject's own.
        if scan.open.is_none()
            && opens(verb, |o| matches!(o, Opens::With(p) if p == "في"))
            && let Some(np) = scan.subject
            && let Some(at) = (np.a + 1..np.b)
                .rev()
                .find(|&k| self.t.text(k) == "في" && !self.place(k + 1))
        {
            scan.subject = self.noun_phrase(np.a, at, Reading::default());
            scan.open = Some((Opened::Preposition, at + 1));
        }
        // وانتقد المقاربة الهرمية: a definite noun that names nobody is the object, whoever spoke last goes on.
        if scan.open.is_none()
            && w.conj
            && w.pronoun == 0
            && matches!(verb.act, Act::Opinion | Act::Deny)
            && opens(verb, |o| *o == Opens::Object)
            && form.tense == Tense::Past
            && let Some(np) = scan.subject
            && np.a == i + 1
            && np.head == 0
            && np.name == (0, 0)
            && self.w(np.a).def
            && !self.t.text(np.a).ends_with("ون")
            && !self.t.text(np.a).ends_with("ين")
            && !self.t.text(np.a).ends_with('ي')
        {
            scan.subject = None;
            scan.open = Some((Opened::Object, np.a));
        }
    }

    /// صحيفة كذا اعتبرت توقيت كذا: behind a subject that is known, what nobody is called by is the object.
    pub(super) fn object_behind(&self, here: &VerbHere, scan: &mut Scan, before: Option<Np>) {
        let &VerbHere { i, w, .. } = here;
        if let (Some(front), Some(np), Some((Opened::Object, _))) =
            (before, scan.subject, scan.open)
            && front.b == i
            && front.head != 0
            && np.a == i + 1
            && np.head == 0
            && (np.name == (0, 0) || self.is(np.a, Class::NotSource))
            && !w.conj
        {
            scan.subject = None;
            scan.open = Some((Opened::Object, np.a));
        }
    }
}
