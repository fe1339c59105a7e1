//! What a reading's proposition is about, with names resolved.

use std::collections::BTreeMap;

use super::group::{Filled, Whose};
use crate::drafting::{ContentPacks, Filler, Named, Reading};
use crate::text::fold::fold;

/// Who or what a name means: `None` from the caller leaves the folded name itself.
pub(super) fn whose(
    article: usize,
    named: &Named,
    packs: &ContentPacks,
    who: &dyn Fn(usize, &Named) -> Option<Whose>,
) -> Filled {
    if named.span.is_none()
        && let Some((id, en, ar)) = packs
            .people(&named.name)
            .or_else(|| super::gist::of_those(&named.name))
    {
        return Filled::People {
            id: id.to_owned(),
            en: en.to_owned(),
            ar: ar.to_owned(),
        };
    }
    match who(article, named) {
        Some(w) => Filled::Entity(w),
        None => {
            let tag = if named.name.is_ascii() { "en" } else { "ar" };
            Filled::Entity(Whose {
                key: format!("name:{}", fold(&named.name)),
                names: BTreeMap::from([(tag.to_owned(), named.name.clone())]),
            })
        }
    }
}

/// The roles of a reading with names resolved, each role's fillers sorted.
pub(super) fn roles(
    reading: &Reading,
    packs: &ContentPacks,
    who: &dyn Fn(usize, &Named) -> Option<Whose>,
) -> Vec<(String, Vec<Filled>)> {
    reading
        .of
        .roles
        .iter()
        .map(|(role, fillers)| {
            let mut all: Vec<Filled> = fillers
                .iter()
                .map(|f| match f {
                    Filler::Named(n) => whose(reading.article, n, packs, who),
                    Filler::Value(v) => Filled::Value(v.clone()),
                    Filler::Text(t) => Filled::Text(t.clone()),
                })
                .collect();
            all.sort_by(|a, b| a.key().cmp(b.key()));
            all.dedup_by(|a, b| a.key() == b.key());
            (role.clone(), all)
        })
        .collect()
}

/// Roles that tell one claim from another; the others are told of it.
pub(super) fn tells(predicate: &str, role: &str) -> bool {
    !matches!(
        (predicate, role),
        (_, "cause" | "means" | "over" | "post") | ("fled" | "withdrew" | "displaced", "to")
    )
}
