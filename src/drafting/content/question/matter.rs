//! What the case is about: whose life or death most of its articles speak of.

use std::collections::BTreeSet;

use super::anchor::Anchor;
use crate::drafting::content::answer::person;
use crate::drafting::content::cast::Focus;
use crate::drafting::content::page::Page;
use crate::drafting::{Filler, Named, Proposed, Reading};
use crate::model::EntityKind;

/// Whether one person is dead.
#[derive(Debug)]
pub(super) struct Life {
    predicate: &'static str,
    /// In Arabic and in Latin letters.
    anchors: [Option<Anchor>; 2],
    /// Whether so many articles name him that hardly any is of anybody else.
    pub(super) central: bool,
}

impl Life {
    /// The question of life and death on which the case turns, where one stands out: of at least two articles in five.
    pub(super) fn of(
        readings: &[Reading],
        foci: &[Option<Focus>; 2],
        pages: &[Option<Page>],
    ) -> Option<Self> {
        let anchors = [true, false].map(|arabic| Anchor::new(arabic, foci, pages));
        let names: BTreeSet<&str> = anchors
            .iter()
            .flatten()
            .map(|a| a.name.as_str())
            .chain(foci.iter().flatten().map(|f| f.known.name.as_str()))
            .collect();
        let count = |predicate: &str| {
            readings
                .iter()
                .filter(|r| r.of.predicate.as_deref() == Some(predicate))
                .filter(|r| person(&r.of).is_some_and(|n| names.contains(n)))
                .count()
        };
        let predicate = if count("died") > count("killed") {
            "died"
        } else {
            "killed"
        };
        let named = pages
            .iter()
            .flatten()
            .filter(|p| {
                anchors[usize::from(!p.arabic())]
                    .as_ref()
                    .is_some_and(|a| (0..p.len()).any(|k| a.named(p, k)))
            })
            .count();
        let all = pages.iter().flatten().count();
        (named >= 2 && named * 5 >= all * 2).then_some(Self {
            predicate,
            anchors,
            central: named >= 6 && named * 5 >= all * 4,
        })
    }

    /// Whom it is about, in the letters of a page.
    pub(super) fn anchor(&self, page: &Page) -> Option<&Anchor> {
        self.anchors[usize::from(!page.arabic())].as_ref()
    }

    /// That he is dead, in the letters of a page.
    pub(super) fn death(&self, page: &Page) -> Option<Proposed> {
        let role = if self.predicate == "killed" {
            "victim"
        } else {
            "person"
        };
        let named = Named {
            name: self.anchor(page)?.name.clone(),
            kind: EntityKind::Person,
            span: None,
            known_as: None,
        };
        Some(Proposed {
            predicate: Some(self.predicate.to_owned()),
            roles: vec![(role.to_owned(), vec![Filler::Named(named)])],
            place: None,
            count: None,
            time: None,
        })
    }

    /// Gives him his own name where a proposition of life and death has no more than a part of it.
    pub(super) fn rename(&self, page: &Page, of: &mut Proposed) {
        let vital = matches!(
            of.predicate.as_deref(),
            Some("killed" | "died" | "status" | "wounded")
        );
        let Some(anchor) = self.anchor(page).filter(|_| vital) else {
            return;
        };
        for filler in of.roles.iter_mut().flat_map(|(_, f)| f) {
            if let Filler::Named(n) = filler
                && n.kind == EntityKind::Person
                && n.known_as.is_none()
                && n.name != anchor.name
                && (n.name.split_whitespace().count() < anchor.name.split_whitespace().count()
                    && anchor.holds(&n.name)
                    || anchor.overrun(&n.name))
            {
                n.name.clone_from(&anchor.name);
                n.span = None;
            }
        }
    }

    /// Whether a proposition is of his life or death.
    pub(super) fn is_of(&self, of: &Proposed) -> bool {
        let vital = matches!(of.predicate.as_deref(), Some("killed" | "died" | "status"));
        vital
            && person(of).is_some_and(|n| {
                self.anchors
                    .iter()
                    .flatten()
                    .any(|a| a.name == n || a.bears(n))
            })
    }
}
