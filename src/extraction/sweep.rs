//! What is read of every sentence before any is understood: its cues, and who is named in passing.
//!
//! Both depend on the sentence alone. They are asked of one sentence after the other because each is a long way through the
//! program, and a processor that has just gone it goes it faster.

use super::cue::Cue;
use super::pack::{Class, Of};
use super::phrase::{Np, Reader, Reading};
use super::token::Mark;

/// The cues of a sentence, and the reporting words that give no statement, with the reason.
pub(super) type Cues = (Vec<Cue>, Vec<(usize, &'static str)>);

/// The cues of the sentence `a..b`.
pub(super) fn cues_of(r: &Reader, a: usize, b: usize) -> Cues {
    let mut cues: Vec<Cue> = Vec::new();
    let mut failed: Vec<(usize, &'static str)> = Vec::new();
    let mut from = a;
    for i in r.t.cues(a, b) {
        if i < from {
            continue;
        }
        if let Some(last) = cues.last()
            && (last.also.contains(&i) || matches!(last.relayed, Some((_, Some(k))) if k == i))
        {
            continue;
        }
        match r.cue(i, a, b) {
            Some(Ok(cue)) => {
                from = cue.end.max(i + 1);
                cues.push(cue);
            }
            Some(Err(why)) => failed.push((i, why)),
            None => {}
        }
    }
    (cues, failed)
}

/// Adds the persons and bodies that are named in the sentence `a..b`, each with its token and what it is.
pub(super) fn phrases_of(r: &Reader, a: usize, b: usize, out: &mut Vec<(usize, Of, Np)>) {
    for i in r.t.heads(a, b) {
        // طالب وزير كذا: he demands, no student.
        let demands = || {
            r.t.core(i) == "طالب"
                && (i == 0 || r.mark(i - 1) != Mark::Word || r.w(i).conj)
                && (r.pack.head(&r.w(i + 1)).is_some() || r.w(i + 1).def)
        };
        // عبد الملك is no king.
        let king = || {
            i > 0
                && (r.t.core(i - 1) == "عبد"
                    // مركز الملك فهد: the name of a centre.
                    || r.t.core(i) == "ملك"
                        && r.w(i).def
                        && !r.w(i - 1).def
                        && r.pack.head(&r.w(i - 1)).is_some_and(|h| h.of == Of::Body))
        };
        if let Some(h) = r.pack.head(&r.w(i))
            && matches!(h.of, Of::Person | Of::Body)
            && r.mark(i) == Mark::Word
            && !demands()
            && !king()
        {
            let np = r.noun_phrase(
                i,
                b,
                Reading {
                    led: true,
                    object: true,
                    ..Reading::default()
                },
            );
            // استخدام الحكومة لغاز كذا: what it uses is no part of its name.
            let np = np.map(|n| {
                let used = i > 0
                    && h.of == Of::Body
                    && r.mark(i - 1) == Mark::Word
                    && !r.w(i - 1).def
                    && (r.w(i - 1).deed || r.is(i - 1, Class::Deed));
                let end = (n.a + 1..n.b).find(|&k| used && r.w(k).prep == Some('ل'));
                Np {
                    b: end.unwrap_or(n.b),
                    ..n
                }
            });
            let telling = |n: &Np| {
                n.name != (0, 0) && h.of == Of::Person
                    || h.of == Of::Body && n.b - n.a > 1 && n.b - n.a < 8
            };
            out.extend(np.filter(telling).map(|n| (i, h.of, n)));
        }
    }
}
