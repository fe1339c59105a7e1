//! Retractions and corrections: who takes back what they, or their outlet, said before on the same claim.

use std::collections::HashMap;

use super::article::Article;
use super::copying::earlier;
use super::entries::Page;
use super::network::{Behind, Network};
use super::saying::Saying;
use crate::case_file::Value;
use crate::text::fold::fold;

/// Words that take back, folded, and what they do.
const WORDS: &[(&str, &str)] = &[
    ("تراجع عن", "retracts"),
    ("تراجعت عن", "retracts"),
    ("سحبت خبر", "retracts"),
    ("سحب خبر", "retracts"),
    ("سحبت الخبر", "retracts"),
    ("سحب الخبر", "retracts"),
    ("سحبت تقرير", "retracts"),
    ("اعتذر", "retracts"),
    ("retract", "retracts"),
    ("withdrew its", "retracts"),
    ("withdrawn its", "retracts"),
    ("withdrew the report", "retracts"),
    ("withdraws its", "retracts"),
    ("apologised for", "retracts"),
    ("apologized for", "retracts"),
    ("صحح", "corrects"),
    ("تصحيح", "corrects"),
    ("correction:", "corrects"),
    ("corrected its", "corrects"),
    ("corrects its", "corrects"),
];

/// `takes_back` of each saying that has one, by its place in the list.
///
/// A saying takes back whatever its speaker, or the outlet in whose voice it speaks, affirmed of the same claim in an article that
/// surely is earlier. `claims`: the claims of each saying, each with whether it affirms.
pub(super) fn taken_back(
    articles: &[Article],
    sayings: &[Saying],
    behind: &[Behind],
    network: &Network,
    claims: &HashMap<usize, Vec<(String, bool)>>,
    ids: &[String],
) -> HashMap<usize, Vec<Value>> {
    let mut all = HashMap::new();
    let mut by_claim: HashMap<&str, Vec<usize>> = HashMap::new();
    for (n, of) in claims {
        for (claim, affirms) in of {
            if *affirms {
                by_claim.entry(claim).or_default().push(*n);
            }
        }
    }
    for (n, saying) in sayings.iter().enumerate() {
        let Some(of) = claims.get(&n) else {
            continue;
        };
        let Some(how) = how(&articles[saying.article], saying) else {
            continue;
        };
        let outlet = network.outlets[saying.article];
        let speaker = if saying.outlet_voice {
            outlet
        } else {
            behind[n].who
        };
        let Some(speaker) = speaker else {
            continue;
        };
        let mut targets: Vec<usize> = of
            .iter()
            .filter_map(|(claim, _)| by_claim.get(claim.as_str()))
            .flatten()
            .copied()
            .filter(|t| {
                let target = &sayings[*t];
                let said = behind[*t].who == Some(speaker)
                    || target.outlet_voice && network.outlets[target.article] == Some(speaker)
                    || outlet == Some(speaker) && network.outlets[target.article] == outlet;
                *t != n && said && earlier(articles, target.article, saying.article)
            })
            .collect();
        targets.sort_unstable();
        targets.dedup();
        let values: Vec<Value> = targets
            .iter()
            .filter(|t| !ids[**t].is_empty())
            .map(|t| {
                Value::fields([
                    ("statement", Value::str(ids[*t].clone())),
                    ("how", Value::word(how)),
                ])
            })
            .collect();
        if !values.is_empty() {
            all.insert(n, values);
        }
    }
    all
}

/// Whether the words of a saying, or those just before its content, take back.
fn how(article: &Article, saying: &Saying) -> Option<&'static str> {
    const BEFORE: usize = 40;
    let page = Page::new(article);
    let first = saying.content.first()?;
    let last = saying.content.last()?;
    let start = saying
        .cue
        .map_or(first.start, |c| c.start.min(first.start))
        .saturating_sub(if saying.outlet_voice { 0 } else { BEFORE });
    let words = fold(page.slice(crate::text::Span::new(start, last.end)));
    let (_, how) = WORDS.iter().find(|(word, _)| words.contains(word))?;
    // An army retreats too («تراجع عن»): what is taken back must be words.
    SAID.iter().any(|word| words.contains(word)).then_some(*how)
}

/// What is taken back, folded.
const SAID: &[&str] = &[
    "خبر",
    "تقرير",
    "تصريح",
    "نبا",
    "نشرت",
    "نشره",
    "اعلان",
    "رواي",
    "معلوم",
    "بيان",
    "report",
    "story",
    "statement",
    "news",
    "claim",
    "announcement",
    "account",
];
