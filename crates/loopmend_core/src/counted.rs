/// Returns a number with its noun, with a comma between thousands: `1 file`, `2,000 files`.
pub fn counted_with_commas(count: usize, noun: &str) -> String {
    format!("{} {noun}{}", with_commas(count), if count == 1 { "" } else { "s" })
}

/// Returns a number with a comma between thousands: `2,000`.
pub fn with_commas(count: usize) -> String {
    let digits = count.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Returns a number with its noun: `1 file`, `2 files`.
pub fn counted(count: usize, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::counted_with_commas;

    #[test]
    fn thousands_are_set_apart() {
        let shown = |count| counted_with_commas(count, "test");
        assert_eq!([shown(1), shown(999), shown(1_000)], ["1 test", "999 tests", "1,000 tests"]);
        assert_eq!(shown(1_234_567), "1,234,567 tests");
    }
}
