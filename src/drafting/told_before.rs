//! Whom a speaker goes on resting upon: who said of a thing "citing two doctors" does not come to know it anew in the next
//! sentence.
//!
//! A text says once whom a body has its report from, and then goes on quoting the body. Taken by itself the second statement
//! would make the body an origin beside those who told it. So what the same speaker says later in the same text, of the
//! same claim and with the same stance, rests on the same tellers, unless it names others.

use std::collections::{BTreeSet, HashMap};

use super::naming::Node;
use super::network::Behind;
use super::resting::{OF_REPORT, THAT};
use super::saying::Saying;
use crate::model::SourceKind;

/// By saying, those it rests upon because an earlier one of its speaker does. `claims`: by saying, the claims it bears on and
/// whether it affirms them.
pub(super) fn told_before(
    sayings: &[Saying],
    behind: &[Behind],
    nodes: &[Node],
    kept: &[bool],
    claims: &HashMap<usize, Vec<(String, bool)>>,
    outlets: &[Option<usize>],
) -> HashMap<usize, Vec<usize>> {
    let at = |n: usize| {
        let saying = &sayings[n];
        let spans = saying.cue.iter().chain(saying.content.first());
        spans.map(|span| span.start).min().unwrap_or(0)
    };
    // Who speaks for a body goes on with what the body said.
    let voice = |n: usize| behind[n].who.map(|w| nodes[w].speaks_for.unwrap_or(w));
    let mine = |n: usize| claims.get(&n).into_iter().flatten();
    let mut starts: HashMap<usize, usize> = HashMap::new();
    for (n, saying) in sayings.iter().enumerate() {
        starts.entry(saying.article).or_insert(n);
    }
    // Inside whom a saying stands, but for who told its very speaker.
    let inside = |n: usize| sayings[n].outer.filter(|_| !sayings[n].told_speaker);
    // By article and voice: the sayings of it, in the order of the text.
    let mut said: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    let mut told: HashMap<(usize, usize), Vec<Telling>> = HashMap::new();
    for n in (0..sayings.len()).filter(|n| kept[*n]) {
        let article = sayings[n].article;
        if let Some(voice) = voice(n) {
            said.entry((article, voice)).or_default().push(n);
        }
        let mut by = |voice: usize, tellers: Vec<usize>, of_report: bool, of_account: bool| {
            let one = Telling {
                in_saying: n,
                tellers,
                of_report: of_report || of_account,
                of_account,
            };
            told.entry((article, voice)).or_default().push(one);
        };
        if let (Some(voice), false) = (voice(n), behind[n].told_by.is_empty()) {
            let has = |rule| sayings[n].told_by.iter().any(|passed| passed.rule == rule);
            by(voice, behind[n].told_by.clone(), has(OF_REPORT), has(THAT));
        }
        // "A group said, citing two doctors": the page has it from the doctors through the group.
        if let (Some(who), Some((Some(relay), _))) = (behind[n].who, behind[n].relays.first()) {
            let voice = nodes[*relay].speaks_for.unwrap_or(*relay);
            by(voice, vec![who], false, false);
        }
        // "The director said that fighters had told him": what the fighters told him, he has from them.
        if let (Some(who), Some(outer)) = (behind[n].who, sayings[n].outer)
            && sayings[n].told_speaker
            && let Some(o) = starts.get(&article).map(|first| first + outer)
            && let Some(voice) = voice(o)
        {
            by(voice, vec![who], false, false);
        }
    }
    let mut found: HashMap<usize, Vec<usize>> = HashMap::new();
    for (key, tellings) in &told {
        let all = said.get(key).map_or(&[][..], Vec::as_slice);
        // A state says on its own authority what it then says how it came to know.
        let state = matches!(nodes[key.1].source, Some(SourceKind::State));
        // An outlet has each report from somebody else.
        let publishes = matches!(
            nodes[key.1].source,
            Some(SourceKind::Outlet | SourceKind::Agency | SourceKind::Website)
        );
        for n in all.iter().copied() {
            if !behind[n].told_by.is_empty() || claims.get(&n).is_none() {
                continue;
            }
            let of_this: Vec<&Telling> = tellings
                .iter()
                .filter(|one| {
                    let m = one.in_saying;
                    // "It had this from two fighters": this is what it said last.
                    let before = all.iter().filter(|k| one.of_report && at(**k) < at(m));
                    let of = before.max_by_key(|k| at(**k)).copied();
                    // "It had the information from two porters. It said that": what it says next.
                    let mut next: Vec<usize> = all
                        .iter()
                        .copied()
                        .filter(|k| of.is_none() && one.of_account && at(*k) > at(m))
                        .collect();
                    next.sort_by_key(|k| at(*k));
                    let of = of.into_iter().chain(next.into_iter().take(NEXT));
                    let theirs: Vec<_> = mine(m).chain(of.flat_map(mine)).collect();
                    inside(n) == inside(m) && mine(n).any(|one| theirs.contains(&one))
                })
                .collect();
            // A report opens with what it tells and says then whence it is, where that is one place.
            let one_place = !state && of_this.windows(2).all(|w| w[0].tellers == w[1].tellers);
            let last = of_this
                .into_iter()
                .filter(|one| {
                    one_place && (!one.of_report || one.of_account)
                        || !publishes && (one.of_account || at(one.in_saying) < at(n))
                })
                .max_by_key(|one| (at(one.in_saying) < at(n), at(one.in_saying)));
            if let Some(one) = last
                && !one.tellers.contains(&key.1)
                && behind[n].who.is_none_or(|who| !one.tellers.contains(&who))
            {
                found.insert(n, one.tellers.clone());
            }
        }
    }
    // An outlet has one report from one place, whichever page passes it on: where one text says whence, the others need not.
    let publishes = |node: usize| {
        matches!(
            nodes[node].source,
            Some(SourceKind::Outlet | SourceKind::Agency | SourceKind::Website)
        )
    };
    for n in (0..sayings.len()).filter(|n| kept[*n]) {
        let article = sayings[n].article;
        let Some(outlet) = voice(n).filter(|v| publishes(*v)) else {
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

/// Somebody's words that say who told them.
struct Telling {
    in_saying: usize,
    tellers: Vec<usize>,
    /// Whether they say it of what was last reported, not of their own words.
    of_report: bool,
    /// Whether they say it of the whole account.
    of_account: bool,
}
