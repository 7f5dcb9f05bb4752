// SPDX-License-Identifier: MIT
//! Slices scored by libminrisk, and what is said of those that cannot be.
#![allow(dead_code)]
mod minrisk;

fn main() -> minrisk::Result<()> {
    // Mine production of tungsten, tonnes, 2025 (USGS, Mineral Commodity Summaries 2026).
    let mined =
        [67000.0, 3000.0, 2400.0, 2000.0, 2000.0, 1700.0, 1300.0, 1000.0, 840.0, 800.0, 700.0];
    let others = minrisk::Residual { quantity: 2400.0, ..Default::default() };

    println!(
        "tungsten, named countries alone: HHI {:.0} points, like {:.2} equal suppliers",
        minrisk::points(minrisk::hhi(&mined)?),
        minrisk::effective_suppliers(&mined)?
    );
    println!("the first three hold {:.1} %", 100.0 * minrisk::top_share(&mined, 3)?);
    let bounds = minrisk::hhi_bounds(&mined, others)?;
    println!(
        "with the others, whoever they are: HHI {:.1} to {:.1} points",
        minrisk::points(bounds.low),
        minrisk::points(bounds.high)
    );

    // Three markets one behind the other, the second of them empty.
    let sold = [5.0, 3.0, 2.0, 10.0, 20.0, 20.0, 50.0];
    for (g, market) in minrisk::hhi_groups(&sold, &[0, 3, 3, 7])?.iter().enumerate() {
        match market {
            Ok(hhi) => println!("market {}: HHI {:.4}", g, hhi),
            Err(error) => println!("market {}: {}", g, error),
        }
    }

    if let Err(minrisk::Error::BadElement { index, .. }) = minrisk::hhi(&[1.0, 2.0, -0.5]) {
        let text = minrisk::Error::Status(minrisk::DATA);
        println!("refused: element {}: {}", index, text);
    }
    Ok(())
}
