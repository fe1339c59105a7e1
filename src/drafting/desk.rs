//! From sayings, nodes and claims to entries, and from entries to changes of files.
//!
//! In one file because each step reads the same tables of what is kept, gone and heard, which nothing else may see half made.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use super::article::{Article, Unread};
use super::claim_entries::{Making, people_entry};
use super::claims::DraftedClaim;
use super::copying::{Copying, From};
use super::doers::{alike_speakers, perhaps_same};
use super::entries::{Page, Rest, entity, republishes, source, statement};
use super::naming::{Node, Quoter};
use super::network::{Behind, Network};
use super::plan::{Look, Plan, Summary};
use super::reading::Reading;
use super::record::{Drafted, Record, State};
use super::retractions::{Claims, taken_back};
use super::saying::Saying;
use super::told_before::{Accounts, told_before};
use crate::case_file::{
    Change, DraftEvidence, DraftKind, DraftShape, EmitError, Loaded, Step, Subject, Value,
    emit_entry, entry_digest, locate,
};

/// A claim that readings were grouped into, ready to be written.
#[derive(Debug, Clone, Default)]
pub(super) struct ClaimDraft {
    pub(super) key: String,
    pub(super) id: String,
    pub(super) entry: String,
    pub(super) rule: String,
    pub(super) score: f64,
    /// Nodes that it speaks of.
    pub(super) entities: Vec<usize>,
    /// `bears` of each reading, by place in the list of readings.
    pub(super) bears: Vec<(usize, Value)>,
}

/// What readings bear on: `bears` of each, with the nodes that its claim speaks of.
type Bears = HashMap<usize, Vec<(Value, Vec<usize>)>>;

/// Everything known before entries are made.
pub(super) struct Desk<'a> {
    pub(super) loaded: &'a Loaded,
    pub(super) record: Record,
    pub(super) articles: &'a [Article<'a>],
    pub(super) sayings: &'a [Saying],
    pub(super) readings: &'a [Reading],
    pub(super) copying: &'a Copying,
    pub(super) network: &'a Network,
    pub(super) grouped: Vec<DraftedClaim>,
    pub(super) claims: Vec<ClaimDraft>,
    pub(super) drafted: Vec<Drafted>,
    pub(super) summary: Summary,
}

impl Desk<'_> {
    /// Makes every entry.
    pub(super) fn make(&mut self) -> Result<(), EmitError> {
        let gone = self.record.gone();
        let own = self.own_documents();
        self.summary.own = own
            .iter()
            .map(|n| self.articles[*n].document.to_owned())
            .collect();
        let is_gone =
            |node: usize, kind| gone.contains(&(kind, self.network.names.nodes[node].id.clone()));
        // Whoever a person threw out speaks no more.
        let kept: Vec<bool> = self
            .sayings
            .iter()
            .zip(&self.network.behind)
            .map(|(saying, behind)| {
                !own.contains(&saying.article)
                    && behind.who.is_none_or(|n| !is_gone(n, DraftKind::Source))
            })
            .collect();
        let behind: Vec<Behind> = self
            .network
            .behind
            .iter()
            .map(|b| Behind {
                who: b.who,
                relays: b
                    .relays
                    .iter()
                    .map(|(n, rule)| (n.filter(|n| !is_gone(*n, DraftKind::Source)), *rule))
                    .collect(),
                told_by: b
                    .told_by
                    .iter()
                    .copied()
                    .filter(|n| !is_gone(*n, DraftKind::Source))
                    .collect(),
            })
            .collect();
        let ids = self.statement_ids(&kept);
        let heard = self.heard(&kept);
        let making = Making {
            case: &self.loaded.case,
            record: &self.record,
            articles: self.articles,
            sayings: self.sayings,
            readings: self.readings,
            nodes: &self.network.names.nodes,
            gone: &gone,
            heard: &heard,
        };
        let (claims, people) = making.entries(&self.grouped)?;
        self.claims = claims;
        for one in &people {
            if !self.record.is_there(DraftKind::Entity, &one.id)
                || self.record.of(DraftKind::Entity, &one.key).is_some()
            {
                self.drafted.push(Drafted {
                    kind: DraftKind::Entity,
                    id: one.id.clone(),
                    key: one.key.clone(),
                    file: "entities.ron".to_owned(),
                    entry: people_entry(one)?,
                    rule: "people-counted".to_owned(),
                    score: 0.7,
                    evidence: Vec::new(),
                });
            }
        }
        let (bears, described) = self.bears(&gone);
        self.statements(&kept, &behind, &ids, &bears)?;
        self.documents(&own, &gone);
        self.sources(&kept, &behind, &own, &described, &gone)?;
        for claim in std::mem::take(&mut self.claims) {
            if gone.contains(&(DraftKind::Claim, claim.id.clone())) {
                continue;
            }
            let evidence = claim
                .bears
                .iter()
                .map(|(r, _)| self.reading_evidence(*r, &ids, &heard))
                .collect();
            self.drafted.push(Drafted {
                kind: DraftKind::Claim,
                id: claim.id,
                key: claim.key,
                file: "claims.ron".to_owned(),
                entry: claim.entry,
                rule: claim.rule,
                score: claim.score,
                evidence,
            });
        }
        Ok(())
    }

    /// Articles whose statements somebody entered by hand.
    fn own_documents(&self) -> BTreeSet<usize> {
        let case = &self.loaded.case;
        let recorded: HashSet<&str> = self
            .record
            .iter()
            .filter(|(s, _)| s.kind == DraftKind::Statement)
            .map(|(s, _)| s.id.as_str())
            .collect();
        let mut own: BTreeSet<&str> = BTreeSet::new();
        let mut drafted: BTreeSet<&str> = BTreeSet::new();
        for (_, id, s) in case.statements.iter() {
            let document = case.documents.id(s.document);
            if recorded.contains(id) {
                drafted.insert(document);
            } else {
                own.insert(document);
            }
        }
        self.articles
            .iter()
            .enumerate()
            .filter(|(_, a)| own.contains(a.document) && !drafted.contains(a.document))
            .map(|(n, _)| n)
            .collect()
    }

    /// An id for each saying: as recorded, else the document's with the next number.
    fn statement_ids(&self, kept: &[bool]) -> Vec<String> {
        let mut next: HashMap<usize, usize> = HashMap::new();
        let mut ids = vec![String::new(); self.sayings.len()];
        let mut given: HashSet<String> = HashSet::new();
        for (n, saying) in self.sayings.iter().enumerate() {
            if let Some((id, _)) = self.record.of(DraftKind::Statement, &self.key(saying)) {
                id.clone_into(&mut ids[n]);
                given.insert(id.to_owned());
            }
        }
        for (shape, _) in self.record.iter() {
            given.insert(shape.id.clone());
        }
        for (n, saying) in self.sayings.iter().enumerate() {
            if !kept[n] || !ids[n].is_empty() {
                continue;
            }
            let document: String = self.articles[saying.article]
                .document
                .chars()
                .take(70)
                .collect();
            let number = next.entry(saying.article).or_insert(0);
            loop {
                *number += 1;
                let id = format!("{document}-{number:02}");
                if !self.record.is_there(DraftKind::Statement, &id) && given.insert(id.clone()) {
                    ids[n] = id;
                    break;
                }
            }
        }
        ids
    }

    fn key(&self, saying: &Saying) -> String {
        format!("{}:{}", self.articles[saying.article].document, saying.key)
    }

    /// `bears` by reading, of claims that are not thrown out; and the nodes that those claims speak of.
    fn bears(&self, gone: &HashSet<(DraftKind, String)>) -> (Bears, BTreeSet<usize>) {
        let mut bears: Bears = HashMap::new();
        let mut described = BTreeSet::new();
        for claim in &self.claims {
            if gone.contains(&(DraftKind::Claim, claim.id.clone())) {
                continue;
            }
            described.extend(claim.entities.iter().copied());
            for (reading, value) in &claim.bears {
                bears
                    .entry(*reading)
                    .or_default()
                    .push((value.clone(), claim.entities.clone()));
            }
        }
        (bears, described)
    }

    fn statements(
        &mut self,
        kept: &[bool],
        behind: &[Behind],
        ids: &[String],
        bears: &Bears,
    ) -> Result<(), EmitError> {
        let nodes = &self.network.names.nodes;
        // Readings by the saying that they are of.
        let mut of: HashMap<(usize, super::reading::Said), usize> = HashMap::new();
        let mut starts = vec![usize::MAX; self.articles.len()];
        for (n, saying) in self.sayings.iter().enumerate() {
            of.insert((saying.article, saying.said), n);
            starts[saying.article] = starts[saying.article].min(n);
        }
        let mut readings: Vec<Vec<usize>> = vec![Vec::new(); self.sayings.len()];
        for (r, reading) in self.readings.iter().enumerate() {
            if let Some(n) = of.get(&(reading.article, reading.said)) {
                readings[*n].push(r);
            }
        }
        let mut claims = Claims::new();
        let mut denied = Claims::new();
        let mut typed: HashSet<String> = HashSet::new();
        let mut borne: HashMap<usize, Vec<(String, crate::model::Stance)>> = HashMap::new();
        for claim in &self.claims {
            for (r, _) in &claim.bears {
                let reading = &self.readings[*r];
                if let (true, Some(n)) = (
                    bears.contains_key(r),
                    of.get(&(reading.article, reading.said)),
                ) {
                    if reading.of.predicate.is_some() {
                        typed.insert(claim.id.clone());
                    }
                    use crate::model::Stance;
                    if let Stance::Affirms | Stance::Denies | Stance::Reports = reading.stance {
                        let one = (claim.id.clone(), reading.stance);
                        borne.entry(*n).or_default().push(one);
                    }
                    let is = |stance| (claim.id.clone(), reading.stance == stance);
                    claims
                        .entry(*n)
                        .or_default()
                        .push(is(crate::model::Stance::Affirms));
                    denied
                        .entry(*n)
                        .or_default()
                        .push(is(crate::model::Stance::Denies));
                }
            }
        }
        let taken_back = taken_back(
            self.articles,
            self.sayings,
            behind,
            self.network,
            self.copying,
            (&claims, &denied),
            ids,
        );
        let before = told_before(
            &Accounts {
                articles: self.articles,
                sayings: self.sayings,
                behind,
                nodes,
                kept,
                claims: &borne,
                typed: &typed,
                outlets: &self.network.outlets,
                heads: HashMap::new(),
            }
            .with_heads(),
        );
        let mut page: Option<(usize, Page)> = None;
        let mut made = Vec::new();
        for (n, saying) in self.sayings.iter().enumerate() {
            if !kept[n] {
                continue;
            }
            let article = &self.articles[saying.article];
            if page.as_ref().is_none_or(|(a, _)| *a != saying.article) {
                page = Some((saying.article, Page::new(article)));
            }
            let Some((_, page)) = &page else {
                continue;
            };
            let mut behind = behind[n].clone();
            if let Some(told) = before.get(&n) {
                behind.told_by.clone_from(told);
            }
            let outer = saying.outer.map(|o| starts[saying.article] + o);
            let nested_in = outer.filter(|o| kept[*o]).map(|o| ids[o].clone());
            if let (None, Some(o)) = (&nested_in, outer)
                && let Some(who) = self.network.behind[o].who
            {
                // Its outer statement was thrown out; that it came through its source stays.
                behind.relays.push((Some(who), "outer-deleted"));
            }
            let mut rest = Rest {
                nested_in,
                relay_documents: self.relay_documents(saying, &behind),
                takes_back: taken_back.get(&n).cloned().unwrap_or_default(),
                ..Rest::default()
            };
            let mut entities: BTreeSet<&str> = BTreeSet::new();
            for (value, about) in readings[n].iter().filter_map(|r| bears.get(r)).flatten() {
                rest.bears.push(value.clone());
                entities.extend(about.iter().map(|e| nodes[*e].id.as_str()));
            }
            rest.entities = entities.into_iter().map(str::to_owned).collect();
            let entry = emit_entry(&statement(&ids[n], saying, &behind, nodes, page, rest))?;
            let mut evidence: Vec<DraftEvidence> = behind
                .relays
                .iter()
                .map(|(node, rule)| DraftEvidence {
                    rule: (*rule).to_owned(),
                    entry: node.map(|n| nodes[n].id.clone()),
                    ..DraftEvidence::default()
                })
                .collect();
            if let Some(told) = before.get(&n) {
                evidence.extend(told.iter().map(|node| DraftEvidence {
                    rule: "rests-on-as-before".to_owned(),
                    entry: Some(nodes[*node].id.clone()),
                    ..DraftEvidence::default()
                }));
            }
            for r in &readings[n] {
                let reading = &self.readings[*r];
                if bears.contains_key(r) {
                    evidence.push(DraftEvidence {
                        rule: reading.rule.clone(),
                        start: reading.part.first().map(|s| s.start as u32),
                        end: reading.part.last().map(|s| s.end as u32),
                        score: Some(reading.score),
                        ..DraftEvidence::default()
                    });
                }
            }
            made.push(Drafted {
                kind: DraftKind::Statement,
                id: ids[n].clone(),
                key: self.key(saying),
                file: format!("statements/{}.ron", article.document),
                entry,
                rule: if saying.outlet_voice {
                    "own-voice"
                } else {
                    "extraction"
                }
                .to_owned(),
                score: saying.score,
                evidence,
            });
        }
        self.drafted.extend(made);
        Ok(())
    }

    /// The document in which a relay passed a saying on: where exactly one document of that outlet was published by then and
    /// says much the same.
    fn relay_documents(&self, saying: &Saying, behind: &Behind) -> Vec<Option<String>> {
        let here = &self.articles[saying.article];
        behind
            .relays
            .iter()
            .map(|(node, _)| {
                let node = (*node)?;
                let mut of_outlet = self.articles.iter().enumerate().filter(|(a, other)| {
                    *a != saying.article
                        && self.network.outlets[*a] == Some(node)
                        && !super::copying::earlier(self.articles, saying.article, *a)
                        && near(here, other)
                        && alike(here, saying, other)
                });
                let (_, first) = of_outlet.next()?;
                of_outlet
                    .next()
                    .is_none()
                    .then(|| first.document.to_owned())
            })
            .collect()
    }

    /// The saying of each reading that a statement is written for.
    fn heard(&self, kept: &[bool]) -> HashMap<usize, usize> {
        let mut of: HashMap<(usize, super::reading::Said), usize> = HashMap::new();
        for (n, saying) in self.sayings.iter().enumerate() {
            if kept[n] {
                of.insert((saying.article, saying.said), n);
            }
        }
        self.readings
            .iter()
            .enumerate()
            .filter_map(|(r, reading)| Some((r, *of.get(&(reading.article, reading.said))?)))
            .collect()
    }

    fn reading_evidence(
        &self,
        reading: usize,
        ids: &[String],
        heard: &HashMap<usize, usize>,
    ) -> DraftEvidence {
        let of = &self.readings[reading];
        DraftEvidence {
            rule: of.rule.clone(),
            document: Some(self.articles[of.article].document.to_owned()),
            entry: heard.get(&reading).map(|n| ids[*n].clone()),
            score: Some(of.score),
            ..DraftEvidence::default()
        }
    }

    /// `republishes`, put into the entry that a document has.
    fn documents(&mut self, own: &BTreeSet<usize>, gone: &HashSet<(DraftKind, String)>) {
        let case = &self.loaded.case;
        let mut made = Vec::new();
        for one in &self.copying.republished {
            let article = &self.articles[one.article];
            let Some(key) = case.documents.key(article.document) else {
                continue;
            };
            let recorded = self.record.of(
                DraftKind::Document,
                &format!("republishes:{}", article.document),
            );
            let document = &case.documents[key];
            let written = document.republishes.is_some() || document.version_of.is_some();
            if own.contains(&one.article)
                || recorded.is_none() && written
                || matches!(recorded, Some((_, State::Touched | State::Gone)))
            {
                continue;
            }
            let body = match one.from {
                From::Body(body) => self.network.bodies.get(&body).copied(),
                From::Article(_) => None,
            };
            let nodes = &self.network.names.nodes;
            if body.is_some_and(|n| gone.contains(&(DraftKind::Source, nodes[n].id.clone()))) {
                continue;
            }
            let Some(value) = republishes(one, body.map(|n| &nodes[n]), self.articles) else {
                continue;
            };
            let Some(at) = self.loaded.places.entry(Subject::Document(key)) else {
                continue;
            };
            let text = &self.loaded.places.files[at.file].text[at.start..at.end];
            let Some(entry) = with_republishes(text, &value) else {
                continue;
            };
            let mut evidence: Vec<DraftEvidence> = one
                .spans
                .iter()
                .map(|s| DraftEvidence {
                    rule: one.rule.to_owned(),
                    document: Some(article.document.to_owned()),
                    start: Some(s.start as u32),
                    end: Some(s.end as u32),
                    ..DraftEvidence::default()
                })
                .collect();
            evidence.extend(one.copy.map(|(other, share)| DraftEvidence {
                rule: "share-of-shorter-text".to_owned(),
                document: Some(self.articles[other].document.to_owned()),
                score: Some(share),
                ..DraftEvidence::default()
            }));
            made.push(Drafted {
                kind: DraftKind::Document,
                id: article.document.to_owned(),
                key: format!("republishes:{}", article.document),
                file: "documents.ron".to_owned(),
                entry,
                rule: one.rule.to_owned(),
                score: one.score,
                evidence,
            });
        }
        self.drafted.extend(made);
    }

    /// Sources that statements, documents and other sources name, and entities that claims speak of.
    fn sources(
        &mut self,
        kept: &[bool],
        behind: &[Behind],
        own: &BTreeSet<usize>,
        described: &BTreeSet<usize>,
        gone: &HashSet<(DraftKind, String)>,
    ) -> Result<(), EmitError> {
        let nodes = &self.network.names.nodes;
        let mut wanted: BTreeSet<usize> = BTreeSet::new();
        for (b, kept) in behind.iter().zip(kept) {
            if *kept {
                wanted.extend(b.who);
                wanted.extend(b.relays.iter().filter_map(|(n, _)| *n));
                wanted.extend(b.told_by.iter().copied());
            }
        }
        for one in &self.copying.republished {
            if let From::Body(body) = one.from
                && !own.contains(&one.article)
            {
                wanted.extend(self.network.bodies.get(&body));
            }
        }
        let mut more: Vec<usize> = wanted.iter().copied().collect();
        while let Some(n) = more.pop() {
            let quoter = match nodes[n].quoted_by {
                Some(Quoter::Node(q)) => Some(q),
                _ => None,
            };
            for next in quoter.into_iter().chain(nodes[n].speaks_for) {
                if wanted.insert(next) {
                    more.push(next);
                }
            }
        }
        let is_gone = |n: usize, kind| gone.contains(&(kind, nodes[n].id.clone()));
        let mut made = Vec::new();
        let perhaps = perhaps_same(&self.grouped, &self.loaded.case, nodes);
        let recorded: HashSet<&str> = self
            .record
            .iter()
            .filter(|(s, _)| s.kind == DraftKind::Source)
            .map(|(s, _)| s.id.as_str())
            .collect();
        let case = &self.loaded.case;
        let alike = alike_speakers(&self.network.names, case, |id| recorded.contains(id));
        for n in described.iter().copied() {
            let node = &nodes[n];
            let there = |n: usize| {
                nodes[n].known_entity || described.contains(&n) && !is_gone(n, DraftKind::Entity)
            };
            let others: Vec<&str> = perhaps
                .get(&n)
                .into_iter()
                .flatten()
                .filter(|other| there(**other))
                .map(|other| nodes[*other].id.as_str())
                .collect();
            if !node.known_entity && !is_gone(n, DraftKind::Entity) {
                made.push(Drafted {
                    kind: DraftKind::Entity,
                    id: node.id.clone(),
                    key: node.key.clone(),
                    file: "entities.ron".to_owned(),
                    entry: emit_entry(&entity(node, &others))?,
                    rule: "name".to_owned(),
                    score: least(node),
                    evidence: self.merges(node),
                });
            }
        }
        for n in wanted.iter().copied() {
            let node = &nodes[n];
            if node.known_source || is_gone(n, DraftKind::Source) {
                continue;
            }
            let is_entity =
                node.known_entity || described.contains(&n) && !is_gone(n, DraftKind::Entity);
            let speaks_for = node
                .speaks_for
                .filter(|b| !is_gone(*b, DraftKind::Source) && !circular(nodes, n, *b));
            let others: Vec<&str> = alike
                .get(&n)
                .into_iter()
                .flatten()
                .filter(|other| {
                    nodes[**other].known_source
                        || wanted.contains(*other) && !is_gone(**other, DraftKind::Source)
                })
                .map(|other| nodes[*other].id.as_str())
                .collect();
            let entry = source(node, nodes, self.articles, is_entity, speaks_for, &others);
            made.push(Drafted {
                kind: DraftKind::Source,
                id: node.id.clone(),
                key: node.key.clone(),
                file: "sources.ron".to_owned(),
                entry: emit_entry(&entry)?,
                rule: if node.undisclosed { "withheld" } else { "name" }.to_owned(),
                score: least(node),
                evidence: self.merges(node),
            });
        }
        self.drafted.extend(made);
        Ok(())
    }

    fn merges(&self, node: &Node) -> Vec<DraftEvidence> {
        node.merges
            .iter()
            .map(|m| DraftEvidence {
                rule: m.rule.to_owned(),
                document: Some(self.articles[m.article].document.to_owned()),
                start: m.span.map(|s| s.start as u32),
                end: m.span.map(|s| s.end as u32),
                entry: None,
                name: Some(m.form.clone()),
                score: Some(m.score),
            })
            .collect()
    }

    /// Compares with the record and gives the changes.
    pub(super) fn finish(mut self, unread: &[Unread]) -> Plan {
        let mut changes: BTreeMap<(usize, String), Vec<Change>> = BTreeMap::new();
        let mut shapes: Vec<DraftShape> = Vec::new();
        let mut seen: HashSet<(DraftKind, String)> = HashSet::new();
        let mut new: BTreeMap<String, usize> = BTreeMap::new();
        let recorded: HashMap<(DraftKind, String), (DraftShape, State)> = self
            .record
            .iter()
            .map(|(shape, state)| ((shape.kind, shape.key.clone()), (shape.clone(), state)))
            .collect();
        let mut change = |d: &Drafted, change: Change| {
            changes
                .entry((rank(d.kind), d.file.clone()))
                .or_default()
                .push(change);
        };
        for drafted in &self.drafted {
            let at = (drafted.kind, drafted.key.clone());
            let shape = shape(drafted);
            match recorded.get(&at) {
                Some((old, State::Touched | State::Gone)) => shapes.push(old.clone()),
                Some((old, State::Untouched)) => {
                    if old.digest != shape.digest {
                        self.summary.improved += 1;
                        change(
                            drafted,
                            Change::Replace(old.id.clone(), drafted.entry.clone()),
                        );
                    }
                    shapes.push(shape);
                }
                None if drafted.kind == DraftKind::Document => {
                    *new.entry(drafted.kind.word().to_owned()).or_default() += 1;
                    change(
                        drafted,
                        Change::Replace(drafted.id.clone(), drafted.entry.clone()),
                    );
                    shapes.push(shape);
                }
                // Somebody's own entry has this id.
                None if self.record.is_there(drafted.kind, &drafted.id) => {}
                None => {
                    *new.entry(drafted.kind.word().to_owned()).or_default() += 1;
                    change(drafted, Change::Append(drafted.entry.clone()));
                    shapes.push(shape);
                }
            }
            seen.insert(at);
        }
        let read: HashSet<&str> = self.articles.iter().map(|a| a.document).collect();
        for ((kind, key), (old, state)) in &recorded {
            if seen.contains(&(*kind, key.clone())) {
                continue;
            }
            let free = match kind {
                DraftKind::Document => false,
                DraftKind::Statement => old
                    .file
                    .strip_prefix("statements/")
                    .and_then(|f| f.strip_suffix(".ron"))
                    .is_some_and(|document| read.contains(document)),
                DraftKind::Source | DraftKind::Entity | DraftKind::Claim => unread.is_empty(),
            };
            if *state == State::Untouched && free && !self.record.is_mentioned(&old.id) {
                self.summary.withdrawn += 1;
                changes
                    .entry((rank(*kind), old.file.clone()))
                    .or_default()
                    .push(Change::Remove(old.id.clone()));
            } else {
                shapes.push(old.clone());
            }
        }
        shapes.sort_by(|a, b| {
            (a.kind, &a.file, &a.id, &a.key).cmp(&(b.kind, &b.file, &b.id, &b.key))
        });
        // Removals come from a map; of one file they are put in order.
        for list in changes.values_mut() {
            list.sort_by_key(|c| match c {
                Change::Append(_) => (0, String::new()),
                Change::Replace(id, _) => (1, id.clone()),
                Change::Remove(id) => (2, id.clone()),
            });
        }
        let (_, touched, deleted) = self.record.counts();
        self.summary.touched = touched;
        self.summary.deleted = deleted;
        self.summary.new = new;
        self.summary.unread = unread.to_vec();
        self.summary.look = self.look();
        Plan {
            changes: changes
                .into_iter()
                .map(|((_, file), changes)| (file, changes))
                .collect(),
            record: shapes,
            drafted: self.drafted,
            summary: self.summary,
        }
    }

    /// What a person should look at first.
    fn look(&self) -> Vec<Look> {
        const MOST: usize = 12;
        let nodes = &self.network.names.nodes;
        let there: HashSet<&str> = self
            .drafted
            .iter()
            .filter(|d| matches!(d.kind, DraftKind::Source | DraftKind::Entity))
            .map(|d| d.id.as_str())
            .collect();
        let shown = |n: usize| nodes[n].names.values().next().cloned().unwrap_or_default();
        let linked: HashSet<&str> = self
            .drafted
            .iter()
            .filter(|d| d.kind == DraftKind::Document)
            .map(|d| d.id.as_str())
            .collect();
        let mut all = self.copying.look(self.articles, &linked, MOST);
        let mut weak: Vec<(f64, String, &Node, String)> = nodes
            .iter()
            .filter(|n| there.contains(n.id.as_str()))
            .flat_map(|n| n.merges.iter().map(move |m| (n, m)))
            .filter(|(_, m)| m.score < 0.75)
            .map(|(n, m)| {
                (
                    m.score,
                    format!("«{}» was taken for {} ({})", m.form, n.id, m.rule),
                    n,
                    format!("عُدّ «{}» اسماً لـ{} ({})", m.form, n.id, m.rule),
                )
            })
            .collect();
        weak.sort_by(|a, b| {
            b.2.articles
                .len()
                .cmp(&a.2.articles.len())
                .then_with(|| a.0.total_cmp(&b.0))
                .then_with(|| a.1.cmp(&b.1))
        });
        all.extend(
            weak.into_iter()
                .take(MOST)
                .map(|(_, what, node, what_ar)| Look {
                    about: "merge".to_owned(),
                    what,
                    what_ar,
                    entries: vec![node.id.clone()],
                }),
        );
        let mut near: Vec<_> = self
            .network
            .names
            .suggestions
            .iter()
            .filter(|s| {
                there.contains(nodes[s.a].id.as_str()) && there.contains(nodes[s.b].id.as_str())
            })
            .collect();
        near.sort_by(|a, b| {
            b.score
                .total_cmp(&a.score)
                .then_with(|| (a.a, a.b).cmp(&(b.a, b.b)))
        });
        // "The coalition" of three texts is asked about once, by ids: the name tells them not apart.
        let mut alike = HashSet::new();
        near.retain(|s| shown(s.a) != shown(s.b) || alike.insert(shown(s.a)));
        let told = |n: usize, other: usize| {
            let id = Some(&nodes[n].id).filter(|_| shown(n) == shown(other));
            shown(n) + &id.map_or(String::new(), |id| format!(" [{id}]"))
        };
        all.extend(near.into_iter().take(MOST).map(|s| Look {
            about: "perhaps one".to_owned(),
            what: format!("«{}» and «{}» ({})", told(s.a, s.b), told(s.b, s.a), s.rule),
            what_ar: format!("«{}» و«{}» ({})", told(s.a, s.b), told(s.b, s.a), s.rule),
            entries: vec![nodes[s.a].id.clone(), nodes[s.b].id.clone()],
        }));
        all
    }
}

/// The order in which files are written: what others refer to comes first.
fn rank(kind: DraftKind) -> usize {
    match kind {
        DraftKind::Entity => 0,
        DraftKind::Source => 1,
        DraftKind::Document => 2,
        DraftKind::Claim => 3,
        DraftKind::Statement => 4,
    }
}

fn shape(drafted: &Drafted) -> DraftShape {
    DraftShape {
        kind: drafted.kind,
        id: drafted.id.clone(),
        key: drafted.key.clone(),
        digest: entry_digest(&drafted.entry),
        file: drafted.file.clone(),
        rule: drafted.rule.clone(),
        score: drafted.score,
        evidence: drafted.evidence.clone(),
    }
}

/// The least sure of the merges that a node rests on.
fn least(node: &Node) -> f64 {
    node.merges.iter().map(|m| m.score).fold(1.0, f64::min)
}

/// Whether a body speaks, over some steps, for the one that is to speak for it.
fn circular(nodes: &[Node], who: usize, body: usize) -> bool {
    let mut at = Some(body);
    let mut steps = 0;
    while let Some(n) = at {
        if n == who || steps > nodes.len() {
            return true;
        }
        steps += 1;
        at = nodes[n].speaks_for;
    }
    false
}

/// Published within three days of one another, as far as both are dated.
fn near(a: &Article, b: &Article) -> bool {
    const DAYS: i64 = 3;
    let day = |article: &Article| {
        let (y, m, d) = article.published?.first()?;
        // Good enough to compare days of neighbouring months.
        Some(y * 372 + i64::from(m) * 31 + i64::from(d))
    };
    match (day(a), day(b)) {
        (Some(a), Some(b)) => (a - b).abs() <= DAYS,
        _ => true,
    }
}

/// Whether most words of a saying's content stand in another article.
fn alike(here: &Article, saying: &Saying, other: &Article) -> bool {
    if here.language != other.language {
        return false;
    }
    let page = Page::new(here);
    let words: Vec<String> = saying
        .content
        .iter()
        .flat_map(|s| {
            crate::text::fold::fold(page.slice(*s))
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| w.chars().count() > 3)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .collect();
    if words.len() < 3 {
        return false;
    }
    let text = crate::text::fold::fold(other.text);
    let there: HashSet<&str> = text.split(|c: char| !c.is_alphanumeric()).collect();
    let met = words.iter().filter(|w| there.contains(w.as_str())).count();
    met * 2 >= words.len()
}

/// A document's entry with `republishes` and the mark of a draft; `None` where the text cannot be read as an entry.
fn with_republishes(text: &str, value: &Value) -> Option<String> {
    let field = emit_entry(&Value::fields([("republishes", value.clone())])).ok()?;
    let field = field
        .trim()
        .strip_prefix('(')?
        .strip_suffix(')')?
        .trim()
        .trim_end_matches(',')
        .to_owned();
    let found = locate(text, &[Step::Field("republishes")]);
    if found.found == 1 {
        let start = found.name.as_ref().map_or(found.value.start, |n| n.start);
        return Some(format!(
            "{}{}{}",
            &text[..start],
            field,
            &text[found.value.end..]
        ));
    }
    let draft = if locate(text, &[Step::Field("draft")]).found == 1 {
        ""
    } else {
        "    draft: true,\n"
    };
    let open = text.find('(')?;
    if text.contains("//") || text.contains("/*") {
        // A comment might swallow what stands at the end; the beginning is surely in no comment.
        return Some(format!(
            "{}(\n    {field},\n{draft}{}",
            &text[..open],
            text[open + 1..].trim_start_matches(['\n', '\r'])
        ));
    }
    let close = text.rfind(')')?;
    let body = text[..close].trim_end();
    let comma = if body.ends_with([',', '(']) { "" } else { "," };
    // Fields of an entry stand four deeper than its brackets, wherever those stand.
    let indent = text[..close]
        .rsplit('\n')
        .next()
        .filter(|blank| blank.trim().is_empty())
        .unwrap_or("");
    let field = field.replace('\n', &format!("\n{indent}"));
    let draft = draft.replace("    draft", &format!("{indent}    draft"));
    Some(format!(
        "{body}{comma}\n{indent}    {field},\n{draft}{indent})"
    ))
}
