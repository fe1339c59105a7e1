//! Arabic subjects that are none: how somebody spoke («قال ضاحكا»), what is said of them aside («…، وكان أول الواصلين، حكى»), an indefinite
//! noun behind «أن» taken for a name («إلا أن كادرا في الجبهة … أبلغ»), whoever was told before who tells («قالت للقناة ممرضة إن»).

use super::arabic::{fronted, tail_name};
use super::ground::Ground;
use super::prose::Word;
use crate::drafting::content::Words;
use crate::drafting::naming::Form;
use crate::extraction::{Proposed, SourceKind};

/// Puts the subject of a saying right, where its own sentence shows who it is.
pub(super) fn subject(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(cue)) = (one.source.clone(), one.cue.clone()) else {
        return;
    };
    let (start, end) = ground.prose.sentence(cue.start as usize);
    let words = ground.prose.words(start, end);
    let Some(s) = words.iter().position(|w| w.end > source.start as usize) else {
        return;
    };
    let Some(v) = words.iter().position(|w| w.end > cue.start as usize) else {
        return;
    };
    if manner(ground, &words, s, v, source.end as usize) {
        // Whoever began the sentence goes on.
        match begun(ground, &words[..v]) {
            Some(who) => takes(ground, one, who),
            None => super::arabic::nobody(one),
        }
        return;
    }
    if aside(&words, s, v)
        && let Some((span, name)) = fronted(ground, start, words[v].start)
    {
        one.named = name.is_some();
        one.source_kind = kind(one.named);
        let quoted = ground.prose.quoted(span.0, span.1);
        one.source_name = Some(name.unwrap_or_else(|| quoted.text.clone()));
        one.source = Some(quoted);
        return;
    }
    if s < v
        && one.named
        && words[s].end >= source.end as usize
        && s.checked_sub(1)
            .is_some_and(|k| matches!(words[k].folded.as_str(), "ان" | "لكن" | "ولكن"))
        && words[s].folded.ends_with('ا')
        && words[s].folded.chars().count() >= 4
        && !ground
            .titles
            .is_given(std::slice::from_ref(&words[s].folded))
    {
        // «كادرا في الجبهة، فضّل عدم ذكر اسمه»: up to the comma.
        let last = (s..v)
            .find(|k| words[*k].after.contains(['،', ',']))
            .unwrap_or(v - 1);
        takes(ground, one, (words[s].start, words[last].end));
        return;
    }
    told_first(ground, one, &words, v, s);
}

fn kind(named: bool) -> SourceKind {
    if named {
        SourceKind::Official
    } else {
        SourceKind::AnonymousSource
    }
}

pub(super) fn takes(ground: &Ground, one: &mut Proposed, (from, to): (usize, usize)) {
    let words = ground.prose.words(from, to);
    let name = tail_name(ground, &words).map(|(a, b)| ground.prose.slice(a, b));
    let quoted = ground.prose.quoted(from, to);
    let listed = ground.listed.find(&Form::new(&quoted.text), ground.titles);
    one.named = name.is_some() || listed.is_some();
    one.source_kind = listed.map_or(kind(name.is_some()), |(i, _, _)| {
        ground.listed.bodies()[i].kind
    });
    one.source_name = Some(name.unwrap_or_else(|| quoted.text.clone()));
    one.source = Some(quoted);
}

/// «استبعد موظف في السجن، فضل عدم نشر اسمه، أن»: what somebody wished is no name, and nothing that they say.
pub(super) fn wished(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(cue)) = (&one.source, &one.cue) else {
        return;
    };
    let (start, end) = ground.prose.sentence(cue.start as usize);
    let words = ground.prose.words(start, end);
    let Some(v) = words.iter().position(|w| w.end > cue.start as usize) else {
        return;
    };
    let wish = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "فضل"
                | "فضلت"
                | "طلب"
                | "طلبت"
                | "اشترط"
                | "اشترطت"
                | "اثر"
                | "اثرت"
                | "رفض"
                | "رفضت"
        )
    };
    let within = |w: &Word| w.start < source.end as usize && w.end > source.start as usize;
    let Some(s) = (v + 2..words.len()).find(|&k| wish(&words[k]) && within(&words[k])) else {
        return;
    };
    let unnamed = words[s..].iter().take(7).any(|w| {
        let bare = w.folded.as_str();
        ["اسم", "هويت", "اسماي", "هويات"]
            .iter()
            .any(|p| bare.starts_with(p) && bare.len() > p.len())
    });
    if !unnamed || !words[s - 1].after.contains(['،', ',']) {
        return;
    }
    let who = (words[v + 1].start, words[s - 1].end);
    let closed = (s..words.len()).find(|&k| words[k].after.contains(['،', ',']));
    takes(ground, one, who);
    // «، عدم نشر اسمه، أن تموت»: what is said begins behind the wish.
    let behind = closed.and_then(|k| {
        let that = words.get(k + 1)?;
        let bare = matches!(that.folded.as_str(), "ان" | "بان");
        Some((words[k].end, words.get(k + 1 + usize::from(bare))?.start))
    });
    if let (Some((close, from)), Some(content)) = (behind, one.content.first_mut())
        && (content.start as usize) < close
        && from < content.end as usize
    {
        *content = ground.prose.quoted(from, content.end as usize);
    }
}

/// «سألت الصحيفة السفير فلانا عن حاله، فأجاب»; «سئل الناطق فلان، في مؤتمر، عما إذا …، فقال»: whoever was asked answers.
pub(super) fn asked(ground: &Ground, one: &mut Proposed) {
    const FAR: usize = 13;
    let (Some(source), Some(cue)) = (&one.source, &one.cue) else {
        return;
    };
    let (start, _) = ground.prose.sentence(cue.start as usize);
    let words = ground.prose.words(start, cue.end as usize);
    let Some(k) = words.iter().take(3).position(|w| {
        let bare = w.folded.trim_start_matches(['و', 'ف']);
        matches!(bare, "سال" | "سالت" | "سالنا" | "سيل" | "سيلت")
    }) else {
        return;
    };
    let bare = words[k].folded.trim_start_matches(['و', 'ف']);
    let answers = words.last().is_some_and(|w| w.folded.starts_with('ف'));
    if !answers || source.start > cue.start {
        return;
    }
    let passive = bare.starts_with("سيل");
    let question = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "عن" | "عما" | "هل" | "لماذا" | "كيف" | "متي" | "اين"
        )
    };
    if words.get(k + 1).is_none_or(&question) {
        return;
    }
    let to = (k + 2..words.len().min(k + FAR))
        .find(|&m| question(&words[m]) || passive && words[m - 1].after.contains(['،', ',']));
    let Some(to) = to else {
        return;
    };
    // Who asks stands before.
    let first = k + 1 + usize::from(!passive && bare != "سالنا");
    let post = |w: &Word| ground.pack.human(&w.folded) || super::arabic::office(ground, &w.folded);
    let head = if passive {
        Some(first)
    } else {
        (first..to).find(|&m| post(&words[m]))
    };
    if let Some(head) = head
        && !words[head..to - 1]
            .iter()
            .any(|w| w.after.contains(['،', ',', ':']))
    {
        takes(ground, one, (words[head].start, words[to - 1].end));
    }
}

/// «وقال دبلوماسي يتابع الملف إنه غير مقتنع»: what the speaker does is no saying.
pub(super) fn described(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(cue), Some(content)) = (&one.source, &one.cue, one.content.first())
    else {
        return;
    };
    let (start, _) = ground.prose.sentence(cue.start as usize);
    let words = ground.prose.words(start, content.start as usize);
    let Some(v) = words.iter().position(|w| w.end > cue.start as usize) else {
        return;
    };
    // The verb of saying, an indefinite human noun with its adjectives, and a verb of what they do.
    let present = words[v].folded.starts_with(['ي', 'ت']) && words[v].folded.chars().count() >= 4;
    let Some(head) = (1..v)
        .rev()
        .take(3)
        .find(|&k| ground.pack.human(&words[k].folded) && !words[k].folded.starts_with("ال"))
    else {
        return;
    };
    let said = &words[head - 1];
    let quiet = words[head..v].iter().all(|w| w.after.is_empty());
    let that = words.last().is_some_and(|w| {
        matches!(
            w.folded.as_str(),
            "ان" | "انه" | "انها" | "انهم" | "بان" | "بانه" | "بانها"
        )
    }) || ground
        .prose
        .slice(source.end as usize, content.start as usize)
        .contains("إن");
    if present
        && quiet
        && that
        && source.start > cue.start
        && ground.pack.conveys(&said.folded).is_some()
    {
        let (from, to) = (words[head].start, source.end as usize);
        let verb = ground.prose.quoted(said.start, said.end);
        takes(ground, one, (from, to));
        one.cue = Some(verb);
    }
}

/// «وخرج المحافظ عن صمته ليؤكد أن»: whoever did the one said the other, and wherever that speaker is meant again.
pub(super) fn purposed(ground: &Ground, statements: &mut [Proposed]) {
    for n in 0..statements.len() {
        let (Some(source), Some(cue)) = (statements[n].source.clone(), &statements[n].cue) else {
            continue;
        };
        let (start, _) = ground.prose.sentence(cue.start as usize);
        let words = ground.prose.words(start, cue.end as usize);
        let Some((last, before)) = words.split_last() else {
            continue;
        };
        let aim = last.folded.starts_with("لي") || last.folded.starts_with("لت");
        let (Some(verb), Some(head)) = (before.first(), before.get(1)) else {
            continue;
        };
        let at_verb = source.start as usize <= verb.start + 1 && source.end as usize > verb.start;
        let older = source.end as usize <= start;
        let leads = |w: &Word| {
            matches!(
                w.folded.as_str(),
                "عن" | "علي"
                    | "الي"
                    | "في"
                    | "من"
                    | "مع"
                    | "امس"
                    | "اليوم"
                    | "بعد"
                    | "عبر"
            )
        };
        let to = (2..before.len())
            .find(|&k| leads(&before[k]) || !before[k - 1].after.is_empty())
            .unwrap_or(before.len());
        let somebody = ground.pack.human(&head.folded) || head.folded.starts_with("ال");
        let plain = before.iter().all(|w| !w.after.contains(['،', ',', ':']));
        if !aim || !(at_verb || older) || !somebody || !plain || leads(verb) || before.len() > 9 {
            continue;
        }
        let span = (head.start, before[to.min(before.len()) - 1].end);
        let wrong = statements[n].source_name.clone().filter(|_| at_verb);
        for (k, one) in statements.iter_mut().enumerate() {
            let same = wrong.is_some() && one.source_name == wrong;
            if k == n || same {
                takes(ground, one, span);
            }
        }
    }
}

/// A subject as its sentence has it: «سفير أورلاند لدى فيلمارك فلان الفلاني» cut before its family name is whole; «شقيقه وليد للقناة» and
/// «إلى مسعف ثم إلى رجل» end before who was told, before who came next.
pub(super) fn trimmed(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(cue)) = (&one.source, &one.cue) else {
        return;
    };
    let (from, to) = (source.start as usize, source.end as usize);
    let words = ground.prose.words(from, to);
    let then = words.iter().position(|w| w.folded == "ثم");
    let told = words.iter().position(|w| {
        let Some(rest) = w.folded.strip_prefix("لل") else {
            return false;
        };
        let form = Form::new(&format!("ال{rest}"));
        ground.titles.is_outlet(&Form::new(&format!("{rest} س")))
            || ground.listed.credit(&form).is_some()
    });
    if let Some(k) = then.or(told).filter(|k| *k > 0) {
        takes(ground, one, (from, words[k - 1].end));
        return;
    }
    let before = ground.prose.words(cue.end as usize, from);
    let envoy = before
        .first()
        .is_some_and(|w| super::arabic::office(ground, &w.folded))
        && before.iter().any(|w| w.folded == "لدي")
        && before.iter().all(|w| w.after.is_empty());
    if words.len() == 1 && envoy {
        takes(ground, one, (before[0].start, to));
    }
}

/// «وفق رواية الحارس»: whose account it is.
pub(super) fn account(ground: &Ground, one: &mut Proposed) {
    let Some(known) = super::letters::of() else {
        return;
    };
    let (Some(source), Some(name)) = (&one.source, &one.source_name) else {
        return;
    };
    // Whoever is meant again carries the words of the first time.
    let named = Form::new(name);
    let (Some(first), Some(second)) = (named.words.first(), named.words.get(1)) else {
        return;
    };
    let forms = Words::of_list([first.as_str()].into_iter(), true);
    let about = matches!(
        second.as_str(),
        "عن" | "من" | "في" | "اخري" | "اخر" | "ثالثه"
    );
    let plain = !first.starts_with("ال") && !about && !ground.titles.is_nobody(second);
    if one.named || !plain || known.accounts.at(&forms, 0, 1).is_none() {
        return;
    }
    let words = ground
        .prose
        .words(source.start as usize, source.end as usize);
    if words.len() > 1 && words[0].folded == *first && words[0].after.is_empty() {
        let span = (words[1].start, source.end as usize);
        takes(ground, one, span);
    }
}

/// «كررت الرئاسة، على لسان الناطق باسمها فلان الفلاني، أن»: who lends the voice, where it is somebody by name.
pub(super) fn tongue(ground: &Ground, one: &mut Proposed) {
    const FAR: usize = 12;
    let (Some(source), Some(content)) = (&one.source, one.content.first()) else {
        return;
    };
    let (start, _) = ground.prose.sentence(source.start as usize);
    if content.start < source.end || (source.start as usize) < start {
        return;
    }
    let words = ground
        .prose
        .words(source.end as usize, content.start as usize);
    let Some(at) = words
        .windows(2)
        .position(|w| w[0].folded == "علي" && w[1].folded == "لسان")
    else {
        return;
    };
    let who = &words[at + 2..];
    let to = (0..who.len())
        .find(|&k| {
            who[k].after.contains(['،', ',', ':'])
                || who.get(k + 1).is_none_or(|w| {
                    let word = w.folded.as_str();
                    matches!(
                        word,
                        "ان" | "بان"
                            | "انه"
                            | "انها"
                            | "بانه"
                            | "بانها"
                            | "في"
                            | "امس"
                            | "اليوم"
                    ) || word.starts_with("نفيها")
                        || word.starts_with("نفيه")
                        || word.starts_with("تاكيد")
                })
        })
        .map_or(0, |k| k + 1);
    if to == 0 || at > 1 || to > FAR {
        return;
    }
    let who = &who[..to];
    let named = super::arabic::all_name(ground, who).or_else(|| tail_name(ground, who));
    if named.is_some() {
        takes(ground, one, (who[0].start, who[to - 1].end));
    }
}

/// «قال ضاحكا»: a participle right behind the verb says how, and names nobody.
fn manner(ground: &Ground, words: &[Word], s: usize, v: usize, end: usize) -> bool {
    let w = words[s].folded.as_str();
    let letters: Vec<char> = w.chars().collect();
    s == v + 1
        && words[s].end >= end
        && letters.len() >= 5
        && letters.last() == Some(&'ا')
        && (letters[1] == 'ا' || letters[0] == 'م')
        && !ground.pack.human(w.trim_end_matches('ا'))
        && !ground
            .titles
            .is_given(std::slice::from_ref(&words[s].folded))
}

/// Who stands behind the first verb of a sentence: «نفى فلان الفلاني، شقيق القائد، …، وقال ضاحكا».
fn begun(ground: &Ground, words: &[Word]) -> Option<(usize, usize)> {
    let first = words.first()?;
    ground.pack.conveys(&first.folded)?;
    let last = words
        .iter()
        .position(|w| w.after.contains(['،', ',']))
        .filter(|k| (1..=7).contains(k))?;
    Some((words[1].start, words[last].end))
}

/// Whether what was taken for the subject stands in an aside that ends before the verb: «…، وكان أول الواصلين، حكى لنا».
fn aside(words: &[Word], s: usize, v: usize) -> bool {
    if s >= v || v == 0 || !words[v - 1].after.contains(['،', ',']) {
        return false;
    }
    let opens = (0..=s)
        .rev()
        .find(|k| *k > 0 && words[*k - 1].after.contains(['،', ',']));
    opens.is_some_and(|k| {
        matches!(
            words[k].folded.as_str(),
            "وكان" | "وكانت" | "وهو" | "وهي" | "وقد" | "وكانوا" | "وهم"
        )
    })
}

/// «قالت للجزيرة ممرضة تعمل في المستشفى، …، إن»: who was told stands right behind the verb, who tells behind that.
fn told_first(ground: &Ground, one: &mut Proposed, words: &[Word], v: usize, s: usize) {
    let Some(first) = words.get(v + 1) else {
        return;
    };
    let Some(rest) = first
        .folded
        .strip_prefix('ل')
        .filter(|r| r.chars().count() >= 3)
    else {
        return;
    };
    let rest = match rest.strip_prefix('ل') {
        Some(defined) => format!("ال{defined}"),
        None => rest.to_owned(),
    };
    let told = (1..=3).find(|n| {
        let mut all = vec![rest.clone()];
        all.extend(words[v + 2..].iter().take(n - 1).map(|w| w.folded.clone()));
        let form = Form {
            shown: all.join(" "),
            words: all,
        };
        ground.listed.credit(&form).is_some() || ground.listed.find(&form, ground.titles).is_some()
    });
    let Some(head) = told.and_then(|n| words.get(v + 1 + n).map(|w| (v + 1 + n, w))) else {
        return;
    };
    let (h, word) = head;
    if s == h || !ground.pack.human(&word.folded) || !words[h - 1].after.trim().is_empty() {
        return;
    }
    let last = (h..words.len().min(h + 8))
        .find(|k| {
            words[*k].after.contains(['،', ',', ':'])
                || words.get(k + 1).is_some_and(|w| {
                    matches!(
                        w.folded.as_str(),
                        "ان" | "انه" | "انها" | "بان" | "الذي" | "التي"
                    ) || w.folded.chars().count() >= 4
                        && (w.folded.starts_with('ي') || w.folded.starts_with("تع"))
                })
        })
        .unwrap_or(h);
    takes(ground, one, (word.start, words[last].end));
}
