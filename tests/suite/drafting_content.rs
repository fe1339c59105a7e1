//! What passages say of propositions, read from `drafting_content.md`, and the claims they meet in.

use isnad::case_file::read_case;
use isnad::drafting::{
    Article, ContentPacks, DraftedClaim, Filled, Filler, Reading, claims, read_articles,
};
use isnad::extraction::{Pack, extract};
use isnad::model::{Stance, When, Words};

fn line(r: &Reading) -> String {
    let stance = serde_json::to_value(r.stance).expect("a stance");
    let mut held = stance.as_str().unwrap_or("-").to_owned();
    if r.hedged {
        held.push_str(" hedged");
    }
    if r.unclear {
        held.push_str(" unclear");
    }
    let roles: Vec<String> =
        r.of.roles
            .iter()
            .map(|(role, fillers)| {
                let all: Vec<&str> = fillers
                    .iter()
                    .map(|f| match f {
                        Filler::Named(n) => n.name.as_str(),
                        Filler::Value(v) => v.as_str(),
                        Filler::Text(t) => t.as_str(),
                    })
                    .collect();
                format!("{role}={}", all.join("+"))
            })
            .collect();
    let mut out = format!(
        "{} | {held} | {}",
        r.of.predicate.as_deref().unwrap_or("free"),
        roles.join(", ")
    );
    if let Some(c) = &r.of.count {
        let n = |n: Option<u64>| n.map_or(String::new(), |n| n.to_string());
        out.push_str(&format!(
            " | {}..{}{}{}",
            n(c.min),
            n(c.max),
            c.word.as_ref().map_or(String::new(), |w| format!(" {w}")),
            if c.cumulative { " so far" } else { "" }
        ));
    }
    if let Some(p) = &r.of.place {
        out.push_str(&format!(" | in {}", p.name));
    }
    if let Some((t, _)) = &r.of.time {
        out.push_str(&format!(" | {t}"));
    }
    out.trim_end_matches([' ', '|']).to_owned()
}

#[test]
fn every_passage_says_what_stands_below_it() {
    let packs = ContentPacks::built_in().expect("packs");
    let arabic = Pack::arabic().expect("a pack");
    let english = Pack::english().expect("a pack");
    let day = When::parse("2018-05-11", false, Words::default()).expect("a day");
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/suite/drafting_content.md"
    );
    let source = std::fs::read_to_string(path).expect("the passages");
    let mut wrong = Vec::new();
    let mut count = 0;
    for section in source.split("\n## ").skip(1) {
        let (title, body) = section.split_once('\n').expect("a body");
        let text: Vec<&str> = body.lines().filter_map(|l| l.strip_prefix("> ")).collect();
        let text = text.join("\n");
        let expected: Vec<&str> = body.lines().filter_map(|l| l.strip_prefix("- ")).collect();
        let english_text = text.starts_with(|c: char| c.is_ascii_alphabetic());
        let (language, pack) = if english_text {
            ("en", &english)
        } else {
            ("ar", &arabic)
        };
        let article = Article {
            document: "d",
            outlet: None,
            title: None,
            published: Some(&day),
            language,
            text: &text,
            extraction: extract(&text, pack),
        };
        let found: Vec<String> = read_articles(&[article], &packs).iter().map(line).collect();
        count += 1;
        if found != expected {
            wrong.push(format!(
                "{title}\n  expected {expected:#?}\n  found    {found:#?}"
            ));
        }
    }
    assert!(count >= 120, "only {count} passages were read");
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// The claims of texts, their language told by their letters, each published on a day.
pub(crate) fn drafted(texts: &[(&str, &str)]) -> (Vec<Reading>, Vec<DraftedClaim>) {
    let packs = ContentPacks::built_in().expect("packs");
    let (arabic, english) = (
        Pack::arabic().expect("a pack"),
        Pack::english().expect("a pack"),
    );
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/claims/qalmir");
    let case = read_case(std::path::Path::new(folder))
        .expect("a case")
        .case;
    let days: Vec<When> = texts
        .iter()
        .map(|(day, _)| When::parse(day, false, Words::default()).expect("a day"))
        .collect();
    let ids: Vec<String> = (0..texts.len()).map(|n| format!("d{n}")).collect();
    let articles: Vec<Article> = texts
        .iter()
        .zip(&days)
        .zip(&ids)
        .map(|(((_, text), day), id)| Article {
            document: id,
            outlet: None,
            title: None,
            published: Some(day),
            language: if text.is_ascii() { "en" } else { "ar" },
            text,
            extraction: extract(text, if text.is_ascii() { &english } else { &arabic }),
        })
        .collect();
    let readings = read_articles(&articles, &packs);
    let claims = claims(&articles, &readings, &packs, &case.predicates, &|_, _| None);
    (readings, claims)
}

#[test]
fn one_death_in_different_words_is_one_claim_with_its_stances() {
    let (readings, claims) = drafted(&[
        ("2018-05-11", "أعلن ناشطون مقتل القائد سالم الرفيق في كمين."),
        (
            "2018-05-12",
            "نفى الناطق باسم اللواء مقتل القائد سالم الرفيق.",
        ),
        ("2018-05-14", "رجح مصدر أمني وفاة القائد سالم الرفيق."),
    ]);
    assert_eq!(claims.len(), 1, "{claims:#?}");
    let stances: Vec<String> = claims[0]
        .readings
        .iter()
        .map(|&k| format!("{:?} {}", readings[k].stance, readings[k].hedged))
        .collect();
    assert_eq!(stances, ["Affirms false", "Denies false", "Affirms true"]);
    assert_eq!(claims[0].gist.in_language("ar"), Some("مقتل سالم الرفيق"));
    assert_eq!(
        claims[0].question.in_language("ar"),
        Some("هل حدث مقتل سالم الرفيق؟")
    );
}

#[test]
fn counts_meet_only_with_number_place_and_day() {
    let (_, claims) = drafted(&[
        (
            "2018-05-11",
            "أعلن الدفاع المدني مقتل 12 مدنيا في مدينة دوما.",
        ),
        ("2018-05-11", "قال المرصد إن 12 مدنيا قتلوا في مدينة دوما."),
        ("2018-05-11", "أعلن المشفى مقتل 12 مدنيا في مدينة عفرين."),
        ("2018-05-11", "أعلن المشفى مقتل 15 مدنيا في مدينة دوما."),
        (
            "2018-06-20",
            "أعلن الدفاع المدني مقتل 12 مدنيا في مدينة دوما.",
        ),
    ]);
    let shared: Vec<usize> = claims.iter().map(|c| c.readings.len()).collect();
    assert_eq!(shared, [2, 1, 1, 1], "{claims:#?}");
    let keys: std::collections::BTreeSet<&str> = claims.iter().map(|c| c.key.as_str()).collect();
    assert_eq!(keys.len(), claims.len(), "keys are told apart");
}

#[test]
fn keys_do_not_depend_on_other_articles() {
    let one = ("2018-05-11", "أعلن ناشطون مقتل القائد سالم الرفيق في كمين.");
    let other = (
        "2018-05-10",
        "قال المرصد إن فيلق الرحمن يسيطر على بلدة حمورية.",
    );
    let (_, alone) = drafted(&[one]);
    let (_, both) = drafted(&[other, one]);
    assert!(both.iter().any(|c| c.key == alone[0].key));
}

#[test]
fn what_one_side_says_of_an_event_and_another_denies_is_one_claim() {
    let (readings, claims) = drafted(&[
        (
            "2020-03-04",
            "A police officer told Radio Amber that the harbour master Tarek Salloum was behind bars in Qalmir.",
        ),
        (
            "2020-03-04",
            "قالت زوجته إن أحدا لم يعتقل طارق سلوم.\nوقالت الوزارة إن المطر غزير.",
        ),
        (
            "2020-03-05",
            "A lawyer, Rana Haddad, said that the mayor Adel Karam was behind bars in Tallin.",
        ),
    ]);
    let of_it: Vec<usize> = claims
        .iter()
        .filter(|c| c.readings.len() > 1)
        .flat_map(|c| c.readings.clone())
        .collect();
    let stances: Vec<(usize, Stance)> = of_it
        .iter()
        .map(|&r| (readings[r].article, readings[r].stance))
        .collect();
    assert_eq!(stances, [(0, Stance::Affirms), (1, Stance::Denies)]);
    // Another man in another town is another matter, and what the rule rests on is told.
    assert!(of_it.iter().any(|&r| {
        readings[r].rule == "question-of-an-event (arrest)" && !readings[r].part.is_empty()
    }));
}

#[test]
fn whoever_is_at_home_is_not_held_and_a_client_is_whom_the_case_is_about() {
    let (readings, claims) = drafted(&[
        (
            "2020-03-04",
            "Two officials said that Fisheries Minister Tarek Salloum had been detained at the port of Qalmir.",
        ),
        (
            "2020-03-04",
            "قالت عائلة وزير الصيد طارق سلوم إن الشرطة أوقفته في الميناء.\nونفى المتحدث باسم الحكومة توقيف الوزير.",
        ),
        (
            "2020-03-05",
            "The ministry said that Mr Salloum was at home. The lawyer of Tarek Salloum, Rana Haddad, said that her client was being held in the barracks.",
        ),
        (
            "2020-03-05",
            "قال محامي الوزير طارق سلوم إن موكله ما زال محتجزا.",
        ),
    ]);
    let most = claims
        .iter()
        .max_by_key(|c| c.readings.len())
        .expect("a claim");
    let stances: Vec<(usize, Stance)> = most
        .readings
        .iter()
        .map(|&r| (readings[r].article, readings[r].stance))
        .collect();
    for said in [
        (0, Stance::Affirms),
        (1, Stance::Affirms),
        (1, Stance::Denies),
        (2, Stance::Denies),
        (2, Stance::Affirms),
        (3, Stance::Affirms),
    ] {
        assert!(stances.contains(&said), "{said:?} of {stances:?}");
    }
}

#[test]
fn an_older_death_is_another_and_who_has_no_doubt_stands_by_the_report() {
    let (readings, claims) = drafted(&[
        (
            "2020-03-04",
            "The army said that rebel commander Tarek Salloum was killed in a raid near Qalmir. The rebels denied the report.",
        ),
        (
            "2020-03-05",
            "Colonel Adel Karam said that commander Tarek Salloum was killed in the raid. \"We have no doubt whatsoever,\" Colonel Adel Karam said.",
        ),
        (
            "2020-03-06",
            "His brother, Nabil, spoke of commander Tarek Salloum. \"If he were alive he would have called us,\" Nabil said.",
        ),
        (
            "2020-03-06",
            "Commander Tarek Salloum was killed in the raid, the army said. A rebel newspaper said Tarek Salloum had died in 2014.",
        ),
    ]);
    let most = claims
        .iter()
        .max_by_key(|c| c.readings.len())
        .expect("a claim");
    let of = |article: usize| -> Vec<(Stance, usize)> {
        let here = most.readings.iter().map(|&r| &readings[r]);
        here.filter(|r| r.article == article)
            .map(|r| (r.stance, r.part.len()))
            .collect()
    };
    assert_eq!(of(1).len(), 2, "{most:#?}");
    assert!(of(1).iter().all(|s| s.0 == Stance::Affirms));
    assert!(of(2).iter().all(|s| s.0 == Stance::Affirms) && !of(2).is_empty());
    assert_eq!(of(3).len(), 1, "{most:#?}");
}

/// The stances on the claim that most readings of some texts are of, by article.
pub(crate) fn stances(texts: &[(&str, &str)]) -> Vec<(usize, Stance)> {
    let (readings, claims) = drafted(texts);
    let most = claims.iter().max_by_key(|c| c.readings.len());
    let most = most.expect("a claim");
    let all = most.readings.iter();
    all.map(|&r| (readings[r].article, readings[r].stance))
        .collect()
}

#[test]
fn plain_prose_doubts_cannot_confirm_and_mourns() {
    let said = stances(&[
        (
            "2020-03-04",
            "Rebel commander Tarek Salloum, one of the most feared men of the coast, was killed in a raid near Qalmir, the army said.",
        ),
        (
            "2020-03-04",
            "A baker said that he had no firm indication that Tarek Salloum had been killed.",
        ),
        (
            "2020-03-05",
            "A fisherman said that he could not say with certainty that Tarek Salloum was dead.",
        ),
        (
            "2020-03-05",
            "A bishop, Rana Haddad, said that he had spoken to Tarek Salloum by telephone.",
        ),
        (
            "2020-03-05",
            "A diver said of Tarek Salloum: \"We have buried this man before.\"",
        ),
    ]);
    for one in [
        (0, Stance::Affirms),
        (1, Stance::Doubts),
        (2, Stance::CannotConfirm),
        (3, Stance::Denies),
        (4, Stance::Doubts),
    ] {
        assert!(said.contains(&one), "{one:?} of {said:?}");
    }
}

#[test]
fn so_it_does_in_arabic() {
    let said = stances(&[
        ("2020-03-04", "أعلن ناشطون مقتل القائد طارق سلوم في كمين."),
        (
            "2020-03-04",
            "قالت البلدية إنها لم تر أي دليل على مقتل القائد طارق سلوم.",
        ),
        (
            "2020-03-05",
            "قالت النقابة إنها تنفي نفيا قاطعا مقتل القائد طارق سلوم.",
        ),
        (
            "2020-03-05",
            "قال خباز إنه على علم بالتقارير عن مقتل القائد طارق سلوم.",
        ),
    ]);
    for one in [
        (0, Stance::Affirms),
        (1, Stance::Doubts),
        (2, Stance::Denies),
        (3, Stance::Reports),
    ] {
        assert!(said.contains(&one), "{one:?} of {said:?}");
    }
}

#[test]
fn who_is_not_in_custody_is_not_held_and_dawn_is_no_blast() {
    let (readings, _) = drafted(&[
        (
            "2020-03-04",
            "Two officials said that Fisheries Minister Tarek Salloum had been detained at the port of Qalmir.",
        ),
        (
            "2020-03-04",
            "The ministry said that Tarek Salloum was not in custody.",
        ),
        (
            "2020-03-05",
            "قال محامي وزير الصيد طارق سلوم إن الشرطة اعتقلت موكله فجر الثلاثاء.",
        ),
    ]);
    let held = |r: &&Reading| r.of.predicate.as_deref() == Some("detained");
    let of = |n: usize| -> Vec<Stance> {
        let here = readings.iter().filter(|r| r.article == n);
        here.filter(held).map(|r| r.stance).collect()
    };
    assert_eq!(of(1), [Stance::Denies]);
    assert!(
        readings
            .iter()
            .all(|r| r.of.predicate.as_deref() != Some("shelled"))
    );
}

#[test]
fn a_town_in_two_scripts_has_both_names_and_another_story_keeps_its_place_open() {
    let (_, claims) = drafted(&[
        (
            "2021-03-10",
            "أعلن المرصد أن كتائب الريح سيطرت على مدينة نهروان.\n",
        ),
        (
            "2021-03-10",
            "The mayor said the Wind Brigades had captured the town of Nahrawan.\n",
        ),
        (
            "2021-03-10",
            "اتهم المرصد كتائب الريح باستخدام غاز الكلور في بلدة شهلا.\n",
        ),
        (
            "2021-03-11",
            "اتهم المرصد كتائب الراية باستخدام غاز الكلور.\n",
        ),
    ]);
    let held: Vec<Vec<&str>> = claims
        .iter()
        .filter(|c| c.predicate.as_deref() == Some("controls"))
        .flat_map(|c| c.roles.iter().filter(|(r, _)| r == "place"))
        .flat_map(|(_, f)| f)
        .filter_map(|f| match f {
            Filled::Entity(w) => Some(w.names.values().map(String::as_str).collect()),
            _ => None,
        })
        .collect();
    assert!(!held.is_empty());
    for names in held {
        assert_eq!(names, ["نهروان", "Nahrawan"]);
    }
    let open = claims
        .iter()
        .any(|c| c.predicate.as_deref() == Some("chemical") && c.place.is_none());
    assert!(open, "{claims:#?}");
}
