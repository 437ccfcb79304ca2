//! Dialer campaigns: the table of them, the editor, their lists and agents.

mod agents_tab;
mod bench;
mod campaign_page;
mod editor;
mod field;
mod form;
mod lists_tab;
mod model;
mod page;
mod paste;
mod record;
mod review;
mod save;
mod sections;
mod window;

pub(crate) use campaign_page::CampaignPage;
pub(crate) use page::CampaignsPage;
