//! One stance to a claim as it can be put in words: who is heard, and what must stand beside each.

use std::collections::{BTreeMap, BTreeSet};

use super::labels;
use super::phrase::{STATEMENT, Tongue};
use crate::analysis::{Analysis, Figures, Voiced, publishes, side};
use crate::model::{Basis, Case, Key, Side, Source, Statement};

/// So many origins of one stance are named.
pub(super) const NAMED: usize = 3;

/// An origin with what must be said beside its name.
#[derive(Debug)]
pub(super) struct Voice {
    source: Key<Source>,
    /// Known to be different from the others that are; the rest may be one of them.
    sure: bool,
    /// It publishes, in its own voice or as a source without a source.
    outlet: bool,
    sides: BTreeSet<Key<Side>>,
    /// All it says of this is likely only.
    hedged: bool,
    /// It says it of another claim only.
    entailed: bool,
    /// All it says may be of another matter.
    unclear: bool,
    conceded: bool,
    /// Who spoke for it here, or is ruled to be it under another name.
    through: BTreeSet<Key<Source>>,
    basis: BTreeSet<&'static str>,
}

/// One stance as it can be put in words.
#[derive(Debug)]
pub(super) struct Heard<'f> {
    pub(super) figures: &'f Figures,
    voices: Vec<Voice>,
    /// Who publishes it in its own voice, or is the source without a source.
    pub(super) outlets: Vec<Voice>,
    /// Whether somebody claims to have seen it or to have taken part.
    pub(super) witnessed: bool,
}

/// Every statement that commits here, itself or through another claim.
pub(super) fn committed(figures: &Figures) -> impl Iterator<Item = Key<Statement>> + '_ {
    figures.statements.iter().chain(&figures.entailed).copied()
}

impl<'f> Heard<'f> {
    pub(super) fn new(
        analysis: &Analysis<'_>,
        figures: &'f Figures,
        conceded: &[Key<Statement>],
    ) -> Self {
        let case = analysis.case;
        let unclear: BTreeSet<_> = figures.unclear.iter().copied().collect();
        let hedged: BTreeSet<_> = figures.hedged.iter().copied().collect();
        let entailed: BTreeSet<_> = figures.entailed.iter().copied().collect();
        let origins = &figures.origins;
        let publisher = |s: &Key<Source>| publishes(case.sources[*s].kind);
        let heard: BTreeSet<Key<Source>> = origins
            .named
            .iter()
            .chain(&origins.undisclosed)
            .copied()
            .collect();
        let mut voices: BTreeMap<Key<Source>, Voice> = heard
            .iter()
            .chain(&origins.own_voice)
            .map(|source| {
                let voice = Voice {
                    source: *source,
                    sure: origins.at_least_by.contains(source),
                    // Whoever publishes may have its words from anybody.
                    outlet: publisher(source) || !heard.contains(source),
                    sides: BTreeSet::new(),
                    hedged: true,
                    entailed: true,
                    unclear: true,
                    conceded: false,
                    through: BTreeSet::new(),
                    basis: BTreeSet::new(),
                };
                (*source, voice)
            })
            .collect();
        let mut witnessed = false;
        for key in committed(figures) {
            let statement = &case.statements[key];
            witnessed |= matches!(statement.basis, Basis::Saw | Basis::TookPart);
            for chain in analysis.chains_left(key) {
                let Some(origin) = chain.origin() else {
                    continue;
                };
                let node = analysis.node(origin);
                let Some(voice) = voices.get_mut(&node) else {
                    continue;
                };
                if origin != node {
                    voice.through.insert(origin);
                }
                voice.sides.extend(side(analysis, origin, key));
                if unclear.contains(&key) || (chain.own_voice(statement) && !voice.outlet) {
                    continue;
                }
                voice.unclear = false;
                voice.hedged &= hedged.contains(&key);
                voice.entailed &= entailed.contains(&key);
                voice.conceded |= conceded.binary_search(&key).is_ok();
                // What a source was told, or what only follows, is not what it says that it saw.
                if !entailed.contains(&key)
                    && statement.said_by.map(|s| analysis.node(s)) == Some(node)
                {
                    voice.basis.extend(match statement.basis {
                        Basis::Saw => Some("saw"),
                        Basis::TookPart => Some("took part"),
                        Basis::Infers => Some("infers"),
                        Basis::Document => Some("document"),
                        Basis::Told | Basis::NotStated => None,
                    });
                }
            }
        }
        let mut voices: Vec<Voice> = voices.into_values().collect();
        voices.sort_by_key(|voice| (!voice.sure, case.sources.id(voice.source)));
        let (outlets, voices) = voices.into_iter().partition(|voice| voice.outlet);
        Self {
            outlets,
            figures,
            voices,
            witnessed,
        }
    }

    /// Whether nobody commits.
    pub(super) fn is_empty(&self) -> bool {
        committed(self.figures).next().is_none()
    }

    /// Whether some origin is heard that one could name or point at.
    pub(super) fn has_voices(&self) -> bool {
        !self.voices.is_empty()
    }

    pub(super) fn named(&self) -> impl Iterator<Item = Key<Source>> + '_ {
        self.voices.iter().take(NAMED).map(|voice| voice.source)
    }

    /// Every origin, those known to be different first, with what must stand beside each, and
    /// within what bounds they are how many. Leaving one out would be a wrong attribution; that
    /// two of them may be one is what the bounds say.
    pub(super) fn voices(&self, t: Tongue, case: &Case) -> String {
        let all: Vec<&Voice> = self.voices.iter().collect();
        self.named_of(t, case, &all)
    }

    fn named_of(&self, t: Tongue, case: &Case, voices: &[&Voice]) -> String {
        let names = listed(t, case, voices.iter().copied());
        format!("{names} ({})", how_many(t, &self.figures.origins))
    }

    /// Who says it of those one could name or point at.
    pub(super) fn known(&self, t: Tongue, case: &Case) -> Option<String> {
        let mut parts = Vec::new();
        if self.has_voices() {
            parts.push(self.voices(t, case));
        }
        if !self.outlets.is_empty() {
            parts.push(self.own_words(t, case));
        }
        (!parts.is_empty()).then(|| parts.join(t.say(" and by ", " و")))
    }

    /// How many statements begin with nobody written.
    pub(super) fn unsourced(&self, t: Tongue) -> Option<String> {
        let n = self.figures.origins.unknown;
        (n > 0).then(|| t.count(n, STATEMENT))
    }

    /// Who says it, everybody; none where nobody does. `denial`: whether it is denying that they do.
    pub(super) fn who(&self, t: Tongue, case: &Case, denial: bool) -> Option<String> {
        if self.is_empty() {
            return None;
        }
        let unsourced = self.unsourced(t).map(|n| match (t, denial) {
            (Tongue::En, false) => format!("unsourced reports ({n})"),
            (Tongue::Ar, false) => format!("أنباء متداولة لا يُعرف قائلها ({n})"),
            (Tongue::En, true) => format!("a denial of unknown origin ({n})"),
            (Tongue::Ar, true) => format!("نفي لا يُعرف قائله ({n})"),
        });
        let nobody = || t.say("nobody identifiable", "لا أحد معروف").to_owned();
        Some(match (self.known(t, case), unsourced) {
            (Some(known), None) => known,
            (Some(known), Some(also)) => format!("{known}{}{also}", t.say("; also ", "؛ وأيضًا ")),
            (None, Some(also)) => format!("{}{}{also}", nobody(), t.say("; only ", "؛ وإنما ")),
            (None, None) => format!("{} ({})", nobody(), t.of(labels::UNCLEAR)),
        })
    }

    pub(super) fn outlet_names(&self, t: Tongue, case: &Case) -> String {
        listed(t, case, self.outlets.iter())
    }

    pub(super) fn own_words(&self, t: Tongue, case: &Case) -> String {
        let names = self.outlet_names(t, case);
        match t {
            Tongue::En => format!("{names}, naming no other source"),
            Tongue::Ar => format!("{names} دون نسبته إلى أحد"),
        }
    }
}

/// The first few, and how many more.
fn listed<'v>(t: Tongue, case: &Case, voices: impl Iterator<Item = &'v Voice> + Clone) -> String {
    let n = voices.clone().count();
    let mut names: Vec<String> = voices
        .take(NAMED)
        .map(|voice| voice.words(t, case))
        .collect();
    if n > NAMED {
        names.push(t.more(n - NAMED));
    }
    t.list(&names)
}

impl Voice {
    /// "through Islam Alloush": the body is counted, and somebody else's name stands in the text.
    fn speakers(&self, t: Tongue, case: &Case) -> Vec<String> {
        let (speak, same): (Vec<Key<Source>>, Vec<Key<Source>>) = self
            .through
            .iter()
            .partition(|one| case.sources[**one].speaks_for.is_some());
        [
            (speak, "through", "بلسان"),
            (same, "also quoted as", "ويرد أيضًا باسم"),
        ]
        .into_iter()
        .filter(|(all, _, _)| !all.is_empty())
        .map(|(all, en, ar)| format!("{} {}", t.say(en, ar), t.sources(case, all, NAMED)))
        .collect()
    }

    fn words(&self, t: Tongue, case: &Case) -> String {
        let mut marks = self.speakers(t, case);
        marks.extend(
            self.sides
                .iter()
                .map(|side| format!("{}: {}", t.say("side", "الجهة"), t.side(case, *side))),
        );
        if self.conceded {
            marks.push(
                t.say(
                    "against own side, as entered",
                    "إقرار بما يضرّ جهة القائل كما أُدخلت",
                )
                .to_owned(),
            );
        }
        if self.unclear {
            marks.push(t.of(labels::UNCLEAR).to_owned());
        }
        if self.hedged && !self.unclear {
            marks.push(t.say("as likely only", "على سبيل الترجيح").to_owned());
        }
        if self.entailed && !self.unclear {
            marks.push(t.of(labels::ENTAILED).to_owned());
        }
        marks.extend(self.basis.iter().map(|basis| {
            match *basis {
                "saw" => t.say("claiming to have seen it", "عن مشاهدة كما ذُكر"),
                "took part" => t.say("claiming to have taken part", "عن مشاركة كما ذُكر"),
                "infers" => t.say("by inference", "استنتاجًا"),
                _ => t.say("citing a document", "استنادًا إلى وثيقة"),
            }
            .to_owned()
        }));
        let name = t.in_a_sentence(case, self.source);
        if marks.is_empty() {
            name
        } else {
            format!("{name} ({})", marks.join(t.say("; ", "؛ ")))
        }
    }
}

/// How many voices some origins are.
pub(super) fn how_many(t: Tongue, origins: &Voiced) -> String {
    t.origins(origins.at_least, origins.at_most)
}
