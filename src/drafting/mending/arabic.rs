//! Arabic proposals put right: whoever was told, posts cut at «و», what is attributed to somebody only by others.
//!
//! In one file because every rule leans on the same reading of posts and names.

use super::charge::charges;
use super::frame::frames;
use super::ground::Ground;
use super::prose::Word;
use super::trailing::{trailing, whole_name};
use super::unheard::unheard;
use crate::drafting::naming::Form;
use crate::extraction::{Act, Proposed, SourceKind};

pub(super) fn mend(ground: &Ground, statements: &mut Vec<Proposed>) {
    unheard(ground, statements);
    super::answered::answered(ground, statements);
    super::judged::judgements(ground, statements);
    super::condoled::condolences(ground, statements);
    super::foremost::first(ground, statements);
    super::parted::parted(ground, statements);
    trailing(ground, statements);
    charges(ground, statements);
    frames(ground, statements);
    posts(ground, statements);
    told(ground, statements);
    for one in statements.iter_mut() {
        verb_after_name(ground, one);
        laid_to(ground, one);
    }
    for one in statements.iter_mut() {
        whole_name(ground, one);
        own_given_name(ground, one);
        on_whose_behalf(ground, one);
        office_and_name(ground, one);
        shown(ground, one);
        whole_phrase(ground, one);
        close_to(ground, one);
        behind_an_aside(ground, one);
        super::subjects::subject(ground, one);
        after_the_colon(ground, one);
        behind_his_name(ground, one);
        reports_tell(one);
    }
    super::positions::positions(ground, statements);
    super::embedded::embedded(ground, statements);
    super::letters::letters(ground, statements);
    super::labelled::labelled(ground, statements);
    super::refused::refused(ground, statements);
    super::passed_round::passed_round(ground, statements);
    super::bounded::bounded(ground, statements);
    let before: Vec<_> = statements.iter().map(who).collect();
    for one in statements.iter_mut() {
        super::subjects::tongue(ground, one);
        super::subjects::wished(ground, one);
        super::subjects::account(ground, one);
        super::subjects::trimmed(ground, one);
        super::subjects::asked(ground, one);
        super::subjects::described(ground, one);
        super::heads::headed(ground, one);
        super::heads::shown_by(ground, one);
        super::heads::of_an_aside(ground, one);
        super::heads::overlong(ground, one);
    }
    renamed(statements, &before);
    super::clauses::bounded(ground, statements);
    super::clauses::participles(ground, statements);
    super::clauses::neither(ground, statements);
    super::clauses::again(ground, statements);
    super::subjects::purposed(ground, statements);
    described(ground, statements);
    tidings(ground, statements);
    communique(ground, statements);
    super::arabic_joined::each_that(ground, statements);
    super::arabic_told::told(ground, statements);
    super::embedded::no_more(ground, statements);
}

/// Who speaks: where they stand, and by what name.
type Who = (Option<(u32, u32)>, Option<String>);

fn who(one: &Proposed) -> Who {
    let at = one.source.as_ref().map(|s| (s.start, s.end));
    (at, one.source_name.clone())
}

/// Whose name was cut short is called so wherever they are meant again: «وأضاف المصدر».
fn renamed(statements: &mut [Proposed], before: &[Who]) {
    for n in 0..statements.len() {
        let (Some(old), Some(new)) = (&before[n].1, statements[n].source_name.clone()) else {
            continue;
        };
        if !old.starts_with(&new) || *old == new {
            continue;
        }
        for k in n + 1..statements.len() {
            if before[k].1.as_ref() == Some(old) && who(&statements[k]) == before[k] {
                statements[k].source_name = Some(new.clone());
                statements[k].named = statements[n].named;
                statements[k].source_kind = statements[n].source_kind;
            }
        }
    }
}

/// «نفى … وفاته، ووصف ما يتردد بأنه شائعات»: what is described is a saying of its own.
fn described(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut found: Vec<Proposed> = Vec::new();
    for one in statements.iter_mut() {
        let Some(content) = one.content.last_mut() else {
            continue;
        };
        let words = ground
            .prose
            .words(content.start as usize, content.end as usize);
        let cut = (1..words.len()).find(|&n| {
            words[n - 1].after.contains('،')
                && matches!(
                    words[n].folded.as_str(),
                    "ووصف"
                        | "ووصفت"
                        | "ووصفه"
                        | "ووصفها"
                        | "ووصفوا"
                        | "واصفا"
                        | "واصفه"
                        | "واصفين"
                )
        });
        let Some(n) = cut.filter(|n| n + 1 < words.len()) else {
            continue;
        };
        let verb = &words[n];
        let last = content.end as usize;
        *content = ground
            .prose
            .quoted(content.start as usize, words[n - 1].end);
        let inner = usize::from(verb.folded.starts_with("وو"));
        let mut more = one.clone();
        more.id = format!("d{}", verb.start);
        more.cue = Some(ground.prose.quoted(verb.start + inner, verb.end));
        more.cue_also = Vec::new();
        more.content = vec![ground.prose.quoted(words[n + 1].start, last)];
        more.act = Act::Assert;
        found.push(more);
    }
    for more in found {
        let met = statements.iter().any(|s| {
            s.source.is_some()
                && s.cue
                    .as_ref()
                    .zip(more.cue.as_ref())
                    .is_some_and(|(a, b)| a.start < b.end && b.start < a.end)
        });
        if met {
            continue;
        }
        // A rumour within it stands inside it.
        let span = more.content[0].clone();
        for s in statements.iter_mut() {
            let inside = s.act == Act::Rumour
                && s.cue
                    .as_ref()
                    .is_some_and(|c| span.start <= c.start && c.end <= span.end);
            if inside {
                s.nested_in = Some(more.id.clone());
            }
        }
        let at = statements
            .iter()
            .position(|s| s.cue.as_ref().is_some_and(|c| c.start > span.start))
            .unwrap_or(statements.len());
        statements.insert(at, more);
    }
}

/// «وقالت سلمى الدرعاوي» where كمال الدرعاوي was named before: she is not he.
fn own_given_name(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(name)) = (&one.source, &one.source_name) else {
        return;
    };
    if !one.named {
        return;
    }
    let words = ground
        .prose
        .words(source.start as usize, source.end as usize);
    let named = Form::new(name).words;
    let [.., given, family] = words.as_slice() else {
        return;
    };
    // «فلان الفلاني، والد فلان الفلاني»: the name stands in front, and is the father's.
    let in_front = words.len() > named.len()
        && named.iter().zip(&words).all(|(a, b)| *a == b.folded)
        && words[..named.len()]
            .last()
            .is_some_and(|w| w.after.contains(['،', ',']));
    let other = !in_front
        && named.len() >= 2
        && named.last() == Some(&family.folded)
        && !named.contains(&given.folded)
        && !given.folded.starts_with("ال")
        && !office(ground, &given.folded)
        && !no_name(ground, given)
        && given.after.is_empty()
        && !matches!(
            given.folded.as_str(),
            "شقيق"
                | "شقيقه"
                | "نجل"
                | "ابن"
                | "ابنه"
                | "زوجه"
                | "والد"
                | "والده"
                | "عايله"
                | "اسره"
                | "محامي"
                | "مستشار"
                | "حارس"
                | "سايق"
                | "مساعد"
                | "صهر"
                | "عم"
                | "خال"
                | "ام"
                | "اخ"
                | "اخو"
                | "ارمله"
                | "ذوو"
                | "ذوي"
                | "اقارب"
                | "مقربون"
        );
    if other {
        let quoted = ground.prose.quoted(given.start, family.end);
        one.source_name = Some(quoted.text);
    }
}

/// «نفى متحدث باسم طالبان لإذاعة …»: on whose behalf, where the phrase was cut behind «باسم».
fn on_whose_behalf(ground: &Ground, one: &mut Proposed) {
    let Some(source) = &one.source else {
        return;
    };
    let ends = Form::new(&source.text)
        .words
        .last()
        .is_some_and(|w| w == "باسم");
    if !ends {
        return;
    }
    let (_, stop) = ground.prose.sentence(source.end as usize);
    let after = ground.prose.words(source.end as usize, stop);
    let mut n = 0;
    while n < after.len().min(4)
        && !no_name(ground, &after[n])
        && !(n > 0 && after[n].folded.starts_with('ل'))
        && (n == 0
            || after[n - 1].after.trim().is_empty()
            || after[n - 1].after.starts_with(['»', '"']))
    {
        n += 1;
        if after[n - 1].folded.starts_with("ال") || after[n - 1].after.contains(['،', ':']) {
            break;
        }
    }
    // «باسم حركة طالبان»: a head takes its name with it; «باسم طالبان» is whole.
    if n == 0 {
        return;
    }
    let quoted = ground.prose.quoted(source.start as usize, after[n - 1].end);
    one.source_name = Some(quoted.text.clone());
    one.source = Some(quoted);
}

/// «رئيس الشيشان رمضان قديروف»: an office with a name is no undisclosed source.
fn office_and_name(ground: &Ground, one: &mut Proposed) {
    let Some(source) = &one.source else {
        return;
    };
    if one.named {
        return;
    }
    let words = ground
        .prose
        .words(source.start as usize, source.end as usize);
    let high = words.first().is_some_and(|w| {
        matches!(
            w.folded.trim_start_matches("ال"),
            "رييس"
                | "زعيم"
                | "قايد"
                | "وزير"
                | "امير"
                | "ملك"
                | "مستشار"
                | "مفتي"
                | "بابا"
                | "سلطان"
                | "مدير"
                | "حاكم"
                | "محافظ"
        )
    });
    if !high || words.len() < 3 || words.len() > 9 {
        return;
    }
    if let Some((a, b)) = tail_name(ground, &words)
        && b == words[words.len() - 1].end
        && a > words[0].start
    {
        one.source_name = Some(ground.prose.slice(a, b));
        one.named = true;
        one.source_kind = SourceKind::Official;
    }
}

/// «ظهر الفنان فلان في مقطع … وقال: «أنا حي»»: who appeared says it.
fn shown(ground: &Ground, one: &mut Proposed) {
    let Some(cue) = &one.cue else {
        return;
    };
    if one.source.is_some() || one.act == Act::Rumour {
        return;
    }
    let (start, _) = ground.prose.sentence(cue.start as usize);
    let words = ground.prose.words(start, cue.start as usize);
    let opens = words.first().is_some_and(|w| {
        matches!(
            w.folded.as_str(),
            "ظهر"
                | "ظهرت"
                | "وظهر"
                | "اطل"
                | "اطلت"
                | "واطل"
                | "خرج"
                | "خرجت"
                | "وخرج"
                | "نشر"
                | "نشرت"
                | "بث"
                | "بثت"
        )
    });
    if !opens {
        return;
    }
    let end = words.iter().position(|w| {
        matches!(
            w.folded.as_str(),
            "في" | "عبر"
                | "علي"
                | "مقطع"
                | "فيديو"
                | "تسجيلا"
                | "صوره"
                | "عن"
                | "مع"
                | "من"
                | "بعد"
        )
    });
    let Some(end) = end.filter(|n| (2..8).contains(n)) else {
        return;
    };
    let head = &words[1..end];
    let quoted = ground.prose.quoted(head[0].start, head[head.len() - 1].end);
    let form = Form::new(&quoted.text);
    let person = ground.titles.person(&form);
    let name = tail_name(ground, head)
        .map(|(a, b)| ground.prose.slice(a, b))
        .or_else(|| {
            (person.words.len() < form.words.len() && (2..=4).contains(&person.words.len()))
                .then_some(person.shown)
        });
    one.named = name.is_some();
    one.source_kind = if one.named {
        SourceKind::Official
    } else {
        SourceKind::AnonymousSource
    };
    one.source_name = Some(name.unwrap_or_else(|| quoted.text.clone()));
    one.source = Some(quoted);
}

/// «رجح مصدر أمني أن», «أكد محامي العائلة أنيس بركات أن»: a phrase that was cut before its last word.
fn whole_phrase(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(first)) = (&one.source, one.content.first()) else {
        return;
    };
    if one.named || source.end >= first.start || first.start - source.end > 24 {
        return;
    }
    let between = ground
        .prose
        .words(source.end as usize, first.start as usize);
    let [next, that] = between.as_slice() else {
        return;
    };
    let head = ground
        .prose
        .words(source.start as usize, source.end as usize);
    let Some(last) = head.last() else {
        return;
    };
    let clause = matches!(
        that.folded.as_str(),
        "ان" | "انه" | "انها" | "انهم" | "بان" | "بانه" | "بانها"
    );
    if !clause || !last.after.trim().is_empty() || !next.after.trim().is_empty() {
        return;
    }
    let adjective = ["ي", "يه", "يون", "يين", "يان"]
        .iter()
        .any(|e| next.folded.ends_with(e))
        && next.folded.chars().count() > 3
        && next.folded.starts_with("ال") == last.folded.starts_with("ال");
    let given = ground.titles.is_given(std::slice::from_ref(&last.folded)) && head.len() > 1;
    if !adjective && !given {
        return;
    }
    let quoted = ground.prose.quoted(source.start as usize, next.end);
    if given {
        one.source_name = Some(ground.prose.slice(last.start, next.end));
        one.named = true;
    } else {
        one.source_name = Some(quoted.text.clone());
    }
    one.source = Some(quoted);
}

/// «حساب مقرب من الجبهة»: the account speaks, and is not the Front.
fn close_to(ground: &Ground, one: &mut Proposed) {
    let Some(source) = &one.source else {
        return;
    };
    if !one.named {
        return;
    }
    let words = ground
        .prose
        .words(source.start as usize, source.end as usize);
    let at = (1..words.len().min(4)).find(|&n| {
        matches!(
            words[n].folded.as_str(),
            "مقرب"
                | "مقربه"
                | "مقربون"
                | "مقربين"
                | "قريب"
                | "قريبه"
                | "موال"
                | "مواليه"
                | "محسوب"
                | "محسوبه"
                | "مويد"
                | "مويده"
        )
    });
    let of = at.is_some_and(|n| {
        words
            .get(n + 1)
            .is_some_and(|w| matches!(w.folded.as_str(), "من" | "علي") || w.folded.starts_with('ل'))
    });
    let indefinite = words.first().is_some_and(|w| !w.folded.starts_with("ال"));
    let Some(n) = at.filter(|_| of && indefinite) else {
        return;
    };
    // «حساب "أخبار الشام" المقرب من»: a name of its own before.
    let own = one.source_name.as_deref().is_some_and(|name| {
        let head = ground.prose.slice(words[0].start, words[n].start);
        head.contains(name)
    });
    if !own {
        one.source_name = Some(source.text.clone());
        one.named = false;
        one.source_kind = SourceKind::AnonymousSource;
    }
}

/// «غير أن دبلوماسيا أوروبيا قال، طالبا عدم كشف هويته، إن»: what was taken for the speaker is what he asked for.
fn behind_an_aside(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(cue)) = (&one.source, &one.cue) else {
        return;
    };
    let folded = Form::new(&source.text).words;
    let aside = folded.len() <= 2
        && folded.last().is_some_and(|w| {
            matches!(
                w.as_str(),
                "هويته"
                    | "هويتها"
                    | "هويتهم"
                    | "هويتهما"
                    | "اسمه"
                    | "اسمها"
                    | "اسمهم"
                    | "اسمايهم"
                    | "اسمايهما"
            )
        });
    if !aside {
        return;
    }
    let (start, _) = ground.prose.sentence(cue.start as usize);
    match fronted(ground, start, cue.start as usize) {
        Some((span, name)) => {
            let quoted = ground.prose.quoted(span.0, span.1);
            one.named = name.is_some();
            one.source_kind = if one.named {
                SourceKind::Official
            } else {
                SourceKind::AnonymousSource
            };
            one.source_name = Some(name.unwrap_or_else(|| quoted.text.clone()));
            one.source = Some(quoted);
        }
        None => nobody(one),
    }
}

/// «صحة التقارير التي تحدثت عن وفاته»: reports are nobody.
fn reports_tell(one: &mut Proposed) {
    const TALK: &[&str] = &[
        "تقارير",
        "التقارير",
        "انباء",
        "الانباء",
        "معلومات",
        "المعلومات",
        "شايعات",
        "الشايعات",
        "اشاعات",
        "الاشاعات",
        "اخبار",
        "الاخبار",
        "روايات",
        "تسريبات",
        "مزاعم",
        "المزاعم",
    ];
    let Some(source) = &one.source else {
        return;
    };
    let words = Form::new(&source.text).words;
    let talk = match words.as_slice() {
        [one] => TALK.contains(&one.as_str()),
        [first, second] => {
            TALK.contains(&second.as_str())
                && matches!(first.as_str(), "صحه" | "تلك" | "هذه" | "بعض" | "كل")
                || TALK.contains(&first.as_str()) && !second.starts_with("من")
        }
        _ => false,
    };
    // «معلوماتنا», "the information" of a speaker is settled elsewhere.
    if talk && one.named {
        nobody(one);
    }
}

/// «نفى قيادي طلب عدم الكشف عن هويته صحة ما تردد»: what he denied begins behind what he asked.
fn behind_his_name(ground: &Ground, one: &mut Proposed) {
    let Some(first) = one.content.first_mut() else {
        return;
    };
    let words = ground.prose.words(first.start as usize, first.end as usize);
    let asks = words
        .first()
        .is_some_and(|w| matches!(w.folded.as_str(), "عدم" | "الكشف" | "كشف" | "حجب" | "اغفال"));
    let name = words.iter().take(6).position(|w| {
        matches!(
            w.folded.as_str(),
            "هويته" | "هويتها" | "اسمه" | "اسمها" | "هويتهم" | "اسمايهم"
        )
    });
    if let (true, Some(n)) = (asks, name)
        && let Some(next) = words.get(n + 1)
    {
        *first = ground.prose.quoted(next.start, first.end as usize);
    }
}

/// «قال في رسالة صوتية تلقتها «رويترز»: «زعيمنا بخير»»: what is said stands behind the colon, not the name in quotation marks.
fn after_the_colon(ground: &Ground, one: &mut Proposed) {
    let [content] = one.content.as_mut_slice() else {
        return;
    };
    let end = content.end as usize;
    let marks = (end..end + 4)
        .map_while(|n| ground.prose.char(n))
        .collect::<String>();
    let Some(colon) = marks
        .find(':')
        .filter(|_| marks.starts_with(['»', '"', '”']))
    else {
        return;
    };
    let from = end + marks[..colon].chars().count() + 1;
    let (_, stop) = ground.prose.sentence(end);
    let open = (from..(from + 3).min(stop))
        .find(|&n| matches!(ground.prose.char(n), Some('«' | '"' | '“')));
    let Some(open) = open else {
        return;
    };
    let close = (open + 1..ground.prose.len())
        .find(|&n| matches!(ground.prose.char(n), Some('»' | '"' | '”' | '\n')));
    let short = content.text.split_whitespace().count() <= 4;
    if let Some(close) = close.filter(|c| short && *c > open + 1) {
        *content = ground.prose.quoted(open + 1, close);
    }
}

/// «وأوضح المصدر أن البيان تحدث عن …»: the statement that was spoken of says it, so whoever issued that.
fn communique(ground: &Ground, statements: &mut [Proposed]) {
    for n in 1..statements.len() {
        let own = statements[n].source.as_ref().is_some_and(|s| {
            let words = Form::new(&s.text).words;
            matches!(words.as_slice(), [one] if one == "البيان")
        });
        if !own {
            continue;
        }
        let issuer = statements[..n].iter().rev().find(|s| {
            let (Some(source), Some(cue)) = (&s.source, &s.cue) else {
                return false;
            };
            s.named
                && source.end < cue.start
                && ground
                    .prose
                    .words(source.start as usize, cue.start as usize)
                    .iter()
                    .any(|w| matches!(w.folded.as_str(), "بيانا" | "بيان" | "البيان"))
        });
        if let Some(other) = issuer.cloned() {
            let one = &mut statements[n];
            one.source.clone_from(&other.source);
            one.source_name.clone_from(&other.source_name);
            one.source_kind = other.source_kind;
            one.named = other.named;
        }
    }
}

/// Words that end no name and begin none.
const NO_NAME: &[&str] = &[
    "في",
    "من",
    "الي",
    "علي",
    "عن",
    "مع",
    "بين",
    "لدي",
    "قرب",
    "داخل",
    "خارج",
    "ضمن",
    "بعد",
    "قبل",
    "منذ",
    "خلال",
    "عند",
    "عدم",
    "غير",
    "كل",
    "بعض",
    "احد",
    "ما",
    "مما",
    "الذي",
    "التي",
    "الذين",
    "ان",
    "انه",
    "انها",
    "قد",
    "لم",
    "لن",
    "لا",
    "كان",
    "كانت",
    "هو",
    "هي",
    "ذلك",
    "هذا",
    "هذه",
    "امس",
    "اليوم",
    "مساء",
    "صباح",
    "باسم",
    "وهو",
    "وهي",
    "ركن",
];

/// Whether a folded word is a title, or a post of which somebody's name follows.
pub(super) fn office(ground: &Ground, word: &str) -> bool {
    ground.titles.is_title(word)
        || matches!(
            word,
            "مدير"
                | "مديره"
                | "نايب"
                | "قايد"
                | "متحدث"
                | "ناطق"
                | "مساعد"
                | "مستشار"
                | "سفير"
                | "محافظ"
                | "عضو"
                | "امين"
                | "ممثل"
                | "مبعوث"
                | "مفتي"
                | "مسوول"
                | "امام"
                | "عميد"
                | "حاكم"
        )
}

/// Whether a word is none of a name; «على» is told from «علي» by its last letter.
pub(super) fn no_name(ground: &Ground, word: &Word) -> bool {
    if word.folded == "علي" {
        return ground.prose.char(word.end - 1) == Some('ى');
    }
    NO_NAME.contains(&word.folded.as_str())
}

/// Words for somebody's relative, folded, without article.
const KIN: &[&str] = &[
    "شقيق",
    "شقيقه",
    "ابن",
    "ابنه",
    "والد",
    "والده",
    "زوج",
    "زوجه",
    "ارمله",
    "عم",
    "خال",
    "نجل",
    "حفيد",
    "صهر",
    "اخ",
    "اخت",
    "قريب",
];

/// The name that a phrase ends with: itself where it is all name, else what follows a definite word of the post («مدير المرصد فلان الفلاني»).
pub(super) fn tail_name(ground: &Ground, words: &[Word]) -> Option<(usize, usize)> {
    let plain = |w: &Word| {
        !no_name(ground, w)
            && !ground.pack.everyday(&w.folded)
            && w.folded.chars().all(char::is_alphabetic)
    };
    let definite = |w: &Word| w.folded.starts_with("ال") && w.folded.chars().count() > 4;
    let kunya = |w: &Word| {
        matches!(
            w.folded.as_str(),
            "ابو" | "ابي" | "ابا" | "عبد" | "بن" | "ام" | "ال"
        )
    };
    let title = |w: &Word| office(ground, &w.folded);
    let name = |from: usize| {
        let part = &words[from..];
        let long = part.len() >= 2 && part.len() <= 5;
        let whole = part.iter().all(plain)
            && part[..part.len() - 1]
                .iter()
                .all(|w| w.after.chars().all(|c| matches!(c, '»' | '"')));
        let generic = part.iter().any(|w| {
            ground.titles.is_generic(&Form {
                words: vec![w.folded.clone()],
                shown: String::new(),
            }) || ground.titles.is_adjective(&w.folded)
        });
        (long && whole && !generic).then(|| (part[0].start, part[part.len() - 1].end))
    };
    let first = words.first()?;
    // «فلان الفلاني، شقيق فلان الآخر»: the name ends before whose relative he is.
    let comma = words.iter().position(|w| w.after.contains(['،', ',']));
    if let Some(c) = comma.filter(|c| (1..4).contains(c))
        && words
            .get(c + 1)
            .is_some_and(|w| KIN.contains(&w.folded.trim_start_matches("ال")))
        && !title(first)
        && !definite(first)
        && words[..=c].iter().all(plain)
        && words[..c].iter().all(|w| w.after.is_empty())
    {
        return Some((first.start, words[c].end));
    }
    // All name: no title in front, the first word not definite, a given name or a kunya, or a second word that is a family's.
    let given = ground.titles.is_given(std::slice::from_ref(&first.folded));
    let family = words.get(1).is_some_and(definite);
    if !title(first)
        && !definite(first)
        && (given || kunya(first) || family && words.len() <= 3)
        && let Some(name) = name(0)
    {
        return Some(name);
    }
    // «سفير أورلاند لدى فيلمارك فلان الفلاني».
    if let Some(at) = words.iter().position(|w| w.folded == "لدي")
        && title(first)
        && words
            .get(at + 1)
            .is_some_and(|w| !definite(w) && w.after.is_empty())
        && words.len() <= at + 5
        && words.get(at + 2).is_some_and(|w| !definite(w))
        && let Some(name) = name(at + 2)
    {
        return Some(name);
    }
    // «رئيس لجنة … في مجلس الاتحاد فلان الفلاني».
    (1..words.len().saturating_sub(1)).find_map(|at| {
        let post = title(first) || words[..at].iter().any(title);
        let before = &words[at - 1];
        // «الفريق أول فلان الفلاني», «عميد ركن فلان الفلاني».
        let graded = at > 1
            && matches!(before.folded.as_str(), "اول" | "ركن" | "طيار")
            && title(&words[at - 2]);
        let closed = definite(before)
            || graded
            || title(before) && at > 0 && before.folded.starts_with("ال")
            || matches!(before.folded.as_str(), "باسمها" | "باسمه" | "باسمهم");
        // «الناطق باسمها»: on whose behalf, and no given name.
        let behalf = words[at].folded.starts_with("باسم")
            && (words[at].folded.chars().count() > 4
                || matches!(
                    before.folded.as_str(),
                    "الناطق" | "المتحدث" | "الناطقه" | "المتحدثه"
                ));
        let opens = !definite(&words[at]) && !words[at].folded.starts_with("لل") && !behalf;
        let joined = words[at].folded.starts_with('و')
            && definite(&Word {
                folded: words[at].folded.chars().skip(1).collect(),
                ..words[at].clone()
            });
        (post
            && closed
            && opens
            && !joined
            && before.after.chars().all(|c| matches!(c, '»' | '"' | '،')))
        .then(|| name(at))
        .flatten()
    })
}

/// «نفى مدير الاستخبارات ومكافحة الإرهاب في وزارة الداخلية، أبو فلان الفلاني، ما …»: a post that was cut at «و» goes on, and a name follows.
fn posts(ground: &Ground, statements: &mut [Proposed]) {
    let mut found: Vec<(u32, u32, usize, usize)> = Vec::new();
    for one in statements.iter() {
        let (Some(source), Some(cue)) = (&one.source, &one.cue) else {
            continue;
        };
        if one.named || found.iter().any(|f| f.0 == source.start) {
            continue;
        }
        let end = source.end as usize;
        let (_, stop) = ground.prose.sentence(source.start as usize);
        let limit = if cue.start as usize >= end {
            cue.start as usize
        } else {
            stop
        };
        let after = ground.prose.words(end, limit);
        let Some(next) = after.first() else {
            continue;
        };
        let goes_on = next.start == end + 1
            && next.folded.starts_with('و')
            && next.folded.chars().count() > 3;
        let head = ground.prose.words(source.start as usize, end);
        let office = head.first().is_some_and(|w| office(ground, &w.folded));
        if !goes_on || !office {
            continue;
        }
        // The name between commas, or at the end of the post.
        let mut from = 0;
        for n in 0..after.len().min(16) {
            let comma = after[n].after.contains(['،', ',']);
            let closes = comma || n + 1 == after.len() && cue.start as usize >= end;
            if !closes {
                continue;
            }
            let piece = &after[from..=n];
            let name = if from > 0 {
                all_name(ground, piece)
            } else {
                let mut all = head.clone();
                all.extend(piece.iter().cloned());
                tail_name(ground, &all)
            };
            if let Some((a, b)) = name {
                found.push((source.start, source.end, a, b));
                break;
            }
            if from > 0 {
                break;
            }
            from = n + 1;
        }
    }
    for (start, end, a, b) in found {
        let name = ground.prose.slice(a, b);
        for one in statements.iter_mut() {
            let Some(source) = &one.source else {
                continue;
            };
            if source.start != start || source.end != end {
                continue;
            }
            one.source = Some(ground.prose.quoted(start as usize, b));
            one.source_name = Some(name.clone());
            one.named = true;
            // What was taken for content began within the post.
            if let Some(first) = one.content.first_mut()
                && (first.start as usize) < b
                && (first.end as usize) > b
            {
                let from = ground
                    .prose
                    .words(b, first.end as usize)
                    .first()
                    .map_or(b, |w| w.start);
                *first = ground.prose.quoted(from, first.end as usize);
            }
        }
    }
}

/// A piece between commas that is a name.
pub(super) fn all_name(ground: &Ground, piece: &[Word]) -> Option<(usize, usize)> {
    // «أبو علي البصري»: a kunya is no everyday word, whatever stands in it.
    let kunya = piece
        .first()
        .is_some_and(|w| matches!(w.folded.as_str(), "ابو" | "ابي" | "ابا"));
    // «حين عاودنا الاتصال به»: a clause.
    let clause = piece.first().is_some_and(|w| {
        matches!(
            w.folded.as_str(),
            "حين" | "عندما" | "بعدما" | "حيث" | "بينما" | "فيما" | "لدي" | "اذ"
        )
    });
    let fits = !clause
        && (2..=4).contains(&piece.len())
        && piece.iter().all(|w| {
            !no_name(ground, w)
                && (kunya || !ground.pack.everyday(&w.folded))
                && w.folded.chars().all(char::is_alphabetic)
        })
        && !piece[0].folded.starts_with("ال");
    fits.then(|| (piece[0].start, piece[piece.len() - 1].end))
}

/// «أما الباحث فلان فقال لإذاعة الفنار إنه …»: the radio was told; whoever stands before the verb speaks.
fn told(ground: &Ground, statements: &mut [Proposed]) {
    let mut wrong: Vec<(u32, u32, Option<Proposed>)> = Vec::new();
    for n in 0..statements.len() {
        let one = &statements[n];
        let (Some(source), Some(cue)) = (&one.source, &one.cue) else {
            continue;
        };
        if wrong
            .iter()
            .any(|w| w.0 == source.start && w.1 == source.end)
        {
            continue;
        }
        if (source.start as usize) < cue.end as usize
            || (source.start as usize) - (cue.end as usize) > 24
            || !addressee(
                ground,
                cue.end as usize,
                source.start as usize,
                source.end as usize,
            )
        {
            continue;
        }
        let (start, _) = ground.prose.sentence(cue.start as usize);
        let speaker = fronted(ground, start, cue.start as usize)
            .map(|(span, name)| {
                let mut all = one.clone();
                all.source = Some(ground.prose.quoted(span.0, span.1));
                all.named = name.is_some();
                all.source_kind = if all.named {
                    SourceKind::Official
                } else {
                    SourceKind::AnonymousSource
                };
                all.source_name = Some(name.unwrap_or_else(|| ground.prose.slice(span.0, span.1)));
                all
            })
            .or_else(|| statements[..n].last().cloned());
        wrong.push((source.start, source.end, speaker));
    }
    for (start, end, speaker) in wrong {
        for one in statements.iter_mut() {
            let same = one
                .source
                .as_ref()
                .is_some_and(|s| s.start == start && s.end == end);
            if !same {
                continue;
            }
            match &speaker {
                Some(other) => {
                    one.source.clone_from(&other.source);
                    one.source_name.clone_from(&other.source_name);
                    one.source_kind = other.source_kind;
                    one.named = other.named;
                }
                None => {
                    one.source = None;
                    one.source_name = None;
                    one.source_kind = SourceKind::Unattributed;
                    one.named = false;
                }
            }
        }
    }
}

/// Whether the words after a verb of saying name an outlet that is told: «لإذاعة الفنار», «لصدى المدينة».
fn addressee(ground: &Ground, cue: usize, source: usize, end: usize) -> bool {
    let words = ground.prose.words(cue, end);
    let Some(first) = words.first() else {
        return false;
    };
    let Some(rest) = first
        .folded
        .strip_prefix('ل')
        .filter(|r| r.chars().count() >= 3)
    else {
        return false;
    };
    let rest = match rest.strip_prefix('ل') {
        Some(defined) => format!("ال{defined}"),
        None => rest.to_owned(),
    };
    // The source begins with that word, or right behind it.
    if words.iter().filter(|w| w.end <= source).count() > 2 {
        return false;
    }
    let mut all = vec![rest];
    all.extend(words[1..].iter().map(|w| w.folded.clone()));
    (1..=all.len()).rev().any(|n| {
        let form = Form {
            words: all[..n].to_vec(),
            shown: all[..n].join(" "),
        };
        ground.titles.is_outlet(&form)
            || ground.listed.credit(&form).is_some()
            || ground.own.is_some_and(|own| {
                ground
                    .listed
                    .find(&form, ground.titles)
                    .is_some_and(|(i, _, _)| i == own)
            })
    })
}

/// Who stands before the verb: the span and, where it is one, the name.
pub(super) fn fronted(
    ground: &Ground,
    start: usize,
    cue: usize,
) -> Option<((usize, usize), Option<String>)> {
    let mut words = ground.prose.words(start, cue);
    // The verb's own «ف» or «و» is no word.
    if words
        .last()
        .is_some_and(|w| matches!(w.folded.as_str(), "ف" | "و"))
    {
        words.pop();
    }
    let from = words
        .iter()
        .take(3)
        .position(|w| {
            matches!(
                w.folded.as_str(),
                "اما" | "واما" | "لكن" | "ولكن" | "غير" | "الا" | "بيد"
            )
        })
        .map_or(0, |n| n + 1);
    let from = from + usize::from(from > 0 && words.get(from).is_some_and(|w| w.folded == "ان"));
    let words = &words[from..];
    // «الطبيب فلان الفلاني، مدير المشفى، قال»: the first piece is the name, what follows is the post.
    let piece = words
        .iter()
        .position(|w| w.after.contains(['،', ',']))
        .map_or(words.len(), |n| n + 1);
    let whole = words;
    let words = &words[..piece];
    if let [common, rest @ ..] = words
        && (2..=3).contains(&rest.len())
        && common.folded.starts_with("ال")
        && let Some((a, b)) = all_name(ground, rest)
        && from > 0
    {
        return Some(((common.start, b), Some(ground.prose.slice(a, b))));
    }
    if whole.len() > 14 {
        return None;
    }
    if words.is_empty()
        || words.len() > 10
        || from == 0 && words.iter().any(|w| ground.pack.everyday(&w.folded))
    {
        return None;
    }
    if let Some((a, b)) = tail_name(ground, words) {
        return Some(((words[0].start, b), Some(ground.prose.slice(a, b))));
    }
    let form = Form::new(
        &ground
            .prose
            .slice(words[0].start, words[words.len() - 1].end),
    );
    let person = ground.titles.person(&form);
    let span = (words[0].start, words[words.len() - 1].end);
    let named = person.words.len() < form.words.len() && (2..=3).contains(&person.words.len());
    Some((span, named.then_some(person.shown)))
}

/// «ضابط في الاستخبارات العراقية شكوكا»: the object of a verb was taken for the name of an officer.
fn verb_after_name(ground: &Ground, one: &mut Proposed) {
    let (Some(source), Some(name)) = (&one.source, &one.source_name) else {
        return;
    };
    let words = ground
        .prose
        .words(source.start as usize, source.end as usize);
    let [first, .., last] = words.as_slice() else {
        return;
    };
    let accusative = last.folded.ends_with('ا')
        && last.folded.chars().count() > 3
        && !last.folded.starts_with("ال")
        && Form::new(name).words == [last.folded.clone()]
        && !ground.titles.is_given(std::slice::from_ref(&last.folded));
    let described = matches!(
        first.folded.as_str(),
        "ضابط"
            | "مصدر"
            | "مسوول"
            | "مسؤول"
            | "قيادي"
            | "ناشط"
            | "شاهد"
            | "دبلوماسي"
            | "طبيب"
            | "عسكري"
            | "خبير"
    );
    if one.named && accusative && described && words.len() > 2 {
        let end = words[words.len() - 2].end;
        let quoted = ground.prose.quoted(source.start as usize, end);
        one.source_name = Some(quoted.text.clone());
        one.source = Some(quoted);
        one.named = false;
    }
}

/// «بيان منسوب إلى وكالة أعماق يقول»: whoever it is laid to has not been heard.
fn laid_to(ground: &Ground, one: &mut Proposed) {
    let Some(source) = &one.source else {
        return;
    };
    let at = source.start as usize;
    let (start, _) = ground.prose.sentence(at);
    let words = ground.prose.words(start, at);
    let laid = words.iter().rev().take(4).any(|w| {
        matches!(
            w.folded.as_str(),
            "منسوب"
                | "منسوبه"
                | "منسوبا"
                | "المنسوب"
                | "المنسوبه"
                | "نسب"
                | "نسبت"
                | "مزور"
                | "مفبرك"
        )
    });
    if laid {
        nobody(one);
    }
}

pub(super) fn nobody(one: &mut Proposed) {
    one.source = None;
    one.source_name = None;
    one.source_kind = SourceKind::Unattributed;
    one.named = false;
    one.act = Act::Rumour;
}

/// «تحدثت القناة عن أنباء تفيد بتصفية فلان»: the tidings are nobody's, and the channel passes them on.
fn tidings(ground: &Ground, statements: &mut [Proposed]) {
    for n in 0..statements.len() {
        let Some(outer) = statements[n].outer(statements) else {
            continue;
        };
        let same =
            statements[n].source.is_some() && statements[n].source == statements[outer].source;
        let (Some(cue), Some(content)) = (&statements[n].cue, statements[outer].content.first())
        else {
            continue;
        };
        if !same || content.start >= cue.start {
            continue;
        }
        let words = ground
            .prose
            .words(content.start as usize, cue.start as usize);
        let subject = words.first().is_some_and(|w| {
            matches!(
                w.folded.as_str(),
                "انباء"
                    | "تقارير"
                    | "معلومات"
                    | "شايعات"
                    | "اخبار"
                    | "روايات"
                    | "احاديث"
                    | "تسريبات"
            )
        });
        if subject && words.len() <= 4 {
            nobody(&mut statements[n]);
        }
    }
}
