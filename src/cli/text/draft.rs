//! What a draft comes to, as text.

use std::fmt::Write as _;
use std::path::Path;

use isnad::drafting::{Plan, Unread};

use super::super::args::Language;
use super::super::terminal::Terminal;

/// Counts, what was left alone, and what to look at first. `files`: how many were written; none where nothing was to be.
pub(crate) fn summary(
    plan: &Plan,
    case: &Path,
    files: Option<usize>,
    lang: Language,
    terminal: &Terminal,
) -> String {
    let s = &plan.summary;
    let ar = lang == Language::Ar;
    let tell = |english: &str, arabic: &str| if ar { arabic } else { english }.to_owned();
    let mut out = String::new();
    let done = match (files, ar) {
        (None, false) => "; nothing was written (--dry-run)".to_owned(),
        (None, true) => "؛ لم يُكتب شيء (‎--dry-run)".to_owned(),
        (Some(n), false) => format!("; {n} files written"),
        (Some(n), true) => format!("؛ الملفات المكتوبة: {n}"),
    };
    let _ = if ar {
        writeln!(
            out,
            "{}: الوثائق المقروءة: {}{done}",
            terminal.bold("مسودة"),
            s.documents
        )
    } else {
        writeln!(
            out,
            "{}: {} documents read{done}",
            terminal.bold("draft"),
            s.documents
        )
    };
    let new: Vec<String> = s
        .new
        .iter()
        .map(|(kind, n)| counted(kind, *n, ar))
        .collect();
    let _ = writeln!(
        out,
        "{}: {}",
        tell("new", "الجديد"),
        if new.is_empty() {
            tell("nothing", "لا شيء")
        } else {
            new.join(if ar { "، " } else { ", " })
        }
    );
    for (n, english, arabic) in [
        (
            s.improved,
            "entries of the last draft were brought up to date",
            "مدخلات المسودة السابقة التي حُدّثت",
        ),
        (
            s.withdrawn,
            "entries of the last draft are proposed no longer and were taken out",
            "مدخلات المسودة السابقة التي لم تعد مقترحة فأُزيلت",
        ),
        (
            s.touched,
            "drafted entries have been changed by somebody and stay as they are",
            "مدخلات عدّلها شخص فبقيت كما هي",
        ),
        (
            s.deleted,
            "drafted entries have been deleted by somebody and stay away",
            "مدخلات حذفها شخص فلا تعود",
        ),
    ] {
        if n > 0 {
            let _ = if ar {
                writeln!(out, "{arabic}: {n}")
            } else {
                writeln!(out, "{n} {english}")
            };
        }
    }
    for document in &s.own {
        let _ = writeln!(
            out,
            "{document}: {}",
            tell(
                "its statements are somebody's own; none were drafted",
                "أقوالها أدخلها شخص بنفسه، فلم تُقترح لها أقوال"
            )
        );
    }
    for Unread { document, why } in &s.unread {
        let _ = writeln!(out, "{document}: {}: {why}", tell("not read", "لم تُقرأ"));
    }
    if !s.look.is_empty() {
        let _ = writeln!(
            out,
            "\n{}",
            terminal.bold(&tell("look at first", "ما يُنظر فيه أولاً"))
        );
        for look in &s.look {
            let (about, what) = if ar {
                (about(&look.about), look.what_ar.as_str())
            } else {
                (look.about.as_str(), look.what.as_str())
            };
            let _ = writeln!(out, "  {about}: {what}");
        }
    }
    if files.is_some() && !s.new.is_empty() {
        let case = case.display();
        let _ = if ar {
            writeln!(
                out,
                "\nكل ما كُتب موسوم بأنه مسودة. شكل القصة: `isnad view disputes {case} --lang ar`؛\nوما يقوم عليه مدخل: `isnad draft {case} --explain ID`."
            )
        } else {
            writeln!(
                out,
                "\nEverything written says draft: true. `isnad view disputes {case}` shows the shape of it;\n`isnad draft {case} --explain ID` says what an entry rests on."
            )
        };
    }
    out
}

fn counted(kind: &str, n: usize, ar: bool) -> String {
    if ar {
        let what = match kind {
            "document" => "صلات بين الوثائق",
            "entity" => "أشخاص وجهات وأماكن",
            "source" => "مصادر",
            "claim" => "مسائل",
            _ => "أقوال منسوبة",
        };
        return format!("{what}: {n}");
    }
    let what = match (kind, n) {
        ("document", 1) => "link between documents",
        ("document", _) => "links between documents",
        ("entity", 1) => "entity",
        ("entity", _) => "entities",
        (kind, 1) => kind,
        ("source", _) => "sources",
        ("claim", _) => "claims",
        _ => "statements",
    };
    format!("{n} {what}")
}

fn about(word: &str) -> &str {
    match word {
        "copies" => "نصوص واحدة",
        "credits" => "إسناد إلى وكالات",
        "merge" => "اسم عُدّ لغيره",
        "perhaps one" => "قد يكونان واحداً",
        other => other,
    }
}
