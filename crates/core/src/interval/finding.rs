//! What a review finds. Data only: the words are made where the language is known.

use super::Field;

/// Worth saying about a text that may be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Surprise {
    /// Weekdays were written as numbers. Asterisk counts from 1, which is Sunday; many people count from Monday.
    WeekdayNumbers {
        /// The part as written, such as `2-6`.
        written: String,
        /// What it came out as, such as `mon-fri`.
        meaning: String,
    },
    /// A range of times runs past midnight while the days are restricted. Its hours after midnight belong to the chosen
    /// days themselves and not to the days after them: `22:00-02:00,fri` opens in the first hours of Friday.
    WrapsMidnight {
        /// The range in its canonical spelling.
        part: String,
        /// The first field that restricts the days: weekdays, days or months.
        restricted: Field,
    },
    /// A lone time, or a range that ends where it starts: it opens for that one minute, weekday, day or month.
    Single {
        /// The field that holds it.
        field: Field,
        /// The part in its canonical spelling; a lone time is a range there.
        part: String,
    },
    /// A range of weekdays, days or months that runs past the end of its week (Saturday), month (31) or year.
    RangeWraps {
        /// The field that holds it.
        field: Field,
        /// The part in its canonical spelling.
        part: String,
    },
    /// A fifth field names a time zone. The zone has its own column, `dialTimezone`, and Asterisk takes an unknown name
    /// for GMT without a word.
    Zone {
        /// The zone as written.
        zone: String,
    },
}

/// Why a text is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// Days and months that never fall together, such as 31 February.
    NoSuchDate,
    /// There is no text, or only blanks. Asterisk builds nothing from the empty text.
    Empty,
    /// The text, or what it would be rewritten to, is longer than [`TEXT_MAX`](super::TEXT_MAX) characters.
    TooLong {
        /// How many characters that are.
        characters: usize,
    },
    /// Times, weekdays and months are clear, but not separated by commas or not in their order, as in `lun-ven 9-20`.
    Arrangement,
    /// Fields are separated by semicolons, which Asterisk does not know: it drops what follows them.
    Semicolons,
    /// There are six or more fields. Asterisk reads the first four, and then the fifth is no zone either.
    TooManyFields {
        /// How many there are.
        fields: usize,
        /// What is ignored: the fifth and all that follow, joined by commas.
        ignored: String,
    },
    /// A blank that Asterisk does not skip: before or after a name, a star or a zone, in place of a field, before the
    /// colon of a time, or one that is not ASCII.
    Blank {
        /// The field that holds it.
        field: Field,
        /// The piece of text with its blanks.
        text: String,
    },
    /// A part between two `&` is empty, or one is at an end of the field. Asterisk skips it.
    EmptyElement {
        /// The field that holds it.
        field: Field,
    },
    /// A star that is not the whole field. Asterisk skips the part.
    StarInList {
        /// The field that holds it.
        field: Field,
        /// The part.
        text: String,
    },
    /// A name that is not one of the three English letters that Asterisk knows: a long one or a foreign one.
    Name {
        /// The field that holds it: weekdays or months.
        field: Field,
        /// The name.
        text: String,
        /// The name that Asterisk knows for it, where that is clear in the field as a whole.
        meant: Option<&'static str>,
    },
    /// A number outside of 1-7, 1-31 or 1-12. Asterisk skips the part.
    NumberOutOfRange {
        /// The field that holds it.
        field: Field,
        /// The number.
        text: String,
    },
    /// An hour above 23 or a minute above 59. Asterisk skips the part.
    TimeOutOfRange {
        /// The time.
        text: String,
    },
    /// A time without a colon, such as `7`, `0700` or `07.00`. Asterisk skips the part.
    TimeWithoutColon {
        /// The time.
        text: String,
    },
    /// A time with `am` or `pm`. Asterisk ignores that, or skips the part where there is no colon.
    HalfDay {
        /// The time.
        text: String,
    },
    /// A time with seconds. Asterisk ignores them.
    Seconds {
        /// The time.
        text: String,
    },
    /// A dash that is not the plain `-`, such as the en dash that programs make of it. Asterisk does not know it.
    Dash {
        /// The field that holds it.
        field: Field,
        /// The part.
        text: String,
    },
    /// A second `-` in one part. Asterisk ignores what follows it in times and skips the part elsewhere.
    SecondDash {
        /// The field that holds it.
        field: Field,
        /// The part.
        text: String,
    },
    /// A range without its start or its end. Asterisk skips the part.
    HalfRange {
        /// The field that holds it.
        field: Field,
        /// The part.
        text: String,
    },
    /// Other text after a time or a number. Asterisk ignores it where the time or the number is good.
    TextIgnored {
        /// The field that holds it.
        field: Field,
        /// The time or number with what follows it.
        text: String,
        /// What follows it.
        ignored: String,
    },
    /// Neither a time nor a number nor a name; in a zone, a control character.
    Unreadable {
        /// The field that holds it.
        field: Field,
        /// The piece of text.
        text: String,
    },
    /// As Asterisk reads the text, nothing of this field is left: it never opens.
    NeverMatches {
        /// That field: times, weekdays, days or months.
        field: Field,
    },
}
