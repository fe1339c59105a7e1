//! The pictures kept in `graphs/`, drawn again and compared byte for byte.
//!
//! After a wanted change: `ISNAD_BLESS=1 cargo test --test suite graphs`, then look at every picture that changed.

use super::picture_scenes::{Pictures, cases};
use isnad::picture::scene::Edition;
use isnad::picture::{Options, dot, svg};
use std::collections::BTreeMap;
use std::path::Path;

/// What is kept of each case: questions (English, Arabic and DOT), and views.
const KEPT: [(&str, &[&str], &[&str]); 2] = [
    (
        "yarmouk",
        &[
            "khabouri-killed",
            "abu-ali-nafsha-killed",
            "armed-clash",
            "khabouri-dhiyabiya-quarrel",
            "is-agreed-to-withdraw",
            "regime-coordinates-with-is",
            "nusra-eased-is-entry",
        ],
        &["overview", "sources"],
    ),
    (
        "qalmir",
        &[
            "director-killed",
            "director-dead",
            "gate-blown-by-docks",
            "quarrel",
            "in-control-room",
        ],
        &["overview", "claims"],
    ),
];

#[test]
fn the_kept_graphs_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("graphs");
    let bless = std::env::var_os("ISNAD_BLESS").is_some();
    let cases = cases();
    let mut stale = Vec::new();
    for (name, questions, views) in KEPT {
        let material = &cases
            .iter()
            .find(|(case, _)| *case == name)
            .expect("a case of this project")
            .1;
        let mut files: BTreeMap<String, String> = BTreeMap::new();
        for (edition, end) in [(Edition::En, ""), (Edition::Ar, "-ar")] {
            let pictures = Pictures::new(material);
            for id in questions {
                let diagram = pictures.isnad(id, edition);
                let drawn = svg(&diagram, Options::default()).expect("it holds together");
                files.insert(format!("{id}{end}.svg"), drawn);
                if edition == Edition::En {
                    files.insert(
                        format!("{id}.dot"),
                        dot(&diagram).expect("it holds together"),
                    );
                }
            }
            for view in views {
                let diagram = pictures.view(view, edition);
                let drawn = svg(&diagram, Options::default()).expect("it holds together");
                files.insert(format!("{view}{end}.svg"), drawn);
                if edition == Edition::En {
                    files.insert(
                        format!("{view}.dot"),
                        dot(&diagram).expect("it holds together"),
                    );
                }
            }
        }
        let folder = folder.join(name);
        if bless {
            std::fs::create_dir_all(&folder).expect("the folder can be made");
        }
        let there: Vec<String> = std::fs::read_dir(&folder)
            .into_iter()
            .flatten()
            .filter_map(|entry| entry.ok()?.file_name().into_string().ok())
            .collect();
        for old in there.iter().filter(|f| !files.contains_key(*f)) {
            if bless {
                std::fs::remove_file(folder.join(old)).expect("it can be removed");
            } else {
                stale.push(format!("{name}/{old}: nothing draws it"));
            }
        }
        for (file, drawn) in files {
            let path = folder.join(&file);
            if bless {
                std::fs::write(&path, drawn).expect("it can be written");
            } else if std::fs::read_to_string(&path).ok().as_deref() != Some(drawn.as_str()) {
                stale.push(format!("{name}/{file}"));
            }
        }
    }
    assert!(
        stale.is_empty(),
        "not as kept; ISNAD_BLESS=1 cargo test --test suite graphs, and look at them: {stale:#?}"
    );
}
