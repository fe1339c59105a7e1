//! What stands between a reporting verb and its content without being of it: pronouns, relative clauses, other verbs.

use super::cue::{Opened, Scan};
use super::inflect::{Agreement, Tense};
use super::lexicon::opens;
use super::output::Act;
use super::pack::{Class, Opens, Sort};
use super::phrase::{Reader, Reading};
use super::scan::{Step, Walk};
use super::token::Mark;

impl Reader<'_> {
    /// What is skipped, and what ends the walk.
    pub(super) fn aside_words(&self, walk: &Walk, out: &mut Scan, mut j: usize) -> Step {
        let Walk {
            i,
            b,
            limit,
            verb,
            takes_that,
            takes_quote,
            plain_object,
            relay,
            ..
        } = *walk;
        let w = self.word_at(j);
        if (w.is(Class::Pronoun)
            || verb.act == Act::Deny && self.t.text(j) == "الامر" && self.mark(j + 1) != Mark::Word)
            && w.prep.is_none()
            && (self.mark(j + 1) != Mark::Word || !self.w(j + 1).def)
        {
            // ووصف ذلك بأنه كذا
            if opens(verb, |o| matches!(o, Opens::Label(p) if p == "ب"))
                && self.is(j + 1, Class::That)
                && self.t.stem(j + 1).starts_with('ب')
            {
                out.open = Some((Opened::Object, j));
                return Step::Done;
            }
            // مبررا ذلك بغلاء الوقود: the reason, of what stands before.
            if verb.act == Act::Clarify
                && opens(verb, |o| matches!(o, Opens::Label(p) if p == "ب"))
                && j == i + 1
                && self.led_by_ba(j + 1)
            {
                out.open = Some((Opened::Preposition, j + 1));
                return Step::Done;
            }
            // معتبرا ذلك "جريمة": that is what is taken for something.
            if verb.root == "عبر" && verb.measure == 8 && self.mark(j + 1) == Mark::Open {
                out.open = Some((Opened::Object, j));
                return Step::Done;
            }
            out.pronoun = true;
            let manner = self.phrase(j + 1, Class::Adverb).max(usize::from(
                self.is(j + 1, Class::Adverb) || self.is(j + 1, Class::Time),
            ));
            if verb.sort == Sort::Firm && self.mark(j + 1 + manner) != Mark::Word {
                return Step::Stop(j);
            }
            j += 1;
            return Step::Go(j);
        }
        // أفاد المصدر الذي قال إن كذا بأن كذا: who speaks is told of by what he said before; the second that-word opens.
        if w.is(Class::Relative)
            && opens(verb, |o| matches!(o, Opens::With(p) if p == "ب"))
            && out.subject.is_some_and(|np| np.b == j)
            && self.finite(j + 1)
            && let Some(first) = (j + 2..limit.min(j + 6)).find(|&k| self.is(k, Class::That))
            && let Some(second) = (first + 2..limit.min(first + 24))
                .take_while(|&k| matches!(self.mark(k), Mark::Word | Mark::Number))
                .find(|&k| self.is(k, Class::That) && self.t.text(k).starts_with("با"))
        {
            out.open = Some((Opened::That, second + 1));
            return Step::Done;
        }
        // المرصد، الذي يتخذ من كذا مقرا له، إن: the relative clause is about who speaks.
        if w.is(Class::Relative)
            && takes_quote
            && out
                .subject
                .is_some_and(|np| np.b == j || np.b + 1 == j && self.mark(j - 1) == Mark::Comma)
            && let Some(close) = (j + 1..limit.min(j + 30))
                .take_while(|&k| {
                    !matches!(
                        self.mark(k),
                        Mark::Stop | Mark::Line | Mark::Semicolon | Mark::Open
                    ) && !self.is(k, Class::That)
                })
                .find(|&k| {
                    self.mark(k) == Mark::Comma
                        && (self.is(k + 1, Class::That)
                            || self.mark(k + 1) == Mark::Open
                            || self.is(k + 1, Class::Addressee)
                                && self.t.text(k + 1).starts_with('ل'))
                })
            && (j + 1..close)
                .all(|k| self.mark(k) != Mark::Comma || k == j + 1 || self.is(k + 1, Class::Time))
        {
            j = close;
            return Step::Go(j);
        }
        // الذي تحدث شريطة عدم ذكر اسمه: about who speaks.
        if self.finite(j)
            && j > i + 1
            && self.is(j - 1, Class::Relative)
            && matches!(self.t.text(j + 1), "شريطه" | "طالبا" | "رافضا" | "بشرط")
            && let Some(end) = (j + 2..limit.min(j + 12)).find(|&k| {
                matches!(self.mark(k), Mark::Comma | Mark::Open | Mark::Colon)
                    || self.is(k, Class::That)
            })
        {
            j = end;
            return Step::Go(j);
        }
        // لم تذكر اسمها، أعدها باحثون، أوردتها الوكالة: about the source or the occasion, no new cue.
        if j > i + 1 && self.finite(j) {
            let negated = self.is(j - 1, Class::Negation);
            let published = w.pronoun > 0
                && (self.is(j - 1, Class::Relative)
                    || (!w.conj
                        && (j.saturating_sub(4).max(i + 1)..j)
                            .any(|k| self.is(k, Class::Occasion))
                        || w.conj
                            && (j.saturating_sub(14).max(i + 1)..j)
                                .any(|k| self.is(k, Class::Occasion)))
                        && self.pack.verb(w).is_some_and(|v| {
                            v.sort == Sort::Relay
                                || matches!(v.root.as_str(), "نشر" | "بثث" | "ورد")
                        }));
            let other = !w.conj && self.pack.verb(w).is_some_and(|v| v.sort == Sort::Directive);
            if negated || published || other {
                j += 1;
                // في كلمة بثتها قناة كذا: who published it is not who speaks.
                if published {
                    while j < limit && (self.is(j, Class::Adverb) || self.is(j, Class::Time)) {
                        j += 1;
                    }
                    let outlet = self.pack.head(&self.w(j)).is_some_and(|h| {
                        matches!(
                            h.kind,
                            super::output::SourceKind::Outlet | super::output::SourceKind::Website
                        )
                    });
                    if outlet
                        && let Some(np) = self.noun_phrase(
                            j,
                            limit,
                            Reading {
                                plain: true,
                                ..Reading::default()
                            },
                        )
                    {
                        j = np.b;
                    }
                }
                return Step::Go(j);
            }
        }
        // سئل عما إذا كان نقل كذا، …: what was asked reaches to its comma.
        if matches!(self.t.text(j), "ما" | "عما" | "فيما")
            && self.t.text(j + 1) == "اذا"
            && let Some(comma) =
                (j..limit).find(|&k| !matches!(self.mark(k), Mark::Word | Mark::Number))
            && self.mark(comma) == Mark::Comma
        {
            j = comma;
            return Step::Go(j);
        }
        // نفت الوكالة نشرها الخبر: her deed, spelled like a verb with its object.
        if verb.act == Act::Deny
            && plain_object
            && out.commas == 0
            && w.pronoun > 0
            && !w.conj
            && w.known.verb != 0
            && w.known.form.tense == Tense::Past
            && w.known.form.agreement == Agreement::He
            && out.subject.is_some_and(|np| np.b == j)
        {
            out.open = Some((Opened::Object, j));
            return Step::Done;
        }
        // نفى النادي نقل المباراة إلى كذا: the moving, right behind who denies it, spelled like a verb of passing on.
        if plain_object
            && matches!(self.t.text(j), "نقل" | "نشر" | "بث")
            && out.commas == 0
            && out.subject.is_some_and(|np| np.b == j)
            && (self.w(j - 1).def || self.t.text(j - 1).ends_with(['ه', 'ا']))
            && self.mark(j + 1) == Mark::Word
            && (self.w(j + 1).def || self.t.text(j + 1).ends_with(['ه', 'ا']) || self.w(j + 2).def)
            && !self.is(j + 1, Class::Preposition)
            && !(j + 1..limit.min(j + 5)).any(|k| {
                self.t.text(k) == "عن" || self.is(k, Class::That) || self.mark(k) == Mark::Open
            })
        {
            out.open = Some((Opened::Object, j));
            return Step::Done;
        }
        // Another cue begins here.
        if j > i + 1 && self.finite(j) && verb.sort == Sort::Rumour {
            j += 1;
            return Step::Go(j);
        }
        // المقاتل الذي كان يتحدث من هناك، أن …
        if j > i + 2
            && self.finite(j)
            && self.is(j - 1, Class::Auxiliary)
            && self.is(j - 2, Class::Relative)
            && let Some(comma) = (j..limit.min(j + 16)).find(|&k| {
                self.mark(k) == Mark::Comma
                    || self.is(k, Class::That)
                    || takes_quote && self.mark(k) == Mark::Open && self.mate(k) > k + 4
            })
            && !self.is(comma, Class::That)
        {
            j = comma;
            return Step::Go(j);
        }
        if j > i + 1 && self.finite(j) && !self.is(j - 1, Class::Relative) {
            if self
                .pack
                .verb(w)
                .is_some_and(|v| !matches!(v.sort, Sort::Weak | Sort::Turn))
                || w.conj && self.pack.verb(w).is_some_and(|v| v.sort != Sort::Turn)
            {
                return Step::Stop(j);
            }
            j += 1;
            return Step::Go(j);
        }
        if self.finite(j)
            && self.is(j - 1, Class::Relative)
            && self
                .pack
                .verb(w)
                .is_some_and(|v| !matches!(v.sort, Sort::Directive | Sort::Weak))
        {
            return Step::Stop(j);
        }
        if w.known.verb != 0
            && w.known.form.tense == Tense::Participle
            && w.known.head == 0
            && !w.def
            && !w.is(Class::Plain)
            && out.commas > 0
        {
            return Step::Stop(j);
        }
        if matches!(self.t.text(j), "وهو" | "وهي" | "وهم") && out.subject.is_some() {
            j += 1;
            return Step::Go(j);
        }
        // وقال رجل بينما كان يحمل كذا، إن كذا: what he did meanwhile.
        if takes_that
            && out.subject.is_some()
            && matches!(self.t.text(j), "بينما" | "وهو" | "وهي" | "فيما" | "حيث")
            && let Some(comma) = (j + 1..limit.min(j + 24))
                .take_while(|&k| {
                    matches!(self.mark(k), Mark::Word | Mark::Number | Mark::Comma)
                        && (!self.finite(k) || self.is(k, Class::Auxiliary))
                })
                .find(|&k| self.mark(k) == Mark::Comma && self.is(k + 1, Class::That))
        {
            j = comma;
            return Step::Go(j);
        }
        // نقل عن المستشفى حيث يعالجان أنهما كذا: where they are is no clause of its own.
        if relay
            && out.relayed.is_some()
            && self.t.text(j) == "حيث"
            && self.mark(j - 1) == Mark::Word
            && let Some(that) = (j + 1..limit.min(j + 16))
                .take_while(|&k| {
                    matches!(self.mark(k), Mark::Word | Mark::Number) && !self.finite(k)
                })
                .find(|&k| self.is(k, Class::That))
        {
            j = that;
            return Step::Go(j);
        }
        if w.is(Class::Break)
            || self.phrase(j, Class::Break) > 0
            || w.is(Class::SoftBreak) && j > i + 1
        {
            return Step::Stop(j);
        }
        // أكدت، الثلاثاء، قرب سيطرتها على كذا: that it is near.
        if plain_object && self.t.text(j) == "قرب" && self.object_at(j, b) {
            out.open = Some((Opened::Object, j));
            return Step::Done;
        }
        Step::On
    }
}
