//! What one saying says of the question: which family its words are of, whom they mean, and what turns them.
//!
//! In one file because every one of these is read from the same words of one saying, and each answer bounds the next.

use jiff::civil::Date;

use super::after::{doer_denied, weary_of};
use super::anchor::{Meant, Whom};
use super::another::{
    counted, died_with_him, either, instead_of, limited, names_his, no_cause, no_death,
    nobody_first, none_died, of_a_recording, of_a_relative, only_received, only_since, sentence,
    unannounced,
};
use super::families::{Families, Family, Marker, Wording, Wordings, Words};
use super::freedom::{of_a_thing, only_wanted};
use super::met::{met, speaker_does};
use super::reply::{asked_if_alive, only_how, replies, sign_wanting, unseen};
use super::reply_arabic;
use crate::drafting::content::hit::Hit;
use crate::drafting::content::idiom::told_before;
use crate::drafting::content::lexicon::{Shape, Trigger, Turn};
use crate::drafting::content::page::Page;
use crate::drafting::content::stance::{Held, held};
use crate::extraction::{MentionKind, Piece};
use crate::model::Stance;

/// A saying as it is weighed.
pub(super) struct Unit<'a> {
    /// Tokens of what is said.
    pub(super) pieces: Vec<(usize, usize)>,
    /// Tokens of it that are somebody else's words.
    pub(super) masked: Vec<(usize, usize)>,
    /// What its cue does to it.
    pub(super) turn: Option<Turn>,
    /// Said in the speaker's own words.
    pub(super) direct: bool,
    /// Whether what stands before it in the article is of the question.
    pub(super) follows: bool,
    /// Whether nothing else was said between what is of the question and it.
    pub(super) directly: bool,
    /// Whether anything before it in the article is of the question.
    pub(super) told: bool,
    /// Whether the words before what is said tell that nobody can say.
    pub(super) cannot: bool,
    /// The cue mourns.
    pub(super) mourned: bool,
    /// Whoever speaks is said to be somebody's relative.
    pub(super) kin: bool,
    /// The outlet's own.
    pub(super) own: bool,
    /// Whether what was said right before names him.
    pub(super) of_him: bool,
    /// Whether the grammar read something else in it, or nobody is written who says it.
    pub(super) elsewhere: bool,
    /// The year of its document.
    pub(super) today: Option<Date>,
    pub(super) page: &'a Page<'a>,
    pub(super) words: &'a Words,
    /// Whom the case is about, where it is about one.
    pub(super) anchor: Option<&'a dyn Whom>,
    /// What is asked of that one.
    pub(super) fate: Fate,
    pub(super) families: &'static Families,
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Weighed {
    pub(super) stance: Stance,
    pub(super) hedged: bool,
    pub(super) rule: &'static str,
    pub(super) score: f64,
    /// Tokens that it rests on.
    pub(super) at: (usize, usize),
}

/// What is asked of a person, or of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    /// Whether he is dead.
    Death,
    /// Whether he is held.
    Custody,
    /// Whether those who were held are free.
    Freedom,
}

impl Fate {
    /// The families of its words.
    fn families(self) -> &'static [Family] {
        match self {
            Self::Death => &[Family::Dead, Family::Alive, Family::Doing],
            Self::Custody => &[Family::Custody, Family::Free],
            Self::Freedom => &[Family::Freed, Family::Captive, Family::Out],
        }
    }

    /// The family that says it is so.
    pub(super) fn so(self) -> Family {
        match self {
            Self::Death => Family::Dead,
            Self::Custody => Family::Custody,
            Self::Freedom => Family::Freed,
        }
    }
}

impl Unit<'_> {
    pub(super) fn masked(&self, k: usize) -> bool {
        self.masked.iter().any(|m| m.0 <= k && k < m.1)
    }

    /// The wordings of families within what is said, in order; of those that begin together the longest. What only the living do
    /// takes no word from what tells of death: "led funeral prayers".
    pub(super) fn wordings(&self) -> Vec<(Family, Wording)> {
        let all = self.fate.families();
        let (told, done) = all.split_at(all.len().min(2));
        let mut out = self.of_families(told);
        out.extend(self.of_families(done));
        if self.fate == Fate::Death {
            out.extend(self.contacts());
            out.extend(self.to_come());
        }
        out.sort_by_key(|(f, w)| (*f, w.from));
        out
    }

    fn of_families(&self, families: &[Family]) -> Vec<(Family, Wording)> {
        let mut out = Vec::new();
        for &(a, b) in &self.pieces {
            let mut k = a;
            while k < b {
                let found = families
                    .iter()
                    .filter_map(|f| {
                        Some((*f, self.families.families.get(f)?.at(self.words, k, b)?))
                    })
                    .max_by_key(|(f, w)| (w.to, std::cmp::Reverse(*f)));
                // «سليم لحق بأبيه»: his name is no word of life.
                let name = |w: &Wording| {
                    w.to == k + 1
                        && self.page.arabic()
                        && self.anchor.is_some_and(|x| x.named(self.page, k))
                };
                match found.filter(|(_, w)| !self.masked(k) && !name(w)) {
                    Some((family, wording)) => {
                        k = wording.to.max(k + 1);
                        out.push((family, wording));
                    }
                    None => k += 1,
                }
            }
        }
        out
    }

    /// "Had spoken to Telhani on Wednesday": what is done with somebody who lives, by whom right behind the words.
    fn contacts(&self) -> Vec<(Family, Wording)> {
        const NEAR: usize = 4;
        const BACK: usize = 3;
        let Some(anchor) = self.anchor else {
            return Vec::new();
        };
        let page = self.page;
        let mut out = Vec::new();
        for &(a, b) in &self.pieces {
            for k in (a..b).filter(|&k| !self.masked(k)) {
                let Some(w) = self.families.contacts.at(self.words, k, b) else {
                    continue;
                };
                let to = (w.to..b.min(w.to + NEAR))
                    .find(|&n| !matches!(page.piece(n), Piece::Word | Piece::Dash))
                    .unwrap_or(b.min(w.to + NEAR));
                let meant = anchor.meant(page, self.words, self.families, w.to, to);
                // "A call from his brother", said by nobody of the family.
                let kin = !page.arabic() && !self.kin && self.relative(w.to, to);
                let his = meant
                    .filter(|m| *m > Meant::Pronoun && !kin)
                    .map(|_| to - 1);
                let past = (k.saturating_sub(BACK).max(a)..k)
                    .any(|n| self.families.last.at(self.words, n, k).is_some());
                if let Some(n) = his.filter(|_| !past && anchor.other(page, w.to, b).is_none()) {
                    out.push((Family::Doing, Wording { to: n + 1, ..w }));
                }
            }
        }
        out
    }

    /// The clause round some words: from the last word that begins a second thing said.
    fn clause(&self, at: usize) -> usize {
        let page = self.page;
        let (from, _) = self.piece(at);
        (from..at)
            .rev()
            .find(|&k| {
                matches!(page.piece(k), Piece::Stop | Piece::Semicolon)
                    || matches!(page.text(k), "وان" | "وبان")
                    || k > from && page.text(k) == "that" && page.text(k - 1) == "and"
            })
            .map_or(from, |k| k + 1)
    }

    /// The markers within tokens, in order.
    pub(super) fn markers(&self, a: usize, b: usize) -> Vec<(Marker, usize, usize)> {
        let mut out = Vec::new();
        let mut k = a;
        while k < b {
            let found = self
                .families
                .markers
                .iter()
                .filter_map(|(m, w)| Some((*m, w.at(self.words, k, b)?.to)))
                // The longer wording; of two alike the one that commits less.
                .max_by_key(|(m, to)| (*to, rank(*m)));
            match found.filter(|_| !self.masked(k)) {
                Some((m, to)) => {
                    out.push((m, k, to));
                    k = to.max(k + 1);
                }
                None => k += 1,
            }
        }
        out
    }

    /// All markers of what is said, in order.
    pub(super) fn all_markers(&self) -> Vec<(Marker, usize, usize)> {
        let pieces = self.pieces.iter();
        pieces.flat_map(|&(a, b)| self.markers(a, b)).collect()
    }

    /// The first of some wordings within what is said.
    pub(super) fn first(&self, of: &Wordings) -> Option<Wording> {
        self.pieces.iter().find_map(|&(a, b)| {
            let mut own = (a..b).filter(|k| !self.masked(*k));
            own.find_map(|k| of.at(self.words, k, b))
        })
    }

    /// Whether people other than him are counted or named right at some words.
    pub(super) fn of_others(&self, a: usize, b: usize) -> bool {
        let page = self.page;
        // Within the clause; the words themselves may count («قتيل», "dead").
        let (from, to) = self.piece(a);
        let plain = |k: &usize| page.piece(*k) == Piece::Word || page.piece(*k) == Piece::Number;
        let left = (a.saturating_sub(4).max(from)..a).rev().take_while(plain);
        // «قضى مع ثمانية آخرين»: those who died with him are others, and he is not.
        let with =
            |k: &usize| page.arabic() && matches!(page.text(*k), "مع" | "برفقه" | "بصحبه" | "ومعه");
        let right = (b..(b + 3).min(to)).take_while(|k| plain(k) && !with(k));
        // «جثامينهم», «قتلى», «هلكوا»: of several.
        let several = |k: usize| {
            let text = page.text(k);
            text.ends_with("هم") && text.chars().count() > 4
                || matches!(
                    text,
                    "قتلي" | "القتلي" | "شهداء" | "الشهداء" | "ضحايا" | "جثامين" | "جثث"
                )
                || text.ends_with("وا") && text.chars().count() > 3
        };
        let theirs = page.arabic() && (a..b).any(several);
        let near = theirs || !self.body(a) && left.chain(right).any(|k| {
            page.piece(k) == Piece::Number && !self.of_age_or_time(k)
                || page.entry(k).is_some_and(|e| e.people > 0)
                    && self.families.himself.at(self.words, k, k + 1).is_none()
                    // «الرجل»: the man himself.
                    && !(page.arabic() && page.def(k) && self.families.epithets.at(self.words, k, k + 1).is_some())
                    && (page.arabic() || !self.describes_him(k))
        });
        let named = |k: usize| self.anchor.is_some_and(|x| x.named(page, k));
        // «القتيل هو سائقه»: who it is is said.
        let is = b < to && matches!(page.text(b), "هو" | "هي" | "هم");
        // "Her husband had died beside the commander": said by nobody of his.
        let kin = !page.arabic() && !self.kin && {
            let mut k = a;
            while k > from
                && matches!(
                    page.text(k - 1),
                    "had" | "has" | "have" | "was" | "were" | "been" | "also" | "is"
                )
            {
                k -= 1;
            }
            // "Three of his patients were awake".
            let theirs = |n: usize| {
                page.is(n, crate::drafting::content::lexicon::sort::RELATION)
                    || page.text(n).ends_with('s')
                        && self.families.epithets.at(self.words, n, n + 1).is_none()
            };
            k > from + 1
                && page.piece(k - 1) == Piece::Word
                && theirs(k - 1)
                && matches!(page.text(k - 2), "his" | "her" | "my" | "their" | "our")
        };
        if kin {
            return true;
        }
        let other = is
            && b + 1 < to
            && !named(b + 1)
            && !page.is(b + 1, crate::drafting::content::lexicon::sort::TITLE);
        let him = (a.saturating_sub(6)..(b + 6).min(page.len())).any(named);
        other || near && !him
    }

    /// "The man", "a rebel commander": a word for one man, or one that describes him.
    fn describes_him(&self, k: usize) -> bool {
        let epithet = |n: usize| self.families.epithets.at(self.words, n, n + 1).is_some();
        let before = k.checked_sub(1).map_or("", |n| self.page.text(n));
        epithet(k + 1) || epithet(k) && matches!(before, "the" | "this" | "that")
    }

    /// Whether a number tells an age or a time, and counts nobody: «البالغ 84 عاما», "on 3 October", "at 7 o'clock".
    fn of_age_or_time(&self, k: usize) -> bool {
        let page = self.page;
        let timed =
            |m: &crate::extraction::Marked| m.a <= k && k < m.b && m.kind == MentionKind::Time;
        let unit = |n: usize| {
            matches!(
                page.text(n),
                "عاما"
                    | "عام"
                    | "سنه"
                    | "سنوات"
                    | "اعوام"
                    | "ساعه"
                    | "ساعات"
                    | "يوما"
                    | "ايام"
                    | "دقيقه"
                    | "year"
                    | "years"
                    | "hour"
                    | "hours"
                    | "day"
                    | "days"
                    | "minutes"
                    | "am"
                    | "pm"
                    | "percent"
            )
        };
        page.survey.marked.iter().any(timed)
            || unit(k + 1)
            || page.piece(k + 1) == Piece::Dash && unit(k + 2)
            || k > 0 && matches!(page.text(k - 1), "البالغ" | "عن" | "aged" | "age")
    }

    /// Whether words are of another year than the document's, or of a report long past.
    fn long_ago(&self, at: usize) -> bool {
        let page = self.page;
        let (from, to) = self.piece(at);
        let year = self.today.map(|d| i32::from(d.year()));
        let other = (at.saturating_sub(14).max(from)..(at + 14).min(to)).any(|k| {
            let n: Option<i32> = page.text(k).parse().ok();
            // "Who took the capital in 1991, succumbed": of what stands between commas.
            let apart = (k.min(at)..k.max(at)).any(|n| page.piece(n) == Piece::Comma);
            n.is_some_and(|n| (1900..2100).contains(&n) && Some(n) != year) && !apart
        });
        other || told_before(page, at, (from, to), self.today)
    }

    /// The piece of what is said in which a token stands.
    pub(super) fn piece(&self, at: usize) -> (usize, usize) {
        let holds = |p: &&(usize, usize)| p.0 <= at && at < p.1;
        self.pieces
            .iter()
            .find(holds)
            .copied()
            .unwrap_or((at, at + 1))
    }

    /// How the saying means him near some words.
    fn meant(&self, a: usize, b: usize) -> Option<Meant> {
        let page = self.page;
        let (from, to) = self.piece(a);
        let anchor = self.anchor?;
        let mut said = anchor.meant(page, self.words, self.families, from, to);
        if said == Some(Meant::Name) {
            return said;
        }
        // "And that whoever burned in the car was a driver": another subject.
        let clause = self.clause(a);
        if clause > from && matches!(page.text(clause), "من" | "whoever" | "those") {
            return None;
        }
        // «عمه لم يمت», said by a nephew; "the body", in an article that names him.
        if said.is_none() && (self.kin && self.relative(clause, b) || self.body(a)) {
            said = Some(Meant::Pronoun);
            // «الجثمان يعود إلى مرافقه فلان»: whose it is may stand behind.
            let end = if self.body(a) { to } else { b };
            if anchor.other(page, clause, end).is_none() {
                return said;
            }
        }
        // Somebody else is named in what is said, before the words: they are of him. "Told X that the premier died": in what X was
        // told.
        let told = (from..a)
            .rev()
            .find(|&k| matches!(page.text(k), "that" | "whether" | "ان" | "بان") && k > from);
        if let Some(k) = told.filter(|&k| anchor.other(page, k, b).is_none()) {
            said = anchor.meant(page, self.words, self.families, k, to);
            if said.is_none() && anchor.other(page, from, b).is_some() {
                return None;
            }
        } else if anchor.other(page, from, a.max(from + 1)).is_some() {
            return None;
        }
        // A pronoun far from the words is of anybody: «أحدا لم يعرض عليه جثة».
        if page.arabic() && said == Some(Meant::Pronoun) {
            let near = anchor.meant(
                page,
                self.words,
                self.families,
                a.saturating_sub(4).max(from),
                b,
            );
            if near.is_some() {
                return near;
            }
        } else if said.is_some() {
            return said;
        }
        // What is attached to the word itself: «موته».
        let his = anchor.attached();
        let attached = page.arabic()
            && (a.saturating_sub(2).max(from)..b).any(|k| {
                let bare = page.text(k).strip_suffix(his);
                // «ها» before the words is of anything.
                (k >= a || !anchor.female()) && page.taken.get(k).is_some_and(|t| t.pronoun == his)
                    || k >= a && matches!(bare, Some("من" | "مع" | "الي" | "علي"))
                    || k > a && bare == Some("ب") && self.fate == Fate::Death
                    || k >= a
                        && bare.is_some_and(|w| w.chars().count() > 2)
                        && page.entry(k).is_none()
            });
        (attached || self.unsaid(a, b)).then_some(Meant::Pronoun)
    }

    /// "The doctors had failed to save him", «فشلوا في إنقاذه»: whom stands right behind, whoever tried.
    fn saved(&self, a: usize, b: usize) -> Option<Option<Meant>> {
        const NEAR: usize = 4;
        let page = self.page;
        let at = (a..b).find(|&k| self.families.saving.at(self.words, k, b).is_some())?;
        let (_, to) = self.piece(a);
        let his = self.anchor.map_or("ه", Whom::attached);
        if page.arabic() && page.text(at).ends_with(his) {
            return Some(Some(Meant::Pronoun));
        }
        let end = to.min(at + NEAR);
        let anchor = self.anchor?;
        let meant = anchor.meant(page, self.words, self.families, at + 1, end);
        let other = anchor.other(page, at + 1, end).is_some();
        Some(meant.filter(|m| *m > Meant::Pronoun || !other))
    }

    /// Whether what is denied is having had a hand in a death: whether he is dead is not said.
    fn behind(&self, a: usize) -> bool {
        let (from, _) = self.piece(a);
        doer_denied(self.page, self.words, self.families, from, a, self.turn)
    }

    /// «قد قتل», «ممكن يكون استشهد»: a verb without a subject is of him whose fate was told before.
    fn unsaid(&self, a: usize, b: usize) -> bool {
        let page = self.page;
        let (from, to) = self.piece(a);
        if !page.arabic() || !(self.told || self.of_him) || self.fate != Fate::Death {
            return false;
        }
        let his = if self.anchor.is_some_and(Whom::female) {
            'ت'
        } else {
            'ي'
        };
        // «كان يشتمنا», «قد تجاوز تلك الليلة»: of whom the words before are, where no subject stands behind.
        let before = if a > from { page.text(a - 1) } else { "" };
        let led = matches!(
            before.trim_start_matches(['و', 'ف', 'ل']),
            "قد" | "كان"
                | "كانت"
                | "يكون"
                | "تكون"
                | "يزال"
                | "تزال"
                | "زال"
                | "زالت"
                | "و"
        );
        let text = page.text(a);
        let long = text.chars().count() > 3 && !page.def(a);
        let runs = (led || a == from) && text.starts_with(his)
            || led && text.ends_with(['ت', 'ز', 'ا', 'ش']);
        let subject = b < to && (page.def(b) || page.entry(b).is_some_and(|e| e.people > 0));
        if long && runs && !subject && !self.names_another() {
            return true;
        }
        let verb = matches!(
            page.text(a),
            "قتل"
                | "مات"
                | "توفي"
                | "استشهد"
                | "قضي"
                | "اغتيل"
                | "نجا"
                | "هلك"
                | "قتلوه"
        );
        let opens = a == from
            || matches!(
                page.text(a - 1),
                "قد" | "كان" | "يكون" | "ربما" | "انه" | "هل" | "لم"
            );
        // No noun behind it that would be its subject.
        let ends = b >= to
            || page.piece(b) != Piece::Word
            || matches!(
                page.text(b),
                "في" | "من"
                    | "ام"
                    | "او"
                    | "منذ"
                    | "قبل"
                    | "بعد"
                    | "خلال"
                    | "يوم"
                    | "امس"
                    | "وممكن"
                    | "وربما"
                    | "متاثرا"
                    | "بالرصاص"
                    | "لا"
            );
        verb && opens && ends
    }

    /// Whether a relative of whoever speaks stands in some words: «عمه», "his uncle".
    fn relative(&self, a: usize, b: usize) -> bool {
        let page = self.page;
        (a..b).any(|k| {
            if page.arabic() {
                let word = page.text(k);
                let bare = word
                    .strip_suffix("ها")
                    .or_else(|| word.strip_suffix('ه'))
                    .or_else(|| word.strip_suffix('ي'))
                    .or_else(|| word.strip_prefix("ال"));
                let bare = bare.map(|w| w.trim_start_matches(['و', 'ف']));
                bare.is_some_and(|w| {
                    matches!(
                        w,
                        "عم" | "خال"
                            | "اخا"
                            | "اخو"
                            | "اخي"
                            | "والد"
                            | "ابا"
                            | "ابو"
                            | "شقيق"
                            | "جد"
                            | "صهر"
                            | "ابن"
                            | "زوج"
                            | "نجل"
                    )
                })
            } else {
                matches!(page.text(k), "his" | "her" | "my")
                    && matches!(
                        page.text(k + 1),
                        "uncle"
                            | "brother"
                            | "father"
                            | "son"
                            | "cousin"
                            | "nephew"
                            | "grandfather"
                            | "husband"
                            | "mother"
                            | "wife"
                            | "daughter"
                            | "sister"
                    )
            }
        })
    }

    /// «الجثمان», "the coffin": of whom the article names, where nobody else is.
    pub(super) fn body(&self, a: usize) -> bool {
        let page = self.page;
        if page.arabic() {
            let text = page.text(a);
            matches!(
                text.strip_prefix('ب').unwrap_or(text),
                "الجثمان" | "الجثه" | "النعش" | "الجنازه" | "الوفاه"
            )
        } else {
            a > 0
                && page.text(a - 1) == "the"
                && matches!(
                    page.text(a),
                    "body" | "corpse" | "coffin" | "remains" | "death" | "funeral"
                )
                && page.text(a + 1) != "of"
        }
    }

    /// Words of stance as the grammar reads them, and as the markers add.
    pub(super) fn held(&self, a: usize, b: usize) -> Option<Held> {
        let page = self.page;
        let (from, to) = self.piece(a);
        let trigger = Trigger {
            frame: 0,
            shape: Shape::Noun,
            deed: false,
        };
        let mut hit = Hit::new(trigger, a, from, to);
        hit.b = b;
        let before = self.markers(from, a);
        // «لم يبرح سريره حتى لفظ أنفاسه»: what stands before it is of something else.
        let until = a
            .checked_sub(1)
            .filter(|&k| k >= from)
            .map(|k| page.text(k));
        if page.arabic() && until == Some("حتي") && !page.text(a).starts_with(['ي', 'ت', 'ن', 'ا'])
        {
            return Some(Held::AFFIRMS);
        }
        let cannot = self.cannot || before.iter().any(|m| m.0 == Marker::Cannot);
        let mut now = match held(page, &hit, from, to) {
            Some(h) => h,
            None if cannot => return Some(plain(Stance::CannotConfirm)),
            None => return None,
        };
        // «لا أشهد بحياته ولا بموته»: neither is said.
        if now.stance == Stance::Denies && before.iter().any(|m| m.0 == Marker::Cannot) {
            return Some(plain(Stance::CannotConfirm));
        }
        if now.stance == Stance::Affirms && !now.hedged {
            let turn = before.iter().rev().find_map(|(m, _, to)| {
                // "It is propaganda. He is alive": what is called so stands in another sentence.
                let reach = if *m == Marker::Deny { 8 } else { 14 };
                let far = a - to > reach
                    || (*to..a).any(|k| {
                        matches!(page.piece(k), Piece::Stop | Piece::Semicolon | Piece::Line)
                    });
                (!far && *m != Marker::Affirm).then_some(*m)
            });
            if let Some(m) = turn {
                now = turned(now, m)?;
            }
            let after = self.markers(b, to.min(b + 12));
            let judged = after
                .iter()
                .find(|m| matches!(m.0, Marker::Deny | Marker::Doubt));
            if turn.is_none()
                && let Some(&(m, at, _)) = judged
                && !(b..at).any(|k| matches!(page.piece(k), Piece::Stop | Piece::Semicolon))
                && (from..a).any(|k| self.families.reports.at(self.words, k, a).is_some())
            {
                now = turned(now, m)?;
            }
        }
        Some(now)
    }

    /// Whether words of the outlet's own tell of him: that he died, by his name, or that the outlet cannot say.
    fn tells(&self, family: Family, meant: Meant, at: usize) -> bool {
        let (from, _) = self.piece(at);
        let reported = (from..at).any(|k| self.families.reports.at(self.words, k, at).is_some())
            || self
                .markers(from, at)
                .iter()
                .any(|m| m.0 == Marker::Possible);
        self.of_us()
            || family == Family::Dead && meant == Meant::Name && (!reported || self.goes_round(at))
    }

    /// Whether the outlet speaks of itself: "we do not know if", «لا نملك».
    fn of_us(&self) -> bool {
        let page = self.page;
        let (from, to) = self.pieces.first().copied().unwrap_or((0, 0));
        let says = |k: usize| {
            if page.arabic() {
                page.text(k).trim_start_matches('و').starts_with('ن')
                    && (k > from && page.turns(k - 1, Turn::Negation)
                        || page.tok(k).is_some_and(|t| t.says))
                    || matches!(
                        page.text(k),
                        "لدينا"
                            | "عندنا"
                            | "لسنا"
                            | "ايدينا"
                            | "بوسعنا"
                            | "امامنا"
                            | "لنا"
                            | "اننا"
                            | "لاننا"
                            | "مراسلونا"
                            | "مراسلنا"
                    )
            } else {
                matches!(page.text(k), "we" | "our" | "us" | "we've" | "we're")
            }
        };
        (from..to).any(says)
    }

    /// Whether some words are supposed against what is held: "if he were alive he would have called", «لو كان حيا لظهر».
    fn supposed(&self, a: usize) -> bool {
        const REACH: usize = 5;
        let page = self.page;
        let (from, to) = self.piece(a);
        let low = a.saturating_sub(REACH).max(from);
        if page.arabic() {
            (low..a).any(|k| matches!(page.text(k), "لو" | "ولو" | "فلو"))
        } else {
            (low..a).any(|k| page.text(k) == "if" || page.text(k) == "were" && k == from)
                && (a..to).any(|k| page.text(k) == "would")
        }
    }

    /// What only the living do is told as done, or as what he will do; not where it is negated.
    fn done(&self, a: usize, b: usize) -> Option<Held> {
        let page = self.page;
        let (from, _) = self.piece(a);
        let negated = (a.saturating_sub(4).max(from)..a).any(|k| page.turns(k, Turn::Negation));
        // "The news is untrue, and the chief is at his desk": what is called so stands in another clause.
        let near = (from..a)
            .rev()
            .find(|&k| matches!(page.piece(k), Piece::Comma | Piece::Stop | Piece::Semicolon))
            .map_or(from, |k| k + 1);
        let marked = self.markers(near, a);
        // "They told us it was the general": others did so.
        if !page.arabic()
            && a > from
            && matches!(page.text(a - 1), "they" | "we" | "i")
            && !(a..b).any(|k| matches!(page.text(k), "him" | "her" | "his"))
        {
            return None;
        }
        let turn = marked.iter().rev().find(|m| m.0 != Marker::Affirm);
        match turn {
            // That he was received is denied: whether he lives is not said.
            _ if negated || matches!(self.turn, Some(Turn::Deny | Turn::Doubt)) && !self.direct => {
                None
            }
            Some((Marker::Likely | Marker::Possible, ..)) => None,
            Some((m, ..)) => turned(Held::AFFIRMS, *m),
            None => Some(Held::AFFIRMS),
        }
    }

    /// What the saying says of his life or death.
    pub(super) fn life(&self) -> Option<Weighed> {
        let replied = || replies(self).or_else(|| reply_arabic::replies(self));
        if let Some(found) = self.mourning().or_else(replied) {
            return Some(found);
        }
        if let Some(found) = self.none_of_them() {
            return Some(found);
        }
        for (family, wording) in self.wordings() {
            let (a, b) = (wording.from, wording.to);
            let (turned_over, rule, base) = match family {
                Family::Dead => (false, "question-words-of-death", 0.5),
                Family::Alive => (true, "question-words-of-life", 0.5),
                Family::Custody => (false, "question-words-of-custody", 0.5),
                Family::Free => (true, "question-words-of-freedom", 0.5),
                Family::Freed => (false, "question-words-of-release", 0.5),
                Family::Captive => (true, "question-words-of-captivity", 0.5),
                Family::Out => (false, "question-what-the-free-do", 0.4),
                _ => (true, "question-what-the-living-do", 0.4),
            };
            // "Let nobody go" is said of no one else where that is asked.
            let free = self.fate == Fate::Freedom;
            let custody = self.told && self.fate == Fate::Custody;
            let alone = wording.alone
                && (self.follows || self.of_him || custody || free)
                && !(self.page.arabic() && self.names_another());
            let meant = if alone {
                Meant::Pronoun
            } else if let Some(told) = self.told_of(family, a, b) {
                match told {
                    Some(meant) => meant,
                    None => continue,
                }
            } else {
                let saved = self.saved(a, b);
                if saved.is_none() && self.of_others(a, b) {
                    continue;
                }
                // Somebody else who could not be saved.
                if saved == Some(None) {
                    return None;
                }
                match saved.unwrap_or_else(|| self.meant(a, b)) {
                    Some(meant) => meant,
                    None if self.such_a_death(family, a, b) => Meant::Pronoun,
                    None => continue,
                }
            };
            if family != Family::Dead && (self.care_before(a, b) || alone && self.of_pictures(a)) {
                continue;
            }
            if family == Family::Dead && self.behind(a) {
                return None;
            }
            if self.fate == Fate::Death && self.of_another(family, a, b) {
                continue;
            }
            // "A commander who signed the accord" tells of before.
            let before = a.checked_sub(1).map_or("", |k| self.page.text(k));
            if family == Family::Doing && matches!(before, "who" | "which" | "where") {
                continue;
            }
            if family == Family::Doing
                && meant == Meant::Pronoun
                && (speaker_does(self, a) || self.body_behind(b))
            {
                continue;
            }
            // «التسجيل قديم»: what is said is of the recording.
            if family == Family::Doing
                && self.page.arabic()
                && b == a + 1
                && self.page.def(a)
                && self.families.pictures.at(self.words, a, b).is_some()
            {
                continue;
            }
            if self.long_ago(a) || self.own && !self.tells(family, meant, a) {
                continue;
            }
            let now = if self.supposed(a) {
                // "If he had a pulse you would have seen his face": he has none; "if they were free they would be here".
                (family != self.fate.so() || self.fate == Fate::Freedom).then_some(Held {
                    stance: Stance::Denies,
                    hedged: false,
                })
            } else if family == Family::Doing {
                self.done(a, b)
            } else {
                self.held(a, b)
            };
            let Some(mut now) = now else {
                continue;
            };
            if self.own && now.stance == Stance::Affirms && self.goes_round(a) {
                now = plain(Stance::Reports);
            }
            if family == Family::Alive && reply_arabic::no_sign(self, a, b) {
                now = plain(Stance::Denies);
            }
            // «نقلت جثة لا نعرف هوية صاحبها»: of nobody yet.
            if family == Family::Dead && now.stance == Stance::Affirms && self.unidentified(a, b) {
                now = plain(Stance::CannotConfirm);
            }
            let twice = |t: Turn| t == Turn::Deny && (self.direct || now.stance == Stance::Denies);
            // «دعا إلى تشريح جثته»: who wants it opened, handed over or buried takes him for dead.
            let asked_for =
                |t: Turn| t == Turn::Unreal && family == Family::Dead && self.his_body(a, b);
            if let Some(turn) = self.turn.filter(|t| !twice(*t) && !asked_for(*t)) {
                match now.under(turn) {
                    Some(h) => now = h,
                    None => continue,
                }
            }
            if self.fate == Fate::Death && family == Family::Dead {
                if matches!(now.stance, Stance::Affirms | Stance::Reports)
                    && weary_of(self.page, self.words, self.families, a, b)
                {
                    now = plain(Stance::Doubts);
                } else if now.stance == Stance::Denies
                    && self.his_body(a, b)
                    && only_received(self.page, self.words, a)
                {
                    continue;
                }
            }
            if self.fate == Fate::Death
                && matches!(family, Family::Dead | Family::Alive)
                && let Some(said) = either(self.page, self.words, self.families, a, b)
            {
                match said {
                    Some(stance) => now = plain(stance),
                    None => return None,
                }
            }
            // «استبعد أن يكون قد نجا»: who holds it unlikely that he lives holds him dead.
            if turned_over && now.stance == Stance::Doubts && self.held_unlikely(a) {
                now = Held {
                    stance: Stance::Denies,
                    hedged: true,
                };
            }
            // "Had not seen the body himself."
            if family == Family::Dead && now.stance == Stance::Denies && unseen(self, a) {
                now.stance = Stance::CannotConfirm;
            }
            // "No obituary, no funeral" is no denial yet.
            if family == Family::Dead
                && now.stance == Stance::Denies
                && self.turn.is_none()
                && sign_wanting(self, a, b)
            {
                now.stance = Stance::Doubts;
            }
            if family == Family::Alive
                && matches!(now.stance, Stance::Denies | Stance::Doubts)
                && only_how(self, a, b)
            {
                continue;
            }
            if turned_over {
                now.stance = match now.stance {
                    Stance::Affirms => Stance::Denies,
                    Stance::Denies => Stance::Affirms,
                    Stance::Doubts => Stance::Reports,
                    other => other,
                };
            }
            // What an outlet doubts or denies in words of its own is mostly somebody's whose name was not read.
            let we = self.own && self.of_us();
            if self.own
                && !matches!(
                    (now.stance, we),
                    (Stance::Affirms, false) | (Stance::CannotConfirm, true)
                )
                && !(now.stance == Stance::Reports && self.goes_round(a))
            {
                continue;
            }
            let score = base
                + match meant {
                    Meant::Name => 0.1,
                    Meant::Epithet => 0.05,
                    Meant::Pronoun => 0.0,
                };
            return Some(Weighed {
                stance: now.stance,
                hedged: now.hedged,
                rule,
                score,
                at: (a, b),
            });
        }
        if self.own {
            return None;
        }
        let met = met(self).or_else(|| reply_arabic::met(self));
        if met.is_some() || self.elsewhere {
            return met;
        }
        self.answer()
    }

    /// Of whom words are told where people together are asked for, and whether they are of these; of one person nothing is said here.
    fn told_of(&self, family: Family, a: usize, b: usize) -> Option<Option<Meant>> {
        let (_, to) = self.piece(a);
        let clause = (self.clause(a), to);
        let told = self
            .anchor?
            .told_of(self.page, self.words, self.families, clause, (a, b))?;
        // What only the free do is done by anybody: whose it is must be said. What is only wanted is no release.
        let anybody = family == Family::Out && told == Some(Meant::Pronoun) && !self.told;
        let wanted = family != Family::Captive && only_wanted(self.page, self.words, (clause.0, a));
        Some(told.filter(|_| !anybody && !wanted && !of_a_thing(self.page, self.words, a, to)))
    }

    /// Whether words of life or death are of somebody else after all, or of another hour.
    pub(super) fn of_another(&self, family: Family, a: usize, b: usize) -> bool {
        let (page, words) = (self.page, self.words);
        let clause = self.clause(a);
        let (from, to) = self.piece(a);
        let named = |k: usize| self.anchor.is_some_and(|x| x.named(page, k));
        let himself = (clause..a).any(named);
        // "Karam's deputy runs its affairs": no other word of him.
        let mut mentions = (from..to).filter(|&k| named(k)).peekable();
        if mentions.peek().is_some()
            && family != Family::Dead
            && mentions.all(|k| k < a && names_his(page, words, k) || instead_of(page, words, k))
        {
            return true;
        }
        match family {
            Family::Dead => {
                (!self.kin || himself) && of_a_relative(page, words, a, b)
                    || no_death(page, words, a, b)
                    || counted(page, a)
                    || unannounced(page, words, a)
                    || self.turn == Some(Turn::Deny) && only_since(page, from, a)
                    || died_with_him(page, words, clause, a, b)
                    || limited(page, words, family, b)
            }
            Family::Alive => {
                clause > from && nobody_first(page, words, clause, a)
                    || limited(page, words, family, b)
            }
            _ => limited(page, words, family, b) || self.others_do(a, b),
        }
    }

    /// "He told me that the body was downstairs": what somebody does who speaks of a body.
    fn body_behind(&self, b: usize) -> bool {
        const REACH: usize = 12;
        let (_, to) = self.piece(b.saturating_sub(1));
        (b..to.min(b + REACH))
            .take_while(|&k| self.page.piece(k) != Piece::Stop)
            .any(|k| self.body(k))
    }

    /// "They told us to say nothing", "we walked": what others do, in words that do not mean him.
    fn others_do(&self, a: usize, b: usize) -> bool {
        let page = self.page;
        let (from, _) = self.piece(a);
        let mut who = a;
        while who > from
            && (matches!(
                page.text(who - 1),
                "had" | "have" | "has" | "were" | "are" | "all" | "also" | "then" | "never"
            ) || page.text(who - 1).ends_with("ly"))
        {
            who -= 1;
        }
        let him = (a..b + 1).any(|k| {
            matches!(page.text(k), "him" | "her" | "his" | "himself" | "herself")
                || self.anchor.is_some_and(|x| x.named(page, k))
        });
        !page.arabic()
            && who > from
            && !him
            && matches!(page.text(who - 1), "they" | "we" | "i" | "nobody")
            && self.anchor.is_some_and(|x| {
                x.meant(page, self.words, self.families, b, self.piece(a).1)
                    .is_none()
            })
    }

    /// "None of our patients has died", where his death was told before.
    fn none_of_them(&self) -> Option<Weighed> {
        let (from, end) = (self.pieces.first()?.0, self.pieces.last()?.1);
        let asked = self.fate == Fate::Death && (self.told || self.follows) && !self.own;
        if !asked || self.turn.is_some() || self.anchor?.other(self.page, from, end).is_some() {
            return None;
        }
        let at = self
            .pieces
            .iter()
            .find_map(|&(a, b)| none_died(self.page, self.words, a, b))?;
        Some(Weighed {
            stance: Stance::Denies,
            hedged: false,
            rule: "question-words-of-death",
            score: 0.46,
            at,
        })
    }

    /// «نعت الكتائب قائدها»: whoever is mourned is dead.
    fn mourning(&self) -> Option<Weighed> {
        let (a, b) = *self.pieces.first()?;
        if !self.mourned || self.fate != Fate::Death {
            return None;
        }
        let anchor = self.anchor?;
        let meant = anchor.meant(self.page, self.words, self.families, a, b)?;
        let his = meant != Meant::Pronoun && anchor.other(self.page, a, b).is_none();
        his.then_some(Weighed {
            stance: Stance::Affirms,
            hedged: false,
            rule: "question-words-of-death",
            score: 0.55,
            at: (a, b),
        })
    }

    /// "We have no doubt whatsoever", «لا شك لدينا», "we stand by our statement".
    fn stands(&self, a: usize, b: usize) -> Option<(usize, usize)> {
        let page = self.page;
        (a..b)
            .find(|&k| {
                matches!(page.text(k), "stand" | "stands" | "stood") && page.text(k + 1) == "by"
                    || page.text(k) == "no"
                        && page.text(k + 1) == "doubt"
                        && page.text(k + 2) != "that"
                    || matches!(page.text(k), "لا" | "ولا")
                        && matches!(page.text(k + 1), "شك" | "ريب")
            })
            .map(|k| (k, k + 2))
    }

    /// "It had", "he was not", "they did": what was asked before, said again by no more than its auxiliary.
    pub(super) fn ellipsis(&self) -> Option<Stance> {
        let page = self.page;
        let (&(from, _), &(_, end)) = (self.pieces.first()?, self.pieces.last()?);
        let said: Vec<usize> = (from..end)
            .filter(|&k| page.piece(k) == Piece::Word)
            .collect();
        let (first, rest) = said.split_first()?;
        let subject = matches!(
            page.text(*first),
            "it" | "he" | "she" | "they" | "this" | "that"
        );
        let auxiliary = |k: &usize| {
            matches!(
                page.text(*k),
                "had"
                    | "was"
                    | "were"
                    | "did"
                    | "has"
                    | "is"
                    | "does"
                    | "would"
                    | "will"
                    | "indeed"
            )
        };
        let no = |k: &usize| {
            matches!(page.text(*k), "not" | "never")
                || page.text(*k).ends_with("n't")
                || page.text(*k).ends_with("n’t")
        };
        let bare =
            subject && (1..=3).contains(&rest.len()) && rest.iter().all(|k| auxiliary(k) || no(k));
        bare.then(|| {
            if rest.iter().any(no) {
                Stance::Denies
            } else {
                Stance::Affirms
            }
        })
    }

    /// What answers the question without saying what: "a fairy tale", «لا علم لنا».
    fn answer(&self) -> Option<Weighed> {
        const LONG: usize = 30;
        let page = self.page;
        let anchor = self.anchor?;
        let (from, to) = *self.pieces.first()?;
        let end = self.pieces.last()?.1;
        let words = (from..end)
            .filter(|&k| page.piece(k) == Piece::Word)
            .count();
        // What is of another matter answers that; what is asked is no other matter.
        let own = |k: usize| {
            let of = |f: &Family| self.families.families.get(f);
            let here = |w: &Wordings| w.at(self.words, k, end).is_some();
            self.fate.families().iter().filter_map(of).any(here)
        };
        let elsewhere = (from..end).any(|k| {
            let whose = self.fate == Fate::Freedom
                && anchor
                    .meant(page, self.words, self.families, k, k + 2)
                    .is_some_and(|m| m > Meant::Pronoun);
            self.families.elsewhere.at(self.words, k, end).is_some()
                && !self.masked(k)
                && !own(k)
                && !whose
        });
        // «فحص الحمض النووي لم يظهر تطابقا»: what the tests told, before that they were made.
        let marked = self.markers(from, to);
        let mismatch = marked
            .iter()
            .find(|m| self.families.mismatch.at(self.words, m.1, m.2).is_some());
        if elsewhere && mismatch.is_none()
            || words > LONG
            || anchor.other(page, from, end).is_some()
        {
            return None;
        }
        let before = self.follows && (self.told || self.fate != Fate::Freedom);
        if let Some(stance) = self.ellipsis().filter(|_| before) {
            let stance = match stance {
                Stance::Affirms if asked_if_alive(self) => Stance::Denies,
                Stance::Denies if asked_if_alive(self) => Stance::Affirms,
                other => other,
            };
            return Some(Weighed {
                stance,
                hedged: false,
                rule: "question-answered",
                score: 0.4,
                at: (from, end),
            });
        }
        // «نفت الحركة ذلك»: of what was said right before.
        let pointed = words <= 3
            && (from..end).any(|k| {
                matches!(
                    page.text(k),
                    "ذلك" | "هذا" | "الامر" | "that" | "this" | "it"
                )
            });
        // «لم تعترف بمقتل قائدها، بل نفت ذلك»: of the death that its own sentence names.
        let named_there = pointed && self.death_named_before(from);
        if pointed && !self.directly && !named_there
            || of_a_recording(page, self.words, self.families, from)
        {
            return None;
        }
        let markers = self.markers(from, to);
        // «امتناع التنظيم عن نفي الخبر»: a denial that was not made.
        let held_back = |at: usize| {
            (at.saturating_sub(4).max(from)..at).any(|k| {
                page.turns(k, Turn::Negation)
                    || matches!(
                        page.bare(k),
                        "امتناع"
                            | "امتنع"
                            | "امتنعت"
                            | "عدم"
                            | "دون"
                            | "without"
                            | "refused"
                            | "declined"
                    )
            })
        };
        // Who waits says nothing, unless word of the report stands with it.
        let waits = |k: usize| {
            let word = page.text(k).trim_start_matches(['و', 'ف']);
            ["نتظر", "انتظار", "await", "waiting", "pending"]
                .iter()
                .any(|w| word.contains(w))
        };
        let reported = (from..end).any(|k| self.families.reports.at(self.words, k, end).is_some());
        let first = markers.iter().find(|m| {
            // "Waiting for the results of tests" tells what for.
            m.0 == Marker::Cannot && (reported || !waits(m.1) || m.2 - m.1 > 1)
                || matches!(m.0, Marker::Deny | Marker::Doubt)
                    && !held_back(m.1)
                    && !no_cause(page, from, m.1)
        });
        let first = mismatch.or(first);
        let by_cue = match self.turn {
            Some(Turn::Deny) => Some(Stance::Denies),
            Some(Turn::Doubt) => Some(Stance::Doubts),
            Some(Turn::CannotConfirm) => Some(Stance::CannotConfirm),
            _ if self.cannot => Some(Stance::CannotConfirm),
            _ => None,
        };
        // A report of which it is said what it is of is of that: «أنباء استقالته», "the suggestion that".
        let report = (from..to).find_map(|k| {
            let to = self.families.reports.at(self.words, k, to)?.to;
            // «صحة التسجيل»: of what is no report.
            let thing = page.bare(k) == "صحه"
                && page.def(to)
                && self.families.reports.at(self.words, to, end).is_none();
            if thing {
                return None;
            }
            let of = (to..(to + 4).min(end)).any(|n| {
                matches!(
                    page.bare(n),
                    "of" | "that" | "about" | "on" | "عن" | "ان" | "بان" | "حول" | "بشان"
                )
            });
            let dead = self.families.families.get(&self.fate.so())?;
            // "Reports that": of what is asked; "reports of": of him.
            let that =
                (to..(to + 4).min(end)).any(|n| matches!(page.bare(n), "that" | "ان" | "بان"));
            let his = (to..end)
                .any(|k| !that && anchor.named(page, k) || dead.at(self.words, k, end).is_some());
            (!of || his).then_some((k, to))
        });
        // "The report on the dam was false".
        let another = !page.arabic()
            && report.is_none()
            && self
                .first(&self.families.reports)
                .is_some_and(|w| matches!(page.text(w.to), "on" | "about" | "of" | "that"));
        // "They have killed him three times since I met him".
        let meant = anchor.meant(page, self.words, self.families, from, end);
        let weary = self.first(&self.families.weary);
        let weary = weary.filter(|_| self.told && meant.is_some());
        let weary = weary.map(|w| (w.from, w.to));
        // «لم يعرف مصير القائد»: of his life, where it is he whose fate it is.
        let fate = self.first(&self.families.fates).map(|w| (w.from, w.to));
        let fate = fate.filter(|_| by_cue == Some(Stance::CannotConfirm));
        // «مصير نائب القائد»: another's.
        let fate = fate.filter(|(_, to)| {
            let name = (*to..end).find(|k| page.arabic() && anchor.named(page, *k));
            name.is_some_and(|k| (*to..k).all(|j| of_his_name(page, j, k)))
        });
        let (stance, at) = match (by_cue, first) {
            (Some(stance), _) => {
                let this = named_there.then_some((from, to));
                (stance, report.or(fate).or(this)?)
            }
            (None, Some(&(m, a, b))) => (
                match m {
                    Marker::Deny => Stance::Denies,
                    Marker::Doubt => Stance::Doubts,
                    _ => Stance::CannotConfirm,
                },
                (a, b),
            ),
            (None, None) if weary.is_some() => (Stance::Doubts, weary.unwrap_or((from, to))),
            (None, None) => match self.stands(from, to).or_else(|| self.true_report(from, to)) {
                Some(at) if self.follows && words <= 8 => (Stance::Affirms, at),
                Some(at) if self.follows && report.is_some() => (Stance::Affirms, at),
                _ => return None,
            },
        };
        let short = if stance == Stance::CannotConfirm {
            16
        } else {
            9
        };
        // "Who was in the car", «هوية من فيها»: asked for, and not told.
        let asked = stance == Stance::CannotConfirm && self.first(&self.families.asked).is_some();
        // "Not able to establish whether he had been killed".
        let so = self.families.families.get(&self.fate.so())?;
        let of_it = stance == Stance::CannotConfirm && self.told && self.first(so).is_some();
        let weary = stance == Stance::Doubts && weary.is_some();
        // "The fate of X": of X's life, where people together are asked for.
        if self.fate == Fate::Freedom
            && meant == Some(Meant::Name)
            && self.first(&self.families.fates).is_some()
        {
            return None;
        }
        if meant != Some(Meant::Name)
            && (another
                || self.fate_of_another(from, end)
                || stance == Stance::CannotConfirm && self.asks_else(at.1, end))
        {
            return None;
        }
        let tied = meant == Some(Meant::Name)
            || named_there
            || mismatch.is_some() && meant.is_some()
            || of_it
            || weary
            || (self.follows || self.told && words <= short) && asked
            || self.follows && (report.is_some() || words <= short)
            || self.told && report.is_some() && stance == Stance::CannotConfirm;
        let hedged = stance == Stance::Affirms
            && (self.turn == Some(Turn::Likely) || markers.iter().any(|m| m.0 == Marker::Likely));
        tied.then_some(Weighed {
            stance,
            hedged,
            rule: "question-answered",
            score: 0.4,
            at,
        })
    }

    /// Whether his death stands before some words in their own Arabic sentence.
    fn death_named_before(&self, at: usize) -> bool {
        const REACH: usize = 14;
        let page = self.page;
        let (start, _) = sentence(page, at);
        let low = at.saturating_sub(REACH).max(start);
        let (Some(dead), Some(anchor)) = (
            self.families.families.get(&Family::Dead),
            self.anchor
                .filter(|_| page.arabic() && self.fate == Fate::Death),
        ) else {
            return false;
        };
        let Some(w) = (low..at).rev().find_map(|k| dead.at(self.words, k, at)) else {
            return false;
        };
        // «بمقتل قائدها»: his right behind the word.
        let his = anchor.meant(page, self.words, self.families, w.to, at);
        his > Some(Meant::Pronoun) && anchor.other(page, w.to, at).is_none()
    }

    /// «مصير الصفقة», "the fate of the talks".
    fn fate_of_another(&self, from: usize, end: usize) -> bool {
        const NEAR: usize = 4;
        let page = self.page;
        (from..end).any(|k| {
            let (low, high) = (k.saturating_sub(1).max(from), end.min(k + NEAR));
            self.families.fates.at(self.words, k, end).is_some()
                && !page.text(k).ends_with('ه')
                && self.anchor.is_some_and(|x| {
                    x.meant(page, self.words, self.families, low, high)
                        .is_none()
                })
        })
    }

    /// "No view on whether taxes would rise": nobody can say something that is not asked.
    fn asks_else(&self, after: usize, end: usize) -> bool {
        const NEAR: usize = 3;
        let page = self.page;
        let last = |k: usize| k.checked_sub(1).map_or("", |k| page.text(k));
        let on = |w: &str| {
            matches!(
                w,
                "whether" | "if" | "on" | "about" | "حول" | "بشان" | "عن" | "من"
            )
        };
        let begins = after < end
            && (on(last(after)) || (after..end.min(after + NEAR)).any(|k| on(page.text(k))));
        let so = |f: &Family| self.families.families.get(f);
        begins
            && !(after..end).any(|k| {
                let here = |w: &Wordings| w.at(self.words, k, end).is_some();
                self.fate.families().iter().filter_map(so).any(here)
                    || here(&self.families.reports)
                    || here(&self.families.asked)
                    || self.anchor.is_some_and(|x| {
                        x.meant(page, self.words, self.families, k, k + 1).is_some()
                    })
                    || matches!(page.text(k), "that" | "this" | "ذلك" | "هذا" | "الامر")
            })
    }
}

fn plain(stance: Stance) -> Held {
    Held {
        stance,
        hedged: false,
    }
}

fn rank(m: Marker) -> u8 {
    match m {
        Marker::Cannot => 5,
        Marker::Doubt => 4,
        Marker::Deny => 3,
        Marker::Possible => 2,
        Marker::Likely => 1,
        Marker::Affirm => 0,
    }
}

fn turned(held: Held, m: Marker) -> Option<Held> {
    match m {
        Marker::Deny => held.under(Turn::Deny),
        Marker::Doubt => held.under(Turn::Doubt),
        Marker::Cannot => held.under(Turn::CannotConfirm),
        Marker::Likely => held.under(Turn::Likely),
        Marker::Possible => held.under(Turn::Possible),
        Marker::Affirm => Some(held),
    }
}

/// Whether a word before a name may be of it: its title with what that is of, a given name.
fn of_his_name(page: &Page, j: usize, name: usize) -> bool {
    if page.piece(j) != Piece::Word || page.def(j) {
        return true;
    }
    let relation = page.is(j, crate::drafting::content::lexicon::sort::RELATION);
    let titled = !relation && j + 1 < name && page.def(j + 1);
    let led = matches!(
        page.text(j),
        "في" | "من" | "ب" | "حركه" | "تنظيم" | "جماعه" | "حزب"
    );
    let given = j + 1 == name && page.entry(j).is_none();
    titled || led || given
}
