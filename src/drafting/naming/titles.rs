//! What stands around names: titles, kinds of outlets, words that describe, posts that speak for a body.
//!
//! In one file because one list of words is read here, and each question is a look into it.

use std::collections::{HashMap, HashSet};

use serde::Deserialize;

use super::form::Form;
use super::terms::Terms;
use crate::text::fold::fold;

/// The lists as written in RON.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    titles: Vec<String>,
    adjectives: Vec<String>,
    trailing: Vec<String>,
    sides: Vec<String>,
    outlets: Vec<String>,
    generic: Vec<String>,
    given: Vec<String>,
    voices: Vec<String>,
    after: Vec<String>,
    press: Vec<String>,
    nobody: Vec<String>,
    heads: Vec<String>,
    home: Vec<String>,
    groups: Vec<String>,
    plain_groups: Vec<String>,
    of_lands: Vec<String>,
    beside: Vec<String>,
    states: Vec<String>,
    watches: Vec<String>,
    kin: Vec<Vec<String>>,
    offices: HashMap<String, String>,
}

/// Why the lists cannot be used.
#[derive(Debug, thiserror::Error)]
#[error("the list of titles is no valid RON: {0}")]
pub struct TitlesError(#[from] ron::error::SpannedError);

/// Words that stand around names.
#[derive(Debug, Clone, Default)]
pub struct Titles {
    titles: Vec<Vec<String>>,
    adjectives: HashSet<String>,
    trailing: Vec<Vec<String>>,
    sides: HashSet<String>,
    outlets: Vec<Vec<String>>,
    generic: HashSet<String>,
    given: HashSet<String>,
    voices: Vec<Vec<String>>,
    after: HashSet<String>,
    press: Vec<Vec<String>>,
    nobody: HashSet<String>,
    heads: HashSet<String>,
    home: HashSet<String>,
    groups: HashSet<String>,
    plain_groups: HashSet<String>,
    of_lands: HashSet<String>,
    beside: HashSet<String>,
    states: HashSet<String>,
    watches: HashSet<String>,
    kin: HashMap<String, usize>,
    offices: HashMap<String, String>,
    terms: Terms,
}

impl Titles {
    /// The lists that come with the program.
    ///
    /// # Errors
    /// None, unless the program was built from a broken list.
    pub fn built_in() -> Result<Self, TitlesError> {
        let lists: Lists = ron::from_str(include_str!("../packs/names.ron"))?;
        let phrases = |all: Vec<String>| {
            let mut all: Vec<Vec<String>> = all.iter().map(|p| Form::new(p).words).collect();
            // The longest first: «رئيس الوزراء» before «رئيس».
            all.sort_by(|a, b| b.len().cmp(&a.len()).then_with(|| a.cmp(b)));
            all.dedup();
            all
        };
        let words = |all: Vec<String>| -> HashSet<String> {
            all.iter().flat_map(|p| Form::new(p).words).collect()
        };
        Ok(Self {
            titles: phrases(lists.titles),
            adjectives: words(lists.adjectives),
            trailing: phrases(lists.trailing),
            sides: words(lists.sides),
            outlets: phrases(lists.outlets),
            generic: lists
                .generic
                .iter()
                .flat_map(|p| p.split_whitespace().map(fold).collect::<Vec<_>>())
                .collect(),
            given: lists.given.iter().map(|p| Form::new(p).key()).collect(),
            voices: phrases(lists.voices),
            after: words(lists.after),
            press: phrases(lists.press),
            nobody: words(lists.nobody),
            heads: words(lists.heads),
            home: words(lists.home),
            groups: words(lists.groups),
            plain_groups: words(lists.plain_groups),
            of_lands: words(lists.of_lands),
            beside: words(lists.beside),
            states: words(lists.states),
            watches: words(lists.watches),
            kin: lists
                .kin
                .into_iter()
                .enumerate()
                .flat_map(|(n, all)| words(all).into_iter().map(move |w| (w, n)))
                .collect(),
            offices: lists.offices,
            terms: Terms::built_in()?,
        })
    }

    /// Words that names of two languages are compared by.
    #[must_use]
    pub fn terms(&self) -> &Terms {
        &self.terms
    }

    /// A person's name without titles and what stands between them and the name.
    #[must_use]
    pub fn person(&self, form: &Form) -> Form {
        let mut form = self.without_trailing(form);
        loop {
            let titled = self
                .titles
                .iter()
                .find(|t| form.words.len() > t.len() && form.words.starts_with(t));
            // «خليفة الورداني» has a name that is a title too; «خليفة فلان الورداني» has both.
            let named = |t: &&Vec<String>| self.is_given(t) && form.words.len() == t.len() + 1;
            if let Some(title) = titled.filter(|t| !named(t)) {
                form = form.without_first(title.len());
                continue;
            }
            if is_abbreviated(&form) {
                form = form.without_first(1);
                continue;
            }
            // "Zamoria's King Sati", "the group's leader X": whose they are names nobody.
            let owner = form
                .shown
                .split_whitespace()
                .next()
                .is_some_and(|w| w.ends_with("'s") || w.ends_with("’s"));
            let owned = owner && {
                let rest = form.without_first(1);
                let titled =
                    |t: &Vec<String>| rest.words.len() > t.len() && rest.words.starts_with(t);
                self.titles.iter().any(titled)
            };
            if owned {
                form = form.without_first(1);
                continue;
            }
            // "Merovian Defence Minister Adel Haddad": of what land or office a title is.
            if let Some(at) = self.title_within(&form) {
                form = form.without_first(at);
                continue;
            }
            let adjective = form.words.len() > 2
                && form
                    .words
                    .first()
                    .is_some_and(|w| self.adjectives.contains(w));
            if adjective {
                form = form.without_first(1);
                continue;
            }
            return form;
        }
    }

    /// Where a title begins that an English name has in front of two words and more, and behind others with a capital.
    fn title_within(&self, form: &Form) -> Option<usize> {
        /// No more words say of what it is.
        const MOST: usize = 3;
        let shown: Vec<&str> = form.shown.split_whitespace().collect();
        if form.is_arabic() || shown.len() != form.words.len() {
            return None;
        }
        let capital =
            |w: &&str| w.chars().next().is_some_and(char::is_uppercase) && !w.ends_with(',');
        (1..=MOST.min(form.words.len())).find(|at| {
            let rest = &form.words[*at..];
            let fits = |t: &Vec<String>| rest.len() >= t.len() + 2 && rest.starts_with(t);
            shown.iter().all(capital) && self.titles.iter().any(fits)
        })
    }

    /// A name without describing words at its end.
    #[must_use]
    pub fn without_trailing(&self, form: &Form) -> Form {
        let mut form = form.clone();
        while let Some(tail) = self
            .trailing
            .iter()
            .find(|t| form.words.len() > t.len() && form.words.ends_with(t))
        {
            let shorter = form.without_last(tail.len());
            // «قوات المعارضة», «القوات الحكومية»: nothing else tells the two apart.
            if tail.iter().all(|w| self.sides.contains(w)) && self.is_generic(&shorter) {
                break;
            }
            form = shorter;
        }
        form
    }

    /// An outlet's name without «صحيفة» and the like in front, and without an adjective of nation at its end.
    #[must_use]
    pub fn without_outlet(&self, form: &Form) -> Form {
        let mut form = form.clone();
        if let Some(head) = self
            .outlets
            .iter()
            .find(|h| form.words.len() > h.len() && form.words.starts_with(h))
        {
            form = form.without_first(head.len());
            if form.words.len() > 1
                && form
                    .words
                    .last()
                    .is_some_and(|w| self.adjectives.contains(w))
            {
                form = form.without_last(1);
            }
        }
        form
    }

    /// Whether a form begins with «صحيفة», «قناة», «وكالة» and goes on.
    #[must_use]
    pub fn is_outlet(&self, form: &Form) -> bool {
        self.outlets
            .iter()
            .any(|h| form.words.len() > h.len() && form.words.starts_with(h))
    }

    /// Whether all words name no body in particular: «الوزارة», «وزارة الدفاع».
    #[must_use]
    pub fn is_generic(&self, form: &Form) -> bool {
        form.words.iter().all(|w| self.generic.contains(w))
    }

    /// Whether a folded word, with its article or without, names no body in particular.
    #[must_use]
    pub(in crate::drafting) fn is_generic_word(&self, word: &str) -> bool {
        self.generic.contains(word) || self.generic.contains(&format!("ال{word}"))
    }

    /// Whether a folded word is the one for ministries.
    #[must_use]
    pub(in crate::drafting) fn is_ministry(&self, word: &str) -> bool {
        matches!(super::form::bare_word(word), "وزاره" | "ministry")
    }

    /// Whether a folded word, with its article or without, is of an office of which a land has one.
    #[must_use]
    pub(in crate::drafting) fn is_of_land(&self, word: &str) -> bool {
        self.has(&self.of_lands, word)
    }

    /// Whether a folded word is a title or the first word of one: «رئيس», "Colonel".
    #[must_use]
    pub fn is_title(&self, word: &str) -> bool {
        self.titles
            .iter()
            .any(|t| t.first().is_some_and(|w| w == word))
    }

    /// Whether a folded word is an adjective of a nation or of an office: «التركي».
    #[must_use]
    pub fn is_adjective(&self, word: &str) -> bool {
        self.adjectives.contains(word)
    }

    /// Whether a folded word is a post that speaks for the body before it: "director", "editor".
    #[must_use]
    pub fn is_post(&self, word: &str) -> bool {
        self.after.contains(word)
    }

    /// Whether a folded word is what few bodies of a case are, so that alone it means the one: «الحركة», "observatory".
    #[must_use]
    pub fn is_head(&self, word: &str) -> bool {
        self.heads.contains(word)
    }

    /// Whether a folded word takes up an armed or political body that the text has named: «الجماعة», "group".
    #[must_use]
    pub(in crate::drafting) fn is_group(&self, word: &str) -> bool {
        self.groups.contains(word)
    }

    /// Whether a word for a group is said of a body that watches others as well: "group", and no "movement".
    #[must_use]
    pub(in crate::drafting) fn is_any_group(&self, word: &str) -> bool {
        self.plain_groups.contains(word)
    }

    /// Whether a folded word beside one for a group names none: "rebel", «المسلحة».
    #[must_use]
    pub(in crate::drafting) fn is_beside(&self, word: &str) -> bool {
        self.beside.contains(word) || self.home.contains(word)
    }

    /// Whether a name is of an office of a state or the like.
    #[must_use]
    pub(in crate::drafting) fn is_state(&self, form: &Form) -> bool {
        form.words.iter().any(|w| self.has(&self.states, w))
    }

    /// Whether a folded word, with its article or without, says that what it begins is a body: «مكتب», «الجبهة».
    #[must_use]
    pub(in crate::drafting) fn is_body_word(&self, word: &str) -> bool {
        let lists = [&self.states, &self.watches, &self.heads, &self.groups];
        lists
            .iter()
            .any(|list| self.has(list, word) || list.contains(&format!("ال{word}")))
    }

    /// Whether a name is of a body that watches what others do.
    #[must_use]
    pub(in crate::drafting) fn is_watch(&self, form: &Form) -> bool {
        form.words.iter().any(|w| self.has(&self.watches, w))
    }

    fn has(&self, list: &HashSet<String>, word: &str) -> bool {
        list.contains(word) || list.contains(super::form::bare_word(word))
    }

    /// Which relative a folded word means, the same in both languages: «شقيقه», "brother".
    #[must_use]
    pub(in crate::drafting) fn kin(&self, word: &str) -> Option<usize> {
        let own = self.kin.get(word);
        let of = || {
            let of = ["ها", "هم", "ه"].iter();
            of.filter_map(|p| word.strip_suffix(p))
                .find_map(|w| self.kin.get(w))
        };
        own.or_else(of).copied()
    }

    /// An office without the land that the page is about: "the country's interior ministry".
    #[must_use]
    pub(super) fn at_home(&self, form: Form) -> Form {
        let rest = form.without_first(1);
        let home = form.words.first().is_some_and(|w| self.home.contains(w));
        if home && !rest.words.is_empty() && self.is_generic(&rest) {
            rest
        } else {
            form
        }
    }

    /// Whether words are no more than an office for the press: "media office".
    #[must_use]
    pub(in crate::drafting) fn is_press(&self, words: &[String]) -> bool {
        self.press.iter().any(|p| p == words)
    }

    /// Whether a folded word says of a source no more than that something was written or said: "accounts", «منشورات».
    #[must_use]
    pub fn is_nobody(&self, word: &str) -> bool {
        self.nobody.contains(word)
    }

    /// Whether this alone is a given name.
    #[must_use]
    pub fn is_given(&self, words: &[String]) -> bool {
        self.given.contains(&words.concat())
    }

    /// The body for which a phrase says that somebody speaks: «المتحدث باسم سلطة الميناء فلان», "the port authority's spokesman".
    ///
    /// `name`: the person's own name, which is taken off the phrase.
    #[must_use]
    pub fn voice_of(&self, phrase: &str, name: Option<&Form>) -> Option<Form> {
        // "Adham Zahir, a spokesman for the Coalition": what stands behind his name says for whom.
        let pieces: Vec<&str> = phrase.split([',', '،']).map(str::trim).collect();
        if pieces.len() > 1 && name.is_some() {
            return pieces.iter().find_map(|piece| self.voice_of(piece, name));
        }
        let form = Form::new(phrase);
        if let Some(head) = self
            .voices
            .iter()
            .find(|v| form.words.len() > v.len() && form.words.starts_with(v))
        {
            let rest = form.without_first(head.len());
            // «المتحدث باسم الوزارة العقيد فلان»: a rank before the name is no part of the body's.
            let mut body = self.without_name(&rest, name);
            while body.words.len() > 1
                && name.is_some()
                && body
                    .words
                    .last()
                    .is_some_and(|w| w.starts_with("ال") && self.is_title(w))
            {
                body = body.without_last(1);
            }
            // Who heads a delegation speaks for whoever sent it, or for himself.
            if body.words.iter().any(|w| w == "delegation") {
                return None;
            }
            // "The director of the Centre that …": without the article, as everywhere, and without what is said of it.
            let told = body
                .words
                .iter()
                .position(|w| matches!(w.as_str(), "that" | "which" | "who" | "where"));
            if let Some(at) = told {
                body = body.without_last(body.words.len() - at);
            }
            return Some(Form::new(&body.shown)).filter(|f| !f.words.is_empty());
        }
        let at = form.words.iter().position(|w| self.after.contains(w))?;
        // "The army's chief of staff" is no head of the army.
        if form.words.get(at + 1).is_some_and(|w| w == "of") {
            return None;
        }
        let mut body = form.without_last(form.words.len() - at);
        // "A government spokesman": of the government.
        if body.words.len() > 1 && matches!(body.words[0].as_str(), "a" | "an") {
            body = body.without_first(1);
        }
        // "Presidential spokesman": of the presidency.
        if let [office] = body.words.as_slice()
            && let Some(name) = self.offices.get(office)
        {
            body = Form::new(name);
        }
        // "Its spokesman" names no body.
        let pronoun = matches!(
            body.words.as_slice(),
            [w] if matches!(w.as_str(), "its" | "their" | "his" | "her" | "our" | "a" | "the" | "senior" | "military" | "official")
        );
        (!body.words.is_empty() && !pronoun && !body.is_arabic()).then_some(body)
    }

    /// The body by which an office that only speaks for it is named: «المكتب الإعلامي للواء الشفق», "the Dusk Brigade's media office".
    #[must_use]
    pub(super) fn press_of(&self, form: &Form) -> Option<Form> {
        let whole = self.terms.content(form);
        self.press.iter().find_map(|office| {
            let office = self.terms.content(&Form {
                words: office.clone(),
                shown: String::new(),
            });
            let rest = whole.strip_prefix(office.as_slice());
            let rest = rest.or_else(|| whole.strip_suffix(office.as_slice()))?;
            let body = Form {
                words: rest.to_vec(),
                shown: rest.join(" "),
            };
            // "The government's media office" is of whichever government.
            let generic =
                |w: &String| self.generic.contains(w) || self.generic.contains(&format!("ال{w}"));
            (!rest.iter().all(generic)).then_some(body)
        })
    }

    /// A phrase up to where the person's own name begins.
    fn without_name(&self, form: &Form, name: Option<&Form>) -> Form {
        let Some(name) = name else {
            return form.clone();
        };
        let all = name.words.len();
        let found = (1..form.words.len()).find(|at| {
            form.words[*at..].starts_with(&name.words[..all.min(form.words.len() - at)])
        });
        let mut body = match found {
            Some(at) => form.without_last(form.words.len() - at),
            None => form.clone(),
        };
        // «المتحدث باسم التحالف الدولي العقيد فلان»: his title belongs to neither the body nor the name.
        while let Some(title) = self
            .titles
            .iter()
            .find(|t| body.words.len() > t.len() && body.words.ends_with(t))
        {
            body = body.without_last(title.len());
        }
        body
    }
}

/// Whether a name begins with a title cut short, listed or not: "Supt. Dan Orlo". An initial ("J.") is no title, a saint is of the name.
fn is_abbreviated(form: &Form) -> bool {
    const LETTERS: std::ops::RangeInclusive<usize> = 3..=5;
    let first = form.shown.split_whitespace().next().unwrap_or_default();
    first.strip_suffix('.').is_some_and(|cut| {
        LETTERS.contains(&cut.len())
            && cut.chars().all(|c| c.is_ascii_alphabetic())
            && cut.chars().skip(1).all(|c| c.is_ascii_lowercase())
    }) && form.words.len() > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_come_off_and_names_stay() {
        let titles = Titles::built_in().expect("the lists of the program");
        let person = |s: &str| titles.person(&Form::new(s)).shown;
        assert_eq!(person("الرئيس التركي نادر القلميري"), "نادر القلميري");
        assert_eq!(person("التركي نادر القلميري"), "نادر القلميري");
        assert_eq!(person("العقيد الركن نادر القلميري"), "نادر القلميري");
        assert_eq!(person("Col. Nader al-Qalmiri"), "Nader al-Qalmiri");
        assert_eq!(person("Zamoria's King Sati"), "Sati");
        assert_eq!(person("Zamoria's Sati"), "Zamoria's Sati");
        assert_eq!(person("الرئيس"), "الرئيس");
        assert_eq!(person("تركي السوري"), "تركي السوري");
    }

    #[test]
    fn a_word_that_alone_tells_whose_side_a_body_is_on_stays() {
        let titles = Titles::built_in().expect("the lists of the program");
        let body = |s: &str| titles.without_trailing(&Form::new(s)).shown;
        assert_eq!(body("قوات المعارضة"), "قوات المعارضة");
        assert_eq!(body("القوات الحكومية"), "القوات الحكومية");
        assert_eq!(body("صحيفة الفنار المعارضة"), "صحيفة الفنار");
        assert_eq!(body("الوكالة الرسمية"), "الوكالة");
    }

    #[test]
    fn an_office_that_speaks_is_named_by_its_body() {
        let titles = Titles::built_in().expect("the lists of the program");
        let body = |s: &str| titles.press_of(&Form::new(s)).map(|f| f.shown);
        assert_eq!(
            body("المكتب الإعلامي للواء الشفق").as_deref(),
            Some("لواء شفق")
        );
        assert_eq!(
            body("the Dusk Brigade's media office").as_deref(),
            Some("dusk brigade")
        );
        assert_eq!(
            body("media office of the Dusk Brigade").as_deref(),
            Some("dusk brigade")
        );
        assert_eq!(body("المكتب الإعلامي الحكومي"), None);
        assert_eq!(body("المكتب الإعلامي"), None);
        assert_eq!(body("مكتب الشفق"), None);
    }

    #[test]
    fn who_speaks_for_whom_is_read_off_the_phrase() {
        let titles = Titles::built_in().expect("the lists of the program");
        let name = Form::new("نادر القلميري");
        let voice = |s: &str| titles.voice_of(s, Some(&name)).map(|f| f.shown);
        assert_eq!(
            voice("المتحدث باسم سلطة الميناء نادر القلميري").as_deref(),
            Some("سلطة الميناء")
        );
        assert_eq!(
            voice("the port authority's spokesman, Nader").as_deref(),
            Some("port authority's")
        );
        assert_eq!(voice("رئيس سلطة الميناء نادر القلميري"), None);
        let words = |s: &str| titles.voice_of(s, Some(&name)).map(|f| f.words);
        assert_eq!(
            words("Nader al-Qalmiri, the director of the Delta Centre"),
            Some(vec!["delta".to_owned(), "centre".to_owned()])
        );
    }
}
