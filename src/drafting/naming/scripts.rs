//! One name in two spellings, or in two scripts.
//!
//! Spelling of foreign names in Arabic varies by long vowels («ترامب», «ترمب»); of native names such a
//! vowel makes another name («حسن», «حسين»). Between scripts only consonants can be compared. So both
//! rules ask for whole names, word by word, and for no rival; what falls short is only suggested.
//!
//! In one file because spelling and script are weighed on the same groups, by the same rivals.

use std::collections::{BTreeMap, BTreeSet};

use super::cluster::Group;
use super::form::{Class, Form, bare_word};
use super::titles::Titles;
use crate::text::romanize::skeleton;

/// Two groups of forms that a rule finds alike.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Alike {
    pub(super) a: String,
    pub(super) b: String,
    pub(super) rule: &'static str,
    pub(super) score: f64,
    /// Whether they are merged, or only suggested.
    pub(super) merge: bool,
}

/// Pairs of groups that are one name spelled in two ways, or in two scripts.
pub(super) fn alike(groups: &BTreeMap<String, Group>, titles: &Titles) -> Vec<Alike> {
    let mut found = spellings(groups, titles);
    found.extend(foreign(groups, titles));
    found.extend(scripts(groups));
    found.extend(surname_abroad(groups));
    found.extend(latin(groups, titles));
    found.extend(headed(groups));
    found.extend(translated(groups, titles));
    found
}

/// Whether a name's words are written in Arabic letters.
pub(super) fn is_arabic(words: &[String]) -> bool {
    let arabic = |c: char| ('\u{0620}'..='\u{06ff}').contains(&c);
    words.iter().any(|w| w.chars().any(arabic))
}

/// Bodies of which one's name is the other's translation, where neither has a second partner.
fn translated(groups: &BTreeMap<String, Group>, titles: &Titles) -> Vec<Alike> {
    let forms = |arabic: bool| -> Vec<(&String, &Group, Vec<Form>)> {
        groups
            .iter()
            .filter(|(_, g)| g.class == Class::Body)
            .map(|(key, g)| {
                // A body that the case has may be met by its id first, whatever its names are written in.
                let all = g.variants.iter().filter(|words| is_arabic(words) == arabic);
                let all = all.map(|words| Form {
                    words: words.clone(),
                    shown: String::new(),
                });
                (key, g, all.collect::<Vec<Form>>())
            })
            .filter(|(_, _, forms)| !forms.is_empty())
            .collect()
    };
    let (arabic, latin) = (forms(true), forms(false));
    let mut pairs: Vec<(&String, &String)> = Vec::new();
    for (a, one, left) in &arabic {
        for (b, other, right) in &latin {
            if a == b || one.listed && other.listed {
                continue;
            }
            let same = left.iter().any(|x| {
                right.iter().any(|y| titles.terms().same(x, y)) && titles.terms().names_somebody(x)
            });
            if same {
                pairs.push((a, b));
            }
        }
    }
    pairs
        .iter()
        .map(|(a, b)| {
            // A shorter form of the same name is no rival.
            let kin = |x: &String, y: &String| {
                let (x, y) = (&groups[x].words, &groups[y].words);
                x.starts_with(y) || y.starts_with(x)
            };
            let sure = pairs
                .iter()
                .filter(|(x, y)| x == a || y == b)
                .all(|(x, y)| kin(x, a) && kin(y, b));
            Alike {
                a: (*a).clone(),
                b: (*b).clone(),
                rule: "two-languages",
                score: if sure { 0.65 } else { 0.3 },
                merge: sure,
            }
        })
        .collect()
}

/// Bodies of which one has the word for group and the other has not («جماعة الراية», «الراية»), where one text has both and
/// no third body is alike.
fn headed(groups: &BTreeMap<String, Group>) -> Vec<Alike> {
    let plain = |words: &[String]| -> Vec<String> {
        let kept = words.iter().filter(|w| !matches!(w.as_str(), "al" | "el"));
        kept.map(|w| bare_word(w).to_owned()).collect()
    };
    let bodies = || {
        groups
            .iter()
            .filter(|(_, g)| g.class == Class::Body && !g.listed)
    };
    let mut by_words: BTreeMap<Vec<String>, Vec<&String>> = BTreeMap::new();
    for (key, group) in bodies() {
        by_words.entry(plain(&group.words)).or_default().push(key);
    }
    let mut longer: BTreeMap<Vec<String>, Vec<&String>> = BTreeMap::new();
    for (key, group) in bodies() {
        let words = plain(&group.words);
        let rest = match words.as_slice() {
            [head, rest @ ..] if matches!(head.as_str(), "جماعه" | "تنظيم" | "حركه") => {
                rest
            }
            [rest @ .., head] if matches!(head.as_str(), "group" | "movement") => rest,
            _ => continue,
        };
        if !rest.is_empty() {
            longer.entry(rest.to_vec()).or_default().push(key);
        }
    }
    let mut found = Vec::new();
    for (rest, long) in &longer {
        for short in by_words.get(rest).into_iter().flatten() {
            for one in long {
                let together = groups[*one]
                    .articles
                    .intersection(&groups[*short].articles)
                    .next()
                    .is_some();
                let sure = long.len() == 1 && by_words[rest].len() == 1 && together;
                found.push(Alike {
                    a: (*one).clone(),
                    b: (*short).clone(),
                    rule: "word-for-group",
                    score: if sure { 0.7 } else { 0.4 },
                    merge: sure,
                });
            }
        }
    }
    found
}

/// Persons of two words and more that differ by long vowels within words that are no native names.
fn spellings(groups: &BTreeMap<String, Group>, titles: &Titles) -> Vec<Alike> {
    let mut by_skeleton: BTreeMap<Vec<String>, Vec<&String>> = BTreeMap::new();
    for (key, group) in groups {
        if group.class == Class::Person && group.words.len() >= 2 && group.arabic {
            let short: Vec<String> = group.words.iter().map(|w| vowelless(w)).collect();
            by_skeleton.entry(short).or_default().push(key);
        }
    }
    let mut found = Vec::new();
    for keys in by_skeleton.values() {
        for (n, a) in keys.iter().enumerate() {
            for b in &keys[n + 1..] {
                let (one, other) = (&groups[*a], &groups[*b]);
                let differing: Vec<(&String, &String)> = one
                    .words
                    .iter()
                    .zip(&other.words)
                    .filter(|(x, y)| bare_word(x) != bare_word(y))
                    .collect();
                if differing.is_empty() || differing.len() == one.words.len() {
                    continue;
                }
                let foreign = differing.iter().all(|(x, y)| {
                    x.chars().count().min(y.chars().count()) >= 4
                        && !titles.is_given(std::slice::from_ref(x))
                        && !titles.is_given(std::slice::from_ref(y))
                });
                let apart = one.articles.intersection(&other.articles).next().is_none();
                found.push(Alike {
                    a: (*a).clone(),
                    b: (*b).clone(),
                    rule: "spelling",
                    score: if foreign && apart { 0.75 } else { 0.3 },
                    merge: foreign && apart && keys.len() <= 3,
                });
            }
        }
    }
    found
}

/// Foreign persons whose names newsrooms write with one consonant or its neighbour: «إليزابيت» and «إليزابيث», «غوتيريس» and «غوتيريش»,
/// «زاكاروفا» and «زاخاروفا». Never in one text, and never where any word is a native name or has an article.
fn foreign(groups: &BTreeMap<String, Group>, titles: &Titles) -> Vec<Alike> {
    let near = |word: &str| -> String {
        vowelless(word)
            .chars()
            .map(|c| match c {
                'ث' => 'ت',
                'ش' => 'س',
                'خ' => 'ك',
                'غ' => 'ج',
                'ذ' | 'ض' => 'د',
                'ظ' => 'ز',
                other => other,
            })
            .collect()
    };
    let native = |w: &String| {
        w.starts_with("ال")
            || titles.is_given(std::slice::from_ref(w))
            || matches!(
                w.as_str(),
                "عبد" | "ابو" | "ام" | "بن" | "اغ" | "ولد" | "ال"
            )
    };
    let mut by_sound: BTreeMap<Vec<String>, Vec<&String>> = BTreeMap::new();
    for (key, group) in groups {
        let long = group
            .words
            .iter()
            .map(|w| vowelless(w).chars().count())
            .sum::<usize>()
            >= 6;
        if group.class == Class::Person
            && group.arabic
            && (2..=4).contains(&group.words.len())
            && long
            && !group.words.iter().any(native)
        {
            by_sound
                .entry(group.words.iter().map(|w| near(w)).collect())
                .or_default()
                .push(key);
        }
    }
    let mut found = Vec::new();
    for keys in by_sound.values() {
        let [a, b] = keys.as_slice() else {
            continue;
        };
        let (one, other) = (&groups[*a], &groups[*b]);
        let apart = one.articles.intersection(&other.articles).next().is_none();
        found.push(Alike {
            a: (*a).clone(),
            b: (*b).clone(),
            rule: "spelling",
            score: if apart { 0.65 } else { 0.3 },
            merge: apart,
        });
    }
    found
}

/// A word without the letters that only lengthen a vowel, its first letter kept.
fn vowelless(word: &str) -> String {
    let mut chars = bare_word(word).chars();
    let first = chars.next();
    first
        .into_iter()
        .chain(chars.filter(|c| !matches!(c, 'ا' | 'و' | 'ي')))
        .collect()
}

/// An Arabic and a Latin name with the same consonants in the same order. A person's words are taken together, since the
/// scripts part them differently: «نصر الله», "Nasrallah"; «عبد الرحمن», "Abdulrahman".
fn scripts(groups: &BTreeMap<String, Group>) -> Vec<Alike> {
    const OFTEN: usize = 5;
    let mut by_skeleton: BTreeMap<(Class, Vec<String>), [Vec<&String>; 2]> = BTreeMap::new();
    for (key, group) in groups {
        if !matches!(group.class, Class::Person | Class::Place | Class::Body) || group.listed {
            continue;
        }
        let of = |words: &[String]| -> Vec<String> {
            if group.class == Class::Person {
                return vec![whole(words)];
            }
            let kept = words.iter().filter(|w| !matches!(w.as_str(), "al" | "el"));
            kept.map(|w| skeleton(w)).collect()
        };
        let mut all = BTreeSet::from([of(&group.words)]);
        // "Mousavi", «موسوي»: a Latin v stands for ف or for و.
        if !group.arabic && group.words.iter().any(|w| w.contains('v')) {
            let words: Vec<String> = group.words.iter().map(|w| w.replace('v', "w")).collect();
            all.insert(of(&words));
        }
        for skeletons in all {
            // Words of vowels only («أبو», "Abu") are told by their place.
            if skeletons.concat().chars().count() >= 3 {
                by_skeleton.entry((group.class, skeletons)).or_default()
                    [usize::from(!group.arabic)]
                .push(key);
            }
        }
    }
    let mut found = Vec::new();
    // «يونس» is not Anas, though neither first letter is a consonant of both scripts: it parts rivals.
    let glide = |key: &String| {
        let first = groups[key].words.first();
        first.is_some_and(|w| bare_word(w).starts_with(['ي', 'y']))
    };
    let mut all = Vec::new();
    for ((class, words), [arabic, latin]) in &by_skeleton {
        let rivals = |keys: &[&String]| longest(groups, *class, keys).is_none();
        let parted = *class == Class::Person
            && (rivals(arabic) || rivals(latin))
            && !arabic.is_empty()
            && !latin.is_empty();
        if !parted {
            all.push((class, words, arabic.clone(), latin.clone()));
            continue;
        }
        for y in [true, false] {
            let mut parts = (arabic.clone(), latin.clone());
            parts.0.retain(|k| glide(k) == y);
            parts.1.retain(|k| glide(k) == y);
            all.push((class, words, parts.0, parts.1));
        }
    }
    for (class, words, arabic, latin) in &all {
        let class = *class;
        if let (Some(a), Some(b)) = (
            longest(groups, *class, arabic),
            longest(groups, *class, latin),
        ) {
            // A body's name is translated, not transcribed: «سلطة الميناء» has no skeleton in English.
            let long = words.len() >= 2 || words.concat().chars().count() >= 4;
            // Whom many articles of either script call by that one word: «الملك جوهر», "King Jawhar".
            let articles = |key: &String| groups[key].articles.len();
            let often = articles(a).min(articles(b)) > 1 && articles(a) + articles(b) >= OFTEN;
            let sure = (long || *class == Class::Person && often) && *class != Class::Body;
            found.push(Alike {
                a: a.clone(),
                b: b.clone(),
                rule: "two-scripts",
                score: match (sure, groups[a].words.len()) {
                    (true, 2..) => 0.7,
                    (true, _) => 0.5,
                    (false, _) => 0.3,
                },
                merge: sure,
            });
            // «رامي عبد الرحمن», "Rami Abdulrahman", "Rami Abdel Rahman": what the other script joins.
            for (keys, to) in [(arabic, a), (latin, b)] {
                for key in keys.iter().filter(|k| **k != to) {
                    found.push(Alike {
                        a: to.clone(),
                        b: (*key).clone(),
                        rule: "spelling",
                        score: 0.6,
                        merge: sure,
                    });
                }
            }
            continue;
        }
        for a in arabic {
            for b in latin {
                found.push(Alike {
                    a: (*a).clone(),
                    b: (*b).clone(),
                    rule: "two-scripts",
                    score: 0.3,
                    merge: false,
                });
            }
        }
    }
    found
}

/// «محمد عمر» and "Omar": one script has the name in full, the other the surname alone, and nobody else of the case has it.
fn surname_abroad(groups: &BTreeMap<String, Group>) -> Vec<Alike> {
    const ARTICLES: usize = 2;
    let persons: Vec<(&String, &Group)> = groups
        .iter()
        .filter(|(_, g)| g.class == Class::Person && !g.listed)
        .collect();
    let has = |g: &Group, sound: &str| g.words.iter().any(|w| skeleton(w) == sound);
    let mut found = Vec::new();
    for (key, short) in &persons {
        let [word] = short.words.as_slice() else {
            continue;
        };
        let sound = skeleton(word);
        if sound.chars().count() < 2 || word.chars().count() < 3 || short.articles.len() < ARTICLES
        {
            continue;
        }
        let bearers: Vec<&(&String, &Group)> = persons
            .iter()
            .filter(|(_, g)| g.arabic != short.arabic && has(g, &sound))
            .collect();
        // In its own script nobody else may have it, and of the longer names all must be of one person.
        let rivals = persons
            .iter()
            .any(|(k, g)| k != key && g.arabic == short.arabic && has(g, &sound));
        let Some((to, long)) = bearers
            .iter()
            .max_by_key(|(k, g)| (g.words.len(), std::cmp::Reverse(*k)))
            .map(|(k, g)| (*k, *g))
        else {
            continue;
        };
        let one = bearers
            .iter()
            .all(|(_, g)| g.words.iter().all(|w| long.words.contains(w)));
        let last = long.words.last().is_some_and(|w| skeleton(w) == sound);
        if !rivals && one && last && (2..=3).contains(&long.words.len()) {
            found.push(Alike {
                a: to.clone(),
                b: (*key).clone(),
                rule: "two-scripts",
                score: 0.5,
                merge: long.articles.len() + short.articles.len() > ARTICLES,
            });
        }
    }
    found
}

/// Of names in one script with one skeleton the longest, where the others are that name spelled or cut otherwise; none where
/// two could be rivals.
fn longest<'a>(
    groups: &BTreeMap<String, Group>,
    class: Class,
    keys: &[&'a String],
) -> Option<&'a String> {
    let first = *keys
        .iter()
        .max_by_key(|k| (groups[**k].words.len(), std::cmp::Reverse(**k)))?;
    let all = &groups[first].words;
    let fits = keys.iter().all(|k| {
        let words = &groups[*k].words;
        let part =
            words.len() > 1 && words.last() == all.last() && words.iter().all(|w| all.contains(w));
        let spelled = words.first() == all.first() && words.len() + 1 >= all.len();
        *k == first || class == Class::Person && (part || !groups[*k].arabic && spelled)
    });
    fits.then_some(first)
}

/// The consonants of a whole name, however its words are joined: «عبد الرحمن», "Abdulrahman", "Abdel Rahman".
pub(in crate::drafting) fn whole(words: &[String]) -> String {
    let mut out = String::new();
    for word in words {
        if matches!(word.as_str(), "al" | "el" | "ul") {
            continue;
        }
        let rest = if word.is_ascii() {
            word.strip_prefix("abd").map(|rest| {
                let rest = rest.trim_start_matches(['a', 'e', 'i', 'o', 'u']);
                rest.strip_prefix('l').unwrap_or(rest).to_owned()
            })
        } else {
            word.strip_prefix("عبد")
                .map(|rest| rest.strip_prefix("ال").unwrap_or(rest).to_owned())
        };
        match rest {
            Some(rest) => {
                out.push_str(&skeleton("abd"));
                out.push_str(&skeleton(&rest));
            }
            None => out.push_str(&skeleton(word)),
        }
    }
    out
}

/// Persons of two words and more in Latin letters that differ by vowels and by how they are joined; given names that are two
/// («Hassan», «Hussein») part them.
fn latin(groups: &BTreeMap<String, Group>, titles: &Titles) -> Vec<Alike> {
    let mut by_skeleton: BTreeMap<String, Vec<&String>> = BTreeMap::new();
    for (key, group) in groups {
        if group.class == Class::Person && group.words.len() >= 2 && !group.arabic {
            by_skeleton
                .entry(whole(&group.words))
                .or_default()
                .push(key);
        }
    }
    let mut found = Vec::new();
    for (skeleton, keys) in &by_skeleton {
        for (n, a) in keys.iter().enumerate() {
            for b in &keys[n + 1..] {
                let (one, other) = (&groups[*a], &groups[*b]);
                let given = |w: &String| titles.is_given(std::slice::from_ref(w));
                let differ =
                    |x: &Vec<String>, y: &Vec<String>| x.iter().any(|w| given(w) && !y.contains(w));
                let two = differ(&one.words, &other.words) && differ(&other.words, &one.words);
                let first = one.words[0].chars().next() == other.words[0].chars().next();
                let sure = !two && first && skeleton.chars().count() >= 4 && keys.len() <= 4;
                found.push(Alike {
                    a: (*a).clone(),
                    b: (*b).clone(),
                    rule: "spelling",
                    score: if sure { 0.75 } else { 0.3 },
                    merge: sure,
                });
            }
        }
    }
    found
}
