//! Who is meant by an English phrase: a name with its titles, a surname, a description met before, a pronoun.

use super::names::Name;
use crate::extraction::output::SourceKind;
use crate::extraction::pack::{Class, Of};
use crate::extraction::phrase::Reader;
use crate::extraction::token::Mark;
use crate::text::fold::Span;

/// How far back a name is looked for, so that work stays linear.
const FAR: usize = 400;
/// How far back an antecedent is looked for.
const RECENT: usize = 12;

/// Somebody met in the text.
#[derive(Debug, Clone)]
pub(super) struct Somebody {
    pub(super) name: String,
    pub(super) kind: SourceKind,
    pub(super) named: bool,
    /// Folded words of the name, or of the description.
    words: Vec<String>,
    head: String,
    body: bool,
    /// Known by a name with capitals, not by a description.
    proper: bool,
    plural: bool,
    pub(super) last: Span,
}

/// Everybody met so far.
#[derive(Default)]
pub(in crate::extraction) struct LatinCast {
    pub(super) all: Vec<Somebody>,
    speakers: Vec<usize>,
}

/// The last one described in just these words.
fn recent_with(all: &[Somebody], words: &[String]) -> Option<usize> {
    let from = all.len().saturating_sub(FAR);
    all[from..]
        .iter()
        .rposition(|s| s.words == words)
        .map(|k| from + k)
}

impl LatinCast {
    /// Forgets whom nobody looks back to any more.
    pub(in crate::extraction) fn shorten(&mut self) {
        let gone = self.all.len().saturating_sub(FAR);
        self.all.drain(..gone);
        self.speakers.retain(|&k| k >= gone);
        self.speakers.iter_mut().for_each(|k| *k -= gone);
    }

    /// The one a phrase means: met before, or new.
    pub(super) fn resolve(
        &mut self,
        r: &Reader,
        a: usize,
        b: usize,
        cut: &dyn Fn(Span) -> String,
        speaking: bool,
    ) -> Option<usize> {
        let span = r.t.span(a, b, true)?;
        let name = r
            .proper(a, b)
            .filter(|n| !r.joins_two(a, b, *n) && !r.names_whose(a, *n));
        let all = b;
        let b = if name.is_none() { r.told_of(a, b) } else { b };
        let found = match name {
            Some(n) => self.named(r, n),
            None => self.described(r, a, b),
        };
        let k = match found {
            Some(k) => k,
            None => {
                let mut new = Self::somebody(r, a, b, all, name, span, cut)?;
                // "its spokesman": that of the body last heard.
                if name.is_none()
                    && matches!(r.low(a), "its" | "their")
                    && let Some(body) = self.last_body()
                    && let Some((_, rest)) = new.name.split_once(' ')
                {
                    new.name = format!("{body} {rest}");
                }
                self.all.push(new);
                self.all.len() - 1
            }
        };
        if let Some(n) = name {
            let words = r.folded_words(n.a, n.b);
            let s = self.all.get_mut(k)?;
            // A longer name, or an office, learnt later.
            if words.len() > s.words.len() && s.named && found.is_some() && !s.body {
                s.words = words;
                s.name = cut(r.t.span(n.a, n.b, true)?);
            }
            // Met before by its name alone.
            let after = Some(n.b + 1)
                .filter(|_| n.b + 1 < b && r.mark(n.b) == Mark::Comma && r.determines(n.b + 1))
                .and_then(|x| r.phrase_head(x, b))
                .filter(|&h| r.head_at(h).is_some_and(|e| e.of == Of::Body));
            if s.head.is_empty()
                && let Some(h) = r.apposed_body(a, n).or(after)
                && let Some(e) = r.head_at(h)
            {
                s.kind = e.kind;
                s.head = r.low(h).to_owned();
                s.body = true;
            }
            let speaks = (a..b).any(|h| {
                r.head_at(h)
                    .is_some_and(|e| e.kind == SourceKind::Spokesperson)
            });
            if speaks && !s.body {
                s.kind = SourceKind::Spokesperson;
            }
            if s.head.is_empty()
                && let Some(h) = (a..b).find(|&h| r.person_head(h))
                && !s.body
                && let Some(e) = r.head_at(h)
            {
                s.kind = e.kind;
                s.head = r.low(h).to_owned();
            }
        }
        self.all[k].last = span;
        if speaking {
            self.speakers.push(k);
        }
        Some(k)
    }

    fn named(&self, r: &Reader, n: Name) -> Option<usize> {
        let words = r.folded_words(n.a, n.b);
        let last = words.last()?;
        self.all
            .iter()
            .enumerate()
            .rev()
            .take(FAR)
            .find(|(_, s)| {
                if !s.named {
                    return false;
                }
                if n.body && s.body {
                    return words == s.words
                        || words.iter().all(|w| s.words.contains(w))
                            && (words.len() > 1
                                || r.head_at(n.b - 1).is_some()
                                || s.words.first() == Some(last))
                        || s.words.iter().all(|w| words.contains(w)) && s.words.len() > 1;
                }
                // A surname; of two given names both must agree.
                let single = words.len() == 1;
                !s.body
                    && s.words.last() == Some(last)
                    && (single || s.words.len() == 1 || s.words.first() == words.first())
            })
            .map(|(k, _)| k)
    }

    fn described(&self, r: &Reader, a: usize, b: usize) -> Option<usize> {
        let definite = matches!(r.low(a), "the" | "this" | "that");
        let head_at = r.phrase_head(a, b);
        let words = r.folded_words(a, b);
        if !definite {
            // The same body, or the same words of one who is no stranger each time.
            let strange = matches!(r.low(a), "a" | "an" | "another" | "one") || words.len() < 2;
            return recent_with(&self.all, &words).filter(|_| !strange);
        }
        let head_at = head_at?;
        let head = r.low(head_at);
        let entry = r.head_at(head_at)?;
        let body = matches!(entry.of, Of::Body);
        let recent = || self.all.iter().enumerate().rev().take(RECENT);
        if let Some((k, _)) = recent().find(|(_, s)| {
            // "The party" is none of "two party members".
            (s.head == head || (s.named || s.body) && s.words.iter().any(|w| w == head))
                && words.iter().all(|w| s.words.contains(w))
        }) {
            return Some(k);
        }
        if words.len() > 1 {
            return recent()
                .find(|(_, s)| s.head == head && s.named && !s.body && !body)
                .map(|(k, _)| k);
        }
        if entry.of == Of::Text {
            return self.speakers.last().copied();
        }
        self.speakers.iter().rev().copied().take(RECENT).find(|&k| {
            let s = &self.all[k];
            if body {
                let generic = matches!(
                    head,
                    "group"
                        | "movement"
                        | "organisation"
                        | "organization"
                        | "party"
                        | "faction"
                        | "monitor"
                        | "agency"
                        | "newspaper"
                        | "paper"
                        | "network"
                        | "channel"
                        | "outlet"
                        | "broadcaster"
                        | "company"
                );
                let agency = |h: &str| {
                    matches!(
                        h,
                        "agency" | "wire" | "news" | "reuters" | "afp" | "ap" | "tass" | "sana"
                    )
                };
                generic
                    && s.body
                    && s.proper
                    && s.kind == entry.kind
                    && (entry.kind != SourceKind::Outlet || agency(head) == agency(&s.head))
            } else {
                !s.body
                    && (s.head == head
                        || s.kind == entry.kind && s.head.is_empty()
                        || entry.kind == SourceKind::Spokesperson && s.kind == entry.kind)
            }
        })
    }

    fn somebody(
        r: &Reader,
        a: usize,
        b: usize,
        all: usize,
        name: Option<Name>,
        span: Span,
        cut: &dyn Fn(Span) -> String,
    ) -> Option<Somebody> {
        let withheld = (a..all).any(|k| {
            matches!(r.low(k), "anonymity" | "unnamed" | "unidentified")
                || r.low(k) == "named"
                    && (a..k).any(|m| {
                        r.is(m, Class::Negation) || matches!(r.low(m), "declined" | "refused")
                    })
                || matches!(r.low(k), "name" | "identify" | "identified")
                    && (a..k).any(|m| r.is(m, Class::Negation))
                || matches!(r.low(k), "familiar" | "briefed") && r.is(k + 1, Class::Preposition)
        });
        let describing = (a..b).find(|&k| {
            r.head_at(k)
                .is_some_and(|h| h.kind == SourceKind::Spokesperson)
        });
        let head = match name {
            Some(n) if n.body => (n.a..n.b).rev().find(|&k| r.head_at(k).is_some()),
            Some(_) => describing.or_else(|| (a..b).find(|&k| r.person_head(k))),
            None => r.phrase_head(a, b),
        };
        // An Egyptian newspaper, Al-Masry Al-Youm.
        let apposed = name.and_then(|n| r.apposed_body(a, n));
        // Al-Mawj, a channel from London.
        let told = name
            .filter(|n| {
                head.is_none() && n.b + 1 < b && r.mark(n.b) == Mark::Comma && r.determines(n.b + 1)
            })
            .and_then(|n| r.phrase_head(n.b + 1, b));
        let apposed =
            apposed.or_else(|| told.filter(|&h| r.head_at(h).is_some_and(|e| e.of == Of::Body)));
        let head = head.or(told);
        let head = apposed.or(head);
        let entry = head.and_then(|h| r.head_at(h));
        let body = apposed.is_some()
            || name.map_or_else(
                || entry.is_some_and(|e| matches!(e.of, Of::Body | Of::Name)),
                |n| n.body,
            );
        let mut kind = match (entry, body) {
            (Some(e), _) => e.kind,
            (None, true) => SourceKind::Organization,
            (None, false) => SourceKind::Witness,
        };
        if withheld && name.is_none() {
            kind = SourceKind::AnonymousSource;
        }
        let some = matches!(r.low(a), "a" | "an" | "one" | "another");
        let undisclosed = name.is_none() && (withheld || !body || some);
        let text = match name {
            Some(n) => cut(r.t.span(n.a, n.b, true)?),
            None => {
                let skip = usize::from(r.low(a) == "the" && b > a + 1);
                // "The ministry, for its part, said".
                let end = (a + 1..b)
                    .find(|&k| {
                        r.mark(k) == Mark::Comma
                            && r.low(k + 1) == "for"
                            && matches!(r.low(k + 3), "part")
                    })
                    .unwrap_or(b);
                cut(r.t.span(a + skip, end, true)?)
            }
        };
        let text: Vec<&str> = text.split_whitespace().collect();
        Some(Somebody {
            name: text
                .join(" ")
                .trim_end_matches("'s")
                .trim_end_matches("’s")
                .to_owned(),
            kind,
            named: !undisclosed,
            words: name.map_or_else(|| r.folded_words(a, b), |n| r.folded_words(n.a, n.b)),
            head: head.map_or_else(String::new, |h| r.low(h).to_owned()),
            body,
            proper: name.is_some(),
            plural: entry.is_some_and(|e| e.of == Of::People)
                || head.is_some_and(|h| r.low(h).ends_with('s') && !body),
            last: span,
        })
    }

    /// Who a pronoun means: the last speaker that it can stand for.
    pub(super) fn pronoun(&mut self, pronoun: &str, met: &[usize]) -> Option<usize> {
        let fits = |s: &Somebody| match pronoun {
            "he" | "she" => !s.body && !s.plural,
            "it" => s.body,
            "they" => s.plural || s.body,
            _ => true,
        };
        // "They": people, before a body.
        let people = self
            .speakers
            .iter()
            .rev()
            .copied()
            .take(RECENT)
            .find(|&k| pronoun == "they" && self.all[k].plural);
        let k = people
            .or_else(|| {
                self.speakers
                    .iter()
                    .rev()
                    .copied()
                    .take(RECENT)
                    .find(|&k| fits(&self.all[k]))
            })
            .or_else(|| met.iter().rev().copied().find(|&k| fits(&self.all[k])))
            .or_else(|| {
                // A noun that the pack does not know: the cabinet.
                let last = self.speakers.last().copied()?;
                (pronoun == "it" && self.all[last].head.is_empty() && !self.all[last].named)
                    .then_some(last)
            })?;
        self.speakers.push(k);
        Some(k)
    }

    /// Whether a pronoun can stand for somebody.
    pub(super) fn fits(&self, k: usize, pronoun: &str) -> bool {
        self.all.get(k).is_some_and(|s| match pronoun {
            "he" | "she" => !s.body && !s.plural,
            "it" => s.body,
            "they" => s.plural,
            _ => false,
        })
    }

    /// Whether it is one person, by name.
    pub(super) fn is_person(&self, k: usize) -> bool {
        self.all
            .get(k)
            .is_some_and(|s| !s.body && s.proper && !s.plural)
    }

    /// Notes that somebody speaks.
    pub(super) fn speaks(&mut self, k: usize) {
        self.speakers.push(k);
    }

    /// The name of the body that spoke last.
    fn last_body(&self) -> Option<String> {
        let recent = self.speakers.iter().rev().take(RECENT);
        recent
            .map(|&k| &self.all[k])
            .find(|s| s.body)
            .map(|s| s.name.clone())
    }

    /// The last one who spoke.
    pub(super) fn last_speaker(&mut self) -> Option<usize> {
        let k = self.speakers.last().copied()?;
        self.speakers.push(k);
        Some(k)
    }
}
