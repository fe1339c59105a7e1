//! Supported wording: one sentence on a claim, in English and in Arabic, that says no more than
//! the case supports.
//!
//! It is put together from templates round the claim's gist: who says so (everybody, and within
//! what bounds they are how many voices), with what reserve, on whose side, on what basis, carried by
//! whom, and who denies it. What is missing is said to be missing from the texts of the case,
//! never from the world. It is no legal clearance: what it attributes can still defame.

use schemars::JsonSchema;
use serde::Serialize;

use super::heard::{Heard, NAMED, committed};
use super::material::Material;
use super::parts::ids;
use super::phrase::{OUTLET, STATEMENT, TEXT, Tongue};
use crate::analysis::{Analysis, ClaimFigures};
use crate::model::{Claim, Commitment, Key, Source, TakeBackHow};

/// A sentence in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub struct WordingView {
    /// In English.
    pub en: String,
    /// In Arabic.
    pub ar: String,
    /// The origins that it names as saying so: the first few, those known to be different first.
    pub says_so: Vec<String>,
    /// Those that it names as denying it.
    pub denies: Vec<String>,
}

/// "in these 5 texts", "in this one text": where absence is said of.
pub(super) fn these_texts(t: Tongue, n: usize) -> String {
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
    let figures = material.figures_of(key);
    let sentence = Sentence {
        analysis,
        texts: material.counted_texts(),
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
    texts: usize,
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
        if lead == Lead::Reported && self.only_to_deny() {
            clauses.push(
                t.say(
                    "heard here only from those who deny it",
                    "ولا يرد إلا على لسان من ينفيه",
                )
                .to_owned(),
            );
        }
        if lead == Lead::Said {
            // What carries the saying stands beside it, before anybody else is named.
            self.ground(t, lead, &mut clauses);
        }
        if lead != Lead::Denied {
            clauses.push(self.denial(t));
            self.denial_carried(t, &mut clauses);
        }
        self.doubted(t, &mut clauses);
        if lead != Lead::Said {
            self.ground(t, lead, &mut clauses);
        }
        let mut sentence = self.seen(t);
        sentence.push_str(&clauses.join(t.say("; ", "؛ ")));
        sentence.push('.');
        sentence
    }

    /// From where the case is looked at: without it, a pasted sentence would say of the texts what
    /// is true of a part of them only.
    fn seen(&self, t: Tongue) -> String {
        let setting = &self.analysis.setting;
        let mut parts = Vec::new();
        if !setting.without.is_empty() {
            let names = t.sources(
                self.analysis.case,
                setting.without.iter().copied(),
                setting.without.len(),
            );
            parts.push(match t {
                Tongue::En => format!("With {names} set aside"),
                Tongue::Ar => format!("دون حساب {names}"),
            });
        }
        if let Some(day) = &setting.as_of {
            let as_of = t.say("As of", "حتى");
            parts.push(format!("{as_of} {}", day.edtf()));
        }
        if let Some(minute) = setting.known_by {
            let known = t.say("As known by", "بما دخل الملف حتى");
            parts.push(format!("{known} {minute}"));
        }
        if parts.is_empty() {
            String::new()
        } else {
            format!("{}: ", parts.join(t.say(", ", "، ")))
        }
    }

    /// Whether all that passes it on does so in the words of somebody who denies it.
    fn only_to_deny(&self) -> bool {
        let reports = &self.figures.reports.0;
        !reports.is_empty()
            && reports.iter().all(|key| {
                self.analysis.chains_left(*key).all(|chain| {
                    chain
                        .links
                        .iter()
                        .any(|l| l.commitment == Commitment::Denies)
                })
            })
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
                Tongue::Ar => format!("مصدر هذا القول {}", self.says.voices(t, case)),
            },
            Lead::Said if !self.says.outlets.is_empty() => match t {
                Tongue::En => format!("According to {}", self.says.own_words(t, case)),
                Tongue::Ar => format!("مصدر هذا القول {}", self.says.own_words(t, case)),
            },
            Lead::Said if self.says.only_unclear() => t
                .say(
                    "In words that may not mean this very matter",
                    "كلام قد لا يعني هذا الأمر بعينه",
                )
                .to_owned(),
            Lead::Said => unsourced(
                t,
                committed(&self.figures.affirms).count() + self.figures.reports.1.unknown,
            ),
            Lead::Reported => self.reported(t),
            Lead::Denied => match (self.denies.who(t, case), t) {
                (Some(who), Tongue::En) => format!("Denied by {who}"),
                (Some(who), Tongue::Ar) => format!("مصدر النفي {who}"),
                (None, _) => String::new(),
            },
            Lead::Nobody => match t {
                Tongue::En => format!("Said by nobody {}", these_texts(t, self.texts)),
                Tongue::Ar => format!("لا قائل {} بما مفاده", these_texts(t, self.texts)),
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
        let origins = &self.figures.reports.1;
        let heard: Vec<Key<Source>> = origins
            .named
            .iter()
            .chain(&origins.undisclosed)
            .chain(&origins.own_voice)
            .copied()
            .collect();
        if heard.is_empty() {
            return unsourced(t, origins.unknown);
        }
        let names = t.sources(self.analysis.case, heard.iter().copied(), NAMED);
        let mut text = match t {
            Tongue::En => format!("Passed on, without vouching for it, by {names}"),
            Tongue::Ar => format!("نقلٌ دون جزم، مصدره {names}"),
        };
        if origins.unknown > 0 {
            let n = t.count(origins.unknown, STATEMENT);
            text.push_str(&match t {
                Tongue::En => format!(", and in unsourced reports ({n})"),
                Tongue::Ar => format!("، وأنباء متداولة لا يُعرف قائلها ({n})"),
            });
        }
        text
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
            let texts = these_texts(t, self.texts);
            clauses.push(match (t, lead == Lead::Denied) {
                (Tongue::En, true) => format!("said by nobody {texts}"),
                (Tongue::Ar, true) => format!("ولا قائل به {texts}"),
                (Tongue::En, false) => format!("nobody identifiable vouches for it {texts}"),
                (Tongue::Ar, false) => format!("ولا قائل معروفًا يجزم به {texts}"),
            });
        }
    }

    /// "Carried only by X", of the denial: it may stand on other legs than what it denies.
    fn denial_carried(&self, t: Tongue, clauses: &mut Vec<String>) {
        if !self.denies.has_voices() || self.denies.figures.outlets.len() != 1 {
            return;
        }
        if let Some(one) = self.denies.figures.outlets.first() {
            let name = t.source(self.analysis.case, *one);
            clauses.push(match t {
                Tongue::En => format!("the denial carried only by {name}"),
                Tongue::Ar => format!("ولم يرد النفي إلا عبر {name}"),
            });
        }
    }

    fn denial(&self, t: Tongue) -> String {
        let who = self.denies.who(t, self.analysis.case);
        match (t, who) {
            (Tongue::En, Some(who)) => format!("denied by {who}"),
            (Tongue::Ar, Some(who)) => format!("ومصدر النفي {who}"),
            (_, None) if !self.figures.denies.taken_back.is_empty() => t
                .say("its denial was taken back", "وجرى التراجع عن نفيه")
                .to_owned(),
            (Tongue::En, None) => format!("no denial {}", these_texts(t, self.texts)),
            (Tongue::Ar, None) => format!("ولا نفي لذلك {}", these_texts(t, self.texts)),
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
        let outlets: Vec<Key<Source>> = of.figures.outlets.to_vec();
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
