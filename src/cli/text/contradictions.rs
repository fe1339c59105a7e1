//! `view contradictions` and `view disputes` as text.

use isnad::analysis::{Kind, Within};
use isnad::view::{ContradictionView, ContradictionsView, DisputesView, Filter, Rule, labels};

use super::super::terminal::clean;
use super::Page;

pub(in crate::cli) fn draw(view: &ContradictionsView, page: &Page<'_>, filter: &Filter) -> String {
    let pairs = |view: &ContradictionsView| -> Vec<String> {
        let pairs = view.contradictions.iter();
        pairs.map(|one| one.statements.join("×")).collect()
    };
    let written = pairs(view);
    // What makes the whole number is all of them, however many are written in the table.
    let cut = page.explain && (written.len() as u64) < view.total;
    let all = if cut {
        let limit = Some(0);
        pairs(&ContradictionsView::new(
            page.material,
            &Filter { limit, ..*filter },
        ))
    } else {
        written.clone()
    };
    let mut text = page.figures(
        view.total as usize,
        (
            [
                "contradiction between statements",
                "contradictions between statements",
            ],
            [
                "تعارض واحد بين الأقوال",
                "تعارضان بين الأقوال",
                "تعارضات بين الأقوال",
                "تعارضًا بين الأقوال",
            ],
        ),
        &all,
        Rule::Contradictions,
    );
    if (view.contradictions.len() as u64) < view.total {
        text.push_str(&format!(
            " ({} {})",
            page.figure(written.len(), &written, Rule::Contradictions),
            page.say(
                "written; --limit 0 writes all",
                "مكتوبة؛ --limit 0 لكتابتها كلها"
            )
        ));
    }
    text.push('\n');
    let rows = view
        .contradictions
        .iter()
        .map(|one| {
            let mut what = kind(page, one.kind).to_owned();
            if !one.certain {
                what.push_str(page.say("\npossible only", "\nاحتمال فقط"));
            }
            if let Some(within) = one.within {
                what.push('\n');
                what.push_str(match within {
                    Within::Statement => page.say("within one statement", "داخل قول واحد"),
                    Within::Heading => page.say("heading against its text", "العنوان والمتن"),
                    Within::Source => page.say("one source against itself", "مصدر يناقض نفسه"),
                });
            }
            vec![what, side(page, one, 0), side(page, one, 1), why(page, one)]
        })
        .collect();
    text.push_str(&page.terminal.table(
        &[
            page.say("about", "فيمَ"),
            page.say("one", "القول الأول"),
            page.say("other", "القول الثاني"),
            page.say("because", "السبب"),
        ],
        rows,
    ));
    if !view.not_comparable.is_empty() {
        text.push_str(page.say(
            "\nThese only look like contradictions:\n",
            "\nما يشبه التعارض وليس منه:\n",
        ));
        let rows = view
            .not_comparable
            .iter()
            .map(|one| {
                vec![
                    one.statements.join("\n"),
                    one.claims.join("\n"),
                    page.words(&one.words),
                ]
            })
            .collect();
        text.push_str(&page.terminal.table(
            &[
                page.say("statements", "القولان"),
                page.say("questions", "المسألتان"),
                page.say("why it is none", "لماذا ليس تعارضًا"),
            ],
            rows,
        ));
    }
    text
}

fn side(page: &Page<'_>, one: &ContradictionView, n: usize) -> String {
    let said_by = page
        .case()
        .statements
        .key(&one.statements[n])
        .and_then(|key| page.material.chains().of(key).next())
        .map(|chain| chain.origin().map(|s| page.case().sources.id(s).to_owned()));
    let who = match said_by {
        Some(origin) => page.source(origin.as_deref()),
        None => String::new(),
    };
    format!(
        "{}\n{who}\n{}",
        one.statements[n],
        page.question(&one.claims[n])
    )
}

fn why(page: &Page<'_>, one: &ContradictionView) -> String {
    let mut lines = Vec::new();
    if one.because.iter().all(|step| step.judgement.is_some()) {
        // Who passes a report on does not say so.
        let plain = match one.kind {
            Kind::DisputedRumour => page.say(
                "the one is passed on without anybody vouching for it, the other denies it",
                "أحدهما منقول دون جزم والآخر ينفيه",
            ),
            _ => page.say(
                "the one says so, the other denies it",
                "أحدهما يقول بوقوعه والآخر ينفيه",
            ),
        };
        lines.push(plain.to_owned());
    }
    lines.extend(one.because.iter().map(|step| {
        let words = page.words(&step.words);
        if words.is_empty() {
            step.rule.clone()
        } else {
            words
        }
    }));
    lines.join("\n")
}

fn kind(page: &Page<'_>, kind: Kind) -> &'static str {
    page.tongue().of(labels::conflict(kind))
}

pub(in crate::cli) fn disputes(view: &DisputesView, page: &Page<'_>, _: &Filter) -> String {
    // The pairs are written out only where somebody asks for them.
    let pairs = page.explain.then(|| {
        let all = Filter {
            limit: Some(0),
            ..Filter::default()
        };
        ContradictionsView::new(page.material, &all).contradictions
    });
    let rows = view
        .disputes
        .iter()
        .map(|one| {
            let of = |certain: bool| -> Vec<String> {
                pairs
                    .iter()
                    .flatten()
                    .filter(|pair| {
                        // Two statements may be at odds on several questions: each dispute has them.
                        let also = pair.also.iter().map(|also| &also.claims[0]);
                        let mut on = also.chain([&pair.claims[0]]);
                        on.any(|claim| one.claims.contains(claim))
                    })
                    .filter(|pair| pair.certain || !certain)
                    .map(|pair| pair.statements.join("×"))
                    .collect()
            };
            let claims = &page.case().claims;
            let keys: Vec<_> = one.claims.iter().filter_map(|c| claims.key(c)).collect();
            let questions = page.tongue().questions(page.case(), &keys);
            let questions: Vec<String> = questions.iter().map(|q| clean(q)).collect();
            vec![
                questions.join("\n"),
                page.figure(one.statements.len(), &one.statements, Rule::Contradictions),
                format!(
                    "{} / {}",
                    page.figure(one.pairs, &of(false), Rule::Contradictions),
                    page.figure(one.certain, &of(true), Rule::Contradictions)
                ),
            ]
        })
        .collect();
    page.terminal.table(
        &[
            page.say("disputed questions", "المسائل المتنازع عليها"),
            page.say("statements", "الأقوال"),
            page.say("pairs / certain", "الأزواج / الأكيد منها"),
        ],
        rows,
    )
}
