//! Upon whom a saying rests: «استنادا إلى ممرضين», «علم من وجهاء أن», "heard it from two detainees", "attributed its account to an
//! officer".
//!
//! The words that say how a speaker knows stand before the content, behind it, or in a sentence of their own ("We base this on
//! a technician"). They belong to whoever speaks nearest before them, and to all that this speaker says in the sentence.
//!
//! In one file because the words of both languages lead to one thing found, and are owned by one rule.

use std::sync::LazyLock;

use serde::Deserialize;

use super::content::questions;
use super::firsthand::among;
use super::mending::Word;
use super::naming::Form;
use super::saying::{Passed, Reader, Saying, Teller};
use super::weekday::is_english_weekday;
use crate::extraction::SourceKind;
use crate::text::Span;
use crate::text::fold::fold;

/// Words that say whence an account comes (`packs/resting.ron`).
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    leans: Vec<String>,
    lays: Vec<String>,
    told: Vec<String>,
    prints: Vec<String>,
    learns: Vec<String>,
    it: Vec<String>,
    hears: Vec<String>,
    account: Vec<String>,
    testimony: Vec<String>,
    passes: Vec<String>,
    by: Vec<String>,
    relies: Vec<String>,
    carries: Vec<String>,
    gets: Vec<String>,
    got: Vec<String>,
    given: Vec<String>,
    how_many: Vec<String>,
    ranks: Vec<String>,
}

/// The built-in words; none where they do not parse, which a test rules out.
static LISTS: LazyLock<Lists> = LazyLock::new(|| questions(include_str!("packs/resting.ron")));

/// Whether a word, folded, is what somebody's account is called before who gave it: «رواية», «برواية».
pub(super) fn is_testimony(word: &str) -> bool {
    let bare = word.strip_prefix('ب').unwrap_or(word);
    among(&LISTS.testimony, word) || among(&LISTS.testimony, bare)
}

/// The rule of words that say whence an account comes.
pub(super) const THAT: &str = "rests-on-that";

/// The rule of words that say whence others have what was reported.
pub(super) const OF_REPORT: &str = "rests-on-report";

/// The rule of a content that says nothing but whence its speaker's account comes.
pub(super) const WHOLE: &str = "rests-on-whole";

/// A description is cut behind so many words.
const LONGEST: usize = 8;
/// What may stand between "attributed" and "to".
const BETWEEN: usize = 16;

/// A teller found in a text.
struct Found {
    /// Where the words of resting begin.
    at: usize,
    /// Who.
    who: Passed,
    /// Where they are described.
    span: Span,
    /// Whether the words are a sentence of their own that speaks of the one before it.
    of_the_last: bool,
    of: Of,
    /// Whether the words point to what was said last: "had this from".
    points: bool,
}

/// Of what the words say whence it comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Of the statement that they stand in.
    Statement,
    /// Of the report, which others than the speaker heard: "investigators had heard it from".
    Report,
    /// Of the speaker's whole account: "it had this from".
    Account,
}

impl Reader<'_> {
    /// Gives the sayings of an article those that they say they rest upon.
    pub(super) fn resting(&self, all: &mut [Saying]) {
        let sentences: Vec<(usize, usize, Vec<Word>)> = self.prose.sentences().collect();
        for (n, (start, end, words)) in sentences.iter().enumerate() {
            // A line's end is a sentence without words.
            let before = sentences[..n]
                .iter()
                .rev()
                .find(|(_, _, words)| !words.is_empty());
            for found in self.tellers(words) {
                let within = |s: &Saying, from: usize, to: usize| {
                    let at = s.cue.or(s.content.first().copied()).map_or(0, |c| c.start);
                    from <= at && at < to
                };
                // Somebody who speaks for themselves needs no other to rest on them.
                let left: Vec<bool> = all.iter().map(|s| self.is_left(s, all)).collect();
                // "He had been told of it by a clerk": the clerk's word stands within his.
                let within_it = |s: &Saying| {
                    let Some(cue) = s.cue else { return false };
                    let holds = |c: &Span| c.start <= cue.start && found.span.end <= c.end;
                    cue.start.max(found.at) <= found.span.end
                        && (found.at..found.span.end).contains(&cue.start)
                        && all.iter().any(|o| o != s && o.content.iter().any(holds))
                };
                let speaks = all.iter().zip(&left).any(|(s, left)| {
                    !left
                        && !within_it(s)
                        && s.source_span
                            .is_some_and(|w| w.start < found.span.end && found.span.start < w.end)
                });
                if speaks {
                    continue;
                }
                let (mut from, mut to) = if found.of_the_last {
                    before.map_or((*start, *end), |(a, b, _)| (*a, *b))
                } else {
                    (*start, *end)
                };
                let speaker = |from: usize, to: usize, after: bool| {
                    all.iter()
                        .enumerate()
                        .filter(|(k, s)| {
                            within(s, from, to)
                                && !left[*k]
                                && !matches!(s.act, crate::model::Act::Rumour)
                        })
                        .filter(|(_, s)| {
                            let begins = s
                                .source_span
                                .into_iter()
                                .chain(s.cue)
                                .chain(s.content.first().copied())
                                .map(|w| w.start)
                                .min()
                                .unwrap_or(0);
                            after || begins <= found.at
                        })
                        .max_by_key(|(k, s)| (s.cue.map_or(0, |c| c.start).min(found.at), *k))
                        .map(|(k, _)| k)
                };
                let mut owner = speaker(from, to, found.of_the_last);
                let mut of_the_last = found.of_the_last;
                // «وتستند النقابة إلى شهادة السائق»: a sentence that says no more than this is of the one before it.
                if owner.is_none()
                    && words.iter().take(3).any(|w| w.start == found.at)
                    && let Some((a, b, _)) = before
                {
                    (from, to) = (*a, *b);
                    of_the_last = true;
                    owner = speaker(from, to, true);
                }
                let Some(owner) = owner else {
                    continue;
                };
                // A withheld source of the page's own needs no second one behind it that only describes it again.
                if matches!(all[owner].who, Teller::Withheld { .. }) && of_the_last {
                    continue;
                }
                // «نقلا عن» behind what a page says itself is its own source, which it quotes.
                let cites = self.slice(found.at, found.at + 3) == "نقل";
                if cites && all[owner].who == Teller::Nobody {
                    continue;
                }
                let who = all[owner].who.clone();
                let tells = all.iter().any(|s| {
                    same(&s.who, &who) && within(s, from, to) && self.goes_on_telling(s, &found)
                });
                for s in all.iter_mut() {
                    if same(&s.who, &who)
                        && within(s, from, to)
                        && s.told_by.is_empty()
                        && !s.heading
                    {
                        let rule = match found.of {
                            Of::Report => OF_REPORT,
                            _ if self.only_whence(s, &found) => WHOLE,
                            _ if tells => found.who.rule,
                            Of::Statement => found.who.rule,
                            Of::Account => THAT,
                        };
                        let who = found.who.who.clone();
                        s.told_by.push(Passed { who, rule });
                    }
                }
            }
        }
    }

    /// Whether a saying is only what is left of a body's name between it and "citing": «على ما أفاد مرصد السجون في قلمير نقلا عن حارس».
    fn is_left(&self, saying: &Saying, all: &[Saying]) -> bool {
        const SHORT: usize = 30;
        let (Some(cue), [content]) = (saying.cue, saying.content.as_slice()) else {
            return false;
        };
        let cites = fold(self.slice(cue.start, cue.end)).starts_with("نقلا");
        let behind = |other: &Saying| {
            other.source_span.is_some_and(|s| {
                s.end <= content.start
                    && content.start - s.end <= 2
                    && Some(s) != saying.source_span
            })
        };
        cites
            && content.end <= cue.start
            && content.end - content.start <= SHORT
            && all.iter().any(behind)
    }

    /// Whether a saying tells nothing but whence its speaker's account comes: "it had the information from two porters".
    fn only_whence(&self, saying: &Saying, found: &Found) -> bool {
        const CUE: usize = 20;
        const BEFORE: usize = 42;
        const BEHIND: usize = 60;
        let Some(all) = saying.content.iter().find(|c| {
            c.start <= found.at + CUE && found.span.start < c.end && c.start <= found.span.start
        }) else {
            return false;
        };
        let before = self.slice(all.start.min(found.at), found.at);
        let behind = self.slice(found.span.end.min(all.end), all.end);
        // "Came from a clerk who worked there": who they are, and no word of theirs.
        let next = behind
            .split_whitespace()
            .next()
            .map(fold)
            .unwrap_or_default();
        let came = self.slice(found.at, found.at + 4).to_lowercase();
        let described = matches!(next.as_str(), "who" | "whose")
            || matches!(next.as_str(), "that" | "which")
                && matches!(came.as_str(), "came" | "come" | "rest");
        let behind = if described { "" } else { behind };
        let words = |text: &str| -> Vec<String> {
            text.split_whitespace()
                .map(|w| fold(w.trim_matches(|c: char| !c.is_alphanumeric())))
                .collect()
        };
        // "He had this from a porter": what he said last.
        !found.points
            && found.at.saturating_sub(all.start) <= BEFORE
            && all.end.saturating_sub(found.span.end) <= BEHIND
            && !before.contains([',', '،', ';', '؛', '.'])
            && !self.says_more(&words(before))
            && !self.says_more(&words(behind))
    }

    /// Whether behind the words of resting stands what was told: "had it from two porters that the gate was shut".
    fn goes_on_telling(&self, saying: &Saying, found: &Found) -> bool {
        let mut contents = saying.content.iter();
        contents.any(|c| {
            let inside = c.start <= found.at && found.span.end < c.end;
            let behind = self.slice(found.span.end.min(c.end), c.end);
            let first = behind.split_whitespace().next().map(fold);
            inside && first.is_some_and(|w| self.says_more(&[w]))
        })
    }

    fn tellers(&self, words: &[Word]) -> Vec<Found> {
        let arabic = self.article.language.starts_with("ar");
        (0..words.len())
            .filter_map(|n| {
                if arabic {
                    self.leaning(words, n)
                } else {
                    self.citing(words, n)
                }
            })
            .collect()
    }

    fn leaning(&self, words: &[Word], n: usize) -> Option<Found> {
        let word = |k: usize| words.get(k).map_or("", |w| w.folded.as_str());
        let bare = |k: usize| word(k).trim_start_matches(['و', 'ف']);
        let told = |k: usize| {
            let w = word(k);
            among(&LISTS.it, w) || among(&LISTS.told, w)
        };
        let from = if among(&LISTS.lays, bare(n)) {
            let to = (n + 2..n + 4).find(|k| word(*k) == "الي")?;
            if !(n + 1..to).any(told) {
                return None;
            }
            to + 1
        } else if among(&LISTS.prints, bare(n)) {
            let of = (n + 2..n + 8).find(|k| word(*k) == "عن")?;
            let whole = words[n..of]
                .iter()
                .all(|w| !w.after.contains(['،', ',', ':']));
            // «نشرت الصحيفة تقريرا عن سفير»: about him, not from him.
            let says = (of + 2..of + 8)
                .any(|k| matches!(word(k), "ان" | "انه" | "انها" | "قوله" | "قولها"));
            if !whole || !says || word(of - 1) == "نقلا" {
                return None;
            }
            of + 1
        } else if among(&LISTS.leans, word(n)) || among(&LISTS.leans, bare(n)) {
            let to = (n + 1..n + 4).find(|k| matches!(word(*k), "الي" | "علي"))?;
            to + 1
        } else if among(&LISTS.passes, bare(n)) || among(&LISTS.carries, bare(n)) {
            // «ناقلة ذلك عن», «ونقل ذلك عن»; the verb alone opens what somebody else said.
            let of = (n + 1..n + 4).find(|k| word(*k) == "عن")?;
            let plain = words[n + 1..of].iter().all(|w| among(&LISTS.it, &w.folded));
            let bare_verb = of == n + 1 && !among(&LISTS.passes, bare(n));
            if !plain || bare_verb {
                return None;
            }
            of + 1
        } else if among(&LISTS.learns, word(n)) || among(&LISTS.learns, bare(n)) {
            // «علم المرصد من», «بلغ «الموقع» من», «سمعوا ذلك من».
            let of = (n + 1..n + 5).find(|k| word(*k) == "من")?;
            let plain = words[n + 1..of].iter().all(|w| {
                among(&LISTS.it, &w.folded)
                    || among(&LISTS.told, &w.folded)
                    || is_testimony(w.folded.trim_end_matches('ا'))
                    || w.folded == "علي"
                    || w.after.starts_with('»')
                    || w.folded.starts_with("ال")
                    // «علم بالوفاة من زملاء».
                    || w.folded.starts_with("بال")
            }) || words[n + 1..of].len() <= 3
                && self.prose.char(words[n + 1].start.saturating_sub(1)) == Some('«');
            if !plain {
                return None;
            }
            of + 1
        } else {
            return None;
        };
        let number = |k: usize| among(&LISTS.ranks, word(k));
        let mut from = from;
        if among(&LISTS.testimony, word(from)) {
            from += 1 + usize::from(word(from + 1) == "من");
        }
        let it = || {
            let between = &words[n + 1..from];
            let told = |w: &Word| among(&LISTS.it, &w.folded) || among(&LISTS.told, &w.folded);
            between.iter().any(told)
        };
        // «علموا ذلك من»: others than the body that says so.
        let of = match among(&LISTS.learns, bare(n)) && it() {
            _ if among(&LISTS.lays, bare(n)) || n <= 1 && bare(n).starts_with(['ت', 'ي']) => {
                Of::Account
            }
            true if word(n).ends_with("وا") => Of::Report,
            true => Of::Account,
            false => Of::Statement,
        };
        let mut head = from;
        while number(head) || head > from && word(head) == "من" {
            head += 1;
        }
        let noun = word(head);
        let noun = noun
            .strip_prefix("ال")
            .filter(|w| w.chars().count() >= 3)
            .unwrap_or(noun);
        let noun = noun
            .strip_suffix("ها")
            .or_else(|| noun.strip_suffix("هم"))
            .or_else(|| noun.strip_suffix('ه').filter(|s| s.ends_with("اي")))
            .unwrap_or(noun);
        let human = |w: &str| {
            // «وجهائها» is «وجهاء» with a pronoun, «أهال» is «أهالي».
            self.pack.is_some_and(|p| {
                p.human(w)
                    || p.human(&format!("{w}ي"))
                    || w.strip_suffix('ي')
                        .filter(|s| s.ends_with('ا'))
                        .is_some_and(|s| p.human(&format!("{s}ء")))
                    || w.strip_suffix('ا').is_some_and(|s| p.human(s))
            })
        };
        if !human(noun) && !self.somebody(word(head)) {
            return None;
        }
        let mut end = head + 1;
        while end < words.len() && end - from < LONGEST {
            let before = &words[end - 1].after;
            let w = word(end);
            // A clause about them is no part of the description: «يعملان», «كان في الرتل», «الذين».
            let clause = matches!(
                w,
                "ان" | "انه"
                    | "انها"
                    | "انهم"
                    | "بان"
                    | "قوله"
                    | "قولهم"
                    | "الذي"
                    | "الذين"
                    | "التي"
                    | "كان"
                    | "كانت"
                    | "كانوا"
                    | "وقعا"
                    | "لم"
                    | "طلب"
                    | "طلبوا"
                    | "رفض"
                    | "ثم"
                    | "وان"
                    | "وانه"
            ) || w.starts_with('ي') && w.chars().count() >= 4 && !w.starts_with("يو");
            if before.contains(['،', ',', ':', '؛', '»', '"', '(']) || clause {
                break;
            }
            end += 1;
        }
        self.found(words, n, from, end, false, of)
    }

    fn citing(&self, words: &[Word], n: usize) -> Option<Found> {
        let word = |k: usize| words.get(k).map_or("", |w| w.folded.as_str());
        let from = match word(n) {
            "citing" => n + 1,
            // "A newspaper that quoted a doctor", "It cited the same two people".
            "quoted" | "cited" | "quotes" | "cites"
                if n > 0
                    && (matches!(word(n - 1), "that" | "which" | "who")
                        || n <= 2 && matches!(word(n - 1), "it" | "he" | "she" | "they")) =>
            {
                let same = word(n + 1) == "the" && word(n + 2) == "same";
                n + 1 + 2 * usize::from(same)
            }
            "word"
                if word(n + 1) == "of"
                    && n > 0
                    && word(n - 1) == "the"
                    && n > 1
                    && word(n - 2) == "on" =>
            {
                n + 2
            }
            "basis" if words[n].after.contains(':') => n + 1,
            "base" | "based" | "bases" | "basing"
                if (n + 1..n + 5)
                    .any(|k| word(k) == "on" && !words[k - 1].after.contains(['.', ','])) =>
            {
                (n + 1..n + 5).find(|k| word(*k) == "on")? + 1
            }
            // "Its information comes from two doctors", "an account that rests on two nurses".
            "comes" | "came" | "come"
                if word(n + 1) == "from"
                    && n > 0
                    && words[n.saturating_sub(4)..n]
                        .iter()
                        .any(|w| among(&LISTS.account, w.folded.as_str())) =>
            {
                n + 2
            }
            "rests" | "rested" if word(n + 1) == "on" => n + 2,
            // "Was relying on one nurse": of how many is said where an account is meant, not a habit.
            w if among(&LISTS.relies, w) && word(n + 1) == "on" => {
                let given = usize::from(word(n + 2) == "the");
                if !among(&LISTS.how_many, word(n + 2)) && !among(&LISTS.given, word(n + 2 + given))
                {
                    return None;
                }
                n + 2
            }
            // "Had received word from a clerk".
            w if among(&LISTS.gets, w)
                && (n + 2..n + 5).any(|k| word(k) == "from" && among(&LISTS.got, word(k - 1))) =>
            {
                (n + 2..n + 5).find(|k| word(*k) == "from")? + 1
            }
            "attributed" | "attributes" => {
                let to = (n + 1..(n + 1 + BETWEEN).min(words.len())).find(|k| word(*k) == "to")?;
                to + 1
            }
            w if among(&LISTS.hears, w) => {
                let mut k = n + 1;
                while matches!(
                    word(k),
                    "it" | "this"
                        | "that"
                        | "so"
                        | "of"
                        | "the"
                        | "news"
                        | "his"
                        | "death"
                        | "directly"
                        | "independently"
                ) {
                    k += 1;
                }
                // "Had from" alone is no hearing: "had it from", "had the information from".
                let account = word(n + 1) == "the" && among(&LISTS.account, word(n + 2));
                if matches!(w, "had" | "got" | "has")
                    && !matches!(word(n + 1), "it" | "this" | "that")
                    && !account
                {
                    return None;
                }
                if account {
                    k = n + 3;
                }
                let by = word(k) == "by" && among(&LISTS.by, w);
                let of = word(k) == "from" && !among(&LISTS.by, w);
                if !by && !of {
                    return None;
                }
                k + 1
            }
            _ => return None,
        };
        // "Relied on the testimony of two nurses".
        let the = usize::from(word(from) == "the");
        let from = match (word(from + the), word(from + the + 1)) {
            (given, "of" | "from" | "by" | "with") if among(&LISTS.given, given) => from + the + 2,
            _ => from,
        };
        // "Rests on what a nurse told its director".
        let from = from + usize::from(word(from) == "what");
        let mut end = from;
        while end < words.len() && end - from < LONGEST + 2 {
            let clause = matches!(
                word(end),
                "told"
                    | "saw"
                    | "who"
                    | "whom"
                    | "which"
                    | "that"
                    | "whose"
                    | "known"
                    | "picked"
                    | "working"
                    | "said"
                    | "and"
                    | "but"
                    | "when"
                    | "while"
                    | "as"
                    | "had"
                    | "has"
                    | "was"
                    | "were"
            );
            let day = word(end) == "on" && is_english_weekday(word(end + 1));
            if end > from && (clause || day) {
                break;
            }
            end += 1;
            if words[end - 1]
                .after
                .contains([',', ';', ':', '.', '"', '”', '('])
                || end < words.len() && words[end - 1].after.contains('\u{2014}')
            {
                break;
            }
        }
        // Up to "of", "in", "from": the noun that says what they are. "One of the keepers" is a keeper.
        let some =
            word(from + 1) == "of" && (among(&LISTS.how_many, word(from)) || word(from) == "some");
        let stop = (from + 2 * usize::from(some)..end)
            .find(|k| {
                matches!(
                    word(*k),
                    "of" | "in"
                        | "from"
                        | "at"
                        | "inside"
                        | "with"
                        | "for"
                        | "to"
                        | "close"
                        | "there"
                        | "here"
                        | "early"
                        | "late"
                        | "on"
                        | "near"
                        | "by"
                )
            })
            .unwrap_or(end);
        let noun = word(stop.checked_sub(1)?);
        let one = noun.strip_suffix('s').unwrap_or(noun);
        const AGENT: &[&str] = &[
            "er", "or", "ian", "ist", "able", "man", "woman", "people", "men", "ee",
        ];
        const THINGS: &[&str] = &[
            "letter",
            "paper",
            "newspaper",
            "order",
            "number",
            "matter",
            "computer",
            "power",
            "error",
            "factor",
            "table",
            "cable",
            "committee",
        ];
        let human = self.pack.is_some_and(|p| p.human(noun) || p.human(one))
            || stop > from + 1 && AGENT.iter().any(|s| one.ends_with(s)) && !THINGS.contains(&one);
        // Whoever somebody was told by is a teller, whatever they are.
        let told_by = among(&LISTS.by, word(n))
            && word(from - 1) == "by"
            && (matches!(
                word(from),
                "the" | "his" | "her" | "its" | "their" | "a" | "an"
            ) || self.somebody(one)
                || self.somebody(noun));
        if !(human || told_by || self.somebody(noun)) || stop <= from {
            return None;
        }
        // "A nurse there", "ward staff early on Sunday": where and when are no part of them.
        if matches!(word(stop), "there" | "here" | "early" | "late" | "on") && stop < end {
            end = stop;
        }
        let first = words.first()?.start;
        let of_the_last = word(n) == "basis"
            || matches!(word(n), "base" | "bases" | "based")
                && n <= 2
                && matches!(word(n + 1), "this" | "that" | "it")
                && words[n].start - first < 40;
        let of = match word(n) {
            "citing" | "word" => Of::Statement,
            "quoted" | "cited" | "quotes" | "cites" => Of::Account,
            w if among(&LISTS.hears, w) => {
                let mut before = n;
                while before > 0
                    && matches!(
                        word(before - 1),
                        "had" | "has" | "have" | "was" | "were" | "been"
                    )
                {
                    before -= 1;
                }
                // "But had been told so": whoever the sentence goes on with.
                let subject = word(before.saturating_sub(1));
                let own = before > 0
                    && matches!(
                        subject,
                        "it" | "he" | "she" | "they" | "which" | "who" | "i" | "we" | "but" | "and"
                    );
                let account = word(n + 1) == "the" && among(&LISTS.account, word(n + 2))
                    || (n + 2..n + 5).any(|k| word(k) == "from" && among(&LISTS.got, word(k - 1)));
                match account || matches!(word(n + 1), "it" | "this" | "that" | "so") {
                    true if own => Of::Account,
                    true => Of::Report,
                    false => Of::Statement,
                }
            }
            _ => Of::Account,
        };
        self.found(words, n, from, end, of_the_last, of)
    }

    fn found(
        &self,
        words: &[Word],
        n: usize,
        from: usize,
        end: usize,
        of_the_last: bool,
        of: Of,
    ) -> Option<Found> {
        let (first, last) = (words.get(from)?, words.get(end.checked_sub(1)?)?);
        let shown = self.slice(first.start, last.end);
        let span = Span::new(first.start, last.end);
        let form = Form::new(shown);
        let who = match self.listed.find(&form, self.titles) {
            Some((body, _, _)) => self.listed_teller(body),
            None => Teller::Withheld {
                description: form.shown,
                kind: SourceKind::AnonymousSource,
                span: Some(span),
            },
        };
        Some(Found {
            at: words[n].start,
            who: Passed {
                who,
                rule: "rests-on",
            },
            span,
            of_the_last,
            of,
            points: words
                .get(n + 1)
                .is_some_and(|w| matches!(w.folded.as_str(), "this" | "that" | "بذلك" | "ذلك")),
        })
    }
}

/// Whether two sayings have one speaker, as written.
fn same(a: &Teller, b: &Teller) -> bool {
    match (a, b) {
        (Teller::Withheld { description: a, .. }, Teller::Withheld { description: b, .. }) => {
            a == b
        }
        (Teller::Named { named: a, .. }, Teller::Named { named: b, .. }) => {
            Form::new(&a.name) == Form::new(&b.name)
        }
        (Teller::Nobody, Teller::Nobody) => true,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::LISTS;

    #[test]
    fn the_built_in_words_parse() {
        // Empty where they do not.
        assert!(!LISTS.ranks.is_empty());
    }
}
