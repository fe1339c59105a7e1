//! English sayings told in passing: "the claim that it burned comes from the guild", "relied on a carter for its account that", "on whose word the
//! guild based its report of", "while the miller went on saying that", "declined to say whether the guild believed that". The wordings are data
//! (`packs/passing.ron`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::english_relative::verbal;
use super::english_unheard::{Found, is, proposed, whose};
use super::ground::Ground;
use super::prose::{Word, quiet};
use super::withheld::unable;
use super::wordings::{ByLanguage, forms};
use crate::drafting::content::Wordings;
use crate::drafting::reading::DISBELIEVED;
use crate::extraction::{Act, Proposed, SourceKind, Style};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    leads: String,
    reports: String,
    comes: String,
    single: String,
    places: String,
    relied: String,
    based: String,
    own: String,
    still: String,
    denies: String,
    beside: String,
    opens: String,
    talk: String,
    unbelieved: String,
    holds: String,
    whether: String,
}

struct Passing {
    leads: Wordings,
    reports: Wordings,
    comes: Wordings,
    single: Wordings,
    places: Wordings,
    relied: Wordings,
    based: Wordings,
    own: Wordings,
    still: Wordings,
    denies: Wordings,
    beside: Wordings,
    opens: Wordings,
    talk: Wordings,
    unbelieved: Wordings,
    holds: Wordings,
    whether: Wordings,
}

/// None where the pack does not have its shape, which a test rules out.
fn of() -> Option<&'static Passing> {
    static ALL: LazyLock<ByLanguage<Passing>> = LazyLock::new(|| {
        ByLanguage::read(include_str!("../packs/passing.ron"), |s: &Shape| Passing {
            leads: Wordings::new(&s.leads),
            reports: Wordings::new(&s.reports),
            comes: Wordings::new(&s.comes),
            single: Wordings::new(&s.single),
            places: Wordings::new(&s.places),
            relied: Wordings::new(&s.relied),
            based: Wordings::new(&s.based),
            own: Wordings::new(&s.own),
            still: Wordings::new(&s.still),
            denies: Wordings::new(&s.denies),
            beside: Wordings::new(&s.beside),
            opens: Wordings::new(&s.opens),
            talk: Wordings::new(&s.talk),
            unbelieved: Wordings::new(&s.unbelieved),
            holds: Wordings::new(&s.holds),
            whether: Wordings::new(&s.whether),
        })
    });
    ALL.of(false)
}

/// "The claim that the mill burned comes from the guild": the guild's, up to the verb.
pub(super) fn from_whom(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    let (said, who) = whence(words)?;
    let who = &words[who.0..who.1];
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    if !who.iter().any(upper) {
        return None;
    }
    let content = (words[said.0].start, words[said.1 - 1].end);
    let one = whose(ground, who, &words[said.1], content)?;
    Some(Proposed {
        act: Act::Announce,
        ..one
    })
}

/// What is said to have come from somebody, and who that is.
fn whence(words: &[Word]) -> Option<((usize, usize), (usize, usize))> {
    const NEAR: usize = 4;
    const LONG: usize = 9;
    let known = of()?;
    let forms = forms(words, false);
    let end = words.len();
    let noun = (0..end.min(NEAR)).find(|&k| known.reports.at(&forms, k, end).is_some())?;
    let led = (0..noun).all(|k| known.leads.at(&forms, k, end).is_some());
    if !led || !is(words, noun + 1, &["that", "of"]) {
        return None;
    }
    let (verb, from) =
        (noun + 3..end).find_map(|k| known.comes.at(&forms, k, end).map(|w| (k, w.to)))?;
    // "The Bakers' Guild": an apostrophe ends no name.
    let closed = |w: &Word| w.after.chars().any(|c| !matches!(c, '\'' | '’'));
    let until = |from: usize| {
        (from..end.min(from + LONG)).find(|&k| {
            k + 1 == end || closed(&words[k]) || is(words, k + 1, &["which", "who", "and", "whose"])
        })
    };
    let mut who = (from, until(from)? + 1);
    // "Comes from one place: the guild's paper".
    let parted = words[who.1 - 1].after.contains([':', ',']);
    if parted
        && known
            .single
            .at(&forms, who.0, who.1)
            .is_some_and(|w| w.to == who.1)
    {
        who = (who.1, until(who.1)? + 1);
    }
    let anybody = (who.0..who.1).any(|k| known.places.at(&forms, k, end).is_some());
    (quiet(&words[noun..from]) && !anybody && who.0 < who.1).then_some(((noun + 2, verb), who))
}

/// "Relied on a carter for its account that it burned".
pub(super) fn relied(words: &[Word], n: usize) -> Option<Found> {
    const NEAR: usize = 10;
    let known = of()?;
    let forms = forms(words, false);
    let end = words.len();
    known.relied.at(&forms, n, end)?;
    let noun = (n + 3..end.min(n + NEAR)).find(|&k| {
        is(words, k - 2, &["for"])
            && known.own.at(&forms, k - 1, end).is_some()
            && known.reports.at(&forms, k, end).is_some()
    })?;
    let opens = is(words, noun + 1, &["that", "of"]) && noun + 2 < end;
    (opens && quiet(&words[n..=noun])).then_some(Found {
        subject: n,
        cue: (noun, noun),
        content: noun + 2,
        act: Act::Assert,
    })
}

/// "A carter on whose word the guild based its report of the fire said": the guild's, up to the verb of the whole.
pub(super) fn based(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    const LONG: usize = 8;
    let known = of()?;
    let forms = forms(words, false);
    let end = words.len();
    let n = (1..end).find(|&k| {
        known.based.at(&forms, k, end).is_some()
            && known.own.at(&forms, k + 1, end).is_some()
            && known.reports.at(&forms, k + 2, end).is_some()
            && is(words, k + 3, &["that", "of"])
    })?;
    let from = (n.saturating_sub(LONG)..n)
        .rev()
        .find(|&k| {
            !words[k].after.is_empty()
                || k > 0 && is(words, k - 1, &["whose"])
                || is(words, k, &["which"])
        })
        .map_or(0, |k| k + 1);
    let first = n + 4;
    let stop = (first + 1..end)
        .find(|&k| is(words, k, &["on"]) || verbal(ground, &words[k]) && is(words, n + 3, &["of"]))
        .unwrap_or(end);
    let last = (first..stop)
        .find(|&k| !words[k].after.is_empty())
        .or(stop.checked_sub(1))?;
    if from >= n || n - from > LONG || first > last || last >= end {
        return None;
    }
    let content = (words[first].start, words[last].end);
    whose(ground, &words[from..n], &words[n], content)
}

/// "Word went round that it burned": nobody's.
pub(super) fn went_round(ground: &Ground, words: &[Word]) -> Option<Proposed> {
    let known = of()?;
    let forms = forms(words, false);
    let (cue, found) =
        (0..words.len()).find_map(|k| known.talk.at(&forms, k, words.len()).map(|w| (k, w)))?;
    // "Rumours go further: that".
    let quiet = quiet(&words[cue..found.to.checked_sub(2)?]);
    let (first, last) = (words.get(found.to)?, words.last()?);
    quiet.then(|| Proposed {
        id: format!("n{}", words[cue].start),
        cue: Some(
            ground
                .prose
                .quoted(words[cue].start, words[found.to - 1].end),
        ),
        cue_also: Vec::new(),
        source: None,
        source_name: None,
        source_kind: SourceKind::Unattributed,
        named: false,
        content: vec![ground.prose.quoted(first.start, last.end)],
        style: Style::Indirect,
        act: Act::Rumour,
        nested_in: None,
        confidence: 0.6,
        mentions: Vec::new(),
    })
}

/// "Went on saying he was well", "continues to insist that": what somebody still says.
pub(super) fn still(words: &[Word], n: usize) -> Option<Found> {
    let known = of()?;
    let forms = forms(words, false);
    let end = words.len();
    let to = known.still.at(&forms, n, end)?.to;
    known.opens.at(&forms, to, end)?;
    let denies = known.denies.at(&forms, to - 1, to).is_some();
    quiet(&words[n..to]).then_some(Found {
        subject: n,
        cue: (n, to - 1),
        content: to + usize::from(is(words, to, &["that"])),
        act: if denies { Act::Deny } else { Act::Assert },
    })
}

/// "Said it had burned while the miller went on saying it stood": what another says beside is parted from it.
pub(super) fn beside(ground: &Ground, statements: &mut Vec<Proposed>) {
    let Some(known) = of() else {
        return;
    };
    let mut found: Vec<Proposed> = Vec::new();
    for one in statements.iter_mut().filter(|s| s.style != Style::Direct) {
        let [content] = &mut one.content[..] else {
            continue;
        };
        let words = ground
            .prose
            .words(content.start as usize, content.end as usize);
        let forms = forms(&words, false);
        let joint = (2..words.len()).find(|&k| known.beside.at(&forms, k, words.len()).is_some());
        let Some(k) = joint else {
            continue;
        };
        let clause = &words[k + 1..];
        let said = (1..clause.len()).find_map(|n| {
            let found = still(clause, n).or_else(|| says(ground, known, clause, n))?;
            quiet(&clause[..n]).then(|| proposed(ground, clause, &found))?
        });
        if let Some(said) = said {
            *content = ground.prose.quoted(words[0].start, words[k - 1].end);
            found.push(said);
        }
    }
    super::voiced::enter(statements, found);
}

/// "The guild, a body which has announced it before, says the mill burned": what the relative clause tells ends at its comma, and the guild says
/// the rest.
pub(super) fn main_clause(ground: &Ground, statements: &mut Vec<Proposed>) {
    let Some(known) = of() else {
        return;
    };
    let mut found: Vec<Proposed> = Vec::new();
    for one in statements.iter_mut().filter(|s| s.style != Style::Direct) {
        let (Some(cue), [content]) = (&one.cue, &mut one.content[..]) else {
            continue;
        };
        let (start, _) = ground.prose.sentence(cue.start as usize);
        let words = ground.prose.words(start, content.end as usize);
        let Some((who, end, said)) = rest(ground, known, &words, cue.start as usize) else {
            continue;
        };
        let (first, last) = (content.start as usize, words[end].end);
        let content_of = (words[said.content].start, content.end as usize);
        let of_it = whose(ground, &words[..who], &words[said.cue.0], content_of);
        if let Some(of_it) = of_it.filter(|_| last > first) {
            *content = ground.prose.quoted(first, last);
            found.push(Proposed {
                act: said.act,
                ..of_it
            });
        }
    }
    // Heard already, of whom the relative clause is about.
    statements.retain(|s| {
        let same =
            |o: &Proposed| o.content.first().map(|c| c.start) == s.content.first().map(|c| c.start);
        !found.iter().any(same)
    });
    super::voiced::enter(statements, found);
}

/// Where the subject of a sentence ends, where the relative clause at a cue does, and what is said behind it.
fn rest(
    ground: &Ground,
    known: &Passing,
    words: &[Word],
    cue: usize,
) -> Option<(usize, usize, Found)> {
    const NEAR: usize = 4;
    let at = words.iter().position(|w| w.start == cue)?;
    let relative = (at.saturating_sub(NEAR)..at)
        .rev()
        .find(|&k| is(words, k, &["which", "who", "that"]) && quiet(&words[k..at]))?;
    let who = (0..relative).find(|&k| words[k].after.contains(','))? + 1;
    let said = (at + 2..words.len())
        .filter(|&k| words[k - 1].after.contains(','))
        .find_map(|k| says(ground, known, words, k))?;
    Some((who, said.cue.0 - 1, said))
}

/// "Does not believe the mill burned", "two did not believe it".
pub(super) fn unbelieved(ground: &Ground, words: &[Word], n: usize) -> Option<Proposed> {
    let known = of()?;
    let forms = forms(words, false);
    let found = known.unbelieved.at(&forms, n, words.len())?;
    let content = found.to + usize::from(is(words, found.to, &["that"]));
    let it = content + 1 == words.len() && is(words, content, &["it", "them", "this", "that"]);
    let opens = it
        || known.opens.at(&forms, content, words.len()).is_some()
        || words
            .get(content)
            .is_some_and(|w| ground.prose.char(w.start).is_some_and(char::is_uppercase));
    let one = proposed(
        ground,
        words,
        &Found {
            subject: n,
            cue: (n, found.to - 1),
            content,
            act: Act::Opinion,
        },
    )?;
    (opens && quiet(&words[n..found.to])).then(|| Proposed {
        id: format!("{DISBELIEVED}{}", words[n].start),
        ..one
    })
}

/// A verb of saying with a clause right behind it.
fn says(ground: &Ground, known: &Passing, words: &[Word], n: usize) -> Option<Found> {
    let (act, _) = ground.pack.conveys(&words[n].folded)?;
    let opens = known
        .opens
        .at(&forms(words, false), n + 1, words.len())
        .is_some();
    (opens && words[n].after.is_empty()).then_some(Found {
        subject: n,
        cue: (n, n),
        content: n + 1 + usize::from(is(words, n + 1, &["that"])),
        act,
    })
}

/// "Declined to say whether the guild believed it burned": whoever declined, and no belief of the guild's.
pub(super) fn believed(ground: &Ground, statements: &mut [Proposed]) {
    let Some(known) = of() else {
        return;
    };
    for one in statements.iter_mut() {
        let Some(cue) = &one.cue else {
            continue;
        };
        let (start, end) = ground.prose.sentence(cue.start as usize);
        let words = ground.prose.words(start, end);
        let forms = forms(&words, false);
        let at = words.iter().position(|w| w.start == cue.start as usize);
        let Some(at) = at.filter(|&k| known.holds.at(&forms, k, words.len()).is_some()) else {
            continue;
        };
        if let Some(asked) = withheld_belief(known, &words, at)
            && let Some(found) = proposed(ground, &words, &asked)
        {
            let last = one.content.last().map_or(cue.end, |c| c.end) as usize;
            let first = words[asked.content].start;
            *one = Proposed {
                content: vec![ground.prose.quoted(first, last)],
                nested_in: one.nested_in.take(),
                ..found
            };
        }
    }
}

/// Who would not say whether somebody holds what stands behind the verb `at`.
fn withheld_belief(known: &Passing, words: &[Word], at: usize) -> Option<Found> {
    const NEAR: usize = 6;
    let forms = forms(words, false);
    let whether = (at.saturating_sub(NEAR)..at)
        .rev()
        .find(|&k| known.whether.at(&forms, k, words.len()).is_some())?;
    let found = (1..whether).find_map(|n| unable(words, n).filter(|f| f.content == whether + 1))?;
    quiet(&words[found.cue.0..at]).then_some(Found {
        cue: (found.cue.0, found.cue.1.min(whether - 1)),
        content: whether,
        ..found
    })
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    fn heard(text: &str) -> (Prose, Vec<Word>) {
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        (prose, words)
    }

    #[test]
    fn whence_a_report_came() {
        assert!(of().is_some());
        let cut = |text: &str| {
            let (prose, words) = heard(text);
            let (said, who) = whence(&words)?;
            Some((
                prose.slice(words[said.0].start, words[said.1 - 1].end),
                prose.slice(words[who.0].start, words[who.1 - 1].end),
            ))
        };
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            cut("The claim that the mill burned comes from the Bakers' Guild."),
            pair("the mill burned", "the Bakers' Guild")
        );
        assert_eq!(
            cut("Reports of the fire come mainly from one place: the Dusk Gazette, which"),
            pair("the fire", "the Dusk Gazette")
        );
        assert_eq!(
            cut("Claims that it burned first appeared on Facebook, where"),
            None
        );
        assert_eq!(
            cut("The miller said that claims came from the guild."),
            None
        );
    }

    #[test]
    fn on_whom_an_account_rests_and_what_is_still_said() {
        let cut = |text: &str, of: fn(&[Word], usize) -> Option<Found>| {
            let (prose, words) = heard(text);
            let f = (1..words.len()).find_map(|n| of(&words, n))?;
            Some(prose.slice(words[f.content].start, prose.len()))
        };
        assert_eq!(
            cut(
                "The guild relied on one carter for its account that it burned",
                relied
            )
            .as_deref(),
            Some("it burned")
        );
        assert_eq!(
            cut("The guild relied on one carter for its bread", relied),
            None
        );
        assert_eq!(
            cut("The miller went on saying the mill stood", still).as_deref(),
            Some("the mill stood")
        );
        assert_eq!(cut("The miller went on saying grace", still), None);
    }

    #[test]
    fn whether_somebody_believes_it_is_not_told_by_who_declines() {
        let cut = |text: &str| {
            let (prose, words) = heard(text);
            let known = of()?;
            let at = words.iter().position(|w| w.folded == "believed")?;
            let f = withheld_belief(known, &words, at)?;
            Some((
                prose.slice(words[0].start, words[f.subject - 1].end),
                prose.slice(words[f.content].start, prose.len()),
            ))
        };
        assert_eq!(
            cut("A miller declined to say whether the guild believed it burned"),
            Some((
                "A miller".to_owned(),
                "whether the guild believed it burned".to_owned()
            ))
        );
        assert_eq!(cut("A miller said that the guild believed it burned"), None);
    }
}
