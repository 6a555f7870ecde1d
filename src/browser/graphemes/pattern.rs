//! Graphemes as a regular expression, for browsers without `Intl.Segmenter`: the grammar of UAX #29, table 1c. The
//! regular expressions of browsers know most of the properties; what they do not know is listed here, as of Unicode 17.

/// What never belongs to a neighbour: `Grapheme_Cluster_Break=Control`, CR and LF.
const CONTROL: &str = "\0-\x1f\x7f-\u{9f}\u{ad}\u{61c}\u{180e}\u{200b}\u{200e}\u{200f}\u{2028}-\u{202e}\u{2060}-\u{206f}\
    \u{feff}\u{fff0}-\u{fffb}\u{13430}-\u{1343f}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e001f}\
    \u{e0080}-\u{e00ff}\u{e01f0}-\u{e0fff}";
/// What belongs to the character behind it, such as the Arabic number sign.
const PREPEND: &str = "\u{600}-\u{605}\u{6dd}\u{70f}\u{890}\u{891}\u{8e2}\u{d4e}\u{110bd}\u{110cd}\u{111c2}\u{111c3}\
    \u{113d1}\u{1193f}\u{11941}\u{11a84}-\u{11a89}\u{11d46}\u{11f02}";
/// Marks that take no space, with the linkers that were no such marks before Unicode 16, and the joiner.
const EXTEND: &str = r"\p{Grapheme_Extend}\p{Emoji_Modifier}\u200d";
/// Marks that take space, and letters that act as such.
const SPACING: &str = r"\p{Mc}\u0e33\u0eb3\u{113b9}\u{113ba}\u{113ca}\u{113cc}\u{113cd}\u{1171e}\u{11f03}";
/// Marks that take space and are characters of their own, in Myanmar, Tai Tham and Ahom.
const APART: &str = "\u{102b}\u{102c}\u{1038}\u{1062}-\u{1064}\u{1067}-\u{106d}\u{1083}\u{1087}-\u{108c}\u{108f}\
    \u{109a}-\u{109c}\u{1a61}\u{1a63}\u{1a64}\u{aa7b}\u{aa7d}\u{11720}\u{11721}";
/// `Indic_Conjunct_Break=Consonant`.
const CONSONANT: &str = "\u{915}-\u{939}\u{958}-\u{95f}\u{978}-\u{97f}\u{995}-\u{9a8}\u{9aa}-\u{9b0}\u{9b2}\u{9b6}-\u{9b9}\
    \u{9dc}\u{9dd}\u{9df}\u{9f0}\u{9f1}\u{a95}-\u{aa8}\u{aaa}-\u{ab0}\u{ab2}\u{ab3}\u{ab5}-\u{ab9}\u{af9}\u{b15}-\u{b28}\
    \u{b2a}-\u{b30}\u{b32}\u{b33}\u{b35}-\u{b39}\u{b5c}\u{b5d}\u{b5f}\u{b71}\u{c15}-\u{c28}\u{c2a}-\u{c39}\
    \u{c58}-\u{c5a}\u{d15}-\u{d3a}\u{1000}-\u{102a}\u{103f}\u{1050}-\u{1055}\u{105a}-\u{105d}\u{1061}\u{1065}\u{1066}\
    \u{106e}-\u{1070}\u{1075}-\u{1081}\u{108e}\u{1780}-\u{17b3}\u{1a20}-\u{1a54}\u{1b0b}\u{1b0c}\u{1b13}-\u{1b33}\
    \u{1b45}-\u{1b4c}\u{1b83}-\u{1ba0}\u{1bae}\u{1baf}\u{1bbb}-\u{1bbd}\u{a989}-\u{a98b}\u{a98f}-\u{a9b2}\
    \u{a9e0}-\u{a9e4}\u{a9e7}-\u{a9ef}\u{a9fa}-\u{a9fe}\u{aa60}-\u{aa6f}\u{aa71}-\u{aa73}\u{aa7a}\u{aa7e}\u{aa7f}\
    \u{aae0}-\u{aaea}\u{abc0}-\u{abda}\u{10a00}\u{10a10}-\u{10a13}\u{10a15}-\u{10a17}\u{10a19}-\u{10a35}\
    \u{11103}-\u{11126}\u{11144}\u{11147}\u{11380}-\u{11389}\u{1138b}\u{1138e}\u{11390}-\u{113b5}\u{11900}-\u{11906}\
    \u{11909}\u{1190c}-\u{11913}\u{11915}\u{11916}\u{11918}-\u{1192f}\u{11a00}\u{11a0b}-\u{11a32}\u{11a50}\
    \u{11a5c}-\u{11a83}\u{11f04}-\u{11f10}\u{11f12}-\u{11f33}";
/// `Indic_Conjunct_Break=Linker`: what joins two of those.
const LINKER: &str = "\u{94d}\u{9cd}\u{acd}\u{b4d}\u{c4d}\u{d4d}\u{1039}\u{17d2}\u{1a60}\u{1b44}\u{1bab}\u{a9c0}\
    \u{aaf6}\u{10a3f}\u{11133}\u{113d0}\u{1193e}\u{11a47}\u{11a99}\u{11f42}";
/// Hangul's leading consonants, vowels and trailing consonants; the vowels of Kirat Rai act as these do.
const LEADING: &str = "[\u{1100}-\u{115f}\u{a960}-\u{a97c}]";
const VOWEL: &str = "[\u{1160}-\u{11a7}\u{d7b0}-\u{d7c6}\u{16d63}\u{16d67}-\u{16d6a}]";
const TRAILING: &str = "[\u{11a8}-\u{11ff}\u{d7cb}-\u{d7fb}]";
const SYLLABLES: &str = "[\u{ac00}-\u{d7a3}]";

/// The first Hangul syllable, and how many there are of each pair of a leading consonant and a vowel. The first of
/// each has no trailing consonant.
const FIRST_SYLLABLE: u32 = 0xac00;
const SYLLABLES_OF_PAIR: usize = 28;
const SYLLABLES_COUNT: u32 = 11_172;

/// The pattern of one grapheme, for a text with line ends as one `\n`. `but` writes the class of the characters that
/// the first class has and the second has not, which browsers and Rust's regular expressions write differently.
pub fn grapheme_pattern(but: impl Fn(&str, &str) -> String) -> String {
    let class = |characters: &[&str]| ["[", &characters.concat(), "]"].concat();
    let syllables = (FIRST_SYLLABLE..FIRST_SYLLABLE + SYLLABLES_COUNT).step_by(SYLLABLES_OF_PAIR);
    let open: String =
        ["[".to_owned(), syllables.filter_map(char::from_u32).collect(), "]".to_owned()].concat();
    let consonant = class(&[CONSONANT]);
    // Each class has only what the next part has not, so that a match takes no longer than the text is long.
    let until_linker = but(EXTEND, &[LINKER, r"\u200c"].concat());
    let behind_linker = but(EXTEND, r"\u200c");
    [
        &*class(&[PREPEND]),
        "*(?:",
        LEADING,
        "*(?:",
        VOWEL,
        "+|",
        &open,
        VOWEL,
        "*|",
        SYLLABLES,
        ")",
        TRAILING,
        "*|",
        LEADING,
        "+|",
        TRAILING,
        r"+|\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:",
        &but(EXTEND, r"\u200d"),
        r"*\u200d\p{Extended_Pictographic})*|",
        &consonant,
        "(?:",
        &until_linker,
        "*",
        &class(&[LINKER]),
        &behind_linker,
        "*",
        &consonant,
        ")*|[^",
        CONTROL,
        "])(?:",
        &class(&[EXTEND, LINKER]),
        "|",
        &but(SPACING, APART),
        ")*|",
        &class(&[CONTROL]),
    ]
    .concat()
}

/// As browsers write it.
#[cfg(target_arch = "wasm32")]
pub fn but(all: &str, except: &str) -> String {
    ["(?:(?![", except, "])[", all, "])"].concat()
}

#[cfg(test)]
mod tests;
