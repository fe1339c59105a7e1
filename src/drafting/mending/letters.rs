//! What is written in a letter, a statement, a recording: «بعث الرئيس برقية إلى الجنود هنأهم فيها بـ…», «تلقى الراديو بيانا من المجلس جاء
//! فيه: «…»», «ظهر الطبيب في شريط قال فيه إن …». Whoever sent it says it, and neither the paper nor who received it. The wordings are
//! data (`packs/letters.ron`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::arabic::{all_name, fronted, nobody};
use super::embedded::upto;
use super::ground::Ground;
use super::parted::shares_cue;
use super::positions::clause_end;
use super::prose::Word;
use super::subjects::takes;
use super::unheard::made;
use super::voiced::enter;
use super::wordings::{ByLanguage, forms};
use crate::drafting::content::{Wordings, Words};
use crate::extraction::{Act, Proposed, Style};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    sends: String,
    gets: String,
    issues: String,
    papers: String,
    therein: String,
    texts: String,
    stands: String,
    greets: String,
    consoles: String,
    calls: String,
    untrue: String,
    bids: String,
    heedless: String,
    rejects: String,
    disbelieves: String,
    report: String,
    about: String,
    would: String,
    say: String,
    refuses: String,
    saying: String,
    whether: String,
    accounts: String,
    rounds: String,
    crowd: String,
    answers: String,
    yes: String,
    no: String,
}

/// The wordings, also those of `labelled`, `refused` and `passed_round`.
pub(super) struct Letters {
    sends: Wordings,
    gets: Wordings,
    issues: Wordings,
    papers: Wordings,
    therein: Wordings,
    texts: Wordings,
    stands: Wordings,
    greets: Wordings,
    consoles: Wordings,
    pub(super) calls: Wordings,
    pub(super) untrue: Wordings,
    pub(super) bids: Wordings,
    pub(super) heedless: Wordings,
    pub(super) rejects: Wordings,
    pub(super) disbelieves: Wordings,
    pub(super) report: Wordings,
    pub(super) about: Wordings,
    pub(super) would: Wordings,
    pub(super) say: Wordings,
    pub(super) refuses: Wordings,
    pub(super) saying: Wordings,
    pub(super) whether: Wordings,
    pub(super) accounts: Wordings,
    pub(super) rounds: Wordings,
    pub(super) crowd: Wordings,
    pub(super) answers: Wordings,
    pub(super) yes: Wordings,
    pub(super) no: Wordings,
}

/// None where the pack does not have its shape, which a test rules out.
pub(super) fn of() -> Option<&'static Letters> {
    static ALL: LazyLock<ByLanguage<Letters>> = LazyLock::new(|| {
        ByLanguage::read(include_str!("../packs/letters.ron"), |s: &Shape| Letters {
            sends: Wordings::new(&s.sends),
            gets: Wordings::new(&s.gets),
            issues: Wordings::new(&s.issues),
            papers: Wordings::new(&s.papers),
            therein: Wordings::new(&s.therein),
            texts: Wordings::new(&s.texts),
            stands: Wordings::new(&s.stands),
            greets: Wordings::new(&s.greets),
            consoles: Wordings::new(&s.consoles),
            calls: Wordings::new(&s.calls),
            untrue: Wordings::new(&s.untrue),
            bids: Wordings::new(&s.bids),
            heedless: Wordings::new(&s.heedless),
            rejects: Wordings::new(&s.rejects),
            disbelieves: Wordings::new(&s.disbelieves),
            report: Wordings::new(&s.report),
            about: Wordings::new(&s.about),
            would: Wordings::new(&s.would),
            say: Wordings::new(&s.say),
            refuses: Wordings::new(&s.refuses),
            saying: Wordings::new(&s.saying),
            whether: Wordings::new(&s.whether),
            accounts: Wordings::new(&s.accounts),
            rounds: Wordings::new(&s.rounds),
            crowd: Wordings::new(&s.crowd),
            answers: Wordings::new(&s.answers),
            yes: Wordings::new(&s.yes),
            no: Wordings::new(&s.no),
        })
    });
    ALL.of(true)
}

/// A letter among words: whose it is, the words that lead to what it says, where that begins, and by what act.
#[derive(Debug)]
struct Letter {
    verb: usize,
    /// Behind the verb; empty where the subject stands before it; none where nobody is said to have sent it.
    who: Option<(usize, usize)>,
    cue: (usize, usize),
    said: usize,
    act: Act,
}

/// Gives what is written to whoever sent it, and adds it where it was not heard.
pub(super) fn letters(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (start, _, words) in ground.prose.sentences() {
        let forms = forms(&words, true);
        for n in 0..words.len() {
            let Some(letter) = letter(ground, &words, &forms, n) else {
                continue;
            };
            let sender = match letter.who {
                Some((a, b)) if a < b => Some((words[a].start, words[b - 1].end)),
                Some(_) => match fronted(ground, start, words[letter.verb].start) {
                    Some((span, _)) => Some(span),
                    None => continue,
                }
                .map(|(a, b)| {
                    // «فلان نفسه ظهر».
                    let last = ground.prose.words(a, b);
                    let own = last.len() > 1
                        && matches!(last[last.len() - 1].folded.as_str(), "نفسه" | "نفسها");
                    (a, if own { last[last.len() - 2].end } else { b })
                }),
                None => None,
            };
            let head = (words[letter.cue.0].start, words[letter.cue.1].end);
            let begins = words[letter.said].start;
            let heard = |s: &Proposed| {
                let within = |c: &crate::extraction::Quoted| {
                    head.0 <= c.start as usize && (c.start as usize) < begins
                };
                let said = |c: &crate::extraction::Quoted| {
                    (c.start as usize) + 3 >= begins && c.start as usize <= begins + 3
                };
                s.cue.as_ref().is_some_and(within) || s.content.first().is_some_and(said)
            };
            let mut met = false;
            for one in statements.iter_mut().filter(|s| heard(s)) {
                met = true;
                let right = one.source.as_ref().is_some_and(|s| {
                    sender.is_some_and(|(a, b)| a <= s.start as usize && s.end as usize <= b)
                });
                match sender {
                    Some(span) if !right => {
                        takes(ground, one, span);
                        one.nested_in = None;
                    }
                    None => nobody(one),
                    Some(_) => {}
                }
            }
            if met {
                continue;
            }
            let Some((from, to)) = sender else {
                continue;
            };
            let (content, style) = written(ground, &words, letter.said);
            let who = ground.prose.words(from, to);
            let one = made(ground, head, Some(&who), content, letter.act);
            found.extend(
                one.filter(|o| {
                    !statements
                        .iter()
                        .any(|s| o.cue.as_ref().is_some_and(|c| shares_cue(s, c)))
                })
                .map(|o| Proposed {
                    id: format!("l{}", head.0),
                    style,
                    ..o
                }),
            );
        }
    }
    enter(statements, found);
}

/// From a word on: to the end of its quotation where it begins one, else of its clause.
pub(super) fn written(ground: &Ground, words: &[Word], said: usize) -> ((usize, usize), Style) {
    let first = words[said].start;
    let closes = match first.checked_sub(1).and_then(|k| ground.prose.char(k)) {
        Some('«') => Some(&['»'][..]),
        Some('"' | '“') => Some(&['"', '”'][..]),
        _ => None,
    };
    let close = closes.and_then(|any| {
        (first..ground.prose.len())
            .take_while(|&k| ground.prose.char(k) != Some('\n'))
            .find(|&k| ground.prose.char(k).is_some_and(|c| any.contains(&c)))
    });
    match close {
        Some(end) => ((first, end), Style::Direct),
        None => ((first, words[clause_end(words, said)].end), Style::Indirect),
    }
}

/// Whether a word opens what is said, and where that begins: behind «أن», a colon, or at a quotation mark.
fn opened(ground: &Ground, words: &[Word], k: usize) -> Option<usize> {
    let word = words.get(k)?;
    let mark = |w: &Word| {
        let before = w.start.checked_sub(1).and_then(|n| ground.prose.char(n));
        matches!(before, Some('«' | '"' | '“'))
    };
    if matches!(word.folded.as_str(), "ان" | "بان") && words.get(k + 1).is_some() {
        return Some(k + 1);
    }
    let that = matches!(
        word.folded.as_str(),
        "انه" | "انها" | "انهم" | "بانه" | "بانها" | "بانهم"
    );
    let colon = k > 0 && words[k - 1].after.contains(':');
    (that || colon || mark(word)).then_some(k)
}

fn letter(ground: &Ground, words: &[Word], forms: &Words, n: usize) -> Option<Letter> {
    const BEFORE: usize = 12;
    const BEHIND: usize = 14;
    let known = of()?;
    known.papers.at(forms, n, n + 1)?;
    let plain = words[n].folded.as_str();
    if plain.starts_with("ال") || plain.starts_with("لل") || plain.starts_with("بال") {
        return None;
    }
    let opens = |v: usize| {
        v < 4
            || !words[v - 1].after.is_empty()
            || words[v].folded.starts_with(['و', 'ف'])
            || matches!(
                words[v - 1].folded.trim_start_matches('و'),
                "كان" | "كانت" | "قد" | "حين" | "فيما" | "بينما" | "ان"
            )
    };
    let (verb, got) = (n.saturating_sub(BEFORE)..n).rev().find_map(|v| {
        let issues = known.issues.at(forms, v, v + 1).is_some();
        let gets = issues || known.gets.at(forms, v, v + 1).is_some();
        let sends = known.sends.at(forms, v, v + 1).is_some();
        let stopped = words[v..n]
            .iter()
            .any(|w| w.after.contains([':', '.', ';', '؛']));
        ((gets || sends) && opens(v) && !stopped).then_some((v, gets && !sends))
    })?;
    let end = words.len().min(n + BEHIND);
    let (cue, said, act) = (n + 1..end).find_map(|k| {
        if known.texts.at(forms, k, k + 1).is_some() {
            return Some(((k, k), opened(ground, words, k + 1)?, Act::Assert));
        }
        known.therein.at(forms, k, k + 1)?;
        let v = k - 1;
        // «هنأهم فيها بالنصر»: what they are greeted for; «عزى فيها «شعب …»».
        if known.consoles.at(forms, v, k).is_some() && k + 1 < words.len() {
            return Some(((v, v), k + 1, Act::Announce));
        }
        if known.greets.at(forms, v, k).is_some() {
            let of = words.get(k + 1)?;
            let by = of.folded.starts_with('ب') && of.folded.chars().count() > 4;
            return by.then_some(((v, v), k + 1, Act::Announce));
        }
        let says = ground.pack.conveys(words[v].folded.as_str()).is_some()
            || known.stands.at(forms, v, k).is_some();
        let denies = words[v].folded.starts_with("نف") || words[v].folded.starts_with("ينف");
        says.then(|| opened(ground, words, k + 1))?
            .map(|said| ((v, v), said, if denies { Act::Deny } else { Act::Assert }))
    })?;
    let other = (n + 1..cue.0).any(|k| words[k].after.contains([':', '.', ';', '؛']));
    if other {
        return None;
    }
    // Who speaks is of the verb's own gender, where the letter's verb has one: «بثت القناة شريطا قال فيه» is another's.
    let fem = |k: usize| words[k].folded.ends_with('ت');
    let embedded = super::embedded::of()?;
    let who = if got {
        // «بيانا من المجلس»; «صدر عن البلدية توضيح», «صدر بيان عن المجلس».
        let issued = known.issues.at(forms, verb, verb + 1).is_some();
        let from = if issued {
            (verb + 1..cue.0).find(|&k| words[k].folded == "عن")
        } else {
            (n + 1..cue.0).find(|&k| words[k].folded == "من")
        };
        from.map(|k| {
            let to = if k < n { n } else { cue.0 };
            (k + 1, upto(embedded, words, forms, k + 1, to))
        })
        .filter(|(a, b)| a < b)
        .or_else(|| issued.then_some((verb, verb)))
    } else {
        let passive = known.stands.at(forms, cue.0, cue.0 + 1).is_some()
            || known.texts.at(forms, cue.0, cue.0 + 1).is_some();
        if !passive && fem(verb) != fem(cue.0) && !words[cue.0].folded.starts_with(['ي', 'ت']) {
            return None;
        }
        let upto = if verb + 1 < n {
            upto(embedded, words, forms, verb + 1, n)
        } else {
            verb + 1
        };
        // «ظهر في شريط»: the subject stands before.
        let led = words.get(verb + 1).is_some_and(|w| {
            matches!(
                w.folded.as_str(),
                "في" | "عبر" | "علي" | "الي" | "له" | "لها"
            )
        });
        Some(if led {
            (verb + 1, verb + 1)
        } else {
            (verb + 1, upto.min(n))
        })
    };
    // «الطبيب الخاص للرئيس، فلان الفلاني، في شريط».
    let who = who.map(|(a, b)| {
        let named = (b > a && words[b - 1].after.contains(['،', ','])).then(|| {
            let to = (b..n).find(|&k| words[k].after.contains(['،', ',']))?;
            all_name(ground, &words[b..=to]).map(|_| to + 1)
        });
        (a, named.flatten().unwrap_or(b))
    });
    Some(Letter {
        verb,
        who,
        cue,
        said,
        act,
    })
}
