//! "The group", «الجماعة», «الكتائب», "its media office": a body that its page has named, taken up by the word for what it is.

use super::super::naming::Class;
use super::super::reading::{Filler, Reading};
use super::Joining;
use crate::extraction::Act;
use crate::model::{SourceKind, Stance};

/// What a bare word for a body may be.
enum Word {
    /// «الجماعة»: any armed or political body; whether one that watches others is called so too.
    Group(bool),
    /// «الراية», of which the page has written «حركة الراية»; or, where that may be, «الكتائب»: one whose name begins so.
    Head(String, bool),
    /// "The group's media office": it speaks for one.
    Press,
}

/// Whose a body is, in English.
const WHOSE: &[&str] = &["his", "her", "its", "their", "s", "own"];

/// The value of the vocabulary that answers a death.
const ALIVE: &str = "alive";

impl Joining<'_> {
    /// Joins words for a group with the one body of their page that they can mean.
    pub(super) fn groups(&mut self) {
        for node in 0..self.names.nodes.len() {
            let Some(word) = self.word(node) else {
                continue;
            };
            let articles = self.names.nodes[node].articles.clone();
            let all = self.could_mean(node);
            let mut meant = articles.iter().map(|a| self.meant(node, &word, *a, &all));
            let Some(Some(first)) = meant.next() else {
                continue;
            };
            if meant.any(|m| m != Some(first)) {
                continue;
            }
            match word {
                Word::Press => {
                    self.names.voice(node, first);
                }
                Word::Group(_) | Word::Head(..) => {
                    self.join((node, first), ("group-in-text", 0.65), false);
                }
            }
        }
    }

    /// What sort of bare word a node is named by.
    fn word(&self, node: usize) -> Option<Word> {
        let titles = self.ground.titles;
        let node = &self.names.nodes[node];
        if node.class != Class::Body || node.undisclosed || node.known_source || node.known_entity {
            return None;
        }
        if node.key.starts_with("listed:") || node.key.starts_with("land:") || !node.speaks {
            return None;
        }
        let mut words = node.forms().next()?.words;
        words.retain(|w| !WHOSE.contains(&w.as_str()));
        if words.len() > 1 && words.iter().any(|w| titles.is_group(w)) {
            words.retain(|w| !titles.is_beside(w));
        }
        let whose = node.forms().next()?.words.len() > words.len();
        if let [word] = words.as_slice() {
            if titles.is_group(word) {
                return Some(Word::Group(titles.is_any_group(word)));
            }
            let head = word.strip_prefix("ال").unwrap_or(word);
            // «الراية» of several pages is one where each has written «حركة الراية».
            let many = node.articles.len() == 1 || node.key.contains('@');
            return (!whose).then(|| Word::Head(head.to_owned(), many && word != head));
        }
        let (first, rest) = words.split_first()?;
        // «المكتب الإعلامي للحركة».
        let of_arabic = || {
            let (last, office) = words.split_last()?;
            let group = format!("ال{}", last.strip_prefix("لل")?);
            Some(titles.is_group(&group) && titles.is_press(office))
        };
        let of_group = titles.is_group(first) && titles.is_press(rest) || of_arabic() == Some(true);
        (of_group || whose && titles.is_press(&words)).then_some(Word::Press)
    }

    /// The bodies that any page could mean by it.
    fn could_mean(&self, node: usize) -> Vec<usize> {
        let titles = self.ground.titles;
        let nodes = &self.names.nodes;
        let plain = |w: &String| titles.is_beside(w) || titles.is_generic_word(w);
        let fits = |n: usize| {
            let other = &nodes[n];
            let body = other.class == Class::Body && !other.undisclosed && !other.key.contains('@');
            let speaks = other.speaks || other.described;
            let land = other.key.starts_with("land:");
            let prints = matches!(
                other.source,
                Some(
                    SourceKind::Outlet
                        | SourceKind::Agency
                        | SourceKind::Website
                        | SourceKind::State
                )
            );
            // What names it is looked at last: that takes the longest.
            if n == node || !body || !speaks || land || prints || other.speaks_for.is_some() {
                return false;
            }
            // «حزبه» is named by nobody's name.
            let whole = other.forms().any(|f| f.words.len() > 1)
                || other.key.starts_with("listed:")
                || other.known_entity;
            let office = other.forms().any(|f| titles.is_state(&f))
                || other.forms().all(|f| f.words.iter().all(plain));
            whole && !office
        };
        (0..nodes.len()).filter(|n| fits(*n)).collect()
    }

    /// The one body, of those that any page could mean, that an article can mean by it.
    fn meant(&self, node: usize, word: &Word, article: usize, all: &[usize]) -> Option<usize> {
        let titles = self.ground.titles;
        let nodes = &self.names.nodes;
        let head = |n: usize, head: &str| {
            nodes[n]
                .forms()
                .any(|f| f.words.len() > 1 && f.words[0] == head)
        };
        // "The Brigades": what a name in English ends with.
        let tail = |n: usize, word: &str| {
            let mut forms = nodes[n].forms().filter(|f| !f.is_arabic());
            forms.any(|f| f.words.len() > 1 && f.words.last().is_some_and(|w| w == word))
        };
        // «حركة» and the name.
        let own = |n: usize, word: &str| {
            nodes[n].forms().any(|f| match f.words.as_slice() {
                [kind, name] => {
                    let bare = name.strip_prefix("ال").unwrap_or(name);
                    let kind = kind.strip_prefix("ال").unwrap_or(kind);
                    bare == word && titles.is_group(&format!("ال{kind}"))
                }
                _ => false,
            })
        };
        let watch = |n: usize| nodes[n].forms().any(|f| titles.is_watch(&f));
        let here = |n: &usize| self.named_in(&nodes[*n], article).is_some();
        let (watches, bodies): (Vec<usize>, Vec<usize>) = match word {
            Word::Head(word, begins) => {
                let fits = |n: &usize| {
                    own(*n, word) || *begins && head(*n, word) || word.is_ascii() && tail(*n, word)
                };
                let all = all.iter().copied().filter(fits);
                (Vec::new(), all.filter(here).collect())
            }
            Word::Group(_) | Word::Press => {
                all.iter().copied().filter(here).partition(|n| watch(*n))
            }
        };
        let one = match bodies.as_slice() {
            [one] => one,
            // A page that names none means the one of which the case's pages speak.
            [] if matches!(word, Word::Group(_)) => {
                let known =
                    |n: &usize| nodes[*n].articles.len() * 3 >= self.ground.articles.len().max(6);
                let mut all = all.iter().filter(|n| !watch(**n));
                let one = all.next().filter(|n| known(n))?;
                if all.next().is_some() {
                    return None;
                }
                one
            }
            _ => return None,
        };
        // A monitor is a group too; it does not deny what it reports.
        let other = !matches!(word, Word::Group(true));
        let sure = watches.is_empty() || other || self.denies(node, article);
        sure.then_some(*one)
    }

    /// Whether all that a node, or who speaks for it, says in an article denies something, or that somebody is dead.
    fn denies(&self, node: usize, article: usize) -> bool {
        let voice = |n: usize| n == node || self.names.nodes[n].speaks_for == Some(node);
        let against = |r: &Reading| {
            let alive = |f: &Filler| matches!(f, Filler::Value(value) if value == ALIVE);
            let fillers = || r.of.roles.iter().flat_map(|(_, fillers)| fillers);
            r.stance == Stance::Denies || fillers().any(alive)
        };
        let said = self.ground.sayings.iter().zip(self.behind.iter());
        let said: Vec<bool> = said
            .filter(|(s, b)| s.article == article && b.who.is_some_and(voice))
            .map(|(s, _)| s.act == Act::Deny || self.readings(s).any(against))
            .collect();
        !said.is_empty() && said.into_iter().all(|denies| denies)
    }
}
