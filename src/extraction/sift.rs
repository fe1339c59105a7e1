//! Cues of a sentence that are none beside the others: a noun that is the subject of a verb, a verb about who speaks, a second word for
//! one saying.

use super::cue::{Cue, Kind, Opened, Who};
use super::engine::State;
use super::lexicon::opens;
use super::pack::{Class, Opens, Sort};
use super::phrase::Np;
use super::token::Mark;

impl State<'_> {
    /// Leaves out of a sentence's cues what reports nothing beside the others.
    pub(super) fn sift(&self, cues: &mut Vec<Cue>, a: usize) {
        let r = self.reader;
        // أدلة، تشير إلى …: a verb that goes on with a noun within an earlier content is no cue of its own.
        let lead: Vec<bool> = cues
            .iter()
            .enumerate()
            .map(|(k, c)| {
                c.kind == Kind::Verb
                    && matches!(c.who, Who::Implicit(_))
                    && c.at > a
                    && (c.opened == Opened::Preposition
                        || r.w(c.at).known.form.tense == super::inflect::Tense::Present)
                    && !r.w(c.at).conj
                    // …، ليختتم كلمته قائلا: a clause of its own.
                    && r.w(c.at).prep.is_none()
                    && c.at > a
                    && (r.mark(c.at - 1) == Mark::Comma
                        || r.mark(c.at - 1) == Mark::Word
                            && (r.w(c.at - 1).known.classes & BESIDE) == 0
                            && !r.w(c.at - 1).found)
                    && cues[..k].iter().any(|e| {
                        matches!(e.kind, Kind::Verb | Kind::Participle | Kind::According)
                            && e.from <= c.at
                    })
            })
            .collect();
        let mut keep = lead.iter();
        cues.retain(|_| !keep.next().copied().unwrap_or(false));
        // أفادت الأنباء بأن: the noun is who says it.
        let subjects: Vec<Np> = cues
            .iter()
            .filter(|c| c.kind == Kind::Verb)
            .filter_map(|c| match c.who {
                Who::Phrase(np) if np.a > c.at => Some(np),
                _ => None,
            })
            .collect();
        // واصفا الاتهامات بأنها كذا: they are what is called so.
        let called: Vec<usize> = cues
            .iter()
            .filter(|c| {
                c.opened == Opened::Object
                    && r.pack
                        .verb(&r.w(c.at))
                        .is_some_and(|v| opens(v, |o| matches!(o, Opens::Label(_))))
            })
            // وصفت هذه المزاعم بأنها كذا
            .map(|c| c.from + usize::from(r.is(c.from, Class::Determiner)))
            .collect();
        cues.retain(|c| {
            c.kind != Kind::Noun
                || !subjects.iter().any(|np| np.a <= c.at && c.at < np.b)
                    && !(called.contains(&c.at)
                        && c.opened == Opened::That
                        && r.t.stem(c.from - 1).starts_with('ب'))
        });
        // قال المركز، الذي يوثق كذا، إن: a verb between a cue and its content is about who speaks.
        let spans: Vec<(usize, usize)> = cues
            .iter()
            .filter(|c| matches!(c.kind, Kind::Verb | Kind::Participle) && c.relayed.is_none())
            .map(|c| (c.at, c.from))
            .collect();
        cues.retain(|c| {
            c.kind != Kind::Verb
                || c.relayed.is_some()
                || !spans
                    .iter()
                    .any(|&(at, from)| at < c.at && c.at < from && from == c.from)
        });
        // قال مازحا: "…": one saying in two words.
        let mut k = 1;
        while k < cues.len() {
            let twin = cues[k].kind == Kind::Participle
                && matches!(cues[k - 1].kind, Kind::Verb | Kind::Participle)
                && cues[k - 1].from == cues[k].from;
            if twin {
                let cue = cues.remove(k);
                cues[k - 1].also.push(cue.at);
                continue;
            }
            k += 1;
        }
        // تم تداول خبر تحدث عن …: one content, the rumour's.
        let rumours: Vec<usize> = cues
            .iter()
            .filter(|c| c.sort == Sort::Rumour)
            .map(|c| c.from)
            .collect();
        cues.retain(|c| c.sort == Sort::Rumour || !rumours.contains(&c.from));
    }
}

/// Words after which a verb begins a clause.
const BESIDE: u64 = Class::Break.bit()
    | Class::SoftBreak.bit()
    | Class::Auxiliary.bit()
    | Class::Relative.bit()
    | Class::That.bit()
    | Class::Adverb.bit()
    | Class::Time.bit()
    | Class::Preposition.bit();
