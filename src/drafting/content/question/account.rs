//! Whose account it is that somebody rejects, mistrusts or holds to: what that one says of the question tells what it comes to.
//!
//! "The monitor rejected the brother's account" affirms the death where the brother says that he lives; "stood by its account" says
//! again what the monitor said.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use serde::Deserialize;

use super::assign::{enter, is_free, read, reading, speaker, tokens};
use super::families::{Wordings, Words};
use super::matter::Life;
use super::weigh::Weighed;
use crate::drafting::content::lexicon::{Turn, questions};
use crate::drafting::content::page::Page;
use crate::drafting::{Article, Filler, Reading, Said};
use crate::extraction::{Piece, Proposed as Statement};
use crate::model::Stance;

/// How far into a content the word for the account stands, and how many words whose it is has.
const NEAR: usize = 8;
const OWNER: usize = 6;
const SCORE: f64 = 0.5;
/// Words of a saying that does no more than repeat another.
const SHORT: usize = 12;

#[derive(Default, Deserialize)]
#[serde(default)]
struct File {
    ar: OneFile,
    en: OneFile,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct OneFile {
    accounts: String,
    upheld: String,
    mistrusted: String,
    rejected: String,
    lasting: String,
    repeated: String,
    same: String,
}

struct Accounts {
    accounts: Wordings,
    /// It holds good, behind the word for it.
    lasting: Wordings,
    /// Whoever speaks has said so already.
    repeated: Wordings,
    /// What somebody said before, in no words of its own.
    same: Wordings,
    made: [(Made, Wordings); 3],
}

/// What is made of an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Made {
    Upheld,
    Mistrusted,
    Rejected,
}

impl Accounts {
    fn new(one: &OneFile) -> Self {
        Self {
            accounts: Wordings::new(&one.accounts),
            lasting: Wordings::new(&one.lasting),
            repeated: Wordings::new(&one.repeated),
            same: Wordings::new(&one.same),
            made: [
                (Made::Mistrusted, Wordings::new(&one.mistrusted)),
                (Made::Upheld, Wordings::new(&one.upheld)),
                (Made::Rejected, Wordings::new(&one.rejected)),
            ],
        }
    }

    fn of(arabic: bool) -> &'static Accounts {
        static BOTH: LazyLock<[Accounts; 2]> = LazyLock::new(|| {
            let file: File = questions(include_str!("../../packs/accounts.ron"));
            [Accounts::new(&file.ar), Accounts::new(&file.en)]
        });
        &BOTH[usize::from(!arabic)]
    }
}

/// Whose an account is.
#[derive(Debug, PartialEq, Eq)]
enum Owner {
    /// Of whoever speaks.
    Own,
    /// Of somebody called by these tokens.
    Called(usize, usize),
}

/// Enters what sayings that hold to, mistrust or reject an account come to, and mends what was read of them without asking whose it was.
pub(super) fn accounts(
    life: &Life,
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    out: &mut Vec<Reading>,
) {
    let mut found = Vec::new();
    for at_hand in read(articles, pages, words) {
        let (k, article, page) = (at_hand.k, at_hand.article, at_hand.page);
        let Some(death) = life.death(page) else {
            continue;
        };
        for (i, s) in article.extraction.statements.iter().enumerate() {
            let said = Said::Statement(i);
            let own = |r: &&Reading| r.article == k && r.said == said && life.is_of(&r.of);
            // What was read of its own words stands.
            if out.iter().filter(own).any(|r| !by_place(&r.rule)) {
                continue;
            }
            if let Some((stance, at)) = same_again(life, article, page, at_hand.words, out, k, i) {
                let weighed = Weighed {
                    stance,
                    hedged: false,
                    rule: "question-says-the-same",
                    score: SCORE,
                    at,
                };
                found.push(reading(k, said, page, &death, &weighed));
                continue;
            }
            let Some((made, owner, at)) = made_of(page, at_hand.words, s) else {
                continue;
            };
            let side = match owner {
                // «وتمسك المرصد بروايته»: under the name that others have of it.
                Owner::Own => own_side(life, articles, out, k, i).or_else(|| {
                    let q = s.source.as_ref()?;
                    let called = tokens(page, q.start, q.end);
                    called_side(life, article, page, out, k, i, called)
                }),
                Owner::Called(a, b) => called_side(life, article, page, out, k, i, (a, b)),
            };
            let Some(side) = side else {
                continue;
            };
            let stance = match (made, side) {
                (Made::Upheld, Stance::Affirms) | (Made::Rejected, Stance::Denies) => {
                    Stance::Affirms
                }
                (Made::Upheld, Stance::Denies) | (Made::Rejected, Stance::Affirms) => {
                    Stance::Denies
                }
                (Made::Mistrusted, Stance::Affirms) => Stance::Doubts,
                _ => continue,
            };
            let weighed = Weighed {
                stance,
                hedged: false,
                rule: "question-whose-account",
                score: SCORE,
                at,
            };
            found.push(reading(k, said, page, &death, &weighed));
        }
    }
    for r in found {
        enter(out, r, |o| {
            is_free(o) || by_place(&o.rule) && life.is_of(&o.of)
        });
    }
}

/// Rules that take a saying for an answer because of where it stands.
fn by_place(rule: &str) -> bool {
    matches!(rule, "answers-what-stands-before" | "question-answered")
}

/// What a saying makes of an account, whose that is, and where the words stand.
fn made_of(page: &Page, words: &Words, s: &Statement) -> Option<(Made, Owner, (usize, usize))> {
    let pack = Accounts::of(page.arabic());
    let content = s.content.first()?;
    let (a, b) = tokens(page, content.start, content.end);
    // "We said so three days ago", "has not changed one word".
    let repeats = |k: usize| {
        let w = pack.repeated.at(words, k, b)?;
        (b - a <= SHORT).then_some((Made::Upheld, Owner::Own, (k, w.to)))
    };
    if let Some(found) = (a..b.min(a + NEAR)).find_map(repeats) {
        return Some(found);
    }
    let noun = (a..b.min(a + NEAR)).find(|&k| pack.accounts.at(words, k, b).is_some())?;
    let from = s
        .cue
        .as_ref()
        .map_or(a, |c| tokens(page, c.start, c.end).0.min(a));
    let lasts = (noun + 1..b.min(noun + 1 + NEAR))
        .any(|k| pack.lasting.at(words, k, b).is_some() && !negated(page, k));
    let made = pack.made.iter().find_map(|(made, of)| {
        (from..noun)
            .any(|k| of.at(words, k, noun + 1).is_some() && !negated(page, k))
            .then_some(*made)
    });
    let made = made.or_else(|| lasts.then_some(Made::Upheld))?;
    // "Had no reason to change its report" is told by its own wording; "did not reject the account" tells nothing.
    let owner = if page.arabic() {
        if owned(page.bare(noun), &pack.accounts) {
            Owner::Own
        } else {
            let to = (noun + 1..b.min(noun + 1 + OWNER))
                .find(|&k| page.piece(k) != Piece::Word)
                .unwrap_or(b.min(noun + 1 + OWNER));
            Owner::Called(noun + 1, to)
        }
    } else {
        english_owner(page, a, b, noun)?
    };
    Some((made, owner, (from, noun + 1)))
}

/// What a saying without words of its own says, where the saying before it takes a side: "the monitor says the same".
fn same_again(
    life: &Life,
    article: &Article,
    page: &Page,
    words: &Words,
    out: &[Reading],
    k: usize,
    i: usize,
) -> Option<(Stance, (usize, usize))> {
    /// Characters within which that was said.
    const FAR: usize = 400;
    let s = article.extraction.statements.get(i)?;
    let content = s.content.first()?;
    let (a, b) = tokens(page, content.start, content.end);
    let same = Accounts::of(page.arabic()).same.at(words, a, b)?;
    let bare = s.content.len() == 1 && same.to == b;
    let starts = |o: &Statement| o.content.first().map(|c| c.start as usize);
    let at = content.start as usize;
    let all = article.extraction.statements.iter().enumerate();
    let (before, begins) = all
        .filter_map(|(n, o)| Some((n, starts(o)?)))
        .filter(|&(n, o)| n != i && o < at)
        .max_by_key(|&(_, o)| o)?;
    if !bare || at - begins > FAR {
        return None;
    }
    let said = |r: &&Reading| r.article == k && r.said == Said::Statement(before);
    let other = article.extraction.statements[before].source_name != s.source_name;
    let side = one_side(life, out.iter().filter(said)).filter(|_| other)?;
    Some((side, (a, b)))
}

/// Whether an Arabic word for an account has a pronoun: «روايته», «بتقريرها», but «رواية».
fn owned(word: &str, accounts: &Wordings) -> bool {
    ["هم", "ها", "ه"]
        .iter()
        .filter_map(|end| word.strip_suffix(end))
        .flat_map(|stem| {
            let whole = stem.strip_suffix('ت').map(|s| format!("{s}ه"));
            std::iter::once(stem.to_owned()).chain(whole)
        })
        .any(|w| {
            accounts
                .at(&Words::of_list(std::iter::once(w.as_str()), true), 0, 1)
                .is_some()
        })
}

/// "Its account", "the brother's account", "the account of two nurses".
fn english_owner(page: &Page, a: usize, b: usize, noun: usize) -> Option<Owner> {
    let before = noun.checked_sub(1)?;
    if matches!(page.text(before), "its" | "their" | "his" | "her") {
        return Some(Owner::Own);
    }
    let low = a.max(noun.saturating_sub(OWNER));
    if page.text(before).ends_with("'s") || page.text(before).ends_with('’') {
        return (low < noun).then_some(Owner::Called(low, noun));
    }
    if matches!(page.text(noun + 1), "of" | "by" | "from") && noun + 2 < b {
        return Some(Owner::Called(noun + 2, b.min(noun + 2 + OWNER)));
    }
    None
}

/// Whether a word stands right behind a negation.
fn negated(page: &Page, k: usize) -> bool {
    k > 0 && page.turns(k - 1, Turn::Negation)
}

/// The one side that sayings take on his death.
fn one_side<'r>(life: &Life, of: impl Iterator<Item = &'r Reading>) -> Option<Stance> {
    let alive = |r: &Reading| {
        r.of.roles
            .iter()
            .any(|(_, f)| f.contains(&Filler::Value("alive".to_owned())))
    };
    // A word misread among many that say the same makes no second side.
    const RARE: usize = 5;
    let (mut so, mut not) = (0, 0);
    for r in of.filter(|r| life.is_of(&r.of)) {
        match (r.stance, alive(r)) {
            (Stance::Affirms, false) | (Stance::Denies, true) => so += 1,
            (Stance::Denies, false) | (Stance::Affirms, true) => not += 1,
            _ => {}
        }
    }
    if so > not * RARE {
        Some(Stance::Affirms)
    } else {
        (not > so * RARE).then_some(Stance::Denies)
    }
}

/// The side of whoever speaks: in the same article, else in the whole case.
fn own_side(
    life: &Life,
    articles: &[Article],
    out: &[Reading],
    article: usize,
    i: usize,
) -> Option<Stance> {
    let who = speaker(articles.get(article)?, Said::Statement(i))?;
    let theirs = |r: &&Reading| {
        (r.article != article || r.said != Said::Statement(i))
            && !by_place(&r.rule)
            && articles
                .get(r.article)
                .and_then(|a| speaker(a, r.said))
                .is_some_and(|n| n == who)
    };
    one_side(
        life,
        out.iter().filter(theirs).filter(|r| r.article == article),
    )
    .or_else(|| one_side(life, out.iter().filter(theirs)))
}

/// The side of whoever an article calls by these tokens: of those whose own words in it bear one of the words.
fn called_side(
    life: &Life,
    article: &Article,
    page: &Page,
    out: &[Reading],
    k: usize,
    i: usize,
    (a, b): (usize, usize),
) -> Option<Stance> {
    let arabic = page.arabic();
    let forms = |text: &str| -> BTreeSet<String> {
        let words = Words::of_text(text, arabic).forms;
        let long = |w: &String| w.chars().count() > 3;
        words.into_iter().flatten().filter(long).collect()
    };
    let called: BTreeSet<String> = (a..b)
        .filter(|&n| page.piece(n) == Piece::Word)
        .flat_map(|n| forms(page.text(n)))
        .collect();
    let bears = |r: &&Reading| {
        let Said::Statement(n) = r.said else {
            return false;
        };
        let Some(o) = article.extraction.statements.get(n) else {
            return false;
        };
        let name = o.source_name.as_deref().unwrap_or_default();
        let words = o.source.iter().map(|q| q.text.as_str()).chain([name]);
        n != i && words.flat_map(forms).any(|w| called.contains(&w))
    };
    one_side(
        life,
        out.iter()
            .filter(|r| r.article == k && !by_place(&r.rule))
            .filter(bears),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_built_in_wordings_parse() {
        let file: File = questions(include_str!("../../packs/accounts.ron"));
        assert!(!file.ar.upheld.is_empty() && !file.en.rejected.is_empty());
    }
}
