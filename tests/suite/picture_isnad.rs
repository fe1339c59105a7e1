//! The invented isnād diagram, compared byte for byte with the pictures kept in `tests/data/pictures`.
//!
//! After a wanted change: `ISNAD_BLESS=1 cargo test --test suite picture_isnad`, then look at every one of them.

use super::picture_fixture;

use isnad::picture::{Options, Size, Theme, svg};
use std::path::Path;

#[test]
fn the_kept_pictures_are_fresh() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/pictures");
    let mut stale = Vec::new();
    for (name, arabic, size, theme) in [
        ("isnad.en.svg", false, Size::Wide, Theme::Auto),
        ("isnad.ar.svg", true, Size::Wide, Theme::Auto),
        ("isnad.en.dark.svg", false, Size::Wide, Theme::Dark),
        ("isnad.en.narrow.svg", false, Size::Narrow, Theme::Auto),
        ("isnad.ar.narrow.svg", true, Size::Narrow, Theme::Auto),
    ] {
        let drawn = svg(
            &picture_fixture::isnad_diagram(arabic),
            Options { size, theme },
        )
        .expect("the fixture holds together");
        let path = folder.join(name);
        if std::env::var_os("ISNAD_BLESS").is_some() {
            std::fs::write(&path, &drawn).expect("the folder is there");
        } else if std::fs::read_to_string(&path).ok().as_deref() != Some(drawn.as_str()) {
            stale.push(name);
        }
    }
    assert!(stale.is_empty(), "not as kept: {stale:?}");
}
