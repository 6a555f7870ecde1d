//! When something happened, on the site's own clock.

use time::{Date, Duration, Month, PrimitiveDateTime, Time, UtcOffset};

/// A moment with the offset that the site's clock had then: `date` minus `date_gmt`, and so right on
/// both sides of a change to summer time, which the offset of today is not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moment {
    /// Full year, such as 2023.
    pub year: i32,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// 0 to 59.
    pub second: u8,
    /// Minutes east of UTC.
    pub offset: i16,
}

impl Moment {
    /// From WordPress's pair: `date` on the site's clock and `date_gmt` in UTC, both written
    /// `2023-11-03T15:43:00` without a zone. Imports and plugins break one of them (`null`, 1970, zeros): then the other
    /// counts, and the offset is 0. `None` when neither is a date.
    pub fn from_wordpress(date: &str, date_gmt: &str) -> Option<Self> {
        let (local, utc) = (parse(date), parse(date_gmt));
        let offset = local.zip(utc).and_then(|(local, utc)| offset(local - utc)).unwrap_or(UtcOffset::UTC);
        let local = local.or(utc)?;
        Some(Self {
            year: local.year(),
            month: local.month().into(),
            day: local.day(),
            hour: local.hour(),
            minute: local.minute(),
            second: local.second(),
            offset: offset.whole_minutes(),
        })
    }

    /// The moment as plain numbers, to be kept: year to second, then the offset.
    pub fn to_numbers(self) -> [i32; 7] {
        let Self { year, month, day, hour, minute, second, offset } = self;
        let [month, day, hour, minute, second] = [month, day, hour, minute, second].map(i32::from);
        [year, month, day, hour, minute, second, offset.into()]
    }

    /// The moment that [`Self::to_numbers`] wrote; `None` for numbers of another kind.
    pub fn from_numbers(numbers: &[i32]) -> Option<Self> {
        let &[year, month, day, hour, minute, second, offset] = numbers else { return None };
        let small = |number: i32| u8::try_from(number).ok();
        Some(Self {
            year,
            month: small(month).filter(|month| (1..=12).contains(month))?,
            day: small(day)?,
            hour: small(hour)?,
            minute: small(minute)?,
            second: small(second)?,
            offset: i16::try_from(offset).ok()?,
        })
    }

    /// Seconds since 1970 in UTC; `None` for a day that no month has.
    pub fn unix_seconds(&self) -> Option<i64> {
        let month = Month::try_from(self.month).ok()?;
        let date = Date::from_calendar_date(self.year, month, self.day).ok()?;
        let time = Time::from_hms(self.hour, self.minute, self.second).ok()?;
        let local = PrimitiveDateTime::new(date, time).assume_utc().unix_timestamp();
        Some(local - i64::from(self.offset) * 60)
    }

    /// ISO 8601 with the offset, for `<time datetime>`: `2023-11-03T15:43:00+01:00`.
    pub fn iso(&self) -> String {
        let Self { year, month, day, hour, minute, second, offset } = self;
        let sign = if *offset < 0 { '-' } else { '+' };
        let (hours, minutes) = (offset.abs() / 60, offset.abs() % 60);
        format!(
            "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{sign}{hours:02}:{minutes:02}"
        )
    }
}

/// The offset of a site's clock, if it is one that clocks on earth have: UTC−12 to UTC+14.
fn offset(difference: Duration) -> Option<UtcOffset> {
    let is_on_earth = (Duration::hours(-12)..=Duration::hours(14)).contains(&difference);
    let seconds = i32::try_from(difference.whole_seconds()).ok()?;
    UtcOffset::from_whole_seconds(seconds).ok().filter(|_| is_on_earth)
}

fn parse(written: &str) -> Option<PrimitiveDateTime> {
    let (date, time) = written.split_once('T')?;
    let mut date = date.splitn(3, '-');
    let (year, month, day) = (date.next()?, date.next()?, date.next()?);
    let mut time = time.splitn(3, ':');
    let (hour, minute, second) = (time.next()?, time.next()?, time.next()?);
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    let date = Date::from_calendar_date(year.parse().ok()?, month, day.parse().ok()?).ok()?;
    let time = Time::from_hms(hour.parse().ok()?, minute.parse().ok()?, second.parse().ok()?).ok()?;
    Some(PrimitiveDateTime::new(date, time))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_offset_is_that_of_the_site_at_that_time() {
        let winter = Moment::from_wordpress("2024-01-10T09:30:00", "2024-01-10T08:30:00").unwrap();
        let summer = Moment::from_wordpress("2024-07-10T09:30:00", "2024-07-10T07:30:00").unwrap();
        assert_eq!((winter.offset, summer.offset), (60, 120));
        assert_eq!(summer.iso(), "2024-07-10T09:30:00+02:00");
    }

    #[test]
    fn an_offset_may_be_fractional_or_negative_and_may_cross_midnight() {
        let india = Moment::from_wordpress("2024-03-01T02:00:00", "2024-02-29T20:30:00").unwrap();
        assert_eq!(india.iso(), "2024-03-01T02:00:00+05:30");
        let newfoundland = Moment::from_wordpress("2023-12-31T23:00:00", "2024-01-01T02:30:00").unwrap();
        assert_eq!(newfoundland.iso(), "2023-12-31T23:00:00-03:30");
    }

    #[test]
    fn one_broken_date_leaves_the_other() {
        for (date, gmt, expected) in [
            ("2017-08-16T10:20:00", "1970-01-01T00:00:00", "2017-08-16T10:20:00+00:00"),
            ("2017-08-16T10:20:00", "0000-00-00T00:00:00", "2017-08-16T10:20:00+00:00"),
            ("2017-08-16T10:20:00", "", "2017-08-16T10:20:00+00:00"),
            ("", "2017-08-16T09:20:00", "2017-08-16T09:20:00+00:00"),
            ("2017-02-30T10:20:00", "2017-02-28T09:20:00", "2017-02-28T09:20:00+00:00"),
            ("2017-08-16T23:20:00", "2017-08-16T08:20:00", "2017-08-16T23:20:00+00:00"),
            ("2017-08-16T22:21:00", "2017-08-16T08:20:00", "2017-08-16T22:21:00+00:00"),
            ("2017-08-16T22:20:00", "2017-08-16T08:20:00", "2017-08-16T22:20:00+14:00"),
        ] {
            let moment = Moment::from_wordpress(date, gmt).map(|moment| moment.iso());
            assert_eq!(moment.as_deref(), Some(expected), "{date} {gmt}");
        }
    }

    #[test]
    fn seconds_are_counted_in_utc() {
        for (date, gmt, seconds) in [
            ("1970-01-01T01:00:10", "1970-01-01T00:00:10", 10),
            ("2024-03-01T02:00:00", "2024-02-29T20:30:00", 1_709_238_600),
            ("2023-12-31T23:00:00", "2024-01-01T02:30:00", 1_704_076_200),
        ] {
            assert_eq!(Moment::from_wordpress(date, gmt).unwrap().unix_seconds(), Some(seconds), "{date}");
        }
        assert_eq!(Moment::from_numbers(&[2024, 2, 31, 0, 0, 0, 0]).unwrap().unix_seconds(), None);
    }

    #[test]
    fn without_any_date_there_is_no_moment() {
        for (date, gmt) in
            [("", ""), ("2023-02-30T00:00:00", "0000-00-00T00:00:00"), ("2023-11-03", "2023-11-03")]
        {
            assert_eq!(Moment::from_wordpress(date, gmt), None, "{date}");
        }
    }
}
