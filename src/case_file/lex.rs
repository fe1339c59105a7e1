//! The pieces of RON that hide brackets and commas: strings, characters, comments, blanks.
//!
//! Everything here works on bytes and byte offsets, looks only forward, and takes any input. It follows the grammar of `ron` 0.12 for
//! what is valid, so that for a valid file the borders found are those `ron` sees; for what is not valid it says where that began.

use memchr::{memchr, memchr2, memmem};

/// How a byte matters outside strings and comments.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[repr(u8)]
pub(super) enum Class {
    /// Nothing to do with structure.
    Plain,
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// `"`.
    Quote,
    /// `'`.
    Apostrophe,
    /// `/`, which may begin a comment.
    Slash,
}

/// The class of every byte, looked up rather than matched because the scanner asks once a byte.
static CLASS: [Class; 256] = classes();

const fn classes() -> [Class; 256] {
    let mut table = [Class::Plain; 256];
    table[b'(' as usize] = Class::Open;
    table[b'[' as usize] = Class::Open;
    table[b'{' as usize] = Class::Open;
    table[b')' as usize] = Class::Close;
    table[b']' as usize] = Class::Close;
    table[b'}' as usize] = Class::Close;
    table[b'"' as usize] = Class::Quote;
    table[b'\'' as usize] = Class::Apostrophe;
    table[b'/' as usize] = Class::Slash;
    table
}

/// The class of `byte`.
pub(super) fn class(byte: u8) -> Class {
    CLASS[byte as usize]
}

/// The bracket that closes `open`.
pub(super) fn closer(open: u8) -> u8 {
    match open {
        b'(' => b')',
        b'[' => b']',
        _ => b'}',
    }
}

/// Where a string, a bracket or a comment went wrong.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Fault {
    /// Byte offset of what is at fault.
    pub(super) at: usize,
    /// What is wrong there.
    pub(super) kind: FaultKind,
}

/// What can go wrong inside one value.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum FaultKind {
    /// A quoted string that begins here is never closed, or is closed lines later by what should open another.
    UnclosedString,
    /// The string that ends here is followed by text that no value may be followed by.
    TextAfterString,
    /// A comment `/*` that begins here is never closed.
    UnclosedComment,
    /// The bracket here is never closed.
    UnclosedBracket,
    /// The closing bracket here does not match the one open.
    WrongCloser {
        /// Offset of the bracket that is open.
        open: usize,
    },
}

/// Number of bytes of the blank character at `at`, or 0: the white space of RON, which includes the direction marks.
pub(super) fn blank_len(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C) => 1,
        Some(0xC2) if bytes.get(at + 1) == Some(&0x85) => 2,
        Some(0xE2)
            if bytes.get(at + 1) == Some(&0x80)
                && matches!(bytes.get(at + 2), Some(0x8E | 0x8F | 0xA8 | 0xA9)) =>
        {
            3
        }
        _ => 0,
    }
}

/// The end of the comment that begins at `at`; `None` if none begins there.
///
/// # Errors
/// A block comment that is never closed.
pub(super) fn comment_end(bytes: &[u8], at: usize) -> Result<Option<usize>, Fault> {
    match bytes.get(at + 1) {
        Some(b'/') => Ok(Some(
            memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |n| at + n + 1),
        )),
        Some(b'*') => {
            let unclosed = Fault {
                at,
                kind: FaultKind::UnclosedComment,
            };
            let mut depth = 1usize;
            let mut i = at + 2;
            while depth > 0 {
                i += memchr2(b'/', b'*', bytes.get(i..).unwrap_or_default()).ok_or(unclosed)?;
                match (bytes[i], bytes.get(i + 1)) {
                    (b'/', Some(b'*')) => {
                        depth += 1;
                        i += 2;
                    }
                    (b'*', Some(b'/')) => {
                        depth -= 1;
                        i += 2;
                    }
                    _ => i += 1,
                }
            }
            Ok(Some(i))
        }
        _ => Ok(None),
    }
}

/// The first offset at or after `at` that is neither blank nor in a comment.
///
/// # Errors
/// A block comment that is never closed.
pub(super) fn skip_blank(bytes: &[u8], mut at: usize) -> Result<usize, Fault> {
    loop {
        while at < bytes.len() {
            let n = blank_len(bytes, at);
            if n == 0 {
                break;
            }
            at += n;
        }
        if bytes.get(at) != Some(&b'/') {
            return Ok(at);
        }
        match comment_end(bytes, at)? {
            Some(end) => at = end,
            None => return Ok(at),
        }
    }
}

/// Whether `byte` may be part of a name; bytes of other scripts count, since RON names may be Arabic.
pub(super) fn is_name_byte(byte: u8) -> bool {
    byte == b'_' || byte.is_ascii_alphanumeric() || byte >= 0x80
}

/// The end of the name at `at` (`at` itself if there is none). A raw name `r#type` is read with its prefix.
pub(super) fn name_end(bytes: &[u8], at: usize) -> usize {
    let raw =
        bytes.get(at..at + 2) == Some(b"r#") && bytes.get(at + 2).is_some_and(|b| is_name_byte(*b));
    if !raw && bytes.get(at).is_some_and(u8::is_ascii_digit) {
        return at;
    }
    let mut i = if raw { at + 2 } else { at };
    while i < bytes.len() && blank_len(bytes, i) == 0 {
        let more = raw && matches!(bytes[i], b'.' | b'+' | b'-');
        if !more && !is_name_byte(bytes[i]) {
            break;
        }
        i += 1;
    }
    i
}

/// The number of hashes of the raw string that the quote at `quote` opens; `None` if it opens an ordinary string.
fn raw_hashes(bytes: &[u8], quote: usize) -> Option<usize> {
    let before = &bytes[..quote];
    let hashes = before.iter().rev().take_while(|b| **b == b'#').count();
    let mut rest = &before[..before.len() - hashes];
    rest = rest.strip_suffix(b"r")?;
    rest = rest.strip_suffix(b"b").unwrap_or(rest);
    match rest.last() {
        Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'_' => None,
        _ => Some(hashes),
    }
}

/// The end of the string, plain or raw, whose quote stands at `quote`.
///
/// # Errors
/// A string that is never closed.
pub(super) fn string_end(bytes: &[u8], quote: usize) -> Result<usize, Fault> {
    let unclosed = Fault {
        at: quote,
        kind: FaultKind::UnclosedString,
    };
    // Only a quote right after `r` or `#` can open a raw string, and most come after a blank.
    let raw = match quote.checked_sub(1).map(|p| bytes[p]) {
        Some(b'r' | b'#') => raw_hashes(bytes, quote),
        _ => None,
    };
    let mut i = quote + 1;
    if let Some(hashes) = raw {
        let rest = &bytes[i..];
        if hashes == 0 {
            return memchr(b'"', rest).map(|n| i + n + 1).ok_or(unclosed);
        }
        // The ending is as long as the opening, so the search stays linear in what was read.
        let mut ending = vec![b'#'; hashes + 1];
        ending[0] = b'"';
        return memmem::find(rest, &ending)
            .map(|n| i + n + ending.len())
            .ok_or(unclosed);
    }
    loop {
        i += memchr2(b'"', b'\\', bytes.get(i..).unwrap_or_default()).ok_or(unclosed)?;
        if bytes[i] == b'"' {
            return Ok(i + 1);
        }
        i += 2;
    }
}

/// The end of the character literal whose apostrophe stands at `at`; `at + 1` if it opens none, so that a stray one does no harm.
pub(super) fn char_end(bytes: &[u8], at: usize) -> usize {
    let end = match bytes.get(at + 1) {
        Some(b'\\') => {
            // The longest escape is `\u{10FFFF}`; a literal never runs on to another line.
            let window = &bytes[at..bytes.len().min(at + 14)];
            window
                .iter()
                .enumerate()
                .skip(3)
                .take_while(|(_, b)| **b != b'\n')
                .find(|(_, b)| **b == b'\'')
                .map(|(n, _)| at + n + 1)
        }
        Some(lead) => {
            let len = match lead {
                0x00..=0x7F => 1,
                0xC0..=0xDF => 2,
                0xE0..=0xEF => 3,
                _ => 4,
            };
            (bytes.get(at + 1 + len) == Some(&b'\'')).then_some(at + len + 2)
        }
        None => None,
    };
    end.unwrap_or(at + 1)
}

/// Whether what stands at `at` may follow a string: a delimiter, a blank, a comment or the end.
fn may_follow_string(bytes: &[u8], at: usize) -> bool {
    match bytes.get(at) {
        None | Some(b',' | b')' | b']' | b'}' | b':' | b'/') => true,
        Some(_) => blank_len(bytes, at) > 0,
    }
}

/// The end of the string at `quote`, with the check that no text follows it directly.
///
/// After a lost quote every later string is read inside out, and then what was the inside of a string follows a quote. So this
/// check, one byte a string, is what finds a lost quote near the place where it was lost.
pub(super) fn checked_string_end(bytes: &[u8], quote: usize) -> Result<usize, Fault> {
    let end = string_end(bytes, quote)?;
    if may_follow_string(bytes, end) {
        return Ok(end);
    }
    let kind = if memchr2(b'\n', b'\r', &bytes[quote..end]).is_some() {
        FaultKind::UnclosedString
    } else {
        FaultKind::TextAfterString
    };
    Err(Fault { at: quote, kind })
}

/// The end of the value that begins at `at`, which must not be blank: after its closing bracket or quote, or after the last
/// significant byte before a `,`, a closing bracket or the end.
///
/// `stack` is room for the open brackets, passed in so that a file of many entries allocates it once.
///
/// # Errors
/// The first thing that keeps the value from having an end.
pub(super) fn value_end(bytes: &[u8], at: usize, stack: &mut Vec<usize>) -> Result<usize, Fault> {
    stack.clear();
    let mut i = at;
    let mut end = at;
    while i < bytes.len() {
        if !stack.is_empty() {
            while i < bytes.len() && class(bytes[i]) == Class::Plain {
                i += 1;
            }
            if i == bytes.len() {
                break;
            }
        }
        let byte = bytes[i];
        match class(byte) {
            Class::Plain => {
                if byte == b',' {
                    return Ok(end);
                }
                let blank = blank_len(bytes, i);
                if blank > 0 {
                    i += blank;
                } else {
                    i += 1;
                    end = i;
                }
                continue;
            }
            Class::Open => {
                stack.push(i);
                i += 1;
            }
            Class::Close => {
                let Some(open) = stack.pop() else {
                    return Ok(end);
                };
                if closer(bytes[open]) != byte {
                    return Err(Fault {
                        at: i,
                        kind: FaultKind::WrongCloser { open },
                    });
                }
                i += 1;
                if stack.is_empty() {
                    return Ok(i);
                }
            }
            Class::Quote => {
                i = checked_string_end(bytes, i)?;
                if stack.is_empty() {
                    return Ok(i);
                }
            }
            Class::Apostrophe => {
                i = char_end(bytes, i);
                end = i;
            }
            Class::Slash => match comment_end(bytes, i)? {
                Some(after) => i = after,
                None => {
                    i += 1;
                    end = i;
                }
            },
        }
    }
    match stack.last() {
        Some(open) => Err(Fault {
            at: *open,
            kind: FaultKind::UnclosedBracket,
        }),
        None => Ok(end),
    }
}
