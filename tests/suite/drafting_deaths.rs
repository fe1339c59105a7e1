//! Wordings of life and death: whose they are, and what they leave open.

use isnad::model::Stance;

use crate::drafting_content::{drafted, stances};

#[test]
fn a_king_is_well_or_could_not_be_saved_and_nobody_can_know() {
    let said = stances(&[
        (
            "2020-03-04",
            "Radio Qalmir reported that King Tarek Salloum had died. The court denied that King Tarek Salloum was dead.",
        ),
        (
            "2020-03-04",
            "A cook said that Tarek Salloum had died. \"His Majesty enjoys the best of health,\" a chamberlain said.",
        ),
        (
            "2020-03-05",
            "A cook said that Tarek Salloum had died. An orderly said that the doctors were unable to revive him.",
        ),
        (
            "2020-03-05",
            "A cook said that Tarek Salloum had died. The embassy said it had no view on whether he was alive.",
        ),
        (
            "2020-03-05",
            "A cook said that Tarek Salloum had died. \"I would be astonished if he were dead,\" a bishop said.",
        ),
        (
            "2020-03-05",
            "A cook said that Tarek Salloum had died. \"They have buried him twice since I came here,\" a diver said.",
        ),
    ]);
    for one in [
        (1, Stance::Denies),
        (2, Stance::Affirms),
        (3, Stance::CannotConfirm),
        (4, Stance::Doubts),
        (5, Stance::Doubts),
    ] {
        assert!(said.contains(&one), "{one:?} of {said:?}");
    }
    assert!(!said.contains(&(2, Stance::CannotConfirm)), "{said:?}");
}

#[test]
fn so_he_is_in_arabic() {
    let before = "قال بحار إن الملك طارق سلوم توفي. ";
    let text = |then: &str| format!("{before}{then}");
    let texts = [
        text("ونفى القصر وفاة الملك طارق سلوم."),
        text("وقال الحاجب إن جلالته يتمتع بوافر الصحة."),
        text("وقال مسعف إن الأطباء فشلوا في إنقاذه."),
        text("وقال مؤرخ إن موت الملك أمر يصعب تصديقه."),
        text("وقالت السفارة إنها لا تتخذ موقفا من نبأ وفاة الملك."),
    ];
    let texts: Vec<(&str, &str)> = texts.iter().map(|t| ("2020-03-04", t.as_str())).collect();
    let said = stances(&texts);
    for one in [
        (0, Stance::Denies),
        (1, Stance::Denies),
        (2, Stance::Affirms),
        (3, Stance::Doubts),
        (4, Stance::CannotConfirm),
    ] {
        assert!(said.contains(&one), "{one:?} of {said:?}");
    }
}

#[test]
fn who_denies_a_hand_in_a_death_does_not_deny_the_death() {
    let said = stances(&[
        (
            "2020-03-04",
            "Rebel commander Tarek Salloum was killed, the army said. The rebels denied that Tarek Salloum had been killed by the army.",
        ),
        (
            "2020-03-04",
            "Rebel commander Tarek Salloum was killed, the army said. The ministry denied having a hand in his death.",
        ),
        (
            "2020-03-05",
            "Rebel commander Tarek Salloum was killed, the army said. The council denied that it was behind the death of Tarek Salloum.",
        ),
        (
            "2020-03-05",
            "قال الجيش إن القائد طارق سلوم قتل. ونفت الوزارة أن تكون لها يد في مقتل القائد طارق سلوم.",
        ),
    ]);
    let denied: Vec<usize> = said
        .iter()
        .filter(|s| s.1 == Stance::Denies)
        .map(|s| s.0)
        .collect();
    assert_eq!(denied, [0], "{said:?}");
}

#[test]
fn what_is_of_others_or_of_another_matter_takes_no_side_on_a_death() {
    let before = "King Tarek Salloum has died, Radio Qalmir said. ";
    let text = |then: &str| format!("{before}{then}");
    let texts = [
        text("A surgeon said that they could not revive the girl."),
        text("The clerk said he had no view on whether taxes would rise."),
        text("\"Her Majesty is alive and well,\" said a spokesman for a neighbouring queen."),
        text("A shopkeeper said he had received a call from his brother."),
        text("An envoy said there was nothing firm either way on the talks."),
        text("A teacher said the school had been buried twice since the flood."),
    ];
    let texts: Vec<(&str, &str)> = texts.iter().map(|t| ("2020-03-04", t.as_str())).collect();
    let said = stances(&texts);
    assert!(said.iter().all(|s| s.1 == Stance::Affirms), "{said:?}");
}

#[test]
fn a_death_is_told_in_arabic_without_a_word_of_it() {
    let text = |then: &str| format!("تحدثت أنباء عن مقتل القائد طارق سلوم. {then}");
    let texts = [
        text("وقال جاره: «عظم الله أجركم»."),
        text("وقال مسعف إن الأطباء لم يتمكنوا من إنعاشه."),
        text("واستبعد ممرض أن يكون الرجل قد نجا."),
        text("وقال دبلوماسي إن الخبر صحيح على الأرجح."),
        text("وقال سائقه: «الموتى لا يغنون»."),
        text("وقال ناطق إن الرجل سيلقي كلمة غدا."),
        text("وقالت خبيرة إن فحص الحمض النووي لم يظهر تطابقا مع أقارب الرجل."),
        text("وقال المستشفى إنه لا يدلي بمعلومات عن مرضاه."),
        text("وقال صياد إن جثة نقلت ليلا، لكن لا علم له بهوية صاحبها."),
        "قتل القائد طارق سلوم، بحسب الجيش. وقال سائقه: «لم يترك كرسيه حتى لفظ أنفاسه».".to_owned(),
    ];
    let texts: Vec<(&str, &str)> = texts.iter().map(|t| ("2020-03-04", t.as_str())).collect();
    let said = stances(&texts);
    for one in [
        (0, Stance::Affirms),
        (1, Stance::Affirms),
        (2, Stance::Affirms),
        (3, Stance::Affirms),
        (4, Stance::Denies),
        (5, Stance::Denies),
        (6, Stance::Doubts),
        (7, Stance::CannotConfirm),
        (8, Stance::CannotConfirm),
    ] {
        assert!(said.contains(&one), "{one:?} of {said:?}");
    }
    assert!(!said.contains(&(8, Stance::Affirms)), "{said:?}");
    assert!(!said.contains(&(9, Stance::CannotConfirm)), "{said:?}");
}

#[test]
fn a_woman_is_asked_for_in_words_for_a_woman() {
    let text = |then: &str| format!("أعلن المرصد أن المعارضة الصحافية هدى سلوم توفيت. {then}");
    let texts = [
        text("وقال حارس: «النزيلة تتناول فطورها»."),
        text("وقالت طباخة إن جثتها مفقودة."),
        text("وقال حارس: «الرئيس يتناول فطوره»."),
        text("وقالت جارتها إنها تتنفس."),
    ];
    let texts: Vec<(&str, &str)> = texts.iter().map(|t| ("2020-03-04", t.as_str())).collect();
    let said = stances(&texts);
    assert!(said.contains(&(0, Stance::Denies)), "{said:?}");
    assert!(said.contains(&(3, Stance::Denies)), "{said:?}");
    assert!(!said.contains(&(2, Stance::Denies)), "{said:?}");
}

#[test]
fn what_goes_round_is_no_more_than_reported() {
    let said = stances(&[
        ("2020-03-04", "قال الجيش إن القائد طارق سلوم قتل."),
        (
            "2020-03-04",
            "تتناقل صفحات محلية منذ الفجر أن القائد طارق سلوم قتل.",
        ),
    ]);
    assert!(said.contains(&(1, Stance::Reports)), "{said:?}");
    assert!(!said.contains(&(1, Stance::Affirms)), "{said:?}");
}

/// The stances of briefs of one story, each told behind word of his death.
fn told(then: &[&str]) -> Vec<(usize, Stance)> {
    let mut texts = vec!["The court denied that King Tarek Salloum was dead.".to_owned()];
    let before = "A cook said on Monday that King Tarek Salloum had died.";
    texts.extend(then.iter().map(|t| format!("{before} {t}")));
    let texts: Vec<(&str, &str)> = texts.iter().map(|t| ("2020-03-04", t.as_str())).collect();
    stances(&texts)
}

#[test]
fn a_death_is_answered_in_no_word_of_it() {
    let said = told(&[
        "\"We have watched this play before,\" an editor said.",
        "The regent said the throne was not empty.",
        "The embassy said it was still sifting through what it had received.",
        "A senator said he found the account convincing.",
        "A valet said the man in the tomb had been Salloum's barber, not him, and that the two men had been confused.",
        "\"No coffin, no mourning, no bells,\" a bishop said.",
        "The envoy said: \"I cannot tell you that he is alive.\"",
        "A guard said the king never left the bath alive.",
    ]);
    for one in [
        (1, Stance::Doubts),
        (2, Stance::Denies),
        (3, Stance::CannotConfirm),
        (5, Stance::Denies),
        (6, Stance::Doubts),
        (7, Stance::CannotConfirm),
    ] {
        assert!(said.contains(&one), "{one:?} of {said:?}");
    }
    for not in [
        (4, Stance::CannotConfirm),
        (7, Stance::Denies),
        (8, Stance::Denies),
    ] {
        assert!(!said.contains(&not), "{not:?} of {said:?}");
    }
}

#[test]
fn whoever_was_met_these_days_lives() {
    let said = told(&[
        "A groom said he found the king sitting in a swing and humming.",
        "His sister Lamia said that Tarek Salloum telephoned his aunt on Tuesday night.",
        // Nobody of whom the case asks, nor any sign that he lives or does not.
        "\"The bread of this town was stale all week,\" a baker said. A diver said that he had chaired a meeting on eels on Tuesday.",
        "A nurse said that Salloum had not regained consciousness.",
        "A farmer said that her husband had died beside the king.",
    ]);
    for one in [(1, Stance::Denies), (2, Stance::Denies)] {
        assert!(said.contains(&one), "{one:?} of {said:?}");
    }
    assert!(!said.contains(&(3, Stance::Denies)), "{said:?}");
    assert!(!said.contains(&(4, Stance::Denies)), "{said:?}");
}

#[test]
fn so_a_death_is_answered_in_arabic() {
    let mut texts = vec!["نفى القصر وفاة الملك طارق سلوم.".to_owned()];
    let then = [
        "وقال حلاق إنه غسل القتلى ولم يكن الملك واحدا منهم.",
        "وسئلت الحاجبة هدى عون عما إذا كان الملك قد مات، فأجابت: «الجواب نعم، وهذا كل شيء».",
        "وسئلت الحاجبة هدى عون عما إذا كان الملك حيا، فأجابت: «نعم، وهذا كل شيء».",
        "وقال بستاني إن الملك «معي في الغرفة ويقشر برتقالة».",
        "وقال أخوه إن الملك اتصل بوالدته مساء الثلاثاء.",
        "وقالت ممرضة إنها لمست يد الملك «ولم أجد له نبضا».",
        "وقال سفير إنه لا يزال يشك في نبأ الوفاة.",
        "ووصفت المربية ما بثته الإذاعة بأنه فضيحة مدوية.",
        "وقال نجار إن الملك طارق سلوم مات مع تسعة آخرين.",
        // Neither of him, nor said: what is wished, and what nobody vouches for.
        "وقال بواب إنه يعرف من تمنى موت الملك.",
        "وقال سفير إن التسجيل لا يثبت شيئا.",
    ];
    texts.extend(
        then.iter()
            .map(|t| format!("قال بحار إن الملك طارق سلوم توفي. {t}")),
    );
    let texts: Vec<(&str, &str)> = texts.iter().map(|t| ("2020-03-04", t.as_str())).collect();
    let said = stances(&texts);
    for one in [
        (1, Stance::Denies),
        (3, Stance::Denies),
        (4, Stance::Denies),
        (5, Stance::Denies),
        (7, Stance::Doubts),
        (8, Stance::Denies),
        (11, Stance::CannotConfirm),
    ] {
        assert!(said.contains(&one), "{one:?} of {said:?}");
    }
    let affirmed = |n: usize| said.iter().filter(|s| **s == (n, Stance::Affirms)).count();
    for n in [2, 6, 9] {
        assert_eq!(affirmed(n), 2, "{n} of {said:?}");
    }
    assert_eq!(affirmed(10), 1, "{said:?}");
    assert!(!said.contains(&(11, Stance::Denies)), "{said:?}");
}

/// What no rule reads is laid to the question by what was learned, under its own name; what says nothing of it stays free.
#[test]
fn what_no_rule_reads_is_answered_as_learned() {
    let (readings, _) = drafted(&[
        (
            "2020-03-05",
            "A cook said that Tarek Salloum had died. A nephew said that Salloum fell with his rifle in his hand and was laid beside his father.",
        ),
        (
            "2020-03-05",
            "A cook said that Tarek Salloum had died. A porter said that Salloum's boots had cost more than a horse.",
        ),
        (
            "2020-03-05",
            "قال بحار إن طارق سلوم توفي. وقالت ابنة أخيه إن سلوم أسلم أمانته قبل الظهر.",
        ),
        (
            "2020-03-05",
            "The court denied that Tarek Salloum was dead.",
        ),
    ]);
    let learned: Vec<(usize, Stance)> = readings
        .iter()
        .filter(|r| r.rule == "question-likely")
        .map(|r| (r.article, r.stance))
        .collect();
    assert_eq!(learned, [(0, Stance::Affirms), (2, Stance::Affirms)]);
    // A side that was only learned makes nobody an origin.
    let firm = |r: &isnad::drafting::Reading| r.rule == "question-likely" && !r.unclear;
    assert!(!readings.iter().any(firm));
}

/// An account that is rejected, doubted or held to comes to what its owner says of the question.
#[test]
fn whose_account_it_is_tells_what_its_denial_comes_to() {
    let said = stances(&[
        (
            "2020-03-05",
            "Tarek Salloum died on Monday, the Valley Monitor said. His brother said that Salloum was alive. The Valley Monitor rejected the brother's account.",
        ),
        (
            "2020-03-05",
            "Tarek Salloum died on Monday, the Valley Monitor said. The court denied that Tarek Salloum was dead. The court dismissed the monitor's report.",
        ),
        (
            "2020-03-06",
            "Tarek Salloum died on Monday, the Valley Monitor said. The monitor stood by its account, which rests on two cooks of the palace.",
        ),
        (
            "2020-03-06",
            "The court denied that Tarek Salloum was dead. A gardener rejected the baker's account of the harvest.",
        ),
    ]);
    let of = |k: usize| -> Vec<Stance> { said.iter().filter(|s| s.0 == k).map(|s| s.1).collect() };
    assert_eq!(
        of(0),
        [Stance::Affirms, Stance::Denies, Stance::Affirms],
        "{said:?}"
    );
    assert_eq!(
        of(1),
        [Stance::Affirms, Stance::Denies, Stance::Denies],
        "{said:?}"
    );
    assert_eq!(of(2), [Stance::Affirms, Stance::Affirms], "{said:?}");
    assert_eq!(of(3), [Stance::Denies], "{said:?}");
    let said = stances(&[
        (
            "2020-03-06",
            "توفي طارق سلوم الاثنين، بحسب مرصد الوادي. وقال شقيقه إن سلوم حي يرزق. ورفض المرصد رواية الشقيق.",
        ),
        (
            "2020-03-06",
            "توفي طارق سلوم الاثنين، بحسب مرصد الوادي. وشكك الوزير في رواية المرصد.",
        ),
    ]);
    let all = [
        (0, Stance::Affirms),
        (0, Stance::Denies),
        (0, Stance::Affirms),
        (1, Stance::Affirms),
        (1, Stance::Doubts),
    ];
    assert_eq!(said, all);
}

#[test]
fn who_cannot_tell_you_that_he_is_dead_does_not_say_so() {
    let said = stances(&[
        (
            "2020-03-05",
            "A cook said that Tarek Salloum had died. \"Until then I can't tell you he is dead,\" the envoy said.",
        ),
        (
            "2020-03-05",
            "A cook said that Tarek Salloum had died. The palace said it was not yet in a position to declare Salloum dead.",
        ),
        (
            "2020-03-05",
            "A cook said that Tarek Salloum had died. The envoy said she had seen nothing that would allow her to say that Salloum was dead.",
        ),
        (
            "2020-03-05",
            "The court denied that Tarek Salloum was dead.",
        ),
    ]);
    for k in 0..3 {
        assert!(
            said.contains(&(k, Stance::CannotConfirm)),
            "{k} of {said:?}"
        );
    }
}
