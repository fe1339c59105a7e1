//! `view chain` as text.

use isnad::analysis::LinkRole;
use isnad::model::Commitment;
use isnad::view::{ChainView, ChainsView, Filter, LinkView};

use super::Page;

pub(in crate::cli) fn draw(view: &ChainsView, page: &Page<'_>, _: &Filter) -> String {
    let rows = view
        .chains
        .iter()
        .map(|chain| vec![chain.statement.clone(), links(page, chain)])
        .collect();
    page.terminal.table(
        &[
            page.say("statement", "القول"),
            page.say("from its origin to the page", "من مصدره الأول إلى الصفحة"),
        ],
        rows,
    )
}

/// The chains of one statement, one a line.
pub(super) fn ways(page: &Page<'_>, statement: &str) -> String {
    let Some(key) = page.case().statements.key(statement) else {
        return String::new();
    };
    let filter = Filter {
        statement: Some(key),
        ..Filter::default()
    };
    ChainsView::new(page.material, &filter)
        .chains
        .iter()
        .map(|chain| links(page, chain))
        .collect::<Vec<_>>()
        .join("\n")
}

fn links(page: &Page<'_>, chain: &ChainView) -> String {
    let arrow = page.say(" → ", " ← ");
    chain
        .links
        .iter()
        .map(|one| link(page, one))
        .collect::<Vec<_>>()
        .join(arrow)
}

fn link(page: &Page<'_>, link: &LinkView) -> String {
    let mut text = page.source(link.source.as_deref());
    if link.role != LinkRole::Origin {
        text.push_str(match link.commitment {
            Commitment::Reports => "",
            Commitment::Affirms => page.say(" (vouches)", " (يتبنّى)"),
            Commitment::Doubts => page.say(" (doubts it)", " (يشكّك)"),
            Commitment::Denies => page.say(" (only to deny it)", " (لينفيه)"),
        });
    }
    if link.role == LinkRole::Republisher {
        text.push_str(page.say(" (republished)", " (إعادة نشر)"));
    }
    if link.inferred {
        text.push_str(page.say(" (inferred)", " (استنتاجًا)"));
    }
    text
}
