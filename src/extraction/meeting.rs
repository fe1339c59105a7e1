//! Somebody new: what kind of source they are, whether they are named, and the words under which they are found again.

use super::describe::{Description, bare, clean, described, nominative, singular, unheaded};
use super::lexicon::longer;
use super::output::SourceKind;
use super::pack::{Class, Of};
use super::phrase::{Np, Reader};
use super::resolve::{Cast, Somebody};
use super::token::Mark;
use crate::text::fold::Span;

/// Whether the rank at `head` is no rank: «لواء الشفق» is the Dusk Brigade, for a rank takes a name, an article, or a word for
/// where its holder serves.
fn brigade(r: &Reader, head: usize, end: usize) -> bool {
    const SERVES: [&str; 7] = ["احتياط", "شرطه", "جيش", "امن", "اركان", "دفاع", "مخابرات"];
    let next = head + 1;
    r.t.core(head) == "لواء"
        && !r.w(head).def
        && next < end
        && r.mark(next) == Mark::Word
        && r.w(next).def
        && r.w(next).prep.is_none()
        && !r.w(next).conj
        && !SERVES.contains(&bare(r.t.core(next)))
}

impl Cast {
    /// Adds somebody.
    pub(super) fn meet(
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
        let words = Description::of(
            (np.a..np.b)
                .filter(|&k| r.mark(k) == Mark::Word)
                .map(|k| bare(r.t.core(k))),
        );
        // What is asked of few is worked out only where it is.
        let local = || (np.a..np.b).any(|k| r.is(k, Class::Local));
        let media = || (np.a..np.b).any(|k| r.is(k, Class::Media));
        let paper = || {
            (np.a..np.b).any(|k| {
                r.pack
                    .head(&r.w(k))
                    .is_some_and(|h| h.of == Of::Name && h.kind == SourceKind::Outlet)
            })
        };
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
                .words()
                .any(|w| w.starts_with("باحث") || w.starts_with("بحث") || w.starts_with("علماء"));
        let police =
            head_at.is_some_and(|h| bare(r.t.core(h)) == "قايد" && bare(r.t.core(h + 1)) == "شرطه");
        let not_outlet = || (np.a..np.b).any(|k| r.is(k, Class::NotOutlet));
        // مصادر … وأخرى: others of the same sort.
        if np.b - np.a == 1
            && r.is(np.a, Class::Other)
            && let Some(last) = self.speakers.last().and_then(|&k| self.all.get(k)).cloned()
        {
            // Another than somebody with a name bears none.
            let named = last.named && last.of == Some(Of::Person);
            let other = clean(original(span));
            let name = if named {
                other
            } else {
                format!("{} {other}", last.name)
            };
            self.all.push(Somebody {
                name,
                named: last.named && !named,
                last: span,
                ..last
            });
            return self.all.len() - 1;
        }
        let mut kind = entry.map_or_else(
            || described(r, np).unwrap_or_else(|| unheaded(r, np)),
            |e| e.kind,
        );
        let named_brigade = head_at.is_some_and(|h| !has_name && brigade(r, h, np.b));
        let of = if named_brigade {
            kind = SourceKind::Organization;
            Some(Of::Body)
        } else {
            entry.map(|e| e.of)
        };
        let any = |list: &[&str]| words.words().any(|w| list.contains(&w));
        let armed = || {
            any(&[
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
            ])
        };
        let head_word = head_at.map_or("", |h| bare(r.t.core(h)));
        // تشير تقديرات إلى كذا: nobody's.
        if head_word == "تقديرات" && np.b - np.a == 1 && head_at.is_some_and(|h| !r.w(h).def)
        {
            kind = SourceKind::Unattributed;
        }
        let team = head_word == "قايد" && any(&["منتخب", "فريق", "نادي"]);
        let inside = of == Some(Of::Undisclosed)
            && (np.a..np.b).any(|k| {
                // مصادر طبية في المدينة: what they do tells more than where.
                k == np.head
                    && matches!(r.t.text(k), "من" | "في")
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
            _ if head_word == "قيادي" && armed() => kind = SourceKind::Commander,
            // فلان، القيادي في (جيش كذا)
            _ if kind == SourceKind::Official && any(&["قيادي"]) && armed() => {
                kind = SourceKind::Commander;
            }
            // مركز كذا الإعلامي, مدير شبكة كذا الإعلامية
            Some(Of::Body)
                if kind == SourceKind::Organization
                    && matches!(head_word, "مركز" | "شبكه" | "تجمع" | "موسسه")
                    && any(&["اعلامي", "اعلاميه", "صحفي", "صحفيه"]) =>
            {
                kind = SourceKind::Outlet;
            }
            // هيئة الإذاعة البريطانية
            Some(Of::Body)
                if kind == SourceKind::Organization
                    && matches!(head_word, "هييه" | "موسسه" | "اتحاد" | "شركه")
                    && any(&["اذاعه", "تلفزيون", "بث"]) =>
            {
                kind = SourceKind::Outlet;
            }
            _ if kind == SourceKind::Official
                && any(&["مدير", "مديره"])
                && any(&["فريق", "شبكه", "وكاله", "مركز"])
                && any(&["اعلامي", "اعلاميه"]) =>
            {
                kind = SourceKind::Journalist;
            }
            // موظفون تحدثوا بشرط عدم نشر أسمائهم: several whose names are withheld.
            Some(Of::Person | Of::People) | None
                if matches!(kind, SourceKind::Official | SourceKind::Witness)
                    && !r.w(head_at.unwrap_or(np.a)).def
                    && ["ون", "ين"]
                        .iter()
                        .any(|s| r.t.text(head_at.unwrap_or(np.a)).ends_with(s))
                    && (r.anonymity(np.b) || (np.a..np.b).any(|k| r.anonymity(k))) =>
            {
                kind = SourceKind::AnonymousSource;
            }
            _ if head_word == "قاده" && !armed() => kind = SourceKind::Official,
            _ if team => kind = SourceKind::Witness,
            // أعلن الفريق: a team, unless somebody's name follows the rank.
            Some(Of::Person) if head_word == "فريق" && !has_name => {
                kind = SourceKind::Organization;
            }
            // مدير مؤسسة كذا البحثية، رئيس مركز كذا للدراسات
            Some(Of::Person)
                if kind == SourceKind::Official
                    && words.words().any(|w| {
                        w.starts_with("بحثي")
                            || matches!(w, "للدراسات" | "دراسات" | "للابحاث" | "ابحاث" | "للبحوث")
                    }) =>
            {
                kind = SourceKind::Experts;
            }
            // رئيس الأركان، اللواء فلان
            Some(Of::Person) if head_word == "رييس" && any(&["اركان"]) => {
                kind = SourceKind::Commander;
            }
            // مدافع: who defends a cause, or who plays behind.
            _ if head_word == "مدافع" => {
                kind = if words.words().any(|w| w == "عن" || w == "حقوق") {
                    SourceKind::Activist
                } else {
                    SourceKind::Witness
                };
            }
            _ if inside => kind = SourceKind::LocalSources,
            _ if people.is_some() => kind = people.unwrap_or(kind),
            _ if research => kind = SourceKind::Experts,
            _ if police => kind = SourceKind::Official,
            Some(Of::Name) | None if paper() => kind = SourceKind::Outlet,
            Some(Of::People) if words.words().any(|w| w == "حدود") => {
                kind = SourceKind::Organization
            }
            Some(Of::Undisclosed) if media() => kind = SourceKind::Outlet,
            Some(Of::Undisclosed) if local() => kind = SourceKind::LocalSources,
            Some(Of::Undisclosed) if words.words().eq(["شخص"]) => kind = SourceKind::Witness,
            Some(Of::Body) if kind == SourceKind::Outlet && not_outlet() => {
                kind = SourceKind::Organization
            }
            Some(Of::Text) if kind == SourceKind::Unattributed && media() => {
                kind = SourceKind::Outlet
            }
            // روايات شهود: theirs.
            Some(Of::Text)
                if kind == SourceKind::Unattributed
                    && let Some(own) = head_at.map(|h| h + 1).filter(|&k| k < np.b)
                    && let Some(e) = r.pack.head(&r.w(own)).filter(|e| e.of == Of::People) =>
            {
                kind = e.kind;
                if let Some(s) = r.t.span(own, np.b, true) {
                    name_span = s;
                }
            }
            // بيان أصدره الديوان، مرسوم صادر عن الرئيس: whoever issued it.
            Some(Of::Text)
                if kind == SourceKind::Organization
                    && issuer(r, np).is_some_and(|owner| {
                        let head = owner.head.checked_sub(1).and_then(|h| r.pack.head(&r.w(h)));
                        if let Some(h) = head {
                            kind = h.kind;
                        }
                        let words = if owner.name == (0, 0) {
                            (owner.a, owner.b)
                        } else {
                            owner.name
                        };
                        let span = r.t.span(words.0, words.1, true).filter(|_| head.is_some());
                        if let Some(s) = span {
                            name_span = s;
                        }
                        span.is_some()
                    }) => {}
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
        // العقيد فلان، المتحدث باسم كذا: the office tells more than the rank.
        if kind == SourceKind::Commander
            && head_word != "قايد"
            && let Some(office) = (np.name.1.max(np.a)..np.b).find_map(|k| {
                r.pack.head(&r.w(k)).filter(|h| {
                    h.of == Of::Person
                        && matches!(h.kind, SourceKind::Official | SourceKind::Spokesperson)
                })
            })
            && has_name
        {
            kind = office.kind;
        }
        // رائد (27 عاما): a given name spelled like a rank.
        let aged = of == Some(Of::Person)
            && head_at.is_some_and(|h| {
                !r.w(h).def
                    && r.mark(h + 1) == Mark::BracketOpen
                    && r.mark(h + 2) == Mark::Number
                    && matches!(r.t.core(h + 3), "عام" | "عاما" | "سنه")
            });
        if aged {
            kind = SourceKind::Witness;
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
            Some(Of::Person | Of::People) if has_name => true,
            Some(Of::Person) => aged,
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
        // أحد السكان قال
        let gender = match r.t.core(np.a) {
            "احد" | "احدهم" => Some(super::pack::Gender::He),
            "احدي" => Some(super::pack::Gender::She),
            // وزيرة, the woman, is folded to وزيره, his minister: the letter itself tells.
            _ if of == Some(Of::Person)
                && head_at
                    .and_then(|h| r.t.span(h, h + 1, false))
                    .is_some_and(|s| original(s).ends_with('ة')) =>
            {
                Some(super::pack::Gender::She)
            }
            _ => entry.map(|e| e.gender),
        };
        let head = head_at.map_or(String::new(), |h| singular(bare(r.t.core(h))).to_owned());
        let index = self.all.len();
        // الولايات المتحدة وفرنسا: two together, neither of whom is meant by the name of one.
        let pair = has_name
            && head_at.is_none()
            && (np.name.0 + 1..np.name.1).any(|k| {
                r.w(k).conj
                    || r.t
                        .text(k)
                        .strip_prefix('و')
                        .is_some_and(|rest| longer(rest, 2) && self.knows(rest))
            });
        // روحاني وبوتين: two surnames that nobody introduces are two whom everybody knows.
        if pair && kind == SourceKind::Witness && np.b - np.a == 2 {
            kind = SourceKind::Official;
        }
        // خطيبة فلان وصديق آخر له
        let another = !has_name
            && of == Some(Of::Person)
            && (np.a + 1..np.b).any(|k| {
                r.w(k).conj
                    && r.is(k + 1, Class::Other)
                    && r.pack.head(&r.w(k)).is_some_and(|h| h.of == Of::Person)
            });
        let joint = pair
            || another
            || !has_name
                && matches!(of, Some(Of::Body | Of::Name))
                && head_at.is_some_and(|h| {
                    (r.w(h).def || of == Some(Of::Name))
                        && (h + 1..np.b).any(|k| {
                            r.w(k).conj
                                && r.mark(k) == Mark::Word
                                && r.pack.head(&r.w(k)).is_some_and(|e| e.of != Of::Text)
                        })
                });
        if joint {
            // They are found again by nothing but their own words.
        } else if has_name {
            for k in np.name.0..np.name.1 {
                if r.mark(k) == Mark::Word
                    && longer(r.t.core(k), 2)
                    && (!r.is(k, Class::GivenName) || k + 1 == np.name.1)
                {
                    match self.by_word.get_mut(bare(r.t.core(k))) {
                        Some(who) => *who = index,
                        None => {
                            self.by_word.insert(bare(r.t.core(k)).into(), index);
                        }
                    }
                }
            }
        } else if matches!(of, Some(Of::Body)) {
            // The name of a body: what is quoted, or unknown words after the head.
            let mut quoted = false;
            for k in head_at.map_or(np.a, |h| h + 1)..np.b {
                quoted |= r.mark(k) == Mark::Open;
                let inside = quoted && r.tok(k).is_some_and(|t| t.quote != 0);
                if r.mark(k) == Mark::Word && (inside || r.name_like(k)) && longer(r.t.core(k), 1) {
                    self.under_word(bare(r.t.core(k)), index);
                }
            }
        } else if of == Some(Of::Name)
            || of.is_none() && !(r.is(np.a, Class::Deed) && np.b - np.a > 1)
        {
            for k in np.a..np.b {
                let w = bare(r.t.core(k));
                // The name of a country within another's description is not that other's.
                let own = r.mark(k) == Mark::Word && (head_at == Some(k) || r.w(k).known.head == 0);
                if own && longer(w, 2) {
                    self.under_word(w, index);
                }
            }
        }
        if !head.is_empty() && !joint {
            self.under_head(&head, index);
        }
        let mut name = clean(original(name_span));
        // للحكومة: the article has merged with the preposition.
        let merged = (np.a..np.b).any(|k| r.w(k).article == 1 && r.w(k).prep == Some('ل'));
        if merged && let Some(rest) = name.strip_prefix("لل").or(name.strip_prefix("ولل")) {
            name = format!("ال{rest}");
        }
        if !has_name
            && matches!(of, Some(Of::Person | Of::Undisclosed))
            && head_at == Some(np.a)
            && !r.w(np.a).def
            && r.w(np.a).pronoun == 0
            && !r.t.text(np.a).ends_with("نا")
            && !r.t.text(np.a).ends_with("ها")
        {
            name = nominative(&name);
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
}

/// Who issued a text, where that follows: بيان أصدره فلان، مرسوم صادر عن فلان.
fn issuer(r: &Reader, np: &Np) -> Option<Np> {
    let how = super::phrase::Reading {
        plain: true,
        ..Default::default()
    };
    // بيان للتحالف نشرته الوكالة: whose it is stands before who published it.
    let owned = (np.a + 1..np.b).any(|k| {
        r.w(k).prep == Some('ل')
            && r.pack
                .head(&r.w(k))
                .is_some_and(|h| matches!(h.of, Of::Body | Of::Person | Of::Name))
    });
    let at = (np.a + 1..np.b + 2)
        .filter(|&k| !owned || !r.t.text(k).starts_with("نشر"))
        .find(|&k| {
            matches!(
                r.t.text(k),
                "اصدره"
                    | "اصدرته"
                    | "اصدرها"
                    | "اصدرتها"
                    | "نشره"
                    | "نشرته"
                    | "صادر"
                    | "صادره"
                    | "صدر"
                    | "صدرت"
            )
        })?;
    let from = if matches!(r.t.text(at), "صادر" | "صادره" | "صدر" | "صدرت") {
        matches!(r.t.text(at + 1), "عن" | "من").then_some(at + 2)?
    } else {
        at + 1
    };
    r.noun_phrase(from, from + 12, how)
}
