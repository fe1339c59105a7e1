//! `view timeline` as a picture: steps from the top down, a row a day, the earliest first; undated ones last. Over it, of a person, what is
//! known of life and death.

use super::super::diagram::{
    Colour, Diagram, Edge, Head, KeyEntry, Line, Node, Row, Shape, Slot, Stroke,
};
use super::book::Book;
use super::edition::{Edition, STATEMENTS};
use crate::view::{
    ClaimsView, EntitiesView, Stance, StatementView, StatementsView, TimelineStepView,
    TimelineView, VitalView, What, labels,
};
use std::collections::{BTreeMap, BTreeSet};

/// So many steps of one day stand side by side; more go on below.
const ABREAST: usize = 3;

/// Draws the steps of `view`. The other views are those of the whole case: they have the names.
pub fn timeline(
    view: &TimelineView,
    statements: &StatementsView,
    questions: &ClaimsView,
    entities: &EntitiesView,
    book: &Book<'_>,
) -> Diagram {
    let e = book.edition;
    let mut d = Diagram {
        id: format!("timeline-{}", e.tag()),
        ..Diagram::default()
    };
    let said: BTreeMap<&str, &StatementView> = statements
        .statements
        .iter()
        .map(|s| (s.id.as_str(), s))
        .collect();
    let asked: BTreeSet<&str> = view.steps.iter().map(|s| s.claim.as_str()).collect();
    let question = |id: &str| -> Option<Line> {
        let claim = questions.claims.iter().find(|claim| claim.id == id)?;
        let words = claim.question.as_ref().unwrap_or(&claim.gist);
        e.words(words).map(|(lang, text)| Line::small(text, lang))
    };
    let mut rank = 0;
    let mut here = 0;
    let mut day: Option<String> = None;
    let mut last_of: BTreeMap<&str, String> = BTreeMap::new();
    let mut colours: BTreeSet<(Colour, Signs)> = BTreeSet::new();
    for (n, step) in view.steps.iter().enumerate() {
        let when = when(step, e);
        if day.as_ref() != Some(&when) {
            rank += 1;
            here = 0;
            d.rows.push(Row {
                rank,
                label: e.small(when.clone()),
            });
            day = Some(when);
        } else if here == ABREAST {
            rank += 1;
            here = 0;
        }
        here += 1;
        let id = format!("step-{}", n + 1);
        let statement = step
            .statement
            .as_deref()
            .and_then(|id| said.get(id).copied());
        let (colour, signs) = look(step.what);
        colours.insert((colour, signs));
        let mut lines = vec![e.title(what(step, statement, e))];
        if asked.len() > 1 {
            lines.extend(question(&step.claim));
        }
        lines.extend(who(step, statement, book));
        if let Some(grade) = statement.and_then(|s| s.credibility.as_deref()) {
            lines.push(e.small(grade_words(grade, e)));
        }
        if !step.certain {
            lines.push(e.small(e.say("not certain", "ليس قاطعًا")));
        }
        if step.taken_back {
            lines.push(e.small(e.say("no longer stands", "لم يعد قائمًا")));
        }
        let draft = statement.is_some_and(|s| s.draft);
        if draft {
            lines.push(e.small(e.unreviewed()));
        }
        let of = step.statement.as_deref().or(step.judgement.as_deref());
        d.nodes.push(Node {
            id: id.clone(),
            rank: Some(rank),
            lines,
            draft,
            colour,
            outline: match (step.taken_back, step.certain) {
                (true, _) => Stroke::Dotted,
                (false, false) => Stroke::Dashed,
                (false, true) => Stroke::Solid,
            },
            shape: if step.judgement.is_some() {
                Shape::Sheet
            } else {
                Shape::Box
            },
            tooltip: of.unwrap_or_default().to_owned(),
            href: step.statement.as_ref().map(|s| format!("#statement-{s}")),
            ..Node::default()
        });
        // A thread for each question, so that what answers what can be followed down.
        if let Some(before) = last_of.insert(&step.claim, id.clone()) {
            d.edges.push(Edge {
                from: before,
                to: id,
                colour: Colour::Muted,
                ..Edge::default()
            });
        }
    }
    d.key = colours
        .into_iter()
        .map(|(colour, signs)| KeyEntry {
            stroke: Stroke::Solid,
            head: Head::None,
            crossed_out: false,
            colour,
            label: e.small(signs.words(e)),
        })
        .collect();
    for (n, vital) in view.vital_status.iter().enumerate() {
        d.header.extend(life(n, vital, entities, e));
    }
    let what = e.say(
        "What was said, day by day, as far as it is dated",
        "ما قيل يومًا بعد يوم، بقدر ما أُرّخ",
    );
    book.frame(&mut d, what);
    if let ([one], 1) = (view.vital_status.as_slice(), asked.len()) {
        let name = person(one, entities, e);
        d.subtitle.insert(0, e.small(name));
    }
    for id in asked.iter().take(1).filter(|_| asked.len() == 1) {
        d.subtitle.splice(0..0, question(id));
    }
    d
}

/// What a colour stands for here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Signs {
    Says,
    Denies,
    Doubts,
    Back,
    Decides,
}

impl Signs {
    fn words(self, e: Edition) -> &'static str {
        match self {
            Signs::Says => e.say("says so, or passes it on", "يقول بوقوعه أو ينقله"),
            Signs::Denies => e.say("denies", "ينفي"),
            Signs::Doubts => e.say("doubts, or cannot confirm", "يشكّك أو يتعذّر عليه التأكيد"),
            Signs::Back => e.say("takes back or replaces", "تراجع أو استبدال"),
            Signs::Decides => e.say("editorial decision", "قرار تحريري"),
        }
    }
}

fn look(what: What) -> (Colour, Signs) {
    match what {
        What::FirstReport | What::Repeat | What::Expected | What::Concession => {
            (Colour::Affirms, Signs::Says)
        }
        What::Denial | What::ExpectedNot => (Colour::Denies, Signs::Denies),
        What::Doubt | What::CannotConfirm => (Colour::Doubts, Signs::Doubts),
        What::Retraction | What::Supersession => (Colour::Reports, Signs::Back),
        What::Judgement => (Colour::Neutral, Signs::Decides),
    }
}

fn what(step: &TimelineStepView, statement: Option<&StatementView>, e: Edition) -> String {
    if let Some(decision) = &step.decision {
        return decision.words(e.tongue());
    }
    let reports = statement.is_some_and(|one| {
        let mut here = one
            .bears
            .iter()
            .filter(|b| b.claim == step.claim)
            .peekable();
        here.peek().is_some() && here.all(|b| b.stance == Stance::Reports)
    });
    e.of(labels::step_of(step, reports)).to_owned()
}

/// The day, and what it is the day of.
fn when(step: &TimelineStepView, e: Edition) -> String {
    let mut text = e.time(step.time.as_ref());
    if step.time.is_some() {
        let by = labels::dated_by(step.dated_by, step.judgement.is_some());
        text.push_str(&format!(" ({})", e.of(by)));
    }
    text
}

/// Who says it, and in which text.
fn who(
    step: &TimelineStepView,
    statement: Option<&StatementView>,
    book: &Book<'_>,
) -> Option<Line> {
    let e = book.edition;
    let Some(statement) = statement else {
        return step.judgement.as_ref().map(|id| e.small(id.clone()));
    };
    let mut text = match &statement.said_by {
        Some(source) => book.source_name(source),
        None => e.unknown().to_owned(),
    };
    let withheld = statement
        .said_by
        .as_deref()
        .filter(|s| book.is_undisclosed(s));
    if let Some(source) = withheld {
        text.push_str(&format!(" {}", e.undisclosed(book.number(source))));
    }
    let outlet = book
        .document(&statement.document)
        .and_then(|document| document.outlet.as_deref())
        .filter(|outlet| Some(*outlet) != statement.said_by.as_deref());
    if let Some(outlet) = outlet {
        text.push_str(&format!(
            "{} {}",
            e.say(", on the page of", "، على صفحة"),
            book.source_name(outlet)
        ));
    }
    // A name alone is read as it is written.
    match withheld.or(outlet) {
        Some(_) => Some(e.around_names(e.small(text))),
        None => Some(e.small(text)),
    }
}

/// The Admiralty grade of a report, as an analyst gave it.
pub(super) fn grade_words(grade: &str, e: Edition) -> String {
    format!(
        "{}: {grade}",
        e.say(
            "report graded (Admiralty, 1–6)",
            "درجة الخبر (رمز الأميرالية 1–6)"
        )
    )
}

fn person(vital: &VitalView, entities: &EntitiesView, e: Edition) -> String {
    entities
        .entities
        .iter()
        .find(|one| one.id == vital.person)
        .map(|one| e.text(&one.names))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| vital.person.clone())
}

/// What is known of a person's life and death: last evidence alive, rumours, denials, what the desk said.
fn life(n: usize, vital: &VitalView, entities: &EntitiesView, e: Edition) -> Vec<Slot> {
    let name = person(vital, entities, e);
    let slot = |part: &str, lines: Vec<Line>, colour: Colour| Slot {
        id: format!("life-{n}-{part}"),
        lines,
        colour,
        ..Slot::default()
    };
    let mut all = vec![slot(
        "alive",
        vec![
            e.title(name),
            e.small(match &vital.last_alive {
                None if !vital.alive_reported.is_empty() => e
                    .say(
                        "nobody in this case vouches for evidence of life",
                        "لا دليل على الحياة يجزم به أحد في هذا الملف",
                    )
                    .to_owned(),
                None => e
                    .say(
                        "no evidence of life in this case",
                        "لا دليل على الحياة في هذا الملف",
                    )
                    .to_owned(),
                Some(last) => format!(
                    "{} {} [{}]",
                    e.say(
                        "last evidence alive in this case:",
                        "آخر ما يدل على الحياة في هذا الملف:"
                    ),
                    e.time(last.time.as_ref()),
                    last.statement
                ),
            }),
        ],
        Colour::Neutral,
    )];
    for part in vital.parts() {
        let colour = match part.name {
            "dead" => Colour::Affirms,
            "denied" => Colour::Denies,
            "doubted" | "cannot-confirm" => Colour::Doubts,
            _ => Colour::Reports,
        };
        let ids: Vec<String> = part.statements.into_iter().cloned().collect();
        all.push(slot(
            part.name,
            vec![
                e.title(e.of(part.words)),
                e.small(format!(
                    "{}: {}",
                    e.count(ids.len(), &STATEMENTS),
                    e.list(&ids)
                )),
            ],
            colour,
        ));
    }
    if !vital.settled.is_empty() {
        let lines = vital.settled.iter().map(|settled| {
            let words = settled.decision.words(e.tongue());
            e.small(format!("{words} [{}]", settled.judgement))
        });
        let lines = lines.collect();
        all.push(slot("settled", lines, Colour::Neutral));
    }
    all
}
