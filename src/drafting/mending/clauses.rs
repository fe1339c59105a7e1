//! Arabic clauses: where a content ends before a clause of somebody else («…، لكن الحكومة لم تؤكد النبأ»), of time («، وذلك بعد نفي الوزارة») or
//! with which its speaker goes on («، قائلا إنه»), and whose a participle is. The wordings are data (`packs/clauses.ron`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::ground::Ground;
use super::prose::Word;
use super::subjects::takes;
use super::wordings::{ByLanguage, forms};
use crate::drafting::content::{Wordings, Words};
use crate::extraction::{Act, Proposed};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    against: String,
    lifts: String,
    no_head: String,
    that: String,
    leads: String,
    shows: String,
    circumstance: String,
    after: String,
    second: String,
    concedes: String,
    turns: String,
    adds: String,
    page: String,
    through: String,
    when: String,
    does: String,
    until: String,
}

/// The wordings of Arabic clauses.
pub(super) struct Clauses {
    pub(super) against: Wordings,
    pub(super) lifts: Wordings,
    pub(super) no_head: Wordings,
    pub(super) that: Wordings,
    pub(super) leads: Wordings,
    pub(super) shows: Wordings,
    circumstance: Wordings,
    after: Wordings,
    pub(super) second: Wordings,
    pub(super) concedes: Wordings,
    pub(super) turns: Wordings,
    pub(super) adds: Wordings,
    page: Wordings,
    through: Wordings,
    when: Wordings,
    pub(super) does: Wordings,
    pub(super) until: Wordings,
}

/// None where the pack does not have its shape, which a test rules out.
pub(super) fn of() -> Option<&'static Clauses> {
    static ALL: LazyLock<ByLanguage<Clauses>> = LazyLock::new(|| {
        ByLanguage::read(include_str!("../packs/clauses.ron"), |s: &Shape| Clauses {
            against: Wordings::new(&s.against),
            lifts: Wordings::new(&s.lifts),
            no_head: Wordings::new(&s.no_head),
            that: Wordings::new(&s.that),
            leads: Wordings::new(&s.leads),
            shows: Wordings::new(&s.shows),
            circumstance: Wordings::new(&s.circumstance),
            after: Wordings::new(&s.after),
            second: Wordings::new(&s.second),
            concedes: Wordings::new(&s.concedes),
            turns: Wordings::new(&s.turns),
            adds: Wordings::new(&s.adds),
            page: Wordings::new(&s.page),
            through: Wordings::new(&s.through),
            when: Wordings::new(&s.when),
            does: Wordings::new(&s.does),
            until: Wordings::new(&s.until),
        })
    });
    ALL.of(true)
}

pub(super) fn comma(word: &Word) -> bool {
    word.after.contains(['،', ',', '؛'])
}

/// A word as it stands, and none of the forms that it might have.
pub(super) fn plain(known: &Wordings, word: &Word) -> bool {
    let own = Words::of_list(std::iter::once(word.folded.as_str()), false);
    known.at(&own, 0, 1).is_some()
}

/// «لم تؤكد الحكومة أو تنف التقارير»: one verb with two, whose subject ends before the second; and no denial.
pub(super) fn neither(ground: &Ground, statements: &mut Vec<Proposed>) {
    let second = |words: &[Word], k: usize| {
        k > 0
            && matches!(words[k - 1].folded.as_str(), "او" | "ولا" | "ولم")
            && matches!(
                words[k].folded.as_str(),
                "تنف"
                    | "ينف"
                    | "تنفي"
                    | "ينفي"
                    | "تنفه"
                    | "ينفه"
                    | "تنفها"
                    | "ينفها"
                    | "ينفوا"
            )
    };
    statements.retain(|one| {
        let Some(cue) = one.cue.as_ref().filter(|_| one.act == Act::Deny) else {
            return true;
        };
        let (start, _) = ground.prose.sentence(cue.start as usize);
        let words = ground.prose.words(start, cue.end as usize);
        let not = words
            .iter()
            .any(|w| matches!(w.folded.trim_start_matches('و'), "لم" | "لا"));
        let affirm = words
            .iter()
            .any(|w| w.folded.ends_with("وكد") || w.folded.ends_with("وكدوا"));
        !(not && affirm && second(&words, words.len().saturating_sub(1)))
    });
    for one in statements.iter_mut() {
        let Some(source) = &one.source else {
            continue;
        };
        let from = source.start as usize;
        let words = ground.prose.words(from, source.end as usize);
        if let Some(k) = (2..words.len()).find(|&k| second(&words, k)) {
            takes(ground, one, (from, words[k - 2].end));
        }
    }
}

/// «…، مجددا التأكيد على أن», «مكررا نفيه»: whoever spoke in the sentence says it again.
pub(super) fn again(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (start, _, words) in ground.prose.sentences() {
        let Some(v) = (2..words.len()).find(|&k| {
            comma(&words[k - 1])
                && matches!(
                    words[k].folded.as_str(),
                    "مجددا" | "مجدده" | "مكررا" | "مكرره" | "مجددين" | "مكررين"
                )
        }) else {
            continue;
        };
        let Some(noun) = words.get(v + 1) else {
            continue;
        };
        let bare = noun.folded.trim_start_matches("ال");
        let denies = bare.starts_with("نفي");
        if !denies && !bare.starts_with("تاكيد") && !bare.starts_with("قول") {
            continue;
        }
        let mut from = v + 2;
        while words
            .get(from)
            .is_some_and(|w| matches!(w.folded.as_str(), "علي" | "ان" | "بان"))
        {
            from += 1;
        }
        let Some(first) = words.get(from) else {
            continue;
        };
        let cue = ground.prose.quoted(noun.start, noun.end);
        let spoke = statements.iter().rev().find(|s| {
            s.nested_in.is_none()
                && s.source.is_some()
                && s.cue.as_ref().is_some_and(|c| {
                    start <= c.start as usize && (c.end as usize) <= words[v].start
                })
        });
        let heard = statements
            .iter()
            .any(|s| super::parted::shares_cue(s, &cue));
        if let (Some(spoke), false) = (spoke, heard) {
            let last = words[super::positions::clause_end(&words, from)].end;
            found.push(Proposed {
                id: format!("g{}", noun.start),
                cue: Some(cue),
                cue_also: Vec::new(),
                content: vec![ground.prose.quoted(first.start, last)],
                act: if denies { Act::Deny } else { Act::Assert },
                style: crate::extraction::Style::Indirect,
                mentions: Vec::new(),
                ..spoke.clone()
            });
        }
    }
    super::voiced::enter(statements, found);
}

/// Whether a sentence opens with what a second clause stands against: «فبينما», «ففي حين».
pub(super) fn set_against(ground: &Ground, known: &Clauses, at: usize) -> bool {
    let (start, _) = ground.prose.sentence(at);
    let words = ground.prose.words(start, at);
    let said = forms(&words, true);
    let opens = known.against.at(&said, 0, words.len());
    opens.is_some_and(|w| !words[..w.to].iter().any(|w| w.folded.contains("لكن")))
}

/// Ends a content before a clause that stands against it and is somebody else's, and before what only tells when.
pub(super) fn bounded(ground: &Ground, statements: &mut [Proposed]) {
    let Some(known) = of() else {
        return;
    };
    // Of which proposal, which content, where it ends, and whether its speaker goes on behind.
    let mut cuts: Vec<(usize, usize, usize, bool)> = Vec::new();
    for (n, one) in statements.iter().enumerate() {
        for (c, content) in one.content.iter().enumerate() {
            let (from, to) = (content.start as usize, content.end as usize);
            let quoted = from.checked_sub(1).and_then(|k| ground.prose.char(k));
            if matches!(quoted, Some('«' | '"' | '“')) || ground.prose.sentence(from).1 < to {
                continue;
            }
            let words = ground.prose.words(from, to);
            let said = forms(&words, true);
            let cut = (1..words.len()).find(|&k| {
                // «نفت ذلك اليوم الثلاثاء», «نفت ذلك في تسجيل».
                if k == 1
                    && words[0].folded == "ذلك"
                    && known.when.at(&said, 1, words.len()).is_some()
                {
                    return true;
                }
                // «مقتله استنادا إلى شخصين», «الخبر على لسان ناطقها».
                let through = known.through.at(&said, k, words.len());
                if through.is_some_and(|w| !words[w.to..words.len() - 1].iter().any(comma)) {
                    return true;
                }
                // «نجا بينما تقول القبيلة إن»: without a comma only where somebody speaks behind it.
                let meanwhile = matches!(words[k].folded.as_str(), "بينما" | "وبينما")
                    && words
                        .get(k + 1)
                        .is_some_and(|w| ground.pack.conveys(&w.folded).is_some());
                if meanwhile {
                    return true;
                }
                if !comma(&words[k - 1]) {
                    return false;
                }
                let told_by_page = |w: &Wordings| w.at(&said, k, words.len()).is_some();
                if told_by_page(&known.circumstance) || told_by_page(&known.page) {
                    return true;
                }
                // «، قائلا إنه»: what goes on so is said apart.
                let goes_on = statements.iter().any(|o| {
                    let own = o
                        .cue
                        .as_ref()
                        .is_some_and(|q| q.start as usize == words[k].start);
                    own && words[k].folded.ends_with(['ا', 'ه'])
                        && o.content.iter().all(|q| q.start as usize > words[k].end)
                        && o.nested_in.as_deref() != Some(one.id.as_str())
                });
                if goes_on {
                    return true;
                }
                // «بينما تجزم الحركة بأنه مات، يقول مسؤولون إنه حي».
                if set_against(ground, known, from)
                    && (ground.pack.conveys(&words[k].folded).is_some()
                        || super::positions::HOLDS.contains(&words[k].folded.as_str()))
                {
                    return true;
                }
                // «، بعدما أعلن الجيش»: told by the page.
                let after = known.after.at(&said, k, words.len());
                let says = after.and_then(|w| words.get(w.to));
                if says.is_some_and(|w| ground.pack.conveys(&w.folded).is_some()) {
                    return true;
                }
                let Some(found) = known.against.at(&said, k, words.len()) else {
                    return false;
                };
                let next = words.get(found.to).map_or(to, |w| w.start);
                // Whoever speaks there stands right behind the particle, or right behind a verb there.
                statements.iter().enumerate().any(|(m, other)| {
                    let at = |q: &Option<crate::extraction::Quoted>| {
                        q.as_ref().map(|q| q.start as usize)
                    };
                    let starts = at(&other.source).into_iter().chain(at(&other.cue)).min();
                    m != n
                        && other.source.is_some()
                        && other.source_name != one.source_name
                        && starts.is_some_and(|s| next <= s + 1 && s <= next + 1)
                })
            });
            if let Some(k) = cut {
                let participle = words[k].folded.ends_with(['ا', 'ه'])
                    && statements.iter().any(|o| {
                        o.cue
                            .as_ref()
                            .is_some_and(|q| q.start as usize == words[k].start)
                    });
                cuts.push((n, c, words[k - 1].end, participle));
            }
        }
    }
    for (n, c, end, goes_on) in cuts {
        let old = statements[n].content[c].clone();
        // Whoever passes these very words on passes on as much.
        let same = statements.iter_mut().flat_map(|s| &mut s.content);
        for content in same.filter(|q| (q.start, q.end) == (old.start, old.end)) {
            *content = ground.prose.quoted(content.start as usize, end);
        }
        let id = statements[n].id.clone();
        for other in statements.iter_mut() {
            let past = other.cue.as_ref().is_some_and(|q| q.start as usize >= end);
            if past && !goes_on && other.nested_in.as_ref() == Some(&id) {
                other.nested_in = None;
            }
        }
    }
}

/// «نفت الحركة مقتله، فيما أكدته الوزارة، مضيفة أن»: a participle is of whoever spoke in the clause before it, and of nobody before that.
pub(super) fn participles(ground: &Ground, statements: &mut [Proposed]) {
    let Some(known) = of() else {
        return;
    };
    for n in 0..statements.len() {
        let (Some(source), Some(cue)) = (&statements[n].source, &statements[n].cue) else {
            continue;
        };
        let verb = crate::text::fold::fold(&cue.text);
        let verb = verb.split_whitespace().next().unwrap_or_default();
        let feminine = verb.ends_with('ه');
        let participle = verb.chars().count() > 4
            && verb.ends_with(['ه', 'ا'])
            && (verb.starts_with('م') || verb.chars().nth(1) == Some('ا'));
        let (start, _) = ground.prose.sentence(cue.start as usize);
        let words = ground.prose.words(start, cue.start as usize);
        let comma = words.last().is_some_and(comma);
        if !participle || !comma {
            continue;
        }
        // «تبنت الكتائب الهجوم، مؤكدة أن»: of the sentence before no more.
        let older = (source.start as usize) < start;
        if older && let Some(other) = alone_before(statements, n, start) {
            let other = statements[other].clone();
            statements[n].source = other.source;
            statements[n].source_name = other.source_name;
            statements[n].source_kind = other.source_kind;
            statements[n].named = other.named;
            continue;
        }
        let said = forms(&words, true);
        // Where the clause before it begins, if it stands against another.
        let Some(from) = (1..words.len()).rev().find_map(|k| {
            let found = known.against.at(&said, k, words.len())?;
            self::comma(&words[k - 1]).then(|| words.get(found.to).map(|w| w.start))?
        }) else {
            continue;
        };
        if source.start as usize >= from {
            continue;
        }
        let other = statements.iter().rev().find(|o| {
            let at =
                |q: &crate::extraction::Quoted| from <= q.start as usize + 1 && q.start < cue.start;
            let of_her = o
                .source
                .as_ref()
                .and_then(|s| {
                    ground
                        .prose
                        .words(s.start as usize, s.end as usize)
                        .into_iter()
                        .next()
                })
                .is_some_and(|w| w.folded.ends_with('ه') || w.folded.ends_with("ات"));
            o.nested_in.is_none()
                && o.source.as_ref().is_some_and(at)
                && o.cue.as_ref().is_some_and(at)
                && of_her == feminine
        });
        if let Some(other) = other.cloned() {
            let one = &mut statements[n];
            one.source = other.source;
            one.source_name = other.source_name;
            one.source_kind = other.source_kind;
            one.named = other.named;
        }
    }
}

/// The one that speaks in a sentence before a proposal's cue, if there is one only.
fn alone_before(statements: &[Proposed], n: usize, start: usize) -> Option<usize> {
    let cue = statements[n].cue.as_ref()?.start;
    let mut here = (0..statements.len()).filter(|&k| {
        let o = &statements[k];
        let at = |q: &crate::extraction::Quoted| start <= q.start as usize && q.start < cue;
        k != n
            && o.nested_in.is_none()
            && o.source.as_ref().is_some_and(at)
            && o.cue.as_ref().is_some_and(at)
    });
    let first = here.next()?;
    here.all(|k| statements[k].source_name == statements[first].source_name)
        .then_some(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_wordings_parse() {
        let of = of();
        assert!(of.is_some_and(|k| {
            k.lifts
                .at(&Words::of_list(std::iter::once("لكن"), true), 0, 1)
                .is_some()
        }));
    }
}
