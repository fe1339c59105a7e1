//! The tests of Isnad that see it from outside, in one binary.

mod analysis_build;
mod analysis_implication;
mod case_file_edit;
mod case_file_locate;
mod case_file_properties;
mod case_file_scan;
mod case_file_write;
mod drive;
mod graphs;
mod invented_case;
mod picture_commands;
mod picture_fixture;
mod picture_isnad;
mod picture_outputs;
mod picture_properties;
mod picture_scenes;
