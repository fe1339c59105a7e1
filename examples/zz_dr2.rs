use isnad::drafting::*;
use isnad::extraction::*;
use isnad::model::*;
use std::fs;
fn line(r: &Reading) -> String {
    let stance = serde_json::to_value(r.stance).expect("a stance");
    let mut held = stance.as_str().unwrap_or("-").to_owned();
    if r.hedged {
        held.push_str(" hedged");
    }
    if r.unclear {
        held.push_str(" unclear");
    }
    let roles: Vec<String> =
        r.of.roles
            .iter()
            .map(|(role, fillers)| {
                let all: Vec<&str> = fillers
                    .iter()
                    .map(|f| match f {
                        Filler::Named(n) => n.name.as_str(),
                        Filler::Value(v) => v.as_str(),
                        Filler::Text(t) => t.as_str(),
                    })
                    .collect();
                format!("{role}={}", all.join("+"))
            })
            .collect();
    let mut out = format!(
        "{} | {held} | {}",
        r.of.predicate.as_deref().unwrap_or("free"),
        roles.join(", ")
    );
    if let Some(c) = &r.of.count {
        let n = |n: Option<u64>| n.map_or(String::new(), |n| n.to_string());
        out.push_str(&format!(
            " | {}..{}{}{}",
            n(c.min),
            n(c.max),
            c.word.as_ref().map_or(String::new(), |w| format!(" {w}")),
            if c.cumulative { " so far" } else { "" }
        ));
    }
    if let Some(p) = &r.of.place {
        out.push_str(&format!(" | in {}", p.name));
    }
    if let Some((t, _)) = &r.of.time {
        out.push_str(&format!(" | {t}"));
    }
    out.trim_end_matches([' ', '|']).to_owned()
}

fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let m = fs::read_to_string(format!("{dir}/manifest.jsonl")).unwrap();
    let ar = Pack::arabic().unwrap();
    let en = Pack::english().unwrap();
    let packs = ContentPacks::with(
        ContentPack::from_ron(&fs::read_to_string("src/drafting/packs/ar.ron").unwrap()).unwrap(),
        ContentPack::from_ron(&fs::read_to_string("src/drafting/packs/en.ron").unwrap()).unwrap(),
    )
    .unwrap();
    let docs: Vec<serde_json::Value> = m
        .lines()
        .map(|l| serde_json::from_str(l).unwrap())
        .collect();
    let texts: Vec<String> = docs
        .iter()
        .map(|d| fs::read_to_string(format!("{dir}/{}", d["file"].as_str().unwrap())).unwrap())
        .collect();
    let whens: Vec<Option<When>> = docs
        .iter()
        .map(|d| {
            d["published"]
                .as_str()
                .and_then(|p| When::parse(&p[..10], false, Words::default()).ok())
        })
        .collect();
    let arts: Vec<Article> = docs
        .iter()
        .zip(&texts)
        .zip(&whens)
        .map(|((d, t), w)| Article {
            document: d["id"].as_str().unwrap(),
            outlet: d["outlet"].as_str(),
            title: d["title"].as_str(),
            published: w.as_ref(),
            language: d["language"].as_str().unwrap_or("ar"),
            text: t,
            extraction: extract(
                t,
                if d["language"].as_str() == Some("en") {
                    &en
                } else {
                    &ar
                },
            ),
        })
        .collect();
    let t0 = std::time::Instant::now();
    let rs = read_articles(&arts, &packs);
    eprintln!("{} readings in {:?}", rs.len(), t0.elapsed());
    if std::env::var("MD").is_ok() {
        for r in &rs {
            println!("{}\t{}", arts[r.article].document, line(r));
        }
        return;
    }
    for r in &rs {
        let a = &arts[r.article];
        let chars: Vec<char> = a.text.chars().collect();
        let cut = |s: isnad::text::Span| -> String {
            chars[s.start..s.end.min(chars.len())]
                .iter()
                .collect::<String>()
                .replace('\n', " ")
        };
        let said = match r.said {
            Said::Statement(i) => {
                let s = &a.extraction.statements[i];
                format!(
                    "S[{}|{}]",
                    s.source_name.as_deref().unwrap_or("-"),
                    s.cue.as_ref().map_or("-", |c| &c.text)
                )
            }
            Said::Own(_) => "OWN".into(),
            Said::Heading(_) => "HEAD".into(),
            Said::Title => format!("TITLE {}", a.title.unwrap()),
        };
        let roles: Vec<String> =
            r.of.roles
                .iter()
                .map(|(k, f)| {
                    format!(
                    "{k}={}",
                    f.iter()
                        .map(|f| match f {
                            Filler::Named(n) =>
                                format!("{}{}", n.name, if n.span.is_none() { "*" } else { "" }),
                            Filler::Value(v) => v.clone(),
                            Filler::Text(t) => format!("\"{t}\""),
                        })
                        .collect::<Vec<_>>()
                        .join("+")
                )
                })
                .collect();
        let ctx = match r.said {
            Said::Statement(i) => a.extraction.statements[i]
                .content
                .iter()
                .map(|c| c.text.replace('\n', " "))
                .collect::<Vec<_>>()
                .join(" // "),
            Said::Own(s) | Said::Heading(s) => cut(s),
            _ => String::new(),
        };
        let part = r
            .part
            .iter()
            .map(|p| cut(*p))
            .collect::<Vec<_>>()
            .join(" // ");
        println!(
            "{}\t{}\t{}{}{}\t{}\t{}\t{}\t{}\t{}\t{}\t<{}>\t{}",
            a.document,
            r.of.predicate.as_deref().unwrap_or("free"),
            serde_json::to_string(&r.stance).unwrap().trim_matches('"'),
            if r.hedged { " HEDGED" } else { "" },
            if r.unclear { " UNCLEAR" } else { "" },
            roles.join("; "),
            r.of.place
                .as_ref()
                .map_or("".into(), |p| format!("@{}", p.name)),
            r.of.count.as_ref().map_or("".into(), |c| format!(
                "#{:?}-{:?}{}{}",
                c.min,
                c.max,
                c.word.as_deref().unwrap_or(""),
                if c.cumulative { " CUM" } else { "" }
            )),
            r.of.time
                .as_ref()
                .map_or("".into(), |t| format!("t{}", t.0)),
            r.rule,
            said,
            part,
            ctx
        );
    }
}
