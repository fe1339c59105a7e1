//! What goes round with nobody behind it: «تتناقل صفحات محلية أن …», «يتهامس الناس بأن …», «تناقلت مواقع نبأ وفاته». The wordings are data
//! (`packs/letters.ron`).

use super::embedded;
use super::ground::Ground;
use super::letters::{self, Letters};
use super::positions::clause_end;
use super::prose::Word;
use super::unheard::made;
use super::voiced::{enter, within_quotes};
use super::wordings::forms;
use crate::drafting::content::Words;
use crate::extraction::{Act, Proposed, SourceKind};

/// Adds what goes round, where nothing was heard of it.
pub(super) fn passed_round(ground: &Ground, statements: &mut Vec<Proposed>) {
    let Some(known) = letters::of() else {
        return;
    };
    let mut found: Vec<Proposed> = Vec::new();
    for (start, _, words) in ground.prose.sentences() {
        let forms = forms(&words, true);
        let Some((n, said)) =
            (0..words.len()).find_map(|n| round(known, &words, &forms, n).map(|said| (n, said)))
        else {
            continue;
        };
        let cue = &words[n];
        let bare = cue.folded.trim_start_matches(['و', 'ف']).chars().count();
        let begins = cue.end - bare.min(cue.end - cue.start);
        let content = (words[said].start, words[clause_end(&words, said)].end);
        let met = statements.iter().any(|s| {
            let all = s.content.iter().chain(&s.cue);
            all.into_iter()
                .any(|q| (q.start as usize) < content.1 && begins < q.end as usize)
        });
        if met || within_quotes(ground, start, cue.start) {
            continue;
        }
        let one = made(
            ground,
            (begins, cue.end),
            Some(&words[n..=n]),
            content,
            Act::Rumour,
        );
        found.extend(one.map(|one| Proposed {
            id: format!("z{begins}"),
            source: None,
            source_name: None,
            named: false,
            source_kind: SourceKind::Unattributed,
            ..one
        }));
    }
    enter(statements, found);
}

/// Where what goes round begins, behind a verb of passing round and who is nobody in particular.
fn round(known: &Letters, words: &[Word], forms: &Words, n: usize) -> Option<usize> {
    const FAR: usize = 13;
    known.rounds.at(forms, n, n + 1)?;
    let embedded = embedded::of()?;
    let opens = n < 3
        || !words[n - 1].after.is_empty()
        || words[n].folded.starts_with('و')
        || matches!(
            words[n - 1].folded.as_str(),
            "فيما" | "بينما" | "حين" | "كما"
        );
    known.crowd.at(forms, n + 1, n + 2).filter(|_| opens)?;
    let end = words.len().min(n + FAR);
    let k = (n + 2..end).find(|&k| {
        embedded.that.at(forms, k, k + 1).is_some() || embedded.news.at(forms, k, k + 1).is_some()
    })?;
    let stops = words[n..k]
        .iter()
        .any(|w| w.after.contains([':', '.', ';', '؛', '،']));
    let bare = matches!(words[k].folded.trim_start_matches('ب'), "ان");
    let said = k + usize::from(bare);
    (!stops && said < words.len()).then_some(said)
}
