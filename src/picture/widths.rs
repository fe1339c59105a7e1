//! How wide a piece of text will be drawn, whatever fonts the reader has.
//!
//! Boxes are sized before anybody knows which font will fill them, so the figure for each character is the widest that any
//! of the common fonts draws it (`widths_table.rs`), and a margin covers the rest. Arabic letters change width with the form
//! they join in, so the form is worked out first. The result does not depend on the machine's fonts and errs to the wide side:
//! a box may be roomier than its text, never tighter.

use super::widths_table as table;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthChar;

/// Added to each width for fonts outside the measured ones, as a factor.
pub const MARGIN: f64 = 1.03;

/// Width of one character nobody measured, in thousandths of an em.
const OTHER: u16 = 1100;

/// Whether text is drawn in regular or bold letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    /// CSS weight 400.
    Regular,
    /// CSS weight 700.
    Bold,
}

/// The width of one line in pixels at `size` pixels, margin included.
///
/// Control and format characters count nothing; combining marks count nothing.
pub fn width(text: &str, size: f64, weight: Weight) -> f64 {
    let mut sum: u64 = 0;
    let mut before: Option<Joining> = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let joining = joining(c);
        if joining == Joining::Transparent {
            continue;
        }
        let after = {
            let mut rest = chars.clone();
            rest.find(|c| self::joining(*c) != Joining::Transparent)
                .map(self::joining)
        };
        let linked_before = matches!(before, Some(Joining::Dual | Joining::Causing))
            && matches!(joining, Joining::Dual | Joining::Right | Joining::Causing);
        let linked_after = matches!(joining, Joining::Dual | Joining::Causing)
            && matches!(
                after,
                Some(Joining::Dual | Joining::Right | Joining::Causing)
            );
        let form = match (linked_before, linked_after) {
            (false, false) => 0,
            (true, false) => 1,
            (false, true) => 2,
            (true, true) => 3,
        };
        sum += u64::from(advance(c, form, weight));
        before = Some(joining);
    }
    // Emoji sequences are one glyph, but a font without them draws each part: the sum stands.
    sum as f64 / 1000.0 * size * MARGIN
}

/// Where a text may be cut so that neither half is wider than it must be: grapheme cluster boundaries, as byte offsets.
pub fn clusters(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.grapheme_indices(true)
}

/// How an Arabic letter joins its neighbours (Unicode Standard, section 9.2).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Joining {
    /// Joins on both sides.
    Dual,
    /// Joins only to the letter before it.
    Right,
    /// Makes its neighbours join and is drawn (tatweel) or not (zero width joiner).
    Causing,
    /// Marks: the letters on either side join through it.
    Transparent,
    /// Does not join.
    None,
}

fn joining(c: char) -> Joining {
    match c as u32 {
        0x0640 | 0x200D => Joining::Causing,
        0x064B..=0x065F
        | 0x0670
        | 0x06D6..=0x06DC
        | 0x06DF..=0x06E4
        | 0x06E7
        | 0x06E8
        | 0x06EA..=0x06ED => Joining::Transparent,
        0x0300..=0x036F | 0x200E | 0x200F | 0x202A..=0x202E | 0x2066..=0x2069 => {
            Joining::Transparent
        }
        0x0622..=0x0625 | 0x0627 | 0x0629 | 0x062F..=0x0632 | 0x0648 => Joining::Right,
        0x0671..=0x0673
        | 0x0675..=0x0677
        | 0x0688..=0x0699
        | 0x06C0
        | 0x06C3..=0x06CB
        | 0x06CD
        | 0x06CF
        | 0x06D2
        | 0x06D3
        | 0x06D5 => Joining::Right,
        0x0621 | 0x0674 => Joining::None,
        0x0620..=0x064A | 0x066E..=0x06D3 => Joining::Dual,
        _ => Joining::None,
    }
}

/// One character's advance in thousandths of an em; `form` is 0 isolated, 1 final, 2 initial, 3 medial.
fn advance(c: char, form: usize, weight: Weight) -> u16 {
    let pick = |regular: u16, bold: u16| match weight {
        Weight::Regular => regular,
        Weight::Bold => bold,
    };
    let code = c as u32;
    match code {
        0x20..=0x7E => {
            let i = (code - 0x20) as usize;
            pick(table::ASCII_REGULAR[i], table::ASCII_BOLD[i])
        }
        0x620..=0x6D5 => {
            let i = (code - 0x620) as usize;
            pick(table::ARABIC_REGULAR[i][form], table::ARABIC_BOLD[i][form])
        }
        // A joiner that is not there to be seen still takes no room.
        0x200B..=0x200F | 0x202A..=0x202E | 0x2060..=0x206F | 0xFE00..=0xFE0F | 0xFEFF => 0,
        0x00A0 | 0x202F => pick(table::ASCII_REGULAR[0], table::ASCII_BOLD[0]),
        0x060C | 0x061B | 0x061F => 500,
        0x00D7 | 0x2012..=0x2014 | 0x2026 | 0x2190..=0x2193 | 0x2212 | 0x2260..=0x2265 => pick(
            table::WIDE_PUNCTUATION_REGULAR,
            table::WIDE_PUNCTUATION_BOLD,
        ),
        0x00AB | 0x00B7 | 0x00BB | 0x2010 | 0x2011 | 0x2018..=0x201E | 0x2022 | 0x2039 | 0x203A => {
            pick(
                table::NARROW_PUNCTUATION_REGULAR,
                table::NARROW_PUNCTUATION_BOLD,
            )
        }
        0x00A1..=0x00BF => pick(
            table::LATIN_PUNCTUATION_REGULAR,
            table::LATIN_PUNCTUATION_BOLD,
        ),
        0x00C6 | 0x00E6 | 0x0132 | 0x0133 | 0x0149 | 0x0152 | 0x0153 => OTHER,
        0x00C0..=0x017F | 0x1E00..=0x1EFF if c.is_uppercase() => {
            pick(table::LATIN_UPPER_REGULAR, table::LATIN_UPPER_BOLD)
        }
        0x00C0..=0x017F | 0x1E00..=0x1EFF => {
            pick(table::LATIN_LOWER_REGULAR, table::LATIN_LOWER_BOLD)
        }
        0x02B9..=0x02DF => pick(
            table::NARROW_PUNCTUATION_REGULAR,
            table::NARROW_PUNCTUATION_BOLD,
        ),
        0x0386..=0x03CE => pick(table::GREEK_REGULAR, table::GREEK_BOLD),
        0x0400..=0x042F => pick(table::CYRILLIC_UPPER_REGULAR, table::CYRILLIC_UPPER_BOLD),
        0x0430..=0x045F => pick(table::CYRILLIC_LOWER_REGULAR, table::CYRILLIC_LOWER_BOLD),
        _ => match c.width() {
            Some(0) | None => 0,
            _ => OTHER,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joined_arabic_is_narrower_than_its_letters_apart() {
        let joined = width("مقتل", 100.0, Weight::Regular);
        let apart: f64 = "مقتل"
            .chars()
            .map(|c| width(&c.to_string(), 100.0, Weight::Regular))
            .sum();
        assert!(joined < apart * 0.85, "{joined} against {apart}");
    }

    #[test]
    fn marks_and_controls_take_no_room() {
        let plain = width("قتل", 10.0, Weight::Regular);
        assert_eq!(plain, width("قُتِلَ", 10.0, Weight::Regular));
        assert_eq!(plain, width("\u{2067}قتل\u{2069}", 10.0, Weight::Regular));
    }

    /// Shaped widths measured over the fonts with `benches/pictures_widths.py --check`, the widest font each.
    #[test]
    fn no_measured_font_is_wider_than_the_table_says() {
        let measured: [(&str, f64, f64); 5] = [
            ("راجت أنباء مقتله", 6840.0, 8169.0),
            ("نفى مصدر محلي الخبر", 9409.0, 11138.0),
            ("مقاتل في المخيم", 7103.0, 8647.0),
            ("لا إصابة ولا مقتل", 6924.0, 8461.0),
            ("Denied by two undisclosed origins", 17146.0, 19384.0),
        ];
        for (text, regular, bold) in measured {
            for (weight, real) in [(Weight::Regular, regular), (Weight::Bold, bold)] {
                let ours = width(text, 1000.0, weight);
                assert!(ours >= real, "{text}: {ours} < {real}");
                assert!(
                    ours <= real * 1.3,
                    "{text}: {ours} is far wider than {real}"
                );
            }
        }
    }
}
