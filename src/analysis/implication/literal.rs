//! Literals: a claim, affirmed or denied.

use std::fmt;

use crate::model::{Claim, Key, Stance};

/// A claim (`c`) or its negation (`¬c`).
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Literal(u32);

impl Literal {
    /// The claim holds.
    pub fn affirmed(claim: Key<Claim>) -> Self {
        // Tables are indexed by 31 bits at most, long before memory ends.
        Self((claim.index() as u32) << 1)
    }

    /// The claim does not hold.
    pub fn denied(claim: Key<Claim>) -> Self {
        Self(Self::affirmed(claim).0 | 1)
    }

    /// What a stance commits to; none where it commits to nothing.
    pub fn of(claim: Key<Claim>, stance: Stance) -> Option<Self> {
        match stance {
            Stance::Affirms => Some(Self::affirmed(claim)),
            Stance::Denies => Some(Self::denied(claim)),
            Stance::Doubts | Stance::Reports | Stance::CannotConfirm => None,
        }
    }

    /// The literal at an index of a list of all literals: two a claim, affirmed first.
    pub fn at(index: usize) -> Self {
        Self(index as u32)
    }

    /// Its place in a list of all literals.
    pub fn index(self) -> usize {
        self.0 as usize
    }

    /// Its claim.
    pub fn claim(self) -> Key<Claim> {
        Key::new((self.0 >> 1) as usize)
    }

    /// Whether it is the negation.
    pub fn is_denied(self) -> bool {
        self.0 & 1 == 1
    }

    /// The opposite literal.
    pub fn negated(self) -> Self {
        Self(self.0 ^ 1)
    }
}

impl fmt::Debug for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_denied() { "¬" } else { "" };
        write!(f, "{sign}{:?}", self.claim())
    }
}
