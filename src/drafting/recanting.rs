//! Who takes back their own word in a sentence that conveys nothing else: "The movement withdrew its denial", «أقرت الوزارة بأن بيانها الأول
//! كان خاطئا».
//!
//! Extraction proposes what is conveyed; here nothing is, so the sentence becomes a saying of whoever withdraws, or marks the one
//! that it has.

use super::article::Article;
use super::mending::{Prose, Word};
use super::naming::Form;
use super::reading::Said;
use super::saying::{Saying, Teller, in_own_voice};
use crate::model::Act;
use crate::text::Span;

/// What a saying takes back of its speaker's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Recants {
    /// Whether it is a denial, and no report.
    pub(super) denial: bool,
}

/// Verbs of withdrawing one's word, folded.
const WITHDRAWS: &[&str] = &[
    "withdrew",
    "withdrawn",
    "withdraws",
    "retracted",
    "retracts",
    "recanted",
    "disowned",
    "backtracked",
    "تراجع",
    "تراجعت",
    "سحب",
    "سحبت",
    "عدل",
    "عدلت",
];

/// Verbs of admitting: what was said must be called wrong behind them.
const ADMITS: &[&str] = &[
    "acknowledged",
    "admitted",
    "conceded",
    "acknowledges",
    "admits",
    "concedes",
    "اقر",
    "اقرت",
    "اعترف",
    "اعترفت",
];

/// What is wrong, folded.
const WRONG: &[&str] = &[
    "wrong",
    "false",
    "untrue",
    "incorrect",
    "mistaken",
    "mistake",
    "error",
    "inaccurate",
    "خطا",
    "خاطيا",
    "خاطيه",
    "خاطي",
    "صحيحا",
    "صحيح",
    "صحيحه",
    "دقيقا",
    "دقيق",
];

/// What is withdrawn, folded, each with whether it is a denial.
const WORD: &[(&str, bool)] = &[
    ("denial", true),
    ("denials", true),
    ("statement", false),
    ("claim", false),
    ("report", false),
    ("announcement", false),
    ("account", false),
    ("confirmation", false),
    ("remarks", false),
    ("version", false),
    ("نفيه", true),
    ("نفيها", true),
    ("نفيهم", true),
    ("بيانه", false),
    ("بيانها", false),
    ("تصريحه", false),
    ("تصريحها", false),
    ("تصريحاته", false),
    ("تصريحاتها", false),
    ("اعلانه", false),
    ("اعلانها", false),
    ("روايته", false),
    ("روايتها", false),
    ("كلامه", false),
    ("كلامها", false),
    ("تاكيده", false),
    ("تاكيدها", false),
    ("اقواله", false),
    ("اقوالها", false),
];

/// The word that is taken back stands within so many words of the verb, what calls it wrong within so many behind that.
const NEAR: usize = 6;
const FAR: usize = 9;
/// A subject has at most so many words.
const SUBJECT: usize = 9;

/// Marks or adds the sayings of an article in which somebody takes back their own word. `speakers`: who speaks in the case.
pub(super) fn recanted(n: usize, article: &Article, speakers: &[Teller], all: &mut Vec<Saying>) {
    let prose = Prose::new(article.text);
    let arabic = article.language.starts_with("ar");
    for (start, end, words) in prose.sentences() {
        let Some((verb, recants)) = (0..words.len()).find_map(|k| Some((k, withdrawn(&words, k)?)))
        else {
            continue;
        };
        let negated = verb > 0
            && matches!(
                words[verb - 1].folded.as_str(),
                "not" | "never" | "لم" | "لن" | "ما"
            );
        let near: Vec<&Word> = if arabic {
            let before = &words[verb.saturating_sub(4)..verb];
            let behind = words[verb + 1..].iter().take(SUBJECT);
            before.iter().chain(behind).collect()
        } else {
            words[verb.saturating_sub(SUBJECT)..verb].iter().collect()
        };
        let here: Vec<&Teller> = all
            .iter()
            .filter(|s| s.article == n)
            .map(|s| &s.who)
            .collect();
        let Some(who) = (!negated)
            .then(|| {
                named(&near, &here).or_else(|| named(&near, &speakers.iter().collect::<Vec<_>>()))
            })
            .flatten()
            .cloned()
        else {
            continue;
        };
        let within = |s: &Saying| s.cue.is_some_and(|c| start <= c.start && c.start < end);
        if let Some(own) = all.iter_mut().find(|s| within(s) && s.who == who) {
            own.recants = Some(recants);
            continue;
        }
        let (Some(first), Some(last)) = (words.first(), words.last()) else {
            continue;
        };
        let cue = Span::new(words[verb].start, words[verb].end);
        let whole = Span::new(first.start, last.end);
        all.push(Saying {
            cue: Some(cue),
            who,
            act: Act::Clarify,
            outlet_voice: false,
            recants: Some(recants),
            score: 0.5,
            ..in_own_voice(
                n,
                Said::Own(cue),
                format!("recants:{}", cue.start),
                vec![whole],
            )
        });
    }
}

/// What is withdrawn at a verb.
fn withdrawn(words: &[Word], k: usize) -> Option<Recants> {
    let verb = words[k].folded.as_str();
    let verb = verb
        .strip_prefix(['و', 'ف'])
        .filter(|rest| WITHDRAWS.contains(rest) || ADMITS.contains(rest))
        .unwrap_or(verb);
    let admits = ADMITS.contains(&verb);
    if !admits && !WITHDRAWS.contains(&verb) {
        return None;
    }
    let far = if admits { FAR } else { NEAR };
    let (at, denial) = words[k + 1..]
        .iter()
        .take(far)
        .enumerate()
        .find_map(|(at, w)| {
            let (_, denial) = WORD.iter().find(|(word, _)| w.folded == *word)?;
            Some((k + 1 + at, *denial))
        })?;
    // Their own: "its earlier denial".
    let own = !words[at].folded.is_ascii()
        || words[k + 1..at]
            .iter()
            .any(|w| matches!(w.folded.as_str(), "its" | "his" | "her" | "their"));
    let wrong = words[at + 1..]
        .iter()
        .take(FAR)
        .any(|w| WRONG.contains(&w.folded.as_str()));
    (own && (!admits || wrong)).then_some(Recants { denial })
}

/// Of some tellers the one with the longest name that stands whole among words.
fn named<'t>(near: &[&Word], tellers: &[&'t Teller]) -> Option<&'t Teller> {
    let bare = |w: &str| w.strip_prefix("ال").unwrap_or(w).to_owned();
    let there: Vec<String> = near.iter().map(|w| bare(&w.folded)).collect();
    tellers
        .iter()
        .filter_map(|teller| {
            let Teller::Named { named, .. } = teller else {
                return None;
            };
            let words: Vec<String> = Form::new(&named.name)
                .words
                .iter()
                .map(|w| bare(w))
                .collect();
            let whole = !words.is_empty() && words.iter().all(|w| there.contains(w));
            whole.then_some((words.len(), *teller))
        })
        .max_by_key(|(many, _)| *many)
        .map(|(_, teller)| teller)
}
