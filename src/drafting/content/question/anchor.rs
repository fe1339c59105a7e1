//! Whom the case is about, in the texts: by name in either script, by an epithet, by a pronoun.
//!
//! In one file because each way of meaning him yields to the ones before it.

use std::collections::{BTreeMap, BTreeSet};

use super::another::office;
use super::families::{Families, Family, Wordings, Words};
use super::given::{given_names, not_a_name};
use crate::drafting::content::cast::Focus;
use crate::drafting::content::english_names::name_words;
use crate::drafting::content::lexicon::sort;
use crate::drafting::content::names_by_place::given_before_surname;
use crate::drafting::content::page::Page;
use crate::drafting::naming::whole;
use crate::drafting::stem::arabic;
use crate::extraction::{MentionKind, Of, Piece};
use crate::text::fold::fold;

/// How a saying means whom the case is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meant {
    Pronoun,
    Epithet,
    Name,
}

/// Whom a question is about: one person (`Anchor`), or people together (`freedom::Those`).
pub(super) trait Whom {
    /// Whether a name of theirs stands at a token.
    fn named(&self, page: &Page, k: usize) -> bool;

    /// How tokens mean them, at best.
    fn meant(
        &self,
        page: &Page,
        words: &Words,
        families: &Families,
        a: usize,
        b: usize,
    ) -> Option<Meant>;

    /// Somebody else by name within tokens.
    fn other(&self, page: &Page, a: usize, b: usize) -> Option<usize>;

    /// Whether one woman is asked for.
    fn female(&self) -> bool {
        false
    }

    /// What is attached to an Arabic word that is of him, or of her.
    fn attached(&self) -> &'static str {
        if self.female() { "ها" } else { "ه" }
    }

    /// How the clause in tokens `from..to` means them as those of whom its words `a..b` are told; none for one person, of whom the
    /// saying as a whole is read.
    fn told_of(
        &self,
        _page: &Page,
        _words: &Words,
        _families: &Families,
        _clause: (usize, usize),
        _at: (usize, usize),
    ) -> Option<Option<Meant>> {
        None
    }
}

impl Whom for Anchor {
    fn named(&self, page: &Page, k: usize) -> bool {
        Anchor::named(self, page, k)
    }

    fn meant(
        &self,
        page: &Page,
        words: &Words,
        families: &Families,
        a: usize,
        b: usize,
    ) -> Option<Meant> {
        Anchor::meant(self, page, words, families, a, b)
    }

    fn other(&self, page: &Page, a: usize, b: usize) -> Option<usize> {
        Anchor::other(self, page, a, b)
    }

    fn female(&self) -> bool {
        self.female
    }
}

/// Whom the case is about, in one script.
#[derive(Debug, Clone)]
pub(super) struct Anchor {
    /// The name as it is to be entered.
    pub(super) name: String,
    /// Words of it that mean him by themselves.
    words: BTreeSet<String>,
    /// All words of his names.
    any: BTreeSet<String>,
    /// Posts of two words and more that stand right before his name: «رئيس الوزراء», «وزير الدفاع».
    posts: BTreeSet<(String, String)>,
    /// The consonants of whose post he holds: "Montevera" of "Montevera's defence minister".
    of: BTreeSet<String>,
    /// Posts by which English articles call him: "president" of "President Tembani".
    heads: BTreeSet<String>,
    /// English words for a post that several articles have right beside his name.
    called: BTreeSet<String>,
    /// His given name, where the articles call him by it and nobody else bears it.
    given: BTreeSet<String>,
    /// Words beside his name.
    around: BTreeSet<String>,
    pub(super) female: bool,
}

/// The word at a token, or behind the quotation mark that stands there.
fn past_mark(page: &Page, k: usize) -> usize {
    k + usize::from(page.piece(k) == Piece::Open)
}

/// A title without what is attached to it.
fn bare_post(text: &str) -> String {
    let text = text
        .strip_prefix(['و', 'ل', 'ب'])
        .filter(|r| r.chars().count() > 3)
        .unwrap_or(text);
    text.to_owned()
}

/// A word beside his name, without article and attachment.
fn beside_name(text: &str) -> String {
    let bare = bare_post(text);
    let bare = bare.strip_suffix("'s").unwrap_or(&bare);
    bare.strip_prefix("ال").unwrap_or(bare).to_owned()
}

pub(super) fn particle(word: &str) -> bool {
    matches!(
        word,
        "al" | "el"
            | "ag"
            | "bin"
            | "ibn"
            | "ben"
            | "abu"
            | "ould"
            | "de"
            | "van"
            | "von"
            | "the"
            | "-"
            | "of"
            | "and"
            | "ابو"
            | "ابا"
            | "ابي"
            | "بن"
            | "ابن"
            | "اغ"
            | "ولد"
            | "ال"
            | "عبد"
            | "ام"
    )
}

impl Anchor {
    /// Whom a focus of either script means in the pages of one script.
    pub(super) fn new(
        arabic: bool,
        foci: &[Option<Focus>; 2],
        pages: &[Option<Page>],
    ) -> Option<Self> {
        let own = foci[usize::from(!arabic)].as_ref();
        let any = own.or(foci[usize::from(arabic)].as_ref())?;
        // «طه» has two letters, and no name in Latin letters by which somebody is called again has.
        let least = if arabic { 1 } else { 2 };
        let mut words: BTreeSet<String> = BTreeSet::new();
        let mut all: BTreeSet<String> = BTreeSet::new();
        let mut name = None;
        if let Some(f) = own {
            name = Some(f.known.name.clone());
            for n in std::iter::once(&f.known.words).chain(&f.aliases) {
                all.extend(n.iter().cloned());
                words.extend(
                    n.iter()
                        .rev()
                        .filter(|w| !particle(w) && w.chars().count() > least)
                        .take(1)
                        .cloned(),
                );
            }
        }
        // The same consonants in order, in this script's letters.
        for f in foci.iter().flatten() {
            let said: Vec<&String> = f.known.words.iter().filter(|w| !particle(w)).collect();
            let (Some(first), Some(last)) = (said.first(), said.last()) else {
                continue;
            };
            if said.len() < 2 {
                continue;
            }
            let (first, last) = (sound(first), sound(last));
            for page in pages.iter().flatten().filter(|p| p.arabic() == arabic) {
                for k in 0..page.len() {
                    if page.piece(k) != Piece::Word || sound(page.text(k)) != first {
                        continue;
                    }
                    if !arabic && !page.capital(k) {
                        continue;
                    }
                    let end = (k + 1..(k + 4).min(page.len())).find(|&n| {
                        (k + 1..n).all(|m| {
                            page.piece(m) == Piece::Word && (particle(page.text(m)) || n - k < 3)
                                || page.piece(m) == Piece::Dash
                        }) && page.piece(n) == Piece::Word
                            && sound(page.text(n)) == last
                            && (arabic || page.capital(n))
                    });
                    if let Some(end) = end {
                        all.extend((k..=end).map(|n| page.text(n).to_owned()));
                        words.insert(page.text(end).to_owned());
                        name.get_or_insert_with(|| page.name(k, end + 1).0);
                    }
                }
            }
        }
        words.retain(|w| w.chars().count() > least);
        let given = given_names(arabic, foci, pages);
        all.extend(given.iter().cloned());
        let name = name.unwrap_or_else(|| any.known.name.clone());
        all.extend(name_words(&fold(&name)));
        let mut found = Self {
            name,
            words,
            any: all,
            posts: BTreeSet::new(),
            of: BTreeSet::new(),
            heads: BTreeSet::new(),
            called: BTreeSet::new(),
            given,
            around: BTreeSet::new(),
            female: any.female,
        };
        found.learn(arabic, pages);
        Some(found)
    }

    /// What stands before his name in articles: his post, and whose it is.
    fn learn(&mut self, arabic: bool, pages: &[Option<Page>]) {
        const REACH: usize = 6;
        let mut posts: BTreeMap<(String, String), usize> = BTreeMap::new();
        let mut of = BTreeSet::new();
        let mut heads: BTreeSet<String> = BTreeSet::new();
        let mut called: BTreeMap<String, usize> = BTreeMap::new();
        for page in pages.iter().flatten().filter(|p| p.arabic() == arabic) {
            let mut here: BTreeSet<(String, String)> = BTreeSet::new();
            let his: Vec<usize> = (0..page.len()).filter(|&k| self.named(page, k)).collect();
            if !arabic {
                let posts: BTreeSet<String> = his
                    .iter()
                    .flat_map(|&k| self.posts_beside(page, k))
                    .collect();
                for post in posts {
                    *called.entry(post).or_default() += 1;
                }
                // "The Guild's treasurer, Adam Wahl": the Guild's.
                for &k in his.iter().filter(|&&k| k > 1) {
                    let comma = (k.saturating_sub(2)..k)
                        .rev()
                        .find(|&n| page.piece(n) == Piece::Comma)
                        .unwrap_or(k);
                    let owner = (comma.saturating_sub(REACH)..comma)
                        .rev()
                        .take_while(|&n| page.piece(n) == Piece::Word)
                        .find_map(|n| {
                            let bare = page.text(n).strip_suffix("'s")?;
                            (page.capital(n) && comma < k).then(|| sound(bare))
                        });
                    of.extend(owner);
                }
            }
            for k in his {
                let beside = (k.saturating_sub(REACH)..page.len().min(k + REACH))
                    .filter(|n| page.piece(*n) == Piece::Word);
                self.around
                    .extend(beside.map(|n| beside_name(page.text(n))));
                // «قائد «ألوية الوادي» فلان»: in quotation marks or not.
                let plain = |n: &usize| {
                    page.piece(*n) == Piece::Word
                        || arabic && matches!(page.piece(*n), Piece::Open | Piece::Close)
                };
                let before = (k.saturating_sub(REACH)..k).rev().take_while(plain);
                for n in before {
                    if !arabic && page.is(n, sort::TITLE) {
                        heads.insert(page.text(n).to_owned());
                    }
                    if arabic {
                        let post = page.head(n).is_some() || page.is(n, sort::TITLE);
                        let of = past_mark(page, n + 1);
                        if post && of < k && page.def(of) {
                            here.insert((bare_post(page.text(n)), page.text(of).to_owned()));
                        } else if post && of + 1 < k && !self.any.contains(page.text(of)) {
                            // «قائد ألوية الوادي»: two words tell which.
                            let two = format!("{} {}", page.text(of), page.text(of + 1));
                            here.insert((bare_post(page.text(n)), two));
                        }
                    } else if page.capital(n) && !self.any.contains(page.text(n)) {
                        of.insert(sound(page.text(n)));
                    }
                }
                // "President Tembani of Kerunda".
                if !arabic && page.text(k + 1) == "of" && page.capital(k + 2) {
                    of.insert(sound(page.text(k + 2)));
                }
            }
            for post in here {
                *posts.entry(post).or_default() += 1;
            }
        }
        self.posts = posts
            .into_iter()
            .filter(|(_, n)| *n > 1)
            .map(|(p, _)| p)
            .collect();
        self.heads = heads;
        self.called = called
            .into_iter()
            .filter(|c| c.1 > 1)
            .map(|c| c.0)
            .collect();
        self.of = of.into_iter().filter(|s| s.chars().count() > 2).collect();
    }

    /// "Guild treasurer Adam Wahl", "Adam Wahl, the guild's treasurer,": the words for a post right beside his name.
    fn posts_beside(&self, page: &Page, k: usize) -> Vec<String> {
        const REACH: usize = 7;
        let post = |n: usize| {
            page.piece(n) == Piece::Word
                && (page.is(n, sort::TITLE) || page.head(n) == Some(Of::Person))
        };
        let mut first = k;
        while first > 0 && self.any.contains(page.text(first - 1)) {
            first -= 1;
        }
        let comma = usize::from(first > 0 && page.piece(first - 1) == Piece::Comma);
        let before = first.checked_sub(1 + comma).filter(|&n| post(n));
        let led = page.piece(k + 1) == Piece::Comma
            && matches!(page.text(k + 2), "the" | "a" | "an" | "its" | "their");
        let behind = (k + 3..page.len().min(k + REACH))
            .take_while(|&n| page.piece(n) == Piece::Word && !matches!(page.text(n), "of" | "for"))
            .filter(|&n| led && post(n))
            .last();
        let both = before.into_iter().chain(behind);
        both.map(|n| page.text(n).to_owned()).collect()
    }

    /// «رئيس الوزراء قد توفي», «رئيس وزرائنا»: his post, and nobody's name behind it.
    fn post(&self, page: &Page, k: usize) -> bool {
        if !page.arabic() || page.piece(k) != Piece::Word {
            return false;
        }
        let (head, of) = (bare_post(page.text(k)), page.text(k + 1));
        let at = past_mark(page, k + 1);
        self.posts.iter().any(|(a, b)| {
            if let Some((first, second)) = b.split_once(' ') {
                let whose = page.text(at) == first && page.text(at + 1) == second;
                return *a == head && whose;
            }
            let stem = b.strip_prefix("ال").unwrap_or(b);
            let short: String = stem.chars().take(4).collect();
            // «وزرائنا»: the same noun with whose it is.
            let ours = of
                .strip_suffix("نا")
                .is_some_and(|w| short.chars().count() == 4 && w.starts_with(&short[..]))
                || of
                    .strip_suffix("هم")
                    .is_some_and(|w| short.chars().count() == 4 && w.starts_with(&short[..]));
            *a == head && (b == of || ours)
        })
    }

    /// Whether a name is his: it has a word that means him, and none of anybody else's.
    pub(super) fn bears(&self, name: &str) -> bool {
        let words = name_words(&fold(name));
        words.iter().any(|w| self.words.contains(w)) && words.iter().all(|w| self.any.contains(w))
    }

    /// Whether a name is no more than a part of his.
    pub(super) fn holds(&self, name: &str) -> bool {
        let words = name_words(&fold(name));
        words.iter().any(|w| !particle(w)) && words.iter().all(|w| self.any.contains(w))
    }

    /// Whether a name is his with words behind it that are none of it: «إدريس بركان أنفاسه», «إدريس بركان سالم معافى».
    pub(super) fn overrun(&self, name: &str) -> bool {
        const MORE: usize = 2;
        let words = name_words(&fold(name));
        let Some(last) = words.iter().rposition(|w| self.words.contains(w)) else {
            return false;
        };
        let rest = &words[last + 1..];
        let arabic = fold(name)
            .chars()
            .any(|c| ('\u{0620}'..='\u{06ff}').contains(&c));
        last > 0
            && !rest.is_empty()
            && words[..last].iter().all(|w| self.any.contains(w))
            && (rest.iter().all(|w| w.ends_with('ه')) || arabic && rest.len() <= MORE)
    }

    /// Whether a title has a name of his.
    pub(super) fn entitles(&self, title: &str) -> bool {
        let folded = fold(title);
        let words = folded.split(|c: char| !c.is_alphanumeric());
        words
            .filter(|w| !w.is_empty())
            .any(|w| self.words.contains(w) || self.words.contains(arabic(w)))
    }

    /// Whether a name of his stands at a token.
    pub(super) fn named(&self, page: &Page, k: usize) -> bool {
        if page.piece(k) != Piece::Word || !page.arabic() && !page.capital(k) {
            return false;
        }
        let text = page.text(k);
        let bare = text
            .strip_suffix("'s")
            .or_else(|| text.strip_suffix("’s"))
            .unwrap_or(text);
        let his = |w: &str| self.words.contains(w);
        let found = his(bare)
            || page.arabic()
                && (bare.strip_prefix(['و', 'ف', 'ل', 'ب']).is_some_and(his)
                    || bare.strip_prefix("ال").is_some_and(his));
        found && !self.relative(page, k) && !self.of_another(page, k)
            || self.given_alone(page, k, bare)
    }

    /// Whether a surname by itself is that of somebody else whom the article introduced with it: «سمير درزان» first, then
    /// «درزان». Whose brother is named is spoken of all the same.
    fn of_another(&self, page: &Page, k: usize) -> bool {
        let Some(first) = (0..k).find(|&n| page.text(n) == page.text(k)) else {
            return false;
        };
        let kin = (first.saturating_sub(3)..first)
            .any(|n| page.is(n, sort::RELATION) || page.entry(n).is_some_and(|e| e.people > 0));
        let his = |n: usize| {
            page.text(n) == page.text(k)
                && (n.saturating_sub(4)..n).any(|m| self.any.contains(page.text(m)))
        };
        self.relative(page, first) && !kin && !(0..page.len()).any(his)
    }

    /// "Meles", «إلياس»: his given name, and no other name around it.
    fn given_alone(&self, page: &Page, k: usize, bare: &str) -> bool {
        let his = |w: &str| self.given.contains(w);
        let found =
            his(bare) || page.arabic() && bare.strip_prefix(['و', 'ف', 'ل', 'ب']).is_some_and(his);
        let name = |n: usize| {
            page.piece(n) == Piece::Word
                && !self.any.contains(page.text(n))
                && if page.arabic() {
                    page.tok(n).is_some_and(|t| t.given) && page.entry(n).is_none()
                } else {
                    page.capital(n) && !page.is(n, sort::STOP) && !known_title(page.text(n))
                }
        };
        let before =
            k > 0 && name(k - 1) && page.head(k - 1).is_none() && !page.is(k - 1, sort::TITLE);
        found && !before && !name(k + 1)
    }

    /// Whether a given name of somebody else leads his surname.
    fn relative(&self, page: &Page, k: usize) -> bool {
        let covering = page
            .survey
            .marked
            .iter()
            .find(|m| m.a <= k && k < m.b && m.kind == MentionKind::Person);
        let mut first = covering.map_or(k, |m| m.a);
        while first > 0
            && k - first < 4
            && page.piece(first - 1) == Piece::Word
            && (page.arabic() || page.capital(first - 1) || particle(page.text(first - 1)))
            && (particle(page.text(first - 1)) || particle(page.text(first)))
        {
            first -= 1;
        }
        if first == k && k > 0 && page.piece(k - 1) == Piece::Word {
            // «أكلي إينالا»: a given name that is not his.
            let other = page.tok(k - 1).is_some_and(|t| t.given)
                || given_before_surname(page, k - 1)
                || !page.arabic()
                    && page.capital(k - 1)
                    && !page.is(k - 1, sort::TITLE | sort::STOP);
            if other && !self.any.contains(page.text(k - 1)) && page.head(k - 1).is_none() {
                return page.arabic() || !known_title(page.text(k - 1));
            }
            return false;
        }
        (first..k).any(|n| {
            page.piece(n) == Piece::Word
                && (page.arabic() || page.capital(n) && !page.is(n, sort::STOP))
                && !particle(page.text(n))
                && !self.any.contains(page.text(n))
                && !known_title(page.text(n))
                && !page.is(n, sort::TITLE)
                && page.head(n).is_none()
                && page.tok(n).is_some_and(|t| t.given || !page.arabic())
        })
    }

    /// How tokens mean him, at best.
    pub(super) fn meant(
        &self,
        page: &Page,
        words: &Words,
        families: &Families,
        a: usize,
        b: usize,
    ) -> Option<Meant> {
        let mut best = None;
        let first = (0..page.len()).find(|&k| self.named(page, k)).unwrap_or(0);
        for k in a..b {
            if page.piece(k) != Piece::Word {
                continue;
            }
            let here = if self.named(page, k) {
                Some(Meant::Name)
            } else if self.otherwise_addressed(page, k) {
                None
            } else if self.epithet(page, words, families, k, b, first)
                || self.post(page, k)
                || self.possessed(page, words, families, k, b)
            {
                Some(Meant::Epithet)
            } else if self.pronoun(page, words, families, k) {
                Some(Meant::Pronoun)
            } else {
                None
            };
            best = best.max(here);
        }
        best
    }

    /// "Montevera's missing defence minister", where articles so call him.
    fn possessed(
        &self,
        page: &Page,
        words: &Words,
        families: &Families,
        k: usize,
        end: usize,
    ) -> bool {
        let text = page.text(k);
        let whose = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s"));
        if page.arabic() || !whose.is_some_and(|w| page.capital(k) && self.of.contains(&sound(w))) {
            return false;
        }
        (k + 1..(k + 7).min(end)).any(|n| {
            let post = families.epithets.at(words, n, end).map(|w| w.to);
            let called = || self.called.contains(page.text(n)).then_some(n + 1);
            post.or_else(called).is_some_and(|to| {
                self.heads.is_empty() || (n..to).any(|m| {
                        !page.is(m, sort::TITLE) || self.heads.contains(page.text(m))
                    })
            })
                && (k + 1..n).all(|m| {
                    matches!(page.piece(m), Piece::Word | Piece::Dash)
                        && !page.text(m).ends_with("'s")
                })
                && !page.text(n).ends_with("'s")
                // Another's name behind the post.
                && !(page.capital(n + 1) && page.piece(n + 1) == Piece::Word && !self.named(page, n + 1))
        })
    }

    /// "The colonel", «السجينة»: a word for him, or for her.
    fn epithet(
        &self,
        page: &Page,
        words: &Words,
        families: &Families,
        k: usize,
        end: usize,
        first: usize,
    ) -> bool {
        if page.arabic() && self.female {
            return behind_article(page, words, &families.her_epithets, k, end);
        }
        let post = |n: usize| {
            families.epithets.at(words, n, end).is_some() || self.called.contains(page.text(n))
        };
        epithet(page, words, families, (k, end), first, post)
            && !self.anothers_office(page, words, k, end)
    }

    /// «السفير», "the doctor", where no article has that word beside his name.
    fn anothers_office(&self, page: &Page, words: &Words, k: usize, end: usize) -> bool {
        const REACH: usize = 4;
        let at = if page.arabic() {
            Some(k)
        } else {
            (k + 1..end.min(k + REACH)).find(|&n| office(page, words, n))
        };
        at.is_some_and(|n| {
            office(page, words, n)
                && !self.around.is_empty()
                && !self.around.contains(&beside_name(page.text(n)))
        })
    }

    /// Whether an article means him: by his name, or as "Kerunda's president" where others so call him.
    pub(super) fn spoken_of(&self, page: &Page, words: &Words, families: &Families) -> bool {
        (0..page.len()).any(|k| {
            self.named(page, k)
                || !self.heads.is_empty() && self.possessed(page, words, families, k, page.len())
        })
    }

    /// "Her Majesty", where he is asked for.
    fn otherwise_addressed(&self, page: &Page, k: usize) -> bool {
        matches!(
            page.text(k + 1),
            "majesty"
                | "highness"
                | "excellency"
                | "eminence"
                | "holiness"
                | "ladyship"
                | "lordship"
        ) && matches!(page.text(k), "his" | "her")
            && (page.text(k) == "her") != self.female
    }

    fn pronoun(&self, page: &Page, words: &Words, families: &Families, k: usize) -> bool {
        if page.arabic() {
            return matches!(
                page.text(k).trim_start_matches('و'),
                "هو" | "انه"
                    | "بانه"
                    | "لانه"
                    | "لكنه"
                    | "كانه"
                    | "هي"
                    | "انها"
                    | "بانها"
                    | "لانها"
                    | "اهو"
                    | "اهي"
                    | "فانه"
                    | "فانها"
                    | "لكنها"
                    | "كانها"
            ) && (page.text(k).ends_with('ا') || page.text(k).ends_with("هي"))
                == self.female;
        }
        if families.pronouns.at(words, k, k + 1).is_none() {
            return false;
        }
        // "His neighbour": somebody else.
        if matches!(page.text(k), "his" | "her") && page.entry(k + 1).is_some_and(|e| e.people > 0)
        {
            return false;
        }
        let hers = matches!(page.text(k), "she" | "her" | "herself" | "she's" | "she'd");
        hers == self.female
    }

    /// Somebody else by name within tokens, none of whose names is his.
    pub(super) fn other(&self, page: &Page, a: usize, b: usize) -> Option<usize> {
        page.survey
            .marked
            .iter()
            .filter(|m| m.kind == MentionKind::Person && a <= m.a && m.b <= b)
            .filter(|m| !(m.a..m.b).any(|k| self.named(page, k) || self.any.contains(page.text(k))))
            .filter(|m| !not_a_name(page, m.a, m.b))
            // «ممرض في سارود»: what stands behind "in" is a place.
            .filter(|m| !(page.arabic() && m.a > 0 && page.text(m.a - 1) == "في"))
            // «القائد» by itself is a word for somebody, and no name.
            .filter(|m| !(m.a..m.b).all(|k| page.head(k).is_some() || page.is(k, sort::TITLE)))
            .map(|m| m.a)
            .next_back()
    }
}

pub(super) fn known_title(word: &str) -> bool {
    matches!(
        word,
        "mr" | "mrs"
            | "ms"
            | "dr"
            | "col"
            | "gen"
            | "lt"
            | "maj"
            | "capt"
            | "sheikh"
            | "president"
            | "colonel"
            | "general"
            | "commander"
            | "leader"
            | "minister"
            | "mullah"
            | "imam"
            | "king"
            | "prince"
            | "captain"
    )
}

/// The consonants of a word.
pub(super) fn sound(word: &str) -> String {
    let bare = word
        .strip_suffix("'s")
        .or_else(|| word.strip_suffix("’s"))
        .unwrap_or(word);
    whole(&[bare.to_owned()])
}

/// "The colonel", «الرجل», "his boss": a word for him behind the article or a possessive.
fn epithet(
    page: &Page,
    words: &Words,
    families: &Families,
    (k, end): (usize, usize),
    first: usize,
    post: impl Fn(usize) -> bool,
) -> bool {
    if page.arabic() {
        return behind_article(page, words, &families.epithets, k, end);
    }
    // "A rebel commander" brings him in, before the article names him.
    let brings_in = matches!(page.text(k), "a" | "an") && k < first && k < 40;
    if !brings_in && families.determiners.at(words, k, end).is_none() {
        return false;
    }
    // "The 84-year-old".
    let old = (k + 1..(k + 7).min(end)).find(|&n| page.text(n) == "old");
    if old.is_some_and(|n| {
        page.piece(k + 1) == Piece::Number && (k + 2..n).any(|m| page.text(m) == "year")
    }) || page.text(k + 1).ends_with("-year-old")
    {
        return true;
    }
    // "The rebel leader", "its military chief".
    (k + 1..(k + 4).min(end)).any(|n| {
        post(n)
            && (k + 1..n).all(|m| {
                matches!(page.piece(m), Piece::Word | Piece::Open | Piece::Close)
                    // "The movement's leader": of a body, and of nobody.
                    && (!page.text(m).ends_with("'s")
                        || page.head(m) == Some(Of::Body)
                        || page.is(m, sort::GROUP_HEAD))
            })
            // "The leader's brother" is another; "the leader's death" is his.
            && (!page.text(n).ends_with("'s")
                || families
                    .families
                    .get(&Family::Dead)
                    .is_some_and(|w| w.at(words, n + 1, (n + 4).min(end.max(n + 2))).is_some()))
            // "The leader of the main rebel group has been killed", before the article names him.
            && (!page.text(n + 1).eq("of") || k < first && k < 40)
    })
}

/// Such a word with the article, or with whose he is: «الرجل», «زعيمهم».
fn behind_article(page: &Page, words: &Words, of: &Wordings, k: usize, end: usize) -> bool {
    of.at(words, k, end).is_some_and(|w| {
        w.to == k + 1
            && (page.def(k)
                || page.taken.get(k).is_some_and(|t| !t.pronoun.is_empty())
                || pronominal(page.text(k)))
    })
}

fn pronominal(word: &str) -> bool {
    ["ه", "ها", "هم", "نا", "ي"]
        .iter()
        .any(|end| word.ends_with(end))
}
