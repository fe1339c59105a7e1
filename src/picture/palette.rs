//! The colours, for light and dark, and what they promise.
//!
//! Hues follow Okabe and Ito's set for colour-blind readers (blue, vermilion, reddish purple, grey), darkened or lightened until each
//! stands at least 4.5 : 1 from the ground it is written on (WCAG 2.2, AA); a test computes it. Colour is never the only sign: affirming,
//! denying and reporting lines differ in dash and arrowhead too, so a grey print says the same.

use super::diagram::Colour;

/// One set of colours, as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Palette {
    /// The page.
    pub ground: &'static str,
    /// Inside boxes.
    pub panel: &'static str,
    /// The header bar and frames.
    pub tint: &'static str,
    /// Faint rules and hatching; never text.
    pub faint: &'static str,
    /// Text.
    pub ink: &'static str,
    /// Text of less weight.
    pub soft: &'static str,
    affirms: &'static str,
    denies: &'static str,
    reports: &'static str,
    doubts: &'static str,
    muted: &'static str,
}

impl Palette {
    /// The colour of a role, for lines and for words.
    pub fn of(&self, colour: Colour) -> &'static str {
        match colour {
            Colour::Neutral => self.ink,
            Colour::Affirms => self.affirms,
            Colour::Denies => self.denies,
            Colour::Reports => self.reports,
            Colour::Doubts => self.doubts,
            Colour::Muted => self.muted,
        }
    }
}

/// Dark on light.
pub const LIGHT: Palette = Palette {
    ground: "#ffffff",
    panel: "#ffffff",
    tint: "#f4f6f8",
    faint: "#cdd5dc",
    ink: "#1b1f24",
    soft: "#4b545e",
    affirms: "#0a5fa5",
    denies: "#b3400c",
    reports: "#515c67",
    doubts: "#8a3a70",
    muted: "#616c77",
};

/// Light on dark.
pub const DARK: Palette = Palette {
    ground: "#12161b",
    panel: "#1a2027",
    tint: "#1f262e",
    faint: "#3c4752",
    ink: "#eef2f5",
    soft: "#b6c0ca",
    affirms: "#74bdf2",
    denies: "#ff9b6b",
    reports: "#b3bec9",
    doubts: "#e6a3cb",
    muted: "#98a4b0",
};

/// All colour roles, with the letter that names their CSS classes.
pub(crate) const ROLES: [(Colour, char); 6] = [
    (Colour::Neutral, 'n'),
    (Colour::Affirms, 'a'),
    (Colour::Denies, 'd'),
    (Colour::Reports, 'r'),
    (Colour::Doubts, 'u'),
    (Colour::Muted, 'm'),
];

pub(crate) fn letter(colour: Colour) -> char {
    ROLES
        .iter()
        .find(|(c, _)| *c == colour)
        .map_or('n', |(_, l)| *l)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn luminance(hex: &str) -> f64 {
        let part = |i: usize| {
            let v = f64::from(u8::from_str_radix(&hex[i..i + 2], 16).unwrap_or(0)) / 255.0;
            if v <= 0.04045 {
                v / 12.92
            } else {
                ((v + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(a: &str, b: &str) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn every_colour_of_text_meets_wcag_aa_on_every_ground() {
        for p in [LIGHT, DARK] {
            for ground in [p.ground, p.panel, p.tint] {
                for text in ROLES.iter().map(|(c, _)| p.of(*c)).chain([p.ink, p.soft]) {
                    assert!(
                        contrast(text, ground) >= 4.5,
                        "{text} on {ground}: {}",
                        contrast(text, ground)
                    );
                }
            }
        }
    }

    #[test]
    fn hatching_leaves_text_legible() {
        for p in [LIGHT, DARK] {
            assert!(contrast(p.ink, p.faint) >= 4.5, "{} on {}", p.ink, p.faint);
        }
    }
}
