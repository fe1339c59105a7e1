//! Isnad: who said it, who told them, who denies it.
//!
//! A *case* is a folder of RON files: published texts, the statements that they attribute to
//! sources, and the claims that those bear on. This library reads a case, finds what is wrong with
//! it, and answers who says so, who denies it, and through whom each statement came. It never says
//! what is true, prints nothing and reads neither the environment nor the clock.
//!
//! Who denies that a commander was killed, and what is only passed on?
//!
//! ```
//! use std::path::Path;
//!
//! use isnad::analysis::Setting;
//! use isnad::case_file::{Texts, read_case};
//! use isnad::view::{ClaimsView, Filter, Material};
//!
//! let folder = Path::new("claims/yarmouk");
//! // What is wrong *within* a case is no error but a finding; the rest of it still loads.
//! let loaded = read_case(folder)?;
//! // The texts are not part of this case; anchors then count as not verified here.
//! let texts = Texts::read(&loaded.case, &[folder.join("documents")]);
//! // The whole case: as of no day, with no source set aside.
//! let material = Material::new(&loaded, texts, Setting::default());
//! assert!(material.findings.is_empty());
//!
//! let asked = Filter {
//!     claim: material.case().claims.key("khabouri-killed"),
//!     ..Filter::default()
//! };
//! let view = ClaimsView::new(&material, &asked);
//! let claim = &view.claims[0];
//! assert_eq!(claim.denies.statements, ["003-08", "003-11", "003-20"]);
//! assert_eq!(
//!     claim.denies.origins.undisclosed,
//!     ["fighter-in-camp-003", "source-close-to-is-003"],
//! );
//! // Nobody affirms it: two statements report it, with nobody behind them.
//! assert!(claim.affirms.statements.is_empty());
//! assert_eq!(claim.origins_of.reports.unknown, 2);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! A view is data; its serde form is the JSON of `isnad view … --format json`. What lies below it
//! can be asked directly, the chain of one statement for example:
//!
//! ```
//! use std::path::Path;
//!
//! use isnad::analysis::{Chains, LinkRole};
//! use isnad::case_file::read_case;
//!
//! let case = read_case(Path::new("claims/yarmouk"))?.case;
//! let chains = Chains::new(&case);
//! let rumour = case.statements.key("003-09").ok_or("no such statement")?;
//! let chain = chains.of(rumour).next().ok_or("no chain")?;
//! // Its origin is unknown, and the source that denies it is a link, not the origin.
//! assert_eq!(chain.origin(), None);
//! let relays = chain.links.iter().filter(|link| link.role == LinkRole::Relay);
//! let relays: Vec<&str> = relays
//!     .filter_map(|link| link.source)
//!     .map(|source| case.sources.id(source))
//!     .collect();
//! assert_eq!(relays, ["source-close-to-is-003"]);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! The folders are the pipeline, each a layer that imports only from the left:
//! `text < model < finding < {case_file, extraction} < drafting < graph < analysis < check < view < picture < report < cli`.
//! `docs/ARCHITECTURE.md` says what belongs in each.

pub mod analysis;
pub mod case_file;
pub mod check;
pub mod drafting;
pub mod extraction;
pub mod finding;
pub mod graph;
pub mod model;
pub mod picture;
pub mod report;
pub mod text;
pub mod view;
