//! Sources that texts of a case show to be one, and sources that stay two: invented articles, drafted as one case.
//!
//! In one file because every test drafts a small case by one helper and asks whose word something is.

use crate::drafting_case::{Article, Case};

/// An article: id, outlet, day, text.
type Told<'a> = (&'a str, &'a str, &'a str, &'a str);

/// Who is behind each drafted statement: document, content, the id of the first link, and whose voice that is.
struct Voices(Vec<(String, String, String, String)>);

fn drafted(articles: &[Told]) -> Voices {
    let told = articles.iter();
    let case = Case::drafted(told.map(|(id, outlet, day, text)| Article {
        id,
        outlet,
        title: "Kavran",
        day,
        text,
    }));
    let view = |name: &str, list: &str| case.view(name, list);
    let sources = view("sources", "sources");
    let statements = view("statements", "statements");
    let voice = |id: &str| -> String {
        let found = sources.iter().find(|s| s["id"] == id);
        let of = found.and_then(|s| s["speaks_for"].as_str());
        of.unwrap_or(id).to_owned()
    };
    let chains = view("chain", "chains");
    let all = chains.iter().filter_map(|c| {
        let s = statements.iter().find(|s| s["id"] == c["statement"])?;
        let document = s["document"].as_str()?.to_owned();
        let (_, _, _, text) = articles.iter().find(|a| a.0 == document)?;
        let from = s["content"][0]["start"].as_u64()? as usize;
        let content: String = text.chars().skip(from).take(40).collect();
        let first = c["links"][0]["source"].as_str().unwrap_or("?").to_owned();
        let body = voice(&first);
        Some((document, content, first, body))
    });
    Voices(all.collect())
}

impl Voices {
    fn found(&self, document: &str, content: &str) -> &(String, String, String, String) {
        self.0
            .iter()
            .find(|(d, c, _, _)| d == document && c.contains(content))
            .unwrap_or_else(|| panic!("{document}: {content}: {:#?}", self.0))
    }

    fn who(&self, document: &str, content: &str) -> &str {
        &self.found(document, content).2
    }

    /// The body that it is the voice of, else itself.
    fn voice(&self, document: &str, content: &str) -> &str {
        &self.found(document, content).3
    }
}

#[test]
fn the_group_is_the_one_body_of_its_page_and_a_monitor_beside_it_is_none() {
    let all = drafted(&[
        (
            "a",
            "The Herald",
            "2024-03-02",
            "The Osprey Brigades said that Nabil Kavran was alive.\n\nThe group denied that Nabil Kavran had been killed.\n\n\
             The Tarsin Rights Monitor said that Nabil Kavran was killed on Friday.",
        ),
        (
            "b",
            "The Courier",
            "2024-03-02",
            "The Osprey Brigades rejected every report.\n\nThe Tarsin Rights Monitor said that Nabil Kavran was killed.\n\nThe group \
             said that Nabil Kavran was buried at dawn.",
        ),
    ]);
    let brigades = all.voice("a", "Nabil Kavran was alive");
    assert_eq!(all.voice("a", "Nabil Kavran had been killed"), brigades);
    assert_ne!(all.voice("b", "Nabil Kavran was buried"), brigades);
}

#[test]
fn a_post_names_its_body_with_the_article_and_behind_the_name() {
    let all = drafted(&[
        (
            "a",
            "The Herald",
            "2024-03-02",
            "The Tarsin Rights Monitor said that Nabil Kavran was killed.\n\n\"He died in Tarsin,\" Salma Dorri, the director of \
             the Tarsin Rights Monitor, told the Herald.",
        ),
        (
            "b",
            "النهار",
            "2024-03-02",
            "وقالت سلمى دري، مديرة مرصد طرسين للحقوق، إن نبيل كفران قتل في الغارة.",
        ),
    ]);
    let monitor = all.voice("a", "Nabil Kavran was killed");
    assert_eq!(all.voice("a", "He died in Tarsin"), monitor);
}

#[test]
fn a_kunya_is_one_where_it_speaks_for_one_body_and_two_where_it_speaks_for_two() {
    let all = drafted(&[
        (
            "a",
            "The Herald",
            "2024-03-02",
            "A spokesman for the Osprey Brigades, Abu Wadda, said that Nabil Kavran was alive.",
        ),
        (
            "b",
            "The Courier",
            "2024-03-03",
            "Abu Wadda, the spokesman for the Osprey Brigades, said that Nabil Kavran was well.",
        ),
        (
            "c",
            "The Gazette",
            "2024-03-03",
            "A spokesman for the Heron Front, Abu Wadda, said that Nabil Kavran was killed.",
        ),
    ]);
    let brigades = all.who("a", "Nabil Kavran was alive");
    assert_eq!(all.who("b", "Nabil Kavran was well"), brigades);
    assert_ne!(all.who("c", "Nabil Kavran was killed"), brigades);
}

#[test]
fn a_relative_named_by_the_outlet_that_is_quoted_is_that_one_and_any_brother_is_not() {
    let all = drafted(&[
        (
            "a",
            "The Guardian",
            "2024-03-02",
            "Nabil Kavran was killed on Friday, officials said.\n\nKavran's brother, Yazid Kavran, told the Guardian that Nabil \
             Kavran was alive.",
        ),
        (
            "b",
            "BBC",
            "2024-03-03",
            "Kavran's brother told the Guardian that Nabil Kavran was alive.",
        ),
        (
            "c",
            "The Gazette",
            "2024-03-03",
            "A brother of Kavran told the Gazette that Nabil Kavran was dead.",
        ),
    ]);
    let yazid = all.who("a", "Nabil Kavran was alive");
    assert_eq!(all.who("b", "Nabil Kavran was alive"), yazid);
    assert_ne!(all.who("c", "Nabil Kavran was dead"), yazid);
}

#[test]
fn withheld_sources_are_those_of_the_outlet_that_they_told_where_it_has_one_such() {
    let all = drafted(&[
        (
            "a",
            "Reuters",
            "2024-03-02",
            "Nabil Kavran was killed in a raid, two security officials said.",
        ),
        (
            "b",
            "النهار",
            "2024-03-03",
            "ونقلت وكالة رويترز عن مسؤولين أمنيين اثنين قولهما إن نبيل كفران قتل.",
        ),
        (
            "c",
            "The Courier",
            "2024-03-03",
            "Two security officials told the Courier that Nabil Kavran was killed.",
        ),
    ]);
    let two = all.who("a", "Nabil Kavran was killed");
    assert_eq!(all.who("b", "نبيل كفران قتل"), two);
    assert_ne!(all.who("c", "Nabil Kavran was killed"), two);
}

#[test]
fn an_office_without_a_land_is_of_the_one_that_the_case_names_and_of_none_where_it_names_two() {
    let one = drafted(&[
        (
            "a",
            "The Herald",
            "2024-03-02",
            "Tarsinia's government denied that Nabil Kavran had died.",
        ),
        (
            "b",
            "The Courier",
            "2024-03-02",
            "The government denied that Nabil Kavran was dead.",
        ),
        (
            "c",
            "The Gazette",
            "2024-03-03",
            "The government of Tarsinia denied that Nabil Kavran was killed.",
        ),
    ]);
    let government = one.who("a", "Nabil Kavran had died");
    assert_eq!(one.who("b", "Nabil Kavran was dead"), government);
    assert_eq!(one.who("c", "Nabil Kavran was killed"), government);
    let two = drafted(&[
        (
            "a",
            "The Herald",
            "2024-03-02",
            "Tarsinia's government denied that Nabil Kavran had died.",
        ),
        (
            "b",
            "The Courier",
            "2024-03-02",
            "The government denied that Nabil Kavran was dead.",
        ),
        (
            "c",
            "The Gazette",
            "2024-03-03",
            "Orvania's government denied that Nabil Kavran was killed.",
        ),
    ]);
    assert_ne!(
        two.who("b", "Nabil Kavran was dead"),
        two.who("a", "Nabil Kavran had died")
    );
}

#[test]
fn whom_a_source_told_is_no_part_of_its_description() {
    let all = drafted(&[(
        "a",
        "الجزيرة",
        "2024-03-02",
        "قالت مصادر للجزيرة إن نبيل كفران قتل في الغارة.\n\nوأضافت المصادر أن كفران دفن ليلا.",
    )]);
    assert_eq!(
        all.who("a", "نبيل كفران قتل"),
        all.who("a", "كفران دفن ليلا")
    );
}

#[test]
fn a_post_with_a_name_behind_it_is_that_person_and_whose_relative_somebody_is_names_nobody() {
    let all = drafted(&[
        (
            "a",
            "The Herald",
            "2024-03-02",
            "Information Minister Inaya Torfan said that Nabil Kavran was alive.\n\nTorfan said on Saturday that Nabil Kavran had not been killed.\n",
        ),
        (
            "b",
            "الفنار",
            "2024-03-03",
            "قالت وزيرة الإعلام الميروفية عناية طرفان إن نبيل كفران حي.\n\nوقال المتحدث باسم الحكومة فارس مردان لوكالة الفنار إن نبيل كفران لم يمت.\n\n\
وأكد شقيق الوزير رامز طرفان أن نبيل كفران قتل.\n",
        ),
    ]);
    assert_eq!(all.who("a", "Nabil Kavran was alive"), "inaya-torfan");
    assert_eq!(all.who("b", "نبيل كفران حي"), "inaya-torfan");
    assert_eq!(all.who("b", "نبيل كفران لم يمت"), "fars-mrdan");
    assert!(!all.who("b", "نبيل كفران قتل").starts_with("ramz"));
}

#[test]
fn one_word_of_a_bodys_name_is_that_body_where_the_page_names_it_and_no_other() {
    let all = drafted(&[
        (
            "a",
            "The Herald",
            "2024-03-02",
            "Merovia's defence ministry said that Nabil Kavran was killed.\n",
        ),
        (
            "b",
            "The Gazette",
            "2024-03-03",
            "A report contradicted the defence ministry, a doctor said.\n\nThe ministry said that Nabil Kavran was dead.\n\n\
The Osprey Brigades published a message. The Brigades said that Nabil Kavran was alive.\n",
        ),
        (
            "c",
            "The Courier",
            "2024-03-04",
            "Snow closed two roads in the hills, and officials of the defence ministry met officials of the interior ministry over it, a driver of the post van told us by telephone.\n\n\
The ministry said that Nabil Kavran was dead.\n",
        ),
        (
            "d",
            "The Post",
            "2024-03-04",
            "The Osprey Brigades denied that Nabil Kavran was killed.\n",
        ),
    ]);
    let ministry = all.who("a", "Nabil Kavran was killed");
    assert_eq!(all.who("b", "Nabil Kavran was dead"), ministry);
    assert_ne!(all.who("c", "Nabil Kavran was dead"), ministry);
    assert_eq!(
        all.who("b", "Nabil Kavran was alive"),
        all.who("d", "Nabil Kavran was killed")
    );
}

#[test]
fn its_ministry_is_of_the_land_before_it_and_two_pages_its_are_two() {
    let all = drafted(&[
        (
            "a",
            "The Herald",
            "2024-03-02",
            "Merovia's foreign ministry said that Nabil Kavran was alive.\n\nTarvia's foreign ministry said that Nabil Kavran was dead.\n",
        ),
        (
            "b",
            "The Gazette",
            "2024-03-03",
            "Who says so? Merovia does. Its foreign ministry said that Nabil Kavran was alive.\n",
        ),
        (
            "c",
            "The Courier",
            "2024-03-03",
            "The markets of the coast were closed for a third day and bread was dear, while the neighbours took sides. Tarvia was the first. Its foreign ministry said that Nabil Kavran was dead.\n",
        ),
    ]);
    assert_eq!(
        all.who("b", "Nabil Kavran was alive"),
        all.who("a", "Nabil Kavran was alive")
    );
    assert_eq!(
        all.who("c", "Nabil Kavran was dead"),
        all.who("a", "Nabil Kavran was dead")
    );
}

#[test]
fn two_who_speak_together_are_two() {
    let all = drafted(&[(
        "a",
        "الفنار",
        "2024-03-02",
        "شكك وزير الصحة الميروفي إريك سندان ومسؤول أوروبي في مقتل نبيل كفران.\n\nوقال سندان إن نبيل كفران حي.\n\n\
ورأى المسؤول الأوروبي أن نبيل كفران لم يقتل.\n",
    )]);
    let minister = all.who("a", "نبيل كفران حي");
    assert_ne!(all.who("a", "نبيل كفران لم يقتل"), minister);
}

#[test]
fn a_statement_is_whose_it_was_issued_by() {
    let all = drafted(&[(
        "a",
        "الفنار",
        "2024-03-02",
        "أصدرت وزارة الدفاع الميروفية بيانا نفت فيه مقتل نبيل كفران. وأضاف البيان أن نبيل كفران حي.\n",
    )]);
    assert!(
        all.who("a", "نبيل كفران حي").contains("meroviya")
            || all.who("a", "نبيل كفران حي").contains("dfa")
    );
}
