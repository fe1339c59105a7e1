//! What words of a deed leave unsaid, filled from round them: who did it, what it was done to.
//!
//! "Denied that its aircraft had carried out the strike", «نفت مسؤوليتها عن القصف», "blamed X for the shelling": the doer
//! stands in an adjective, a pronoun, a verb that only carries the noun, or is whoever denies. What no text word gives is
//! left out, for the case to fill (`claims::matter`). A strike is nobody's by standing near a name: a noun takes a doer that
//! it owns, that carries it or that is behind it, and no other.
//!
//! In one file because where a doer may stand in the two languages is read side by side.

use super::cast::Cast;
use super::ground::{Ground, ground, not_yet, town};
use super::hit::{Fill, Hit};
use super::lexicon::{Shape, Turn, sort};
use super::page::Page;
use super::phrase::{Phrase, What, phrase};
use super::proposition::Voice;
use crate::drafting::{Filler, Named, Proposed};
use crate::extraction::{Of, Piece};
use crate::model::EntityKind;

/// Which roles of a predicate may be read so.
struct Spec {
    /// The role of whoever does it.
    doer: &'static str,
    /// Without a doer it says nothing.
    needs_doer: bool,
    /// The role of what it is done to.
    object: &'static str,
    /// What it may be done to.
    kinds: &'static [&'static str],
}

const SITES: &[&str] = &[
    "bus",
    "dam",
    "bridge",
    "train",
    "village",
    "house",
    "ambulance",
    "refinery",
    "plant",
    "pipeline",
    "car",
    "warehouse",
    "palace",
    "headquarters",
    "city",
    "market",
    "hospital",
    "school",
    "mosque",
    "church",
    "camp",
    "bakery",
    "station",
    "building",
    "convoy",
    "airport",
    "port",
    "power-station",
    "prison",
    "wedding",
    "embassy",
    "base",
];
const CRAFT: &[&str] = &["ship", "drone", "aircraft", "helicopter"];

fn spec(predicate: &str) -> Option<Spec> {
    let of = |doer, needs_doer, object, kinds| {
        Some(Spec {
            doer,
            needs_doer,
            object,
            kinds,
        })
    };
    match predicate {
        "shelled" | "attacked" => of("by", true, "target", SITES),
        "chemical" => of("by", false, "", &[]),
        "violated" => of("by", true, "", &[]),
        "seized" => of("by", false, "what", &["ship"]),
        "downed" => of("by", false, "what", CRAFT),
        "ransom" => of("by", false, "", &[]),
        "controls" => of("group", false, "place", &[]),
        "withdrew" => of("group", true, "from", &[]),
        "truce" | "met" => of("parties", false, "", &[]),
        "freed" => of("", false, "who", &[]),
        "supports" => of("who", true, "whom", &[]),
        _ => None,
    }
}

/// Whether a predicate may be read with roles left out, for the case to fill.
pub(in crate::drafting) fn lenient(predicate: &str) -> bool {
    spec(predicate).is_some()
}

/// Somebody who may have done it.
struct Actor {
    a: usize,
    b: usize,
    named: Named,
}

/// What a hit says, its gaps filled from round it; none where nobody can tell who did it.
pub(super) fn complete(
    page: &Page,
    cast: &Cast,
    hit: &mut Hit,
    voice: Voice,
    to: usize,
) -> Option<(Proposed, bool)> {
    let frame = page.pack.frames.get(hit.trigger.frame)?;
    if !frame.lenient {
        return None;
    }
    let predicate = frame.predicate.as_str();
    let spec = spec(predicate)?;
    if presupposed(page, hit, voice)
        || bare_noun(page, hit)
        || no_verb(page, hit, voice)
        || not_yet(page, hit, voice)
        || otherwise(page, hit, voice)
    {
        return None;
    }
    // «تحالف دعم الشرعية» is a name; «بدعم من فلان» has its doer behind it.
    if predicate == "supports"
        && page.arabic()
        && (page.text(hit.at + 1) == "من"
            || hit.at > 0 && page.bare(hit.at - 1).trim_start_matches(['ل', 'ب']) == "تحالف")
    {
        return None;
    }
    let mut roles: Vec<(String, Vec<Filler>)> = Vec::new();
    let from = voice.from;
    let mut doing = None;
    if spec.doer == "parties" {
        let all = parties(page, cast, hit, voice, to);
        if predicate == "met" && all.len() < 2 && !pointed(page, hit) {
            return None;
        }
        if !all.is_empty() {
            roles.push(("parties".to_owned(), all));
        }
    } else if !spec.doer.is_empty() && !frame.rule.ends_with("-lost-craft") {
        let found = doer(page, cast, hit, voice, to);
        if let Some(actor) = &found {
            doing = Some((actor.a, actor.b));
            hit.a = hit.a.min(actor.a.max(from));
            hit.b = hit.b.max(actor.b.min(to));
            roles.push((
                spec.doer.to_owned(),
                vec![Filler::Named(actor.named.clone())],
            ));
        } else if spec.needs_doer && !(predicate == "shelled" && nobody_knows(page, hit, voice)) {
            return None;
        }
    }
    let mut place = hit.place.as_ref().map(|p| Named {
        name: p.name.clone(),
        kind: EntityKind::Place,
        span: Some(p.span),
        known_as: None,
    });
    match spec.object {
        "who" => {
            let i = hit.at;
            let them = (i.saturating_sub(3)..i + 3)
                .any(|k| matches!(page.text(k), "they" | "them" | "عنهم" | "سراحهم" | "عنهن"))
                || i <= from + 1 && matches!(page.bare(i), "سراحهم" | "تحريرهم");
            match people(page, cast, hit) {
                Some(freed) => roles.push(("who".to_owned(), vec![Filler::Named(freed)])),
                None if them => {}
                None => return None,
            }
        }
        "whom" => {
            let at = backed(page, hit, to).or_else(|| {
                let i = hit.at;
                (i + 1..to.min(i + 8))
                    .take_while(|&k| {
                        !page.arabic()
                            || page.piece(k) == Piece::Word
                                && !page
                                    .tok(k)
                                    .is_some_and(|t| t.relative || t.that || t.preposition)
                    })
                    // «دعم فلان», «دعمه الدائم لفلان», and none who stands in something else that is backed.
                    .filter(|&k| !page.arabic() || k == i + 1 || page.prep(k) == Some('ل'))
                    .find_map(|k| actor_at(page, cast, k, to, voice))
            })?;
            let same = roles.iter().any(
                |(_, f)| matches!(f.first(), Some(Filler::Named(n)) if n.name == at.named.name),
            );
            if same {
                return None;
            }
            hit.b = hit.b.max(at.b);
            roles.push(("whom".to_owned(), vec![Filler::Named(at.named)]));
        }
        "place" | "from" => match ground(page, cast, hit, to) {
            Ground::Named(p) => {
                roles.push((spec.object.to_owned(), vec![Filler::Named(p)]));
                place = None;
            }
            Ground::Unnamed => {}
            Ground::Part => return None,
        },
        "" => {}
        role => {
            // "Targeted headquarters": something else.
            let behind = doing
                .filter(|d| page.arabic() && d.0 > hit.at && d.0 <= hit.at + 2)
                .map(|d| d.1);
            let other = other_object(page, cast, hit, to, behind)
                .filter(|p| !(p.a..p.b + 3).any(|k| is_kind(page, k, spec.kinds)));
            if let Some(other) = other {
                let o = something(page, hit, &other).filter(|_| spec.kinds == SITES)?;
                roles.push((role.to_owned(), vec![Filler::Named(o)]));
            } else if let Some(o) = object(page, cast, hit, from, to, spec.kinds) {
                roles.push((role.to_owned(), vec![Filler::Named(o)]));
            } else if let Some(p) = place.take() {
                // A town that is shelled.
                roles.push((role.to_owned(), vec![Filler::Named(p)]));
            }
        }
    }
    // "Seized a ship": no ground.
    let grounded = roles.iter().any(|(r, _)| r == "place")
        || (hit.left..hit.right.min(to)).any(|k| town(page, k));
    // «الانسحاب من الاتفاق», «من كأس العالم»: no ground either, whatever town the clause names.
    let elsewhere = page.arabic()
        && predicate == "withdrew"
        && !roles.iter().any(|(r, _)| r == "from")
        && !(hit.at..hit.right.min(to)).any(|k| town(page, k) || super::hit::resumes(page, k));
    if elsewhere {
        return None;
    }
    if matches!(predicate, "controls" | "withdrew")
        && !grounded
        && !roles.iter().any(|(r, _)| r == "from")
    {
        return None;
    }
    let order = super::proposition::order(predicate);
    roles.sort_by_key(|(r, _)| order.iter().position(|o| o == r).unwrap_or(order.len()));
    Some((
        Proposed {
            predicate: Some(predicate.to_owned()),
            roles,
            place,
            count: None,
            time: None,
        },
        false,
    ))
}

/// "For the release of", «مقابل الإفراج عن»: what is bought or asked for, not told.
fn presupposed(page: &Page, hit: &Hit, voice: Voice) -> bool {
    let i = hit.at;
    if voice.accuses || hit.trigger.shape != Shape::Noun || i == 0 {
        return false;
    }
    let before = |n: usize| i.checked_sub(n).map_or("", |k| page.bare(k));
    // "Responsible for the strike", «لقصفها السوق».
    if (i.saturating_sub(4)..i).any(|k| page.is(k, sort::BEHIND)) {
        return false;
    }
    matches!(
        before(1),
        "مقابل" | "لقاء" | "قبل" | "بعد" | "منذ" | "عقب" | "اثر" | "اسباب"
    ) || before(1) == "for"
        || matches!(
            (before(2), before(1)),
            ("for" | "after" | "before" | "since" | "following", "the")
        )
}

/// «الفجر» is no verb, «للسيطرة على المدينة» what is aimed at.
fn no_verb(page: &Page, hit: &Hit, voice: Voice) -> bool {
    if !page.arabic() {
        return false;
    }
    let i = hit.at;
    if hit.trigger.shape != Shape::Noun {
        return page.def(i);
    }
    // «تهدف إلى السيطرة على», «للسيطرة على».
    let predicate = page.pack.frames[hit.trigger.frame].predicate.as_str();
    let aimed =
        page.prep(i) == Some('ل') || i > 0 && page.bare(i - 1) == "الي" && predicate != "truce";
    aimed && !voice.denies && !voice.accuses
}

/// Whether the words are of something else than the deed: of what is only sought, or of gas.
pub(super) fn otherwise(page: &Page, hit: &Hit, voice: Voice) -> bool {
    page.arabic() && (sought(page, hit, voice) || by_gas(page, hit, voice))
}

/// «من أجل التوصل إلى صيغة اتفاق», «دعوة إلى هدنة»: a truce that is worked for is not yet made; «لا هدنة مع مسلحين» says with
/// whom there is to be none; «قبل الهدنة» is no verb.
fn sought(page: &Page, hit: &Hit, voice: Voice) -> bool {
    const BACK: usize = 6;
    let i = hit.at;
    if page.pack.frames[hit.trigger.frame].predicate != "truce" || i == 0 {
        return false;
    }
    let before = hit.trigger.shape != Shape::Noun && page.bare(i) == "قبل" && page.def(i + 1);
    let refused = page.text(i - 1) == "لا" && page.text(i + 1) == "مع" && !page.def(i + 2);
    let word = |n: usize| page.text(n);
    let aim = (i.saturating_sub(BACK).max(hit.left)..i).any(|k| {
        let phrase = page.pack.turn_at(k, &word, page.bare(k));
        phrase.is_some_and(|(t, n)| t == Turn::Unreal && n > 1)
            || page.bare(i - 1) == "الي" && page.turns(k, Turn::Unreal)
    });
    before || refused && page.piece(i + 2) == Piece::Word || aim && !voice.denies
}

/// «هجوم بالغازات السامة»: an attack by its means is a use of chemical weapons; who denies such a bombing, or gas in one, denies
/// the gas.
fn by_gas(page: &Page, hit: &Hit, voice: Voice) -> bool {
    const REACH: usize = 9;
    const BACK: usize = 80;
    let i = hit.at;
    let predicate = page.pack.frames[hit.trigger.frame].predicate.as_str();
    let asked = predicate == "attacked" || predicate == "shelled" && voice.denies;
    if !asked {
        return false;
    }
    let within = i > 0 && matches!(page.text(i - 1), "في" | "خلال" | "اثناء");
    if within
        && voice.denies
        && (voice.from.min(i)..i).any(|k| page.entry(k).is_some_and(|e| e.gas))
    {
        return true;
    }
    let gas = |at: usize| {
        (at + 1..page.len().min(at + REACH))
            .take_while(|&k| {
                !matches!(
                    page.piece(k),
                    Piece::Comma | Piece::Stop | Piece::Semicolon | Piece::Line
                ) && !matches!(page.text(k), "علي" | "ضد" | "في" | "عن")
            })
            .any(|k| page.entry(k).is_some_and(|e| e.gas))
    };
    if gas(i) {
        return true;
    }
    // «شن مثل هذا الهجوم»: the one that was told last.
    let this = (i.max(1)..page.len().min(i + 4)).find(|&k| {
        page.is(k, sort::THING) && page.def(k) && matches!(page.bare(k - 1), "هذا" | "هذه")
    });
    this.is_some_and(|at| {
        (at.saturating_sub(BACK)..at)
            .rev()
            .find(|&k| page.is(k, sort::THING) && page.bare(k) != "عمليه")
            .is_some_and(gas)
    })
}

/// "The strike", "a chlorine bomb", "the bombing of": a noun that is spelled as a verb's form.
fn bare_noun(page: &Page, hit: &Hit) -> bool {
    if page.arabic() {
        return false;
    }
    let i = hit.at;
    let predicate = page
        .pack
        .frames
        .get(hit.trigger.frame)
        .map_or("", |f| f.predicate.as_str());
    match hit.trigger.shape {
        Shape::Present => matches!(predicate, "shelled" | "attacked" | "supports" | "controls"),
        Shape::Participle => {
            i > 0
                && (matches!(page.text(i - 1), "the" | "a" | "this" | "that")
                    || page.entry(i - 1).is_some_and(|e| e.land.is_some())
                    || super::english_names::possessive(page, i - 1))
        }
        _ => false,
    }
}

/// "Too early to say who was behind the strike": the case tells whom that is about.
fn nobody_knows(page: &Page, hit: &Hit, voice: Voice) -> bool {
    let i = hit.at;
    (i.saturating_sub(9).max(voice.from)..i).any(|k| {
        matches!(page.text(k), "who" | "whose" | "whether")
            || matches!(
                page.bare(k),
                "الجهه" | "هويه" | "المسوول" | "المنفذ" | "عمن"
            )
            || page.bare(k) == "من"
                && matches!(page.text(k + 1), "نفذ" | "قصف" | "يقف" | "شن" | "اغار")
    })
}

/// Whoever may have done it and begins at a token.
fn actor_at(page: &Page, cast: &Cast, k: usize, to: usize, voice: Voice) -> Option<Actor> {
    if page.piece(k) != Piece::Word {
        return None;
    }
    let made = |b: usize, named: Named| Some(Actor { a: k, b, named });
    if let Some(n) = own(page, k, to) {
        return made(n, voice.body?.clone());
    }
    if site(page, k, k + 1) {
        return None;
    }
    // "The group was holding no ship": whom the speaker speaks for.
    if let Some(b) = generic(page, k)
        && let Some(body) = voice.body
    {
        return made(b, body.clone());
    }
    // «بطارية تابعة للجيش»: whose it is.
    if page.arabic()
        && matches!(page.text(k + 1), "تابعه" | "تابع" | "تابعون" | "تابعين")
        && page.prep(k + 2) == Some('ل')
        && let Some(p) = phrase(page, cast, k + 2, to, true)
            .filter(|p| matches!(p.what, What::Group | What::State))
    {
        return made(p.b, named(page, &p));
    }
    // RSF, UNITA: an acronym.
    if !page.arabic() && acronym(page, k) {
        return made(
            k + 1,
            Named {
                name: page.cut(page.span(k, k + 1)),
                kind: EntityKind::Group,
                span: Some(page.span(k, k + 1)),
                known_as: None,
            },
        );
    }
    let p = phrase(page, cast, k, to, true);
    if p.as_ref()
        .is_none_or(|p| !matches!(p.what, What::Group | What::State))
    {
        // «طائرات حربية روسية», "Russian jets": the land, by its adjective.
        if let Some((b, named)) = might(page, k, to) {
            return made(b, named);
        }
    }
    let p = p?;
    if !matches!(p.what, What::Group | What::State) || p.name.chars().count() < 2 {
        return None;
    }
    if page.arabic() && unarmed_word(page, k, &p) {
        return None;
    }
    // "Yemen's Houthis", "Sudan's paramilitary Rapid Support Forces": not the land.
    if !page.arabic()
        && p.what == What::State
        && super::english_names::possessive(page, p.b - 1)
        && let Some(q) = (p.b..to.min(p.b + 3)).find_map(|n| {
            phrase(page, cast, n, to, true)
                .filter(|q| q.what == What::Group && page.piece(n) == Piece::Word)
        })
    {
        let mighty = (p.b..q.b).all(|n| page.is(n, sort::MIGHT));
        let named = if mighty {
            named(page, &p)
        } else {
            named(page, &q)
        };
        return made(q.b, named);
    }
    if site(page, k, p.b) {
        return None;
    }
    if page.arabic() && page.conj(k) && p.a == k && page.prep(k).is_some() && !page.def(k) {
        return None;
    }
    made(p.b, named(page, &p))
}

/// «السكان», «القضاء (على)», «التجارة»: a word by itself that names people or an office, none that fights.
fn unarmed_word(page: &Page, k: usize, p: &Phrase) -> bool {
    let fights = page.is(
        k,
        sort::GROUP | sort::GROUP_HEAD | sort::MIGHT | sort::STATE,
    ) || page
        .entry(k)
        .is_some_and(|e| e.people > 0 || e.land.is_some())
        || page.pack.state(&p.name).is_some();
    let head = page.head(k);
    let alone = p.b <= k + 1;
    !fights
        && p.what == What::Group
        && (head == Some(Of::People) || head == Some(Of::Body) && alone)
        && page.pack.land_of(&p.name).is_none()
        || page.text(p.b) == "علي" && alone && page.tok(k).is_some_and(|t| t.deed)
}

/// Whether the words name what deeds are done to: a hospital bombs nobody.
fn site(page: &Page, a: usize, b: usize) -> bool {
    (a..b).any(|n| {
        page.entry(n)
            .is_some_and(|e| e.object.is_some() && e.sorts & sort::MIGHT == 0)
    })
}

/// "The group", «الحركة»: by itself it names nobody; the token behind it.
fn generic(page: &Page, k: usize) -> Option<usize> {
    if page.arabic() {
        let alone = matches!(
            page.bare(k),
            "الحركه" | "الجماعه" | "التنظيم" | "الجبهه" | "الميليشيا" | "الفصيل"
        );
        return (alone && !page.def(k + 1)).then_some(k + 1);
    }
    let word = matches!(
        page.text(k + 1),
        "group" | "movement" | "militia" | "organisation" | "organization" | "faction" | "front"
    );
    (page.text(k) == "the" && word && page.text(k + 2) != "of").then_some(k + 2)
}

/// A name without the weapons of whom it names: «طيران التحالف العربي», "coalition warplanes".
fn unarmed(name: &str) -> String {
    let words: Vec<&str> = name.split(' ').collect();
    let arabic = matches!(
        words[0],
        "طيران"
            | "طائرات"
            | "مقاتلات"
            | "مدفعية"
            | "صواريخ"
            | "مروحيات"
            | "بوارج"
            | "زوارق"
            | "دبابات"
    );
    if arabic && words.len() > 1 && words[1].starts_with("ال") {
        return words[1..].join(" ");
    }
    let weapon = |w: &str| {
        matches!(
            w,
            "jets"
                | "warplanes"
                | "planes"
                | "aircraft"
                | "artillery"
                | "guns"
                | "drones"
                | "missiles"
                | "rockets"
                | "gunboats"
                | "tanks"
                | "helicopters"
        )
    };
    let mut end = words.len();
    while end > 1 && weapon(words[end - 1]) {
        end -= 1;
    }
    // "Russian jets" stay: an adjective alone names nobody.
    let whole = words[..end].iter().any(|w| {
        matches!(
            *w,
            "army"
                | "coalition"
                | "force"
                | "forces"
                | "government"
                | "regime"
                | "rebel"
                | "military"
                | "navy"
        )
    });
    if whole {
        words[..end].join(" ")
    } else {
        name.to_owned()
    }
}

/// Capitals only.
fn acronym(page: &Page, k: usize) -> bool {
    let text = page.cut(page.span(k, k + 1));
    (2..=6).contains(&text.len())
        && text.chars().all(|c| c.is_ascii_uppercase())
        && !matches!(
            text.as_str(),
            "US" | "UK" | "UN" | "EU" | "TV" | "AM" | "PM" | "AFP" | "AP"
        )
}

fn named(page: &Page, p: &Phrase) -> Named {
    if let Some(land) = whole_land(page, p) {
        return Named {
            name: land,
            kind: EntityKind::Group,
            span: Some(p.span),
            known_as: None,
        };
    }
    Named {
        name: unarmed(uncounted(&p.name)),
        kind: EntityKind::Group,
        span: Some(p.span),
        known_as: None,
    }
}

/// A name without the number before it: "14 rebels".
fn uncounted(name: &str) -> &str {
    match name.split_once(' ') {
        Some((first, rest)) if first.chars().all(|c| c.is_numeric() || c == ',') => rest,
        _ => name,
    }
}

/// «النظام», «قوات الحكومة» where the article names one land's only: «النظام السوري».
pub(super) fn whole_land(page: &Page, p: &Phrase) -> Option<String> {
    if !page.arabic() || page.pack.land_of(&p.name).is_some() {
        return None;
    }
    let (a, b) = page.tokens_in(p.span);
    // «للنظام», «الحكومة»: without conjunction, preposition and article.
    let core = |k: usize| {
        let bare = page.bare(k);
        ["لل", "بال", "ال"]
            .iter()
            .find_map(|start| bare.strip_prefix(start))
            .map(|w| if w == "حكوميه" { "حكومه" } else { w })
            .filter(|w| matches!(*w, "نظام" | "حكومه" | "جيش"))
    };
    let at = (a..b).find(|&k| core(k).is_some())?;
    if (a..b).any(|k| k != at && !page.is(k, sort::MIGHT | sort::GROUP_HEAD)) {
        return None;
    }
    let mut lands = (0..page.len())
        .filter(|&k| core(k) == core(at) && page.def(k + 1))
        .filter_map(|k| page.entry(k + 1)?.land.as_deref().map(str::to_owned));
    let first = lands.next()?;
    lands.all(|l| l == first).then_some(first)
}

/// The speaker's own: "its aircraft", «قواته», "we"; the token behind it.
fn own(page: &Page, k: usize, to: usize) -> Option<usize> {
    if page.arabic() {
        let taken = page.taken.get(k)?;
        let land = matches!(
            page.text(k).trim_start_matches(['و', 'ل', 'ب']),
            "بلاده" | "بلادها" | "بلادنا" | "لاده" | "لادها" | "لادنا"
        );
        let own = !taken.pronoun.is_empty() && page.is(k, sort::MIGHT);
        return (own || land).then_some(k + 1);
    }
    let text = page.text(k);
    if matches!(text, "it" | "they" | "we") {
        return Some(k + 1);
    }
    if !matches!(text, "its" | "their" | "our" | "his") {
        return None;
    }
    (k + 1..to.min(k + 4))
        .find(|&n| page.is(n, sort::MIGHT | sort::GROUP_HEAD))
        .map(|n| n + 1)
}

/// An armed force or a weapon with the adjective of a land: the land.
fn might(page: &Page, k: usize, to: usize) -> Option<(usize, Named)> {
    let land = |n: usize| page.entry(n).and_then(|e| e.land.clone());
    if page.arabic() {
        if !page.is(k, sort::MIGHT) || page.taken.get(k).is_some_and(|t| !t.pronoun.is_empty()) {
            return None;
        }
        for n in k + 1..to.min(k + 4) {
            if page.piece(n) != Piece::Word || page.prep(n).is_some() || page.conj(n) {
                return None;
            }
            if let Some(name) = land(n) {
                // «قوات سورية موالية لأنقرة»: not the land.
                let other = (n + 1..n + 3)
                    .any(|m| page.pack.leads_in(page.text(m)) || page.bare(m).starts_with("معارض"));
                return (!other).then(|| (n + 1, by_land(page, &name, k, n + 1)));
            }
        }
        return None;
    }
    let name = land(k)?;
    let last = (k + 1..to.min(k + 4))
        .take_while(|&n| page.piece(n) == Piece::Word)
        .find(|&n| page.is(n, sort::MIGHT | sort::THING))?;
    Some((last + 1, by_land(page, &name, k, last + 1)))
}

fn by_land(page: &Page, name: &str, a: usize, b: usize) -> Named {
    Named {
        name: name.to_owned(),
        kind: EntityKind::Group,
        span: Some(page.span(a, b)),
        known_as: None,
    }
}

/// Who did it.
fn doer(page: &Page, cast: &Cast, hit: &Hit, voice: Voice, to: usize) -> Option<Actor> {
    let i = hit.at;
    let from = voice.from.min(i);
    let right = to.min(i + 24);
    // "By X", «من قبل فلان», «على يد».
    for k in i + 1..right {
        if matches!(page.piece(k), Piece::Stop | Piece::Line | Piece::Semicolon) {
            break;
        }
        let next = match (page.text(k), page.text(k + 1)) {
            ("by", _) if page.text(k + 1) != "the" || k + 2 < right => Some(k + 1),
            ("من", "قبل" | "جانب" | "طرف") | ("علي", "يد" | "ايدي") => {
                Some(k + 2)
            }
            _ => None,
        };
        if let Some(n) = next {
            let article = matches!(page.text(n), "a" | "an" | "the");
            let actor = actor_at(page, cast, n, right, voice).or_else(|| {
                article
                    .then(|| actor_at(page, cast, n + 1, right, voice))
                    .flatten()
            });
            if actor.is_some() {
                return actor;
            }
            break;
        }
    }
    // Already met by the frame's own grammar.
    let role = |r: &str| matches!(r, "by" | "group" | "who" | "subject");
    if let Some((_, Fill::Phrase(p))) = hit.roles.iter().find(|(r, f)| {
        role(r)
            && matches!(f, Fill::Phrase(p) if matches!(p.what, What::Group | What::State) && !site(page, p.a, p.b))
    }) {
        return Some(Actor {
            a: p.a,
            b: p.b,
            named: named(page, p),
        });
    }
    let noun = hit.trigger.shape == Shape::Noun;
    if noun && let Some(actor) = owner(page, cast, i, to, voice) {
        return Some(actor);
    }
    let passive = !noun
        && (hit.trigger.shape == Shape::Passive
            || page.damma(i)
            || !page.arabic()
                && matches!(hit.trigger.shape, Shape::PastOrPassive | Shape::Participle)
                && (i.saturating_sub(4).max(from)..i)
                    .any(|k| matches!(page.text(k), "was" | "were" | "been" | "being" | "is")));
    let near = if voice.denies || voice.announces {
        from
    } else {
        i.saturating_sub(7).max(from)
    };
    // «تتحمل مسؤولياتها حيال الهجوم»: who answers to it is not behind it.
    let towards = |k: usize| {
        (k + 1..i).any(|n| matches!(page.bare(n), "حيال" | "ازاء" | "تجاه" | "بشان" | "حول"))
    };
    let behind = (near..i).find(|&k| page.is(k, sort::BEHIND) && !towards(k));
    // Past a comma or another verb stands somebody else, but for who is accused or behind it.
    let low = if voice.accuses || behind.is_some() {
        from
    } else {
        hit.left.max(from)
    };
    let carried =
        noun && (i.saturating_sub(8).max(from)..i).any(|k| {
            page.is(k, sort::BEHIND) && !towards(k)
                || page.is(k, sort::CARRIES) && carries(page, k, i)
        }) || behind.is_some();
    // «استخدام النظام للسلاح الكيماوي»: a verbal noun that carries the deed has its doer behind it, none before it.
    let carrier = (i.saturating_sub(8).max(from)..i)
        .rev()
        .find(|&k| page.is(k, sort::CARRIES) && carries(page, k, i));
    if noun
        && page.arabic()
        && behind.is_none()
        && let Some(c) = carrier
    {
        let nominal = page.def(c)
            || page.prep(c).is_some()
            || c > 0 && page.tok(c - 1).is_some_and(|t| t.preposition)
            || page.taken.get(c).is_some_and(|t| !t.pronoun.is_empty())
            || page.bare(c).starts_with("است") && page.bare(c).chars().rev().nth(1) == Some('ا')
            || page.tok(c).is_some_and(|t| t.deed);
        let own = page.taken.get(c).is_some_and(|t| !t.pronoun.is_empty());
        // «استخدمها الجيش»: the pronoun on a verb is what it was done to.
        // «الجيش شن هجوما»: behind its subject it is a verb.
        let subject = !page.def(c)
            && page.prep(c).is_none()
            && (c.saturating_sub(4).max(from)..c).any(|k| {
                (k == from || page.tok(k - 1).is_some_and(|t| t.that))
                    && actor_at(page, cast, k, c, voice).is_some_and(|actor| actor.b == c)
            });
        let acts =
            subject || page.bare(c).starts_with("استخدم") || page.tok(c).is_some_and(|t| t.says);
        let nominal = nominal && !acts;
        if nominal && own && !voice.accuses && !between(page, cast, voice, c) {
            return voice.body.map(|body| Actor {
                a: c,
                b: i,
                named: body.clone(),
            });
        }
        let after = (c + 1..i.min(c + 3))
            .filter(|&k| page.prep(k).is_none() && !page.tok(k).is_some_and(|t| t.preposition))
            .find_map(|k| actor_at(page, cast, k, i, voice));
        if after.is_some() {
            return after;
        }
        if nominal && !voice.accuses {
            return voice
                .denies
                .then_some(voice.body)
                .flatten()
                .map(|body| Actor {
                    a: c,
                    b: i,
                    named: body.clone(),
                });
        }
    }
    let held = page.pack.frames[hit.trigger.frame].predicate == "controls" && noun && page.arabic();
    // «المسلحين الذين سيطروا على»: those, and nobody who stands near.
    let relative = (i.saturating_sub(3)..i)
        .rev()
        .take_while(|&k| page.tok(k).is_some_and(|t| t.closed || t.relative))
        .any(|k| page.tok(k).is_some_and(|t| t.relative));
    if !noun
        && page.arabic()
        && relative
        && !(i + 1..i + 3).any(|k| super::hit::resumes(page, k))
        && !hit
            .roles
            .iter()
            .any(|(r, f)| role(r) && matches!(f, Fill::Phrase(p) if p.what == What::Thing))
        && page.taken.get(i).is_none_or(|t| t.pronoun.is_empty())
    {
        return None;
    }
    // «الغارة التي استهدفت الحي»: whose the strike is, and nobody who stands near.
    if !noun
        && page.arabic()
        && let Some((_, Fill::Phrase(p))) = hit.roles.iter().find(|(r, f)| {
            role(r) && matches!(f, Fill::Phrase(p) if p.b <= i && p.what == What::Thing)
        })
        && let Some(strike) = (p.a..p.b).find(|&n| page.is(n, sort::THING))
        && !page.is(strike, sort::MIGHT)
    {
        return owner(page, cast, strike, p.b.max(strike + 3), voice);
    }
    if !passive && !held && (!noun || carried) {
        let before = before(page, cast, low, i, voice, noun);
        if before.is_some() {
            return before;
        }
        if !noun && page.arabic() {
            let after = (i + 1..right.min(i + 3)).find_map(|k| {
                (page.piece(k) == Piece::Word)
                    .then(|| actor_at(page, cast, k, right, voice))
                    .flatten()
            });
            if after.is_some() {
                return after;
            }
        }
    }
    let speaker = |named: &Named| Actor {
        a: i,
        b: i + 1,
        named: named.clone(),
    };
    // "Accused X of bombing": whoever is accused stands before the deed.
    let charged = (i.saturating_sub(5).max(from)..i).any(|k| {
        let word = page.bare(k);
        word.starts_with("اتهام")
            || matches!(
                word,
                "الاتهامات" | "accusations" | "accusation" | "allegations"
            )
    });
    if voice.accuses || charged && page.arabic() {
        let tied = page.prep(i) == Some('ب')
            || matches!(page.text(i.saturating_sub(1)), "of" | "for")
            || matches!(page.text(i.saturating_sub(1)), "the" | "this" | "an" | "a")
                && matches!(page.text(i.saturating_sub(2)), "of" | "for")
            || (i.saturating_sub(6).max(from)..i).any(|k| {
                page.is(k, sort::CARRIES | sort::BEHIND)
                    || page.arabic() && page.prep(k) == Some('ب')
                    || page.text(k) == "of"
                        && page.text(k + 1).ends_with("ing")
                        && !page.text(k + 1).starts_with("stag")
            });
        // «اتهم فلانا بفبركة هجوم»: what was made up nobody did.
        let made_up = (from..i).any(|k| {
            let word = |n: usize| page.text(n);
            page.pack
                .turn_at(k, &word, page.bare(k))
                .is_some_and(|(t, _)| t == super::lexicon::Turn::Deny)
        });
        return (tied && !made_up)
            .then(|| before(page, cast, from, i, voice, noun))
            .flatten();
    }
    // «أعلن الحرس إسقاط طائرة», "claimed responsibility for the attack": the speaker's own deed.
    let opens = noun && i <= voice.from + 1 || behind.is_some_and(|k| k <= voice.from + 1);
    // To announce an attack is not to have made it.
    let done = !matches!(
        page.pack.frames[hit.trigger.frame].predicate.as_str(),
        "shelled" | "attacked" | "chemical"
    );
    if voice.announces && opens && (done || behind.is_some()) {
        return voice.body.map(speaker);
    }
    // «لم نقصف», "denied bombing", "denied responsibility for it": the speaker.
    if !passive
        && page.arabic()
        && page.text(i).starts_with('ن')
        && hit.trigger.shape == Shape::Present
    {
        return voice.body.map(speaker);
    }
    let denied = matches!(
        page.pack.frames[hit.trigger.frame].predicate.as_str(),
        "shelled" | "attacked" | "chemical" | "violated" | "supports" | "downed" | "seized"
    );
    // «نفى وجود تواصل بشأن الهجوم»: something else is denied.
    let aside = page.arabic()
        && noun
        && behind.is_none()
        && (i > from + 6
            || (from..i).any(|n| matches!(page.bare(n), "بشان" | "حول" | "عن" | "ازاء" | "وجود"))
            // «وصف الهجوم بأنه مفبرك»: whoever calls it something.
            || (i + 1..hit.right).any(|n| matches!(page.bare(n), "بانه" | "بانها")));
    if voice.denies && denied && !aside && (behind.is_some() || !passive) {
        return voice.body.map(speaker);
    }
    None
}

/// The nearest who may have done it before a token, not led in by a preposition.
fn before(
    page: &Page,
    cast: &Cast,
    from: usize,
    i: usize,
    voice: Voice,
    noun: bool,
) -> Option<Actor> {
    let mut found = None;
    let mut k = from;
    // Whether whoever stands right before a token was led in: «إلى جانب فلان وفلان».
    let mut behind_led = None;
    while k < i {
        if matches!(page.piece(k), Piece::Semicolon | Piece::Line | Piece::Stop) {
            found = None;
        }
        // «وزير الدفاع», «أعضاء الحزب»: nobody within a title or a person's name.
        if let Some(b) = officer(page, cast, k, i) {
            k = b;
            continue;
        }
        let mut led = k > from
            && (page.tok(k - 1).is_some_and(|t| t.preposition)
                || matches!(
                    page.text(k - 1),
                    "in" | "at" | "on" | "from" | "with" | "to" | "near" | "against" | "of"
                ))
            || page.arabic() && page.prep(k).is_some() && !page.is(k, sort::MIGHT)
            || page.arabic() && k > from && possessed(page, k - 1);
        // «فلان وفلان»: the second stands as the first does.
        let joined = page.arabic() && page.conj(k);
        if joined && let Some((end, before)) = behind_led {
            led |= end == k && before;
        }
        match actor_at(page, cast, k, i, voice) {
            Some(actor) => {
                let second = joined && !led && behind_led == Some((k, false)) && found.is_some();
                behind_led = Some((actor.b, led));
                k = actor.b.max(k + 1);
                // "It could not confirm the use of gas": whoever says or confirms does not do it.
                let says = (k..i).any(|n| {
                    page.tok(n).is_some_and(|t| t.says)
                        || page.turns(n, super::lexicon::Turn::Confirm)
                        || super::idiom::cannot(page, n, i).is_some()
                        || noun && page.is(n, sort::JUDGES)
                });
                let says = says || noun && about(page, k, i);
                if !led && !says && !second {
                    found = Some(actor);
                }
            }
            None => k += 1,
        }
    }
    found
}

/// Whether a word that only carries a deed carries the one at a token: the first behind it, and none that another is led to by.
/// «شن غارات ردا على هجوم»: the raids.
fn carries(page: &Page, c: usize, i: usize) -> bool {
    if !page.arabic() {
        return true;
    }
    !(c + 1..i).any(|k| {
        let deed = page.is(k, sort::THING)
            || page
                .entry(k)
                .is_some_and(|e| e.triggers.iter().any(|t| t.shape == Shape::Noun));
        // «هجوما بغازات سامة»: one deed and its means.
        deed && (k + 1..i).any(|n| matches!(page.text(n), "علي" | "بعد" | "عن" | "بشان" | "حول"))
    })
}

/// Whether anybody who may have done it stands before a token in what is said.
fn between(page: &Page, cast: &Cast, voice: Voice, i: usize) -> bool {
    let body = voice.body.map(|b| b.name.as_str());
    (voice.from..i).any(|k| {
        own(page, k, i).is_none()
            && actor_at(page, cast, k, i, Voice::default())
                .is_some_and(|actor| Some(actor.named.name.as_str()) != body)
    })
}

/// «خلاف بشأن الهجوم», «رد على القصف»: what somebody speaks of or answers, and has not done.
fn about(page: &Page, from: usize, i: usize) -> bool {
    page.arabic()
        && (from..i).any(|n| {
            matches!(
                page.bare(n),
                "بشان"
                    | "حول"
                    | "ازاء"
                    | "حيال"
                    | "تجاه"
                    | "بسبب"
                    | "ردا"
                    | "ضد"
                    | "عقب"
            ) && !(n + 1..i).any(|m| page.is(m, sort::BEHIND | sort::CARRIES))
        })
}

/// The end of a title or of a person's name that begins at a token, with the body that the title is of.
fn officer(page: &Page, cast: &Cast, k: usize, to: usize) -> Option<usize> {
    let titled = page.arabic()
        && page.piece(k) == Piece::Word
        && (page.head(k) == Some(Of::Person) || page.is(k, sort::TITLE))
        && !page.is(k, sort::GROUP_HEAD | sort::MIGHT);
    titled
        .then(|| phrase(page, cast, k, to, true))
        .flatten()
        .filter(|p| matches!(p.what, What::Title | What::Person))
        .map(|p| p.b.max(k + 1))
}

/// Whether an indefinite noun for people or for a doing stands at a token, so that the next word says whose: «سكان المخيم».
fn possessed(page: &Page, k: usize) -> bool {
    page.piece(k) == Piece::Word
        && !page.def(k)
        && !page.is(
            k,
            sort::MIGHT | sort::GROUP_HEAD | sort::CARRIES | sort::BEHIND | sort::THING,
        )
        && page.entry(k).is_none_or(|e| e.triggers.is_empty())
        && page.tok(k).is_some_and(|t| {
            !t.closed
                && !t.says
                && !t.preposition
                && matches!(t.head, Some(Of::People | Of::Person | Of::Body))
        })
}

/// Who owns a deed's noun: "Israeli air strike", "Russia's bombing", «قصف الطيران الروسي», «غارة إسرائيلية», «قصفها».
fn owner(page: &Page, cast: &Cast, i: usize, to: usize, voice: Voice) -> Option<Actor> {
    let land = |n: usize| page.entry(n).and_then(|e| e.land.clone());
    if page.arabic() {
        if super::hit::befalls(page, i, to) {
            return None;
        }
        if page.taken.get(i).is_some_and(|t| !t.pronoun.is_empty()) && !voice.accuses {
            // «قبل أن تبدأ الدول هجماتها»: theirs who were spoken of last, and the speaker's only where nobody was.
            if between(page, cast, voice, i) {
                return before(page, cast, voice.from, i, voice, true);
            }
            let body = voice.body?;
            return Some(Actor {
                a: i,
                b: i + 1,
                named: body.clone(),
            });
        }
        for n in i + 1..to.min(i + 4) {
            if page.piece(n) != Piece::Word || page.prep(n).is_some() || page.conj(n) {
                break;
            }
            // «إسقاط طائرة أمريكية»: the craft's land.
            if site(page, n, n + 1) || page.entry(n).is_some_and(|e| e.object.is_some()) {
                return None;
            }
            if let Some(name) = land(n) {
                return Some(Actor {
                    a: i,
                    b: n + 1,
                    named: by_land(page, &name, n, n + 1),
                });
            }
        }
        return actor_at(page, cast, i + 1, to, voice)
            .filter(|_| !page.conj(i + 1) && page.prep(i + 1).is_none());
    }
    let low = i.saturating_sub(4).max(voice.from);
    let mut k = i;
    while k > low && page.piece(k - 1) == Piece::Word && !page.is(k - 1, sort::STOP) {
        k -= 1;
        if let Some(name) = land(k) {
            return Some(Actor {
                a: k,
                b: i + 1,
                named: by_land(page, &name, k, k + 1),
            });
        }
        if super::english_names::possessive(page, k) {
            break;
        }
    }
    if k < i && super::english_names::possessive(page, k) {
        let s = k.saturating_sub(3).max(voice.from);
        return (s..=k).find_map(|n| {
            phrase(page, cast, n, k + 1, true)
                .filter(|p| p.b == k + 1 && matches!(p.what, What::Group | What::State))
                .map(|p| Actor {
                    a: p.a,
                    b: i + 1,
                    named: named(page, &p),
                })
        });
    }
    None
}

/// Those who are backed, by a word that says no more than what they are called: "terrorist groups", «الإرهاب».
fn backed(page: &Page, hit: &Hit, to: usize) -> Option<Actor> {
    let at = (hit.at + 1..to.min(hit.at + 6)).find(|&k| {
        page.entry(k)
            .is_some_and(|e| e.object.as_deref() == Some("terror"))
    })?;
    // «جماعات متشددة»: whom the adjective tells of.
    let led = page.arabic()
        && at > hit.at + 1
        && !page.def(at)
        && page.piece(at - 1) == Piece::Word
        && !page.is(at - 1, sort::STOP)
        && !page.tok(at - 1).is_some_and(|t| t.preposition);
    let a = at - usize::from(led);
    let (name, span) = page.name(a, at + 1);
    Some(Actor {
        a,
        b: at + 1,
        named: Named {
            name,
            kind: EntityKind::Group,
            span: Some(span),
            known_as: None,
        },
    })
}

/// Who agreed or met.
fn parties(page: &Page, cast: &Cast, hit: &mut Hit, voice: Voice, to: usize) -> Vec<Filler> {
    let mut all: Vec<Named> = Vec::new();
    let persons = page.pack.frames[hit.trigger.frame].predicate == "met";
    let from = voice
        .from
        .max(hit.left.saturating_sub(if persons { 24 } else { 2 }));
    let right = to.min(hit.at + 24);
    let mut k = from;
    while k < right {
        if k > hit.at && matches!(page.piece(k), Piece::Stop | Piece::Line | Piece::Semicolon) {
            break;
        }
        let person = if persons && page.piece(k) == Piece::Word {
            phrase(page, cast, k, right, true)
                .filter(|p| p.what == What::Person && p.name.chars().count() > 1)
                .map(|p| Actor {
                    a: p.a,
                    b: p.b,
                    named: Named {
                        kind: EntityKind::Person,
                        ..named(page, &p)
                    },
                })
        } else {
            None
        };
        match person.or_else(|| {
            (!persons)
                .then(|| actor_at(page, cast, k, right, voice))
                .flatten()
        }) {
            Some(actor) => {
                k = actor.b.max(k + 1);
                hit.a = hit.a.min(actor.a);
                hit.b = hit.b.max(actor.b);
                all.push(actor.named);
            }
            None => k += 1,
        }
    }
    all.retain(|n| {
        let first = n.name.split(' ').next().unwrap_or_default().to_lowercase();
        !matches!(
            first.as_str(),
            "two" | "both" | "warring" | "rival" | "الطرفين" | "الجانبين" | "الطرفان"
        )
    });
    all.sort_by(|a, b| a.name.cmp(&b.name));
    all.dedup_by(|a, b| a.name == b.name);
    all.into_iter().map(Filler::Named).collect()
}

/// Whether a noun is pointed at: "the meeting", «اللقاء», "no such meeting".
fn pointed(page: &Page, hit: &Hit) -> bool {
    let i = hit.at;
    // "The two men had met", «اجتمع الرجلان».
    let two = (i.saturating_sub(6)..i + 3).any(|k| {
        page.text(k) == "two"
            && matches!(
                page.text(k + 1),
                "men" | "leaders" | "sides" | "parties" | "ministers" | "presidents" | "officials"
            )
            || matches!(
                page.bare(k),
                "الرجلان"
                    | "الرجلين"
                    | "الطرفان"
                    | "الطرفين"
                    | "الجانبان"
                    | "الجانبين"
                    | "الزعيمان"
                    | "الزعيمين"
            )
    });
    two || hit.trigger.shape == Shape::Noun
        && (page.def(i)
            || i > 0
                && (matches!(
                    page.text(i - 1),
                    "the" | "this" | "that" | "such" | "no" | "any" | "secret"
                ) || matches!(page.bare(i - 1), "هذا" | "اي")))
}

/// People who are let go: the students, 42 people.
fn people(page: &Page, cast: &Cast, hit: &mut Hit) -> Option<Named> {
    let i = hit.at;
    if page.arabic() {
        // «تحرير البلدة»: ground. «الأعيرة التي أطلقها جنود»: what the soldiers fired.
        let ground = (i + 1..hit.right.min(i + 3)).any(|k| {
            page.piece(k) == Piece::Word
                && (town(page, k) || page.is(k, sort::PLACE | sort::PLACE_HEAD))
        }) || phrase(page, cast, i + 1, hit.right, true)
            .is_some_and(|p| matches!(p.what, What::Place | What::State));
        let fired = hit.trigger.shape != Shape::Noun
            && page.taken.get(i).is_some_and(|t| !t.pronoun.is_empty())
            && i > 0
            && page.tok(i - 1).is_some_and(|t| t.relative);
        if ground || fired {
            return None;
        }
    }
    let found = (i + 1..hit.right.min(i + 6))
        .find_map(|k| phrase(page, cast, k, hit.right, true).filter(|p| p.what == What::People))
        .or_else(|| {
            (hit.left..i)
                .rev()
                .find_map(|k| phrase(page, cast, k, i, true).filter(|p| p.what == What::People))
        })?;
    hit.a = hit.a.min(found.a);
    hit.b = hit.b.max(found.b);
    super::proposition::people(page, found.people)
}

/// What it was done to: a common noun with what names it, the nearest behind the deed, else before it.
fn object(
    page: &Page,
    cast: &Cast,
    hit: &mut Hit,
    from: usize,
    to: usize,
    kinds: &[&str],
) -> Option<Named> {
    let is = |k: usize| is_kind(page, k, kinds);
    let i = hit.at;
    // A negation with «و» before it opens another clause.
    let clause = (i + 1..to)
        .find(|&k| page.arabic() && page.conj(k) && page.turns(k, super::lexicon::Turn::Negation))
        .unwrap_or(to);
    // «قصف مواقع سعيا للسيطرة على الميناء»: what another deed is done to.
    let other = |k: usize| {
        page.entry(k).is_some_and(|e| {
            !e.triggers.is_empty()
                && e.object.is_none()
                && e.triggers.iter().all(|t| {
                    !matches!(
                        page.pack.frames[t.frame].predicate.as_str(),
                        "shelled" | "attacked" | "downed" | "seized" | "chemical"
                    )
                })
        })
    };
    let clause = (i + 1..clause)
        .find(|&k| {
            let answers = matches!(
                page.bare(k),
                "ردا" | "بسبب" | "سعيا" | "بعد" | "عقب" | "اثر"
            );
            page.arabic() && kinds == SITES && (answers || other(k))
        })
        .unwrap_or(clause);
    let right = clause.min(hit.right).min(i + 16);
    // «هجوم استهدف فلانا»: what its verb says, and nothing before it.
    let told = page.arabic() && (i + 1..i + 3).any(|k| page.bare(k).starts_with("استهدف"));
    let at = (i + 1..right).find(|&k| is(k)).or_else(|| {
        (from.max(i.saturating_sub(16))..i)
            .rev()
            .find(|&k| !told && is(k))
    })?;
    let (a, b) = if page.arabic() {
        let mut b = at + 1;
        while b < to
            && b - at < 4
            && page.piece(b) == Piece::Word
            && !page.conj(b)
            && page.prep(b).is_none()
            && page.def(b)
            && !page.is(b, sort::STOP)
        {
            b += 1;
        }
        // «مطار مدينة كذا»: with the town that names it.
        if b == at + 1
            && let Some(p) = phrase(page, cast, at, to, true).filter(|p| p.what == What::Place)
        {
            b = b.max(page.tokens_in(p.span).1);
        }
        (at, b)
    } else {
        let mut a = at;
        while a > from
            && at - a < 4
            && (page.piece(a - 1) == Piece::Word && page.capital(a - 1)
                || super::english_names::joint(page, a - 1))
            && !page.is(a - 1, sort::STOP)
            && page.entry(a - 1).is_none_or(|e| e.land.is_none())
        {
            a -= 1;
        }
        (a, at + 1)
    };
    hit.a = hit.a.min(a);
    hit.b = hit.b.max(b);
    let (name, span) = page.name(a, b);
    let kind = if kinds == SITES {
        EntityKind::Place
    } else {
        EntityKind::Thing
    };
    Some(Named {
        name,
        kind,
        span: Some(span),
        known_as: None,
    })
}

/// Whether a verb has an object of its own that is no site.
fn other_object(
    page: &Page,
    cast: &Cast,
    hit: &Hit,
    to: usize,
    subject: Option<usize>,
) -> Option<Phrase> {
    if hit.trigger.shape == Shape::Noun {
        return None;
    }
    // «قصفت طائرات الجيش الحي»: what was hit stands behind who did it.
    let i = subject.map_or(hit.at, |b| b - 1);
    let passive = matches!(hit.trigger.shape, Shape::Passive)
        || (i.saturating_sub(3)..i).any(|k| matches!(page.text(k), "was" | "were" | "been"));
    let stands = !passive
        && page.piece(i + 1) == Piece::Word
        && i + 1 < to
        && !page
            .tok(i + 1)
            .is_some_and(|t| t.preposition || t.closed && page.text(i + 1) != "اي")
        && page.prep(i + 1).is_none();
    let from = i + 1 + usize::from(matches!(page.text(i + 1), "اي" | "any"));
    stands
        .then(|| phrase(page, cast, from, to, false))
        .flatten()
        .filter(|p| matches!(p.what, What::Thing | What::People | What::Person))
}

/// What else was hit, by its own words: "civilians", "launch sites".
fn something(page: &Page, hit: &mut Hit, p: &Phrase) -> Option<Named> {
    hit.b = hit.b.max(p.b);
    if p.what == What::People {
        return super::proposition::people(page, p.people);
    }
    let deed = (p.a..p.b).any(|k| page.is(k, sort::THING));
    // «مواقع», «أهدافا», «طريقا آمنا» name nothing; «تحصينات الفصيل» does.
    let tells = !page.arabic()
        || p.b > p.a + 1
            && page.def(p.b - 1)
            && !page.def(p.a)
            && page.prep(p.a).is_none()
            && !page.text(p.a).starts_with("بال")
            && !(p.a..p.b).any(|k| {
                page.is(k, sort::STOP) || page.conj(k) || matches!(page.text(k), "جميع" | "فقط")
            });
    (p.what == What::Thing && tells && !deed && p.name.chars().count() > 3).then(|| Named {
        name: p.name.clone(),
        kind: EntityKind::Thing,
        span: Some(p.span),
        known_as: None,
    })
}

/// Whether a token is a common noun for one of these.
fn is_kind(page: &Page, k: usize, kinds: &[&str]) -> bool {
    page.entry(k)
        .and_then(|e| e.object.as_deref())
        .is_some_and(|o| kinds.contains(&o))
}

/// «نفت القبيلة والحركة»: whether two bodies speak together, so that what is said of the speaker is not of one of them.
pub(super) fn together(page: &Page, cast: &Cast, a: usize, b: usize) -> bool {
    page.arabic()
        && (a + 1..=b).any(|k| {
            page.conj(k)
                && page.tok(k).is_some_and(|t| !t.says)
                && actor_at(page, cast, k, page.len().min(k + 4), Voice::default()).is_some()
        })
}

/// Whom a source phrase speaks for, as a doer: "Russian Defence Ministry spokesman X" the ministry, «مسؤول إيراني» Iran.
pub(super) fn body(page: &Page, cast: &Cast, a: usize, b: usize) -> Option<Named> {
    let none = Voice::default();
    let mut k = a;
    while k < b {
        // تركي فلان: a given name, and no land's adjective.
        if page.arabic() && !page.def(k) && page.tok(k).is_some_and(|t| t.given) {
            k += 1;
            continue;
        }
        if let Some(actor) = actor_at(page, cast, k, b, none) {
            return Some(actor.named);
        }
        if let Some(name) = page.entry(k).and_then(|e| e.adjective.clone()) {
            return Some(by_land(page, &name, k, k + 1));
        }
        // "Qatar's foreign minister, X".
        if super::english_names::possessive(page, k)
            && let Some(land) = page.pack.land_of(page.text(k))
        {
            return Some(by_land(page, &land, k, k + 1));
        }
        if let Some(land) = page.entry(k).and_then(|e| e.land.clone()) {
            return Some(by_land(page, &land, k, k + 1));
        }
        k += 1;
    }
    None
}
