//! Who offers condolences, and so holds the man dead: "has sent condolences to his men", «قدمت الحركة العزاء إلى أهله», «عزّت به الحركة»;
//! and who accuses others of hiding a death. The wordings are data (`packs/condoled.ron`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::english_unheard::{Found, is};
use super::ground::Ground;
use super::judged;
use super::parted::shares_cue;
use super::positions::clause_end;
use super::prose::{Word, quiet};
use super::unheard::made;
use super::voiced::enter;
use super::wordings::{ByLanguage, forms};
use crate::drafting::content::{Wordings, Words};
use crate::extraction::{Act, Proposed};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    offers: String,
    offering: String,
    condolences: String,
    consoles: String,
    bereaved: String,
    people: String,
    accuses: String,
    hiding: String,
    aside: String,
}

struct Condoled {
    offers: Wordings,
    /// The same as a participle, behind what was issued.
    offering: Wordings,
    condolences: Wordings,
    /// Verbs that say it all by themselves, and whom they are said of.
    consoles: Wordings,
    bereaved: Wordings,
    /// Whom they are offered to.
    people: Wordings,
    accuses: Wordings,
    hiding: Wordings,
    /// What stands between a subject and what it offers, and is no part of its name.
    aside: Wordings,
}

/// None where the pack does not have its shape, which a test rules out.
fn of(arabic: bool) -> Option<&'static Condoled> {
    static ALL: LazyLock<ByLanguage<Condoled>> = LazyLock::new(|| {
        ByLanguage::read(include_str!("../packs/condoled.ron"), |s: &Shape| {
            Condoled {
                offers: Wordings::new(&s.offers),
                offering: Wordings::new(&s.offering),
                condolences: Wordings::new(&s.condolences),
                consoles: Wordings::new(&s.consoles),
                bereaved: Wordings::new(&s.bereaved),
                people: Wordings::new(&s.people),
                accuses: Wordings::new(&s.accuses),
                hiding: Wordings::new(&s.hiding),
                aside: Wordings::new(&s.aside),
            }
        })
    });
    ALL.of(arabic)
}

/// "Has sent condolences to", "put out a notice offering its condolences", "accused his comrades of covering up the death".
pub(super) fn condoled(words: &[Word], n: usize) -> Option<Found> {
    const NEAR: usize = 5;
    const FAR: usize = 9;
    let (known, judged) = (of(false)?, judged::of(false)?);
    let forms = forms(words, false);
    let end = words.len();
    let helped = |k: usize| is(words, k, &["has", "have", "had"]);
    let before = |k: usize| if k > 0 && helped(k - 1) { k - 1 } else { k };
    // "Refused to send", "did not send", "was offered".
    let barred = [
        "to", "not", "never", "was", "were", "been", "being", "be", "and", "who", "which", "that",
        "is", "are",
    ];
    let active = |k: usize| k > 0 && !is(words, before(k).saturating_sub(1), &barred);
    let offered = |from: usize| {
        (from..end.min(from + NEAR)).find(|&k| known.condolences.at(&forms, k, end).is_some())
    };
    if let Some(verb) = known.offers.at(&forms, n, end).filter(|_| active(n)) {
        let noun = offered(verb.to)?;
        return quiet(&words[n..noun]).then_some(Found {
            subject: before(n),
            cue: (n, noun - 1),
            content: noun,
            act: Act::Announce,
        });
    }
    if let Some(issue) = judged.issued.at(&forms, n, end).filter(|_| active(n)) {
        let verb = (issue.to..end.min(issue.to + NEAR))
            .find(|&k| known.offering.at(&forms, k, k + 1).is_some())?;
        let noun = offered(verb + 1)?;
        return quiet(&words[n..noun]).then_some(Found {
            subject: before(n),
            cue: (verb, noun - 1),
            content: noun,
            act: Act::Announce,
        });
    }
    known.accuses.at(&forms, n, end).filter(|_| active(n))?;
    let (hides, to) =
        (n + 2..end.min(n + FAR)).find_map(|k| Some((k, known.hiding.at(&forms, k, end)?.to)))?;
    let noun = (to..end.min(to + NEAR)).find(|&k| judged.befell.at(&forms, k, end).is_some())?;
    let from = if is(words, to, &["the", "his", "her", "their", "its"]) {
        to
    } else {
        noun
    };
    (quiet(&words[n..noun]) && is(words, hides - 1, &["of"])).then_some(Found {
        subject: before(n),
        cue: (n, n),
        content: from,
        act: Act::Accuse,
    })
}

/// Adds what is so conveyed in Arabic.
pub(super) fn condolences(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (start, _, words) in ground.prose.sentences() {
        let Some(offer) = arabic(&words) else {
            continue;
        };
        let verb = &words[offer.verb];
        let begins = verb.start + verb.folded.chars().count() - offer.bare;
        let span = (words[offer.said.0].start, words[offer.said.1].end);
        let who = &words[offer.who.0..offer.who.1];
        let one = if who.is_empty() {
            // «نفت الحركة …، وقدمت العزاء»: whoever spoke before in the sentence, if both verbs are of one gender.
            let feminine = verb.folded.ends_with('ت');
            let spoke = statements.iter().rev().find(|s| {
                let cue = s.cue.as_ref().filter(|_| s.nested_in.is_none());
                cue.is_some_and(|c| start <= c.start as usize && (c.end as usize) < begins)
            });
            let same = spoke.filter(|s| {
                s.source.is_some()
                    && s.cue
                        .as_ref()
                        .is_some_and(|c| c.text.ends_with('ت') == feminine)
            });
            same.and_then(|s| {
                Some(Proposed {
                    source: s.source.clone(),
                    source_name: s.source_name.clone(),
                    source_kind: s.source_kind,
                    named: s.named,
                    ..made(
                        ground,
                        (begins, verb.end),
                        Some(&words[..1]),
                        span,
                        offer.act,
                    )?
                })
            })
        } else {
            made(ground, (begins, verb.end), Some(who), span, offer.act)
        };
        let Some((one, cue)) = one.and_then(|o| Some((o.clone(), o.cue?))) else {
            continue;
        };
        if statements.iter().any(|s| shares_cue(s, &cue)) {
            continue;
        }
        // What is said before ends where the condolences begin.
        if let Some(last) = offer.verb.checked_sub(1).map(|k| words[k].end) {
            for c in statements.iter_mut().flat_map(|s| &mut s.content) {
                if (c.start as usize) < last && c.end > cue.start {
                    *c = ground.prose.quoted(c.start as usize, last);
                }
            }
        }
        found.push(one);
    }
    enter(statements, found);
}

/// An offer among words: its verb and how many letters that has without «و», who offers, what.
struct Offer {
    verb: usize,
    bare: usize,
    who: (usize, usize),
    said: (usize, usize),
    act: Act,
}

fn arabic(words: &[Word]) -> Option<Offer> {
    const FAR: usize = 12;
    const HIDES: usize = 7;
    let (known, judged) = (of(true)?, judged::of(true)?);
    let forms: Words = forms(words, true);
    let end = words.len();
    let barred = |n: usize| {
        n > 0
            && matches!(
                words[n - 1].folded.trim_start_matches(['و', 'ف']),
                "لم" | "لا"
                    | "لن"
                    | "ما"
                    | "ان"
                    | "تكون"
                    | "يكون"
                    | "عن"
                    | "الي"
                    | "الذي"
                    | "التي"
            )
    };
    let opens = |n: usize| {
        n < 3
            || !words[n - 1].after.is_empty()
            || words[n].folded.starts_with('و')
            || matches!(
                words[n - 1].folded.as_str(),
                "وقت"
                    | "حين"
                    | "فيما"
                    | "بينما"
                    | "كما"
                    | "كانت"
                    | "كان"
                    | "وقد"
                    | "قد"
            )
    };
    let comma = |k: usize| words[k].after.contains(['،', ',']);
    (0..end).filter(|&n| opens(n) && !barred(n)).find_map(|n| {
        let bare = words[n]
            .folded
            .trim_start_matches(['و', 'ف'])
            .chars()
            .count();
        let near = n + 1..end.min(n + FAR);
        let until = |upto: usize| {
            (n + 1..upto)
                .find(|&k| known.aside.at(&forms, k, upto).is_some() || k > n + 1 && comma(k - 1))
                .unwrap_or(upto)
        };
        if known.offers.at(&forms, n, n + 1).is_some() {
            let noun = near
                .clone()
                .find(|&k| known.condolences.at(&forms, k, end).is_some())?;
            return Some(Offer {
                verb: n,
                bare,
                who: (n + 1, until(noun)),
                said: (noun, clause_end(words, noun)),
                act: Act::Announce,
            });
        }
        if known.consoles.at(&forms, n, n + 1).is_some() {
            // «عزت به الحركة»: who offers them stands behind.
            if near.contains(&(n + 1)) && matches!(words[n + 1].folded.as_str(), "به" | "بها")
            {
                let to = (n + 2..end)
                    .find(|&k| !words[k].after.is_empty())
                    .unwrap_or(end - 1);
                let who = (n + 2, until(to + 1).max(n + 2));
                let some = n + 2 < end;
                return some.then_some(Offer {
                    verb: n,
                    bare,
                    who,
                    said: (n, n + 1),
                    act: Act::Announce,
                });
            }
            let of = near
                .clone()
                .skip(1)
                .find(|&k| known.bereaved.at(&forms, k, end).is_some())?;
            let whom = (n + 2..of).find(|&k| known.people.at(&forms, k, of).is_some());
            let lays = words[of..end].iter().any(|w| w.folded == "الي");
            // «عزى المحافظ، الخميس، بوفاته»: a day says nothing of whom.
            let dated = |k: usize| {
                let day = |k: usize| super::super::weekday::is_weekday(&words[k].folded);
                day(k) || k + 1 < of && day(k + 1)
            };
            let calm = (n..of).all(|k| words[k].after.is_empty() || comma(k) && dated(k));
            return (!lays && calm).then(|| Offer {
                verb: n,
                bare,
                who: (n + 1, until(whom.unwrap_or(of))),
                said: (of, clause_end(words, of)),
                act: Act::Announce,
            });
        }
        known.accuses.at(&forms, n, n + 1)?;
        let (hides, to) = near
            .clone()
            .skip(1)
            .find_map(|k| Some((k, known.hiding.at(&forms, k, end)?.to)))?;
        let noun =
            (to..end.min(to + HIDES)).find(|&k| judged.befell.at(&forms, k, end).is_some())?;
        // «اتهم مقاتل رفاقه بإخفاء»: the accused is one word, with its pronoun.
        let accused = words[hides - 1].folded.ends_with(['ه', 'م']);
        (accused && hides > n + 2 && noun == to && quiet(&words[n..noun])).then(|| Offer {
            verb: n,
            bare,
            who: (n + 1, hides - 1),
            said: (noun, clause_end(words, noun)),
            act: Act::Accuse,
        })
    })
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    fn english(text: &str) -> Option<(String, String)> {
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        let found = (1..words.len()).find_map(|n| condoled(&words, n))?;
        Some((
            prose.slice(words[0].start, words[found.subject - 1].end),
            prose.slice(words[found.content].start, prose.len()),
        ))
    }

    fn heard(text: &str) -> Option<(String, String)> {
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        let o = arabic(&words)?;
        let who = &words[o.who.0..o.who.1];
        let who = who
            .first()
            .zip(who.last())
            .map(|(a, b)| prose.slice(a.start, b.end));
        Some((
            who.unwrap_or_default(),
            prose.slice(words[o.said.0].start, words[o.said.1].end),
        ))
    }

    #[test]
    fn who_offers_condolences_holds_him_dead() {
        assert!(of(true).is_some() && of(false).is_some());
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            english("The guild has sent its condolences to the baker's sons"),
            pair("The guild", "condolences to the baker's sons")
        );
        assert_eq!(
            english("The guild put out a notice offering condolences to his sons"),
            pair("The guild", "condolences to his sons")
        );
        assert_eq!(
            english("A miller accused the guild of covering up the death"),
            pair("A miller", "the death")
        );
        assert_eq!(english("The guild refused to send condolences"), None);
        assert_eq!(english("A miller accused the guild of baking"), None);
    }

    #[test]
    fn so_it_does_in_arabic() {
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            heard("وقدمت نقابة الخبازين في بيان العزاء إلى أبنائه."),
            pair("نقابة الخبازين", "العزاء إلى أبنائه")
        );
        assert_eq!(
            heard("وعزت به نقابة الخبازين."),
            pair("نقابة الخبازين", "وعزت به")
        );
        assert_eq!(
            heard("نفت النقابة أن لها يدا في الحريق، وقدمت العزاء إلى أهله."),
            pair("", "العزاء إلى أهله")
        );
        assert_eq!(
            heard("واتهم طحان رفاقه بالتستر على موت الخباز."),
            pair("طحان", "موت الخباز")
        );
        assert_eq!(
            heard("وعزت نقابة الخبازين أهل الطحان بوفاته."),
            pair("نقابة الخبازين", "بوفاته")
        );
        assert_eq!(heard("ولم تقدم النقابة العزاء إلى أهله."), None);
        assert_eq!(heard("وعزت النقابة مقتله إلى حريق."), None);
    }
}
