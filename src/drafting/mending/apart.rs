//! One speaker's words that a text parts by its own: two quotations on either side of "she said" are two statements.

use super::ground::Ground;
use crate::extraction::Proposed;

/// Parts a statement of several quotations where a sentence ends between them; one sentence broken by "he said" stays one.
pub(super) fn apart(ground: &Ground, statements: &mut Vec<Proposed>) {
    let mut n = 0;
    while n < statements.len() {
        let one = &statements[n];
        let cut = (1..one.content.len()).find(|k| {
            let (before, after) = (&one.content[k - 1], &one.content[*k]);
            let between = ground
                .prose
                .slice(before.end as usize, after.start as usize);
            let said = one
                .cue
                .as_ref()
                .is_some_and(|c| before.end <= c.start && c.end <= after.start);
            said && between.contains(['.', '!', '?', '؟', '\n'])
        });
        if let Some(k) = cut {
            let mut more = statements[n].clone();
            more.content = statements[n].content.split_off(k);
            more.id = format!("{}p{}", statements[n].id, more.content[0].start);
            more.cue_also = Vec::new();
            let from = more.content[0].start;
            let (kept, gone): (Vec<_>, Vec<_>) = std::mem::take(&mut statements[n].mentions)
                .into_iter()
                .partition(|m| m.start < from);
            statements[n].mentions = kept;
            more.mentions = gone;
            // What stands inside the later words stands inside them still.
            let (old, new) = (statements[n].id.clone(), more.id.clone());
            for s in statements.iter_mut() {
                let later = s.content.first().is_some_and(|c| c.start >= from);
                if later && s.nested_in.as_ref() == Some(&old) {
                    s.nested_in = Some(new.clone());
                }
            }
            statements.insert(n + 1, more);
        }
        n += 1;
    }
}
