//! All of Dialdesk that is true without a browser.
