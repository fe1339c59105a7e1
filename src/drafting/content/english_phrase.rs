//! English noun phrases: people with their number, persons by name and title, groups, places.
//!
//! In one file because each kind is tried in an order that keeps the others from being misread.

use super::cast::Cast;
use super::english_names::{
    acronym, cut_short, group_key, joint, name_of, name_starts, possessive, run, sort_of,
    title_key, titled, verb,
};
use super::lexicon::{Shape, sort};
use super::page::Page;
use super::phrase::{Phrase, What};
use crate::extraction::{Of, Piece};

/// At least, at most, the word, and the token after a number.
type Numbered = (Option<u64>, Option<u64>, Option<String>, usize);

fn number(page: &Page, i: usize) -> Option<Numbered> {
    let text = page.text(i);
    // "100 percent dead" counts nobody.
    if matches!(page.text(i + 1), "percent" | "per" | "%" | "pc")
        || page.cut(page.span(i + 1, i + 2)) == "%"
    {
        return None;
    }
    if page.piece(i) == Piece::Number {
        let n = text.replace(',', "").parse::<u64>().ok()?;
        let scale = match page.text(i + 1) {
            "thousand" => 1000,
            "million" => 1_000_000,
            _ => 1,
        };
        return Some((
            Some(n * scale),
            Some(n * scale),
            None,
            i + 1 + usize::from(scale > 1),
        ));
    }
    let e = page.entry(i)?;
    if let Some((low, high)) = e.vague {
        let next = i + 1 + usize::from(page.text(i + 1) == "of");
        return Some((Some(low), high, Some(text.to_owned()), next));
    }
    let n = e.number?;
    Some((Some(n), Some(n), None, i + 1))
}

/// "Between 100 and 300", "100 to 300".
fn range(page: &Page, i: usize) -> Option<Numbered> {
    let from = i + usize::from(page.text(i) == "between");
    let (low, _, _, next) = number(page, from)?;
    let joint = if from > i { "and" } else { "to" };
    if page.text(next) != joint {
        return None;
    }
    let (high, _, _, end) = number(page, next + 1)?;
    (low < high).then_some((low, high, None, end))
}

/// People with their number, or one of them.
fn counted(page: &Page, i: usize, end: usize) -> Option<Phrase> {
    let mut j = i;
    let (mut least, mut most) = (false, false);
    match (page.text(j), page.text(j + 1)) {
        ("least", _) => {
            least = true;
            j += 1;
        }
        ("more", "than") if i > 0 && page.text(i - 1) == "no" => {
            most = true;
            j += 2;
        }
        ("at", "least") | ("more", "than") => {
            least = true;
            j += 2;
        }
        ("up", "to") | ("fewer" | "less", "than") | ("at", "most") => {
            most = true;
            j += 2;
        }
        ("about" | "around" | "nearly" | "some" | "over" | "almost", _) => {
            least = page.text(j) == "over";
            j += 1;
        }
        _ => {}
    }
    let (low, high, word, mut k) = range(page, j).or_else(|| number(page, j))?;
    let mut who = 0;
    let mut at = k;
    let reach = (k + 4).min(end);
    let first = k;
    for n in first..reach {
        if page.piece(n) != Piece::Word
            || page.is(n, sort::STOP)
                && page.text(n) != "of"
                && page.text(n) != "the"
                && page.text(n) != "other"
        {
            break;
        }
        let p = page.entry(n).map_or(0, |e| e.people);
        if p > 0 {
            who = p;
            at = n;
            k = n + 1;
        } else if who > 0 {
            break;
        }
    }
    let toll = |n: usize| {
        matches!(page.text(n), "toll" | "tally")
            || page.text(n) == "count" && page.text(n + 1) == "of"
            || page.text(n) == "number"
                && (matches!(
                    page.text(n + 2),
                    "dead" | "deaths" | "fatalities" | "killed"
                ) || matches!(page.text(n + 3), "killed" | "dead"))
    };
    let before = (i.saturating_sub(16)..i)
        .rev()
        .take_while(|&n| !matches!(page.piece(n), Piece::Stop | Piece::Line | Piece::Semicolon))
        .find(|&n| toll(n));
    // "The death toll from the raid had risen to 22": the first number behind the word, that counts nothing else.
    let first_number = before.is_some_and(|n| (n..i).all(|k| page.piece(k) != Piece::Number));
    let counts_else = page.piece(k) == Piece::Word
        && !page.is(k, sort::STOP)
        && !page
            .tok(k)
            .is_some_and(|t| t.closed || t.says || t.preposition)
        && page
            .entry(k)
            .is_none_or(|e| e.weekday == 0 && e.day.is_none());
    if who == 0 && first_number && !counts_else {
        // "The death toll rose to 31".
        who = page.pack.people.iter().position(|p| p.kind == "killed")? + 1;
        at = j;
    }
    if who == 0 {
        // "12 killed", "at least 12 were killed".
        let verb = page.entry(k).is_some_and(|e| {
            e.triggers
                .iter()
                .any(|t| matches!(t.shape, Shape::PastOrPassive | Shape::Passive))
        }) || matches!(
            page.text(k),
            "were" | "was" | "have" | "had" | "others" | "more"
        );
        if !verb || j > i && k > end {
            return None;
        }
        who = page.pack.people.iter().position(|p| p.id == "people")? + 1;
        if matches!(page.text(k), "others" | "more") {
            k += 1;
        }
        at = j;
    }
    let mut p = Phrase::new(page, i, k, What::People, (at.min(k - 1), k));
    p.people = who;
    p.count = Some(match (least, most) {
        (true, _) => (low, None, word),
        (_, true) => (Some(0), high, word),
        _ => (low, high, word),
    });
    Some(p)
}

/// The phrase that begins at a token.
pub(super) fn phrase(page: &Page, cast: &Cast, start: usize, end: usize) -> Option<Phrase> {
    let mut i = start;
    if let Some(p) = counted(page, i, end) {
        return Some(p);
    }
    let mut the = false;
    let mut one = false;
    // "Its forces", "our troops": the speaker's own.
    if matches!(page.text(i), "its" | "their" | "our")
        && matches!(
            page.text(i + 1),
            "forces"
                | "troops"
                | "fighters"
                | "men"
                | "army"
                | "soldiers"
                | "units"
                | "aircraft"
                | "planes"
                | "jets"
                | "warplanes"
                | "drones"
                | "rockets"
                | "missiles"
                | "artillery"
        )
        && i + 1 < end
    {
        return Some(Phrase::new(page, start, i + 2, What::Pronoun, (i, i + 1)));
    }
    while i < end
        && matches!(
            page.text(i),
            "the"
                | "a"
                | "an"
                | "its"
                | "their"
                | "this"
                | "that"
                | "these"
                | "those"
                | "both"
                | "all"
                | "our"
        )
    {
        the |= !matches!(page.text(i), "a" | "an");
        one |= matches!(page.text(i), "a" | "an");
        i += 1;
    }
    if i >= end || page.piece(i) != Piece::Word && page.piece(i) != Piece::Number {
        return None;
    }
    if let Some(mut p) = counted(page, i, end) {
        p.a = start;
        return Some(p);
    }
    if let Some(p) = with_title(page, cast, start, i, end) {
        return Some(p);
    }
    // "His father was alive", "my brother is dead".
    if matches!(page.text(i), "his" | "her" | "my" | "our")
        && matches!(
            page.text(i + 1),
            "father"
                | "brother"
                | "husband"
                | "son"
                | "uncle"
                | "cousin"
                | "nephew"
                | "client"
                | "boss"
                | "dad"
                | "grandfather"
                | "relative"
        )
        && !cast.begins(page, i + 2)
    {
        return Some(Phrase::new(page, start, i + 2, What::Kin, (i, i + 2)));
    }
    if matches!(
        page.text(i),
        "he" | "she"
            | "him"
            | "his"
            | "her"
            | "it"
            | "they"
            | "we"
            | "i"
            | "i'm"
            | "i’m"
            | "he's"
            | "he’s"
            | "she's"
            | "she’s"
            | "he'd"
            | "he’d"
            | "she'd"
            | "she’d"
    ) {
        return Some(Phrase::new(page, start, i + 1, What::Pronoun, (i, i + 1)));
    }
    // His brother, the commander's aide: nobody whom the name tells.
    let mut j = i;
    while j < end
        && page.piece(j) == Piece::Word
        && (page.entry(j).is_some_and(|e| e.adjective.is_some()) || page.is(j, sort::MODIFIER))
    {
        j += 1;
    }
    if page.is(j, sort::RELATION) {
        // "His brother Nawaf", "the aide Salem Rafiq": named all the same.
        if let Some((n, who)) = cast.at(page, j + 1, end)
            && !possessive(page, j + n)
        {
            let mut p = Phrase::new(page, start, j + 1 + n, What::Person, (j + 1, j + 1 + n));
            p.name = cast.name(who).to_owned();
            return Some(p);
        }
        let mut b = j + 1;
        while b < end
            && (page.piece(b) == Piece::Word && !page.is(b, sort::STOP)
                || page.text(b) == "of"
                || page.text(b) == "the")
            && b - j < 6
            && !verb(page, b)
        {
            b += 1;
        }
        let kin = matches!(page.text(i), "his" | "her" | "my" | "our") && j == i + 1;
        let what = if kin { What::Kin } else { What::Thing };
        return Some(Phrase::new(page, start, b, what, (i, b)));
    }
    if let Some((n, who)) = cast.at(page, i, end) {
        let b = i + n;
        // Salem Rafiq's brother.
        if possessive(page, b - 1)
            && b < end
            && (page.is(b, sort::RELATION) || page.entry(b).is_none_or(|e| e.triggers.is_empty()))
        {
            let mut e = b;
            while e < end
                && page.piece(e) == Piece::Word
                && !page.is(e, sort::STOP)
                && !verb(page, e)
                && e - b < 4
            {
                e += 1;
            }
            return Some(Phrase::new(page, start, e, What::Thing, (i, e)));
        }
        let mut p = Phrase::new(page, start, b, What::Person, (i, b));
        p.name = cast.name(who).to_owned();
        return Some(p);
    }
    if name_starts(page, i) {
        let b = run(page, i, end);
        // Syrian government forces, the Islamic State group.
        let mut e = b;
        while e < end
            && e - b < 3
            && page.piece(e) == Piece::Word
            && (page.is(e, sort::GROUP_HEAD | sort::MODIFIER)
                || page.entry(e).is_some_and(|x| x.people > 0)
                || page.head(e) == Some(Of::Body))
        {
            e += 1;
        }
        if e > b && b > i {
            let people = page.entry(e - 1).map_or(0, |x| x.people);
            if people > 0 && !page.is(e - 1, sort::GROUP_HEAD) {
                let mut p = Phrase::new(page, start, e, What::People, (i, e));
                p.people = people;
                if page.is(e - 1, sort::ONE) {
                    p.count = Some((Some(1), Some(1), None));
                } else if !the {
                    p.count = Some((Some(2), None, None));
                }
                return Some(p);
            }
            return Some(Phrase::new(page, start, e, What::Group, (i, e)));
        }
        if b > i {
            let adjective = (i..b).all(|k| page.entry(k).is_some_and(|x| x.adjective.is_some()));
            if !adjective {
                let what = sort_of(page, i, b).unwrap_or(if b - i > 1 && !page.is(i, sort::STOP) {
                    What::Person
                } else {
                    What::Thing
                });
                let mut p = Phrase::new(page, start, b, what, (i, b));
                p.name = name_of(page, i, b);
                return Some(p);
            }
        }
    }
    // Lower case: head is the last noun before a stop.
    let mut b = i;
    while b < end
        && page.piece(b) == Piece::Word
        && !page.is(b, sort::STOP)
        && (!verb(page, b) || b == i && page.entry(b).is_some_and(|e| e.people > 0))
        && b - i < 5
        && !(page.capital(b) && b > i && !page.capital(i))
        && !(b > i && (cast.at(page, b, end).is_some() || page.tok(b).is_some_and(|t| t.says)))
    {
        b += 1;
        if page
            .entry(b - 1)
            .is_some_and(|e| e.weekday > 0 || e.day.is_some())
        {
            b -= 1;
            break;
        }
    }
    if b == i {
        return None;
    }
    let head = b - 1;
    let people = page.entry(head).map_or(0, |e| e.people);
    if page.is(head, sort::GROUP_HEAD) || page.head(head) == Some(Of::Body) {
        return Some(Phrase::new(page, start, b, What::Group, (i, b)));
    }
    // "The old man": whom an article about one man means by it.
    if the
        && start < i
        && page.text(start) == "the"
        && matches!(page.text(head), "man")
        && b == head + 1
        && head <= i + 1
        && cast.focus().is_some()
    {
        let mut p = Phrase::new(page, start, b, What::Title, (head, b));
        p.name = "man".to_owned();
        return Some(p);
    }
    if people > 0 {
        let mut p = Phrase::new(page, start, b, What::People, (i, b));
        p.people = people;
        // "The number of people killed": how many stands elsewhere.
        let number = start > 1 && page.text(start - 1) == "of" && page.text(start - 2) == "number";
        p.count = if number {
            None
        } else if page.is(head, sort::ONE) && one {
            Some((Some(1), Some(1), None))
        } else if !the && !page.is(head, sort::ONE) {
            Some((Some(2), None, None))
        } else {
            None
        };
        return Some(p);
    }
    // "The Iranian city of Abadan".
    if page.is(head, sort::PLACE_HEAD)
        && page.text(b) == "of"
        && let Some(mut p) = proper_place(page, cast, b + 1, end)
    {
        p.a = start;
        return Some(p);
    }
    let what = if page.is(head, sort::PLACE | sort::PLACE_HEAD) {
        What::Place
    } else {
        What::Thing
    };
    Some(Phrase::new(page, start, b, what, (i, b)))
}

/// A name in capitals that nothing else claims, where only a place can stand: "in Ariha", "captured Wad Madani".
pub(super) fn proper_place(page: &Page, cast: &Cast, i: usize, end: usize) -> Option<Phrase> {
    if i >= end
        || !page.capital(i)
        || cast.begins(page, i)
        || cast.at(page, i, end).is_some()
        || titled(page, i)
        || page.is(i, sort::STOP)
        || page
            .entry(i)
            .is_some_and(|e| e.month > 0 || e.weekday > 0 || e.land.is_some() || e.people > 0)
    {
        return None;
    }
    let b = run(page, i, end);
    let clear = b > i
        && b - i <= 3
        && !possessive(page, b - 1)
        && matches!(sort_of(page, i, b), None | Some(What::Place | What::State))
        && !titled(page, b)
        && !page.is(b, sort::GROUP_HEAD | sort::MIGHT);
    clear.then(|| {
        let mut p = Phrase::new(page, i, b, What::Place, (i, b));
        p.name = name_of(page, i, b);
        p
    })
}

/// A person by title, with the name that stands beside it or without: "Hezbollah leader Sayyed X", "the group's leader, X",
/// "former defence minister X", "the head of the Raya Front", "its leader", "the IS chief".
fn with_title(page: &Page, cast: &Cast, start: usize, i: usize, end: usize) -> Option<Phrase> {
    let led = start < i || matches!(page.text(i), "its" | "their");
    let mut t = i;
    let mut owned = led;
    while t < end && t - i < 11 && !titled(page, t) {
        let word = page.piece(t) == Piece::Word;
        if word
            && (cast.at(page, t, end).is_some()
                || page.is(t, sort::RELATION)
                    && !(page.text(t) == "deputy" && (t + 1..t + 4).any(|n| titled(page, n)))
                || verb(page, t)
                || page.tok(t).is_some_and(|s| s.says || s.that || s.relative) && !page.capital(t))
        {
            return None;
        }
        let within = word
            && (!page.is(t, sort::STOP)
                || acronym(page, t)
                || matches!(page.text(t), "its" | "their" | "us")
                || page.capital(t) && t > i
                || matches!(page.text(t), "for" | "of" | "and")
                    && t > i
                    && page.capital(t - 1)
                    && page.capital(t + 1))
            || joint(page, t)
            || cut_short(page, t);
        if !within {
            return None;
        }
        owned |= possessive(page, t) || page.capital(t);
        t += 1;
    }
    if t >= end || !titled(page, t) || t - i >= 11 {
        return None;
    }
    // "Its spokesman Salem Rafiq" is named; "its spokesman" is not the one who is spoken for.
    let second = (i..t).any(|k| page.text(k) == "deputy") || page.is(t, sort::RELATION);
    let mut last = t;
    while t < end && (t == last || !possessive(page, t - 1)) {
        if titled(page, t) {
            last = t;
            t += 1;
        } else if joint(page, t) && titled(page, t + 1)
            || cut_short(page, t)
            || page.text(t) == "of" && page.text(t + 1) == "staff"
        {
            t += 1 + usize::from(page.text(t) == "of");
        } else if joint(page, t) && page.text(t + 1) == "in" && joint(page, t + 2) {
            // commander-in-chief
            t += 4;
        } else if page.piece(t) == Piece::Word
            && !page.is(t, sort::STOP | sort::RELATION)
            && !verb(page, t)
            && titled(page, t + 1)
            && cast.at(page, t, end).is_none()
        {
            t += 1;
        } else {
            break;
        }
    }
    if t >= end && last >= end {
        return None;
    }
    // The leader's brother is not the leader.
    if possessive(page, t - 1) && t < end {
        let mut e = t;
        while e < end
            && page.piece(e) == Piece::Word
            && !page.is(e, sort::STOP)
            && !verb(page, e)
            && e - t < 4
        {
            e += 1;
        }
        return Some(Phrase::new(
            page,
            start,
            e.max(t),
            What::Thing,
            (i, e.max(t)),
        ));
    }
    let person = |a: usize, b: usize, to: usize, who: Option<usize>| {
        let mut p = Phrase::new(page, start, to, What::Person, (a, b));
        p.name = match who {
            Some(k) => cast.name(k).to_owned(),
            None => name_of(page, a, b),
        };
        p
    };
    let named = |a: usize, end: usize| {
        if let Some((n, who)) = cast.at(page, a, end) {
            return (!possessive(page, a + n - 1) || a + n == end).then_some((a, a + n, Some(who)));
        }
        let b = run(page, a, end);
        (b > a
            && name_starts(page, a)
            && sort_of(page, a, b).is_none()
            && !page.is(a, sort::STOP)
            && page.entry(a).is_none_or(|e| e.adjective.is_none()))
        .then_some((a, b, None))
    };
    let adjacent = (t > last && page.piece(t - 1) == Piece::Stop) || t > i;
    if adjacent
        && t < end
        && page.piece(t) == Piece::Word
        && let Some((a, b, who)) = named(t, end)
    {
        return Some(person(a, b, b, who));
    }
    if second {
        return None;
    }
    // "… of the Islamic State group"
    let mut of = group_key(page, i, last);
    let mut e = t;
    if matches!(page.text(t), "of" | "for") {
        e = t + 1;
        let from = e;
        while e < end
            && e - from < 9
            && (page.piece(e) == Piece::Word
                && !verb(page, e)
                && (!page.is(e, sort::STOP)
                    || matches!(page.text(e), "the" | "of" | "for" | "its" | "their")
                    || page.capital(e))
                && page.entry(e).is_none_or(|x| x.weekday == 0)
                || joint(page, e)
                || cut_short(page, e))
        {
            if let Some((n, who)) = cast.at(page, e, end)
                && e > from
            {
                return Some(person(e, e + n, e + n, Some(who)));
            }
            e += 1;
        }
        while e > from && matches!(page.text(e - 1), "the" | "of" | "for") {
            e -= 1;
        }
        of = of.or_else(|| group_key(page, from, e));
    }
    // "the group's leader, Salem Rafiq": the name beside it, which another comma or the end closes.
    if page.piece(e) == Piece::Comma && (owned || e > t) {
        let reach = page.len().min(e + 12);
        if let Some((a, b, who)) = named(e + 1, reach)
            && (b >= end.max(e + 1) || matches!(page.piece(b), Piece::Comma | Piece::Stop))
            && (who.is_some() || b - a > 1)
            && !titled(page, b)
        {
            let closed = usize::from(page.piece(b) == Piece::Comma);
            let to = if end > b { b + closed } else { e };
            return Some(person(a, b, to.min(end), who));
        }
    }
    if page.text(last).ends_with('s') && page.text(last) != "boss" && !possessive(page, last) {
        return None;
    }
    if owned || e > t && page.text(t) == "of" && led {
        let mut p = Phrase::new(page, start, e, What::Title, (last, last + 1));
        p.name = title_key(page.text(last)).to_owned();
        let of = portfolio(page, last).map(str::to_owned).or(of);
        if let Some(g) = of {
            p.name = format!("{}/{g}", p.name);
        }
        // "A commander of the brigade" is nobody in particular; "a soldier" is one of those counted.
        if start < i && matches!(page.text(start), "a" | "an" | "one" | "another") {
            let introduced =
                page.text(start) != "another" && cast.introduces(start, title_key(page.text(last)));
            if page.entry(last).is_some_and(|x| x.people > 0) && !introduced {
                return None;
            }
            if introduced {
                title_key(page.text(last)).clone_into(&mut p.name);
            } else {
                p.what = What::Thing;
            }
        }
        return Some(p);
    }
    (page.entry(last).is_none_or(|x| x.people == 0))
        .then(|| Phrase::new(page, start, e, What::Thing, (last, e.max(last + 1))))
}

/// What a minister or a secretary is of: "the defence minister" is not the prime minister.
pub(super) fn portfolio<'p>(page: &'p Page, title: usize) -> Option<&'p str> {
    let of = page.text(title.checked_sub(1)?);
    matches!(title_key(page.text(title)), "minister" | "secretary")
        .then_some(match of {
            "defense" => "defence",
            "home" => "interior",
            "prime" | "defence" | "foreign" | "interior" | "finance" | "justice" | "health"
            | "information" | "oil" | "energy" | "education" | "security" | "economy" | "trade"
            | "transport" | "agriculture" | "labour" | "labor" | "culture" | "affairs"
            | "environment" | "intelligence" | "press" => of,
            _ => "",
        })
        .filter(|of| !of.is_empty())
}
