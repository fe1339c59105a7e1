//! Whoever saw what a speaker tells: "two guards had identified him", «ثلاثة مسعفين تعرفوا على الجثة», «مصدرها الطبي».

use super::firsthand::{LISTS, Opening, among};
use super::resting::{THAT, is_testimony};
use super::saying::{Passed, Reader};

impl Reader<'_> {
    /// "A man freed from the jail last week saw the body", "ward staff had identified him": what another saw, a description of whom
    /// opens the content.
    pub(super) fn somebody_saw(&self, of: &Opening) -> Option<Passed> {
        let article =
            matches!(of.word(0), "a" | "an" | "another") || among(&LISTS.some, of.word(0));
        let own = matches!(of.word(0), "its" | "our" | "my" | "their");
        let noun = (0..5).find(|n| self.somebody(of.word(*n)))?;
        // "The man who washed the bodies had recognised him".
        let pointed = of.word(0) == "the" && of.word(noun + 1) == "who";
        let bare = noun <= 1 && of.word(noun).ends_with('s') | (of.word(noun) == "staff");
        let saw = (noun + 1..noun + 14).find(|n| {
            let told = among(&LISTS.saw, of.word(*n));
            let relative = (*n).checked_sub(1).is_some_and(|k| of.word(k) == "who");
            // "Had been in the room".
            let there = of.word(*n) == "been"
                && matches!(of.word(*n + 1), "in" | "at" | "there" | "present");
            told && !relative || there
        })?;
        let verb = (noun + 1..saw).any(|n| {
            matches!(
                of.word(n),
                "said" | "says" | "told" | "was" | "were" | "if" | "that" | "died" | "is" | "are"
            ) || among(&LISTS.none, of.word(n))
        });
        let opens = article || own || pointed || bare;
        let barred = verb || (0..=noun).any(|n| among(&LISTS.none, of.word(n)));
        if !opens || barred || !of.unbroken(0, saw) {
            return None;
        }
        let end = saw - usize::from(matches!(of.word(saw - 1), "had" | "has" | "have" | "who"));
        self.behind(&of.pieces[..end], "saw-it")
    }

    /// «مصدراه لم يخطئا من قبل», «رواية مصدرها الطبي»: a speaker's own source.
    pub(super) fn own_source_ar(&self, of: &Opening) -> Option<Passed> {
        let own = |w: &str| {
            ["ه", "ها", "هم", "نا"].iter().any(|end| {
                w.strip_suffix(end)
                    .is_some_and(|stem| among(&LISTS.sources_ar, stem.trim_end_matches('ا')))
            })
        };
        let at = (0..5).find(|n| own(of.word(*n)))?;
        // «مصدره مجهول», «مصادرة الأعداد»: not somebody's, or no source.
        let two = of.word(at).starts_with("مصدري");
        let adjective = of.word(at + 1).starts_with("ال") && !of.word(at).starts_with("مصادره");
        let told = at > 0 && is_testimony(of.word(at - 1)) && !self.somebody(of.word(at + 1));
        let fits = at == 0 && (two || adjective) || told;
        let mut end = at + 1;
        while end < at + 5
            && end < of.words.len()
            && !of.stops(end - 1)
            && (of.word(end).starts_with("ال")
                || matches!(of.word(end - 1), "من" | "في" | "داخل" | "محيط")
                || matches!(of.word(end), "من" | "في" | "داخل"))
        {
            end += 1;
        }
        (fits && of.unbroken(0, at))
            .then(|| self.behind(&of.pieces[at..end], THAT))
            .flatten()
    }

    /// «ثلاثة مسعفين تعرفوا على الجثة», «أحد حراسه رأى الجثة».
    pub(super) fn somebody_saw_ar(&self, of: &Opening) -> Option<Passed> {
        let mut head = 0;
        while matches!(
            of.word(head),
            "احد"
                | "احدي"
                | "بعض"
                | "عدد"
                | "من"
                | "اثنين"
                | "اثنان"
                | "ثلاثه"
                | "اربعه"
                | "عده"
        ) {
            head += 1;
        }
        if !self.somebody(of.word(head)) || of.word(0).starts_with("ال") {
            return None;
        }
        let saw = (head + 1..head + 8).find(|n| {
            let word = of.word(*n);
            let bare = LISTS
                .him
                .iter()
                .find_map(|end| word.strip_suffix(end.as_str()));
            let verb = |w: &str| among(&LISTS.saw_ar, w);
            let on = among(&LISTS.with_on, word);
            let there = matches!(word, "كان" | "كانت" | "كانا" | "كانوا" | "كانتا")
                && matches!(of.word(*n + 1), "في" | "داخل" | "الي" | "حاضرا" | "حاضره");
            (verb(word) || bare.is_some_and(verb) && word != "رايه")
                && (!on || of.word(*n + 1) == "علي")
                || there
        })?;
        let barred = (0..saw).any(|n| among(&LISTS.none, of.word(n)));
        (!barred && of.unbroken(0, saw))
            .then(|| self.behind(&of.pieces[..saw], "saw-it"))
            .flatten()
    }
}
