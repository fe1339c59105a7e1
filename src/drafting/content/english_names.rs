//! English names by their capitals, the titles before and after them, and the words that end a phrase.
//!
//! In one file because a name, its titles and its end are read in one walk over the capitals.

use std::collections::BTreeSet;

use super::cast::Known;
use super::lexicon::{Shape, sort};
use super::page::Page;
use super::phrase::What;
use crate::extraction::{Of, Piece};

/// A part of a name that is written small.
pub(super) fn lower_part(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "bin"
            | "ibn"
            | "ben"
            | "abu"
            | "abd"
            | "de"
            | "der"
            | "da"
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

/// Whether token `j` is a hyphen that joins the words beside it.
pub(super) fn joint(page: &Page, j: usize) -> bool {
    j > 0
        && page.piece(j) == Piece::Dash
        && page.piece(j + 1) == Piece::Word
        && page.tok(j).is_some_and(|t| t.end - t.start == 1)
        && touches(page, j - 1)
        && touches(page, j)
}

fn touches(page: &Page, j: usize) -> bool {
    page.tok(j)
        .zip(page.tok(j + 1))
        .is_some_and(|(a, b)| a.end == b.start)
}

/// Whether token `j` is the full stop of an initial or of a rank cut short: "James N. Mattis", "U.S.", "Lt."
pub(super) fn cut_short(page: &Page, j: usize) -> bool {
    j > 0
        && page.piece(j) == Piece::Stop
        && page.piece(j - 1) == Piece::Word
        && page.capital(j - 1)
        && touches(page, j - 1)
        && (page.text(j - 1).chars().count() == 1
            || page.text(j - 1).chars().count() < 6 && page.is(j - 1, sort::TITLE))
        && page.piece(j + 1) == Piece::Word
        && (page.capital(j + 1) || page.text(j - 1).chars().count() == 1)
}

/// Whether a name begins with the particle at a token: al-Baghdadi, abu Hamza.
fn particle(page: &Page, j: usize) -> bool {
    page.piece(j) == Piece::Word
        && lower_part(page.text(j))
        && (joint(page, j + 1) && page.capital(j + 2)
            || page.capital(j + 1) && !matches!(page.text(j), "as" | "at" | "an" | "ad" | "de"))
}

/// Whether a name may begin at a token.
pub(super) fn name_starts(page: &Page, i: usize) -> bool {
    page.piece(i) == Piece::Word && (page.capital(i) || particle(page, i) && joint(page, i + 1))
}

/// The run of capitalised words that begins at a token: its end.
pub(super) fn run(page: &Page, i: usize, end: usize) -> usize {
    let mut j = i;
    while j < end {
        let word = page.piece(j) == Piece::Word;
        let goes = word && page.capital(j)
            || j > i && joint(page, j)
            || word && particle(page, j) && (j > i || joint(page, j + 1))
            || j > i && cut_short(page, j)
            || word && j > i && page.piece(j - 1) == Piece::Dash;
        if !goes
            || page
                .entry(j)
                .is_some_and(|e| e.weekday > 0 || e.month > 0 && page.piece(j + 1) == Piece::Number)
        {
            break;
        }
        j += 1;
        if possessive(page, j - 1) {
            break;
        }
    }
    while j > i && matches!(page.piece(j - 1), Piece::Dash) {
        j -= 1;
    }
    // "U.S." keeps its last stop where more follows; a name does not end in one.
    while j > i + 1 && page.piece(j - 1) == Piece::Stop && page.text(j - 2).chars().count() > 1 {
        j -= 1;
    }
    j
}

/// The name in tokens `a..b`, as written, without what makes it own something.
pub(super) fn name_of(page: &Page, a: usize, b: usize) -> String {
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
pub(super) fn sort_of(page: &Page, a: usize, b: usize) -> Option<What> {
    let folded = |k: usize| {
        let w = page.text(k);
        w.strip_suffix("'s")
            .or_else(|| w.strip_suffix("’s"))
            .unwrap_or(w)
    };
    if let Some((bit, n)) = page.pack.name_at(a, &folded, folded(a))
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

/// Whether a word is a title: a rank, an office, a form of address.
pub(super) fn titled(page: &Page, i: usize) -> bool {
    page.piece(i) == Piece::Word
        && (page.is(i, sort::TITLE) || page.head(i) == Some(Of::Person))
        && !page.is(i, sort::GROUP_HEAD)
}

/// Whether a title is one of whoever heads a group: they are used for one another.
fn heads(word: &str) -> bool {
    matches!(
        word,
        "leader" | "chief" | "head" | "boss" | "caliph" | "emir" | "amir" | "supremo"
    )
}

/// A title as persons are known by it: whoever heads a group is its leader, under whatever word.
pub(super) fn title_key(word: &str) -> &str {
    let word = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word);
    if heads(word) { "leader" } else { word }
}

/// The group that the capitals among tokens `a..b` name, for the title beside them: "islamic state", "raya front".
pub(super) fn group_key(page: &Page, a: usize, b: usize) -> Option<String> {
    let mut k = a;
    while k < b {
        if !name_starts(page, k)
            || page.is(k, sort::STOP) && !acronym(page, k)
            || page.is(k, sort::MODIFIER | sort::STATE)
            || titled(page, k)
            || page
                .entry(k)
                .is_some_and(|e| e.adjective.is_some() || e.people > 0)
        {
            k += 1;
            continue;
        }
        let end = run(page, k, b).max(k + 1);
        let words: Vec<&str> = (k..end)
            .filter(|&n| page.piece(n) == Piece::Word)
            .map(|n| page.text(n))
            .map(|w| {
                w.strip_suffix("'s")
                    .or_else(|| w.strip_suffix("’s"))
                    .unwrap_or(w)
            })
            .filter(|w| !matches!(*w, "the" | "group" | "movement" | "al" | "organisation"))
            .collect();
        let key = words.join(" ");
        if !key.is_empty() {
            let same = page.pack.group_aliases.get(&key);
            return Some(same.cloned().unwrap_or(key));
        }
        k = end;
    }
    None
}

/// Titles with what they are of that the tokens `a..b` hold.
fn titles_in(page: &Page, a: usize, b: usize, titles: &mut BTreeSet<String>) {
    let mut of = None;
    for k in a..b {
        // The deputy leader is not the leader.
        if k > a && matches!(page.text(k - 1), "deputy" | "vice" | "assistant" | "acting") {
            continue;
        }
        if titled(page, k) && !page.is(k, sort::RELATION) {
            let key = title_key(page.text(k)).to_owned();
            if key == "leader" {
                of = of.or_else(|| group_key(page, a, b));
                if let Some(g) = &of {
                    titles.insert(format!("leader/{g}"));
                }
            } else if let Some(of) = super::english_phrase::portfolio(page, k) {
                titles.insert(format!("{key}/{of}"));
            }
            titles.insert(key);
        } else if matches!(page.text(k), "leads" | "heads" | "led" | "headed") {
            titles.insert("leader".to_owned());
        }
    }
}

/// Where a name begins within a run of capitals: after titles, adjectives, what begins a sentence.
fn name_from(page: &Page, i: usize, end: usize) -> usize {
    let mut a = i;
    // "Defense Secretary Jim Mattis", "Hezbollah Secretary-General X": after the last title.
    if let Some(k) = (i..end.saturating_sub(1)).rev().find(|&k| titled(page, k)) {
        a = k + 1;
        if page.piece(a) == Piece::Stop {
            a += 1;
        }
    }
    // "Chief of Staff Herzi Halevi"
    if page.text(a) == "staff" && a > 1 && page.text(a - 1) == "of" && titled(page, a - 2) {
        a += 1;
    }
    while a < end
        && (page.is(a, sort::STOP) && !particle(page, a)
            || titled(page, a)
            || page.is(a, sort::RELATION)
            || page.piece(a) != Piece::Word
            || page.entry(a).is_some_and(|e| {
                !e.triggers.is_empty()
                    || !e.turns.is_empty()
                    || e.adjective.is_some()
                    || e.people > 0
            }))
    {
        a += 1;
    }
    a
}

/// Whether a word says which part of a place is meant: "in eastern Qalmir".
fn part_of_a_place(word: &str) -> bool {
    matches!(
        word,
        "eastern"
            | "western"
            | "northern"
            | "southern"
            | "central"
            | "downtown"
            | "nearby"
            | "rural"
    )
}

/// Persons' names that an article writes in full or after a title.
pub(super) fn names_in(page: &Page) -> Vec<(Known, BTreeSet<String>)> {
    let mut out: Vec<(Known, BTreeSet<String>)> = Vec::new();
    let mut placed: BTreeSet<Vec<String>> = BTreeSet::new();
    let mut i = 0;
    while i < page.len() {
        if !name_starts(page, i) {
            i += 1;
            continue;
        }
        let end = run(page, i, page.len()).max(i + 1);
        // "QALMIR CITY, June 5 (Agency) -": where it was written.
        let dated = |&(from, to): &(usize, usize)| from <= i && i < to;
        if page.survey.datelines.iter().any(dated) {
            placed.insert(name_words(&crate::text::fold::fold(&name_of(page, i, end))));
            i = end;
            continue;
        }
        let a = name_from(page, i, end);
        let before_title = a > 0
            && (titled(page, a - 1)
                || a > 1 && page.piece(a - 1) == Piece::Stop && titled(page, a - 2));
        let words = (a..end)
            .filter(|&k| page.piece(k) == Piece::Word && !lower_part(page.text(k)))
            .count();
        // A town after a preposition of place, or before its own kind: "in Deir al-Zor", "Deir al-Zor province".
        let town = !before_title
            && (page.is(end, sort::PLACE_HEAD)
                || a > 1
                    && page.text(a - 1) == "of"
                    && matches!(
                        page.text(a - 2),
                        "east"
                            | "west"
                            | "north"
                            | "south"
                            | "outskirts"
                            | "town"
                            | "city"
                            | "province"
                            | "edge"
                    )
                || a == i
                    && a > 0
                    && matches!(
                        page.text(a - 1 - usize::from(a > 1 && part_of_a_place(page.text(a - 1)))),
                        "in" | "at"
                            | "near"
                            | "outside"
                            | "inside"
                            | "around"
                            | "across"
                            | "into"
                            | "towards"
                            | "toward"
                    ));
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
        // "Told Ostry TV, a channel run by exiles": a body, by what it is called.
        let outlet = matches!(page.text(end - 1), "tv" | "radio" | "television" | "fm")
            || page.piece(end) == Piece::Comma
                && matches!(page.text(end + 1), "a" | "an")
                && (end + 2..end + 7)
                    .take_while(|&k| {
                        page.piece(k) == Piece::Word && !page.tok(k).is_some_and(|t| t.preposition)
                    })
                    .filter_map(|k| page.head(k))
                    .last()
                    == Some(Of::Body);
        let ok = a < end
            && !owns
            && !outlet
            && sort_of(page, a, end).is_none()
            && (a..end)
                .all(|k| !page.is(k, sort::STOP) || lower_part(page.text(k)) || page.capital(k))
            && (words > 1 || words == 1 && before_title)
            // "al-Raya leader", "Human Rights chief": who is led, not who leads.
            && !titled(page, end);
        if ok {
            let name = name_of(page, a, end);
            let words = name_words(&crate::text::fold::fold(&name));
            if town {
                placed.insert(words);
                i = end;
                continue;
            }
            let mut titles = BTreeSet::new();
            let mut k = a;
            while k > 0 && a - k < 9 {
                let inside = page.piece(k - 1) == Piece::Word
                    && !verb(page, k - 1)
                    && !page.tok(k - 1).is_some_and(|t| t.says || t.that)
                    || joint(page, k - 1)
                    || cut_short(page, k - 1)
                    || page.piece(k - 1) == Piece::Comma && k == a;
                if !inside {
                    break;
                }
                k -= 1;
            }
            titles_in(page, k, a, &mut titles);
            // "Salem Rafiq, the commander of …", "X, who leads the group"
            if page.piece(end) == Piece::Comma {
                let mut b = end + 1;
                while b < page.len()
                    && b - end < 10
                    && (page.piece(b) == Piece::Word || joint(page, b) || cut_short(page, b))
                {
                    b += 1;
                }
                let describes = matches!(page.text(end + 1), "the" | "a" | "an" | "who" | "its")
                    || titled(page, end + 1)
                    || page.capital(end + 1);
                if describes {
                    titles_in(page, end + 1, b, &mut titles);
                }
            }
            if words.iter().any(|w| w.chars().count() > 2) {
                out.push((Known { name, words }, titles));
            }
        }
        i = end;
    }
    // What stands as a place once, and never after a title, is one everywhere.
    out.retain(|(n, titles)| !titles.is_empty() || !placed.contains(&n.words));
    out
}

/// Whether a word owns what follows.
pub(super) fn possessive(page: &Page, i: usize) -> bool {
    let w = page.text(i);
    w.ends_with("'s") || w.ends_with("’s") || w.ends_with("s'") || w.ends_with("s’")
}

/// Whether a word is a verb that the pack knows, or an auxiliary.
pub(super) fn verb(page: &Page, i: usize) -> bool {
    let noun = i > 0
        && (matches!(
            page.text(i - 1),
            "the" | "a" | "an" | "of" | "in" | "its" | "their" | "his" | "this" | "that" | "air"
        ) || page.entry(i - 1).is_some_and(|e| e.adjective.is_some())
            || possessive(page, i - 1));
    page.entry(i).is_some_and(|e| {
        e.triggers.iter().any(|t| match t.shape {
            Shape::Past | Shape::Passive | Shape::PastOrPassive => true,
            // "a strike", "a Russian raid", "the group's attack"
            Shape::Present => !noun,
            Shape::Participle | Shape::Noun => false,
        })
    }) || auxiliary(page.text(i)) && !acronym(page, i)
}

/// IS, the group, is no "is".
pub(super) fn acronym(page: &Page, i: usize) -> bool {
    page.text(i) == "is" && page.cut(page.span(i, i + 1)) == "IS"
}

/// Whether a word is an auxiliary verb.
pub(super) fn auxiliary(word: &str) -> bool {
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
            | "cannot"
            | "wasn't"
            | "isn't"
            | "weren't"
            | "hasn't"
            | "hadn't"
    )
}
