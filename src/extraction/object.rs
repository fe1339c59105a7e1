//! Objects that a verb takes only behind certain words or behind its subject: blame laid on somebody, an attack claimed, the dead
//! announced.

use super::inflect::{Agreement, Tense};
use super::pack::{Class, Gender, Of};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// Where one of the phrases stands after a verb, and what follows it.
    pub(super) fn after_phrase(&self, i: usize, b: usize, list: &str) -> Option<(usize, usize)> {
        for p in i + 1..b.min(i + 20) {
            if self.mark(p) != Mark::Word {
                let other = self.mark(p) == Mark::Comma && self.w(p + 1).conj;
                if other || matches!(self.mark(p), Mark::Stop | Mark::Line | Mark::Semicolon) {
                    return None;
                }
                continue;
            }
            for phrase in list.split('|') {
                let mut end = p;
                // A lone ب at the end of a phrase clings to the word that follows, the first of the content.
                let (phrase, clings) = phrase
                    .strip_suffix(" ب")
                    .map_or((phrase, false), |p| (p, true));
                let found = phrase.split(' ').all(|word| {
                    let same = end < b && self.t.text(end) == word;
                    end += 1;
                    same
                });
                let charged = self.w(end).prep == Some('ب')
                    || self.is(end, Class::That) && self.t.stem(end).starts_with('ب');
                if found && (!clings || charged) {
                    while end < b
                        && (self.t.text(end) == "ل"
                            || self.is(end, Class::Time)
                            || self.mark(end) == Mark::Comma && self.is(end - 1, Class::Time))
                    {
                        end += 1;
                    }
                    return (end < b).then_some((p, end));
                }
            }
        }
        None
    }

    /// Where one of the words stands behind the subject of a verb, and that subject.
    pub(super) fn at_phrase(&self, i: usize, b: usize, list: &str) -> Option<(Option<Np>, usize)> {
        let limit = b.min(i + 24);
        let stop = (i + 1..limit)
            .find(|&p| {
                self.is(p, Class::That)
                    || matches!(
                        self.mark(p),
                        Mark::Stop | Mark::Line | Mark::Semicolon | Mark::Colon
                    )
                    // رأى فلان "أن كذا في كذا": where the quotation begins, what is seen does.
                    || self.mark(p) == Mark::Open && self.mate(p) > p + 5
                    || self.finite(p)
            })
            .unwrap_or(limit);
        // يرى فلان في كذا أن: the that-word is the better opening.
        if stop < limit && self.is(stop, Class::That) {
            return None;
        }
        let at = (i + 1..stop).find(|&p| {
            self.mark(p) == Mark::Word
                && list.split('|').any(|words| {
                    let mut words = words.split(' ').enumerate();
                    words.all(|(k, word)| self.t.text(p + k) == word)
                })
        })?;
        let how = Reading {
            object: true,
            ..Reading::default()
        };
        Some((self.noun_phrase(i + 1, at, how), at))
    }

    /// المتحدث، فلان، الرئيس فلان: the second office of a phrase, behind the name of the first.
    pub(super) fn second_office(&self, np: &Np) -> Option<usize> {
        let name = |k: usize| self.is(k, Class::GivenName) || self.name_like(k);
        (np.a + 2..np.b).rev().find(|&k| {
            let w = self.w(k);
            let before = k - 1 - usize::from(self.mark(k - 1) == Mark::Comma);
            self.mark(k) == Mark::Word
                && w.def
                && w.prep.is_none()
                && !w.conj
                && self.pack.head(&w).is_some_and(|h| h.of == Of::Person)
                && before > np.a
                && name(before)
        })
    }

    /// Whether somebody, with his name between commas, is followed by what he is blamed for: على خطته، بسبب مواقفها.
    fn blamed_for(&self, np: &Np, b: usize) -> bool {
        let mut k = np.b;
        if self.mark(k) == Mark::Comma
            && let Some(close) = (k + 1..b.min(k + 8)).find(|&c| self.mark(c) != Mark::Word)
            && self.mark(close) == Mark::Comma
        {
            k = close + 1;
        }
        matches!(self.t.text(k), "علي" | "بسبب" | "لعدم")
            && self.mark(k + 1) == Mark::Word
            && (self.t.text(k) != "علي"
                || self.t.text(k + 1).ends_with("ها")
                || self.t.text(k + 1).ends_with("هم")
                || self.t.text(k + 1).ends_with("ته"))
            && np.head != 0
    }

    /// Past the words of time and manner from `k` on.
    fn past_manner(&self, k: usize, b: usize) -> usize {
        let mut past = k;
        while past < b.min(k + 5) {
            let adverb = self.phrase(past, Class::Adverb).max(usize::from(
                self.is(past, Class::Adverb) || self.is(past, Class::Time),
            ));
            if adverb == 0 {
                break;
            }
            past += adverb;
        }
        past
    }

    /// Past when and where something was said (، الثلاثاء، في بيان رسمي، على هامش المؤتمر), what somebody is between commas, and on whose behalf
    /// (على لسان متحدث); with whoever speaks so.
    fn past_occasion(&self, from: usize, b: usize) -> Option<(usize, Option<Np>)> {
        let how = Reading {
            led: true,
            plain: true,
            object: true,
            ..Reading::default()
        };
        let mut at = from;
        let mut speaker = None;
        let mut said = false;
        for _ in 0..4 {
            if self.mark(at) == Mark::Comma
                && let Some(close) = (at + 1..b.min(at + 12)).find(|&k| {
                    self.mark(k) == Mark::Comma
                        || !matches!(self.mark(k), Mark::Word | Mark::Number)
                        || self.finite(k)
                        || self.w(k).known.form.tense == Tense::Participle
                            && self.w(k).known.verb != 0
                            && self.w(k).known.head == 0
                })
                && self.mark(close) == Mark::Comma
            {
                at = close + 1;
                said = true;
            } else if self.t.text(at) == "علي" && self.t.text(at + 1) == "لسان" {
                let np = self.noun_phrase(at + 2, b, how)?;
                at = np.b;
                speaker = Some(np);
                said = true;
            } else if self.is(at, Class::Preposition)
                && self.mark(at + 1) == Mark::Word
                && !matches!(self.t.text(at), "من" | "مع" | "ضد" | "عن")
            {
                let np = self.noun_phrase(at + 1, b, how)?;
                // في تغريدة على موقع تويتر "المخربين": what stands in quotation marks is no name where nothing leads one in.
                let open = (at + 2..np.b).find(|&k| {
                    self.mark(k) == Mark::Open
                        && !self.is(k - 1, Class::NameIntro)
                        && (self.is(k - 1, Class::Occasion)
                            || self
                                .pack
                                .head(&self.w(k - 1))
                                .is_none_or(|h| h.of == Of::Name))
                        && self.w(k + 1).def
                });
                if let Some(open) = open {
                    return Some((open, speaker));
                }
                at = if self.is(at + 1, Class::Occasion) {
                    let end = self.occasion_end(at + 1, np.b, true);
                    self.occasion_clause(at + 1, end, b)
                } else {
                    np.b
                };
                said = true;
                if matches!(self.t.text(at), "له" | "لها" | "لهم") {
                    at += 1;
                }
            } else {
                break;
            }
            while at < b && (self.is(at, Class::Time) || self.is(at, Class::Adverb)) {
                at += 1;
            }
        }
        (said && at < b).then_some((at, speaker))
    }

    /// Whether at `k` stands what may be condemned.
    fn condemned(&self, k: usize) -> bool {
        let w = self.w(k);
        self.mark(k) == Mark::Word
            && w.prep.is_none()
            && !w.conj
            && w.known.verb == 0
            && (w.def
                || w.deed
                || w.is(Class::Deed)
                || w.is(Class::Determiner)
                || matches!(self.t.text(k), "عمليات" | "عمليه" | "محاوله" | "محاولات")
                || self
                    .pack
                    .head(&w)
                    .is_some_and(|h| matches!(h.of, Of::Body | Of::People | Of::Name))
                || self.t.text(k).ends_with('ا'))
            && !self.pack.head(&w).is_some_and(|h| h.of == Of::Person)
    }

    /// وكان الوزير قد أدان الهجوم: what is condemned where who does so stands before the verb.
    pub(super) fn led_object(&self, i: usize, a: usize, b: usize) -> Option<(Option<Np>, usize)> {
        let at = self.past_circumstances(i + 1, b.min(i + 24));
        let speaks = || {
            self.front(i, a).is_some_and(|np| {
                !["محكم", "قضا"]
                    .iter()
                    .any(|court| self.t.core(np.a).starts_with(court))
            })
        };
        (self.condemned(at) && speaks()).then_some((None, at))
    }

    /// Whoever stands right before the verb at `i`, by post or by name.
    pub(super) fn front(&self, i: usize, a: usize) -> Option<Np> {
        let led = !self.w(i).conj && self.w(i).pronoun == 0 && i > a;
        self.clause_of(i, a).0.filter(|np| {
            let posted = np
                .head
                .checked_sub(1)
                .and_then(|h| self.pack.head(&self.w(h)))
                .is_some_and(|h| h.of != Of::Text);
            let named = (np.name.0..np.name.1).any(|k| self.is(k, Class::GivenName));
            led && np.b <= i && (posted || named)
        })
    }

    /// The object of a verb that takes any, behind its subject: نعى الحزب فلانا، دانت فرنسا الهجوم.
    pub(super) fn any_object(&self, i: usize, b: usize) -> Option<(Option<Np>, usize)> {
        let how = Reading {
            object: true,
            plain: true,
            ..Reading::default()
        };
        // ودان "استخدام القوة": whoever spoke last goes on.
        if self.w(i).conj && self.mark(i + 1) == Mark::Open && self.mate(i + 1) > i + 3 {
            return Some((None, i + 1));
        }
        // رحلة انتقد فيها الرئيس حلفاءه
        let from = i + 1 + usize::from(matches!(self.t.text(i + 1), "فيه" | "فيها"));
        let np = self.noun_phrase(from, b, how)?;
        // أدان فلان "المجازر": what stands in quotation marks behind a name is condemned, no name of his.
        let np = match (np.a + 1..np.b).find(|&k| self.mark(k) == Mark::Open) {
            Some(open)
                if self.pack.head(&self.w(open - 1)).is_none()
                    && !self.is(open - 1, Class::NameIntro)
                    && (self.name_like(open - 1) || self.met_by_name(open - 1)) =>
            {
                self.noun_phrase(from, open, how)?
            }
            _ => np,
        };
        // وانتقد رئيسة الحكومة، فلانة، على خطتها: whom the verb does not agree with, or who is blamed for what is hers, is the object.
        let verb = self.w(i);
        let she = np
            .head
            .checked_sub(1)
            .and_then(|h| self.pack.head(&self.w(h)))
            .is_some_and(|h| h.gender == Gender::She && matches!(h.of, Of::Person | Of::Body));
        if verb.conj
            && verb.pronoun == 0
            && verb.known.form.tense == Tense::Past
            && verb.known.form.agreement == Agreement::He
            && (she && np.head == np.a + 1 || self.blamed_for(&np, b))
        {
            return Some((None, np.a));
        }
        // A surname met before.
        // أدان عباس الاثنين "المجازر": a quotation behind whoever it is.
        let behind = (np.b..b.min(np.b + 4))
            .find(|&k| !self.is(k, Class::Time) && !self.is(k, Class::Adverb))
            .filter(|&k| self.mark(k) == Mark::Open && self.mate(k) > k);
        let surname = np.head == 0
            && (np.name == (np.a, np.b) || self.w(np.a).def && !self.w(np.a).found)
            && np.b - np.a == 1
            && self.tok(np.a).is_some_and(|t| t.count > 1);
        if let Some(open) = behind
            && (np.name != (0, 0) || np.head != 0 || surname)
        {
            return Some((Some(np), open));
        }
        // دانت باريس بشدة الهجوم: what is condemned behind how it is.
        let past = self.past_circumstances(np.b, b.min(np.b + 24));
        let condemned = |k: usize| self.condemned(k);
        // انتقد المتحدث، فلان، قرار كذا: behind his name between commas.
        if self.mark(np.b) == Mark::Comma
            && let Some(whole) = self.noun_phrase(
                from,
                b,
                Reading {
                    object: true,
                    ..Reading::default()
                },
            )
            && whole.b > np.b + 1
            && self.mark(whole.b) == Mark::Comma
            && condemned(whole.b + 1)
        {
            return Some((Some(whole), whole.b + 1));
        }
        // انتقد الحداد القرار، انتقد الحداد بشدة حلفاء البلدة: a surname met before, and what he criticises.
        let whose = |k: usize| {
            self.mark(k) == Mark::Word
                && !self.w(k).def
                && self.w(k).prep.is_none()
                && !self.w(k).conj
                && self.w(k).known.verb == 0
                && !self.is(k, Class::Preposition)
                && self.mark(k + 1) == Mark::Word
                && self.w(k + 1).def
                && self.w(k + 1).prep.is_none()
        };
        // أدانت الوزارة في بيان الهجوم، أدان فلان على لسان متحدث باسمه كذا: what is condemned behind where it was said.
        // قرار يدين الحكومة في كذا: of a clause on an indefinite noun what follows is the object.
        let of_noun = i > 0
            && !verb.conj
            && self.mark(i - 1) == Mark::Word
            && !self.w(i - 1).def
            && self.w(i - 1).known.head != 0;
        if (np.head != 0 || np.name != (0, 0) || surname)
            && !of_noun
            && let Some((at, speaker)) = self.past_occasion(self.past_manner(np.b, b), b)
            && (self.mark(at) == Mark::Open && self.mate(at) > at || condemned(at))
        {
            return Some((Some(speaker.unwrap_or(np)), at));
        }
        if surname && past < b && (condemned(past) || past > np.b && whose(past)) {
            return Some((Some(np), past));
        }
        if past > np.b && past < b && np.head != 0 && condemned(past) {
            return Some((Some(np), past));
        }
        // أدان زعماء المعارضة عمليات النهب: an indefinite deed with its complement behind a complete subject.
        if np.head != 0
            && past == np.b
            && self.mark(np.b) == Mark::Word
            && self.complete(np.b)
            && condemned(np.b)
        {
            return Some((Some(np), np.b));
        }
        let body = np
            .head
            .checked_sub(1)
            .and_then(|h| self.pack.head(&self.w(h)))?;
        // أدانت المحكمة فلانا: a conviction.
        if self.t.core(np.a).starts_with("محكم") || self.t.core(np.a).starts_with("قضا") {
            return None;
        }
        // الحزب القيادي فلانا: the first office behind the body's own noun is the one who died.
        let own = np.head;
        let quoted = |k: usize| self.mark(k) == Mark::Open && self.mate(k) > k;
        let dead = (own..b.min(np.b + 1)).find(|&k| {
            self.mark(k) == Mark::Number
                || quoted(k)
                || self.mark(k) == Mark::Word
                    && k > np.head - 1
                    && self.w(k).prep.is_none()
                    && (k == np.b
                        || self
                            .pack
                            .head(&self.w(k))
                            .is_some_and(|h| h.of == Of::Person))
        })?;
        let starts = self.mark(dead) == Mark::Number || quoted(dead) || self.starts(dead, false);
        (matches!(body.of, Of::Body | Of::Person | Of::Name) && starts && dead < b).then_some((
            Some(Np {
                b: dead.min(np.b),
                ..np
            }),
            dead,
        ))
    }
}
