//! What is known of a numbering plan, and how it is found.

use super::plans::{COUNTRIES, ROWS};
use super::run::{Prefix, Run};

/// The numbering plan of a country, or of a calling code that belongs to none (satellites, freephone).
///
/// It says how long numbers are and how they begin, not which ranges are given out: those change every month, lengths
/// once in ten years. It holds no pointers, as they would weigh more in the browser than all the rest.
#[derive(Clone, Copy, Debug)]
pub(super) struct Plan {
    /// The country's ISO 3166 code; zeros where the plan belongs to no country.
    code: [u8; 2],
    /// The digits after the plus.
    pub(super) calling: Prefix,
    /// What is dialled before a number of another country.
    pub(super) exit: Prefix,
    /// What is dialled before a number inside the country; the first one is written.
    pub(super) trunks: [Prefix; 3],
    /// The area code of a country so small that it is left out.
    pub(super) area: Prefix,
    /// Where its [`SHAPES`] begin, and how many they are.
    shapes: (u16, u8),
    /// Whether numbers of this calling code are read by this plan where no country says otherwise.
    main: bool,
}

/// The length that no number has; its word says which digits may stand behind a zero that belongs to the number.
const NO_LENGTH: u8 = 1;

/// A row of the table.
#[derive(Clone, Copy)]
pub(super) struct Row {
    plan: Plan,
    shapes: &'static [u32],
}

/// A row of the table: ISO 3166 code, calling code, whether it is the main plan of the calling code, exit prefix, national
/// prefixes with the one that is written first, area code that is left out, and one word for each length.
///
/// Such a word has in bits 0 to 9 the digits that a number of this length may begin with. Bit 10: what begins with the own
/// calling code usually is a number of this length. Bits 12 to 15: the length; 1, which no number has, stands for the
/// digits behind a zero that belongs to the number. Bits 16 to 25: the digits before which the first of the national
/// prefixes is written.
pub(super) const fn row(
    code: &str,
    calling: u16,
    main: bool,
    exit: &str,
    trunks: &[&str],
    area: &str,
    shapes: &'static [u32],
) -> Row {
    let mut kept = [Prefix::NONE; 3];
    let (mut texts, mut places): (&[&str], &mut [Prefix]) = (trunks, &mut kept);
    while let ([text, others @ ..], [place, rest @ ..]) = (texts, places) {
        *place = Prefix::new(text);
        (texts, places) = (others, rest);
    }
    let plan = Plan {
        code: if let [first, second] = code.as_bytes() { [*first, *second] } else { [0; 2] },
        calling: Prefix::calling(calling),
        exit: Prefix::new(exit),
        trunks: kept,
        area: Prefix::new(area),
        shapes: (0, 0),
        main,
    };
    Row { plan, shapes }
}

/// How many words the rows have together.
const SHAPES_ALL: usize = {
    let (mut rows, mut all): (&[Row], _) = (&ROWS, 0);
    while let [row, others @ ..] = rows {
        all += row.shapes.len();
        rows = others;
    }
    all
};

/// The words of all plans, one behind the other.
static SHAPES: [u32; SHAPES_ALL] = {
    let mut all = [0; SHAPES_ALL];
    let (mut rows, mut places): (&[Row], &mut [u32]) = (&ROWS, &mut all);
    while let [row, others @ ..] = rows {
        let (these, rest) = places.split_at_mut(row.shapes.len());
        these.copy_from_slice(row.shapes);
        (rows, places) = (others, rest);
    }
    all
};

/// Every plan, those of countries first.
static PLANS: [Plan; ROWS.len()] = {
    let [first, ..] = ROWS;
    let mut all = [first.plan; ROWS.len()];
    let (mut rows, mut places): (&[Row], &mut [Plan]) = (&ROWS, &mut all);
    let mut start = 0;
    while let ([row, others @ ..], [place, rest @ ..]) = (rows, places) {
        let [count, ..] = row.shapes.len().to_le_bytes();
        *place = Plan { shapes: (start, count), ..row.plan };
        start += count as u16;
        (rows, places) = (others, rest);
    }
    all
};

impl Plan {
    /// Whether `national` has a length of the plan and begins as numbers of this length do.
    #[inline]
    pub(super) fn fits(&self, national: Run) -> bool {
        let Some(shape) = self.shape_of(national) else { return false };
        shape >> national.first() & 1 == 1 && (shape >> 10 & 1 == 1 || national.after(self.calling).is_none())
    }

    /// Whether `national` is a number that has lost the zero at its beginning, where the zero belongs to the number.
    pub(super) fn lacks_zero(&self, national: Run) -> bool {
        self.shape(NO_LENGTH).is_some_and(|second| second >> national.first() & 1 == 1)
    }

    /// Whether `national` has a length of the plan.
    pub(super) fn measures(&self, national: Run) -> bool {
        self.shape_of(national).is_some()
    }

    /// Whether the plan is that of a country.
    pub(super) fn is_national(&self) -> bool {
        self.code != [0; 2]
    }

    /// Whether the plan is Argentina's, whose mobile numbers are written in two ways.
    pub(super) fn is_argentina(&self) -> bool {
        const ARGENTINA: Prefix = Prefix::calling(54);
        self.calling == ARGENTINA
    }

    #[inline]
    fn shape_of(&self, national: Run) -> Option<u32> {
        if national.count == NO_LENGTH { None } else { self.shape(national.count) }
    }

    #[inline]
    fn shape(&self, length: u8) -> Option<u32> {
        let (start, count) = (usize::from(self.shapes.0), usize::from(self.shapes.1));
        SHAPES.get(start..start + count)?.iter().copied().find(|shape| shape >> 12 & 15 == u32::from(length))
    }

    /// The national prefix that is written before `national` inside the country, if one is.
    pub(super) fn written(&self, national: Run) -> Option<Prefix> {
        let [first, ..] = self.trunks;
        (self.shape_of(national)? >> (16 + national.first()) & 1 == 1).then_some(first)
    }
}

/// The plan of each three digits that an international number begins with, counted from 1; 0 where there is none.
static LEADS: [u8; 1000] = {
    let mut leads = [0; 1000];
    let mut plans: &[Plan] = &PLANS;
    let mut number = 1;
    while let [plan, others @ ..] = plans {
        if plan.main {
            let width = match plan.calling.count() {
                1 => 100,
                2 => 10,
                _ => 1,
            };
            let (_, from) = leads.split_at_mut(plan.calling.value() as usize * width);
            let (mut these, _) = from.split_at_mut(width);
            while let [lead, rest @ ..] = these {
                *lead = number;
                these = rest;
            }
        }
        number += 1;
        plans = others;
    }
    leads
};

/// The plan by which an international number is read, from its first three digits.
pub(super) fn by_lead(lead: u64) -> Option<&'static Plan> {
    let number = *LEADS.get(usize::try_from(lead).ok()?)?;
    PLANS.get(usize::from(number).checked_sub(1)?)
}

impl Plan {
    /// The plan by which international numbers of the same calling code are read.
    pub(super) fn main(&self) -> Option<&'static Self> {
        PLANS.iter().find(|plan| plan.main && plan.calling == self.calling)
    }
}

/// A country of the numbering plans, by its ISO 3166 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Country(u8);

impl Country {
    /// Every country that has a numbering plan, in the order of their codes.
    pub fn all() -> impl Iterator<Item = Self> {
        (0..=u8::MAX).map(Self).take(COUNTRIES)
    }

    /// The country of a code of two capital letters, such as `IT`; `None` where no country has it.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::all().find(|country| country.code() == code)
    }

    /// Two capital letters.
    pub fn code(self) -> &'static str {
        self.plan().and_then(|plan| std::str::from_utf8(&plan.code).ok()).unwrap_or_default()
    }

    /// The digits after the plus. Some countries share them: 1 is that of 25.
    pub fn calling_code(self) -> u16 {
        self.plan().map_or(0, |plan| plan.calling.value())
    }

    pub(super) fn plan(self) -> Option<&'static Plan> {
        PLANS.get(usize::from(self.0))
    }
}
