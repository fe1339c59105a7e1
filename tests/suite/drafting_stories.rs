//! Cases of many stories: what is of one event meets, and nothing of one is filled in from another.

use serde_json::Value;

use crate::laid_out::{asked, drafted_case};

/// Statements of a drafted case of texts, each of an outlet of its own: id, claim and stance.
fn bearings(texts: &[(&str, &str)]) -> Vec<(String, String, String)> {
    let names: Vec<String> = (0..texts.len()).map(|n| format!("d{n}")).collect();
    let named = names
        .iter()
        .zip(texts)
        .map(|(n, (day, text))| (n.as_str(), *day, *text));
    let folder = drafted_case("ar", &named.collect::<Vec<_>>());
    let out = asked(
        folder.path(),
        &["view", "statements", "case", "--format", "json"],
    );
    let json: Value = serde_json::from_str(&out).expect("JSON");
    let word = |v: &Value| v.as_str().unwrap_or_default().to_owned();
    let statements = json["statements"].as_array().expect("a list");
    let bears = statements.iter().flat_map(|s| {
        let all = s["bears"].as_array().expect("a list").iter();
        all.map(|b| (word(&s["id"]), word(&b["claim"]), word(&b["stance"])))
    });
    bears.collect()
}

/// The stances on one claim, by statement.
fn on(all: &[(String, String, String)], claim: &str) -> Vec<String> {
    all.iter()
        .filter(|(_, c, _)| c == claim)
        .map(|(id, _, stance)| format!("{id} {stance}"))
        .collect()
}

#[test]
fn one_custody_within_days_is_one_claim_whoever_is_not_named_for_it() {
    let all = bearings(&[
        (
            "2020-03-05",
            "قال ناشطون إن السلطات احتجزت الصحفي نادر الخولي.\n",
        ),
        (
            "2020-03-10",
            "نفت النيابة أن تكون السلطات احتجزت الصحفي نادر الخولي.\n",
        ),
        ("2020-03-12", "قال سكان إن المعارضة سيطرت على بلدة الفيض.\n"),
        ("2020-03-12", "قال تجار إن المعارضة سيطرت على بلدة الفيض.\n"),
    ]);
    assert_eq!(
        on(&all, "detained-nadr-al-khuli"),
        ["d0-01 affirms", "d1-01 denies"]
    );
    assert_eq!(
        on(&all, "controls-al-fid-al-marda"),
        ["d2-01 affirms", "d3-01 affirms"]
    );
    assert_eq!(all.len(), 4, "{all:#?}");
}

#[test]
fn who_could_not_verify_what_another_denied_denies_nothing() {
    let all = bearings(&[(
        "2020-03-04",
        "قال ناشطون إن القائد سالم الرفيق قتل في كمين. ولم تتمكن صحيفة الفنار من تأكيد هذه الأنباء \
         بشكل مستقل، وقد نفتها قيادة اللواء.\n",
    )]);
    assert_eq!(
        on(&all, "killed-salm-al-rfiq"),
        ["d0-01 affirms", "d0-02 cannot-confirm", "d0-03 denies"]
    );
}

#[test]
fn who_holds_ground_is_told_apart_by_a_name_only() {
    let all = bearings(&[
        (
            "2020-03-12",
            "قال سكان إن قوات المعارضة سيطرت على بلدة الفيض.\n",
        ),
        (
            "2020-03-12",
            "قال تجار إن المعارضة المسلحة سيطرت على بلدة الفيض.\n",
        ),
        ("2020-03-12", "قال عمال إن الدولة سيطرت على بلدة الفيض.\n"),
        (
            "2020-03-12",
            "قال رعاة إن قوات الراية سيطرت على بلدة الفيض.\n",
        ),
    ]);
    let held = |id: &str| {
        let one = all
            .iter()
            .find(|(i, c, _)| i == id && c.starts_with("controls-"));
        one.map(|(_, claim, _)| claim.as_str())
    };
    assert!(held("d0-01").is_some(), "{all:#?}");
    assert_eq!(held("d0-01"), held("d1-01"));
    assert_eq!(held("d2-01"), None, "{all:#?}");
    assert_ne!(held("d3-01"), held("d0-01"));
}
