//! Where a content ends because the sentence goes on about it: what a claim is called, what came of a deed; where it goes on behind
//! one's own words over it, and where an according-to phrase takes who said it as well.

use super::content::Content;
use super::cue::{Cue, Kind, Opened, Who};
use super::engine::State;
use super::output::{Act, Style};
use super::pack::Class;
use super::shape::Shape;
use super::token::Mark;

impl State<'_> {
    /// The limit of the content that begins at `from`, of a sentence from `a`, before what is said of it.
    pub(super) fn judged(&self, cue: &Cue, (a, from): (usize, usize), limit: usize) -> usize {
        let r = self.reader;
        let before = |limit: usize, found: &dyn Fn(usize) -> bool| {
            (from + 1..limit).find(|&i| found(i)).unwrap_or(limit)
        };
        let mut limit = limit;
        // وصف اتهامها بكذا بأنه …: what is said of the charge is no part of it.
        if cue.kind == Kind::Noun && cue.act == Act::Accuse && cue.who == Who::Nobody {
            limit = (from + 1..limit)
                .find(|&i| {
                    r.mark(i) == Mark::Open || r.is(i, Class::That) && r.t.stem(i).starts_with("با")
                })
                .map_or(limit, |i| i - usize::from(r.t.text(i - 1) == "ب"));
        }
        // وصف تصريحات فلان بفشل كذا بأنها كذب: likewise of other nouns, where a pronoun takes them up.
        let own_charge = r.t.core(cue.at).starts_with("اتهام");
        if cue.kind == Kind::Noun && cue.opened != Opened::That && !own_charge {
            limit = before(limit, &|i| {
                r.is(i, Class::That)
                    && r.t.stem(i).starts_with("بان")
                    && r.t.text(i).ends_with(['ه', 'ا'])
            });
        }
        // التقارير التي تفيد بأن كذا هي كاذبة: what the sentence says of the reports.
        if cue.kind == Kind::Verb
            && cue.opened == Opened::That
            && cue.at > a + 1
            && r.is(cue.at - 1, Class::Relative)
        {
            let quote = |k: usize| r.tok(k).map(|t| t.quote);
            limit = before(limit, &|i| {
                i > from + 1
                    && matches!(r.t.text(i), "هي" | "هو")
                    && r.is(i + 1, Class::Falsehood)
                    && quote(i) == quote(from)
            });
        }
        // اتهمته بقصف كذا، ما أدى إلى مقتل كذا: what came of a deed charged, denied or announced.
        let deed = matches!(cue.act, Act::Accuse | Act::Deny | Act::Announce)
            && Shape::of(cue) != Shape::Clause;
        if deed {
            limit = before(limit, &|i| {
                r.mark(i) == Mark::Comma
                    && matches!(r.t.text(i + 1), "ما" | "مما")
                    && matches!(r.t.text(i + 2), "ادي" | "اودي" | "اسفر" | "تسبب")
            });
        }
        limit
    }

    /// الطريق قصير، حسب رأيها، لقطعه؛ إن المصنع، حسب قوله، سيغلق: where a content that ends right before one's own words over it is taken
    /// up again. Without a verb so far anything takes it up, else only what hangs on it.
    pub(super) fn resumes(
        &self,
        cue: &Cue,
        cues: &[Cue],
        (first, end): (usize, usize),
        b: usize,
    ) -> Option<usize> {
        let r = self.reader;
        let before = cue.at.checked_sub(1)?;
        let beside = |k: usize| matches!(r.mark(k), Mark::Comma | Mark::Close);
        if first >= cue.at || (end..cue.at).any(|k| !beside(k)) {
            return None;
        }
        let comma = r.mark(cue.from) == Mark::Comma;
        let at = cue.from + usize::from(comma);
        let w = r.w(at);
        let free = at < b
            && r.mark(at) == Mark::Word
            && !w.conj
            && !r.t.text(at).starts_with('و')
            && !r.is(at, Class::Break)
            && !r.is(at, Class::Time)
            && !r.is(at, Class::Relative)
            && !r.is(at, Class::SoftBreak)
            && !r.is(at, Class::That)
            && !r.is(at, Class::Saying)
            && !w.according
            && !cues.iter().any(|c| c.at >= at && c.at <= at + 1);
        let verbal = |k: usize| {
            let (v, text) = (r.w(k), r.t.text(k));
            v.known.verb != 0
                || v.is(Class::Auxiliary)
                || v.is(Class::Doing)
                || v.is(Class::Negation)
                || !v.found && !v.def && (text.starts_with(['ي', 'س']) || text.ends_with('ت'))
        };
        let bare =
            comma && r.mark(before) == Mark::Comma && end <= first + 4 && !(first..end).any(verbal);
        let hangs = comma == (r.mark(before) == Mark::Comma)
            && (w.prep == Some('ل') && !w.def
                || matches!(r.t.text(at), "بسبب" | "من" | "الي" | "علي" | "لكي" | "حتي"));
        (free && (bare || hangs)).then_some(at)
    }

    /// أعلنت مصر إطلاق كذا، حسبما أفاد فلان: of what somebody announced or condemned an according-to phrase takes all, and who did. With a
    /// that-word annotators are split: أعلنت أن كذا، حسبما أفاد فلان.
    pub(super) fn saying_and_all(
        &self,
        k: usize,
        cues: &[Cue],
        contents: &[Option<Content>],
        a: usize,
    ) -> Option<Content> {
        let (cue, content) = (&cues[k], contents[k].as_ref()?);
        // وفق ما أكدت متحدثة باسمها: her own words.
        let own = matches!(cue.who, Who::Phrase(np) if (np.a..np.b).any(|i| self.reader.w(i).pronoun > 0));
        // أعلنت الشبكة كذا، نقلا عن طبيب: whom she cites tells what she announced.
        if cue.kind != Kind::According || own || self.reader.t.stem(cue.at) == "نقلا" {
            return None;
        }
        let j = (0..k).rfind(|&j| {
            cues[j].kind == Kind::Verb
                && cues[j].separate
                && cues[j].opened == Opened::Object
                // نفى الوزير كذا، كما تدعي المنظمة: what is claimed is what he denies.
                && cues[j].act != Act::Deny
                && contents[j]
                    .as_ref()
                    .is_some_and(|c| c.parts == content.parts)
        })?;
        // قال فلان، وفق الوكالة، إن كذا: what stands behind the phrase is what was said.
        let &(_, end) = content.parts.last().filter(|p| p.1 <= cue.at)?;
        let from = self.clause_start(cues[j].clause.max(a), cues[j].at + 1);
        let (x, y) = self.reader.trim(from, end)?;
        (x <= cues[j].at && content.parts.len() == 1).then(|| Content {
            parts: vec![(x, y)],
            style: match content.style {
                Style::Indirect => Style::Indirect,
                _ => Style::Mixed,
            },
        })
    }
}
