//! What is put down to a cause, called so or broken off: contents of which a part stands before their cue.

use super::content::Content;
use super::cue::{Cue, Kind, Opened};
use super::engine::State;
use super::pack::{Class, VerbEntry};
use super::phrase::Reader;
use super::token::Mark;

impl Reader<'_> {
    /// رأى الوزير في الخطوة تهديدا: what somebody saw in words or in a deed, not in a street.
    pub(super) fn sees_meaning(&self, i: usize, b: usize) -> bool {
        (i + 2..b.min(i + 14))
            .take_while(|&k| self.mark(k) == Mark::Word || self.mark(k) == Mark::Comma)
            .find(|&k| self.t.text(k) == "في")
            .is_some_and(|k| {
                let w = self.w(k + 1);
                w.deed
                    || w.is(Class::Deed)
                    || w.is(Class::Occasion) && !w.is(Class::Time)
                    || w.is(Class::ClaimNoun)
                    || w.is(Class::NotSource)
                    || matches!(
                        self.t.core(k + 1),
                        "كلام"
                            | "خطوه"
                            | "موقف"
                            | "قرار"
                            | "حكم"
                            | "سلوك"
                            | "غياب"
                            | "نتايج"
                            | "حادث"
                    )
            })
    }

    /// حدث كذا، وهو ما عزاه خبراء إلى كذا؛ الأمر الذي أرجعته الشركة إلى كذا: whether the clause before the comma is put down to something.
    pub(super) fn puts_down_before(&self, i: usize, verb: &VerbEntry) -> bool {
        matches!(verb.root.as_str(), "عزو" | "رجع")
            && self.w(i).pronoun > 0
            && i > 3
            && self.mark(i - 3) == Mark::Comma
            && (self.t.text(i - 1) == "ما" && matches!(self.t.text(i - 2), "وهو" | "وهذا")
                || self.is(i - 1, Class::Relative) && self.t.text(i - 2) == "الامر")
            && (i + 2..i + 8)
                .take_while(|&k| self.mark(k) == Mark::Word)
                .any(|k| self.t.text(k) == "الي")
    }

    /// ، وهي تهمة وصفها: whether a verb with its pronoun is said of an indefinite noun that takes up what stands before.
    pub(super) fn glossed(&self, i: usize, a: usize) -> bool {
        i > a + 3
            && self.w(i).pronoun > 0
            && self.mark(i - 3) == Mark::Comma
            && matches!(self.t.text(i - 2), "وهو" | "وهي")
            && self.mark(i - 1) == Mark::Word
            && !self.w(i - 1).def
            && !self.is(i - 1, Class::Preposition)
            && self.t.text(i - 1) != "ما"
    }
}

impl State<'_> {
    /// Puts the parts before a cue that its content takes up in front of it.
    pub(super) fn taken_up_parts(&self, cue: &Cue, content: &mut Content, a: usize) {
        let r = self.reader;
        let verb = r.pack.verb(&r.w(cue.at)).filter(|_| cue.kind == Kind::Verb);
        // حدث كذا، وهو ما عزاه خبراء إلى كذا: what is put down to it is the clause before.
        if verb.is_some_and(|v| r.puts_down_before(cue.at, v)) {
            if let Some(before) = self.clause_denied(cue, a) {
                content.parts.splice(0..0, before.parts);
            }
            return;
        }
        if let Some(part) = self.said_of_what(cue, content, a) {
            content.parts.insert(0, part);
        }
        // وهي تهمة وصفها محاموه بالملفقة: what is called so.
        if verb.is_some_and(|v| v.root == "وصف")
            && r.glossed(cue.at, a)
            && content.parts.len() == 1
            && let Some(part) = r.trim(cue.at - 1, cue.at)
        {
            content.parts.insert(0, part);
        }
        // "…"، قال فلان، "…": the words stand on both sides.
        if let Some((first, close)) = self.broken_quotation(cue, a)
            && let Some(part) = r.trim(first + 1, close)
        {
            content.parts.insert(0, part);
        }
    }

    /// "…"، قال فلان لصحيفة، "…": the quotation that begins the sentence, where its speaker stands between commas and it goes on behind.
    pub(super) fn broken_quotation(&self, cue: &Cue, a: usize) -> Option<(usize, usize)> {
        let r = self.reader;
        let close = cue.at.checked_sub(2).filter(|&k| k > a + 2)?;
        let open = r.mate(close);
        (cue.kind == Kind::Verb
            && cue.opened == Opened::Quote
            && r.mark(cue.from) == Mark::Open
            && r.mark(cue.from - 1) == Mark::Comma
            && r.mark(close + 1) == Mark::Comma
            && r.mark(close) == Mark::Close
            && open >= a
            && open < a + 4
            && (a..open).all(|k| r.mark(k) != Mark::Word)
            && !r.w(cue.at).conj)
            .then_some((open, close))
    }
}
