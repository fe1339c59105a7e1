//! What a saying most likely says to the question where no rule reads it: by what was learned from labelled statements.

use super::anchor::Meant;
use super::families::{Family, Marker, Wording};
use super::met::seen_doing;
use super::weigh::{Fate, Unit, Weighed};
use crate::drafting::content::lexicon::Turn;
use crate::drafting::learned::{Chances, Sense, Topic, Weights, marks_of};
use crate::extraction::{Piece, Proposed as Statement};
use crate::model::Stance;
use crate::text::Span;

/// The rule of what was learned. Words that no rule reads may be of a near matter: a side so read is unclear: it supports
/// nothing, and *at least* does not count whoever is known by it only.
pub(super) const LIKELY: &str = "question-likely";
/// How likely it must be that a saying answers which means him.
const SURE: f64 = 0.75;
/// The same where it is asked who is held or free, of which fewer lessons tell.
const SURE_OF_OTHERS: f64 = 0.85;
/// What a learned reading scores at most: below what was read by rule.
const MOST: f64 = 0.4;
/// How likely it must be that a saying answers that has no word for him at all: "the funeral prayers were said at dawn".
const SURE_WITHOUT_HIM: f64 = 0.9;
/// How likely its stance must be: what may be one of several says none.
const PLAIN: f64 = 0.5;
/// Whether words are only passed on is told by who says them and how, which a bag of words does not know.
const PASSED_ON: Stance = Stance::Reports;
/// Fewer words say too little by themselves.
const SHORTEST: usize = 3;
/// Rules that score no more take words for an answer because of where they stand.
const WEAK: f64 = 0.45;
/// How likely it must be that such a saying answers.
const LEAST: f64 = 0.3;

/// How likely another stance must be, and how unlikely the one that was read, to take its place.
const CERTAIN: f64 = 0.8;
const HARDLY: f64 = 0.1;
/// The same where a denial was read, whose "not" may be of another word, or a report was only passed on, which is read for want of
/// anything firmer.
const LIKELIER: f64 = 0.6;
const LESS_LIKELY: f64 = 0.15;

impl Fate {
    /// Under which question its words were learned.
    fn topic(self) -> Topic {
        match self {
            Self::Death => Topic::Death,
            Self::Custody => Topic::Custody,
            Self::Freedom => Topic::Freedom,
        }
    }
}

impl Unit<'_> {
    /// What a saying says to the question: as the rules weigh it, else what its words most likely say.
    pub(super) fn says(&self, s: &Statement) -> Option<Weighed> {
        self.life()
            .filter(|w| self.borne_out(w, s))
            .or_else(|| self.likely(s))
    }

    /// What a saying most likely says of his life or death, where its words tell it plainly enough.
    fn likely(&self, s: &Statement) -> Option<Weighed> {
        let page = self.page;
        let anchor = self.anchor?;
        let (from, to) = (self.pieces.first()?.0, self.pieces.last()?.1);
        let meant = self
            .pieces
            .iter()
            .filter_map(|p| self.means(p.0, p.1))
            .max();
        // "Four drummers died with him": others who died.
        let theirs = |(f, w): &(Family, Wording)| {
            *f == self.fate.so() && self.of_others(w.from, w.to)
                || self.fate == Fate::Death && self.of_another(*f, w.from, w.to)
        };
        if self.wordings().iter().any(theirs) {
            return None;
        }
        if meant != Some(Meant::Name) && anchor.other(page, from, to).is_some() {
            return None;
        }
        let sure = match (self.fate, meant) {
            (Fate::Death, Some(_)) => SURE,
            (Fate::Death, None) => SURE_WITHOUT_HIM,
            (Fate::Custody | Fate::Freedom, Some(_)) => SURE_OF_OTHERS,
            (Fate::Custody | Fate::Freedom, None) => return None,
        };
        let words = || self.pieces.iter().flat_map(|p| p.0..p.1);
        // "Her Majesty is well", where the case asks of a king; who leads reported speech is its speaker.
        let led = usize::from(!self.direct);
        let wrong = if anchor.female() {
            ["he", "his", "him"]
        } else {
            ["she", "her", "hers"]
        };
        if meant.is_none() && words().skip(led).any(|k| wrong.contains(&page.text(k))) {
            return None;
        }
        if words().filter(|k| page.piece(*k) == Piece::Word).count() < SHORTEST {
            return None;
        }
        let chances = self.chances(s)?;
        let (chance, stance) = chances.answered();
        let plain = chances.of(Sense::Says(stance)) > PLAIN
            && stance != PASSED_ON
            && !(stance == Stance::Denies && seen_doing(self));
        let stance = if self.cannot {
            Stance::CannotConfirm
        } else {
            stance
        };
        (chance > sure && plain).then_some(Weighed {
            stance,
            hedged: matches!(stance, Stance::Affirms | Stance::Denies) && self.likely_only(),
            rule: LIKELY,
            score: MOST * chance,
            at: (from, to),
        })
    }

    /// Whether the saying itself holds it likely only.
    fn likely_only(&self) -> bool {
        let all = self.all_markers();
        all.iter().any(|m| m.0 == Marker::Likely)
    }

    /// How tokens of the saying mean him. In reported speech the pronoun that leads it is of whoever speaks: "said he had no view"; and what
    /// is asked "whether" is of him only if he is meant behind that.
    fn means(&self, from: usize, to: usize) -> Option<Meant> {
        let (page, anchor) = (self.page, self.anchor?);
        let meant = |a: usize| anchor.meant(page, self.words, self.families, a, to);
        if page.arabic() {
            return meant(from);
        }
        let asked = (from..to).rfind(|&k| page.text(k) == "whether");
        let speaker = !self.direct
            && matches!(meant(from), Some(Meant::Pronoun))
            && anchor
                .meant(page, self.words, self.families, from, from + 1)
                .is_some();
        match (asked, speaker) {
            (Some(k), _) => meant(k),
            (None, true) => meant(from + 1),
            (None, false) => meant(from),
        }
    }

    /// The stance that a saying read on the question takes instead, where its words leave no doubt that the rule misread it.
    pub(super) fn otherwise(&self, read: Stance, s: &Statement) -> Option<Stance> {
        // "Denied that he was killed": its cue says it in so many words.
        let told = match self.turn {
            Some(Turn::Deny) => Some(Stance::Denies),
            Some(Turn::Doubt) => Some(Stance::Doubts),
            Some(Turn::CannotConfirm) => Some(Stance::CannotConfirm),
            _ => None,
        };
        // «بأنه نجا»: a bag of two words knows less than the word that was read.
        let said = |p: &(usize, usize)| {
            (p.0..p.1)
                .filter(|&k| self.page.piece(k) == Piece::Word)
                .count()
        };
        let short = read != Stance::Reports
            && self.page.arabic()
            && self.pieces.iter().map(said).sum::<usize>() < SHORTEST;
        if told == Some(read) || short {
            return None;
        }
        // "He doubted that he had died": said in so many words.
        let doubts = read == Stance::Doubts && !self.page.arabic();
        if doubts && self.all_markers().iter().any(|m| m.0 == Marker::Doubt) {
            return None;
        }
        let chances = self.chances(s)?;
        let (_, stance) = chances.answered();
        let (least, most) = match read {
            Stance::Denies | Stance::Reports => (LIKELIER, LESS_LIKELY),
            _ => (CERTAIN, HARDLY),
        };
        let turned =
            chances.of(Sense::Says(stance)) > least && chances.of(Sense::Says(read)) < most;
        (turned && stance != PASSED_ON).then_some(stance)
    }

    /// How likely each sense is by its words alone, whomever it is of.
    fn chances(&self, s: &Statement) -> Option<Chances> {
        let cut = |a: u32, b: u32| self.page.cut(Span::new(a as usize, b as usize));
        let marks = marks_of(s, cut)?;
        Some(Weights::of(self.fate.topic()).chances(&marks))
    }

    /// Whether what a weak rule read is borne out by the words, or at least not against them.
    fn borne_out(&self, found: &Weighed, s: &Statement) -> bool {
        if found.score > WEAK {
            return true;
        }
        self.chances(s).is_none_or(|c| c.answered().0 > LEAST)
    }
}
