//! `view timeline` as text: the line of a person's life, then every step.

use isnad::model::Stance;
use isnad::view::{Filter, TimelineStepView, TimelineView, VitalView, labels};

use super::Page;

pub(in crate::cli) fn draw(view: &TimelineView, page: &Page<'_>, _: &Filter) -> String {
    let mut out = String::new();
    for vital in &view.vital_status {
        out.push_str(&format!(
            "{}\n",
            page.terminal.isolate(&line_of(vital, page))
        ));
    }
    let rows = view
        .steps
        .iter()
        .map(|step| {
            vec![
                when(step, page),
                what(step, page),
                format!("{}\n[{}]", page.question(&step.claim), step.claim),
                who(step, page),
            ]
        })
        .collect();
    out.push_str(&page.terminal.table(
        &[
            page.say("when", "متى"),
            page.say("step", "الخطوة"),
            page.say("question", "المسألة"),
            page.say("through whom", "عبر من"),
        ],
        rows,
    ));
    out
}

fn when(step: &TimelineStepView, page: &Page<'_>) -> String {
    let mut text = page.time(step.time.as_ref());
    if step.time.is_some() {
        let by = labels::dated_by(step.dated_by, step.judgement.is_some());
        text.push('\n');
        text.push_str(page.tongue().of(by));
    }
    text
}

fn what(step: &TimelineStepView, page: &Page<'_>) -> String {
    let mut text = match &step.decision {
        Some(decision) => decision.words(page.tongue()),
        None => {
            let label = labels::step_of(step, reports(step, page).unwrap_or(false));
            page.tongue().of(label).to_owned()
        }
    };
    if !step.certain {
        text.push_str(page.say("\nnot certain", "\nليس قاطعًا"));
    }
    if step.taken_back {
        text.push_str(page.say("\nno longer stands", "\nلم يعد قائمًا"));
    }
    text
}

/// Whether all that the step's statement does to its claim is to pass it on without vouching for it.
fn reports(step: &TimelineStepView, page: &Page<'_>) -> Option<bool> {
    let case = page.case();
    let statement = case.statements.key(step.statement.as_deref()?)?;
    let claim = case.claims.key(&step.claim)?;
    let mut here = case.statements[statement]
        .bears
        .iter()
        .filter(|bearing| bearing.claim == claim)
        .peekable();
    here.peek()?;
    Some(here.all(|bearing| bearing.stance == Stance::Reports))
}

fn who(step: &TimelineStepView, page: &Page<'_>) -> String {
    let case = page.case();
    if let Some(id) = &step.statement {
        return format!("{}\n[{id}]", super::chain::ways(page, id));
    }
    step.judgement
        .as_deref()
        .and_then(|id| case.judgements.key(id))
        .map_or_else(String::new, |key| {
            let judgement = &case.judgements[key];
            format!(
                "{}{}{}",
                judgement.by,
                page.say(", ", "، "),
                page.moment(judgement.at)
            )
        })
}

/// Last evidence alive, reports, denials and decisions, in one line.
fn line_of(vital: &VitalView, page: &Page<'_>) -> String {
    let case = page.case();
    let name = case.entities.key(&vital.person).map_or_else(
        || vital.person.clone(),
        |key| page.words(&case.entities[key].names),
    );
    let marked = |id: &String| match vital.soft.contains(id) {
        true => format!("{id} {}", page.say("(not certain)", "(غير قاطع)")),
        false => id.clone(),
    };
    let mut parts = vec![match &vital.last_alive {
        None if !vital.alive_reported.is_empty() => page
            .say(
                "nobody in this case vouches for evidence of life",
                "لا دليل على الحياة يجزم به أحد في هذا الملف",
            )
            .to_owned(),
        None => page
            .say(
                "no evidence of life in this case",
                "لا دليل على الحياة في هذا الملف",
            )
            .to_owned(),
        Some(last) => format!(
            "{} {} [{}]",
            page.say(
                "last evidence alive in this case:",
                "آخر ما يدل على الحياة في هذا الملف:"
            ),
            page.time(last.time.as_ref()),
            marked(&last.statement)
        ),
    }];
    for part in vital.parts() {
        let label = page.tongue().of(part.words);
        let ids: Vec<String> = part.statements.into_iter().map(marked).collect();
        parts.push(format!("{label}: {}", ids.join(" ")));
    }
    for settled in &vital.settled {
        parts.push(format!(
            "{} [{}]",
            settled.decision.words(page.tongue()),
            settled.judgement
        ));
    }
    format!("{name}: {}", parts.join(page.say("; ", "؛ ")))
}
