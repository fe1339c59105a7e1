//! The reports that the browser is shown, and what the program says of their cases.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::laid_out::{HARM, Laid, Layout, isnad, root, run};

/// So many statements has the large case.
const LARGE: usize = 2_000;

fn view(case: &Path, name: &str, more: &[&str]) -> Value {
    let (code, out, err) = run(isnad()
        .args(["view", name, "--format", "json", "--limit", "0", "--quiet"])
        .args(more)
        .arg(case));
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).expect("JSON")
}

/// Builds the report of a case; gives its page.
fn report(case: &Path, out: &Path) -> PathBuf {
    let (code, said, err) = run(isnad()
        .args(["report", "--quiet"])
        .arg(case)
        .arg("--out")
        .arg(out));
    assert_eq!(code, 0, "{err}");
    let page = said.lines().find(|line| line.ends_with(".html"));
    PathBuf::from(page.expect("a page"))
}

/// The page's own data.
fn island(page: &Path) -> Value {
    let html = fs::read_to_string(page).expect("the page");
    let start = html.find("id=\"isnad-data\"").expect("data");
    let start = start + html[start..].find('>').expect("a tag") + 1;
    let end = start + html[start..].find("</script>").expect("an end");
    serde_json::from_str(&html[start..end]).expect("JSON")
}

/// A bundled case: its page, what the program says of it from a sample of places, what to search for.
fn bundled(name: &str, out: &Path, searches: &[(&str, &str, &str)]) -> Value {
    let case = root().join("claims").join(name);
    let page = report(&case, out);
    let data = island(&page);
    let days: Vec<Value> = data["days"]
        .as_array()
        .expect("days")
        .iter()
        .step_by(2)
        .map(|day| {
            let day = day["day"].as_str().expect("a day");
            json!({"day": day, "view": view(&case, "claims", &["--as-of", day])})
        })
        .collect();
    let mut carried: Vec<&Value> = data["without"]
        .as_array()
        .expect("sources")
        .iter()
        .collect();
    carried.sort_by_key(|one| std::cmp::Reverse(one["c"].as_array().map_or(0, Vec::len)));
    let ids: Vec<String> = carried
        .iter()
        .step_by((carried.len() / 6).max(1))
        .map(|one| {
            let place = one["s"].as_u64().expect("a place") as usize;
            let id = data["sources"][place]["id"].as_str();
            id.expect("an id").to_owned()
        })
        .collect();
    let without: Vec<Value> = ids
        .iter()
        .map(|id| json!({"source": id, "view": view(&case, "claims", &["--without", id])}))
        .collect();
    let by_source: Vec<Value> = ids
        .iter()
        .take(3)
        .map(|id| {
            let statements = view(&case, "statements", &["--source", id]);
            let ids: Vec<&Value> = statements["statements"]
                .as_array()
                .expect("statements")
                .iter()
                .map(|one| &one["id"])
                .collect();
            json!({"source": id, "ids": ids})
        })
        .collect();
    let searches: Vec<Value> = searches
        .iter()
        .map(|(typed, kind, id)| json!({"typed": typed, "kind": kind, "id": id}))
        .collect();
    json!({
        "name": name,
        "html": page,
        "searches": searches,
        "views": {
            "whole": view(&case, "claims", &[]),
            "statements": view(&case, "statements", &[]),
            "days": days,
            "without": without,
            "by_source": by_source,
        },
    })
}

/// A case of [`LARGE`] statements of chains, stances and dates, the same every time; some words in it do harm.
fn large() -> Laid {
    let mut layout = Layout::default();
    let mut put = |name: &str, text: String| {
        layout.files.insert(name.to_owned(), text.into_bytes());
    };
    put(
        "case.ron",
        "(id: \"large\", title: {\"en\": \"A large case\", \"ar\": \"ملف كبير\"}, sides: [(id: \"north\", names: {\"en\": \"North\", \"ar\": \"الشمال\"}), (id: \"south\", names: {\"en\": \"South\", \"ar\": \"الجنوب\"})])".to_owned(),
    );
    let (documents, outlets, voices, claims) = (120, 12, 90, 260);
    // Names and titles of some do harm where they can, also in what waits packed.
    let harm = |i: usize| if i % 40 == 39 { HARM } else { "" };
    let mut text = String::from("[\n");
    for i in 0..outlets {
        let _ = writeln!(
            text,
            "(id: \"outlet-{i}\", kind: outlet, names: {{\"en\": \"Outlet {i}\", \"ar\": \"صحيفة {i}\"}}),"
        );
    }
    for i in 0..voices {
        let hidden = if i % 5 == 0 {
            format!(
                "disclosure: undisclosed, quoted_by: document(\"d{:03}\"), ",
                i % documents
            )
        } else {
            String::new()
        };
        let side = match i % 3 {
            0 => "sides: [(side: \"north\")], ",
            1 => "sides: [(side: \"south\")], ",
            _ => "",
        };
        let _ = writeln!(
            text,
            "(id: \"voice-{i}\", kind: activist, {hidden}{side}names: {{\"en\": \"Speaker {i}{}\", \"ar\": \"المتحدث {i}\"}}),",
            harm(i)
        );
    }
    put("sources.ron", text + "]");
    let mut text = String::from("[\n");
    for i in 0..documents {
        // Every tenth has no date.
        let published = if i % 10 == 9 {
            String::new()
        } else {
            format!(
                "published: (edtf: \"2024-{:02}-{:02}\"), ",
                1 + i / 28,
                1 + i % 28
            )
        };
        let _ = writeln!(
            text,
            "(id: \"d{i:03}\", outlet: \"outlet-{}\", {published}language: \"ar\", title: \"نص رقم {i}{}\"),",
            i % outlets,
            harm(i)
        );
    }
    put("documents.ron", text + "]");
    let mut text = String::from("[\n");
    for i in 0..40 {
        let _ = writeln!(
            text,
            "(id: \"e{i}\", kind: person, names: {{\"en\": \"Person {i}\", \"ar\": \"الشخص {i}\"}}),"
        );
    }
    put("entities.ron", text + "]");
    let mut text = String::from("[\n");
    for i in 0..claims {
        let _ = writeln!(
            text,
            "(id: \"c{i:03}\", gist: {{\"en\": \"what is said, number {i}\", \"ar\": \"ما يقال، رقم {i}\"}}, question: {{\"en\": \"Is it so, number {i}?\", \"ar\": \"هل هو كذلك، رقم {i}؟\"}}),"
        );
    }
    put("claims.ron", text + "]");
    let stances = [
        "affirms",
        "denies",
        "affirms",
        "reports",
        "doubts",
        "denies",
        "cannot_confirm",
    ];
    for d in 0..documents {
        let mut text = String::from("[\n");
        for n in (d..LARGE).step_by(documents) {
            let relay = if n % 4 == 0 {
                format!("relays: [(source: \"voice-{}\")], ", (n + 7) % voices)
            } else {
                String::new()
            };
            let _ = writeln!(
                text,
                "(id: \"s{n:04}\", said_by: \"voice-{}\", {relay}act: assert, content: [], gist: {{\"en\": \"statement number {n} says it at some length, as statements do\", \"ar\": \"القول رقم {n} يقول ذلك بشيء من التفصيل كعادة الأقوال\"}}, bears: [(claim: \"c{:03}\", stance: {})]),",
                n % voices,
                (n * 7) % claims,
                stances[n % stances.len()],
            );
        }
        put(&format!("statements/d{d:03}.ron"), text + "]");
    }
    layout.write()
}

/// Everything that the suite needs to know.
pub(crate) fn manifest(folder: &Path) -> Value {
    let harm = Layout::hostile().write();
    let many = large();
    let large = report(&many.case(), &folder.join("large"));
    let statements = island(&large)["statements"].as_array().map_or(0, Vec::len);
    json!({
        "cases": [
            // Typed without hamza or dots, in other forms, or in Latin letters.
            bundled("yarmouk", &folder.join("yarmouk"), &[
                ("الخابورى", "claim", "khabouri-killed"),
                ("مُقاتل سورى", "source", "fighter-in-camp-003"),
                ("khabouri", "claim", "khabouri-killed"),
                // With an article, and with what is written on to it.
                ("والخابوري", "claim", "khabouri-killed"),
                ("للخابوري", "claim", "khabouri-killed"),
                ("خابوري", "claim", "khabouri-killed"),
            ]),
            bundled("qalmir", &folder.join("qalmir"), &[
                ("هل قتل القلميرى", "claim", "director-killed"),
                ("لجان الارصفه", "source", "docks-committees"),
                ("al-talhabi", "source", "rami"),
            ]),
        ],
        "hostile": { "html": report(&harm.case(), &folder.join("hostile")), "source": "mayor" },
        "large": { "html": large, "statements": statements, "size": fs::metadata(&large).expect("a file").len(), "packed": ["statement-s0399", "source-voice-79"], "last": format!("s{:04}", LARGE - 1) },
        // Milliseconds and bytes. What is asked for is to open within two seconds: the page's own work is held to
        // that. A busy machine without a graphics card is given more where it is only kept waiting.
        "bounds": { "work": 2_000, "open": 30_000, "task": 1_500, "act": 8_000, "size": 8_500_000 },
    })
}
