//! What is known of a numbering plan, and how it is found.

use super::plans::{COUNTRIES, PLANS};
use super::run::{Prefix, Run};

/// The numbering plan of a country, or of a calling code that belongs to none (satellites, freephone).
///
/// It says how long numbers are and how they begin, not which ranges are given out: those change every month, lengths
/// once in ten years.
#[derive(Debug)]
pub(super) struct Plan {
    /// The country's ISO 3166 code; empty where the plan belongs to no country.
    pub(super) code: &'static str,
    /// The digits after the plus.
    pub(super) calling: Prefix,
    /// Whether numbers of this calling code are read by this plan where no country says otherwise.
    main: bool,
    /// What is dialled before a number of another country.
    pub(super) exit: Prefix,
    /// What is dialled before a number inside the country; the first one is written.
    pub(super) trunks: [Prefix; 3],
    /// The area code of a country so small that it is left out.
    pub(super) area: Prefix,
    /// One word a length.
    ///
    /// Bits 0 to 9: the digits that a number of this length may begin with. Bit 10: what begins with the own calling code
    /// usually is a number of this length. Bits 12 to 15: the length; 1, which no number has, stands for the digits
    /// behind a zero that belongs to the number. Bits 16 to 25: the digits before which the first of the `trunks` is
    /// written.
    shapes: &'static [u32],
}

/// A row of the table.
pub(super) const fn plan(
    code: &'static str,
    calling: u16,
    main: bool,
    exit: &str,
    trunks: &[&str],
    area: &str,
    shapes: &'static [u32],
) -> Plan {
    let mut kept = [Prefix::NONE; 3];
    let (mut texts, mut places): (&[&str], &mut [Prefix]) = (trunks, &mut kept);
    while let ([text, others @ ..], [place, rest @ ..]) = (texts, places) {
        *place = Prefix::new(text);
        (texts, places) = (others, rest);
    }
    Plan {
        code,
        calling: Prefix::calling(calling),
        main,
        exit: Prefix::new(exit),
        trunks: kept,
        area: Prefix::new(area),
        shapes,
    }
}

impl Plan {
    /// Whether `national` has a length of the plan and begins as numbers of this length do.
    pub(super) fn fits(&self, national: Run) -> bool {
        let Some(shape) = self.shape(national.count) else { return false };
        shape >> national.first() & 1 == 1 && (shape >> 10 & 1 == 1 || national.after(self.calling).is_none())
    }

    /// Whether `national` is a number that has lost the zero at its beginning, where the zero belongs to the number.
    pub(super) fn lacks_zero(&self, national: Run) -> bool {
        self.shape(1).is_some_and(|second| second >> national.first() & 1 == 1)
    }

    /// Whether `national` has a length of the plan.
    pub(super) fn measures(&self, national: Run) -> bool {
        self.shape(national.count).is_some()
    }

    /// Whether the plan is Argentina's, whose mobile numbers are written in two ways.
    pub(super) fn is_argentina(&self) -> bool {
        const ARGENTINA: Prefix = Prefix::calling(54);
        self.calling == ARGENTINA
    }

    fn shape(&self, length: u8) -> Option<u32> {
        self.shapes.iter().copied().find(|shape| shape >> 12 & 15 == u32::from(length))
    }

    /// The national prefix that is written before `national` inside the country, if one is.
    pub(super) fn written(&self, national: Run) -> Option<Prefix> {
        let [first, ..] = self.trunks;
        (self.shape(national.count)? >> (16 + national.first()) & 1 == 1).then_some(first)
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
        self.plan().map_or("", |plan| plan.code)
    }

    /// The digits after the plus. Some countries share them: 1 is that of 25.
    pub fn calling_code(self) -> u16 {
        self.plan().map_or(0, |plan| plan.calling.value())
    }

    pub(super) fn plan(self) -> Option<&'static Plan> {
        PLANS.get(usize::from(self.0))
    }
}
