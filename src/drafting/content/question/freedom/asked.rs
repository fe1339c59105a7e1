//! Whether a release is asked for, of whom, and what each saying that the events leave says of it.

use std::collections::{BTreeMap, BTreeSet};

use super::super::anchor::{Anchor, Meant, Whom};
use super::super::assign::{Read, behind, enter, is_free, read, reading, tokens};
use super::super::before::start;
use super::super::event::STORIES;
use super::super::families::{Family, Wordings, Words};
use super::super::weigh::{Fate, Weighed};
use super::names::names;
use super::pack::{Release, ends, of_a_thing};
use super::those::Those;
use crate::drafting::claims::those;
use crate::drafting::content::cast::Focus;
use crate::drafting::content::page::Page;
use crate::drafting::{Article, Filler, Named, Proposed, Reading, Said};
use crate::model::EntityKind;

/// The share of articles that must speak of a release, or of captivity that goes on.
const SHARE: (usize, usize) = (2, 5);

/// What a case asks, and of whom.
pub(in crate::drafting::content::question) struct Freedom {
    those: Option<[Those; 2]>,
    one: [Option<Anchor>; 2],
    /// That they were let go.
    pub(in crate::drafting::content::question) of: Proposed,
}

impl Freedom {
    /// Whether some words of a clause are told of people of another kind: "no prisoner was released in return".
    pub(in crate::drafting::content::question) fn of_others(
        &self,
        page: &Page,
        words: &Words,
        clause: (usize, usize),
        at: (usize, usize),
    ) -> bool {
        let those = self.those.as_ref().map(|t| &t[usize::from(!page.arabic())]);
        those.is_some_and(|t| t.of_others(page, words, clause, at))
    }

    fn whom(&self, page: &Page) -> Option<&dyn Whom> {
        let side = usize::from(!page.arabic());
        match &self.those {
            Some(those) => Some(&those[side]),
            None => self.one[side].as_ref().map(|a| a as &dyn Whom),
        }
    }

    /// Whether a case asks for it.
    pub(in crate::drafting::content::question) fn of(
        articles: &[Article],
        pages: &[Option<Page>],
        words: &[Option<Words>],
        heroes: &[Option<Focus>; 2],
        readings: &[Reading],
    ) -> Option<Self> {
        let all = pages.iter().flatten().count();
        if !(3..=STORIES).contains(&all) {
            return None;
        }
        let enough = |n: usize| n > 2 && n * SHARE.1 >= all * SHARE.0;
        let taken = read(articles, pages, words).filter(|r| {
            let taken = &Release::of(r.page.arabic()).taken;
            (0..r.page.len()).any(|k| taken.at(r.words, k, r.page.len()).is_some())
        });
        // Short articles leave out that anybody was taken.
        let taken = taken.count();
        if taken < 2 || taken * 4 < all {
            return None;
        }
        let own = names(articles, pages, words);
        let mut found = Self {
            those: Some([true, false].map(|arabic| Those::new(arabic, &own, pages, words))),
            one: [None, None],
            of: of_those(articles),
        };
        let said = found.spoken(articles, pages, words);
        let spoken = said.all.len();
        let together = said.several.len() * 2 >= spoken && said.freed.len() > 2;
        if enough(spoken) && together && spoken > lives(readings) {
            return Some(found);
        }
        if !enough(taken) {
            return None;
        }
        found.those = None;
        found.one = [true, false].map(|arabic| Anchor::new(arabic, heroes, pages));
        let name = found.one.iter().flatten().next()?.name.clone();
        found.of = Proposed {
            predicate: Some("released".to_owned()),
            roles: vec![("person".to_owned(), vec![group(name, EntityKind::Person)])],
            place: None,
            count: None,
            time: None,
        };
        let said = found.spoken(articles, pages, words);
        let spoken = said.all.len();
        // Of one person it is asked first whether he is held.
        let so = enough(spoken) && said.freed.len() * 2 > all && spoken > lives(readings);
        so.then_some(found)
    }

    /// What articles say of it.
    fn spoken(
        &self,
        articles: &[Article],
        pages: &[Option<Page>],
        words: &[Option<Words>],
    ) -> Spoken {
        let mut out = Spoken::default();
        for r in read(articles, pages, words) {
            let Some(whom) = self.whom(r.page) else {
                continue;
            };
            let contents = r.article.extraction.statements.iter();
            for c in contents.flat_map(|s| &s.content) {
                let (a, b) = tokens(r.page, c.start, c.end);
                let says = |family: Family| {
                    let all = r.families.families.get(&family);
                    (a..b).any(|k| {
                        let Some(w) = all.and_then(|w| w.at(r.words, k, b)) else {
                            return false;
                        };
                        let told = whom.told_of(r.page, r.words, r.families, (a, b), (k, w.to));
                        let told =
                            told.unwrap_or_else(|| whom.meant(r.page, r.words, r.families, a, b));
                        told > Some(Meant::Pronoun) && !of_a_thing(r.page, r.words, k, b)
                    })
                };
                let freed = says(Family::Freed);
                if !freed && !says(Family::Captive) {
                    continue;
                }
                out.all.insert(r.k);
                if freed {
                    out.freed.insert(r.k);
                }
                let those = self.those.as_ref();
                let those = those.map(|t| &t[usize::from(!r.page.arabic())]);
                if those.is_some_and(|t| t.several(r.page, r.words, a, b)) {
                    out.several.insert(r.k);
                }
            }
        }
        out
    }

    /// Whether a name is of one of them.
    fn named(&self, page: &Page, name: &str) -> bool {
        self.those
            .as_ref()
            .is_some_and(|t| t[usize::from(!page.arabic())].bears(name))
    }

    /// What a frame read of the release of one of them, or of people told by what they are, is of what is asked.
    pub(in crate::drafting::content::question) fn gather(
        &self,
        pages: &[Option<Page>],
        words: &[Option<Words>],
        out: &mut [Reading],
    ) {
        let mut moved: BTreeSet<Proposed> = BTreeSet::new();
        for r in out.iter_mut() {
            let Some(page) = pages.get(r.article).and_then(Option::as_ref) else {
                continue;
            };
            let freed = matches!(r.of.predicate.as_deref(), Some("freed" | "released"));
            if !freed || r.of == self.of || self.those.is_none() {
                continue;
            }
            let others = words
                .get(r.article)
                .and_then(Option::as_ref)
                .zip(r.part.first())
                .is_some_and(|(words, part)| {
                    let at = page.tokens_in(*part);
                    let from = (0..at.0)
                        .rev()
                        .find(|&k| ends(page, k))
                        .map_or(0, |k| k + 1);
                    let to = (at.1..page.len())
                        .find(|&k| ends(page, k))
                        .unwrap_or(page.len());
                    self.of_others(page, words, (from, to), at)
                });
            let theirs = !others
                && r.of.roles.iter().flat_map(|(_, f)| f).all(|f| match f {
                    Filler::Named(n) => {
                        let words = Words::of_text(&n.name, page.arabic());
                        let end = words.forms.len();
                        let release = Release::of(page.arabic());
                        let has = |of: &Wordings| (0..end).any(|k| of.at(&words, k, end).is_some());
                        self.named(page, &n.name)
                            || n.span.is_none() && n.kind != EntityKind::Person
                            || has(&release.people) && !has(&release.others)
                    }
                    _ => true,
                });
            if theirs {
                moved.insert(std::mem::replace(&mut r.of, self.of.clone()));
            }
        }
        for r in out.iter_mut() {
            if moved.contains(&r.of) {
                r.of = self.of.clone();
            }
        }
    }

    /// Adds what the sayings of a case say of it, where nothing else was read of them.
    pub(in crate::drafting::content::question) fn assign(
        &self,
        articles: &[Article],
        pages: &[Option<Page>],
        words: &[Option<Words>],
        out: &mut Vec<Reading>,
    ) {
        let mut found: Vec<Reading> = Vec::new();
        for at_hand in read(articles, pages, words) {
            let Read {
                k, article, page, ..
            } = at_hand;
            let Some(whom) = self.whom(page) else {
                continue;
            };
            let here = || out.iter().filter(|r| r.article == k);
            let mut of_it: BTreeSet<usize> = here()
                .filter(|r| r.of == self.of)
                .filter_map(|r| start(article, r.said))
                .collect();
            for (i, s) in article.extraction.statements.iter().enumerate() {
                let said = Said::Statement(i);
                let before: Vec<&Reading> = here().filter(|r| r.said == said).collect();
                let plain = |r: &Reading| r.of.predicate.is_none() && r.of.roles.is_empty();
                let free = before.iter().all(|r| plain(r) || weighed_of_life(r));
                let Some(first) = s.content.first().filter(|_| free) else {
                    continue;
                };
                let at = first.start as usize;
                let unit = behind(&at_hand, s, at, &of_it, whom, Fate::Freedom);
                // What was weighed for somebody's life stands where it means that one better.
                let better = |w: &Weighed| {
                    let other = before.iter().filter(|r| !plain(r)).map(|r| r.score);
                    other.fold(0.0, f64::max) < w.score
                };
                if let Some(weighed) = unit.says(s).filter(better) {
                    of_it.insert(at);
                    found.push(reading(k, said, page, &self.of, &weighed));
                }
            }
        }
        for r in found {
            enter(out, r, is_free);
        }
    }
}

/// What was weighed for a life that the case asks for as well.
fn weighed_of_life(r: &Reading) -> bool {
    r.rule.starts_with("question-")
        && matches!(
            r.of.predicate.as_deref(),
            Some("killed" | "died" | "status")
        )
}

/// The articles in which somebody says that they are free or held still.
#[derive(Debug, Default)]
struct Spoken {
    all: BTreeSet<usize>,
    /// In which it is of a release.
    freed: BTreeSet<usize>,
    /// In which they are two and more.
    several: BTreeSet<usize>,
}

fn group(name: String, kind: EntityKind) -> Filler {
    Filler::Named(Named {
        name,
        kind,
        span: None,
        known_as: None,
    })
}

/// That the people of whom most articles tell by what they are were let go.
fn of_those(articles: &[Article]) -> Proposed {
    let texts = articles.iter().map(|a| {
        let all = a.extraction.statements.iter().flat_map(|s| &s.content);
        all.map(|c| c.text.as_str()).collect::<Vec<_>>().join(" ")
    });
    Proposed {
        predicate: Some("freed".to_owned()),
        roles: vec![(
            "who".to_owned(),
            vec![group(those(texts), EntityKind::Group)],
        )],
        place: None,
        count: None,
        time: None,
    }
}

/// Of how many articles that life or death is of which most speak.
fn lives(readings: &[Reading]) -> usize {
    let mut told: BTreeMap<&Proposed, BTreeSet<usize>> = BTreeMap::new();
    for r in readings {
        if matches!(
            r.of.predicate.as_deref(),
            Some("killed" | "died" | "status")
        ) {
            told.entry(&r.of).or_default().insert(r.article);
        }
    }
    told.values().map(BTreeSet::len).max().unwrap_or(0)
}
