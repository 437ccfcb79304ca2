//! The dialling window: its editor, and when it opens.

mod en;
mod it;

use dialdesk_core::interval::{Date, Openings};

use crate::text::Count;

pub(super) use en::EN;
pub(super) use it::IT;

/// Words of the dialling window.
pub(crate) struct Window {
    // The rows.
    pub(crate) rows: &'static str,
    pub(crate) presets: &'static str,
    pub(crate) undo: &'static str,
    pub(crate) weekdays_to_evening: &'static str,
    pub(crate) weekdays_with_break: &'static str,
    pub(crate) with_saturday: &'static str,
    pub(crate) daily: &'static str,
    pub(crate) always: &'static str,
    pub(crate) times: &'static str,
    pub(crate) times_hint: &'static str,
    pub(crate) any_time: &'static str,
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    /// What a field of a time is called: its own word, and which time it is.
    pub(crate) of_time: fn(&str, usize) -> String,
    pub(crate) closes: fn(&str) -> String,
    /// Takes the time that stays.
    pub(crate) half_typed: fn(&str) -> String,
    pub(crate) add_time: &'static str,
    pub(crate) set_time: &'static str,
    pub(crate) remove_time: fn(usize) -> String,
    pub(crate) make_any_time: &'static str,
    pub(crate) days: &'static str,
    pub(crate) month_days: &'static str,
    pub(crate) months: &'static str,
    pub(crate) all: &'static str,
    pub(crate) take_all: &'static str,
    pub(crate) last_one: &'static str,
    pub(crate) no_rows: &'static str,
    pub(crate) no_rows_hint: &'static str,
    /// Takes the zone.
    pub(crate) move_zone: fn(&str) -> String,

    // The week.
    pub(crate) week: &'static str,
    /// Takes the repair.
    pub(crate) week_repaired: fn(&str) -> String,
    pub(crate) week_as_read: &'static str,
    pub(crate) nothing_drawn: &'static str,
    pub(crate) week_caption: &'static str,
    pub(crate) day: &'static str,
    pub(crate) open_from_to: &'static str,
    pub(crate) together: &'static str,
    pub(crate) closed: &'static str,
    pub(crate) all_day: &'static str,
    /// Minutes a week, and the same as hours.
    pub(crate) a_week: fn(&Count, &str) -> String,
    /// The same where some weeks have less.
    pub(crate) at_most_a_week: fn(&Count, &str) -> String,
    duration: fn(i64, i64) -> String,

    // When.
    pub(crate) open_now: &'static str,
    pub(crate) closed_now: &'static str,
    pub(crate) open_always: &'static str,
    pub(crate) never_opens: &'static str,
    pub(crate) until: fn(&str) -> String,
    pub(crate) opens: fn(&str) -> String,
    /// The zone of this browser, and the moment there.
    pub(crate) for_you: fn(&str, &str) -> String,
    /// The zone of this browser.
    pub(crate) zone_unknown: fn(&str) -> String,
    pub(crate) zone_strange: fn(&str) -> String,
    pub(crate) today: &'static str,
    pub(crate) next_days: &'static str,
    pub(crate) next_days_caption: &'static str,
    pub(crate) open_for: &'static str,
    /// The day, the time that the clocks show before and after.
    pub(crate) clocks_change: fn(&str, &str, &str) -> String,
    pub(crate) no_change: &'static str,

    // The interval of the server.
    pub(crate) server_reading: &'static str,
    pub(crate) server_hidden: &'static str,
    /// What it opens.
    pub(crate) server_opens: fn(&str) -> String,
    /// What both open.
    pub(crate) both_open: fn(&str) -> String,
    pub(crate) nothing_left: &'static str,
    pub(crate) nothing_left_hint: &'static str,
    pub(crate) zones_presumed: &'static str,
    pub(crate) own_zone_presumed: &'static str,

    // Names and how they are put together.
    pub(crate) weekdays: [&'static str; 7],
    pub(crate) weekdays_short: [&'static str; 7],
    pub(crate) month_names: [&'static str; 12],
    pub(crate) months_short: [&'static str; 12],
    and: &'static str,
    every_day: &'static str,
    at_any_time: &'static str,
    range: fn(&str, &str) -> String,
    time_range: fn(&str, &str) -> String,
    only_days: fn(&str, bool) -> String,
    only_months: fn(&str) -> String,
    month: fn(&str) -> String,
}

/// Days of a week and months of a year, as sets count them.
const WEEK: u8 = 7;
const DAYS: usize = 31;
const YEAR: usize = 12;
/// The last minute of a day.
const LAST_MINUTE: u16 = 1_439;

impl Window {
    /// What is opened, as a sentence without its full stop.
    pub(crate) fn described(&self, openings: &Openings) -> String {
        if openings.is_never() {
            return self.never_opens.to_owned();
        }
        let plain = str::to_owned;
        // A week begins on Monday here.
        let mut weekdays: Vec<u8> =
            openings.weekdays().into_iter().map(|day| (day + WEEK - 1) % WEEK).collect();
        weekdays.sort_unstable();
        let weekday = |day: u8| self.weekday((day + 1) % WEEK);
        let days = if weekdays.len() == usize::from(WEEK) {
            self.every_day.to_owned()
        } else {
            self.listed(&weekdays, &weekday, plain)
        };
        let mut parts = vec![format!("{days}, {}", self.times_of(&openings.minutes()))];
        let days = openings.days();
        if days.len() < DAYS {
            let listed = self.listed(&days, &|day| day.to_string(), plain);
            parts.push((self.only_days)(&listed, days.len() == 1));
        }
        let months = openings.months();
        if months.len() < YEAR {
            let name = |month: u8| named(&self.month_names, month.saturating_sub(1));
            parts.push((self.only_months)(&self.listed(&months, &name, self.month)));
        }
        capital(&parts.join("; "))
    }

    /// Ranges of minutes of a day, both ends of each included.
    pub(crate) fn times_of(&self, minutes: &[(u16, u16)]) -> String {
        match minutes {
            [(0, LAST_MINUTE)] => self.at_any_time.to_owned(),
            ranges => {
                let time = |(first, last): &(u16, u16)| (self.time_range)(&clock(*first), &closing(*last));
                self.joined(ranges.iter().map(time).collect())
            }
        }
    }

    /// Numbers in their order by their names: from the first to the last where three or more follow each other.
    fn listed(&self, numbers: &[u8], name: &dyn Fn(u8) -> String, alone: fn(&str) -> String) -> String {
        let mut runs: Vec<Vec<u8>> = Vec::new();
        for number in numbers {
            match runs.last_mut() {
                Some(run) if run.last().is_some_and(|last| last + 1 == *number) => run.push(*number),
                Some(_) | None => runs.push(vec![*number]),
            }
        }
        let texts = runs.iter().flat_map(|run| match run.as_slice() {
            [first, _, .., last] => vec![(self.range)(&name(*first), &name(*last))],
            few => few.iter().map(|number| alone(&name(*number))).collect(),
        });
        self.joined(texts.collect())
    }

    fn joined(&self, mut texts: Vec<String>) -> String {
        let Some(last) = texts.pop() else { return String::new() };
        if texts.is_empty() { last } else { format!("{} {} {last}", texts.join(", "), self.and) }
    }

    /// A weekday; 0 is Sunday.
    pub(crate) fn weekday(&self, day: u8) -> String {
        named(&self.weekdays, day)
    }

    /// A day with its date, such as `Mon 30 Nov`.
    pub(crate) fn date(&self, date: Date) -> String {
        let month = named(&self.months_short, date.month.saturating_sub(1));
        format!("{} {} {month}", named(&self.weekdays_short, date.weekday), date.day)
    }

    /// Minutes as hours and minutes.
    pub(crate) fn duration(&self, minutes: i64) -> String {
        (self.duration)(minutes / 60, minutes % 60)
    }
}

/// A minute of the day.
pub(crate) fn clock(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// The last second of a minute of the day.
pub(crate) fn closing(minute: u16) -> String {
    format!("{}:59", clock(minute))
}

fn named(names: &[&str], at: u8) -> String {
    names.get(usize::from(at)).copied().unwrap_or_default().to_owned()
}

/// The same text, beginning as a sentence does.
fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map(|first| first.to_uppercase().chain(chars).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use dialdesk_core::interval::{Review, read, review};

    use super::*;

    #[test]
    fn a_window_is_said_in_both_languages() {
        for (text, en, it) in [
            ("*", "Every day, at any time", "Ogni giorno, a qualsiasi ora"),
            (
                "09:00-20:00,mon-fri,*,*",
                "Monday to Friday, 09:00 to 20:00:59",
                "Da lunedì a venerdì, dalle 09:00 alle 20:00:59",
            ),
            (
                "09:00-12:59&14:00-18:00,mon&wed,1-15,jan&mar-may",
                "Monday and Wednesday, 09:00 to 12:59:59 and 14:00 to 18:00:59; only on days 1 to 15 of the month; \
                 only in January and March to May",
                "Lunedì e mercoledì, dalle 09:00 alle 12:59:59 e dalle 14:00 alle 18:00:59; \
                 solo nei giorni da 1 a 15 del mese; solo a gennaio e da marzo a maggio",
            ),
            // The hours after midnight are those of Friday itself.
            (
                "22:00-02:00,fri-sun,31,*",
                "Friday to Sunday, 00:00 to 02:00:59 and 22:00 to 23:59:59; only on day 31 of the month",
                "Da venerdì a domenica, dalle 00:00 alle 02:00:59 e dalle 22:00 alle 23:59:59; \
                 solo il giorno 31 del mese",
            ),
            ("*,*,31,feb", "It never opens", "Non apre mai"),
        ] {
            let openings = read(text).unwrap();
            assert_eq!(EN.described(&openings), en);
            assert_eq!(IT.described(&openings), it);
        }
    }

    /// What somebody wrote, and what it means, by hand.
    #[test]
    fn a_repair_is_said_as_it_was_meant() {
        for (text, en, it) in [
            ("7-22", "Every day, 07:00 to 22:00:59", "Ogni giorno, dalle 07:00 alle 22:00:59"),
            ("7am-10pm,sab", "Saturday, 07:00 to 22:00:59", "Sabato, dalle 07:00 alle 22:00:59"),
            (
                "von Montag bis Freitag 9 bis 20 Uhr",
                "Monday to Friday, 09:00 to 20:00:59",
                "Da lunedì a venerdì, dalle 09:00 alle 20:00:59",
            ),
            (
                "08:30:00-24:00;*;1st-15th;gen-mar",
                "Every day, 08:30 to 23:59:59; only on days 1 to 15 of the month; only in January to March",
                "Ogni giorno, dalle 08:30 alle 23:59:59; solo nei giorni da 1 a 15 del mese; solo da gennaio a marzo",
            ),
            (
                "09:00-12:00,\u{a0}sabato & domenica,*,*,,more",
                "Saturday and Sunday, 09:00 to 12:00:59",
                "Sabato e domenica, dalle 09:00 alle 12:00:59",
            ),
            (
                "*,*,31st,dic",
                "Every day, at any time; only on day 31 of the month; only in December",
                "Ogni giorno, a qualsiasi ora; solo il giorno 31 del mese; solo a dicembre",
            ),
        ] {
            let Review::Refused(refused) = review(text) else { panic!("{text} is taken") };
            let openings = refused.repair().and_then(read).unwrap();
            assert_eq!((EN.described(&openings), IT.described(&openings)), (en.to_owned(), it.to_owned()));
        }
    }

    #[test]
    fn a_date_and_a_duration_are_said_briefly() {
        let date = Date { year: 2026, month: 11, day: 30, weekday: 1 };
        assert_eq!((EN.date(date), IT.date(date)), ("Mon 30 Nov".to_owned(), "lun 30 nov".to_owned()));
        for (minutes, said) in [(0, "0 min"), (59, "59 min"), (60, "1 h"), (661, "11 h 1 min")] {
            assert_eq!(EN.duration(minutes), said);
        }
    }
}
