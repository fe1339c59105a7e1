//! The JSON Schemas in `docs/schemas/` are those of the program, what it prints is valid under
//! them, and `docs/formats.md` describes every field.

use std::collections::BTreeSet;
use std::fs;

use serde_json::Value;

use crate::program::output;
use crate::tree::{bless, files_under, read, root};

/// The names that `isnad schema` takes.
fn names() -> Vec<String> {
    let help = output(&["schema", "--help"]);
    let (_, list) = help.split_once("[possible values: ").expect("values");
    let (list, _) = list.split_once(']').expect("an end");
    list.split(", ")
        .map(|name| name.trim().to_owned())
        .collect()
}

#[test]
fn the_schemas_are_fresh() {
    let mut expected = Vec::new();
    for name in names() {
        let path = format!("docs/schemas/{name}.json");
        let schema = output(&["schema", &name]);
        if bless() {
            fs::create_dir_all(root().join("docs/schemas")).expect("a folder");
            fs::write(root().join(&path), &schema).expect("written");
        }
        assert_eq!(
            read(&path),
            schema,
            "{path} is stale: ISNAD_BLESS=1 cargo test --test rules"
        );
        expected.push(path);
    }
    expected.sort();
    assert_eq!(files_under("docs/schemas/", ".json"), expected);
}

/// Every name of a property in a schema.
fn properties(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            if let Some(Value::Object(properties)) = fields.get("properties") {
                found.extend(properties.keys().cloned());
            }
            fields.values().for_each(|value| properties(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| properties(value, found)),
        _ => {}
    }
}

#[test]
fn every_field_is_described() {
    let page = read("docs/formats.md");
    let mut faults = Vec::new();
    for name in names() {
        let schema: Value = serde_json::from_str(&output(&["schema", &name])).expect("JSON");
        let mut found = BTreeSet::new();
        properties(&schema, &mut found);
        assert!(!found.is_empty());
        for field in found {
            if !page.contains(&format!("`{field}`")) && !page.contains(&format!("\"{field}\"")) {
                faults.push(format!("{name}: {field}"));
            }
        }
    }
    assert!(
        faults.is_empty(),
        "docs/formats.md says nothing of\n{}",
        faults.join("\n")
    );
}

/// Every string out of a closed list in a schema.
fn values(schema: &Value, found: &mut BTreeSet<String>) {
    match schema {
        Value::Object(fields) => {
            let listed = fields.get("enum").and_then(Value::as_array);
            let all = listed.into_iter().flatten().chain(fields.get("const"));
            found.extend(all.filter_map(Value::as_str).map(str::to_owned));
            fields.values().for_each(|value| values(value, found));
        }
        Value::Array(list) => list.iter().for_each(|value| values(value, found)),
        _ => {}
    }
}

#[test]
fn keys_and_values_are_named_alike_everywhere() {
    let (mut keys, mut closed) = (BTreeSet::new(), BTreeSet::new());
    for name in names() {
        let schema: Value = serde_json::from_str(&output(&["schema", &name])).expect("JSON");
        properties(&schema, &mut keys);
        values(&schema, &mut closed);
    }
    assert!(keys.contains("not_verified_here") && closed.contains("not-verified-here"));
    // Source kinds are written as in case files; readers of both compare them.
    let kinds = ["anonymous_source", "local_sources"];
    keys.retain(|key| {
        !key.bytes()
            .all(|b| b.is_ascii_lowercase() || b"_0123456789".contains(&b))
    });
    closed.retain(|value| value.contains('_') && !kinds.contains(&value.as_str()));
    assert_eq!((keys, closed), (BTreeSet::new(), BTreeSet::new()));
}

/// Where a value breaks a schema of the kinds that ours use: type, properties, required, items,
/// additionalProperties, enum, const, anyOf, oneOf, $ref, minimum.
fn breaks(root: &Value, schema: &Value, value: &Value, at: &str) -> Option<String> {
    if let Some(reference) = schema["$ref"].as_str() {
        let target = root
            .pointer(reference.trim_start_matches('#'))
            .expect("a definition");
        return breaks(root, target, value, at);
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(list) = schema[choice].as_array()
            && list
                .iter()
                .all(|one| breaks(root, one, value, at).is_some())
        {
            return Some(format!("{at}: none of {choice} fits {value}"));
        }
    }
    let fits = |name: &str| match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("type {other}"),
    };
    let typed = match &schema["type"] {
        Value::Null => true,
        Value::String(name) => fits(name),
        Value::Array(names) => names.iter().filter_map(Value::as_str).any(fits),
        other => panic!("{other}"),
    };
    if !typed {
        return Some(format!("{at}: {value} is no {}", schema["type"]));
    }
    if let Some(list) = schema["enum"].as_array()
        && !list.contains(value)
    {
        return Some(format!("{at}: {value} is none of {list:?}"));
    }
    if schema.get("const").is_some_and(|only| only != value) {
        return Some(format!("{at}: {value} is not {}", schema["const"]));
    }
    if let (Some(minimum), Some(number)) = (schema["minimum"].as_f64(), value.as_f64())
        && number < minimum
    {
        return Some(format!("{at}: {number} < {minimum}"));
    }
    if let Some(items) = value.as_array().filter(|_| schema.get("items").is_some()) {
        return items
            .iter()
            .enumerate()
            .find_map(|(i, item)| breaks(root, &schema["items"], item, &format!("{at}/{i}")));
    }
    let fields = value.as_object()?;
    for required in schema["required"].as_array().into_iter().flatten() {
        if !fields.contains_key(required.as_str().unwrap_or_default()) {
            return Some(format!("{at}: no {required}"));
        }
    }
    fields.iter().find_map(|(name, inner)| {
        let at = format!("{at}/{name}");
        match (
            schema["properties"].get(name),
            schema.get("additionalProperties"),
        ) {
            (Some(property), _) => breaks(root, property, inner, &at),
            (None, Some(Value::Bool(false))) => Some(format!("{at}: not in the schema")),
            (None, Some(other)) if other.is_object() => breaks(root, other, inner, &at),
            // Ours are closed in fact: a field that no schema names is a field nobody described.
            (None, _) if schema.get("properties").is_some() => {
                Some(format!("{at}: not in the schema"))
            }
            (None, _) => None,
        }
    })
}

#[test]
fn what_is_printed_is_valid() {
    for name in names() {
        let schema: Value = serde_json::from_str(&output(&["schema", &name])).expect("JSON");
        for case in ["claims/yarmouk", "claims/qalmir"] {
            let printed = match name.as_str() {
                // Not every case has its texts at hand: these are drafted below.
                "draft" | "draft-explain" => continue,
                "check" | "brief" => output(&[name.as_str(), case, "--format", "json"]),
                view => output(&["view", view, case, "--format", "json"]),
            };
            let printed: Value = serde_json::from_str(&printed).expect("JSON");
            assert_eq!(
                breaks(&schema, &schema, &printed, name.as_str()),
                None,
                "{case}"
            );
        }
        assert!(breaks(&schema, &schema, &serde_json::json!({"x": 1}), "").is_some());
    }
}

#[test]
fn what_drafting_prints_is_valid() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("case");
    let case = path.to_str().expect("a path");
    let manifest = root().join("tests/data/draft_bed_market/manifest.jsonl");
    output(&["init", case]);
    output(&[
        "add",
        case,
        "--manifest",
        manifest.to_str().expect("a path"),
    ]);
    let printed =
        |arguments: &[&str]| -> Value { serde_json::from_str(&output(arguments)).expect("JSON") };
    let dry = printed(&["draft", case, "--dry-run", "--format", "json"]);
    let written = printed(&["draft", case, "--format", "json"]);
    assert_eq!(
        (&dry["written"], &written["written"]),
        (&Value::Bool(false), &Value::Bool(true))
    );
    assert!(written["new"]["statement"].as_u64() > Some(10));
    let sources = printed(&["view", "sources", case, "--format", "json", "--limit", "0"]);
    let mut arguments = vec!["draft", case, "--format", "json"];
    for source in sources["sources"].as_array().expect("sources") {
        if source["draft"] == Value::Bool(true) {
            arguments.extend(["--explain", source["id"].as_str().expect("an id")]);
        }
    }
    let explained = printed(&arguments);
    assert!(explained.as_array().is_some_and(|all| all.len() > 10));
    for (name, printed) in [
        ("draft", &dry),
        ("draft", &written),
        ("draft-explain", &explained),
    ] {
        let schema: Value = serde_json::from_str(&output(&["schema", name])).expect("JSON");
        assert_eq!(breaks(&schema, &schema, printed, name), None);
    }
}
