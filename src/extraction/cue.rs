//! Cues: which words of a sentence report, what opens their content, and who stands beside them.
//!
//! Every candidate is either a cue with its content's beginning, or a miss with its reason.
//!
//! What is no cue after all is told by tests that follow one another over the same verb ([`Reader::verb_cue`]), each relying on what
//! those before it let pass: `cue_unsaid`, `cue_opening`, `cue_charge`, `cue_nobody`, `cue_who`, `cue_everyday`.

use std::ops::ControlFlow::{self, Break, Continue};

use super::inflect::{Agreement, Form, Tense};
use super::lexicon::{Word, opens};
use super::output::Act;
use super::pack::{Class, Of, Opens, Script, Sort, VerbEntry};
use super::phrase::{Np, Reader};
use super::token::Mark;

/// What a reporting word gives: nothing, a cue, or why it gives no statement.
pub(super) type Found = Option<Result<Cue, &'static str>>;

/// A test that lets pass, or ends with what was found.
pub(super) type Step = ControlFlow<Found>;

/// Why a verb of demanding gives nothing.
pub(super) const DEMAND: &str = "a demand, question or promise is known and not counted";

/// Why a charge that nobody makes gives nothing by itself.
pub(super) const CHARGED: &str = "a charge in the passive, with no accuser";

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
pub(super) struct Scan {
    pub(super) open: Option<(Opened, usize)>,
    pub(super) subject: Option<Np>,
    pub(super) also: Vec<usize>,
    pub(super) relayed: Option<(Who, Option<usize>)>,
    pub(super) pronoun: bool,
    /// The end of what belongs to verb and subject, if nothing opened.
    pub(super) rest: usize,
    /// Commas met, and where a preposition may open the content if no that-word does.
    pub(super) commas: usize,
    pub(super) weak: Option<usize>,
}

/// A verb of saying where it stands.
pub(super) struct VerbHere<'v> {
    pub(super) i: usize,
    /// Its sentence.
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) verb: &'v VerbEntry,
    pub(super) w: Word,
    pub(super) form: Form,
    /// It stands within quotation marks.
    pub(super) quoted: bool,
    /// It charges somebody with something, or calls something by a name.
    pub(super) labels: bool,
}

impl Reader<'_> {
    /// Whether a token can be a cue at all: most are none, and are done with here.
    #[inline]
    pub(crate) fn may_be_cue(&self, i: usize) -> bool {
        self.tok(i)
            .is_some_and(|t| t.mark == Mark::Word && t.word.may_be_cue())
    }

    /// The cue at `i` of the sentence `a..b`, nothing if it is no reporting word, or why it gives no statement.
    pub(crate) fn cue(&self, i: usize, a: usize, b: usize) -> Option<Result<Cue, &'static str>> {
        if !self.may_be_cue(i) {
            return None;
        }
        if let Some(found) = self.according(i, a, b) {
            return Some(found);
        }
        let w = self.w(i);
        if let Some(verb) = self.pack.verb(&w) {
            if let Some(found) = self.taken_denial(i, a, verb) {
                return Some(Ok(found));
            }
            if let Some(found) = self.described_cue(i, a, b, verb) {
                return Some(Ok(found));
            }
            match w.known.form.tense {
                Tense::Past | Tense::Present | Tense::Passive
                    if self.finite(i)
                        || self.reporting_homograph(i, a, b)
                        || !w.def
                            && w.prep.is_none()
                            && verb.opens.iter().any(|o| {
                                matches!(o, Opens::After(list)
                                    if self.after_phrase(i, b, list).is_some())
                            }) =>
                {
                    return self.verb_cue(i, a, b, verb);
                }
                Tense::Participle
                    if (w.known.head == 0
                        || self.accusing(i, b, verb)
                        // …، مشيرين إلى كذا: no marshals.
                        || verb.root == "شور"
                            && i > a
                            && self.mark(i - 1) == Mark::Comma
                            && self.t.text(i + 1) == "الي")
                        && !w.def
                        && w.prep.is_none() =>
                {
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
        // دافعت عن نفسها بقولها إن كذا
        if self.is(i, Class::Saying)
            && self.t.text(i).starts_with('ب')
            && self.pack.verb(&w).is_none()
            && let Some(verb) = self.pack.verbs.iter().find(|v| v.root == "قول")
            && let Some(found) = self.saying_cue(i, a, b, verb)
        {
            return Some(found);
        }
        if self.pack.noun(&w).is_some() {
            return self.noun_cue(i, a, b);
        }
        None
    }

    pub(super) fn verb_cue(
        &self,
        i: usize,
        a: usize,
        b: usize,
        verb: &VerbEntry,
    ) -> Option<Result<Cue, &'static str>> {
        let w = self.w(i);
        let mut form = w.known.form;
        if self.tok(i).is_some_and(|t| t.passive) {
            form.tense = Tense::Passive;
        }
        let quoted = self.tok(i).is_some_and(|t| t.quote != 0);
        if form.agreement == Agreement::Speaker {
            return None;
        }
        // "أعتقد أن": with a hamza, in quoted speech, it is the speaker who believes, not another who believed.
        if self.tok(i).is_some_and(|t| t.hamza && t.quote != 0)
            && matches!(verb.measure, 7 | 8 | 10)
            && self.pack.script == Script::Arabic
        {
            return None;
        }
        let labels = opens(verb, |o| matches!(o, Opens::Charge(_) | Opens::Label(_)));
        let here = VerbHere {
            i,
            a,
            b,
            verb,
            w,
            form,
            quoted,
            labels,
        };
        match self.said(&here) {
            Break(found) => found,
            Continue(()) => None,
        }
    }

    /// Reads a verb of saying, test by test; what one lets pass the next may rely on.
    fn said(&self, here: &VerbHere) -> Step {
        let &VerbHere {
            i,
            a,
            b,
            verb,
            w,
            form,
            quoted,
            labels,
        } = here;
        self.no_saying(here)?;
        self.not_asserted(here)?;
        let (mut scan, fixed) = self.walked(here)?;
        self.reopened(here, &mut scan, fixed);
        self.of_others(here, &scan)?;
        // إنه أخبر فلانا أن: the subject stands in the that-word, what follows is the object.
        let given = i > a
            && self.is(i - 1, Class::That)
            && self.t.text(i - 1).ends_with(['ه', 'ا', 'م'])
            && !self.t.text(i - 1).ends_with("ان");
        let (before, clause, separate) = self.clause_of(i, a);
        self.object_behind(here, &mut scan, before);
        // قال إن فلانا "أكد كذا": the subject stands before the quotation that begins with its verb.
        let before = match before {
            None if quoted && i > a + 1 && self.mark(i - 1) == Mark::Open => {
                self.before_verb(i - 1, a).and_then(|found| found.0)
            }
            found => found,
        };
        // الهجوم الذي قال إنه خطر: a thing says nothing, whoever spoke last says it of the thing.
        let said_of = match scan.open {
            Some((Opened::That, from)) => {
                from == i + 2 && self.t.text(from - 1).ends_with(['ه', 'ا', 'م'])
            }
            Some((Opened::Quote, _)) => matches!(self.t.text(i + 1), "عنه" | "عنها"),
            _ => false,
        };
        let before = before.filter(|np| {
            !(said_of
                && verb.sort == Sort::Plain
                && i > a + 1
                && self.is(i - 1, Class::Relative)
                && scan.subject.is_none()
                && np.head == 0
                && np.name == (0, 0)
                && self.w(np.a).def
                && np.b - np.a == 1
                && !self.t.text(np.a).ends_with(['ي'])
                && !self.t.text(np.a).ends_with("ون"))
        });
        // حملة "الشتاء الدافئ"، التي قالت إنها: nor does what bears a name in quotation marks and is nobody.
        let before = before.filter(|_| {
            let named = said_of
                && verb.sort == Sort::Plain
                && scan.subject.is_none()
                && i > a + 4
                && self.is(i - 1, Class::Relative)
                && self.mark(i - 2) == Mark::Comma
                && self.mark(i - 3) == Mark::Close;
            let noun = self.mate(i.saturating_sub(3)).wrapping_sub(1);
            !(named
                && self.is(noun, Class::NameIntro)
                && self
                    .pack
                    .head(&self.w(noun))
                    .is_none_or(|h| h.of == Of::Text || self.is(noun, Class::Plain)))
        });
        // عندما سئلت إن كانت الحكومة كذا أجابت: whoever is asked answers, not who was asked about.
        let before = before.filter(|np| {
            np.a < a + 2
                || !(np.a.saturating_sub(6).max(a)..np.a).any(|k| {
                    matches!(self.t.text(k), "سيل" | "سيلت" | "سءل" | "سءلت" | "سييل")
                        || matches!(self.t.stem(k), "سيل" | "سيلت")
                })
        });
        // … ، لكن صديقته، فلانة، نفت: the clause begins with what sets it against the one before.
        let clause = if separate && clause > a {
            (clause.saturating_sub(14).max(a + 1)..=clause)
                .rev()
                .take_while(|&p| {
                    p == clause || !(self.finite(p) && !self.is(p - 1, Class::Relative))
                })
                .find(|&p| {
                    self.mark(p - 1) == Mark::Comma
                        && (matches!(self.t.text(p), "لكن" | "ولكن" | "بينما" | "فيما")
                            || self.phrase(p, Class::Break) > 0)
                        && (p..clause).any(|k| self.mark(k) == Mark::Word)
                })
                .map_or(clause, |p| p - 1)
        } else {
            clause
        };
        self.charged(here, &mut scan, before)?;
        self.nobody_speaks(here, &scan, before, separate)?;
        // لكنه حمل المنظمة المسؤولية: who does is the pronoun, what follows is the object.
        let but = i > a
            && matches!(
                self.t.text(i - 1),
                "لكنه" | "لكنها" | "لكنهم" | "ولكنه" | "ولكنها" | "ولكنهم"
            );
        if but
            && labels
            && let Some(np) = scan.subject.take_if(|np| np.a == i + 1)
        {
            scan.open = Some((Opened::Object, np.a));
        }
        let subject = self.subject_behind(here, &scan, before, clause, given || but);
        let who = self.sayer(here, &scan, subject, before);
        if self.appears(verb, i, who) {
            return Break(None);
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
        self.everyday(here, &scan, before, separate, given)?;
        self.within_quotation(here, &scan, before)?;
        self.held_for(here, &scan, subject, who)?;
        // اعتبر هذه الخطوة نقطة تحول: what is pointed at is the object, who thinks so is not written.
        if verb.root == "عبر"
            && verb.measure == 8
            && before.is_none()
            && matches!(scan.open, Some((Opened::Object, _)))
            && let Some(np) = subject
            && np.head == 0
            && matches!(self.t.text(np.a), "هذا" | "هذه" | "ذلك" | "تلك")
        {
            cue.who = Who::Implicit(form.agreement);
            scan.subject = None;
            scan.open = Some((Opened::Object, np.a));
        }
        // تعتبرها إرهابية: what something is called in passing.
        if w.pronoun > 0
            && verb.root == "عبر"
            && verb.measure == 8
            && !matches!(scan.open, Some((Opened::That, _)))
            // ونفته واعتبرته "كلاما باطلا من أوله": words that are quoted at length.
            && !(w.conj
                && matches!(scan.open, Some((Opened::Quote | Opened::Object, from))
                    if from == i + 1 && self.mark(from) == Mark::Open && self.mate(from) > from + 3))
        {
            return Break(Some(Err("a label in passing")));
        }
        // حدث كذا، وهو ما أكدته الشركة: what stands before is what she confirmed, nothing that stands behind.
        if i > a + 1
            && (w.pronoun > 0
                || matches!(self.t.text(i + 1), "اليه" | "عنه" | "به") && self.points_back(i, a))
            && !quoted
            && (self.t.text(i - 1) == "ما"
                && matches!(self.t.text(i - 2), "وهو" | "وهذا" | "وهي" | "الامر")
                && matches!(
                    verb.act,
                    Act::Confirm | Act::Announce | Act::Reveal | Act::Deny
                )
                && verb.root != "رفض"
                || self.points_back(i, a))
            && matches!(cue.who, Who::Phrase(np) if np.a > i && (np.head != 0 || np.name != (0, 0)))
            && !matches!((scan.open, cue.who), (Some((Opened::That | Opened::Quote, from)), Who::Phrase(np))
                if (w.pronoun == 0 || from <= np.b + 2 || !self.points_back(i, a))
                    && !self.insists(np, from))
        {
            cue.opened = Opened::Pronoun;
            cue.anaphora = true;
            cue.from = scan.rest;
            return Break(Some(Ok(cue)));
        }
        if let Some((opened, from)) = scan.open {
            // أظهرت بيانات رسمية ارتفاع كذا: what a text shows.
            let shown = opened == Opened::Object
                && matches!(who, Who::Phrase(np) if np.a > i && np.head != 0
                    && self.pack.head(&self.w(np.head - 1)).is_some_and(|h| h.of == Of::Text));
            if verb.sort == Sort::Weak
                && !labels
                && !fixed
                && !shown
                && !matches!(opened, Opened::That | Opened::Quote | Opened::Preposition)
            {
                return Break(Some(Err("an everyday word here")));
            }
            cue.opened = opened;
            cue.from = from;
            return Break(Some(Ok(cue)));
        }
        // "…"، قال فلان: the content stands before.
        if let Some((from, until)) = self.content_before(i, a, b, verb, &scan) {
            cue.opened = Opened::Before;
            // "…"، هكذا وصف المدير المشهد: the object is no part of him.
            if let Who::Phrase(np) = cue.who
                && labels
                && np.a > i
                && np.b > np.a + 1
                && self.w(np.b - 1).def
                && self.w(np.b - 2).def
                && !self.t.text(np.b - 1).ends_with('ي')
                && !self.name_like(np.b - 1)
            {
                cue.who = Who::Phrase(Np { b: np.b - 1, ..np });
            }
            cue.from = from;
            cue.until = Some(until);
            return Break(Some(Ok(cue)));
        }
        // لكن طهران تنفي.
        let bare = separate
            && !quoted
            && before.is_some()
            && (i + 1 >= b || matches!(self.mark(i + 1), Mark::Stop | Mark::Line));
        if verb.act == Act::Deny && verb.root != "رفض" && (w.pronoun > 0 || scan.pronoun || bare)
        {
            cue.opened = Opened::Pronoun;
            cue.anaphora = true;
            cue.from = scan.rest;
            return Break(Some(Ok(cue)));
        }
        if w.is(Class::Preposition) {
            return Break(None);
        }
        Break(Some(Err(match verb.sort {
            Sort::Weak | Sort::Turn => "an everyday word here, with nothing that opens a content",
            _ => "a reporting verb with no content found",
        })))
    }

    /// «الحركة التي تصر على أن»: what opens behind it is what the relative clause tells.
    fn insists(&self, np: Np, from: usize) -> bool {
        let relative = (np.a + 1..from).find(|&k| self.is(k, Class::Relative));
        relative.is_some_and(|r| {
            (r + 1..from.min(r + 4)).any(|k| self.finite(k) && self.pack.verb(&self.w(k)).is_some())
        })
    }
}
