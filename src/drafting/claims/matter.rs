//! What deeds leave unsaid, filled where the case speaks of one only: the market, the town, the two sides of the truce.
//!
//! One article has "Russian jets", another «الطيران الروسي», a third "Moscow denied that its aircraft …": as doers of a deed
//! they are one land. One has «سوق شعبية», another "Ariha market": where no text names two markets, they are one. A
//! denial that names no target is of what the case says was hit. What stays unsaid is no typed claim.
//!
//! In one file because doers, targets and grounds are settled one after the other on the same tables.

use std::collections::{BTreeMap, BTreeSet};

use super::group::{Filled, Whose};
use super::story::{many, nobody_named, strangers, uses};
use crate::drafting::content::lenient;
use crate::drafting::{Article, ContentPacks, Reading};
use crate::model::Stance;

/// A proposition with names resolved, as it is being settled.
pub(super) struct Told {
    pub(super) predicate: Option<String>,
    pub(super) roles: Vec<(String, Vec<Filled>)>,
    pub(super) place: Option<Filled>,
}

impl Told {
    pub(super) fn is(&self, predicate: &str) -> bool {
        self.predicate.as_deref() == Some(predicate)
    }

    fn role(&self, role: &str) -> Option<&Vec<Filled>> {
        self.roles.iter().find(|(r, _)| r == role).map(|(_, f)| f)
    }

    pub(super) fn first(&self, role: &str) -> Option<&Whose> {
        match self.role(role)?.first()? {
            Filled::Entity(w) => Some(w),
            _ => None,
        }
    }

    fn set(&mut self, role: &str, fillers: Vec<Filled>) {
        match self.roles.iter_mut().find(|(r, _)| r == role) {
            Some((_, f)) => *f = fillers,
            None => self.roles.push((role.to_owned(), fillers)),
        }
    }
}

/// Roles filled by whoever does a deed.
fn doing(role: &str) -> bool {
    matches!(role, "by" | "group" | "who" | "whom" | "parties")
}

/// What a case tells of one event only.
#[derive(Clone, Copy)]
pub(super) struct One {
    /// All counts of the dead are of one event.
    pub(super) toll: bool,
    /// All uses of chemical weapons are one.
    pub(super) chemical: bool,
}

/// Settles what the readings of a case leave unsaid.
pub(super) fn settle(
    articles: &[Article],
    readings: &[Reading],
    packs: &ContentPacks,
    told: &mut [Told],
) -> One {
    places(told);
    strangers(articles, readings, told);
    deals(readings, packs, told);
    doers(packs, told);
    nobody_named(told);
    targets(articles, readings, packs, told);
    let chemical = uses(articles, readings, packs, told);
    ground(articles, readings, told);
    one_side(packs, told);
    sides(articles, readings, told, "truce");
    sides(articles, readings, told, "met");
    freed(told);
    for t in told.iter_mut() {
        let Some(predicate) = t.predicate.clone() else {
            continue;
        };
        // In the vocabulary's order, whoever filled it.
        let order = [
            "place", "by", "group", "target", "what", "parties", "who", "whom", "from",
        ];
        if lenient(&predicate) {
            t.roles
                .sort_by_key(|(r, _)| order.iter().position(|o| o == r).unwrap_or(order.len()));
        }
        let lacks = |role: &str| t.role(role).is_none_or(Vec::is_empty);
        let unsaid = match predicate.as_str() {
            "controls" => lacks("place") || lacks("group") || t.first("group").is_some_and(anybody),
            "shelled" | "violated" => lacks("by"),
            "attacked" => lacks("by") || lacks("target"),
            "met" => t.role("parties").is_none_or(|p| p.len() < 2),
            "supports" => lacks("who") || lacks("whom"),
            "seized" | "downed" => lacks("what"),
            "freed" => lacks("who"),
            _ => false,
        };
        let armed = matches!(
            predicate.as_str(),
            "shelled" | "attacked" | "chemical" | "controls" | "seized" | "downed"
        );
        let office = armed
            && ["by", "group"]
                .iter()
                .any(|r| t.first(r).is_some_and(civil));
        if unsaid || office {
            t.predicate = None;
        }
        // A town or land that is shelled is what was hit; what nobody hit anywhere is no event.
        if t.is("shelled") && t.role("target").is_none() {
            match t.place.take() {
                Some(place) => t.set("target", vec![place]),
                None => t.predicate = None,
            }
            t.roles
                .sort_by_key(|(r, _)| order.iter().position(|o| o == r).unwrap_or(order.len()));
        }
        let own = |a: &str, b: &str| {
            let land = |w: &Whose| {
                w.names
                    .values()
                    .find_map(|n| packs.state(n).or_else(|| packs.land(n)))
                    .map(str::to_owned)
            };
            let (x, y) = (t.first(a).and_then(land), t.first(b).and_then(land));
            x.is_some() && x == y
        };
        if own("by", "target") || own("who", "whom") {
            t.predicate = None;
        }
    }
    One {
        toll: one_event(articles, readings, told),
        chemical,
    }
}

/// Towns in two scripts: an Arabic name and a Latin one of the same consonants, each with no other such.
fn places(told: &mut [Told]) {
    let sound = |w: &Whose| -> Option<(bool, String)> {
        let name = w.names.values().next()?;
        let words: Vec<String> = crate::text::fold::fold(name)
            .split_whitespace()
            .map(str::to_owned)
            .collect();
        (w.names.len() == 1 && words.len() <= 2).then(|| {
            (
                w.names.contains_key("ar"),
                crate::drafting::naming::whole(&words),
            )
        })
    };
    let mut by_sound: BTreeMap<String, BTreeMap<bool, BTreeMap<String, Whose>>> = BTreeMap::new();
    let of = |t: &Told| -> Vec<Whose> {
        let role = t.first("target").or(t.first("from"));
        let ground = if t.is("controls") {
            t.first("place")
        } else {
            None
        };
        let place = match &t.place {
            Some(Filled::Entity(w)) => Some(w),
            _ => None,
        };
        role.into_iter()
            .chain(ground)
            .chain(place)
            .cloned()
            .collect()
    };
    for w in told.iter().flat_map(of) {
        if let Some((arabic, sound)) = sound(&w)
            && sound.chars().count() > 1
        {
            by_sound
                .entry(sound)
                .or_default()
                .entry(arabic)
                .or_default()
                .insert(w.key.clone(), w);
        }
    }
    let mut to: BTreeMap<String, Whose> = BTreeMap::new();
    for scripts in by_sound.values() {
        if let (Some(arabic), Some(latin)) = (scripts.get(&true), scripts.get(&false))
            && arabic.len() == 1
            && latin.len() == 1
            && let (Some((_, a)), Some((key, _))) =
                (arabic.first_key_value(), latin.first_key_value())
        {
            let mut one = (*a).clone();
            if let Some(b) = latin.get(key) {
                one.names.extend(b.names.clone());
            }
            to.insert(a.key.clone(), one.clone());
            to.insert(key.clone(), one);
        }
    }
    let change = |f: &mut Filled| {
        if let Filled::Entity(w) = f
            && let Some(one) = to.get(&w.key)
        {
            *w = one.clone();
        }
    };
    for t in told.iter_mut() {
        t.place.iter_mut().for_each(change);
        for (_, fillers) in &mut t.roles {
            fillers.iter_mut().for_each(change);
        }
    }
}

/// An office, an outlet or a gathering, which neither shells nor holds a town: taken for a doer by standing near.
fn civil(w: &Whose) -> bool {
    w.names.values().any(|n| {
        crate::text::fold::fold(n).split_whitespace().any(|word| {
            let word = word
                .strip_prefix("ل")
                .filter(|r| r.starts_with('ا'))
                .unwrap_or(word);
            matches!(
                word.strip_prefix("ال").unwrap_or(word),
                "وزراء"
                    | "خارجيه"
                    | "منظمه"
                    | "مجتمع"
                    | "لجنه"
                    | "امم"
                    | "بيان"
                    | "اليزيه"
                    | "اوروبي"
                    | "صحيفه"
                    | "وكاله"
                    | "قناه"
                    | "بعثه"
                    | "مركز"
                    | "عمليات"
                    | "مسوولين"
                    | "رييسين"
                    | "فرانس"
                    | "مجلس"
                    | "department"
                    | "organisation"
                    | "organization"
                    | "committee"
                    | "council"
                    | "commission"
                    | "union"
                    | "nations"
                    | "community"
                    | "agency"
                    | "news"
                    | "observatory"
                    | "court"
                    | "opcw"
                    | "pentagon"
            ) || word == "ministry" && n.contains("Foreign")
        }) && !n.contains("Islamic State")
    })
}

/// What was agreed on is a truce by its words; a mere deal is one where the case speaks of a truce.
fn deals(readings: &[Reading], packs: &ContentPacks, told: &mut [Told]) {
    for t in told.iter_mut().filter(|t| t.is("agreed")) {
        let truce = t.role("to").is_some_and(|f| {
            f.iter()
                .any(|f| matches!(f, Filled::Text(w) if packs.object(w) == Some("truce")))
        });
        if truce {
            t.predicate = Some("truce".to_owned());
            t.roles.retain(|(r, _)| r == "parties");
        }
    }
    let mere = |r: &Reading| r.rule.ends_with("-deal");
    let truce = told
        .iter()
        .zip(readings)
        .any(|(t, r)| t.is("truce") && !mere(r));
    for (t, r) in told.iter_mut().zip(readings) {
        if t.is("truce") && mere(r) && !truce {
            t.predicate = None;
        }
    }
}

/// Names that mean one doer: the most told name of each land, and "the army" where the case speaks of one land's only.
fn doers(packs: &ContentPacks, told: &mut [Told]) {
    let land = |w: &Whose| -> Option<String> {
        w.names
            .values()
            .find_map(|n| packs.land(n))
            .map(str::to_owned)
            .or_else(|| {
                let listed = w.key.starts_with("listed:") || w.key.starts_with("land:");
                let state = w.names.values().find_map(|n| packs.state(n))?;
                listed.then(|| state.to_owned())
            })
    };
    let mut counts: BTreeMap<String, BTreeMap<String, (usize, Whose)>> = BTreeMap::new();
    for t in told
        .iter()
        .filter(|t| t.predicate.as_deref().is_some_and(lenient))
    {
        for (_, fillers) in t.roles.iter().filter(|(r, _)| doing(r)) {
            for f in fillers {
                if let Filled::Entity(w) = f
                    && let Some(land) = land(w)
                {
                    counts
                        .entry(land)
                        .or_default()
                        .entry(w.key.clone())
                        .or_insert((0, w.clone()))
                        .0 += 1;
                }
            }
        }
    }
    let canonical: BTreeMap<&String, &Whose> = counts
        .iter()
        .filter_map(|(land, all)| {
            // A name that a list knows before one of a text's own; the land before its army, unless hardly anybody names it.
            let listed = |w: &Whose| w.key.starts_with("listed:") || w.key.starts_with("known:");
            let most = all.values().map(|(n, _)| *n).max()?;
            let best = all.values().max_by_key(|(n, w)| {
                let itself = n * 2 >= most && !Armies::army(w);
                (listed(w), itself, *n, std::cmp::Reverse(&w.key))
            })?;
            Some((land, &best.1))
        })
        .collect();
    let armies = Armies::new(&counts);
    for t in told
        .iter_mut()
        .filter(|t| t.predicate.as_deref().is_some_and(lenient))
    {
        for (_, fillers) in t.roles.iter_mut().filter(|(r, _)| doing(r)) {
            for f in fillers.iter_mut() {
                let Filled::Entity(w) = f else { continue };
                let to = match land(w) {
                    Some(land) => canonical.get(&land).copied(),
                    None => {
                        let any = w.names.values().all(|n| packs.any_might(n));
                        any.then(|| armies.of(w).and_then(|land| canonical.get(land).copied()))
                            .flatten()
                    }
                };
                if let Some(to) = to {
                    *w = to.clone();
                }
            }
            fillers.sort_by(|a, b| a.key().cmp(b.key()));
            fillers.dedup_by(|a, b| a.key() == b.key());
        }
    }
}

/// The lands whose army the case names as one: "the army" is theirs where they are one.
struct Armies {
    lands: BTreeSet<String>,
}

impl Armies {
    const WORDS: &[&str] = &["army", "military", "جيش"];

    fn new(counts: &BTreeMap<String, BTreeMap<String, (usize, Whose)>>) -> Self {
        let lands = counts
            .iter()
            .filter(|(_, all)| all.values().any(|(_, w)| Self::army(w)))
            .map(|(land, _)| land.clone())
            .collect();
        Self { lands }
    }

    fn army(w: &Whose) -> bool {
        w.names.values().any(|n| {
            crate::text::fold::fold(n)
                .split_whitespace()
                .any(|w| Self::WORDS.contains(&w.strip_prefix("ال").unwrap_or(w)))
        })
    }

    fn of(&self, w: &Whose) -> Option<&String> {
        match self.lands.len() {
            1 if Self::army(w) => self.lands.first(),
            _ => None,
        }
    }
}

/// What deeds are done to: one common noun is one thing where no text names two of it.
fn targets(articles: &[Article], readings: &[Reading], packs: &ContentPacks, told: &mut [Told]) {
    let roles = ["target", "what", "whom"];
    let object = |w: &Whose| {
        w.names
            .values()
            // "Terrorist groups" are what they are called; a group of a longer name is one of its own.
            .filter(|n| packs.object(n) != Some("terror") || n.split_whitespace().count() < 3)
            .find_map(|n| packs.object(n))
            .map(str::to_owned)
    };
    let plain = |w: &Whose| w.names.values().all(|n| n.split_whitespace().count() == 1);
    let mut of: BTreeMap<String, BTreeMap<String, (usize, bool, Whose)>> = BTreeMap::new();
    let mut here: BTreeMap<(String, usize), BTreeSet<String>> = BTreeMap::new();
    let mut told_by: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (k, (t, r)) in told.iter().zip(readings).enumerate() {
        for role in roles {
            if let Some(w) = t.first(role)
                && let Some(id) = object(w)
            {
                told_by.entry(id.clone()).or_default().push(k);
                if !plain(w) {
                    here.entry((id.clone(), r.article))
                        .or_default()
                        .insert(w.key.clone());
                }
                of.entry(id)
                    .or_default()
                    .entry(w.key.clone())
                    .or_insert((0, !plain(w), w.clone()))
                    .0 += 1;
            }
        }
    }
    let several: BTreeSet<&String> = here
        .iter()
        .filter(|(_, keys)| keys.len() > 1)
        .map(|((id, _), _)| id)
        .collect();
    let mut to: BTreeMap<String, Whose> = BTreeMap::new();
    for (id, all) in &of {
        // Nor where they are of many stories: another town's market, next month.
        if several.contains(id) || many(articles, readings, &told_by[id]) {
            continue;
        }
        let best = all
            .values()
            .max_by_key(|(n, named, w)| (*named, *n, std::cmp::Reverse(&w.key)));
        if let Some((_, _, best)) = best {
            to.extend(all.keys().map(|key| (key.clone(), best.clone())));
        }
    }
    for t in told.iter_mut() {
        for (role, fillers) in &mut t.roles {
            if roles.contains(&role.as_str()) {
                for f in fillers.iter_mut() {
                    if let Filled::Entity(w) = f
                        && let Some(best) = to.get(&w.key)
                    {
                        *w = best.clone();
                    }
                }
            }
        }
    }
    // An attack on what others say was shelled; a target left unsaid.
    let hit = |t: &Told| t.is("shelled") || t.is("attacked");
    let shelled: BTreeSet<String> = told
        .iter()
        .filter(|t| t.is("shelled"))
        .filter_map(|t| t.first("target").map(|w| w.key.clone()))
        .collect();
    for t in told.iter_mut().filter(|t| t.is("attacked")) {
        if t.first("target").is_some_and(|w| shelled.contains(&w.key)) {
            t.predicate = Some("shelled".to_owned());
        }
    }
    let all = focus(told, readings, |t| {
        hit(t)
            .then(|| t.first("target"))
            .flatten()
            .filter(|w| !nameless(w))
            .cloned()
    });
    // "Too early to say who was behind the strike", "the convoy was not bombed": of whoever most say did it.
    let doer = focus(told, readings, |t| {
        t.is("shelled").then(|| t.first("by")).flatten().cloned()
    });
    for (k, t) in told.iter_mut().enumerate() {
        let unsure = !matches!(readings[k].stance, Stance::Affirms | Stance::Reports);
        if t.is("shelled")
            && t.role("by").is_none()
            && unsure
            && let Some(doer) = &doer.case
        {
            t.set("by", vec![Filled::Entity(doer.clone())]);
        }
    }
    // The ship of which all speak.
    for predicate in ["seized", "downed"] {
        let all = focus(told, readings, |t| {
            t.is(predicate).then(|| t.first("what")).flatten().cloned()
        });
        for (k, t) in told.iter_mut().enumerate() {
            if t.is(predicate)
                && t.role("what").is_none()
                && let Some(what) = all.of(readings[k].article)
            {
                t.set("what", vec![Filled::Entity(what.clone())]);
            }
        }
    }
    // Where only the article speaks of one target, who hit it did; what another did elsewhere is not told of it.
    let by: BTreeSet<(usize, String)> = told
        .iter()
        .zip(readings)
        .filter(|(t, _)| hit(t) && t.first("target").is_some_and(|w| !nameless(w)))
        .filter_map(|(t, r)| Some((r.article, t.first("by")?.key.clone())))
        .collect();
    for (k, t) in told.iter_mut().enumerate() {
        let article = readings[k].article;
        let same = all.case.is_some()
            || !matches!(readings[k].stance, Stance::Affirms | Stance::Reports)
            || t.first("by")
                .is_none_or(|w| by.contains(&(article, w.key.clone())));
        if hit(t)
            && same
            && (t.role("target").is_none() || t.first("target").is_some_and(nameless))
            && let Some(target) = all.of(article)
        {
            // «الهجوم على القرية»: what the clause names, rather than what was hit elsewhere in the article.
            let own = match &t.place {
                Some(Filled::Entity(w)) if all.case.is_none() && !nameless(w) => Some(w),
                _ => None,
            };
            let target = own.unwrap_or(target).clone();
            t.set("target", vec![Filled::Entity(target)]);
            t.predicate = Some("shelled".to_owned());
        }
    }
}

/// What most articles mean, and what each alone means.
struct Focus {
    case: Option<Whose>,
    articles: BTreeMap<usize, Whose>,
}

impl Focus {
    fn of(&self, article: usize) -> Option<&Whose> {
        self.case.as_ref().or_else(|| self.articles.get(&article))
    }
}

/// The one filler that at least two thirds of the articles have which have any.
fn focus(told: &[Told], readings: &[Reading], of: impl Fn(&Told) -> Option<Whose>) -> Focus {
    let mut by_article: BTreeMap<usize, BTreeMap<String, Whose>> = BTreeMap::new();
    for (t, r) in told.iter().zip(readings) {
        if let Some(w) = of(t) {
            by_article
                .entry(r.article)
                .or_default()
                .insert(w.key.clone(), w);
        }
    }
    let mut counts: BTreeMap<&String, (usize, &Whose)> = BTreeMap::new();
    for (key, w) in by_article.values().flatten() {
        counts.entry(key).or_insert((0, w)).0 += 1;
    }
    let best = counts
        .values()
        .max_by_key(|(n, w)| (*n, std::cmp::Reverse(&w.key)));
    let case = best
        .filter(|(n, _)| n * 3 >= by_article.len() * 2)
        .map(|(_, w)| (*w).clone());
    let articles = by_article
        .into_iter()
        .filter(|(_, all)| all.len() == 1)
        .filter_map(|(a, all)| Some((a, all.into_values().next()?)))
        .collect();
    Focus { case, articles }
}

/// A town that no name tells: "the city", «البلدة».
pub(super) fn nameless(w: &Whose) -> bool {
    w.names.values().all(|n| {
        let folded = crate::text::fold::fold(n);
        let mut words = folded.split_whitespace().filter(|w| *w != "the");
        let first = words.next().unwrap_or_default();
        let town = matches!(
            first.strip_prefix("ال").unwrap_or(first),
            "city" | "town" | "village" | "area" | "area's" | "مدينه" | "بلده" | "قريه" | "منطقه"
        );
        town && words.next().is_none()
    })
}

/// The town of grounds held and left, and of the dead that are counted.
fn ground(articles: &[Article], readings: &[Reading], told: &mut [Told]) {
    let role = |t: &Told| match t.predicate.as_deref() {
        Some("controls") => Some("place"),
        Some("withdrew") => Some("from"),
        _ => None,
    };
    let all = focus(told, readings, |t| {
        t.first(role(t)?).filter(|w| !nameless(w)).cloned()
    });
    let group = focus(told, readings, |t| {
        t.is("controls")
            .then(|| t.first("group"))
            .flatten()
            .cloned()
    });
    for (k, t) in told.iter_mut().enumerate() {
        let Some(role) = role(t) else { continue };
        if t.first(role).is_none_or(nameless)
            && let Some(place) = all.of(readings[k].article)
        {
            t.set(role, vec![Filled::Entity(place.clone())]);
        }
        if t.is("controls")
            && t.role("group").is_none()
            && let Some(group) = &group.case
        {
            t.set("group", vec![Filled::Entity(group.clone())]);
        }
    }
    let placed = |t: &Told| match &t.place {
        Some(Filled::Entity(w)) if !nameless(w) => Some(w.clone()),
        _ => None,
    };
    for predicate in ["casualties", "truce"] {
        let all = focus(told, readings, |t| {
            t.is(predicate).then(|| placed(t)).flatten()
        });
        for (k, t) in told.iter_mut().enumerate() {
            let bare = match &t.place {
                Some(Filled::Entity(w)) => nameless(w),
                _ => true,
            };
            let here = match predicate {
                "casualties" => all.case.as_ref(),
                // An article that never names the place may be of another event.
                "chemical" => all
                    .of(readings[k].article)
                    .filter(|w| speaks_of(articles.get(readings[k].article), w)),
                _ => all.of(readings[k].article),
            };
            if t.is(predicate)
                && bare
                && let Some(place) = here
            {
                t.place = Some(Filled::Entity(place.clone()));
            }
        }
    }
}

/// «القوات», "the state": by itself it tells no holder of ground from another.
fn anybody(w: &Whose) -> bool {
    w.names.values().all(|n| {
        let folded = crate::text::fold::fold(n);
        matches!(
            folded.strip_prefix("the ").unwrap_or(&folded),
            "القوات" | "قوات" | "الدوله" | "troops" | "forces" | "state"
        )
    })
}

/// «قوات المعارضة», «المعارضة المسلحة»: who hold one place and are one name but for the words for arms and for a land.
fn one_side(packs: &ContentPacks, told: &mut [Told]) {
    struct Side {
        core: BTreeSet<String>,
        land: Option<String>,
        told: usize,
        who: Whose,
    }
    let side = |w: &Whose| -> Option<Side> {
        if w.names.len() != 1 || w.key.starts_with("listed:") {
            return None;
        }
        let mut core = BTreeSet::new();
        let mut land = None;
        for word in crate::text::fold::fold(w.names.get("ar")?).split_whitespace() {
            let bare = word.strip_prefix("ال").unwrap_or(word);
            if let Some(l) = packs.land(word) {
                land = Some(l.to_owned());
            } else if !packs.any_might(word) && !matches!(bare, "مسلحه" | "فصايل" | "مسلحي")
            {
                core.insert(bare.to_owned());
            }
        }
        (!core.is_empty()).then(|| Side {
            core,
            land,
            told: 1,
            who: w.clone(),
        })
    };
    let mut places: BTreeMap<String, BTreeMap<String, Side>> = BTreeMap::new();
    for t in told.iter().filter(|t| t.is("controls")) {
        if let (Some(place), Some(group)) = (t.first("place"), t.first("group"))
            && let Some(found) = side(group)
        {
            places
                .entry(place.key.clone())
                .or_default()
                .entry(group.key.clone())
                .and_modify(|s| s.told += 1)
                .or_insert(found);
        }
    }
    let mut to: BTreeMap<(String, String), Whose> = BTreeMap::new();
    for (place, sides) in &places {
        for (key, s) in sides {
            let same = |o: &&Side| {
                o.core == s.core && (o.land == s.land || o.land.is_none() || s.land.is_none())
            };
            let lands: BTreeSet<&String> = sides
                .values()
                .filter(same)
                .filter_map(|o| o.land.as_ref())
                .collect();
            let best = sides
                .values()
                .filter(same)
                .max_by_key(|o| (o.told, o.land.is_some(), std::cmp::Reverse(&o.who.key)));
            if lands.len() < 2
                && let Some(best) = best
            {
                to.insert((place.clone(), key.clone()), best.who.clone());
            }
        }
    }
    for t in told.iter_mut().filter(|t| t.is("controls")) {
        if let (Some(place), Some(group)) = (t.first("place"), t.first("group"))
            && let Some(one) = to.get(&(place.key.clone(), group.key.clone()))
        {
            let one = vec![Filled::Entity(one.clone())];
            t.set("group", one);
        }
    }
}

/// Whether an article names somebody or something.
fn speaks_of(article: Option<&Article>, w: &Whose) -> bool {
    article.is_some_and(|a| {
        let text = crate::text::fold::fold(a.text);
        w.names
            .values()
            .any(|n| text.contains(&crate::text::fold::fold(n)))
    })
}

/// The two sides that most say agreed or met, where others name one of them or none; in a case of many stories only within
/// one text that names no other two.
fn sides(articles: &[Article], readings: &[Reading], told: &mut [Told], predicate: &str) {
    let of: Vec<usize> = (0..told.len()).filter(|&k| told[k].is(predicate)).collect();
    let texts: BTreeSet<usize> = of.iter().map(|&k| readings[k].article).collect();
    if many(articles, readings, &of) {
        for text in texts {
            let here = |k: usize| readings[k].article == text;
            let of: Vec<usize> = of.iter().copied().filter(|&k| here(k)).collect();
            let pairs = of.iter().filter_map(|&k| told[k].role("parties"));
            let pairs: BTreeSet<Vec<&str>> = pairs
                .filter(|f| f.len() >= 2)
                .map(|f| f.iter().map(Filled::key).collect())
                .collect();
            if pairs.len() == 1 {
                paired(told, &of, predicate);
            }
        }
    } else {
        paired(told, &of, predicate);
    }
}

/// The two sides of most among some tellings, where others of them name one or none.
fn paired(told: &mut [Told], of: &[usize], predicate: &str) {
    let key = |f: &Vec<Filled>| -> Vec<String> { f.iter().map(|f| f.key().to_owned()).collect() };
    let mut whole: BTreeMap<Vec<String>, (usize, Vec<Filled>)> = BTreeMap::new();
    for f in of.iter().filter_map(|&k| told[k].role("parties")) {
        if f.len() >= 2 {
            whole.entry(key(f)).or_insert((0, f.clone())).0 += 1;
        }
    }
    let Some((_, best)) = whole
        .values()
        .max_by_key(|(n, f)| (*n, std::cmp::Reverse(f.len())))
        .cloned()
    else {
        return;
    };
    let names = key(&best);
    for &k in of {
        let t = &mut told[k];
        // A surname alone that no name explains is no third.
        let short = |f: &Filled| match f {
            Filled::Entity(w) => {
                predicate == "met" && w.names.values().all(|n| n.split_whitespace().count() < 3)
            }
            _ => false,
        };
        let within = t.role("parties").is_none_or(|f| {
            f.iter().all(|f| names.contains(&f.key().to_owned()))
                || f.len() == 1 && f.iter().all(short)
        });
        if within {
            t.set("parties", best.clone());
        }
    }
}

/// "42 people", "they" are the students of whom all others speak.
fn freed(told: &mut [Told]) {
    let any = |f: &Filled| matches!(f, Filled::People { id, .. } if id == "people");
    let mut named: Vec<Filled> = Vec::new();
    for t in told.iter().filter(|t| t.is("freed")) {
        for f in t.role("who").into_iter().flatten() {
            if !any(f) && !named.contains(f) {
                named.push(f.clone());
            }
        }
    }
    if named.is_empty() {
        named.extend(
            told.iter()
                .filter(|t| t.is("freed"))
                .find_map(|t| t.role("who")?.first().cloned()),
        );
    }
    let [one] = named.as_slice() else {
        return;
    };
    for t in told.iter_mut().filter(|t| t.is("freed")) {
        if t.role("who").is_none_or(|f| f.iter().all(any)) {
            t.set("who", vec![one.clone()]);
        }
    }
}

/// Whether all counts of the dead are of one event: of one place or none, within some days.
fn one_event(articles: &[Article], readings: &[Reading], told: &[Told]) -> bool {
    const DAYS: i32 = 10;
    let mut places: BTreeSet<&str> = BTreeSet::new();
    let mut counted: BTreeSet<usize> = BTreeSet::new();
    for (t, r) in told
        .iter()
        .zip(readings)
        .filter(|(t, _)| t.is("casualties"))
    {
        counted.insert(r.article);
        if let Some(p) = &t.place {
            places.insert(p.key());
        }
    }
    let days: Vec<jiff::civil::Date> = counted
        .iter()
        .filter_map(|a| super::group::first_day(articles.get(*a)?.published?))
        .collect();
    let near = match (days.iter().min(), days.iter().max()) {
        (Some(a), Some(b)) => a.until(*b).is_ok_and(|s| s.get_days() <= DAYS),
        _ => false,
    };
    counted.len() > 1 && places.len() <= 1 && near
}
