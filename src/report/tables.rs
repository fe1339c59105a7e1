//! The tables of questions, sources, documents and statements, and the list of decisions.
//!
//! A row of a source or a document is its home; a statement's home is with a question, or below the
//! table where it bears on none.

use maud::{Markup, html};

use super::matter::Matter;
use super::packing::packed;
use super::parts::{self, clean, list, own, pair, say};
use super::statement;
use super::words;
use crate::view::{
    ClaimView, DocumentView, RepublishesView, RuledView, Sharing, SourceView, Stance, StatementView,
};

/// A table that may be wider than the screen scrolls in a frame of its own.
fn frame(label: (&str, &str), table: Markup) -> Markup {
    html! { div.scroll tabindex="0" role="region" aria-label=(format!("{} / {}", label.0, label.1)) { (table) } }
}

/// Where the case has none of what one would look for.
pub(super) const NOT_STATED: words::Pair = ("not stated", "غير مذكور");

/// In a large case, so many rows of a table stand open.
const OPEN: usize = 40;

/// A table of more rows than this is long.
const LONG: usize = 80;

/// So many statements that are at home with no question wait together.
const TOGETHER: usize = 20;

/// The rows of a table. In a large case those of a long one wait after the first.
fn rows<'r, T: 'r>(
    matter: &Matter<'_>,
    ids: &dyn Fn(&T) -> Option<String>,
    all: &[&'r T],
    row: &dyn Fn(&T) -> Markup,
) -> Markup {
    let open = if matter.large && all.len() > LONG {
        OPEN
    } else {
        all.len()
    };
    html! {
        tbody data-rows=(all.len()) {
            @for one in &all[..open] { (row(one)) }
            @if open < all.len() {
                @let ids: Vec<String> = all[open..].iter().filter_map(|one| ids(one)).collect();
                (packed("rows", &ids, &html! { @for one in &all[open..] { (row(one)) } }))
            }
        }
    }
}

/// What stands after a table whose rows wait.
fn after(matter: &Matter<'_>, rows: usize) -> Markup {
    html! { @if matter.large && rows > LONG { (parts::needs_script()) } }
}

/// A section with its heading and one table: its name, heading, columns and rows, each row with the place of the
/// page that it holds.
struct Table<'r, T> {
    name: &'static str,
    heading: (&'static str, &'static str),
    columns: Markup,
    all: &'r [&'r T],
    place: &'r dyn Fn(&T) -> Option<String>,
    row: &'r dyn Fn(&T) -> Markup,
}

impl<T> Table<'_, T> {
    /// The section; `below` stands after the table.
    fn section(&self, matter: &Matter<'_>, below: Markup) -> Markup {
        let title = format!("{}-title", self.name);
        let label = (self.heading.0, self.heading.1);
        html! {
            section id=(self.name) aria-labelledby=(title) {
                h2 id=(title) { (pair(label)) }
                (frame(label, html! { table data-table=(self.name) {
                    thead { tr { (self.columns) } }
                    (rows(matter, self.place, self.all, self.row))
                } }))
                (after(matter, self.all.len()))
                (below)
            }
        }
    }
}

fn head(kind: &str, en: &str, ar: &str) -> Markup {
    html! { th scope="col" data-sort=(kind) { (say(en, ar)) } }
}

pub(super) fn questions(matter: &Matter<'_>) -> Markup {
    let all: Vec<&ClaimView> = matter.in_order().collect();
    Table {
        name: "questions",
        heading: ("All questions", "كل المسائل"),
        columns: html! {
            (head("text", "question", "المسألة")) (head("text", "stands", "موقعها"))
            (head("number", "says so", "يقول بوقوعه")) (head("number", "implied", "يلزم من غيره"))
            (head("number", "denies", "ينفي")) (head("number", "at odds", "لا يتفق معه"))
            (head("number", "reports", "ينقل دون جزم")) (head("number", "within denials", "ضمن النفي"))
            (head("number", "doubts", "يشكّك")) (head("number", "cannot confirm", "تعذّر التأكيد"))
        },
        all: &all,
        place: &|one: &ClaimView| Some(format!("question-{}", one.id)),
        row: &|one| question_row(matter, one),
    }
    .section(matter, html! { @if matter.plain_claims().next().is_some() { p.on-paper.note { (pair(ON_PAPER)) } } })
}

/// On paper, below the table of questions.
const ON_PAPER: words::Pair = (
    "The undisputed questions with no more than a single origin shown are not listed here: they stand in a table of their own below.",
    "المسائل التي لا ينازع فيها أحد ولا يظهر لها أكثر من مصدر أصلي واحد لا تُدرج هنا، ولها جدول خاص بها أدناه.",
);

fn question_row(matter: &Matter<'_>, claim: &ClaimView) -> Markup {
    let id = claim.id.as_str();
    html! {
        tr data-id=(id) id=(format!("question-{id}")) data-plain[matter.is_plain(id)] {
            td {
                @if matter.has_section(id) { (parts::question_link(matter, id)) } @else { (parts::question(matter, claim)) }
                @if matter.disputed(id) { " " span.tag { (say("disputed", "متنازع عليها")) } }
                @if claim.draft { (parts::unreviewed()) }
            }
            td { (parts::figure(id, "standing", pair(claim.standing_label().words())))
                @if claim.stands_if_read_so() { span.read-so { " (" (pair(words::IF_READ_SO)) ")" } } }
            @for (stance, name, tally) in [(Stance::Affirms, "affirms", &claim.affirms), (Stance::Denies, "denies", &claim.denies)] {
                td.n { (parts::number(id, &format!("{name}.own"), tally.statements.len()))
                    @let label = claim.label(stance);
                    @if label != words::stance(stance) && label != words::elsewhere(stance) { " " span.note { (pair(label)) } } }
                td.n { (parts::number(id, &format!("{name}.entailed"), tally.entailed.len())) }
            }
            td.n { (parts::number(id, "passed_on", claim.passed_on().len())) }
            td.n { (parts::number(id, "within_denials", claim.within_denials.len())) }
            td.n { (parts::number(id, "doubts", claim.doubts.len())) }
            td.n { (parts::number(id, "cannot_confirm", claim.cannot_confirm.len())) }
        }
    }
}

pub(super) fn sources(matter: &Matter<'_>) -> Markup {
    let all: Vec<&SourceView> = matter.sources.sources.iter().collect();
    Table {
        name: "sources",
        heading: ("Sources", "المصادر"),
        columns: html! {
            (head("text", "source", "المصدر")) (head("text", "kind", "النوع")) (head("text", "side", "الجهة"))
            (head("number", "said", "الأقوال")) (head("number", "passed on", "المنقول"))
        },
        all: &all,
        place: &|one: &SourceView| Some(format!("source-{}", one.id)),
        row: &|one| source_row(matter, one),
    }
    .section(matter, html! {})
}

fn source_row(matter: &Matter<'_>, source: &SourceView) -> Markup {
    let id = source.id.as_str();
    html! {
        tr data-id=(id) id=(format!("source-{id}")) {
            th scope="row" {
                (parts::source_name(matter, id)) " " bdi.id { (id) }
                @if source.draft { (parts::unreviewed()) }
                @if !source.aliases.is_empty() {
                    p.note { (say("also: ", "ويُسمّى: ")) (list(source.aliases.iter().map(|alias| html! { bdi { (clean(&alias.text)) } }))) }
                }
                @if let Some(body) = &source.speaks_for { p.note { (say("speaks for ", "يتحدث باسم ")) (parts::source_link(matter, body)) } }
                @for (ids, en, ar) in [(&source.member_of, "belongs to ", "ينتمي إلى "), (&source.may_hold, "may hold ", "قد يشمل "), (&source.perhaps_same, "perhaps the same as ", "لعله هو نفسه: ")] {
                    @if !ids.is_empty() { p.note { (say(en, ar)) (parts::sources(matter, ids)) } }
                }
                @match &source.quoted_by {
                    Some(RepublishesView::Document(id)) => { p.note { (say("quoted first in ", "أول من نقله ")) (parts::document_link(matter, id)) } },
                    Some(RepublishesView::Source(id)) => { p.note { (say("quoted first by ", "أول من نقله ")) (parts::source_link(matter, id)) } },
                    None => {},
                }
            }
            td { (pair(words::source_kind(source.kind)))
                @if source.number == crate::view::Number::Several { " · " (say("several voices as one", "أصوات عدة كصوت واحد")) } }
            td {
                @let sides = matter.sides_of(id);
                @if sides.is_empty() { (say("none entered", "لم تُدخل")) }
                @else { (list(sides.iter().map(|side| parts::side_name(matter, side)))) }
                @for allegiance in &source.sides { p.note {
                    (say("entered because: ", "أُدخلت لأن: "))
                    @match own(&allegiance.why) { Some(why) => { (why) }, None => { (pair(NOT_STATED)) } }
                } }
            }
            td { span.n { (source.statements.len()) } " " (parts::statements(matter, &source.statements))
                @for speaker in matter.speakers(id) { p.note {
                    (say("through ", "بلسان ")) (parts::source_link(matter, &speaker.id)) ": " (speaker.statements.len())
                    " " (parts::statements(matter, &speaker.statements))
                } }
            }
            td { span.n { (source.relays.len()) } " " (parts::statements(matter, &source.relays)) }
        }
    }
}

pub(super) fn documents(matter: &Matter<'_>) -> Markup {
    let all: Vec<&DocumentView> = matter.overview.documents.iter().collect();
    Table {
        name: "documents",
        heading: ("Documents", "الوثائق"),
        columns: html! {
            (head("text", "document", "الوثيقة")) (head("text", "outlet", "الجهة الناشرة")) (head("date", "published", "نُشرت"))
            (head("date", "entered the case", "دخلت الملف")) (head("number", "statements", "الأقوال"))
        },
        all: &all,
        place: &|one: &DocumentView| Some(format!("document-{}", one.id)),
        row: &|one| document_row(matter, one),
    }
    .section(matter, html! {})
}

fn document_row(matter: &Matter<'_>, document: &DocumentView) -> Markup {
    let id = document.id.as_str();
    html! {
        tr data-id=(id) id=(format!("document-{id}")) {
            th scope="row" {
                (parts::document_name(matter, id))
                @if document.title.is_some() { " " bdi.id { (id) } }
                @if document.draft { (parts::unreviewed()) }
                p.note { (say("reporter: ", "الكاتب: ")) @match &document.byline { Some(byline) => { bdi { (clean(byline)) } }, None => { (pair(NOT_STATED)) } } }
                @match &document.republishes {
                    Some(RepublishesView::Document(from)) => { p.note { (pair(republishes(document))) " " (parts::document_link(matter, from)) (republished(document)) } },
                    Some(RepublishesView::Source(from)) => { p.note { (pair(republishes(document))) " " (parts::source_link(matter, from)) (republished(document)) } },
                    None => {},
                }
                @if let Some(earlier) = &document.version_of { p.note { (say("a later version of ", "صيغة لاحقة من ")) (parts::document_link(matter, earlier)) } }
                @for same in document.same_text.iter().flatten() {
                    p.note {
                        @match same.kind {
                            Sharing::Copy => { (say("the same text as ", "نصها هو نص ")) },
                            Sharing::SharedParagraphs => { (say("shares paragraphs with ", "تشترك في فقرات مع ")) },
                        }
                        (parts::document_link(matter, &same.document))
                    }
                }
                p.note { (say("web address: ", "الرابط: ")) @match &document.url { Some(url) => { (address(url)) }, None => { (pair(NOT_STATED)) } } }
                @if let Some(digest) = &document.sha256 { p.note.digest { "SHA-256 " bdi { (clean(digest)) } } }
            }
            td { @match &document.outlet { Some(outlet) => { (parts::source_link(matter, outlet)) }, None => { (parts::unknown()) } } }
            td data-value=[document.published.as_ref().map(|time| clean(&time.edtf))] {
                (parts::time(document.published.as_ref()))
                @if let Some(why) = own(&document.published_why) { p.note { (why) } }
            }
            td data-value=[document.added.as_ref().map(|minute| clean(minute))] { @match &document.added { Some(minute) => { (parts::moment(minute)) }, None => { "–" } } }
            td.n { (document.statements) }
        }
    }
}

/// "republishes", or that only a part is.
pub(super) fn republishes(document: &DocumentView) -> words::Pair {
    match document.republishes_part {
        true => ("partly republished from", "بعضه معاد نشره عن"),
        false => ("republished from", "معاد نشره عن"),
    }
}

/// What must be known of it: that it is worked out, and of whom the rest is.
pub(super) const REST: [words::Pair; 3] = [
    (" (inferred)", " (بالاستنتاج)"),
    (
        "; who first carried the rest is not known",
        "؛ ولا يُعرف أول من نشر الباقي",
    ),
    ("; the rest is its own", "؛ والباقي من عندها"),
];

fn republished(document: &DocumentView) -> Markup {
    html! {
        @if document.republishes_inferred { (pair(REST[0])) }
        @if document.rest_unknown { (pair(REST[1])) }
        @else if document.republishes_part { (pair(REST[2])) }
    }
}

/// An address as a link, where it is one of the web; else as words.
fn address(url: &str) -> Markup {
    let url = clean(url);
    let web = ["https://", "http://"]
        .iter()
        .any(|scheme| url.starts_with(scheme))
        && !url.chars().any(char::is_whitespace);
    html! {
        @if web { a.out href=(url) rel="noreferrer noopener external" { bdi dir="ltr" { (url) } } }
        @else { bdi dir="ltr" { (url) } }
    }
}

pub(super) fn statements(matter: &Matter<'_>) -> Markup {
    let all: Vec<&StatementView> = matter
        .statements
        .statements
        .iter()
        .filter(|one| matter.shows(&one.id))
        .collect();
    let homeless: Vec<_> = matter
        .statements
        .statements
        .iter()
        .filter(|one| matter.home(&one.id).is_none() && matter.shows(&one.id))
        .collect();
    let below = html! {
            @if !homeless.is_empty() {
                h3 { (say("On none of the questions above", "في غير المسائل أعلاه")) }
                @if matter.large {
                    (parts::needs_script())
                    @for some in homeless.chunks(TOGETHER) {
                        @let ids: Vec<String> = some.iter().map(|one| format!("statement-{}", one.id)).collect();
                        div.waiting { (packed("part", &ids, &html! { @for one in some { (statement::home(matter, one, None)) } })) }
                    }
                } @else { @for one in homeless { (statement::home(matter, one, None)) } }
            }
    };
    let quoted =
        |one: &&StatementView| one.gist.is_empty() && matter.excerpts.contains_key(&one.id);
    let paraphrase = match all.iter().any(quoted) {
        true => ("paraphrase, or first words", "الخلاصة، أو أول الكلام"),
        false => ("paraphrase", "الخلاصة"),
    };
    Table {
        name: "statements",
        heading: ("Statements", "الأقوال"),
        columns: html! {
            (head("text", "id", "الرمز")) (head("text", "who", "القائل")) (head("text", paraphrase.0, paraphrase.1))
            (head("date", "said or published", "قيل أو نُشر")) (head("text", "document", "الوثيقة")) (head("text", "bears on", "في مسألة"))
        },
        all: &all,
        place: &|_: &StatementView| None,
        row: &|one| statement_row(matter, one),
    }
    .section(matter, below)
}

fn statement_row(matter: &Matter<'_>, one: &StatementView) -> Markup {
    let when = one.said_on.as_ref().or(one.published.as_ref());
    html! {
        tr data-id=(one.id) {
            th scope="row" { (parts::statement_link(matter, &one.id)) }
            td { @match &one.said_by { Some(id) => { (parts::source_name(matter, id)) }, None => { (parts::unknown()) } } }
            td { @if let Some(gist) = parts::in_short(matter, one) { (gist) } @if one.draft { (parts::unreviewed()) } }
            td data-value=[when.map(|time| clean(&time.edtf))] { (parts::time(when)) }
            td { a href=(format!("#document-{}", one.document)) { bdi { (one.document) } } }
            td { @for bearing in &one.bears {
                div.bearing { (parts::stance_on(one, bearing)) " " (parts::question_link(matter, &bearing.claim)) }
            } }
        }
    }
}

/// What people decided, with why.
pub(super) fn decisions(matter: &Matter<'_>) -> Markup {
    html! {
        section #decisions aria-labelledby="decisions-title" {
            h2 #decisions-title { (say("Decisions by people", "القرارات التحريرية")) }
            p { (say(
                "What somebody ruled, apart from what the texts say; figures above rest on these where they name them.",
                "ما قرره أشخاص، مستقلًا عما تقوله النصوص؛ وعليه تقوم الأرقام حيث يُذكر.",
            )) }
            @if matter.rulings.is_empty() { p { (say("None in this case.", "لا شيء في هذا الملف.")) } }
            @else { ul.rulings { @for ruling in &matter.rulings {
                li id=(format!("judgement-{}", ruling.id)) {
                    p { (ruled(matter, &ruling.what)) }
                    p.note {
                        bdi { (clean(&ruling.by)) } " · " (parts::moment(&ruling.at)) " · " bdi.id { (ruling.id) }
                        @if let Some(earlier) = &ruling.replaces { " · " (say("in place of ", "بدلًا من ")) bdi { (earlier) } }
                        @if !ruling.dissents_from.is_empty() { " · " (say("dissents from ", "يخالف ")) (list(ruling.dissents_from.iter().map(|id| html! { bdi { (id) } }))) }
                    }
                    @if let Some(why) = own(&ruling.why) { p { (say("Why: ", "السبب: ")) (why) } }
                }
            } } }
        }
    }
}

fn ruled(matter: &Matter<'_>, what: &RuledView) -> Markup {
    let entities = |ids: &[String]| list(ids.iter().map(|id| html! { bdi { (id) } }));
    html! {
        @match what {
            RuledView::SameSources(ids) => { (say("One and the same source: ", "مصدر واحد: ")) (parts::sources(matter, ids)) },
            RuledView::DifferentSources(ids) => { (say("Different sources: ", "مصادر مختلفة: ")) (parts::sources(matter, ids)) },
            RuledView::SameEntities(ids) => { (say("One and the same: ", "شيء واحد: ")) (entities(ids)) },
            RuledView::DifferentEntities(ids) => { (say("Not the same: ", "أشياء مختلفة: ")) (entities(ids)) },
            RuledView::RestsOn { source, on, statement } => {
                (parts::source_link(matter, source)) (say(" has it from ", " أخذ ذلك عن: ")) (parts::source_link(matter, on))
                @if let Some(id) = statement { " (" (parts::statement_link(matter, id)) ")" }
            },
            RuledView::Settled { claim, answer } => { (parts::question_link(matter, claim)) ": " strong { (pair(words::answer(*answer))) } },
        }
    }
}
