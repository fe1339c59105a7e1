//! Text on its way into a picture: cleaned, given a direction, its foreign runs isolated, escaped.
//!
//! Four renderers draw mixed Arabic and Latin in the right order only if a right-to-left line has `direction="rtl"` *and* is wrapped
//! in U+2067 … U+2069, and if handles, addresses, telephone numbers and ranges inside it have an isolate of their own. The marks are
//! ours: whatever bidirectional controls a text brings along are taken out first, since they can make it read as something else.

use super::diagram::Direction;

/// The longest text drawn anywhere, in characters; the rest is cut and "…" says so.
pub const MAX_CHARS: usize = 1_500;

/// Takes out control and bidirectional characters, folds white space, and bounds the length.
///
/// Reads no more of the input than it needs, so a line of ten megabytes costs as little as a long one.
pub fn clean(text: &str, max_chars: usize) -> String {
    let mut out = String::with_capacity(text.len().min(max_chars * 2));
    let (mut count, mut space) = (0, false);
    // A text of nothing but white space or controls must not be read to its end either.
    for c in text.chars().take(max_chars.saturating_mul(8)) {
        if c.is_whitespace() {
            space = !out.is_empty();
            continue;
        }
        if is_hidden(c) {
            continue;
        }
        if space {
            out.push(' ');
            count += 1;
            space = false;
        }
        if count >= max_chars {
            out.push('…');
            return out;
        }
        out.push(c);
        count += 1;
    }
    out
}

/// Characters that are never drawn: controls, bidirectional controls, and what XML 1.0 forbids.
///
/// The zero width joiners stay: Persian and emoji need them, and they reorder nothing.
fn is_hidden(c: char) -> bool {
    c.is_control()
        || matches!(c as u32,
            0x061C | 0x200B | 0x200E | 0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF | 0xFFF9..=0xFFFB
            | 0xFFFE | 0xFFFF | 0xE0000..=0xE007F)
        || (c as u32 & 0xFFFE) == 0xFFFE
}

/// The direction of the first strong letter; left to right where there is none.
pub fn direction(text: &str) -> Direction {
    text.chars().find_map(strong).unwrap_or_default()
}

fn strong(c: char) -> Option<Direction> {
    match c as u32 {
        0x0660..=0x0669 | 0x06F0..=0x06F9 | 0x060C | 0x061B | 0x066A..=0x066C => None,
        0x0590..=0x08FF
        | 0xFB1D..=0xFDFF
        | 0xFE70..=0xFEFC
        | 0x10800..=0x10FFF
        | 0x1E800..=0x1EFFF => Some(Direction::Rtl),
        _ if c.is_alphabetic() => Some(Direction::Ltr),
        _ => None,
    }
}

/// A line as it goes into `<text>`: isolated as a whole if it runs right to left, its left-to-right runs isolated inside it, escaped.
pub fn drawn(line: &str, line_direction: Direction) -> String {
    let mut out = String::with_capacity(line.len() + 16);
    match line_direction {
        Direction::Ltr => {
            let mixed = line.chars().any(|c| strong(c) == Some(Direction::Rtl));
            if mixed {
                out.push('\u{2066}');
            }
            escape_into(line, &mut out);
            if mixed {
                out.push('\u{2069}');
            }
        }
        Direction::Rtl => {
            out.push('\u{2067}');
            let words: Vec<&str> = line.split(' ').collect();
            let mut i = 0;
            while i < words.len() {
                if i > 0 {
                    out.push(' ');
                }
                // A telephone number is several words that keep their order together.
                let mut more = if is_dialling(words[i]) {
                    words[i + 1..].iter().take_while(|w| is_digits(w)).count()
                } else {
                    0
                };
                if more > 0 {
                    out.push('\u{2066}');
                    escape_into(&words[i..=i + more].join(" "), &mut out);
                    out.push('\u{2069}');
                } else {
                    more = latin_run(&words[i..]).saturating_sub(1);
                    isolate_word(&words[i..=i + more].join(" "), &mut out);
                }
                i += 1 + more;
            }
            out.push('\u{2069}');
        }
    }
    out
}

fn is_dialling(word: &str) -> bool {
    word.strip_prefix('+').is_some_and(is_digits)
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|c| c.is_ascii_digit() || c == '-')
}

/// How many words from here on are one left-to-right run: a name of several words keeps its order
/// together, and a number after it stays with the line.
fn latin_run(words: &[&str]) -> usize {
    let latin = |word: &str| {
        let mut strong = word.chars().filter_map(strong);
        strong.next() == Some(Direction::Ltr) && strong.all(|d| d == Direction::Ltr)
    };
    let mut run = 0;
    for word in words {
        if !latin(word) || (run > 0 && word.starts_with(OUTER)) {
            break;
        }
        run += 1;
        if word.ends_with(OUTER) {
            break;
        }
    }
    run
}

/// Brackets, quotes and sentence marks: round a run they belong to the line.
const OUTER: [char; 18] = [
    '(', ')', '[', ']', '«', '»', '"', '،', '؛', '؟', ',', ';', '!', '?', ':', '.', '…', '‹',
];

/// Puts an isolate around the part of a word that must keep its left-to-right order (`@name`, `a/b`, `+963 11`, `2012–2018`, `-3.5%`).
fn isolate_word(word: &str, out: &mut String) {
    let has_rtl = word.chars().any(|c| strong(c) == Some(Direction::Rtl));
    let needs = !has_rtl
        && (word.chars().any(|c| strong(c) == Some(Direction::Ltr))
            || word.chars().any(|c| c.is_ascii_digit())
                && word
                    .chars()
                    .any(|c| c.is_ascii_punctuation() || matches!(c, '–' | '—' | '−' | '×' | '°')));
    if !needs {
        escape_into(word, out);
        return;
    }
    let outer = |c: char| c == '›' || OUTER.contains(&c);
    let core = word.trim_matches(outer);
    let start = word.find(core).unwrap_or(0);
    escape_into(&word[..start], out);
    out.push('\u{2066}');
    escape_into(core, out);
    out.push('\u{2069}');
    escape_into(&word[start + core.len()..], out);
}

/// Escapes for XML text and attribute values.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escape_into(text, &mut out);
    out
}

/// Escapes for XML text and attribute values, into `out`.
pub fn escape_into(text: &str, out: &mut String) {
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            c => out.push(c),
        }
    }
}

/// An id that is safe as an XML id, a URL fragment and a CSS name, different for different input.
///
/// Letters, digits, `-` and `.` stand for themselves, `_` is doubled, other bytes become `_` and two hexadecimal digits.
pub fn ident(prefix: &str, id: &str) -> String {
    let mut out = String::with_capacity(prefix.len() + id.len() + 3);
    let push = |text: &str, out: &mut String| {
        for b in text.bytes() {
            match b {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' => out.push(b as char),
                b'_' => out.push_str("__"),
                b => out.push_str(&format!("_{b:02x}")),
            }
        }
    };
    // An id must not start with a digit or a dash.
    if !prefix.starts_with(|c: char| c.is_ascii_alphabetic()) {
        out.push_str("p-");
    }
    push(prefix, &mut out);
    out.push('-');
    push(id, &mut out);
    out
}

/// The reference, if it is a fragment or a relative path; anything with a scheme, a host or a control character is refused.
pub fn safe_href(href: &str) -> Option<&str> {
    let path = href.split(['#', '?']).next().unwrap_or("");
    let fine = !href.is_empty()
        && href.len() <= 2_000
        && !href
            .chars()
            .any(|c| is_hidden(c) || c == '\\' || c.is_whitespace())
        && !path.contains(':')
        && !path.starts_with("//");
    fine.then_some(href)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_reorders_or_breaks_is_taken_out() {
        assert_eq!(clean("a\u{202E}b\0\u{2066}c\u{FFFE} \n d", 100), "abc d");
        assert_eq!(clean("قُتل\u{200F} ", 100), "قُتل");
    }

    #[test]
    fn ten_megabytes_are_cut() {
        let long = "x".repeat(10 << 20);
        assert_eq!(clean(&long, 20).chars().count(), 21);
    }

    #[test]
    fn handles_ranges_and_numbers_keep_their_order() {
        assert_eq!(
            drawn("قال (@abc_d) إن", Direction::Rtl),
            "\u{2067}قال (\u{2066}@abc_d\u{2069}) إن\u{2069}"
        );
        assert_eq!(
            drawn("من 2012–2018.", Direction::Rtl),
            "\u{2067}من \u{2066}2012–2018\u{2069}.\u{2069}"
        );
        assert_eq!(
            drawn("هاتف +963 11 555 مباشر", Direction::Rtl),
            "\u{2067}هاتف \u{2066}+963 11 555\u{2069} مباشر\u{2069}"
        );
        assert_eq!(
            drawn("نسبة -3.5%", Direction::Rtl),
            "\u{2067}نسبة \u{2066}-3.5%\u{2069}\u{2069}"
        );
    }

    #[test]
    fn only_fragments_and_relative_paths_are_linked() {
        for good in ["#a", "page.html#x", "../a/b?c=d:e", "a/b"] {
            assert_eq!(safe_href(good), Some(good));
        }
        for bad in [
            "javascript:alert(1)",
            "//host/x",
            "https://host",
            "a b",
            "\\\\host",
            "data:x",
            "",
        ] {
            assert_eq!(safe_href(bad), None, "{bad}");
        }
    }

    #[test]
    fn idents_do_not_collide() {
        assert_ne!(ident("p", "a b"), ident("p", "a_20b"));
        assert_eq!(ident("p", "s-1"), "p-s-1");
    }
}
