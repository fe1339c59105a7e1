//! The parts of a sentence of supported wording that say when and from where: by when each side spoke, from where the
//! case is looked at, and what is left of a side if its words are read otherwise.

use super::dates;
use super::heard::committed;
use super::moments::Moments;
use super::phrase::Tongue;
use super::wording::{Lead, Sentence, these_texts};
use crate::analysis::Analysis;
use crate::model::{Key, Source, Statement};

impl Sentence<'_, '_> {
    /// By when it was said, after who says so, and by when it was denied, after who denies it; once for both where
    /// they are of one date.
    pub(super) fn moments(&self, t: Tongue, lead: Lead, denied: bool) -> (String, String) {
        let of = |keys: Vec<Key<Statement>>| Moments::of(self.analysis, &keys);
        // What was taken back has its dates beside it.
        let denial = || committed(&self.figures.denies).collect();
        let first = match lead {
            Lead::Said => committed(&self.figures.affirms).collect(),
            Lead::Reported => self.figures.reports.0.clone(),
            Lead::Denied => denial(),
            Lead::TakenBack | Lead::Nobody => Vec::new(),
        };
        let words = |moments: Option<Moments<'_>>| {
            moments.map_or_else(String::new, |moments| {
                format!("{}{}", t.say(", ", "، "), moments.words(t))
            })
        };
        let first = of(first);
        if !denied {
            return (words(first), String::new());
        }
        let second = of(denial());
        if let Some(one) = first.as_ref().filter(|one| one.is_one())
            && first == second
        {
            let all = format!("{}{}", t.say(", all ", "، وذلك كله "), one.words(t));
            return (String::new(), all);
        }
        (words(first), words(second))
    }

    /// What is left of a side that is heard only in words which may be read otherwise.
    pub(super) fn otherwise(&self, t: Tongue, clauses: &mut Vec<String>) {
        for (heard, denial) in [(&self.says, false), (&self.denies, true)] {
            if heard.only_if_read_so() {
                let left = match (heard.only_elsewhere(), heard.figures.unclear.is_empty()) {
                    (true, _) => continue,
                    (false, clear) => nothing_left(t, denial, clear),
                };
                let texts = these_texts(t, self.analysis, self.texts);
                clauses.push(match t {
                    Tongue::En => format!("if those words are read otherwise, {left} {texts}"),
                    Tongue::Ar => format!("وإن قُرئ ذلك الكلام على وجه آخر {left} {texts}"),
                });
            }
        }
    }
}

/// From where the case is looked at: without it, a pasted sentence would say of the texts what
/// is true of a part of them only.
pub(super) fn seen(analysis: &Analysis<'_>, t: Tongue) -> String {
    let setting = &analysis.setting;
    let mut parts = Vec::new();
    if !setting.without.is_empty() {
        let case = analysis.case;
        let mut aside: Vec<Key<Source>> = setting.without.to_vec();
        aside.sort_by_key(|key| case.sources.id(*key));
        let names: Vec<String> = aside
            .into_iter()
            .map(|key| t.in_a_sentence(case, key))
            .collect();
        let names = t.list(&names);
        parts.push(match t {
            Tongue::En => format!("With {names} set aside"),
            Tongue::Ar => format!("إذا استبعدنا: {names}"),
        });
    }
    if let Some(day) = &setting.as_of {
        let as_of = t.say("As of", "حتى");
        parts.push(format!("{as_of} {}", dates::date(day.edtf(), t)));
    }
    if let Some(minute) = setting.known_by {
        let known = t.say("As known by", "بما دخل الملف حتى");
        parts.push(format!("{known} {}", dates::minute(&minute.to_string(), t)));
    }
    if parts.is_empty() {
        String::new()
    } else {
        // A list behind a colon of its own ends at a dash.
        let end = match (t, setting.without.is_empty()) {
            (Tongue::Ar, false) => " – ",
            _ => ": ",
        };
        format!("{}{end}", parts.join(t.say(", ", "، ")))
    }
}

/// "there is no denial", in words that follow "if those words are read otherwise"; `clear`: nothing unclear is left
/// either.
pub(super) fn nothing_left(t: Tongue, denial: bool, clear: bool) -> &'static str {
    match (denial, clear) {
        (true, true) => t.say("there is no denial", "فلا نفي"),
        (true, false) => t.say("there is no clear denial", "فلا نفي صريحًا"),
        (false, true) => t.say("nobody says so", "فلا قائل به"),
        (false, false) => t.say("nobody clearly says so", "فلا قائل به صراحة"),
    }
}
