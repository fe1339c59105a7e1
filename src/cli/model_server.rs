//! The one connection that Isnad can open: to the language model's server that the user names.
//!
//! Nothing is sent unless an address is given, and then to that address only: redirects are not followed, and no proxy is taken
//! from the environment.

use std::time::Duration;

use isnad::extraction::Transport;
use ureq::Agent;
use ureq::http::Uri;

use super::failure::Failure;

/// Where a key for the server is looked for; most servers on one's own machine want none.
pub(crate) const KEY: &str = "ISNAD_MODEL_KEY";

/// More than this is no answer to one passage.
const LONGEST_ANSWER: u64 = 16 * 1024 * 1024;

/// An OpenAI-compatible server.
pub(crate) struct ModelServer {
    agent: Agent,
    address: String,
    key: Option<String>,
}

impl ModelServer {
    /// The server whose address ends in `/v1`.
    pub(crate) fn new(
        address: &str,
        key: Option<String>,
        timeout: Duration,
    ) -> Result<Self, Failure> {
        let uri: Uri = address.parse().map_err(|error| {
            Failure::new(
                "usage",
                format!("{address:?} is no address: {error}"),
                "write it as http://127.0.0.1:8080/v1",
            )
        })?;
        match (uri.scheme_str(), uri.host()) {
            (Some("http"), Some(_)) => {}
            (Some("https"), Some(_)) if cfg!(feature = "https") => {}
            (Some("https"), Some(_)) => {
                return Err(Failure::new(
                    "usage",
                    "this build of isnad speaks http only",
                    "build it with --features https, or name a server on your own machine",
                ));
            }
            _ => {
                return Err(Failure::new(
                    "usage",
                    format!("{address:?} is no http address"),
                    "write it as http://127.0.0.1:8080/v1",
                ));
            }
        }
        let agent = Agent::config_builder()
            .timeout_global(Some(timeout))
            .max_redirects(0)
            .proxy(None)
            .http_status_as_error(false)
            .build()
            .into();
        Ok(Self {
            agent,
            address: format!("{}/chat/completions", address.trim_end_matches('/')),
            key,
        })
    }
}

impl Transport for ModelServer {
    fn post(&self, body: &str) -> Result<String, String> {
        let mut request = self
            .agent
            .post(&self.address)
            .header("content-type", "application/json");
        if let Some(key) = &self.key {
            request = request.header("authorization", format!("Bearer {key}"));
        }
        let mut answer = request
            .send(body)
            .map_err(|error| format!("cannot ask {}: {error}", self.address))?;
        let words = answer
            .body_mut()
            .with_config()
            .limit(LONGEST_ANSWER)
            .read_to_string()
            .map_err(|error| format!("the answer of {} cannot be read: {error}", self.address))?;
        let status = answer.status();
        if status.is_success() {
            Ok(words)
        } else {
            // The beginning of what it says, on one line, without control characters: it is a stranger's.
            let said: String = words
                .chars()
                .map(|c| if c.is_control() { ' ' } else { c })
                .take(200)
                .collect();
            Err(format!(
                "{} answered {status}: {}",
                self.address,
                said.trim()
            ))
        }
    }
}
