//! An origin with what must be said beside its name: for whom it speaks and who speaks for it, on which side it is, by
//! which reading it is heard, on what basis, and through whom alone it reached a page.

use std::collections::BTreeSet;

use super::labels;
use super::phrase::Tongue;
use super::reading::Reading;
use super::way::Way;
use crate::analysis::Analysis;
use crate::model::{Basis, Case, Disclosure, Key, Number, Side, Source, Statement};

/// So many origins of one stance are named.
pub(super) const NAMED: usize = 3;

/// An origin of one stance.
#[derive(Debug)]
pub(super) struct Voice {
    pub(super) source: Key<Source>,
    /// Known to be different from the others that are; the rest may be one of them.
    pub(super) sure: bool,
    /// It publishes, in its own voice or as a source without a source.
    pub(super) outlet: bool,
    pub(super) sides: BTreeSet<Key<Side>>,
    /// All it says of this is likely only.
    pub(super) hedged: bool,
    /// All it says of this is what it expects.
    pub(super) forecast: bool,
    /// It answers other questions only, from which this follows.
    pub(super) elsewhere: bool,
    /// All it says may be of another matter.
    pub(super) unclear: bool,
    pub(super) conceded: bool,
    /// Who spoke for it here, or is ruled to be it under another name.
    pub(super) through: BTreeSet<Key<Source>>,
    pub(super) basis: BTreeSet<&'static str>,
    /// All it says of this stands in headings.
    pub(super) heading: bool,
    /// A text has it from this source without a hedge.
    pub(super) plain_text: bool,
    /// The statements of which a reading had to be chosen.
    pub(super) readings: BTreeSet<(Reading, Key<Statement>)>,
    /// It says this plainly too, with no choice of a reading.
    pub(super) plain: bool,
    /// The other stance is heard from it too: whether clearly.
    pub(super) both_ways: Option<bool>,
    /// By when it said this, in English and in Arabic, where not all of its stance are of one date.
    pub(super) when: Option<[String; 2]>,
    /// Through whom alone it is heard, apart from those through whom all of its stance is.
    pub(super) way: Option<Way>,
}

impl Voice {
    /// Of whom nothing has been gone through yet.
    pub(super) fn unheard(source: Key<Source>, sure: bool, outlet: bool) -> Self {
        Self {
            source,
            sure,
            outlet,
            sides: BTreeSet::new(),
            hedged: true,
            forecast: true,
            elsewhere: true,
            unclear: true,
            conceded: false,
            through: BTreeSet::new(),
            basis: BTreeSet::new(),
            heading: true,
            plain_text: false,
            readings: BTreeSet::new(),
            plain: false,
            both_ways: None,
            when: None,
            way: None,
        }
    }

    /// Whether it is heard at all only if words are read as they are here.
    pub(super) fn if_read_so(&self) -> bool {
        !self.plain && !self.unclear && !self.readings.is_empty()
    }

    /// How it says it knows, as far as it is told beside its name.
    pub(super) fn knows_by(&mut self, basis: Basis) {
        self.basis.extend(match basis {
            Basis::Saw => Some("saw"),
            Basis::TookPart => Some("took part"),
            Basis::Infers => Some("infers"),
            Basis::Document => Some("document"),
            Basis::Told | Basis::NotStated => None,
        });
    }

    /// "through Islam Alloush": the body is counted, and somebody else's name stands in the text; and under which names
    /// it is ruled to be the same.
    fn speakers(&self, t: Tongue, analysis: &Analysis<'_>) -> [Option<String>; 2] {
        let case = analysis.case;
        let (speak, same): (Vec<Key<Source>>, Vec<Key<Source>>) = self
            .through
            .iter()
            .partition(|one| analysis.rulings.one_source(**one) != self.source);
        [
            (speak, "through", "بلسان"),
            (
                same,
                "by editorial decision one with",
                "يُعدّ بقرار تحريري واحدًا مع:",
            ),
        ]
        .map(|(all, en, ar)| {
            (!all.is_empty()).then(|| format!("{} {}", t.say(en, ar), t.sources(case, all, NAMED)))
        })
    }

    /// By which reading it is heard.
    fn reading(&self, t: Tongue, case: &Case) -> Option<String> {
        if !self.if_read_so() {
            return None;
        }
        let mut readings = self.readings.iter();
        let narrower = readings.all(|(one, _)| *one == Reading::Narrower);
        let ids: BTreeSet<&str> = self
            .readings
            .iter()
            .map(|(_, key)| case.statements.id(*key))
            .collect();
        let several = ids.len() > 1;
        let of: Vec<String> = ids.into_iter().map(|id| t.ltr(id)).collect();
        let of = t.list(&of);
        Some(match (t, narrower) {
            (Tongue::En, true) => format!("perhaps of a narrower question only: {of}"),
            (Tongue::Ar, true) => format!("وقد لا ينفي الكلام إلا مسألة أضيق: {of}"),
            (Tongue::En, false) if several => format!("as {of} are read here"),
            (Tongue::En, false) => format!("as {of} is read here"),
            (Tongue::Ar, false) => format!("بحسب قراءة {of}"),
        })
    }

    /// Its name with what must stand beside it, and at the end `more`.
    fn words(
        &self,
        t: Tongue,
        analysis: &Analysis<'_>,
        with_way: bool,
        more: Marked<'_>,
    ) -> String {
        let (told, last) = more;
        let mut marks: Vec<String> = self
            .marks(t, analysis, with_way)
            .into_iter()
            .filter(|(mark, _)| told == Told::Whole || *mark == Mark::Sentence)
            .map(|(_, words)| words)
            .collect();
        marks.extend(last.map(str::to_owned));
        let name = t.in_a_sentence(analysis.case, self.source);
        if marks.is_empty() {
            name
        } else {
            format!("{name} ({})", marks.join(t.say("; ", "؛ ")))
        }
    }

    /// "the mayor: dated 5 March; heard only through the Agency": what a sentence leaves out; none where it leaves
    /// nothing out. `alone`: nobody else is heard, so that the sentence has the dates.
    pub(super) fn left_out(
        &self,
        t: Tongue,
        analysis: &Analysis<'_>,
        alone: bool,
    ) -> Option<String> {
        let marks: Vec<String> = self
            .marks(t, analysis, true)
            .into_iter()
            .filter(|(mark, _)| match mark {
                Mark::Sentence => false,
                Mark::Moment => !alone,
                Mark::Beside => true,
            })
            .map(|(_, words)| words)
            .collect();
        (!marks.is_empty()).then(|| {
            let name = t.in_a_sentence(analysis.case, self.source);
            format!("{name}: {}", marks.join(t.say("; ", "؛ ")))
        })
    }

    /// All that is to be told of it, each with where.
    fn marks(&self, t: Tongue, analysis: &Analysis<'_>, with_way: bool) -> Vec<(Mark, String)> {
        let case = analysis.case;
        let source = &case.sources[self.source];
        let mut marks = Marks::default();
        // A named body is one by its name; of people whose names are withheld nobody can say how many they are.
        if source.number == Number::Several && source.disclosure == Disclosure::Undisclosed {
            marks.sentence([t.of(labels::SEVERAL).to_owned()]);
        }
        let [speakers, same] = self.speakers(t, analysis);
        marks.sentence(speakers);
        marks.beside(same);
        if let Some([en, ar]) = &self.when {
            marks.0.push((Mark::Moment, t.say(en, ar).to_owned()));
        }
        // Beside the name: after the side it would seem to be the side that may be read otherwise.
        marks.beside(self.reading(t, case));
        marks.sentence(
            self.sides
                .iter()
                .map(|side| format!("{}: {}", t.say("side", "الجهة"), t.side(case, *side))),
        );
        if self.conceded {
            marks.sentence([t
                .say(
                    "against own side, as entered",
                    "إقرار على جهة القائل، كما أُدخل في الملف",
                )
                .to_owned()]);
        }
        marks.beside(self.both_ways.map(|clearly| {
            match clearly {
                true => t.say(
                    "the same source also says so",
                    "ويُنقل القول عن المصدر نفسه أيضًا",
                ),
                false => t.say(
                    "the same source is read, unclearly, as also saying so",
                    "وللمصدر نفسه كلام قد يُقرأ قولًا به",
                ),
            }
            .to_owned()
        }));
        if self.unclear {
            marks.sentence([t.of(labels::UNCLEAR).to_owned()]);
        }
        if self.heading && !self.unclear {
            marks.sentence([t.say("in a heading", "في عنوان").to_owned()]);
        }
        if !self.hedged && !self.heading && !self.plain_text && !self.unclear {
            marks.sentence([t
                .say(
                    "in a heading; as likely only in the text",
                    "في عنوان؛ وعلى سبيل الترجيح في المتن",
                )
                .to_owned()]);
        }
        if self.hedged && !self.unclear {
            marks.sentence([t.say("as likely only", "على سبيل الترجيح").to_owned()]);
        }
        if self.forecast && !self.unclear {
            marks.sentence([t.say("as a forecast", "على سبيل التوقع").to_owned()]);
        }
        marks.sentence(self.basis.iter().map(|basis| {
            match *basis {
                "saw" => t.say("claiming to have seen it", "عن مشاهدة كما ذُكر"),
                "took part" => t.say("claiming to have taken part", "عن مشاركة كما ذُكر"),
                "infers" => t.say("by inference", "استنتاجًا"),
                _ => t.say("citing a document", "استنادًا إلى وثيقة"),
            }
            .to_owned()
        }));
        let way = self.way.as_ref().filter(|_| with_way);
        let way = way.and_then(|way| way.words(t, analysis));
        marks.beside(way.map(|words| match t {
            Tongue::En => format!("heard only {words}"),
            Tongue::Ar => format!("لم يرد الكلام إلا {words}"),
        }));
        marks.0
    }
}

/// How much is told beside a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Told {
    /// All there is to tell.
    Whole,
    /// What a sentence for print must not leave out: the rest stands beside it.
    Sentence,
}

/// How much is told beside a name, and what more, at the end.
pub(super) type Marked<'w> = (Told, Option<&'w str>);

/// Where it is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Sentence,
    /// By when it was said.
    Moment,
    Beside,
}

/// What is to be told beside a name.
#[derive(Debug, Default)]
struct Marks(Vec<(Mark, String)>);

impl Marks {
    fn sentence(&mut self, words: impl IntoIterator<Item = String>) {
        self.0
            .extend(words.into_iter().map(|words| (Mark::Sentence, words)));
    }

    fn beside(&mut self, words: impl IntoIterator<Item = String>) {
        self.0
            .extend(words.into_iter().map(|words| (Mark::Beside, words)));
    }
}

/// The first few, and how many more; `more`: what stands beside them, the last mark beside the last one. Through whom alone
/// all of them are heard is said once.
pub(super) fn listed(
    t: Tongue,
    analysis: &Analysis<'_>,
    voices: &[Voice],
    (told, last): Marked<'_>,
) -> String {
    let n = voices.len();
    let all = common_way(t, analysis, voices).filter(|_| told == Told::Whole);
    let shown = n.min(NAMED);
    let mut names: Vec<String> = voices
        .iter()
        .take(NAMED)
        .enumerate()
        .map(|(i, voice)| {
            let last = last.filter(|_| i + 1 == shown && n <= NAMED);
            voice.words(t, analysis, all.is_none(), (told, last))
        })
        .collect();
    if n > NAMED {
        names.push(t.more(n - NAMED));
    }
    let names = t.list(&names);
    match (all, t) {
        (None, _) => names,
        (Some(way), Tongue::En) => {
            let both = if n == 2 { "both" } else { "all" };
            format!("{names} ({both} heard only {way})")
        }
        (Some(way), Tongue::Ar) => {
            let theirs = if n == 2 {
                "كلامهما"
            } else {
                "كلامهم"
            };
            format!("{names} (لم يرد {theirs} إلا {way})")
        }
    }
}

/// Through whom alone all of a few are heard.
fn common_way(t: Tongue, analysis: &Analysis<'_>, voices: &[Voice]) -> Option<String> {
    let first = voices.first().and_then(|voice| voice.way.as_ref());
    let one_way = (2..=NAMED).contains(&voices.len())
        && voices.iter().all(|voice| voice.way.as_ref() == first);
    first
        .filter(|_| one_way)
        .and_then(|way| way.words(t, analysis))
}
