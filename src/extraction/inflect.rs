//! Arabic verb forms from a root and a measure, in folded spelling.
//!
//! A root of three letters and one of the ten measures (Wright, *Grammar of the Arabic Language*, §35 ff.) give every form
//! that unvowelled text can show: perfect and imperfect in all persons, the passives that are written differently, the
//! active participle in its adverbial forms (مضيفا، مضيفة), and the verbal noun. Hollow, defective, assimilated and doubled
//! roots are covered; a verb that is none of these gives its stems in the pack instead.

use serde::Deserialize;

/// What a generated form is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Tense {
    /// Perfect: قال.
    #[default]
    Past,
    /// Imperfect: يقول.
    Present,
    /// A passive that is spelled differently: قيل.
    Passive,
    /// Adverbial participle: قائلا.
    Participle,
    /// Verbal noun: قول.
    Noun,
}

/// Gender and number of a form, as far as it shows them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Agreement {
    /// Says nothing.
    #[default]
    Any,
    /// He.
    He,
    /// She, or a collective.
    She,
    /// They, of people.
    They,
    /// I or we: only within a quotation.
    Speaker,
}

/// One generated form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Form {
    pub(crate) tense: Tense,
    pub(crate) agreement: Agreement,
    /// The spelling occurs only before an attached pronoun (قالو in قالوه, نفا in نفاه).
    pub(crate) bound: bool,
}

/// Stems of a verb that its root and measure do not give.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Stems {
    /// Perfect, he: رأى.
    pub(crate) past: String,
    /// Perfect, she: رأت.
    pub(crate) she: String,
    /// Perfect, they: رأوا.
    pub(crate) they: String,
    /// Imperfect without its prefix: رى.
    pub(crate) present: String,
    /// Active participle, or nothing.
    #[serde(default)]
    pub(crate) participle: String,
}

/// A verb's stems as inflection needs them.
struct Inflected {
    past: String,
    past_bound: String,
    she: String,
    they: String,
    before_consonant: String,
    present: String,
    weak: bool,
    passive: Vec<String>,
    participle: String,
    noun: String,
}

/// All forms of a root in a measure; empty if the root has not three letters or the measure is not 1 to 10.
pub(crate) fn forms(root: &str, measure: u8) -> Vec<(String, Form)> {
    let letters: Vec<char> = root.chars().filter(|c| !c.is_whitespace()).collect();
    match letters[..] {
        [a, b, c] if (1..=10).contains(&measure) => inflect(&regular(a, b, c, measure)),
        _ => Vec::new(),
    }
}

/// All forms of a verb given by its stems.
pub(crate) fn irregular(stems: &Stems) -> Vec<(String, Form)> {
    inflect(&Inflected {
        past_bound: stems.past.clone(),
        before_consonant: stems.past.clone(),
        past: stems.past.clone(),
        she: stems.she.clone(),
        they: stems.they.clone(),
        weak: stems.present.ends_with(['ي', 'و']),
        present: stems.present.clone(),
        passive: Vec::new(),
        participle: stems.participle.clone(),
        noun: String::new(),
    })
}

fn regular(a: char, b: char, c: char, measure: u8) -> Inflected {
    let weak_letter = |x: char| matches!(x, 'و' | 'ي');
    let (initial, hollow, defective, doubled) = (a == 'و', weak_letter(b), weak_letter(c), b == c);
    // Hollow roots keep their long vowel only where the measure has none of its own.
    let hollow = hollow && !defective && matches!(measure, 1 | 4 | 7 | 8 | 10);
    let doubled = doubled && matches!(measure, 1 | 3 | 4 | 7 | 8 | 10);
    let prefix_past = match measure {
        4 => "ا",
        5 | 6 => "ت",
        7 => "ان",
        8 => "ا",
        10 => "است",
        _ => "",
    };
    let prefix_present = match measure {
        5 | 6 => "ت",
        7 => "ن",
        10 => "ست",
        _ => "",
    };
    // The letters of the stem with the infix of its measure.
    let body = |b: &str, c: &str| match measure {
        3 | 6 => format!("{a}ا{b}{c}"),
        8 if initial => format!("ت{b}{c}"),
        8 => format!("{a}ت{b}{c}"),
        _ => format!("{a}{b}{c}"),
    };
    // Between a prefix with u and a vowel hamza is written on waw: يؤكد، مؤكدا.
    let seat = |stem: String| {
        if a == 'ا' && matches!(measure, 2 | 3) {
            format!("و{}", &stem[a.len_utf8()..])
        } else {
            stem
        }
    };
    let (bs, cs) = (b.to_string(), c.to_string());
    let (past_body, present_body, consonant) = if hollow {
        let long = if measure == 1 {
            bs.clone()
        } else if matches!(measure, 7 | 8) {
            "ا".into()
        } else {
            "ي".into()
        };
        (body("ا", &cs), body(&long, &cs), body("", &cs))
    } else if doubled {
        (body(&bs, ""), body(&bs, ""), body(&bs, &cs))
    } else if defective {
        let end = if measure == 1 && c == 'و' {
            "و"
        } else {
            "ي"
        };
        (
            body(&bs, if end == "و" { "ا" } else { "ي" }),
            body(&bs, end),
            body(&bs, end),
        )
    } else if initial && measure == 1 {
        (body(&bs, &cs), format!("{b}{c}"), body(&bs, &cs))
    } else {
        (body(&bs, &cs), body(&bs, &cs), body(&bs, &cs))
    };
    let past = format!("{prefix_past}{past_body}");
    let present = seat(format!("{prefix_present}{present_body}"));
    let short = body(&bs, "");
    let (past_bound, she, they) = if defective {
        (
            format!("{prefix_past}{short}ا"),
            format!("{prefix_past}{short}ت"),
            format!("{prefix_past}{short}و"),
        )
    } else {
        (past.clone(), format!("{past}ت"), format!("{past}و"))
    };
    let participle = match measure {
        1 if hollow => format!("{a}اي{c}"),
        1 if defective => format!("{a}ا{b}ي"),
        1 if doubled => format!("{a}ا{b}"),
        1 => format!("{a}ا{b}{c}"),
        _ => format!("م{present}"),
    };
    let noun = match measure {
        2 if defective => format!("ت{a}{b}يه"),
        2 => format!("ت{a}{b}ي{c}"),
        4 if hollow => format!("ا{a}ا{c}ه"),
        4 if initial => format!("اي{b}ا{c}"),
        4 if defective => format!("ا{a}{b}اء"),
        4 => format!("ا{a}{b}ا{c}"),
        5 | 6 if defective => format!("{prefix_past}{short}"),
        5 | 6 => past.clone(),
        7 => format!("ان{a}{b}ا{c}"),
        8 if initial => format!("ات{b}ا{c}"),
        8 => format!("ا{a}ت{b}ا{c}"),
        10 => format!("است{a}{b}ا{c}"),
        // The verbal noun of the first measure has no rule; of the third it rarely reports speech.
        _ => String::new(),
    };
    let passive = match measure {
        1 if hollow => vec![
            format!("{a}ي{c}"),
            format!("{a}ي{c}ت"),
            format!("ي{a}ا{c}"),
            format!("ت{a}ا{c}"),
        ],
        4 if hollow => vec![
            format!("ا{a}ي{c}"),
            format!("ا{a}ي{c}ت"),
            format!("ي{a}ا{c}"),
            format!("ت{a}ا{c}"),
        ],
        1 if initial => vec![format!("يو{b}{c}"), format!("تو{b}{c}")],
        _ => Vec::new(),
    };
    Inflected {
        past_bound,
        before_consonant: format!("{prefix_past}{consonant}"),
        past,
        she,
        they,
        present,
        weak: defective,
        passive,
        participle,
        noun,
    }
}

fn inflect(v: &Inflected) -> Vec<(String, Form)> {
    let mut out = Vec::with_capacity(48);
    let mut add = |text: String, tense, agreement, bound| {
        out.push((
            text,
            Form {
                tense,
                agreement,
                bound,
            },
        ))
    };
    use Agreement::{Any, He, She, Speaker, They};
    add(v.past.clone(), Tense::Past, He, false);
    if v.past_bound != v.past {
        add(v.past_bound.clone(), Tense::Past, He, true);
    }
    add(v.she.clone(), Tense::Past, She, false);
    add(format!("{}ا", v.she), Tense::Past, They, false);
    let they = v.they.trim_end_matches('ا');
    let they = if they.ends_with('و') {
        they.to_owned()
    } else {
        format!("{they}و")
    };
    add(format!("{they}ا"), Tense::Past, They, false);
    add(they, Tense::Past, They, false);
    add(format!("{}ا", v.past), Tense::Past, They, false);
    for end in ["ت", "نا", "ن"] {
        let text = format!("{}{end}", v.before_consonant);
        if text != v.she {
            add(
                text,
                Tense::Past,
                if end == "ن" { They } else { Speaker },
                false,
            );
        }
    }
    let plural = if v.weak {
        v.present[..v.present.char_indices().last().map_or(0, |(i, _)| i)].to_owned()
    } else {
        v.present.clone()
    };
    for (prefix, agreement) in [("ي", He), ("ت", She), ("ن", Speaker), ("ا", Speaker)] {
        add(
            format!("{prefix}{}", v.present),
            Tense::Present,
            agreement,
            false,
        );
        if v.weak {
            add(
                format!("{prefix}{plural}ا"),
                Tense::Present,
                agreement,
                true,
            );
            add(
                format!("{prefix}{plural}"),
                Tense::Present,
                agreement,
                false,
            );
        }
    }
    for (end, prefixes) in [("ون", ["ي", "ت"]), ("وا", ["ي", "ت"]), ("ن", ["ي", "ت"])] {
        for prefix in prefixes {
            add(
                format!("{prefix}{plural}{end}"),
                Tense::Present,
                They,
                false,
            );
        }
    }
    for prefix in ["ي", "ت"] {
        for end in ["ان", "ا"] {
            add(
                format!("{prefix}{}{end}", v.present),
                Tense::Present,
                They,
                false,
            );
        }
    }
    for text in &v.passive {
        add(text.clone(), Tense::Passive, Any, false);
    }
    if !v.participle.is_empty() {
        let p = &v.participle;
        add(format!("{p}ا"), Tense::Participle, He, false);
        add(format!("{p}ه"), Tense::Participle, She, false);
        let stem = p.strip_suffix('ي').unwrap_or(p);
        add(format!("{stem}ين"), Tense::Participle, They, false);
        add(format!("{stem}ات"), Tense::Participle, She, false);
        add(format!("{p}تين"), Tense::Participle, They, false);
    }
    if !v.noun.is_empty() {
        add(v.noun.clone(), Tense::Noun, Any, false);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn has(root: &str, measure: u8, words: &str) {
        let all: Vec<String> = forms(root, measure).into_iter().map(|(w, _)| w).collect();
        for word in words.split_whitespace() {
            assert!(
                all.iter().any(|w| w == &crate::text::fold::fold(word)),
                "{root} {measure}: {word} not in {all:?}"
            );
        }
    }

    #[test]
    fn sound_and_weak_roots_give_their_forms() {
        has(
            "قول",
            1,
            "قال قالت قالوا قلت قلنا يقول تقول يقولون نقول قيل يقال قائلا قائلة قائلين",
        );
        has("نفي", 1, "نفى نفت نفوا ينفي تنفي ينفون ينف نافيا نافية");
        has("اكد", 2, "أكد أكدت يؤكد مؤكدا مؤكدين تأكيد");
        has("امل", 1, "أمل يأمل آملا");
        has(
            "فيد",
            4,
            "أفاد أفادت أفادوا أفدنا يفيد تفيد أفيد مفيدا إفادة",
        );
        has("وضح", 4, "أوضح أوضحت يوضح موضحا إيضاح");
        has("وهم", 8, "اتهم اتهمت يتهم متهما اتهام");
        has("عبر", 8, "اعتبر يعتبر معتبرة");
        has("حدث", 5, "تحدث تحدثت يتحدث متحدثا");
        has("تبع", 3, "تابع يتابع متابعا");
        has("صرر", 4, "أصر أصرت أصررنا يصر مصرا إصرار");
        has("وصف", 1, "وصف وصفت يصف واصفا يوصف");
        has("بعد", 10, "استبعد يستبعد مستبعدا استبعاد");
        has("بدي", 4, "أبدى أبدت يبدي إبداء");
    }

    #[test]
    fn nonsense_gives_nothing_and_does_not_panic() {
        assert!(forms("", 1).is_empty());
        assert!(forms("قول", 0).is_empty());
        assert!(forms("abcd", 3).is_empty());
    }
}
