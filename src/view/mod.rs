//! Views: plain data with all text ready, one file a view. Their serde form *is* the JSON that
//! `docs/formats.md` describes; text, pictures and pages are drawn from the same data.
//!
//! Ids are strings here and lists are sorted by id. What was not computed is absent, never zero.

mod asked;
mod brief;
mod brief_lines;
mod brief_sides;
mod brief_trust;
mod chain;
mod claim_words;
mod claims;
mod contradictions;
mod dates;
mod decisions;
mod disputes;
mod entities;
mod excerpts;
mod findings;
mod heard;
pub mod labels;
mod material;
mod mention;
mod misreading;
mod moments;
mod overview;
mod parts;
mod phrase;
mod reading;
mod rule;
mod rulings;
mod setting;
mod sources;
mod standing_label;
mod statements;
mod timeline;
mod vantages;
mod voice;
mod warning;
mod warning_of_words;
mod way;
mod withdrawn;
mod wording;
mod wording_beside;
mod wording_denied;
mod wording_ground;
mod wording_passed;
mod wording_when;

pub use brief::{
    BriefPart, BriefQuestion, BriefRequest, BriefView, DecisionsView, FullBrief,
    LINES as BRIEF_LINES, full_briefs, last_decided,
};
pub use brief_lines::BriefPartKind;
pub use chain::{ChainView, ChainsView, LinkView};
pub use claims::{
    ApartView, ClaimView, ClaimsView, CountView, JudgementView, LinkedClaim, LoadBearingView,
    OriginsOf, OriginsView, PropositionView, SharedSourceView, TallyView,
};
pub use contradictions::{
    AlsoView, BecauseView, ContradictionView, ContradictionsView, NotComparableView,
};
pub use dates::{date, minute};
pub use disputes::{DisputeView, DisputesView};
pub use entities::{EntitiesView, EntityView, RelatedView};
pub use excerpts::{ExcerptView, ExcerptsView, Mark, Piece};
pub use findings::{FindingView, FindingsView, RelatedPlace, sarif};
pub use material::{Filter, Material, UnknownId};
pub use overview::{
    DocumentView, FindingCounts, OverviewView, PassageView, RepublishesView, SameTextView, SideView,
};
pub use parts::{OneOrMany, SpanView, TimeView};
pub use phrase::{Noun, ORIGIN, ORIGINAL_TEXT, OUTLET, STATEMENT, TEXT, Tongue};
pub use rule::{Explained, METHOD, Rule};
pub use rulings::{RuledView, RulingView};
pub use setting::{LeftOutView, SettingView};
pub use sources::{AllegianceView, CarriesView, SourceView, SourcesView};
pub use standing_label::StandingLabel;
pub use statements::{BearingView, StatementView, StatementsView, TakenBackView, sides_of_origins};
pub use timeline::{
    BackView, DecisionView, LastAliveView, LifePart, SettledView, TimelineStepView, TimelineView,
    VitalView,
};
pub use vantages::{ClaimFiguresView, DayView, SetAsideView, There, Vantages};
pub use warning::{WarningKind, WarningView};
pub use wording::WordingView;

// What the fields of views are made of, so that whoever draws them needs no deeper layer.
pub use crate::analysis::implication::Reason;
pub use crate::analysis::{
    DatedBy, Kind, LinkRole, OriginKind, Standing, Support, TakenBackBy, What, Within,
};
pub use crate::check::AnchorState;
pub use crate::model::{
    Act, Alias, Answer, Attitude, Basis, Commitment, Disclosure, EntityKind, Number, RelationKind,
    SourceKind, Stance, Style, TakeBackHow, Words,
};
pub use crate::text::copies::Sharing;
