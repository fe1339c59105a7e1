//! "Told the station", "the same station", «للإذاعة»: an outlet that was named before, by the word for what it is.

use super::naming::Form;
use super::reading::Named;
use super::saying::{Passed, Reader, Saying, Teller};
use super::signs::outlet_like;
use crate::extraction::SourceKind;
use crate::model::EntityKind;
use crate::text::Span;

/// Words that say of an outlet only what it is, folded.
const KINDS: &[&str] = &[
    "station",
    "paper",
    "newspaper",
    "channel",
    "website",
    "site",
    "agency",
    "broadcaster",
    "magazine",
    "radio",
    "daily",
    "weekly",
    "محطه",
    "اذاعه",
    "قناه",
    "صحيفه",
    "موقع",
    "وكاله",
    "مجله",
    "جريده",
];
/// Words that point back.
const BACK: &[&str] = &[
    "same",
    "this",
    "that",
    "the",
    "ذاتها",
    "نفسها",
    "ذاته",
    "نفسه",
    "هذه",
];
/// An outlet's name between quotation marks has so many words at most.
const NAME: usize = 3;
/// How the days of the week begin: "on Monday".
const DAYS: &[&str] = &["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
/// Whoever is told stands within so many characters of the cue.
const GAP: usize = 40;

/// Whether words say of an outlet only what it is.
fn only_kind(form: &Form) -> bool {
    let bare = |w: &str| -> String {
        w.strip_prefix("لل")
            .or_else(|| w.strip_prefix("ال"))
            .unwrap_or(w)
            .to_owned()
    };
    let kinds = form
        .words
        .iter()
        .filter(|w| KINDS.contains(&bare(w).as_str()) && (w.is_ascii() || bare(w) != **w))
        .count();
    kinds == 1
        && form.words.len() <= 3
        && form
            .words
            .iter()
            .all(|w| KINDS.contains(&bare(w).as_str()) || BACK.contains(&w.as_str()))
}

/// The last of some outlets that a bare word may mean.
fn last_fitting<'t>(word: &Form, past: &'t [Teller]) -> Option<&'t Teller> {
    past.iter().rev().find(|who| {
        matches!(who, Teller::Named { named, kind, .. } if fits(word, &Form::new(&named.name), *kind))
    })
}

/// What an outlet is, as far as its name or the word for it tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sort {
    Agency,
    Paper,
    Air,
    Site,
}

/// Words that tell what an outlet is, folded.
const SORTS: &[(Sort, &[&str])] = &[
    (Sort::Agency, &["agency", "وكاله"]),
    (
        Sort::Paper,
        &[
            "paper",
            "newspaper",
            "magazine",
            "daily",
            "weekly",
            "times",
            "post",
            "gazette",
            "herald",
            "صحيفه",
            "جريده",
            "مجله",
        ],
    ),
    (
        Sort::Air,
        &[
            "station",
            "channel",
            "broadcaster",
            "radio",
            "tv",
            "television",
            "fm",
            "محطه",
            "اذاعه",
            "قناه",
            "راديو",
            "تلفزيون",
            "فضاييه",
        ],
    ),
    (Sort::Site, &["website", "site", "online", "net", "موقع"]),
];

/// What a name or a bare word tells of an outlet.
fn sort(form: &Form) -> Option<Sort> {
    let has = |all: &[&str]| {
        form.words.iter().any(|w| {
            let bare = w.strip_prefix("لل").or_else(|| w.strip_prefix("ال"));
            all.contains(&bare.unwrap_or(w))
        })
    };
    SORTS
        .iter()
        .find(|(_, all)| has(all))
        .map(|(sort, _)| *sort)
}

/// Whether an outlet may be meant by a bare word: by its name it is that, or nothing that the word excludes.
fn fits(word: &Form, name: &Form, kind: SourceKind) -> bool {
    let own = sort(name).or(match kind {
        SourceKind::Agency => Some(Sort::Agency),
        SourceKind::Website => Some(Sort::Site),
        _ => None,
    });
    match (sort(word), own) {
        (Some(Sort::Agency), own) => own == Some(Sort::Agency),
        // Whatever has a page may be a site.
        (Some(Sort::Site), own) => own != Some(Sort::Agency),
        (Some(wanted), Some(own)) => wanted == own,
        (Some(_), None) | (None, _) => true,
    }
}

impl Reader<'_> {
    /// Puts the outlet that was named last where a saying has no more than the word for one.
    pub(super) fn outlets_again(&self, all: &mut [Saying]) {
        let own = self.own;
        let outlet = |who: &Teller| match who {
            Teller::Named { named, kind, .. } => {
                kind.publishes()
                    && !only_kind(&Form::new(&named.name))
                    && (own.is_none()
                        || self
                            .listed
                            .find(&Form::new(&named.name), self.titles)
                            .map(|(i, _, _)| i)
                            != own)
            }
            _ => false,
        };
        let mut past: Vec<Teller> = Vec::new();
        for saying in all.iter_mut() {
            for relay in &mut saying.relays {
                if let Some(word) = self.pointed(&relay.who, &past) {
                    relay.who = self.meant(&word, &relay.who, &past);
                } else if outlet(&relay.who) {
                    past.push(relay.who.clone());
                }
            }
            if let Some(word) = self.pointed(&saying.who, &past) {
                saying.who = self.meant(&word, &saying.who, &past);
            } else if outlet(&saying.who) {
                past.push(saying.who.clone());
            }
            let told = saying.relays.is_empty() && !saying.to_own && !saying.outlet_voice;
            if let (true, Some(cue), Some(content)) = (told, saying.cue, saying.content.first())
                && content.start > cue.end
                && content.start - cue.end <= GAP
                && self.says_told(saying)
            {
                let between = self.slice(cue.end, content.start).trim();
                let between = [" that", " إن", " أن", " بأن"]
                    .iter()
                    .find_map(|that| between.strip_suffix(that))
                    .unwrap_or(between);
                // «قال مسؤول غربي للصحيفة إن»: behind who told it.
                let last = between.rsplit(' ').next().unwrap_or(between);
                let behind = saying.source_span.is_some_and(|s| s.start >= cue.end);
                let form = Form::new(if behind { last } else { between });
                if only_kind(&form)
                    && let Some(who) = last_fitting(&form, &past)
                {
                    saying.relays.push(Passed {
                        who: who.clone(),
                        rule: "told-to",
                    });
                }
            }
        }
    }

    /// The word for an outlet that is all that a teller is named by: as written, or where the name put for it is no outlet's.
    fn pointed(&self, who: &Teller, past: &[Teller]) -> Option<Form> {
        let Teller::Named { named, .. } = who else {
            return None;
        };
        let name = Form::new(&named.name);
        if only_kind(&name) {
            return Some(name);
        }
        let word = Form::new(self.slice(named.span?.start, named.span?.end));
        let outlet = sort(&name).is_some()
            || self.listed.find(&name, self.titles).is_some()
            || past
                .iter()
                .any(|p| matches!(p, Teller::Named { named: n, .. } if n.name == named.name));
        (!outlet && only_kind(&word)).then_some(word)
    }

    /// Whom "the station" means: the outlet that the text named last before and that may be one; the page's own where its name
    /// says that it is one; else a station that the text does not name.
    fn meant(&self, word: &Form, who: &Teller, past: &[Teller]) -> Teller {
        let Teller::Named {
            named,
            kind,
            phrase,
        } = who
        else {
            return who.clone();
        };
        // "Told this newspaper".
        if let (true, Some(own)) = (word.words.iter().any(|w| w == "this"), self.own) {
            return self.listed_teller(own);
        }
        let told = last_fitting(word, past);
        let at = named.span.map(|s| s.start);
        let near = at.and_then(|at| self.named_before(word, at));
        let after = |teller: &Teller, than: usize| matches!(teller, Teller::Named { named, .. } if named.span.is_some_and(|s| s.start > than));
        match (near, told) {
            (Some((near, start)), told) => {
                return told
                    .filter(|told| after(told, start))
                    .cloned()
                    .unwrap_or(near);
            }
            (None, Some(told)) => return told.clone(),
            (None, None) => {}
        }
        let own = self.own.filter(|own| {
            let body = &self.listed.bodies()[*own];
            let mut names = body.names.values().map(|name| sort(&Form::new(name)));
            names.any(|sort_of| sort_of.is_some() && sort_of == sort(word))
        });
        if let Some(own) = own {
            return self.listed_teller(own);
        }
        // An agency is as often one of a government, a site a place.
        if !kind.publishes() || matches!(sort(word), Some(Sort::Agency | Sort::Site)) {
            return who.clone();
        }
        Teller::Withheld {
            description: phrase.clone().unwrap_or_else(|| named.name.clone()),
            kind: *kind,
            span: named.span,
        }
    }

    /// The outlet that the text names last before a place, and where: one of the list, or one whose name says that it is what the
    /// word says. None where a name that neither is so stands between them, behind a word of publishing.
    fn named_before(&self, word: &Form, at: usize) -> Option<(Teller, usize)> {
        let text: String = self.article.text.chars().take(at).collect();
        let arabic = self.article.language.starts_with("ar");
        let (start, length, _, who) = outlet_like(&text, arabic, self.titles)
            .into_iter()
            .filter_map(|name| {
                let form = Form::new(&name);
                let start = text.rfind(&name)?;
                let found = self.listed.find(&form, self.titles).map(|(i, _, _)| i);
                let found = found.or_else(|| self.listed.credit(&form));
                let Some(body) = found else {
                    // "Radio Waha", of which the word is no more than the half.
                    let says =
                        form.words.len() > 1 && sort(&form) == sort(word) && !only_kind(&form);
                    let words = name.chars().next().is_some_and(char::is_uppercase);
                    return (says && words).then_some((start, name.len(), 0, Err(name)));
                };
                let of = &self.listed.bodies()[body];
                let mut names = of.names.values();
                let fit = of.kind.publishes() && names.any(|n| fits(word, &Form::new(n), of.kind));
                fit.then_some((start, name.len(), 1, Ok(body)))
            })
            .max()?;
        // "Footage aired by Sawt Waha", «نقلناه عن «صوت الواحة»»: a station that nothing says is one.
        let rest = &text[start + length..];
        let quoted = arabic
            && rest.split('«').skip(1).any(|piece| {
                let name = piece.split_once('»').map(|(name, _)| name);
                name.is_some_and(|name| name.split_whitespace().count() <= NAME)
            });
        let rest: Vec<&str> = rest.split_whitespace().collect();
        let other = quoted
            || rest.windows(2).any(|pair| {
                matches!(pair[0], "by" | "told" | "on")
                    && pair[1].starts_with(|c: char| c.is_ascii_uppercase())
                    && !DAYS.iter().any(|day| pair[1].starts_with(day))
            });
        let at = text[..start].chars().count();
        let who = match who {
            Ok(body) => self.listed_teller(body),
            Err(name) => Teller::Named {
                named: Named {
                    span: Some(Span::new(at, at + name.chars().count())),
                    name,
                    kind: EntityKind::Group,
                    known_as: None,
                },
                kind: SourceKind::Outlet,
                phrase: None,
            },
        };
        (!other).then_some((who, at))
    }

    /// Whether a saying's cue is one of telling somebody.
    fn says_told(&self, saying: &Saying) -> bool {
        saying.cue.is_some_and(|cue| {
            let word = self.slice(cue.start, cue.end).to_lowercase();
            !word.is_ascii() || matches!(word.as_str(), "told" | "tells" | "has told" | "had told")
        })
    }
}
