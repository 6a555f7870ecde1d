//! Numbers in the reader's digits.

use std::str::FromStr;

/// Which digits to write. The values of `data-digits` are the names of CLDR's numbering systems.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Digits {
    /// `latn`: 0123456789.
    Latin,
    /// `arab`: ٠١٢٣٤٥٦٧٨٩.
    Arabic,
}

/// A name of digits other than `latn` and `arab`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("digits are latn or arab")]
pub struct UnknownDigits;

impl FromStr for Digits {
    type Err = UnknownDigits;

    fn from_str(name: &str) -> Result<Self, UnknownDigits> {
        match name {
            "latn" => Ok(Self::Latin),
            "arab" => Ok(Self::Arabic),
            _ => Err(UnknownDigits),
        }
    }
}

impl Digits {
    /// `text` with its ASCII digits in these.
    pub fn write(self, text: String) -> String {
        match self {
            Self::Latin => text,
            Self::Arabic => text.chars().map(arabic).collect(),
        }
    }
}

fn arabic(character: char) -> char {
    match character {
        '0'..='9' => char::from_u32(character as u32 - '0' as u32 + '٠' as u32).unwrap_or(character),
        _ => character,
    }
}

/// `number` in `digits`. Numbers of up to four digits are not grouped (`1000`), like years; longer ones are
/// grouped by threes, with `group` between Latin digits and `٬` between Arabic ones.
pub fn number(number: u64, digits: Digits, group: char) -> String {
    let plain = number.to_string();
    if plain.len() < 5 {
        return digits.write(plain);
    }
    let group = match digits {
        Digits::Latin => group,
        Digits::Arabic => '٬',
    };
    let mut grouped = String::with_capacity(plain.len() * 2);
    for (index, digit) in plain.chars().enumerate() {
        if index > 0 && (plain.len() - index).is_multiple_of(3) {
            grouped.push(group);
        }
        grouped.push(digit);
    }
    digits.write(grouped)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_digits_are_those_of_cldr() {
        assert_eq!("latn".parse(), Ok(Digits::Latin));
        assert_eq!("arab".parse(), Ok(Digits::Arabic));
        for wrong in ["", "auto", "arabic", "Latn", "deva"] {
            assert_eq!(wrong.parse::<Digits>(), Err(UnknownDigits), "{wrong}");
        }
    }

    #[test]
    fn numbers_are_grouped_from_five_digits() {
        for (value, latin, arabic) in [
            (0, "0", "٠"),
            (9, "9", "٩"),
            (1000, "1000", "١٠٠٠"),
            (9999, "9999", "٩٩٩٩"),
            (10_000, "10,000", "١٠٬٠٠٠"),
            (123_456, "123,456", "١٢٣٬٤٥٦"),
            (1_234_567, "1,234,567", "١٬٢٣٤٬٥٦٧"),
            (u64::MAX, "18,446,744,073,709,551,615", "١٨٬٤٤٦٬٧٤٤٬٠٧٣٬٧٠٩٬٥٥١٬٦١٥"),
        ] {
            assert_eq!(number(value, Digits::Latin, ','), latin);
            assert_eq!(number(value, Digits::Arabic, ','), arabic);
        }
    }

    #[test]
    fn only_digits_change() {
        assert_eq!(Digits::Arabic.write("3:43 م".to_owned()), "٣:٤٣ م");
        assert_eq!(Digits::Latin.write("3:43 م".to_owned()), "3:43 م");
    }
}
