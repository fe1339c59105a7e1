//! The tests of Isnad that see it from outside, in one binary.

mod case_file_edit;
mod case_file_locate;
mod case_file_properties;
mod case_file_scan;
mod case_file_write;
mod cases;
mod cli;
mod cli_add;
mod cli_json;
mod findings;
mod hostile;
mod laid_out;
mod loader;
