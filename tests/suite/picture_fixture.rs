//! The isnād diagram of one invented claim, in two editions: what the signature picture has to be able to show.
//!
//! Captain Nadhir Halwan, the town of Marjan, the River Brigades, the Highland Council and all the papers are invented.

#![allow(dead_code)]

use isnad::picture::{
    Colour, Diagram, Direction, Edge, Head, KeyEntry, Line, Node, Row, Shape, Slot, Stroke,
};

/// Words in the two languages; the edition picks one.
struct Words {
    arabic: bool,
}

impl Words {
    fn pick<'a>(&self, en: &'a str, ar: &'a str) -> (&'a str, &'static str) {
        if self.arabic { (ar, "ar") } else { (en, "en") }
    }

    fn title(&self, en: &str, ar: &str) -> Line {
        let (text, lang) = self.pick(en, ar);
        Line::title(text, lang)
    }

    fn small(&self, en: &str, ar: &str) -> Line {
        let (text, lang) = self.pick(en, ar);
        Line::small(text, lang)
    }
}

struct Stance {
    slot: &'static str,
    colour: Colour,
    stroke: Stroke,
    head: Head,
}

/// Id, gist and date in both languages, stance, label of its line, whether nobody reviewed it.
type StatementWords = (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static Stance,
    &'static str,
    bool,
);

const AFFIRMS: Stance = Stance {
    slot: "says",
    colour: Colour::Affirms,
    stroke: Stroke::Solid,
    head: Head::Arrow,
};
const REPORTS: Stance = Stance {
    slot: "reports",
    colour: Colour::Reports,
    stroke: Stroke::Dashed,
    head: Head::Circle,
};
const DENIES: Stance = Stance {
    slot: "denies",
    colour: Colour::Denies,
    stroke: Stroke::Solid,
    head: Head::Bar,
};

/// The picture in English (left to right) or Arabic (mirrored).
pub(crate) fn isnad_diagram(arabic: bool) -> Diagram {
    let w = Words { arabic };
    let mut d = Diagram {
        id: "halwan".into(),
        direction: if arabic { Direction::Rtl } else { Direction::Ltr },
        title: vec![Line::title("Was Captain Halwan killed?", "en"), Line::title("هل قُتل النقيب نذير حلوان؟", "ar")],
        subtitle: vec![w.small(
            "Said by one undisclosed origin of the Highland Council; denied by 2 origins of the River Brigades, both through one newspaper; passed on twice without a source.",
            "يُثبت ذلك مصدر واحد محجوب الاسم من مجلس المرتفعات، وينفيه مصدران من ألوية النهر عبر صحيفة واحدة، وتداولته جهتان بلا مصدر.",
        )],
        ..Diagram::default()
    };
    if arabic {
        d.title.reverse();
    }
    d.header = vec![
        slot(
            "says",
            AFFIRMS.colour,
            vec![w.title("says so: 1 origin", "يُثبت ذلك: مصدر واحد")],
        ),
        slot(
            "reports",
            REPORTS.colour,
            vec![w.title("unsourced report, twice", "أنباء متداولة، مرتين")],
        ),
        slot(
            "denies",
            DENIES.colour,
            vec![w.title("denies: 2 origins", "ينفي: مصدران")],
        ),
    ];
    let statements: [StatementWords; 6] = [
        (
            "s1",
            "Halwan died in the ambush",
            "مقتل حلوان في الكمين",
            "4 May 2031",
            "4 أيار 2031",
            &AFFIRMS,
            "said",
            true,
        ),
        (
            "s2",
            "word went round that he was dead",
            "راجت أنباء مقتله",
            "undated",
            "بلا تاريخ",
            &REPORTS,
            "",
            false,
        ),
        (
            "s3",
            "accounts on Murmur (@marjan_now) had him dead",
            "حسابات على «همهمة» (@marjan_now) تحدثت عن موته",
            "5 May 2031",
            "5 أيار 2031",
            &REPORTS,
            "reports",
            false,
        ),
        (
            "s4",
            "he is well; the reports are untrue",
            "حلوان بخير والأنباء عارية عن الصحة",
            "6 May 2031",
            "6 أيار 2031",
            &DENIES,
            "denies",
            false,
        ),
        (
            "s5",
            "neither wounded nor killed, but there was a quarrel",
            "لا إصابة ولا مقتل، وثمة خلاف",
            "undated",
            "بلا تاريخ",
            &DENIES,
            "",
            false,
        ),
        (
            "s6",
            "he spoke to us yesterday",
            "تحدث إلينا أمس",
            "7 May 2031, inferred",
            "7 أيار 2031، استنتاجًا",
            &DENIES,
            "",
            false,
        ),
    ];
    for (id, en, ar, date_en, date_ar, stance, label, draft) in statements {
        let mut lines = vec![w.title(en, ar), w.small(date_en, date_ar)];
        if draft {
            lines.push(w.small("not reviewed", "لم يُراجَع"));
        }
        d.nodes.push(Node {
            id: id.into(),
            rank: Some(1),
            lines,
            outline: if stance.stroke == Stroke::Dashed {
                Stroke::Dashed
            } else {
                Stroke::Solid
            },
            draft,
            colour: stance.colour,
            tooltip: format!("{en} / {ar}"),
            href: Some(format!("case.html#{id}")),
            ..Node::default()
        });
        let label = match label {
            "said" => Some(w.small("said (أكد)", "قال (أكد)")),
            "reports" => Some(w.small("reports", "ينقل")),
            "denies" => Some(w.small("denies", "ينفي")),
            _ => None,
        };
        d.edges.push(Edge {
            label,
            head: stance.head,
            ..edge(id, stance.slot, stance)
        });
    }
    d.nodes.push(Node {
        id: "sada".into(),
        rank: Some(2),
        lines: vec![
            w.title("Sada al-Marjan · صدى المرجان", "صدى المرجان"),
            w.small(
                "shared source: every denial runs through it",
                "مصدر مشترك: كل نفي يمر به",
            ),
        ],
        folded: vec![w.small(
            "read in the copy of al-Rabiya (May 2031, inferred)",
            "قُرئ في نسخة موقع الرابية (أيار 2031، استنتاجًا)",
        )],
        shape: Shape::Sheet,
        outline: Stroke::Double,
        href: Some("case.html#sada".into()),
        ..Node::default()
    });
    d.nodes.push(Node {
        id: "barid".into(),
        rank: Some(2),
        lines: vec![
            w.title("Barid al-Tall", "بريد التل"),
            w.small("news site · 5 May 2031", "موقع إخباري · 5 أيار 2031"),
        ],
        shape: Shape::Sheet,
        ..Node::default()
    });
    let undisclosed = |id: &str, en: &str, ar: &str, side: (&str, &str), colour| Node {
        id: id.into(),
        rank: Some(3),
        lines: vec![
            w.title(en, ar),
            w.small(
                &format!("‹undisclosed› · side: {}", side.0),
                &format!("‹بلا تسمية› · الجهة: {}", side.1),
            ),
        ],
        shape: Shape::Pill,
        outline: Stroke::Dashed,
        colour,
        ..Node::default()
    };
    d.nodes.push(undisclosed(
        "guard",
        "a guard of the Council",
        "حارس في المجلس",
        ("Highland Council", "مجلس المرتفعات"),
        Colour::Affirms,
    ));
    d.nodes.push(undisclosed(
        "close",
        "a source close to the Brigades",
        "مصدر مقرب من الألوية",
        ("River Brigades", "ألوية النهر"),
        Colour::Denies,
    ));
    d.nodes.push(undisclosed(
        "fighter",
        "a fighter in the town",
        "مقاتل في البلدة",
        ("River Brigades", "ألوية النهر"),
        Colour::Denies,
    ));
    d.nodes.push(Node {
        id: "whoever".into(),
        rank: Some(4),
        lines: vec![
            w.title("whoever spread the news", "من أشاع الخبر"),
            w.small("‹unknown›", "‹غير معروف›"),
        ],
        shape: Shape::Pill,
        outline: Stroke::Dotted,
        colour: Colour::Reports,
        ..Node::default()
    });
    for (from, to, stance) in [
        ("barid", "s1", &AFFIRMS),
        ("sada", "s2", &REPORTS),
        ("barid", "s3", &REPORTS),
        ("sada", "s4", &DENIES),
        ("sada", "s5", &DENIES),
        ("sada", "s6", &DENIES),
        ("guard", "barid", &AFFIRMS),
        ("close", "sada", &REPORTS),
        ("close", "sada", &DENIES),
        ("close", "sada", &DENIES),
        ("fighter", "sada", &DENIES),
        ("whoever", "barid", &REPORTS),
    ] {
        d.edges.push(edge(from, to, stance));
    }
    d.edges.push(Edge {
        crossed_out: true,
        label: Some(w.small("passed on only to be denied", "نُقل ليُنفى فقط")),
        tooltip: "The source passes the report on and denies it.".into(),
        ..edge("whoever", "close", &REPORTS)
    });
    d.rows = vec![
        Row {
            rank: 1,
            label: w.small("statements", "الأقوال"),
        },
        Row {
            rank: 2,
            label: w.small("outlets", "وسائل النشر"),
        },
        Row {
            rank: 3,
            label: w.small("origins", "المصادر الأصلية"),
        },
        Row {
            rank: 4,
            label: w.small("beyond them", "ما وراءها"),
        },
    ];
    d.key = vec![
        key(&AFFIRMS, false, w.small("says so", "يُثبت ذلك")),
        key(
            &REPORTS,
            false,
            w.small("reports, without vouching for it", "ينقل دون جزم"),
        ),
        key(&DENIES, false, w.small("denies", "ينفي")),
        key(
            &Stance {
                head: Head::None,
                ..REPORTS
            },
            true,
            w.small("passed on, and denied", "نُقل ونُفي"),
        ),
    ];
    d.foot = vec![
        w.small(
            "Not in this case: the family, the Brigades' own channel, the hospital of Marjan. The paper itself says that news from the town was hard to check.",
            "ليس في هذا الملف: العائلة، وقناة الألوية نفسها، ومستشفى المرجان. والصحيفة نفسها تقول إن التحقق من أخبار البلدة كان صعبًا.",
        ),
        w.small("4 texts, last added 9 June 2031, 22:38. One statement is not reviewed yet (hatched).", "4 نصوص، آخرها أُضيف في 9 حزيران 2031، 22:38. قول واحد لم يُراجَع بعد (مظلَّل)."),
    ];
    d
}

fn slot(id: &str, colour: Colour, lines: Vec<Line>) -> Slot {
    Slot {
        id: id.into(),
        lines,
        colour,
        ..Slot::default()
    }
}

fn edge(from: &str, to: &str, stance: &Stance) -> Edge {
    Edge {
        from: from.into(),
        to: to.into(),
        stroke: stance.stroke,
        colour: stance.colour,
        ..Edge::default()
    }
}

fn key(stance: &Stance, crossed_out: bool, label: Line) -> KeyEntry {
    KeyEntry {
        stroke: stance.stroke,
        head: stance.head,
        crossed_out,
        colour: stance.colour,
        label,
    }
}
