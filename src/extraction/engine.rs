//! From a text to proposed statements: sentence by sentence, cues first, then contents, then sources.

use std::ops::ControlFlow;

use super::blocks::blocks;
use super::content::Content;
use super::cue::{CHARGED, Cue, DEMAND, Kind, Who};
use super::extractor::Heed;
use super::latin::{LatinCast, LatinState};
use super::lexicon::Pack;
use super::mention::MentionKind;
use super::output::{Act, Extraction, Missed, SourceKind, Style};
use super::pack::{Class, Of, Script};
use super::phrase::{Np, Reader};
use super::proposal::{Gazetteer, Original, finish};
use super::resolve::Cast;
use super::sweep::{Cues, cues_of, phrases_of};
use super::token::{Mark, Tokens};
use crate::text::fold::{Folded, Span};

/// Extracts attributed statements from a text.
///
/// The text is taken as it is; offsets in the result are Unicode scalar values into it. Runs in time linear in its length.
#[must_use]
pub fn extract(text: &str, pack: &Pack) -> Extraction {
    extract_with(text, pack, &[])
}

/// A name that the caller knows, with all its forms: (the name, what it names, its forms as written).
pub type KnownName<'a> = (&'a str, MentionKind, &'a [&'a str]);

/// Extracts as [`extract`] does, and finds the names of a case's entities in the contents too.
#[must_use]
pub fn extract_with(text: &str, pack: &Pack, names: &[KnownName]) -> Extraction {
    let read = extract_while(text, pack, names, &|_| ControlFlow::Continue(()));
    read.unwrap_or_else(|| Extraction::of(&pack.language))
}

/// Extracts as [`extract_with`] does, a block of the text after the other; before each, `heed` is told how many bytes have
/// been read, and may break off. Nothing is given then.
pub(super) fn extract_while(
    text: &str,
    pack: &Pack,
    names: &[KnownName],
    heed: &Heed,
) -> Option<Extraction> {
    let original = Original::new(text);
    let gazetteer = Gazetteer::new(names);
    let mut read = Extraction::of(&pack.language);
    let mut memory = Memory::default();
    let (mut bytes, mut characters) = (0, 0);
    for block in blocks(text) {
        if heed(bytes).is_break() {
            return None;
        }
        let folded = Folded::starting_at(block, characters);
        let tokens = Tokens::new(&original, &folded, pack);
        let reader = Reader { pack, t: &tokens };
        let drafts = match pack.script {
            Script::Latin => {
                let mut state = LatinState::new(&reader, &original, memory.latin);
                for (k, &(a, b)) in tokens.sentences.iter().enumerate() {
                    state.sentences(k, a, b);
                }
                read.missed.append(&mut state.missed);
                memory.latin = state.cast;
                memory.latin.shorten();
                state.out
            }
            Script::Arabic => {
                let mut state = State {
                    reader: &reader,
                    original: &original,
                    cast: memory.cast,
                    out: Vec::new(),
                    missed: Vec::new(),
                    last_sentence: 0,
                    charge: None,
                    named: Vec::new(),
                    named_before: Vec::new(),
                    demands: Vec::new(),
                    topic: None,
                    phrases: Vec::new(),
                    met: 0,
                };
                // Each of these is a long way through the program, which goes faster again at once: first the cues of some
                // sentences, then all that is named in them in passing, the contents, and who says what.
                for (group, sentences) in tokens.sentences.chunks(TOGETHER).enumerate() {
                    let cues: Vec<_> = sentences
                        .iter()
                        .map(|&(a, b)| cues_of(&reader, a, b))
                        .collect();
                    for &(a, b) in sentences {
                        phrases_of(&reader, a, b, &mut state.phrases);
                    }
                    let all: Vec<_> = sentences
                        .iter()
                        .zip(cues)
                        .map(|(&(a, b), cues)| state.read(a, b, cues))
                        .collect();
                    for (k, (&(a, b), read)) in sentences.iter().zip(all).enumerate() {
                        state.sentence(group * TOGETHER + k, a, b, read);
                    }
                }
                read.missed.append(&mut state.missed);
                // What is learnt of a speaker further down holds for what they said before.
                for draft in &mut state.out {
                    if let (Some(s), Some(who)) = (
                        draft.speaker.and_then(|k| state.cast.all.get(k)),
                        draft.who.as_mut(),
                    ) {
                        let person = matches!(
                            s.kind,
                            SourceKind::Official
                                | SourceKind::Spokesperson
                                | SourceKind::Commander
                                | SourceKind::Journalist
                                | SourceKind::Experts
                                | SourceKind::Activist
                                | SourceKind::Outlet
                        );
                        if person {
                            who.1 = s.kind;
                        }
                    }
                }
                memory.cast = state.cast;
                memory.cast.shorten(characters);
                state.out
            }
        };
        finish(drafts, &original, &reader, &gazetteer, &mut read.statements);
        bytes += block.len();
        characters = folded.end();
        read.damage.extend(tokens.damage);
    }
    Some(read)
}

/// How many sentences are read together: enough that the way through the program is seldom gone anew, and so few that their
/// words are still at hand when they are read again.
const TOGETHER: usize = 8;

/// What is carried over from one block of a text to the next.
#[derive(Default)]
struct Memory {
    cast: Cast,
    latin: LatinCast,
}

/// A statement being put together.
pub(super) struct Draft {
    pub(super) cue: Span,
    pub(super) also: Vec<Span>,
    pub(super) source: Option<Span>,
    pub(super) who: Option<(String, SourceKind, bool)>,
    pub(super) content: Vec<Span>,
    pub(super) style: Style,
    pub(super) act: Act,
    /// The content as tokens.
    pub(super) parts: Vec<(usize, usize)>,
    /// Index of the draft that relays this one.
    pub(super) relayed_by: Option<usize>,
    pub(super) confidence: f64,
    pub(super) sentence: usize,
    pub(super) speaker: Option<usize>,
    /// Speech after a colon without quotation marks.
    pub(super) unquoted: bool,
}

pub(super) struct State<'r> {
    pub(super) reader: &'r Reader<'r>,
    pub(super) original: &'r Original<'r>,
    pub(super) cast: Cast,
    pub(super) out: Vec<Draft>,
    pub(super) missed: Vec<Missed>,
    /// Number of drafts before the sentence being read.
    pub(super) last_sentence: usize,
    /// The subject of the sentence before, where that had no statement.
    pub(super) topic: Option<usize>,
    /// Persons named in the sentence being read.
    pub(super) named: Vec<usize>,
    /// Persons named in the sentence before, where that had no statement.
    pub(super) named_before: Vec<usize>,
    /// The verbs of demanding of the sentence being read: they give no statement, but end one.
    pub(super) demands: Vec<usize>,
    /// The charge that nobody makes in the sentence before, with the number of that sentence: what follows may deny it.
    pub(super) charge: Option<(usize, (usize, usize))>,
    /// Persons and bodies that are named in passing, each with its token and what it is, and how many have been met.
    phrases: Vec<(usize, Of, Np)>,
    met: usize,
}

/// What is read of a sentence by itself.
struct Sentence {
    cues: Vec<Cue>,
    /// Reporting words that give no statement, with the reason.
    failed: Vec<(usize, &'static str)>,
    demands: Vec<usize>,
    /// The content of each cue, and whose content is part of another's.
    contents: Vec<Option<Content>>,
    merged: Vec<Option<(usize, Np)>>,
}

impl State<'_> {
    /// The contents of the cues of a sentence.
    fn read(&mut self, a: usize, b: usize, (mut cues, failed): Cues) -> Sentence {
        self.sift(&mut cues, a);
        self.demands.clear();
        let demands = failed.iter().filter(|(_, why)| *why == DEMAND);
        self.demands.extend(demands.map(|(i, _)| *i));
        let mut merged: Vec<Option<(usize, Np)>> = vec![None; cues.len()];
        let mut contents = self.contents(&cues, a, b, &mut merged);
        // بعد اتهام فلان بكذا: a charge that nobody makes counts only where another takes it up.
        for k in 0..cues.len() {
            let cue = &cues[k];
            let passive =
                cue.kind == Kind::Noun && cue.act == Act::Accuse && cue.who == Who::Nobody;
            let taken_up = (0..k).any(|j| {
                contents[j]
                    .as_ref()
                    .is_some_and(|c| c.parts.iter().any(|&(x, y)| x <= cue.at && cue.at < y))
            });
            if passive && !taken_up {
                contents[k] = None;
            }
        }
        Sentence {
            cues,
            failed,
            demands: std::mem::take(&mut self.demands),
            contents,
            merged,
        }
    }

    fn sentence(&mut self, number: usize, a: usize, b: usize, read: Sentence) {
        let r = self.reader;
        let before = self.out.len();
        self.named_before = std::mem::take(&mut self.named);
        if self.last_sentence < before && self.out.last().is_some_and(|d| d.sentence + 1 >= number)
        {
            self.named_before.clear();
        }
        // اقرأ أيضا: a pointer to another story is not this one's.
        if let Some(first) = (a..b).find(|&i| r.mark(i) == Mark::Word)
            && r.is(first, Class::Boilerplate)
            && (r.is(first + 1, Class::Adverb) || r.mark(first + 1) == Mark::Colon)
        {
            return;
        }
        let Sentence {
            cues,
            mut failed,
            demands,
            contents,
            merged,
        } = read;
        self.demands = demands;
        if cues.is_empty() {
            self.run_on(number, a, b);
        }
        let mut met = a;
        let mut sentence_cast: Vec<usize> = Vec::new();
        // The index of each cue's main draft.
        let mut main: Vec<Option<usize>> = vec![None; cues.len()];
        for (k, cue) in cues.iter().enumerate() {
            self.meet(met, cue.at);
            met = met.max(cue.at);
            let carried;
            let content = match &contents[k] {
                None if cue.anaphora
                    && (before > 0 || self.charge.is_some() || r.points_back(cue.at, a)) =>
                {
                    carried = self.carry(number, cue, a, before, &sentence_cast);
                    main[k] = carried;
                    continue;
                }
                other => other,
            };
            let Some(content) = content else {
                if cue.kind == Kind::Bracket {
                    self.bracket(cue, before);
                } else if merged[k].is_none() && cue.kind != Kind::According {
                    failed.push((cue.at, "a reporting word whose content is taken by another"));
                    // ولطالما نفت دمشق الأمر، مؤكدة كذا: whoever denies goes on, though what is denied was not found.
                    if cue.anaphora
                        && let Who::Phrase(np) = cue.who
                    {
                        let original = self.original;
                        let cut = |s| original.cut(s).to_owned();
                        sentence_cast.extend(self.cast.resolve(r, &np, &cut, false));
                    }
                }
                continue;
            };
            if cue.kind == Kind::According
                && let Who::Phrase(np) = cue.who
                && let Some(j) = (0..k).find(|&j| {
                    contents[j]
                        .as_ref()
                        .is_some_and(|c| c.parts == content.parts)
                        && main[j].is_some()
                })
                && let Some(m) = main[j]
                && self.same_speaker(&np, m)
            {
                self.bracket(cue, before);
                continue;
            }
            // وفقا لما قاله: one's own words over one's own statement.
            if cue.kind == Kind::According
                && matches!(cue.who, Who::Implicit(_))
                && cue.relayed.is_none()
                && (0..k).any(|j| {
                    main[j].is_some()
                        && contents[j]
                            .as_ref()
                            .is_some_and(|c| c.parts == content.parts)
                })
            {
                self.bracket(cue, before);
                continue;
            }
            let whole = self.saying_and_all(k, &cues, &contents, a);
            main[k] = self.draft(
                number,
                a,
                cue,
                whole.as_ref().unwrap_or(content),
                merged[k],
                before,
                &mut sentence_cast,
            );
        }
        self.meet(met, b);
        self.charge = failed
            .iter()
            .rfind(|(_, why)| *why == CHARGED)
            .map(|&(i, _)| {
                let end = r.clause_end(i + 1, b, super::shape::Shape::Clause);
                (number, (i + 1, end))
            });
        // وصف الوزير تصريحات نظيره بأنها كذب. وأضاف: he goes on, not whose words they were.
        if let Some(last) = (0..cues.len()).rev().find(|&k| main[k].is_some())
            && matches!(cues[last].kind, Kind::Noun | Kind::Deed)
            && !cues[last].separate
            && let Some(outer) = (0..last).rev().find(|&j| {
                cues[j].kind == Kind::Verb
                    && contents[j].as_ref().is_some_and(|c| {
                        c.parts
                            .iter()
                            .any(|&(x, y)| x <= cues[last].at && cues[last].at < y)
                    })
            })
            && let Some(k) = main[outer].and_then(|m| self.out[m].speaker)
        {
            self.cast.speakers.push(k);
        }
        // An according-to phrase over an attributed content relays it.
        for (k, cue) in cues.iter().enumerate() {
            if cue.kind == Kind::According
                && let (Some(outer), Some(Some(content))) = (main[k], contents.get(k))
            {
                for (j, inner) in cues.iter().enumerate() {
                    if j != k
                        && inner.kind != Kind::Noun
                        && let (Some(inner), Some(Some(c))) = (main[j], contents.get(j))
                        && c.parts == content.parts
                        && self.out[outer].relayed_by != Some(inner)
                    {
                        // نفى الوزير وجود كذا كما تزعم المنظمة: she claims within his denial, and does not pass it on.
                        if self.out[inner].act == Act::Deny && self.out[outer].act != Act::Deny {
                            self.out[outer].relayed_by = Some(inner);
                            continue;
                        }
                        self.out[inner].relayed_by = Some(outer);
                        // قال فلان كذا، وفق ما نقلته الوكالة. وأضاف: he goes on, not she.
                        if let Some(k) = self.out[inner].speaker {
                            self.cast.speakers.push(k);
                        }
                    }
                }
            }
        }
        if self.out.len() > before {
            self.topic = None;
        } else if let Some(np) = self
            .demands
            .first()
            .and_then(|&i| self.subject_of(i, b))
            .or_else(|| self.subject_of(a, b))
        {
            // دعا فلان إلى كذا. وقال …: he is the one who goes on.
            let original = self.original;
            let person = np
                .head
                .checked_sub(1)
                .and_then(|h| r.pack.head(&r.w(h)))
                .is_none_or(|h| matches!(h.of, Of::Person | Of::Body | Of::Name | Of::People));
            self.topic = if person {
                self.cast
                    .resolve(r, &np, &|s| original.cut(s).to_owned(), false)
            } else {
                None
            };
            if let Some(k) = self.topic
                && (failed.iter().any(|(_, why)| *why == DEMAND) || self.cast.speakers.is_empty())
            {
                self.cast.speakers.push(k);
            }
        } else if !self.named.is_empty() {
            // ما موقف روسيا؟ في الصحيفة مقال لفلان. يقول كذا: another has been named since.
            self.topic = None;
        }
        if self.out.len() == before {
            for (i, why) in failed {
                if let Some(span) = r.t.cue_span(i) {
                    self.missed.push(Missed {
                        start: span.start,
                        end: span.end,
                        why: why.to_owned(),
                    });
                }
            }
        } else {
            self.last_sentence = before;
        }
    }

    /// Keeps persons and bodies that are named in passing, so that surnames find them.
    fn meet(&mut self, from: usize, to: usize) {
        let original = self.original;
        while let Some(&(at, of, np)) = self.phrases.get(self.met)
            && at < to
        {
            self.met += 1;
            // What stands in a sentence that was passed over is not met.
            if at < from {
                continue;
            }
            let who = self
                .cast
                .resolve(self.reader, &np, &|s| original.cut(s).to_owned(), false);
            if of == Of::Person {
                self.named.extend(who);
            }
        }
    }

    /// Whether a phrase means the one who speaks in a draft.
    pub(super) fn same_speaker(&mut self, np: &Np, draft: usize) -> bool {
        let original = self.original;
        let who = self
            .cast
            .resolve(self.reader, np, &|s| original.cut(s).to_owned(), false);
        who.is_some() && who == self.out[draft].speaker
    }

    /// A second cue over the statement before it: حسب قوله.
    pub(super) fn bracket(&mut self, cue: &Cue, before: usize) {
        let r = self.reader;
        if let (Some(span), Some(last)) = (
            r.t.span(cue.at, cue.end, true),
            self.out.last_mut().filter(|_| true),
        ) && last.cue.start < span.start
        {
            last.also.push(span);
        }
        let _ = before;
    }
}
