//! Light stems: a word without what is attached to it or ends it, so that its forms meet.
//!
//! For Arabic after Larkey, Ballesteros and Connell (2002), for English the commonest endings; both only for comparing words,
//! never for what is shown.

/// An Arabic word, folded, without what is joined to it; another word as it is.
pub(super) fn arabic(word: &str) -> &str {
    if word.is_ascii() {
        return word;
    }
    let long = |w: &str| w.chars().count() > 3;
    let mut w = word;
    for prefix in ["وال", "بال", "كال", "فال", "لل", "ال", "و", "ب", "ل", "ف"] {
        if let Some(rest) = w.strip_prefix(prefix).filter(|r| long(r)) {
            w = rest;
            break;
        }
    }
    for suffix in ["هما", "ها", "هم", "ات", "ين", "ون", "ان", "ه"] {
        if let Some(rest) = w.strip_suffix(suffix).filter(|r| r.chars().count() > 2) {
            w = rest;
            break;
        }
    }
    w
}

/// An English word in small letters without the ending of its form; another word as it is.
pub(super) fn english(word: &str) -> String {
    let word = word.strip_suffix("'s").unwrap_or(word);
    if !word.is_ascii() {
        return word.to_owned();
    }
    for (ending, instead) in [
        ("ies", "y"),
        ("ied", "y"),
        ("ing", ""),
        ("edly", ""),
        ("ed", ""),
        ("es", ""),
        ("s", ""),
        ("ly", ""),
    ] {
        if let Some(rest) = word.strip_suffix(ending).filter(|r| r.len() > 2) {
            return format!("{rest}{instead}");
        }
    }
    word.to_owned()
}

#[cfg(test)]
mod tests {
    use super::{arabic, english};

    #[test]
    fn forms_of_a_word_meet() {
        assert_eq!(arabic("والقائدين"), arabic("قائد"));
        assert_eq!(english("denied"), english("deny"));
        assert_eq!(english("minister's"), "minister");
        // Too short to lose an ending.
        assert_eq!(english("was"), "was");
        assert_eq!(arabic("وان"), "وان");
    }
}
