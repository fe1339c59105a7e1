//! Who welcomes or condemns what befell somebody, and so says that it did; who counsels caution over a report, and so doubts it:
//! "the union condemned the arrest of its treasurer", «دعا دبلوماسي إلى التعامل بحذر مع الأنباء». The wordings are data
//! (`packs/judged.ron`).

use std::sync::LazyLock;

use serde::Deserialize;

use super::english_unheard::Found;
use super::ground::Ground;
use super::parted::shares_cue;
use super::prose::{Word, quiet};
use super::unheard::made;
use super::voiced::enter;
use super::wordings::{ByLanguage, forms};
use crate::drafting::content::Wordings;
use crate::extraction::{Act, Proposed};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    commits: String,
    befell: String,
    caution: String,
    caution_begins: String,
    by: String,
    issued: String,
    says: String,
    denies: String,
}

pub(super) struct Judged {
    /// Verbs of welcoming and condemning.
    pub(super) commits: Wordings,
    /// Nouns of what befell somebody.
    pub(super) befell: Wordings,
    caution: Wordings,
    /// With which the counsel begins, where that is not its verb.
    caution_begins: Wordings,
    /// Nouns of counsel, behind whoever gives it.
    by: Wordings,
    /// "Issued a statement", and what it says or denies.
    pub(super) issued: Wordings,
    says: Wordings,
    denies: Wordings,
}

/// None where the pack does not have its shape, which a test rules out.
pub(super) fn of(arabic: bool) -> Option<&'static Judged> {
    static ALL: LazyLock<ByLanguage<Judged>> = LazyLock::new(|| {
        ByLanguage::read(include_str!("../packs/judged.ron"), |s: &Shape| Judged {
            commits: Wordings::new(&s.commits),
            befell: Wordings::new(&s.befell),
            caution: Wordings::new(&s.caution),
            caution_begins: Wordings::new(&s.caution_begins),
            by: Wordings::new(&s.by),
            issued: Wordings::new(&s.issued),
            says: Wordings::new(&s.says),
            denies: Wordings::new(&s.denies),
        })
    });
    ALL.of(arabic)
}

/// "Condemned what it called the kidnapping of", "urged caution over": the verb, and what is judged behind it.
pub(super) fn judged(words: &[Word], n: usize) -> Option<Found> {
    const NEAR: usize = 6;
    let known = of(false)?;
    let forms = forms(words, false);
    let active = !matches!(
        words[n - 1].folded.as_str(),
        "was"
            | "were"
            | "been"
            | "being"
            | "is"
            | "are"
            | "be"
            | "and"
            | "not"
            | "never"
            | "neither"
            | "nor"
            | "to"
    );
    let plain = |a: usize, b: usize| quiet(&words[a..b]);
    if let Some(w) = known.commits.at(&forms, n, words.len()).filter(|_| active) {
        let noun = (w.to..words.len().min(w.to + NEAR))
            .find(|&k| known.befell.at(&forms, k, words.len()).is_some())?;
        return plain(n, noun).then_some(Found {
            subject: n,
            cue: (n, w.to - 1),
            content: w.to,
            act: Act::Confirm,
        });
    }
    let w = known
        .caution
        .at(&forms, n, words.len())
        .filter(|_| active)?;
    plain(n, w.to - 1).then_some(Found {
        subject: n,
        cue: (n, n),
        content: n + 1,
        act: Act::Opinion,
    })
}

/// "Issued a statement denying that": the verb of what is issued, and what that says.
pub(super) fn issued(words: &[Word], n: usize) -> Option<Found> {
    const NEAR: usize = 5;
    let known = of(false)?;
    let forms = forms(words, false);
    let w = known.issued.at(&forms, n, words.len())?;
    let says = |k: usize| known.says.at(&forms, k, k + 1).is_some();
    let denies = |k: usize| known.denies.at(&forms, k, k + 1).is_some();
    let verb = (w.to..words.len().min(w.to + NEAR)).find(|&k| says(k) || denies(k))?;
    // "Aired a recording of a captive saying": the captive says it.
    let of = words[w.to.min(verb)..verb].iter().any(|w| w.folded == "of");
    let plain = !of && words[n..verb].iter().all(|w| w.after.is_empty());
    let that = words.get(verb + 1).is_some_and(|w| w.folded == "that");
    plain.then_some(Found {
        subject: n,
        cue: (verb, verb),
        content: verb + 1 + usize::from(that),
        act: if denies(verb) { Act::Deny } else { Act::Assert },
    })
}

/// Adds what is so judged in Arabic.
pub(super) fn judgements(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (_, _, words) in ground.prose.sentences() {
        let Some((verb, who, content, act)) = arabic(&words) else {
            continue;
        };
        let bare = words[verb].folded.trim_start_matches(['و', 'ف']);
        let begins = words[verb].end - bare.chars().count();
        let Some(last) = words.last() else {
            continue;
        };
        let one = made(
            ground,
            (begins, words[verb].end),
            Some(&words[who.0..who.1]),
            (words[content].start, last.end),
            act,
        );
        found.extend(one.filter(|o| {
            let heard = |s: &Proposed| o.cue.as_ref().is_some_and(|c| shares_cue(s, c));
            !statements.iter().any(heard)
        }));
    }
    enter(statements, found);
}

/// The verb, who judges, where what is judged begins, and the act.
fn arabic(words: &[Word]) -> Option<(usize, (usize, usize), usize, Act)> {
    const FAR: usize = 11;
    let known = of(true)?;
    let forms = forms(words, true);
    (0..words.len()).find_map(|verb| {
        let near = verb + 1..words.len().min(verb + FAR);
        if known.commits.at(&forms, verb, verb + 1).is_some() {
            let noun = near
                .clone()
                .skip(1)
                .find(|&k| known.befell.at(&forms, k, words.len()).is_some())?;
            let opens = verb == 0 || !words[verb - 1].after.is_empty() || verb < 3;
            // «رحب المحافظ بزيارة الوزير إلى موقع القصف»: another thing is judged.
            let only = words[verb + 1..noun].iter().all(|w| {
                let word = w.folded.as_str();
                let led = word.starts_with(['ب', 'ل']) && word.chars().count() > 3;
                let leads = matches!(word, "الي" | "علي" | "في" | "من" | "عن" | "مع" | "بعد");
                !leads && !led
            });
            return (opens && only && quiet(&words[verb..noun]) && noun > verb + 1).then_some((
                verb,
                (verb + 1, noun),
                noun,
                Act::Confirm,
            ));
        }
        known.caution.at(&forms, verb, verb + 1)?;
        let counsel = near
            .clone()
            .find(|&k| known.caution_begins.at(&forms, k, words.len()).is_some())?;
        let to = |k: usize| matches!(words[k].folded.as_str(), "الي" | "علي" | "ب");
        if !quiet(&words[verb..counsel]) {
            return None;
        }
        if known.by.at(&forms, verb, verb + 1).is_some() {
            let from = (0..verb).rev().find(|&k| words[k].folded == "عن")? + 1;
            return (from < verb).then_some((verb, (from, verb), counsel, Act::Opinion));
        }
        // «دعا المحافظ سكان البلدة إلى الحذر»: who is called upon stands behind who calls, so only one word can be told for sure.
        let until = (verb + 1..counsel).find(|&k| to(k)).unwrap_or(counsel);
        (until == verb + 2).then_some((verb, (verb + 1, until), counsel, Act::Opinion))
    })
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    #[test]
    fn who_condemns_says_it_and_who_counsels_caution_doubts() {
        assert!(of(true).is_some() && of(false).is_some());
        let cut = |text: &str| {
            let prose = Prose::new(text);
            let words = prose.words(0, prose.len());
            (1..words.len()).find_map(|n| {
                let f = judged(&words, n)?;
                Some((prose.slice(words[f.content].start, prose.len()), f.act))
            })
        };
        assert_eq!(
            cut("The guild condemned the arrest of its treasurer"),
            Some(("the arrest of its treasurer".to_owned(), Act::Confirm))
        );
        assert_eq!(
            cut("A bishop urged caution over the reports"),
            Some(("caution over the reports".to_owned(), Act::Opinion))
        );
        assert_eq!(cut("The bishop was condemned for the arrest"), None);
        let prose =
            Prose::new("The guild later issued a statement denying that its mill had burned");
        let words = prose.words(0, prose.len());
        let found = (1..words.len()).find_map(|n| issued(&words, n));
        let found = found.expect("a statement");
        assert_eq!(
            (words[found.content].folded.as_str(), found.act),
            ("its", Act::Deny)
        );
        let prose = Prose::new("ودعا المحافظ سكان البلدة إلى التعامل بحذر مع الأنباء.");
        assert_eq!(arabic(&prose.words(0, prose.len())), None);
        let prose = Prose::new("ودعا خباز إلى التعامل بحذر مع الأنباء.");
        let words = prose.words(0, prose.len());
        let (_, who, content, act) = arabic(&words).expect("a counsel");
        assert_eq!(words[who.0].folded, "خباز");
        assert_eq!(
            (words[content].folded.as_str(), act),
            ("التعامل", Act::Opinion)
        );
    }
}
