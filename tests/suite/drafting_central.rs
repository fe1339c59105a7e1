//! Whom a case is about is one person, however newsrooms of two languages write the name: one story, told with many names.

use std::collections::BTreeMap;

use crate::drafting_case::{Article, Case};

/// A name: in full and as it is written after that, in English, then in Arabic.
type Name<'a> = [&'a str; 4];

const PLAIN: Name<'static> = ["Nabil Darzan", "Darzan", "نبيل درزان", "درزان"];

/// The story: `F` is the name in full, `S` as it is written after that.
const ENGLISH: [&str; 4] = [
    "The army said on Monday that F had been killed in an air strike. The movement denied that S was dead.",
    "F was killed in an air strike, the Qalmir Monitor said on Monday. The minister said he could not confirm that S was dead.",
    "The movement said on Tuesday that F was alive. The army repeated that S had been killed.",
    "F is dead, a doctor said on Tuesday. The governor said that S was alive.",
];
const ARABIC: [&str; 4] = [
    "أعلن الجيش، الإثنين، مقتل F في غارة جوية. ونفت الحركة مقتل S.",
    "قال مرصد قلمير، الإثنين، إن F قتل في غارة جوية. وقال الوزير إنه لا يستطيع تأكيد مقتل S.",
    "قالت الحركة، الثلاثاء، إن F حي يرزق. وكرر الجيش أن S قتل.",
    "أكد طبيب، الثلاثاء، مقتل F. وقال المحافظ إن S حي يرزق.",
];

/// How many statements bear on the claim that most bear on, and in how many articles.
fn on_the_claim(name: &Name) -> (usize, usize) {
    told_with(name, None)
}

/// The same where one Arabic article writes the full name in another form.
fn told_with(name: &Name, once: Option<&str>) -> (usize, usize) {
    let behind = |text: &str, then: &str| {
        let text = text.replace(" S ", &format!(" {then} "));
        text.replace(" S.", &format!(" {then}."))
    };
    let english = ENGLISH.map(|t| behind(&t.replace('F', name[0]), name[1]));
    let mut arabic = ARABIC.map(|t| behind(&t.replace('F', name[2]), name[3]));
    if let Some(form) = once {
        arabic[3] = arabic[3].replace(name[2], form);
    }
    let texts: Vec<(String, &String)> = english
        .iter()
        .chain(&arabic)
        .enumerate()
        .map(|(n, text)| (n.to_string(), text))
        .collect();
    let case = Case::drafted(texts.iter().map(|(n, text)| Article {
        id: n,
        outlet: n,
        title: "x",
        day: "2021-03-02",
        text,
    }));
    let statements = case.view("statements", "statements");
    let mut claims: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for s in &statements {
        for b in s["bears"].as_array().into_iter().flatten() {
            let claim = b["claim"].as_str().unwrap_or_default().to_owned();
            let document = s["document"].as_str().unwrap_or_default().to_owned();
            claims.entry(claim).or_default().push(document);
        }
    }
    let mut largest = claims
        .into_values()
        .max_by_key(Vec::len)
        .unwrap_or_default();
    let statements = largest.len();
    largest.sort();
    largest.dedup();
    (statements, largest.len())
}

#[test]
fn one_story_has_one_claim_whatever_the_name() {
    let plain = on_the_claim(&PLAIN);
    assert!(plain.0 >= 12 && plain.1 == 8, "{plain:?}");
    for name in [
        ["Abu Yaqut", "Abu Yaqut", "أبو ياقوت", "أبو ياقوت"],
        ["Commander Raslan", "Raslan", "القائد رسلان", "رسلان"],
        ["Gov. Nabil Darzan", "Darzan", "المحافظ نبيل درزان", "درزان"],
        ["Supt. Nabil Darzan", "Darzan", "نبيل درزان", "درزان"],
        ["Yahya Issa", "Issa", "يحيى عيسى", "عيسى"],
        ["Cherif Djemal", "Djemal", "شريف جمال", "جمال"],
        ["Khalifa Darzan", "Darzan", "خليفة درزان", "درزان"],
        ["Thamer Gadhari", "Gadhari", "ثامر القذاري", "القذاري"],
        ["Akhtar Darzan", "Darzan", "أختر درزان", "درزان"],
        ["Viktor Prizhenin", "Prizhenin", "فيكتور بريجنين", "بريجنين"],
    ] {
        assert_eq!(on_the_claim(&name), plain, "{name:?}");
    }
}

#[test]
fn a_name_between_or_an_emphatic_letter_makes_no_other_man() {
    let name: Name = ["Mullah Akhtar Darzan", "Darzan", "الملا أختر درزان", "درزان"];
    let plain = told_with(&name, None);
    assert!(plain.0 >= 12 && plain.1 == 8, "{plain:?}");
    for form in ["الملا أختر محمد درزان", "الملا أخطر درزان"] {
        assert_eq!(told_with(&name, Some(form)), plain, "{form}");
    }
    // Another given name is another man's.
    let (known, other) = (
        told_with(&PLAIN, None),
        told_with(&PLAIN, Some("سمير درزان")),
    );
    assert!(other < known, "{other:?} of {known:?}");
    // So is one that no list has, whether the case is about him or about the other.
    let (known, unlisted) = (
        told_with(&PLAIN, None),
        told_with(&PLAIN, Some("أختر درزان")),
    );
    assert!(unlisted < known, "{unlisted:?} of {known:?}");
    let name: Name = ["Akhtar Darzan", "Darzan", "أختر درزان", "درزان"];
    let other = told_with(&name, Some("سمير درزان"));
    assert!(other < known, "{other:?} of {known:?}");
}
