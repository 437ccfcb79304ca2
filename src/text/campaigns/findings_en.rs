//! What can be found wrong with a campaign, in English.

use dialdesk_core::amd::{FRAME_MS, Relation};
use dialdesk_core::campaign::{DecimalRange, Key, Kind, Shape, rules};
use dialdesk_core::interval::{self, Fault, Surprise};
use dialdesk_core::range::Range;

use super::fields::{self, Number, known_words};
use super::fields_en::measure;

#[expect(clippy::too_many_lines, reason = "one arm for each kind of finding")]
pub(super) fn finding(key: Key, kind: &Kind, number: Number) -> String {
    let n = |n: u32| number(n.into());
    let long = |n: usize| number(u64::try_from(n).unwrap_or(u64::MAX));
    let sentence = match kind {
        Kind::Missing => return missing(key, number),
        Kind::NotWhole(range) => {
            return format!("{} Use digits only, without separators.", enter(*range, number));
        }
        Kind::OutOfRange(range) => return enter(*range, number),
        Kind::NotDecimal(range) | Kind::OutOfDecimalRange(range) => return enter_decimal(*range, number),
        Kind::TooLong { max, characters } => return too_long(&long(*characters), &long(*max)),
        Kind::UnknownWord => {
            return format!("The server does not take this word. {}", choose(key));
        }
        Kind::UndocumentedWord => {
            "The server’s documentation does not have this word; it is sent as it is. Check on the server that it was taken."
        }
        Kind::Interval(refused) => {
            return fields::refused(
                refused,
                |one| fault(one, &long),
                "With this, no call would ever be made.",
                |repair| format!("Write “{repair}”."),
                "From 7 to 22 on working days, for example, is “07:00-22:00,mon-fri,*,*”.",
            );
        }
        Kind::Surprise(surprise) => return surprising(surprise),
        Kind::Rewritten(text) => return format!("It is sent as “{text}”, which means the same."),
        Kind::OptionsUnclosed => {
            "A parenthesis is not closed, and Asterisk stops reading there. Close it, or take it out."
        }
        Kind::OptionsComma => "A comma outside parentheses could end the options. Take it out.",
        Kind::OptionsUnknown(letters) => {
            return format!(
                "Asterisk does not know “{letters}” here and passes over it. Take it out, or check upper and lower case."
            );
        }
        Kind::OptionsRepeated(letters) => {
            return format!("“{letters}” stands there more than once. Keep it once.");
        }
        Kind::OptionsForContact(letters) => {
            return format!(
                "“{letters}” lets the calling side transfer (T) or record (X) the call by keypad, and that is presumably the contact. Take it out unless you mean that."
            );
        }
        Kind::Server(words) => {
            return format!("The server refused it and says: “{words}”. Change it and save again.");
        }
        Kind::Amd(relation) => return related(*relation, &n),
        Kind::DialsAtOnce => {
            "Calls begin as soon as it is saved, within the dialling window. Switch it off to save it without calling."
        }
        Kind::NameLong => {
            return format!(
                "Some of Asterisk’s tables hold only {} characters of it. Shorten it to that.",
                long(rules::NAME_ADVISED)
            );
        }
        Kind::NameMarks => {
            return format!(
                "One of {} stands in it. They mean something in Asterisk’s dialplan, and the name presumably travels through it. Take it out.",
                rules::NAME_MARKS.map(String::from).join(" ")
            );
        }
        Kind::TrunkTwice => {
            "It is the main trunk, so that nothing is left when that one fails. Choose another, or leave it empty."
        }
        Kind::IntervalMissing => {
            "None is chosen: presumably only the dial interval limits when calls are made. Choose one to be sure."
        }
        Kind::PowerHigh => {
            return format!(
                "With more than {} calls for each free agent, many who answer reach nobody. Lower it.",
                n(rules::POWER_ADVISED)
            );
        }
        Kind::DropRateHigh => {
            return format!(
                "With more than {}%, many who answer reach nobody. Lower it.",
                n(rules::DROP_RATE_ADVISED)
            );
        }
        Kind::BusyFactorLow => {
            return format!(
                "With less than {}%, agents sit idle for long. Raise it, or choose the drop rate as the target.",
                n(rules::BUSY_FACTOR_ADVISED)
            );
        }
        Kind::StatisticsStep => {
            return format!(
                "The server may take multiples of {} only. Enter one to be sure.",
                n(rules::STATISTICS_STEP)
            );
        }
        Kind::Unlimited => {
            "This method calls more contacts than agents are free, and nothing limits it. Enter how many calls the trunk can bear."
        }
        Kind::RingShort => {
            return format!(
                "Under {} seconds many contacts have no time to answer. Raise it.",
                n(rules::RING_SHORT)
            );
        }
        Kind::RingLong => {
            return format!(
                "After {} seconds hardly anybody answers, and the line stays taken. Lower it.",
                n(rules::RING_LONG)
            );
        }
        Kind::QueueBelowTimeout => {
            "The agent’s phone stops ringing after this time, before the agent timeout. Raise it, or lower the agent timeout."
        }
        Kind::OneAttempt { needed } => {
            return format!(
                "Agents are rung only once. For a second attempt, enter {} seconds or more.",
                n(*needed)
            );
        }
        Kind::LongSilence { seconds } => {
            return format!(
                "Detection and waiting may keep a person who answers in silence for {} seconds; more than {} is long. Lower it, or shorten the analysis.",
                n(*seconds),
                n(rules::WAIT_ADVISED)
            );
        }
        Kind::RetryZero => {
            return format!(
                "0 is not “no pause”: Asterisk takes {} seconds. Enter the pause you mean.",
                n(rules::RETRY_OF_ASTERISK)
            );
        }
        Kind::WeightHigh => {
            return format!(
                "More than {} is unusual. Only which weight is higher counts; lower it.",
                n(rules::WEIGHT_ADVISED)
            );
        }
        Kind::CauseAboveGlobal { global } => {
            return format!(
                "After {} recalls for whatever cause the contact is closed, so this limit is never reached. Lower it, or raise the other.",
                n(*global)
            );
        }
        Kind::WaitZero | Kind::WaitShort => {
            return format!(
                "The contact is called again almost at once. Enter {} minutes or more.",
                n(rules::WAIT_SHORT)
            );
        }
        Kind::WaitBeyondWindow { window } => {
            return format!(
                "The dial interval opens for {} minutes a day: the recall falls on a later day. Lower it to call on the same day.",
                n(*window)
            );
        }
        Kind::MoreThanCallerNumber { digits } => {
            return format!("The caller number has only {} digits. Lower it to that at most.", n(*digits));
        }
        Kind::NameTaken { by } => {
            return format!(
                "Campaign {by} has this name already. A second one is allowed, but hard to tell apart."
            );
        }
        Kind::ZoneUnknown => {
            "This browser knows no time zone of that name, and Asterisk takes an unknown one for GMT. Write it as in Europe/Rome."
        }
        Kind::PrefixNotDigits => {
            "A prefix is usually only digits. Take out the rest unless the trunk needs it."
        }
        Kind::AmdOff => {
            "Detection is not switched on, so that its changed settings presumably do nothing. Switch it on to use them."
        }
        Kind::RingInUseProgressive => {
            "The vendor advises against it with the progressive method: agents are rung while they talk. Choose no."
        }
    };
    sentence.to_owned()
}

fn missing(key: Key, number: Number) -> String {
    match key.shape() {
        Shape::Whole(range) => enter(range, number),
        Shape::Decimal(range) => enter_decimal(range, number),
        Shape::Record(_) => "Choose one: without it no call can be made.".to_owned(),
        Shape::Switch | Shape::Word(_) => choose(key),
        Shape::Text(_) | Shape::Interval | Shape::QueueOptions => "Enter a name for the campaign.".to_owned(),
    }
}

fn enter(range: Range, number: Number) -> String {
    let (min, max) = (number(range.min.into()), number(range.max.into()));
    format!("Enter a whole number from {min} to {max}{}.", measure(range.unit))
}

fn enter_decimal(range: DecimalRange, number: Number) -> String {
    let (min, max) = (number(range.min.into()), number(range.max.into()));
    format!("Enter a number from {min} to {max} with at most two decimals.")
}

fn choose(key: Key) -> String {
    format!("Choose one of these: {}.", known_words(key))
}

fn too_long(has: &str, max: &str) -> String {
    format!("Shorten it to {max} characters; it has {has}.")
}

fn related(relation: Relation, n: &dyn Fn(u32) -> String) -> String {
    let sentence = match relation {
        Relation::InitialSilenceNeverDecides => {
            "Dead air ends undecided: the analysis is over first. Lower it below the total analysis time."
        }
        Relation::GreetingNeverDecides => {
            "A long greeting ends undecided: the analysis is over first. Lower it below the total analysis time."
        }
        Relation::PersonNeverFound => {
            "Nobody is ever taken for a person: the analysis is over first. Lower it below the total analysis time."
        }
        Relation::PersonNeverFoundAfterAWord => {
            "Nobody is ever taken for a person: even after the shortest word the analysis is over first. Lower it, or raise the total analysis time."
        }
        Relation::GreetingShorterThanAWord => {
            return format!(
                "Everybody who says a word is taken for a machine. Raise it above the minimum word length, by more than {} ms.",
                n(FRAME_MS)
            );
        }
        Relation::WordLimitsCrossed => {
            "Everybody who says a word is taken for a machine. Raise it above the minimum word length."
        }
        Relation::WordsNeverCounted => {
            "A call is taken for a person before a second word counts, so that the number of words never decides. Lower it below the silence after greeting."
        }
        Relation::LongestWordNeverDecides => {
            "This rule is off, which is usual: the analysis is over first. Lower it below the total analysis time to use it."
        }
        Relation::LongestWordDecidesFirst => {
            "It is below the greeting, so that speech without a pause means a machine sooner. Raise it to the greeting unless you mean that."
        }
        Relation::FirstWordIsMachine => {
            "Everybody is taken for a machine at the first word that counts. Allow at least one."
        }
        Relation::ShorterThanAFrame => {
            return format!(
                "Asterisk usually hears in steps of {} ms and cannot tell less apart. Enter that or more.",
                n(FRAME_MS)
            );
        }
    };
    sentence.to_owned()
}

fn surprising(surprise: &Surprise) -> String {
    match surprise {
        Surprise::WeekdayNumbers { written, meaning } => format!(
            "“{written}” means {meaning}: Asterisk counts weekdays from Sunday, which is 1. Write names if you meant other days."
        ),
        Surprise::WrapsMidnight { part, .. } => format!(
            "“{part}” runs past midnight, and the hours after midnight belong to the chosen days themselves, not to the days after them. Choose the days for both parts of the night."
        ),
        Surprise::Single { field, part } => format!(
            "“{part}” opens for one {} only. Write a later end if you mean more.",
            match field {
                interval::Field::Times => "minute",
                interval::Field::Weekdays
                | interval::Field::Days
                | interval::Field::Months
                | interval::Field::Zone => one(*field),
            }
        ),
        Surprise::RangeWraps { field, part } => format!(
            "“{part}” runs past the end of the {} and goes on at its start. Swap the two ends if you meant the rest.",
            match field {
                interval::Field::Weekdays => "week",
                interval::Field::Days => "month",
                interval::Field::Months => "year",
                interval::Field::Times | interval::Field::Zone => "day",
            }
        ),
        Surprise::Zone { zone } => format!(
            "The time zone “{zone}” in it is kept, but Asterisk takes an unknown one for GMT. Move it to the field “Time zone”."
        ),
    }
}

fn one(field: interval::Field) -> &'static str {
    match field {
        interval::Field::Times => "time",
        interval::Field::Weekdays => "weekday",
        interval::Field::Days => "day of the month",
        interval::Field::Months => "month",
        interval::Field::Zone => "time zone",
    }
}

/// What Asterisk makes of a part that is refused; what to write instead is said once, at the end.
fn fault(fault: &Fault, long: &dyn Fn(usize) -> String) -> String {
    match fault {
        Fault::Empty => {
            "Without a text no call is ever made. Enter * if calls may be made at any time.".to_owned()
        }
        Fault::TooLong { characters } => too_long(&long(*characters), &long(interval::TEXT_MAX)),
        Fault::Arrangement => {
            "Asterisk needs first the times, then weekdays, days of the month and months, with commas between."
                .to_owned()
        }
        Fault::Semicolons => "Asterisk does not separate at “;” and drops what follows it.".to_owned(),
        Fault::TooManyFields { fields, ignored } => {
            format!("It has {} fields; Asterisk ignores “{ignored}”.", long(*fields))
        }
        Fault::Blank { text, .. } => format!("Asterisk stumbles over a blank in “{text}”."),
        Fault::EmptyElement { .. } => "Nothing stands beside one of the “&”.".to_owned(),
        Fault::StarInList { text, .. } => format!("Asterisk skips “{text}”: a star must stand alone."),
        Fault::Name { text, meant, .. } => match meant {
            Some(meant) => format!("Asterisk does not know “{text}”, only “{meant}”."),
            None => {
                format!("Asterisk does not know “{text}”, only three English letters such as “mon” or “jan”.")
            }
        },
        Fault::NumberOutOfRange { field, text } => {
            format!("There is no {} “{text}”, and Asterisk skips it.", one(*field))
        }
        Fault::TimeOutOfRange { text } => {
            format!("There is no {} “{text}”, and Asterisk skips it.", one(interval::Field::Times))
        }
        Fault::TimeWithoutColon { text } => format!("Asterisk skips “{text}”: a time needs a colon."),
        Fault::HalfDay { text } => format!("“{text}”: Asterisk knows no am and pm, only 24 hours."),
        Fault::Seconds { text } => format!("Asterisk ignores the seconds of “{text}”."),
        Fault::Dash { text, .. } => format!("Asterisk does not know the long dash in “{text}”, only “-”."),
        Fault::SecondDash { text, .. } => {
            format!("“{text}” has more than one “-”, and Asterisk does not read on.")
        }
        Fault::HalfRange { text, .. } => {
            format!("Asterisk skips “{text}”: a range needs a start and an end.")
        }
        Fault::TextIgnored { text, ignored, .. } => format!("Asterisk ignores “{ignored}” in “{text}”."),
        Fault::Unreadable { text, .. } => format!("Asterisk cannot read “{text}”."),
        Fault::NoSuchDate => {
            "No chosen month has any of the chosen days, so that no call is ever made.".to_owned()
        }
        Fault::NeverMatches { .. } => String::new(),
    }
}
