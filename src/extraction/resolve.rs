//! Who is meant: sources met so far, and the antecedents of surnames, descriptions and continued speech.
//!
//! A text's persons and bodies are kept in the order they are met, each under the words of its name and under its head
//! noun. A surname goes to the last one with that word, «المصدر» and «الوزارة» to the last one with that head, a verb
//! without a subject to the last source that it agrees with.
//!
//! Longer than most files here, for meeting, knowing again and learning more of one person share all their state.

use super::describe::{bare, clean, described, same_word, singular, unheaded};
use super::inflect::Agreement;
use super::lexicon::{Table, agrees};
use super::output::SourceKind;
use super::pack::{Class, Gender, Of};
use super::phrase::{Np, Reader};
use super::token::Mark;
use crate::text::fold::Span;

/// Somebody met in the text.
#[derive(Debug, Clone)]
pub(crate) struct Somebody {
    /// As a reader would name them, in the words of the text.
    pub(crate) name: String,
    pub(crate) kind: SourceKind,
    pub(crate) named: bool,
    /// The head noun, folded, without article.
    head: String,
    of: Option<Of>,
    gender: Option<Gender>,
    /// Folded words of the whole description.
    words: Vec<String>,
    /// The last place they are mentioned.
    pub(crate) last: Span,
}

/// How far back an antecedent is looked for, in mentions: work stays linear, and readers do not look further either.
const RECENT: usize = 10;

/// Everybody met so far.
#[derive(Default)]
pub(crate) struct Cast {
    pub(crate) all: Vec<Somebody>,
    by_word: Table<usize>,
    by_head: Table<Vec<usize>>,
    /// Sources of statements, in order.
    pub(crate) speakers: Vec<usize>,
}

impl Cast {
    /// The one a phrase means: met before, or new.
    pub(crate) fn resolve(
        &mut self,
        r: &Reader,
        np: &Np,
        original: &dyn Fn(Span) -> String,
        speaking: bool,
    ) -> Option<usize> {
        let span = r.t.span(np.a, np.b, true)?;
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

    fn known(&self, r: &Reader, np: &Np) -> Option<usize> {
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
                if let Some(&who) = self.by_word.get(bare(r.t.core(k))) {
                    return Some(who);
                }
                if !single {
                    break;
                }
            }
            return None;
        }
        let entry = match entry {
            Some(e) => e,
            None => {
                // A def word that is a surname met before: الشاهد، العلي.
                let words = np.b - np.a;
                if words <= 3 {
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
            && r.w(head_at + 1).def
            && r.w(head_at + 1).prep.is_none();
        let def = r.w(head_at).def || again || construct;
        let head = singular(bare(r.t.core(head_at)));
        let modifiers: Vec<&str> = (np.a..np.b)
            .filter(|&k| {
                k != head_at
                    && r.mark(k) == Mark::Word
                    && !r.is(k, Class::Determiner)
                    && !matches!(r.t.core(k), "نفسه" | "نفسها" | "ذاته" | "ذاتها" | "فسها")
            })
            .map(|k| bare(r.t.core(k)))
            .filter(|m| *m != "اسم")
            .collect();
        if !def {
            // The same description again is the same body; of persons and sources only if it says enough.
            if matches!(entry.of, Of::Body) && modifiers.is_empty() && !r.w(head_at).def {
                return None;
            }
            let list = self.by_head.get(head)?;
            return list.iter().rev().copied().take(RECENT).find(|&k| {
                modifiers.len() >= if matches!(entry.of, Of::Body) { 1 } else { 2 }
                    && modifiers
                        .iter()
                        .all(|m| self.all[k].words.iter().any(|w| same_word(w, m)))
            });
        }
        if entry.of == Of::Text && modifiers.is_empty() {
            // «البيان» speaks for the body that was last heard.
            if entry.kind == SourceKind::Organization {
                return self
                    .speakers
                    .iter()
                    .rev()
                    .copied()
                    .take(RECENT)
                    .find(|&k| matches!(self.all[k].kind, SourceKind::Organization))
                    .or_else(|| self.speakers.last().copied());
            }
        }
        if let Some(list) = self.by_head.get(head) {
            let fits = |k: usize| {
                modifiers
                    .iter()
                    .filter(|m| self.all[k].words.iter().any(|w| same_word(w, m)))
                    .count()
            };
            if modifiers.is_empty() {
                return list.last().copied();
            }
            if let Some(k) = list
                .iter()
                .rev()
                .copied()
                .take(RECENT)
                .filter(|&k| fits(k) > 0 && 2 * fits(k) >= modifiers.len())
                .max_by_key(|&k| (fits(k), k))
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
        if head == "مصدر" && again
            || matches!(entry.kind, SourceKind::Outlet | SourceKind::Website)
                && modifiers.is_empty()
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
        if generic && modifiers.is_empty() || profession && modifiers.len() <= 1 {
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
        let known = crate::text::fold::fold(&self.all[k].name);
        let ends = b > a
            && known
                .split_whitespace()
                .last()
                .is_some_and(|w| bare(w) == bare(r.t.core(b - 1)));
        let better =
            b - a > 1 && ends && b - a < 6 && self.all[k].name.split_whitespace().count() < b - a;
        if better && let Some(span) = r.t.span(a, b, true) {
            self.all[k].name = clean(&original(span));
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
            if np.name != (0, 0) {
                self.by_head.entry(head.into()).or_default().push(k);
            }
        }
        for i in np.a..np.b {
            if r.mark(i) == Mark::Word {
                let w = bare(r.t.core(i)).to_owned();
                if self.all[k].words.len() < 16 && !self.all[k].words.contains(&w) {
                    self.all[k].words.push(w);
                }
            }
        }
    }

    fn meet(
        &mut self,
        r: &Reader,
        np: &Np,
        span: Span,
        original: &dyn Fn(Span) -> String,
    ) -> usize {
        let head_at = np.head.checked_sub(1);
        let entry = head_at.and_then(|h| r.pack.head(&r.w(h)));
        let has_name = np.name != (0, 0);
        let mut name_span = if has_name {
            r.t.span(np.name.0, np.name.1, true).unwrap_or(span)
        } else {
            span
        };
        let words: Vec<String> = (np.a..np.b)
            .filter(|&k| r.mark(k) == Mark::Word)
            .map(|k| bare(r.t.core(k)).to_owned())
            .collect();
        let local = (np.a..np.b).any(|k| r.is(k, Class::Local));
        let media = (np.a..np.b).any(|k| r.is(k, Class::Media));
        let paper = (np.a..np.b).any(|k| {
            r.pack
                .head(&r.w(k))
                .is_some_and(|h| h.of == Of::Name && h.kind == SourceKind::Outlet)
        });
        let group = head_at
            .is_some_and(|h| matches!(bare(r.t.core(h)), "فريق" | "مجموعه" | "عدد" | "طاقم"));
        let people = if group {
            (np.a..np.b)
                .filter_map(|k| r.pack.head(&r.w(k)))
                .find(|h| h.of == Of::People)
                .map(|h| h.kind)
        } else {
            None
        };
        let research = group
            && words
                .iter()
                .any(|w| w.starts_with("باحث") || w.starts_with("بحث") || w.starts_with("علماء"));
        let police =
            head_at.is_some_and(|h| bare(r.t.core(h)) == "قايد" && bare(r.t.core(h + 1)) == "شرطه");
        let not_outlet = (np.a..np.b).any(|k| r.is(k, Class::NotOutlet));
        // مصادر … وأخرى: others of the same sort.
        if np.b - np.a == 1
            && r.is(np.a, Class::Other)
            && let Some(last) = self.speakers.last().and_then(|&k| self.all.get(k)).cloned()
        {
            let name = format!("{} {}", last.name, clean(&original(span)));
            self.all.push(Somebody {
                name,
                last: span,
                ..last
            });
            return self.all.len() - 1;
        }
        let mut kind = entry.map_or_else(
            || described(r, np).unwrap_or_else(|| unheaded(r, np)),
            |e| e.kind,
        );
        let of = entry.map(|e| e.of);
        let any = |list: &[&str]| words.iter().any(|w| list.contains(&w.as_str()));
        let armed = any(&[
            "لواء",
            "كتيبه",
            "كتايب",
            "فصيل",
            "فصايل",
            "جيش",
            "تنظيم",
            "حركه",
            "جبهه",
            "فيلق",
            "قوات",
            "ميداني",
            "عسكري",
            "اكناف",
        ]);
        let head_word = head_at.map_or("", |h| bare(r.t.core(h)));
        let team = head_word == "قايد" && any(&["منتخب", "فريق", "نادي"]);
        let inside = of == Some(Of::Undisclosed)
            && (np.a..np.b).any(|k| {
                matches!(r.t.text(k), "من" | "في")
                    && matches!(
                        bare(r.t.core(k + 1)),
                        "داخل"
                            | "مخيم"
                            | "مدينه"
                            | "بلده"
                            | "حي"
                            | "قريه"
                            | "منطقه"
                            | "احياء"
                    )
            });
        match of {
            _ if head_word == "قيادي" && armed => kind = SourceKind::Commander,
            _ if team => kind = SourceKind::Witness,
            _ if inside => kind = SourceKind::LocalSources,
            _ if people.is_some() => kind = people.unwrap_or(kind),
            _ if research => kind = SourceKind::Experts,
            _ if police => kind = SourceKind::Official,
            Some(Of::Name) | None if paper => kind = SourceKind::Outlet,
            Some(Of::People) if words.iter().any(|w| w == "حدود") => {
                kind = SourceKind::Organization
            }
            Some(Of::Undisclosed) if media => kind = SourceKind::Outlet,
            Some(Of::Undisclosed) if local => kind = SourceKind::LocalSources,
            Some(Of::Undisclosed) if words.len() == 1 && words[0] == "شخص" => {
                kind = SourceKind::Witness
            }
            Some(Of::Body) if kind == SourceKind::Outlet && not_outlet => {
                kind = SourceKind::Organization
            }
            Some(Of::Text) if kind == SourceKind::Unattributed && media => {
                kind = SourceKind::Outlet
            }
            Some(Of::Text) if kind == SourceKind::Organization => {
                // A statement or an estimate counts as of its body.
                if let Some(h) = head_at
                    && let Some(owner) = (h + 1..np.b).find(|&k| {
                        r.pack
                            .head(&r.w(k))
                            .is_some_and(|e| e.of != Of::Person || r.w(k).def)
                    })
                    && let Some(e) = r.pack.head(&r.w(owner))
                {
                    kind = e.kind;
                    if let Some(s) = r.t.span(owner, np.b, true) {
                        name_span = s;
                    }
                }
            }
            _ => {}
        }
        let agents = head_at
            .is_some_and(|h| bare(r.t.core(h)) == "وكيل" && !r.t.core(h + 1).starts_with("اعمال"));
        // كاتب الدولة is a post.
        let state = head_at.is_some_and(|h| {
            r.t.core(h).starts_with("كاتب") && matches!(r.t.core(h + 1), "دوله" | "عام")
        });
        if agents || state {
            kind = SourceKind::Official;
        }
        // ممثل: an actor, or who represents somebody.
        if head_at.is_some_and(|h| {
            bare(r.t.core(h)) == "ممثل"
                && (r.w(h + 1).known.head != 0
                    || ["الدايم", "الخاص", "الاعلي", "السامي"].contains(&r.t.core(h + 1))
                    || ["دايم", "خاص", "اعلي", "سامي"].contains(&r.t.core(h + 1)))
        }) {
            kind = SourceKind::Official;
        }
        let head_def = head_at.is_none_or(|h| r.w(h).def || r.w(h + 1).def || r.w(h).pronoun > 0);
        let named = match of {
            Some(Of::Person) => has_name,
            Some(Of::Body) => {
                head_def
                    || (np.a..np.b).any(|k| {
                        matches!(r.mark(k), Mark::Open)
                            || r.name_like(k)
                            || r.w(k).known.head != 0
                                && r.pack.head(&r.w(k)).is_some_and(|h| h.of == Of::Name)
                    })
            }
            Some(Of::Name) | None => true,
            Some(Of::Text) => kind != SourceKind::Unattributed && kind != SourceKind::Experts,
            _ => false,
        };
        let gender = entry.map(|e| e.gender);
        let head = head_at.map_or(String::new(), |h| singular(bare(r.t.core(h))).to_owned());
        let index = self.all.len();
        if has_name {
            for k in np.name.0..np.name.1 {
                if r.mark(k) == Mark::Word
                    && r.t.core(k).chars().count() > 2
                    && (!r.is(k, Class::GivenName) || k + 1 == np.name.1)
                {
                    self.by_word.insert(bare(r.t.core(k)).into(), index);
                }
            }
        } else if matches!(of, Some(Of::Body)) {
            // The name of a body: what is quoted, or unknown words after the head.
            let mut quoted = false;
            for k in head_at.map_or(np.a, |h| h + 1)..np.b {
                quoted |= r.mark(k) == Mark::Open;
                let inside = quoted && r.tok(k).is_some_and(|t| t.quote != 0);
                if r.mark(k) == Mark::Word
                    && (inside || r.name_like(k))
                    && r.t.core(k).chars().count() > 1
                {
                    self.by_word
                        .entry(bare(r.t.core(k)).into())
                        .or_insert(index);
                }
            }
        } else if of == Some(Of::Name) || of.is_none() {
            for k in np.a..np.b {
                let w = bare(r.t.core(k));
                // The name of a country within another's description is not that other's.
                let own = r.mark(k) == Mark::Word && (head_at == Some(k) || r.w(k).known.head == 0);
                if own && w.chars().count() > 2 {
                    self.by_word.entry(w.into()).or_insert(index);
                }
            }
        }
        if !head.is_empty() {
            self.by_head
                .entry(head.as_str().into())
                .or_default()
                .push(index);
        }
        let mut name = clean(&original(name_span));
        // للحكومة: the article has merged with the preposition.
        let first = if has_name { np.name.0 } else { np.a };
        if name_span == span && r.w(first).article == 1 && name.starts_with('ل') {
            name = format!("ال{}", &name['ل'.len_utf8()..]);
        }
        self.all.push(Somebody {
            name,
            kind,
            named,
            head,
            of,
            gender,
            words,
            last: span,
        });
        index
    }

    /// Whether a word is part of the name of somebody met before.
    pub(crate) fn knows(&self, word: &str) -> bool {
        self.by_word.contains_key(bare(word))
    }

    /// The last speaker that agrees and is not the one who passes the words on.
    pub(crate) fn other_than(&self, relay: Option<usize>, agreement: Agreement) -> Option<usize> {
        let others = || {
            self.speakers
                .iter()
                .rev()
                .copied()
                .filter(|&k| Some(k) != relay)
                .take(8)
        };
        others()
            .find(|&k| {
                self.all[k].gender.is_none_or(|g| agrees(g, agreement))
                    && !matches!(self.all[k].kind, SourceKind::Outlet)
            })
            .or_else(|| others().next())
    }

    /// Who is meant where nobody is written: of those given, then of earlier speakers, the last that agrees.
    pub(crate) fn implied(
        &self,
        agreement: Agreement,
        nearest: &[usize],
        named: &[usize],
        conj: bool,
        participle: bool,
    ) -> Option<usize> {
        let fits = |&k: &usize| {
            let s = &self.all[k];
            match s.gender {
                Some(_) if s.of == Some(Of::Name) && agreement != Agreement::They => true,
                Some(g) => agrees(g, agreement),
                // A bare name: he or she, not they.
                None => agreement != Agreement::They,
            }
        };
        nearest
            .iter()
            .rev()
            .find(|k| fits(k))
            // A participle goes on with who speaks in its sentence, even if the noun they were called by does not agree.
            .or_else(|| if participle { nearest.last() } else { None })
            .or_else(|| {
                if conj {
                    None
                } else {
                    named.iter().rev().find(|k| fits(k))
                }
            })
            .or_else(|| self.speakers.iter().rev().take(6).find(|k| fits(k)))
            .or_else(|| nearest.last())
            .or_else(|| self.speakers.last())
            .copied()
    }
}
