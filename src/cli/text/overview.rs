//! `view overview` as text.

use isnad::finding::Severity;
use isnad::model::{Key, Statement};
use isnad::text::copies::Sharing;
use isnad::view::{Filter, OverviewView, RepublishesView, Rule};

use super::super::terminal::clean;
use super::Page;

pub(in crate::cli) fn draw(view: &OverviewView, page: &Page<'_>, _: &Filter) -> String {
    let mut out = format!("{}\n", page.terminal.bold(&page.words(&view.title)));
    let case = page.case();
    let analysis = &page.material.analysis;
    let counted = case.documents.iter();
    let texts: Vec<String> = counted
        .filter(|(document, _, _)| analysis.counts(*document))
        .map(|(_, id, _)| id.to_owned())
        .collect();
    let heard = |(key, _, _): &(Key<Statement>, &str, &Statement)| analysis.heard(*key);
    let statements: Vec<String> = ids(case.statements.iter().filter(heard));
    let drafts = case.statements.iter().filter(heard);
    let drafts = ids(drafts.filter(|(_, _, one)| one.draft));
    let totals = [
        (
            page.say("texts", "النصوص"),
            texts.len(),
            texts,
            Rule::Counts,
        ),
        (
            page.say("attributed statements", "الأقوال المنسوبة"),
            view.statements,
            statements,
            Rule::Counts,
        ),
        (
            page.say("questions", "المسائل"),
            view.claims,
            ids(case.claims.iter()),
            Rule::Entries,
        ),
        (
            page.say("sources", "المصادر"),
            view.sources,
            ids(case.sources.iter()),
            Rule::Entries,
        ),
        (
            page.say("entities", "الكيانات"),
            view.entities,
            ids(case.entities.iter()),
            Rule::Entries,
        ),
    ];
    let totals: Vec<String> = totals
        .into_iter()
        .map(|(what, n, made_by, rule)| format!("{what}: {}", page.figure(n, &made_by, rule)))
        .collect();
    out.push_str(&format!("{}\n", totals.join("   ")));
    if view.unreviewed > 0 {
        out.push_str(&format!(
            "{}: {}\n",
            page.say("not yet reviewed by anybody", "لم يراجعه أحد بعد"),
            page.figure(view.unreviewed, &drafts, Rule::Entries)
        ));
    }
    let rows = view
        .documents
        .iter()
        .map(|document| {
            let outlet = document.outlet.as_deref();
            let mut outlet = page.source(outlet);
            match &document.republishes {
                Some(RepublishesView::Source(id)) => {
                    outlet.push_str(&format!(
                        "\n{} {}",
                        page.say("republishing", "نقلًا عن"),
                        page.source(Some(id))
                    ));
                }
                Some(RepublishesView::Document(id)) => {
                    outlet.push_str(&format!("\n{} {id}", page.say("republishing", "إعادة نشر")));
                }
                None => {}
            }
            for other in document.same_text.iter().flatten() {
                let what = match other.kind {
                    Sharing::Copy => page.say("same text as", "النص نفسه في"),
                    Sharing::SharedParagraphs => {
                        page.say("shares paragraphs with", "فقرات مشتركة مع")
                    }
                };
                let mut both = [document.id.clone(), other.document.clone()];
                both.sort();
                let words: usize = other.passages.iter().map(|passage| passage.words).sum();
                let share = match other.kind {
                    Sharing::Copy => format!("{:.0}%", other.share * 100.0),
                    Sharing::SharedParagraphs => page.tongue().count(
                        words,
                        (["word", "words"], ["كلمة واحدة", "كلمتان", "كلمات", "كلمة"]),
                    ),
                };
                outlet.push_str(&format!(
                    "\n{what} {} ({})",
                    other.document,
                    page.figure(share, &both, Rule::Texts)
                ));
            }
            vec![
                document.id.clone(),
                outlet,
                document.title.clone().unwrap_or_default(),
                page.time(document.published.as_ref()),
                page.figure(
                    document.statements,
                    &case
                        .documents
                        .key(&document.id)
                        .map_or_else(Vec::new, |key| {
                            let here = |(of, _, one): &(Key<Statement>, &str, &Statement)| {
                                one.document == key && analysis.heard(*of)
                            };
                            ids(case.statements.iter().filter(here))
                        }),
                    Rule::Counts,
                ),
            ]
        })
        .collect();
    out.push_str(&page.terminal.table(
        &[
            page.say("text", "النص"),
            page.say("outlet", "الجهة الناشرة"),
            page.say("title", "العنوان"),
            page.say("published", "النشر"),
            page.say("statements", "أقوال"),
        ],
        rows,
    ));
    if !view.sides.is_empty() {
        let sides: Vec<String> = view
            .sides
            .iter()
            .map(|side| format!("{} [{}]", page.words(&side.names), clean(&side.id)))
            .collect();
        out.push_str(&format!(
            "{}: {}\n",
            page.say("sides", "الجهات"),
            sides.join(" · ")
        ));
    }
    let found = |severity: Severity, n: usize| {
        let mut codes: Vec<String> = page
            .material
            .findings
            .iter()
            .filter(|finding| finding.severity() == severity)
            .map(|finding| finding.code.slug().to_owned())
            .collect();
        codes.sort_unstable();
        page.figure(n, &codes, Rule::Entries)
    };
    out.push_str(&format!(
        "{}: {} · {} · {}\n",
        page.say(
            "problems in the case (errors, warnings, notes)",
            "خلل في الملف (أخطاء، تنبيهات، ملاحظات)"
        ),
        found(Severity::Error, view.findings.error),
        found(Severity::Warning, view.findings.warning),
        found(Severity::Note, view.findings.note)
    ));
    out
}

/// The ids of some entries.
fn ids<'t, T: 't>(entries: impl Iterator<Item = (Key<T>, &'t str, &'t T)>) -> Vec<String> {
    entries.map(|(_, id, _)| id.to_owned()).collect()
}
