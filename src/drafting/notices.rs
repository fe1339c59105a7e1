//! Corrections, withdrawals and apologies in an outlet's own voice, and the sentences in which they repeat what they take back.

use super::article::Article;
use super::mending::Prose;
use super::reading::{Reading, Said};
use crate::model::Stance;
use crate::text::Span;
use crate::text::fold::fold;

/// A notice as it stands in an article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Notice {
    /// The words that take back.
    pub(super) cue: Span,
    /// The sentence in which they stand.
    pub(super) sentence: Span,
    /// Sentences that say again what was reported.
    pub(super) repeats: Vec<Span>,
    /// What it does: `retracts`, `corrects`.
    pub(super) how: &'static str,
}

/// Words with which a notice opens, folded. Those of the second kind open explanations too: they count where the text also says
/// that something was published.
const OPENS: &[(&str, bool)] = &[
    ("تصحيح", true),
    ("تصويب", true),
    ("اعتذار", true),
    ("استدراك", true),
    ("سحب خبر", true),
    ("تنويه", false),
    ("توضيح", false),
    ("correction", true),
    ("corrections", true),
    ("retraction", true),
    ("apology", true),
    ("clarification", false),
    ("editor's note", false),
    ("editors' note", false),
];

/// Words behind an opening of a notice that say to whom, or from whom, it is.
const TO_READERS: &[&str] = &[
    "to our",
    "to readers",
    "الي قرا",
    "الي القرا",
    "الي متابع",
    "من هييه التحرير",
    "من اداره",
    "من اسره",
];

/// What an outlet says of itself when it takes back, folded, and what that does.
const OWN: &[(&str, &str)] = &[
    ("سحبنا", "retracts"),
    ("قررنا سحب", "retracts"),
    ("قررت سحب", "retracts"),
    ("قرر سحب", "retracts"),
    ("نسحب", "retracts"),
    ("حذفنا", "retracts"),
    ("ازلنا", "retracts"),
    ("تراجعنا", "retracts"),
    ("نتراجع عن", "retracts"),
    ("نعتذر", "corrects"),
    ("تعتذر", "corrects"),
    ("يعتذر", "corrects"),
    ("صححنا", "corrects"),
    ("عدلنا", "corrects"),
    ("we retract", "retracts"),
    ("we have retracted", "retracts"),
    ("we withdraw", "retracts"),
    ("we have withdrawn", "retracts"),
    ("we removed", "retracts"),
    ("we have removed", "retracts"),
    ("has been withdrawn", "retracts"),
    ("has been retracted", "retracts"),
    ("was withdrawn", "retracts"),
    ("should not have been published", "retracts"),
    ("no longer stand", "retracts"),
    ("we apologise", "corrects"),
    ("we apologize", "corrects"),
    ("we regret", "corrects"),
    ("we apologised", "corrects"),
    ("regrets the error", "corrects"),
    ("regret the error", "corrects"),
    ("an earlier version of th", "corrects"),
    ("a previous version of th", "corrects"),
    ("has been corrected", "corrects"),
    ("retracts the", "retracts"),
    ("retracts its", "retracts"),
    ("withdraws the", "retracts"),
    ("withdraws its", "retracts"),
    ("article has been removed", "retracts"),
    ("report has been removed", "retracts"),
    ("story has been removed", "retracts"),
    ("was wrong and has been removed", "retracts"),
    ("quotation has been removed", "corrects"),
    ("we should not have printed", "retracts"),
    ("we should not have published", "retracts"),
    ("we should not have reported", "retracts"),
    ("taken off our site", "retracts"),
    ("the mistake was ours", "corrects"),
    ("the error was ours", "corrects"),
    ("يسحب موقع", "retracts"),
    ("يسحب الموقع", "retracts"),
    ("تسحب الوكاله", "retracts"),
    ("تسحب الصحيفه", "retracts"),
    ("تسحب القناه", "retracts"),
    ("تسحب هيئه التحرير", "retracts"),
    ("تسحب هييه التحرير", "retracts"),
    ("ملغي", "retracts"),
    ("حذف من الصفحه", "retracts"),
    ("حذف من الموقع", "retracts"),
    ("اخطانا", "corrects"),
    ("والصواب ان", "corrects"),
];

/// Words that say that something had been published, folded.
const PUBLISHED: &[&str] = &[
    "نشر",
    "نشرت",
    "نشرنا",
    "نشرناه",
    "اوردنا",
    "اورد",
    "اوردت",
    "ذكرنا",
    "بثثنا",
    "بثت",
    "بثته",
    "نشره",
    "نشرته",
    "اوردته",
    "نشرها",
    "نشرتها",
    "اوردها",
    "اوردتها",
    "بثها",
    "بثتها",
    "نسبنا",
    "نسبناه",
    "نسبناها",
    "المنشور",
    "carried",
    "printed",
    "quoted",
    "dispatch",
    "edition",
    "report",
    "reported",
    "wrote",
    "published",
    "version",
    "story",
    "article",
    "reports",
];

/// The notice of an article, where it has one.
pub(super) fn notice(article: &Article) -> Option<Notice> {
    let prose = Prose::new(article.text);
    let sentences = sentences(&prose);
    let (first, line) = sentences.first()?;
    let title = article.title.map(fold).unwrap_or_default();
    let published = |words: &str| {
        words
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| PUBLISHED.contains(&w))
    };
    let opens = |text: &str| {
        OPENS.iter().find(|(word, sure)| {
            text.strip_prefix("an ").unwrap_or(text).strip_prefix(word).is_some_and(|rest| {
                rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
                    && (*sure || sentences.iter().take(2).any(|(_, s)| published(s)))
                    // A heading about a correction of the market is none: a colon, a dash, the end, or «و» of a second word follows.
                    && (rest.trim_start().chars().next().is_none_or(|c| matches!(c, ':' | '-' | '–' | '—' | 'و' | '،' | '.' | '\n'))
                        || TO_READERS.iter().any(|to| rest.trim_start().starts_with(to)))
            })
        })
    };
    let opened = opens(line).or_else(|| opens(&title));
    // What somebody is quoted as saying ("we regret the loss of life") is no word of the page.
    let quoted = quotations(article.text);
    let says = |n: usize, word: &str| {
        let (span, words) = &sentences[n];
        if !contains_words(words, word) {
            return false;
        }
        let cue = cue_in(&prose, *span, word);
        let near = sentences[n.saturating_sub(1)..sentences.len().min(n + 2)]
            .iter()
            .any(|(_, words)| published(words));
        !quoted
            .iter()
            .any(|q| q.start <= cue.start && cue.end <= q.end)
            && (near || !OF_ANYTHING.contains(&word))
    };
    let own = (0..sentences.len()).find_map(|n| {
        OWN.iter()
            .find(|(word, _)| says(n, word))
            .map(|(word, how)| (sentences[n].0, *word, *how))
            .or_else(|| withdraws(&sentences[n].1).map(|verb| (sentences[n].0, verb, "retracts")))
    });
    let withdrawn = (0..sentences.len()).any(|n| {
        withdraws(&sentences[n].1).is_some()
            || OWN
                .iter()
                .any(|(word, how)| *how == "retracts" && says(n, word))
    });
    if opened.is_none() && own.is_none() {
        return None;
    }
    let how = if withdrawn { "retracts" } else { "corrects" };
    let at_head = opened.filter(|_| opens(line).is_some());
    let (sentence, cue) = match (own, at_head) {
        (_, Some((word, _))) => (
            *first,
            Span::new(first.start, first.start + word.chars().count()),
        ),
        (Some((span, word, _)), None) => (span, cue_in(&prose, span, word)),
        (None, None) => (*first, Span::new(first.start, first.start)),
    };
    let near = sentences
        .iter()
        .position(|(s, _)| *s == sentence)
        .unwrap_or(0);
    let repeats = sentences
        .iter()
        .enumerate()
        // Near the words that take back, or at the head of the text before them.
        .filter(|(n, (_, words))| (n.abs_diff(near) <= 2 || *n < near.min(3)) && published(words))
        .map(|(_, (span, _))| *span)
        .collect();
    Some(Notice {
        cue,
        sentence,
        repeats,
        how,
    })
}

/// «تسحب «بوابة الحمادة» خبرها», "the Gate withdraws its report": the verb, where what is withdrawn right behind it is something published.
fn withdraws(words: &str) -> Option<&'static str> {
    let all: Vec<&str> = words
        .split(|c: char| !c.is_alphanumeric() && c != '\'')
        .filter(|w| !w.is_empty())
        .collect();
    all.iter()
        .take(WITHIN + 1)
        .enumerate()
        .find_map(|(n, word)| {
            let verb = WITHDRAWS.iter().find(|verb| {
                *word == **verb || word.strip_prefix(['و', 'ف']).is_some_and(|w| w == **verb)
            })?;
            let what = all[n + 1..].iter().take(WITHIN);
            // "The ministry withdraws a disputed report": not the page's own.
            let own = !verb.is_ascii()
                || what
                    .clone()
                    .take(2)
                    .any(|w| matches!(*w, "its" | "our" | "the" | "this"));
            (own && what.clone().any(|w| WITHDRAWN.contains(w))).then_some(*verb)
        })
}

/// Verbs with which a page withdraws, in the present: what it withdrew before is told, folded.
const WITHDRAWS: &[&str] = &["تسحب", "يسحب", "نسحب", "withdraws", "retracts"];

/// What is withdrawn, folded.
const WITHDRAWN: &[&str] = &[
    "خبرها",
    "خبره",
    "الخبر",
    "خبر",
    "تقريرها",
    "تقريره",
    "التقرير",
    "المقال",
    "المقطع",
    "report",
    "dispatch",
    "story",
    "article",
    "reports",
    "despatch",
];

/// Between the verb and what is withdrawn, and before the verb, stand so many words at most.
const WITHIN: usize = 6;

/// Words of [`OWN`] that may be said of anything: the page must speak of something published beside them.
const OF_ANYTHING: &[&str] = &[
    "نسحب",
    "سحبنا",
    "حذفنا",
    "ازلنا",
    "نعتذر",
    "تعتذر",
    "يعتذر",
    "عدلنا",
    "ملغي",
    "اخطانا",
    "we withdraw",
    "we have withdrawn",
    "we removed",
    "we have removed",
    "has been withdrawn",
    "was withdrawn",
    "we apologise",
    "we apologize",
    "we apologised",
    "we regret",
];

/// What stands between quotation marks of one line.
fn quotations(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, c) in text.chars().enumerate() {
        match (open, c) {
            (_, '\n') => open = None,
            (Some((from, close)), c) if c == close => {
                found.push(Span::new(from, at));
                open = None;
            }
            (None, '"') => open = Some((at, '"')),
            (None, '“') => open = Some((at, '”')),
            (None, '«') => open = Some((at, '»')),
            _ => {}
        }
    }
    found
}

/// Whether a phrase stands in folded words, its first letter at the beginning of a word («لذلك نسحب», «وسحبنا»).
fn contains_words(words: &str, phrase: &str) -> bool {
    words.match_indices(phrase).any(|(at, _)| {
        let before = words[..at].chars().next_back();
        let joined = before.is_some_and(|c| matches!(c, 'و' | 'ف'))
            && words[..at]
                .chars()
                .rev()
                .nth(1)
                .is_none_or(|c| !c.is_alphanumeric());
        joined || before.is_none_or(|c| !c.is_alphanumeric())
    })
}

fn cue_in(prose: &Prose, sentence: Span, phrase: &str) -> Span {
    let wanted: Vec<&str> = phrase.split_whitespace().collect();
    let words = prose.words(sentence.start, sentence.end);
    let at = words.windows(wanted.len().max(1)).find(|w| {
        w[0].folded
            .trim_start_matches(['و', 'ف'])
            .starts_with(wanted.first().copied().unwrap_or(""))
            || w[0]
                .folded
                .starts_with(wanted.first().copied().unwrap_or(""))
    });
    match at {
        Some(w) => Span::new(w[0].start, w[w.len() - 1].end),
        None => Span::new(sentence.start, sentence.start),
    }
}

/// The sentences of a text with their folded words.
fn sentences(prose: &Prose) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    for (_, _, words) in prose.sentences() {
        if let (Some(first), Some(last)) = (words.first(), words.last()) {
            let span = Span::new(first.start, last.end);
            found.push((span, fold(&prose.slice(span.start, span.end))));
        }
    }
    found
}

/// What a notice repeats is no fresh affirmation: it is passed on, and nobody stands behind it again.
pub(super) fn unsay(articles: &[Article], notices: &[Option<Notice>], readings: &mut [Reading]) {
    for reading in readings {
        let Some(notice) = &notices[reading.article] else {
            continue;
        };
        let start = match reading.said {
            Said::Statement(n) => articles[reading.article].extraction.statements[n]
                .content
                .first()
                .map(|c| c.start as usize),
            Said::Own(s) | Said::Heading(s) => Some(s.start),
            Said::Title => None,
        };
        let repeated =
            start.is_some_and(|at| notice.repeats.iter().any(|s| s.start <= at && at < s.end));
        if repeated && matches!(reading.stance, Stance::Affirms | Stance::Denies) {
            reading.stance = Stance::Reports;
            reading.hedged = false;
            reading.rule.push_str(" repeated-to-be-taken-back");
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extraction::Extraction;

    fn of(
        title: Option<&'static str>,
        text: &'static str,
        language: &'static str,
    ) -> Option<Notice> {
        notice(&Article {
            document: "a",
            outlet: Some("o"),
            title,
            published: None,
            language,
            text,
            extraction: Extraction {
                language: language.to_owned(),
                statements: Vec::new(),
                missed: Vec::new(),
                damage: Vec::new(),
            },
        })
    }

    #[test]
    fn notices_are_told_from_news_about_corrections() {
        let found = of(
            None,
            "تصحيح: نشر الموقع أمس خبرا عن مقتل القائد. وهذا خطأ، ونعتذر.",
            "ar",
        )
        .expect("a notice");
        assert_eq!(found.how, "corrects");
        assert_eq!(found.repeats.len(), 1);
        let found = of(
            None,
            "The gate is whole. We withdraw our report that it fell.",
            "en",
        )
        .expect("a notice");
        assert_eq!(found.how, "retracts");
        assert!(of(None, "تصحيح الأسعار في السوق بدأ أمس.", "ar").is_none());
        assert!(
            of(
                None,
                "The market saw a correction. The army withdrew.",
                "en"
            )
            .is_none()
        );
        assert!(of(None, "توضيح: تفتح الأسواق أبوابها غدا.", "ar").is_none());
    }
}
