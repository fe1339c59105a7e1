//! The parts of a picture that is too large to read, and the words and links between them.

use super::super::diagram::{Diagram, Line};
use super::super::split::{PartWords, split};
use super::edition::Edition;

/// The most boxes that are drawn as one picture where clusters hold them together; beyond it, a picture is split.
pub const MOST: usize = 60;
/// The boxes of one part.
const PART: usize = 36;

/// The parts of a diagram; one if it is small enough to read. `link` makes the reference to a box of another part: it is given the part,
/// counted from 1, and the fragment with its `#`.
///
/// Title, answer, bar and foot stand in every part, so that no part of an isnād diagram gives half an answer.
pub fn parts(
    diagram: &Diagram,
    edition: Edition,
    link: &dyn Fn(usize, &str) -> String,
) -> Vec<Diagram> {
    if diagram.nodes.len() <= MOST {
        return vec![diagram.clone()];
    }
    parts_of(diagram, PART, edition, link)
}

/// The same with at most `most` boxes a part.
pub fn parts_of(
    diagram: &Diagram,
    most: usize,
    edition: Edition,
    link: &dyn Fn(usize, &str) -> String,
) -> Vec<Diagram> {
    let line = |en: String, ar: String| match edition {
        Edition::En => Line::small(en, "en"),
        Edition::Ar => Line::small(ar, "ar"),
    };
    let words = PartWords {
        part: &|n, of| line(format!("Part {n} of {of}."), format!("الجزء {n} من {of}.")),
        continues: &|n| {
            line(
                format!("continues in part {n}"),
                format!("يتبع في الجزء {n}"),
            )
        },
        more: &|count, n| {
            line(
                format!("{count} more in part {n}"),
                format!("{count} غيرها في الجزء {n}"),
            )
        },
        href: &|n, id| {
            let target = super::super::text::ident(&format!("{}-{n}", diagram.id), id);
            Some(link(n, &format!("#{target}")))
        },
    };
    split(diagram, most, &words)
}
