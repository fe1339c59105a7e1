//! Small random cases for property tests, the same for the same seed.

use isnad::model::{
    Act, Anchor, Basis, Bearing, Case, Claim, ClaimLink, Commitment, Disclosure, Document,
    Judgement, Key, Minute, Number, Original, Relay, Republication, Rest, Ruling, Source,
    SourceKind, Stance, Statement, Style, TakeBack, TakeBackHow, Words,
};
use isnad::text::Span;

/// A small generator of numbers (splitmix64, Steele et al. 2014).
pub(crate) struct Dice(pub(crate) u64);

impl Dice {
    pub(crate) fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }

    pub(crate) fn one_in(&mut self, n: usize) -> bool {
        self.below(n) == 0
    }
}

/// A random case of a few sources, documents, claims and statements.
pub(crate) fn case(seed: u64) -> Case {
    let dice = &mut Dice(seed);
    // What a page took over and what is its own is thrown apart, so that all else stays for a seed.
    let parts = &mut Dice(seed ^ 0x9a17);
    let mut case = Case {
        id: "random".into(),
        ..Case::default()
    };
    let sources = 3 + dice.below(5);
    for i in 0..sources {
        let body = (i > 0 && dice.one_in(8)).then(|| Key::new(dice.below(i)));
        let member_of = if i > 0 && dice.one_in(6) {
            vec![Key::new(dice.below(i))]
        } else {
            Vec::new()
        };
        let source = Source {
            kind: if i < 3 {
                SourceKind::Outlet
            } else {
                SourceKind::Activist
            },
            names: Words::of("n", "n"),
            aliases: Vec::new(),
            disclosure: if i >= 3 && dice.one_in(4) {
                Disclosure::Undisclosed
            } else {
                Disclosure::Named
            },
            number: Number::One,
            quoted_by: None,
            speaks_for: body,
            member_of,
            may_hold: Vec::new(),
            perhaps_same: Vec::new(),
            sides: Vec::new(),
            reliability: None,
            draft: false,
        };
        assert!(case.sources.insert(&format!("s{i}"), source).is_ok());
    }
    // Marks are thrown apart too.
    let marks = &mut Dice(seed ^ 0x3a4c);
    while marks.one_in(2) {
        mark(marks, &mut case);
    }
    let documents = 1 + dice.below(4);
    for i in 0..documents {
        let republishes = (i > 0 && dice.one_in(3)).then(|| Republication {
            from: if dice.one_in(3) {
                Original::Source(Key::new(dice.below(3)))
            } else {
                Original::Document(Key::new(dice.below(i)))
            },
            part: if parts.one_in(2) {
                vec![anchor(0, 10)]
            } else {
                Vec::new()
            },
            rest: Rest::Own,
            inferred: false,
        });
        let document = Document {
            outlet: (!dice.one_in(12)).then(|| Key::new(dice.below(3))),
            republishes,
            ..Document::default()
        };
        assert!(case.documents.insert(&format!("d{i}"), document).is_ok());
    }
    let claims = 1 + dice.below(4);
    for i in 0..claims {
        let mut claim = Claim::default();
        for _ in 0..dice.below(2) {
            claim.entails.push(link(dice.below(claims)));
        }
        for _ in 0..dice.below(2) {
            let other = dice.below(claims);
            if other != i {
                claim.excludes.push(link(other));
            }
        }
        assert!(case.claims.insert(&format!("c{i}"), claim).is_ok());
    }
    let statements = 1 + dice.below(8);
    for i in 0..statements {
        let mut statement = statement(dice, &case, i);
        if parts.one_in(2) {
            statement.content = vec![anchor(20, 25)];
        }
        assert!(case.statements.insert(&format!("t{i}"), statement).is_ok());
    }
    if dice.one_in(2) {
        let pair = vec![Key::new(dice.below(sources)), Key::new(dice.below(sources))];
        let ruling = match dice.below(3) {
            0 => Ruling::SameSources(pair),
            1 => Ruling::DifferentSources(pair),
            _ => Ruling::RestsOn {
                source: pair[0],
                on: pair[1],
                statement: None,
            },
        };
        let judgement = Judgement {
            by: "desk".into(),
            at: Minute::parse("2026-01-01T00:00Z").expect("a minute"),
            ruling,
            why: Words::of("w", "w"),
            words: Vec::new(),
            dissents_from: Vec::new(),
            replaces: None,
            void: false,
        };
        assert!(case.judgements.insert("j", judgement).is_ok());
    }
    case
}

/// Marks two random sources as perhaps one.
pub(crate) fn mark(dice: &mut Dice, case: &mut Case) {
    let all = case.sources.len();
    // Of outlets alone no figure would tell.
    let from = if all > 4 { 3 } else { 0 };
    let mut any = || Key::new(from + dice.below(all - from));
    let (one, other) = (any(), any());
    case.sources[one].perhaps_same.push(other);
}

fn anchor(start: usize, end: usize) -> Anchor {
    Anchor {
        span: Span { start, end },
        digest: None,
        quote: None,
    }
}

fn link(claim: usize) -> ClaimLink {
    ClaimLink {
        claim: Key::new(claim),
        why: Words::of("w", "w"),
    }
}

/// A random statement of a case that has its sources, documents and claims.
pub(crate) fn statement(dice: &mut Dice, case: &Case, earlier: usize) -> Statement {
    let sources = case.sources.len();
    let outlet_voice = dice.one_in(6);
    let said_by = (!outlet_voice && !dice.one_in(6)).then(|| Key::new(dice.below(sources)));
    let mut bears = Vec::new();
    for _ in 0..1 + dice.below(2) {
        bears.push(Bearing {
            claim: Key::new(dice.below(case.claims.len())),
            stance: match dice.below(6) {
                0..=2 => Stance::Affirms,
                3..=4 => Stance::Denies,
                _ => Stance::Reports,
            },
            hedged: dice.one_in(6),
            unclear: dice.one_in(8),
            part: Vec::new(),
            why: Words::default(),
            reading: Words::default(),
        });
    }
    let nested_in: Option<Key<Statement>> =
        (earlier > 0 && dice.one_in(6)).then(|| Key::new(dice.below(earlier)));
    let document = Key::new(dice.below(case.documents.len()));
    Statement {
        // A statement stands inside another of its own document.
        document: nested_in.map_or(document, |outer| case.statements[outer].document),
        outlet_voice,
        heading: dice.one_in(8),
        cue: None,
        cue_also: Vec::new(),
        source_span: None,
        content: Vec::new(),
        said_by,
        act: Act::Assert,
        style: Style::Indirect,
        nested_in,
        passed_on: None,
        published_as: Commitment::Reports,
        relays: (0..dice.below(2))
            .map(|_| Relay {
                source: (!dice.one_in(5)).then(|| Key::new(dice.below(sources))),
                document: None,
                commitment: Commitment::Reports,
                inferred: false,
            })
            .collect(),
        basis: Basis::NotStated,
        rests_on: if said_by.is_some() && dice.one_in(5) {
            (0..1 + dice.below(2))
                .map(|_| Key::new(dice.below(sources)))
                .filter(|k| Some(*k) != said_by)
                .collect()
        } else {
            Vec::new()
        },
        gist: Words::default(),
        said_on: None,
        bears,
        entities: Vec::new(),
        takes_back: if earlier > 0 && dice.one_in(10) {
            vec![TakeBack {
                statement: Key::new(dice.below(earlier)),
                how: TakeBackHow::Retracts,
            }]
        } else {
            Vec::new()
        },
        credibility: None,
        draft: false,
    }
}
