//! Sayings told within another's clause: «بعد أسبوع من ترجيح نائب الوزير أن …», «يناقض تأكيد الوزيرة، في حديث إلى القناة، أن …», «منذ أن
//! أذاعت المحطة خبر رحيله», «خبرا بثته القناة ومفاده أن …», «جاء في بيان للقيادة بثه التلفزيون أن …». The wordings are data
//! (`packs/embedded.ron`).
//!
//! In one file because every pattern gives a cue, whose it is and what is said, proposed in one way.

use std::sync::LazyLock;

use serde::Deserialize;

use super::ground::Ground;
use super::parted::shares_cue;
use super::positions::clause_end;
use super::prose::Word;
use super::unheard::made;
use super::voiced::enter;
use super::wordings::{ByLanguage, forms};
use crate::drafting::content::{Wordings, Words};
use crate::extraction::{Act, Proposed};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Shape {
    leads: String,
    nouns: String,
    accounts: String,
    denies: String,
    doubts: String,
    that: String,
    befell: String,
    when: String,
    tells: String,
    news: String,
    reports: String,
    wherein: String,
    about: String,
    airing: String,
    talk: String,
    stood: String,
    papers: String,
    posted: String,
    brings: String,
    confides: String,
    ends: String,
}

pub(super) struct Embedded {
    leads: Wordings,
    nouns: Wordings,
    /// Nouns of whose account it is.
    accounts: Wordings,
    denies: Wordings,
    doubts: Wordings,
    pub(super) that: Wordings,
    befell: Wordings,
    when: Wordings,
    tells: Wordings,
    pub(super) news: Wordings,
    reports: Wordings,
    wherein: Wordings,
    about: Wordings,
    airing: Wordings,
    /// Who passes a report round, and is nobody.
    talk: Wordings,
    stood: Wordings,
    papers: Wordings,
    posted: Wordings,
    brings: Wordings,
    /// Verbs of telling in confidence, or with pride.
    confides: Wordings,
    /// Words that end whose it is.
    ends: Wordings,
}

/// None where the pack does not have its shape, which a test rules out.
pub(super) fn of() -> Option<&'static Embedded> {
    static ALL: LazyLock<ByLanguage<Embedded>> = LazyLock::new(|| {
        ByLanguage::read(include_str!("../packs/embedded.ron"), |s: &Shape| {
            Embedded {
                leads: Wordings::new(&s.leads),
                nouns: Wordings::new(&s.nouns),
                accounts: Wordings::new(&s.accounts),
                denies: Wordings::new(&s.denies),
                doubts: Wordings::new(&s.doubts),
                that: Wordings::new(&s.that),
                befell: Wordings::new(&s.befell),
                when: Wordings::new(&s.when),
                tells: Wordings::new(&s.tells),
                news: Wordings::new(&s.news),
                reports: Wordings::new(&s.reports),
                wherein: Wordings::new(&s.wherein),
                about: Wordings::new(&s.about),
                airing: Wordings::new(&s.airing),
                talk: Wordings::new(&s.talk),
                stood: Wordings::new(&s.stood),
                papers: Wordings::new(&s.papers),
                posted: Wordings::new(&s.posted),
                brings: Wordings::new(&s.brings),
                confides: Wordings::new(&s.confides),
                ends: Wordings::new(&s.ends),
            }
        })
    });
    ALL.of(true)
}

/// A saying among words: its cue, who says it, the first word of what is said, and by what act.
pub(super) struct Saying {
    pub(super) cue: (usize, usize),
    pub(super) who: (usize, usize),
    pub(super) said: usize,
    pub(super) act: Act,
}

/// Adds such sayings, inside what they are told in.
pub(super) fn embedded(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for (_, _, words) in ground.prose.sentences() {
        let forms = forms(&words, true);
        for n in 0..words.len() {
            let saying = noun(&words, &forms, n)
                .or_else(|| account(&words, &forms, n))
                .or_else(|| aired(&words, &forms, n))
                .or_else(|| report(&words, &forms, n))
                .or_else(|| paper(&words, &forms, n))
                .or_else(|| brought(&words, &forms, n))
                .or_else(|| confided(&words, &forms, n))
                .or_else(|| sworn(ground, &words, &forms, n));
            let Some(saying) = saying else {
                continue;
            };
            found.extend(whose(ground, statements, &words, &saying));
        }
    }
    enter(statements, found);
}

/// What is so said, if nobody is heard to say it; inside whoever tells of it.
pub(super) fn whose(
    ground: &Ground,
    statements: &[Proposed],
    words: &[Word],
    saying: &Saying,
) -> Option<Proposed> {
    const LONG: usize = 9;
    let who = words
        .get(saying.who.0..saying.who.1)
        .filter(|w| !w.is_empty())?;
    let first = words.get(saying.said)?;
    if who.len() > LONG || ground.pack.conveys(&who[0].folded).is_some() {
        return None;
    }
    let cue = (words[saying.cue.0].start, words[saying.cue.1].end);
    let content = (first.start, words[said_end(words, saying.said)].end);
    let mut one = made(ground, cue, Some(who), content, saying.act)?;
    if !one.named && of()?.talk.at(&forms(who, true), 0, 1).is_some() {
        return None;
    }
    // «للقيادة العامة» is «ل» and «القيادة العامة».
    if let Some(rest) = one
        .source_name
        .as_deref()
        .and_then(|n| n.strip_prefix("لل"))
    {
        one.source_name = Some(format!("ال{rest}"));
    }
    let cue = one.cue.clone()?;
    let span = one.content.first()?.clone();
    let met = statements.iter().any(|s| {
        let all = |c: &crate::extraction::Quoted| {
            let common = c.end.min(span.end).saturating_sub(c.start.max(span.start));
            s.act != Act::Rumour && common * 2 > (span.end - span.start).max(c.end - c.start)
        };
        shares_cue(s, &cue) || s.content.iter().any(all)
    });
    if met {
        return None;
    }
    // Told within what somebody else says: the innermost of those.
    let outer = statements
        .iter()
        .filter(|s| {
            s.source.is_some()
                && s.content
                    .iter()
                    .any(|c| c.start <= cue.start && span.end <= c.end)
        })
        .min_by_key(|s| s.content.iter().map(|c| c.end - c.start).sum::<u32>());
    Some(Proposed {
        id: format!("e{}", cue.start),
        nested_in: outer.map(|s| s.id.clone()),
        ..one
    })
}

/// Ends a noun of what befell somebody where it is said by a noun («إعلان الحزب مقتله مساء الأربعاء»), or before what its sentence goes
/// on with.
pub(super) fn no_more(ground: &Ground, statements: &mut [Proposed]) {
    let Some(known) = of() else {
        return;
    };
    for one in statements.iter_mut() {
        let (Some(cue), [content]) = (&one.cue, &mut one.content[..]) else {
            continue;
        };
        let words = ground
            .prose
            .words(content.start as usize, content.end as usize);
        let heard = super::wordings::forms(&words, true);
        if words.len() < 2 || !attached(known, &words, &heard, 0) {
            continue;
        }
        let cues = ground.prose.words(cue.start as usize, cue.end as usize);
        let noun = known
            .nouns
            .at(&super::wordings::forms(&cues, true), 0, cues.len())
            .is_some_and(|w| w.to == cues.len());
        let last = if noun {
            said_end(&words, 0)
        } else {
            let not = (1..words.len()).find(|&k| goes_on(&words[k]));
            not.map_or(words.len() - 1, |k| k - 1)
        };
        if last + 1 < words.len() {
            *content = ground.prose.quoted(content.start as usize, words[last].end);
        }
    }
}

/// Whether a noun of what befell somebody stands with whose it is attached: «مقتله».
fn attached(known: &Embedded, words: &[Word], heard: &Words, n: usize) -> bool {
    let word = words[n].folded.as_str();
    known.befell.at(heard, n, n + 1).is_some()
        && (word.ends_with('ه') || word.ends_with("ها"))
        && !word.ends_with("فاه")
        && !word.starts_with("ال")
}

/// Whether a word begins what the page says itself behind such a noun: «مقتله لم يحدد موعدا».
fn goes_on(word: &Word) -> bool {
    matches!(word.folded.as_str(), "لم" | "لن" | "لا")
}

/// The last word of what is so said: a noun of what befell somebody says no more than itself and whose it is, up to when it was told
/// («إعلان الحزب مقتله مساء الأربعاء») and to what the sentence goes on with («الذي أعلن مقتله لم يحدد موعدا»).
fn said_end(words: &[Word], from: usize) -> usize {
    let last = clause_end(words, from);
    let heard = forms(words, true);
    let Some(known) = of().filter(|k| attached(k, words, &heard, from)) else {
        return last;
    };
    (from + 1..=last)
        .find(|&k| {
            comma(&words[k - 1])
                || known.ends.at(&heard, k, k + 1).is_some() && words[k].folded != "في"
                || goes_on(&words[k])
        })
        .map_or(last, |k| k - 1)
}

fn quiet(words: &[Word]) -> bool {
    words
        .iter()
        .all(|w| w.after.chars().all(|c| matches!(c, '»' | '"' | '”')))
}

fn comma(word: &Word) -> bool {
    word.after.contains(['،', ','])
}

/// Past the last word of whose it is, which begins at a word and ends before another.
pub(super) fn upto(
    known: &Embedded,
    words: &[Word],
    forms: &Words,
    from: usize,
    to: usize,
) -> usize {
    (from + 1..to)
        .find(|&k| comma(&words[k - 1]) || known.ends.at(forms, k, to).is_some())
        .unwrap_or(to)
}

/// «بعد إعلان القوات الاستيلاء عليه», «يناقض تأكيد الوزيرة، في حديث، أن …».
fn noun(words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const FAR: usize = 20;
    const NEAR: usize = 8;
    let known = of()?;
    let lead = n.checked_sub(1)?;
    known.leads.at(forms, lead, n)?;
    let noun = known.nouns.at(forms, n, n + 1).or_else(|| {
        // «إصرار الحكومة على أن».
        (n..words.len().min(n + NEAR)).find_map(|k| known.nouns.at(forms, n, k))
    })?;
    let plain = words[n].folded.as_str();
    if plain.starts_with("ال") || !words[n].after.is_empty() {
        return None;
    }
    let end = words.len().min(n + FAR);
    let opens = (n + 2..end).find(|&k| known.that.at(forms, k, k + 1).is_some());
    let on = noun.to > n + 1;
    // «على أن»: "that" right behind the preposition.
    if let Some(k) = opens {
        let stop = if on || words[k - 1].folded == "علي" {
            noun.to.max(n + 2) - 1
        } else {
            k
        };
        let stop = if words[k - 1].folded == "علي" {
            k - 1
        } else {
            stop
        };
        let aside = (n + 1..k).find(|&j| comma(&words[j]));
        let closed = aside.is_none_or(|_| comma(&words[k - 1]));
        let clean = words[n..k]
            .iter()
            .all(|w| !w.after.contains([':', '.', ';', '؛', '(']));
        if closed && clean && stop > n + 1 {
            let that = words[k].folded.trim_start_matches('ب');
            return Some(Saying {
                cue: (n, n),
                who: (n + 1, upto(known, words, forms, n + 1, stop)),
                said: if matches!(that, "ان") { k + 1 } else { k },
                act: act(known, forms, n),
            });
        }
    }
    let what =
        (n + 2..end.min(n + NEAR + 2)).find(|&k| known.befell.at(forms, k, k + 1).is_some())?;
    let who = (n + 1, upto(known, words, forms, n + 1, what));
    (quiet(&words[n..what]) && who.1 == what && !on).then(|| Saying {
        cue: (n, n),
        who,
        said: what,
        act: act(known, forms, n),
    })
}

/// «تناقض رواية المرصد عن مقتله»: whose account it is, of what befell somebody.
fn account(words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const NEAR: usize = 8;
    let known = of()?;
    known.accounts.at(forms, n, n + 1)?;
    if words[n].folded.starts_with("ال") || !words[n].after.is_empty() {
        return None;
    }
    let on = (n + 2..words.len().min(n + NEAR))
        .find(|&k| matches!(words[k].folded.as_str(), "عن" | "بشان" | "حول"))?;
    known.befell.at(forms, on + 1, on + 2)?;
    let who = (n + 1, upto(known, words, forms, n + 1, on));
    (quiet(&words[n..on]) && who.1 == on).then_some(Saying {
        cue: (n, n),
        who,
        said: on + 1,
        act: Act::Assert,
    })
}

fn act(known: &Embedded, forms: &Words, n: usize) -> Act {
    if known.denies.at(forms, n, n + 1).is_some() {
        Act::Deny
    } else if known.doubts.at(forms, n, n + 1).is_some() {
        Act::Opinion
    } else {
        Act::Assert
    }
}

/// «منذ أن أذاعت المحطة مساء الأحد خبر رحيله».
fn aired(words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const FAR: usize = 9;
    let known = of()?;
    let lead = n.checked_sub(1)?;
    let told = known
        .when
        .at(forms, lead, n)
        .and(known.tells.at(forms, n, n + 1));
    told.or(known
        .leads
        .at(forms, lead, n)
        .and(known.airing.at(forms, n, n + 1)))?;
    let news =
        (n + 2..words.len().min(n + FAR)).find(|&k| known.news.at(forms, k, k + 1).is_some())?;
    // «خبر رحيله», «خبرا عن مقتل», and no report by itself.
    let of = words[news].after.is_empty() && news + 1 < words.len();
    (of && quiet(&words[n..news])).then(|| Saying {
        cue: (n, n),
        who: (n + 1, upto(known, words, forms, n + 1, news)),
        said: news,
        act: Act::Announce,
    })
}

/// «خبرا بثته القناة ومفاده أن …», «نبأ نشره الموقع عن مقتله».
fn report(words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const FAR: usize = 12;
    let known = of()?;
    known.reports.at(forms, n, n + 1)?;
    let verb = words.get(n + 1).filter(|_| words[n].after.is_empty())?;
    let stem = verb
        .folded
        .strip_suffix("ته")
        .or_else(|| verb.folded.strip_suffix("تها"))
        .or_else(|| verb.folded.strip_suffix('ه'))?;
    let heard = super::wordings::forms(
        &[Word {
            folded: stem.to_owned(),
            ..verb.clone()
        }],
        true,
    );
    known.tells.at(&heard, 0, 1)?;
    let (at, to) = (n + 3..words.len().min(n + FAR)).find_map(|k| {
        let wherein = known.wherein.at(forms, k, words.len()).map(|w| w.to);
        let about = known.about.at(forms, k, words.len()).map(|w| w.to);
        let befell = |to: &usize| known.befell.at(forms, *to, words.len()).is_some();
        Some((k, wherein.or(about.filter(befell))?))
    })?;
    let clean = words[n..to - 1]
        .iter()
        .all(|w| !w.after.contains([':', '.', ';', '؛', '(']));
    clean.then(|| Saying {
        cue: (n + 1, n + 1),
        who: (n + 2, upto(known, words, forms, n + 2, at)),
        said: to,
        act: Act::Announce,
    })
}

/// «جاء في بيان للقيادة العامة بثه التلفزيون أن …», «وجاء في بيان نشر على حساب الألوية أن …».
fn paper(words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const FAR: usize = 22;
    const NEAR: usize = 6;
    let known = of()?;
    known.stood.at(forms, n, n + 1).filter(|_| n < 3)?;
    let on = words.get(n + 1).is_some_and(|w| w.folded == "في");
    known.papers.at(forms, n + 2, n + 3).filter(|_| on)?;
    let end = words.len().min(n + FAR);
    let that = (n + 4..end)
        .find(|&k| known.that.at(forms, k, k + 1).is_some() || words[k - 1].after.contains(':'))?;
    let clean = words[n..that - 1]
        .iter()
        .all(|w| !w.after.contains([':', '.', ';', '؛']));
    let of = words.get(n + 3)?;
    let who = if of.folded.starts_with("لل") || of.folded == "عن" {
        n + 3 + usize::from(of.folded == "عن")
    } else if of.folded.starts_with('ل') && of.folded.chars().count() > 3 {
        n + 3
    } else {
        (n + 3..that.min(n + 3 + NEAR)).find_map(|k| Some(known.posted.at(forms, k, that)?.to))?
    };
    let said = that + usize::from(words[that].folded.trim_start_matches('ب') == "ان");
    (clean && who < that).then(|| Saying {
        cue: (n, n),
        who: (who, upto(known, words, forms, who, that)),
        said,
        act: Act::Assert,
    })
}

/// «بلاغ الوزارة الذي زف خبر مصرعه».
fn brought(words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const NEAR: usize = 7;
    let known = of()?;
    known.papers.at(forms, n, n + 1)?;
    let relative = (n + 2..words.len().min(n + NEAR))
        .find(|&k| matches!(words[k].folded.as_str(), "الذي" | "التي"))?;
    known.brings.at(forms, relative + 1, relative + 2)?;
    known.news.at(forms, relative + 2, relative + 3)?;
    let plain = quiet(&words[n..relative + 2]);
    (plain && relative + 3 < words.len()).then_some(Saying {
        cue: (relative + 1, relative + 1),
        who: (n + 1, relative),
        said: relative + 2,
        act: Act::Announce,
    })
}

/// «الضابط الذي باح للوكالة بأن …»: only behind a relative, since such verbs are nouns and names too.
fn confided(words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const NEAR: usize = 8;
    let known = of()?;
    known.confides.at(forms, n, n + 1)?;
    let relative = n
        .checked_sub(2)
        .filter(|_| matches!(words[n - 1].folded.as_str(), "الذي" | "التي"))?;
    let that =
        (n + 1..words.len().min(n + NEAR)).find(|&k| known.that.at(forms, k, k + 1).is_some())?;
    let topic = relative == 0 || words[relative - 1].folded.ends_with("اما");
    let said = that + usize::from(words[that].folded.trim_start_matches('ب') == "ان");
    (topic && quiet(&words[n..that])).then_some(Saying {
        cue: (n, n),
        who: (relative, relative + 1),
        said,
        act: Act::Assert,
    })
}

/// «وأسر مسؤول للإذاعة بأن …», «وكان مساعد له قد أسر إلى الوكالة بأن …», «شهد عامل أمام المحكمة بأنه …»: only with «بأن», since such verbs
/// say other things too.
fn sworn(ground: &Ground, words: &[Word], forms: &Words, n: usize) -> Option<Saying> {
    const FAR: usize = 12;
    let known = of()?;
    known.confides.at(forms, n, n + 1)?;
    let clause = |k: usize| {
        k < 3 || !words[k - 1].after.is_empty() || words[k].folded.starts_with(['و', 'ف'])
    };
    let that = (n + 1..words.len().min(n + FAR)).find(|&k| words[k].folded.starts_with("بان"))?;
    known.that.at(forms, that, that + 1)?;
    let had = n
        .checked_sub(2)
        .filter(|_| words[n - 1].folded == "قد")
        .and_then(|k| {
            let was = |w: &Word| matches!(w.folded.trim_start_matches('و'), "كان" | "كانت");
            (k.saturating_sub(6)..k).rev().find(|&j| was(&words[j]))
        });
    let who = match had {
        Some(was) => (was + 1, n - 1),
        None if clause(n) => {
            // «لإذاعة النهر», «أمام المحكمة»: to whom.
            let told = |k: &usize| {
                let word = words[*k].folded.as_str();
                word.starts_with('ل') && word.chars().count() > 3 || word == "امام"
            };
            let to = (n + 2..that).find(told).unwrap_or(that);
            (n + 1, upto(known, words, forms, n + 1, to))
        }
        None => return None,
    };
    let head = words.get(who.0).filter(|_| who.0 < who.1)?;
    let somebody = ground.pack.human(&head.folded)
        || head.folded.starts_with("ال")
        || super::arabic::all_name(ground, &words[who.0..who.1]).is_some();
    let said = that + usize::from(words[that].folded == "بان");
    (somebody && said < words.len() && quiet(&words[n..that])).then_some(Saying {
        cue: (n, n),
        who,
        said,
        act: Act::Assert,
    })
}

#[cfg(test)]
mod tests {
    use super::super::prose::Prose;
    use super::*;

    fn heard(text: &str) -> Option<(String, String)> {
        let prose = Prose::new(text);
        let words = prose.words(0, prose.len());
        let forms = forms(&words, true);
        let s = (0..words.len()).find_map(|n| {
            noun(&words, &forms, n)
                .or_else(|| aired(&words, &forms, n))
                .or_else(|| report(&words, &forms, n))
                .or_else(|| paper(&words, &forms, n))
                .or_else(|| brought(&words, &forms, n))
                .or_else(|| confided(&words, &forms, n))
        })?;
        Some((
            prose.slice(words[s.who.0].start, words[s.who.1 - 1].end),
            prose.slice(words[s.said].start, words[clause_end(&words, s.said)].end),
        ))
    }

    #[test]
    fn what_is_told_within_a_clause_is_its_tellers() {
        assert!(of().is_some());
        let pair = |a: &str, b: &str| Some((a.to_owned(), b.to_owned()));
        assert_eq!(
            heard("ويناقض ذلك تأكيد الخبازة، في حديث إلى قناة، أن الفرن احترق."),
            None
        );
        assert_eq!(
            heard("ويتعارض مع تأكيد الخبازة، في حديث إلى قناة، أن الفرن احترق."),
            pair("الخبازة", "الفرن احترق")
        );
        assert_eq!(
            heard("وجاء بعد أسبوع من ترجيح نائب الخباز سامي الدرة أن يكون الفرن احترق."),
            pair("نائب الخباز سامي الدرة", "يكون الفرن احترق")
        );
        assert_eq!(
            heard("رغم إصرار النقابة على أن الفرن احترق."),
            pair("النقابة", "الفرن احترق")
        );
        assert_eq!(
            heard("ومنذ أن أذاعت الطاحونة مساء الأحد خبر رحيله والناس يتهامسون."),
            pair("الطاحونة", "خبر رحيله والناس يتهامسون")
        );
        assert_eq!(
            heard("ونفت النقابة خبرا بثته الطاحونة ومفاده أن الفرن احترق."),
            pair("الطاحونة", "الفرن احترق")
        );
        assert_eq!(
            heard("وجاء في بيان نشر على حساب النقابة في الشبكة أن الفرن احترق."),
            pair("النقابة", "الفرن احترق")
        );
        assert_eq!(
            heard("مرت أيام على بلاغ النقابة الذي زف خبر الحريق."),
            pair("النقابة", "خبر الحريق")
        );
        assert_eq!(
            heard("أما الطحان الذي باح لصحيفة بأن الفرن احترق، فلا نعرفه."),
            pair("الطحان", "الفرن احترق")
        );
        assert_eq!(heard("وينص ميثاق حلف الأفران على أن الفرن احترق."), None);
        assert_eq!(heard("وبعد إعلان الطوارئ أغلقت الأفران."), None);
    }
}
