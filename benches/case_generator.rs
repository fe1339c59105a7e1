//! Makes cases of any size, the same for the same size: for benchmarks, and for whoever wants to
//! try the program on something large.
//!
//! The shape follows the hand-made cases: about a hundred statements a document, five for each
//! claim, a twentieth as many sources as statements, a fifth of the statements nested, most with
//! a cue, a source and one content, one in six with two claims.

use std::fmt::Write as _;
use std::fs;
use std::io;
use std::path::Path;

/// The files of a case of `statements` statements: path within the case folder, and text.
pub(crate) fn case(statements: usize) -> Vec<(String, String)> {
    let mut dice = Dice(0x5eed);
    let documents = statements.div_ceil(100).max(1);
    let sources = (statements / 20).max(4);
    let entities = (statements / 10).max(4);
    let claims = (statements / 5).max(1);
    let mut files = vec![(
        "case.ron".to_owned(),
        "(\n    id: \"generated\",\n    title: {\"en\": \"A generated case\"},\n    sides: [\n        (id: \"a\", names: {\"en\": \"Side A\"}),\n        (id: \"b\", names: {\"en\": \"Side B\"}),\n    ],\n)\n".to_owned(),
    )];
    let mut text = String::from("[\n");
    for i in 0..sources {
        let kind = ["outlet", "official", "activist", "witness", "agency"][dice.below(5)];
        let hidden = if dice.below(4) == 0 && i >= documents.min(sources / 2) {
            "\n        disclosure: undisclosed,"
        } else {
            ""
        };
        let side = ["a", "b"][dice.below(2)];
        let _ = writeln!(
            text,
            "    (\n        id: \"s{i}\",\n        kind: {kind},\n        names: {{\"en\": \"Source {i}\", \"ar\": \"المصدر رقم {i}\"}},{hidden}\n        sides: [(side: \"{side}\", from: \"2020\")],\n    ),"
        );
    }
    text.push_str("]\n");
    files.push(("sources.ron".to_owned(), std::mem::take(&mut text)));
    text.push_str("[\n");
    for i in 0..entities {
        let kind = ["person", "group", "place", "event"][i % 4];
        let _ = writeln!(
            text,
            "    (id: \"e{i}\", kind: {kind}, names: {{\"en\": \"Entity {i}\", \"ar\": \"الكيان رقم {i}\"}}),"
        );
    }
    text.push_str("]\n");
    files.push(("entities.ron".to_owned(), std::mem::take(&mut text)));
    text.push_str("[\n");
    for i in 0..claims {
        let person = dice.below(entities / 4) * 4;
        let _ = writeln!(
            text,
            "    (\n        id: \"c{i}\",\n        gist: {{\"en\": \"person {person} was killed\", \"ar\": \"مقتل الشخص {person}\"}},\n        question: {{\"en\": \"Was person {person} killed?\", \"ar\": \"هل قُتل الشخص {person}؟\"}},\n        proposition: (predicate: \"killed\", roles: {{\"victim\": \"e{person}\"}}),\n        time: (edtf: \"2024-{:02}\", inferred: true),\n    ),",
            1 + dice.below(12)
        );
    }
    text.push_str("]\n");
    files.push(("claims.ron".to_owned(), std::mem::take(&mut text)));
    text.push_str("[\n");
    for i in 0..documents {
        let _ = writeln!(
            text,
            "    (\n        id: \"d{i}\",\n        outlet: \"s{}\",\n        language: \"ar\",\n        published: (edtf: \"2024-{:02}-{:02}\"),\n        added: \"2025-01-01T00:00Z\",\n    ),",
            i % (sources / 2),
            1 + dice.below(12),
            1 + dice.below(28)
        );
    }
    text.push_str("]\n");
    files.push(("documents.ron".to_owned(), std::mem::take(&mut text)));
    for d in 0..documents {
        text.push_str("// Generated.\n[\n");
        let first = d * 100;
        for i in first..statements.min(first + 100) {
            statement(&mut text, &mut dice, i, first, sources, entities, claims);
        }
        text.push_str("]\n");
        files.push((format!("statements/d{d}.ron"), std::mem::take(&mut text)));
    }
    files
}

fn statement(
    text: &mut String,
    dice: &mut Dice,
    i: usize,
    first: usize,
    sources: usize,
    entities: usize,
    claims: usize,
) {
    let at = (i - first) * 120;
    let source = dice.below(sources);
    let stance = ["affirms", "affirms", "affirms", "denies", "reports"][dice.below(5)];
    let act = ["assert", "confirm", "deny", "announce"][dice.below(4)];
    let digest = dice.next();
    let _ = write!(
        text,
        "    (\n        id: \"st{i}\",\n        cue: (start: {}, end: {}, digest: \"{digest:016x}\"),\n        source_span: (start: {}, end: {}, digest: \"{:016x}\"),\n        content: [(start: {}, end: {}, digest: \"{:016x}\")],\n        said_by: \"s{source}\",\n        act: {act},\n        gist: {{\"en\": \"Says that person {i} was killed.\", \"ar\": \"يقول إن الشخص {i} قُتل\"}},\n",
        at,
        at + 3,
        at + 4,
        at + 14,
        digest.rotate_left(7),
        at + 18,
        at + 110,
        digest.rotate_left(21),
    );
    if i > first && dice.below(5) == 0 {
        let _ = writeln!(text, "        nested_in: \"st{}\",", i - 1);
    }
    if dice.below(10) == 0 {
        let _ = writeln!(
            text,
            "        relays: [(source: \"s{}\")],",
            dice.below(sources)
        );
    }
    let _ = write!(
        text,
        "        bears: [(claim: \"c{}\", stance: {stance})",
        dice.below(claims)
    );
    if dice.below(6) == 0 {
        let _ = write!(
            text,
            ", (claim: \"c{}\", stance: affirms, hedged: true)",
            dice.below(claims)
        );
    }
    let _ = writeln!(
        text,
        "],\n        entities: [\"e{}\", \"e{}\"],\n    ),",
        dice.below(entities),
        dice.below(entities)
    );
}

/// Writes a case into a folder.
pub(crate) fn write(folder: &Path, statements: usize) -> io::Result<u64> {
    let mut bytes = 0;
    fs::create_dir_all(folder.join("statements"))?;
    for (name, text) in case(statements) {
        bytes += text.len() as u64;
        fs::write(folder.join(name), text)?;
    }
    Ok(bytes)
}

/// Pseudo-random numbers that are the same everywhere (SplitMix64, Steele et al. 2014).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}
