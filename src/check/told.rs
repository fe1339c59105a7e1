//! What reading has already said, so that a check need not say what only follows from it.

use std::collections::BTreeMap;

use crate::finding::{Finding, Place};

/// The lines of each file where reading found something.
#[derive(Debug, Default)]
pub(crate) struct Told {
    lines: BTreeMap<String, Vec<usize>>,
}

impl Told {
    pub(super) fn new(findings: &[Finding]) -> Self {
        let mut lines: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for finding in findings {
            match lines.get_mut(&finding.place.file) {
                Some(known) => known.push(finding.place.line),
                None => {
                    lines.insert(finding.place.file.clone(), vec![finding.place.line]);
                }
            }
        }
        lines.values_mut().for_each(|lines| lines.sort_unstable());
        Self { lines }
    }

    /// Whether something was found in these lines: the entry may be a bare stand-in.
    pub(super) fn within(&self, place: &Place) -> bool {
        self.lines.get(&place.file).is_some_and(|lines| {
            let first = lines.partition_point(|line| *line < place.line);
            lines.get(first).is_some_and(|line| *line <= place.end_line)
        })
    }
}
