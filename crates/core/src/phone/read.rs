//! What a cell that should hold a telephone number holds.

use super::number::{Digits, Identity, Number};
use super::plan::{Country, Plan, by_lead};
use super::run::{Prefix, Run};
use super::scan::{Scan, Scanned, is_pair, scan};
use super::{DIGITS_MAX, DIGITS_MIN, odd};

/// What is odd about a cell that should hold a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhoneProblem {
    /// Text, a date, too few digits or too many, a calling code that nobody has, a length that its numbers never have.
    NotANumber,
    /// A spreadsheet wrote `3,9E+11`: the digits are gone.
    ScientificNotation,
    /// Two numbers or more.
    Several,
    /// The zero at its beginning is missing; it can be put back.
    LostZero,
    /// The plus at its beginning is missing; it can be put back.
    LostPlus,
}

/// What was read; a blank cell has neither identity nor problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhoneReading {
    /// What the cell is compared by: the repaired number where zero or plus was lost.
    pub identity: Option<Identity>,
    /// What is odd about it.
    pub problem: Option<PhoneProblem>,
}

impl PhoneReading {
    /// Nothing there.
    pub(super) const BLANK: Self = Self { identity: None, problem: None };

    /// No number there.
    pub(super) const fn problem(problem: PhoneProblem) -> Self {
        Self { identity: None, problem: Some(problem) }
    }
}

/// Reads a cell, in UTF-8, as a number of `country` where it does not name its own.
///
/// With `+`, the exit prefix of the country or `00` the number names its country itself. A number is taken when its
/// length is one of its plan; whether its range is in use is never asked. Digits that do not begin as numbers of the
/// country do are read, in this order, as numbers of the country that have lost their plus, as numbers of the country
/// that have lost their zero, and, from 11 digits on, as numbers of another country that have lost their plus.
///
/// Without a country, all that does not begin with `+` or `00` is [`Digits`].
pub fn read(text: &[u8], country: Option<Country>) -> PhoneReading {
    match scan(text) {
        Scanned::Digits(scan) if scan.digits.count > 0 => judge(scan, text, country),
        Scanned::Several => PhoneReading::problem(PhoneProblem::Several),
        Scanned::Date | Scanned::TooLong => PhoneReading::problem(PhoneProblem::NotANumber),
        Scanned::Digits(_) | Scanned::Odd => odd::read(text, country),
    }
}

/// What the digits of `text` are.
pub(super) fn judge(scan: Scan, text: &[u8], country: Option<Country>) -> PhoneReading {
    const REFUSED: PhoneReading = PhoneReading::problem(PhoneProblem::NotANumber);
    if usize::from(scan.digits.count) < DIGITS_MIN {
        return REFUSED;
    }
    let found = interpret(scan, country).or_else(|| {
        // `+34 (0)91` where the country has no national prefix: what stands in parentheses is not dialled.
        let digits = scan.digits.without(scan.zero?, 1)?;
        interpret(Scan { digits, zero: None, ..scan }, country)
    });
    match found {
        Some((identity, problem)) => PhoneReading { identity: Some(identity), problem },
        None if usize::from(scan.digits.count) > DIGITS_MAX && is_pair(text) => {
            PhoneReading::problem(PhoneProblem::Several)
        }
        None => REFUSED,
    }
}

/// Whether a number begins as numbers of its length do, by the plan of its calling code or that of `country`.
pub(super) fn fits(number: Number, country: Option<Country>) -> bool {
    let digits = number.run();
    let plans = [digits.lead().and_then(by_lead), country.and_then(Country::plan)];
    let fits = |plan: &Plan| digits.after(plan.calling).is_some_and(|national| plan.fits(national));
    plans.into_iter().flatten().any(fits)
}

/// Digits of a mobile number of Argentina: 9, area code and subscriber. Others have one less, and 15 makes it one more.
pub(super) const MOBILE_OF_ARGENTINA: u8 = 11;

/// A number that was found and how it was damaged.
type Found = (Number, Option<PhoneProblem>);

fn interpret(scan: Scan, country: Option<Country>) -> Option<(Identity, Option<PhoneProblem>)> {
    const ZEROS: Prefix = Prefix::new("00");
    let digits = scan.digits;
    if scan.plus {
        // No calling code begins with a zero: `+0039` says twice that the number is international.
        let number = international(digits.after(ZEROS).unwrap_or(digits), Plan::measures)?;
        return Some((Identity::Number(number), None));
    }
    if let Some(plan) = country.and_then(Country::plan) {
        let (number, problem) = domestic(plan, digits)?;
        return Some((Identity::Number(number), problem));
    }
    if let Some(digits) = digits.after(ZEROS) {
        return Some((Identity::Number(international(digits, Plan::measures)?), None));
    }
    (usize::from(digits.count) <= DIGITS_MAX).then(|| (Identity::Digits(Digits::new(digits)), None))
}

/// Digits that begin with a calling code. `least` is what their national number must do at least.
fn international(digits: Run, least: fn(&Plan, Run) -> bool) -> Option<Number> {
    let plan = by_lead(digits.lead()?)?;
    let national = settle(plan, digits.after(plan.calling)?, least)?;
    // What an exit prefix and a trunk leave may be less than the cell had.
    let whole = national.behind(plan.calling).filter(|whole| usize::from(whole.count) >= DIGITS_MIN)?;
    Some(Number::new(whole))
}

/// The national number without the trunk, also where it is written more than once: else the number, written as E.164
/// has it, would be read as another one.
fn settle(plan: &Plan, digits: Run, least: fn(&Plan, Run) -> bool) -> Option<Run> {
    let mut settled = settle_once(plan, digits, least)?;
    while plan.trunks.into_iter().any(|trunk| settled.after(trunk).is_some())
        && let Some(shorter) =
            settle_once(plan, settled, least).filter(|shorter| shorter.count < settled.count)
    {
        settled = shorter;
    }
    Some(settled)
}

fn settle_once(plan: &Plan, digits: Run, least: fn(&Plan, Run) -> bool) -> Option<Run> {
    as_planned(plan, digits)
        // Behind one trunk stands no other: a number that is written and read again stays what it is.
        .or_else(|| {
            without_trunk(plan, digits, least).filter(|rest| settle(plan, *rest, least) == Some(*rest))
        })
        .or_else(|| least(plan, digits).then_some(digits))
}

/// The national number, where it begins as the plan says.
fn as_planned(plan: &Plan, digits: Run) -> Option<Run> {
    without_trunk(plan, digits, Plan::fits)
        .or_else(|| plan.fits(digits).then_some(digits))
        .or_else(|| mobile_of_argentina(plan, digits))
}

/// What follows one of the plan's trunks, where it does what it should.
fn without_trunk(plan: &Plan, digits: Run, least: fn(&Plan, Run) -> bool) -> Option<Run> {
    let trunks = plan.trunks.into_iter().take_while(|trunk| trunk.is_some());
    trunks.filter_map(|trunk| digits.after(trunk)).find(|rest| least(plan, *rest))
}

/// Mobile numbers of Argentina, which are written `011 15 …` at home and `9 11 …` from abroad: 15 stands after an area
/// code of two digits, if that is 11, else of three or four that begin with 2 or 3, and it never fits both.
fn mobile_of_argentina(plan: &Plan, digits: Run) -> Option<Run> {
    const MOBILE: Prefix = Prefix::new("9");
    if !plan.is_argentina() {
        return None;
    }
    let [trunk, ..] = plan.trunks;
    let digits = digits.after(trunk).unwrap_or(digits);
    let areas = match digits.first() {
        1 if digits.part(1, 1) == 1 => 2..=2,
        2 | 3 => 3..=4,
        _ => return None,
    };
    let area = areas
        .into_iter()
        .find(|area| digits.count == MOBILE_OF_ARGENTINA + 1 && digits.part(*area, 2) == 15)?;
    digits.without(area, 2)?.behind(MOBILE)
}

/// Digits as they are written inside the country of `plan`.
fn domestic(plan: &Plan, digits: Run) -> Option<Found> {
    const ZERO: Prefix = Prefix::new("0");
    const ZEROS: Prefix = Prefix::new("00");
    /// From so many digits on, numbers of another country are more likely than a new range.
    const FOREIGN_FROM: u8 = 11;
    let number = |national: Run| Some(Number::new(national.behind(plan.calling)?));

    if let Some(rest) = digits.after(plan.exit) {
        // What a short exit prefix leaves of `00` is no calling code.
        let rests = [Some(rest), digits.after(ZEROS)];
        let found = rests.into_iter().flatten().find_map(|rest| international(rest, Plan::measures))?;
        return Some((found, None));
    }
    if let Some(national) = as_planned(plan, digits) {
        let lost =
            national == digits && plan.written(digits).is_some_and(|trunk| trunk.without_zero().is_some());
        return Some((number(national)?, lost.then_some(PhoneProblem::LostZero)));
    }
    if let Some(national) = digits.after(plan.calling).and_then(|rest| as_planned(plan, rest)) {
        return Some((number(national)?, Some(PhoneProblem::LostPlus)));
    }
    // A zero that belongs to the number, as in Italy, or what is left of a longer trunk (06 in Hungary).
    let zero = digits.behind(ZERO).filter(|national| plan.lacks_zero(digits) && plan.fits(*national));
    let [trunk, ..] = plan.trunks;
    let stump =
        trunk.without_zero().and_then(|rest| digits.after(rest)).filter(|national| plan.fits(*national));
    if let Some(national) = zero.or(stump) {
        return Some((number(national)?, Some(PhoneProblem::LostZero)));
    }
    if let Some(national) =
        digits.behind(plan.area).filter(|national| plan.area.is_some() && plan.fits(*national))
    {
        return Some((number(national)?, None));
    }
    if let Some(rest) = digits.after(ZEROS) {
        return Some((international(rest, Plan::measures)?, None));
    }
    if digits.count >= FOREIGN_FROM
        && let Some(found) = international(digits, Plan::fits)
        && found.run() == digits
    {
        return Some((found, Some(PhoneProblem::LostPlus)));
    }
    // A range that is new.
    if let Some(national) = settle(plan, digits, Plan::measures)
        .or_else(|| plan.main().and_then(|main| settle(main, digits, Plan::measures)))
    {
        return Some((number(national)?, None));
    }
    let national = digits.after(plan.calling).and_then(|rest| settle(plan, rest, Plan::measures))?;
    Some((number(national)?, Some(PhoneProblem::LostPlus)))
}
