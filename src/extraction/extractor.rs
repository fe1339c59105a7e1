//! What extracts: the rules of a language pack, or a language model that somebody runs.
//!
//! Both give the same [`Extraction`], so that whatever takes proposals, and the scorer, need not know who made them.

use thiserror::Error;

use super::engine::extract;
use super::lexicon::Pack;
use super::output::Extraction;

/// Proposes attributed statements from raw text.
pub trait Extractor: Sync {
    /// The statements proposed for a text; offsets are Unicode scalar values into it.
    ///
    /// # Errors
    /// Where the extractor depends on something outside the program and that fails.
    fn propose(&self, text: &str) -> Result<Extraction, ExtractorError>;
}

/// Why an extractor gave nothing at all.
#[derive(Debug, Error)]
pub enum ExtractorError {
    /// The model's server cannot be asked.
    #[error("{0}")]
    Transport(String),
    /// It answered, but not in the shape of a chat completion.
    #[error("the server's answer is no chat completion: {0}")]
    Envelope(String),
    /// The model's words are not the JSON that was asked for.
    #[error("the model's answer is not the JSON that was asked for: {0}")]
    Answer(String),
    /// The model stopped before its answer was whole.
    #[error("the model's answer was cut off")]
    CutOff,
}

impl ExtractorError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Transport(_) => "see whether the server runs and the address ends in /v1",
            Self::Envelope(_) => "the address must be that of an OpenAI-compatible server",
            Self::Answer(_) => "try a model that follows a JSON schema",
            Self::CutOff => {
                "give it shorter passages (--model-passage), or let the server answer at greater length"
            }
        }
    }
}

/// The rules of a language pack: no model, no network.
#[derive(Debug, Clone, Copy)]
pub struct Rules<'p> {
    /// The language.
    pub pack: &'p Pack,
}

impl Extractor for Rules<'_> {
    fn propose(&self, text: &str) -> Result<Extraction, ExtractorError> {
        Ok(extract(text, self.pack))
    }
}
