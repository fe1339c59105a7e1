//! `isnad view … --format svg|dot`: a view as a picture, in parts where it is too large to read as one.

use std::io::Write;
use std::path::Path;

use isnad::picture::graphviz::{GraphvizError, run_dot};
use isnad::picture::scene::{self, Book, Edition};
use isnad::picture::{
    Diagram, Line, Options, PictureError, Size, Theme, dot, svg, svg_with_graphviz,
};
use isnad::view::{
    ChainsView, ClaimsView, DisputesView, EntitiesView, ExcerptsView, Filter, Material,
    OverviewView, SettingView, SourcesView, StatementsView, TimelineView, Tongue,
};

use super::super::args::{
    Language, LayoutName, PictureOptions, SizeName, ThemeName, ViewFormat, ViewName, ViewOptions,
};
use super::super::failure::Failure;
use super::super::terminal::Terminal;

/// Draws the view to `out`, or to the folder that is asked for.
pub(super) fn run(
    options: &ViewOptions,
    material: &Material<'_>,
    filter: &Filter,
    terminal: &Terminal,
    out: &mut impl Write,
) -> Result<(), Failure> {
    let edition = match options.lang {
        Language::En => Edition::En,
        Language::Ar => Edition::Ar,
    };
    let name = file_name(options);
    let extension = extension(options.format);
    let mut diagram = diagram(options, material, filter, edition);
    let from = SettingView::new(material);
    if !from.is_whole() {
        let lang = options.lang.tag();
        let tongue = match edition {
            Edition::En => Tongue::En,
            Edition::Ar => Tongue::Ar,
        };
        let seen = super::super::text::setting::seen(&from, material.case(), tongue);
        diagram.subtitle.insert(0, Line::small(seen, lang));
    }
    let link = |part: usize, fragment: &str| format!("{name}-{part}.{extension}{fragment}");
    let parts = scene::parts(&diagram, edition, &link);
    let wanted = &options.picture;
    if let Some(folder) = &wanted.out {
        return write_all(folder, &name, extension, &parts, options, terminal);
    }
    let part = match wanted.part {
        None => 1,
        Some(part) if (1..=parts.len()).contains(&part) => part,
        Some(part) => {
            return Err(Failure::new(
                "usage",
                format!("there is no part {part}: the picture has {}", parts.len()),
                "parts are counted from 1; --out DIR writes them all",
            ));
        }
    };
    if parts.len() > 1 && wanted.part.is_none() {
        terminal.note(&format!(
            "note: too large to read as one picture; this is part 1 of {}. --part N prints another, --out DIR writes all of them, linked",
            parts.len()
        ));
    }
    let drawn = draw(&parts[part - 1], options.format, wanted)?;
    out.write_all(drawn.as_bytes()).map_err(Failure::output)
}

/// The diagram of a view; of `claims` narrowed to one claim, its isnād.
fn diagram(
    options: &ViewOptions,
    material: &Material<'_>,
    filter: &Filter,
    edition: Edition,
) -> Diagram {
    let all = Filter::default();
    let overview = OverviewView::new(material, &all);
    let everyone = SourcesView::new(material, &all);
    let openings = ExcerptsView::new(material).openings();
    let book = Book::new(&overview, &everyone, edition).quoting(openings);
    // What is drawn is cut to a limit; what it refers to is not.
    let unlimited = Filter {
        limit: None,
        ..*filter
    };
    match options.name {
        ViewName::Contradictions | ViewName::Disputes => {
            let mut claims = ClaimsView::new(material, &all);
            let disputes = DisputesView::new(material, filter);
            claims.claims.retain(|claim| {
                let mut named = disputes.disputes.iter().flat_map(|d| &d.claims);
                named.any(|id| *id == claim.id)
            });
            scene::claims(&claims, &book)
        }
        ViewName::Claims | ViewName::Corroboration => {
            let claims = ClaimsView::new(material, filter);
            // Statements on a claim from which this one follows count as well.
            let whole = Filter {
                claim: None,
                ..unlimited
            };
            let statements = StatementsView::new(material, &whole);
            match (filter.claim, claims.claims.as_slice()) {
                (Some(_), [claim]) => {
                    let chains = ChainsView::new(material, &whole);
                    scene::isnad(claim, &statements, &chains, &book)
                }
                _ => scene::claims(&claims, &book),
            }
        }
        ViewName::Chain => scene::chains(
            &ChainsView::new(material, filter),
            &StatementsView::new(material, &unlimited),
            &book,
        ),
        ViewName::Timeline => scene::timeline(
            &TimelineView::new(material, filter),
            &StatementsView::new(material, &all),
            &ClaimsView::new(material, &all),
            &EntitiesView::new(material, &all),
            &book,
        ),
        ViewName::Sources => scene::sources(&SourcesView::new(material, filter), &book),
        ViewName::Entities => {
            let claims = ClaimsView::new(material, &all);
            scene::entities(&EntitiesView::new(material, filter), &claims, &book)
        }
        ViewName::Statements => {
            let claims = ClaimsView::new(material, &all);
            scene::statements(&StatementsView::new(material, filter), &claims, &book)
        }
        ViewName::Overview => scene::overview(&OverviewView::new(material, filter), &book),
    }
}

fn draw(
    diagram: &Diagram,
    format: ViewFormat,
    options: &PictureOptions,
) -> Result<String, Failure> {
    if format == ViewFormat::Dot {
        return dot(diagram).map_err(|error| Failure::new("picture", error.to_string(), BUG));
    }
    let look = Options {
        size: match options.size {
            SizeName::Narrow => Size::Narrow,
            SizeName::Wide => Size::Wide,
            SizeName::Unbounded => Size::Unbounded,
        },
        theme: match options.theme {
            ThemeName::Auto => Theme::Auto,
            ThemeName::Light => Theme::Light,
            ThemeName::Dark => Theme::Dark,
        },
    };
    match options.layout {
        LayoutName::Builtin => {
            svg(diagram, look).map_err(|error| Failure::new("picture", error.to_string(), BUG))
        }
        LayoutName::Dot => svg_with_graphviz(diagram, look, run_dot).map_err(|error| {
            let hint = match &error {
                PictureError::Graphviz(GraphvizError::Start(_)) => {
                    "install Graphviz so that `dot` is on the PATH, or leave out --layout dot"
                }
                PictureError::Graphviz(_) => {
                    "leave out --layout dot: the built-in layout needs nothing"
                }
                PictureError::Diagram(_) => BUG,
            };
            Failure::new("picture", error.to_string(), hint)
        }),
    }
}

/// A diagram made from views always holds together.
const BUG: &str = "this is a fault in isnad; please report it with the case, if you may";

fn write_all(
    folder: &Path,
    name: &str,
    extension: &str,
    parts: &[Diagram],
    options: &ViewOptions,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let failed = |path: &Path, error: &std::io::Error| {
        Failure::new(
            "output",
            format!("cannot write {}: {error}", path.display()),
            "check the path, its permissions and the room on the disk",
        )
    };
    std::fs::create_dir_all(folder).map_err(|error| failed(folder, &error))?;
    for (i, part) in parts.iter().enumerate() {
        let file = if parts.len() == 1 {
            format!("{name}.{extension}")
        } else {
            format!("{name}-{}.{extension}", i + 1)
        };
        let path = folder.join(file);
        let drawn = draw(part, options.format, &options.picture)?;
        std::fs::write(&path, drawn).map_err(|error| failed(&path, &error))?;
        terminal.note(&format!("wrote {}", path.display()));
    }
    Ok(())
}

/// What the files are called: by the view, or the claim; the Arabic edition's end in `-ar`.
fn file_name(options: &ViewOptions) -> String {
    let view = match options.name {
        ViewName::Overview => "overview",
        ViewName::Statements => "statements",
        ViewName::Claims => "claims",
        ViewName::Corroboration => "corroboration",
        ViewName::Contradictions => "contradictions",
        ViewName::Disputes => "disputes",
        ViewName::Timeline => "timeline",
        ViewName::Chain => "chain",
        ViewName::Sources => "sources",
        ViewName::Entities => "entities",
    };
    let name = match &options.claim {
        Some(claim) if options.name == ViewName::Claims => claim.as_str(),
        _ => view,
    };
    match options.lang {
        Language::En => name.to_owned(),
        Language::Ar => format!("{name}-ar"),
    }
}

fn extension(format: ViewFormat) -> &'static str {
    match format {
        ViewFormat::Dot => "dot",
        _ => "svg",
    }
}
