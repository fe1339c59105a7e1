//! English sayings in relative clauses, which are of whom the clause is about: "the Centre, which first announced the death, has …", "a
//! general whose men deny that he was killed"; and verbs of telling with a colour ("crowed that"). The wordings are data
//! (`packs/relatives.ron`).
//!
//! In one file because whom a clause is about and what it says are found in one reading of it.

use std::sync::LazyLock;

use serde::Deserialize;

use super::condoled::condoled;
use super::english_passing::{relied, still};
use super::english_positions::holds;
use super::english_unheard::{Found, doubted, is, mourned, proposed, scoffed};
use super::foremost::foremost;
use super::ground::Ground;
use super::judged::judged;
use super::parted::shares_cue;
use super::prose::Word;
use super::voiced::enter;
use super::wordings::{ByLanguage, forms};
use crate::drafting::content::{Wordings, Words};
use crate::drafting::naming::Form;
use crate::extraction::{Act, Proposed};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    adverbs: String,
    colours: String,
    surely: String,
    negates: String,
    thanks: String,
    lines: String,
    talk: String,
    denies: String,
    bars: String,
    deeds: String,
    calls: String,
    likens: String,
    replies: String,
    no: String,
    yes: String,
    evades: String,
    vital: String,
    modal: String,
    untrue: String,
}

pub(super) struct Relatives {
    /// Words between a subject and its verb.
    pub(super) adverbs: Wordings,
    colours: Wordings,
    /// The same, though they deny.
    surely: Wordings,
    /// Words that turn a wording round.
    negates: Wordings,
    /// Verbs of thanks and praise.
    pub(super) thanks: Wordings,
    /// Nouns of what is said.
    pub(super) lines: Wordings,
    /// Words behind which nobody is.
    pub(super) talk: Wordings,
    denies: Wordings,
    bars: Wordings,
    /// What somebody does besides saying.
    pub(super) deeds: Wordings,
    /// Verbs behind which stands what a thing is called.
    pub(super) calls: Wordings,
    /// Verbs that want "as" before that.
    pub(super) likens: Wordings,
    /// Verbs of an answer.
    pub(super) replies: Wordings,
    /// Words of a plain answer.
    pub(super) no: Wordings,
    pub(super) yes: Wordings,
    /// Words that make it none.
    pub(super) evades: Wordings,
    /// Words of a life or a custody.
    pub(super) vital: Wordings,
    /// Words that make a clause no plain assertion.
    pub(super) modal: Wordings,
    /// What somebody calls a thing that he denies.
    pub(super) untrue: Wordings,
}

/// None where the pack does not have its shape, which a test rules out.
pub(super) fn of() -> Option<&'static Relatives> {
    static ALL: LazyLock<ByLanguage<Relatives>> = LazyLock::new(|| {
        ByLanguage::read(include_str!("../packs/relatives.ron"), |s: &Shape| {
            Relatives {
                adverbs: Wordings::new(&s.adverbs),
                colours: Wordings::new(&s.colours),
                surely: Wordings::new(&s.surely),
                negates: Wordings::new(&s.negates),
                thanks: Wordings::new(&s.thanks),
                lines: Wordings::new(&s.lines),
                talk: Wordings::new(&s.talk),
                denies: Wordings::new(&s.denies),
                bars: Wordings::new(&s.bars),
                deeds: Wordings::new(&s.deeds),
                calls: Wordings::new(&s.calls),
                likens: Wordings::new(&s.likens),
                replies: Wordings::new(&s.replies),
                no: Wordings::new(&s.no),
                yes: Wordings::new(&s.yes),
                evades: Wordings::new(&s.evades),
                vital: Wordings::new(&s.vital),
                modal: Wordings::new(&s.modal),
                untrue: Wordings::new(&s.untrue),
            }
        })
    });
    ALL.of(false)
}

/// "State radio crowed that", "a medic has told how", "spent three days swearing that".
pub(super) fn coloured(words: &[Word], n: usize) -> Option<Found> {
    let known = of()?;
    let forms = forms(words, false);
    let negated = |to: usize| (n..to).any(|k| known.negates.at(&forms, k, k + 1).is_some());
    let surely = known.surely.at(&forms, n, words.len());
    let to = match surely {
        Some(w) => w.to,
        None => {
            let to = known.colours.at(&forms, n, words.len())?.to;
            (!negated(to)).then_some(to)?
        }
    };
    let plain = words[n..to].iter().all(|w| w.after.is_empty());
    let barred = [
        "to", "not", "never", "was", "were", "be", "been", "and", "no", "who", "which",
    ];
    let nobody = n > 0 && known.talk.at(&forms, n - 1, n).is_some();
    let active = n > 0 && !is(words, n - 1, &barred) && !nobody;
    let denies = known.denies.at(&forms, n, words.len()).is_some();
    // "No doubt" is no doubt: its words are left out of the cue.
    let last = if surely.is_some() { n } else { to - 1 };
    (plain && active).then_some(Found {
        subject: n,
        cue: (n, last),
        content: to + usize::from(is(words, to, &["that"])),
        act: if denies { Act::Deny } else { Act::Assert },
    })
}

/// Adds what relative clauses say, and puts right what was read across their bounds.
pub(super) fn relatives(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for one in statements.iter_mut() {
        around(ground, one);
    }
    for (_, _, words) in ground.prose.sentences() {
        for r in 1..words.len() {
            told_how(ground, statements, &words, r);
            let Some(one) = clause(ground, &words, r) else {
                continue;
            };
            let Some(cue) = &one.cue else {
                continue;
            };
            if let Some(s) = statements.iter_mut().find(|s| shares_cue(s, cue)) {
                // Read across the bounds: what stands before the clause, or past its end.
                let before = s.content.iter().all(|c| c.end <= cue.start);
                let end = one.content.last().map_or(0, |c| c.end);
                let past = s.content.iter().any(|c| c.start < end && c.end > end);
                // "A carter at a mill, who said": taken for the mill's.
                let inner = |s: &Proposed| {
                    s.source
                        .as_ref()
                        .zip(one.source.as_ref())
                        .is_some_and(|(q, o)| {
                            is(&words, r, &["who"])
                                && o.start < q.start
                                && q.end == o.end
                                && !s.named
                        })
                };
                if inner(s) {
                    s.source = one.source;
                    s.source_name = one.source_name;
                    s.source_kind = one.source_kind;
                } else if before {
                    let id = s.id.clone();
                    *s = Proposed { id, ..one };
                } else if past && s.content.len() == 1 {
                    s.content = one.content;
                }
                continue;
            }
            let same = |c: &crate::extraction::Quoted| {
                one.content
                    .iter()
                    .any(|o| o.start == c.start && o.end == c.end)
            };
            if !statements.iter().any(|s| s.content.iter().any(same)) {
                found.push(one);
            }
        }
    }
    enter(statements, found);
}

/// "A princess who, according to her brother, saw the body": what is said goes on behind who says it.
fn around(ground: &Ground, one: &mut Proposed) {
    let (Some(source), [content]) = (&one.source, &mut one.content[..]) else {
        return;
    };
    let words = ground
        .prose
        .words(content.start as usize, content.end as usize);
    let open = words
        .last()
        .is_some_and(|w| matches!(w.folded.as_str(), "who" | "which" | "that" | "whose"));
    if !open || content.end > source.start {
        return;
    }
    let (_, stop) = ground.prose.sentence(source.end as usize);
    let behind = ground.prose.words(source.end as usize, stop);
    let closed = ground.prose.char(source.end as usize) == Some(',');
    let last = behind
        .iter()
        .find(|w| w.after.contains([',', ';']))
        .or(behind.last());
    if let (Some(first), Some(last)) = (behind.first().filter(|_| closed), last) {
        *content = ground.prose.quoted(first.start, last.end);
    }
}

/// "Has told how X died": the whole clause is what is told.
fn told_how(ground: &Ground, statements: &mut [Proposed], words: &[Word], n: usize) {
    let Some(found) = coloured(words, n) else {
        return;
    };
    let (Some(first), Some(last)) = (words.get(found.content), words.last()) else {
        return;
    };
    let cue = ground.prose.quoted(words[n].start, words[n].end);
    for s in statements.iter_mut().filter(|s| shares_cue(s, &cue)) {
        let late = |c: &crate::extraction::Quoted| {
            c.start as usize > first.start && c.end as usize == last.end
        };
        if s.content.len() == 1 && s.content.iter().all(late) {
            s.content = vec![ground.prose.quoted(first.start, last.end)];
        }
    }
}

/// What the clause behind a relative says: whose it is, and up to the comma that closes it.
fn clause(ground: &Ground, words: &[Word], r: usize) -> Option<Proposed> {
    const NEAR: usize = 7;
    let known = of()?;
    let whose = is(words, r, &["whose"]);
    let parted = words[r - 1].after.starts_with(',');
    if parted && is(words, r, &["the"]) {
        return apposed(ground, words, r);
    }
    if !(whose || is(words, r, &["which", "who"])) || !parted {
        return None;
    }
    let close = |from: usize| {
        (from..words.len())
            .find(|&k| words[k].after.contains([',', ';']))
            .unwrap_or(words.len() - 1)
    };
    let said = forms(words, false);
    let mut v = r + 1;
    if whose {
        v = (r + 2..words.len().min(r + NEAR)).find(|&k| {
            conveys(ground, words, &said, k)
                .or_else(|| pattern(words, k))
                .is_some()
        })?;
    } else {
        while let Some(adverb) = known.adverbs.at(&said, v, words.len()) {
            v = adverb.to;
        }
    }
    if v >= words.len() || words[r..v].iter().any(|w| !w.after.is_empty()) {
        return None;
    }
    let head = if whose {
        words[r + 1..v].to_vec()
    } else {
        antecedent(ground, words, r)
            .or_else(|| person(ground, words, r))?
            .to_vec()
    };
    let mut line = head;
    let at = line.len();
    if let Some(last) = line.last_mut() {
        last.after.clear();
    }
    line.extend(words[v..=close(v)].iter().cloned());
    let found = pattern(&line, at).or_else(|| conveys(ground, &line, &forms(&line, false), at))?;
    let one = proposed(ground, &line, &found)?;
    Some(Proposed {
        id: format!("r{}", words[v].start),
        ..one
    })
}

/// "Said Barzo of the guild, the first to report the fire": the guild's.
fn apposed(ground: &Ground, words: &[Word], r: usize) -> Option<Proposed> {
    let mut line = antecedent(ground, words, r)?.to_vec();
    let at = line.len();
    let last = (r..words.len())
        .find(|&k| words[k].after.contains([',', ';']))
        .unwrap_or(words.len() - 1);
    line.extend(words[r..=last].iter().cloned());
    let one = proposed(ground, &line, &foremost(&line, at)?)?;
    Some(Proposed {
        id: format!("r{}", words[r].start),
        ..one
    })
}

/// The wordings that say something without a verb of saying.
fn pattern(line: &[Word], at: usize) -> Option<Found> {
    coloured(line, at)
        .or_else(|| foremost(line, at))
        .or_else(|| holds(line, at))
        .or_else(|| judged(line, at))
        .or_else(|| condoled(line, at))
        .or_else(|| mourned(line, at))
        .or_else(|| scoffed(line, at))
        .or_else(|| doubted(line, at))
        .or_else(|| relied(line, at))
        .or_else(|| still(line, at))
}

/// A verb of saying with what it conveys right behind it, or behind whom it told.
fn conveys(ground: &Ground, words: &[Word], said: &Words, v: usize) -> Option<Found> {
    const TOLD: usize = 6;
    let known = of()?;
    let (act, _) = ground.pack.conveys(&words.get(v)?.folded)?;
    let quiet = |to: usize| words[v..to].iter().all(|w| w.after.is_empty());
    let that = (v + 1..words.len().min(v + TOLD)).find(|&k| is(words, k, &["that"]));
    let content = match that.filter(|&k| quiet(k)) {
        Some(k) => k + 1,
        None => {
            let next = words.get(v + 1)?;
            let open = quiet(v + 1)
                && known.bars.at(said, v + 1, v + 2).is_none()
                && !next.folded.ends_with("day")
                && !is(words, v, &["told", "tells", "informed", "spoke", "speaks"]);
            open.then_some(v + 1)?
        }
    };
    (content < words.len()).then_some(Found {
        subject: v,
        cue: (v, v),
        content,
        act,
    })
}

/// Whom a clause behind a comma is about: a name that ends there, or all that stands before where it is a noun phrase by itself.
fn antecedent<'a>(ground: &Ground, words: &'a [Word], r: usize) -> Option<&'a [Word]> {
    const LONG: usize = 8;
    let from = (0..r - 1)
        .rev()
        .find(|&k| words[k].after.contains([',', ';', ':', '–', '—', '-', ')']))
        .map_or(0, |k| k + 1);
    let head = &words[from..r];
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    let inner = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "of" | "for" | "and" | "the" | "al" | "bin"
        )
    };
    let article = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "the" | "a" | "an" | "its" | "his" | "her" | "their"
        )
    };
    // The clause's first noun phrase, with nothing that is a verb in it.
    let link = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "of" | "for" | "in" | "and" | "at" | "al" | "bin" | "the" | "'s"
        )
    };
    let skipped =
        usize::from(head.first().is_some_and(|w| {
            matches!(w.folded.as_str(), "but" | "and" | "only" | "even" | "while")
        }));
    let whole = head
        .get(skipped..)
        .filter(|h| !h.is_empty() && h.len() <= LONG)?;
    let opens = article(&whole[0]) || upper(&whole[0]);
    let verbless = whole
        .iter()
        .enumerate()
        .all(|(k, w)| k == 0 || upper(w) || link(w) || !verbal(ground, w) && article(&whole[0]));
    if from == 0 && opens && verbless {
        return Some(whole);
    }
    // A name at the end: a listed body, or capitals behind an article.
    let k = (0..head.len())
        .rev()
        .take_while(|&k| upper(&head[k]) || inner(&head[k]))
        .last()?;
    let k = (k..head.len()).find(|&k| upper(&head[k]))?;
    let tail = &head[k..];
    let form = Form::new(&ground.prose.slice(tail[0].start, tail[tail.len() - 1].end));
    let listed = ground.listed.find(&form, ground.titles).is_some();
    let before = k.checked_sub(1).map(|k| &head[k]);
    let led = before.is_some_and(|w| w.folded == "the") && tail.len() > 1;
    (listed || led).then_some(tail)
}

/// "Was shown it by a carter, who said": the noun phrase that ends there, where "who" makes it a person.
fn person<'a>(ground: &Ground, words: &'a [Word], r: usize) -> Option<&'a [Word]> {
    const LONG: usize = 7;
    const COUNTS: &[&str] = &[
        "a", "an", "one", "two", "three", "four", "five", "several", "another",
    ];
    const JOINS: &[&str] = &["of", "at", "in", "from", "for", "with"];
    let low = r.saturating_sub(LONG);
    let quiet = |k: usize| words[k..r - 1].iter().all(|w| w.after.is_empty());
    let opens = |upto: usize| {
        (low..upto)
            .rev()
            .take_while(|&k| quiet(k) && !verbal(ground, &words[k]))
            .find(|&k| is(words, k, COUNTS))
    };
    // A name is of whom it is by itself.
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    if !is(words, r, &["who"]) || upper(&words[r - 1]) {
        return None;
    }
    let k = (low..r)
        .rev()
        .take_while(|&k| quiet(k))
        .find(|&k| is(words, k, COUNTS) || is(words, k, &["the", "his", "her", "its", "their"]))?;
    // "A carter at a mill, who": the carter.
    let joined = k > 0 && is(words, k - 1, JOINS);
    let from = joined
        .then(|| opens(k - 1))
        .flatten()
        .filter(|&o| o + 1 < k - 1)
        .or_else(|| is(words, k, COUNTS).then_some(k))?;
    let phrase = &words[from..r];
    let plain = phrase
        .iter()
        .enumerate()
        .all(|(n, w)| n == 0 || is(words, from + n, JOINS) || !verbal(ground, w));
    (from > 0 && phrase.len() > 1 && plain).then_some(phrase)
}

/// Whether a lower-case word may be a verb.
pub(super) fn verbal(ground: &Ground, word: &Word) -> bool {
    let w = word.folded.as_str();
    ground.pack.conveys(w).is_some()
        || w.ends_with("ed")
        || matches!(
            w,
            "is" | "was"
                | "are"
                | "were"
                | "has"
                | "had"
                | "have"
                | "will"
                | "would"
                | "could"
                | "can"
                | "came"
                | "took"
                | "went"
                | "gave"
                | "made"
                | "did"
                | "does"
                | "do"
                | "by"
                | "to"
                | "from"
                | "with"
                | "that"
                | "it"
        )
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    #[test]
    fn telling_with_a_colour_is_telling() {
        assert!(of().is_some());
        let cut = |text: &str| {
            let prose = Prose::new(text);
            let words = prose.words(0, prose.len());
            let f = (1..words.len()).find_map(|n| coloured(&words, n))?;
            Some((prose.slice(words[f.content].start, prose.len()), f.act))
        };
        assert_eq!(
            cut("The guild crowed that the mill had burned"),
            Some(("the mill had burned".to_owned(), Act::Assert))
        );
        assert_eq!(
            cut("The guild spent two days denying that it burned"),
            Some(("it burned".to_owned(), Act::Deny))
        );
        assert_eq!(
            cut("The guild has told how the mill burned")
                .map(|c| c.0)
                .as_deref(),
            Some("the mill burned")
        );
        assert_eq!(cut("The guild had no reason to boast that it burned"), None);
    }
}
