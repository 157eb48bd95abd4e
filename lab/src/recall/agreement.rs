//! Whether the program says of code with a missing `await` what it foretold of the code with it.

use loopmend_core::LineIndex;

use super::sites::{self, Position, Site, Verdict};
use crate::harness::{
    AWAITABLES, Corpus, Cuts, Finding, Loopmend, Outcome, Result, Workbench, ensure, line_of, percent,
    workspace,
};

/// The share of the sites that must agree, in percent.
const REQUIRED: usize = 99;

/// The rule about tasks: it says of a task that nobody keeps what no rule says of a future.
const TASK_RULE: &str = "discarded-task";

/// What the program says of a call whose `await` is gone.
struct Said {
    agrees: bool,
    words: String,
}

/// Erases `count` awaits of the corpora one at a time, about as many of each corpus, and prints where what is said is
/// not what was foretold. Of a statement, `check` says it. A value that nobody awaits may be awaited later, so of a
/// call whose value is used, it is what the inference says of it in the code without the `await`.
/// Fails if a corpus cannot be copied, loopmend fails on it, or there is nothing to erase.
pub(super) fn measure(corpora: &[Corpus], count: usize, seed: u64, loopmend: &Loopmend) -> Result<Outcome> {
    let sites =
        corpora.iter().map(|corpus| sites::read(corpus, loopmend, None)).collect::<Result<Vec<_>>>()?;
    let sizes: Vec<usize> = sites.iter().map(Vec::len).collect();
    let mut tallies = [(Position::Statement, 0, 0), (Position::Value, 0, 0)];
    for ((corpus, sites), drawn) in corpora.iter().zip(&sites).zip(draw(&sizes, count, seed)) {
        let workbench = Workbench::make(corpus, "agreement", loopmend, 1)?.remove(0);
        for site in drawn.into_iter().map(|index| &sites[index]) {
            let Some(start) = site.await_start else { continue };
            let said = match site.position {
                Position::Statement => said_by_check(site, start, &workbench)?,
                Position::Value => said_by_inference(corpus, site, start, &workbench, loopmend)?,
            };
            let Some(said) = said else { continue };
            for (_, asked, agreed) in tallies.iter_mut().filter(|(position, ..)| *position == site.position) {
                *asked += 1;
                *agreed += usize::from(said.agrees);
            }
            if !said.agrees {
                println!("{}", disagreement(corpus, site, &said)?);
            }
        }
    }
    report(&tallies)
}

fn report(tallies: &[(Position, usize, usize)]) -> Result<Outcome> {
    let asked: usize = tallies.iter().map(|(_, asked, _)| asked).sum();
    let agreed: usize = tallies.iter().map(|(.., agreed)| agreed).sum();
    ensure!(asked > 0, "no awaited call was erased; ask for at least one");
    for (position, asked, agreed) in tallies {
        let whose = match position {
            Position::Statement => "statements, by `check`",
            Position::Value => "values, by the inference",
        };
        println!("{agreed} of {asked} {whose}");
    }
    println!("{agreed} of {asked} agree ({} %); {REQUIRED} % must", percent(agreed, asked));
    Ok(Outcome::passed_if(agreed * 100 >= asked * REQUIRED))
}

/// `None` where the `await` that starts there cannot be erased.
fn said_by_check(site: &Site, start: usize, workbench: &Workbench) -> Result<Option<Said>> {
    let Some((text, added)) = workbench.erase(&site.path, start)? else { return Ok(None) };
    let found = at_call(site, &text, added);
    let words: Vec<_> =
        found.iter().map(|finding| format!("{} [{}]", finding.message, finding.confidence)).collect();
    Ok(Some(Said { agrees: agrees(site, &found), words: words.join("; ") }))
}

/// `None` where the `await` that starts there cannot be erased.
fn said_by_inference(
    corpus: &Corpus,
    site: &Site,
    start: usize,
    workbench: &Workbench,
    loopmend: &Loopmend,
) -> Result<Option<Said>> {
    workbench.without_await(&site.path, start, |_, cut| {
        let cuts = Cuts::new(vec![cut]);
        let place = (cuts.moved(site.start), cuts.moved(site.end));
        let calls = sites::unawaited(corpus, workbench.tree(), &site.path, loopmend)?;
        let call = calls.into_iter().find(|call| (call.start, call.end) == place);
        Ok(match call {
            Some(call) => {
                let words = format!("{:?} by {:?}", call.verdict, call.by).to_lowercase();
                Said { agrees: call.verdict == site.verdict, words }
            }
            None => Said { agrees: false, words: String::new() },
        })
    })
}

/// For lists of these sizes, which of their items are drawn: about as many of each list, each at most once.
fn draw(sizes: &[usize], count: usize, seed: u64) -> Vec<Vec<usize>> {
    let mut random = fastrand::Rng::with_seed(seed);
    let mut orders: Vec<Vec<usize>> = sizes.iter().map(|size| (0..*size).collect()).collect();
    orders.iter_mut().for_each(|order| random.shuffle(order));
    let mut shares = vec![0; sizes.len()];
    let mut left = count.min(sizes.iter().sum());
    while left > 0 {
        for (share, _) in shares.iter_mut().zip(sizes).filter(|(share, size)| **share < **size) {
            let one = usize::from(left > 0);
            *share += one;
            left -= one;
        }
    }
    orders.iter().zip(shares).map(|(order, share)| order[..share].to_vec()).collect()
}

/// Those of the findings that speak of awaitables and point to the call, or to a part of it.
fn at_call(site: &Site, text: &str, added: Vec<Finding>) -> Vec<Finding> {
    let lines = LineIndex::new(text);
    let end = lines.line_column(site.end as u32, text);
    let (start, end) = ((site.line, site.column), (end.line as usize, end.column as usize));
    let is_there = |finding: &Finding| {
        finding.path == site.path
            && finding.code.starts_with(AWAITABLES)
            && finding.start() < end
            && start < finding.end()
    };
    added.into_iter().filter(is_there).collect()
}

fn agrees(site: &Site, found: &[Finding]) -> bool {
    let has = |confidence: &str| found.iter().any(|finding| finding.confidence == confidence);
    match site.verdict {
        Verdict::Certain => has("certain"),
        Verdict::Likely => has("likely") && !has("certain"),
        Verdict::Future => found.iter().all(|finding| finding.rule == TASK_RULE),
        Verdict::None => found.is_empty(),
    }
}

fn disagreement(corpus: &Corpus, site: &Site, said: &Said) -> Result<String> {
    let text = workspace::read(&corpus.source().join(&site.path))?;
    let line = line_of(&text, site.line);
    let foretold = format!("{:?} by {:?}", site.verdict, site.by).to_lowercase();
    let words = if said.words.is_empty() { "nothing" } else { &said.words };
    let place = format!("{}: {}:{}:{}", corpus.name, site.path, site.line, site.column);
    Ok(format!("{place}\n      {line}\n      foretold: {foretold}\n      said:     {words}"))
}

#[cfg(test)]
mod tests {
    use super::super::sites::tests::site;
    use super::super::sites::{Ground, Position, Verdict};
    use super::{agrees, at_call, draw};
    use crate::harness::Finding;

    #[test]
    fn a_draw_takes_as_many_of_each_and_what_one_lacks_of_the_others() {
        let drawn = draw(&[100, 2, 100], 30, 7);
        assert_eq!(drawn.iter().map(Vec::len).collect::<Vec<_>>(), [14, 2, 14]);
        let mut first = drawn[0].clone();
        first.sort_unstable();
        first.dedup();
        assert_eq!(first.len(), 14);
        assert_eq!(drawn, draw(&[100, 2, 100], 30, 7));
        assert_ne!(drawn, draw(&[100, 2, 100], 30, 8));
        assert_eq!(draw(&[1, 0], 30, 7), [vec![0], vec![]]);
    }

    #[test]
    fn only_findings_about_awaitables_at_the_call_count() {
        let site = site(Position::Statement, Verdict::Certain, Ground::Definition, "");
        let there = Finding::example("a.py", "one", (1, 7));
        let elsewhere = Finding::example("a.py", "one", (1, 10));
        let other_file = Finding::example("b.py", "one", (1, 7));
        let other_rule = Finding { code: "LM004".into(), ..there.clone() };
        let found = at_call(&site, "await f()\n", vec![elsewhere, there.clone(), other_file, other_rule]);
        assert_eq!(found, [there]);
    }

    #[test]
    fn the_confidence_must_be_the_one_foretold() {
        let agreed = |verdict, confidences: &[&str]| {
            let found: Vec<_> = confidences
                .iter()
                .map(|confidence| Finding {
                    confidence: (*confidence).into(),
                    ..Finding::example("a.py", "discarded-task", (1, 7))
                })
                .collect();
            agrees(&site(Position::Statement, verdict, Ground::Nothing, ""), &found)
        };
        assert!(agreed(Verdict::Certain, &["certain"]) && !agreed(Verdict::Certain, &["likely"]));
        assert!(agreed(Verdict::Likely, &["likely"]) && !agreed(Verdict::Likely, &["certain"]));
        assert!(!agreed(Verdict::Likely, &[]) && !agreed(Verdict::None, &["likely"]));
        assert!(agreed(Verdict::None, &[]) && agreed(Verdict::Future, &["certain"]));
    }
}
