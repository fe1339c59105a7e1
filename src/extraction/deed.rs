//! Verbal nouns of saying with their owner and a content: إعلان، نفي، تأكيد.

use super::cue::{Cue, Kind, Opened, Who};
use super::inflect::Agreement;
use super::output::Act;
use super::pack::{Class, Of, Sort, VerbEntry};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// تسارع الشركة إلى نفي الخبر: who hurries to what the verbal noun tells.
    fn hurried(&self, i: usize, a: usize) -> Option<Np> {
        if i < a + 3 || self.t.text(i - 1) != "الي" {
            return None;
        }
        let verb = (i.saturating_sub(8).max(a)..i - 2)
            .rev()
            .take_while(|&k| self.mark(k) == Mark::Word)
            .find(|&k| {
                let stem = self
                    .t
                    .stem(k)
                    .strip_prefix(['ي', 'ت'])
                    .unwrap_or(self.t.stem(k));
                ["سارع", "بادر", "عمد", "ضطر", "اضطر"]
                    .iter()
                    .any(|v| stem.starts_with(v))
            })?;
        let how = Reading {
            object: true,
            ..Reading::default()
        };
        self.noun_phrase(verb + 1, i - 1, how)
            .filter(|np| np.b == i - 1 && (np.head != 0 || np.name != (0, 0)))
    }

    /// Whether a bare word may be an indefinite noun: no verb, no name, nothing that leads in.
    fn indefinite(&self, k: usize) -> bool {
        let w = self.w(k);
        self.mark(k) == Mark::Word
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && w.known.verb == 0
            && w.known.head == 0
            && !self.finite(k)
            && !self.leads_in(k)
            && ![Class::Doing, Class::GivenName, Class::Auxiliary]
                .iter()
                .any(|&class| self.is(k, class))
    }

    /// A verbal noun with its owner and a content: إعلان الحكومة أن، نفي الوزير ما نسب إليه.
    pub(super) fn deed_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        if w.def
            || !matches!(
                verb.act,
                Act::Announce | Act::Confirm | Act::Deny | Act::Reveal
            )
            || matches!(
                verb.sort,
                Sort::Weak | Sort::Relay | Sort::Turn | Sort::Directive
            )
            || self.is(i, Class::Saying)
        {
            return None;
        }
        let quoted = self.tok(i).is_some_and(|t| t.quote != 0);
        if i > a && self.is(i - 1, Class::Negation) {
            return None;
        }
        let mut owner = None;
        let mut j = i + 1;
        if w.pronoun == 0 {
            let direct = self.is(j, Class::That)
                || self.is(j, Class::ClaimNoun)
                || self.is(j, Class::Determiner) && self.is(j + 1, Class::ClaimNoun);
            if !direct {
                if self.mark(j) == Mark::Comma {
                    j += 1;
                }
                let np = self.noun_phrase(
                    j,
                    b,
                    Reading {
                        object: true,
                        ..Reading::default()
                    },
                )?;
                let known = np.head != 0 || np.name != (0, 0);
                let body = np
                    .head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)));
                if !known
                    || body.is_some_and(|h| matches!(h.of, Of::Text))
                    || np.head != 0 && np.head - 1 > np.a + 1 && np.name.0 != np.a
                {
                    return None;
                }
                // إعلان رئيسة البلدية فلانة غرامات على كذا: a plural that a preposition follows is what she announced, no name of hers.
                let last = np.b - 1;
                let np = if verb.act == Act::Announce
                    && np.name != (0, 0)
                    && last > np.name.0 + 1
                    && self.t.text(last).ends_with("ات")
                    && !self.w(last).def
                    && self.is(np.b, Class::Preposition)
                {
                    Np {
                        b: last,
                        name: (np.name.0, np.name.1.min(last)),
                        ..np
                    }
                } else {
                    np
                };
                owner = Some(np);
                j = np.b;
                // نفي فلان القاطع لما نسب إليه
                while j < b
                    && (self.mark(j) == Mark::Comma
                        || self.w(j).def && !self.w(j).found && self.w(j).prep.is_none()
                        || self.is(j, Class::Adverb))
                {
                    j += 1;
                }
            }
        }
        // نفيه القاطع لمزاعم كذا
        while w.pronoun > 0
            && j < b
            && self.w(j).def
            && self.w(j).prep.is_none()
            && self.w(j).known.head == 0
            && !self.definite_deed(j)
            && !self.is(j, Class::ClaimNoun)
        {
            j += 1;
        }
        let limit = b.min(j + 6);
        let mut found = None;
        let mut k = j;
        while k < limit {
            if self.is(k, Class::That) && !self.is(k - 1, Class::NotBeforeThat) {
                found = Some((Opened::That, k + 1));
                break;
            }
            if matches!(verb.act, Act::Announce | Act::Reveal)
                && self.t.text(k) == "عن"
                && owner.is_some()
            {
                found = Some((Opened::Preposition, k + 1));
                break;
            }
            if verb.act == Act::Deny && self.t.text(k) == "لما" {
                found = Some((Opened::Object, k));
                break;
            }
            if verb.act == Act::Deny && self.w(k).prep == Some('ل') && self.is(k, Class::ClaimNoun)
            {
                found = Some((Opened::Preposition, k));
                break;
            }
            if (owner.is_some() || verb.act == Act::Deny || w.pronoun > 0)
                && k == j
                && self.object_at(k, b)
            {
                found = Some((Opened::Object, k));
                break;
            }
            // غداة إعلان رئيسة الاتحاد فلانة غرامات على كذا: what she announced, behind her name.
            if verb.act == Act::Announce
                && k == j
                && owner.is_some_and(|np| np.name != (0, 0) && np.b == k)
                && i > a
                && matches!(
                    self.t.stem(i - 1),
                    "بعد" | "غداه" | "عقب" | "اثر" | "منذ" | "رغم" | "مع"
                )
                && self.indefinite(k)
                && self.mark(k + 1) == Mark::Word
            {
                found = Some((Opened::Object, k));
                break;
            }
            if !matches!(self.mark(k), Mark::Comma)
                && !self.is(k, Class::Time)
                && !self.is(k, Class::Adverb)
            {
                break;
            }
            k += 1;
        }
        let (opened, from) = found?;
        // إقرار مشروع القانون: passed, not admitted.
        if verb.root == "قرر" && opened == Opened::Object {
            return None;
        }
        // "نقدر إعلان فلان أنه كذا": in a quotation only with its owner and a that-word.
        if quoted && (opened != Opened::That || owner.is_none()) {
            return None;
        }
        Some(Ok(Cue {
            kind: Kind::Deed,
            at: i,
            end: i + 1,
            also: Vec::new(),
            act: verb.act,
            sort: Sort::Firm,
            who: owner
                .or_else(|| self.hurried(i, a))
                .map_or(Who::Implicit(Agreement::Any), Who::Phrase),
            relayed: None,
            opened,
            from,
            until: None,
            clause: if i > a + 1
                && self.mark(i - 2) == Mark::Comma
                && self.is(i - 1, Class::Preposition)
            {
                i - 2
            } else {
                i
            },
            separate: i > a + 1
                && self.mark(i - 2) == Mark::Comma
                && self.is(i - 1, Class::Preposition),
            anaphora: false,
        }))
    }
}
