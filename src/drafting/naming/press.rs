//! Offices that speak for a body and are named by it: «المكتب الإعلامي للواء الشفق», "the Dusk Brigade's media office".
//!
//! Such an office has no word of its own. Beside the body it would be a second origin of one statement.

use super::cluster::speaks_for;
use super::form::{Class, Form};
use super::titles::Titles;
use super::uses::Names;

/// Lets every office that is named by a body of the case speak for it, where one body only is called so.
pub(super) fn press(names: &mut Names, titles: &Titles) {
    let bodies: Vec<usize> = (0..names.nodes.len())
        .filter(|n| names.nodes[*n].class == Class::Body && !names.nodes[*n].undisclosed)
        .collect();
    let mut found = Vec::new();
    for office in &bodies {
        let node = &names.nodes[*office];
        if node.known_source || node.speaks_for.is_some() || !node.speaks {
            continue;
        }
        let whose: Vec<Form> = names.nodes[*office]
            .forms()
            .filter_map(|f| titles.press_of(&f))
            .collect();
        let others = bodies.iter().copied().filter(|n| n != office);
        if let Some(body) = only_called(names, &whose, others, titles) {
            found.push((*office, body));
        }
    }
    for (office, body) in found {
        // An office speaks for no office of itself.
        if names.nodes[body].speaks_for.is_none() {
            speaks_for(names, office, body);
        }
    }
}

/// The body in whose office for the press a description says that somebody is: «مسؤول في المكتب الإعلامي للواء الشفق».
#[must_use]
pub(in crate::drafting) fn in_office(
    names: &Names,
    description: &Form,
    titles: &Titles,
) -> Option<usize> {
    let whose = (1..description.words.len())
        .find_map(|at| titles.press_of(&description.without_first(at)))?;
    let bodies = (0..names.nodes.len()).filter(|n| {
        let node = &names.nodes[*n];
        node.class == Class::Body && !node.undisclosed && node.speaks_for.is_none()
    });
    only_called(names, &[whose], bodies, titles)
}

/// The one of some bodies that has one of some names.
fn only_called(
    names: &Names,
    whose: &[Form],
    bodies: impl Iterator<Item = usize>,
    titles: &Titles,
) -> Option<usize> {
    let terms = titles.terms();
    let mut all = bodies.filter(|n| {
        names.nodes[*n].forms().any(|name| {
            whose.iter().any(|body| {
                let (mine, theirs) = (body.is_arabic(), name.is_arabic());
                match (mine, theirs) {
                    (true, false) => terms.same(body, &name),
                    (false, true) => terms.same(&name, body),
                    _ => terms.content(body) == terms.content(&name),
                }
            })
        })
    });
    let body = all.next()?;
    all.next().is_none().then_some(body)
}
