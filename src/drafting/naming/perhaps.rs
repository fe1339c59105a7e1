//! Speakers of whom nobody can tell whether they are two: what no rule merges and no text keeps apart.
//!
//! Two names count as two voices, so a source in pieces would raise the number of origins that a case is said to have at
//! least. A pair found here merges nothing; it is marked, and costs only that the two are not counted as surely two.
//! Hence the rule leans the other way than that of merging: names are a pair where one's words all stand in the other,
//! as they are, in another spelling or in another language; or where two languages call two bodies by one word for what
//! they are and nothing but names tells them apart.

use std::collections::{BTreeMap, BTreeSet};

use super::form::{Class, Form};
use super::scripts::whole;
use super::terms::Terms;
use super::titles::Titles;
use super::uses::{Names, Node, Suggestion};
use crate::model::SourceKind;
use crate::text::romanize::skeleton;

/// A name in words that count.
struct Name {
    words: Vec<Word>,
    arabic: bool,
    /// The consonants of all of it.
    sound: String,
}

struct Word {
    text: String,
    sound: String,
    /// What it means, as the list of terms has it; nothing for what is only a name.
    terms: BTreeSet<usize>,
}

/// Pairs of named speakers, by place, that may be one; neither is a publisher.
pub(super) fn pairs(names: &Names, titles: &Titles) -> Vec<Suggestion> {
    let spoken: Vec<usize> = (0..names.nodes.len())
        .filter(|n| counts(&names.nodes[*n]))
        .collect();
    let of: Vec<Vec<Name>> = spoken
        .iter()
        .map(|n| forms(&names.nodes[*n], titles))
        .collect();
    // Whoever shares no sense of a word with another is not looked at twice.
    let mut by_sense: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, forms) in of.iter().enumerate() {
        let senses: BTreeSet<String> = forms.iter().flat_map(senses).collect();
        for sense in senses {
            by_sense.entry(sense).or_default().push(at);
        }
    }
    let mut asked: BTreeSet<(usize, usize)> = BTreeSet::new();
    for all in by_sense.values() {
        for (n, a) in all.iter().enumerate() {
            asked.extend(all[n + 1..].iter().map(|b| (*a, *b)));
        }
    }
    let listed = |n: usize| {
        let key = &names.nodes[spoken[n]].key;
        key.starts_with("listed:") || key.starts_with("land:")
    };
    let body = |n: usize| {
        let node = spoken[n];
        names.nodes[node].speaks_for.unwrap_or(node)
    };
    let known: BTreeSet<(usize, usize)> = names
        .suggestions
        .iter()
        .map(|s| (s.a.min(s.b), s.a.max(s.b)))
        .collect();
    let mut found = Vec::new();
    for (a, b) in asked {
        let two = listed(a) && listed(b) || body(a) == body(b);
        if two || known.contains(&(spoken[a], spoken[b])) {
            continue;
        }
        let (one, other) = (&names.nodes[spoken[a]], &names.nodes[spoken[b]]);
        if let Some((rule, score)) = alike((one, &of[a]), (other, &of[b])) {
            found.push(Suggestion {
                a: spoken[a],
                b: spoken[b],
                rule,
                score,
            });
        }
    }
    // Whoever has a partner by more than words of unknown meaning is offered no other by those.
    let partnered: BTreeSet<usize> = found
        .iter()
        .filter(|s| s.score > UNKNOWN)
        .flat_map(|s| [s.a, s.b])
        .collect();
    found.retain(|s| s.score > UNKNOWN || !partnered.contains(&s.a) && !partnered.contains(&s.b));
    found
}

/// Whether a node is a named speaker that can be an origin known to be different from another.
fn counts(node: &Node) -> bool {
    node.speaks
        && !node.undisclosed
        && matches!(node.class, Class::Person | Class::Body)
        && !node.source.is_some_and(SourceKind::publishes)
}

fn forms(node: &Node, titles: &Titles) -> Vec<Name> {
    let shown: BTreeSet<&String> = node
        .names
        .values()
        .chain(node.aliases.iter().map(|(_, form)| form))
        .collect();
    let all = shown.into_iter().map(|shown| {
        let form = Form::new(shown);
        match node.class {
            Class::Person => titles.person(&form),
            _ => form,
        }
    });
    let all = all.map(|form| name(&form, titles.terms()));
    all.filter(|name| !name.words.is_empty()).collect()
}

fn name(form: &Form, terms: &Terms) -> Name {
    let words = terms.content(form);
    Name {
        arabic: form.is_arabic(),
        sound: whole(&words),
        words: words
            .into_iter()
            .map(|text| Word {
                sound: skeleton(&text),
                terms: terms.of_word(&text),
                text,
            })
            .collect(),
    }
}

/// What a name may be found by: its meanings, its consonants word by word and together, and how its words begin.
fn senses(name: &Name) -> Vec<String> {
    let mut all = vec![format!("whole {}", name.sound)];
    for word in &name.words {
        all.extend(word.terms.iter().map(|term| format!("term {term}")));
        all.push(format!("sound {}", word.sound));
        all.push(beginning(&word.text));
    }
    all
}

/// So many letters of a word tell one land from another.
const BEGINNING: usize = 4;

fn beginning(word: &str) -> String {
    word.chars().take(BEGINNING).collect()
}

fn alike(
    (one, mine): (&Node, &Vec<Name>),
    (other, theirs): (&Node, &Vec<Name>),
) -> Option<(&'static str, f64)> {
    let persons = one.class == Class::Person && other.class == Class::Person;
    let pairs = || mine.iter().flat_map(|x| theirs.iter().map(move |y| (x, y)));
    if pairs().any(|(x, y)| x.sound == y.sound && x.sound.chars().count() >= 4) {
        return Some(("perhaps-same-sound", 0.45));
    }
    if pairs().any(|(x, y)| within(x, y, persons) || within(y, x, persons)) {
        return Some(("perhaps-shorter", 0.4));
    }
    if one.class != other.class {
        let (person, body) = if one.class == Class::Person {
            (mine, theirs)
        } else {
            (theirs, mine)
        };
        let office = person.iter().any(|p| body.iter().any(|b| office_of(b, p)));
        return office.then_some(("perhaps-office", 0.35));
    }
    if persons {
        return None;
    }
    let shared = mine
        .iter()
        .any(|x| theirs.iter().any(|y| x.arabic == y.arabic));
    if shared {
        return None;
    }
    let best = pairs()
        .filter_map(|(x, y)| of_one_kind(x, y))
        .reduce(f64::max)?;
    Some(("perhaps-two-languages", best))
}

/// Whether every word of one name stands in the other.
fn within(short: &Name, long: &Name, persons: bool) -> bool {
    short.words.len() <= long.words.len()
        && matched(&short.words, &long.words, |x, y| {
            same(x, y, short.arabic == long.arabic, persons)
        })
}

/// Whether each of some words has a partner of its own among others.
fn matched(few: &[Word], many: &[Word], same: impl Fn(&Word, &Word) -> bool) -> bool {
    let mut free: Vec<&Word> = many.iter().collect();
    few.iter().all(|x| {
        let found = free.iter().position(|y| same(x, y));
        found.is_some_and(|at| {
            free.remove(at);
            true
        })
    })
}

/// Whether two words may be one: alike, of one meaning, or of one sound in two scripts.
fn same(x: &Word, y: &Word, one_script: bool, persons: bool) -> bool {
    if x.text == y.text || !x.terms.is_disjoint(&y.terms) {
        return true;
    }
    if !one_script {
        let names = x.terms.is_empty() && y.terms.is_empty();
        return names && x.sound == y.sound && x.sound.chars().count() >= 2;
    }
    if persons {
        return initial(&x.text, &y.text) || near(&x.text, &y.text);
    }
    // «برقان», «البرقانية»; "Barqan", "Barqani".
    let (short, long) = if x.text.len() <= y.text.len() {
        (&x.text, &y.text)
    } else {
        (&y.text, &x.text)
    };
    let letters = short.chars().count();
    letters >= BEGINNING && long.starts_with(short.as_str()) && long.chars().count() <= letters + 3
}

/// "A." of "Adam".
fn initial(x: &str, y: &str) -> bool {
    let one = |a: &str, b: &str| a.is_ascii() && a.len() == 1 && b.starts_with(a);
    one(x, y) || one(y, x)
}

/// Whether two words of four letters or more differ by one letter: put in, left out or another.
fn near(x: &str, y: &str) -> bool {
    let (x, y): (Vec<char>, Vec<char>) = (x.chars().collect(), y.chars().collect());
    if x.len().min(y.len()) < BEGINNING {
        return false;
    }
    one_off(&x, &y)
}

/// Whether what differs is one letter at most: put in, left out or another.
fn one_off(x: &[char], y: &[char]) -> bool {
    if x.len().abs_diff(y.len()) > 1 {
        return false;
    }
    let first = x.iter().zip(y).take_while(|(a, b)| a == b).count();
    let last = x.iter().rev().zip(y.iter().rev());
    let last = last.take_while(|(a, b)| a == b).count();
    first + last + 1 >= x.len().max(y.len())
}

/// Whether a body is called by a person's name and words for offices alone: «مكتب فلان».
fn office_of(body: &Name, person: &Name) -> bool {
    let names: Vec<&Word> = body.words.iter().filter(|w| w.terms.is_empty()).collect();
    let one_script = body.arabic == person.arabic;
    let whose = |x: &Word| person.words.iter().any(|y| same(x, y, one_script, true));
    !names.is_empty() && names.len() < body.words.len() && names.into_iter().all(whose)
}

/// The score of a pair whose names may be each other's translation; less where only words of unknown meaning say so.
const HEARD: f64 = 0.3;
const UNKNOWN: f64 = 0.25;

/// Whether names of two languages have a word for what they are in common, and nothing that tells them apart: of the words
/// that only one of them has, all stand on one side, or each of the shorter side is perhaps one of the other's.
fn of_one_kind(x: &Name, y: &Name) -> Option<f64> {
    let shares = |x: &Word, all: &Name| all.words.iter().any(|y| !x.terms.is_disjoint(&y.terms));
    let own = |of: &Name, all: &Name| -> Vec<usize> {
        let own = |k: &usize| !shares(&of.words[*k], all);
        (0..of.words.len()).filter(own).collect()
    };
    let (here, there) = (own(x, y), own(y, x));
    if here.len() == x.words.len() {
        return None;
    }
    let (few, fews, many, manys) = if here.len() <= there.len() {
        (&here, x, &there, y)
    } else {
        (&there, y, &here, x)
    };
    let each = |alike: &dyn Fn(&Word, &Word) -> bool| {
        few.iter().all(|a| {
            let a = &fews.words[*a];
            many.iter().any(|b| alike(a, &manys.words[*b]))
        })
    };
    // Of "Integrity" and «النزاهة» nobody can tell whether they are names.
    let unknown = |a: &Word, b: &Word| a.terms.is_empty() && b.terms.is_empty();
    if each(&heard_as) {
        Some(HEARD)
    } else {
        each(&|a, b| heard_as(a, b) || unknown(a, b)).then_some(UNKNOWN)
    }
}

/// Whether two words may be one name in two scripts: the same consonants but for one. A word of known meaning in either
/// language may be transcribed in the other.
fn heard_as(x: &Word, y: &Word) -> bool {
    let (one, other): (Vec<char>, Vec<char>) =
        (x.sound.chars().collect(), y.sound.chars().collect());
    (x.terms.is_empty() || y.terms.is_empty())
        && (one == other || one.len().min(other.len()) > 1 && one_off(&one, &other))
}
