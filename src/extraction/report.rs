//! Reporting nouns: rumours, claims, charges, reports, with who stands behind them and what they are about.

use super::cue::{Cue, Kind, Opened, Who};
use super::inflect::{Agreement, Tense};
use super::output::Act;
use super::pack::{Class, Of, Sort};
use super::phrase::{Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// نفت البلدية مزاعم إغلاق الجسر، "تقارير إغلاق الجسر كاذبة": a claim with its deed, told of
    /// only to be denied, whoever made it.
    fn denied_claim(&self, i: usize, a: usize, b: usize, act: Act) -> Option<Cue> {
        let (w, of) = (self.w(i), self.w(i + 1));
        let deed = self.mark(i + 1) == Mark::Word
            && (of.deed
                || of.is(Class::Deed)
                || self.deed_on(i + 1)
                || super::analysis::looks_like_deed(self.t.core(i + 1)))
            && !of.def
            && of.prep.is_none()
            && !of.conj
            && !of.is(Class::ClaimNoun)
            && self.pack.head(&of).is_none();
        if !deed || w.def || w.pronoun > 0 || !w.is(Class::ClaimNoun) {
            return None;
        }
        let quote = self.tok(i)?.quote;
        // قال إن مزاعم إغلاق الجسر كاذبة
        let opens = i > a
            && (self.mark(i - 1) == Mark::Open
                || quote == 0 && self.is(i - 1, Class::That) && self.t.text(i - 1) == "ان");
        let false_behind = (i + 2..b.min(i + 16))
            .take_while(|&k| matches!(self.mark(k), Mark::Word | Mark::Open))
            .any(|k| {
                self.is(k, Class::Falsehood) && !self.is(k, Class::ClaimNoun)
                    || self.t.text(k) == "لا" && self.t.text(k + 1) == "اساس"
            });
        let denied = || {
            (a.max(i.saturating_sub(12))..i)
                .rev()
                .take_while(|&k| !self.is(k, Class::That) && !self.is(k, Class::Break))
                .any(|k| {
                    self.mark(k) == Mark::Word
                        && self.tok(k).is_some_and(|t| t.quote == quote)
                        && self
                            .pack
                            .verb(&self.w(k))
                            .is_some_and(|v| v.act == Act::Deny)
                })
        };
        if !(quote == 0 && denied() || opens && false_behind) {
            return None;
        }
        Some(Cue {
            kind: Kind::Noun,
            at: i,
            end: i + 1,
            also: Vec::new(),
            act,
            sort: Sort::Firm,
            who: Who::Nobody,
            relayed: None,
            opened: Opened::Noun,
            from: i + 1,
            until: None,
            clause: i,
            separate: false,
            anaphora: false,
        })
    }

    /// A noun that reports: شائعات عن، مزاعم بأن، تصريحات فلان بشأن.
    pub(super) fn noun_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        let entry = self.pack.noun(&w)?;
        if let Some(found) = self.denied_claim(i, a, b, entry.act) {
            return Some(Ok(found));
        }
        // علامة شائعة: how common it is.
        if self.t.core(i) == "شايعه"
            && i > a
            && self.mark(i - 1) == Mark::Word
            && !self.is(i - 1, Class::Determiner)
            && !self.w(i - 1).def
            && self.t.text(i - 1).ends_with(['ه', 'ا'])
        {
            return None;
        }
        // "المزاعم بأن كذا كاذبة": in a quotation only where it begins with the claim.
        let quoted = self.tok(i).is_some_and(|t| t.quote != 0);
        if quoted
            && !(i > a
                && self.mark(i - 1) == Mark::Open
                && entry.act == Act::Rumour
                && self.is(i + 1, Class::That))
        {
            return None;
        }
        // وكالة الأنباء; في تصريحات: an occasion of the verb before it.
        // بعد تصريح المنظمة بعودة كذا: no occasion of another verb.
        let own = !entry.phrase
            && w.prep.is_none()
            && i > a
            && matches!(
                self.t.stem(i - 1),
                "بعد" | "رغم" | "من" | "اثر" | "عقب" | "قبل"
            );
        // إلى تحذيرات الوزيرة للمدير من أنه كذا: no occasion is called so.
        let warned = self.t.core(i) == "تحذيرات";
        if i > a
            && !(warned && w.prep.is_none())
            && (self
                .pack
                .head(&self.w(i - 1))
                .is_some_and(|h| h.kind == super::output::SourceKind::Outlet)
                || w.prep == Some('ل')
                || !entry.phrase
                    && !own
                    && self.t.text(i + 1) != "من"
                    // لديه تقارير عن أن كذا: whoever has them says nothing in them.
                    && (self.is(i - 1, Class::Preposition)
                        && !(self.w(i - 1).pronoun > 0 && self.t.core(i - 1).starts_with("لدي"))
                        || w.prep.is_some()))
        {
            return None;
        }
        let mut j = i + 1;
        let mut owner = None;
        let mut end = i + 1;
        // تقارير من ناشطين عن كذا
        if !entry.phrase
            && w.pronoun == 0
            && self.t.text(i + 1) == "من"
            && let Some(np) = self.noun_phrase(
                i + 2,
                b,
                Reading {
                    plain: true,
                    object: true,
                    ..Reading::default()
                },
            )
            && np.head != 0
        {
            owner = Some(np);
            j = np.b;
            // من ناشطين في البلدة عن كذا: where they are.
            if self.t.text(j) == "في"
                && self.mark(j + 1) == Mark::Word
                && (self.mark(j + 2) == Mark::Comma || self.t.text(j + 2) == "عن")
            {
                j += 2;
            }
            while j < b && (self.mark(j) == Mark::Comma || self.is(j, Class::Time)) {
                j += 1;
            }
        }
        let reports = self.t.core(i) == "تقارير";
        if w.pronoun == 0 && !w.def && owner.is_none() && !reports {
            let of_body = self.pack.head(&self.w(j)).is_some_and(|h| h.of != Of::Text)
                || self.name_like(j) && !self.w(j).found;
            if of_body
                && self.mark(j) == Mark::Word
                && self.w(j).prep.is_none()
                && let Some(np) = self.noun_phrase(
                    j,
                    // اتهام فلان لفلان: the accused is no part of the accuser.
                    (j + 1..b.min(j + 9))
                        .find(|&k| {
                            (entry.act == Act::Accuse || warned) && self.w(k).prep == Some('ل')
                        })
                        .unwrap_or(b),
                    Reading {
                        plain: true,
                        object: true,
                        ..Reading::default()
                    },
                )
                && (np.head != 0
                    || np.name != (0, 0)
                        && (self.pack.head(&self.w(j)).is_some() || self.met_by_name(j)))
            {
                owner = Some(np);
                j = np.b;
            }
        }
        let limit = b.min(j + 7);
        let mut accused = None;
        // اتهامها للحكومة بكذا، اتهام فلان لفلان بكذا
        let mut accuser = None;
        let charged = |from: usize| {
            (from..b.min(from + 10)).any(|k| {
                self.w(k).prep == Some('ب')
                    || self.is(k, Class::That) && self.t.stem(k).starts_with('ب')
            })
        };
        // اتهام فلان بكذا: whoever is named is accused, and nobody accuses.
        if entry.act == Act::Accuse
            && owner.is_some()
            && self.mark(j) == Mark::Word
            && (self.w(j).prep == Some('ب')
                || self.is(j, Class::That) && self.t.stem(j).starts_with('ب'))
        {
            // اتهام البلدة بالغش: whoever is accused is a part of the charge; not so in الاتهامات الموجهة إليها بالغش.
            if self.t.core(i) == "اتهام"
                && let Some(np) = owner
            {
                accused = Some((Opened::Preposition, np.a));
            }
            owner = None;
        }
        let mut opened = accused;
        // اتهامه الإدارة بأنها: his own charge, with its object.
        let object = w.pronoun > 0 && self.w(j).def && self.w(j).prep.is_none();
        if entry.act == Act::Accuse
            && (w.pronoun > 0 || owner.is_some())
            && self.mark(j) == Mark::Word
            && (self.w(j).prep == Some('ل')
                || self.t.text(j) == "ل" && self.mark(j + 1) == Mark::Number
                || object
                || owner.is_some() && matches!(self.t.text(j), "لها" | "له" | "لهم"))
            && charged(j + 1)
        {
            opened = Some((Opened::Preposition, j));
            // اتهامات لندن لها بكذا: the accused is a pronoun, the charge alone is told.
            if matches!(self.t.text(j), "لها" | "له" | "لهم") {
                opened = Some((Opened::Preposition, j + 1));
            }
            if w.pronoun > 0 {
                let text = self.t.text(i);
                accuser = Some(if text.ends_with("ها") {
                    Agreement::She
                } else if text.ends_with("هم") {
                    Agreement::They
                } else {
                    Agreement::He
                });
            }
        }
        while j < limit && opened.is_none() {
            let v = self.w(j);
            if self.mark(j) != Mark::Word {
                break;
            }
            // نفى هذه الاتهامات قائلا إنها كاذبة: his own words, no charge.
            if v.is(Class::Saying) || v.known.verb != 0 && v.known.form.tense == Tense::Participle {
                break;
            }
            // التقارير إن صحت: a verb of the past makes a condition of it.
            if self.t.text(j) == "ان"
                && self.mark(j + 1) == Mark::Word
                && !self.w(j + 1).def
                && self.w(j + 1).known.head == 0
                && self.t.text(j + 1).ends_with('ت')
                && !self.t.text(j + 1).ends_with("ات")
            {
                break;
            }
            if v.is(Class::That) {
                // تصريحاته لا يمكن أن تؤدي إلى كذا: of another word.
                if self.is(j - 1, Class::NotBeforeThat) {
                    break;
                }
                opened = Some((Opened::That, j + 1));
                break;
            }
            // الشائعات التي تحدثت عن: the verb belongs to the cue.
            if v.is(Class::Relative) {
                let verb = self.w(j + 1);
                let led = (j + 2..j + 4)
                    .any(|k| matches!(self.t.text(k), "عن" | "حول" | "بشان" | "بخصوص"));
                if self.finite(j + 1) && self.pack.verb(&verb).is_some()
                    || led && !verb.def && verb.known.head == 0 && self.mark(j + 1) == Mark::Word
                {
                    end = j + 2;
                    j += 2;
                    continue;
                }
                break;
            }
            // الاتهامات الموجهة إلى فلان بكذا: at whom they are aimed.
            if entry.act == Act::Accuse
                && matches!(self.t.text(j), "الموجهه" | "موجهه")
                && let Some(np) = self.noun_phrase(
                    j + 1 + usize::from(self.is(j + 1, Class::Preposition)),
                    b,
                    Reading {
                        plain: true,
                        led: true,
                        with_b: true,
                        ..Reading::default()
                    },
                )
                && self.w(np.b).prep == Some('ب')
                && self.mark(np.b) == Mark::Word
            {
                opened = Some((Opened::Preposition, np.b));
                break;
            }
            // تقارير من جماعات معارضة، السبت، بوقوع كذا؛ تصريح المنظمة بعودة كذا؛ تصريحاته المسبقة بفشل كذا
            let own_words = w.pronoun > 0 && self.t.core(i).starts_with("تصريح");
            if own_words && v.prep == Some('ب') && (v.deed || v.is(Class::Deed)) && !entry.phrase {
                accuser = Some(self.owner_agreement(i));
            }
            if (owner.is_some() || own_words)
                && !entry.phrase
                && v.prep == Some('ب')
                && (v.deed || v.is(Class::Deed))
            {
                opened = Some((Opened::Preposition, j));
                break;
            }
            // تحذيرات من الهيئة من أن كذا، تأكيدات من الوزارة على أن كذا
            if matches!(self.t.text(j), "من" | "علي") && self.is(j + 1, Class::That) {
                opened = Some((Opened::That, j + 2));
                break;
            }
            if matches!(self.t.text(j), "عن" | "بشان" | "حول" | "بخصوص") {
                if self.is(j + 1, Class::That) {
                    opened = Some((Opened::That, j + 2));
                } else if entry.phrase || owner.is_some() && end == i + 1 {
                    opened = Some((Opened::Preposition, j + 1));
                }
                break;
            }
            if v.prep == Some('ب')
                && entry.phrase
                && (v.deed || v.is(Class::Deed) || v.known.verb != 0 || !v.found && !v.def)
            {
                opened = Some((Opened::Preposition, j));
                break;
            }
            // الاتهامات الموجهة لفلان بكذا
            let aimed = (entry.act == Act::Accuse || warned && owner.is_some())
                && v.prep == Some('ل')
                && j > i + 1;
            if v.is(Class::Preposition) || self.finite(j) || v.prep.is_some() && !aimed {
                break;
            }
            j += 1;
        }
        let Some((opened, from)) = opened else {
            return if entry.phrase {
                Some(Err("a reporting noun with no content found"))
            } else {
                None
            };
        };
        if own
            && self.t.text(i + 1) != "من"
            // رغم تأكيدات الحكومة أن كذا
            && !(owner.is_some()
                && opened == Opened::That
                && (warned || self.t.core(i).starts_with("تا")))
            && !(owner.is_some() && opened == Opened::Preposition && self.w(from).prep == Some('ب'))
        {
            return None;
        }
        // أخرجت تصريحاته عن سياقها
        if self.t.core(from).starts_with("سياق") {
            return None;
        }
        if opened == Opened::Preposition
            && (self.is(from, Class::Determiner)
                || self.is(from, Class::Pronoun)
                || self.is(from, Class::Relative))
        {
            return None;
        }
        // … ، وسط أنباء عن: a circumstance of its own after a comma.
        let aside = (i.saturating_sub(3).max(a)..i).find(|&c| {
            self.mark(c) == Mark::Comma
                && (self.is(c + 1, Class::Preposition) || self.is(c + 1, Class::Break))
        });
        Some(Ok(Cue {
            kind: Kind::Noun,
            at: i,
            end,
            also: Vec::new(),
            act: if owner.is_some() && entry.act == Act::Rumour {
                Act::Accuse
            } else {
                entry.act
            },
            sort: Sort::Firm,
            who: owner.map_or_else(|| accuser.map_or(Who::Nobody, Who::Implicit), Who::Phrase),
            relayed: None,
            opened: if opened == Opened::That {
                Opened::That
            } else {
                Opened::Noun
            },
            from,
            until: None,
            clause: aside.unwrap_or(i),
            separate: aside.is_some(),
            anaphora: false,
        }))
    }
}
