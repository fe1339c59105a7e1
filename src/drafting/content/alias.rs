//! Other names of one person: «فلان، واسمه الحقيقي فلان», "X, better known as Abu Y", «فلان (أبو فلان)».
//!
//! What one article says of a name holds for every article of the case: whoever is called by either is one person, under the
//! name that most articles use. A byname that is no person's name ("the Falcon") serves only the one whom the case is about.

use std::collections::{BTreeMap, BTreeSet};

use super::cast::Known;
use super::page::Page;
use crate::extraction::{MentionKind, Piece};
use crate::text::fold::fold;

/// By the words of a name: the person under the name that the case uses.
pub(super) type Same = BTreeMap<Vec<String>, Known>;

/// A name in full, and the titles before it.
type Titled = (Known, BTreeSet<String>);

/// At most so many words of a byname.
const LONGEST: usize = 5;
/// At most so many words of a description stand between a name and the word for a byname.
const DESCRIBED: usize = 6;

/// Whether a token makes the next words a byname: the token at which that begins.
fn marker(page: &Page, k: usize) -> Option<usize> {
    let at = |n: usize| page.text(k + n);
    let from = match (page.text(k), at(1), at(2), at(3), at(4)) {
        ("whose", "real" | "birth" | "given" | "full", "name", "is" | "was", _) => k + 4,
        ("real" | "birth", "name", ..) if page.piece(k + 2) != Piece::Comma => {
            k + 2 + usize::from(matches!(at(2), "is" | "was"))
        }
        ("nom", "de", "guerre", "is" | "was" | "of", _) => k + 4,
        ("nom", "de", "guerre", ..) => k + 3,
        ("known" | "recognised", "as" | "by", "the", "alias" | "name" | "kunya", _) => k + 4,
        ("known", "as" | "by", "his", "nom", "de") => k + 6,
        ("known", "as" | "by", ..) => k + 2,
        ("goes" | "went" | "going", "by", "the", "name", "of") => k + 5,
        ("goes" | "went" | "going", "by", "the", "name" | "alias", _) => k + 4,
        ("goes" | "went" | "going", "by", ..) => k + 2,
        ("nicknamed" | "alias" | "dubbed" | "aka", ..) => k + 1,
        ("واسمه" | "اسمه" | "واسمها" | "اسمها", "الحقيقي" | "الاصلي" | "الكامل" | "الحركي", ..) => {
            k + 2
        }
        ("ولقبه" | "وكنيته" | "لقبه" | "كنيته", ..) => k + 1,
        (
            "المعروف" | "المعروفه" | "المكني" | "الملقب" | "الملقبه" | "الشهير" | "المشهور"
            | "ويكني" | "يكني" | "ويعرف" | "يعرف" | "وعرف" | "عرف" | "ويلقب" | "يلقب" | "المدعو",
            next,
            third,
            ..,
        ) => {
            let adverb = |w: &str| matches!(w, "ايضا" | "حركيا" | "اعلاميا" | "شعبيا");
            let label = |w: &str| matches!(w, "باسم" | "بلقب" | "بكنيه" | "بكنيته" | "باسمه");
            let mut n = 1 + usize::from(adverb(next));
            let word = if n == 2 { third } else { next };
            n += usize::from(label(word));
            n += usize::from(label(word) && page.text(k + n) == "الحركي");
            k + n
        }
        _ => return None,
    };
    Some(from)
}

/// The byname that begins at a token: its words, and where it stands.
fn byname(page: &Page, from: usize) -> Option<(Vec<String>, usize, usize)> {
    let mut from = from;
    while matches!(page.piece(from), Piece::Open) || page.text(from) == "the" {
        from += 1;
    }
    let mut words: Vec<String> = Vec::new();
    let mut end = from;
    for n in from..from + LONGEST + 2 {
        let part = page.piece(n) == Piece::Word
            && (page.arabic()
                || page.capital(n)
                || super::english_names::lower_part(page.text(n)) && page.text(n) != "as")
            || !page.arabic() && page.piece(n) == Piece::Dash && n > from;
        let stop = page
            .tok(n)
            .is_none_or(|t| t.closed || t.says || t.preposition || t.relative || t.that)
            || n > from && page.arabic() && (page.conj(n) || super::phrase::finite(page, n));
        if !part || stop && page.piece(n) == Piece::Word {
            break;
        }
        let text = page.text(n);
        words.push(if n == from && page.arabic() {
            text.strip_prefix('ب').unwrap_or(text).to_owned()
        } else {
            text.to_owned()
        });
        end = n + 1;
    }
    while words.last().is_some_and(|w| w == "-") {
        words.pop();
        end -= 1;
    }
    nominative(&mut words);
    (words.concat().chars().count() >= 4).then_some((words, from, end))
}

/// أبي after a preposition is أبو elsewhere.
pub(super) fn nominative(words: &mut [String]) {
    if words.len() > 1 && matches!(words[0].as_str(), "ابي" | "ابا") {
        "ابو".clone_into(&mut words[0]);
    }
}

/// A name as it stands where nothing governs it: أبو فلان.
pub(super) fn nominative_name(name: &str) -> String {
    for case in ["أبي ", "أبا ", "ابي ", "ابا "] {
        if let Some(rest) = name.strip_prefix(case) {
            return format!("أبو {rest}");
        }
    }
    name.to_owned()
}

/// Other names that a page gives the bearer of a name, right behind it: "X, known as the Falcon", «فلان الملقب بالصقر».
pub(super) fn aliases(page: &Page, words: &[String]) -> BTreeSet<Vec<String>> {
    let mut found = BTreeSet::new();
    let Some(last) = words.last() else {
        return found;
    };
    for k in 1..page.len() {
        let Some(from) = marker(page, k) else {
            continue;
        };
        let Some(end) = behind(page, k) else {
            continue;
        };
        let whole = ends_with(page, end, words);
        if !whole && (page.text(end - 1) != last || last.chars().count() < 4) {
            continue;
        }
        if let Some((alias, ..)) = byname(page, from)
            && alias != words
        {
            found.insert(alias);
        }
    }
    found
}

/// The end of the name right before the word for a byname: past a comma and "also", "better".
fn behind(page: &Page, marker: usize) -> Option<usize> {
    let mut k = marker;
    while k > 0
        && (matches!(
            page.text(k - 1),
            "also"
                | "better"
                | "widely"
                | "who"
                | "was"
                | "is"
                | "more"
                | "commonly"
                | "ايضا"
                | "الذي"
                | "التي"
                | "his"
                | "whose"
        ) || matches!(page.piece(k - 1), Piece::Comma | Piece::Close | Piece::Open))
    {
        k -= 1;
    }
    (k > 0).then_some(k)
}

/// Whether the words of a name end before a token.
fn ends_with(page: &Page, end: usize, words: &[String]) -> bool {
    let Some(start) = end.checked_sub(words.len()) else {
        return false;
    };
    words.iter().enumerate().all(|(n, w)| {
        let text = page.text(start + n);
        text == w
            || n == 0
                && page.arabic()
                && (text.strip_prefix(['و', 'ل', 'ب', 'ف']) == Some(w)
                    || w == "ابو" && (text.ends_with("ابي") || text.ends_with("ابا")))
    })
}

/// Pairs of names that a page gives one person, each with how it is written.
pub(super) fn pairs(page: &Page, names: &[Titled]) -> Vec<(Known, Known)> {
    let mut out = Vec::new();
    for k in 1..page.len() {
        let from = marker(page, k).or_else(|| bracketed(page, k));
        let Some(from) = from else {
            continue;
        };
        let Some((words, a, b)) = byname(page, from) else {
            continue;
        };
        // "The Falcon", «الصقر» are bynames, and no names that others could not bear.
        let person = if page.arabic() {
            let kunya = words[0] == "ابو";
            words.len() > 1
                && (kunya
                    || page
                        .marked(a)
                        .is_some_and(|m| m.kind == MentionKind::Person)
                    || page.tok(a).is_some_and(|t| t.given))
        } else {
            words.iter().filter(|w| w.chars().count() > 2).count() > 1
                && !page.is(a, super::lexicon::sort::STOP)
        };
        if !person {
            continue;
        }
        let Some(one) = bearer(page, k, names) else {
            continue;
        };
        if one.words == words {
            continue;
        }
        let (name, _) = page.name(a, b);
        let name = nominative_name(&name);
        let words = super::english_names::name_words(&fold(&name));
        out.push((one.clone(), Known { name, words }));
    }
    out
}

/// «أحمد الشرع (أبو محمد الجولاني)»: a name in brackets behind a name, one of the two a kunya. The token after the bracket.
fn bracketed(page: &Page, k: usize) -> Option<usize> {
    let kunya = |n: usize| matches!(page.text(n), "ابو" | "ابي" | "ابا" | "abu");
    (page.arabic()
        && page.piece(k) == Piece::Open
        && page.cut(page.span(k, k + 1)).is_empty()
        && page
            .tok(k)
            .is_some_and(|t| t.mate > k + 2 && t.mate <= k + 5)
        && (kunya(k + 1)
            || (k.saturating_sub(3)..k).any(kunya) && page.tok(k + 1).is_some_and(|t| t.given)))
    .then_some(k + 1)
}

/// The name to which a byname belongs: right before it, or before a description: "X, the commander better known as".
fn bearer<'n>(page: &Page, marker: usize, names: &'n [Titled]) -> Option<&'n Known> {
    let ending = |end: usize| {
        names
            .iter()
            .map(|(n, _)| n)
            .filter(|n| n.words.len() > 1 && ends_with(page, end, &n.words))
            .max_by_key(|n| n.words.len())
    };
    let first = behind(page, marker)?;
    if let Some(one) = ending(first) {
        return Some(one);
    }
    // A surname alone that one name of the page has.
    let mut by_surname = names.iter().map(|(n, _)| n).filter(|n| {
        n.words.len() > 1
            && n.words
                .last()
                .is_some_and(|w| w.chars().count() > 3 && page.text(first - 1) == w)
    });
    if let (Some(one), None) = (by_surname.next(), by_surname.next()) {
        return Some(one);
    }
    let mut end = first;
    while end > 1 && first - end < DESCRIBED {
        if page.piece(end - 1) == Piece::Comma {
            return ending(end - 1);
        }
        let plain = page.piece(end - 1) == Piece::Word
            && !page.is(end - 1, super::lexicon::sort::RELATION)
            && !page
                .tok(end - 1)
                .is_some_and(|t| t.says || t.that || t.relative)
            && !super::phrase::finite(page, end - 1);
        if !plain {
            return None;
        }
        end -= 1;
        if let Some(one) = ending(end) {
            return Some(one);
        }
    }
    None
}

/// One name for each person of several: by script, Arabic first, from each name's words to the name that the case uses.
///
/// `sound`: the consonants that both scripts share. Of the names of one person the one that both scripts write, then the one
/// of most articles, is used.
pub(super) fn same(
    pairs: &[(bool, Known, Known)],
    named: &[(bool, &[Titled])],
    sound: impl Fn(&[String]) -> String,
) -> [Same; 2] {
    let mut out = [Same::new(), Same::new()];
    if pairs.is_empty() {
        return out;
    }
    // Classes of sounds.
    let mut class: BTreeMap<String, usize> = BTreeMap::new();
    let mut classes: Vec<BTreeSet<String>> = Vec::new();
    let mut written: BTreeMap<(bool, String), BTreeMap<Known, usize>> = BTreeMap::new();
    for (arabic, a, b) in pairs {
        let (sa, sb) = (sound(&a.words), sound(&b.words));
        for (s, known) in [(&sa, a), (&sb, b)] {
            *written
                .entry((*arabic, s.clone()))
                .or_default()
                .entry(known.clone())
                .or_default() += 1;
            class.entry(s.clone()).or_insert_with(|| {
                classes.push(BTreeSet::from([s.clone()]));
                classes.len() - 1
            });
        }
        let (x, y) = (class[&sa], class[&sb]);
        if x != y {
            let moved = std::mem::take(&mut classes[y]);
            for s in &moved {
                class.insert(s.clone(), x);
            }
            classes[x].extend(moved);
        }
    }
    let mut articles: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    let mut spelt: Vec<(bool, String, &Known)> = Vec::new();
    for (arabic, names) in named {
        let mut here = BTreeSet::new();
        for (known, _) in *names {
            let s = sound(&known.words);
            if let Some((key, _)) = class.get_key_value(&s) {
                if here.insert(key.as_str()) {
                    articles.entry(key).or_default()[usize::from(!*arabic)] += 1;
                }
                spelt.push((*arabic, s, known));
            }
        }
    }
    for (arabic, s, known) in spelt {
        *written
            .entry((arabic, s))
            .or_default()
            .entry(known.clone())
            .or_default() += 1;
    }
    for sounds in classes.iter().filter(|c| c.len() > 1) {
        let count = |s: &String| articles.get(s.as_str()).copied().unwrap_or_default();
        for (n, arabic) in [true, false].into_iter().enumerate() {
            let best = sounds
                .iter()
                .filter(|s| written.contains_key(&(arabic, (*s).clone())))
                .max_by_key(|s| {
                    let [ar, la] = count(s);
                    (
                        ar.min(1) + la.min(1),
                        ar + la,
                        s.len(),
                        std::cmp::Reverse((*s).clone()),
                    )
                });
            let Some(best) = best else {
                continue;
            };
            let name = written
                .get(&(arabic, best.clone()))
                .and_then(|w| {
                    w.iter()
                        .max_by_key(|(k, n)| (**n, std::cmp::Reverse((*k).clone())))
                })
                .map(|(k, _)| k.clone());
            let Some(name) = name else {
                continue;
            };
            for s in sounds {
                for known in written
                    .get(&(arabic, s.clone()))
                    .into_iter()
                    .flat_map(|w| w.keys())
                {
                    if known.words != name.words {
                        out[n].insert(known.words.clone(), name.clone());
                    }
                }
            }
        }
    }
    out
}

/// Names with each person under one.
pub(super) fn renamed(names: &mut [Titled], same: &Same) {
    for (known, _) in names {
        if let Some(one) = same.get(&known.words) {
            known.clone_from(one);
        }
    }
}
