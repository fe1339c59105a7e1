//! Texts of strangers as text of Markdown.

use super::super::parts;

/// Characters that mean something to Markdown wherever they stand.
const MARKUP: &[char] = &[
    '\\', '`', '*', '_', '[', ']', '>', '#', '|', '~', '!', '@', '$', '^', '{', '}',
];

/// Text that Markdown shows as it is: no markup, no HTML, no address that becomes a link, one line.
/// Invisible and reordering characters are gone, and the whole is isolated (UAX 9) where it has
/// letters that run from right to left.
pub(in crate::report) fn text(words: &str) -> String {
    let clean = parts::clean(words);
    let line = clean.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut out = String::with_capacity(line.len() + 8);
    let mut rest = line.as_str();
    while let Some(c) = rest.chars().next() {
        // Some systems pass what looks like a tag on before they look for backslashes.
        if let Some(entity) = entity(c) {
            out.push_str(entity);
            rest = &rest[c.len_utf8()..];
            continue;
        }
        let bare = rest.starts_with("://") || starts_with_www(&line, rest);
        if MARKUP.contains(&c) || bare || (rest.len() == line.len() && opens_block(&line)) {
            out.push('\\');
        }
        out.push(c);
        rest = &rest[c.len_utf8()..];
    }
    if line.chars().any(is_rtl) {
        format!("\u{2068}{}\u{2069}", ids_apart(&out))
    } else {
        out
    }
}

/// Within right-to-left text, runs such as `003-20` or `2026-11-22T00:30Z` set apart, whose parts would change
/// places.
fn ids_apart(line: &str) -> String {
    let part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | ':');
    let mut out = String::with_capacity(line.len() + 16);
    let mut rest = line;
    while let Some(start) = rest.find(|c: char| c.is_ascii_alphanumeric()) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c| !part(c)).unwrap_or(from.len());
        let run = from[..end].trim_end_matches(['-', ':']);
        out.push_str(before);
        if run.contains(['-', ':']) {
            out.push('\u{2068}');
            out.push_str(run);
            out.push('\u{2069}');
        } else {
            out.push_str(run);
        }
        rest = &from[run.len()..];
    }
    out.push_str(rest);
    out
}

/// What begins a tag or an entity is never written as it is.
fn entity(c: char) -> Option<&'static str> {
    match c {
        '<' => Some("&lt;"),
        '&' => Some("&amp;"),
        _ => None,
    }
}

/// Whether the rest begins with the dot of "www.".
fn starts_with_www(line: &str, rest: &str) -> bool {
    let before = &line[..line.len() - rest.len()];
    rest.starts_with('.')
        && before
            .get(before.len().saturating_sub(3)..)
            .is_some_and(|end| end.eq_ignore_ascii_case("www"))
}

/// Whether the line's first character would begin a list, a rule or a heading's underline.
fn opens_block(line: &str) -> bool {
    line.starts_with(['-', '+', '='])
}

/// Hebrew, Arabic and their neighbours, with their presentation forms.
fn is_rtl(c: char) -> bool {
    matches!(c as u32, 0x0590..=0x08FF | 0xFB1D..=0xFDFF | 0xFE70..=0xFEFC | 0x10800..=0x10FFF | 0x1E800..=0x1EFFF)
}

#[cfg(test)]
mod tests {
    use super::text;

    #[test]
    fn strangers_write_no_markup() {
        assert_eq!(
            text("<script>alert(1)</script> **b** [x](y)\n# h | c"),
            r"&lt;script\>alert(1)&lt;/script\> \*\*b\*\* \[x\](y) \# h \| c"
        );
        assert_eq!(text("- a"), r"\- a");
        assert_eq!(
            text("http://a.example www.b.example"),
            r"http\://a.example www\.b.example"
        );
        assert_eq!(text("قال\u{202e}"), "\u{2068}قال\u{2069}");
    }
}
