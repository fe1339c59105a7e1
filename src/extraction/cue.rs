//! Cues: which words of a sentence report, what opens their content, and who stands beside them.
//!
//! Every candidate is either a cue with its content's beginning, or a miss with its reason.

use super::inflect::{Agreement, Tense};
use super::lexicon::opens;
use super::output::Act;
use super::pack::{Class, Of, Opens, Script, Sort, VerbEntry};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

/// What opened a content.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Opened {
    That,
    Quote,
    Preposition,
    Object,
    /// Content that stands before its cue.
    Before,
    /// Taken up by a pronoun.
    Pronoun,
    According,
    Noun,
}

/// Who stands beside a cue.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Who {
    /// A phrase in the text.
    Phrase(Np),
    /// Nobody written, but somebody meant: the antecedent that agrees.
    Implicit(Agreement),
    /// Nobody.
    Nobody,
}

/// What sort of cue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Verb,
    Participle,
    /// A verbal noun: إعلان، نفي.
    Deed,
    /// A reporting noun: شائعات.
    Noun,
    According,
    /// According to one's own words: a second cue over the statement before.
    Bracket,
}

/// A cue found.
#[derive(Debug, Clone)]
pub(crate) struct Cue {
    pub(crate) kind: Kind,
    /// Its tokens; a single token is cited without clitics.
    pub(crate) at: usize,
    pub(crate) end: usize,
    /// Further cue tokens over the same content.
    pub(crate) also: Vec<usize>,
    pub(crate) act: Act,
    pub(crate) sort: Sort,
    pub(crate) who: Who,
    /// The source that is passed on, and the token of its own cue (قوله) if there is one.
    pub(crate) relayed: Option<(Who, Option<usize>)>,
    pub(crate) opened: Opened,
    /// First token of the content (an opening quotation mark where it begins with one).
    pub(crate) from: usize,
    /// End of the content where it is known already.
    pub(crate) until: Option<usize>,
    /// Where the clause of the cue begins.
    pub(crate) clause: usize,
    /// Whether it ends the content before it, or lies within it.
    pub(crate) separate: bool,
    /// A denial whose content is a pronoun.
    pub(crate) anaphora: bool,
}

/// What the words after a verb hold.
#[derive(Default)]
struct Scan {
    open: Option<(Opened, usize)>,
    subject: Option<Np>,
    also: Vec<usize>,
    relayed: Option<(Who, Option<usize>)>,
    pronoun: bool,
    /// The end of what belongs to verb and subject, if nothing opened.
    rest: usize,
}

impl Reader<'_> {
    /// The cue at `i` of the sentence `a..b`, nothing if it is no reporting word, or why it gives no statement.
    pub(crate) fn cue(&self, i: usize, a: usize, b: usize) -> Option<Result<Cue, &'static str>> {
        if self.mark(i) != Mark::Word {
            return None;
        }
        if let Some(found) = self.according(i, a, b) {
            return Some(found);
        }
        let w = self.w(i);
        if self.pack.script == Script::Latin {
            if let Some(verb) = self.pack.verb(&w) {
                return self.latin_cue(i, a, b, verb);
            }
            return self.pack.noun(&w).and_then(|_| self.noun_cue(i, a, b));
        }
        if let Some(verb) = self.pack.verb(&w) {
            match w.known.form.tense {
                Tense::Past | Tense::Present | Tense::Passive
                    if self.finite(i) || self.reporting_homograph(i, a, b) =>
                {
                    return self.verb_cue(i, a, b, verb);
                }
                Tense::Participle if w.known.head == 0 && !w.def && w.prep.is_none() => {
                    return self.participle_cue(i, a, b, verb);
                }
                Tense::Noun if w.known.head == 0 => {
                    if let Some(found) = self.saying_cue(i, a, b, verb) {
                        return Some(found);
                    }
                    if let Some(found) = self.deed_cue(i, a, b, verb) {
                        return Some(found);
                    }
                }
                _ => {}
            }
        }
        if self.pack.noun(&w).is_some() {
            return self.noun_cue(i, a, b);
        }
        None
    }

    /// A form that is a verb in some places and another word in others: taken for a verb only where a clause begins.
    fn reporting_homograph(&self, i: usize, a: usize, _b: usize) -> bool {
        let w = self.w(i);
        w.known.head == 0
            && !w.def
            && w.prep.is_none()
            && (i == a || w.conj || i == a + 1 && self.mark(a) != Mark::Word)
            && !w.is(Class::Plain)
    }

    /// Whether a form spelled like a noun must be one here: after a preposition or a noun that waits for it.
    fn noun_here(&self, i: usize, a: usize) -> bool {
        let w = self.w(i);
        if w.known.form.tense != Tense::Past
            || w.known.form.agreement != Agreement::He
            || w.pronoun > 0
        {
            return false;
        }
        // نفي is a noun if it does not end in alef maqsura, unless it begins a clause.
        let yeh = self.t.text(i).ends_with('ي') && self.tok(i).is_some_and(|t| !t.maqsura);
        // قرار نقل السفارة: in construct after an indefinite noun, for verbs whose noun is spelled alike.
        let prev = self.w(i.saturating_sub(1));
        let alike = self.pack.verb(&w).is_some_and(|v| {
            v.measure == 1
                && matches!(
                    v.root.as_str(),
                    "نقل" | "نسب" | "وصف" | "رفض" | "كشف" | "ذكر" | "ردد" | "شرح" | "سرد"
                )
        });
        let construct = i > a
            && alike
            && self.mark(i - 1) == Mark::Word
            && !prev.def
            && prev.pronoun == 0
            && prev.found
            && prev.known.head == 0
            && prev.known.verb == 0
            && !prev.is(Class::GivenName)
            && prev.known.classes
                & (Class::Auxiliary.bit()
                    | Class::Break.bit()
                    | Class::SoftBreak.bit()
                    | Class::Relative.bit()
                    | Class::That.bit()
                    | Class::Adverb.bit()
                    | Class::Negation.bit()
                    | Class::Time.bit())
                == 0;
        i > a && !w.conj && (self.is(i - 1, Class::Preposition) || yeh || construct)
    }

    fn verb_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        let form = w.known.form;
        let quoted = self.tok(i).is_some_and(|t| t.quote != 0);
        if form.agreement == Agreement::Speaker {
            return None;
        }
        if self.noun_here(i, a) {
            return if form.tense == Tense::Past && matches!(verb.act, Act::Deny | Act::Announce) {
                self.deed_cue(i, a, b, verb)
            } else {
                None
            };
        }
        let negated = i > a
            && (self.is(i - 1, Class::Negation)
                || self.t.text(i - 1) == "ان" && i > a + 1 && self.is(i - 2, Class::Without));
        if negated && self.pack.script == Script::Arabic {
            return Some(Err("the saying is negated"));
        }
        // الخبر الذي أوردته الصحيفة: the clause tells where a thing was published.
        if i > a
            && (self.is(i - 1, Class::Relative)
                || verb.sort == Sort::Relay && self.t.stem(i - 1).ends_with("ما"))
            && w.pronoun > 0
            && !matches!(verb.act, Act::Deny | Act::Accuse)
            && !self.is(i + 1, Class::That)
        {
            return None;
        }
        // أن يقول: a verb that stands for its noun.
        if i > a
            && self.t.text(i - 1) == "ان"
            && form.tense == Tense::Present
            && verb.sort == Sort::Plain
        {
            return None;
        }
        if quoted && i > a && self.t.text(i - 1) == "ما" {
            return None;
        }
        if verb.sort == Sort::Directive {
            return Some(Err(
                "a demand, question or promise is known and not counted",
            ));
        }
        if verb.sort == Sort::Within {
            return self.within_cue(i, a, b, verb);
        }
        if w.is(Class::Preposition) && !(i <= a + 1 || w.conj) {
            return None;
        }
        // إنه أخبر فلانا أن: the subject stands in the that-word, what follows is the object.
        let given = i > a
            && self.is(i - 1, Class::That)
            && self.t.text(i - 1).ends_with(['ه', 'ا', 'م'])
            && !self.t.text(i - 1).ends_with("ان");
        let mut scan = self.scan(i, b, verb, false);
        let (before, clause, separate) = self.clause_of(i, a);
        let charge = opens(verb, |o| matches!(o, Opens::Charge(_) | Opens::Label(_)));
        let of_pronoun = charge
            && w.pronoun > 0
            && (self.w(i + 1).prep == Some('ب') || self.is(i + 1, Class::That))
            && (w.conj || i <= a + 1)
            && !(i > a && (self.is(i - 1, Class::Relative) || self.t.stem(i - 1).ends_with("ما")));
        if of_pronoun {
            // واتهمها بالقيام: the accused is the pronoun.
            scan.subject = None;
            scan.open = Some((Opened::Object, i + 1));
        } else if charge {
            if self.w(i + 1).prep == Some('ب')
                || self.t.text(i + 1).starts_with('ب') && !self.w(i + 1).found
            {
                return Some(Err("a charge in the passive, with no accuser"));
            }
            if before.is_some()
                && let Some(from) = self.object_opening(verb, i + 1, b)
            {
                scan.subject = None;
                scan.open = Some((Opened::Object, from));
            }
        }
        // يذكر أن، يشار إلى أن: the outlet's own voice.
        if w.is(Class::Impersonal) && scan.subject.is_none() && before.is_none() {
            return Some(Err("an impersonal phrase of the outlet's own voice"));
        }
        // إن الأدلة تشير إلى: within another content a thing does not speak.
        if !separate
            && let Some(np) = before
            && np.head == 0
            && np.name == (0, 0)
            && self.w(np.a).def
            && !self.t.text(np.a).ends_with('ي')
        {
            return None;
        }
        let told = matches!(verb.root.as_str(), "خبر" | "بلغ");
        let scan_subject = scan
            .subject
            .filter(|_| !(given || told && before.is_some()));
        let mut who = match (scan_subject, before) {
            (Some(np), _) => Who::Phrase(np),
            (None, Some(np)) => Who::Phrase(np),
            _ => Who::Implicit(form.agreement),
        };
        // تصريحات منسوبة إلى الأمير قال فيها: the nearest one named before.
        if matches!(who, Who::Implicit(_)) && matches!(self.t.text(i + 1), "فيها" | "فيه") {
            let near = (a.max(i.saturating_sub(9))..i).rev().find(|&p| {
                self.pack
                    .head(&self.w(p))
                    .is_some_and(|h| matches!(h.of, Of::Person | Of::Body | Of::Name))
            });
            if let Some(np) = near.and_then(|p| {
                self.noun_phrase(
                    p,
                    i,
                    Reading {
                        led: true,
                        plain: true,
                        ..Reading::default()
                    },
                )
            }) {
                who = Who::Phrase(np);
            }
        }
        if verb.sort == Sort::Rumour || form.tense == Tense::Passive {
            who = Who::Nobody;
        }
        let mut cue = Cue {
            kind: Kind::Verb,
            at: i,
            end: i + 1,
            also: scan.also.clone(),
            act: verb.act,
            sort: verb.sort,
            who,
            relayed: scan.relayed,
            opened: Opened::That,
            from: 0,
            until: None,
            clause,
            separate: separate && !quoted,
            anaphora: false,
        };
        let speaks =
            |np: Np| np.head != 0 || np.name != (0, 0) || np.b - np.a == 1 && self.w(np.a).def;
        if verb.sort == Sort::Weak {
            let begins = w.conj
                || i <= a + 1
                || self.is(i - 1, Class::Break)
                || self.is(i - 1, Class::SoftBreak)
                || self.is(i - 1, Class::Auxiliary)
                || self.is(i - 1, Class::Relative)
                || self.mark(i - 1) == Mark::Close
                || separate && self.is(i - 1, Class::Time);
            let person = scan.subject.or(before).map(&speaks);
            if person == Some(false)
                || person.is_none() && !begins
                || given && before.is_none() && scan.subject.is_none()
            {
                return Some(Err("an everyday word here, with nobody who says it"));
            }
        }
        if quoted
            && (scan.subject.or(before).is_some_and(|np| !speaks(np)) || verb.sort == Sort::Weak)
        {
            return None;
        }
        if quoted && !matches!(scan.open, Some((Opened::That, _))) {
            return Some(Err("within a quotation and without a that-word"));
        }
        if let Some((opened, from)) = scan.open {
            if verb.sort == Sort::Weak
                && !charge
                && !matches!(opened, Opened::That | Opened::Quote | Opened::Preposition)
            {
                return Some(Err("an everyday word here"));
            }
            cue.opened = opened;
            cue.from = from;
            return Some(Ok(cue));
        }
        // "…"، قال فلان: the content stands before.
        if let Some((from, until)) = self.content_before(i, a, b, verb, &scan) {
            cue.opened = Opened::Before;
            cue.from = from;
            cue.until = Some(until);
            return Some(Ok(cue));
        }
        if verb.act == Act::Deny && (w.pronoun > 0 || scan.pronoun) {
            cue.opened = Opened::Pronoun;
            cue.anaphora = true;
            cue.from = scan.rest;
            return Some(Ok(cue));
        }
        if w.is(Class::Preposition) {
            return None;
        }
        Some(Err(match verb.sort {
            Sort::Weak | Sort::Turn => "an everyday word here, with nothing that opens a content",
            _ => "a reporting verb with no content found",
        }))
    }

    /// جاء في البيان أن: the source stands in the phrase.
    fn within_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        if self.t.text(i + 1) != "في" || self.tok(i).is_some_and(|t| t.quote != 0) || w.pronoun > 0
        {
            return None;
        }
        let np = self.noun_phrase(i + 2, b, Reading::default())?;
        if np.head == 0 && !self.is(np.a, Class::Occasion) {
            return None;
        }
        let found = (np.b..b.min(np.b + 22)).find(|&k| {
            self.is(k, Class::That)
                || matches!(self.mark(k), Mark::Open | Mark::Colon)
                || self.finite(k) && !self.is(k - 1, Class::Relative)
        })?;
        if self.finite(found) && !self.is(found, Class::That) {
            return None;
        }
        let (opened, from) = match self.mark(found) {
            Mark::Open if self.names(found, b) => return None,
            Mark::Open => (Opened::Quote, found),
            Mark::Colon => (Opened::Quote, found + 1),
            _ => (Opened::That, found + 1),
        };
        let (_, clause, separate) = self.clause_of(i, a);
        Some(Ok(Cue {
            kind: Kind::Verb,
            at: i,
            end: i + 1,
            also: Vec::new(),
            act: verb.act,
            sort: Sort::Plain,
            who: Who::Phrase(np),
            relayed: None,
            opened,
            from,
            until: None,
            clause,
            separate,
            anaphora: false,
        }))
    }

    /// Walks from a verb to what opens its content.
    fn scan(&self, i: usize, b: usize, verb: &VerbEntry, participle: bool) -> Scan {
        let mut out = Scan {
            rest: i + 1,
            ..Scan::default()
        };
        let takes_that = opens(verb, |o| *o == Opens::That);
        let takes_quote = takes_that || opens(verb, |o| *o == Opens::Quote);
        let object = opens(verb, |o| {
            matches!(
                o,
                Opens::Object | Opens::Claim | Opens::Charge(_) | Opens::Label(_)
            )
        });
        let plain_object = opens(verb, |o| matches!(o, Opens::Object));
        let with_b = opens(verb, |o| matches!(o, Opens::With(p) if p == "ب"));
        let relay = verb.sort == Sort::Relay;
        let limit = b.min(i + if participle { 18 } else { 55 });
        let mut j = i + 1;
        let mut weak_preposition: Option<usize> = None;
        let mut commas = 0;
        while j < limit {
            out.rest = j;
            let w = self.w(j);
            match self.mark(j) {
                Mark::Colon if takes_quote => {
                    out.open = Some((Opened::Quote, j + 1));
                    return out;
                }
                Mark::Open => {
                    if self.names(j, b)
                        && (out.subject.is_none()
                            || self.mate(j) + 1 < b
                                && !matches!(self.mark(self.mate(j) + 1), Mark::Stop | Mark::Comma))
                        && !participle
                    {
                        if out.subject.is_none()
                            && commas == 0
                            && let Some(np) = self.noun_phrase(
                                j,
                                limit,
                                Reading {
                                    object,
                                    with_b,
                                    ..Reading::default()
                                },
                            )
                        {
                            out.subject = Some(np);
                            j = np.b.max(self.mate(j) + 1);
                            if plain_object && self.object_at(j, b) {
                                out.open = Some((Opened::Object, j));
                                return out;
                            }
                            continue;
                        }
                        j = self.mate(j) + 1;
                        continue;
                    }
                    // في مسألة "…"، إنه: the that-word after the quotation opens, not the quotation.
                    let m = self.mate(j);
                    let that_after = takes_that
                        && (m + 1..limit.min(m + 4))
                            .take_while(|&k| {
                                self.mark(k) == Mark::Comma || self.mark(k) == Mark::Word
                            })
                            .any(|k| self.is(k, Class::That) && !self.t.text(k).starts_with('و'))
                        && j > i + 1
                        && self.mark(j - 1) == Mark::Word
                        && self.w(j - 1).known.verb == 0;
                    if that_after {
                        j = m + 1;
                        continue;
                    }
                    let words = (j + 1..m).filter(|&k| self.mark(k) == Mark::Word).count();
                    if plain_object
                        && words <= 3
                        && self.mark(m + 1) == Mark::Word
                        && (self.w(j + 1).prep.is_some() || self.is(j + 1, Class::Preposition))
                    {
                        // نفى "بشكل قاطع" تورط …
                        j = m + 1;
                        if self.object_at(j, b) {
                            out.open = Some((Opened::Object, j));
                            return out;
                        }
                        continue;
                    }
                    if takes_quote || relay {
                        out.open = Some((Opened::Quote, j));
                        return out;
                    }
                    if plain_object {
                        out.open = Some((Opened::Object, j));
                        return out;
                    }
                    j = self.mate(j) + 1;
                }
                Mark::Stray
                    if takes_quote
                        && (j == i + 1
                            || out.subject.is_some_and(|np| np.b == j)
                            || self.is(j - 1, Class::Saying))
                        && self.tok(j).is_some_and(|t| t.spaced)
                        && self.mark(j + 1) == Mark::Word
                        && self.tok(j + 1).is_some_and(|t| !t.spaced) =>
                {
                    // A quotation that is never closed.
                    out.open = Some((Opened::Quote, j));
                    return out;
                }
                Mark::BracketOpen => j = self.mate(j).max(j) + 1,
                Mark::Dash if self.tok(j).is_some_and(|t| t.spaced) => {
                    // – بحسب ما نقلت وكالة –
                    j = (j + 1..limit.min(j + 20))
                        .find(|&k| self.mark(k) == Mark::Dash)
                        .map_or(j + 1, |k| k + 1);
                }
                Mark::Comma => {
                    if relay
                        && matches!(out.relayed, Some((Who::Phrase(np), _)) if np.b == j)
                        && self.object_at(j + 1, b)
                        && !self.anonymity(j + 1)
                        && self.mark(j + 1) == Mark::Word
                        && !self.w(j + 1).conj
                    {
                        out.open = Some((Opened::Object, j + 1));
                        return out;
                    }
                    commas += 1;
                    if commas > 5 {
                        break;
                    }
                    j += 1;
                }
                Mark::Word => {
                    if self.anonymity(j) {
                        let name = |k: usize| {
                            self.mark(k) == Mark::Comma
                                || self.mark(k) == Mark::Open
                                || self.is(k, Class::That)
                                || self.own_word_noun(k)
                        };
                        let end = (j + 1..limit.min(j + 8))
                            .find(|&k| name(k))
                            .unwrap_or(j + 1);
                        j = end + usize::from(self.mark(end) == Mark::Comma);
                        continue;
                    }
                    let adverb = self.phrase(j, Class::Adverb);
                    if adverb > 0 {
                        j += adverb;
                        continue;
                    }
                    if w.is(Class::Adverb)
                        && !w.is(Class::That)
                        && !w.is(Class::Saying)
                        && w.known.head == 0
                    {
                        j += 1;
                        continue;
                    }
                    if w.is(Class::That) {
                        let apart = j > i + 1
                            && (self.is(j - 1, Class::NotBeforeThat)
                                || self.is(j - 1, Class::Negation));
                        let two = self.t.text(j - 1) == "ان";
                        if (takes_that || !out.also.is_empty()) && !apart && !two || relay && !apart
                        {
                            out.open = Some((Opened::That, j + 1));
                            return out;
                        }
                        j += 1;
                        continue;
                    }
                    // نقلا عن in the middle: the source that is passed on.
                    if self.t.stem(j) == "نقلا"
                        && self.t.text(j + 1) == "عن"
                        && let Some(np) = self.noun_phrase(j + 2, limit, Reading::default())
                    {
                        out.relayed = Some((Who::Phrase(np), Some(j)));
                        j = np.b;
                        continue;
                    }
                    if w.is(Class::Saying)
                        && !relay
                        && takes_quote
                        && commas > 0
                        && verb.sort != Sort::Turn
                        && w.prep.is_none()
                        && !self.t.text(j).starts_with('ب')
                    {
                        break;
                    }
                    if w.is(Class::Saying) && !relay && takes_quote {
                        out.also.push(j);
                        j += 1;
                        continue;
                    }
                    if relay
                        && (self.t.text(j) == "عن"
                            || self.t.stem(j).starts_with("عن") && w.pronoun > 0
                            || matches!(self.t.text(j), "عنه" | "عنها" | "عنهم")
                            || (verb.root == "نسب"
                                && matches!(self.t.text(j), "الي" | "اليه" | "اليها" | "اليهم")))
                        && out.relayed.is_none()
                    {
                        if self.t.text(j).ends_with('ن') || self.t.text(j) == "الي" {
                            if let Some(np) = self.noun_phrase(
                                j + 1,
                                limit,
                                Reading {
                                    object: true,
                                    led: true,
                                    ..Reading::default()
                                },
                            ) {
                                out.relayed = Some((Who::Phrase(np), None));
                                j = np.b;
                                let deed = self.w(j).known.verb != 0 && self.w(j).pronoun > 0;
                                if (self.object_at(j, b) || deed) && !self.own_word_noun(j) {
                                    out.open = Some((Opened::Object, j));
                                    return out;
                                }
                                continue;
                            }
                        } else {
                            let agreement = if self.t.text(j).ends_with("ها") {
                                Agreement::She
                            } else if self.t.text(j).ends_with('م') {
                                Agreement::They
                            } else {
                                Agreement::He
                            };
                            out.relayed = Some((Who::Implicit(agreement), None));
                        }
                        j += 1;
                        continue;
                    }
                    if relay && out.relayed.is_some() && self.own_word_noun(j) {
                        if let Some(r) = &mut out.relayed {
                            r.1 = Some(j);
                        }
                        j += 1;
                        continue;
                    }
                    // تعهد بـ"…"
                    if self.t.text(j) == "ب" && self.mark(j + 1) == Mark::Open {
                        if with_b || takes_quote {
                            out.open = Some((Opened::Preposition, j + 1));
                            return out;
                        }
                        j += 1;
                        continue;
                    }
                    if w.is(Class::Pronoun) && w.prep.is_none() {
                        out.pronoun = true;
                        if verb.sort == Sort::Firm && self.mark(j + 1) != Mark::Word {
                            break;
                        }
                        j += 1;
                        continue;
                    }
                    // لم تذكر اسمها، أعدها باحثون، أوردتها الوكالة: about the source or the occasion, no new cue.
                    if j > i + 1 && self.finite(j) {
                        let negated = self.is(j - 1, Class::Negation);
                        let published = self.is(j - 1, Class::Relative) && w.pronoun > 0;
                        let other = !w.conj
                            && self
                                .pack
                                .verb(&w)
                                .is_some_and(|v| v.sort == Sort::Directive);
                        if negated || published || other {
                            j += 1;
                            continue;
                        }
                    }
                    // Another cue begins here.
                    if j > i + 1 && self.finite(j) && verb.sort == Sort::Rumour {
                        j += 1;
                        continue;
                    }
                    if j > i + 1 && self.finite(j) && !self.is(j - 1, Class::Relative) {
                        if self
                            .pack
                            .verb(&w)
                            .is_some_and(|v| !matches!(v.sort, Sort::Weak | Sort::Turn))
                            || w.conj && self.pack.verb(&w).is_some_and(|v| v.sort != Sort::Turn)
                        {
                            break;
                        }
                        j += 1;
                        continue;
                    }
                    if self.finite(j)
                        && self.is(j - 1, Class::Relative)
                        && self
                            .pack
                            .verb(&w)
                            .is_some_and(|v| !matches!(v.sort, Sort::Directive | Sort::Weak))
                    {
                        break;
                    }
                    if w.known.verb != 0
                        && w.known.form.tense == Tense::Participle
                        && w.known.head == 0
                        && !w.def
                        && commas > 0
                    {
                        break;
                    }
                    if matches!(self.t.text(j), "وهو" | "وهي" | "وهم") && out.subject.is_some()
                    {
                        j += 1;
                        continue;
                    }
                    if w.is(Class::Break)
                        || self.phrase(j, Class::Break) > 0
                        || w.is(Class::SoftBreak) && j > i + 1
                    {
                        break;
                    }
                    // A preposition that opens the content.
                    if let Some(p) = self.opening_preposition(j, verb) {
                        let next = j + usize::from(!p);
                        if !p && self.is(j + 1, Class::That) && takes_that {
                            out.open = Some((Opened::That, j + 2));
                            return out;
                        }
                        // After a circumstance between commas the opening is taken up again; within one it is not.
                        let in_place = commas == 0
                            || self.mark(j - 1) == Mark::Comma
                            || verb.sort == Sort::Rumour;
                        if in_place && weak_preposition.is_none() && self.content_at(next, b) {
                            weak_preposition = Some(next);
                            // A that-word after the same preposition is the better opening.
                            if !self.that_follows(next, limit, self.t.text(j)) {
                                out.open = Some((Opened::Preposition, next));
                                return out;
                            }
                        }
                        j += 1;
                        continue;
                    }
                    if w.is(Class::Preposition)
                        || w.prep.is_some()
                            && !self.is(j, Class::Addressee)
                            && out.subject.is_some()
                    {
                        // A phrase of circumstance: في تصريح صحفي، خلال لقائه.
                        let start = j + usize::from(w.prep.is_none());
                        let np = self.noun_phrase(
                            start,
                            limit,
                            Reading {
                                led: true,
                                plain: true,
                                object,
                                ..Reading::default()
                            },
                        );
                        let next = np.map_or(start.max(j + 1), |n| n.b);
                        let occasion = self.is(j + 1, Class::Occasion);
                        j = if occasion {
                            self.occasion_end(j + 1, next)
                        } else {
                            next
                        };
                        if out.subject.is_some()
                            && opens(verb, |o| matches!(o, Opens::Charge(_) | Opens::Label(_)))
                            && commas == 0
                            && self.mark(j) == Mark::Word
                            && self.w(j).def
                            && let Some(from) = self.object_opening(verb, j, b)
                        {
                            out.open = Some((Opened::Object, from));
                            return out;
                        }
                        if out.subject.is_some()
                            && plain_object
                            && self.object_at(j, b)
                            && !self.is(j, Class::That)
                            && commas == 0
                        {
                            out.open = Some((Opened::Object, j));
                            return out;
                        }
                        continue;
                    }
                    if w.is(Class::Addressee) && w.prep.is_none() && self.t.text(j).starts_with('ل')
                    {
                        // لبي بي سي
                        j += 1;
                        while j < limit
                            && self
                                .tok(j)
                                .is_some_and(|t| t.mark == Mark::Word && t.end - t.at <= 3)
                            && !self.is(j, Class::That)
                            && !self.is(j, Class::Preposition)
                        {
                            j += 1;
                        }
                        continue;
                    }
                    if w.prep.is_some() {
                        let np = self.noun_phrase(
                            j,
                            limit,
                            Reading {
                                led: true,
                                plain: true,
                                ..Reading::default()
                            },
                        );
                        j = np.map_or(j + 1, |n| n.b.max(j + 1));
                        continue;
                    }
                    if w.is(Class::Adverb)
                        || w.is(Class::Time) && w.known.head == 0
                        || w.is(Class::Auxiliary)
                        || w.is(Class::Relative)
                        || w.is(Class::Negation)
                        || w.is(Class::OwnWord) && w.pronoun > 0
                    {
                        if w.is(Class::Relative)
                            && object
                            && out.subject.is_some()
                            && self.mark(j - 1) == Mark::Comma
                        {
                            // وصفت فلانة، التي زارت المكان، الهجوم بأنه …
                            if let Some(comma) =
                                (j..limit.min(j + 20)).find(|&k| self.mark(k) == Mark::Comma)
                                && let Some(from) = self.object_opening(verb, comma + 1, b)
                            {
                                out.open = Some((Opened::Object, from));
                                return out;
                            }
                        }
                        if plain_object && w.is(Class::Negation) && self.t.text(j) == "عدم" {
                            out.open = Some((Opened::Object, j));
                            return out;
                        }
                        j += 1;
                        continue;
                    }
                    if out.subject.is_none()
                        && !participle
                        && (commas == 0 || self.only_circumstance(i, j))
                    {
                        // Nobody is written if the object comes right after the verb.
                        if plain_object
                            && (w.deed && !w.def && w.known.head == 0
                                || w.is(Class::ClaimNoun) && (!w.def || verb.act == Act::Deny)
                                || w.is(Class::Determiner) && self.is(j + 1, Class::ClaimNoun))
                            && self.object_at(j, b)
                        {
                            out.open = Some((Opened::Object, j));
                            return out;
                        }
                        if object
                            && !plain_object
                            && (w.pronoun > 0 && w.known.head == 0 || w.deed && !w.def)
                            && let Some(from) = self.object_opening(verb, j, b)
                        {
                            out.open = Some((Opened::Object, from));
                            return out;
                        }
                        let Some(np) = self.noun_phrase(
                            j,
                            limit,
                            Reading {
                                object,
                                with_b,
                                ..Reading::default()
                            },
                        ) else {
                            j += 1;
                            continue;
                        };
                        out.subject = Some(np);
                        j = np.b;
                        // ووصف الوضع بأنه: what stands right before the charge is the object, the subject is not written.
                        if opens(verb, |o| matches!(o, Opens::Charge(_) | Opens::Label(_))) {
                            let b_word = self.w(j).prep == Some('ب')
                                || self.is(j, Class::That) && self.t.stem(j).starts_with('ب')
                                || self.t.text(j) == "ب"
                                || self.mark(j) == Mark::Open
                                    && self.t.text(j + 1).starts_with('ب');
                            let thing = self.is(j, Class::Preposition)
                                && np.name == (0, 0)
                                && !np
                                    .head
                                    .checked_sub(1)
                                    .and_then(|h| self.pack.head(&self.w(h)))
                                    .is_some_and(|h| h.of != Of::Text);
                            // وصف الرئيس الحادث بأنه: a definite noun after a complete subject is the object.
                            let last = np.b - 1;
                            let text = self.t.text(last);
                            if b_word
                                && last > np.a
                                && np.head != 0
                                && np.head <= last
                                && self.w(last).def
                                && self.w(last).prep.is_none()
                                && !self.w(last).conj
                                && self.w(last - 1).def
                                && !text.ends_with('ي')
                                && !text.ends_with("يه")
                                && !self.name_like(last)
                                && (np.name.1 <= last)
                            {
                                out.subject = Some(Np { b: last, ..np });
                                out.open = Some((Opened::Object, last));
                                return out;
                            }
                            if (b_word && opens(verb, |o| matches!(o, Opens::Label(_))) || thing)
                                && let Some(from) = self.object_opening(verb, np.a, b)
                            {
                                out.subject = None;
                                out.open = Some((Opened::Object, from));
                                return out;
                            }
                        }
                        if let Some(from) = self.object_opening(verb, j, b) {
                            out.open = Some((Opened::Object, from));
                            return out;
                        }
                        continue;
                    }
                    if plain_object
                        && self.object_at(j, b)
                        && (commas == 0
                            || commas <= 3
                                && !w.conj
                                && (w.deed && !w.def
                                    || verb.act == Act::Deny && w.is(Class::ClaimNoun)
                                    || w.is(Class::Determiner) && self.is(j + 1, Class::ClaimNoun)))
                    {
                        out.open = Some((Opened::Object, j));
                        return out;
                    }
                    if participle && plain_object && j == i + 1 {
                        out.open = Some((Opened::Object, j));
                        return out;
                    }
                    if (participle || w.pronoun == 0)
                        && object
                        && !plain_object
                        && out
                            .subject
                            .is_some_and(|np| np.b == j || !opens(verb, |o| *o == Opens::Claim))
                        && let Some(from) = self.object_opening(verb, j, b)
                    {
                        out.open = Some((Opened::Object, from));
                        return out;
                    }
                    if participle
                        && object
                        && j == i + 1
                        && self.object_opening(verb, j, b).is_some()
                    {
                        out.open = Some((Opened::Object, j));
                        return out;
                    }
                    j += 1;
                }
                Mark::Number if plain_object && out.subject.is_some() && commas == 0 => {
                    out.open = Some((Opened::Object, j));
                    return out;
                }
                Mark::Line | Mark::Semicolon => break,
                Mark::Stop | Mark::Ellipsis if self.tok(j).is_none_or(|t| t.quote == 0) => break,
                _ => j += 1,
            }
        }
        if let Some(from) = weak_preposition {
            out.open = Some((Opened::Preposition, from));
        }
        out.rest = j.min(b);
        out
    }

    /// قوله، قولها: one's own saying with its pronoun.
    fn own_word_noun(&self, j: usize) -> bool {
        self.is(j, Class::OwnWord)
            && (matches!(
                self.t.stem(j),
                "قوله" | "قولها" | "قولهم" | "قولهما" | "قول"
            ) || self.t.core(j).starts_with("قول"))
            && self.w(j).prep.is_none()
    }

    /// End of a phrase like في تصريح صحفي لقناة: the occasion with its adjectives, before a source that may follow.
    fn occasion_end(&self, from: usize, np_end: usize) -> usize {
        for k in from + 1..np_end {
            let w = self.w(k);
            if self
                .pack
                .head(&w)
                .is_some_and(|h| matches!(h.of, Of::Person))
                && w.prep.is_none()
                && w.def
            {
                return k;
            }
        }
        np_end
    }

    /// Whether nothing but circumstance stands between a verb and `j`: a subject may still come after the comma.
    fn only_circumstance(&self, i: usize, j: usize) -> bool {
        self.mark(i + 1) == Mark::Comma
            || (i + 1..j).any(|k| {
                self.is(k, Class::Preposition)
                    || self.is(k, Class::Time)
                    || self.is(k, Class::Adverb)
            }) && self.mark(j - 1) == Mark::Comma
    }

    /// Whether a noun-phrase content can begin at `j`.
    fn object_at(&self, j: usize, b: usize) -> bool {
        if j >= b {
            return false;
        }
        let w = self.w(j);
        match self.mark(j) {
            Mark::Open => true,
            Mark::Word => {
                w.prep.is_none()
                    && !(w.is(Class::Pronoun) && self.mark(j + 1) != Mark::Word)
                    && !(j > 0
                        && w.is(Class::ClaimNoun)
                        && self
                            .pack
                            .head(&self.w(j - 1))
                            .is_some_and(|h| h.kind == super::output::SourceKind::Outlet))
                    && !w.is(Class::Time)
                    && !w.is(Class::That)
                    && !(w.is(Class::Preposition) && self.t.text(j) != "ما")
                    && (w.deed
                        || self.owned(j)
                        || w.is(Class::ClaimNoun)
                        || w.is(Class::Determiner) && w.pronoun == 0
                        || w.known.verb != 0 && w.known.form.tense == Tense::Noun && w.pronoun == 0)
            }
            _ => false,
        }
    }

    fn object_opening(&self, verb: &VerbEntry, j: usize, b: usize) -> Option<usize> {
        for open in &verb.opens {
            match open {
                Opens::Object if self.object_at(j, b) => return Some(j),
                Opens::Claim
                    if self.is(j, Class::ClaimNoun)
                        || self.is(j, Class::Determiner) && self.is(j + 1, Class::ClaimNoun)
                        || self.is(j, Class::Deed) && self.is(j + 1, Class::ClaimNoun) =>
                {
                    return Some(j);
                }
                Opens::Charge(p) | Opens::Label(p)
                    if self.mark(j) == Mark::Word || self.mark(j) == Mark::Open =>
                {
                    // The charge must follow within the clause.
                    let found = (j..b.min(j + 25)).find(|&k| {
                        self.w(k).prep == Some('ب') && p == "ب"
                            || self.t.stem(k) == p
                            || self.is(k, Class::That) && self.t.stem(k).starts_with('ب')
                            || self.t.text(k) == "ب"
                            || self.mark(k) == Mark::Open && self.t.text(k + 1).starts_with('ب')
                    });
                    // اتهم فلان ب…: with nobody between, he is the one accused.
                    if self.w(j).prep == Some('ب') && matches!(open, Opens::Charge(_)) {
                        return None;
                    }
                    if found.is_some()
                        && !self.is(j, Class::Preposition)
                        && !self.is(j, Class::That)
                    {
                        return Some(j);
                    }
                }
                _ => {}
            }
        }
        None
    }

    /// Whether the token at `j` is a preposition that opens this verb's content; `Some(true)` if it is a proclitic.
    fn opening_preposition(&self, j: usize, verb: &VerbEntry) -> Option<bool> {
        let w = self.w(j);
        for open in &verb.opens {
            if let Opens::With(p) = open {
                if p == "ب" {
                    if self.t.text(j) == "بما" {
                        return Some(true);
                    }
                    if w.prep.is_none()
                        && !w.found
                        && !w.def
                        && self.t.text(j).starts_with('ب')
                        && self.t.text(j).chars().count() > 3
                        && j > 0
                        && (self.w(j - 1).found || self.name_like(j - 1))
                    {
                        return Some(true);
                    }
                    if w.prep == Some('ب')
                        && (w.deed
                            || w.is(Class::Deed)
                            || w.known.verb != 0 && w.known.form.tense == Tense::Noun
                            || !w.found && !w.def)
                        && !w.is(Class::Occasion)
                    {
                        return Some(true);
                    }
                } else if self.t.text(j) == p {
                    return Some(false);
                }
            }
        }
        None
    }

    /// Whether content can begin after an opening preposition.
    fn content_at(&self, j: usize, b: usize) -> bool {
        j < b
            && (matches!(self.mark(j), Mark::Open | Mark::Number)
                || self.mark(j) == Mark::Word
                    && !self.is(j, Class::Time)
                    && !(self.is(j, Class::Preposition) && !self.is(j, Class::Deed))
                    && !(self.w(j).pronoun > 0 && self.is(j, Class::Adverb)))
    }

    /// Whether the same preposition with a that-word follows before the clause ends.
    fn that_follows(&self, from: usize, limit: usize, preposition: &str) -> bool {
        for k in from..limit.min(from + 20) {
            match self.mark(k) {
                Mark::Stop | Mark::Line | Mark::Semicolon | Mark::Open => return false,
                Mark::Word if self.is(k, Class::That) => return self.t.text(k - 1) == preposition,
                Mark::Word if self.finite(k) => return false,
                _ => {}
            }
        }
        false
    }

    /// Content that stands before its cue: a quotation, or the clause up to a comma.
    fn content_before(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
        scan: &Scan,
    ) -> Option<(usize, usize)> {
        if !opens(verb, |o| matches!(o, Opens::That | Opens::Quote))
            || matches!(verb.sort, Sort::Turn | Sort::Relay)
            || i <= a + 2
        {
            return None;
        }
        let mut k = i - 1;
        if self.mark(k) == Mark::Comma || self.mark(k) == Mark::Dash {
            k -= 1;
        }
        if self.mark(k) == Mark::Close {
            let open = self.mate(k);
            if open >= a && k - open > 3 {
                return Some((open, k + 1));
            }
        }
        let np = scan.subject?;
        let ends = np.b >= b
            || matches!(
                self.mark(np.b),
                Mark::Stop | Mark::Comma | Mark::Line | Mark::Dash | Mark::Ellipsis
            );
        let comma = matches!(self.mark(i - 1), Mark::Comma | Mark::Dash);
        let present =
            self.w(i).known.form.tense == Tense::Present || self.pack.script == Script::Latin;
        (ends && comma && present && verb.sort == Sort::Plain && !self.w(i).conj)
            .then_some((a, i - 1))
    }

    /// The subject before a verb, where its clause begins, and whether the clause stands apart from what is before it.
    pub(crate) fn clause_of(&self, i: usize, a: usize) -> (Option<Np>, usize, bool) {
        let mut k = i;
        while k > a
            && (self.is(k - 1, Class::Auxiliary) && !self.is(k - 1, Class::That)
                || self.is(k - 1, Class::Adverb) && self.mark(k - 1) == Mark::Word)
        {
            k -= 1;
        }
        let conj = (k..=i).any(|x| self.w(x).conj && self.t.text(x).starts_with('و'));
        if k == a {
            return (None, a, true);
        }
        if self.is(k - 1, Class::Relative) {
            let relative = k - 1;
            let comma =
                relative > a && matches!(self.mark(relative - 1), Mark::Comma | Mark::Close);
            let he = matches!(self.t.stem(relative), "الذي");
            let form = self.w(i).known.form.agreement;
            let fits = match form {
                Agreement::He => he,
                Agreement::She => self.t.stem(relative) == "التي",
                Agreement::They => !he && self.t.stem(relative) != "التي",
                _ => true,
            };
            let before = if fits {
                self.antecedent(relative, a)
            } else {
                None
            };
            return (before, if comma { relative - 1 } else { relative }, comma);
        }
        // أما فلان فقال
        let after_amma = matches!(self.t.text(k).chars().next(), Some('ف'));
        if after_amma
            && let Some(amma) =
                (a..(a + 3).min(k)).find(|&x| matches!(self.t.text(x), "اما" | "واما"))
            && let Some(np) = self.noun_phrase(amma + 1, k, Reading::default())
        {
            return (Some(np), amma, true);
        }
        if self.is(k - 1, Class::Break) || self.is(k - 1, Class::SoftBreak) {
            return (None, k - 1, true);
        }
        if conj {
            // A conjunction on the verb begins a clause of its own, unless the subject stands between it and كان.
            if self.w(i).conj || k == i {
                if self.t.text(i).starts_with('ف')
                    && let Some(found) = self.before_verb(i, a)
                {
                    return found;
                }
                return (None, k, true);
            }
            return (None, k, true);
        }
        // تقارير تحدثت، مصادر قالت: an indefinite source with its verb right behind it.
        for n in [k - 1, k.wrapping_sub(2)] {
            if n >= a
                && n < k
                && !self.w(n).def
                && self.w(n).pronoun == 0
                && !self.w(n).conj
                && let Some(h) = self.pack.head(&self.w(n))
                && matches!(h.of, Of::Text | Of::Undisclosed)
                && super::lexicon::agrees(h.gender, self.w(i).known.form.agreement)
                && (n + 1 == k
                    || self.mark(n + 1) == Mark::Word
                        && !self.w(n + 1).def
                        && !self.is(n + 1, Class::That))
                && !(n > a && self.is(n - 1, Class::That))
            {
                return (
                    Some(Np {
                        a: n,
                        b: n + 1,
                        head: n + 1,
                        name: (0, 0),
                    }),
                    n,
                    n == a
                        || self.is(n - 1, Class::Break)
                        || self.phrase(n.saturating_sub(2), Class::Break) == 2,
                );
            }
        }
        // المصادر، التي …، قالت: the sentence's first phrase with its relative clause between.
        if self.mark(k - 1) == Mark::Comma && k > a + 4 && !self.w(k).conj {
            let first = a + usize::from(self.mark(a) == Mark::Line);
            if self.starts(first, false)
                && let Some(np) = self.noun_phrase(first, k, Reading::default())
                && np.head != 0
                && (self.is(np.b, Class::Relative)
                    || self.mark(np.b) == Mark::Comma && self.is(np.b + 1, Class::Relative))
            {
                return (Some(np), k - 1, true);
            }
        }
        if let Some(found) = self.before_verb(k, a) {
            return found;
        }
        match self.mark(k - 1) {
            Mark::Comma | Mark::Semicolon | Mark::Dash | Mark::Close | Mark::Colon => {
                return (None, k - 1, true);
            }
            _ => {}
        }
        // A fronted circumstance: وفي وقت لاحق قال …
        let mut p = k;
        while p > a && k - p < 16 {
            p -= 1;
            if self.is(p, Class::That) || self.finite(p) && p != i {
                break;
            }
            let starts_here = p == a || matches!(self.mark(p - 1), Mark::Comma | Mark::Semicolon);
            if starts_here
                && (self.w(p).conj
                    || self.is(p, Class::Preposition)
                    || self.is(p, Class::SoftBreak)
                    || self.is(p, Class::Break))
            {
                return (None, if p == a { a } else { p - 1 }, true);
            }
            if self.is(p, Class::Break) && p > a {
                return (None, p, true);
            }
        }
        (None, k, false)
    }

    /// A subject right before the verb at `k`.
    fn before_verb(&self, k: usize, a: usize) -> Option<(Option<Np>, usize, bool)> {
        let stop = if matches!(self.mark(k - 1), Mark::Comma) {
            k - 1
        } else {
            k
        };
        let mut p = k;
        let mut tried = 0;
        let mut best = None;
        while p > a && k - p < 32 && tried < 6 {
            p -= 1;
            let boundary = p == a
                || self.is(p - 1, Class::That)
                || self.is(p - 1, Class::Break)
                || self.is(p - 1, Class::SoftBreak)
                || self.is(p - 1, Class::Auxiliary)
                || matches!(self.mark(p - 1), Mark::Colon | Mark::Semicolon | Mark::Open)
                || self.mark(p - 1) == Mark::Comma && self.w(p).conj
                || self.mark(p - 1) == Mark::Comma
                || matches!(self.mark(p - 1), Mark::Stop | Mark::Ellipsis | Mark::Close)
                    && k - p < 8;
            if !boundary {
                continue;
            }
            tried += 1;
            let mut from = p;
            let adverb = self.phrase(from, Class::Adverb);
            if adverb > 0 {
                from += adverb;
            }
            if from >= k
                || !(self.starts(from, false) || self.mark(from) == Mark::Open)
                || self.finite(from)
            {
                if self.is(p.saturating_sub(1), Class::That) {
                    break;
                }
                continue;
            }
            let Some(np) = self.noun_phrase(from, k, Reading::default()) else {
                continue;
            };
            let mut reached = np.b;
            if reached < stop && self.is(reached, Class::Preposition) {
                // مقربون منه، سكان في المدينة
                let with = self.w(reached).pronoun > 0
                    || matches!(
                        self.t.text(reached),
                        "منه" | "منها" | "منهم" | "لديه" | "عنه" | "به" | "بها" | "بهم"
                    );
                for _ in 0..2 {
                    let more = if with {
                        reached + 1
                    } else {
                        self.noun_phrase(
                            reached + 1,
                            k,
                            Reading {
                                plain: true,
                                led: true,
                                ..Reading::default()
                            },
                        )
                        .map_or(reached, |n| n.b)
                    };
                    if more < stop && more > reached && self.is(more, Class::Preposition) && !with {
                        reached = more;
                    }
                }
                reached = if with {
                    reached + 1
                } else {
                    self.noun_phrase(
                        reached + 1,
                        k,
                        Reading {
                            plain: true,
                            ..Reading::default()
                        },
                    )
                    .map_or(reached, |n| n.b)
                };
            }
            // فلان، وهو كذا، قال
            let aside = stop != k
                && self.mark(reached) == Mark::Comma
                && (self.is(reached + 1, Class::Relative)
                    || matches!(self.t.text(reached + 1), "وهو" | "وهي" | "وهم"));
            let closes = aside
                || reached == k
                || reached == stop
                || self.mark(reached) == Mark::Close && reached + 1 == k;
            // A sentence that begins with an unknown word begins with a verb, unless it is all name.
            let lead_verb = from == a
                && !self.w(from).def
                && self.w(from).known.head == 0
                && !self.w(from).is(Class::GivenName)
                && !self.w(from).is(Class::Determiner)
                && np.b - np.a > 2
                && self.mark(from) == Mark::Word;
            if lead_verb {
                continue;
            }
            let noun = np.head != 0
                || np.name != (0, 0)
                || self.w(from).def
                || self.mark(p) == Mark::Open
                || self.is(from, Class::Other);
            if closes && noun {
                let lead = p - usize::from(p > a);
                // إلا أن، غير أن begin a clause of their own.
                let but = p > a + 1 && matches!(self.t.text(p - 2), "الا" | "غير" | "بيد");
                let nested = p > a && self.is(p - 1, Class::That) && !but;
                let lead = if but { p - 2 } else { lead };
                // A conjunction before the subject, or كان, belongs to the clause's beginning.
                let clause = if p == a { a } else { lead };
                best = Some((Some(np), clause, !nested));
                if nested {
                    break;
                }
            }
        }
        best
    }

    /// The phrase a relative pronoun refers to.
    fn antecedent(&self, relative: usize, a: usize) -> Option<Np> {
        let end = if matches!(self.mark(relative.checked_sub(1)?), Mark::Comma) {
            relative - 1
        } else {
            relative
        };
        if end <= a {
            return None;
        }
        let mut p = end;
        if self.mark(end - 1) == Mark::Word
            && !self.w(end - 1).found
            && !self.w(end - 1).def
            && self.w(end - 1).prep.is_some()
        {
            return Some(Np {
                a: end - 1,
                b: end,
                head: 0,
                name: (end - 1, end),
            });
        }
        while p > a && end - p < 12 {
            p -= 1;
            if self.mark(p) == Mark::Word && self.w(p).known.head != 0 {
                let np = self.noun_phrase(
                    p,
                    end,
                    Reading {
                        led: true,
                        plain: true,
                        ..Reading::default()
                    },
                )?;
                if np.b == end {
                    return Some(np);
                }
            }
        }
        (end > a
            && (self.name_like(end - 1)
                || !self.w(end - 1).found
                    && !self.w(end - 1).def
                    && self.w(end - 1).prep.is_some()))
        .then(|| Np {
            a: end - 1,
            b: end,
            head: 0,
            name: (end - 1, end),
        })
    }

    fn participle_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        if w.is(Class::Plain)
            || w.is(Class::Deed)
            || matches!(verb.sort, Sort::Directive | Sort::Rumour | Sort::Relay)
            || i == a && self.t.stem(i) != self.t.text(i) && verb.sort != Sort::Plain
        {
            return None;
        }
        // An adverbial participle stands after a comma, a verb, a name or a quotation; an adjective follows an indefinite noun.
        let scan = self.scan(i, b, verb, true);
        let (opened, from) = scan.open?;
        if opened == Opened::Object
            && i > a
            && !matches!(self.mark(i - 1), Mark::Comma | Mark::Close | Mark::Stop)
            && !w.conj
        {
            return None;
        }
        if from > i + 3
            && opened == Opened::That
            && !(i + 1..from).all(|k| self.mark(k) == Mark::Word || self.mark(k) == Mark::Comma)
        {
            return None;
        }
        let comma = i > a && self.mark(i - 1) == Mark::Comma;
        Some(Ok(Cue {
            kind: Kind::Participle,
            at: i,
            end: i + 1,
            also: scan.also,
            act: verb.act,
            sort: verb.sort,
            who: Who::Implicit(w.known.form.agreement),
            relayed: None,
            opened,
            from,
            until: None,
            clause: if comma { i - 1 } else { i },
            separate: self.tok(i).is_none_or(|t| t.quote == 0),
            anaphora: false,
        }))
    }

    /// بالقول إن، في قوله إن، إشارته إلى أن: a saying as a noun with its own content, the source being that of the sentence.
    fn saying_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        let saying = self.is(i, Class::Saying);
        if !saying && (w.pronoun == 0 || w.def)
            || matches!(verb.sort, Sort::Directive | Sort::Turn | Sort::Relay)
            || self.tok(i).is_some_and(|t| t.quote != 0)
        {
            return None;
        }
        let k = i + 1 + usize::from(matches!(self.t.text(i + 1), "على" | "علي" | "الي"));
        let (opened, from) = match self.mark(k) {
            Mark::Word if self.is(k, Class::That) && k < b => (Opened::That, k + 1),
            Mark::Colon if saying => (Opened::Quote, k + 1),
            Mark::Open if saying => (Opened::Quote, k),
            _ => return None,
        };
        let agreement = match self.t.text(i) {
            t if t.ends_with("ها") => Agreement::She,
            t if t.ends_with("هم") => Agreement::They,
            t if t.ends_with('ه') => Agreement::He,
            _ => Agreement::Any,
        };
        Some(Ok(Cue {
            kind: Kind::Participle,
            at: i,
            end: i + 1,
            also: Vec::new(),
            act: verb.act,
            sort: verb.sort,
            who: Who::Implicit(agreement),
            relayed: None,
            opened,
            from,
            until: None,
            clause: if i > a && self.mark(i - 1) == Mark::Comma {
                i - 1
            } else {
                i
            },
            separate: i > a && self.mark(i - 1) == Mark::Comma,
            anaphora: false,
        }))
    }

    /// A verbal noun with its owner and a content: إعلان الحكومة أن، نفي الوزير ما نسب إليه.
    fn deed_cue(
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
            || matches!(verb.sort, Sort::Weak | Sort::Relay | Sort::Turn)
            || self.is(i, Class::Saying)
        {
            return None;
        }
        let quoted = self.tok(i).is_some_and(|t| t.quote != 0);
        if quoted || i > a && self.is(i - 1, Class::Negation) {
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
            if (owner.is_some() || verb.act == Act::Deny) && k == j && self.object_at(k, b) {
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
        Some(Ok(Cue {
            kind: Kind::Deed,
            at: i,
            end: i + 1,
            also: Vec::new(),
            act: verb.act,
            sort: Sort::Firm,
            who: owner.map_or(Who::Implicit(Agreement::Any), Who::Phrase),
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

    /// A noun that reports: شائعات عن، مزاعم بأن، تصريحات فلان بشأن.
    fn noun_cue(&self, i: usize, a: usize, b: usize) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        let entry = self.pack.noun(&w)?;
        if self.tok(i).is_some_and(|t| t.quote != 0) {
            return None;
        }
        // وكالة الأنباء; في تصريحات: an occasion of the verb before it.
        if i > a
            && (self
                .pack
                .head(&self.w(i - 1))
                .is_some_and(|h| h.kind == super::output::SourceKind::Outlet)
                || w.prep == Some('ل') && w.def
                || !entry.phrase && (self.is(i - 1, Class::Preposition) || w.prep.is_some()))
        {
            return None;
        }
        let mut j = i + 1;
        let mut owner = None;
        let mut end = i + 1;
        if w.pronoun == 0 && !w.def {
            let of_body = self.pack.head(&self.w(j)).is_some_and(|h| h.of != Of::Text)
                || self.name_like(j) && !self.w(j).found;
            if of_body
                && self.mark(j) == Mark::Word
                && self.w(j).prep.is_none()
                && let Some(np) = self.noun_phrase(
                    j,
                    b,
                    Reading {
                        plain: true,
                        object: true,
                        ..Reading::default()
                    },
                )
                && (np.head != 0 || np.name != (0, 0) && self.pack.head(&self.w(j)).is_some())
            {
                owner = Some(np);
                j = np.b;
            }
        }
        let limit = b.min(j + 7);
        let mut opened = None;
        while j < limit {
            let v = self.w(j);
            if self.mark(j) != Mark::Word {
                break;
            }
            if v.is(Class::That) {
                opened = Some((Opened::That, j + 1));
                break;
            }
            // الشائعات التي تحدثت عن: the verb belongs to the cue.
            if v.is(Class::Relative) {
                let verb = self.w(j + 1);
                if self.finite(j + 1) && self.pack.verb(&verb).is_some() {
                    end = j + 2;
                    j += 2;
                    continue;
                }
                break;
            }
            if matches!(self.t.text(j), "عن" | "بشان" | "حول" | "بخصوص") {
                if self.is(j + 1, Class::That) {
                    opened = Some((Opened::That, j + 2));
                } else if entry.phrase || owner.is_some() && end == i + 1 {
                    opened = Some((Opened::Preposition, j + 1));
                }
                break;
            }
            if v.prep == Some('ب')
                && entry.phrase
                && (v.deed || v.is(Class::Deed) || v.known.verb != 0 || !v.found && !v.def)
            {
                opened = Some((Opened::Preposition, j));
                break;
            }
            if v.is(Class::Preposition) || self.finite(j) || v.prep.is_some() {
                break;
            }
            j += 1;
        }
        let Some((opened, from)) = opened else {
            return if entry.phrase {
                Some(Err("a reporting noun with no content found"))
            } else {
                None
            };
        };
        if opened == Opened::Preposition
            && (self.is(from, Class::Determiner)
                || self.is(from, Class::Pronoun)
                || self.is(from, Class::Relative))
        {
            return None;
        }
        let _ = a;
        Some(Ok(Cue {
            kind: Kind::Noun,
            at: i,
            end,
            also: Vec::new(),
            act: if owner.is_some() && entry.act == Act::Rumour {
                Act::Accuse
            } else {
                entry.act
            },
            sort: Sort::Firm,
            who: owner.map_or(Who::Nobody, Who::Phrase),
            relayed: None,
            opened: if opened == Opened::That {
                Opened::That
            } else {
                Opened::Noun
            },
            from,
            until: None,
            clause: i,
            separate: false,
            anaphora: false,
        }))
    }

    /// An according-to phrase.
    fn according(&self, i: usize, a: usize, b: usize) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        if !w.according {
            return None;
        }
        let stem = self.t.stem(i);
        let list = self
            .pack
            .according
            .get(self.t.text(i))
            .or_else(|| self.pack.according.get(stem))?;
        if self.tok(i).is_some_and(|t| t.quote != 0) {
            return None;
        }
        for (words, entry) in list {
            if !words
                .iter()
                .enumerate()
                .skip(1)
                .all(|(k, word)| self.t.text(i + k) == word)
            {
                continue;
            }
            let mut j = i + words.len();
            let mut end = j;
            let mut act = Act::Assert;
            let then = entry.then.as_str();
            let clause = if i > a && matches!(self.mark(i - 1), Mark::Comma | Mark::Dash) {
                i - 1
            } else {
                i
            };
            let base = |who, end, act, kind| Cue {
                kind,
                at: i,
                end,
                also: Vec::new(),
                act,
                sort: Sort::Firm,
                who,
                relayed: None,
                opened: Opened::According,
                from: end,
                until: None,
                clause,
                separate: true,
                anaphora: false,
            };
            if entry.verb {
                if stem == "كما" && (w.conj || i == a) {
                    continue;
                }
                if self.is(j, Class::Auxiliary) {
                    j += 1;
                }
                let Some(verb) = self.pack.verb(&self.w(j)) else {
                    continue;
                };
                if !self.finite(j)
                    || opens(verb, |o| matches!(o, Opens::Charge(_) | Opens::Label(_)))
                {
                    // حسب ما جاء على لسانه، على ما وصفه ب
                    continue;
                }
                if stem == "كما" {
                    // كما أكد أن …: also said.
                    let scan = self.scan(j, b, verb, false);
                    let quoted_after = scan.subject.is_some_and(|np| self.mark(np.b) == Mark::Open);
                    if scan.open.is_some()
                        || quoted_after
                        || scan.subject.is_none()
                        || verb.sort == Sort::Directive
                    {
                        continue;
                    }
                }
                if verb.sort == Sort::Within {
                    // حسب ما جاء على لسانه، وفق ما ورد في البيان
                    if self.t.text(j + 1) == "علي" && self.is(j + 2, Class::OwnWord) {
                        let mut cue = base(Who::Nobody, j + 3, act, Kind::Bracket);
                        cue.from = j + 3;
                        return Some(Ok(cue));
                    }
                    if self.t.text(j + 1) != "في" {
                        continue;
                    }
                    let Some(np) = self.noun_phrase(j + 2, b, Reading::default()) else {
                        continue;
                    };
                    let mut cue = base(Who::Phrase(np), j + 1, act, Kind::According);
                    cue.from = np.b;
                    return Some(Ok(cue));
                }
                act = if verb.act == Act::Reveal {
                    Act::Assert
                } else {
                    verb.act
                };
                end = j + 1;
                let verb_at = j;
                j += 1;
                while j < b && (self.is(j, Class::Adverb) || self.is(j, Class::Time)) {
                    j += 1;
                }
                let np = self.noun_phrase(
                    j,
                    b,
                    Reading {
                        led: false,
                        ..Reading::default()
                    },
                );
                let mut cue = base(
                    np.map_or(
                        Who::Implicit(self.w(verb_at).known.form.agreement),
                        Who::Phrase,
                    ),
                    end,
                    act,
                    Kind::According,
                );
                let mut after = np.map_or(j, |n| n.b);
                if verb.sort == Sort::Relay
                    && self.t.text(after) == "عن"
                    && let Some(inner) = self.noun_phrase(after + 1, b, Reading::default())
                {
                    cue.relayed = Some((Who::Phrase(inner), None));
                    after = inner.b;
                }
                cue.from = after;
                cue.separate =
                    !(i > a && self.mark(i - 1) == Mark::Dash && self.mark(after) == Mark::Dash);
                return Some(Ok(cue));
            }
            // Own words: حسب قوله، على حد تعبيره.
            if self.is(j, Class::OwnWord) && self.mark(j) == Mark::Word {
                if self.w(j).pronoun > 0
                    || self.t.text(j).ends_with('ه')
                    || self.t.text(j).ends_with("ها")
                    || self.t.text(j).ends_with("هم")
                {
                    let mut cue = base(Who::Nobody, j + 1, act, Kind::Bracket);
                    cue.from = j + 1;
                    return Some(Ok(cue));
                }
                let np = self.noun_phrase(j + 1, b, Reading::default());
                if let Some(np) = np {
                    let mut cue = base(Who::Phrase(np), j + 1, act, Kind::According);
                    cue.from = np.b;
                    return Some(Ok(cue));
                }
                continue;
            }
            if words.len() == 2 && words[0] == "علي" {
                continue;
            }
            if !then.is_empty() {
                let v = self.w(j);
                let led = v.prep == Some('ل')
                    || self.t.text(j) == "ل"
                    || self.t.text(j).starts_with('ل')
                    || self.t.text(j) == then;
                if !led {
                    continue;
                }
                if self.t.text(j) == "ل" || self.t.text(j) == then {
                    j += 1;
                }
            }
            // حسب بيانها، and slips like حسب نعبيره: one's own words.
            let own = |k: usize| {
                let text = self.t.text(k);
                let w = self.w(k);
                let text_noun = w.pronoun > 0
                    && self.pack.head(&w).is_some_and(|h| h.of == Of::Text)
                    || w.is(Class::Occasion) && w.pronoun > 0;
                let slip = !w.found
                    && !w.def
                    && (text.ends_with("ره") || text.ends_with("رها") || text.ends_with("ها"));
                self.mark(k) == Mark::Word
                    && (text_noun || slip)
                    && !matches!(self.mark(k + 1), Mark::Word | Mark::Number)
            };
            if own(j) {
                let mut cue = base(Who::Nobody, j + 1, act, Kind::Bracket);
                cue.from = j + 1;
                return Some(Ok(cue));
            }
            let np = self.noun_phrase(
                j,
                b,
                Reading {
                    led: !then.is_empty(),
                    ..Reading::default()
                },
            );
            let Some(np) = np else {
                return Some(Err("an according-to word with no source after it"));
            };
            if !self.can_speak(&np) {
                return Some(Err(
                    "an according-to word followed by no source: a plan, a law, a measure",
                ));
            }
            let mut cue = base(Who::Phrase(np), end, act, Kind::According);
            cue.from = np.b;
            cue.separate =
                !(i > a && self.mark(i - 1) == Mark::Dash && self.mark(np.b) == Mark::Dash);
            return Some(Ok(cue));
        }
        None
    }

    /// Whether a phrase can be a source at all.
    fn can_speak(&self, np: &Np) -> bool {
        if np.head != 0 {
            let h = np.head - 1;
            return h <= np.a + 2 || self.mark(np.a) == Mark::Number;
        }
        if np.name != (0, 0) || self.mark(np.a.saturating_sub(1)) == Mark::Open {
            let w = self.w(np.a);
            return !(w.found && w.deed) && !(w.def && np.b - np.a == 1 && w.found);
        }
        let w = self.w(np.a);
        if w.is(Class::NotSource) || w.deed {
            return false;
        }
        let thing = self.t.text(np.a).ends_with('ه') || self.t.text(np.a).ends_with("ات");
        w.def && !w.found && !thing
            || w.is(Class::OwnWord)
            || self.pack.script == Script::Latin
            || w.prep.is_some() && !w.def && !w.deed && !w.found
    }
}
