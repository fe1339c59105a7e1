//! Who holds to what was said, or answers it: «المرصد متمسك بأنه قتل», «تتمسك الرئاسة بروايتها», «نفت المديرية ذلك», «ويرد الناطق بأن
//! الرئيس حي», «سارعت الرئاسة إلى تكذيب كلامه».
//!
//! In one file because every pattern is a verb with its subject before or behind it and its content behind, proposed in one way.

use super::ground::Ground;
use super::parted::shares_cue;
use super::prose::Word;
use super::unheard::made;
use crate::extraction::{Act, Proposed, Quoted};

/// Words of holding to something.
pub(super) const HOLDS: &[&str] = &[
    "تمسك",
    "تمسكت",
    "تمسكوا",
    "يتمسك",
    "تتمسك",
    "يتمسكون",
    "متمسك",
    "متمسكه",
    "متمسكون",
    "متمسكين",
    "متشبث",
    "متشبثه",
    "يتشبث",
    "تتشبث",
    "تصر",
    "يصر",
    "يصرون",
    "اصر",
    "اصرت",
    "اصروا",
    "مصر",
    "مصره",
    "مصرون",
];

/// Verbs of answering.
const ANSWERS: &[&str] = &["يرد", "ترد", "رد", "ردت", "يردون"];

/// Verbs of denying.
const DENIES: &[&str] = &[
    "نفي",
    "نفت",
    "نفوا",
    "ينفي",
    "تنفي",
    "ينفون",
    "انكر",
    "انكرت",
    "ينكر",
    "تنكر",
];

/// What is denied without a word of what it is.
const THAT: &[&str] = &[
    "ذلك",
    "هذا",
    "هذه",
    "الامر",
    "الاتهام",
    "الاتهامات",
    "الخبر",
    "النبا",
];

/// Words that open a clause of what is said.
const OPENS: &[&str] = &["بان", "بانه", "بانها", "بانهم", "ان", "انه", "انها", "انهم"];

/// Words that begin another clause.
const CLAUSE: &[&str] = &[
    "لكن",
    "ولكن",
    "فيما",
    "بينما",
    "وفيما",
    "وبينما",
    "حين",
    "غير",
    "بيد",
    "الا",
    "ان",
    "اما",
    "وقت",
    "فلا",
    "فلم",
    "فقد",
];

/// Proposes what such words say, where nothing was proposed of them.
pub(super) fn positions(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (_, _, words) in ground.prose.sentences() {
        for n in 0..words.len() {
            found.extend(
                holds(ground, &words, n)
                    .or_else(|| denies_that(ground, &words, n))
                    .or_else(|| hastened(ground, &words, n))
                    .or_else(|| what_they_told(ground, &words, n))
                    .or_else(|| what_stood(ground, &words, n))
                    .or_else(|| leans(ground, &words, n)),
            );
        }
    }
    for one in found {
        let (Some(cue), Some(content)) = (&one.cue, one.content.first()) else {
            continue;
        };
        let stands = against(ground, cue.start as usize);
        let met = statements.iter().any(|s| {
            let own = shares_cue(s, cue);
            // «…، غير أن الجبهة سارعت إلى نفي ذلك»: within another's words as these were taken, and against them.
            if stands.is_some_and(|at| s.content.iter().any(|c| (c.start as usize) < at)) {
                return own;
            }
            // What is pointed at within a denial is said apart from it.
            if one.act == Act::Announce && !own {
                let same = |c: &Quoted| c.start == content.start && c.end == content.end;
                return s.content.iter().any(same);
            }
            let held = s.content.iter().any(|c| {
                let common = c
                    .end
                    .min(content.end)
                    .saturating_sub(c.start.max(content.start));
                let whole = s.source.is_some() && c.start <= cue.start && content.end <= c.end;
                common * 2 > content.end - content.start && (s.source.is_some() || whole)
            });
            own || held
        });
        if met {
            continue;
        }
        let at = statements
            .iter()
            .position(|s| s.cue.as_ref().is_some_and(|c| c.start > cue.start))
            .unwrap_or(statements.len());
        statements.insert(at, one);
    }
}

/// Where the clause of a saying begins, if it is opened by a word that sets it against the one before.
fn against(ground: &Ground, at: usize) -> Option<usize> {
    const NEAR: usize = 9;
    let known = super::clauses::of()?;
    let (start, _) = ground.prose.sentence(at);
    let words = ground.prose.words(start, at);
    let from = (words.len().saturating_sub(NEAR)..=words.len())
        .rev()
        .find(|&k| k > 0 && comma(&words[k - 1]))?;
    let said = super::wordings::forms(&words, true);
    // «بينما يجزم فلان بموته، تتمسك الحكومة بأنه حي».
    let whole = from == words.len() && super::clauses::set_against(ground, known, at);
    let opens = known.against.at(&said, from, words.len()).is_some();
    (opens || whole).then(|| words.get(from).map_or(at, |w| w.start))
}

fn comma(word: &Word) -> bool {
    word.after.contains(['،', ',', '؛'])
}

fn bare(word: &Word) -> &str {
    word.folded
        .strip_prefix(['و', 'ف'])
        .filter(|r| r.chars().count() >= 2)
        .unwrap_or(&word.folded)
}

fn any(word: &Word, of: &[&str]) -> bool {
    of.contains(&word.folded.as_str()) || of.contains(&bare(word))
}

/// Who stands before a word: from the beginning of its clause on.
fn before(words: &[Word], n: usize) -> &[Word] {
    let from = (0..n)
        .rev()
        .find(|&k| comma(&words[k]) || CLAUSE.contains(&words[k].folded.as_str()))
        .map_or(0, |k| k + 1);
    &words[from..n]
}

/// A subject without its conjunction and without what lasts: «فمرصد العاصي», «ولا تزال السلطات».
fn subject(words: &[Word]) -> Vec<Word> {
    let lasts = words.get(1).is_some_and(|w| {
        matches!(
            w.folded.as_str(),
            "زال" | "زالت" | "زالوا" | "يزال" | "تزال" | "يزالون" | "تبرح" | "يبرح"
        )
    });
    let mut out = words[if lasts { 2 } else { 0 }..].to_vec();
    if let Some(first) = out.first_mut()
        && let Some(rest) = first.folded.strip_prefix(['و', 'ف'])
        && rest.chars().count() > 3
    {
        first.start += 1;
        first.folded = rest.to_owned();
    }
    out
}

/// Words that begin, behind a comma, on what grounds or when something was said, or what its speaker did beside it.
const GROUNDS: &[&str] = &[
    "اذ",
    "لان",
    "لانه",
    "لانها",
    "نظرا",
    "بسبب",
    "بعد",
    "بعدما",
    "قبل",
    "منذ",
    "استنادا",
    "نقلا",
    "وفق",
    "وفقا",
    "كما",
    "مكتفيا",
    "مكتفيه",
    "معتبرا",
    "معتبره",
    "داعيا",
    "داعيه",
    "مستغربا",
    "مستغربه",
    "مشيرا",
    "مشيره",
    "موضحا",
    "موضحه",
    "مضيفا",
    "مضيفه",
    "مستندا",
    "مستنده",
    "مبررا",
    "مبرره",
    "قايلا",
    "قايله",
    "موكدا",
    "موكده",
    "نافيا",
    "نافيه",
    "رافضا",
    "رافضه",
    "مشددا",
    "مشدده",
    "لافتا",
    "لافته",
    "مرجحا",
    "مرجحه",
    "متهما",
    "متهمه",
    "معولا",
    "معوله",
    "متذرعا",
    "متذرعه",
    "مشترطا",
    "مشترطه",
];

/// The last word of a clause: that of the comma behind which another begins, or the sentence's last.
pub(super) fn clause_end(words: &[Word], from: usize) -> usize {
    (from..words.len())
        .find(|&k| {
            let next = words.get(k + 1).map_or("", |w| w.folded.as_str());
            comma(&words[k])
                && (next.starts_with('و')
                    || CLAUSE.contains(&next)
                    || GROUNDS.contains(&next)
                    || next.starts_with("حسب"))
        })
        .unwrap_or(words.len() - 1)
}

/// «المرصد متمسك بأنه قتل», «تتمسك الرئاسة بنفيها», «ويرد الناطق فلان بأن الرئيس حي».
fn holds(ground: &Ground, words: &[Word], n: usize) -> Option<Proposed> {
    const FAR: usize = 14;
    let verb = &words[n];
    let answers = any(verb, ANSWERS);
    if !any(verb, HOLDS) && !answers {
        return None;
    }
    let negated = n > 0
        && matches!(
            words[n - 1].folded.as_str(),
            "لم" | "لا" | "لن" | "ولم" | "ولا"
        );
    let reach = words.len().min(n + FAR);
    let opens = (n + 1..reach).find(|&k| {
        let word = words[k].folded.as_str();
        let that = OPENS.contains(&word) && (word.starts_with('ب') || !answers);
        let held = !answers
            && (word.starts_with('ب') || words[k - 1].folded == "علي")
            && [
                "وايت",
                "نفي",
                "موقف",
                "اتهام",
                "اعلان",
                "خبر",
                "قول",
                "تقرير",
                "ادعا",
                "ما",
            ]
            .iter()
            .any(|s| word.trim_start_matches('ب').contains(s));
        that || held
    })?;
    if negated {
        return None;
    }
    let behind: Vec<Word> = {
        let end = (n + 1..opens)
            .find(|&k| comma(&words[k]))
            .map_or(opens, |k| k + 1);
        // «متمسكة على لسان قائدها»: who holds to it ends before how.
        let end = (n + 1..end)
            .find(|&k| {
                matches!(
                    words[k].folded.as_str(),
                    "علي" | "حتي" | "في" | "من" | "حسب" | "الي" | "بشده"
                )
            })
            .unwrap_or(end);
        words[n + 1..end].to_vec()
    };
    let noun = verb.folded.contains("مت") || bare(verb).starts_with("مصر");
    let who = if behind.is_empty() || noun {
        subject(before(words, n))
    } else {
        behind
    };
    if who.is_empty() || who.len() > 9 {
        return None;
    }
    let word = &words[opens];
    let that = matches!(word.folded.as_str(), "بان" | "ان");
    let on = words[opens - 1].folded == "علي";
    let attached = word.folded.starts_with('ب') && !on && !OPENS.contains(&word.folded.as_str());
    let (from, start) = if that {
        (opens + 1, words.get(opens + 1)?.start)
    } else if attached {
        (opens, word.start + 1)
    } else {
        (opens, word.start)
    };
    let ((first, end), style) = super::letters::written(ground, words, from.min(words.len() - 1));
    let act = if word.folded.contains("نفي") {
        Act::Deny
    } else {
        Act::Assert
    };
    let one = made(
        ground,
        (verb.start, verb.end),
        Some(&who),
        (start.max(first), end),
        act,
    )?;
    let one = Proposed { style, ..one };
    Some(Proposed {
        id: format!("h{}", verb.start),
        ..one
    })
}

/// «نفت المديرية ذلك».
fn denies_that(ground: &Ground, words: &[Word], n: usize) -> Option<Proposed> {
    const FAR: usize = 9;
    let verb = &words[n];
    if !any(verb, DENIES)
        || n > 0
            && matches!(
                words[n - 1].folded.as_str(),
                "لم" | "لا" | "ولم" | "ولا" | "عن" | "الي"
            )
    {
        return None;
    }
    let reach = words.len().min(n + FAR);
    let that = (n + 1..reach).find(|&k| THAT.contains(&words[k].folded.as_str()))?;
    let other = |k: usize| comma(&words[k]) || OPENS.contains(&words[k].folded.as_str());
    if (n + 1..that).any(other) {
        return None;
    }
    let who = if that == n + 1 {
        subject(before(words, n))
    } else {
        words[n + 1..that].to_vec()
    };
    if who.is_empty() || who.len() > 8 {
        return None;
    }
    // «هذه الأنباء»: with the noun.
    let pair = matches!(words[that].folded.as_str(), "هذا" | "هذه")
        && words
            .get(that + 1)
            .is_some_and(|w| w.folded.starts_with("ال"));
    let last = if pair && !comma(&words[that]) {
        that + 1
    } else {
        that
    };
    let one = made(
        ground,
        (verb.start, verb.end),
        Some(&who),
        (words[that].start, words[last].end),
        Act::Deny,
    )?;
    Some(Proposed {
        id: format!("h{}", verb.start),
        ..one
    })
}

/// Verbs of telling with "it" attached: «ما أذاعته محطة», «ما تناقلته مواقع».
const TOLD: &[&str] = &[
    "اذاع",
    "اورد",
    "نشر",
    "نقل",
    "تناقل",
    "تداول",
    "روج",
    "اعلن",
    "ذكر",
    "بث",
    "زعم",
    "قال",
    "افاد",
    "ردد",
    "اشاع",
    "كتب",
];

/// «ما أذاعته محطة تديرها المعارضة من أن الرئيس توفي», «بما أذاعته عن وفاته»: what is only pointed at is somebody's word.
fn what_they_told(ground: &Ground, words: &[Word], n: usize) -> Option<Proposed> {
    const FAR: usize = 12;
    if !matches!(
        words[n].folded.as_str(),
        "ما" | "عما" | "مما" | "بما" | "لما"
    ) || !words[n].after.is_empty()
    {
        return None;
    }
    let verb = words.get(n + 1)?;
    let stem = verb
        .folded
        .strip_suffix("ته")
        .or_else(|| verb.folded.strip_suffix('ه'))?;
    if !TOLD.contains(&stem) || !verb.after.is_empty() {
        return None;
    }
    let reach = words.len().min(n + FAR);
    let opens = (n + 3..reach).find(|&k| {
        let (word, next) = (
            words[k].folded.as_str(),
            words.get(k + 1).map_or("", |w| w.folded.as_str()),
        );
        word == "من" && OPENS.contains(&next) || matches!(word, "عن" | "بشان" | "حول")
    })?;
    let end = (n + 2..opens)
        .find(|&k| {
            comma(&words[k])
                || words[k].folded.starts_with("ت") && k > n + 2 && words[k].folded.ends_with("ها")
        })
        .map_or(opens, |k| if comma(&words[k]) { k + 1 } else { k });
    let who = &words[n + 2..end];
    let that = words[opens].folded == "من";
    let bare = matches!(words.get(opens + 1)?.folded.as_str(), "ان" | "بان");
    let from = opens + 1 + usize::from(that && bare);
    let content = (words.get(from)?.start, words[clause_end(words, from)].end);
    if who.is_empty() || who.len() > 7 {
        return None;
    }
    let one = made(
        ground,
        (verb.start, verb.end),
        Some(who),
        content,
        Act::Announce,
    )?;
    // «ما تناقلته مواقع محلية»: nobody in particular.
    one.named.then(|| Proposed {
        id: format!("h{}", verb.start),
        ..one
    })
}

/// «ما ورد في الخبر على لسان المركز عن مقتله»: what a notice points at is the word of whom the report named.
fn what_stood(ground: &Ground, words: &[Word], n: usize) -> Option<Proposed> {
    const NEAR: usize = 6;
    const LONG: usize = 7;
    let word = |k: usize| words.get(k).map_or("", |w| w.folded.as_str());
    let points = matches!(word(n), "ما" | "عما" | "مما" | "بما")
        && matches!(word(n + 1), "ورد" | "جاء" | "نشر" | "ذكر");
    let from = (n + 2..words.len().min(n + 2 + NEAR)).find_map(|k| match word(k) {
        "علي" if word(k + 1) == "لسان" => Some(k + 2),
        "نقلا" if word(k + 1) == "عن" => Some(k + 2),
        "عن" => Some(k + 1),
        _ => None,
    });
    let from = from.filter(|_| points)?;
    let about = (from + 1..words.len().min(from + LONG))
        .find(|&k| matches!(word(k), "عن" | "بشان" | "حول" | "بخصوص"))?;
    let last = (about + 1..words.len()).find(|&k| {
        !words[k].after.is_empty()
            || matches!(
                word(k + 1),
                "ما" | "فهو"
                    | "فهي"
                    | "لا"
                    | "فلا"
                    | "فما"
                    | "ليس"
                    | "يبقي"
                    | "فقد"
                    | "كان"
            )
    })?;
    if words[n..about].iter().any(|w| !w.after.is_empty()) || last <= about {
        return None;
    }
    let one = made(
        ground,
        (words[n + 1].start, words[n + 1].end),
        Some(&words[from..about]),
        (words[about + 1].start, words[last].end),
        Act::Announce,
    )?;
    let tongue = word(from - 1) == "لسان";
    (one.named || tongue).then(|| Proposed {
        id: format!("h{}", words[n + 1].start),
        ..one
    })
}

/// «يميل الشيخ إلى الاعتقاد بوفاة الرجل», «يميل الباحث إلى أن قنبلة …».
fn leans(ground: &Ground, words: &[Word], n: usize) -> Option<Proposed> {
    const FAR: usize = 22;
    let verb = &words[n];
    if !any(verb, &["يميل", "تميل", "مال", "مالت", "يميلون"]) {
        return None;
    }
    let to = (n + 1..words.len().min(n + FAR)).find(|&k| {
        words[k].folded == "الي"
            && words.get(k + 1).is_some_and(|w| {
                matches!(
                    w.folded.as_str(),
                    "الاعتقاد" | "الظن" | "ترجيح" | "القول" | "ان" | "تصديق"
                )
            })
    })?;
    let who: Vec<Word> = if to == n + 1 {
        subject(before(words, n))
    } else {
        let end = (n + 1..to)
            .find(|&k| comma(&words[k]))
            .map_or(to, |k| k + 1);
        words[n + 1..end].to_vec()
    };
    // «ما زال شيخ الزوايد فلان يميل»: what lasts is no part of the name.
    let who: Vec<Word> = who
        .into_iter()
        .skip_while(|w| {
            matches!(
                w.folded.as_str(),
                "ما" | "زال" | "لا" | "يزال" | "المقابل" | "في"
            )
        })
        .collect();
    if who.is_empty() || who.len() > 9 {
        return None;
    }
    let noun = &words[to + 1];
    let mut from = to + 2;
    if noun.folded != "ان"
        && words
            .get(from)
            .is_some_and(|w| matches!(w.folded.as_str(), "ان" | "بان"))
    {
        from += 1;
    }
    let first = words.get(from)?;
    let attached = usize::from(
        noun.folded != "ان" && first.folded.starts_with('ب') && first.folded.chars().count() > 4,
    );
    let content = (first.start + attached, words[clause_end(words, from)].end);
    let one = made(
        ground,
        (verb.start, verb.end),
        Some(&who),
        content,
        Act::Opinion,
    )?;
    Some(Proposed {
        id: format!("h{}", verb.start),
        ..one
    })
}

/// «سارعت الرئاسة إلى نفي الخبر», «إلى التكذيب».
fn hastened(ground: &Ground, words: &[Word], n: usize) -> Option<Proposed> {
    let verb = &words[n];
    if !any(
        verb,
        &[
            "سارعت",
            "سارع",
            "تسارع",
            "يسارع",
            "بادر",
            "بادرت",
            "عجلت",
            "سارعوا",
        ],
    ) {
        return None;
    }
    let reach = words.len().min(n + 9);
    let noun = (n + 1..reach).find(|&k| {
        matches!(
            words[k].folded.as_str(),
            "نفي" | "تكذيب" | "النفي" | "التكذيب" | "دحض" | "تفنيد"
        ) && words[k - 1].folded == "الي"
    })?;
    let who = if noun == n + 2 {
        subject(before(words, n))
    } else {
        words[n + 1..noun - 1].to_vec()
    };
    if who.is_empty() || who.len() > 8 {
        return None;
    }
    let content = if words[noun].folded.starts_with("ال") || words[noun].after.contains('.') {
        (words[noun].start, words[noun].end)
    } else {
        let from = words.get(noun + 1)?;
        (from.start, words[clause_end(words, noun + 1)].end)
    };
    let one = made(
        ground,
        (verb.start, words[noun].end),
        Some(&who),
        content,
        Act::Deny,
    )?;
    Some(Proposed {
        id: format!("h{}", verb.start),
        ..one
    })
}
