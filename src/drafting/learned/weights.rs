//! Weights by mark, and the chances that they give.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use crate::model::Stance;

/// What a saying says to a question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sense {
    /// It answers the question with this stance.
    Says(Stance),
    /// It says nothing on it.
    Silent,
}

impl Sense {
    /// All, in the order of a mark's weights.
    pub const ALL: [Sense; 6] = [
        Sense::Silent,
        Sense::Says(Stance::Affirms),
        Sense::Says(Stance::Reports),
        Sense::Says(Stance::Doubts),
        Sense::Says(Stance::CannotConfirm),
        Sense::Says(Stance::Denies),
    ];
}

/// Which question was learned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Topic {
    /// Whether somebody is dead.
    Death,
    /// Whether somebody is held.
    Custody,
    /// Whether people who were held are free.
    Freedom,
}

/// The scale of a stored weight.
const UNIT: f64 = 100.0;

/// The weights of a question.
#[derive(Debug)]
pub struct Weights<'t> {
    of: HashMap<&'t str, [i16; 6]>,
}

static DEATH: LazyLock<Weights<'static>> =
    LazyLock::new(|| Weights::read(include_str!("../packs/learned/death.txt")));
static CUSTODY: LazyLock<Weights<'static>> =
    LazyLock::new(|| Weights::read(include_str!("../packs/learned/detained.txt")));
static FREEDOM: LazyLock<Weights<'static>> =
    LazyLock::new(|| Weights::read(include_str!("../packs/learned/freed.txt")));

/// How likely each sense is; they sum to one.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chances([f64; 6]);

impl Chances {
    /// Of sums of weights, one for each sense.
    #[must_use]
    pub fn from_sums(sums: [f64; 6]) -> Self {
        let most = sums.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let parts = sums.map(|s| (s - most).exp());
        let all: f64 = parts.iter().sum();
        Self(parts.map(|p| p / all))
    }

    /// How likely a sense is.
    #[must_use]
    pub fn of(&self, sense: Sense) -> f64 {
        let all = Sense::ALL.iter().zip(self.0);
        all.filter(|(s, _)| **s == sense).map(|(_, p)| p).sum()
    }

    /// The chance of each sense, in the order of [`Sense::ALL`].
    #[must_use]
    pub fn each(&self) -> [f64; 6] {
        self.0
    }

    /// How likely the question is answered at all, and the likeliest stance.
    #[must_use]
    pub fn answered(&self) -> (f64, Stance) {
        let mut best = (0.0, Stance::Affirms);
        for (sense, p) in Sense::ALL.into_iter().zip(self.0) {
            if let Sense::Says(stance) = sense
                && p > best.0
            {
                best = (p, stance);
            }
        }
        (1.0 - self.0[0], best.1)
    }
}

/// What the marks of one saying count together: a long saying has many, and each tells less.
#[must_use]
pub fn scale(known: usize) -> f64 {
    #[allow(clippy::cast_precision_loss)]
    let n = known.max(1) as f64;
    4.0 / n.sqrt()
}

impl<'t> Weights<'t> {
    /// The weights of a question.
    #[must_use]
    pub fn of(topic: Topic) -> &'static Weights<'static> {
        match topic {
            Topic::Death => &DEATH,
            Topic::Custody => &CUSTODY,
            Topic::Freedom => &FREEDOM,
        }
    }

    /// Reads lines of a mark, a tab, and six whole numbers; what is none is left out, and a test sees to it that all are.
    #[must_use]
    pub fn read(text: &'t str) -> Self {
        let lines = text.lines().filter(|l| !l.starts_with('#'));
        let of = lines.filter_map(|line| {
            let (mark, numbers) = line.split_once('\t')?;
            let mut weights = [0; 6];
            let mut given = numbers.split(' ');
            for w in &mut weights {
                *w = given.next()?.parse().ok()?;
            }
            Some((mark, weights))
        });
        Self { of: of.collect() }
    }

    /// How likely a saying of these marks answers the question, and how.
    #[must_use]
    pub fn chances(&self, marks: &BTreeSet<String>) -> Chances {
        let mut sums = [0i32; 6];
        let mut known = 0;
        for weights in marks.iter().filter_map(|m| self.of.get(m.as_str())) {
            known += 1;
            for (sum, w) in sums.iter_mut().zip(weights) {
                *sum += i32::from(*w);
            }
        }
        let by = scale(known) / UNIT;
        Chances::from_sums(sums.map(|s| f64::from(s) * by))
    }
}
