//! English phrases and the order of English clauses: the subject first, the passive by its auxiliary, names by their capitals.
//!
//! In one file because English phrases and clauses lean on the same tests of capitals, titles and auxiliaries.

use std::collections::BTreeSet;

use super::cast::{Cast, Known};
use super::hit::{Fill, Hit};
use super::lexicon::{Shape, Use, Voice, sort};
use super::page::Page;
use super::phrase::{Phrase, What};
use crate::extraction::{Of, Piece};

fn lower_part(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "bin"
            | "ibn"
            | "abu"
            | "abd"
            | "de"
            | "van"
            | "von"
            | "ash"
            | "as"
            | "ad"
            | "an"
            | "at"
            | "az"
            | "ar"
    )
}

/// The run of capitalised words that begins at a token: its end.
fn run(page: &Page, i: usize, end: usize) -> usize {
    let mut j = i;
    while j < end {
        let capital = page.piece(j) == Piece::Word && (page.capital(j));
        let dash = page.piece(j) == Piece::Dash
            && j > i
            && page.piece(j + 1) == Piece::Word
            && page.tok(j).is_some_and(|t| t.end - t.start == 1)
            && page
                .tok(j)
                .zip(page.tok(j + 1))
                .is_some_and(|(d, n)| d.end == n.start)
            && page
                .tok(j - 1)
                .zip(page.tok(j))
                .is_some_and(|(p, d)| p.end == d.start);
        let particle = page.piece(j) == Piece::Word
            && lower_part(page.text(j))
            && !matches!(page.text(j), "as" | "at" | "an")
            && (j > i || page.text(j) == "al" || page.text(j) == "abu")
            && (page.capital(j + 1) || page.piece(j + 1) == Piece::Dash);
        let after_dash = j > i && page.piece(j - 1) == Piece::Dash && page.piece(j) == Piece::Word;
        if !(capital || dash || particle || after_dash) {
            break;
        }
        if page.entry(j).is_some_and(|e| e.weekday > 0 || e.month > 0) {
            break;
        }
        let possessive = page.text(j).ends_with("'s") || page.text(j).ends_with("’s");
        j += 1;
        if possessive {
            break;
        }
    }
    while j > i && page.piece(j - 1) == Piece::Dash {
        j -= 1;
    }
    j
}

fn name_of(page: &Page, a: usize, b: usize) -> String {
    let name = page.name(a, b).0;
    name.strip_suffix("'s")
        .or_else(|| name.strip_suffix("’s"))
        .unwrap_or(&name)
        .to_owned()
}

/// Words of a name as tokens are cut: hyphens apart.
pub(super) fn name_words(folded: &str) -> Vec<String> {
    folded
        .replace('-', " - ")
        .split_whitespace()
        .map(str::to_owned)
        .collect()
}

/// Whether the capitalised words `a..b` name a group, a place, a country; none: perhaps a person.
fn sort_of(page: &Page, a: usize, b: usize) -> Option<What> {
    if let Some((bit, n)) = page.pack.name_at(a, &|k| page.text(k), page.text(a))
        && a + n >= b
    {
        return Some(match bit {
            sort::STATE => What::State,
            sort::PLACE => What::Place,
            _ => What::Group,
        });
    }
    if b == a + 1 && page.is(a, sort::STATE) {
        return Some(What::State);
    }
    if b == a + 1 && page.is(a, sort::GROUP) {
        return Some(What::Group);
    }
    if (a..b).any(|k| page.is(k, sort::GROUP_HEAD) || page.head(k) == Some(Of::Body)) {
        return Some(What::Group);
    }
    if (a..b).any(|k| page.is(k, sort::PLACE | sort::PLACE_HEAD)) {
        return Some(What::Place);
    }
    if (a..b).all(|k| page.is(k, sort::GROUP)) {
        return Some(What::Group);
    }
    if (a..b).any(|k| page.is(k, sort::STATE | sort::THING)) {
        return Some(What::Thing);
    }
    None
}

fn titled(page: &Page, i: usize) -> bool {
    page.is(i, sort::TITLE) || page.head(i) == Some(Of::Person)
}

/// Persons' names that an article writes in full or after a title.
pub(super) fn names_in(page: &Page) -> Vec<(Known, BTreeSet<String>)> {
    let mut out = Vec::new();
    let mut i = 0;
    while i < page.len() {
        if !(page.piece(i) == Piece::Word
            && (page.capital(i) || page.text(i) == "al" || page.text(i) == "abu"))
        {
            i += 1;
            continue;
        }
        let end = run(page, i, page.len()).max(i + 1);
        let mut a = i;
        // The first word of a sentence has a capital whatever it is; titles are no part of a name.
        while a < end
            && (page.is(a, sort::STOP)
                || titled(page, a)
                || page.is(a, sort::RELATION)
                || page.entry(a).is_some_and(|e| {
                    !e.triggers.is_empty() || e.adjective.is_some() || e.people > 0
                }))
        {
            a += 1;
        }
        let before_title = a > 0 && titled(page, a - 1);
        let of_place = a > 1
            && page.text(a - 1) == "of"
            && matches!(
                page.text(a - 2),
                "east"
                    | "west"
                    | "north"
                    | "south"
                    | "outskirts"
                    | "outside"
                    | "town"
                    | "city"
                    | "province"
                    | "edge"
            );
        let placed = a > 0
            && matches!(
                page.text(a - 1),
                "in" | "near" | "at" | "outside" | "around" | "towards" | "into"
            )
            || of_place;
        // "Neighbouring Karvia's foreign minister": whose minister, no person.
        let owns = end > a
            && possessive(page, end - 1)
            && (titled(page, end)
                || page.is(end, sort::GROUP_HEAD)
                || matches!(
                    page.text(end),
                    "foreign"
                        | "defence"
                        | "defense"
                        | "interior"
                        | "health"
                        | "deputy"
                        | "prime"
                        | "military"
                        | "justice"
                        | "vice"
                ));
        let ok = a < end
            && !owns
            && (!placed || before_title)
            && sort_of(page, a, end).is_none()
            && (a..end).all(|k| !page.is(k, sort::STOP) || lower_part(page.text(k)))
            && ((a..end)
                .filter(|&k| page.piece(k) == Piece::Word && !lower_part(page.text(k)))
                .count()
                > 1
                || before_title)
            // "al-Raya leader", "Human Rights chief": who is led, not who leads.
            && !titled(page, end);
        if ok {
            let name = name_of(page, a, end);
            let words = name_words(&crate::text::fold::fold(&name));
            let mut titles = BTreeSet::new();
            let mut k = a;
            while k > 0 && a - k < 4 && page.piece(k - 1) == Piece::Word {
                k -= 1;
                if titled(page, k) {
                    titles.insert(page.text(k).to_owned());
                }
            }
            // "Salem Rafiq, the commander of …"
            if page.piece(end) == Piece::Comma {
                for k in end + 1..end + 5 {
                    if titled(page, k) {
                        titles.insert(page.text(k).to_owned());
                    }
                    if page.piece(k) != Piece::Word {
                        break;
                    }
                }
            }
            if !words.is_empty() && words.iter().any(|w| w.chars().count() > 2) {
                out.push((Known { name, words }, titles));
            }
        }
        i = end;
    }
    out
}

/// At least, at most, the word, and the token after a number.
type Numbered = (Option<u64>, Option<u64>, Option<String>, usize);

fn number(page: &Page, i: usize) -> Option<Numbered> {
    let text = page.text(i);
    // "100 percent dead" counts nobody.
    if matches!(page.text(i + 1), "percent" | "per" | "%" | "pc")
        || page.cut(page.span(i + 1, i + 2)) == "%"
    {
        return None;
    }
    if page.piece(i) == Piece::Number {
        let n = text.replace(',', "").parse::<u64>().ok()?;
        let scale = match page.text(i + 1) {
            "thousand" => 1000,
            "million" => 1_000_000,
            _ => 1,
        };
        return Some((
            Some(n * scale),
            Some(n * scale),
            None,
            i + 1 + usize::from(scale > 1),
        ));
    }
    let e = page.entry(i)?;
    if let Some((low, high)) = e.vague {
        let next = i + 1 + usize::from(page.text(i + 1) == "of");
        return Some((Some(low), high, Some(text.to_owned()), next));
    }
    let n = e.number?;
    Some((Some(n), Some(n), None, i + 1))
}

/// People with their number, or one of them.
fn counted(page: &Page, i: usize, end: usize) -> Option<Phrase> {
    let mut j = i;
    let (mut least, mut most) = (false, false);
    match (page.text(j), page.text(j + 1)) {
        ("least", _) => {
            least = true;
            j += 1;
        }
        ("at", "least") | ("more", "than") => {
            least = true;
            j += 2;
        }
        ("up", "to") | ("fewer" | "less", "than") | ("at", "most") => {
            most = true;
            j += 2;
        }
        ("about" | "around" | "nearly" | "some" | "over" | "almost", _) => {
            least = page.text(j) == "over";
            j += 1;
        }
        _ => {}
    }
    let (low, high, word, mut k) = number(page, j)?;
    let mut who = 0;
    let mut at = k;
    let reach = (k + 4).min(end);
    let first = k;
    for n in first..reach {
        if page.piece(n) != Piece::Word
            || page.is(n, sort::STOP)
                && page.text(n) != "of"
                && page.text(n) != "the"
                && page.text(n) != "other"
        {
            break;
        }
        let p = page.entry(n).map_or(0, |e| e.people);
        if p > 0 {
            who = p;
            at = n;
            k = n + 1;
        } else if who > 0 {
            break;
        }
    }
    if who == 0 {
        // "12 killed", "at least 12 were killed".
        let verb = page.entry(k).is_some_and(|e| {
            e.triggers
                .iter()
                .any(|t| matches!(t.shape, Shape::PastOrPassive | Shape::Passive))
        }) || matches!(
            page.text(k),
            "were" | "was" | "have" | "had" | "others" | "more"
        );
        if !verb || j > i && k > end {
            return None;
        }
        who = page.pack.people.iter().position(|p| p.id == "people")? + 1;
        if matches!(page.text(k), "others" | "more") {
            k += 1;
        }
        at = j;
    }
    let mut p = Phrase::new(page, i, k, What::People, (at.min(k - 1), k));
    p.people = who;
    p.count = Some(match (least, most) {
        (true, _) => (low, None, word),
        (_, true) => (Some(0), high, word),
        _ => (low, high, word),
    });
    Some(p)
}

/// The phrase that begins at a token.
pub(super) fn phrase(page: &Page, cast: &Cast, start: usize, end: usize) -> Option<Phrase> {
    let mut i = start;
    if let Some(p) = counted(page, i, end) {
        return Some(p);
    }
    let mut the = false;
    let mut one = false;
    while i < end
        && matches!(
            page.text(i),
            "the"
                | "a"
                | "an"
                | "its"
                | "their"
                | "this"
                | "that"
                | "these"
                | "those"
                | "both"
                | "all"
                | "all of"
        )
    {
        the |= !matches!(page.text(i), "a" | "an");
        one |= matches!(page.text(i), "a" | "an");
        i += 1;
    }
    if i >= end || page.piece(i) != Piece::Word && page.piece(i) != Piece::Number {
        return None;
    }
    if let Some(mut p) = counted(page, i, end) {
        p.a = start;
        return Some(p);
    }
    // "His father was alive", "my brother is dead".
    if matches!(page.text(i), "his" | "her" | "my" | "our")
        && matches!(
            page.text(i + 1),
            "father" | "brother" | "husband" | "son" | "uncle" | "cousin" | "nephew"
        )
    {
        return Some(Phrase::new(page, start, i + 2, What::Kin, (i, i + 2)));
    }
    if matches!(page.text(i), "he" | "she" | "him" | "his" | "her") {
        return Some(Phrase::new(page, start, i + 1, What::Pronoun, (i, i + 1)));
    }
    // His brother, the commander's aide: nobody whom the name tells.
    let mut j = i;
    while j < end
        && page.piece(j) == Piece::Word
        && (page.entry(j).is_some_and(|e| e.adjective.is_some()) || page.is(j, sort::MODIFIER))
    {
        j += 1;
    }
    if page.is(j, sort::RELATION) {
        let mut b = j + 1;
        while b < end
            && (page.piece(b) == Piece::Word && !page.is(b, sort::STOP)
                || page.text(b) == "of"
                || page.text(b) == "the")
            && b - j < 6
            && !verb(page, b)
        {
            b += 1;
        }
        let kin = matches!(page.text(i), "his" | "her" | "my" | "our") && j == i + 1;
        let what = if kin { What::Kin } else { What::Thing };
        return Some(Phrase::new(page, start, b, what, (i, b)));
    }
    if let Some((n, who)) = cast.at(page, i, end) {
        let b = i + n;
        // Salem Rafiq's brother.
        if possessive(page, b - 1)
            && b < end
            && (page.is(b, sort::RELATION) || page.entry(b).is_none_or(|e| e.triggers.is_empty()))
        {
            let mut e = b;
            while e < end
                && page.piece(e) == Piece::Word
                && !page.is(e, sort::STOP)
                && !verb(page, e)
                && e - b < 4
            {
                e += 1;
            }
            return Some(Phrase::new(page, start, e, What::Thing, (i, e)));
        }
        let mut p = Phrase::new(page, start, b, What::Person, (i, b));
        p.name = cast.name(who).to_owned();
        return Some(p);
    }
    // "The group's leader", "al-Raya's leader", "the man".
    if let Some(t) = led(page, i, end) {
        if let Some((n, who)) = cast.at(page, t + 1, end) {
            let mut p = Phrase::new(page, start, t + 1 + n, What::Person, (t + 1, t + 1 + n));
            p.name = cast.name(who).to_owned();
            return Some(p);
        }
        if !page.capital(t + 1) {
            return Some(Phrase::new(page, start, t + 1, What::Title, (t, t + 1)));
        }
    }
    if the && !one && page.text(i) == "man" {
        return Some(Phrase::new(page, start, i + 1, What::Title, (i, i + 1)));
    }
    // A title with its name; titles may be several, adjectives before them: "rebel military commander Abu Hamza".
    let mut t = j;
    while t < end
        && t - i < 8
        && (page.piece(t) == Piece::Word
            || the && matches!(page.piece(t), Piece::Number | Piece::Dash))
        && !page.is(t, sort::STOP)
        && !verb(page, t)
        && !titled(page, t)
        && !page.capital(t)
        && page.entry(t).is_none_or(|e| e.people == 0)
        && !page.is(t, sort::GROUP_HEAD | sort::THING)
    {
        t += 1;
    }
    if titled(page, t) && t < end {
        let first = t;
        while t < end
            && (titled(page, t)
                || page.piece(t) == Piece::Word
                    && !page.capital(t)
                    && !page.is(t, sort::STOP)
                    && !verb(page, t)
                    && titled(page, t + 1))
        {
            t += 1;
        }
        if let Some((n, who)) = cast.at(page, t, end) {
            let mut p = Phrase::new(page, start, t + n, What::Person, (t, t + n));
            p.name = cast.name(who).to_owned();
            return Some(p);
        }
        let b = run(page, t, end);
        if b > t && sort_of(page, t, b).is_none() {
            let mut p = Phrase::new(page, start, b, What::Person, (t, b));
            p.name = name_of(page, t, b);
            return Some(p);
        }
        if the {
            // "The commander of the brigade" is still he.
            return Some(Phrase::new(page, start, t, What::Title, (first, first + 1)));
        }
        return Some(Phrase::new(page, start, t, What::Thing, (first, t)));
    }
    if page.capital(i) || page.text(i) == "al" {
        let b = run(page, i, end);
        // Syrian government forces, the Islamic State group.
        let mut e = b;
        while e < end
            && e - b < 3
            && page.piece(e) == Piece::Word
            && (page.is(e, sort::GROUP_HEAD | sort::MODIFIER)
                || page.entry(e).is_some_and(|x| x.people > 0)
                || page.head(e) == Some(Of::Body))
        {
            e += 1;
        }
        if e > b && b > i {
            let people = page.entry(e - 1).map_or(0, |x| x.people);
            if people > 0 && !page.is(e - 1, sort::GROUP_HEAD) {
                let mut p = Phrase::new(page, start, e, What::People, (i, e));
                p.people = people;
                if page.is(e - 1, sort::ONE) {
                    p.count = Some((Some(1), Some(1), None));
                } else if !the {
                    p.count = Some((Some(2), None, None));
                }
                return Some(p);
            }
            return Some(Phrase::new(page, start, e, What::Group, (i, e)));
        }
        // "the al-Raya leader"
        if b > i
            && (the || !one && heads(page.text(b)))
            && titled(page, b)
            && !page.capital(b + 1)
            && page.text(b + 1) != "al"
            && page.text(b + 1) != "abu"
        {
            return Some(Phrase::new(page, start, b + 1, What::Title, (b, b + 1)));
        }
        if b > i {
            let adjective = (i..b).all(|k| page.entry(k).is_some_and(|x| x.adjective.is_some()));
            if !adjective {
                let what = sort_of(page, i, b).unwrap_or(if b - i > 1 && !page.is(i, sort::STOP) {
                    What::Person
                } else {
                    What::Thing
                });
                let mut p = Phrase::new(page, start, b, what, (i, b));
                p.name = name_of(page, i, b);
                return Some(p);
            }
        }
    }
    // Lower case: head is the last noun before a stop.
    let mut b = i;
    while b < end
        && page.piece(b) == Piece::Word
        && !page.is(b, sort::STOP)
        && (!verb(page, b) || b == i && page.entry(b).is_some_and(|e| e.people > 0))
        && b - i < 5
        && !(page.capital(b) && b > i && !page.capital(i))
    {
        b += 1;
        if page
            .entry(b - 1)
            .is_some_and(|e| e.weekday > 0 || e.day.is_some())
        {
            b -= 1;
            break;
        }
    }
    if b == i {
        return None;
    }
    let head = b - 1;
    let people = page.entry(head).map_or(0, |e| e.people);
    if page.is(head, sort::GROUP_HEAD) || page.head(head) == Some(Of::Body) {
        return Some(Phrase::new(page, start, b, What::Group, (i, b)));
    }
    if people > 0 {
        let mut p = Phrase::new(page, start, b, What::People, (i, b));
        p.people = people;
        p.count = if page.is(head, sort::ONE) && one {
            Some((Some(1), Some(1), None))
        } else if !the && !page.is(head, sort::ONE) {
            Some((Some(2), None, None))
        } else {
            None
        };
        return Some(p);
    }
    let what = if page.is(head, sort::PLACE | sort::PLACE_HEAD) {
        What::Place
    } else {
        What::Thing
    };
    Some(Phrase::new(page, start, b, what, (i, b)))
}

/// Whether a noun without its genitive speaks of one man's death.
pub(super) fn focused(of: &str, predicate: &str) -> bool {
    matches!((of, predicate), ("victim", "killed") | ("person", "died"))
}

/// Titles that one person at a time has.
fn heads(word: &str) -> bool {
    matches!(word, "leader" | "chief" | "head" | "emir" | "caliph")
}

/// The token of a title that follows a possessive: "the Islamic State group's fugitive leader".
fn led(page: &Page, i: usize, end: usize) -> Option<usize> {
    let mut k = i;
    while k < end && k - i < 6 && matches!(page.piece(k), Piece::Word | Piece::Dash) {
        if possessive(page, k) {
            let t = (k + 1..(k + 3).min(end)).find(|&t| titled(page, t))?;
            return ((k + 1..t).all(|m| !page.capital(m) && !verb(page, m))
                && !titled(page, t + 1)
                && !page.is(t + 1, sort::RELATION))
            .then_some(t);
        }
        if page.is(k, sort::STOP) || verb(page, k) {
            return None;
        }
        k += 1;
    }
    None
}

fn possessive(page: &Page, i: usize) -> bool {
    page.text(i).ends_with("'s") || page.text(i).ends_with("’s")
}

fn verb(page: &Page, i: usize) -> bool {
    page.entry(i).is_some_and(|e| {
        e.triggers.iter().any(|t| {
            matches!(
                t.shape,
                Shape::Past | Shape::Present | Shape::Passive | Shape::PastOrPassive
            ) && !page.pack.frames.get(t.frame).is_some_and(|_| {
                t.shape == Shape::Present
                    && i > 0
                    && matches!(page.text(i - 1), "the" | "a" | "an" | "of")
            })
        })
    }) || auxiliary(page.text(i))
}

fn auxiliary(word: &str) -> bool {
    matches!(
        word,
        "was"
            | "were"
            | "is"
            | "are"
            | "been"
            | "being"
            | "be"
            | "has"
            | "have"
            | "had"
            | "did"
            | "does"
            | "do"
            | "will"
            | "would"
            | "could"
            | "may"
            | "might"
            | "should"
            | "must"
            | "can"
    )
}

fn skipped(page: &Page, i: usize) -> bool {
    let sure = matches!(page.piece(i), Piece::Open)
        || page.piece(i) == Piece::Number && matches!(page.text(i + 1), "percent" | "per" | "%");
    sure || matches!(page.text(i), "percent" | "cent")
        || page.text(i) == "per" && page.text(i + 1) == "cent"
        || auxiliary(page.text(i))
        || matches!(
            page.text(i),
            "not"
                | "also"
                | "now"
                | "still"
                | "already"
                | "reportedly"
                | "allegedly"
                | "apparently"
                | "later"
                | "never"
                | "probably"
                | "likely"
                | "possibly"
                | "then"
                | "since"
                | "ever"
                | "really"
                | "actually"
                | "indeed"
                | "not-"
        )
        || page.piece(i) == Piece::Word && page.text(i).ends_with("ly") && !page.capital(i)
}

/// The phrase that ends right before a token, auxiliaries and adverbs passed over.
fn before(page: &Page, cast: &Cast, left: usize, mut end: usize) -> Option<Phrase> {
    while end > left && skipped(page, end - 1) {
        end -= 1;
    }
    // "Is believed to have died", "was reported to be dead".
    let supposed = end > left + 1
        && page.text(end - 1) == "to"
        && matches!(
            page.text(end - 2),
            "believed"
                | "thought"
                | "reported"
                | "said"
                | "presumed"
                | "feared"
                | "understood"
                | "known"
                | "alleged"
                | "likely"
                | "rumoured"
                | "rumored"
        );
    if supposed {
        end -= 2;
        while end > left && skipped(page, end - 1) {
            end -= 1;
        }
    }
    // "Salem Rafiq, who was killed": the clause begins at "who".
    let mut relative = false;
    if end > 0 && matches!(page.text(end - 1), "who" | "which" | "that") {
        relative = page.text(end - 1) == "who" || page.text(end - 1) == "which";
        end -= 1;
    }
    let mut low = left;
    if relative {
        if end > 0 && page.piece(end - 1) == Piece::Comma {
            end -= 1;
        }
        low = end.saturating_sub(8);
    }
    // "Salem Rafiq, the commander, was killed"; "the commander, Salem Rafiq, was killed".
    if end == left && left > 2 && page.piece(left - 1) == Piece::Comma {
        let from = left.saturating_sub(14);
        let comma = (from..left - 1)
            .rev()
            .find(|&k| page.piece(k) == Piece::Comma);
        if let Some(c) = comma {
            if let Some(p) = phrase(page, cast, c + 1, left - 1)
                .filter(|p| p.b == left - 1 && p.what == What::Person)
            {
                return Some(p);
            }
            let first = (c.saturating_sub(8)..c).find_map(|s| {
                phrase(page, cast, s, c).filter(|p| p.b == c && p.what == What::Person)
            });
            if first.is_some() {
                return first;
            }
        }
    }
    let from = end.saturating_sub(9).max(low);
    (from..end)
        .find_map(|s| {
            if page.piece(s) != Piece::Word && page.piece(s) != Piece::Number {
                return None;
            }
            phrase(page, cast, s, end)
                .filter(|p| p.b == end)
                .filter(|_| {
                    relative
                        || s == left
                        || !matches!(
                            page.text(s - 1),
                            "in" | "at" | "near" | "on" | "by" | "from" | "with" | "to" | "into"
                        )
                })
        })
        .or_else(|| {
            // "12 people in the town were killed", "the commander of the brigade was killed".
            let mut s = left;
            while s < end
                && matches!(
                    page.text(s),
                    "that" | "when" | "after" | "and" | "where" | "as" | "if" | "whether"
                )
            {
                s += 1;
            }
            phrase(page, cast, s, end)
                .filter(|p| {
                    matches!(
                        p.what,
                        What::Person | What::People | What::Title | What::Group
                    ) && matches!(page.text(p.b), "in" | "of" | "from" | "near" | "at" | "on")
                })
                .filter(|p| {
                    !(p.b..end)
                        .any(|k| verb(page, k) || page.tok(k).is_some_and(|t| t.says || t.that))
                })
        })
}

/// Fills the roles of a frame met in English.
pub(super) fn fill(page: &Page, cast: &Cast, hit: &mut Hit, after: usize) -> Option<()> {
    let frame = page.pack.frames.get(hit.trigger.frame)?;
    let (i, left, right) = (hit.at, hit.left, hit.right);
    let put = |hit: &mut Hit, role: &str, p: Option<Phrase>| {
        if let Some(p) = p {
            hit.put(role, Fill::Phrase(p));
        }
    };
    if hit.trigger.shape == Shape::Noun {
        if frame.word == Use::Predicative {
            let p = before(page, cast, left, i)?;
            put(hit, &frame.subject, Some(p));
            return Some(());
        }
        // The death of X; X's death; his death.
        if page.text(after) == "of" {
            put(hit, &frame.of, phrase(page, cast, after + 1, right));
        } else if i > left && matches!(page.text(i - 1), "his" | "her" | "their") {
            put(
                hit,
                &frame.of,
                Some(Phrase::new(page, i - 1, i, What::Pronoun, (i - 1, i))),
            );
        } else if i > left && possessive(page, i - 1) {
            let from = i.saturating_sub(7).max(left);
            let p = (from..i).find_map(|s| {
                phrase(page, cast, s, i).filter(|p| p.b == i && p.what != What::Thing)
            });
            put(hit, &frame.of, p);
        } else if focused(&frame.of, &frame.predicate)
            && i > left
            && matches!(page.text(i - 1), "the" | "this" | "that")
            && cast.focus().is_some()
            && page.text(after) != "toll"
        {
            // "Could not verify the death": whom the case is about.
            let p = Phrase::new(page, i - 1, i, What::Focus, (i - 1, i));
            put(hit, &frame.of, Some(p));
        } else if !frame.by_adjective.is_empty() {
            let k = (i.saturating_sub(2).max(left)..i)
                .find(|&k| page.entry(k).is_some_and(|e| e.adjective.is_some()));
            if let Some(k) = k
                && let Some(name) = page.entry(k).and_then(|e| e.adjective.clone())
            {
                let mut p = Phrase::new(page, k, k + 1, What::State, (k, k + 1));
                p.name = name.to_string();
                put(hit, &frame.by_adjective, Some(p));
            }
        }
        return Some(());
    }
    let be = (i.saturating_sub(3).max(left)..i).any(|k| {
        matches!(
            page.text(k),
            "was" | "were" | "is" | "are" | "been" | "being" | "be" | "get" | "got"
        )
    });
    let to = i > left && page.text(i - 1) == "to";
    let subject = before(page, cast, left, if to { i - 1 } else { i });
    let object = if page.text(after) == "him" || page.text(after) == "her" {
        Some(Phrase::new(
            page,
            after,
            after + 1,
            What::Pronoun,
            (after, after + 1),
        ))
    } else {
        phrase(page, cast, after, right).filter(|p| p.a == after)
    };
    if frame.voice == Voice::Self_ {
        if hit.trigger.shape == Shape::Participle && !be {
            return None;
        }
        put(hit, &frame.subject, subject);
        if !frame.object.is_empty() {
            put(hit, &frame.object, object);
        }
        return Some(());
    }
    match hit.trigger.shape {
        Shape::Passive => put(hit, &frame.object, subject),
        Shape::PastOrPassive if be => put(hit, &frame.object, subject),
        Shape::PastOrPassive if object.is_none() => {
            // "Commander killed in strike", "12 people killed".
            put(hit, &frame.object, subject);
        }
        Shape::Participle => {
            put(hit, &frame.object, object);
            if be {
                put(hit, &frame.subject, subject);
            }
        }
        _ => {
            put(hit, &frame.subject, subject);
            put(hit, &frame.object, object);
        }
    }
    Some(())
}
