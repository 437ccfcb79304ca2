//! State that lives as long as the app and is made when a screen first asks for it.
//!
//! A part of the app that is loaded later brings its own state: the shell does not know it.

use leptos::prelude::*;

/// The owner of whatever lives as long as the app.
#[derive(Clone, Copy)]
struct AppOwner(StoredValue<Owner>);

/// Makes the component that calls this the keeper of lasting state.
pub(crate) fn keep_lasting() {
    provide_context(AppOwner(StoredValue::new(Owner::current().unwrap_or_default())));
}

/// The app's one `T`; `make` makes it where there is none yet.
pub(crate) fn lasting<T: Clone + Send + Sync + 'static>(make: impl FnOnce() -> T) -> T {
    use_context::<T>().unwrap_or_else(|| {
        let AppOwner(owner) = expect_context();
        owner.get_value().with(|| {
            let fresh = make();
            provide_context(fresh.clone());
            fresh
        })
    })
}
