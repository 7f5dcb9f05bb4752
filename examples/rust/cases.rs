// SPDX-License-Identifier: MIT
//! examples/cases.csv through minrisk.rs: the same bits, statuses and bad elements. `cases FILE`
#![allow(dead_code)]
mod minrisk;

use minrisk::{Error, Market, Residual, Result};
use std::num::NonZeroUsize;

/// Statuses, the bad element and bits, as the file has them.
type Answer = (Vec<i32>, Option<usize>, Vec<Option<u64>>);

fn numbers(text: &str) -> Vec<Option<f64>> {
    let words = text.split(';').filter(|_| !text.is_empty());
    words.map(|word| word.parse().ok()).collect()
}

fn answer(result: Result<Vec<f64>>) -> Answer {
    match result {
        Ok(values) => (vec![0], None, values.iter().map(|v| Some(v.to_bits())).collect()),
        Err(Error::BadElement { index, .. }) => (vec![minrisk::DATA], Some(index), vec![]),
        Err(Error::Status(status)) => (vec![status], None, vec![]),
    }
}

/// The market as a running one, to which a supplier came that left again.
fn running(quantities: &[f64]) -> Result<f64> {
    let (mut market, mut rest) = (Market::new(), Market::default());
    market.add(7.0)?;
    for &quantity in quantities {
        rest.add(quantity)?;
    }
    market.merge(&rest)?;
    market.remove(7.0)?;
    market.hhi()
}

fn groups(quantities: &[f64], offsets: &[usize]) -> Answer {
    let each = match minrisk::hhi_groups(quantities, offsets) {
        Ok(each) => each,
        Err(error) => return answer(Err(error)),
    };
    let bad = each.iter().find_map(|market| match market {
        Err(Error::BadElement { index, .. }) => Some(*index),
        _ => None,
    });
    let status = each.iter().map(|market| market.err().map_or(0, |e| e.status()));
    let bits = each.iter().map(|market| market.ok().map(f64::to_bits));
    (status.collect(), bad, bits.collect())
}

fn call(function: &str, x: &[f64], p: &[f64]) -> Option<Answer> {
    Some(match function {
        "hhi" => {
            let hhi = minrisk::hhi(x);
            assert!(hhi.is_err() || running(x) == hhi);
            answer(hhi.map(|v| vec![v]))
        }
        "effective_suppliers" => answer(minrisk::effective_suppliers(x).map(|v| vec![v])),
        "top_share" => answer(minrisk::top_share(x, p[0] as usize).map(|v| vec![v])),
        "hhi_bounds" => {
            let residual = Residual {
                quantity: p[0],
                suppliers: NonZeroUsize::new(p[1] as usize),
                cap: Some(p[2]).filter(|&cap| cap != 0.0),
            };
            answer(minrisk::hhi_bounds(x, residual).map(|range| vec![range.low, range.high]))
        }
        "hhi_groups" => groups(x, &p.iter().map(|&o| o as usize).collect::<Vec<_>>()),
        _ => return None,
    })
}

fn main() {
    let none_each = Residual { quantity: 1.0, cap: Some(0.0), ..Default::default() };
    assert_eq!(minrisk::hhi_bounds(&[1.0], none_each), Err(Error::Status(minrisk::PARAM)));
    assert_eq!(Market::new().remove(1.0), Err(Error::Status(minrisk::DATA)));
    assert_eq!(
        minrisk::hhi(&[3.0, -0.5]).unwrap_err().to_string().find("element 1 (-0.5): "),
        Some(0)
    );

    let path = std::env::args().nth(1).expect("cases FILE");
    let text = std::fs::read_to_string(path).expect("the file of cases");
    let mut cases = 0;
    for line in text.lines().skip(1) {
        let column: Vec<&str> = line.split(',').collect();
        let list = |i: usize| numbers(column[i]).into_iter().flatten().collect::<Vec<f64>>();
        let expected: Answer = (
            list(4).iter().map(|&status| status as i32).collect(),
            column[5].parse().ok(),
            numbers(column[6]).into_iter().map(|v| v.map(f64::to_bits)).collect(),
        );
        if let Some(said) = call(column[1], &list(2), &list(3)) {
            assert_eq!(said, expected, "{}", line);
            cases += 1;
        }
    }
    println!("{} cases alike", cases);
}
