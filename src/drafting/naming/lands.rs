//! The offices of lands: each land has its ministries, its army, its police under names made by rule in two languages.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::listed::Body;
use crate::model::SourceKind;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    lands: Vec<Land>,
    offices: Vec<Office>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Land {
    id: String,
    en: String,
    english: Vec<String>,
    arabic: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Office {
    id: String,
    arabic: Vec<String>,
    english: Vec<String>,
}

/// The bodies of all lands, by land and office.
pub(super) fn offices() -> Result<Vec<Body>, ron::error::SpannedError> {
    let lists: Lists = ron::from_str(include_str!("../packs/lands.ron"))?;
    let mut bodies = Vec::new();
    for land in &lists.lands {
        for office in &lists.offices {
            let arabic = arabic(land, office);
            let english = english(land, office);
            let (Some(ar), Some(en)) = (arabic.first(), english.first()) else {
                continue;
            };
            bodies.push(Body {
                id: format!("{}-{}", land.id, office.id),
                kind: SourceKind::Organization,
                names: BTreeMap::from([
                    ("ar".to_owned(), ar.clone()),
                    ("en".to_owned(), en.clone()),
                ]),
                forms: arabic.into_iter().chain(english).collect(),
                short: Vec::new(),
                voice: Vec::new(),
                credit: Vec::new(),
            });
        }
    }
    Ok(bodies)
}

/// Each office under the land's adjective; of two words («الكوري الجنوبي») both agree.
fn arabic(land: &Land, office: &Office) -> Vec<String> {
    if land.arabic.is_empty() {
        return Vec::new();
    }
    let feminine = land
        .arabic
        .split(' ')
        .map(|w| format!("{w}ة"))
        .collect::<Vec<_>>()
        .join(" ");
    let mut all = Vec::new();
    for pattern in &office.arabic {
        all.push(
            pattern
                .replace("{F}", &feminine)
                .replace("{M}", &land.arabic),
        );
        // «الأمريكي» is written «الأميركي» as often.
        if land.arabic == "الأمريكي" {
            all.push(pattern.replace("{F}", "الأميركية").replace("{M}", "الأميركي"));
        }
    }
    all
}

fn english(land: &Land, office: &Office) -> Vec<String> {
    let mut all = Vec::new();
    for pattern in &office.english {
        if pattern.contains("{P}") {
            all.push(pattern.replace("{P}", &land.en));
        }
        for adjective in &land.english {
            if pattern.contains("{A}") {
                all.push(pattern.replace("{A}", adjective));
            }
        }
    }
    // The first is the name that it is shown by.
    if let Some(k) = all.iter().position(|n| !n.contains("'s ")) {
        all.swap(0, k);
    }
    all
}
