//! Who stands beside a verb of saying: behind it, before it, or in the words that name the text it speaks of.

use super::cue::{Scan, VerbHere, Who};
use super::inflect::{Agreement, Tense};
use super::lexicon::tells;
use super::pack::{Class, Of, Script, Sort};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// The subject behind the verb, unless what stands there is who is told. `given`: the subject stands in the that-word before.
    pub(super) fn subject_behind(
        &self,
        here: &VerbHere,
        scan: &Scan,
        before: Option<Np>,
        clause: usize,
        given: bool,
    ) -> Option<Np> {
        let &VerbHere {
            i,
            a,
            verb,
            w,
            form,
            ..
        } = here;
        // قالوا: a plural has its subject before it.
        let plural = form.agreement == Agreement::They
            && matches!(form.tense, Tense::Past | Tense::Present)
            && self.pack.script == Script::Arabic;
        let told = tells(verb);
        // أما فلان فأفاد الإذاعة: who is put first speaks, and what follows is who is told.
        let fronted = before.is_some()
            && self.t.text(i).starts_with('ف')
            && matches!(self.t.text(clause), "اما" | "واما");
        scan.subject.filter(|_| {
            // كانت بريطانيا حذرت روسيا: what follows is the object.
            let led = before.is_some_and(|np| {
                np.b == i && np.a > a && self.is(np.a - 1, Class::Auxiliary) && !w.conj
            });
            !(given || plural || fronted || (told || led) && before.is_some())
        })
    }

    /// Who says it.
    pub(super) fn sayer(
        &self,
        here: &VerbHere,
        scan: &Scan,
        subject: Option<Np>,
        before: Option<Np>,
    ) -> Who {
        let &VerbHere {
            i,
            a,
            verb,
            w,
            form,
            ..
        } = here;
        let mut who = match (subject, before) {
            (Some(np), _) => Who::Phrase(np),
            (None, Some(np)) => Who::Phrase(np),
            _ => Who::Implicit(form.agreement),
        };
        if matches!(who, Who::Implicit(_))
            && let Some(np) = self.named_ahead(i, a, here.b)
        {
            who = Who::Phrase(np);
        }
        // سبق للوزارة أن أعلنت
        if let Some((np, _)) = self.had_done(i, a) {
            who = Who::Phrase(np);
        }
        // تصريحات منسوبة إلى الأمير قال فيها: the nearest one named before.
        let in_text = match who {
            Who::Implicit(_) => true,
            Who::Phrase(np) => np.b <= i && self.is(np.a, Class::Occasion) && np.name == (0, 0),
            Who::Nobody => false,
        };
        // أثار تصريح للرئيس جدلا، حيث قال: whose words they were.
        if matches!(who, Who::Implicit(_))
            && !w.conj
            && i > a
            && matches!(self.t.text(i - 1), "حيث" | "اذ")
            && let Some(np) = (a + 1..i - 1)
                .rev()
                .find(|&p| {
                    self.w(p).prep == Some('ل')
                        && self.is(p - 1, Class::Occasion)
                        && matches!(
                            self.t.core(p - 1),
                            "تصريح" | "تصريحات" | "كلمه" | "خطاب" | "تغريده"
                        )
                        && (self.name_like(p)
                            || !self.w(p).found
                            || self.is(p, Class::GivenName)
                            || self
                                .pack
                                .head(&self.w(p))
                                .is_some_and(|h| matches!(h.of, Of::Person | Of::Name)))
                })
                .and_then(|p| {
                    let how = Reading {
                        led: true,
                        plain: true,
                        object: true,
                        ..Reading::default()
                    };
                    // لفلان جدلا: a surname alone, unless a name goes on.
                    let goes_on = self.w(p).known.head != 0
                        || self.w(p + 1).def
                        || self.is(p, Class::GivenName);
                    let until = if goes_on { i - 1 } else { p + 1 };
                    self.noun_phrase(p, until, how)
                })
        {
            who = Who::Phrase(np);
        }
        // بيان أصدرته الوزارة، واتهمت فيه فلانا: who issued it.
        if w.conj
            && matches!(self.t.text(i + 1), "فيها" | "فيه")
            && let Some(np) = self.issuer(i, a)
        {
            who = Who::Phrase(np);
        }
        if in_text
            && !w.conj
            && matches!(self.t.text(i + 1), "فيها" | "فيه")
            && let Some(np) = self.author(here)
        {
            who = Who::Phrase(np);
        }
        // نُقل عن الوزير قوله: nobody is written who passes it on.
        let passed_on = verb.sort == Sort::Relay
            && scan.relayed.is_some()
            && matches!(who, Who::Implicit(Agreement::He))
            && self.t.text(i + 1) == "عن";
        if verb.sort == Sort::Rumour || form.tense == Tense::Passive || passed_on {
            who = Who::Nobody;
        }
        who
    }

    /// سبق للوزارة أن أعلنت: who had done it, led in before the that-word, and where that begins.
    pub(super) fn had_done(&self, i: usize, a: usize) -> Option<(Np, usize)> {
        if i < a + 3 || self.t.text(i - 1) != "ان" {
            return None;
        }
        let first = (a.max(i.saturating_sub(14))..i - 2)
            .rev()
            .find(|&x| self.t.stem(x).starts_with("سبق") && self.w(x + 1).prep == Some('ل'))?;
        let how = Reading {
            led: true,
            plain: true,
            ..Reading::default()
        };
        let np = self.noun_phrase(first + 1, i - 1, how)?;
        Some((np, first))
    }

    /// Who issued the text that stands before `i` with a clause of its own: بيان أصدرته الوزارة.
    pub(super) fn issuer(&self, i: usize, a: usize) -> Option<Np> {
        let of_text = |p: usize| {
            self.mark(p) == Mark::Word
                && (self.is(p, Class::Occasion)
                    || self.pack.head(&self.w(p)).is_some_and(|h| h.of == Of::Text))
        };
        let verb = (i.saturating_sub(14).max(a + 1)..i).rev().find(|&k| {
            let text = self.t.text(k);
            let issued = ["اصدر", "نشر", "وجه", "القا", "القت", "كتب", "بث"]
                .iter()
                .any(|v| text.starts_with(v));
            issued
                && (text.ends_with('ه') || text.ends_with("ها"))
                && (of_text(k - 1) || k > a + 1 && of_text(k - 2))
        })?;
        let how = Reading {
            plain: true,
            ..Reading::default()
        };
        self.noun_phrase(verb + 1, i, how)
            .filter(|np| np.head != 0 || np.name != (0, 0))
    }

    /// Whose text it is that a verb with فيه or فيها speaks of.
    fn author(&self, here: &VerbHere) -> Option<Np> {
        let &VerbHere { i, a, .. } = here;
        let clause = (a.max(i.saturating_sub(16))..i.saturating_sub(1))
            .rev()
            .find(|&p| self.mark(p) == Mark::Comma)
            .map_or(a.max(i.saturating_sub(16)), |p| p + 1);
        // أصدر فلان بيانا أكد فيه: the sentence has its subject.
        let issued = (i.saturating_sub(2)..i).any(|k| self.is(k, Class::Occasion))
            && (a..(a + 3).min(i)).any(|k| self.is(k, Class::Doing));
        // نشرت السفارة تغريدات تقول فيها: who published it.
        let published = (a..i)
            .rev()
            .find(|&k| {
                self.mark(k) == Mark::Word
                    && !self.w(k).def
                    && ["نشر", "اصدر", "وجه", "ارسل", "بعث", "القي", "عقد", "وزع"]
                        .iter()
                        .any(|v| self.t.stem(k).starts_with(v))
                    && !self.is(k + 1, Class::That)
            })
            .and_then(|k| {
                let how = Reading {
                    object: true,
                    plain: true,
                    ..Reading::default()
                };
                // تنظيم كذا وزع في القرية بيانا يقر فيه: the subject stands before it.
                if self.is(k + 1, Class::Preposition) && k > a {
                    return self.before_verb(k, a).and_then(|found| found.0);
                }
                self.noun_phrase(k + 1, i, how)
            })
            // أصدرت زوجة فلان بيانا: what she issued is no part of her name.
            .map(|np| {
                let issued = (np.a + 1..np.b).find(|&k| {
                    let text = self.t.text(k);
                    ["بيان", "تصريح", "تسجيل", "تغريد", "رسال", "مقال"]
                        .iter()
                        .any(|s| text.starts_with(s))
                        && !self.w(k).def
                });
                issued.map_or(np, |k| {
                    self.noun_phrase(np.a, k, Reading::default()).unwrap_or(np)
                })
            })
            .filter(|np| {
                np.head != 0
                    && self
                        .pack
                        .head(&self.w(np.head - 1))
                        .is_some_and(|h| h.of != Of::Text)
            });
        if published.is_some() {
            return published;
        }
        // تصريحات للرئيس خلال زيارة لبلدة كذا، قال فيها: whose words they are.
        let of_whom = (a.max(i.saturating_sub(24)) + 1..i)
            .rev()
            .filter(|_| !issued)
            .find(|&p| {
                self.w(p).prep == Some('ل')
                    && self.is(p - 1, Class::Occasion)
                    && self
                        .pack
                        .head(&self.w(p))
                        .is_some_and(|h| matches!(h.of, Of::Person | Of::Name))
            });
        let near = of_whom.or_else(|| {
            (clause..i).rev().filter(|_| !issued).find(|&p| {
                !self.is(p, Class::Occasion)
                && self
                    .pack
                    .head(&self.w(p))
                    .is_some_and(|h| matches!(h.of, Of::Person | Of::Body | Of::Name))
                || p > a && self.w(p - 1).pronoun > 0 && self.name_like(p)
                // تصريحات لفلان قال فيها
                || self.w(p).prep == Some('ل') && !self.w(p).found && !self.w(p).def
            })
        });
        near.and_then(|p| {
            // أردوغان تصريح آخر: the occasion is no part of him.
            let until = (p + 1..i)
                .find(|&k| self.is(k, Class::Occasion) && self.w(k).prep.is_none())
                .unwrap_or(i);
            self.noun_phrase(
                p,
                until,
                Reading {
                    led: true,
                    plain: true,
                    ..Reading::default()
                },
            )
        })
    }
}
