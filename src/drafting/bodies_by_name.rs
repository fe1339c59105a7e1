//! Bodies that a verb alone made persons: «تحدث مرصد قلمير عن مقتله» beside «أعلن مرصد قلمير مقتله».
//!
//! Extraction tells a body from a person by the words about its name in one sentence. What another sentence of the case
//! calls a body is one wherever it speaks under that very name: a source would else be two nodes.

use std::collections::BTreeSet;

use super::naming::{Form, Titles};
use super::reading::{Filler, Named, Reading};
use super::saying::{Saying, Teller};
use crate::extraction::SourceKind;
use crate::model::EntityKind;

/// A name of one word may be somebody's.
const WORDS: usize = 2;

/// Makes bodies of the tellers that some other text of the case names as bodies.
pub(super) fn bodies_by_name(sayings: &mut [Saying], readings: &[Reading], titles: &Titles) {
    let mut bodies: BTreeSet<String> = BTreeSet::new();
    let mut enter = |form: Form| {
        if form.words.len() >= WORDS && !titles.is_generic(&form) {
            bodies.insert(form.key());
        }
    };
    for teller in sayings.iter().flat_map(tellers) {
        match teller {
            Teller::Named { named, .. } if named.kind == EntityKind::Group => {
                enter(Form::new(&named.name));
            }
            Teller::Named { named, phrase, .. } => {
                let name = titles.person(&Form::new(&named.name));
                let voice = |p: &String| titles.voice_of(p, Some(&name));
                phrase
                    .as_ref()
                    .and_then(voice)
                    .into_iter()
                    .for_each(&mut enter);
            }
            Teller::Nobody | Teller::Withheld { .. } => {}
        }
    }
    for filler in readings
        .iter()
        .flat_map(|r| &r.of.roles)
        .flat_map(|(_, f)| f)
    {
        if let Filler::Named(Named {
            name,
            kind: EntityKind::Group,
            ..
        }) = filler
        {
            enter(Form::new(name));
        }
    }
    let is_body = |form: &Form, kind: SourceKind| {
        // «الجيش القلميري»: by its first word as well, where nothing but the verb says that somebody is a person.
        let verb = matches!(kind, SourceKind::Witness | SourceKind::AnonymousSource);
        let arabic = verb && form.is_arabic() && form.words.len() >= WORDS;
        bodies.contains(&form.key()) || arabic && titles.is_body_word(&form.words[0])
    };
    for saying in sayings {
        let relays = saying.relays.iter_mut().chain(&mut saying.told_by);
        for teller in relays.map(|p| &mut p.who).chain([&mut saying.who]) {
            if let Teller::Named { named, kind, .. } = teller
                && named.kind == EntityKind::Person
                && is_body(&Form::new(&named.name), *kind)
            {
                named.kind = EntityKind::Group;
                *kind = SourceKind::Organization;
            }
        }
    }
}

fn tellers(saying: &Saying) -> impl Iterator<Item = &Teller> {
    let passed = saying.relays.iter().chain(&saying.told_by);
    std::iter::once(&saying.who).chain(passed.map(|p| &p.who))
}
