//! Descriptions that have a name in them: an office with the name of a person of the case is that person.

use std::collections::BTreeSet;

use super::naming::{Class, Form, Merge, whole};
use super::network::Desk;

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

    /// The one person of the case whose name a description ends or begins with, beside an office: «نائب المتحدثة باسم البيت الأبيض راج شاه»,
    /// «رئيسها رجب طيب أردوغان», «يوري يفتوشينكو رئيس المركز». «محامي فلان» and «زوجة القائد فلان» are not he.
    pub(super) fn named_within(&self, description: &str) -> Option<usize> {
        const KIN: &[&str] = &[
            "محامي",
            "محام",
            "محاميه",
            "شقيق",
            "شقيقه",
            "نجل",
            "ابن",
            "ابنه",
            "بنت",
            "زوج",
            "زوجه",
            "ارمله",
            "والد",
            "والده",
            "عم",
            "خال",
            "صهر",
            "حارس",
            "سايق",
            "مرافق",
            "سكرتير",
            "قريب",
            "مقرب",
            "صديق",
            "حليف",
            "خصم",
            "مصدر",
            "مصادر",
            "عضو",
            "احد",
            "مساعد",
            "مستشار",
            "طبيب",
            "خليفه",
            "سلف",
        ];
        const RANKS: &[&str] = &[
            "عقيد",
            "عميد",
            "لواء",
            "رايد",
            "مقدم",
            "نقيب",
            "فريق",
            "جنرال",
            "ملازم",
            "مشير",
            "دكتور",
            "سيد",
            "شيخ",
            "مهندس",
            "استاذ",
            "حاج",
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
            let w = w.strip_prefix("ال").unwrap_or(w);
            ["ها", "هم", "ه"]
                .iter()
                .find_map(|p| w.strip_suffix(p).filter(|r| titles.is_title(r)))
                .unwrap_or(w)
                .to_owned()
        };
        let office = |w: &str| titles.is_title(w) || titles.is_title(&plain(w));
        if form.words.iter().any(|w| KIN.contains(&plain(w).as_str())) {
            return None;
        }
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
                // At the end: an office opens the phrase, and what stands before the name is definite and no other's office or body:
                // «مدير مكتب الوزير فلان» and «رئيس مؤسسة فلان» are not he.
                let before = &form.words[all - count - 1];
                let closed = all - count == 1 && before != &plain(before)
                    || before.starts_with("ال")
                        && (!office(before) || RANKS.contains(&plain(before).as_str()));
                let ends = office(&form.words[0]) && closed && same(&form.words[all - count..]);
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
