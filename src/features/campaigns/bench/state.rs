//! What stands on the bench. It belongs to the app: leaving the screen loses nothing, and what was drawn or measured once can
//! be tried with every campaign. Whoever signs in next finds nothing of it.

use dialdesk_core::amd::{Levels, Setting, Settings, pieces};
use dialdesk_core::campaign::{Draft, Key, Value};
use leptos::prelude::*;

use super::own::{self, OwnFault};
use super::recording::{Trouble, measure};
use super::voices::{Heard, Voice};
use crate::platform::file::{Go, LocalFile};
use crate::platform::task;
use crate::state::{Session, lasting};

/// What is put before the detector.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Chosen {
    /// A voice of the bench.
    Voice(Voice),
    /// The own pattern.
    Own,
    /// The recording.
    Recording,
}

/// How far a recording is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Recording {
    /// There is none.
    None,
    /// It is being measured: its name, what is read of it, and its size.
    Measuring(String, u64, u64),
    /// It was not measured.
    Refused(String, Trouble),
    /// It was.
    Measured(String, Levels),
}

/// The bench of a campaign.
#[derive(Clone, Copy)]
pub(super) struct Bench {
    pub(super) chosen: RwSignal<Chosen>,
    /// The own pattern as typed.
    pub(super) own: RwSignal<String>,
    pub(super) recording: RwSignal<Recording>,
    /// Numbers the measurements: an earlier one changes nothing any more.
    turn: StoredValue<u32>,
}

/// The own pattern to begin with: a hello.
const OWN: &str = "400 420 2000";

impl Bench {
    /// One on which nothing stands but the voices.
    fn new(session: Session) -> Self {
        let bench = Self {
            chosen: RwSignal::new(Chosen::Voice(Voice::NamedHello)),
            own: RwSignal::new(OWN.to_owned()),
            recording: RwSignal::new(Recording::None),
            turn: StoredValue::new(0),
        };
        Effect::new(move |before: Option<u64>| {
            let era = session.era().get();
            if before.is_some_and(|before| before != era) {
                bench.stop();
                bench.own.set(OWN.to_owned());
            }
            era
        });
        bench
    }

    /// That of this app.
    pub(super) fn current() -> Self {
        lasting(|| Self::new(Session::current()))
    }

    /// What the detector is given; `None` where that is nothing yet.
    pub(super) fn heard(self, chosen: Chosen) -> Option<Heard> {
        match chosen {
            Chosen::Voice(voice) => Some(Heard::Pattern(voice.pattern())),
            Chosen::Own => Some(Heard::Pattern(self.pattern().ok()?)),
            Chosen::Recording => self.recording.with(|recording| match recording {
                Recording::Measured(_, levels) => Some(Heard::Recording(levels.clone())),
                Recording::None | Recording::Measuring(..) | Recording::Refused(..) => None,
            }),
        }
    }

    /// The own pattern.
    pub(super) fn pattern(self) -> Result<Vec<dialdesk_core::amd::Piece>, OwnFault> {
        self.own.with(|text| own::read(text))
    }

    /// Measures a file in place of the one before.
    pub(super) fn measure(self, file: LocalFile) {
        let turn = self.stop();
        let (name, size) = (file.name(), file.size());
        self.recording.set(Recording::Measuring(name.clone(), 0, size));
        task::spawn(async move {
            let is_wanted = move || self.turn.try_get_value() == Some(turn);
            let measured = measure(&file, |read| {
                if !is_wanted() {
                    return Go::Stop;
                }
                self.recording.try_set(Recording::Measuring(file.name(), read, size));
                Go::On
            })
            .await;
            if !is_wanted() {
                return;
            }
            match measured {
                Ok(levels) => {
                    self.recording.try_set(Recording::Measured(name, levels));
                    self.chosen.try_set(Chosen::Recording);
                }
                Err(trouble) => {
                    self.recording.try_set(Recording::Refused(name, trouble));
                }
            }
        });
    }

    /// Nobody waits any more for what is being measured; answers the number of the next turn.
    pub(super) fn stop(self) -> u32 {
        if self.chosen.get_untracked() == Chosen::Recording {
            self.chosen.set(Chosen::Own);
        }
        self.recording.set(Recording::None);
        self.turn.update_value(|turn| *turn = turn.wrapping_add(1));
        self.turn.get_value()
    }
}

/// The settings of a draft.
///
/// # Errors
/// The first setting that holds no usable value.
pub(super) fn settings_of(draft: &Draft) -> Result<Settings, Setting> {
    Settings::read(|setting| match draft.value(Key::Amd(setting))? {
        Value::Whole(number) => Some(number),
        Value::Flag(_) | Value::Decimal(_) | Value::Text(_) => None,
    })
}

/// A recording as the pattern that it is at a threshold.
pub(super) fn pattern_at(heard: &Heard, threshold: u32) -> Vec<dialdesk_core::amd::Piece> {
    pieces(heard.sounds(threshold))
}
