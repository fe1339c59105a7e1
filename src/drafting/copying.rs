//! Which document republishes which: by credits, by copies of one text.

use std::collections::HashSet;

use super::article::Article;
use super::credits::{Credit, credits};
use super::mending::Prose;
use super::naming::Listed;
use super::plan::Look;
use super::saying::Saying;
use crate::text::Span;
use crate::text::copies::{Shared, Sharing, shared_texts};

/// What a document republishes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum From {
    /// The text of another article.
    Article(usize),
    /// A listed body, whose own page is not in the case.
    Body(usize),
}

/// A proposal that one document republishes something.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Republished {
    /// The article.
    pub(super) article: usize,
    /// What it republishes.
    pub(super) from: From,
    /// Whether the page does not say so.
    pub(super) inferred: bool,
    /// The rule.
    pub(super) rule: &'static str,
    /// Where the credit stands.
    pub(super) spans: Vec<Span>,
    /// The other article, and the share of the text that both have.
    pub(super) copy: Option<(usize, f64)>,
    /// The spans that are republished, where the page has something of its own; else all of it.
    pub(super) part: Vec<Span>,
    /// How sure the rule is.
    pub(super) score: f64,
}

/// What the articles share and republish.
#[derive(Debug, Clone, Default)]
pub(super) struct Copying {
    /// At most one for each article, by article.
    pub(super) republished: Vec<Republished>,
    /// Copies of which nobody can tell who copied whom.
    pub(super) untold: Vec<Shared<usize>>,
    /// Credits to several at once, by article: no chain can be drawn from them.
    pub(super) several: Vec<(usize, Vec<Credit>)>,
}

/// Reads credits and compares texts.
///
/// `outlets`: the listed body that published each article, where it is one. `names`: whether an article names the outlet of
/// another as one that it quotes.
pub(super) fn copying(
    articles: &[Article],
    listed: &Listed,
    outlets: &[Option<usize>],
    names: &dyn std::ops::Fn(usize, usize) -> bool,
) -> Copying {
    let mut all = Copying::default();
    let mut found: Vec<Option<Republished>> = vec![None; articles.len()];
    for (n, article) in articles.iter().enumerate() {
        let met: Vec<Credit> = credits(article.text, listed)
            .into_iter()
            .filter(|c| Some(c.body) != outlets[n])
            .collect();
        let mut bodies: Vec<usize> = met.iter().map(|c| c.body).collect();
        bodies.sort_unstable();
        bodies.dedup();
        match bodies.as_slice() {
            [] => {}
            [body] => {
                found[n] = Some(Republished {
                    article: n,
                    from: From::Body(*body),
                    inferred: false,
                    rule: met[0].rule,
                    spans: met.iter().map(|c| c.span).collect(),
                    copy: None,
                    part: Vec::new(),
                    score: 0.9,
                });
            }
            _ => all.several.push((n, met)),
        }
    }
    let texts: Vec<(usize, &str)> = articles
        .iter()
        .enumerate()
        .map(|(n, a)| (n, a.text))
        .collect();
    let copies: Vec<Shared<usize>> = shared_texts(&texts)
        .into_iter()
        .filter(|s| s.kind == Sharing::Copy)
        .collect();
    for shared in &copies {
        let (a, b) = (shared.a, shared.b);
        if articles[a].outlet.is_some() && articles[a].outlet == articles[b].outlet {
            // An outlet does not republish itself; which version is later is for a person to say.
            continue;
        }
        let Some((original, copy, rule, score)) =
            direction(articles, outlets, &found, shared, names)
        else {
            all.untold.push(shared.clone());
            continue;
        };
        let credited = matches!(found[copy].as_ref().map(|r| r.from), Some(From::Body(_)));
        if credited && rule != "copy-of-credited" {
            // The page itself names its original.
            continue;
        }
        let proposal = Republished {
            article: copy,
            from: From::Article(original),
            inferred: rule == "copy-published-later",
            rule,
            spans: found[copy]
                .as_ref()
                .map(|r| r.spans.clone())
                .unwrap_or_default(),
            copy: Some((original, shared.share)),
            part: Vec::new(),
            score,
        };
        let better = match &found[copy] {
            Some(Republished {
                from: From::Article(other),
                score: known,
                ..
            }) => score > *known || score == *known && earlier(articles, original, *other),
            _ => true,
        };
        if better {
            found[copy] = Some(proposal);
        }
    }
    // A circle is possible only through names; the later of its links goes.
    for n in 0..found.len() {
        let mut up = found[n].as_ref().map(|r| r.from);
        let mut steps = 0;
        while let Some(From::Article(o)) = up {
            steps += 1;
            if o == n || steps > found.len() {
                found[n] = None;
                break;
            }
            up = found[o].as_ref().map(|r| r.from);
        }
    }
    all.republished = found.into_iter().flatten().collect();
    all
}

impl Copying {
    /// What a person should look at first: copies of which nobody can tell who copied whom, links that no credit draws, and credits
    /// to several at once; of each kind so many. `linked`: the documents whose links are drafted.
    pub(super) fn look(
        &self,
        articles: &[Article],
        linked: &HashSet<&str>,
        most: usize,
    ) -> Vec<Look> {
        let id = |n: usize| articles[n].document;
        let mut all = Vec::new();
        for shared in self.untold.iter().take(most) {
            let (a, b) = (id(shared.a), id(shared.b));
            all.push(Look {
                about: "copies".to_owned(),
                what: format!("{a} and {b} are one text; nothing says who copied whom"),
                what_ar: format!("{a} و{b} نص واحد، ولا شيء يدل على من نقل عن الآخر"),
                entries: vec![a.to_owned(), b.to_owned()],
            });
        }
        let drawn = self.republished.iter().filter_map(|r| {
            let (original, share) = r.copy?;
            let why = match r.rule {
                "copy-names-outlet" => ["names who published that", "يذكر ناشر ذاك بالاسم"],
                "copy-published-later" => ["was published later", "نُشر بعد ذاك"],
                // The page credits it.
                _ => return None,
            };
            linked
                .contains(id(r.article))
                .then_some((id(r.article), id(original), share, why))
        });
        for (copy, original, share, [why, why_ar]) in drawn.take(most) {
            // Rounded down: a copy with words of its own is not all the same.
            let share = (share * 100.0).floor();
            all.push(Look {
                about: "copies".to_owned(),
                what: format!(
                    "{copy} was taken to republish {original}: {share} % of the shorter text is the same, and it {why}"
                ),
                what_ar: format!(
                    "عُدّ {copy} إعادة نشر لـ{original}: ‏{share}٪ من أقصر النصين واحد، وهو {why_ar}"
                ),
                entries: vec![copy.to_owned(), original.to_owned()],
            });
        }
        for (n, met) in self.several.iter().take(most) {
            let (document, credits) = (id(*n), met.len());
            all.push(Look {
                about: "credits".to_owned(),
                what: format!("{document} credits {credits} at once; no link was drawn"),
                what_ar: format!("{document} منسوب إلى {credits} معاً؛ لم تُرسم صلة"),
                entries: vec![document.to_owned()],
            });
        }
        all
    }

    /// The article whose text another copies.
    pub(super) fn copied(&self, article: usize) -> Option<usize> {
        self.republished
            .iter()
            .find(|r| r.article == article)
            .and_then(|r| match r.from {
                From::Article(original) if original != article => Some(original),
                _ => None,
            })
    }

    /// Leaves what was said to the page's own outlet out of what it republishes: no agency carried that.
    pub(super) fn without_own(&mut self, articles: &[Article], sayings: &[Saying]) {
        for one in &mut self.republished {
            let prose = Prose::new(articles[one.article].text);
            let mut own: Vec<(usize, usize)> = sayings
                .iter()
                .filter(|s| s.article == one.article && s.to_own && !s.outlet_voice)
                .flat_map(|s| s.content.iter().chain(s.cue.iter()))
                .map(|span| prose.sentence(span.start))
                .collect();
            own.sort_unstable();
            own.dedup();
            if own.is_empty() {
                continue;
            }
            let mut from = 0;
            let all = articles[one.article].text.chars().count();
            for (start, end) in own.iter().copied().chain([(all, all)]) {
                let words = prose.words(from, start);
                if let (Some(first), Some(last)) = (words.first(), words.last()) {
                    one.part.push(Span::new(first.start, last.end));
                }
                from = end;
            }
        }
    }
}

/// Which of two copies is the original: by a credit, by a name, by the dates.
fn direction(
    articles: &[Article],
    outlets: &[Option<usize>],
    found: &[Option<Republished>],
    shared: &Shared<usize>,
    names: &dyn std::ops::Fn(usize, usize) -> bool,
) -> Option<(usize, usize, &'static str, f64)> {
    for (original, copy) in [(shared.a, shared.b), (shared.b, shared.a)] {
        if let Some(Republished {
            from: From::Body(body),
            ..
        }) = &found[copy]
            && outlets[original] == Some(*body)
        {
            return Some((original, copy, "copy-of-credited", 0.95));
        }
    }
    for (original, copy) in [(shared.a, shared.b), (shared.b, shared.a)] {
        if names(copy, original) && !names(original, copy) && !earlier(articles, copy, original) {
            return Some((original, copy, "copy-names-outlet", 0.85));
        }
    }
    for (original, copy) in [(shared.a, shared.b), (shared.b, shared.a)] {
        if earlier(articles, original, copy) {
            return Some((original, copy, "copy-published-later", 0.7));
        }
    }
    None
}

/// Whether one article was surely published on an earlier day than another, or at an earlier minute.
pub(super) fn earlier(articles: &[Article], a: usize, b: usize) -> bool {
    match (articles[a].published, articles[b].published) {
        (Some(one), Some(other)) => {
            one.surely_before(other)
                || moment(one.edtf())
                    .zip(moment(other.edtf()))
                    .is_some_and(|(one, other)| one < other)
        }
        _ => false,
    }
}

/// A moment as text that sorts, where both are written with a time of the same offset.
fn moment(edtf: &str) -> Option<&str> {
    (edtf.len() >= 16 && edtf.contains('T') && edtf.ends_with('Z')).then_some(edtf)
}
