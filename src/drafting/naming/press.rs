//! Offices that speak for a body and are named by it: «المكتب الإعلامي للواء الشفق», "the Dusk Brigade's media office".
//!
//! Such an office has no word of its own. Beside the body it would be a second origin of one statement.

use super::cluster::speaks_for;
use super::form::{Class, Form};
use super::titles::Titles;
use super::uses::Names;

/// Lets every office that is named by a body of the case speak for it, where one body only is called so.
pub(super) fn press(names: &mut Names, titles: &Titles) {
    let terms = titles.terms();
    let forms = |n: usize| {
        let node = &names.nodes[n];
        let aliases = node.aliases.iter().map(|(_, alias)| alias);
        node.names
            .values()
            .chain(aliases)
            .map(|name| Form::new(name))
    };
    let bodies: Vec<usize> = (0..names.nodes.len())
        .filter(|n| names.nodes[*n].class == Class::Body && !names.nodes[*n].undisclosed)
        .collect();
    let mut found = Vec::new();
    for office in &bodies {
        let node = &names.nodes[*office];
        if node.known_source || node.speaks_for.is_some() || !node.speaks {
            continue;
        }
        let whose: Vec<Form> = forms(*office).filter_map(|f| titles.press_of(&f)).collect();
        let called = |n: usize| {
            forms(n).any(|name| {
                whose.iter().any(|body| {
                    let (mine, theirs) = (body.is_arabic(), name.is_arabic());
                    match (mine, theirs) {
                        (true, false) => terms.same(body, &name),
                        (false, true) => terms.same(&name, body),
                        _ => terms.content(body) == terms.content(&name),
                    }
                })
            })
        };
        let mut all = bodies.iter().filter(|n| *n != office && called(**n));
        if let (Some(body), None) = (all.next(), all.next()) {
            found.push((*office, *body));
        }
    }
    for (office, body) in found {
        // An office speaks for no office of itself.
        if names.nodes[body].speaks_for.is_none() {
            speaks_for(names, office, body);
        }
    }
}
