//! One deed said of two doers: names that may be one do not make their speakers contradict each other for certain.

use serde_json::Value;

use crate::laid_out::{asked, drafted_case};

const TEXTS: [(&str, &str); 3] = [
    (
        "a",
        "The river monitor said Russia had killed the commander Salem Ramli in a raid on Tal Sahl.\n",
    ),
    (
        "b",
        "The mayor of Tal Sahl, Nader Tawil, said the Russian army had killed Salem Ramli.\n",
    ),
    (
        "c",
        "The brigade's spokesman Adib Nahas said Turkey had killed Salem Ramli.\n",
    ),
];

#[test]
fn a_land_and_its_army_contradict_each_other_only_perhaps() {
    let texts = TEXTS.map(|(name, text)| (name, "2021-03-10", text));
    let folder = drafted_case("en", &texts);
    let ok = |arguments: &[&str]| asked(folder.path(), arguments);
    ok(&["check", "case"]);
    let json: Value =
        serde_json::from_str(&ok(&["view", "contradictions", "case", "--format", "json"]))
            .expect("JSON");
    let mut found: Vec<(bool, String)> = json["contradictions"]
        .as_array()
        .expect("a list")
        .iter()
        .map(|one| {
            let ids: Vec<&str> = one["statements"]
                .as_array()
                .expect("two")
                .iter()
                .filter_map(Value::as_str)
                .collect();
            (one["certain"] == Value::Bool(true), ids.join(" "))
        })
        .collect();
    found.sort();
    let wanted = [
        (false, "a-01 b-01"),
        (true, "a-01 c-01"),
        (true, "b-01 c-01"),
    ]
    .map(|(certain, ids)| (certain, ids.to_owned()));
    assert_eq!(found, wanted);
}
