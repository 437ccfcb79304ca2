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
            "{names} will be removed from the list in {seconds} seconds. Until then nothing is sent, and closing the page stops it."
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
            "Rimozione dalla lista tra {seconds} secondi: {names}. Prima non si invia nulla; chiudere la pagina la ferma."
        )
    },
};
