//! Which documents are one text: republications, later versions, copies found by content.
//!
//! Copies of one text count once. Where a document says whom it republishes, its chains say so as
//! well; where only the content shows it, nobody knows who copied whom, so the text itself is a
//! link that all its chains share.

use std::collections::BTreeMap;

use super::chain::covered;
use crate::model::{Anchor, Case, Day, Document, Key, Original, Source, Statement, When};
use crate::text::Span;
use crate::text::copies::{Shared, Sharing};

/// Two documents that share a text, or a paragraph of it, found by content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SameText {
    /// One.
    pub a: Key<Document>,
    /// The other.
    pub b: Key<Document>,
    /// Where the paragraph stands in each; none where the two are one text.
    pub part: Option<(Span, Span)>,
}

impl SameText {
    /// What two documents have in common, as it counts: one text, or each paragraph.
    #[must_use]
    pub fn of(shared: &Shared<Key<Document>>) -> Vec<Self> {
        let (a, b) = (shared.a, shared.b);
        match shared.kind {
            Sharing::Copy => vec![Self { a, b, part: None }],
            Sharing::SharedParagraphs => shared
                .passages
                .iter()
                .map(|passage| Self {
                    a,
                    b,
                    part: Some((passage.a, passage.b)),
                })
                .collect(),
        }
    }
}

/// A paragraph that a statement stands in and that other documents have too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Lifted {
    /// The first document that has it, as far as is known.
    first: Key<Document>,
    /// Where it stands there.
    span: Span,
    /// Which paragraph it is among those of the case.
    passage: u32,
}

/// Where a statement counts: of a republication, where what it republishes stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Publication {
    /// The text that it counts under.
    pub text: Key<Document>,
    /// The first document of that text that the same outlet published, or that has its words.
    pub edition: Key<Document>,
    /// Who first published it as far as is known.
    pub outlet: Option<Key<Source>>,
}

/// Which documents are one text.
#[derive(Debug, Clone)]
pub struct Texts {
    /// Of each document: the first of its copies and versions (known earliest, then by id).
    first: Vec<u32>,
    /// Of each document: the first of those of its text that its own outlet published, or that have its words: a
    /// later version by another outlet is another edition, which the first outlet never carried.
    edition: Vec<u32>,
    /// Of each document: whether it has copies of which nobody says who copied whom.
    shared: Vec<bool>,
    /// Statements that stand wholly in a paragraph that other documents have too.
    lifted: BTreeMap<Key<Statement>, Lifted>,
}

impl Texts {
    /// Puts documents together: versions with the first version, copies with the earliest.
    pub fn new(case: &Case, same: &[SameText], counts: &[bool]) -> Self {
        let mut group: Vec<u32> = (0..case.documents.len() as u32).collect();
        let mut editions = group.clone();
        let mut shared = vec![false; group.len()];
        let counted = |k: Key<Document>| counts[k.index()];
        let join = |group: &mut [u32], a: Key<Document>, b: Key<Document>| {
            let (a, b) = (find(group, a.index() as u32), find(group, b.index() as u32));
            group[a.max(b) as usize] = a.min(b);
        };
        let outlet = |k: Key<Document>| case.documents[k].outlet;
        for (key, _, document) in case.documents.iter() {
            if let Some(earlier) = document.version_of
                && counted(key)
                && counted(earlier)
            {
                join(&mut group, key, earlier);
                if outlet(key).is_none() || outlet(key) == outlet(earlier) {
                    join(&mut editions, key, earlier);
                }
            }
        }
        for pair in same.iter().filter(|pair| pair.part.is_none()) {
            // Where one says that it republishes the other, its chains show it already.
            if counted(pair.a) && counted(pair.b) {
                if !republishes(case, pair.a, pair.b) && !republishes(case, pair.b, pair.a) {
                    shared[pair.a.index()] = true;
                    shared[pair.b.index()] = true;
                }
                join(&mut group, pair.a, pair.b);
                join(&mut editions, pair.a, pair.b);
            }
        }
        // What is written to be a later version is not first, whatever the dates.
        let least = |list: &[Key<Document>]| {
            let all = list.iter().copied();
            all.min_by_key(|key| (later_version(case, *key, counts), published(case, *key)))
        };
        let members = |group: &[u32]| {
            let mut members: BTreeMap<u32, Vec<Key<Document>>> = BTreeMap::new();
            for key in case.documents.keys() {
                let root = find(group, key.index() as u32);
                members.entry(root).or_default().push(key);
            }
            members
        };
        let mut first = vec![0; group.len()];
        for list in members(&group).values() {
            let any_shared = list.iter().any(|k| shared[k.index()]);
            let least = least(list);
            for key in list {
                first[key.index()] = least.unwrap_or(*key).index() as u32;
                shared[key.index()] = any_shared;
            }
        }
        let mut edition = vec![0; group.len()];
        for list in members(&editions).values() {
            let least = least(list);
            for key in list {
                edition[key.index()] = least.unwrap_or(*key).index() as u32;
            }
        }
        let lifted = lifted(case, same, counts);
        Self {
            first,
            edition,
            shared,
            lifted,
        }
    }

    /// Where a statement counts.
    pub fn publication(&self, case: &Case, statement: Key<Statement>) -> Publication {
        let key = statement;
        let mut outer = statement;
        while let Some(next) = case.statements[outer].nested_in {
            outer = next;
        }
        let mut document = case.statements[statement].document;
        let voice = &case.statements[outer];
        let own = voice.outlet_voice
            && voice.said_by.is_some()
            && voice.said_by == case.documents[document].outlet;
        // As in its chain: what stands in an outer statement is republished where that is.
        if !own && covered(voice, &case.documents[document]) {
            loop {
                match case.documents[document]
                    .republishes
                    .as_ref()
                    .map(|r| r.from)
                {
                    Some(Original::Document(original)) => document = original,
                    Some(Original::Source(source)) => {
                        return self.published(document, Some(source));
                    }
                    None => break,
                }
            }
        }
        // What stands in a paragraph that another document had first counts under that one.
        if let Some(lifted) = self.lifted.get(&key) {
            return self.first_of(case, lifted);
        }
        self.published(document, case.documents[self.edition(document)].outlet)
    }

    fn published(&self, document: Key<Document>, outlet: Option<Key<Source>>) -> Publication {
        Publication {
            text: self.first(document),
            edition: self.edition(document),
            outlet,
        }
    }

    /// Where a paragraph first stood.
    fn first_of(&self, case: &Case, lifted: &Lifted) -> Publication {
        let mut here = lifted.first;
        if let Some(republication) = &case.documents[here].republishes {
            let part = &republication.part;
            if part.is_empty() || part.iter().any(|p| p.span.contains(lifted.span)) {
                match republication.from {
                    Original::Source(source) => return self.published(here, Some(source)),
                    Original::Document(original) => here = original,
                }
            }
        }
        self.published(here, case.documents[self.edition(here)].outlet)
    }

    /// The first of a document's copies and versions that its own outlet published, or that have its words: another
    /// than [`Texts::first`] of a later version by another outlet.
    pub fn edition(&self, document: Key<Document>) -> Key<Document> {
        Key::new(self.edition[document.index()] as usize)
    }

    /// The first of a document's copies and versions.
    pub fn first(&self, document: Key<Document>) -> Key<Document> {
        Key::new(self.first[document.index()] as usize)
    }

    /// Whether a statement stands in a text, or in a paragraph, that other documents have too and of which
    /// nobody says who took it from whom.
    pub fn is_shared(&self, case: &Case, statement: Key<Statement>) -> bool {
        self.shared[case.statements[statement].document.index()]
            || self.lifted.contains_key(&statement)
    }

    /// Which shared paragraph a statement stands in; none where it stands in none.
    pub fn passage(&self, statement: Key<Statement>) -> Option<u32> {
        self.lifted.get(&statement).map(|lifted| lifted.passage)
    }
}

/// Whether a document is a later version of one that counts and whose outlet is known.
fn later_version(case: &Case, key: Key<Document>, counts: &[bool]) -> bool {
    // Circles are cut when the case is read.
    let earlier = |key: &Key<Document>| case.documents[*key].version_of;
    std::iter::successors(earlier(&key), earlier)
        .take_while(|earlier| counts[earlier.index()])
        .any(|earlier| case.documents[earlier].outlet.is_some())
}

/// What documents are put in order by, the first publisher first: an outlet that is known, the day, one
/// that is sure before one that is not, the id.
fn published(case: &Case, key: Key<Document>) -> (bool, Day, bool, &str) {
    let document = &case.documents[key];
    let day = document.published.as_ref().and_then(|when| when.first());
    (
        document.outlet.is_none(),
        day.unwrap_or((i64::MAX, 0, 0)),
        document.published.as_ref().is_some_and(When::vague),
        case.documents.id(key),
    )
}

/// The statements that stand wholly in a shared paragraph. Paragraphs that overlap in a document are one;
/// cost: what is shared, times the statements of the documents that share it.
fn lifted(case: &Case, same: &[SameText], counts: &[bool]) -> BTreeMap<Key<Statement>, Lifted> {
    let mut places: Vec<(Key<Document>, Span)> = Vec::new();
    for pair in same {
        if let Some((a, b)) = pair.part
            && counts[pair.a.index()]
            && counts[pair.b.index()]
        {
            places.push((pair.a, a));
            places.push((pair.b, b));
        }
    }
    if places.is_empty() {
        return BTreeMap::new();
    }
    let mut group: Vec<u32> = (0..places.len() as u32).collect();
    let join = |group: &mut Vec<u32>, i: usize, j: usize| {
        let (i, j) = (find(group, i as u32), find(group, j as u32));
        group[i.max(j) as usize] = i.min(j);
    };
    let mut of: BTreeMap<Key<Document>, Vec<usize>> = BTreeMap::new();
    for (i, (document, _)) in places.iter().enumerate() {
        if i % 2 == 1 {
            join(&mut group, i - 1, i);
        }
        of.entry(*document).or_default().push(i);
    }
    for list in of.values_mut() {
        list.sort_by_key(|i| places[*i].1);
        let mut widest = list[0];
        for &next in &list[1..] {
            if places[widest].1.overlaps(places[next].1) {
                join(&mut group, widest, next);
            }
            if places[next].1.end > places[widest].1.end {
                widest = next;
            }
        }
    }
    // Of each paragraph the place where it stood first.
    let mut first: BTreeMap<u32, usize> = BTreeMap::new();
    for i in 0..places.len() {
        let known = first.entry(find(&group, i as u32)).or_insert(i);
        let when = |i: usize| (published(case, places[i].0), places[i].1);
        if when(i) < when(*known) {
            *known = i;
        }
    }
    let mut all = BTreeMap::new();
    for (key, _, statement) in case.statements.iter() {
        let Some(list) = of.get(&statement.document) else {
            continue;
        };
        let inside = list.iter().find(|i| {
            let within = |a: &Anchor| places[**i].1.contains(a.span);
            !statement.content.is_empty() && statement.content.iter().all(within)
        });
        if let Some(i) = inside {
            let passage = find(&group, *i as u32);
            let (document, span) = places[first[&passage]];
            all.insert(
                key,
                Lifted {
                    first: document,
                    span,
                    passage,
                },
            );
        }
    }
    all
}

fn find(group: &[u32], mut i: u32) -> u32 {
    while group[i as usize] != i {
        i = group[i as usize];
    }
    i
}

/// Whether a document says, at once or through others, that it republishes another.
fn republishes(case: &Case, document: Key<Document>, other: Key<Document>) -> bool {
    let mut here = document;
    while let Some(Original::Document(original)) =
        case.documents[here].republishes.as_ref().map(|r| r.from)
    {
        if original == other {
            return true;
        }
        here = original;
    }
    false
}
