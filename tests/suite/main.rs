//! The tests of Isnad that see it from outside, in one binary.

mod analysis_build;
mod analysis_contradictions;
mod analysis_figures;
mod analysis_implication;
mod analysis_random;
mod case_file_edit;
mod case_file_locate;
mod case_file_properties;
mod case_file_scan;
mod case_file_write;
mod drive;
mod invented_case;
mod view_brief;
mod view_wording;
