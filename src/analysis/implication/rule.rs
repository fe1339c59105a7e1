//! The rules that make one claim entail or exclude another, and their words.

use super::super::implication::pairs::Doubt;
use crate::model::{Case, Claim, Clash, Key, Predicate, Words};

/// What makes a clause hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rule {
    /// The analyst says so, in the entry of a claim, as its n-th `entails`.
    StatedEntails(Key<Claim>, u32),
    /// The analyst says so, in the entry of a claim, as its n-th `excludes`.
    StatedExcludes(Key<Claim>, u32),
    /// The n-th consequence of a predicate.
    Consequence(Key<Predicate>, u32),
    /// The premise says the same in more detail.
    Detail,
    /// What is once so stays so.
    Lasting,
    /// What holds of the whole holds of its part.
    Part,
    /// A narrower range lies within a wider one.
    Narrower,
    /// One filler of this role at a time.
    Functional(Key<Predicate>, u32),
    /// Once so in this role, never otherwise again.
    Transition(Key<Predicate>, u32),
    /// Of the whole one, of the part another.
    PartHeld(Key<Predicate>, u32),
    /// One filler of this role for one event.
    OneEvent(Key<Predicate>, u32),
    /// One event, two dates.
    OneDate,
    /// One event, two places.
    OnePlace,
    /// Ranges of one thing and one scope that do not meet.
    Ranges,
}

/// A rule in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RuleWords {
    /// Short and stable: "excludes: status is functional".
    pub name: String,
    /// In full.
    pub text: Words,
}

impl Rule {
    /// Whether it excludes; else it entails.
    pub fn excludes(self) -> bool {
        !matches!(
            self,
            Self::StatedEntails(..)
                | Self::Consequence(..)
                | Self::Detail
                | Self::Lasting
                | Self::Part
                | Self::Narrower
        )
    }

    /// What a contradiction by this rule is called; none for a rule that entails.
    pub fn clash(self, case: &Case) -> Option<Clash> {
        match self {
            Self::Functional(p, r)
            | Self::Transition(p, r)
            | Self::PartHeld(p, r)
            | Self::OneEvent(p, r) => case.predicates[p]
                .roles
                .get(r as usize)
                .map(|role| role.clash.unwrap_or(Clash::Other)),
            Self::OneDate => Some(Clash::Date),
            Self::OnePlace => Some(Clash::Place),
            Self::Ranges => Some(Clash::Count),
            Self::StatedExcludes(..) => Some(Clash::Other),
            _ => None,
        }
    }

    /// The rule in words.
    pub fn words(self, case: &Case) -> RuleWords {
        let role = |p: Key<Predicate>, r: u32| {
            let role = case.predicates[p]
                .roles
                .get(r as usize)
                .map_or("", |role| role.id.as_ref());
            (case.predicates.id(p).to_owned(), role.to_owned())
        };
        let (name, en, ar) = match self {
            Self::StatedEntails(claim, i) => {
                return RuleWords {
                    name: "entails: as the analyst says".to_owned(),
                    text: case.claims[claim]
                        .entails
                        .get(i as usize)
                        .map(|link| link.why.clone())
                        .unwrap_or_default(),
                };
            }
            Self::StatedExcludes(claim, i) => {
                return RuleWords {
                    name: "excludes: as the analyst says".to_owned(),
                    text: case.claims[claim]
                        .excludes
                        .get(i as usize)
                        .map(|link| link.why.clone())
                        .unwrap_or_default(),
                };
            }
            Self::Consequence(predicate, i) => {
                let consequence = case.predicates[predicate].entails.get(i as usize);
                return RuleWords {
                    name: format!(
                        "entails: {} entails {}",
                        case.predicates.id(predicate),
                        consequence.map_or("", |c| c.predicate.as_ref())
                    ),
                    text: consequence.map(|c| c.why.clone()).unwrap_or_default(),
                };
            }
            Self::Detail => (
                "entails: the same in more detail".to_owned(),
                "the first says the same as the second, in more detail".to_owned(),
                "الأول يقول ما يقوله الثاني بتفصيل أكثر".to_owned(),
            ),
            Self::Lasting => (
                "entails: what lasts".to_owned(),
                "what is so on a day stays so".to_owned(),
                "ما وقع في يوم يبقى بعده".to_owned(),
            ),
            Self::Part => (
                "entails: the whole and its part".to_owned(),
                "what holds of the whole holds of each part".to_owned(),
                "ما يصح على الكل يصح على كل جزء".to_owned(),
            ),
            Self::Narrower => (
                "entails: the narrower range".to_owned(),
                "the range of the first lies within that of the second".to_owned(),
                "نطاق العدد الأول يقع ضمن نطاق الثاني".to_owned(),
            ),
            Self::Functional(p, r) => {
                let (p, r) = role(p, r);
                (
                    format!("excludes: {p} is functional in {r}"),
                    format!("`{p}` has one {r} at a time, and the times overlap"),
                    format!("لا يكون لـ`{p}` إلا {r} واحد في الوقت نفسه، والزمنان متداخلان"),
                )
            }
            Self::Transition(p, r) => {
                let (p, r) = role(p, r);
                (
                    format!("excludes: {r} of {p} lasts"),
                    format!(
                        "in `{p}`, what is once so stays so, and the other is said of a later day"
                    ),
                    "ما وقع لا يعود إلى ما قبله، والآخر عن يوم لاحق".to_owned(),
                )
            }
            Self::PartHeld(p, r) => {
                let (p, r) = role(p, r);
                (
                    format!("excludes: {p} of the whole and of its part"),
                    format!(
                        "`{p}` of the whole is `{p}` of each part, and a part has one {r} at a time"
                    ),
                    "ما يصح على الكل يصح على الجزء، ولا يكون للجزء اثنان في الوقت نفسه".to_owned(),
                )
            }
            Self::OneEvent(p, r) => {
                let (p, r) = role(p, r);
                (
                    format!("excludes: one {r} for one event ({p})"),
                    format!("it is one event, and `{p}` has one {r} for one event"),
                    format!("الحدث واحد، وليس له إلا {r} واحد"),
                )
            }
            Self::OneDate => (
                "excludes: one date for one event".to_owned(),
                "it is one event, and the two dates share no day".to_owned(),
                "الحدث واحد، والتاريخان لا يلتقيان في يوم".to_owned(),
            ),
            Self::OnePlace => (
                "excludes: one place for one event".to_owned(),
                "it is one event, and neither place holds the other".to_owned(),
                "الحدث واحد، ولا يضم أحد المكانين الآخر".to_owned(),
            ),
            Self::Ranges => (
                "excludes: ranges that do not meet".to_owned(),
                "the same thing is counted in the same scope, and the ranges do not meet"
                    .to_owned(),
                "المعدود واحد والنطاق واحد، والعددان لا يلتقيان".to_owned(),
            ),
        };
        RuleWords {
            name,
            text: Words::of(&en, &ar),
        }
    }
}

impl Doubt {
    /// Why a pair is possible only.
    pub fn words(self) -> Words {
        match self {
            Self::Unwritten => Words::of(
                "possible only: a time is not written, so nothing says that they meet",
                "احتمال فقط: أحد الزمنين غير مذكور",
            ),
            Self::MayOverlap => Words::of(
                "possible only: the times may meet, and need not",
                "احتمال فقط: قد يلتقي الزمنان وقد لا يلتقيان",
            ),
            Self::SameDay => Words::of(
                "possible only: both may be true of one day, and nothing says which came first",
                "احتمال فقط: قد يصح الأمران في يوم واحد، ولا ذكر لأيهما أسبق",
            ),
            Self::MayBeOne => Words::of(
                "possible only: the two may be one, or one may have become the other",
                "احتمال فقط: قد يكون الاثنان واحدا أو خلف أحدهما الآخر",
            ),
            Self::WideEvent => Words::of(
                "possible only: one event may take more than one place",
                "احتمال فقط: قد يشمل الحدث الواحد أكثر من مكان",
            ),
        }
    }
}
