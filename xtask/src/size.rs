//! What the first load and the whole app weigh, against the budget that is committed with them.

use serde_json::Value;

use crate::assemble::manifest::{self, File};
use crate::failure::{Failure, Outcome, read};
use crate::node;
use crate::project::Project;
use crate::tools::Tools;
use crate::trunk;

/// budget.json.
#[derive(Debug, PartialEq, Eq)]
struct Budget {
    /// What the first load weighed when the budget was last set.
    first_load: u64,
    /// What the first load and all parts weighed then.
    whole: u64,
    /// Where it should stay.
    target: u64,
    /// What it may never exceed.
    ceiling: u64,
}

/// How a weight stands to the budget.
#[derive(Debug, PartialEq, Eq)]
enum Verdict {
    Kept,
    CouldBeLowered,
    AboveBudget,
    WholeAboveBudget,
    AboveCeiling,
}

/// `cargo xtask size`.
pub(crate) fn run(project: &Project) -> Outcome {
    let tools = Tools::ready(project)?;
    node::install(project)?;
    trunk::build(project, &tools, None)?;
    check(project)
}

/// Weighs the release in `dist`.
pub(crate) fn check(project: &Project) -> Outcome {
    let budget = parse(&read(&project.root.join("budget.json"))?).ok_or_else(|| {
        Failure::new("budget.json needs the numbers first_load_brotli, target and ceiling.")
    })?;
    let manifest = manifest::load(&project.dist())?;
    let (first, later): (Vec<&File>, Vec<&File>) =
        manifest.files.iter().filter(|file| file.is_weighed()).partition(|file| file.first_load());
    let weight = print_table("first load", &first);
    let whole = weight + print_table("loaded later", &later);
    println!(
        "\nfirst load: budget {}, target {}, ceiling {}; whole: {}, budget {}\n",
        grouped(budget.first_load),
        grouped(budget.target),
        grouped(budget.ceiling),
        grouped(whole),
        grouped(budget.whole)
    );
    if !manifest.optimised {
        return Err(Failure::new("wasm-opt was left out of this build, so its size says nothing."));
    }
    match verdict(weight, whole, &budget) {
        Verdict::Kept => Ok(()),
        Verdict::CouldBeLowered => {
            println!("The app is more than 2% below budget.json: the budget could be lowered.");
            Ok(())
        }
        Verdict::AboveBudget => Err(Failure::new(
            "The first load is more than 2% above budget.json. Make it smaller or load a part later; \
             or raise first_load_brotli and say why in the same commit.",
        )),
        Verdict::WholeAboveBudget => Err(Failure::new(
            "The whole app is more than 2% above budget.json. Make it smaller; or raise whole_brotli and say why in \
             the same commit.",
        )),
        Verdict::AboveCeiling => Err(Failure::new("The first load is above the ceiling in budget.json.")),
    }
}

fn verdict(weight: u64, whole: u64, budget: &Budget) -> Verdict {
    let is_above = |weight: u64, budget: u64| weight * 100 > budget * 102;
    let is_below = |weight: u64, budget: u64| weight * 100 < budget * 98;
    if weight > budget.ceiling {
        Verdict::AboveCeiling
    } else if is_above(weight, budget.first_load) {
        Verdict::AboveBudget
    } else if is_above(whole, budget.whole) {
        Verdict::WholeAboveBudget
    } else if is_below(weight, budget.first_load) || is_below(whole, budget.whole) {
        Verdict::CouldBeLowered
    } else {
        Verdict::Kept
    }
}

fn parse(text: &str) -> Option<Budget> {
    let budget: Value = serde_json::from_str(text).ok()?;
    let number = |key: &str| budget.get(key)?.as_u64();
    Some(Budget {
        first_load: number("first_load_brotli")?,
        whole: number("whole_brotli")?,
        target: number("target")?,
        ceiling: number("ceiling")?,
    })
}

/// Prints what `files` weigh, and answers what they weigh after brotli.
fn print_table(title: &str, files: &[&File]) -> u64 {
    println!("\n{title:<40} {:>10} {:>10}", "bytes", "brotli");
    for file in files {
        println!("{:<40} {:>10} {:>10}", file.name, grouped(file.bytes), grouped(file.brotli));
    }
    let bytes = files.iter().map(|file| file.bytes).sum();
    let brotli = files.iter().map(|file| file.brotli).sum();
    println!("{:<40} {:>10} {:>10}", "sum", grouped(bytes), grouped(brotli));
    brotli
}

/// 1234567 as 1,234,567.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const BUDGET: Budget = Budget { first_load: 100_000, whole: 300_000, target: 250_000, ceiling: 101_500 };

    #[test]
    fn two_percent_either_way_are_kept() {
        assert_eq!(verdict(98_000, 300_000, &BUDGET), Verdict::Kept);
        assert_eq!(verdict(100_000, 294_000, &BUDGET), Verdict::Kept);
        assert_eq!(verdict(97_999, 300_000, &BUDGET), Verdict::CouldBeLowered);
        assert_eq!(verdict(100_000, 293_999, &BUDGET), Verdict::CouldBeLowered);
        assert_eq!(verdict(101_501, 300_000, &BUDGET), Verdict::AboveCeiling);
        let roomy = Budget { ceiling: 400_000, ..BUDGET };
        assert_eq!(verdict(102_000, 306_000, &roomy), Verdict::Kept);
        assert_eq!(verdict(102_001, 300_000, &roomy), Verdict::AboveBudget);
        assert_eq!(verdict(100_000, 306_001, &roomy), Verdict::WholeAboveBudget);
    }

    #[test]
    fn the_committed_budget_is_readable_and_keeps_its_own_limits() {
        let budget = parse(include_str!("../../budget.json")).unwrap();
        assert!(budget.first_load <= budget.ceiling && budget.target <= budget.ceiling);
        assert!(budget.first_load < budget.whole);
        assert_eq!(parse("{\"target\": 1}"), None);
    }

    #[test]
    fn groups_by_thousands() {
        assert_eq!(grouped(7), "7");
        assert_eq!(grouped(250_000), "250,000");
        assert_eq!(grouped(1_234_567), "1,234,567");
    }
}
