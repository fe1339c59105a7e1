//! Whom a speaker rests upon throughout a text: who said of a thing "citing two doctors" does not come to know it anew in the next
//! sentence.
//!
//! A text says once whom a body has its report from, and then goes on quoting the body. Taken by itself the second statement
//! would make the body an origin beside those who told it. So what the same speaker says later in the same text, of the
//! same claim and with the same stance, rests on the same tellers, unless it names others; and where a saying tells nothing but whence the account comes, so does what
//! the account says first and last before.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::article::Article;
use super::firsthand::{LISTS, among};
use super::naming::Node;
use super::network::Behind;
use super::resting::{OF_REPORT, THAT, WHOLE};
use super::saying::Saying;
use crate::model::{SourceKind, Stance};
use crate::text::fold::fold;

/// What is known of the sayings of a case before their entries are made.
pub(super) struct Accounts<'a> {
    pub(super) articles: &'a [Article<'a>],
    pub(super) sayings: &'a [Saying],
    pub(super) behind: &'a [Behind],
    pub(super) nodes: &'a [Node],
    pub(super) kept: &'a [bool],
    /// By saying, the claims that it affirms, denies or reports: what somebody doubts or cannot confirm nobody told them.
    pub(super) claims: &'a HashMap<usize, Vec<(String, Stance)>>,
    /// The claims that a predicate of the vocabulary makes.
    pub(super) typed: &'a HashSet<String>,
    pub(super) outlets: &'a [Option<usize>],
    /// By article and speaker, the body whose head they are there by what the text calls them.
    pub(super) heads: HashMap<(usize, usize), usize>,
}

/// By article and voice: what it says of those who told it.
type Tellings = HashMap<(usize, usize), Vec<Telling>>;

impl Accounts<'_> {
    /// Where a saying begins.
    pub(super) fn at(&self, n: usize) -> usize {
        let saying = &self.sayings[n];
        let spans = saying.cue.iter().chain(saying.content.first());
        spans.map(|span| span.start).min().unwrap_or(0)
    }

    /// Who speaks for a body goes on with what the body said.
    fn voice(&self, n: usize) -> Option<usize> {
        let who = self.behind[n].who?;
        let here = self.heads.get(&(self.sayings[n].article, who)).copied();
        Some(here.or(self.nodes[who].speaks_for).unwrap_or(who))
    }

    pub(super) fn mine(&self, n: usize) -> impl Iterator<Item = &(String, Stance)> + Clone {
        self.claims.get(&n).into_iter().flatten()
    }

    /// Inside whom a saying stands, but for who told its very speaker.
    fn inside(&self, n: usize) -> Option<usize> {
        self.sayings[n]
            .outer
            .filter(|_| !self.sayings[n].told_speaker)
    }

    /// Whether somebody is an outlet: a network that watches or counts is none.
    fn publishes(&self, node: usize) -> bool {
        let watches = |name: &String| {
            let mut words = name.split_whitespace().map(|w| {
                let w = fold(w.trim_matches(|c: char| !c.is_alphanumeric()));
                w.strip_prefix("ال").map(str::to_owned).unwrap_or(w)
            });
            words.any(|w| among(&LISTS.watches, &w))
        };
        let node = &self.nodes[node];
        let prints = node.source.is_some_and(SourceKind::publishes);
        prints && !node.names.values().any(watches)
    }

    /// Everything that is said of who told whom, and the sayings of each voice, both in the order of the text.
    fn tellings(&self) -> (HashMap<(usize, usize), Vec<usize>>, Tellings) {
        let (sayings, behind) = (self.sayings, self.behind);
        let mut starts: HashMap<usize, usize> = HashMap::new();
        for (n, saying) in sayings.iter().enumerate() {
            starts.entry(saying.article).or_insert(n);
        }
        let mut said: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
        let mut told: Tellings = HashMap::new();
        for n in (0..sayings.len()).filter(|n| self.kept[*n]) {
            let article = sayings[n].article;
            if let Some(voice) = self.voice(n) {
                said.entry((article, voice)).or_default().push(n);
            }
            let mut by = |voice: usize, tellers: Vec<usize>, of: Of| {
                let one = Telling {
                    in_saying: n,
                    tellers,
                    of,
                };
                told.entry((article, voice)).or_default().push(one);
            };
            if let (Some(voice), false) = (self.voice(n), behind[n].told_by.is_empty()) {
                let has = |rule| sayings[n].told_by.iter().any(|passed| passed.rule == rule);
                let of = match () {
                    () if has(WHOLE) => Of::Whole,
                    () if has(THAT) => Of::Account,
                    () if has(OF_REPORT) => Of::Report,
                    () if has("saw-it") => Of::Seen,
                    () => Of::Words,
                };
                by(voice, behind[n].told_by.clone(), of);
            }
            // "A group said, citing two doctors": the page has it from the doctors through the group.
            if let (Some(who), Some((Some(relay), _))) = (behind[n].who, behind[n].relays.first()) {
                let voice = self.nodes[*relay].speaks_for.unwrap_or(*relay);
                by(voice, vec![who], Of::Words);
            }
            // "The director said that fighters had told him": what the fighters told him, he has from them.
            if let (Some(who), Some(outer)) = (behind[n].who, sayings[n].outer)
                && sayings[n].told_speaker
                && let Some(o) = starts.get(&article).map(|first| first + outer)
                && let Some(voice) = self.voice(o)
            {
                // "He was told by two porters": what they told stands elsewhere.
                let short = sayings[n]
                    .content
                    .iter()
                    .map(|c| c.end - c.start)
                    .sum::<usize>()
                    <= SHORT;
                let tells = !short || self.mine(n).any(|(claim, _)| self.typed.contains(claim));
                by(voice, vec![who], if tells { Of::Words } else { Of::Whole });
            }
        }
        (said, told)
    }

    /// What a voice's account is of where a saying of it only says whence it is: what it said first in the text, and what it said last
    /// where that answers a question.
    fn matter(&self, all: &[usize], m: usize) -> Option<Vec<&(String, Stance)>> {
        let whence = |n: usize| self.sayings[n].told_by.iter().any(|p| p.rule == WHOLE);
        let before = all
            .iter()
            .copied()
            .filter(|k| !whence(*k) && self.at(*k) < self.at(m));
        let first = before.clone().min_by_key(|k| self.at(*k))?;
        let last = before.max_by_key(|k| self.at(*k)).into_iter();
        let typed = last
            .flat_map(|k| self.mine(k))
            .filter(|(c, _)| self.typed.contains(c));
        Some(self.mine(first).chain(typed).collect())
    }

    /// Whether a saying is on the matter of which a voice says who told it.
    fn of_this(&self, n: usize, one: &Telling, all: &[usize]) -> bool {
        let m = one.in_saying;
        if self.inside(n) != self.inside(m) {
            return false;
        }
        let shares = |theirs: &[&(String, Stance)]| self.mine(n).any(|one| theirs.contains(&one));
        if one.of == Of::Whole
            && let Some(matter) = self.matter(all, m)
        {
            return shares(&matter);
        }
        // "It had this from two fighters": this is what it said last.
        let before = all
            .iter()
            .filter(|k| !matches!(one.of, Of::Words | Of::Seen) && self.at(**k) < self.at(m));
        let of = before.max_by_key(|k| self.at(**k)).copied();
        // "It had the information from two porters. It said that": what it says next.
        let account = matches!(one.of, Of::Account | Of::Whole);
        let mut next: Vec<usize> = all
            .iter()
            .copied()
            .filter(|k| of.is_none() && account && self.at(*k) > self.at(m))
            .collect();
        next.sort_by_key(|k| self.at(*k));
        // Where they say nothing else there, what they say behind it may be another matter.
        if one.of == Of::Whole {
            next.truncate(1);
            next.retain(|k| {
                let typed = self.mine(*k).any(|(claim, _)| self.typed.contains(claim));
                typed && self.at(*k) - self.at(m) <= NEAR
            });
        }
        let of = of.into_iter().chain(next.into_iter().take(NEXT));
        let theirs: Vec<_> = self.mine(m).chain(of.flat_map(|k| self.mine(k))).collect();
        shares(&theirs)
    }

    /// The words of a text from a place on, folded.
    pub(super) fn words(&self, article: usize, start: usize, end: usize) -> Vec<String> {
        let text = self.articles[article].text.chars();
        let cut: String = text.skip(start).take(end.saturating_sub(start)).collect();
        cut.split_whitespace()
            .map(|w| fold(w.trim_matches(|c: char| !c.is_alphanumeric())))
            .collect()
    }

    /// Those of whom a saying goes on telling what they saw or told: "They saw a boat", "the porters are in no doubt", "He told
    /// her that", after a speaker named them.
    ///
    /// `went_on`: sayings of the voice that did.
    fn goes_on(
        &self,
        n: usize,
        tellings: &[Telling],
        all: &[usize],
        went_on: &[usize],
    ) -> Option<Vec<usize>> {
        let saying = &self.sayings[n];
        let before = tellings
            .iter()
            .filter(|one| self.at(one.in_saying) < self.at(n));
        let last = before.max_by_key(|one| self.at(one.in_saying))?;
        let content = saying.content.first()?;
        let words = self.words(
            saying.article,
            content.start,
            content.end.min(content.start + FAR),
        );
        let word = |k: usize| words.get(k).map_or("", String::as_str);
        if words.iter().any(|w| among(&LISTS.gives_up, w)) {
            return None;
        }
        let spoke = all.iter().filter(|k| self.at(**k) < self.at(n));
        let just_said = spoke.max_by_key(|k| self.at(**k)).is_some_and(|k| {
            (*k == last.in_saying || went_on.contains(k)) && self.at(n) - self.at(*k) <= NEAR
        });
        let verb = usize::from(matches!(word(1), "had" | "have" | "has" | "both" | "all")) + 1;
        // "Both of them gave".
        let verb = if word(1) == "of" && matches!(word(2), "them" | "these") {
            3
        } else {
            verb
        };
        let tells = word(1) == "told" && among(&LISTS.her, word(2));
        let they = among(&LISTS.they, word(0))
            && (tells || among(&LISTS.saw, word(verb)) || among(&LISTS.stands, word(verb)));
        let by_name = || {
            let name = |w: &str| {
                let bare = w.strip_prefix("ال").unwrap_or(w);
                let one = |w: &str| w.strip_suffix('s').unwrap_or(w).to_owned();
                last.tellers.iter().any(|t| {
                    let names = self.nodes[*t].names.values();
                    names.flat_map(|name| name.split_whitespace()).any(|own| {
                        let own = fold(own.trim_matches(|c: char| !c.is_alphanumeric()));
                        let own = own.strip_prefix("ال").unwrap_or(&own);
                        bare.chars().count() >= 3 && one(own) == one(bare)
                    })
                })
            };
            let pointed = among(&LISTS.points, word(0))
                && (1..4).any(|k| among(&LISTS.people, word(k)) && name(word(k)));
            pointed
                || word(0).starts_with("ال") && among(&LISTS.people, &word(0)[4..]) && name(word(0))
        };
        // "He told her that": who is told is who had spoken.
        let told = || {
            let cue = saying.cue?;
            let cut = self.words(saying.article, cue.start, cue.end);
            let behind = self.words(saying.article, cue.end, cue.end + 8);
            let her = behind.first().is_some_and(|w| among(&LISTS.her, w));
            (cut.last().is_some_and(|w| w == "told") && her).then_some(())
        };
        (they && just_said || by_name() || told().is_some()).then(|| last.tellers.clone())
    }
}

/// By saying, those it rests upon because another one of its speaker in the text does.
pub(super) fn told_before(accounts: &Accounts) -> HashMap<usize, Vec<usize>> {
    let Accounts {
        sayings,
        behind,
        nodes,
        kept,
        claims,
        outlets,
        ..
    } = *accounts;
    let at = |n: usize| accounts.at(n);
    let voice = |n: usize| accounts.voice(n);
    let mine = |n: usize| accounts.mine(n);
    let (said, told) = accounts.tellings();
    let mut found: HashMap<usize, Vec<usize>> = HashMap::new();
    for (key, tellings) in &told {
        let all = said.get(key).map_or(&[][..], Vec::as_slice);
        // A state says on its own authority what it then says how it came to know.
        let state = matches!(nodes[key.1].source, Some(SourceKind::State));
        // An outlet has each report from somebody else.
        let publishes = accounts.publishes(key.1);
        let mut went_on: Vec<usize> = Vec::new();
        for n in all.iter().copied() {
            if !behind[n].told_by.is_empty() || claims.get(&n).is_none() {
                continue;
            }
            let of_this: Vec<&Telling> = tellings
                .iter()
                .filter(|one| accounts.of_this(n, one, all))
                .collect();
            // A report opens with what it tells and says then whence it is, where that is one place.
            let one_place = !state && of_this.windows(2).all(|w| w[0].tellers == w[1].tellers);
            let last = of_this
                .into_iter()
                .filter(|one| {
                    let account = matches!(one.of, Of::Account | Of::Whole);
                    one_place && !matches!(one.of, Of::Report | Of::Seen)
                        || !publishes && (account || at(one.in_saying) < at(n))
                })
                .max_by_key(|one| (at(one.in_saying) < at(n), at(one.in_saying)));
            if let Some(one) = last
                && !one.tellers.contains(&key.1)
                && behind[n].who.is_none_or(|who| !one.tellers.contains(&who))
            {
                found.insert(n, one.tellers.clone());
            } else if let Some(tellers) = accounts.goes_on(n, tellings, all, &went_on)
                && behind[n].who.is_none_or(|who| !tellers.contains(&who))
                && !tellers.contains(&key.1)
            {
                went_on.push(n);
                found.insert(n, tellers);
            }
        }
    }
    // An outlet has one report from one place, whichever page passes it on: where one text says whence, the others need not.
    for n in (0..sayings.len()).filter(|n| kept[*n]) {
        let article = sayings[n].article;
        let Some(outlet) = voice(n).filter(|v| accounts.publishes(*v)) else {
            continue;
        };
        if !behind[n].told_by.is_empty()
            || found.contains_key(&n)
            || outlets[article] == Some(outlet)
        {
            continue;
        }
        let shares = |m: usize| mine(n).any(|one| mine(m).any(|other| one == other));
        // On its own page: who says it, where that is one.
        let mut own: Vec<usize> = (0..sayings.len())
            .filter(|m| kept[*m] && outlets[sayings[*m].article] == Some(outlet) && shares(*m))
            .filter_map(|m| behind[m].who)
            .collect();
        // What it says in its own voice there it has from nobody.
        if own.contains(&outlet) {
            continue;
        }
        own.sort_unstable();
        own.dedup();
        let mut elsewhere: Vec<(usize, &Vec<usize>)> = told
            .iter()
            .filter(|((a, v), _)| *v == outlet && *a != article)
            .flat_map(|((a, _), all)| all.iter().map(move |one| (*a, one)))
            .filter(|(_, one)| shares(one.in_saying))
            .map(|(a, one)| (a, &one.tellers))
            .collect();
        elsewhere.sort_unstable();
        // Two that are named are two; descriptions differ from page to page.
        let named: BTreeSet<usize> = elsewhere
            .iter()
            .flat_map(|(_, tellers)| tellers.iter().copied())
            .filter(|t| !nodes[*t].undisclosed)
            .collect();
        let tellers = match (own.as_slice(), elsewhere.first()) {
            ([one], _) => vec![*one],
            ([], Some((_, first))) if named.len() <= 1 => (*first).clone(),
            _ => continue,
        };
        if behind[n].who.is_none_or(|who| !tellers.contains(&who)) && !tellers.contains(&outlet) {
            found.insert(n, tellers);
        }
    }
    found
}

/// Whoever begins with whence they have it says it of so many sayings.
const NEXT: usize = 2;

/// What only points back is no longer.
const SHORT: usize = 24;
/// So far behind those who told, "they" are they.
const NEAR: usize = 400;
/// So far into a content it says of whom it is.
const FAR: usize = 120;

/// Somebody's words that say who told them.
struct Telling {
    in_saying: usize,
    tellers: Vec<usize>,
    of: Of,
}

/// Of what somebody says who told it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Of {
    /// Of their own words there.
    Words,
    /// Of what another saw: what they said before they had otherwise.
    Seen,
    /// Of what was last reported, not of their own words.
    Report,
    /// Of their account, besides what they say there.
    Account,
    /// Of their account, and they say nothing else there.
    Whole,
}
