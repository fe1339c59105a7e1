//! What a page cannot tell, where nobody is written to say so: "it was not clear whether", "the reports could not be verified",
//! «لا يزال مصيره مجهولا», «لم يصدر أي تأكيد». The wordings are data (`packs/withheld.ron`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::english_unheard::Found;
use super::ground::Ground;
use super::prose::{Prose, Word};
use super::unheard::made;
use super::voiced::{enter, within_quotes};
use super::wordings::{ByLanguage, forms};
use crate::drafting::content::{Wordings, Words};
use crate::extraction::{Act, Proposed};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    opens: String,
    ends: String,
    subjects: String,
    unable: String,
    whether: String,
    asked: String,
    joins: String,
    before: String,
    outlets: String,
    aside: String,
    until: String,
}

/// The wordings of one language.
pub(super) struct Withheld {
    opens: Wordings,
    ends: Wordings,
    subjects: Wordings,
    /// What somebody who is named could not do.
    pub(super) unable: Wordings,
    whether: Wordings,
    asked: Wordings,
    joins: Wordings,
    /// What stands before a clause and is no part of it: «وحتى هذه الساعة».
    before: Wordings,
    /// Words by which a page calls itself.
    pub(super) outlets: Wordings,
    /// Words between a negation and what could not be done.
    pub(super) aside: Wordings,
    /// What only tells since when.
    pub(super) until: Wordings,
}

/// The built-in wordings; none where the pack does not have its shape, which a test rules out.
pub(super) fn of(arabic: bool) -> Option<&'static Withheld> {
    static ALL: LazyLock<ByLanguage<Withheld>> = LazyLock::new(|| {
        ByLanguage::read(include_str!("../packs/withheld.ron"), |s: &Shape| {
            Withheld {
                opens: Wordings::new(&s.opens),
                ends: Wordings::new(&s.ends),
                subjects: Wordings::new(&s.subjects),
                unable: Wordings::new(&s.unable),
                whether: Wordings::new(&s.whether),
                asked: Wordings::new(&s.asked),
                joins: Wordings::new(&s.joins),
                before: Wordings::new(&s.before),
                outlets: Wordings::new(&s.outlets),
                aside: Wordings::new(&s.aside),
                until: Wordings::new(&s.until),
            }
        })
    });
    ALL.of(arabic)
}

/// Adds what a page says that it cannot tell.
pub(super) fn withheld(ground: &Ground, statements: &mut Vec<Proposed>, arabic: bool) {
    let Some(known) = of(arabic) else {
        return;
    };
    // "The reports could not be verified", read with nobody who says it: the page's own.
    if let Some(body) = ground.own.map(|i| &ground.listed.bodies()[i])
        && let Some(name) = body.names.values().next()
    {
        for one in statements.iter_mut() {
            let nobody = one.source.is_none() && one.source_name.is_none();
            let cue = one.cue.as_ref().filter(|_| nobody);
            let ends = cue.is_some_and(|c| {
                let words = ground.prose.words(c.start as usize, c.end as usize);
                known
                    .ends
                    .at(&forms(&words, arabic), 0, words.len())
                    .is_some()
            });
            if ends && one.act != Act::Rumour {
                one.source_name = Some(name.clone());
                one.source_kind = body.kind;
                one.named = true;
            }
        }
    }
    let mut found: Vec<Proposed> = Vec::new();
    for (start, _, words) in ground.prose.sentences() {
        let forms = forms(&words, arabic);
        let Some((cue, from, to)) = clause(known, &words, &forms) else {
            continue;
        };
        let to = before_others(statements, &words, from, to);
        let (Some(first), Some(last)) = (words.get(cue.unwrap_or(from)), words.get(to)) else {
            continue;
        };
        let met = statements.iter().any(|s| {
            let all = s.content.iter().chain(&s.cue).chain(&s.source);
            s.act != Act::Rumour
                && all
                    .into_iter()
                    .any(|q| (q.start as usize) < last.end && first.start < q.end as usize)
        });
        if met || within_quotes(ground, start, first.start) {
            continue;
        }
        let said = words[from].start;
        let ends = words[from.saturating_sub(1)].end.max(first.end);
        if let Some(one) = made(
            ground,
            (first.start, ends),
            None,
            (said, last.end),
            Act::Assert,
        ) {
            found.push(Proposed {
                cue: one.cue.filter(|_| cue.is_some()),
                id: format!("h{}", first.start),
                ..one
            });
        }
    }
    enter(statements, found);
}

/// The last word of what is said before a comma behind which somebody speaks: «…، فالحزب يقول إنه مات».
fn before_others(statements: &[Proposed], words: &[Word], from: usize, to: usize) -> usize {
    const SHORT: usize = 3;
    let starts = |s: &Proposed| {
        s.content
            .iter()
            .chain(&s.cue)
            .chain(&s.source)
            .map(|q| q.start)
            .min()
    };
    let Some(first) = words.get(from) else {
        return to;
    };
    let next = statements
        .iter()
        .filter(|s| s.act != Act::Rumour)
        .filter_map(starts)
        .filter(|&k| k as usize > first.end)
        .min();
    let Some(next) = next.filter(|&k| words.get(to).is_some_and(|w| (k as usize) < w.end)) else {
        return to;
    };
    (from + SHORT..to)
        .rev()
        .find(|&k| {
            words[k].after.contains(['،', ',', ';', '؛'])
                && words[k + 1].folded.starts_with(['و', 'ف', 'ل'])
                && words[k].end <= next as usize
        })
        .unwrap_or(to)
}

/// Where words of want open what is said, where that begins, and its last word.
fn clause(
    known: &Withheld,
    words: &[Word],
    forms: &Words,
) -> Option<(Option<usize>, usize, usize)> {
    const NEAR: usize = 4;
    const LEAD: usize = 6;
    let end = words.len();
    let ends = |k: usize| {
        words[k]
            .after
            .contains([',', '،', ';', '؛', ':', '–', '—', '('])
    };
    let opens = |n: usize| n == 0 || ends(n - 1) || known.joins.at(forms, n - 1, n).is_some();
    let begins = |n: usize| {
        let led = |k: usize| {
            opens(k)
                && known
                    .before
                    .at(forms, k, n)
                    .is_some_and(|w| w.to == n && n > k)
        };
        opens(n) || (n.saturating_sub(LEAD)..n).any(led)
    };
    // Up to a comma behind which another clause begins.
    let close = |from: usize| {
        (from..end)
            .find(|&k| ends(k) && k + 1 < end && known.joins.at(forms, k + 1, end).is_some())
            .unwrap_or(end - 1)
    };
    for n in (0..end).filter(|&n| begins(n)) {
        let Some(open) = known.opens.at(forms, n, end) else {
            continue;
        };
        let last = close(open.to.saturating_sub(1));
        // «لا يزال مصيره غامضا بعد يوم من الانفجار»: since when is no part of it.
        let since = (open.to + 1..=last)
            .find(|&k| known.until.at(forms, k, end).is_some() && forms_alone(words, k));
        let near = open.to.saturating_sub(1)..(open.to + NEAR).min(last + 1);
        let said = near.clone().find_map(|k| {
            // «إلا أن» begins what is set against it.
            let against = k > 0 && known.joins.at(forms, k - 1, k).is_some();
            let whether = known.whether.at(forms, k, last + 1).map(|w| w.to);
            let whether = whether.filter(|_| !against);
            whether.or_else(|| known.asked.at(forms, k, last + 1).map(|_| k))
        });
        return match said {
            Some(from) if from <= last && from > n => Some((Some(n), from, last)),
            _ => Some((None, n, since.map_or(last, |k| k - 1))),
        };
    }
    for n in 1..end {
        let Some(close_at) = known.ends.at(forms, n, end) else {
            continue;
        };
        let from = (1..=n).rev().find(|&k| begins(k)).unwrap_or(0);
        let of = |k: usize| known.subjects.at(forms, k, n).is_some();
        if (from..n).any(of) {
            return Some((None, from, close(close_at.to - 1)));
        }
    }
    None
}

/// Whether a word stands with nothing attached to it.
fn forms_alone(words: &[Word], k: usize) -> bool {
    !words[k].folded.starts_with(['و', 'ف', 'ل', 'ب']) || words[k].folded.starts_with("بعد")
}

/// Whether a page says with a proposal that it cannot tell: its cue, or all that it conveys, is such a wording.
pub(in crate::drafting) fn withholds(one: &Proposed, arabic: bool) -> bool {
    // "The embassy has no word of": whoever so speaks cannot tell either.
    let unable = one.id.starts_with('n') && !arabic && one.act == Act::Assert;
    if let (Some(known), Some(cue)) = (of(arabic).filter(|_| unable), &one.cue) {
        let prose = Prose::new(&cue.text);
        let words = prose.words(0, prose.len());
        let found = known.unable.at(&forms(&words, arabic), 0, words.len());
        if found.is_some() {
            return true;
        }
    }
    let own = one.source.is_none() && one.act == Act::Assert;
    let (Some(known), Some(first)) = (of(arabic), one.content.first().filter(|_| own)) else {
        return false;
    };
    let heard = |text: &str| {
        let prose = Prose::new(text);
        prose.words(0, prose.len())
    };
    match &one.cue {
        Some(cue) => {
            let words = heard(&cue.text);
            let forms = forms(&words, arabic);
            let opens = known.opens.at(&forms, 0, words.len()).is_some();
            let unable = |k: usize| known.unable.at(&forms, k, words.len()).is_some();
            opens || arabic && (1..words.len()).any(unable)
        }
        None => {
            let words = heard(&first.text);
            let said = clause(known, &words, &forms(&words, arabic));
            said.is_some_and(|(cue, ..)| cue.is_none())
        }
    }
}

/// "Could not independently verify", "was unable to establish": what somebody named could not do.
pub(super) fn unable(words: &[Word], n: usize) -> Option<Found> {
    let known = of(false)?;
    let forms = forms(words, false);
    let found = known.unable.at(&forms, n, words.len())?;
    let plain = words[n..found.to - 1].iter().all(|w| w.after.is_empty());
    // "Would not say whose mill it was": what is asked begins with "whose".
    let asks = known.asked.at(&forms, found.to - 1, found.to).is_some();
    let to = found.to - usize::from(asks);
    let whether = known.whether.at(&forms, to, words.len());
    plain.then_some(Found {
        subject: n,
        cue: (n, to - 1),
        content: whether.map_or(to, |w| w.to),
        act: Act::Assert,
    })
}

/// "Was aware of the reports and could not confirm them": of "them" alone nobody sees what is said.
pub(super) fn of_them(ground: &Ground, statements: &mut [Proposed]) {
    const BACK: usize = 6;
    const LONGEST: u32 = 4;
    let Some(known) = of(false) else {
        return;
    };
    for one in statements.iter_mut() {
        let (Some(cue), [content]) = (&one.cue, &mut one.content[..]) else {
            continue;
        };
        if content.end - content.start > LONGEST || cue.end + 1 != content.start {
            continue;
        }
        let (start, _) = ground.prose.sentence(cue.start as usize);
        let words = ground.prose.words(start, content.end as usize);
        let forms = forms(&words, false);
        let last = words.len().saturating_sub(1);
        let from = (last.saturating_sub(BACK)..last).find(|&n| {
            known
                .unable
                .at(&forms, n, words.len())
                .is_some_and(|w| w.to == last)
        });
        if let Some(n) = from {
            *content = ground.prose.quoted(words[n].start, content.end as usize);
            one.cue = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wordings_parse() {
        assert!(of(true).is_some_and(|k| k.opens.at(&heard("لم يتضح", true), 0, 2).is_some()));
        assert!(of(false).is_some());
    }

    fn heard(text: &str, arabic: bool) -> Words {
        let prose = Prose::new(text);
        forms(&prose.words(0, prose.len()), arabic)
    }

    fn said(text: &str, arabic: bool) -> Option<String> {
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        let (_, from, to) = clause(of(arabic)?, &words, &forms(&words, arabic))?;
        Some(prose.slice(words[from].start, words[to].end))
    }

    #[test]
    fn what_cannot_be_told_begins_behind_its_opening() {
        let of = |text: &str| said(text, false);
        assert_eq!(
            of("It was not immediately clear whether the baker was dead.").as_deref(),
            Some("the baker was dead")
        );
        assert_eq!(
            of("But there was still no proof that the mill had burned.").as_deref(),
            Some("the mill had burned")
        );
        assert_eq!(
            of("The reports of the fire could not be independently verified.").as_deref(),
            Some("The reports of the fire could not be independently verified")
        );
        assert_eq!(of("The door could not be closed."), None);
        assert_eq!(of("The baker said that it was hot."), None);
    }

    #[test]
    fn what_proves_nothing_and_what_neither_side_can_show_is_withheld() {
        let of = |text: &str| said(text, false);
        assert_eq!(
            of("Neither version of the fire could be independently confirmed.").as_deref(),
            Some("Neither version of the fire could be independently confirmed")
        );
        assert_eq!(
            of("This does not prove that the baker is dead.").as_deref(),
            Some("the baker is dead")
        );
        assert_eq!(of("Neither baker could be found."), None);
        let of = |text: &str| said(text, true);
        assert_eq!(
            of("ولا يثبت ذلك أن الخباز حي ولا أنه ميت.").as_deref(),
            Some("الخباز حي ولا أنه ميت")
        );
        assert_eq!(
            of("وبقيت الروايتان بلا تأكيد.").as_deref(),
            Some("وبقيت الروايتان بلا تأكيد")
        );
        assert_eq!(of("ولا يعني الخباز بالخبر."), None);
    }

    #[test]
    fn so_it_does_in_arabic() {
        let of = |text: &str| said(text, true);
        assert_eq!(
            of("ولا يزال مصير الخباز مجهولا.").as_deref(),
            Some("ولا يزال مصير الخباز مجهولا")
        );
        assert_eq!(
            of("ولم يتضح بعد ما إذا كان الفرن قد احترق.").as_deref(),
            Some("كان الفرن قد احترق")
        );
        assert_eq!(of("ولم يغلق الفرن أبوابه."), None);
        assert_eq!(
            of("ولا يزال مصير الخباز غامضا بعد يوم من الحريق.").as_deref(),
            Some("ولا يزال مصير الخباز غامضا")
        );
        assert_eq!(
            of("ويلف الغموض مصير الخباز.").as_deref(),
            Some("ويلف الغموض مصير الخباز")
        );
        assert_eq!(
            of("تتضارب الروايات حول مصير الخباز.").as_deref(),
            Some("تتضارب الروايات حول مصير الخباز")
        );
    }
}
