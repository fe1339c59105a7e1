//! Stances to claims of one key, ready to be searched: with which of them one clashes, one after the
//! other, at the cost of those that are found.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::kin::Kinship;
use super::line::{Day, Line};
use super::rivalry::{Cell, Clashing, Rivalry, firm_line};

/// Some stances to claims of one key, by what decides whether they clash.
#[derive(Debug, Clone)]
pub(in super::super) struct Arena<'r> {
    rivalry: &'r Rivalry,
    /// By number; none where there is none of it.
    cells: Vec<Option<Cell>>,
    /// By the days that they surely cover.
    firm: Line<Day, Day>,
    /// What surely covers no day, by the days that it may mean.
    open: Line<Day, Day>,
    /// What does, by its last sure day, and how late it may be.
    earlier: Line<Day, Day>,
    /// And by its first sure day, backwards, and how early it may be.
    later: Line<Reverse<Day>, Reverse<Day>>,
    /// All, by the days that they may mean.
    any: Line<Day, Day>,
    /// By class, those that surely cover some day and whose class may be another.
    doubtful: BTreeMap<u32, BTreeSet<u32>>,
}

impl<'r> Arena<'r> {
    /// Of these, each by a number.
    pub(in super::super) fn new(
        rivalry: &'r Rivalry,
        all: impl Iterator<Item = (u32, Cell)>,
    ) -> Self {
        let mut cells: Vec<Option<Cell>> = Vec::new();
        for (id, cell) in all {
            if cells.len() <= id as usize {
                cells.resize(id as usize + 1, None);
            }
            cells[id as usize] = Some(cell);
        }
        let each = || {
            (0u32..)
                .zip(&cells)
                .filter_map(|(id, cell)| Some((id, (*cell)?)))
        };
        let span = |id: u32, cell: &Cell| (cell.span.0, cell.span.1, cell.class, id);
        let cored = || each().filter_map(|(id, cell)| Some((id, cell, cell.firm()?)));
        let mut doubtful: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
        for (id, cell, _) in cored() {
            let kin = &rivalry.kin[cell.class as usize];
            if kin.iter().any(|(_, kinship)| *kinship == Kinship::Perhaps) {
                doubtful.entry(cell.class).or_default().insert(id);
            }
        }
        let open = each().filter(|(_, cell)| cell.firm().is_none());
        let earlier = cored().map(|(id, cell, core)| (core.1, cell.span.1, cell.class, id));
        let later =
            cored().map(|(id, cell, core)| (Reverse(core.0), Reverse(cell.span.0), cell.class, id));
        Self {
            rivalry,
            firm: firm_line(each()),
            open: Line::new(open.map(|(id, cell)| span(id, &cell)).collect()),
            earlier: Line::new(earlier.collect()),
            later: Line::new(later.collect()),
            any: Line::new(each().map(|(id, cell)| span(id, &cell)).collect()),
            doubtful,
            cells,
        }
    }

    /// How one clashes with one of these.
    fn clash(&self, cell: &Cell, id: u32) -> Option<Clashing> {
        let other = self.cells[id as usize].as_ref()?;
        self.rivalry.clash(cell, other)
    }

    /// Takes one away: it is not found again.
    pub(in super::super) fn remove(&mut self, id: u32) {
        let Some(cell) = self.cells.get_mut(id as usize).and_then(Option::take) else {
            return;
        };
        let at = |line: &Line<Day, Day>, key: Day| line.place(key, id);
        match cell.firm() {
            None => self.open.remove(at(&self.open, cell.span.0)),
            Some((start, end)) => {
                self.firm.remove(at(&self.firm, start));
                self.earlier.remove(at(&self.earlier, end));
                self.later.remove(self.later.place(Reverse(start), id));
            }
        }
        self.any.remove(at(&self.any, cell.span.0));
        if let Some(list) = self.doubtful.get_mut(&cell.class) {
            list.remove(&id);
        }
    }

    /// Tells of those that one surely clashes with, until told to stop; false where it was.
    pub(in super::super) fn surely(
        &self,
        cell: &Cell,
        visit: &mut impl FnMut(u32) -> bool,
    ) -> bool {
        let Some((start, end)) = cell.firm() else {
            return true;
        };
        let upto = self.firm.upto(|first| first <= end);
        self.firm
            .each(upto, cell.class, &|last| last >= start, &mut |id| {
                let sure = self.clash(cell, id) == Some(Clashing::Surely);
                !sure || visit(id)
            })
    }

    /// Tells of those that one may clash with and does not surely, until told to stop.
    pub(in super::super) fn possibly(
        &self,
        cell: &Cell,
        visit: &mut impl FnMut(u32) -> bool,
    ) -> bool {
        let ((start, end), class) = (cell.span, cell.class);
        let mut ask = |id: u32| {
            let clash = self.clash(cell, id);
            !matches!(clash, Some(Clashing::Perhaps(_))) || visit(id)
        };
        let reaches = |last: Day| last >= start;
        let Some(core) = cell.firm() else {
            let upto = self.any.upto(|first| first <= end);
            return self.any.each(upto, class, &reaches, &mut ask);
        };
        let upto = self.open.upto(|first| first <= end);
        let go_on = self.open.each(upto, class, &reaches, &mut ask)
            && {
                let upto = self.earlier.upto(|last| last < core.0);
                self.earlier.each(upto, class, &reaches, &mut ask)
            }
            && {
                let upto = self.later.upto(|Reverse(first)| first > core.1);
                let early = |Reverse(first): Reverse<Day>| first <= end;
                self.later.each(upto, class, &early, &mut ask)
            };
        let may_be_one = self.rivalry.kin[class as usize].iter();
        let mut may_be_one = may_be_one.filter_map(|(other, _)| self.doubtful.get(other));
        let meets = |id: &u32| {
            let other = self.cells[*id as usize].and_then(|other| other.firm());
            other.is_some_and(|other| other.0 <= core.1 && core.0 <= other.1)
        };
        go_on
            && may_be_one.all(|others| {
                let mut others = others.iter().filter(|id| meets(id));
                others.all(|id| ask(*id))
            })
    }
}
