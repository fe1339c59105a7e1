//! «نقلت وكالة … عن فلان، منصبه، قوله إن …»: relay, origin and what was said, read from one sentence.
//!
//! Extraction reads the frame where its parts stand side by side. Appositions, a day between commas, a post with «و» in it
//! part them; the frame itself is so fixed that it can be read from its own words.

use super::arabic::tail_name;
use super::ground::Ground;
use super::prose::Word;
use crate::drafting::naming::Form;
use crate::extraction::{Act, Proposed, SourceKind, Style};

/// A frame as read.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// The verb.
    pub(super) verb: (usize, usize),
    /// Who passes on.
    pub(super) relay: (usize, usize),
    /// «عن», «نقلا عن».
    pub(super) by: (usize, usize),
    /// Who is quoted: the whole phrase, and its name within it where it has one.
    pub(super) origin: (usize, usize),
    pub(super) name: Option<(usize, usize)>,
    /// «قوله», where it stands.
    pub(super) said: Option<(usize, usize)>,
    /// Where what was said begins, and the end of its sentence.
    pub(super) content: (usize, usize),
}

const PASSES: &[&str] = &["نقل", "نقلت", "نقلا"];
const TELLS: &[&str] = &[
    "ذكر",
    "ذكرت",
    "افاد",
    "افادت",
    "اورد",
    "اوردت",
    "نشر",
    "نشرت",
    "بث",
    "بثت",
    "كتب",
    "كتبت",
    "قال",
    "قالت",
    "كشف",
    "كشفت",
    "اعلن",
    "اعلنت",
];
const SAYING: &[&str] = &[
    "قوله",
    "قولها",
    "قولهم",
    "قولهما",
    "تاكيده",
    "تاكيدها",
    "تاكيدهم",
    "نفيه",
    "نفيها",
    "نفيهم",
    "ترجيحه",
    "ترجيحها",
    "ترجيحهم",
    "اعلانه",
    "اعلانها",
];
const THAT: &[&str] = &["ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"];

fn bare(word: &str) -> &str {
    word.strip_prefix('و')
        .or_else(|| word.strip_prefix('ف'))
        .filter(|rest| PASSES.contains(rest) || TELLS.contains(rest))
        .unwrap_or(word)
}

/// The frame of a sentence, where it has one.
pub(super) fn frame(ground: &Ground, start: usize, end: usize) -> Option<Frame> {
    let words = ground.prose.words(start, end);
    if let Some(found) = had_passed_on(ground, &words, end) {
        return Some(found);
    }
    let v = words
        .iter()
        .take(3)
        .position(|w| PASSES[..2].contains(&bare(&w.folded)) || TELLS.contains(&bare(&w.folded)))?;
    let passes = PASSES.contains(&bare(&words[v].folded));
    // «عن» after a verb of passing on, «نقلا عن» after any other.
    let by = (v + 2..words.len().min(v + 14)).find(|n| {
        words[*n].folded == "عن" && (passes || matches!(words[*n - 1].folded.as_str(), "نقلا"))
    })?;
    let named = if passes { by } else { by - 1 };
    // A day between commas is no part of the relay's name.
    let first = (v + 1..named)
        .find(|n| words[*n].after.contains(['،', ',']))
        .map_or(named, |n| n + 1);
    if first == v + 1 && named == v + 1 || first <= v + 1 {
        return None;
    }
    let relay = (words[v + 1].start, words[first - 1].end);
    let form = Form::new(&ground.prose.slice(relay.0, relay.1));
    let known = ground.listed.find(&form, ground.titles).is_some()
        || ground.titles.is_outlet(&form)
        || ground.prose.char(relay.0.saturating_sub(1)) == Some('«');
    if !known {
        return None;
    }
    let stop = (by + 1..words.len().min(by + 30)).find(|n| {
        SAYING.contains(&words[*n].folded.as_str())
            || THAT.contains(&words[*n].folded.as_str())
            || words[*n].after.starts_with(':')
    })?;
    if stop == by + 1 && !words[stop].after.starts_with(':') {
        return None;
    }
    let colon =
        words[stop].after.starts_with(':') && !SAYING.contains(&words[stop].folded.as_str());
    let until = if colon { stop + 1 } else { stop };
    let said = SAYING
        .contains(&words[stop].folded.as_str())
        .then(|| (words[stop].start, words[stop].end));
    let mut at = stop + 1;
    if said.is_some() {
        match words.get(at) {
            Some(w) if THAT[..1].contains(&w.folded.as_str()) => at += 1,
            Some(w) if THAT.contains(&w.folded.as_str()) => {}
            _ => {}
        }
    }
    let content = words.get(at)?.start;
    let origin = (words[by + 1].start, words[until - 1].end);
    let name = origin_name(ground, &words[by + 1..until]);
    Some(Frame {
        verb: (
            words[v].start + usize::from(bare(&words[v].folded).len() < words[v].folded.len()),
            words[v].end,
        ),
        relay,
        by: (
            if passes {
                words[by].start
            } else {
                words[by - 1].start
            },
            words[by].end,
        ),
        origin,
        name,
        said,
        content: (content, end),
    })
}

/// «وكان المركز قد نقل عن ممرض، بحسب ما أوردته …، أن»: the relay stands before its verb.
fn had_passed_on(ground: &Ground, words: &[Word], end: usize) -> Option<Frame> {
    let was = words
        .first()
        .filter(|w| matches!(w.folded.as_str(), "كان" | "كانت" | "وكان" | "وكانت"))?;
    let v = (2..words.len().min(10)).find(|&n| PASSES[..2].contains(&words[n].folded.as_str()))?;
    let had = words[v - 1].folded == "قد";
    let last = v - 1 - usize::from(had);
    if !had
        || last == 0
        || words[v + 1..].first().is_none_or(|w| w.folded != "عن")
        || was.after.contains('،')
    {
        return None;
    }
    let by = v + 1;
    let stop = (by + 2..words.len().min(by + 24)).find(|n| {
        THAT.contains(&words[*n].folded.as_str()) || SAYING.contains(&words[*n].folded.as_str())
    })?;
    // Who is quoted ends before a comma.
    let until = (by + 1..stop)
        .find(|&n| words[n].after.contains(['،', ',']))
        .map_or(stop, |n| n + 1);
    let said = SAYING.contains(&words[stop].folded.as_str());
    let mut at = stop + 1;
    if said
        && words
            .get(at)
            .is_some_and(|w| THAT[..1].contains(&w.folded.as_str()))
    {
        at += 1;
    }
    Some(Frame {
        verb: (words[v].start, words[v].end),
        relay: (words[1].start, words[last].end),
        by: (words[by].start, words[by].end),
        origin: (words[by + 1].start, words[until - 1].end),
        name: origin_name(ground, &words[by + 1..until]),
        said: said.then(|| (words[stop].start, words[stop].end)),
        content: (words.get(at)?.start, end),
    })
}

/// The name in a phrase of comma-parted pieces: a piece that is one, or the end of a post that is followed by one.
fn origin_name(ground: &Ground, words: &[Word]) -> Option<(usize, usize)> {
    let mut from = 0;
    for n in 0..words.len() {
        let closes = n + 1 == words.len() || words[n].after.contains(['،', ',']);
        if closes {
            let piece = &words[from..=n];
            if let Some(name) = tail_name(ground, piece) {
                return Some(name);
            }
            from = n + 1;
        }
    }
    None
}

/// Whether a proposal stands in the head of a frame.
fn in_head(one: &Proposed, f: &Frame) -> bool {
    one.cue.as_ref().is_some_and(|c| {
        let at = c.start as usize;
        f.verb.0 <= at && at < f.content.0
    })
}

/// Puts the frames of a text right: relay, origin inside it, and inside that whatever else is said in the same content.
pub(super) fn frames(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut seen: Vec<(usize, usize)> = Vec::new();
    let starts: Vec<usize> = statements
        .iter()
        .filter_map(|s| s.cue.as_ref().map(|c| c.start as usize))
        .collect();
    for at in starts {
        let (start, end) = ground.prose.sentence(at);
        if seen.contains(&(start, end)) {
            continue;
        }
        seen.push((start, end));
        let Some(f) = frame(ground, start, end) else {
            continue;
        };
        one_frame(ground, statements, &f);
    }
}

fn one_frame(ground: &Ground, statements: &mut Vec<Proposed>, f: &Frame) {
    let reaches = |s: &Proposed, part: (usize, usize)| {
        s.source
            .as_ref()
            .is_some_and(|q| part.0 <= q.start as usize && (q.end as usize) <= part.1 + 1)
    };
    let whole = f.name.unwrap_or(f.origin);
    let right = statements.iter().any(|s| {
        in_head(s, f)
            && reaches(s, f.origin)
            && (s.named || f.name.is_none())
            && s.source
                .as_ref()
                .is_some_and(|q| q.end as usize >= whole.1.min(f.origin.1))
            && s.content
                .first()
                .is_some_and(|c| c.start as usize >= f.by.1)
    });
    if right {
        return;
    }
    let head: Vec<usize> = (0..statements.len())
        .filter(|n| in_head(&statements[*n], f))
        .collect();
    // The content as extraction bounds it, where it read one; else the rest of the sentence.
    let kept = head
        .iter()
        .map(|n| &statements[*n])
        .find(|s| {
            s.content
                .first()
                .is_some_and(|c| c.start as usize + 2 >= f.content.0)
        })
        .cloned();
    let content = match &kept {
        Some(s) => s.content.clone(),
        None => vec![ground.prose.quoted(f.content.0, f.content.1)],
    };
    // «نفيه وفاة فلان، قائلا إن»: what is denied ends before what goes on.
    let denies = f.said.is_some_and(|(a, b)| {
        crate::text::fold::fold(&ground.prose.slice(a, b)).starts_with("نفي")
    });
    let content = match (denies, content.as_slice()) {
        (true, _) => {
            let words = ground.prose.words(f.content.0, f.content.1);
            let last = words.get(super::positions::clause_end(&words, 0));
            vec![
                ground
                    .prose
                    .quoted(f.content.0, last.map_or(f.content.1, |w| w.end)),
            ]
        }
        _ => content,
    };
    let style = kept.as_ref().map_or(Style::Indirect, |s| s.style);
    let mentions = kept.map(|s| s.mentions).unwrap_or_default();
    let id = format!("f{}", f.verb.0);
    let relay_words = ground.prose.slice(f.relay.0, f.relay.1);
    let relay = Proposed {
        id: id.clone(),
        cue: Some(ground.prose.quoted(f.verb.0, f.verb.1)),
        cue_also: Vec::new(),
        source: Some(ground.prose.quoted(f.relay.0, f.relay.1)),
        source_name: Some(relay_words),
        source_kind: SourceKind::Outlet,
        named: true,
        content: content.clone(),
        style,
        act: Act::Assert,
        nested_in: None,
        confidence: 0.8,
        mentions: mentions.clone(),
    };
    let first = ground
        .prose
        .words(f.origin.0, f.origin.1)
        .iter()
        .find(|w| w.after.contains(['،', ',']))
        .map_or(f.origin.1, |w| w.end);
    let (name, named, kind) = match f.name {
        Some((a, b)) => (ground.prose.slice(a, b), true, SourceKind::Official),
        None => (
            ground.prose.slice(f.origin.0, first),
            false,
            SourceKind::AnonymousSource,
        ),
    };
    let listed = ground
        .listed
        .find(
            &Form::new(&ground.prose.slice(f.origin.0, first)),
            ground.titles,
        )
        .map(|(i, _, _)| ground.listed.bodies()[i].kind);
    let origin = Proposed {
        id: format!("{id}o"),
        cue: Some(match f.said {
            Some((a, b)) => ground.prose.quoted(a, b),
            None => ground.prose.quoted(f.by.0, f.by.1),
        }),
        source: Some(
            ground
                .prose
                .quoted(f.origin.0, f.origin.1.min(whole.1.max(first))),
        ),
        source_name: Some(if listed.is_some() {
            ground.prose.slice(f.origin.0, first)
        } else {
            name
        }),
        source_kind: listed.unwrap_or(kind),
        named: named || listed.is_some(),
        nested_in: Some(id),
        act: if denies { Act::Deny } else { Act::Assert },
        ..relay.clone()
    };
    let gone: Vec<String> = head.iter().map(|n| statements[*n].id.clone()).collect();
    let at = head.first().copied().unwrap_or(0);
    let bounds = (
        f.content.0,
        content.last().map_or(f.content.1, |c| c.end as usize),
    );
    let origin_id = origin.id.clone();
    let mut n = 0;
    statements.retain(|_| {
        n += 1;
        !head.contains(&(n - 1))
    });
    let at = at.min(statements.len());
    for one in statements.iter_mut() {
        // «قائلا»: whoever is quoted goes on.
        let behind = one
            .cue
            .as_ref()
            .is_some_and(|c| c.start as usize >= bounds.1);
        let wrong = one
            .source
            .as_ref()
            .is_some_and(|s| (s.start as usize) < f.content.0 && f.by.0 <= s.start as usize);
        if behind && wrong {
            one.source.clone_from(&origin.source);
            one.source_name.clone_from(&origin.source_name);
            one.source_kind = origin.source_kind;
            one.named = origin.named;
        }
        let up = one.nested_in.as_ref().is_some_and(|id| gone.contains(id));
        let inside = one.nested_in.is_none()
            && one
                .source
                .as_ref()
                .is_some_and(|s| bounds.0 <= s.start as usize && (s.end as usize) <= bounds.1)
            && one
                .cue
                .as_ref()
                .is_some_and(|c| bounds.0 <= c.start as usize && (c.end as usize) <= bounds.1);
        if up || inside {
            one.nested_in = Some(origin_id.clone());
        }
    }
    statements.insert(at, origin);
    statements.insert(at, relay);
}
