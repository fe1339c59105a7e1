//! From words met to a proposition: fillers resolved and held against what each role takes.
//!
//! In one file because what a role takes and how a phrase is made to fill it are read side by side.

use super::cast::Cast;
use super::hit::{Fill, Hit};
use super::page::Page;
use super::phrase::{Phrase, What};
use crate::drafting::{Count, Filler, Named, Proposed};
use crate::model::EntityKind;

/// What a role takes, as far as phrases tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Takes {
    Person,
    Group,
    Actor,
    Place,
    Any,
    Text,
}

fn takes(predicate: &str, role: &str) -> Takes {
    match (predicate, role) {
        (_, "cause" | "means" | "over" | "what" | "post" | "how")
        | ("agreed", "to")
        | ("accused", "of") => Takes::Text,
        ("fled" | "withdrew" | "displaced", "from" | "to")
        | ("controls" | "advanced" | "besieged", "place") => Takes::Place,
        ("controls" | "advanced" | "shelled", "group" | "by") | ("withdrew", "group") => {
            Takes::Group
        }
        ("displaced", "who") => Takes::Group,
        ("attacked", "by") => Takes::Group,
        ("attacked" | "shelled", "target") => Takes::Any,
        (_, "victim" | "person") => Takes::Person,
        _ => Takes::Actor,
    }
}

/// Roles without which nothing is said, and how many fillers each wants.
fn wanted(predicate: &str) -> &'static [(&'static str, usize)] {
    match predicate {
        "killed" | "wounded" => &[("victim", 1)],
        "died" | "status" | "detained" | "released" | "seen" | "dismissed" | "resigned" => {
            &[("person", 1)]
        }
        "appointed" => &[("person", 1)],
        "fled" => &[("who", 1)],
        "controls" => &[("place", 1), ("group", 1)],
        "advanced" => &[("group", 1), ("place", 1)],
        "withdrew" => &[("group", 1)],
        "besieged" => &[("place", 1)],
        "attacked" | "shelled" => &[("by", 1), ("target", 1)],
        "clashed" | "met" | "negotiated" => &[("parties", 2)],
        "agreed" => &[("parties", 2), ("to", 1)],
        "coordinates" => &[("who", 1), ("with", 1)],
        "accused" => &[("whom", 1), ("of", 1)],
        "demanded" => &[("by", 1), ("what", 1)],
        "facilitated" => &[("by", 1), ("whom", 1), ("what", 1)],
        "displaced" => &[("from", 1)],
        _ => &[],
    }
}

/// Roles in the vocabulary's order, for predicates whose frames meet them in another.
pub(super) fn order(predicate: &str) -> &'static [&'static str] {
    match predicate {
        "killed" => &["victim", "by", "cause", "in"],
        "wounded" => &["victim", "by", "cause"],
        "died" => &["person", "cause", "in"],
        "status" => &["person", "value"],
        "detained" | "released" => &["person", "by"],
        "fled" => &["who", "from", "to"],
        "controls" => &["place", "group"],
        "besieged" => &["place", "by"],
        "attacked" | "shelled" => &["by", "target", "means"],
        "agreed" => &["parties", "to"],
        "accused" => &["whom", "of"],
        "appointed" | "dismissed" => &["person", "post", "by"],
        "demanded" => &["by", "what", "of"],
        "facilitated" => &["by", "whom", "what"],
        "displaced" => &["from", "who", "by", "to"],
        "withdrew" => &["group", "from", "to"],
        _ => &[],
    }
}

/// Whether a role is filled by words.
pub(super) fn takes_text(predicate: &str, role: &str) -> bool {
    takes(predicate, role) == Takes::Text
}

/// Whether a phrase may fill a role at all.
pub(super) fn fits(predicate: &str, role: &str, p: &Phrase) -> bool {
    match takes(predicate, role) {
        Takes::Text => true,
        Takes::Person => matches!(
            p.what,
            What::Person | What::Pronoun | What::Title | What::People | What::Focus | What::Kin
        ),
        Takes::Group => matches!(p.what, What::Group | What::State),
        Takes::Actor => matches!(
            p.what,
            What::Person | What::Group | What::State | What::Title | What::Pronoun
        ),
        Takes::Place => matches!(p.what, What::Place | What::State),
        Takes::Any => matches!(p.what, What::Group | What::State | What::Place),
    }
}

/// Who says what is read.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Voice<'a> {
    /// A person of the article.
    pub(super) person: Option<usize>,
    /// The first token of what is said.
    pub(super) from: usize,
    /// Whose relative speaks: "his father" is that person.
    pub(super) kin: Option<usize>,
    /// A group by its name.
    pub(super) group: Option<&'a str>,
    /// The body, group or land that speaks, or that the speaker speaks for.
    pub(super) body: Option<&'a Named>,
    /// Its cue denies.
    pub(super) denies: bool,
    /// Its cue accuses.
    pub(super) accuses: bool,
    /// Its cue says that nobody can confirm.
    pub(super) cannot: bool,
    /// Its cue announces or claims.
    pub(super) announces: bool,
}

/// A phrase as the filler of a role; nothing where it does not fit or cannot be resolved.
fn filler(
    page: &Page,
    cast: &Cast,
    predicate: &str,
    role: &str,
    p: &Phrase,
    voice: Voice,
    unsure: &mut bool,
) -> Option<Named> {
    // «أعلن الجيش سيطرته على المدينة»: the group that speaks of itself.
    let own = matches!(p.what, What::Pronoun)
        && matches!(takes(predicate, role), Takes::Group | Takes::Actor)
        && p.a <= voice.from + 2;
    if own
        && predicate == "shelled"
        && let Some(body) = voice.body
    {
        return Some(body.clone());
    }
    if own && let Some(name) = voice.group {
        return Some(Named {
            name: name.to_owned(),
            kind: EntityKind::Group,
            span: None,
            known_as: None,
        });
    }
    if !fits(predicate, role, p) {
        return None;
    }
    let speaker = voice.person;
    let takes = takes(predicate, role);
    let named = |kind| {
        (p.name.chars().count() > 1).then(|| Named {
            name: p.name.clone(),
            kind,
            span: Some(p.span),
            known_as: None,
        })
    };
    match p.what {
        What::Person => named(EntityKind::Person),
        What::Group => match super::deeds::whole_land(page, p) {
            Some(name) => Some(Named {
                name,
                kind: EntityKind::Group,
                span: Some(p.span),
                known_as: None,
            }),
            None => named(EntityKind::Group),
        },
        What::Place => named(EntityKind::Place).map(|n| Named {
            name: super::ground::of_the_town(page, cast, p),
            ..n
        }),
        What::State => named(if matches!(takes, Takes::Place | Takes::Any) {
            EntityKind::Place
        } else {
            EntityKind::Group
        }),
        What::Pronoun | What::Title => {
            // Plural pronouns mean several.
            if p.what == What::Pronoun
                && (page
                    .taken
                    .get(p.a)
                    .is_some_and(|t| matches!(t.pronoun, "هم" | "هن" | "هما" | "نا"))
                    || page.text(p.a).ends_with("هم"))
            {
                return None;
            }
            if matches!(
                page.text(p.span_token(page)),
                "their" | "they" | "them" | "it" | "its" | "we" | "our"
            ) {
                return None;
            }
            // "I am alive", «أنا حي», «إنني بخير»: who speaks.
            if p.what == What::Pronoun && first_person(page, p.span_token(page)) {
                return Some(Named {
                    name: cast
                        .name(speaker.filter(|_| takes == Takes::Person)?)
                        .to_owned(),
                    kind: EntityKind::Person,
                    span: None,
                    known_as: None,
                });
            }
            // A pronoun is resolved where a person must be meant, and «ها» may be any thing.
            if p.what == What::Pronoun && takes != Takes::Person {
                return None;
            }
            let hers = p.what == What::Pronoun
                && (page.taken.get(p.a).is_some_and(|t| t.pronoun == "ها")
                    || page.arabic() && page.text(p.a).ends_with("ها")
                    || matches!(
                        page.text(p.span_token(page)),
                        "she" | "her" | "she's" | "she’s"
                    ));
            if hers {
                // Of one woman only where the case is about her.
                let k = cast
                    .focus()
                    .filter(|k| cast.of_her() && Some(*k) != speaker)?;
                return Some(Named {
                    name: cast.name(k).to_owned(),
                    kind: EntityKind::Person,
                    span: None,
                    known_as: None,
                });
            }
            let k = if p.what == What::Pronoun {
                match cast.pronoun(page, p.a, speaker) {
                    Some((k, sure)) => {
                        *unsure |= !sure;
                        k
                    }
                    // "Denied reports of his resignation": his own.
                    None if voice.denies => speaker?,
                    None => return None,
                }
            } else {
                cast.titled(page, p.span_token(page), &p.name, speaker)?
            };
            Some(Named {
                name: cast.name(k).to_owned(),
                kind: EntityKind::Person,
                span: None,
                known_as: None,
            })
        }
        What::Kin => Some(Named {
            name: cast.name(voice.kin?).to_owned(),
            kind: EntityKind::Person,
            span: None,
            known_as: None,
        }),
        What::Focus => Some(Named {
            name: cast.name(cast.focus()?).to_owned(),
            kind: EntityKind::Person,
            span: None,
            known_as: None,
        }),
        What::People | What::Thing => None,
    }
}

/// Whether a pronoun means whoever speaks.
fn first_person(page: &Page, k: usize) -> bool {
    let text = page.text(k);
    if page.arabic() {
        return matches!(
            page.bare(k),
            "انا" | "اني" | "انني" | "بانني" | "باني" | "زلت" | "ازال" | "كنت" | "لست"
        );
    }
    matches!(text, "i" | "me" | "myself" | "i'm" | "i’m")
}

impl Phrase {
    /// The token at which its name begins.
    fn span_token(&self, page: &Page) -> usize {
        page.tokens_in(self.span).0
    }
}

/// The people a pack counts, as a group by name.
pub(super) fn people(page: &Page, index: usize) -> Option<Named> {
    let p = page.pack.people.get(index.checked_sub(1)?)?;
    Some(Named {
        name: if page.arabic() {
            p.ar.clone()
        } else {
            p.en.clone()
        },
        kind: EntityKind::Group,
        span: None,
        known_as: None,
    })
}

/// What a frame met says: one proposition, or none where its words do not fit.
pub(super) fn propositions(
    page: &Page,
    cast: &Cast,
    hit: &Hit,
    voice: Voice,
) -> Option<(Proposed, bool)> {
    let mut unsure = false;
    let frame = page.pack.frames.get(hit.trigger.frame)?;
    let predicate = frame.predicate.as_str();
    // Of these the doer stands in many places: `deeds` reads them.
    if frame.lenient && wanted(predicate).is_empty()
        || super::ground::not_yet(page, hit, voice)
        || super::deeds::otherwise(page, hit, voice)
    {
        return None;
    }
    let place = hit.place.as_ref().map(|p| Named {
        name: p.name.clone(),
        kind: EntityKind::Place,
        span: Some(p.span),
        known_as: None,
    });
    let whom = wanted(predicate).first().map_or("", |w| w.0);
    // People that are counted: casualties.
    if !frame.counted.is_empty()
        && let Some((_, Fill::Phrase(p))) = hit.roles.iter().find(|(r, _)| r == whom)
        && p.what == What::People
    {
        let count = p.count.clone()?;
        return casualties(page, cast, hit, p, &frame.counted, count, place, voice);
    }
    let mut roles: Vec<(String, Vec<Filler>)> = Vec::new();
    let mut add = |role: &str, f: Filler| match roles.iter_mut().find(|(r, _)| r == role) {
        Some((_, list)) => {
            if !list.contains(&f) {
                list.push(f);
            }
        }
        None => roles.push((role.to_owned(), vec![f])),
    };
    for (role, fill) in &hit.roles {
        match fill {
            Fill::Words(a, b) => {
                let text = page.cut(page.span(*a, *b));
                let text = if page.arabic() && page.prep(*a).is_some() {
                    page.name(*a, *b).0
                } else {
                    text
                };
                if text.chars().count() > 2
                    && !matches!(text.as_str(), "منصبه" | "منصبها" | "مناصبهم")
                {
                    add(role, Filler::Text(text));
                }
            }
            Fill::Phrase(p) if takes(predicate, role) == Takes::Text => {
                add(role, Filler::Text(page.cut(page.span(p.a, p.b))));
            }
            Fill::Phrase(p) => {
                if let Some(n) = filler(page, cast, predicate, role, p, voice, &mut unsure) {
                    add(role, Filler::Named(n));
                } else if role == "by"
                    && matches!(predicate, "killed" | "wounded")
                    && p.what == What::Thing
                    && (p.a..p.b).any(|k| page.is(k, super::lexicon::sort::THING))
                {
                    add("cause", Filler::Text(page.cut(page.span(p.a, p.b))));
                }
            }
        }
    }
    for (role, value) in &frame.values {
        add(role, Filler::Value(value.clone()));
    }
    if !frame.post.is_empty() {
        // What the person was made: the words after the name.
        let mut after = hit.roles.iter().find_map(|(r, f)| match f {
            Fill::Phrase(p) if r == "person" => Some(p.b),
            _ => None,
        })?;
        // "Was appointed commander": the person stands before the verb.
        if !page.arabic() && after <= hit.at {
            after = hit.at + 1;
        }
        if !page.arabic() && page.text(after) == "as" {
            after += 1;
        }
        let mut b = after;
        while b < hit.right
            && b - after < 6
            && !page
                .tok(b)
                .is_some_and(|t| t.closed || t.relative || t.says)
            && page.piece(b) == crate::extraction::Piece::Word
        {
            b += 1;
        }
        // «عُيّن فلان مديرا»، «في منصب كذا»: else the verb was no appointment.
        let noun = hit.trigger.shape == super::lexicon::Shape::Noun;
        if noun && page.arabic() && !page.text(after).ends_with('ا') {
            b = after;
        }
        if !noun && after == b {
            return None;
        }
        let in_post = page.text(after) == "في" && page.text(after + 1) == "منصب";
        if page.arabic() && !noun && !page.text(after).ends_with('ا') && !in_post {
            return None;
        }
        let text = page.cut(page.span(after, b));
        let text = text
            .trim_start_matches("في منصب ")
            .trim_start_matches("as ")
            .trim_start_matches("to be ")
            .to_owned();
        if after < b {
            add(&frame.post, Filler::Text(text));
        }
    }
    // «تنسيق بين كذا وكذا».
    if predicate == "coordinates"
        && !roles.iter().any(|(r, _)| r == "with")
        && let Some(k) = roles.iter().position(|(r, f)| r == "who" && f.len() == 2)
    {
        let second = roles[k].1.split_off(1);
        roles.push(("with".to_owned(), second));
    }
    let enough = wanted(predicate).iter().all(|(role, n)| {
        roles
            .iter()
            .find(|(r, _)| r == role)
            .is_some_and(|(_, f)| f.len() >= *n)
    });
    if !enough {
        return None;
    }
    // What was left may be no ground: `deeds` looks for it.
    if predicate == "withdrew"
        && frame.lenient
        && !roles.iter().any(|(r, _)| r == "from" || r == "to")
    {
        return None;
    }
    // «ودعا روسيا إلى»: with the subject left out, who is called on stands where who calls would.
    if predicate == "demanded" && page.arabic() && page.conj(hit.at) && !hit.has("of") {
        return None;
    }
    // Nobody does a thing to himself.
    // A hospital shells nobody: `deeds` looks for who did.
    if matches!(predicate, "shelled" | "attacked")
        && hit.roles.iter().any(|(r, f)| {
            r == "by"
                && matches!(f, Fill::Phrase(p) if (p.a..p.b).any(|k| {
                    page.entry(k).is_some_and(|e| {
                        e.object.is_some() && e.sorts & super::lexicon::sort::MIGHT == 0
                    })
                }))
        })
    {
        return None;
    }
    let same = |a: &str, b: &str| {
        let of = |r: &str| {
            roles
                .iter()
                .find(|(x, _)| x == r)
                .and_then(|(_, f)| match f.first() {
                    Some(Filler::Named(n)) => Some(n.name.clone()),
                    _ => None,
                })
        };
        of(a).is_some() && of(a) == of(b)
    };
    if same("victim", "by")
        || same("by", "target")
        || same("person", "by")
        || same("who", "with")
        || same("place", "group")
    {
        return None;
    }
    let order = order(predicate);
    roles.sort_by_key(|(r, _)| order.iter().position(|o| o == r).unwrap_or(order.len()));
    // A target or a place controlled is the place already.
    let place = place.filter(|p| {
        !roles.iter().any(|(_, f)| {
            f.iter()
                .any(|f| matches!(f, Filler::Named(n) if n.name == p.name))
        })
    });
    Some((
        Proposed {
            predicate: Some(predicate.to_owned()),
            roles,
            place,
            count: None,
            time: None,
        },
        unsure,
    ))
}

#[allow(clippy::too_many_arguments)]
fn casualties(
    page: &Page,
    cast: &Cast,
    hit: &Hit,
    p: &Phrase,
    kind: &str,
    (min, max, word): (Option<u64>, Option<u64>, Option<String>),
    place: Option<Named>,
    voice: Voice,
) -> Option<(Proposed, bool)> {
    let of = people(page, p.people)?;
    let by = hit.roles.iter().find_map(|(r, f)| match f {
        Fill::Phrase(p) if r == "by" => filler(page, cast, "killed", "by", p, voice, &mut false),
        _ => None,
    });
    let mut roles = vec![
        ("of".to_owned(), vec![Filler::Named(of.clone())]),
        ("kind".to_owned(), vec![Filler::Value(kind.to_owned())]),
    ];
    if let Some(by) = by {
        roles.push(("by".to_owned(), vec![Filler::Named(by)]));
    }
    let from = hit.left.min(p.a);
    let cumulative = (from.saturating_sub(4)..hit.right).any(|k| {
        matches!(
            page.bare(k),
            "منذ"
                | "حصيله"
                | "الحصيله"
                | "ارتفع"
                | "ارتفعت"
                | "ارتفاع"
                | "اجمالي"
                | "since"
                | "toll"
                | "total"
                | "risen"
                | "rose"
        )
    });
    Some((
        Proposed {
            predicate: Some("casualties".to_owned()),
            roles,
            count: Some(Count {
                min,
                max,
                word,
                of: of.name,
                scope: place.as_ref().map(|p| p.name.clone()).unwrap_or_default(),
                cumulative,
            }),
            place,
            time: None,
        },
        false,
    ))
}

/// Casualties that a counted noun itself says: «12 قتيلا», "12 dead".
pub(super) fn counted_alone(page: &Page, p: &Phrase, hit: &Hit) -> Option<Proposed> {
    let kind = page.pack.people.get(p.people.checked_sub(1)?)?.kind.clone();
    if kind.is_empty() {
        return None;
    }
    let place = hit.place.as_ref().map(|p| Named {
        name: p.name.clone(),
        kind: EntityKind::Place,
        span: Some(p.span),
        known_as: None,
    });
    casualties(
        page,
        &Cast::default(),
        hit,
        p,
        &kind,
        p.count.clone()?,
        place,
        Voice::default(),
    )
    .map(|p| p.0)
}
