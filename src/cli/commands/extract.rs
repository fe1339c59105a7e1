//! `isnad extract`: statements proposed from raw texts.

use std::fmt::Write as _;
use std::io::Write;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use isnad::extraction::{Extractor, ExtractorError, LanguageModel, Pack, Rules};
use isnad::text::decode::decode;
use rayon::prelude::*;
use sha2::{Digest, Sha256};

use super::super::args::{ExtractFormat, ExtractOptions, Language};
use super::super::failure::Failure;
use super::super::interrupt::{Interrupt, STOPPED};
use super::super::model_server::{KEY, ModelServer};
use super::super::terminal::{Terminal, is_rtl};
use super::extract_print::{Extracted, write};
use super::inputs::{Batch, Bounds, Input, Inputs};

/// So much is read before its results are written: bounded memory for any number, and both
/// processors busy.
const AT_ONCE: Bounds = Bounds {
    texts: 256,
    bytes: 16 << 20,
};

pub(crate) fn run(
    options: &ExtractOptions,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<ExitCode, Failure> {
    let interrupt = Interrupt::watch()?;
    let packs = Packs {
        arabic: pack(Pack::arabic())?,
        english: pack(Pack::english())?,
    };
    let server = match &options.model_url {
        Some(address) => Some(ModelServer::new(
            address,
            std::env::var(KEY).ok(),
            Duration::from_secs(options.model_timeout),
        )?),
        None => None,
    };
    let listed = options.files_from.as_deref();
    if listed == Some(Path::new("-")) && options.files.iter().any(|file| file == Path::new("-")) {
        return Err(Failure::new(
            "usage",
            "standard input cannot be both the list and a text",
            "give the list as a file",
        ));
    }
    let mut inputs = Inputs::new(&options.files, listed)?;
    let bounds = match server {
        // An answer can take minutes, so only as many texts as are asked about at a time.
        Some(_) => Bounds {
            texts: rayon::current_num_threads(),
            ..AT_ONCE
        },
        None => AT_ONCE,
    };
    let mut printer = Printer {
        format: options.format,
        terminal,
        out,
        first: true,
    };
    let mut tally = Tally {
        all: inputs.all,
        ..Tally::default()
    };
    printer.open()?;
    let end = loop {
        let batch = match inputs.batch(bounds) {
            Ok(batch) if batch.inputs.is_empty() => break End::Done,
            Ok(_) if interrupt.pressed() => break End::Stopped,
            Ok(batch) => batch,
            Err(failure) => break End::Failed(failure),
        };
        let watch = Watch {
            interrupt: &interrupt,
            terminal,
            tally: &tally,
            batch: &batch,
            read: AtomicU64::new(0),
            told: Mutex::new(Instant::now()),
        };
        if tally.files > 0 || batch.bytes >= WORTH_TELLING || server.is_some() {
            watch.tell(0);
        }
        let done: Vec<Result<Done, Halt>> = batch
            .inputs
            .par_iter()
            .map(|input| one(input, &packs, options, server.as_ref(), &watch))
            .collect();
        terminal.end_progress();
        let mut halted = None;
        for each in done {
            match each {
                Ok(each) => {
                    tally.add(&each);
                    printer.print(each)?;
                }
                Err(halt) => {
                    halted = Some(halt);
                    break;
                }
            }
        }
        printer.out.flush().map_err(Failure::output)?;
        match halted {
            Some(Halt::Stopped) => break End::Stopped,
            Some(Halt::Failed(failure)) => break End::Failed(failure),
            None => {}
        }
    };
    printer.close()?;
    match end {
        End::Done => {
            if tally.files == 0 {
                terminal.note("the list names no file");
            }
            Ok(ExitCode::SUCCESS)
        }
        End::Stopped => {
            terminal.note(&format!("stopped: {}", tally.written()));
            Ok(ExitCode::from(STOPPED))
        }
        End::Failed(failure) => {
            if tally.all != Some(1) {
                terminal.note(&tally.written());
            }
            Err(failure)
        }
    }
}

/// A batch of fewer bytes is done before anybody could read how far it is.
const WORTH_TELLING: u64 = 1 << 20;

/// Why a text gave nothing.
enum Halt {
    Stopped,
    Failed(Failure),
}

impl From<Failure> for Halt {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

/// What one text gave.
struct Done {
    what: Given,
    bytes: u64,
    statements: usize,
}

/// Results of a short text are put into words where it was read, on every processor; those of a long one as they are written,
/// so that they are not held twice.
enum Given {
    Written(Vec<u8>),
    Long(Box<Extracted>),
}

/// A text of more bytes is long.
const LONG: usize = 1 << 20;

/// Hears how far the texts of a batch are read.
struct Watch<'w> {
    interrupt: &'w Interrupt,
    terminal: &'w Terminal,
    tally: &'w Tally,
    batch: &'w Batch,
    /// Bytes of the batch that have been read.
    read: AtomicU64,
    /// When that was last told.
    told: Mutex<Instant>,
}

/// The line of progress changes no more often than it can be read.
const OFTEN: Duration = Duration::from_millis(200);

impl Watch<'_> {
    /// So many more bytes have been read; whether to go on.
    fn heard(&self, bytes: u64) -> ControlFlow<()> {
        let read = self.read.fetch_add(bytes, Ordering::Relaxed) + bytes;
        if self.interrupt.pressed() {
            return ControlFlow::Break(());
        }
        if let Ok(mut told) = self.told.try_lock()
            && told.elapsed() >= OFTEN
        {
            *told = Instant::now();
            self.tell(read);
        }
        ControlFlow::Continue(())
    }

    fn tell(&self, read: u64) {
        self.terminal
            .progress(&self.tally.progress(self.batch, read));
    }
}

/// Why no more is read.
enum End {
    Done,
    Stopped,
    Failed(Failure),
}

/// What has been written so far.
#[derive(Default)]
struct Tally {
    files: usize,
    all: Option<usize>,
    bytes: u64,
    statements: usize,
}

impl Tally {
    fn add(&mut self, done: &Done) {
        self.files += 1;
        self.bytes += done.bytes;
        self.statements += done.statements;
    }

    fn files(&self) -> String {
        match self.all {
            Some(all) => format!("{} of {all} files", self.files),
            None => format!("{} files", self.files),
        }
    }

    /// How far it is, and what it is at.
    fn progress(&self, batch: &Batch, read: u64) -> String {
        let done = format!(
            "{}, {}, {} statements; reading",
            self.files(),
            megabytes(self.bytes),
            self.statements
        );
        match (read, batch.bytes) {
            (0, u64::MAX) => done,
            (_, u64::MAX) => format!("{done}, {} so far", megabytes(read)),
            (0, bytes) => format!("{done} {}", megabytes(bytes)),
            (_, bytes) => format!("{done}, {} of {}", megabytes(read), megabytes(bytes)),
        }
    }

    /// What the output holds when it ends before its time.
    fn written(&self) -> String {
        format!("{} are in the output, whole and in order", self.files())
    }
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

/// Where results go, one after the other.
struct Printer<'a, W> {
    format: ExtractFormat,
    terminal: &'a Terminal,
    out: &'a mut W,
    first: bool,
}

impl<W: Write> Printer<'_, W> {
    fn open(&mut self) -> Result<(), Failure> {
        match self.format {
            ExtractFormat::Json => writeln!(self.out, "[").map_err(Failure::output),
            ExtractFormat::Ron | ExtractFormat::Text => Ok(()),
        }
    }

    fn print(&mut self, done: Done) -> Result<(), Failure> {
        if self.format == ExtractFormat::Json && !self.first {
            writeln!(self.out, ",").map_err(Failure::output)?;
        }
        self.first = false;
        match done.what {
            Given::Written(words) => self.out.write_all(&words).map_err(Failure::output),
            Given::Long(extracted) => write(&extracted, self.format, self.terminal, self.out),
        }
    }

    /// Ends what [`Printer::open`] began, so that what is written is whole however it ended.
    fn close(&mut self) -> Result<(), Failure> {
        if self.format == ExtractFormat::Json {
            writeln!(self.out, "\n]").map_err(Failure::output)?;
        }
        self.out.flush().map_err(Failure::output)
    }
}

struct Packs {
    arabic: Pack,
    english: Pack,
}

fn pack(pack: Result<Pack, isnad::extraction::PackError>) -> Result<Pack, Failure> {
    pack.map_err(|error| {
        Failure::new(
            "program",
            format!("the language pack cannot be read: {error}"),
            "this is a fault of the program; please report it",
        )
    })
}

fn one(
    input: &Input,
    packs: &Packs,
    options: &ExtractOptions,
    server: Option<&ModelServer>,
    watch: &Watch,
) -> Result<Done, Halt> {
    if watch.heard(0).is_break() {
        return Err(Halt::Stopped);
    }
    let path = &input.path;
    let bytes = input.read()?;
    let decoded = decode(&bytes).map_err(|error| {
        Failure::new(
            "input",
            format!("{}: {error}", path.display()),
            error.hint(),
        )
    })?;
    let arabic = match options.language {
        Some(language) => language == Language::Ar,
        None => mostly_rtl(decoded.text),
    };
    let pack = if arabic {
        &packs.arabic
    } else {
        &packs.english
    };
    let before = AtomicU64::new(0);
    let heed = |read: usize| {
        let read = read as u64;
        watch.heard(read.saturating_sub(before.swap(read, Ordering::Relaxed)))
    };
    let extraction = match server {
        Some(server) => LanguageModel {
            transport: server,
            name: options.model.as_deref().unwrap_or_default(),
            pack,
            passage: options.model_passage as usize,
        }
        .propose_while(decoded.text, &heed),
        None => Rules { pack }.propose_while(decoded.text, &heed),
    }
    .map_err(|error| match error {
        ExtractorError::Stopped => Halt::Stopped,
        error => Halt::Failed(Failure::new(
            "extractor",
            format!("{}: {error}", path.display()),
            error.hint(),
        )),
    })?;
    if heed(bytes.len()).is_break() {
        return Err(Halt::Stopped);
    }
    let mut sha256 = String::with_capacity(64);
    for byte in Sha256::digest(&bytes) {
        let _ = write!(sha256, "{byte:02x}");
    }
    let extracted = Extracted {
        doc: path
            .file_name()
            .map_or_else(|| "-".to_owned(), |n| n.to_string_lossy().into_owned()),
        sha256,
        extraction,
    };
    let statements = extracted.extraction.statements.len();
    let what = if bytes.len() > LONG {
        Given::Long(Box::new(extracted))
    } else {
        let mut words = Vec::new();
        write(&extracted, options.format, watch.terminal, &mut words)?;
        Given::Written(words)
    };
    Ok(Done {
        what,
        bytes: bytes.len() as u64,
        statements,
    })
}

/// Whether at least half of the letters of a text are of scripts that run from right to left.
fn mostly_rtl(text: &str) -> bool {
    let (mut letters, mut rtl) = (0usize, 0usize);
    for c in text.chars() {
        match c {
            // Arabic letters and vowels, which are alphabetic too.
            '\u{0620}'..='\u{0657}' => {
                letters += 1;
                rtl += 1;
            }
            '\0'..='\x7f' => letters += usize::from(c.is_ascii_alphabetic()),
            _ if c.is_alphabetic() => {
                letters += 1;
                rtl += usize::from(is_rtl(c));
            }
            _ => {}
        }
    }
    rtl * 2 >= letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_of_most_letters_is_told_as_if_each_were_asked() {
        let slow = |text: &str| {
            let letters = || text.chars().filter(|c| c.is_alphabetic());
            letters().filter(|c| is_rtl(*c)).count() * 2 >= letters().count()
        };
        for c in '\0'..='\u{FFFF}' {
            for text in [format!("{c}"), format!("a{c}"), format!("ا{c}bc")] {
                assert_eq!(mostly_rtl(&text), slow(&text), "{:x}", c as u32);
            }
        }
    }
}
