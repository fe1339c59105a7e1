//! The first page: what the report is of, and the brief, the disputed questions one by one.

use maud::{Markup, html};

use super::matter::{self, Matter};
use super::packing::packed;
use super::parts::{self, clean, list, own, pair, say, statements};
use super::words;
use crate::view::{
    BriefPart, BriefPartKind, ClaimView, FullBrief, STATEMENT, Stance, TEXT, Tongue,
};

/// A number with its noun, in both languages.
pub(super) fn count(n: usize, noun: ([&'static str; 2], [&'static str; 4])) -> Markup {
    say(&Tongue::En.count(n, noun), &Tongue::Ar.count(n, noun))
}

/// In a large case so many questions of the brief stand open.
const OPEN: usize = 8;

/// So many wait together.
const TOGETHER: usize = 8;

pub(super) const QUESTION: ([&str; 2], [&str; 4]) = (
    ["question", "questions"],
    ["مسألة واحدة", "مسألتان", "مسائل", "مسألة"],
);
pub(super) const SOURCE: ([&str; 2], [&str; 4]) = (
    ["source", "sources"],
    ["مصدر واحد", "مصدران", "مصادر", "مصدرًا"],
);

/// What the report says, and what it does not.
pub(super) const STANDFIRST: words::Pair = (
    "This report says who said what, through whom, and who denies it. It never says what is true. What is absent is absent from these texts, not from the world.",
    "يبيّن هذا التقرير من قال ماذا، وعبر من، ومن نفاه. ولا يقول ما هو الصحيح. وما غاب فقد غاب عن هذه النصوص لا عن الواقع.",
);

/// Title, what is in the case, from where it is looked at.
pub(super) fn masthead(matter: &Matter<'_>) -> Markup {
    let overview = &matter.overview;
    let last = overview
        .documents
        .iter()
        .filter_map(|document| document.added.as_deref())
        .max();
    html! {
        header.masthead {
            p.kicker { (say("Who said it: an attribution report", "من قال ذلك: تقرير إسناد")) }
            h1 { (parts::own_or(&overview.title, &overview.case)) }
            p.summary {
                (count(overview.documents.len(), TEXT))
                @if let Some(last) = last { (say(", last text added ", "، أُضيف آخرها ")) (parts::moment(last)) }
                @if let Some(last) = &overview.last_decided { (say("; last editorial decision ", "؛ آخر قرار تحريري ")) (parts::moment(last)) }
                " · " (count(overview.statements, STATEMENT))
                " · " (count(overview.sources, SOURCE))
                " · " (count(overview.claims, QUESTION))
                @if matter.request.claim.is_none() {
                    (say(&format!(", {} of them disputed", matter.briefs.len()),
                        &format!("، المتنازع عليه منها {}", matter.briefs.len())))
                }
            }
            p.standfirst {
                (pair(STANDFIRST))
            }
            (from_where(matter))
            @if overview.unreviewed > 0 {
                p.notice.draft-notice { @if overview.unreviewed == overview.statements {
                    (say(&format!("All {} statements are drafts that nobody has reviewed, and each is marked. Check each against its text before you rely on it.", overview.unreviewed),
                        &format!("الأقوال كلها ({}) مسوّدات لم يراجعها أحد، وكل منها معلَّم. لا بد من مطابقة كل منها بنصه قبل الاعتماد عليه.", overview.unreviewed)))
                } @else {
                    (say(&format!("Nobody has reviewed {} of the statements; each is marked.", overview.unreviewed),
                        &format!("أقوال لم يراجعها أحد: {}، وكل منها معلَّم.", overview.unreviewed)))
                } }
            }
        }
    }
}

/// As of when, as known by when, without whom, what that leaves out; and since when is new.
fn from_where(matter: &Matter<'_>) -> Markup {
    let setting = matter.setting();
    let left_out = &setting.left_out;
    html! {
        @if !setting.is_whole() || matter.request.since.is_some() || matter.request.claim.is_some() {
            ul.notice.setting {
                @if let Some(day) = &setting.as_of {
                    @let (en, ar) = matter::date(day);
                    li { (say("As of ", "حتى يوم ")) strong { (say(&en, &ar)) } (say(": only what was surely published by then.", ": ما نُشر حتمًا حتى ذلك اليوم دون سواه.")) }
                }
                @if let Some(minute) = &setting.known_by {
                    li { (say("As known by ", "كما عُرف حتى ")) strong { (parts::moment(minute)) } (say(": only what had entered the case by then.", ": ما دخل الملف حتى تلك الدقيقة دون سواه.")) }
                }
                @if !setting.without.is_empty() {
                    li { (say("Set aside: ", "مستبعَد: ")) strong { (parts::sources(matter, &setting.without)) } (say(". Every figure is as if they had not been heard.", ". كل رقم هنا محسوب كأنها لم تُسمع.")) }
                }
                @if !left_out.documents.is_empty() || !left_out.judgements.is_empty() {
                    li {
                        (say("Left out by the dates: ", "متروك بسبب التواريخ: "))
                        (count(left_out.documents.len(), TEXT)) " ("
                        (list(left_out.documents.iter().map(|id| html! { bdi { (id) } }))) ")"
                        @if !left_out.judgements.is_empty() {
                            (say("; editorial decisions: ", "؛ قرارات تحريرية: ")) (list(left_out.judgements.iter().map(|id| html! { bdi { (id) } })))
                        }
                    }
                }
                @if let Some(since) = &matter.request.since {
                    @let (en, ar) = matter::date(since.edtf());
                    li { (say("New since ", "الجديد منذ ")) strong { (say(&en, &ar)) } ": "
                        @if matter.new.is_empty() { (say("nothing on a disputed question.", "لا شيء في مسألة متنازع عليها.")) }
                        @else { (list(matter.new.keys().map(|id| parts::question_link(matter, id)))) }
                    }
                }
                @if let Some(id) = &matter.request.claim {
                    li { (say("Only one question is asked: ", "المطلوب مسألة واحدة: ")) (parts::question_link(matter, id)) }
                }
            }
        }
    }
}

/// The brief.
pub(super) fn brief(matter: &Matter<'_>) -> Markup {
    html! {
        section #brief aria-labelledby="brief-title" {
            h2 #brief-title {
                @if matter.request.claim.is_some() { (say("In brief", "الخلاصة")) }
                @else { (say("The disputed questions", "المسائل المتنازع عليها")) }
            }
            @if matter.briefs.is_empty() {
                p { (say("No question is disputed in these texts.", "لا مسألة متنازعًا عليها في هذه النصوص.")) }
            } @else if matter.request.claim.is_none() {
                p.lead-in { (say(
                    "A question is disputed where somebody says so, passes it on or mentions it within a denial, and somebody denies or doubts it. Those with most statements on both sides come first.",
                    "المسألة متنازع عليها إذا قال بوقوعها أحد أو نقلها أو ذكرها ضمن نفيها، ونفاها أحد أو شكّك فيها. والمقدَّم ما كثرت أقواله من الطرفين.",
                )) }
            }
            @let open = if matter.large { OPEN.min(matter.briefs.len()) } else { matter.briefs.len() };
            @for brief in &matter.briefs[..open] { (question(matter, brief)) }
            @if open < matter.briefs.len() { (parts::needs_script()) }
            @for some in matter.briefs[open..].chunks(TOGETHER) {
                div.waiting { (packed("part", [], &html! { @for brief in some { (question(matter, brief)) } })) }
            }
        }
    }
}

fn question(matter: &Matter<'_>, brief: &FullBrief) -> Markup {
    let Some(claim) = matter.claim(&brief.question.claim) else {
        return html! {};
    };
    let part = |kind: BriefPartKind| brief.parts.iter().find(|part| part.kind == kind);
    let others = brief.parts.iter().filter(|part| {
        !matches!(
            part.kind,
            BriefPartKind::Says | BriefPartKind::Denies | BriefPartKind::Check
        ) && !matter::is_wording(part.kind)
    });
    html! {
        article.question data-question=(claim.id) {
            h3 { (parts::question_link(matter, &claim.id)) }
            (stands(matter, claim))
            @if let Some(new) = matter.new.get(&claim.id) {
                p.new { (say("New: ", "الجديد: ")) (statements(matter, new)) }
            }
            div.sides {
                @if let Some(part) = part(BriefPartKind::Says) { (side(matter, claim, part, Stance::Affirms)) }
                @if let Some(part) = part(BriefPartKind::Denies) { (side(matter, claim, part, Stance::Denies)) }
            }
            dl.told {
                @for part in others {
                    @match part.kind {
                        BriefPartKind::Mind => { (mind(claim, part)) },
                        BriefPartKind::Beside => { (told(part, &statements(matter, uncommitted(claim)))) },
                        _ => { (told(part, &html! {})) },
                    }
                }
                @if let Some(rests) = super::tally::rests_on_one(matter, claim) { (rests) }
                @if let Some(part) = part(BriefPartKind::Check) { (check(matter, brief, part)) }
            }
            (wording(claim))
        }
    }
}

/// When what a question asks of happened or held.
pub(super) fn time(claim: &ClaimView) -> Markup {
    match &claim.time {
        Some(time) => parts::time(Some(time)),
        None => say("no time written", "بلا زمن مكتوب"),
    }
}

/// Where a claim stands, with what must stand beside it.
pub(super) fn stands(matter: &Matter<'_>, claim: &ClaimView) -> Markup {
    html! {
        p.standing {
            a href="#method-standing" { (parts::figure(&claim.id, "standing", pair(claim.standing_label().words()))) }
            @if claim.stands_if_read_so() { span.read-so { " (" a href="#method-marks" { (pair(words::IF_READ_SO)) } ")" } }
            @if claim.hedged { " · " (say("as likely only", "على سبيل الترجيح")) }
            @if !claim.conceded_by.is_empty() {
                " · " (pair(words::CONCEDED)) ": " (parts::sources(matter, &claim.conceded_by))
            }
            @if let Some(judgement) = &claim.judgement {
                " · " span.decision { (pair(words::DECIDED)) (pair(words::answer(judgement.ruling)))
                    " (" bdi { (clean(&judgement.by)) } ", " (parts::moment(&judgement.at)) ")"
                    @if !judgement.dissents.is_empty() { (pair(words::WITH_A_DISSENT)) } }
            }
            @if claim.draft { (parts::unreviewed()) }
        }
    }
}

/// Who says so, or who denies; with the statements.
fn side(matter: &Matter<'_>, claim: &ClaimView, part: &BriefPart, stance: Stance) -> Markup {
    let tally = match stance {
        Stance::Denies => &claim.denies,
        _ => &claim.affirms,
    };
    html! {
        div class=(format!("says {}", words::stance_class(stance))) {
            h4 { (super::tally::heading(stance, claim)) }
            p.told-whole { (parts::sentence(&part.text)) }
            @let decided = super::tally::decided(matter, tally);
            @if !decided.is_empty() { p.note.decided { (say("the decision: ", "القرار: ")) (super::tally::decisions(&decided)) } }
            p.note.from-here { (super::tally::how_many(&claim.id, words::stance_class(stance), &tally.origins)) }
            @if !tally.statements.is_empty() || !tally.entailed.is_empty() {
                @if !tally.statements.is_empty() { p.evidence { (statements(matter, &tally.statements)) } }
                @if !tally.entailed.is_empty() { p.evidence {
                    @if !tally.statements.is_empty() { span.note { (pair(words::elsewhere(stance))) ": " } }
                    (statements(matter, &tally.entailed))
                } }
                @let headings: Vec<&String> = tally.statements.iter().filter(|id| matter.statement(id).is_some_and(|one| one.heading)).collect();
                @if !headings.is_empty() { p.caution { (say("in a heading: ", "في عنوان: ")) (statements(matter, headings)) } }
                @if !tally.unclear.is_empty() { p.caution { (pair(words::UNCLEAR)) ": " (statements(matter, &tally.unclear)) } }
            }
        }
    }
}

fn told(part: &BriefPart, evidence: &Markup) -> Markup {
    html! {
        dt { @if let Some(label) = own(&part.label) { (label) } }
        dd { (parts::sentence(&part.text)) " " (evidence) }
    }
}

/// What is passed on, doubted or not confirmed, and what was taken back: the statements beside those that commit.
pub(super) fn uncommitted(claim: &ClaimView) -> Vec<&String> {
    let lists = [
        &claim.reports,
        &claim.doubts,
        &claim.cannot_confirm,
        &claim.affirms.taken_back,
        &claim.denies.taken_back,
    ];
    let mut all: Vec<&String> = lists.into_iter().flatten().collect();
    all.sort_unstable();
    all.dedup();
    all
}

/// What to mind, one thing a line.
fn mind(claim: &ClaimView, part: &BriefPart) -> Markup {
    html! {
        dt { a href="#method-marks" { @if let Some(label) = own(&part.label) { (label) } } }
        dd { ul.mind { @for warning in &claim.warnings { li { (parts::say_sentence(&warning.en, &warning.ar)) } } } }
    }
}

/// What to check first: the sets as links.
fn check(matter: &Matter<'_>, brief: &FullBrief, part: &BriefPart) -> Markup {
    html! {
        dt { @if let Some(label) = own(&part.label) { (label) } }
        dd {
            @if brief.question.check_first.is_empty() {
                (parts::sentence(&part.text))
            } @else {
                @for (n, set) in brief.question.check_first.iter().enumerate() {
                    @if n > 0 { " · " }
                    @for (n, id) in set.iter().enumerate() { @if n > 0 { " + " } (parts::statement_link(matter, id)) }
                }
            }
        }
    }
}

/// The sentence in both languages, whichever the page is read in: a desk may need either.
pub(super) fn wording(claim: &ClaimView) -> Markup {
    html! {
        div.wording {
            h4 { a href="#method-wording" { (say("Supported wording", "صياغة لا تتجاوز السند")) } }
            blockquote lang="en" dir="ltr" { p { (wording_with_gist(claim, "en", &claim.wording.en)) } }
            blockquote lang="ar" dir="rtl" { p { (wording_with_gist(claim, "ar", &claim.wording.ar)) } }
        }
    }
}

/// What stands behind the sentence and is left out of it. From elsewhere than the whole case only the sentence is worded
/// anew, and these are put away.
pub(super) fn notes(claim: &ClaimView) -> Markup {
    let notes = &claim.wording.notes;
    html! {
        @if !notes.is_empty() {
            div.beside {
                h4 { (say("Beside the sentence", "وإلى جانب الجملة")) }
                ul { @for note in notes { li { (parts::say_sentence(&note.en, &note.ar)) } } }
            }
        }
    }
}

/// A wording with what is asked set apart from who says it.
pub(super) fn wording_with_gist(claim: &ClaimView, tag: &str, words: &str) -> Markup {
    let gist = claim.gist.best(tag).map_or("", |(_, gist)| gist);
    let gist = gist.trim_end_matches(['.', '۔', ' ']);
    match words.split_once(gist) {
        Some((before, after)) if !gist.is_empty() => html! {
            (parts::isolated(before)) span.asked { (parts::isolated(gist)) } (parts::isolated(after))
        },
        _ => html! { (parts::isolated(words)) },
    }
}
