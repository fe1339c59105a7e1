//! Arabic subjects: who stands before the verb («لكن منصة «كذا» المختصة في … أكدت أن»), who put out what is said to show something («صورا قالت
//! إنها»), and phrases that are too long or head nothing («السلطات حتى الساعة», «كل على حدة»). The wordings are data (`packs/clauses.ron`).

use super::arabic::{all_name, nobody};
use super::clauses::{Clauses, comma, of, plain};
use super::ground::Ground;
use super::prose::Word;
use super::subjects::takes;
use super::wordings::forms;
use crate::extraction::{Act, Proposed, SourceKind};

/// Whose clause it is: from the first word of the subject to the last before the verb.
struct Lifted {
    from: usize,
    /// One past the last word of the phrase, asides left out.
    to: usize,
}

/// The subject that a particle lifts before a verb, all of it: «لكن خبيرا في الأدلة الرقمية، طلب عدم ذكر اسمه، قال».
fn lifted(ground: &Ground, words: &[Word], verb: &Word) -> Option<Lifted> {
    const LONGEST: usize = 14;
    let known = of()?;
    let end = match words.last()?.folded.as_str() {
        "قد" | "كان" | "كانت" | "كانوا" => words.len() - 1,
        _ => words.len(),
    };
    let said = forms(words, true);
    let from = (0..end).rev().find_map(|k| {
        let opens = k == 0 || comma(&words[k - 1]) || words[k].folded.starts_with('و');
        let found = known.lifts.at(&said, k, end).filter(|_| opens)?;
        Some(found.to)
    })?;
    let phrase = words.get(from..end).filter(|p| !p.is_empty())?;
    let head = &phrase[0];
    let barred = plain(&known.no_head, head)
        || ground.pack.conveys(&head.folded).is_some()
        || phrase.len() > LONGEST;
    let clause = phrase.iter().enumerate().any(|(k, w)| {
        let led = k > 0 && plain(&known.leads, &phrase[k - 1]);
        let noun = w.folded.starts_with("ال") || w.folded.starts_with("لل");
        plain(&known.that, w)
            || w.after.contains([':', '.'])
            || k > 0 && !led && !noun && ground.pack.conveys(&w.folded).is_some()
    });
    if barred || clause || !agrees(&head.folded, &verb.folded) {
        return None;
    }
    let first = phrase.iter().position(comma);
    // An aside is closed right before the verb.
    let to = match first {
        Some(k) if k + 1 < phrase.len() && !comma(phrase.last()?) => return None,
        Some(k) => k + 1,
        None => phrase.len(),
    };
    Some(Lifted {
        from,
        to: from + to,
    })
}

/// Whether a verb may be of a noun before it, as far as their endings tell.
fn agrees(head: &str, verb: &str) -> bool {
    let verb = verb.strip_prefix('ف').unwrap_or(verb);
    let feminine = verb.ends_with('ت') || verb.starts_with('ت');
    let many = verb.ends_with("وا") || verb.ends_with("ون") || verb.ends_with("ا");
    let of_her = head.ends_with('ه') || head.ends_with("ات");
    !(of_her && !feminine && !many)
}

/// Gives a saying to the subject that its own clause puts before the verb, where an older one was taken or only its first word.
pub(super) fn headed(ground: &Ground, one: &mut Proposed) {
    let Some(cue) = &one.cue else {
        return;
    };
    let (start, _) = ground.prose.sentence(cue.start as usize);
    let verb = ground.prose.words(cue.start as usize, cue.end as usize);
    let Some(verb) = verb.first() else {
        return;
    };
    let says = ground.pack.conveys(&verb.folded).is_some();
    if one.act == Act::Rumour && one.source.is_none() || !says {
        return;
    }
    let words = ground.prose.words(start, cue.start as usize);
    let older = one
        .source
        .as_ref()
        .is_none_or(|s| (s.end as usize) <= start);
    let Some(lifted) = lifted(ground, &words, verb) else {
        return;
    };
    let phrase = &words[lifted.from..lifted.to];
    let (Some(first), Some(last)) = (phrase.first(), phrase.last()) else {
        return;
    };
    let cut = one.source.as_ref().is_some_and(|s| {
        let own = ground.prose.words(s.start as usize, s.end as usize);
        let ends = own
            .last()
            .is_some_and(|w| of().is_some_and(|k| plain(&k.leads, w)));
        let known = |w: &Word| ground.titles.is_given(std::slice::from_ref(&w.folded));
        let short = own.len() == 1 && !own.iter().any(known) || ends;
        own.first().is_some_and(|w| w.start == first.start) && (s.end as usize) < last.end && short
    });
    // «منصة كذا المعنية بكشف الصور»: what it is concerned with.
    let inside = one.source.as_ref().is_some_and(|s| {
        let at = phrase.iter().position(|w| w.end > s.start as usize);
        let led = at.filter(|k| *k > 0).is_some_and(|k| {
            of().is_some_and(|o| plain(&o.leads, &phrase[k - 1]))
                || phrase[k].folded.starts_with('ب') && phrase[k].start == s.start as usize
        });
        led && (s.end as usize) <= last.end
    });
    if !older && !cut && !inside {
        return;
    }
    takes(ground, one, (first.start, last.end));
    if one.named {
        return;
    }
    if let Some(name) = in_quotes(ground, phrase) {
        one.source_name = Some(name);
        one.named = true;
        one.source_kind = SourceKind::Organization;
    }
    // «لكن الوزير السابق، فلان الفلاني، قال».
    let aside = &words[lifted.to..];
    if let Some(name) = aside
        .iter()
        .position(comma)
        .and_then(|k| all_name(ground, &aside[..=k]))
    {
        one.source_name = Some(ground.prose.slice(name.0, name.1));
        one.named = true;
        one.source_kind = SourceKind::Official;
    }
}

/// «منصة «كذا» المختصة في»: a word for what it is, and its name in quotation marks.
fn in_quotes(ground: &Ground, phrase: &[Word]) -> Option<String> {
    let close = phrase
        .iter()
        .take(5)
        .position(|w| w.after.contains(['»', '”', '"']))
        .filter(|k| *k > 0)?;
    let opened = phrase.get(1).and_then(|w| w.start.checked_sub(1));
    let opened = opened.and_then(|k| ground.prose.char(k));
    let name = ground.prose.slice(phrase[0].start, phrase[close].end);
    matches!(opened, Some('«' | '“' | '"')).then(|| name.replace(['«', '“', '"'], ""))
}

/// «نشرت الحكومة صورا قالت إنها»: whoever put them out says it, and nobody whom they show.
pub(super) fn shown_by(ground: &Ground, one: &mut Proposed) {
    const FAR: usize = 9;
    const NEAR: usize = 3;
    let (Some(known), Some(cue)) = (of(), &one.cue) else {
        return;
    };
    let (start, _) = ground.prose.sentence(cue.start as usize);
    let mut words = ground.prose.words(start, cue.start as usize);
    // Behind a dateline.
    if let Some(k) = words
        .iter()
        .rposition(|w| w.after.contains([':', '-', '–']))
    {
        words.drain(..=k);
    }
    let near = words.len().saturating_sub(NEAR)..words.len();
    let shows = |k: &usize| {
        plain(&known.shows, &words[*k]) && words[*k..].iter().all(|w| !w.folded.starts_with("ال"))
    };
    let Some(s) = near.rev().find(shows) else {
        return;
    };
    let own = one
        .source
        .as_ref()
        .is_none_or(|q| q.start as usize >= words[s].start);
    let beside = words[s..].iter().all(|w| w.after.trim().is_empty());
    let begins = words.first().is_some_and(|w| !comma(w))
        && one.act != Act::Rumour
        && !words.iter().any(|w| plain(&known.that, w));
    if !own || !beside || !begins || !(2..=FAR).contains(&s) {
        return;
    }
    let said = forms(&words, true);
    let upto = super::embedded::of().map_or(s, |e| super::embedded::upto(e, &words, &said, 1, s));
    let feminine = |w: &str| w.ends_with('ت');
    let told = crate::text::fold::fold(&cue.text);
    let told = told.split_whitespace().next().unwrap_or_default();
    let of_one = feminine(&words[0].folded) == feminine(told);
    if of_one && words[1..upto].iter().rev().skip(1).all(|w| !comma(w)) {
        takes(ground, one, (words[1].start, words[upto - 1].end));
    } else {
        nobody(one);
    }
}

/// «السلطات الكردانية حتى الساعة»: who speaks ends before until when; «نفي الحكومة المتكرر»: an adjective of another gender is of the denial.
pub(super) fn overlong(ground: &Ground, one: &mut Proposed) {
    let (Some(known), Some(source)) = (of(), one.source.clone()) else {
        return;
    };
    let (from, to) = (source.start as usize, source.end as usize);
    let words = ground.prose.words(from, to);
    // «شبكة كذا المقربة من»: a name ends before what was cut.
    if let Some(name) = one.source_name.clone() {
        let all = super::prose::Prose::new(&name);
        let all = all.words(0, all.len());
        if let [first, .., _, last] = all.as_slice()
            && plain(&known.leads, last)
        {
            let end = all[all.len() - 3].end.max(first.end);
            one.source_name = Some(name.chars().take(end).collect());
        }
        // «جاء في بيان لوزارة كذا»: the preposition is none of the name.
        if let [first, ..] = all.as_slice()
            && let Some(rest) = first
                .folded
                .strip_prefix('ل')
                .filter(|r| r.chars().count() > 3)
            && !first.folded.starts_with("لل")
            && all.len() > 1
            && super::unheard::heads_group(rest)
        {
            one.source_name = Some(name.chars().skip(first.start + 1).collect());
        }
        // «اثنين من حراسه», «منصة كذا المعنية بكشف»: a number, or what somebody is concerned with, is no name.
        let number = |w: &Word| {
            super::unheard::number(w)
                || matches!(
                    w.folded.as_str(),
                    "اثنين" | "اثنان" | "اثنتين" | "عدد" | "بعض"
                )
        };
        let counted = matches!(all.as_slice(), [one] if number(one)) && words.len() > 1;
        let person = words.first().is_some_and(|w| {
            let bare = w.folded.strip_prefix("ال").unwrap_or(&w.folded);
            ground.pack.human(bare) || super::arabic::office(ground, bare)
        });
        let concern = !person
            && all.first().is_some_and(|w| w.folded.starts_with('ب'))
            && words.iter().skip(1).any(|w| w.folded == all[0].folded);
        if counted || concern {
            takes(ground, one, (from, to));
            if let (true, Some(name)) = (concern, in_quotes(ground, &words)) {
                one.source_name = Some(name);
                one.named = true;
                one.source_kind = SourceKind::Organization;
            } else {
                one.source_name = Some(source.text.clone());
                one.named = false;
                one.source_kind = SourceKind::AnonymousSource;
            }
            return;
        }
        // «بحسب مصدر رفيع، فإن».
        if let [.., before, last] = all.as_slice()
            && matches!(last.folded.as_str(), "فان" | "فانه" | "فانها")
        {
            one.source_name = Some(name.chars().take(before.end).collect());
        }
        // «الفريق أول فلان الفلاني»: the grade is no given name.
        if let [first, second, _, ..] = all.as_slice()
            && matches!(first.folded.as_str(), "اول" | "ركن" | "طيار")
        {
            one.source_name = Some(name.chars().skip(second.start).collect());
        }
    }
    if let Some((from, to)) = none_of_it(ground, known, one, &words) {
        takes(ground, one, (from, to));
        return;
    }
    // «بحسب مصدر رفيع، فإن».
    let so =
        (1..words.len()).find(|&k| matches!(words[k].folded.as_str(), "فان" | "فانه" | "فانها"));
    let until = (1..words.len()).find(|&k| plain(&known.until, &words[k]));
    let [head, .., last] = words.as_slice() else {
        return;
    };
    let her = head.folded.starts_with("ال") && head.folded.ends_with('ه');
    let his = last.folded.starts_with("ال")
        && !last.folded.ends_with(['ه', 'ا', 'ي'])
        && !["ات", "ين", "ون"].iter().any(|e| last.folded.ends_with(e));
    let behind = one
        .cue
        .as_ref()
        .is_some_and(|c| c.end < source.start && source.start - c.end <= 2);
    // «خبير صوتيات اطلع على التسجيل».
    let does = (1..words.len())
        .find(|&k| !one.named && !head.folded.starts_with("ال") && plain(&known.does, &words[k]));
    let until = until.or(does).or(so);
    let stray = (her && his && behind && words.len() == 2).then_some(1);
    if let Some(k) = until.or(stray) {
        takes(ground, one, (from, words[k - 1].end));
    }
}

/// «أكدت ثلاثة مصادر، تحدثت كل على حدة، أن»: what is said is of the verb that the sentence opens with, and of its subject.
pub(super) fn of_an_aside(ground: &Ground, one: &mut Proposed) {
    const LONGEST: usize = 6;
    let (Some(known), Some(cue), Some(content)) = (of(), &one.cue, one.content.first()) else {
        return;
    };
    let (start, _) = ground.prose.sentence(cue.start as usize);
    let words = ground.prose.words(start, content.start as usize);
    let Some(v) = words.iter().position(|w| w.end > cue.start as usize) else {
        return;
    };
    let nobody = one.source.as_ref().is_none_or(|s| {
        let own = ground.prose.words(s.start as usize, s.end as usize);
        own.len() <= 3 && own.first().is_some_and(|w| plain(&known.no_head, w))
    });
    let Some(first) = words.first().filter(|_| nobody && v > 2) else {
        return;
    };
    let bare = first.folded.strip_prefix('و').unwrap_or(&first.folded);
    let whole = ground.pack.conveys(&first.folded).map(|c| (c, 0));
    let Some(((act, _), skip)) = whole.or_else(|| Some((ground.pack.conveys(bare)?, 1))) else {
        return;
    };
    // Closed by a comma right before what is said.
    let that = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "ان" | "انه" | "انها" | "بان" | "بانه" | "بانها"
        )
    };
    let closed = words[v..]
        .iter()
        .rev()
        .find(|w| !that(w))
        .is_some_and(comma);
    let last = (1..v).find(|&k| comma(&words[k]));
    if let Some(last) = last.filter(|k| *k <= LONGEST && *k + 1 == v && closed) {
        let span = (words[1].start, words[last].end);
        one.cue = Some(ground.prose.quoted(first.start + skip, first.end));
        one.act = act;
        takes(ground, one, span);
    }
}

/// Who speaks, where what was taken for it heads no phrase: «قيادي في «تيار كذا»» of whom only the
/// name of the body was taken.
fn none_of_it(
    ground: &Ground,
    known: &Clauses,
    one: &Proposed,
    source: &[Word],
) -> Option<(usize, usize)> {
    const LONGEST: usize = 6;
    let cue = one.cue.as_ref()?;
    let first = source.first()?;
    let (start, end) = ground.prose.sentence(cue.start as usize);
    let words = ground.prose.words(start, end);
    let begins = words.first().is_some_and(|w| {
        let bare = w.folded.strip_prefix('و').unwrap_or(&w.folded);
        ground.pack.conveys(bare).is_some() || ground.pack.conveys(&w.folded).is_some()
    });
    let v = words.iter().position(|w| w.end > cue.start as usize)?;
    let here = (start..end).contains(&first.start);
    // «أما النقابة فلا تزال تصر على أن».
    let lasts = matches!(
        first.folded.as_str(),
        "تزال" | "يزال" | "يزالون" | "زالت" | "زال"
    );
    if lasts && source.len() == 1 && here {
        let topic = words
            .iter()
            .position(|w| matches!(w.folded.as_str(), "اما" | "واما"))?;
        let to = (topic + 2..v).find(|&k| words[k].folded.starts_with('ف'))?;
        return (to - topic <= LONGEST).then(|| (words[topic + 1].start, words[to - 1].end));
    }
    // «أعلن رئيس الوزراء الحداد ثلاثة أيام، وقال إن»: a number is nobody.
    if here
        && begins
        && source.len() == 1
        && super::unheard::number(first)
        && first.end < words[v].start
    {
        let of = words.get(2).filter(|w| w.folded.starts_with("ال"));
        let of = of.filter(|_| !words[1].folded.starts_with("ال"));
        return Some((words[1].start, of.unwrap_or(&words[1]).end));
    }
    if (cue.end as usize) >= first.start || ground.prose.sentence(cue.end as usize).1 < first.start
    {
        return None;
    }
    let between = ground.prose.words(cue.end as usize, first.start);
    let head = between.first()?;
    let somebody = ground.pack.human(&head.folded) && !head.folded.starts_with("ال");
    if source.len() <= 3 && plain(&known.no_head, first) {
        let last = between.iter().position(comma).filter(|k| *k < LONGEST)?;
        return Some((head.start, between[last].end));
    }
    // The body stands in quotation marks behind a preposition.
    let opened = first
        .start
        .checked_sub(1)
        .and_then(|k| ground.prose.char(k));
    let led = between.last().is_some_and(|w| plain(&known.leads, w));
    let quiet = between.iter().all(|w| w.after.trim().is_empty());
    let within = matches!(opened, Some('«' | '“' | '"')) && led && quiet;
    (somebody && within && between.len() <= LONGEST)
        .then(|| (head.start, source.last().map_or(first.end, |w| w.end)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verb_is_of_no_noun_of_another_gender() {
        assert!(agrees("منصه", "اكدت"));
        assert!(agrees("خبيرا", "قال"));
        assert!(!agrees("منصه", "اكد"));
    }
}
