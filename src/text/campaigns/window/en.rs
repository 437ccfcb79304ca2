//! The dialling window, in English.

use super::Window;

pub(in crate::text::campaigns) const EN: Window = Window {
    rows: "Days and times",
    presets: "Usual windows:",
    undo: "Back to the window before",
    weekdays_to_evening: "Mon–Fri, 9 to 20",
    weekdays_with_break: "Mon–Fri, 9 to 13 and 14 to 20",
    with_saturday: "Mon–Sat, 9 to 13",
    daily: "Every day, 7 to 22",
    always: "Always",
    times: "Times",
    times_hint: "They hold for all days that are chosen: one window cannot have other times on Saturday. The closing minute is included.",
    any_time: "At any time of the day.",
    from: "From",
    to: "To",
    of_time: |word, at| format!("{word}, time {at}"),
    closes: |time| format!("closes at {time}"),
    half_typed: |stays| format!("Complete the time. Until then it stays {stays}."),
    add_time: "Add a time",
    set_time: "Set times",
    remove_time: |at| format!("Remove time {at}"),
    make_any_time: "Any time",
    days: "Weekdays",
    month_days: "Days of the month",
    months: "Months",
    all: "all",
    take_all: "Take all",
    last_one: "At least one has to stay. Choose another one first.",
    no_rows: "This text has no days and times that could be shown here",
    no_rows_hint: "It stays as it is. Correct it below, take the repair that is offered there, or begin with a usual window.",
    move_zone: |zone| format!("Move “{zone}” to the field “Time zone”"),

    week: "The week",
    week_repaired: |text| format!("The week, once it is “{text}”"),
    week_as_read: "The week, as Asterisk reads the text",
    nothing_drawn: "The text opens nothing: there is no week to show.",
    week_caption: "When it is open, by weekday",
    day: "Day",
    open_from_to: "Open",
    together: "In all",
    closed: "closed",
    all_day: "all day",
    a_week: |n, hours| format!("{} a week ({hours}).", n.of("minute", "minutes")),
    at_most_a_week: |n, hours| {
        format!(
            "At most {} a week ({hours}): days of the month or months leave some out.",
            n.of("minute", "minutes")
        )
    },
    duration: |hours, minutes| match (hours, minutes) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    },

    open_now: "Open now",
    closed_now: "Closed now",
    open_always: "Open always",
    never_opens: "It never opens",
    until: |when| format!("until {when}"),
    opens: |when| format!("opens {when}"),
    for_you: |zone, when| format!("{when} for you, in {zone}"),
    zone_unknown: |zone| {
        format!(
            "No time zone is named, and the server’s own is not known here. The days and times below hold if it is {zone}, as in this browser."
        )
    },
    zone_strange: |zone| {
        format!("This browser does not know the time zone “{zone}”: it cannot say when the window is open.")
    },
    today: "today",
    next_days: "The next 14 days",
    next_days_caption: "When it is open, day by day",
    open_for: "Open for",
    clocks_change: |day, before, after| format!("{day}: the clocks change from {before} to {after}."),
    no_change: "The clocks do not change in these days.",

    server_reading: "The interval of the server is being read.",
    server_hidden: "The server does not show what its interval opens. It can only narrow what is drawn here.",
    server_opens: |described| format!("The interval of the server: {described}."),
    both_open: |described| format!("Open together, hatched below: {described}."),
    nothing_left: "Nothing is left: no call would ever be made",
    nothing_left_hint: "The dial interval and the interval of the server are never open at the same time. Change one of them, or choose no interval of the server.",
    zones_presumed: "The interval of the server goes by the server’s clocks. This holds if they show the same time as those of the campaign’s zone.",

    weekdays: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    weekdays_short: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    month_names: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    months_short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    and: "and",
    every_day: "every day",
    at_any_time: "at any time",
    range: |first, last| format!("{first} to {last}"),
    time_range: |first, last| format!("{first} to {last}"),
    only_days: |days, is_one| format!("only on day{} {days} of the month", if is_one { "" } else { "s" }),
    only_months: |months| format!("only in {months}"),
    month: str::to_owned,
};
