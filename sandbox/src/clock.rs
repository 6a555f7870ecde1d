//! The site's time: WordPress writes local times without an offset and UTC times without a `Z`.

use jiff::{
    Timestamp,
    civil::DateTime,
    tz::{Offset, TimeZone},
};

/// Tells the site's local time.
pub struct Clock {
    zone: TimeZone,
}

/// One moment, written twice as WordPress keeps it: `2023-11-03T15:43:00`.
#[derive(Debug, Clone)]
pub struct Moment {
    /// The site's local time.
    pub local: String,
    /// The same in UTC.
    pub gmt: String,
}

impl Clock {
    /// A clock in this zone.
    #[must_use]
    pub fn new(zone: TimeZone) -> Self {
        Self { zone }
    }

    /// This second.
    #[must_use]
    pub fn now(&self) -> Moment {
        let now = Timestamp::now();
        Moment { local: written(self.zone.to_datetime(now)), gmt: written(TimeZone::UTC.to_datetime(now)) }
    }

    /// Today's distance from UTC in hours, perhaps fractional: WordPress's `gmt_offset`.
    #[must_use]
    pub fn offset_hours(&self) -> f64 {
        hours(self.zone.to_offset(Timestamp::now()))
    }
}

fn hours(offset: Offset) -> f64 {
    f64::from(offset.seconds()) / 3600.0
}

fn written(moment: DateTime) -> String {
    moment.strftime("%Y-%m-%dT%H:%M:%S").to_string()
}
