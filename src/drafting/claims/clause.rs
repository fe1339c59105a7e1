//! The gist of a free claim: the clause that best stands for its statements, in at most [`LONGEST`] of their own words.
//!
//! Every place where a clause may begin in any of the statements is weighed: whether it has the words of the event and a
//! name, whether its words are those that most of the statements share, whether it begins with a pronoun or with what only
//! joins it to the text before. The words left off and put before an accusation are data (`packs/gists.ron`).

use std::collections::{BTreeMap, BTreeSet};

use super::clause_pack::{Accusing, Pack};
use super::clause_words::{Token, tokens};
use super::likeness::Bag;
use crate::drafting::stem;
use crate::text::fold::fold;

/// So few words that the case holds no sentence of an article.
const LONGEST: usize = 7;
/// A clause of fewer words than this goes on behind its comma.
const WHOLE: usize = 4;
/// What a clause in another language than most must have before those.
const FOREIGN: f64 = 2.0;

/// One statement of a free claim.
#[derive(Debug, Default)]
pub(super) struct Told<'a> {
    /// What it conveys, or the clause of it.
    pub(super) content: &'a str,
    /// Its language, without its region.
    pub(super) language: &'a str,
    /// The words by which it is told, where it is of an event.
    pub(super) event: &'a str,
    /// What conveys it, and the word right before it.
    pub(super) cue: [&'a str; 2],
    /// Names in it, folded, word by word.
    pub(super) names: BTreeSet<String>,
    /// Words of it, folded, by which it is of the same event as the others.
    pub(super) joins: BTreeSet<String>,
    /// How little it stands for what the claim says: nothing where it says so, most where its words say the contrary.
    pub(super) against: f64,
}

/// The clause that stands for what is told, with its language.
pub(super) fn gist(told: &[Told]) -> (String, String) {
    let spoken = |l: &str| told.iter().filter(|t| t.language == l).count();
    // In the language most of them have, if one of those says so; of two the one told first.
    let most = told.iter().rev().max_by_key(|t| spoken(t.language));
    let most = most.map_or("ar", |t| t.language);
    let bags: Vec<Bag> = told.iter().map(|t| Bag::new(t.content)).collect();
    let mut shared: BTreeMap<&str, f64> = BTreeMap::new();
    #[allow(clippy::cast_precision_loss)]
    let one = 1.0 / told.len().max(1) as f64;
    for word in bags.iter().flat_map(|b| &b.words) {
        *shared.entry(word.as_str()).or_default() += one;
    }
    let words: BTreeSet<String> = told
        .iter()
        .flat_map(|t| t.content.split_whitespace())
        .map(|w| fold(w.trim_matches(|c: char| !c.is_alphanumeric())))
        .collect();
    let mut best: Option<(f64, &str, String)> = None;
    for t in told {
        let less = if t.language == most { 0.0 } else { FOREIGN };
        for (score, clause) in clauses(t, &shared, &words) {
            let score = score - less - t.against;
            if best.as_ref().is_none_or(|(s, ..)| score > *s + 1e-9) {
                best = Some((score, t.language, clause));
            }
        }
    }
    let (language, clause) = best.map_or_else(
        || (most, told.first().map_or_else(String::new, first_words)),
        |(_, language, clause)| (language, clause),
    );
    (language.to_owned(), clause)
}

/// The first words of a content of which no clause could be made.
fn first_words(t: &Told) -> String {
    let plain = crate::drafting::content::tidy(t.content);
    let words: Vec<&str> = plain.split(' ').take(LONGEST).collect();
    words.join(" ")
}

/// The clauses of a content, each with how well it stands for the claim.
fn clauses(t: &Told, shared: &BTreeMap<&str, f64>, words: &BTreeSet<String>) -> Vec<(f64, String)> {
    let pack = Pack::of(t.language);
    let all = tokens(t);
    let told_of = all.iter().any(|w| w.event);
    let mut out = Vec::new();
    let cues = fold(&t.cue.join(" "));
    let laid_by = |a: &Accusing, w: &str| a.cue.split(' ').any(|c| w.starts_with(c));
    let accusing = pack.accusing.iter().find(|a| {
        cues.split(' ')
            .any(|w| laid_by(a, w) || w.strip_prefix('و').is_some_and(|w| laid_by(a, w)))
    });
    let mut later = 0.0;
    // An Arabic noun of the event may name it by itself: «… بعدما طلب إغلاق السد».
    let may = |k: usize| all[k].begins || t.language == "ar" && all[k].event;
    for at in (0..all.len()).filter(|&k| may(k)) {
        let (start, cut, less) = head(&all, at, pack, words);
        let Some((end, whole, denied)) = end(&all, start, told_of, pack) else {
            continue;
        };
        let laid = accusing
            .filter(|_| at == 0)
            .and_then(|a| laid(&all[start..end], a, t.language));
        let mut words: Vec<String> = all[start..end].iter().map(|w| w.text.clone()).collect();
        if let (Some(rest), Some(first)) = (cut, words.first_mut()) {
            *first = rest;
        }
        let mut score = weigh(&all[start..end], t, pack, shared) - less;
        if told_of && !all[start..end].iter().any(|w| w.event) {
            score -= 3.0;
        }
        // "The council did not …": less than what it says is no better.
        if denied {
            score -= 5.0;
        }
        if let Some((k, lead)) = laid {
            if !deed(&mut words, &all[start..end], t.language) {
                words.insert(k, lead);
            }
            score += 1.5;
        }
        if whole {
            score += 0.5;
        }
        if all[at].begins {
            score -= later;
            later = f64::min(later + 0.4, 1.6);
        } else {
            score -= 4.0 + later;
        }
        let mut clause = words.join(" ");
        if let Some(plain) = clause.strip_suffix([',', '،']) {
            clause.truncate(plain.len());
        }
        if !whole {
            clause.push_str(" …");
        }
        out.push((score, clause));
    }
    out
}

/// Where a clause begins behind what only joins it to the text, its first word where something is taken off it, and by how
/// much less it stands for the claim so.
fn head(
    all: &[Token],
    from: usize,
    pack: &Pack,
    words: &BTreeSet<String>,
) -> (usize, Option<String>, f64) {
    let mut k = from;
    let mut cut = None;
    let mut less = 0.0;
    while k + 1 < all.len() {
        let own = bare(&all[k], pack);
        let word = own.as_deref().map_or_else(|| all[k].folded.clone(), fold);
        if pack.that.contains(&word) || pack.head.contains(&word) || pack.about.contains(&word) {
            k += 1;
            continue;
        }
        // "It was an old bridge": what it was.
        if pack.shows.contains(&word) && pack.is.contains(&all[k + 1].folded) && k + 3 < all.len() {
            k += 2;
            continue;
        }
        // "In a raid": the raid.
        if pack.before.contains(&word) && less == 0.0 {
            less = 1.0;
            k += 1;
            continue;
        }
        // «بمشاركة»: the noun, where it stands somewhere without its preposition.
        let text = own.clone().unwrap_or_else(|| all[k].text.clone());
        let noun = pack
            .attached
            .and_then(|c| text.strip_prefix(c))
            .filter(|rest| {
                let folded = fold(rest.trim_end_matches([',', '،']));
                folded.chars().count() > 2
                    && (words.contains(&folded) || words.contains(&format!("ال{folded}")))
            });
        if let Some(noun) = noun {
            cut = Some(noun.to_owned());
            less += 0.5;
        } else {
            cut = own;
        }
        break;
    }
    (k, cut, less)
}

/// A word without the letter that joins its clause to the one before; none where it has none.
fn bare(word: &Token, pack: &Pack) -> Option<String> {
    let joined = pack.joined?;
    let rest = word.text.strip_prefix(joined)?;
    let own = pack.own.iter().any(|w| word.folded.starts_with(w.as_str()));
    (!own && rest.chars().count() > 2).then(|| rest.to_owned())
}

/// Where a clause ends, whether it is whole, and whether what says that it is not so was left off: nothing ends on a word that
/// leads to the next, nor within what turns it.
fn end(all: &[Token], start: usize, told_of: bool, pack: &Pack) -> Option<(usize, bool, bool)> {
    const LEAST: usize = 2;
    let mut k = start;
    let mut event = false;
    let mut whole = false;
    let turns = |at: usize| {
        let word = |k: usize| all.get(k).map(|w| w.folded.as_str());
        let before = at.checked_sub(1).and_then(word);
        word(at).is_some_and(|w| pack.turns(before, w, word(at + 1)))
    };
    while k < all.len() && k - start < LONGEST && !whole {
        event |= all[k].event;
        k += 1;
        let enough = k - start >= WHOLE && (event || !told_of);
        if enough && all[k - 1].comma && turns(k) {
            return Some((k, false, false));
        }
        whole = all[k - 1].ends || enough && all[k - 1].comma;
    }
    whole |= k == all.len();
    let mut denied = false;
    if !whole && let Some(turn) = (start + LEAST + 1..k).find(|at| turns(*at)) {
        // "Four had come but none of them …": that four had come.
        k = turn;
    } else if !whole {
        let not = |at: usize| pack.not.contains(&all[at].folded);
        denied = (start..k).rev().take(LEAST).any(not);
    }
    let leads_on = |w: &String| pack.tail.contains(w) || pack.that.contains(w);
    while k > start + LEAST && leads_on(&all[k - 1].folded) {
        k -= 1;
    }
    denied &= !all[start..k].iter().any(|w| pack.not.contains(&w.folded));
    (k > start).then_some((k, whole, denied))
}

/// «للحكومة بالتورط في كذا»: what is laid to whom, as the deed itself, «تورط الحكومة في كذا». Those who deny it ask of it too.
/// A noun without an article must be of the words that tell the event: «بجرائم حرب» takes nobody behind it.
fn deed(words: &mut [String], all: &[Token], language: &str) -> bool {
    let noun = |k: usize| {
        let rest = words[k].strip_prefix('ب')?;
        match rest.strip_prefix("ال") {
            Some(bare) => Some(bare.to_owned()),
            None if all[k].event => Some(rest.to_owned()),
            None => None,
        }
    };
    let Some((at, noun)) = (1..words.len().min(5))
        .filter(|_| language == "ar")
        .find_map(|k| Some((k, noun(k)?)))
    else {
        return false;
    };
    let clear = |w: &str| w.chars().all(char::is_alphanumeric);
    if noun.chars().count() < 3 || !clear(&noun) || !words[..at].iter().all(|w| clear(w)) {
        return false;
    }
    words[..=at].rotate_right(1);
    words[0] = noun;
    if let Some(rest) = words[1].strip_prefix("لل") {
        words[1] = format!("ال{rest}");
    }
    true
}

/// Where the word that names an accusation goes, and that word: «اتهام» before whoever is accused, "accused" behind.
fn laid(words: &[Token], a: &Accusing, language: &str) -> Option<(usize, String)> {
    let by = fold(&a.by);
    if language == "ar" {
        let there = words.iter().any(|w| w.folded.starts_with(&by));
        return there.then(|| (0, a.lead.clone()));
    }
    let at = words.iter().skip(1).position(|w| w.folded == by)? + 1;
    Some((at, a.lead.clone()))
}

/// How well a clause stands for the claim.
fn weigh(words: &[Token], t: &Told, pack: &Pack, shared: &BTreeMap<&str, f64>) -> f64 {
    let mut score = 0.0;
    if words.iter().any(|w| w.event) {
        score += 6.0;
    }
    // What is said not to be is no name of what is asked.
    if words.iter().any(|w| pack.not.contains(&w.folded)) {
        score -= 5.0;
    }
    let on = |set: &BTreeSet<String>, w: &Token| {
        let rest = w.folded.strip_prefix(['و', 'ب', 'ل']);
        set.contains(&w.folded) || rest.is_some_and(|w| set.contains(w))
    };
    if words.iter().any(|w| on(&t.joins, w)) {
        score += 2.5;
    }
    let folded = |k: usize| words.get(k).map_or("", |w| w.folded.as_str());
    let first = folded(0);
    if pack.pronouns.contains(first) {
        score -= 3.0;
    } else if pack.weak.contains(first) {
        score -= 2.5;
    }
    if words
        .iter()
        .skip(1)
        .any(|w| pack.pronouns.contains(&w.folded))
    {
        score -= 0.6;
    }
    match words.iter().filter(|w| on(&t.names, w)).count() {
        0 => {}
        1 => score += 1.5,
        _ => score += 2.0,
    }
    // What most of the statements say.
    let stems: BTreeSet<&str> = words
        .iter()
        .map(|w| stem::arabic(&w.folded))
        .filter(|s| shared.contains_key(s))
        .collect();
    let common: f64 = stems.iter().map(|s| shared[s]).sum();
    #[allow(clippy::cast_precision_loss)]
    let least = stems.len().max(3) as f64;
    score += 5.0 * common / least;
    score -= match words.len() {
        0 | 1 => 6.0,
        2 => 3.0,
        3 => 0.5,
        _ => 0.0,
    };
    score
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told<'a>(language: &'a str, content: &'a str) -> Told<'a> {
        Told {
            content,
            language,
            ..Told::default()
        }
    }

    #[test]
    fn a_clause_begins_and_ends_where_a_reader_would() {
        for (language, content, clause) in [
            (
                "ar",
                "وإنه يعترف ببناء السد القديم،",
                "يعترف ببناء السد القديم",
            ),
            (
                "ar",
                "قلمير (ق ن أ) - افتتحت البلدية مشفى جديدا",
                "افتتحت البلدية مشفى جديدا",
            ),
            (
                "ar",
                "توقيع اتفاق تعاون مع المجلس القلميري بشأن المياه والكهرباء",
                "توقيع اتفاق تعاون مع المجلس القلميري …",
            ),
            ("ar", "وزير المياه استقبل الوفد", "وزير المياه استقبل الوفد"),
            (
                "en",
                "and the harbour office had to close its gate",
                "the harbour office had to close …",
            ),
            ("en", "\"The gate is shut,\"", "The gate is shut"),
            (
                "en",
                "six old barges had arrived but none of them was the pilot's",
                "six old barges had arrived …",
            ),
            (
                "en",
                "six old barges had arrived, but none was the pilot's",
                "six old barges had arrived …",
            ),
            (
                "en",
                "the gate was all but shut to the barges of Qalmir",
                "the gate was all but shut …",
            ),
            (
                "ar",
                "وصلت ستة قوارب إلى الميناء غير أن أحدا منها لم يرس",
                "وصلت ستة قوارب إلى الميناء …",
            ),
        ] {
            let (of, gist) = gist(&[told(language, content)]);
            assert_eq!((of.as_str(), gist.as_str()), (language, clause));
        }
    }

    #[test]
    fn the_statement_with_the_name_and_the_common_words_stands_for_all() {
        let mut named = told("en", "Karam opened the dam at night");
        named.names = BTreeSet::from(["karam".to_owned()]);
        let all = [
            told("en", "he opened the dam at night"),
            named,
            told("en", "a clerk somewhere says the dam was opened at night"),
            told("ar", "فتح السد ليلا"),
        ];
        assert_eq!(gist(&all).1, "Karam opened the dam at night");
    }

    #[test]
    fn a_clause_cut_off_within_its_denial_stands_for_nothing() {
        let all = [told(
            "en",
            "the keeper of the old dam has not opened the gate at all, and the water of the lake is high",
        )];
        assert_eq!(gist(&all).1, "the water of the lake is high");
    }

    #[test]
    fn who_only_denies_it_does_not_name_it() {
        let mut denial = told("en", "no gate of the dam was opened");
        denial.against = 4.0;
        let all = [denial, told("ar", "فتح بوابة السد ليلا")];
        assert_eq!(
            gist(&all),
            ("ar".to_owned(), "فتح بوابة السد ليلا".to_owned())
        );
    }

    #[test]
    fn an_accusation_names_whom_and_of_what() {
        let mut ar = told("ar", "مجلس قلمير ببيع ماء السد");
        ar.cue = ["واتهمت", ""];
        assert_eq!(gist(&[ar]).1, "اتهام مجلس قلمير ببيع ماء السد");
        let mut deed = told("ar", "للبلدية القلميرية بالتورط في بيع الماء");
        deed.cue = ["اتهامها", ""];
        assert_eq!(gist(&[deed]).1, "تورط البلدية القلميرية في بيع الماء");
        let mut told_by_event = told("ar", "قلمير بدعم صيادي البحيرة بالقوارب");
        told_by_event.cue = ["اتهمت", ""];
        told_by_event.event = "دعم";
        assert_eq!(gist(&[told_by_event]).1, "دعم قلمير صيادي البحيرة بالقوارب");
        let mut en = told("en", "the Qalmir council of selling water");
        en.cue = ["accused", ""];
        assert_eq!(gist(&[en]).1, "the Qalmir council accused of selling water");
    }
}
