//! A second extractor: a language model behind an OpenAI-compatible address, for whoever runs one.
//!
//! A text is given passage by passage (`passage`) in a request that asks for JSON by a schema (`request`). What comes back is read
//! (`reply`) and grounded (`ground`): a proposal is taken only if every passage it quotes, cue, source and content, stands in the
//! text. All else is listed among what was missed. Nothing here opens a connection: whoever uses it gives a [`Transport`].

mod extractor;
mod ground;
mod passage;
mod reply;
mod request;

pub use extractor::{LanguageModel, Transport};
