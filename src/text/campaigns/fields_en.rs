//! The fields of a campaign in English.

use dialdesk_core::amd::Setting;
use dialdesk_core::campaign::{Cause, DecimalRange, Key};
use dialdesk_core::range::{Range, Unit};

use super::fields::{Field, Fields, Number, is_known};
use super::findings_en::finding;

pub(super) const EN: Fields = Fields { field, choice, range, decimal_range, unit, finding };

fn field(key: Key) -> Field {
    let (label, help) = match key {
        Key::Amd(setting) => setting_of_amd(setting),
        Key::MaxRetry(cause) => most_recalls(cause),
        Key::RetryWait(cause) => (wait(cause), "How long after such a call the contact may be called again."),
        Key::Name => ("Name", "What the campaign is called on the server."),
        Key::Description => ("Description", "What the campaign is for."),
        Key::Active => {
            ("Active", "Whether the campaign calls. Switching it off does not end calls in progress.")
        }
        Key::Trunk => ("Trunk", "The SIP trunk through which calls are made."),
        Key::TrunkBackup => ("Backup trunk", "Tried when the main trunk cannot be reached."),
        Key::CallerName => ("Caller name", "The name that goes out with the call."),
        Key::CallerNumber => ("Caller number", "The number that goes out with the call."),
        Key::CutDigits => {
            ("Cut digits", "How many digits of the caller number are left out to mask it; with 0 none are.")
        }
        Key::RandomLastDigits => (
            "Random last digits",
            "Going by its name, how many last digits of the caller number are drawn at random; 0 turns it off.",
        ),
        Key::Prefix => ("Prefix", "As far as is known, what is dialled in front of every number."),
        Key::CheckDuplicates => (
            "Duplicate check of the hopper",
            "Which numbers are not loaded for calling again. The duplicate test of an import is another setting.",
        ),
        Key::HopperOrder => {
            ("Hopper order", "In which order of their scheduled time contacts are taken from the hopper.")
        }
        Key::GlobalInterval => (
            "Dial interval",
            "When calls may be made: times, weekdays, days of the month, months. An interval of the server can only narrow it.",
        ),
        Key::Interval => {
            ("Interval of the server", "Calls are made only when both it and the dial interval are open.")
        }
        Key::Timezone => (
            "Time zone",
            "Presumably the zone of the dial interval, such as Europe/Rome; left empty, the server’s own.",
        ),
        Key::Method => ("Dial method", "How many calls are made for how many free agents."),
        Key::PowerLevel => (
            "Calls for each free agent",
            "Raising it keeps agents busier, and leaves more people who answer without one.",
        ),
        Key::PredictiveOptimization => ("Predictive target", "What the predictive method holds constant."),
        Key::PredictivePercentage => (
            "Target percentage",
            "Low for the drop rate (few lost calls), high for the agent busy factor (little idle time).",
        ),
        Key::PredictiveInterval => (
            "Statistics period",
            "How far back the predictive method looks to reckon how many to call. The unit, minutes, is presumed.",
        ),
        Key::LimitQueue => (
            "Most calls at once",
            "As far as is known, the most calls of this campaign at the same time; 0 sets no limit.",
        ),
        Key::OriginateTimeout => {
            ("Contact ring time", "How long a contact’s phone rings before the call counts as not answered.")
        }
        Key::QueueTimeout => (
            "Queue timeout",
            "How long a contact who has answered waits for an agent before the call is dropped.",
        ),
        Key::QueueOptions => (
            "Queue options",
            "Letters for Asterisk’s Queue(): with t, for one, the agent may transfer the call.",
        ),
        Key::Strategy => ("Ring strategy", "How the agent for a contact is chosen."),
        Key::Timeout => ("Agent timeout", "How long an agent’s phone rings."),
        Key::Retry => ("Pause between attempts", "How long to wait before agents are rung again."),
        Key::Weight => {
            ("Weight", "Of several queues with the same agents, the one with more weight gets them first.")
        }
        Key::Autopause => ("Autopause", "Whether an agent who misses a call is paused, and where."),
        Key::RingInUse => ("Ring in use", "Whether agents whose phone is in use are rung too."),
        Key::TimeoutRestart => {
            ("Timeout restart", "Whether an agent’s time to answer begins anew on busy or congestion.")
        }
        Key::SetInterfaceVar => (
            "Agent variables",
            "Whether the channel variables MEMBER… are set just before contact and agent are connected.",
        ),
        Key::SetQueueVar => {
            ("Queue variables", "Whether the channel variables QUEUENAME, QUEUEMAX and the like are set.")
        }
        Key::SetQueueEntryVar => {
            ("Queue entry variables", "Whether the channel variables QEHOLDTIME and QEORIGINALPOS are set.")
        }
        Key::GlobalMaxRetry => (
            "Most recalls in all",
            "How often a contact is called again, whatever the cause. Then the contact is closed.",
        ),
        Key::AmdActive => (
            "Answering machine detection (AMD)",
            "Whether the dialer listens for answering machines. Left empty, it is presumably off.",
        ),
    };
    Field { label, help }
}

fn setting_of_amd(setting: Setting) -> (&'static str, &'static str) {
    match setting {
        Setting::InitialSilence => (
            "Initial silence",
            "So long a silence at the start means a machine. Raising it spares people who speak late; dead air lasts longer.",
        ),
        Setting::Greeting => (
            "Greeting",
            "So much voice in all means a machine. Raising it spares people who say more; short recordings reach agents.",
        ),
        Setting::AfterGreetingSilence => (
            "Silence after greeting",
            "So long a silence after a greeting means a person. Raising it catches machines that pause; people wait longer.",
        ),
        Setting::TotalAnalysisTime => (
            "Total analysis time",
            "After it the call is undecided. Raising it leaves fewer calls undecided; some people wait longer.",
        ),
        Setting::MinWordLength => (
            "Minimum word length",
            "Shorter voice is no word. Raising it passes over clicks and coughs; a short “yes” may be missed.",
        ),
        Setting::BetweenWordsSilence => (
            "Silence between words",
            "After it voice is a new word. Raising it counts fewer words of people; words of machines run together.",
        ),
        Setting::MaximumNumberOfWords => (
            "Maximum number of words",
            "More words mean a machine; before Asterisk 14, so many do. Raising it spares talkers; more machines get through.",
        ),
        Setting::SilenceThreshold => (
            "Silence threshold",
            "Sound below this level is silence. Raising it passes over noise on the line; low voices go unheard.",
        ),
        Setting::MaximumWordLength => (
            "Maximum word length",
            "So long a voice without a pause means a machine. Raising it spares fast talkers; music is found later.",
        ),
    }
}

fn most_recalls(cause: Cause) -> (&'static str, &'static str) {
    match cause {
        Cause::Congestion => (
            "Most recalls on congestion",
            "How often a contact is called again after trunk failures and the like.",
        ),
        Cause::Busy => ("Most recalls when busy", "How often a contact who was busy is called again."),
        Cause::NoAnswer => {
            ("Most recalls without an answer", "How often a contact who did not answer is called again.")
        }
        Cause::NoSuchNumber => {
            ("Most recalls of a number that does not exist", "How often such a contact is called again.")
        }
        Cause::Drop => (
            "Most recalls after a drop",
            "How often a contact is called again who answered when no agent was free within the queue timeout.",
        ),
        Cause::Abandoned => (
            "Most recalls when abandoned",
            "How often a contact is called again who hung up before an agent was there.",
        ),
        Cause::Machine => (
            "Most recalls after a machine",
            "How often a contact is called again where a machine answered; needs the detection.",
        ),
        Cause::AgentReject => (
            "Most recalls after an agent’s rejection",
            "How often a contact is called again whom an agent accepted and hung up on before the answer.",
        ),
    }
}

fn wait(cause: Cause) -> &'static str {
    match cause {
        Cause::Congestion => "Wait before a recall on congestion",
        Cause::Busy => "Wait before a recall when busy",
        Cause::NoAnswer => "Wait before a recall without an answer",
        Cause::NoSuchNumber => "Wait before a recall of a number that does not exist",
        Cause::Drop => "Wait before a recall after a drop",
        Cause::Abandoned => "Wait before a recall when abandoned",
        Cause::Machine => "Wait before a recall after a machine",
        Cause::AgentReject => "Wait before a recall after an agent’s rejection",
    }
}

fn choice(key: Key, word: &str) -> Option<&'static str> {
    if !is_known(key, word) {
        return None;
    }
    Some(match word {
        "yes" if key == Key::Autopause => "Pause in this campaign (yes)",
        "yes" => "Yes",
        "no" => "No",
        "all" => "Pause in all queues (all)",
        "always" => "Skip numbers that are in the hopper or were finished (always)",
        "onlyIfOpen" => "Skip numbers that are in the hopper; finished ones load again (onlyIfOpen)",
        "never" => "Load every number, even repeatedly (never)",
        "ASC" => "By scheduled time, ascending (ASC)",
        "DESC" => "By scheduled time, descending (DESC)",
        "progressive" => "Progressive: one call as soon as one agent is free",
        "power" => "Power: several calls for each free agent",
        "predictive" => "Predictive: as many calls as recent statistics suggest",
        "preview" => "Preview: the agent sees the contact and starts the call",
        "bookedProgressive" => "Booked progressive: an agent is booked before the call starts",
        "dropRate" => "Drop rate: the share of people who answer and reach nobody (dropRate)",
        "agentBusyFactor" => "Agent busy factor: the share of time in which agents are busy",
        "rrmemory" => "Round robin, remembering the last (rrmemory)",
        "rrordered" => "Round robin in the agents’ own order (rrordered)",
        "leastrecent" => "Longest without a call (leastrecent)",
        "fewestcalls" => "Fewest calls (fewestcalls)",
        "random" => "At random (random)",
        "wrandom" => "At random, weighted by penalty (wrandom)",
        "linear" => "Always from the first agent on (linear)",
        "ringall" => "All at once (ringall)",
        _ => return None,
    })
}

fn range(range: Range, number: Number) -> String {
    let (min, measure) = (number(range.min.into()), measure(range.unit));
    if range.is_open() {
        format!("A whole number from {min}{measure}.")
    } else {
        format!("A whole number from {min} to {}{measure}.", number(range.max.into()))
    }
}

/// What a whole number counts, where the label does not say so.
pub(super) fn measure(unit: Unit) -> &'static str {
    match unit {
        Unit::Milliseconds => ", in milliseconds",
        Unit::Seconds => ", in seconds",
        Unit::Minutes => ", in minutes",
        Unit::Percent => ", in percent",
        Unit::None | Unit::Digits | Unit::Calls | Unit::Recalls | Unit::Words | Unit::Level => "",
    }
}

fn decimal_range(range: DecimalRange, number: Number) -> String {
    let (min, max) = (number(range.min.into()), number(range.max.into()));
    format!("A number from {min} to {max} with at most two decimals.")
}

fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Milliseconds => "ms",
        Unit::Seconds => "s",
        Unit::Minutes => "min",
        Unit::Percent => "%",
        Unit::Digits => "digits",
        Unit::Calls => "calls",
        Unit::Recalls => "recalls",
        Unit::Words => "words",
        Unit::None | Unit::Level => "",
    }
}
