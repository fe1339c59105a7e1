//! One stance to a claim as it can be put in words: who is heard in words on it, and apart from them whose words on
//! another question it only follows from. Nobody is told to have said what others conclude. All of it is in one file
//! because what is gathered of a stance is private to the words that it and its two parts are put in.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::labels;
use super::moments::Moments;
use super::phrase::{STATEMENT, Tongue};
use super::reading::readings;
use super::voice::{NAMED, Told, Voice, listed};
use super::way::Way;
use super::wording::oblique;
use crate::analysis::{Analysis, ClaimFigures, Figures, side};
use crate::model::{Basis, Case, Claim, Disclosure, Key, Source, Stance, Statement};

/// The statements of which no chain begins with anybody who is written.
#[derive(Debug)]
struct Unsourced {
    /// So many of them are in the own words of a text of which nobody knows who published it first.
    own: usize,
    all: usize,
    /// All of them may be of another matter.
    unclear: bool,
}

/// Those who are heard in words, or those from whose words on other questions it follows.
#[derive(Debug)]
pub(super) struct Part {
    voices: Vec<Voice>,
    /// Who publishes it in its own voice, or is the source without a source.
    outlets: Vec<Voice>,
    nobody: Unsourced,
    /// Headings in an outlet's own voice above a text that says the same: no origins beside it.
    headings: BTreeSet<Key<Statement>>,
    /// One of these clearly says it.
    plain_heading: bool,
    /// Statements, without those.
    all: usize,
    /// How many voices the whole stance is; none where the other part is told of with it.
    counted: Option<Counted>,
    /// What is told of it is that it does not go with the question, or goes before it: no denial of it.
    elsewhere: bool,
    /// How much is told beside each name.
    told: Told,
    /// The one statement in which all of several are heard.
    joint: Option<Key<Statement>>,
}

/// How many voices a stance is, and on what that number stands.
#[derive(Debug, Clone, Copy)]
struct Counted {
    least: usize,
    most: usize,
    if_read_so: bool,
}

impl Counted {
    /// Before the names, in English: "2 origins", "at least 2 and at most 3 origins".
    fn before(self) -> Option<String> {
        let words = Tongue::En.origins(self.least, self.most);
        let words = match words.split_once(", at most ") {
            _ if self.most.max(self.least) < 2 => return None,
            Some((least, most)) => {
                let least = least
                    .trim_end_matches(" origins")
                    .trim_end_matches(" origin");
                format!("{least} and at most {most} origins")
            }
            None => words,
        };
        Some(match self.if_read_so {
            false => words,
            true => format!("{words} (if read so)"),
        })
    }

    fn words(self, t: Tongue) -> String {
        let words = t.origins(self.least, self.most);
        match self.if_read_so {
            false => words,
            true => t.if_read_so(&words),
        }
    }
}

/// One stance as it can be put in words.
#[derive(Debug)]
pub(super) struct Heard<'f> {
    pub(super) figures: &'f Figures,
    /// Who says it in words.
    pub(super) here: Part,
    /// From whose words on other questions it follows.
    pub(super) elsewhere: Part,
    /// Whether somebody claims to have seen it or to have taken part.
    pub(super) witnessed: bool,
    /// Statements without which the number of origins would not hold, each only as it is read here.
    pub(super) read_so: BTreeSet<Key<Statement>>,
    counted: Counted,
}

/// Every statement that commits here, itself or through another claim.
pub(super) fn committed(figures: &Figures) -> impl Iterator<Item = Key<Statement>> + '_ {
    figures.statements.iter().chain(&figures.entailed).copied()
}

/// The same without headings beside their text: nobody is heard through them who is not heard through that.
pub(super) fn beside_no_text(figures: &Figures) -> Vec<Key<Statement>> {
    let headings = &figures.origins.headings;
    committed(figures)
        .filter(|key| !headings.contains(key))
        .collect()
}

impl<'f> Heard<'f> {
    /// Who says so and who denies it, whoever is heard both ways marked on the side of the denial.
    pub(super) fn both(analysis: &Analysis<'_>, figures: &'f ClaimFigures) -> (Self, Self) {
        let of = |stance: Stance, one: &'f Figures, conceded: &[Key<Statement>]| {
            Self::new(analysis, one, conceded, (figures.claim, stance))
        };
        let says = of(
            Stance::Affirms,
            &figures.affirms,
            &figures.conceded_statements,
        );
        let mut denies = of(Stance::Denies, &figures.denies, &[]);
        for voice in denies.voices_mut() {
            let same = says.all_voices().find(|other| other.source == voice.source);
            voice.both_ways = same.map(|other| !other.unclear);
        }
        (says, denies)
    }

    fn all_voices(&self) -> impl Iterator<Item = &Voice> {
        let parts = [&self.here, &self.elsewhere].into_iter();
        parts.flat_map(|part| part.voices.iter().chain(&part.outlets))
    }

    fn voices_mut(&mut self) -> impl Iterator<Item = &mut Voice> {
        let parts = [&mut self.here, &mut self.elsewhere].into_iter();
        parts.flat_map(|part| part.voices.iter_mut().chain(&mut part.outlets))
    }

    fn new(
        analysis: &Analysis<'_>,
        figures: &'f Figures,
        conceded: &[Key<Statement>],
        (claim, stance): (Key<Claim>, Stance),
    ) -> Self {
        let case = analysis.case;
        let set = |keys: &[Key<Statement>]| keys.iter().copied().collect::<BTreeSet<_>>();
        let (unclear, hedged) = (set(&figures.unclear), set(&figures.hedged));
        let entailed = set(&figures.entailed);
        let resting = set(&figures.origins.headings);
        let origins = &figures.origins;
        let publisher = |s: &Key<Source>| case.sources[*s].kind.publishes();
        let heard: BTreeSet<Key<Source>> = origins
            .named
            .iter()
            .chain(&origins.undisclosed)
            .copied()
            .collect();
        let mut voices: BTreeMap<Key<Source>, Voice> = heard
            .iter()
            .chain(&origins.own_voice)
            .map(|source| {
                let sure = origins.at_least_by.contains(source);
                // Whoever publishes may have its words from anybody.
                let outlet = publisher(source) || !heard.contains(source);
                (*source, Voice::unheard(*source, sure, outlet))
            })
            .collect();
        let read = readings(analysis, claim, stance, figures);
        let mut said_by: BTreeMap<Key<Source>, BTreeSet<Key<Statement>>> = BTreeMap::new();
        let mut witnessed = false;
        let mut here = Part::new(false, figures.statements.len());
        let mut elsewhere = Part::new(true, figures.entailed.len());
        for key in committed(figures) {
            let statement = &case.statements[key];
            witnessed |= matches!(statement.basis, Basis::Saw | Basis::TookPart);
            let chains = || analysis.chains_left(key);
            // A heading is no report beside its text, but for what it puts in a mouth.
            if resting.contains(&key) && (statement.outlet_voice || statement.said_by.is_none()) {
                if entailed.contains(&key) {
                    elsewhere.all -= 1;
                } else {
                    here.all -= 1;
                    here.headings.insert(key);
                    here.plain_heading |= !unclear.contains(&key);
                }
                continue;
            }
            if chains().all(|chain| chain.origin().is_none()) {
                let part = match entailed.contains(&key) {
                    true => &mut elsewhere,
                    false => &mut here,
                };
                part.nobody.all += 1;
                part.nobody.own += usize::from(statement.outlet_voice);
                part.nobody.unclear &= unclear.contains(&key);
            }
            for chain in chains() {
                let Some(origin) = chain.origin() else {
                    continue;
                };
                let node = analysis.node(origin);
                let Some(voice) = voices.get_mut(&node) else {
                    continue;
                };
                said_by.entry(node).or_default().insert(key);
                if origin != node {
                    voice.through.insert(origin);
                }
                voice.sides.extend(side(analysis, origin, key));
                voice.elsewhere &= entailed.contains(&key);
                if unclear.contains(&key) || (chain.own_voice(statement) && !voice.outlet) {
                    continue;
                }
                voice.unclear = false;
                voice.heading &= statement.heading;
                match read.get(&key) {
                    Some(chosen) => voice
                        .readings
                        .extend(chosen.iter().map(|(reading, _)| (*reading, key))),
                    None => voice.plain = true,
                }
                voice.hedged &= hedged.contains(&key);
                voice.forecast &= analysis.forecast(key);
                voice.plain_text |= !statement.heading && !hedged.contains(&key);
                voice.conceded |= conceded.binary_search(&key).is_ok();
                // What a source was told, or what only follows, is not what it says that it saw.
                let itself = statement.said_by.map(|s| analysis.node(s)) == Some(node)
                    || statement.said_by.is_none() && statement.outlet_voice && voice.outlet;
                if itself && !entailed.contains(&key) {
                    voice.knows_by(statement.basis);
                }
            }
        }
        let all: Vec<Key<Statement>> = committed(figures).collect();
        if Moments::of(analysis, &all).is_some_and(|moments| !moments.is_one()) {
            for (source, keys) in &said_by {
                let keys: Vec<Key<Statement>> = keys.iter().copied().collect();
                if let Some(voice) = voices.get_mut(source)
                    && let Some(moments) = Moments::of(analysis, &keys)
                {
                    voice.when = Some([moments.words(Tongue::En), moments.words(Tongue::Ar)]);
                }
            }
        }
        let mut voices: Vec<Voice> = voices.into_values().collect();
        // Three are written out: those whom most texts carry.
        let texts = |source: &Key<Source>| {
            let keys = said_by.get(source).into_iter().flatten();
            keys.map(|key| case.statements[*key].document)
                .collect::<BTreeSet<_>>()
                .len()
        };
        voices.sort_by_cached_key(|voice| {
            let carried = Reverse(texts(&voice.source));
            (!voice.sure, carried, case.sources.id(voice.source))
        });
        for voice in voices {
            let part = match voice.elsewhere {
                true => &mut elsewhere,
                false => &mut here,
            };
            match voice.outlet {
                true => part.outlets.push(voice),
                false => part.voices.push(voice),
            }
        }
        let mut this = Self {
            figures,
            here,
            elsewhere,
            witnessed,
            read_so: BTreeSet::new(),
            counted: Counted {
                least: origins.at_least,
                most: origins.at_most,
                if_read_so: false,
            },
        };
        let resting = this.all_voices().filter(|voice| voice.if_read_so());
        let resting: BTreeSet<Key<Statement>> = resting
            .flat_map(|voice| voice.readings.iter().map(|(_, key)| *key))
            .collect();
        this.counted.if_read_so = !resting.is_empty();
        this.read_so = resting;
        for part in [&mut this.here, &mut this.elsewhere] {
            part.joint = part.joint_statement(&said_by);
        }
        if this.elsewhere.is_empty() {
            this.here.counted = Some(this.counted);
        } else if this.here.is_empty() {
            this.elsewhere.counted = Some(this.counted);
        }
        this.trace(analysis);
        this
    }

    /// The same for a sentence, which leaves out beside each name what need not be printed.
    #[must_use]
    pub(super) fn for_a_sentence(mut self) -> Self {
        self.here.told = Told::Sentence;
        self.elsewhere.told = Told::Sentence;
        self
    }

    /// What such a sentence leaves out of those whom it names.
    pub(super) fn left_out(&self, t: Tongue, analysis: &Analysis<'_>) -> Vec<String> {
        let parts = [&self.here, &self.elsewhere].into_iter();
        let alone =
            self.all_voices().count() == 1 && self.here.nobody.all + self.elsewhere.nobody.all == 0;
        parts
            .flat_map(|part| part.left_out(t, analysis, alone))
            .collect()
    }

    /// Finds through whom alone each of those that are named is heard, but for those through whom all are.
    fn trace(&mut self, analysis: &Analysis<'_>) {
        let all = beside_no_text(self.figures);
        let whole = Way::of(analysis, &all);
        for part in [&mut self.here, &mut self.elsewhere] {
            for voice in part.voices.iter_mut().take(NAMED) {
                let own = Way::of_origin(analysis, &all, voice.source);
                voice.way = Some(own.apart_from(&whole));
            }
        }
    }

    /// Whether all that commits clearly does so only as it is read.
    pub(super) fn only_if_read_so(&self) -> bool {
        let mut clear = committed(self.figures)
            .filter(|key| !self.figures.unclear.contains(key))
            .peekable();
        clear.peek().is_some() && clear.all(|key| self.read_so.contains(&key))
    }

    /// Whether nobody commits.
    pub(super) fn is_empty(&self) -> bool {
        self.here.is_empty() && self.elsewhere.is_empty()
    }

    /// By when all of it was said; none where nobody commits.
    pub(super) fn moments<'c>(&self, analysis: &Analysis<'c>) -> Option<Moments<'c>> {
        let all: Vec<Key<Statement>> = committed(self.figures).collect();
        Moments::of(analysis, &all)
    }

    /// Whether the dates differ and each stands beside whoever is named, so that none is left to tell.
    pub(super) fn is_dated_by_voice(&self, analysis: &Analysis<'_>) -> bool {
        let parts = [&self.here, &self.elsewhere];
        let beside = parts.iter().all(|part| {
            part.nobody.all == 0 && part.voices.len() <= NAMED && part.outlets.len() <= NAMED
        });
        beside && self.moments(analysis).is_some_and(|all| !all.is_one())
    }

    /// That the names of all who are heard in words are withheld: who is undisclosed is not identified either.
    pub(super) fn withheld(&self, t: Tongue, analysis: &Analysis<'_>) -> Option<String> {
        let part = &self.here;
        let undisclosed = |voice: &Voice| {
            analysis.case.sources[voice.source].disclosure == Disclosure::Undisclosed
        };
        let all = part.has_voices() && !part.has_outlets() && part.voices.iter().all(undisclosed);
        all.then(|| match (t, part.voices.len()) {
            (Tongue::En, 1) => "who denies it is not named".to_owned(),
            (Tongue::En, _) => "those who deny it are not named".to_owned(),
            (Tongue::Ar, 1) => "ومصدر النفي لم يُذكر اسمه".to_owned(),
            (Tongue::Ar, 2) => "ومصدرا النفي لم يُذكر اسماهما".to_owned(),
            (Tongue::Ar, _) => "ومصادر النفي لم تُذكر أسماؤها".to_owned(),
        })
    }

    /// Whether all of it only follows from what is said on other questions.
    pub(super) fn only_elsewhere(&self) -> bool {
        self.here.is_empty() && !self.elsewhere.is_empty()
    }

    /// Whether some origin is heard that one could name or point at.
    pub(super) fn has_voices(&self) -> bool {
        self.here.has_voices() || self.elsewhere.has_voices()
    }

    /// Whether somebody is heard, an outlet in its own words among them.
    pub(super) fn is_known(&self) -> bool {
        self.here.is_known() || self.elsewhere.is_known()
    }

    /// Those of whom a sentence tells, in words before the rest.
    pub(super) fn named(&self) -> impl Iterator<Item = Key<Source>> + '_ {
        let parts = [&self.here, &self.elsewhere].into_iter();
        parts.flat_map(|part| part.voices.iter().take(NAMED).map(|voice| voice.source))
    }

    /// "(together 2 origins)", after both parts; nothing where the one part says how many they are.
    pub(super) fn together(&self, t: Tongue) -> String {
        if self.here.is_empty() || self.elsewhere.is_empty() {
            return String::new();
        }
        let words = self.counted.words(t);
        match t {
            Tongue::En => format!(" (together {words})"),
            Tongue::Ar => format!(" (والمجموع: {words})"),
        }
    }
}

impl Part {
    fn new(elsewhere: bool, all: usize) -> Self {
        Self {
            voices: Vec::new(),
            outlets: Vec::new(),
            nobody: Unsourced {
                own: 0,
                all: 0,
                unclear: true,
            },
            headings: BTreeSet::new(),
            plain_heading: false,
            all,
            counted: None,
            elsewhere,
            told: Told::Whole,
            joint: None,
        }
    }

    /// The one statement that is of all of several.
    fn joint_statement(
        &self,
        said_by: &BTreeMap<Key<Source>, BTreeSet<Key<Statement>>>,
    ) -> Option<Key<Statement>> {
        let several = self.voices.len() > 1 && !self.has_outlets() && self.nobody.all == 0;
        let mut all = self
            .voices
            .iter()
            .filter_map(|voice| said_by.get(&voice.source));
        let first = all.next().filter(|_| several)?;
        let one = *first.first()?;
        (first.len() == 1 && all.all(|other| other == first)).then_some(one)
    }

    /// Whether there is nothing to tell of it.
    pub(super) fn is_empty(&self) -> bool {
        self.all == 0 || self.elsewhere && !self.tells()
    }

    /// Whether there is somebody, or a beginning with nobody, to tell of.
    fn tells(&self) -> bool {
        self.is_known() || self.nobody.all > 0
    }

    /// Whether some origin is heard that one could name or point at.
    pub(super) fn has_voices(&self) -> bool {
        !self.voices.is_empty()
    }

    /// Whether an outlet says it in its own words, or as a source without a source.
    pub(super) fn has_outlets(&self) -> bool {
        !self.outlets.is_empty()
    }

    fn is_known(&self) -> bool {
        self.has_voices() || self.has_outlets()
    }

    /// Whether all that is heard may be of another matter.
    pub(super) fn perhaps(&self) -> bool {
        self.unclear() && !self.plain_heading
    }

    /// Whether only a heading clearly says it, and the text below it perhaps.
    pub(super) fn clear_in_heading_only(&self) -> bool {
        self.unclear() && self.plain_heading
    }

    fn unclear(&self) -> bool {
        let nobody = self.nobody.all == 0 || self.nobody.unclear;
        let voices = self.voices.iter().chain(&self.outlets);
        self.all > 0 && nobody && voices.into_iter().all(|voice| voice.unclear)
    }

    /// Whether all who are heard are heard only in words that may be read otherwise.
    pub(super) fn is_apparent(&self) -> bool {
        let mut voices = self.voices.iter().chain(&self.outlets).peekable();
        let some = voices.peek().is_some();
        some && self.nobody.all == 0 && voices.all(Voice::if_read_so)
    }

    /// How many are named, for a noun that must agree with them.
    pub(super) fn known_as(&self) -> usize {
        self.voices.len() + self.outlets.len()
    }

    /// How many are told of first: those one could name or point at, else the outlets.
    pub(super) fn told_first(&self) -> usize {
        match self.voices.len() {
            0 => self.outlets.len(),
            n => n,
        }
    }

    /// The headings, by id.
    fn heading_ids(&self, t: Tongue, case: &Case) -> String {
        let ids = self.headings.iter().map(|key| case.statements.id(*key));
        let ids: BTreeSet<&str> = ids.collect();
        let ids: Vec<String> = ids.into_iter().map(|id| t.ltr(id)).collect();
        ids.join(t.say(", ", "، "))
    }

    /// "in a heading (a0), and perhaps, below it, by the mayor", where only the heading clearly says it; nothing
    /// where the text does.
    pub(super) fn in_heading(
        &self,
        t: Tongue,
        analysis: &Analysis<'_>,
        denial: bool,
    ) -> Option<String> {
        if !self.clear_in_heading_only() {
            return None;
        }
        let ids = self.heading_ids(t, analysis.case);
        let who = self
            .known(t, analysis, " and by ")
            .unwrap_or_else(|| match t {
                Tongue::En => format!("no source given ({})", t.of(labels::UNCLEAR)),
                Tongue::Ar => format!("لا مصدر مذكور ({})", t.of(labels::UNCLEAR)),
            });
        Some(match (t, denial) {
            (Tongue::En, _) => format!("in a heading ({ids}), and perhaps, below it, by {who}"),
            (Tongue::Ar, false) => {
                format!("عنوان ({ids})، وكلام تحته قد يُقرأ قولًا به، ومصدره: {who}")
            }
            (Tongue::Ar, true) => {
                format!("عنوان ({ids})، وكلام تحته قد يُقرأ نفيًا له، ومصدره: {who}")
            }
        })
    }

    /// "also in a heading above the same text (003-v01)"; nothing where there is none.
    pub(super) fn also_in_headings(&self, t: Tongue, case: &Case) -> Option<String> {
        let told = self.headings.is_empty() || self.clear_in_heading_only();
        let ids = self.heading_ids(t, case);
        (!told).then(|| match t {
            Tongue::En => format!("also in a heading above that text ({ids})"),
            Tongue::Ar => format!("وكذلك في عنوان فوق النص نفسه ({ids})"),
        })
    }

    /// How many statements begin with nobody written.
    pub(super) fn nobody(&self) -> usize {
        self.nobody.all
    }

    /// Whether something in it begins with nobody written.
    pub(super) fn has_unsourced(&self) -> bool {
        self.nobody.all > 0
    }

    /// Every origin, those known to be different first, with what must stand beside each, and
    /// within what bounds they are how many. Leaving one out would be a wrong attribution; that
    /// two of them may be one is what the bounds say.
    pub(super) fn voices(&self, t: Tongue, analysis: &Analysis<'_>) -> String {
        let Some(counted) = self.counted else {
            return listed(t, analysis, &self.voices, (self.told, None));
        };
        // Those named after them are among the number.
        let more = counted.most > self.voices.len() && (self.has_outlets() || self.has_unsourced());
        let counting = if more {
            t.say(", counting what follows", "، مع ما يُذكر بعده")
        } else {
            ""
        };
        let number = format!("{}{counting}{}", counted.words(t), self.jointly(t));
        if self.told == Told::Whole {
            let names = listed(t, analysis, &self.voices, (self.told, None));
            return format!("{names} ({number})");
        }
        match (t, counted.before()) {
            // Before the names it needs no brackets beside theirs.
            (Tongue::En, Some(before)) => {
                let names = listed(t, analysis, &self.voices, (self.told, None));
                format!("{before}{counting}{}, {names}", self.jointly(t))
            }
            _ if self.voices.len() == 1 && counted.most.max(counted.least) == 1 => {
                listed(t, analysis, &self.voices, (self.told, Some(&number)))
            }
            _ => {
                let names = listed(t, analysis, &self.voices, (self.told, None));
                format!("{names} ({number})")
            }
        }
    }

    /// ", both in one statement", where a statement is of several together.
    fn jointly(&self, t: Tongue) -> &'static str {
        match (self.joint, self.voices.len()) {
            (None, _) => "",
            (Some(_), 2) => t.say(", both in one statement", "، والقول واحد مشترك"),
            (Some(_), _) => t.say(", all in one statement", "، والقول واحد مشترك"),
        }
    }

    /// What the sentence does not tell of each who is named.
    fn left_out(&self, t: Tongue, analysis: &Analysis<'_>, alone: bool) -> Vec<String> {
        let named = |voices: &[Voice]| -> Vec<String> {
            let told = voices.iter().take(NAMED);
            told.filter_map(|voice| voice.left_out(t, analysis, alone))
                .collect()
        };
        let mut all = named(&self.voices);
        all.extend(named(&self.outlets));
        all
    }

    /// Who says it of those one could name or point at.
    pub(super) fn known(&self, t: Tongue, analysis: &Analysis<'_>, and: &str) -> Option<String> {
        let mut parts = Vec::new();
        if self.has_voices() {
            parts.push(self.voices(t, analysis));
        }
        if self.has_outlets() {
            parts.push(self.own_words(t, analysis));
        }
        let last = parts.pop()?;
        let before = parts.pop().map_or_else(String::new, |first| {
            format!("{first}{}", t.say(and, t.and(&last)))
        });
        Some(format!("{before}{last}"))
    }

    /// Whether all that begins with nobody written is in a text's own words.
    pub(super) fn own_of_unknown(&self) -> bool {
        self.nobody.all > 0 && self.nobody.own == self.nobody.all
    }

    /// How many statements there are, with what must stand beside those that nobody written begins.
    pub(super) fn bare(&self, t: Tongue) -> String {
        let n = t.count(self.all, STATEMENT);
        self.marked(t, n)
    }

    fn marked(&self, t: Tongue, n: String) -> String {
        let mut marks = vec![n];
        if self.nobody.all > 0 && self.nobody.unclear {
            marks.push(t.of(labels::UNCLEAR).to_owned());
        }
        marks.join(t.say("; ", "؛ "))
    }

    /// What begins with nobody written, and in how many statements; none where nothing does. A text's own words are
    /// no report of anybody's. `denial`: whether it is denying that they do.
    pub(super) fn unsourced(&self, t: Tongue, denial: bool) -> Option<String> {
        let n = self.nobody.all;
        if n == 0 {
            return None;
        }
        let words = t.count(n, STATEMENT);
        let words = self.marked(
            t,
            match t {
                Tongue::En => words,
                Tongue::Ar => format!("ورد في {}", oblique(t, &words)),
            },
        );
        let own = self.own_of_unknown();
        Some(match (t, denial) {
            (Tongue::En, _) if own && self.elsewhere => {
                format!("the words of the text itself, whose first publisher is unknown ({words})")
            }
            (Tongue::Ar, _) if own && self.elsewhere => {
                format!("كلام نص لا يُعرف ناشره الأول ({words})")
            }
            (Tongue::En, _) if self.elsewhere => format!("words of unknown origin ({words})"),
            (Tongue::Ar, _) if self.elsewhere => format!("كلام لا يُعرف قائله ({words})"),
            (Tongue::En, false) if own => {
                format!("the words of the text itself, whose first publisher is unknown ({words})")
            }
            (Tongue::Ar, false) if own => format!("كلام نص لا يُعرف ناشره الأول ({words})"),
            (Tongue::En, true) if own => {
                format!(
                    "a denial in the words of the text itself, whose first publisher is unknown ({words})"
                )
            }
            (Tongue::Ar, true) if own => format!("نفي في كلام نص لا يُعرف ناشره الأول ({words})"),
            (Tongue::En, false) => format!("unsourced reports ({words})"),
            (Tongue::Ar, false) => format!("خبر متداول لا يُعرف قائله ({words})"),
            (Tongue::En, true) => format!("a denial of unknown origin ({words})"),
            (Tongue::Ar, true) => format!("نفي لا يُعرف قائله ({words})"),
        })
    }

    /// Who says it, everybody; none where nobody does. `denial`: whether it is denying that they do.
    pub(super) fn who(&self, t: Tongue, analysis: &Analysis<'_>, denial: bool) -> Option<String> {
        if self.is_empty() {
            return None;
        }
        if let Some(words) = self.in_heading(t, analysis, denial) {
            return Some(words);
        }
        let unsourced = self.unsourced(t, denial);
        let nobody = || t.say("no source given", "لا مصدر مذكور").to_owned();
        let mut who = match (self.known(t, analysis, "; and "), unsourced) {
            (Some(known), None) => known,
            (Some(known), Some(also)) => format!("{known}{}{also}", t.say("; also ", "؛ وأيضًا ")),
            (None, Some(also)) if self.elsewhere => also,
            (None, Some(also)) => format!("{}{}{also}", nobody(), t.say("; only ", "؛ وإنما ")),
            (None, None) => format!("{} ({})", nobody(), t.of(labels::UNCLEAR)),
        };
        if let Some(headings) = self.also_in_headings(t, analysis.case) {
            who.push_str(t.say("; ", "؛ "));
            who.push_str(&headings);
        }
        Some(who)
    }

    /// Who says it in its own words.
    pub(super) fn outlet_names(&self, t: Tongue, analysis: &Analysis<'_>) -> String {
        listed(t, analysis, &self.outlets, (self.told, None))
    }

    pub(super) fn own_words(&self, t: Tongue, analysis: &Analysis<'_>) -> String {
        let names = self.outlet_names(t, analysis);
        match t {
            Tongue::En => format!("{names}, naming no other source"),
            Tongue::Ar => format!("{names} (بلا نسبة إلى مصدر)"),
        }
    }
}
