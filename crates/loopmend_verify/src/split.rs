//! Finds which of some changes do harm, by trying parts of them.

/// The smallest set of `items` with which `is_bad` holds, given that it holds for all of them: one that no member can be taken from.
/// `is_bad` is asked for each set once, and gets the members in order.
///
/// Source: A. Zeller, R. Hildebrandt, Simplifying and Isolating Failure-Inducing Input, IEEE TSE 28 (2002).
///
/// # Errors
/// When `is_bad` fails.
pub fn guilty<E>(items: usize, mut is_bad: impl FnMut(&[usize]) -> Result<bool, E>) -> Result<Vec<usize>, E> {
    let mut suspects: Vec<usize> = (0..items).collect();
    let mut parts = 2;
    while suspects.len() > 1 {
        let size = suspects.len().div_ceil(parts);
        let chunks: Vec<Vec<usize>> = suspects.chunks(size).map(<[usize]>::to_vec).collect();
        if let Some(smaller) = first_bad(&chunks, &mut is_bad)? {
            (suspects, parts) = (smaller, 2);
            continue;
        }
        let without = |chunk: &Vec<usize>| -> Vec<usize> {
            suspects.iter().copied().filter(|item| !chunk.contains(item)).collect()
        };
        let complements: Vec<Vec<usize>> = chunks.iter().map(without).collect();
        // Of two parts each is the complement of the other.
        if chunks.len() > 2
            && let Some(smaller) = first_bad(&complements, &mut is_bad)?
        {
            (suspects, parts) = (smaller, (parts - 1).max(2));
            continue;
        }
        if size == 1 {
            break;
        }
        parts = (parts * 2).min(suspects.len());
    }
    Ok(suspects)
}

fn first_bad<E>(
    sets: &[Vec<usize>],
    is_bad: &mut impl FnMut(&[usize]) -> Result<bool, E>,
) -> Result<Option<Vec<usize>>, E> {
    for set in sets {
        if is_bad(set)? {
            return Ok(Some(set.clone()));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use super::guilty;

    fn found(items: usize, is_bad: impl Fn(&[usize]) -> bool) -> (Vec<usize>, usize) {
        let mut asked = 0;
        let found = guilty(items, |set| {
            asked += 1;
            Ok::<bool, ()>(is_bad(set))
        });
        (found.unwrap(), asked)
    }

    #[test]
    fn one_of_many() {
        for culprit in 0..40 {
            let (found, asked) = found(40, |set| set.contains(&culprit));
            assert_eq!(found, [culprit]);
            assert!(asked <= 12, "{asked} questions");
        }
        assert_eq!(found(1, |_| true), (vec![0], 0));
    }

    #[test]
    fn two_that_do_harm_together() {
        for (one, other) in [(0, 7), (2, 3), (1, 6)] {
            assert_eq!(found(8, |set| set.contains(&one) && set.contains(&other)).0, [one, other]);
        }
    }

    #[test]
    fn all_of_them() {
        assert_eq!(found(3, |set| set.len() == 3).0, [0, 1, 2]);
    }

    #[test]
    fn a_question_that_fails_ends_the_search() {
        assert_eq!(guilty(4, |_| Err("interrupted")), Err("interrupted"));
    }
}
