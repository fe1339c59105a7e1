//! What is different between two JSON values, and putting it back.

use serde_json::{Map, Value};

/// What must change in `base` to become `other`: none where nothing must. Objects are compared field
/// by field, anything else is replaced whole; a field that only `base` has becomes null.
#[must_use]
pub fn difference(base: &Value, other: &Value) -> Option<Value> {
    match (base, other) {
        (Value::Object(base), Value::Object(other)) => {
            let mut changed = Map::new();
            for (name, new) in other {
                let old = base.get(name).unwrap_or(&Value::Null);
                if let Some(change) = difference(old, new) {
                    changed.insert(name.clone(), change);
                }
            }
            for name in base.keys().filter(|name| !other.contains_key(*name)) {
                changed.insert(name.clone(), Value::Null);
            }
            (!changed.is_empty()).then_some(Value::Object(changed))
        }
        (base, other) => (base != other).then(|| other.clone()),
    }
}

/// Puts a difference into effect.
#[must_use]
pub fn apply(base: &Value, change: &Value) -> Value {
    match (base, change) {
        (Value::Object(base), Value::Object(change)) => {
            let mut all = base.clone();
            for (name, new) in change {
                if new.is_null() {
                    all.shift_remove(name);
                } else {
                    let old = base.get(name).unwrap_or(&Value::Null);
                    all.insert(name.clone(), apply(old, new));
                }
            }
            Value::Object(all)
        }
        (_, change) => change.clone(),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::*;

    fn values() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            (0u8..4).prop_map(|n| json!(n)),
            prop::collection::vec(0u8..3, 1..3).prop_map(|list| json!(list)),
        ];
        leaf.prop_recursive(3, 16, 4, |inner| {
            prop::collection::btree_map("[a-c]", inner, 1..4).prop_map(|map| json!(map))
        })
    }

    proptest! {
        #[test]
        fn a_difference_leads_from_one_to_the_other(a in values(), b in values()) {
            match difference(&a, &b) {
                None => prop_assert_eq!(a, b),
                Some(change) => {
                    let there = apply(&a, &change);
                    // The order of fields is no part of a value.
                    prop_assert_eq!(there.to_string().len(), b.to_string().len());
                    prop_assert_eq!(there, b);
                }
            }
        }
    }
}
