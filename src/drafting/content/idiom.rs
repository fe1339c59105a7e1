//! What is said in no fixed words: that nobody can confirm, that a report is being looked into, that it is nothing but talk.
//!
//! In one file because each is a word of one field near a word of another, looked for in one way.

use super::lexicon::{Turn, sort};
use super::page::Page;
use crate::extraction::Piece;

/// Words that say that nobody can confirm, however they are put: "has nothing in hand that would bear out", «ليست لدينا معلومات
/// تدعم», «ليس بوسعها في هذه المرحلة تأكيد». How many tokens they cover.
pub(super) fn cannot(page: &Page, k: usize, end: usize) -> Option<usize> {
    const REACH: usize = 9;
    let none = if page.arabic() {
        matches!(
            page.bare(k),
            "لا" | "لم"
                | "ليس"
                | "ليست"
                | "ليسوا"
                | "لسنا"
                | "لست"
                | "تعذر"
                | "يتعذر"
                | "ما"
        ) && (page.bare(k) != "ما" || matches!(page.text(k + 1), "من" | "لدينا" | "لديه" | "لديها"))
    } else {
        matches!(
            page.text(k),
            "nothing"
                | "no"
                | "not"
                | "neither"
                | "unable"
                | "cannot"
                | "can't"
                | "couldn't"
                | "without"
        ) || page.text(k) == "yet" && page.text(k + 1) == "to"
    };
    // "They can confirm neither version".
    if !page.arabic()
        && matches!(
            page.text(k),
            "confirm" | "verify" | "confirmed" | "verified"
        )
        && matches!(page.text(k + 1), "neither" | "nothing" | "none")
    {
        return Some(2);
    }
    if !none {
        return None;
    }
    let sure = |i: usize| {
        if page.arabic() {
            matches!(
                page.bare(i).trim_start_matches(['ب', 'ل', 'ن', 'ي', 'ت']),
                "اكيد"
                    | "وكد"
                    | "اكد"
                    | "حقق"
                    | "تحقق"
                    | "التحقق"
                    | "تاكيد"
                    | "تاكيدا"
                    | "اكيدا"
                    | "التاكد"
                    | "تاكد"
                    | "ثبت"
                    | "اثبات"
                    | "تثبت"
                    | "دعم"
                    | "عزز"
                    | "ايد"
                    | "جزم"
                    | "الجزم"
                    | "حسم"
                    | "التثبت"
                    | "التاكيد"
            ) || matches!(
                page.bare(i),
                "اخطار"
                    | "اخطارا"
                    | "اشعار"
                    | "اشعارا"
                    | "تبليغ"
                    | "تبليغا"
                    | "بلاغ"
                    | "بلاغا"
            ) || matches!(
                page.bare(i),
                "تاكيد"
                    | "يوكد"
                    | "توكد"
                    | "نوكد"
                    | "اوكد"
                    | "يثبت"
                    | "تثبت"
                    | "تدعم"
                    | "يدعم"
                    | "تعزز"
                    | "يعزز"
                    | "تويد"
                    | "يويد"
            )
        } else {
            matches!(
                page.text(i),
                "confirm"
                    | "confirms"
                    | "confirmed"
                    | "confirming"
                    | "confirmation"
                    | "verify"
                    | "verified"
                    | "verifies"
                    | "verifying"
                    | "corroborate"
                    | "corroborated"
                    | "corroborates"
                    | "corroborating"
                    | "corroboration"
                    | "substantiate"
                    | "substantiated"
                    | "authenticate"
                    | "support"
                    | "supports"
                    | "supporting"
                    | "prove"
                    | "proves"
                    | "proving"
                    | "vouch"
            ) || matches!(
                (page.text(i), page.text(i + 1)),
                (
                    "back" | "bear" | "bears" | "backs" | "backed" | "borne",
                    "up" | "out"
                )
            ) || matches!(page.text(i), "telling" | "knowing" | "saying" | "tell")
                && matches!(page.text(i + 1), "if" | "whether" | "for" | "anyone")
        }
    };
    for i in k + 1..end.min(k + REACH) {
        if !matches!(
            page.piece(i),
            Piece::Word | Piece::Number | Piece::Open | Piece::Close
        ) {
            return None;
        }
        if sure(i) {
            // "Not only confirmed", «لم يكتف بتأكيد»: no want of confirmation.
            let only = (k + 1..i).any(|n| {
                matches!(
                    page.text(n),
                    "only" | "doubt" | "يكتف" | "تكتف" | "شك" | "just" | "فقط"
                )
            });
            let n = i + 1 - k + usize::from(matches!(page.text(i + 1), "up" | "out"));
            return (!only).then_some(n);
        }
    }
    None
}

/// Words that take doubt away: "there is no doubt that", «لا شك في». How many tokens they cover.
pub(super) fn beyond_doubt(page: &Page, k: usize) -> Option<usize> {
    let at = |n: usize| page.text(k + n);
    if page.arabic() {
        return match (page.bare(k), at(1), at(2)) {
            ("لا" | "دون" | "بلا", "شك" | "ريب" | "ادني", _) => {
                Some(2 + usize::from(at(1) == "ادني"))
            }
            ("لا", "مجال", "للشك" | "لشك") => Some(3),
            ("لا", "يساوره" | "يساورها" | "يساورنا" | "يساورني", _) => {
                Some(2)
            }
            (
                "ليس" | "ليست",
                "هناك" | "لدي" | "لدينا" | "لديه" | "لديها" | "ثمه",
                "شك" | "ادني",
            ) => Some(3 + usize::from(at(2) == "ادني")),
            _ => None,
        };
    }
    match (page.text(k), at(1), at(2)) {
        ("no" | "without" | "beyond" | "little", "doubt" | "question" | "doubts", _) => Some(2),
        (
            "no" | "without" | "beyond",
            "any" | "a" | "reasonable" | "longer",
            "doubt" | "question",
        ) => Some(3),
        ("not" | "never" | "n't", "doubt" | "question", _) => Some(2),
        ("not", "in", "doubt" | "question") => Some(3),
        _ => None,
    }
}

/// Whether a word names a report, or what would be true or not of it.
fn report_word(page: &Page, i: usize) -> bool {
    page.turns(i, Turn::Rumour)
        || page.is(i, sort::ANSWER | sort::TRUTH) && !matches!(page.text(i), "that" | "fate")
        || matches!(
            page.text(i),
            "whether"
                | "if"
                | "accuracy"
                | "veracity"
                | "authenticity"
                | "truth"
                | "information"
                | "مدي"
                | "مصداقيه"
                | "معلومات"
                | "المعلومات"
                | "اذا"
        )
}

/// Words that say that a report is being looked into, and so no more than reported by whoever does: "was still assessing whether",
/// «تتحقق من أنباء», «يعمل على التأكد من». How many tokens they cover.
pub(super) fn checking(page: &Page, k: usize, end: usize) -> Option<usize> {
    let near =
        |from: usize, reach: usize| (from..end.min(from + reach)).find(|&i| report_word(page, i));
    if page.arabic() {
        let word = page.bare(k);
        let verifies = |w: &str| {
            let stem = w.strip_suffix("ون").unwrap_or(w);
            matches!(
                stem.strip_prefix(['ت', 'ي', 'ن', 'ا']),
                Some("تحقق" | "تاكد" | "تثبت" | "تقصي" | "تحري")
            )
        };
        let noun = |i: usize| {
            let w = page.bare(i);
            let w = w
                .strip_prefix("لل")
                .or_else(|| w.strip_prefix("ال"))
                .unwrap_or(w);
            matches!(w, "تحقق" | "تاكد" | "تثبت" | "تاكيد" | "تحقيق" | "تدقيق")
        };
        if verifies(word) {
            return Some(1 + usize::from(page.text(k + 1) == "من"));
        }
        let probes = matches!(
            word,
            "تحقق"
                | "يحقق"
                | "نحقق"
                | "يحققون"
                | "تدقق"
                | "يدقق"
                | "ندقق"
                | "تدرس"
                | "يدرس"
                | "ندرس"
                | "تفحص"
                | "يفحص"
                | "نفحص"
                | "تبحث"
                | "يبحث"
                | "نبحث"
        );
        if probes && let Some(i) = near(k + 1, 4) {
            return Some(i - k);
        }
        let tries = matches!(
            word,
            "تسعي"
                | "يسعي"
                | "نسعي"
                | "يسعون"
                | "تعمل"
                | "يعمل"
                | "نعمل"
                | "يعملون"
                | "تحاول"
                | "يحاول"
                | "نحاول"
                | "يحاولون"
                | "يجري"
                | "تجري"
                | "نجري"
                | "يتم"
                | "بصدد"
                | "قيد"
                | "جاري"
                | "جار"
                | "جاريه"
                | "بانتظار"
                | "ينتظر"
                | "تنتظر"
                | "ننتظر"
        );
        return (tries && !matches!(page.text(k.wrapping_sub(1)), "لم" | "لن"))
            .then(|| (k + 1..end.min(k + 5)).find(|&i| noun(i)))
            .flatten()
            .map(|i| i + 1 - k);
    }
    let word = page.text(k);
    if matches!(
        word,
        "looking" | "look" | "looked" | "inquiring" | "probing"
    ) && page.text(k + 1) == "into"
    {
        return near(k + 2, 4).map(|_| 2);
    }
    let probes = matches!(
        word,
        "checking"
            | "verifying"
            | "assessing"
            | "examining"
            | "investigating"
            | "evaluating"
            | "determining"
            | "reviewing"
            | "establishing"
            | "ascertaining"
            | "analysing"
            | "analyzing"
            | "probing"
            | "studying"
            | "monitoring"
    );
    if probes {
        return near(k + 1, 4).map(|_| 1);
    }
    let tries = matches!(
        word,
        "trying"
            | "working"
            | "seeking"
            | "attempting"
            | "waiting"
            | "sought"
            | "tried"
            | "awaiting"
    );
    let verb = |i: usize| {
        matches!(
            page.text(i),
            "verify"
                | "confirm"
                | "establish"
                | "determine"
                | "ascertain"
                | "check"
                | "corroborate"
                | "authenticate"
                | "confirmation"
                | "verification"
                | "clarify"
        )
    };
    (tries
        && (page.text(k + 1) == "to" && verb(k + 2)
            || matches!(page.text(k + 1), "for") && verb(k + 2)))
    .then_some(3)
}

/// Words that call a report nothing but talk: «بأنها حملة دعائية», "as pure propaganda", "is another lie". How many tokens.
pub(super) fn false_talk(page: &Page, k: usize) -> Option<usize> {
    if page.arabic() {
        let w = page.bare(k);
        let leads = matches!(
            w,
            "بانه"
                | "بانها"
                | "بانهم"
                | "بانهما"
                | "مجرد"
                | "محض"
                | "سوي"
                | "الا"
                | "باعتباره"
                | "باعتبارها"
        ) && !(w == "سوي" || w == "الا")
            || matches!(w, "سوي" | "الا")
                && (k.saturating_sub(3)..k)
                    .any(|n| matches!(page.bare(n), "ليس" | "ليست" | "ما" | "لا" | "لم" | "ان"));
        if !leads {
            // «أنباء اعتقاله هي أكاذيب».
            let is = matches!(w, "هي" | "هو") && k > 0 && page.piece(k - 1) == Piece::Word;
            let at = (k + 1..k + 3).find(|&i| page.piece(i) == Piece::Word);
            return at.filter(|&i| is && falsehood(page, i)).map(|i| i + 1 - k);
        }
        return (k + 1..k + 4)
            .find(|&i| falsehood(page, i))
            .map(|i| i + 1 - k);
    }
    let leads = matches!(
        page.text(k),
        "is" | "are"
            | "was"
            | "were"
            | "as"
            | "another"
            | "be"
            | "been"
            | "nothing"
            | "it's"
            | "it’s"
            | "mere"
            | "merely"
    );
    if !leads {
        return None;
    }
    let reach = (k + 1..k + 5).find(|&i| falsehood(page, i))?;
    let plain = (k + 1..reach).all(|i| {
        matches!(
            page.text(i),
            "a" | "an"
                | "another"
                | "just"
                | "only"
                | "but"
                | "pure"
                | "purely"
                | "mere"
                | "merely"
                | "sheer"
                | "complete"
                | "completely"
                | "total"
                | "totally"
                | "utter"
                | "utterly"
                | "more"
                | "simply"
                | "all"
                | "entirely"
                | "nothing"
                | "absolutely"
                | "yet"
                | "old"
                | "enemy"
                | "western"
                | "hostile"
                | "than"
                | "no"
                | "fresh"
                | "deliberate"
        ) && (page.text(i) != "no" || page.text(i + 1) == "more")
    });
    plain.then_some(reach + 1 - k)
}

/// A word that calls what it is said of false.
pub(super) fn falsehood(page: &Page, i: usize) -> bool {
    let word = page.text(i);
    if page.arabic() {
        let word = page.bare(i);
        let word = word.strip_prefix("ال").unwrap_or(word);
        return matches!(
            word,
            "شايعه"
                | "شايعات"
                | "اشاعه"
                | "اشاعات"
                | "كذب"
                | "كذبه"
                | "كاذب"
                | "كاذبه"
                | "اكاذيب"
                | "افتراء"
                | "افتراءات"
                | "تلفيق"
                | "تلفيقات"
                | "ملفق"
                | "ملفقه"
                | "فبركه"
                | "فبركات"
                | "مفبرك"
                | "مفبركه"
                | "مختلق"
                | "مختلقه"
                | "دعايه"
                | "دعايات"
                | "دعاييه"
                | "هراء"
                | "خرافه"
                | "خرافات"
                | "تضليل"
                | "تضليليه"
                | "مضلل"
                | "مضلله"
                | "ترهات"
                | "خيال"
                | "اوهام"
                | "وهم"
                | "باطل"
                | "باطله"
                | "زايف"
                | "زايفه"
                | "مغلوط"
                | "مغلوطه"
                | "بروباغندا"
        );
    }
    matches!(
        word,
        "lie"
            | "lies"
            | "fairy"
            | "figment"
            | "myth"
            | "fabrication"
            | "fabrications"
            | "fabricated"
            | "hoax"
            | "rumour"
            | "rumor"
            | "rumours"
            | "rumors"
            | "propaganda"
            | "nonsense"
            | "fiction"
            | "fake"
            | "untrue"
            | "false"
            | "disinformation"
            | "misinformation"
            | "slander"
            | "invention"
            | "inventions"
            | "fantasy"
            | "rubbish"
            | "baseless"
            | "unfounded"
            | "bogus"
            | "incorrect"
            | "inaccurate"
            | "wrong"
            | "groundless"
    )
}

/// «لم تر أي دليل على», "no firm indication that": want of evidence doubts; who has none («لا نملك دليلا على») cannot say. How many
/// tokens the words cover.
pub(super) fn no_evidence(page: &Page, k: usize, end: usize) -> Option<(Turn, usize)> {
    const NEAR: usize = 5;
    if !page.turns(k, Turn::Negation) {
        return None;
    }
    let shows = (k + 1..end.min(k + NEAR)).find(|&i| page.is(i, sort::EVIDENCE))?;
    let plain = (k + 1..shows).all(|i| {
        page.piece(i) == Piece::Word
            && page
                .entry(i)
                .is_none_or(|e| !e.turns.contains(&Turn::Doubt) && !e.turns.contains(&Turn::Deny))
    });
    let has = |n: usize| {
        matches!(
            page.bare(n),
            "had"
                | "has"
                | "have"
                | "having"
                | "يملك"
                | "تملك"
                | "نملك"
                | "املك"
                | "يملكون"
                | "لدي"
                | "لديه"
                | "لديها"
                | "لدينا"
                | "لديهم"
        )
    };
    // A sign is wanting, whoever has none of it.
    let sign = ["indication", "sign", "موشر", "قرين", "قراين"];
    let sign = sign.iter().any(|w| page.text(shows).starts_with(w));
    let turn = if !sign && (k.saturating_sub(1)..shows).any(has) {
        Turn::CannotConfirm
    } else {
        Turn::Doubt
    };
    plain.then_some((turn, shows + 1 - k))
}

/// "I will believe it when I see it": who waits to believe doubts.
pub(super) fn wait_and_see(page: &Page, k: usize, to: usize) -> bool {
    matches!(page.text(k), "believe")
        && (k.saturating_sub(2)..k).any(|i| {
            matches!(page.text(i), "will" | "only")
                || page.text(i).ends_with("'ll")
                || page.text(i).ends_with("’ll")
        })
        && (k + 1..to.min(k + 14)).any(|i| matches!(page.text(i), "when" | "once" | "until"))
}

/// A sentence that says only that somebody said nothing of it: "declined to comment on his death", «رفض التعليق على».
pub(super) fn no_comment(page: &Page, from: usize, at: usize) -> bool {
    (from..at).any(|k| {
        let word = page.bare(k);
        let silent = |n: usize| {
            (k.saturating_sub(n).max(from)..k).any(|i| {
                matches!(
                    page.bare(i),
                    "لم" | "لا"
                        | "لن"
                        | "رفض"
                        | "رفضت"
                        | "رفضوا"
                        | "امتنع"
                        | "امتنعت"
                        | "امتناع"
                        | "دون"
                        | "يرفض"
                        | "no"
                        | "not"
                        | "declined"
                        | "refused"
                        | "yet"
                        | "without"
                        | "never"
                        | "n't"
                        | "declines"
                )
            })
        };
        matches!(
            word,
            "comment"
                | "comments"
                | "mention"
                | "mentioned"
                | "commented"
                | "discuss"
                | "respond"
                | "responded"
                | "reacted"
                | "react"
                | "elaborate"
                | "address"
                | "addressed"
                | "تعليق"
                | "التعليق"
                | "يعلق"
                | "تعلق"
                | "يعلقوا"
                | "التعقيب"
                | "تعقيب"
                | "يعقب"
                | "يتطرق"
                | "تتطرق"
                | "يشر"
                | "تشر"
                | "الرد"
                | "يرد"
                | "للتعليق"
                | "الخوض"
        ) && silent(8)
    })
}

/// Whether what is told is an earlier report of the same, long past: "was declared dead in 2013 but turned up in a video",
/// «أعلن مرارا مقتله».
///
/// `within`: the tokens of what is said.
pub(super) fn told_before(
    page: &Page,
    at: usize,
    within: (usize, usize),
    today: Option<jiff::civil::Date>,
) -> bool {
    const NEAR: usize = 16;
    let sentences = &page.survey.sentences;
    let here = sentences.partition_point(|s| s.1 <= at);
    let Some(&(from, to)) = sentences.get(here) else {
        return false;
    };
    let low = from.max(at.saturating_sub(NEAR));
    let wide = to.min(at + NEAR);
    // What is said of a second saying in the sentence is no word on this one.
    let high = wide.min(within.1.max(at + 1));
    let pair = |k: usize, a: &[&str], b: &[&str]| {
        a.contains(&page.bare(k)) && b.contains(&page.text(k + 1))
    };
    // «نفى مرارا مقتله»: what was repeated is the denial.
    let denied = |k: usize| {
        let told = |n: usize| page.turns(n, Turn::Deny);
        k > 0 && told(k - 1) || told(k + 1)
    };
    let often = (low..high).any(|k| {
        matches!(
            page.bare(k),
            "مرارا" | "تكرارا" | "سبق" | "repeatedly" | "previously"
        ) && !denied(k)
            || pair(
                k,
                &[
                    "several", "many", "multiple", "numerous", "three", "four", "five", "two",
                ],
                &["times", "occasions"],
            )
            || pair(
                k,
                &["مرات", "عده", "اكثر", "غير"],
                &["عده", "عديده", "كثيره", "مرات", "من", "مره"],
            ) && (matches!(page.bare(k), "مرات" | "عده")
                || page.text(k + 1) == "مره"
                || page.text(k + 2) == "مره")
            || pair(k, &["more"], &["than"]) && page.text(k + 2) == "once"
    });
    if often {
        return true;
    }
    let Some(today) = today else {
        return false;
    };
    let years: Vec<usize> = (low..wide)
        .filter(|&k| {
            page.piece(k) == Piece::Number
                && page
                    .text(k)
                    .parse::<i16>()
                    .is_ok_and(|y| (1950..today.year()).contains(&y))
        })
        .collect();
    // "Seven years ago", «قبل ثلاث سنوات».
    let ago = (low..wide).any(|k| {
        matches!(page.text(k), "years" | "year") && page.text(k + 1) == "ago"
            || matches!(page.bare(k), "قبل")
                && (k + 1..k + 4)
                    .any(|n| matches!(page.text(n), "سنوات" | "اعوام" | "عامين" | "سنتين"))
    });
    if years.is_empty() && !ago {
        return false;
    }
    let stop = sentences.get(here + 1).map_or(to, |s| s.1.min(to + 14));
    (from..stop).any(|k| {
        matches!(
            page.bare(k),
            "appeared"
                | "reappeared"
                | "resurfaced"
                | "surfaced"
                | "resurface"
                | "ظهر"
                | "يظهر"
                | "تبين"
                | "يتبين"
                | "اتضح"
                | "يتضح"
                | "شوهد"
                | "اطل"
                | "يطل"
        ) || matches!(page.text(k), "turned" | "turning" | "showed" | "popped")
            && matches!(page.text(k + 1), "up" | "out")
            || matches!(
                page.text(k),
                "proved"
                    | "proven"
                    | "false"
                    | "untrue"
                    | "wrong"
                    | "wrongly"
                    | "prematurely"
                    | "mistakenly"
            )
    })
}

/// "Until it knows that he has been killed", «حتى يتأكد مقتله»: it is not known yet.
pub(super) fn not_yet_known(page: &Page, k: usize) -> bool {
    matches!(page.bare(k), "until" | "till" | "حتي" | "لحين" | "ريثما")
        && (k + 1..k + 5).any(|n| {
            matches!(
                page.text(n),
                "know"
                    | "knows"
                    | "knew"
                    | "see"
                    | "sees"
                    | "proof"
                    | "sure"
                    | "certain"
                    | "convinced"
                    | "confirmed"
                    | "proven"
                    | "proved"
                    | "يتاكد"
                    | "تتاكد"
                    | "نتاكد"
                    | "يثبت"
                    | "تثبت"
                    | "يتضح"
                    | "تاكيد"
                    | "التاكد"
            )
        })
}

/// «حذر من ضرب المدينة», "warned against an attack": what is warned of has not happened. `a`: the first token of what is
/// warned of.
pub(super) fn warned_of(page: &Page, a: usize) -> bool {
    const REACH: usize = 6;
    let before = |n: usize| a.checked_sub(n).map_or("", |k| page.bare(k));
    let of = if page.arabic() {
        before(1) == "من" && page.bare(a) != "ان"
    } else {
        matches!(before(1), "of" | "against")
    };
    of && (a.saturating_sub(REACH)..a)
        .rev()
        .take_while(|&k| !matches!(page.piece(k), Piece::Stop | Piece::Line | Piece::Comma))
        .any(|k| {
            matches!(
                page.bare(k),
                "حذر"
                    | "حذرت"
                    | "حذروا"
                    | "يحذر"
                    | "تحذر"
                    | "محذرا"
                    | "محذره"
                    | "محذرين"
                    | "تحذير"
                    | "تحذيره"
                    | "تحذيرها"
                    | "تحذيرات"
                    | "warned"
                    | "warns"
                    | "warning"
                    | "warnings"
            )
        })
}

/// «هجوم مفترض», «القتل المزعوم»: what an article does not vouch for.
pub(super) fn supposed(page: &Page, k: usize) -> bool {
    // «من المفترض أن» is of what is planned.
    let planned = k > 0 && page.bare(k - 1) == "من";
    let word = page.bare(k);
    let word = word.strip_prefix("ال").unwrap_or(word);
    !planned
        && matches!(
            word,
            "مفترض" | "مفترضا" | "مفترضه" | "مزعوم" | "مزعوما" | "مزعومه"
        )
}

/// «الغارات التي تأتي بعد هجوم»: what the rest only tells the time by, from its first token to the end of the clause.
pub(super) fn only_before(page: &Page, k: usize) -> bool {
    page.tok(k).is_some_and(|t| t.relative)
        && matches!(
            page.bare(k + 1),
            "تاتي" | "ياتي" | "جاء" | "جاءت" | "came" | "comes" | "come"
        )
        && matches!(
            page.bare(k + 2),
            "بعد" | "عقب" | "اثر" | "غداه" | "after" | "following"
        )
}
