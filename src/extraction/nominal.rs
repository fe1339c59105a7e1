//! Cues that are no finite verbs: participles (مضيفا), sayings (بالقول), verbal nouns (نفي، إعلان).

use super::cue::{Cue, Kind, Opened, Who};
use super::inflect::Agreement;
use super::output::Act;
use super::pack::{Class, Of, Sort, VerbEntry};
use super::phrase::{Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// متهمة الدوحة بكذا: a participle spelled like a noun accuses where whoever is accused and the charge follow.
    pub(super) fn accusing(&self, i: usize, b: usize, verb: &VerbEntry) -> bool {
        let next = self.w(i + 1);
        let whom = self.mark(i + 1) == Mark::Word
            && next.prep.is_none()
            && (next.def
                || self
                    .pack
                    .head(&next)
                    .is_some_and(|h| matches!(h.of, Of::Name | Of::Body))
                || self.name_like(i + 1)
                || matches!(self.t.text(i + 1), "اياه" | "اياها" | "اياهم"));
        verb.act == Act::Accuse
            && whom
            && (i + 2..b.min(i + 9))
                .take_while(|&k| self.mark(k) == Mark::Word)
                .any(|k| {
                    self.w(k).prep == Some('ب')
                        || self.is(k, Class::That) && self.t.stem(k).starts_with('ب')
                })
    }

    /// اعتبر ذلك جريمة، معتبرا إياه "بطلا": a pronoun that points, and what it is taken for.
    pub(super) fn pointed(&self, i: usize, verb: &VerbEntry) -> bool {
        // عازيا ذلك إلى كذا، مرجعا ذلك إلى كذا
        if matches!(verb.root.as_str(), "عزو" | "رجع") {
            return matches!(self.t.text(i + 1), "ذلك" | "هذا")
                && self.t.text(i + 2) == "الي"
                && self.mark(i + 3) == Mark::Word;
        }
        verb.root == "عبر"
            && verb.measure == 8
            && matches!(
                self.t.text(i + 1),
                "ذلك" | "هذا" | "اياه" | "اياها" | "اياهم"
            )
            && (self.mark(i + 2) == Mark::Open
                || self.mark(i + 2) == Mark::Word
                    && !self.is(i + 2, Class::That)
                    && !self.is(i + 2, Class::Preposition)
                    && !self.w(i + 2).def)
    }

    pub(super) fn participle_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        if w.is(Class::Plain)
            || verb.root == "جدد"
            // متحدثا عن "كذا": what is quoted; else a topic.
            || verb.root == "حدث"
                && !(self.t.text(i + 1) == "عن"
                    && self.mark(i + 2) == Mark::Open
                    && self.mate(i + 2) > i + 5)
            || w.is(Class::Deed)
            || matches!(verb.sort, Sort::Directive | Sort::Rumour | Sort::Relay)
            || i == a && self.t.stem(i) != self.t.text(i) && verb.sort != Sort::Plain
        {
            return None;
        }
        // An adverbial participle stands after a comma, a verb, a name or a quotation; an adjective follows an indefinite noun.
        let scan = self.scan(i, b, verb, true);
        // معتبرا ذلك جريمة، معتبرا إياه "بطلا": what is pointed at, and what it is taken for.
        let pointed = self.pointed(i, verb);
        // مبدية أسفها لكذا: what is voiced stands right behind.
        let voiced = verb.root == "بدي"
            && verb.opens.iter().any(|o| {
                matches!(o, super::pack::Opens::At(list)
                    if self.at_phrase(i, b, list).is_some_and(|(_, at)| at == i + 1))
            });
        let (opened, from) = if pointed || voiced {
            (Opened::Object, i + 1)
        } else {
            scan.open?
        };
        if opened == Opened::Object
            && i > a
            && !matches!(self.mark(i - 1), Mark::Comma | Mark::Close | Mark::Stop)
            && !w.conj
            // استغربت النيابة القرار مؤكدة عزمها على كذا: indefinite behind a definite noun it is no adjective.
            && !(matches!(verb.act, Act::Confirm | Act::Deny | Act::Announce)
                && self.w(i - 1).def
                && self.mark(i - 1) == Mark::Word
                && (self.t.text(i + 1).ends_with("ها")
                    || self.t.text(i + 1).ends_with("هم")
                    || self.t.text(i + 1).ends_with('ه'))
                && !self.w(i + 1).def
                && self.w(i + 1).prep.is_none())
            // أشار إلى عدم وقوع حوادث ذاكرا انتشار كذا: an adjective would agree in its ending.
            && !(self.t.text(i).ends_with('ا')
                && self.mark(i - 1) == Mark::Word
                && !self.t.text(i - 1).ends_with(['ا', 'ه', 'ء'])
                && !self.w(i + 1).def
                && self.w(i + 1).prep.is_none()
                && (self.w(i + 1).deed || self.is(i + 1, Class::Deed))
                && self.mark(i + 2) == Mark::Word)
            // ندد بالهجوم معتبرا ذلك جريمة
            && !matches!(self.t.text(i + 1), "ذلك" | "اياه" | "اياها")
            && !super::lexicon::opens(verb, |o| {
                matches!(
                    o,
                    super::pack::Opens::Label(_) | super::pack::Opens::Charge(_)
                )
            })
        {
            return None;
        }
        if from > i + 3
            && opened == Opened::That
            && !(i + 1..from).all(|k| {
                matches!(
                    self.mark(k),
                    Mark::Word | Mark::Comma | Mark::BracketOpen | Mark::BracketClose
                )
            })
        {
            return None;
        }
        let comma = i > a && self.mark(i - 1) == Mark::Comma;
        Some(Ok(Cue {
            kind: Kind::Participle,
            at: i,
            end: i + 1,
            also: scan.also,
            act: verb.act,
            sort: verb.sort,
            who: Who::Implicit(w.known.form.agreement),
            relayed: None,
            opened,
            from,
            until: None,
            clause: if comma { i - 1 } else { i },
            separate: self.tok(i).is_none_or(|t| t.quote == 0),
            anaphora: false,
        }))
    }

    /// حدث كذا، الأمر الذي سارعت الحكومة إلى نفيه: a denial in two words of what stands before.
    pub(super) fn taken_denial(&self, i: usize, a: usize, verb: &VerbEntry) -> Option<Cue> {
        if verb.act != Act::Deny
            || self.w(i).pronoun == 0
            || i < a + 5
            || self.t.text(i - 1) != "الي"
            || self.tok(i).is_some_and(|t| t.quote != 0)
        {
            return None;
        }
        let relative = (i.saturating_sub(9).max(a + 1)..i - 2)
            .rev()
            .take_while(|&k| self.mark(k) == Mark::Word)
            .find(|&k| {
                self.is(k, Class::Relative) && self.t.text(k - 1) == "الامر"
                    || self.t.text(k) == "ما" && matches!(self.t.text(k - 1), "وهو" | "وهذا")
            })?;
        let hurried = ["سارع", "بادر", "عمد", "اضطر", "سرع"]
            .iter()
            .any(|v| self.t.text(relative + 1).starts_with(v));
        let comma = relative
            .checked_sub(2)
            .filter(|&k| self.mark(k) == Mark::Comma)?;
        let how = Reading {
            object: true,
            plain: true,
            ..Reading::default()
        };
        let np = self.noun_phrase(relative + 2, i - 1, how)?;
        (hurried && np.b == i - 1).then(|| Cue {
            kind: Kind::Verb,
            at: i,
            end: i + 1,
            also: Vec::new(),
            act: verb.act,
            sort: Sort::Firm,
            who: Who::Phrase(np),
            relayed: None,
            opened: Opened::Pronoun,
            from: i + 1,
            until: None,
            clause: comma,
            separate: true,
            anaphora: true,
        })
    }

    /// بالقول إن، في قوله إن، إشارته إلى أن: a saying as a noun with its own content, the source being that of the sentence.
    pub(super) fn saying_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        let saying = self.is(i, Class::Saying);
        if !saying && (w.pronoun == 0 || w.def)
            || matches!(verb.sort, Sort::Directive | Sort::Turn | Sort::Relay)
            // اتهامه بأنه: he is the one accused.
            || verb.act == Act::Accuse
            || self.tok(i).is_some_and(|t| t.quote != 0)
        {
            return None;
        }
        let k = i + 1 + usize::from(matches!(self.t.text(i + 1), "على" | "علي" | "الي"));
        // بقوله للصحفيين: "…"
        let told = saying && self.w(k).prep == Some('ل') && self.mark(k) == Mark::Word;
        let k = k + usize::from(told);
        let (opened, from) = match self.mark(k) {
            Mark::Word if self.is(k, Class::That) && k < b => (Opened::That, k + 1),
            Mark::Colon if saying => (Opened::Quote, k + 1),
            Mark::Open if saying => (Opened::Quote, k),
            _ => return None,
        };
        let agreement = self.owner_agreement(i);
        Some(Ok(Cue {
            kind: Kind::Participle,
            at: i,
            end: i + 1,
            also: Vec::new(),
            act: verb.act,
            sort: verb.sort,
            who: Who::Implicit(agreement),
            relayed: None,
            opened,
            from,
            until: None,
            clause: if i > a && self.mark(i - 1) == Mark::Comma {
                i - 1
            } else {
                i
            },
            separate: i > a && self.mark(i - 1) == Mark::Comma,
            anaphora: false,
        }))
    }

    /// بعد يوم من وصفه الخطة بأنها حلم، رغم وصف الوزير لنظيره بأنه كاذب: behind a preposition it is a noun, whose description it was
    /// and of what.
    pub(super) fn described_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<Cue> {
        let w = self.w(i);
        // انتقد المتحدث وصف المدير لنظيره بالكاذب: what is judged is no verb of its own.
        let judged = || {
            (i.saturating_sub(9).max(a)..i.saturating_sub(1))
                .rev()
                .take_while(|&k| self.mark(k) == Mark::Word && !self.is(k, Class::That))
                .any(|k| {
                    self.finite(k)
                        && self.pack.verb(&self.w(k)).is_some_and(|v| {
                            matches!(v.act, Act::Opinion | Act::Deny) && v.root != "وصف"
                        })
                })
        };
        let led = i > a + 1
            && self.mark(i - 1) == Mark::Word
            && verb.root == "وصف"
            && (self.is(i - 1, Class::Preposition)
                || w.known.form.agreement == Agreement::He && !w.conj && judged())
            && self.t.stem(i).starts_with("وصف")
            && !w.def
            && self.tok(i).is_some_and(|t| t.quote == 0);
        if !led {
            return None;
        }
        let how = Reading {
            object: true,
            ..Reading::default()
        };
        let (who, from) = if w.pronoun > 0 {
            (Who::Implicit(self.owner_agreement(i)), i + 1)
        } else {
            // وصف الوزير فلان للعمال: whom he calls so is no part of him.
            let until = (i + 2..b.min(i + 10)).find(|&k| {
                self.mark(k) == Mark::Word
                    && self.t.text(k).starts_with("لل")
                    && self.w(k).prep.is_some()
                    && (i + 1..k).any(|x| self.is(x, Class::GivenName))
            });
            let np = self.noun_phrase(i + 1, until.unwrap_or(b), how)?;
            (np.head != 0 || np.name != (0, 0)).then_some((Who::Phrase(np), np.b))?
        };
        // وصف الأمين العام، فلان، الوضع بكذا: his name stands between commas.
        let from = from
            + usize::from(
                self.mark(from) == Mark::Comma
                    && (i + 1..from).any(|k| self.mark(k) == Mark::Comma),
            );
        let called = (from + 1..b.min(from + 12))
            .take_while(|&k| matches!(self.mark(k), Mark::Word | Mark::Comma))
            .any(|k| {
                self.is(k, Class::That) && self.t.stem(k).starts_with("با")
                    // بـ"الكارثة"، بالكارثة
                    || self.t.text(k) == "ب" && self.mark(k + 1) == Mark::Open
                    || self.w(k).prep == Some('ب') && self.w(k).def && !self.is(k, Class::Occasion)
            });
        let of = self.w(from);
        let aside = (i.saturating_sub(4).max(a + 1)..i)
            .find(|&c| self.mark(c) == Mark::Comma && self.is(c + 1, Class::Preposition));
        (called && self.mark(from) == Mark::Word && !self.is(from, Class::Preposition)).then(|| {
            Cue {
                kind: Kind::Deed,
                at: i,
                end: i + 1,
                also: Vec::new(),
                act: verb.act,
                sort: Sort::Firm,
                who,
                relayed: None,
                opened: if of.prep == Some('ل') {
                    Opened::Preposition
                } else {
                    Opened::Object
                },
                from,
                until: None,
                clause: aside.unwrap_or(i),
                separate: aside.is_some(),
                anaphora: false,
            }
        })
    }

    /// With whom the pronoun of a word agrees.
    pub(super) fn owner_agreement(&self, i: usize) -> Agreement {
        match self.t.text(i) {
            t if t.ends_with("ها") => Agreement::She,
            t if t.ends_with("هم") => Agreement::They,
            t if t.ends_with('ه') => Agreement::He,
            _ => Agreement::Any,
        }
    }
}
