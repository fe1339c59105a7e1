//! Labels that the script writes, in both languages: `[English, Arabic]`.

use serde_json::{Map, Value, json};

use crate::view::{Stance, StandingLabel, Support, Tongue, labels};

/// The labels, by group and the word they are of.
pub(super) fn words() -> Value {
    let mut standings = Map::new();
    for one in StandingLabel::ALL {
        let (en, ar) = one.words();
        standings.insert(one.key().to_owned(), json!([en, ar]));
    }
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
    json!({ "standing": standings, "support": supports, "stance": stances })
}
