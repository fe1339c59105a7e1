//! Retractions and corrections: who takes back what they, or their outlet, said before on the same claim.
//!
//! In one file because what a speaker and what a page take back are one question, asked of the same statements before.

use std::collections::{HashMap, HashSet};

use super::article::Article;
use super::copying::{Copying, From, earlier};
use super::entries::Page;
use super::mending::{Prose, withdraws_own};
use super::network::{Behind, Network};
use super::notices::Notice;
use super::saying::Saying;
use super::withdrawals::withdrawals;
use crate::case_file::Value;
use crate::text::fold::fold;

/// The claims of sayings, each with whether a saying has a certain stance on it.
pub(super) type Claims = HashMap<usize, Vec<(String, bool)>>;

/// `takes_back` of each saying that has one, by its place in the list.
///
/// A saying takes back whatever its speaker, or the outlet in whose voice it speaks, affirmed of the same claim in an article that
/// surely is earlier. `claims`: the claims of each saying, each with whether it affirms; `denied`: with whether it denies.
pub(super) fn taken_back(
    articles: &[Article],
    sayings: &[Saying],
    behind: &[Behind],
    network: &Network,
    copying: &Copying,
    (claims, denied): (&Claims, &Claims),
    ids: &[String],
) -> HashMap<usize, Vec<Value>> {
    let mut all = HashMap::new();
    let ground = Ground {
        articles,
        sayings,
        behind,
        network,
        copying,
        claims,
    };
    let links: Vec<HashSet<usize>> = (0..sayings.len()).map(|n| ground.links(n)).collect();
    // Nobody takes back what others said to others.
    let theirs = |n: usize, targets: Vec<usize>| -> Vec<usize> {
        let of = |t: &usize| {
            ground
                .taker(n)
                .is_none_or(|taker| links[*t].contains(&taker))
        };
        targets.into_iter().filter(of).collect()
    };
    for (n, saying) in sayings.iter().enumerate() {
        if let Some(notice) = &saying.notice {
            let named = noticed(articles, sayings, behind, network, claims, (n, notice));
            let targets = theirs(n, ground.with_it((n, notice), named));
            let values = values(&targets, ids, notice.how);
            if !values.is_empty() {
                all.insert(n, values);
            }
            continue;
        }
        let unbelieved = ground.unbelieved(n);
        // "Took back the condolences he had offered, saying he could not confirm the death": with what leaves it open.
        let open = |all: &Claims| all.get(&n).is_some_and(|of| of.iter().all(|(_, so)| !so));
        let beside = (open(claims) && open(denied))
            .then(|| withdrawn_beside(&articles[saying.article], saying))
            .flatten();
        let Some(how) = how(&articles[saying.article], saying)
            .or_else(|| (unbelieved || beside.is_some()).then_some("retracts"))
        else {
            continue;
        };
        let outlet = network.outlets[saying.article];
        // Another's page may say that an outlet withdrew its report.
        let withdrawn = how == "retracts";
        let speaker = if saying.outlet_voice {
            outlet
        } else {
            behind[n].who
        };
        let Some(speaker) = speaker else {
            continue;
        };
        // What a page takes back it says in its notice; what else it says of itself takes nothing back.
        let noticed = Some(speaker) == outlet
            && sayings
                .iter()
                .any(|s| s.article == saying.article && s.notice.is_some());
        if noticed {
            continue;
        }
        let voice = |node: usize| ground.voice(node);
        let before = |t: usize| {
            let target = &sayings[t];
            // What a body has from others and tells is its report too: "the monitor withdrew its finding", of what two nurses told it.
            let passed = |(relay, _): &(Option<usize>, &str)| {
                relay.map(voice) == Some(voice(speaker)) && Some(speaker) != outlet
            };
            let own = !saying.outlet_voice
                && (behind[t].who.map(voice) == Some(voice(speaker))
                    || withdrawn && behind[t].relays.iter().any(passed));
            let said = own
                || target.outlet_voice && network.outlets[target.article] == Some(speaker)
                || network.outlets[target.article] == Some(speaker)
                    && (outlet == Some(speaker) || withdrawn);
            // Whoever takes back their own word has said it before, be it on the same day; and so they have where a later page tells
            // that they had.
            let same_day = own
                && target.article != saying.article
                && articles[target.article].published.is_some()
                && articles[target.article].published == articles[saying.article].published;
            // So they have where the page that tells of it told before what they said.
            let before_it = || {
                let at = |s: &Saying| s.content.first().map(|c| c.start);
                told(saying) && target.article == saying.article && at(target) < at(saying)
            };
            let told =
                || own && withdrawn && (had_said(&articles[target.article], target) || before_it());
            t != n
                && said
                && target.notice.is_none()
                && (same_day || earlier(articles, target.article, saying.article) || told())
        };
        let denial = beside.unwrap_or_else(|| of_denial(&articles[saying.article], saying));
        let taken = if denial { denied } else { claims };
        let of: Vec<&str> = claims
            .get(&n)
            .into_iter()
            .flatten()
            // "He no longer thinks that they fled; he died": only what he thinks no more.
            .filter(|(_, affirms)| !(unbelieved && *affirms))
            .map(|(claim, _)| claim.as_str())
            .collect();
        let said_on = |claim: &str| -> Vec<usize> {
            let all = (0..sayings.len()).filter(|t| {
                let on = taken.get(t).into_iter().flatten();
                on.into_iter().any(|(c, so)| *so && c == claim) && before(*t)
            });
            all.collect()
        };
        let mut targets: Vec<usize> = of.iter().flat_map(|claim| said_on(claim)).collect();
        targets.sort_unstable();
        targets.dedup();
        let values = values(&theirs(n, targets), ids, how);
        if !values.is_empty() {
            all.insert(n, values);
        }
    }
    all
}

/// What stands behind every saying.
struct Ground<'a> {
    articles: &'a [Article<'a>],
    sayings: &'a [Saying],
    behind: &'a [Behind],
    network: &'a Network,
    copying: &'a Copying,
    claims: &'a Claims,
}

impl Ground<'_> {
    /// Who speaks for a body is one with it.
    fn voice(&self, node: usize) -> usize {
        self.network.names.nodes[node].speaks_for.unwrap_or(node)
    }

    /// Who published an article, from its own outlet to that of the text that it copies.
    fn publishers(&self, article: usize) -> Vec<usize> {
        let mut all: Vec<usize> = self.network.outlets[article].into_iter().collect();
        let mut at = article;
        // Circles are cut by then.
        for _ in 0..self.articles.len() {
            let from = self.copying.republished.iter().find(|r| r.article == at);
            match from.map(|r| r.from) {
                Some(From::Article(original)) => {
                    all.extend(self.network.outlets[original]);
                    at = original;
                }
                Some(From::Body(body)) => {
                    all.extend(self.network.bodies.get(&body));
                    break;
                }
                None => break,
            }
        }
        all
    }

    /// Whoever takes something back with a saying: its speaker, or the outlet whose voice it is; none where nobody can tell.
    fn taker(&self, n: usize) -> Option<usize> {
        let saying = &self.sayings[n];
        let who = if saying.outlet_voice || saying.notice.is_some() {
            self.publishers(saying.article).last().copied()
        } else {
            self.behind[n].who
        };
        who.map(|node| self.voice(node))
    }

    /// Who may take a saying back: who said it, passed it on or published it.
    fn links(&self, n: usize) -> HashSet<usize> {
        let behind = &self.behind[n];
        let relays = behind.relays.iter().filter_map(|(relay, _)| *relay);
        let all = behind.who.into_iter().chain(relays);
        all.chain(behind.told_by.iter().copied())
            .chain(self.publishers(self.sayings[n].article))
            .map(|node| self.voice(node))
            .collect()
    }

    /// Whether a saying is of its speaker's own disbelief: "the office no longer believes that …", said by the office.
    fn unbelieved(&self, n: usize) -> bool {
        let saying = &self.sayings[n];
        let (Some(all), Some(who), Some(first)) =
            (withdrawals(), self.behind[n].who, saying.content.first())
        else {
            return false;
        };
        let content = fold(Page::new(&self.articles[saying.article]).slice(*first));
        let Some(at) = all.unbelieved.iter().find_map(|w| content.find(w.as_str())) else {
            return false;
        };
        let node = &self.network.names.nodes[who];
        let body = node.speaks_for.map(|body| &self.network.names.nodes[body]);
        let own: HashSet<String> = std::iter::once(node)
            .chain(body)
            .flat_map(|n| n.names.values().chain(n.aliases.iter().map(|(_, a)| a)))
            .flat_map(|name| words(name))
            .collect();
        let mut subject = words(&content[..at]).into_iter();
        !saying.outlet_voice && subject.all(|w| own.contains(&w) || all.oneself.contains(&w))
    }

    fn share(&self, a: usize, b: usize) -> bool {
        let of = |n: usize| self.claims.get(&n).into_iter().flatten();
        of(a).any(|one| of(b).any(|other| one == other))
    }

    /// What falls with what a notice takes back: the rest of what the same voice told the same article of the same claim, and what
    /// other pages have from that article.
    fn with_it(&self, (n, notice): (usize, &Notice), named: Vec<usize>) -> Vec<usize> {
        let mut all = named.clone();
        let outlet = self.network.outlets[self.sayings[n].article];
        let voice = |t: usize| self.behind[t].who.map(|who| self.voice(who));
        for (t, other) in self.sayings.iter().enumerate() {
            if all.contains(&t) || other.notice.is_some() || other.outlet_voice {
                continue;
            }
            let who = self.behind[t].who;
            let falls = named.iter().any(|&gone| {
                let there = self.sayings[gone].article;
                let same = who.is_some() && voice(t) == voice(gone);
                if other.article == there {
                    return same && self.share(t, gone);
                }
                let here = self.sayings[n].article;
                if !self.share(t, gone) || !earlier(self.articles, other.article, here) {
                    return false;
                }
                let copied = self.copying.copied(other.article) == Some(there);
                let through = outlet.is_some()
                    && (who == outlet
                        || self.behind[t]
                            .relays
                            .iter()
                            .any(|(relay, _)| *relay == outlet));
                // Nobody else is written through whom they were heard.
                let bare = notice.how == "retracts"
                    && same
                    && self.behind[t].relays.is_empty()
                    && !other.to_own;
                copied && same || through || bare
            });
            if falls {
                all.push(t);
            }
        }
        all.sort_unstable();
        all
    }
}

fn values(targets: &[usize], ids: &[String], how: &'static str) -> Vec<Value> {
    targets
        .iter()
        .filter(|t| !ids[**t].is_empty())
        .map(|t| {
            Value::fields([
                ("statement", Value::str(ids[*t].clone())),
                ("how", Value::word(how)),
            ])
        })
        .collect()
}

/// What a notice takes back: of earlier articles of its outlet, the statements of whoever it names where it says again what was
/// published, or those of the article whose title it quotes.
fn noticed(
    articles: &[Article],
    sayings: &[Saying],
    behind: &[Behind],
    network: &Network,
    claims: &Claims,
    (n, notice): (usize, &Notice),
) -> Vec<usize> {
    let here = sayings[n].article;
    let Some(outlet) = network.outlets[here] else {
        return Vec::new();
    };
    let page = Page::new(&articles[here]);
    let spans = if notice.repeats.is_empty() {
        vec![notice.sentence]
    } else {
        notice.repeats.clone()
    };
    let said: Vec<String> = spans.iter().flat_map(|s| words(page.slice(*s))).collect();
    let whole = title_words(articles[here].text);
    let of_here: HashSet<&str> = sayings
        .iter()
        .enumerate()
        .filter(|(_, s)| s.article == here)
        .filter_map(|(k, _)| claims.get(&k))
        .flatten()
        .map(|(claim, _)| claim.as_str())
        .collect();
    let asserts = |t: usize| claims.get(&t).into_iter().flatten().any(|(_, a)| *a);
    let mut before: HashSet<usize> = HashSet::new();
    let others = (0..articles.len()).filter(|&a| {
        a != here
            && network.outlets[a] == Some(outlet)
            && articles[a].published == articles[here].published
    });
    let alone = others.count() == 1;
    let mut quoted: Vec<usize> = Vec::new();
    let mut spoken: Vec<usize> = Vec::new();
    let mut own: Vec<usize> = Vec::new();
    let mut carried: Vec<(usize, usize)> = Vec::new();
    for (t, target) in sayings.iter().enumerate() {
        let there = &articles[target.article];
        // A notice of the same day follows what it takes back, where that can be one article only.
        let same_day =
            alone && there.published.is_some() && there.published == articles[here].published;
        if network.outlets[target.article] != Some(outlet)
            || target.notice.is_some()
            || target.article == here
            || !(earlier(articles, target.article, here) || same_day)
        {
            continue;
        }
        before.insert(target.article);
        let title = title_words(there.title.unwrap_or_default());
        let titled = title.len() >= 3
            && (whole.windows(title.len()).any(|w| w == title)
                || articles[here].title.is_some_and(|t| {
                    t.split_once([':', '-'])
                        .is_some_and(|(_, rest)| title_words(rest) == title)
                }));
        let named = behind[t].who.is_some_and(|who| {
            let node = &network.names.nodes[who];
            let all = node
                .names
                .values()
                .chain(node.aliases.iter().map(|(_, a)| a));
            all.into_iter().any(|name| {
                let mut name = words(name);
                if node.undisclosed {
                    // "A nurse on the ward" is "a nurse" where she is spoken of again.
                    name.truncate(head(&name));
                }
                !name.is_empty() && name.iter().all(|w| said.contains(w))
            })
        });
        // The outlet names itself in its notice.
        let itself = named && behind[t].who == Some(outlet);
        let speaker = named && !itself;
        let page = Page::new(there);
        let content: Vec<String> = target
            .content
            .iter()
            .flat_map(|s| words(page.slice(*s)))
            .collect();
        let common = content
            .iter()
            .filter(|w| w.chars().count() > 3 && said.contains(w))
            .count();
        let alike = common >= 2
            || claims
                .get(&t)
                .into_iter()
                .flatten()
                .any(|(claim, _)| of_here.contains(claim.as_str()));
        if speaker && (alike || titled) {
            spoken.push(t);
        } else if titled && alike {
            quoted.push(t);
        } else if alike && asserts(t) && (itself || target.outlet_voice && common >= 3) {
            own.push(t);
        } else if common >= 3 && asserts(t) {
            carried.push((common, t));
        }
    }
    // What it carried of others, in the one article that is most like the notice.
    let most = carried
        .iter()
        .max_by_key(|(common, t)| (*common, std::cmp::Reverse(*t)))
        .map(|(_, t)| sayings[*t].article);
    let carried: Vec<usize> = carried
        .into_iter()
        .map(|(_, t)| t)
        .filter(|t| Some(sayings[*t].article) == most)
        .collect();
    // "Withdraws the dispatch": of the one article that its outlet had on it, what that affirmed of what the notice speaks of; "in full":
    // all that it affirmed.
    let told = fold(articles[here].text);
    let in_full = withdrawals().is_some_and(|all| all.in_full.iter().any(|w| told.contains(w)));
    let whole_article: Vec<usize> = sayings
        .iter()
        .enumerate()
        .filter(|(_, s)| {
            notice.how == "retracts" && before.len() == 1 && before.contains(&s.article)
        })
        .filter(|(t, _)| {
            let of = claims.get(t).into_iter().flatten();
            of.into_iter()
                .any(|(claim, affirms)| *affirms && (in_full || of_here.contains(claim.as_str())))
        })
        .map(|(t, _)| t)
        .collect();
    // Whoever is named is meant; where nobody is, all that the quoted article says of it; else what the outlet said itself, and,
    // where it withdraws the report, what it passed on beside that.
    let report = if notice.how == "retracts" {
        let of_it = |t: &&usize| {
            own.iter()
                .any(|o| sayings[*o].article == sayings[**t].article)
        };
        let with: Vec<usize> = carried.iter().filter(of_it).copied().collect();
        own.iter().copied().chain(with).collect()
    } else {
        own
    };
    let (all_of_it, whole_article) = if in_full {
        (whole_article, Vec::new())
    } else {
        (Vec::new(), whole_article)
    };
    [spoken, quoted, all_of_it, report, carried, whole_article]
        .into_iter()
        .find(|all| !all.is_empty())
        .unwrap_or_default()
}

/// How many words of a description say what somebody is, without where.
fn head(name: &[String]) -> usize {
    let stop = name.iter().skip(1).position(|w| {
        matches!(
            w.as_str(),
            "on" | "in"
                | "at"
                | "from"
                | "with"
                | "who"
                | "close"
                | "inside"
                | "near"
                | "في"
                | "من"
                | "ب"
        )
    });
    stop.map_or(name.len(), |k| k + 1)
}

/// The words of a title, folded, without the cry before it.
fn title_words(title: &str) -> Vec<String> {
    let mut all = words(title);
    while all
        .first()
        .is_some_and(|w| matches!(w.as_str(), "عاجل" | "breaking" | "exclusive" | "خاص"))
    {
        all.remove(0);
    }
    all
}

/// Folded words, with no article.
fn words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| w.chars().count() > 1 && !matches!(*w, "the" | "an" | "al" | "of"))
        .map(|w| {
            let w = w
                .strip_prefix('و')
                .filter(|r| r.starts_with("ال"))
                .unwrap_or(w);
            w.strip_prefix("ال")
                .filter(|r| r.chars().count() > 2)
                .unwrap_or(w)
                .to_owned()
        })
        .collect()
}

/// The folded words with which a saying begins, a little before them, and the rest.
fn words_of(article: &Article, saying: &Saying, before: usize) -> Option<String> {
    let page = Page::new(article);
    let (first, last) = (saying.content.first()?, saying.content.last()?);
    let start = saying.cue.map_or(first.start, |c| c.start.min(first.start));
    let from = start.saturating_sub(before);
    let ahead = page.slice(crate::text::Span::new(from, start));
    // The sentence before is somebody else's.
    let own = ahead.rsplit(['.', '\n', '؟', '!']).next().unwrap_or(ahead);
    let rest = page.slice(crate::text::Span::new(start, last.end));
    Some(fold(&format!("{own}{rest}")))
}

/// Whether what a saying takes back is a denial: "withdrew its denial", «تراجعت عن نفيها».
fn of_denial(article: &Article, saying: &Saying) -> bool {
    let Some(all) = withdrawals() else {
        return false;
    };
    words_of(article, saying, BEFORE).is_some_and(|words| {
        let near = |at: usize| {
            let near: Vec<&str> = words[at..].split_whitespace().take(7).collect();
            near.iter()
                .any(|w| all.denial.iter().any(|d| w.starts_with(d.as_str())))
        };
        told(saying) && near(0)
            || all
                .words
                .iter()
                .any(|(word, _)| words.find(word.as_str()).is_some_and(near))
    })
}

/// Whether the sentence of a saying tells, before it, that its speaker took something back; and whether that was a denial.
fn withdrawn_beside(article: &Article, saying: &Saying) -> Option<bool> {
    let (cue, who) = (saying.cue?, saying.source_span?);
    let prose = Prose::new(article.text);
    let (from, _) = prose.sentence(cue.start);
    let words = prose.words(from, cue.start);
    let (verb, object) = withdraws_own(&words, article.language.starts_with("ar"))?;
    let denial = &withdrawals()?.denial;
    let of = |w: &String| denial.iter().any(|d| w.starts_with(d.as_str()));
    (from <= who.start && who.start <= words[verb].start).then(|| of(&words[object].folded))
}

/// Whether a page tells of a saying as of one that was before: "which had denied", «وكانت الحركة قد نفت».
fn had_said(article: &Article, saying: &Saying) -> bool {
    let (Some(cue), Some(first)) = (saying.cue, saying.content.first()) else {
        return false;
    };
    let page = Page::new(article);
    let start = cue.start.saturating_sub(BEFORE);
    let before = fold(page.slice(crate::text::Span::new(
        start,
        cue.end.min(first.start.max(cue.end)),
    )));
    let sentence = before.rsplit(['.', '\n']).next().unwrap_or("");
    sentence.split_whitespace().any(|w| {
        matches!(
            w,
            "had"
                | "earlier"
                | "previously"
                | "initially"
                | "first"
                | "قد"
                | "وكان"
                | "وكانت"
                | "كان"
                | "كانت"
                | "سبق"
        )
    })
}

/// Of so many characters before a saying's first words is asked too.
const BEFORE: usize = 40;

/// Whether a saying is a withdrawal that its page tells of (`mending/withdrawing`).
fn told(saying: &Saying) -> bool {
    saying.withdraws
}

/// Whether the words of a saying, or those just before its content, take back.
fn how(article: &Article, saying: &Saying) -> Option<&'static str> {
    if told(saying) {
        return Some("retracts");
    }
    let all = withdrawals()?;
    let words = words_of(
        article,
        saying,
        if saying.outlet_voice { 0 } else { BEFORE },
    )?;
    // An army retreats too («تراجع عن»), and somebody begs leave not to answer («اعتذر عن عدم الإدلاء بتصريح»): what is taken back must be
    // words, and stand near.
    all.words.iter().find_map(|(word, how)| {
        let at = words.find(word.as_str())?;
        let behind = words.get(at + word.len()..).unwrap_or_default();
        let next: Vec<&str> = behind.split_whitespace().take(NEAR).collect();
        // A word that was cut by a list's stem goes on: «سحبت تقرير» and «ها».
        let apart = if behind.starts_with(' ') { " " } else { "" };
        let near = format!("{word}{apart}{}", next.join(" "));
        let declines = all.declines.iter().any(|w| near.contains(w));
        (!declines && all.said.iter().any(|w| near.contains(w))).then_some(*how)
    })
}

/// What is taken back stands within so many words behind those that take back.
const NEAR: usize = 4;
