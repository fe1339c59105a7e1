//! Who was misheard: a proposal whose source is no source, or an older one though its own sentence names who speaks.
//!
//! A question put to somebody («وسئل فلان هل …، فقال») is no name; the subject of a sentence («أما الحركة فاكتفت»، «لكن مصدرين … قالا») is nearer
//! than whoever spoke in the sentence before; "the minister", "the channel", «البيان» point back at one who was named. What is written of nobody
//! ("accounts", «منشورات») leaves the origin unknown.
//!
//! In one file because every rule asks one question of one proposal, its own sentence and those before it.

mod goes_on;

pub(super) use goes_on::leads_on;

use super::article::Article;
use super::described::is_unnamed;
use super::mending::{Prose, Word};
use super::naming::{Form, Titles};
use crate::extraction::{Pack, Proposed, Quoted, SourceKind};
use crate::text::fold::fold;

/// Puts right who says the proposals of an article.
pub(super) fn misheard(article: &mut Article, pack: Option<&Pack>, titles: &Titles) {
    let Some(pack) = pack else {
        return;
    };
    let prose = Prose::new(article.text);
    let arabic = article.language.starts_with("ar");
    let ear = Ear {
        prose: &prose,
        pack,
        titles,
    };
    let all = &mut article.extraction.statements;
    if !arabic {
        all.retain(|one| !ear.of_oneself(one));
        ear.predicates(all);
        ear.joint(all);
    } else {
        ear.both(all);
    }
    for n in 0..all.len() {
        if all[n].cue.is_none() {
            continue;
        }
        let found = if arabic {
            ear.arabic(all, n)
        } else {
            ear.english(all, n)
        };
        match found {
            Some(Who::Span(from, to, named)) => ear.takes(&mut all[n], (from, to), named),
            Some(Who::Of(other)) => {
                let other = all[other].clone();
                let one = &mut all[n];
                one.source = other.source;
                one.source_name = other.source_name;
                one.source_kind = other.source_kind;
                one.named = other.named;
            }
            Some(Who::Nobody) => {
                let one = &mut all[n];
                one.source = None;
                one.source_name = None;
                one.named = false;
                one.source_kind = SourceKind::Unattributed;
            }
            None => {}
        }
    }
}

/// Who speaks instead.
enum Who {
    /// Words of the text: from, to, and the name within them, where they have one.
    Span(usize, usize, Option<(usize, usize)>),
    /// Whoever says another proposal.
    Of(usize),
    /// Nobody is written.
    Nobody,
}

struct Ear<'a> {
    prose: &'a Prose,
    pack: &'a Pack,
    titles: &'a Titles,
}

/// Verbs that stand before the verb of saying.
const WAS: &[&str] = &["كان", "كانت", "كانا", "كانوا", "قد"];

/// A post stands within so many characters before its name.
const POST: usize = 50;

/// A source or a cue in the text.
fn ends(quoted: &Quoted) -> (usize, usize) {
    (quoted.start as usize, quoted.end as usize)
}

/// The last word that begins before a place.
fn last_of(words: &[Word], end: usize) -> usize {
    words.iter().rposition(|w| w.start < end).unwrap_or(0)
}

/// The words of a source.
fn phrase_of(source: Option<&Quoted>) -> Vec<&str> {
    source.map_or_else(Vec::new, |s| s.text.split_whitespace().collect())
}

/// Whether one speaks within the words of another.
fn inside(one: &Proposed, other: &Proposed) -> bool {
    one.id != other.id
        && one.content != other.content
        && one.source.as_ref().is_some_and(|q| {
            let within = |c: &Quoted| c.start <= q.start && q.end <= c.end;
            other.content.iter().any(within)
        })
}

fn is(word: &Word, any: &[&str]) -> bool {
    any.contains(&word.folded.as_str())
}

fn comma(word: &Word) -> bool {
    word.after.contains(['،', ',', ';', ':', '؛'])
}

impl Ear<'_> {
    fn quoted(&self, from: usize, to: usize) -> Quoted {
        Quoted {
            start: u32::try_from(from).unwrap_or(u32::MAX),
            end: u32::try_from(to).unwrap_or(u32::MAX),
            text: self.prose.slice(from, to),
        }
    }

    fn takes(&self, one: &mut Proposed, (from, to): (usize, usize), name: Option<(usize, usize)>) {
        let source = self.quoted(from, to);
        one.named = name.is_some();
        one.source_name = Some(match name {
            Some((a, b)) => self.prose.slice(a, b),
            None => source.text.clone(),
        });
        let body = self.titles.is_generic(&Form::new(&source.text));
        one.source_kind = match (body, name) {
            (true, _) => SourceKind::Organization,
            (false, Some(_)) => SourceKind::Official,
            (false, None) => SourceKind::AnonymousSource,
        };
        one.source = Some(source);
    }

    /// The proposal last said before a place, of which something holds.
    fn last(&self, all: &[Proposed], at: usize, fits: impl Fn(&Proposed) -> bool) -> Option<usize> {
        let said = |one: &Proposed| one.cue.as_ref().map(|cue| cue.start as usize);
        (0..all.len())
            .filter(|n| said(&all[*n]).is_some_and(|s| s < at) && all[*n].source.is_some())
            .filter(|n| fits(&all[*n]))
            .max_by_key(|n| (said(&all[*n]), std::cmp::Reverse(*n)))
    }

    fn human(&self, word: &str) -> bool {
        self.pack.human(word)
            || word
                .strip_suffix('ا')
                .is_some_and(|stem| self.pack.human(stem))
            || word
                .strip_suffix("ين")
                .is_some_and(|stem| self.pack.human(stem))
    }

    fn arabic(&self, all: &[Proposed], n: usize) -> Option<Who> {
        let one = &all[n];
        let (source, cue) = (one.source.as_ref(), one.cue.as_ref()?);
        let at = cue.start as usize;
        let (start, end) = self.prose.sentence(at);
        let words = self.prose.words(start, end);
        let v = words.iter().position(|w| w.end > at)?;
        let from = source.map(|s| s.start as usize);
        let older = source.is_some_and(|s| s.end as usize <= start);
        let here = from.is_some_and(|from| start <= from && from < at);
        if here && let Some(who) = self.asked(all, &words[..v]) {
            return Some(who);
        }
        // «لكن مصدرين في أجهزة الأمن قالا»: no name, and not cut behind the noun.
        if here
            && let Some(Who::Span(a, b, None)) = self.lifted(&words[..v])
            && from == Some(a)
            && (one.named || phrase_of(source).len() == 1)
        {
            return Some(Who::Span(a, b, None));
        }
        if (older || source.is_none())
            && let Some(who) = self
                .fronted(&words[..v])
                .or_else(|| self.hurried(&words[..v]))
        {
            return Some(who);
        }
        if older
            && words.first().is_some_and(|w| w.folded.starts_with('و'))
            && v == 0
            && start >= 2
            && self.prose.char(start.saturating_sub(1)) != Some('\n')
        {
            // «إلا أن مصدرا … أقر بخسارة …. وأكد أن»: whoever the sentence before was of.
            let (a, b) = self.prose.sentence(start - 2);
            let before = self.prose.words(a, b);
            if let Some(who) = self.lifted(&before) {
                return Some(who);
            }
        }
        let source = source?;
        let (s, e) = ends(source);
        if self.described_before(one, &self.prose.words(s, e), s) {
            return Some(Who::Span(s, e, None));
        }
        if let Some(who) = self.goes_on(all, n) {
            return Some(who);
        }
        // «البلد، كما يقول، صار لهم»: what stands before the comma is what is said.
        let how = if words[v].folded == "كما" {
            v
        } else {
            v.saturating_sub(1)
        };
        let as_he_says = how > 0 && words[how].folded == "كما" && comma(&words[how - 1]);
        if as_he_says && e + 2 >= words[how].start && s >= start {
            let other = self.last(all, at, |o| {
                o.source.as_ref().is_some_and(|q| q.start != source.start)
            });
            return Some(other.map_or(Who::Nobody, Who::Of));
        }
        let phrase = self.prose.words(s, e);
        let first = phrase.first()?;
        // «جاء في البيان الممهور بختمها أن»: whoever issued it.
        if first.folded == "البيان" && phrase.len() > 1 {
            let body = |o: &Proposed| {
                o.named
                    && matches!(
                        o.source_kind,
                        SourceKind::Organization | SourceKind::Group | SourceKind::State
                    )
                    && o.source.as_ref().is_some_and(|q| q.end <= source.start)
                    // Whoever is quoted within another's words issued nothing.
                    && !all.iter().any(|other| inside(o, other))
            };
            return self.last(all, at, body).map(Who::Of);
        }
        if phrase.len() == 1
            && is(first, &["البيان", "بيانا"])
            && let Some(who) = self.issued(s)
        {
            return Some(who);
        }
        if self.titles.is_nobody(&first.folded) || self.clause(&phrase, one.named) {
            return Some(Who::Nobody);
        }
        if let Some(who) = self.apposed(&words, last_of(&words, cue.end as usize), (s, e)) {
            return Some(who);
        }
        if let Some(who) = self.kind_and_name(&phrase, e) {
            return Some(who);
        }
        if let Some(who) = self.told_first(&words, last_of(&words, cue.end as usize)) {
            return Some(who);
        }
        if let Some(who) = self.whole(one, &phrase, end) {
            return Some(who);
        }
        self.pointed(all, n, &phrase)
    }

    /// «أصدرت الوزارة بيانا نفت فيه», «أصدرت الرئاسة البيان الآتي … وأضاف البيان»: whoever is said to have issued it last.
    fn issued(&self, at: usize) -> Option<Who> {
        /// Whoever issues has so many words at most.
        const SUBJECT: usize = 9;
        let before = self.prose.words(0, at);
        let verb = before.iter().rposition(|w| {
            let w = w.folded.strip_prefix('و').unwrap_or(&w.folded);
            matches!(w, "اصدر" | "اصدرت" | "صدر" | "صدرت")
        })?;
        let rest = before.get(verb + 1..)?;
        // «صدر عن الرئاسة البيان الآتي».
        let rest = match rest.first() {
            Some(w) if w.folded == "عن" => rest.get(1..)?,
            _ => rest,
        };
        let stop = rest
            .iter()
            .take(SUBJECT)
            .position(|w| is(w, &["بيانا", "بيان", "البيان"]) || w.folded == "التالي");
        let closed = rest.iter().take(SUBJECT).position(comma).map(|k| k + 1);
        let many = match (
            stop.or((rest.len() < SUBJECT).then_some(rest.len())),
            closed,
        ) {
            (Some(a), Some(b)) => a.min(b),
            (a, b) => a.or(b)?,
        };
        let subject = rest.get(..many)?;
        let (first, last) = (subject.first()?, subject.last()?);
        let body = self.titles.is_body_word(&first.folded)
            || self.titles.is_generic(&Form::new(&first.folded));
        let span = (first.start, last.end);
        body.then_some(Who::Span(span.0, span.1, Some(span)))
    }

    /// «وسئل فلان هل …، فقال»: whoever was asked; «وسألته الصحيفة هل …، فأجاب»: whoever spoke before.
    fn asked(&self, all: &[Proposed], before: &[Word]) -> Option<Who> {
        const QUESTION: &[&str] = &[
            "هل",
            "عما",
            "عن",
            "ان",
            "ما",
            "لماذا",
            "كيف",
            "متي",
            "اين",
            "لدي",
        ];
        let (k, word) = before.iter().enumerate().take(3).find(|(_, w)| {
            let bare = w.folded.trim_start_matches(['و', 'ف']);
            bare == "سيل" || bare == "سيلت" || bare.starts_with("سالت") || bare.starts_with("سالنا")
        })?;
        let bare = word.folded.trim_start_matches(['و', 'ف']);
        if bare.starts_with("سيل") {
            let to = (k + 1..before.len().min(k + 8)).find(|m| is(&before[*m], QUESTION))?;
            let (first, last) = (before.get(k + 1)?, before.get(to.checked_sub(1)?)?);
            if to == k + 1 {
                return None;
            }
            let span = (first.start, last.end);
            return Some(Who::Span(span.0, span.1, Some(span)));
        }
        let him = ["ته", "ناه", "تها", "ناها", "تهم", "ناهم"]
            .iter()
            .any(|end| bare.ends_with(end));
        let question = before.iter().any(|w| is(w, &["هل", "عما", "لماذا", "كيف"]));
        (him && question)
            .then(|| self.last(all, word.start, |_| true))
            .flatten()
            .map(Who::Of)
    }

    /// «أما الحركة فاكتفت», «لكن مصدرين في الأمن قالا»: the subject that a sentence puts before its verb.
    fn fronted(&self, before: &[Word]) -> Option<Who> {
        let first = before.first()?;
        if is(first, &["اما", "واما"]) {
            let verb = (2..before.len().min(9)).find(|k| {
                let word = &before[*k];
                word.folded.starts_with('ف') && word.folded.chars().count() >= 4
                    || is(
                        word,
                        &["فلا", "فلم", "فلن", "فقد", "فما", "فهو", "فهي", "فهم"],
                    )
            });
            let to = verb?;
            // «أما عن مصيره فرفض التعليق»: no subject.
            let leads = |w: &Word| {
                is(
                    w,
                    &[
                        "عن",
                        "في",
                        "من",
                        "علي",
                        "الي",
                        "بشان",
                        "بخصوص",
                        "حول",
                        "بعد",
                        "قبل",
                        "اليوم",
                        "مع",
                    ],
                )
            };
            if before[1..to].iter().any(comma) || leads(&before[1]) {
                return None;
            }
            let span = (before[1].start, before[to - 1].end);
            return Some(Who::Span(span.0, span.1, Some(span)));
        }
        self.lifted(before)
    }

    /// «لكن مصدرين في أجهزة الأمن», «إلا أن ضابطا في الجيش»: an indefinite human noun that a particle lifts before its verb.
    fn lifted(&self, words: &[Word]) -> Option<Who> {
        let first = words.first()?;
        let at = if is(first, &["لكن", "ولكن"]) {
            1
        } else if is(first, &["الا", "غير", "بيد", "علي"])
            && words.get(1).is_some_and(|w| w.folded == "ان")
        {
            2
        } else {
            return None;
        };
        let noun = words.get(at)?;
        let lifted = noun.folded.ends_with('ا') || noun.folded.ends_with("ين");
        if !lifted || noun.folded.starts_with("ال") || !self.human(&noun.folded) {
            return None;
        }
        let mut last = at;
        while last + 1 < words.len() && last - at < 7 && !comma(&words[last]) {
            let next = &words[last + 1];
            if self.pack.conveys(&next.folded).is_some() || is(next, WAS) {
                break;
            }
            last += 1;
        }
        // Without a comma or a verb of saying it has no end.
        let closed = comma(&words[last])
            || words
                .get(last + 1)
                .is_none_or(|w| self.pack.conveys(&w.folded).is_some() || is(w, WAS));
        closed.then(|| Who::Span(noun.start, words[last].end, None))
    }

    /// «سارعت الحكومة إلى نفي الخبر»: whoever hurried denied.
    fn hurried(&self, before: &[Word]) -> Option<Who> {
        let to = before.len().checked_sub(1)?;
        if before[to].folded != "الي" {
            return None;
        }
        let verb = (to.saturating_sub(6)..to).rev().find(|k| {
            let w = before[*k].folded.trim_start_matches(['و', 'ف']);
            [
                "سارع",
                "تسارع",
                "يسارع",
                "بادر",
                "تبادر",
                "يبادر",
                "عمد",
                "تعمد",
            ]
            .iter()
            .any(|v| w == *v || w.strip_suffix('ت') == Some(*v))
        })?;
        let subject = before.get(verb + 1..to)?;
        let (first, last) = (subject.first()?, subject.last()?);
        if subject.iter().any(comma) {
            return None;
        }
        let span = (first.start, last.end);
        Some(Who::Span(span.0, span.1, Some(span)))
    }

    /// «أكد فلان الفلاني، شقيق الزعيم، …»: the name stands between the verb and what describes who bears it.
    fn apposed(&self, words: &[Word], v: usize, (s, e): (usize, usize)) -> Option<Who> {
        let at = words.iter().position(|w| w.start >= s)?;
        let name = words.get(v + 1..at)?;
        let (first, last) = (name.first()?, name.last()?);
        let kin = words[at].folded.as_str();
        const KIN: &[&str] = &[
            "شقيق",
            "شقيقه",
            "ابن",
            "والد",
            "والده",
            "زوجه",
            "ارمله",
            "عم",
            "خال",
            "نجل",
            "محامي",
            "محاميه",
        ];
        let plain = name
            .iter()
            .enumerate()
            .all(|(k, w)| comma(w) == (k + 1 == name.len()));
        ((2..=4).contains(&name.len())
            && plain
            && KIN.contains(&kin)
            && !first.folded.starts_with("ال")
            && !first.folded.starts_with('ل')
            && !self.human(&first.folded))
        .then_some(Who::Span(first.start, e, Some((first.start, last.end))))
    }

    /// «يُنعى فيها فلان», «حين عاودنا الاتصال به», «تكسب وقتا»: words of a clause, and nobody's name.
    fn clause(&self, phrase: &[Word], named: bool) -> bool {
        const PART: &[&str] = &[
            "فيها",
            "فيه",
            "فيهم",
            "به",
            "بها",
            "بهم",
            "له",
            "لها",
            "لهم",
            "عنه",
            "عنها",
            "منه",
            "منها",
            "عليه",
            "عليها",
            "اليه",
            "اليها",
            "حين",
            "عندما",
            "بعدما",
            "حيث",
            "لدي",
            "بينما",
            "كما",
            "يوميا",
        ];
        let Some(first) = phrase.first() else {
            return false;
        };
        // «لقي حتفه», «تكسب وقتا»: a verb and its object, whose ending no name has.
        let verb = named
            && phrase.len() == 2
            && !self.titles.is_given(std::slice::from_ref(&first.folded))
            && (self.pack.everyday(&first.folded)
                || first.folded.starts_with(['ت', 'ي']) && first.folded.chars().count() == 4)
            && (phrase[1].folded.ends_with("ته")
                || phrase[1].folded.ends_with("فه")
                || phrase[1].folded.ends_with("تا"));
        is(first, PART) || verb
    }

    /// «قناة «رايات الساحل»»: a word for an outlet, cut before its name.
    fn kind_and_name(&self, phrase: &[Word], end: usize) -> Option<Who> {
        let [kind] = phrase else {
            return None;
        };
        let form = Form::new(&format!("{} س", kind.folded));
        if !self.titles.is_outlet(&form) || self.prose.char(end + 1) != Some('«') {
            return None;
        }
        let close = (end + 2..end + 40).find(|at| self.prose.char(*at) == Some('»'))?;
        Some(Who::Span(kind.start, close, Some((end + 2, close))))
    }

    /// «وفق ما قال للموقع موظف في المقر»: who was told stands before who tells.
    fn told_first(&self, words: &[Word], v: usize) -> Option<Who> {
        let told = words.get(v + 1)?;
        let kind = told.folded.strip_prefix("لل")?;
        let form = Form::new(&format!("{kind} س"));
        let noun = words.get(v + 2)?;
        if !self.titles.is_outlet(&form)
            || comma(told)
            || noun.folded.starts_with("ال")
            || !self.pack.human(&noun.folded)
        {
            return None;
        }
        let last = (v + 2..words.len().min(v + 9)).find(|k| {
            comma(&words[*k])
                || words.get(k + 1).is_none_or(|w| {
                    is(w, &["ان", "انه", "انها", "بان", "الذي", "التي"]) || self.verb(&w.folded)
                })
        })?;
        Some(Who::Span(noun.start, words[last].end, None))
    }

    /// Whether a word looks like a verb that begins a clause about the noun before it: «زوده», «يعمل».
    fn verb(&self, word: &str) -> bool {
        word.chars().count() >= 4 && word.starts_with('ي') || self.pack.conveys(word).is_some()
    }

    /// «أكد مصدر في وفد الحركة لوكالة …», «أدلى وزير شؤون المياه السيد فلان الفلاني»: a description that was cut too early.
    fn whole(&self, one: &Proposed, phrase: &[Word], end: usize) -> Option<Who> {
        let (first, last) = (phrase.first()?, phrase.last()?);
        if one.named || comma(last) {
            return None;
        }
        let after = self.prose.words(last.end, end);
        // An honorific and two names within a few words.
        let honorific = after
            .iter()
            .take(5)
            .position(|w| is(w, &["السيد", "السيده", "الدكتور", "الدكتوره"]));
        if let Some(k) = honorific
            && self.titles.is_title(&first.folded)
            && !after[..k]
                .iter()
                .any(|w| comma(w) || is(w, &["ان", "الوفد", "برئاسه"]))
            && let (Some(a), Some(b)) = (after.get(k + 1), after.get(k + 2))
            && !comma(a)
        {
            return Some(Who::Span(first.start, b.end, Some((a.start, b.end))));
        }
        let bare = phrase.len() == 1
            && is(
                first,
                &["مصدر", "مصادر", "مسوول", "مسوولون", "ضابط", "دبلوماسي"],
            );
        let leads = after
            .first()
            .is_some_and(|w| is(w, &["في", "من", "داخل", "لدي", "ضمن"]));
        if !bare || !leads {
            return None;
        }
        let stop = (1..after.len().min(9)).find(|k| {
            let w = after[*k].folded.as_str();
            let told = w.strip_prefix('ل').is_some_and(|rest| {
                let rest = rest.strip_prefix('ل').unwrap_or(rest);
                self.titles.is_outlet(&Form::new(&format!("{rest} س")))
            });
            told || is(&after[*k], &["ان", "انه", "انها", "بان"]) || self.pack.conveys(w).is_some()
        });
        let to = (1..after.len().min(9))
            .find(|k| comma(&after[*k]))
            .map(|k| k + 1);
        let upto = match (stop, to) {
            (Some(a), Some(b)) => a.min(b),
            (a, b) => a.or(b)?,
        };
        Some(Who::Span(first.start, after[upto - 1].end, None))
    }

    /// «الوزير», «الناطق للمرة الأولى»: a title by itself is whoever was named with it before.
    fn pointed(&self, all: &[Proposed], n: usize, phrase: &[Word]) -> Option<Who> {
        let one = &all[n];
        let (at, _) = ends(one.cue.as_ref()?);
        let first = phrase.first()?;
        let title = first.folded.strip_prefix("ال")?;
        const POSTS: &[&str] = &[
            "وزير",
            "ناطق",
            "متحدث",
            "ناطقه",
            "متحدثه",
            "محافظ",
            "وزيره",
            "سفير",
            "طبيب",
            "نايب",
            "رجل",
            "مراه",
        ];
        if !POSTS.contains(&title) || one.named && phrase.len() > 2 {
            return None;
        }
        // What follows the title is no name: «للمرة», «أدلة», or it is the sentence's own.
        let plain = phrase.len() == 1
            || phrase.get(1).is_some_and(|w| {
                w.folded.starts_with("لل") || !w.folded.starts_with("ال") && !one.named
            });
        if !plain
            || phrase
                .get(1)
                .is_some_and(|w| is(w, &["باسم", "باسمها", "باسمه"]))
        {
            return None;
        }
        let person = matches!(title, "رجل" | "مراه");
        let named = |o: &Proposed| {
            // «الناطق باسم الوزارة اللواء فلان»: the post stands before the name.
            let text = o.source.as_ref().map(|q| {
                let (from, to) = ends(q);
                let (start, _) = self.prose.sentence(from);
                fold(&self.prose.slice(from.saturating_sub(POST).max(start), to))
            });
            let text = text.unwrap_or_default();
            let kin = text
                .split_whitespace()
                .any(|w| w.strip_prefix("ال").unwrap_or(w).trim_start_matches('و') == title);
            let same = o.source.as_ref().map(|q| q.start) == one.source.as_ref().map(|q| q.start);
            !same
                && if person {
                    !is_body(o.source_kind)
                } else {
                    o.named && kin
                }
        };
        self.last(all, at, named).map(Who::Of)
    }

    fn english(&self, all: &[Proposed], n: usize) -> Option<Who> {
        let one = &all[n];
        let (source, cue) = (one.source.as_ref()?, one.cue.as_ref()?);
        let at = cue.start as usize;
        let (s, e) = ends(source);
        let (start, end) = self.prose.sentence(at);
        let phrase = self.prose.words(s, e);
        let last = phrase.last()?;
        let small = self.prose.char(last.start).is_some_and(char::is_lowercase);
        if let Some(who) = self.goes_on_in_english(all, n) {
            return Some(who);
        }
        // "Accounts on social media posted".
        let on = phrase
            .get(1)
            .is_some_and(|w| is(w, &["on", "in", "across"]));
        if on && !one.named && self.titles.is_nobody(&phrase[0].folded) {
            return Some(Who::Nobody);
        }
        if self.titles.is_nobody(&last.folded) && (small || !one.named || phrase.len() == 1) {
            return Some(Who::Nobody);
        }
        if let Some(who) = self.english_ends(one, &phrase, end) {
            return Some(who);
        }
        // "Colonel Adel Haddad of Port Security", "Adel Haddad of the Port Office": the name ends before whose he is.
        let name = one.source_name.as_deref().unwrap_or("");
        let of_body = !is_body(one.source_kind) && name.contains(" of the ");
        if one.named
            && (self.titles.is_title(&phrase[0].folded) || of_body)
            && let Some((bare, _)) = name.split_once(" of ")
            && bare.split_whitespace().count() >= 2
            && let Some(at) = source.text.find(bare)
        {
            let from = s + source.text[..at].chars().count();
            return Some(Who::Span(s, e, Some((from, from + bare.chars().count()))));
        }
        // "Its chief of staff, Gen Salem al-Tahir": whose post is described is named behind it.
        if !one.named
            && self.prose.char(e) == Some(',')
            // "According to a doctor, Coast Radio said": another passes it on.
            && one.cue.as_ref().is_none_or(|cue| cue.start as usize >= e)
            && let Some(span) = self.name_behind(e, end)
        {
            return Some(Who::Span(s, span.1, Some(span)));
        }
        self.the_outlet(all, n, (start, at), e)
    }

    /// Where an English phrase for a source really ends, and the name that it has: "The group's spokesman has since", "Prince Adel, a
    /// cousin of the king", "Ministerial" before "adviser Adel Haddad".
    fn english_ends(&self, one: &Proposed, phrase: &[Word], end: usize) -> Option<Who> {
        const LOOSE: &[&str] = &[
            "on", "in", "at", "has", "have", "had", "since", "also", "early", "late", "earlier",
            "later", "as", "then", "now",
        ];
        let (first, last) = (phrase.first()?, phrase.last()?);
        let upper = |w: &Word| self.prose.char(w.start).is_some_and(char::is_uppercase);
        let after = one
            .cue
            .as_ref()
            .is_none_or(|cue| cue.start as usize >= last.end);
        // What leads on to a day or to the verb is no part of it.
        let loose = phrase
            .iter()
            .rev()
            .take_while(|w| is(w, LOOSE) && !upper(w))
            .count();
        if after && loose > 0 && phrase.len() >= loose + 2 {
            let cut = &phrase[..phrase.len() - loose];
            let to = cut.last()?.end;
            let name = one.source_name.as_deref().filter(|_| one.named);
            let kept = name.and_then(|name| {
                let at = one.source.as_ref()?.text.find(name)?;
                let from = first.start + one.source.as_ref()?.text[..at].chars().count();
                let until = from + name.chars().count();
                Some((from, until.min(to)))
            });
            return (!one.named || kept.is_some()).then_some(Who::Span(first.start, to, kept));
        }
        if one.named && phrase.len() == 1 && upper(first) && first.after.is_empty() {
            // "Opposition lawmaker Adel Haddad": an adjective that was taken for a name.
            let next = self.prose.words(last.end, end);
            let (noun, rest) = next.split_first()?;
            let many = rest.iter().take(3).take_while(|w| upper(w)).count();
            let cut = rest.iter().take(many).position(|w| !w.after.is_empty());
            let many = cut.map_or(many, |k| k + 1);
            let post = self.human(&noun.folded)
                || is(
                    noun,
                    &["adviser", "advisor", "aide", "candidate", "lawmaker"],
                );
            let person = !upper(noun) && noun.after.is_empty() && post;
            return (person && many >= 2 && noun.start == last.end + 1).then(|| {
                let (from, to) = (rest[0].start, rest[many - 1].end);
                Who::Span(first.start, to, Some((from, to)))
            });
        }
        // "The president of Merovia took it back": of what somebody is the head.
        let next = self.prose.words(last.end, end);
        if !one.named
            && last.after.is_empty()
            && (self.titles.is_title(&last.folded) || self.human(&last.folded))
            && let [of, rest @ ..] = next.as_slice()
            && is(of, &["of"])
            && of.start == last.end + 1
        {
            let many = rest.iter().take(4).take_while(|w| upper(w)).count();
            let cut = rest.iter().take(many).position(|w| !w.after.is_empty());
            let many = cut.map_or(many, |k| k + 1);
            if many > 0 {
                return Some(Who::Span(first.start, rest[many - 1].end, None));
            }
        }
        // "Prince Adel, a cousin of the king": a title and a name, whatever the comma tells.
        let ranks = phrase
            .iter()
            .take_while(|w| self.titles.is_title(&w.folded) && upper(w))
            .count();
        let name = phrase.get(ranks..)?;
        let many = name.iter().position(comma)? + 1;
        let whole = !one.named
            && ranks > 0
            && (1..=3).contains(&many)
            && phrase[..ranks].iter().all(|w| w.after.is_empty());
        let (from, to) = (name.first()?.start, name.get(many - 1)?.end);
        (whole && name[..many].iter().all(upper)).then_some(Who::Span(
            first.start,
            last.end,
            Some((from, to)),
        ))
    }

    /// A person's name right behind a comma: a rank at most, two capitalised words or three, and then no more of it.
    fn name_behind(&self, from: usize, end: usize) -> Option<(usize, usize)> {
        let words = self.prose.words(from + 1, end);
        let capital = |w: &Word| self.prose.char(w.start).is_some_and(char::is_uppercase);
        let skip = words
            .iter()
            .take(3)
            .take_while(|w| self.titles.is_title(&w.folded))
            .count();
        let name = words.get(skip..)?;
        let many = name.iter().take(4).take_while(|w| capital(w)).count();
        let cut = name.iter().take(many).position(|w| !w.after.is_empty());
        let many = cut.map_or(many, |k| k + 1);
        let (first, last) = (name.first()?, name.get(many.checked_sub(1)?)?);
        let closes = !last.after.is_empty()
            || name
                .get(many)
                .is_none_or(|w| is(w, &["said", "told", "says", "who"]));
        (many >= 2 && closes).then_some((first.start, last.end))
    }

    /// "The channel, which …, also said": the outlet that was called a channel last, not one that was called a portal.
    fn the_outlet(
        &self,
        all: &[Proposed],
        n: usize,
        (start, at): (usize, usize),
        end: usize,
    ) -> Option<Who> {
        const KINDS: &[&str] = &[
            "channel",
            "portal",
            "station",
            "paper",
            "newspaper",
            "website",
            "site",
            "agency",
            "daily",
            "broadcaster",
            "magazine",
            "weekly",
        ];
        let words = self.prose.words(start, at);
        let [the, kind, ..] = words.as_slice() else {
            return None;
        };
        // By its words alone, or taken for one that was named before.
        let alone =
            all[n].source_name.as_deref().map(fold).as_deref() == Some(kind.folded.as_str());
        // Or taken for another: "The channel, which is no outlet of the group, said".
        let whole = all[n]
            .source
            .as_ref()
            .is_some_and(|q| q.start as usize == the.start);
        if the.folded != "the" || !is(kind, KINDS) || end > start && !alone && !whole {
            return None;
        }
        let before = self.prose.words(0, start);
        let called = before.iter().enumerate().rev().find(|(k, w)| {
            w.folded == kind.folded
                && *k > 0
                && before[..*k].last().is_some_and(|p| p.folded != "the")
        })?;
        let (from, to) = self.prose.sentence(called.1.start);
        let outlet = self.last(all, start, |o| {
            o.named
                && o.source.as_ref().is_some_and(|q| {
                    from <= q.start as usize
                        && (q.start as usize) < called.1.end
                        && (q.end as usize) <= to
                })
        })?;
        (all[outlet].source_name != all[n].source_name).then_some(Who::Of(outlet))
    }

    /// "Who proclaimed himself caliph": what somebody is said to have called themselves is no statement of the day.
    fn of_oneself(&self, one: &Proposed) -> bool {
        const CALLS: &[&str] = &[
            "proclaimed",
            "declared",
            "called",
            "styled",
            "named",
            "crowned",
            "proclaims",
            "declares",
            "calls",
            "styles",
        ];
        const ONESELF: &[&str] = &["himself", "herself", "itself", "themselves"];
        let Some(cue) = &one.cue else {
            return false;
        };
        let (from, to) = ends(cue);
        let words = self.prose.words(from, to + 14);
        words
            .windows(2)
            .take(4)
            .any(|w| is(&w[0], CALLS) && is(&w[1], ONESELF) && w[0].start < to)
    }

    /// "An official who told the agency that the man was dead said that": the verb belongs to the official, not to "dead".
    fn predicates(&self, all: &mut [Proposed]) {
        for n in 0..all.len() {
            let Some(source) = all[n].source.clone().filter(|_| !all[n].named) else {
                continue;
            };
            let (s, e) = ends(&source);
            let small = self.prose.char(s).is_some_and(char::is_lowercase);
            let (start, _) = self.prose.sentence(s);
            let before = self.prose.words(start, s);
            let predicate = before.last().is_some_and(|w| {
                w.after.is_empty()
                    && is(
                        w,
                        &[
                            "was", "were", "is", "are", "be", "been", "had", "has", "have",
                        ],
                    )
            });
            if source.text.split_whitespace().count() > 1 && small && self.verbal(&source, &before)
            {
                self.of_subject(all, n, &before);
                continue;
            }
            if source.text.split_whitespace().count() != 1 || !small || !predicate {
                continue;
            }
            let subject = (0..all.len()).find(|m| {
                *m != n
                    && all[*m].source.as_ref().is_some_and(|q| {
                        // A dateline or an article may stand before it.
                        (q.start as usize) >= start && (q.end as usize) < s
                    })
                    && all[*m]
                        .content
                        .first()
                        .is_some_and(|c| (c.start as usize) < s && e <= c.end as usize)
                    && all[*m].source.as_ref().is_some_and(|q| {
                        let next = self.prose.words(q.end as usize, s);
                        next.first()
                            .is_some_and(|w| is(w, &["who", "which", "that"]))
                    })
            });
            let Some(m) = subject else {
                continue;
            };
            let who = all[m].clone();
            let cut = self.quoted(who.content[0].start as usize, e);
            all[m].content = vec![cut];
            for one in all.iter_mut() {
                if one.source.as_ref().is_some_and(|q| ends(q) == (s, e)) {
                    one.source.clone_from(&who.source);
                    one.source_name.clone_from(&who.source_name);
                    one.source_kind = who.source_kind;
                    one.named = who.named;
                    one.nested_in = None;
                }
            }
        }
    }

    /// "Washington had seen nothing to support reports", "have all but given up hope": a verb and its object, behind an auxiliary.
    fn verbal(&self, source: &Quoted, before: &[Word]) -> bool {
        const AUXILIARY: &[&str] = &["had", "has", "have", "having", "never"];
        const BETWEEN: &[&str] = &[
            "all", "but", "so", "far", "not", "never", "also", "already", "now", "since", "nearly",
        ];
        let first = source.text.split_whitespace().next().unwrap_or("");
        let participle = first.ends_with("ed") || first.ends_with("en") || first.ends_with("wn");
        let at = before
            .iter()
            .rposition(|w| !is(w, BETWEEN) || is(w, AUXILIARY));
        let auxiliary = at.is_some_and(|k| {
            is(&before[k], AUXILIARY) && before[k..].iter().all(|w| w.after.is_empty())
        });
        participle && auxiliary && !self.human(first)
    }

    /// Lets whoever says the words that a verb stands in, or else the subject before its auxiliary, say what was laid to the verb.
    fn of_subject(&self, all: &mut [Proposed], n: usize, before: &[Word]) {
        const AUXILIARY: &[&str] = &["had", "has", "have", "having"];
        let Some((s, e)) = all[n].source.as_ref().map(ends) else {
            return;
        };
        let around = (0..all.len()).find(|m| {
            let within = |c: &Quoted| c.start as usize <= s && e <= c.end as usize;
            *m != n && all[*m].source.is_some() && all[*m].content.iter().any(within)
        });
        if let Some(m) = around {
            let who = all[m].clone();
            let one = &mut all[n];
            one.source = who.source;
            one.source_name = who.source_name;
            one.source_kind = who.source_kind;
            one.named = who.named;
            return;
        }
        let Some(k) = before.iter().rposition(|w| is(w, AUXILIARY)) else {
            return;
        };
        let from = before[..k]
            .iter()
            .rposition(|w| !w.after.is_empty())
            .map_or(0, |c| c + 1);
        let subject = &before[from..k];
        let (Some(a), Some(b)) = (subject.first(), subject.last()) else {
            return;
        };
        let several = subject.iter().take(4).any(|w| w.folded.ends_with('s'));
        if subject.len() <= 6
            && several
            && !is(a, &["it", "he", "she", "they", "who", "which", "that"])
        {
            let span = (a.start, b.end);
            self.takes(&mut all[n], span, None);
        }
    }

    /// «الوزير فلان الفلاني ومسؤول أوروبي»: two speak, each of them for themselves.
    fn both(&self, all: &mut Vec<Proposed>) {
        let mut more: Vec<(usize, Proposed)> = Vec::new();
        for (n, one) in all.iter_mut().enumerate() {
            let Some(source) = one.source.clone() else {
                continue;
            };
            let (s, e) = ends(&source);
            let words = self.prose.words(s, e);
            let second = |w: &Word| {
                let noun = w.folded.strip_prefix('و');
                noun.is_some_and(|n| !n.starts_with("ال") && is_unnamed(n))
            };
            let Some(k) = words.iter().position(second).filter(|k| *k > 0) else {
                continue;
            };
            // «مسؤول في الجيش وضابط»: of one name only it is sure that it ends there.
            let named = one.named
                && one.source_name.as_deref().is_some_and(|name| {
                    let before = self.prose.slice(s, words[k - 1].end);
                    before.ends_with(name)
                });
            let rest = &words[k..];
            if !named || rest.len() > 4 || rest.iter().skip(1).any(|w| w.folded.starts_with('و')) {
                continue;
            }
            let mut other = one.clone();
            other.id = format!("{}j", one.id);
            self.takes(&mut other, (words[k].start + 1, e), None);
            let (name, kind) = (one.source_name.clone(), one.source_kind);
            one.source = Some(self.quoted(s, words[k - 1].end));
            one.source_name = name;
            one.source_kind = kind;
            more.push((n + 1, other));
        }
        // Beside the other: whom a later word points back at must have spoken before it.
        for (at, other) in more.into_iter().rev() {
            all.insert(at, other);
        }
    }

    /// Whether «المسؤول الأوروبي» is somebody whom the text described before, and not whoever was named last.
    fn described_before(&self, one: &Proposed, phrase: &[Word], s: usize) -> bool {
        let bare: Vec<&str> = phrase
            .iter()
            .map(|w| w.folded.strip_prefix("ال").unwrap_or(""))
            .collect();
        let within = one.source.as_ref().zip(one.source_name.as_ref());
        let resolved = one.named && within.is_some_and(|(q, name)| !q.text.contains(name.as_str()));
        let before = self.prose.words(0, s);
        resolved
            && (2..=3).contains(&bare.len())
            && is_unnamed(bare[0])
            && bare.iter().all(|w| !w.is_empty())
            && before.windows(bare.len()).any(|here| {
                let cling = here[0].folded.strip_suffix(bare[0]);
                // «ومسؤولا أوروبيا» as well.
                let same =
                    |w: &Word, b: &str| w.folded == b || w.folded.strip_suffix('ا') == Some(b);
                let first =
                    same(&here[0], bare[0]) || cling.is_some_and(|c| c.chars().count() == 1);
                first && here[1..].iter().zip(&bare[1..]).all(|(w, b)| same(w, b))
            })
    }

    /// "A rights monitor and officials said": two speak, each of them for themselves.
    fn joint(&self, all: &mut Vec<Proposed>) {
        let mut more: Vec<Proposed> = Vec::new();
        for one in all.iter_mut() {
            let Some(source) = one.source.clone().filter(|_| !one.named) else {
                continue;
            };
            let (s, e) = ends(&source);
            let words = self.prose.words(s, e);
            let Some(k) = words.iter().position(|w| w.folded == "and") else {
                continue;
            };
            let (left, right) = (&words[..k], &words[k + 1..]);
            let plural = right.last().is_some_and(|w| {
                w.folded
                    .strip_suffix('s')
                    .is_some_and(|noun| self.pack.human(noun) || self.pack.human(&w.folded))
            });
            let one_of_a_kind = left.len() >= 2 && is(&left[0], &["a", "an"]);
            if !plural
                || !one_of_a_kind
                || right.len() > 4
                // "A lawyer for the guards and officers" is one.
                || words.iter().any(|w| is(w, &["of", "for", "from", "to", "with", "at"]))
            {
                continue;
            }
            let (Some(a), Some(b)) = (left.last(), right.first()) else {
                continue;
            };
            let mut other = one.clone();
            other.id = format!("{}j", one.id);
            self.takes(&mut other, (b.start, e), None);
            self.takes(one, (s, a.end), None);
            more.push(other);
        }
        all.append(&mut more);
    }
}

/// Whether sources of a kind are no single person.
fn is_body(kind: SourceKind) -> bool {
    matches!(
        kind,
        SourceKind::Organization
            | SourceKind::Group
            | SourceKind::State
            | SourceKind::Outlet
            | SourceKind::Agency
            | SourceKind::Website
    )
}
