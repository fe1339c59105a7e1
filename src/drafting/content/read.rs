//! From articles to readings: which sayings are read, and what each says.
//!
//! In one file because which sayings are read, what masks what and how the cue turns a clause is one order of steps.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::prelude::*;

use super::alias::{Same, aliases, pairs, renamed, same};
use super::answer::{alive_answers, alive_elsewhere, answers, person};
use super::cast::{Cast, Focus, Known, Weights, names_in};
use super::free::{free, talk_of_deniers};
use super::hit::{Hit, hits};
use super::lexicon::{ContentPack, ContentPackError, Turn, sort};
use super::own::own_sentences;
use super::page::Page;
use super::phrase::{What, phrase};
use super::proposition::{Voice, counted_alone, propositions};
use super::sounds::Sounds;
use super::stance::{Held, held};
use super::time::{Time, day, time};
use crate::drafting::mending::withholds;
use crate::drafting::reading::{DISBELIEVED, LABELLED, UNTOLD, WITHDRAWN};
use crate::drafting::{Article, Filler, Proposed, Reading, Said};
use crate::extraction::{Pack, PackError, Piece, Proposed as Statement, Survey, extract, survey};
use crate::model::{Act, SourceKind, Stance, Style};
use crate::text::Span;
use crate::text::fold::fold;

/// A name cut at its end has at least so many consonants.
const CUT: usize = 3;

/// The packs of all languages that drafting reads.
#[derive(Debug)]
pub struct ContentPacks {
    arabic: (Pack, ContentPack),
    english: (Pack, ContentPack),
}

/// A pack that could not be read.
#[derive(Debug, thiserror::Error)]
pub enum PacksError {
    /// Of extraction.
    #[error(transparent)]
    Extraction(#[from] PackError),
    /// Of content.
    #[error(transparent)]
    Content(#[from] ContentPackError),
}

impl ContentPacks {
    /// The built-in packs. Building them takes some milliseconds; share them.
    ///
    /// # Errors
    /// If the built-in data does not parse, which a test rules out.
    pub fn built_in() -> Result<Self, PacksError> {
        Ok(Self {
            arabic: (Pack::arabic()?, ContentPack::arabic()?),
            english: (Pack::english()?, ContentPack::english()?),
        })
    }

    /// The built-in packs of extraction with content packs of the caller's.
    ///
    /// # Errors
    /// As [`ContentPacks::built_in`].
    pub fn with(arabic: ContentPack, english: ContentPack) -> Result<Self, PacksError> {
        Ok(Self {
            arabic: (Pack::arabic()?, arabic),
            english: (Pack::english()?, english),
        })
    }

    /// The extraction pack for a language: of `ar-SY` the Arabic one.
    #[must_use]
    pub fn extraction(&self, language: &str) -> Option<&Pack> {
        self.of(language).map(|(pack, _)| pack)
    }

    /// The people that a name of a pack means ("civilians"): id, English name, Arabic name.
    #[must_use]
    pub fn people(&self, name: &str) -> Option<(&str, &str, &str)> {
        [&self.arabic.1, &self.english.1]
            .into_iter()
            .flat_map(|p| &p.people)
            .find(|p| p.ar == name || p.en == name)
            .map(|p| (p.id.as_str(), p.en.as_str(), p.ar.as_str()))
    }

    /// What a word of a name is a common noun for: "market" of "Ariha market".
    pub(in crate::drafting) fn object(&self, name: &str) -> Option<&str> {
        self.known(name)
            .find_map(|(_, e)| e.and_then(|e| e.object.as_deref()))
    }

    /// The land whose armed force, weapon or government a name means: "Russia" of "Russian jets", «الطيران الروسي».
    pub(in crate::drafting) fn land(&self, name: &str) -> Option<&str> {
        let mut land = None;
        for (word, entry) in self.known(name) {
            let here = entry.and_then(|e| e.land.as_deref());
            if here.is_some() && land.is_none() {
                land = here;
            } else if word != "the" && entry.is_none_or(|e| e.sorts & sort::MIGHT == 0) {
                return None;
            }
        }
        land
    }

    /// The land that a state's name or capital is of.
    pub(in crate::drafting) fn state(&self, name: &str) -> Option<&str> {
        self.english.1.state(name)
    }

    /// Whether a name says nothing but that it is an armed force or a government: "the army", «القوات».
    pub(in crate::drafting) fn any_might(&self, name: &str) -> bool {
        let latin = name.chars().any(|c| c.is_ascii_alphabetic());
        if latin {
            &self.english.1
        } else {
            &self.arabic.1
        }
        .any_might(name)
    }

    /// The words of a name with what their language's pack knows of each.
    fn known(&self, name: &str) -> impl Iterator<Item = (String, Option<&super::lexicon::Entry>)> {
        let latin = name.is_ascii() || name.chars().any(|c| c.is_ascii_alphabetic());
        let pack = if latin {
            &self.english.1
        } else {
            &self.arabic.1
        };
        fold(name)
            .split(|c: char| !c.is_alphanumeric() && c != '\'')
            .filter(|w| !w.is_empty())
            .map(|w| {
                let taken = pack.take(w);
                (w.to_owned(), pack.known(&taken.key))
            })
            .collect::<Vec<_>>()
            .into_iter()
    }

    fn of(&self, language: &str) -> Option<&(Pack, ContentPack)> {
        match language.split(['-', '_']).next() {
            Some("ar") => Some(&self.arabic),
            Some("en") => Some(&self.english),
            _ => None,
        }
    }
}

/// Reads what the articles' statements, own sentences, headings and titles say, in the order of the articles.
///
/// Names are as written; whose they are across articles is for the clustering of names to say.
#[must_use]
pub fn read_articles(articles: &[Article], packs: &ContentPacks) -> Vec<Reading> {
    let surveys: Vec<Option<Survey>> = articles
        .iter()
        .map(|a| packs.of(a.language).map(|(e, _)| survey(a.text, e)))
        .collect();
    let pages: Vec<Option<Page>> = articles
        .iter()
        .zip(&surveys)
        .map(|(a, s)| {
            let (_, content) = packs.of(a.language)?;
            Some(Page::new(a.text, s.as_ref()?, content))
        })
        .collect();
    let mut named: Vec<Vec<(Known, BTreeSet<String>)>> = pages
        .iter()
        .map(|p| p.as_ref().map(names_in).unwrap_or_default())
        .collect();
    super::names_by_place::names_by_place(&pages, &mut named);
    let one_person = one_person(&pages, &named);
    for (names, page) in named.iter_mut().zip(&pages) {
        if let Some(page) = page {
            renamed(names, &one_person[usize::from(!page.arabic())]);
        }
    }
    // Names in full by their words, so that an article is given only those that it may mention.
    let mut by_word: BTreeMap<&str, BTreeSet<&Known>> = BTreeMap::new();
    for (known, _) in named.iter().flatten() {
        if known.words.len() > 1
            && let Some(last) = known.words.last()
        {
            by_word.entry(last).or_default().insert(known);
        }
    }
    for (words, known) in one_person.iter().flatten() {
        if let Some(last) = words.last() {
            by_word.entry(last).or_default().insert(known);
        }
    }
    // In how many articles each name stands in full, and after which titles.
    let mut weights = Weights::new();
    for names in &named {
        let here: BTreeSet<&[String]> = names.iter().map(|(n, _)| &n.words[..]).collect();
        for words in here {
            weights.entry(words).or_default().0 += 1;
        }
        for (n, titles) in names {
            weights.entry(&n.words).or_default().1.extend(titles);
        }
    }
    let all = All {
        articles,
        packs,
        pages: &pages,
        named: &named,
        by_word: &by_word,
        weights: &weights,
        same: &one_person,
    };
    let mut read: Vec<Vec<Reading>> = (0..articles.len())
        .into_par_iter()
        .map(|k| all.article(k, None))
        .collect();
    // Articles are read again with whom the case is about in mind: "the militant", "he" are resolved by it.
    let mut foci = all.focus(&read);
    if foci.iter().all(Option::is_none) {
        foci = super::question::whom(&pages, &named);
    }
    let again: Vec<(usize, Vec<Reading>)> = (0..articles.len())
        .into_par_iter()
        .filter_map(|k| {
            let arabic = pages[k].as_ref()?.arabic();
            let focus = foci[usize::from(!arabic)].as_ref()?;
            Some((k, all.article(k, Some(focus))))
        })
        .collect();
    for (k, readings) in again {
        read[k] = readings;
    }
    let mut out: Vec<Reading> = read.into_iter().flatten().collect();
    alive_elsewhere(&mut out);
    talk_of_deniers(articles, &mut out);
    // Of what befell somebody who lives: whom the case is about all the same.
    let heroes = super::question::hero(&pages, &named);
    super::question::assign(articles, &pages, &foci, &heroes, &mut out);
    out
}

/// «نافيا إعلان النيابة»: a denial told beside something else said.
fn denies_beside(page: &Page, k: usize) -> bool {
    matches!(
        page.text(k),
        "نافيا"
            | "نافيه"
            | "نافين"
            | "مكذبا"
            | "مكذبه"
            | "منكرا"
            | "منكره"
            | "مفندا"
            | "مفنده"
    )
}

/// Persons whom some article gives two names.
fn one_person(pages: &[Option<Page>], named: &[Vec<(Known, BTreeSet<String>)>]) -> [Same; 2] {
    let mut found = Vec::new();
    let mut all = Vec::new();
    for (page, names) in pages.iter().zip(named) {
        let Some(page) = page else {
            continue;
        };
        let here = pairs(page, names).into_iter();
        found.extend(here.map(|(a, b)| (page.arabic(), a, b)));
        all.push((page.arabic(), &names[..]));
    }
    let sounds = Sounds::of(pages, named);
    same(&found, &all, |words| sounds.whole(words))
}

/// All articles with what is known before any is read.
struct All<'a> {
    articles: &'a [Article<'a>],
    packs: &'a ContentPacks,
    pages: &'a [Option<Page<'a>>],
    named: &'a [Vec<(Known, BTreeSet<String>)>],
    by_word: &'a BTreeMap<&'a str, BTreeSet<&'a Known>>,
    weights: &'a Weights<'a>,
    same: &'a [Same; 2],
}

impl All<'_> {
    /// What an article says, its readings in the order of the text.
    fn article(&self, k: usize, focus: Option<&Focus>) -> Vec<Reading> {
        let mut out = Vec::new();
        let article = &self.articles[k];
        if let (Some(page), Some((extraction, content))) =
            (&self.pages[k], self.packs.of(article.language))
        {
            let own: BTreeSet<&Vec<String>> = self.named[k].iter().map(|(n, _)| &n.words).collect();
            let mut others: BTreeSet<&Known> = BTreeSet::new();
            let title = article.title.map(|t| survey(t, extraction));
            let words: BTreeSet<&str> = page
                .survey
                .tokens
                .iter()
                .chain(title.iter().flat_map(|t| &t.tokens))
                .map(|t| &*t.text)
                .collect();
            for word in words {
                let mut found = self.by_word.get(word);
                if found.is_none() && page.arabic() {
                    found = word
                        .strip_prefix(['و', 'ل', 'ب', 'ف'])
                        .and_then(|w| self.by_word.get(w));
                }
                if let Some(found) = found {
                    others.extend(found.iter().copied().filter(|n| !own.contains(&n.words)));
                }
            }
            let others: Vec<Known> = others.into_iter().take(400).cloned().collect();
            let speakers = article
                .extraction
                .statements
                .iter()
                .filter_map(|s| s.source_name.as_deref());
            let same = &self.same[usize::from(!page.arabic())];
            let cast = Cast::new(page, &self.named[k], &others, self.weights, focus, same)
                .speaking(speakers);
            let one = One {
                index: k,
                article,
                page,
                cast: &cast,
                today: day(article.published),
            };
            one.read(&mut out);
            if let Some(title) = &title {
                let page = Page::new(article.title.unwrap_or_default(), title, content);
                let cast = TitleCast {
                    own: &self.named[k],
                    others: &others,
                    weights: self.weights,
                    focus,
                    same,
                };
                one.title(&page, &cast, extraction, &mut out);
            }
            let about = focus.map(|f| f.known.name.as_str());
            answers(page, article, k, about, &mut out);
            super::charges::charges(page, &cast, article, k, &mut out);
            alive_answers(&mut out, 0);
        }
        free(article, self.pages[k].as_ref(), k, &mut out, 0);
        out.sort_by_key(|r| place(article, r));
        out
    }

    /// The person of whose life and death most articles speak, if of nobody else's half as many do, by a name in each script:
    /// the Arabic and the Latin one.
    fn focus(&self, read: &[Vec<Reading>]) -> [Option<Focus>; 2] {
        // Articles by the consonants of the name, which both scripts share; and the names written so.
        let sounds = Sounds::of(self.pages, self.named);
        let sound = |words: &[String]| sounds.whole(words);
        let mut articles: BTreeMap<String, BTreeSet<usize>> = BTreeMap::new();
        let mut written: BTreeMap<String, Spellings> = BTreeMap::new();
        for (k, readings) in read.iter().enumerate() {
            let Some(page) = &self.pages[k] else {
                continue;
            };
            for r in readings {
                let vital = matches!(
                    r.of.predicate.as_deref(),
                    Some("killed" | "died" | "status" | "wounded")
                );
                if vital && let Some(name) = person(&r.of) {
                    let words = super::english_names::name_words(&fold(name));
                    let sound = sound(&words);
                    articles.entry(sound.clone()).or_default().insert(k);
                    written
                        .entry(sound)
                        .or_default()
                        .entry((page.arabic(), words))
                        .or_insert((0, name.to_owned()))
                        .0 += 1;
                }
            }
        }
        let mut order: Vec<(&String, usize)> = articles.iter().map(|(s, a)| (s, a.len())).collect();
        order.sort_by_key(|(s, n)| (std::cmp::Reverse(*n), std::cmp::Reverse(s.len()), *s));
        let Some((best, most)) = order.first().copied() else {
            return [None, None];
        };
        // Who dies in articles that do not name him is of another story, and no rival.
        let here = |k: &usize| {
            let own = self.named[*k].iter();
            articles[best].contains(k) || own.map(|(n, _)| sound(&n.words)).any(|s| s == *best)
        };
        // A shorter or longer form of the same name is no rival.
        let second = order
            .iter()
            .skip(1)
            .filter(|(s, _)| {
                // «بلال أغ» of «بلال أغ إينالا» is cut at its end.
                let cut = s.chars().count() >= CUT && best.starts_with(s.as_str());
                !best.ends_with(s.as_str()) && !s.ends_with(best.as_str()) && !cut
            })
            .map(|(s, _)| articles[*s].iter().filter(|k| here(k)).count())
            .max()
            .unwrap_or(0);
        if most < 2 || most < 2 * second {
            return [None, None];
        }
        // «الملا عمر» and «الملا محمد عمر»: the one fuller name that ends so is his.
        let fuller: Vec<&String> = written
            .keys()
            .filter(|s| *s != best && s.ends_with(best.as_str()))
            .collect();
        let name = |arabic: bool| {
            let of = match fuller.as_slice() {
                [one] if written[*one].keys().any(|(a, _)| *a == arabic) => &written[*one],
                _ => written.get(best)?,
            };
            let known = of
                .iter()
                .filter(|((a, _), _)| *a == arabic)
                .max_by_key(|((_, words), (n, _))| (*n, words.len()))
                .map(|((_, words), (_, name))| Known {
                    name: name.clone(),
                    words: words.clone(),
                })
                .map(|known| self.usual(known, arabic));
            // No reading of this script names him yet: whoever is named so in its articles.
            known.or_else(|| {
                self.pages
                    .iter()
                    .zip(self.named)
                    .filter(|(p, _)| p.as_ref().is_some_and(|p| p.arabic() == arabic))
                    .flat_map(|(_, names)| names)
                    .map(|(known, _)| known)
                    .find(|known| known.words.len() > 1 && sound(&known.words) == *best)
                    .cloned()
            })
        };
        let female = self.of_a_woman(&sounds, best);
        [true, false].map(|arabic| {
            name(arabic).map(|known| {
                let aliases = self
                    .pages
                    .iter()
                    .flatten()
                    .filter(|p| p.arabic() == arabic)
                    .flat_map(|p| aliases(p, &known.words))
                    .collect();
                Focus {
                    known,
                    aliases,
                    female,
                }
            })
        })
    }
}

impl All<'_> {
    /// The form of a name that most articles of a script have, with the same first and last word: «أختر منصور» where one has
    /// «أختر محمد منصور».
    fn usual(&self, known: Known, arabic: bool) -> Known {
        let ends = |words: &[String]| (words.first().cloned(), words.last().cloned());
        let mut forms: BTreeMap<&Known, usize> = BTreeMap::new();
        for (page, named) in self.pages.iter().zip(self.named) {
            if page.as_ref().is_none_or(|p| p.arabic() != arabic) {
                continue;
            }
            let same = |n: &&Known| n.words.len() > 1 && ends(&n.words) == ends(&known.words);
            let here: BTreeSet<&Known> = named.iter().map(|(n, _)| n).filter(same).collect();
            for form in here {
                *forms.entry(form).or_default() += 1;
            }
        }
        let most = forms
            .into_iter()
            .max_by_key(|(form, n)| (*n, **form == known, std::cmp::Reverse((*form).clone())));
        most.map_or_else(|| known.clone(), |(form, _)| form.clone())
    }

    /// Whether the bearer of a name is a woman: by Arabic titles before it, else by the pronouns of the English articles.
    fn of_a_woman(&self, sounds: &Sounds, best: &str) -> bool {
        let (mut her, mut his) = (0usize, 0usize);
        for (page, names) in self.pages.iter().zip(self.named) {
            let Some(page) = page else {
                continue;
            };
            let of = names.iter().find(|(n, _)| sounds.whole(&n.words) == best);
            let Some((_, titles)) = of else {
                continue;
            };
            if page.arabic() {
                let plain = titles.iter().filter(|t| !t.contains('/'));
                for title in plain {
                    let woman = title.ends_with('ه') && title != "خليفه" && title != "علامه";
                    if woman {
                        her += 4;
                    } else {
                        his += 4;
                    }
                }
                continue;
            }
            for k in 0..page.len() {
                match page.text(k) {
                    "she" | "her" | "hers" | "herself" => her += 1,
                    "he" | "his" | "him" | "himself" => his += 1,
                    _ => {}
                }
            }
        }
        her > 2 && her > 2 * his
    }
}

/// The ways in which a name is written: by script and words, how often, and as first written.
type Spellings = BTreeMap<(bool, Vec<String>), (usize, String)>;

/// What a title's own cast is made of.
struct TitleCast<'a> {
    own: &'a [(Known, BTreeSet<String>)],
    others: &'a [Known],
    weights: &'a Weights<'a>,
    focus: Option<&'a Focus>,
    same: &'a Same,
}

/// Where a reading stands in its article; the title before all.
fn place(article: &Article, r: &Reading) -> (usize, usize) {
    match r.said {
        Said::Title => (0, 0),
        Said::Heading(s) | Said::Own(s) => (s.start + 1, 0),
        Said::Statement(i) => (
            article
                .extraction
                .statements
                .get(i)
                .and_then(|s| s.content.first())
                .map_or(0, |c| c.start as usize + 1),
            i + 1,
        ),
    }
}

/// What a cue does to what it introduces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum CueTurn {
    None,
    Turn(Turn),
}

/// What a statement's cue does to its content.
pub(super) fn cue_turn(page: &Page, s: &Statement) -> CueTurn {
    if s.act == Act::Rumour {
        return CueTurn::Turn(Turn::Rumour);
    }
    // "Posts said", «زعم مغردون»: nobody is behind it.
    let posts = |q: &crate::extraction::Quoted| {
        let (a, b) = page.tokens_in(Span::new(q.start as usize, q.end as usize));
        b - a < 5 && (a..b).any(|k| page.is(k, sort::POSTS))
    };
    if !s.named && s.source.as_ref().is_some_and(posts) {
        return CueTurn::Turn(Turn::Rumour);
    }
    // What a page says that it cannot tell.
    if withholds(s, page.arabic()) {
        return CueTurn::Turn(Turn::CannotConfirm);
    }
    let Some(cue) = &s.cue else {
        return CueTurn::None;
    };
    let (a, b) = page.tokens_in(Span::new(cue.start as usize, cue.end as usize));
    let word = |k: usize| page.text(k);
    let phrase = (a.saturating_sub(2)..b).find_map(|k| {
        page.pack
            .turn_at(k, &word, page.bare(k))
            .filter(|(turn, n)| {
                k + n > a && matches!(turn, Turn::CannotConfirm | Turn::Possible | Turn::Doubt)
            })
    });
    if let Some((turn, _)) = phrase {
        return CueTurn::Turn(turn);
    }
    // "Is standing by its report of his death".
    let stands = (a..b).any(|k| {
        matches!(page.text(k), "stands" | "stood" | "stand" | "standing")
            && page.text(k + 1) == "by"
    });
    if stands {
        return CueTurn::Turn(Turn::Confirm);
    }
    // Whoever took back their word, or would not give it, says neither.
    if s.id.starts_with([WITHDRAWN, UNTOLD]) {
        return CueTurn::Turn(Turn::CannotConfirm);
    }
    if s.id.starts_with(LABELLED) {
        return CueTurn::Turn(Turn::Deny);
    }
    if s.id.starts_with(DISBELIEVED) {
        return CueTurn::Turn(Turn::Doubt);
    }
    // «تراجعت عن نفيها مقتله», "withdrew its denial that".
    let takes_back = (a.saturating_sub(4)..a).any(|k| {
        matches!(
            page.bare(k),
            "تراجع"
                | "تراجعت"
                | "تراجعوا"
                | "عدل"
                | "عدلت"
                | "سحب"
                | "سحبت"
                | "withdrew"
                | "retracted"
                | "reversed"
                | "abandoned"
                | "dropped"
        )
    });
    // "Withdrew Monday's statement that": what they had said they now say no more; "had given up hope that": it is only hoped.
    let statement = (a..b).any(|k| page.is(k, sort::ANSWER) || said_once(page.text(k)));
    if takes_back && statement && !(a..b).any(|k| page.is(k, sort::DENY_CUE)) {
        return CueTurn::Turn(Turn::CannotConfirm);
    }
    if (a..b).any(|k| hoped(page.text(k))) {
        return CueTurn::Turn(Turn::Unreal);
    }
    let negated = (a.saturating_sub(1)..b).any(|k| page.turns(k, Turn::Negation));
    // Words of the same sentence.
    let back = |n: usize| {
        (a.saturating_sub(n)..a)
            .rev()
            .take_while(|&k| !matches!(page.piece(k), Piece::Stop | Piece::Line))
    };
    for k in a..b {
        let turn = if page.is(k, sort::DENY_CUE) && takes_back {
            return CueTurn::None;
        } else if page.is(k, sort::DENY_CUE) || denies_beside(page, k) || denies_it(page, k) {
            if negated { Turn::Possible } else { Turn::Deny }
        } else if page.is(k, sort::DOUBT_CUE) {
            if negated { Turn::Possible } else { Turn::Doubt }
        } else if page.is(k, sort::LIKELY_CUE) {
            Turn::Likely
        } else if page.is(k, sort::POSSIBLE_CUE) {
            Turn::Possible
        } else if page.turns(k, Turn::Confirm)
            && (negated
                || back(4).any(|n| page.turns(n, Turn::Negation))
                || !stresses(page.text(k)) && back(9).any(|n| page.is(n, sort::WITHHOLDS)))
        {
            Turn::CannotConfirm
        } else if page.turns(k, Turn::Confirm) && confirms_report(page, s) {
            // «أكدت صحة الأنباء عن»: the reports are made the speaker's own.
            Turn::Confirm
        } else {
            continue;
        };
        return CueTurn::Turn(turn);
    }
    // "Described the reports as lies", «وصف الأنباء بأنها كاذبة»: what they are called stands behind them.
    let calls = (a..b).any(|k| {
        matches!(
            page.bare(k),
            "described"
                | "describes"
                | "describing"
                | "called"
                | "calls"
                | "calling"
                | "branded"
                | "labelled"
                | "labeled"
                | "termed"
                | "وصف"
                | "وصفت"
                | "وصفوا"
                | "واصفا"
                | "واصفه"
        )
    });
    if calls && let Some(last) = s.content.last() {
        let (_, end) = page.tokens_in(Span::new(last.start as usize, last.end as usize));
        let found = (end..(end + 5).min(page.len()))
            .take_while(|&k| page.piece(k) == Piece::Word || page.piece(k) == Piece::Open)
            .find_map(|k| {
                let fixed = page.pack.after_at(k, &word, page.bare(k));
                fixed.or_else(|| super::idiom::falsehood(page, k).then_some((Turn::Deny, 1)))
            });
        // "Called the news of his death a fabrication": within what follows the verb.
        let (begin, _) = page.tokens_in(Span::new(last.start as usize, last.end as usize));
        let found = found.or_else(|| {
            (begin..end)
                .find(|&k| super::idiom::falsehood(page, k))
                .map(|_| (Turn::Deny, 1))
        });
        if let Some((turn, _)) = found.filter(|(t, _)| matches!(t, Turn::Deny | Turn::Doubt)) {
            return CueTurn::Turn(turn);
        }
    }
    if s.act == Act::Predict {
        return CueTurn::Turn(Turn::Unreal);
    }
    CueTurn::None
}

/// «وهو ما تكذبه العائلة»: a verb of denying with what it denies attached.
fn denies_it(page: &Page, k: usize) -> bool {
    let text = page.text(k);
    let stem = text.strip_suffix("ها").or_else(|| text.strip_suffix('ه'));
    let stem = stem.filter(|s| page.arabic() && s.chars().count() > 3 && s.starts_with(['ت', 'ي']));
    stem.is_some_and(|stem| {
        let entry = page.pack.known(&page.pack.take(stem).key);
        entry.is_some_and(|e| e.sorts & sort::DENY_CUE != 0)
    })
}

/// Whether a predicate is of a life or death.
fn vital(predicate: Option<&str>) -> bool {
    matches!(predicate, Some("killed" | "died" | "status"))
}

/// A word for what somebody has said.
fn said_once(word: &str) -> bool {
    matches!(
        word,
        "statement" | "statements" | "announcement" | "claim" | "claims" | "report" | "assertion"
    )
}

/// A word of hope.
fn hoped(word: &str) -> bool {
    matches!(
        word.trim_start_matches('و'),
        "hope" | "hopes" | "hoped" | "hoping" | "الامل" | "الامال"
    )
}

/// «ورفض الرواية، مؤكدا أن»: what is added so is refused by nobody.
fn stresses(word: &str) -> bool {
    matches!(
        word.trim_start_matches('و'),
        "موكدا" | "موكده" | "موكدين" | "جازما" | "جازمه"
    )
}

/// Whether what is confirmed is a report by its name: «أكد أنباء مقتله».
fn confirms_report(page: &Page, s: &Statement) -> bool {
    s.content.first().is_some_and(|c| {
        let (a, b) = page.tokens_in(Span::new(c.start as usize, c.end as usize));
        (a..b.min(a + 2)).any(|k| page.turns(k, Turn::Rumour) || page.is(k, sort::TRUTH))
    })
}

struct One<'a> {
    index: usize,
    article: &'a Article<'a>,
    page: &'a Page<'a>,
    cast: &'a Cast,
    today: Option<Date>,
}

/// One thing read within tokens.
struct Read {
    of: Proposed,
    held: Held,
    unclear: bool,
    rule: String,
    tokens: (usize, usize),
    at: usize,
    resolved: bool,
    /// Read by a frame that leaves much unsaid.
    lenient: bool,
}

/// How many tokens at the head of a content ask: "whether", «ما إذا كان».
fn asking(page: &Page, a: usize) -> usize {
    if page.turns(a, Turn::Question) || matches!(page.text(a), "whether" | "if" | "who") {
        return 1;
    }
    let word = |k: usize| page.text(k);
    page.pack
        .turn_at(a, &word, page.bare(a))
        .filter(|(turn, _)| *turn == Turn::Question)
        .map_or(0, |(_, n)| n)
}

impl One<'_> {
    fn read(&self, out: &mut Vec<Reading>) {
        let statements = &self.article.extraction.statements;
        for (i, s) in statements.iter().enumerate() {
            self.statement(i, s, out);
        }
        self.own(out);
    }

    fn statement(&self, i: usize, s: &Statement, out: &mut Vec<Reading>) {
        let page = self.page;
        let all = &self.article.extraction.statements;
        let kin = s
            .source
            .as_ref()
            .filter(|q| {
                let (a, b) = page.tokens_in(Span::new(q.start as usize, q.end as usize));
                (a..b).any(|k| page.is(k, sort::RELATION))
            })
            .and_then(|_| self.cast.focus())
            .or_else(|| self.cast.family(s.source_name.as_deref()?));
        let cue = cue_turn(page, s);
        let denies = cue == CueTurn::Turn(Turn::Deny);
        let body = self.body(s);
        let voice = Voice {
            kin,
            from: 0,
            person: self.speaker(s),
            group: s.source_name.as_deref().filter(|_| {
                s.named
                    && matches!(
                        s.source_kind,
                        SourceKind::Organization | SourceKind::Group | SourceKind::State
                    )
            }),
            body: body.as_ref(),
            denies,
            accuses: s.act == Act::Accuse
                || s.cue.as_ref().is_some_and(|c| {
                    matches!(
                        fold(&c.text).trim_start_matches('و'),
                        "blamed" | "blames" | "blame" | "حمل" | "حملت" | "حملوا"
                    )
                }),
            cannot: cue == CueTurn::Turn(Turn::CannotConfirm),
            announces: s.act == Act::Announce
                || s.cue.as_ref().is_some_and(|c| {
                    matches!(
                        fold(&c.text).trim_start_matches('و'),
                        "اعلن"
                            | "اعلنت"
                            | "تبني"
                            | "تبنت"
                            | "claimed"
                            | "claim"
                            | "claims"
                            | "announced"
                    )
                }),
        };
        // What others say within it is theirs; a rumour denied is what the denial is of.
        let masks: Vec<(Span, bool)> = all
            .iter()
            // "Said she had been told by a nurse that he died": what a speaker was told, she says.
            .filter(|inner| !told(page, inner))
            .filter(|inner| {
                inner.nested_in.as_deref() == Some(&s.id)
                    && !(inner.act == Act::Rumour && cue != CueTurn::None)
                    // "Rejected allegations that it was behind the bombing": what the denial is of.
                    && !(inner.act == Act::Accuse && denies)
                    // "He said he could not confirm that": the same speaker's, in the same words.
                    && !(!page.arabic()
                        && inner.act != Act::Rumour
                        && inner.source_name.is_some()
                        && inner.source_name == s.source_name)
            })
            .flat_map(|inner| {
                let rumour = inner.act == Act::Rumour;
                inner
                    .content
                    .iter()
                    .chain(&inner.cue)
                    .map(move |q| (Span::new(q.start as usize, q.end as usize), rumour))
            })
            .collect();
        // «أعلن المرصد وفاته، نقلا عن طبيب»: who is cited behind it says it, and passes on nobody's words.
        let cited = s.cue.as_ref().is_some_and(|c| {
            let (a, b) = page.tokens_in(Span::new(c.start as usize, c.end as usize));
            (a..b).any(|k| matches!(page.text(k), "نقلا" | "استنادا" | "citing" | "quoting"))
        });
        let same_content = all
            .iter()
            .any(|inner| inner.nested_in.as_deref() == Some(&s.id) && inner.content == s.content);
        self.cued(i, s, voice, out);
        // "X was said to have been killed": the words round the verb are one clause.
        let whole: Vec<Span> = match (s.content.first(), s.content.last(), &s.cue, &s.source) {
            (Some(first), Some(last), Some(cue), None)
                if s.content.len() == 2 && first.end <= cue.start && cue.end <= last.start =>
            {
                vec![Span::new(first.start as usize, last.end as usize)]
            }
            // "X, who the rebels say died": so are those round whoever says it.
            (Some(first), Some(last), Some(cue), Some(who))
                if s.content.len() == 2
                    && first.end <= who.start
                    && who.end <= cue.start
                    && cue.end <= last.start =>
            {
                vec![Span::new(first.start as usize, last.end as usize)]
            }
            _ => s
                .content
                .iter()
                .map(|q| Span::new(q.start as usize, q.end as usize))
                .collect(),
        };
        // "While X says that he died, the ministry …": what the ministry does is its own.
        let bound = s.cue.as_ref().zip(whole.last()).and_then(|(c, last)| {
            let cue = page
                .tokens_in(Span::new(c.start as usize, c.end as usize))
                .0;
            let (a, b) = page.tokens_in(*last);
            super::question::set_against(page, cue, a, b)
        });
        for piece in whole {
            let (a, b) = page.tokens_in(piece);
            for r in within(
                page,
                self.cast,
                a,
                b,
                voice,
                self.today,
                s.act == Act::Accuse,
            ) {
                let span = page.span(r.tokens.0.max(a), r.tokens.1.min(b));
                let trigger = page.span(r.at, r.at + 1);
                // Of a report by its name, only what the outer words make of it is the outer speaker's.
                let turned = matches!(
                    r.held.stance,
                    Stance::Denies | Stance::Doubts | Stance::CannotConfirm
                ) || r.held.stance == Stance::Affirms && r.held.hedged;
                let masked = |m: &(Span, bool)| {
                    m.0.start <= trigger.start && trigger.start < m.0.end && !(m.1 && turned)
                };
                // «…، وغداة اتهامها بكذا، وهو ما نفته»: a denial behind is of the last clause.
                let behind = denies
                    && s.cue
                        .as_ref()
                        .zip(s.content.last())
                        .is_some_and(|(c, q)| c.start >= q.end);
                let parted = |k: usize| page.piece(k) == Piece::Comma && page.conj(k + 1);
                if bound.is_some_and(|at| at < r.at)
                    || denies
                        && vital(r.of.predicate.as_deref())
                        && super::question::only_since(page, a, r.at)
                {
                    continue;
                }
                if behind && page.arabic() && (r.at..b).any(parted) {
                    continue;
                }
                let mut held = r.held;
                let mut unclear = r.unclear;
                // «كذّب ما أعلنه المرصد عن مقتله»: the denial is of what the other said.
                let reacts = matches!(
                    cue,
                    CueTurn::Turn(Turn::Deny | Turn::Doubt | Turn::CannotConfirm)
                ) && names_a_report(page, a)
                    && first_clause(page, a, r.at);
                if !reacts && !same_content && masks.iter().any(masked) {
                    // "The channel reported that officials said": an outlet passes their words on.
                    let passes = !page.arabic()
                        && s.source_kind == SourceKind::Outlet
                        && cue == CueTurn::None
                        && masks.iter().filter(|m| masked(m)).all(|m| !m.1);
                    if !passes || held.stance != Stance::Affirms {
                        continue;
                    }
                    held = Held {
                        stance: Stance::Reports,
                        hedged: false,
                    };
                }
                if let CueTurn::Turn(turn) = cue {
                    // A denial is of the clause it governs; what its speaker adds, or says in so many words, is his own.
                    let governed = first_clause(page, a, r.at)
                        && !(turn == Turn::Deny
                            && s.style == Style::Direct
                            && !opens_with_noun(page, a, r.at));
                    // "Called the news a lie": what follows has turned it already.
                    let twice = turn == Turn::Deny
                        && held.stance == Stance::Denies
                        && s.act != Act::Deny
                        && !page.denies(s);
                    // «نفت المساعدة في فبركة هجوم»: that it was not made up is not yet that it was.
                    let word = |n: usize| page.text(n);
                    let made_up = turn == Turn::Deny
                        && held.stance == Stance::Denies
                        && (a..r.at).any(|k| {
                            page.pack
                                .turn_at(k, &word, page.bare(k))
                                .is_some_and(|(t, _)| t == Turn::Deny)
                        });
                    if governed && made_up {
                        continue;
                    }
                    if governed && !twice {
                        match held.under(turn) {
                            Some(h) => held = h,
                            None => continue,
                        }
                        unclear |= denies && active_killing(page, &r);
                    }
                }
                // Words that nobody is behind commit nobody: «قيل»، «تقارير».
                if s.source_kind == SourceKind::Unattributed
                    && !(held.stance == Stance::CannotConfirm && s.act != Act::Rumour)
                {
                    held = Held {
                        stance: Stance::Reports,
                        hedged: false,
                    };
                }
                if same_content && !cited && held.stance == Stance::Affirms {
                    held = Held {
                        stance: Stance::Reports,
                        hedged: false,
                    };
                }
                push(
                    self.index,
                    Said::Statement(i),
                    r,
                    held,
                    unclear,
                    vec![span],
                    0.8,
                    out,
                );
            }
        }
    }

    /// The person of the article who speaks: by name, or named within the words that describe who speaks.
    fn speaker(&self, s: &Statement) -> Option<usize> {
        let page = self.page;
        let by_name = s.source_name.as_deref().and_then(|n| self.cast.find(n));
        if by_name.is_some() || !s.named {
            return by_name;
        }
        let q = s.source.as_ref()?;
        let (a, b) = page.tokens_in(Span::new(q.start as usize, q.end as usize));
        // «شقيق فلان» is not he: whoever is named last, and is not whom the case is about.
        let mut k = a;
        let mut last = None;
        while k < b {
            match self.cast.at(page, k, b) {
                Some((n, who)) => {
                    last = Some(who);
                    k += n;
                }
                None => k += 1,
            }
        }
        last.filter(|who| Some(*who) != self.cast.focus())
    }

    /// «نعت الحركة قائدها», "the group mourned its leader": the cue itself says it.
    fn cued(&self, i: usize, s: &Statement, voice: Voice, out: &mut Vec<Reading>) {
        const NEAR: usize = 10;
        let page = self.page;
        let (Some(cue), Some(first)) = (&s.cue, s.content.first()) else {
            return;
        };
        let (ca, cb) = page.tokens_in(Span::new(cue.start as usize, cue.end as usize));
        let (a, b) = page.tokens_in(Span::new(first.start as usize, first.end as usize));
        if cb > a || a - cb > NEAR {
            return;
        }
        let vital = |r: &Read| {
            (ca..cb).contains(&r.at)
                && matches!(
                    r.of.predicate.as_deref(),
                    Some("killed" | "died" | "status")
                )
        };
        let found = within(page, self.cast, ca, b, voice, self.today, false);
        for r in found.into_iter().filter(vital) {
            let (held, unclear) = (r.held, r.unclear);
            let part = vec![page.span(a, b)];
            push(
                self.index,
                Said::Statement(i),
                r,
                held,
                unclear,
                part,
                0.75,
                out,
            );
        }
    }

    /// The body, group or land that a statement's speaker is or speaks for, as its own words or an earlier naming tell.
    fn body(&self, s: &Statement) -> Option<crate::drafting::Named> {
        let page = self.page;
        let both = s.source.as_ref().is_some_and(|q| {
            let (a, b) = page.tokens_in(Span::new(q.start as usize, q.end as usize));
            super::deeds::together(page, self.cast, a, b)
        });
        if both {
            return None;
        }
        let told = |s: &Statement| {
            let q = s.source.as_ref()?;
            if s.named
                && matches!(
                    s.source_kind,
                    SourceKind::Organization | SourceKind::Group | SourceKind::State
                )
                && let Some(name) = &s.source_name
                // "Russia's Defence Ministry": the land, where the name tells no more.
                && !page.pack.any_might(name)
            {
                return Some(crate::drafting::Named {
                    name: name.clone(),
                    kind: crate::model::EntityKind::Group,
                    span: Some(Span::new(q.start as usize, q.end as usize)),
                    known_as: None,
                });
            }
            let (a, b) = page.tokens_in(Span::new(q.start as usize, q.end as usize));
            super::deeds::body(page, self.cast, a, b)
        };
        let all = &self.article.extraction.statements;
        told(s)
            .or_else(|| {
                let name = s.source_name.as_deref()?;
                all.iter()
                    .filter(|o| o.source_name.as_deref() == Some(name))
                    .find_map(told)
            })
            .or_else(|| {
                // "…, spokesman X said": of the body that spoke right before.
                let q = s.source.as_ref()?;
                let words = fold(&q.text);
                let speaks = words.split_whitespace().any(|w| {
                    matches!(
                        w.trim_matches(|c: char| !c.is_alphanumeric()),
                        "spokesman"
                            | "spokeswoman"
                            | "spokesperson"
                            | "المتحدث"
                            | "الناطق"
                            | "المتحدثه"
                            | "الناطقه"
                    )
                });
                let at = s.cue.as_ref().map_or(q.start, |c| c.start.min(q.start));
                all.iter()
                    .filter(|o| {
                        o.id != s.id
                            && o.source
                                .as_ref()
                                .is_some_and(|p| p.end <= at && at - p.end < 300)
                    })
                    .max_by_key(|o| o.source.as_ref().map(|p| p.end))
                    .filter(|_| speaks)
                    .and_then(told)
            })
    }

    /// Sentences of the outlet's own and headings.
    fn own(&self, out: &mut Vec<Reading>) {
        let page = self.page;
        for (n, said, (from, to)) in own_sentences(self.article, page) {
            let heading = matches!(said, Said::Heading(_));
            for r in within(
                page,
                self.cast,
                from,
                to,
                Voice::default(),
                self.today,
                false,
            ) {
                let mut held = r.held;
                // Somebody's words within quotation marks, of whom nobody knows whose they are.
                if !heading && (quoted(page, from, r.at) || announced(page, from, r.at)) {
                    continue;
                }
                // «كذبت الحركة …»: whoever says or denies it was not read, and the outlet does not say it itself.
                if !heading && passed_over(page, from, r.at) {
                    continue;
                }
                // An outlet accuses nobody; whose charge it is was not read. "Declined to comment on the death" tells of no death.
                if r.of.predicate.as_deref() == Some("accused")
                    || super::idiom::no_comment(page, from, r.at)
                {
                    continue;
                }
                // An outlet that doubts says so of itself; else somebody's doubts have lost their speaker.
                if !heading && matches!(held.stance, Stance::Doubts | Stance::CannotConfirm) {
                    continue;
                }
                if heading && attributed(page, from, r.at, to) {
                    if held.stance != Stance::Affirms {
                        continue;
                    }
                    held = Held {
                        stance: Stance::Reports,
                        hedged: false,
                    };
                }
                let part = vec![page.span(r.tokens.0, r.tokens.1)];
                let unclear = r.unclear;
                push(
                    self.index,
                    said,
                    r,
                    held,
                    unclear,
                    part,
                    if n < 3 { 0.75 } else { 0.6 },
                    out,
                );
            }
        }
    }

    /// The title of the entry, where the text does not hold it.
    fn title(&self, page: &Page, of: &TitleCast, extraction: &Pack, out: &mut Vec<Reading>) {
        let Some(title) = self.article.title else {
            return;
        };
        if title.trim().is_empty() || self.article.text.contains(title.trim()) {
            return;
        }
        let mut known = names_in(page);
        renamed(&mut known, of.same);
        known.extend(of.own.iter().cloned());
        let cast = Cast::new(page, &known, of.others, of.weights, of.focus, of.same);
        let said = extract(title, extraction);
        let asked = title.contains(['؟', '?']);
        for r in within(
            page,
            &cast,
            0,
            page.len(),
            Voice::default(),
            self.today,
            false,
        ) {
            let at = page.span(r.at, r.at + 1).start;
            let others_words = said.statements.iter().any(|s| {
                s.content
                    .iter()
                    .any(|c| c.start as usize <= at && at < c.end as usize)
            });
            let mut held = r.held;
            if asked {
                continue;
            }
            if others_words || attributed(page, 0, r.at, page.len()) {
                let denied = said
                    .statements
                    .iter()
                    .any(|s| cue_turn(page, s) != CueTurn::None && s.act != Act::Rumour);
                if held.stance != Stance::Affirms || denied {
                    continue;
                }
                held = Held {
                    stance: Stance::Reports,
                    hedged: false,
                };
            }
            let unclear = r.unclear;
            let mut r = r;
            for (_, fillers) in &mut r.of.roles {
                for f in fillers {
                    if let Filler::Named(n) = f {
                        n.span = None;
                    }
                }
            }
            if let Some(p) = &mut r.of.place {
                p.span = None;
            }
            push(
                self.index,
                Said::Title,
                r,
                held,
                unclear,
                Vec::new(),
                0.75,
                out,
            );
        }
    }
}

/// Whether what is said is what somebody announced: «متمسكا بإعلانه موت فلان», "the announcement of his death".
fn announced(page: &Page, from: usize, at: usize) -> bool {
    (at.saturating_sub(5).max(from)..at).any(|k| {
        let word = page.bare(k).trim_start_matches(['ب', 'ل', 'ك']);
        let word = word.trim_start_matches("ال");
        ["اعلان", "ترجيح", "تصريح", "تكهن"]
            .iter()
            .any(|w| word.starts_with(w))
            || matches!(
                word,
                "announcement" | "assertion" | "statement" | "suggestion" | "declaration"
            )
    })
}

/// Whether a word of saying, denying or doubting stands before a trigger in a sentence of which no statement was read.
fn passed_over(page: &Page, from: usize, at: usize) -> bool {
    (from..at).any(|k| {
        page.is(k, sort::DENY_CUE | sort::DOUBT_CUE) || page.tok(k).is_some_and(|t| t.says)
    })
}

/// Whether a trigger stands within a quotation of some length.
fn quoted(page: &Page, from: usize, at: usize) -> bool {
    (from..at).any(|k| {
        page.piece(k) == Piece::Open
            && page.cut(page.span(k, k + 1)).is_empty()
            && page.tok(k).is_some_and(|t| t.mate > at && t.mate - k > 4)
    })
}

/// Whether a heading's words are given to somebody: «المرصد: مقتل فلان», "X killed in strike - monitor".
fn attributed(page: &Page, from: usize, at: usize, to: usize) -> bool {
    let dash = !page.arabic()
        && (at..to).any(|k| {
            page.piece(k) == Piece::Dash
                && to - k < 6
                && !super::english_names::joint(page, k)
                && (k + 1..to).all(|n| page.piece(n) == Piece::Word)
        });
    dash || (from..at).any(|k| page.piece(k) == Piece::Colon)
        || (from..at).any(|k| page.tok(k).is_some_and(|t| t.says))
}

/// Whether a content begins with what somebody said: «ما أعلنته الوكالة عن», "the Observatory's claim that".
fn names_a_report(page: &Page, a: usize) -> bool {
    let word = |k: usize| {
        let word = page.bare(k);
        let word = word.strip_prefix(['ب', 'ل']).unwrap_or(word);
        word.strip_prefix("ال").unwrap_or(word)
    };
    let start = a + usize::from(page.piece(a) == Piece::Open);
    let start = start + usize::from(page.is(start, sort::TRUTH));
    if page.arabic() {
        return matches!(word(start), "ما" | "مما" | "عما")
            || [
                "اعلان",
                "تصريح",
                "زعم",
                "مزاعم",
                "ادعاء",
                "روايه",
                "بيان",
                "قول",
                "اتهام",
                "حديث",
                "تاكيد",
            ]
            .iter()
            .any(|w| word(start).starts_with(w))
            || page.turns(start, Turn::Rumour);
    }
    (start..start + 6).any(|k| {
        page.text(k) == "what"
            || page.is(k, sort::ANSWER)
                && !matches!(
                    page.text(k),
                    "this" | "that" | "these" | "those" | "it" | "such"
                )
            || matches!(
                page.text(k),
                "announcement" | "assertion" | "assertions" | "insistence" | "declaration"
            )
    })
}

/// Whether a trigger stands in the first clause of a content.
fn first_clause(page: &Page, a: usize, at: usize) -> bool {
    !(a..at).any(|k| {
        matches!(page.piece(k), Piece::Semicolon | Piece::Stop | Piece::Line)
            || page.piece(k) == Piece::Comma && k > a + 1 && page.arabic() && page.conj(k + 1)
            || page.arabic()
                && k > a
                && page.conj(k)
                && (page.tok(k).is_some_and(|t| t.says || t.that)
                    || super::phrase::finite(page, k) && k != at)
            || !page.arabic()
                && k > a
                && matches!(page.text(k), "but" | "and")
                && at - k < 6
                && page.tok(k + 1).is_some_and(|t| t.says)
    })
}

/// Whether a content begins with the noun phrase that is denied.
fn opens_with_noun(page: &Page, a: usize, at: usize) -> bool {
    at <= a + 3
        && page.entry(at).is_some_and(|e| {
            e.triggers
                .iter()
                .any(|t| t.shape == super::lexicon::Shape::Noun)
        })
}

/// «نفى أن تكون الغارة قتلته»: the killing by that, or the death?
fn active_killing(page: &Page, r: &Read) -> bool {
    matches!(
        r.of.predicate.as_deref(),
        Some("killed" | "wounded" | "died")
    ) && r
        .of
        .roles
        .iter()
        .any(|(role, _)| role == "by" || role == "cause")
        && page.entry(r.at).is_some_and(|e| {
            e.triggers.iter().any(|t| {
                t.shape != super::lexicon::Shape::Noun && t.shape != super::lexicon::Shape::Passive
            })
        })
        // "Had been killed in a strike": the death.
        && (page.arabic()
            || !(r.at.saturating_sub(3)..r.at)
                .any(|k| matches!(page.text(k), "been" | "was" | "were" | "is" | "be")))
}

/// Everything typed that the tokens `a..b` say.
#[allow(clippy::too_many_arguments)]
fn within(
    page: &Page,
    cast: &Cast,
    a: usize,
    b: usize,
    voice: Voice,
    today: Option<Date>,
    accuses: bool,
) -> Vec<Read> {
    let mut out: Vec<Read> = Vec::new();
    let voice = Voice { from: a, ..voice };
    let asked = b < page.len()
        && page.piece(b) == Piece::Stop
        && page.cut(page.span(b, b + 1)).contains(['؟', '?']);
    let found = hits(page, cast, a, b);
    let mut used: Vec<(usize, usize)> = Vec::new();
    for hit in &found {
        let read = propositions(page, cast, hit, voice).or_else(|| {
            let whom = out.last().filter(|r| hit.at - r.at < 8)?;
            elided(page, hit, whom).map(|of| (of, whom.unclear))
        });
        let mut hit = hit.clone();
        let read = read.or_else(|| super::deeds::complete(page, cast, &mut hit, voice, b));
        let Some((mut of, unsure)) = read else {
            continue;
        };
        // "Agreed on a truce": one agreement.
        let truce = of.predicate.as_deref() == Some("agreed")
            && out
                .iter()
                .any(|r| r.of.predicate.as_deref() == Some("truce") && hit.at.abs_diff(r.at) < 10);
        if truce {
            continue;
        }
        let hit = &hit;
        used.push((hit.a, hit.b));
        // قتل is verb and noun: one of the two has been read.
        if out
            .iter()
            .any(|r| r.at == hit.at && r.of.predicate == of.predicate)
        {
            continue;
        }
        // "Carried out the strike that hit the market": two words of one deed.
        let frame = &page.pack.frames[hit.trigger.frame];
        if frame.lenient
            && out.iter().any(|r| {
                r.of.predicate == of.predicate
                    && hit.at - r.at < 16
                    && of.roles.iter().all(|x| r.of.roles.contains(x))
            })
        {
            continue;
        }
        // Of several deeds under a denial the first is what is denied: "denied paying for the release".
        if frame.lenient
            && voice.denies
            && out
                .iter()
                .any(|r| r.lenient && hit.at.abs_diff(r.at) < 14 && r.of.predicate != of.predicate)
        {
            continue;
        }
        // "Could not confirm whether": what is asked is what nobody can confirm.
        let asks = if voice.cannot { asking(page, a) } else { 0 };
        let Some(mut held) = held(page, hit, a + asks, b) else {
            continue;
        };
        // "After the chemical attack": spoken of by all, laid to nobody, affirmed by none.
        let bare = of.predicate.as_deref() == Some("chemical")
            && !of.roles.iter().any(|(role, _)| role == "by");
        if bare
            && matches!(held.stance, Stance::Affirms | Stance::Reports)
            && !voice.denies
            && !voice.cannot
        {
            continue;
        }
        if frame.inverse {
            held = held.under(Turn::Negation).unwrap_or(held);
        }
        if accuses && held.stance == Stance::Reports {
            held = Held::AFFIRMS;
        }
        if asked {
            continue;
        }
        match time(page, hit, today) {
            // A truce agreed may begin tomorrow.
            Some(Time::Ahead) if of.predicate.as_deref() == Some("truce") => {}
            Some(Time::Ahead) => continue,
            Some(Time::At(edtf, inferred)) => of.time = Some((edtf, inferred)),
            None => {}
        }
        // What became of him is asked; only that nobody can tell is said of it.
        if page.pack.frames[hit.trigger.frame].rule.ends_with("-fate")
            && held.stance != Stance::CannotConfirm
        {
            continue;
        }
        // An earlier report, long past, is no report of what the case is about.
        let passed_on = matches!(held.stance, Stance::Affirms | Stance::Reports);
        // «أكدت مرارا أنه بخير»: that somebody lives is said as often as it is asked.
        let lives = of.roles.iter().any(|(role, value)| {
            role == "value" && value.contains(&Filler::Value("alive".to_owned()))
        });
        if passed_on
            && !lives
            && matches!(of.predicate.as_deref(), Some("killed" | "died" | "status"))
            && super::idiom::told_before(page, hit.at, (a, b), today)
        {
            continue;
        }
        if of.time.is_none() && is_state(of.predicate.as_deref()) {
            of.time = today.map(|d| (d.to_string(), true));
        }
        // «لم ينج»، "did not survive", "is not alive": he is dead.
        if of.predicate.as_deref() == Some("status")
            && held.stance == Stance::Denies
            && let Some((_, value)) = of.roles.iter_mut().find(|(r, _)| r == "value")
            && value.contains(&Filler::Value("alive".to_owned()))
        {
            *value = vec![Filler::Value("dead".to_owned())];
            held.stance = Stance::Affirms;
        }
        let once = matches!(
            of.predicate.as_deref(),
            Some(
                "killed" | "died" | "wounded" | "detained" | "appointed" | "dismissed" | "resigned"
            )
        );
        let jussive = hit.at > 0 && page.bare(hit.at - 1) == "لم";
        if once && hit.trigger.shape == super::lexicon::Shape::Present && page.arabic() && !jussive
        {
            // «يقتل المدنيين» tells what is done again and again.
            continue;
        }
        let resolved = of.roles.iter().any(|(_, f)| f.iter().any(|f| matches!(f, Filler::Named(n) if n.span.is_none() && n.kind == crate::model::EntityKind::Person)));
        out.push(Read {
            of,
            held,
            unclear: unsure,
            rule: frame.rule.clone(),
            tokens: (hit.a, hit.b),
            at: hit.at,
            resolved,
            lenient: frame.lenient,
        });
    }
    // «12 قتيلا», "30 wounded" that no frame took.
    for i in a..b {
        if used.iter().any(|u| u.0 <= i && i < u.1)
            || page.piece(i) != Piece::Word && page.piece(i) != Piece::Number
        {
            continue;
        }
        let Some(p) = phrase(page, cast, i, b, true)
            .filter(|p| p.what == What::People && p.a == i && p.count.is_some())
        else {
            continue;
        };
        // A number is needed: «قتلى وجرحى» counts nothing.
        if p.count
            .as_ref()
            .is_none_or(|c| c.1.is_none() && c.0 == Some(2))
        {
            continue;
        }
        let trigger = super::lexicon::Trigger {
            frame: 0,
            shape: super::lexicon::Shape::Noun,
            deed: false,
        };
        let mut hit = Hit::new(trigger, i, a.max(i.saturating_sub(12)), b.min(p.b + 12));
        hit.b = p.b;
        for k in p.b..hit.right {
            if matches!(page.text(k), "في" | "in" | "at" | "near") {
                hit.place = phrase(page, cast, k + 1, b, true)
                    .filter(|p| matches!(p.what, What::Place | What::State));
                break;
            }
            if matches!(page.piece(k), Piece::Comma | Piece::Stop) {
                break;
            }
        }
        let Some(mut of) = counted_alone(page, &p, &hit) else {
            continue;
        };
        let Some(held) = held(page, &hit, a, b) else {
            continue;
        };
        match time(page, &hit, today) {
            Some(Time::Ahead) => continue,
            Some(Time::At(edtf, inferred)) => of.time = Some((edtf, inferred)),
            None => {}
        }
        if asked {
            continue;
        }
        used.push((i, p.b));
        out.push(Read {
            of,
            held,
            unclear: false,
            rule: "counted-noun".to_owned(),
            tokens: (i, p.b),
            at: i,
            resolved: false,
            lenient: false,
        });
    }
    out
}

/// "Wounded, not killed", «أصيب ولم يقتل»: whom the word before befell.
fn elided(page: &Page, hit: &Hit, before: &Read) -> Option<Proposed> {
    let frame = page.pack.frames.get(hit.trigger.frame)?;
    let role = match frame.predicate.as_str() {
        "killed" | "wounded" => "victim",
        "died" => "person",
        _ => return None,
    };
    let negated = (before.at + 1..hit.at).any(|k| page.turns(k, Turn::Negation));
    let person = before
        .of
        .roles
        .iter()
        .find(|(r, _)| r == "victim" || r == "person")?;
    let bare = !hit.roles.iter().any(|(r, f)| {
        r == role && !matches!(f, super::hit::Fill::Phrase(p) if p.what == What::Thing)
    });
    let named = matches!(person.1.first(), Some(Filler::Named(n)) if n.kind == crate::model::EntityKind::Person);
    (negated && bare && named).then(|| Proposed {
        predicate: Some(frame.predicate.clone()),
        roles: vec![(role.to_owned(), person.1.clone())],
        place: None,
        count: None,
        time: None,
    })
}

fn is_state(predicate: Option<&str>) -> bool {
    matches!(
        predicate,
        Some(
            "status"
                | "controls"
                | "controls-part"
                | "present"
                | "besieged"
                | "coordinates"
                | "belongs"
                | "holds-post"
        )
    )
}

#[allow(clippy::too_many_arguments)]
fn push(
    article: usize,
    said: Said,
    r: Read,
    held: Held,
    unclear: bool,
    part: Vec<Span>,
    score: f64,
    out: &mut Vec<Reading>,
) {
    let score = if r.resolved { score - 0.15 } else { score };
    let mut add = |of: Proposed, unclear: bool| {
        let twin = out.iter().any(|o| {
            o.article == article
                && o.said == said
                && same_claim(&o.of, &of)
                && o.stance == held.stance
        });
        if !twin {
            out.push(Reading {
                article,
                said,
                of,
                stance: held.stance,
                hedged: held.hedged,
                unclear,
                part: part.clone(),
                rule: r.rule.clone(),
                score: (score * 100.0).round() / 100.0,
            });
        }
    };
    // Who did it is a further claim: to deny that he did it is not to deny the death.
    let by = r.of.roles.iter().any(|(role, _)| role == "by");
    if by
        && matches!(
            r.of.predicate.as_deref(),
            Some("killed" | "wounded" | "detained" | "chemical" | "seized" | "downed")
        )
    {
        let mut base = r.of.clone();
        base.roles.retain(|(role, _)| role != "by");
        add(
            base,
            unclear
                || matches!(
                    held.stance,
                    Stance::Denies | Stance::Doubts | Stance::CannotConfirm
                ),
        );
        add(r.of.clone(), false);
    } else {
        add(r.of.clone(), unclear);
    }
}

/// Whether two propositions of one article are the same but for where their names stand.
pub(super) fn same_claim(a: &Proposed, b: &Proposed) -> bool {
    let bare = |p: &Proposed| {
        let mut p = p.clone();
        for (_, fillers) in &mut p.roles {
            for f in fillers {
                if let Filler::Named(n) = f {
                    n.span = None;
                }
            }
        }
        p.roles.retain(|(r, _)| r != "cause");
        p.place = None;
        p.time = None;
        p
    };
    bare(a) == bare(b)
}

/// "Had been told by a nurse that", "a nurse had confirmed it to her": whoever speaks was told.
fn told(page: &Page, inner: &crate::extraction::Proposed) -> bool {
    const NEAR: usize = 4;
    inner.cue.as_ref().is_some_and(|c| {
        let at = page
            .tokens_in(Span::new(c.start as usize, c.end as usize))
            .0;
        let tells = matches!(
            page.text(at),
            "told" | "informed" | "assured" | "notified" | "advised"
        );
        let confirms = tells || matches!(page.text(at), "confirmed" | "reported" | "admitted");
        let whom = |k: usize| matches!(page.text(k), "him" | "her" | "them" | "it" | "me" | "us");
        let passive = at > 1
            && tells
            && matches!(page.text(at - 1), "been" | "was" | "were")
            && (at.saturating_sub(4)..at)
                .any(|k| matches!(page.text(k), "she" | "he" | "they" | "it" | "i" | "we"));
        let active = tells && whom(at + 1)
            || confirms
                && (at + 1..at + NEAR)
                    .take_while(|&k| page.piece(k) == crate::extraction::Piece::Word)
                    .any(|k| page.text(k) == "to" && whom(k + 1));
        passive || active
    })
}
