//! What stands round words of a death or a life and tells whose it is, and whether it is told at all: a subject that is only to come,
//! a body that nobody can name, talk that goes round, care that was before.

use super::anchor::Whom;
use super::families::{Family, Marker, Wording};
use super::weigh::{Fate, Unit};
use crate::drafting::content::lexicon::Turn;
use crate::extraction::Piece;

impl Unit<'_> {
    /// «الرئيس سيلقي كلمة»: what he himself will do, right behind a word for him.
    pub(super) fn to_come(&self) -> Vec<(Family, Wording)> {
        const BACK: usize = 2;
        let (Some(anchor), true) = (self.anchor, self.page.arabic()) else {
            return Vec::new();
        };
        let page = self.page;
        let mark = if anchor.female() { "ست" } else { "سي" };
        let dead = self.families.families.get(&Family::Dead);
        let mut out = Vec::new();
        for &(a, b) in &self.pieces {
            for k in (a + 1..b).filter(|&k| !self.masked(k)) {
                let text = page.text(k).trim_start_matches('و');
                let low = k.saturating_sub(BACK).max(a);
                let will = text.starts_with(mark)
                    && text.chars().count() > 4
                    && page.entry(k).is_none()
                    && dead.is_none_or(|w| w.at(self.words, k, b).is_none());
                let his = || {
                    let words = (low..k).all(|n| page.piece(n) == Piece::Word);
                    words
                        && anchor
                            .meant(page, self.words, self.families, low, k)
                            .is_some()
                };
                let done_to = [
                    "دفن", "شيع", "واري", "سلم", "نقل", "خلف", "عدم", "بقي", "كون",
                ];
                if will && his() && !done_to.iter().any(|w| text.contains(w)) {
                    let w = Wording {
                        from: k,
                        to: k + 1,
                        alone: false,
                        which: 0,
                    };
                    out.push((Family::Doing, w));
                }
            }
        }
        out
    }

    /// Whether somebody else's name stands in what is said.
    pub(super) fn names_another(&self) -> bool {
        let (from, _) = self.pieces.first().copied().unwrap_or((0, 0));
        let end = self.pieces.last().map_or(from, |p| p.1);
        self.anchor
            .is_some_and(|x| x.other(self.page, from, end).is_some())
    }

    /// «يستبعد أن يموت رجل بحجمه في صمت», «أن تخفي دولة موت رئيسها»: a death of nobody in particular that is doubted is the one
    /// that was told before.
    pub(super) fn such_a_death(&self, family: Family, a: usize, b: usize) -> bool {
        let (from, _) = self.piece(a);
        let doubted = self.turn == Some(Turn::Doubt)
            || self.markers(from, a).iter().any(|m| m.0 == Marker::Doubt);
        family == Family::Dead
            && self.fate == Fate::Death
            && (self.follows || self.of_him)
            && doubted
            && self.page.arabic()
            && !self.of_others(a, b)
            && !self.names_another()
    }

    /// «كان يتلقى العلاج»: care that he had tells nothing of today, unless it is said until when.
    pub(super) fn care_before(&self, a: usize, b: usize) -> bool {
        const BACK: usize = 4;
        let page = self.page;
        let (from, _) = self.piece(a);
        let word = |k: usize| page.text(k).trim_start_matches(['و', 'ف']);
        let care = (a..b).any(|k| {
            ["علاج", "رعاي", "مراقب"]
                .iter()
                .any(|w| page.text(k).contains(w))
        });
        let low = a.saturating_sub(BACK).max(from);
        page.arabic()
            && care
            && (low..a).any(|k| matches!(word(k), "كان" | "كانت" | "حيث"))
            && !(low..a).any(|k| matches!(word(k), "حتي" | "زال" | "يزال" | "تزال" | "زالت"))
    }

    /// Whether pictures of him are spoken of before: "the dead inspect no troops" then says that they are not of him.
    pub(super) fn of_pictures(&self, a: usize) -> bool {
        let page = self.page;
        page.arabic()
            && (0..a)
                .rev()
                .take_while(|&k| !matches!(page.piece(k), Piece::Stop | Piece::Line))
                .any(|k| self.families.pictures.at(self.words, k, a).is_some())
    }

    /// «تشريح جثتها», «تسليم جثمانه»: what is done to the body of somebody dead, before it is his.
    pub(super) fn his_body(&self, a: usize, b: usize) -> bool {
        const BACK: usize = 4;
        let (from, _) = self.piece(a);
        let his = self.anchor.map_or("ه", Whom::attached);
        self.page.arabic()
            && (a..b).any(|k| self.page.text(k).ends_with(his))
            && (a.saturating_sub(BACK).max(from)..a)
                .any(|k| self.families.handled.at(self.words, k, a).is_some())
    }

    /// Whether nobody knows whose the body is: «لكن لا علم لنا بهوية صاحبه», «لم يقل لنا أحد من هم».
    pub(super) fn unidentified(&self, a: usize, b: usize) -> bool {
        const NEAR: usize = 6;
        let page = self.page;
        let (from, to) = (a, self.pieces.last().map_or(b, |p| p.1));
        page.arabic()
            && self.markers(from.max(b), to).iter().any(|&(m, _, after)| {
                m == Marker::Cannot
                    && (after.saturating_sub(2)..(after + NEAR).min(to))
                        .any(|k| self.families.whose.at(self.words, k, to).is_some())
            })
    }

    /// Whether words before some others, or the cue, hold it unlikely.
    pub(super) fn held_unlikely(&self, a: usize) -> bool {
        const BACK: usize = 8;
        let (from, _) = self.piece(a);
        let low = from.saturating_sub(BACK);
        (low..a)
            .rev()
            .take_while(|&k| !matches!(self.page.piece(k), Piece::Stop | Piece::Line))
            .any(|k| self.families.unlikely.at(self.words, k, a).is_some())
    }

    /// «الخبر صحيح», «صحيح على الأرجح».
    pub(super) fn true_report(&self, a: usize, b: usize) -> Option<(usize, usize)> {
        let page = self.page;
        let negated = (a..b).any(|k| page.turns(k, Turn::Negation) || page.turns(k, Turn::Deny));
        let at = (a..b).find(|&k| self.families.holds.at(self.words, k, b).is_some())?;
        (!negated && self.turn.is_none_or(|t| t == Turn::Likely)).then_some((at, at + 1))
    }

    /// «تتناقل صفحات محلية أن»: what the outlet passes on as talk.
    pub(super) fn goes_round(&self, at: usize) -> bool {
        let (from, _) = self.piece(at);
        (from..at).any(|k| self.families.circulates.at(self.words, k, at).is_some())
    }
}
