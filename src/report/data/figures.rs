//! The figures of every question as they are, and what is different elsewhere.
//!
//! A figure of a question: `st` its standing, `h` hedged, `co` who conceded, `a` and `d` affirming
//! and denying, `do` `re` `ca` the statements that doubt, report, cannot confirm and `oo` their
//! origins, `wd` those of `re` that stand only within denials, `hd` those that are headings beside their text, `j` the desk's answer that counts in both languages, `rs` the statements that its origins rest on and that may be read otherwise. Of a stance: `s` statements, `e` entailed, `h` hedged, `u`
//! unclear, `t` taken back, `doc` documents, `out` outlets, `rep` republishers, `o` origins (`n`
//! named, `u` undisclosed, `k` unknown, `v` own voice, `l` at least, `by` proven by, `m` at most), `dj`
//! and `djm` disjoint chains from and to, `sd` sides, `ns` of no side, `su` support, `sh` shared
//! sources (source, outlets, every chain), `lb` load-bearing sets (sources, from, to). What is empty,
//! nought or false is left out.
//!
//! What is different: of each question a list of days with what changes from the figures as they are,
//! each standing until the next; of each source that carries something the questions it changes. Wherever a figure
//! changes in a case of no more than [`WORDED`] statements stands the place of the supported wording as it is there, among
//! [`Wordings`]: what is said of one question here and there differs by a few words, so together they pack to a tenth.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde_json::{Map, Value, json};

use super::difference::difference;
use super::tables::Places;
use crate::report::packing::pack;
use crate::report::parts::clean_sentence;
use crate::report::words;
use crate::view::{
    ClaimFiguresView, DayView, JudgementView, OriginsView, TallyView, There, Tongue, Vantages, date,
};

/// Of cases of up to so many statements the wordings from elsewhere are carried: of a large one they differ with nearly every
/// day of every question, and would be a fourth of the file.
const WORDED: usize = 500;

/// So many days are worked out at a time: enough to keep all cores at work, and few enough that a
/// large case's figures are never all in memory.
const AT_A_TIME: usize = 8;

/// The figures of every question, in the order of the questions.
pub(super) fn here(vantages: &Vantages<'_, '_>, places: &Places) -> Vec<Value> {
    vantages
        .here()
        .iter()
        .map(|one| figures(one, places))
        .collect()
}

/// The days, and of each question `[day, difference]` wherever that is another than the day before.
pub(super) fn days(
    vantages: &Vantages<'_, '_>,
    places: &Places,
    base: &[Value],
    wordings: &mut Wordings,
) -> (Vec<Value>, Vec<Value>) {
    let days = vantages.days();
    let carried = wordings.carried;
    let mut runs: Vec<Vec<Value>> = vec![Vec::new(); base.len()];
    let mut last: Vec<Option<(Value, [String; 2])>> = vec![None; base.len()];
    let mut seen = Vec::new();
    for (chunk_at, chunk) in days.chunks(AT_A_TIME).enumerate() {
        type Changes = Vec<Option<(Value, [String; 2])>>;
        let worked_out: Vec<([String; 2], Changes)> = chunk
            .par_iter()
            .map(|day| {
                let there = vantages.as_of(day);
                let claims = there.claims();
                let changes = claims.iter().zip(base).enumerate();
                let changes = changes.map(|(at, (one, base))| {
                    let change = difference(base, &figures(one, places))?;
                    Some((change, worded(carried, &there, at)))
                });
                (there.seen(), changes.collect())
            })
            .collect();
        for (i, (before, changes)) in worked_out.into_iter().enumerate() {
            let day = chunk_at * AT_A_TIME + i;
            seen.push(wordings.place(BEFORE, &before));
            for (question, change) in changes.into_iter().enumerate() {
                if change != last[question] {
                    // As it is again: an empty difference.
                    runs[question].push(match &change {
                        None => json!([day, {}]),
                        Some((change, words)) => wordings.change(day, change, question, words),
                    });
                    last[question] = change;
                }
            }
        }
    }
    let days = days.iter().zip(seen);
    let days = days.map(|(day, seen)| one_day(day, seen, places)).collect();
    (days, runs.into_iter().map(Value::Array).collect())
}

fn one_day(day: &DayView, seen: usize, places: &Places) -> Value {
    let words = [Tongue::En, Tongue::Ar].map(|t| date(&day.day, t));
    json!({
        "day": day.day,
        "w": words,
        "seen": seen,
        "docs": places.documents(&day.documents),
        "decided": day.judgements.len(),
        "out": places.documents(&day.left_out.documents),
        "later": day.left_out.judgements.len(),
    })
}

/// Of each source that carries something: its place, what cannot be heard without it, and
/// `[question, difference]` of each question that changes.
pub(super) fn without(
    vantages: &Vantages<'_, '_>,
    places: &Places,
    base: &[Value],
    wordings: &mut Wordings,
) -> Vec<Value> {
    type Changes = Vec<(usize, Value, [String; 2])>;
    let carried = wordings.carried;
    let worked_out: Vec<(Value, [String; 2], Changes)> = vantages
        .carriers()
        .into_par_iter()
        .map(|source| {
            let view = vantages.without(source);
            let claims = view.there.claims();
            let changes = claims.iter().enumerate().filter_map(|(at, one)| {
                let question = places.claim(&one.id)?;
                let change = difference(base.get(question)?, &figures(one, places))?;
                Some((question, change, worded(carried, &view.there, at)))
            });
            let changes = changes.collect();
            let head = json!({
                "s": places.source(&view.source),
                "un": places.statements(&view.unheard),
            });
            (head, view.there.seen(), changes)
        })
        .collect();
    let all = worked_out.into_iter().map(|(mut head, seen, changes)| {
        let changes: Vec<Value> = changes
            .into_iter()
            .map(|(question, change, words)| wordings.change(question, &change, question, &words))
            .collect();
        head["c"] = json!(changes);
        head["seen"] = json!(wordings.place(BEFORE, &seen));
        head
    });
    all.collect()
}

/// In place of a question: what stands before every wording, from where it is seen.
const BEFORE: usize = usize::MAX;

/// A wording as it is there; nothing where none is carried.
fn worded(carried: bool, there: &There<'_>, at: usize) -> [String; 2] {
    match carried {
        true => there.wording(at),
        false => Default::default(),
    }
}

/// Wordings, each once.
#[derive(Debug)]
pub(super) struct Wordings {
    carried: bool,
    places: BTreeMap<(usize, [String; 2]), usize>,
}

impl Wordings {
    /// The place of one on a question, in the order in which they came.
    fn place(&mut self, question: usize, words: &[String; 2]) -> usize {
        let next = self.places.len();
        let key = (question, words.clone());
        *self.places.entry(key).or_insert(next)
    }

    /// For a case of so many statements.
    pub(super) fn of_case(statements: usize) -> Self {
        Self {
            carried: statements <= WORDED,
            places: BTreeMap::new(),
        }
    }

    /// What changes, of a day or a question, with the place of the wording where one is carried: where none is the page
    /// puts the sentence away.
    fn change(&mut self, of: usize, change: &Value, question: usize, words: &[String; 2]) -> Value {
        match self.carried {
            true => json!([of, change, self.place(question, words)]),
            false => json!([of, change]),
        }
    }

    /// Packed, as a JSON list of triples: place, English, Arabic. Those on one question lie side by side.
    pub(super) fn packed(&self) -> String {
        let all: Vec<Value> = self
            .places
            .iter()
            .map(|((_, [en, ar]), place)| json!([place, clean_sentence(en), clean_sentence(ar)]))
            .collect();
        pack(&json!(all).to_string())
    }
}

fn figures(one: &ClaimFiguresView, places: &Places) -> Value {
    let mut all = Fields::default();
    all.put("st", json!(one.standing));
    all.put("h", json!(u8::from(one.hedged)));
    all.put("co", places.sources(&one.conceded_by));
    all.put("a", tally(&one.affirms, places));
    all.put("d", tally(&one.denies, places));
    all.put("do", places.statements(&one.doubts));
    all.put("re", places.statements(&one.reports));
    all.put("wd", places.statements(&one.within_denials));
    all.put("hd", places.statements(&one.origins_of.reports.headings));
    all.put("ca", places.statements(&one.cannot_confirm));
    let mut of = Fields::default();
    of.put("do", origins(&one.origins_of.doubts, places));
    of.put("re", origins(&one.origins_of.reports, places));
    of.put("ca", origins(&one.origins_of.cannot_confirm, places));
    all.put("oo", of.object());
    all.put(
        "j",
        json!(one.judgement.as_ref().map_or_else(Vec::new, decided)),
    );
    all.put("rs", places.statements(&one.read_so));
    all.object()
}

/// A desk's answer as it stands beside where a question stands, in both languages.
fn decided(judgement: &JudgementView) -> Vec<String> {
    let (en, ar) = words::answer(judgement.ruling);
    let dissent = match judgement.dissents.is_empty() {
        true => ["", ""],
        false => words::WITH_A_DISSENT.into(),
    };
    let both = [(Tongue::En, en, dissent[0]), (Tongue::Ar, ar, dissent[1])];
    let told = both.map(|(t, answer, dissent)| {
        let (label, comma) = (t.of(words::DECIDED), t.say(", ", "، "));
        let at = crate::view::minute(&judgement.at, t);
        format!("{label}{answer} ({}{comma}{at}){dissent}", judgement.by)
    });
    told.into()
}

fn tally(tally: &TallyView, places: &Places) -> Value {
    let mut all = Fields::default();
    all.put("s", places.statements(&tally.statements));
    all.put("e", places.statements(&tally.entailed));
    all.put("h", places.statements(&tally.hedged));
    all.put("u", places.statements(&tally.unclear));
    all.put("t", places.statements(&tally.taken_back));
    all.put("doc", places.documents(&tally.documents));
    all.put("out", places.sources(&tally.outlets));
    all.put("rep", places.sources(&tally.republishers));
    all.put("o", origins(&tally.origins, places));
    all.put("dj", json!(tally.disjoint_chains));
    all.put("djm", json!(tally.disjoint_chains_at_most));
    all.put("sd", places.sides(&tally.sides));
    all.put("ns", places.sources(&tally.no_side));
    all.put("su", json!(tally.support));
    let shared: Vec<Value> = tally
        .shared_sources
        .iter()
        .map(|one| {
            json!([
                places.source(&one.source),
                places.sources(&one.outlets),
                u8::from(one.every_chain)
            ])
        })
        .collect();
    all.put("sh", json!(shared));
    let bearing: Vec<Value> = tally
        .load_bearing
        .iter()
        .map(|one| json!([places.sources(&one.sources), one.from, one.to]))
        .collect();
    all.put("lb", json!(bearing));
    all.object()
}

fn origins(origins: &OriginsView, places: &Places) -> Value {
    let mut all = Fields::default();
    all.put("n", places.sources(&origins.named));
    all.put("u", places.sources(&origins.undisclosed));
    all.put("k", json!(origins.unknown));
    all.put("v", places.sources(&origins.own_voice));
    all.put("l", json!(origins.at_least));
    all.put("by", places.sources(&origins.at_least_by));
    all.put("m", json!(origins.at_most));
    all.object()
}

/// Fields of which those that say nothing are left out.
#[derive(Default)]
struct Fields(BTreeMap<&'static str, Value>);

impl Fields {
    fn put(&mut self, name: &'static str, value: Value) {
        let nothing = match &value {
            Value::Array(list) => list.is_empty(),
            Value::Object(fields) => fields.is_empty(),
            Value::Number(number) => number.as_u64() == Some(0),
            Value::String(word) => word == "none",
            _ => false,
        };
        if !nothing {
            self.0.insert(name, value);
        }
    }

    fn object(self) -> Value {
        let fields = self.0.into_iter();
        Value::Object(
            fields
                .map(|(k, v)| (k.to_owned(), v))
                .collect::<Map<_, _>>(),
        )
    }
}
