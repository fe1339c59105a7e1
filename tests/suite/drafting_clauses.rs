//! English clauses: whom they point at, where what is said ends, and what a clause says of a life.
//! Arabic clauses of wire prose: who speaks in each, where it ends, and what it says of a death.

use isnad::model::Stance;

use crate::drafting_chains::drafted;
use crate::drafting_content::stances;

#[test]
fn a_clause_points_at_whoever_its_sentence_is_about() {
    let d = drafted(&[(
        "a",
        "Qalmir Press",
        "The mill",
        "2024-03-04",
        "Senator Ann Foll told reporters that she had been informed of the fire by a nurse. \"Nothing of it is left,\" she said.\n\n\
         The Bakers Guild called for an inquiry. It said the roof was new.\n\n\
         Qalmira protested at the broadcast, which it said was staged by actors.\n\n\
         The mayor was replying to Olga Brandt, the opposition leader, who has alleged that the bridge was mined.\n\n\
         The speaker of the assembly, Otto Lem, on Wednesday offered his condolences over the death of the miller.\n\n\
         The harbour office denied persistent rumours that the quay had sunk, saying the tide was high.\n",
    )]);
    for (begins, who) in [
        ("Nothing of it", "Ann Foll"),
        ("the roof was new", "Bakers Guild"),
        ("was staged", "Qalmira"),
        ("the bridge was mined", "Olga Brandt"),
        ("condolences over", "Otto Lem"),
    ] {
        assert_eq!(d.chain("a", begins)[0], who, "{begins}");
    }
    assert_eq!(d.chain("a", "the tide was high").len(), 2);
    assert!(d.chain("a", "the tide was high")[0].contains("harbour office"));
    // Rumours are nobody's.
    assert_eq!(d.chain("a", "the quay had sunk")[0], "?");
}

#[test]
fn each_that_is_a_statement() {
    let d = drafted(&[(
        "a",
        "Qalmir Press",
        "The mill",
        "2024-03-04",
        "The clerk said that the mill had burned and that nobody was in it.\n",
    )]);
    assert!(d.chain("a", "nobody was in it")[0].contains("clerk"));
    assert!(d.chain("a", "the mill had burned")[0].contains("clerk"));
}

#[test]
fn what_is_asked_is_nobodys_and_an_announcement_is_who_made_it() {
    let d = drafted(&[(
        "a",
        "Qalmir Press",
        "The mill",
        "2024-03-04",
        "Asked if the council still believed the mill was safe, a spokesman, Tom Hale, said: \"Nothing has been decided at all.\"\n\n\
         The announcement by the Bakers Guild that its oven had cracked was met with laughter by Gen. Olaf Brandt, who said nothing more.\n",
    )]);
    assert_eq!(d.chain("a", "Nothing has been")[0], "Tom Hale");
    assert_eq!(d.chain("a", "its oven had cracked")[0], "Bakers Guild");
    assert!(!d.has("the mill was safe"));
}

#[test]
fn what_a_clause_says_of_a_life() {
    let first = "General Tarek Salloum was killed on Monday, the rebels said. The court denied that Tarek Salloum was dead.";
    let text = |more: &str| format!("The rebels said General Tarek Salloum was dead. {more}");
    let texts = [
        first.to_owned(),
        text("A diver said he had seen nothing to suggest that Tarek Salloum was dead."),
        text("A bishop said he was still assessing whether General Tarek Salloum was alive."),
        text("A baker said she had been told by a nurse that Tarek Salloum was dead."),
        "Little is known of General Tarek Salloum, who the rebels say was killed on Monday."
            .to_owned(),
        text("A clerk said he had spoken to General Tarek Salloum on Sunday."),
        text("\"They told us it was the general,\" a sailor said."),
        text("A farmer said she had seen General Tarek Salloum on Sunday."),
        text("A painter said she had seen General Tarek Salloum fall on Sunday."),
        text("A miller said she saw no reason to disbelieve the report of his death."),
        "There are conflicting accounts of whether the most wanted man of the coast, Tarek Salloum, is alive."
            .to_owned(),
    ];
    let texts: Vec<(&str, &str)> = texts.iter().map(|t| ("2020-03-04", t.as_str())).collect();
    let said = stances(&texts);
    for one in [
        (1, Stance::Doubts),
        (2, Stance::CannotConfirm),
        (4, Stance::Affirms),
        (5, Stance::Denies),
        (7, Stance::Denies),
        (9, Stance::Affirms),
    ] {
        assert!(said.contains(&one), "{one:?} of {said:?}");
    }
    let told = said.iter().filter(|s| **s == (3, Stance::Affirms)).count();
    assert_eq!(told, 3, "{said:?}");
    for silent in [
        (6, Stance::Denies),
        (7, Stance::Doubts),
        (8, Stance::Denies),
    ] {
        assert!(!said.contains(&silent), "{silent:?} of {said:?}");
    }
}

#[test]
fn the_defence_minister_is_not_the_prime_minister() {
    let said = stances(&[
        (
            "2020-03-04",
            "Defence Minister Tarek Salloum was killed on Monday, the rebels said. The court denied that Tarek Salloum was dead.",
        ),
        (
            "2020-03-04",
            "The rebels said that the country's defence minister was killed on Monday. Prime Minister Rana Haddad spoke of Tarek Salloum.",
        ),
    ]);
    assert!(said.contains(&(1, Stance::Affirms)), "{said:?}");
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
