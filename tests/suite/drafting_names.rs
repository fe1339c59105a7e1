//! Which uses of names are taken for one, and which are kept apart.

use std::collections::HashMap;

use isnad::drafting::Named;
use isnad::drafting::naming::{
    Class, Form, Known, Listed, Names, Quoter, Role, Titles, Use, Withheld, gather,
};
use isnad::model::{EntityKind, Number, SourceKind};

/// (article, name, kind, whether it speaks)
type Met<'a> = (usize, &'a str, EntityKind, bool);

fn uses<'a>(all: &[Met<'a>]) -> Vec<Use<'a>> {
    all.iter()
        .map(|(article, name, kind, speaks)| Use {
            article: *article,
            named: Named {
                name: (*name).to_owned(),
                kind: *kind,
                span: None,
                known_as: None,
            },
            role: if *speaks {
                Role::Source {
                    kind: SourceKind::Official,
                    phrase: Some(name),
                }
            } else {
                Role::Content
            },
        })
        .collect()
}

fn clustered(all: &[Met], known: &[Known]) -> Names {
    let listed = Listed::built_in().expect("the built-in list");
    let titles = Titles::built_in().expect("the built-in titles");
    let documents = [("d0", "ar"), ("d1", "ar"), ("d2", "en"), ("d3", "ar")];
    gather(
        &uses(all),
        &documents,
        known,
        &listed,
        &titles,
        &HashMap::new(),
    )
}

fn id<'n>(names: &'n Names, met: Met) -> &'n str {
    let form = Form::new(met.1);
    let found = if met.3 {
        names.source(met.0, Class::of(met.2), &form)
    } else {
        let named = Named {
            name: met.1.to_owned(),
            kind: met.2,
            span: None,
            known_as: None,
        };
        names.entity(met.0, &named, &form)
    };
    &names.nodes[found.unwrap_or_else(|| panic!("{met:?} has a node"))].id
}

/// Whether all of these are one node.
fn one(all: &[Met]) -> bool {
    let names = clustered(all, &[]);
    all.iter().all(|m| id(&names, *m) == id(&names, all[0]))
}

/// Whether no two of these are one node.
fn apart(all: &[Met]) -> bool {
    let names = clustered(all, &[]);
    let mut ids: Vec<&str> = all.iter().map(|m| id(&names, *m)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids.len() == all.len()
}

const BODY: EntityKind = EntityKind::Group;
const PERSON: EntityKind = EntityKind::Person;
const PLACE: EntityKind = EntityKind::Place;

#[test]
fn a_listed_body_is_one_in_both_scripts_and_by_its_short_form_in_a_text_that_names_it() {
    assert!(one(&[
        (0, "المرصد السوري لحقوق الإنسان", BODY, true),
        (0, "المرصد", BODY, true),
        (1, "المرصد السوري", BODY, true),
        (2, "the Syrian Observatory for Human Rights", BODY, true),
        (2, "Observatory", BODY, true),
    ]));
    let names = clustered(&[(0, "المرصد السوري لحقوق الإنسان", BODY, true)], &[]);
    assert_eq!(names.nodes[0].id, "syrian-observatory");
    assert!(one(&[
        (0, "وكالة رويترز", BODY, true),
        (1, "رويترز", BODY, true),
        (2, "Reuters", BODY, true),
    ]));
}

#[test]
fn the_army_and_the_free_army_are_two() {
    assert!(apart(&[
        (0, "الجيش السوري", BODY, true),
        (0, "الجيش السوري الحر", BODY, true),
    ]));
    assert!(apart(&[
        (0, "جبهة الأرصفة", BODY, true),
        (0, "جبهة الأرصفة الشعبية", BODY, true),
    ]));
}

#[test]
fn a_body_is_its_name_cut_before_what_it_is_for() {
    assert!(one(&[
        (0, "مرصد قلمير لحقوق الإنسان", BODY, true),
        (1, "مرصد قلمير", BODY, true),
    ]));
}

#[test]
fn the_ministry_of_two_texts_is_two() {
    assert!(apart(&[
        (0, "وزارة الدفاع", BODY, true),
        (1, "وزارة الدفاع", BODY, true),
    ]));
    assert!(one(&[
        (0, "وزارة الدفاع القلميرية", BODY, true),
        (0, "الوزارة", BODY, true),
    ]));
    // Two ministries in one text: the short form means neither.
    assert!(apart(&[
        (0, "وزارة الدفاع القلميرية", BODY, true),
        (0, "وزارة الصحة القلميرية", BODY, true),
        (0, "الوزارة", BODY, true),
    ]));
}

#[test]
fn a_person_is_one_with_and_without_title_by_surname_and_in_another_script() {
    assert!(one(&[
        (0, "العقيد نادر القلميري", PERSON, false),
        (0, "القلميري", PERSON, false),
        (1, "نادر القلميري", PERSON, true),
        (2, "Col. Nader al-Qalmiri", PERSON, false),
        (2, "Qalmiri", PERSON, false),
        (3, "القلميري", PERSON, false),
    ]));
}

#[test]
fn a_surname_that_two_persons_have_means_neither() {
    let all = [
        (0, "نادر القلميري", PERSON, false),
        (0, "رامي القلميري", PERSON, false),
        (0, "القلميري", PERSON, false),
        (1, "القلميري", PERSON, false),
    ];
    let names = clustered(&all, &[]);
    for short in [all[2], all[3]] {
        assert_ne!(id(&names, short), id(&names, all[0]));
        assert_ne!(id(&names, short), id(&names, all[1]));
    }
}

#[test]
fn one_vowel_makes_another_native_name_and_another_spelling_of_a_foreign_one() {
    assert!(apart(&[
        (0, "حسن القلميري", PERSON, false),
        (1, "حسين القلميري", PERSON, false),
    ]));
    assert!(one(&[
        (0, "نادر ترامبلي", PERSON, false),
        (1, "نادر ترمبلي", PERSON, false),
    ]));
}

#[test]
fn given_names_and_bare_kunyas_stay_in_their_text() {
    assert!(apart(&[
        (0, "خليل", PERSON, true),
        (1, "خليل", PERSON, true),
        (0, "أبو عمر", PERSON, true),
        (1, "أبو عمر", PERSON, true),
    ]));
}

#[test]
fn a_capital_speaks_for_its_state_and_is_a_town_in_a_content() {
    let all = [
        (0, "موسكو", BODY, true),
        (1, "روسيا", BODY, true),
        (0, "موسكو", PLACE, false),
    ];
    let names = clustered(&all, &[]);
    assert_eq!(id(&names, all[0]), "russia");
    assert_eq!(id(&names, all[1]), "russia");
    assert_ne!(id(&names, all[2]), "russia");
}

#[test]
fn a_director_is_apart_from_the_body_and_speaks_for_it() {
    let mut all = uses(&[
        (0, "رامي القلميري", PERSON, true),
        (0, "مرصد قلمير", BODY, true),
    ]);
    all[0].role = Role::Source {
        kind: SourceKind::Official,
        phrase: Some("مدير مرصد قلمير رامي القلميري"),
    };
    let names = gather(
        &all,
        &[("d0", "ar")],
        &[],
        &Listed::built_in().expect("the built-in list"),
        &Titles::built_in().expect("the built-in titles"),
        &HashMap::new(),
    );
    assert_eq!(names.nodes.len(), 2);
    assert_eq!(names.nodes[0].speaks_for, Some(1));
}

#[test]
fn what_the_case_has_keeps_its_id_and_a_name_of_two_entries_means_neither() {
    let known = |id: &str, form: &str| Known {
        id: id.to_owned(),
        class: Class::Body,
        forms: vec![form.to_owned()],
        source: true,
        entity: false,
        kind: None,
    };
    let met = (0, "وكالة قلمير", BODY, true);
    let names = clustered(&[met], &[known("qalmir-press", "وكالة قلمير")]);
    assert_eq!(id(&names, met), "qalmir-press");
    let names = clustered(
        &[met],
        &[known("a", "وكالة قلمير"), known("b", "وكالة قلمير")],
    );
    assert!(!["a", "b"].contains(&id(&names, met)));
}

#[test]
fn withheld_sources_are_one_for_each_who_quotes_them_first() {
    let titles = Titles::built_in().expect("the lists of the program");
    let mut names = Names::default();
    let mut taken = std::collections::BTreeSet::new();
    let mut of = |article, description, quoter, quoter_id| {
        names.withheld(
            &Withheld {
                article,
                description,
                language: "ar",
                span: None,
                kind: SourceKind::AnonymousSource,
                quoter,
                quoter_id,
                speaks_for: None,
            },
            &mut taken,
            &HashMap::new(),
            titles.terms(),
        )
    };
    let a = of(0, "مصادر محلية", Quoter::Article(0), "d0");
    let b = of(1, "مصادر محلية", Quoter::Article(1), "d1");
    assert_ne!(a, b);
    let c = of(2, "مصدر عسكري", Quoter::Node(9), "reuters");
    let d = of(3, "مصدر عسكري", Quoter::Node(9), "reuters");
    assert_eq!(c, d);
    assert_eq!(names.nodes[a].number, Number::Several);
    assert_eq!(names.nodes[c].number, Number::One);
    assert_eq!(names.nodes[c].articles, [2, 3]);
}

#[test]
fn the_list_can_be_added_to() {
    let titles = Titles::built_in().expect("the built-in titles");
    let listed = Listed::built_in()
        .and_then(|l| {
            l.with("[(id: \"qalmir-press\", kind: agency, names: {\"ar\": \"قلمير برس\", \"en\": \"Qalmir Press\"}, credit: [\"ق ب\"])]")
        })
        .expect("a list of one");
    let found = |s: &str| {
        listed
            .find(&Form::new(s), &titles)
            .map(|(i, _, _)| listed.bodies()[i].id.clone())
    };
    assert_eq!(found("وكالة قلمير برس").as_deref(), Some("qalmir-press"));
    assert_eq!(found("Qalmir Press").as_deref(), Some("qalmir-press"));
    let credit = listed.credit(&Form::new("ق. ب."));
    assert_eq!(
        credit.map(|i| listed.bodies()[i].id.as_str()),
        Some("qalmir-press")
    );
    assert!(
        Listed::default()
            .with("[(id: \"Bad Id\", kind: agency, names: {})]")
            .is_err()
    );
}

#[test]
fn a_ministry_is_one_where_no_article_says_whose() {
    assert!(one(&[
        (0, "وزارة الدفاع", BODY, true),
        (1, "وزارة الدفاع", BODY, true),
        (2, "defence ministry", BODY, true),
    ]));
    assert!(apart(&[
        (0, "وزارة الدفاع", BODY, true),
        (2, "defence ministry", BODY, true),
    ]));
    // Two lands' ministries are named: nobody can tell whose the third is.
    assert!(apart(&[
        (0, "وزارة الدفاع الروسية", BODY, true),
        (1, "وزارة الدفاع التركية", BODY, true),
        (3, "وزارة الدفاع", BODY, true),
    ]));
    // What is no office of a state is another in every text.
    assert!(apart(&[
        (0, "الشرطة", BODY, true),
        (1, "الشرطة", BODY, true),
    ]));
}

#[test]
fn a_foreign_name_may_have_a_neighbouring_consonant_and_a_native_one_may_not() {
    assert!(one(&[
        (0, "ماريكا زاكارينا", PERSON, true),
        (1, "ماريكا زاخارينا", PERSON, true),
    ]));
    assert!(apart(&[
        (0, "ماريكا زاكارينا", PERSON, true),
        (0, "ماريكا زاخارينا", PERSON, true),
    ]));
    assert!(apart(&[
        (0, "سالم الشامي", PERSON, true),
        (1, "سالم السامي", PERSON, true),
    ]));
}

#[test]
fn a_king_of_one_name_is_one_in_both_scripts_where_both_often_name_him() {
    let listed = Listed::built_in().expect("the built-in list");
    let titles = Titles::built_in().expect("the built-in titles");
    let documents = [
        ("a", "ar"),
        ("b", "ar"),
        ("c", "ar"),
        ("d", "en"),
        ("e", "en"),
    ];
    let person = EntityKind::Person;
    let one = |all: &[Met], b: Met| {
        let names = gather(
            &uses(all),
            &documents,
            &[],
            &listed,
            &titles,
            &HashMap::new(),
        );
        id(&names, all[0]) == id(&names, b)
    };
    let often = [
        (0, "الملك زاهر", person, false),
        (1, "الملك زاهر", person, false),
        (2, "زاهر", person, false),
        (3, "King Zahir", person, false),
        (4, "Zamoria's King Zahir", person, false),
    ];
    assert!(one(&often, often[4]));
    // Named once in a script, he may be another.
    let seldom = [often[0], often[1], often[3]];
    assert!(!one(&seldom, seldom[2]));
}

#[test]
fn an_agency_of_the_case_is_met_in_the_other_language_whatever_its_id() {
    let agency = Known {
        id: "wkala-al-shfq".to_owned(),
        class: Class::Body,
        forms: vec!["وكالة الشفق".to_owned()],
        source: true,
        entity: false,
        kind: None,
    };
    let all = [
        (0, "wkala-al-shfq", BODY, true),
        (2, "Shafaq News Agency", BODY, true),
    ];
    let mut met = uses(&all);
    met[0].named.known_as = Some("wkala-al-shfq".to_owned());
    let listed = Listed::built_in().expect("the built-in list");
    let titles = Titles::built_in().expect("the built-in titles");
    let documents = [("d0", "ar"), ("d1", "ar"), ("d2", "en")];
    let names = gather(
        &met,
        &documents,
        &[agency],
        &listed,
        &titles,
        &HashMap::new(),
    );
    assert_eq!(id(&names, all[1]), "wkala-al-shfq");
}
