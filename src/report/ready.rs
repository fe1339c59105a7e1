//! A report, ready to be written.

use super::interactive::Interactive;
use super::markdown;
use super::matter::{Matter, Request};
use super::page;
use crate::view::Material;

/// A report on a case: the same in two forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// One HTML file, with all it needs.
    pub html: String,
    /// The same in Markdown (CommonMark with tables), for pasting.
    pub markdown: String,
}

impl Report {
    /// Makes it. The same material and request give the same bytes.
    pub fn new(material: &Material<'_>, request: &Request) -> Self {
        let matter = Matter::new(material, request);
        let interactive = Interactive::new(&matter);
        Self {
            html: page::page(&matter, &interactive),
            markdown: markdown::markdown(&matter),
        }
    }
}
