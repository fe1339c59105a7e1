//! The editorial report.

pub mod data;
pub mod script;
