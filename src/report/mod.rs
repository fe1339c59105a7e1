//! The editorial report.

pub mod data;
