// SPDX-License-Identifier: MIT

// Slices scored by libminrisk, and what is said of those that cannot be.
package main

import (
	"errors"
	"fmt"
	"log"

	"example.org/minrisk"
)

// Mine production of tungsten, tonnes, 2025 (USGS, Mineral Commodity Summaries 2026).
var mined = []float64{67000, 3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700}

const others = 2400

func must(x float64, err error) float64 {
	if err != nil {
		log.Fatal(err)
	}
	return x
}

func main() {
	fmt.Printf("tungsten, named countries alone: HHI %.0f points, like %.2f equal suppliers\n",
		minrisk.Points(must(minrisk.HHI(mined))), must(minrisk.EffectiveSuppliers(mined)))
	fmt.Printf("the first three hold %.1f %%\n", 100*must(minrisk.TopShare(mined, 3)))
	low, high, err := minrisk.HHIBounds(mined, minrisk.Residual{Quantity: others})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Printf("with the others, whoever they are: HHI %.1f to %.1f points\n",
		minrisk.Points(low), minrisk.Points(high))

	// Three markets one behind the other, the second of them empty.
	hhi, each, err := minrisk.HHIGroups([]float64{5, 3, 2, 10, 20, 20, 50}, []int{0, 3, 3, 7})
	if err != nil {
		log.Fatal(err)
	}
	for g := range hhi {
		if each[g] == nil {
			fmt.Printf("market %d: HHI %.4f\n", g, hhi[g])
		} else {
			fmt.Printf("market %d: %v\n", g, each[g])
		}
	}

	var bad *minrisk.BadElement
	if _, err := minrisk.HHI([]float64{1, 2, -0.5}); errors.As(err, &bad) {
		fmt.Printf("refused: element %d: %v\n", bad.Index, bad.Unwrap())
	}
}
