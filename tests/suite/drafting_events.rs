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
fn whether_people_are_free_is_weighed_in_words_of_release_of_captivity_and_of_what_the_free_do() {
    let articles = [
        (
            "2020-03-04",
            "The Two Rivers Observatory said that two vets kidnapped near Qalmir had been set free.",
        ),
        (
            "2020-03-04",
            "قالت جمعية الفنار إن الرهينتين استعادتا حريتهما قرب قلمير.",
        ),
        (
            "2020-03-05",
            "The Qalmir Front said that it had let nobody go.",
        ),
        (
            "2020-03-05",
            "An envoy, Rana Haddad, said that she could not say whether the vets were out.",
        ),
        (
            "2020-03-05",
            "أكد المتحدث باسم الجبهة أن الرهينتين لا تزالان في قبضتنا.",
        ),
        (
            "2020-03-06",
            "A dealer, Sami Qardan, said that his sister was back home.",
        ),
        (
            "2020-03-06",
            "The council said that if the captives were free they would be on a plane.",
        ),
        // Who is in prison for another reason, and a release that is only asked for.
        (
            "2020-03-06",
            "The justice ministry said that three prisoners were released in Qalmir.",
        ),
        (
            "2020-03-06",
            "A union said that it demanded the release of the vets.",
        ),
    ];
    let (_, claims) = drafted(&articles);
    let freed = claims
        .iter()
        .filter(|c| c.predicate.as_deref() == Some("freed"));
    assert_eq!(freed.count(), 1);
    assert_eq!(
        of_most(&articles),
        [
            (0, Stance::Affirms),
            (1, Stance::Affirms),
            (2, Stance::Denies),
            (3, Stance::CannotConfirm),
            (4, Stance::Denies),
            (5, Stance::Affirms),
            (6, Stance::Denies),
        ]
    );
}

#[test]
fn of_one_person_too_it_is_asked_whether_that_one_was_released() {
    let articles = [
        (
            "2020-03-04",
            "The Two Rivers Observatory said that the kidnapped vet Nadia Barwin had been handed over to elders.",
        ),
        (
            "2020-03-04",
            "The Qalmir Front said that Nadia Barwin was still in its hands.",
        ),
        (
            "2020-03-05",
            "An envoy, Rana Haddad, said that Nadia Barwin was no longer with her kidnappers.",
        ),
        (
            "2020-03-05",
            "The council said that nobody had handed over the captive Nadia Barwin.",
        ),
    ];
    let (_, claims) = drafted(&articles);
    let released = claims
        .iter()
        .find(|c| c.predicate.as_deref() == Some("released"));
    assert!(released.is_some_and(|c| c.readings.len() > 3));
    assert_eq!(
        of_most(&articles),
        [
            (0, Stance::Affirms),
            (1, Stance::Denies),
            (2, Stance::Affirms),
            (3, Stance::Denies),
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

/// The words of one who tells of an event are not laid to all who do.
#[test]
fn a_claim_of_an_event_says_no_more_than_the_event() {
    let (_, claims) = drafted(&[
        (
            "2020-03-04",
            "The harbour office said that the pilot Sami Qardan had disappeared with the cash box.",
        ),
        ("2020-03-05", "قالت عائلته إن سامي قردان اختفى قبل يومين."),
        (
            "2020-03-05",
            "A spokesman for the council, Adel Karam, denied that Sami Qardan had vanished.",
        ),
    ]);
    let free = claims.iter().filter(|c| c.predicate.is_none());
    let most = free.max_by_key(|c| c.readings.len());
    let gist = most.map(|c| c.gist.clone()).unwrap_or_default();
    assert_eq!(gist.in_language("en"), Some("Sami Qardan went missing"));
    assert!(
        gist.in_language("ar")
            .is_some_and(|g| g.starts_with("اختفاء ")),
        "{gist:?}"
    );
}

#[test]
fn what_is_only_named_is_not_told_and_what_is_passed_on_is_a_report() {
    let told = of_most(&[
        (
            "2020-03-04",
            "قال النائب عادل كرم إن الصيادة ريم الحلبي اختفت قرب ميناء قلمير.",
        ),
        ("2020-03-04", "نفى المحافظ نبيل شداد اختفاء ريم الحلبي."),
        // A matter, a time, a mark, knowledge of it: nobody says that she did.
        (
            "2020-03-04",
            "قالت الشرطة إنها فتحت تحقيقا في اختفاء ريم الحلبي.",
        ),
        (
            "2020-03-05",
            "قال العمدة إن السوق أغلقت أبوابها بعد اختفاء ريم الحلبي.",
        ),
        (
            "2020-03-05",
            "قال الحارس إن قارب الصيادة المفقودة ريم الحلبي ما زال هنا.",
        ),
        (
            "2020-03-05",
            "نفى مدير الميناء أن يكون له علم بموضوع اختفاء ريم الحلبي.",
        ),
        (
            "2020-03-05",
            "A clerk said that the inquiry into the disappearance of Reem Halabi costs too much.",
        ),
        (
            "2020-03-05",
            "وصفت النقابة اختفاء ريم الحلبي بأنه محزن للمدينة.",
        ),
        (
            "2020-03-06",
            "قالت الجمعية إنها تتابع ما ورد في الصحف عن اختفاء ريم الحلبي.",
        ),
        (
            "2020-03-06",
            "قال الناطق إن تقارير اختفاء ريم الحلبي خاطئة.",
        ),
    ]);
    assert_eq!(
        told,
        [
            (0, Stance::Affirms),
            (1, Stance::Denies),
            (8, Stance::Reports),
            // Who calls the reports false, and the reports.
            (9, Stance::Denies),
            (9, Stance::Reports),
        ]
    );
}

#[test]
fn who_had_a_part_in_an_event_is_another_question_than_the_event() {
    let told = of_most(&[
        (
            "2020-03-04",
            "قال الوزير عادل كرم إن اليونان مسؤولة عن تسميم الصياد طارق سلوم.",
        ),
        (
            "2020-03-04",
            "نفت اليونان ضلوعها في تسميم الصياد طارق سلوم.",
        ),
        (
            "2020-03-05",
            "قالت المحققة رنا حداد إن أثينا تقف وراء تسميم طارق سلوم.",
        ),
        // Another land is charged, and that it befell him is told.
        (
            "2020-03-05",
            "اتهم العمدة نبيل شداد إيطاليا بتسميم طارق سلوم.",
        ),
        ("2020-03-05", "قال الطبيب إن طارق سلوم تعرض لتسميم في بيته."),
    ]);
    assert_eq!(
        told,
        [
            (0, Stance::Affirms),
            (1, Stance::Denies),
            (2, Stance::Affirms),
        ]
    );
}

/// Some articles of other things, so that the case is of many stories.
fn among_many<'a>(told: &[(&'a str, &'a str)], fillers: &'a [String]) -> Vec<(&'a str, &'a str)> {
    let more = fillers.iter().map(|text| ("2020-01-02", text.as_str()));
    told.iter().copied().chain(more).collect()
}

#[test]
fn in_a_case_of_many_stories_a_land_alone_joins_no_events() {
    let fillers: Vec<String> = (0..45)
        .map(|n| format!("قال المزارع رقم {n} في اليونان إن المحصول وفير هذا العام."))
        .collect();
    let texts = among_many(
        &[
            (
                "2020-03-04",
                "قال النائب عادل كرم إن اليونان تدخلت في انتخابات الجزيرة.",
            ),
            ("2020-03-04", "نفت اليونان أي تدخل في الانتخابات."),
            // The same land elsewhere, and the same months later.
            (
                "2020-03-05",
                "قال الحارس نبيل شداد إن اليونان لم تتدخل في سباق القوارب.",
            ),
            (
                "2020-09-05",
                "قالت المحامية رنا حداد إن اليونان لم تتدخل في انتخابات الجزيرة.",
            ),
        ],
        &fillers,
    );
    let (readings, claims) = drafted(&texts);
    let found: Vec<Vec<(usize, Stance)>> = claims
        .iter()
        .map(|c| {
            let all = c.readings.iter().map(|&r| &readings[r]);
            let all = all.filter(|r| r.rule.starts_with("question-of-an-event"));
            all.map(|r| (r.article, r.stance)).collect()
        })
        .filter(|told: &Vec<_>| !told.is_empty())
        .collect();
    assert_eq!(found, [vec![(0, Stance::Affirms), (1, Stance::Denies)]]);
}
