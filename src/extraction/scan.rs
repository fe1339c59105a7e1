//! From a reporting verb to what opens its content: the subject, the circumstances and the sources passed on that stand
//! between.
//!
//! All in one file because it is one walk, token by token: what a token means depends on what was met before it. It is
//! bounded by a number of tokens, so work stays linear.

use super::cue::{Opened, Scan, Who};
use super::inflect::{Agreement, Tense};
use super::lexicon::opens;
use super::output::Act;
use super::pack::{Class, Of, Opens, Sort, VerbEntry};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// Walks from a verb to what opens its content.
    pub(super) fn scan(&self, i: usize, b: usize, verb: &VerbEntry, participle: bool) -> Scan {
        let mut out = Scan {
            rest: i + 1,
            ..Scan::default()
        };
        let takes_that = opens(verb, |o| *o == Opens::That);
        let takes_quote =
            takes_that && verb.sort != Sort::Weak || opens(verb, |o| *o == Opens::Quote);
        let object = opens(verb, |o| {
            matches!(
                o,
                Opens::Object | Opens::Claim | Opens::Charge(_) | Opens::Label(_)
            )
        });
        let plain_object = opens(verb, |o| matches!(o, Opens::Object));
        let with_b = opens(verb, |o| matches!(o, Opens::With(p) if p == "ب"));
        let relay = verb.sort == Sort::Relay;
        let limit = b.min(i + if participle { 18 } else { 55 });
        let mut j = i + 1;
        let mut weak_preposition: Option<usize> = None;
        let mut commas = 0;
        while j < limit {
            out.rest = j;
            let w = self.w(j);
            match self.mark(j) {
                Mark::Colon if takes_quote => {
                    out.open = Some((Opened::Quote, j + 1));
                    return out;
                }
                // وكالة كذا، "سانا"، …: a name of the subject.
                Mark::Open
                    if j > 0
                        && self.mark(j - 1) == Mark::Comma
                        && out.subject.is_some_and(|np| np.b == j - 1)
                        && self.mate(j) <= j + 3
                        && self.mark(self.mate(j) + 1) == Mark::Comma =>
                {
                    j = self.mate(j) + 1;
                }
                // لـ"كذا": to whom it was said.
                Mark::Open if matches!(self.t.text(j - 1), "ل") => j = self.mate(j).max(j) + 1,
                Mark::Open => {
                    // والتي نفتها الوكالة "كذا": the object is the pronoun, the quotation a name.
                    if self.w(i).pronoun > 0
                        && plain_object
                        && out.subject.is_some_and(|np| np.b == j)
                        && self.mate(j) <= j + 3
                    {
                        j = self.mate(j).max(j) + 1;
                        continue;
                    }
                    // قد أكد "حزمه" حيال فلان: what is his is no name.
                    let his = plain_object
                        && verb.act != Act::Opinion
                        && self.mate(j) == j + 2
                        && self.t.text(j + 1).ends_with(['ه', 'ا'])
                        && !self.w(j + 1).def
                        && self.is(i.wrapping_sub(1), Class::Auxiliary)
                        && self.is(self.mate(j) + 1, Class::Preposition);
                    if self.names(j, b)
                        && !his
                        && (out.subject.is_none()
                            || self.mate(j) + 1 < b
                                && !matches!(self.mark(self.mate(j) + 1), Mark::Stop | Mark::Comma))
                        && !participle
                    {
                        if out.subject.is_none()
                            && commas == 0
                            && let Some(np) = self.noun_phrase(
                                j,
                                limit,
                                Reading {
                                    object,
                                    with_b,
                                    ..Reading::default()
                                },
                            )
                        {
                            out.subject = Some(np);
                            j = np.b.max(self.mate(j) + 1);
                            if plain_object && self.object_at(j, b) {
                                out.open = Some((Opened::Object, j));
                                return out;
                            }
                            continue;
                        }
                        j = self.mate(j) + 1;
                        continue;
                    }
                    // تحدثت "الخوذ البيضاء" (كذا) عن قصف: the preposition is still to come, the quotation is who speaks.
                    let m = self.mate(j);
                    let speaker = j == i + 1
                        && m <= j + 4
                        && opens(verb, |o| matches!(o, Opens::With(p) if p == "عن"))
                        && !matches!(self.mark(m + 1), Mark::Stop | Mark::Line)
                        && (m + 1..b.min(m + 22))
                            .take_while(|&k| {
                                !matches!(self.mark(k), Mark::Stop | Mark::Line | Mark::Open)
                                    && !self.finite(k)
                            })
                            .any(|k| self.t.text(k) == "عن");
                    if speaker && !relay {
                        let np = Np {
                            a: j + 1,
                            b: m,
                            head: 0,
                            name: (j + 1, m),
                        };
                        out.subject = Some(np);
                        j = m + 1;
                        if self.mark(j) == Mark::Comma
                            && let Some(next) = (j + 1..limit).find(|&k| self.t.text(k) == "عن")
                        {
                            j = next;
                        }
                        continue;
                    }
                    // في مسألة "…"، إنه: the that-word after the quotation opens, not the quotation.
                    let that_after = takes_that
                        && (m + 1..limit.min(m + 4))
                            .take_while(|&k| {
                                self.mark(k) == Mark::Comma
                                    || self.mark(k) == Mark::Word && self.w(k).known.verb == 0
                            })
                            .any(|k| {
                                self.is(k, Class::That)
                                    && !self.t.text(k).starts_with('و')
                                    && !self.is(k - 1, Class::NotBeforeThat)
                                    && !self.is(k - 1, Class::Without)
                            })
                        && j > i + 1
                        && self.mark(j - 1) == Mark::Word
                        && self.w(j - 1).known.verb == 0;
                    if that_after {
                        j = m + 1;
                        continue;
                    }
                    let words = (j + 1..m).filter(|&k| self.mark(k) == Mark::Word).count();
                    // تحدث معه، "أكثر من مرة"، …: a few words between commas are an aside.
                    if words <= 3
                        && self.mark(j - 1) == Mark::Comma
                        && self.mark(m + 1) == Mark::Comma
                        && !relay
                    {
                        j = m + 1;
                        continue;
                    }
                    if plain_object
                        && words <= 3
                        && self.mark(m + 1) == Mark::Word
                        && (self.w(j + 1).prep.is_some()
                            || self.is(j + 1, Class::Preposition)
                            || self.phrase(j + 1, Class::Adverb) > 0)
                    {
                        // نفى "بشكل قاطع" تورط …
                        j = m + 1;
                        if self.object_at(j, b) {
                            out.open = Some((Opened::Object, j));
                            return out;
                        }
                        continue;
                    }
                    // أعلن "القضاء" على فلان: a deed in quotation marks, and on whom behind them.
                    if plain_object
                        && words <= 2
                        && self.mark(m + 1) == Mark::Word
                        && (self.w(j + 1).deed
                            || self.is(j + 1, Class::Deed)
                            || self.deed_on(j + 1))
                        && !self.is(m + 1, Class::Time)
                        && !self.finite(m + 1)
                        && !self.w(m + 1).conj
                    {
                        out.open = Some((Opened::Object, j + 1));
                        return out;
                    }
                    if takes_quote || relay || takes_that && self.is(j + 1, Class::That) {
                        out.open = Some((Opened::Quote, j));
                        return out;
                    }
                    if plain_object {
                        out.open = Some((Opened::Object, j));
                        return out;
                    }
                    j = self.mate(j) + 1;
                }
                Mark::Stray
                    if takes_quote
                        && (j == i + 1
                            || out.subject.is_some_and(|np| np.b == j)
                            || verb.sort == Sort::Plain && commas == 0
                            || self.is(j - 1, Class::Saying))
                        && self.tok(j).is_some_and(|t| t.spaced)
                        && self.mark(j + 1) == Mark::Word
                        && self.tok(j + 1).is_some_and(|t| !t.spaced) =>
                {
                    // A quotation that is never closed.
                    out.open = Some((Opened::Quote, j));
                    return out;
                }
                // د. فلان
                Mark::Word
                    if self.mark(j + 1) == Mark::Other
                        && self.tok(j).is_some_and(|t| t.end - t.at == 1) =>
                {
                    j += 2;
                }
                Mark::BracketOpen => j = self.mate(j).max(j) + 1,
                Mark::Dash if self.tok(j).is_some_and(|t| t.spaced) => {
                    // – بحسب ما نقلت وكالة –
                    j = (j + 1..limit.min(j + 20))
                        .find(|&k| self.mark(k) == Mark::Dash)
                        .map_or(j + 1, |k| k + 1);
                }
                Mark::Comma => {
                    // ، وفقا لما نقلته الوكالة، : a phrase between commas has its own cue.
                    if self.w(j + 1).according
                        && !relay
                        && let Some(close) = (j + 2..limit.min(j + 16)).find(|&k| {
                            !matches!(
                                self.mark(k),
                                Mark::Word | Mark::Number | Mark::Open | Mark::Close
                            )
                        })
                        && self.mark(close) == Mark::Comma
                    {
                        commas += 1;
                        j = close;
                        if commas <= 5 {
                            continue;
                        }
                    }
                    if relay
                        && matches!(out.relayed, Some((Who::Phrase(np), _)) if np.b == j)
                        && self.object_at(j + 1, b)
                        && !self.anonymity(j + 1)
                        && self.mark(j + 1) == Mark::Word
                        && !self.w(j + 1).conj
                    {
                        out.open = Some((Opened::Object, j + 1));
                        return out;
                    }
                    commas += 1;
                    if commas > 5 {
                        break;
                    }
                    j += 1;
                }
                Mark::Word => {
                    if self.anonymity(j) {
                        let name = |k: usize| {
                            self.mark(k) == Mark::Comma
                                || self.mark(k) == Mark::Open
                                || self.is(k, Class::That)
                                || self.own_word_noun(k)
                        };
                        let end = (j + 1..limit.min(j + 8))
                            .find(|&k| name(k))
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
                            return out;
                        }
                        continue;
                    }
                    let adverb = self.phrase(j, Class::Adverb);
                    if adverb > 0 {
                        j += adverb;
                        continue;
                    }
                    // أشار بأصابع الاتهام إلى فلان
                    if matches!(self.t.text(j), "باصابع" | "باصبع")
                        && self.t.text(j + 1) == "الاتهام"
                    {
                        j += 2;
                        continue;
                    }
                    if w.is(Class::Adverb)
                        && !w.is(Class::That)
                        && !w.is(Class::Saying)
                        && w.known.head == 0
                        && !(relay && matches!(self.t.text(j), "عنه" | "عنها" | "عنهما"))
                    {
                        j += 1;
                        continue;
                    }
                    if w.is(Class::That) {
                        let apart = j > i + 1
                            && !(j == i + 2 && self.t.text(j - 1) == "حتي")
                            && (self.is(j - 1, Class::NotBeforeThat)
                                || self.is(j - 1, Class::Negation));
                        // يتضمن كذا على أن: provided that.
                        let provided = verb.sort == Sort::Weak
                            && self.t.text(j - 1) == "علي"
                            && self.t.text(j) == "ان"
                            && j > i + 2
                            && out.subject.is_none_or(|np| np.b + 1 != j);
                        // المعروف بأنه كذا: what he is known for.
                        let known_for = j > i + 2 && self.t.core(j - 1).starts_with("معروف");
                        // … ، وأنه كذا: goes on with what another verb opened.
                        let joined = verb.sort == Sort::Weak
                            && self.t.text(j).starts_with('و')
                            && self.mark(j - 1) == Mark::Comma;
                        let apart = apart || provided || known_for || joined;
                        let two = self.t.text(j - 1) == "ان";
                        // وأضاف: على فلان أن يفعل
                        let duty = self.t.text(j) == "ان"
                            && out.subject.is_none()
                            && j > i + 2
                            && matches!(self.t.text(i + 1), "علي" | "على")
                            && !opens(
                                verb,
                                |o| matches!(o, Opens::With(p) if p == "علي" || p == "على"),
                            );
                        if takes_that && duty {
                            out.open = Some((Opened::That, i + 1));
                            return out;
                        }
                        if (takes_that || !out.also.is_empty()) && !apart && !two || relay && !apart
                        {
                            out.open = Some((Opened::That, j + 1));
                            return out;
                        }
                        j += 1;
                        continue;
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
                        return out;
                    }
                    // وأضاف ممازحا: "…": how it is said, by its shape.
                    if !w.found
                        && !w.def
                        && !w.conj
                        && self.t.text(j).starts_with('م')
                        && self.t.text(j).ends_with('ا')
                        && self.t.text(j).chars().count() > 4
                        && (matches!(self.mark(j + 1), Mark::Colon | Mark::Open)
                            || self.is(j + 1, Class::That))
                    {
                        j += 1;
                        continue;
                    }
                    // كشف المدير كيف تمكن كذا، شرحت لماذا: an indirect question, answered.
                    if matches!(self.t.text(j), "كيف" | "لماذا" | "متي" | "كيفيه")
                        && takes_that
                        && !relay
                        && self.w(i).known.form.tense == Tense::Past
                        && (out.subject.is_some() || j == i + 1)
                        && self.mark(j + 1) == Mark::Word
                        && self.mark(j - 1) == Mark::Word
                    {
                        out.open = Some((Opened::That, j));
                        return out;
                    }
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
                        continue;
                    }
                    if w.is(Class::Saying)
                        && !relay
                        && takes_quote
                        && commas > 0
                        && verb.sort != Sort::Turn
                        && w.prep.is_none()
                        && !self.t.text(j).starts_with('ب')
                    {
                        break;
                    }
                    if w.is(Class::Saying) && !relay && takes_quote {
                        out.also.push(j);
                        j += 1;
                        continue;
                    }
                    if relay
                        && (self.t.text(j) == "عن" && verb.root != "علم"
                            || verb.root == "علم" && self.t.text(j) == "من"
                            || self.t.stem(j).starts_with("عن")
                                && w.pronoun > 0
                                && w.known.head == 0
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
                                    return out;
                                }
                                if (self.object_at(j, b) || deed) && !self.own_word_noun(j) {
                                    out.open = Some((Opened::Object, j));
                                    return out;
                                }
                                continue;
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
                                continue;
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
                        continue;
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
                        continue;
                    }
                    if relay && out.relayed.is_some() && self.own_word_noun(j) {
                        if let Some(r) = &mut out.relayed {
                            r.1 = Some(j);
                        }
                        j += 1;
                        continue;
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
                        return out;
                    }
                    // تعهد بـ"…"
                    if self.t.text(j) == "ب" && self.mark(j + 1) == Mark::Open {
                        if with_b || takes_quote {
                            out.open = Some((Opened::Preposition, j + 1));
                            return out;
                        }
                        j += 1;
                        continue;
                    }
                    if (w.is(Class::Pronoun)
                        || verb.act == Act::Deny
                            && self.t.text(j) == "الامر"
                            && self.mark(j + 1) != Mark::Word)
                        && w.prep.is_none()
                        && (self.mark(j + 1) != Mark::Word || !self.w(j + 1).def)
                    {
                        // ووصف ذلك بأنه كذا
                        if opens(verb, |o| matches!(o, Opens::Label(p) if p == "ب"))
                            && self.is(j + 1, Class::That)
                            && self.t.stem(j + 1).starts_with('ب')
                        {
                            out.open = Some((Opened::Object, j));
                            return out;
                        }
                        out.pronoun = true;
                        let manner = self.phrase(j + 1, Class::Adverb).max(usize::from(
                            self.is(j + 1, Class::Adverb) || self.is(j + 1, Class::Time),
                        ));
                        if verb.sort == Sort::Firm && self.mark(j + 1 + manner) != Mark::Word {
                            break;
                        }
                        j += 1;
                        continue;
                    }
                    // المرصد، الذي يتخذ من كذا مقرا له، إن: the relative clause is about who speaks.
                    if w.is(Class::Relative)
                        && takes_quote
                        && out.subject.is_some_and(|np| {
                            np.b == j || np.b + 1 == j && self.mark(j - 1) == Mark::Comma
                        })
                        && let Some(close) = (j + 1..limit.min(j + 30))
                            .take_while(|&k| {
                                !matches!(
                                    self.mark(k),
                                    Mark::Stop | Mark::Line | Mark::Semicolon | Mark::Open
                                ) && !self.is(k, Class::That)
                            })
                            .find(|&k| {
                                self.mark(k) == Mark::Comma
                                    && (self.is(k + 1, Class::That)
                                        || self.mark(k + 1) == Mark::Open)
                            })
                        && (j + 1..close).all(|k| {
                            self.mark(k) != Mark::Comma || k == j + 1 || self.is(k + 1, Class::Time)
                        })
                    {
                        j = close;
                        continue;
                    }
                    // الذي تحدث شريطة عدم ذكر اسمه: about who speaks.
                    if self.finite(j)
                        && j > i + 1
                        && self.is(j - 1, Class::Relative)
                        && matches!(self.t.text(j + 1), "شريطه" | "طالبا" | "رافضا" | "بشرط")
                        && let Some(end) = (j + 2..limit.min(j + 12)).find(|&k| {
                            matches!(self.mark(k), Mark::Comma | Mark::Open | Mark::Colon)
                                || self.is(k, Class::That)
                        })
                    {
                        j = end;
                        continue;
                    }
                    // لم تذكر اسمها، أعدها باحثون، أوردتها الوكالة: about the source or the occasion, no new cue.
                    if j > i + 1 && self.finite(j) {
                        let negated = self.is(j - 1, Class::Negation);
                        let published = w.pronoun > 0
                            && (self.is(j - 1, Class::Relative)
                                || (!w.conj
                                    && (j.saturating_sub(4).max(i + 1)..j)
                                        .any(|k| self.is(k, Class::Occasion))
                                    || w.conj
                                        && (j.saturating_sub(14).max(i + 1)..j)
                                            .any(|k| self.is(k, Class::Occasion)))
                                    && self.pack.verb(&w).is_some_and(|v| {
                                        v.sort == Sort::Relay
                                            || matches!(v.root.as_str(), "نشر" | "بثث" | "ورد")
                                    }));
                        let other = !w.conj
                            && self
                                .pack
                                .verb(&w)
                                .is_some_and(|v| v.sort == Sort::Directive);
                        if negated || published || other {
                            j += 1;
                            // في كلمة بثتها قناة كذا: who published it is not who speaks.
                            if published {
                                while j < limit
                                    && (self.is(j, Class::Adverb) || self.is(j, Class::Time))
                                {
                                    j += 1;
                                }
                                let outlet = self.pack.head(&self.w(j)).is_some_and(|h| {
                                    matches!(
                                        h.kind,
                                        super::output::SourceKind::Outlet
                                            | super::output::SourceKind::Website
                                    )
                                });
                                if outlet
                                    && let Some(np) = self.noun_phrase(
                                        j,
                                        limit,
                                        Reading {
                                            plain: true,
                                            ..Reading::default()
                                        },
                                    )
                                {
                                    j = np.b;
                                }
                            }
                            continue;
                        }
                    }
                    // سئل عما إذا كان نقل كذا، …: what was asked reaches to its comma.
                    if matches!(self.t.text(j), "ما" | "عما" | "فيما")
                        && self.t.text(j + 1) == "اذا"
                        && let Some(comma) =
                            (j..limit).find(|&k| !matches!(self.mark(k), Mark::Word | Mark::Number))
                        && self.mark(comma) == Mark::Comma
                    {
                        j = comma;
                        continue;
                    }
                    // Another cue begins here.
                    if j > i + 1 && self.finite(j) && verb.sort == Sort::Rumour {
                        j += 1;
                        continue;
                    }
                    // المقاتل الذي كان يتحدث من هناك، أن …
                    if j > i + 2
                        && self.finite(j)
                        && self.is(j - 1, Class::Auxiliary)
                        && self.is(j - 2, Class::Relative)
                        && let Some(comma) = (j..limit.min(j + 16))
                            .find(|&k| self.mark(k) == Mark::Comma || self.is(k, Class::That))
                        && self.mark(comma) == Mark::Comma
                    {
                        j = comma;
                        continue;
                    }
                    if j > i + 1 && self.finite(j) && !self.is(j - 1, Class::Relative) {
                        if self
                            .pack
                            .verb(&w)
                            .is_some_and(|v| !matches!(v.sort, Sort::Weak | Sort::Turn))
                            || w.conj && self.pack.verb(&w).is_some_and(|v| v.sort != Sort::Turn)
                        {
                            break;
                        }
                        j += 1;
                        continue;
                    }
                    if self.finite(j)
                        && self.is(j - 1, Class::Relative)
                        && self
                            .pack
                            .verb(&w)
                            .is_some_and(|v| !matches!(v.sort, Sort::Directive | Sort::Weak))
                    {
                        break;
                    }
                    if w.known.verb != 0
                        && w.known.form.tense == Tense::Participle
                        && w.known.head == 0
                        && !w.def
                        && !w.is(Class::Plain)
                        && commas > 0
                    {
                        break;
                    }
                    if matches!(self.t.text(j), "وهو" | "وهي" | "وهم") && out.subject.is_some()
                    {
                        j += 1;
                        continue;
                    }
                    // وقال رجل بينما كان يحمل كذا، إن كذا: what he did meanwhile.
                    if takes_that
                        && out.subject.is_some()
                        && matches!(self.t.text(j), "بينما" | "وهو" | "وهي" | "فيما")
                        && let Some(comma) = (j + 1..limit.min(j + 24))
                            .take_while(|&k| {
                                matches!(self.mark(k), Mark::Word | Mark::Number | Mark::Comma)
                                    && (!self.finite(k) || self.is(k, Class::Auxiliary))
                            })
                            .find(|&k| self.mark(k) == Mark::Comma && self.is(k + 1, Class::That))
                    {
                        j = comma;
                        continue;
                    }
                    // نقل عن المستشفى حيث يعالجان أنهما كذا: where they are is no clause of its own.
                    if relay
                        && out.relayed.is_some()
                        && self.t.text(j) == "حيث"
                        && self.mark(j - 1) == Mark::Word
                        && let Some(that) = (j + 1..limit.min(j + 16))
                            .take_while(|&k| {
                                matches!(self.mark(k), Mark::Word | Mark::Number) && !self.finite(k)
                            })
                            .find(|&k| self.is(k, Class::That))
                    {
                        j = that;
                        continue;
                    }
                    if w.is(Class::Break)
                        || self.phrase(j, Class::Break) > 0
                        || w.is(Class::SoftBreak) && j > i + 1
                    {
                        break;
                    }
                    // A preposition that opens the content.
                    if let Some(p) = self.opening_preposition(j, verb) {
                        let next = j + usize::from(!p);
                        // جددت الحكومة التأكيد على كذا
                        // شدد على القول إن
                        if !p
                            && self.t.text(j + 1) == "القول"
                            && self.is(j + 2, Class::That)
                            && takes_that
                        {
                            out.open = Some((Opened::That, j + 3));
                            return out;
                        }
                        if !p && self.is(j + 1, Class::That) && takes_that {
                            out.open = Some((Opened::That, j + 2));
                            return out;
                        }
                        // After a circumstance between commas the opening is taken up again; within one it is not.
                        // An everyday verb takes its preposition right behind itself or its subject: يخشى كذا من كذا.
                        let apart = verb.sort == Sort::Weak
                            && !p
                            && j > i + 1
                            && out.subject.is_none_or(|np| np.b != j)
                            && self.mark(j - 1) == Mark::Word
                            && !self.is(j - 1, Class::Adverb)
                            && !self.is(j - 1, Class::Time);
                        if apart {
                            j += 1;
                            continue;
                        }
                        let in_place = commas == 0
                            || self.mark(j - 1) == Mark::Comma
                            || verb.sort == Sort::Rumour;
                        if in_place && weak_preposition.is_none() && self.content_at(next, b) {
                            weak_preposition = Some(next);
                            // A that-word after the same preposition is the better opening.
                            if !self.that_follows(next, limit, self.t.text(j)) {
                                out.open = Some((Opened::Preposition, next));
                                return out;
                            }
                        }
                        j += 1;
                        continue;
                    }
                    if w.is(Class::Preposition)
                        || w.prep.is_some()
                            && !self.is(j, Class::Addressee)
                            && out.subject.is_some()
                    {
                        // A phrase of circumstance: في تصريح صحفي، خلال لقائه.
                        // عليه، منها: the pronoun is all that is led in.
                        if w.prep.is_none() && self.bound(j) {
                            j += 1;
                            continue;
                        }
                        let start = j + usize::from(w.prep.is_none());
                        let np = self.noun_phrase(
                            start,
                            limit,
                            Reading {
                                led: true,
                                plain: true,
                                object,
                                ..Reading::default()
                            },
                        );
                        let next = np.map_or(start.max(j + 1), |n| n.b);
                        let occasion = self.is(j + 1, Class::Occasion);
                        j = if occasion {
                            let end = self.occasion_end(
                                j + 1,
                                next,
                                plain_object && out.subject.is_some(),
                            );
                            self.occasion_clause(j + 1, end, limit)
                        } else {
                            next
                        };
                        if out.subject.is_some()
                            && opens(verb, |o| matches!(o, Opens::Charge(_) | Opens::Label(_)))
                            && commas == 0
                            && self.mark(j) == Mark::Word
                            && self.w(j).def
                            && let Some(from) = self.object_opening(verb, j, b)
                        {
                            out.open = Some((Opened::Object, from));
                            return out;
                        }
                        if out.subject.is_some()
                            && plain_object
                            && self.object_at(j, b)
                            && !self.is(j, Class::That)
                            && commas == 0
                        {
                            out.open = Some((Opened::Object, j));
                            return out;
                        }
                        continue;
                    }
                    if w.is(Class::Addressee) && w.prep.is_none() && self.t.text(j).starts_with('ل')
                    {
                        // لبي بي سي، لوكالة كذا
                        j = self.told(j, limit);
                        while j < limit
                            && self
                                .tok(j)
                                .is_some_and(|t| t.mark == Mark::Word && t.end - t.at <= 3)
                            && !self.is(j, Class::That)
                            && !self.is(j, Class::Preposition)
                        {
                            j += 1;
                        }
                        continue;
                    }
                    if w.prep == Some('ل')
                        && self.pack.head(&w).is_some_and(|h| {
                            h.of == Of::Body && h.kind == super::output::SourceKind::Outlet
                        })
                    {
                        j = self.told(j, limit);
                        continue;
                    }
                    if w.prep.is_some() {
                        let np = self.noun_phrase(
                            j,
                            limit,
                            Reading {
                                led: true,
                                plain: true,
                                ..Reading::default()
                            },
                        );
                        j = np.map_or(j + 1, |n| n.b.max(j + 1));
                        continue;
                    }
                    if w.is(Class::Adverb)
                        || w.is(Class::Time) && w.known.head == 0
                        || w.is(Class::Auxiliary)
                        || w.is(Class::Relative)
                        || w.is(Class::Negation)
                        || w.is(Class::OwnWord) && w.pronoun > 0
                    {
                        if w.is(Class::Relative)
                            && object
                            && out.subject.is_some()
                            && self.mark(j - 1) == Mark::Comma
                        {
                            // وصفت فلانة، التي زارت المكان، الهجوم بأنه …
                            if let Some(comma) =
                                (j..limit.min(j + 20)).find(|&k| self.mark(k) == Mark::Comma)
                                && let Some(from) = self.object_opening(verb, comma + 1, b)
                            {
                                out.open = Some((Opened::Object, from));
                                return out;
                            }
                        }
                        // شرطة لندن التي تولت كذا أن: the relative clause is about who speaks.
                        if w.is(Class::Relative)
                            && takes_that
                            && out.subject.is_some_and(|np| np.b == j)
                            && let Some(that) = (j + 1..limit.min(j + 20))
                                .take_while(|&k| {
                                    matches!(self.mark(k), Mark::Word | Mark::Number)
                                        && !self.finite(k)
                                })
                                .find(|&k| self.is(k, Class::That))
                        {
                            j = that;
                            continue;
                        }
                        if plain_object && w.is(Class::Negation) && self.t.text(j) == "عدم" {
                            out.open = Some((Opened::Object, j));
                            return out;
                        }
                        j += 1;
                        continue;
                    }
                    // جلسة تبحث مسألة كذا: a verb that reports nothing is of the circumstance, up to its comma.
                    if out.subject.is_none()
                        && j > i + 1
                        && w.is(Class::Doing)
                        && !w.def
                        && w.known.head == 0
                        && let Some(next) = (j + 1..limit).find(|&k| {
                            matches!(
                                self.mark(k),
                                Mark::Comma | Mark::Colon | Mark::Open | Mark::Stop
                            ) || self.is(k, Class::That)
                        })
                    {
                        j = next;
                        continue;
                    }
                    // قال لصدى المدينة إن: an unknown word with ل and its definite complement, to whom it is said.
                    if out.subject.is_none()
                        && !participle
                        && takes_quote
                        && !w.found
                        && w.prep.is_none()
                        && !w.conj
                        && self.t.text(j).starts_with('ل')
                        && self.t.text(j).chars().count() > 3
                        && self.mark(j + 1) == Mark::Word
                        && self.w(j + 1).def
                        && self.w(j + 1).prep.is_none()
                        && !self.is(j + 1, Class::Time)
                        && self.pack.head(&self.w(j + 1)).is_none()
                        && !self.t.text(j + 1).ends_with('ي')
                    {
                        j += 2;
                        continue;
                    }
                    // No subject begins with a conjunction: في تنظيم وحوكمة كذا.
                    if out.subject.is_none()
                        && j > i + 1
                        && (w.conj || !w.found && self.t.text(j).starts_with('و'))
                        && self.mark(j - 1) == Mark::Word
                    {
                        j += 1;
                        continue;
                    }
                    if out.subject.is_none()
                        && !participle
                        && (commas == 0 || self.only_circumstance(i, j))
                    {
                        // Nobody is written if the object comes right after the verb.
                        let each = self.t.text(j) == "كل" && self.t.text(j + 1) == "من";
                        if plain_object
                            && !each
                            && (w.deed && !w.def && w.known.head == 0
                                || w.is(Class::ClaimNoun)
                                    && (!w.def || verb.act == Act::Deny)
                                    // ذكرت تقارير أن: they are who says it.
                                    && !(takes_that && self.that_behind(j, b))
                                || w.is(Class::Determiner) && self.is(j + 1, Class::ClaimNoun))
                            && self.object_at(j, b)
                        {
                            out.open = Some((Opened::Object, j));
                            return out;
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
                            return out;
                        }
                        let Some(np) = self.noun_phrase(
                            j,
                            limit,
                            Reading {
                                object,
                                with_b,
                                ..Reading::default()
                            },
                        ) else {
                            j += 1;
                            continue;
                        };
                        out.subject = Some(np);
                        j = np.b;
                        // ووصف الوضع بأنه: what stands right before the charge is the object, the subject is not written.
                        if opens(verb, |o| matches!(o, Opens::Charge(_) | Opens::Label(_))) {
                            let b_word = self.w(j).prep == Some('ب')
                                || self.is(j, Class::That) && self.t.stem(j).starts_with('ب')
                                || self.t.text(j) == "ب"
                                || self.mark(j) == Mark::Open
                                    && self.t.text(j + 1).starts_with('ب');
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
                                return out;
                            }
                            // واتهم الولايات المتحدة بكذا: who goes on speaking accuses her.
                            let goes_on = verb.act == Act::Accuse
                                && (self.w(i).conj
                                    || i > 0
                                        && self.t.text(i - 1) == "كما"
                                        && self.w(i).known.form.tense == Tense::Past);
                            if (b_word
                                && (goes_on || opens(verb, |o| matches!(o, Opens::Label(_))))
                                || thing)
                                && let Some(from) = self.object_opening(verb, np.a, b)
                            {
                                out.subject = None;
                                out.open = Some((Opened::Object, from));
                                return out;
                            }
                        }
                        if let Some(from) = self.object_opening(verb, j, b) {
                            out.open = Some((Opened::Object, from));
                            return out;
                        }
                        continue;
                    }
                    // تعتبر أنقرة الوحدات فرعا لحزب كذا: what a state or a person takes something for.
                    if verb.act == Act::Opinion
                        && verb.root == "عبر"
                        && verb.measure == 8
                        && commas == 0
                        && (w.known.head != 0 || w.def)
                        && w.prep.is_none()
                        && !w.conj
                        && out.subject.is_some_and(|np| {
                            np.b == j
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
                        return out;
                    }
                    if plain_object
                        && self.object_at(j, b)
                        && (commas == 0
                            || commas <= 3
                                && !w.conj
                                && (w.deed && !w.def
                                    || self.definite_deed(j)
                                        && (self.is(j - 2, Class::Time)
                                            || self.is(j - 2, Class::Weekday))
                                    || matches!(verb.act, Act::Deny | Act::Opinion)
                                        && w.is(Class::ClaimNoun)
                                    || w.is(Class::Determiner) && self.is(j + 1, Class::ClaimNoun)))
                    {
                        out.open = Some((Opened::Object, j));
                        return out;
                    }
                    // أعلنت المنظمة حذف كذا: an indefinite noun that waits for its complement, right behind a complete subject.
                    if plain_object
                        && !participle
                        && commas == 0
                        && out.subject.is_some_and(|np| np.b == j)
                        && self.bare_object(j)
                    {
                        out.open = Some((Opened::Object, j));
                        return out;
                    }
                    if participle && plain_object && j == i + 1 {
                        out.open = Some((Opened::Object, j));
                        return out;
                    }
                    if (participle || w.pronoun == 0)
                        && object
                        && !plain_object
                        && out.subject.is_some_and(|np| {
                            np.b == j
                                || self.mark(np.b) == Mark::Comma
                                    && w.is(Class::ClaimNoun)
                                    && (self.mark(j - 1) == Mark::Comma
                                        || (np.b + 1..j).all(|k| {
                                            self.mark(k) == Mark::Comma || self.is(k, Class::Time)
                                        }))
                                || !opens(verb, |o| *o == Opens::Claim)
                        })
                        && let Some(from) = self.object_opening(verb, j, b)
                    {
                        out.open = Some((Opened::Object, from));
                        return out;
                    }
                    if participle
                        && object
                        && j == i + 1
                        && self.object_opening(verb, j, b).is_some()
                    {
                        out.open = Some((Opened::Object, j));
                        return out;
                    }
                    j += 1;
                }
                Mark::Number if plain_object && out.subject.is_some() && commas == 0 => {
                    out.open = Some((Opened::Object, j));
                    return out;
                }
                // أعلن 11 فصيلا كذا
                Mark::Number
                    if out.subject.is_none()
                        && !participle
                        && commas == 0
                        && j == i + 1
                        && self.mark(j + 1) == Mark::Word =>
                {
                    let how = Reading {
                        object,
                        with_b,
                        ..Reading::default()
                    };
                    match self.noun_phrase(j, limit, how) {
                        Some(np) if np.head != 0 => {
                            out.subject = Some(np);
                            j = np.b;
                        }
                        _ => j += 1,
                    }
                }
                Mark::Line | Mark::Semicolon => break,
                Mark::Stop | Mark::Ellipsis
                    if self.tok(j).is_none_or(|t| {
                        t.quote == 0 || self.tok(i).is_some_and(|c| c.quote == t.quote)
                    }) =>
                {
                    break;
                }
                _ => j += 1,
            }
        }
        // قالت للصحفيين عندما سئلت عن كذا: "…"
        if out.subject.is_some()
            && takes_quote
            && !participle
            && !relay
            && weak_preposition.is_none()
            && !matches!(verb.sort, Sort::Weak | Sort::Turn)
            && let Some(colon) = (j..b.min(i + 40))
                .take_while(|&k| {
                    !matches!(
                        self.mark(k),
                        Mark::Stop | Mark::Line | Mark::Open | Mark::Semicolon
                    ) && !self.is(k, Class::Saying)
                        && !(self.finite(k)
                            && self
                                .pack
                                .verb(&self.w(k))
                                .is_some_and(|v| v.sort == Sort::Plain))
                })
                .find(|&k| self.mark(k) == Mark::Colon && self.mark(k + 1) == Mark::Open)
        {
            out.open = Some((Opened::Quote, colon + 1));
            return out;
        }
        if let Some(from) = weak_preposition {
            out.open = Some((Opened::Preposition, from));
        }
        out.rest = j.min(b);
        out
    }
}
