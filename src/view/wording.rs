//! Supported wording: one sentence on a claim, in English and in Arabic, that says no more than
//! the case supports.
//!
//! It is put together from templates round the claim's gist. Before the gist, in one breath, stands
//! who says so and who denies it (everybody, and within what bounds they are how many voices), with
//! what reserve, on whose side, on what basis; after it through whom alone it is known. What is missing is said to be missing from the texts of the case,
//! never from the world. It is no legal clearance: what it attributes can still defame.

use schemars::JsonSchema;
use serde::Serialize;

use super::heard::{Heard, NAMED, committed};
use super::material::Material;
use super::parts::ids;
use super::phrase::{OUTLET, STATEMENT, TEXT, Tongue};
use super::way::Way;
use crate::analysis::{Analysis, ClaimFigures};
use crate::model::{Claim, Commitment, Key, Source, Statement, TakeBackHow};

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
    let (says, denies) = Heard::both(analysis, figures);
    let sentence = Sentence {
        analysis,
        texts: material.counted_texts(),
        figures,
        says,
        denies,
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
        let denial = self.denied(t).filter(|_| lead != Lead::Denied);
        let opening = self.opening(t, lead, denial.is_some());
        let said = match &denial {
            Some(denial) => format!("{opening}{}{denial}", t.say(", ", "، و")),
            None => opening,
        };
        let mut clauses = vec![match t {
            Tongue::En => format!("{said}: {gist}"),
            // A name and a colon would make of the proposition what that name said, also where it denies it.
            Tongue::Ar if gist.contains('«') => format!("“{gist}”: {said}"),
            Tongue::Ar => format!("«{gist}»: {said}"),
        }];
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
        if denial.is_none() && lead != Lead::Denied {
            clauses.push(self.no_denial(t));
        }
        self.doubted(t, &mut clauses);
        self.ground(t, lead, &mut clauses);
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

    /// Who says so, before the gist in English and after it in Arabic, which has nouns where English has verbs, so
    /// that nothing need agree with whoever that is. `disputed`: the denial follows in the same breath.
    fn opening(&self, t: Tongue, lead: Lead, disputed: bool) -> String {
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
            Lead::Said => {
                // What an outlet says beside others follows after the gist.
                let who = if self.says.has_voices() {
                    Some(self.says.voices(t, case))
                } else {
                    self.says.known(t, case)
                };
                match (t, who) {
                    (Tongue::En, Some(who)) if disputed => format!("Said by {who}"),
                    (Tongue::En, Some(who)) => format!("According to {who}"),
                    (Tongue::Ar, Some(who)) => format!("مصدر القول: {who}"),
                    (_, None) if self.says.figures.origins.unknown == 0 => t
                        .say(
                            "In words of which it is unclear whether they mean this",
                            "ورد في كلام قد لا يكون في هذه المسألة",
                        )
                        .to_owned(),
                    (_, None) => {
                        let more = self.figures.reports.1.unknown;
                        match self.says.unsourced(t, false) {
                            Some(words) if self.says.own_of_unknown() && more == 0 => match t {
                                Tongue::En => format!("According to {words}"),
                                Tongue::Ar => words,
                            },
                            _ => {
                                let n = committed(&self.figures.affirms).count() + more;
                                unsourced(t, n, disputed)
                            }
                        }
                    }
                }
            }
            Lead::Reported => self.reported(t, disputed),
            Lead::Denied if self.denies.elsewhere => {
                self.at_odds(t).replacen("at odds", "At odds", 1)
            }
            Lead::Denied => match (self.denies.known(t, case), t) {
                (Some(who), Tongue::En) => format!("Denied by {who}{}", self.also_denied(t)),
                (Some(who), Tongue::Ar) => format!("مصدر النفي: {who}{}", self.also_denied(t)),
                (None, _) => {
                    let n = self.denies.bare(t);
                    match t {
                        Tongue::En => format!("Denied, nobody identifiable doing so ({n})"),
                        Tongue::Ar => format!("ورد نفيه دون نافٍ معروف ({n})"),
                    }
                }
            },
            Lead::Nobody => match t {
                Tongue::En => format!("Said by nobody {}", these_texts(t, self.texts)),
                Tongue::Ar => format!("لا قائل به {}", these_texts(t, self.texts)),
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
    fn reported(&self, t: Tongue, disputed: bool) -> String {
        let origins = &self.figures.reports.1;
        let heard: Vec<Key<Source>> = origins
            .named
            .iter()
            .chain(&origins.undisclosed)
            .chain(&origins.own_voice)
            .copied()
            .collect();
        if heard.is_empty() {
            return unsourced(t, origins.unknown, disputed);
        }
        let names = t.sources(self.analysis.case, heard.iter().copied(), NAMED);
        let mut text = match t {
            Tongue::En => format!("Passed on, without vouching for it, by {names}"),
            Tongue::Ar => format!("مصدر النقل دون جزم: {names}"),
        };
        if origins.unknown > 0 {
            let n = t.count(origins.unknown, STATEMENT);
            text.push_str(&match t {
                Tongue::En => format!(", and in unsourced reports ({n})"),
                Tongue::Ar => format!("، وخبر متداول لا يُعرف قائله (ورد في {})", oblique(t, &n)),
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
                Tongue::Ar => format!("وكذلك {names} (بلا نسبة إلى مصدر)"),
            });
        }
        let unknown = says.figures.origins.unknown > 0;
        if lead == Lead::Said && unknown && (says.has_voices() || !says.outlets.is_empty()) {
            clauses.extend(self.says.unsourced(t, false).map(|words| match t {
                Tongue::En => format!("also {words}"),
                Tongue::Ar => format!("وكذلك {words}"),
            }));
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

    /// "denied by X", or, where that only follows from words on other questions, "at odds with", after who says so; none where nobody denies it.
    fn denied(&self, t: Tongue) -> Option<String> {
        if self.denies.is_empty() {
            let back = !self.figures.denies.taken_back.is_empty();
            return back.then(|| {
                t.say("its denial since taken back", "جرى التراجع عن نفيه")
                    .to_owned()
            });
        }
        if self.denies.elsewhere {
            return Some(self.at_odds(t));
        }
        Some(match (t, self.denies.known(t, self.analysis.case)) {
            (Tongue::En, Some(who)) => format!("denied by {who}{}", self.also_denied(t)),
            (Tongue::Ar, Some(who)) => format!("مصدر نفيه: {who}{}", self.also_denied(t)),
            // A denial without an owner is no denier.
            (_, None) => {
                let n = self.denies.bare(t);
                match t {
                    Tongue::En => format!("while a denial of unknown origin is passed on ({n})"),
                    Tongue::Ar => format!("ورد نفي لا يُعرف قائله ({n})"),
                }
            }
        })
    }

    /// Where nobody denies it but words on other questions do not go with it.
    fn at_odds(&self, t: Tongue) -> String {
        let also = self.also_denied(t);
        let n = self.denies.bare(t);
        match (t, self.denies.known(t, self.analysis.case)) {
            (Tongue::En, Some(who)) => {
                format!("at odds with what is said on another question by {who}{also}")
            }
            (Tongue::Ar, Some(who)) => {
                format!("لا يتفق معه ما قيل في مسألة أخرى، ومصدره: {who}{also}")
            }
            (Tongue::En, None) => {
                format!("at odds with words of unknown origin on another question ({n})")
            }
            (Tongue::Ar, None) => format!("لا يتفق معه كلام لا يُعرف قائله في مسألة أخرى ({n})"),
        }
    }

    /// Beside known deniers: denials without an owner.
    fn also_denied(&self, t: Tongue) -> String {
        match (t, self.denies.unsourced(t, true)) {
            (_, None) => String::new(),
            (Tongue::En, Some(words)) => format!(", beside {words}"),
            (Tongue::Ar, Some(words)) => format!("، إلى جانب {words}"),
        }
    }

    fn no_denial(&self, t: Tongue) -> String {
        let texts = these_texts(t, self.texts);
        match t {
            Tongue::En => format!("no denial {texts}"),
            Tongue::Ar => format!("ولا نفي لذلك {texts}"),
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

    /// Through whom alone it is known, what is said and its denial apart where they differ; and whether any
    /// source says that it saw it.
    fn ground(&self, t: Tongue, lead: Lead, clauses: &mut Vec<String>) {
        let said: Vec<Key<Statement>> = match lead {
            Lead::Said => committed(&self.figures.affirms).collect(),
            Lead::Reported => self.figures.reports.0.clone(),
            Lead::TakenBack | Lead::Denied | Lead::Nobody => Vec::new(),
        };
        let denied: Vec<Key<Statement>> = committed(&self.figures.denies).collect();
        let (way, way_of_denial) = (
            Way::of(self.analysis, &said),
            Way::of(self.analysis, &denied),
        );
        let (said_way, denied_way) = (
            way.words(t, self.analysis),
            way_of_denial.words(t, self.analysis),
        );
        if !denied.is_empty() && way == way_of_denial {
            clauses.extend(said_way.map(|words| match t {
                Tongue::En => format!("all of this known only {words}"),
                Tongue::Ar => format!("ولم يرد ذلك كله إلا {words}"),
            }));
        } else {
            let whole = denied.is_empty() || said.is_empty();
            clauses.extend(said_way.map(|words| match (t, whole) {
                (Tongue::En, true) => format!("known only {words}"),
                (Tongue::En, false) => format!("what is said known only {words}"),
                (Tongue::Ar, true) => format!("ولم يرد ذلك إلا {words}"),
                (Tongue::Ar, false) => format!("ولم يرد القول إلا {words}"),
            }));
            clauses.extend(denied_way.map(|words| match t {
                Tongue::En if self.denies.elsewhere => {
                    format!("what it is at odds with known only {words}")
                }
                Tongue::Ar if self.denies.elsewhere => {
                    format!("ولم يرد ما لا يتفق معه إلا {words}")
                }
                Tongue::En => format!("the denial known only {words}"),
                Tongue::Ar => format!("ولم يرد النفي إلا {words}"),
            }));
        }
        let of = match lead {
            Lead::Denied => &self.denies,
            _ => &self.says,
        };
        let outlets = of.figures.outlets.len();
        if of.has_voices() && outlets > 1 {
            let n = t.count(outlets, OUTLET);
            clauses.push(match t {
                Tongue::En => format!("carried by {n}"),
                Tongue::Ar => format!("وقد ورد عبر {}", oblique(t, &n)),
            });
        }
        // A denial needs no witness.
        if lead == Lead::Said && self.says.has_voices() && !self.says.witnessed {
            clauses.push(
                t.say(
                    "without any claim of having seen it",
                    "دون ذكر مشاهدة مباشرة",
                )
                .to_owned(),
            );
        }
    }
}

fn unsourced(t: Tongue, statements: usize, disputed: bool) -> String {
    let n = t.count(statements, STATEMENT);
    match t {
        Tongue::En if disputed => format!("Passed on in unsourced reports ({n})"),
        Tongue::En => format!("According to unsourced reports ({n})"),
        Tongue::Ar => format!("خبر متداول لا يُعرف قائله (ورد في {})", oblique(t, &n)),
    }
}

/// The dual after a preposition: «قولين», not «قولان».
pub(super) fn oblique(t: Tongue, words: &str) -> String {
    match (t, words) {
        (Tongue::Ar, "قولان") => "قولين".to_owned(),
        (Tongue::Ar, "جهتان ناشرتان") => "جهتين ناشرتين".to_owned(),
        _ => words.to_owned(),
    }
}
