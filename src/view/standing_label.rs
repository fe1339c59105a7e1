//! What the standing of a claim is called.
//!
//! A rule of the table of standings (`docs/method.md`, 8) may fit what readers must tell apart: under
//! *reported* falls what has nobody at its beginning, what a known source passes on without vouching
//! for it, and what a known source says of which it is unclear whether it means this question. Each
//! has its own label, made of the standing and of whose saying so or reporting is known; and what nobody denies in
//! words, but what is said on another question does not go with, is not called denied.

use super::claims::{ClaimView, OriginsOf, OriginsView, TallyView};
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
    /// Denied, but by nobody in words: it only follows from what is said on other questions.
    AtOdds,
    /// The same, and a known source says so, but only unclearly.
    AtOddsSaidUnclearly,
    /// Contested, but denied by nobody in words.
    ContestedElsewhere,
}

/// What a label is made of beside the standing.
struct Known {
    /// Some origin of those who say so is known.
    says: bool,
    /// Some origin of those who report it is.
    reports: bool,
    /// Somebody denies it in words, and not only by what is said on another question.
    denied: bool,
}

impl StandingLabel {
    /// Every label, in the order of the rules.
    pub const ALL: [Self; 13] = [
        Self::Plain(Standing::Retracted),
        Self::Plain(Standing::Contested),
        Self::ContestedElsewhere,
        Self::Plain(Standing::SeveralOrigins),
        Self::Plain(Standing::SingleOrigin),
        Self::Plain(Standing::DeniedUnasserted),
        Self::DeniedSaidUnclearly,
        Self::AtOdds,
        Self::AtOddsSaidUnclearly,
        Self::Plain(Standing::Reported),
        Self::SaidUnclearly,
        Self::PassedOn,
        Self::Plain(Standing::Unasserted),
    ];

    fn new(standing: Standing, known: &Known) -> Self {
        match standing {
            // Were one of them clear, saying so would have support.
            Standing::Reported if known.says => Self::SaidUnclearly,
            Standing::Reported if known.reports => Self::PassedOn,
            Standing::DeniedUnasserted => match (known.denied, known.says) {
                (true, true) => Self::DeniedSaidUnclearly,
                (true, false) => Self::Plain(standing),
                (false, true) => Self::AtOddsSaidUnclearly,
                (false, false) => Self::AtOdds,
            },
            Standing::Contested if !known.denied => Self::ContestedElsewhere,
            other => Self::Plain(other),
        }
    }

    pub(super) fn of_figures(figures: &ClaimFigures) -> Self {
        let known = |origins: &Voiced| {
            !(origins.named.is_empty()
                && origins.undisclosed.is_empty()
                && origins.own_voice.is_empty())
        };
        let known = Known {
            says: known(&figures.affirms.origins),
            reports: known(&figures.reports.1),
            denied: !figures.denies.statements.is_empty(),
        };
        Self::new(figures.standing, &known)
    }

    /// Its words, in English and Arabic.
    #[must_use]
    pub fn words(self) -> Pair {
        match self {
            Self::Plain(Standing::Retracted) => {
                ("taken back or withdrawn since", "جرى التراجع عنه أو سحبه")
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
            Self::AtOdds => (
                "at odds with words on another question; nobody identifiable says so",
                "لا يتفق معه ما قيل في مسألة أخرى، ولا يُعرف من قال به",
            ),
            Self::AtOddsSaidUnclearly => (
                "at odds with words on another question; said only unclearly",
                "لا يتفق معه ما قيل في مسألة أخرى، والقول به غير صريح",
            ),
            Self::ContestedElsewhere => (
                "contested, by words on another question only",
                "متنازع عليه بما قيل في مسألة أخرى لا غير",
            ),
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
            Self::AtOdds => "denied-unasserted.elsewhere",
            Self::AtOddsSaidUnclearly => "denied-unasserted.elsewhere.unclear",
            Self::ContestedElsewhere => "contested.elsewhere",
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

fn of_view(
    standing: Standing,
    affirms: &TallyView,
    denies: &TallyView,
    origins_of: &OriginsOf,
) -> StandingLabel {
    let known = Known {
        says: known(&affirms.origins),
        reports: known(&origins_of.reports),
        denied: !denies.statements.is_empty(),
    };
    StandingLabel::new(standing, &known)
}

impl ClaimView {
    /// What its standing is called.
    pub fn standing_label(&self) -> StandingLabel {
        of_view(self.standing, &self.affirms, &self.denies, &self.origins_of)
    }
}

impl ClaimFiguresView {
    /// What its standing is called.
    pub fn standing_label(&self) -> StandingLabel {
        of_view(self.standing, &self.affirms, &self.denies, &self.origins_of)
    }
}
