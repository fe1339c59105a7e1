//! What machines read: JSON of every view against its own JSON Schema and the promised keys, SARIF.

use isnad::finding::Code;
use serde_json::{Map, Value};

use crate::laid_out::{Layout, isnad, root, run};

const VIEWS: [&str; 6] = [
    "overview",
    "statements",
    "claims",
    "chain",
    "sources",
    "entities",
];

fn json(arguments: &[&str]) -> Value {
    let (code, out, err) = run(isnad().current_dir(root()).args(arguments));
    assert!(code < 2, "{arguments:?}: {err}");
    serde_json::from_str(&out).unwrap_or_else(|e| panic!("{arguments:?}: {e}"))
}

/// Whether a value fits a schema, as far as the schemas here go; else where it does not.
fn fits(value: &Value, schema: &Value, root: &Value, at: &str) -> Result<(), String> {
    let Some(schema) = schema.as_object() else {
        return Ok(());
    };
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        let name = reference
            .strip_prefix("#/$defs/")
            .expect("a local reference");
        fits(value, &root["$defs"][name], root, at)?;
    }
    for choice in ["anyOf", "oneOf"] {
        if let Some(choices) = schema.get(choice).and_then(Value::as_array) {
            let tried: Vec<_> = choices.iter().map(|s| fits(value, s, root, at)).collect();
            if tried.iter().all(Result::is_err) {
                return Err(format!("{at}: fits none of {choice}: {tried:?}"));
            }
        }
    }
    if let Some(kinds) = schema.get("type") {
        let kinds: Vec<&str> = match kinds {
            Value::Array(all) => all.iter().filter_map(Value::as_str).collect(),
            one => one.as_str().into_iter().collect(),
        };
        let is = |kind: &str| match kind {
            "object" => value.is_object(),
            "array" => value.is_array(),
            "string" => value.is_string(),
            "boolean" => value.is_boolean(),
            "null" => value.is_null(),
            "integer" => value.is_i64() || value.is_u64(),
            "number" => value.is_number(),
            other => panic!("a type {other}"),
        };
        if !kinds.iter().any(|kind| is(kind)) {
            return Err(format!("{at}: {value} is none of {kinds:?}"));
        }
    }
    if let Some(all) = schema.get("enum").and_then(Value::as_array)
        && !all.contains(value)
    {
        return Err(format!("{at}: {value} is none of {all:?}"));
    }
    if let Some(wanted) = schema.get("const")
        && wanted != value
    {
        return Err(format!("{at}: {value} is not {wanted}"));
    }
    if let (Some(items), Some(all)) = (schema.get("items"), value.as_array()) {
        for (i, one) in all.iter().enumerate() {
            fits(one, items, root, &format!("{at}/{i}"))?;
        }
    }
    if let Some(fields) = value.as_object() {
        for key in schema
            .get("required")
            .and_then(Value::as_array)
            .into_iter()
            .flatten()
        {
            let key = key.as_str().expect("a key");
            if !fields.contains_key(key) {
                return Err(format!("{at}: no {key}"));
            }
        }
        let empty = Map::new();
        let known = schema
            .get("properties")
            .and_then(Value::as_object)
            .unwrap_or(&empty);
        for (key, one) in fields {
            match known.get(key).or(schema.get("additionalProperties")) {
                Some(schema) => fits(one, schema, root, &format!("{at}/{key}"))?,
                None if known.is_empty() => {}
                None => return Err(format!("{at}: {key} is not in the schema")),
            }
        }
    }
    Ok(())
}

#[test]
fn every_view_fits_its_schema() {
    let mut broken = Layout::base();
    broken.append(
        "entities.ron",
        "    (id: \"X\", kind: place, names: {\"en\": \"x\"}),\n",
    );
    let broken = broken.write();
    let broken = broken.case();
    for case in ["claims/qalmir", "claims/yarmouk", &broken.to_string_lossy()] {
        for view in VIEWS {
            let schema = json(&["schema", view]);
            let value = json(&["view", view, case, "--format", "json", "--quiet"]);
            if let Err(why) = fits(&value, &schema, &schema, "") {
                panic!("view {view} of {case}: {why}");
            }
        }
        let schema = json(&["schema", "check"]);
        let value = json(&["check", case, "--format", "json"]);
        if let Err(why) = fits(&value, &schema, &schema, "") {
            panic!("check of {case}: {why}");
        }
    }
}

/// The keys that scripts rely on, whatever else is added.
#[test]
fn views_have_the_promised_keys() {
    let promised: [(&str, &str, &[&str]); 7] = [
        (
            "overview",
            "documents",
            &[
                "id",
                "file",
                "sha256",
                "outlet",
                "byline",
                "title",
                "language",
                "url",
                "published",
                "republishes",
                "version_of",
                "added",
                "statements",
            ],
        ),
        ("overview", "sides", &["id", "names"]),
        (
            "statements",
            "statements",
            &[
                "id",
                "document",
                "file",
                "sha256",
                "published",
                "said_on",
                "outlet_voice",
                "heading",
                "draft",
                "cue",
                "source_span",
                "content",
                "said_by",
                "origin",
                "act",
                "style",
                "nested_in",
                "gist",
                "bears",
                "basis",
                "rests_on",
                "taken_back",
                "credibility",
                "entities",
                "anchor",
            ],
        ),
        (
            "claims",
            "claims",
            &[
                "id",
                "gist",
                "question",
                "not_heard_from",
                "proposition",
                "time",
                "draft",
                "harms",
                "affirms",
                "denies",
                "doubts",
                "reports",
                "cannot_confirm",
                "judgement",
            ],
        ),
        ("chain", "chains", &["statement", "links"]),
        (
            "sources",
            "sources",
            &[
                "id",
                "kind",
                "names",
                "aliases",
                "disclosure",
                "number",
                "speaks_for",
                "sides",
                "reliability",
                "draft",
                "statements",
                "relays",
            ],
        ),
        (
            "entities",
            "entities",
            &[
                "id",
                "kind",
                "names",
                "aliases",
                "part_of",
                "related",
                "draft",
                "claims",
                "statements",
            ],
        ),
    ];
    for (view, list, keys) in promised {
        let value = json(&["view", view, "claims/qalmir", "--format", "json"]);
        let all = value[list].as_array().expect("a list");
        assert!(!all.is_empty(), "{view}: {list}");
        for one in all {
            for key in keys {
                assert!(
                    one.get(key).is_some(),
                    "{view}: {list} without {key}: {one}"
                );
            }
        }
    }
    let overview = json(&["view", "overview", "claims/qalmir", "--format", "json"]);
    for key in ["claims", "statements", "sources", "entities"] {
        assert!(overview[key].as_u64() > Some(5), "{key}");
    }
    assert_eq!(
        overview["findings"],
        serde_json::json!({"error": 0, "warning": 0, "note": 0})
    );
    let chains = json(&["view", "chain", "claims/qalmir", "--format", "json"]);
    let link = &chains["chains"][0]["links"][0];
    for key in ["source", "role", "commitment", "inferred"] {
        assert!(link.get(key).is_some(), "link without {key}");
    }
}

#[test]
fn sarif_has_what_its_schema_requires() {
    let mut layout = Layout::base();
    layout.append(
        "sources.ron",
        "    (id: \"clerk\", kind: officer, names: {\"en\": \"the clerk\"}),\n",
    );
    let laid = layout.write();
    let folder = laid.case();
    let value = json(&["check", &folder.to_string_lossy(), "--format", "sarif"]);
    assert_eq!(value["version"], "2.1.0");
    assert!(
        value["$schema"]
            .as_str()
            .is_some_and(|s| s.contains("sarif"))
    );
    let run = &value["runs"][0];
    let driver = &run["tool"]["driver"];
    assert_eq!(driver["name"], "isnad");
    let rules = driver["rules"].as_array().expect("rules");
    let ids: Vec<&str> = rules.iter().filter_map(|r| r["id"].as_str()).collect();
    let slugs: Vec<&str> = Code::ALL.iter().map(|c| c.slug()).collect();
    assert_eq!(ids, slugs);
    for rule in rules {
        assert!(rule["shortDescription"]["text"].is_string(), "{rule}");
    }
    let results = run["results"].as_array().expect("results");
    assert_eq!(results.len(), 1);
    let result = &results[0];
    assert_eq!(result["ruleId"], "unknown-value");
    let index = result["ruleIndex"].as_u64().expect("an index") as usize;
    assert_eq!(rules[index]["id"], "unknown-value");
    assert_eq!(result["level"], "error");
    assert!(result["message"]["text"].is_string());
    let place = &result["locations"][0]["physicalLocation"];
    let uri = place["artifactLocation"]["uri"].as_str().expect("a uri");
    // The folder was given by an absolute path, of which nothing else is kept.
    assert_eq!(uri, "case/sources.ron");
    let region = &place["region"];
    let number = |key: &str| region[key].as_u64().expect("a number");
    assert_eq!((number("startLine"), number("startColumn")), (11, 25));
    assert_eq!((number("endLine"), number("endColumn")), (11, 32));
    assert!(matches!(
        run["columnKind"].as_str(),
        Some("unicodeCodePoints" | "utf16CodeUnits")
    ));
}

#[test]
fn a_finding_about_two_entries_says_where_the_first_stands() {
    let mut layout = Layout::base();
    let twice = "    (id: \"clerk\", kind: official, names: {\"en\": \"the clerk\"}),\n";
    layout.append("sources.ron", twice);
    layout.append("sources.ron", twice);
    let laid = layout.write();
    let folder = laid.case();
    let folder = folder.to_string_lossy();
    let value = json(&["check", &folder, "--format", "json"]);
    let finding = &value["findings"][0];
    assert_eq!(finding["code"], "duplicate-id");
    let related = &finding["related"][0];
    assert_eq!(related["what"], "the first stands here");
    let line = |place: &serde_json::Value| place["line"].as_u64().expect("a line");
    assert_eq!(related["file"], "sources.ron");
    assert_eq!(line(related) + 1, line(finding));
    let value = json(&["check", &folder, "--format", "sarif"]);
    let place = &value["runs"][0]["results"][0]["relatedLocations"][0];
    assert_eq!(
        place["physicalLocation"]["region"]["startLine"],
        related["line"]
    );
    assert!(place["message"]["text"].is_string());
}
