//! Whose aircraft fly from where, and who speaks for a body by a part of a name: by what articles themselves say.

use std::collections::BTreeSet;

use super::assign::{Read, read};
use super::deed::{kinds, sound};
use super::families::Words;
use crate::drafting::Article;
use crate::drafting::content::page::Page;
use crate::extraction::{MentionKind, Piece};

/// The consonants of the last words of bases that articles call theirs: «قاعدة رأس القمر», "their base at al-Jufr".
pub(super) fn bases(
    articles: &[Article],
    pages: &[Option<Page>],
    words: &[Option<Words>],
    doers: &[&str],
) -> BTreeSet<String> {
    const NEAR: usize = 7;
    let mut out = BTreeSet::new();
    for Read {
        page,
        words,
        families,
        ..
    } in read(articles, pages, words)
    {
        let base = |k: usize| families.bases.at(words, k, k + 1).is_some();
        for &(a, b) in &page.survey.sentences {
            let whose = kinds(families, words, a, b)
                .iter()
                .any(|k| doers.contains(k));
            for k in (a..b).filter(|&k| base(k)) {
                // «قاعدة الجفر»: what stands right behind; else a name near, where the sentence says whose.
                let low = if whose {
                    k.saturating_sub(NEAR).max(a)
                } else {
                    k
                };
                for n in low..(k + NEAR).min(b) {
                    let marked = page
                        .survey
                        .marked
                        .iter()
                        .any(|m| m.kind == MentionKind::Place && m.a <= n && n + 1 == m.b);
                    let behind =
                        n == k + 1 && page.arabic() && page.def(n) && page.entry(n).is_none();
                    let latin = !page.arabic()
                        && page.capital(n)
                        && page.piece(n) == Piece::Word
                        && (n + 1 == k
                            || n > 0 && matches!(page.text(n - 1), "at" | "of" | "al" | "-"));
                    let key = sound(page.text(n));
                    if (marked || behind || latin) && key.chars().count() > 2 {
                        out.insert(key);
                    }
                }
            }
        }
    }
    out
}

/// Whether a name is of somebody who speaks for them: in full, or by the end of it.
pub(super) fn of_them(speaks: &BTreeSet<String>, name: &str) -> bool {
    let said = sound(name);
    speaks.contains(&said)
        || said.chars().count() > 3 && speaks.iter().any(|full| full.ends_with(&said))
}
