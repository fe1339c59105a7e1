//! What drafting learned from labelled statements: the lessons, the fit, and a test that the stored weights are those of today.

mod fit;
mod lessons;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use isnad::drafting::learned::{Weights, scale};

use crate::gold::root;

use fit::{Row, fit};
use lessons::{Lesson, of_beds, written};

/// A stored weight counts hundredths.
const UNIT: f64 = 100.0;
/// A mark of fewer lessons tells more of these than of the language.
const LEAST: usize = 2;
/// A mark of which no weight is as great, in hundredths, is left out.
const TELLS: i16 = 20;
/// The questions, by the disputed claim of their beds.
const TOPICS: [&str; 3] = ["death", "detained", "freed"];

/// Weights by mark.
type Table = BTreeMap<String, [i16; 6]>;

/// A mark of all questions (none), or of one.
type Mark<'a> = (Option<usize>, &'a str);

/// The weights of each question, as they are stored.
///
/// All questions are learned together: a word of a content has a weight that it has for all of them and one for each, so that what a
/// denial is need not be learned three times (Daumé 2007). What is stored is their sum.
fn learn(lessons: &[Lesson]) -> [Table; 3] {
    fn marks(l: &Lesson) -> impl Iterator<Item = Mark<'_>> {
        let own = l.marks.iter().filter(|m| !m.starts_with("o:"));
        let shared = l.marks.iter().map(|m| (None, m.as_str()));
        shared.chain(own.map(|m| (Some(l.topic), m.as_str())))
    }
    let mut met: BTreeMap<Mark, usize> = BTreeMap::new();
    for m in lessons.iter().flat_map(marks) {
        *met.entry(m).or_default() += 1;
    }
    let known: BTreeMap<Mark, usize> = met
        .into_iter()
        .filter(|(_, n)| *n >= LEAST)
        .enumerate()
        .map(|(k, (m, _))| (m, k))
        .collect();
    let rows: Vec<Row> = lessons
        .iter()
        .map(|l| Row {
            by: scale(
                l.marks
                    .iter()
                    .filter(|m| known.contains_key(&(None, m.as_str())))
                    .count(),
            ),
            marks: marks(l).filter_map(|m| known.get(&m).copied()).collect(),
            sense: l.sense,
            counts: l.counts,
        })
        .collect();
    let weights = fit(&rows, known.len());
    [0, 1, 2].map(|topic| {
        let mut table = Table::new();
        for ((_, mark), k) in known.iter().filter(|((of, _), _)| of.is_none()) {
            let own = known
                .get(&(Some(topic), *mark))
                .map_or([0.0; 6], |k| weights[*k]);
            #[allow(clippy::cast_possible_truncation)]
            let stored: [i16; 6] =
                std::array::from_fn(|s| ((weights[*k][s] + own[s]) * UNIT).round() as i16);
            if stored.iter().any(|w| w.abs() >= TELLS) {
                table.insert((*mark).to_owned(), stored);
            }
        }
        table
    })
}

fn page(weights: &Table) -> String {
    let mut out = String::from(
        "# Made by ISNAD_WRITE_WEIGHTS=1 cargo test --test drafting weights: a mark, then the weights of silent, affirms, \
         reports, doubts, cannot-confirm, denies.\n",
    );
    for (mark, w) in weights {
        let numbers: Vec<String> = w.iter().map(ToString::to_string).collect();
        let _ = writeln!(out, "{mark}\t{}", numbers.join(" "));
    }
    out
}

fn kept(page: &str) -> BTreeMap<&str, Vec<i16>> {
    let lines = page.lines().filter(|l| !l.starts_with('#'));
    lines
        .map(|l| {
            let (mark, w) = l.split_once('\t').expect("a mark and its weights");
            (mark, w.split(' ').map(|n| n.parse().unwrap()).collect())
        })
        .collect()
}

fn lessons() -> Vec<Lesson> {
    let topics = TOPICS.iter().enumerate();
    topics
        .flat_map(|(k, topic)| [of_beds(k, topic), written(k, topic)].concat())
        .collect()
}

/// The stored weights are what the lessons give, to the rounding of another machine's logarithms.
#[test]
fn the_weights_are_those_of_the_lessons() {
    for (topic, made) in TOPICS.iter().zip(learn(&lessons())) {
        let path = root()
            .join("src/drafting/packs/learned")
            .join(format!("{topic}.txt"));
        if std::env::var_os("ISNAD_WRITE_WEIGHTS").is_some() {
            fs::write(&path, page(&made)).unwrap();
            continue;
        }
        let now = fs::read_to_string(&path).unwrap();
        let now = kept(&now);
        let near = |(mark, w): (&String, &[i16; 6])| {
            now.get(mark.as_str())
                .is_some_and(|k| k.len() == 6 && k.iter().zip(w).all(|(a, b)| (a - b).abs() <= 1))
        };
        let old = made.iter().filter(|m| !near(*m)).count();
        assert!(
            old == 0 && now.len() == made.len(),
            "{topic}: {old} weights are not those of the lessons; ISNAD_WRITE_WEIGHTS=1 cargo test --test drafting weights"
        );
    }
}

/// What was learned from other beds answers for a bed that it has not seen, and not by saying yes to all.
#[test]
fn what_is_learned_holds_for_a_bed_that_was_left_out() {
    let all = lessons();
    let beds: BTreeSet<&str> = all.iter().filter_map(|l| l.bed.as_deref()).collect();
    let (mut sure, mut right, mut answered, mut of) = ([0; 3], [0; 3], [0; 3], [0; 3]);
    for part in 0..4 {
        let out: Vec<&str> = beds.iter().copied().skip(part).step_by(4).collect();
        let left = |l: &&Lesson| l.bed.as_deref().is_some_and(|b| out.contains(&b));
        let seen: Vec<Lesson> = all.iter().filter(|l| !left(l)).cloned().collect();
        let pages = learn(&seen).map(|w| page(&w));
        let weights = pages.each_ref().map(|p| Weights::read(p));
        for l in all.iter().filter(left) {
            let chances = weights[l.topic].chances(&l.marks).each();
            of[l.topic] += 1;
            if chances[0] < 0.2 {
                sure[l.topic] += 1;
                answered[l.topic] += usize::from(l.sense != 0);
            }
            let best = (0..6).max_by(|a, b| chances[*a].total_cmp(&chances[*b]));
            right[l.topic] += usize::from(best == Some(l.sense));
        }
    }
    // Of a hundred: whose sense is right, and which of those that are surely answered are; a little below what is measured.
    let least = [(64, 82), (42, 42), (54, 66)];
    for (k, (topic, (all, surely))) in TOPICS.iter().zip(least).enumerate() {
        let (of, right, sure, answered) = (of[k], right[k], sure[k], answered[k]);
        assert!(
            right * 100 >= of * all && answered * 100 >= sure * surely && sure * 10 > of,
            "{topic}: of {of} statements {right} right; of {sure} sure {answered} answer"
        );
    }
}
