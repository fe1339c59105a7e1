//! What is told beside the death that a case asks for: an earlier report of it that came to nothing, a namesake's death, a
//! relative's, that of those who died with him, a body that nobody brought, and both contraries in one breath.
//!
//! In one file because all of these read one pack of wordings round the same words.

use std::sync::LazyLock;

use serde::Deserialize;

use super::families::{Families, Family, Marker, Wordings, Words};
use crate::drafting::content::lexicon::{Turn, questions};
use crate::drafting::content::page::Page;
use crate::extraction::{MentionKind, Piece};
use crate::model::Stance;

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    ar: One,
    en: One,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    again: String,
    ended: String,
    past: String,
    when: String,
    namesake: String,
    relatives: String,
    together: String,
    received: String,
    or: String,
    denial: String,
    unaided: String,
    parted: String,
    nobody: String,
    contrast: String,
    cause: String,
    unannounced: String,
    since: String,
    backing: String,
    offices: String,
    his: String,
    arrived: String,
    comatose: String,
    object: String,
    instead: String,
    shown: String,
    no_ward: String,
    died: String,
}

/// The wordings of one language.
#[derive(Debug)]
pub(in crate::drafting::content) struct Another {
    again: Wordings,
    ended: Wordings,
    past: Wordings,
    when: Wordings,
    namesake: Wordings,
    relatives: Wordings,
    together: Wordings,
    received: Wordings,
    or: Wordings,
    denial: Wordings,
    unaided: Wordings,
    parted: Wordings,
    nobody: Wordings,
    contrast: Wordings,
    cause: Wordings,
    unannounced: Wordings,
    since: Wordings,
    backing: Wordings,
    offices: Wordings,
    his: Wordings,
    arrived: Wordings,
    comatose: Wordings,
    object: Wordings,
    instead: Wordings,
    shown: Wordings,
    no_ward: Wordings,
    died: Wordings,
}

impl Another {
    fn new(one: &One) -> Self {
        let of = |text: &str| Wordings::new(text);
        Self {
            again: of(&one.again),
            ended: of(&one.ended),
            past: of(&one.past),
            when: of(&one.when),
            namesake: of(&one.namesake),
            relatives: of(&one.relatives),
            together: of(&one.together),
            received: of(&one.received),
            or: of(&one.or),
            denial: of(&one.denial),
            unaided: of(&one.unaided),
            parted: of(&one.parted),
            nobody: of(&one.nobody),
            contrast: of(&one.contrast),
            cause: of(&one.cause),
            unannounced: of(&one.unannounced),
            since: of(&one.since),
            backing: of(&one.backing),
            offices: of(&one.offices),
            his: of(&one.his),
            arrived: of(&one.arrived),
            comatose: of(&one.comatose),
            object: of(&one.object),
            instead: of(&one.instead),
            shown: of(&one.shown),
            no_ward: of(&one.no_ward),
            died: of(&one.died),
        }
    }

    /// The built-in wordings of a script.
    pub(in crate::drafting::content) fn of(arabic: bool) -> &'static Another {
        static BOTH: LazyLock<[Another; 2]> = LazyLock::new(|| {
            let file: File = questions(include_str!("../../packs/another.ron"));
            [Another::new(&file.ar), Another::new(&file.en)]
        });
        &BOTH[usize::from(!arabic)]
    }
}

/// The tokens of the sentence of a token.
pub(super) fn sentence(page: &Page, at: usize) -> (usize, usize) {
    let all = &page.survey.sentences;
    let here = all.partition_point(|s| s.1 <= at);
    all.get(here).map_or((at, at + 1), |s| (s.0, s.1))
}

/// The sentence before one, in the same paragraph.
fn before(page: &Page, from: usize) -> Option<(usize, usize)> {
    let (a, b) = sentence(page, from.checked_sub(1)?);
    let line = (a..from).any(|k| page.piece(k) == Piece::Line);
    (b <= from && !line).then_some((a, b))
}

/// Whether a token is a year before that of the document, as a time.
fn past_year(page: &Page, k: usize, year: i16) -> bool {
    let n: Option<i16> = page.text(k).parse().ok();
    let timed = |m: &crate::extraction::Marked| {
        m.a <= k && k < m.b && m.kind == MentionKind::Time && m.b - m.a > 1
    };
    // «صيف 2017», "in March 2019": a season or a month between.
    let led = |n: usize| n > 0 && matches!(page.text(n - 1), "in" | "of" | "في" | "ففي" | "وفي");
    n.is_some_and(|n| (1900..year).contains(&n))
        && (k > 0 && matches!(page.text(k - 1), "عام" | "سنه" | "العام")
            || led(k)
            || k > 0 && page.piece(k - 1) == Piece::Word && led(k - 1)
            || page.survey.marked.iter().any(timed))
}

/// Whether a sentence opens with a year that surely is over, so that what it tells is not of these days: "In 2018, he said, …".
fn opens_long_ago(page: &Page, from: usize, at: usize, today: jiff::civil::Date) -> bool {
    const OPENS: usize = 5;
    /// In the first months of a year the year before is near.
    const NEAR: i8 = 4;
    let year = today.year() - i16::from(today.month() < NEAR);
    let led = |k: usize| {
        let first = page.text(from).trim_start_matches(['و', 'ف']);
        let at_head = matches!(first, "في" | "in" | "عام" | "خلال" | "during")
            || matches!(page.text(from), "but" | "and") && page.text(from + 1) == "in";
        at_head && past_year(page, k, year)
    };
    let Some(opened) = (from..at.min(from + OPENS)).find(|&k| led(k)) else {
        return false;
    };
    // "In 2018 he lost an arm, and on Monday he died."
    let again = |m: &crate::extraction::Marked| {
        m.kind == MentionKind::Time && opened < m.a && m.b <= at && m.a > opened + 1
    };
    !page.survey.marked.iter().any(again)
}

/// Whether some words tell of an earlier report of his death, or of a man who bears his name.
///
/// `today`: when the document was published.
pub(super) fn strays(
    page: &Page,
    words: &Words,
    at: usize,
    today: Option<jiff::civil::Date>,
) -> bool {
    const OPENS: usize = 7;
    const AFTER: usize = 3;
    let own = Another::of(page.arabic());
    let has = |of: &Wordings, a: usize, b: usize| (a..b).any(|k| of.at(words, k, b).is_some());
    let (from, to) = sentence(page, at);
    if has(&own.namesake, from, to) {
        return true;
    }
    let Some(year) = today.map(jiff::civil::Date::year) else {
        return false;
    };
    // "The error of 2019, when the ministry announced his death".
    let when = |k: usize| {
        past_year(page, k, year)
            && (k + 1..k + 1 + AFTER).any(|n| own.when.at(words, n, at.max(n + 1)).is_some())
    };
    if (from..at).any(when) {
        return true;
    }
    if today.is_some_and(|today| opens_long_ago(page, from, at, today)) {
        return true;
    }
    let opening = at.min(from + OPENS);
    // «ففي صيف 2015»: before the words of who told it, whatever season or month stands with it.
    let opened = |k: usize| {
        let n: Option<i16> = page.text(k).parse().ok();
        n.is_some_and(|n| (1950..year).contains(&n))
    };
    // «أعلنت مقتله عام 2015 قبل أن يتبين»: the year right behind the word.
    let behind = |k: usize| past_year(page, k, year) && plain_words(page, at, k);
    let dated = (from..opening).any(opened)
        || has(&own.past, from, opening)
        || (at + 1..to.min(at + OPENS)).any(behind);
    if !dated {
        return false;
    }
    let again = before(page, from).is_some_and(|(a, b)| has(&own.again, a, b));
    let next = page.survey.sentences.partition_point(|s| s.0 < to);
    let end = page.survey.sentences.get(next).map_or(to, |s| s.1);
    again || has(&own.again, from, at) || has(&own.ended, at, end)
}

/// Whether nothing but words stands between two tokens.
fn plain_words(page: &Page, from: usize, to: usize) -> bool {
    (from..to).all(|k| page.piece(k) == Piece::Word)
}

/// What words of death say of him where their contrary stands beside them: "alive or dead", «وفاته أو نفيها».
///
/// None: they stand alone. `Some(None)`: nothing is said.
pub(super) fn either(
    page: &Page,
    words: &Words,
    families: &Families,
    a: usize,
    b: usize,
) -> Option<Option<Stance>> {
    const NEAR: usize = 5;
    const BACK: usize = 14;
    let own = Another::of(page.arabic());
    let (from, to) = sentence(page, a);
    let of = |f: Family, k: usize, end: usize| {
        families
            .families
            .get(&f)
            .is_some_and(|w| w.at(words, k, end).is_some())
    };
    let family = |f: Family, x: usize, y: usize| (x..y).any(|k| of(f, k, y));
    let plain = |x: usize, y: usize| {
        (x..y).all(|k| matches!(page.piece(k), Piece::Word | Piece::Open | Piece::Close))
    };
    let beside = |or: usize| {
        let (low, high) = (or.saturating_sub(NEAR).max(from), to.min(or + NEAR));
        let (left, right) = ((low, or), (or + 1, high));
        let near = a < high && b > low && plain(low.max(a.min(or)), or);
        near && (family(Family::Dead, left.0, left.1) && family(Family::Alive, right.0, right.1)
            || family(Family::Alive, left.0, left.1) && family(Family::Dead, right.0, right.1))
    };
    let or = |k: usize| own.or.at(words, k, to).is_some_and(|w| w.to == k + 1);
    let low = a.saturating_sub(NEAR).max(from);
    let found = (low..to.min(b + NEAR)).find(|&k| or(k) && beside(k));
    // «تأكيد وفاة الملك أو نفيها».
    let denied = (b..to.min(b + NEAR)).any(|k| {
        or(k) && page.piece(k) == Piece::Word && own.denial.at(words, k + 1, to).is_some()
    });
    if denied {
        return Some(Some(Stance::CannotConfirm));
    }
    let at = found?;
    let low = at.saturating_sub(BACK).max(from);
    if family_of(&own.received, words, low, at) {
        return Some(None);
    }
    let cannot = families.markers.get(&Marker::Cannot);
    let unsure = (low..at).any(|k| {
        page.turns(k, Turn::Negation)
            || page.turns(k, Turn::CannotConfirm)
            || cannot.is_some_and(|w| w.at(words, k, at).is_some())
    });
    Some(unsure.then_some(Stance::CannotConfirm))
}

fn family_of(of: &Wordings, words: &Words, a: usize, b: usize) -> bool {
    (a..b).any(|k| of.at(words, k, b).is_some())
}

/// Whether what is denied at a word for a body is that it came: "denied receiving the body", «نفى استقبال جثته».
pub(super) fn only_received(page: &Page, words: &Words, a: usize) -> bool {
    const BACK: usize = 4;
    let own = Another::of(page.arabic());
    let low = (a.saturating_sub(BACK)..a)
        .rev()
        .take_while(|&k| page.piece(k) == Piece::Word)
        .last()
        .unwrap_or(a);
    family_of(&own.received, words, low, a)
}

/// Whether words of death are of a relative of his: "his father's funeral", «تشييع والده».
pub(super) fn of_a_relative(page: &Page, words: &Words, a: usize, b: usize) -> bool {
    const NEXT: usize = 2;
    let own = Another::of(page.arabic());
    let at = |k: usize| own.relatives.at(words, k, page.len()).is_some();
    if page.arabic() {
        return at(b) || b > a + 1 && at(b - 1);
    }
    let behind = (b..b + NEXT).any(|k| matches!(page.text(k), "of" | "for") && at(k + 1));
    let whose = |k: usize| {
        let word = page.text(k);
        let bare = word.strip_suffix("'s").or_else(|| word.strip_suffix("’s"));
        bare.is_some() && k > 0 && matches!(page.text(k - 1), "his" | "her") && relative(own, bare)
    };
    behind || a > 1 && whose(a - 1)
}

fn relative(own: &Another, word: Option<&str>) -> bool {
    let words = Words::of_list(["his", word.unwrap_or_default()].into_iter(), false);
    own.relatives.at(&words, 0, 2).is_some()
}

/// Whether people are counted or called so who died with him: "nine members of the corps died with him".
pub(super) fn died_with_him(page: &Page, words: &Words, from: usize, a: usize, b: usize) -> bool {
    const NEXT: usize = 2;
    let own = Another::of(page.arabic());
    let people = |k: usize| {
        page.piece(k) == Piece::Number
            || page
                .entry(k)
                .is_some_and(|e| e.people > 0 || e.number.is_some())
    };
    (b..b + NEXT).any(|k| own.together.at(words, k, page.len()).is_some()) && (from..a).any(people)
}

/// "There is one dead": somebody, whoever it is.
pub(super) fn counted(page: &Page, a: usize) -> bool {
    let number = |k: usize| {
        page.piece(k) == Piece::Number || page.entry(k).is_some_and(|e| e.number.is_some())
    };
    let there = |k: usize| matches!(page.text(k), "there" | "هناك" | "ثمه" | "leaving" | "left");
    a > 1 && number(a - 1) && (a.saturating_sub(4)..a - 1).any(there)
}

/// Whether what stands behind words takes them from him or from now: "not breathing on his own", "was awake when he left us".
pub(super) fn limited(page: &Page, words: &Words, family: Family, b: usize) -> bool {
    const REACH: usize = 8;
    let own = Another::of(page.arabic());
    let (_, to) = sentence(page, b.saturating_sub(1));
    if family == Family::Dead {
        return own.unaided.at(words, b, to).is_some();
    }
    (b..to.min(b + REACH))
        .any(|k| own.parted.at(words, k, to).is_some() || own.arrived.at(words, k, to).is_some())
}

/// Whether some words of life are of the hour at which he was brought somewhere: "was still breathing when he was carried in".
pub(super) fn on_arrival(page: &Page, words: &Words, b: usize) -> bool {
    const REACH: usize = 3;
    let own = Another::of(page.arabic());
    let (_, to) = sentence(page, b.saturating_sub(1));
    (b..to.min(b + REACH)).any(|k| own.arrived.at(words, k, to).is_some())
}

/// Whether words that may tell a death tell of a sleep that he may wake from, or of a thing that was handed on.
pub(super) fn no_death(page: &Page, words: &Words, a: usize, b: usize) -> bool {
    const BACK: usize = 4;
    let own = Another::of(page.arabic());
    let (from, to) = sentence(page, a);
    let asleep = |k: usize| own.comatose.at(words, k, to).is_some();
    // «دخل في غيبوبة ولم يفق منها».
    let wakes = page.arabic() && page.text(b - 1).ends_with("يفق");
    let passed = matches!(page.text(a), "passed" | "passing" | "pass") && b == a + 2;
    wakes && (a.saturating_sub(BACK).max(from)..to.min(b + BACK)).any(asleep)
        || passed && page.text(a + 1) == "on" && own.object.at(words, b, to).is_some()
}

/// Whether his name stands where another is said to have taken his place: "gives orders in place of X".
pub(super) fn instead_of(page: &Page, words: &Words, k: usize) -> bool {
    const BACK: usize = 3;
    let own = Another::of(page.arabic());
    (k.saturating_sub(BACK)..k).any(|n| {
        own.instead
            .at(words, n, page.len())
            .is_some_and(|w| w.to == k || w.to + 1 == k)
    })
}

/// "None of our patients has died", «أي نزيل لم يتوف لديه»: whoever keeps them says that he has not either. The tokens that say so.
pub(super) fn none_died(page: &Page, words: &Words, a: usize, b: usize) -> Option<(usize, usize)> {
    const REACH: usize = 12;
    let own = Another::of(page.arabic());
    let begun = (a..b).find_map(|k| own.no_ward.at(words, k, b))?;
    let end = b.min(begun.to + REACH);
    (begun.from..end)
        .take_while(|&k| page.piece(k) != Piece::Stop)
        .find_map(|k| own.died.at(words, k, end))
        .map(|w| (begun.from, w.to.max(begun.to)))
}

/// Whether what an answer is of, which stands before it in its sentence, is a recording, a picture or a paper, and no report.
pub(super) fn of_a_recording(page: &Page, words: &Words, families: &Families, a: usize) -> bool {
    const BACK: usize = 24;
    let own = Another::of(page.arabic());
    let (from, _) = sentence(page, a);
    let low = a.saturating_sub(BACK).max(from);
    let last = |of: &Wordings| (low..a).rev().find(|&k| of.at(words, k, a).is_some());
    let vital = [Family::Dead, Family::Alive]
        .iter()
        .filter_map(|f| families.families.get(f))
        .filter_map(last)
        .max();
    last(&own.shown).is_some_and(|k| last(&families.reports).max(vital) < Some(k))
}

/// Whether his name at a token only tells whose somebody is: "Karam's deputy", «نائب كرم».
pub(super) fn names_his(page: &Page, words: &Words, k: usize) -> bool {
    const NEXT: usize = 3;
    let own = Another::of(page.arabic());
    let at = |n: usize| own.his.at(words, n, page.len()).is_some();
    if page.arabic() {
        return k > 0 && at(k - 1) && !page.def(k - 1);
    }
    let whose = page.text(k).ends_with("'s") || page.text(k).ends_with("’s");
    whose
        && (k + 1..k + 1 + NEXT)
            .take_while(|&n| page.piece(n) == Piece::Word)
            .any(at)
}

/// Whether a word is one for an office that one bears and another does not.
pub(super) fn office(page: &Page, words: &Words, k: usize) -> bool {
    let own = Another::of(page.arabic());
    own.offices.at(words, k, k + 1).is_some()
}

/// Whether a denial is of having gone back on what was said: whoever makes it holds to it.
pub(super) fn never_took_back(page: &Page, words: &Words, a: usize) -> bool {
    const BACK: usize = 6;
    let (from, _) = sentence(page, a);
    let own = Another::of(page.arabic());
    family_of(&own.backing, words, a.saturating_sub(BACK).max(from), a)
}

/// Whether a death stands behind a negated word of telling: "had not announced his death".
pub(super) fn unannounced(page: &Page, words: &Words, a: usize) -> bool {
    const BACK: usize = 5;
    let (from, _) = sentence(page, a);
    let own = Another::of(page.arabic());
    (a.saturating_sub(BACK).max(from)..a).any(|k| {
        own.unannounced
            .at(words, k, a)
            .is_some_and(|w| a - w.to <= 2)
    })
}

/// Whether what was read tells only after what, or on what ground, something is denied: "denied having issued a report after a
/// site laid the news of his death to it".
pub(in crate::drafting::content) fn only_since(page: &Page, from: usize, at: usize) -> bool {
    let own = Another::of(page.arabic());
    let words = Words::of_list((from..at).map(|n| page.text(n)), page.arabic());
    (1..at.saturating_sub(from)).any(|k| own.since.at(&words, k, at - from).is_some())
}

/// Whether a clause of its own begins with nobody: «وإن أحدا من المدنيين لم يصب».
pub(super) fn nobody_first(page: &Page, words: &Words, clause: usize, a: usize) -> bool {
    let own = Another::of(page.arabic());
    clause < a && own.nobody.at(words, clause, a).is_some()
}

/// Where the main clause begins behind one that sets another's word against it: "While X says he died, the ministry …".
pub(in crate::drafting::content) fn set_against(
    page: &Page,
    cue: usize,
    from: usize,
    to: usize,
) -> Option<usize> {
    const NEAR: usize = 6;
    const OPENS: usize = 2;
    let own = Another::of(page.arabic());
    let (start, _) = sentence(page, cue);
    let head = Words::of_list(
        (start..cue.min(start + OPENS)).map(|k| page.text(k)),
        page.arabic(),
    );
    let opens = (0..OPENS).any(|k| own.contrast.at(&head, k, OPENS).is_some());
    let says = |k: usize| page.tok(k).is_some_and(|t| t.says);
    // «بأنه», «بأنها».
    let that = |k: usize| {
        let word = page.text(k);
        let word = word.strip_prefix('ب').unwrap_or(word);
        page.tok(k).is_some_and(|t| t.that) || matches!(word, "ان" | "انه" | "انها" | "انهم")
    };
    let comma = (from..to).find(|&k| {
        page.piece(k) == Piece::Comma
            && !page.conj(k + 1)
            && (k + 1..to.min(k + 1 + NEAR)).any(|n| says(n) || that(n))
    });
    comma.filter(|_| opens)
}

/// "I see no reason for them to lie", «لا أرى ما يدعوهما إلى الكذب»: who says so calls nothing a lie.
pub(in crate::drafting::content) fn no_cause(page: &Page, a: usize, k: usize) -> bool {
    const BACK: usize = 8;
    let own = Another::of(page.arabic());
    let low = k.saturating_sub(BACK).max(a);
    let words = Words::of_list((low..k).map(|n| page.text(n)), page.arabic());
    (low..k).any(|n| {
        own.cause.at(&words, n - low, k - low).is_some()
            && (page.text(n) == "why"
                || page.text(n) == "nothing"
                || (n.saturating_sub(3).max(a)..n).any(|m| page.turns(m, Turn::Negation)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_wordings_parse() {
        // Empty where it does not parse.
        let file: File = questions(include_str!("../../packs/another.ron"));
        assert!(!file.ar.again.is_empty() && !file.en.parted.is_empty());
    }
}
