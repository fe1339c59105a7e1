//! Who was told and who told: what stands between a cue, its source and its content, and what a content says of its own coming.
//!
//! In one file because who was told, who told and who goes on telling are read from the same gaps, by one reader.

use super::carried::{Place, of_outlets};
use super::naming::Form;
use super::reading::Named;
use super::resting::WHOLE;
use super::saying::{Passed, Reader, Saying, TELLER, Teller, span};
use super::weekday::{is_english_weekday, is_weekday};
use crate::extraction::{Proposed, Quoted, SourceKind};
use crate::model::EntityKind;
use crate::text::Span;
use crate::text::fold::fold;

/// Whoever is told stands within so many characters of the cue.
const GAP: usize = 80;
/// How far into a content it may say how it came.
const COMING: usize = 160;

/// Whoever was told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Told {
    /// The outlet whose page it is: it heard them itself.
    Own,
    /// Another: a relay.
    Other(usize),
    /// Another that no list has, by its name.
    Unlisted(Teller),
}

impl Reader<'_> {
    /// «قال … لرويترز إن», "told Reuters that", "…, he told Interfax, …": whoever was told passed it on.
    pub(super) fn told_to(&self, one: &Proposed, content: &Span) -> Option<Told> {
        let cue = one.cue.as_ref()?;
        let verb = fold(&cue.text);
        let told = ["told", "assured", "informed"]
            .iter()
            .any(|w| verb.contains(w));
        let mut gaps = vec![(cue.end as usize, content.start)];
        if let Some(source) = &one.source {
            let end = source.end as usize;
            if end > cue.end as usize {
                gaps = vec![
                    (cue.end as usize, source.start as usize),
                    (end, content.start),
                ];
            }
        }
        if content.start < cue.end as usize {
            // What is said stands before: whoever is told follows the verb, up to the next comma.
            let after = self.slice_to(cue.end as usize, cue.end as usize + GAP / 2);
            let until = after
                .find([',', '.', '،', '؛', ';', '"', '«', '”', '\n'])
                .map_or(after.len(), |b| b);
            let end = cue.end as usize + after[..until].chars().count();
            gaps.push((cue.end as usize, end));
        }
        for (start, end) in gaps {
            if end <= start || end - start > GAP {
                continue;
            }
            let words = self.slice(start, end).trim();
            if let Some(body) = self.addressed(words, told) {
                return Some(if Some(body) == self.own {
                    Told::Own
                } else {
                    Told::Other(body)
                });
            }
            if self.own_paper(words) || told && self.own_word(words) {
                return Some(Told::Own);
            }
            if let Some(name) = self.unlisted(words, told) {
                return Some(Told::Unlisted(Teller::Named {
                    named: Named {
                        name,
                        kind: EntityKind::Group,
                        span: None,
                        known_as: None,
                    },
                    kind: SourceKind::Outlet,
                    phrase: None,
                }));
            }
        }
        None
    }

    /// An outlet that no list has, by the word for its kind: «لإذاعة الجبل», "told Radio al-Jabal", "told the Quay Times newspaper".
    fn unlisted(&self, words: &str, told: bool) -> Option<String> {
        const LONGEST: usize = 4;
        let pieces: Vec<&str> = words.split_whitespace().collect();
        for (at, piece) in pieces.iter().enumerate() {
            let folded = fold(piece);
            let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
            let kind = |w: &str| {
                matches!(
                    w,
                    "اذاعه"
                        | "قناه"
                        | "صحيفه"
                        | "جريده"
                        | "وكاله"
                        | "موقع"
                        | "راديو"
                        | "تلفزيون"
                        | "شبكه"
                        | "مجله"
                        | "فضائيه"
                )
            };
            if let Some(rest) = bare.strip_prefix('ل')
                && kind(rest)
            {
                let mut name = vec![
                    piece
                        .trim_start_matches(|c: char| !c.is_alphanumeric())
                        .strip_prefix('ل')?
                        .to_owned(),
                ];
                for next in pieces[at + 1..].iter().take(LONGEST) {
                    let word = fold(next.trim_matches(|c: char| !c.is_alphanumeric()));
                    let day = matches!(
                        word.as_str(),
                        "ان" | "انه"
                            | "انها"
                            | "انهم"
                            | "امس"
                            | "اليوم"
                            | "مساء"
                            | "صباح"
                            | "في"
                            | "من"
                            | "خلال"
                            | "عبر"
                            | "بان"
                    ) || is_weekday(&word);
                    if day {
                        break;
                    }
                    name.push((*next).to_owned());
                    if next.ends_with(['»', '،', ',', '"']) {
                        break;
                    }
                }
                return (name.len() > 1).then(|| Form::new(&name.join(" ")).shown);
            }
            // English: only right behind "told" or "to", capitalised, with the word for its kind, which may stand before it.
            let english = (told || bare == "to")
                && at == 0
                && !words
                    .chars()
                    .any(|c| ('\u{0620}'..='\u{06ff}').contains(&c));
            if english {
                let to = usize::from(bare == "to");
                let before = pieces
                    .iter()
                    .skip(to)
                    .take(LONGEST)
                    .position(|w| of_outlets(w, Place::Before));
                let known = before.is_some();
                let the = pieces.get(to).is_some_and(|w| fold(w) == "the");
                let from = before.map_or(to + usize::from(the), |k| to + k + 1);
                let mut ended = false;
                let name: Vec<&str> = pieces[from.min(pieces.len())..]
                    .iter()
                    .copied()
                    .take_while(|w| {
                        if ended {
                            return false;
                        }
                        ended = w.ends_with([',', ';', '.']);
                        let word = w.trim_matches(|c: char| !c.is_alphanumeric());
                        let capital = word.chars().next().is_some_and(char::is_uppercase)
                            || word.starts_with("al-");
                        let day = is_english_weekday(&fold(word));
                        capital && !day
                    })
                    .take(LONGEST)
                    .collect();
                let next = pieces.get(from + name.len()).map_or("", |w| *w);
                let says = |w: &str| of_outlets(w, Place::Behind);
                let kind = known
                    || name
                        .iter()
                        .any(|w| says(w.trim_matches(|c: char| !c.is_alphanumeric())))
                    || says(next.trim_matches(|c: char| !c.is_alphanumeric()));
                return (kind && !name.is_empty() && name.len() <= LONGEST)
                    .then(|| Form::new(&name.join(" ")).shown);
            }
        }
        None
    }

    /// «قال للصحيفة», "told the newspaper": the one that is being read.
    fn own_paper(&self, words: &str) -> bool {
        let form = Form::new(words);
        form.words.iter().take(3).any(|w| {
            matches!(
                w.as_str(),
                "للصحيفه"
                    | "للقناه"
                    | "للوكاله"
                    | "للموقع"
                    | "للاذاعه"
                    | "لموقعنا"
                    | "لصحيفتنا"
                    | "لمراسلنا"
                    | "لمراسلتنا"
            )
        })
    }

    /// "Told the Mail" on a page of the Northern Mail: the last word of its own name, and the first capitalised one that is told.
    fn own_word(&self, words: &str) -> bool {
        let Some(body) = self.own.map(|own| &self.listed.bodies()[own]) else {
            return false;
        };
        let Some(told) = words
            .split_whitespace()
            .find(|w| fold(w) != "the")
            .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()))
            .filter(|w| w.chars().next().is_some_and(char::is_uppercase))
        else {
            return false;
        };
        body.names.values().any(|name| {
            name.split_whitespace().count() > 1 && name.split_whitespace().next_back() == Some(told)
        })
    }

    /// The listed body that some words between a cue and its content are said to.
    fn addressed(&self, words: &str, told: bool) -> Option<usize> {
        let form = Form::new(words);
        for at in 0..form.words.len() {
            let word = &form.words[at];
            let arabic = !word.is_ascii();
            // A preposition that is written onto the word: «لرويترز», «لوكالة فرانس برس», «لقناة …».
            let onto = arabic && word.starts_with('ل') && word.chars().count() > 3;
            let led = at > 0
                && matches!(
                    form.words[at - 1].as_str(),
                    "ل" | "الى" | "مع" | "to" | "with"
                );
            if !(onto || led || told && at == 0) {
                continue;
            }
            let rest = form.without_first(at);
            let mut first = rest.clone();
            if onto && let Some(word) = first.words.first_mut() {
                let bare: String = word.chars().skip(1).collect();
                // «للمرصد» is «ل» and «المرصد».
                *word = match bare.strip_prefix('ل') {
                    Some(defined) => format!("ال{defined}"),
                    None => bare,
                };
            }
            let longest = (1..=first.words.len().min(6)).rev().find_map(|n| {
                let cut = Form {
                    words: first.words[..n].to_vec(),
                    shown: first.words[..n].join(" "),
                };
                self.listed
                    .find(&cut, self.titles)
                    .map(|(i, _, _)| i)
                    .or_else(|| self.listed.credit(&cut))
                    .filter(|i| {
                        matches!(
                            self.listed.bodies()[*i].kind,
                            SourceKind::Outlet
                                | SourceKind::Agency
                                | SourceKind::Website
                                | SourceKind::Organization
                        )
                    })
            });
            if longest.is_some() {
                return longest;
            }
        }
        None
    }

    /// «علم المرصد من قادة أن», "learned from commanders that": the teller.
    pub(super) fn learned_from(&self, one: &Proposed, content: &Span) -> Option<Passed> {
        let cue = one.cue.as_ref()?;
        let learned = {
            let cue = fold(&cue.text);
            [
                "علم",
                "علمت",
                "علموا",
                "تبلغ",
                "تبلغت",
                "تلقي",
                "تلقت",
                "حصل",
                "حصلت",
                "سمع",
                "سمعت",
                "استقي",
                "استقت",
                "learned",
                "learnt",
                "heard",
                "was told",
                "were told",
                "been told",
            ]
            .iter()
            .any(|w| cue == *w || cue.ends_with(w))
        };
        let start = one.source.as_ref().map_or(cue.end, |s| s.end.max(cue.end)) as usize;
        if !learned || content.start <= start || content.start - start > GAP {
            return None;
        }
        let between = self.slice(start, content.start);
        let form = Form::new(between);
        if !matches!(
            form.words.first().map(String::as_str),
            Some("من" | "from" | "by" | "عبر" | "بواسطة")
        ) {
            return None;
        }
        let mut teller = form.without_first(1);
        while teller
            .words
            .last()
            .is_some_and(|w| matches!(w.as_str(), "ان" | "بان" | "that"))
        {
            teller = teller.without_last(1);
        }
        self.teller_of(&teller, "learned-from")
    }

    /// Somebody behind a source, by their own words.
    fn teller_of(&self, teller: &Form, rule: &'static str) -> Option<Passed> {
        if teller.words.is_empty() || teller.words.len() > TELLER + 3 {
            return None;
        }
        let who = match self.listed.find(teller, self.titles) {
            Some((body, _, _)) => self.listed_teller(body),
            None => Teller::Withheld {
                description: teller.shown.clone(),
                kind: SourceKind::AnonymousSource,
                span: None,
            },
        };
        Some(Passed { who, rule })
    }

    /// Whether a source told the very speaker inside whose words it stands: «مقاتلين أبلغاه بأن», "two nurses had told her that".
    pub(super) fn told_speaker(&self, one: &Proposed) -> bool {
        const TELLS: &[&str] = &["ابلغ", "اخبر", "اعلم", "اطلع"];
        const HIM: &[&str] = &["اه", "وه", "ته", "ها", "هم", "ه", "وها", "اها", "تها"];
        let Some(cue) = one.cue.as_ref().filter(|_| one.nested_in.is_some()) else {
            return false;
        };
        let word = fold(&cue.text);
        let last = word.split_whitespace().next_back().unwrap_or("");
        let last = last.trim_start_matches('و');
        if TELLS.iter().any(|verb| {
            last.strip_prefix(verb)
                .is_some_and(|rest| HIM.contains(&rest))
        }) {
            return true;
        }
        let behind = self.slice(cue.end as usize, cue.end as usize + 12);
        let next = behind.split_whitespace().next().map(fold);
        // "He was told by three porters".
        let before = self.slice((cue.start as usize).saturating_sub(6), cue.start as usize);
        let passive = matches!(
            before.split_whitespace().next_back(),
            Some("was" | "were" | "been")
        ) && next.as_deref() == Some("by");
        passive
            || matches!(last, "told" | "informed" | "assured")
                && next.is_some_and(|w| {
                    matches!(w.as_str(), "him" | "her" | "it" | "them" | "me" | "us")
                })
    }

    /// What a content says of its own coming: "commanders had told it so", "it had come from commanders", «الخبر وصله من قيادات في التنظيم».
    pub(super) fn came_from(&self, one: &Proposed) -> Option<Passed> {
        let first: &Quoted = one.content.first()?;
        let text: String = first.text.chars().take(COMING).collect();
        let pieces: Vec<&str> = text.split_whitespace().collect();
        let words: Vec<String> = pieces
            .iter()
            .map(|w| fold(w.trim_matches(|c: char| !c.is_alphanumeric())))
            .collect();
        let word = |n: usize| words.get(n).map_or("", String::as_str);
        let stops = |n: usize| pieces[n].ends_with([',', '،', '.', '؛', '"', '»', '”']);
        // "<commanders> had told it so".
        let told = words.iter().position(|w| {
            matches!(
                w.as_str(),
                "told" | "informed" | "assured" | "notified" | "briefed"
            )
        });
        if let Some(at) = told
            && matches!(
                word(at + 1),
                "it" | "him" | "her" | "them" | "us" | "me" | "the" | "his" | "its"
            )
            && (!matches!(word(at + 1), "the" | "his" | "its")
                || matches!(
                    word(at + 2),
                    "monitor"
                        | "observatory"
                        | "group"
                        | "organisation"
                        | "organization"
                        | "network"
                        | "centre"
                        | "center"
                        | "ministry"
                        | "council"
                ))
        {
            let end = if matches!(word(at.saturating_sub(1)), "had" | "have" | "has") {
                at - 1
            } else {
                at
            };
            let pronoun = matches!(
                word(0),
                "he" | "she"
                    | "it"
                    | "they"
                    | "this"
                    | "that"
                    | "who"
                    | "i"
                    | "we"
                    | "no"
                    | "nobody"
            );
            if (1..=16).contains(&end) && !pronoun {
                // What is said of them in a clause of their own is no part of the description, but where nothing else is.
                let somebody = |n: usize| {
                    matches!(
                        word(n),
                        "man" | "woman" | "men" | "women" | "people" | "person"
                    )
                };
                let stop = (1..end)
                    .find(|n| {
                        matches!(word(*n), "who" | "whom" | "which" | "that") && !somebody(*n - 1)
                            || stops(*n - 1)
                    })
                    .unwrap_or(end);
                // "Had told the group of the death", "had informed it by telephone": nothing but whence it is.
                let object = at + 1 + usize::from(matches!(word(at + 1), "the" | "his" | "its"));
                let rest = &words[(object + 1).min(words.len())..];
                let whence = rest.is_empty()
                    || matches!(rest[0].as_str(), "of" | "so" | "by" | "about" | "this");
                let told = rest.iter().any(|w| w == "that");
                let rule = if whence && !told {
                    WHOLE
                } else {
                    "told-the-source"
                };
                return self.teller_of(&Form::new(&pieces[..stop.min(8)].join(" ")), rule);
            }
        }
        // "it had come from <commanders> with whom …".
        let came = words.iter().take(9).position(|w| {
            matches!(
                w.as_str(),
                "come"
                    | "came"
                    | "comes"
                    | "وصله"
                    | "وصلته"
                    | "وصلهم"
                    | "وصلنا"
                    | "وصلها"
                    | "بلغه"
                    | "بلغته"
                    | "تلقاه"
                    | "تلقاها"
                    | "استقاه"
                    | "استقاها"
                    | "جاءه"
                    | "جاءته"
                    | "مصدره"
                    | "مصدرها"
            )
        });
        // «معلوماته مصدرها شخصان» needs no «من».
        let plain = came.is_some_and(|at| {
            at > 0
                && matches!(word(at), "مصدره" | "مصدرها")
                && !matches!(word(at + 1), "من" | "عبر")
                && self.somebody(word(at + 1))
        });
        if let Some(at) = came
            && (plain || matches!(word(at + 1), "from" | "من" | "عبر"))
            && at + 2 < pieces.len()
            && (at <= 3 && !matches!(word(at), "come" | "came" | "comes")
                || matches!(word(0), "it" | "this")
                || matches!(
                    word(1),
                    "news" | "information" | "word" | "report" | "account" | "tip" | "knowledge"
                ))
        {
            let from = at + if plain { 1 } else { 2 };
            let mut end = from;
            while end < pieces.len() && end - from < 8 {
                let leads_on = matches!(
                    word(end),
                    "with"
                        | "who"
                        | "whom"
                        | "which"
                        | "and"
                        | "that"
                        | "بينهم"
                        | "الذين"
                        | "الذي"
                        | "التي"
                        | "وهو"
                        | "وان"
                        | "وانه"
                        | "وانها"
                );
                // «طبيبين اتصلا به»: what they did.
                let did = word(end).ends_with("وا")
                    || word(end).starts_with('ا')
                        && !word(end).starts_with("ال")
                        && word(end).ends_with('ا')
                        && word(end).chars().count() >= 5;
                if end > from && (leads_on || did) {
                    break;
                }
                end += 1;
                if stops(end - 1) {
                    break;
                }
            }
            return self.teller_of(
                &Form::new(
                    pieces[from..end]
                        .join(" ")
                        .trim_matches(|c: char| !c.is_alphanumeric()),
                ),
                if self.says_more(&words[end..]) {
                    "came-from"
                } else {
                    WHOLE
                },
            );
        }
        if let Some(seen) = self.seen_by(&pieces, &words) {
            return Some(seen);
        }
        // «إن زوجته هي التي نقلت إليه الخبر».
        let passed = (1..words.len().min(10)).find(|n| {
            matches!(word(*n), "هو" | "هي" | "هم")
                && matches!(word(*n + 1), "من" | "الذين" | "الذي" | "التي")
                && word(*n + 2).starts_with("نقل")
                && word(*n + 3).starts_with("الي")
        });
        if let Some(they) = passed.filter(|n| self.somebody(word(0)) && !(0..*n).any(stops)) {
            return self.teller_of(&Form::new(&pieces[..they].join(" ")), WHOLE);
        }
        // «إن <قياديين …> هم من أبلغوا المرصد».
        let they = (1..words.len().min(14)).find(|n| {
            matches!(word(*n), "هم" | "هو" | "هي")
                && matches!(word(*n + 1), "من" | "الذين" | "الذي" | "التي")
                && ["ابلغ", "اخبر", "اكد"]
                    .iter()
                    .any(|v| word(*n + 2).starts_with(v))
        })?;
        self.teller_of(&Form::new(&pieces[..they].join(" ")), "told-the-source")
    }

    /// Whether words behind those that say whence an account comes tell something themselves.
    pub(super) fn says_more(&self, words: &[String]) -> bool {
        words.iter().any(|w| {
            matches!(
                w.as_str(),
                "that" | "ان" | "بان" | "انه" | "انها" | "انهم" | "بانه" | "بانها"
            )
        })
    }

    /// "Her driver had recognised the badge", «حارسا رآها»: what a speaker tells of another's seeing or hearing is that other's.
    fn seen_by(&self, pieces: &[&str], words: &[String]) -> Option<Passed> {
        const SAW: &[&str] = &[
            "seen",
            "saw",
            "recognised",
            "recognized",
            "witnessed",
            "watched",
            "overheard",
            "راي",
            "راها",
            "راه",
            "راوا",
            "راوه",
            "راوها",
            "شاهد",
            "شاهده",
            "شاهدها",
            "شاهدوا",
            "شاهدوه",
            "شاهدوها",
        ];
        const NONE: &[&str] = &[
            "no", "nobody", "none", "not", "few", "لا", "لم", "احد", "احدا", "never", "if", "لو",
        ];
        let human = |w: &str| {
            self.pack
                .is_some_and(|p| p.human(w) || w.strip_suffix('ا').is_some_and(|w| p.human(w)))
        };
        let at = words
            .iter()
            .take(6)
            .position(|w| SAW.contains(&w.as_str()))?;
        let end =
            at - usize::from(at > 0 && matches!(words[at - 1].as_str(), "had" | "has" | "have"));
        let who = words.get(..end)?;
        let noun = if words[0].is_ascii() {
            who.last()
        } else {
            who.first()
        }?;
        let plain = !who.iter().any(|w| NONE.contains(&w.as_str()))
            && !pieces[..end]
                .iter()
                .any(|p| p.ends_with([',', '،', '.', ';']));
        if !human(noun) || !plain {
            return None;
        }
        self.teller_of(&Form::new(&pieces[..end].join(" ")), "saw-it")
    }

    pub(super) fn slice_to(&self, start: usize, end: usize) -> &str {
        self.slice(start, end.min(self.index.chars()))
    }
}

/// Whoever goes on speaking is heard through those that were named when they began: «وأوضح المصدر …» after «نقلت القناة عن مصدر …».
pub(super) fn continued(reader: &Reader, all: &mut [Saying]) {
    for n in 1..all.len() {
        if all[n].outer.is_some() || !all[n].relays.is_empty() || all[n].to_own {
            continue;
        }
        let found = all[..n].iter().rev().find(|before| {
            let same = match (&all[n].who, &before.who) {
                (
                    Teller::Withheld { description: a, .. },
                    Teller::Withheld { description: b, .. },
                ) => a == b,
                (Teller::Named { named: a, .. }, Teller::Named { named: b, .. }) => {
                    Form::new(&a.name) == Form::new(&b.name)
                }
                _ => false,
            };
            same && before.outer.is_none()
        });
        let Some(before) = found else {
            continue;
        };
        let (Some(here), Some(there)) = (all[n].source_span, before.source_span) else {
            continue;
        };
        let named = matches!(all[n].who, Teller::Named { .. });
        let words = fold(reader.slice(here.start, here.end));
        let pointed =
            here == there || !named && (words.starts_with("ال") || words.starts_with("the "));
        let cue = all[n].cue.map_or(here.start, |c| c.start);
        let parted = there.end < cue && reader.slice(there.end, cue).contains('\n');
        let relays: Vec<Passed> = before
            .relays
            .iter()
            .filter(|r| {
                matches!(r.rule, "passed-on" | "continued") && (!parted || !named)
                    || r.rule == "told-to" && !parted
            })
            .map(|r| Passed {
                who: r.who.clone(),
                rule: "continued",
            })
            .collect();
        let to_own = before.to_own && !parted;
        if pointed {
            all[n].to_own = to_own;
            all[n].relays = relays;
        }
    }
}

/// Whoever is said to think or doubt what they say speaks once: "Iraqi officials told the agency they doubted the reports".
pub(super) fn same_speaker(all: &mut [Option<Saying>], outer: &mut [Option<usize>]) {
    for n in 0..all.len() {
        let Some(o) = outer[n].filter(|o| *o != n) else {
            continue;
        };
        let (Some(inner), Some(around)) = (&all[n], &all[o]) else {
            continue;
        };
        let same = match (&inner.who, &around.who) {
            (Teller::Withheld { description: a, .. }, Teller::Withheld { description: b, .. }) => {
                a == b
            }
            (Teller::Named { named: a, .. }, Teller::Named { named: b, .. }) => {
                Form::new(&a.name) == Form::new(&b.name) && a.kind == b.kind
            }
            _ => false,
        };
        if !same {
            continue;
        }
        if inner.content == around.content {
            // Two cues over one content: the one that says more than that it was said is kept.
            let (gone, kept) = if inner.act == crate::model::Act::Assert {
                (n, o)
            } else {
                (o, n)
            };
            let up = outer[o].filter(|up| *up != n);
            if let Some(dropped) = all[gone].take()
                && let Some(saying) = &mut all[kept]
            {
                for (there, more) in [
                    (&mut saying.relays, dropped.relays),
                    (&mut saying.told_by, dropped.told_by),
                ] {
                    if there.is_empty() {
                        *there = more;
                    }
                }
                saying.to_own |= dropped.to_own;
                saying.also.push(dropped.said);
            }
            outer[kept] = up;
            outer[gone] = Some(kept);
            continue;
        }
        let (relays, told, own) = (around.relays.clone(), around.told_by.clone(), around.to_own);
        outer[n] = outer[o].filter(|up| *up != n);
        if let Some(inner) = &mut all[n] {
            if inner.relays.is_empty() {
                inner.relays = relays;
            }
            if inner.told_by.is_empty() {
                inner.told_by = told;
            }
            inner.to_own |= own;
        }
    }
}

/// The spans of a proposal's content.
pub(super) fn content_of(one: &Proposed) -> Vec<Span> {
    one.content
        .iter()
        .map(span)
        .filter(|s| !s.is_empty())
        .collect()
}
