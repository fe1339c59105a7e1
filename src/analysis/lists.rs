//! Lists of lists in two flat arrays, one of items and one of where each list begins: a case has
//! hundreds of thousands of short lists, and as many small allocations cost more than what they hold.

/// Lists by index.
#[derive(Debug, Clone)]
pub(super) struct Lists<T> {
    starts: Vec<u32>,
    items: Vec<T>,
}

impl<T> Default for Lists<T> {
    fn default() -> Self {
        Self {
            starts: vec![0],
            items: Vec::new(),
        }
    }
}

impl<T> Lists<T> {
    /// How many lists there are.
    pub(super) fn len(&self) -> usize {
        self.starts.len() - 1
    }

    /// A list; empty where there is none of this index.
    pub(super) fn of(&self, i: usize) -> &[T] {
        match self.starts.get(i..i + 2) {
            Some([a, b]) => &self.items[*a as usize..*b as usize],
            _ => &[],
        }
    }

    /// Every list, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &[T]> {
        self.starts
            .windows(2)
            .map(|ends| &self.items[ends[0] as usize..ends[1] as usize])
    }

    /// Changes every item of every list.
    pub(super) fn each(&mut self, change: impl FnMut(&mut T)) {
        self.items.iter_mut().for_each(change);
    }

    /// Adds an item to the list that is not yet closed.
    pub(super) fn add(&mut self, item: T) {
        self.items.push(item);
    }

    /// The list that is not yet closed.
    pub(super) fn open(&mut self) -> &mut [T] {
        let from = self.starts.last().copied().unwrap_or(0);
        &mut self.items[from as usize..]
    }

    /// Ends the list that is not yet closed after so many of its items.
    pub(super) fn truncate(&mut self, length: usize) {
        let from = self.starts.last().copied().unwrap_or(0);
        self.items.truncate(from as usize + length);
    }

    /// Closes the list that items were added to.
    pub(super) fn close(&mut self) {
        self.starts.push(self.items.len() as u32);
    }

    /// Adds a list.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = T>) {
        self.items.extend(list);
        self.close();
    }

    /// Forgets all lists, and keeps their room.
    pub(super) fn clear(&mut self) {
        self.starts.truncate(1);
        self.items.clear();
    }

    /// Puts the lists of others behind each other.
    pub(super) fn joined(parts: Vec<Self>) -> Self {
        let mut all = Self {
            starts: Vec::with_capacity(1 + parts.iter().map(Self::len).sum::<usize>()),
            items: Vec::with_capacity(parts.iter().map(|part| part.items.len()).sum()),
        };
        all.starts.push(0);
        for part in parts {
            let from = all.items.len() as u32;
            all.starts
                .extend(part.starts[1..].iter().map(|at| from + at));
            all.items.extend(part.items);
        }
        all
    }
}

impl<T: Ord> Lists<T> {
    /// Closes the list that items were added to, in order and each once.
    pub(super) fn close_sorted(&mut self) {
        let open = self.open();
        open.sort_unstable();
        let mut kept = open.len().min(1);
        for i in 1..open.len() {
            if open[i] != open[kept - 1] {
                open.swap(kept, i);
                kept += 1;
            }
        }
        self.truncate(kept);
        self.close();
    }
}

impl<T: Copy + Default> Lists<T> {
    /// So many lists, each of the items that are paired with its index, in their order.
    pub(super) fn of_pairs(lists: usize, pairs: &[(u32, T)]) -> Self {
        let mut starts = vec![0u32; lists + 1];
        for (list, _) in pairs {
            starts[*list as usize + 1] += 1;
        }
        for i in 1..starts.len() {
            starts[i] += starts[i - 1];
        }
        let mut items = vec![T::default(); pairs.len()];
        let mut at = starts.clone();
        for (list, item) in pairs {
            let place = &mut at[*list as usize];
            items[*place as usize] = *item;
            *place += 1;
        }
        Self { starts, items }
    }
}

impl<T, L: IntoIterator<Item = T>> FromIterator<L> for Lists<T> {
    fn from_iter<I: IntoIterator<Item = L>>(lists: I) -> Self {
        let mut all = Self::default();
        for list in lists {
            all.push(list);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_those_that_were_added() {
        let mut lists: Lists<u32> = [vec![3, 1], vec![], vec![2]].into_iter().collect();
        for item in [5, 4, 5, 4] {
            lists.add(item);
        }
        lists.close_sorted();
        let all: Vec<&[u32]> = lists.iter().collect();
        assert_eq!(all, [&[3, 1][..], &[], &[2], &[4, 5]]);
        assert_eq!(
            (lists.of(0), lists.of(1), lists.of(9)),
            (&[3, 1][..], &[][..], &[][..])
        );
        let joined = Lists::joined(vec![lists.clone(), lists]);
        assert_eq!(
            (joined.len(), joined.of(3), joined.of(4)),
            (8, &[4, 5][..], &[3, 1][..])
        );
    }

    #[test]
    fn pairs_keep_their_order_within_a_list() {
        let lists = Lists::of_pairs(3, &[(2, 7), (0, 9), (2, 5)]);
        assert_eq!(
            (lists.of(0), lists.of(1), lists.of(2)),
            (&[9][..], &[][..], &[7, 5][..])
        );
    }
}
