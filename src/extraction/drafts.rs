//! Drafts: one statement, or a relay and what it relays, put together from a cue, its content and its source.

use super::content::Content;
use super::cue::{Cue, Kind, Opened, Who};
use super::engine::{Draft, State};
use super::output::Style;
use super::pack::{Class, Sort};
use super::phrase::Np;
use super::proposal::confidence;
use super::token::Mark;
use crate::text::fold::Span;

impl State<'_> {
    /// Puts one statement (or a relay and what it relays) together.
    #[allow(clippy::too_many_arguments)]
    pub(super) fn draft(
        &mut self,
        number: usize,
        a: usize,
        cue: &Cue,
        content: &Content,
        merged: Option<(usize, Np)>,
        before: usize,
        sentence_cast: &mut Vec<usize>,
    ) -> Option<usize> {
        let r = self.reader;
        let original = self.original;
        let get = |s: Span| original.cut(s).to_owned();
        // نُقل عن الوزير قوله: one statement, his.
        if cue.who == Who::Nobody
            && cue.sort == Sort::Relay
            && let Some((who, own)) = cue.relayed
        {
            let own = own.filter(|&k| r.t.stem(k) != "نقلا");
            let inner = Cue {
                who,
                relayed: None,
                at: own.unwrap_or(cue.at),
                end: own.map_or(cue.end, |k| k + 1),
                ..cue.clone()
            };
            return self.draft(number, a, &inner, content, merged, before, sentence_cast);
        }
        let spans = self.spans(cue, content)?;
        let cue_span = if cue.end == cue.at + 1 {
            r.t.cue_span(cue.at)
        } else {
            r.t.span(cue.at, cue.end, true)
        }?;
        let also: Vec<Span> = cue.also.iter().filter_map(|&k| r.t.cue_span(k)).collect();
        let who = merged.map_or(cue.who, |(_, np)| Who::Phrase(np));
        let (source, speaker) = self.source(who, cue, a, before, sentence_cast, &get);
        let explicit = matches!(who, Who::Phrase(_));
        let act = self.act(cue, content);
        let style = content.style;
        let unquoted = self.unquoted(cue, content);
        let mut draft = Draft {
            cue: cue_span,
            also,
            source,
            who: None,
            content: spans.clone(),
            style,
            act,
            parts: content.parts.clone(),
            relayed_by: None,
            confidence: confidence(cue, explicit, speaker.is_some()),
            sentence: number,
            speaker,
            unquoted,
        };
        draft.who = speaker
            .and_then(|k| self.cast.all.get(k))
            .map(|s| (s.name.clone(), s.kind, s.named));
        // Whoever is reported within a quotation does not go on speaking outside it.
        let quoted = r.tok(cue.at).is_some_and(|t| t.quote != 0);
        // رحب الرئيس بإعلان الحكومة كذا، معتبرا: he goes on, not she.
        let owner = matches!(cue.kind, Kind::Deed | Kind::Noun)
            && !cue.separate
            && matches!(who, Who::Phrase(_))
            && self
                .subject_of(a, cue.at)
                .is_some_and(|np| np.b <= cue.at && (np.head != 0 || np.name != (0, 0)));
        if let Some(k) = speaker.filter(|_| !quoted && !owner) {
            sentence_cast.push(k);
        }
        self.out.push(draft);
        let outer = self.out.len() - 1;
        let Some((inner_who, inner_cue)) = cue.relayed else {
            return Some(outer);
        };
        let (source, speaker) = match inner_who {
            // نقلت عنه وكالة: not the agency itself.
            Who::Implicit(agreement) => {
                let found = self.cast.other_than(speaker, agreement);
                if let Some(k) = found {
                    self.cast.speakers.push(k);
                }
                (
                    found.and_then(|k| self.cast.all.get(k)).map(|s| s.last),
                    found,
                )
            }
            _ => self.source(inner_who, cue, a, before, sentence_cast, &get),
        };
        let inner_span = inner_cue
            .and_then(|k| {
                if r.t.stem(k) == "نقلا" {
                    r.t.span(k, k + 2, true)
                } else {
                    r.t.cue_span(k)
                }
            })
            .unwrap_or(cue_span);
        let confidence = self.out[outer].confidence;
        let act = inner_cue
            .and_then(|k| r.pack.verb(&r.w(k)))
            .filter(|v| v.sort == Sort::Firm)
            .map_or(act, |v| v.act);
        let who = speaker
            .and_then(|k| self.cast.all.get(k))
            .map(|s| (s.name.clone(), s.kind, s.named));
        if let Some(k) = speaker {
            sentence_cast.push(k);
        }
        self.out.push(Draft {
            cue: inner_span,
            also: Vec::new(),
            source,
            who,
            content: spans,
            style,
            act,
            parts: content.parts.clone(),
            relayed_by: Some(outer),
            confidence,
            sentence: number,
            speaker,
            unquoted,
        });
        Some(self.out.len() - 1)
    }

    /// Whether a content stands after a colon, without quotation marks, and reaches the end of its sentence.
    fn unquoted(&self, cue: &Cue, content: &Content) -> bool {
        let r = self.reader;
        // وأضاف: إنها كذا. هي كذا.
        let spoken = r.is(cue.from, Class::That);
        cue.opened == Opened::Quote
            && (content.style == Style::Direct || spoken)
            && r.mark(cue.from.wrapping_sub(1)) == Mark::Colon
            && content.parts.first().is_some_and(|&(x, _)| {
                r.tok(x).is_some_and(|t| t.quote == 0)
                    && !matches!(r.mark(x - 1), Mark::Open | Mark::Stray)
            })
            && content
                .parts
                .last()
                .is_some_and(|&(_, y)| r.mark(y) == Mark::Stop)
    }

    /// A denial of what the sentence before it said.
    pub(super) fn carry(
        &mut self,
        number: usize,
        cue: &Cue,
        a: usize,
        before: usize,
        sentence_cast: &[usize],
    ) -> Option<usize> {
        let r = self.reader;
        let last = before
            .checked_sub(1)
            .and_then(|k| self.out.get(k))
            .filter(|d| d.sentence + 1 >= number);
        let (content, style, parts) = match last {
            Some(d) => (d.content.clone(), d.style, d.parts.clone()),
            None => {
                // اتهمت الشركة بكذا. ولطالما نفت الأمر
                let charge = || {
                    let (at, (x, y)) = self.charge?;
                    (at + 1 == number).then(|| r.trim(x, y)).flatten()
                };
                let (x, y) = r.sentence_pointed_at(cue.at, number).or_else(charge)?;
                (vec![r.t.span(x, y, false)?], r.style(x, y), vec![(x, y)])
            }
        };
        let unquoted = false;
        let original = self.original;
        let (source, speaker) = self.source(cue.who, cue, a, before, sentence_cast, &|s| {
            original.cut(s).to_owned()
        });
        let who = speaker
            .and_then(|k| self.cast.all.get(k))
            .map(|s| (s.name.clone(), s.kind, s.named));
        self.out.push(Draft {
            cue: r.t.cue_span(cue.at)?,
            also: Vec::new(),
            source,
            who,
            content,
            style,
            act: cue.act,
            parts,
            relayed_by: None,
            confidence: confidence(cue, true, true),
            sentence: number,
            speaker,
            unquoted,
        });
        Some(self.out.len() - 1)
    }

    /// Content spans: a proclitic that opened the content, or the conjunction that leads a clause in, is left out.
    pub(super) fn spans(&self, cue: &Cue, content: &Content) -> Option<Vec<Span>> {
        let r = self.reader;
        let mut out = Vec::with_capacity(content.parts.len());
        for (k, &(a, b)) in content.parts.iter().enumerate() {
            let mut span = r.t.span(a, b, false)?;
            // What it is said of may stand before the cue.
            if k == 0 || k == 1 && a >= cue.from && content.parts[0].0 < cue.at {
                let w = r.w(a);
                let lead = match cue.opened {
                    // للقرية: half of the article has merged with the preposition.
                    Opened::Preposition | Opened::Noun
                        if w.prep == Some('ل') && r.t.text(a).starts_with("لل") =>
                    {
                        0
                    }
                    Opened::Preposition | Opened::Noun if w.prep.is_some() => u32::from(w.skip),
                    Opened::Object if r.t.text(a) == "لما" => 1,
                    Opened::Preposition
                        if !w.found
                            && !w.def
                            && r.t.text(a).starts_with('ب')
                            && r.mark(a) == Mark::Word
                            && !(a > 0 && r.is(a - 1, Class::Preposition))
                            && (a == cue.from
                                || a == cue.from + 1 && r.mark(cue.from) == Mark::Open) =>
                    {
                        1
                    }
                    Opened::According | Opened::Before | Opened::Pronoun
                        if w.conj || matches!(r.t.text(a), "ولا" | "ولم" | "ولن" | "وليس") =>
                    {
                        1
                    }
                    // وحزب كذا، الذي يقول فلان إنه: of what it is said.
                    _ if w.conj && content.parts.len() > 1 && a < cue.at => 1,
                    _ => 0,
                };
                if lead > 0
                    && let Some(t) = r.tok(a)
                    && t.end - t.at > lead
                {
                    span.start = r.t.folded.to_original(Span::new(t.at + lead, t.end)).start;
                }
            }
            out.push(span);
        }
        (!out.is_empty()).then_some(out)
    }

    /// A sentence that is one quotation and has no cue goes on with what was quoted before it.
    pub(super) fn run_on(&mut self, number: usize, a: usize, b: usize) {
        let r = self.reader;
        let mut first = a;
        while first < b && r.mark(first) == Mark::Line {
            first += 1;
        }
        let mate = r.mate(first);
        // قال فلان: كذا. وكذا: unquoted speech after a colon goes on to the end of its paragraph.
        if first == a
            && r.mark(first) == Mark::Word
            && !r.t.text(first).starts_with('و')
            && !r.is(first, Class::Boilerplate)
            && let Some(last) = self.out.last_mut()
            && last.unquoted
            && number == last.sentence + 1
            && let Some((x, y)) = r.trim(a, b)
            && let (Some(&(from, _)), Some(start)) = (last.parts.last(), last.content.last())
            && let Some(span) = r.t.span(from, y, false)
            && x < y
        {
            let start = start.start;
            if let (Some(part), Some(content)) = (last.parts.last_mut(), last.content.last_mut()) {
                part.1 = y;
                *content = Span::new(start, span.end);
            }
            last.sentence = number;
            return;
        }
        // قال إن كذا. وأن كذا: a that-word begins a sentence of the same saying.
        if first == a
            && r.is(first, Class::That)
            && !matches!(r.t.text(first + 1), "كان" | "كانت" | "كانوا" | "لم")
            && r.t.text(first).starts_with("وان")
            && let Some(last) = self.out.last_mut()
            && number == last.sentence + 1
            && last
                .parts
                .first()
                .is_some_and(|p| p.0 > 0 && r.is(p.0 - 1, Class::That))
            && let Some((x, y)) = r.trim(first + 1, b)
            && let Some(span) = r.t.span(x, y, false)
        {
            last.content.push(span);
            last.parts.push((x, y));
            last.sentence = number;
            return;
        }
        // قال "كذا". كما أن "كذا": more of what was quoted.
        let more = first == a
            && r.t.text(first) == "كما"
            && r.is(first + 1, Class::That)
            && r.mark(first + 2) == Mark::Open;
        let (first, mate) = if more {
            (first + 2, r.mate(first + 2))
        } else {
            (first, mate)
        };
        if r.mark(first) != Mark::Open || mate <= first || mate + 2 < b {
            return;
        }
        // "كذا وكذا" on a line of its own, without a stop: a heading.
        let words = (first..mate).filter(|&k| r.mark(k) == Mark::Word).count();
        let stop = |k: usize| matches!(r.mark(k), Mark::Stop | Mark::Ellipsis);
        if words < 8 && !stop(mate - 1) && !stop(mate + 1) {
            return;
        }
        let Some((x, y)) = r.trim(first + 1, mate) else {
            return;
        };
        let Some(span) = r.t.span(x, y, false) else {
            return;
        };
        if let Some(last) = self.out.last_mut()
            && last.style != Style::Indirect
            && number <= last.sentence + 1
        {
            last.content.push(span);
            last.parts.push((x, y));
            last.sentence = number;
        }
    }
}
