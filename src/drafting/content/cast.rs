//! The persons of an article: their names in full, where each is mentioned, and whom a pronoun or "the commander" means.
//!
//! A surname means the one person of the article that has it. A pronoun or a title is resolved only where one person can be
//! meant: the only one named in its sentence and the one before, or the one that the article is about.
//!
//! In one file because whom a pronoun or a title may mean is decided on the same names and mentions that are found here.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::alias::{Same, nominative_name};
use super::lexicon::sort;
use super::page::Page;
use crate::extraction::{MentionKind, Of, Piece};
use crate::text::fold::fold;

/// A person's name that an article writes in full.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Known {
    /// As written.
    pub(super) name: String,
    /// Folded words.
    pub(super) words: Vec<String>,
}

/// Of each name in full in how many articles it stands, and after which titles.
pub(super) type Weights<'a> = BTreeMap<&'a [String], (usize, BTreeSet<&'a String>)>;

/// The persons of an article.
#[derive(Debug, Default)]
pub(super) struct Cast {
    persons: Vec<Known>,
    titles: Vec<BTreeSet<String>>,
    /// Whether the article itself names the person in full.
    own: Vec<bool>,
    /// By first word: forms of names, the longer first.
    forms: HashMap<String, Vec<(Vec<String>, usize)>>,
    /// Tokens at which each person is mentioned, in order.
    met: Vec<(usize, usize)>,
    /// Mentions by person.
    counts: Vec<usize>,
    /// The person of whose life and death the case speaks, where it is one.
    focus: Option<usize>,
    /// Who speaks in the article.
    speakers: BTreeSet<usize>,
    /// Whether whom the case is about is a woman.
    female: bool,
}

/// The person of whose life and death most articles of a language speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Focus {
    /// The name in full.
    pub(super) known: Known,
    /// Other names that articles give: "known as the Falcon".
    pub(super) aliases: BTreeSet<Vec<String>>,
    /// Whether articles speak of a woman.
    pub(super) female: bool,
}

/// Persons' names that an article writes in full or after a title.
pub(super) fn names_in(page: &Page) -> Vec<(Known, BTreeSet<String>)> {
    if !page.arabic() {
        return super::english_names::names_in(page);
    }
    let mut out = Vec::new();
    for m in &page.survey.marked {
        if m.kind != MentionKind::Person {
            continue;
        }
        // «بالعاصمة زرهونة»: a town, whatever extraction takes it for.
        let town = m.a > 0
            && m.b == m.a + 1
            && (page.is(m.a - 1, sort::PLACE_HEAD)
                || page.text(m.a - 1).ends_with("عاصمه")
                || page.text(m.a - 1).ends_with("ولايه"));
        if town {
            continue;
        }
        // شقيق محمد: a name all the same, and no title of his own.
        let Some((_, b)) = super::phrase::person_at(page, m.a, page.len()) else {
            continue;
        };
        // «مقتل أبي فلان»: the kunya is part of the name, in whatever case.
        let a = if m.a > 0 && kunya(page.text(m.a - 1)) && page.piece(m.a - 1) == Piece::Word {
            m.a - 1
        } else {
            m.a
        };
        let (name, _) = page.name(a, b);
        let name = nominative_name(&name);
        let words: Vec<String> = super::english_names::name_words(&fold(&name));
        if words.is_empty() || words.iter().any(|w| w.chars().count() < 2) && words.len() == 1 {
            continue;
        }
        // «الملك جوهر»: a king has one name.
        let regnal = a > 0 && page.is(a - 1, sort::REGNAL);
        if words.len() == 1
            && !regnal
            && (words[0].chars().count() < 4 || page.tok(m.a).is_some_and(|t| t.given))
        {
            continue;
        }
        let mut titles = BTreeSet::new();
        let mut k = m.a;
        while k > 0 && m.a - k < 5 {
            k -= 1;
            if page.piece(k) != Piece::Word {
                break;
            }
            if page.head(k) == Some(Of::Person) || page.is(k, sort::TITLE) {
                let title = core(page, k);
                // زعيم جماعة الراية: of what.
                for n in k + 1..m.a {
                    titles.insert(format!("{title}/{}", core(page, n)));
                }
                titles.insert(title);
            }
        }
        out.push((Known { name, words }, titles));
    }
    given_names(page, &mut out);
    for i in 0..page.len() {
        // «الرهينة الأميركية كايلا مولر»: an adjective may stand between.
        let adjective = page.def(i) && page.def(i + 1) && page.marked(i + 1).is_none();
        if page.is(i, sort::TITLE)
            && let Some((a, b)) = super::phrase::titled_name(page, i, page.len()).or_else(|| {
                super::phrase::titled_name(page, i + 1, page.len()).filter(|_| adjective)
            })
        {
            let (name, _) = page.name(a, b);
            let name = nominative_name(&name);
            let words = super::english_names::name_words(&fold(&name));
            out.push((Known { name, words }, BTreeSet::from([core(page, i)])));
        }
    }
    out
}

/// «القائد العام محمد الضيف»: a given name and a surname that is an everyday word, behind a title or «أن», or written twice.
fn given_names(page: &Page, out: &mut Vec<(Known, BTreeSet<String>)>) {
    let mut met: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    for i in 0..page.len().saturating_sub(1) {
        if !super::phrase::given_and_surname(page, i) {
            continue;
        }
        let (name, _) = page.name(i, i + 2);
        let words = super::english_names::name_words(&fold(&name));
        met.entry(words).or_default().push(i);
    }
    for (words, places) in met {
        let known = out
            .iter()
            .any(|(n, _)| n.words.len() > 1 && n.words.windows(2).any(|w| w == words.as_slice()));
        let introduced = places.iter().any(|&i| {
            (i.saturating_sub(6)..i)
                .rev()
                .take_while(|&k| {
                    page.piece(k) == Piece::Word && !super::phrase::finite(page, k)
                        || matches!(page.piece(k), Piece::Open | Piece::Close)
                })
                .any(|k| page.is(k, sort::TITLE) || page.head(k) == Some(Of::Person))
                || i > 0 && page.tok(i - 1).is_some_and(|t| t.that)
        });
        if known || !introduced && places.len() < 2 {
            continue;
        }
        let (name, _) = page.name(places[0], places[0] + 2);
        let mut titles = BTreeSet::new();
        for &i in &places {
            let mut k = i;
            while k > 0 && i - k < 5 && page.piece(k - 1) == Piece::Word {
                k -= 1;
                if page.is(k, sort::TITLE) || page.head(k) == Some(Of::Person) {
                    let title = core(page, k);
                    for n in k + 1..i {
                        titles.insert(format!("{title}/{}", core(page, n)));
                    }
                    titles.insert(title);
                }
            }
        }
        out.push((Known { name, words }, titles));
    }
}

/// Whether a word is أبو, in whatever case and with whatever is attached.
fn kunya(word: &str) -> bool {
    matches!(
        word.strip_prefix(['و', 'ف', 'ل', 'ب']).unwrap_or(word),
        "ابو" | "ابا" | "ابي"
    ) || matches!(word, "ابو" | "ابا" | "ابي")
}

/// The words by which a person is called alone: the last, with «نصر» before «الله», «بن» before «لادن».
fn surname(words: &[String]) -> Option<&[String]> {
    let last = words.len().checked_sub(1).filter(|&n| n > 0)?;
    let joined = matches!(words[last].as_str(), "الله" | "الدين" | "الاسلام" | "الزمان")
        || matches!(
            words[last - 1].as_str(),
            "بن" | "ابن"
                | "ال"
                | "عبد"
                | "ابو"
                | "ابا"
                | "ابي"
                | "bin"
                | "ibn"
                | "de"
                | "van"
                | "von"
        );
    if joined {
        // What is left must tell him from others: the whole of «نصر الله» is no shorter form.
        (last > 1).then(|| &words[last - 1..])
    } else {
        Some(&words[last..])
    }
}

/// Whether two first words of a name are one, أبو in whatever case.
fn same_start(word: &str, first: &str) -> bool {
    word == first || first == "ابو" && matches!(word, "ابا" | "ابي")
}

/// A word without conjunction, preposition and article.
fn core(page: &Page, i: usize) -> String {
    let text = strip(page, i);
    text.strip_prefix("ال").unwrap_or(text).to_owned()
}

/// A title's own word, without an attached pronoun: زعيمه.
fn title(page: &Page, token: usize) -> String {
    if !page.arabic() {
        let text = page.text(token);
        return text
            .strip_suffix("'s")
            .or_else(|| text.strip_suffix("’s"))
            .unwrap_or(text)
            .to_owned();
    }
    match page.taken.get(token) {
        Some(t) if !t.pronoun.is_empty() => t.key.to_string(),
        _ => core(page, token),
    }
}

/// What a title's bearer leads: the words that name it, «تنظيم» by itself only where no name follows.
fn led(page: &Page, token: usize) -> Vec<String> {
    let group = |k: usize| {
        matches!(
            core(page, k).as_str(),
            "تنظيم" | "جماعه" | "حركه" | "حزب" | "جبهه" | "هييه" | "ميليشيا"
        )
    };
    let first = token + 1;
    let from = if group(first) && !page.def(first) {
        first + 1
    } else {
        first
    };
    let end = if group(first) && page.def(first) {
        first + 1
    } else {
        from + 2
    };
    (from..end).map(|k| core(page, k)).collect()
}

/// Words that mean whomever an article is about, though they are no title of his.
fn epithet(word: &str) -> bool {
    matches!(
        word,
        "man"
            | "leader"
            | "chief"
            | "militant"
            | "warlord"
            | "rebel"
            | "insurgent"
            | "jihadist"
            | "extremist"
            | "fugitive"
            | "strongman"
            | "ringleader"
            | "mastermind"
            | "boss"
            | "commander"
            | "caliph"
            | "emir"
            | "رجل"
            | "زعيم"
            | "قايد"
            | "خليفه"
            | "امير"
            | "ارهابي"
            | "قيادي"
            | "مطلوب"
            | "متمرد"
            | "جهادي"
            | "متشدد"
            | "فقيد"
            | "راحل"
    )
}

fn strip<'a>(page: &'a Page, i: usize) -> &'a str {
    let text = page.text(i);
    let skip = page
        .tok(i)
        .filter(|t| t.prep != Some('ك'))
        .map_or(0, |t| usize::from(t.skip));
    text.char_indices()
        .nth(skip)
        .map_or(text, |(b, _)| &text[b..])
}

impl Cast {
    /// The cast of an article, with names that other articles of the case write.
    pub(super) fn new(
        page: &Page,
        own: &[(Known, BTreeSet<String>)],
        others: &[Known],
        weights: &Weights,
        focus: Option<&Focus>,
        same: &Same,
    ) -> Self {
        let mut all: BTreeMap<Vec<String>, (String, BTreeSet<String>, bool)> = BTreeMap::new();
        for (known, titles) in own {
            let entry = all
                .entry(known.words.clone())
                .or_insert_with(|| (known.name.clone(), BTreeSet::new(), true));
            entry.1.extend(titles.iter().cloned());
        }
        for known in others {
            all.entry(known.words.clone())
                .or_insert_with(|| (known.name.clone(), BTreeSet::new(), false));
        }
        if let Some(f) = focus {
            // Under another name he is no other person.
            for alias in &f.aliases {
                all.remove(alias);
            }
            all.entry(f.known.words.clone())
                .or_insert_with(|| (f.known.name.clone(), BTreeSet::new(), false));
        }
        let mut cast = Self::default();
        // Longer names first, so that shorter ones find them.
        let mut list: Vec<_> = all.into_iter().collect();
        list.sort_by(|a, b| (b.0.len(), !b.1.2, &a.0).cmp(&(a.0.len(), !a.1.2, &b.0)));
        // By person the longest form, while he goes by the one that most articles write.
        let mut longest: Vec<Vec<String>> = Vec::new();
        let weight = |words: &[String]| weights.get(words).map_or(0, |w| w.0);
        for (words, (name, titles, here)) in list {
            let fits: Vec<usize> = (0..cast.persons.len())
                .filter(|&k| {
                    let longer = &longest[k];
                    longer.len() > words.len()
                        && longer.last() == words.last()
                        && words.iter().all(|w| longer.contains(w))
                })
                .collect();
            let k = match fits[..] {
                [one] => {
                    let person = &mut cast.persons[one];
                    let whole = words.len() > 1 && words.first() == person.words.first();
                    if whole && weight(&words) > weight(&person.words) {
                        *person = Known {
                            name,
                            words: words.clone(),
                        };
                    }
                    one
                }
                _ => {
                    longest.push(words.clone());
                    cast.persons.push(Known {
                        name,
                        words: words.clone(),
                    });
                    cast.titles.push(BTreeSet::new());
                    cast.own.push(false);
                    // Titles that other articles give: in Arabic only those that say of what.
                    if let Some((_, titles)) = weights.get(&words[..]) {
                        let k = cast.titles.len() - 1;
                        let telling = titles
                            .iter()
                            .filter(|t| !page.arabic() || t.contains('/'))
                            .map(|t| (*t).clone());
                        cast.titles[k].extend(telling);
                    }
                    cast.persons.len() - 1
                }
            };
            cast.titles[k].extend(titles);
            cast.own[k] |= here;
            cast.form(words, k);
        }
        if let Some(f) = focus {
            cast.focus = cast.find(&f.known.name);
            cast.female = f.female;
            if let (Some(k), Some((_, titles))) = (cast.focus, weights.get(&f.known.words[..])) {
                cast.titles[k].extend(titles.iter().map(|t| (*t).clone()));
            }
            if let Some(k) = cast.focus {
                for alias in &f.aliases {
                    cast.form(alias.clone(), k);
                }
                // His given name alone, or أبو فلان: where nobody else of the article begins so.
                let words = &f.known.words;
                let head = match words.iter().position(|w| w == "-") {
                    Some(_) if words[0] == "abu" && words.len() > 4 => words
                        .iter()
                        .rposition(|w| w == "al" || w == "el")
                        .unwrap_or(1),
                    _ => 1,
                };
                let given: Vec<String> = words[..head.max(1)].to_vec();
                let alone = cast
                    .persons
                    .iter()
                    .enumerate()
                    .all(|(n, p)| n == k || !p.words.starts_with(&given));
                if words.len() > head && given.concat().chars().count() > 4 && alone {
                    cast.form(given, k);
                }
            }
        }
        // Under his other names he is the same.
        let others: Vec<(&Vec<String>, usize)> = same
            .iter()
            .filter_map(|(words, one)| {
                let k = cast.persons.iter().position(|p| p.words == one.words)?;
                Some((words, k))
            })
            .collect();
        for (words, k) in &others {
            cast.form((*words).clone(), *k);
        }
        let names: Vec<(Vec<String>, usize)> = cast
            .persons
            .iter()
            .enumerate()
            .map(|(k, p)| (&p.words, k))
            .chain(others.iter().copied())
            .map(|(words, k)| (words.clone(), k))
            .collect();
        // Surnames, where one person has them.
        let mut surnames: BTreeMap<Vec<String>, BTreeSet<usize>> = BTreeMap::new();
        for (words, k) in names.iter().map(|(words, k)| (words, *k)) {
            if let Some(surname) = surname(words) {
                surnames.entry(surname.to_vec()).or_default().insert(k);
            }
        }
        for (surname, who) in surnames {
            let one = cast.bearer(page, &who, weights);
            if let Some(k) = one
                && surname.concat().chars().count() > 3
            {
                // "al-Wadii" by itself.
                if !page.arabic()
                    && let [.., article, dash, _] = &cast.persons[k].words[..]
                    && dash == "-"
                    && surname.len() == 1
                    && cast.persons[k].words.len() > 3
                {
                    let long = vec![article.clone(), dash.clone(), surname.concat()];
                    cast.form(long, k);
                }
                cast.form(surname, k);
            }
        }
        // أبو فلان without the surname.
        let mut kunyas: BTreeMap<[String; 2], BTreeSet<usize>> = BTreeMap::new();
        for (words, k) in names.iter().map(|(words, k)| (words, *k)) {
            if let [first, second, _, ..] = &words[..]
                && first == "ابو"
            {
                let key = [first.clone(), second.clone()];
                kunyas.entry(key).or_default().insert(k);
            }
        }
        for (kunya, who) in kunyas {
            let own: Vec<usize> = who.iter().copied().filter(|&k| cast.own[k]).collect();
            let one = match own[..] {
                [one] => Some(one),
                [] => cast.bearer(page, &who, weights),
                _ => None,
            };
            if let Some(k) = one {
                cast.form(kunya.to_vec(), k);
            }
        }
        for list in cast.forms.values_mut() {
            list.sort_by(|a, b| (b.0.len(), &a.0).cmp(&(a.0.len(), &b.0)));
        }
        cast.counts = vec![0; cast.persons.len()];
        let mut i = 0;
        while i < page.len() {
            if page.piece(i) == Piece::Word
                && let Some((n, k)) = cast.at(page, i, page.len())
            {
                cast.met.push((i, k));
                cast.counts[k] += 1;
                i += n;
            } else {
                i += 1;
            }
        }
        cast
    }

    /// Of those who share a surname the one whom it means here: of whom the case speaks far more than of the others, unless
    /// this article names only another; else the one whom this article names.
    fn bearer(&self, page: &Page, who: &BTreeSet<usize>, weights: &Weights) -> Option<usize> {
        if who.len() == 1 {
            return who.first().copied();
        }
        // Whom the case is about, unless this article names another of the surname and not him.
        if let Some(f) = self.focus.filter(|f| who.contains(f)) {
            let mut here = who.iter().filter(|k| self.own[**k]).peekable();
            if here.peek().is_none() || here.any(|k| *k == f) {
                return Some(f);
            }
        }
        let weight = |k: usize| weights.get(&self.persons[k].words[..]).map_or(0, |w| w.0);
        let mut order: Vec<usize> = who.iter().copied().collect();
        order.sort_by_key(|&k| (std::cmp::Reverse(weight(k)), k));
        let (first, second) = (*order.first()?, *order.get(1)?);
        let dominant = weight(first) >= 3 * weight(second).max(1);
        // «أبا الليث» is named, though not in full.
        let partly = |k: usize| {
            let words = &self.persons[k].words;
            words.len() > 2
                && (0..page.len())
                    .any(|i| same_start(page.text(i), &words[0]) && page.text(i + 1) == words[1])
        };
        let here: Vec<usize> = order
            .iter()
            .copied()
            .filter(|&k| self.own[k] || partly(k))
            .collect();
        if dominant && (here.is_empty() || here.contains(&first)) {
            return Some(first);
        }
        match here[..] {
            [one] if !dominant => Some(one),
            _ => None,
        }
    }

    fn form(&mut self, words: Vec<String>, person: usize) {
        if let Some(first) = words.first() {
            // أبو in all its cases.
            if first == "ابو" && words.len() > 1 {
                for other in ["ابا", "ابي"] {
                    let mut words = words.clone();
                    other.clone_into(&mut words[0]);
                    let list = self.forms.entry(other.to_owned()).or_default();
                    if !list.iter().any(|(w, _)| *w == words) {
                        list.push((words, person));
                    }
                }
            }
            let list = self.forms.entry(first.clone()).or_default();
            if !list.iter().any(|(w, _)| *w == words) {
                list.push((words, person));
            }
        }
    }

    /// The name that begins at a token: how many tokens, and whose it is.
    pub(super) fn at(&self, page: &Page, i: usize, end: usize) -> Option<(usize, usize)> {
        let text = page.text(i);
        let mut firsts = [strip(page, i), text, ""];
        if page.arabic() && text.chars().count() > 4 {
            firsts[2] = text.strip_prefix(['و', 'ف', 'ب', 'ل']).unwrap_or("");
        }
        if !page.arabic() {
            firsts[0] = text
                .strip_suffix("'s")
                .or_else(|| text.strip_suffix("’s"))
                .unwrap_or(text);
            if !super::english_names::name_starts(page, i) {
                return None;
            }
        }
        for first in firsts {
            if first.is_empty() {
                continue;
            }
            let Some(list) = self.forms.get(first) else {
                continue;
            };
            for (words, k) in list {
                let fits = words.iter().enumerate().skip(1).all(|(n, w)| {
                    i + n < end && {
                        let t = page.text(i + n);
                        t == w
                            || !page.arabic()
                                && t.strip_suffix("'s").or_else(|| t.strip_suffix("’s")) == Some(w)
                    }
                });
                // A surname alone must be no common word.
                let common = words.len() == 1
                    && page.arabic()
                    && (page.tok(i).is_some_and(|t| t.found && !t.given)
                        || page.entry(i).is_some_and(|e| {
                            e.sorts != 0 || !e.triggers.is_empty() || e.people > 0
                        }));
                // A surname is not the first part of another's name: «ترامب الابن».
                if fits && !common {
                    return Some((words.len(), *k));
                }
            }
        }
        None
    }

    /// Whether a name begins at a token.
    pub(super) fn begins(&self, page: &Page, i: usize) -> bool {
        self.at(page, i, page.len()).is_some()
    }

    pub(super) fn name(&self, person: usize) -> &str {
        self.persons.get(person).map_or("", |p| &p.name)
    }

    /// The person whose name this is.
    pub(super) fn find(&self, name: &str) -> Option<usize> {
        let words: Vec<String> = super::english_names::name_words(&fold(name));
        let list = self.forms.get(words.first()?)?;
        list.iter().find(|(w, _)| *w == words).map(|(_, k)| *k)
    }

    /// The person that the article is about, where one stands out.
    pub(super) fn main(&self) -> Option<usize> {
        let mut order: Vec<usize> = (0..self.counts.len()).collect();
        order.sort_by_key(|&k| (std::cmp::Reverse(self.counts[k]), k));
        let first = *order.first()?;
        let second = order.get(1).map_or(0, |&k| self.counts[k]);
        (self.counts[first] >= 3 && self.counts[first] >= 2 * second).then_some(first)
    }

    /// Whom a pronoun at a token means, whoever speaks left out, and whether that is sure.
    pub(super) fn pronoun(
        &self,
        page: &Page,
        at: usize,
        speaker: Option<usize>,
    ) -> Option<(usize, bool)> {
        let sentences = &page.survey.sentences;
        let here = sentences.partition_point(|s| s.1 <= at);
        for back in 0..2usize {
            let Some(from) = here.checked_sub(back).and_then(|k| sentences.get(k)) else {
                break;
            };
            let mut near: BTreeSet<usize> = self
                .met
                .iter()
                .filter(|(i, k)| *i >= from.0 && *i < at && Some(*k) != speaker)
                .map(|(_, k)| *k)
                .collect();
            // Where a case is about one man, those who speak of him are not meant.
            if let Some(f) = self.focus.filter(|f| self.counts[*f] > 0) {
                near.retain(|k| *k == f || !self.speakers.contains(k));
            }
            // Of somebody's death in a case about one man's: he, though another was named in the sentence before.
            if back == 1
                && near.len() == 1
                && let Some(f) = self
                    .focus
                    .filter(|f| self.counts[*f] > 0 && Some(*f) != speaker)
            {
                return Some((f, near.contains(&f)));
            }
            if near.len() == 1 {
                // Named right before it, and nobody else so far; or the one whom the article is about.
                let others = self
                    .met
                    .iter()
                    .any(|(i, k)| *i < at && Some(*k) != speaker && Some(k) != near.first());
                let sure = back == 0 || !others || self.main() == near.first().copied();
                return near.first().map(|k| (*k, sure));
            }
            if near.len() > 1 {
                return self.main().filter(|k| near.contains(k)).map(|k| (k, true));
            }
        }
        // Nobody is named near it: whom the case is about, once the article has named him.
        self.focus
            .filter(|f| Some(*f) != speaker && self.counts[*f] > 0)
            .map(|f| (f, true))
    }

    /// The person that the case is about, where the article names him.
    pub(super) fn focus(&self) -> Option<usize> {
        self.focus.filter(|f| self.counts[*f] > 0)
    }

    /// Whether "a rebel commander" brings in whom the case is about: before the article names him, by a title that he has.
    pub(super) fn introduces(&self, at: usize, title: &str) -> bool {
        self.focus().is_some_and(|f| {
            let named = self.met.iter().find(|(_, k)| *k == f).map(|(i, _)| *i);
            let others = self.met.iter().any(|(i, k)| *i < at && *k != f);
            named.is_some_and(|n| at < n && n - at < 160)
                && !others
                && (epithet(title) || self.titles[f].contains(title))
        })
    }

    /// Whom the case is about, by the name that he was given, where nobody else of the article begins so.
    pub(super) fn by_given(&self, word: &str) -> Option<usize> {
        let k = self.focus()?;
        let given = |p: &Known| p.words.first().is_some_and(|w| w == word);
        let others = self
            .persons
            .iter()
            .enumerate()
            .any(|(n, p)| n != k && self.own[n] && given(p));
        (given(&self.persons[k]) && !others && word.chars().count() > 2).then_some(k)
    }

    /// Whom the case is about, by his surname behind a title: «الملا عمر».
    pub(super) fn by_surname(&self, word: &str) -> Option<usize> {
        let k = self.focus.or_else(|| self.main())?;
        let others = self
            .persons
            .iter()
            .enumerate()
            .any(|(n, p)| n != k && self.own[n] && p.words.last().is_some_and(|w| w == word));
        let his = self.persons[k].words.last().is_some_and(|w| w == word);
        (his && !others && word.chars().count() > 2).then_some(k)
    }

    /// Whether whom the case is about is a woman.
    pub(super) fn of_her(&self) -> bool {
        self.female
    }

    /// Whom the case is about, where somebody of another name has his surname.
    pub(super) fn family(&self, name: &str) -> Option<usize> {
        let k = self.focus()?;
        let words = super::english_names::name_words(&fold(name));
        let own = &self.persons[k].words;
        let (last, his) = (words.last()?, own.last()?);
        (last == his
            && words.len() > 1
            && his.chars().count() > 3
            && words.first() != own.first()
            && self.find(name) != Some(k))
        .then_some(k)
    }

    /// The cast with those who speak in the article.
    pub(super) fn speaking<'n>(mut self, names: impl Iterator<Item = &'n str>) -> Self {
        self.speakers = names.filter_map(|n| self.find(n)).collect();
        self
    }

    /// Whom "the commander" means.
    pub(super) fn titled(
        &self,
        page: &Page,
        token: usize,
        of_title: &str,
        speaker: Option<usize>,
    ) -> Option<usize> {
        if !page.arabic() {
            return self.titled_of(of_title, speaker);
        }
        let word = title(page, token);
        // زعيم الراية: the one who leads just that.
        let construct = page.arabic()
            && !page.def(token)
            && page.taken.get(token).is_none_or(|t| t.pronoun.is_empty());
        let of: Vec<String> = if construct {
            led(page, token)
                .into_iter()
                .map(|of| format!("{word}/{of}"))
                .collect()
        } else {
            Vec::new()
        };
        let here: Vec<usize> = (0..self.persons.len())
            .filter(|&k| {
                self.counts[k] > 0
                    && if construct {
                        of.iter().any(|w| self.titles[k].contains(w))
                    } else {
                        self.titles[k].contains(&word)
                    }
            })
            .collect();
        match here[..] {
            [one] if Some(one) != speaker => Some(one),
            [] => {
                let k = self.focus.filter(|k| Some(*k) != speaker)?;
                let fits = if construct {
                    of.iter().any(|w| self.titles[k].contains(w))
                } else {
                    self.counts[k] > 0 && (self.titles[k].contains(&word) || epithet(&word))
                };
                fits.then_some(k)
            }
            _ => self
                .main()
                .or(self.focus)
                .filter(|k| here.contains(k) && Some(*k) != speaker),
        }
    }

    /// Whom an English title means, "leader" or, with the group that it is of, "leader/islamic state".
    ///
    /// Who is known to lead another group is not meant; of whom nothing is known may be.
    fn titled_of(&self, title: &str, speaker: Option<usize>) -> Option<usize> {
        let (word, of) = title
            .split_once('/')
            .map_or((title, None), |(w, g)| (w, Some(g)));
        let prefix = format!("{word}/");
        let groups = |k: usize| self.titles[k].iter().filter(|t| t.starts_with(&prefix));
        let mut here: Vec<usize> = (0..self.persons.len())
            .filter(|&k| self.counts[k] > 0 && self.titles[k].contains(word))
            .collect();
        if let Some(of) = of {
            let wanted = format!("{prefix}{of}");
            let just: Vec<usize> = here
                .iter()
                .copied()
                .filter(|&k| self.titles[k].contains(&wanted))
                .collect();
            here = if just.is_empty() {
                here.into_iter()
                    .filter(|&k| groups(k).next().is_none())
                    .collect()
            } else {
                just
            };
        }
        match here[..] {
            [one] if Some(one) != speaker => Some(one),
            [] => self.focus.filter(|&k| {
                let other = of.is_some_and(|of| {
                    groups(k).next().is_some() && !self.titles[k].contains(&format!("{prefix}{of}"))
                });
                Some(k) != speaker
                    && self.counts[k] > 0
                    && !other
                    && (self.titles[k].contains(word) || epithet(word))
            }),
            _ => self
                .main()
                .or(self.focus)
                .filter(|k| here.contains(k) && Some(*k) != speaker),
        }
    }
}
