//! Who stands behind every saying: tellers become nodes, withheld ones after those who quote them.
//!
//! In one file because named and withheld tellers become nodes in one pass over the sayings.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::article::Article;
use super::copying::{Copying, From};
use super::entries::Page;
use super::joined::joined;
use super::naming::{
    Class, Form, Known, Listed, Names, Quoter, Role, Titles, Use, Withheld, gather, in_office,
};
use super::reading::{Filler, Named, Reading};
use super::saying::{Saying, Teller};
use crate::extraction::MentionKind;
use crate::model::{EntityKind, SourceKind};

/// The nodes behind one saying.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Behind {
    /// Who says it.
    pub(super) who: Option<usize>,
    /// Relays, from the origin outwards, each with its rule; none: an unknown link.
    pub(super) relays: Vec<(Option<usize>, &'static str)>,
    /// Who told them.
    pub(super) told_by: Vec<usize>,
}

/// What the network is made of.
pub(super) struct Network {
    /// All nodes.
    pub(super) names: Names,
    /// By saying.
    pub(super) behind: Vec<Behind>,
    /// The node of each listed body that a document republishes.
    pub(super) bodies: HashMap<usize, usize>,
    /// The node of each article's outlet.
    pub(super) outlets: Vec<Option<usize>>,
}

/// What naming works with.
pub(super) struct Ground<'a> {
    pub(super) articles: &'a [Article<'a>],
    pub(super) sayings: &'a [Saying],
    pub(super) readings: &'a [Reading],
    pub(super) copying: &'a Copying,
    pub(super) known: &'a [Known],
    pub(super) listed: &'a Listed,
    pub(super) titles: &'a Titles,
    /// Ids that keys had in an earlier draft, or that a person gave.
    pub(super) ids: &'a HashMap<String, String>,
}

/// Clusters all names and finds who stands behind every saying.
pub(super) fn network(ground: &Ground) -> Network {
    let uses = uses(ground);
    // «الوزارة» means in a copy whom it means in the text that it copies.
    let documents: Vec<(&str, &str)> = ground
        .articles
        .iter()
        .enumerate()
        .map(|(n, a)| {
            let mut at = n;
            // Republication was made without circles.
            while let Some(original) = ground.copying.copied(at) {
                at = original;
            }
            (ground.articles[at].document, a.language)
        })
        .collect();
    let names = gather(
        &uses,
        &documents,
        ground.known,
        ground.listed,
        ground.titles,
        ground.ids,
    );
    let outlets: Vec<Option<usize>> = ground
        .articles
        .iter()
        .map(|a| {
            let key = format!("known:{}", a.outlet?);
            names.nodes.iter().position(|n| n.key == key)
        })
        .collect();
    let mut bodies = HashMap::new();
    for one in &ground.copying.republished {
        if let From::Body(body) = one.from
            && let Some(name) = body_name(ground, body)
            && let Some(node) = names.source(one.article, Class::Body, &Form::new(&name))
        {
            bodies.insert(body, node);
        }
    }
    let mut behind = vec![Behind::default(); ground.sayings.len()];
    let mut taken: BTreeSet<String> = names.nodes.iter().map(|n| n.id.clone()).collect();
    taken.extend(ground.known.iter().map(|k| k.id.clone()));
    taken.extend(ground.ids.values().cloned());
    // Named ones first: withheld ones belong to whoever quotes them.
    for (n, saying) in ground.sayings.iter().enumerate() {
        behind[n].who = named(&names, saying.article, &saying.who);
        behind[n].relays = saying
            .relays
            .iter()
            .map(|r| (named(&names, saying.article, &r.who), r.rule))
            .collect();
    }
    let starts = starts(ground);
    let mut desk = Desk {
        ground,
        names,
        taken,
        bodies: &bodies,
        outlets: &outlets,
    };
    // One phrase is one speaker: whoever is named elsewhere for one saying of it is so for the other.
    let phrase = |s: &Saying| s.source_span.map(|span| (s.article, span.start));
    let elsewhere = |s: &Saying| match &s.who {
        Teller::Withheld { .. } => desk.introduced(s, &s.who),
        Teller::Named { named: who, .. } => {
            let article = &ground.articles[s.article];
            let written = s
                .source_span
                .map(|w| Page::new(article).slice(w).to_owned());
            let name = Form::new(&who.name).words;
            let apart = |w: &String| Form::new(w).words.iter().all(|w| !name.contains(w));
            let apart = written.as_ref().is_some_and(apart);
            apart
                .then(|| named(&desk.names, s.article, &s.who))
                .flatten()
        }
        Teller::Nobody => None,
    };
    let said = ground.sayings.iter();
    let named_next: BTreeMap<(usize, usize), usize> = said
        .filter_map(|s| Some((phrase(s)?, elsewhere(s)?)))
        .collect();
    // Originals before their copies, which speak of whom those speak.
    let (copies, originals): (Vec<_>, Vec<_>) = ground
        .sayings
        .iter()
        .enumerate()
        .partition(|(_, s)| ground.copying.copied(s.article).is_some());
    for (n, saying) in originals.into_iter().chain(copies) {
        for (k, relay) in saying.relays.iter().enumerate() {
            if let Teller::Withheld { .. } = &relay.who {
                if let Some(body) = desk.introduced(saying, &relay.who) {
                    desk.is_introduced(body, saying.article, &relay.who);
                    behind[n].relays[k].0 = Some(body);
                    continue;
                }
                let quoter = desk.page(saying.article);
                behind[n].relays[k].0 = desk.withheld(saying.article, &relay.who, quoter);
            }
        }
        if let Teller::Withheld { .. } = &saying.who {
            let relay = behind[n].relays.iter().find_map(|(r, _)| *r);
            let outer = saying
                .outer
                .and_then(|o| behind.get(starts[saying.article] + o))
                .and_then(|b| b.who);
            let quoter = match relay.or(outer) {
                Some(node) => Some(Quoter::Node(node)),
                None => desk.page(saying.article),
            };
            let introduced = desk
                .introduced(saying, &saying.who)
                .or_else(|| named_next.get(&phrase(saying)?).copied());
            behind[n].who = match introduced {
                Some(body) => {
                    desk.is_introduced(body, saying.article, &saying.who);
                    Some(body)
                }
                None => desk.withheld(saying.article, &saying.who, quoter),
            };
        }
        for passed in &saying.told_by {
            let told = match &passed.who {
                Teller::Withheld { .. } => {
                    let quoter = behind[n].who.map(Quoter::Node);
                    desk.withheld(saying.article, &passed.who, quoter)
                }
                other => named(&desk.names, saying.article, other),
            };
            if let Some(told) = told
                && Some(told) != behind[n].who
                && !behind[n].told_by.contains(&told)
            {
                behind[n].told_by.push(told);
            }
        }
    }
    let mut names = desk.names;
    joined(ground, &mut names, &mut behind, &outlets);
    let tellers = behind.iter().flat_map(|b| b.who.iter().chain(&b.told_by));
    names.settle_bodies(tellers.copied());
    // The outlet's own page is no relay of itself, nor anybody of their own words.
    for (n, saying) in ground.sayings.iter().enumerate() {
        let own = outlets[saying.article];
        let who = behind[n].who;
        let mut seen: BTreeSet<usize> = BTreeSet::new();
        behind[n].relays.retain(|(node, _)| match node {
            Some(node) => Some(*node) != own && Some(*node) != who && seen.insert(*node),
            // Nobody is written there: then there is no link.
            None => false,
        });
    }
    Network {
        names,
        behind,
        bodies,
        outlets,
    }
}

/// Where each article's sayings begin in the list of all.
fn starts(ground: &Ground) -> Vec<usize> {
    let mut starts = vec![0; ground.articles.len()];
    for (n, saying) in ground.sayings.iter().enumerate().rev() {
        starts[saying.article] = n;
    }
    starts
}

fn named(names: &Names, article: usize, teller: &Teller) -> Option<usize> {
    match teller {
        Teller::Named { named, .. } => {
            names.source(article, teller.class(), &Form::new(&named.name))
        }
        Teller::Nobody | Teller::Withheld { .. } => None,
    }
}

fn body_name(ground: &Ground, body: usize) -> Option<String> {
    ground
        .listed
        .bodies()
        .get(body)
        .and_then(|b| b.names.values().next().cloned())
}

pub(super) struct Desk<'g> {
    pub(super) ground: &'g Ground<'g>,
    pub(super) names: Names,
    taken: BTreeSet<String>,
    bodies: &'g HashMap<usize, usize>,
    outlets: &'g [Option<usize>],
}

impl Desk<'_> {
    /// Who first carries what an article says without naming a relay: what it republishes, else itself.
    fn page(&self, article: usize) -> Option<Quoter> {
        let mut at = article;
        // Republication was made without circles.
        loop {
            let from = self
                .ground
                .copying
                .republished
                .iter()
                .find(|r| r.article == at)
                .map(|r| r.from);
            match from {
                Some(From::Article(original)) => at = original,
                Some(From::Body(body)) => {
                    return Some(
                        self.bodies
                            .get(&body)
                            .map_or(Quoter::Article(at), |n| Quoter::Node(*n)),
                    );
                }
                None => return Some(Quoter::Article(at)),
            }
        }
    }

    /// The one person who is named as holding a post: in the same text, or, of a post that one holds («مدير المرصد»), in the case.
    fn holder(&self, article: usize, description: &str, body: usize) -> Option<usize> {
        let form = Form::new(description);
        let first = form.words.first()?;
        // "A spokesman", «متحدث باسم» may be another each time.
        let head = matches!(
            first.as_str(),
            "مدير" | "مديره" | "رييس" | "المدير" | "director" | "head" | "chief"
        ) || form.words.last().is_some_and(|w| w == "director");
        let definite = head
            || first.starts_with("ال")
            || !form.is_arabic() && !matches!(first.as_str(), "a" | "an" | "one" | "another");
        if !definite || first == "a" || first == "an" {
            return None;
        }
        let held = |n: &usize| {
            let node = &self.names.nodes[*n];
            node.speaks_for == Some(body) && !node.undisclosed && node.class == Class::Person
        };
        let all: Vec<usize> = (0..self.names.nodes.len()).filter(held).collect();
        let here: Vec<usize> = all
            .iter()
            .copied()
            .filter(|n| self.names.nodes[*n].articles.contains(&article))
            .collect();
        match here.as_slice() {
            [one] => Some(*one),
            [] if head => match all
                .iter()
                .copied()
                .filter(|n| self.names.heads.contains(n))
                .collect::<Vec<_>>()
                .as_slice()
            {
                [one] => Some(*one),
                _ => None,
            },
            _ => None,
        }
    }

    fn withheld(
        &mut self,
        article: usize,
        teller: &Teller,
        quoter: Option<Quoter>,
    ) -> Option<usize> {
        let Teller::Withheld {
            description,
            kind,
            span,
        } = teller
        else {
            return None;
        };
        // Who speaks for a body quotes as that body does.
        let quoter = match quoter.unwrap_or(Quoter::Article(article)) {
            Quoter::Node(n) => Quoter::Node(self.names.nodes[n].speaks_for.unwrap_or(n)),
            quoter @ Quoter::Article(_) => quoter,
        };
        // "Told the Herald", in a copy of the Herald's page: that page says so of itself.
        let quoter = match (quoter, self.page(article)) {
            (Quoter::Node(n), Some(Quoter::Article(original)))
                if original != article
                    && self.outlets[original] == Some(n)
                    && !self.names.is_withheld(quoter, description)
                    && self
                        .names
                        .is_withheld(Quoter::Article(original), description) =>
            {
                Quoter::Article(original)
            }
            (quoter, _) => quoter,
        };
        let quoter_id = match quoter {
            Quoter::Node(n) => self.names.nodes[n].id.clone(),
            Quoter::Article(a) => self.ground.articles[a].document.to_owned(),
        };
        if let Some(body) = self.called(description) {
            self.is_described(body, description, article, *span, "named-elsewhere", 0.7);
            return Some(body);
        }
        if let Some(named) = self.named_within(description) {
            self.is_described(
                named,
                description,
                article,
                *span,
                "name-in-description",
                0.75,
            );
            return Some(named);
        }
        let speaks_for = self
            .ground
            .titles
            .voice_of(description, None)
            .and_then(|body| self.names.source(article, Class::Body, &body))
            .filter(|n| !self.names.nodes[*n].undisclosed);
        // «مسؤول في المكتب الإعلامي للحركة»: of an office that has no word of its own.
        let office = |_| in_office(&self.names, &Form::new(description), self.ground.titles);
        let of_office = speaks_for.is_none().then_some(()).and_then(office);
        if let Some(body) = speaks_for
            && let Some(holder) = self.holder(article, description, body)
        {
            self.is_described(holder, description, article, *span, "post-held", 0.7);
            return Some(holder);
        }
        Some(self.names.withheld(
            &Withheld {
                article,
                description,
                language: self.ground.articles[article].language,
                span: *span,
                kind: *kind,
                quoter,
                quoter_id: &quoter_id,
                speaks_for: speaks_for.or(of_office),
            },
            &mut self.taken,
            self.ground.ids,
            self.ground.titles.terms(),
        ))
    }
}

/// Every use of a name, article by article.
fn uses<'g>(ground: &'g Ground) -> Vec<Use<'g>> {
    let mut all: Vec<Use> = Vec::new();
    for (n, article) in ground.articles.iter().enumerate() {
        if let Some(outlet) = article.outlet {
            all.push(Use {
                article: n,
                named: Named {
                    name: outlet.to_owned(),
                    kind: EntityKind::Group,
                    span: None,
                    known_as: Some(outlet.to_owned()),
                },
                role: Role::Source {
                    kind: SourceKind::Outlet,
                    phrase: None,
                },
            });
        }
    }
    for one in &ground.copying.republished {
        if let From::Body(body) = one.from
            && let Some(name) = body_name(ground, body)
        {
            all.push(Use {
                article: one.article,
                named: Named {
                    name,
                    kind: EntityKind::Group,
                    span: one.spans.first().copied(),
                    known_as: None,
                },
                role: Role::Source {
                    kind: SourceKind::Agency,
                    phrase: None,
                },
            });
        }
    }
    for saying in ground.sayings {
        let tellers = std::iter::once(&saying.who)
            .chain(saying.relays.iter().map(|r| &r.who))
            .chain(saying.told_by.iter().map(|r| &r.who));
        for teller in tellers {
            tellers_uses(ground, saying.article, teller, &mut all);
        }
    }
    for (n, article) in ground.articles.iter().enumerate() {
        for mention in article
            .extraction
            .statements
            .iter()
            .flat_map(|s| &s.mentions)
        {
            if mention.kind == MentionKind::Person {
                all.push(Use {
                    article: n,
                    named: Named {
                        name: mention.text.clone(),
                        kind: EntityKind::Person,
                        span: Some(crate::text::Span::new(
                            mention.start as usize,
                            mention.end as usize,
                        )),
                        known_as: mention.known_as.clone(),
                    },
                    role: Role::Content,
                });
            }
        }
    }
    for reading in ground.readings {
        let fillers = reading.of.roles.iter().flat_map(|(_, fillers)| fillers);
        let named = fillers
            .filter_map(|f| match f {
                Filler::Named(named) => Some(named),
                Filler::Value(_) | Filler::Text(_) => None,
            })
            .chain(&reading.of.place);
        all.extend(named.map(|named| Use {
            article: reading.article,
            named: named.clone(),
            role: Role::Content,
        }));
    }
    all
}

fn tellers_uses<'g>(
    ground: &'g Ground,
    article: usize,
    teller: &'g Teller,
    all: &mut Vec<Use<'g>>,
) {
    let (phrase, name) = match teller {
        Teller::Nobody => return,
        Teller::Named {
            named,
            kind,
            phrase,
        } => {
            all.push(Use {
                article,
                named: named.clone(),
                role: Role::Source {
                    kind: *kind,
                    phrase: phrase.as_deref(),
                },
            });
            if named.kind != EntityKind::Person {
                return;
            }
            (
                phrase.as_deref(),
                Some(ground.titles.person(&Form::new(&named.name))),
            )
        }
        Teller::Withheld { description, .. } => (Some(description.as_str()), None),
    };
    if let Some(phrase) = phrase
        && let Some(body) = ground.titles.voice_of(phrase, name.as_ref())
    {
        all.push(Use {
            article,
            named: Named {
                name: body.shown.clone(),
                kind: EntityKind::Group,
                span: None,
                known_as: None,
            },
            role: Role::Voiced,
        });
    }
}
