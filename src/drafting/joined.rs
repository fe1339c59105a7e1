//! Nodes that the texts themselves show to be one, after every name was looked at by itself.
//!
//! A name is compared with names. That «الجماعة» is the one group of its page, that "Abu Yazan" speaks for the same body in
//! three papers, that "his brother told the Herald" is whom the Herald names, stands in what the texts say. Each step asks
//! for evidence that names one and leaves no other; where it leaves another, the two stay two.

mod again;
mod groups;
mod lands;
mod posts;
mod relatives;
mod told;

use std::collections::BTreeSet;

use super::naming::{Form, Names, Node};
use super::network::{Behind, Ground};
use super::reading::Reading;
use super::saying::Saying;

/// What the steps look at and change.
pub(super) struct Joining<'j> {
    pub(super) ground: &'j Ground<'j>,
    pub(super) names: &'j mut Names,
    pub(super) behind: &'j mut [Behind],
    pub(super) outlets: &'j [Option<usize>],
    /// The folded words of each article.
    words: Vec<Vec<String>>,
}

/// Joins what the texts show to be one.
pub(super) fn joined(
    ground: &Ground,
    names: &mut Names,
    behind: &mut [Behind],
    outlets: &[Option<usize>],
) {
    let words = ground.articles.iter().map(|a| Form::new(a.text).words);
    let mut joining = Joining {
        words: words.collect(),
        ground,
        names,
        behind,
        outlets,
    };
    joining.lands();
    joining.groups();
    joining.again();
    joining.names.settle_voices();
    joining.posts();
    joining.relatives();
    joining.told();
}

impl Joining<'_> {
    /// Lets whatever means `from` mean `to`.
    fn join(&mut self, ends: (usize, usize), rule: (&'static str, f64), named: bool) {
        let (from, to) = ends;
        self.names.join(ends, rule, named);
        let changed = |n: &mut usize| {
            if *n == from {
                *n = to;
            }
        };
        for behind in self.behind.iter_mut() {
            behind.who.iter_mut().for_each(changed);
            behind
                .relays
                .iter_mut()
                .flat_map(|(n, _)| n)
                .for_each(changed);
            behind.told_by.iter_mut().for_each(changed);
            let mut met = BTreeSet::new();
            behind.told_by.retain(|n| met.insert(*n));
        }
    }

    /// A node of several articles is no longer of one text only.
    fn of_case(&mut self, node: usize) {
        let Some((key, _)) = self.names.nodes[node].key.split_once('@') else {
            return;
        };
        let key = key.to_owned();
        if self.names.nodes.iter().all(|n| n.key != key) {
            if let Some(id) = self.ground.ids.get(&key) {
                self.names.nodes[node].id.clone_from(id);
            }
            self.names.nodes[node].key = key;
        }
    }

    /// The sayings that a node is behind.
    fn sayings(&self, node: usize) -> impl Iterator<Item = &Saying> {
        let sayings = self.ground.sayings.iter().zip(self.behind.iter());
        sayings
            .filter(move |(_, b)| b.who == Some(node))
            .map(|(s, _)| s)
    }

    fn readings(&self, saying: &Saying) -> impl Iterator<Item = &Reading> {
        let at = (saying.article, saying.said);
        let all = self.ground.readings.iter();
        all.filter(move |r| (r.article, r.said) == at)
    }

    /// Where an article's text has one of a node's names: the place of its first word.
    fn named_in(&self, node: &Node, article: usize) -> Option<usize> {
        let text = &self.words[article];
        node.forms()
            .filter(|form| !form.words.is_empty())
            .filter_map(|form| {
                text.windows(form.words.len()).position(|here| {
                    // «وكتائب», «لكتائب»: a letter or two before the first word.
                    let first = here[0].strip_suffix(form.words[0].as_str());
                    first.is_some_and(|cling| cling.chars().count() <= 2)
                        && here[1..] == form.words[1..]
                })
            })
            .min()
    }
}
