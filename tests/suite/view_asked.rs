//! Questions of one wording side by side.

use isnad::view::Tongue;

use crate::analysis_build::Files;

/// The lines of the questions of every claim.
fn lines(files: &Files, t: Tongue) -> Vec<String> {
    let case = files.read();
    let all: Vec<_> = case.claims.iter().map(|(key, ..)| key).collect();
    t.questions(&case, &all)
}

#[test]
fn questions_of_one_wording_are_told_apart_by_what_differs_or_are_one_line() {
    let mut files = Files::default();
    files
        .entity("qalmir", "place", "")
        .entity("mirqab", "group", "");
    let claim = |place: &str, by: &str, time: &str| {
        format!(
            "question: {{\"en\": \"Was gas used?\", \"ar\": \"هل جرى استخدام غاز؟\"}}, \
             proposition: (predicate: \"chemical\", {by} {place}), {time}"
        )
    };
    let here = "place: \"qalmir\",";
    let mirqab = "roles: {\"by\": \"mirqab\"},";
    let day = "time: (edtf: \"2024-03-05\", inferred: true),";
    files
        .claim("a", &claim(here, "", day))
        .claim("b", &claim("", mirqab, day))
        .claim("c", &claim("", "", day))
        .claim("d", &claim("", "", day));
    assert_eq!(
        lines(&files, Tongue::En),
        [
            "Was gas used? — in qalmir",
            "Was gas used? — by mirqab",
            "Was gas used? (2 questions so worded)",
        ]
    );
    files.claim("e", &claim(here, "", "time: (edtf: \"2024-04\"),"));
    assert_eq!(
        lines(&files, Tongue::Ar)[0],
        "هل جرى استخدام غاز؟ — في qalmir؛ 5 آذار 2024 (تاريخ مستنتج)"
    );
}

#[test]
fn the_number_that_a_claim_gives_stands_beside_its_question() {
    let mut files = Files::default();
    files.entity("people", "group", "");
    for (id, count) in [("a", "min: 12, max: 12"), ("b", "min: 30")] {
        files.claim(
            id,
            &format!(
                "question: {{\"en\": \"How many were hurt?\"}}, proposition: (predicate: \"casualties\", \
                 roles: {{\"of\": \"people\", \"kind\": \"wounded\"}}, \
                 count: ({count}, of: \"people\", scope: \"the fair\"))"
            ),
        );
    }
    assert_eq!(
        lines(&files, Tongue::En),
        [
            "How many were hurt? — 12",
            "How many were hurt? — at least 30"
        ]
    );
}
