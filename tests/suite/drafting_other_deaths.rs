//! Deaths beside the one that a case asks for: an earlier report, a relative's, that of those who died with him.

use isnad::model::Stance;

use crate::drafting_content::stances;

/// What is said of the death behind a first sentence that affirms it, by text.
fn behind(before: &str, then: &[&str]) -> Vec<Vec<Stance>> {
    // The last is of nothing else: two texts make a question.
    let all = then.iter().chain([&""]);
    let texts: Vec<String> = all.map(|t| format!("{before}{t}")).collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|t| ("2020-03-04", t.as_str())).collect();
    let said = stances(&texts);
    (0..then.len())
        .map(|n| {
            let here = said.iter().filter(|s| s.0 == n).map(|s| s.1);
            here.skip(1).collect()
        })
        .collect()
}

const ENGLISH: &str = "Rebel commander Tarek Salloum was killed, the army said. ";
const ARABIC: &str = "قال الجيش إن القائد طارق سلوم قتل. ";

#[test]
fn another_death_takes_no_side() {
    let said = behind(
        ENGLISH,
        &[
            "In June 2016 a pamphlet claimed that Tarek Salloum had died of fever, and two days later he turned up at a wedding.",
            "A beekeeper said that Tarek Salloum had come home for his father's funeral.",
            "A porter said that four drummers died with him.",
            "The clinic denied receiving the body of Tarek Salloum.",
            "A grocer said that Karam's poster wanted Tarek Salloum dead or alive.",
            "A beadle said that Salloum's deputy was running the group's affairs.",
        ],
    );
    assert!(said.iter().all(Vec::is_empty), "{said:?}");
    let said = behind(
        ARABIC,
        &[
            "وفي صيف 2016 ذكرت مجلة أن القائد طارق سلوم قتل في حريق، ثم خرج بعد أيام ليفتتح معرضا.",
            "وقال بستاني إن طارق سلوم عاد لتشييع والده.",
            "ونفى المشفى استقبال جثة طارق سلوم.",
            "وقال نساج إن مجلته لم تعلن وفاة طارق سلوم.",
        ],
    );
    assert!(said.iter().all(Vec::is_empty), "{said:?}");
}

#[test]
fn both_contraries_in_one_breath_leave_it_open() {
    let said = behind(
        ENGLISH,
        &["The ministry on Friday withdrew Monday's statement that Tarek Salloum was unhurt."],
    );
    assert!(!said.concat().contains(&Stance::Denies), "{said:?}");
    let said = behind(
        ARABIC,
        &["وقال خباز إن جمعيته لا تملك أي معلومة عن حياة طارق سلوم أو موته."],
    );
    assert_eq!(said, [[Stance::CannotConfirm]]);
}

#[test]
fn who_has_heard_it_for_years_doubts_it() {
    let said = behind(
        ENGLISH,
        &["A florist said that they had been killing Tarek Salloum since 2012."],
    );
    assert_eq!(said, [[Stance::Doubts]]);
}

#[test]
fn another_hour_another_year_or_a_thing_tells_nothing_of_it() {
    let said = behind(
        ENGLISH,
        &[
            "In 2011, a potter said, Tarek Salloum had died twice in one winter.",
            "A clerk passed on the route of Tarek Salloum, a porter said.",
        ],
    );
    assert!(said.iter().all(Vec::is_empty), "{said:?}");
    let said = behind(
        ARABIC,
        &["وقال بستاني إن طارق سلوم دخل في غيبوبة ولم يفق منها."],
    );
    assert!(said.iter().all(Vec::is_empty), "{said:?}");
}

#[test]
fn want_of_proof_and_a_question_leave_it_open() {
    let said = behind(
        ENGLISH,
        &[
            "The ministry said it had no proof that Salloum was dead.",
            "A porter said he could neither say that Salloum was alive nor that he was not.",
        ],
    );
    assert_eq!(
        said,
        [[Stance::CannotConfirm], [Stance::CannotConfirm]],
        "{said:?}"
    );
}

#[test]
fn who_is_cited_behind_an_announcement_affirms_it() {
    let said = behind(
        ARABIC,
        &["وأعلن مرصد الوادي وفاة القائد سلوم، نقلا عن طبيب."],
    );
    assert!(said.concat().contains(&Stance::Affirms), "{said:?}");
    assert!(!said.concat().contains(&Stance::Reports), "{said:?}");
}

#[test]
fn the_same_again_and_none_of_the_patients_answer_it() {
    let said = behind(
        ENGLISH,
        &[
            "The Valley Monitor says the same.",
            "The Valley Clinic said none of its patients from the hills had died in the past week.",
        ],
    );
    assert_eq!(said, [[Stance::Affirms], [Stance::Denies]], "{said:?}");
}
