//! Descriptions that have a name in them: an office with the name of a person of the case is that person.

use std::collections::BTreeSet;

use super::naming::{Class, Form, Merge, whole};
use super::network::Desk;
use super::post_names::{RANKS, RELATED, TOGETHER, bare, disowned};

impl Desk<'_> {
    /// Notes that a description means somebody named.
    pub(super) fn is_described(
        &mut self,
        who: usize,
        description: &str,
        article: usize,
        span: Option<crate::text::Span>,
        rule: &'static str,
        score: f64,
    ) {
        let node = &mut self.names.nodes[who];
        let form = Form::new(description).shown;
        if !node.merges.iter().any(|m| m.form == form) {
            node.merges.push(Merge {
                form,
                article,
                span,
                rule,
                score,
            });
        }
        if !node.articles.contains(&article) {
            node.articles.push(article);
        }
    }

    /// The one body of the case whose very name a description is: extraction took it for words about somebody.
    pub(super) fn called(&self, description: &str) -> Option<usize> {
        let form = Form::new(description);
        if form.words.len() < 2 || self.ground.titles.is_generic(&form) {
            return None;
        }
        let nodes = &self.names.nodes;
        let mut all = (0..nodes.len()).filter(|n| {
            let node = &nodes[*n];
            let names = node
                .names
                .values()
                .chain(node.aliases.iter().map(|(_, a)| a));
            node.class == Class::Body
                && !node.undisclosed
                && !node.key.contains('@')
                && names
                    .into_iter()
                    .any(|name| Form::new(name).key() == form.key())
        });
        let one = all.next()?;
        all.next().is_none().then_some(one)
    }

    /// The one person whose full name a description in English ends with: "rebel captain Lauro Fuente". "A friend of" his is not he.
    fn named_at_end(&self, form: &Form) -> Option<usize> {
        const OTHERS: &[&str] = &[
            "of", "for", "to", "by", "with", "and", "from", "against", "under", "s", "near", "late",
        ];
        let titles = self.ground.titles;
        let other = |w: &String| OTHERS.contains(&w.as_str()) || titles.kin(w).is_some();
        let mut found: BTreeSet<usize> = BTreeSet::new();
        for (k, node) in self.names.nodes.iter().enumerate() {
            if node.class != Class::Person || node.undisclosed || !node.speaks {
                continue;
            }
            let names = node
                .names
                .values()
                .chain(node.aliases.iter().map(|(_, a)| a));
            for name in names {
                let name = titles.person(&Form::new(name));
                let count = name.words.len();
                let fits = count >= 2
                    && form.words.len() > count
                    && form.words.ends_with(&name.words)
                    && !form.words[..form.words.len() - count].iter().any(other);
                if fits {
                    found.insert(k);
                }
            }
        }
        let mut one = found.into_iter();
        let first = one.next()?;
        one.next().is_none().then_some(first)
    }

    /// Whether a phrase ends with where or of what place a post is: «وزير الخارجية في ميروفيا», «محافظ طيبة», «الباحثة في معهد ميروفيا».
    fn is_place(&self, words: &[String]) -> bool {
        let titles = self.ground.titles;
        let [.., led, place] = words else {
            return false;
        };
        let common = |w: &String| {
            titles.is_title(w)
                || titles.is_body_word(w)
                || titles.is_generic_word(w)
                || titles.terms().knows(w)
                || TOGETHER.contains(&w.as_str())
        };
        let leads = matches!(led.as_str(), "في" | "لدي")
            || common(led) && !TOGETHER.contains(&led.as_str());
        leads && !common(place) && !place.starts_with('ل')
    }

    /// The one person of the case whose name a description ends or begins with, beside an office: «نائب المتحدثة باسم البيت الأبيض راج شاه»,
    /// «رئيسها رجب طيب أردوغان», «يوري يفتوشينكو رئيس المركز». «محامي فلان» and «زوجة القائد فلان» are not he.
    pub(super) fn named_within(&self, description: &str) -> Option<usize> {
        /// Whoever is of somebody else, whoever that is.
        const OTHERS: &[&str] = &[
            "مصدر",
            "مصادر",
            "عضو",
            "احد",
            "مقرب",
            "زوج",
            "ارمله",
            "خليفه",
            "سلف",
        ];
        let titles = self.ground.titles;
        let form = Form::new(description);
        if !form.is_arabic() {
            let indefinite = description.starts_with("a ") || description.starts_with("an ");
            let owner = description.contains("'s ") || description.contains("’s ");
            return self.named_at_end(&form).filter(|_| !indefinite && !owner);
        }
        if form.words.len() < 3 {
            return None;
        }
        let plain = |w: &str| -> String {
            let w = bare(w);
            disowned(w)
                .filter(|r| titles.is_title(r))
                .unwrap_or(w)
                .to_owned()
        };
        let office = |w: &str| {
            let w = [w.to_owned(), plain(w), format!("ال{}", plain(w))];
            w.iter().any(|w| titles.is_title(w))
        };
        let other = |w: &str| {
            let w = plain(w);
            OTHERS.contains(&w.as_str())
                || RELATED.contains(&w.as_str())
                || titles.kin(&w).is_some()
        };
        // «محامي فلان» is not he; «محاميه فلان» and «محامي العائلة فلان» are.
        let related = other(&form.words[0]);
        if form.words[1..].iter().any(|w| other(w)) || OTHERS.contains(&form.words[0].as_str()) {
            return None;
        }
        let written = form.shown.split_whitespace().next().unwrap_or("");
        let owned = related && disowned(&form.words[0]).is_some() && !written.ends_with('ة');
        let all = form.words.len();
        // Ranks stand before a name that an office follows: «الميجر جنرال فلان رئيس المركز».
        let own = titles.person(&form);
        let mut found: BTreeSet<usize> = BTreeSet::new();
        let persons = self
            .names
            .nodes
            .iter()
            .enumerate()
            .filter(|(_, n)| n.class == Class::Person && !n.undisclosed);
        for (k, node) in persons {
            let forms = node
                .names
                .values()
                .chain(node.aliases.iter().map(|(_, a)| a));
            for name in forms {
                let name = titles.person(&Form::new(name));
                let count = name.words.len();
                if count < 2 || count + 1 > all {
                    continue;
                }
                let same = |part: &[String]| {
                    if name.is_arabic() {
                        part.iter().zip(&name.words).all(|(a, b)| a == b)
                    } else {
                        let sound = whole(part);
                        sound.chars().count() >= 5 && sound == whole(&name.words)
                    }
                };
                // At the end: an office opens the phrase, and what stands before the name is definite, or a place, and no other's
                // office or body: «مدير مكتب الوزير فلان» and «رئيس مؤسسة فلان» are not he.
                let at = all - count;
                let before = form.words[at - 1].as_str();
                let definite = before.starts_with("ال");
                let closed = match (at, related) {
                    (1, true) => owned,
                    (1, false) => before != plain(before),
                    (_, true) => definite && TOGETHER.contains(&bare(before)),
                    (_, false) => {
                        definite && (!office(before) || RANKS.contains(&bare(before)))
                            || self.is_place(&form.words[..at])
                    }
                };
                let post = office(&form.words[0]) || related || form.words[0].starts_with("ال");
                let ends = post && closed && same(&form.words[at..]);
                let begins = name.is_arabic()
                    && own.words.starts_with(&name.words)
                    && own.words.get(count).is_some_and(|w| office(w));
                if ends || begins {
                    found.insert(k);
                }
            }
        }
        let mut one = found.into_iter();
        let first = one.next()?;
        one.next().is_none().then_some(first)
    }
}
