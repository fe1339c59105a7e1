//! What a sentence of supported wording leaves out, line by line beside it: of each who is named since when, by which reading and
//! through whom alone; what is passed on or mentioned beside them; in which headings and on how many outlets' pages; and
//! who withdrew what no longer counts.

use super::phrase::{STATEMENT, Tongue};
use super::withdrawn::Withdrawn;
use super::wording::{Lead, Sentence, oblique};
use super::wording_ground::carried;

impl Sentence<'_, '_> {
    /// The lines, each for itself.
    pub(super) fn notes(&self, t: Tongue) -> Vec<String> {
        let lead = self.lead();
        let analysis = self.analysis;
        let mut notes = self.says.left_out(t, analysis);
        notes.extend(self.denies.left_out(t, analysis));
        let says = &self.says.here;
        if lead == Lead::Said {
            notes.extend(says.also_in_headings(t, analysis.case));
        }
        if !self.denies.here.clear_in_heading_only() {
            let headings = self.denies.here.also_in_headings(t, analysis.case);
            notes.extend(headings.map(|words| match t {
                Tongue::En => format!("denied {words}"),
                Tongue::Ar => format!("ورد النفي {words}"),
            }));
        }
        let of = match lead {
            Lead::Denied => &self.denies,
            _ => &self.says,
        };
        if of.has_voices() {
            notes.extend(carried(t, analysis, of));
        }
        notes.extend(self.passed_on_beside(t, lead));
        if !self.mentions.is_empty() && (lead != Lead::Reported || !self.passed_on.is_empty()) {
            notes.push(self.mentions.words(t, analysis, lead == Lead::Denied));
        }
        let withdrawn = self.withdrawn(lead).into_iter();
        notes.extend(withdrawn.map(|(back, denial)| back.note(t, analysis, denial)));
        // Lines by themselves, and no longer parts of a sentence.
        let begin = |note: String| match t {
            Tongue::En => Tongue::capital(&note),
            Tongue::Ar => note
                .strip_prefix("وكذلك")
                .map_or_else(|| note.clone(), |rest| format!("كذلك{rest}")),
        };
        notes.into_iter().map(begin).collect()
    }

    /// What beside those who say so, or deny it, was said and no longer counts; `true` where it is a denial.
    pub(super) fn withdrawn(&self, lead: Lead) -> Vec<(Withdrawn, bool)> {
        let said = lead == Lead::Said && !self.figures.affirms.taken_back.is_empty();
        let denied = !self.denies.is_empty() && !self.figures.denies.taken_back.is_empty();
        [(said, false), (denied, true)]
            .into_iter()
            .filter(|(some, _)| *some)
            .map(|(_, denial)| (self.taken_back(denial), denial))
            .collect()
    }

    /// What was taken back of a stance.
    pub(super) fn taken_back(&self, denial: bool) -> Withdrawn {
        let figures = match denial {
            true => &self.figures.denies,
            false => &self.figures.affirms,
        };
        Withdrawn::of(self.analysis, self.figures.claim, &figures.taken_back)
    }

    /// How often it is passed on beside those who say so, without anybody vouching for it.
    fn passed_on_beside(&self, t: Tongue, lead: Lead) -> Option<String> {
        let mut passed_on = self.passed_on.len();
        if !self.says.is_known() {
            // These opened the sentence.
            passed_on -= self.rumours();
        }
        (lead == Lead::Said && passed_on > 0).then(|| {
            let n = t.count(passed_on, STATEMENT);
            match t {
                Tongue::En => format!("passed on without vouching in {n}"),
                Tongue::Ar => format!("نُقل دون جزم في {}", oblique(t, &n)),
            }
        })
    }
}
