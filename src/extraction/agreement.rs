//! Agreement: a noun with its article is followed by nothing with the article but its adjectives, which agree with it, and names.
//! What does not agree is another phrase: the object (غادر الوزير القاعة), whoever is blamed (حمل المتمردون الجيش المسؤولية).

use super::lexicon::longer;
use super::pack::{Class, Gender, Of};
use super::phrase::Reader;
use super::token::Mark;

impl Reader<'_> {
    /// Whether the definite word at `i` cannot be an adjective of the definite noun before it.
    pub(super) fn disagrees(&self, i: usize) -> bool {
        let w = self.word_at(i);
        if !w.def
            || w.conj
            || w.prep.is_some()
            || self.mark(i) != Mark::Word
            || w.known.classes
                & (Class::GivenName.bit() | Class::Adjective.bit() | Class::Time.bit())
                != 0
            || self.pack.numbers.contains_key(self.t.core(i))
            // الحكومة المعترف بها: agrees through its pronoun.
            || self.bound(i + 1)
        {
            return false;
        }
        // Over the adjectives between to the noun.
        let plain = |k: usize| {
            let w = self.word_at(k);
            self.mark(k) == Mark::Word && w.def && !w.conj
        };
        let Some(noun) = (i.saturating_sub(3)..i)
            .rev()
            .take_while(|&k| plain(k))
            .find(|&k| self.word_at(k).known.head != 0)
        else {
            return false;
        };
        // زعيم الحزب الحكومة: nor of one that the noun is the complement of.
        let mut noun = noun;
        for _ in 0..4 {
            if !self.differs(noun, i) {
                return false;
            }
            match noun.checked_sub(1) {
                Some(before) if self.governs_next(before) => noun = before,
                _ => return true,
            }
        }
        false
    }

    /// Whether the definite word at `i` differs in gender or number from what an adjective of the noun would be.
    fn differs(&self, noun: usize, i: usize) -> bool {
        let Some(head) = self.pack.head(self.word_at(noun)) else {
            return false;
        };
        let (text, one) = (self.t.text(i), self.t.text(noun));
        let woman = text.ends_with('ه') && longer(text, 4);
        let many = text.ends_with("ات") && longer(text, 5);
        let entry = self.pack.head(self.word_at(i));
        let body = entry.is_some_and(|h| matches!(h.of, Of::Body | Of::Text));
        let one_person = entry.is_some_and(|h| h.of == Of::Person);
        match (head.of, head.gender) {
            // الوكالة الأناضول، الوزير الدكتور: a name or a title beside it; حذر الضباط الرئيس is none.
            _ if entry.is_some_and(|h| h.of == Of::Name) => false,
            (Of::People, Gender::They) if one_person => true,
            _ if one_person => false,
            // حذر المحافظ السكان
            (Of::Person, _) if entry.is_some_and(|h| h.of == Of::People) => true,
            // المستشارة، المسلحة: an ending of the feminine on a noun or an adjective listed without it.
            (Of::Person | Of::Body | Of::Undisclosed, Gender::He) => {
                !one.ends_with('ه') && (woman || many)
            }
            (Of::People, Gender::They) if one.ends_with("ون") || one.ends_with("ين") => {
                woman || many || body
            }
            (Of::People, Gender::They) => body,
            (Of::Body, Gender::She) => {
                !text.ends_with(['ه', 'ي', 'ا']) && !matches!(self.t.core(i), "ام" | "اعضاء")
            }
            _ => false,
        }
    }

    /// Whether the word at `k` is a noun that takes the one behind it for its complement: وزيرة in وزيرة الدفاع الألمانية. Unknown words
    /// and those of everyday are verbs where a clause begins, if nothing in their shape says otherwise.
    fn governs_next(&self, k: usize) -> bool {
        let (w, text) = (self.word_at(k), self.t.text(k));
        let begins = k == 0 || self.mark(k - 1) != Mark::Word;
        let noun = w.known.head != 0 || w.deed || text.ends_with('ه') || text.ends_with("ات");
        self.mark(k) == Mark::Word
            && !w.def
            && !self.finite(k)
            && w.known.classes
                & (Class::Doing.bit()
                    | Class::That.bit()
                    | Class::Preposition.bit()
                    | Class::Break.bit()
                    | Class::SoftBreak.bit()
                    | Class::Adverb.bit()
                    | Class::Time.bit()
                    | Class::Auxiliary.bit())
                == 0
            && (noun || text.starts_with('م') || w.found && !begins)
    }
}
