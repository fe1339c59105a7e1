//! Bodies known by a list: agencies, outlets, monitors, states, with their names in several scripts.

use std::collections::{BTreeMap, HashMap};

use serde::Deserialize;

use super::form::Form;
use super::titles::Titles;
use crate::model::{SourceKind, check_id};

/// One body of the list, as written in RON.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Body {
    /// The id that it gets in a case.
    pub id: String,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Its name by language.
    pub names: BTreeMap<String, String>,
    /// Other full forms, in any script.
    #[serde(default)]
    pub forms: Vec<String>,
    /// Forms that mean it only where a text has a full form as well.
    #[serde(default)]
    pub short: Vec<String>,
    /// Forms that mean it only as one who speaks: a state's capital.
    #[serde(default)]
    pub voice: Vec<String>,
    /// How it stands in a credit: «(أ ف ب)».
    #[serde(default)]
    pub credit: Vec<String>,
}

/// Why a list cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum ListedError {
    /// It is no RON of the right shape.
    #[error("the list of bodies is no valid RON: {0}")]
    Ron(#[from] ron::error::SpannedError),
    /// An entry has no id that can be used.
    #[error("the list of bodies has an id that is none: {0:?}")]
    Id(String),
}

/// The list, looked up by folded form.
#[derive(Debug, Clone, Default)]
pub struct Listed {
    bodies: Vec<Body>,
    full: HashMap<String, usize>,
    short: HashMap<String, Vec<usize>>,
    voice: HashMap<String, usize>,
    credit: HashMap<String, usize>,
    /// As another script writes it.
    sounded: HashMap<String, usize>,
}

impl Listed {
    /// The list that comes with the program.
    ///
    /// # Errors
    /// None, unless the program was built from a broken list.
    pub fn built_in() -> Result<Self, ListedError> {
        let listed = Self::default().with(include_str!("../packs/bodies.ron"))?;
        Ok(listed.with_offices(super::lands::offices()?))
    }

    /// The list with the bodies of another, in the same shape; one of an id that is there already takes its place.
    ///
    /// # Errors
    /// See [`ListedError`].
    pub fn with(mut self, source: &str) -> Result<Self, ListedError> {
        let more: Vec<Body> = ron::from_str(source)?;
        for body in more {
            check_id(&body.id).map_err(|_| ListedError::Id(body.id.clone()))?;
            match self.bodies.iter_mut().find(|b| b.id == body.id) {
                Some(old) => *old = body,
                None => self.bodies.push(body),
            }
        }
        self.index();
        Ok(self)
    }

    /// The list with the offices of lands: of a body that it has already under one of the names, only the forms are new.
    fn with_offices(mut self, offices: Vec<Body>) -> Self {
        for body in offices {
            let known = body
                .names
                .values()
                .chain(&body.forms)
                .find_map(|name| self.full.get(&Form::new(name).key()).copied());
            match known {
                Some(i) => self.bodies[i].forms.extend(body.forms),
                None => self.bodies.push(body),
            }
        }
        self.index();
        self
    }

    /// The list with more bodies after its own: one whose name it has already is left out.
    #[must_use]
    pub fn including(mut self, more: impl IntoIterator<Item = Body>) -> Self {
        for body in more {
            let known = body
                .names
                .values()
                .any(|name| self.full.contains_key(&Form::new(name).key()));
            if !known && !self.bodies.iter().any(|b| b.id == body.id) {
                self.bodies.push(body);
            }
        }
        self.index();
        self
    }

    fn index(&mut self) {
        self.full.clear();
        self.short.clear();
        self.voice.clear();
        self.credit.clear();
        for (i, body) in self.bodies.iter().enumerate() {
            for form in body.names.values().chain(&body.forms) {
                self.full.entry(Form::new(form).key()).or_insert(i);
            }
            for form in &body.short {
                let all = self.short.entry(Form::new(form).key()).or_default();
                if !all.contains(&i) {
                    all.push(i);
                }
            }
            for form in &body.voice {
                self.voice.entry(Form::new(form).key()).or_insert(i);
            }
            for form in &body.credit {
                self.credit.entry(Form::new(form).key()).or_insert(i);
            }
        }
    }

    /// The list with signs by which bodies of it sign their pages: in this case they are theirs, whoever else has them.
    #[must_use]
    pub fn signed(mut self, signs: impl IntoIterator<Item = (usize, String)>) -> Self {
        for (body, sign) in signs {
            let key = Form::new(&sign).key();
            for (n, of) in self.bodies.iter_mut().enumerate() {
                if n == body {
                    of.credit.push(sign.clone());
                } else {
                    of.credit.retain(|s| Form::new(s).key() != key);
                }
            }
        }
        self.index();
        self
    }

    /// The list with names of bodies as other scripts write them: «توفات نت» as "Toufat Net".
    #[must_use]
    pub fn sounding(mut self, names: impl IntoIterator<Item = (usize, String)>) -> Self {
        for (body, name) in names {
            let key = Form::new(&name).key();
            if !self.full.contains_key(&key) {
                self.sounded.entry(key).or_insert(body);
            }
        }
        self
    }

    /// All bodies, in the order of the list.
    #[must_use]
    pub fn bodies(&self) -> &[Body] {
        &self.bodies
    }

    /// The outlet, agency or site that a publisher's name means: any full form, or how it signs.
    #[must_use]
    pub fn publisher(&self, name: &str) -> Option<&Body> {
        let key = Form::new(name).key();
        let found = self.full.get(&key).or_else(|| self.credit.get(&key));
        found
            .map(|i| &self.bodies[*i])
            .filter(|body| body.kind.publishes())
    }

    /// The body that a form means wherever it stands; what describes an outlet or a body taken off.
    #[must_use]
    pub fn find(&self, form: &Form, titles: &Titles) -> Option<(usize, &'static str, f64)> {
        let key = form.key();
        // "Relies on a network" is no "ONA": an acronym is one word, or letters one by one.
        let run_together = form.words.len() > 1
            && key.chars().count() < 5
            && form.words.iter().any(|w| w.chars().count() > 1);
        if run_together {
            return None;
        }
        if let Some(i) = self.full.get(&key) {
            return Some((*i, "listed", 1.0));
        }
        if let Some(i) = self.sounded.get(&form.key()) {
            return Some((*i, "two-scripts", 0.7));
        }
        let bare = titles.without_trailing(form);
        if bare.words.len() < form.words.len()
            && let Some(i) = self.full.get(&bare.key())
        {
            return Some((*i, "listed-described", 0.95));
        }
        let own = titles.without_outlet(&bare);
        // An outlet's own name may be a common word: only with its kind in front.
        if own.words.len() < bare.words.len()
            && let Some(i) = self.full.get(&own.key())
            && self.bodies[*i].kind.publishes()
        {
            return Some((*i, "listed-outlet", 0.95));
        }
        if own.words.len() < bare.words.len()
            && let Some(i) = self.sounded.get(&own.key())
        {
            return Some((*i, "two-scripts", 0.7));
        }
        // «وكالة الأنباء الإيرانية الرسمية إرنا»: its kind and its own name together.
        if titles.is_outlet(form)
            && let Some(i) = form.words.last().and_then(|w| self.full.get(w))
            && {
                let rest = form.without_last(1);
                self.full.get(&rest.key()) == Some(i)
                    || self.full.get(&titles.without_trailing(&rest).key()) == Some(i)
                    // «وكالة الأنباء الروسية سبوتنيك»: its kind and its land, and no name but its own.
                    || self.bodies[*i].kind == SourceKind::Agency && {
                        let mut plain = titles.without_outlet(&rest);
                        while plain
                            .words
                            .last()
                            .is_some_and(|w| titles.is_adjective(w) || w == "الرسميه" || w == "الانباء")
                        {
                            plain = plain.without_last(1);
                        }
                        plain.words.is_empty()
                    }
            }
        {
            return Some((*i, "listed-outlet", 0.95));
        }
        let parts: Vec<&str> = form.shown.split(['(', ')']).map(str::trim).collect();
        if parts.len() > 1 {
            let met: Vec<usize> = parts
                .iter()
                .filter(|p| !p.is_empty())
                .filter_map(|p| self.full.get(&Form::new(p).key()).copied())
                .collect();
            if let [one, rest @ ..] = met.as_slice()
                && rest.iter().all(|r| r == one)
            {
                return Some((*one, "listed-in-brackets", 0.9));
            }
        }
        None
    }

    /// The body that speaks by this form: the state of a capital.
    #[must_use]
    pub fn voice(&self, form: &Form) -> Option<usize> {
        self.voice.get(&form.key()).copied()
    }

    /// The bodies of which this is a short form.
    #[must_use]
    pub fn short(&self, form: &Form) -> &[usize] {
        self.short
            .get(&form.key())
            .map_or(&[], |bodies| bodies.as_slice())
    }

    /// The body that a credit names.
    #[must_use]
    pub fn credit(&self, form: &Form) -> Option<usize> {
        self.credit
            .get(&form.key())
            .or_else(|| {
                self.full
                    .get(&form.key())
                    .filter(|i| self.bodies[**i].kind.publishes())
            })
            .copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_acronym_is_one_word_or_single_letters() {
        let listed = Listed::built_in().expect("the built-in list");
        let titles = Titles::built_in().expect("the lists of the program");
        let id = |name: &str| {
            let (i, _, _) = listed.find(&Form::new(name), &titles)?;
            Some(listed.bodies()[i].id.clone())
        };
        assert_eq!(id("ONA").as_deref(), Some("ona"));
        assert_eq!(id("on a"), None, "words of a sentence run together");
        assert_eq!(id("أ ف ب").as_deref(), Some("afp"));
    }
}
