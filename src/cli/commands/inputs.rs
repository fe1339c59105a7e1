//! The texts a command was given, as arguments and in a list, in batches of bounded size.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read};
use std::iter::Peekable;
use std::path::{Path, PathBuf};

use super::super::failure::Failure;

/// A path, or standard input, that stands for one text.
#[derive(Debug)]
pub(super) struct Input {
    /// Where it lies; `-` for standard input.
    pub(super) path: PathBuf,
    /// How many bytes it takes to read; the most there can be where nobody can tell, as of a pipe.
    size: u64,
}

impl Input {
    fn at(path: PathBuf) -> Self {
        let size = match fs::metadata(&path) {
            _ if path == Path::new("-") => u64::MAX,
            Ok(metadata) if metadata.is_file() => metadata.len(),
            Ok(_) => u64::MAX,
            // It takes no room, and reading it will tell what is wrong.
            Err(_) => 0,
        };
        Self { path, size }
    }

    /// The bytes.
    pub(super) fn read(&self) -> Result<Vec<u8>, Failure> {
        let bytes = if self.path == Path::new("-") {
            let mut bytes = Vec::new();
            io::stdin().read_to_end(&mut bytes).map(|_| bytes)
        } else {
            fs::read(&self.path)
        };
        bytes.map_err(|error| Failure::input(&self.path, &error))
    }
}

/// How much is held at once.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bounds {
    /// At most so many texts.
    pub(super) texts: usize,
    /// At most so many bytes of them, unless a single text is longer.
    pub(super) bytes: u64,
}

/// Some texts that are worked on together.
#[derive(Debug, Default)]
pub(super) struct Batch {
    pub(super) inputs: Vec<Input>,
    /// Their bytes.
    pub(super) bytes: u64,
}

/// All texts, in order, of which only a batch is ever held.
pub(super) struct Inputs<'a> {
    each: Peekable<Box<dyn Iterator<Item = Result<Input, Failure>> + 'a>>,
    /// How many there are; nothing where the list can be read but once.
    pub(super) all: Option<usize>,
}

impl<'a> Inputs<'a> {
    /// The texts named as arguments, then those of a list, one path a line; `-` as the list's name
    /// is standard input.
    pub(super) fn new(named: &'a [PathBuf], list: Option<&'a Path>) -> Result<Self, Failure> {
        let mut all = Some(named.len());
        let named = named.iter().cloned().map(Input::at).map(Ok);
        let Some(list) = list else {
            return Ok(Self {
                each: (Box::new(named) as Box<dyn Iterator<Item = _>>).peekable(),
                all,
            });
        };
        let failed = |error: io::Error| Failure::input(list, &error);
        let lines: Box<dyn BufRead> = if list == Path::new("-") {
            all = None;
            Box::new(io::stdin().lock())
        } else {
            let file = File::open(list).map_err(failed)?;
            // What is no plain file, as a pipe that the shell made, is gone once it is read.
            if file.metadata().map_err(failed)?.is_file() {
                let mut counted = Lines::new(BufReader::new(&file), list);
                let listed = counted.try_fold(0, |sum, line| line.map(|_| sum + 1))?;
                all = all.map(|named| named + listed);
            } else {
                all = None;
            }
            Box::new(BufReader::new(File::open(list).map_err(failed)?))
        };
        let listed = Lines::new(lines, list).map(|line| line.map(Input::at));
        Ok(Self {
            each: (Box::new(named.chain(listed)) as Box<dyn Iterator<Item = _>>).peekable(),
            all,
        })
    }

    /// The next texts within the bounds; empty when all have been given. What is wrong with the list
    /// is told once the texts before it have been given.
    pub(super) fn batch(&mut self, bounds: Bounds) -> Result<Batch, Failure> {
        batch(&mut self.each, bounds)
    }
}

fn batch(
    each: &mut Peekable<impl Iterator<Item = Result<Input, Failure>>>,
    bounds: Bounds,
) -> Result<Batch, Failure> {
    let mut batch = Batch::default();
    while let Some(next) = each.next_if(|next| match next {
        _ if batch.inputs.is_empty() => true,
        Ok(input) => {
            batch.inputs.len() < bounds.texts
                && batch.bytes.saturating_add(input.size) <= bounds.bytes
        }
        Err(_) => false,
    }) {
        let input = next?;
        batch.bytes = batch.bytes.saturating_add(input.size);
        batch.inputs.push(input);
    }
    Ok(batch)
}

/// The paths of a list: one a line, whatever bytes it has; empty lines are passed over.
struct Lines<'a, R> {
    lines: R,
    list: &'a Path,
    number: usize,
}

impl<'a, R: BufRead> Lines<'a, R> {
    fn new(lines: R, list: &'a Path) -> Self {
        Self {
            lines,
            list,
            number: 0,
        }
    }
}

impl<R: BufRead> Iterator for Lines<'_, R> {
    type Item = Result<PathBuf, Failure>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let mut line = Vec::new();
            match self.lines.read_until(b'\n', &mut line) {
                Ok(0) => return None,
                Ok(_) => self.number += 1,
                Err(error) => return Some(Err(Failure::input(self.list, &error))),
            }
            let mut path = line.strip_suffix(b"\n").unwrap_or(&line);
            path = path.strip_suffix(b"\r").unwrap_or(path);
            if self.number == 1 {
                path = path.strip_prefix(b"\xef\xbb\xbf").unwrap_or(path);
            }
            if path.is_empty() {
                continue;
            }
            return Some(match path_of(path) {
                // In a list this is a file of that name; standard input is asked for as an argument.
                Some(path) if path == Path::new("-") => Ok(Path::new(".").join(path)),
                Some(path) => Ok(path),
                None => Err(Failure::new(
                    "input",
                    format!("{}, line {}: no path", self.list.display(), self.number),
                    "a list has one path a line, in UTF-8",
                )),
            });
        }
    }
}

#[cfg(unix)]
fn path_of(bytes: &[u8]) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStrExt;
    (!bytes.contains(&0)).then(|| std::ffi::OsStr::from_bytes(bytes).into())
}

#[cfg(not(unix))]
fn path_of(bytes: &[u8]) -> Option<PathBuf> {
    let path = std::str::from_utf8(bytes).ok()?;
    (!path.contains('\0')).then(|| path.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    const BOUNDS: Bounds = Bounds {
        texts: 3,
        bytes: 100,
    };

    fn sizes(sizes: &[u64]) -> Vec<Vec<u64>> {
        let mut each = sizes
            .iter()
            .map(|size| {
                Ok(Input {
                    path: PathBuf::new(),
                    size: *size,
                })
            })
            .peekable();
        let mut all = Vec::new();
        loop {
            let batch = batch(&mut each, BOUNDS).expect("no list");
            if batch.inputs.is_empty() {
                return all;
            }
            let sizes: Vec<u64> = batch.inputs.iter().map(|input| input.size).collect();
            assert_eq!(batch.bytes, sizes.iter().sum::<u64>());
            all.push(sizes);
        }
    }

    #[test]
    fn a_batch_is_bounded_by_texts_and_by_bytes_and_a_longer_text_is_alone() {
        assert_eq!(sizes(&[]), Vec::<Vec<u64>>::new());
        assert_eq!(sizes(&[1; 7]), [vec![1; 3], vec![1; 3], vec![1]]);
        assert_eq!(sizes(&[60, 40, 1, 99]), [vec![60, 40], vec![1, 99]]);
        assert_eq!(
            sizes(&[1, 5000, 1, u64::MAX, 2]),
            [vec![1], vec![5000], vec![1], vec![u64::MAX], vec![2]]
        );
    }

    #[test]
    fn what_is_wrong_with_a_list_comes_after_the_texts_before_it() {
        let text = |size| {
            let path = PathBuf::new();
            Ok(Input { path, size })
        };
        let wrong = Err(Failure::new("input", "wrong", ""));
        let mut each = vec![text(1), text(2), wrong].into_iter().peekable();
        assert_eq!(batch(&mut each, BOUNDS).expect("texts").inputs.len(), 2);
        assert!(batch(&mut each, BOUNDS).is_err());
    }

    #[test]
    fn a_list_has_one_path_a_line_however_its_lines_end() {
        let list = "\u{feff}a b.txt\r\n\n-\nخبر/ب.txt\n last";
        let paths: Vec<PathBuf> = Lines::new(list.as_bytes(), Path::new("list"))
            .map(|path| path.expect("a path"))
            .collect();
        let expected = ["a b.txt", "./-", "خبر/ب.txt", " last"].map(PathBuf::from);
        assert_eq!(paths, expected);
        assert!(
            Lines::new(b"a\0b".as_slice(), Path::new("list"))
                .next()
                .is_some_and(|line| line.is_err())
        );
    }
}
