//! The subject of a reporting verb on the way to its content, and the object behind it.

use super::cue::{Opened, Scan};
use super::inflect::{Agreement, Tense};
use super::lexicon::{opens, tells};
use super::output::Act;
use super::pack::{Class, Of, Opens, Sort};
use super::phrase::{Np, Reader, Reading};
use super::scan::{Step, Walk};
use super::token::Mark;

impl Reader<'_> {
    /// The subject, or the object that opens the content.
    pub(super) fn subjects(&self, walk: &Walk, out: &mut Scan, mut j: usize) -> Step {
        let Walk {
            i,
            b,
            limit,
            verb,
            participle,
            takes_that,
            object,
            plain_object,
            with_b,
            ..
        } = *walk;
        let w = self.word_at(j);
        if out.subject.is_none() && !participle && (out.commas == 0 || self.only_circumstance(i, j))
        {
            // Nobody is written if the object comes right after the verb.
            let each = self.t.text(j) == "كل" && self.t.text(j + 1) == "من";
            if plain_object
                && !each
                && ((w.deed || w.is(Class::Deed))
                    && !w.def
                    // أعلن فتح المعبر: a verb of his is not the movement's.
                    && (w.known.head == 0
                        || w.is(Class::Deed)
                            && self.w(i).known.form.agreement == Agreement::He
                            && self.w(i).known.form.tense == Tense::Past
                            && self.pack.head(w).is_some_and(|h| {
                                h.of == Of::Name && h.gender == super::pack::Gender::She
                            }))
                    || w.is(Class::ClaimNoun)
                        && (!w.def || verb.act == Act::Deny)
                        // ذكرت تقارير أن: they are who says it.
                        && !(takes_that && self.that_behind(j, b))
                        && !self.report_speaks(i, j, b)
                    || w.is(Class::Determiner) && self.is(j + 1, Class::ClaimNoun))
                && self.object_at(j, b)
            {
                out.open = Some((Opened::Object, j));
                return Step::Done;
            }
            if object
                && !plain_object
                && (w.pronoun > 0 && w.known.head == 0
                    || w.deed
                        && !w.def
                        && (w.known.head == 0 || w.is(Class::ClaimNoun))
                    // روسيا رفضت الاتهامات: no charge refuses.
                    || opens(verb, |o| *o == Opens::Claim)
                        && w.is(Class::ClaimNoun)
                        && w.prep.is_none())
                && let Some(from) = self.object_opening(verb, j, b)
            {
                out.open = Some((Opened::Object, from));
                return Step::Done;
            }
            // الوزير أكد له استعداد كذا: behind who was told no subject stands where one stands before.
            if plain_object
                && j == i + 2
                && matches!(self.t.text(i + 1), "له" | "لها" | "لهم")
                && i > 0
                && self.mark(i - 1) == Mark::Word
                && self.w(i - 1).def
                && !self.w(i).conj
                && w.prep.is_none()
                && !w.def
                && (w.deed || w.is(Class::Deed))
            {
                out.open = Some((Opened::Object, j));
                return Step::Done;
            }
            // ووصف ما يحدث بأنه كذا: a clause is what is called so, whoever spoke last goes on.
            if self.t.text(j) == "ما"
                && j == i + 1
                && self.w(i).conj
                && opens(verb, |o| matches!(o, Opens::Label(p) if p == "ب"))
                && (j + 1..b.min(j + 8))
                    .take_while(|&k| self.mark(k) == Mark::Word)
                    .any(|k| self.is(k, Class::That) && self.t.stem(k).starts_with("با"))
            {
                out.open = Some((Opened::Object, j));
                return Step::Done;
            }
            // يختتم كلماته قائلا: what is his is no one who speaks.
            let his = w.pronoun > 0
                || self.is(j, Class::Occasion)
                || !w.found
                    && ["اته", "اتها", "اتهم"]
                        .iter()
                        .any(|s| self.t.text(j).ends_with(s));
            if verb.sort == Sort::Turn && his && w.known.head == 0 && !w.def {
                j += 1;
                return Step::Go(j);
            }
            let Some(np) = self.noun_phrase(
                j,
                limit,
                Reading {
                    // أبلغ المندوب المجلس أن كذا: whoever is told is an object as well.
                    object: object || tells(verb),
                    with_b,
                    ..Reading::default()
                },
            ) else {
                j += 1;
                return Step::Go(j);
            };
            // أبلغ فلان الصحيفة: behind his name whoever is told is no part of him.
            let np = if tells(verb)
                && let Some(k) = (np.a + 1..np.b).find(|&k| {
                    let told = self.w(k);
                    told.def
                        && told.prep.is_none()
                        && !told.conj
                        // مدير الصحيفة
                        && (self.w(k - 1).def || self.pack.head(&self.w(k - 1)).is_none())
                        && self.mark(k) == Mark::Word
                        && self.pack.head(&told).is_some_and(|h| {
                            h.of == Of::Body && h.kind == super::output::SourceKind::Outlet
                                // أبلغت وزارة النقل السكان
                                || h.of == Of::People && self.w(k - 1).def
                        })
                })
                && self
                    .pack
                    .head(&self.w(np.a))
                    .is_none_or(|h| matches!(h.of, Of::Person | Of::Body))
            {
                let short = self.noun_phrase(np.a, k, Reading::default());
                short.unwrap_or(Np { b: k, ..np })
            } else {
                np
            };
            // يلفت المهندسون النظر إلى كذا: what they draw is no part of them.
            let np = match np.b - 1 {
                last if verb.root == "لفت"
                    && last > np.a
                    && matches!(self.t.text(last), "النظر" | "الانتباه" | "الانظار") =>
                {
                    self.noun_phrase(np.a, last, Reading::default())
                        .unwrap_or(Np { b: last, ..np })
                }
                _ => np,
            };
            // صديق آخر، ويدعى فلانا، : his name.
            let np = match self.t.text(np.b + 1) {
                "ويدعي" | "وتدعي" | "يدعي" | "تدعي" | "واسمه" | "واسمها" | "اسمه" | "اسمها"
                    if np.name == (0, 0) && self.mark(np.b) == Mark::Comma =>
                {
                    let from = np.b + 2;
                    let end = (from..limit.min(from + 5))
                        .find(|&k| self.mark(k) != Mark::Word)
                        .filter(|&k| k > from && self.mark(k) == Mark::Comma);
                    end.map_or(np, |end| Np {
                        b: end,
                        name: (from, end),
                        ..np
                    })
                }
                _ => np,
            };
            // طفل يطلق عليه اسم نجم: what he is called is his name.
            let np = if np.name == (0, 0)
                && self.t.text(np.b) == "يطلق"
                && matches!(self.t.text(np.b + 1), "عليه" | "عليها")
                && matches!(self.t.text(np.b + 2), "اسم" | "لقب")
            {
                let from = np.b + 3;
                let end = (from..limit.min(from + 4))
                    .find(|&k| self.mark(k) != Mark::Word || self.is(k, Class::That))
                    .filter(|&k| k > from);
                end.map_or(np, |end| Np {
                    b: end,
                    name: (from, end),
                    ..np
                })
            } else {
                np
            };
            // نسبت الوكالة لفلان: to whom she ascribes it.
            let np = if verb.root == "نسب"
                && let Some(k) = (np.a + 1..np.b).find(|&k| self.w(k).prep == Some('ل'))
            {
                Np { b: k, ..np }
            } else {
                np
            };
            // الحكومة السورية وحليفتها موسكو: another of her own, by name.
            let np = match self.w(np.b) {
                ally if ally.conj
                    && ally.pronoun > 0
                    && ally.known.verb == 0
                    && self.mark(np.b) == Mark::Word
                    && self
                        .pack
                        .head(&self.w(np.b + 1))
                        .is_some_and(|h| h.of == Of::Name)
                    && np.head != 0 =>
                {
                    Np { b: np.b + 2, ..np }
                }
                _ => np,
            };
            // واتهمت البيت الأبيض بكذا: she accuses whom the verb does not agree with.
            let head = np
                .head
                .checked_sub(1)
                .and_then(|h| self.pack.head(&self.w(h)));
            if opens(verb, |o| matches!(o, Opens::Charge(_)))
                && self.w(i).conj
                && self.w(i).known.form.agreement == super::inflect::Agreement::She
                && np.a == i + 1
                && np.head == np.a + 1
                && head.is_some_and(|h| {
                    matches!(h.of, Of::Body | Of::Person) && h.gender == super::pack::Gender::He
                })
                && let Some(from) = self.object_opening(verb, np.a, b)
            {
                out.open = Some((Opened::Object, from));
                return Step::Done;
            }
            // اتهمت صحيفة "كذا" كبار التجار بكذا: behind her quoted name, which only an adjective goes on with, stand the accused.
            if opens(verb, |o| matches!(o, Opens::Charge(_)))
                && np.head == np.a + 1
                && self.mark(np.a + 1) == Mark::Open
                && let close = self.mate(np.a + 1)
                && close < np.b
                && let k = close + 1
                && self.mark(k) == Mark::Word
                && self.w(k).prep.is_none()
                && !self.w(k).conj
                && !(self.w(k).def && self.t.text(k).ends_with(['ي', 'ه']))
                && let Some(from) = self.object_opening(verb, k, b)
            {
                out.subject = Some(Np { b: close + 1, ..np });
                out.open = Some((Opened::Object, from));
                return Step::Done;
            }
            // اتهم المتحدث فلان الرئيس فلانا بكذا: behind his name another office is the accused.
            if opens(verb, |o| matches!(o, Opens::Charge(_)))
                && let Some(charge) = (np.a + 2..np.b + 1)
                    .find(|&k| self.w(k).prep == Some('ب') && self.t.core(k) != "اسم")
                && let Some(k) = self.second_office(&Np { b: charge, ..np })
            {
                let end = k - usize::from(self.mark(k - 1) == Mark::Comma);
                let how = Reading {
                    object,
                    ..Reading::default()
                };
                out.subject = self.noun_phrase(np.a, end, how);
                out.open = Some((Opened::Object, k));
                return Step::Done;
            }
            // وكان قد خاطب السكان قائلا: whom he spoke to, where nobody else is written; خاطبه السكان, خاطب النائب الوزير name who spoke.
            if verb.root == "خطب"
                && verb.measure == 3
                && !self.t.text(np.a - 1).ends_with(['ه', 'ا', 'م'])
                && !(self.w(np.a).def && self.w(np.a + 1).def && np.b > np.a + 1)
            {
                let end = (np.a..np.b)
                    .find(|&k| {
                        self.is(k, Class::Saying)
                            || k > np.a
                                && (self.is(k, Class::Preposition) || self.is(k, Class::Time))
                    })
                    .unwrap_or(np.b);
                if end < np.b
                    || matches!(self.mark(end), Mark::Colon | Mark::Comma)
                    || self.is(end, Class::Saying)
                    || self.is(end, Class::Preposition)
                {
                    return Step::Go(end.max(np.a + 1));
                }
            }
            // يقول بيريرا مبتسما: how it is said, by its shape, is no part of the name.
            let last = np.b - 1;
            let text = self.t.text(last);
            let np = if last > np.a
                && !self.w(last).found
                && !self.w(last).def
                && text.starts_with('م')
                && text.ends_with('ا')
                && text.chars().count() > 4
                && self.mark(np.b) == Mark::Word
                && matches!(self.t.text(np.b), "وهو" | "وهي" | "وهم")
            {
                Np {
                    b: last,
                    name: (np.name.0, np.name.1.min(last)),
                    ..np
                }
            } else {
                np
            };
            out.subject = Some(np);
            j = np.b;
            // ووصف الوضع بأنه: what stands right before the charge is the object, the subject is not written.
            if opens(verb, |o| matches!(o, Opens::Charge(_) | Opens::Label(_))) {
                let b_word = self.w(j).prep == Some('ب') && self.t.core(j) != "اسم"
                    || verb.act == Act::Clarify && self.w(j - 1).def && self.led_by_ba(j)
                    || self.is(j, Class::That) && self.t.stem(j).starts_with('ب')
                    || self.t.text(j) == "ب"
                    || self.mark(j) == Mark::Open && self.t.text(j + 1).starts_with('ب');
                let thing = self.is(j, Class::Preposition)
                    && np.name == (0, 0)
                    && !np
                        .head
                        .checked_sub(1)
                        .and_then(|h| self.pack.head(&self.w(h)))
                        .is_some_and(|h| h.of != Of::Text);
                // وصف الرئيس الحادث بأنه: a definite noun after a complete subject is the object.
                let last = np.b - 1;
                let text = self.t.text(last);
                if b_word
                    && last > np.a
                    && np.head != 0
                    && np.head <= last
                    && self.w(last).def
                    && self.w(last).prep.is_none()
                    && !self.w(last).conj
                    && self.w(last - 1).def
                    && !text.ends_with('ي')
                    && !text.ends_with("يه")
                    && self.t.core(last) != "متحده"
                    && !self.name_like(last)
                    && (np.name.1 <= last)
                {
                    out.subject = Some(Np { b: last, ..np });
                    out.open = Some((Opened::Object, last));
                    return Step::Done;
                }
                // وصف بوتين ترامب بأنه كذا: two surnames, of which the first stands alone elsewhere.
                if b_word
                    && np.head == 0
                    && np.b == np.a + 2
                    && self.mark(np.a + 1) == Mark::Word
                    && !self.is(np.a, Class::GivenName)
                    && !self.is(np.a + 1, Class::Preposition)
                    && self.w(np.a + 1).prep.is_none()
                    && self.met_by_name(np.a)
                {
                    out.subject = Some(Np {
                        b: np.a + 1,
                        name: (np.a, np.a + 1),
                        ..np
                    });
                    out.open = Some((Opened::Object, np.a + 1));
                    return Step::Done;
                }
                // واتهم الولايات المتحدة بكذا: who goes on speaking accuses her.
                let goes_on = verb.act == Act::Accuse
                    && self.w(i).pronoun == 0
                    && (self.w(i).conj
                        || i > 0
                            && self.t.text(i - 1) == "كما"
                            && self.w(i).known.form.tense == Tense::Past);
                if (b_word && (goes_on || opens(verb, |o| matches!(o, Opens::Label(_)))) || thing)
                    && let Some(from) = self.object_opening(verb, np.a, b)
                {
                    out.subject = None;
                    out.open = Some((Opened::Object, from));
                    return Step::Done;
                }
            }
            if let Some(from) = self.object_opening(verb, j, b) {
                out.open = Some((Opened::Object, from));
                return Step::Done;
            }
            return Step::Go(j);
        }
        // تعتبر أنقرة الوحدات فرعا لحزب كذا: what a state or a person takes something for.
        if verb.act == Act::Opinion
            && verb.root == "عبر"
            && verb.measure == 8
            && (w.known.head != 0 || w.def)
            && w.prep.is_none()
            && !w.conj
            && out.subject.is_some_and(|np| {
                // اعتبر البابا، حبر روما، الهجوم حربا: behind his name or his post between commas.
                let aside = out.commas == 1 && np.b + 1 == j && self.mark(np.b) == Mark::Comma;
                (np.b == j && out.commas == 0
                    || aside && (np.a..np.b).any(|k| self.mark(k) == Mark::Comma))
                    && np
                        .head
                        .checked_sub(1)
                        .and_then(|h| self.pack.head(&self.w(h)))
                        .is_some_and(|h| {
                            h.of == Of::Name || h.of == Of::Person && np.name != (0, 0)
                        })
            })
        {
            out.open = Some((Opened::Object, j));
            return Step::Done;
        }
        if plain_object
            && self.object_at(j, b)
            && (out.commas == 0
                || out.commas <= 3
                    && !w.conj
                    && (w.deed && !w.def
                        || self.definite_deed(j)
                            && (self.is(j - 2, Class::Time) || self.is(j - 2, Class::Weekday))
                        || matches!(verb.act, Act::Deny | Act::Opinion) && w.is(Class::ClaimNoun)
                        || (verb.act == Act::Confirm && w.is(Class::ClaimNoun) && !w.def
                            || verb.act == Act::Deny && self.this_claim(j))
                            && self.mark(j - 1) == Mark::Comma
                            && out.subject.is_some_and(|np| np.b + 1 == j)
                        || w.is(Class::Determiner) && self.is(j + 1, Class::ClaimNoun)))
        {
            out.open = Some((Opened::Object, j));
            return Step::Done;
        }
        // أعلنت المنظمة حذف كذا: an indefinite noun that waits for its complement, right behind a complete subject.
        if plain_object
            && !participle
            && out.commas == 0
            && out.subject.is_some_and(|np| np.b == j)
            && self.bare_object(j)
        {
            out.open = Some((Opened::Object, j));
            return Step::Done;
        }
        // تتوقع المؤسسة نموا: what is foretold, with nothing behind it that it would wait for.
        if plain_object
            && !participle
            && verb.act == Act::Predict
            && out.commas == 0
            && out.subject.is_some_and(|np| np.b == j)
            && w.prep.is_none()
            && !w.conj
            && w.known.head == 0
            && self.t.text(j).ends_with('ا')
            && super::lexicon::longer(self.t.text(j), 3)
            && self.w(j - 1).def
        {
            out.open = Some((Opened::Object, j));
            return Step::Done;
        }
        if participle && plain_object && j == i + 1 {
            out.open = Some((Opened::Object, j));
            return Step::Done;
        }
        if (participle || w.pronoun == 0)
            && object
            // اتهم فلان بكذا، وطالب بكذا: what another clause demands is no charge.
            && !(w.conj && out.commas > 0)
            && !plain_object
            && out.subject.is_some_and(|np| {
                np.b == j
                    // رفضت روسيا مرارا التلميحات
                    || w.is(Class::ClaimNoun)
                        && self.past_circumstances(np.b, j) == j
                    // رفض الوزير في بيان الاتهامات
                    || w.is(Class::ClaimNoun)
                        && w.def
                        && out.commas == 0
                        && self.mark(j - 1) == Mark::Word
                        && !self.is(j - 1, Class::Preposition)
                        && self.is(np.b, Class::Preposition)
                        && self.is(np.b + 1, Class::Occasion)
                    || self.mark(np.b) == Mark::Comma
                        && (w.is(Class::ClaimNoun) || self.this_claim(j))
                        && (self.mark(j - 1) == Mark::Comma
                            || (np.b + 1..j)
                                .all(|k| self.mark(k) == Mark::Comma || self.is(k, Class::Time)))
                    || !opens(verb, |o| *o == Opens::Claim)
            })
            && let Some(from) = self.object_opening(verb, j, b)
        {
            out.open = Some((Opened::Object, from));
            return Step::Done;
        }
        if participle && object && j == i + 1 && self.object_opening(verb, j, b).is_some() {
            out.open = Some((Opened::Object, j));
            return Step::Done;
        }
        j += 1;
        Step::Go(j)
    }
}
