//! Arabic denials and assertions told with a noun or a verb that has nothing behind it: «بينما جددت الحكومة نفيها», «، واللواء ينفي», «والمرصد
//! لا يزال يجزم به», «، لكنها لا تجزم بذلك». The wordings are data (`packs/told.ron`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::ground::Ground;
use super::parted::shares_cue;
use super::prose::Word;
use super::unheard::made;
use super::voiced::{enter, within_quotes};
use super::wordings::{ByLanguage, forms};
use crate::drafting::content::{Wordings, Words};
use crate::drafting::reading::PLAIN;
use crate::drafting::weekday::is_weekday;
use crate::extraction::{Act, Proposed, Quoted, Style};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    denial: String,
    renews: String,
    denies: String,
    of_it: String,
    holds: String,
    goes_on: String,
    joins: String,
    no_head: String,
    unsure: String,
    turns: String,
    this: String,
}

struct Told {
    /// A denial made before.
    denial: Wordings,
    renews: Wordings,
    denies: Wordings,
    of_it: Wordings,
    holds: Wordings,
    goes_on: Wordings,
    joins: Wordings,
    no_head: Wordings,
    unsure: Wordings,
    turns: Wordings,
    this: Wordings,
}

/// None where the pack does not have its shape, which a test rules out.
fn of() -> Option<&'static Told> {
    static ALL: LazyLock<ByLanguage<Told>> = LazyLock::new(|| {
        ByLanguage::read(include_str!("../packs/told.ron"), |s: &Shape| Told {
            denial: Wordings::new(&s.denial),
            renews: Wordings::new(&s.renews),
            denies: Wordings::new(&s.denies),
            of_it: Wordings::new(&s.of_it),
            holds: Wordings::new(&s.holds),
            goes_on: Wordings::new(&s.goes_on),
            joins: Wordings::new(&s.joins),
            no_head: Wordings::new(&s.no_head),
            unsure: Wordings::new(&s.unsure),
            turns: Wordings::new(&s.turns),
            this: Wordings::new(&s.this),
        })
    });
    ALL.of(true)
}

/// What is so told: its cue, who tells it, and the words that stand for what is said.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Saying {
    cue: (usize, usize),
    who: (usize, usize),
    said: (usize, usize),
    act: Act,
}

/// Adds what is so told, and takes it out of what somebody else says before it.
pub(super) fn told(ground: &Ground, statements: &mut Vec<Proposed>) {
    let Some(known) = of() else {
        return;
    };
    let mut found: Vec<Proposed> = Vec::new();
    for (start, _, words) in ground.prose.sentences() {
        let forms = forms(&words, true);
        for n in 0..words.len() {
            let saying =
                renewed(known, &words, &forms, n).or_else(|| alone(known, &words, &forms, n));
            let Some(saying) = saying else {
                continue;
            };
            if within_quotes(ground, start, words[saying.who.0].start) {
                continue;
            }
            found.extend(proposed(ground, statements, &words, &saying));
        }
        found.extend(unsure(ground, known, statements, &words, &forms));
    }
    enter(statements, found);
}

fn stops(word: &Word) -> bool {
    word.after
        .contains(['،', ',', ';', '؛', ':', '(', ')', '.', '-', '–'])
}

/// Where the clause of a word begins: behind a comma or a word that opens another.
fn clause(known: &Told, words: &[Word], forms: &Words, at: usize) -> usize {
    let mut from = (0..at)
        .rev()
        .find(|&k| stops(&words[k]))
        .map_or(0, |k| k + 1);
    if let Some(k) = (from..at)
        .rev()
        .find(|&k| known.joins.at(forms, k, k + 1).is_some() && !words[k].folded.starts_with("ال"))
    {
        from = k + 1;
    }
    from
}

/// Whether a clause ends with a word, or only tells when behind it.
fn ends(words: &[Word], at: usize) -> bool {
    at + 1 >= words.len()
        || stops(&words[at])
        || is_weekday(&words[at + 1].folded)
        || matches!(
            words[at + 1].folded.as_str(),
            "امس" | "اليوم" | "مجددا" | "ايضا" | "مرارا" | "بينما" | "فيما"
        )
}

/// Whether words are a phrase of somebody: short, with no word that begins another.
fn somebody(known: &Told, words: &[Word], forms: &Words, who: (usize, usize)) -> bool {
    const LONG: usize = 8;
    let Some(first) = words.get(who.0) else {
        return false;
    };
    let bare = first.folded.trim_start_matches(['و', 'ف']);
    who.0 < who.1
        && who.1 - who.0 <= LONG
        && bare.chars().count() > 2
        && !words[who.0..who.1 - 1].iter().any(stops)
        && !(who.0..who.1).any(|k| {
            known
                .no_head
                .at(forms, k, k + 1)
                .is_some_and(|w| w.to == k + 1)
                && plain_form(&words[k])
        })
}

/// Whether a word is no more than itself: «على», and no name that ends like it.
fn plain_form(word: &Word) -> bool {
    word.folded.chars().count() < 5 || word.folded.starts_with('و') || word.folded.starts_with("ال")
}

/// «بينما جددت الحكومة نفيها», «والقيادة لا تبرح نفيها».
fn renewed(known: &Told, words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const NEAR: usize = 9;
    let bare = words[n].folded.trim_start_matches('ب');
    known.denial.at(forms, n, n + 1)?;
    // «نفي» by itself is any denial.
    let whose = bare.ends_with(['ه', 'ا', 'م']);
    if !whose || !ends(words, n) {
        return None;
    }
    let from = clause(known, words, forms, n);
    let verb = (n.saturating_sub(NEAR).max(from)..n).find(|&v| {
        known.renews.at(forms, v, v + 1).is_some() && !words[v].folded.starts_with("ال")
    })?;
    let on = matches!(words[n - 1].folded.as_str(), "علي" | "الي");
    let behind = (verb + 1, n - usize::from(on));
    let not = verb > from && matches!(words[verb - 1].folded.as_str(), "لا" | "لم" | "ما");
    let before = (from, verb - usize::from(not));
    let who = if behind.0 < behind.1 { behind } else { before };
    let opens = who == before || verb <= from + 1;
    (opens && somebody(known, words, forms, who)).then_some(Saying {
        cue: (verb, verb),
        who,
        said: (n, n),
        act: Act::Deny,
    })
}

/// «، واللواء ينفي», «والمرصد لا يزال يجزم به»: a clause that ends with its verb.
fn alone(known: &Told, words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    let one = known.denies.at(forms, n, n + 1).map(|w| (w.to, Act::Deny));
    let of_it = known
        .of_it
        .at(forms, n, words.len())
        .map(|w| (w.to, Act::Deny));
    let holds = || {
        known
            .holds
            .at(forms, n, words.len())
            .map(|w| (w.to, Act::Confirm))
    };
    let (to, act) = of_it.or(one).or_else(holds)?;
    let from = clause(known, words, forms, n);
    if from == 0 || !ends(words, to - 1) || words[n].folded.starts_with(['و', 'ف', 'ل']) {
        return None;
    }
    // A clause of its own behind another: «، والحركة تنفي».
    let joined = words[from].folded.starts_with('و')
        || !stops(&words[from - 1])
        || known.joins.at(forms, from, from + 1).is_some();
    let low = n.saturating_sub(2).max(from);
    let goes_on = (low..n).find(|&k| known.goes_on.at(forms, k, n).is_some_and(|w| w.to == n));
    let who = (from, goes_on.unwrap_or(n));
    let head = words.get(from)?;
    let definite = head.folded.trim_start_matches('و').starts_with("ال") || who.1 > who.0 + 1;
    (joined && definite && somebody(known, words, forms, who)).then_some(Saying {
        cue: (n, n),
        who,
        said: (goes_on.unwrap_or(n), to - 1),
        act,
    })
}

fn proposed(
    ground: &Ground,
    statements: &mut [Proposed],
    words: &[Word],
    saying: &Saying,
) -> Option<Proposed> {
    let cue = (words[saying.cue.0].start, words[saying.cue.1].end);
    let span = (words[saying.said.0].start, words[saying.said.1].end);
    let mut one = made(
        ground,
        cue,
        Some(&words[saying.who.0..saying.who.1]),
        span,
        saying.act,
    )?;
    // «، واللواء» is «و» and «اللواء».
    let (first, from) = (&words[saying.who.0], saying.who.0);
    if from > 0
        && stops(&words[from - 1])
        && first.folded.starts_with('و')
        && first.folded.chars().count() > 3
    {
        let last = words[saying.who.1 - 1].end;
        let source = ground.prose.quoted(first.start + 1, last);
        if one.source_name.as_deref() == one.source.as_ref().map(|s| s.text.as_str()) {
            one.source_name = Some(source.text.clone());
        }
        one.source = Some(source);
    }
    let at = one.cue.clone()?;
    let from = words[saying.who.0].start.min(cue.0) as u32;
    // Heard already, of what stands before it: what is written here is the verb.
    if let Some(k) = statements.iter().position(|s| shares_cue(s, &at)) {
        let heard = &statements[k];
        let id = format!("{PLAIN}{}", at.start);
        let before = heard.content.iter().all(|c| c.end <= from);
        let inner = statements
            .iter()
            .any(|s| s.nested_in.as_ref() == Some(&heard.id));
        if before && !inner && heard.act == saying.act {
            statements[k].id = id;
            statements[k].content = one.content;
        }
        return None;
    }
    // What stands before it ends before it.
    for s in statements.iter_mut() {
        let Some(last) = (0..saying.who.0.min(saying.cue.0))
            .rev()
            .find(|&k| stops(&words[k]))
        else {
            continue;
        };
        let end = words[last].end as u32;
        for c in &mut s.content {
            if c.start < end && c.end > from {
                *c = ground.prose.quoted(c.start as usize, end as usize);
            }
        }
    }
    Some(Proposed {
        id: format!("{PLAIN}{}", at.start),
        ..one
    })
}

/// «قال إن …، لكنها لا تجزم بذلك»: whoever spoke right before cannot say.
fn unsure(
    ground: &Ground,
    known: &Told,
    statements: &[Proposed],
    words: &[Word],
    forms: &Words,
) -> Option<Proposed> {
    const NEAR: usize = 3;
    let (k, verb) = (1..words.len()).find_map(|k| {
        let turn = known.turns.at(forms, k, words.len())?;
        let verb = known.unsure.at(forms, turn.to, words.len())?;
        (stops(&words[k - 1])).then_some((turn.to, verb.to))
    })?;
    let this =
        (verb..words.len().min(verb + NEAR)).find(|&n| known.this.at(forms, n, n + 1).is_some())?;
    let span: Quoted = ground.prose.quoted(words[k].start, words[this].end);
    let met = statements.iter().any(|s| {
        let all = s.content.iter().chain(&s.cue).chain(&s.source);
        all.into_iter()
            .any(|q| q.start < span.end && span.start < q.end)
    });
    let before = statements.iter().rev().find(|s| {
        s.nested_in.is_none()
            && s.source.is_some()
            && s.act != Act::Rumour
            && s.content.iter().all(|c| c.end <= span.start)
            && s.content.iter().any(|c| c.start as usize >= words[0].start)
    })?;
    (!met).then(|| Proposed {
        id: format!("h{}", span.start),
        cue: None,
        cue_also: Vec::new(),
        content: vec![span],
        act: Act::Assert,
        style: Style::Indirect,
        mentions: Vec::new(),
        ..before.clone()
    })
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    fn heard(text: &str) -> Option<(String, String, Act)> {
        let known = of()?;
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        let forms = forms(&words, true);
        let s = (0..words.len()).find_map(|n| {
            renewed(known, &words, &forms, n).or_else(|| alone(known, &words, &forms, n))
        })?;
        let cut = |a: usize, b: usize| prose.slice(words[a].start, words[b].end);
        Some((cut(s.who.0, s.who.1 - 1), cut(s.said.0, s.said.1), s.act))
    }

    #[test]
    fn a_denial_told_with_a_noun_is_whose_it_is() {
        let (who, said, act) =
            heard("قال النادي إن الفرن احترق، بينما جددت إدارة المخبز نفيها.").expect("a denial");
        assert_eq!((who.as_str(), said.as_str()), ("إدارة المخبز", "نفيها"));
        assert_eq!(act, Act::Deny);
        let (who, ..) = heard("احترق الفرن، لكن النقابة لا تبرح نفيها.").expect("a denial");
        assert_eq!(who, "النقابة");
        assert_eq!(heard("قال النادي إنه سمع نفي الإدارة."), None);
    }

    #[test]
    fn a_clause_that_ends_with_its_verb_is_told_of_what_stands_before() {
        let (who, said, _) = heard("النادي متمسك بأنه احترق، والإدارة تنفي.").expect("a denial");
        assert_eq!((who.as_str(), said.as_str()), ("والإدارة", "تنفي"));
        let (who, said, act) =
            heard("الإدارة تنكر الحريق، ونادي الخبازين لا يزال يجزم به.").expect("an assertion");
        assert_eq!(
            (who.as_str(), said.as_str()),
            ("ونادي الخبازين", "لا يزال يجزم به")
        );
        assert_eq!(act, Act::Confirm);
        assert_eq!(heard("احترق الفرن، والإدارة تنفي أن يكون احترق."), None);
    }
}
