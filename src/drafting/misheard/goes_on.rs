//! Who goes on speaking: words that point back at whoever spoke, or name them before the verb of saying.
//!
//! «وأضاف الأمير المقيم في الخارج» is whoever spoke last; «تمسك الناطق فلان بما أعلنه، وقال» is the subject of the first verb; «المصدر ذاته» is a
//! source and no person whom the report names; findings that "show" something within somebody's words are that somebody's; "there is a
//! relative, quoted by the agency, who says" is the relative.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Ear, Who, comma, ends, is, is_body};
use crate::drafting::content::questions;
use crate::drafting::mending::Word;
use crate::drafting::naming::Form;
use crate::extraction::Proposed;
use crate::text::fold::fold;

/// Words that point back (`packs/goes_on.ron`).
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Lists {
    more: Vec<String>,
    stands: Vec<String>,
    leads_on: Vec<String>,
    findings: Vec<String>,
}

/// The built-in words; none where they do not parse, which a test rules out.
static LISTS: LazyLock<Lists> = LazyLock::new(|| questions(include_str!("../packs/goes_on.ron")));

fn among(list: &[String], word: &str) -> bool {
    list.iter().any(|w| w == word)
}

fn bare(word: &str) -> &str {
    word.strip_prefix("ال").unwrap_or(word)
}

/// Whether a folded word leads on from a name to where and when somebody spoke.
pub(in crate::drafting) fn leads_on(word: &str) -> bool {
    among(&LISTS.leads_on, word)
}

impl Ear<'_> {
    /// Whoever an Arabic proposal is really of, where its words point back.
    pub(super) fn goes_on(&self, all: &[Proposed], n: usize) -> Option<Who> {
        let one = &all[n];
        let (source, cue) = (one.source.as_ref()?, one.cue.as_ref()?);
        let (s, e) = ends(source);
        let at = cue.start as usize;
        let (start, end) = self.prose.sentence(at);
        let words = self.prose.words(start, end);
        let v = words.iter().position(|w| w.end > at)?;
        let phrase = self.prose.words(s, e);
        let first = phrase.first()?;
        if let Some(who) = self.in_front(all, n) {
            return Some(who);
        }
        // «قالت الناطقة باسمه فلانة، وزادت أنه»: who spoke in the same breath.
        if e <= start
            && words[v].folded.starts_with('و')
            && among(&LISTS.more, words[v].folded.trim_start_matches('و'))
            && let Some(who) = self.same_breath(&words[..v])
        {
            return Some(who);
        }
        if let Some(who) = self.cut(one, &phrase, e) {
            return Some(who);
        }
        // «أقُتل أم نجا؟»: a question is nobody.
        if self.prose.slice(s, e + 1).contains('؟') {
            return Some(Who::Nobody);
        }
        if let Some(who) = self.finding(all, n, &first.folded) {
            return Some(who);
        }
        let told = fold(&cue.text);
        let told = told.split_whitespace().next().unwrap_or("");
        let told = told.strip_prefix('و').unwrap_or(told);
        // «لا يزال المرصد مصرا على أن»: whose firmness it is stands between.
        if matches!(
            told,
            "مصرا" | "مصره" | "مصرين" | "متمسكا" | "متمسكه" | "متمسكين"
        ) && let Some(who) = self.still(&words[..v])
        {
            return Some(who);
        }
        if e <= start
            && let Some(who) = self.stood(&words[..=v])
        {
            return Some(who);
        }
        // «المصدر ذاته» for a person whom the report names.
        if first.folded == "المصدر" && one.named && !is_body(one.source_kind) {
            let before = self.prose.words(0, s);
            let source = before
                .iter()
                .any(|w| matches!(w.folded.as_str(), "مصدر" | "مصدرا"));
            return source.then_some(Who::Span(s, e, None));
        }
        if among(&LISTS.more, told) && !one.named && s >= start {
            return self.adds(all, n, &phrase);
        }
        None
    }

    /// «فلان الفلاني، الابن البكر للرئيس»: the name stands in front of what describes who bears it.
    fn in_front(&self, all: &[Proposed], n: usize) -> Option<Who> {
        const KIN: &[&str] = &[
            "شقيق",
            "ابن",
            "والد",
            "زوج",
            "عم",
            "خال",
            "نجل",
            "حفيد",
            "شقيقه",
            "ابنه",
            "والده",
            "زوجه",
            "ارمله",
        ];
        let (s, e) = ends(all[n].source.as_ref()?);
        if let Some(who) = self.fronted_name(&all[n], (s, e), KIN) {
            return Some(who);
        }
        let around = all.iter().filter_map(|o| {
            let (a, b) = ends(o.source.as_ref()?);
            (a <= s && e <= b).then_some((a, b))
        });
        let (a, b) = around.max_by_key(|(a, b)| b - a)?;
        let words = self.prose.words(a, b);
        let c = words.iter().position(comma)?;
        let kin = words.get(c + 1)?;
        let name = (1..4).contains(&c) && words[..=c].iter().all(|w| self.plain(w));
        let span = (words[0].start, words[c].end);
        // A name that is known already needs no other.
        let shown = self.prose.slice(span.0, span.1);
        let known = all[n].named && all[n].source_name.as_deref() == Some(shown.as_str());
        (name && !known && KIN.contains(&bare(&kin.folded))).then_some(Who::Span(a, b, Some(span)))
    }

    /// «أما فلان الفلاني، شقيق فلانة، فقال»: the name between a particle and the comma before what describes its bearer.
    fn fronted_name(&self, one: &Proposed, (s, e): (usize, usize), kin: &[&str]) -> Option<Who> {
        let phrase = self.prose.words(s, e);
        let first = phrase.first()?;
        let (start, _) = self.prose.sentence(s);
        let before = self.prose.words(start, s);
        let many = before.iter().rev().take_while(|w| self.plain(w)).count();
        let lead = before.len().checked_sub(many + 1)?;
        let name = before
            .get(lead + 1..)
            .filter(|n| (2..=3).contains(&n.len()))?;
        let closed = name
            .iter()
            .enumerate()
            .all(|(k, w)| comma(w) == (k + 1 == name.len()));
        let led = is(&before[lead], &["اما", "واما", "لكن", "ولكن"]);
        let related = kin.contains(&first.folded.as_str());
        let span = (name[0].start, name[name.len() - 1].end);
        (!one.named && closed && led && related).then_some(Who::Span(span.0, e, Some(span)))
    }

    /// The person behind the last verb of saying before a word, up to a comma.
    fn same_breath(&self, before: &[Word]) -> Option<Who> {
        let k = before
            .iter()
            .rposition(|w| self.pack.conveys(&w.folded).is_some())?;
        let rest = before.get(k + 1..)?;
        let end = rest.iter().position(comma)? + 1;
        let subject = rest.get(..end).filter(|s| (2..=7).contains(&s.len()))?;
        let span = (subject[0].start, subject[end - 1].end);
        Some(Who::Span(span.0, span.1, Some(self.name_of(subject)?)))
    }

    /// «أكد النائب المعارض» before a name, «ألوية» before whose they are: a phrase that was cut before its end.
    fn cut(&self, one: &Proposed, phrase: &[Word], end: usize) -> Option<Who> {
        const GROUPS: &[&str] = &[
            "الويه",
            "كتايب",
            "سرايا",
            "لواء",
            "كتيبه",
            "جبهه",
            "حركه",
            "جماعه",
            "تنظيم",
            "حزب",
        ];
        const THAT: &[&str] = &["ان", "انه", "انها", "انهم", "بان", "بانه", "بانها"];
        let (first, last) = (phrase.first()?, phrase.last()?);
        let (_, stop) = self.prose.sentence(end.saturating_sub(1));
        let after = self.prose.words(end, stop);
        let next = after.first()?;
        if comma(last) || next.start != end + 1 {
            return None;
        }
        let closed = |k: usize| comma(&after[k]) || after.get(k + 1).is_some_and(|w| is(w, THAT));
        let k = (0..after.len().min(5)).find(|k| closed(*k) || !after[*k].after.is_empty())?;
        let whole = closed(k) && after[..k].iter().all(|w| w.after.is_empty());
        let span = (first.start, after[k].end);
        if phrase.len() == 1 && GROUPS.contains(&first.folded.as_str()) {
            let plain = after[..=k].iter().all(|w| {
                !among(&LISTS.leads_on, w.folded.as_str()) && self.pack.conveys(&w.folded).is_none()
            });
            return (whole && plain).then_some(Who::Span(span.0, span.1, Some(span)));
        }
        let kunya = |w: &Word| is(w, &["ابو", "ابي", "ابا", "عبد", "بن"]);
        let name = after[..=k].iter().all(|w| kunya(w) || self.plain(w));
        let post = self.titles.is_title(&first.folded);
        (whole
            && name
            && post
            && !one.named
            && (2..=3).contains(&phrase.len())
            && (1..=3).contains(&k))
        .then_some(Who::Span(span.0, span.1, Some((next.start, after[k].end))))
    }

    /// Whether a word can be part of a person's name.
    fn plain(&self, w: &Word) -> bool {
        !w.folded.starts_with("ال")
            && !w.folded.starts_with("باسم")
            && !among(&LISTS.leads_on, w.folded.as_str())
            && !self.titles.is_title(&w.folded)
            && !self.titles.is_generic(&Form::new(&w.folded))
            && !self.human(&w.folded)
            && !self.pack.everyday(&w.folded)
            && w.folded.chars().all(char::is_alphabetic)
    }

    /// «وأضاف الطبيب المقيم في الخارج»: who adds has spoken, and is described anew.
    fn adds(&self, all: &[Proposed], n: usize, phrase: &[Word]) -> Option<Who> {
        let (first, more) = phrase.split_first()?;
        let noun = first.folded.strip_prefix("ال")?;
        let person = self.human(noun) || self.titles.is_title(&first.folded);
        // One word may be of somebody of whom the text told before; a source is one of its own.
        if !person || more.is_empty() || matches!(noun, "مصدر" | "مصادر") {
            return None;
        }
        let here = all[n].source.as_ref()?.start;
        let (at, _) = ends(all[n].cue.as_ref()?);
        let last = self.last(all, at, |o| {
            o.source.as_ref().is_some_and(|q| q.start != here)
        })?;
        let same = |o: &Proposed| o.source_name == all[last].source_name;
        // Somebody else who was called so before is meant.
        let other = all.iter().any(|o| {
            !same(o)
                && o.source.as_ref().is_some_and(|q| {
                    q.start < here && fold(&q.text).split_whitespace().any(|w| bare(w) == noun)
                })
        });
        // «ساندر ومسؤول أوروبي»: somebody who was called so beside whoever spoke.
        let (a, b) = ends(all[last].source.as_ref()?);
        let beside = self.prose.words(0, here as usize).into_iter().any(|w| {
            (w.end <= a || w.start >= b) && w.folded.strip_prefix('و').unwrap_or(&w.folded) == noun
        });
        if beside {
            return Some(Who::Span(first.start, phrase.last()?.end, None));
        }
        let named = all[last].named && !is_body(all[last].source_kind);
        (named && !other).then_some(Who::Of(last))
    }

    /// «لا يزال المرصد», «ما زالت العائلة»: the subject, where nothing parts it from what it holds to.
    fn still(&self, before: &[Word]) -> Option<Who> {
        let k = before.iter().rposition(|w| {
            is(
                w,
                &[
                    "يزال", "تزال", "زال", "زالت", "ظل", "ظلت", "بقي", "بقيت", "يبقي", "تبقي",
                    "كان", "كانت", "بدا", "بدت",
                ],
            )
        })?;
        let subject = before.get(k + 1..)?;
        let (first, last) = (subject.first()?, subject.last()?);
        if subject.len() > 8 || subject.iter().any(comma) || before[k].after.contains('،') {
            return None;
        }
        let span = (first.start, last.end);
        Some(Who::Span(span.0, span.1, Some(span)))
    }

    /// «تمسك الناطق باسم الحزب فلان الفلاني بما أعلنه، وقال»: the subject of the first verb says what the second conveys.
    fn stood(&self, words: &[Word]) -> Option<Who> {
        let (cue, before) = words.split_last()?;
        if !cue.folded.starts_with('و') || before.len() < 4 {
            return None;
        }
        let k = before.iter().take(4).position(|w| {
            let w = w.folded.strip_prefix('و').unwrap_or(&w.folded);
            among(&LISTS.stands, w)
        })?;
        let rest = &before[k + 1..];
        let more = |w: &Word| {
            let w = w.folded.as_str();
            among(&LISTS.leads_on, w)
                || w.strip_prefix('ب').is_some_and(|rest| {
                    rest.starts_with("ال") || matches!(rest, "ما" | "ان" | "انه" | "انها")
                })
        };
        let end = rest
            .iter()
            .position(more)
            .into_iter()
            .chain(rest.iter().position(comma).map(|c| c + 1))
            .min()?;
        let subject = rest.get(..end).filter(|s| (2..=8).contains(&s.len()))?;
        let (a, b) = self.name_of(subject)?;
        Some(Who::Span(
            subject[0].start,
            subject[subject.len() - 1].end,
            Some((a, b)),
        ))
    }

    /// A person's name before or behind their post.
    fn name_of(&self, subject: &[Word]) -> Option<(usize, usize)> {
        let plain = |w: &Word| self.plain(w);
        let lead = subject.iter().take_while(|w| plain(w)).count();
        let post = |w: &Word| self.titles.is_title(&w.folded) || self.human(bare(&w.folded));
        if (2..=3).contains(&lead) && (lead == subject.len() || post(&subject[lead])) {
            return Some((subject[0].start, subject[lead - 1].end));
        }
        let tail = subject.iter().rev().take_while(|w| plain(w)).count();
        let from = subject.len() - tail;
        ((2..=3).contains(&tail) && post(&subject[0]))
            .then(|| (subject[from].start, subject[subject.len() - 1].end))
    }

    /// Findings within somebody's words: whoever tells of them.
    fn finding(&self, all: &[Proposed], n: usize, head: &str) -> Option<Who> {
        let id = all[n].nested_in.as_ref()?;
        let outer = all.iter().position(|o| o.id == *id)?;
        let tells = all[outer].source.is_some() && outer != n;
        (tells && among(&LISTS.findings, bare(head))).then_some(Who::Of(outer))
    }

    /// Whoever an English proposal is really of.
    pub(super) fn goes_on_in_english(&self, all: &[Proposed], n: usize) -> Option<Who> {
        let source = all[n].source.as_ref()?;
        let (s, e) = ends(source);
        let phrase = self.prose.words(s, e);
        let (first, last) = (phrase.first()?, phrase.last()?);
        if let Some(who) = self.finding(all, n, &last.folded) {
            return Some(who);
        }
        let (start, _) = self.prose.sentence(s);
        let before = self.prose.words(start, s);
        // "There is a relative, quoted by the agency, who says".
        if let [head @ .., quoted, by] = before.as_slice()
            && is(by, &["by"])
            && is(quoted, &["quoted", "cited"])
            && head.last().is_some_and(comma)
            && self.prose.char(e) == Some(',')
            && all[n].cue.as_ref().is_some_and(|c| c.start as usize > e)
        {
            let from = head
                .iter()
                .rposition(|w| is(w, &["a", "an", "one", "the"]))?;
            let noun = head.last()?;
            let whole = (2..=6).contains(&(head.len() - from))
                && !head[from..head.len() - 1].iter().any(comma);
            return (whole && self.human(&noun.folded)).then_some(Who::Span(
                head[from].start,
                noun.end,
                None,
            ));
        }
        // "Her son, Adel, struck a different note": a verb with its object is nobody's name, and its subject stands before it.
        let small = self.prose.char(first.start).is_some_and(char::is_lowercase);
        let verb = phrase.len() >= 2
            && small
            && is(&phrase[1], &["a", "an", "the"])
            && !is(
                first,
                &[
                    "of", "for", "both", "all", "half", "in", "at", "from", "with", "by", "as",
                ],
            )
            && !self.human(&first.folded);
        if verb {
            let name = before.last().filter(|w| comma(w))?;
            let upper = |w: &Word| self.prose.char(w.start).is_some_and(char::is_uppercase);
            let many = before.iter().rev().take_while(|w| upper(w)).count();
            let from = before.len().checked_sub(many)?;
            let span = (before.get(from)?.start, name.end);
            return Some(
                match (1..=3).contains(&many) && from > 0 && comma(&before[from - 1]) {
                    true => Who::Span(span.0, span.1, Some(span)),
                    false => Who::Nobody,
                },
            );
        }
        // "The man", of whom the text told as "a guard".
        let the_man = phrase.len() == 2
            && is(first, &["the"])
            && is(last, &["man", "woman"])
            && !all[n].named;
        if the_man {
            let (at, _) = ends(all[n].cue.as_ref()?);
            let of = self.last(all, at, |o| {
                let text = o.source.as_ref().map_or("", |q| q.text.as_str());
                let one = ["a ", "an ", "A ", "An ", "One ", "one "]
                    .iter()
                    .any(|lead| text.starts_with(lead));
                one && !o.named && !is_body(o.source_kind)
            });
            return of.map(Who::Of).or_else(|| self.subject_a(start, at));
        }
        None
    }

    /// "A guard at the jail, who …, told the agency": the indefinite person with whom the sentence before begins.
    fn subject_a(&self, start: usize, at: usize) -> Option<Who> {
        let (mut from, to) = self.prose.sentence(at);
        if from >= start && start >= 3 {
            // A quotation between may hold sentences of its own: the line before.
            from = (0..start.saturating_sub(1))
                .rev()
                .find(|k| self.prose.char(*k) == Some('\n'))?;
        }
        let line = self.prose.words(
            (0..from)
                .rev()
                .find(|k| self.prose.char(*k) == Some('\n'))
                .map_or(0, |k| k + 1),
            from.min(to),
        );
        let a = line.iter().take(12).position(|w| is(w, &["a", "an"]))?;
        let noun = (a + 1..(a + 4).min(line.len())).find(|k| self.human(&line[*k].folded))?;
        let dateline = a == 0 || line[a - 1].after.contains(['-', '—', '–', ')']);
        let tells = line[noun..]
            .iter()
            .any(|w| is(w, &["told", "said", "says"]));
        (dateline && tells).then_some(Who::Span(line[a].start, line[noun].end, None))
    }
}

#[cfg(test)]
mod tests {
    use super::LISTS;

    #[test]
    fn the_built_in_words_parse() {
        // Empty where they do not.
        assert!(!LISTS.findings.is_empty());
    }
}
