//! Days of the calendar, without a library: no more is needed than the date of a day.

/// Days from 1 March of the year 0 to 1 January 1970.
const TO_1970: i64 = 719_468;
/// Days of 400, of 100 and of 4 years that begin in March, so that a leap day is their last.
const YEARS_400: i64 = 146_097;
const YEARS_100: i64 = 36_524;
const YEARS_4: i64 = 1_461;
/// The first days of the months of a year that begins in March.
const MONTH_STARTS: [i64; 12] = [0, 31, 61, 92, 122, 153, 184, 214, 245, 275, 306, 337];

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Date {
    /// The year.
    pub year: i64,
    /// The month, from 1 to 12.
    pub month: u8,
    /// The day of the month, from 1.
    pub day: u8,
    /// The weekday, from 0 to 6; 0 is Sunday.
    pub weekday: u8,
}

impl Date {
    /// The date of a day, counted from 1 January 1970, which was a Thursday.
    pub(super) fn of_day(day: i64) -> Self {
        let since = day + TO_1970;
        let (eras, rest) = (since.div_euclid(YEARS_400), since.rem_euclid(YEARS_400));
        // The last of four centuries and of four years is a day longer.
        let centuries = (rest / YEARS_100).min(3);
        let rest = rest - centuries * YEARS_100;
        let (fours, rest) = (rest / YEARS_4, rest % YEARS_4);
        let years = (rest / 365).min(3);
        let rest = rest - years * 365;
        let months = MONTH_STARTS.iter().take_while(|start| **start <= rest).count();
        let start = MONTH_STARTS.get(months.saturating_sub(1)).copied().unwrap_or_default();
        // The eleventh and twelfth month are January and February of the next year.
        let is_next = months > 10;
        let year = eras * 400 + centuries * 100 + fours * 4 + years + i64::from(is_next);
        let month = if is_next { months - 10 } else { months + 2 };
        let small = |number: i64| u8::try_from(number).unwrap_or_default();
        Self {
            year,
            month: u8::try_from(month).unwrap_or_default(),
            day: small(rest - start + 1),
            weekday: small((day + 4).rem_euclid(7)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Walks through the calendar day by day, with the rule of leap years alone.
    #[test]
    fn every_day_of_eight_centuries_has_its_date() {
        let (mut year, mut month, mut day, mut weekday) = (1_600, 1, 1, 6);
        // 1 January 1600 was a Saturday, 135,140 days before 1970.
        for at in -135_140..=157_054 {
            assert_eq!(Date::of_day(at), Date { year, month, day, weekday }, "{at}");
            let is_leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
            let length = match month {
                2 => 28 + u8::from(is_leap),
                4 | 6 | 9 | 11 => 30,
                _ => 31,
            };
            weekday = (weekday + 1) % 7;
            day += 1;
            if day > length {
                (day, month) = (1, month + 1);
            }
            if month > 12 {
                (month, year) = (1, year + 1);
            }
        }
        assert_eq!((year, month, day), (2_400, 1, 2));
        assert_eq!(Date::of_day(0), Date { year: 1970, month: 1, day: 1, weekday: 4 });
    }
}
