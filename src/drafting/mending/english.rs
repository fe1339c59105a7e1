//! English proposals put right: pronouns without a person, names cut at a stop or a hyphen, a nearer "he".
//!
//! In one file because every rule leans on the same tests of capitals, pronouns and clauses.

use super::ground::Ground;
use super::nouns::nouns;
use super::prose::Word;
use crate::drafting::naming::Form;
use crate::extraction::{Act, Missed, Proposed, Quoted, SourceKind, Style};

pub(super) fn mend(ground: &Ground, statements: &mut Vec<Proposed>, missed: &[Missed]) {
    statements.retain(|s| !is_nobody(s) && !is_verb(s));
    nouns(ground, statements);
    for one in missed {
        if let Some(found) = parted(ground, one) {
            let met = statements
                .iter()
                .any(|s| s.cue.as_ref().is_some_and(|c| c.start == one.start));
            let at = statements
                .iter()
                .position(|s| s.cue.as_ref().is_some_and(|c| c.start > one.start))
                .unwrap_or(statements.len());
            if !met {
                statements.insert(at, found);
            }
        }
    }
    for n in 0..statements.len() {
        relative(ground, statements, n);
        showing(ground, &mut statements[n]);
        kin(ground, &mut statements[n]);
        whole_name(ground, &mut statements[n]);
        reports_say(&mut statements[n]);
        unclear_who(&mut statements[n]);
        super::english_misread::misread(ground, &mut statements[n]);
    }
    // "Repeated its claim that": no rumour beside it.
    let said: Vec<_> = statements
        .iter()
        .filter(|s| s.source.is_some())
        .map(|s| s.content.clone())
        .collect();
    statements
        .retain(|s| !(s.act == Act::Rumour && s.source.is_none() && said.contains(&s.content)));
    they(ground, statements);
    the_group(statements);
    super::english_relative::relatives(ground, statements);
    super::english_unheard::unheard(ground, statements);
    super::withheld::of_them(ground, statements);
    nearer(ground, statements);
    within(ground, statements);
    own_sources(ground, statements);
    for one in statements.iter_mut() {
        super::english_parted::named(ground, one);
    }
    super::english_joined::joined(ground, statements);
}

/// "It is not clear who first claimed that": nobody is behind it.
fn unclear_who(one: &mut Proposed) {
    let who = one
        .source
        .as_ref()
        .map(|s| s.text.to_lowercase())
        .unwrap_or_default();
    if ["not clear", "unclear", "it is not clear", "not known"]
        .iter()
        .any(|w| who.starts_with(w))
    {
        one.source = None;
        one.source_name = None;
        one.named = false;
        one.act = Act::Rumour;
    }
}

/// "Foreign Minister Sergei Orlov, speaking in the capital later in the day, said he did not …": the verb is parted from its subject.
fn parted(ground: &Ground, missed: &Missed) -> Option<Proposed> {
    let (cue, end) = (missed.start as usize, missed.end as usize);
    let word = ground.prose.slice(cue, end).to_lowercase();
    if !matches!(word.as_str(), "said" | "says" | "told" | "added") {
        return None;
    }
    let (start, stop) = ground.prose.sentence(cue);
    let words = ground.prose.words(start, cue);
    let comma = words.iter().position(|w| w.after.starts_with(','))?;
    let aside = words.get(comma + 1)?;
    let opens = aside.folded.ends_with("ing")
        || matches!(
            aside.folded.as_str(),
            "in" | "at" | "on" | "after" | "during" | "asked" | "reached" | "speaking"
        );
    if !opens || !words.last()?.after.starts_with(',') || comma > 6 {
        return None;
    }
    let named = subject(ground, start, stop).filter(|(_, b)| *b == words[comma].end);
    // "A commander, reached by telephone, said".
    let described = matches!(
        words[0].folded.as_str(),
        "a" | "an" | "one" | "another" | "two" | "three" | "the" | "some" | "several"
    ) && comma > 0;
    if named.is_none() && !described {
        return None;
    }
    let (a, b) = named.unwrap_or((words[0].start, words[comma].end));
    let after = ground.prose.words(end, stop);
    let from = usize::from(after.first().is_some_and(|w| w.folded == "that"));
    let (first, last) = (after.get(from)?, after.last()?);
    let name = ground.prose.slice(a, b);
    Some(Proposed {
        id: format!("p{cue}"),
        cue: Some(ground.prose.quoted(cue, end)),
        cue_also: Vec::new(),
        source: Some(ground.prose.quoted(words[0].start, b)),
        source_name: Some(name),
        source_kind: if named.is_some() {
            SourceKind::Official
        } else {
            SourceKind::AnonymousSource
        },
        named: named.is_some(),
        content: vec![ground.prose.quoted(first.start, last.end)],
        style: Style::Indirect,
        act: Act::Assert,
        nested_in: None,
        confidence: 0.7,
        mentions: Vec::new(),
    })
}

/// "A local source said that IS had announced the death of …": the announcement is the group's, and the source passes it on.
fn within(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for one in statements.iter() {
        let Some(first) = one.content.first() else {
            continue;
        };
        let words = ground.prose.words(first.start as usize, first.end as usize);
        let Some(verb) = (2..words.len().min(9)).find(|n| {
            matches!(words[n - 1].folded.as_str(), "had" | "has" | "have")
                && matches!(
                    words[*n].folded.as_str(),
                    "announced"
                        | "confirmed"
                        | "admitted"
                        | "acknowledged"
                        | "conceded"
                        | "declared"
                        | "denied"
                )
        }) else {
            continue;
        };
        let head = &words[..verb - 1];
        let form = form_of(ground, head);
        let known = ground.listed.find(&form, ground.titles).is_some()
            || form.words == ["is"] && ground.prose.slice(head[0].start, head[0].end) == "IS";
        let met = statements.iter().any(|s| {
            s.cue
                .as_ref()
                .is_some_and(|c| c.start as usize == words[verb].start)
        });
        if !known || met || head.iter().any(|w| !w.after.is_empty()) {
            continue;
        }
        let from = verb + 1 + usize::from(words.get(verb + 1).is_some_and(|w| w.folded == "that"));
        let Some(start) = words.get(from) else {
            continue;
        };
        let last = words[from..]
            .iter()
            .find(|w| w.after.contains([',', ';']))
            .or_else(|| words.last())
            .map_or(start.end, |w| w.end);
        let twin = |id: &str| {
            statements
                .iter()
                .any(|s| s.nested_in.as_deref() == Some(id) && s.content == one.content)
        };
        // The innermost of those over one content holds it.
        if twin(&one.id) {
            continue;
        }
        found.push(Proposed {
            id: format!("w{}", words[verb].start),
            cue: Some(ground.prose.quoted(words[verb].start, words[verb].end)),
            cue_also: Vec::new(),
            source: Some(ground.prose.quoted(head[0].start, head[head.len() - 1].end)),
            source_name: Some(form.shown),
            source_kind: SourceKind::Organization,
            named: true,
            content: vec![ground.prose.quoted(start.start, last)],
            style: Style::Indirect,
            act: if words[verb].folded == "denied" {
                Act::Deny
            } else {
                Act::Announce
            },
            nested_in: Some(one.id.clone()),
            confidence: 0.7,
            mentions: Vec::new(),
        });
    }
    for one in found {
        let at = one.outer(statements).map_or(statements.len(), |n| n + 1);
        statements.insert(at, one);
    }
}

fn first_words(one: &Proposed) -> Vec<String> {
    one.source
        .as_ref()
        .map(|s| {
            s.text
                .to_lowercase()
                .split_whitespace()
                .take(3)
                .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
                .collect()
        })
        .unwrap_or_default()
}

/// "Nobody should believe", "no one else has confirmed": nobody says anything.
fn is_nobody(one: &Proposed) -> bool {
    let words = first_words(one);
    let all: Vec<&str> = words.iter().map(String::as_str).collect();
    matches!(
        all.as_slice(),
        ["nobody" | "none" | "neither", ..] | ["no", "one", ..] | ["few"]
    )
}

/// "…, which last week said it had learned from commanders that …", "… himself believed": who is meant stands before.
fn relative(ground: &Ground, statements: &mut [Proposed], n: usize) {
    let words = first_words(&statements[n]);
    let all: Vec<&str> = words.iter().map(String::as_str).collect();
    let (Some(source), Some(cue)) = (statements[n].source.clone(), statements[n].cue.clone())
    else {
        return;
    };
    let myself = matches!(
        all.as_slice(),
        [.., "himself" | "herself" | "itself" | "themselves"]
    );
    if myself {
        let outer = statements[n].outer(statements);
        if let Some(o) = outer {
            let other = statements[o].clone();
            takes(&mut statements[n], &other);
        }
        return;
    }
    let (start, _) = ground.prose.sentence(cue.start as usize);
    let before = ground.prose.words(start, cue.start as usize);
    let Some(at) = before
        .iter()
        .rposition(|w| matches!(w.folded.as_str(), "which" | "who"))
    else {
        return;
    };
    // The verb is the relative clause's own: nothing but adverbs and times between.
    let clause = &before[at + 1..];
    let own = clause.len() <= 7
        && clause.iter().all(|w| {
            matches!(
                w.folded.as_str(),
                "last"
                    | "week"
                    | "month"
                    | "year"
                    | "said"
                    | "it"
                    | "he"
                    | "she"
                    | "they"
                    | "has"
                    | "had"
                    | "have"
                    | "also"
                    | "on"
                    | "in"
                    | "earlier"
                    | "later"
                    | "yesterday"
                    | "monday"
                    | "tuesday"
                    | "wednesday"
                    | "thursday"
                    | "friday"
                    | "saturday"
                    | "sunday"
                    | "this"
                    | "first"
                    | "then"
            )
        });
    let inside = source.start as usize >= before[at].start;
    if !own || !inside || at == 0 {
        return;
    }
    // The longest listed body that ends before "which"; else whoever spoke last in this sentence.
    let head = &before[..at];
    let found = (1..=head.len().min(8)).rev().find_map(|k| {
        let part = &head[head.len() - k..];
        let form = form_of(ground, part);
        let known = ground.listed.find(&form, ground.titles).is_some();
        known.then(|| (part[0].start, part[part.len() - 1].end))
    });
    if let Some((a, b)) = found {
        let quoted = ground.prose.quoted(a, b);
        statements[n].source_name = Some(quoted.text.clone());
        statements[n].source = Some(quoted);
        statements[n].source_kind = SourceKind::Organization;
        statements[n].named = true;
        following(ground, &mut statements[n], &cue, before[at].start);
        return;
    }
    following(ground, &mut statements[n], &cue, before[at].start);
    let earlier = statements[..n].iter().rev().find(|s| {
        s.source
            .as_ref()
            .is_some_and(|q| start <= q.start as usize && (q.end as usize) <= before[at].start)
    });
    if let Some(other) = earlier.cloned() {
        takes(&mut statements[n], &other);
    }
}

/// "Washington was monitoring reports that": what somebody does is no source.
fn is_verb(one: &Proposed) -> bool {
    let words = first_words(one);
    let all: Vec<&str> = words.iter().map(String::as_str).collect();
    let lower = one
        .source
        .as_ref()
        .is_some_and(|s| s.text.chars().next().is_some_and(char::is_lowercase));
    lower && matches!(all.as_slice(), [w] if w.len() > 5 && w.ends_with("ing"))
}

/// "Unconfirmed reports said": reports are nobody, and what they say is no more than reported.
fn reports_say(one: &mut Proposed) {
    let words = first_words(one);
    let all: Vec<&str> = words.iter().map(String::as_str).collect();
    let talk = |w: &str| {
        matches!(
            w,
            "reports" | "rumours" | "rumors" | "posts" | "speculation" | "accounts"
        )
    };
    let kind = |w: &str| {
        matches!(
            w,
            "unconfirmed"
                | "unverified"
                | "some"
                | "media"
                | "other"
                | "initial"
                | "several"
                | "conflicting"
                | "earlier"
                | "early"
                | "local"
                | "online"
                | "various"
                | "persistent"
                | "press"
                | "news"
                | "social"
                | "first"
        )
    };
    let nobody = match all.as_slice() {
        [w] => talk(w),
        [a, w] => kind(a) && talk(w),
        [a, b, w] => kind(a) && kind(b) && talk(w),
        _ => false,
    };
    let long = one
        .source
        .as_ref()
        .is_some_and(|s| s.text.split_whitespace().count() > 3);
    if nobody && !long {
        one.source = None;
        one.source_name = None;
        one.source_kind = SourceKind::Unattributed;
        one.named = false;
        one.act = Act::Rumour;
    }
}

/// "Kabul said he had died. "He died of an illness," the group said": no capital is a group.
fn the_group(statements: &mut [Proposed]) {
    for n in 0..statements.len() {
        let words = first_words(&statements[n]);
        let all: Vec<&str> = words.iter().map(String::as_str).collect();
        let group = matches!(
            all.as_slice(),
            [
                "the",
                "group"
                    | "movement"
                    | "militants"
                    | "rebels"
                    | "insurgents"
                    | "organisation"
                    | "organization"
                    | "militia"
                    | "jihadists"
            ]
        );
        let Some(name) = statements[n].source_name.clone().filter(|_| group) else {
            continue;
        };
        let word = name.to_lowercase();
        let land = matches!(
            word.as_str(),
            "kabul"
                | "damascus"
                | "baghdad"
                | "moscow"
                | "washington"
                | "tehran"
                | "beirut"
                | "riyadh"
                | "cairo"
                | "ankara"
                | "islamabad"
                | "paris"
                | "london"
                | "jerusalem"
                | "sanaa"
                | "tripoli"
                | "khartoum"
                | "kyiv"
                | "kiev"
                | "beijing"
        ) || statements[n].source_kind == SourceKind::State;
        if !land {
            continue;
        }
        let earlier = statements[..n].iter().rev().find(|s| {
            matches!(s.source_kind, SourceKind::Group | SourceKind::Organization)
                && s.named
                && s.source_name
                    .as_deref()
                    .is_some_and(|o| o.to_lowercase() != word)
                && s.source
                    .as_ref()
                    .is_some_and(|q| !q.text.eq_ignore_ascii_case(&name))
        });
        if let Some(other) = earlier.cloned() {
            takes(&mut statements[n], &other);
        }
    }
}

/// "The officials painted a different picture. …, they said": several speak, and no outlet that is named before them.
fn they(ground: &Ground, statements: &mut [Proposed]) {
    const SEVERAL: &[&str] = &[
        "officials",
        "sources",
        "residents",
        "relatives",
        "diplomats",
        "commanders",
        "activists",
        "witnesses",
        "doctors",
        "medics",
        "analysts",
        "fighters",
        "nurses",
        "officers",
        "aides",
        "friends",
        "neighbours",
        "neighbors",
        "lawyers",
        "militants",
        "survivors",
        "villagers",
        "insiders",
        "aides",
    ];
    for n in 0..statements.len() {
        let Some(cue) = statements[n].cue.clone() else {
            continue;
        };
        let at = cue.start as usize;
        let (start, end) = ground.prose.sentence(at);
        let before = ground.prose.words(start, at);
        let after = ground.prose.words(cue.end as usize, end);
        // "…, they said" or "they said that".
        let they = before.last().is_some_and(|w| w.folded == "they")
            || after.first().is_some_and(|w| w.folded == "they");
        let stranger = statements[n].named
            || statements[n]
                .source
                .as_ref()
                .is_some_and(|s| !SEVERAL.iter().any(|w| s.text.to_lowercase().contains(w)));
        if !they || !stranger {
            continue;
        }
        let mut up = start;
        let mut found = None;
        for _ in 0..3 {
            if up < 2 {
                break;
            }
            let (a, b) = ground.prose.sentence(up - 2);
            let words = ground.prose.words(a, b);
            let head = words
                .iter()
                .take(6)
                .position(|w| SEVERAL.contains(&w.folded.as_str()));
            if let Some(k) = head {
                let plain = words[..k].iter().all(|w| {
                    !matches!(
                        w.folded.as_str(),
                        "by" | "to" | "with" | "from" | "told" | "of" | "for"
                    )
                });
                if plain {
                    found = Some((words[0].start, words[k].end, words[k].folded.clone()));
                    break;
                }
            }
            up = a;
        }
        let Some((a, b, noun)) = found else {
            continue;
        };
        let earlier = statements[..n].iter().rev().find(|s| {
            !s.named
                && s.source
                    .as_ref()
                    .is_some_and(|q| q.text.to_lowercase().contains(&noun))
        });
        if let Some(other) = earlier.cloned() {
            takes(&mut statements[n], &other);
        } else {
            let quoted = ground.prose.quoted(a, b);
            let one = &mut statements[n];
            one.source_name = Some(quoted.text.clone());
            one.source = Some(quoted);
            one.named = false;
            one.source_kind = SourceKind::AnonymousSource;
        }
    }
}

/// "The Front released a video it said showed X alive": whoever released it.
fn showing(ground: &Ground, one: &mut Proposed) {
    let Some(cue) = one.cue.clone() else {
        return;
    };
    let (start, _) = ground.prose.sentence(cue.start as usize);
    let before = ground.prose.words(start, cue.start as usize);
    let [head @ .., thing, pronoun] = before.as_slice() else {
        return;
    };
    // "A photograph which they say shows".
    let (head, thing) = match (head, thing.folded.as_str()) {
        ([more @ .., of], "which" | "that") => (more, of),
        _ => (head, thing),
    };
    let pointed = matches!(pronoun.folded.as_str(), "it" | "they" | "he" | "she")
        && matches!(
            thing.folded.as_str(),
            "video"
                | "recording"
                | "statement"
                | "audio"
                | "footage"
                | "message"
                | "photograph"
                | "photographs"
                | "photo"
                | "photos"
                | "picture"
                | "pictures"
                | "tape"
                | "clip"
                | "image"
                | "images"
                | "letter"
                | "body"
        );
    if !pointed {
        return;
    }
    let verb = head.iter().position(|w| {
        matches!(
            w.folded.as_str(),
            "released"
                | "posted"
                | "published"
                | "issued"
                | "aired"
                | "broadcast"
                | "distributed"
                | "circulated"
                | "showed"
                | "produced"
                | "displayed"
                | "sent"
                | "uploaded"
                | "carried"
        )
    });
    let Some(verb) = verb.filter(|v| (1..8).contains(v)) else {
        return;
    };
    let aux = matches!(head[verb - 1].folded.as_str(), "have" | "has" | "had");
    let verb = if aux && verb > 1 { verb - 1 } else { verb };
    let (first, last) = (&head[0], &head[verb - 1]);
    let quoted = ground.prose.quoted(first.start, last.end);
    let form = Form::new(&quoted.text);
    let listed = ground.listed.find(&form, ground.titles).map(|(i, _, _)| i);
    let upper = head[..verb]
        .iter()
        .skip(usize::from(first.folded == "the"))
        .all(|w| ground.prose.char(w.start).is_some_and(char::is_uppercase));
    one.named = listed.is_some() || upper;
    one.source_kind = match listed {
        Some(i) => ground.listed.bodies()[i].kind,
        None if upper => SourceKind::Organization,
        None => SourceKind::AnonymousSource,
    };
    one.source_name = Some(quoted.text.clone());
    one.source = Some(quoted);
}

/// "The wife of X, the commander better known as Y, said": the wife speaks, and no name is hers.
fn kin(ground: &Ground, one: &mut Proposed) {
    const RELATIONS: &[&str] = &[
        "wife",
        "husband",
        "brother",
        "sister",
        "son",
        "daughter",
        "father",
        "mother",
        "uncle",
        "cousin",
        "nephew",
        "niece",
        "relative",
        "relatives",
        "family",
        "widow",
        "aide",
        "aides",
        "bodyguard",
        "bodyguards",
        "driver",
        "lawyer",
        "lawyers",
        "friend",
        "friends",
        "neighbour",
        "neighbor",
        "neighbours",
        "neighbors",
        "parents",
        "sons",
        "brothers",
        "associate",
        "associates",
        "supporters",
        "followers",
        "doctor",
        "doctors",
    ];
    let Some(source) = one.source.clone() else {
        return;
    };
    if !one.named {
        return;
    }
    let words = ground
        .prose
        .words(source.start as usize, source.end as usize);
    // "The wife of X", "two relatives of X", "X's wife".
    let of = words
        .iter()
        .take(5)
        .position(|w| RELATIONS.contains(&w.folded.as_str()));
    let Some(n) = of else {
        return;
    };
    let named_after = words.get(n + 1).is_some_and(|w| w.folded == "of");
    let owned =
        n > 0 && (words[n - 1].folded.ends_with("'s") || words[n - 1].folded.ends_with("’s"));
    let Some(name) = &one.source_name else {
        return;
    };
    let last = Form::new(name).words.last().cloned().unwrap_or_default();
    // "X's brother, Y": Y speaks; "the wife of X": nobody's name is hers.
    let end = if named_after {
        let comma = (n + 2..words.len()).find(|&k| words[k].after.contains(','));
        let stop = comma.unwrap_or(words.len() - 1);
        // "The brother of X, Y, said": what follows the comma is a name by itself.
        let follows = &words[(stop + 1).min(words.len())..];
        let own = (2..=3).contains(&follows.len())
            && follows
                .iter()
                .all(|w| ground.prose.char(w.start).is_some_and(char::is_uppercase));
        if own {
            return;
        }
        stop
    } else if owned
        && words[..n]
            .iter()
            .any(|w| w.folded.trim_end_matches("'s").trim_end_matches("’s") == last)
    {
        n
    } else {
        return;
    };
    let quoted = ground.prose.quoted(words[0].start, words[end].end);
    one.source_name = Some(quoted.text.clone());
    one.source = Some(quoted);
    one.named = false;
    one.source_kind = SourceKind::AnonymousSource;
}

/// What a relative clause's verb conveys follows it; what was taken for it stands before the clause.
fn following(ground: &Ground, one: &mut Proposed, cue: &Quoted, which: usize) {
    let before = one
        .content
        .last()
        .is_some_and(|c| (c.end as usize) <= which);
    if !before {
        return;
    }
    let (_, end) = ground.prose.sentence(cue.end as usize);
    let after = ground.prose.words(cue.end as usize, end);
    let Some(that) = after.iter().take(10).position(|w| w.folded == "that") else {
        return;
    };
    if let (Some(first), Some(last)) = (after.get(that + 1), after.last()) {
        one.content = vec![ground.prose.quoted(first.start, last.end)];
    }
}

fn form_of(ground: &Ground, words: &[Word]) -> Form {
    match (words.first(), words.last()) {
        (Some(first), Some(last)) => Form::new(&ground.prose.slice(first.start, last.end)),
        _ => Form::new(""),
    }
}

fn takes(one: &mut Proposed, other: &Proposed) {
    one.source.clone_from(&other.source);
    one.source_name.clone_from(&other.source_name);
    one.source_kind = other.source_kind;
    one.named = other.named;
}

/// Words that are numbers or determiners, and no names.
const COUNTED: &[&str] = &[
    "one", "two", "three", "four", "five", "six", "several", "some", "many", "most", "another",
    "other", "both", "each", "first", "second", "third", "senior", "top",
];
/// Words that say what kind of outlet a name is of.
const KINDS: &[&str] = &[
    "channel",
    "newspaper",
    "daily",
    "agency",
    "website",
    "station",
    "broadcaster",
    "network",
    "magazine",
    "tv",
    "television",
    "radio",
    "outlet",
];

/// "Second" of "Second-rank leaders", "N" of "the U.N. office", "Iraqi channel" of "the Iraqi channel Al-Sumaria", "One" of "one of the two".
fn whole_name(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(name)) = (&one.source, &one.source_name) else {
        return;
    };
    if !one.named {
        return;
    }
    // Without what is said of it: "who are in the east", "whose figure is …", ", for its part".
    let text = &source.text;
    let lower = text.to_lowercase();
    let cut = [",", " who ", " whose ", " which ", " that ", " reached by "]
        .iter()
        .filter_map(|s| lower.find(s))
        .min()
        .filter(|n| *n > 0 && text.is_char_boundary(*n))
        .unwrap_or(text.len());
    let phrase = text[..cut].trim();
    let form = Form::new(name);
    let counted = match form.words.as_slice() {
        [word] => COUNTED.contains(&word.as_str()) || word.chars().count() == 1,
        _ => false,
    };
    let end = source.start as usize + text[..cut].trim_end().chars().count();
    if counted {
        let whole = Form::new(phrase);
        let listed = ground.listed.find(&whole, ground.titles).map(|(i, _, _)| i);
        one.source_name = Some(whole.shown.clone());
        one.named = match listed {
            Some(i) => {
                one.source_kind = ground.listed.bodies()[i].kind;
                true
            }
            // One letter is what a stop left of an abbreviation: the phrase is still a name.
            None => {
                form.words[0].chars().count() == 1
                    && phrase.chars().filter(|c| c.is_uppercase()).count() > 1
            }
        };
        if !one.named {
            one.source_kind = SourceKind::AnonymousSource;
        }
        one.source = Some(ground.prose.quoted(source.start as usize, end));
        return;
    }
    let kind = form
        .words
        .last()
        .is_some_and(|w| KINDS.contains(&w.as_str()));
    if kind
        && form.words.len() <= 3
        && let Some(at) = phrase.find(form.shown.as_str())
    {
        let rest = phrase[at + form.shown.len()..].trim();
        let own = rest.chars().next().is_some_and(char::is_uppercase)
            && rest.split_whitespace().count() <= 4;
        if own {
            one.source_name = Some(rest.to_owned());
            one.source_kind = SourceKind::Outlet;
        }
    }
}

/// "A day later Viktor Orlov, who chairs …, went further. …, he told Interfax": the man named last is meant.
fn nearer(ground: &Ground, statements: &mut [Proposed]) {
    for one in statements {
        let (Some(source), Some(cue)) = (&one.source, &one.cue) else {
            continue;
        };
        let (from, at) = (source.end as usize, cue.start as usize);
        if !one.named || from >= at {
            continue;
        }
        let before = ground.prose.words(at.saturating_sub(24), at);
        let pronoun = before
            .last()
            .is_some_and(|w| matches!(w.folded.as_str(), "he" | "she"));
        if !pronoun {
            continue;
        }
        let old = Form::new(one.source_name.as_deref().unwrap_or(""));
        // Sentences between the older mention and this one, the nearest first.
        let (own, _) = ground.prose.sentence(at);
        let mut up = own;
        let mut found = None;
        while up > from + 1 && found.is_none() {
            let (start, end) = ground.prose.sentence(up.saturating_sub(2));
            if start < from || start >= up {
                break;
            }
            found = subject(ground, start, end);
            up = start;
        }
        let Some((a, b)) = found else {
            continue;
        };
        let name = ground.prose.slice(a, b);
        let form = Form::new(&name);
        if form.words.last() == old.words.last() {
            continue;
        }
        let quoted = ground.prose.quoted(a, b);
        one.source_name = Some(name);
        one.source = Some(quoted);
        one.source_kind = SourceKind::Official;
    }
}

/// The person with whom a sentence begins: two capitalised words or three, then a comma or a verb.
fn subject(ground: &Ground, start: usize, end: usize) -> Option<(usize, usize)> {
    let words = ground.prose.words(start, end);
    let capital = |w: &Word| {
        ground.prose.char(w.start).is_some_and(char::is_uppercase)
            && w.folded.chars().all(|c| c.is_alphabetic() || c == '-')
            && w.folded.chars().count() > 1
    };
    // "In Port Elm, the minister, Adam Wahl, confirmed": where it was is nobody.
    let leads = words.first().is_some_and(|w| {
        matches!(
            w.folded.as_str(),
            "in" | "at" | "on" | "from" | "near" | "after"
        )
    });
    let from = match words.iter().take(6).position(|w| w.after.contains(',')) {
        Some(comma) if leads => comma + 1,
        _ => 0,
    };
    let until = if from > 0 { from + 8 } else { 5 };
    let first = (from..words.len().min(until)).find(|n| {
        // The first word of a sentence is capitalised whatever it is: it counts with a second one only.
        capital(&words[*n]) && words.get(n + 1).is_some_and(capital) && words[*n].after.is_empty()
    })?;
    let mut last = first + 1;
    while last + 1 < words.len()
        && words[last].after.is_empty()
        && capital(&words[last + 1])
        && last - first < 4
    {
        last += 1;
    }
    let form = form_of(ground, &words[first..=last]);
    let person = ground.titles.person(&form);
    let skipped = form.words.len() - person.words.len();
    let body = ground.listed.find(&form, ground.titles).is_some()
        || person
            .words
            .iter()
            .any(|w| ground.titles.is_adjective(w) || KINDS.contains(&w.as_str()))
        || ground.titles.is_generic(&form);
    let place = words[..first].last().is_some_and(|w| {
        matches!(
            w.folded.as_str(),
            "in" | "at" | "from" | "of" | "the" | "near" | "on" | "to"
        )
    });
    let said_of = words[last].after.starts_with(',')
        || words.get(last + 1).is_some_and(|w| {
            w.folded.ends_with("ed")
                || matches!(
                    w.folded.as_str(),
                    "went" | "was" | "is" | "has" | "had" | "said" | "took" | "gave" | "told"
                )
        });
    (!body && !place && said_of && person.words.len() >= 2)
        .then(|| (words[(first + skipped).min(last)].start, words[last].end))
}

/// "He told Reuters that …, according to the monitor's own sources": those told him, and do not quote him.
fn own_sources(ground: &Ground, statements: &mut [Proposed]) {
    for n in 0..statements.len() {
        let Some(outer) = statements[n].outer(statements) else {
            continue;
        };
        let (inner, by) = (&statements[n], &statements[outer]);
        let (Some(cue), Some(content), Some(source)) = (&by.cue, inner.content.last(), &by.source)
        else {
            continue;
        };
        let trailing = cue.start >= content.end
            && matches!(cue.text.to_lowercase().as_str(), "according to" | "citing")
            && inner.named;
        let words = ground
            .prose
            .words(source.start as usize, source.end as usize);
        let withheld = !by.named
            && words.iter().any(|w| {
                matches!(
                    w.folded.as_str(),
                    "sources"
                        | "source"
                        | "own"
                        | "informants"
                        | "contacts"
                        | "activists"
                        | "residents"
                )
            });
        if !(trailing && withheld) {
            continue;
        }
        // The teller's own words stand inside the speaker's.
        let up = by.nested_in.clone();
        let id = inner.id.clone();
        statements[n].nested_in = up;
        statements[outer].nested_in = Some(id);
    }
}
