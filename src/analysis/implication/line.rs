//! Intervals on a line, each of a class: finds, one after the other, those of another class that an
//! interval meets, without looking at those that it does not.
//!
//! A segment tree (Bentley 1977) over the intervals in order of one end keeps of each stretch the
//! furthest other end, and the furthest of another class than that; so a stretch in which nothing of
//! another class reaches far enough is passed in one step. Each answer costs the logarithm of how
//! many intervals there are.

/// A day by its place among those that the claims of a key name.
pub(in super::super) type Day = u32;

/// The furthest of a stretch, and the furthest of another class than its.
#[derive(Debug, Clone, Copy)]
struct Reach<V> {
    first: Option<(V, u32)>,
    second: Option<(V, u32)>,
}

impl<V: Ord + Copy> Reach<V> {
    const NONE: Self = Self {
        first: None,
        second: None,
    };

    fn of(value: V, class: u32) -> Self {
        Self {
            first: Some((value, class)),
            second: None,
        }
    }

    fn with(self, other: Self) -> Self {
        let mut both = self;
        for one in [other.first, other.second].into_iter().flatten() {
            match both.first {
                None => both.first = Some(one),
                Some(first) if one.1 == first.1 => {
                    both.first = Some((first.0.max(one.0), first.1));
                }
                Some(first) if one.0 > first.0 => {
                    both.second = Some(first);
                    both.first = Some(one);
                }
                Some(_) => {
                    if both.second.is_none_or(|second| one.0 > second.0) {
                        both.second = Some(one);
                    }
                }
            }
        }
        both
    }

    fn reaches(&self, class: u32, enough: &impl Fn(V) -> bool) -> bool {
        let far = |one: Option<(V, u32)>| one.is_some_and(|(v, c)| c != class && enough(v));
        far(self.first) || far(self.second)
    }
}

/// Intervals in order of a key, each with how far it reaches.
#[derive(Debug, Clone)]
pub(in super::super) struct Line<K, V> {
    /// Key and what it stands for, in order.
    items: Vec<(K, u32)>,
    /// The tree: of node *n* the two below are *2n* and *2n*+1; leaves are in the order of items.
    tree: Vec<Reach<V>>,
}

impl<K: Ord + Copy, V: Ord + Copy> Line<K, V> {
    /// Of key, reach, class and what it stands for.
    pub(in super::super) fn new(mut all: Vec<(K, V, u32, u32)>) -> Self {
        all.sort_unstable_by_key(|(key, _, _, id)| (*key, *id));
        let leaves = all.len().next_power_of_two();
        let mut tree = vec![Reach::NONE; leaves * 2];
        for (i, (_, value, class, _)) in all.iter().enumerate() {
            tree[leaves + i] = Reach::of(*value, *class);
        }
        for node in (1..leaves).rev() {
            tree[node] = tree[node * 2].with(tree[node * 2 + 1]);
        }
        Self {
            items: all.into_iter().map(|(key, _, _, id)| (key, id)).collect(),
            tree,
        }
    }

    /// How many keys come before the first that is not so; keys that are so come first.
    pub(in super::super) fn upto(&self, so: impl Fn(K) -> bool) -> usize {
        self.items.partition_point(|(key, _)| so(*key))
    }

    /// The first place from `from` on and before `upto` of another class that reaches far enough. What
    /// is enough for one is so for whatever reaches further.
    pub(in super::super) fn next(
        &self,
        from: usize,
        upto: usize,
        class: u32,
        enough: &impl Fn(V) -> bool,
    ) -> Option<usize> {
        self.below(1, (0, self.tree.len() / 2), (from, upto), class, enough)
    }

    fn below(
        &self,
        node: usize,
        (low, high): (usize, usize),
        (from, upto): (usize, usize),
        class: u32,
        enough: &impl Fn(V) -> bool,
    ) -> Option<usize> {
        if high <= from || upto <= low || !self.tree[node].reaches(class, enough) {
            return None;
        }
        if high - low == 1 {
            return Some(low);
        }
        let middle = low.midpoint(high);
        self.below(node * 2, (low, middle), (from, upto), class, enough)
            .or_else(|| self.below(node * 2 + 1, (middle, high), (from, upto), class, enough))
    }

    /// What stands at a place.
    pub(in super::super) fn at(&self, place: usize) -> u32 {
        self.items[place].1
    }

    /// Where something stands.
    pub(in super::super) fn place(&self, key: K, id: u32) -> usize {
        self.items.partition_point(|one| *one < (key, id))
    }

    /// Takes what stands at a place away: it is not found again.
    pub(in super::super) fn remove(&mut self, place: usize) {
        let mut node = self.tree.len() / 2 + place;
        self.tree[node] = Reach::NONE;
        while node > 1 {
            node /= 2;
            self.tree[node] = self.tree[node * 2].with(self.tree[node * 2 + 1]);
        }
    }

    /// Tells of all before `upto` of another class that reach far enough, until told to stop; false
    /// where it was.
    pub(in super::super) fn each(
        &self,
        upto: usize,
        class: u32,
        enough: &impl Fn(V) -> bool,
        visit: &mut impl FnMut(u32) -> bool,
    ) -> bool {
        let mut from = 0;
        while let Some(place) = self.next(from, upto, class, enough) {
            if !visit(self.at(place)) {
                return false;
            }
            from = place + 1;
        }
        true
    }
}

/// Days from one to another, both among them, with a weight.
pub(in super::super) type Weighed = (Day, Day, u64);

/// Intervals with their weights summed up from either end.
#[derive(Debug, Default)]
pub(in super::super) struct Summed {
    all: Vec<Weighed>,
    starts: Vec<(Day, u64)>,
    ends: Vec<(Day, u64)>,
    sum: u64,
}

impl Summed {
    pub(in super::super) fn new(all: Vec<Weighed>) -> Self {
        let summed = |mut days: Vec<(Day, u64)>| {
            days.sort_unstable();
            let mut sum = 0;
            for (_, weight) in &mut days {
                sum += *weight;
                *weight = sum;
            }
            days
        };
        Self {
            starts: summed(all.iter().map(|(start, _, w)| (*start, *w)).collect()),
            ends: summed(all.iter().map(|(_, end, w)| (*end, *w)).collect()),
            sum: all.iter().map(|(_, _, w)| w).sum(),
            all,
        }
    }

    pub(in super::super) fn len(&self) -> usize {
        self.all.len()
    }

    /// The weight of those that end before a day, and of those that begin after another.
    fn apart(&self, start: Day, end: Day) -> (u64, u64) {
        let upto = |list: &[(Day, u64)], n: usize| n.checked_sub(1).map_or(0, |last| list[last].1);
        let before = self.ends.partition_point(|(day, _)| *day < start);
        let not_after = self.starts.partition_point(|(day, _)| *day <= end);
        let before = upto(&self.ends, before);
        (before, self.sum - upto(&self.starts, not_after))
    }

    /// The pairs of two of these that meet, by weight; none with itself.
    pub(in super::super) fn pairs(&self) -> u64 {
        let squares: u64 = self.all.iter().map(|(_, _, w)| w * w).sum();
        let apart = self.all.iter();
        let apart = apart.map(|(start, end, w)| w * self.apart(*start, *end).0);
        (self.sum * self.sum - squares) / 2 - apart.sum::<u64>()
    }

    /// The pairs of one of these and one of others that meet, by weight.
    pub(in super::super) fn pairs_with(&self, others: &Self) -> u64 {
        if others.len() < self.len() {
            return others.pairs_with(self);
        }
        let met = self.all.iter().map(|(start, end, w)| {
            let (before, after) = others.apart(*start, *end);
            w * (others.sum - before - after)
        });
        met.sum()
    }
}
