//! Extracts every `.txt` of a folder into one JSON a document, as the scorer reads them: `extract TEXTS OUT [ar|en]`.

use std::fs;
use std::path::Path;

use isnad::extraction::{Pack, extract};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [texts, out, rest @ ..] = &args[..] else {
        return Err("usage: extract TEXTS OUT [ar|en]".into());
    };
    let pack = if rest.first().is_some_and(|l| l == "en") {
        Pack::english()?
    } else {
        Pack::arabic()?
    };
    fs::create_dir_all(out)?;
    let mut files: Vec<_> = fs::read_dir(texts)?
        .filter_map(Result::ok)
        .map(|e| e.path())
        .filter(|p| p.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    for file in files {
        let text = fs::read_to_string(&file)?;
        let extraction = extract(&text, &pack);
        let name = file
            .file_name()
            .map(|n| n.to_string_lossy().into_owned())
            .unwrap_or_default();
        let mut value = serde_json::to_value(&extraction)?;
        if let Some(map) = value.as_object_mut() {
            map.insert("doc".into(), name.clone().into());
        }
        fs::write(
            Path::new(out).join(name.replace(".txt", ".json")),
            serde_json::to_string_pretty(&value)?,
        )?;
    }
    Ok(())
}
