//! What the standing of a claim is called.
//!
//! A rule of the table of standings (`docs/method.md`, 8) may fit what readers must tell apart: under
//! *reported* falls what has nobody at its beginning, what a known source passes on without vouching
//! for it, and what a known source says of which it is unclear whether it means this question. Each
//! has its own label, made of the standing and of whose saying so or reporting is known; and what nobody denies in
//! words, but what is said on another question does not go with, is not called denied.

use super::claims::{ClaimView, OriginsOf, OriginsView, TallyView};
use super::labels::Pair;
use super::phrase::Tongue;
use super::vantages::ClaimFiguresView;
use super::wording::only_to_deny;
use crate::analysis::{Analysis, ClaimFigures, Standing, Voiced};

/// The label of a standing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StandingLabel {
    /// Called as its rule is.
    Plain(Standing),
    /// Reported: a known source says so, but only unclearly.
    SaidUnclearly,
    /// Reported: a known source passes it on without vouching for it.
    PassedOn,
    /// Reported: mentioned only within denials of it.
    WithinDenials,
    /// Denied, and nothing says so.
    DeniedUnsaid,
    /// Denied, and a known source says so, but only unclearly.
    DeniedSaidUnclearly,
    /// Denied, but by nobody in words: it only follows from what is said on other questions.
    AtOdds,
    /// The same, and nothing says so.
    AtOddsUnsaid,
    /// The same, and a known source says so, but only unclearly.
    AtOddsSaidUnclearly,
    /// Contested, but denied by nobody in words.
    ContestedElsewhere,
}

/// What a label is made of beside the standing.
struct Known {
    /// Some origin of those who say so is known.
    says: bool,
    /// Something says so, known or not.
    said: bool,
    /// Some origin of those who report it is.
    reports: bool,
    /// All that reports it stands within denials of it.
    within_denials: bool,
    /// Somebody denies it in words, and not only by what is said on another question.
    denied: bool,
}

impl StandingLabel {
    /// Every label, in the order of the rules.
    pub const ALL: [Self; 16] = [
        Self::Plain(Standing::Retracted),
        Self::Plain(Standing::Contested),
        Self::ContestedElsewhere,
        Self::Plain(Standing::SeveralOrigins),
        Self::Plain(Standing::SingleOrigin),
        Self::Plain(Standing::DeniedUnasserted),
        Self::DeniedUnsaid,
        Self::DeniedSaidUnclearly,
        Self::AtOdds,
        Self::AtOddsUnsaid,
        Self::AtOddsSaidUnclearly,
        Self::Plain(Standing::Reported),
        Self::SaidUnclearly,
        Self::PassedOn,
        Self::WithinDenials,
        Self::Plain(Standing::Unasserted),
    ];

    fn new(standing: Standing, known: &Known) -> Self {
        match standing {
            // Were one of them clear, saying so would have support.
            Standing::Reported if known.says => Self::SaidUnclearly,
            Standing::Reported if known.within_denials && !known.said => Self::WithinDenials,
            Standing::Reported if known.reports => Self::PassedOn,
            Standing::DeniedUnasserted => match (known.denied, known.says, known.said) {
                (true, true, _) => Self::DeniedSaidUnclearly,
                (true, false, true) => Self::Plain(standing),
                (true, false, false) => Self::DeniedUnsaid,
                (false, true, _) => Self::AtOddsSaidUnclearly,
                (false, false, true) => Self::AtOdds,
                (false, false, false) => Self::AtOddsUnsaid,
            },
            Standing::Contested if !known.denied => Self::ContestedElsewhere,
            other => Self::Plain(other),
        }
    }

    pub(super) fn of_figures(analysis: &Analysis<'_>, figures: &ClaimFigures) -> Self {
        let known = |origins: &Voiced| {
            !(origins.named.is_empty()
                && origins.undisclosed.is_empty()
                && origins.own_voice.is_empty())
        };
        let known = Known {
            says: known(&figures.affirms.origins),
            reports: known(&figures.reports.1),
            said: !(figures.affirms.statements.is_empty() && figures.affirms.entailed.is_empty()),
            within_denials: only_to_deny(analysis, &figures.reports.0),
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
                "denied; no source given for saying so",
                "منفيّ، ولا مصدر مذكور للقول به",
            ),
            Self::DeniedUnsaid => (
                "denied; nobody says so in this case",
                "منفيّ، ولا قائل به في هذا الملف",
            ),
            Self::AtOddsUnsaid => (
                "at odds with words on another question; nobody says so in this case",
                "لا يتفق معه ما قيل في مسألة أخرى، ولا قائل به في هذا الملف",
            ),
            Self::DeniedSaidUnclearly => {
                ("denied; said only unclearly", "منفيّ، والقول به غير صريح")
            }
            Self::AtOdds => (
                "at odds with words on another question; no source given for saying so",
                "لا يتفق معه ما قيل في مسألة أخرى، ولا مصدر مذكور للقول به",
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
            Self::WithinDenials => ("mentioned only within denials", "لا يرد ذكره إلا ضمن نفيه"),
            Self::Plain(Standing::Unasserted) => {
                ("nobody says so in this case", "لا قائل به في هذا الملف")
            }
        }
    }

    /// Its words where sources are set aside: what is absent is then absent from what is left.
    #[must_use]
    pub fn words_of(self, t: Tongue, set_aside: bool) -> String {
        let words = t.of(self.words());
        match set_aside {
            false => words.to_owned(),
            true => words.replace(
                t.say("in this case", "في هذا الملف"),
                t.say("in what is left of this case", "فيما بقي من هذا الملف"),
            ),
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
            Self::DeniedUnsaid => "denied-unasserted.unsaid",
            Self::AtOddsUnsaid => "denied-unasserted.elsewhere.unsaid",
            Self::DeniedSaidUnclearly => "denied-unasserted.unclear",
            Self::AtOdds => "denied-unasserted.elsewhere",
            Self::AtOddsSaidUnclearly => "denied-unasserted.elsewhere.unclear",
            Self::ContestedElsewhere => "contested.elsewhere",
            Self::Plain(Standing::Reported) => "reported",
            Self::SaidUnclearly => "reported.unclear",
            Self::PassedOn => "reported.passed-on",
            Self::WithinDenials => "reported.within-denials",
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
    (reports, within): (&[String], &[String]),
) -> StandingLabel {
    let known = Known {
        says: known(&affirms.origins),
        reports: known(&origins_of.reports),
        said: !(affirms.statements.is_empty() && affirms.entailed.is_empty()),
        within_denials: !reports.is_empty() && reports == within,
        denied: !denies.statements.is_empty(),
    };
    StandingLabel::new(standing, &known)
}

impl ClaimView {
    /// What its standing is called.
    pub fn standing_label(&self) -> StandingLabel {
        of_view(
            self.standing,
            &self.affirms,
            &self.denies,
            &self.origins_of,
            (&self.reports, &self.within_denials),
        )
    }
}

impl ClaimFiguresView {
    /// What its standing is called.
    pub fn standing_label(&self) -> StandingLabel {
        of_view(
            self.standing,
            &self.affirms,
            &self.denies,
            &self.origins_of,
            (&self.reports, &self.within_denials),
        )
    }
}
