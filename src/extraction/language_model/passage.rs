//! Cuts a text into passages that a model can be given at once.

/// The passages of a text, each with the offset of its first character. Together they are the whole text.
///
/// A passage holds at most `most` characters (at least 200 are allowed). It ends after a line if one ends within its second
/// half, else after a sentence, else after a word, else where it must.
pub(super) fn passages(text: &str, most: usize) -> Vec<(u32, &str)> {
    let most = most.max(200);
    let mut all = Vec::new();
    let mut rest = text;
    let mut at = 0_u32;
    while !rest.is_empty() {
        let end = end(rest, most);
        let (passage, after) = rest.split_at(end);
        all.push((at, passage));
        at = at.saturating_add(u32::try_from(passage.chars().count()).unwrap_or(u32::MAX));
        rest = after;
    }
    all
}

/// The byte at which the first passage ends.
fn end(text: &str, most: usize) -> usize {
    let mut line = None;
    let mut sentence = None;
    let mut word = None;
    for (count, (byte, c)) in text.char_indices().enumerate() {
        if count == most {
            return line.or(sentence).or(word).unwrap_or(byte);
        }
        if count * 2 < most {
            continue;
        }
        let after = byte + c.len_utf8();
        match c {
            '\n' => line = Some(after),
            '.' | '!' | '?' | '؟' | '…' => sentence = Some(after),
            c if c.is_whitespace() => word = Some(after),
            _ => {}
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_are_the_text_and_no_longer_than_allowed() {
        let text = "قالت المديرة إن السد سليم. ".repeat(60) + "\n" + &"كلمة".repeat(300);
        let all = passages(&text, 500);
        assert_eq!(all.iter().map(|(_, p)| *p).collect::<String>(), text);
        assert!(all.iter().all(|(_, p)| p.chars().count() <= 500));
        assert!(all[0].1.ends_with(". ") || all[0].1.ends_with('.'));
        let mut at = 0;
        for (start, passage) in all {
            assert_eq!(start, at);
            at += passage.chars().count() as u32;
        }
    }

    #[test]
    fn a_short_text_is_one_passage_and_none_is_none() {
        assert_eq!(passages("كلمة", 10), [(0, "كلمة")]);
        assert!(passages("", 10).is_empty());
    }
}
