//! What a noun phrase names: a person, a group, a place, people that are counted, a thing.
//!
//! In one file because each kind of phrase is tried in an order that keeps the others from being misread.

use super::cast::Cast;
use super::lexicon::sort;
use super::page::Page;
use crate::extraction::{MentionKind, Of, Piece};
use crate::text::Span;

/// What a phrase names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Person,
    Group,
    Place,
    /// A country: a group or a place, as the role wants.
    State,
    /// People that are counted, or one of them.
    People,
    /// A pronoun, to be resolved.
    Pronoun,
    /// "The commander", to be resolved.
    Title,
    /// "His father", «أخي»: whomever a relative who speaks is related to.
    Kin,
    /// Nobody is written ("the death"): whom the case is about.
    Focus,
    Thing,
}

/// A noun phrase.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    pub(super) a: usize,
    pub(super) b: usize,
    pub(super) what: What,
    /// As a reader would write it.
    pub(super) name: String,
    /// Where the name stands.
    pub(super) span: Span,
    /// How many: at least, at most, the word.
    pub(super) count: Option<(Option<u64>, Option<u64>, Option<String>)>,
    /// Index of the people counted, plus one.
    pub(super) people: usize,
}

impl Phrase {
    pub(super) fn new(page: &Page, a: usize, b: usize, what: What, name: (usize, usize)) -> Self {
        let (text, span) = page.name(name.0, name.1);
        Self {
            a,
            b,
            what,
            name: text,
            span,
            count: None,
            people: 0,
        }
    }
}

/// The phrase that begins at a token and ends before `end`; `led`: a preposition before it, or attached to it, leads it in.
pub(super) fn phrase(page: &Page, cast: &Cast, i: usize, end: usize, led: bool) -> Option<Phrase> {
    if i >= end {
        return None;
    }
    if page.arabic() {
        arabic(page, cast, i, end, led)
    } else {
        super::english_phrase::phrase(page, cast, i, end)
    }
}

/// Whether a token can go on a name or phrase in Arabic.
fn goes_on(page: &Page, j: usize, end: usize) -> bool {
    j < end
        && page.piece(j) == Piece::Word
        && !page.conj(j)
        && page.prep(j).is_none()
        && page.tok(j).is_some_and(|t| {
            !t.preposition && !t.that && !t.relative && !t.closed && (!t.says || t.def)
        })
        && !page.is(j, sort::STOP)
        && !finite(page, j)
        && page
            .entry(j)
            .is_none_or(|e| e.weekday == 0 && e.month == 0 && e.day.is_none())
}

/// Whether a token is a finite verb that the content pack knows.
pub(super) fn finite(page: &Page, i: usize) -> bool {
    use super::lexicon::Shape;
    !page.def(i)
        && page.entry(i).is_some_and(|e| {
            e.triggers.iter().any(|t| {
                matches!(
                    t.shape,
                    Shape::Past | Shape::Present | Shape::Passive | Shape::PastOrPassive
                )
            })
        })
}

fn arabic(page: &Page, cast: &Cast, start: usize, end: usize, led: bool) -> Option<Phrase> {
    let mut i = start;
    // "جيش الإسلام": the name within quotation marks.
    if page.piece(i) == Piece::Open {
        i += 1;
    }
    let tok = page.tok(i)?;
    if tok.piece == Piece::Number {
        return counted(page, i, end);
    }
    if page
        .marked(i)
        .is_some_and(|m| m.kind == MentionKind::Quantity && m.a == i)
        && let Some(p) = counted(page, i, end)
    {
        return Some(p);
    }
    if tok.piece != Piece::Word
        || tok.preposition && !page.is(i, sort::THING)
        || tok.that
        || tok.relative
    {
        return None;
    }
    if (page.prep(i).is_some() || page.conj(i)) && !led && !cast.begins(page, i) {
        return None;
    }
    if let Some(p) = counted(page, i, end) {
        return Some(p);
    }
    if let Some((bit, n)) = page.pack.name_at(i, &|k| page.text(k), strip(page, i)) {
        let what = match bit {
            sort::STATE => What::State,
            sort::PLACE => What::Place,
            _ => What::Group,
        };
        let mut b = i + n;
        while goes_on(page, b, end)
            && page.def(b)
            && page.marked(b).is_none()
            && b - i < n + 2
            && !starts_anew(page, b)
        {
            b += 1;
        }
        return Some(Phrase::new(page, start, b, what, (i, b)));
    }
    // «والدي بخير»: whomever the one who speaks is related to.
    if my_kin(page, i) && cast.at(page, i, end).is_none() {
        return Some(Phrase::new(page, start, i + 1, What::Kin, (i, i + 1)));
    }
    // شقيق فلان: neither him nor anybody whom a name tells. شقيقه فلان is named.
    let relation = page.is(i, sort::RELATION) && !page.def(i);
    let own = relation && !page.taken[i].pronoun.is_empty();
    if own {
        if let Some(mut p) =
            arabic(page, cast, i + 1, end, false).filter(|p| p.what == What::Person)
        {
            p.a = start;
            return Some(p);
        }
        return Some(Phrase::new(page, start, i + 1, What::Kin, (i, i + 1)));
    }
    if relation && !cast.begins(page, i) {
        let mut j = i + 1;
        while goes_on(page, j, end) && j - i < 6 {
            j += 1;
        }
        return Some(Phrase::new(page, start, j, What::Thing, (i, j)));
    }
    if let Some((n, who)) = cast.at(page, i, end) {
        let mut p = Phrase::new(page, start, i + n, What::Person, (i, i + n));
        p.name = cast.name(who).to_owned();
        return Some(p);
    }
    let titled = matches!(page.head(i), Some(Of::Person)) || page.is(i, sort::TITLE);
    if titled && page.marked(i).is_none_or(|m| m.kind != MentionKind::Group) {
        // The name after its titles.
        let mut j = i + 1;
        while j < end && j - i < 12 {
            if let Some((n, who)) = cast.at(page, j, end) {
                let mut p = Phrase::new(page, start, j + n, What::Person, (j, j + n));
                p.name = cast.name(who).to_owned();
                return Some(p);
            }
            if let Some((a, b)) = person_at(page, j, end)
                .or_else(|| titled_name(page, i, end).filter(|_| j == i + 1))
                // «الرهينة الأميركية كايلا مولر».
                .or_else(|| titled_name(page, j - 1, end).filter(|_| j == i + 2 && page.def(i)))
            {
                // «الشيخ كمال»: whom the case is about, by the name that he was given.
                if b == a + 1
                    && let Some(who) = cast
                        .by_given(page.text(a))
                        .or_else(|| cast.by_surname(page.text(a)))
                {
                    let mut p = Phrase::new(page, start, b, What::Person, (a, b));
                    p.name = cast.name(who).to_owned();
                    return Some(p);
                }
                return Some(Phrase::new(page, start, b, What::Person, (a, b)));
            }
            // «أمينها العام»: the adjective is spelled as the year is.
            let part = goes_on(page, j, end)
                || matches!(page.text(j), "العام" | "العامه")
                || matches!(page.piece(j), Piece::Open | Piece::Close)
                || page.text(j) == "في" && !page.def(i)
                || page.text(j) == "ل";
            if !part || page.is(j, sort::RELATION) && !page.def(j) {
                break;
            }
            j += 1;
        }
        // «السيد الوزير», «معالي الوزير»: the honorific says nothing of who it is.
        if honorific(page.bare(i))
            && goes_on(page, i + 1, end)
            && page.def(i + 1)
            && page.is(i + 1, sort::TITLE)
        {
            return arabic(page, cast, i + 1, end, false).map(|p| Phrase { a: start, ..p });
        }
        let mut e = i + 1;
        while goes_on(page, e, end) && page.def(e) && e - i < 4 {
            e += 1;
        }
        if page.def(i) {
            return Some(Phrase::new(page, start, e, What::Title, (i, e)));
        }
        // زعيمه: of whatever has been spoken of.
        if page.taken.get(i).is_some_and(|t| !t.pronoun.is_empty()) {
            return Some(Phrase::new(page, start, i + 1, What::Title, (i, i + 1)));
        }
        // زعيم جماعة الراية: whom the article calls so by name.
        let mut g = i + 1;
        while goes_on(page, g, end) && g - i < 4 {
            g += 1;
            if page.def(g - 1) && !page.def(g) {
                break;
            }
        }
        if g > i + 1
            && (page.def(g - 1)
                || page.is(g - 1, sort::GROUP | sort::STATE)
                || page.head(g - 1) == Some(Of::Name))
            && page.entry(i).is_none_or(|e| e.people == 0)
            && page.taken.get(i).is_none_or(|t| t.pronoun.is_empty())
        {
            return Some(Phrase::new(page, start, g, What::Title, (i, g)));
        }
        // قيادي في التنظيم: one whom nobody names; جندي is one of the soldiers.
        if page.entry(i).is_none_or(|e| e.people == 0) {
            return Some(Phrase::new(page, start, e, What::Thing, (i, e)));
        }
    }
    if let Some((a, b)) = person_at(page, i, end) {
        return Some(Phrase::new(page, start, b, What::Person, (a, b)));
    }
    if page.is(i, sort::GROUP) && !everyday(page, i) {
        return Some(Phrase::new(page, start, i + 1, What::Group, (i, i + 1)));
    }
    if page.is(i, sort::GROUP_HEAD) {
        return group(page, cast, start, i, end);
    }
    if page.is(i, sort::THING) {
        let mut j = i + 1;
        while goes_on(page, j, end) && j - i < 4 && page.marked(j).is_none() {
            j += 1;
        }
        return Some(Phrase::new(page, start, j, What::Thing, (i, j)));
    }
    if page.is(i, sort::PLACE_HEAD) {
        let admin = page.is(i, sort::DROP);
        let mut j = i + 1;
        if page.piece(j) == Piece::Open {
            j += 1;
        }
        let from = j;
        // «بلدة "تل سهل"»: all that stands between quotation marks.
        if j > i + 1 {
            let mate = page.tok(i + 1).map_or(0, |t| t.mate);
            if mate > j && mate < j + 4 && mate <= end {
                let name = if admin { (j, mate) } else { (i, mate) };
                let b = (mate + 1).min(end);
                return Some(Phrase::new(page, start, b, What::Place, name));
            }
        }
        // «مدينة ود مدني»: a name of two words.
        if let Some((sort::PLACE, n)) = page.pack.name_at(j, &|k| page.text(k), page.text(j)) {
            let name = if admin { (from, j + n) } else { (i, j + n) };
            return Some(Phrase::new(page, start, j + n, What::Place, name));
        }
        // تعز is a town behind «مدينة», though it could be a verb as well.
        if j < end && page.tok(j).is_some_and(|t| t.place && t.prep.is_none()) {
            j += 1;
        }
        let several = matches!(strip(page, i), "مناطق" | "بلدات" | "احياء" | "مدن" | "قري");
        while goes_on(page, j, end)
            && j - from < 3
            && if j == from {
                may_name_place(page, i, j)
            } else {
                page.def(j) && adjective_of_place(page, j)
                    || page.is(j, sort::PLACE)
                    // «مدينة كفر نبل»: a second word that nothing knows.
                    || j == from + 1
                        && !page.def(from)
                        && page.entry(j).is_none()
                        && page.tok(j).is_some_and(|t| !t.found)
            }
        {
            j += 1;
        }
        // «بلدات عدة», «مناطق سيطرة كذا»: no one place.
        let known = |k: usize| page.tok(k).is_some_and(|t| t.place) || page.is(k, sort::PLACE);
        if j == from || several && !(from..j).any(|k| known(k) || page.def(k)) {
            return Some(Phrase::new(
                page,
                start,
                j.max(i + 1),
                What::Thing,
                (i, i + 1),
            ));
        }
        let name = if admin { (from, j) } else { (i, j) };
        // «مدينة حلب السورية», «البلدة المحاصرة»: passed over, and no part of the name.
        while goes_on(page, j, end) && page.def(j) && j - from < 4 && described(page, j) {
            j += 1;
        }
        return Some(Phrase::new(page, start, j, What::Place, name));
    }
    if tok.place || page.is(i, sort::PLACE) {
        let mut j = i + 1;
        while page.is(j, sort::MODIFIER) && j < end {
            j += 1;
        }
        return Some(Phrase::new(page, start, j, What::Place, (i, j)));
    }
    if tok.head == Some(Of::Name) {
        // «قوات سورية»: an adjective, not the country.
        if &*tok.text == "سوريه"
            && i > 0
            && page.piece(i - 1) == Piece::Word
            && page
                .tok(i - 1)
                .is_some_and(|t| !t.preposition && !t.closed && !t.that)
        {
            return Some(Phrase::new(page, start, i + 1, What::Thing, (i, i + 1)));
        }
        let mut j = i + 1;
        while page.is(j, sort::MODIFIER) && j < end {
            j += 1;
        }
        return Some(Phrase::new(page, start, j, What::State, (i, j)));
    }
    // «الرجل»: one who has been spoken of.
    if matches!(page.text(i).trim_start_matches(['و', 'ف', 'ب']), "الرجل") {
        return Some(Phrase::new(page, start, i + 1, What::Title, (i, i + 1)));
    }
    if let Some(p) = page.entry(i).map(|e| e.people).filter(|&p| p > 0) {
        // One of them, or several without a number.
        let one = page.is(i, sort::ONE) && !page.def(i);
        let mut e = i + 1;
        while goes_on(page, e, end)
            && e - i < 3
            && page.def(e) == page.def(i)
            && page.marked(e).is_none()
        {
            e += 1;
        }
        let plural = !one
            && (tok.text.ends_with("ين") || tok.text.ends_with("ون") || !page.is(i, sort::ONE));
        let mut out = Phrase::new(page, start, e, What::People, (i, e));
        out.people = p;
        out.count = if one {
            Some((Some(1), Some(1), None))
        } else if plural && !page.def(i) {
            Some((Some(2), None, Some(page.cut(page.span(i, i + 1)))))
        } else {
            None
        };
        return Some(out);
    }
    if matches!(tok.head, Some(Of::Body)) {
        return group(page, cast, start, i, end);
    }
    if matches!(tok.head, Some(Of::People)) && page.def(i) {
        return group(page, cast, start, i, end);
    }
    let mut j = i + 1;
    while goes_on(page, j, end) && j - i < 4 && page.marked(j).is_none() {
        j += 1;
    }
    (!tok.closed && !page.is(i, sort::STOP) && !finite(page, i))
        .then(|| Phrase::new(page, start, j, What::Thing, (i, j)))
}

/// «والدي», «أخونا»: a relative of whoever speaks.
fn my_kin(page: &Page, i: usize) -> bool {
    // «والدي»: its first letter is no conjunction.
    let word = if page.text(i).starts_with("والد") {
        page.text(i)
    } else {
        page.bare(i)
    };
    matches!(
        word,
        "والدي"
            | "والدنا"
            | "والدتي"
            | "ابونا"
            | "ابينا"
            | "ابانا"
            | "اخي"
            | "اخونا"
            | "شقيقي"
            | "شقيقنا"
            | "شقيقتي"
            | "زوجي"
            | "زوجتي"
            | "ابني"
            | "ابننا"
            | "ابنتي"
            | "ابنتنا"
            | "عمي"
            | "خالي"
            | "جدي"
            | "قريبنا"
            | "موكله"
            | "موكلها"
            | "موكلي"
            | "موكلنا"
    ) || word == "ابي"
        && page.marked(i).is_none()
        && page
            .tok(i + 1)
            .is_some_and(|t| t.closed || t.piece != Piece::Word || predicate_word(page, i + 1))
}

/// Whether a given name stands at a token and a word that may be a surname behind it: «محمد الضيف».
pub(super) fn given_and_surname(page: &Page, i: usize) -> bool {
    let given = page
        .tok(i)
        .is_some_and(|t| t.given && !t.def && t.piece == Piece::Word)
        && page.marked(i).is_none_or(|m| m.kind == MentionKind::Person)
        && page.text(i).chars().count() > 2;
    let next = page.tok(i + 1).is_some_and(|t| {
        t.piece == Piece::Word && !t.closed && !t.preposition && !t.relative && !t.that && !t.says
    });
    given
        && next
        && page.text(i + 1).starts_with("ال")
        && page.text(i + 1).chars().count() > 4
        && !page.conj(i + 1)
        && !page.is(i + 1, sort::STOP | sort::TITLE | sort::LAST | sort::COMING)
        && page.entry(i + 1).is_none_or(|e| {
            e.weekday == 0 && e.month == 0 && e.day.is_none() && e.turns.is_empty() && e.people == 0
        })
}

/// Whether a word is said of somebody, and is no part of a name: «حي», «بخير».
pub(super) fn predicate_word(page: &Page, k: usize) -> bool {
    let of = |t: &super::lexicon::Trigger| {
        page.pack
            .frames
            .get(t.frame)
            .is_some_and(|f| f.word == super::lexicon::Use::Predicative)
    };
    page.entry(k).is_some_and(|e| e.triggers.iter().any(of))
        || page
            .pack
            .trigger_at(k, &|n| page.text(n), page.bare(k))
            .is_some_and(|(t, _)| of(&t))
}

/// Whether a word only honours whoever has the title behind it.
fn honorific(word: &str) -> bool {
    matches!(
        word,
        "السيد"
            | "السيده"
            | "معالي"
            | "سياده"
            | "فخامه"
            | "دوله"
            | "سمو"
            | "جلاله"
            | "سماحه"
            | "فضيله"
            | "سعاده"
    )
}

/// Whether a word that can go on a name is one that no pack knows, or a given name.
pub(super) fn unknown(page: &Page, k: usize, end: usize) -> bool {
    goes_on(page, k, end)
        && page.entry(k).is_none()
        && !predicate_word(page, k)
        && page
            .tok(k)
            .is_some_and(|t| (!t.found || t.given) && !t.deed && t.head.is_none())
}

/// The name right after a title that extraction does not know: two or three words that no pack knows, after a definite title.
pub(super) fn titled_name(page: &Page, i: usize, end: usize) -> Option<(usize, usize)> {
    if !page.def(i) || page.marked(i + 1).is_some() {
        return None;
    }
    let regnal = page.is(i, sort::REGNAL);
    let unknown = |k: usize| unknown(page, k, end);
    if regnal {
        // «الملك جوهر موصول بأجهزة»: one word, which the article has again.
        let again = |k: usize| (0..page.len()).any(|n| n != k && page.bare(n) == page.bare(k));
        let one = unknown(i + 1) && !page.def(i + 1) && again(i + 1);
        return one.then_some((i + 1, i + 2));
    }
    let mut b = i + 1;
    while unknown(b) && b - i < 4 {
        b += 1;
        // A surname with its article ends a name.
        if page.def(b - 1) && b - i > 2 {
            break;
        }
    }
    (b - i > 2 && !page.def(i + 1)).then_some((i + 1, b))
}

/// The person's name that extraction marks at a token, cut before a word that is no name.
pub(super) fn person_at(page: &Page, i: usize, end: usize) -> Option<(usize, usize)> {
    use super::lexicon::Shape;
    let m = page
        .marked(i)
        .filter(|m| m.kind == MentionKind::Person && m.a == i)?;
    // التركي: an adjective before a name, or a name; تركي الفيصل.
    let adjective = page.entry(m.a).is_some_and(|e| e.adjective.is_some());
    if adjective && page.def(m.a)
        || page.is(m.a, sort::STOP)
        || page
            .tok(m.a)
            .is_some_and(|t| t.closed || t.relative || t.that)
        || page.text(m.a) == "او"
        || matches!(page.text(m.a), "انا" | "انني" | "اني" | "نحن")
        || predicate_word(page, m.a) && !page.tok(m.a).is_some_and(|t| t.given)
        || finite(page, m.a) && !page.tok(m.a).is_some_and(|t| t.given)
    {
        return None;
    }
    let mut b = m.b.min(end);
    for k in m.a + 1..b {
        let t = page.tok(k)?;
        // «عبد المالك», «أبو الخير», «نصر الله»: what the word before takes is part of the name whatever else it means.
        if matches!(
            page.text(k - 1).trim_start_matches(['و', 'ف', 'ب', 'ل']),
            "عبد" | "ابو" | "ابا" | "ابي" | "بن" | "ابن" | "ال"
        ) || matches!(page.text(k), "الله" | "الدين" | "الاسلام")
        {
            continue;
        }
        // «عمر على قيد الحياة»: a preposition, spelled as a name is.
        if t.text.as_ref() == "علي"
            && (page.text(k + 1) == "قيد" || page.cut(page.span(k, k + 1)).ends_with('ى'))
        {
            b = k;
            break;
        }
        let joined = t.text.starts_with('و') && t.text.chars().count() > 3 && !t.given;
        let verb = t.text.starts_with('ي')
            && !t.given
            && !t.def
            && k - m.a > 1
            && (4..6).contains(&t.text.chars().count());
        let known = page.entry(k).is_some_and(|e| {
            e.weekday > 0
                || e.month > 0
                || e.people > 0 && !t.def
                || !e.turns.is_empty()
                || e.triggers.iter().any(|t| t.shape == Shape::Noun)
        }) || predicate_word(page, k) && !t.given;
        if joined
            || verb
            || known
            || finite(page, k)
            || t.head == Some(Of::Person) && !t.given
            || t.text.ends_with("را") && t.text.starts_with("مت")
            || k - m.a >= 2
                && !t.def
                && !t.given
                && page.def(k - 1)
                && !matches!(page.text(k - 1), "الدين" | "الله" | "الاسلام" | "الحق")
                && !page.text(k - 2).starts_with("عبد")
            || k - m.a >= 2 && t.text.ends_with('ا') && !t.given && t.text.chars().count() >= 5
            || page.is(
                k,
                sort::THING | sort::STOP | sort::PLACE_HEAD | sort::GROUP_HEAD,
            )
        {
            b = k;
            break;
        }
    }
    if adjective && b == m.a + 1 {
        return None;
    }
    (b > m.a).then_some((m.a, b))
}

fn strip<'a>(page: &'a Page, i: usize) -> &'a str {
    let text = page.text(i);
    let skip = page
        .tok(i)
        .filter(|t| t.prep != Some('ك'))
        .map_or(0, |t| usize::from(t.skip));
    text.char_indices()
        .nth(skip)
        .map_or(text, |(b, _)| &text[b..])
}

/// A group: its head with what belongs to it, and who leads or backs it.
fn group(page: &Page, cast: &Cast, start: usize, i: usize, end: usize) -> Option<Phrase> {
    let mut p = plain_group(page, cast, start, i, end)?;
    if p.what != What::Group {
        return Some(p);
    }
    // «قوات بلادها»: whose they are is told by who speaks, and the words name nobody.
    let owned = (i + 1..p.b).any(|k| {
        let text = page.text(k);
        text.starts_with("بلاد") && text.chars().count() > 4
            || text.starts_with("دولت") && page.taken.get(k).is_some_and(|t| !t.pronoun.is_empty())
    });
    if owned {
        p.what = What::Thing;
        return Some(p);
    }
    // القوات المدعومة من التحالف: with whoever backs them; where nobody can tell whom, without.
    if let Some(at) = (i + 1..p.b).find(|&k| leads_in(page, k)) {
        let from = at + 1 + usize::from(matches!(page.text(at + 1), "من" | "مع" | "الي"));
        let whom = (at + 1 == p.b)
            .then(|| leader(page, cast, from, end))
            .flatten();
        let (to, b) = match whom {
            Some((to, b)) => (to, b),
            None => (at, p.b),
        };
        if to == i + 1 && whom.is_none() && !page.def(i) {
            p.what = What::Thing;
        }
        let (name, span) = page.name(i, to);
        p.name = name;
        p.span = span;
        p.b = b;
    }
    // التحالف بقيادة السعودية: passed over.
    if page.text(p.b) == "بقياده" {
        p.b = leader(page, cast, p.b + 1, end).map_or(p.b, |(_, b)| b);
    }
    Some(p)
}

/// Whoever backs or leads, begins at a token: the end of the name, and of what belongs to it.
fn leader(page: &Page, cast: &Cast, from: usize, end: usize) -> Option<(usize, usize)> {
    let q = phrase(page, cast, from, end, true)?;
    if !matches!(
        q.what,
        What::Group | What::State | What::Person | What::Place
    ) {
        return None;
    }
    // «للحكومة اليمنية المدعومة من التحالف»: one such is enough to tell them by.
    let (_, to) = page.tokens_in(q.span);
    let to = (from + 1..to).find(|&k| leads_in(page, k)).unwrap_or(to);
    Some((to, q.b))
}

/// Whether a word leads in whom somebody stands by: الموالية، مدعومة.
fn leads_in(page: &Page, k: usize) -> bool {
    page.piece(k) == Piece::Word && page.text(k) != "بقياده" && page.pack.leads_in(page.bare(k))
}

/// A definite word that describes what is named before it and belongs to no name: الواقعة، المحاصرة، السورية.
fn described(page: &Page, k: usize) -> bool {
    page.pack.describes(page.text(k))
        || leads_in(page, k)
        || page.entry(k).is_some_and(|e| e.land.is_some())
}

/// A definite word that begins something else: a deed («السيطرة»), or what only describes.
fn starts_anew(page: &Page, k: usize) -> bool {
    use super::lexicon::Shape;
    page.pack.describes(page.text(k))
        || leads_in(page, k)
        || page
            .entry(k)
            .is_some_and(|e| e.triggers.iter().any(|t| t.shape == Shape::Noun))
}

/// Whether a word behind «مدينة», «المدينة» can name it.
fn may_name_place(page: &Page, head: usize, k: usize) -> bool {
    // «مدينة وأربع بلدات»: none is named.
    let number = page
        .marked(k)
        .is_some_and(|m| m.kind == MentionKind::Quantity)
        || page.text(k).starts_with('و') && page.is(k + 1, sort::PLACE_HEAD);
    if number || described(page, k) && page.tok(k).is_some_and(|t| !t.place) {
        return false;
    }
    // «المدينة باتت»: behind a definite head stands an adjective or a name.
    !page.def(head) || page.def(k) || page.tok(k).is_some_and(|t| t.place)
}

/// An adjective that may end a place's name: الدولي، العسكري، الشرقية.
fn adjective_of_place(page: &Page, k: usize) -> bool {
    let text = page.text(k);
    !described(page, k)
        && (page.is(k, sort::MODIFIER)
            || text.ends_with('ي')
            || text.ends_with("يه")
            || page.entry(k).is_none() && page.tok(k).is_some_and(|t| !t.found))
}

/// A group's name that is an everyday word here: «القاعدة العسكرية», «فتح تحقيق», «وزير الدفاع».
fn everyday(page: &Page, i: usize) -> bool {
    match strip(page, i) {
        "القاعده" => {
            page.def(i + 1) && (page.text(i + 1).ends_with('ي') || page.text(i + 1).ends_with("يه"))
                || (i.saturating_sub(200)..page.len().min(i + 200)).any(|k| page.text(k) == "قاعده")
        }
        "فتح" => {
            page.piece(i + 1) == Piece::Word
                && page
                    .tok(i + 1)
                    .is_some_and(|t| !t.closed && !t.preposition && !t.says)
                && !finite(page, i + 1)
        }
        "الدفاع" => {
            page.def(i + 1) && page.entry(i + 1).is_none_or(|e| e.land.is_none())
                || page.piece(i + 1) == Piece::Word
                    && page
                        .tok(i + 1)
                        .is_some_and(|t| t.preposition && &*t.text == "عن")
                || i > 0
                    && page.piece(i - 1) == Piece::Word
                    && (page.head(i - 1) == Some(Of::Person)
                        || page.is(i - 1, sort::TITLE | sort::MIGHT | sort::GROUP_HEAD))
        }
        _ => false,
    }
}

fn plain_group(page: &Page, cast: &Cast, start: usize, i: usize, end: usize) -> Option<Phrase> {
    let mut j = i + 1;
    let own = !page.def(i)
        && page.text(i).chars().count() > 4
        && (page.text(i).ends_with("ها") || page.text(i).ends_with("هم"));
    if own {
        return Some(Phrase::new(page, start, j, What::Thing, (i, j)));
    }
    // «المتحدث باسم الجيش اللواء فلان»: a title behind a body is of somebody else.
    let titled = |j: usize| {
        page.is(j, sort::TITLE)
            && page.def(j)
            && (page.marked(j + 1).is_some() || cast.begins(page, j + 1))
    };
    if page.def(i) {
        while goes_on(page, j, end)
            && page.def(j)
            && j - i < 4
            && !titled(j)
            && !page.pack.describes(page.text(j))
            && (leads_in(page, j) || !starts_anew(page, j))
            // «استخدام الجيش الأسلحة»: what it uses is no part of its name.
            && !matches!(page.text(j), "الاسلحه" | "السلاح")
        {
            j += 1;
            if leads_in(page, j - 1) {
                break;
            }
        }
    } else {
        // Its genitive: a definite noun, a name, or a name within quotation marks.
        if page.piece(j) == Piece::Open {
            let mate = page.tok(j).map_or(j, |t| t.mate);
            if mate > j && mate < end && mate - j < 6 {
                return Some(Phrase::new(page, start, mate + 1, What::Group, (i, mate)));
            }
        }
        while goes_on(page, j, end)
            && !page.def(j)
            && j - i < 3
            && page.entry(j).is_none_or(|e| e.people == 0)
        {
            j += 1;
            if leads_in(page, j - 1) {
                break;
            }
        }
        // «قوات حكومية», «فصائل سورية موالية»: some, whom the words do not name.
        let bare = (i + 1..j).all(|k| {
            leads_in(page, k)
                || page.pack.describes(page.text(k))
                || page.marked(k).is_none()
                    && page.head(k) != Some(Of::Name)
                    && page.tok(k).is_some_and(|t| !t.place && !t.given)
                    && !page.is(k, sort::GROUP | sort::PLACE | sort::STATE)
                    && (page.entry(k).is_some_and(|e| e.land.is_some())
                        || page.text(k).ends_with("يه") && page.text(k).chars().count() > 4)
        });
        if j > i + 1 && bare && !page.def(j) {
            return Some(Phrase::new(page, start, j, What::Thing, (i, j)));
        }
        let first = j;
        while goes_on(page, j, end)
            && page.def(j)
            && j - i < 5
            && !page.pack.describes(page.text(j))
            && (j == first || leads_in(page, j) || !starts_anew(page, j))
        {
            j += 1;
            if leads_in(page, j - 1) {
                break;
            }
        }
        // «مواقع تنظيم "الراية"»: the name stands between quotation marks.
        if page.piece(j) == Piece::Open && !page.def(j - 1) && page.is(j - 1, sort::GROUP_HEAD) {
            let mate = page.tok(j).map_or(j, |t| t.mate);
            if mate > j && mate < end && mate - j < 6 {
                return Some(Phrase::new(page, start, mate + 1, What::Group, (i, mate)));
            }
        }
        if j == i + 1 {
            let mut p = Phrase::new(page, start, j, What::Thing, (i, j));
            p.people = page.entry(i).map_or(0, |e| e.people);
            if p.people > 0 {
                p.what = What::People;
                p.count = Some((Some(2), None, Some(p.name.clone())));
            }
            return Some(p);
        }
    }
    Some(Phrase::new(page, start, j, What::Group, (i, j)))
}

/// People with their number: «ما لا يقل عن 12 مدنيا»، «عشرات المدنيين»، «قتيلان».
fn counted(page: &Page, i: usize, end: usize) -> Option<Phrase> {
    let m = page
        .marked(i)
        .filter(|m| m.kind == MentionKind::Quantity && m.a == i && m.b <= end)
        .map(|m| (m.b, m.range, m.unit));
    let (mut b, mut range, unit) = match m {
        Some((b, range, unit)) => {
            let (low, high) = range?;
            (b, (whole(low), high.and_then(whole)), unit)
        }
        None => {
            let (low, high) = page.entry(i).and_then(|e| e.vague)?;
            (i + 1, (Some(low), high), None)
        }
    };
    if let Some((low, high)) = page.entry(i).and_then(|e| e.vague) {
        range = (Some(low), high);
    }
    // المصابين: people in the plural, no two of them.
    if unit.is_some_and(|u| u.0 == i) && page.def(i) {
        return None;
    }
    let mut word = None;
    if page.entry(i).is_some_and(|e| e.vague.is_some())
        || page.piece(i) == Piece::Word && range.1.is_none()
    {
        word = page
            .entry(i)
            .and_then(|e| e.vague)
            .map(|_| page.name(i, i + 1).0);
    }
    let people = |k: usize| page.entry(k).map_or(0, |e| e.people);
    // قتيلان: the singular within the dual.
    let dual = |k: usize| {
        let text = page.text(k);
        let stem = text
            .strip_suffix("ان")
            .or_else(|| text.strip_suffix("ين"))?;
        let taken = page.pack.take(stem);
        page.pack
            .known(&taken.key)
            .map(|e| e.people)
            .filter(|&p| p > 0)
    };
    let mut who = unit.map_or(0, |u| people(u.0));
    if who == 0
        && let Some(u) = unit.filter(|u| u.0 == i)
    {
        who = dual(u.0).unwrap_or(0);
    }
    let mut at = unit.map_or(b, |u| u.0);
    if who == 0 {
        // «7 من الجنود», «عشرات من المدنيين», «12 مدنيا».
        let k = b + usize::from(page.text(b) == "من");
        if k < end && people(k) > 0 {
            who = people(k);
            at = k;
            b = k + 1;
        } else if unit.is_some() {
            return None;
        }
    }
    if who == 0 && unit.is_none() {
        // «ارتفعت حصيلة القتلى إلى 22»، «عدد الجرحى بلغ مئة».
        let back = i.saturating_sub(14);
        let toll = (back..i)
            .rev()
            .take_while(|&k| !matches!(page.piece(k), Piece::Stop | Piece::Line | Piece::Semicolon))
            .find(|&k| {
                let word = page.bare(k).trim_start_matches(['ب', 'ل']);
                let word = word.strip_prefix("ال").unwrap_or(word);
                matches!(word, "حصيله" | "عدد" | "اعداد")
            });
        let ends = !goes_on(page, b, end) || page.text(b) == "فقط";
        if let Some(t) = toll.filter(|_| ends) {
            let counted = (t + 1..i).find_map(|k| {
                let word = page.bare(k);
                let dead = matches!(
                    word.strip_prefix("ال").unwrap_or(word),
                    "ضحايا" | "وفيات" | "قتلي" | "شهداء"
                );
                let kind = page
                    .entry(k)
                    .map(|e| e.people)
                    .filter(|&p| p > 0 && !page.pack.people[p - 1].kind.is_empty());
                kind.or_else(|| {
                    dead.then(|| page.pack.people.iter().position(|p| p.kind == "killed"))
                        .flatten()
                        .map(|p| p + 1)
                })
            });
            if let Some(p) = counted {
                who = p;
                at = i;
            }
        }
    }
    if who == 0 {
        // A bare number of people: «العشرات», «22 من المتمردين» is caught above.
        let alone = page.entry(i).is_some_and(|e| e.vague.is_some()) && page.def(i)
            || page.entry(i).is_some_and(|e| e.vague.is_some())
                && !goes_on(page, b, end)
                && page.text(b) != "من";
        if !alone {
            return None;
        }
        who = page.pack.people.iter().position(|p| p.id == "people")? + 1;
    }
    // قتيلان: two of them.
    if unit.is_some_and(|u| u.0 == i) && range.0 == Some(2) {
        at = i;
    }
    let name_end = b;
    // What is said of them: «12 مدنيا بينهم أطفال» stays out.
    while goes_on(page, b, end)
        && b - i < 9
        && page.marked(b).is_none()
        && !page.def(b)
        && page.text(b).ends_with(['ا', 'ن'])
    {
        b += 1;
    }
    if page
        .pack
        .at_least
        .iter()
        .enumerate()
        .all(|(k, w)| page.text(b + k) == w)
    {
        range.1 = None;
        b += page.pack.at_least.len();
    }
    let mut p = Phrase::new(page, i, b, What::People, (at, name_end));
    p.people = who;
    p.count = Some((range.0, range.1, word));
    Some(p)
}

fn whole(n: f64) -> Option<u64> {
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    (n.is_finite() && (0.0..1e15).contains(&n)).then_some(n as u64)
}
