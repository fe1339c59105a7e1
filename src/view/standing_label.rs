//! What the standing of a claim is called.
//!
//! A rule of the table of standings (`docs/method.md`, 8) may fit what readers must tell apart: under
//! *reported* falls what has nobody at its beginning, what a known source passes on without vouching
//! for it, and what a known source says of which it is unclear whether it means this question. Each
//! has its own label, made of the standing and of whose saying so or reporting is known.

use super::claims::{ClaimView, OriginsView};
use super::labels::Pair;
use super::vantages::ClaimFiguresView;
use crate::analysis::{ClaimFigures, Standing, Voiced};

/// The label of a standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StandingLabel {
    /// Called as its rule is.
    Plain(Standing),
    /// Reported: a known source says so, but only unclearly.
    SaidUnclearly,
    /// Reported: a known source passes it on without vouching for it.
    PassedOn,
    /// Denied, and a known source says so, but only unclearly.
    DeniedSaidUnclearly,
}

impl StandingLabel {
    /// Every label, in the order of the rules.
    pub const ALL: [Self; 10] = [
        Self::Plain(Standing::Retracted),
        Self::Plain(Standing::Contested),
        Self::Plain(Standing::SeveralOrigins),
        Self::Plain(Standing::SingleOrigin),
        Self::Plain(Standing::DeniedUnasserted),
        Self::DeniedSaidUnclearly,
        Self::Plain(Standing::Reported),
        Self::SaidUnclearly,
        Self::PassedOn,
        Self::Plain(Standing::Unasserted),
    ];

    /// `says` and `reports`: whether some origin of those who say so, and of those who report it, is known.
    #[must_use]
    pub fn new(standing: Standing, says: bool, reports: bool) -> Self {
        match standing {
            // Were one of them clear, saying so would have support.
            Standing::Reported if says => Self::SaidUnclearly,
            Standing::Reported if reports => Self::PassedOn,
            Standing::DeniedUnasserted if says => Self::DeniedSaidUnclearly,
            other => Self::Plain(other),
        }
    }

    pub(super) fn of_figures(figures: &ClaimFigures) -> Self {
        let known = |origins: &Voiced| {
            !(origins.named.is_empty()
                && origins.undisclosed.is_empty()
                && origins.own_voice.is_empty())
        };
        let (says, reports) = (&figures.affirms.origins, &figures.reports.1);
        Self::new(figures.standing, known(says), known(reports))
    }

    /// Its words, in English and Arabic.
    #[must_use]
    pub fn words(self) -> Pair {
        match self {
            Self::Plain(Standing::Retracted) => {
                ("taken back by all who said it", "تراجع عنه كل من قاله")
            }
            Self::Plain(Standing::Contested) => ("contested", "متنازع عليه"),
            Self::Plain(Standing::SeveralOrigins) => ("several origins", "تعدّدت مصادره"),
            Self::Plain(Standing::SingleOrigin) => ("single origin", "مصدر أصلي واحد"),
            Self::Plain(Standing::DeniedUnasserted) => (
                "denied; nobody identifiable says so",
                "منفيّ، ولا يُعرف من قال به",
            ),
            Self::DeniedSaidUnclearly => {
                ("denied; said only unclearly", "منفيّ، والقول به غير صريح")
            }
            Self::Plain(Standing::Reported) => ("unsourced report", "أنباء متداولة"),
            Self::SaidUnclearly => ("said only unclearly", "القول به غير صريح"),
            Self::PassedOn => ("passed on, not vouched for", "منقول دون جزم"),
            Self::Plain(Standing::Unasserted) => {
                ("nobody says so in this case", "لا قائل به في هذا الملف")
            }
        }
    }

    /// Its name in a page's data: that of the standing, or longer where there are several of one.
    #[must_use]
    pub fn key(self) -> &'static str {
        match self {
            Self::Plain(Standing::Retracted) => "retracted",
            Self::Plain(Standing::Contested) => "contested",
            Self::Plain(Standing::SeveralOrigins) => "several-origins",
            Self::Plain(Standing::SingleOrigin) => "single-origin",
            Self::Plain(Standing::DeniedUnasserted) => "denied-unasserted",
            Self::DeniedSaidUnclearly => "denied-unasserted.unclear",
            Self::Plain(Standing::Reported) => "reported",
            Self::SaidUnclearly => "reported.unclear",
            Self::PassedOn => "reported.passed-on",
            Self::Plain(Standing::Unasserted) => "unasserted",
        }
    }
}

fn known(origins: &OriginsView) -> bool {
    !(origins.named.is_empty() && origins.undisclosed.is_empty() && origins.own_voice.is_empty())
}

impl ClaimView {
    /// What its standing is called.
    pub fn standing_label(&self) -> StandingLabel {
        let (says, reports) = (&self.affirms.origins, &self.origins_of.reports);
        StandingLabel::new(self.standing, known(says), known(reports))
    }
}

impl ClaimFiguresView {
    /// What its standing is called.
    pub fn standing_label(&self) -> StandingLabel {
        let (says, reports) = (&self.affirms.origins, &self.origins_of.reports);
        StandingLabel::new(self.standing, known(says), known(reports))
    }
}
