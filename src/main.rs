//! The `isnad` command.
#![forbid(unsafe_code)]

mod cli;

/// Less time and memory than the system's, for hundreds of thousands of short lists made by several threads
/// (`docs/decisions/0042-an-allocator.md`).
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    cli::main()
}
