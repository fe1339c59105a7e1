//! Quotations that nobody was given for: each of more than a few words is somebody's saying.
//!
//! One that is a sentence of its own, right behind what somebody said in the same paragraph, goes on with their words. One behind a colon
//! is said by the subject of the clause before it, whatever its verb («وتساءلت النائبة فلانة تحت قبة البرلمان: «…»»).

use super::english_positions::behind_quote;
use super::english_unheard::whose;
use super::ground::Ground;
use super::prose::Word;
use super::unheard::made;
use crate::extraction::{Act, Proposed, Style};

/// Fewer words in quotation marks are a name, a title, a word that is held at arm's length.
const FEWEST: usize = 4;
/// A paragraph's last speaker ends within so many characters before.
const NEAR: usize = 160;
/// Words before a quotation that is a title, folded.
const TITLES: &[&str] = &[
    "headline",
    "headlined",
    "titled",
    "entitled",
    "headed",
    "article",
    "report",
    "story",
    "book",
    "film",
    "song",
    "slogan",
    "عنوان",
    "بعنوان",
    "المعنون",
    "المعنونه",
    "شعار",
    "هاشتاغ",
    "وسم",
    "كتاب",
    "فيلم",
    "برنامج",
    "الخبر",
    "خبر",
    "المقال",
    "تقرير",
    "التقرير",
];

/// Proposes the quotations of a text that no statement holds.
pub(super) fn quotations(ground: &Ground, statements: &mut Vec<Proposed>, arabic: bool) {
    let mut found: Vec<Proposed> = Vec::new();
    for (open, close) in quotes(ground) {
        let inner = ground.prose.words(open + 1, close);
        let held: usize = statements
            .iter()
            .flat_map(|s| &s.content)
            .map(|c| {
                (c.end as usize)
                    .min(close)
                    .saturating_sub((c.start as usize).max(open))
            })
            .sum();
        if arabic
            && held == 0
            && let Some(one) = in_front(ground, open, close, &inner)
        {
            found.push(one);
            continue;
        }
        if inner.len() < FEWEST || held * 2 >= close - open || titled(ground, open) {
            continue;
        }
        let (Some(first), Some(last)) = (inner.first(), inner.last()) else {
            continue;
        };
        let content = (first.start, last.end);
        if !arabic && let Some(one) = in_a_manner(ground, (open, close), content) {
            found.push(one);
            continue;
        }
        if !arabic && let Some(one) = told_us(ground, open, content) {
            found.push(one);
            continue;
        }
        if alone(ground, open, close) {
            let before = statements
                .iter()
                .filter(|s| s.source.is_some() && s.nested_in.is_none() && s.act != Act::Rumour)
                .filter_map(|s| {
                    let end = s
                        .content
                        .iter()
                        .chain(&s.cue)
                        .chain(&s.source)
                        .map(|q| q.end as usize)
                        .max()?;
                    (end <= open
                        && open - end <= NEAR
                        && !ground.prose.slice(end, open).contains('\n'))
                    .then_some((end, s))
                })
                .max_by_key(|(end, _)| *end);
            // Between their words and these no other sentence stands.
            if let Some((end, speaker)) = before
                && ground.prose.words(end, open).len() <= 4
            {
                let mut more = speaker.clone();
                more.id = format!("q{open}");
                more.cue_also = Vec::new();
                more.content = vec![ground.prose.quoted(content.0, content.1)];
                more.mentions = Vec::new();
                more.style = Style::Direct;
                more.act = Act::Assert;
                more.confidence = 0.6;
                found.push(more);
            } else if before.is_none() && !arabic {
                found.extend(of_the_paragraph(ground, open, content));
            }
            continue;
        }
        if arabic && let Some(one) = behind_a_colon(ground, open, content) {
            found.push(one);
        }
    }
    for one in found {
        let start = one.content[0].start;
        let at = statements
            .iter()
            .position(|s| s.content.first().is_some_and(|c| c.start > start))
            .unwrap_or(statements.len());
        statements.insert(at, one);
    }
}

/// "'Call the ministry,' snapped an employee of the embassy".
fn in_a_manner(
    ground: &Ground,
    (open, close): (usize, usize),
    content: (usize, usize),
) -> Option<Proposed> {
    let (_, end) = ground.prose.sentence(close + 1);
    let behind = ground.prose.words(close + 1, end);
    let (verb, who) = behind_quote(ground, &behind)?;
    said_by(ground, who, &behind[verb], open, content)
}

/// "We also print what the minister X told us over the telephone: '…'".
fn told_us(ground: &Ground, open: usize, content: (usize, usize)) -> Option<Proposed> {
    const FAR: usize = 8;
    let colon = (open.saturating_sub(2)..open).any(|n| ground.prose.char(n) == Some(':'));
    if !colon {
        return None;
    }
    let (start, _) = ground.prose.sentence(open);
    let words = ground.prose.words(start, open);
    let verb = words.iter().rposition(|w| {
        matches!(
            w.folded.as_str(),
            "told" | "said" | "wrote" | "replied" | "answered" | "asked"
        )
    })?;
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    let from = (verb.saturating_sub(FAR)..verb)
        .rev()
        .take_while(|&k| {
            words[k].after.is_empty()
                && !matches!(
                    words[k].folded.as_str(),
                    "what" | "that" | "and" | "as" | "when"
                )
        })
        .last()?;
    let who = &words[from..verb];
    if !who.iter().any(upper) || words.len() - verb > FAR {
        return None;
    }
    said_by(ground, who, &words[verb], open, content)
}

/// "Captain X called AFP by telephone. 'We have him.'": who the paragraph begins with, where it names nobody else.
fn of_the_paragraph(ground: &Ground, open: usize, content: (usize, usize)) -> Option<Proposed> {
    const MOST: usize = 8;
    const NEAR: usize = 220;
    let start = (0..open)
        .rev()
        .find(|&n| ground.prose.char(n) == Some('\n'))
        .map_or(0, |n| n + 1);
    if open - start > NEAR {
        return None;
    }
    let (_, end) = ground.prose.sentence(start);
    let words = ground.prose.words(start, end.min(open));
    let speaks = [
        "called",
        "rang",
        "telephoned",
        "phoned",
        "spoke",
        "answered",
        "replied",
        "was",
        "is",
        "sounded",
        "seemed",
        "wept",
        "laughed",
        "smiled",
        "shrugged",
        "insisted",
        "confirmed",
    ];
    let verb = words
        .iter()
        .take(MOST + 1)
        .position(|w| speaks.contains(&w.folded.as_str()))?;
    let mut who = &words[..verb];
    while let [_, rest @ ..] = who
        && who.iter().any(|w| w.after.contains(','))
    {
        who = rest;
    }
    let upper = |w: &Word| ground.prose.char(w.start).is_some_and(char::is_uppercase);
    let human = who.iter().any(|w| {
        ground.titles.is_title(&w.folded)
            || matches!(
                w.folded.as_str(),
                "source"
                    | "official"
                    | "spokesman"
                    | "spokeswoman"
                    | "witness"
                    | "aide"
                    | "officer"
                    | "diplomat"
            )
    });
    // A frank source, a captain who called: no "The town was quiet".
    if who.len() < 2 || !human || !who.iter().any(upper) {
        return None;
    }
    said_by(ground, who, words.get(verb)?, open, content)
}

fn said_by(
    ground: &Ground,
    who: &[Word],
    verb: &Word,
    open: usize,
    content: (usize, usize),
) -> Option<Proposed> {
    let one = whose(ground, who, verb, content)?;
    Some(Proposed {
        id: format!("q{open}"),
        style: Style::Direct,
        ..one
    })
}

/// The quotations of a text: from mark to mark, none over the end of a line.
fn quotes(ground: &Ground) -> Vec<(usize, usize)> {
    let mut all = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for n in 0..ground.prose.len() {
        let Some(c) = ground.prose.char(n) else {
            break;
        };
        match (open, c) {
            (_, '\n') => open = None,
            (Some((from, '«')), '»') | (Some((from, '“')), '”') | (Some((from, '"')), '"') => {
                all.push((from, n));
                open = None;
            }
            (None, '«' | '“' | '"') => open = Some((n, c)),
            _ => {}
        }
    }
    all
}

/// Whether the words before a quotation make it a title.
fn titled(ground: &Ground, open: usize) -> bool {
    let (start, _) = ground.prose.sentence(open.saturating_sub(1));
    let before = ground.prose.words(start.min(open), open);
    let bracket = ground.prose.char(open.wrapping_sub(1)) == Some('(');
    bracket
        || before.iter().rev().take(3).any(|w| {
            TITLES.contains(&w.folded.trim_start_matches(['و', 'ف', 'ب', 'ل']))
                || TITLES.contains(&w.folded.as_str())
        })
}

/// Whether a quotation is a sentence of its own: a full stop or the paragraph's beginning before it, its own stop and no verb behind it.
fn alone(ground: &Ground, open: usize, close: usize) -> bool {
    let before = (0..open)
        .rev()
        .filter_map(|n| ground.prose.char(n))
        .find(|c| *c != ' ');
    let stop = |c: Option<char>| c.is_some_and(|c| matches!(c, '.' | '!' | '?' | '؟'));
    let inside = stop(ground.prose.char(close.wrapping_sub(1)));
    let after = ground.prose.char(close + 1);
    before == Some('.')
        && (inside && after.is_none_or(char::is_whitespace) || stop(after) || after == Some('\n'))
}

/// «"حر طليق"، قالت الناطقة فلانة»: few words that open a sentence, and who says them.
fn in_front(ground: &Ground, open: usize, close: usize, inner: &[Word]) -> Option<Proposed> {
    const LONG: usize = 9;
    let (start, _) = ground.prose.sentence(open);
    let (_, end) = ground.prose.sentence(close + 1);
    let behind = ground.prose.words(close + 1, end);
    let comma = ground.prose.slice(close + 1, behind.first()?.start);
    let verb = behind.first()?;
    let says = matches!(
        verb.folded.as_str(),
        "قال"
            | "قالت"
            | "قالوا"
            | "يقول"
            | "تقول"
            | "علق"
            | "علقت"
            | "رد"
            | "ردت"
            | "اجاب"
            | "اجابت"
    );
    let first = ground.prose.slice(start, open).trim().is_empty();
    if !says || !comma.contains('،') || !first || inner.len() < 2 {
        return None;
    }
    let to = (1..behind.len())
        .find(|&k| !behind[k].after.is_empty())
        .unwrap_or(behind.len() - 1);
    let who = behind.get(1..=to).filter(|w| w.len() <= LONG)?;
    let content = (inner[0].start, inner[inner.len() - 1].end);
    quoted(ground, open, verb, who, content)
}

/// «وتساءلت النائبة المعارضة فلانة تحت قبة البرلمان: «…»».
fn behind_a_colon(ground: &Ground, open: usize, content: (usize, usize)) -> Option<Proposed> {
    let colon = (open.saturating_sub(2)..open).any(|n| ground.prose.char(n) == Some(':'));
    if !colon {
        return None;
    }
    let (start, _) = ground.prose.sentence(open);
    let words = ground.prose.words(start, open);
    let verb = words.first()?;
    if words.len() < 3 {
        return None;
    }
    let ends = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "في" | "تحت"
                | "علي"
                | "من"
                | "عن"
                | "امام"
                | "خلال"
                | "عند"
                | "بعد"
                | "قبل"
                | "عبر"
                | "الي"
                | "مع"
                | "وهو"
                | "وهي"
                | "الذي"
                | "التي"
        )
    };
    let upto = (2..words.len())
        .find(|&k| ends(&words[k]) || words[k - 1].after.contains(['،', ',']))
        .unwrap_or(words.len());
    let who = &words[1..upto];
    let head = who.first()?;
    let bare = head.folded.strip_prefix("ال").unwrap_or(&head.folded);
    let somebody = ground.pack.human(bare)
        || ground.pack.human(&head.folded)
        || ground.titles.is_title(&head.folded)
        || super::arabic::tail_name(ground, who).is_some();
    if !somebody || who.len() > 8 {
        return None;
    }
    quoted(ground, open, verb, who, content)
}

/// What stands between quotation marks, of whom a verb beside it names.
fn quoted(
    ground: &Ground,
    open: usize,
    verb: &Word,
    who: &[Word],
    content: (usize, usize),
) -> Option<Proposed> {
    let cue = (verb.start, verb.end);
    let one = made(ground, cue, Some(who), content, Act::Assert)?;
    Some(Proposed {
        id: format!("q{open}"),
        style: Style::Direct,
        ..one
    })
}
