//! Character references of HTML: `&amp;`, `&#8217;`.

/// The names that WordPress lets through (`$allowedentitynames`): the 252 of HTML 4, and `apos`. With
/// the characters that the HTML standard gives them; so `lang` and `rang` are not those of HTML 4.
/// One string that is searched: a `match` of as many arms weighs several times as much in WebAssembly.
static NAMED: &str = "\
    Aacute=Á aacute=á Acirc=Â acirc=â acute=´ AElig=Æ aelig=æ Agrave=À agrave=à alefsym=ℵ Alpha=Α alpha=α \
    amp=& and=∧ ang=∠ apos=' Aring=Å aring=å asymp=≈ Atilde=Ã atilde=ã Auml=Ä auml=ä bdquo=„ Beta=Β \
    beta=β brvbar=¦ bull=• cap=∩ Ccedil=Ç ccedil=ç cedil=¸ cent=¢ Chi=Χ chi=χ circ=ˆ clubs=♣ cong=≅ \
    copy=© crarr=↵ cup=∪ curren=¤ Dagger=‡ dagger=† dArr=⇓ darr=↓ deg=° Delta=Δ delta=δ diams=♦ divide=÷ \
    Eacute=É eacute=é Ecirc=Ê ecirc=ê Egrave=È egrave=è empty=∅ emsp=\u{2003} ensp=\u{2002} Epsilon=Ε \
    epsilon=ε equiv=≡ Eta=Η eta=η ETH=Ð eth=ð Euml=Ë euml=ë euro=€ exist=∃ fnof=ƒ forall=∀ frac12=½ \
    frac14=¼ frac34=¾ frasl=⁄ Gamma=Γ gamma=γ ge=≥ gt=> hArr=⇔ harr=↔ hearts=♥ hellip=… Iacute=Í iacute=í \
    Icirc=Î icirc=î iexcl=¡ Igrave=Ì igrave=ì image=ℑ infin=∞ int=∫ Iota=Ι iota=ι iquest=¿ isin=∈ Iuml=Ï \
    iuml=ï Kappa=Κ kappa=κ Lambda=Λ lambda=λ lang=⟨ laquo=« lArr=⇐ larr=← lceil=⌈ ldquo=“ le=≤ lfloor=⌊ \
    lowast=∗ loz=◊ lrm=\u{200e} lsaquo=‹ lsquo=‘ lt=< macr=¯ mdash=— micro=µ middot=· minus=− Mu=Μ mu=μ \
    nabla=∇ nbsp=\u{a0} ndash=– ne=≠ ni=∋ not=¬ notin=∉ nsub=⊄ Ntilde=Ñ ntilde=ñ Nu=Ν nu=ν Oacute=Ó \
    oacute=ó Ocirc=Ô ocirc=ô OElig=Œ oelig=œ Ograve=Ò ograve=ò oline=‾ Omega=Ω omega=ω Omicron=Ο \
    omicron=ο oplus=⊕ or=∨ ordf=ª ordm=º Oslash=Ø oslash=ø Otilde=Õ otilde=õ otimes=⊗ Ouml=Ö ouml=ö \
    para=¶ part=∂ permil=‰ perp=⊥ Phi=Φ phi=φ Pi=Π pi=π piv=ϖ plusmn=± pound=£ Prime=″ prime=′ prod=∏ \
    prop=∝ Psi=Ψ psi=ψ quot=\" radic=√ rang=⟩ raquo=» rArr=⇒ rarr=→ rceil=⌉ rdquo=” real=ℜ reg=® rfloor=⌋ \
    Rho=Ρ rho=ρ rlm=\u{200f} rsaquo=› rsquo=’ sbquo=‚ Scaron=Š scaron=š sdot=⋅ sect=§ shy=\u{ad} Sigma=Σ \
    sigma=σ sigmaf=ς sim=∼ spades=♠ sub=⊂ sube=⊆ sum=∑ sup=⊃ sup1=¹ sup2=² sup3=³ supe=⊇ szlig=ß Tau=Τ \
    tau=τ there4=∴ Theta=Θ theta=θ thetasym=ϑ thinsp=\u{2009} THORN=Þ thorn=þ tilde=˜ times=× trade=™ \
    Uacute=Ú uacute=ú uArr=⇑ uarr=↑ Ucirc=Û ucirc=û Ugrave=Ù ugrave=ù uml=¨ upsih=ϒ Upsilon=Υ upsilon=υ \
    Uuml=Ü uuml=ü weierp=℘ Xi=Ξ xi=ξ Yacute=Ý yacute=ý yen=¥ Yuml=Ÿ yuml=ÿ Zeta=Ζ zeta=ζ zwj=\u{200d} \
    zwnj=\u{200c}";

/// The character called `name`, written without `&` and `;`. Names know upper and lower case.
pub fn named(name: &str) -> Option<char> {
    NAMED.split(' ').find_map(|entry| entry.strip_prefix(name)?.strip_prefix('=')?.chars().next())
}

/// Windows-1252 from 0x80 to 0x9F; what it leaves undefined stays a control character.
static WINDOWS_1252: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The character with the number `code`, as the HTML standard reads it (numeric character reference end
/// state). 0x80 to 0x9F are what older pages meant by them; what is no character is U+FFFD.
pub fn numbered(code: u32) -> char {
    match code {
        0 => char::REPLACEMENT_CHARACTER,
        0x80..=0x9f => WINDOWS_1252.chars().nth(code as usize - 0x80).unwrap_or(char::REPLACEMENT_CHARACTER),
        _ => char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER),
    }
}
