//! Who is meant: sources met so far, and the antecedents of surnames, descriptions and continued speech.
//!
//! A text's persons and bodies are kept in the order they are met, each under the words of its name and under its head
//! noun. A surname goes to the last one with that word, «المصدر» and «الوزارة» to the last one with that head, a verb
//! without a subject to the last source that it agrees with.
//!
//! In one file because who is meant is told by tests that follow one another over the same phrase, each relying on what those
//! before it let pass.

use super::describe::{Description, Kin, bare, clean, kin, singular};
use super::lexicon::Table;
use super::output::SourceKind;
use super::pack::{Class, Gender, Of};
use super::phrase::{Np, Reader};
use super::token::Mark;
use crate::text::fold::{Span, fold};

/// Somebody met in the text.
#[derive(Debug, Clone)]
pub(crate) struct Somebody {
    /// As a reader would name them, in the words of the text.
    pub(crate) name: String,
    pub(crate) kind: SourceKind,
    pub(crate) named: bool,
    /// The head noun, folded, without article.
    pub(super) head: String,
    pub(super) of: Option<Of>,
    pub(super) gender: Option<Gender>,
    /// Folded words of the whole description.
    pub(super) words: Description,
    /// The last place they are mentioned.
    pub(crate) last: Span,
}

/// Ranks, which tell less of a person than an office does.
const RANKS: [&str; 12] = [
    "عقيد",
    "عميد",
    "لواء",
    "رايد",
    "مقدم",
    "ضابط",
    "عماد",
    "نقيب",
    "ملازم",
    "كولونيل",
    "جنرال",
    "فريق",
];

/// How far back an antecedent is looked for, in mentions: work stays linear, and readers do not look further either.
const RECENT: usize = 10;

/// Words and heads for which there is room from the beginning.
const ROOM: usize = 28;

/// So many are more than any article has.
const MANY: usize = 1 << 13;

/// Everybody met so far.
#[derive(Default)]
pub(crate) struct Cast {
    pub(crate) all: Vec<Somebody>,
    pub(super) by_word: Table<usize>,
    pub(super) by_head: Table<Vec<usize>>,
    /// Sources of statements, in order.
    pub(crate) speakers: Vec<usize>,
}

impl Cast {
    /// Forgets who was not mentioned since a character of the text, where many have been met.
    pub(crate) fn shorten(&mut self, since: u32) {
        if self.all.len() < MANY {
            return;
        }
        let kept: Vec<bool> = self.all.iter().map(|s| s.last.start >= since).collect();
        let mut place = Vec::with_capacity(kept.len());
        let mut next = 0;
        for &keep in &kept {
            place.push(keep.then_some(next));
            next += usize::from(keep);
        }
        let moved = |k: usize| place.get(k).copied().flatten();
        let mut keep = kept.iter();
        self.all.retain(|_| keep.next().copied().unwrap_or(false));
        self.by_word
            .retain(|_, who| moved(*who).map(|k| *who = k).is_some());
        self.by_head.retain(|_, list| {
            *list = list.iter().filter_map(|&k| moved(k)).collect();
            !list.is_empty()
        });
        self.speakers = self.speakers.iter().filter_map(|&k| moved(k)).collect();
    }

    /// The one a phrase means: met before, or new.
    pub(crate) fn resolve(
        &mut self,
        r: &Reader,
        np: &Np,
        original: &dyn Fn(Span) -> String,
        speaking: bool,
    ) -> Option<usize> {
        let span = r.t.span(np.a, np.b, true)?;
        let spoken_for = self.spoken_for(r, np);
        let np = &Np {
            name: if spoken_for { (0, 0) } else { np.name },
            ..*np
        };
        let found = self.known(r, np);
        let who = match found {
            Some(k) => {
                self.learn(k, r, np, original);
                k
            }
            None => self.meet(r, np, span, original),
        };
        if let Some(s) = self.all.get_mut(who) {
            s.last = span;
        }
        if speaking {
            self.speakers.push(who);
        }
        Some(who)
    }

    pub(super) fn known(&self, r: &Reader, np: &Np) -> Option<usize> {
        let head_at = np.head.checked_sub(1);
        let entry = head_at.and_then(|h| r.pack.head(&r.w(h)));
        // A surname that is also a common noun: الشاهد.
        if np.b - np.a == 1
            && r.w(np.a).def
            && let Some(&who) = self.by_word.get(bare(r.t.core(np.a)))
        {
            return Some(who);
        }
        if np.name != (0, 0) {
            let (a, b) = np.name;
            let single = b - a == 1;
            // The surname decides; a given name alone does not.
            for k in (a..b).rev() {
                if r.mark(k) != Mark::Word || r.is(k, Class::GivenName) && !single {
                    continue;
                }
                // حكومة فلان is not فلان himself.
                if let Some(&who) = self.by_word.get(bare(r.t.core(k)))
                    && (self.all[who].of != Some(Of::Body)
                        || entry.is_none_or(|e| e.of != Of::Person))
                    && (single || !self.other_given(who, r, np))
                {
                    return Some(who);
                }
                if !single {
                    break;
                }
            }
            // «خديجة» of the one person met who is called so.
            if single && r.is(a, Class::GivenName) {
                let called = |s: &Somebody| {
                    s.named
                        && matches!(s.of, Some(Of::Person) | None)
                        && s.name.contains(' ')
                        && fold(&s.name)
                            .split(' ')
                            .next()
                            .is_some_and(|w| w == r.t.core(a))
                };
                let mut all = (0..self.all.len())
                    .rev()
                    .take(6 * RECENT)
                    .filter(|&k| called(&self.all[k]));
                return all.next().filter(|_| all.next().is_none());
            }
            return None;
        }
        let entry = match entry {
            Some(e) => e,
            None => {
                // A def word that is a surname met before: الشاهد، العلي.
                let words = np.b - np.a;
                let deed = r.is(np.a, Class::Deed) && words > 1;
                if words <= 3 && !deed {
                    for k in (np.a..np.b).rev() {
                        if r.mark(k) == Mark::Word
                            && let Some(&who) = self.by_word.get(bare(r.t.core(k)))
                        {
                            return Some(who);
                        }
                    }
                }
                return None;
            }
        };
        let head_at = head_at?;
        // أحد المصادر: one of them, whom nobody has met.
        if head_at > np.a && matches!(r.t.core(np.a), "احد" | "احدي") {
            return None;
        }
        if entry.of == Of::Name {
            return self.by_word.get(bare(r.t.core(head_at))).copied();
        }
        let again = (np.a..np.b).any(|k| {
            matches!(
                r.t.core(k),
                "نفسه" | "نفسها" | "نفس" | "ذات" | "ذاته" | "ذاتها" | "فسها"
            ) || matches!(r.t.stem(k), "هذا" | "هذه")
        });
        // مدير المرصد is definite through its complement.
        let construct = entry.of == Of::Person
            && r.mark(head_at + 1) == Mark::Word
            && head_at + 1 < np.b
            // خطيبة خاشقجي: through the name of somebody met.
            && (r.w(head_at + 1).def
                || entry.kind == SourceKind::Witness
                    && !r.w(head_at + 1).conj
                    && self.knows(r.t.core(head_at + 1)))
            && r.w(head_at + 1).prep.is_none();
        let def = r.w(head_at).def || again || construct;
        let head = singular(bare(r.t.core(head_at)));
        let modifiers = || {
            (np.a..np.b)
                .filter(|&k| {
                    k != head_at
                        && r.mark(k) == Mark::Word
                        && !r.is(k, Class::Determiner)
                        && !matches!(r.t.core(k), "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "فسها")
                })
                .map(|k| bare(r.t.core(k)))
                .filter(|m| *m != "اسم")
        };
        let alone = || modifiers().next().is_none();
        // Of a head that nobody was met under, more is seldom asked.
        let kins = || -> Vec<Kin> { modifiers().map(kin).collect() };
        if !def {
            // The same description again is the same body; of persons and sources only if it says enough.
            let list = self.by_head.get(head)?;
            if matches!(entry.of, Of::Body) && !r.w(head_at).def && alone() {
                return None;
            }
            let modifiers = kins();
            return list.iter().rev().copied().take(RECENT).find(|&k| {
                modifiers.len() >= if matches!(entry.of, Of::Body) { 1 } else { 2 }
                    && modifiers.iter().all(|&m| self.all[k].words.tells(m))
            });
        }
        if entry.of == Of::Text && alone() {
            // «البيان» speaks for the body that was last heard.
            let found_out = matches!(
                head,
                "تحقيقات"
                    | "تحقيق"
                    | "استطلاع"
                    | "استطلاعات"
                    | "نتايج"
                    | "احصاءات"
                    | "مسح"
                    | "ارقام"
            );
            // «نفس التقرير» is the one last heard.
            let same = (np.a..np.b).any(|k| {
                matches!(
                    r.t.core(k),
                    "نفس" | "ذات" | "نفسه" | "نفسها" | "ذاته" | "ذاتها"
                )
            });
            if same && !self.by_head.contains_key(head) && !self.speakers.is_empty() {
                return self.speakers.last().copied();
            }
            if entry.kind == SourceKind::Organization && !found_out {
                return self
                    .speakers
                    .iter()
                    .rev()
                    .copied()
                    .take(3)
                    .find(|&k| matches!(self.all[k].kind, SourceKind::Organization))
                    // «البيان» that was called by its issuer before: بيان الإليزيه.
                    .or_else(|| {
                        let list = self.by_head.get(head)?;
                        let issued = |k: &usize| self.all[*k].kind == SourceKind::Organization;
                        list.iter().rev().copied().find(issued)
                    })
                    .or_else(|| self.speakers.last().copied());
            }
        }
        if let Some(list) = self.by_head.get(head) {
            let modifiers = kins();
            let fits = |k: usize| {
                modifiers
                    .iter()
                    .filter(|&&m| self.all[k].words.tells(m))
                    .count()
            };
            if modifiers.is_empty() {
                let last = list.last().copied();
                // «الصحيفة» of a paper that was only named, if it spoke after the last one called so.
                let named = self.speakers.last().copied().filter(|&k| {
                    let s = &self.all[k];
                    matches!(entry.kind, SourceKind::Outlet)
                        && s.of.is_none()
                        && s.kind == SourceKind::Organization
                        && last.is_none_or(|l| self.all[l].last.start < s.last.start)
                });
                return named.or(last);
            }
            if let Some((_, k)) = list
                .iter()
                .rev()
                .copied()
                .take(RECENT)
                .map(|k| (fits(k), k))
                .filter(|&(fit, _)| fit > 0 && 2 * fit >= modifiers.len())
                .max()
            {
                return Some(k);
            }
            // An adjective may be new: الصحيفة الأميركية of a newspaper whose country was not told.
            if matches!(entry.kind, SourceKind::Outlet) && modifiers.len() == 1 && r.w(np.b - 1).def
            {
                return list.last().copied();
            }
            return None;
        }
        let many = matches!(
            head,
            "صحف"
                | "وسايل"
                | "قنوات"
                | "وكالات"
                | "مواقع"
                | "صفحات"
                | "مجلات"
                | "شبكات"
        );
        if head == "مصدر" && again
            || !many && matches!(entry.kind, SourceKind::Outlet | SourceKind::Website) && alone()
        {
            return self
                .speakers
                .iter()
                .rev()
                .copied()
                .take(RECENT)
                .find(|&k| {
                    if head == "مصدر" && self.all[k].of == Some(Of::Undisclosed) {
                        true
                    } else if again {
                        matches!(self.all[k].kind, SourceKind::Outlet | SourceKind::Website)
                            // نقلت الوكالات عن الوزارة كذا؛ وذكر المصدر نفسه: whom they had it from.
                            || head == "مصدر"
                                && self.all[k].kind == SourceKind::Organization
                                && self.speakers.last() == Some(&k)
                    } else {
                        self.all[k].kind == entry.kind
                    }
                })
                .or_else(|| {
                    if again {
                        self.speakers.last().copied()
                    } else {
                        None
                    }
                });
        }
        // «المتحدث» of whoever spoke last, where nobody was called so.
        if head == "متحدث" && alone() {
            return self.speakers.iter().rev().copied().take(3).find(|&k| {
                let s = &self.all[k];
                matches!(s.of, Some(Of::Person))
                    && matches!(s.kind, SourceKind::Official | SourceKind::Spokesperson)
                    && s.gender.is_none_or(|g| g == entry.gender)
            });
        }
        // «المنظمة», «الشركة» of a body that was only named; «المدرب», «المسؤول» of a person named without that word.
        let generic = matches!(entry.of, Of::Body)
            && matches!(
                head,
                "منظمه"
                    | "شركه"
                    | "مجموعه"
                    | "حركه"
                    | "جماعه"
                    | "تنظيم"
                    | "حزب"
                    | "موسسه"
                    | "هييه"
                    | "نادي"
                    | "بنك"
                    | "فريق"
                    | "جمعيه"
            );
        let profession = entry.of == Of::Person
            && matches!(
                head,
                "مسوول"
                    | "مدرب"
                    | "لاعب"
                    | "نجم"
                    | "باحث"
                    | "خبير"
                    | "دبلوماسي"
                    | "محلل"
                    | "عالم"
                    | "فنان"
                    | "محامي"
                    | "طبيب"
                    | "سياسي"
                    | "قيادي"
                    | "ناشط"
            );
        if generic && alone() || profession && modifiers().count() <= 1 {
            return self.speakers.iter().rev().copied().take(6).find(|&k| {
                let s = &self.all[k];
                s.kind == entry.kind
                    && s.named
                    && if generic {
                        matches!(s.of, Some(Of::Name) | None)
                    } else {
                        matches!(s.of, Some(Of::Person) | None)
                            && s.gender.is_none_or(|g| g == entry.gender)
                    }
            });
        }
        None
    }

    /// A longer name, or a kind, learnt from a later mention.
    fn learn(&mut self, k: usize, r: &Reader, np: &Np, original: &dyn Fn(Span) -> String) {
        let (a, b) = np.name;
        // A longer name is the same one only if it ends as the one known does.
        let ends_alike = |name: &str| {
            let folded = fold(name);
            let last = folded.split_whitespace().next_back();
            last.is_some_and(|w| bare(w) == bare(r.t.core(b - 1)))
        };
        let name = &self.all[k].name;
        let better =
            b - a > 1 && b - a < 6 && name.split_whitespace().count() < b - a && ends_alike(name);
        if better && let Some(span) = r.t.span(a, b, true) {
            self.all[k].name = clean(original(span));
            self.all[k].named = true;
        }
        if let Some(h) = np.head.checked_sub(1) {
            if let Some(e) = r.pack.head(&r.w(h))
                && self.all[k].head.is_empty()
            {
                self.all[k].head = singular(bare(r.t.core(h))).to_owned();
                self.all[k].kind = e.kind;
                self.all[k].gender = Some(e.gender);
                self.all[k].of = Some(e.of);
            }
            let head = singular(bare(r.t.core(h)));
            // العقيد فلان, further down المتحدث فلان: the office tells more than the rank, or than nothing.
            if let Some(e) = r.pack.head(&r.w(h))
                && e.of == Of::Person
                && np.name != (0, 0)
                && matches!(e.kind, SourceKind::Official | SourceKind::Spokesperson)
                && self.all[k].of == Some(Of::Person)
                && self.all[k].kind == SourceKind::Commander
                && RANKS.contains(&self.all[k].head.as_str())
            {
                self.all[k].kind = e.kind;
            }
            if np.name != (0, 0) {
                self.under_head(head, k);
            }
        }
        for i in np.a..np.b {
            if r.mark(i) == Mark::Word {
                let w = bare(r.t.core(i));
                let words = &mut self.all[k].words;
                if words.len() < 16 && !words.words().any(|known| known == w) {
                    words.push(w);
                }
            }
        }
    }

    /// Keeps somebody under a word of their name that nobody before has.
    pub(super) fn under_word(&mut self, word: &str, who: usize) {
        if !self.by_word.contains_key(word) {
            self.by_word.insert(word.into(), who);
        }
    }

    /// Keeps somebody as the last met under a head noun.
    pub(super) fn under_head(&mut self, head: &str, who: usize) {
        match self.by_head.get_mut(head) {
            Some(list) => {
                // Nobody looks further back.
                if list.len() >= 8 * RECENT {
                    list.drain(..7 * RECENT);
                }
                list.push(who);
            }
            None => {
                // Few texts have so few that a table would not grow several times.
                if self.by_head.is_empty() {
                    self.by_head.reserve(ROOM);
                    self.by_word.reserve(ROOM);
                }
                self.by_head.insert(head.into(), vec![who]);
            }
        }
    }

    /// Whether a word is part of the name of somebody met before.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.by_word.contains_key(bare(word))
    }
}
