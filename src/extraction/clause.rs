//! Clauses: where the clause of a verb begins, and the subject that stands before it.

use super::inflect::Agreement;
use super::pack::{Class, Of};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// The subject before a verb, where its clause begins, and whether the clause stands apart from what is before it.
    pub(super) fn clause_of(&self, i: usize, a: usize) -> (Option<Np>, usize, bool) {
        let mut k = i;
        while k > a
            && (self.is(k - 1, Class::Auxiliary) && !self.is(k - 1, Class::That)
                || self.is(k - 1, Class::Adverb) && self.mark(k - 1) == Mark::Word)
        {
            k -= 1;
        }
        // الذي سبق أن أكد
        if k > a + 2 && self.t.text(k - 1) == "ان" && self.t.stem(k - 2).starts_with("سبق") {
            k -= 2;
        }
        let conj = (k..=i).any(|x| self.w(x).conj && self.t.text(x).starts_with('و'));
        if k == a {
            return (None, a, true);
        }
        if self.is(k - 1, Class::Relative) {
            let relative = k - 1;
            let comma =
                relative > a && matches!(self.mark(relative - 1), Mark::Comma | Mark::Close);
            let he = matches!(self.t.stem(relative), "الذي");
            let form = self.w(i).known.form.agreement;
            let fits = match form {
                Agreement::He => he,
                Agreement::She => self.t.stem(relative) == "التي",
                Agreement::They => !he && self.t.stem(relative) != "التي",
                _ => true,
            };
            let before = if fits {
                self.antecedent(relative, a)
            } else {
                None
            };
            // أقسام المدينة، التي اعتبر أنها كذا، ستبقى: the clause is part of what its speaker goes on to say.
            let apart = comma
                && (fits
                    || !matches!(form, Agreement::He | Agreement::She)
                    || self.says_all(relative, i, a));
            // اتهم موسكو التي نفت كذا: what the accused denies is not what is charged.
            let denies = fits
                && self
                    .pack
                    .verb(&self.w(i))
                    .is_some_and(|v| v.act == super::output::Act::Deny);
            return (
                before,
                if comma { relative - 1 } else { relative },
                apart || denies,
            );
        }
        // أما فلان فقال
        let after_amma = matches!(self.t.text(k).chars().next(), Some('ف'));
        if after_amma
            && let Some(amma) =
                (a..(a + 3).min(k)).find(|&x| matches!(self.t.text(x), "اما" | "واما"))
            && let Some(np) = self.noun_phrase(amma + 1, k, Reading::default())
        {
            return (Some(np), amma, true);
        }
        // …، ليختتم كلمته قائلا: who spoke goes on.
        if k == i && self.w(i).prep == Some('ل') && self.mark(i - 1) == Mark::Comma {
            return (None, i - 1, true);
        }
        if self.is(k - 1, Class::Break) || self.is(k - 1, Class::SoftBreak) {
            return (None, k - 1, true);
        }
        if conj {
            // A conjunction on the verb begins a clause of its own, unless the subject stands between it and كان.
            if self.w(i).conj || k == i {
                if self.t.text(i).starts_with('ف')
                    && let Some(found) = self.before_verb(i, a)
                {
                    return found;
                }
                return (None, k, true);
            }
            return (None, k, true);
        }
        // …، إلا أنها أكدت كذا: whoever the pronoun points at goes on, against what was said.
        if k > a + 3
            && self.is(k - 1, Class::That)
            && self.t.text(k - 1).ends_with(['ه', 'ا', 'م'])
            && matches!(self.t.text(k - 2), "الا" | "غير" | "بيد")
            && self.mark(k - 3) == Mark::Comma
        {
            return (None, k - 3, true);
        }
        // تقارير تحدثت، مصادر قالت: an indefinite source with its verb right behind it.
        for n in [k - 1, k.wrapping_sub(2), k.wrapping_sub(3)] {
            if n >= a
                && n < k
                && !self.w(n).def
                && self.w(n).pronoun == 0
                && !self.w(n).conj
                && let Some(h) = self.pack.head(&self.w(n))
                && matches!(h.of, Of::Text | Of::Undisclosed)
                && super::lexicon::agrees(h.gender, self.w(i).known.form.agreement)
                && (n + 1 == k
                    || self.mark(n + 1) == Mark::Word
                        && !self.w(n + 1).def
                        && !self.is(n + 1, Class::That)
                        // تقارير إعلامية كينية تتهم: two adjectives, which agree.
                        && (n + 2 == k
                            || self.mark(n + 2) == Mark::Word
                                && !self.w(n + 2).def
                                && [n + 1, n + 2]
                                    .iter()
                                    .all(|&x| self.t.text(x).ends_with(['ه', 'ي']))))
                && !(n > a && self.is(n - 1, Class::That))
            {
                return (
                    Some(Np {
                        a: n,
                        b: k,
                        head: n + 1,
                        name: (0, 0),
                    }),
                    n,
                    n == a
                        || self.is(n - 1, Class::Break)
                        || self.is(n - 1, Class::SoftBreak)
                        || self.phrase(n.saturating_sub(2), Class::Break) == 2,
                );
            }
        }
        // المصادر، التي …، قالت: the sentence's first phrase with its relative clause between.
        if self.mark(k - 1) == Mark::Comma && k > a + 4 && !self.w(k).conj {
            let first = a + usize::from(self.mark(a) == Mark::Line);
            if self.starts(first, false)
                && let Some(np) = self.noun_phrase(first, k, Reading::default())
                && np.head != 0
                && (self.is(np.b, Class::Relative)
                    || self.mark(np.b) == Mark::Comma && self.is(np.b + 1, Class::Relative))
            {
                return (Some(np), k - 1, true);
            }
        }
        if let Some(found) = self.before_verb(k, a) {
            return found;
        }
        match self.mark(k - 1) {
            Mark::Comma | Mark::Semicolon | Mark::Dash | Mark::Close | Mark::Colon => {
                return (None, k - 1, true);
            }
            _ => {}
        }
        // A fronted circumstance: وفي وقت لاحق قال …
        let mut p = k;
        while p > a && k - p < 16 {
            p -= 1;
            if self.is(p, Class::That) || self.finite(p) && p != i {
                break;
            }
            let starts_here = p == a || matches!(self.mark(p - 1), Mark::Comma | Mark::Semicolon);
            if starts_here
                && (self.w(p).conj
                    || self.is(p, Class::Preposition)
                    || self.is(p, Class::SoftBreak)
                    || self.is(p, Class::Break))
            {
                return (None, if p == a { a } else { p - 1 }, true);
            }
            if self.is(p, Class::Break) && p > a {
                return (None, p, true);
            }
        }
        (None, k, false)
    }

    /// Whether the clause before the comma of a relative clause is complete: it has its verb, and is not taken up again
    /// after the relative clause.
    fn says_all(&self, relative: usize, i: usize, a: usize) -> bool {
        let verbal = |k: usize| {
            let w = self.word_at(k);
            let unknown = !w.found && !w.def && self.t.text(k).starts_with(['ي', 'ت']);
            self.mark(k) == Mark::Word
                && (w.is(Class::Doing)
                    || self.finite(k)
                    || self.is(k, Class::Auxiliary)
                    || self.is(k, Class::Negation)
                    || unknown)
        };
        let that = (relative.saturating_sub(24).max(a)..relative)
            .rev()
            .find(|&k| self.is(k, Class::That));
        let complete = that.is_none_or(|t| (t + 1..relative).any(verbal));
        let again = (i + 1..i + 14)
            .take_while(|&k| !matches!(self.mark(k), Mark::Stop | Mark::Line))
            .find(|&k| self.mark(k) == Mark::Comma)
            .is_some_and(|k| {
                self.mark(k + 1) == Mark::Word
                    && !self.w(k + 1).conj
                    && !self.is(k + 1, Class::Relative)
                    && !self.is(k + 1, Class::Preposition)
                    && !self.is(k + 1, Class::Break)
                    && !self.is(k + 1, Class::SoftBreak)
                    && self.w(k + 1).known.verb == 0
            });
        complete && !again
    }

    /// A subject right before the verb at `k`.
    pub(super) fn before_verb(&self, k: usize, a: usize) -> Option<(Option<Np>, usize, bool)> {
        let stop = if matches!(self.mark(k - 1), Mark::Comma) {
            k - 1
        } else {
            k
        };
        let mut p = k;
        let mut tried = 0;
        let mut best = None;
        while p > a && k - p < 32 && tried < 6 {
            p -= 1;
            let boundary = p == a
                || self.is(p - 1, Class::That)
                || self.is(p - 1, Class::Break)
                || self.is(p - 1, Class::SoftBreak)
                || self.is(p - 1, Class::Auxiliary)
                || matches!(self.mark(p - 1), Mark::Colon | Mark::Semicolon | Mark::Open)
                || self.mark(p - 1) == Mark::Comma && self.w(p).conj
                || self.mark(p - 1) == Mark::Comma
                || matches!(self.mark(p - 1), Mark::Stop | Mark::Ellipsis | Mark::Close)
                    && k - p < 8;
            if !boundary {
                continue;
            }
            tried += 1;
            let mut from = p;
            let adverb = self.phrase(from, Class::Adverb);
            if adverb > 0 {
                from += adverb;
            }
            // بعد وقت قصير من تصريح قال فيه: how long it was is nobody.
            // وإذ شكر المتطوعين، قال كذا: nor is what he did before.
            let lasting = p > a
                && (self.t.text(p - 1) == "وقت" && !self.w(p).def
                    || matches!(self.t.text(p - 1), "اذ" | "واذ")
                        && !self.w(p).def
                        && self.w(p).known.head == 0
                        && !self.is(p, Class::GivenName));
            if from >= k
                || lasting
                || !(self.starts(from, false) || self.mark(from) == Mark::Open)
                || self.finite(from)
                || self.is(from, Class::NotBeforeThat) && self.w(from).known.head == 0
                || self.anonymity(from)
            {
                if self.is(p.saturating_sub(1), Class::That) {
                    break;
                }
                continue;
            }
            let Some(np) = self.noun_phrase(from, k, Reading::default()) else {
                continue;
            };
            let mut reached = np.b;
            if reached < stop && self.is(reached, Class::Preposition) {
                // مقربون منه، سكان في المدينة
                let with = self.w(reached).pronoun > 0
                    || matches!(
                        self.t.text(reached),
                        "منه" | "منها" | "منهم" | "لديه" | "عنه" | "به" | "بها" | "بهم"
                    );
                for _ in 0..2 {
                    let more = if with {
                        reached + 1
                    } else {
                        self.noun_phrase(
                            reached + 1,
                            k,
                            Reading {
                                plain: true,
                                led: true,
                                ..Reading::default()
                            },
                        )
                        .map_or(reached, |n| n.b)
                    };
                    if more < stop && more > reached && self.is(more, Class::Preposition) && !with {
                        reached = more;
                    }
                }
                reached = if with {
                    reached + 1
                } else {
                    self.noun_phrase(
                        reached + 1,
                        k,
                        Reading {
                            plain: true,
                            ..Reading::default()
                        },
                    )
                    .map_or(reached, |n| n.b)
                };
            }
            // فلان، وهو كذا، قال
            let aside = stop != k
                && self.mark(reached) == Mark::Comma
                && (self.is(reached + 1, Class::Relative)
                    || self.anonymity(reached + 1)
                    || matches!(self.t.text(reached + 1), "وهو" | "وهي" | "وهم"));
            let closes = aside
                || reached == k
                || reached == stop
                || self.mark(reached) == Mark::Close && reached + 1 == k;
            // A sentence that begins with an unknown word begins with a verb, unless it is all name.
            let lead_verb = from == a
                && !self.w(from).def
                && self.w(from).known.head == 0
                && !self.w(from).is(Class::GivenName)
                && !self.w(from).is(Class::Determiner)
                && np.b - np.a > 2
                && self.mark(from) == Mark::Word;
            if lead_verb {
                continue;
            }
            let noun = np.head != 0
                || np.name != (0, 0)
                || self.w(from).def
                || self.mark(p) == Mark::Open
                || self.is(from, Class::Other);
            if closes && noun {
                let lead = p - usize::from(p > a);
                // إلا أن، غير أن begin a clause of their own.
                let but = p > a + 1
                    && (matches!(self.t.text(p - 2), "الا" | "غير" | "بيد" | "رغم" | "مع")
                        || p > a + 2
                            && self.t.text(p - 2) == "من"
                            && self.t.text(p - 3) == "الرغم");
                let nested = p > a && self.is(p - 1, Class::That) && !but;
                let lead = if but { p - 2 } else { lead };
                // A conjunction before the subject, or كان, belongs to the clause's beginning.
                let clause = if p == a { a } else { lead };
                best = Some((Some(np), clause, !nested));
                if nested {
                    break;
                }
            }
        }
        best
    }

    /// The phrase a relative pronoun refers to.
    pub(super) fn antecedent(&self, relative: usize, a: usize) -> Option<Np> {
        let end = if matches!(self.mark(relative.checked_sub(1)?), Mark::Comma) {
            relative - 1
        } else {
            relative
        };
        if end <= a {
            return None;
        }
        let mut p = end;
        if self.mark(end - 1) == Mark::Word
            && !self.w(end - 1).found
            && !self.w(end - 1).def
            && self.w(end - 1).prep.is_some()
        {
            return Some(Np {
                a: end - 1,
                b: end,
                head: 0,
                name: (end - 1, end),
            });
        }
        let mut nearest = None;
        while p > a && end - p < 12 {
            p -= 1;
            if self.mark(p) == Mark::Word && self.w(p).known.head != 0 {
                // فصائل المعارضة: the first noun of a construct heads it.
                while p > a
                    && self.mark(p - 1) == Mark::Word
                    && !self.w(p - 1).def
                    && self.w(p - 1).pronoun == 0
                    && self.w(p - 1).known.head != 0
                    && self.w(p).prep.is_none()
                    && !self.w(p).conj
                {
                    p -= 1;
                }
                let np = self.noun_phrase(
                    p,
                    end,
                    Reading {
                        led: true,
                        plain: true,
                        ..Reading::default()
                    },
                )?;
                if np.b == end {
                    // مدير كذا في سوريا، الذي …: the place is no speaker if somebody stands before it.
                    let placed = self.place(np.a)
                        && np.a > a
                        && (self.is(np.a - 1, Class::Preposition) || self.w(np.a).prep.is_some());
                    // كتائب كذا المقربة من حركة كذا، التي: what the adjective names is no speaker either.
                    let near = |k: usize| {
                        self.w(k).def
                            && ["مقرب", "قريب", "تابع", "موالي", "مدعوم", "محسوب", "منبثق"]
                                .iter()
                                .any(|v| self.t.core(k).starts_with(v))
                    };
                    let lead = usize::from(np.a > a && self.is(np.a - 1, Class::Preposition));
                    let beside = near(np.a)
                        || np.a > a + lead
                            && (lead > 0 || self.w(np.a).prep.is_some())
                            && near(np.a - 1 - lead);
                    if !placed && !beside {
                        return Some(np);
                    }
                    nearest = nearest.or(Some(np));
                }
            }
        }
        if nearest.is_some() {
            return nearest;
        }
        // عبد الله التي أوضحت
        if end > a + 1 && self.t.core(end - 2) == "عبد" && self.mark(end - 1) == Mark::Word {
            return Some(Np {
                a: end - 2,
                b: end,
                head: 0,
                name: (end - 2, end),
            });
        }
        // الرد الرسمي، الذي أكد أن: whatever it is, it is what says so, and nobody else.
        if self.w(end - 1).def && self.w(end - 1).prep.is_none() && self.mark(end - 1) == Mark::Word
        {
            let mut from = end - 1;
            while from > a
                && self.mark(from - 1) == Mark::Word
                && self.w(from - 1).def
                && self.w(from - 1).prep.is_none()
                && !self.w(from).conj
                && end - from < 4
            {
                from -= 1;
            }
            // رسائل من فروعها في الجبال، والتي تفيد: a text that stands further back says it, not what a preposition leads in.
            let text = (from.saturating_sub(9).max(a)..from)
                .rev()
                .take_while(|&k| self.mark(k) == Mark::Word && !self.finite(k))
                .find(|&k| self.pack.head(&self.w(k)).is_some_and(|h| h.of == Of::Text));
            if let Some(k) = text
                && from > a
                && self.is(from - 1, Class::Preposition)
            {
                return Some(Np {
                    a: k,
                    b: end,
                    head: k + 1,
                    name: (0, 0),
                });
            }
            return Some(Np {
                a: from,
                b: end,
                head: 0,
                name: (0, 0),
            });
        }
        (end > a
            && (self.name_like(end - 1)
                || !self.w(end - 1).found
                    && !self.w(end - 1).def
                    && self.w(end - 1).prep.is_some()))
        .then(|| Np {
            a: end - 1,
            b: end,
            head: 0,
            name: (end - 1, end),
        })
    }
}
