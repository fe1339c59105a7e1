//! Grounding: where the words that a model quotes stand in the text. What does not stand there is left out, and said.

use memchr::memmem;

use super::super::output::{Proposed, Quoted};
use super::reply::Given;
use crate::text::fold::{Folded, Span, fold};

/// Proposals of a model, passage by passage, each tied to its words in the text.
#[derive(Default)]
pub(super) struct Grounding {
    taken: Vec<Proposed>,
    /// Of each, the place of the one it is nested in.
    outer: Vec<Option<usize>>,
    /// What was left out: start, end (both that of the passage's beginning where nothing of it was found), why.
    left_out: Vec<(u32, u32, String)>,
}

/// A passage in which words are looked for: as it is, and folded.
struct Passage<'p> {
    /// Offset of its first character in the text.
    start: u32,
    text: &'p str,
    folded: Folded,
    /// Byte offsets of its characters, and its length.
    bytes: Vec<usize>,
}

impl<'p> Passage<'p> {
    fn new(start: u32, text: &'p str) -> Self {
        let bytes = text.char_indices().map(|(b, _)| b).chain([text.len()]);
        Self {
            start,
            text,
            folded: Folded::new(text),
            bytes: bytes.collect(),
        }
    }

    /// All places of some words, as written or, where they are nowhere as written, folded: a model may drop a vowel sign or
    /// straighten a quotation mark. Marks and spaces around the words are no part of them.
    fn places(&self, words: &str) -> Vec<Span> {
        let words = words.trim_matches(|c: char| !c.is_alphanumeric() && !is_inner(c));
        if words.is_empty() {
            return Vec::new();
        }
        let exact: Vec<Span> = memmem::find_iter(self.text.as_bytes(), words.as_bytes())
            .filter_map(|byte| {
                let start = self.bytes.binary_search(&byte).ok()?;
                let end = self.bytes.binary_search(&(byte + words.len())).ok()?;
                span(start, end)
            })
            .collect();
        if !exact.is_empty() {
            return exact;
        }
        let sought = fold(words);
        let sought = sought.trim();
        if sought.is_empty() {
            return Vec::new();
        }
        let folded = self.folded.text();
        // Places come in order, so characters are counted once.
        let (mut byte, mut chars) = (0, 0);
        memmem::find_iter(folded.as_bytes(), sought.as_bytes())
            .filter_map(|at| {
                chars += folded.get(byte..at)?.chars().count();
                byte = at;
                let found = span(chars, chars + sought.chars().count())?;
                Some(self.folded.to_original(found))
            })
            .collect()
    }

    /// The words of a span of the passage, with offsets into the whole text.
    fn quoted(&self, found: Span) -> Quoted {
        let byte = |at: u32| {
            self.bytes
                .get(at as usize)
                .copied()
                .unwrap_or(self.text.len())
        };
        Quoted {
            start: self.start + found.start,
            end: self.start + found.end,
            text: self
                .text
                .get(byte(found.start)..byte(found.end))
                .unwrap_or("")
                .to_owned(),
        }
    }
}

/// Marks that may begin or end a quotation's words.
fn is_inner(c: char) -> bool {
    matches!(c, ')' | '(' | '%' | '\u{064b}'..='\u{065f}' | '\u{0670}')
}

fn span(start: usize, end: usize) -> Option<Span> {
    Some(Span::new(
        u32::try_from(start).ok()?,
        u32::try_from(end).ok()?,
    ))
}

/// Characters between two spans; none where they touch or overlap.
fn distance(a: Span, b: Span) -> u32 {
    b.start
        .saturating_sub(a.end)
        .max(a.start.saturating_sub(b.end))
}

impl Grounding {
    /// Grounds what was given for one passage that begins at character `start` of the text.
    pub(super) fn passage(&mut self, start: u32, text: &str, given: Vec<Given>) {
        let passage = Passage::new(start, text);
        // Statements come in the order of the text; words that stand in several places are meant where the last one left off.
        let mut reached = 0;
        // Contents that are taken: the same words again mean their next place, if there is one (joint sources share theirs).
        let mut used: Vec<Span> = Vec::new();
        let mut taken_as: Vec<Option<usize>> = Vec::with_capacity(given.len());
        for one in given {
            match place(&passage, &one, reached, &used) {
                Ok(placed) => {
                    used.extend(&placed.content);
                    reached = placed.content[0]
                        .start
                        .min(placed.cue.map_or(u32::MAX, |c| c.start));
                    let nested = one
                        .nested_in
                        .and_then(|n| taken_as.get(n).copied().flatten());
                    taken_as.push(self.take(&passage, one, &placed, nested));
                }
                Err(why) => {
                    self.left_out.push((start, start, why));
                    taken_as.push(None);
                }
            }
        }
    }

    fn take(
        &mut self,
        passage: &Passage<'_>,
        given: Given,
        placed: &Placed,
        nested: Option<usize>,
    ) -> Option<usize> {
        let content: Vec<Quoted> = placed.content.iter().map(|s| passage.quoted(*s)).collect();
        let source = placed.source.map(|s| passage.quoted(s));
        let same = |p: &Proposed| p.content == content && p.source == source;
        if self.taken.iter().any(same) {
            self.left_out.push((
                content[0].start,
                content[0].end,
                "the model gave this statement twice".to_owned(),
            ));
            return None;
        }
        self.taken.push(Proposed {
            id: String::new(),
            cue: placed.cue.map(|s| passage.quoted(s)),
            cue_also: Vec::new(),
            source,
            source_name: given.source_name.filter(|n| !n.trim().is_empty()),
            source_kind: given.source_kind,
            named: given.named,
            content,
            style: given.style,
            act: given.act,
            nested_in: None,
            confidence: 0.5,
            mentions: Vec::new(),
        });
        self.outer.push(nested);
        Some(self.taken.len() - 1)
    }

    /// The proposals in the order of their cues, named as those of the rules are, and what was left out.
    pub(super) fn finish(self) -> (Vec<Proposed>, Vec<(u32, u32, String)>) {
        let begins = |p: &Proposed| p.cue.as_ref().map_or(p.content[0].start, |cue| cue.start);
        let mut order: Vec<usize> = (0..self.taken.len()).collect();
        order.sort_by_key(|&k| (begins(&self.taken[k]), k));
        let mut id_of = vec![String::new(); order.len()];
        for (n, &k) in order.iter().enumerate() {
            id_of[k] = format!("s{}", n + 1);
        }
        let statements = order
            .iter()
            .map(|&k| {
                let mut one = self.taken[k].clone();
                one.id = id_of[k].clone();
                one.nested_in = self.outer[k].map(|outer| id_of[outer].clone());
                one
            })
            .collect();
        (statements, self.left_out)
    }
}

/// Where the words of one statement stand in their passage.
struct Placed {
    cue: Option<Span>,
    source: Option<Span>,
    /// At least one.
    content: Vec<Span>,
}

fn place(
    passage: &Passage<'_>,
    given: &Given,
    reached: u32,
    used: &[Span],
) -> Result<Placed, String> {
    let mut content = Vec::new();
    let mut after = reached;
    for words in &given.content {
        let places = passage.places(words);
        let found = places
            .iter()
            .find(|p| p.start >= after && !used.contains(p))
            .or_else(|| places.iter().find(|p| p.start >= after))
            .or(places.first())
            .ok_or("the content that the model quotes does not stand in the text")?;
        after = found.end;
        content.push(*found);
    }
    let first = *content.first().ok_or("the model gave no content")?;
    let near = |to: Span, words: &Option<String>, what: &str| match words {
        None => Ok(None),
        Some(words) => passage
            .places(words)
            .into_iter()
            .filter(|found| !content.iter().any(|c| c.contains(*found)) || what == "source")
            .min_by_key(|found| (distance(*found, to), found.start))
            .map(Some)
            .ok_or_else(|| format!("the {what} that the model quotes does not stand in the text")),
    };
    let cue = near(first, &given.cue, "cue")?;
    let source = near(cue.unwrap_or(first), &given.source, "source")?;
    Ok(Placed {
        cue,
        source,
        content,
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::output::{Act, SourceKind, Style};
    use super::*;

    fn given(cue: &str, source: Option<&str>, content: &str) -> Given {
        Given {
            cue: Some(cue.to_owned()),
            source: source.map(str::to_owned),
            source_name: None,
            source_kind: SourceKind::Official,
            named: true,
            content: vec![content.to_owned()],
            style: Style::Indirect,
            act: Act::Assert,
            nested_in: None,
        }
    }

    #[test]
    fn words_are_found_where_they_stand_and_cited_untouched() {
        let text = "قالَتِ المديرة إن «السدّ سليم». وقالت المديرة إن الطريق مفتوح.";
        let mut grounding = Grounding::default();
        grounding.passage(
            0,
            text,
            vec![
                given("قالت", Some("المديرة"), "السد سليم"),
                given("قالت", Some("المديرة"), "الطريق مفتوح."),
                given("قالت", Some("المديرة"), "السد انهار"),
                given("صرحت", Some("المديرة"), "الطريق مفتوح"),
            ],
        );
        let (statements, left_out) = grounding.finish();
        let chars: Vec<char> = text.chars().collect();
        for statement in &statements {
            for quoted in statement
                .content
                .iter()
                .chain(&statement.cue)
                .chain(&statement.source)
            {
                let cut: String = chars[quoted.start as usize..quoted.end as usize]
                    .iter()
                    .collect();
                assert_eq!(cut, quoted.text);
            }
        }
        assert_eq!(statements.len(), 2);
        assert_eq!(statements[0].content[0].text, "السدّ سليم");
        assert_eq!(statements[1].content[0].text, "الطريق مفتوح");
        // The second cue and source are those beside the second content.
        assert!(
            statements[1]
                .cue
                .as_ref()
                .is_some_and(|c| c.start > statements[0].content[0].end)
        );
        assert_eq!(left_out.len(), 2);
    }

    #[test]
    fn nesting_follows_what_was_taken_and_offsets_follow_the_passage() {
        let text = "نفى المتحدث أنباء عن مقتل القائد";
        let mut inner = given("أنباء", None, "مقتل القائد");
        inner.nested_in = Some(0);
        let mut grounding = Grounding::default();
        grounding.passage(
            100,
            text,
            vec![given("نفى", Some("المتحدث"), "أنباء عن مقتل القائد"), inner],
        );
        let (statements, left_out) = grounding.finish();
        assert!(left_out.is_empty());
        assert_eq!(
            statements[0].cue.as_ref().map(|c| (c.start, c.end)),
            Some((100, 103))
        );
        assert_eq!(statements[1].nested_in.as_deref(), Some("s1"));
    }
}
