//! The given name of whom the case is about, where it means that one by itself ("Meles", «إلياس»); and what is no name at all.

use std::collections::BTreeSet;

use super::anchor::{known_title, particle, sound};
use super::families::{Families, Family, Words};
use crate::drafting::content::cast::Focus;
use crate::drafting::content::english_names::name_words;
use crate::drafting::content::lexicon::sort;
use crate::drafting::content::names_by_place::given_before_surname;
use crate::drafting::content::page::Page;
use crate::drafting::content::phrase::finite;
use crate::extraction::{MentionKind, Piece, Proposed as Statement};
use crate::text::Span;
use crate::text::fold::fold;

/// His given names in one script that mean him by themselves: articles call him so, and hardly any has another name with it.
pub(super) fn given_names(
    arabic: bool,
    foci: &[Option<Focus>; 2],
    pages: &[Option<Page>],
) -> BTreeSet<String> {
    const RARE: usize = 4;
    let mut out = BTreeSet::new();
    for f in foci.iter().flatten() {
        let said: Vec<&String> = f.known.words.iter().filter(|w| !particle(w)).collect();
        let (Some(first), Some(last)) = (said.first(), said.last()) else {
            continue;
        };
        let (first, last) = (sound(first), sound(last));
        if said.len() < 2 || first.chars().count() < 2 || kunya(&f.known.words) {
            continue;
        }
        let (mut full, mut rivals) = (0, 0);
        let mut alone: BTreeSet<String> = BTreeSet::new();
        for page in pages.iter().flatten().filter(|p| p.arabic() == arabic) {
            let word = |k: usize| page.piece(k) == Piece::Word && (arabic || page.capital(k));
            let near =
                |k: usize| (k + 1..(k + 4).min(page.len())).any(|n| sound(page.text(n)) == last);
            let here: Vec<usize> = (0..page.len())
                .filter(|&k| word(k) && sound(page.text(k)) == first)
                .collect();
            let other = |k: &usize| {
                let mention = page
                    .survey
                    .marked
                    .iter()
                    .find(|m| m.kind == MentionKind::Person && m.a <= *k && *k < m.b);
                let name = |n: usize| {
                    page.piece(n) == Piece::Word
                        && sound(page.text(n)) != first
                        && if arabic {
                            page.tok(n).is_some_and(|t| t.given)
                        } else {
                            page.capital(n)
                                && !known_title(page.text(n))
                                && !page.is(n, sort::TITLE | sort::STOP)
                        }
                };
                mention.is_some_and(|m| (m.a..m.b).any(name)) && !near(*k)
            };
            full += usize::from(here.iter().any(|&k| near(k)));
            rivals += usize::from(here.iter().any(other));
            let by_itself = here.iter().filter(|&&k| !near(k) && !other(&k));
            alone.extend(by_itself.map(|&k| bare_name(page.text(k)).to_owned()));
        }
        if full > 1 && rivals * RARE <= full {
            out.extend(alone.into_iter().filter(|w| w.chars().count() > 2));
        }
    }
    out
}

/// Whether a name begins with a kunya: what stands in it is his son's.
fn kunya(words: &[String]) -> bool {
    words.first().is_some_and(|w| particle(w))
}

fn bare_name(text: &str) -> &str {
    text.strip_suffix("'s")
        .or_else(|| text.strip_suffix("’s"))
        .unwrap_or(text)
}

/// Whether what was taken for a person is none: a verb, a number, the first word of a sentence, "I'll".
pub(super) fn not_a_name(page: &Page, a: usize, b: usize) -> bool {
    if page.arabic() {
        let verb = |k: usize| page.tok(k).is_some_and(|t| !t.given) && finite(page, k);
        // «شاهد الجثمان»: the verb is read as "a witness".
        let body = |k: usize| matches!(page.text(k), "الجثمان" | "الجثه" | "النعش" | "الرفات");
        verb(a)
            || (a..b).any(body)
            || (a..b).all(|k| {
                page.entry(k)
                    .is_some_and(|e| e.number.is_some() || !e.triggers.is_empty())
            })
    } else {
        // "His Majesty" is a word for somebody, and no name.
        matches!(page.text(a), "his" | "her") && b == a + 2
            || a > 0 && b == a + 1 && matches!(page.text(a - 1), "his" | "her")
            || b == a + 1
                && (page.is(a, sort::STOP)
                    || page.text(a).contains(['\'', '’']) && !page.text(a).ends_with("'s")
                    || matches!(
                        page.text(a),
                        "there's" | "it's" | "that's" | "here's" | "if" | "but" | "and" | "when"
                    ))
    }
}

/// Whether a name within what is said is any mention of a person.
pub(super) fn mentioned(
    page: &Page,
    forms: &Words,
    families: &Families,
    s: &Statement,
    name: &str,
) -> bool {
    let words = name_words(&fold(name));
    // «يتمتع بصحة», «يزداد قوة»: the first of more words of what is asked.
    let told = |k: usize, b: usize| {
        let of = |f: &Family| families.families.get(f)?.at(forms, k, b);
        [Family::Dead, Family::Alive, Family::Doing]
            .iter()
            .filter_map(of)
            .any(|w| w.to > k + 1)
    };
    s.content.iter().any(|c| {
        let (a, b) = page.tokens_in(Span::new(c.start as usize, c.end as usize));
        page.survey.marked.iter().any(|m| {
            m.kind == MentionKind::Person
                && m.a < b
                && a < m.b
                && (m.a..m.b).any(|k| words.iter().any(|w| w == page.text(k)))
        }) || (a..b).any(|k| {
            // «مقتل أختر درزان»: a name by where it stands.
            given_before_surname(page, k)
                && words.first().is_some_and(|w| w == page.text(k))
                && words.get(1).is_some_and(|w| w == page.text(k + 1))
        })
    }) && !s.content.iter().any(|c| {
        // «الرئيس يتمتع بصحة جيدة»: a verb.
        let (a, b) = page.tokens_in(Span::new(c.start as usize, c.end as usize));
        words.len() == 1
            && (a..b).any(|k| page.text(k) == words[0] && (finite(page, k) || told(k, b)))
    })
}
