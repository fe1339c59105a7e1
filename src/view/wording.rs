//! Supported wording: one sentence on a claim, in English and in Arabic, that says no more than
//! the case supports.
//!
//! It is put together from templates round the claim's gist: who says so (only origins that are
//! known to be different are named), with what reserve, on whose side, on what basis, carried by
//! whom, and who denies it. What is missing is said to be missing from the texts of the case,
//! never from the world. It is no legal clearance: what it attributes can still defame.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::Serialize;

use super::material::Material;
use super::parts::ids;
use super::phrase::{ORIGIN, OUTLET, STATEMENT, TEXT, Tongue};
use crate::analysis::{Analysis, ClaimFigures, Figures, Voiced, publishes, side};
use crate::model::{Basis, Case, Claim, Key, Side, Source, Statement, TakeBackHow};

/// So many origins of one stance are named.
const NAMED: usize = 3;

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WordingView {
    /// In English.
    pub en: String,
    /// In Arabic.
    pub ar: String,
    /// The origins that it names as saying so; never more than are known to be different.
    pub says_so: Vec<String>,
    /// Those that it names as denying it.
    pub denies: Vec<String>,
}

/// An origin with what must be said beside its name.
#[derive(Debug)]
struct Voice {
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
    basis: BTreeSet<&'static str>,
}

/// One stance as it can be put in words.
#[derive(Debug)]
pub(super) struct Heard<'f> {
    pub(super) figures: &'f Figures,
    voices: Vec<Voice>,
    /// Who publishes it in its own voice, or is the source without a source.
    outlets: Vec<Voice>,
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
                voice
                    .sides
                    .extend(side(case, origin, key).or_else(|| side(case, node, key)));
                if unclear.contains(&key) || (chain.own_voice(statement) && !voice.outlet) {
                    continue;
                }
                voice.unclear = false;
                voice.hedged &= hedged.contains(&key);
                voice.entailed &= entailed.contains(&key);
                voice.conceded |= conceded.contains(&key);
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

    /// Whether some origin is surely heard.
    pub(super) fn has_voices(&self) -> bool {
        self.sure().next().is_some()
    }

    fn sure(&self) -> impl Iterator<Item = &Voice> {
        self.voices.iter().filter(|voice| voice.sure)
    }

    /// Whether all that could be heard is unclear, or comes from nobody that is written.
    fn only_unclear(&self) -> bool {
        let origins = &self.figures.origins;
        origins.unknown == 0 && !self.is_empty()
    }

    fn named(&self) -> impl Iterator<Item = Key<Source>> + '_ {
        self.sure().take(NAMED).map(|voice| voice.source)
    }

    /// The origins that are known to be different, with what must stand beside each, and how many
    /// there are.
    fn voices(&self, t: Tongue, case: &Case) -> String {
        let sure: Vec<&Voice> = self.sure().collect();
        self.named_of(t, case, &sure)
    }

    fn named_of(&self, t: Tongue, case: &Case, voices: &[&Voice]) -> String {
        let names = listed(t, case, voices.iter().copied());
        format!("{names} ({})", how_many(t, &self.figures.origins))
    }

    /// Who says it, naming none but those known to be different; none where nobody does.
    fn who(&self, t: Tongue, case: &Case) -> Option<String> {
        let sure: Vec<&Voice> = self.sure().collect();
        self.all_of(t, case, &sure)
    }

    /// Everybody who says it, known to be different or not; none where nobody does.
    pub(super) fn everybody(&self, t: Tongue, case: &Case) -> Option<String> {
        let all: Vec<&Voice> = self.voices.iter().collect();
        self.all_of(t, case, &all)
    }

    fn all_of(&self, t: Tongue, case: &Case, voices: &[&Voice]) -> Option<String> {
        if self.is_empty() {
            return None;
        }
        let mut parts = Vec::new();
        if !voices.is_empty() {
            parts.push(self.named_of(t, case, voices));
        }
        if !self.outlets.is_empty() {
            parts.push(self.own_words(t, case));
        }
        if self.figures.origins.unknown > 0 {
            parts.push(t.say("unsourced reports", "أنباء متداولة").to_owned());
        }
        if parts.is_empty() {
            parts.push(
                t.say(
                    "words that may not mean this very matter",
                    "كلام قد لا يعني هذا الأمر بعينه",
                )
                .to_owned(),
            );
        }
        Some(parts.join(t.say(" and by ", " و")))
    }

    fn outlet_names(&self, t: Tongue, case: &Case) -> String {
        listed(t, case, self.outlets.iter())
    }

    fn own_words(&self, t: Tongue, case: &Case) -> String {
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
    fn words(&self, t: Tongue, case: &Case) -> String {
        let mut marks: Vec<String> = self
            .sides
            .iter()
            .map(|side| format!("{}: {}", t.say("side", "الجهة"), t.side(case, *side)))
            .collect();
        if self.conceded {
            marks.push(
                t.say("against own side, as entered", "إقرار على جهته كما أُدخلت")
                    .to_owned(),
            );
        }
        if self.unclear {
            marks.push(
                t.say(
                    "perhaps not of this very matter",
                    "قد لا يعني هذا الأمر بعينه",
                )
                .to_owned(),
            );
        }
        if self.hedged && !self.unclear {
            marks.push(t.say("as likely only", "على سبيل الترجيح").to_owned());
        }
        if self.entailed && !self.unclear {
            marks.push(
                t.say(
                    "as follows from words on another question",
                    "بما يلزم من كلام في مسألة أخرى",
                )
                .to_owned(),
            );
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
        let name = t.source(case, self.source);
        if marks.is_empty() {
            name
        } else {
            format!("{name} ({})", marks.join(t.say("; ", "؛ ")))
        }
    }
}

/// "single origin", "2 origins", "at least 1 origin, at most 3".
pub(super) fn how_many(t: Tongue, origins: &Voiced) -> String {
    let (least, most) = (origins.at_least, origins.at_most.max(origins.at_least));
    match t {
        _ if least == most && most == 1 => t.say("single origin", "منشأ واحد").to_owned(),
        _ if least == most => t.count(most, ORIGIN),
        Tongue::En => format!("at least {}, at most {most}", t.count(least, ORIGIN)),
        Tongue::Ar if least == 0 => format!("{} على الأكثر", t.count(most, ORIGIN)),
        Tongue::Ar => format!(
            "{} على الأقل، و{} على الأكثر",
            t.count(least, ORIGIN),
            t.count(most, ORIGIN)
        ),
    }
}

/// "in these 5 texts", "in this one text": where absence is said of.
pub(super) fn these_texts(t: Tongue, analysis: &Analysis<'_>) -> String {
    let keys = analysis.case.documents.keys();
    let n = keys.filter(|key| analysis.counts(*key)).count();
    match t {
        Tongue::En if n == 1 => "in this one text".to_owned(),
        Tongue::En => format!("in these {n} texts"),
        Tongue::Ar => format!("في نصوص هذا الملف ({})", t.count(n, TEXT)),
    }
}

/// The wording of a claim.
pub(super) fn wording(material: &Material<'_>, key: Key<Claim>) -> WordingView {
    let analysis = &material.analysis;
    let case = analysis.case;
    let figures = &material.figures()[key.index()];
    let sentence = Sentence {
        analysis,
        figures,
        says: Heard::new(analysis, &figures.affirms, &figures.conceded_statements),
        denies: Heard::new(analysis, &figures.denies, &[]),
    };
    WordingView {
        en: sentence.write(Tongue::En),
        ar: sentence.write(Tongue::Ar),
        says_so: ids(&case.sources, sentence.says.named()),
        denies: ids(&case.sources, sentence.denies.named()),
    }
}

struct Sentence<'f, 'c> {
    analysis: &'f Analysis<'c>,
    figures: &'f ClaimFigures,
    says: Heard<'f>,
    denies: Heard<'f>,
}

/// Which stance a sentence opens with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lead {
    TakenBack,
    Said,
    Reported,
    Denied,
    Nobody,
}

impl Sentence<'_, '_> {
    fn lead(&self) -> Lead {
        let taken_back = !self.figures.affirms.taken_back.is_empty();
        if !self.says.is_empty() {
            Lead::Said
        } else if taken_back {
            Lead::TakenBack
        } else if !self.figures.reports.0.is_empty() {
            Lead::Reported
        } else if !self.denies.is_empty() {
            Lead::Denied
        } else {
            Lead::Nobody
        }
    }

    fn write(&self, t: Tongue) -> String {
        let case = self.analysis.case;
        let claim = &case.claims[self.figures.claim];
        let gist = match t.words(&claim.gist) {
            "" => case.claims.id(self.figures.claim),
            gist => gist.trim_end_matches(['.', '۔', ' ']),
        };
        let lead = self.lead();
        let mut clauses = vec![format!("{}: {gist}", self.opening(t, lead))];
        self.beside(t, lead, &mut clauses);
        if lead != Lead::Denied {
            clauses.push(self.denial(t));
        }
        self.doubted(t, &mut clauses);
        self.ground(t, lead, &mut clauses);
        let mut sentence = clauses.join(t.say("; ", "؛ "));
        sentence.push('.');
        sentence
    }

    fn opening(&self, t: Tongue, lead: Lead) -> String {
        let case = self.analysis.case;
        match lead {
            Lead::TakenBack if self.replaced() => t
                .say(
                    "Said, and since replaced by a later account",
                    "قيل ثم حلّ محله قول لاحق",
                )
                .to_owned(),
            Lead::TakenBack => t
                .say("Said, and since taken back", "قيل ثم جرى التراجع عنه")
                .to_owned(),
            Lead::Said if self.says.has_voices() => match t {
                Tongue::En => format!("According to {}", self.says.voices(t, case)),
                Tongue::Ar => format!("القائل بهذا {}", self.says.voices(t, case)),
            },
            Lead::Said if !self.says.outlets.is_empty() => match t {
                Tongue::En => format!("According to {}", self.says.own_words(t, case)),
                Tongue::Ar => format!("القائل بهذا {}", self.says.own_words(t, case)),
            },
            Lead::Said if self.says.only_unclear() => t
                .say(
                    "In words that may not mean this very matter",
                    "كلام قد لا يعني هذا الأمر بعينه",
                )
                .to_owned(),
            Lead::Said => unsourced(t, committed(&self.figures.affirms).count()),
            Lead::Reported => self.reported(t),
            Lead::Denied => match (self.denies.who(t, case), t) {
                (Some(who), Tongue::En) => format!("Denied by {who}"),
                (Some(who), Tongue::Ar) => format!("النافي لهذا {who}"),
                (None, _) => String::new(),
            },
            Lead::Nobody => match t {
                Tongue::En => format!("Said by nobody {}", these_texts(t, self.analysis)),
                Tongue::Ar => format!("لا قائل {} بما مفاده", these_texts(t, self.analysis)),
            },
        }
    }

    /// Whether all that was taken back only gave way to something later.
    fn replaced(&self) -> bool {
        let mut back = self.figures.affirms.taken_back.iter();
        back.all(|key| {
            self.analysis
                .taken_back
                .get(key)
                .is_some_and(|by| by.how != TakeBackHow::Retracts)
        })
    }

    /// Who passes it on without vouching for it.
    fn reported(&self, t: Tongue) -> String {
        let (statements, origins) = &self.figures.reports;
        if origins.unknown > 0 || origins.at_least == 0 {
            return unsourced(t, statements.len());
        }
        let names = t.sources(
            self.analysis.case,
            origins.at_least_by.iter().copied(),
            NAMED,
        );
        match t {
            Tongue::En => format!("Passed on, without vouching for it, by {names}"),
            Tongue::Ar => format!("الناقل لهذا دون جزم {names}"),
        }
    }

    /// What else is said of the one saying so.
    fn beside(&self, t: Tongue, lead: Lead, clauses: &mut Vec<String>) {
        let case = self.analysis.case;
        let says = &self.says;
        if lead == Lead::Said && says.has_voices() && !says.outlets.is_empty() {
            let names = says.outlet_names(t, case);
            clauses.push(match t {
                Tongue::En => format!("also in the own words of {names}"),
                Tongue::Ar => format!("وكذلك في {names} دون نسبته إلى أحد"),
            });
        }
        let unknown = says.figures.origins.unknown > 0;
        if lead == Lead::Said && unknown && (says.has_voices() || !says.outlets.is_empty()) {
            clauses.push(
                t.say("also in unsourced reports", "وكذلك في أنباء متداولة")
                    .to_owned(),
            );
        }
        let back = self.figures.affirms.taken_back.len();
        if lead == Lead::Said && back > 0 {
            let n = t.count(back, STATEMENT);
            clauses.push(match t {
                Tongue::En => format!("since taken back or replaced in {n}"),
                Tongue::Ar => format!("وجرى التراجع عنه أو تصحيحه في {}", oblique(t, &n)),
            });
        }
        let reports = &self.figures.reports.0;
        if lead == Lead::Said && says.has_voices() && !reports.is_empty() {
            let n = t.count(reports.len(), STATEMENT);
            clauses.push(match t {
                Tongue::En => format!("passed on without vouching in {n}"),
                Tongue::Ar => format!("ونُقل دون جزم في {}", oblique(t, &n)),
            });
        }
        let nobody = !says.has_voices() && says.outlets.is_empty();
        if matches!(lead, Lead::Said | Lead::Reported | Lead::Denied) && nobody {
            let texts = these_texts(t, self.analysis);
            clauses.push(match (t, lead == Lead::Denied) {
                (Tongue::En, true) => format!("said by nobody {texts}"),
                (Tongue::Ar, true) => format!("ولا قائل به {texts}"),
                (Tongue::En, false) => format!("nobody identifiable vouches for it {texts}"),
                (Tongue::Ar, false) => format!("ولا قائل معروفًا يجزم به {texts}"),
            });
        }
    }

    fn denial(&self, t: Tongue) -> String {
        let who = self.denies.who(t, self.analysis.case);
        match (t, who) {
            (Tongue::En, Some(who)) => format!("denied by {who}"),
            (Tongue::Ar, Some(who)) => format!("والنافي له {who}"),
            (_, None) if !self.figures.denies.taken_back.is_empty() => t
                .say("its denial was taken back", "وجرى التراجع عن نفيه")
                .to_owned(),
            (Tongue::En, None) => format!("no denial {}", these_texts(t, self.analysis)),
            (Tongue::Ar, None) => format!("ولا نفي لذلك {}", these_texts(t, self.analysis)),
        }
    }

    fn doubted(&self, t: Tongue, clauses: &mut Vec<String>) {
        for (list, en, ar) in [
            (&self.figures.doubts.0, "doubted in", "وشُكّك فيه في"),
            (
                &self.figures.cannot_confirm.0,
                "not confirmed, as not known, in",
                "وتعذّر تأكيده في",
            ),
        ] {
            if !list.is_empty() {
                clauses.push(format!(
                    "{} {}",
                    t.say(en, ar),
                    oblique(t, &t.count(list.len(), STATEMENT))
                ));
            }
        }
    }

    /// Through whom it reached print, and how its sources say that they know.
    fn ground(&self, t: Tongue, lead: Lead, clauses: &mut Vec<String>) {
        let case = self.analysis.case;
        let of = match lead {
            Lead::Said => &self.says,
            Lead::Denied => &self.denies,
            Lead::TakenBack | Lead::Reported | Lead::Nobody => return,
        };
        if !of.has_voices() {
            return;
        }
        let outlets: Vec<Key<Source>> = of.figures.outlets.iter().copied().collect();
        match (t, outlets.as_slice()) {
            (_, []) => {}
            (Tongue::En, [one]) => {
                clauses.push(format!("carried only by {}", t.source(case, *one)));
            }
            (Tongue::Ar, [one]) => {
                clauses.push(format!("ولم يرد إلا عبر {}", t.source(case, *one)));
            }
            (Tongue::En, all) => {
                clauses.push(format!("carried by {}", t.count(all.len(), OUTLET)));
            }
            (Tongue::Ar, all) => {
                let n = oblique(t, &t.count(all.len(), OUTLET));
                clauses.push(format!("وقد ورد عبر {n}"));
            }
        }
        // A denial needs no witness.
        if lead == Lead::Said && !of.witnessed {
            clauses.push(
                t.say(
                    "none of them claims to have seen it",
                    "دون ذكر مشاهدة مباشرة",
                )
                .to_owned(),
            );
        }
    }
}

fn unsourced(t: Tongue, statements: usize) -> String {
    let n = t.count(statements, STATEMENT);
    match t {
        Tongue::En => format!("According to unsourced reports ({n})"),
        Tongue::Ar => format!("أنباء متداولة لا يُعرف قائلها ({n})"),
    }
}

/// The dual after a preposition: «قولين», not «قولان».
fn oblique(t: Tongue, words: &str) -> String {
    match (t, words) {
        (Tongue::Ar, "قولان") => "قولين".to_owned(),
        (Tongue::Ar, "جهتان ناشرتان") => "جهتين ناشرتين".to_owned(),
        _ => words.to_owned(),
    }
}
