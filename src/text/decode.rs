//! From bytes to text: UTF-8 or a refusal that names what it is instead and how to convert it.
//!
//! Guessing an encoding and going on would shift every span and could turn one name into another, so nothing is guessed into the case: the
//! guess goes into the error only.

use thiserror::Error;

/// A text as it was decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decoded<'b> {
    /// The text, without the byte-order mark. Newlines are kept as they are. All offsets count from here, that is, after the mark.
    pub text: &'b str,
    /// Whether a byte-order mark stood before the text.
    pub bom: bool,
}

/// The encodings that are recognised in order to be refused by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// UTF-16, low byte first: what Windows programs save as "Unicode".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// UTF-32, low byte first.
    Utf32Le,
    /// UTF-32, high byte first.
    Utf32Be,
    /// Windows-1256, the Arabic code page of Windows.
    Windows1256,
    /// ISO 8859-6, the Arabic part of ISO 8859.
    Iso8859_6,
}

impl Encoding {
    /// The name by which converters know the encoding.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Utf32Le => "UTF-32LE",
            Self::Utf32Be => "UTF-32BE",
            Self::Windows1256 => "WINDOWS-1256",
            Self::Iso8859_6 => "ISO-8859-6",
        }
    }
}

/// Why bytes are no text that Isnad reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum DecodeError {
    /// Another encoding: certain if `marked`, else judged by the bytes.
    #[error("the text is {}{}, not UTF-8", .encoding.name(), if *.marked { "" } else { " by the look of its bytes" })]
    Foreign {
        /// Which one.
        encoding: Encoding,
        /// Whether the file says so itself, by a byte-order mark.
        marked: bool,
    },
    /// A NUL character: no article has one, and other programs would end the text there.
    #[error("the text has a NUL character at byte {at}")]
    Nul {
        /// Byte offset in the file.
        at: usize,
    },
    /// Not UTF-8, and no encoding that is recognised.
    #[error("the text is not UTF-8: byte {at} (0x{byte:02X}) fits no character")]
    Invalid {
        /// Byte offset in the file of the first byte that does not fit.
        at: usize,
        /// That byte.
        byte: u8,
    },
}

impl DecodeError {
    /// What to do about it.
    #[must_use]
    pub fn hint(&self) -> String {
        match self {
            Self::Foreign { encoding, .. } => format!(
                "convert it first: iconv -f {} -t UTF-8 OLD > NEW, and look at NEW before you go on",
                encoding.name()
            ),
            Self::Nul { .. } => {
                "is this a text file at all? If it is, remove the NUL characters".to_owned()
            }
            Self::Invalid { .. } => {
                "save it as UTF-8 from the program that made it, or convert it with iconv; \
                 if it is UTF-8 cut short, fetch it again"
                    .to_owned()
            }
        }
    }
}

/// Reads `bytes` as UTF-8, with or without a byte-order mark.
///
/// # Errors
/// Other encodings, by name where they are recognised; NUL characters.
pub fn decode(bytes: &[u8]) -> Result<Decoded<'_>, DecodeError> {
    let marked = |encoding| {
        Err(DecodeError::Foreign {
            encoding,
            marked: true,
        })
    };
    // The mark of UTF-32LE begins with that of UTF-16LE, so it is asked first.
    match bytes {
        [0xFF, 0xFE, 0, 0, ..] => return marked(Encoding::Utf32Le),
        [0, 0, 0xFE, 0xFF, ..] => return marked(Encoding::Utf32Be),
        [0xFF, 0xFE, ..] => return marked(Encoding::Utf16Le),
        [0xFE, 0xFF, ..] => return marked(Encoding::Utf16Be),
        _ => {}
    }
    if let Some(at) = memchr::memchr(0, bytes) {
        // UTF-16 without a mark is valid UTF-8 as long as it is ASCII or Arabic, so it shows by its NULs only.
        return Err(
            wide(bytes).map_or(DecodeError::Nul { at }, |encoding| DecodeError::Foreign {
                encoding,
                marked: false,
            }),
        );
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(match text.strip_prefix('\u{FEFF}') {
            Some(text) => Decoded { text, bom: true },
            None => Decoded { text, bom: false },
        }),
        Err(error) => {
            let at = error.valid_up_to();
            Err(match arabic_code_page(bytes) {
                Some(encoding) => DecodeError::Foreign {
                    encoding,
                    marked: false,
                },
                None => DecodeError::Invalid {
                    at,
                    byte: bytes.get(at).copied().unwrap_or_default(),
                },
            })
        }
    }
}

/// UTF-16 by its pattern: nearly every second byte is the high byte of a Latin (00) or Arabic (06) character.
fn wide(bytes: &[u8]) -> Option<Encoding> {
    let head = &bytes[..bytes.len().min(4096)];
    let high = |from: usize| {
        head.iter()
            .skip(from)
            .step_by(2)
            .filter(|b| matches!(b, 0x00 | 0x06))
            .count()
    };
    let (even, odd, pairs) = (high(0), high(1), head.len() / 2);
    // Nine in ten, and few of the others: characters of other blocks (quotation marks, dashes) are the rest.
    let nearly_all = |n: usize| pairs > 0 && n * 10 >= pairs * 9;
    match (nearly_all(even), nearly_all(odd)) {
        (false, true) => Some(Encoding::Utf16Le),
        (true, false) => Some(Encoding::Utf16Be),
        _ => None,
    }
}

/// Windows-1256 or ISO 8859-6 by its bytes.
///
/// In both, Arabic letters lie between C0 and ED and make up most of the bytes of a text. From heh on they differ: heh, waw, alef maksura
/// and yeh are E7 to EA in ISO 8859-6, where Windows-1256 has rare French letters; yeh and alef maksura are ED and EC in Windows-1256, where
/// ISO 8859-6 has vowel marks.
fn arabic_code_page(bytes: &[u8]) -> Option<Encoding> {
    // Mostly sound UTF-8 with some bytes broken is not another encoding.
    let (mut sound, mut broken) = (0usize, 0usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    if sound > broken {
        return None;
    }
    let mut counts = [0usize; 256];
    for byte in bytes {
        counts[usize::from(*byte)] += 1;
    }
    let within = |from: usize, to: usize| counts[from..=to].iter().sum::<usize>();
    let (high, letters) = (within(0x80, 0xFF), within(0xC0, 0xED));
    let latin = within(0x41, 0x5A) + within(0x61, 0x7A);
    // European single-byte texts have accents among many plain letters; an Arabic text is nearly all high bytes.
    if letters * 10 < high * 8 || letters <= latin {
        return None;
    }
    let iso = within(0xE7, 0xEA);
    let windows = within(0xEC, 0xED);
    match iso.cmp(&windows) {
        std::cmp::Ordering::Greater => Some(Encoding::Iso8859_6),
        std::cmp::Ordering::Less => Some(Encoding::Windows1256),
        std::cmp::Ordering::Equal => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SENTENCE: &str = "نفى مصدر في الوزارة أن يكون المدير قد استقال، وقال إنه على رأس عمله";

    fn utf16(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    /// The letters of the sentence in a code page, given as the bytes for alef and for the letters from feh to yeh.
    fn code_page(text: &str, late: &[(char, u8)]) -> Vec<u8> {
        const EARLY: &[(char, u8)] = &[
            ('أ', 0xC3),
            ('إ', 0xC5),
            ('ا', 0xC7),
            ('ب', 0xC8),
            ('ة', 0xC9),
            ('ت', 0xCA),
            ('د', 0xCF),
            ('ر', 0xD1),
            ('ز', 0xD2),
            ('س', 0xD3),
            ('ص', 0xD5),
        ];
        text.chars()
            .filter_map(|c| {
                if c.is_ascii() {
                    return u8::try_from(c).ok();
                }
                EARLY
                    .iter()
                    .chain(late)
                    .find(|(l, _)| *l == c)
                    .map(|(_, b)| *b)
            })
            .collect()
    }

    const ISO: &[(char, u8)] = &[
        ('ع', 0xD9),
        ('ف', 0xE1),
        ('ق', 0xE2),
        ('ك', 0xE3),
        ('ل', 0xE4),
        ('م', 0xE5),
        ('ن', 0xE6),
        ('ه', 0xE7),
        ('و', 0xE8),
        ('ى', 0xE9),
        ('ي', 0xEA),
        ('،', 0xAC),
    ];
    const WINDOWS: &[(char, u8)] = &[
        ('ع', 0xDA),
        ('ف', 0xDD),
        ('ق', 0xDE),
        ('ك', 0xDF),
        ('ل', 0xE1),
        ('م', 0xE3),
        ('ن', 0xE4),
        ('ه', 0xE5),
        ('و', 0xE6),
        ('ى', 0xEC),
        ('ي', 0xED),
        ('،', 0xA1),
    ];

    fn foreign(bytes: &[u8]) -> Option<(Encoding, bool)> {
        match decode(bytes) {
            Err(DecodeError::Foreign { encoding, marked }) => Some((encoding, marked)),
            _ => None,
        }
    }

    #[test]
    fn utf8_is_read_and_its_mark_is_no_part_of_it() {
        let plain = decode(SENTENCE.as_bytes());
        assert_eq!(
            plain,
            Ok(Decoded {
                text: SENTENCE,
                bom: false
            })
        );
        let marked = format!("\u{FEFF}{SENTENCE}");
        assert_eq!(
            decode(marked.as_bytes()),
            Ok(Decoded {
                text: SENTENCE,
                bom: true
            })
        );
        assert_eq!(
            decode(b""),
            Ok(Decoded {
                text: "",
                bom: false
            })
        );
    }

    #[test]
    fn other_encodings_are_refused_by_name() {
        for text in [SENTENCE, "plain words, nothing more\r\n"] {
            assert_eq!(
                foreign(&utf16(text, u16::to_le_bytes)),
                Some((Encoding::Utf16Le, false))
            );
            assert_eq!(
                foreign(&utf16(text, u16::to_be_bytes)),
                Some((Encoding::Utf16Be, false))
            );
            let marked = format!("\u{FEFF}{text}");
            assert_eq!(
                foreign(&utf16(&marked, u16::to_le_bytes)),
                Some((Encoding::Utf16Le, true))
            );
            assert_eq!(
                foreign(&utf16(&marked, u16::to_be_bytes)),
                Some((Encoding::Utf16Be, true))
            );
        }
        assert_eq!(
            foreign(b"\xFF\xFE\0\0a\0\0\0"),
            Some((Encoding::Utf32Le, true))
        );
        assert_eq!(
            foreign(b"\0\0\xFE\xFF\0\0\0a"),
            Some((Encoding::Utf32Be, true))
        );
        assert_eq!(
            foreign(&code_page(SENTENCE, ISO)),
            Some((Encoding::Iso8859_6, false))
        );
        assert_eq!(
            foreign(&code_page(SENTENCE, WINDOWS)),
            Some((Encoding::Windows1256, false))
        );
    }

    #[test]
    fn what_is_not_recognised_says_where() {
        assert_eq!(decode(b"ab\0c"), Err(DecodeError::Nul { at: 2 }));
        assert_eq!(
            decode(b"caf\xE9 au lait"),
            Err(DecodeError::Invalid { at: 3, byte: 0xE9 })
        );
        let cut = &SENTENCE.as_bytes()[..SENTENCE.len() - 1];
        assert!(matches!(decode(cut), Err(DecodeError::Invalid { at, .. }) if at == cut.len() - 1));
    }

    #[test]
    fn every_refusal_says_what_to_do() {
        let error = DecodeError::Foreign {
            encoding: Encoding::Windows1256,
            marked: false,
        };
        assert_eq!(
            error.to_string(),
            "the text is WINDOWS-1256 by the look of its bytes, not UTF-8"
        );
        assert!(error.hint().contains("iconv -f WINDOWS-1256 -t UTF-8"));
    }
}
