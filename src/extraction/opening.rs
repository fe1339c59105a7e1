//! What may open a content: a noun phrase, a preposition, the accused with the charge, or words that stand before the cue.

use super::cue::Scan;
use super::inflect::Tense;
use super::lexicon::{longer, opens};
use super::pack::{Class, Opens, Script, Sort, VerbEntry};
use super::phrase::Reader;
use super::token::Mark;

impl Reader<'_> {
    /// قوله، قولها: one's own saying with its pronoun.
    pub(super) fn own_word_noun(&self, j: usize) -> bool {
        self.is(j, Class::OwnWord)
            && (matches!(
                self.t.stem(j),
                "قوله" | "قولها" | "قولهم" | "قولهما" | "قول"
            ) || self.t.core(j).starts_with("قول"))
            && self.w(j).prep.is_none()
    }

    /// Whether a preposition carries its pronoun: عليه، منها، لديهم.
    pub(super) fn bound(&self, j: usize) -> bool {
        let word = self.t.text(j);
        self.is(j, Class::Preposition)
            && word != "تجاه"
            && ["ه", "ها", "هم", "نا", "هن"]
                .iter()
                .any(|p| word.ends_with(p))
    }

    /// Behind the that-word that follows a comma with no verb before it, where what seemed to open a content is a circumstance.
    pub(super) fn taken_up(&self, from: usize, b: usize) -> Option<usize> {
        (from..b.min(from + 30))
            .take_while(|&k| {
                matches!(
                    self.mark(k),
                    Mark::Word | Mark::Number | Mark::Comma | Mark::BracketOpen
                ) && !self.finite(k)
                    && (k < from + 2 || self.mark(k - 1) == Mark::Comma || !self.is(k, Class::That))
            })
            .filter(|&k| self.mark(k) == Mark::Comma)
            .map(|k| k + 1 + usize::from(matches!(self.t.text(k + 1), "علي" | "الي" | "عن")))
            .find(|&k| self.is(k, Class::That) && !self.t.text(k).starts_with(['و', 'ب', 'ف']))
            .map(|k| k + 1)
    }

    /// Whether a noun and at most three adjectives or times stand before a that-word: تقارير إعلامية أن.
    pub(super) fn that_behind(&self, j: usize, b: usize) -> bool {
        (j + 1..b.min(j + 5))
            .take_while(|&k| {
                self.mark(k) == Mark::Word
                    && self.w(k).prep.is_none()
                    && !self.is(k, Class::Preposition)
                    && !self.finite(k)
                    || self.is(k, Class::That)
            })
            .any(|k| self.is(k, Class::That))
    }

    /// Whether ب leads a word in, also one that is not known: بارتفاع، بخلل.
    pub(super) fn led_by_ba(&self, j: usize) -> bool {
        let w = self.w(j);
        w.prep == Some('ب')
            || self.mark(j) == Mark::Word
                && !w.found
                && !w.def
                && !w.conj
                && self.t.text(j).starts_with('ب')
                && longer(self.t.text(j), 3)
                && !w.is(Class::GivenName)
    }

    /// هذا الكلام، هذه الأنباء: what is pointed at as said.
    pub(super) fn this_claim(&self, j: usize) -> bool {
        matches!(self.t.text(j), "هذا" | "هذه" | "ذلك" | "تلك")
            && self.mark(j + 1) == Mark::Word
            && self.w(j + 1).def
            && (self.is(j + 1, Class::ClaimNoun)
                || [
                    "كلام",
                    "خبر",
                    "نبا",
                    "قول",
                    "امر",
                    "حديث",
                    "قراءه",
                    "اقوال",
                    "مقوله",
                ]
                .contains(&self.t.core(j + 1)))
    }

    /// Whether an indefinite noun that is no name stands at `j` with its definite complement behind it.
    pub(super) fn bare_object(&self, j: usize) -> bool {
        let (w, next) = (self.w(j), self.w(j + 1));
        let noun = |w: &super::word::Word| w.prep.is_none() && !w.conj && w.known.verb == 0;
        self.mark(j) == Mark::Word
            && self.mark(j - 1) == Mark::Word
            && self.mark(j + 1) == Mark::Word
            && self.complete(j)
            && self.w(j - 1).def
            && noun(&w)
            && !w.def
            && w.known.head == 0
            && !self.t.text(j).ends_with('ا')
            && !self.name_word(j)
            && noun(&next)
            && (next.def || next.pronoun > 0 || next.deed || rising(self.t.text(j)))
            && (w.known.classes & !Class::Deed.bit() & !Class::Common.bit()) == 0
    }

    /// Whether a noun-phrase content can begin at `j`.
    pub(super) fn object_at(&self, j: usize, b: usize) -> bool {
        if j >= b {
            return false;
        }
        let w = self.word_at(j);
        match self.mark(j) {
            Mark::Open => true,
            Mark::Word => {
                w.prep.is_none()
                    && !(w.is(Class::Pronoun) && self.mark(j + 1) != Mark::Word)
                    && !(j > 0
                        && w.is(Class::ClaimNoun)
                        // أكدت الوكالة أنباء مقتل جنود
                        && (w.def || !self.w(j - 1).def)
                        && self
                            .pack
                            .head(&self.w(j - 1))
                            .is_some_and(|h| h.kind == super::output::SourceKind::Outlet))
                    && !w.is(Class::Time)
                    && !w.is(Class::That)
                    && !(w.is(Class::Preposition)
                        && self.t.text(j) != "ما"
                        // قرب سيطرتها على كذا: its being near.
                        && !(self.t.text(j) == "قرب"
                            && (self.w(j + 1).pronoun > 0 || self.w(j + 1).deed)))
                    && (w.deed
                        || self.definite_deed(j)
                        || self.owned(j)
                        || w.is(Class::ClaimNoun)
                        || w.is(Class::Determiner) && w.pronoun == 0
                        || w.known.verb != 0 && w.known.form.tense == Tense::Noun && w.pronoun == 0)
            }
            _ => false,
        }
    }

    pub(super) fn object_opening(&self, verb: &VerbEntry, j: usize, b: usize) -> Option<usize> {
        for open in &verb.opens {
            match open {
                Opens::Object if self.object_at(j, b) => return Some(j),
                Opens::Claim
                    if self.is(j, Class::ClaimNoun)
                        || self.is(j, Class::Determiner)
                            && !self.is(j, Class::Time)
                            && self.is(j + 1, Class::ClaimNoun)
                        || self.is(j, Class::Deed) && self.is(j + 1, Class::ClaimNoun)
                        || self.this_claim(j) =>
                {
                    return Some(j);
                }
                Opens::Charge(p) | Opens::Label(p)
                    if self.mark(j) == Mark::Word || self.mark(j) == Mark::Open =>
                {
                    if self.is(j, Class::Time) && self.w(j).known.head == 0 {
                        return None;
                    }
                    // The charge must follow within the clause.
                    let found = (j..b.min(j + 25)).find(|&k| {
                        self.w(k).prep == Some('ب') && p == "ب"
                            || p == "ب"
                                && k > j
                                && verb.act == super::output::Act::Clarify
                                && (self.w(k - 1).def || self.t.text(k - 1).ends_with(['ه', 'ا']))
                                && self.led_by_ba(k)
                            || self.t.stem(k) == p
                            || p.chars().count() > 2 && self.t.core(k).starts_with(p.as_str())
                            // حمل المجلس الشركة مسؤوليته
                            || p.chars().count() > 2
                                && self.t.text(k).ends_with(['ه', 'ا', 'م'])
                                && self.t.text(k).starts_with(&format!("{}ت", p.trim_end_matches('ه')))
                            || self.is(k, Class::That) && self.t.stem(k).starts_with('ب')
                            || self.t.text(k) == "ب"
                            // تتهم جيشها بتجاوز الحدود: a deed that no list holds.
                            || p == "ب"
                                && k > j
                                && !self.w(k).found
                                && !self.w(k).def
                                && self.t.text(k).starts_with("بت")
                                && longer(self.t.text(k), 4)
                                && self.mark(k + 1) == Mark::Word
                                && self.w(k + 1).def
                            || self.mark(k) == Mark::Open && self.t.text(k + 1).starts_with('ب')
                    });
                    // اتهم فلان ب…: with nobody between, he is the one accused.
                    if self.w(j).prep == Some('ب') && matches!(open, Opens::Charge(_)) {
                        return None;
                    }
                    // وصف أطباء يعملون في كذا، الوضع بأنه: the verb is about who speaks.
                    let verb_here = self.is(j, Class::Doing)
                        && !self.w(j).def
                        && self.w(j).known.form.tense == Tense::Present;
                    if found.is_some()
                        && !verb_here
                        && !self.is(j, Class::Preposition)
                        && !self.is(j, Class::That)
                    {
                        return Some(j);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// Whether the token at `j` is a preposition that opens this verb's content; `Some(true)` if it is a proclitic.
    pub(super) fn opening_preposition(&self, j: usize, verb: &VerbEntry) -> Option<bool> {
        let w = self.word_at(j);
        for open in &verb.opens {
            if let Opens::With(p) = open {
                if p == "ب" {
                    if self.t.text(j) == "بما" {
                        return Some(true);
                    }
                    if w.prep.is_none()
                        && !w.found
                        && !w.def
                        && self.t.text(j).starts_with('ب')
                        && (longer(self.t.text(j), 3)
                            || longer(self.t.text(j), 2)
                                && self.mark(j + 1) == Mark::Word
                                && self.w(j + 1).def
                            // تعهد برد قوي
                            || matches!(verb.root.as_str(), "عهد" | "وعد")
                                && longer(self.t.text(j), 2)
                                && self.mark(j + 1) == Mark::Word)
                        && j > 0
                        && (self.w(j - 1).found
                            || self.name_like(j - 1)
                            || verb.root == "عهد" && self.mark(j - 1) == Mark::Comma)
                    {
                        return Some(true);
                    }
                    if w.prep == Some('ب')
                        && (w.deed
                            || w.is(Class::Deed)
                            || w.known.verb != 0 && w.known.form.tense == Tense::Noun
                            || !w.found && !w.def
                            || !w.def && self.t.core(j).starts_with("است")
                            // أقر بالتهم الموجهة له، اعترف بالذنب
                            || matches!(verb.root.as_str(), "قرر" | "عرف")
                                && w.def
                                && ["تهم", "ذنب", "هزيم", "خطا", "اخطاء", "مسوولي", "جريم", "جرايم", "فشل", "تقصير", "قتل"]
                                    .iter()
                                    .any(|s| self.t.core(j).starts_with(s))
                            || verb.root == "ندد" && w.pronoun == 0)
                        && (!w.is(Class::Occasion) || self.t.core(j) == "تسجيل")
                    {
                        return Some(true);
                    }
                } else if self.t.text(j) == p
                    // بيان صادر عن الوزارة
                    && !(p == "عن"
                        && ["صادر", "ناتج", "منبثق", "مسوول"]
                            .iter()
                            .any(|s| super::describe::bare(self.t.core(j - 1)).starts_with(s)))
                {
                    return Some(false);
                }
            }
        }
        None
    }

    /// Whether content can begin after an opening preposition.
    pub(super) fn content_at(&self, j: usize, b: usize) -> bool {
        j < b
            && (matches!(self.mark(j), Mark::Open | Mark::Number)
                // A quotation that is never closed.
                || self.mark(j) == Mark::Stray && self.mark(j + 1) == Mark::Word
                || self.mark(j) == Mark::Word
                    && !self.is(j, Class::Time)
                    && !(self.is(j, Class::Preposition) && !self.is(j, Class::Deed))
                    && !(self.w(j).pronoun > 0 && self.is(j, Class::Adverb)))
    }

    /// Whether the same preposition with a that-word follows before the clause ends.
    pub(super) fn that_follows(&self, from: usize, limit: usize, preposition: &str) -> bool {
        for k in from..limit.min(from + 20) {
            match self.mark(k) {
                Mark::Stop | Mark::Line | Mark::Semicolon | Mark::Open => return false,
                Mark::Word if self.is(k, Class::That) => return self.t.text(k - 1) == preposition,
                Mark::Word if self.finite(k) => return false,
                // أشار إلى كذا، لافتا إلى أن: of a saying of its own.
                Mark::Word
                    if self.mark(k - 1) == Mark::Comma
                        && self.w(k).known.verb != 0
                        && self.w(k).known.form.tense == Tense::Participle
                        && !self.w(k).def =>
                {
                    return false;
                }
                _ => {}
            }
        }
        false
    }

    /// Content that stands before its cue: a quotation, or the clause up to a comma.
    pub(super) fn content_before(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
        scan: &Scan,
    ) -> Option<(usize, usize)> {
        // "…"، هكذا علق فلان؛ "…"، بهذه الكلمات لخص فلان كذا
        let so = match self.t.text(i - usize::from(i > a)) {
            "هكذا" => 1,
            "الكلمات" | "العبارات" | "العباره" | "الجمله" | "الكلمه"
                if i > a + 1 && matches!(self.t.text(i - 2), "بهذه" | "هذه" | "بتلك") =>
            {
                2
            }
            _ => 0,
        };
        // "…"، علق فلان على صفحته: words quoted at length, at the beginning of the sentence, and who is named behind the verb.
        let turned = verb.sort == Sort::Turn
            && i > a + 6
            && !self.w(i).conj
            && self.w(i).known.form.tense != Tense::Participle
            && self.mark(i - 1) == Mark::Comma
            && self.mark(i - 2) == Mark::Close
            && (a..self.mate(i - 2)).all(|k| self.mark(k) == Mark::Line)
            && scan
                .subject
                .is_some_and(|np| np.a == i + 1 && (np.head != 0 || np.name != (0, 0)));
        // لم ينج أحد منهم، كتب الأمين العام لأنصاره: without quotation marks.
        let written = matches!(verb.root.as_str(), "كتب" | "علق" | "رد" | "ردد");
        if !opens(verb, |o| {
            matches!(o, Opens::That | Opens::Quote | Opens::Label(_))
        }) || so == 0
            && !turned
            && (verb.sort == Sort::Relay || verb.sort == Sort::Turn && !written)
            || so == 0 && !opens(verb, |o| matches!(o, Opens::That | Opens::Quote))
            || i <= a + 2
        {
            return None;
        }
        let mut k = i - 1 - so;
        if self.mark(k) == Mark::Comma || self.mark(k) == Mark::Dash {
            k -= 1;
        }
        if self.mark(k) == Mark::Close {
            let open = self.mate(k);
            // وفي حديث لـ"كذا"، قال: to whom it was said.
            let told = open > a && self.t.text(open - 1) == "ل";
            if open >= a && !told && (k - open > 3 || so > 0 && k > open) {
                return Some((open, k + 1));
            }
        }
        if so > 0 {
            return None;
        }
        let np = scan.subject?;
        let ends = np.b >= b
            || matches!(
                self.mark(np.b),
                Mark::Stop | Mark::Comma | Mark::Line | Mark::Dash | Mark::Ellipsis
            );
        let comma = matches!(self.mark(i - 1), Mark::Comma | Mark::Dash);
        // كذا وكذا، كتبت صحيفة كذا.
        let paper = np
            .head
            .checked_sub(1)
            .and_then(|h| self.pack.head(&self.w(h)))
            .is_some_and(|h| h.kind == super::output::SourceKind::Outlet)
            && matches!(verb.root.as_str(), "كتب" | "قول" | "ضيف");
        let present = self.w(i).known.form.tense == Tense::Present
            || self.pack.script == Script::Latin
            || paper;
        let told = self.mark(i - 1) == Mark::Comma
            && (np.head != 0 || np.name != (0, 0))
            && np.a == i + 1
            && self.told_first(a, i - 1)
            && !(np.b..b).any(|k| self.is(k, Class::That) || self.mark(k) == Mark::Colon);
        (comma
            && (ends && present || told)
            && (verb.sort == Sort::Plain || paper || told && written)
            && !self.w(i).conj)
            .then_some((a, i - 1))
    }

    /// Whether what stands between `a` and `b` may be told before its «، قال فلان»: a clause of its own, no "in his speech", no «وعن
    /// الأزمة», no participle that goes on.
    fn told_first(&self, a: usize, b: usize) -> bool {
        let Some(first) = (a..b).find(|&k| self.mark(k) == Mark::Word) else {
            return false;
        };
        let w = self.w(first);
        let leads_in = w.prep.is_some()
            || w.conj
            || self.is(first, Class::Preposition) && !self.bound(first)
            || self.is(first, Class::Time)
            || self.is(first, Class::That)
            || w.known.verb != 0 && w.known.form.tense == Tense::Participle && !w.def;
        let words = (first..b).filter(|&k| self.mark(k) == Mark::Word).count();
        let another = (first..b).any(|k| {
            matches!(self.mark(k), Mark::Open | Mark::Colon)
                || self.is(k, Class::That)
                || self.finite(k)
                    && self
                        .pack
                        .verb(&self.w(k))
                        .is_some_and(|v| v.sort == Sort::Plain)
        });
        !leads_in && words > 3 && !another
    }
}

/// Whether a word has the shape of a verbal noun like هطول، صدور.
fn rising(word: &str) -> bool {
    let mut letters = word.chars();
    letters.nth(2) == Some('و') && letters.count() == 1
}
