//! Labels that the script writes, in both languages: `[English, Arabic]`.

use serde_json::{Map, Value, json};

use crate::report::words::{IF_READ_SO, SET_ASIDE_BUT_COPIED};
use crate::view::{AnchorState, Stance, StandingLabel, Support, Tongue, labels};

/// The labels, by group and the word they are of.
pub(super) fn words() -> Value {
    // As they are of the whole case, and where a source is set aside.
    let [standings, left] = [false, true].map(|set_aside| {
        let mut standings = Map::new();
        for one in StandingLabel::ALL {
            let both = [Tongue::En, Tongue::Ar].map(|t| one.words_of(t, set_aside));
            standings.insert(one.key().to_owned(), json!(both));
        }
        standings
    });
    let copied = [Tongue::En, Tongue::Ar].map(|t| t.of(SET_ASIDE_BUT_COPIED));
    let read_so = [Tongue::En, Tongue::Ar].map(|t| t.of(IF_READ_SO));
    let mut supports = Map::new();
    for one in [
        Support::None,
        Support::SingleOrigin,
        Support::SeveralOrigins,
    ] {
        if let Value::String(word) = json!(one) {
            let both = [Tongue::En.support(one), Tongue::Ar.support(one)];
            supports.insert(word, json!(both));
        }
    }
    let mut stances = Map::new();
    for one in [
        Stance::Affirms,
        Stance::Denies,
        Stance::Doubts,
        Stance::Reports,
        Stance::CannotConfirm,
    ] {
        if let Value::String(word) = json!(one) {
            let (en, ar) = labels::stance(one);
            stances.insert(word, json!([en, ar]));
        }
    }
    let mut elsewhere = Map::new();
    for (name, stance) in [("affirms", Stance::Affirms), ("denies", Stance::Denies)] {
        let (en, ar) = labels::elsewhere(stance);
        elsewhere.insert(name.to_owned(), json!([en, ar]));
    }
    let mut anchors = Map::new();
    for one in [
        AnchorState::Verified,
        AnchorState::NotVerifiedHere,
        AnchorState::Orphan,
    ] {
        if let Value::String(word) = json!(one) {
            let (en, ar) = labels::anchor(one);
            anchors.insert(word, json!([en, ar]));
        }
    }
    json!({ "anchor": anchors, "elsewhere": elsewhere, "standing": standings, "standing_left": left, "read_so": read_so, "copied": copied, "support": supports, "stance": stances })
}
