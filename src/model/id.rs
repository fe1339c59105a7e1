//! Ids as people write them, and the typed keys and tables that stand for them.

use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;

use indexmap::IndexMap;

/// The place of a record in its [`Table`]: four bytes, typed, cheap to copy and compare.
pub struct Key<T> {
    index: u32,
    of: PhantomData<fn() -> T>,
}

impl<T> Key<T> {
    /// The key of the record at `index` of its table.
    pub fn new(index: usize) -> Self {
        // A case of four thousand million records does not fit in memory, so nothing is cut off.
        Self {
            index: index as u32,
            of: PhantomData,
        }
    }

    /// Its place in the table, from 0.
    pub fn index(self) -> usize {
        self.index as usize
    }
}

impl<T> Clone for Key<T> {
    fn clone(&self) -> Self {
        *self
    }
}
impl<T> Copy for Key<T> {}
/// The key of the first record.
impl<T> Default for Key<T> {
    fn default() -> Self {
        Self::new(0)
    }
}
impl<T> PartialEq for Key<T> {
    fn eq(&self, other: &Self) -> bool {
        self.index == other.index
    }
}
impl<T> Eq for Key<T> {}
impl<T> PartialOrd for Key<T> {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}
impl<T> Ord for Key<T> {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.index.cmp(&other.index)
    }
}
impl<T> Hash for Key<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.index.hash(state);
    }
}
impl<T> fmt::Debug for Key<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "#{}", self.index)
    }
}

/// Records of one kind by id, in the order in which they were read.
#[derive(Debug, Clone)]
pub struct Table<T> {
    records: IndexMap<Box<str>, T>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self {
            records: IndexMap::new(),
        }
    }
}

impl<T> Table<T> {
    /// An empty table with room for `n` records.
    pub fn with_capacity(n: usize) -> Self {
        Self {
            records: IndexMap::with_capacity(n),
        }
    }

    /// Adds a record. Gives its key, or the record back where the id is taken.
    pub fn insert(&mut self, id: &str, record: T) -> Result<Key<T>, T> {
        match self.records.entry(id.into()) {
            indexmap::map::Entry::Occupied(_) => Err(record),
            indexmap::map::Entry::Vacant(free) => {
                let key = Key::new(free.index());
                free.insert(record);
                Ok(key)
            }
        }
    }

    /// The key of the record with this id.
    pub fn key(&self, id: &str) -> Option<Key<T>> {
        self.records.get_index_of(id).map(Key::new)
    }

    /// The id of a record of this table.
    pub fn id(&self, key: Key<T>) -> &str {
        self.records
            .get_index(key.index())
            .map_or("", |(id, _)| id.as_ref())
    }

    /// How many records.
    pub fn len(&self) -> usize {
        self.records.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.records.is_empty()
    }

    /// Every key, in order.
    pub fn keys(&self) -> impl ExactSizeIterator<Item = Key<T>> + use<T> {
        (0..self.records.len()).map(Key::new)
    }

    /// Every record with its key and id, in order.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = (Key<T>, &str, &T)> {
        self.records
            .iter()
            .enumerate()
            .map(|(i, (id, record))| (Key::new(i), id.as_ref(), record))
    }
}

impl<T> std::ops::Index<Key<T>> for Table<T> {
    type Output = T;
    fn index(&self, key: Key<T>) -> &T {
        &self.records[key.index()]
    }
}

impl<T> std::ops::IndexMut<Key<T>> for Table<T> {
    fn index_mut(&mut self, key: Key<T>) -> &mut T {
        &mut self.records[key.index()]
    }
}

/// Why a string is no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadId {
    /// Nothing is written.
    #[error("an id must not be empty")]
    Empty,
    /// Longer than 80 characters.
    #[error("an id has at most 80 characters")]
    TooLong,
    /// A character that ids do not have.
    #[error(
        "an id has only a–z, A–Z, 0–9, `-`, `_` and `.`, and starts with a letter or a digit; found {0:?}"
    )]
    Character(char),
}

/// Checks the grammar of ids: `[A-Za-z0-9][A-Za-z0-9._-]{0,79}`.
///
/// Ids stand in file names, links and commands, so they are plain ASCII: few look alike, and
/// none can leave the case folder (`..` does not start one). Capitals are allowed because collections of texts have
/// them in their own ids; what the program makes itself is lower case.
pub fn check_id(id: &str) -> Result<(), BadId> {
    let mut chars = id.chars();
    match chars.next() {
        None => return Err(BadId::Empty),
        Some('a'..='z' | 'A'..='Z' | '0'..='9') => {}
        Some(c) => return Err(BadId::Character(c)),
    }
    if id.len() > 80 {
        return Err(BadId::TooLong);
    }
    match chars.find(|c| !matches!(c, 'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.')) {
        Some(c) => Err(BadId::Character(c)),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_plain() {
        assert_eq!(check_id("003-v01"), Ok(()));
        assert_eq!(check_id(""), Err(BadId::Empty));
        assert_eq!(check_id("../x"), Err(BadId::Character('.')));
        assert_eq!(check_id("a/b"), Err(BadId::Character('/')));
        assert_eq!(check_id("JA-69"), Ok(()));
        assert_eq!(check_id("مصدر"), Err(BadId::Character('م')));
        assert_eq!(check_id(&"a".repeat(81)), Err(BadId::TooLong));
    }

    #[test]
    fn a_taken_id_gives_the_record_back() {
        let mut table = Table::default();
        assert!(table.insert("a", 1).is_ok());
        assert_eq!(table.insert("a", 2), Err(2));
        assert_eq!(table.key("a").map(|k| table[k]), Some(1));
    }
}
