//! The tests of Isnad that see it from outside, in one binary.

mod case_file_locate;
mod case_file_scan;
