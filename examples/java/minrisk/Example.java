// SPDX-License-Identifier: MIT
package minrisk;

/** Arrays scored by libminrisk, and what is said of those that cannot be. */
final class Example {
    public static void main(String[] arguments) {
        // Mine production of tungsten, tonnes, 2025 (USGS, Mineral Commodity Summaries 2026).
        double[] mined = {67000, 3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700};
        double others = 2400;

        System.out.printf(
                "tungsten, named countries alone: HHI %.0f points, like %.2f equal suppliers%n",
                Minrisk.points(Minrisk.hhi(mined)), Minrisk.effectiveSuppliers(mined));
        System.out.printf("the first three hold %.1f %%%n", 100 * Minrisk.topShare(mined, 3));
        Minrisk.Interval bounds = Minrisk.hhiBounds(mined, others);
        System.out.printf(
                "with the others, whoever they are: HHI %.1f to %.1f points%n",
                Minrisk.points(bounds.low()), Minrisk.points(bounds.high()));

        // Three markets one behind the other, the second of them empty.
        Minrisk.Groups markets =
                Minrisk.hhiGroups(new double[] {5, 3, 2, 10, 20, 20, 50}, new int[] {0, 3, 3, 7});
        for (int g = 0; g < markets.hhi().length; g++) {
            int status = markets.status()[g];
            System.out.printf(
                    "market %d: %s%n",
                    g,
                    status == 0
                            ? String.format("HHI %.4f", markets.hhi()[g])
                            : Minrisk.statusText(status));
        }

        try {
            Minrisk.hhi(new double[] {1, 2, -0.5});
        } catch (Minrisk.BadElementException bad) {
            System.out.printf(
                    "refused: element %d: %s%n", bad.index, Minrisk.statusText(bad.status));
        }
    }
}
