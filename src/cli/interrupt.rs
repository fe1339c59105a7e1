//! Ctrl-C, told to work that can stop cleanly.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use signal_hook::consts::SIGINT;
use signal_hook::flag;

use super::failure::Failure;

/// The exit code of work that Ctrl-C stopped: 128 and the signal's number, as shells have it.
pub(crate) const STOPPED: u8 = 130;

/// Whether Ctrl-C was pressed since [`Interrupt::watch`].
pub(crate) struct Interrupt(Arc<AtomicBool>);

impl Interrupt {
    /// From now on the first Ctrl-C is only noted, and a second one ends the program at once.
    pub(crate) fn watch() -> Result<Self, Failure> {
        let pressed = Arc::new(AtomicBool::new(false));
        // What ends the program is registered first, so that it sees the press before this one.
        flag::register_conditional_shutdown(SIGINT, i32::from(STOPPED), Arc::clone(&pressed))
            .and_then(|_| flag::register(SIGINT, Arc::clone(&pressed)))
            .map_err(|error| {
                Failure::new(
                    "program",
                    format!("cannot listen for Ctrl-C: {error}"),
                    "this is a fault of the program or its system; please report it",
                )
            })?;
        Ok(Self(pressed))
    }

    /// Whether it was pressed.
    pub(crate) fn pressed(&self) -> bool {
        self.0.load(Ordering::SeqCst)
    }
}
