//! Copies that were planted: how many are found, and how much is found that is none.
//!
//! The texts are made here, in Arabic and in English, of invented names: whole copies with another head and
//! foot, light edits, single paragraphs lifted; and what only looks so: the same event in a paper's own
//! words, one official quoted at length by two papers, a line that an outlet puts under everything.

use std::collections::BTreeMap;

use isnad::text::copies::{Shared, Sharing, shared_texts, shared_texts_exhaustively};

use crate::analysis_random::Dice;

const ARABIC: [&[&str]; 6] = [
    &[
        "رئيس البلدية",
        "قائد الميناء",
        "مدير السد",
        "نقيب الصيادين",
        "أمين المخزن",
        "شيخ السوق",
        "حارس البوابة",
        "ناظر المدرسة",
        "كاتب المحكمة",
        "طبيب القرية",
        "سائق القافلة",
        "مهندس الجسر",
    ],
    &[
        "أعلن",
        "رأى",
        "أوضح",
        "ذكر",
        "أضاف",
        "لاحظ",
        "استبعد",
        "رجّح",
        "نفى",
        "شرح",
        "كرر",
        "اعترف",
    ],
    &[
        "إغلاق الطريق",
        "وصول القوارب",
        "تأخر الشحنة",
        "انهيار الجدار",
        "ارتفاع الماء",
        "نقص الدقيق",
        "إصلاح المولد",
        "غياب الحراس",
        "حريق المستودع",
        "عودة النازحين",
        "بيع الأرض",
        "تفتيش العربات",
    ],
    &[
        "قرب قلمير",
        "في سفّانة",
        "شرق مرقب",
        "عند هويس طلحب",
        "داخل سوق نورس",
        "على تل ديرون",
        "خلف معمل الملح",
        "أمام دار البريد",
        "تحت جسر الكتان",
        "حول بئر زعفر",
        "بمحاذاة السكة",
        "في ساحة النخل",
    ],
    &[
        "صباح الأحد",
        "مساء الثلاثاء",
        "قبل الفجر",
        "بعد يومين",
        "منذ أسبوع",
        "ليلة العاصفة",
        "عند الظهر",
        "آخر الشهر",
        "في اليوم نفسه",
        "خلال ساعة",
        "طوال النهار",
        "قبيل الغروب",
    ],
    &[
        "دون أن يذكر سببًا",
        "بحضور ثلاثة شهود",
        "رغم اعتراض الأهالي",
        "وفق سجل الميناء",
        "بعد نقاش طويل",
        "كما جرت العادة",
        "في جلسة مغلقة",
        "لأول مرة",
        "من غير موعد",
        "تحت مطر غزير",
        "بطلب من التجار",
        "أمام جمع صغير",
    ],
];

const ENGLISH: [&[&str]; 6] = [
    &[
        "the mayor of Dalhub",
        "a harbour pilot",
        "the dam keeper",
        "two fishermen",
        "the market warden",
        "a court clerk",
        "the salt trader",
        "an old ferryman",
        "the bridge engineer",
        "a village doctor",
        "the caravan driver",
        "the school porter",
    ],
    &[
        "said",
        "doubted",
        "explained",
        "recalled",
        "added",
        "noticed",
        "ruled out",
        "expected",
        "denied",
        "described",
        "repeated",
        "admitted",
    ],
    &[
        "a closed road",
        "the late convoy",
        "a fallen wall",
        "rising water",
        "missing flour",
        "the broken crane",
        "absent guards",
        "a warehouse fire",
        "returning families",
        "the sale of land",
        "searched carts",
        "an unpaid bill",
    ],
    &[
        "near Qalmir",
        "in Saffana",
        "east of Mirqab",
        "by the Talhab lock",
        "inside Nawras market",
        "on Deiron hill",
        "behind the salt works",
        "before the post house",
        "under the flax bridge",
        "around the saffron well",
        "along the railway",
        "in the palm yard",
    ],
    &[
        "on Sunday morning",
        "late on Tuesday",
        "before dawn",
        "two days later",
        "a week ago",
        "on the night of the storm",
        "at noon",
        "by the end of the month",
        "the same day",
        "within an hour",
        "all day long",
        "shortly before sunset",
    ],
    &[
        "without giving a reason",
        "before three witnesses",
        "against the wishes of many",
        "as the harbour log has it",
        "after a long debate",
        "as is the custom",
        "behind closed doors",
        "for the first time",
        "with no appointment",
        "in heavy rain",
        "at the traders' request",
        "to a small crowd",
    ],
];

/// A sentence of a dozen words or so.
fn sentence(dice: &mut Dice, arabic: bool) -> String {
    let slots = if arabic { &ARABIC } else { &ENGLISH };
    let pick = |dice: &mut Dice, n: usize| slots[n][dice.below(slots[n].len())];
    // Arabic begins with the verb.
    let order: [usize; 6] = match (arabic, dice.below(3)) {
        (true, 0) => [1, 0, 2, 3, 4, 5],
        (true, 1) => [4, 1, 0, 2, 5, 3],
        (true, _) => [1, 2, 3, 0, 5, 4],
        (false, 0) => [0, 1, 2, 3, 4, 5],
        (false, 1) => [4, 0, 1, 2, 5, 3],
        (false, _) => [3, 0, 1, 2, 4, 5],
    };
    let words: Vec<&str> = order.into_iter().map(|n| pick(dice, n)).collect();
    format!("{}.", words.join(" "))
}

fn sentences(dice: &mut Dice, arabic: bool, n: usize) -> Vec<String> {
    (0..n).map(|_| sentence(dice, arabic)).collect()
}

/// One word in `every` changed, left out or doubled with another.
fn edited(dice: &mut Dice, text: &str, every: usize) -> String {
    let mut words: Vec<String> = text.split(' ').map(str::to_owned).collect();
    let mut at = dice.below(every);
    while at < words.len() {
        match dice.below(3) {
            0 => words[at] = format!("{}ه", words[at]),
            1 => drop(words.remove(at)),
            _ => words.insert(at, "أيضًا".to_owned()),
        }
        at += every / 2 + 1 + dice.below(every);
    }
    words.join(" ")
}

struct Planted {
    texts: Vec<String>,
    /// What each pair is; pairs that are not in it share nothing that counts.
    truth: BTreeMap<(usize, usize), Sharing>,
}

fn plant(seed: u64, rounds: usize) -> Planted {
    let dice = &mut Dice(seed);
    let mut texts: Vec<String> = Vec::new();
    let mut truth = BTreeMap::new();
    for round in 0..rounds {
        let arabic = round % 2 == 0;
        let own = |dice: &mut Dice, n: usize| sentences(dice, arabic, n).join(" ");
        let body = sentences(dice, arabic, 15);
        let original = texts.len();
        texts.push(body.join(" "));
        // The whole text, with another first and last sentence.
        truth.insert((original, texts.len()), Sharing::Copy);
        let copy = format!("{}\n{}\n{}", own(dice, 1), body.join(" "), own(dice, 1));
        texts.push(copy);
        // Somebody edited it lightly.
        let body = sentences(dice, arabic, 15).join(" ");
        truth.insert((texts.len(), texts.len() + 1), Sharing::Copy);
        let light = edited(dice, &body, 24);
        texts.extend([body, light]);
        // One paragraph taken over, every second time with an edit or two.
        let paragraph = own(dice, 5);
        let taken = if round % 4 < 2 {
            paragraph.clone()
        } else {
            edited(dice, &paragraph, 30)
        };
        truth.insert((texts.len(), texts.len() + 1), Sharing::SharedParagraphs);
        texts.push(format!("{}\n{paragraph}\n{}", own(dice, 6), own(dice, 6)));
        texts.push(format!("{}\n{taken}\n{}", own(dice, 8), own(dice, 5)));
        // Near misses: the same facts in other words and another order.
        let facts: Vec<usize> = (0..6).map(|_| dice.below(12)).collect();
        for _ in 0..2 {
            let mut all = sentences(dice, arabic, 9);
            for (n, fact) in facts.iter().enumerate() {
                let slots = if arabic { &ARABIC } else { &ENGLISH };
                let told = [
                    slots[0][*fact],
                    slots[1][dice.below(12)],
                    slots[2][*fact],
                    slots[3][*fact],
                ];
                all.insert(
                    n * 2,
                    format!("{}, {}.", told.join(" "), slots[4][dice.below(12)]),
                );
            }
            texts.push(all.join(" "));
        }
        // One official, quoted at length by two papers that have nothing else in common.
        let (open, close) = if arabic { ("«", "»") } else { ("“", "”") };
        let said = own(dice, 5);
        for _ in 0..2 {
            texts.push(format!(
                "{}\n{} {open}{said}{close}\n{}",
                own(dice, 7),
                own(dice, 1),
                own(dice, 5)
            ));
        }
        // What an outlet puts under everything.
        let foot = own(dice, 1);
        for _ in 0..2 {
            texts.push(format!("{}\n{foot}", own(dice, 12)));
        }
    }
    Planted { texts, truth }
}

#[test]
fn planted_copies_are_found_and_near_misses_are_not() {
    let planted = plant(20, 30);
    let texts: Vec<(usize, &str)> = planted
        .texts
        .iter()
        .enumerate()
        .map(|(i, text)| (i, text.as_str()))
        .collect();
    let found = shared_texts(&texts);
    assert_eq!(
        found,
        shared_texts_exhaustively(&texts),
        "no candidate is missed"
    );
    let kinds: BTreeMap<(usize, usize), Sharing> =
        found.iter().map(|s| ((s.a, s.b), s.kind)).collect();
    for kind in [Sharing::Copy, Sharing::SharedParagraphs] {
        let wanted: Vec<_> = planted.truth.iter().filter(|(_, k)| **k == kind).collect();
        let hit = wanted
            .iter()
            .filter(|(pair, _)| kinds.get(pair) == Some(&kind))
            .count();
        let claimed = kinds.values().filter(|k| **k == kind).count();
        let right = kinds
            .iter()
            .filter(|(pair, k)| **k == kind && planted.truth.get(pair) == Some(&kind))
            .count();
        assert!(
            hit * 100 >= wanted.len() * 95,
            "{kind:?}: found {hit} of {}",
            wanted.len()
        );
        assert!(
            right * 100 >= claimed * 98,
            "{kind:?}: {right} of {claimed} are right"
        );
    }
}

/// Where a paragraph stands is told in characters of each text, to the word.
#[test]
fn a_lifted_paragraph_is_found_where_it_stands() {
    let dice = &mut Dice(8);
    let before = sentences(dice, true, 6).join(" ");
    let paragraph = sentences(dice, true, 5).join(" ");
    let a = format!(
        "{before}\n{paragraph}\n{}",
        sentences(dice, true, 6).join(" ")
    );
    let b = format!("{paragraph} {}", sentences(dice, true, 12).join(" "));
    let found: Vec<Shared<usize>> = shared_texts(&[(0, a.as_str()), (1, b.as_str())]);
    let [one] = found.as_slice() else {
        panic!("{found:#?}");
    };
    assert_eq!(one.kind, Sharing::SharedParagraphs);
    let [passage] = one.passages.as_slice() else {
        panic!("{:#?}", one.passages);
    };
    let words = |text: &str, start: usize, end: usize| -> String {
        text.chars().skip(start).take(end - start).collect()
    };
    let there = paragraph.trim_end_matches('.');
    assert_eq!(words(&a, passage.a.start, passage.a.end), there);
    assert_eq!(words(&b, passage.b.start, passage.b.end), there);
    assert_eq!(passage.words, there.split(' ').count());
}
