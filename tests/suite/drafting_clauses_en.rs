//! English clauses: whom they point at, where what is said ends, and what a clause says of a life.

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
fn what_is_told_in_passing_is_somebodys() {
    let d = drafted(&[(
        "a",
        "Qalmir Press",
        "The mill",
        "2024-03-04",
        "The claim that the quay has sunk comes from the Bakers Guild.\n\n\
         We were shown the ashes by a carter, who said that the oven had cracked.\n\n\
         Fishermen said the bridge had fallen while the harbour office went on saying it stood.\n\n\
         The Tarn League, a body which has announced the fire before, says the mill is lost.\n\n\
         A ferryman refused to say whether the council believed the boats were safe.\n",
    )]);
    for (begins, who) in [
        ("the quay has sunk", "Bakers Guild"),
        ("the oven had cracked", "carter"),
        ("the bridge had fallen", "Fishermen"),
        ("it stood", "harbour office"),
        ("the mill is lost", "Tarn League"),
        ("whether the council", "ferryman"),
    ] {
        let chain = d.chain("a", begins);
        assert!(chain[0].contains(who), "{begins}: {chain:?}");
    }
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
}

#[test]
fn what_goes_on_behind_an_aside_is_the_speakers() {
    let d = drafted(&[(
        "a",
        "Qalmir Press",
        "The mill",
        "2024-03-04",
        "The baker had nothing to lose. The oven cracked first, the baker said, and the dough was lost by noon.\n\n\
         Once the fire was out, the miller told the Courier, two sacks lay on the bridge.\n\n\
         Four carters slept through it. They did not know, the carters said, who had lit the lamp.\n\n\
         The mill, a clerk told the court, \"has gone where all mills go\".\n\n\
         If the bridge falls, the mayor said, the guild will pay. The roof held, the bishop said, and prayed aloud.\n",
    )]);
    assert!(d.chain("a", "the dough was lost")[0].contains("baker"));
    assert!(d.chain("a", "The oven cracked")[0].contains("baker"));
    assert!(d.chain("a", "Once the fire was out")[0].contains("miller"));
    assert!(d.says("a", "two sacks lay on the bridge"));
    assert!(d.says("a", "who had lit the lamp"));
    assert!(d.says("a", "has gone where all mills go"));
    // What holds only if something happens is not said.
    assert!(!d.says("a", "the guild will pay"));
}

#[test]
fn what_is_done_besides_is_not_said_and_what_cannot_be_told_is() {
    let d = drafted(&[(
        "a",
        "Qalmir Press",
        "The mill",
        "2024-03-04",
        "The Bakers Guild said the mill was whole and on Friday published a picture of it.\n\n\
         The harbour office said it had found the boat but was not in a position to say who sank it.\n\n\
         Mayor Olaf Brandt would not say whose cart it was.\n\n\
         The Ferry Union called the count an invention. The Ferry Union dismissed it as a tale for long winter evenings.\n\n\
         The clerk spoke of a fire that the Bakers Guild describes as an act of spite.\n",
    )]);
    assert!(!d.says("a", "published a picture"));
    assert!(d.chain("a", "who sank it")[0].contains("harbour office"));
    assert_eq!(d.chain("a", "whose cart it was")[0], "Olaf Brandt");
    assert!(d.says("a", "the count an invention"));
    assert!(d.says("a", "it as a tale for long winter evenings"));
    assert_eq!(d.chain("a", "an act of spite")[0], "Bakers Guild");
}
