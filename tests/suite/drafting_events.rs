//! Events that a case asks about, however each article tells of them: people freed together, what is only asked for.

use isnad::model::Stance;

use crate::drafting_content::drafted;

/// Of which claim and in what stance the last statement of each article was read, for the claim that most articles bear on.
fn of_most(articles: &[(&str, &str)]) -> Vec<(usize, Stance)> {
    let (readings, claims) = drafted(articles);
    let most = claims.iter().max_by_key(|c| {
        let mut all: Vec<usize> = c.readings.iter().map(|&r| readings[r].article).collect();
        all.sort_unstable();
        all.dedup();
        all.len()
    });
    let mut out: Vec<(usize, Stance)> = most
        .into_iter()
        .flat_map(|c| &c.readings)
        .map(|&r| (readings[r].article, readings[r].stance))
        .collect();
    out.sort_unstable();
    out.dedup();
    out
}

#[test]
fn people_freed_together_are_one_question_however_they_are_counted_and_named() {
    let told = of_most(&[
        (
            "2020-03-04",
            "The Two Rivers Observatory said that five pump engineers held in Qalmir had been set free.",
        ),
        (
            "2020-03-04",
            "قال مسؤول أمني إن المهندسين المختطفين أفرج عنهم قرب قلمير.",
        ),
        (
            "2020-03-05",
            "The Qalmir Front said that the captives were still in its hands.",
        ),
        (
            "2020-03-05",
            "A spokesman for the council, Adel Karam, said that there had been no exchange with the Qalmir Front.",
        ),
        (
            "2020-03-06",
            "An envoy, Rana Haddad, said that three of the engineers were released in a prisoner swap.",
        ),
        (
            "2020-03-06",
            "أكد المتحدث باسم الجبهة أن الرهائن ما زالوا في عهدتنا ولم يخرج منهم أحد.",
        ),
        // Who went the other way are other people.
        (
            "2020-03-06",
            "The justice ministry said that no prisoner was released in Qalmir.",
        ),
    ]);
    assert_eq!(
        told,
        [
            (0, Stance::Affirms),
            (1, Stance::Affirms),
            (2, Stance::Denies),
            (3, Stance::Denies),
            (4, Stance::Affirms),
            (5, Stance::Denies),
        ]
    );
}

#[test]
fn what_is_only_asked_for_is_no_event_and_who_refused_did_not() {
    let told = of_most(&[
        (
            "2020-03-04",
            "A deputy, Rana Haddad, said that the harbour minister Tarek Salloum resigned in Qalmir.",
        ),
        (
            "2020-03-04",
            "قال النائب عادل كرم إن الوزير طارق سلوم استقال.",
        ),
        (
            "2020-03-05",
            "A union said that it had asked Tarek Salloum to resign.",
        ),
        (
            "2020-03-05",
            "The palace said that Tarek Salloum refused to resign.",
        ),
        (
            "2020-03-06",
            "The council said that Tarek Salloum, who refused to comment, was asked to resign.",
        ),
    ]);
    assert_eq!(
        told,
        [
            (0, Stance::Affirms),
            (1, Stance::Affirms),
            (3, Stance::Denies),
        ]
    );
}

/// The question of the free claim that most readings bear on, in English and in Arabic.
fn asked(articles: &[(&str, &str)]) -> [Option<String>; 2] {
    let (_, claims) = drafted(articles);
    let free = claims.iter().filter(|c| c.predicate.is_none());
    let most = free.max_by_key(|c| c.readings.len());
    ["en", "ar"].map(|language| {
        let question = most.and_then(|c| c.question.in_language(language));
        question.map(str::to_owned)
    })
}

#[test]
fn an_event_is_asked_for_with_whom_it_befell() {
    let told = asked(&[
        (
            "2020-03-04",
            "The harbour office said that the pilot Sami Qardan had disappeared.",
        ),
        ("2020-03-05", "قالت عائلته إن سامي قردان اختفى قبل يومين."),
        (
            "2020-03-05",
            "A spokesman for the council, Adel Karam, denied that Sami Qardan had vanished.",
        ),
    ]);
    assert_eq!(
        told[0].as_deref(),
        Some("Did Sami Qardan go missing?"),
        "{told:?}"
    );
    assert!(
        told[1]
            .as_deref()
            .is_some_and(|q| q.starts_with("هل حدث اختفاء ")),
        "{told:?}"
    );
}
