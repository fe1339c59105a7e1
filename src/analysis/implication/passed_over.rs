//! Why two claims that look as if they excluded each other do not: the reasons and their words.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::Words;

/// Why a pair that looks like a contradiction is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// The times share no day.
    OtherTime,
    /// What is counted, or where, is not the same.
    OtherScope,
    /// The places may be two.
    OtherPlace,
    /// Nothing says that it is one event.
    OtherEvent,
    /// The persons or groups may be two.
    OtherPerson,
    /// A later figure took the place of an earlier one.
    Superseded,
    /// One of the two was taken back.
    Retracted,
    /// One of the two is about what is to come.
    Forecast,
}

/// A pair that was passed over, with the finer ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PassedOver {
    /// The times share no day.
    Times,
    /// The passing state is said of a time before the lasting one.
    Before,
    /// What is counted is not the same.
    OtherThing,
    /// Where and over what time it is counted is not the same.
    OtherScope,
    /// A running total beside one incident's count.
    TotalAndIncident,
    /// The same counter counted more later.
    CountedMore,
    /// The same counter revised its count down.
    RevisedDown,
    /// Another counter's later, larger total.
    SecondCount,
    /// Nothing says that it is one event.
    Events,
    /// The persons or groups may be two.
    Persons,
    /// The places may be two.
    Places,
}

impl PassedOver {
    /// The reason under which it is listed.
    pub fn reason(self) -> Reason {
        match self {
            Self::Times | Self::Before | Self::SecondCount => Reason::OtherTime,
            Self::OtherThing | Self::OtherScope | Self::TotalAndIncident => Reason::OtherScope,
            Self::CountedMore | Self::RevisedDown => Reason::Superseded,
            Self::Events => Reason::OtherEvent,
            Self::Persons => Reason::OtherPerson,
            Self::Places => Reason::OtherPlace,
        }
    }

    /// The ground in words.
    pub fn words(self) -> Words {
        match self {
            Self::Times => Words::of(
                "they are said of times that share no day",
                "الأمران عن زمنين لا يلتقيان",
            ),
            Self::Before => Words::of(
                "the one is said of a time before the other came about",
                "أحدهما عن وقت سابق لوقوع الآخر",
            ),
            Self::OtherThing => Words::of("they count different things", "المعدود مختلف"),
            Self::OtherScope => Words::of(
                "they count in different scopes (place or span of time)",
                "نطاق العدّ مختلف (المكان أو المدة)",
            ),
            Self::TotalAndIncident => Words::of(
                "one is a running total, the other a count of one incident",
                "أحدهما حصيلة تراكمية والآخر عدد حادثة واحدة",
            ),
            Self::CountedMore => Words::of(
                "the same counter's later, larger count takes the place of the earlier one",
                "حصيلة أحدث وأكبر من الجهة نفسها",
            ),
            Self::RevisedDown => Words::of(
                "the same counter's later, smaller count revises the earlier one down",
                "خفضت الجهة نفسها حصيلتها السابقة",
            ),
            Self::SecondCount => Words::of(
                "second count: a later, larger count by another counter stands beside the earlier one",
                "حصيلة ثانية أحدث وأكبر من جهة أخرى",
            ),
            Self::Events => Words::of(
                "nothing says that the two are one event",
                "لا شيء يدل على أن الحدث واحد",
            ),
            Self::Persons => Words::of(
                "they may be about two persons or groups: linked as perhaps the same, not ruled to be one",
                "قد يكون المعنيّان اثنين: لم يُحسم أنهما واحد",
            ),
            Self::Places => Words::of(
                "they may be about two places: linked as perhaps the same, not ruled to be one",
                "قد يكون المكانان اثنين: لم يُحسم أنهما واحد",
            ),
        }
    }
}
