//! Multinomial logistic regression with a ridge penalty, fitted by AdaGrad (Duchi, Hazan and Singer 2011) in a fixed order.
//!
//! Ours, for a crate for it would have to take rows of words as they are (sparse), weigh rows, and give the same numbers each
//! time; see `docs/decisions/0048`.

use isnad::drafting::learned::Chances;

/// A lesson by the numbers of its marks.
pub(super) struct Row {
    pub(super) marks: Vec<usize>,
    /// What each of them counts.
    pub(super) by: f64,
    /// Its place in `Sense::ALL`.
    pub(super) sense: usize,
    /// How much it counts.
    pub(super) counts: f64,
}

const ROUNDS: usize = 25;
const STEP: f64 = 0.04;
/// The ridge penalty of a weight, shared by the lessons that have its mark.
const RIDGE: f64 = 0.5;

/// The weights of each mark, by sense.
pub(super) fn fit(rows: &[Row], marks: usize) -> Vec<[f64; 6]> {
    let mut weights = vec![[0.0; 6]; marks];
    let mut squares = vec![[1e-6; 6]; marks];
    let mut met = vec![0.0; marks];
    for m in rows.iter().flat_map(|r| &r.marks) {
        met[*m] += 1.0;
    }
    // A fixed walk that visits each row once and has no neighbours of one text next to each other.
    let stride = stride(rows.len());
    for _ in 0..ROUNDS {
        for n in 0..rows.len() {
            let row = &rows[n * stride % rows.len()];
            let by = row.by;
            let mut sums = [0.0; 6];
            for m in &row.marks {
                for (s, w) in sums.iter_mut().zip(weights[*m]) {
                    *s += w * by;
                }
            }
            let mut wrong = Chances::from_sums(sums).each();
            wrong[row.sense] -= 1.0;
            for &m in &row.marks {
                for k in 0..6 {
                    let slope = wrong[k] * by * row.counts + RIDGE * weights[m][k] / met[m];
                    squares[m][k] += slope * slope;
                    weights[m][k] -= STEP * slope / f64::sqrt(squares[m][k]);
                }
            }
        }
    }
    weights
}

/// A step through `n` rows that meets each once: near the golden section, without a divisor in common.
fn stride(n: usize) -> usize {
    fn common(a: usize, b: usize) -> usize {
        if b == 0 { a } else { common(b, a % b) }
    }
    let start = n * 618 / 1000;
    (start..n.max(2)).find(|s| common(*s, n) == 1).unwrap_or(1)
}
