//! Parts of the page that wait in its file, compressed, until the reader comes near them.
//!
//! A part is written as `script type="application/octet-stream"`, which browsers neither run nor read as
//! markup, so that it costs nothing to open the page. Its text is Base64 (RFC 4648) of a zlib stream
//! (RFC 1950) of UTF-8; the page's own script opens it (`script/inflate.js`) and looks at the stream's
//! checksum first. What is packed is markup of this program's own templates, escaped as everywhere.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use maud::{Markup, PreEscaped, html};
use miniz_oxide::deflate::compress_to_vec_zlib;

/// Miniz' level: beyond it files hardly become smaller, and take much longer to make.
const LEVEL: u8 = 7;

/// A text as it waits in the page.
#[must_use]
pub fn pack(text: &str) -> String {
    base64(&compress_to_vec_zlib(text.as_bytes(), LEVEL))
}

/// Base64 with padding.
pub(super) fn base64(bytes: &[u8]) -> String {
    STANDARD.encode(bytes)
}

/// Markup that waits. `what` says of what kind it is, for the script; `ids` which places of the page it
/// holds, so that a link to one of them leads into it.
pub(super) fn packed<'i>(
    what: &str,
    ids: impl IntoIterator<Item = &'i String>,
    markup: &Markup,
) -> Markup {
    let ids: Vec<&str> = ids.into_iter().map(String::as_str).collect();
    html! {
        script type="application/octet-stream" data-pack=(what) data-holds=[(!ids.is_empty()).then(|| ids.join(" "))] {
            (PreEscaped(pack(&markup.0)))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use miniz_oxide::inflate::decompress_to_vec_zlib;

    #[test]
    fn what_is_packed_is_there_again() {
        for text in ["", "a", "هل قُتل؟ </script>", &"قول ".repeat(70_000)] {
            let packed = pack(text);
            assert!(
                packed
                    .bytes()
                    .all(|b| b.is_ascii_alphanumeric() || b"+/=".contains(&b))
            );
            let bytes = STANDARD.decode(&packed).expect("Base64");
            let plain = decompress_to_vec_zlib(&bytes).expect("zlib");
            assert_eq!(String::from_utf8(plain).expect("UTF-8"), text);
        }
    }

    #[test]
    fn ids_are_named() {
        let ids = ["statement-1".to_owned(), "statement-2".to_owned()];
        let markup = packed("part", &ids, &html! { p { "x" } }).0;
        assert!(markup.starts_with(
            r#"<script type="application/octet-stream" data-pack="part" data-holds="statement-1 statement-2">"#
        ));
    }
}
