//! Which clauses are of one event: those with words of it that share a name.

use std::collections::{BTreeMap, BTreeSet};

use super::clause::Clause;
use super::links::{Links, common, parties};
use super::pack::Event;

/// Names that stand in more than three of five articles tell nothing.
const EVERYWHERE: (usize, usize) = (3, 5);
/// A clause without a name is of the one event that it can be of, if it has no more words than this.
const BARE: usize = 14;

/// An event of which at least two in five articles speak is what the case is about.
const CENTRAL: (usize, usize) = (2, 5);

/// In more texts than this a chain of shared names, each with the next, holds nothing together by itself.
const CHAINED: usize = 6;

/// A case of more articles than this tells many stories.
pub(in crate::drafting::content::question) const STORIES: usize = 40;

/// A name that stands in more than one in this many articles of a case of many stories tells nothing by itself.
const WIDE: usize = 25;

/// Clauses of one event, by their place among all, with the name that they share; none where it is whom the case is about.
#[derive(Debug)]
pub(super) struct Cluster {
    pub(super) event: usize,
    pub(super) clauses: BTreeSet<usize>,
    pub(super) shared: BTreeSet<String>,
    /// It is what the case is about.
    pub(super) central: bool,
    /// Nothing holds it together but the words of the event.
    pub(super) bare: bool,
    /// It befell people together, whoever they are by name.
    pub(super) together: bool,
}

/// Clauses of one event, and whether it befell people together there.
///
/// "The hostages", «المختطفون», "the three nurses" are told by what they are, and each article counts and names them as it
/// likes: where half of the texts of an event say so, names and numbers part nothing. People of another kind ("prisoners",
/// who went the other way) are another matter.
///
/// `asked`: of what kind they are where the case asks whether people were let go, and this event is that.
fn parted(
    clauses: &[Clause],
    event: &Event,
    all: Vec<usize>,
    asked: Option<usize>,
) -> Vec<(Vec<usize>, bool)> {
    if event.group || event.named || event.often {
        return vec![(all, false)];
    }
    let mut of: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for c in all.iter().map(|&n| &clauses[n]) {
        for &kind in &c.kinds {
            of.entry(kind).or_default().insert(c.article);
        }
    }
    let texts: BTreeSet<usize> = all.iter().map(|&n| clauses[n].article).collect();
    let most = of
        .into_iter()
        .max_by_key(|(kind, told)| (told.len(), std::cmp::Reverse(*kind)));
    let most = most.filter(|(_, told)| told.len() > 2 && told.len() * 2 >= texts.len());
    let Some(own) = asked.or(most.map(|(own, _)| own)) else {
        return vec![(all, false)];
    };
    let (here, others) = all.into_iter().partition(|&n| {
        let kinds = &clauses[n].kinds;
        kinds.is_empty() || kinds.contains(&own)
    });
    vec![(here, true), (others, false)]
}

/// Two clauses that name other persons of one surname, other numbers of people or another year are of two events.
pub(super) fn apart(a: &Clause, b: &Clause) -> bool {
    let other = |(first, last): &(String, String)| {
        let namesake = |p: &&(String, String)| p.1 == *last;
        b.persons.iter().any(|p| namesake(&p))
            && !b.persons.iter().any(|p| p.1 == *last && p.0 == *first)
    };
    a.persons.iter().any(other)
        || a.year != b.year
        || !a.counted.is_empty() && !b.counted.is_empty() && a.counted.is_disjoint(&b.counted)
}

/// Groups clauses with words of one event.
///
/// `articles`: how many can be read; `names`: in which articles each name stands; `freed`: whether people were let go is asked.
pub(super) fn clusters(
    clauses: &[Clause],
    events: &[Event],
    names: &BTreeMap<String, BTreeSet<usize>>,
    articles: usize,
    freed: bool,
) -> Vec<Cluster> {
    let many = articles > STORIES;
    let own = events.iter().position(|e| e.people);
    let mut by_event: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, c) in clauses.iter().enumerate() {
        let told = c.met.iter().filter(|m| !many || m.tells());
        let here: BTreeSet<usize> = told.map(|m| m.event).collect();
        for e in here {
            by_event.entry(e).or_default().push(n);
        }
    }
    let rare = |name: &str| {
        names
            .get(name)
            .is_some_and(|a| a.len() <= 2 || a.len() * EVERYWHERE.1 <= articles * EVERYWHERE.0)
    };
    let common = common(clauses);
    // Surnames of persons, wherever they stand.
    let people: BTreeSet<&str> = clauses
        .iter()
        .flat_map(|c| c.persons.iter().map(|p| p.1.as_str()))
        .collect();
    // Of which several articles speak.
    let mut out = Vec::new();
    let each = by_event.into_iter().flat_map(|(event, all)| {
        let asked = own.filter(|_| freed && events[event].frees());
        let parts = parted(clauses, &events[event], all, asked);
        parts
            .into_iter()
            .map(move |(all, together)| (event, all, together))
    });
    let mut befell: BTreeSet<&str> = BTreeSet::new();
    for (event, all, together) in each {
        // The manner of it counts and names people as freely.
        let way = events[event]
            .way
            .iter()
            .any(|w| befell.contains(w.as_str()));
        let own = together;
        let group = events[event].group || together || way;
        let told: BTreeSet<usize> = all.iter().map(|&n| clauses[n].article).collect();
        let central = told.len() > 2 && told.len() * CENTRAL.1 >= articles * CENTRAL.0;
        if own && central {
            befell.insert(&events[event].id);
        }
        // Of what the case is about even a name that stands everywhere tells, unless another person is meant.
        // So does the person of whom every article speaks, of whatever befell them; and of what tells no event by itself
        // ("the planes were Belmar's") any name.
        let tells = |c: &Clause, name: &str| {
            rare(name)
                || events[event].named
                || group
                || !c.others && !events[event].often && people.contains(name)
                || central
                    && !c.others
                    && (c.persons.is_empty()
                        || c.persons.iter().any(|(a, b)| a == name || b == name))
        };
        let mut by_name: BTreeMap<Option<&str>, Vec<usize>> = BTreeMap::new();
        for &n in &all {
            let c = &clauses[n];
            let mut none = true;
            // "Belmari pilots had flown no sorties over Tirant": where no event is told by the words, of whom is named first.
            let first = c.names.iter().min_by_key(|(_, at)| **at).map(|(n, _)| n);
            for name in c.names.keys().filter(|s| tells(c, s)) {
                none = false;
                if !events[event].named || Some(name) == first {
                    by_name.entry(Some(name)).or_default().push(n);
                }
            }
            // "We have no drones": of whoever speaks.
            for name in c.own.iter().filter(|s| none && rare(s)) {
                by_name.entry(Some(name)).or_default().push(n);
            }
            if c.focus && !events[event].often {
                by_name.entry(None).or_default().push(n);
            }
        }
        if many && !central || events[event].part {
            // Words for things tell no event: whose they were would have to be told each time.
            if events[event].thing {
                continue;
            }
            let person = |name: &str| !group && people.contains(name);
            let named = &events[event].named;
            let wide = |name: &str| {
                let told = names.get(name).map_or(0, BTreeSet::len);
                told > 2 && told * WIDE > articles
            };
            let links = Links {
                clauses,
                common: &common,
                wide: &wide,
                alone: !named,
                person: &person,
            };
            let of_party;
            let by_name = if events[event].named {
                of_party = parties(clauses, event, &all, &wide);
                &of_party
            } else {
                &by_name
            };
            for (clauses, shared) in links.stars(by_name) {
                out.push(Cluster {
                    event,
                    bare: shared.is_empty(),
                    clauses,
                    shared,
                    central,
                    together: own,
                });
            }
            continue;
        }
        // Joined by what they share; what must be kept apart joins nothing.
        let mut of: BTreeMap<usize, usize> = all.iter().map(|&n| (n, n)).collect();
        let mut shared: Vec<(usize, String)> = Vec::new();
        for (name, list) in &by_name {
            // Somebody must name it: what two say of themselves is of two.
            if name.is_some_and(|name| !list.iter().any(|&n| clauses[n].names.contains_key(name))) {
                continue;
            }
            for (k, &n) in list.iter().enumerate().skip(1) {
                // The nearest before it that nothing parts from it.
                let fits = |&&o: &&usize| !apart(&clauses[o], &clauses[n]);
                let Some(&o) = list[..k].iter().rev().find(fits) else {
                    continue;
                };
                let (a, b) = (root(&of, o), root(&of, n));
                of.insert(a.max(b), a.min(b));
                if let Some(name) = name {
                    shared.push((n, (*name).to_owned()));
                }
            }
        }
        let mut groups: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for &n in &all {
            groups.entry(root(&of, n)).or_default().insert(n);
        }
        let texts = |g: &BTreeSet<usize>| {
            let all: BTreeSet<usize> = g.iter().map(|&n| clauses[n].article).collect();
            all.len()
        };
        let bare: BTreeSet<usize> = all
            .iter()
            .copied()
            .filter(|&n| {
                let c = &clauses[n];
                c.names.is_empty()
                    && (group || !c.others)
                    && c.persons.is_empty()
                    && (group || c.counted.is_empty())
                    && c.year.is_none()
                    && c.words <= BARE
                    && !events[event].named
            })
            .collect();
        // Many texts tell of one event if half of them name one party to it: where stories are many, one leads to the next.
        let held = |g: &BTreeSet<usize>| {
            let n = texts(g);
            let half = |list: &Vec<usize>| {
                let here = list.iter().copied().filter(|n| g.contains(n)).collect();
                texts(&here) * 2 >= n
            };
            n <= CHAINED || by_name.values().any(half)
        };
        let mut found: Vec<BTreeSet<usize>> = if way || own && central {
            // Of one kind of people, or of how it came to them: whatever is said of it, unless of another year.
            let told = all.iter().copied();
            vec![told.filter(|&n| clauses[n].year.is_none()).collect()]
        } else {
            let groups = groups.into_values();
            groups.filter(|g| texts(g) > 1 && held(g)).collect()
        };
        found.sort_by_key(|g| std::cmp::Reverse(texts(g)));
        match found.as_mut_slice() {
            // What the case is about: whatever is said of it in its words, unless somebody or something else is named or counted.
            [one, ..] if central && texts(one) * 2 >= told.len() => {
                let of: BTreeSet<&str> = one
                    .iter()
                    .flat_map(|&n| clauses[n].names.keys().map(String::as_str))
                    .collect();
                let near = |n: &usize| {
                    let c = &clauses[*n];
                    let same = |p: &(String, String)| of.contains(p.1.as_str());
                    // What befalls one person is told of whom the case is about, or in few words.
                    (group || !c.others && (c.focus || c.words <= BARE))
                        && c.counted.is_empty()
                        && c.year.is_none()
                        && c.persons.iter().all(same)
                        && !events[event].named
                };
                let more: Vec<usize> = all.iter().copied().filter(near).collect();
                one.extend(&more);
                one.extend(&bare);
                let main = one.clone();
                for other in found.iter_mut().skip(1) {
                    other.retain(|n| !main.contains(n));
                }
                found.retain(|g| texts(g) > 1);
            }
            [one] => one.extend(&bare),
            [] if texts(&bare) > 1 => found.push(bare),
            _ => {}
        }
        for group in found {
            let shared: BTreeSet<String> = shared
                .iter()
                .filter(|(n, _)| group.contains(n))
                .map(|(_, name)| name.clone())
                .collect();
            let bare = shared.is_empty() && !group.iter().any(|&n| clauses[n].focus);
            out.push(Cluster {
                event,
                clauses: group,
                shared,
                central,
                bare,
                together: own,
            });
        }
    }
    out
}

pub(super) fn root(of: &BTreeMap<usize, usize>, mut n: usize) -> usize {
    while let Some(&up) = of.get(&n).filter(|up| **up != n) {
        n = up;
    }
    n
}

#[cfg(test)]
mod tests {
    use super::super::clause::Clause;
    use jiff::civil::Date;

    use super::super::pack::{Event, Met};
    use super::super::told::Telling;
    use super::*;

    /// A clause of the one event in an article that is its own, with the names that stand in it.
    fn clause(article: usize, names: &[String]) -> Clause {
        Clause {
            article,
            statement: 0,
            from: 0,
            to: 20,
            met: vec![Met {
                event: 0,
                not: false,
                from: 0,
                to: 1,
                telling: Telling::Told,
                charged: false,
            }],
            names: names.iter().cloned().zip(0..).collect(),
            persons: BTreeSet::new(),
            own: BTreeSet::new(),
            focus: false,
            counted: BTreeSet::new(),
            kinds: BTreeSet::new(),
            wanted: Vec::new(),
            year: None,
            others: false,
            words: 20,
            day: None,
            rest: BTreeSet::new(),
        }
    }

    /// How many clauses each event found in a case has, of so many articles for each clause.
    fn joined(clauses: &[Clause], among: usize) -> Vec<usize> {
        let events = [Event {
            id: "arms".to_owned(),
            predicates: Vec::new(),
            sort: super::super::pack::Sort::Event,
            named: false,
            thing: false,
            part: false,
            group: false,
            often: false,
            people: false,
            wanted: false,
            way: Vec::new(),
            unless: String::new(),
        }];
        let mut names: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        for c in clauses {
            for name in c.names.keys() {
                names.entry(name.clone()).or_default().insert(c.article);
            }
        }
        let found = clusters(clauses, &events, &names, clauses.len() * among, false);
        found.into_iter().map(|one| one.clauses.len()).collect()
    }

    #[test]
    fn a_chain_of_names_through_many_texts_is_no_event() {
        let link = |n: usize| format!("n{n}");
        let chain = |length: usize| -> Vec<Clause> {
            let all = 0..length;
            all.map(|n| clause(n, &[link(n), link(n + 1)])).collect()
        };
        assert_eq!(joined(&chain(CHAINED), 3), [CHAINED]);
        assert!(joined(&chain(CHAINED + 1), 3).is_empty());
        // One name that half of them have holds them together.
        let mut told = chain(CHAINED + 2);
        for one in told.iter_mut().step_by(2) {
            one.names.insert("harbour".to_owned(), 5);
        }
        assert_eq!(joined(&told, 3), [CHAINED + 2]);
    }

    #[test]
    fn where_stories_are_many_all_share_a_name_and_their_days_are_near() {
        let name = "harbour".to_owned();
        let mut all: Vec<Clause> = (0..4)
            .map(|n| clause(n, &[name.clone(), format!("n{n}")]))
            .collect();
        all.push(clause(4, &["n3".to_owned()]));
        // A chain ends where its one name does.
        assert_eq!(joined(&all, 30), [4]);
        for (c, day) in all.iter_mut().zip([1, 2, 25, 26]) {
            c.day = Some(Date::constant(2020, 3, day));
        }
        assert_eq!(joined(&all, 30), [2, 2]);
        // A name that stands everywhere is of no one event, one that two have is.
        assert_eq!(joined(&all, 11), [2]);
    }
}
