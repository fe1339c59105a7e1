//! Taking a word apart: conjunction, preposition, article, future marker and attached pronoun, at most one of each.

use super::amount::may_be_quantity;
use super::dates::may_be_time;
use super::inflect::Tense;
use super::lexicon::{CLOSED, Known, Pack, Word, longer, nominal, tail};
use super::mention::may_be_name;
use super::pack::{Class, Of, Script};
use super::traits::{Trait, Traits};

impl Pack {
    /// Takes a folded word apart.
    pub(super) fn analyse(&self, word: &str) -> Word {
        let mut out = self.take_apart(word);
        // التركي is an adjective, though تركي is a name.
        if out.def && out.article > 0 && word.ends_with('ي') {
            out.known.classes &= !Class::GivenName.bit();
        }
        // السورية is an adjective, though سورية is a country.
        if out.def
            && self.head(&out).is_some_and(|h| h.of == Of::Name)
            && !self.table.contains_key(
                format!("ال{}", tail(word, usize::from(out.skip + out.article))).as_str(),
            )
        {
            out.known.head = 0;
        }
        let stem = tail(word, usize::from(out.skip));
        let with = |word: &str| self.begins.get(word).copied().unwrap_or_default();
        let bare = with(stem);
        let whole = if out.skip > 0 { with(word) } else { bare };
        out.phrase = bare.phrase || whole.phrase;
        out.according = bare.according || whole.according;
        let core = tail(stem, usize::from(out.article));
        let least = if out.article > 0 { with(core) } else { bare };
        out.placing = least.placing;
        out.known.number = bare.number;
        out.known.traits = Traits::of(word, core);
        out.known.traits.note(Trait::Number, least.number);
        out.known.traits.note(Trait::Second, whole.second);
        let time = may_be_time(&out, [whole, bare, least].map(|b| b.time));
        let quantity = bare.number || may_be_quantity(core, &out);
        out.known.traits.note(Trait::Time, time);
        out.known.traits.note(Trait::Quantity, quantity);
        out.mention = time || quantity || may_be_name(&out);
        if out.phrase {
            let list = self.phrases.get(stem).or_else(|| self.phrases.get(word));
            let any = |class| list.is_some_and(|l| l.iter().any(|p| p.class == class));
            let traits = &mut out.known.traits;
            traits.note(Trait::AdverbPhrase, any(Class::Adverb));
            traits.note(Trait::BreakPhrase, any(Class::Break));
        }
        out.known.part = self.persons.parts(word);
        out
    }

    pub(super) fn take_apart(&self, word: &str) -> Word {
        match self.script {
            Script::Arabic => self.analyse_arabic(word),
            Script::Latin => Word {
                known: self.table.get(word).copied().unwrap_or_default(),
                found: self.table.contains_key(word),
                ..Word::default()
            },
        }
    }

    pub(super) fn analyse_arabic(&self, word: &str) -> Word {
        if let Some(known) = self.table.get(word) {
            let mut out = Word {
                known: *known,
                found: true,
                deed: known.classes & Class::Deed.bit() != 0,
                ..Word::default()
            };
            self.with_own_pronoun(word, &mut out);
            // A word listed with its article is still the word without it: الصحيفة.
            if word.starts_with("ال")
                && known.verb == 0
                && known.classes & (Class::Relative.bit() | Class::Plain.bit()) == 0
                // التزامه، التحاق: the letters are its own.
                && !(known.classes & Class::Deed.bit() != 0
                    && !self.table.contains_key(tail(word, 2)))
            {
                out.def = true;
                out.article = 2;
                if let Some(core) = self.table.get(tail(word, 2)) {
                    out.known.head = if out.known.head == 0 {
                        core.head
                    } else {
                        out.known.head
                    };
                    out.known.noun = if out.known.noun == 0 {
                        core.noun
                    } else {
                        out.known.noun
                    };
                    out.known.classes |= core.classes & !CLOSED;
                    out.deed |= core.classes & Class::Deed.bit() != 0;
                }
            }
            return out;
        }
        let length = word.chars().count();
        let conj = length > 2 && word.starts_with(['و', 'ف']);
        let bare = if conj { tail(word, 1) } else { word };
        if conj && let Some(found) = self.without_conj(bare) {
            return Word {
                conj: true,
                skip: found.skip + 1,
                ..found
            };
        }
        if let Some(found) = self.without_conj(word) {
            return found;
        }
        // Unknown: the article is still plain to see, a conjunction only before it or before a preposition with it.
        let mut out = Word::default();
        let visible = |w: &str| w.starts_with("ال") || w.starts_with("لل") || w.starts_with("بال");
        let mut rest = word;
        if conj && visible(bare) {
            out.conj = true;
            out.skip = 1;
            rest = bare;
        }
        let n = rest.chars().count();
        if n > 4 && rest.starts_with("بال") {
            out.prep = Some('ب');
            out.skip += 1;
            out.def = true;
            out.article = 2;
        } else if n > 5 && rest.starts_with("كال") && rest.ends_with('ه') {
            out.prep = Some('ك');
            out.skip += 1;
            out.def = true;
            out.article = 2;
        } else if n > 3 && rest.starts_with("لل") {
            out.prep = Some('ل');
            out.skip += 1;
            out.def = true;
            out.article = 1;
        } else if n > 3 && rest.starts_with("ال") {
            out.def = true;
            out.article = 2;
        }
        let core = tail(
            rest,
            usize::from(out.article) + usize::from(out.prep.is_some()),
        );
        out.deed = looks_like_deed(core);
        // Names do not begin with ب or ل and end in ta marbuta: بعلامة، لمحاولة.
        if !out.def && !out.deed && n > 4 && rest.starts_with(['ب', 'ل']) && rest.ends_with('ه')
        {
            out.prep = rest.chars().next();
            out.skip += 1;
            return out;
        }
        if !out.def && !out.deed {
            // و, ب and ل before an indefinite verbal noun: وإعادة، بإطلاق، لتدمير.
            if conj && looks_like_deed(bare) {
                out.conj = true;
                out.skip = 1;
                out.deed = true;
            } else if let Some(p) = rest.chars().next().filter(|c| matches!(c, 'ب' | 'ل')) {
                if looks_like_deed(tail(rest, 1)) {
                    out.prep = Some(p);
                    out.skip += 1;
                    out.deed = true;
                } else if conj && bare.starts_with('ب') && looks_like_deed(tail(bare, 1)) {
                    out.conj = true;
                    out.prep = Some('ب');
                    out.skip = 2;
                    out.deed = true;
                }
            }
        }
        out
    }

    /// Looks a word up with its preposition, article, future marker and pronoun taken off, the conjunction being gone.
    pub(super) fn without_conj(&self, word: &str) -> Option<Word> {
        if let Some(found) = self.core(word) {
            return Some(found);
        }
        let length = word.chars().count();
        let first = word.chars().next()?;
        if length > 3 && first == 'ا' && word.starts_with("ال") {
            if let Some(found) = self.core(tail(word, 2)).filter(|f| {
                f.known.form.tense == Tense::Noun
                    || f.known.verb == 0
                    || f.known.head != 0
                    || f.known.classes != 0
            }) {
                return Some(nominal(Word {
                    def: true,
                    article: 2,
                    ..found
                }));
            }
            return None;
        }
        if length > 3 && word.starts_with("لل") {
            // للجنة الأمم، للبنان: where the second letter is the noun's own, no article is to be seen.
            for (core, article) in [(tail(word, 2), 1), (tail(word, 1), 0)] {
                if let Some(found) = self.core(core) {
                    return Some(nominal(Word {
                        def: article > 0,
                        skip: 1,
                        article,
                        prep: Some('ل'),
                        ..found
                    }));
                }
            }
            return None;
        }
        if length == 3
            && first == 'ب'
            && let Some(found) = self
                .core(tail(word, 1))
                .filter(|f| f.known.classes & Class::Deed.bit() != 0)
        {
            return Some(nominal(Word {
                skip: 1,
                prep: Some(first),
                ..found
            }));
        }
        if length > 3 && (matches!(first, 'ب' | 'ل') || first == 'ك' && length > 5) {
            let rest = tail(word, 1);
            if rest.starts_with("ال")
                && length > 4
                && let Some(found) = self.core(tail(rest, 2))
            {
                return Some(nominal(Word {
                    def: true,
                    skip: 1,
                    article: 2,
                    prep: Some(first),
                    ..found
                }));
            }
            if let Some(found) = self.core(rest) {
                // بيدرسن: no preposition stands before a finite verb.
                let noun_like = (found.known.verb == 0
                    || found.known.form.tense == Tense::Noun
                    || found.known.head != 0
                    || found.known.classes != 0)
                    && (first == 'ل' || found.known.classes != Class::Doing.bit());
                let after_l = first == 'ل' && found.known.form.tense == Tense::Present;
                if noun_like || after_l {
                    return Some(nominal(Word {
                        skip: found.skip + 1,
                        prep: Some(first),
                        ..found
                    }));
                }
            }
        }
        if length > 4
            && first == 'س'
            && let Some(found) = self
                .core(tail(word, 1))
                .filter(|f| f.known.form.tense == Tense::Present)
        {
            return Some(Word {
                skip: 1,
                future: true,
                ..found
            });
        }
        None
    }

    /// Whether a folded word heads a phrase for a person or people: by the pack, or in Arabic by its plural, which only those who
    /// think have («ون», «ين», «فعلاء»).
    pub(crate) fn human(&self, word: &str) -> bool {
        use super::pack::Of;
        let known = self.analyse(word);
        if let Some(head) = self.head(&known) {
            return matches!(head.of, Of::Person | Of::People | Of::Undisclosed);
        }
        let letters = word.chars().count();
        let number = word.starts_with("عشر")
            || word.starts_with("ثلاث")
            || word.starts_with("اربع")
            || word.starts_with("خمس")
            || word.starts_with("ست")
            || word.starts_with("سبع")
            || word.starts_with("ثمان")
            || word.starts_with("تسع")
            || word.starts_with("ملي");
        known.known.noun == 0
            && known.known.verb == 0
            && !number
            && (letters >= 6 && (word.ends_with("ون") || word.ends_with("ين"))
                || letters == 5 && word.ends_with("اء") && !word.starts_with("ال"))
    }

    /// What a folded word does where it is a finite verb of reporting, and whether «بـ» may open what it conveys.
    pub(crate) fn conveys(&self, word: &str) -> Option<(super::output::Act, bool)> {
        use super::inflect::Tense;
        use super::pack::{Opens, Sort};
        let found = self.analyse(word);
        let verb = self.verb(&found)?;
        let finite = matches!(found.known.form.tense, Tense::Past | Tense::Present);
        let reports = matches!(verb.sort, Sort::Firm | Sort::Plain | Sort::Weak);
        let by = verb
            .opens
            .iter()
            .any(|o| matches!(o, Opens::With(w) if w == "ب"));
        (finite && reports && !found.def).then_some((verb.act, by))
    }

    /// Whether a folded word is a verb or an everyday word, and so no name by itself.
    pub(crate) fn everyday(&self, word: &str) -> bool {
        let known = self.analyse(word).known;
        let named = Class::GivenName.bit() | Class::Place.bit();
        known.head == 0
            && known.noun == 0
            && known.classes & named == 0
            && (known.verb != 0 || known.classes & Class::Common.bit() != 0)
    }

    /// قوله، تعبيرها: a word of one's own saying is listed with its pronoun.
    fn with_own_pronoun(&self, word: &str, out: &mut Word) {
        if out.known.classes & Class::OwnWord.bit() == 0 {
            return;
        }
        out.pronoun = if word.ends_with("هما") {
            3
        } else if word.ends_with("ها") || word.ends_with("هم") {
            2
        } else {
            u8::from(word.ends_with('ه'))
        };
        // وصفها is also a verb with its object.
        let letters = word.chars().count();
        let short: String = word
            .chars()
            .take(letters.saturating_sub(usize::from(out.pronoun)))
            .collect();
        if out.known.verb == 0
            && let Some(verb) = self.table.get(short.as_str()).filter(|k| k.verb != 0)
        {
            out.known.verb = verb.verb;
            out.known.form = verb.form;
        }
    }

    /// Looks a word up whole, then without an attached pronoun.
    pub(super) fn core(&self, word: &str) -> Option<Word> {
        if let Some(known) = self.table.get(word) {
            let mut out = Word {
                known: *known,
                found: true,
                deed: known.classes & Class::Deed.bit() != 0,
                ..Word::default()
            };
            self.with_own_pronoun(word, &mut out);
            return Some(out);
        }
        // A word with its article takes no pronoun: الفني is not الف with one.
        let article = word.starts_with("ال") && word.chars().count() > 4;
        // التزامه is a verbal noun that begins so.
        let is_deed = |k: &Known| k.classes & Class::Deed.bit() != 0;
        let deed = |stem: &str| self.table.get(stem).is_some_and(is_deed);
        if let Some((stem, pronoun)) = without_pronoun(word)
            && (!article || deed(stem))
            && longer(stem, 1)
        {
            if let Some(known) = self.table.get(stem) {
                let mut known = *known;
                // Names take no pronoun either: زيادة is not زياد with one.
                known.classes &=
                    !(CLOSED | Class::GivenName.bit() | Class::Place.bit() | Class::Month.bit());
                if known.classes == 0 && known.verb == 0 && known.head == 0 && known.noun == 0 {
                    return None;
                }
                // سلامة is not سلام with a pronoun.
                if pronoun == 1 && known.classes == Class::Common.bit() {
                    return None;
                }
                // سيطرتها is سيطرة with a pronoun, though سيطرت is a known form too.
                if known.classes == Class::Common.bit()
                    && let Some(deed) = stem
                        .strip_suffix('ت')
                        .and_then(|short| self.table.get(format!("{short}ه").as_str()))
                        .filter(|k| k.classes & Class::Deed.bit() != 0)
                {
                    known = *deed;
                }
                return Some(Word {
                    known,
                    found: true,
                    pronoun,
                    deed: known.classes & Class::Deed.bit() != 0,
                    ..Word::default()
                });
            }
            if let Some((verb, form)) = self.bound.get(stem) {
                let known = Known {
                    verb: *verb,
                    form: *form,
                    ..Known::default()
                };
                return Some(Word {
                    known,
                    found: true,
                    pronoun,
                    ..Word::default()
                });
            }
            // Before a pronoun ta marbuta is written as ta: وزارتها.
            if let Some(short) = stem.strip_suffix('ت') {
                let whole = format!("{short}ه");
                if let Some(known) = self
                    .table
                    .get(whole.as_str())
                    .filter(|k| k.form.tense != Tense::Participle || k.head != 0)
                {
                    return Some(Word {
                        known: *known,
                        found: true,
                        pronoun,
                        deed: known.classes & Class::Deed.bit() != 0,
                        ..Word::default()
                    });
                }
            }
        }
        None
    }
}

/// A word without the letters of an attached pronoun, and how many those are. No two pronouns end alike, so there is one at
/// most.
fn without_pronoun(word: &str) -> Option<(&str, u8)> {
    let one = || word.strip_suffix('ه').map(|stem| (stem, 1));
    let two = || {
        word.strip_suffix("ها")
            .or_else(|| word.strip_suffix("هم"))
            .or_else(|| word.strip_suffix("نا"))
            .or_else(|| word.strip_suffix("هن"))
            // تراكم is no verb of seeing: where so few letters are left, these are its own.
            .or_else(|| word.strip_suffix("كم").filter(|stem| longer(stem, 3)))
            .or_else(|| word.strip_suffix("ني"))
            .map(|stem| (stem, 2))
    };
    let three = || word.strip_suffix("هما").map(|stem| (stem, 3));
    one().or_else(two).or_else(three)
}

/// Whether a folded word, free of clitics, has the shape of a verbal noun of a derived measure (تفعيل، انفعال، استفعال، مفاعلة).
pub(super) fn looks_like_deed(word: &str) -> bool {
    let mut letters = ['\0'; 10];
    let mut n = 0;
    for c in word.chars() {
        if n == letters.len() {
            return false;
        }
        letters[n] = c;
        n += 1;
    }
    // A pronoun or the ending of the feminine may follow.
    let ends = |k: usize| {
        n >= k
            && shape(&letters[..k])
            && matches!(
                &letters[k..n],
                [] | ['ه']
                    | ['ا']
                    | ['ه', 'ا']
                    | ['ه', 'م']
                    | ['ه', 'م', 'ا']
                    | ['ا', 'ت']
                    | ['ت', 'ه']
                    | ['ت', 'ه', 'ا']
                    | ['ت', 'ه', 'م']
            )
    };
    // استعادة، استقالتها: of hollow roots, with an alef before the last letter.
    let hollow = n >= 7
        && letters[..3] == ['ا', 'س', 'ت']
        && letters[4] == 'ا'
        && (n == 7 && letters[6] == 'ه' || n > 7 && letters[6] == 'ت' && letters[7] == 'ه');
    hollow || ends(n) || (n > 5 && (ends(n - 1) || ends(n - 2) || (n > 6 && ends(n - 3))))
}

fn shape(l: &[char]) -> bool {
    match l {
        ['ت', _, _, 'ي', _] => true,
        ['ا', 'س', 'ت', _, _, 'ا', _] => true,
        ['ا', 'ن', _, _, 'ا', _] => true,
        ['ا', _, 'ت', _, 'ا', _] => true,
        ['ا', 'ط' | 'ص' | 'ض' | 'ز', 'ط' | 'د' | 'ل', _, 'ا', _] => true,
        ['ا', b, _, 'ا', _] => *b != 'ل',
        _ => false,
    }
}
