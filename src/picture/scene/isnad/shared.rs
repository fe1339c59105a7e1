//! The shared source: whom every chain runs through, republishers apart.

use super::super::book::Book;
use super::compose::{Stand, Told};
use super::network::Network;
use std::collections::BTreeSet;

/// Which chains run through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shared {
    /// All in the picture.
    Every,
    /// All of one stance.
    Of(Stand),
}

/// The places to mark, with what they share. Of several the one nearest the origins is marked; who speaks for a body counts as the body.
pub(super) fn shared(net: &Network, told: &[Told<'_>], book: &Book<'_>) -> Vec<(usize, Shared)> {
    let counted = |stand: Option<Stand>| -> Vec<&[usize]> {
        net.chains
            .iter()
            .filter(|(statement, _)| {
                let stands = &told[*statement].stands;
                stands
                    .iter()
                    .any(|s| !s.taken_back && stand.is_none_or(|wanted| s.stand == wanted))
            })
            .map(|(_, row)| row.as_slice())
            .collect()
    };
    let every = nearest(net, &counted(None), book);
    if !every.is_empty() {
        return every.into_iter().map(|p| (p, Shared::Every)).collect();
    }
    [Stand::Affirms, Stand::Denies]
        .into_iter()
        .flat_map(|stand| {
            nearest(net, &counted(Some(stand)), book)
                .into_iter()
                .map(move |p| (p, Shared::Of(stand)))
        })
        .collect()
}

/// The places of the voice that all chains run through and that stands nearest their origins; none for fewer than two chains.
fn nearest(net: &Network, chains: &[&[usize]], book: &Book<'_>) -> Vec<usize> {
    let [first, rest @ ..] = chains else {
        return Vec::new();
    };
    if rest.is_empty() {
        return Vec::new();
    }
    let voice = |place: &usize| {
        net.places[*place]
            .source
            .as_deref()
            .map(|source| book.body(source).to_owned())
    };
    let sets: Vec<BTreeSet<String>> = rest
        .iter()
        .map(|row| row.iter().filter_map(voice).collect())
        .collect();
    // A row begins with its origin.
    let found = first
        .iter()
        .filter_map(voice)
        .find(|one| sets.iter().all(|set| set.contains(one)));
    let Some(found) = found else {
        return Vec::new();
    };
    let marked: BTreeSet<usize> = chains
        .iter()
        .flat_map(|row| row.iter())
        .filter(|place| voice(place).as_ref() == Some(&found))
        .copied()
        .collect();
    marked.into_iter().collect()
}
