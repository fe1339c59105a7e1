//! A long text in blocks: read one after the other, so that what is kept of the words of a text is bounded, however long it is.
//!
//! An article is one block. A longer text is cut after a line, so that no sentence and no quotation of one paragraph is parted;
//! who has been met, and who spoke, is carried over. What is learnt from how often a word stands in the text is learnt within
//! a block.

/// A block has at least so many bytes, unless it is the last: as long as a short book.
const LEAST: usize = 256 << 10;

/// A line that is longer than this is cut within.
const MOST: usize = 2 * LEAST;

/// The blocks of a text, which together are the text.
pub(super) fn blocks(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let (block, after) = rest.split_at(end(rest));
        rest = after;
        Some(block)
    })
}

/// Where the first block of a text ends: after an empty line, else after a line, else after a full stop, else after a word.
fn end(text: &str) -> usize {
    if text.len() <= MOST {
        return text.len();
    }
    let window = LEAST..text.floor_char_boundary(MOST);
    let Some(here) = text.get(text.floor_char_boundary(window.start)..window.end) else {
        return window.end;
    };
    let from = window.end - here.len();
    ["\n\n", "\n", ". ", " "]
        .iter()
        .find_map(|cut| here.find(cut).map(|at| from + at + cut.len()))
        .unwrap_or(window.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_the_text_and_bounded_whatever_stands_in_it() {
        let sentence = "قالت المديرة إن السد سليم. ";
        let article = format!("{}\n\n", sentence.repeat(40));
        for text in [
            String::new(),
            article.clone(),
            article.repeat(900),
            sentence.repeat(40_000),
            "كلمة".repeat(300_000),
            "a".repeat(MOST),
            "\n".repeat(3 * MOST),
        ] {
            let all: Vec<&str> = blocks(&text).collect();
            assert_eq!(all.concat(), text);
            assert!(all.iter().all(|block| block.len() <= MOST));
            assert_eq!(all.len() > 1, text.len() > MOST);
        }
    }

    #[test]
    fn a_block_ends_with_an_article_where_it_can() {
        let article = format!("{}\n\n", "قالت المديرة إن السد سليم.\n".repeat(40));
        assert!(blocks(&article.repeat(900)).all(|block| block.ends_with("\n\n")));
    }
}
