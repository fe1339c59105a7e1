//! Which of those met is meant: the antecedent of a verb without a subject, two of one surname, a spokesman and the one spoken for.

use super::describe::{bare, clean, kin};
use super::inflect::Agreement;
use super::lexicon::agrees;
use super::output::SourceKind;
use super::pack::{Class, Of};
use super::phrase::{Np, Reader};
use super::resolve::Cast;
use super::token::Mark;
use crate::text::fold::Span;

impl Cast {
    /// Whether the name in a phrase is that of the one a spokesman speaks for, where he is known by it: المتحدث باسم الرئيس فلان.
    pub(super) fn spoken_for(&self, r: &Reader, np: &Np) -> bool {
        np.name != (0, 0)
            && np.head != 0
            && np.name.0 > np.head
            && r.pack
                .head(&r.w(np.head - 1))
                .is_some_and(|h| h.kind == SourceKind::Spokesperson)
            && !(np.head..np.name.0).any(|k| r.mark(k) == Mark::Comma)
            && (np.head..np.name.0).any(|k| {
                r.t.core(k) == "اسم" && r.pack.head(&r.w(k + 1)).is_some_and(|h| h.of == Of::Person)
            })
            && self.known(r, np).is_some_and(|k| {
                self.all[k].kind == SourceKind::Official && self.all[k].of == Some(Of::Person)
            })
    }

    /// قال مستشار للرئيس كذا. وأضاف فلان الفلاني: the one who spoke last and had no name yet is now called by it.
    pub(super) fn introduced(
        &mut self,
        r: &Reader,
        np: &Np,
        original: &dyn Fn(Span) -> String,
    ) -> Option<usize> {
        let (a, b) = np.name;
        if np.head != 0 || b - a < 2 || np.a != a || self.known(r, np).is_some() {
            return None;
        }
        let k = *self.speakers.last()?;
        let s = self.all.get(k)?;
        if s.of != Some(Of::Person) || s.named || s.gender == Some(super::pack::Gender::She) {
            return None;
        }
        let span = r.t.span(a, b, true)?;
        self.all[k].name = clean(original(span));
        self.all[k].named = true;
        self.all[k].last = span;
        self.under_word(bare(r.t.core(b - 1)), k);
        self.speakers.push(k);
        Some(k)
    }

    /// Whether a full name has another given name than the person known by that surname: the sister, no second mention.
    pub(super) fn other_given(&self, who: usize, r: &Reader, np: &Np) -> bool {
        let (a, b) = np.name;
        let known = crate::text::fold::fold(&self.all[who].name);
        b - a > 1
            && r.is(a, Class::GivenName)
            && known.contains(' ')
            && matches!(self.all[who].of, Some(Of::Person) | None)
            && !known.split(' ').any(|w| kin(w) == kin(r.t.core(a)))
            && known
                .split(' ')
                .next()
                .is_some_and(|first| r.pack.given(first))
    }

    /// Who is meant where nobody is written: of those given, then of earlier speakers, the last that agrees.
    pub(crate) fn implied(
        &self,
        agreement: Agreement,
        nearest: &[usize],
        named: &[usize],
        conj: bool,
        participle: bool,
    ) -> Option<usize> {
        let fits = |&k: &usize| {
            let s = &self.all[k];
            match s.gender {
                Some(_) if s.of == Some(Of::Name) && agreement != Agreement::They => true,
                Some(g) => agrees(g, agreement),
                // A bare name: he or she, not they.
                None => agreement != Agreement::They,
            }
        };
        nearest
            .iter()
            .rev()
            .find(|k| fits(k))
            // A participle goes on with who speaks in its sentence, even if the noun they were called by does not agree.
            .or_else(|| if participle { nearest.last() } else { None })
            .or_else(|| {
                if conj {
                    None
                } else {
                    named.iter().rev().find(|k| fits(k))
                }
            })
            .or_else(|| self.speakers.iter().rev().take(6).find(|k| fits(k)))
            .or_else(|| nearest.last())
            .or_else(|| self.speakers.last())
            .copied()
    }

    /// The last speaker that agrees and is not the one who passes the words on.
    pub(crate) fn other_than(&self, relay: Option<usize>, agreement: Agreement) -> Option<usize> {
        let others = || {
            self.speakers
                .iter()
                .rev()
                .copied()
                .filter(|&k| Some(k) != relay)
                .take(8)
        };
        others()
            .find(|&k| {
                self.all[k].gender.is_none_or(|g| agrees(g, agreement))
                    && !matches!(self.all[k].kind, SourceKind::Outlet)
            })
            .or_else(|| others().next())
    }
}
