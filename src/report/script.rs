//! The script of the page: one function made of the files of `script/`, in the order in which they build on one
//! another.
//!
//! No file of it stands alone, and none is generated or taken from elsewhere: what runs in a report in ten years is
//! what can be read here. It runs as a classic script under a policy that allows it by its digest; it
//! evaluates nothing, sets no markup and asks for nothing over a network. `script.css` is the style of
//! what it adds to the page.

/// The script, ready to stand between `<script>` tags; it has no `</`.
pub const SCRIPT: &str = concat!(
    "(() => {\n\"use strict\";\n",
    include_str!("script/fold.js"),
    include_str!("script/inflate.js"),
    include_str!("script/page.js"),
    include_str!("script/lazy.js"),
    include_str!("script/state.js"),
    include_str!("script/vantage.js"),
    include_str!("script/tables.js"),
    include_str!("script/filters.js"),
    include_str!("script/search.js"),
    include_str!("script/neighbours.js"),
    include_str!("script/layout.js"),
    include_str!("script/explore.js"),
    include_str!("script/cite.js"),
    include_str!("script/tools.js"),
    include_str!("script/start.js"),
    "})();\n",
);

/// The folding of the script alone: it defines `fold(text)`.
pub const FOLD: &str = include_str!("script/fold.js");

/// The opening of packed parts alone: it defines `opened(text)`.
pub const INFLATE: &str = include_str!("script/inflate.js");

/// The style of what the script adds.
pub const STYLE: &str = include_str!("script/script.css");
