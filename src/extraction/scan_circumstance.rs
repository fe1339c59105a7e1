//! Prepositions on the way from a reporting verb: the one that opens its content, circumstances, whoever is told.

use super::cue::{Opened, Scan};
use super::lexicon::{longer, opens};
use super::pack::{Class, Of, Opens, Sort};
use super::phrase::{Reader, Reading};
use super::scan::{Step, Walk};
use super::token::Mark;

impl Reader<'_> {
    /// Prepositions, whoever is told, words of time.
    pub(super) fn circumstances(&self, walk: &Walk, out: &mut Scan, mut j: usize) -> Step {
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
            ..
        } = *walk;
        let w = self.word_at(j);
        // A preposition that opens the content.
        // تعهد فلان بجهد أكبر: whatever is pledged, right behind whoever pledges it.
        let pledged = verb.root == "عهد"
            && w.prep == Some('ب')
            && !w.def
            && !w.is(Class::Occasion)
            && out.subject.is_some_and(|np| np.b == j);
        // أكد على صفحته أن كذا، أكد ردا على سؤال أن كذا: where and to what it was said.
        let page = self.t.text(j) == "علي"
            && (matches!(self.t.text(j - 1), "ردا" | "تعليقا")
                || ["صفحته", "صفحتها", "حسابه", "حسابها", "موقعه", "موقعها"]
                    .contains(&self.t.text(j + 1))
                || matches!(self.t.text(j + 1), "هامش" | "شاشه" | "تويتر" | "فيسبوك"));
        if let Some(p) = self
            .opening_preposition(j, verb)
            .or(pledged.then_some(true))
            .filter(|_| !page)
        {
            let next = j + usize::from(!p);
            // جددت الحكومة التأكيد على كذا
            // شدد على القول إن
            if !p && self.t.text(j + 1) == "القول" && self.is(j + 2, Class::That) && takes_that
            {
                out.open = Some((Opened::That, j + 3));
                return Step::Done;
            }
            if !p && self.is(j + 1, Class::That) && takes_that {
                out.open = Some((Opened::That, j + 2));
                return Step::Done;
            }
            // أكد على هامش القمة أن، أشار خلال زيارة إلى عدن إلى كذا: an occasion, if what opens stands right behind it.
            if !p && let Some(past) = self.occasion_past(j, walk) {
                return Step::Go(past);
            }
            // After a circumstance between out.commas the opening is taken up again; within one it is not.
            // An everyday verb takes its preposition right behind itself or its subject: يخشى كذا من كذا.
            // عبرت في بيان عن أسفها: what is hers is what she expresses.
            let hers = verb.root == "عبر" && !self.w(j + 1).def && {
                let what = self.t.text(j + 1);
                self.w(j + 1).pronoun > 0
                    || ["ها", "هم", "ه"].iter().any(|p| what.ends_with(p)) && longer(what, 4)
            };
            let apart = verb.sort == Sort::Weak
                && !p
                && !hers
                && j > i + 1
                && out.subject.is_none_or(|np| np.b != j)
                && self.mark(j - 1) == Mark::Word
                && !self.is(j - 1, Class::Adverb)
                && !self.is(j - 1, Class::Time);
            if apart {
                j += 1;
                return Step::Go(j);
            }
            let in_place = out.commas == 0
                || self.mark(j - 1) == Mark::Comma
                // أفاد مراسل في بلدة كذا، كبرى المدن، والمرصد عن كذا
                || out.commas == 2
                    && verb.root == "فيد"
                    && !p
                    && out.subject.is_some()
                    && !(i + 1..j).any(|k| self.finite(k))
                || verb.sort == Sort::Rumour;
            if in_place && out.weak.is_none() && self.content_at(next, b) {
                out.weak = Some(next);
                // A that-word after the same preposition is the better opening.
                if !self.that_follows(next, limit, self.t.text(j)) {
                    out.open = Some((Opened::Preposition, next));
                    return Step::Done;
                }
            }
            j += 1;
            return Step::Go(j);
        }
        if w.is(Class::Preposition)
            || w.prep.is_some() && !self.is(j, Class::Addressee) && out.subject.is_some()
        {
            // A phrase of circumstance: في تصريح صحفي، خلال لقائه.
            // عليه، منها: the pronoun is all that is led in.
            if w.prep.is_none() && self.bound(j) {
                j += 1;
                return Step::Go(j);
            }
            // ردا على سؤال، بناء على طلب
            let twice = w.prep.is_none()
                && self.is(j + 1, Class::Preposition)
                && matches!(
                    self.t.text(j),
                    "ردا" | "تعليقا" | "بناء" | "بالاضافه" | "بالنسبه"
                );
            let start = j + usize::from(w.prep.is_none()) + usize::from(twice);
            // في مقابلة مع "كذا"، الاثنين، إن: with whom it was, not what was said.
            let with_whom = self.t.text(j) == "مع"
                && self.mark(start) == Mark::Open
                && self.mate(start) > start
                && self.mate(start) <= start + 5
                && out.subject.is_some();
            if with_whom {
                return Step::Go(self.mate(start) + 1);
            }
            // في ختام اجتماع استمر ساعات مع كذا أن: of what it was the end, and what is told of that.
            if self.t.text(j) == "في"
                && takes_that
                && matches!(
                    self.t.core(j + 1),
                    "ختام" | "مستهل" | "نهايه" | "بدايه" | "افتتاح" | "اعقاب"
                )
                && let Some(that) = (j + 2..limit.min(j + 18))
                    .take_while(|&k| {
                        matches!(self.mark(k), Mark::Word | Mark::Number)
                            && !(self.finite(k)
                                && self
                                    .pack
                                    .verb(&self.w(k))
                                    .is_some_and(|v| opens(v, |o| *o == Opens::That)))
                    })
                    .find(|&k| self.is(k, Class::That))
                && !self.is(that - 1, Class::NotBeforeThat)
            {
                return Step::Go(that);
            }
            // على لسان المتحدث باسمها: who speaks for whoever is named before.
            if self.t.text(j) == "علي"
                && self.t.text(j + 1) == "لسان"
                && let Some(np) = self.noun_phrase(j + 2, limit, Reading::default())
                && np.head != 0
            {
                out.subject = Some(np);
                return Step::Go(np.b);
            }
            let how = Reading {
                led: true,
                plain: true,
                object,
                ..Reading::default()
            };
            let np = self.noun_phrase(start, limit, how);
            let next = np.map_or(start.max(j + 1), |n| n.b);
            // من مدينة صور الساحلية: the town is no one who speaks, nor is what it is like.
            let next = if matches!(
                self.t.core(start),
                "مدينه" | "بلده" | "قريه" | "محافظه" | "جزيره" | "ولايه" | "مخيم"
            ) && self.w(start).prep.is_none()
                && !self.w(start).def
                && next <= start + 2
                && self.mark(start + 1) == Mark::Word
                && !self.is(start + 1, Class::That)
            {
                let town = start + 2;
                let like = self.w(town).def && self.t.text(town).ends_with("يه");
                next.max(town + usize::from(like))
            } else {
                next
            };
            let occasion = self.is(j + 1, Class::Occasion);
            j = if occasion {
                let end = self.occasion_end(j + 1, next, object && out.subject.is_some());
                self.occasion_clause(j + 1, end, limit)
            } else {
                next
            };
            // سؤال عن السد: what was asked about.
            if matches!(self.t.core(start), "سوال" | "اسيله" | "استفسار")
                && matches!(self.t.text(j), "عن" | "حول" | "بشان" | "بخصوص")
                && let Some(about) = self.noun_phrase(j + 1, limit, how)
            {
                j = self.past_construct(about.b);
            }
            j = self.past_counterpart(j, limit);
            if out.subject.is_some()
                && opens(verb, |o| {
                    matches!(o, Opens::Charge(_) | Opens::Label(_) | Opens::Claim)
                })
                && out.commas == 0
                && self.mark(j) == Mark::Word
                && (self.w(j).def
                    || self.place(j)
                    || self.is(j, Class::ClaimNoun) && self.t.text(j) != "ما")
                && let Some(from) = self.object_opening(verb, j, b)
            {
                out.open = Some((Opened::Object, from));
                return Step::Done;
            }
            if out.subject.is_some()
                && plain_object
                && self.object_at(j, b)
                && !self.is(j, Class::That)
                && out.commas == 0
            {
                out.open = Some((Opened::Object, j));
                return Step::Done;
            }
            return Step::Go(j);
        }
        if w.is(Class::Addressee) && w.prep.is_none() && self.t.text(j).starts_with('ل') {
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
            // لبي بي سي عربي
            if self.t.text(j) == "عربي" {
                j += 1;
            }
            return Step::Go(j);
        }
        if w.prep == Some('ل')
            && self
                .pack
                .head(w)
                .is_some_and(|h| h.of == Of::Body && h.kind == super::output::SourceKind::Outlet)
        {
            j = self.told(j, limit);
            return Step::Go(j);
        }
        if w.prep.is_some() {
            let np = self.noun_phrase(
                j,
                limit,
                Reading {
                    led: true,
                    plain: true,
                    object: object && out.subject.is_some(),
                    ..Reading::default()
                },
            );
            j = np.map_or(j + 1, |n| n.b.max(j + 1));
            // أعلن الوزير للصحفيين في باريس إغلاق كذا
            if out.subject.is_some()
                && out.commas == 0
                && plain_object
                && !self.is(j, Class::That)
                && self.object_at(j, b)
            {
                out.open = Some((Opened::Object, j));
                return Step::Done;
            }
            return Step::Go(j);
        }
        if w.is(Class::Adverb)
            || w.is(Class::Time) && w.known.head == 0
            // 12 أيار/مايو
            || w.is(Class::Month) && self.mark(j - 1) != Mark::Word
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
                if let Some(comma) = (j..limit.min(j + 20)).find(|&k| self.mark(k) == Mark::Comma)
                    && let Some(from) = self.object_opening(verb, comma + 1, b)
                {
                    out.open = Some((Opened::Object, from));
                    return Step::Done;
                }
            }
            // شرطة لندن التي تولت كذا أن: the relative clause is about who speaks.
            if w.is(Class::Relative)
                && takes_that
                && out.subject.is_some_and(|np| np.b == j)
                && let Some(that) = (j + 1..limit.min(j + 20))
                    .take_while(|&k| {
                        matches!(self.mark(k), Mark::Word | Mark::Number | Mark::Open)
                            && !self.finite(k)
                            && self.mark(k - 1) != Mark::Open
                    })
                    .find(|&k| {
                        self.is(k, Class::That)
                            || self.mark(k) == Mark::Open && self.mate(k) > k + 4
                    })
            {
                j = that;
                return Step::Go(j);
            }
            if plain_object && w.is(Class::Negation) && self.t.text(j) == "عدم" {
                out.open = Some((Opened::Object, j));
                return Step::Done;
            }
            j += 1;
            return Step::Go(j);
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
            return Step::Go(j);
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
            return Step::Go(j);
        }
        // No subject begins with a conjunction: في تنظيم وحوكمة كذا.
        if out.subject.is_none()
            && j > i + 1
            && (w.conj || !w.found && self.t.text(j).starts_with('و'))
            && self.mark(j - 1) == Mark::Word
        {
            j += 1;
            // وحوكمة الذكاء الاصطناعي: nor does its complement.
            while !w.def
                && j < limit
                && self.mark(j) == Mark::Word
                && self.w(j).def
                && self.w(j).prep.is_none()
                && !self.w(j).conj
            {
                j += 1;
            }
            return Step::Go(j);
        }
        Step::On
    }
}
