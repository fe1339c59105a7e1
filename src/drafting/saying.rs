//! What each article's extraction and readings give to be entered as statements: who says it, through whom, told by whom.
//!
//! In one file because who speaks, who passed on and who was told are read from one phrase and its gaps, by one reader.

use super::article::Article;
use super::described::is_unnamed;
use super::mending::Prose;
use super::naming::{Class, Form, Listed, Titles};
use super::notices::Notice;
use super::reading::{Named, Reading, Said, WITHDRAWN};
use super::telling::{Told, content_of, continued, same_speaker};
use crate::extraction::{Act, Pack, Proposed, Quoted, SourceKind, Style};
use crate::model::EntityKind;
use crate::text::fold::fold;
use crate::text::{CharIndex, Span};

/// Who speaks, as a text has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Teller {
    /// Nobody is written.
    Nobody,
    /// Somebody by name.
    Named {
        /// The name.
        named: Named,
        /// The kind of source.
        kind: SourceKind,
        /// The whole phrase.
        phrase: Option<String>,
    },
    /// Somebody by a description only.
    Withheld {
        /// The description.
        description: String,
        /// The kind of source.
        kind: SourceKind,
        /// Where it stands.
        span: Option<Span>,
    },
}

/// Somebody through whom a saying came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Passed {
    /// Who.
    pub(super) who: Teller,
    /// The rule that found it.
    pub(super) rule: &'static str,
}

/// One act of saying, to be entered as a statement.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Saying {
    /// Index of the article.
    pub(super) article: usize,
    /// Which saying of the article.
    pub(super) said: Said,
    /// Further sayings of the article that this one stands for: relays that say the same.
    pub(super) also: Vec<Said>,
    /// The same in every run on this text.
    pub(super) key: String,
    /// The cue.
    pub(super) cue: Option<Span>,
    /// Further cues.
    pub(super) cue_also: Vec<Span>,
    /// The phrase that names the source.
    pub(super) source_span: Option<Span>,
    /// What is conveyed.
    pub(super) content: Vec<Span>,
    /// Who says it.
    pub(super) who: Teller,
    /// The act.
    pub(super) act: Act,
    /// The style.
    pub(super) style: Style,
    /// The saying that this one stands inside: its place in the article's list.
    pub(super) outer: Option<usize>,
    /// Relays inside the text, from the origin outwards.
    pub(super) relays: Vec<Passed>,
    /// Who the source says told it.
    pub(super) told_by: Vec<Passed>,
    /// Whether it was told to whoever reports it: «أبلغاه», "had told him".
    pub(super) told_speaker: bool,
    /// Whether it was said to the very outlet whose page it is: no agency credited at its head carried it.
    pub(super) to_own: bool,
    /// Whether the document says it as its own.
    pub(super) outlet_voice: bool,
    /// Whether it is a heading.
    pub(super) heading: bool,
    /// Whether it is a withdrawal of its speaker's own word that the page tells of.
    pub(super) withdraws: bool,
    /// The notice that it is, where its outlet takes back with it what it published.
    pub(super) notice: Option<Notice>,
    /// How sure extraction is.
    pub(super) score: f64,
}

/// The attributed sayings of an article, in the order of the text.
pub(super) fn attributed(
    n: usize,
    article: &Article,
    pack: Option<&Pack>,
    listed: &Listed,
    titles: &Titles,
    own: Option<usize>,
) -> Vec<Saying> {
    let reader = Reader {
        own,
        article,
        pack,
        index: CharIndex::new(article.text),
        prose: Prose::new(article.text),
        listed,
        titles,
    };
    let proposed = &article.extraction.statements;
    let mut all: Vec<Option<Saying>> = proposed
        .iter()
        .enumerate()
        .map(|(i, one)| reader.saying(n, i, one))
        .collect();
    reader.same_source(&mut all);
    let mut outer: Vec<Option<usize>> = proposed.iter().map(|one| one.outer(proposed)).collect();
    for (inner, passing) in behind_their_words(proposed, &mut outer) {
        // "A channel announced his death, citing a researcher": the researcher's words are those announced.
        if let (Some(words), Some(saying)) = (
            all[passing].as_ref().map(|s| s.content.clone()),
            &mut all[inner],
        ) {
            saying.content = words;
        }
    }
    same_speaker(&mut all, &mut outer);
    reader.by_the_way(proposed, &mut all);
    // A relay over the very words that it passes on is a link of their chain, no statement of its own.
    let mut target: Vec<Option<usize>> = vec![None; all.len()];
    for i in 0..all.len() {
        if let Some(o) = outer[i]
            && o != i
            && outer[o] != Some(i)
            && reader.only_relays(&proposed[o], &proposed[i])
        {
            target[o] = Some(i);
        }
    }
    for (o, inner) in target.iter().enumerate() {
        let Some(inner) = *inner else {
            continue;
        };
        let Some(relay) = all[o].take() else {
            continue;
        };
        if let Some(saying) = &mut all[inner] {
            // «وفق ما أبلغه به الوزير»: who told the speaker stands behind him.
            let told = saying.told_by.is_empty() && reader.told_by_cue(&proposed[o]);
            if told && relay.who != Teller::Nobody {
                saying.told_by.push(Passed {
                    who: relay.who,
                    rule: "told-the-source",
                });
            } else if relay.who != Teller::Nobody {
                // "We quoted an officer as saying": where nobody is written who passes on, there is no link.
                saying.relays.push(Passed {
                    who: relay.who,
                    rule: "passed-on",
                });
            }
            saying.relays.extend(relay.relays);
            saying.also.push(relay.said);
        }
    }
    // Who is left, and inside whom.
    let place: Vec<Option<usize>> = all
        .iter()
        .scan(0, |at, s| {
            let here = s.is_some().then_some(*at);
            *at += usize::from(s.is_some());
            Some(here)
        })
        .collect();
    let mut out: Vec<Saying> = Vec::new();
    for (i, saying) in all.into_iter().enumerate() {
        let Some(mut saying) = saying else {
            continue;
        };
        let mut up = outer[i];
        let mut steps = 0;
        // A dropped relay hands its own outer statement on.
        while let Some(o) = up
            && place[o].is_none()
            && steps < 8
        {
            up = outer[o].filter(|next| *next != i);
            steps += 1;
        }
        saying.outer = up.and_then(|o| place[o]).filter(|o| Some(*o) != place[i]);
        out.push(saying);
    }
    // Nobody stands inside what stands inside them.
    for i in 0..out.len() {
        let mut up = out[i].outer;
        let mut steps = 0;
        while let Some(o) = up {
            steps += 1;
            if o == i || steps > out.len() {
                out[i].outer = None;
                break;
            }
            up = out[o].outer;
        }
    }
    reader.outlets_again(&mut out);
    reader.resting(&mut out);
    continued(&reader, &mut out);
    out
}

/// «قالت الإذاعة إن …، نقلا عن فلان», "X reported …, citing Y": who is cited behind the words said them first, whichever of the
/// two extraction put inside the other.
fn behind_their_words(proposed: &[Proposed], outer: &mut [Option<usize>]) -> Vec<(usize, usize)> {
    let mut shortened = Vec::new();
    for i in 0..proposed.len() {
        let Some(o) = outer[i].filter(|o| *o != i && outer[*o] != Some(i)) else {
            continue;
        };
        let (passing, cited) = (&proposed[i], &proposed[o]);
        let cites = cited.cue.as_ref().is_some_and(|cue| {
            let word = cue.text.trim();
            ["نقلا", "نقلاً", "ناقلا", "ناقلة", "citing", "quoting"]
                .iter()
                .any(|w| word.starts_with(w))
                && (cited.content.last().is_some_and(|c| c.end <= cue.start)
                    // «كشفت الوكالة، نقلا عن مسؤولين، أن …»: the verb of passing on stands first.
                    || passing.cue.as_ref().is_some_and(|first| first.start < cue.start))
        });
        let same = passing.content == cited.content;
        // «أعلنت القناة وفاته نقلا عن باحث»: extraction took the announcing with what was announced.
        let around = matches!(
            (passing.content.as_slice(), cited.content.as_slice(), &passing.cue),
            ([words], [all], Some(cue))
                if all.start <= cue.start && cue.end <= words.start && words.end == all.end
        );
        let before = passing
            .cue
            .as_ref()
            .is_some_and(|cue| passing.content.first().is_some_and(|c| cue.end <= c.start));
        if cites && (same || around) && before {
            outer[o] = Some(i);
            outer[i] = None;
            if around {
                shortened.push((o, i));
            }
        }
    }
    shortened
}

/// What an article says as its own, as far as something typed was read from it: sentences, headings, the title.
pub(super) fn own_voice<'r>(
    n: usize,
    readings: impl Iterator<Item = &'r Reading>,
) -> impl Iterator<Item = Saying> {
    let mut met: Vec<Said> = Vec::new();
    for reading in readings {
        // A title that stands in its entry only has no place in the text that an anchor could name.
        let own = matches!(reading.said, Said::Own(_) | Said::Heading(_));
        if own && reading.of.predicate.is_some() && !met.contains(&reading.said) {
            met.push(reading.said);
        }
    }
    met.into_iter().map(move |said| {
        let (content, key, heading) = match said {
            Said::Own(s) => (vec![s], format!("own:{}", s.start), false),
            Said::Heading(s) => (vec![s], format!("heading:{}", s.start), true),
            Said::Title | Said::Statement(_) => (Vec::new(), "title".to_owned(), true),
        };
        Saying {
            heading,
            ..in_own_voice(n, said, key, content)
        }
    })
}

/// What an outlet says in its own voice: nobody is written who says it.
pub(super) fn in_own_voice(article: usize, said: Said, key: String, content: Vec<Span>) -> Saying {
    Saying {
        article,
        said,
        also: Vec::new(),
        key,
        cue: None,
        cue_also: Vec::new(),
        source_span: None,
        content,
        who: Teller::Nobody,
        act: Act::Assert,
        style: Style::Indirect,
        outer: None,
        relays: Vec::new(),
        told_by: Vec::new(),
        told_speaker: false,
        to_own: false,
        outlet_voice: true,
        heading: false,
        withdraws: false,
        notice: None,
        score: 0.6,
    }
}

/// The saying of a notice: the outlet's own sentence, where that is one already, else a new one.
pub(super) fn noticed(n: usize, notice: &Notice, all: &mut Vec<Saying>) {
    let own = all
        .iter_mut()
        .find(|s| s.outlet_voice && s.content.first() == Some(&notice.sentence));
    if let Some(saying) = own {
        saying.notice = Some(notice.clone());
        return;
    }
    all.push(Saying {
        cue: (!notice.cue.is_empty()).then_some(notice.cue),
        act: Act::Clarify,
        notice: Some(notice.clone()),
        score: 0.7,
        ..in_own_voice(
            n,
            Said::Own(notice.sentence),
            format!("notice:{}", notice.sentence.start),
            vec![notice.sentence],
        )
    });
}

/// Reads one article's proposals.
pub(super) struct Reader<'a> {
    pub(super) article: &'a Article<'a>,
    /// What extraction knows of the article's language.
    pub(super) pack: Option<&'a Pack>,
    pub(super) index: CharIndex,
    pub(super) prose: Prose,
    pub(super) listed: &'a Listed,
    pub(super) titles: &'a Titles,
    /// The listed body that published it.
    pub(super) own: Option<usize>,
}

pub(super) fn span(quoted: &Quoted) -> Span {
    Span::new(quoted.start as usize, quoted.end as usize)
}

impl Reader<'_> {
    fn saying(&self, n: usize, i: usize, one: &Proposed) -> Option<Saying> {
        let content = content_of(one);
        let first = content.first()?;
        let (who, relay) = self.teller(one);
        let mut relays: Vec<Passed> = relay.into_iter().collect();
        let mut told_by = Vec::new();
        let mut to_own = false;
        // Whom the source's own words name as told is no second one.
        let told = match &relays.first() {
            Some(_) => None,
            None => self.told_to(one, first),
        };
        let own = self.own.map(|own| self.listed_teller(own));
        let cut = relays.iter().any(|r| Some(&r.who) == own.as_ref());
        relays.retain(|r| Some(&r.who) != own.as_ref());
        match told {
            _ if cut => to_own = true,
            Some(Told::Other(body)) => relays.push(Passed {
                who: self.listed_teller(body),
                rule: "told-to",
            }),
            Some(Told::Unlisted(who)) => relays.push(Passed {
                who,
                rule: "told-to",
            }),
            Some(Told::Own) => to_own = true,
            // «وعلمت «الشاهد» من أهالٍ أن»: whoever came to know is the page itself.
            None => to_own = self.own_learned(one),
        }
        if relays.is_empty() && !to_own {
            relays.extend(self.carried_by(one, first));
        }
        if let Some(passed) = self
            .learned_from(one, first)
            .or_else(|| self.came_from(one))
            .or_else(|| self.firsthand(one))
        {
            told_by.push(passed);
        }
        let cue = one.cue.as_ref().map(span);
        Some(Saying {
            article: n,
            said: Said::Statement(i),
            also: Vec::new(),
            key: format!(
                "said:{}-{}",
                cue.map_or(first.start, |c| c.start),
                first.start
            ),
            cue,
            cue_also: one.cue_also.iter().map(span).collect(),
            source_span: one.source.as_ref().map(span),
            content,
            who,
            act: one.act,
            style: one.style,
            outer: None,
            relays,
            told_by,
            told_speaker: self.told_speaker(one),
            to_own,
            outlet_voice: false,
            heading: false,
            withdraws: one.id.starts_with(WITHDRAWN),
            notice: None,
            score: one.confidence,
        })
    }

    /// «أعلن فلان، بحسب الوكالة، أنه وقع»: whom a clause between commas names in somebody's saying passed that on.
    fn by_the_way(&self, proposed: &[Proposed], all: &mut [Option<Saying>]) {
        for o in 0..proposed.len() {
            let (aside, Some(cue), Some(source)) =
                (&proposed[o], &proposed[o].cue, &proposed[o].source)
            else {
                continue;
            };
            let prints = aside.source_kind.publishes();
            let (from, to) = (cue.start.min(source.start), cue.end.max(source.end));
            let before = self.slice((from as usize).saturating_sub(2), from as usize);
            let behind = self.slice(to as usize, to as usize + 2);
            let parted = |text: &str| text.contains(['،', ',']);
            let told = fold(&cue.text);
            let by = BY_THE_WAY.iter().any(|w| told.starts_with(w));
            if !prints || !by || !parted(before) || !parted(behind) {
                continue;
            }
            let around = (0..proposed.len()).find(|i| {
                let one = &proposed[*i];
                let (Some(said), Some(who), Some(first)) =
                    (&one.cue, &one.source, one.content.first())
                else {
                    return false;
                };
                *i != o
                    && said.end.max(who.end) <= from
                    && from - said.end.max(who.end) <= 3
                    && to <= first.start
                    && (first.start - to) as usize <= REST
            });
            if let Some(i) = around
                && all[i].is_some()
                && let Some(relay) = all[o].take()
                && let Some(saying) = &mut all[i]
            {
                saying.relays.push(Passed {
                    who: relay.who,
                    rule: "passed-on",
                });
            }
        }
    }

    /// Whether between a verb and its source stands the name of the very page.
    fn own_learned(&self, one: &Proposed) -> bool {
        let (Some(cue), Some(source), Some(own)) = (&one.cue, &one.source, self.own) else {
            return false;
        };
        if source.start <= cue.end || source.start - cue.end > 60 {
            return false;
        }
        let between = self.slice(cue.end as usize, source.start as usize);
        let form = Form::new(
            between
                .trim()
                .trim_end_matches(" من")
                .trim_end_matches(" from"),
        );
        self.listed
            .find(&form, self.titles)
            .is_some_and(|(body, _, _)| body == own)
            || self.listed.short(&form).contains(&own)
    }

    /// Whether a cue says who told the speaker: «أبلغه», «أخبرها».
    fn told_by_cue(&self, one: &Proposed) -> bool {
        let prints = one.source_kind.publishes();
        let cue = one.cue.as_ref().map(|cue| fold(&cue.text));
        let him = |w: &str| {
            let told = w.strip_prefix("ابلغ").or_else(|| w.strip_prefix("اخبر"));
            told.is_some_and(|rest| matches!(rest, "ه" | "ها" | "هم" | "ته" | "تها" | "وه" | "وها"))
        };
        !prints && cue.is_some_and(|cue| cue.split_whitespace().any(him))
    }

    /// Whether a relay passes on these very words and adds nothing: «نقلت وكالة … عن شاهد قوله إن …».
    fn only_relays(&self, outer: &Proposed, inner: &Proposed) -> bool {
        let neutral = !matches!(outer.act, Act::Deny | Act::Accuse);
        let passes = matches!(
            outer.source_kind,
            SourceKind::Outlet
                | SourceKind::Agency
                | SourceKind::Website
                | SourceKind::Unattributed
        );
        let same = outer.content == inner.content;
        neutral && (same || passes && self.rest_of(outer, inner) <= REST)
    }

    /// How many characters of the outer content belong to none of the inner statement's parts.
    fn rest_of(&self, outer: &Proposed, inner: &Proposed) -> usize {
        let parts: Vec<Span> = inner
            .content
            .iter()
            .chain(inner.cue.as_ref())
            .chain(inner.source.as_ref())
            .map(span)
            .collect();
        outer
            .content
            .iter()
            .map(|o| {
                (o.start as usize..o.end as usize)
                    .filter(|at| !parts.iter().any(|p| p.start <= *at && *at < p.end))
                    .count()
            })
            .sum()
    }

    pub(super) fn slice(&self, start: usize, end: usize) -> &str {
        self.index
            .slice(self.article.text, Span::new(start, end))
            .unwrap_or("")
    }

    /// Who speaks; and who was told by them, where the phrase runs on into it.
    fn teller(&self, one: &Proposed) -> (Teller, Option<Passed>) {
        let Some(name) = one
            .source_name
            .as_deref()
            .or(one.source.as_ref().map(|s| s.text.as_str()))
        else {
            return (Teller::Nobody, None);
        };
        // «نقلا عن وزارة الدفاع، الاثنين»: whoever is cited, without the words of citing and the day.
        let name = ["نقلا عن ", "نقلاً عن "]
            .iter()
            .find_map(|lead| name.strip_prefix(lead))
            .map_or(name, |rest| rest.split('،').next().unwrap_or(rest));
        let form = Form::new(name);
        if form.words.is_empty() || one.source_kind == SourceKind::Unattributed {
            return (Teller::Nobody, None);
        }
        let at = one.source.as_ref().map(span);
        if let Some((body, before)) = self.outlet_cut(one) {
            let who = before.map_or(Teller::Nobody, |before| self.teller(before).0);
            return (
                who,
                Some(Passed {
                    who: self.listed_teller(body),
                    rule: "told-to",
                }),
            );
        }
        if let Some((body, rest)) = self
            .listed_tail(&form, one.named)
            .or_else(|| self.told_tail(&form, one.named))
        {
            let kind = one.source_kind;
            let who = Teller::Withheld {
                description: rest.shown.clone(),
                kind,
                span: at,
            };
            return (
                who,
                Some(Passed {
                    who: self.listed_teller(body),
                    rule: "told-to",
                }),
            );
        }
        let phrase = one.source.as_ref().map(|s| {
            let (text, start) = self.with_post(&s.text, s.start as usize);
            self.of_whom(&text, start)
        });
        let listed =
            self.listed.find(&form, self.titles).is_some() || self.listed.voice(&form).is_some();
        let office = self.is_office(&form);
        let person = |name: String, phrase: Option<String>| Teller::Named {
            named: Named {
                name,
                kind: EntityKind::Person,
                span: at,
                known_as: None,
            },
            kind: one.source_kind,
            phrase,
        };
        if !listed
            && !office
            && let Some((name, phrase)) = self.name_behind_post(one)
            && (!one.named || self.cuts_name(&form, &name))
        {
            let phrase = phrase.map(|p| self.of_whom(self.slice(p.start, p.end), p.start));
            return (person(name, phrase), None);
        }
        if !one.named && !listed && !office {
            return (
                Teller::Withheld {
                    description: self.with_adjectives(one, &form),
                    kind: one.source_kind,
                    span: at,
                },
                None,
            );
        }
        if !listed && let Some(description) = self.no_name(&form, phrase.as_deref()) {
            return (
                Teller::Withheld {
                    description,
                    kind: SourceKind::AnonymousSource,
                    span: at,
                },
                None,
            );
        }
        let body = listed
            || matches!(
                one.source_kind,
                SourceKind::Organization
                    | SourceKind::Outlet
                    | SourceKind::Agency
                    | SourceKind::Website
                    | SourceKind::Group
                    | SourceKind::State
                    | SourceKind::LocalSources
            )
            || self.titles.is_outlet(&form);
        let name = if body {
            self.with_owner(one, &form)
        } else {
            self.person_name(&form, phrase.as_deref())
        };
        let who = Teller::Named {
            named: Named {
                name,
                kind: if body {
                    EntityKind::Group
                } else {
                    EntityKind::Person
                },
                span: at,
                known_as: None,
            },
            kind: one.source_kind,
            phrase,
        };
        (who, None)
    }

    /// The description of whoever was taken for named, where the words name nobody: a verb or an everyday word, an
    /// adjective by itself, two bodies in one («روسيا واشنطن»).
    fn no_name(&self, form: &Form, phrase: Option<&str>) -> Option<String> {
        let described = |form: &Form| {
            phrase
                .map(Form::new)
                .filter(|p| p.words.len() > form.words.len() && p.words.len() <= TELLER)
                .map_or_else(|| form.shown.clone(), |p| p.shown)
        };
        let known =
            |f: &Form| self.listed.find(f, self.titles).is_some() || self.listed.voice(f).is_some();
        let all = form.words.len();
        let two = (1..all).any(|n| {
            let first = form.without_last(all - n);
            !self.titles.is_generic(&first) && known(&first) && known(&form.without_first(n))
        });
        if two {
            return Some(described(form));
        }
        // «مسؤول في مكتب لحركة الشفق»: of whom somebody is, is not how he is called.
        let whose = form.words[0]
            .strip_prefix('ل')
            .is_some_and(|w| self.titles.terms().knows(w));
        let unnamed = |f: &Form| f.words.first().is_some_and(|w| is_unnamed(w));
        if whose && form.words.len() > 1 && phrase.map(Form::new).as_ref().is_some_and(unnamed) {
            return Some(described(form));
        }
        // «مصدرين حكوميين», «اثنين من مساعديه», «شقيق القائد».
        let source = form.words[0].strip_prefix("ال").is_some_and(is_unnamed);
        let told = form
            .words
            .iter()
            .any(|w| matches!(w.as_str(), "الذي" | "التي"));
        if source && told {
            return Some(described(form));
        }
        let relative =
            form.is_arabic() && form.words.len() > 1 && self.titles.kin(&form.words[0]).is_some();
        if unnamed(form) || relative {
            return Some(described(form));
        }
        let [word] = form.words.as_slice() else {
            return None;
        };
        if !form.is_arabic() || self.titles.is_generic(form) {
            return None;
        }
        if self.titles.is_adjective(word) || self.pack.is_some_and(|p| p.everyday(word)) {
            return Some(described(form));
        }
        // «مسؤول أمني سهلاني»: behind indefinite words an adjective is none either.
        let phrase = Form::new(phrase?);
        let described = word.ends_with('ي')
            && phrase.words.len() > 1
            && phrase.words.len() <= TELLER
            && phrase.words.last() == Some(word)
            && phrase.words.iter().all(|w| !w.starts_with("ال"))
            && !self.titles.is_given(std::slice::from_ref(word));
        described.then_some(phrase.shown)
    }

    /// «إلا أن القيادة الجنوبية سارعت إلى نفي ذلك. وقال الناطق باسمها»: the body of a general word and adjectives that the sentence before
    /// begins with.
    fn subject_before(&self, start: usize, pronoun: Option<&str>) -> Option<String> {
        let (own, _) = self.prose.sentence(start);
        let (from, to) = self.prose.sentence(own.checked_sub(2)?);
        if self.slice(to, own).contains('\n') {
            return None;
        }
        let words = self.prose.words(from, to);
        let head = words.iter().take(4).position(|w| {
            w.folded.starts_with("ال")
                && self.titles.is_generic(&Form::new(&w.folded))
                && w.folded.chars().count() > 4
        })?;
        let led = words[..head].iter().all(|w| {
            matches!(
                w.folded.as_str(),
                "الا" | "ان"
                    | "لكن"
                    | "ولكن"
                    | "غير"
                    | "بيد"
                    | "وكانت"
                    | "وكان"
                    | "كانت"
                    | "كان"
            ) || head == 1
        });
        let more = words[head + 1..]
            .iter()
            .take(3)
            .take_while(|w| w.folded.starts_with("ال"))
            .count();
        let closed = words[head..head + more].iter().all(|w| w.after.is_empty());
        let feminine = words[head].folded.ends_with('ه') || words[head].folded.ends_with("ات");
        let agrees = match pronoun {
            Some("باسمها") => feminine,
            Some("باسمه") => !feminine,
            _ => true,
        };
        (led && closed && more > 0 && agrees).then(|| {
            self.slice(words[head].start, words[head + more].end)
                .to_owned()
        })
    }

    /// The body that spoke last before a place, near enough and of the gender that a pronoun has: «نفت الرئاسة …، وقال الناطق باسمها».
    fn last_body(&self, start: usize, pronoun: Option<&str>, prints: bool) -> Option<String> {
        let spoke = self.article.extraction.statements.iter().filter(|one| {
            let body = matches!(
                one.source_kind,
                SourceKind::Organization | SourceKind::Group | SourceKind::State
            );
            // Only what prints has an editor.
            let outlet = one.source_kind.publishes();
            one.named && (body && !prints || outlet && prints)
        });
        let last = spoke
            .filter_map(|one| Some((one.source.as_ref()?, one.source_name.as_deref()?)))
            .filter(|(source, _)| {
                let end = source.end as usize;
                end <= start && start - end <= BEFORE
            })
            .max_by_key(|(source, _)| source.end)?;
        let form = Form::new(last.1);
        let first = form.words.first()?;
        let feminine = first.ends_with('ه') || first.ends_with("ات");
        let agrees = match pronoun {
            Some("باسمها") => feminine,
            Some("باسمه") => !feminine,
            _ => true,
        };
        // A pronoun of its own, or a pair of bodies, says nothing.
        let plain = form.words.len() <= TELLER && !matches!(first.as_str(), "its" | "their");
        (agrees && plain).then_some(form.shown)
    }

    /// A name with the post that stands before it and where that begins: "said its editor, Sami Wahl".
    fn with_post(&self, name: &str, start: usize) -> (String, usize) {
        let before = self.slice(start.saturating_sub(POST), start);
        let post = before.trim_end().trim_end_matches(',');
        let mut words = post.rsplit(' ');
        let (last, whose) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
        if !self.titles.is_post(last) || !matches!(whose, "its" | "Its" | "their" | "Their") {
            return (name.to_owned(), start);
        }
        let more = before[post.len()..].chars().count();
        let from = start - more - last.chars().count() - 1 - whose.chars().count();
        (format!("{whose} {last}, {name}"), from)
    }

    /// A phrase with the body that its pronoun means: «المتحدث باسمه فلان», "its spokesman", after a body of the list.
    fn of_whom(&self, phrase: &str, start: usize) -> String {
        let first = phrase.split_whitespace().next().unwrap_or("");
        let english = matches!(first, "Its" | "its" | "Their" | "their");
        let arabic = ["باسمه", "باسمها", "باسمهم"]
            .into_iter()
            .find(|w| phrase.split_whitespace().any(|p| p == *w));
        if !english && arabic.is_none() {
            return phrase.to_owned();
        }
        let before = Form::new(self.slice(start.saturating_sub(BEFORE), start));
        let all = before.words.len();
        // The subject of the sentence before is nearer than whoever spoke before that.
        if let (Some(pronoun), Some(name)) = (arabic, self.subject_before(start, arabic)) {
            return phrase.replacen(pronoun, &format!("باسم {name}"), 1);
        }
        // The nearest body, the longest name that ends there.
        let body = (1..=all).rev().find_map(|end| {
            (end.saturating_sub(6)..end).find_map(|from| {
                let cut = before.without_first(from).without_last(all - end);
                let (i, _, _) = self.listed.find(&cut, self.titles)?;
                // What prints has an editor, and its page speaks of others.
                let editor = phrase.contains("editor") || !self.prints(i);
                (editor && !self.titles.is_generic(&cut)).then_some(i)
            })
        });
        let name = match body {
            Some(body) => {
                let names = &self.listed.bodies()[body].names;
                let own = names.get(self.article.language);
                own.or_else(|| names.values().next()).cloned()
            }
            None => self.last_body(start, arabic, phrase.contains("editor")),
        };
        let Some(name) = name else {
            return phrase.to_owned();
        };
        match arabic {
            Some(pronoun) => phrase.replacen(pronoun, &format!("باسم {name}"), 1),
            None => phrase.replacen(first, &format!("{name}'s"), 1),
        }
    }

    pub(super) fn listed_teller(&self, body: usize) -> Teller {
        let body = &self.listed.bodies()[body];
        let name = body
            .names
            .get(self.article.language)
            .or_else(|| body.names.values().next())
            .cloned()
            .unwrap_or_else(|| body.id.clone());
        Teller::Named {
            named: Named {
                name,
                kind: EntityKind::Group,
                span: None,
                known_as: None,
            },
            kind: body.kind,
            phrase: None,
        }
    }

    /// «مصادر محلية المرصد السوري»: of a verb with two objects, the source and whom it told.
    fn listed_tail(&self, form: &Form, named: bool) -> Option<(usize, Form)> {
        let anonymous = is_unnamed(form.words.first()?);
        if named || !anonymous || form.words.len() < 3 {
            return None;
        }
        let between = |w: &str| {
            matches!(
                w,
                "في" | "باسم"
                    | "من"
                    | "لدى"
                    | "داخل"
                    | "عن"
                    | "مع"
                    | "ضمن"
                    | "قرب"
                    | "بين"
                    | "الى"
                    | "على"
                    | "مقرب"
                    | "مقربه"
            )
        };
        let heads = |w: &str| {
            matches!(
                w,
                "تنظيم" | "جماعه" | "حركه" | "حزب" | "جبهه" | "وزاره" | "قوات" | "جيش"
            )
        };
        (2..form.words.len()).find_map(|at| {
            // «قادة في تنظيم داعش» are of the body, and told it nothing.
            if between(&form.words[at - 1]) || heads(&form.words[at - 1]) {
                return None;
            }
            let tail = form.without_first(at);
            let (body, _, _) = self.listed.find(&tail, self.titles)?;
            matches!(
                self.listed.bodies()[body].kind,
                SourceKind::Outlet
                    | SourceKind::Agency
                    | SourceKind::Website
                    | SourceKind::Organization
            )
            .then(|| (body, form.without_last(form.words.len() - at)))
        })
    }

    pub(super) fn prints(&self, body: usize) -> bool {
        self.listed.bodies()[body].kind.publishes()
    }

    /// A person's name, taken out of a phrase in which a body stands before it: «مدير المرصد السوري لحقوق الإنسان فلان الفلاني».
    fn person_name(&self, form: &Form, phrase: Option<&str>) -> String {
        let form = &self.without_told(form);
        let cleaned = self.titles.person(form);
        // «مديرة منظمة «قلمير ووتش» رنا الفلاني»: what is quoted is the body.
        let quoted = phrase
            .and_then(|p| p.split_once('»'))
            .filter(|(before, _)| {
                let name = before.split_once('«').map(|(_, name)| Form::new(name));
                form.is_arabic() && name.is_some_and(|n| n.key() == form.key())
            })
            .map(|(_, after)| self.titles.person(&Form::new(after)));
        if let Some(name) = quoted.filter(|n| (2..=3).contains(&n.words.len())) {
            return name.shown;
        }
        let Some(rest) = phrase.and_then(|p| self.titles.voice_of(p, None)) else {
            return cleaned.shown;
        };
        let longest = (1..rest.words.len()).rev().find_map(|n| {
            let body = rest.without_last(rest.words.len() - n);
            self.listed
                .find(&body, self.titles)
                .map(|_| rest.without_first(n))
        });
        match longest {
            Some(name)
                if name.words.len() >= 2
                    && form.words.len() > name.words.len()
                    && form.words.ends_with(&name.words) =>
            {
                name.shown
            }
            _ => cleaned.shown,
        }
    }
}

impl Teller {
    /// The class that a name is of.
    pub(super) fn class(&self) -> Class {
        match self {
            Self::Named { named, .. } => Class::of(named.kind),
            Self::Nobody | Self::Withheld { .. } => Class::Person,
        }
    }
}

/// A relay's content that is the inner statement but for so many characters adds nothing.
const REST: usize = 12;
/// Words with which a clause between commas says who reported, folded.
const BY_THE_WAY: &[&str] = &["بحسب", "حسب", "وفق", "according", "quoted by", "cited by"];
/// A post with whose it is stands within so many characters before a name.
const POST: usize = 24;
/// A body that a pronoun means stands within so many characters before it.
const BEFORE: usize = 220;
/// A teller's description has at most so many words.
pub(super) const TELLER: usize = 7;
