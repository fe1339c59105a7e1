//! What is said of a claim's figures in words: what a stance is called, and whether its number of origins, or where the
//! claim stands, rests on words that may be read otherwise.

use super::claims::{ClaimView, TallyView};
use super::labels::{self, Pair};
use crate::analysis::Standing;
use crate::model::Stance;

impl ClaimView {
    /// What affirms it, or what denies it.
    pub fn tally(&self, stance: Stance) -> &TallyView {
        match stance {
            Stance::Denies => &self.denies,
            _ => &self.affirms,
        }
    }

    /// What commits to it, or denies it, is called so: as [`TallyView::label`] has it, and "apparently" where all the
    /// words of those who do so clearly may be read otherwise.
    pub fn label(&self, stance: Stance) -> Pair {
        let tally = self.tally(stance);
        let label = tally.label(stance);
        let clear = || {
            tally
                .statements
                .iter()
                .filter(|id| !tally.unclear.contains(id))
        };
        let apparent =
            clear().next().is_some() && clear().all(|id| self.wording.read_so.contains(id));
        match apparent && label == labels::stance(stance) {
            true => labels::apparently(stance),
            false => label,
        }
    }

    /// What is passed on with nobody written at its beginning, but for what stands only within a denial of it.
    pub fn unsourced(&self) -> Vec<&String> {
        let all = self.origins_of.reports.unsourced.iter();
        all.filter(|id| !self.within_denials.contains(id)).collect()
    }

    /// What passes it on without vouching for it, but for what stands only within a denial of it, and for headings: they
    /// are no report apart from their text.
    pub fn passed_on(&self) -> Vec<&String> {
        let headings = &self.origins_of.reports.headings;
        let all = self.reports.iter();
        all.filter(|id| !self.within_denials.contains(id) && !headings.contains(id))
            .collect()
    }

    /// The statements of one of its stances that the number of origins rests on and that may be read otherwise, by id.
    pub fn read_so<'v>(&'v self, tally: &'v TallyView) -> Vec<&'v str> {
        let counted = tally.statements.iter().chain(&tally.entailed);
        let mut all: Vec<&str> = counted
            .filter(|id| self.wording.read_so.contains(id))
            .map(String::as_str)
            .collect();
        all.sort_unstable();
        all
    }

    /// Whether the number of origins of one of its stances rests on words that may be read otherwise.
    pub fn rests_on_reading(&self, tally: &TallyView) -> bool {
        !self.read_so(tally).is_empty()
    }

    /// Whether where it stands rests, on one side that it names, on nothing but words that may be read otherwise.
    pub fn stands_if_read_so(&self) -> bool {
        let all = |tally: &TallyView| {
            let mut clear = tally
                .statements
                .iter()
                .chain(&tally.entailed)
                .filter(|id| !tally.unclear.contains(id))
                .peekable();
            clear.peek().is_some() && clear.all(|id| self.wording.read_so.contains(id))
        };
        match self.standing {
            Standing::SeveralOrigins | Standing::SingleOrigin => all(&self.affirms),
            Standing::DeniedUnasserted => all(&self.denies),
            Standing::Contested => all(&self.affirms) || all(&self.denies),
            Standing::Retracted | Standing::Reported | Standing::Unasserted => false,
        }
    }
}

impl TallyView {
    /// What commits to it is called so: the stance; or, where nobody takes it in words, that it only follows; or,
    /// where all the words may be of another matter, that they perhaps do.
    pub fn label(&self, stance: Stance) -> Pair {
        if self.statements.is_empty() && !self.entailed.is_empty() {
            labels::elsewhere(stance)
        } else if !self.statements.is_empty()
            && self.statements.iter().all(|id| self.unclear.contains(id))
        {
            labels::perhaps(stance)
        } else {
            labels::stance(stance)
        }
    }
}
