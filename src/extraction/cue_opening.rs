//! The walk from a verb to what opens its content; and what that took for the opening or the subject, and is not: a that-word further
//! on opens, an object was taken for who speaks.

use std::ops::ControlFlow::{self, Break, Continue};

use super::cue::{Found, Opened, Scan, Step, VerbHere};
use super::inflect::Tense;
use super::lexicon::opens;
use super::output::Act;
use super::pack::{Class, Of, Opens, Sort};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

impl Reader<'_> {
    /// Walks from the verb to what opens its content, by the words behind it or by fixed ones (ألقى باللوم على, قدر عدد). Whether
    /// it was by fixed words stands beside it.
    pub(super) fn walked(&self, here: &VerbHere) -> ControlFlow<Found, (Scan, bool)> {
        let &VerbHere {
            i,
            a,
            b,
            verb,
            w,
            form,
            quoted,
            ..
        } = here;
        // وجه فلان أصابع الاتهام إلى …
        let after = verb.opens.iter().find_map(|o| match o {
            Opens::After(list) => Some(list),
            _ => None,
        });
        // قدرت اللجنة عدد كذا بكذا، تبنت الجماعة الهجوم
        let named = verb.opens.iter().find_map(|o| match o {
            Opens::At(list)
                    // منفعة يراها الناس في كذا: she is seen there.
                    if verb.root != "راي"
                        || w.pronoun == 0
                            && (form.tense == Tense::Present || self.sees_meaning(i, b)) =>
                {
                self.at_phrase(i, b, list).filter(|&(np, at)| {
                    // يرى فيه خطرا: an indefinite noun must follow what is seen so.
                    verb.root != "راي"
                        || (np.is_some() || self.clause_of(i, a).0.is_some())
                            && (at + 1..b.min(at + 5)).any(|k| {
                                self.mark(k) == Mark::Word
                                    && !self.w(k).def
                                    && (self.t.text(k).ends_with('ا')
                                        || k == at + 1
                                            && matches!(self.t.text(at), "فيه" | "فيها"))
                            })
                })
            }
            Opens::Any => self.led_object(i, a, b).or_else(|| self.any_object(i, b)),
            _ => None,
        });
        // تقدر خسائر كذا بكذا: estimated by nobody written.
        if verb.root == "قدر"
            && matches!(named, Some((None, at)) if at == i + 1
                && w.pronoun == 0
                && form.tense == Tense::Present
                && self.t.core(i).starts_with('ت')
                && (self.t.core(at).starts_with("خساير")
                    || self.t.core(at).ends_with('ه')
                    || self.t.core(at).ends_with("ات")
                    || self.t.core(at).starts_with("اضرار")))
            && (!w.conj
                // وتقدر الخسائر بكذا، حسب البنك: another is named for it.
                || (i + 2..b.min(i + 40)).any(|k| self.mark(k - 1) == Mark::Comma && self.w(k).according))
        {
            return Break(None);
        }
        let only_named = !opens(verb, |o| !matches!(o, Opens::At(_) | Opens::Any));
        if only_named && (named.is_none() || quoted) {
            return Break(None);
        }
        // تداول خبر على مواقع كذا: where it went round, not what it says.
        let blamed = after
            .and_then(|list| self.after_phrase(i, b, list))
            .filter(|&(_, from)| verb.sort != Sort::Rumour || !self.is(from, Class::Preposition));
        // رد بالتأكيد أن كذا: a verb that takes a quotation has other ways to go on.
        if after.is_some()
            && verb.sort != Sort::Rumour
            && !opens(verb, |o| *o == Opens::Quote)
            && (blamed.is_none() || quoted || i > a && self.is(i - 1, Class::Relative))
        {
            return Break(None);
        }
        if verb.sort == Sort::Within {
            // ورد عليه الوزير بالقول: spelled alike, and he replied.
            // التي ورد ذكرها: behind a relative pronoun no conjunction stands.
            let relative = i > a && self.is(i - 1, Class::Relative);
            let replies = match self.t.text(i) {
                "ورد" => !relative && !self.t.text(i + 1).starts_with("في"),
                // وردت الوزيرة بأن كذا; وردت أنباء arrived.
                // وردت الشركة بالإعلان عن كذا
                "وردت" => self.pack.head(&self.w(i + 1)).is_some_and(|h| {
                    h.of == super::pack::Of::Person
                        || h.of == super::pack::Of::Body && self.in_answer(i, b)
                }),
                _ => false,
            };
            let replied = replies
                .then(|| {
                    self.pack
                        .verbs
                        .iter()
                        .find(|v| v.root == "ردد" && v.measure == 1)
                })
                .flatten();
            return Break(match replied {
                Some(other) => self.verb_cue(i, a, b, other),
                None => self.within_cue(i, a, b, verb),
            });
        }
        let led = i > a
            && (self.is(i - 1, Class::Adverb)
                || self.w(i - 1).known.head == 0
                    && (i.saturating_sub(4).max(a)..i)
                        .any(|k| k + self.phrase(k, Class::Adverb) == i));
        let made_clear = self.made_clear(i, a) || self.voices(i);
        // كما عبر فلان عن كذا، عندما عبر عن كذا
        let likewise = i > a
            && (self.is(i - 1, Class::SoftBreak) || self.t.text(i - 1) == "حيث")
            && (i + 1..i + 8)
                .take_while(|&k| self.mark(k) == Mark::Word)
                .any(|k| self.t.text(k) == "عن");
        if w.is(Class::Preposition) && !(i <= a + 1 || w.conj || led || made_clear || likewise) {
            return Break(None);
        }
        let mut scan = match (named, blamed) {
            (Some((subject, from)), _) => Scan {
                subject,
                open: Some((Opened::Object, from)),
                ..Scan::default()
            },
            (None, None) => self.scan(i, b, verb, false),
            (None, Some((at, from))) => Scan {
                subject: self.noun_phrase(
                    // في وقت وجه فيه فلان أصابع الاتهام
                    i + 1 + usize::from(matches!(self.t.text(i + 1), "فيه" | "فيها")),
                    at,
                    Reading::default(),
                ),
                // مضى إلى أن كذا: a clause where the phrase ends in a that-word.
                open: Some((
                    if self.is(from - 1, Class::That) {
                        Opened::That
                    } else {
                        Opened::Preposition
                    },
                    from,
                )),
                ..Scan::default()
            },
        };
        // إدارة المسرح بررت الإلغاء بخلل فني: the subject stands before, the object right behind the verb.
        if scan.open.is_none()
            && verb.act == Act::Clarify
            && opens(verb, |o| matches!(o, Opens::Label(_)))
            && self.w(i + 1).def
            && let (Some(np), ..) = self.clause_of(i, a)
            && np.b == i
            && np.head != 0
            && let Some(from) = self.object_opening(verb, i + 1, b)
        {
            scan.subject = None;
            scan.open = Some((Opened::Object, from));
        }
        // وكان الوزير قد اتهم في مقابلة الشركة بكذا: who speaks stands before, what the verb takes behind the circumstances.
        if scan.open.is_none()
            && opens(verb, |o| {
                matches!(
                    o,
                    Opens::Object | Opens::Claim | Opens::Charge(_) | Opens::Label(_)
                )
            })
            && self.front(i, a).is_some()
        {
            let at = self.past_circumstances(i + 1, b.min(i + 24));
            if at > i + 1
                && at < b
                && let Some(from) = self.object_opening(verb, at, b)
            {
                scan.subject = None;
                scan.open = Some((Opened::Object, from));
            }
        }
        Continue((scan, named.is_some() || blamed.is_some()))
    }

    /// Ends with a miss where what opens, or who stands behind, is another clause's.
    pub(super) fn of_others(&self, here: &VerbHere, scan: &Scan) -> Step {
        let &VerbHere { i, a, verb, w, .. } = here;
        // ما قالته الوكالة، واتهامه إياها بأنها كذا: what she said is the pronoun, no that-word further on.
        if w.pronoun > 0
            && verb.sort == Sort::Plain
            && i > a
            && self.t.stem(i - 1) == "ما"
            && let (Some((Opened::That, from)), Some(np)) = (scan.open, scan.subject)
            && (np.b..from).any(|k| self.mark(k) == Mark::Comma)
        {
            return Break(Some(Err("a reporting verb with no content found")));
        }
        // الوزير، الذي كان يتحدث أمام كذا، …: within its commas a relative clause has nobody from behind them.
        let relative = (i.saturating_sub(2).max(a)..i).rev().find(|&k| {
            self.is(k, Class::Relative) && (k + 1..i).all(|x| self.is(x, Class::Auxiliary))
        });
        if let Some(k) = relative
            && k > a
            && self.mark(k - 1) == Mark::Comma
            && let Some(np) = scan.subject
            && (i + 1..np.a).any(|x| self.mark(x) == Mark::Comma)
        {
            return Break(Some(Err("a reporting verb with no content found")));
        }
        Continue(())
    }

    /// Whether behind a verb stands how somebody answers: بالإعلان عن كذا، بالتأكيد أن كذا، بالقول إن كذا.
    fn in_answer(&self, i: usize, b: usize) -> bool {
        let reply = self
            .pack
            .verbs
            .iter()
            .find(|v| v.root == "ردد" && v.measure == 1);
        reply.is_some_and(|v| {
            v.opens
                .iter()
                .any(|o| matches!(o, Opens::After(list) if self.after_phrase(i, b, list).is_some()))
        })
    }

    /// The opening once more, from what stands behind the verb. `fixed`: it was told by fixed words.
    pub(super) fn reopened(&self, here: &VerbHere, scan: &mut Scan, fixed: bool) {
        let &VerbHere {
            i,
            a,
            b,
            verb,
            w,
            form,
            ..
        } = here;
        // واعتبر ذلك جريمة
        if !fixed && scan.open.is_none() && self.pointed(i, verb) {
            scan.open = Some((Opened::Object, i + 1));
            scan.subject = None;
        }
        // أعلنت عقب ترأسها اجتماعا، أن كذا: what stands before the comma is the circumstance, the that-word opens.
        if let Some((Opened::Object | Opened::Preposition, from)) = scan.open
            && !fixed
            && opens(verb, |o| *o == Opens::That)
            && let Some(that) = self.taken_up(from, b)
        {
            // كشف تقرير صادر عن كذا، الاثنين، أن: what was taken for the object is who says it.
            if scan.subject.is_none() && from == i + 1 {
                scan.subject = self.noun_phrase(from, that, Reading::default());
            }
            scan.open = Some((Opened::That, that));
        }
        // أكد الناطق باسم الحكومة بنيامين كذا الثلاثاء في تصريح لكذا أن: a name that begins like a preposition.
        if let Some((Opened::Preposition, from)) = scan.open
            && !fixed
            && opens(verb, |o| *o == Opens::That)
            && self.mark(from) == Mark::Word
            && self.t.text(from).starts_with('ب')
            && !self.w(from).deed
            && !self.w(from).is(Class::Deed)
            && self.w(from).known.verb == 0
            && let Some(that) = (from + 1..b.min(from + 30))
                .take_while(|&k| {
                    matches!(
                        self.mark(k),
                        Mark::Word | Mark::Number | Mark::Open | Mark::Close
                    ) && !self.finite(k)
                        && !self.is(k, Class::Relative)
                })
                .find(|&k| self.is(k, Class::That))
            && !self.t.text(that).starts_with(['و', 'ب'])
            && !self.is(that - 1, Class::NotBeforeThat)
            && !self.is(that - 1, Class::Preposition)
            && (from + 1..that).any(|k| self.is(k, Class::Time))
        {
            scan.open = Some((Opened::That, that + 1));
        }
        // أكد فنانون الذين حضروا العرض أن كذا: the object was within the relative clause.
        if let (Some((Opened::Object, from)), Some(np)) = (scan.open, scan.subject)
            && !fixed
            && self.is(np.b, Class::Relative)
            && from > np.b
            && opens(verb, |o| *o == Opens::That)
            && let Some(that) = (from..b.min(from + 24))
                .take_while(|&k| {
                    !matches!(
                        self.mark(k),
                        Mark::Stop | Mark::Line | Mark::Comma | Mark::Open
                    )
                })
                .find(|&k| self.is(k, Class::That))
            && !self.t.text(that).starts_with('و')
            && !self.is(that - 1, Class::NotBeforeThat)
        {
            scan.open = Some((Opened::That, that + 1));
        }
        // أظهر استطلاع أجراه معهد كذا ونشرت نتائجه الخميس أن كذا: what is told of a text stands between it and what it shows.
        if scan.open.is_none()
            && !fixed
            && opens(verb, |o| *o == Opens::That)
            && let Some(np) = scan.subject
            && np.head != 0
            && self
                .pack
                .head(&self.w(np.head - 1))
                .is_some_and(|h| h.of == Of::Text)
            && let Some(that) = (np.b..b.min(np.b + 30))
                .take_while(|&k| {
                    matches!(
                        self.mark(k),
                        Mark::Word | Mark::Number | Mark::Open | Mark::Close
                    ) && (!self.finite(k) || self.publishes(k))
                })
                .find(|&k| self.is(k, Class::That))
            && !self.t.text(that).starts_with('و')
            && !self.is(that - 1, Class::NotBeforeThat)
        {
            scan.open = Some((Opened::That, that + 1));
        }
        // كذا وكذا، تكتب صحيفة كذا، …: what stands before is what she writes, not what a that-word opens further on.
        if let (Some((Opened::That, from)), Some(np)) = (scan.open, scan.subject)
            && i > a + 3
            && self.mark(i - 1) == Mark::Comma
            && self.mark(np.b) == Mark::Comma
            && !w.conj
            && form.tense == Tense::Present
            && from > np.b + 2
            && self.content_before(i, a, b, verb, scan).is_some()
        {
            scan.open = None;
        }
        // شكك الزعيم في قانونية كذا: the preposition that opens was taken for one of the subject's own.
        if scan.open.is_none()
            && opens(verb, |o| matches!(o, Opens::With(p) if p == "في"))
            && let Some(np) = scan.subject
            && let Some(at) = (np.a + 1..np.b)
                .rev()
                .find(|&k| self.t.text(k) == "في" && !self.place(k + 1))
        {
            scan.subject = self.noun_phrase(np.a, at, Reading::default());
            scan.open = Some((Opened::Preposition, at + 1));
        }
        // وانتقد المقاربة الهرمية: a definite noun that names nobody is the object, whoever spoke last goes on.
        if scan.open.is_none()
            && w.conj
            && w.pronoun == 0
            && matches!(verb.act, Act::Opinion | Act::Deny)
            && opens(verb, |o| *o == Opens::Object)
            && form.tense == Tense::Past
            && let Some(np) = scan.subject
            && np.a == i + 1
            && np.head == 0
            && np.name == (0, 0)
            && self.w(np.a).def
            && !self.t.text(np.a).ends_with("ون")
            && !self.t.text(np.a).ends_with("ين")
            && !self.t.text(np.a).ends_with('ي')
        {
            scan.subject = None;
            scan.open = Some((Opened::Object, np.a));
        }
    }

    /// Whether a verb tells that something was made public: نشر، بث.
    pub(super) fn publishes(&self, k: usize) -> bool {
        self.pack
            .verb(&self.w(k))
            .is_some_and(|v| matches!(v.root.as_str(), "نشر" | "بثث"))
    }

    /// صحيفة كذا اعتبرت توقيت كذا: behind a subject that is known, what nobody is called by is the object.
    pub(super) fn object_behind(&self, here: &VerbHere, scan: &mut Scan, before: Option<Np>) {
        let &VerbHere { i, w, .. } = here;
        if let (Some(front), Some(np), Some((Opened::Object, _))) =
            (before, scan.subject, scan.open)
            && front.b == i
            && (front.head != 0 || matches!(self.t.text(front.a), "الاخير" | "الاخيره"))
            // الوزير أكد له استعداد كذا
            && (np.a == i + 1
                || np.a == i + 2 && matches!(self.t.text(i + 1), "له" | "لها" | "لهم" | "لنا"))
            && np.head == 0
            && (np.name == (0, 0) || self.is(np.a, Class::NotSource))
            && !w.conj
        {
            scan.subject = None;
            scan.open = Some((Opened::Object, np.a));
        }
    }
}
