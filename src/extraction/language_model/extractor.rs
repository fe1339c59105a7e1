//! The extractor: passages out, grounded proposals back.

use super::super::extractor::{Extractor, ExtractorError, Heed};
use super::super::output::{Extraction, Missed};
use super::ground::Grounding;
use super::passage::passages;
use super::reply::read;
use super::request::request;

/// Carries a request to the model's server.
pub trait Transport: Sync {
    /// Posts a JSON body to the server's chat completions and gives the body of its answer.
    ///
    /// # Errors
    /// What went wrong, in words for the user.
    fn post(&self, body: &str) -> Result<String, String>;
}

/// A language model as an extractor.
///
/// Its confidence is 0.5 for every proposal: how often a model is right depends on the model, and is known only by scoring it.
pub struct LanguageModel<'t> {
    /// How it is reached.
    pub transport: &'t dyn Transport,
    /// The model's name, as its server knows it.
    pub name: &'t str,
    /// BCP 47 tag of the texts' language.
    pub language: &'t str,
    /// At most so many characters are given at a time; a passage ends at a line or a sentence.
    pub passage: usize,
}

impl Extractor for LanguageModel<'_> {
    fn propose_while(&self, text: &str, heed: &Heed) -> Result<Extraction, ExtractorError> {
        let mut grounding = Grounding::default();
        let mut bytes = 0;
        for (start, passage) in passages(text, self.passage) {
            if heed(bytes).is_break() {
                return Err(ExtractorError::Stopped);
            }
            bytes += passage.len();
            if passage.trim().is_empty() {
                continue;
            }
            let answer = self
                .transport
                .post(&request(self.name, passage))
                .map_err(ExtractorError::Transport)?;
            grounding.passage(start, passage, read(&answer)?);
        }
        let (statements, left_out) = grounding.finish();
        let missed = left_out
            .into_iter()
            .map(|(start, end, why)| Missed { start, end, why })
            .collect();
        Ok(Extraction {
            language: self.language.to_owned(),
            statements,
            missed,
            damage: Vec::new(),
        })
    }
}
