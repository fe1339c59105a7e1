//! The last step: drafts become proposals, in order, with their words cut out of the original, their nesting and mentions.

use std::collections::BTreeMap;

use super::cue::{Cue, Kind, Opened};
use super::engine::{Draft, KnownName};
use super::lexicon::{Pack, longer};
use super::mention::{Mention, MentionKind};
use super::output::{Proposed, Quoted, SourceKind};
use super::phrase::Reader;
use super::token::{Mark, Token, Tokens};
use crate::text::CharIndex;
use crate::text::fold::{Folded, Span, fold};

/// The original text with its index of characters, so that any span is cut out in constant time.
pub(crate) struct Original<'a> {
    text: &'a str,
    index: CharIndex,
}

impl<'a> Original<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let index = CharIndex::new(text);
        Self { text, index }
    }

    pub(super) fn cut(&self, span: Span) -> &'a str {
        let byte = |at: u32| self.index.byte(self.text, at as usize);
        let cut = || self.text.get(byte(span.start)?..byte(span.end)?);
        cut().unwrap_or("")
    }

    /// The character at a place.
    pub(super) fn char(&self, at: u32) -> Option<char> {
        let byte = self.index.byte(self.text, at as usize)?;
        self.text.get(byte..)?.chars().next()
    }

    pub(super) fn quoted(&self, span: Span) -> Quoted {
        Quoted {
            start: span.start,
            end: span.end,
            text: self.cut(span).to_owned(),
        }
    }
}

/// How likely content and source are both right: the share that was, of proposals made in the same way, on the articles
/// tuned on, drawn a little towards the whole and lowered by what articles not tuned on fall behind. Three things tell:
/// whether a that-word or a quotation opens the content, whether the source stands beside the cue, and whether the cue
/// lies within another's words. `docs/extraction.md` holds the shares beside what was right on articles held out.
pub(super) fn confidence(cue: &Cue, explicit: bool, resolved: bool) -> f64 {
    let clear = matches!(cue.opened, Opened::That | Opened::Quote);
    // Nobody behind it is as plain to see as somebody.
    let beside = explicit || !resolved;
    match (cue.kind, clear, beside, cue.separate) {
        (Kind::Verb, true, true, true) => 0.95,
        (Kind::Verb, true, false, true) => 0.88,
        (Kind::Verb, false, true, _) => 0.85,
        (Kind::Verb, true, true, false) => 0.8,
        (Kind::Verb, false, false, _) => 0.6,
        (Kind::Verb, true, false, false) => 0.7,
        (Kind::Participle, true, ..) => 0.86,
        (Kind::Participle, false, ..) => 0.65,
        (Kind::According | Kind::Bracket, _, _, true) => 0.82,
        (Kind::According | Kind::Bracket, _, _, false) => 0.7,
        (Kind::Deed | Kind::Noun, ..) => 0.8,
    }
}

/// Names that the caller knows, by their first folded word.
pub(super) struct Gazetteer<'a> {
    by_first: BTreeMap<String, Vec<Form<'a>>>,
}

/// The folded words of a form, the name it stands for, and what that names.
type Form<'a> = (Vec<String>, &'a str, MentionKind);

impl<'a> Gazetteer<'a> {
    pub(super) fn new(names: &[KnownName<'a>]) -> Self {
        let mut by_first: BTreeMap<String, Vec<Form<'a>>> = BTreeMap::new();
        for (name, kind, forms) in names {
            for form in forms.iter().chain(std::iter::once(name)) {
                let words: Vec<String> = fold(form).split_whitespace().map(str::to_owned).collect();
                if let Some(first) = words.first() {
                    by_first
                        .entry(first.clone())
                        .or_default()
                        .push((words, name, *kind));
                }
            }
        }
        for list in by_first.values_mut() {
            list.sort_by(|a, b| b.0.len().cmp(&a.0.len()).then_with(|| a.cmp(b)));
            list.dedup();
        }
        Self { by_first }
    }

    /// The longest known name that begins at token `i`, with its clitics: وللمرصد، بدوما.
    pub(super) fn at(
        &self,
        r: &Reader,
        i: usize,
        b: usize,
    ) -> Option<(usize, &'a str, MentionKind)> {
        if self.by_first.is_empty() || r.mark(i) != Mark::Word {
            return None;
        }
        let text = r.t.text(i);
        let bare = |n: usize| super::lexicon::tail(text, n);
        let mut candidates = vec![text.to_owned(), r.t.stem(i).to_owned()];
        if text.starts_with(['و', 'ف', 'ب', 'ل', 'ك']) && longer(text, 3) {
            candidates.push(bare(1).to_owned());
            if bare(1).starts_with(['ب', 'ل', 'ك']) && longer(text, 4) {
                candidates.push(bare(2).to_owned());
            }
        }
        for lead in ["لل", "ولل", "فلل"] {
            if let Some(rest) = text.strip_prefix(lead) {
                candidates.push(format!("ال{rest}"));
            }
        }
        candidates
            .iter()
            .filter_map(|c| self.by_first.get(c))
            .flatten()
            .find(|(words, ..)| {
                i + words.len() <= b
                    && words
                        .iter()
                        .enumerate()
                        .skip(1)
                        .all(|(k, w)| r.t.text(i + k) == w)
            })
            .map(|(words, name, kind)| (i + words.len(), *name, *kind))
    }
}

/// Finds the mentions in contents that somebody else proposed; those that are there stay.
pub(super) fn mention_all(text: &str, pack: &Pack, statements: &mut [Proposed]) {
    let original = Original::new(text);
    let folded = Folded::new(text);
    let tokens = Tokens::new(&original, &folded, pack);
    let reader = Reader { pack, t: &tokens };
    let names = Gazetteer::new(&[]);
    let place = |at: u32| {
        let begins = |t: &Token| folded.origin_of(t.at) < at;
        tokens.all.partition_point(begins)
    };
    for statement in statements {
        let parts: Vec<(usize, usize)> = statement
            .content
            .iter()
            .map(|part| (place(part.start), place(part.end)))
            .collect();
        let found = mentions(&parts, &original, &reader, &names);
        statement.mentions.extend(found);
    }
}

/// The mentions in a content: names that are known first, then what is proposed.
fn mentions(
    parts: &[(usize, usize)],
    original: &Original,
    r: &Reader,
    gazetteer: &Gazetteer,
) -> Vec<Mention> {
    let mut out: Vec<Mention> = Vec::new();
    for &(a, b) in parts {
        let mut i = a;
        while i < b {
            if let Some((end, name, kind)) = gazetteer.at(r, i, b) {
                if let Some(span) = r.t.span(i, end, true) {
                    out.push(Mention {
                        start: span.start,
                        end: span.end,
                        text: original.cut(span).to_owned(),
                        kind,
                        known_as: Some(name.to_owned()),
                        min: None,
                        max: None,
                        unit: None,
                    });
                }
                i = end;
            } else {
                i += 1;
            }
        }
        for found in r.mentions(a, b) {
            let Some(span) = r.t.span(found.a, found.b, true) else {
                continue;
            };
            if out
                .iter()
                .any(|m| m.known_as.is_some() && Span::new(m.start, m.end).overlaps(span))
            {
                continue;
            }
            let unit = found
                .unit
                .and_then(|(x, y)| r.t.span(x, y, true))
                .map(|s| original.cut(s).to_owned());
            let (min, max) = found
                .range
                .map_or((None, None), |(low, high)| (Some(low), high));
            // للنظام: the article has merged with the preposition.
            let merged = r.w(found.a).article == 1
                && matches!(
                    found.kind,
                    MentionKind::Group | MentionKind::Place | MentionKind::Person
                );
            let text = original.cut(span);
            let text = match text.strip_prefix('ل').filter(|_| merged) {
                Some(rest) => format!("ال{rest}"),
                None => text.to_owned(),
            };
            out.push(Mention {
                start: span.start,
                end: span.end,
                text,
                kind: found.kind,
                known_as: None,
                min,
                max,
                unit,
            });
        }
    }
    out.sort_by_key(|m| (m.start, m.end));
    out
}

/// The name of the n-th statement: s and its number, written without the machinery of formatting, of which there is much.
fn numbered(mut n: usize) -> String {
    let mut digits = [0; 20];
    let mut from = digits.len();
    loop {
        from -= 1;
        digits[from] = b'0' + (n % 10) as u8;
        n /= 10;
        if n == 0 {
            break;
        }
    }
    let digits = &digits[from..];
    let mut id = String::with_capacity(1 + digits.len());
    id.push('s');
    id.extend(digits.iter().map(|&d| char::from(d)));
    id
}

/// Orders drafts by their cues, names them after those before, and says which lies in which.
pub(super) fn finish(
    mut drafts: Vec<Draft>,
    original: &Original,
    reader: &Reader,
    gazetteer: &Gazetteer,
    out: &mut Vec<Proposed>,
) {
    let first = out.len() + 1;
    let mut order: Vec<usize> = (0..drafts.len()).collect();
    order.sort_by_key(|&k| (drafts[k].cue.start, drafts[k].relayed_by.is_some(), k));
    let mut place = vec![0usize; drafts.len()];
    for (n, &k) in order.iter().enumerate() {
        place[k] = n;
    }
    for (n, &k) in order.iter().enumerate() {
        let d = &drafts[k];
        let nested = d.relayed_by.map(|o| place[o]).or_else(|| {
            // The smallest content that holds the cue; contents of one sentence lie near each other.
            let near = order[n.saturating_sub(12)..(n + 6).min(order.len())].iter();
            near.filter(|&&o| {
                o != k
                    && drafts[o].content != d.content
                    && drafts[o].content.iter().any(|c| c.contains(d.cue))
            })
            .min_by_key(|&&o| {
                drafts[o]
                    .content
                    .iter()
                    .map(|c| c.end - c.start)
                    .sum::<u32>()
            })
            .map(|&o| place[o])
        });
        let (name, kind, named) = match drafts[k].who.take() {
            Some((name, kind, named)) => (Some(name), kind, named),
            None => (None, SourceKind::Unattributed, false),
        };
        let d = &drafts[k];
        out.push(Proposed {
            id: numbered(first + n),
            cue: Some(original.quoted(d.cue)),
            cue_also: d.also.iter().map(|s| original.quoted(*s)).collect(),
            source: d.source.map(|s| original.quoted(s)),
            source_name: name,
            source_kind: kind,
            named,
            content: d.content.iter().map(|s| original.quoted(*s)).collect(),
            style: d.style,
            act: d.act,
            nested_in: nested.map(|p| numbered(first + p)),
            confidence: d.confidence,
            mentions: mentions(&d.parts, original, reader, gazetteer),
        });
    }
}
