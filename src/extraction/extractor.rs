//! What extracts: the rules of a language pack, or a language model that somebody runs.
//!
//! Both give the same [`Extraction`], so that whatever takes proposals, and the scorer, need not know who made them.

use std::ops::ControlFlow;

use thiserror::Error;

use super::engine::extract_while;
use super::lexicon::Pack;
use super::output::Extraction;

/// Told, again and again, how many bytes of a text have been read; may break off.
pub type Heed<'h> = dyn Fn(usize) -> ControlFlow<()> + Sync + 'h;

/// Proposes attributed statements from raw text.
pub trait Extractor: Sync {
    /// The statements proposed for a text; offsets are Unicode scalar values into it.
    ///
    /// # Errors
    /// Where the extractor depends on something outside the program and that fails.
    fn propose(&self, text: &str) -> Result<Extraction, ExtractorError> {
        self.propose_while(text, &|_| ControlFlow::Continue(()))
    }

    /// As [`Extractor::propose`], but `heed` hears how far it is, several times a second where the text is long, and may
    /// break off.
    ///
    /// # Errors
    /// [`ExtractorError::Stopped`] where it broke off, and those of [`Extractor::propose`].
    fn propose_while(&self, text: &str, heed: &Heed) -> Result<Extraction, ExtractorError>;
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
    /// Whoever asked wanted no more.
    #[error("stopped before the text was read to its end")]
    Stopped,
}

impl ExtractorError {
    /// What to do about it.
    #[must_use]
    pub const fn hint(&self) -> &'static str {
        match self {
            Self::Transport(_) => "see whether the server runs and the address ends in /v1",
            Self::Envelope(_) => "the address must be that of an OpenAI-compatible server",
            Self::Answer(_) => "try a model that follows a JSON schema",
            Self::Stopped => "ask again",
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
    fn propose_while(&self, text: &str, heed: &Heed) -> Result<Extraction, ExtractorError> {
        extract_while(text, self.pack, &[], heed).ok_or(ExtractorError::Stopped)
    }
}
