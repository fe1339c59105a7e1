//! Whom a reporting verb passes on: نقلا عن، نقلت عنه، نسبت إليه، على لسانه.

use super::cue::{Opened, Scan, Who};
use super::inflect::Agreement;
use super::output::Act;
use super::pack::{Class, Sort};
use super::phrase::{Np, Reader, Reading};
use super::scan::{Step, Walk};
use super::token::Mark;

impl Reader<'_> {
    /// The source that is passed on, and its own word for it.
    pub(super) fn relayed_words(&self, walk: &Walk, out: &mut Scan, mut j: usize) -> Step {
        let Walk {
            b,
            limit,
            verb,
            takes_that,
            takes_quote,
            plain_object,
            with_b,
            relay,
            ..
        } = *walk;
        let w = self.word_at(j);
        // نقلا عن in the middle: the source that is passed on.
        if self.t.stem(j) == "نقلا"
            && self.t.text(j + 1) == "عن"
            && let Some(np) = self.noun_phrase(
                j + 2,
                limit,
                Reading {
                    object: plain_object,
                    ..Reading::default()
                },
            )
        {
            out.relayed = Some((Who::Phrase(np), Some(j)));
            j = np.b;
            return Step::Go(j);
        }
        if w.is(Class::Saying)
            && !relay
            && takes_quote
            && out.commas > 0
            && verb.sort != Sort::Turn
            && w.prep.is_none()
            && !self.t.text(j).starts_with('ب')
        {
            return Step::Stop(j);
        }
        if w.is(Class::Saying) && !relay && takes_quote {
            out.also.push(j);
            j += 1;
            return Step::Go(j);
        }
        // نسبت الوكالة لفلان القول إن
        if verb.root == "نسب"
            && w.prep == Some('ل')
            && out.subject.is_some()
            && out.relayed.is_none()
            && let Some(np) = self.noun_phrase(
                j,
                limit,
                Reading {
                    led: true,
                    plain: true,
                    ..Reading::default()
                },
            )
        {
            let end = (np.a + 1..np.b)
                .find(|&k| self.t.text(k) == "القول")
                .unwrap_or(np.b);
            out.relayed = Some((Who::Phrase(Np { b: end, ..np }), None));
            j = end;
            return Step::Go(j);
        }
        if relay
            && (self.t.text(j) == "عن" && verb.root != "علم"
                || verb.root == "علم" && self.t.text(j) == "من"
                || self.t.stem(j).starts_with("عن") && w.pronoun > 0 && w.known.head == 0
                || matches!(self.t.text(j), "عنه" | "عنها" | "عنهم" | "عنهما")
                || (verb.root == "نسب"
                    && matches!(self.t.text(j), "الي" | "اليه" | "اليها" | "اليهم")))
            && out.relayed.is_none()
        {
            if self.t.text(j).ends_with('ن') || self.t.text(j) == "الي" {
                if let Some(np) = self.noun_phrase(
                    j + 1,
                    limit,
                    Reading {
                        object: true,
                        led: true,
                        ..Reading::default()
                    },
                ) {
                    out.relayed = Some((Who::Phrase(np), None));
                    j = np.b;
                    // عن مبلغ عن مخالفات في الشركة يدعى فلانا قوله إن: what stands before قوله is more about him.
                    let said = (j..b.min(j + 28))
                        .take_while(|&k| {
                            !matches!(self.mark(k), Mark::Stop | Mark::Line | Mark::Semicolon)
                                && !self.is(k, Class::That)
                        })
                        .find(|&k| {
                            k > j
                                && self.own_word_noun(k)
                                && self.w(k).pronoun > 0
                                && self.is(k + 1, Class::That)
                        });
                    if let Some(k) = said {
                        j = k;
                        return Step::Go(j);
                    }
                    let deed = self.w(j).known.verb != 0 && self.w(j).pronoun > 0;
                    // عن مصدر نفيه لكذا: what he does in saying it is his own cue.
                    let own =
                        deed && self.pack.verb(&self.w(j)).is_some_and(|v| {
                            matches!(v.act, Act::Deny | Act::Confirm | Act::Announce)
                        }) && (self.w(j + 1).prep == Some('ل')
                            || self.object_at(j + 1, b)
                            || self.is(j + 1, Class::That));
                    if own {
                        out.relayed = Some((Who::Phrase(np), Some(j)));
                        let that = usize::from(self.is(j + 1, Class::That));
                        out.open = Some((
                            if that > 0 {
                                Opened::That
                            } else {
                                Opened::Preposition
                            },
                            j + 1 + that,
                        ));
                        return Step::Done;
                    }
                    if (self.object_at(j, b) || deed) && !self.own_word_noun(j) {
                        out.open = Some((Opened::Object, j));
                        return Step::Done;
                    }
                    return Step::Go(j);
                }
                // عن رايت قولها: a name spelled like a verb.
                if self.mark(j + 1) == Mark::Word && self.own_word_noun(j + 2) {
                    let np = Np {
                        a: j + 1,
                        b: j + 2,
                        head: 0,
                        name: (j + 1, j + 2),
                    };
                    out.relayed = Some((Who::Phrase(np), None));
                    j += 2;
                    return Step::Go(j);
                }
            } else {
                let agreement = if self.t.text(j).ends_with("ها") {
                    Agreement::She
                } else if self.t.text(j).ends_with('م') {
                    Agreement::They
                } else {
                    Agreement::He
                };
                // عنهما: which two is not told by agreement.
                let who = if self.t.text(j).ends_with("هما") {
                    Who::Nobody
                } else {
                    Who::Implicit(agreement)
                };
                out.relayed = Some((who, None));
            }
            j += 1;
            return Step::Go(j);
        }
        // نقلت الوكالة على لسان فلان
        if relay
            && out.relayed.is_none()
            && self.t.text(j) == "علي"
            && self.t.text(j + 1) == "لسان"
            && let Some(np) = self.noun_phrase(j + 2, limit, Reading::default())
        {
            out.relayed = Some((Who::Phrase(np), None));
            j = np.b;
            return Step::Go(j);
        }
        if relay && out.relayed.is_some() && self.own_word_noun(j) {
            if let Some(r) = &mut out.relayed {
                r.1 = Some(j);
            }
            j += 1;
            return Step::Go(j);
        }
        // كررت الإدارة قولها إن
        if !relay
            && takes_that
            && self.own_word_noun(j)
            && w.pronoun > 0
            && self.is(j + 1, Class::That)
        {
            out.also.push(j);
            out.open = Some((Opened::That, j + 2));
            return Step::Done;
        }
        // تعهد بـ"…"
        if self.t.text(j) == "ب" && self.mark(j + 1) == Mark::Open {
            if with_b || takes_quote {
                out.open = Some((Opened::Preposition, j + 1));
                return Step::Done;
            }
            j += 1;
            return Step::Go(j);
        }
        Step::On
    }
}
