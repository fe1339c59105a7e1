//! The program's own words on the page, in English and Arabic: what enumerations are called.
//!
//! The words of the glossary, as the terminal has them. Neither language is a translation of the
//! other. Arabic is built round nouns and passives, so that nobody's gender need be known.

use crate::view::{
    Act, AnchorState, Answer, Basis, Commitment, DatedBy, Kind, LinkRole, SourceKind, Stance,
    Standing, Style, Support, TakeBackHow, TakenBackBy, Tongue, What, Within,
};

/// English and Arabic.
pub(super) type Pair = (&'static str, &'static str);

pub(super) fn stance(stance: Stance) -> Pair {
    match stance {
        Stance::Affirms => ("says so", "يقول بوقوعه"),
        Stance::Denies => ("denies", "ينفي"),
        Stance::Doubts => ("doubts", "يشكّك"),
        Stance::Reports => ("reports, without vouching for it", "ينقل دون جزم"),
        Stance::CannotConfirm => ("cannot confirm", "لا يستطيع التأكيد"),
    }
}

/// The class that gives a stance its colour and its pattern.
pub(super) fn stance_class(stance: Stance) -> &'static str {
    match stance {
        Stance::Affirms => "affirms",
        Stance::Denies => "denies",
        Stance::Doubts => "doubts",
        Stance::Reports => "reports",
        Stance::CannotConfirm => "cannot-confirm",
    }
}

pub(super) fn standing(standing: Standing) -> Pair {
    (Tongue::En.standing(standing), Tongue::Ar.standing(standing))
}

pub(super) fn support(support: Support) -> Pair {
    match support {
        Support::None => ("nobody identifiable", "لا أحد معروفًا"),
        Support::SingleOrigin => ("single origin", "مصدر أول واحد"),
        Support::SeveralOrigins => ("several origins", "مصادر أولى متعددة"),
    }
}

/// Acts of saying. «أكد» is often no more than "said", so the word of the text stands beside it.
pub(super) fn act(act: Act) -> Pair {
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

pub(super) fn style(style: Style) -> Pair {
    match style {
        Style::Direct => ("direct speech", "كلام مباشر"),
        Style::Indirect => ("indirect speech", "كلام غير مباشر"),
        Style::Mixed => ("partly direct speech", "بعضه كلام مباشر"),
    }
}

pub(super) fn basis(basis: Basis) -> Pair {
    match basis {
        Basis::Saw => ("claiming to have seen it", "عن مشاهدة كما ذُكر"),
        Basis::TookPart => ("claiming to have taken part", "عن مشاركة كما ذُكر"),
        Basis::Told => ("told by others", "نقلًا عن غيره"),
        Basis::Document => ("citing a document", "استنادًا إلى وثيقة"),
        Basis::Infers => ("by inference", "استنتاجًا"),
        Basis::NotStated => ("not stated", "غير مذكور"),
    }
}

pub(super) fn anchor(anchor: AnchorState) -> Pair {
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

pub(super) fn role(role: LinkRole) -> Pair {
    match role {
        LinkRole::Origin => ("origin", "المصدر الأول"),
        LinkRole::Relay => ("passed on by", "نقله"),
        LinkRole::Outlet => ("published by", "نشرته"),
        LinkRole::Republisher => ("published again by", "أعادت نشره"),
    }
}

/// What a later link thinks of the words it passes on; nothing where it only passes them on.
pub(super) fn commitment(commitment: Commitment) -> Option<Pair> {
    match commitment {
        Commitment::Reports => None,
        Commitment::Affirms => Some(("vouching for the words", "جازمًا بها")),
        Commitment::Doubts => Some(("doubting the words", "مشكّكًا فيها")),
        Commitment::Denies => Some(("denying the words", "نافيًا لها")),
    }
}

pub(super) fn taken_back(how: TakeBackHow) -> Pair {
    match how {
        TakeBackHow::Retracts => ("taken back", "جرى التراجع عنه"),
        TakeBackHow::Corrects => ("corrected", "جرى تصحيحه"),
        TakeBackHow::Supersedes => ("replaced by a later account", "حلّ محله قول لاحق"),
    }
}

pub(super) fn taken_back_by(who: TakenBackBy) -> Pair {
    match who {
        TakenBackBy::Speaker => ("by its speaker", "من قائله"),
        TakenBackBy::Relay => ("by who passed it on", "ممن نقله"),
        TakenBackBy::Publisher => ("by its publisher", "من ناشره"),
        TakenBackBy::Stranger => ("by somebody else", "من غير هؤلاء"),
    }
}

pub(super) fn conflict(kind: Kind) -> Pair {
    match kind {
        Kind::Denial => ("says so / denies", "إثبات ونفي"),
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

pub(super) fn within(within: Within) -> Pair {
    match within {
        Within::Statement => ("within one statement", "داخل قول واحد"),
        Within::Heading => ("heading against its text", "العنوان والمتن"),
        Within::Source => ("one source against itself", "مصدر يناقض نفسه"),
    }
}

pub(super) fn step(what: What) -> Pair {
    match what {
        What::FirstReport => ("first in this case", "أول ذكر في هذا الملف"),
        What::Repeat => ("said again", "تكرار"),
        What::Denial => ("denied", "نفي"),
        What::Doubt => ("doubted", "تشكيك"),
        What::CannotConfirm => ("cannot confirm", "تعذّر التأكيد"),
        What::Concession => (
            "said against own side (as entered)",
            "إقرار على جهته (كما أُدخلت)",
        ),
        What::Retraction => ("taken back", "تراجع عن القول"),
        What::Supersession => ("replaced by a later account", "حلّ محله قول لاحق"),
        What::Judgement => ("editorial decision", "قرار تحريري"),
    }
}

pub(super) fn dated_by(by: DatedBy, decision: bool) -> Pair {
    match by {
        DatedBy::Event => ("happened", "وقع"),
        DatedBy::Statement if decision => ("decided", "تقرّر"),
        DatedBy::Statement => ("said", "قيل"),
        DatedBy::Publication => ("published", "نُشر"),
    }
}

pub(super) fn answer(answer: Answer) -> Pair {
    match answer {
        Answer::Yes => ("yes", "نعم"),
        Answer::No => ("no", "لا"),
        Answer::Open => ("left open", "تُركت مفتوحة"),
    }
}

pub(super) fn source_kind(kind: SourceKind) -> Pair {
    match kind {
        SourceKind::Outlet => ("outlet", "جهة ناشرة"),
        SourceKind::Journalist => ("journalist", "صحافة"),
        SourceKind::Activist => ("activist", "نشطاء"),
        SourceKind::Spokesperson => ("spokesperson", "ناطق رسمي"),
        SourceKind::Official => ("official", "مسؤول"),
        SourceKind::Commander => ("commander", "قيادي"),
        SourceKind::Fighter => ("fighter", "مقاتل"),
        SourceKind::Witness => ("witness", "شهود"),
        SourceKind::AnonymousSource => ("undisclosed source", "مصدر محجوب الاسم"),
        SourceKind::LocalSources => ("local sources", "مصادر محلية"),
        SourceKind::Organization => ("organization", "منظمة"),
        SourceKind::Website => ("website", "موقع إلكتروني"),
        SourceKind::Experts => ("experts", "خبراء"),
        SourceKind::Unattributed => ("unattributed", "غير منسوب"),
        SourceKind::Agency => ("news agency", "وكالة أنباء"),
        SourceKind::Group => ("group", "جماعة"),
        SourceKind::State => ("state", "دولة"),
    }
}
