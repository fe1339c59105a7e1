//! Pictures made from the cases of this project: what must hold of every one, and what some of them must say.

use isnad::analysis::Setting;
use isnad::case_file::{Texts, read_case};
use isnad::picture::layout::{self, Placement};
use isnad::picture::scene::{self, Book, Edition};
use isnad::picture::{Colour, Diagram, Head, Options, Size, Stroke, Theme, dot, layout_input, svg};
use isnad::view::{
    ChainsView, ClaimsView, EntitiesView, Filter, Material, OverviewView, SourcesView,
    StatementsView,
};
use std::path::Path;
use std::sync::OnceLock;

#[allow(unreachable_pub, dead_code, clippy::unwrap_used)]
#[path = "../../benches/case_generator.rs"]
mod case_generator;

/// Every case in `claims/`, read without texts.
pub(crate) fn cases() -> &'static [(&'static str, Material<'static>)] {
    static CASES: OnceLock<Vec<(&'static str, Material<'static>)>> = OnceLock::new();
    CASES.get_or_init(|| {
        ["qalmir", "yarmouk"]
            .into_iter()
            .map(|name| {
                let folder = Path::new(env!("CARGO_MANIFEST_DIR"))
                    .join("claims")
                    .join(name);
                // Kept for the whole run: every test draws from the same two cases.
                let loaded = Box::leak(Box::new(read_case(&folder).expect("a case")));
                let texts = Texts::read(&loaded.case, &[folder.join("documents")]);
                (name, Material::new(loaded, texts, Setting::default()))
            })
            .collect()
    })
}

/// The pictures of one case.
pub(crate) struct Pictures<'m> {
    material: &'m Material<'m>,
    overview: OverviewView,
    sources: SourcesView,
    claims: ClaimsView,
}

impl<'m> Pictures<'m> {
    pub(crate) fn new(material: &'m Material<'m>) -> Self {
        let all = Filter::default();
        Self {
            material,
            overview: OverviewView::new(material, &all),
            sources: SourcesView::new(material, &all),
            claims: ClaimsView::new(material, &all),
        }
    }

    pub(crate) fn isnad(&self, claim: &str, edition: Edition) -> Diagram {
        let filter = Filter::default();
        let one = self
            .claims
            .claims
            .iter()
            .find(|c| c.id == claim)
            .expect("a claim");
        scene::isnad(
            one,
            &StatementsView::new(self.material, &filter),
            &ChainsView::new(self.material, &filter),
            &Book::new(&self.overview, &self.sources, edition),
        )
    }

    pub(crate) fn view(&self, name: &str, edition: Edition) -> Diagram {
        let all = Filter::default();
        let book = Book::new(&self.overview, &self.sources, edition);
        let statements = || StatementsView::new(self.material, &all);
        match name {
            "overview" => scene::overview(&self.overview, &book),
            "sources" => scene::sources(&self.sources, &book),
            "claims" => scene::claims(&self.claims, &book),
            "chain" => scene::chains(&ChainsView::new(self.material, &all), &statements(), &book),
            "entities" => {
                scene::entities(&EntitiesView::new(self.material, &all), &self.claims, &book)
            }
            _ => scene::statements(&statements(), &self.claims, &book),
        }
    }
}

const VIEWS: [&str; 6] = [
    "overview",
    "statements",
    "claims",
    "chain",
    "sources",
    "entities",
];

/// No two boxes meet.
fn apart(placed: &Placement) -> bool {
    placed.boxes.iter().enumerate().all(|(i, a)| {
        placed.boxes[i + 1..].iter().all(|b| {
            a.x + a.width <= b.x
                || b.x + b.width <= a.x
                || a.y + a.height <= b.y
                || b.y + b.height <= a.y
        })
    })
}

fn holds(diagram: &Diagram, size: Size) {
    assert_eq!(diagram.check(), Ok(()), "{}", diagram.id);
    let drawn = svg(
        diagram,
        Options {
            size,
            theme: Theme::Auto,
        },
    )
    .expect("checked");
    let parsed = roxmltree::Document::parse(&drawn).expect("well-formed");
    let placed = layout::place(&layout_input(diagram, size).expect("checked"));
    // Compartments of the bar touch by design; they come first.
    let mut boxes = placed.clone();
    boxes.boxes.drain(..diagram.header.len());
    assert!(apart(&boxes), "boxes meet in {} at {size:?}", diagram.id);
    for node in parsed
        .descendants()
        .filter(|n| n.attribute("class") == Some("node"))
    {
        assert!(
            node.children().any(|c| c.has_tag_name("title")),
            "{}: no tooltip",
            diagram.id
        );
    }
    for node in &diagram.nodes {
        assert!(
            node.href.as_deref().is_some_and(|h| h.starts_with('#')),
            "{}: no link",
            node.id
        );
    }
}

#[test]
fn every_claim_of_every_case_is_a_picture() {
    for (name, material) in cases() {
        let pictures = Pictures::new(material);
        assert!(pictures.claims.claims.len() > 15, "{name}");
        for claim in &pictures.claims.claims {
            for edition in [Edition::En, Edition::Ar] {
                let diagram = pictures.isnad(&claim.id, edition);
                for size in [Size::Narrow, Size::Wide] {
                    holds(&diagram, size);
                }
                assert!(dot(&diagram).is_ok());
            }
        }
    }
}

#[test]
fn every_view_is_a_picture_in_legible_parts() {
    for (_, material) in cases() {
        let pictures = Pictures::new(material);
        for view in VIEWS {
            for edition in [Edition::En, Edition::Ar] {
                let diagram = pictures.view(view, edition);
                let link = |part: usize, fragment: &str| format!("{view}-{part}.svg{fragment}");
                let parts = scene::parts(&diagram, edition, &link);
                for part in &parts {
                    let own = part
                        .nodes
                        .iter()
                        .filter(|n| !n.id.starts_with("elsewhere "));
                    assert!(own.count() <= scene::MOST, "{}", part.id);
                    assert_eq!(part.check(), Ok(()), "{}", part.id);
                    let drawn = svg(part, Options::default()).expect("checked");
                    assert!(roxmltree::Document::parse(&drawn).is_ok());
                    // Links between parts lead to boxes that are there.
                    for href in part.nodes.iter().filter_map(|n| n.href.as_deref()) {
                        let Some((file, fragment)) =
                            href.split_once('#').filter(|(f, _)| !f.is_empty())
                        else {
                            continue;
                        };
                        let to: usize = file
                            .trim_start_matches(&format!("{view}-"))
                            .trim_end_matches(".svg")
                            .parse()
                            .expect("a part");
                        let there = svg(&parts[to - 1], Options::default()).expect("checked");
                        assert!(there.contains(&format!("id=\"{fragment}\"")), "{href}");
                    }
                }
                let drawn: usize = parts
                    .iter()
                    .flat_map(|p| &p.nodes)
                    .filter(|n| !n.id.starts_with("elsewhere "))
                    .count();
                assert_eq!(drawn, diagram.nodes.len());
            }
        }
    }
}

/// All words of a box.
fn words(diagram: &Diagram, id: &str) -> String {
    let node = diagram
        .nodes
        .iter()
        .find(|n| n.id == id)
        .unwrap_or_else(|| panic!("no box {id}"));
    let lines = node.lines.iter().chain(&node.folded);
    lines
        .map(|l| l.text.as_str())
        .collect::<Vec<_>>()
        .join(" | ")
}

fn yarmouk(claim: &str, edition: Edition) -> Diagram {
    Pictures::new(&cases()[1].1).isnad(claim, edition)
}

fn qalmir(claim: &str, edition: Edition) -> Diagram {
    Pictures::new(&cases()[0].1).isnad(claim, edition)
}

#[test]
fn the_disputed_death_is_told_at_a_glance() {
    let d = yarmouk("khabouri-killed", Edition::En);
    let slots: Vec<&str> = d.header.iter().map(|s| s.lines[0].text.as_str()).collect();
    assert_eq!(
        slots,
        [
            "says so: nobody",
            "mentioned only within denials",
            "denies: 2 origins, if read so"
        ]
    );
    let said: Vec<&str> = d.subtitle.iter().map(|l| l.text.as_str()).collect();
    assert_eq!(
        said,
        [
            "Says so: nobody, in these 5 texts.",
            "Apparently denies: 2 ‹undisclosed› sources (both of one side: Islamic State); both through one outlet: Al-Quds Al-Arabi, if read so.",
            "Mentioned only within denials: 2 statements.",
        ]
    );
    // Through one newspaper, read in a copy, marked as what every chain runs through.
    let paper = "source-al-quds-al-arabi";
    assert!(words(&d, paper).contains("shared source: every chain runs through it"));
    assert!(words(&d, paper).contains("read in the copy of an unnamed site"));
    let double: Vec<&str> = d
        .nodes
        .iter()
        .filter(|n| n.outline == Stroke::Double)
        .map(|n| n.id.as_str())
        .collect();
    assert_eq!(double, [paper]);
    // The rumour runs through the source that denies it, and is crossed out.
    let crossed: Vec<_> = d.edges.iter().filter(|e| e.crossed_out).collect();
    assert_eq!(crossed.len(), 1);
    assert_eq!(crossed[0].to, "source-source-close-to-is-003");
    assert_eq!(
        crossed[0].label.as_ref().map(|l| l.text.as_str()),
        Some("passed on only to be denied")
    );
    let rank = |id: &str| d.nodes.iter().find(|n| n.id == id).and_then(|n| n.rank);
    assert!(rank(&crossed[0].from) > rank("source-source-close-to-is-003"));
    assert_eq!(
        rank("source-fighter-in-camp-003"),
        rank("source-source-close-to-is-003")
    );
    assert!(
        words(&d, "source-fighter-in-camp-003").contains("‹undisclosed› | side: Islamic State")
    );
    assert!(d.foot[0].text.starts_with("Not in this case: "));
    assert!(
        d.foot[1]
            .text
            .starts_with("5 texts, last text added 22 November 2026, 00:30 UTC; last decision 22 November 2026, 00:45 UTC. All")
    );
    // The source that denies the killing does not affirm it.
    assert!(!d.edges.iter().any(|e| e.to == "affirms"));

    let ar = yarmouk("khabouri-killed", Edition::Ar);
    assert_eq!(ar.title[0].lang, "ar");
    assert_eq!(
        ar.header[2].lines[0].text,
        "ينفي: مصدران أصليان بحسب هذه القراءة"
    );
    assert!(words(&ar, paper).contains("مصدر مشترك: كل سلسلة تمر به"));
    let latin = |t: &str| t.chars().filter(char::is_ascii_alphabetic).count();
    for line in ar
        .subtitle
        .iter()
        .chain(&ar.foot)
        .chain(ar.nodes.iter().flat_map(|n| &n.lines))
    {
        // Where the method is stated is a path, the same in every language.
        let own = line.text.replace(isnad::view::METHOD, "");
        assert_eq!(latin(&own), 0, "{own}");
    }
}

#[test]
fn what_is_taken_back_is_shown_and_not_counted() {
    let d = qalmir("director-dead", Edition::En);
    let box_of = "statement-fanar-zaher-saw";
    assert!(words(&d, box_of).contains("taken back by its speaker: not counted"));
    let edge = d
        .edges
        .iter()
        .find(|e| e.from == box_of)
        .expect("its line to the bar");
    assert_eq!((edge.stroke, edge.colour), (Stroke::Dotted, Colour::Muted));
    let says: Vec<&str> = d.header[0].lines.iter().map(|l| l.text.as_str()).collect();
    // Who says how he was killed says that he is dead: drawn, and said to come by another question.
    assert_eq!(says[0], "says so: at least 2 origins, at most 3");
    assert!(
        says.contains(&"of these, through another question: 4"),
        "{says:?}"
    );
    assert!(d.nodes.iter().any(|n| n.id == "statement-press-resident"));
    assert!(says.contains(&"taken back, not counted: 7"), "{says:?}");
}

#[test]
fn what_nobody_reviewed_is_hatched_and_the_title_says_so() {
    let d = qalmir("guards-missing", Edition::En);
    assert!(
        d.title[0].text.ends_with("(not all reviewed)"),
        "{}",
        d.title[0].text
    );
    let statement = d
        .nodes
        .iter()
        .find(|n| n.id == "statement-nawras-locals-missing");
    assert!(statement.is_some_and(|n| n.draft));
    assert!(words(&d, "statement-nawras-locals-missing").contains("not reviewed"));
    assert!(
        d.foot
            .iter()
            .any(|l| l.text.contains("1 not reviewed (hatched)"))
    );
    // Who first published it is an unknown link, between the origin and the page.
    let unknown = d
        .nodes
        .iter()
        .find(|n| n.id.starts_with("unknown-"))
        .expect("an unknown link");
    assert!(unknown.lines[0].text == "‹unknown›" && unknown.outline == Stroke::Dotted);
    assert!(
        !yarmouk("khabouri-killed", Edition::En)
            .nodes
            .iter()
            .any(|n| n.draft)
    );
}

#[test]
fn relays_hedges_and_doubt_are_in_words() {
    let d = qalmir("in-control-room", Edition::En);
    let label = |from: &str, to: &str| {
        let edge = d.edges.iter().find(|e| e.from == from && e.to == to);
        edge.and_then(|e| e.label.as_ref()).map(|l| l.text.as_str())
    };
    assert_eq!(
        label("source-other-guard", "source-sinfiri"),
        Some("vouched for")
    );
    let gate = qalmir("gate-blown-by-docks", Edition::En);
    assert!(words(&gate, "statement-talhab-expert").contains("as likely only"));
    assert!(gate.edges.iter().any(|e| {
        e.label
            .as_ref()
            .is_some_and(|l| l.text == "passed on with doubt")
    }));
    assert!(gate.header.iter().any(|s| s.id == "doubts"));
    assert!(
        gate.edges
            .iter()
            .any(|e| e.to == "doubts" && e.head == Head::Diamond)
    );
    let killed = qalmir("director-killed", Edition::En);
    assert!(words(&killed, "statement-ostrivane-denial").contains("unclear whether this is meant"));
    // A link that a judgement adds is marked.
    assert!(
        qalmir("director-dead", Edition::En)
            .edges
            .iter()
            .any(|e| e.from == "source-fishermen"
                && e.label.as_ref().is_some_and(|l| l.text == "inferred"))
    );
}

#[test]
fn a_source_that_concedes_is_said_to() {
    let d = yarmouk("khabouri-dhiyabiya-quarrel", Edition::En);
    assert!(words(&d, "statement-003-11").contains("said against own side (as entered)"));
}

#[test]
fn five_hundred_statements_stay_legible() {
    let folder = tempfile::tempdir().expect("a folder");
    let case = folder.path().join("generated");
    case_generator::write(&case, 500).expect("it can be written");
    let loaded = read_case(&case).expect("a case");
    let texts = Texts::read(&loaded.case, &[]);
    let material = Material::new(&loaded, texts, Setting::default());
    let pictures = Pictures::new(&material);
    for view in VIEWS {
        let diagram = pictures.view(view, Edition::En);
        assert!(view != "statements" || diagram.nodes.len() >= 500);
        for part in scene::parts(&diagram, Edition::En, &|part, f| format!("{part}{f}")) {
            let (own, remarks): (Vec<_>, Vec<_>) = part
                .nodes
                .iter()
                .partition(|n| !n.id.starts_with("elsewhere "));
            assert!(own.len() <= scene::MOST, "{}: {}", part.id, own.len());
            assert!(
                remarks.len() <= own.len() * 3,
                "{}: {} remarks",
                part.id,
                remarks.len()
            );
            assert_eq!(part.check(), Ok(()));
        }
    }
}
