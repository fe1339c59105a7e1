//! From a reporting verb to what opens its content: the subject, the circumstances and the sources passed on that stand
//! between. One walk, token by token, bounded by a number of tokens, so that work stays linear. What a token means depends on
//! what was met before it, so the tests for words (`scan_word`, `scan_relay`, `scan_aside`, `scan_circumstance`, `scan_subject`)
//! and quotations (`scan_quotation`) are asked in order.

use super::cue::{Opened, Scan, Who};
use super::lexicon::opens;
use super::pack::{Class, Opens, Sort, VerbEntry};
use super::phrase::{Reader, Reading};
use super::token::Mark;

/// The verb that is walked from, and what may open its content.
#[derive(Clone, Copy)]
pub(super) struct Walk<'v> {
    pub(super) i: usize,
    /// The end of the sentence, and how far the walk goes.
    pub(super) b: usize,
    pub(super) limit: usize,
    pub(super) verb: &'v VerbEntry,
    pub(super) participle: bool,
    pub(super) takes_that: bool,
    pub(super) takes_quote: bool,
    /// Takes an object of some sort, or any noun phrase.
    pub(super) object: bool,
    pub(super) plain_object: bool,
    /// Takes its content behind ب.
    pub(super) with_b: bool,
    pub(super) relay: bool,
}

/// What comes of a token on the way.
pub(super) enum Step {
    /// It is something else: the next test decides.
    On,
    /// The walk goes on at a token.
    Go(usize),
    /// The walk ends at a token, with nothing opened there.
    Stop(usize),
    /// The content is opened.
    Done,
}

impl Reader<'_> {
    /// Walks from a verb to what opens its content.
    pub(super) fn scan(&self, i: usize, b: usize, verb: &VerbEntry, participle: bool) -> Scan {
        let mut out = Scan {
            rest: i + 1,
            ..Scan::default()
        };
        let takes_that = opens(verb, |o| *o == Opens::That);
        let takes_quote =
            takes_that && verb.sort != Sort::Weak || opens(verb, |o| *o == Opens::Quote);
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
        let walk = Walk {
            i,
            b,
            limit,
            verb,
            participle,
            takes_that,
            takes_quote,
            object,
            plain_object,
            with_b,
            relay,
        };
        let mut j = i + 1;
        while j < limit {
            out.rest = j;
            match self.mark(j) {
                // نسبت إلى فلان قوله: كذا
                Mark::Colon
                    if takes_quote
                        || relay && matches!(out.relayed, Some((_, Some(own))) if own + 1 == j) =>
                {
                    out.open = Some((Opened::Quote, j + 1));
                    return out;
                }
                // وكالة كذا، "سانا"، …: a name of the subject.
                Mark::Open
                    if j > 0
                        && self.mark(j - 1) == Mark::Comma
                        && out.subject.is_some_and(|np| np.b == j - 1)
                        && self.mate(j) <= j + 3
                        && self.mark(self.mate(j) + 1) == Mark::Comma =>
                {
                    j = self.mate(j) + 1;
                }
                // لـ"كذا": to whom it was said.
                Mark::Open if matches!(self.t.text(j - 1), "ل") => j = self.mate(j).max(j) + 1,
                Mark::Open => match self.quotation(&walk, &mut out, j) {
                    Step::Go(next) => j = next,
                    Step::Stop(at) => {
                        j = at;
                        break;
                    }
                    Step::On => j += 1,
                    Step::Done => return out,
                },
                Mark::Stray
                    if takes_quote
                        && (j == i + 1
                            || out.subject.is_some_and(|np| np.b == j)
                            || verb.sort == Sort::Plain && out.commas == 0
                            || self.is(j - 1, Class::Saying))
                        && self.tok(j).is_some_and(|t| t.spaced)
                        && self.mark(j + 1) == Mark::Word
                        && self.tok(j + 1).is_some_and(|t| !t.spaced) =>
                {
                    // A quotation that is never closed.
                    out.open = Some((Opened::Quote, j));
                    return out;
                }
                // د. فلان
                Mark::Word
                    if self.mark(j + 1) == Mark::Other
                        && self.tok(j).is_some_and(|t| t.end - t.at == 1) =>
                {
                    j += 2;
                }
                Mark::BracketOpen => j = self.mate(j).max(j) + 1,
                Mark::Dash if self.tok(j).is_some_and(|t| t.spaced) => {
                    // – بحسب ما نقلت وكالة –
                    j = (j + 1..limit.min(j + 20))
                        .find(|&k| self.mark(k) == Mark::Dash)
                        .map_or(j + 1, |k| k + 1);
                }
                Mark::Comma => {
                    // ، وفقا لما نقلته الوكالة، : a phrase between out.commas has its own cue.
                    if self.w(j + 1).according
                        && !relay
                        && let Some(close) = (j + 2..limit.min(j + 16)).find(|&k| {
                            !matches!(
                                self.mark(k),
                                Mark::Word | Mark::Number | Mark::Open | Mark::Close
                            )
                        })
                        && self.mark(close) == Mark::Comma
                    {
                        out.commas += 1;
                        j = close;
                        if out.commas <= 5 {
                            continue;
                        }
                    }
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
                    out.commas += 1;
                    if out.commas > 5 {
                        break;
                    }
                    // وصفت الوزارة، وهي إحدى الجهات المعنية، النتائج بأنها كذا: what the subject is.
                    if object
                        && !plain_object
                        && out.subject.is_some_and(|np| np.b == j)
                        && matches!(self.t.text(j + 1), "وهو" | "وهي" | "وهم")
                        && let Some(close) = (j + 2..limit.min(j + 14))
                            .find(|&k| !matches!(self.mark(k), Mark::Word | Mark::Number))
                        && self.mark(close) == Mark::Comma
                    {
                        j = close;
                    }
                    j = match self.meanwhile(j + 1, limit) {
                        Some(close) if takes_that && !relay && out.subject.is_some() => close,
                        _ => j + 1,
                    };
                }
                Mark::Word => match self.word(&walk, &mut out, j) {
                    Step::Go(next) => j = next,
                    Step::Stop(at) => {
                        j = at;
                        break;
                    }
                    Step::On => j += 1,
                    Step::Done => return out,
                },
                Mark::Number if plain_object && out.subject.is_some() && out.commas == 0 => {
                    out.open = Some((Opened::Object, j));
                    return out;
                }
                // أعلن 11 فصيلا كذا
                Mark::Number
                    if out.subject.is_none()
                        && !participle
                        && out.commas == 0
                        && j == i + 1
                        && self.mark(j + 1) == Mark::Word =>
                {
                    let how = Reading {
                        object,
                        with_b,
                        ..Reading::default()
                    };
                    match self.noun_phrase(j, limit, how) {
                        Some(np) if np.head != 0 => {
                            out.subject = Some(np);
                            j = np.b;
                        }
                        _ => j += 1,
                    }
                }
                Mark::Line | Mark::Semicolon => break,
                Mark::Stop | Mark::Ellipsis
                    if self.tok(j).is_none_or(|t| {
                        t.quote == 0 || self.tok(i).is_some_and(|c| c.quote == t.quote)
                    }) =>
                {
                    break;
                }
                _ => j += 1,
            }
        }
        // قالت للصحفيين عندما سئلت عن كذا: "…"
        if out.subject.is_some()
            && takes_quote
            && !participle
            && !relay
            && out.weak.is_none()
            && !matches!(verb.sort, Sort::Weak | Sort::Turn)
            && let Some(colon) = (j..b.min(i + 40))
                .take_while(|&k| {
                    !matches!(
                        self.mark(k),
                        Mark::Stop | Mark::Line | Mark::Open | Mark::Semicolon
                    ) && !self.is(k, Class::Saying)
                        && !(self.finite(k)
                            && self
                                .pack
                                .verb(&self.w(k))
                                .is_some_and(|v| matches!(v.sort, Sort::Plain | Sort::Turn)))
                })
                .find(|&k| self.mark(k) == Mark::Colon && self.mark(k + 1) == Mark::Open)
        {
            out.open = Some((Opened::Quote, colon + 1));
            return out;
        }
        if let Some(from) = out.weak {
            out.open = Some((Opened::Preposition, from));
        }
        out.rest = j.min(b);
        out
    }

    /// ، وقد جلس على الأرض، أن كذا: past how somebody was while speaking, if what was said opens right behind it.
    fn meanwhile(&self, from: usize, limit: usize) -> Option<usize> {
        // والتي تحمل اسم "كذا"، أن: a clause about who speaks, and the name in it.
        let about = self.is(from, Class::Relative);
        if !about
            && !matches!(
                self.t.text(from),
                "وقد" | "وهو" | "وهي" | "وهم" | "ولم" | "فيما" | "بينما"
            )
        {
            return None;
        }
        let mut close = from + 1;
        while close < limit.min(from + 16)
            && matches!(self.mark(close), Mark::Word | Mark::Number | Mark::Open)
            && !self.is(close, Class::That)
        {
            if self.mark(close) == Mark::Open {
                if !about || self.mate(close) > close + 5 {
                    return None;
                }
                close = self.mate(close).max(close);
            }
            close += 1;
        }
        (self.mark(close) == Mark::Comma
            && self.is(close + 1, Class::That)
            && !self.t.text(close + 1).starts_with('و'))
        .then_some(close + 1)
    }

    /// What a word on the way is, asked in this order: what it means depends on what those before it let pass.
    fn word(&self, walk: &Walk, out: &mut Scan, j: usize) -> Step {
        let parts = [
            Self::saying_words,
            Self::relayed_words,
            Self::aside_words,
            Self::circumstances,
        ];
        for part in parts {
            let step = part(self, walk, out, j);
            if !matches!(step, Step::On) {
                return step;
            }
        }
        self.subjects(walk, out, j)
    }
}
