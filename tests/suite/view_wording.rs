//! Supported wording: exact sentences on both cases, and what no sentence may do.

use std::path::Path;

use isnad::analysis::Setting;
use isnad::case_file::{Loaded, Texts, read_case};
use isnad::model::{Case, Key, Source};
use isnad::view::{ClaimView, ClaimsView, Filter, Material, TimelineView, WarningKind};

use crate::analysis_build::Files;

pub(crate) fn load(name: &str) -> Loaded {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("claims")
        .join(name);
    read_case(&folder).expect("a case")
}

pub(crate) fn texts(case: &Case) -> Texts {
    Texts::read(case, &[])
}

fn claims(loaded: &Loaded, without: &[Key<Source>]) -> Vec<ClaimView> {
    let setting = Setting {
        without: without.to_vec(),
        ..Setting::default()
    };
    let material = Material::new(loaded, texts(&loaded.case), setting);
    ClaimsView::new(&material, &Filter::default()).claims
}

fn claim(all: &[ClaimView], id: &str) -> ClaimView {
    all.iter().find(|c| c.id == id).expect("a claim").clone()
}

#[test]
fn yarmouk_in_words() {
    let all = claims(&load("yarmouk"), &[]);
    let killed = claim(&all, "khabouri-killed");
    assert_eq!(
        killed.wording.en,
        "Apparently denied by 2 origins (if read so), a fighter inside the camp, a Syrian long resident there ‹undisclosed› (side: Islamic State); and a source close to Islamic State in Yarmouk ‹undisclosed› (side: Islamic State), no later than 12 May 2018 (date inferred): that Abu Hisham al-Khabouri was killed; nobody says so in these 5 texts; those who deny it are not named; if those words are read otherwise, there is no denial in these 5 texts; all of this is known only through Al-Quds Al-Arabi (inferred), as published again by an unnamed site (page of article 003)."
    );
    assert_eq!(
        killed.wording.ar,
        "موضوع المسألة: قُتل أبو هشام الخابوري – مصدرا النفي على ما يبدو: مقاتل سوري مقيم في المخيم ‹محجوب الاسم› (الجهة: تنظيم الدولة) ومصدر في اليرموك قريب من تنظيم الدولة ‹محجوب الاسم› (الجهة: تنظيم الدولة) (مصدران أصليان بحسب هذه القراءة)، في 12 أيار 2018 أو قبله (تاريخ مستنتج)؛ ولا قائل به في نصوص هذا الملف (5 نصوص)؛ ومصدرا النفي لم يُذكر اسماهما؛ وإن قُرئ ذلك الكلام على وجه آخر فلا نفي في نصوص هذا الملف (5 نصوص)؛ ولم يرد ذلك كله إلا عبر القدس العربي (بالاستنتاج)، في نص أعاد نشره موقع بلا اسم (صفحة 003)."
    );
    assert!(killed.wording.says_so.is_empty());
    assert_eq!(
        killed.wording.denies,
        ["fighter-in-camp-003", "source-close-to-is-003"]
    );
    let wounded = claim(&all, "khabouri-wounded");
    assert_eq!(
        wounded.wording.en,
        "Apparently denied by a fighter inside the camp, a Syrian long resident there ‹undisclosed› (side: Islamic State; single origin, if read so), no later than 12 May 2018 (date inferred): that al-Khabouri was wounded in spring 2018; nobody says so in these 5 texts; who denies it is not named; if those words are read otherwise, there is no denial in these 5 texts; the denial is known only through Al-Quds Al-Arabi (inferred), as published again by an unnamed site (page of article 003)."
    );
    assert_eq!(
        wounded.wording.ar,
        "موضوع المسألة: أُصيب الخابوري في ربيع 2018 – مصدر النفي على ما يبدو: مقاتل سوري مقيم في المخيم ‹محجوب الاسم› (الجهة: تنظيم الدولة؛ مصدر أصلي واحد بحسب هذه القراءة)، في 12 أيار 2018 أو قبله (تاريخ مستنتج)؛ ولا قائل به في نصوص هذا الملف (5 نصوص)؛ ومصدر النفي لم يُذكر اسمه؛ وإن قُرئ ذلك الكلام على وجه آخر فلا نفي في نصوص هذا الملف (5 نصوص)؛ ولم يرد النفي إلا عبر القدس العربي (بالاستنتاج)، في نص أعاد نشره موقع بلا اسم (صفحة 003)."
    );
    // A source that publishes may have its words from anybody: it is no origin of its own.
    assert_eq!(
        claim(&all, "march-in-qadam").wording.en,
        "Said by Elaph (in a heading), naming no other source: The march was held in al-Qadam itself; at odds with what is said on another question by activists (Elaph) ‹undisclosed› (several, how many is not said; counted as one; single origin), all between April 2015 and December 2015 (date inferred); what it is at odds with is known only through Elaph."
    );
}

#[test]
fn qalmir_in_words() {
    let all = claims(&load("qalmir"), &[]);
    assert_eq!(
        claim(&all, "four-dead").wording.en,
        "Said (no later than 5 March 2024 (dates inferred, some uncertain)), and since replaced with a later account by Qalmir Port Authority, who said it: four port workers dead; no denial in these 9 texts."
    );
    assert_eq!(
        claim(&all, "four-dead").wording.ar,
        "موضوع المسألة: 4 قتلى من العمال – قيل (في 5 آذار 2024 أو قبله (تواريخ مستنتجة، وبعضها غير أكيد)) ثم جرى إحلال قول لاحق محله ممن قاله (سلطة ميناء قلمير)؛ ولا نفي لذلك في نصوص هذا الملف (9 نصوص)."
    );
    let boiler = claim(&all, "gate-boiler");
    assert_eq!(
        boiler.wording.en,
        "Said by a lock engineer ‹undisclosed› (as likely only; by inference; single origin), no later than 5 March 2024: a boiler exploded; at odds with what is said on another question by at least 1 and at most 2 origins (if read so), Qalmir Port Authority (through Murad al-Sinfiri; side: Port Authority) and an officer of the Docks Committees ‹undisclosed› (side: Docks Committees), between 5 March 2024 and 6 March 2024 (some dates inferred, some uncertain); what is said is known only through Ostrivane News Agency; nobody who says so claims to have seen it."
    );
    assert_eq!(
        claim(&all, "gate-blown-by-docks").wording.ar,
        "موضوع المسألة: تفجير اللجان البوابة – مصدر القول: سلطة ميناء قلمير (بلسان مراد السنفيري؛ الجهة: سلطة الميناء؛ مصدر أصلي واحد)، بين 5 آذار 2024 و6 آذار 2024 (بعض التواريخ مستنتج، وبعضها غير أكيد)؛ ومصدر نفيه: جابر الدلهوبي (على سبيل الترجيح؛ استنتاجًا)، ولا يتفق معه ما قيل في مسألة أخرى، ومصدراه: ضابط في «لجان الأرصفة» ‹محجوب الاسم› (الجهة: لجان الأرصفة) ومهندس أهوسة ‹محجوب الاسم› (على سبيل الترجيح) (والمجموع: مصدر أصلي واحد على الأقل، و3 مصادر أصلية على الأكثر بحسب هذه القراءة)، في آذار 2024 أو قبله (بعض التواريخ مستنتج، وبعضها غير أكيد)؛ وشُكّك فيه في قول واحد؛ دون أن يذكر قائل به مشاهدة مباشرة."
    );
    // What its sources took back is said beside what still stands.
    let killed = claim(&all, "director-killed").wording;
    assert!(
        killed
            .en
            .contains("; 6 statements that said so too no longer count;"),
        "{}",
        killed.en
    );
    assert!(
        killed
            .ar
            .contains("؛ وورد أيضًا في 6 أقوال، ولم يعد ذلك يُحسب؛"),
        "{}",
        killed.ar
    );
    let noted = |en: &str, ar: &str| {
        let mut notes = killed.notes.iter();
        notes.any(|note| note.en == en && note.ar == ar)
    };
    assert!(
        noted(
            "6 statements that said so no longer count: corrected by Fanar Qalmir, who said it (1 statement) and withdrawn by Qalmir Press, who passed it on (3 statements) and withdrawn by Qalmir Press, who published it (2 statements); by 2 later statements",
            "ورد في 6 أقوال، ولم يعد ذلك يُحسب: تصحيح ممن قاله (فنار قلمير)، في قول واحد، وسحب للخبر ممن نقله (قلمير برس)، في 3 أقوال، وسحب للخبر ممن نشره (قلمير برس)، في قولين؛ وعدد الأقوال اللاحقة التي جرى بها ذلك: 2"
        ),
        "{:#?}",
        killed.notes
    );
    let kinds = |id: &str| -> Vec<WarningKind> {
        claim(&all, id).warnings.iter().map(|w| w.kind).collect()
    };
    assert_eq!(
        kinds("gate-blown-by-docks"),
        [
            WarningKind::AccusesGroup,
            WarningKind::Reading,
            WarningKind::Unreviewed
        ]
    );
    // It follows from a statement that the shells blew the gate up, if that is read so.
    assert_eq!(
        kinds("blast-happened"),
        [WarningKind::Heading, WarningKind::Reading]
    );
    assert!(kinds("director-alive").is_empty());
}

/// Whoever is named is an origin of that stance, and nobody is left out for want of being known to
/// be different: the first three are named of those who say it in words, and of those from whose words on
/// another question it follows, and how many more there are.
fn named_are_heard(named: &[String], tally: &isnad::view::TallyView) -> bool {
    let heard = tally.origins.named.len() + tally.origins.undisclosed.len();
    named.len() <= heard.min(6)
        && named
            .iter()
            .all(|id| tally.origins.named.contains(id) || tally.origins.undisclosed.contains(id))
}

/// Whatever is set aside: none but origins are named, absence is
/// said of the texts, and no word is used that would be ours to vouch for.
#[test]
fn no_sentence_says_more_than_the_case() {
    for name in ["yarmouk", "qalmir"] {
        let loaded = load(name);
        let mut settings: Vec<Vec<Key<Source>>> = vec![Vec::new()];
        settings.extend(loaded.case.sources.keys().take(12).map(|s| vec![s]));
        for without in settings {
            for claim in claims(&loaded, &without) {
                let wording = &claim.wording;
                assert!(
                    named_are_heard(&wording.says_so, &claim.affirms)
                        && named_are_heard(&wording.denies, &claim.denies),
                    "{}: {}",
                    claim.id,
                    wording.en
                );
                let id = &claim.id;
                let none_denies =
                    claim.denies.statements.is_empty() && claim.denies.entailed.is_empty();
                let gist = |tag: &str| {
                    let (_, gist) = claim.gist.best(tag).expect("a gist");
                    gist.trim_end_matches('.').to_owned()
                };
                let en = wording.en.replace(&gist("en"), "");
                let ar = wording.ar.replace(&gist("ar"), "");
                for never in [
                    "confirm",
                    "corroborat",
                    "rumour",
                    "claimed that",
                    "anonymous",
                ] {
                    let said = en.replace("not confirmed, as not known", "");
                    assert!(!said.contains(never), "{id}: {en}");
                }
                for never in ["أكد", "مؤكد", "زعم", "ادعى", "شائعة"] {
                    assert!(!ar.contains(never), "{id}: {ar}");
                }
                assert!(en.ends_with('.') && ar.ends_with('.'), "{id}");
                if none_denies && claim.denies.taken_back.is_empty() {
                    assert!(
                        en.contains("no denial in th") || en.contains("nobody in th"),
                        "{id}: {en}"
                    );
                    assert!(ar.contains("في نصوص هذا الملف"), "{id}: {ar}");
                }
                // Nobody is named as saying so where nobody commits.
                if claim.affirms.statements.is_empty() && claim.affirms.entailed.is_empty() {
                    assert!(wording.says_so.is_empty(), "{id}");
                }
            }
        }
    }
}

/// An accusation warns of a person as long as the case does not show the person to be dead.
#[test]
fn accusing_the_living_warns() {
    let mut files = Files::default();
    files
        .source("paper", "kind: outlet")
        .source("witness", "")
        .source("doctor", "")
        .entity("omar", "person", "")
        .entity("zayd", "person", "")
        .claim(
            "did-it",
            r#"proposition: (predicate: "killed", roles: {"victim": "zayd", "by": "omar"})"#,
        )
        .claim(
            "omar-dead",
            r#"proposition: (predicate: "status", roles: {"person": "omar", "value": "dead"})"#,
        )
        .document("d", "paper", "")
        .statement(
            "d",
            "s1",
            r#"said_by: "witness", bears: [(claim: "did-it", stance: affirms)]"#,
        );
    let kinds = |files: &Files| -> Vec<(WarningKind, Vec<String>)> {
        claim(&claims(&files.load(), &[]), "did-it")
            .warnings
            .iter()
            .map(|w| (w.kind, w.entities.clone()))
            .collect()
    };
    let expected = vec![(WarningKind::AccusesPerson, vec!["omar".to_owned()])];
    assert_eq!(kinds(&files), expected);
    files.statement(
        "d",
        "s2",
        r#"said_by: "doctor", bears: [(claim: "omar-dead", stance: affirms)]"#,
    );
    assert!(kinds(&files).is_empty(), "nobody denies that he is dead");
    files.statement(
        "d",
        "s3",
        r#"said_by: "witness", bears: [(claim: "omar-dead", stance: denies)]"#,
    );
    assert_eq!(kinds(&files), expected);
}

/// The steps of the disputed death, and the line of his life, by hand from article 003.
#[test]
fn the_timeline_of_a_death() {
    let loaded = load("yarmouk");
    let material = Material::new(&loaded, texts(&loaded.case), Setting::default());
    let filter = Filter {
        claim: loaded.case.claims.key("khabouri-killed"),
        ..Filter::default()
    };
    let view = TimelineView::new(&material, &filter);
    let steps: Vec<(String, String)> = view
        .steps
        .iter()
        .map(|s| {
            let what = serde_json::to_value(s.what).expect("JSON");
            (
                s.statement.clone().unwrap_or_default(),
                what.as_str().unwrap_or_default().to_owned(),
            )
        })
        .collect();
    let expected = [
        // All of one day: what is said comes before what is said against it.
        ("003-09", "first-report"),
        ("003-12", "repeat"),
        ("003-08", "denial"),
        ("003-11", "denial"),
        ("003-20", "denial"),
    ];
    assert_eq!(
        steps,
        expected.map(|(a, b)| (a.to_owned(), b.to_owned())).to_vec()
    );
    let [life] = view.vital_status.as_slice() else {
        panic!("one person");
    };
    assert_eq!(life.person, "al-khabouri");
    assert_eq!(life.rumours, ["003-09", "003-12"]);
    assert_eq!(life.denied, ["003-08", "003-11", "003-20"]);
    assert!(life.affirmed.is_empty() && life.settled.is_empty());
}

/// A denial that nobody is written to have made is no denier, and who speaks and who denies stands before
/// what is said.
#[test]
fn a_dispute_is_said_in_one_breath() {
    for (case, unknown) in [
        ("yarmouk", Some("differences-over-withdrawal")),
        ("qalmir", None),
    ] {
        for claim in claims(&load(case), &[]) {
            let (en, ar) = (&claim.wording.en, &claim.wording.ar);
            assert!(!en.contains("by unsourced reports"), "{en}");
            let gist = |tag: &str| {
                claim
                    .gist
                    .best(tag)
                    .expect("a gist")
                    .1
                    .trim_end_matches('.')
                    .to_owned()
            };
            let denied = !(claim.denies.statements.is_empty() && claim.denies.entailed.is_empty());
            // Who says so stands before what is asked, and who denies it right behind.
            let before_en = en.as_str();
            let asked = [": ", ": that "].map(|before| format!("{before}{}", gist("en")));
            assert!(asked.iter().any(|asked| en.contains(asked)), "{en}");
            // In Arabic what is asked stands first, named as that and set off by a dash: nobody's words, and no news.
            let opening = format!("موضوع المسألة: {} – ", gist("ar"));
            let (before, after_ar) = ar.split_once(opening.as_str()).expect("a gist");
            assert!(before.is_empty(), "{ar}");
            let denies = [
                "denied by ",
                "Denied by ",
                "a denial of unknown origin",
                "Denied, ",
            ];
            // What only follows from words on another question is put in nobody's mouth, beside a denial too.
            let elsewhere = denied && claim.denies.statements.is_empty();
            let aside = !claim.denies.entailed.is_empty();
            let has = |text: &str, words: &[&str]| words.iter().any(|w| text.contains(w));
            assert_eq!(has(before_en, &denies), denied && !elsewhere, "{en}");
            assert!(!elsewhere || has(before_en, &["t odds with "]), "{en}");
            assert!(aside || !has(before_en, &["t odds with "]), "{en}");
            let denies = [
                "نفيه: ",
                "النفي: ",
                "نفيه على ما يبدو: ",
                "النفي على ما يبدو: ",
                "نفي لا يُعرف قائله",
                "ورد نفيه ولا يُعرف من نفاه",
                "قد يُقرأ نفيًا له كلام مصد",
                "قد يُقرأ نفيًا له كلام مصاد",
            ];
            assert_eq!(has(after_ar, &denies), denied && !elsewhere, "{ar}");
            assert!(!elsewhere || has(after_ar, &["لا يتفق معه"]), "{ar}");
            assert!(aside || !has(after_ar, &["لا يتفق معه"]), "{ar}");
        }
        if let Some(id) = unknown {
            let wording = claim(&claims(&load(case), &[]), id).wording;
            assert!(
                wording
                    .en
                    .contains("; a denial of unknown origin is passed on (1 statement), no later than 12 May 2018 (date inferred); ")
            );
            assert!(wording.ar.contains(
                "؛ وورد نفي لا يُعرف قائله (قول واحد)، في 12 أيار 2018 أو قبله (تاريخ مستنتج)؛ "
            ));
            assert!(wording.denies.is_empty());
        }
    }
}

/// Each label of a standing belongs to one rule, and no known source stands under "unsourced report".
#[test]
fn labels_are_their_rules() {
    for case in ["yarmouk", "qalmir"] {
        for claim in claims(&load(case), &[]) {
            let label = claim.standing_label();
            let rule = serde_json::to_value(claim.standing).expect("JSON");
            let rule = rule.as_str().expect("a word");
            assert_eq!(label.key().split('.').next(), Some(rule), "{}", claim.id);
            let known = |o: &isnad::view::OriginsView| {
                o.named.len() + o.undisclosed.len() + o.own_voice.len() > 0
            };
            if label.words().0 == "unsourced report" {
                let reports = &claim.origins_of.reports;
                assert!(
                    !known(&claim.affirms.origins) && !known(reports),
                    "{}",
                    claim.id
                );
            }
        }
    }
}

#[test]
fn those_whom_most_texts_carry_are_named_first() {
    let sources = ["archer", "baker", "carter", "dyer", "weaver"];
    let mut files = Files::heard(&["herald", "post"], &sources);
    files.claim("fire", "");
    for (text, outlet) in [("t1", "herald"), ("t2", "post"), ("t3", "herald")] {
        files.document(text, outlet, "");
    }
    for (text, speaker) in [
        ("t1", "archer"),
        ("t1", "baker"),
        ("t2", "carter"),
        ("t1", "dyer"),
        ("t1", "weaver"),
        ("t2", "weaver"),
        ("t3", "weaver"),
        ("t2", "dyer"),
    ] {
        files.statement(
            text,
            &format!("{text}-{speaker}"),
            &format!("said_by: \"{speaker}\", bears: [(claim: \"fire\", stance: affirms)]"),
        );
    }
    let wording = claim(&claims(&files.load(), &[]), "fire").wording.en;
    let place = |name: &str| wording.find(name);
    let order = ["weaver", "dyer", "archer"].map(|name| place(name).expect(name));
    assert!(order.is_sorted(), "{wording}");
    assert!(
        wording.contains("archer and 2 more") && place("carter").is_none(),
        "{wording}"
    );
}
