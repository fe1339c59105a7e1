//! Dates in the words of the reader's language.

use super::phrase::Tongue;
use crate::text::dates as words;

/// A date or interval in words: "12 May 2018", "from April 2018 to 12 May 2018", "perhaps April 2016".
pub fn date(edtf: &str, t: Tongue) -> String {
    words::date(edtf, t == Tongue::Ar)
}

/// A minute as it is written in a case, `2026-11-12T20:38Z`: "12 November 2026, 20:38 UTC".
pub fn minute(text: &str, t: Tongue) -> String {
    words::minute(text, t == Tongue::Ar)
}
