//! One statement in the twin: who says what, what to mind of it, where it stands, through whom it came.

use super::super::cautions;
use super::super::words;
use super::escape::text;
use super::twin::Twin;
use crate::view::{Mark, StatementView};

impl Twin<'_> {
    /// A statement; in full where `on` is its home.
    pub(super) fn statement(&mut self, one: &StatementView, on: Option<&str>) {
        let bearing = on.and_then(|claim| one.bears.iter().find(|b| b.claim == claim));
        let stance = match bearing {
            Some(bearing) => {
                let mut words = self.pair(one.stance_on(bearing)).to_owned();
                if bearing.hedged {
                    words.push_str(self.say(" (as likely only)", " (على سبيل الترجيح)"));
                }
                if bearing.unclear {
                    words.push_str(&format!(" ({})", self.pair(words::UNCLEAR)));
                }
                format!("*{words}* ")
            }
            None if on.is_some() => {
                let words = self.say("through another question", "عبر مسألة أخرى");
                format!("*{words}* ")
            }
            None => String::new(),
        };
        let when = one.said_on.as_ref().or(one.published.as_ref());
        let mut head = format!(
            "- **{}** {stance}{} · {}: {}",
            one.id,
            self.source(one.said_by.as_deref()),
            self.time(when),
            self.own(&one.gist)
        );
        if one.draft {
            head.push_str(self.say(" **(not reviewed)**", " **(لم يُراجَع)**"));
        }
        self.line(head);
        if let Some(back) = &one.taken_back {
            let with = back.with.as_ref().map(|text| {
                let with = self.pair(words::WITH_ITS_TEXT);
                format!("{with} ({text}): ")
            });
            let line = format!(
                "  - {}{}: {}",
                with.unwrap_or_default(),
                self.pair(words::taken_back(back.how, back.who)),
                back.by
            );
            self.line(line);
        }
        self.cautions(one, on);
        if self.matter.home(&one.id) != on {
            return;
        }
        self.quote(one);
        let mut place = self.document(&one.document);
        if let Some(excerpt) = self.matter.excerpts.get(&one.id) {
            place.push_str(&format!(
                "{} {}/{}",
                self.say(", paragraph", "، الفقرة"),
                excerpt.paragraph,
                excerpt.paragraphs
            ));
        }
        if let (Some(first), Some(last)) = (one.content.first(), one.content.last()) {
            place.push_str(&format!(
                "{} {}–{}",
                self.say(", characters", "، المحارف"),
                first.start,
                last.end
            ));
        }
        let line = format!(
            "  - {} {place} · {}",
            self.say("stands in:", "موضعه:"),
            self.pair(words::anchor(one.anchor))
        );
        self.line(line);
        for chain in self.matter.chains_of(&one.id) {
            let line = format!(
                "  - {} {}",
                self.say("came through:", "طريقه:"),
                self.chain(&chain.links)
            );
            self.line(line);
        }
        let line = format!(
            "  - {} · {} · {} {}",
            self.pair(words::act(one.act)),
            self.pair(words::style(one.style)),
            self.say("basis:", "المستند:"),
            self.pair(words::basis(one.basis))
        );
        self.line(line);
        if let Some(outer) = &one.nested_in {
            let line = format!(
                "  - {} {}",
                self.say("stands inside:", "وارد ضمن القول:"),
                self.t.ltr(outer)
            );
            self.line(line);
        }
    }

    /// What to mind of its reading, and why it is read so.
    fn cautions(&mut self, one: &StatementView, on: Option<&str>) {
        let matter = self.matter;
        for id in on.map_or_else(Vec::new, |on| cautions::narrower(matter, one, on)) {
            let line = format!(
                "  - **{}** {} {}",
                self.say("Mind:", "تنبيه:"),
                self.pair(cautions::NARROWER),
                self.question(id)
            );
            self.line(line);
        }
        let same: Vec<&str> = cautions::same_words(matter, one)
            .into_iter()
            .map(String::as_str)
            .collect();
        if !same.is_empty() {
            let line = format!(
                "  - **{}** {} {}",
                self.say("Mind:", "تنبيه:"),
                self.pair(cautions::SAME_WORDS),
                same.join(", ")
            );
            self.line(line);
        }
        let why = one.bears.iter().find(|b| Some(b.claim.as_str()) == on);
        let reading = why.map(|b| self.own(&b.reading));
        if let Some(reading) = reading.filter(|reading| !reading.is_empty()) {
            let line = format!("  - **{}:** {reading}", self.pair(words::OTHERWISE));
            self.line(line);
        }
        if let Some(why) = why.map(|b| self.own(&b.why)).filter(|why| !why.is_empty()) {
            let line = format!(
                "  - {} {why}",
                self.say("read so because:", "سبب هذه القراءة:")
            );
            self.line(line);
        }
    }

    /// The words, where the text is at hand: the marked ones bold in their paragraph.
    fn quote(&mut self, one: &StatementView) {
        let Some(excerpt) = self.matter.excerpts.get(&one.id) else {
            return;
        };
        let words: String = excerpt
            .pieces
            .iter()
            .map(|piece| {
                // Emphasis must close next to a letter, so white space stays outside of it.
                let inner = piece.text.trim();
                let at = piece.text.len() - piece.text.trim_start().len();
                let (before, after) = (
                    if at > 0 { " " } else { "" },
                    if piece.text.trim_end().len() < piece.text.len() {
                        " "
                    } else {
                        ""
                    },
                );
                let plain = text(inner).replace(['\u{2068}', '\u{2069}'], "");
                match piece.mark {
                    Mark::Gap => " […] ".to_owned(),
                    _ if inner.is_empty() => " ".to_owned(),
                    Mark::Content => format!("{before}**{plain}**{after}"),
                    _ => format!("{before}{plain}{after}"),
                }
            })
            .collect();
        self.line(format!("  > \u{2068}{words}\u{2069}"));
        self.line("");
    }
}
