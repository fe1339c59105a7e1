//! One stance to a claim as it can be put in words: who is heard, and what must stand beside each.

use std::collections::{BTreeMap, BTreeSet};

use super::labels;
use super::phrase::{STATEMENT, Tongue};
use super::reading::{Reading, reading};
use super::wording::oblique;
use crate::analysis::{Analysis, ClaimFigures, Figures, Voiced, publishes, side};
use crate::model::{Basis, Case, Claim, Key, Side, Source, Stance, Statement};

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
    /// All it says of this stands in headings.
    heading: bool,
    /// The statements of which a reading had to be chosen, and which may be of a narrower question only; empty
    /// where it says so plainly too.
    readings: BTreeSet<(Reading, Key<Statement>)>,
    /// It says this plainly, with no choice of a reading.
    plain: bool,
    /// The other stance is heard from it too: whether clearly.
    both_ways: Option<bool>,
}

/// The statements of a stance that begin with nobody written.
#[derive(Debug, Default)]
struct Unsourced {
    /// So many of them are in the own words of a text of which nobody knows who published it first.
    own: usize,
    all: usize,
    /// All of them answer another question only.
    entailed: bool,
    /// All of them may be of another matter.
    unclear: bool,
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
    begun_by_nobody: Unsourced,
    /// All of it only follows from what is said on other questions: nobody is to be told to have said it.
    pub(super) elsewhere: bool,
}

/// Every statement that commits here, itself or through another claim.
pub(super) fn committed(figures: &Figures) -> impl Iterator<Item = Key<Statement>> + '_ {
    figures.statements.iter().chain(&figures.entailed).copied()
}

impl<'f> Heard<'f> {
    /// Who says so and who denies it, whoever is heard both ways marked on the side of the denial.
    pub(super) fn both(analysis: &Analysis<'_>, figures: &'f ClaimFigures) -> (Self, Self) {
        let of = |stance: Stance, one: &'f Figures, conceded: &[Key<Statement>]| {
            Self::new(analysis, one, conceded, (figures.claim, stance))
        };
        let says = of(
            Stance::Affirms,
            &figures.affirms,
            &figures.conceded_statements,
        );
        let mut denies = of(Stance::Denies, &figures.denies, &[]);
        for voice in denies.voices.iter_mut().chain(&mut denies.outlets) {
            let mut others = says.voices.iter().chain(&says.outlets);
            let same = others.find(|other| other.source == voice.source);
            voice.both_ways = same.map(|other| !other.unclear);
        }
        denies.set_elsewhere();
        (says, denies)
    }

    fn new(
        analysis: &Analysis<'_>,
        figures: &'f Figures,
        conceded: &[Key<Statement>],
        (claim, stance): (Key<Claim>, Stance),
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
                    heading: true,
                    readings: BTreeSet::new(),
                    plain: false,
                    both_ways: None,
                };
                (*source, voice)
            })
            .collect();
        let mut witnessed = false;
        let mut begun_by_nobody = Unsourced {
            entailed: true,
            unclear: true,
            ..Unsourced::default()
        };
        for key in committed(figures) {
            let statement = &case.statements[key];
            witnessed |= matches!(statement.basis, Basis::Saw | Basis::TookPart);
            if analysis
                .chains_left(key)
                .any(|chain| chain.origin().is_none())
            {
                begun_by_nobody.all += 1;
                begun_by_nobody.own += usize::from(statement.outlet_voice);
                begun_by_nobody.entailed &= entailed.contains(&key);
                begun_by_nobody.unclear &= unclear.contains(&key);
            }
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
                voice.heading &= statement.heading;
                match reading(case, key, claim, stance) {
                    Some(one) => {
                        voice.readings.insert((one, key));
                    }
                    None => voice.plain = true,
                }
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
            begun_by_nobody,
            elsewhere: false,
        }
    }

    /// Where all that denies it is on other questions that is said of it as a whole, and not of each.
    fn set_elsewhere(&mut self) {
        self.elsewhere = !self.is_empty() && self.figures.statements.is_empty();
        if self.elsewhere {
            for voice in self.voices.iter_mut().chain(&mut self.outlets) {
                voice.entailed = false;
            }
            self.begun_by_nobody.entailed = false;
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
        let origins = &self.figures.origins;
        // Those named after them are among the number.
        let more = origins.at_most > self.voices.len()
            && (!self.outlets.is_empty() || origins.unknown > 0);
        let counting = if more {
            t.say(", counting what follows", "، مع ما يُذكر بعده")
        } else {
            ""
        };
        format!("{names} ({}{counting})", how_many(t, origins))
    }

    /// Who says it of those one could name or point at.
    pub(super) fn known(&self, t: Tongue, case: &Case) -> Option<String> {
        self.known_and(t, case, " and by ")
    }

    fn known_and(&self, t: Tongue, case: &Case, and: &str) -> Option<String> {
        let mut parts = Vec::new();
        if self.has_voices() {
            parts.push(self.voices(t, case));
        }
        if !self.outlets.is_empty() {
            parts.push(self.own_words(t, case));
        }
        (!parts.is_empty()).then(|| parts.join(t.say(and, " و")))
    }

    /// Whether all that begins with nobody written is in a text's own words.
    pub(super) fn own_of_unknown(&self) -> bool {
        self.begun_by_nobody.all > 0 && self.begun_by_nobody.own == self.begun_by_nobody.all
    }

    /// How many statements commit, with what must stand beside those that nobody written begins.
    pub(super) fn bare(&self, t: Tongue) -> String {
        let n = t.count(committed(self.figures).count(), STATEMENT);
        self.marked(t, n)
    }

    fn marked(&self, t: Tongue, n: String) -> String {
        let mut marks = vec![n];
        if self.begun_by_nobody.all > 0 {
            if self.begun_by_nobody.unclear {
                marks.push(t.of(labels::UNCLEAR).to_owned());
            } else if self.begun_by_nobody.entailed {
                marks.push(t.of(labels::ENTAILED).to_owned());
            }
        }
        marks.join(t.say("; ", "؛ "))
    }

    /// What begins with nobody written, and in how many statements; none where nothing does. A text's own words are
    /// no report of anybody's. `denial`: whether it is denying that they do.
    pub(super) fn unsourced(&self, t: Tongue, denial: bool) -> Option<String> {
        let n = self.figures.origins.unknown;
        if n == 0 {
            return None;
        }
        let words = t.count(n, STATEMENT);
        let words = self.marked(
            t,
            match t {
                Tongue::En => words,
                Tongue::Ar => format!("ورد في {}", oblique(t, &words)),
            },
        );
        let own = self.own_of_unknown();
        Some(match (t, denial) {
            (Tongue::En, false) if own => {
                format!("the own words of a text whose first publisher is unknown ({words})")
            }
            (Tongue::Ar, false) if own => format!("كلام نص لا يُعرف ناشره الأول ({words})"),
            (Tongue::En, true) if self.elsewhere => format!("words of unknown origin ({words})"),
            (Tongue::Ar, true) if self.elsewhere => format!("كلام لا يُعرف قائله ({words})"),
            (Tongue::En, true) if own => {
                format!(
                    "a denial in the own words of a text whose first publisher is unknown ({words})"
                )
            }
            (Tongue::Ar, true) if own => format!("نفي في كلام نص لا يُعرف ناشره الأول ({words})"),
            (Tongue::En, false) => format!("unsourced reports ({words})"),
            (Tongue::Ar, false) => format!("خبر متداول لا يُعرف قائله ({words})"),
            (Tongue::En, true) => format!("a denial of unknown origin ({words})"),
            (Tongue::Ar, true) => format!("نفي لا يُعرف قائله ({words})"),
        })
    }

    /// Who says it, everybody; none where nobody does. `denial`: whether it is denying that they do.
    pub(super) fn who(&self, t: Tongue, case: &Case, denial: bool) -> Option<String> {
        if self.is_empty() {
            return None;
        }
        let unsourced = self.unsourced(t, denial);
        let nobody = || t.say("nobody identifiable", "لا أحد معروف").to_owned();
        Some(match (self.known_and(t, case, " and "), unsourced) {
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
            Tongue::Ar => format!("{names} (بلا نسبة إلى مصدر)"),
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
            (same, "also quoted as", "ويرد أيضًا هكذا:"),
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
                    "إقرار بما يضرّ جهة القائل بحسب المدخل في الملف",
                )
                .to_owned(),
            );
        }
        marks.extend(self.both_ways.map(|clearly| {
            match clearly {
                true => t.say(
                    "the same source also says so",
                    "ويُنقل القول عن المصدر نفسه أيضًا",
                ),
                false => t.say(
                    "the same source is read, unclearly, as also saying so",
                    "وللمصدر نفسه كلام قد يُقرأ قولًا به",
                ),
            }
            .to_owned()
        }));
        if self.unclear {
            marks.push(t.of(labels::UNCLEAR).to_owned());
        }
        if self.heading && !self.unclear {
            marks.push(t.say("in a heading", "في عنوان").to_owned());
        }
        // What only follows from words on another question is marked as that.
        if !self.plain && !self.entailed && !self.unclear {
            let narrower = self
                .readings
                .iter()
                .all(|(one, _)| *one == Reading::Narrower);
            let ids: BTreeSet<&str> = self
                .readings
                .iter()
                .map(|(_, key)| case.statements.id(*key))
                .collect();
            let of: Vec<String> = ids.into_iter().map(|id| t.ltr(id)).collect();
            let of = t.list(&of);
            marks.push(match (t, narrower) {
                (Tongue::En, true) => format!("perhaps of a narrower question only: {of}"),
                (Tongue::Ar, true) => format!("وقد لا ينفي الكلام إلا مسألة أضيق: {of}"),
                (Tongue::En, false) => format!("as {of} is read here"),
                (Tongue::Ar, false) => format!("بحسب ما قُرئ به {of}"),
            });
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
