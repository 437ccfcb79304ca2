//! Campaigns.

mod bench;
mod en;
mod fields;
mod fields_en;
mod fields_it;
mod findings_en;
mod findings_it;
mod it;
#[cfg(test)]
mod tests;
mod window;

use dialdesk_core::campaign::{Notice, PasteError, Record, Section};

use super::{Count, ListingWords};

pub(crate) use bench::Bench as BenchWords;
use bench::Bench;
pub(super) use en::EN;
pub(crate) use fields::Fields;
pub(super) use it::IT;
pub(crate) use window::{Window, clock, closing};

/// Words of the campaigns.
pub(crate) struct Campaigns {
    /// The fields and what can be found in them.
    pub(crate) fields: Fields,
    /// The dialling window.
    pub(crate) dial_window: Window,
    /// The bench for answering machine detection.
    pub(crate) bench: Bench,

    // The table.
    pub(crate) title: &'static str,
    pub(crate) listing: ListingWords,
    pub(crate) how_many: fn(&Count, &Count) -> String,
    pub(crate) found_of: fn(&Count, &Count) -> String,
    pub(crate) new: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) name: &'static str,
    pub(crate) number: &'static str,
    pub(crate) state: &'static str,
    pub(crate) method: &'static str,
    pub(crate) window: &'static str,
    pub(crate) never: &'static str,
    pub(crate) active: &'static str,
    pub(crate) paused: &'static str,
    pub(crate) state_unknown: &'static str,
    pub(crate) open_label: &'static str,
    pub(crate) open_hint: &'static str,
    pub(crate) open: &'static str,
    pub(crate) no_number: &'static str,

    // One campaign.
    pub(crate) campaign_number: fn(&str) -> String,
    pub(crate) new_hint: &'static str,
    pub(crate) tabs: &'static str,
    pub(crate) settings: &'static str,
    pub(crate) lists: &'static str,
    pub(crate) agents: &'static str,
    pub(crate) one_read_failed: &'static str,
    pub(crate) other_queue: &'static str,
    pub(crate) other_queue_hint: &'static str,

    // The form.
    /// Title and introduction of a section.
    pub(crate) section: fn(Section) -> (&'static str, &'static str),
    pub(crate) sections_label: &'static str,
    pub(crate) on: &'static str,
    pub(crate) off: &'static str,
    pub(crate) not_chosen: &'static str,
    pub(crate) none: &'static str,
    pub(crate) choose: &'static str,
    pub(crate) type_number: &'static str,
    pub(crate) choose_from_list: &'static str,
    pub(crate) strange_record: fn(Record, &str) -> String,
    pub(crate) use_instead: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) findings: &'static str,
    /// Errors, warnings, hints.
    pub(crate) counted: fn(&Count, &Count, &Count) -> String,
    pub(crate) error: &'static str,
    pub(crate) to_confirm: &'static str,
    pub(crate) warning: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) review: &'static str,
    pub(crate) discard: &'static str,
    pub(crate) unsaved: &'static str,
    pub(crate) nothing_changed: &'static str,

    // Pasting.
    pub(crate) paste: &'static str,
    pub(crate) paste_title: &'static str,
    pub(crate) paste_label: &'static str,
    pub(crate) paste_hint: &'static str,
    pub(crate) fill: &'static str,
    pub(crate) paste_no_object: &'static str,
    pub(crate) paste_not_json: fn(usize, usize) -> String,
    pub(crate) pasted: fn(&Count) -> String,
    pub(crate) switched_off: &'static str,
    pub(crate) stays_paused: &'static str,
    pub(crate) other_type: fn(&str) -> String,
    pub(crate) kept_by_server: fn(&str) -> String,
    pub(crate) unknown_keys: fn(&str) -> String,
    pub(crate) to_switch: &'static str,

    // The review.
    pub(crate) review_title: &'static str,
    pub(crate) starts_paused: &'static str,
    pub(crate) changes: &'static str,
    pub(crate) field: &'static str,
    pub(crate) was: &'static str,
    pub(crate) will_be: &'static str,
    pub(crate) is_now: &'static str,
    pub(crate) yours: &'static str,
    pub(crate) confirm_title: &'static str,
    pub(crate) confirm_missing: &'static str,
    pub(crate) warnings: fn(&Count) -> String,
    pub(crate) create: fn(&str) -> String,
    pub(crate) create_and_call: fn(&str) -> String,
    pub(crate) save: fn(&Count, &str) -> String,
    pub(crate) save_and_call: fn(&str) -> String,
    pub(crate) back: &'static str,
    pub(crate) save_failed: &'static str,
    pub(crate) save_unclear: &'static str,
    pub(crate) clash_title: &'static str,
    pub(crate) clash: &'static str,
    pub(crate) keep_mine: &'static str,
    pub(crate) take_theirs: &'static str,

    // Afterwards.
    pub(crate) created: &'static str,
    pub(crate) saved: &'static str,
    pub(crate) as_sent: &'static str,
    pub(crate) not_read_back: &'static str,
    pub(crate) differing: fn(&str) -> String,

    // Lists and agents.
    pub(crate) attached_title: &'static str,
    pub(crate) attached_caption: &'static str,
    pub(crate) attached_failed: &'static str,
    pub(crate) attached_none: &'static str,
    pub(crate) attach_lists: &'static str,
    pub(crate) attach_legend: &'static str,
    pub(crate) typed_lists: &'static str,
    pub(crate) no_list: &'static str,
    pub(crate) no_list_left: &'static str,
    pub(crate) attach: fn(&Count) -> String,
    pub(crate) attach_and_call: fn(&Count) -> String,
    pub(crate) attached: fn(&Count) -> String,
    pub(crate) will_call: &'static str,
    pub(crate) may_call: &'static str,
    pub(crate) agents_title: &'static str,
    pub(crate) agents_caption: &'static str,
    pub(crate) agents_failed: &'static str,
    pub(crate) agents_none: &'static str,
    pub(crate) penalty: &'static str,
    pub(crate) penalty_hint: &'static str,
    pub(crate) penalty_wrong: fn(&str) -> String,
    pub(crate) penalty_high: fn(&str) -> String,
    pub(crate) agents_active: &'static str,
    pub(crate) detach: &'static str,
    pub(crate) detached: fn(&str) -> String,
    pub(crate) open_namesake: fn(&str) -> String,
}

impl Campaigns {
    /// What pasting has to say.
    pub(crate) fn notice(&self, notice: &Notice) -> String {
        match notice {
            Notice::StaysPaused => self.stays_paused.to_owned(),
            Notice::SwitchedOff => self.switched_off.to_owned(),
            Notice::OtherType(other) => (self.other_type)(other),
            Notice::KeptByServer(keys) => (self.kept_by_server)(&keys.join(", ")),
            Notice::Unknown(keys) => (self.unknown_keys)(&keys.join(", ")),
        }
    }

    /// Why nothing could be pasted.
    pub(crate) fn paste_error(&self, error: &PasteError) -> String {
        match error {
            PasteError::NoObject => self.paste_no_object.to_owned(),
            PasteError::NotJson { line, column } => (self.paste_not_json)(*line, *column),
        }
    }
}
