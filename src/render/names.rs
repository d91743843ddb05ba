//! Outlets' names where there is little room: over a column, before a paragraph's number.

/// Longest name in characters: what still stands over a column on three lines.
const LONGEST: usize = 32;

/// The names in the same order, long ones cut where the cut ones still differ from the others.
pub fn short(names: &[String]) -> Vec<String> {
    let cut: Vec<String> = names.iter().map(|n| cut(n)).collect();
    let is_unique = |name: &String| cut.iter().filter(|c| *c == name).count() == 1;
    cut.iter()
        .zip(names)
        .map(|(cut, name)| if is_unique(cut) { cut } else { name })
        .cloned()
        .collect()
}

/// The first characters, with an ellipsis where there are more.
fn cut(name: &str) -> String {
    if name.chars().count() <= LONGEST {
        return name.to_string();
    }
    let kept: String = name.chars().take(LONGEST - 1).collect();
    kept.trim_end().to_string() + "…"
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_names_are_cut_where_they_still_differ() {
        let names = ["Lamp", "The Weekly Gazette of the Northern Harbours"].map(str::to_string);
        assert_eq!(short(&names), ["Lamp", "The Weekly Gazette of the North…"]);
        let alike = ["9 March", "12 March"]
            .map(|day| format!("The Weekly Gazette of the Northern Harbours ({day})"));
        assert_eq!(short(&alike), alike);
    }
}
