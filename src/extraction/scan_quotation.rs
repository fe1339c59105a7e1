//! A quotation on the way from a reporting verb: what was said, who speaks, to whom, or a word in passing.

use super::cue::{Opened, Scan};
use super::lexicon::opens;
use super::output::Act;
use super::pack::{Class, Opens};
use super::phrase::{Np, Reader, Reading};
use super::scan::{Step, Walk};
use super::token::Mark;

impl Reader<'_> {
    /// What a quotation at `j` is.
    pub(super) fn quotation(&self, walk: &Walk, out: &mut Scan, mut j: usize) -> Step {
        let Walk {
            i,
            b,
            limit,
            verb,
            participle,
            takes_that,
            takes_quote,
            object,
            plain_object,
            with_b,
            relay,
            ..
        } = *walk;
        // والتي نفتها الوكالة "كذا": the object is the pronoun, the quotation a name.
        if self.w(i).pronoun > 0
            && plain_object
            && out.subject.is_some_and(|np| np.b == j)
            && self.mate(j) <= j + 3
        {
            j = self.mate(j).max(j) + 1;
            return Step::Go(j);
        }
        // تعهد فلان، الأحد، "برد قوي" على كذا: its preposition shows that it is what was pledged.
        if out.subject.is_some()
            && opens(verb, |o| matches!(o, Opens::With(p) if p == "ب"))
            && self.mate(j) > j + 2
            && self.t.text(j + 1).starts_with('ب')
            && (self.w(j + 1).prep == Some('ب') || !self.w(j + 1).found)
        {
            out.open = Some((Opened::Preposition, j));
            return Step::Done;
        }
        // وصفت "المنبر" القانون بأنه كذا: the quotation names who calls it so.
        let named = self.mate(j);
        if j == i + 1
            && out.subject.is_none()
            && named > j
            && named <= j + 5
            && self.mark(named + 1) == Mark::Word
            && self.w(named + 1).prep.is_none()
            && self.w(named + 1).def
            && opens(verb, |o| matches!(o, Opens::Label(_) | Opens::Charge(_)))
            && let Some(from) = self.object_opening(verb, named + 1, b)
        {
            out.subject = Some(Np {
                a: j + 1,
                b: named,
                head: (j + 1..named)
                    .find(|&k| self.pack.head(&self.w(k)).is_some())
                    .map_or(0, |k| k + 1),
                name: (j + 1, named),
            });
            out.open = Some((Opened::Object, from));
            return Step::Done;
        }
        // تعهدت منصة "في السكة" برد كذا: what is pledged is still to come, the quotation names who pledges.
        let close = self.mate(j);
        if out.subject.is_some_and(|np| np.b == j)
            && close > j
            && close <= j + 5
            && opens(verb, |o| matches!(o, Opens::With(p) if p == "ب"))
            && self.mark(j - 1) == Mark::Word
            && self.mark(close + 2) == Mark::Word
            && (self.led_by_ba(close + 1)
                || verb.root == "عهد" && self.t.text(close + 1).starts_with('ب'))
        {
            out.open = Some((Opened::Preposition, close + 1));
            return Step::Done;
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
                && out.commas == 0
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
                    return Step::Done;
                }
                return Step::Go(j);
            }
            j = self.mate(j) + 1;
            return Step::Go(j);
        }
        // تحدثت "الخوذ البيضاء" (كذا) عن قصف: the preposition is still to come, the quotation is who speaks.
        let m = self.mate(j);
        let speaker = j == i + 1
            && m <= j + 4
            && opens(verb, |o| matches!(o, Opens::With(p) if p == "عن"))
            && !matches!(self.mark(m + 1), Mark::Stop | Mark::Line)
            && (m + 1..b.min(m + 22))
                .take_while(|&k| {
                    !matches!(self.mark(k), Mark::Stop | Mark::Line | Mark::Open) && !self.finite(k)
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
            return Step::Go(j);
        }
        // قال "تحالف كذا"، الذي تقوده كذا، إنه: the that-word that takes the quotation up shows that it is who speaks.
        let spoken = j == i + 1
            && m <= j + 7
            && takes_that
            && !relay
            && !matches!(self.mark(m + 1), Mark::Stop | Mark::Line)
            && !self.is(j + 1, Class::That)
            && (m + 1..b.min(m + 20))
                .take_while(|&k| !matches!(self.mark(k), Mark::Stop | Mark::Line | Mark::Open))
                .find(|&k| self.is(k, Class::That))
                .is_some_and(|k| {
                    !self.w(k).conj
                        && matches!(self.t.text(k), "انه" | "انها" | "انهم")
                        && !self.finite(k - 1)
                })
            && (self.mark(m + 1) != Mark::Comma
                || self.is(m + 2, Class::Relative)
                || self.is(m + 2, Class::Time));
        if spoken {
            out.subject = Some(Np {
                a: j + 1,
                b: m,
                head: (j + 1..m)
                    .find(|&k| self.pack.head(&self.w(k)).is_some())
                    .map_or(0, |k| k + 1),
                name: (0, 0),
            });
            j = m + 1;
            return Step::Go(j);
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
        let words = (j + 1..m).filter(|&k| self.mark(k) == Mark::Word).count();
        // في مقابلة مع "كذا"، الاثنين، إن: so it does behind a time between commas; لهيئة كذا "كذا": "…" the colon opens.
        let dated = || {
            let past = (m + 1..limit.min(m + 10)).find(|&k| {
                !matches!(self.mark(k), Mark::Comma | Mark::Number)
                    && !self.is(k, Class::Time)
                    && !self.is(k, Class::Month)
            });
            takes_that
                && past.is_some_and(|k| {
                    // "…" وإن كذا: it goes on.
                    self.is(k, Class::That) && !self.t.text(k).starts_with('و')
                })
                && self.mark(j - 1) == Mark::Word
        };
        let named =
            words <= 6 && j > i + 1 && (takes_quote && self.mark(m + 1) == Mark::Colon || dated());
        if that_after || named {
            j = m + 1;
            return Step::Go(j);
        }
        // تحدث معه، "أكثر من مرة"، …: a few words between out.commas are an aside.
        if words <= 3
            && self.mark(j - 1) == Mark::Comma
            && self.mark(m + 1) == Mark::Comma
            && !relay
        {
            j = m + 1;
            return Step::Go(j);
        }
        if plain_object
            && words <= 3
            && self.mark(m + 1) == Mark::Word
            && (self.w(j + 1).prep.is_some()
                || self.is(j + 1, Class::Preposition)
                || self.is(j + 1, Class::Adverb)
                || self.phrase(j + 1, Class::Adverb) > 0)
        {
            // نفى "بشكل قاطع" تورط …
            j = m + 1;
            if self.object_at(j, b) {
                out.open = Some((Opened::Object, j));
                return Step::Done;
            }
            return Step::Go(j);
        }
        // أعلن "القضاء" على فلان: a deed in quotation marks, and on whom behind them.
        if plain_object
            && words <= 2
            && self.mark(m + 1) == Mark::Word
            && (self.w(j + 1).deed || self.is(j + 1, Class::Deed) || self.deed_on(j + 1))
            && !self.is(m + 1, Class::Time)
            && !self.finite(m + 1)
            && !self.w(m + 1).conj
        {
            out.open = Some((Opened::Object, j + 1));
            return Step::Done;
        }
        // يتابع "شخصيا" كذا: how it is done.
        if words == 1 && self.is(j + 1, Class::Adverb) && self.mark(m + 1) == Mark::Word {
            return Step::Go(m + 1);
        }
        if takes_quote || relay || takes_that && self.is(j + 1, Class::That) {
            out.open = Some((Opened::Quote, j));
            return Step::Done;
        }
        if plain_object {
            out.open = Some((Opened::Object, j));
            return Step::Done;
        }
        j = self.mate(j) + 1;
        Step::Go(j)
    }
}
