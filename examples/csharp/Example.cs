// SPDX-License-Identifier: MIT
using System;
using System.Globalization;

/// <summary>Arrays scored by libminrisk, and what is said of those that cannot be.</summary>
static class Example
{
    private static void Print(FormattableString text)
    {
        Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));
    }

    static void Main()
    {
        // Mine production of tungsten, tonnes, 2025 (USGS, Mineral Commodity Summaries 2026).
        double[] mined = { 67000, 3000, 2400, 2000, 2000, 1700, 1300, 1000, 840, 800, 700 };
        const double others = 2400;

        double h = Minrisk.Points(Minrisk.Hhi(mined)), n = Minrisk.EffectiveSuppliers(mined);
        Print($"tungsten, named countries alone: HHI {h:F0} points, like {n:F2} equal suppliers");
        Print($"the first three hold {100 * Minrisk.TopShare(mined, 3):F1} %");
        Minrisk.Interval bounds = Minrisk.HhiBounds(mined, others);
        double low = Minrisk.Points(bounds.Low), high = Minrisk.Points(bounds.High);
        Print($"with the others, whoever they are: HHI {low:F1} to {high:F1} points");

        // Three markets one behind the other, the second of them empty.
        double[] sold = { 5, 3, 2, 10, 20, 20, 50 };
        double[] each = Minrisk.HhiGroups(sold, new[] { 0, 3, 3, 7 }, out int[] statuses);
        for (int g = 0; g < each.Length; g++) {
            if (statuses[g] == 0) {
                Print($"market {g}: HHI {each[g]:F4}");
            } else {
                Print($"market {g}: {Minrisk.StatusText(statuses[g])}");
            }
        }

        try {
            Minrisk.Hhi(new[] { 1, 2, -0.5 });
        } catch (Minrisk.BadElementException bad) {
            Print($"refused: element {bad.Index}: {Minrisk.StatusText(bad.Status)}");
        }
    }
}
