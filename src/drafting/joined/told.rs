//! Withheld sources whom one page quotes from another's: "two officials told Reuters", beside what Reuters itself wrote.
//!
//! The relay is named, so whom it quoted can be looked up: a source of the same description in the outlet's own earlier
//! page, of the same question. Where the outlet has two such, nobody can tell.

use std::collections::BTreeSet;

use super::super::copying::earlier;
use super::super::naming::{Quoter, both_pairs, says_same};
use super::super::saying::Saying;
use super::super::weekday::{of_date, weekday};
use super::Joining;
use crate::text::fold::fold;

/// Predicates of the vocabulary that answer whether somebody lives.
const LIFE: &[&str] = &["status", "died", "killed"];

impl Joining<'_> {
    /// Joins withheld sources that one outlet quoted, with those of its own pages.
    pub(super) fn told(&mut self) {
        let withheld: Vec<usize> = (0..self.names.nodes.len())
            .filter(|n| self.names.nodes[*n].undisclosed && self.names.nodes[*n].speaks)
            .collect();
        let mut gone = BTreeSet::new();
        for (k, a) in withheld.iter().enumerate() {
            for b in &withheld[k + 1..] {
                let of = self.names.nodes[*a].quoted_by;
                let relay = matches!(of, Some(Quoter::Node(_)));
                let same = relay && of == self.names.nodes[*b].quoted_by;
                if same && !gone.contains(a) && !gone.contains(b) && self.one(*a, *b) {
                    self.join((*b, *a), ("told-the-same-outlet", 0.6), true);
                    gone.insert(*b);
                }
            }
        }
        self.told_before(&withheld, &mut gone);
        for a in withheld.iter().filter(|n| !gone.contains(*n)) {
            let Some(Quoter::Node(outlet)) = self.names.nodes[*a].quoted_by else {
                continue;
            };
            let pages: Vec<usize> = (0..self.outlets.len())
                .filter(|n| self.outlets[*n] == Some(outlet))
                .collect();
            let own = |n: &&usize| {
                let Some(Quoter::Article(page)) = self.names.nodes[**n].quoted_by else {
                    return false;
                };
                let before = |other: &usize| !earlier(self.ground.articles, *other, page);
                pages.contains(&page) && self.names.nodes[*a].articles.iter().all(before)
            };
            let found: Vec<usize> = withheld
                .iter()
                .filter(|n| !gone.contains(*n))
                .filter(own)
                .copied()
                .filter(|b| self.one(*a, *b))
                .collect();
            if let [only] = found.as_slice() {
                self.join((*a, *only), ("told-the-outlet", 0.6), true);
            }
        }
    }

    /// "Officials had told Reuters on Saturday", in Reuters: those of its earlier page.
    fn told_before(&mut self, withheld: &[usize], gone: &mut BTreeSet<usize>) {
        for a in withheld.iter().copied() {
            let Some(Quoter::Article(page)) = self.names.nodes[a].quoted_by else {
                continue;
            };
            let outlet = self.outlets[page];
            let back = self.sayings(a).all(|s| s.to_own);
            if outlet.is_none() || gone.contains(&a) || !back {
                continue;
            }
            let own = |b: &usize| {
                let Some(Quoter::Article(other)) = self.names.nodes[*b].quoted_by else {
                    return false;
                };
                self.outlets[other] == outlet
                    && earlier(self.ground.articles, other, page)
                    && self
                        .sayings(a)
                        .all(|s| self.had_told(s) || self.told_on(s, other))
            };
            let found: Vec<usize> = withheld
                .iter()
                .copied()
                .filter(|b| !gone.contains(b) && own(b) && self.one(a, *b))
                .collect();
            if let [only] = found.as_slice() {
                self.join((a, *only), ("had-told-the-outlet", 0.6), true);
                gone.insert(a);
            }
        }
    }

    /// Whether a saying is put before the time of its page: "had told", «كانوا قد أبلغوا».
    fn had_told(&self, saying: &Saying) -> bool {
        /// Between the auxiliary and the verb stand so many characters at most.
        const NEAR: usize = 24;
        let Some(cue) = saying.cue else {
            return false;
        };
        let text = self.ground.articles[saying.article].text;
        let from = cue.start.saturating_sub(NEAR);
        let before: String = text.chars().skip(from).take(cue.start - from).collect();
        let before = fold(&before);
        let words: Vec<&str> = before.split_whitespace().collect();
        matches!(words.as_slice(), [.., "had"] | [.., "had", _])
            || words.iter().any(|w| {
                let w = w.strip_prefix('و').unwrap_or(w);
                matches!(w, "كان" | "كانت" | "كانوا")
            })
    }

    /// Whether a saying is dated by the weekday of an earlier page, which is not its own page's: "told Reuters on Sunday".
    fn told_on(&self, saying: &Saying, page: usize) -> bool {
        let day = |n: usize| {
            let edtf = self.ground.articles[n].published?.edtf();
            of_date(edtf.get(..10)?)
        };
        let (Some(cue), Some(then), Some(own)) = (saying.cue, day(page), day(saying.article))
        else {
            return false;
        };
        let text = self.ground.articles[saying.article].text;
        let ends = |c: char| matches!(c, '.' | '\n' | '؟' | '!');
        let before: Vec<char> = text.chars().take(cue.start).collect();
        let from = before.iter().rposition(|c| ends(*c)).map_or(0, |n| n + 1);
        let sentence: String = text.chars().skip(from).collect();
        let more = cue.start - from;
        let end = sentence.chars().skip(more).position(ends);
        let sentence: String = sentence
            .chars()
            .take(end.map_or(usize::MAX, |end| more + end))
            .collect();
        let folded = fold(&sentence);
        let mut days = folded
            .split(|c: char| !c.is_alphanumeric())
            .filter_map(weekday);
        days.next() == Some(then) && then != own && days.next().is_none()
    }

    /// Whether two withheld sources are described alike and speak of the same, as far as predicates tell.
    fn one(&self, a: usize, b: usize) -> bool {
        let terms = self.ground.titles.terms();
        let nodes = &self.names.nodes;
        let alike = nodes[a].names.values().any(|x| {
            let mut others = nodes[b].names.values();
            others.any(|y| says_same(x, y, terms))
        });
        let of = |n: usize| -> BTreeSet<&str> {
            let readings = self.sayings(n).flat_map(|s| self.readings(s));
            let predicates = readings.filter_map(|r| r.of.predicate.as_deref());
            // Killed, died and dead are one question.
            let one = |p| if LIFE.contains(&p) { LIFE[0] } else { p };
            predicates.map(one).collect()
        };
        let (one, other) = (of(a), of(b));
        // A pair of one outlet is told of more than once; of what fits no predicate nobody can tell.
        let pairs = nodes[a].names.values().all(|x| {
            let mut others = nodes[b].names.values();
            others.all(|y| both_pairs(x, y))
        });
        alike && (pairs || one.is_empty() || other.is_empty() || !one.is_disjoint(&other))
    }
}
