//! Money by its signs and words.

/// Currency signs and the money they stand for.
pub const SIGNS: [(&str, &str); 6] = [
    ("US$", "dollar"),
    ("NT$", "taiwan dollar"),
    ("$", "dollar"),
    ("£", "pound"),
    ("€", "euro"),
    ("¥", "yen"),
];

/// Currency words that stand behind a number.
pub const CURRENCIES: [(&str, &str); 20] = [
    ("cents", "cent"),
    ("crown", "crown"),
    ("crowns", "crown"),
    ("dollar", "dollar"),
    ("dollars", "dollar"),
    ("euro", "euro"),
    ("euros", "euro"),
    ("francs", "franc"),
    ("kroner", "krone"),
    ("kronor", "krona"),
    ("marks", "mark"),
    ("pence", "penny"),
    ("pesos", "peso"),
    ("pound", "pound"),
    ("pounds", "pound"),
    ("rubles", "ruble"),
    ("rupees", "rupee"),
    ("shillings", "shilling"),
    ("yen", "yen"),
    ("yuan", "yuan"),
];
