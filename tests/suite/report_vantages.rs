//! The figures that a report carries, for every day and every source of the bundled cases, are those
//! of `isnad view claims --as-of` and `--without`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use isnad::analysis::Setting;
use isnad::case_file::{Loaded, Texts, read_case};
use isnad::model::{When, Words};
use isnad::report::data::{apply, data};
use isnad::view::{ClaimsView, Filter, Material, Tongue};
use miniz_oxide::inflate::decompress_to_vec_zlib;
use serde_json::{Map, Value, json};

use crate::laid_out::{isnad, run};

fn folder(case: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("claims")
        .join(case)
}

fn texts(loaded: &Loaded, folder: &Path) -> Texts {
    Texts::read(&loaded.case, &[folder.join("documents")])
}

/// What of a claim's JSON depends on where it is looked at from and is no sentence.
const FIGURES: [&str; 9] = [
    "standing",
    "conceded_by",
    "hedged",
    "affirms",
    "denies",
    "doubts",
    "reports",
    "cannot_confirm",
    "origins_of",
];

fn figures_of(claim: &Value) -> Value {
    FIGURES
        .iter()
        .map(|name| ((*name).to_owned(), carried(claim[*name].clone())))
        .chain([
            ("decided".to_owned(), decided(&claim["judgement"])),
            ("read_so".to_owned(), claim["wording"]["read_so"].clone()),
        ])
        .collect::<Map<_, _>>()
        .into()
}

/// A desk's answer in both languages, as it stands beside where a question stands.
fn decided(judgement: &Value) -> Value {
    let Some(at) = judgement["at"].as_str() else {
        return json!([]);
    };
    let (by, dissent) = (
        judgement["by"].as_str().expect("who"),
        !judgement["dissents"]
            .as_array()
            .expect("dissents")
            .is_empty(),
    );
    let [en, ar] = match judgement["ruling"].as_str() {
        Some("yes") => ["yes", "نعم"],
        Some("no") => ["no", "لا"],
        _ => ["left open", "تُركت مفتوحة"],
    };
    let minute = |t| isnad::view::minute(at, t);
    let dissents = |words: &str| {
        if dissent {
            words.to_owned()
        } else {
            String::new()
        }
    };
    json!([
        format!(
            "editorial decision: {en} ({by}, {}){}",
            minute(Tongue::En),
            dissents(", with a dissent")
        ),
        format!(
            "قرار تحريري: {ar} ({by}، {}){}",
            minute(Tongue::Ar),
            dissents("، مع رأي مخالف")
        ),
    ])
}

/// Without the lists behind figures that a page does not carry along for every place: it has the figures.
fn carried(mut value: Value) -> Value {
    const NOT_CARRIED: [&str; 5] = [
        "disjoint_chains_by",
        "unknown_in",
        "unsourced",
        "headings",
        "perhaps_one",
    ];
    if let Value::Object(fields) = &mut value {
        fields.retain(|name, _| !NOT_CARRIED.contains(&name.as_str()));
        for field in fields.values_mut() {
            *field = carried(field.take());
        }
    }
    value
}

/// The page's data, read back.
struct Island(Value);

impl Island {
    fn ids(&self, table: &str, places: &Value) -> Value {
        let places = places.as_array().cloned().unwrap_or_default();
        places
            .iter()
            .map(|place| self.id(table, place))
            .collect::<Vec<_>>()
            .into()
    }

    fn id(&self, table: &str, place: &Value) -> Value {
        let place = place.as_u64().expect("a place") as usize;
        self.0[table][place]["id"].clone()
    }

    fn origins(&self, of: &Value) -> Value {
        json!({
            "named": self.ids("sources", &of["n"]),
            "undisclosed": self.ids("sources", &of["u"]),
            "unknown": or(&of["k"], json!(0)),
            "own_voice": self.ids("sources", &of["v"]),
            "at_least": or(&of["l"], json!(0)),
            "at_least_by": self.ids("sources", &of["by"]),
            "at_most": or(&of["m"], json!(0)),
        })
    }

    fn tally(&self, of: &Value) -> Value {
        let list = |name: &str| of[name].as_array().cloned().unwrap_or_default();
        json!({
            "statements": self.ids("statements", &of["s"]),
            "entailed": self.ids("statements", &of["e"]),
            "hedged": self.ids("statements", &of["h"]),
            "unclear": self.ids("statements", &of["u"]),
            "taken_back": self.ids("statements", &of["t"]),
            "documents": self.ids("documents", &of["doc"]),
            "outlets": self.ids("sources", &of["out"]),
            "republishers": self.ids("sources", &of["rep"]),
            "origins": self.origins(&of["o"]),
            "disjoint_chains": or(&of["dj"], json!(0)),
            "disjoint_chains_at_most": or(&of["djm"], json!(0)),
            "sides": self.ids("sides", &of["sd"]),
            "no_side": self.ids("sources", &of["ns"]),
            "support": or(&of["su"], json!("none")),
            "shared_sources": list("sh").iter().map(|one| json!({
                "source": self.id("sources", &one[0]),
                "outlets": self.ids("sources", &one[1]),
                "every_chain": one[2] == json!(1),
            })).collect::<Vec<_>>(),
            "load_bearing": list("lb").iter().map(|one| json!({
                "sources": self.ids("sources", &one[0]),
                "from": one[1],
                "to": one[2],
            })).collect::<Vec<_>>(),
        })
    }

    /// Short names made long: what `view claims` writes.
    fn long(&self, short: &Value) -> Value {
        json!({
            "standing": short["st"],
            "conceded_by": self.ids("sources", &short["co"]),
            "hedged": short["h"] == json!(1),
            "affirms": self.tally(&short["a"]),
            "denies": self.tally(&short["d"]),
            "doubts": self.ids("statements", &short["do"]),
            "reports": self.ids("statements", &short["re"]),
            "cannot_confirm": self.ids("statements", &short["ca"]),
            "origins_of": {
                "doubts": self.origins(&short["oo"]["do"]),
                "reports": self.origins(&short["oo"]["re"]),
                "cannot_confirm": self.origins(&short["oo"]["ca"]),
            },
            "decided": or(&short["j"], json!([])),
            "read_so": self.ids("statements", &short["rs"]),
        })
    }

    fn base(&self) -> Vec<Value> {
        self.0["figures"].as_array().cloned().expect("figures")
    }

    /// All questions as of a day of the list.
    fn as_of(&self, day: usize) -> Vec<Value> {
        let base = self.base();
        let runs = self.0["at"].as_array().expect("runs");
        let at = base.iter().zip(runs).map(|(base, runs)| {
            let runs = runs.as_array().expect("a list");
            let last = runs
                .iter()
                .take_while(|run| run[0].as_u64() <= Some(day as u64))
                .last();
            self.long(&last.map_or(base.clone(), |run| apply(base, &run[1])))
        });
        at.collect()
    }

    /// All questions as they are.
    fn base_long(&self) -> Vec<Value> {
        self.base().iter().map(|one| self.long(one)).collect()
    }

    /// The wordings, by place.
    fn wordings(&self) -> BTreeMap<u64, [String; 2]> {
        let packed = self.0["wordings"].as_str().expect("a text");
        let bytes = STANDARD.decode(packed).expect("Base64");
        let text = decompress_to_vec_zlib(&bytes).expect("zlib");
        let all: Vec<(u64, String, String)> = serde_json::from_slice(&text).expect("JSON");
        all.into_iter().map(|(at, en, ar)| (at, [en, ar])).collect()
    }

    /// Compares each wording that is carried with that of `view claims`; where none is, the figures are those of the
    /// whole case. How many were carried.
    fn worded(&self, material: &Material<'_>, seen: &Value, places: Vec<Value>) -> usize {
        let all = self.wordings();
        let at = |place: &Value| place.as_u64().and_then(|place| all.get(&place));
        let seen = at(seen).expect("from where it is seen");
        let claims = ClaimsView::new(material, &Filter::default()).claims;
        let mut told = 0;
        for ((claim, place), base) in claims.iter().zip(&places).zip(self.base_long()) {
            let Some(words) = at(place) else {
                assert_eq!(figures_of(&json!(claim)), base, "{}: no wording", claim.id);
                continue;
            };
            let whole = [0, 1].map(|n| format!("{}{}", seen[n], words[n]));
            let wanted = [claim.wording.en.clone(), claim.wording.ar.clone()];
            assert_eq!(whole, wanted, "{}", claim.id);
            told += 1;
        }
        told
    }

    /// All questions without a source.
    fn without(&self, source: &str) -> Vec<Value> {
        let mut all = self.base();
        let carried = self.0["without"].as_array().expect("a list");
        if let Some(one) = carried
            .iter()
            .find(|one| self.id("sources", &one["s"]) == json!(source))
        {
            for change in one["c"].as_array().expect("a list") {
                let question = change[0].as_u64().expect("a place") as usize;
                all[question] = apply(&all[question], &change[1]);
            }
        }
        all.iter().map(|one| self.long(one)).collect()
    }
}

fn or(value: &Value, other: Value) -> Value {
    if value.is_null() {
        other
    } else {
        value.clone()
    }
}

/// `view claims --format json`, its figures only.
fn viewed(material: &Material<'_>) -> Vec<Value> {
    let view = json!(ClaimsView::new(material, &Filter::default()));
    let claims = view["claims"].as_array().expect("claims");
    claims.iter().map(figures_of).collect()
}

fn island(loaded: &Loaded, folder: &Path, setting: Setting) -> Island {
    let material = Material::new(loaded, texts(loaded, folder), setting);
    let text = data(&material);
    assert!(!text.contains('<'));
    Island(serde_json::from_str(&text).expect("JSON"))
}

fn compare(case: &str, base: Setting) {
    let folder = folder(case);
    let loaded = read_case(&folder).expect("a case");
    let island = island(&loaded, &folder, base.clone());
    let mut changed = 0;
    let days = island.0["days"].as_array().expect("days");
    assert!(!days.is_empty(), "{case}");
    for (at, day) in days.iter().enumerate() {
        let day = day["day"].as_str().expect("a day");
        let setting = Setting {
            as_of: When::parse(day, false, Words::default()).ok(),
            ..base.clone()
        };
        let material = Material::new(&loaded, texts(&loaded, &folder), setting);
        let wanted = viewed(&material);
        assert_eq!(island.as_of(at), wanted, "{case} as of {day}");
        let runs = island.0["at"].as_array().expect("runs");
        let places = runs.iter().map(|runs| {
            let runs = runs.as_array().expect("a list").iter();
            let last = runs
                .take_while(|run| run[0].as_u64() <= Some(at as u64))
                .last();
            last.map_or(Value::Null, |run| run[2].clone())
        });
        let seen = island.0["days"][at]["seen"].clone();
        let told = island.worded(&material, &seen, places.collect());
        assert!(
            told > 0 || wanted == island.base_long(),
            "{case} as of {day}"
        );
        let out = json!(
            material
                .analysis
                .left_out_documents()
                .iter()
                .map(|key| loaded.case.documents.id(*key))
                .filter(|id| {
                    // What the page never had is not left out of it by a day.
                    let known = island.0["documents"].as_array().expect("documents");
                    known.iter().any(|one| one["id"] == json!(id))
                })
                .collect::<std::collections::BTreeSet<_>>()
        );
        assert_eq!(
            island.ids("documents", &island.0["days"][at]["out"]),
            out,
            "{case} as of {day}"
        );
        changed += usize::from(wanted != island.base());
    }
    assert!(changed > 0, "{case}: no day changes anything");
    for (key, source, _) in loaded.case.sources.iter() {
        let mut setting = base.clone();
        setting.without.push(key);
        let material = Material::new(&loaded, texts(&loaded, &folder), setting);
        assert_eq!(
            island.without(source),
            viewed(&material),
            "{case} without {source}"
        );
        let carried = island.0["without"].as_array().expect("a list").iter();
        let mut carried = carried.filter(|one| island.id("sources", &one["s"]) == json!(source));
        if let Some(one) = carried.next() {
            let mut places = vec![Value::Null; island.base().len()];
            for change in one["c"].as_array().expect("a list") {
                places[change[0].as_u64().expect("a place") as usize] = change[2].clone();
            }
            island.worded(&material, &one["seen"], places);
        }
        let unheard: Vec<&str> = loaded
            .case
            .statements
            .iter()
            .filter(|(statement, _, _)| !material.analysis.heard(*statement))
            .map(|(_, id, _)| id)
            .filter(|id| {
                let known = island.0["statements"].as_array().expect("statements");
                known.iter().any(|one| one["id"] == json!(id))
            })
            .collect();
        let said = island.0["without"].as_array().expect("a list").iter();
        let said = said
            .filter(|one| island.id("sources", &one["s"]) == json!(source))
            .map(|one| island.ids("statements", &one["un"]))
            .next();
        let mut unheard = unheard;
        unheard.sort_unstable();
        assert_eq!(said.unwrap_or(json!([])), json!(unheard), "{case} {source}");
    }
}

#[test]
fn every_day_and_source_of_yarmouk_is_as_the_program_says() {
    compare("yarmouk", Setting::default());
}

#[test]
fn every_day_and_source_of_qalmir_is_as_the_program_says() {
    compare("qalmir", Setting::default());
}

/// A report made as of a day or without a source steps on from there.
#[test]
fn so_it_is_from_elsewhere() {
    let loaded = read_case(&folder("qalmir")).expect("a case");
    let day = island(&loaded, &folder("qalmir"), Setting::default()).0["days"][1]["day"].clone();
    compare(
        "qalmir",
        Setting {
            as_of: When::parse(day.as_str().expect("a day"), false, Words::default()).ok(),
            ..Setting::default()
        },
    );
    let spokesman = loaded
        .case
        .sources
        .keys()
        .find(|key| loaded.case.sources[*key].speaks_for.is_some())
        .expect("somebody speaks for a body");
    compare(
        "qalmir",
        Setting {
            without: vec![spokesman],
            ..Setting::default()
        },
    );
}

/// What the library gives is what the program prints.
#[test]
fn the_program_prints_the_same() {
    for case in ["yarmouk", "qalmir"] {
        let loaded = read_case(&folder(case)).expect("a case");
        let island = island(&loaded, &folder(case), Setting::default());
        let days = island.0["days"].as_array().expect("days");
        let sources = island.0["without"].as_array().expect("sources");
        let mut asked: Vec<(String, String, Vec<Value>)> = Vec::new();
        for (at, day) in days.iter().enumerate() {
            let day = day["day"].as_str().expect("a day").to_owned();
            asked.push(("--as-of".to_owned(), day, island.as_of(at)));
        }
        for one in sources.iter().step_by(5) {
            let source = island.id("sources", &one["s"]);
            let source = source.as_str().expect("an id").to_owned();
            let figures = island.without(&source);
            asked.push(("--without".to_owned(), source, figures));
        }
        for (option, value, figures) in asked {
            let (code, out, err) = run(isnad()
                .args(["view", "claims", "--format", "json", &option, &value])
                .arg(folder(case)));
            assert_eq!(code, 0, "{err}");
            let view: Value = serde_json::from_str(&out).expect("JSON");
            let claims = view["claims"].as_array().expect("claims");
            let printed: Vec<Value> = claims.iter().map(figures_of).collect();
            assert_eq!(figures, printed, "{case} {option} {value}");
        }
    }
}

/// The same case gives the same bytes, however many threads work at it.
#[test]
fn the_data_is_the_same_every_time() {
    let folder = folder("qalmir");
    let loaded = read_case(&folder).expect("a case");
    let written = || {
        data(&Material::new(
            &loaded,
            texts(&loaded, &folder),
            Setting::default(),
        ))
    };
    let once = written();
    for threads in [1, 3] {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .expect("threads");
        assert!(once == pool.install(written), "{threads} threads");
    }
}
