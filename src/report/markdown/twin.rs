//! The whole twin, and the words that its parts share.

use super::super::front::{QUESTION, SOURCE};
use super::super::matter::{self, Matter};
use super::super::method;
use super::super::tally::goes_with;
use super::super::words::Pair;
use super::escape::text;
use crate::view::{LinkView, STATEMENT, TEXT, TimeView, Tongue, Words};

/// The report in Markdown.
pub(in crate::report) fn markdown(matter: &Matter<'_>) -> String {
    let t = if matter.request.arabic_first {
        Tongue::Ar
    } else {
        Tongue::En
    };
    let mut twin = Twin {
        matter,
        t,
        out: String::new(),
    };
    twin.head();
    twin.brief();
    for claim in matter.claims.iter().filter(|one| !matter.is_plain(&one.id)) {
        twin.claim(claim);
    }
    twin.plain();
    twin.rest();
    twin.method();
    twin.out
}

/// What is being written.
pub(super) struct Twin<'m> {
    pub(super) matter: &'m Matter<'m>,
    pub(super) t: Tongue,
    pub(super) out: String,
}

impl Twin<'_> {
    pub(super) fn say<'w>(&self, en: &'w str, ar: &'w str) -> &'w str {
        self.t.say(en, ar)
    }

    pub(super) fn pair(&self, words: Pair) -> &'static str {
        self.t.say(words.0, words.1)
    }

    /// Names with "and" between all of them.
    pub(super) fn joined(&self, names: &[String]) -> String {
        let mut all = String::new();
        for (n, name) in names.iter().enumerate() {
            if n > 0 {
                all.push_str(self.t.and(name));
            }
            all.push_str(name);
        }
        all
    }

    /// A paragraph, heading or list item of its own.
    pub(super) fn line(&mut self, line: impl AsRef<str>) {
        self.out.push_str(line.as_ref());
        self.out.push('\n');
    }

    pub(super) fn blank(&mut self) {
        if !self.out.ends_with("\n\n") && !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    pub(super) fn heading(&mut self, level: usize, words: impl AsRef<str>) {
        self.blank();
        let marks = "#".repeat(level);
        self.line(format!("{marks} {}", words.as_ref()));
        self.blank();
    }

    /// Words of the case in this language, else in another.
    pub(super) fn own(&self, words: &Words) -> String {
        words
            .best(self.t.tag())
            .map_or_else(String::new, |(_, words)| text(words))
    }

    pub(super) fn own_or(&self, words: &Words, id: &str) -> String {
        match self.own(words) {
            own if own.is_empty() => text(id),
            own => own,
        }
    }

    pub(super) fn source(&self, id: Option<&str>) -> String {
        let Some(id) = id else {
            return self.say("‹unknown›", "‹غير معروف›").to_owned();
        };
        let name = match self.matter.source(id) {
            Some(source) => self.own_or(&source.names, id),
            None => text(id),
        };
        match self.matter.withheld(id) {
            Some(mark) => format!("{name} {}", self.pair(mark)),
            None => name,
        }
    }

    pub(super) fn sources(&self, ids: &[String]) -> String {
        let names: Vec<String> = ids.iter().map(|id| self.source(Some(id))).collect();
        names.join(self.say(", ", "، "))
    }

    /// A source that is set aside, with those whom that takes along.
    pub(super) fn set_aside(&self, id: &str) -> String {
        let name = self.source(Some(id));
        match goes_with(self.matter, id) {
            None => name,
            Some(others) => format!("{name} {}", self.pair(others)),
        }
    }

    pub(super) fn side(&self, id: &str) -> String {
        match self.matter.side(id) {
            Some(side) => self.own_or(&side.names, id),
            None => text(id),
        }
    }

    pub(super) fn question(&self, id: &str) -> String {
        match self.matter.claim(id) {
            Some(claim) => self.own_or(self.matter.question(claim), id),
            None => text(id),
        }
    }

    pub(super) fn document(&self, id: &str) -> String {
        match self.matter.document_name(id) {
            Some(name) => format!("{} ({})", self.own(&name), text(id)),
            None => text(id),
        }
    }

    pub(super) fn day(&self, edtf: &str) -> String {
        let (en, ar) = matter::date(edtf);
        text(self.say(&en, &ar)).replace(['\u{2068}', '\u{2069}'], "")
    }

    /// Ids of the case, each set apart from right-to-left text.
    pub(super) fn ids(&self, ids: &[String]) -> String {
        let ids: Vec<String> = ids.iter().map(|id| self.t.ltr(id)).collect();
        ids.join(self.say(", ", "، "))
    }

    pub(super) fn moment(&self, minute: &str) -> String {
        let (en, ar) = matter::minute(minute);
        self.say(&en, &ar).to_owned()
    }

    pub(super) fn time(&self, time: Option<&TimeView>) -> String {
        match time {
            None => self.say("undated", "بلا تاريخ").to_owned(),
            Some(time) if time.inferred => {
                format!(
                    "{}{}",
                    self.day(&time.edtf),
                    self.pair(super::super::words::INFERRED)
                )
            }
            Some(time) => self.day(&time.edtf),
        }
    }

    /// "origin … → published by …".
    pub(super) fn chain(&self, links: &[LinkView]) -> String {
        let each: Vec<String> = links
            .iter()
            .map(|link| {
                let mut one = format!(
                    "{}: {}",
                    self.pair(super::super::words::role(link.role)),
                    self.source(link.source.as_deref())
                );
                let body = link.source.as_deref().and_then(|id| self.matter.source(id));
                if let Some(body) = body.and_then(|one| one.speaks_for.as_deref()) {
                    one.push_str(&format!(
                        " ({} {})",
                        self.say("speaking for", "باسم"),
                        self.source(Some(body))
                    ));
                }
                let sides = link
                    .source
                    .as_deref()
                    .map_or_else(Vec::new, |id| self.matter.sides_of(id));
                if !sides.is_empty() {
                    let names: Vec<String> = sides.iter().map(|side| self.side(side)).collect();
                    one.push_str(&format!(
                        " ({}{})",
                        self.say("side: ", "الجهة: "),
                        names.join(self.say(", ", "، "))
                    ));
                }
                if link.role != crate::view::LinkRole::Origin
                    && let Some(words) = super::super::words::commitment(link.commitment)
                {
                    one.push_str(&format!(" ({})", self.pair(words)));
                }
                if link.inferred {
                    one.push_str(self.say(" (inferred)", " (استنتاجًا)"));
                }
                one
            })
            .collect();
        each.join(self.say(" → ", " ← "))
    }

    fn head(&mut self) {
        let overview = &self.matter.overview;
        let title = self.own_or(&overview.title, &overview.case);
        self.line(format!("# {title}"));
        self.blank();
        let mut summary = vec![self.t.count(overview.documents.len(), TEXT)];
        let last = overview
            .documents
            .iter()
            .filter_map(|document| document.added.as_deref())
            .max();
        if let Some(last) = last {
            summary.push(format!(
                "{} {}",
                self.say("last text added", "أُضيف آخر نص"),
                self.moment(last)
            ));
        }
        if let Some(last) = &overview.last_decided {
            summary.push(format!(
                "{} {}",
                self.say("last editorial decision", "آخر قرار تحريري"),
                self.moment(last)
            ));
        }
        summary.push(self.t.count(overview.statements, STATEMENT));
        summary.push(self.t.count(overview.sources, SOURCE));
        summary.push(self.t.count(overview.claims, QUESTION));
        self.line(summary.join(" · "));
        self.blank();
        self.line(self.pair(super::super::front::STANDFIRST));
        self.setting();
        if overview.unreviewed > 0 {
            self.blank();
            let line = match self.t {
                Tongue::En => format!(
                    "**Nobody has reviewed {} of the statements; each is marked.**",
                    overview.unreviewed
                ),
                Tongue::Ar => format!(
                    "**أقوال لم يراجعها أحد: {}، وكل منها معلَّم.**",
                    overview.unreviewed
                ),
            };
            self.line(line);
        }
    }

    fn method(&mut self) {
        let title = self.say("How every figure is made", "كيف حُسب كل رقم");
        self.heading(2, title);
        for part in &method::PARTS {
            let heading = self.pair(part.heading);
            self.heading(3, heading);
            let words = self.pair(part.text);
            self.line(words);
        }
    }
}
