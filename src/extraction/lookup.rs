//! Words of tokens looked up, many at once, and noted for the passes that ask about some of them only.

use super::lexicon::Pack;
use super::pack::Class;
use super::token::Tokens;
use super::traits::Trait;
use super::vocabulary::{Vocabulary, Wanted};

impl Tokens<'_> {
    /// The words from `a` to `b` that may be a cue.
    pub(super) fn cues(&self, a: usize, b: usize) -> impl Iterator<Item = usize> {
        within(&self.cues, a, b)
    }

    /// The nouns from `a` to `b` that may head a source.
    pub(super) fn heads(&self, a: usize, b: usize) -> impl Iterator<Item = usize> {
        within(&self.heads, a, b)
    }

    /// Looks up the words of tokens, and notes those that later passes look at.
    pub(super) fn look_up(&mut self, wanted: &[Wanted], known: &mut Vocabulary, pack: &Pack) {
        let mut first = known.first_of(wanted);
        let [mut unknown, mut heads, mut cues, mut spelt] = [Few::default(); 4];
        for w in wanted {
            let Some(token) = self.all.get_mut(w.token as usize) else {
                continue;
            };
            let word = if first & 1 == 1 {
                known.first(w)
            } else if let Some(word) = known.find(w) {
                word
            } else {
                // What is put in may stand where another was found.
                first = 0;
                known.learn(w, token.text, pack)
            };
            first >>= 1;
            token.word = word;
            let known = &word.known;
            unknown.note(w.token, !word.found && !word.def);
            heads.note(w.token, known.head != 0);
            cues.note(w.token, word.may_be_cue());
            spelt.note(
                w.token,
                known.verb != 0
                    || word.deed
                    || word.def && !word.found
                    || word.is(Class::That)
                    || word.is(Class::NotBeforeThat) && token.text == "الا"
                    || word.has(Trait::EndsYa),
            );
        }
        self.unknown.extend_from_slice(unknown.all());
        self.heads.extend_from_slice(heads.all());
        self.cues.extend_from_slice(cues.all());
        self.spelt.extend_from_slice(spelt.all());
    }
}

/// The numbers from `a` to `b` of a list in order.
fn within(list: &[u32], a: usize, b: usize) -> impl Iterator<Item = usize> {
    let place = |end: usize| list.partition_point(|&i| (i as usize) < end);
    let some = list.get(place(a)..place(b)).unwrap_or_default();
    some.iter().map(|&i| i as usize)
}

/// Some of the tokens that are looked up at once. Whether one is noted is not to be guessed: it is written anyhow, and the
/// next in its place.
#[derive(Clone, Copy, Default)]
struct Few {
    tokens: [u32; Wanted::AT_ONCE],
    count: usize,
}

impl Few {
    #[inline]
    fn note(&mut self, token: u32, holds: bool) {
        if let Some(place) = self.tokens.get_mut(self.count) {
            *place = token;
            self.count += usize::from(holds);
        }
    }

    fn all(&self) -> &[u32] {
        self.tokens.get(..self.count).unwrap_or_default()
    }
}
