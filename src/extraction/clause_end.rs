//! Where a clause ends that somebody said: at a stop, where the outlet takes over, where a noun phrase is over.
//!
//! In one file because each token is held against all these ends in one walk, in an order that keeps each from another's cases.

use super::lexicon::longer;
use super::pack::Class;
use super::phrase::Reader;
use super::shape::Shape;
use super::token::Mark;
use super::turn::of_saying;

impl Reader<'_> {
    /// The end of a clause that begins at `start`: never past `limit`.
    pub(crate) fn clause_end(&self, start: usize, limit: usize, shape: Shape) -> usize {
        let object = matches!(shape, Shape::Told | Shape::Claimed);
        let claimed = shape == Shape::Claimed;
        // Within a charge with a that-word a clause has begun after all: اتهم خصمه بأنه كذا.
        let phrase = |i: usize| shape.phrase() && !(start..i).any(|k| self.is(k, Class::That));
        let mut i = start;
        while i < limit {
            match self.mark(i) {
                Mark::Open
                    if object
                        && i > start + 1
                        && (matches!(self.t.text(i + 1), "محض" | "مجرد")
                            || claimed
                                && self.t.text(i + 1) == "لا"
                                && self.t.text(i + 2) == "اساس"
                            || self.is(i + 1, Class::Falsehood)
                                && !self.is(i + 1, Class::ClaimNoun)) =>
                {
                    return i;
                }
                Mark::Open if self.mate(i) < limit => {
                    i = self.mate(i) + 1;
                    continue;
                }
                // مقتل صيادين (لم يحدد عددهم)، (شاهد الصور أعلاه): the outlet's own, at the end.
                Mark::BracketOpen
                    if i > start
                        && self.mate(i) + 1 >= limit
                        && (matches!(self.t.text(i + 1), "شاهد" | "انظر" | "اقرا" | "طالع")
                            || matches!(self.t.text(i + 1), "لم" | "دون")
                                && of_saying(self.t.text(i + 2))) =>
                {
                    return i;
                }
                Mark::BracketOpen if self.mate(i) > i && self.mate(i) < limit => {
                    i = self.mate(i) + 1;
                    continue;
                }
                // الأنباء عن كذا كاذبة: the judgement on it is no part of it.
                Mark::Word
                    if object
                        && i > start + usize::from(!claimed)
                        && self.is(i, Class::Falsehood)
                        // المزاعم الكاذبة: an adjective with its article judges nothing.
                        && !(self.w(i).def && self.w(i - 1).def)
                        && !self.is(i, Class::ClaimNoun) =>
                {
                    let mut end = i;
                    while end > start + 1
                        && (self.is(end - 1, Class::Auxiliary) || self.is(end - 1, Class::Negation))
                    {
                        end -= 1;
                    }
                    return end;
                }
                // الأنباء عن كذا لا أساس لها، غير دقيقة، باتت قصة قديمة
                Mark::Word
                    if claimed
                        && i > start + 1
                        && self.tok(i).is_some_and(|t| t.quote == 0)
                        && (self.t.text(i) == "لا" && self.t.text(i + 1) == "اساس"
                            || self.t.text(i) == "غير"
                                && matches!(
                                    self.t.text(i + 1),
                                    "دقيقه"
                                        | "واقعيه"
                                        | "منطقيه"
                                        | "موكده"
                                        | "مقبوله"
                                        | "مقنعه"
                                )
                            || matches!(self.t.text(i), "باتت" | "اصبحت" | "تبقي" | "ليست")
                                && start > 0
                                && !self.is(start - 1, Class::That)) =>
                {
                    return i;
                }
                // المزاعم بشأن كذا هي محض "كذب"، ما يتردد عن كذا "مجرد خدعة": likewise.
                Mark::Word
                    if object
                        && i > start + 1
                        && matches!(self.t.text(i), "هو" | "هي" | "محض" | "مجرد")
                        && (matches!(self.t.text(i), "محض" | "مجرد")
                            || self.is(i + 1, Class::Falsehood)
                            || self.mark(i + 1) == Mark::Open
                            || matches!(self.t.text(i + 1), "محض" | "مجرد"))
                        && self.tok(i).map(|t| t.quote) == self.tok(start).map(|t| t.quote) =>
                {
                    return i;
                }
                Mark::Comma => {
                    let n = i + 1;
                    // مطالبا، داعيا: the source goes on with something else.
                    let v = self.w(n);
                    if self
                        .pack
                        .verb(&v)
                        .is_some_and(|v| v.sort == super::pack::Sort::Directive)
                        && v.known.head == 0
                        && v.known.form.tense == super::inflect::Tense::Participle
                        && !v.def
                        && v.prep.is_none()
                        && v.pronoun == 0
                        && !v.is(Class::Plain)
                        && !v.is(Class::Deed)
                        && self.mark(n + 1) == Mark::Word
                    {
                        return i;
                    }
                    let without = self.is(n, Class::Without)
                        || self.t.text(n) == "من" && self.is(n + 1, Class::Without);
                    if without {
                        let k = if self.is(n, Class::Without) {
                            n + 1
                        } else {
                            n + 2
                        };
                        // دون أن يحدد، دون إضافة تفاصيل: about the saying; other clauses with دون are of what was said.
                        if self.t.text(k) == "ان" && of_saying(self.t.text(k + 1))
                            || of_saying(self.t.text(k))
                            || self.unable_to_tell(k)
                        {
                            return i;
                        }
                    }
                    if self.is(n, Class::Break)
                        && !self.is(n, Class::Preposition)
                        && !(matches!(self.t.stem(n), "لكنه" | "لكنها" | "لكنهم")
                            && !self.turns_away(n)
                            && self.mark(n + 1) != Mark::Comma)
                        && self.t.text(n) != "حيث"
                        // فيما يتعلق بكذا: of what was said.
                        && !(self.t.text(n) == "فيما"
                            && matches!(self.t.text(n + 1), "يتعلق" | "يختص" | "يخص" | "يتصل"))
                        && (shape.phrase() || object || !self.the_rest(start, n, limit))
                        || self.phrase(n, Class::Break) > 0 && self.t.text(n) == "في"
                    {
                        return i;
                    }
                    if self.tok(i).is_some_and(|t| t.quote == 0) && self.weighs(n) {
                        return i;
                    }
                    // وهو ما، الأمر الذي: the outlet goes on.
                    if matches!(self.t.text(n), "وهو" | "وهي" | "وهذا")
                        && (matches!(self.t.text(n + 1), "ما" | "الامر")
                            // وهو أمر تنفيه موسكو
                            || self.t.text(n + 1) == "امر" && self.w(n + 2).pronoun > 0
                            || self.is(n + 1, Class::Relative))
                        || self.t.text(n) == "الامر" && self.is(n + 1, Class::Relative)
                        // سالزبري، وهي المدينة التي: what a place is known for.
                        || matches!(self.t.text(n), "وهو" | "وهي")
                            && self.w(n + 1).def
                            && matches!(
                                self.t.core(n + 1),
                                "مدينه" | "بلده" | "قريه" | "منطقه" | "حي" | "جزيره" | "ولايه"
                            )
                            && (self.is(n + 2, Class::Relative) || self.is(n + 3, Class::Relative))
                    {
                        return i;
                    }
                    if phrase(i) && self.ends_phrase(n, limit)
                        || (shape.phrase() || object) && self.joins_verb(start, n)
                        || (phrase(i) || object) && self.does_besides(n)
                    {
                        return i;
                    }
                    // "…"، بعدما كان كذا: behind a closed quotation the outlet tells what came before.
                    if self.mark(i - 1) == Mark::Close
                        && self.mate(i - 1) + 4 < i
                        && self.t.text(n) == "بعدما"
                    {
                        return i;
                    }
                    // In whose wake, amid what, and وذلك بعد: circumstances that the outlet adds.
                    // نفى التهمة، لكنه …: what stands against a denied phrase is no part of it.
                    let nominal = object || start > 0 && self.is(start - 1, Class::Preposition);
                    if nominal
                        && (self.t.core(n).starts_with("لكن")
                            || matches!(self.t.text(n), "الا" | "غير" | "بيد")
                                && self.is(n + 1, Class::That))
                    {
                        return i;
                    }
                    // Not before anything is said of what the clause begins with: إن القرار، وسط كذا، أدى إلى كذا.
                    // بعد أيام، قبل ساعات، بعد إعلان
                    let later = |word: &str| {
                        matches!(
                            word,
                            "ايام"
                                | "ساعات"
                                | "ساعه"
                                | "يوم"
                                | "يومين"
                                | "اسبوع"
                                | "اسابيع"
                                | "اعلان"
                        )
                    };
                    // ، في تصريح لوكالة كذا، خلال مؤتمر صحفي: where it was said, at the end of the clause.
                    if limit <= n + 12
                        && self.said_where(n)
                        && !(n..limit).any(|k| self.mark(k) == Mark::Comma)
                        // ، وذلك في مداخلة مع كذا
                        || self.t.text(n) == "وذلك"
                            && matches!(self.t.text(n + 1), "في" | "خلال" | "عبر")
                            && self.speech(n + 2)
                    {
                        return i;
                    }
                    // ، كما نشرت صورا: what whoever spoke published besides.
                    if self.t.text(n) == "كما"
                        && self.tok(n).is_some_and(|t| t.quote == 0)
                        && ["نشر", "عرض", "بث", "وزع", "ارفق"].iter().any(|v| {
                            matches!(self.t.text(n + 1).strip_prefix(v), Some("" | "ت" | "وا"))
                        })
                    {
                        return i;
                    }
                    if self.over_at(start, n) {
                        return i;
                    }
                    // ، في إشارة إلى كذا: the outlet tells what is meant.
                    if self.hints(n) || self.t.text(n) == "وذلك" && self.hints(n + 1) {
                        return i;
                    }
                    let begun = start > 0 && self.is(start - 1, Class::That) && i < start + 4;
                    let next = self.t.text(n + 1);
                    if begun {
                        i += 1;
                        continue;
                    }
                    if self.t.text(n) == "في" && matches!(next, "اعقاب" | "ظل")
                        // قبل أن يعود ويقول كذا: what the speaker did next; what came next in the story is of it.
                        || self.t.text(n) == "قبل"
                            && next == "ان"
                            && (shape.phrase() || object || self.takes_back(n + 2))
                        || phrase(i) && self.t.text(n) == "وسط"
                        || self.t.text(n) == "رغم"
                            && self.w(n + 1).deed
                            && self.t.text(n + 1).ends_with("ها")
                        || self.t.text(n) == "وذلك" && self.mark(i - 1) == Mark::Close
                        || matches!(self.t.text(n), "ليتضح" | "لتتضح" | "ليتبين")
                        || self.t.text(n) == "بعد" && later(next)
                        || self.t.text(n) == "وذلك"
                            && (matches!(next, "ردا" | "تعليقا" | "غداه" | "رغم" | "ضمن")
                                || next == "بعد" && self.t.text(n + 2) == "ان"
                                || next == "علي" && self.t.text(n + 2) == "لسان"
                                || matches!(next, "بعد" | "قبل") && later(self.t.text(n + 2)))
                        || matches!(self.t.text(n), "فعندما" | "ففي")
                        // والذي من شأنه كذا: what comes of it is of what was said.
                        || self.t.text(n) == "والذي" && !(next == "من" && self.t.text(n + 2) == "شانه")
                    {
                        return i;
                    }
                    // "…"، الذي: a relative clause behind a closing quotation mark is seldom quoted.
                    let quoted = self.mark(i - 1) == Mark::Close && i > self.mate(i - 1) + 3;
                    // الذين طالبهم، التي تعتبرها: what else the source does with them.
                    let asked = self.w(n + 1).pronoun > 0
                        && self
                            .pack
                            .verb(&self.w(n + 1))
                            .is_some_and(|v| v.sort == super::pack::Sort::Directive);
                    // بوتين، الذي: what a person or a state is known for is the outlet's gloss.
                    let gloss = i > start + 3
                        && self.mark(i - 1) == Mark::Word
                        && !self.w(i - 1).def
                        && (self.is(i - 1, Class::GivenName)
                            || !self.w(i - 1).found && self.name_like(i - 1)
                            || self.is(i - 1, Class::Place) && !self.w(n).conj
                            || self
                                .pack
                                .head(&self.w(i - 1))
                                .is_some_and(|h| h.of == super::pack::Of::Name));
                    // ميناء طبرق، وهو ميناء صغير: what bears a name, told of to the end of the clause.
                    let which = matches!(self.t.text(n), "وهو" | "وهي")
                        && !self.w(n + 1).def
                        && self.mark(n + 1) == Mark::Word
                        && self.w(n + 1).known.verb == 0
                        && self.w(n + 1).prep.is_none()
                        && !self.is(n + 1, Class::Adverb)
                        && !self.is(n + 1, Class::Preposition)
                        && !self.is(n + 1, Class::Time)
                        && (self.w(n + 1).found
                            || self.t.text(n + 1) == "غير"
                            || !self.t.text(n + 1).starts_with(['ي', 'ت']));
                    // وهي أقوى فرقة في البلاد: what ranks it, likewise behind any noun with its article.
                    let ranks = which
                        && i > start + 3
                        && self.w(i - 1).def
                        && matches!(
                            self.t.text(n + 1),
                            "اكبر"
                                | "اقوي"
                                | "اهم"
                                | "اقدم"
                                | "ابرز"
                                | "احد"
                                | "احدي"
                                | "اشهر"
                        );
                    let inside = self.awaited(start, i, limit) || self.resumed(i, limit);
                    if (which && gloss || ranks) && !inside {
                        return i;
                    }
                    if self.is(n, Class::Relative) && (quoted || asked || gloss && !inside) {
                        return i;
                    }
                    // Nor is what came before it or stands against it.
                    if object
                        && (matches!(
                            self.t.text(n),
                            "رغم" | "قبل" | "بعد" | "اثر" | "عقب" | "غداه" | "وسط"
                        ) || self.t.text(n) == "في"
                            && matches!(self.t.text(n + 1), "اعقاب" | "ظل" | "وقت")
                            || self.t.text(n) == "علي" && self.t.text(n + 1) == "الرغم")
                    {
                        return i;
                    }
                    // أدان "المجازر"، بعد مقتل كذا، أثناء افتتاحه كذا: when it was condemned.
                    let called =
                        |k: usize| self.is(k, Class::That) && self.t.stem(k).starts_with("با");
                    if shape == Shape::Judged
                        && !(n..limit).any(called)
                        && matches!(
                            self.t.text(n),
                            "بعد"
                                | "اثناء"
                                | "خلال"
                                | "عقب"
                                | "اثر"
                                | "غداه"
                                | "عشيه"
                                | "وسط"
                        )
                    {
                        return i;
                    }
                    // ردت على اتهامات لندن لها بكذا، بالتلويح بكذا: how she answered.
                    if object && self.w(n).prep == Some('ب') && self.w(n).def {
                        return i;
                    }
                    if object
                        && self.is(n, Class::Relative)
                        && !(inside && self.pack.verb(&self.w(n + 1)).is_none())
                    {
                        // A relative clause after a denied or spread noun phrase is seldom part of it.
                        return i;
                    }
                }
                Mark::Stop | Mark::Line if self.tok(i).is_some_and(|t| t.quote == 0) => return i,
                // تستهدف الجماعة التي تعتبرها "إرهابية": a label in passing.
                Mark::Word
                    if i > start + 2
                        && (i + 9 > limit
                            || (i + 2..i + 9)
                                .any(|k| matches!(self.mark(k), Mark::Stop | Mark::Line)))
                        && self.is(i, Class::Relative)
                        && self.tok(i).is_some_and(|t| t.quote == 0)
                        && self.labels(i + 1) =>
                {
                    return i;
                }
                // نفى التهم جملة وتفصيلا: how it is denied.
                Mark::Word
                    if object
                        && i > start
                        && self.tok(i).is_some_and(|t| t.quote == 0)
                        && self.flatly(i) =>
                {
                    return i;
                }
                // هذه الأنباء في بيان: an occasion is no part of the denied phrase.
                Mark::Word
                    if object
                        && i > start
                        && self.t.text(i) == "في"
                        && self.t.core(i + 1) != "وقت"
                        && self.is(i + 1, Class::Occasion)
                        // كل ما ورد في التقرير
                        && self
                            .pack
                            .verb(&self.w(i - 1))
                            .is_none_or(|v| v.sort != super::pack::Sort::Within)
                        && !self.is(i + 1, Class::Determiner) =>
                {
                    return i;
                }
                // نفت التهم في وقت سابق: that is when she denied them.
                Mark::Word
                    if object
                        && i > start
                        && self.t.text(i) == "في"
                        && self.t.text(i + 1) == "وقت"
                        && matches!(self.t.text(i + 2), "سابق" | "لاحق")
                        && self.t.text(i + 3) != "من" =>
                {
                    return i;
                }
                // قراره والذي أعلنه أمس: likewise without a comma.
                Mark::Word
                    if i > start + 1
                        && self.w(i).conj
                        && self.is(i, Class::Relative)
                        && self.tok(i).is_some_and(|t| t.quote == 0)
                        && phrase(i) =>
                {
                    return i;
                }
                Mark::Word
                    if self.is(i, Class::Without)
                        && self.t.text(i + 1) == "ان"
                        && i > start
                        && self.mark(i - 1) == Mark::Close =>
                {
                    return i;
                }
                // دون مزيد من التفاصيل: that no more was said.
                Mark::Word
                    if i > start + 1
                        && self.is(i, Class::Without)
                        && of_saying(self.t.text(i + 1))
                        && self.tok(i).is_some_and(|t| t.quote == 0)
                        && (i + 2..i + 5).any(|k| {
                            matches!(self.t.core(k), "تفاصيل" | "ايضاحات" | "توضيحات")
                        }) =>
                {
                    return i - usize::from(self.t.text(i - 1) == "من");
                }
                Mark::Word if i > start && self.turns_away(i) => return i,
                // وقوبلت تصريحات فلان عن كذا بتنديد: how they were met.
                Mark::Word if i > start + 1 && self.met_with(start, i) => return i,
                Mark::Word if self.said_where_behind(start, (i, limit), shape) => return i,
                // … قريبا وذلك بعد أن كذا: a circumstance that the outlet adds, without a comma.
                Mark::Word
                    if i > start + 2
                        && self.t.text(i) == "وذلك"
                        && self.tok(i).is_some_and(|t| t.quote == 0)
                        && self.mark(i - 1) == Mark::Word
                        && (self.t.text(i + 1) == "بعد" && self.t.text(i + 2) == "ان"
                            || matches!(self.t.text(i + 1), "رغم" | "ضمن")) =>
                {
                    return i;
                }
                // "…" في إشارة إلى كذا, "…" معززا كذا: behind a closed quotation the outlet goes on.
                Mark::Word
                    if i > start
                        && self.mark(i - 1) == Mark::Close
                        && self.tok(i).is_some_and(|t| t.quote == 0)
                        && self.mate(i - 1) + 3 < i
                        && (self.hints(i)
                            // "…" فيما وصفته بكذا
                            || self.t.text(i) == "فيما" && self.labels(i + 1)
                            || !self.w(i).found
                                && !self.w(i).def
                                && self.t.text(i).starts_with('م')
                                && self.t.text(i).ends_with('ا')
                                && longer(self.t.text(i), 4)) =>
                {
                    return i;
                }
                // قرب سكريبال الذي قالت الشرطة إنه كذا: what another says of him is no part of it.
                Mark::Word
                    if i > start + 1
                        && self.is(i, Class::Relative)
                        && self.tok(i).is_some_and(|t| t.quote == 0)
                        && (i > start + 3 && self.said_of(i) || object && self.spoken_of(i)) =>
                {
                    return i;
                }
                // … ، تقول الصحيفة …, يقول الكاتب: a review of the press goes on within its own sentence.
                Mark::Word
                    if i > start + 3
                        && matches!(
                            self.t.text(i),
                            "تقول" | "يقول" | "تضيف" | "يضيف" | "تكتب" | "يكتب"
                        )
                        && self.w(i + 1).def
                        && self.tok(i).is_some_and(|t| t.quote == 0)
                        && self.pack.head(&self.w(i + 1)).is_some_and(|h| {
                            matches!(
                                h.kind,
                                super::output::SourceKind::Outlet
                                    | super::output::SourceKind::Website
                                    | super::output::SourceKind::Journalist
                            )
                        })
                        && !self.is(i - 1, Class::Relative)
                        && !self.is(i - 1, Class::SoftBreak)
                        && !(i + 2..i + 5).any(|k| self.is(k, Class::That)) =>
                {
                    return i;
                }
                // … وهو ما نفته موسكو: the outlet goes on, with a comma or without.
                Mark::Word
                    if i > start + 1
                        && matches!(self.t.text(i), "وهو" | "وهي")
                        && self.t.text(i + 1) == "ما"
                        && self.tok(i).is_some_and(|t| t.quote == 0) =>
                {
                    return i;
                }
                _ => {}
            }
            i += 1;
        }
        limit
    }
}
