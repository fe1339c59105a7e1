//! According-to phrases: بحسب، وفقا ل، حسبما أفاد، حسب قوله.

use super::cue::{Cue, Kind, Opened, Who};
use super::inflect::Tense;
use super::lexicon::opens;
use super::output::Act;
use super::pack::{Class, Of, Opens, Script, Sort};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// An according-to phrase.
    pub(super) fn according(
        &self,
        i: usize,
        a: usize,
        b: usize,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        if !w.according {
            return None;
        }
        let stem = self.t.stem(i);
        let list = self
            .pack
            .according
            .get(self.t.text(i))
            .or_else(|| self.pack.according.get(stem))?;
        if self.tok(i).is_some_and(|t| t.quote != 0) {
            return None;
        }
        for (words, entry) in list {
            if !words
                .iter()
                .enumerate()
                .skip(1)
                .all(|(k, word)| self.t.text(i + k) == word)
            {
                continue;
            }
            let mut j = i + words.len();
            let mut end = j;
            let mut act = Act::Assert;
            let then = entry.then.as_str();
            let clause = if i > a && matches!(self.mark(i - 1), Mark::Comma | Mark::Dash) {
                i - 1
            } else {
                i
            };
            let base = |who, end, act, kind| Cue {
                kind,
                at: i,
                end,
                also: Vec::new(),
                act,
                sort: Sort::Firm,
                who,
                relayed: None,
                opened: Opened::According,
                from: end,
                until: None,
                clause,
                separate: true,
                anaphora: false,
            };
            if entry.verb {
                if stem == "كما" && (w.conj || i == a) {
                    continue;
                }
                if self.is(j, Class::Auxiliary) {
                    j += 1;
                }
                let Some(verb) = self.pack.verb(&self.w(j)) else {
                    // وفقا لما تناقلته تقارير: a verb that is not known, with its pronoun and whoever does it.
                    let text = self.t.text(j);
                    if words.last().is_some_and(|w| w.ends_with("ما"))
                        && stem != "كما"
                        && self.mark(j) == Mark::Word
                        && !self.w(j).def
                        && (text.ends_with("ته") || text.ends_with('ه') && self.w(j).pronoun > 0)
                        && let Some(np) = self.noun_phrase(j + 1, b, Reading::default())
                        && np.head != 0
                        && self.can_speak(&np)
                    {
                        let mut cue = base(Who::Phrase(np), j + 1, act, Kind::According);
                        cue.from = np.b;
                        return Some(Ok(cue));
                    }
                    continue;
                };
                // حدث كذا، كما أشيع: a rumour, behind what it is about.
                if stem == "كما"
                    && verb.sort == Sort::Rumour
                    && self.finite(j)
                    && i > a + 3
                    && !w.conj
                    && (self.mark(j + 1) != Mark::Word || self.w(j + 1).conj)
                {
                    return Some(Ok(base(Who::Nobody, j + 1, Act::Rumour, Kind::According)));
                }
                // كما تدعي المعارضة: spelled like what somebody is called.
                let claims = stem == "كما"
                    && matches!(self.t.text(j), "يدعي" | "تدعي")
                    && (self.w(j + 1).def
                        || self.pack.head(&self.w(j + 1)).is_some()
                        || self.name_like(j + 1));
                if !(self.finite(j) || claims)
                    || verb.sort == Sort::Rumour
                    // على ما قيل إنه هجوم: the phrase stands for a noun.
                    || stem == "علي" && self.w(j).known.form.tense == Tense::Passive
                        && self.is(j + 1, Class::That)
                    || opens(verb, |o| matches!(o, Opens::Charge(_) | Opens::Label(_)))
                {
                    // حسب ما جاء على لسانه، على ما وصفه ب
                    continue;
                }
                if stem == "كما" && verb.sort != Sort::Within {
                    // كما أكد أن …: also said.
                    let scan = self.scan(j, b, verb, false);
                    let quoted_after = scan.subject.is_some_and(|np| self.mark(np.b) == Mark::Open);
                    if scan.open.is_some()
                        || quoted_after
                        || scan.subject.is_none()
                        || matches!(verb.sort, Sort::Directive | Sort::Turn)
                    {
                        continue;
                    }
                }
                if verb.sort == Sort::Within {
                    // حسب ما جاء على لسانه، وفق ما ورد في البيان
                    if self.t.text(j + 1) == "علي" && self.is(j + 2, Class::OwnWord) {
                        let mut cue = base(Who::Nobody, j + 3, act, Kind::Bracket);
                        cue.from = j + 3;
                        return Some(Ok(cue));
                    }
                    if self.t.text(j + 1) != "في" {
                        continue;
                    }
                    let Some(np) = self.noun_phrase(j + 2, b, Reading::default()) else {
                        continue;
                    };
                    // كما جاء في البيان أن كذا: also said there.
                    if stem == "كما"
                        && (self.is(np.b, Class::That) || self.mark(np.b) == Mark::Colon)
                    {
                        continue;
                    }
                    let mut cue = base(Who::Phrase(np), j + 1, act, Kind::According);
                    cue.from = np.b;
                    return Some(Ok(cue));
                }
                act = if verb.act == Act::Reveal {
                    Act::Assert
                } else {
                    verb.act
                };
                end = j + 1;
                let verb_at = j;
                j += 1;
                while j < b {
                    j = match self.to_whom(j, b) {
                        // وفق ما ذكره لوكالة كذا رئيس اللجنة: whoever is told is not who speaks.
                        Some(past) => past,
                        None if self.is(j, Class::Adverb)
                            || self.is(j, Class::Time)
                            || matches!(self.t.text(j), "به" | "بها" | "اليه" | "اليها") =>
                        {
                            j + 1
                        }
                        None => break,
                    };
                }
                // رد على ما نشرته الصحيفة عن كذا: the pronoun is what she published, told of behind عن.
                if stem == "علي"
                    && self.w(verb_at).pronoun > 0
                    && let Some(np) = self.noun_phrase(j, b, Reading::default())
                    && np.head != 0
                    && matches!(self.t.text(np.b), "عن" | "بشان" | "حول")
                    && self.mark(np.b + 1) == Mark::Word
                {
                    let mut cue = base(Who::Phrase(np), end, act, Kind::Noun);
                    cue.at = verb_at;
                    cue.opened = Opened::Noun;
                    cue.from = np.b + 1;
                    cue.separate = false;
                    cue.clause = verb_at;
                    return Some(Ok(cue));
                }
                let np = self
                    .noun_phrase(
                        j,
                        b,
                        Reading {
                            led: false,
                            ..Reading::default()
                        },
                    )
                    .map(|np| self.named_at_end(np, b))
                    .map(|np| self.between_commas(np, i, a));
                let mut cue = base(
                    np.map_or(
                        Who::Implicit(self.w(verb_at).known.form.agreement),
                        Who::Phrase,
                    ),
                    end,
                    act,
                    Kind::According,
                );
                let mut after = np.map_or(j, |n| self.past_its_name(n.b));
                if verb.sort == Sort::Relay
                    && self.t.text(after) == "عن"
                    && let Some(inner) = self.noun_phrase(after + 1, b, Reading::default())
                {
                    cue.relayed = Some((Who::Phrase(inner), None));
                    after = inner.b;
                }
                cue.from = after;
                cue.separate =
                    !(i > a && self.mark(i - 1) == Mark::Dash && self.mark(after) == Mark::Dash);
                return Some(Ok(cue));
            }
            // Own words: حسب قوله، على حد تعبيره.
            if self.is(j, Class::OwnWord) && self.mark(j) == Mark::Word {
                if self.w(j).pronoun > 0
                    || self.t.text(j).ends_with('ه')
                    || self.t.text(j).ends_with("ها")
                    || self.t.text(j).ends_with("هم")
                {
                    let mut cue = base(Who::Nobody, j + 1, act, Kind::Bracket);
                    cue.from = j + 1;
                    return Some(Ok(cue));
                }
                let np = self.noun_phrase(j + 1, b, Reading::default());
                if let Some(np) = np.map(|np| self.named_at_end(np, b)) {
                    let mut cue = base(Who::Phrase(np), j + 1, act, Kind::According);
                    cue.from = np.b;
                    return Some(Ok(cue));
                }
                continue;
            }
            if words.len() == 2 && words[0] == "علي" {
                continue;
            }
            if !then.is_empty() {
                let v = self.w(j);
                let led = v.prep == Some('ل')
                    || self.t.text(j) == "ل"
                    || self.t.text(j).starts_with('ل')
                    || self.t.text(j) == then;
                if !led || self.t.text(j) == "لما" {
                    continue;
                }
                if self.t.text(j) == "ل" || self.t.text(j) == then {
                    j += 1;
                }
            }
            // حسب بيانها، and slips like حسب نعبيره: one's own words.
            let own = |k: usize| {
                let text = self.t.text(k);
                let w = self.w(k);
                let text_noun = w.pronoun > 0
                    && self.pack.head(&w).is_some_and(|h| h.of == Of::Text)
                    || w.is(Class::Occasion) && w.pronoun > 0;
                let slip = !w.found
                    && !w.def
                    && (text.ends_with("ره") || text.ends_with("رها") || text.ends_with("ها"));
                self.mark(k) == Mark::Word
                    && (text_noun || slip)
                    && !matches!(self.mark(k + 1), Mark::Word | Mark::Number)
            };
            if own(j) {
                let mut cue = base(Who::Nobody, j + 1, act, Kind::Bracket);
                cue.from = j + 1;
                return Some(Ok(cue));
            }
            // وفق "رويترز"، …
            let quoted = (self.mark(j) == Mark::Open
                && self.mate(j) > j + 1
                && self.mate(j) <= j + 5)
                .then(|| Np {
                    a: j + 1,
                    b: self.mate(j),
                    head: (j + 1..self.mate(j))
                        .find(|&k| self.w(k).known.head != 0)
                        .map_or(0, |k| k + 1),
                    name: (j + 1, self.mate(j)),
                });
            // بحسب تصريحات وزير كذا: whose words they are.
            let words_of = self.mark(j) == Mark::Word
                && matches!(
                    self.t.core(j),
                    "تصريح"
                        | "تصريحات"
                        | "اقوال"
                        | "شهاده"
                        | "تغريده"
                        | "كلام"
                        | "حديث"
                )
                && !self.w(j).def
                && self.w(j).pronoun == 0
                && self.mark(j + 1) == Mark::Word
                && self
                    .pack
                    .head(&self.w(j + 1))
                    .is_some_and(|h| matches!(h.of, Of::Person | Of::People))
                && self.w(j + 1).prep.is_none();
            let np = self
                .noun_phrase(
                    j + usize::from(words_of),
                    b,
                    Reading {
                        led: !then.is_empty(),
                        ..Reading::default()
                    },
                )
                .map(|np| self.named_at_end(np, b))
                .or(quoted);
            let Some(np) = np else {
                return Some(Err("an according-to word with no source after it"));
            };
            // بحسب صحف محلية إقرار كذا: an indefinite verbal noun behind a complete phrase is none of hers.
            let np = (np.a + 1..np.b)
                .find(|&k| {
                    let w = self.w(k);
                    w.deed
                        && !w.def
                        && w.prep.is_none()
                        && !w.conj
                        && w.known.head == 0
                        && self.mark(k) == Mark::Word
                        && self.complete(k)
                })
                .map_or(np, |k| Np { b: k, ..np });
            let np = self.between_commas(np, i, a);
            if !self.can_speak(&np) {
                return Some(Err(
                    "an according-to word followed by no source: a plan, a law, a measure",
                ));
            }
            // وفقا لكبرى صحف الساحل "كذا"، …: her name behind her place.
            let m = self.mate(np.b);
            let np = if self.mark(np.b) == Mark::Open
                && np.name == (0, 0)
                && m > np.b + 1
                && m <= np.b + 6
                && self.mark(m + 1) == Mark::Comma
                && np
                    .head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)))
                    .is_some_and(|h| h.kind == super::output::SourceKind::Outlet)
            {
                Np { b: m, ..np }
            } else {
                np
            };
            let mut cue = base(Who::Phrase(np), end, act, Kind::According);
            cue.from = self.past_its_name(np.b + usize::from(self.mark(np.b) == Mark::Close));
            // بحسب البيان الذي نشرته الوزارة فإن كذا، وثيقة اطلعت عليها الوكالة: what was done with the text.
            let text_noun = np
                .head
                .checked_sub(1)
                .and_then(|h| self.pack.head(&self.w(h)))
                .is_some_and(|h| h.of == Of::Text);
            let published = self.is(cue.from, Class::Relative)
                || self.mark(cue.from) == Mark::Word
                    && matches!(
                        self.t.text(cue.from + 1),
                        "عليه" | "عليها" | "علي" | "منه" | "منها"
                    );
            if text_noun
                && published
                && let Some(past) = (cue.from + 1..b.min(cue.from + 14)).find(|&k| {
                    self.mark(k) != Mark::Word
                        || matches!(self.t.text(k), "فان" | "فقد" | "فانه" | "فانها")
                })
                && !matches!(self.mark(past), Mark::Open)
            {
                cue.from = past;
            }
            // بحسب الوكالة نقلا عن الشرطة: whom she has it from.
            let comma = usize::from(self.mark(cue.from) == Mark::Comma);
            if self.t.stem(cue.from + comma) == "نقلا"
                && self.t.text(cue.from + comma + 1) == "عن"
                && let Some(inner) = self.noun_phrase(cue.from + comma + 2, b, Reading::default())
            {
                cue.relayed = Some((Who::Phrase(inner), Some(cue.from + comma)));
                cue.from = inner.b;
            }
            cue.separate =
                !(i > a && self.mark(i - 1) == Mark::Dash && self.mark(np.b) == Mark::Dash);
            return Some(Ok(cue));
        }
        None
    }

    /// أغلقت البلدية، بحسب الشرطة، مركز الشباب في الحي: behind no more than a verb and its subject another body is the object, no other name of
    /// the source.
    fn between_commas(&self, np: Np, i: usize, a: usize) -> Np {
        let before = (a..i).filter(|&k| self.mark(k) == Mark::Word).count();
        let body = |k: usize| self.pack.head(&self.w(k)).is_some_and(|h| h.of == Of::Body);
        let comma = (np.a + 1..np.b).find(|&k| self.mark(k) == Mark::Comma);
        match comma {
            Some(k)
                if before == 2
                    && i > a
                    && self.mark(i - 1) == Mark::Comma
                    && self.mark(np.b) == Mark::Word
                    && np.head.checked_sub(1).is_some_and(|h| h < k && body(h))
                    && body(k + 1) =>
            {
                Np { b: k, ..np }
            }
            _ => np,
        }
    }

    /// وكالة الأنباء "سانا"، : where the quoted name of a source ends, if a comma follows.
    fn past_its_name(&self, from: usize) -> usize {
        let close = self.mate(from);
        let named = self.mark(from) == Mark::Open
            && close > from
            && close <= from + 4
            && self.mark(close + 1) == Mark::Comma;
        if named { close + 1 } else { from }
    }

    /// Whether a phrase can be a source at all.
    pub(super) fn can_speak(&self, np: &Np) -> bool {
        if self.is(np.a, Class::NotSource) && np.head == 0 {
            return false;
        }
        if np.head != 0 {
            let h = np.head - 1;
            return h <= np.a + 2 || self.mark(np.a) == Mark::Number;
        }
        if np.name != (0, 0) || self.mark(np.a.saturating_sub(1)) == Mark::Open {
            let w = self.w(np.a);
            return !(w.found && w.deed) && !(w.def && np.b - np.a == 1 && w.found);
        }
        let w = self.w(np.a);
        // وفق الإعلان الروسي: an announcement speaks for whoever made it.
        if w.def
            && w.prep.is_none()
            && self.t.core(np.a) == "اعلان"
            && np.b > np.a + 1
            && self.w(np.b - 1).def
        {
            return true;
        }
        // حسب الادعاء: the prosecution.
        if w.def && w.prep.is_none() && self.t.core(np.a) == "ادعاء" && np.b == np.a + 1 {
            return true;
        }
        if w.is(Class::NotSource) || w.deed {
            return false;
        }
        let thing = self.t.text(np.a).ends_with('ه') || self.t.text(np.a).ends_with("ات");
        w.def && !w.found && !thing
            || w.is(Class::OwnWord)
            || self.pack.script == Script::Latin
            || w.prep.is_some() && !w.def && !w.deed && !w.found
    }
}
