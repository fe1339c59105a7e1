//! Sources whose names are withheld: one node for whoever quotes them first, under one description.

use std::collections::BTreeMap;

use super::cluster::own_id;
use super::form::{Class, Form};
use super::terms::Terms;
use super::uses::{Merge, Names, Node, Quoter};
use crate::model::{EntityKind, Number, SourceKind};
use crate::text::Span;
use crate::text::fold::fold;
use crate::text::romanize::slug;

/// A source that a text describes and does not name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Withheld<'a> {
    /// Index of the article.
    pub article: usize,
    /// The description, as a reader would write it.
    pub description: &'a str,
    /// Its language.
    pub language: &'a str,
    /// Where it stands.
    pub span: Option<Span>,
    /// What kind of source it is.
    pub kind: SourceKind,
    /// Who quotes it first.
    pub quoter: Quoter,
    /// The id of whoever quotes it first, for keys and ids.
    pub quoter_id: &'a str,
    /// The body that it speaks for, where the description names one.
    pub speaks_for: Option<usize>,
}

impl Names {
    /// Whether somebody was met under this description, quoted by this one.
    #[must_use]
    pub fn is_withheld(&self, quoter: Quoter, description: &str) -> bool {
        let at = (quoter, plain(&Form::new(description)));
        self.withheld.contains_key(&at)
    }

    /// The node of a withheld source; a new one where this quoter was not yet met with this description.
    ///
    /// `taken`: ids in use; `ids`: the ids that keys had in an earlier draft.
    pub fn withheld(
        &mut self,
        who: &Withheld,
        taken: &mut std::collections::BTreeSet<String>,
        ids: &std::collections::HashMap<String, String>,
        terms: &Terms,
    ) -> usize {
        let form = Form::new(who.description);
        let at = (who.quoter, plain(&form));
        let met = self
            .withheld
            .get(&at)
            .copied()
            .map(|n| (n, "same-words"))
            .or_else(|| Some((self.translated(who, &form, terms)?, "two-languages")));
        if let Some((n, rule)) = met {
            self.withheld.insert(at, n);
            if rule == "two-languages" {
                let language = form.language(who.language).to_owned();
                let node = &mut self.nodes[n];
                node.names
                    .entry(language)
                    .or_insert_with(|| form.shown.clone());
                node.merges.push(Merge {
                    form: form.shown.clone(),
                    article: who.article,
                    span: who.span,
                    rule,
                    score: 0.65,
                });
            }
            let node = &mut self.nodes[n];
            if node.articles.last() != Some(&who.article) {
                node.articles.push(who.article);
            }
            return n;
        }
        let key = format!("withheld:{}@{}", form.key(), who.quoter_id);
        let mut node = Node {
            id: String::new(),
            key: key.clone(),
            class: Class::Person,
            entity: EntityKind::Person,
            source: Some(who.kind),
            names: BTreeMap::from([(form.language(who.language).to_owned(), form.shown.clone())]),
            aliases: Vec::new(),
            known_source: false,
            known_entity: false,
            undisclosed: true,
            number: if is_several(who.description) {
                Number::Several
            } else {
                Number::One
            },
            quoted_by: Some(who.quoter),
            speaks_for: who.speaks_for,
            speaks: true,
            described: false,
            articles: vec![who.article],
            merges: vec![Merge {
                form: form.shown.clone(),
                article: who.article,
                span: who.span,
                rule: match who.quoter {
                    Quoter::Node(_) => "withheld-by-relay",
                    Quoter::Article(_) => "withheld-by-document",
                },
                score: 0.9,
            }],
        };
        node.id = match ids.get(&key) {
            Some(id) => id.clone(),
            None => {
                let wanted = format!("{}-{}", slug(&own_id(&node), 30), who.quoter_id);
                let wanted: String = wanted.chars().take(72).collect();
                let mut id = wanted.clone();
                let mut n = 2_u32;
                while !taken.insert(id.clone()) {
                    id = format!("{wanted}-{n}");
                    n += 1;
                }
                id
            }
        };
        self.nodes.push(node);
        let n = self.nodes.len() - 1;
        self.withheld.insert(at, n);
        n
    }

    /// The one source that this quoter quotes under the same description in the other language.
    fn translated(&self, who: &Withheld, form: &Form, terms: &Terms) -> Option<usize> {
        let several = is_several(who.description);
        let mut found = self.nodes.iter().enumerate().filter(|(_, node)| {
            node.undisclosed
                && node.quoted_by == Some(who.quoter)
                && (node.number == Number::Several) == several
                && node.names.values().any(|name| {
                    let other = Form::new(name);
                    let (arabic, english) = match (form.is_arabic(), other.is_arabic()) {
                        (true, false) => (form, &other),
                        (false, true) => (&other, form),
                        _ => return false,
                    };
                    terms.names_somebody(arabic) && terms.same(arabic, english)
                })
        });
        let (n, _) = found.next()?;
        found.next().is_none().then_some(n)
    }
}

/// A description's words, without the word that only says what kind of place its place is, and of several without number and case:
/// «مسؤولان أمنيان» are quoted as «مسؤولين أمنيين اثنين».
fn plain(form: &Form) -> String {
    let place = |w: &str| {
        matches!(
            w,
            "محافظه" | "مدينه" | "بلده" | "قضاء" | "province" | "governorate"
        )
    };
    let several = is_several(&form.shown);
    form.words
        .iter()
        .filter(|w| !(place(w) || several && TWO.contains(&w.as_str())))
        .map(|w| if several { one_of(w) } else { w })
        .collect()
}

/// What says of several that they are two.
const TWO: &[&str] = &["اثنان", "اثنين", "two"];

/// A word without the ending that it has in the dual or the plural.
pub(super) fn one_of(word: &str) -> &str {
    const ENDINGS: &[&str] = &["ان", "ين", "ون"];
    /// What is left has so many letters.
    const LEFT: usize = 4;
    let cut = ENDINGS.iter().find_map(|e| word.strip_suffix(e));
    cut.filter(|w| w.chars().count() >= LEFT).unwrap_or(word)
}

/// A description up to where it says what its bearer asked or did: "a security official who asked not to be named".
fn noun(description: &str) -> &str {
    const SAID: &[&str] = &[
        " who ",
        " whom ",
        " speaking ",
        " reached ",
        " on condition",
        " طلب",
        " رفض",
        " فضل",
        " لم يكشف",
        " الذي ",
        " التي ",
    ];
    let end = SAID.iter().filter_map(|w| description.find(w)).min();
    description[..end.unwrap_or(description.len())].trim_end_matches([',', '،'])
}

/// Whether two descriptions say the same: in one language word by word, in two by the list of terms.
pub(in crate::drafting) fn says_same(one: &str, other: &str, terms: &Terms) -> bool {
    let (one, other) = (noun(one), noun(other));
    if is_several(one) != is_several(other) {
        return false;
    }
    let (one, other) = (Form::new(one), Form::new(other));
    let (arabic, english) = match (one.is_arabic(), other.is_arabic()) {
        (true, false) => (&one, &other),
        (false, true) => (&other, &one),
        _ => return plain(&one) == plain(&other),
    };
    // «طبيبين» and "two doctors" are few enough.
    let told = terms.names_somebody(arabic) || pair(arabic) && pair(english);
    told && terms.same(arabic, english)
}

/// Whether both descriptions are of two: «مسؤولان أمنيان», "two security officials".
pub(in crate::drafting) fn both_pairs(one: &str, other: &str) -> bool {
    pair(&Form::new(noun(one))) && pair(&Form::new(noun(other)))
}

fn pair(form: &Form) -> bool {
    let first = form.words.first();
    let dual = |w: &String| one_of(w) != w && !w.ends_with("ون");
    first.is_some_and(|w| w == "two" || form.is_arabic() && dual(w))
}

/// Whether a description means several: «مصادر», «ناشطون», "residents".
#[must_use]
pub fn is_several(description: &str) -> bool {
    let folded = fold(description);
    let mut words = folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty());
    let Some(first) = words.next() else {
        return false;
    };
    if first
        .chars()
        .any(|c| ('\u{0620}'..='\u{06ff}').contains(&c))
    {
        let first = first.strip_prefix("ال").unwrap_or(first);
        let length = first.chars().count();
        return matches!(
            first,
            "مصادر"
                | "نشطاء"
                | "شهود"
                | "سكان"
                | "اهالي"
                | "اهل"
                | "خبراء"
                | "مراقبون"
                | "عناصر"
                | "قاده"
                | "ضباط"
                | "اطباء"
                | "افراد"
                | "تقارير"
                | "وسايل"
                | "صحف"
                | "مواقع"
                | "وكالات"
                | "جهات"
                | "اوساط"
                | "محللون"
                | "عده"
                | "عدد"
                | "بعض"
                | "شخصيات"
                | "نواب"
                | "وزراء"
                | "اقارب"
                | "مقاتلون"
        ) || length > 4
            && (first.ends_with("ون")
                || first.ends_with("ات")
                || first.ends_with("ان") && !first.ends_with("سان"))
            || length > 5 && first.ends_with("ين");
    }
    folded
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .take_while(|w| {
            !matches!(
                *w,
                "in" | "from"
                    | "of"
                    | "at"
                    | "for"
                    | "with"
                    | "who"
                    | "close"
                    | "near"
                    | "to"
                    | "on"
                    | "inside"
            )
        })
        .any(|w| {
            matches!(
                w,
                "people" | "media" | "several" | "police" | "men" | "women" | "children"
            ) || w.len() > 4 && w.ends_with('s') && !w.ends_with("ss") && !w.ends_with("us")
        })
}

#[cfg(test)]
mod tests {
    use super::is_several;

    #[test]
    fn several_are_told_from_one() {
        for several in [
            "مصادر محلية",
            "ناشطون",
            "مسؤولان كبيران",
            "شهود عيان",
            "مصدرين في الميناء",
            "two port officials",
            "residents of the quay",
            "local sources",
        ] {
            assert!(is_several(several), "{several}");
        }
        for one in [
            "مصدر مسؤول",
            "ضابط في اللجان",
            "إنسان",
            "a port official",
            "a resident of the docks",
            "a source close to the docks committees",
        ] {
            assert!(!is_several(one), "{one}");
        }
    }
}
