//! Contradictions written out, as many as asked for: written conflicts and those within rivalries in
//! one order, each pair of statements once.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::conflicts::{Conflict, Kind, Order};
use super::contradictions::{Contradiction, Contradictions, Meeting, Wanted, Within};
use super::crowd::{Crowd, Floor, Which};
use super::setting::Analysis;
use crate::model::{Key, Source, Statement};

impl Contradictions {
    /// Written out, at most `limit` of them: sure conflicts first, by kind and id. Cost: what is written.
    pub fn list(&self, analysis: &Analysis<'_>, limit: usize) -> Vec<Contradiction> {
        let all = Wanted {
            claim: &|_| true,
            statement: &|_| true,
        };
        self.list_of(analysis, limit, &all)
    }

    /// As [`Contradictions::list`], of those that are asked for.
    pub fn list_of(
        &self,
        analysis: &Analysis<'_>,
        limit: usize,
        wanted: &Wanted<'_>,
    ) -> Vec<Contradiction> {
        let mut list = List {
            of: self,
            analysis,
            limit,
            wanted,
            all: Vec::new(),
            by_id: BTreeMap::new(),
        };
        let ranks = analysis.implications.ranks();
        let mut streams: Vec<Stream<'_>> = Vec::new();
        for crowd in &self.found.crowds.all {
            let floors = Floors::new(self, analysis, crowd, wanted);
            for which in Which::ALL {
                streams.push(Stream::new(analysis, crowd, floors.clone(), which));
            }
        }
        let mut written = self.found.conflicts.iter().enumerate().peekable();
        loop {
            let next = streams.iter_mut().enumerate();
            let next = next
                .filter_map(|(n, stream)| Some((stream.order()?, n)))
                .min();
            let known = written.peek().map(|(_, conflict)| conflict.order(ranks));
            let go_on = match (next, known) {
                (None, None) => return list.all,
                (Some((order, n)), known) if known.is_none_or(|known| order < known) => {
                    let conflict = streams[n].take();
                    conflict.is_none_or(|conflict| list.unwritten(&conflict))
                }
                _ => {
                    let n = written.next().map_or(0, |(n, _)| n);
                    list.written(n)
                }
            };
            if !go_on {
                return list.all;
            }
        }
    }
}

/// What is written so far.
struct List<'a, 'c> {
    of: &'a Contradictions,
    analysis: &'a Analysis<'c>,
    limit: usize,
    wanted: &'a Wanted<'a>,
    all: Vec<Contradiction>,
    /// The statements of those profiles that were met, by id.
    by_id: BTreeMap<u32, Rc<[Key<Statement>]>>,
}

impl List<'_, '_> {
    /// Adds the pairs of statements of which this is the first conflict; false where no more are asked
    /// for.
    fn written(&mut self, n: usize) -> bool {
        let of = self.of;
        for meeting in of.meetings.of(n) {
            let conflicts = of.between.of(meeting.pair as usize);
            // Written once, under the first that applies.
            if conflicts.first() != Some(&(n as u32))
                || !of.is_wanted(meeting.pair as usize, self.wanted)
            {
                continue;
            }
            let key = of.pairs[meeting.pair as usize];
            let known = |m: &u32| &of.found.conflicts[*m as usize];
            let certain = conflicts.iter().any(|m| of.certain(key, known(m)));
            let also: Vec<Conflict> = conflicts[1..].iter().map(|m| *known(m)).collect();
            if !self.add(meeting, &of.found.conflicts[n], &also, certain) {
                return false;
            }
        }
        true
    }

    /// The same of a conflict within a rivalry: the only one of those who meet in it.
    fn unwritten(&mut self, conflict: &Conflict) -> bool {
        if !self.wanted.conflict(conflict) {
            return true;
        }
        for a in self.of.having.of(conflict.a.index()) {
            for b in self.of.having.of(conflict.b.index()) {
                let meeting = Meeting {
                    a: *a,
                    b: *b,
                    pair: 0,
                };
                let certain = self.of.certain((*a, *b), conflict);
                if !self.add(&meeting, conflict, &[], certain) {
                    return false;
                }
            }
        }
        true
    }

    fn by_id(&mut self, profile: u32) -> Rc<[Key<Statement>]> {
        let (case, profiles) = (self.analysis.case, &self.of.profiles);
        let sorted = self.by_id.entry(profile).or_insert_with(|| {
            let mut all = profiles.statements(profile).to_vec();
            all.sort_unstable_by(|a, b| case.statements.id(*a).cmp(case.statements.id(*b)));
            all.into()
        });
        Rc::clone(sorted)
    }

    fn add(
        &mut self,
        meeting: &Meeting,
        conflict: &Conflict,
        also: &[Conflict],
        certain: bool,
    ) -> bool {
        let (left, right) = (self.by_id(meeting.a), self.by_id(meeting.b));
        // Beside a statement that is not asked for only those that are.
        let asked: Vec<(usize, Key<Statement>)> = right
            .iter()
            .copied()
            .enumerate()
            .filter(|(_, b)| (self.wanted.statement)(*b))
            .collect();
        let every: Vec<(usize, Key<Statement>)> = right.iter().copied().enumerate().collect();
        for (i, a) in left.iter().enumerate() {
            let from = if meeting.a == meeting.b { i } else { 0 };
            let beside = if asked.len() == every.len() || (self.wanted.statement)(*a) {
                &every
            } else {
                &asked
            };
            let first = beside.partition_point(|(j, _)| *j < from);
            for (_, b) in &beside[first..] {
                if self.all.len() == self.limit {
                    return false;
                }
                self.all.push(Contradiction {
                    kind: conflict.kind,
                    within: within(self.analysis, *a, *b),
                    certain,
                    statements: (*a, *b),
                    conflict: *conflict,
                    also: also.to_vec(),
                });
            }
        }
        true
    }
}

/// A crowd ready to be searched, for stances that are asked for and for those that are not.
#[derive(Clone)]
struct Floors<'a> {
    /// Of each stance whether its claim is asked for and whether one of its statements is.
    asked: Rc<Vec<[bool; 2]>>,
    /// Against whom the four kinds of stances are to be searched, by those two.
    against: [Rc<Floor<'a>>; 4],
}

impl<'a> Floors<'a> {
    fn new(
        of: &Contradictions,
        analysis: &'a Analysis<'_>,
        crowd: &Crowd,
        wanted: &Wanted<'_>,
    ) -> Self {
        let items = crowd.items.iter();
        let asked: Vec<[bool; 2]> = items
            .map(|item| {
                let statement = of.weight(item.held, wanted.statement)[0] > 0;
                [(wanted.claim)(item.held.literal.claim()), statement]
            })
            .collect();
        let every = asked.iter().all(|asked| *asked == [true, true]);
        let whole = Rc::new(Floor::new(analysis, crowd, |_| true));
        // A pair is asked for where a claim of it is and a statement of it is.
        let against = [[false, false], [false, true], [true, false], [true, true]].map(|own| {
            if every || own == [true, true] {
                return Rc::clone(&whole);
            }
            let fits = |i: usize| (own[0] || asked[i][0]) && (own[1] || asked[i][1]);
            Rc::new(Floor::new(analysis, crowd, fits))
        });
        Self {
            asked: Rc::new(asked),
            against,
        }
    }

    fn against(&self, i: usize) -> &Floor<'a> {
        let [claim, statement] = self.asked[i];
        &self.against[usize::from(claim) * 2 + usize::from(statement)]
    }
}

/// The unwritten conflicts of a crowd of one kind, in order.
struct Stream<'a> {
    analysis: &'a Analysis<'a>,
    crowd: &'a Crowd,
    floors: Floors<'a>,
    which: Which,
    /// The stance whose conflicts with later ones come next.
    here: u32,
    /// Those, the last first.
    others: Vec<u32>,
    /// Whether `others` are those of `here`.
    sought: bool,
}

impl<'a> Stream<'a> {
    fn new(analysis: &'a Analysis<'a>, crowd: &'a Crowd, floors: Floors<'a>, which: Which) -> Self {
        Self {
            analysis,
            crowd,
            floors,
            which,
            here: 0,
            others: Vec::new(),
            sought: false,
        }
    }

    /// The place of the next among all conflicts.
    fn order(&mut self) -> Option<Order> {
        let items = &self.crowd.items;
        while (self.here as usize) < items.len() {
            if !self.sought {
                self.sought = true;
                let (here, others) = (self.here, &mut self.others);
                let floor = self.floors.against(here as usize);
                floor.with(&items[here as usize], self.which, &mut |other| {
                    if other > here {
                        others.push(other);
                    }
                    true
                });
                let unwritten =
                    |other: &u32| self.crowd.unwritten(self.analysis, here, *other).is_some();
                others.retain(unwritten);
                others.sort_unstable_by(|a, b| b.cmp(a));
            }
            let (a, b) = (self.here, self.others.last().copied());
            let Some(b) = b else {
                self.here += 1;
                self.sought = false;
                continue;
            };
            let kind = match self.which {
                Which::Rumours | Which::PossibleRumours => Kind::DisputedRumour,
                Which::Sure | Which::Possible => self.crowd.kind,
            };
            return Some((
                matches!(self.which, Which::PossibleRumours | Which::Possible),
                kind,
                items[a as usize].order,
                items[b as usize].order,
            ));
        }
        None
    }

    /// The next.
    fn take(&mut self) -> Option<Conflict> {
        let other = self.others.pop()?;
        self.crowd.unwritten(self.analysis, self.here, other)
    }
}

fn within(analysis: &Analysis<'_>, a: Key<Statement>, b: Key<Statement>) -> Option<Within> {
    if a == b {
        return Some(Within::Statement);
    }
    let (sa, sb) = (&analysis.case.statements[a], &analysis.case.statements[b]);
    if sa.document == sb.document && sa.heading != sb.heading {
        return Some(Within::Heading);
    }
    match (speaker(analysis, a), speaker(analysis, b)) {
        (Some(a), Some(b)) if analysis.node(a) == analysis.node(b) => Some(Within::Source),
        _ => None,
    }
}

/// Who says a statement: its source, else of an outlet's own voice the origin.
pub(super) fn speaker(analysis: &Analysis<'_>, key: Key<Statement>) -> Option<Key<Source>> {
    let statement = &analysis.case.statements[key];
    statement.said_by.or_else(|| {
        let voice = statement.outlet_voice;
        let chain = analysis.chains.of(key).next().filter(|_| voice)?;
        chain.origin()
    })
}
