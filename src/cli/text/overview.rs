//! `view overview` as text.

use isnad::text::copies::Sharing;
use isnad::view::{Filter, OverviewView, RepublishesView};

use super::super::terminal::clean;
use super::Page;

pub(in crate::cli) fn draw(view: &OverviewView, page: &Page<'_>, _: &Filter) -> String {
    let mut out = format!("{}\n", page.terminal.bold(&page.words(&view.title)));
    out.push_str(&format!(
        "{}: {}   {}: {}   {}: {}   {}: {}   {}: {}\n",
        page.say("texts", "النصوص"),
        page.case()
            .documents
            .keys()
            .filter(|document| page.material.analysis.counts(*document))
            .count(),
        page.say("attributed statements", "الأقوال المنسوبة"),
        view.statements,
        page.say("questions", "المسائل"),
        view.claims,
        page.say("sources", "المصادر"),
        view.sources,
        page.say("entities", "الكيانات"),
        view.entities
    ));
    if view.unreviewed > 0 {
        out.push_str(&format!(
            "{}: {}\n",
            page.say("not yet reviewed by anybody", "لم يراجعه أحد بعد"),
            view.unreviewed
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
                outlet.push_str(&format!(
                    "\n{what} {} ({:.0}%)",
                    other.document,
                    other.share * 100.0
                ));
            }
            vec![
                document.id.clone(),
                outlet,
                document.title.clone().unwrap_or_default(),
                page.time(document.published.as_ref()),
                document.statements.to_string(),
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
    let counts = view.findings;
    out.push_str(&format!(
        "{}: {} · {} · {}\n",
        page.say(
            "problems in the case (errors, warnings, notes)",
            "خلل في الملف (أخطاء، تنبيهات، ملاحظات)"
        ),
        counts.error,
        counts.warning,
        counts.note
    ));
    out
}
