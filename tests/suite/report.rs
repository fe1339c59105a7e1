//! Reports: figures are those of the views, links lead somewhere, nothing is fetched, strangers write
//! no markup, and both languages are there.
//!
//! In one file because every test reads the same few reports, which are made once for all of them.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::sync::OnceLock;

use base64::Engine;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::laid_out::{Layout, data, isnad, root, run};

/// A report as written: the page and its twin.
struct Written {
    html: String,
    markdown: String,
    folder: tempfile::TempDir,
}

fn report(case: &Path, more: &[&str]) -> Written {
    let folder = tempfile::tempdir().expect("a folder");
    let (code, out, err) = run(isnad()
        .args(["report", "--quiet"])
        .arg(case)
        .args(more)
        .arg("--out")
        .arg(folder.path()));
    assert_eq!(code, 0, "{err}");
    let files: Vec<String> = out
        .lines()
        .map(|path| fs::read_to_string(path).expect("a file"))
        .collect();
    let [html, markdown] = <[String; 2]>::try_from(files).expect("two files");
    Written {
        html,
        markdown,
        folder,
    }
}

/// The reports of the bundled cases, made once.
fn bundled(name: &str) -> &'static Written {
    static YARMOUK: OnceLock<Written> = OnceLock::new();
    static QALMIR: OnceLock<Written> = OnceLock::new();
    let cell = match name {
        "yarmouk" => &YARMOUK,
        _ => &QALMIR,
    };
    cell.get_or_init(|| report(&root().join("claims").join(name), &[]))
}

fn view(case: &Path, name: &str, more: &[&str]) -> Value {
    let (code, out, err) = run(isnad()
        .args(["view", name, "--format", "json", "--limit", "0", "--quiet"])
        .args(more)
        .arg(case));
    assert_eq!(code, 0, "{err}");
    serde_json::from_str(&out).expect("JSON")
}

/// What stands between two texts, everywhere.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    text.match_indices(start)
        .filter_map(|(at, _)| text[at + start.len()..].split_once(end))
        .map(|(inner, _)| inner)
        .collect()
}

/// The page without its script and data, which are not its markup; what waits packed is in its place.
fn markup(html: &str) -> String {
    let mut parts = html.split("<script type=\"application/octet-stream\"");
    let mut page = parts.next().expect("a beginning").to_owned();
    for part in parts {
        let (packed, rest) = part.split_once("</script>").expect("an end");
        let (_, packed) = packed.split_once('>').expect("a tag");
        page.push_str(&opened(packed));
        page.push_str(rest);
    }
    page.split("<script")
        .next()
        .expect("a beginning")
        .to_owned()
}

/// Base64 of a zlib stream of UTF-8.
fn opened(packed: &str) -> String {
    let bytes = base64::engine::general_purpose::STANDARD
        .decode(packed)
        .expect("Base64");
    let plain = miniz_oxide::inflate::decompress_to_vec_zlib(&bytes).expect("zlib");
    String::from_utf8(plain).expect("UTF-8")
}

fn ids(html: &str) -> Vec<String> {
    between(html, " id=\"", "\"")
        .into_iter()
        .map(str::to_owned)
        .collect()
}

#[test]
fn every_figure_is_that_of_the_view() {
    for case in ["yarmouk", "qalmir"] {
        let html = markup(&bundled(case).html);
        let claims = view(&root().join("claims").join(case), "claims", &[]);
        let n = |value: &Value| value.as_array().expect("a list").len();
        let mut wanted: BTreeMap<(String, &str), String> = BTreeMap::new();
        for claim in claims["claims"].as_array().expect("claims") {
            let id = claim["id"].as_str().expect("an id");
            let mut want =
                |name, value: usize| wanted.insert((id.to_owned(), name), value.to_string());
            for (side, names) in [
                (
                    "affirms",
                    [
                        "affirms.statements",
                        "affirms.documents",
                        "affirms.outlets",
                        "affirms.at_least",
                        "affirms.at_most",
                        "affirms.disjoint_chains",
                        "affirms.disjoint_chains_at_most",
                        "affirms.sides",
                    ],
                ),
                (
                    "denies",
                    [
                        "denies.statements",
                        "denies.documents",
                        "denies.outlets",
                        "denies.at_least",
                        "denies.at_most",
                        "denies.disjoint_chains",
                        "denies.disjoint_chains_at_most",
                        "denies.sides",
                    ],
                ),
            ] {
                let tally = &claim[side];
                let [own, entailed] = match side {
                    "affirms" => ["affirms.own", "affirms.entailed"],
                    _ => ["denies.own", "denies.entailed"],
                };
                want(own, n(&tally["statements"]));
                want(entailed, n(&tally["entailed"]));
                let number = |value: &Value| value.as_u64().expect("a number") as usize;
                let [
                    statements,
                    documents,
                    outlets,
                    at_least,
                    at_most,
                    chains,
                    chains_at_most,
                    sides,
                ] = names;
                want(statements, n(&tally["statements"]) + n(&tally["entailed"]));
                want(documents, n(&tally["documents"]));
                want(outlets, n(&tally["outlets"]));
                want(at_least, number(&tally["origins"]["at_least"]));
                want(at_most, number(&tally["origins"]["at_most"]));
                want(chains, number(&tally["disjoint_chains"]));
                // The upper bound is written where it is another.
                if tally["disjoint_chains_at_most"] != tally["disjoint_chains"] {
                    want(chains_at_most, number(&tally["disjoint_chains_at_most"]));
                }
                want(sides, n(&tally["sides"]));
            }
            want(
                "passed_on",
                n(&claim["reports"]) - n(&claim["within_denials"]),
            );
            want("within_denials", n(&claim["within_denials"]));
            want("doubts", n(&claim["doubts"]));
            want("cannot_confirm", n(&claim["cannot_confirm"]));
        }
        let mut seen = BTreeSet::new();
        for figure in between(&html, "<span class=\"figure\" data-claim=\"", "</span>") {
            let (id, rest) = figure.split_once("\" data-figure=\"").expect("two names");
            let (name, value) = rest.split_once("\">").expect("a value");
            if name == "standing" || name.ends_with("support") {
                continue;
            }
            let (key, want) = wanted
                .iter()
                .find(|((claim, known), _)| claim == id && *known == name)
                .unwrap_or_else(|| panic!("{id} has no {name}"));
            assert_eq!(value, want, "{case}: {id} {name}");
            seen.insert(key.clone());
        }
        // What is not zero is shown.
        for (key, value) in &wanted {
            assert!(
                value == "0" || seen.contains(key),
                "{case}: {key:?} {value}"
            );
        }
    }
}

#[test]
fn every_link_leads_to_a_place_of_the_page() {
    for (case, more) in [
        ("yarmouk", &[][..]),
        ("yarmouk", &["--claim", "khabouri-killed"][..]),
        ("yarmouk", &["--without", "al-quds-al-arabi"][..]),
        ("qalmir", &[]),
        ("qalmir", &["--as-of", "2024-03-06", "--lang", "ar"]),
    ] {
        let html = markup(&report(&root().join("claims").join(case), more).html);
        let all = ids(&html);
        let known: BTreeSet<&str> = all.iter().map(String::as_str).collect();
        assert_eq!(known.len(), all.len(), "{case} {more:?}: an id twice");
        let mut links = 0;
        for href in between(&html, "href=\"", "\"") {
            match href.strip_prefix('#') {
                Some(id) => assert!(known.contains(id), "{case} {more:?}: #{id}"),
                None => assert!(href.starts_with("https://") || href.starts_with("http://")),
            }
            links += 1;
        }
        assert!(links > 100, "{case}: {links}");
        for label in between(&html, "aria-labelledby=\"", "\"") {
            assert!(known.contains(label), "{label}");
        }
    }
}

#[test]
fn each_statement_stands_in_full_once() {
    let html = markup(&bundled("yarmouk").html);
    let all = ids(&html);
    let statements = view(&root().join("claims/yarmouk"), "statements", &[]);
    for one in statements["statements"].as_array().expect("statements") {
        let id = format!("statement-{}", one["id"].as_str().expect("an id"));
        assert_eq!(all.iter().filter(|known| **known == id).count(), 1, "{id}");
    }
}

fn base64(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

#[test]
fn the_policy_allows_only_what_the_page_holds() {
    let html = &bundled("qalmir").html;
    let policy = between(
        html,
        "http-equiv=\"Content-Security-Policy\" content=\"",
        "\"",
    )[0];
    let digest = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text)));
    let style = between(html, "<style>", "</style>");
    let script = between(html, "<script>", "</script>");
    assert_eq!((style.len(), script.len()), (1, 1));
    assert_eq!(
        policy.replace("&#39;", "'"),
        format!(
            "default-src 'none'; style-src {}; script-src {}; img-src data:; base-uri 'none'; form-action 'none'",
            digest(style[0]),
            digest(script[0])
        )
    );
}

/// The names of every tag and attribute, without the attributes' values.
fn names(page: &str) -> String {
    between(page, "<", ">")
        .into_iter()
        .map(|tag| {
            let bare: String = tag.split('"').step_by(2).collect();
            format!("<{bare}>")
        })
        .collect()
}

/// That nothing makes a browser ask for something, or run or style something else than what the
/// policy names.
fn assert_asks_for_nothing(html: &str) {
    let page = markup(html);
    let bare = names(&page);
    for bad in [
        " src=",
        "<link",
        "<img",
        "<iframe",
        "<object",
        "<embed",
        "<base",
        "<form",
        " style=",
        " on",
        "srcset",
        "<use",
        "<foreignObject",
        " xlink",
        " background=",
        " ping",
    ] {
        assert!(!bare.contains(bad), "{bad}");
    }
    for bad in ["@import", "=\"javascript:", "http-equiv=\"refresh"] {
        assert!(!page.contains(bad), "{bad}");
    }
    // Patterns of the page's own pictures only.
    assert!(!page.replace("url(#", "").contains("url("));
    // What waits is no script; beside it there are data and the one script.
    let waiting = html
        .matches("<script type=\"application/octet-stream\" data-pack=")
        .count();
    assert_eq!(html.matches("<script").count(), waiting + 2);
    assert_eq!(html.matches("</script").count(), waiting + 2);
    assert_eq!(html.matches("<style").count(), 1);
    for link in between(&page, "<a ", ">") {
        if !link.contains("href=\"#") {
            assert!(
                link.contains("rel=\"noreferrer noopener external\""),
                "{link}"
            );
        }
    }
}

#[test]
fn nothing_is_fetched() {
    for case in ["yarmouk", "qalmir"] {
        assert_asks_for_nothing(&bundled(case).html);
    }
}

#[test]
fn strangers_write_no_markup() {
    let laid = Layout::hostile().write();
    for lang in ["en", "ar"] {
        let written = report(&laid.case(), &["--lang", lang]);
        assert_asks_for_nothing(&written.html);
        let page = markup(&written.html);
        assert!(
            page.contains("&lt;script&gt;window.hacked=1"),
            "it is shown as it is"
        );
        for twin in [&page, &written.markdown] {
            assert!(!twin.contains("<script>") && !twin.contains("<img"));
            for hidden in ['\u{202e}', '\u{2066}', '\u{200b}'] {
                assert!(!twin.contains(hidden), "{hidden:?}");
            }
        }
        // An address that is none of the web's, or has spaces, leads nowhere.
        assert!(!written.markdown.contains("**b**") && !written.markdown.contains("[l](x)"));
    }
}

#[test]
fn both_languages_are_there() {
    for case in ["yarmouk", "qalmir"] {
        let html = markup(&bundled(case).html);
        assert_eq!(
            html.matches("span data-l=\"en\"").count(),
            html.matches("span data-l=\"ar\"").count()
        );
        assert!(html.contains("<html lang=\"en\" dir=\"ltr\" data-lang=\"en\">"));
    }
    let html = report(&root().join("claims/qalmir"), &["--lang", "ar"]).html;
    assert!(html.contains("<html lang=\"ar\" dir=\"rtl\" data-lang=\"ar\">"));
}

#[test]
fn no_word_says_more_than_the_case() {
    for case in ["yarmouk", "qalmir"] {
        let page = markup(&bundled(case).html);
        // The program's own words; names and paraphrases are the analyst's.
        for lang in ["en", "ar"] {
            for own in between(&page, &format!("<span data-l=\"{lang}\">"), "</span>") {
                let own = own.to_lowercase();
                for word in [
                    "verdict",
                    "confirmed",
                    "rumour",
                    "corroborated",
                    "anonymous",
                    "communiqué",
                    "safe wording",
                    "شائعة",
                    "مؤكد",
                ] {
                    assert!(!own.contains(word), "{word}: {own}");
                }
            }
        }
    }
}

#[test]
fn the_same_case_gives_the_same_bytes_and_an_earlier_report_gives_way() {
    let case = root().join("claims/qalmir");
    let first = report(&case, &[]);
    let path = first.folder.path().join("qalmir.html");
    fs::write(&path, "an earlier report").expect("a file");
    let (code, _, err) = run(isnad()
        .args(["report"])
        .arg(&case)
        .arg("--out")
        .arg(first.folder.path()));
    assert_eq!(code, 0, "{err}");
    assert_eq!(fs::read_to_string(&path).expect("the page"), first.html);
    let left: BTreeSet<String> = fs::read_dir(first.folder.path())
        .expect("a folder")
        .map(|entry| {
            entry
                .expect("an entry")
                .file_name()
                .to_string_lossy()
                .into_owned()
        })
        .collect();
    assert_eq!(
        left,
        BTreeSet::from(["qalmir.html".into(), "qalmir.md".into()])
    );
}

#[test]
fn words_are_quoted_in_their_paragraph_where_the_text_is_at_hand() {
    let html = markup(&bundled("qalmir").html);
    let quoted = between(&html, "<blockquote class=\"paragraph\"", "</blockquote>");
    let statements = view(&root().join("claims/qalmir"), "statements", &[]);
    let verified = statements["statements"]
        .as_array()
        .expect("statements")
        .iter()
        .filter(|one| {
            one["anchor"] == "verified" && !one["content"].as_array().expect("spans").is_empty()
        })
        .count();
    assert_eq!(quoted.len(), verified);
    assert!(quoted.iter().all(|quote| quote.contains("<mark>")));
    // Every marked word stands in the text, just there.
    let html = markup(&bundled("yarmouk").html);
    assert!(!html.contains("<blockquote class=\"paragraph\""));
    assert!(html.contains("The text is not at hand here"));
}

#[test]
fn words_that_are_not_as_anchored_are_not_quoted() {
    let mut layout = Layout::of("qalmir");
    let text = layout.text("documents/press.txt");
    // One letter more at the beginning moves every word.
    layout.files.insert(
        "documents/press.txt".into(),
        format!("x{text}").into_bytes(),
    );
    let laid = layout.write();
    let html = markup(&report(&laid.case(), &[]).html);
    let article = html
        .split("<article")
        .find(|part| part.contains("id=\"statement-press-"))
        .expect("a statement of that text");
    let article = article.split("</article>").next().expect("an end");
    assert!(!article.contains("<mark>"), "{article}");
    assert!(article.contains("other words there"), "{article}");
}

#[test]
fn what_is_set_aside_is_said_at_the_head() {
    let html = markup(
        &report(
            &root().join("claims/yarmouk"),
            &["--without", "fighter-in-camp-003", "--since", "2018-05-12"],
        )
        .html,
    );
    let head = html.split("<main>").next().expect("a head");
    assert!(head.contains("Set aside: ") && head.contains("#source-fighter-in-camp-003"));
    assert!(head.contains("New since "));
}

#[test]
fn the_report_answers_who_says_so_and_what_it_rests_on() {
    let html = markup(&bundled("yarmouk").html);
    let section = html
        .split("<section class=\"claim\" id=\"claim-khabouri-killed\"")
        .nth(1)
        .and_then(|rest| rest.split("</section>").next())
        .expect("the section");
    let plain = |text: &str| -> String {
        // What English readers see.
        let mut out = String::new();
        for part in text.split('<') {
            let (tag, words) = part.split_once('>').unwrap_or(("", part));
            if !tag.contains("data-l=\"ar\"") {
                out.push_str(words);
            }
        }
        out
    };
    let text = plain(section);
    for answer in [
        "nobody in these 5 texts",
        "at least 2",
        "Islamic State",
        "single origin",
        "Al-Quds Al-Arabi",
        "characters 4320–4508",
    ] {
        assert!(text.contains(answer), "{answer}");
    }
}

#[test]
fn a_number_that_rests_on_a_decision_says_so_wherever_it_stands() {
    let written = bundled("yarmouk");
    let said = "the origins here rest on an editorial decision: ";
    let brief = written
        .markdown
        .lines()
        .find(|line| line.starts_with("- **Apparently denies:**"))
        .expect("who denies the first question");
    assert!(
        brief
            .contains("; these origins rest on an editorial decision: a source close to Islamic State in Yarmouk ‹undisclosed› and a fighter inside the camp, a Syrian long resident there ‹undisclosed› are kept apart (fighter-is-not-the-source; ")
            && brief.ends_with("[003-08, 003-11, 003-20]"),
        "{brief}"
    );
    let section = written
        .markdown
        .split("\n## ")
        .find(|section| section.contains("\nkhabouri-killed ·"))
        .expect("its section");
    let decision = section
        .lines()
        .find(|line| line.starts_with("**Editorial decision:**"))
        .expect("what was decided");
    assert!(decision.contains("on the question itself") && decision.contains("fighter-is-not"));
    let html = markup(&written.html);
    let section = html
        .split("<section class=\"claim\" id=\"claim-khabouri-killed\"")
        .nth(1)
        .and_then(|rest| rest.split("</section>").next())
        .expect("the section");
    // At the figure, and where decisions stand.
    assert_eq!(section.matches(said).count(), 2);
}

#[test]
fn the_twin_reads_as_it_did() {
    let laid = Layout::base().write();
    let written = report(&laid.case(), &["--claim", "bridge-closed"]);
    // The method is words of the program's own; it is the same in every report.
    let twin = written
        .markdown
        .split("\n## How every figure is made")
        .next()
        .expect("a beginning");
    let path = data("reports/sahl.md");
    if std::env::var_os("ISNAD_BLESS").is_some() {
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(&path, twin).expect("a file");
    }
    let kept = fs::read_to_string(&path).expect("ISNAD_BLESS=1 writes it");
    assert_eq!(twin, kept);
}

/// What a reader must mind stands beside the statement, and a body beside the name that stands in the text.
#[test]
fn the_twin_says_what_to_mind() {
    let twin = &bundled("yarmouk").markdown;
    let section = |heading: &str| -> &str {
        let (_, rest) = twin
            .split_once(&format!("\n{heading}\n"))
            .expect("a section");
        let level = heading.split(' ').next().unwrap_or_default();
        rest.split(&format!("\n{level} "))
            .next()
            .unwrap_or_default()
    };
    // Who denies that he was killed over a quarrel may deny the quarrel only.
    let killed = section("## Was al-Khabouri killed?");
    let narrower = "the same words deny a narrower question, and perhaps only that: Was al-Khabouri killed because";
    assert_eq!(killed.matches(narrower).count(), 2, "{killed}");
    assert!(killed.contains("- **003-08** *denies*"), "{killed}");
    // One span, two statements: each names the other.
    for other in ["003-17", "003-18"] {
        assert!(twin.contains(&format!("  - **Mind:** the same words as {other}\n")));
    }
    // A body is counted; its spokesman's is the name in the text.
    assert!(twin.contains("Islamic Front (through Islam Alloush; side: Opposition)"));
    assert!(twin.contains("| Islamic Front | group | Opposition | 0; through Islam Alloush: 4 |"));
    assert!(twin.contains("Islam Alloush (speaking for Islamic Front)"));
    // Only unclearly said by somebody known is no unsourced report.
    let unclear = section("### Was Jamal Khalifa killed?");
    assert!(unclear.contains("*said only unclearly*") && !unclear.contains("*unsourced report*"));
    // A text without a title has a name; what the case lacks is said to be lacking.
    assert!(twin.contains("untitled text, Akhbar Al-Aan, perhaps April 2016 (000)"));
    assert!(twin.contains("reporter: not stated · web address: not stated"));
}

/// What is said of a reading stands by itself in the text of either direction, and the page explains the marks.
#[test]
fn marks_are_explained_and_ids_set_apart() {
    let page = markup(&bundled("yarmouk").html);
    let arabic = between(&page, "<div class=\"beside\">", "</div>");
    assert!(
        arabic
            .iter()
            .any(|said| said.contains("<bdi class=\"whole\">003-20</bdi>")),
        "{arabic:?}"
    );
    assert!(!page.contains('\u{2068}'), "marks are elements on a page");
    assert!(page.contains("id=\"method-marks\"") && page.contains("href=\"#method-marks\""));
    // What only follows is told apart from who denies it, with its statements.
    let killed = between(
        &page,
        "<article class=\"question\" data-question=\"khabouri-killed-in-dispute\">",
        "</article>",
    )[0];
    assert!(
        killed.contains("at odds with it, on another question"),
        "{killed}"
    );
}

/// Undisputed questions that a row says all of are rows, on paper and in the twin; none is lost.
#[test]
fn undisputed_questions_are_rows() {
    let written = bundled("yarmouk");
    let page = markup(&written.html);
    let sections = page.matches("<section class=\"claim\"").count();
    let rows = page.matches("<section class=\"claim plain\"").count();
    let claims = view(&root().join("claims/yarmouk"), "claims", &[]);
    let claims = claims["claims"].as_array().expect("claims");
    assert_eq!(sections + rows, claims.len());
    assert!(rows > sections, "{rows} {sections}");
    let table = between(&page, "<table class=\"plain\">", "</table>")[0];
    assert_eq!(table.matches("<th scope=\"row\">").count(), rows);
    let (_, undisputed) = written
        .markdown
        .split_once("\n## Undisputed questions")
        .expect("a part");
    for claim in claims {
        let id = claim["id"].as_str().expect("an id");
        let is_row = page.contains(&format!("<section class=\"claim plain\" id=\"claim-{id}\""));
        assert_eq!(undisputed.contains(&format!("\n{id} · ")), is_row, "{id}");
        if !is_row {
            continue;
        }
        assert!(
            claim["denies"]["statements"]
                .as_array()
                .is_some_and(Vec::is_empty),
            "{id} is denied"
        );
        for statement in claim["affirms"]["statements"].as_array().expect("a list") {
            let statement = statement.as_str().expect("an id");
            assert!(
                undisputed.contains(&format!("- **{statement}** ")),
                "{statement}"
            );
            assert!(table.contains(&format!("<bdi class=\"id\">{statement}</bdi>")));
        }
    }
}

/// Who is set aside and yet counts, since a copy of their text stands, is said to be; in both files.
#[test]
fn an_outlet_set_aside_says_that_a_copy_stands() {
    let case = root().join("claims/qalmir");
    let without = report(&case, &["--without", "qalmir-press"]);
    let words = "set aside, but a copy of its text stands: ";
    assert!(without.html.contains(words));
    let line = without.markdown.lines().find(|line| line.contains(words));
    assert!(line.is_some_and(|line| line.contains("Qalmir Press")));
    for whole in [&bundled("qalmir").html, &bundled("qalmir").markdown] {
        let outside_the_data = whole.split("id=\"isnad-data\"").next().unwrap_or_default();
        assert!(!outside_the_data.contains(words));
    }
}

/// 003-09 and 003-12 tell of the killing in order to deny it.
#[test]
fn what_is_mentioned_only_to_be_denied_is_no_report() {
    let twin = &bundled("yarmouk").markdown;
    for id in ["003-09", "003-12"] {
        let card = format!("- **{id}** *mentioned only to be denied*");
        assert!(twin.contains(&card), "{id}");
        assert!(!twin.contains(&format!("- **{id}** *reports")), "{id}");
    }
    // In the lines of life too: what is reported stands there, without them.
    let html = &bundled("yarmouk").html;
    let mut reported = html.split("death reported, not vouched for").skip(1);
    let of_them = |line: &str| {
        line.split(" · ")
            .next()
            .is_some_and(|own| own.contains("003-"))
    };
    assert!(!reported.any(of_them));
    assert!(html.matches("mentioned only to be denied").count() > 2);
}
