//! Quotation marks and brackets, paired within a paragraph by what they touch; a mark without a partner is damage.

use super::output::Missed;
use super::token::{LONGEST_QUOTATION, Mark, Tokens, narrow};

impl Tokens<'_> {
    /// Pairs quotation marks and brackets.
    pub(super) fn pair(&mut self) {
        let mut open: Vec<(usize, char)> = Vec::new();
        let mut brackets: Vec<usize> = Vec::new();
        // A mark that closes nothing.
        let mut lone: Option<(usize, char)> = None;
        let signs = std::mem::take(&mut self.signs);
        for i in signs.iter().map(|&i| i as usize) {
            match self.all[i].mark {
                Mark::Line => {
                    // A quotation goes on into the next paragraph only if that begins with words and closes it first.
                    brackets.clear();
                    lone = None;
                    if !open.is_empty()
                        && !self.closes_in_next(i + 1, open.last().map_or('"', |o| o.1))
                    {
                        open.clear();
                    }
                }
                Mark::BracketOpen => brackets.push(i),
                Mark::BracketClose => {
                    if let Some(o) = brackets.pop() {
                        self.mate(o, i);
                    }
                }
                // ""كذا": of two marks that open together, the second does.
                Mark::Stray
                    if open.is_empty()
                        && self.text(i) == "\""
                        && self.all[i].spaced
                        && self
                            .all
                            .get(i + 1)
                            .is_some_and(|t| t.mark == Mark::Stray && !t.spaced)
                        && self
                            .all
                            .get(i + 2)
                            .is_some_and(|t| t.mark == Mark::Word && !t.spaced) => {}
                Mark::Stray => {
                    let c = self.text(i).chars().next().unwrap_or('"');
                    let opens = match c {
                        '«' | '“' | '„' | '‹' => true,
                        '»' | '›' => false,
                        // English closes with it, and some Arabic texts open with it.
                        '”' => open.is_empty() && self.leans_open(i),
                        // قال :" كذا": after a colon a mark opens, whatever it touches.
                        _ if open.is_empty() && i > 0 && self.all[i - 1].mark == Mark::Colon => {
                            true
                        }
                        _ => match (self.leans_open(i), self.leans_close(i)) {
                            (true, false) => true,
                            (false, true) => false,
                            _ => open.is_empty(),
                        },
                    };
                    if !opens && open.is_empty() {
                        // لبي بي سي" هناك كذا": two marks that lean the same way are one quotation, if words follow each.
                        match lone.take() {
                            Some((o, mark)) if mark == c && i - o <= LONGEST_QUOTATION => {
                                self.all[o].mark = Mark::Open;
                                self.all[i].mark = Mark::Close;
                                self.mate(o, i);
                            }
                            _ if self.all.get(i + 1).is_some_and(|t| {
                                t.spaced && matches!(t.mark, Mark::Word | Mark::Number)
                            }) =>
                            {
                                lone = Some((i, c));
                            }
                            _ => {}
                        }
                    } else if opens {
                        lone = None;
                        open.push((i, c));
                        if open.len() > 3 {
                            open.remove(0);
                        }
                    } else if let Some((o, _)) = open.pop()
                        && i - o <= LONGEST_QUOTATION
                    {
                        self.all[o].mark = Mark::Open;
                        self.all[i].mark = Mark::Close;
                        self.mate(o, i);
                    }
                }
                _ => {}
            }
        }
        let mut holding: Vec<usize> = Vec::new();
        let mut told = 0;
        for i in signs.into_iter().map(|i| i as usize) {
            // The words since the sign before; outside quotations nothing is to be noted of them.
            if let Some(&open) = holding.last() {
                for token in &mut self.all[told..i] {
                    token.quote = narrow(open + 1);
                }
            }
            told = i + 1;
            if self.all[i].mark == Mark::Close {
                holding.pop();
            }
            self.all[i].quote = holding.last().map_or(0, |&o| narrow(o + 1));
            if self.all[i].mark == Mark::Open {
                holding.push(i);
            }
            if self.all[i].mark == Mark::Stray
                && let Some(span) = self.span(i, i + 1, false)
            {
                self.damage.push(Missed {
                    start: span.start,
                    end: span.end,
                    why: "a quotation mark without its partner".into(),
                });
            }
        }
        if let Some(&open) = holding.last() {
            for token in &mut self.all[told..] {
                token.quote = narrow(open + 1);
            }
        }
    }

    pub(super) fn mate(&mut self, open: usize, close: usize) {
        self.all[open].mate = narrow(close);
        self.all[close].mate = narrow(open);
    }

    /// A mark with space (or an opening mark, or a proclitic) before it and none after it.
    pub(super) fn leans_open(&self, i: usize) -> bool {
        let tight_after = self.all.get(i + 1).is_some_and(|t| {
            !t.spaced
                && matches!(
                    t.mark,
                    Mark::Word
                        | Mark::Number
                        | Mark::Stray
                        | Mark::BracketOpen
                        | Mark::Other
                        | Mark::Ellipsis
                )
        });
        let clitic = i > 0
            && !self.all[i].spaced
            && matches!(self.text(i - 1), "و" | "ل" | "ب" | "ف" | "ك" | "لل" | "ال");
        let before = self.all[i].spaced
            || clitic
            || i == 0
            || matches!(
                self.all[i - 1].mark,
                Mark::BracketOpen | Mark::Line | Mark::Colon | Mark::Dash
            );
        before && tight_after
    }

    pub(super) fn leans_close(&self, i: usize) -> bool {
        let clitic = i > 0 && matches!(self.text(i - 1), "و" | "ل" | "ب" | "ف" | "ك");
        let tight_before =
            !self.all[i].spaced && i > 0 && self.all[i - 1].mark != Mark::Line && !clitic;
        let after = self.all.get(i + 1).is_none_or(|t| {
            t.spaced
                || matches!(
                    t.mark,
                    Mark::Stop
                        | Mark::Comma
                        | Mark::Line
                        | Mark::Semicolon
                        | Mark::Colon
                        | Mark::BracketClose
                        | Mark::Stray
                        | Mark::Ellipsis
                )
        });
        tight_before && after
    }

    /// Whether the paragraph that begins at `from` meets a closing mark before an opening one.
    pub(super) fn closes_in_next(&self, from: usize, opened: char) -> bool {
        for i in from..self.all.len().min(from + LONGEST_QUOTATION) {
            match self.all[i].mark {
                Mark::Line if i > from => return false,
                Mark::Stray => {
                    let c = self.text(i).chars().next().unwrap_or('"');
                    return match c {
                        '»' | '”' | '›' => matches!(opened, '«' | '“' | '‹'),
                        '«' | '“' | '‹' => false,
                        _ => opened == c && self.leans_close(i) && !self.leans_open(i),
                    };
                }
                _ => {}
            }
        }
        false
    }
}
