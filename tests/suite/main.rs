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
mod cases;
mod cli;
mod cli_add;
mod cli_json;
mod drive;
mod findings;
mod graphs;
mod hostile;
mod invented_case;
mod laid_out;
mod loader;
mod picture_fixture;
mod picture_isnad;
mod picture_outputs;
mod picture_properties;
mod picture_scenes;
