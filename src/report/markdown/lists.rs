//! Undisputed questions, sources, documents, statements on no question, and decisions in the twin.

use super::super::matter::bearing;
use super::super::plain;
use super::super::tables::{NOT_STATED, REST, republishes};
use super::super::words;
use super::escape::text;
use super::twin::Twin;
use crate::view::{ClaimView, RepublishesView, RuledView, SourceView};

impl Twin<'_> {
    pub(super) fn rest(&mut self) {
        self.all_sources();
        self.all_documents();
        self.homeless();
        self.decisions();
    }

    /// The undisputed questions, none shown to have more than one origin: every statement whole, without figures that only say it again.
    pub(super) fn plain(&mut self) {
        let matter = self.matter;
        let all: Vec<&ClaimView> = matter.plain_claims().collect();
        if all.is_empty() {
            return;
        }
        let title = format!("{} ({})", self.pair(plain::HEADING), all.len());
        self.heading(2, title);
        self.line(self.pair(plain::ABOUT_TWIN));
        for claim in all {
            let title = self.question(&claim.id);
            self.heading(3, title);
            let stands = self.stands(claim);
            let line = format!(
                "{} · {} · {stands}",
                text(&claim.id),
                self.time(claim.time.as_ref())
            );
            self.line(line);
            self.blank();
            for id in bearing(claim) {
                if let Some(one) = matter.statement(id) {
                    self.statement(one, Some(&claim.id));
                }
            }
            for warning in &claim.warnings {
                let line = format!(
                    "- **{}** {}",
                    self.say("Mind:", "تنبيه:"),
                    text(self.say(&warning.en, &warning.ar))
                );
                self.line(line);
            }
            for who in &claim.not_heard_from {
                let line = format!(
                    "- {}: {}",
                    self.say("Not heard from in these texts", "من لم يُسمع في هذه النصوص"),
                    self.own(who)
                );
                self.line(line);
            }
            for words in [&claim.wording.en, &claim.wording.ar] {
                let line = format!(
                    "- {}: {}",
                    self.say("Supported wording", "صياغة لا تتجاوز السند"),
                    text(words)
                );
                self.line(line);
            }
        }
    }

    fn all_sources(&mut self) {
        let title = self.say("Sources", "المصادر");
        self.heading(2, title);
        let head = self.say(
            "| source | kind | side | said | passed on |",
            "| المصدر | النوع | الجهة | الأقوال | المنقول |",
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
                if sides.is_empty() {
                    self.say("none entered", "لم تُدخل").to_owned()
                } else {
                    sides.join(self.say(", ", "، "))
                },
                self.said_by(source),
                source.relays.len()
            );
            self.line(line);
        }
        self.allegiances();
    }

    /// How many statements, with those of who speaks for it.
    fn said_by(&self, source: &SourceView) -> String {
        let mut said = source.statements.len().to_string();
        for speaker in self.matter.speakers(&source.id) {
            said.push_str(&format!(
                "{}{} {}: {}",
                self.say("; ", "؛ "),
                self.say("through", "بلسان"),
                self.source(Some(&speaker.id)),
                speaker.statements.len()
            ));
        }
        said
    }

    /// Why each source is entered on its side.
    fn allegiances(&mut self) {
        let matter = self.matter;
        let mut first = true;
        for source in &matter.sources.sources {
            for allegiance in &source.sides {
                if std::mem::take(&mut first) {
                    let title = self.say(
                        "Why each source is entered on its side",
                        "سبب نسبة كل مصدر إلى جهته",
                    );
                    self.heading(3, title);
                }
                let why = match self.own(&allegiance.why) {
                    why if why.is_empty() => self.pair(NOT_STATED).to_owned(),
                    why => why,
                };
                let line = format!(
                    "- {} – {}: {why}",
                    self.source(Some(&source.id)),
                    self.side(&allegiance.side)
                );
                self.line(line);
            }
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
                    self.pair(republishes(document)),
                    text(from)
                )),
                Some(RepublishesView::Source(from)) => line.push_str(&format!(
                    " · {} {}",
                    self.pair(republishes(document)),
                    self.source(Some(from))
                )),
                None => {}
            }
            if document.republishes_inferred {
                line.push_str(self.pair(REST[0]));
            }
            if document.rest_unknown {
                line.push_str(self.pair(REST[1]));
            } else if document.republishes_part {
                line.push_str(self.pair(REST[2]));
            }
            if let Some(digest) = &document.sha256 {
                line.push_str(&format!(" · SHA-256 {}", text(digest)));
            }
            self.line(line);
            let or_not =
                |words: Option<&str>| words.map_or_else(|| self.pair(NOT_STATED).to_owned(), text);
            let line = format!(
                "  - {} {} · {} {}",
                self.say("reporter:", "الكاتب:"),
                or_not(document.byline.as_deref()),
                self.say("web address:", "الرابط:"),
                or_not(document.url.as_deref())
            );
            self.line(line);
            let why = self.own(&document.published_why);
            if !why.is_empty() {
                let line = format!(
                    "  - {} {why}",
                    self.say("dated so because:", "سبب هذا التاريخ:")
                );
                self.line(line);
            }
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
        let title = self.say("Decisions by people", "القرارات التحريرية");
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
                    self.say("has it from", "أخذ ذلك عن:"),
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
