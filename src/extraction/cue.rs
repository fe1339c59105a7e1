//! Cues: which words of a sentence report, what opens their content, and who stands beside them.
//!
//! Every candidate is either a cue with its content's beginning, or a miss with its reason.
//!
//! In one file because what is no cue after all is told by tests that follow one another over the same verb: each relies on
//! what those before it let pass.

use super::inflect::{Agreement, Tense};
use super::lexicon::opens;
use super::output::Act;
use super::pack::{Class, Of, Opens, Script, Sort, VerbEntry};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

/// Why a verb of demanding gives nothing.
pub(super) const DEMAND: &str = "a demand, question or promise is known and not counted";

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
                    if (w.known.head == 0 || self.accusing(i, b, verb))
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
        if self.says_nothing(i, a, verb) {
            return None;
        }
        // ما ذكر حول كذا، ما نشر عن كذا: nobody is written who says it.
        let floated = i > a
            && matches!(self.t.stem(i - 1), "ما" | "عما" | "مما")
            && w.pronoun == 0
            && matches!(verb.root.as_str(), "ذكر" | "نشر" | "قول" | "ورد" | "شيع")
            && (form.tense != Tense::Present && form.agreement == Agreement::He)
            && matches!(self.t.text(i + 1), "عن" | "حول" | "بشان" | "بخصوص")
            && self.mark(i + 2) == Mark::Word
            && (self.w(i + 2).deed || self.is(i + 2, Class::That));
        if floated && !quoted {
            let (_, clause, _) = self.clause_of(i, a);
            return Some(Ok(Cue {
                kind: Kind::Verb,
                at: i,
                end: i + 1,
                also: Vec::new(),
                act: Act::Rumour,
                sort: Sort::Rumour,
                who: Who::Nobody,
                relayed: None,
                opened: Opened::Preposition,
                from: i + 2,
                until: None,
                clause,
                separate: false,
                anaphora: false,
            }));
        }
        if quoted && i > a && self.t.text(i - 1) == "ما" {
            return None;
        }
        let labels = opens(verb, |o| matches!(o, Opens::Charge(_) | Opens::Label(_)));
        // اتُهم فلان بكذا
        if labels && form.tense == Tense::Passive {
            return Some(Err("a charge in the passive, with no accuser"));
        }
        // المرة التي يتهم فيها فلان بكذا: he is the one accused.
        if labels
            && verb.act == Act::Accuse
            && i > a
            && self.is(i - 1, Class::Relative)
            && form.tense == Tense::Present
            && matches!(self.t.text(i + 1), "فيها" | "فيه")
        {
            return Some(Err("a charge in the passive, with no accuser"));
        }
        // ما تصفه روسيا بكذا: what something is called in passing.
        if w.pronoun > 0
            && i > a
            && matches!(self.t.stem(i - 1), "ما" | "مما" | "عما" | "لما" | "بما")
            && opens(verb, |o| matches!(o, Opens::Label(_)))
        {
            return Some(Err("a label in passing"));
        }
        // لا يريد أن يحمل فلانا المسؤولية: it is not done.
        if (labels || opens(verb, |o| matches!(o, Opens::After(_))))
            && i > a
            && self.t.text(i - 1) == "ان"
            && form.tense == Tense::Present
        {
            return Some(Err("a charge that is not made"));
        }
        // جدد القول إن; what else is renewed has its own noun (جددت تأكيدها أن).
        if verb.root == "جدد"
            && !(i + 2..b.min(i + 16)).any(|k| {
                self.t.text(k) == "القول" && self.is(k + 1, Class::That)
                    || self.t.text(k) == "التاكيد"
                        && (self.is(k + 1, Class::That) || self.t.text(k + 1) == "علي")
            })
        {
            return None;
        }
        // ولم يتضح ما إذا كان الوزير يشير إلى كذا: asked as well, with the subject between.
        let asked = (i.saturating_sub(8).max(a + 1)..i)
            .rev()
            .take_while(|&k| self.mark(k) == Mark::Word && !self.is(k, Class::That))
            .find(|&k| {
                self.t.text(k) == "اذا" && matches!(self.t.text(k - 1), "ما" | "عما" | "فيما")
            });
        if let Some(k) = asked
            && self.is(k + 1, Class::Auxiliary)
            && k + 2 < i
            && form.tense == Tense::Present
            && !w.conj
        {
            return Some(Err("a question, not a statement"));
        }
        // ما إذا كان يعتبر كذا: asked, not said.
        if i > a + 2
            && self.is(i - 1, Class::Auxiliary)
            && self.t.text(i - 2) == "اذا"
            && matches!(self.t.text(i - 3), "ما" | "عما" | "فيما")
        {
            return Some(Err("a question, not a statement"));
        }
        if verb.sort == Sort::Directive {
            return Some(Err(DEMAND));
        }
        // وجه فلان أصابع الاتهام إلى …
        let after = verb.opens.iter().find_map(|o| match o {
            Opens::After(list) => Some(list),
            _ => None,
        });
        // قدرت اللجنة عدد كذا بكذا، تبنت الجماعة الهجوم
        let named = verb.opens.iter().find_map(|o| match o {
            Opens::At(list) if verb.root != "رأي" || form.tense == Tense::Present => {
                self.at_phrase(i, b, list).filter(|&(np, at)| {
                    // يرى فيه خطرا: an indefinite noun must follow what is seen so.
                    verb.root != "رأي"
                        || (np.is_some() || self.clause_of(i, a).0.is_some())
                            && (at + 1..b.min(at + 5)).any(|k| {
                                self.mark(k) == Mark::Word
                                    && !self.w(k).def
                                    && self.t.text(k).ends_with('ا')
                            })
                })
            }
            Opens::Any => self.any_object(i, b),
            _ => None,
        });
        let only_named = !opens(verb, |o| !matches!(o, Opens::At(_) | Opens::Any));
        if only_named && (named.is_none() || quoted) {
            return None;
        }
        let blamed = after.and_then(|list| self.after_phrase(i, b, list));
        if after.is_some()
            && (blamed.is_none() || quoted || i > a && self.is(i - 1, Class::Relative))
        {
            return None;
        }
        if verb.sort == Sort::Within {
            // ورد عليه الوزير بالقول: spelled alike, and he replied.
            let replied = (self.t.text(i) == "ورد" && !self.t.text(i + 1).starts_with("في"))
                .then(|| {
                    self.pack
                        .verbs
                        .iter()
                        .find(|v| v.root == "ردد" && v.measure == 1)
                })
                .flatten();
            return match replied {
                Some(other) => self.verb_cue(i, a, b, other),
                None => self.within_cue(i, a, b, verb),
            };
        }
        let led = i > a
            && (self.is(i - 1, Class::Adverb)
                || self.w(i - 1).known.head == 0
                    && (i.saturating_sub(4).max(a)..i)
                        .any(|k| k + self.phrase(k, Class::Adverb) == i));
        let made_clear = self.made_clear(i, a);
        // كما عبر فلان عن كذا
        let likewise = i > a
            && self.t.text(i - 1) == "كما"
            && (i + 2..i + 8)
                .take_while(|&k| self.mark(k) == Mark::Word)
                .any(|k| self.t.text(k) == "عن");
        if w.is(Class::Preposition) && !(i <= a + 1 || w.conj || led || made_clear || likewise) {
            return None;
        }
        // إنه أخبر فلانا أن: the subject stands in the that-word, what follows is the object.
        let given = i > a
            && self.is(i - 1, Class::That)
            && self.t.text(i - 1).ends_with(['ه', 'ا', 'م'])
            && !self.t.text(i - 1).ends_with("ان");
        let mut scan = match (named, blamed) {
            (Some((subject, from)), _) => Scan {
                subject,
                open: Some((Opened::Object, from)),
                ..Scan::default()
            },
            (None, None) => self.scan(i, b, verb, false),
            (None, Some((at, from))) => Scan {
                subject: self.noun_phrase(
                    // في وقت وجه فيه فلان أصابع الاتهام
                    i + 1 + usize::from(matches!(self.t.text(i + 1), "فيه" | "فيها")),
                    at,
                    Reading::default(),
                ),
                open: Some((Opened::Preposition, from)),
                ..Scan::default()
            },
        };
        // أعلنت عقب ترأسها اجتماعا، أن كذا: what stands before the comma is the circumstance, the that-word opens.
        if let Some((Opened::Object | Opened::Preposition, from)) = scan.open
            && named.is_none()
            && blamed.is_none()
            && opens(verb, |o| *o == Opens::That)
            && let Some(that) = self.taken_up(from, b)
        {
            // كشف تقرير صادر عن كذا، الاثنين، أن: what was taken for the object is who says it.
            if scan.subject.is_none() && from == i + 1 {
                scan.subject = self.noun_phrase(from, that, Reading::default());
            }
            scan.open = Some((Opened::That, that));
        }
        // أكد فنانون الذين حضروا العرض أن كذا: the object was within the relative clause.
        if let (Some((Opened::Object, from)), Some(np)) = (scan.open, scan.subject)
            && named.is_none()
            && blamed.is_none()
            && self.is(np.b, Class::Relative)
            && from > np.b
            && opens(verb, |o| *o == Opens::That)
            && let Some(that) = (from..b.min(from + 24))
                .take_while(|&k| {
                    !matches!(
                        self.mark(k),
                        Mark::Stop | Mark::Line | Mark::Comma | Mark::Open
                    )
                })
                .find(|&k| self.is(k, Class::That))
            && !self.t.text(that).starts_with('و')
            && !self.is(that - 1, Class::NotBeforeThat)
        {
            scan.open = Some((Opened::That, that + 1));
        }
        // كذا وكذا، تكتب صحيفة كذا، …: what stands before is what she writes, not what a that-word opens further on.
        if let (Some((Opened::That, from)), Some(np)) = (scan.open, scan.subject)
            && i > a + 3
            && self.mark(i - 1) == Mark::Comma
            && self.mark(np.b) == Mark::Comma
            && !w.conj
            && form.tense == Tense::Present
            && from > np.b + 2
            && self.content_before(i, a, b, verb, &scan).is_some()
        {
            scan.open = None;
        }
        // شكك الزعيم في قانونية كذا: the preposition that opens was taken for one of the subject's own.
        if scan.open.is_none()
            && opens(verb, |o| matches!(o, Opens::With(p) if p == "في"))
            && let Some(np) = scan.subject
            && let Some(at) = (np.a + 1..np.b)
                .rev()
                .find(|&k| self.t.text(k) == "في" && !self.place(k + 1))
        {
            scan.subject = self.noun_phrase(np.a, at, Reading::default());
            scan.open = Some((Opened::Preposition, at + 1));
        }
        // وانتقد المقاربة الهرمية: a definite noun that names nobody is the object, whoever spoke last goes on.
        if scan.open.is_none()
            && w.conj
            && w.pronoun == 0
            && matches!(verb.act, Act::Opinion | Act::Deny)
            && opens(verb, |o| *o == Opens::Object)
            && form.tense == Tense::Past
            && let Some(np) = scan.subject
            && np.a == i + 1
            && np.head == 0
            && np.name == (0, 0)
            && self.w(np.a).def
            && !self.t.text(np.a).ends_with("ون")
            && !self.t.text(np.a).ends_with("ين")
            && !self.t.text(np.a).ends_with('ي')
        {
            scan.subject = None;
            scan.open = Some((Opened::Object, np.a));
        }
        let (before, clause, separate) = self.clause_of(i, a);
        // صحيفة كذا اعتبرت توقيت كذا: behind a subject that is known, what nobody is called by is the object.
        if let (Some(front), Some(np), Some((Opened::Object, _))) =
            (before, scan.subject, scan.open)
            && front.b == i
            && front.head != 0
            && np.a == i + 1
            && np.head == 0
            && (np.name == (0, 0) || self.is(np.a, Class::NotSource))
            && !w.conj
        {
            scan.subject = None;
            scan.open = Some((Opened::Object, np.a));
        }
        // قال إن فلانا "أكد كذا": the subject stands before the quotation that begins with its verb.
        let before = match before {
            None if quoted && i > a + 1 && self.mark(i - 1) == Mark::Open => {
                self.before_verb(i - 1, a).and_then(|found| found.0)
            }
            found => found,
        };
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
        let charge = labels;
        // ووصفه العام الماضي بأنه كذا: when he did stands between.
        let mut past = i + 1;
        while past < b.min(i + 4) && (self.is(past, Class::Time) || self.is(past, Class::Adverb)) {
            past += 1;
        }
        let of_pronoun = charge
            && w.pronoun > 0
            && (self.w(past).prep == Some('ب')
                || self.is(past, Class::That)
                || self.mark(past) == Mark::Open && self.t.text(past + 1).starts_with('ب'))
            && (w.conj
                || i <= a + 1
                || before.is_some()
                || self.is(i - 1, Class::SoftBreak)
                || self.is(i - 1, Class::Auxiliary))
            && !(i > a && (self.is(i - 1, Class::Relative) || self.t.stem(i - 1).ends_with("ما")));
        // حيث يتهمها بعض أعضائه بكذا: the accused is the pronoun, who accuses stands behind it.
        let accuser = scan.subject.filter(|np| {
            verb.act == Act::Accuse
                && charge
                && !of_pronoun
                && w.pronoun > 0
                && !self.t.stem(i.saturating_sub(1)).ends_with("ما")
                && np.head != 0
                && (self.w(np.b).prep == Some('ب')
                    || self.is(np.b, Class::That) && self.t.stem(np.b).starts_with("با"))
        });
        // اتهم فلان أيضا بكذا: with nothing but a charge behind him, he is the one accused.
        let passive = charge
            && !of_pronoun
            && accuser.is_none()
            && before.is_none()
            && verb.act == Act::Accuse
            && matches!(scan.open, Some((Opened::Object, from))
                if self.w(from).prep == Some('ب') || matches!(self.t.text(from), "وهو" | "وهي"));
        if passive {
            return Some(Err("a charge in the passive, with no accuser"));
        }
        // أصدرت المنظمة تقريرا اتهمت فيه الحكومة بكذا: what follows is the accused.
        let therein = charge
            && matches!(self.t.text(i + 1), "فيه" | "فيها")
            && i > a
            && (i.saturating_sub(3).max(a)..i).any(|k| {
                self.is(k, Class::Occasion)
                    || self.pack.head(&self.w(k)).is_some_and(|h| h.of == Of::Text)
            });
        if therein && let Some(from) = self.object_opening(verb, i + 2, b) {
            scan.subject = None;
            scan.open = Some((Opened::Object, from));
        } else if let Some(np) = accuser {
            scan.open = Some((Opened::Object, np.b));
        } else if of_pronoun {
            // واتهمها بالقيام: the accused is the pronoun.
            scan.subject = None;
            scan.open = Some((Opened::Object, past));
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
        // – كما قيل –
        if form.tense == Tense::Passive
            && i > a
            && self.t.text(i - 1) == "كما"
            && !(i + 1..i + 3).any(|k| self.is(k, Class::That))
        {
            return None;
        }
        // لا شيء يوجد ما يشير إلى كذا: a thing tells, nobody speaks.
        if i > a
            && matches!(self.t.text(i - 1), "ما" | "مما")
            && form.tense == Tense::Present
            && verb.sort != Sort::Rumour
            && w.pronoun == 0
            && scan
                .subject
                .is_none_or(|np| np.head == 0 && np.name == (0, 0))
            && before.is_none()
        {
            return None;
        }
        // وأعلن هذا التقرير بعد كذا: it was announced, by nobody who is written.
        if verb.root == "علن"
            && form.tense == Tense::Past
            && form.agreement == Agreement::He
            && w.pronoun == 0
            && before.is_none()
            && scan.subject.is_none()
            && matches!(self.t.text(i + 1), "هذا" | "ذلك")
            && matches!(scan.open, Some((Opened::Object, from)) if from == i + 1)
        {
            return Some(Err("a passive, with nobody who says it"));
        }
        // يرجع تاريخه إلى كذا: it goes back to; only أرجع is "put down to".
        if verb.root == "رجع"
            && form.tense == Tense::Present
            && !scan.subject.or(before).is_some_and(|np| {
                np.head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)))
                    .is_some_and(|h| matches!(h.of, Of::Person | Of::People))
            })
        {
            return None;
        }
        // يذكر أن، يشار إلى أن: the outlet's own voice.
        let meant = i > a
            && (self.is(i - 1, Class::SoftBreak) || self.is(i - 1, Class::That))
            && self.t.text(i - 1).ends_with(['ه', 'ا', 'م', 'و']);
        let of_thing = i > a && self.is(i - 1, Class::Relative);
        // قاد شاحنة يرجح أنها مسروقة: about the indefinite noun before it.
        let of_any = i > a
            && self.mark(i - 1) == Mark::Word
            && !self.w(i - 1).def
            && self.w(i - 1).known.head == 0
            && !self.is(i - 1, Class::Adverb)
            && !self.is(i - 1, Class::Time)
            && self.is(i + 1, Class::That)
            && self.t.text(i + 1).ends_with(['ه', 'ا']);
        if w.is(Class::Impersonal)
            && scan.subject.is_none()
            && (before.is_none() || of_thing || of_any)
            && !meant
        {
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
        if self.thing_shows(i, a, verb, scan.subject, before) {
            return None;
        }
        // قالوا: a plural has its subject before it.
        let plural = form.agreement == Agreement::They
            && matches!(form.tense, Tense::Past | Tense::Present)
            && self.pack.script == Script::Arabic;
        let told = matches!(verb.root.as_str(), "خبر" | "بلغ");
        // أما فلان فأفاد الإذاعة: who is put first speaks, and what follows is who is told.
        let fronted = before.is_some()
            && self.t.text(i).starts_with('ف')
            && matches!(self.t.text(clause), "اما" | "واما");
        let scan_subject = scan.subject.filter(|_| {
            // كانت بريطانيا حذرت روسيا: what follows is the object.
            let led = before.is_some_and(|np| {
                np.b == i && np.a > a && self.is(np.a - 1, Class::Auxiliary) && !w.conj
            });
            !(given || plural || fronted || (told || led) && before.is_some())
        });
        let mut who = match (scan_subject, before) {
            (Some(np), _) => Who::Phrase(np),
            (None, Some(np)) => Who::Phrase(np),
            _ => Who::Implicit(form.agreement),
        };
        // سبق للوزارة أن أعلنت
        if let Some((np, _)) = self.had_done(i, a) {
            who = Who::Phrase(np);
        }
        // تصريحات منسوبة إلى الأمير قال فيها: the nearest one named before.
        let in_text = match who {
            Who::Implicit(_) => true,
            Who::Phrase(np) => np.b <= i && self.is(np.a, Class::Occasion) && np.name == (0, 0),
            Who::Nobody => false,
        };
        // أثار تصريح للرئيس جدلا، حيث قال: whose words they were.
        if matches!(who, Who::Implicit(_))
            && !w.conj
            && i > a
            && matches!(self.t.text(i - 1), "حيث" | "اذ")
            && let Some(np) = (a + 1..i - 1)
                .rev()
                .find(|&p| {
                    self.w(p).prep == Some('ل')
                        && self.is(p - 1, Class::Occasion)
                        && matches!(
                            self.t.core(p - 1),
                            "تصريح" | "تصريحات" | "كلمه" | "خطاب" | "تغريده"
                        )
                        && (self.name_like(p)
                            || !self.w(p).found
                            || self.is(p, Class::GivenName)
                            || self
                                .pack
                                .head(&self.w(p))
                                .is_some_and(|h| matches!(h.of, Of::Person | Of::Name)))
                })
                .and_then(|p| {
                    let how = Reading {
                        led: true,
                        plain: true,
                        object: true,
                        ..Reading::default()
                    };
                    // لفلان جدلا: a surname alone, unless a name goes on.
                    let goes_on = self.w(p).known.head != 0
                        || self.w(p + 1).def
                        || self.is(p, Class::GivenName);
                    let until = if goes_on { i - 1 } else { p + 1 };
                    self.noun_phrase(p, until, how)
                })
        {
            who = Who::Phrase(np);
        }
        if in_text && !w.conj && matches!(self.t.text(i + 1), "فيها" | "فيه") {
            let clause = (a.max(i.saturating_sub(16))..i.saturating_sub(1))
                .rev()
                .find(|&p| self.mark(p) == Mark::Comma)
                .map_or(a.max(i.saturating_sub(16)), |p| p + 1);
            // أصدر فلان بيانا أكد فيه: the sentence has its subject.
            let issued = (i.saturating_sub(2)..i).any(|k| self.is(k, Class::Occasion))
                && (a..(a + 3).min(i)).any(|k| self.is(k, Class::Doing));
            // نشرت السفارة تغريدات تقول فيها: who published it.
            let published = (a..i)
                .rev()
                .find(|&k| {
                    self.mark(k) == Mark::Word
                        && !self.w(k).def
                        && ["نشر", "اصدر", "وجه", "ارسل", "بعث", "القي", "عقد", "وزع"]
                            .iter()
                            .any(|v| self.t.stem(k).starts_with(v))
                        && !self.is(k + 1, Class::That)
                })
                .and_then(|k| {
                    let how = Reading {
                        object: true,
                        plain: true,
                        ..Reading::default()
                    };
                    // تنظيم كذا وزع في القرية بيانا يقر فيه: the subject stands before it.
                    if self.is(k + 1, Class::Preposition) && k > a {
                        return self.before_verb(k, a).and_then(|found| found.0);
                    }
                    self.noun_phrase(k + 1, i, how)
                })
                // أصدرت زوجة فلان بيانا: what she issued is no part of her name.
                .map(|np| {
                    let issued = (np.a + 1..np.b).find(|&k| {
                        let text = self.t.text(k);
                        ["بيان", "تصريح", "تسجيل", "تغريد", "رسال", "مقال"]
                            .iter()
                            .any(|s| text.starts_with(s))
                            && !self.w(k).def
                    });
                    issued.map_or(np, |k| {
                        self.noun_phrase(np.a, k, Reading::default()).unwrap_or(np)
                    })
                })
                .filter(|np| {
                    np.head != 0
                        && self
                            .pack
                            .head(&self.w(np.head - 1))
                            .is_some_and(|h| h.of != Of::Text)
                });
            if let Some(np) = published {
                who = Who::Phrase(np);
            }
            // تصريحات للرئيس خلال زيارة لبلدة كذا، قال فيها: whose words they are.
            let of_whom = (a.max(i.saturating_sub(24)) + 1..i)
                .rev()
                .filter(|_| !issued && published.is_none())
                .find(|&p| {
                    self.w(p).prep == Some('ل')
                        && self.is(p - 1, Class::Occasion)
                        && self
                            .pack
                            .head(&self.w(p))
                            .is_some_and(|h| matches!(h.of, Of::Person | Of::Name))
                });
            let near = of_whom.or_else(|| {
                (clause..i)
                    .rev()
                    .filter(|_| !issued && published.is_none())
                    .find(|&p| {
                        !self.is(p, Class::Occasion)
                    && self
                        .pack
                        .head(&self.w(p))
                        .is_some_and(|h| matches!(h.of, Of::Person | Of::Body | Of::Name))
                    || p > a && self.w(p - 1).pronoun > 0 && self.name_like(p)
                    // تصريحات لفلان قال فيها
                    || self.w(p).prep == Some('ل') && !self.w(p).found && !self.w(p).def
                    })
            });
            if let Some(np) = near.and_then(|p| {
                // أردوغان تصريح آخر: the occasion is no part of him.
                let until = (p + 1..i)
                    .find(|&k| self.is(k, Class::Occasion) && self.w(k).prep.is_none())
                    .unwrap_or(i);
                self.noun_phrase(
                    p,
                    until,
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
        // نُقل عن الوزير قوله: nobody is written who passes it on.
        let passed_on = verb.sort == Sort::Relay
            && scan.relayed.is_some()
            && matches!(who, Who::Implicit(Agreement::He))
            && self.t.text(i + 1) == "عن";
        if verb.sort == Sort::Rumour || form.tense == Tense::Passive || passed_on {
            who = Who::Nobody;
        }
        if self.appears(verb, i, who) {
            return None;
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
            // كتبت الخوذ البيضاء: "…": whoever is quoted at length speaks.
            let at_length = matches!(verb.root.as_str(), "كتب" | "غرد")
                && matches!(scan.open, Some((Opened::Quote, from))
                    if self.mark(from) != Mark::Open
                        || self.mate(from) > from + 4
                        || self.mark(from - 1) == Mark::Colon);
            // أبرزها مدينة كذا إلى "مصالحة": a word in quotation marks is nothing said.
            if matches!(scan.open, Some((Opened::Quote, from))
                if self.mark(from) == Mark::Open && self.mate(from) <= from + 3)
                && !at_length
            {
                return Some(Err("an everyday word here"));
            }
            // صدر ضده حكم: a judge or a court that stands behind the verb rules, nobody else.
            if matches!(verb.root.as_str(), "حكم" | "قضي" | "فتي")
                && scan.subject.is_none_or(|np| {
                    np.head == 0
                        || verb.root != "فتي"
                            && self.pack.head(&self.w(np.head - 1)).is_some_and(|h| {
                                h.of == Of::Person && !self.t.core(np.head - 1).starts_with("قاض")
                            })
                })
            {
                return Some(Err("an everyday word here, with nobody who says it"));
            }
            let person = scan
                .subject
                .or(before)
                .map(|np| speaks(np) || at_length && self.w(np.a).def);
            // تخشى إقامة كذا: what is done is no one who speaks.
            let deed = scan
                .subject
                .is_some_and(|np| self.w(np.a).deed && !self.w(np.a).def && np.name == (0, 0));
            if person == Some(false)
                || deed
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
        // "أخبرتها أنها": in a quotation, I told her.
        if quoted
            && w.pronoun > 0
            && form.agreement == Agreement::She
            && form.tense == Tense::Past
            && scan.subject.or(before).is_none()
        {
            return None;
        }
        // "…، عبر رئيس الجمهورية عن قلقه": in words that are quoted another is reported, who is named.
        let heading = self
            .tok(i)
            .and_then(|t| (t.quote as usize).checked_sub(1))
            .is_some_and(|open| open > a && self.t.core(open - 1).ends_with("عنوان"));
        let reported = verb.sort == Sort::Firm
            && verb.root != "كشف"
            && !heading
            && scan.subject.or(before).is_some_and(|np| {
                np.head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)))
                    .is_some_and(|h| matches!(h.of, Of::Person | Of::Body | Of::Name))
                    || (np.name.0..np.name.1).any(|k| {
                        self.is(k, Class::GivenName) || self.tok(k).is_some_and(|t| t.count > 1)
                    }) && !self.w(np.a).found
            })
            && matches!(scan.open, Some((Opened::Preposition | Opened::Object, _)));
        if quoted && !reported && !matches!(scan.open, Some((Opened::That, _))) {
            return Some(Err("within a quotation and without a that-word"));
        }
        // تنقل أطفالا: carrying, not telling.
        if verb.sort == Sort::Relay
            && scan.relayed.is_none()
            && matches!(scan.open, Some((Opened::Quote | Opened::Object, _)))
            && !scan.subject.or(before).is_some_and(|np| {
                np.head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)))
                    .is_some_and(|h| {
                        matches!(
                            h.kind,
                            super::output::SourceKind::Outlet | super::output::SourceKind::Website
                        ) || h.of == Of::Person && np.name != (0, 0)
                    })
            })
        {
            return None;
        }
        let paper_learned = verb.root == "علم"
            && matches!(scan.open, Some((Opened::That, _)))
            && scan.subject.or(before).is_some_and(|np| {
                np.head
                    .checked_sub(1)
                    .and_then(|h| self.pack.head(&self.w(h)))
                    .is_some_and(|h| h.kind == super::output::SourceKind::Outlet)
            });
        if verb.root == "علم"
            && !paper_learned
            && !(scan.relayed.is_some() && matches!(scan.open, Some((Opened::That, _))))
        {
            return None;
        }
        // إن الضربة تعتبر عدوانا: nobody is written who thinks so.
        if verb.root == "عبر"
            && verb.measure == 8
            && form.tense == Tense::Present
            && !w.conj
            && matches!(who, Who::Implicit(_))
            && !matches!(scan.open, Some((Opened::That, _)))
            && self.t.text(i + 1).ends_with('ا')
        {
            return Some(Err("a passive, with nobody who says it"));
        }
        // ما يعتبر أولى النتائج: nobody is written who thinks so.
        if verb.root == "عبر"
            && verb.measure == 8
            && w.pronoun == 0
            && i > a
            && matches!(self.t.text(i - 1), "ما" | "مما")
            && !scan
                .subject
                .is_some_and(|np| np.name != (0, 0) || np.head != 0)
        {
            return None;
        }
        // يعتبر الأكثر دموية، ويُعتبر المشروع جزءا من كذا: a thing is held for something, nobody is written who does.
        if verb.root == "عبر"
            && verb.measure == 8
            && form.tense != Tense::Past
            && !matches!(scan.open, Some((Opened::That | Opened::Quote, _)))
            && (form.tense == Tense::Passive
                || scan_subject.is_some_and(|np| {
                    np.head == 0
                        && np.name == (0, 0)
                        && !self.t.text(np.a).ends_with("ون")
                        && !self.t.text(np.a).ends_with("ين")
                }))
        {
            return Some(Err("a passive, with nobody who says it"));
        }
        // اعتبر هذه الخطوة نقطة تحول: what is pointed at is the object, who thinks so is not written.
        if verb.root == "عبر"
            && verb.measure == 8
            && before.is_none()
            && matches!(scan.open, Some((Opened::Object, _)))
            && let Some(np) = scan_subject
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
        {
            return Some(Err("a label in passing"));
        }
        // حدث كذا، وهو ما أكدته الشركة: what stands before is what she confirmed, nothing that stands behind.
        if i > a + 1
            && w.pronoun > 0
            && !quoted
            && self.t.text(i - 1) == "ما"
            && matches!(self.t.text(i - 2), "وهو" | "وهذا" | "وهي" | "الامر")
            && matches!(verb.act, Act::Confirm | Act::Announce | Act::Reveal)
            && matches!(cue.who, Who::Phrase(np) if np.a > i && (np.head != 0 || np.name != (0, 0)))
            && !matches!(scan.open, Some((Opened::That | Opened::Quote, _)))
        {
            cue.opened = Opened::Pronoun;
            cue.anaphora = true;
            cue.from = scan.rest;
            return Some(Ok(cue));
        }
        if let Some((opened, from)) = scan.open {
            if verb.sort == Sort::Weak
                && !charge
                && named.is_none()
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
            return Some(Ok(cue));
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
}
