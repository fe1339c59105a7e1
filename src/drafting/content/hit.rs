//! A frame's words met in a text, with what fills its roles.
//!
//! In one file because clause, subject, object and links are found by walks over the same bounds.

use super::cast::Cast;
use super::lexicon::{Shape, Trigger, Use, Voice, sort};
use super::page::Page;
use super::phrase::{Phrase, What, finite, phrase};
use crate::extraction::{MentionKind, Piece};

/// What fills a role in a text.
#[derive(Debug, Clone)]
pub(super) enum Fill {
    Phrase(Phrase),
    /// Words: tokens.
    Words(usize, usize),
}

/// A frame met.
#[derive(Debug, Clone)]
pub(super) struct Hit {
    pub(super) trigger: Trigger,
    /// The token of the trigger.
    pub(super) at: usize,
    /// Tokens it covers, its fillers included.
    pub(super) a: usize,
    pub(super) b: usize,
    /// The clause it stands in.
    pub(super) left: usize,
    pub(super) right: usize,
    pub(super) roles: Vec<(String, Fill)>,
    pub(super) place: Option<Phrase>,
}

impl Hit {
    pub(super) fn new(trigger: Trigger, at: usize, left: usize, right: usize) -> Self {
        Self {
            trigger,
            at,
            a: at,
            b: at + 1,
            left,
            right,
            roles: Vec::new(),
            place: None,
        }
    }

    pub(super) fn put(&mut self, role: &str, fill: Fill) {
        if role.is_empty() {
            return;
        }
        let (a, b) = match &fill {
            Fill::Phrase(p) => (p.a, p.b),
            Fill::Words(a, b) => (*a, *b),
        };
        self.a = self.a.min(a);
        self.b = self.b.max(b);
        self.roles.push((role.to_owned(), fill));
    }

    pub(super) fn has(&self, role: &str) -> bool {
        self.roles.iter().any(|(r, _)| r == role)
    }
}

/// The frames met in the tokens `a..b`, in order.
pub(super) fn hits(page: &Page, cast: &Cast, a: usize, b: usize) -> Vec<Hit> {
    let mut out = Vec::new();
    let mut i = a;
    while i < b {
        if page.piece(i) != Piece::Word {
            i += 1;
            continue;
        }
        let word = |k: usize| if k < b { page.text(k) } else { "" };
        if let Some((trigger, n)) = page.pack.trigger_at(i, &word, page.bare(i)) {
            if let Some(mut hit) = hit(page, cast, a, b, i, i + n, trigger) {
                hit.b = hit.b.max(i + n);
                out.push(hit);
            }
            i += n;
            continue;
        }
        // A name is no verb: «عين العرب», «سالم».
        if let Some(entry) = page.entry(i)
            && !entry.triggers.is_empty()
            && !cast.begins(page, i)
            && !of_day(page, i)
            && !page.taken.get(i).is_some_and(|t| t.future)
        {
            for &trigger in &entry.triggers {
                if let Some(hit) = hit(page, cast, a, b, i, i + 1, trigger) {
                    out.push(hit);
                }
            }
        }
        i += 1;
    }
    out
}

/// A word spelled as a verb and as its noun («قصف», «ضرب»), where only the noun can stand: behind a preposition or with one,
/// or before an adjective that is its own: «قصف مدفعي».
fn nominal(page: &Page, i: usize) -> bool {
    let stem = page.bare(i).chars().count() <= 4 && !page.bare(i).ends_with('ت');
    let led = i > 0
        && (page.tok(i - 1).is_some_and(|t| t.preposition)
            || matches!(
                page.bare(i - 1),
                "بعد"
                    | "قبل"
                    | "بشان"
                    | "حول"
                    | "عقب"
                    | "اثر"
                    | "خلال"
                    | "نتيجه"
                    | "بسبب"
                    | "اثناء"
                    | "ضد"
            ))
        || matches!(page.prep(i), Some('ب'));
    // «قصفها للمستشفى»: its shelling, where the word is a noun as well.
    let owned = page.taken.get(i).is_some_and(|t| !t.pronoun.is_empty())
        && !page.tok(i.saturating_sub(1)).is_some_and(|t| t.relative)
        && (page.def(i + 1) || page.prep(i + 1) == Some('ل'))
        && page
            .entry(i)
            .is_some_and(|e| e.triggers.iter().any(|t| t.shape == Shape::Noun));
    if owned {
        return true;
    }
    let n = i + 1;
    let adjective = page.piece(n) == Piece::Word
        && !page.def(n)
        && page.prep(n).is_none()
        && page.marked(n).is_none()
        && page
            .tok(n)
            .is_some_and(|t| !t.given && !t.place && !t.closed && !t.preposition)
        && (page.text(n).ends_with('ي') && page.text(n).chars().count() > 3
            || page
                .entry(n)
                .is_some_and(|e| e.land.is_some() || e.adjective.is_some()));
    stem && (led || adjective)
}

/// «استهداف الحي»: the noun's genitive or pronoun is whom it befalls, but where «ل» leads to that: «استهداف الجيش للحي».
pub(super) fn befalls(page: &Page, i: usize, to: usize) -> bool {
    page.arabic()
        && page
            .bare(i)
            .trim_start_matches(['ب', 'ل'])
            .trim_start_matches("ال")
            .starts_with("استهداف")
        && !(i + 1..to.min(i + 6)).any(|n| page.prep(n) == Some('ل'))
}

/// A preposition with the pronoun of what stands before: «التي يسيطر عليها».
pub(super) fn resumes(page: &Page, k: usize) -> bool {
    matches!(
        page.text(k),
        "عليه"
            | "عليها"
            | "عليهم"
            | "فيه"
            | "فيها"
            | "منه"
            | "منها"
            | "عنه"
            | "عنها"
            | "اليه"
            | "اليها"
            | "بها"
            | "له"
            | "لها"
    )
}

/// «فجر الثلاثاء»: an hour of a day, and no verb.
fn of_day(page: &Page, i: usize) -> bool {
    page.arabic()
        && page.text(i).chars().count() < 5
        && (page.bare(i) == "فجر"
            && page
                .entry(i + 1)
                .is_some_and(|e| e.weekday > 0 || e.day.is_some())
            || page
                .survey
                .marked
                .iter()
                .any(|m| m.kind == MentionKind::Time && m.a <= i && i < m.b && m.b - m.a > 1))
}

/// The clause round a token: from the last comma or new verb before it to the next after it.
fn clause(page: &Page, a: usize, b: usize, i: usize) -> (usize, usize) {
    let stop = |k: usize| {
        matches!(
            page.piece(k),
            Piece::Comma | Piece::Semicolon | Piece::Stop | Piece::Line | Piece::Colon
        )
    };
    let mut left = i;
    while left > a && !stop(left - 1) && i - left < 30 {
        left -= 1;
        if left < i && page.arabic() && page.conj(left) && finite(page, left) {
            break;
        }
    }
    let mut right = i + 1;
    while right < b && right - i < 30 {
        if stop(right)
            || page.arabic()
                && page.conj(right)
                && (finite(page, right) || page.tok(right).is_some_and(|t| t.says))
        {
            break;
        }
        if page.piece(right) == Piece::Word
            && page.tok(right).is_some_and(|t| t.closed)
            && matches!(page.text(right), "بينما" | "فيما" | "while" | "but")
        {
            break;
        }
        right += 1;
    }
    (left, right)
}

fn hit(
    page: &Page,
    cast: &Cast,
    a: usize,
    b: usize,
    i: usize,
    after: usize,
    trigger: Trigger,
) -> Option<Hit> {
    let frame = page.pack.frames.get(trigger.frame)?;
    let (left, right) = clause(page, a, b, i);
    let near = |w: &String, k: usize| {
        page.text(k) == w || page.bare(k) == w || page.taken.get(k).is_some_and(|t| *t.key == **w)
    };
    if !frame.need_words.is_empty()
        && !(after..right.min(after + 10)).any(|k| frame.need_words.iter().any(|w| near(w, k)))
    {
        return None;
    }
    // «جلطة أصابته»: what befell him stands before.
    let before = page.arabic() && i > 0 && frame.unless_words.iter().any(|w| near(w, i - 1));
    if before
        || (after..right.min(after + 8)).any(|k| {
            frame.unless_words.iter().any(|w| {
                near(w, k)
                    || page
                        .text(k)
                        .trim_start_matches('ب')
                        .trim_start_matches("ال")
                        == w
            })
        })
    {
        return None;
    }
    let within = match (frame.within, frame.word) {
        (0, Use::Predicative) => 6,
        (0, Use::Genitive) => 3,
        (n, _) => n,
    };
    if !frame.after_words.is_empty()
        && !(a.max(i.saturating_sub(within))..i)
            .any(|k| frame.after_words.iter().any(|w| near(w, k)))
    {
        return None;
    }
    if (a.max(i.saturating_sub(3))..i).any(|k| {
        frame.not_after_words.iter().any(|w| {
            let word = page.bare(k);
            let word = word.strip_prefix(['ب', 'ل']).unwrap_or(word);
            near(w, k) || word.strip_prefix("ال").unwrap_or(word) == w
        })
    }) {
        return None;
    }
    if page.arabic()
        && trigger.shape != Shape::Noun
        && !page.is(i, sort::CARRIES)
        && nominal(page, i)
    {
        return None;
    }
    // «لقي فلان مصرعه»: the verb has said it.
    if trigger.shape == Shape::Noun
        && page.taken.get(i).is_some_and(|t| !t.pronoun.is_empty())
        && (i.saturating_sub(10).max(left)..i)
            .any(|k| matches!(page.bare(k), "لقي" | "لقيت" | "لقوا" | "يلقي" | "لقيا"))
    {
        return None;
    }
    let mut hit = Hit::new(trigger, i, left, right);
    if page.arabic() {
        arabic(page, cast, &mut hit, after)?;
    } else {
        super::english::fill(page, cast, &mut hit, after)?;
    }
    links(page, cast, &mut hit, after);
    Some(hit)
}

/// The phrase that ends right before a token, within the clause: a verb's subject before it.
fn before(page: &Page, cast: &Cast, left: usize, mut end: usize) -> Option<Phrase> {
    let mut relative = false;
    let start = end;
    while end > left {
        let Some(t) = page.tok(end - 1) else { break };
        if t.piece != Piece::Word {
            if matches!(t.piece, Piece::Open | Piece::Close) {
                end -= 1;
                continue;
            }
            break;
        }
        // «أنا حي», «ما زلت على قيد الحياة»: who speaks.
        if matches!(
            page.bare(end - 1),
            "انا" | "اني" | "انني" | "بانني" | "باني" | "زلت" | "ازال" | "كنت"
        ) {
            return Some(Phrase::new(
                page,
                end - 1,
                end,
                What::Pronoun,
                (end - 1, end),
            ));
        }
        if t.relative {
            relative = true;
            end -= 1;
            continue;
        }
        if t.that {
            // إنه، أنها: the pronoun on the that-word.
            let text = page.text(end - 1);
            let pronoun = ["هما", "هم", "ها", "ه"]
                .iter()
                .find(|p| text.ends_with(**p));
            return pronoun.map(|_| Phrase::new(page, end - 1, end, What::Pronoun, (end - 1, end)));
        }
        let skipped = t.closed && t.head.is_none() && !t.preposition
            || matches!(
                &*t.text,
                "ما" | "لا"
                    | "علي"
                    | "قد"
                    | "لم"
                    | "زال"
                    | "يزال"
                    | "تزال"
                    | "زالت"
                    | "لازال"
                    | "كان"
                    | "كانت"
                    | "كانوا"
                    | "حاليا"
                    | "يعد"
                    | "تعد"
                    | "عاد"
                    | "الان"
                    | "بات"
                    | "اصبح"
                    | "اصبحت"
                    | "صار"
                    | "امسي"
                    | "يبدو"
                    | "باتت"
                    | "فعلا"
                    | "بالفعل"
                    | "حقا"
            )
            || page.text(end - 1) == "كان";
        let held = !t.preposition
            && t.head.is_none()
            && page
                .entry(end - 1)
                .is_some_and(|e| !e.turns.is_empty() && e.triggers.is_empty());
        if !skipped && !held {
            break;
        }
        end -= 1;
    }
    // «قال إنه قتل», «إنه "بخير"»: the content begins after the that-word that holds its subject.
    let that = left
        .checked_sub(1)
        .map(|k| {
            if page.piece(k) == Piece::Open && k > 0 {
                k - 1
            } else {
                k
            }
        })
        .filter(|&k| page.tok(k).is_some_and(|t| t.that));
    if end == left
        && start - left < 4
        && let Some(k) = that
    {
        let text = page.text(k);
        return ["هم", "ها", "ه"]
            .iter()
            .find(|p| text.ends_with(**p))
            .map(|_| Phrase::new(page, k, k + 1, What::Pronoun, (k, k + 1)));
    }
    // «إن فلانا، زعيم الحركة، لقي مصرعه»: whom a description between commas parts from the verb.
    if end == left
        && left > 2
        && page.piece(left - 1) == Piece::Comma
        && let Some(comma) = (left.saturating_sub(16)..left - 1)
            .rev()
            .find(|&k| page.piece(k) == Piece::Comma)
        && !(comma + 1..left - 1)
            .any(|k| finite(page, k) || page.tok(k).is_some_and(|t| t.says || t.that))
    {
        let named = (comma.saturating_sub(8)..comma).find_map(|s| {
            phrase(page, cast, s, comma, true)
                .filter(|p| p.b == comma && p.what == What::Person && !(p.a > 0 && page.conj(p.a)))
        });
        if named.is_some() {
            return named;
        }
    }
    let from = end.saturating_sub(8).max(left);
    let mut found = None;
    let mut past = from;
    for s in from..end {
        if s < past {
            continue;
        }
        let Some(p) = phrase(page, cast, s, end, s == left) else {
            continue;
        };
        if p.b < end {
            // No phrase begins within a name.
            if !matches!(p.what, What::Thing | What::Title | What::Pronoun) {
                past = p.b;
            }
            continue;
        }
        {
            // What a preposition leads in is no subject: «في دمشق قتل».
            let led = s > left && page.tok(s - 1).is_some_and(|t| t.preposition)
                || page.prep(s).is_some() && !cast.begins(page, s);
            if !led || relative {
                found = Some(p);
            }
            break;
        }
    }
    // «29 مدنيا من البلدة قتلوا»: the phrase that opens the clause, with what describes it.
    if found.is_none() {
        let mut s = left;
        while s < end && page.tok(s).is_some_and(|t| t.that || t.closed) {
            s += 1;
        }
        if let Some(p) = phrase(page, cast, s, end, false).filter(|p| {
            matches!(p.what, What::Person | What::People | What::Group)
                && p.b < end
                && page.tok(p.b).is_some_and(|t| t.preposition)
        }) && !(p.b..end)
            .any(|k| finite(page, k) || page.tok(k).is_some_and(|t| t.says || t.that))
        {
            found = Some(p);
        }
    }
    found
}

fn pronoun(page: &Page, i: usize) -> Option<Phrase> {
    page.taken
        .get(i)
        .filter(|t| !t.pronoun.is_empty() && t.pronoun != "نا")
        .map(|_| Phrase::new(page, i, i + 1, What::Pronoun, (i, i + 1)))
}

fn whom(p: &Phrase) -> bool {
    matches!(
        p.what,
        What::Person | What::People | What::Title | What::Pronoun | What::Kin
    )
}

fn arabic(page: &Page, cast: &Cast, hit: &mut Hit, after: usize) -> Option<()> {
    let frame = page.pack.frames.get(hit.trigger.frame)?;
    let (i, left, right) = (hit.at, hit.left, hit.right);
    if hit.trigger.shape == Shape::Noun && frame.word == Use::Predicative {
        let p = before(page, cast, left, i)?;
        hit.put(&frame.subject, Fill::Phrase(p));
        return Some(());
    }
    if hit.trigger.shape == Shape::Noun {
        // «القتيل هو فلان»: of whom words of several tokens are said stands right behind them.
        if after > i + 1 && !frame.of.is_empty() {
            let p = phrase(page, cast, after, right, true)?;
            hit.put(&frame.of, Fill::Phrase(p));
            return Some(());
        }
        let def = page.def(i) && page.taken[i].def;
        let mut j = after;
        // مقتل وإصابة العشرات: both have the genitive of the second.
        if page.conj(j)
            && page
                .entry(j)
                .is_some_and(|e| e.triggers.iter().any(|t| t.shape == Shape::Noun))
        {
            j += 1;
        }
        let mut adjective = None;
        if let Some(p) = pronoun(page, i) {
            hit.put(&frame.of, Fill::Phrase(p));
        } else if befalls(page, i, right) {
            // «استهداف قوات فلان»: they are hit.
        } else if !frame.of.is_empty() && !def {
            // قصف تركي: by adjective.
            let mut k = j;
            while k < right && k - j < 3 && !page.tok(k).is_some_and(|t| t.preposition) {
                if let Some(name) = page.entry(k).and_then(|e| e.adjective.clone()) {
                    adjective = Some((k, name));
                    break;
                }
                if page.conj(k) || finite(page, k) {
                    break;
                }
                k += 1;
            }
            if adjective.is_none()
                && let Some(p) = phrase(page, cast, j, right, false)
            {
                hit.put(&frame.of, Fill::Phrase(p));
            }
        } else if def
            && !frame.by_adjective.is_empty()
            && let Some(name) = page.entry(j).and_then(|e| e.adjective.clone())
        {
            adjective = Some((j, name));
        }
        // «لم يؤكد الوفاة»: whom the case is about.
        if def
            && !hit.has(&frame.of)
            && super::english::focused(&frame.of, &frame.predicate)
            && cast.focus().is_some()
            && page.taken[i].pronoun.is_empty()
        {
            let p = Phrase::new(page, i, i + 1, What::Focus, (i, i + 1));
            hit.put(&frame.of, Fill::Phrase(p));
        }
        if let (Some((k, name)), false) = (adjective, frame.by_adjective.is_empty()) {
            let mut p = Phrase::new(page, k, k + 1, What::State, (k, k + 1));
            p.name = name.to_string();
            hit.put(&frame.by_adjective, Fill::Phrase(p));
        }
        // قصف استهدف مدينة كذا: what its verb says of it.
        if !frame.subject.is_empty() && !hit.has(&frame.of) {
            let mut k = left;
            let mut last = None;
            while k < i {
                let found = phrase(page, cast, k, i, k == left)
                    .filter(|p| matches!(p.what, What::Group | What::State | What::Place));
                let Some(p) = found else {
                    k += 1;
                    continue;
                };
                let led = k > left && page.tok(k - 1).is_some_and(|t| t.preposition)
                    || page.prep(k).is_some();
                k = p.b.max(k + 1);
                if !led && p.what != What::Place {
                    last = Some(p);
                }
            }
            if let Some(p) = last {
                hit.put(&frame.subject, Fill::Phrase(p));
            }
        }
        return Some(());
    }
    // A verb. With a conjunction before it, its subject follows or is left out.
    let mut subject_first = if page.conj(i) {
        None
    } else {
        before(page, cast, left, i)
    };
    let mut object = pronoun(page, i);
    // «البلدة التي يسيطر عليها المسلحون»: what the relative clause describes is held, whoever holds it stands behind.
    let relative = (i.saturating_sub(3)..i)
        .rev()
        .take_while(|&k| page.tok(k).is_some_and(|t| t.closed || t.relative))
        .any(|k| page.tok(k).is_some_and(|t| t.relative));
    if relative
        && (after..right.min(after + 3)).any(|k| resumes(page, k))
        && let Some(p) = subject_first.take()
        && let Some((_, role)) = frame
            .link_words
            .iter()
            .find(|(w, _)| w.len() == 1 && matches!(w[0].as_str(), "على" | "علي"))
        && super::proposition::fits(&frame.predicate, role, &p)
    {
        hit.put(role, Fill::Phrase(p));
    }
    if object.is_some() && i > 0 && page.tok(i - 1).is_some_and(|t| t.relative) {
        // «الرجل الذي قتلوه»: the pronoun is whom the relative clause describes, if the two agree.
        let agree = matches!(
            (page.text(i - 1), page.taken[i].pronoun),
            ("الذي", "ه") | ("التي", "ها") | ("الذين", "هم")
        );
        if agree {
            object = Some(subject_first.take()?);
        }
    }
    let mut j = after;
    let mut skipped = false;
    let mut first = None;
    for _ in 0..4 {
        if j >= right {
            break;
        }
        // «"حيّدت" فلانا»: quotation marks round the verb alone.
        let timed = page.piece(j) == Piece::Close
            || page
                .entry(j)
                .is_some_and(|e| e.weekday > 0 || e.day.is_some() || e.month > 0)
            || page.is(j, sort::LAST)
            || page
                .tok(j)
                .is_some_and(|t| t.closed && !t.preposition && t.head.is_none());
        if timed {
            j += 1;
            continue;
        }
        if resumes(page, j) {
            j += 1;
            continue;
        }
        if page.tok(j).is_some_and(|t| t.preposition)
            || page.prep(j).is_some() && !cast.begins(page, j)
        {
            // «قتل في الغارة 12 مدنيا».
            let from = if page.tok(j).is_some_and(|t| t.preposition) {
                j + 1
            } else {
                j
            };
            let b = phrase(page, cast, from, right, true).map_or(from + 1, |p| p.b);
            j = b.max(j + 1);
            skipped = true;
            continue;
        }
        first = phrase(page, cast, j, right, false).filter(|p| {
            !skipped || p.what == What::People && p.count.is_some() || p.what == What::Person
        });
        break;
    }
    let second = first
        .as_ref()
        .and_then(|p| phrase(page, cast, p.b, right, false))
        .filter(|p| !page.conj(p.a) || cast.begins(page, p.a));
    let put = |hit: &mut Hit, role: &str, p: Option<Phrase>| {
        if let Some(p) = p {
            hit.put(role, Fill::Phrase(p));
        }
    };
    let passive = hit.trigger.shape == Shape::Passive || page.damma(i);
    match frame.voice {
        Voice::Self_ => {
            let fits = |p: &Phrase| p.what != What::Thing && p.what != What::Place;
            let early = subject_first
                .clone()
                .filter(|p| fits(p) || p.what == What::Pronoun);
            let late = first.clone().filter(fits);
            match (early, late) {
                (Some(p), late) => {
                    put(hit, &frame.subject, Some(p));
                    if !frame.object.is_empty() {
                        put(hit, &frame.object, late.or(first));
                    }
                }
                (None, late) => {
                    let object = second.clone();
                    put(hit, &frame.subject, late);
                    if !frame.object.is_empty() {
                        put(hit, &frame.object, object);
                    }
                }
            }
        }
        // «أصيب بشظايا»: what no list has may follow; whom it befell stands before.
        _ if passive => {
            let late = first.filter(|p| whom(p) || subject_first.is_none());
            put(hit, &frame.object, late.or(subject_first));
        }
        Voice::Active => {
            // «شن هجوما»: what a verb needs is not its subject; with none written its subject is whoever was meant.
            let first = first.filter(|p| {
                !frame
                    .need_words
                    .iter()
                    .any(|w| (p.a..p.b).any(|k| page.bare(k) == w))
            });
            if subject_first.is_none()
                && object.is_none()
                && !frame.need_words.is_empty()
                && first.is_none()
                && (left..i).all(|k| page.tok(k).is_some_and(|t| t.closed || t.that))
            {
                put(
                    hit,
                    &frame.subject,
                    Some(Phrase::new(page, i, i + 1, What::Pronoun, (i, i + 1))),
                );
                return Some(());
            }
            if let Some(o) = object {
                put(hit, &frame.object, Some(o));
                put(hit, &frame.subject, subject_first.or(first));
            } else if let Some(s) = subject_first.filter(|p| p.what != What::Place) {
                put(hit, &frame.subject, Some(s));
                put(hit, &frame.object, first);
            } else {
                put(hit, &frame.subject, first);
                put(hit, &frame.object, second);
            }
        }
        Voice::Either => {
            if let Some(o) = object {
                put(hit, &frame.object, Some(o));
                put(
                    hit,
                    &frame.subject,
                    first.filter(|p| !whom(p)).or(subject_first),
                );
                return Some(());
            }
            let doer = |p: &Phrase| {
                matches!(
                    p.what,
                    What::Group | What::State | What::Thing | What::Person | What::Pronoun
                )
            };
            match (subject_first, first, second) {
                // The army killed twelve; the strike killed twelve.
                (Some(s), Some(o), _) if whom(&o) && doer(&s) => {
                    put(hit, &frame.subject, Some(s));
                    put(hit, &frame.object, Some(o));
                }
                (_, Some(s), Some(o))
                    if whom(&o) && !matches!(s.what, What::People) && o.what != What::Title =>
                {
                    // Two persons, one after the other, may as well be one name read in two.
                    if s.what == What::Person && o.what == What::Person {
                        return None;
                    }
                    put(hit, &frame.subject, Some(s));
                    put(hit, &frame.object, Some(o));
                }
                (None, Some(o), _) if whom(&o) => put(hit, &frame.object, Some(o)),
                (Some(o), first, _)
                    if whom(&o)
                        && first
                            .as_ref()
                            .is_none_or(|p| p.what == What::Thing || p.what == What::Place) =>
                {
                    put(hit, &frame.object, Some(o));
                }
                (Some(_), Some(o), _) if whom(&o) => put(hit, &frame.object, Some(o)),
                _ => return None,
            }
        }
    }
    Some(())
}

/// Fillers after prepositions, and the place.
fn links(page: &Page, cast: &Cast, hit: &mut Hit, after: usize) {
    let Some(frame) = page.pack.frames.get(hit.trigger.frame) else {
        return;
    };
    let right = hit.right.min(hit.at + 22);
    let mut k = after;
    while k < right {
        if page.piece(k) != Piece::Word {
            k += 1;
            continue;
        }
        let mut taken = None;
        for (words, role) in &frame.link_words {
            let clitic = page.arabic() && words.len() == 1 && words[0].chars().count() == 1;
            if clitic {
                let p = page.prep(k).filter(|p| words[0].starts_with(*p));
                if p.is_some() {
                    taken = Some((k, role));
                    break;
                }
                continue;
            }
            let last = words
                .last()
                .is_some_and(|w| page.arabic() && w.chars().count() == 1);
            let whole = if last { words.len() - 1 } else { words.len() };
            let fits = words[..whole].iter().enumerate().all(|(n, w)| {
                k + n < right && (page.text(k + n) == w || n == 0 && page.bare(k) == w)
            });
            if fits
                && (!last
                    || page
                        .prep(k + whole)
                        .is_some_and(|p| words[whole].starts_with(p)))
            {
                taken = Some((k + whole, role));
                break;
            }
        }
        // «قضت عليه»: the pronoun is on the preposition.
        if taken.is_none()
            && page.arabic()
            && page.text(k) == "عليه"
            && let Some((_, role)) = frame
                .link_words
                .iter()
                .find(|(w, _)| w.len() == 1 && matches!(w[0].as_str(), "على" | "علي"))
            && !hit.has(role)
            && role == "victim"
        {
            let p = Phrase::new(page, k, k + 1, What::Pronoun, (k, k + 1));
            hit.put(role, Fill::Phrase(p));
            k += 1;
            continue;
        }
        // «غارة على دوما» is in Duma.
        let on = matches!(page.text(k), "على" | "علي" | "on")
            && (!frame.counted.is_empty()
                && (k.saturating_sub(3).max(hit.at)..k).any(|n| page.is(n, sort::THING))
                || frame.predicate == "chemical");
        // «بمدينة عبادان».
        let by_town = page.arabic() && page.prep(k) == Some('ب') && page.is(k, sort::PLACE_HEAD);
        let in_place = on || by_town || matches!(page.text(k), "في" | "in" | "at" | "near" | "قرب");
        if let Some((from, role)) = taken {
            let textual = super::proposition::takes_text(&frame.predicate, role);
            let many = frame.several == *role;
            if textual {
                if !hit.has(role) && role != "cause" && role != "means" {
                    let b = words_end(page, from, right);
                    if b > from {
                        hit.put(role, Fill::Words(from, b));
                        k = b;
                        continue;
                    }
                } else if !hit.has(role)
                    && let Some(p) = phrase(page, cast, from, right, true)
                        .filter(|p| p.what == What::Thing && names_thing(page, p))
                {
                    hit.put(role, Fill::Words(p.a, p.b));
                    k = p.b;
                    continue;
                }
            } else if role == "by"
                && matches!(frame.predicate.as_str(), "killed" | "wounded")
                && !page.arabic()
                && !hit.has("cause")
                && let Some(p) = phrase(page, cast, from, right, true)
                    .filter(|p| p.what == What::Thing && names_thing(page, p))
            {
                // "Killed by a drone": what did it, not who.
                hit.put("cause", Fill::Words(p.a, p.b));
                k = p.b;
                continue;
            } else if role == "target" && page.arabic() && page.is(from, sort::THING) {
                // «شن غارات ردا على هجوم على البلدة»: what follows is of the other deed.
                break;
            } else if (!hit.has(role) || many)
                && let Some(p) = phrase(page, cast, from, right, true)
                && super::proposition::fits(&frame.predicate, role, &p)
            {
                let mut b = p.b;
                hit.put(role, Fill::Phrase(p));
                // «بين فلان وفلان».
                let joins = many || role == "who";
                loop {
                    if !joins {
                        break;
                    }
                    let and = page.conj(b) && page.arabic() || matches!(page.text(b), "and");
                    let from = if page.text(b) == "and" || page.text(b) == "و" {
                        b + 1
                    } else {
                        b
                    };
                    if !and {
                        break;
                    }
                    let Some(p) = phrase(page, cast, from, right, true)
                        .filter(|p| super::proposition::fits(&frame.predicate, role, p))
                    else {
                        break;
                    };
                    b = p.b;
                    hit.put(role, Fill::Phrase(p));
                }
                k = b;
                continue;
            }
        }
        let from = k + usize::from(!by_town);
        if in_place
            && hit.place.is_none()
            && let Some(p) = phrase(page, cast, from, right, true)
                .filter(|p| matches!(p.what, What::Place | What::State))
                .or_else(|| {
                    (page.text(k) == "in")
                        .then(|| super::english_phrase::proper_place(page, cast, from, right))
                        .flatten()
                })
        {
            hit.b = hit.b.max(p.b);
            k = p.b;
            hit.place = Some(p);
            continue;
        }
        k += 1;
    }
}

/// Whether a phrase names a strike, a fire, an accident: in English by its last words, "a Russian air strike".
fn names_thing(page: &Page, p: &Phrase) -> bool {
    if page.arabic() {
        return page.is(first_word(page, p), sort::THING);
    }
    (p.a..p.b).any(|k| page.is(k, sort::THING))
}

/// The first word of a phrase, past a quotation mark.
fn first_word(page: &Page, p: &Phrase) -> usize {
    (p.a..p.b)
        .find(|&k| page.piece(k) == Piece::Word)
        .unwrap_or(p.a)
}

/// The end of the words that fill a textual role.
fn words_end(page: &Page, from: usize, right: usize) -> usize {
    let mut b = from;
    while b < right && b - from < 10 {
        if matches!(
            page.piece(b),
            Piece::Comma | Piece::Stop | Piece::Semicolon | Piece::Line
        ) {
            break;
        }
        if b > from
            && page
                .tok(b)
                .is_some_and(|t| t.relative || t.says || t.closed && !t.preposition)
        {
            break;
        }
        b += 1;
    }
    while b > from
        && (page.tok(b - 1).is_some_and(|t| t.preposition || t.that)
            || page.piece(b - 1) != Piece::Word
                && page.piece(b - 1) != Piece::Number
                && page.piece(b - 1) != Piece::Close)
    {
        b -= 1;
    }
    b
}
