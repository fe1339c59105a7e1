//! The arguments, and the help that goes with them.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Knowing who said it: claim graphs from attributed statements.
///
/// A case is a folder of RON files: documents, the statements they attribute to sources, and the
/// claims those bear on. Isnad says who said what, through whom, and who denies it. It never says
/// what is true.
#[derive(Debug, Parser)]
#[command(
    name = "isnad",
    version,
    after_help = "Examples:\n  isnad view claims claims/yarmouk\n  isnad view claims claims/yarmouk --claim khabouri-killed --format svg > isnad.svg\n  isnad check claims/yarmouk --documents TEXTS\n\nExit codes: 0 clean, 1 findings of severity error, 2 could not run, 130 stopped by Ctrl-C."
)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// When to use colour.
    #[arg(long, value_enum, global = true, default_value_t = ColorWhen::Auto)]
    pub(crate) color: ColorWhen,
    /// Print nothing but the answer and errors.
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColorWhen {
    Auto,
    Always,
    Never,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a new case folder that checks clean.
    #[command(after_help = "Example:\n  isnad init claims/harbour --title-en \"The harbour fire\"")]
    Init(InitOptions),
    /// Add documents to a case.
    #[command(
        after_help = "Examples:\n  isnad add claims/harbour article.txt --outlet marsad-post --published 2026-11-20\n  isnad add claims/harbour --manifest articles.jsonl\n\nA manifest has one object a line: {\"id\", \"file\", \"outlet\", \"title\", \"url\", \"published\", \"language\"},\nall but \"file\" optional; \"file\" is relative to the manifest; \"outlet\" is an id or a name."
    )]
    Add(AddOptions),
    /// Print the anchors of words in a document, ready to paste into a statement.
    #[command(after_help = "Example:\n  isnad anchor claims/qalmir fanar \"قال\"")]
    Anchor(AnchorOptions),
    /// Propose attributed statements from raw text, Arabic or English; no case needed.
    #[command(
        after_help = "Examples:\n  isnad extract article.txt\n  isnad extract article.txt --format json > article.json\n\nWhat is proposed is a draft: read it against the text before anything rests on it.\nReporting words that gave no statement are listed with the reason."
    )]
    Extract(ExtractOptions),
    /// Draft a case's claim graph from its documents: sources, chains, copies, entities, claims and statements.
    #[command(
        after_help = "Examples:\n  isnad draft story --from ARTICLES --report page\n  isnad draft claims/harbour --documents TEXTS\n  isnad draft claims/harbour --dry-run\n  isnad draft claims/harbour --explain director-killed\n\nEverything it writes says `draft: true`. Run it again after adding documents: what somebody\nchanged is never changed, and what somebody deleted is never written again."
    )]
    Draft(DraftOptions),
    /// List everything wrong with a case.
    #[command(
        after_help = "Examples:\n  isnad check claims/yarmouk\n  isnad check claims/yarmouk --documents TEXTS --format sarif > isnad.sarif"
    )]
    Check(CheckOptions),
    /// Show a case: who says what, through whom, who denies it.
    #[command(
        after_help = "Examples:\n  isnad view overview claims/yarmouk\n  isnad view claims claims/yarmouk --claim khabouri-killed\n  isnad view chain claims/yarmouk --statement 003-09\n  isnad view claims claims/yarmouk --claim khabouri-killed --format svg --lang ar > isnad.svg\n  isnad view statements claims/yarmouk --format svg --out pictures"
    )]
    View(ViewOptions),
    /// Tell of what is disputed in at most 25 lines that paste into a chat.
    #[command(
        after_help = "Examples:\n  isnad brief claims/yarmouk\n  isnad brief claims/yarmouk --claim khabouri-killed --lang en\n  isnad brief claims/qalmir --since 2024-03-06 --without mirqab"
    )]
    Brief(BriefOptions),
    /// Write the editorial report: one HTML file that works offline, and its twin in Markdown.
    #[command(
        after_help = "Examples:\n  isnad report claims/yarmouk --out reports\n  isnad report claims/yarmouk --out reports --documents TEXTS --lang ar\n  isnad report claims/qalmir --out reports --since 2024-03-06 --without mirqab\n\nWrites CASE.html and CASE.md, named by the case's id. Where the texts are at hand they are quoted:\nmind the rights of others before you pass such a report on."
    )]
    Report(ReportOptions),
    /// Print completions for a shell.
    Completions {
        /// The shell.
        shell: clap_complete::Shell,
    },
    /// Print the manual page (roff).
    Man,
    /// Print the JSON Schema of a command's JSON.
    Schema {
        /// Whose.
        name: SchemaName,
    },
}

#[derive(Debug, Args)]
pub(crate) struct InitOptions {
    /// The case's folder; its last part is the case's id.
    pub(crate) case: PathBuf,
    /// What the case is about, in English.
    #[arg(long)]
    pub(crate) title_en: Option<String>,
    /// What the case is about, in Arabic.
    #[arg(long)]
    pub(crate) title_ar: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct AddOptions {
    /// The case's folder.
    pub(crate) case: PathBuf,
    /// Texts to add, UTF-8.
    #[arg(required_unless_present = "manifest")]
    pub(crate) files: Vec<PathBuf>,
    /// Many documents at once: one JSON object a line.
    #[arg(long, conflicts_with = "files")]
    pub(crate) manifest: Option<PathBuf>,
    /// The document's id; by the file's name where left out. For one file only.
    #[arg(long)]
    pub(crate) id: Option<String>,
    /// Who published it: a source's id or name. An unknown one becomes a source.
    #[arg(long)]
    pub(crate) outlet: Option<String>,
    /// When it was published (EDTF, e.g. 2026-11-20).
    #[arg(long)]
    pub(crate) published: Option<String>,
    /// Where it was read.
    #[arg(long)]
    pub(crate) url: Option<String>,
    /// Its title.
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// BCP 47 tag of its language; told by its letters where they are Arabic.
    #[arg(long)]
    pub(crate) language: Option<String>,
    /// Leave the text where it lies: the case then keeps its digest only, and commands must be told where it lies.
    #[arg(long)]
    pub(crate) leave_text: bool,
    /// When it entered the case (2026-11-20T22:38Z); now where left out.
    #[arg(long)]
    pub(crate) at: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct AnchorOptions {
    /// The case's folder.
    pub(crate) case: PathBuf,
    /// The document's id.
    pub(crate) document: String,
    /// The words, as they stand in the text.
    pub(crate) words: String,
    /// Where the texts lie, if not in the case's documents/ folder.
    #[arg(long)]
    pub(crate) documents: Option<PathBuf>,
    /// Keep the words themselves in the anchor (only where you may).
    #[arg(long)]
    pub(crate) exact: bool,
    /// How to print them.
    #[arg(long, value_enum, default_value_t = AnchorFormat::Ron)]
    pub(crate) format: AnchorFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AnchorFormat {
    Ron,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct ExtractOptions {
    /// Texts, UTF-8; `-` for standard input.
    #[arg(required_unless_present = "files_from")]
    pub(crate) files: Vec<PathBuf>,
    /// More texts: a list of their paths, one a line, relative to the working folder; `-` for standard input.
    #[arg(long, value_name = "LIST")]
    pub(crate) files_from: Option<PathBuf>,
    /// The texts' language; told by their letters where left out.
    #[arg(long, value_enum)]
    pub(crate) language: Option<Language>,
    /// Ask a language model of your own instead of the rules: the address of an OpenAI-compatible server, up to and with /v1.
    #[arg(long, value_name = "URL", requires = "model")]
    pub(crate) model_url: Option<String>,
    /// The model's name, as its server knows it.
    #[arg(long, value_name = "NAME", requires = "model_url")]
    pub(crate) model: Option<String>,
    /// At most so many characters are given to the model at a time.
    #[arg(long, value_name = "N", default_value_t = 4000, requires = "model_url", value_parser = clap::value_parser!(u32).range(200..))]
    pub(crate) model_passage: u32,
    /// So many seconds are waited for each of its answers.
    #[arg(
        long,
        value_name = "SECONDS",
        default_value_t = 300,
        requires = "model_url"
    )]
    pub(crate) model_timeout: u64,
    /// How to print them; `ron`: entries for a statements file, marked as drafts.
    #[arg(long, value_enum, default_value_t = ExtractFormat::Text)]
    pub(crate) format: ExtractFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExtractFormat {
    Text,
    Json,
    Ron,
}

#[derive(Debug, Args)]
pub(crate) struct CheckOptions {
    /// The case's folder.
    pub(crate) case: PathBuf,
    /// Where the texts lie, if not in the case's documents/ folder.
    #[arg(long)]
    pub(crate) documents: Option<PathBuf>,
    /// How to print them.
    #[arg(long, value_enum, default_value_t = CheckFormat::Text)]
    pub(crate) format: CheckFormat,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum CheckFormat {
    Text,
    Json,
    Sarif,
}

/// From where a case is looked at.
#[derive(Debug, Default, Args)]
pub(crate) struct Vantage {
    /// Only what was surely published by this day (EDTF).
    #[arg(long, value_name = "DATE")]
    pub(crate) as_of: Option<String>,
    /// Only what had entered the case by this minute (2026-11-12T22:38Z).
    #[arg(long, value_name = "MINUTE")]
    pub(crate) known_by: Option<String>,
    /// As if this source were set aside; may be given several times.
    #[arg(long, value_name = "SOURCE")]
    pub(crate) without: Vec<String>,
}

#[derive(Debug, Args)]
pub(crate) struct ViewOptions {
    /// What to show.
    #[arg(value_enum)]
    pub(crate) name: ViewName,
    /// The case's folder.
    pub(crate) case: PathBuf,
    /// Only what bears on this claim.
    #[arg(long, value_name = "ID")]
    pub(crate) claim: Option<String>,
    /// Only what concerns this entity.
    #[arg(long, value_name = "ID")]
    pub(crate) entity: Option<String>,
    /// Only what passed through this source.
    #[arg(long, value_name = "ID")]
    pub(crate) source: Option<String>,
    /// Only this statement.
    #[arg(long, value_name = "ID")]
    pub(crate) statement: Option<String>,
    /// Only what stands in this document.
    #[arg(long, value_name = "ID")]
    pub(crate) document: Option<String>,
    #[command(flatten)]
    pub(crate) vantage: Vantage,
    /// At most so many; 0: all.
    #[arg(long, value_name = "N")]
    pub(crate) limit: Option<usize>,
    /// With each figure, the statements and the rule that made it.
    #[arg(long)]
    pub(crate) explain: bool,
    /// Where the texts lie, if not in the case's documents/ folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) documents: Option<PathBuf>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = ViewFormat::Text)]
    pub(crate) format: ViewFormat,
    /// The language of names and headings.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
    #[command(flatten)]
    pub(crate) picture: PictureOptions,
}

#[derive(Debug, Args)]
pub(crate) struct DraftOptions {
    /// The case's folder.
    pub(crate) case: PathBuf,
    /// Where the texts lie, if not in the case's documents/ folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) documents: Option<PathBuf>,
    /// More agencies, outlets and bodies to know by name (RON); may be given several times.
    #[arg(long, value_name = "FILE")]
    pub(crate) bodies: Vec<PathBuf>,
    /// First add these articles, and make the case if it is not there: a folder with a manifest or of texts, or a manifest.
    #[arg(long, value_name = "FOLDER", conflicts_with_all = ["explain", "dry_run"])]
    pub(crate) from: Option<PathBuf>,
    /// When they entered the case (2026-11-20T22:38Z); now where left out.
    #[arg(long, value_name = "MINUTE", requires = "from")]
    pub(crate) at: Option<String>,
    /// Then write the editorial report to this folder.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["explain", "dry_run"])]
    pub(crate) report: Option<PathBuf>,
    /// Say what a drafted entry rests on, and draft nothing; may be given several times.
    #[arg(long, value_name = "ID")]
    pub(crate) explain: Vec<String>,
    /// Say what would be written, and write nothing.
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = DraftFormat::Text)]
    pub(crate) format: DraftFormat,
    /// The language of what is printed, and the one that comes first in the report.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum DraftFormat {
    Text,
    Json,
}

#[derive(Debug, Args)]
pub(crate) struct BriefOptions {
    /// The case's folder.
    pub(crate) case: PathBuf,
    /// This question in full, disputed or not.
    #[arg(long, value_name = "ID")]
    pub(crate) claim: Option<String>,
    #[command(flatten)]
    pub(crate) vantage: Vantage,
    /// After the brief, the statements and the rule that made each figure.
    #[arg(long)]
    pub(crate) explain: bool,
    /// Only questions on which something may have been published on this day or later (EDTF).
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    /// Where the texts lie, if not in the case's documents/ folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) documents: Option<PathBuf>,
    /// How to print it.
    #[arg(long, value_enum, default_value_t = ViewFormat::Text)]
    pub(crate) format: ViewFormat,
    /// In which language.
    #[arg(long, value_enum, default_value_t = BriefLanguage::Both)]
    pub(crate) lang: BriefLanguage,
}

#[derive(Debug, Args)]
pub(crate) struct ReportOptions {
    /// The case's folder.
    pub(crate) case: PathBuf,
    /// The folder to write to; made if it is not there.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// A section for this question only, disputed or not.
    #[arg(long, value_name = "ID")]
    pub(crate) claim: Option<String>,
    #[command(flatten)]
    pub(crate) vantage: Vantage,
    /// Mark what may have been published on this day or later as new (EDTF).
    #[arg(long, value_name = "DATE")]
    pub(crate) since: Option<String>,
    /// Where the texts lie, if not in the case's documents/ folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) documents: Option<PathBuf>,
    /// The language that comes first; both are in the file.
    #[arg(long, value_enum, default_value_t = Language::En)]
    pub(crate) lang: Language,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum BriefLanguage {
    En,
    Ar,
    Both,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ViewName {
    Overview,
    Statements,
    Claims,
    Corroboration,
    Contradictions,
    Disputes,
    Chain,
    Sources,
    Entities,
    Timeline,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ViewFormat {
    Text,
    Json,
    /// Graphviz' language.
    Dot,
    /// A picture; needs nothing installed.
    Svg,
}

/// How a picture is made; for `--format svg` and, but for the look, `--format dot`.
#[derive(Debug, Args)]
pub(crate) struct PictureOptions {
    /// Who places the boxes of a picture; `dot` is Graphviz' own and must be installed.
    #[arg(long, value_enum, default_value_t = LayoutName::Builtin)]
    pub(crate) layout: LayoutName,
    /// The colours of a picture; `auto` follows the reader's screen.
    #[arg(long, value_enum, default_value_t = ThemeName::Auto)]
    pub(crate) theme: ThemeName,
    /// The room for a picture; `narrow` is for telephones.
    #[arg(long, value_enum, default_value_t = SizeName::Wide)]
    pub(crate) size: SizeName,
    /// Of a picture in parts, this one.
    #[arg(long, value_name = "N", conflicts_with = "out")]
    pub(crate) part: Option<usize>,
    /// Write a picture to this folder, one file a part.
    #[arg(long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum LayoutName {
    Builtin,
    Dot,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ThemeName {
    Auto,
    Light,
    Dark,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SizeName {
    Narrow,
    Wide,
    Unbounded,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Language {
    En,
    Ar,
}

impl Language {
    pub(crate) fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ar => "ar",
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum SchemaName {
    Overview,
    Statements,
    Claims,
    Contradictions,
    Disputes,
    Timeline,
    Chain,
    Sources,
    Entities,
    Brief,
    Check,
    Draft,
    DraftExplain,
}
