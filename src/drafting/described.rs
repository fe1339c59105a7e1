//! What a description of a speaker holds beside the description: whom they told, adjectives that were cut off, an office's own
//! name, and a word that points back at somebody described before.

use super::mending::Word;
use super::naming::Form;
use super::saying::{Reader, Saying, Teller};
use crate::extraction::{Proposed, SourceKind};
use crate::text::fold::fold;

impl Reader<'_> {
    /// «مصادر للجزيرة», «مسؤول في الميناء لرويترز»: a description that ends with whom it told.
    pub(super) fn told_tail(&self, form: &Form, named: bool) -> Option<(usize, Form)> {
        if named || !form.is_arabic() {
            return None;
        }
        (1..form.words.len()).find_map(|at| {
            let tail = form.without_first(at);
            let word = tail
                .shown
                .trim_start_matches(|c: char| !c.is_alphanumeric());
            let bare = word.strip_prefix('ل')?;
            let bare = bare.trim_start_matches(|c: char| !c.is_alphanumeric() || c == 'ـ');
            // «للجزيرة» is «لـ» and «الجزيرة».
            let with = bare.strip_prefix('ل').map(|rest| format!("ال{rest}"));
            let mut names = with.iter().map(String::as_str).chain([bare]);
            let body = names.find_map(|name| {
                let name = Form::new(name);
                let found = self
                    .listed
                    .find(&name, self.titles)
                    .map(|(body, _, _)| body);
                let own = || {
                    self.own
                        .filter(|own| self.listed.short(&name).contains(own))
                };
                found.or_else(own)
            })?;
            self.prints(body)
                .then(|| (body, form.without_last(form.words.len() - at)))
        })
    }

    /// «وقال لصحيفة نيويورك تايمز إنهم»: a "source" that only ends the name of whom somebody told. Whoever spoke last goes on.
    pub(super) fn outlet_cut(&self, one: &Proposed) -> Option<(usize, Option<&Proposed>)> {
        let (cue, source) = (one.cue.as_ref()?, one.source.as_ref()?);
        if source.start <= cue.end || source.start - cue.end > 60 {
            return None;
        }
        let whole = self.slice(cue.end as usize, source.end as usize);
        let words: Vec<&str> = whole.split_whitespace().collect();
        let own = source.text.split_whitespace().count();
        let body = (0..words.len().checked_sub(own)?).find_map(|at| {
            let bare = words[at].strip_prefix('ل')?;
            let with = bare.strip_prefix('ل').map(|rest| format!("ال{rest}"));
            let rest = words[at + 1..].join(" ");
            let mut names = with.iter().map(String::as_str).chain([bare]);
            names.find_map(|first| {
                let form = Form::new(&format!("{first} {rest}"));
                let (body, _, _) = self.listed.find(&form, self.titles)?;
                self.prints(body).then_some(body)
            })
        })?;
        let all = &self.article.extraction.statements;
        let from = self
            .slice(0, cue.start as usize)
            .rfind('\n')
            .map_or(0, |b| b + 1);
        let from = self.article.text[..from].chars().count();
        let before = all.iter().filter(|o| {
            o.source_name.is_some()
                && o.source
                    .as_ref()
                    .is_some_and(|s| s.end <= cue.start && s.start as usize >= from)
        });
        Some((
            body,
            before.max_by_key(|o| o.source.as_ref().map(|s| s.end)),
        ))
    }

    /// «دبلوماسي غربي»: the adjectives of relation that stand behind an indefinite description are of it.
    pub(super) fn with_adjectives(&self, one: &Proposed, form: &Form) -> String {
        /// More than two describe nobody.
        const MOST: usize = 2;
        let (Some(cue), Some(source)) = (&one.cue, &one.source) else {
            return form.shown.clone();
        };
        let definite = form.words.iter().any(|w| w.starts_with("ال"));
        let own = Form::new(&source.text).words.ends_with(&form.words);
        let (_, end) = self.prose.sentence(source.end as usize);
        // «عن مسؤول أوروبي قوله»: up to the verb.
        let end = if cue.start > source.end {
            cue.start as usize
        } else {
            end
        };
        if !form.is_arabic() || definite || !own {
            return form.shown.clone();
        }
        let rest = self.slice(source.end as usize, end);
        if !rest.starts_with(' ') {
            return form.shown.clone();
        }
        let relation = |w: &&str| {
            let folded = fold(w);
            let plain = folded.chars().all(char::is_alphabetic) && !w.contains('ـ');
            let ends = ["ي", "يه", "يان", "يين", "يون"]
                .iter()
                .any(|e| folded.ends_with(e));
            // «ينفي» is a verb, «سامي» somebody.
            let other = folded.starts_with('ي')
                || folded.starts_with("ال")
                || folded.starts_with('ل') && !self.titles.is_adjective(&format!("ال{folded}"))
                || self.titles.is_given(std::slice::from_ref(&folded));
            ends && plain && !other && folded.chars().count() >= 4
        };
        let more: Vec<&str> = rest
            .split_whitespace()
            .take(MOST)
            .take_while(relation)
            .collect();
        let told = self.told_by_place(one, form, &more, end);
        more.iter()
            .copied()
            .chain(told.iter().map(String::as_str))
            .fold(form.shown.clone(), |all, word| format!("{all} {word}"))
    }

    /// "Merovia's Foreign Ministry", of which only the office was taken for the name: an office has an owner.
    pub(super) fn with_owner(&self, one: &Proposed, form: &Form) -> String {
        let whole = one.source.as_ref().map(|s| s.text.as_str());
        let owned = whole.filter(|text| {
            let full = Form::new(text);
            let owner = text.split_whitespace().next().unwrap_or("");
            (owner.ends_with("'s") || owner.ends_with("’s"))
                && owner.chars().next().is_some_and(char::is_uppercase)
                && full.words.len() == form.words.len() + 1
                && full.words.ends_with(&form.words)
                && self.titles.is_generic(form)
        });
        owned.map_or_else(|| form.shown.clone(), |text| Form::new(text).shown)
    }

    /// «راع من القرية», «ممرض يعمل في المستشفى»: where somebody is from or works, behind one word for them and its adjectives.
    fn told_by_place(&self, one: &Proposed, form: &Form, more: &[&str], end: usize) -> Vec<String> {
        const WORKS: &[&str] = &[
            "يعمل",
            "تعمل",
            "يعملون",
            "مقيم",
            "مقيمه",
            "مقيما",
            "يقيم",
            "تقيم",
        ];
        /// A place has at most so many words.
        const PLACE: usize = 3;
        let Some(source) = one
            .source
            .as_ref()
            .filter(|_| form.words.len() + more.len() <= 2)
        else {
            return Vec::new();
        };
        let words = self.prose.words(source.end as usize, end);
        let rest = words.get(more.len()..).unwrap_or_default();
        let lead = usize::from(
            rest.first()
                .is_some_and(|w| WORKS.contains(&w.folded.as_str())),
        );
        let leads = rest.get(lead).is_some_and(|w| match w.folded.as_str() {
            "في" => lead > 0,
            "من" => lead == 0,
            _ => false,
        });
        let before = words[..more.len() + lead]
            .iter()
            .all(|w| w.after.is_empty());
        if !leads || !before {
            return Vec::new();
        }
        let ends = |w: &Word| {
            matches!(
                w.folded.as_str(),
                "ان" | "انه" | "انها" | "انهم" | "بان" | "بانه" | "بانها" | "الي"
            ) || w.folded.starts_with("لل")
                || self.titles.is_outlet(&Form::new(&format!(
                    "{} س",
                    w.folded.trim_start_matches('ل')
                )))
                || self.pack.is_some_and(|p| p.conveys(&w.folded).is_some())
        };
        let place = &rest[lead + 1..];
        let stop = place
            .iter()
            .take(PLACE + 1)
            .position(|w| ends(w) || w.folded.trim_end_matches('ـ') == "ل");
        let comma = place
            .iter()
            .take(PLACE)
            .position(|w| !w.after.is_empty())
            .map(|k| k + 1);
        let many = match (stop, comma) {
            (Some(a), Some(b)) => a.min(b),
            (a, b) => a.or(b).unwrap_or(0),
        };
        // Without an end nobody knows how far it goes.
        if many == 0 || many > PLACE {
            return Vec::new();
        }
        let told = &rest[..=lead + many];
        told.iter()
            .map(|w| self.slice(w.start, w.end).to_owned())
            .collect()
    }

    /// «مكتب رئيس الوزراء», «القيادة الجنوبية», «الجبهة»: an office or a group under a definite name is nobody withheld.
    pub(super) fn is_office(&self, form: &Form) -> bool {
        let definite = |w: &String| w.starts_with("ال");
        let Some((first, rest)) = form.words.split_first() else {
            return false;
        };
        let body = self.titles.is_body_word(first);
        let indefinite = |w: &&String| !definite(w) && (w.ends_with("يه") || w.ends_with('ي'));
        let joined =
            |w: &String| matches!(w.as_str(), "في" | "من" | "عن" | "لدي" | "مقرها" | "مقره");
        form.is_arabic()
            && body
            && match (definite(first), rest) {
                (true, []) => true,
                (true, [next, ..]) => definite(next) && !rest.iter().any(joined),
                (false, []) => false,
                (false, [next, ..]) => {
                    !indefinite(&next)
                        && rest.last().is_some_and(definite)
                        && !rest.iter().any(joined)
                }
            }
    }

    /// «نبيل الفلاني لقلمير نت»: a name without whom its bearer told.
    pub(super) fn without_told(&self, form: &Form) -> Form {
        if !form.is_arabic() {
            return form.clone();
        }
        let own = self.own.map(|own| &self.listed.bodies()[own]);
        let told = (2..form.words.len()).find(|at| {
            let tail = form.without_first(*at);
            let Some(bare) = tail.shown.strip_prefix('ل').map(Form::new) else {
                return false;
            };
            let listed = self.listed.find(&bare, self.titles);
            listed.is_some_and(|(body, _, _)| self.prints(body))
                || own
                    .into_iter()
                    .flat_map(|own| own.names.values())
                    .any(|name| {
                        let name = Form::new(name);
                        name.words.starts_with(&bare.words) && !bare.words.is_empty()
                    })
        });
        told.map_or_else(
            || form.clone(),
            |at| form.without_last(form.words.len() - at),
        )
    }

    /// «المصدر» after «مصدر عسكري» is that source; so is "the European official" after "a European intelligence official".
    pub(super) fn same_source(&self, all: &mut [Option<Saying>]) {
        let mut met: Vec<(String, SourceKind)> = Vec::new();
        for saying in all.iter_mut().flatten() {
            let Teller::Withheld {
                description,
                kind,
                span,
            } = &mut saying.who
            else {
                continue;
            };
            let written = span.map_or("", |s| self.slice(s.start, s.end));
            let Some(wanted) = definite(written, description) else {
                if !met.iter().any(|(d, _)| d == description) {
                    met.push((description.clone(), *kind));
                }
                continue;
            };
            let fits: Vec<&(String, SourceKind)> = met
                .iter()
                .filter(|(full, _)| {
                    let words = Form::new(full).words;
                    // «المصدر» is no «مسؤول في المصدر».
                    let heads = wanted.len() > 1 || !Form::new(description).is_arabic();
                    wanted.iter().all(|w| words.contains(w))
                        && (heads || words.first() == wanted.first())
                })
                .collect();
            let found = match (wanted.as_slice(), fits.as_slice()) {
                (_, [only]) => Some(only),
                // A single word points at the last.
                ([_], [.., last]) if description.starts_with("ال") => Some(last),
                _ => None,
            };
            if let Some((full, of)) = found {
                description.clone_from(full);
                *kind = *of;
            }
        }
    }
}

/// Whether a folded word, without article, begins a description of somebody whose name is withheld, in whichever number and case.
pub(super) fn is_unnamed(word: &str) -> bool {
    let word = ["ان", "ين", "ون"]
        .iter()
        .find_map(|e| word.strip_suffix(e).filter(|w| w.chars().count() >= 3))
        .unwrap_or(word);
    matches!(
        word,
        "مصدر"
            | "مصادر"
            | "ناشط"
            | "نشطاء"
            | "شاهد"
            | "شهود"
            | "سكان"
            | "مسوول"
            | "مسءول"
            | "مسؤول"
            | "ضابط"
            | "ضباط"
            | "قيادي"
            | "قاده"
            | "اثن"
    )
}

/// The words by which a description points back, without articles; none where it does not.
fn definite(written: &str, description: &str) -> Option<Vec<String>> {
    let mut words = Form::new(description).words;
    // «المصدر الحكومي الذي تحدث إلينا».
    if words.first()?.starts_with("ال")
        && let Some(at) = words
            .iter()
            .position(|w| matches!(w.as_str(), "الذي" | "التي"))
    {
        words.truncate(at.max(1));
    }
    let bare = |w: &String| w.strip_prefix("ال").map(str::to_owned);
    if let [all @ .., this] = words.as_slice()
        && matches!(this.as_str(), "نفسه" | "ذاته" | "نفسها" | "ذاتها")
        && !all.is_empty()
    {
        return all.iter().map(bare).collect();
    }
    if words.first()?.starts_with("ال") {
        return words.iter().map(bare).collect();
    }
    let written = fold(written);
    let rest = written.strip_prefix("the ")?;
    let rest = Form::new(rest).words;
    // "The official who was there" is told by more than what came before.
    (!rest.is_empty() && rest.len() <= 3).then_some(rest)
}
