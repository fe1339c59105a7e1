//! Arabic sayings in joined clauses: «قال إن … وإن …», «قال إن …، لكنه …» are two statements of one voice.

use super::clauses::{Clauses, comma, of, plain};
use super::ground::Ground;
use super::prose::Word;
use super::wordings::forms;
use crate::extraction::{Act, Proposed, Style};

/// A clause has at least so many words.
const SHORT: usize = 2;

/// From «معتبرا» to «أن» there are at most so many words.
const FAR: usize = 9;

/// Where a second clause of what is said begins: its first word, and the word behind what opens it.
fn second(
    known: &Clauses,
    words: &[Word],
    denies: bool,
    quoted: impl Fn(usize) -> bool,
) -> Option<(usize, usize)> {
    let said = forms(words, true);
    (SHORT..words.len().saturating_sub(SHORT)).find_map(|k| {
        // «أن …، «فهذا …»»: the speaker's own words behind it.
        if comma(&words[k - 1])
            && quoted(words[k].start)
            && !words[k].after.contains(['»', '"', '”'])
        {
            return Some((k, k));
        }
        if !comma(&words[k - 1]) && known.second.at(&said, k, words.len()).is_none() {
            return None;
        }
        // «، معتبرا في حديث إلى الإذاعة أن»: another thing said.
        if known.adds.at(&said, k, words.len()).is_some() && plain(&known.adds, &words[k]) {
            let that = (k + 1..words.len().min(k + FAR)).find(|&j| {
                known.that.at(&said, j, words.len()).is_some() && !comma(&words[j - 1])
            })?;
            return (that + 1 + SHORT <= words.len()).then_some((k, that + 1));
        }
        let turn = comma(&words[k - 1])
            .then(|| known.turns.at(&said, k, words.len()))
            .flatten();
        let found = turn.or_else(|| known.second.at(&said, k, words.len()))?;
        let next = words.get(found.to)?;
        // «يجب أن يخرج وأن يتكلم»: verbs of one clause; but «نفى أن يكون مات وأن يكون جرح».
        let wanted = words[k].folded.ends_with("ان")
            && turn.is_none()
            && next.folded.starts_with('ي')
            && !next.folded.starts_with("يوم");
        let concedes = known.concedes.at(&said, found.to, words.len()).is_some();
        let apart = turn.is_some() || !concedes && (denies || !wanted);
        (apart && found.to + SHORT <= words.len()).then_some((k, found.to))
    })
}

/// «قال إن … وإن …»: two statements of one voice, and of everybody who passes them on.
pub(super) fn each_that(ground: &Ground, statements: &mut Vec<Proposed>) {
    let Some(known) = of() else {
        return;
    };
    let mut n = 0;
    while n < statements.len() {
        let one = &statements[n];
        n += 1;
        let ([content], false) = (&one.content[..], one.style == Style::Direct) else {
            continue;
        };
        let span = (content.start, content.end);
        let opened = (span.0 as usize)
            .checked_sub(1)
            .and_then(|k| ground.prose.char(k));
        if matches!(opened, Some('«' | '"' | '“')) {
            continue;
        }
        let words = ground.prose.words(span.0 as usize, span.1 as usize);
        let Some((k, next)) = second(known, &words, one.act == Act::Deny, |at| {
            let open = at.checked_sub(1).and_then(|k| ground.prose.char(k));
            matches!(open, Some('«' | '"' | '“'))
        }) else {
            continue;
        };
        // The pronoun is part of what is said: «وأنها».
        let opened = &words[next - 1];
        let plain = next == k || opened.folded.ends_with("ان");
        let from = if plain {
            words[next].start
        } else {
            opened.end - opened.folded.trim_start_matches(['و', 'ب']).chars().count()
        };
        let (end, from) = (words[k - 1].end as u32, from as u32);
        // Somebody within it says both: it is theirs to be parted.
        let theirs = statements.iter().any(|s| {
            s.content.iter().any(|c| {
                (c.start, c.end) != span
                    && span.0 <= c.start
                    && c.start < end
                    && from < c.end
                    && c.end <= span.1
            })
        });
        if theirs {
            continue;
        }
        part(ground, statements, span, (end, from));
    }
}

/// Parts all that has a content in two.
fn part(
    ground: &Ground,
    statements: &mut Vec<Proposed>,
    span: (u32, u32),
    (end, from): (u32, u32),
) {
    let whole: Vec<String> = statements
        .iter()
        .filter(|s| matches!(&s.content[..], [c] if (c.start, c.end) == span))
        .map(|s| s.id.clone())
        .collect();
    let rest = |id: &String| {
        let at = whole.iter().position(|w| w == id)?;
        Some(format!("u{from}-{at}"))
    };
    // What is told within the second part is inside that.
    for s in statements.iter_mut() {
        let later = s.content.iter().all(|c| c.start >= from) && !whole.contains(&s.id);
        if later && let Some(id) = s.nested_in.as_ref().and_then(rest) {
            s.nested_in = Some(id);
        }
    }
    let mut n = 0;
    while n < statements.len() {
        let one = &mut statements[n];
        n += 1;
        let Some(id) = rest(&one.id) else {
            continue;
        };
        let more = Proposed {
            id,
            cue_also: Vec::new(),
            content: vec![ground.prose.quoted(from as usize, span.1 as usize)],
            nested_in: one
                .nested_in
                .as_ref()
                .map(|outer| rest(outer).unwrap_or_else(|| outer.clone())),
            mentions: Vec::new(),
            ..one.clone()
        };
        one.content = vec![ground.prose.quoted(span.0 as usize, end as usize)];
        statements.insert(n, more);
        n += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    fn cut(text: &str, denies: bool) -> Option<String> {
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        let (_, next) = second(of()?, &words, denies, |at| {
            at.checked_sub(1).and_then(|k| prose.char(k)) == Some('«')
        })?;
        Some(prose.slice(words[next].start, prose.len()))
    }

    #[test]
    fn a_second_that_opens_a_second_statement() {
        let burned = cut("الطاحونة احترقت وأن صاحبها بخير", false);
        assert_eq!(burned.as_deref(), Some("صاحبها بخير"));
        let turned = cut("الطاحونة احترقت أمس، لكنه لا يعرف السبب", false);
        assert_eq!(turned.as_deref(), Some("لا يعرف السبب"));
        let own = cut("الطاحونة احترقت، «فلا دقيق اليوم»", false);
        assert_eq!(own.as_deref(), Some("فلا دقيق اليوم»"));
        let added = cut(
            "الطاحونة احترقت، معتبرا في حديث إلى الإذاعة أن السبب الريح",
            false,
        );
        assert_eq!(added.as_deref(), Some("السبب الريح"));
    }

    #[test]
    fn what_is_wanted_or_conceded_opens_none() {
        assert_eq!(cut("على الطحان أن يخرج وأن يفتح الباب", false), None);
        assert_eq!(cut("الطاحونة احترقت، وإن كان الخبر قديما", false), None);
        let denied = cut("يكون الطحان مات وأن يكون دفن", true);
        assert_eq!(denied.as_deref(), Some("يكون دفن"));
    }
}
