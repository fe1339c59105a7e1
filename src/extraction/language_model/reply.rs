//! Reads a chat completion: the envelope, then the JSON that the model wrote into it.

use serde::Deserialize;

use super::super::extractor::ExtractorError;
use super::super::output::{Act, SourceKind, Style};

/// A statement as the model gives it: words, not offsets, since models do not count.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub(super) struct Given {
    pub(super) cue: Option<String>,
    pub(super) source: Option<String>,
    pub(super) source_name: Option<String>,
    pub(super) source_kind: SourceKind,
    pub(super) named: bool,
    pub(super) content: Vec<String>,
    pub(super) style: Style,
    pub(super) act: Act,
    pub(super) nested_in: Option<usize>,
}

#[derive(Deserialize)]
struct Completion {
    choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct Choice {
    message: Message,
    #[serde(default)]
    finish_reason: Option<String>,
}

#[derive(Deserialize)]
struct Message {
    content: Option<String>,
}

#[derive(Deserialize)]
struct Answer {
    statements: Vec<Given>,
}

/// The statements in the body of a server's answer.
pub(super) fn read(body: &str) -> Result<Vec<Given>, ExtractorError> {
    let completion: Completion =
        serde_json::from_str(body).map_err(|e| ExtractorError::Envelope(e.to_string()))?;
    let choice = completion
        .choices
        .into_iter()
        .next()
        .ok_or_else(|| ExtractorError::Envelope("it has no choices".to_owned()))?;
    if choice.finish_reason.as_deref() == Some("length") {
        return Err(ExtractorError::CutOff);
    }
    let words = choice
        .message
        .content
        .ok_or_else(|| ExtractorError::Envelope("its message has no content".to_owned()))?;
    serde_json::from_str::<Answer>(unfenced(&words))
        .map(|answer| answer.statements)
        .map_err(|e| ExtractorError::Answer(e.to_string()))
}

/// Many models put their JSON in a Markdown code block, whatever they are asked.
fn unfenced(words: &str) -> &str {
    let words = words.trim();
    let Some(inner) = words.strip_prefix("```") else {
        return words;
    };
    let inner = inner.strip_prefix("json").unwrap_or(inner);
    inner.strip_suffix("```").unwrap_or(inner).trim()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn completion(content: &str, reason: &str) -> String {
        serde_json::json!({"choices": [{"message": {"content": content}, "finish_reason": reason}]})
            .to_string()
    }

    #[test]
    fn a_code_block_is_taken_off() {
        let body = completion("```json\n{\"statements\": []}\n```", "stop");
        assert_eq!(read(&body).ok(), Some(Vec::new()));
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        assert!(matches!(read("<html>"), Err(ExtractorError::Envelope(_))));
        assert!(matches!(
            read("{\"choices\": []}"),
            Err(ExtractorError::Envelope(_))
        ));
        let prose = completion("Here they are:", "stop");
        assert!(matches!(read(&prose), Err(ExtractorError::Answer(_))));
        let kind = completion(
            r#"{"statements": [{"cue": null, "source": null, "source_name": null, "source_kind": "wizard",
               "named": false, "content": [], "style": "direct", "act": "assert", "nested_in": null}]}"#,
            "stop",
        );
        assert!(matches!(read(&kind), Err(ExtractorError::Answer(_))));
        let cut = completion("{\"statements\": [", "length");
        assert!(matches!(read(&cut), Err(ExtractorError::CutOff)));
    }
}
