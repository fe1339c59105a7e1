//! What the letters of a word show: how it begins and ends, how long it is, whether it is one of a few words that rules
//! name. Noted once, when the word is taken apart, since the rules ask it of the same words again and again.

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
    /// One of those with which a noun phrase goes on, or does not, by itself.
    Alone,
    /// The core is a number word.
    Number,
    /// The core names a deed by itself, or with its preposition: القبض على.
    NamedDeed,
    /// May begin a time, and a quantity.
    Time,
    Quantity,
    /// Stands second in a fixed phrase.
    Second,
    /// May begin a fixed phrase that is an adverb.
    AdverbPhrase,
    /// May begin a fixed phrase that opens a clause.
    BreakPhrase,
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
    pub(super) fn of(word: &str, core: &str) -> Self {
        use Trait as T;
        let mut traits = Self(0);
        traits.note_beginning(word);
        let mut back = word.chars().rev();
        let (last, before) = (back.next(), back.next());
        let ends: &[Trait] = match (before, last) {
            (Some('و'), Some('ا')) => &[T::EndsAlif, T::EndsWawAlif],
            (Some('ه'), Some('ا')) => &[T::EndsAlif, T::EndsHaAlif],
            (_, Some('ا')) => &[T::EndsAlif],
            (Some('ا'), Some('ت')) => &[T::EndsTa, T::EndsAlifTa],
            (_, Some('ت')) => &[T::EndsTa],
            (Some('ي'), Some('ه')) => &[T::EndsHa, T::EndsYaHa],
            (Some('ت'), Some('ه')) => &[T::EndsHa, T::EndsTaHa],
            (_, Some('ه')) => &[T::EndsHa],
            (_, Some('ي')) => &[T::EndsYa],
            (Some('و'), Some('ن')) => &[T::EndsWawNun],
            (Some('ي'), Some('ن')) => &[T::EndsYaNun],
            (Some('ه'), Some('م')) => &[T::EndsHaMim],
            _ => &[],
        };
        ends.iter().for_each(|&t| traits.note(t, true));
        let letters = word.chars().count();
        for (n, t) in [(2, T::Over2), (3, T::Over3), (4, T::Over4), (5, T::Over5)] {
            traits.note(t, letters > n);
        }
        traits.note(
            T::Particle,
            matches!(word, "لو" | "دي" | "دو" | "فان" | "فون"),
        );
        traits.note(T::Alone, alone(word));
        traits.note(T::NamedDeed, names_deed(core));
        traits
    }

    /// Adds what the first letters show.
    fn note_beginning(&mut self, word: &str) {
        use Trait as T;
        let mut letters = word.chars();
        let mut before = letters.next();
        match before {
            Some('ا') => self.note(T::BeginsAlif, true),
            Some('ب') => self.note(T::BeginsBa, true),
            Some('ت') => self.note(T::BeginsTa, true),
            Some('ل') => self.note(T::BeginsLam, true),
            Some('م') => self.note(T::BeginsMim, true),
            Some('و') => self.note(T::BeginsWaw, true),
            _ => {}
        }
        // The stem begins with one of the first three letters, and by two of its own few are told apart from all others.
        for _ in 0..3 {
            let letter = letters.next();
            let two = match (before, letter) {
                (Some('ت'), Some('ح'))
                | (Some('ر'), Some('ف' | 'ا'))
                | (Some('ط'), Some('ل' | 'ا'))
                | (Some('ف'), Some('ض'))
                | (Some('ا'), Some('ش'))
                | (Some('م'), Some('ف' | 'ش')) => true,
                (Some('ل'), Some('م' | 'ا')) => letters.as_str().is_empty(),
                _ => false,
            };
            self.note(T::Anonymity, two);
            before = letter;
        }
    }

    /// Adds a trait where it holds.
    #[inline]
    pub(super) fn note(&mut self, t: Trait, holds: bool) {
        self.0 |= u32::from(holds) << t as u8;
    }

    /// Adds what hangs on how a word is taken apart, where that has changed: it may all be.
    pub(super) fn note_taken_apart_anew(&mut self) {
        for t in [
            Trait::Time,
            Trait::Quantity,
            Trait::AdverbPhrase,
            Trait::BreakPhrase,
        ] {
            self.note(t, true);
        }
    }

    #[inline]
    pub(super) fn has(self, t: Trait) -> bool {
        self.0 >> t as u8 & 1 == 1
    }
}

/// Words with which a noun phrase goes on, or does not, by themselves.
fn alone(word: &str) -> bool {
    matches!(
        word,
        "عام"
            | "غير"
            | "باسم"
            | "الامر"
            | "لما"
            | "بما"
            | "مما"
            | "ما"
            | "كيف"
            | "لماذا"
            | "متي"
            | "كيفيه"
            | "الا"
            | "بشكل"
            | "بصوره"
            | "بطريقه"
            | "استنادا"
            | "اعتمادا"
            | "ردا"
            | "تعليقا"
            | "تم"
            | "تمت"
            | "جري"
            | "اول"
            | "ثاني"
            | "ثالث"
            | "رابع"
            | "خامس"
            | "اخر"
    )
}

/// Nouns that name a deed.
fn names_deed(core: &str) -> bool {
    matches!(
        core,
        "تعليق"
            | "كشف"
            | "افصاح"
            | "ادلاء"
            | "خوض"
            | "قضاء"
            | "قبض"
            | "عثور"
            | "سيطره"
            | "استيلاء"
            | "حصول"
            | "افراج"
            | "تراجع"
            | "تخلي"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use Trait as T;

    #[test]
    fn a_word_has_the_traits_of_its_letters() {
        let traits = |word: &str| {
            let all = [
                (T::BeginsAlif, "+ا"),
                (T::BeginsBa, "+ب"),
                (T::BeginsTa, "+ت"),
                (T::BeginsLam, "+ل"),
                (T::BeginsMim, "+م"),
                (T::BeginsWaw, "+و"),
                (T::EndsAlif, "-ا"),
                (T::EndsTa, "-ت"),
                (T::EndsHa, "-ه"),
                (T::EndsYa, "-ي"),
                (T::EndsAlifTa, "-ات"),
                (T::EndsHaAlif, "-ها"),
                (T::EndsHaMim, "-هم"),
                (T::EndsTaHa, "-ته"),
                (T::EndsWawNun, "-ون"),
                (T::EndsYaNun, "-ين"),
                (T::EndsWawAlif, "-وا"),
                (T::EndsYaHa, "-يه"),
            ];
            let found = Traits::of(word, word);
            for (t, shown) in all {
                let (place, letters) = shown.split_at(1);
                let holds = if place == "+" {
                    word.starts_with(letters)
                } else {
                    word.ends_with(letters)
                };
                assert_eq!(found.has(t), holds, "{shown} of {word}");
            }
            for (n, t) in [(2, T::Over2), (3, T::Over3), (4, T::Over4), (5, T::Over5)] {
                assert_eq!(found.has(t), word.chars().count() > n, "{n} of {word}");
            }
            found
        };
        for word in [
            "",
            "و",
            "ات",
            "وا",
            "ها",
            "هم",
            "بيته",
            "تلميه",
            "معلمون",
            "لاعبين",
            "ماتت",
            "اهدافها",
            "said",
            "3م",
        ] {
            traits(word);
        }
        for word in ["لم", "ولم", "لا", "رفض", "ورفض", "تحدثا", "وبطلب", "مشترطا"]
        {
            assert!(traits(word).has(T::Anonymity), "{word}");
        }
        for word in ["لما", "قال", "اقلام", "وزير", "فلفل"] {
            assert!(!traits(word).has(T::Anonymity), "{word}");
        }
        assert!(traits("غير").has(T::Alone) && !traits("غيره").has(T::Alone));
        assert!(Traits::of("القبض", "قبض").has(T::NamedDeed));
    }
}
