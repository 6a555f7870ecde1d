//! Who comments: filled in on the next visit and in the next article, once they have consented to that.

use leptos::prelude::*;

use super::Discussion;
use crate::{api::Client, model::Draft, state::identity::Identity};

impl Discussion {
    /// Fills in who commented on this site before.
    pub(super) fn restore_identity(self) {
        let Some(Identity { name, email, website }) =
            self.client.with_value(|client| Identity::load(&site(client)))
        else {
            return;
        };
        self.draft.name.set(name);
        self.draft.email.set(email);
        self.draft.website.set(website);
        self.draft.remember.set(true);
    }

    /// Forgets who comments as soon as they withdraw their consent.
    pub(super) fn forget_on_withdrawal(self) {
        Effect::new(move |remembered: Option<bool>| {
            let remember = self.draft.remember.get();
            if remembered == Some(true) && !remember {
                self.client.with_value(|client| Identity::forget(&site(client)));
                self.unremembered.set(false);
            }
            remember
        });
    }

    /// Keeps who wrote `sent`, which the site has, if they consented. The discussion may be gone: `client` reaches its site.
    pub(super) fn remember(self, client: &Client, sent: &Draft, has_consent: bool) {
        // Withdrawn while the comment was on its way.
        if has_consent && self.draft.remember.try_get_untracked() != Some(false) {
            self.unremembered.set(Identity::of(sent).save(&site(client)).is_err());
        }
    }
}

fn site(client: &Client) -> String {
    client.root().to_string()
}
