//! Arabic clauses of wire prose: who speaks in each, where it ends, and what it says of a death.

use isnad::model::Stance;

use crate::drafting_chains::drafted;
use crate::drafting_content::stances;

/// Behind a first sentence, the chain of what begins so.
fn chain(then: &str, begins: &str) -> Vec<String> {
    let text = format!("قالت الوزارة إن الطاحونة سليمة.\n{then}\n");
    let d = drafted(&[("a", "صحيفة الفنار", "الطاحونة", "2024-03-04", &text)]);
    d.chain("a", begins)
        .into_iter()
        .map(str::to_owned)
        .collect()
}

#[test]
fn a_subject_before_its_verb_speaks() {
    let said = |then: &str| chain(then, "السقف محترق")[0].clone();
    assert_eq!(
        said("لكن منصة «غربال» المعنية بكشف الصور المركبة أكدت أن السقف محترق."),
        "منصة غربال"
    );
    assert_eq!(
        said("إلا أن شبكة الطحانين القريبة من العمدة ذكرت أن السقف محترق."),
        "شبكة الطحانين القريبة من العمدة"
    );
    assert_eq!(
        said("لكن اثنين من حراس الطاحونة القدامى أكدا أن السقف محترق."),
        "اثنين من حراس الطاحونة القدامى"
    );
    assert_eq!(
        said("أما النقابة فلا تزال تصر على أن السقف محترق."),
        "النقابة"
    );
    assert_eq!(
        said("وأكد أربعة خبازين، تحدثوا كل بمفرده، أن السقف محترق."),
        "أربعة خبازين"
    );
    assert_eq!(
        said("وأبلغ ناشط في «رابطة السنابل» صحيفة الفنار أن السقف محترق."),
        "ناشط في رابطة السنابل"
    );
}

#[test]
fn who_put_out_what_shows_it_speaks() {
    assert_eq!(
        chain(
            "نشرت بلدية السنابل أمس لقطات قالت إنها للسقف المحترق بعد العاصفة.",
            "لقطات"
        )[0],
        "بلدية السنابل"
    );
}

#[test]
fn a_participle_is_of_the_clause_before_it() {
    assert_eq!(
        chain(
            "أعلن الطحان احتراق السقف، في حين سارعت البلدية إلى نفي ذلك، مؤكدة أن القمح لم يمس.",
            "القمح"
        )[0],
        "البلدية"
    );
}

#[test]
fn a_content_ends_where_another_clause_begins() {
    let d = drafted(&[(
        "a",
        "صحيفة الفنار",
        "الطاحونة",
        "2024-03-04",
        "قال طحانان إن السقف احترق ليلا، لكن البلدية لم تؤكد النبأ.\n\
         ونفى الحارس احتراق البوابة، بعدما أعلن العمدة احتراقها.\n\
         ولم تؤكد النقابة أو تنف الأنباء عن البرج.\n",
    )]);
    assert_eq!(d.chain("a", "النبأ"), ["البلدية", "صحيفة الفنار"]);
    let opened = chain(
        "فبينما تجزم النقابة بأنها رممته، يقول مسؤولون إنه مهدوم.",
        "مهدوم",
    );
    assert_eq!(opened, ["مسؤولون", "صحيفة الفنار"]);
    assert_eq!(d.chain("a", "احتراقها"), ["العمدة", "صحيفة الفنار"]);
    assert_eq!(d.chain("a", "الأنباء عن"), ["النقابة", "صحيفة الفنار"]);
}

/// What each text says of his death behind a first sentence that affirms it.
fn behind(then: &[&str]) -> Vec<Vec<Stance>> {
    let all = then.iter().chain([&""]);
    let texts: Vec<String> = all
        .map(|t| format!("قال الجيش إن القائد طارق سلوم قتل. {t}"))
        .collect();
    let texts: Vec<(&str, &str)> = texts.iter().map(|t| ("2020-03-04", t.as_str())).collect();
    let said = stances(&texts);
    (0..then.len())
        .map(|n| {
            said.iter()
                .filter(|s| s.0 == n)
                .map(|s| s.1)
                .skip(1)
                .collect()
        })
        .collect()
}

#[test]
fn what_a_clause_says_of_a_death() {
    use Stance::{Affirms, CannotConfirm, Denies};
    let said = behind(&[
        "وقال خباز إن البلدية كذبت على أهل الحي وإن طارق سلوم قتل.",
        "وقالت النقابة إنها تلقت ببالغ الأسى نبأ مقتل طارق سلوم.",
        "وقال خباز إن نفي البلدية المتأخر يوحي بأن طارق سلوم قتل.",
        "وقال خباز إن نبأ مقتل طارق سلوم تأكد من ثلاثة جيران.",
    ]);
    assert!(said.iter().all(|s| s == &[Affirms]), "{said:?}");
    let said = behind(&[
        "وقال خباز إن طارق سلوم حي وأن ما يقال عار عن الصحة.",
        "وقال خباز إن ما كتب حول مقتل طارق سلوم غير دقيق.",
    ]);
    assert!(
        said.iter()
            .all(|s| s.contains(&Denies) && !s.contains(&Affirms)),
        "{said:?}"
    );
    let said = behind(&["وقالت النقابة إنها لم تتلق أي إشعار بمقتل طارق سلوم."]);
    assert!(said.iter().all(|s| s == &[CannotConfirm]), "{said:?}");
    let said = behind(&[
        "ونشرت مجلة خبر مقتل طارق سلوم عام 2016 قبل أن يتبين أنه سليم.",
        "ونفت النقابة ما نسب إليها من تأكيد لمقتل طارق سلوم.",
    ]);
    assert!(said.iter().all(Vec::is_empty), "{said:?}");
}

#[test]
fn two_things_that_one_voice_says_are_two_statements() {
    let second = |then: &str| chain(then, "السقف محترق")[0].clone();
    assert_eq!(
        second("وقالت نقابة الخبازين إن الجسر قديم وإن السقف محترق."),
        "نقابة الخبازين"
    );
    assert_eq!(
        second("وقالت نقابة الخبازين إن الجسر قديم، معتبرة في حديث إلى الإذاعة أن السقف محترق."),
        "نقابة الخبازين"
    );
}

#[test]
fn a_saying_against_anothers_is_heard_within_it() {
    assert_eq!(
        chain(
            "وقالت نقابة الخبازين إن السقف محترق، غير أن بلدية السنابل سارعت إلى نفي ذلك.",
            "ذلك"
        )[0],
        "بلدية السنابل"
    );
}

#[test]
fn names_in_asides_are_nothing_said() {
    let said = |then: &str, begins: &str| chain(then, begins)[0].clone();
    assert_eq!(
        said(
            "وأكد سامي الخباز، شقيق الحارس المعروف بـ«أبي القمح»، لـ«الفنار» أن السقف محترق.",
            "السقف محترق"
        ),
        "سامي الخباز"
    );
    assert_eq!(
        said("«سقف محترق»، قالت رئيسة النقابة سلمى الطحان.", "سقف"),
        "سلمى الطحان"
    );
    assert_eq!(
        said(
            "وتهيب بلدية السنابل بالسكان عدم الانسياق وراء ما تبثه الصفحات عن احتراق السقف.",
            "احتراق"
        ),
        "بلدية السنابل"
    );
}

#[test]
fn a_denial_told_with_a_noun_or_a_bare_verb_is_whose_it_is() {
    let denied = |then: &str, begins: &str| chain(then, begins)[0].clone();
    assert_eq!(
        denied(
            "وقال خباز إن السقف احترق، بينما جددت نقابة الطحانين نفيها.",
            "نفيها"
        ),
        "نقابة الطحانين"
    );
    assert_eq!(
        denied(
            "وقال خباز إن السقف احترق، في حين تنفي نقابة الطحانين ذلك.",
            "ذلك"
        ),
        "نقابة الطحانين"
    );
    assert_eq!(
        denied(
            "وتنكر نقابة الطحانين الحريق، ورابطة السنابل لا تزال تجزم به.",
            "لا تزال تجزم به"
        ),
        "رابطة السنابل"
    );
    assert_eq!(
        denied(
            "وتنفي نقابة الطحانين الخبر، مناقضة بذلك رواية رابطة السنابل عن مقتله.",
            "مقتله"
        ),
        "رابطة السنابل"
    );
}

#[test]
fn what_a_page_cannot_tell_is_its_own() {
    for (then, begins) in [
        ("ولا علم لنا بما أصاب السقف.", "ولا علم لنا"),
        ("وهي إذ تقول هذا لا تجزم بموت الطحان.", "لا تجزم بموت الطحان"),
        (
            "ولم تستطع صحيفة الفنار، بعد يومين، أن تعرف ما حل بالطحان.",
            "ما حل بالطحان",
        ),
    ] {
        assert_eq!(chain(then, begins)[0], "صحيفة الفنار", "{then}");
    }
}
