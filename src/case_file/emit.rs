//! Writes one entry of a case file as RON text in the style of the project.
//!
//! The style: each field of the entry on its own line; what is within a field on one line as long as that line has at most 100 characters,
//! else one part a line, recursively; four spaces a level; a comma after the last part of what is broken over lines. Strings are escaped as
//! little as RON allows, so that Arabic stays readable, except that control and direction characters, which nobody would see, are written out
//! as `\u{…}`. The same value always gives the same text, and `ron` reads it back equal.

use std::fmt::Write as _;

use thiserror::Error;

use super::lex;

/// A value of RON to be written.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// A string.
    Str(String),
    /// A whole number.
    Int(i64),
    /// A number with a fraction; also infinities and not-a-number, which RON can write.
    Float(f64),
    /// `true` or `false`.
    Bool(bool),
    /// A bare word: a variant without content such as `denies`, or `None`.
    Word(String),
    /// `[…]`.
    List(Vec<Value>),
    /// `(…)` without names: a tuple.
    Tuple(Vec<Value>),
    /// `(name: value, …)`, in this order.
    Struct(Vec<(String, Value)>),
    /// `Name(…)`: a variant or named struct. Its content must be a [`Value::Tuple`] or [`Value::Struct`].
    Named(String, Box<Value>),
    /// `{key: value, …}`, in this order.
    Map(Vec<(Value, Value)>),
    /// `Some(…)`.
    Some(Box<Value>),
}

impl Value {
    /// A string.
    #[must_use]
    pub fn str(text: impl Into<String>) -> Self {
        Self::Str(text.into())
    }

    /// A bare word.
    #[must_use]
    pub fn word(word: impl Into<String>) -> Self {
        Self::Word(word.into())
    }

    /// A struct of these fields, in this order.
    pub fn fields<'n>(fields: impl IntoIterator<Item = (&'n str, Self)>) -> Self {
        Self::Struct(
            fields
                .into_iter()
                .map(|(name, value)| (name.to_owned(), value))
                .collect(),
        )
    }
}

/// Why a value cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum EmitError {
    /// A field or word that RON cannot write bare.
    #[error(
        "`{0}` is no name in RON: names have letters, digits and `_`, and do not begin with a digit"
    )]
    BadName(String),
    /// A named value whose content is neither a tuple nor a struct.
    #[error("`{0}(…)` can hold fields or parts only")]
    BadNamed(String),
}

/// The greatest number of characters of a line that holds a value of several parts.
const WIDTH: usize = 100;

/// One level of indentation.
const INDENT: usize = 4;

/// The text of one entry, without indentation before the first line and without a comma or line end after the last. Lines are separated
/// by LF; [`append_entry`](super::append_entry) fits them to the file.
///
/// # Errors
/// A field or word that is no name of RON.
pub fn emit_entry(entry: &Value) -> Result<String, EmitError> {
    let mut out = String::new();
    match entry {
        Value::Struct(fields) if !fields.is_empty() => broken(&mut out, entry, 0)?,
        Value::Named(name, content) if matches!(&**content, Value::Struct(fields) if !fields.is_empty()) =>
        {
            out.push_str(checked(name)?);
            broken(&mut out, content, 0)?;
        }
        other => laid_out(&mut out, other, 0, 0)?,
    }
    Ok(out)
}

/// Writes `value` at column `column`, on one line if it fits, else over several, indented from `level`. `column` counts what stands in the
/// line before it.
fn laid_out(out: &mut String, value: &Value, level: usize, column: usize) -> Result<(), EmitError> {
    let mut line = String::new();
    flat(&mut line, value)?;
    // One for the comma that follows.
    if column + line.chars().count() < WIDTH || !can_break(value) {
        out.push_str(&line);
        return Ok(());
    }
    match value {
        Value::Named(name, content) => {
            out.push_str(checked(name)?);
            broken(out, content, level)
        }
        Value::Some(content) => {
            out.push_str("Some(");
            laid_out(out, content, level, column + 5)?;
            out.push(')');
            Ok(())
        }
        _ => broken(out, value, level),
    }
}

/// Whether a value has parts to be put on lines of their own.
fn can_break(value: &Value) -> bool {
    match value {
        Value::List(parts) | Value::Tuple(parts) => !parts.is_empty(),
        Value::Struct(fields) => !fields.is_empty(),
        Value::Map(pairs) => !pairs.is_empty(),
        Value::Named(_, content) | Value::Some(content) => can_break(content),
        Value::Str(_) | Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::Word(_) => false,
    }
}

/// Writes a value of several parts with one part a line; the closing bracket is indented by `level`.
fn broken(out: &mut String, value: &Value, level: usize) -> Result<(), EmitError> {
    let (open, close) = brackets(value);
    out.push(open);
    let inner = level + INDENT;
    let start = |out: &mut String, before: &str| {
        out.push('\n');
        out.extend(std::iter::repeat_n(' ', inner));
        out.push_str(before);
        inner + before.chars().count()
    };
    match value {
        Value::List(parts) | Value::Tuple(parts) => {
            for part in parts {
                let column = start(out, "");
                laid_out(out, part, inner, column)?;
                out.push(',');
            }
        }
        Value::Struct(fields) => {
            for (name, field) in fields {
                let column = start(out, &format!("{}: ", checked(name)?));
                laid_out(out, field, inner, column)?;
                out.push(',');
            }
        }
        Value::Map(pairs) => {
            for (key, field) in pairs {
                let mut before = String::new();
                flat(&mut before, key)?;
                before.push_str(": ");
                let column = start(out, &before);
                laid_out(out, field, inner, column)?;
                out.push(',');
            }
        }
        // Only values with parts come here; the others write themselves.
        other => flat(out, other)?,
    }
    out.push('\n');
    out.extend(std::iter::repeat_n(' ', level));
    out.push(close);
    Ok(())
}

/// The brackets around the parts of a value.
fn brackets(value: &Value) -> (char, char) {
    match value {
        Value::List(_) => ('[', ']'),
        Value::Map(_) => ('{', '}'),
        _ => ('(', ')'),
    }
}

/// Writes a value on one line.
pub(super) fn flat(out: &mut String, value: &Value) -> Result<(), EmitError> {
    match value {
        Value::Str(text) => string(out, text),
        Value::Int(number) => {
            let _ = write!(out, "{number}");
        }
        Value::Float(number) if number.is_nan() => out.push_str("NaN"),
        Value::Float(number) => {
            let _ = write!(out, "{number:?}");
        }
        Value::Bool(yes) => out.push_str(if *yes { "true" } else { "false" }),
        Value::Word(word) => out.push_str(checked(word)?),
        Value::List(parts) | Value::Tuple(parts) => {
            let (open, close) = brackets(value);
            out.push(open);
            for (n, part) in parts.iter().enumerate() {
                separate(out, n);
                flat(out, part)?;
            }
            out.push(close);
        }
        Value::Struct(fields) => {
            out.push('(');
            for (n, (name, field)) in fields.iter().enumerate() {
                separate(out, n);
                out.push_str(checked(name)?);
                out.push_str(": ");
                flat(out, field)?;
            }
            out.push(')');
        }
        Value::Named(name, content) => {
            if !matches!(**content, Value::Tuple(_) | Value::Struct(_)) {
                return Err(EmitError::BadNamed(name.clone()));
            }
            out.push_str(checked(name)?);
            flat(out, content)?;
        }
        Value::Map(pairs) => {
            out.push('{');
            for (n, (key, field)) in pairs.iter().enumerate() {
                separate(out, n);
                flat(out, key)?;
                out.push_str(": ");
                flat(out, field)?;
            }
            out.push('}');
        }
        Value::Some(content) => {
            out.push_str("Some(");
            flat(out, content)?;
            out.push(')');
        }
    }
    Ok(())
}

/// A comma and a space before every part but the first.
fn separate(out: &mut String, n: usize) {
    if n > 0 {
        out.push_str(", ");
    }
}

/// `name`, if RON can write it bare: ASCII letters, digits and `_`. RON allows more; the project's field names need no more.
fn checked(name: &str) -> Result<&str, EmitError> {
    let plain = name.bytes().all(|b| b == b'_' || b.is_ascii_alphanumeric());
    if name.is_empty() || !plain || lex::name_end(name.as_bytes(), 0) != name.len() {
        return Err(EmitError::BadName(name.to_owned()));
    }
    Ok(name)
}

/// Writes a string literal.
fn string(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if is_unseen(c) => {
                let _ = write!(out, "\\u{{{:X}}}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Characters that change how text is shown without being seen: controls, direction marks and isolates, line separators, the byte-order
/// mark, interlinear and tag characters. The joiners U+200C and U+200D are left, since Persian and emoji are written with them.
fn is_unseen(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{061C}' | '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
            | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_written_in_house_style() {
        let span =
            |start, end| Value::fields([("start", Value::Int(start)), ("end", Value::Int(end))]);
        let bears = |claim: &str| {
            Value::fields([
                ("claim", Value::str(claim)),
                ("stance", Value::word("denies")),
                ("part", Value::List(vec![span(100, 200), span(300, 400)])),
            ])
        };
        let entry = Value::fields([
            ("id", Value::str("s1")),
            (
                "names",
                Value::Map(vec![(Value::str("ar"), Value::str("أبو \"علي\"\u{202E}"))]),
            ),
            ("cue", Value::Some(Box::new(span(1, 3)))),
            (
                "bears",
                Value::List(vec![
                    bears("dead-on-the-eleventh"),
                    bears("killed-in-the-strike"),
                ]),
            ),
            ("none", Value::List(Vec::new())),
        ]);
        let expected = "\
(
    id: \"s1\",
    names: {\"ar\": \"أبو \\\"علي\\\"\\u{202E}\"},
    cue: Some((start: 1, end: 3)),
    bears: [
        (
            claim: \"dead-on-the-eleventh\",
            stance: denies,
            part: [(start: 100, end: 200), (start: 300, end: 400)],
        ),
        (
            claim: \"killed-in-the-strike\",
            stance: denies,
            part: [(start: 100, end: 200), (start: 300, end: 400)],
        ),
    ],
    none: [],
)";
        assert_eq!(emit_entry(&entry).as_deref(), Ok(expected));
    }

    #[test]
    fn what_ron_cannot_write_is_refused() {
        for bad in ["", "two words", "1st", "a-b", "r#a", "اسم"] {
            assert_eq!(
                emit_entry(&Value::word(bad)),
                Err(EmitError::BadName(bad.to_owned()))
            );
        }
        let odd = Value::Named("A".to_owned(), Box::new(Value::Int(1)));
        assert_eq!(emit_entry(&odd), Err(EmitError::BadNamed("A".to_owned())));
    }
}
