//! What is worth saying about values that are each in order: how they stand to each other and to the field's advice.

use super::cause::Cause;
use super::draft::Draft;
use super::key::Key;
use super::method::{Method, Optimization};
use super::problem::{Finding, Kind};
use super::queue_options;
use super::rules;
use super::value::{Hundredths, Value};
use crate::amd::{self, Setting};
use crate::interval::{self, Review};
use crate::problem::Problem;

/// Adds all that is to be said about `draft`.
pub(super) fn find(draft: &Draft, found: &mut Vec<Finding>) {
    if draft.is_active() {
        found.push(Problem::confirm(Key::Active, Kind::DialsAtOnce));
    }
    general(draft, found);
    window(draft, found);
    pacing(draft, found);
    detection(draft, found);
    retries(draft, found);
    queue(draft, found);
}

fn whole(draft: &Draft, key: Key) -> Option<u32> {
    match draft.value(key)? {
        Value::Whole(number) => Some(number),
        Value::Flag(_) | Value::Decimal(_) | Value::Text(_) => None,
    }
}

fn warn_if(found: &mut Vec<Finding>, applies: bool, at: Key, kind: Kind) {
    if applies {
        found.push(Problem::warning(at, kind));
    }
}

fn general(draft: &Draft, found: &mut Vec<Finding>) {
    let name = draft.text(Key::Name).trim();
    warn_if(found, name.chars().count() > rules::NAME_ADVISED, Key::Name, Kind::NameLong);
    warn_if(found, name.contains(rules::NAME_MARKS), Key::Name, Kind::NameMarks);
    let trunk = whole(draft, Key::Trunk);
    let is_twice = trunk.is_some() && trunk == whole(draft, Key::TrunkBackup);
    warn_if(found, is_twice, Key::TrunkBackup, Kind::TrunkTwice);
    let digits = draft.text(Key::CallerNumber).chars().filter(char::is_ascii_digit).count();
    let digits = u32::try_from(digits).unwrap_or(u32::MAX);
    for key in [Key::CutDigits, Key::RandomLastDigits] {
        let exceeds = digits > 0 && whole(draft, key).is_some_and(|number| number > digits);
        warn_if(found, exceeds, key, Kind::MoreThanCallerNumber { digits });
    }
    let prefix = draft.text(Key::Prefix).trim();
    warn_if(found, !prefix.chars().all(|c| c.is_ascii_digit()), Key::Prefix, Kind::PrefixNotDigits);
}

fn window(draft: &Draft, found: &mut Vec<Finding>) {
    let text = draft.text(Key::GlobalInterval);
    if let Review::Taken(taken) = interval::review(text) {
        if taken.is_rewritten() {
            found.push(Problem::hint(Key::GlobalInterval, Kind::Rewritten(taken.canonical().to_owned())));
        }
        let surprises = taken.surprises().iter().cloned();
        found.extend(
            surprises.map(|surprise| Problem::warning(Key::GlobalInterval, Kind::Surprise(surprise))),
        );
    }
    let is_missing = draft.text(Key::Interval).trim().is_empty();
    warn_if(found, is_missing, Key::Interval, Kind::IntervalMissing);
}

fn pacing(draft: &Draft, found: &mut Vec<Finding>) {
    let method = draft.method();
    if method != Method::Progressive && !draft.text(Key::Method).trim().is_empty() {
        found.push(Problem::hint(Key::Method, Kind::UndocumentedWord));
    }
    if method.uses(Key::PowerLevel) {
        let is_high = matches!(draft.value(Key::PowerLevel), Some(Value::Decimal(Hundredths(level))) if level > rules::POWER_ADVISED * 100);
        warn_if(found, is_high, Key::PowerLevel, Kind::PowerHigh);
    }
    if method.uses(Key::PredictivePercentage) {
        let optimization = Optimization::parse(draft.text(Key::PredictiveOptimization).trim());
        if optimization != Some(Optimization::DropRate) {
            found.push(Problem::hint(Key::PredictiveOptimization, Kind::UndocumentedWord));
        }
        let percentage = whole(draft, Key::PredictivePercentage);
        let is = |wanted, kind| (optimization == Some(wanted)).then_some(kind);
        if percentage.is_some_and(|percent| percent > rules::DROP_RATE_ADVISED)
            && let Some(kind) = is(Optimization::DropRate, Kind::DropRateHigh)
        {
            found.push(Problem::warning(Key::PredictivePercentage, kind));
        }
        if percentage.is_some_and(|percent| percent < rules::BUSY_FACTOR_ADVISED)
            && let Some(kind) = is(Optimization::BusyFactor, Kind::BusyFactorLow)
        {
            found.push(Problem::warning(Key::PredictivePercentage, kind));
        }
        let is_odd = whole(draft, Key::PredictiveInterval).is_some_and(|n| n % rules::STATISTICS_STEP != 0);
        warn_if(found, is_odd, Key::PredictiveInterval, Kind::StatisticsStep);
    }
    let is_unlimited = method.overdials() && whole(draft, Key::LimitQueue) == Some(0);
    warn_if(found, is_unlimited, Key::LimitQueue, Kind::Unlimited);
    if let Some(ring) = whole(draft, Key::OriginateTimeout) {
        warn_if(found, ring < rules::RING_SHORT, Key::OriginateTimeout, Kind::RingShort);
        warn_if(found, ring > rules::RING_LONG, Key::OriginateTimeout, Kind::RingLong);
    }
}

fn detection(draft: &Draft, found: &mut Vec<Finding>) {
    let relations = amd::relations(|setting| whole(draft, Key::Amd(setting)));
    found.extend(relations.into_iter().map(|problem| Problem {
        at: Key::Amd(problem.at),
        kind: Kind::Amd(problem.kind),
        severity: problem.severity,
    }));
    let is_on = draft.value(Key::AmdActive) == Some(Value::Flag(true));
    let differs =
        |setting: Setting| whole(draft, Key::Amd(setting)).is_some_and(|value| value != setting.documented());
    warn_if(found, !is_on && Setting::ALL.into_iter().any(differs), Key::AmdActive, Kind::AmdOff);
    let analysis = whole(draft, Key::Amd(Setting::TotalAnalysisTime));
    if let (true, Some(analysis), Some(wait)) = (is_on, analysis, whole(draft, Key::QueueTimeout)) {
        let seconds = analysis.div_ceil(1_000).saturating_add(wait);
        warn_if(found, seconds > rules::WAIT_ADVISED, Key::QueueTimeout, Kind::LongSilence { seconds });
    }
}

fn retries(draft: &Draft, found: &mut Vec<Finding>) {
    let global = whole(draft, Key::GlobalMaxRetry);
    let window = longest_day(draft);
    for cause in Cause::ALL {
        if let (Some(max), Some(global)) = (whole(draft, Key::MaxRetry(cause)), global) {
            warn_if(found, max > global, Key::MaxRetry(cause), Kind::CauseAboveGlobal { global });
        }
        let at = Key::RetryWait(cause);
        let Some(wait) = whole(draft, at) else { continue };
        warn_if(found, wait == 0, at, Kind::WaitZero);
        warn_if(found, (1..rules::WAIT_SHORT).contains(&wait), at, Kind::WaitShort);
        if let Some(window) = window.filter(|window| wait > *window) {
            found.push(Problem::hint(at, Kind::WaitBeyondWindow { window }));
        }
    }
}

/// Minutes that are open on a day, unless the dial interval opens none.
fn longest_day(draft: &Draft) -> Option<u32> {
    let openings = interval::read(draft.text(Key::GlobalInterval)).filter(|openings| !openings.is_never())?;
    Some(openings.minutes().iter().map(|(first, last)| u32::from(*last) - u32::from(*first) + 1).sum())
}

fn queue(draft: &Draft, found: &mut Vec<Finding>) {
    let (wait, ring, pause) =
        (whole(draft, Key::QueueTimeout), whole(draft, Key::Timeout), whole(draft, Key::Retry));
    if let (Some(wait), Some(ring)) = (wait, ring) {
        warn_if(found, wait < ring, Key::QueueTimeout, Kind::QueueBelowTimeout);
        // Asterisk has its own pause in place of none.
        let between = pause.map(|pause| if pause == 0 { rules::RETRY_OF_ASTERISK } else { pause });
        let needed = ring.saturating_mul(2).saturating_add(between.unwrap_or(0));
        if pause.is_some() && wait >= ring && wait < needed {
            found.push(Problem::hint(Key::QueueTimeout, Kind::OneAttempt { needed }));
        }
    }
    warn_if(found, pause == Some(0), Key::Retry, Kind::RetryZero);
    let is_heavy = whole(draft, Key::Weight).is_some_and(|weight| weight > rules::WEIGHT_ADVISED);
    warn_if(found, is_heavy, Key::Weight, Kind::WeightHigh);
    let in_use = draft.text(Key::RingInUse).trim() == "yes";
    warn_if(
        found,
        in_use && draft.method() == Method::Progressive,
        Key::RingInUse,
        Kind::RingInUseProgressive,
    );
    if let Ok(options) = queue_options::read(draft.text(Key::QueueOptions).trim()) {
        for (letters, kind) in [
            (options.unknown, Kind::OptionsUnknown as fn(String) -> Kind),
            (options.repeated, Kind::OptionsRepeated),
            (options.for_contact, Kind::OptionsForContact),
        ] {
            if !letters.is_empty() {
                found.push(Problem::warning(Key::QueueOptions, kind(letters)));
            }
        }
    }
}
