//! Small pieces of the page that every section shares: words in both languages, names, links, dates,
//! figures.
//!
//! What comes from a case goes through [`clean`] and is escaped by the template; each name, gist and
//! quote is in an element of its own that keeps its direction to itself (`bdi`).

use maud::{Markup, PreEscaped, html};

use super::matter::{self, Matter};
use super::words::{self, Pair};
use crate::view::{
    BearingView, ClaimView, LinkView, Stance, StatementView, TimeView, Tongue, Words,
};

/// Words of the program's own; the page shows one of the two.
pub(super) fn say(en: &str, ar: &str) -> Markup {
    html! { span data-l="en" { (en) } span data-l="ar" { (ar) } }
}

pub(super) fn pair(words: Pair) -> Markup {
    say(words.0, words.1)
}

/// Text of strangers without what is invisible or reorders what stands beside it. Joiners stay:
/// Persian needs them.
pub(super) fn clean(text: &str) -> String {
    text.chars()
        .map(|c| if c == '\t' { ' ' } else { c })
        .filter(|c| {
            (*c == '\n' || !c.is_control())
                && !matches!(*c as u32,
                    0x061C | 0x200B | 0x200E | 0x200F | 0x2028..=0x202E | 0x2060..=0x206F | 0xFEFF
                    | 0xFFF9..=0xFFFB | 0xE0000..=0xE007F)
                && (*c as u32 & 0xFFFE) != 0xFFFE
        })
        .collect()
}

/// A sentence of the program's own, cleaned but for the marks that set names and ids apart in it.
pub(super) fn clean_sentence(text: &str) -> String {
    let pieces = text.split_inclusive(['\u{2068}', '\u{2069}']);
    pieces
        .map(|piece| {
            let mark = piece.chars().next_back();
            let mark = mark.filter(|mark| matches!(mark, '\u{2068}' | '\u{2069}'));
            format!(
                "{}{}",
                clean(piece),
                mark.map_or_else(String::new, String::from)
            )
        })
        .collect()
}

/// Words of the case: in both languages where it has both, else as they are, for both.
pub(super) fn own(words: &Words) -> Option<Markup> {
    let both = (words.in_language("en"), words.in_language("ar"));
    if let (Some(en), Some(ar)) = both {
        return Some(html! {
            bdi data-l="en" { (clean(en)) } bdi data-l="ar" { (clean(ar)) }
        });
    }
    let (lang, text) = words.best("en").filter(|(_, text)| !text.is_empty())?;
    Some(html! { bdi lang=[language(lang)] { (clean(text)) } })
}

/// A sentence of the program's own in both languages. It runs the way of its language, whatever script the name
/// that it begins with is in.
pub(super) fn sentence(words: &Words) -> Markup {
    html! {
        @for (tag, dir) in [("en", "ltr"), ("ar", "rtl")] {
            @if let Some(text) = words.in_language(tag) { bdi data-l=(tag) dir=(dir) { (isolated(text)) } }
        }
    }
}

/// Of what is set apart, that long may stand in one line whatever the width.
const UNBROKEN: usize = 16;

/// A sentence of the program's own, what it sets apart (UAX 9: ids and foreign names) in elements that keep their
/// direction to themselves. Whatever stands in it, as many are closed as are opened.
pub(super) fn isolated(text: &str) -> Markup {
    let mut out = String::new();
    let mut open = 0usize;
    let mut at = 0;
    for piece in text.split_inclusive(['\u{2068}', '\u{2069}']) {
        let mark = piece.chars().next_back();
        out.push_str(&html! { (clean(piece)) }.0);
        match mark {
            Some('\u{2068}') => {
                // A short id is no id in two lines.
                let rest = text.get(at + piece.len()..).unwrap_or_default();
                let inner = rest
                    .split(['\u{2068}', '\u{2069}'])
                    .next()
                    .unwrap_or_default();
                let short = inner.len() <= UNBROKEN && !inner.contains(' ');
                out.push_str(if short {
                    "<bdi class=\"whole\">"
                } else {
                    "<bdi>"
                });
                open += 1;
            }
            Some('\u{2069}') if open > 0 => {
                out.push_str("</bdi>");
                open -= 1;
            }
            _ => {}
        }
        at += piece.len();
    }
    out.push_str(&"</bdi>".repeat(open));
    PreEscaped(out)
}

/// A sentence of the program's own in both languages; the page shows one of the two.
pub(super) fn say_sentence(en: &str, ar: &str) -> Markup {
    html! { span data-l="en" { (isolated(en)) } span data-l="ar" { (isolated(ar)) } }
}

/// Words of the case, or its id where there are none.
pub(super) fn own_or(words: &Words, id: &str) -> Markup {
    own(words).unwrap_or_else(|| html! { bdi { (id) } })
}

/// A statement in short: its paraphrase; else its first words, where the text is at hand.
pub(super) fn in_short(matter: &Matter<'_>, one: &StatementView) -> Option<Markup> {
    own(&one.gist).or_else(|| {
        let words = matter.excerpts.get(&one.id)?.opening()?;
        Some(html! { bdi { (clean(&words)) } })
    })
}

/// A mark for what nobody has reviewed: text, colour and pattern.
pub(super) fn unreviewed() -> Markup {
    html! { " " strong.draft { (say("not reviewed", "لم يُراجَع")) } }
}

/// A language tag that can stand in the page (BCP 47: letters, digits, hyphens); none where it is
/// no such thing.
pub(super) fn language(tag: &str) -> Option<&str> {
    let fine = |c: char| c.is_ascii_alphanumeric() || c == '-';
    (!tag.is_empty() && tag.len() <= 35 && tag.chars().all(fine)).then_some(tag)
}

/// A question, with a link to its section or, where it has none here, its row.
pub(super) fn question_link(matter: &Matter<'_>, id: &str) -> Markup {
    let Some(claim) = matter.claim(id) else {
        return html! { bdi { (id) } };
    };
    let part = if matter.has_section(id) {
        "claim"
    } else {
        "question"
    };
    html! { a href=(format!("#{part}-{id}")) { (question(matter, claim)) } }
}

pub(super) fn question(matter: &Matter<'_>, claim: &ClaimView) -> Markup {
    own_or(matter.question(claim), &claim.id)
}

pub(super) fn source_name(matter: &Matter<'_>, id: &str) -> Markup {
    html! {
        @match matter.source(id) {
            Some(source) => { (own_or(&source.names, id)) },
            None => { bdi { (id) } },
        }
        @if let Some(mark) = matter.withheld(id) { " " span.withheld { (pair(mark)) } }
    }
}

pub(super) fn source_link(matter: &Matter<'_>, id: &str) -> Markup {
    html! { a href=(format!("#source-{id}")) { (source_name(matter, id)) } }
}

/// "and" before a source's name.
pub(super) fn and(matter: &Matter<'_>, id: &str) -> Markup {
    let names = matter.source(id).map(|source| &source.names);
    let [en, ar] =
        [Tongue::En, Tongue::Ar].map(|t| t.and(names.map_or(id, |names| t.words(names))));
    say(en, ar)
}

/// ‹unknown›.
pub(super) fn unknown() -> Markup {
    html! { span.withheld { (say("‹unknown›", "‹غير معروف›")) } }
}

pub(super) fn side_name(matter: &Matter<'_>, id: &str) -> Markup {
    match matter.side(id) {
        Some(side) => own_or(&side.names, id),
        None => html! { bdi { (id) } },
    }
}

/// A statement's id, with a link to its home where it has one on the page.
pub(super) fn statement_link(matter: &Matter<'_>, id: &str) -> Markup {
    html! {
        @if matter.shows(id) { a.id href=(format!("#statement-{id}")) { bdi { (id) } } }
        @else { bdi.id { (id) } }
    }
}

pub(super) fn document_name(matter: &Matter<'_>, id: &str) -> Markup {
    let name = matter.document_name(id);
    name.and_then(|name| own(&name))
        .unwrap_or_else(|| html! { bdi { (id) } })
}

pub(super) fn document_link(matter: &Matter<'_>, id: &str) -> Markup {
    html! {
        @if matter.document(id).is_some() { a href=(format!("#document-{id}")) { (document_name(matter, id)) } }
        @else { (document_name(matter, id)) }
    }
}

/// Several things in one line.
pub(super) fn list(items: impl IntoIterator<Item = Markup>) -> Markup {
    let mut out = String::new();
    for (n, item) in items.into_iter().enumerate() {
        if n > 0 {
            out.push_str("<span data-l=\"en\">, </span><span data-l=\"ar\">، </span>");
        }
        out.push_str(&item.0);
    }
    PreEscaped(out)
}

/// Statements, as links.
pub(super) fn statements<'i>(
    matter: &Matter<'_>,
    ids: impl IntoIterator<Item = &'i String>,
) -> Markup {
    html! {
        span.ids { @for (n, id) in ids.into_iter().enumerate() {
            @if n > 0 { " " } (statement_link(matter, id))
        } }
    }
}

pub(super) fn sources(matter: &Matter<'_>, ids: &[String]) -> Markup {
    list(ids.iter().map(|id| source_link(matter, id)))
}

/// A date in words; "inferred" where it is; "undated" where there is none.
pub(super) fn time(time: Option<&TimeView>) -> Markup {
    let Some(time) = time else {
        return say("undated", "بلا تاريخ");
    };
    let (en, ar) = matter::date(&clean(&time.edtf));
    html! {
        // Not every form of EDTF is one of HTML's.
        time datetime=[plain_day(&time.edtf)] { (say(&en, &ar)) }
        @if time.inferred { (pair(words::INFERRED)) }
    }
}

/// A year, month or day as HTML knows them.
pub(super) fn plain_day(edtf: &str) -> Option<&str> {
    let parts: Vec<&str> = edtf.split('-').collect();
    let digits = |part: &str, n| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    let fine = match parts.as_slice() {
        [year] => digits(year, 4),
        [year, month] => digits(year, 4) && digits(month, 2),
        [year, month, day] => digits(year, 4) && digits(month, 2) && digits(day, 2),
        _ => false,
    };
    fine.then_some(edtf)
}

pub(super) fn moment(text: &str) -> Markup {
    let (en, ar) = matter::minute(&clean(text));
    html! { time { (say(&en, &ar)) } }
}

/// A figure that changes with the setting.
pub(super) fn figure(claim: &str, name: &str, value: Markup) -> Markup {
    html! { span.figure data-claim=(claim) data-figure=(name) { (value) } }
}

pub(super) fn number(claim: &str, name: &str, value: usize) -> Markup {
    figure(claim, name, html! { (value) })
}

/// A stance: colour, pattern and word.
pub(super) fn stance(stance: Stance, hedged: bool, unclear: bool) -> Markup {
    html! {
        span class=(format!("stance {}", words::stance_class(stance))) {
            (pair(words::stance(stance)))
            @if hedged { (say(" (as likely only)", " (على سبيل الترجيح)")) }
            @if unclear { " (" (pair(words::UNCLEAR)) ")" }
        }
    }
}

/// A statement's stance on a question.
pub(super) fn stance_on(statement: &StatementView, bearing: &BearingView) -> Markup {
    html! {
        span class=(format!("stance {}", words::stance_class(bearing.stance))) {
            (pair(statement.stance_on(bearing)))
            @if bearing.hedged { (say(" (as likely only)", " (على سبيل الترجيح)")) }
            @if bearing.unclear { " (" (pair(words::UNCLEAR)) ")" }
        }
    }
}

/// What stands where a part waits in the page and no script can bring it.
pub(super) fn needs_script() -> Markup {
    html! {
        noscript { p.notice { (say(
            "The rest of this part needs the page's script. The Markdown file beside this page has all of it.",
            "بقية هذا الجزء تحتاج إلى برنامج الصفحة. وهي كاملة في ملف Markdown المرافق.",
        )) } }
    }
}

/// The chain of a statement, from who said it to the page in hand.
pub(super) fn chain(matter: &Matter<'_>, links: &[LinkView]) -> Markup {
    html! {
        ol.chain { @for link in links {
            li {
                span.role { (pair(words::role(link.role))) } " "
                @match &link.source {
                    Some(id) => { (source_link(matter, id)) },
                    None => { (unknown()) },
                }
                @if let Some(body) = link.source.as_deref().and_then(|id| matter.source(id)?.speaks_for.as_deref()) {
                    " " span.note { (say("speaking for ", "باسم ")) (source_name(matter, body)) }
                }
                @let marks = sides(matter, link);
                @if let Some(marks) = marks { " " (marks) }
                @if let Some(words) = words::commitment(link.commitment).filter(|_| link.role != crate::view::LinkRole::Origin) {
                    " " span.note { (pair(words)) }
                }
                @if link.inferred { " " span.note { (say("(inferred)", "(استنتاجًا)")) } }
            }
        } }
    }
}

/// "side: Islamic State", of an origin that has one.
fn sides(matter: &Matter<'_>, link: &LinkView) -> Option<Markup> {
    let id = link.source.as_deref()?;
    let sides = matter.sides_of(id);
    (!sides.is_empty()).then(|| {
        html! {
            span.side { (say("side: ", "الجهة: "))
                (list(sides.iter().map(|side| side_name(matter, side)))) }
        }
    })
}
