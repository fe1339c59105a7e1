//! Who is told to have taken back their own word: "the monitor withdrew its finding that …", «سحبت الوزارة بيانها الذي أكدت فيه أن …».
//!
//! Extraction proposes what is conveyed; a withdrawal conveys that nothing stands any more, and what was said is told within it.
//! It is read only where nothing before the verb denies, wishes or passes it on, and where what was said is the speaker's own by
//! its possessive.

use super::english_unheard::{Found, of_that_one, proposed};
use super::ground::Ground;
use super::prose::{Word, quiet};
use super::unheard::made;
use super::voiced::enter;
use super::wordings::forms;
use crate::drafting::reading::WITHDRAWN;
use crate::drafting::withdrawals::{Told, withdrawals};
use crate::extraction::{Act, Proposed};

/// What was found in a sentence: the verb's words, who withdraws, and where what was said begins and ends.
struct Withdrawal {
    verb: (usize, usize),
    who: (usize, usize),
    content: (usize, usize),
}

/// Adds the withdrawals that a text tells of, and gives theirs what was said within them.
pub(super) fn withdrawing(ground: &Ground, statements: &mut Vec<Proposed>, arabic: bool) {
    let Some(told) = withdrawals().and_then(|w| w.told(arabic)) else {
        return;
    };
    let mut found = Vec::new();
    for (_, end, words) in ground.prose.sentences() {
        if matches!(ground.prose.char(end), Some('?' | '؟')) {
            continue;
        }
        let at = |v| {
            if arabic {
                in_arabic(&words, told, v)
            } else {
                in_english(&words, told, v)
            }
        };
        let Some(w) = (0..words.len()).find_map(at) else {
            continue;
        };
        let Some(mut one) = statement(ground, statements, &words, &w, arabic) else {
            continue;
        };
        let Some(cue) = one.cue.clone() else { continue };
        one.id = format!("{WITHDRAWN}{}", cue.start);
        let from = words[w.content.0].start as u32;
        let upto = words[w.content.1 - 1].end as u32;
        // «بيانها الذي أكدت فيه أن»: what was said is proposed already, as said by somebody.
        let within = |s: &Proposed| {
            s.cue
                .as_ref()
                .is_some_and(|c| cue.start <= c.start && c.start < upto)
                && s.content.iter().any(|c| c.start < upto && from < c.end)
        };
        if let Some(known) = statements.iter_mut().find(|s| within(s)) {
            one.content.clone_from(&known.content);
            one.mentions = std::mem::take(&mut known.mentions);
            one.nested_in = known.nested_in.take();
            *known = one;
        } else if !statements.iter().any(|s| overlaps(s, cue.start, upto)) {
            found.push(one);
        }
    }
    enter(statements, found);
}

/// Whether a statement has words of a stretch for its cue or content: then the withdrawal stands within what somebody says.
fn overlaps(s: &Proposed, from: u32, upto: u32) -> bool {
    let mut spans = s.content.iter().chain(&s.cue);
    spans.any(|q| q.start < upto && from < q.end)
}

fn statement(
    ground: &Ground,
    statements: &[Proposed],
    words: &[Word],
    w: &Withdrawal,
    arabic: bool,
) -> Option<Proposed> {
    let (first, last) = (words.get(w.content.0)?, words.get(w.content.1 - 1)?);
    if !arabic {
        // "A group that was first to say so took back its report": who stands before the clause.
        let relative = (w.who.0 + 1..w.who.1)
            .find(|&k| matches!(words[k].folded.as_str(), "that" | "which" | "who"));
        let mut line = words[..relative.unwrap_or(w.verb.0)].to_vec();
        let cut = w.verb.0 - line.len();
        line.extend(words[w.verb.0..].iter().cloned());
        let found = Found {
            subject: w.verb.0 - cut,
            cue: (w.verb.0 - cut, w.verb.1 - 1 - cut),
            content: w.content.0 - cut,
            act: Act::Clarify,
        };
        let one = proposed(ground, &line, &found)
            .or_else(|| of_that_one(ground, statements, &line, &found))?;
        return Some(Proposed {
            content: vec![ground.prose.quoted(first.start, last.end)],
            ..one
        });
    }
    let verb = words.get(w.verb.0)?;
    let bare = verb.folded.trim_start_matches(['و', 'ف']).chars().count();
    made(
        ground,
        (verb.end - bare, verb.end),
        words.get(w.who.0..w.who.1),
        (first.start, last.end),
        Act::Clarify,
    )
}

/// Where what was said ends: before a comma, or with its sentence. "Its general, Adam Wahl, had been killed": a comma that only
/// sets a name apart ends nothing.
fn end(words: &[Word], from: usize) -> usize {
    const NAME: usize = 5;
    let comma =
        |from: usize| (from..words.len()).find(|&k| words[k].after.contains([',', '،', ';', '؛']));
    let Some(first) = comma(from) else {
        return words.len();
    };
    let verb = words.get(comma(first + 1).map_or(words.len(), |k| k + 1));
    let apart = verb.is_some_and(|w| {
        matches!(
            w.folded.as_str(),
            "had" | "has" | "was" | "is" | "were" | "died" | "did"
        )
    });
    let named = apart && comma(first + 1).is_some_and(|k| k - first <= NAME);
    let last = if named {
        comma(first + 1).and_then(|k| comma(k + 1))
    } else {
        Some(first)
    };
    last.map_or(words.len(), |k| k + 1)
}

/// What was said, behind the word for it at `k`: "its report **that the mill burned**". Of a bare "its report" nobody can tell
/// which.
fn said(words: &[Word], told: &Told, arabic: bool, k: usize) -> Option<(usize, usize)> {
    const CLAUSE: usize = 7;
    let forms = forms(words, arabic);
    let mut at = k + 1;
    while told.behind.at(&forms, at, at + 1).is_some() && quiet(&words[at - 1..at]) {
        at += 1;
    }
    if at < words.len() && told.which.at(&forms, at, at + 1).is_some() && quiet(&words[k..at]) {
        let reach = words.len().min(at + CLAUSE);
        if let Some(that) = (at + 1..reach).find(|&n| told.that.at(&forms, n, n + 1).is_some())
            && quiet(&words[at..that])
        {
            return Some(opened(words, that));
        }
    } else if at < words.len()
        && told.about.at(&forms, at, at + 1).is_some()
        && quiet(&words[k..at])
    {
        return Some(opened(words, at));
    }
    None
}

/// What stands behind a word that opens it; the word itself where it holds the subject («بأنه»).
fn opened(words: &[Word], at: usize) -> (usize, usize) {
    let holds = words[at].folded.ends_with(['ه', 'ا']);
    let from = if holds || at + 1 == words.len() {
        at
    } else {
        at + 1
    };
    (from, end(words, from))
}

/// Whether nothing behind what was said makes another thing of it, or lets somebody else tell of it.
fn plain(words: &[Word], told: &Told, arabic: bool, (object, end): (usize, usize)) -> bool {
    let forms = forms(words, arabic);
    let other = (object + 1..words.len()).any(|k| told.other.at(&forms, k, k + 1).is_some());
    let by = (end..words.len()).any(|k| told.by.at(&forms, k, k + 1).is_some());
    !other && !by
}

/// The verb and the word for what was said, where a sentence tells that somebody took back their own word, of whatever matter:
/// "took back her statement", «تراجع عن تصريحه».
pub(in crate::drafting) fn withdraws_own(words: &[Word], arabic: bool) -> Option<(usize, usize)> {
    let told = withdrawals()?.told(arabic)?;
    (0..words.len()).find_map(|v| {
        let object = if arabic {
            arabic_object(words, told, v)?
        } else {
            english_object(words, told, v)?.2
        };
        Some((v, object))
    })
}

/// Where the clause begins, where the verb ends, and the word for what was said, of a verb of taking back at `v`.
fn english_object(words: &[Word], told: &Told, v: usize) -> Option<(usize, usize, usize)> {
    const TIME: usize = 3;
    const LONG: usize = 18;
    let forms = forms(words, false);
    let verb = told.verbs.at(&forms, v, words.len()).filter(|_| v > 0)?;
    let clause = (0..v)
        .rev()
        .find(|&k| {
            // A dash by itself ends a dateline: "DORNA, March 13 - The office …".
            words[k].after.contains([',', ';', ':', '–', '—', '-'])
        })
        .map_or(0, |k| k + 1);
    let barred = |a: usize, b: usize| (a..b).any(|k| told.bars.at(&forms, k, k + 1).is_some());
    // "Was withdrawn", "to have withdrawn": no subject of the verb stands there.
    let passive = matches!(
        words[v - 1].folded.as_str(),
        "was" | "were" | "is" | "are" | "be" | "been" | "being" | "to" | "and" | "or"
    );
    if passive || barred(0, verb.to) || v - clause > LONG {
        return None;
    }
    let near = verb.to..words.len().min(verb.to + TIME + 1);
    let own = |k: usize| told.whose.at(&forms, k, k + 1).is_some();
    let object = |whose: usize| {
        let near = whose + 1..words.len().min(whose + 5);
        near.into_iter()
            .find(|&k| told.objects.at(&forms, k, k + 1).is_some())
    };
    // "The report it had put out": their own, too.
    let said_so = |k: usize| {
        let said = object(k)?;
        let by = matches!(
            words.get(said + 1)?.folded.as_str(),
            "he" | "she" | "it" | "they"
        );
        (words[k].folded == "the" && by).then_some(k)
    };
    let whose = near
        .clone()
        .find(|&k| own(k))
        .or_else(|| near.clone().find_map(said_so))?;
    let object = object(whose)?;
    // "Withdrew its claim to the house".
    let of_words = words.get(object + 1).is_none_or(|w| w.folded != "to");
    (quiet(&words[v..object]) && of_words).then_some((clause, verb.to, object))
}

fn in_english(words: &[Word], told: &Told, v: usize) -> Option<Withdrawal> {
    let (clause, to, object) = english_object(words, told, v)?;
    let content = said(words, told, false, object)?;
    let plain = plain(words, told, false, (object, content.1));
    plain.then_some(Withdrawal {
        verb: (v, to),
        who: (clause, v),
        content,
    })
}

/// The word for what was said, of a verb of taking back at `v`.
fn arabic_object(words: &[Word], told: &Told, v: usize) -> Option<usize> {
    const FAR: usize = 12;
    let forms = forms(words, true);
    told.verbs.at(&forms, v, v + 1)?;
    let verb = words[v].folded.trim_start_matches(['و', 'ف']);
    let bar = |k: usize| told.bars.at(&forms, k, k + 1).is_some();
    // «بعد أن سحبت»: it did.
    let after = v >= 2 && words[v - 1].folded == "ان" && words[v - 2].folded.ends_with("بعد");
    if (0..v).any(|k| bar(k) && !(after && k + 1 == v)) {
        return None;
    }
    let object =
        (v + 1..words.len().min(v + FAR)).find(|&k| told.objects.at(&forms, k, k + 1).is_some())?;
    if !quiet(&words[v..object]) || (v + 1..object).any(bar) {
        return None;
    }
    // An army retreats, a message is withdrawn: «تراجع عن», «سحب» with nothing before what was said.
    let of = words[object - 1].folded == "عن";
    let leads = matches!(
        words[object - 1].folded.as_str(),
        "في" | "من" | "علي" | "الي" | "مع" | "عبر"
    );
    let object_of = if verb.starts_with("سحب") {
        !of && !leads
    } else {
        of
    };
    object_of.then_some(object)
}

fn in_arabic(words: &[Word], told: &Told, v: usize) -> Option<Withdrawal> {
    const SUBJECT: usize = 8;
    let object = arabic_object(words, told, v)?;
    let clause = (0..v)
        .rev()
        .find(|&k| !words[k].after.is_empty())
        .map_or(0, |k| k + 1);
    let day = |k: usize| {
        let w = words[k].folded.as_str();
        matches!(
            w,
            "اليوم"
                | "امس"
                | "يوم"
                | "مساء"
                | "صباح"
                | "لاحقا"
                | "عن"
                | "الاحد"
                | "الاثنين"
                | "الثلاثاء"
                | "الاربعاء"
                | "الخميس"
                | "الجمعه"
                | "السبت"
        )
    };
    let upto = (v + 1..object).find(|&k| day(k)).unwrap_or(object);
    let who = if upto > v + 1 {
        (v + 1, upto)
    } else {
        let mut from = clause;
        while from < v
            && matches!(
                words[from].folded.as_str(),
                "لكن"
                    | "ولكن"
                    | "وكان"
                    | "وكانت"
                    | "كان"
                    | "كانت"
                    | "فيما"
                    | "بينما"
                    | "غير"
                    | "الا"
                    | "ثم"
            )
        {
            from += 1;
        }
        // «كما تراجع عن تصريحه»: nobody is written.
        if from == v
            || matches!(
                words[from].folded.as_str(),
                "الذي"
                    | "التي"
                    | "الذين"
                    | "كما"
                    | "بعدما"
                    | "قد"
                    | "وقد"
                    | "عندما"
                    | "حين"
            )
        {
            return None;
        }
        let upto = if words[v - 1].folded == "قد" {
            v - 1
        } else {
            v
        };
        (from, upto)
    };
    let content = said(words, told, true, object)?;
    let short = who.1 > who.0 && who.1 - who.0 <= SUBJECT;
    (short && plain(words, told, true, (object, content.1))).then_some(Withdrawal {
        verb: (v, v + 1),
        who,
        content,
    })
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    fn told(text: &str, arabic: bool) -> Option<(String, String)> {
        let prose = Prose::new(text);
        let known = withdrawals()?.told(arabic)?;
        let (_, _, words) = prose.sentences().next()?;
        let at = |v| {
            if arabic {
                in_arabic(&words, known, v)
            } else {
                in_english(&words, known, v)
            }
        };
        let w = (0..words.len()).find_map(at)?;
        let cut = |(a, b): (usize, usize)| prose.slice(words[a].start, words[b - 1].end);
        Some((cut(w.who), cut(w.content)))
    }

    #[test]
    fn who_is_told_to_have_taken_back_their_word() {
        let some = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            told(
                "The guild has now withdrawn its finding that the miller drowned.",
                false
            ),
            some("The guild", "the miller drowned")
        );
        assert_eq!(
            told(
                "The harbour office retracted on Sunday its earlier claim about the ferry, saying it had erred.",
                false
            ),
            some("The harbour office", "the ferry")
        );
        assert_eq!(
            told(
                "QALMIR, March 13 - The guild took back its report that the mill burned.",
                false
            ),
            some("The guild", "the mill burned")
        );
        for not in [
            "The guild never withdrew its claim that the miller drowned.",
            "The guild denied that the mayor withdrew his claim.",
            "The mayor asked whether the guild withdrew its report that the mill burned.",
            "The guild withdrew its boats.",
            "The guild took back its report late on Monday.",
            "Its report was withdrawn by nobody.",
            "The guild should have withdrawn its claim.",
            "The guild has withdrawn its report that the miller drowned, the mayor said.",
            "According to the mayor, the guild has withdrawn its report that the mill burned.",
            "The office withdrew its boats after the guild withdrew its report that the mill burned.",
            "The mayor believes the guild has withdrawn its report that the mill burned.",
            "The guild withdrew its claim to the house where the miller drowned.",
            "The guild withdrew its report about the miller to correct a spelling.",
        ] {
            assert_eq!(told(not, false), None, "{not}");
        }
    }

    #[test]
    fn and_in_arabic() {
        let some = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            told(
                "سحبت نقابة الطحانين الأحد بيانها السابق الذي أكدت فيه أن الطحان غرق، موضحة أنها أخطأت.",
                true
            ),
            some("نقابة الطحانين", "الطحان غرق")
        );
        assert_eq!(
            told("وتراجع مكتب المرفأ عن تصريحه بشأن العبّارة.", true),
            some("مكتب المرفأ", "العبّارة")
        );
        assert_eq!(
            told("لكن النقابة سحبت تقريرها عن الطحان.", true),
            some("النقابة", "الطحان")
        );
        for not in [
            "لم تسحب النقابة بيانها.",
            "نفت النقابة أن يكون العمدة قد تراجع عن تصريحه.",
            "تراجع الجيش عن مواقعه.",
            "سحبت النقابة قواربها من المرفأ.",
            "وما سحبت النقابة بيانها عن الطحان.",
            "بحسب العمدة، سحبت النقابة تقريرها عن الطحان.",
            "وأفاد العمدة بأن النقابة سحبت تقريرها عن الطحان.",
            "سمع بالنقابة، التي سحبت بيانها بشأن الأسعار.",
        ] {
            assert_eq!(told(not, true), None, "{not}");
        }
    }
}
