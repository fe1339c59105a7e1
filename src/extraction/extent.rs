//! How far the contents of a sentence's cues reach, each up to the next clause that another cue begins.

use super::content::Content;
use super::cue::{Cue, Kind, Opened, Who};
use super::engine::State;
use super::output::Style;
use super::pack::Class;
use super::phrase::Np;
use super::shape::Shape;
use super::token::Mark;

impl State<'_> {
    /// Contents of all cues of a sentence: each runs up to the next clause that another cue begins.
    pub(super) fn contents(
        &self,
        cues: &[Cue],
        a: usize,
        b: usize,
        merged: &mut [Option<(usize, Np)>],
    ) -> Vec<Option<Content>> {
        let r = self.reader;
        let mut out: Vec<Option<Content>> = vec![None; cues.len()];
        let limit_after = |from: usize, own: usize| {
            cues.iter()
                .enumerate()
                .filter(|&(k, c)| {
                    k != own
                        && c.separate
                        && c.clause >= from.max(a)
                        && (c.clause > from || c.at > from)
                        // وأضاف: هم يعتقدون أن كذا: the speech begins with it.
                        && !(c.clause == from && r.mark(from.wrapping_sub(1)) == Mark::Colon)
                })
                .filter(|(_, c)| {
                    // A participle that does not agree belongs to somebody within, unless a cue before does agree with it.
                    !(c.kind == Kind::Participle
                        && self.mismatch(cues, own, c)
                        && !(0..own).any(|j| {
                            cues[j].kind == Kind::Verb
                                && r.w(cues[j].at).known.form.agreement
                                    == r.w(c.at).known.form.agreement
                        }))
                })
                .map(|(_, c)| c.clause.max(from))
                .min()
                .unwrap_or(b)
        };
        for (k, cue) in cues.iter().enumerate() {
            out[k] = match cue.kind {
                Kind::Bracket | Kind::According => continue,
                _ => match cue.opened {
                    Opened::Before => {
                        let until = cue.until.unwrap_or(cue.at);
                        if r.mark(cue.from) == Mark::Open {
                            r.trim(cue.from + 1, until - 1).map(|p| Content {
                                parts: vec![p],
                                style: Style::Direct,
                            })
                        } else {
                            let from = self.clause_start(cue.from, until);
                            r.trim(from, until).map(|p| Content {
                                parts: vec![p],
                                style: r.style(p.0, p.1),
                            })
                        }
                    }
                    Opened::Pronoun => (0..k)
                        .rev()
                        .find_map(|j| out[j].clone())
                        .or_else(|| self.clause_denied(cue, a)),
                    _ => {
                        let mut from = cue.from;
                        let quoted = r.mark(from) == Mark::Open && r.mate(from) > from;
                        let limit = limit_after(if quoted { r.mate(from) } else { from }, k);
                        // أفاد المصدر الذي قال كذا بأن كذا: the that-word of the verb around it ends what a relative clause tells.
                        let told_of = cue.at > a && r.is(cue.at - 1, Class::Relative);
                        let limit = cues[..k]
                            .iter()
                            .filter(|c| {
                                told_of
                                    && c.kind == Kind::Verb
                                    && c.opened == Opened::That
                                    && c.from > from + 1
                                    && r.is(c.from - 1, Class::That)
                            })
                            .map(|c| c.from - 1)
                            .min()
                            .map_or(limit, |end| limit.min(end));
                        // (الذي شكك الخبراء في قيمته): what is said within brackets ends with them.
                        let limit = (cue.at.saturating_sub(12).max(a)..cue.at)
                            .rev()
                            .find(|&i| {
                                r.mark(i) == Mark::BracketOpen
                                    && r.mate(i) > cue.at
                                    && r.mate(i) < cue.at + 40
                            })
                            .map_or(limit, |i| limit.min(r.mate(i)));
                        let inside = r.tok(cue.at).map_or(0, |t| t.quote as usize);
                        let mut limit = if inside > 0 {
                            (from..limit.min(r.mate(inside - 1)))
                                .find(|&i| r.mark(i) == Mark::Stop)
                                .unwrap_or(limit.min(r.mate(inside - 1)))
                        } else {
                            limit
                        };
                        // وفق المرصد، الذي قال إن …: nothing can follow but what was said.
                        let tail = k > 0
                            && cues[k - 1].kind == Kind::According
                            && cues[k - 1].from + 3 >= cue.at;
                        // في حين أكد فلان كذا، حدث كذا: the main clause is no part of what stands in front of it.
                        if let Some(comma) = self.fronted(cue, a, from, limit) {
                            limit = comma;
                        }
                        if self.bounded(cue, a) && !quoted && !tail {
                            // Within a relative clause or a fronted circumstance the content ends at its comma.
                            limit = self.first_comma(from, limit);
                        }
                        limit = self.judged(cue, (a, from), limit);
                        if cue.kind == Kind::Verb && !quoted {
                            limit = self.goes_on_itself(cue, from, limit);
                        }
                        if matches!(cue.kind, Kind::Verb | Kind::Participle) {
                            limit = self.demanded(cue, from, limit);
                        }
                        while from < limit
                            && r.is(from, Class::Adverb)
                            && !r.is(from, Class::Auxiliary)
                            && matches!(r.t.text(from), "ايضا" | "كذلك")
                        {
                            from += 1;
                        }
                        r.content(from, limit, cue.opened == Opened::Quote, Shape::of(cue))
                    }
                },
            };
        }
        // قصير، حسب رأيها، لقطعه: behind one's own words over it the content goes on.
        for (k, cue) in cues.iter().enumerate() {
            if cue.kind != Kind::Bracket {
                continue;
            }
            if let Some(j) = (0..k).rev().find(|&j| out[j].is_some())
                && let Some((first, end)) = out[j].as_ref().and_then(|c| c.parts.last().copied())
                && let Some(at) = self.resumes(cue, cues, (first, end), b)
            {
                let until = r.clause_end(at, limit_after(at, k), Shape::Clause);
                if let (Some(part), Some(content)) = (r.trim(at, until), &mut out[j]) {
                    content.parts.push(part);
                }
            }
        }
        for (k, cue) in cues.iter().enumerate() {
            if let Some(content) = &mut out[k] {
                self.taken_up_parts(cue, content, a);
            }
        }
        for (k, cue) in cues.iter().enumerate() {
            if cue.kind != Kind::According {
                continue;
            }
            let words_before = (a..cue.at)
                .filter(|&i| r.mark(i) == Mark::Word && !r.is(i, Class::Adverb))
                .count();
            let dash = r.mark(cue.at.wrapping_sub(1)) == Mark::Dash && cue.at > a;
            // كانوا – بحسب تقارير – يحضرون: the content stands round it.
            if dash && r.mark(cue.from) == Mark::Dash {
                let start = cues
                    .iter()
                    .filter(|c| c.separate && c.at < cue.at)
                    .map(|c| c.from)
                    .max()
                    .unwrap_or(a);
                let first = r.trim(self.clause_start(start, cue.at), cue.at - 1);
                let limit = limit_after(cue.from, k);
                let second = r.trim(
                    cue.from + 1,
                    r.clause_end(cue.from + 1, limit, Shape::Clause),
                );
                let parts: Vec<_> = first.into_iter().chain(second).collect();
                if !parts.is_empty() {
                    out[k] = Some(Content {
                        style: if parts.iter().any(|p| r.style(p.0, p.1) == Style::Mixed) {
                            Style::Mixed
                        } else {
                            Style::Indirect
                        },
                        parts,
                    });
                }
                continue;
            }
            // علق، وفق ما نقلته الوكالة: "…": what is quoted behind the colon.
            if r.mark(cue.from) == Mark::Colon && r.mark(cue.from + 1) == Mark::Open {
                let limit = limit_after(r.mate(cue.from + 1), k);
                out[k] = r.content(cue.from + 1, limit, true, Shape::Clause);
                continue;
            }
            // A clause of its own begins with the phrase: وبحسب فلان، …
            let fresh = words_before == 0
                || cue.at > a
                    && matches!(r.mark(cue.at - 1), Mark::Comma | Mark::Close)
                    && r.w(cue.at).conj;
            let ends_after = cue.from >= b
                || matches!(r.mark(cue.from), Mark::Stop | Mark::Line | Mark::Ellipsis);
            if fresh && !ends_after {
                let mut from = cue.from;
                // وبحسب وثيقة أعدها كذا واطلع عليها كذا، فإن كذا: up to the clause that فإن begins.
                let so = |i: usize| matches!(r.t.text(i), "فان" | "فانه" | "فانها" | "فانهم");
                if let Some(at) = (from..b.min(from + 30))
                    .take_while(|&i| {
                        !matches!(r.mark(i), Mark::Stop | Mark::Line | Mark::Colon)
                            && !r.is(i, Class::That)
                    })
                    .find(|&i| r.mark(i) == Mark::Comma && so(i + 1))
                {
                    from = at;
                }
                // غير المعترف بها، المملوكة للدولة: more about the source, up to the comma.
                for _ in 0..2 {
                    let comma = usize::from(r.mark(from) == Mark::Comma);
                    let x = from + comma;
                    let more = r.mark(x) == Mark::Word
                        && (r.is(x, Class::Relative)
                            // وفقا لتقرير نشرته الصحيفة، فإن كذا
                            || comma == 0
                                && r.t.text(x).ends_with(['ه', 'ا'])
                                && ["نشر", "اصدر", "اعد", "بث", "اورد", "اجر"]
                                    .iter()
                                    .any(|s| r.t.text(x).starts_with(s))
                            // وبحسب موازنة وزعت على الأعضاء، تعاني اللجنة كذا
                            || comma == 0 && self.done_with(x, b)
                            || comma == 0
                                && (r.is(x, Class::Negation) || r.is(x, Class::Preposition))
                            || r.w(x).def
                                && r.w(x).prep.is_none()
                                && !r.w(x).conj
                                && r.pack.head(&r.w(x)).is_none());
                    let Some(end) = (x..b.min(x + if r.is(x, Class::Relative) { 20 } else { 8 }))
                        .find(|&i| {
                            matches!(r.mark(i), Mark::Comma | Mark::Open | Mark::Colon)
                                || matches!(r.t.text(i), "فان" | "فانه" | "فانها" | "فقد")
                        })
                        .filter(|_| more)
                    else {
                        break;
                    };
                    from = end;
                }
                while from < b
                    && (matches!(r.mark(from), Mark::Comma | Mark::Colon)
                        || r.is(from, Class::Auxiliary) && r.is(from, Class::Adverb)
                        || matches!(r.t.text(from), "فقد" | "لقد" | "فان" | "فانه" | "فانها")
                        || r.is(from, Class::That))
                {
                    from += 1;
                }
                let next = cues.iter().position(|c| {
                    c.at >= from
                        && c.at <= from + 3
                        && matches!(c.kind, Kind::Verb | Kind::Participle)
                });
                if let Some(n) = next
                    && let Some(content) = out[n].clone()
                {
                    let explicit = matches!(cues[n].who, Who::Phrase(_));
                    if explicit {
                        out[k] = Some(content);
                    } else if let Who::Phrase(np) = cue.who {
                        merged[n] = Some((k, np));
                    }
                    continue;
                }
                let quoted = r.mark(from) == Mark::Open;
                let limit = limit_after(if quoted { r.mate(from) } else { from }, k);
                out[k] = r.content(from, limit, false, Shape::Clause);
                continue;
            }
            // حدث كذا، وفقا لفلان، في المدينة: the content stands round it.
            let commas = r.mark(cue.from) == Mark::Comma;
            let n = cue.from + usize::from(commas);
            let around = cue.at > a
                && if commas {
                    r.mark(cue.at - 1) == Mark::Comma
                } else {
                    // أسفرت وفق المرصد عن مقتل كذا: without commas, within the clause of its verb.
                    r.mark(cue.at - 1) == Mark::Word
                        && !r.finite(cue.at - 1)
                        && (matches!(r.t.text(n), "عن" | "الي" | "علي" | "من" | "في")
                            && !r.is(n + 1, Class::Occasion)
                            && !r.is(n + 1, Class::Time)
                            // يتضمن الاتفاق وفق الوكالة "كذا": its object is still to come.
                            || words_before <= 6
                                && (r.mark(n) == Mark::Open || r.w(n).deed && !r.w(n).def)
                            // يسلك المدنيون وفق المرصد طرقا كذا: likewise where it is no deed.
                            || words_before <= 8
                                && r.w(cue.at - 1).def
                                && r.mark(n) == Mark::Word
                                && r.mark(n + 1) == Mark::Word
                                && !r.w(n).def
                                && r.w(n).prep.is_none()
                                && !r.is(n, Class::Preposition)
                                && !r.is(n, Class::Time)
                                && r.w(n).known.verb == 0)
                }
                && (r.mark(n) == Mark::Word || r.mark(n) == Mark::Open)
                && n < b
                && !r.t.text(n).starts_with('و')
                && !r.w(n).conj
                && !r.finite(n)
                && !r.is(n, Class::Break)
                && !r.is(n, Class::SoftBreak)
                && !r.is(n, Class::Relative)
                && !(r.is(n, Class::Time) && r.mark(n + 1) != Mark::Word)
                && !r.is(n, Class::Without)
                && !r.is(n, Class::Adverb)
                && r.phrase(n, Class::Break) == 0
                && r.phrase(n, Class::Adverb) == 0
                && !(r.w(n).known.verb != 0 && r.w(n).known.head == 0 && !r.w(n).deed)
                && !(r.w(n).according
                    && !matches!(
                        (r.t.text(n), r.t.text(n + 1)),
                        ("في", next) if commas && next != "حصيله"
                    )
                    && !matches!(
                        (r.t.text(n), r.t.text(n + 1)),
                        ("علي", next) if !matches!(next, "حد" | "ما")
                    ))
                // بحسب وكالة كذا، التابعة للدولة: more about her.
                && !(commas
                    && r.w(n).def
                    && ["تابع", "مملوك", "مقرب", "ممول", "رسمي", "حكومي", "محلي"]
                        .iter()
                        .any(|s| r.t.core(n).starts_with(s)))
                && !cues.iter().any(|c| c.at >= n && c.at <= n + 2)
                // وفق مصدر طبي، في هجوم نسبته الحركة إلى الجيش: what another says is not his.
                && !(matches!(r.t.text(n), "في" | "علي")
                    && (n..b.min(n + 10))
                    .take_while(|&i| !matches!(r.mark(i), Mark::Comma | Mark::Stop | Mark::Line))
                    .any(|i| r.finite(i) && r.mark(i) == Mark::Word))
                && !(r.t.text(n).starts_with('م')
                    && r.t.text(n).ends_with(['ا', 'ه'])
                    && !r.w(n).found);
            if around {
                let inner = cues
                    .iter()
                    .any(|c| c.at < cue.at && c.separate && c.kind != Kind::Noun);
                let first = r.trim(self.clause_start(a, cue.clause), cue.clause);
                let second = r.trim(n, r.clause_end(n, limit_after(cue.from, k), Shape::Clause));
                // جاء ذلك، وفق الوكالة، على لسان فلان: nothing is said.
                let first = first
                    .filter(|p| !(p.1 - p.0 <= 2 && matches!(r.t.text(p.1 - 1), "ذلك" | "هذا")));
                if let (Some(first), Some(second), false) = (first, second, inner) {
                    out[k] = Some(Content {
                        style: if r.style(first.0, first.1) == Style::Mixed
                            || r.style(second.0, second.1) == Style::Mixed
                        {
                            Style::Mixed
                        } else {
                            Style::Indirect
                        },
                        parts: vec![first, second],
                    });
                    continue;
                }
            }
            // … بحسب فلان: the clause before.
            let inner = (0..cues.len()).rev().find(|&j| {
                j != k
                    && cues[j].at < cue.at
                    && cues[j].kind != Kind::Noun
                    && cues[j].kind != Kind::Bracket
                    && !(cues[j].kind == Kind::According && cues[j].from > cue.clause)
                    && out[j].is_some()
                    && (cues[j].separate || cues[j].at <= a + 2)
            });
            if let Some(j) = inner
                && let Some(content) = &out[j]
            {
                let until = content.parts.last().map_or(cue.clause, |p| p.1);
                let gap = (until..cue.clause)
                    .filter(|&i| r.mark(i) == Mark::Word)
                    .count();
                // … ، وذلك بعد كذا، وفق فلان: the circumstance is no statement by itself.
                let aside = (until..cue.clause)
                    .find(|&i| r.mark(i) == Mark::Word)
                    .is_some_and(|i| r.t.text(i) == "وذلك");
                if gap <= 3 || aside {
                    out[k] = Some(content.clone());
                } else {
                    let until = match cues[j].kind {
                        Kind::According if !r.is(cues[j].from, Class::Relative) => {
                            until.max(cues[j].from)
                        }
                        _ => until,
                    };
                    let from = self.clause_start(until, cue.clause);
                    out[k] = r.trim(from, cue.clause).map(|p| Content {
                        parts: vec![p],
                        style: r.style(p.0, p.1),
                    });
                }
                continue;
            }
            // … حسب فلان، وكذا، حسب فلان: the second clause begins after the first phrase.
            let after = cues[..k]
                .iter()
                .filter(|c| c.kind == Kind::According && c.from < cue.clause)
                .map(|c| c.from)
                .max()
                .unwrap_or(a);
            let mut from = self.clause_start(after, cue.clause);
            // بعد إعلان …، حدث كذا، بحسب فلان: the circumstance has its own statement.
            if let Some(j) = (0..k).find(|&j| {
                self.bounded(&cues[j], a) && matches!(cues[j].kind, Kind::Deed | Kind::Noun)
            }) && let Some(comma) = (cues[j].at..cue.clause).find(|&i| r.mark(i) == Mark::Comma)
            {
                from = self.clause_start(comma, cue.clause);
            }
            if r.mark(cue.clause.saturating_sub(1)) == Mark::Word
                && let Some(joined) = r.last_clause(from, cue.clause)
            {
                from = joined;
            }
            if r.mark(from) == Mark::Open && r.mate(from) + 2 >= cue.clause {
                out[k] = r.trim(from + 1, r.mate(from)).map(|p| Content {
                    parts: vec![p],
                    style: Style::Direct,
                });
                continue;
            }
            // بشأن القصف الذي أسفر عن مقتل كذا وفق حصيلة: the toll alone is hers.
            let toll = (from + 4..cue.clause).rev().take(14).find(|&i| {
                matches!(
                    r.t.text(i),
                    "اسفر" | "اسفرت" | "ادي" | "ادت" | "اودي" | "اودت"
                ) && r.mark(i + 1) == Mark::Word
                    && r.tok(i).is_some_and(|t| t.quote == 0)
            });
            // …، وراح ضحيتها كذا، بحسب أرقام كذا: the toll alone, with a comma or without.
            let victims = (from + 4..cue.clause).rev().take(20).find(|&i| {
                matches!(r.t.text(i), "راح" | "وراح") && r.t.text(i + 1).starts_with("ضحيت")
            });
            if let Some(i) = victims {
                from = i;
            }
            // … ، الأمر الذي تزامن مع كذا على حد تعبير فلان: what it adds to, without a comma before the phrase.
            let added = (from + 4..cue.clause).rev().find(|&i| {
                r.t.text(i) == "الامر"
                    && r.is(i + 1, Class::Relative)
                    && r.mark(i - 1) == Mark::Comma
            });
            if let Some(i) = added
                && r.mark(cue.at - 1) == Mark::Word
            {
                from = i + 2;
            }
            if let Some(i) = toll
                && r.mark(cue.at - 1) == Mark::Word
                && !(i..cue.at).any(|k| r.mark(k) == Mark::Comma)
            {
                from = i + 1 + usize::from(r.is(i + 1, Class::Preposition));
            }
            // نشرت الصحيفة تقريرا مماثلا نقلا عن فلان: that it was published is not what he said.
            let published = matches!(r.t.stem(from), "نشرت" | "نشر" | "بثت" | "اوردت")
                && r.pack.head(&r.w(from + 1)).is_some_and(|h| {
                    matches!(
                        h.kind,
                        super::output::SourceKind::Outlet | super::output::SourceKind::Website
                    )
                })
                && cue.clause < from + 10
                && r.t.stem(cue.at) == "نقلا";
            if published {
                continue;
            }
            // جاء ذلك وفقا لكذا: nothing is said.
            let empty = |p: &(usize, usize)| {
                p.1 - p.0 < 2 || p.1 - p.0 == 2 && matches!(r.t.text(p.0 + 1), "ذلك" | "هذا")
            };
            out[k] = r
                .trim(from, cue.clause)
                .filter(|p| !empty(p))
                .map(|p| Content {
                    parts: vec![p],
                    style: r.style(p.0, p.1),
                });
        }
        out
    }
}
