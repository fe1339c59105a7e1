//! How each figure is made, in a few words of both languages, so that the file stands alone.
//!
//! Short forms of the definitions of `docs/method.md`; each part has the id that the figures link to.

use maud::{Markup, html};

use super::parts::say;

/// A part: id, heading and text, in English and Arabic.
pub(super) struct Part {
    pub(super) id: &'static str,
    pub(super) heading: (&'static str, &'static str),
    pub(super) text: (&'static str, &'static str),
}

pub(super) const PARTS: [Part; 11] = [
    Part {
        id: "statements",
        heading: (
            "Statements, texts, outlets",
            "الأقوال والنصوص والجهات الناشرة",
        ),
        text: (
            "A statement is one act of attribution in one text: a source, words of saying, and what is conveyed. Counted are those that commit to the question or to its negation, themselves or through another question from which it follows; what was taken back is shown and not counted. Copies of one text count as one text, of the outlet that first published it as far as is known.",
            "القول نسبةُ كلام واحد إلى مصدر واحد في نص واحد: مصدر وعبارة قول ومضمون. ويُعدّ ما جزم بالمسألة أو بنفيها بنفسه أو عبر مسألة أخرى تلزم عنها. وما جرى التراجع عنه يُعرض ولا يُعدّ. ونسخ النص الواحد نص واحد، للجهة التي نشرته أولًا بقدر ما يُعلم.",
        ),
    },
    Part {
        id: "origins",
        heading: (
            "Origins, at least and at most",
            "المصادر الأصلية: على الأقل وعلى الأكثر",
        ),
        text: (
            "An origin is the first link of a chain. At most: all origins that are left once those known to be the same are joined, with one for each chain whose beginning nobody wrote down, outlets in their own voice, and those heard only unclearly. At least: the largest set of origins of which any two are known to be different, because both are named or a person decided so with the words it rests on. Two undisclosed sources in one text may be one person, so they count once unless somebody decided otherwise.",
            "المصدر الأصلي هو أول حلقة في السلسلة. على الأكثر: كل المصادر الأصلية بعد ضم ما عُلم أنه واحد، ومعها مصدر أصلي لكل سلسلة لم يُكتب أولها، والجهات الناشرة بصوتها، وما لم يُسمع إلا على غير وضوح. على الأقل: أكبر مجموعة من المصادر الأصلية عُلم أن كل اثنين منها مختلفان، لأن كليهما مسمّى أو لأن شخصًا قرر ذلك مع الكلام الذي استند إليه. ومصدران محجوبا الاسم في نص واحد قد يكونان شخصًا واحدًا، فيُعدّان واحدًا ما لم يُقرَّر غير ذلك.",
        ),
    },
    Part {
        id: "chains",
        heading: ("Chains that share no source", "سلاسل مستقل بعضها عن بعض"),
        text: (
            "The largest number of statements whose chains have no source in common, outlets included. Chains of unknown beginning and outlets in their own voice are left out. Where the exact number would take too long, a lower and an upper bound are given. A shared source is one that several chains run through.",
            "أكبر عدد من الأقوال ليس في سلاسلها مصدر مشترك، والجهات الناشرة منها. ويُترك ما لا يُعرف أوله وما قالته جهة ناشرة بصوتها. وحيث يطول الحساب الدقيق يُعطى حدّان أدنى وأعلى. والمصدر المشترك ما تمر به سلاسل عدة.",
        ),
    },
    Part {
        id: "sides",
        heading: ("Sides", "الجهات"),
        text: (
            "The camps of the dispute to which the origins belonged when they spoke, as entered in the case. Four origins of one side are not four witnesses.",
            "الجهات المتنازعة التي كانت المصادر الأصلية تنتمي إليها حين قالت، كما أُدخلت في الملف. وأربعة مصادر أصلية من جهة واحدة ليست أربعة شهود.",
        ),
    },
    Part {
        id: "support",
        heading: ("Support", "السند"),
        text: (
            "No source given: no statement commits that clearly means this question and whose origin is known. Several origins: at least two are known to be different. Single origin: anything between; it is not shown to be more than one.",
            "لا مصدر مذكور: لا قول يجزم ويعني المسألة بوضوح ومصدره الأصلي معلوم. مصادر أصلية متعددة: اثنان على الأقل عُلم اختلافهما. مصدر أصلي واحد: ما بين ذلك، ولم يثبت أنه أكثر من واحد.",
        ),
    },
    Part {
        id: "setting",
        heading: ("Setting aside, and dates", "الاستبعاد والتواريخ"),
        text: (
            "To set a source aside removes every chain that runs through it; a statement with no chain left is not heard. What a stance rests on is a smallest set of sources whose setting aside lowers its support. As of a day: only what was surely published by then; undated texts are left out and listed.",
            "استبعاد مصدر يُسقط كل سلسلة تمر به، وما لم تبق له سلسلة يسقط من الحساب. وما يقوم عليه الموقف هو أصغر مجموعة من المصادر يُضعف استبعادها سنده. وحتى يومٍ ما: ما نُشر حتمًا حتى ذلك اليوم، وما لا تاريخ له يُترك ويُذكر.",
        ),
    },
    Part {
        id: "standing",
        heading: ("Where a question stands", "موقع المسألة"),
        text: (
            "The first that fits: taken back or withdrawn since (every statement that said so, by who said it, passed it on or published it); contested (saying so and denying are both supported); several origins or single origin (only saying so is supported); denied (nobody says so, no source is given for saying so, or it is said only unclearly); where nobody identifiable and clear commits: said only unclearly, passed on but not vouched for, or unsourced report; nobody says so in this case. It sums up who speaks, not what is true.",
            "أول ما ينطبق: جرى التراجع عنه أو سحبه (كل قول به، ممن قاله أو نقله أو نشره)؛ متنازع عليه (للقول سند وللنفي سند)؛ تعدّدت مصادره أو مصدر أصلي واحد (للقول وحده سند)؛ منفيّ (ولا قائل به، أو لا مصدر مذكور للقول به، أو القول به غير صريح)؛ وحيث لا قائل معروف يجزم به بوضوح: القول به غير صريح، أو منقول دون جزم، أو أنباء متداولة؛ لا قائل به في هذا الملف. وهو يلخّص من يتكلم لا ما هو صحيح.",
        ),
    },
    Part {
        id: "contradictions",
        heading: ("Contradictions", "التعارضات"),
        text: (
            "Two statements that cannot both be right: one says so and the other denies it, or what the one says leads, step by step by the rules named, to the negation of what the other says. Possible only: a stance is hedged or unclear, or the times only may overlap. A report against a statement is listed too: it has nobody vouching for it. Contradictions that would take three statements are not sought.",
            "قولان لا يصحان معًا: أحدهما يقول بوقوع الأمر والآخر ينفيه، أو يفضي قول الأول، خطوة خطوة بالقواعد المذكورة، إلى نقيض الثاني. واحتمال فقط: حيث الموقف مرجَّح أو غير واضح أو قد لا يلتقي الزمنان. ويُذكر أيضًا النقل دون جزم حين يقابله قول. ولا يُبحث عن تعارض لا يتم إلا بثلاثة أقوال.",
        ),
    },
    Part {
        id: "anchors",
        heading: ("Where the words stand", "موضع الكلام"),
        text: (
            "Each statement keeps the place of its words in the text, counted in characters from the beginning, and a digest of them. Where the text is at hand the two are compared; where the words there are others, no quote is shown. A paragraph is a line of the text; lines without letters are not counted.",
            "يحفظ كل قول موضع كلامه في النص معدودًا بالمحارف من أوله، وبصمة لذلك الكلام. وحيث يحضر النص يُقارن الاثنان، فإن كان في الموضع كلام آخر لم يُعرض اقتباس. والفقرة سطر من النص، ولا يُعدّ سطر بلا حروف.",
        ),
    },
    Part {
        id: "wording",
        heading: ("Supported wording", "صياغة لا تتجاوز السند"),
        text: (
            "A sentence that names who says so and who denies it, and claims no more than that. It is no legal clearance: an accusation can defame even where it is attributed.",
            "جملة تسمّي من قال ومن نفى ولا تزيد على ذلك. وليست إجازة قانونية: فالاتهام قد يكون تشهيرًا وإن نُسب إلى قائله.",
        ),
    },
    Part {
        id: "marks",
        heading: (
            "Marks beside a name or a number",
            "علامات بجانب الاسم أو العدد",
        ),
        text: (
            "At odds with it, on another question: nobody denies this in words; what is said there cannot hold beside it. Implied by words on another question: it follows from what is said there. Perhaps denies, perhaps says so: all the words may be of another matter. As a statement is read here: its words may be read otherwise, which stands under \"Mind\"; perhaps of a narrower question only: the same words deny a narrower question too. Apparently: everybody on that side is heard only in such words. Mentioned only within denials: the texts have the words only in the mouth of who denies them, so they are nobody's report. By a date: the date of saying, else of publication. If read so: the number of origins holds only if these words are read as entered. Heard only through: nobody else in these texts passes that source on. Several, counted as one: a description of several people whose number nobody gives. Inferred: not written in the text.",
            "ما لا يتفق معه في مسألة أخرى: لا أحد ينفي هذا بلفظه، وإنما لا يجتمع معه ما قيل هناك. يلزم مما قيل في مسألة أخرى: ينتج عمّا قيل هناك. كلام قد يُقرأ نفيًا أو قولًا به: قد يكون الكلام كله في أمر آخر. بحسب قراءة قول: قد يُقرأ كلامه على وجه آخر يُذكر في «تنبيه»؛ وقد لا ينفي الكلام إلا مسألة أضيق: الكلام نفسه ينفي مسألة أضيق أيضًا. على ما يبدو: كل من في هذا الجانب لم يُسمع إلا في كلام من ذلك. لا يرد ذكره إلا ضمن نفيه: لا يرد الكلام في النصوص إلا على لسان من ينفيه، فليس خبرًا نقله أحد. في يوم كذا أو قبله: تاريخ القول، وإلا فتاريخ النشر. بحسب هذه القراءة: لا يصح عدد المصادر الأصلية إلا إذا قُرئ الكلام كما أُدخل. لم يُسمع إلا عبر: لا ينقل عن هذا المصدر في هذه النصوص سواه. جمعٌ يُحسب واحدًا: وصف لعدة أشخاص لا يُذكر عددهم. استنتاجًا: غير مكتوب في النص.",
        ),
    },
];

pub(super) fn method() -> Markup {
    html! {
        section #method aria-labelledby="method-title" {
            h2 #method-title { (say("How every figure is made", "كيف حُسب كل رقم")) }
            @for part in &PARTS {
                div id=(format!("method-{}", part.id)) {
                    h3 { (say(part.heading.0, part.heading.1)) }
                    p { (say(part.text.0, part.text.1)) }
                }
            }
        }
    }
}
