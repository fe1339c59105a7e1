//! Findings: something wrong or notable in a case, with its code, place and hint.
//!
//! Data only. How a finding is drawn (text, JSON, SARIF) is the command line's and the view's.

mod code;
mod record;

pub use code::{Code, Severity};
pub use record::{Finding, Place};
