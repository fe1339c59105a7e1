//! One statement: what was said, in its paragraph; through whom; when; and where exactly it stands.

use maud::{Markup, html};

use super::cautions;
use super::matter::Matter;
use super::parts::{self, clean, own, pair, say};
use super::words;
use crate::view::{BearingView, ExcerptView, Mark, StatementView};

/// A statement in full: its one home on the page. `on`: the question in whose section it stands.
pub(super) fn home(matter: &Matter<'_>, statement: &StatementView, on: Option<&str>) -> Markup {
    let bearing = on.and_then(|claim| statement.bears.iter().find(|b| b.claim == claim));
    html! {
        article class=(class(statement, bearing)) id=(format!("statement-{}", statement.id)) {
            (heading(matter, statement, bearing, true))
            (quote(matter, statement))
            (particulars(matter, statement, on))
        }
    }
}

/// A statement whose home is elsewhere: what was said, who says it, when, and the way there.
pub(super) fn mention(matter: &Matter<'_>, statement: &StatementView, on: &str) -> Markup {
    let bearing = statement.bears.iter().find(|b| b.claim == on);
    html! {
        article class=(format!("{} mention", class(statement, bearing))) {
            (heading(matter, statement, bearing, false))
            (marked_words(matter, statement))
            p.where-else {
                a href=(format!("#statement-{}", statement.id)) {
                    (say("In its paragraph, with its chain", "في فقرته ومع سلسلته"))
                }
                @if let Some(home) = matter.home(&statement.id) {
                    ": " (parts::question_link(matter, home))
                }
            }
            @if let Some(reading) = bearing.and_then(|b| own(&b.reading)) { p.caution { strong { (pair(words::OTHERWISE)) ": " } (reading) } }
            @if let Some(why) = bearing.and_then(|b| own(&b.why)) { p.why { (say("Read so because: ", "سبب هذه القراءة: ")) (why) } }
        }
    }
}

fn class(statement: &StatementView, bearing: Option<&BearingView>) -> String {
    let mut class = String::from("statement");
    if let Some(bearing) = bearing {
        class.push(' ');
        class.push_str(words::stance_class(bearing.stance));
    }
    if statement.draft {
        class.push_str(" unreviewed");
    }
    class
}

fn heading(
    matter: &Matter<'_>,
    statement: &StatementView,
    bearing: Option<&BearingView>,
    home: bool,
) -> Markup {
    html! {
        h4 {
            @if home { a.id href=(format!("#statement-{}", statement.id)) { bdi { (statement.id) } } }
            @else { (parts::statement_link(matter, &statement.id)) }
            " "
            @match own(&statement.gist) {
                Some(gist) => { (gist) },
                // The words themselves stand below.
                None if matter.excerpts.contains_key(&statement.id) => {},
                None => { (say("(no paraphrase)", "(بلا خلاصة)")) },
            }
            @if statement.draft { (parts::unreviewed()) }
        }
        p.who {
            @if let Some(bearing) = bearing { (parts::stance_on(statement, bearing)) " " }
            (speaker(matter, statement)) " · " (when(statement))
        }
        (taken_back(matter, statement))
        (cautions::beside(matter, statement, bearing.map(|bearing| bearing.claim.as_str())))
    }
}

/// Who says it, and whether as a heading or in an outlet's own voice.
pub(super) fn speaker(matter: &Matter<'_>, statement: &StatementView) -> Markup {
    html! {
        @match &statement.said_by {
            Some(id) => { (parts::source_link(matter, id)) },
            None => { (parts::unknown()) },
        }
        @if statement.outlet_voice { " " span.note { (say("in its own voice", "بصوتها")) } }
        @if statement.heading { " " span.note { (say("heading", "عنوان")) } }
    }
}

/// When it was said, else published.
pub(super) fn when(statement: &StatementView) -> Markup {
    html! {
        @match &statement.said_on {
            Some(said) => { (say("said ", "قيل ")) (parts::time(Some(said))) },
            None => { (say("published ", "نُشر ")) (parts::time(statement.published.as_ref())) },
        }
    }
}

/// What took it back.
pub(super) fn taken_back(matter: &Matter<'_>, statement: &StatementView) -> Markup {
    html! { @if let Some(back) = &statement.taken_back {
        p.taken-back {
            @if let Some(text) = &back.with {
                (pair(words::WITH_ITS_TEXT)) " (" (parts::statement_link(matter, text)) "): "
            }
            (pair(words::taken_back(back.how, back.who))) ": "
            (parts::statement_link(matter, &back.by))
        }
    } }
}

/// The marked words alone, where the text is at hand.
pub(super) fn marked_words(matter: &Matter<'_>, statement: &StatementView) -> Markup {
    html! { @if let Some(excerpt) = matter.excerpts.get(&statement.id) {
        blockquote dir="auto" { p { (excerpt.content.iter().map(|one| clean(one)).collect::<Vec<_>>().join(" […] ")) } }
    } }
}

/// Where exactly its words stand, and whether that was checked.
pub(super) fn place(matter: &Matter<'_>, statement: &StatementView) -> Markup {
    html! {
        (parts::document_link(matter, &statement.document))
        @if let Some(excerpt) = matter.excerpts.get(&statement.id) {
            (say(&format!(", paragraph {} of {}", excerpt.paragraph, excerpt.paragraphs),
                &format!("، الفقرة {} من {}", excerpt.paragraph, excerpt.paragraphs)))
        }
        @if let (Some(first), Some(last)) = (statement.content.first(), statement.content.last()) {
            (say(", characters ", "، المحارف ")) bdi { (first.start) "–" (last.end) }
        }
        " · " span class=(format!("anchor {}", anchor_class(statement))) { (pair(words::anchor(statement.anchor))) }
    }
}

fn quote(matter: &Matter<'_>, statement: &StatementView) -> Markup {
    let language = matter
        .document(&statement.document)
        .and_then(|document| document.language.as_deref());
    html! {
        @match matter.excerpts.get(&statement.id) {
            Some(excerpt) => { (paragraph(excerpt, language)) },
            None => { p.no-text { (no_text(statement)) } },
        }
    }
}

fn no_text(statement: &StatementView) -> Markup {
    if statement.anchor == crate::view::AnchorState::Orphan {
        return pair(words::anchor(statement.anchor));
    }
    if statement.content.is_empty() {
        return say(
            "No words of the text are marked for this statement.",
            "لا كلام معلَّم في النص لهذا القول.",
        );
    }
    say(
        "The text is not at hand here, so the words themselves are not shown.",
        "النص غير حاضر هنا، فلا يُعرض الكلام نفسه.",
    )
}

/// The paragraph with its marked words. White space is the text's.
fn paragraph(excerpt: &ExcerptView, language: Option<&str>) -> Markup {
    html! {
        blockquote.paragraph dir="auto" lang=[language.and_then(parts::language)] {
            p { @for piece in &excerpt.pieces {
                @let text = clean(&piece.text);
                @match piece.mark {
                    Mark::Plain => { (text) },
                    Mark::Content => { mark { (text) } },
                    Mark::Source => { b.source-words { (text) } },
                    Mark::Cue => { b.cue { (text) } },
                    Mark::Gap => { span.gap { " […] " } },
                }
            } }
        }
    }
}

/// Where it stands, chain, dates, act, anchor.
fn particulars(matter: &Matter<'_>, statement: &StatementView, on: Option<&str>) -> Markup {
    let others: Vec<&BearingView> = statement
        .bears
        .iter()
        .filter(|bearing| Some(bearing.claim.as_str()) != on)
        .collect();
    let here = statement
        .bears
        .iter()
        .find(|bearing| Some(bearing.claim.as_str()) == on);
    let why = here.and_then(|bearing| own(&bearing.why));
    html! {
        dl.particulars {
            dt { (say("stands in", "موضعه")) }
            dd {
                (place(matter, statement))
            }
            dt { (say("came through", "طريقه")) }
            dd { @for chain in matter.chains_of(&statement.id) { (parts::chain(matter, &chain.links)) } }
            dt { (say("dates", "التواريخ")) }
            dd {
                @match &statement.said_on {
                    Some(said) => { (say("said ", "قيل ")) (parts::time(Some(said))) },
                    None => { (say("when it was said is not written", "لم يُكتب متى قيل")) },
                }
                (say("; published ", "؛ نُشر ")) (parts::time(statement.published.as_ref()))
            }
            dt { (say("act", "الفعل")) }
            dd {
                (pair(words::act(statement.act))) " · " (pair(words::style(statement.style))) " · "
                (say("basis: ", "المستند: ")) (pair(words::basis(statement.basis)))
                @if !statement.rests_on.is_empty() { " (" (parts::sources(matter, &statement.rests_on)) ")" }
                @if let Some(grade) = &statement.credibility { " · " (say("Admiralty grade ", "درجة الخبر ")) bdi { (grade) } }
            }
            @if let Some(outer) = &statement.nested_in {
                dt { (say("inside", "داخل")) }
                dd { (parts::statement_link(matter, outer)) }
            }
            @if let Some(reading) = here.and_then(|bearing| own(&bearing.reading)) {
                dt { (pair(words::OTHERWISE)) }
                dd.caution { (reading) }
            }
            @if let Some(why) = why {
                dt { (say("read so because", "سبب هذه القراءة")) }
                dd { (why) }
            }
            @if !others.is_empty() {
                dt { (say("bears on", "في مسائل")) }
                dd { ul.bears { @for bearing in others {
                    li { (parts::stance_on(statement, bearing)) " " (parts::question_link(matter, &bearing.claim)) }
                } } }
            }
        }
    }
}

fn anchor_class(statement: &StatementView) -> &'static str {
    match statement.anchor {
        crate::view::AnchorState::Verified => "verified",
        crate::view::AnchorState::NotVerifiedHere => "not-here",
        crate::view::AnchorState::Orphan => "orphan",
    }
}
