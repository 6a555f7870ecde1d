//! The site's time. WordPress writes local times without an offset, and UTC times without a `Z`.

use jiff::{Timestamp, civil::DateTime, tz::TimeZone};

/// Tells the site's time.
pub struct Clock {
    zone: TimeZone,
}

/// A moment as WordPress stores it, in two time zones: `2023-11-03T15:43:00`.
#[derive(Debug, Clone)]
pub struct Moment {
    /// In the site's time zone.
    pub local: String,
    /// In UTC.
    pub gmt: String,
}

impl Clock {
    /// A clock in this time zone.
    #[must_use]
    pub fn new(zone: TimeZone) -> Self {
        Self { zone }
    }

    /// The current time.
    #[must_use]
    pub fn now(&self) -> Moment {
        let now = Timestamp::now();
        let written = |time: DateTime| time.strftime("%Y-%m-%dT%H:%M:%S").to_string();
        Moment { local: written(self.zone.to_datetime(now)), gmt: written(TimeZone::UTC.to_datetime(now)) }
    }

    /// The current offset from UTC in hours: WordPress's `gmt_offset`.
    #[must_use]
    pub fn gmt_offset(&self) -> f64 {
        f64::from(self.zone.to_offset(Timestamp::now()).seconds()) / 3600.0
    }

    /// The name of the time zone, such as `Africa/Casablanca`: WordPress's `timezone_string`.
    #[must_use]
    pub fn timezone_string(&self) -> &str {
        self.zone.iana_name().unwrap_or_default()
    }
}
