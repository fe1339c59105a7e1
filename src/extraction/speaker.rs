//! Who speaks where nobody is written beside the cue, and what they do in saying it.

use super::content::Content;
use super::cue::{Cue, Kind, Who};
use super::engine::State;
use super::inflect::Agreement;
use super::lexicon::{agrees, longer};
use super::output::Act;
use super::pack::{Class, Of, Sort};
use super::phrase::{Np, Reading};
use super::token::Mark;
use crate::text::fold::Span;

impl State<'_> {
    pub(super) fn source(
        &mut self,
        who: Who,
        cue: &Cue,
        a: usize,
        before: usize,
        sentence_cast: &[usize],
        get: &dyn Fn(Span) -> String,
    ) -> (Option<Span>, Option<usize>) {
        let r = self.reader;
        match who {
            Who::Nobody => (None, None),
            Who::Phrase(np) => {
                // One who speaks only within another's words is not the one who goes on speaking.
                let inner = !cue.separate
                    && !matches!(cue.kind, Kind::According)
                    && cue.relayed.is_none()
                    && cue.at > a + 3;
                // أعلن فلان كذا، وفقا لما نقلته الوكالة. وتابع: she only passes his words on.
                let passes_on = cue.kind == Kind::According
                    && r.t.stem(cue.end.saturating_sub(1)).starts_with("نقلت");
                let inner = inner || passes_on;
                let adds = r
                    .pack
                    .verb(&r.w(cue.at))
                    .is_some_and(|v| v.root == "ضيف" && r.w(cue.at).conj);
                let speaker = match adds.then(|| self.cast.introduced(r, &np, get)).flatten() {
                    Some(k) => Some(k),
                    None => self.cast.resolve(r, &np, get, !inner),
                };
                (r.t.span(np.a, r.unnamed_to(np.b), true), speaker)
            }
            Who::Implicit(agreement) => {
                let mut near: Vec<usize> = sentence_cast.to_vec();
                // سارع فلان … إلى نفي: the sentence's subject, not who spoke in between.
                if cue.kind == Kind::Deed && cue.separate {
                    near.clear();
                }
                // بعد إعلانه كذا، انسحب فلان: he is named behind the comma.
                if cue.kind == Kind::Deed
                    && near.is_empty()
                    && r.w(cue.at).pronoun > 0
                    && let Some(comma) = (cue.at..cue.at + 24)
                        .take_while(|&i| !matches!(r.mark(i), Mark::Stop | Mark::Line))
                        .find(|&i| r.mark(i) == Mark::Comma)
                    && !(a..cue.at).any(|i| r.finite(i) || r.mark(i) == Mark::Comma)
                    && let Some(np) = self.subject_of(comma + 1, comma + 20)
                    && let Some(k) = self.cast.resolve(r, &np, get, false)
                {
                    near.push(k);
                }
                // The subject of the sentence's first verb: التقى الوزير … وقال.
                if near.is_empty()
                    && cue.at > a + 1
                    && let Some(np) = self.subject_of(a, cue.at)
                    && let Some(k) = self.cast.resolve(r, &np, get, false)
                {
                    near.push(k);
                }
                let nearer = match cue.kind {
                    Kind::Participle if sentence_cast.is_empty() => self.doer(a, cue.at, agreement),
                    Kind::Verb if sentence_cast.is_empty() => self.fellow(a, cue.at, agreement),
                    _ => None,
                };
                if let Some(np) = nearer
                    && let Some(k) = self.cast.resolve(r, &np, get, false)
                {
                    near.push(k);
                }
                // عندما اعتبر: the subject of the clause it hangs on is nearer than that of the sentence.
                if sentence_cast.is_empty() && cue.kind == Kind::Verb && !r.w(cue.at).conj {
                    let nearest = (a + 1..cue.at)
                        .rev()
                        .filter(|&i| r.mark(i - 1) == Mark::Comma)
                        .take(3)
                        .find_map(|c| {
                            self.subject_of(c, cue.at)
                                .filter(|np| r.mark(np.b) != Mark::Comma || np.head == 0)
                        });
                    if let Some(np) = nearest
                        && let Some(k) = self.cast.resolve(r, &np, get, false)
                    {
                        near.push(k);
                    }
                }
                // كذب ما صرح به فلان، عندما قال كذا: whose words they are.
                if cue.kind == Kind::Verb
                    && r.is(cue.at.saturating_sub(1), Class::SoftBreak)
                    && let Some(v) = (a + 1..cue.at.saturating_sub(2)).rev().find(|&v| {
                        r.finite(v) && matches!(r.t.text(v - 1), "ما" | "بما" | "عما" | "مما")
                    })
                {
                    let from = v + 1 + usize::from(matches!(r.t.text(v + 1), "به" | "بها"));
                    if let Some(np) = r.noun_phrase(from, cue.at, Reading::default())
                        && (np.head != 0 || np.name != (0, 0) || self.cast.knows(r.t.core(np.a)))
                        && let Some(k) = self.cast.resolve(r, &np, get, false)
                    {
                        near.push(k);
                    }
                }
                // زاد الحادث من مخاوف نشطاء في الخارج، إذ رأوا كذا: the people named last, where nobody else who speaks is several.
                let several = |&k: &usize| {
                    self.cast.all[k].of == Some(Of::People)
                        || self.cast.all[k].gender == Some(super::pack::Gender::They)
                };
                if agreement == Agreement::They
                    && cue.kind == Kind::Verb
                    // أعلنتا: two, not many.
                    && (r.t.text(cue.at).ends_with("وا") || !r.t.text(cue.at).ends_with('ا'))
                    && !sentence_cast.iter().any(several)
                    && !near.iter().any(several)
                    && let Some(p) = (a.max(cue.at.saturating_sub(24))..cue.at).rev().find(|&p| {
                        r.mark(p) == Mark::Word
                            && r.tok(p).map(|t| t.quote) == r.tok(cue.at).map(|t| t.quote)
                            && !r.finite(p)
                            && r.pack.head(&r.w(p)).is_some_and(|h| h.of == Of::People)
                    })
                {
                    let how = Reading {
                        led: true,
                        object: true,
                        plain: true,
                        ..Reading::default()
                    };
                    if let Some(np) = r.noun_phrase(p, cue.at, how)
                        && let Some(k) = self.cast.resolve(r, &np, get, false)
                    {
                        near.push(k);
                    }
                }
                let _ = before;
                let continues = r
                    .pack
                    .verb(&r.w(cue.at))
                    .is_some_and(|v| matches!(v.root.as_str(), "ضيف" | "تبع" | "ردف" | "زيد"));
                // إذ قال: whoever is named in the sentence itself is nearer than whom the one before was about.
                let named = !r.w(cue.at).conj && !self.named.is_empty();
                if near.is_empty() && !continues && cue.kind == Kind::Verb && !named {
                    near.extend(self.topic);
                    // في الصحيفة مقال للخبير فلان. يقول إن كذا: the only one named before.
                    let (first, conj) = (cue.at <= a + 1, r.w(cue.at).conj);
                    if let [only] = self.named_before[..]
                        && near.is_empty()
                        && first
                        && !conj
                    {
                        near.push(only);
                    }
                }
                let speaker = self.cast.implied(
                    agreement,
                    &near,
                    &self.named,
                    r.w(cue.at).conj,
                    cue.kind == Kind::Participle,
                );
                // قالوا: they are no ministry, though she spoke last.
                let speaker = speaker.filter(|k| {
                    !(agreement == Agreement::They
                        && cue.kind == Kind::Verb
                        && r.t.text(cue.at).ends_with("وا")
                        && self.cast.all[*k].of == Some(Of::Body)
                        && self.cast.all[*k].gender != Some(super::pack::Gender::They)
                        && !near.contains(k))
                });
                if let Some(k) = speaker {
                    self.cast.speakers.push(k);
                }
                (
                    speaker.and_then(|k| self.cast.all.get(k)).map(|s| s.last),
                    speaker,
                )
            }
        }
    }

    /// هجوم شنته المندوبة على كذا، متهمة إياها: who did what the participle hangs on, behind a verb that takes its object up.
    fn doer(&self, a: usize, at: usize, agreement: Agreement) -> Option<Np> {
        let r = self.reader;
        let k = (a.max(at.saturating_sub(16)) + 1..at).rev().find(|&k| {
            let w = r.w(k);
            r.mark(k) == Mark::Word
                && r.mark(k - 1) == Mark::Word
                && w.pronoun > 0
                && !w.def
                && !w.conj
                && w.prep.is_none()
                && w.known.head == 0
                && r.t.text(k).ends_with("ته") | r.t.text(k).ends_with("تها")
                && r.pack.head(&r.w(k + 1)).is_some_and(|h| {
                    matches!(h.of, Of::Person | Of::Body) && agrees(h.gender, agreement)
                })
        })?;
        let how = Reading {
            object: true,
            ..Reading::default()
        };
        r.noun_phrase(k + 1, at, how)
    }

    /// بعد أن قطعت مصر العلاقات معها، واتهمتها بكذا: the same who did the one does the other to whom the sentence is about.
    fn fellow(&self, a: usize, at: usize, agreement: Agreement) -> Option<Np> {
        let r = self.reader;
        if !r.w(at).conj || r.w(at).pronoun == 0 {
            return None;
        }
        let k = (a + 2..at).rev().find(|&k| {
            r.mark(k) == Mark::Word
                && (r.t.text(k - 1) == "ان" && matches!(r.t.text(k - 2), "بعد" | "منذ" | "قبل")
                    || matches!(r.t.text(k - 1), "بعدما" | "عندما"))
                && r.pack.head(&r.w(k + 1)).is_some_and(|h| {
                    matches!(h.of, Of::Person | Of::Body | Of::Name) && agrees(h.gender, agreement)
                })
        })?;
        let how = Reading {
            object: true,
            ..Reading::default()
        };
        r.noun_phrase(k + 1, at, how)
    }

    /// The subject of the sentence that begins at `a`: after its first verb, or its first noun.
    pub(super) fn subject_of(&self, a: usize, until: usize) -> Option<Np> {
        let r = self.reader;
        // فيينا، النمسا (الوكالة) – رحب الرئيس بكذا: behind where it was written.
        let dateline = (a + 1..until.min(a + 14))
            .find(|&k| r.mark(k) == Mark::Dash && r.mark(k - 1) == Mark::BracketClose);
        let mut i = dateline.map_or(a, |k| k + 1);
        while i < until && r.mark(i) == Mark::Dash {
            i += 1;
        }
        let mut hops = 0;
        while i < until && hops < 3 {
            // يذكر أن الأردن أبقى كذا
            if r.is(i, Class::Impersonal) && r.is(i + 1, Class::That) {
                i += 2;
                hops += 1;
                continue;
            }
            // غير أن شقيقته هونت من ذلك: the clause follows at once.
            if matches!(r.t.stem(i), "غير" | "الا" | "بيد") && matches!(r.t.text(i + 1), "ان")
            {
                i += 2;
                hops += 1;
                continue;
            }
            let led = i;
            while i < until
                && (r.mark(i) != Mark::Word
                    || r.is(i, Class::Auxiliary)
                    || r.is(i, Class::Negation) && !r.w(i).def
                    || r.is(i, Class::Adverb)
                    || r.t.text(i) == "ما")
            {
                i += 1;
            }
            let skip = r.phrase(i, Class::Adverb);
            if skip > 0 {
                i += skip;
                continue;
            }
            if i >= until || r.is(i, Class::Relative) || r.is(i, Class::That) {
                return None;
            }
            // فيما زاد فلان الضغط: the clause follows at once.
            if matches!(
                r.t.text(i),
                "فيما" | "بينما" | "حيث" | "لكن" | "ولكن" | "اذ" | "كما" | "ثم"
            ) {
                i += 1;
                hops += 1;
                continue;
            }
            if r.is(i, Class::Preposition)
                || r.w(i).prep.is_some()
                || r.is(i, Class::Time)
                || r.is(i, Class::SoftBreak)
                || r.is(i, Class::Break)
            {
                // A fronted circumstance: go on after its comma.
                i = (i..until).find(|&k| r.mark(k) == Mark::Comma)? + 1;
                hops += 1;
                continue;
            }
            // An unknown word is somebody only if it is a given name or has been met as one.
            let known = |np: &Np| {
                np.head != 0 && np.head - 1 <= np.a + 1
                    || np.name != (0, 0)
                        && (np.name.0..np.name.1)
                            .any(|k| r.is(k, Class::GivenName) || self.cast.knows(r.t.core(k)))
            };
            // وكان فلان يعمل في كذا: somebody met, behind كان.
            let met = i > led
                && r.is(i - 1, Class::Auxiliary)
                && !r.w(i).found
                && self.cast.knows(r.t.core(i));
            // ألغت المغنية حفلها: no article has a hamza.
            let article = r.w(i).def && !r.tok(i).is_some_and(|t| t.hamza);
            if (r.pack.head(&r.w(i)).is_some() && r.w(i).known.verb == 0 || article || met)
                && r.starts(i, false)
                && let Some(np) = r.noun_phrase(i, until, Reading::default()).filter(known)
            {
                return Some(np);
            }
            let mut k = i + 1;
            while k < until && (r.is(k, Class::Adverb) || r.is(k, Class::Time)) {
                k += 1;
            }
            return r
                .noun_phrase(
                    k,
                    until,
                    Reading {
                        object: true,
                        ..Reading::default()
                    },
                )
                .filter(known);
        }
        None
    }

    /// The act: that of the cue, but a plain verb takes that of what it conveys.
    pub(super) fn act(&self, cue: &Cue, content: &Content) -> Act {
        let r = self.reader;
        if cue.sort != Sort::Plain {
            return cue.act;
        }
        // What is said of something stands behind the cue.
        let said = content.parts.iter().find(|p| p.0 > cue.at);
        let Some(&(a, b)) = said.or(content.parts.first()) else {
            return cue.act;
        };
        let first = (a..b.min(a + 6)).find(|&i| r.mark(i) == Mark::Word);
        // معلومات خاطئة: an adjective of an indefinite noun calls nothing else false.
        let attributive = |i: usize| {
            let noun = r.t.text(i - 1);
            i > a
                && r.mark(i - 1) == Mark::Word
                && !r.w(i - 1).def
                && r.t.text(i).ends_with('ه')
                && noun.ends_with("ات")
        };
        if (a..b).any(|i| r.is(i, Class::Falsehood) && !attributive(i))
            || first.is_some_and(|i| {
                matches!(r.t.text(i), "لم" | "ليس" | "ليست")
                    || matches!(r.t.text(i), "لا") && r.t.text(i + 1) == "علم"
            })
        {
            return Act::Deny;
        }
        if (a..b.min(a + 3)).any(|i| {
            r.w(i).future
                || r.t.text(i).starts_with("ست") && !r.w(i).found
                || r.t.text(i).starts_with("سي")
                    && !r.t.text(i).ends_with('ه')
                    && !r.w(i).found
                    && longer(r.t.text(i), 4)
                    && i == a
        }) {
            return Act::Announce;
        }
        cue.act
    }
}
