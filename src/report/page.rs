//! The whole page: head with its policy, sections in their order, and what the page is closed with.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::claim;
use super::drawings::{self, Drawings};
use super::front;
use super::interactive::Interactive;
use super::matter::Matter;
use super::method;
use super::packing::{base64, packed};
use super::parts::{self, clean, say};
use super::plain;
use super::script::{self, SCRIPT};
use super::tables;
use crate::picture::palette::{DARK, LIGHT};
use crate::picture::sheet;

/// The page's own style sheet.
const STYLE: &str = include_str!("style.css");

/// So many sections stand open in the page of a large case.
const OPEN: usize = 1;

pub(super) fn page(matter: &Matter<'_>, interactive: &Interactive) -> String {
    let style = style();
    let drawings = Drawings::new(matter);
    let (lang, dir) = if matter.request.arabic_first {
        ("ar", "rtl")
    } else {
        ("en", "ltr")
    };
    let overview = &matter.overview;
    let title = overview
        .title
        .best(lang)
        .map_or_else(|| overview.case.clone(), |(_, title)| clean(title));
    html! {
        (DOCTYPE)
        html lang=(lang) dir=(dir) data-lang=(lang) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy(&style));
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(style.as_str())) }
            }
            body {
                a.skip href="#brief" { (say("Skip to the brief", "إلى الخلاصة مباشرة")) }
                (front::masthead(matter))
                div #tools hidden {}
                (contents(matter))
                main {
                    (front::brief(matter))
                    (tables::questions(matter))
                    @for (n, one) in matter.claims.iter().enumerate() {
                        section.claim.plain[matter.is_plain(&one.id)] id=(format!("claim-{}", one.id)) data-briefed[matter.disputed(&one.id)] aria-labelledby=(format!("claim-{}-title", one.id)) {
                            (claim::head(matter, one))
                            @if n >= OPEN && matter.large {
                                (parts::needs_script())
                                (packed("part", matter.at_home(&one.id), &claim::body(matter, one, &drawings)))
                            } @else {
                                (claim::body(matter, one, &drawings))
                            }
                        }
                    }
                    (plain::table(matter))
                    (tables::sources(matter))
                    (tables::documents(matter))
                    (tables::statements(matter))
                    (tables::decisions(matter))
                    section #explore hidden {}
                    (method::method())
                }
                footer { p { (say(
                    "Made with Isnad from a case of attributed statements. The page asks nothing of any network.",
                    "أُعدّ ببرنامج «إسناد» من ملف أقوال منسوبة. ولا تطلب الصفحة شيئًا من أي شبكة.",
                )) } }
                (embedded(interactive))
            }
        }
    }
    .into_string()
}

/// The ways into the page.
fn contents(matter: &Matter<'_>) -> Markup {
    html! {
        nav.contents aria-label="Contents / المحتويات" {
            ul {
                li { a href="#brief" { (say("Brief", "الخلاصة")) } }
                li { a href="#questions" { (say("Questions", "المسائل")) } }
                li { a href="#sources" { (say("Sources", "المصادر")) } }
                li { a href="#documents" { (say("Documents", "الوثائق")) } }
                li { a href="#statements" { (say("Statements", "الأقوال")) } }
                @if !matter.rulings.is_empty() { li { a href="#decisions" { (say("Decisions", "القرارات")) } } }
                li { a href="#method" { (say("Method", "الطريقة")) } }
            }
        }
    }
}

/// The style sheet, with the colours of the pictures for both themes.
fn style() -> String {
    let mut all = format!("{STYLE}{}", script::STYLE);
    all.push_str(&drawings::rules());
    all.push_str(&sheet(&LIGHT, ".isnad "));
    all.push_str("@media screen and (prefers-color-scheme:dark){");
    all.push_str(&sheet(&DARK, "html:not([data-theme=light]) .isnad "));
    all.push_str("}@media screen{");
    all.push_str(&sheet(&DARK, "html[data-theme=dark] .isnad "));
    all.push('}');
    all
}

/// Data and script. Neither can end its element: `<` is written as an escape in the one, and a test
/// holds it for the other.
fn embedded(interactive: &Interactive) -> Markup {
    html! {
        script type="application/json" id="isnad-data" { (PreEscaped(interactive.data.as_str())) }
        script { (PreEscaped(SCRIPT)) }
    }
}

/// The Content-Security-Policy: nothing is fetched, nothing is run or styled but what stands here.
/// Data are not run, so it need not name them.
fn policy(style: &str) -> String {
    let digest = |text: &str| base64(&Sha256::digest(text));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; img-src data:; base-uri 'none'; form-action 'none'",
        digest(style),
        digest(SCRIPT),
    )
}
