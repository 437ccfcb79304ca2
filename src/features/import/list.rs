//! The list that takes the contacts, and what its server says of it.

use std::collections::BTreeMap;

use dialdesk_core::contact::ContactField;
use dialdesk_core::import::{DuplicateRule, RowDecision};
use dialdesk_core::list::ListId;
use leptos::prelude::*;

use super::ending::Ending;
use super::model::Run;
use super::state::ImportState;
use super::undo::History;
use crate::platform::task;
use crate::state::{Remote, SignIn};

/// Whether a field means the same at every server. The number of a custom field does not.
pub(super) fn is_standard(field: &ContactField) -> bool {
    !matches!(field, ContactField::Custom(_))
}

/// The standard fields among those that are compared.
pub(super) fn standard(rule: &DuplicateRule) -> DuplicateRule {
    DuplicateRule::new(rule.fields().iter().copied().filter(is_standard))
}

/// Leaves of what was decided about rows what means the same at every server.
pub(super) fn retain_standard<Row: Ord>(rows: &mut BTreeMap<Row, RowDecision>) {
    for decision in rows.values_mut() {
        decision.texts.retain(|field, _| is_standard(field));
    }
    rows.retain(|_, decision| !decision.is_nothing());
}

impl ImportState {
    /// Chooses the list that takes the contacts. An import that is under way keeps its own.
    pub(super) fn choose_list(self, list: Option<ListId>) {
        if self.is_under_way() || self.list.get_untracked() == list {
            return;
        }
        // An outcome that is shown is that of the list before.
        if matches!(*self.run.read_untracked(), Run::Ended(Ending::Done(..) | Ending::Unclear { .. })) {
            self.run.set(Run::Idle);
        }
        self.comparing.forget();
        self.list.set(list);
    }

    /// Reads the fields and the size of the list when another is chosen, when somebody signs in again, and before the
    /// next import into it.
    pub(super) fn ask_about_the_list(self) {
        let signed_in = Memo::new(move |_| matches!(*self.session.sign_in().read(), SignIn::In(_)));
        Effect::new(move |before: Option<(Option<(ListId, String)>, bool)>| {
            let (before, was_fixed) = before.unwrap_or_default();
            if self.is_fixed.get() {
                return (before, true);
            }
            let (Some(list), true) = (self.list.get(), signed_in.get()) else {
                self.size.set(Remote::Loading);
                // Signing in again is no reason to forget what was said of the same list.
                return (before, false);
            };
            let asked = Some((list, self.session.address()));
            if before != asked {
                self.forget_answers();
            } else if was_fixed && self.may_have_grown() {
                self.size.set(Remote::Loading);
            }
            self.ask(list);
            (asked, false)
        });
    }

    /// Whether the run that is over may have brought something into the list.
    fn may_have_grown(self) -> bool {
        let brought_nothing = matches!(*self.run.read_untracked(), Run::Ended(Ending::NotImported(_)));
        !brought_nothing || self.attempt.is_repeated()
    }

    /// Asks again, where the answer was none.
    pub(super) fn ask_again(self) {
        if let Some(list) = self.list.get_untracked().filter(|_| !self.is_fixed.get_untracked()) {
            self.ask(list);
        }
    }

    /// What is known of the list is shown until it is known better.
    fn ask(self, list: ListId) {
        self.questions.update_value(|number| *number += 1);
        let number = self.questions.get_value();
        let is_wanted = move || {
            self.questions.try_get_value() == Some(number) && self.is_fixed.try_get_untracked() == Some(false)
        };
        task::spawn(async move {
            let fields = self.session.call(async |client| client.custom_fields(list).await).await;
            if is_wanted() {
                self.custom.try_update(|custom| custom.take(fields));
            }
            let count = self.session.call(async |client| client.contact_count(list).await).await;
            if is_wanted() {
                self.size.try_update(|size| size.take(count));
            }
        });
    }

    /// Whether the server does not tell how many contacts the list holds.
    pub(super) fn is_size_untold(self) -> bool {
        match &*self.size.read() {
            Remote::Loading | Remote::Ready(Some(_)) => false,
            Remote::Ready(None) | Remote::Failed(_) => true,
        }
    }

    /// What was said of a list is not said of another one, nor to somebody else.
    pub(super) fn forget_answers(self) {
        let is_chosen = self.list.with_untracked(Option::is_some);
        self.questions.update_value(|number| *number += 1);
        self.custom.set(if is_chosen { Remote::Loading } else { Remote::Ready(Vec::new()) });
        self.declared.set(Vec::new());
        self.size.set(Remote::Loading);
    }

    /// List, custom fields and outcome belong to the server that they came from; the file stays.
    pub(super) fn forget_what_is_of_another_server(self) {
        Effect::new(move |before: Option<String>| {
            let address = self.session.connection().server().address().to_owned();
            if before.is_some_and(|before| before != address) {
                self.stop();
                self.attempt.stop_waiting();
                self.comparing.forget();
                self.attempt.forget();
                self.list.set(None);
                self.forget_answers();
                self.forget_custom_fields();
                self.run.set(Run::Idle);
            }
            address
        });
    }

    /// Whatever names a custom field by its number would mean another one elsewhere.
    fn forget_custom_fields(self) {
        self.choices.update(|choices| choices.retain(|field, _| is_standard(field)));
        self.shelf.update_value(|shelf| shelf.retain(is_standard));
        self.wanted.update(|wanted| *wanted = standard(wanted));
        self.recipe.forget_custom_fields();
        self.sources.forget_custom_fields();
        let is_custom = |field: &ContactField| !is_standard(field);
        let is_typed = |decision: &RowDecision| decision.texts.keys().any(is_custom);
        // What was taken back could be done again.
        self.desk.history.set(History::default());
        self.desk.aside.update(retain_standard);
        if self.decisions.with_untracked(|made| made.rows.values().any(is_typed)) {
            self.decisions.update(|made| retain_standard(&mut made.rows));
        }
    }
}

#[cfg(test)]
mod tests {
    use dialdesk_core::contact::CustomFieldId;

    use super::*;

    #[test]
    fn of_what_is_compared_only_the_standard_fields_mean_the_same_elsewhere() {
        let third = ContactField::Custom(CustomFieldId::new(3).unwrap());
        let rule = DuplicateRule::new([ContactField::Phone, third, ContactField::Email]);
        assert_eq!(standard(&rule), DuplicateRule::new([ContactField::Phone, ContactField::Email]));
    }
}
