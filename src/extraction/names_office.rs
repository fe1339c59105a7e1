//! Names behind an office: of the place that it governs, or behind a comma at the end of a sentence.

use super::pack::{Class, Of};
use super::phrase::{Np, Reader};
use super::token::Mark;

impl Reader<'_> {
    /// محافظ كذا فلان الفلاني, زعيمة المعارضة في كذا فلانة الفلانية, سفير كذا لدى كذا فلان الفلاني: the two words behind the place, or
    /// body, of an office.
    pub(super) fn named_behind_place(&self, np: &Np) -> Option<(usize, usize)> {
        let governs = |k: usize| self.is(k, Class::Governs) && !self.w(k).def;
        let office = (np.a..np.b.min(np.a + 3)).rev().find(|&k| governs(k))?;
        let last = np.b.checked_sub(2).filter(|&k| k > office + 1)?;
        let plain = |k: usize| self.mark(k) == Mark::Word && self.w(k).prep.is_none();
        if !(office..np.b).all(|k| self.mark(k) == Mark::Word) {
            return None;
        }
        let mut at = office + 1;
        // زعيمة المعارضة
        while at < last && plain(at) && (self.w(at).def || self.w(at).known.head != 0) {
            at += 1;
        }
        // محافظ كذا
        let unknown = |k: usize| self.mark(k) == Mark::Word && !self.word_at(k).found;
        let place = |k: usize| unknown(k) || self.name_like(k) || self.place(k);
        if at == office + 1 {
            if !place(at) {
                return None;
            }
            at += 1;
        }
        // في كذا, لدى كذا
        while at < last && matches!(self.t.text(at), "في" | "لدي" | "الي") && place(at + 1)
        {
            at += 2;
        }
        let surname = |k: usize| {
            self.name_like(k)
                || unknown(k)
                || self.is(k - 1, Class::GivenName) && plain(k) && !self.w(k).def && !self.w(k).conj
        };
        (at == last && self.name_like(at) && !self.place(at) && surname(at + 1))
            .then_some((at, np.b))
    }

    /// وفق عضو المجلس، فلان الفلاني: the name of an office that ends the sentence behind its comma.
    pub(super) fn named_at_end(&self, np: Np, b: usize) -> Np {
        // نائب رئيس شركة "كذا"، فلان: the quoted name is the company's.
        let company = np.name.0 > np.a && self.mark(np.name.0 - 1) == Mark::Open;
        let office = (np.name == (0, 0) || company)
            && np
                .head
                .checked_sub(1)
                .and_then(|h| self.pack.head(&self.w(h)))
                .is_some_and(|h| h.of == Of::Person);
        if !office || self.mark(np.b) != Mark::Comma {
            return np;
        }
        let from = np.b + 1;
        let named = |k: usize| {
            let w = self.w(k);
            self.name_like(k)
                || k > from
                    && self.mark(k) == Mark::Word
                    && w.def
                    && w.prep.is_none()
                    && !w.conj
                    && w.known.head == 0
        };
        let end = (from..b.min(from + 5))
            .find(|&k| !named(k))
            .unwrap_or(b.min(from + 5));
        let last = end >= b || matches!(self.mark(end), Mark::Stop | Mark::Line);
        if last && end > from + 1 {
            Np {
                b: end,
                name: (from, end),
                ..np
            }
        } else {
            np
        }
    }
}
