//! Agents who see a list.

/// Agents who see a list.
pub(crate) struct Agents {
    pub(crate) title: &'static str,
    pub(crate) hint: &'static str,
    pub(crate) caption: &'static str,
    pub(crate) failed: &'static str,
    pub(crate) none: &'static str,
    pub(crate) will_remove: fn(&str, u64) -> String,
}

pub(super) const EN: Agents = Agents {
    title: "Agents who see this list",
    hint: "Agents of a campaign need its lists as well, to see the contacts they talk to.",
    caption: "Agents of the list",
    failed: "The agents of the list cannot be shown",
    none: "It has no agents yet.",
    will_remove: |names, seconds| {
        format!(
            "{seconds} seconds to undo it, then removed from the list: {names}. Nothing is sent before; closing the page keeps them."
        )
    },
};

pub(super) const IT: Agents = Agents {
    title: "Operatori che vedono questa lista",
    hint: "Gli operatori di una campagna hanno bisogno anche delle sue liste, per vedere i contatti con cui parlano.",
    caption: "Operatori della lista",
    failed: "Gli operatori della lista non possono essere mostrati",
    none: "Non ha ancora operatori.",
    will_remove: |names, seconds| {
        format!(
            "{seconds} secondi per annullare, poi tolti dalla lista: {names}. Prima non si invia nulla; chiudere la pagina li conserva."
        )
    },
};
