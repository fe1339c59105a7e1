//! Where, when, how and to whom something was said (في بيان، الثلاثاء، لوكالة كذا): how far that reaches, and the walk past it to what follows.

use super::pack::{Class, Of};
use super::phrase::{Reader, Reading};
use super::scan::Walk;
use super::token::Mark;

impl Reader<'_> {
    /// End of a phrase like في تصريح صحفي لقناة: the occasion with its adjectives, before a source that may follow.
    ///
    /// With a subject before it and a verb that takes an object, «في بيان مقتل فلان» is the occasion and then the object.
    pub(super) fn occasion_end(&self, from: usize, np_end: usize, object: bool) -> usize {
        let text = matches!(
            self.t.core(from),
            "بيان"
                | "بلاغ"
                | "تصريح"
                | "تصريحات"
                | "تغريده"
                | "منشور"
                | "رساله"
                | "تدوينه"
                | "كلمه"
                | "خطاب"
                | "موتمر"
                | "مقابله"
                | "حوار"
                | "لقاء"
                | "اجتماع"
                | "جلسه"
                | "اتصال"
        );
        for k in from + 1..np_end {
            let w = self.word_at(k);
            let led =
                (from + 1..k).any(|p| self.is(p, Class::Preposition) || self.w(p).prep.is_some());
            if object && text && w.deed && !w.def && w.prep.is_none() && !w.conj && !led {
                return k;
            }
            // خلال مؤتمر صحفي الهجوم: an indefinite occasion with its adjective takes no definite noun.
            if object
                && text
                && k > from + 1
                && w.def
                && w.prep.is_none()
                && !w.conj
                && !led
                && !self.w(from).def
                && !self.w(k - 1).def
                && self.t.text(k - 1).ends_with(['ي', 'ه'])
            {
                return k;
            }
            // في بيان الهجوم: neither does a statement that nobody is written behind.
            if object
                && k == from + 1
                && w.def
                && w.prep.is_none()
                && !w.conj
                && w.known.head == 0
                && !self.w(from).def
                && matches!(
                    self.t.core(from),
                    "بيان" | "بلاغ" | "تصريح" | "تغريده" | "تدوينه" | "منشور"
                )
                && !self.t.text(k).ends_with('ي')
                && !self.t.text(k).ends_with("يه")
            {
                return k;
            }
            // في بيان هذه الأنباء
            if text && self.is(k, Class::Determiner) && self.is(k + 1, Class::ClaimNoun) {
                return k;
            }
            if self
                .pack
                .head(w)
                .is_some_and(|h| matches!(h.of, Of::Person))
                && w.prep.is_none()
                && w.def
            {
                return k;
            }
        }
        np_end
    }

    /// End of what a clause says of an occasion: في بيان تلقت الوكالة نسخة منه, في بيان نشرته أمس.
    pub(super) fn occasion_clause(&self, from: usize, end: usize, limit: usize) -> usize {
        let handed = |k: usize| {
            self.mark(k) == Mark::Word
                && [
                    "تلق",
                    "حصل",
                    "نشر",
                    "صدر",
                    "اصدر",
                    "بث",
                    "وزع",
                    "تسلم",
                    "اطلع",
                    "وصل",
                    "ورد",
                    "نقل",
                    "اوردت",
                    "القاها",
                    "القته",
                    "اجرته",
                    "اجراه",
                    "ادلي",
                    "ادلت",
                ]
                .iter()
                .any(|v| self.t.stem(k).starts_with(v))
                && !self.w(k).def
                && !self.w(k).conj
        };
        let Some(verb) = (from + 1..(end + 1).min(limit)).find(|&k| handed(k)) else {
            return end;
        };
        let copy = (verb..limit.min(verb + 12)).find(|&k| {
            matches!(self.t.text(k), "منه" | "منها") && self.t.core(k - 1) == "نسخه"
                || matches!(self.t.text(k), "عليه" | "عليها")
        });
        match copy {
            Some(k) => k + 1,
            // في بيان صدر أمس الهجوم
            None if self.is(verb + 1, Class::Time)
                && !matches!(self.mark(verb + 2), Mark::Comma | Mark::Colon) =>
            {
                (verb + 1..limit.min(verb + 5))
                    .find(|&k| !self.is(k, Class::Time))
                    .unwrap_or(end)
            }
            None => (verb..limit.min(verb + 10))
                .find(|&k| {
                    matches!(self.mark(k), Mark::Comma | Mark::Colon)
                        || self.mark(k) == Mark::Open && self.mate(k) > k + 4
                        || self.is(k, Class::Saying)
                        || self.is(k, Class::That)
                })
                .unwrap_or(end),
        }
    }

    /// Whether nothing but circumstance stands between a verb and `j`: a subject may still come after the comma.
    pub(super) fn only_circumstance(&self, i: usize, j: usize) -> bool {
        self.mark(i + 1) == Mark::Comma
            || (i + 1..j).any(|k| {
                self.is(k, Class::Preposition)
                    || self.is(k, Class::Time)
                    || self.is(k, Class::Adverb)
            }) && self.mark(j - 1) == Mark::Comma
    }

    /// The end of those who are told, from their first word (لوكالة كذا): whoever speaks may stand behind them.
    pub(super) fn told(&self, j: usize, limit: usize) -> usize {
        let body = self.pack.head(&self.w(j)).is_some_and(|h| {
            h.of == Of::Body
                && (h.kind == super::output::SourceKind::Outlet
                    || h.kind == super::output::SourceKind::Website
                        && self.mark(j + 1) == Mark::Open)
        });
        if !body {
            return j + 1;
        }
        let how = super::phrase::Reading {
            led: true,
            plain: true,
            object: true,
            ..Default::default()
        };
        let mut end = j + 1;
        if self.mark(end) == Mark::Open && self.mate(end) <= end + 6 {
            end = self.mate(end) + 1;
        } else if let Some(np) = self.noun_phrase(end, limit, how) {
            end = np.b;
        }
        // قناة كذا السعودية
        while end < limit && self.w(end).def && self.t.text(end).ends_with("يه") {
            end += 1;
        }
        (j + 1..end)
            .find(|&k| {
                self.w(k).prep.is_none()
                    && !self.w(k).conj
                    && self
                        .pack
                        .head(&self.w(k))
                        .is_some_and(|h| matches!(h.of, Of::Person | Of::People | Of::Undisclosed))
            })
            .unwrap_or(end)
    }

    /// لوكالة كذا، للصحافيين، لإذاعتنا: past whoever is told, if somebody is at `j` and a person or a body stands behind them.
    pub(super) fn to_whom(&self, j: usize, limit: usize) -> Option<usize> {
        let text = self.t.text(j);
        let w = self.w(j);
        let outlet = || {
            self.pack.head(&w).is_some_and(|h| {
                matches!(
                    h.kind,
                    super::output::SourceKind::Outlet | super::output::SourceKind::Website
                )
            })
        };
        let led = self.mark(j) == Mark::Word && text.starts_with('ل');
        let told = led
            && (self.is(j, Class::Addressee)
                || w.prep == Some('ل') && outlet()
                || text.ends_with("تنا")
                || matches!(text, "لموقعنا" | "لمراسلنا"));
        let past = told.then(|| self.told(j, limit).max(j + 1))?;
        (self.mark(past) == Mark::Word
            && self
                .pack
                .head(&self.w(past))
                .is_some_and(|h| self.w(past).prep.is_none() && h.of != Of::Name))
        .then_some(past)
    }

    /// Where an occasion led in by the preposition at `j` ends, though the verb takes this preposition: right behind it stands a that-word,
    /// a colon or the same preposition once more (أكد على هامش القمة أن). A verbal noun takes a that-word itself: على ضرورة أن.
    pub(super) fn occasion_past(&self, j: usize, walk: &Walk) -> Option<usize> {
        let w = self.word_at(j + 1);
        if self.mark(j + 1) != Mark::Word
            || w.deed
            || w.is(Class::Deed)
            || w.is(Class::ClaimNoun)
            || w.is(Class::Determiner)
            || w.is(Class::That)
            || w.known.noun != 0
            || matches!(
                self.t.core(j + 1),
                "حقيقه" | "فكره" | "فرضيه" | "اساس" | "ما"
            )
        {
            return None;
        }
        let how = Reading {
            led: true,
            plain: true,
            object: true,
            ..Reading::default()
        };
        let past = self.noun_phrase(j + 1, walk.limit, how)?.b;
        let that = walk.takes_that
            && self.is(past, Class::That)
            && !self.w(past).conj
            && !self.t.text(past).starts_with(['ب', 'و'])
            && !self.is(past - 1, Class::NotBeforeThat);
        let again = self.mark(past) == Mark::Word
            && self.t.text(past) == self.t.text(j)
            && self.content_at(past + 1, walk.b);
        let speech = walk.takes_quote && self.mark(past) == Mark::Colon;
        (that || again || speech).then_some(past)
    }

    /// Past the definite complement of the noun before `k`, if it waits for one: مجلس حقوق | الإنسان.
    pub(super) fn past_construct(&self, k: usize) -> usize {
        let w = self.word_at(k.saturating_sub(1));
        let waits = self.mark(k.saturating_sub(1)) == Mark::Word
            && w.found
            && !w.def
            && w.pronoun == 0
            && !self.place(k - 1)
            && !self.name_word(k - 1)
            && self.w(k).def
            && self.w(k).prep.is_none();
        k + usize::from(waits)
    }

    /// Past whoever is met in a circumstance that ends at `k`: بعد لقائه | نظيره الروسي.
    pub(super) fn past_counterpart(&self, k: usize, end: usize) -> usize {
        let how = Reading {
            plain: true,
            object: true,
            ..Reading::default()
        };
        let met = self.word_at(k.saturating_sub(1)).pronoun > 0
            && self.mark(k) == Mark::Word
            && self.word_at(k).pronoun > 0
            && self
                .pack
                .head(self.word_at(k))
                .is_some_and(|h| h.of == Of::Person);
        if met {
            self.noun_phrase(k, end, how).map_or(k, |np| np.b)
        } else {
            k
        }
    }

    /// Past the circumstances that begin at `k`: words of time and manner, phrases led in by prepositions, whoever is told.
    pub(super) fn past_circumstances(&self, mut k: usize, end: usize) -> usize {
        let how = Reading {
            led: true,
            plain: true,
            object: true,
            ..Reading::default()
        };
        let mut asides = false;
        for _ in 0..6 {
            let w = self.word_at(k);
            let adverb = self.phrase(k, Class::Adverb).max(usize::from(
                self.is(k, Class::Adverb) || w.is(Class::Time) && w.known.head == 0,
            ));
            let next = if k >= end {
                k
            } else if adverb > 0 {
                k + adverb
            } else if self.mark(k) == Mark::Comma
                && (self.is(k + 1, Class::Time)
                    || self.is(k + 1, Class::Preposition)
                    || self.phrase(k + 1, Class::Adverb) > 0)
            {
                // ، في بيان نشر على موقعه، : up to its comma.
                (k + 1..end.min(k + 12))
                    .take_while(|&n| !self.is(n, Class::That))
                    .find(|&n| !matches!(self.mark(n), Mark::Word | Mark::Number))
                    .filter(|&n| self.mark(n) == Mark::Comma)
                    .inspect(|_| asides = true)
                    .map_or(k, |n| n + 1)
            } else if asides && self.mark(k) == Mark::Comma {
                // ، اليوم الأحد، في مؤتمر صحفي، : the comma after the last.
                asides = false;
                k + 1
            } else if self.mark(k) == Mark::Other && self.is(k + 1, Class::Month) {
                k + 2
            } else if self.mark(k) == Mark::Word
                && (w.is(Class::Preposition) && !self.bound(k) || w.prep == Some('ل'))
            {
                let lead = usize::from(w.prep.is_none());
                let twice = lead > 0 && self.is(k + 1, Class::Preposition);
                let from = k + lead + usize::from(twice);
                let own = self.word_at(from).pronoun > 0 && self.mark(from) == Mark::Word;
                let bare = if own { from + 1 } else { k };
                self.noun_phrase(from, end, how).map_or(bare, |np| {
                    self.past_counterpart(self.past_construct(np.b), end)
                })
            } else {
                k
            };
            if next == k {
                break;
            }
            k = next;
        }
        k
    }
}
