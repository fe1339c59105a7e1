//! What the letters of a word show: how it begins and ends, how long it is, whether it is one of a few words that rules
//! name. Noted once, when the word is taken apart, since the rules ask it of the same words again and again.

use super::lexicon::longer;

/// Something that the letters of a word show.
#[derive(Debug, Clone, Copy)]
#[repr(u8)]
pub(crate) enum Trait {
    BeginsAlif,
    BeginsBa,
    BeginsTa,
    BeginsLam,
    BeginsMim,
    BeginsWaw,
    EndsAlif,
    EndsTa,
    EndsHa,
    EndsYa,
    /// «ات», a plural of things or women.
    EndsAlifTa,
    /// «ها», as an attached pronoun would.
    EndsHaAlif,
    /// «هم», as an attached pronoun would.
    EndsHaMim,
    /// «ته».
    EndsTaHa,
    /// «ون», they who are.
    EndsWawNun,
    /// «ين».
    EndsYaNun,
    /// «وا», they did.
    EndsWawAlif,
    /// «يه», an adjective of origin.
    EndsYaHa,
    /// More than so many letters.
    Over2,
    Over3,
    Over4,
    Over5,
    /// A particle of a foreign surname: جان إيف لو دريان.
    Particle,
    /// One of those with which a noun phrase goes on, or does not, by itself: [`ALONE`].
    Alone,
    /// The core is a number word.
    Number,
    /// The core names a deed by itself, or with its preposition: القبض على.
    NamedDeed,
    /// May begin the words with which a source asks not to be named, whatever letters before its stem are its own.
    Anonymity,
}

/// The traits of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Traits(u32);

impl Traits {
    /// Those of no word.
    pub(super) const NONE: Self = Self(0);

    /// Those of a word with a core.
    pub(super) fn of(word: &str, core: &str, number: bool) -> Self {
        use Trait as T;
        let mut traits = Self(0);
        let mut note = |t: Trait, holds: bool| traits.0 |= u32::from(holds) << t as u8;
        note(T::BeginsAlif, word.starts_with('ا'));
        note(T::BeginsBa, word.starts_with('ب'));
        note(T::BeginsTa, word.starts_with('ت'));
        note(T::BeginsLam, word.starts_with('ل'));
        note(T::BeginsMim, word.starts_with('م'));
        note(T::BeginsWaw, word.starts_with('و'));
        note(T::EndsAlif, word.ends_with('ا'));
        note(T::EndsTa, word.ends_with('ت'));
        note(T::EndsHa, word.ends_with('ه'));
        note(T::EndsYa, word.ends_with('ي'));
        note(T::EndsAlifTa, word.ends_with("ات"));
        note(T::EndsHaAlif, word.ends_with("ها"));
        note(T::EndsHaMim, word.ends_with("هم"));
        note(T::EndsTaHa, word.ends_with("ته"));
        note(T::EndsWawNun, word.ends_with("ون"));
        note(T::EndsYaNun, word.ends_with("ين"));
        note(T::EndsWawAlif, word.ends_with("وا"));
        note(T::EndsYaHa, word.ends_with("يه"));
        note(T::Over2, longer(word, 2));
        note(T::Over3, longer(word, 3));
        note(T::Over4, longer(word, 4));
        note(T::Over5, longer(word, 5));
        note(
            T::Particle,
            matches!(word, "لو" | "دي" | "دو" | "فان" | "فون"),
        );
        note(T::Alone, ALONE.contains(&word));
        note(T::Number, number);
        note(T::NamedDeed, NAMED_DEEDS.contains(&core));
        note(T::Anonymity, (0..=2).any(|n| may_begin_anonymity(word, n)));
        traits
    }

    #[inline]
    pub(super) fn has(self, t: Trait) -> bool {
        self.0 >> t as u8 & 1 == 1
    }
}

/// Words with which a noun phrase goes on, or does not, by themselves.
const ALONE: [&str; 28] = [
    "عام",
    "غير",
    "باسم",
    "الامر",
    "لما",
    "بما",
    "مما",
    "ما",
    "كيف",
    "لماذا",
    "متي",
    "كيفيه",
    "بشكل",
    "بصوره",
    "بطريقه",
    "استنادا",
    "اعتمادا",
    "ردا",
    "تعليقا",
    "تم",
    "تمت",
    "جري",
    "اول",
    "ثاني",
    "ثالث",
    "رابع",
    "خامس",
    "اخر",
];

/// Nouns that name a deed.
const NAMED_DEEDS: [&str; 14] = [
    "تعليق",
    "كشف",
    "افصاح",
    "ادلاء",
    "خوض",
    "قضاء",
    "قبض",
    "عثور",
    "سيطره",
    "استيلاء",
    "حصول",
    "افراج",
    "تراجع",
    "تخلي",
];

/// Whether a word behind its first `n` letters may begin a refusal to be named: by its first two letters, for few do.
fn may_begin_anonymity(word: &str, n: usize) -> bool {
    let Some(stem) = word.get(2 * n..) else {
        return false;
    };
    matches!(stem, "لم" | "لا")
        || ["تح", "رف", "را", "طل", "طا", "فض", "اش", "مف", "مش"]
            .iter()
            .any(|two| stem.starts_with(two))
}
