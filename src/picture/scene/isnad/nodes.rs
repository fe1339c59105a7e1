//! The boxes: statements, and the places their chains run through.

use super::super::super::diagram::{Colour, Edge, Line, Node, Role, Shape, Stroke};
use super::super::book::Book;
use super::super::edition::{Edition, STATEMENTS as COUNTED};
use super::compose::{Stand, Standing, Told};
use super::network::{Network, Place, STATEMENTS};
use super::shared::Shared;
use crate::view::{Act, Number, StatementView, labels};
use std::collections::BTreeSet;

/// The id of a statement's box.
pub(super) fn statement_id(statement: &StatementView) -> String {
    format!("statement-{}", statement.id)
}

/// A statement: its gist, its date, and what a reader must not miss.
pub(super) fn statement(told: &Told<'_>, harms: &[String], book: &Book<'_>) -> Node {
    let e = book.edition;
    let s = told.statement;
    let (colour, outline) = told.drawn();
    let short = book.in_short(s);
    let mut lines = vec![
        short.unwrap_or_else(|| Line::title(&s.id, "")),
        e.small(date(s, e)),
    ];
    let mut note = |text: String| lines.push(e.small(text));
    if s.heading {
        note(e.say("in a heading", "في عنوان").into());
    }
    if s.outlet_voice {
        note(e.say("the outlet's own voice", "بصوت الجهة الناشرة").into());
    }
    if told
        .stands
        .iter()
        .any(|one| one.bearing.is_some_and(|b| b.hedged))
    {
        note(e.say("as likely only", "ترجيحًا لا جزمًا").into());
    }
    if told
        .stands
        .iter()
        .any(|one| one.bearing.is_some_and(|b| b.unclear))
    {
        note(
            e.say(
                "unclear whether this is meant",
                "غير واضح أن هذا هو المقصود",
            )
            .into(),
        );
    }
    let readings: Vec<String> = told
        .stands
        .iter()
        .filter_map(|one| Some(e.text(&one.bearing?.reading)).filter(|w| !w.is_empty()))
        .collect();
    if !readings.is_empty() {
        note(e.of(labels::OTHERWISE).into());
    }
    if concedes(told, harms, book) {
        note(e.of(labels::CONCEDED).into());
    }
    if let Some(words) = taken_back(s, e) {
        note(words);
    }
    let draft = is_draft(s, book);
    if draft {
        note(e.unreviewed().into());
    }
    let why: Vec<String> = told
        .stands
        .iter()
        .filter_map(|one| Some(e.text(&one.bearing?.why)).filter(|w| !w.is_empty()))
        .collect();
    let mut tooltip = vec![Book::every(&s.gist), format!("{} · {}", s.id, s.document)];
    tooltip.extend(readings);
    tooltip.extend(why);
    Node {
        id: statement_id(s),
        rank: Some(STATEMENTS),
        lines,
        outline,
        draft,
        colour,
        tooltip: tooltip.join(" · "),
        href: Some(format!("#{}", statement_id(s))),
        ..Node::default()
    }
}

/// A statement folded into the box of another that came by the same way.
pub(super) fn also(s: &StatementView, book: &Book<'_>) -> Line {
    let e = book.edition;
    let heading = if s.heading {
        e.say(", in a heading", "، في عنوان")
    } else {
        ""
    };
    let mut line = book.in_short(s).unwrap_or_else(|| Line::title(&s.id, ""));
    line.role = Role::Small;
    line.text = format!(
        "{} {} · {}{heading}",
        e.say("also:", "وأيضًا:"),
        line.text,
        date(s, e)
    );
    line
}

/// Nobody has accepted the statement, or the text it stands in.
pub(super) fn is_draft(s: &StatementView, book: &Book<'_>) -> bool {
    s.draft || book.document(&s.document).is_some_and(|d| d.draft)
}

/// When it was said, else when it was published.
fn date(s: &StatementView, e: Edition) -> String {
    match (&s.said_on, &s.published) {
        (Some(said), _) => format!("{} {}", e.say("said", "قيل"), e.time(Some(said))),
        (None, Some(out)) => format!("{} {}", e.say("published", "نُشر"), e.time(Some(out))),
        (None, None) => e.time(None),
    }
}

/// It affirms what harms the one side of whoever says it; a side that was left some time ago does not count.
fn concedes(told: &Told<'_>, harms: &[String], book: &Book<'_>) -> bool {
    let affirms = told
        .stands
        .iter()
        .any(|s| s.stand == Stand::Affirms && !s.taken_back);
    let speaker = told
        .statement
        .said_by
        .as_deref()
        .and_then(|s| book.source(s));
    affirms && speaker.is_some_and(|source| match source.sides.as_slice() {
        [one] => one.to.is_none() && harms.contains(&one.side),
        [] => {
            matches!(book.sides_of(&source.id).as_slice(), [one] if harms.iter().any(|h| h == one))
        }
        _ => false,
    })
}

fn taken_back(s: &StatementView, e: Edition) -> Option<String> {
    let back = s.taken_back.as_ref()?;
    let how = e.of(labels::taken_back(back.how, back.who));
    let with = back.with.as_ref().map(|text| {
        let with = e.of(labels::WITH_ITS_TEXT);
        format!("{with} ({text}): ")
    });
    let no_more = e.say("not counted", "لا يُحسب");
    Some(format!("{}{how}: {no_more}", with.unwrap_or_default()))
}

/// The line from a statement up to the bar.
pub(super) fn bearing(told: &Told<'_>, standing: &Standing<'_>, book: &Book<'_>) -> Edge {
    let e = book.edition;
    let s = told.statement;
    let arabic = book
        .document(&s.document)
        .and_then(|d| d.language.as_deref())
        .is_some_and(|l| l == "ar" || l.starts_with("ar-"));
    let said = if arabic && s.act == Act::Confirm && standing.stand == Stand::Affirms {
        // «أكد» is often no more than "said", so it is shown and not translated.
        e.say("said (أكد)", "قال (أكد)")
    } else {
        match standing.stand {
            // Beside a line there is no room for "without vouching for it"; the key says it.
            Stand::Reports if s.within_denial => e.of(labels::TO_DENY),
            Stand::Reports => e.say("reports", "ينقل"),
            stand => e.of(labels::stance(stand.stance())),
        }
    };
    let label = if standing.taken_back {
        e.of(labels::COUNTED_NO_MORE).to_owned()
    } else if standing.entailed {
        e.of(labels::elsewhere(standing.stand.stance())).to_owned()
    } else {
        said.to_owned()
    };
    Edge {
        from: statement_id(s),
        to: standing.stand.slot().into(),
        stroke: if standing.taken_back {
            Stroke::Dotted
        } else {
            standing.stand.stroke()
        },
        label: Some(e.small(label)),
        head: standing.stand.head(),
        colour: if standing.taken_back {
            Colour::Muted
        } else {
            standing.stand.colour()
        },
        ..Edge::default()
    }
}

/// A source, or an unknown link.
pub(super) fn place(
    place: &Place,
    shared: Option<Shared>,
    told: &[Told<'_>],
    net: &Network,
    book: &Book<'_>,
) -> Node {
    let e = book.edition;
    let mut node = Node {
        id: place.id.clone(),
        rank: Some(place.rank),
        colour: colour(place, told, net),
        ..Node::default()
    };
    match place.source.as_deref() {
        None => unknown(&mut node, place, e),
        Some(id) => known(&mut node, id, place, told, book),
    }
    if place.publishes && place.source.is_some() {
        node.colour = Colour::Neutral;
    }
    if let Some(shared) = shared {
        node.outline = Stroke::Double;
        let from_here = place.begins;
        let words = match (shared, from_here) {
            (Shared::Every, false) => e.say(
                "shared source: every chain runs through it",
                "مصدر مشترك: كل سلسلة تمر به",
            ),
            (Shared::Every, true) => e.say(
                "shared source: every chain comes from or through it",
                "مصدر مشترك: كل سلسلة تبدأ منه أو تمر به",
            ),
            (Shared::Of(Stand::Denies), _) => e.say(
                "shared source: every denial comes from or through it",
                "مصدر مشترك: كل نفي يبدأ منه أو يمر به",
            ),
            (Shared::Of(_), _) => e.say(
                "shared source: all who say so have it from or through it",
                "مصدر مشترك: كل من يقول بوقوعه أخذه منه أو عبره",
            ),
        };
        node.lines.push(e.small(words));
    }
    node.folded = copies(place, book);
    let ids: Vec<String> = place
        .statements
        .iter()
        .map(|s| told[*s].statement.id.clone())
        .collect();
    let names = place
        .source
        .as_deref()
        .and_then(|id| book.source(id))
        .map_or_else(|| e.unknown().to_owned(), |s| Book::every(&s.names));
    node.tooltip = format!("{names} · {}", e.list(&ids));
    node.href = Some(format!("#{}", place.id));
    node
}

/// The colour of the one stance of what begins here, else of what runs through; none where there are several.
fn colour(place: &Place, told: &[Told<'_>], net: &Network) -> Colour {
    let here: BTreeSet<Colour> = net
        .chains
        .iter()
        .filter(|(_, row)| row.first().is_some_and(|p| net.places[*p].id == place.id))
        .flat_map(|(statement, _)| &told[*statement].stands)
        .filter(|s| !s.taken_back)
        .map(|s| s.stand.colour())
        .collect();
    let all: BTreeSet<Colour> = place
        .statements
        .iter()
        .flat_map(|s| &told[*s].stands)
        .map(|s| {
            if s.taken_back {
                Colour::Muted
            } else {
                s.stand.colour()
            }
        })
        .collect();
    let of = if here.is_empty() { all } else { here };
    match of.len() {
        1 => of.first().copied().unwrap_or_default(),
        _ => Colour::Neutral,
    }
}

fn unknown(node: &mut Node, place: &Place, e: Edition) {
    node.shape = if place.publishes {
        Shape::Sheet
    } else {
        Shape::Pill
    };
    node.outline = Stroke::Dotted;
    node.lines.push(e.title(e.unknown()));
    node.lines.push(e.small(if place.publishes {
        e.say("who first published it is not known", "لا يُعرف من نشره أولًا")
    } else if place.begins {
        e.say("no source is written", "لم يُذكر مصدر")
    } else {
        e.say("a link that nobody names", "حلقة لا يسميها أحد")
    }));
    if place.begins && place.statements.len() > 1 {
        let count = e.count(place.statements.len(), &COUNTED);
        node.lines.push(e.small(format!(
            "{count}{}",
            e.say(
                "; whether of one origin, nothing says",
                "، ولا شيء يدل على أنها من مصدر واحد"
            )
        )));
    }
}

fn known(node: &mut Node, id: &str, place: &Place, told: &[Told<'_>], book: &Book<'_>) {
    let e = book.edition;
    let outlet = place.publishes || book.is_outlet(id);
    node.shape = if outlet { Shape::Sheet } else { Shape::Pill };
    node.lines.push(book.source_line(id));
    let source = book.source(id);
    let mut what: Vec<&str> = Vec::new();
    if book.is_undisclosed(id) {
        node.outline = Stroke::Dashed;
        what.push(e.undisclosed(book.number(id)));
    }
    if source.is_some_and(|s| s.number == Number::Several) {
        what.push(e.say("several people", "أكثر من شخص"));
    }
    if !what.is_empty() {
        node.lines.push(e.small(what.join(" · ")));
    }
    if let Some(body) = source.and_then(|s| s.speaks_for.as_deref()) {
        let name = book.source_name(body);
        node.lines
            .push(e.small(format!("{} {name}", e.say("speaks for", "يتكلم باسم"))));
    }
    match book.sides_in_words(id) {
        Some(sides) => node.lines.push(e.small(sides)),
        None if !outlet => {
            node.lines
                .push(e.small(e.say("no side entered", "لم تُدخَل له جهة")));
        }
        None => {}
    }
    if place.publishes
        && place.begins
        && place.statements.iter().any(|s| {
            let one = told[*s].statement;
            one.outlet_voice && one.said_by.as_deref() == Some(id)
        })
    {
        node.lines
            .push(e.small(e.say("also speaks in its own voice", "تتكلم أيضًا بصوتها")));
    }
    if place.inferred {
        node.lines.push(e.small(e.say(
            "that it ran here first: inferred",
            "أنه نُشر هنا أولًا: استنتاج",
        )));
    }
    if source.is_some_and(|s| s.draft) {
        node.draft = true;
        node.lines.push(e.small(e.unreviewed()));
    }
}

/// Republishers, folded in.
fn copies(place: &Place, book: &Book<'_>) -> Vec<Line> {
    let e = book.edition;
    place
        .copies
        .iter()
        .map(|(who, document)| {
            let name = match who {
                Some(id) => book.source_name(id),
                None => e.unknown().to_owned(),
            };
            let when = e.time(book.document(document).and_then(|d| d.published.as_ref()));
            let read = if place.own_page {
                e.say("also read in the copy of", "قُرئ أيضًا في نسخة")
            } else {
                e.say("read in the copy of", "قُرئ في نسخة")
            };
            e.small(format!("{read} {name} · {when}"))
        })
        .collect()
}
