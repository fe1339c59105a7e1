//! What the words of closed lists are called on pages, in pictures and in the terminal: stances, acts, kinds.
//! One table for all of them, in English and Arabic (`docs/glossary.md`).
//!
//! Neither language is a translation of the other. Arabic is built round nouns and passives, so that
//! nobody's gender need be known. Standings are in `standing_label`, supports in `phrase`, with the numbers they go
//! with.

use super::timeline::TimelineStepView;
use crate::analysis::{DatedBy, Kind, LinkRole, TakenBackBy, What, Within};
use crate::check::AnchorState;
use crate::model::{
    Act, Answer, Basis, Commitment, EntityKind, Number, SourceKind, Stance, Style, TakeBackHow,
};

/// English and Arabic.
pub type Pair = (&'static str, &'static str);

/// Beside one whose name is withheld: a mark, as the table of words has it.
pub const UNDISCLOSED: Pair = ("‹undisclosed›", "‹محجوب الاسم›");

/// Beside several whose names are withheld. In Arabic a sentence of its own, which agrees with nothing: sources take
/// another form than people do.
pub const SEVERAL_UNDISCLOSED: Pair = ("‹undisclosed›", "‹الأسماء محجوبة›");

/// The mark beside a source whose name is withheld.
#[must_use]
pub fn undisclosed(number: Number) -> Pair {
    match number {
        Number::One => UNDISCLOSED,
        Number::Several => SEVERAL_UNDISCLOSED,
    }
}

/// A stance.
#[must_use]
pub fn stance(stance: Stance) -> Pair {
    match stance {
        Stance::Affirms => ("says so", "يقول بوقوعه"),
        Stance::Denies => ("denies", "ينفي"),
        Stance::Doubts => ("doubts", "يشكّك"),
        Stance::Reports => ("reports, without vouching for it", "ينقل دون جزم"),
        Stance::CannotConfirm => ("cannot confirm", "لا يستطيع التأكيد"),
    }
}

/// Acts of saying. «أكد» is often no more than "said", so the word of the text stands beside it.
#[must_use]
pub fn act(act: Act) -> Pair {
    match act {
        Act::Assert => ("said", "قول"),
        Act::Confirm => ("said (أكد)", "قول بلفظ «أكد»"),
        Act::Deny => ("denial", "نفي"),
        Act::Announce => ("announcement", "إعلان"),
        Act::Reveal => ("disclosure", "كشف"),
        Act::Accuse => ("accusation", "اتهام"),
        Act::Opinion => ("opinion", "رأي"),
        Act::Rumour => ("unsourced report", "أنباء متداولة"),
        Act::Clarify => ("clarification", "توضيح"),
        Act::Predict => ("forecast", "توقّع"),
    }
}

/// How a statement renders what was said.
#[must_use]
pub fn style(style: Style) -> Pair {
    match style {
        Style::Direct => ("direct speech", "كلام مباشر"),
        Style::Indirect => ("indirect speech", "كلام غير مباشر"),
        Style::Mixed => ("partly direct speech", "بعضه كلام مباشر"),
    }
}

/// How a source says it knows.
#[must_use]
pub fn basis(basis: Basis) -> Pair {
    match basis {
        Basis::Saw => ("claiming to have seen it", "عن مشاهدة كما ذُكر"),
        Basis::TookPart => ("claiming to have taken part", "عن مشاركة كما ذُكر"),
        Basis::Told => ("told by others", "نقلًا عن غيره"),
        Basis::Document => ("citing a document", "استنادًا إلى وثيقة"),
        Basis::Infers => ("by inference", "استنتاجًا"),
        Basis::NotStated => ("not stated", "غير مذكور"),
    }
}

/// Whether the words stand where the case says.
#[must_use]
pub fn anchor(anchor: AnchorState) -> Pair {
    match anchor {
        AnchorState::Verified => (
            "checked against the text: the words stand there",
            "طوبق بالنص: الكلام في موضعه",
        ),
        AnchorState::NotVerifiedHere => ("not checked here against the text", "لم يُطابَق بالنص هنا"),
        AnchorState::Orphan => (
            "the text at hand has other words there, so no quote is shown",
            "في النص الحاضر كلام آخر في هذا الموضع، فلا يُعرض اقتباس",
        ),
    }
}

/// The place of a source in a chain.
#[must_use]
pub fn role(role: LinkRole) -> Pair {
    match role {
        LinkRole::Origin => ("origin", "المصدر الأصلي"),
        LinkRole::Relay => ("passed on by", "النقل"),
        LinkRole::Outlet => ("published by", "النشر"),
        LinkRole::Republisher => ("published again by", "إعادة النشر"),
    }
}

/// Said against the speaker's own side.
pub const CONCEDED: Pair = (
    "said against own side (as entered)",
    "إقرار على جهة القائل (كما أُدخل في الملف)",
);

/// A reader cannot tell that this very question is meant.
pub const UNCLEAR: Pair = (
    "unclear whether this is meant",
    "قد لا يكون الكلام في هذه المسألة",
);

/// Beside people whose names are withheld and of whom there are several: they count as one, however many they are.
pub const SEVERAL: Pair = (
    "several, how many is not said; counted as one",
    "جمعٌ لا يُذكر عدده، ويُحسب مصدرًا واحدًا",
);

/// Beside a standing all of which rests on words that may be read otherwise.
pub const IF_READ_SO: Pair = ("if read so", "بحسب هذه القراءة");

/// Before the analyst's note of how else the words may be taken.
pub const OTHERWISE: Pair = ("may be read otherwise", "قد يُقرأ على وجه آخر");

/// A stance that nobody takes in words: it only follows from what is said on another question. What does not go with
/// it is told of as that and never as a denial, which would be put in somebody's mouth.
#[must_use]
pub fn elsewhere(stance: Stance) -> Pair {
    match stance {
        Stance::Denies => (
            "at odds with it, on another question",
            "لا يتفق معه ما قيل في مسألة أخرى",
        ),
        _ => (
            "implied by words on another question",
            "يلزم مما قيل في مسألة أخرى",
        ),
    }
}

/// A stance of which it is unclear whether the words mean this question at all: all of them may be of another matter.
#[must_use]
pub fn perhaps(stance: Stance) -> Pair {
    match stance {
        Stance::Denies => ("perhaps denies", "كلام قد يُقرأ نفيًا"),
        _ => ("perhaps says so", "كلام قد يُقرأ قولًا به"),
    }
}

/// What stands in the texts only within somebody's denial of it.
pub const WITHIN_DENIALS: Pair = ("mentioned only within denials", "لا يرد ذكره إلا ضمن نفيه");

/// The same of a single statement.
pub const TO_DENY: Pair = ("mentioned only to be denied", "ذُكر لنفيه لا غير");

/// A stance that is taken in words only if they are read as they are here.
#[must_use]
pub fn apparently(stance: Stance) -> Pair {
    match stance {
        Stance::Denies => ("apparently denies", "ينفي على ما يبدو"),
        _ => ("apparently says so", "يقول بوقوعه على ما يبدو"),
    }
}

/// What a later link thinks of the words it passes on; nothing where it only passes them on.
#[must_use]
pub fn commitment(commitment: Commitment) -> Option<Pair> {
    match commitment {
        Commitment::Reports => None,
        Commitment::Affirms => Some(("vouching for the words", "مع الجزم بها")),
        Commitment::Doubts => Some(("doubting the words", "مع التشكيك فيها")),
        Commitment::Denies => Some(("denying the words", "نقلٌ للنفي")),
    }
}

/// How a statement no longer stands, and what who did that is to it. Who did not say a thing does not take it back.
#[must_use]
pub fn taken_back(how: TakeBackHow, who: TakenBackBy) -> Pair {
    use TakeBackHow::{Corrects, Retracts, Supersedes};
    use TakenBackBy::{Publisher, Relay, Speaker, Stranger};
    match (how, who) {
        (Retracts, Speaker) => ("taken back by its speaker", "تراجع عنه قائله"),
        (Retracts, Relay) => ("withdrawn by who passed it on", "سحبه ناقله"),
        (Retracts, Publisher) => ("withdrawn by its publisher", "سحبه ناشره"),
        (Retracts, Stranger) => ("withdrawn by somebody else", "سحبه غير هؤلاء"),
        (Corrects, Speaker) => ("corrected by its speaker", "صحّحه قائله"),
        (Corrects, Relay) => ("corrected by who passed it on", "صحّحه ناقله"),
        (Corrects, Publisher) => ("corrected by its publisher", "صحّحه ناشره"),
        (Corrects, Stranger) => ("corrected by somebody else", "صحّحه غير هؤلاء"),
        (Supersedes, Speaker) => (
            "replaced by a later account of its speaker",
            "حلّ محله قول لاحق لقائله",
        ),
        (Supersedes, Relay) => (
            "replaced by a later account of who passed it on",
            "حلّ محله قول لاحق لناقله",
        ),
        (Supersedes, Publisher) => (
            "replaced by a later account of its publisher",
            "حلّ محله قول لاحق لناشره",
        ),
        (Supersedes, Stranger) => (
            "replaced by a later account of somebody else",
            "حلّ محله قول لاحق لغير هؤلاء",
        ),
    }
}

/// Before how a heading's text was taken back, with which it went.
pub const WITH_ITS_TEXT: Pair = ("with its text", "مع متنه");

/// That a statement counts no more, by whomever and however.
pub const COUNTED_NO_MORE: Pair = ("no longer counted", "لم يعد يُحسب");

/// A step that takes another statement back: how, and as what.
#[must_use]
fn takes_back(how: TakeBackHow, who: TakenBackBy) -> Pair {
    use TakeBackHow::{Corrects, Retracts, Supersedes};
    use TakenBackBy::{Publisher, Relay, Speaker, Stranger};
    match (how, who) {
        (Retracts, Speaker) => ("taken back", "تراجع عن القول"),
        (Retracts, Relay) => ("withdrawn by who passed it on", "سحب للخبر ممن نقله"),
        (Retracts, Publisher | Stranger) => ("withdrawn by its publisher", "سحب للخبر ممن نشره"),
        (Corrects, Speaker) => ("corrected", "تصحيح"),
        (Corrects, Relay) => ("corrected by who passed it on", "تصحيح ممن نقله"),
        (Corrects, Publisher | Stranger) => ("corrected by its publisher", "تصحيح ممن نشره"),
        (Supersedes, Speaker) => ("replaced by a later account", "حلّ محله قول لاحق"),
        (Supersedes, Relay) => (
            "replaced by a later account of who passed it on",
            "حلّ محله قول لاحق ممن نقله",
        ),
        (Supersedes, Publisher | Stranger) => (
            "replaced by a later account of its publisher",
            "حلّ محله قول لاحق ممن نشره",
        ),
    }
}

/// A kind of contradiction.
#[must_use]
pub fn conflict(kind: Kind) -> Pair {
    match kind {
        Kind::Denial => ("says so / denies", "قول ونفي"),
        Kind::DisputedRumour => (
            "unsourced or uncommitted report against a statement",
            "نقل دون جزم يقابله قول",
        ),
        Kind::Status => ("alive or dead", "الحياة والموت"),
        Kind::Control => ("control", "السيطرة"),
        Kind::Count => ("count", "العدد"),
        Kind::Agent => ("who did it", "الفاعل"),
        Kind::Date => ("date", "التاريخ"),
        Kind::Place => ("place", "المكان"),
        Kind::Other => ("other", "غير ذلك"),
    }
}

/// Within what a contradiction is.
#[must_use]
pub fn within(within: Within) -> Pair {
    match within {
        Within::Statement => ("within one statement", "داخل قول واحد"),
        Within::Heading => ("heading against its text", "العنوان والمتن"),
        Within::Source => ("one source against itself", "مصدر يناقض نفسه"),
    }
}

/// A step of what was said. What may be of the same time is not said to be first, nor to be said again.
#[must_use]
pub fn step(what: What, order_known: bool) -> Pair {
    match what {
        What::FirstReport if !order_known => (
            "among the earliest on this question in this case",
            "من أقدم ما ورد في هذه المسألة في هذا الملف",
        ),
        What::Repeat if !order_known => ("also said", "قيل أيضًا"),
        What::FirstReport => (
            "first on this question in this case",
            "أول ما ورد في هذه المسألة في هذا الملف",
        ),
        What::Repeat => ("said again", "تكرار"),
        What::Expected => ("expected", "متوقَّع"),
        What::ExpectedNot => ("expected not to be so", "متوقَّع ألّا يكون"),
        What::Denial => ("denied", "نفي"),
        What::Doubt => ("doubted", "تشكيك"),
        What::CannotConfirm => ("cannot confirm", "تعذّر التأكيد"),
        What::Concession => CONCEDED,
        What::Retraction => ("taken back", "تراجع عن القول"),
        What::Supersession => ("replaced by a later account", "حلّ محله قول لاحق"),
        What::Judgement => ("editorial decision", "قرار تحريري"),
    }
}

/// A step of a timeline, of a statement that only passes it on without vouching for it where `reports`.
#[must_use]
pub fn step_of(one: &TimelineStepView, reports: bool) -> Pair {
    let (what, order_known) = (one.what, one.order_known);
    if let Some(back) = one.back {
        return takes_back(back.how, back.who);
    }
    // What somebody is quoted as saying within a denial is their saying all the same.
    let mentioned = reports && one.within_denial;
    match what {
        What::FirstReport if mentioned && !order_known => (
            "among the earliest mentions in this case, only to be denied",
            "من أقدم ما ذُكر في هذا الملف، ولنفيه لا غير",
        ),
        What::FirstReport if mentioned => (
            "first mentioned in this case only to be denied",
            "أول ذكر له في هذا الملف، ولنفيه لا غير",
        ),
        What::Repeat if mentioned => TO_DENY,
        What::Repeat if reports && !order_known => {
            ("also passed on, not vouched for", "نُقل أيضًا دون جزم")
        }
        What::Repeat if reports => ("passed on again, not vouched for", "نُقل مجددًا دون جزم"),
        _ => step(what, order_known),
    }
}

/// By what a step is dated; `decision`: the step is a judgement.
#[must_use]
pub fn dated_by(by: DatedBy, decision: bool) -> Pair {
    match by {
        DatedBy::Event => ("happened", "وقع"),
        DatedBy::Statement if decision => ("decided", "تقرّر"),
        DatedBy::Statement => ("said", "قيل"),
        DatedBy::Publication => ("published", "نُشر"),
    }
}

/// A desk's answer.
#[must_use]
pub fn answer(answer: Answer) -> Pair {
    match answer {
        Answer::Yes => ("yes", "نعم"),
        Answer::No => ("no", "لا"),
        Answer::Open => ("left open", "تُركت مفتوحة"),
    }
}

/// A kind of source; an undisclosed one is never called anonymous.
#[must_use]
pub fn source_kind(kind: SourceKind) -> Pair {
    match kind {
        SourceKind::Outlet => ("outlet", "جهة ناشرة"),
        SourceKind::Journalist => ("journalist", "من الصحافة"),
        SourceKind::Activist => ("activist", "من النشطاء"),
        SourceKind::Spokesperson => ("spokesperson", "ناطق رسمي"),
        SourceKind::Official => ("official", "من المسؤولين"),
        SourceKind::Commander => ("commander", "من القياديين"),
        SourceKind::Fighter => ("fighter", "من المقاتلين"),
        SourceKind::Witness => ("witness", "من الشهود"),
        SourceKind::AnonymousSource => ("undisclosed source", "مصدر محجوب الاسم"),
        SourceKind::LocalSources => ("local sources", "مصادر محلية"),
        SourceKind::Organization => ("organization", "منظمة"),
        SourceKind::Website => ("website", "موقع إلكتروني"),
        SourceKind::Experts => ("experts", "من الخبراء"),
        SourceKind::Unattributed => ("unattributed", "غير منسوب"),
        SourceKind::Agency => ("news agency", "وكالة أنباء"),
        SourceKind::Group => ("group", "جماعة"),
        SourceKind::State => ("state", "دولة"),
    }
}

/// A kind of entity.
#[must_use]
pub fn entity_kind(kind: EntityKind) -> Pair {
    match kind {
        EntityKind::Person => ("person", "شخص"),
        EntityKind::Group => ("group", "جماعة"),
        EntityKind::Place => ("place", "مكان"),
        EntityKind::Thing => ("thing", "شيء"),
        EntityKind::Event => ("event", "حدث"),
    }
}
