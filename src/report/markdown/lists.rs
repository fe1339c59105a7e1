//! Sources, documents, statements on no question, and decisions in the twin.

use super::super::words;
use super::escape::text;
use super::twin::Twin;
use crate::view::{RepublishesView, RuledView};

impl Twin<'_> {
    pub(super) fn rest(&mut self) {
        self.all_sources();
        self.all_documents();
        self.homeless();
        self.decisions();
    }

    fn all_sources(&mut self) {
        let title = self.say("Sources", "المصادر");
        self.heading(2, title);
        let head = self.say(
            "| source | kind | side | said | passed on |",
            "| المصدر | النوع | الجهة | قال | نقل |",
        );
        self.line(head);
        self.line("|---|---|---|---|---|");
        let matter = self.matter;
        for source in &matter.sources.sources {
            let sides: Vec<String> = matter
                .sides_of(&source.id)
                .iter()
                .map(|id| self.side(id))
                .collect();
            let line = format!(
                "| {}{} | {} | {} | {} | {} |",
                self.source(Some(&source.id)),
                if source.draft {
                    self.say(" **(not reviewed)**", " **(لم يُراجَع)**")
                } else {
                    ""
                },
                self.pair(words::source_kind(source.kind)),
                sides.join(self.say(", ", "، ")),
                source.statements.len(),
                source.relays.len()
            );
            self.line(line);
        }
    }

    fn all_documents(&mut self) {
        let title = self.say("Documents", "الوثائق");
        self.heading(2, title);
        let matter = self.matter;
        for document in &matter.overview.documents {
            let mut line = format!(
                "- {} · {} · {}",
                self.document(&document.id),
                self.source(document.outlet.as_deref()),
                self.time(document.published.as_ref())
            );
            match &document.republishes {
                Some(RepublishesView::Document(from)) => line.push_str(&format!(
                    " · {} {}",
                    self.say("republishes", "إعادة نشر"),
                    text(from)
                )),
                Some(RepublishesView::Source(from)) => line.push_str(&format!(
                    " · {} {}",
                    self.say("republishes", "إعادة نشر عن"),
                    self.source(Some(from))
                )),
                None => {}
            }
            if let Some(url) = &document.url {
                line.push_str(&format!(" · {}", text(url)));
            }
            if let Some(digest) = &document.sha256 {
                line.push_str(&format!(" · SHA-256 {}", text(digest)));
            }
            self.line(line);
        }
    }

    fn homeless(&mut self) {
        let matter = self.matter;
        let mut first = true;
        for one in &matter.statements.statements {
            if matter.home(&one.id).is_some() || !matter.shows(&one.id) {
                continue;
            }
            if first {
                let title = self.say(
                    "Statements on none of the questions above",
                    "أقوال في غير المسائل أعلاه",
                );
                self.heading(2, title);
                first = false;
            }
            self.statement(one, None);
        }
    }

    fn decisions(&mut self) {
        let matter = self.matter;
        if matter.rulings.is_empty() {
            return;
        }
        let title = self.say("Decisions by people", "قرارات الأشخاص");
        self.heading(2, title);
        for ruling in &matter.rulings {
            let ids = |ids: &[String]| ids.iter().map(|id| text(id)).collect::<Vec<_>>().join(", ");
            let what = match &ruling.what {
                RuledView::SameSources(all) => format!(
                    "{} {}",
                    self.say("one and the same source:", "مصدر واحد:"),
                    self.sources(all)
                ),
                RuledView::DifferentSources(all) => format!(
                    "{} {}",
                    self.say("different sources:", "مصادر مختلفة:"),
                    self.sources(all)
                ),
                RuledView::SameEntities(all) => {
                    format!(
                        "{} {}",
                        self.say("one and the same:", "شيء واحد:"),
                        ids(all)
                    )
                }
                RuledView::DifferentEntities(all) => {
                    format!(
                        "{} {}",
                        self.say("not the same:", "أشياء مختلفة:"),
                        ids(all)
                    )
                }
                RuledView::RestsOn { source, on, .. } => format!(
                    "{} {} {}",
                    self.source(Some(source)),
                    self.say("has it from", "أخذ ذلك عن"),
                    self.source(Some(on))
                ),
                RuledView::Settled { claim, answer } => format!(
                    "{} {}",
                    self.question(claim),
                    self.pair(words::answer(*answer))
                ),
            };
            let line = format!(
                "- **{}** {what} · {} · {} · {}",
                text(&ruling.id),
                text(&ruling.by),
                self.moment(&ruling.at),
                self.own(&ruling.why)
            );
            self.line(line);
        }
    }
}
