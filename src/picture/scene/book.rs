//! Names: who an id is, in the language of an edition.

use super::edition::Edition;
use crate::view::METHOD;
use crate::view::{
    Disclosure, DocumentView, Number, OverviewView, SideView, SourceKind, SourceView, SourcesView,
    StatementView, Words,
};
use std::collections::BTreeMap;

/// Looks up what an id stands for. The views it is made from must be those of the whole case, for chains lead anywhere.
#[derive(Debug)]
pub struct Book<'a> {
    pub(super) edition: Edition,
    pub(super) overview: &'a OverviewView,
    sources: BTreeMap<&'a str, &'a SourceView>,
    sides: BTreeMap<&'a str, &'a SideView>,
    documents: BTreeMap<&'a str, &'a DocumentView>,
    openings: BTreeMap<String, String>,
}

impl<'a> Book<'a> {
    /// Indexes the sources, sides and documents of a case.
    pub fn new(overview: &'a OverviewView, sources: &'a SourcesView, edition: Edition) -> Self {
        Self {
            edition,
            overview,
            sources: sources.sources.iter().map(|s| (s.id.as_str(), s)).collect(),
            sides: overview.sides.iter().map(|s| (s.id.as_str(), s)).collect(),
            documents: overview
                .documents
                .iter()
                .map(|d| (d.id.as_str(), d))
                .collect(),
            openings: BTreeMap::new(),
        }
    }

    /// Calls statements that nobody has paraphrased by their first words ([`crate::view::ExcerptsView::openings`]).
    #[must_use]
    pub fn quoting(mut self, openings: BTreeMap<String, String>) -> Self {
        self.openings = openings;
        self
    }

    /// A statement in short: its paraphrase; else its first words, where the text is at hand.
    pub(super) fn in_short(&self, s: &StatementView) -> Option<super::super::diagram::Line> {
        use super::super::diagram::Line;
        match self.edition.words(&s.gist) {
            Some((lang, gist)) => Some(Line::title(gist, lang)),
            None => Some(Line::title(self.openings.get(&s.id)?, "")),
        }
    }

    pub(super) fn source(&self, id: &str) -> Option<&'a SourceView> {
        self.sources.get(id).copied()
    }

    pub(super) fn document(&self, id: &str) -> Option<&'a DocumentView> {
        self.documents.get(id).copied()
    }

    /// A source's name in a bold line; its id where it has none.
    pub(super) fn source_line(&self, id: &str) -> super::super::diagram::Line {
        match self.source(id) {
            Some(source) => self.edition.titled(&source.names, id),
            None => super::super::diagram::Line::title(id, ""),
        }
    }

    /// A source's name.
    pub(super) fn source_name(&self, id: &str) -> String {
        self.source_line(id).text
    }

    /// The body a source speaks for, as far as that goes; the source itself where it is its own.
    pub(super) fn body<'b>(&'b self, id: &'b str) -> &'b str {
        let mut here = id;
        // The loader cuts circles; the bound keeps views from elsewhere from looping.
        for _ in 0..self.sources.len() {
            match self.source(here).and_then(|s| s.speaks_for.as_deref()) {
                Some(body) => here = body,
                None => break,
            }
        }
        here
    }

    /// The ids of a source's sides: its own, or those of the body it speaks for.
    pub(super) fn sides_of(&self, id: &str) -> Vec<&'a str> {
        let own = |id: &str| -> Vec<&'a str> {
            let found = self.source(id).into_iter().flat_map(|s| &s.sides);
            found.map(|s| s.side.as_str()).collect()
        };
        let mut all = own(id);
        if all.is_empty() {
            all = own(self.body(id));
        }
        all.sort_unstable();
        all.dedup();
        all
    }

    pub(super) fn side_name(&self, id: &str) -> String {
        match self
            .sides
            .get(id)
            .map(|s| &s.names)
            .filter(|n| !n.is_empty())
        {
            Some(names) => self.edition.text(names),
            None => id.to_owned(),
        }
    }

    /// "side: Islamic State", with since and until where they are entered; none where no side is.
    pub(super) fn sides_in_words(&self, id: &str) -> Option<String> {
        let own = self.source(id).filter(|s| !s.sides.is_empty());
        let source = own.or_else(|| self.source(self.body(id)))?;
        let sides: Vec<String> = source
            .sides
            .iter()
            .map(|s| {
                let mut text = self.side_name(&s.side);
                let e = self.edition;
                if let Some(from) = &s.from {
                    let from = crate::view::date(from, e.tongue());
                    text.push_str(&format!(" ({} {from})", e.say("since", "منذ")));
                }
                if let Some(to) = &s.to {
                    let to = crate::view::date(to, e.tongue());
                    text.push_str(&format!(" ({} {to})", e.say("until", "حتى")));
                }
                text
            })
            .collect();
        (!sides.is_empty()).then(|| {
            let word = self.edition.say("side: ", "الجهة: ");
            format!("{word}{}", self.edition.list(&sides))
        })
    }

    /// Whether an id is one voice or several.
    pub(super) fn number(&self, id: &str) -> Number {
        self.source(id).map_or(Number::One, |source| source.number)
    }

    pub(super) fn is_undisclosed(&self, id: &str) -> bool {
        self.source(id)
            .is_some_and(|s| s.disclosure == Disclosure::Undisclosed)
    }

    pub(super) fn is_outlet(&self, id: &str) -> bool {
        let kind = self.source(id).map(|s| s.kind);
        kind.is_some_and(SourceKind::publishes)
    }

    /// All that words say, one language a line: what a tooltip has.
    pub(super) fn every(words: &Words) -> String {
        words
            .iter()
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
            .join(" · ")
    }

    /// "5 texts, last text added 12 November 2026, 20:38 UTC; last decision 13 November 2026, 09:00 UTC."
    pub(super) fn texts(&self) -> String {
        let e = self.edition;
        let count = e.count(self.overview.documents.len(), &super::edition::TEXTS);
        match self
            .overview
            .documents
            .iter()
            .filter_map(|d| d.added.as_deref())
            .max()
        {
            Some(last) => {
                let last = crate::view::minute(last, e.tongue());
                let decided = self.overview.last_decided.as_deref().map(|at| {
                    let at = crate::view::minute(at, e.tongue());
                    format!("{} {at}", e.say("; last decision", "؛ آخر قرار تحريري"))
                });
                format!(
                    "{count}{} {last}{}.",
                    e.say(", last text added", "، أُضيف آخرها"),
                    decided.unwrap_or_default()
                )
            }
            None => format!("{count}."),
        }
    }

    /// Title, subtitle and foot of a picture of a whole view.
    pub(super) fn frame(&self, d: &mut super::super::diagram::Diagram, what: &str) {
        let e = self.edition;
        d.direction = e.direction();
        d.title = vec![e.titled(&self.overview.title, &self.overview.case)];
        let drafts = d.nodes.iter().filter(|n| n.draft).count();
        let mark = if drafts > 0 {
            e.say(
                " (not all reviewed: what is not is hatched)",
                " (لم يُراجَع كله، وما لم يُراجَع مظلَّل)",
            )
        } else {
            ""
        };
        d.subtitle.insert(0, e.small(format!("{what}{mark}")));
        d.foot.push(e.small(format!(
            "{} {} {}",
            self.texts(),
            self.reviewed(),
            self.method()
        )));
    }

    /// Where it is stated how figures are made.
    pub(super) fn method(&self) -> String {
        let how = self
            .edition
            .say("How figures are made:", "كيف حُسبت الأرقام:");
        format!("{how} {METHOD}")
    }

    /// "Not reviewed: 3 of the 118 statements of the case."
    pub(super) fn reviewed(&self) -> String {
        let (open, all) = (self.overview.unreviewed, self.overview.statements);
        match (self.edition, open) {
            (Edition::En, 0) => "All statements of the case are reviewed.".into(),
            (Edition::Ar, 0) => "أقوال الملف كلها مراجَعة.".into(),
            (Edition::En, _) => {
                format!("In the case, {open} of {all} statements are not reviewed.")
            }
            (Edition::Ar, _) => format!("لم يُراجَع من أقوال الملف {open} من أصل {all}."),
        }
    }
}
