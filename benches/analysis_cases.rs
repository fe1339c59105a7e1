//! Cases of any size in memory, the same on every machine: what the analysis is measured on.
#![allow(clippy::unwrap_used, dead_code)]

use isnad::case_file::read_case;
use isnad::model::{
    Act, Basis, Bearing, Case, Claim, ClaimLink, Commitment, Count, Disclosure, Document, Entity,
    EntityKind, Filler, Key, Number, Original, Proposition, Relay, Republication, Rest, RoleFiller,
    Source, SourceKind, Stance, Statement, Style, When, Words,
};

/// splitmix64 (Steele, Lea and Flood 2014): the same cases on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % n.max(1) as u64) as usize
    }
}

fn words() -> Words {
    Words::of("w", "w")
}

/// An empty case with the built-in vocabulary.
fn empty() -> Case {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(
        folder.path().join("case.ron"),
        "(id: \"generated\", title: {\"en\": \"generated\"})",
    )
    .unwrap();
    read_case(folder.path()).unwrap().case
}

fn source(kind: SourceKind, undisclosed: bool) -> Source {
    Source {
        kind,
        names: words(),
        aliases: Vec::new(),
        disclosure: if undisclosed {
            Disclosure::Undisclosed
        } else {
            Disclosure::Named
        },
        number: Number::One,
        quoted_by: None,
        speaks_for: None,
        member_of: Vec::new(),
        may_hold: Vec::new(),
        perhaps_same: Vec::new(),
        sides: Vec::new(),
        reliability: None,
        draft: false,
    }
}

fn add_source(case: &mut Case, source: Source) {
    let id = format!("s{}", case.sources.len());
    assert!(case.sources.insert(&id, source).is_ok());
}

fn add_entities(case: &mut Case, prefix: &str, kind: EntityKind, n: usize) -> Vec<Key<Entity>> {
    (0..n)
        .map(|i| {
            let entity = Entity {
                kind,
                names: words(),
                aliases: Vec::new(),
                part_of: None,
                related: Vec::new(),
                place: None,
                time: None,
                draft: false,
            };
            case.entities
                .insert(&format!("{prefix}{i}"), entity)
                .unwrap()
        })
        .collect()
}

fn day(n: usize) -> When {
    let text = format!("2018-{:02}-{:02}", 1 + n / 28 % 12, 1 + n % 28);
    When::parse(&text, false, Words::default()).unwrap()
}

/// A fifth as many claims as statements, a twentieth as many sources.
pub(crate) fn generated(statements: usize) -> Case {
    let dice = &mut Dice(7);
    let mut case = empty();
    let (claims, sources) = (statements / 5, statements / 20);
    let outlets = (sources / 50).max(10);
    for i in 0..sources {
        let mut one = source(
            if i < outlets {
                SourceKind::Outlet
            } else {
                SourceKind::Activist
            },
            i >= outlets && dice.below(5) == 0,
        );
        if i > outlets && dice.below(10) == 0 {
            one.speaks_for = Some(Key::new(outlets + dice.below(i - outlets)));
        }
        if i > outlets && dice.below(10) == 0 {
            one.member_of = vec![Key::new(outlets + dice.below(i - outlets))];
        }
        add_source(&mut case, one);
    }
    for i in 0..statements / 10 {
        let republishes = (i > 0 && dice.below(6) == 0).then(|| Republication {
            from: Original::Document(Key::new(dice.below(i))),
            part: Vec::new(),
            rest: Rest::Own,
            inferred: false,
        });
        let document = Document {
            outlet: Some(Key::new(dice.below(outlets))),
            published: Some(day(dice.below(300))),
            republishes,
            ..Document::default()
        };
        assert!(case.documents.insert(&format!("d{i}"), document).is_ok());
    }
    let persons = add_entities(&mut case, "p", EntityKind::Person, claims / 12 + 1);
    let places = add_entities(&mut case, "l", EntityKind::Place, claims / 20 + 1);
    let groups = add_entities(&mut case, "g", EntityKind::Group, 40);
    for i in 0..claims {
        let claim = claim(dice, &case, i, claims, (&persons, &places, &groups));
        assert!(case.claims.insert(&format!("c{i}"), claim).is_ok());
    }
    for i in 0..statements {
        let claim = dice.below(claims);
        let statement = statement(dice, &case, outlets, claim);
        assert!(case.statements.insert(&format!("t{i}"), statement).is_ok());
    }
    case
}

type Entities<'e> = (&'e [Key<Entity>], &'e [Key<Entity>], &'e [Key<Entity>]);

fn claim(
    dice: &mut Dice,
    case: &Case,
    i: usize,
    claims: usize,
    (persons, places, groups): Entities<'_>,
) -> Claim {
    let mut claim = Claim {
        gist: words(),
        ..Claim::default()
    };
    let role = |role: usize, filler: Filler| RoleFiller {
        role,
        fillers: vec![filler],
    };
    let one = |all: &[Key<Entity>], n: usize| Filler::Entity(all[n % all.len()]);
    let (predicate, roles, count) = match dice.below(20) {
        0..8 => {
            let near = (i + 1 + dice.below(20)).min(claims - 1);
            let link = ClaimLink {
                claim: Key::new(near),
                why: words(),
            };
            if near != i {
                match dice.below(4) {
                    0 => claim.entails.push(link),
                    1 => claim.excludes.push(link),
                    _ => {}
                }
            }
            return claim;
        }
        8..11 => {
            claim.time = Some(day(dice.below(300)));
            let value = Filler::Value(dice.below(2));
            (
                "status",
                vec![
                    role(0, one(persons, dice.below(persons.len()))),
                    role(1, value),
                ],
                None,
            )
        }
        11..13 => {
            claim.time = Some(day(dice.below(300)));
            let mut roles = vec![role(0, one(persons, dice.below(persons.len())))];
            if dice.below(2) == 0 {
                roles.push(role(1, one(groups, dice.below(40))));
            }
            ("killed", roles, None)
        }
        13..17 => {
            claim.time = Some(day(dice.below(300)));
            let place = one(places, dice.below(places.len()));
            (
                "controls",
                vec![role(0, place), role(1, one(groups, dice.below(40)))],
                None,
            )
        }
        _ => {
            let min = dice.below(100) as u64;
            let count = Count {
                min: Some(min),
                max: Some(min + dice.below(20) as u64),
                word: None,
                of: "men".into(),
                scope: format!("attack {}", dice.below(claims / 20 + 1)).into(),
                counter: None,
                cumulative: false,
            };
            let roles = vec![
                role(0, one(groups, dice.below(40))),
                role(1, Filler::Value(0)),
            ];
            ("casualties", roles, Some(count))
        }
    };
    claim.proposition = Some(Proposition {
        predicate: case.predicates.key(predicate).unwrap(),
        roles,
        event: None,
        place: None,
        count,
    });
    claim
}

fn statement(dice: &mut Dice, case: &Case, outlets: usize, claim: usize) -> Statement {
    let sources = case.sources.len();
    let unknown = dice.below(12) == 0;
    let said_by = outlets + dice.below(sources - outlets);
    Statement {
        document: Key::new(dice.below(case.documents.len())),
        outlet_voice: false,
        heading: false,
        cue: None,
        cue_also: Vec::new(),
        source_span: None,
        content: Vec::new(),
        said_by: (!unknown).then(|| Key::new(said_by)),
        act: Act::Assert,
        style: Style::Indirect,
        nested_in: None,
        passed_on: None,
        published_as: Commitment::Reports,
        relays: (0..usize::from(dice.below(6) == 0))
            .map(|_| Relay {
                source: Some(Key::new(dice.below(outlets))),
                document: None,
                commitment: Commitment::Reports,
                inferred: false,
            })
            .collect(),
        basis: Basis::NotStated,
        rests_on: Vec::new(),
        gist: Words::default(),
        said_on: None,
        bears: vec![Bearing {
            claim: Key::new(claim),
            stance: match dice.below(10) {
                _ if unknown => Stance::Reports,
                0..7 => Stance::Affirms,
                7..9 => Stance::Denies,
                _ => Stance::Doubts,
            },
            hedged: dice.below(10) == 0,
            unclear: dice.below(20) == 0,
            part: Vec::new(),
            why: Words::default(),
            reading: Words::default(),
        }],
        entities: Vec::new(),
        takes_back: Vec::new(),
        credibility: None,
        draft: false,
    }
}

/// One claim, affirmed and denied by so many statements each.
pub(crate) fn two_sides(each: usize) -> Case {
    let dice = &mut Dice(7);
    let mut case = empty();
    let outlets = 1000;
    for i in 0..each / 4 {
        let kind = if i < outlets {
            SourceKind::Outlet
        } else {
            SourceKind::Activist
        };
        add_source(&mut case, source(kind, i >= outlets && dice.below(5) == 0));
    }
    for i in 0..each / 5 {
        let document = Document {
            outlet: Some(Key::new(dice.below(outlets))),
            ..Document::default()
        };
        assert!(case.documents.insert(&format!("d{i}"), document).is_ok());
    }
    assert!(case.claims.insert("c", Claim::default()).is_ok());
    for i in 0..each * 2 {
        let mut one = statement(dice, &case, outlets, 0);
        one.bears[0].stance = if i % 2 == 0 {
            Stance::Affirms
        } else {
            Stance::Denies
        };
        assert!(case.statements.insert(&format!("t{i}"), one).is_ok());
    }
    case
}

/// One place, held by another group on each of so many days: one key with as many values. Every tenth
/// day two are said to hold it.
pub(crate) fn one_key(claims: usize) -> Case {
    one_place(claims, |i| if i % 10 == 1 { i - 1 } else { i })
}

/// One place, held by so many groups on one day.
pub(crate) fn one_day(claims: usize) -> Case {
    one_place(claims, |_| 0)
}

fn one_place(claims: usize, day: impl Fn(usize) -> usize) -> Case {
    let dice = &mut Dice(7);
    let mut case = empty();
    let outlets = 100;
    for i in 0..outlets * 10 {
        let kind = if i < outlets {
            SourceKind::Outlet
        } else {
            SourceKind::Activist
        };
        add_source(&mut case, source(kind, false));
    }
    for i in 0..claims / 10 {
        let document = Document {
            outlet: Some(Key::new(dice.below(outlets))),
            ..Document::default()
        };
        assert!(case.documents.insert(&format!("d{i}"), document).is_ok());
    }
    let places = add_entities(&mut case, "l", EntityKind::Place, 1);
    let groups = add_entities(&mut case, "g", EntityKind::Group, claims);
    let role = |role: usize, entity| RoleFiller {
        role,
        fillers: vec![Filler::Entity(entity)],
    };
    for (i, group) in groups.iter().enumerate() {
        let day = day(i);
        let (year, month) = (1700 + day / 336, 1 + day / 28 % 12);
        let text = format!("{year:04}-{month:02}-{:02}", 1 + day % 28);
        let claim = Claim {
            time: Some(When::parse(&text, false, Words::default()).unwrap()),
            proposition: Some(Proposition {
                predicate: case.predicates.key("controls").unwrap(),
                roles: vec![role(0, places[0]), role(1, *group)],
                event: None,
                place: None,
                count: None,
            }),
            ..Claim::default()
        };
        assert!(case.claims.insert(&format!("c{i}"), claim).is_ok());
        let mut one = statement(dice, &case, outlets, i);
        one.bears[0].stance = Stance::Affirms;
        assert!(case.statements.insert(&format!("t{i}"), one).is_ok());
    }
    case
}
