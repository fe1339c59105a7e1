//! Which documents are one text: republications, later versions, copies found by content.
//!
//! Copies of one text count once. Where a document says whom it republishes, its chains say so as
//! well; where only the content shows it, nobody knows who copied whom, so the text itself is a
//! link that all its chains share.

use std::collections::BTreeMap;

use super::chain::covered;
use crate::model::{Case, Document, Key, Original, Source, Statement};
use crate::text::copies::{Shared, Sharing};

/// Two documents that share a text, found by content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SameText {
    /// One.
    pub a: Key<Document>,
    /// The other.
    pub b: Key<Document>,
}

impl SameText {
    /// A pair that counts as one text; none where only paragraphs are shared.
    #[must_use]
    pub fn of(shared: &Shared<Key<Document>>) -> Option<Self> {
        (shared.kind == Sharing::Copy).then_some(Self {
            a: shared.a,
            b: shared.b,
        })
    }
}

/// Which documents are one text.
#[derive(Debug, Clone)]
pub struct Texts {
    /// Of each document: the first of its copies and versions (known earliest, then by id).
    first: Vec<u32>,
    /// Of each document: whether it has copies of which nobody says who copied whom.
    shared: Vec<bool>,
}

impl Texts {
    /// Puts documents together: versions with the first version, copies with the earliest.
    pub fn new(case: &Case, same: &[SameText], counts: &[bool]) -> Self {
        let mut group: Vec<u32> = (0..case.documents.len() as u32).collect();
        let mut shared = vec![false; group.len()];
        let counted = |k: Key<Document>| counts[k.index()];
        let mut join = |a: Key<Document>, b: Key<Document>| {
            let (a, b) = (
                find(&group, a.index() as u32),
                find(&group, b.index() as u32),
            );
            group[a.max(b) as usize] = a.min(b);
        };
        for (key, _, document) in case.documents.iter() {
            if let Some(earlier) = document.version_of
                && counted(key)
                && counted(earlier)
            {
                join(key, earlier);
            }
        }
        for pair in same {
            // Where one says that it republishes the other, its chains show it already.
            if counted(pair.a) && counted(pair.b) {
                if !republishes(case, pair.a, pair.b) && !republishes(case, pair.b, pair.a) {
                    shared[pair.a.index()] = true;
                    shared[pair.b.index()] = true;
                }
                join(pair.a, pair.b);
            }
        }
        let mut members: BTreeMap<u32, Vec<Key<Document>>> = BTreeMap::new();
        for key in case.documents.keys() {
            members
                .entry(find(&group, key.index() as u32))
                .or_default()
                .push(key);
        }
        let mut first = vec![0; group.len()];
        for list in members.values() {
            let any_shared = list.iter().any(|k| shared[k.index()]);
            let least = list.iter().copied().min_by(|a, b| {
                let when = |k: &Key<Document>| {
                    let document = &case.documents[*k];
                    (
                        document.outlet.is_none(),
                        document
                            .published
                            .as_ref()
                            .and_then(|w| w.first())
                            .map_or((i64::MAX, 0, 0), |day| day),
                        case.documents.id(*k),
                    )
                };
                when(a).cmp(&when(b))
            });
            for key in list {
                first[key.index()] = least.unwrap_or(*key).index() as u32;
                shared[key.index()] = any_shared;
            }
        }
        Self { first, shared }
    }

    /// The text that a statement counts under, and who first published it as far as is known.
    pub fn publication(
        &self,
        case: &Case,
        statement: Key<Statement>,
    ) -> (Key<Document>, Option<Key<Source>>) {
        let mut outer = statement;
        while let Some(next) = case.statements[outer].nested_in {
            outer = next;
        }
        let statement = &case.statements[statement];
        let mut document = statement.document;
        let voice = &case.statements[outer];
        let own = voice.outlet_voice
            && voice.said_by.is_some()
            && voice.said_by == case.documents[document].outlet;
        if !own && covered(statement, &case.documents[document]) {
            loop {
                match case.documents[document]
                    .republishes
                    .as_ref()
                    .map(|r| r.from)
                {
                    Some(Original::Document(original)) => document = original,
                    Some(Original::Source(source)) => {
                        return (self.first(document), Some(source));
                    }
                    None => break,
                }
            }
        }
        let first = self.first(document);
        (first, case.documents[first].outlet)
    }

    /// The first of a document's copies and versions.
    pub fn first(&self, document: Key<Document>) -> Key<Document> {
        Key::new(self.first[document.index()] as usize)
    }

    /// Whether a document has copies of which nobody says who copied whom.
    pub fn is_shared(&self, document: Key<Document>) -> bool {
        self.shared[document.index()]
    }
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
