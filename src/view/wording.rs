//! Supported wording: one sentence on a claim, in English and in Arabic, that says no more than
//! the case supports.
//!
//! It is put together from templates round the claim's gist. Before the gist stands who says so, right after it who denies it
//! (everybody, and within what bounds they are how many voices), by when, with what reserve, on whose side, on what
//! basis; then through whom alone it is known. In Arabic the gist stands
//! first, named as what is asked and set off by a dash: within guillemets it would read as somebody's words. What is missing is said to be missing from the texts of the case,
//! never from the world. It is no legal clearance: what it attributes can still defame.

use schemars::JsonSchema;
use serde::Serialize;

use super::decisions::told;
use super::heard::{Heard, committed};
use super::labels::Pair;
use super::material::Material;
use super::mention::{Mentions, its_source, source_of};
use super::moments::Moments;
use super::parts::ids;
use super::phrase::{STATEMENT, TEXT, Tongue};
use super::reading::readings;
use super::wording_passed::unsourced;
use super::wording_when::seen;
use crate::analysis::{Analysis, ClaimFigures};
use crate::model::{Case, Claim, Judgement, Key, Stance, Statement};

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WordingView {
    /// In English.
    pub en: String,
    /// In Arabic.
    pub ar: String,
    /// What is behind these words and is left out of them, each a line.
    pub notes: Vec<NoteView>,
    /// The origins that it names as saying so: the first few, those known to be different first.
    pub says_so: Vec<String>,
    /// Those that it names as denying it, or as saying on another question what does not go with it.
    pub denies: Vec<String>,
    /// Statements on which the number of origins of a side rests and which count here only as they are read: where one
    /// is read otherwise, the number is another.
    pub read_so: Vec<String>,
}

/// A line in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct NoteView {
    /// In English.
    pub en: String,
    /// In Arabic.
    pub ar: String,
}

/// "in these 5 texts", "in this one text": where absence is said of; of what is left of them where sources are set
/// aside.
pub(super) fn these_texts(t: Tongue, analysis: &Analysis<'_>, n: usize) -> String {
    let left = !analysis.setting.without.is_empty();
    match t {
        Tongue::En if n == 1 && left => "in the rest of this one text".to_owned(),
        Tongue::En if left => format!("in the rest of these {n} texts"),
        Tongue::En if n == 1 => "in this one text".to_owned(),
        Tongue::En => format!("in these {n} texts"),
        Tongue::Ar => {
            let texts = format!("في نصوص هذا الملف ({})", t.count(n, TEXT));
            match left {
                true => format!("{texts} بعد هذا الاستبعاد"),
                false => texts,
            }
        }
    }
}

/// Whether all of these are heard in the words of somebody who denies them.
pub(super) fn only_to_deny(analysis: &Analysis<'_>, statements: &[Key<Statement>]) -> bool {
    let mentions = Mentions::among(analysis, statements);
    !statements.is_empty() && mentions.statements.len() == statements.len()
}

/// That all of it is heard only so.
pub(super) const ONLY_TO_DENY: Pair = (
    "heard here only from those who deny it",
    "ولا يرد إلا على لسان من ينفيه",
);

/// The wording of a claim.
pub(super) fn wording(material: &Material<'_>, key: Key<Claim>) -> WordingView {
    let analysis = &material.analysis;
    let case = analysis.case;
    let figures = material.figures_of(key);
    let sentence = Sentence::new(analysis, material.counted_texts(), figures);
    let write = |t: Tongue| format!("{}{}", seen(analysis, t), sentence.write(t));
    let [affirms, denies] = material.decided_of(key);
    let notes = |t: Tongue| {
        let mut notes = sentence.notes(t);
        let mut decided: Vec<Key<Judgement>> = affirms.iter().chain(&denies).copied().collect();
        decided.sort_unstable();
        decided.dedup();
        notes.extend(told(analysis, t, &decided));
        notes
    };
    let notes = notes(Tongue::En).into_iter().zip(notes(Tongue::Ar));
    WordingView {
        en: write(Tongue::En),
        ar: write(Tongue::Ar),
        notes: notes.map(|(en, ar)| NoteView { en, ar }).collect(),
        says_so: ids(&case.sources, sentence.says.named()),
        denies: ids(&case.sources, sentence.denies.named()),
        read_so: resting_on_readings(case, [&sentence.says, &sentence.denies]),
    }
}

/// The statements that the origins of a claim rest on and that may be read otherwise, by id.
pub(super) fn read_so(analysis: &Analysis<'_>, figures: &ClaimFigures) -> Vec<String> {
    let (claim, affirms, denies) = (figures.claim, &figures.affirms, &figures.denies);
    if readings(analysis, claim, Stance::Affirms, affirms).is_empty()
        && readings(analysis, claim, Stance::Denies, denies).is_empty()
    {
        return Vec::new();
    }
    let (says, denies) = Heard::both(analysis, figures);
    resting_on_readings(analysis.case, [&says, &denies])
}

fn resting_on_readings(case: &Case, heard: [&Heard<'_>; 2]) -> Vec<String> {
    let all = heard
        .into_iter()
        .flat_map(|one| one.read_so.iter().copied());
    ids(&case.statements, all)
}

/// The wording of a claim in English and in Arabic, without from where the case is looked at; `texts` count there.
pub(super) fn bare_wording(
    analysis: &Analysis<'_>,
    texts: usize,
    figures: &ClaimFigures,
) -> [String; 2] {
    let sentence = Sentence::new(analysis, texts, figures);
    [Tongue::En, Tongue::Ar].map(|t| sentence.write(t))
}

/// A sentence to be written.
pub(super) struct Sentence<'f, 'c> {
    pub(super) analysis: &'f Analysis<'c>,
    pub(super) texts: usize,
    pub(super) figures: &'f ClaimFigures,
    pub(super) says: Heard<'f>,
    pub(super) denies: Heard<'f>,
    /// What stands only within a denial of it.
    pub(super) mentions: Mentions,
    /// What is passed on otherwise, without anybody vouching for it.
    pub(super) passed_on: Vec<Key<Statement>>,
}

/// Which stance a sentence opens with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    TakenBack,
    Said,
    Reported,
    Denied,
    Nobody,
}

impl<'f, 'c> Sentence<'f, 'c> {
    fn new(analysis: &'f Analysis<'c>, texts: usize, figures: &'f ClaimFigures) -> Self {
        let (says, denies) = Heard::both(analysis, figures);
        let (says, denies) = (says.for_a_sentence(), denies.for_a_sentence());
        let mentions = Mentions::among(analysis, &figures.reports.0);
        Self {
            analysis,
            texts,
            figures,
            says,
            denies,
            passed_on: {
                let mut passed_on = mentions.others(&figures.reports.0);
                passed_on.retain(|one| !figures.reports.1.headings.contains(one));
                passed_on
            },
            mentions,
        }
    }

    pub(super) fn lead(&self) -> Lead {
        let taken_back = !self.figures.affirms.taken_back.is_empty();
        if !self.says.is_empty() {
            Lead::Said
        } else if taken_back {
            Lead::TakenBack
        } else if !self.passed_on.is_empty() {
            Lead::Reported
        } else if !self.denies.is_empty() {
            Lead::Denied
        } else if !self.mentions.is_empty() {
            Lead::Reported
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
        let denial = self.denied(t).filter(|_| lead != Lead::Denied);
        let opening = self.opening(t, lead, denial.is_some());
        let (first, second) = self.moments(t, lead, denial.is_some());
        // Behind the denial the gist would come too late to be read with who says so.
        let mut clauses = vec![match t {
            // Cut at the colon, what is denied must not be left standing as if somebody said it.
            Tongue::En if lead == Lead::Denied && !self.denies.only_elsewhere() => {
                format!("{opening}{first}: that {gist}")
            }
            Tongue::En => format!("{opening}{first}: {gist}"),
            // A name and a colon would make of the proposition what that name said, also where it denies it.
            Tongue::Ar => format!("{OF_WHAT}: {gist} – {opening}{first}"),
        }];
        clauses.extend(denial.as_ref().map(|denial| match t {
            Tongue::En => format!("{denial}{second}"),
            Tongue::Ar => format!("و{denial}{second}"),
        }));
        self.beside(t, lead, &mut clauses);
        if lead == Lead::Said
            && only_to_deny(
                self.analysis,
                &committed(&self.figures.affirms).collect::<Vec<_>>(),
            )
        {
            clauses.push(t.of(ONLY_TO_DENY).to_owned());
        }
        self.otherwise(t, &mut clauses);
        if denial.is_none() && lead != Lead::Denied {
            clauses.push(self.no_denial(t));
        }
        self.doubted(t, &mut clauses);
        self.ground(t, lead, &mut clauses);
        format!("{}.", clauses.join(t.say("; ", "؛ ")))
    }

    /// Who says so, before the gist in English and after it in Arabic, which has nouns where English has verbs, so
    /// that nothing need agree with whoever that is. `disputed`: the denial follows in the same breath.
    fn opening(&self, t: Tongue, lead: Lead, disputed: bool) -> String {
        match lead {
            Lead::TakenBack => {
                let back = self.taken_back(false);
                let words = back.words(t, self.analysis);
                // When it was said, and not when it was taken back.
                let when = Moments::of(self.analysis, &self.figures.affirms.taken_back);
                let when = when.map_or_else(String::new, |when| format!(" ({})", when.words(t)));
                match (t, back.by_speakers()) {
                    (Tongue::En, _) if back.in_headings() => {
                        format!("Said in a heading{when}, and since {words}")
                    }
                    (Tongue::Ar, _) if back.in_headings() => {
                        format!("ورد في عنوان{when} ثم جرى {words}")
                    }
                    (Tongue::En, _) if back.follows() => {
                        format!(
                            "Implied by what was said on another question{when}, and since {words}"
                        )
                    }
                    (Tongue::Ar, _) if back.follows() => {
                        format!("كان يلزم مما قيل في مسألة أخرى{when} ثم جرى {words}")
                    }
                    (Tongue::En, true) => format!("Said{when}, and since {words}"),
                    (Tongue::En, false) => format!("Reported as said{when}, and since {words}"),
                    (Tongue::Ar, true) => format!("قيل{when} ثم جرى {words}"),
                    (Tongue::Ar, false) => format!("نُقل أنه قيل{when} ثم جرى {words}"),
                }
            }
            Lead::Said => self.said(t, disputed),
            Lead::Reported => self.reported(t, disputed),
            Lead::Denied if self.denies.only_elsewhere() => match t {
                Tongue::En => self.at_odds(t).replacen("at odds", "At odds", 1),
                Tongue::Ar => self.at_odds(t),
            },
            Lead::Denied => {
                let (here, rest) = (&self.denies.here, self.also_denied(t));
                if let Some(words) = here.in_heading(t, self.analysis, true) {
                    return match t {
                        Tongue::En => format!("Denied {words}{rest}"),
                        Tongue::Ar => format!("مصدر النفي: {words}{rest}"),
                    };
                }
                match (here.known(t, self.analysis, " and by "), t) {
                    (Some(who), Tongue::En) if here.perhaps() => {
                        format!("Perhaps denied by {who}{rest}")
                    }
                    (Some(who), Tongue::Ar) if here.perhaps() => {
                        let its = its_source(here.known_as());
                        format!("قد يُقرأ نفيًا له كلام {its}: {who}{rest}")
                    }
                    (Some(who), Tongue::En) if here.is_apparent() => {
                        format!("Apparently denied by {who}{rest}")
                    }
                    (Some(who), Tongue::Ar) if here.is_apparent() => {
                        format!(
                            "{} على ما يبدو: {who}{rest}",
                            source_of(here.known_as(), "النفي")
                        )
                    }
                    (Some(who), Tongue::En) => format!("Denied by {who}{rest}"),
                    (Some(who), Tongue::Ar) => {
                        format!("{}: {who}{rest}", source_of(here.known_as(), "النفي"))
                    }
                    (None, _) => {
                        let (n, rest) = (here.bare(t), self.besides_at_odds(t));
                        match t {
                            Tongue::En => {
                                format!("Denied, by whom is not written ({n}){rest}")
                            }
                            Tongue::Ar => format!("ورد نفيه ولا يُعرف من نفاه ({n}){rest}"),
                        }
                    }
                }
            }
            Lead::Nobody => match t {
                Tongue::En => format!(
                    "Said by nobody {}",
                    these_texts(t, self.analysis, self.texts)
                ),
                Tongue::Ar => format!("لا قائل به {}", these_texts(t, self.analysis, self.texts)),
            },
        }
    }

    /// Who says so, in words and then by what follows from words on another question.
    fn said(&self, t: Tongue, disputed: bool) -> String {
        let follows = || {
            let who = self.says.elsewhere.who(t, self.analysis, false)?;
            Some(match t {
                Tongue::En => format!("implied by what is said on another question by {who}"),
                Tongue::Ar => {
                    let its = its_source(self.says.elsewhere.known_as());
                    format!("يلزم مما قيل في مسألة أخرى، و{its}: {who}")
                }
            })
        };
        if self.says.only_elsewhere() {
            let words = follows().unwrap_or_default();
            return match t {
                Tongue::En => words.replacen("implied", "Implied", 1),
                Tongue::Ar => words,
            };
        }
        let mut words = self.said_in_words(t, disputed);
        if let Some(follows) = follows() {
            words.push_str(t.say(", and ", "، و"));
            words.push_str(&follows);
            words.push_str(&self.says.together(t));
        }
        words
    }

    /// Who says so in words. What an outlet says beside others follows after the gist.
    fn said_in_words(&self, t: Tongue, disputed: bool) -> String {
        let here = &self.says.here;
        if let Some(words) = here.in_heading(t, self.analysis, false) {
            return match t {
                Tongue::En => format!("Said {words}"),
                Tongue::Ar => format!("مصدر القول: {words}"),
            };
        }
        let who = if here.has_voices() {
            Some(here.voices(t, self.analysis))
        } else {
            here.known(t, self.analysis, " and by ")
        };
        match (t, who) {
            (Tongue::En, Some(who)) if here.perhaps() => format!("Perhaps said by {who}"),
            (Tongue::Ar, Some(who)) if here.perhaps() => {
                format!(
                    "قد يُقرأ قولًا به كلام {}: {who}",
                    its_source(here.told_first())
                )
            }
            (Tongue::En, Some(who)) if here.is_apparent() => format!("Apparently said by {who}"),
            (Tongue::Ar, Some(who)) if here.is_apparent() => {
                format!("{} على ما يبدو: {who}", self.says_named())
            }
            (Tongue::En, Some(who)) if disputed => format!("Said by {who}"),
            (Tongue::En, Some(who)) => format!("According to {who}"),
            (Tongue::Ar, Some(who)) => format!("{}: {who}", self.says_named()),
            (_, None) if !here.has_unsourced() => t
                .say(
                    "In words of which it is unclear whether they mean this",
                    "ورد في كلام قد لا يكون في هذه المسألة",
                )
                .to_owned(),
            (_, None) => {
                let more = self
                    .mentions
                    .others(&self.figures.reports.1.unsourced)
                    .len();
                match here.unsourced(t, false) {
                    Some(words) if here.own_of_unknown() && more == 0 => match t {
                        Tongue::En => format!("According to {words}"),
                        Tongue::Ar => words,
                    },
                    _ => unsourced(t, here.nobody() + more, disputed),
                }
            }
        }
    }

    /// «مصدر القول», in the form for as many as are told of before the rest.
    fn says_named(&self) -> String {
        let here = &self.says.here;
        source_of(here.told_first(), "القول")
    }

    /// What else is said of the one saying so.
    fn beside(&self, t: Tongue, lead: Lead, clauses: &mut Vec<String>) {
        let says = &self.says.here;
        if lead == Lead::Said && says.has_voices() && says.has_outlets() {
            let names = says.outlet_names(t, self.analysis);
            clauses.push(match t {
                Tongue::En => format!("also said by {names}, naming no other source"),
                Tongue::Ar => format!("وكذلك {names} (بلا نسبة إلى مصدر)"),
            });
        }
        // These are among the number of origins.
        if lead == Lead::Said && (says.has_voices() || says.has_outlets()) {
            clauses.extend(says.unsourced(t, false).map(|words| match t {
                Tongue::En => format!("also {words}"),
                Tongue::Ar => format!("وكذلك {words}"),
            }));
        }
        clauses.extend(
            self.withdrawn(lead)
                .into_iter()
                .map(|(back, denial)| back.clause(t, denial)),
        );
        if lead == Lead::TakenBack && !self.passed_on.is_empty() {
            let who = self.passed_on_by(t).unwrap_or_else(|| {
                let n = t.count(self.rumours(), STATEMENT);
                match t {
                    Tongue::En => format!("in unsourced reports ({n})"),
                    Tongue::Ar => format!("خبر متداول لا يُعرف قائله (ورد في {})", oblique(t, &n)),
                }
            });
            clauses.push(match t {
                Tongue::En => format!("also passed on, without vouching for it, {who}"),
                Tongue::Ar => format!("ومصدر النقل دون جزم: {who}"),
            });
        }
        let nobody = !self.says.is_known();
        if matches!(lead, Lead::Said | Lead::Reported | Lead::Denied) && nobody {
            let texts = these_texts(t, self.analysis, self.texts);
            clauses.push(match (t, lead) {
                (Tongue::En, Lead::Reported) => format!("nobody vouches for it {texts}"),
                (Tongue::Ar, Lead::Reported) => format!("ولا يجزم به أحد {texts}"),
                (Tongue::En, Lead::Said) => format!("who says so is not written {texts}"),
                (Tongue::Ar, Lead::Said) => format!("ولا يُذكر من قال به {texts}"),
                (Tongue::En, _) => format!("nobody says so {texts}"),
                (Tongue::Ar, _) => format!("ولا قائل به {texts}"),
            });
            clauses.extend(self.denies.withheld(t, self.analysis));
        }
    }
}

/// Before the gist of an Arabic sentence: what follows is what is asked, and nobody's words.
const OF_WHAT: &str = "موضوع المسألة";

/// A counted noun after a preposition: of two «قولين», not «قولان».
pub(super) fn oblique(t: Tongue, words: &str) -> String {
    let dual = |word: &str| match word.strip_suffix("ان") {
        Some(stem) => format!("{stem}ين"),
        None => word.to_owned(),
    };
    match t {
        Tongue::En => words.to_owned(),
        Tongue::Ar => words.split(' ').map(dual).collect::<Vec<_>>().join(" "),
    }
}
