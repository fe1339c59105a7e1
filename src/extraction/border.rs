//! Borders within a sentence: where a clause in front of the main one ends, where a source goes on with another deed, where a clause
//! begins once what leads it in is skipped.

use super::content::Content;
use super::cue::{Cue, Kind, Opened, Who};
use super::engine::State;
use super::inflect::Agreement;
use super::output::Act;
use super::pack::{Class, Of};
use super::phrase::Np;
use super::token::Mark;

impl State<'_> {
    /// Where the source itself goes on to do something else: ، ممهلة خصمها. The participle agrees with the cue.
    pub(super) fn goes_on_itself(&self, cue: &Cue, from: usize, limit: usize) -> usize {
        let r = self.reader;
        let form = r.w(cue.at).known.form.agreement;
        let free = |i: usize| r.tok(i).is_some_and(|t| t.quote == 0) && r.mark(i) == Mark::Word;
        for i in from + 1..limit {
            if !free(i) {
                continue;
            }
            let w = r.w(i);
            let text = r.t.text(i);
            let comma = r.mark(i - 1) == Mark::Comma;
            // موجها الشكر إلى كذا، مجيبا عن سؤال: known, though it says nothing here.
            let known = w.known.form.tense == super::inflect::Tense::Participle
                && r.pack.verb(&w).is_some_and(|v| {
                    matches!(v.root.as_str(), "وجه" | "جوب" | "حدث" | "كرر" | "جدد")
                });
            let doing = comma
                && (!w.found || known)
                && !w.def
                && !w.conj
                && w.prep.is_none()
                && (4..=7).contains(&text.chars().count())
                && text.starts_with('م')
                && match form {
                    Agreement::He => text.ends_with('ا'),
                    Agreement::She => text.ends_with('ه'),
                    _ => false,
                }
                && r.mark(i + 1) == Mark::Word;
            if doing {
                return i - 1;
            }
        }
        limit
    }

    /// اتهم فلان خصمه بكذا، وطالب بكذا: where a demand begins, which is no part of what was said before it. Behind a that-word only
    /// a comma or a closed quotation and the tense of the cue tell that it is not the demand of somebody within.
    pub(super) fn demanded(&self, cue: &Cue, from: usize, limit: usize) -> usize {
        let r = self.reader;
        let form = r.w(cue.at).known.form;
        let clause = matches!(cue.opened, Opened::That | Opened::Quote);
        let found = self.demands.iter().copied().find(|&d| {
            let w = r.w(d);
            let quote = |k: usize| r.tok(k).map(|t| t.quote);
            let free = d > from + 1 && d < limit && quote(d) == quote(cue.at);
            if !free {
                return false;
            }
            let before = r.mark(d - 1);
            let led = w.conj || before == Mark::Comma || r.t.text(d - 1) == "كما";
            let apart = match before {
                Mark::Comma | Mark::Close => true,
                _ => r.t.text(d - 1) == "كما" && r.mark(d.saturating_sub(2)) == Mark::Comma,
            };
            let written = r.pack.head(&r.w(d + 1)).is_some_and(|h| h.of != Of::People);
            // حذر باحثون من كذا، وطالبوا بكذا: a verb before them has no plural.
            let theirs = w.known.form.agreement == Agreement::They
                && matches!(cue.who, Who::Phrase(np) if np.a > cue.at
                && np.head.checked_sub(1).and_then(|h| r.pack.head(&r.w(h))).is_some_and(|h| {
                    matches!(h.of, Of::People | Of::Undisclosed)
                }));
            let hers = w.known.form.agreement == form.agreement || written || theirs;
            let same = w.known.form.tense == form.tense;
            // أكدت أنها فعلت كذا، وطالبت بكذا: a verb of the same form within goes on.
            let within = |k: usize| {
                let (v, text) = (r.w(k), r.t.text(k));
                r.finite(k) && v.known.form == w.known.form
                    || w.known.form.agreement == Agreement::She
                        && r.mark(k) == Mark::Word
                        && !v.found
                        && !v.def
                        && text.ends_with('ت')
                        && !text.ends_with("ات")
            };
            led && hers && (!clause || apart && same && !(from..d).any(within))
        });
        found.map_or(limit, |d| {
            let lead = usize::from(r.t.text(d - 1) == "كما");
            d - lead
        })
    }

    /// الغاز، الذي تقول لندن إنه سام: what the relative clause says something of belongs to what was said. The pronoun that takes
    /// it up shows it, where no other could be meant.
    pub(super) fn said_of_what(
        &self,
        cue: &Cue,
        content: &Content,
        a: usize,
    ) -> Option<(usize, usize)> {
        let r = self.reader;
        let np = match cue.who {
            Who::Phrase(np) => np,
            // الهجوم الذي قال إنه خطر: whoever goes on speaking.
            Who::Implicit(_)
                if cue.opened == Opened::That
                    && (r.mark(cue.at.saturating_sub(2)) == Mark::Word
                        // حملة "الشتاء الدافئ"، التي قالت إنها
                        || cue.at > a + 3
                            && r.mark(cue.at - 2) == Mark::Comma
                            && r.mark(cue.at - 3) == Mark::Close) =>
            {
                Np {
                    a: cue.at + 1,
                    b: cue.at + 1,
                    ..Np::default()
                }
            }
            _ => return None,
        };
        let relative = cue.at.checked_sub(1).filter(|&k| k > a + 1)?;
        let owned = |k: usize| r.w(k).pronoun > 0;
        // الانهيار الذي يعزوه خبراء إلى كذا
        let put_down = owned(cue.at)
            && r.pack
                .verb(&r.w(cue.at))
                .is_some_and(|v| matches!(v.root.as_str(), "عزو" | "رجع"));
        let taken_up = match cue.opened {
            // إنه سام، إن مصدره كذا
            Opened::That => {
                r.t.text(cue.from - 1).ends_with(['ه', 'ا', 'م'])
                    || owned(cue.from) && !r.w(cue.from).def
            }
            // التحقيق الذي تعهد الوزير بإجرائه
            Opened::Preposition => {
                (owned(cue.from)
                    || r.t.text(cue.from).ends_with("ايه")
                    || r.t.text(cue.from).ends_with("ايها"))
                    && !r.w(cue.from).def
            }
            Opened::Object => {
                put_down
                    || owned(cue.from) && !r.w(cue.from).def
                    // هجوم اتهم الوزير الجماعة بشنه
                    || cue.act == Act::Accuse
                        && (cue.from + 1..cue.from + 6)
                            .take_while(|&k| r.mark(k) == Mark::Word)
                            .any(|k| {
                                r.t.text(k).starts_with('ب')
                                    && (owned(k) || r.t.text(k).ends_with(['ه']) && !r.w(k).found)
                            })
            }
            _ => false,
        };
        // ستة صيادين قالت البلدية إنهم كذا: a clause on an indefinite noun has no relative pronoun.
        let bare = {
            let w = r.w(relative);
            let closed = Class::Preposition.bit()
                | Class::That.bit()
                | Class::Auxiliary.bit()
                | Class::Negation.bit()
                | Class::Adverb.bit()
                | Class::Time.bit()
                | Class::Occasion.bit()
                | Class::Break.bit()
                | Class::SoftBreak.bit()
                | Class::Doing.bit();
            r.mark(relative) == Mark::Word
                && !w.def
                && w.pronoun == 0
                && w.known.verb == 0
                && w.known.classes & closed == 0
                && !r.w(cue.at).conj
                && !r.is(relative, Class::Relative)
                && r.pack.head(&w).is_none_or(|h| h.of == Of::People)
                && !r.t.text(relative).ends_with("ما")
        };
        if cue.kind != Kind::Verb
            || np.a <= cue.at
            || !(bare || r.is(relative, Class::Relative) && !r.w(relative).conj)
            || !taken_up
            // وصفه بأنه: the pronoun of the verb itself takes the noun up.
            || owned(cue.at)
                && !put_down
                && !(cue.opened == Opened::That
                    && r.pack.verb(&r.w(cue.at)).is_some_and(|v| v.root == "وصف"))
            || (np.a..np.b).any(owned)
            || content.parts.len() != 1
        {
            return None;
        }
        if bare {
            let mut from = relative;
            // هجمات كيماوية مزعومة: the noun with its adjectives, which agree with it.
            let agree = |k: usize| {
                let (noun, adjective) = (r.t.text(k - 1), r.t.text(k));
                adjective.ends_with('ا') && noun.ends_with('ا')
                    || adjective.ends_with('ه') && (noun.ends_with("ات") || noun.ends_with('ه'))
            };
            while from > a + 1
                && relative - from < 3
                && r.mark(from - 1) == Mark::Word
                && !r.w(from - 1).def
                && r.w(from - 1).known.verb == 0
                && agree(from)
            {
                from -= 1;
            }
            // وقت سابق قال, في إسطنبول قالت: only where its ending shows that it is an object or several.
            let text = r.t.text(from);
            if !(text.ends_with('ا') || text.ends_with("ات") || text.ends_with("ين")) {
                return None;
            }
            return r.trim(from, cue.at);
        }
        if let Some(what) = r.antecedent(relative, a)
            && (what.name != (0, 0)
                || what
                    .head
                    .checked_sub(1)
                    .and_then(|h| r.pack.head(&r.w(h)))
                    .is_some_and(|h| h.of != Of::People))
        {
            return r.trim(what.a, what.b);
        }
        // صنعت غاز الأعصاب نوفيتشوك، الذي: back to what no noun phrase goes over.
        let end = relative - usize::from(r.mark(relative - 1) == Mark::Comma);
        // حملة "الشتاء الدافئ"، التي قالت إنها: what bears a name in quotation marks.
        let open = r.mate(end - 1);
        if r.mark(end - 1) == Mark::Close
            && open > a + 1
            && end - open <= 7
            && r.mark(open - 1) == Mark::Word
            && !r.w(open - 1).def
            && (r.is(open - 1, Class::NameIntro)
                || r.pack
                    .head(&r.w(open - 1))
                    .is_some_and(|h| h.of != Of::Person))
        {
            return r.trim(open - 1, end);
        }
        let mut from = end;
        while from > a + 1 && end - from < 4 {
            let (w, text) = (r.w(from - 1), r.t.text(from - 1));
            let verb = w.known.verb != 0
                || !w.found && !w.def && text.ends_with('ت') && !text.ends_with("ات")
                || !w.found && !w.def && text.starts_with(['ي', 'ت', 'س']);
            let closed = Class::Preposition.bit()
                | Class::That.bit()
                | Class::Relative.bit()
                | Class::Auxiliary.bit()
                | Class::Negation.bit()
                | Class::Adverb.bit()
                | Class::Time.bit()
                | Class::Doing.bit();
            // نقل العمال الصهريج الأزرق، الذي: a noun and its adjective, not who moved it.
            let third = end - from == 2 && w.def && r.w(from).def;
            if r.mark(from - 1) != Mark::Word || verb || third || w.known.classes & closed != 0 {
                break;
            }
            from -= 1;
            if w.prep.is_some() || w.conj {
                break;
            }
        }
        r.trim(from, end)
    }

    /// حدث كذا، وهو ما نفاه فلان: where nobody said it, the clause before is what is denied.
    pub(super) fn clause_denied(&self, cue: &Cue, a: usize) -> Option<Content> {
        let r = self.reader;
        let comma = (cue.at.saturating_sub(4).max(a + 1)..cue.at)
            .rev()
            .find(|&i| r.mark(i) == Mark::Comma)?;
        let taken_up =
            matches!(r.t.text(comma + 1), "وهو" | "وهي" | "الامر") || r.points_back(cue.at, a);
        let from = self.clause_start(a, comma);
        (taken_up && comma > from + 2)
            .then(|| r.trim(from, comma))
            .flatten()
            .map(|p| Content {
                parts: vec![p],
                style: r.style(p.0, p.1),
            })
    }

    /// وثيقة سربت إلى الصحافة، : whether a clause on the indefinite noun before `x` tells what was done with it, up to a comma behind which
    /// the main clause begins.
    pub(super) fn done_with(&self, x: usize, b: usize) -> bool {
        let r = self.reader;
        let (w, text) = (r.w(x), r.t.text(x));
        let noun = r.w(x - 1);
        let comma = (x + 2..b.min(x + 8)).find(|&k| r.mark(k) != Mark::Word);
        r.mark(x) == Mark::Word
            && !noun.def
            && noun.pronoun == 0
            && r.mark(x - 1) == Mark::Word
            && !w.def
            && !w.conj
            && w.prep.is_none()
            && (text.ends_with('ت') && !text.ends_with("ات") || text.chars().count() == 3)
            && (r.is(x + 1, Class::Preposition))
            && comma.is_some_and(|k| {
                r.mark(k) == Mark::Comma
                    && r.mark(k + 1) == Mark::Word
                    && !r.w(k + 1).conj
                    && !r.is(k + 1, Class::That)
            })
    }

    /// The first comma that ends a clause: not one of a pair round a time, nor one before وذلك.
    pub(super) fn first_comma(&self, from: usize, limit: usize) -> usize {
        let r = self.reader;
        let mut i = from;
        while i < limit {
            if r.mark(i) == Mark::Comma {
                let close = (i + 1..limit.min(i + 5)).find(|&k| r.mark(k) == Mark::Comma);
                let time = close.filter(|&c| {
                    (i + 1..c).all(|k| r.is(k, Class::Time) || r.mark(k) == Mark::Number)
                });
                match time {
                    Some(c) => i = c,
                    None if r.t.text(i + 1) == "وذلك" => {}
                    None => return i,
                }
            }
            i += 1;
        }
        limit
    }

    /// Where a subordinate clause that begins the sentence ends: before the verb of the main one.
    pub(super) fn fronted(&self, cue: &Cue, a: usize, from: usize, limit: usize) -> Option<usize> {
        let r = self.reader;
        let first = (a..cue.at).find(|&i| r.mark(i) == Mark::Word)?;
        let word = r.t.text(first);
        // ورغم بيان كذا الذي تظهر فيه كذا، فإن فلانا كذا: the main clause is led in by its own word.
        if matches!(r.t.stem(first), "رغم" | "مع" | "بعد" | "نظرا" | "بسبب")
            && let Some(comma) = (from + 1..limit).find(|&i| {
                r.mark(i) == Mark::Comma
                    && r.is(i + 1, Class::That)
                    && r.t.text(i + 1).starts_with('ف')
            })
        {
            return Some(comma);
        }
        let word = word
            .strip_prefix('و')
            .filter(|w| w.len() > 4)
            .unwrap_or(word);
        let leads = matches!(word, "بينما" | "فيما" | "بعدما" | "عندما" | "حين" | "حينما")
            || matches!(r.t.text(first), "في" | "وفي")
                && matches!(r.t.text(first + 1), "حين" | "وقت" | "الوقت");
        // بعد أن أعلن كذا، فاجأ فلان كذا: nothing but the main clause begins with a bare word behind the comma.
        let after = matches!(word, "بعد" | "قبل" | "رغم" | "منذ")
            && r.t.text(first + 1) == "ان"
            && cue.at <= first + 3;
        if cue.kind != Kind::Verb || !(leads || after) || cue.at > first + 5 {
            return None;
        }
        (from + 1..limit).find(|&i| {
            r.mark(i) == Mark::Comma
                && r.mark(i + 1) == Mark::Word
                && (!r.w(i + 1).conj
                    && (r.finite(i + 1)
                        || r.is(i + 1, Class::Doing)
                        || r.pack.verb(&r.w(i + 1)).is_some())
                    || after && r.begins_main(i + 1))
        })
    }

    /// Whether a cue stands in a relative clause between commas, or as a noun in a circumstance before the main verb.
    pub(super) fn bounded(&self, cue: &Cue, a: usize) -> bool {
        let r = self.reader;
        match cue.kind {
            Kind::Verb => {
                let relative = cue.at > a && r.is(cue.at - 1, Class::Relative);
                relative
                    && (cue.at > a + 1 && r.mark(cue.at - 2) == Mark::Comma || cue.at <= a + 3)
                    && cue.opened != Opened::Quote
            }
            Kind::Deed | Kind::Noun => {
                // فلان: بعد إعلانه كذا، …: who wrote it stands before.
                let colon = (a..cue.at.min(a + 6)).find(|&i| r.mark(i) == Mark::Colon);
                let a = colon.map_or(a, |c| c + 1);
                let first = (a..cue.at).find(|&i| r.mark(i) == Mark::Word);
                first.is_some_and(|f| r.is(f, Class::Preposition) || r.is(f, Class::Time))
                    && !(a..cue.at).any(|i| r.mark(i) == Mark::Comma || r.finite(i))
            }
            _ => false,
        }
    }

    /// Whether a participle agrees not with the speaker of cue `own` but with someone within its content.
    pub(super) fn mismatch(&self, cues: &[Cue], own: usize, participle: &Cue) -> bool {
        let r = self.reader;
        let verb = &cues[own];
        if verb.kind != Kind::Verb || participle.at < verb.from {
            return false;
        }
        let form = r.w(verb.at).known.form.agreement;
        matches!(
            (form, r.w(participle.at).known.form.agreement),
            (Agreement::She, Agreement::He)
        ) && matches!(verb.who, Who::Phrase(np) if np.head == 0 || r.pack.head(&r.w(np.head - 1)).is_some_and(|h| h.gender == super::pack::Gender::She))
    }

    /// Skips what leads in a clause: marks, connectives, قد.
    pub(super) fn clause_start(&self, mut from: usize, until: usize) -> usize {
        let r = self.reader;
        // سلوى مراد: حدث كذا: who wrote it.
        if let Some(colon) = (from..until.min(from + 5)).find(|&i| r.mark(i) == Mark::Colon)
            && colon > from
            && (from == 0 || matches!(r.mark(from - 1), Mark::Line | Mark::Stop))
            && (from..colon)
                .all(|i| r.mark(i) == Mark::Word && !r.finite(i) || r.mark(i) == Mark::Line)
        {
            from = colon + 1;
        }
        while from < until {
            // يشار إلى أن فلانا فعل كذا، وفق فلان: the outlet's own way of leading in.
            if r.is(from, Class::Impersonal) {
                let that = from + 1 + usize::from(r.t.text(from + 1) == "الي");
                if that < until && r.is(that, Class::That) && r.t.text(that).ends_with('ن') {
                    from = that + 1;
                    continue;
                }
            }
            let skip = match r.mark(from) {
                Mark::Comma | Mark::Dash | Mark::Colon | Mark::Stop | Mark::Close | Mark::Line => {
                    true
                }
                Mark::Word => {
                    let phrase = r.phrase(from, Class::Break);
                    if phrase > 0 {
                        from += phrase;
                        continue;
                    }
                    r.is(from, Class::Break) && !r.is(from, Class::Preposition)
                        || matches!(
                            r.t.text(from),
                            "قد" | "وقد"
                                | "فقد"
                                | "لقد"
                                | "كما"
                                | "لكن"
                                | "ولكن"
                                | "فيما"
                                | "بينما"
                        )
                }
                _ => false,
            };
            if !skip {
                break;
            }
            from += 1;
        }
        from
    }
}
