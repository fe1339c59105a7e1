//! From an English text to drafts of statements, sentence by sentence.

use super::cast::LatinCast;
use super::cue::{LatinCue, Plan, Who};
use crate::extraction::content::Content;
use crate::extraction::engine::Draft;
use crate::extraction::output::{Act, Missed, Style};
use crate::extraction::pack::{Class, Of};
use crate::extraction::phrase::Reader;
use crate::extraction::proposal::Original;
use crate::extraction::token::Mark;
use crate::text::fold::Span;

/// What is known while an English text is read.
pub(in crate::extraction) struct LatinState<'r> {
    reader: &'r Reader<'r>,
    original: &'r Original<'r>,
    pub(in crate::extraction) cast: LatinCast,
    pub(in crate::extraction) out: Vec<Draft>,
    pub(in crate::extraction) missed: Vec<Missed>,
    /// Who opened the last sentence in which nobody spoke, and that sentence: the "he" of the next.
    subject: Option<(usize, usize)>,
}

impl<'r> LatinState<'r> {
    pub(in crate::extraction) fn new(
        reader: &'r Reader<'r>,
        original: &'r Original<'r>,
        cast: LatinCast,
    ) -> Self {
        Self {
            reader,
            original,
            cast,
            out: Vec::new(),
            missed: Vec::new(),
            subject: None,
        }
    }

    /// Reads one stretch of tokens; a quotation that ends in a full stop ends a sentence too.
    pub(in crate::extraction) fn sentences(&mut self, number: usize, a: usize, b: usize) {
        let r = self.reader;
        let mut start = a;
        for i in a..b {
            let ends = r.mark(i) == Mark::Close
                && i > start
                && r.mark(i - 1) == Mark::Stop
                && (r.t.text(i - 1) == "." || r.mark(i + 1) != Mark::Word)
                && (r.mark(i + 1) != Mark::Word || r.capital(i + 1));
            if ends {
                self.sentence(number, start, i + 1);
                start = i + 1;
            }
        }
        if start < b {
            self.sentence(number, start, b);
        }
    }

    fn sentence(&mut self, number: usize, a: usize, b: usize) {
        let r = self.reader;
        let original = self.original;
        let a = r.after_dateline(a, b);
        let before = self.out.len();
        let mut cues: Vec<LatinCue> = Vec::new();
        let mut failed: Vec<(usize, &'static str)> = Vec::new();
        let mut i = a;
        while i < b {
            match r.latin_cue(i, a, b) {
                Some(Ok(cue)) => {
                    i = cue.inner.map_or(cue.end, |(_, says)| says + 1).max(i + 1);
                    cues.push(cue);
                    continue;
                }
                Some(Err(why)) => failed.push((i, why)),
                None => {}
            }
            i += 1;
        }
        if cues.is_empty() {
            self.run_on(number, a, b);
        }
        let contents = r.latin_contents(&cues, a, b);
        let mut main: Vec<Option<usize>> = vec![None; cues.len()];
        let mut met: Vec<usize> = Vec::new();
        // The spokesman said it could not confirm: the one who says that.
        for k in 1..cues.len() {
            if let Who::Pronoun(p) = cues[k].who
                && matches!(cues[k - 1].plan, Plan::After { from, .. } if from == p)
            {
                cues[k].who = Who::Same;
            }
        }
        let opens_with = self.meet(a, b, &mut met).or_else(|| {
            // "The palace is having none of it. It said": whom a sentence without any saying is about.
            let (x, y) = r.opener(a, b.min(a + 8)).filter(|_| cues.is_empty())?;
            let told = r.determines(x) && y < b && r.head_at(y - 1).is_some();
            let of_somebody =
                told && !r.owns(x) && !r.is(y, Class::Preposition) || told && r.person_head(y - 1);
            of_somebody.then(|| {
                self.cast
                    .resolve(r, x, y, &|s| original.cut(s).to_owned(), false)
            })?
        });
        // "Officials said he was believed to have died": the belief is the officials'.
        let theirs = |k: usize| {
            cues[k].who == Who::Nobody
                && cues[k].act == Act::Opinion
                && (0..k).any(|j| within(contents[k].as_ref(), contents[j].as_ref()))
        };
        for (k, cue) in cues.iter().enumerate() {
            if theirs(k) {
                continue;
            }
            match &contents[k] {
                Some(content) => {
                    // "The coach called for calm and said": who opens the sentence, where nobody in it spoke before.
                    let opener = r.opener(a, cue.at).filter(|_| k == 0);
                    let outer = self.push(number, cue, content, None, &met, opener);
                    main[k] = outer;
                    if let (Some((np, says)), Some(outer)) = (cue.inner, outer) {
                        let mut inner = cue.clone();
                        inner.at = says;
                        inner.end = says + 1;
                        inner.who = match r.low(np.a) {
                            "him" | "her" | "them" | "it" if np.b == np.a + 1 => Who::Pronoun(np.a),
                            _ => Who::Phrase(np.a, np.b),
                        };
                        self.push(number, &inner, content, Some(outer), &met, None);
                    }
                }
                None if cue.plan == Plan::Cited => {}
                None => failed.push((cue.at, "a reporting word whose content is taken by another")),
            }
        }
        for (k, cue) in cues.iter().enumerate() {
            if cue.plan != Plan::Cited {
                continue;
            }
            let near = (0..k)
                .rev()
                .find(|&j| main[j].is_some() && cues[j].separate | (cues[j].clause <= a + 1))
                .or_else(|| (0..k).rev().find(|&j| main[j].is_some()))
                .or_else(|| (k + 1..cues.len()).find(|&j| main[j].is_some()));
            // "Officials believe …, the paper reported, citing two officials": they are the ones already heard.
            let heard = near.and_then(|j| {
                let Who::Phrase(x, y) = cue.who else {
                    return None;
                };
                let said = |w: &String| !r.pack.numbers.contains_key(w.as_str());
                let cited: Vec<String> = r.folded_words(x, y).into_iter().filter(said).collect();
                (0..cues.len()).find(|&n| {
                    n != j
                        && within(contents[n].as_ref(), contents[j].as_ref())
                        && matches!(cues[n].who, Who::Phrase(p, q) if {
                            let words: Vec<String> = r.folded_words(p, q).into_iter().filter(said).collect();
                            !words.is_empty() && words == cited && r.proper(p, q).is_none()
                        })
                })
            });
            if heard.is_some() {
                continue;
            }
            if let Some(j) = near
                && let Some(content) = contents[j].clone()
            {
                self.push(number, cue, &content, main[j], &met, None);
            } else {
                failed.push((cue.at, "a source cited for nothing that was found"));
            }
        }
        // An according-to phrase over what somebody said passes it on.
        for (k, cue) in cues.iter().enumerate() {
            if cue.act != Act::Deny
                && let (Plan::According { .. }, Some(outer)) = (&cue.plan, main[k])
            {
                for j in 0..k {
                    if contents[j] == contents[k]
                        && let Some(inner) = main[j]
                        && self.out[inner].speaker != self.out[outer].speaker
                    {
                        self.out[inner].relayed_by = Some(outer);
                    }
                }
            }
        }
        self.subject = opens_with
            .filter(|_| self.out.len() == before)
            .map(|k| (number, k));
        if self.out.len() == before {
            for (i, why) in failed {
                if let Some(span) = r.t.span(i, i + 1, false) {
                    self.missed.push(Missed {
                        start: span.start,
                        end: span.end,
                        why: why.to_owned(),
                    });
                }
            }
        }
    }

    /// Persons and bodies named in a sentence, so that later names and pronouns find them. The person it opens with.
    fn meet(&mut self, a: usize, b: usize, met: &mut Vec<usize>) -> Option<usize> {
        let mut opens_with = None;
        let r = self.reader;
        let original = self.original;
        let mut i = a;
        while i < b {
            let titled = r.person_head(i)
                && r.mark(i) == Mark::Word
                && r.mark(i + 1) == Mark::Word
                && r.capital(i + 1);
            if titled {
                let mut end = i + 1;
                while end < b
                    && (r.mark(end) == Mark::Word && (r.capital(end) || r.low(end) == "al")
                        || r.soft(end))
                {
                    end += 1;
                }
                end = r.with_office(end, b);
                let k = self
                    .cast
                    .resolve(r, i, end, &|s| original.cut(s).to_owned(), false);
                met.extend(k);
                if i < a + 6 && opens_with.is_none() {
                    opens_with = k.filter(|&k| self.cast.is_person(k));
                }
                i = end;
                continue;
            }
            // Tareq al-Mohandi, who heads it: a full name of somebody without a title before it.
            if r.capital(i)
                && !r.is(i, Class::Determiner)
                && !r.w(i).found
                && !(i > a && (r.is(i - 1, Class::Preposition) || r.low(i - 1) == "the"))
            {
                let mut end = i;
                while end < b
                    && (r.mark(end) == Mark::Word
                        && (r.capital(end) && !r.w(end).found || r.low(end) == "al")
                        || r.soft(end))
                {
                    end += 1;
                }
                if (i..end).filter(|&k| r.capital(k)).count() > 1 && r.head_at(end).is_none() {
                    end = r.with_office(end, b);
                    let k = self
                        .cast
                        .resolve(r, i, end, &|s| original.cut(s).to_owned(), false);
                    if i < a + 6 && opens_with.is_none() {
                        opens_with = k.filter(|&k| self.cast.is_person(k));
                    }
                }
                i = end.max(i + 1);
                continue;
            }
            // the port authority: a body that later is "the authority".
            if r.low(i) == "the"
                && let Some(h) =
                    (i + 2..b.min(i + 5)).find(|&h| r.head_at(h).is_some_and(|e| e.of == Of::Body))
                && (i + 1..h).all(|k| {
                    r.mark(k) == Mark::Word && r.w(k).known.classes == 0 && r.w(k).known.verb == 0
                })
            {
                let mut end = h + 1;
                while end < b && r.head_at(end).is_some_and(|e| e.of == Of::Body) {
                    end += 1;
                }
                self.cast
                    .resolve(r, i, end, &|s| original.cut(s).to_owned(), false);
                i = end;
                continue;
            }
            i += 1;
        }
        opens_with
    }

    /// A sentence that is one quotation and has no cue goes on with what was quoted before it.
    fn run_on(&mut self, number: usize, a: usize, b: usize) {
        let r = self.reader;
        let mate = r.mate(a);
        if r.mark(a) != Mark::Open || mate <= a || mate + 2 < b {
            return;
        }
        let Some((x, y)) = r.trim(a + 1, mate) else {
            return;
        };
        let Some(span) = r.t.span(x, y, false) else {
            return;
        };
        if let Some(last) = self.out.last_mut()
            && last.style == Style::Direct
            && number <= last.sentence + 1
        {
            last.content.push(span);
            last.parts.push((x, y));
            last.sentence = number;
        }
    }

    fn push(
        &mut self,
        number: usize,
        cue: &LatinCue,
        content: &Content,
        relayed_by: Option<usize>,
        met: &[usize],
        opener: Option<(usize, usize)>,
    ) -> Option<usize> {
        let r = self.reader;
        let original = self.original;
        let spans: Vec<Span> = content
            .parts
            .iter()
            .filter_map(|&(a, b)| r.t.span(a, b, false))
            .collect();
        let cue_span = r.t.span(cue.at, cue.end, false)?;
        if spans.is_empty() {
            return None;
        }
        let (source, speaker) = match cue.who {
            Who::Phrase(a, b) => {
                let k = self.cast.resolve(
                    r,
                    a,
                    b,
                    &|s| original.cut(s).to_owned(),
                    cue.plan != Plan::Cited,
                );
                (r.t.span(a, b, false), k)
            }
            Who::Pronoun(p) => {
                let word = match r.low(p) {
                    "him" => "he",
                    "her" => "she",
                    "them" => "they",
                    other => other,
                };
                // "Viktor Orlo went further. …, he told": the one the sentence before is about.
                let before = self
                    .subject
                    .filter(|s| s.0 < number && number <= s.0 + 1 && self.cast.fits(s.1, word))
                    .map(|s| s.1);
                let k = match before {
                    Some(k) => {
                        self.cast.speaks(k);
                        Some(k)
                    }
                    None => self.cast.pronoun(word, met),
                };
                (k.map(|k| self.cast.all[k].last), k)
            }
            Who::Same => {
                let k = match opener {
                    Some((a, b)) => {
                        self.cast
                            .resolve(r, a, b, &|s| original.cut(s).to_owned(), true)
                    }
                    None => self.cast.last_speaker(),
                };
                (k.map(|k| self.cast.all[k].last), k)
            }
            Who::Nobody => (None, None),
        };
        let who = speaker.map(|k| {
            let s = &self.cast.all[k];
            (s.name.clone(), s.kind, s.named)
        });
        let sure = if matches!(cue.who, Who::Phrase(..) | Who::Nobody) {
            1.0
        } else {
            0.9
        };
        self.out.push(Draft {
            cue: cue_span,
            also: Vec::new(),
            source,
            who,
            content: spans,
            style: content.style,
            act: cue.act,
            parts: content.parts.clone(),
            relayed_by,
            confidence: (cue.weight * sure * 100.0_f64).round() / 100.0,
            sentence: number,
            speaker,
            // Speech after a colon is always in quotation marks in English news.
            unquoted: false,
        });
        Some(self.out.len() - 1)
    }
}

/// Whether one content lies within another, and is not all of it.
fn within(inner: Option<&Content>, outer: Option<&Content>) -> bool {
    let (Some(inner), Some(outer)) = (inner, outer) else {
        return false;
    };
    inner != outer
        && inner
            .parts
            .iter()
            .all(|p| outer.parts.iter().any(|o| o.0 <= p.0 && p.1 <= o.1))
}
