//! The words of a page in each form in which a wording may have them: without what is attached to an Arabic word.

use crate::drafting::content::page::Page;
use crate::extraction::Piece;
use crate::text::fold::fold;

/// The words of a page, each in the forms in which a wording may have it; no form where a token is no word.
#[derive(Debug)]
pub(in crate::drafting) struct Words {
    pub(super) forms: Vec<Vec<String>>,
}

impl Words {
    pub(super) fn new(page: &Page) -> Self {
        let arabic = page.arabic();
        let forms = (0..page.len())
            .map(|k| {
                if page.piece(k) != Piece::Word {
                    return Vec::new();
                }
                let text = page.text(k).replace('’', "'").to_lowercase();
                if arabic { bared(&text) } else { plain(text) }
            })
            .collect();
        Self { forms }
    }

    /// The words of an Arabic page of a case about a woman: «تتنفس» is met by what is listed as «يتنفس».
    pub(super) fn of_her(page: &Page) -> Self {
        let mut words = Self::new(page);
        if !page.arabic() {
            return words;
        }
        for forms in &mut words.forms {
            let more: Vec<String> = forms
                .iter()
                .filter_map(|w| w.strip_prefix('ت'))
                .filter(|rest| rest.chars().count() > 2)
                .map(|rest| format!("ي{rest}"))
                .collect();
            forms.extend(more);
        }
        words
    }
}

impl Words {
    /// The words of a name.
    pub(super) fn of_text(text: &str, arabic: bool) -> Self {
        Self::of_list(fold(text).to_lowercase().split_whitespace(), arabic)
    }

    /// Folded words.
    pub(in crate::drafting) fn of_list<'a>(
        words: impl Iterator<Item = &'a str>,
        arabic: bool,
    ) -> Self {
        let forms = words
            .map(|w| {
                let w = w.replace('’', "'");
                if arabic { bared(&w) } else { plain(w) }
            })
            .collect();
        Self { forms }
    }
}

fn plain(text: String) -> Vec<String> {
    match text.strip_suffix("'s") {
        Some(bare) => vec![bare.to_owned(), text.clone()],
        None => vec![text],
    }
}

/// An Arabic word without what is attached to it, in each way in which it may be taken apart.
fn bared(text: &str) -> Vec<String> {
    const LEAST: usize = 2;
    let long = |w: &str, n: usize| w.chars().count() >= n;
    let mut out = vec![text.to_owned()];
    let add = |w: &str, out: &mut Vec<String>| {
        if long(w, LEAST) && !out.iter().any(|o| o == w) {
            out.push(w.to_owned());
        }
    };
    let short = |w: &str| matches!(w, "لا" | "لم" | "لن" | "ما" | "قد" | "هو" | "هي" | "من");
    if let Some(w) = text
        .strip_prefix(['و', 'ف'])
        .filter(|w| long(w, 3) || short(w))
    {
        add(w, &mut out);
    }
    for w in out.clone() {
        if let Some(w) = w.strip_prefix(['ب', 'ل', 'ك', 'س']).filter(|w| long(w, 3)) {
            add(w, &mut out);
        }
        if let Some(w) = w.strip_prefix("لل").filter(|w| long(w, 3)) {
            add(w, &mut out);
            add(&format!("ال{w}"), &mut out);
        }
    }
    for w in out.clone() {
        if let Some(w) = w.strip_prefix("ال").filter(|w| long(w, 3)) {
            add(w, &mut out);
        }
    }
    for w in out.clone() {
        for end in ["هما", "ها", "هم", "نا", "وا", "ه", "ي", "ت", "ا", "ك"] {
            if let Some(w) = w.strip_suffix(end).filter(|w| long(w, 3)) {
                add(w, &mut out);
                if let Some(stem) = w.strip_suffix('ت').filter(|w| long(w, 2)) {
                    add(&format!("{stem}ه"), &mut out);
                }
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::bared;
    use crate::text::fold::fold;

    #[test]
    fn a_word_is_met_with_what_is_attached_to_it() {
        let forms = |w: &str| bared(&fold(w));
        assert!(forms("وبوفاته").contains(&fold("وفاة")));
        assert!(forms("جثمانه").contains(&fold("جثمان")));
        assert!(!forms("قتال").contains(&fold("قتل")));
    }
}
