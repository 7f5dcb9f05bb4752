// SPDX-License-Identifier: MIT
using System;
using System.Globalization;
using System.IO;
using System.Linq;

/// <summary>examples/cases.csv through Minrisk: the same bits, statuses and bad elements.
/// Cases FILE</summary>
static class Cases
{
    private static double Number(string word)
    {
        return word == "" ? double.NaN : double.Parse(word, CultureInfo.InvariantCulture);
    }

    private static double[] Numbers(string text)
    {
        return text == "" ? new double[0] : text.Split(';').Select(Number).ToArray();
    }

    private static string Bits(params double[] values)
    {
        return string.Join(";", values.Select(
            v => double.IsNaN(v) ? "" : BitConverter.DoubleToInt64Bits(v).ToString("x16")));
    }

    private static double? Limit(double x)
    {
        return x == 0 ? (double?)null : x;
    }

    private static string Groups(double[] x, double[] p)
    {
        double[] hhi = Minrisk.HhiGroups(x, p.Select(o => (int)o).ToArray(), out int[] statuses);
        int bad = Minrisk.FirstInvalid(x);
        string element = bad < x.Length ? bad.ToString() : "";
        return string.Join(";", statuses) + "," + element + "," + Bits(hhi);
    }

    private static string Call(string function, double[] x, double[] p)
    {
        switch (function) {
        case "hhi":
            return "0,," + Bits(Minrisk.Hhi(x));
        case "effective_suppliers":
            return "0,," + Bits(Minrisk.EffectiveSuppliers(x));
        case "top_share":
            return "0,," + Bits(Minrisk.TopShare(x, (int)p[0]));
        case "hhi_bounds":
            Minrisk.Interval bounds = Minrisk.HhiBounds(x, p[0], (int?)Limit(p[1]), Limit(p[2]));
            return "0,," + Bits(bounds.Low, bounds.High);
        case "hhi_groups":
            return Groups(x, p);
        default:
            return null;
        }
    }

    /// <summary>Status, bad element and values.</summary>
    private static string Answer(string function, double[] x, double[] p)
    {
        try {
            return Call(function, x, p);
        } catch (Minrisk.BadElementException bad) {
            return bad.Status + "," + bad.Index + ",";
        } catch (Minrisk.RefusedException refused) {
            return refused.Status + ",,";
        }
    }

    private static void Must(bool holds, string what)
    {
        if (!holds) {
            throw new Exception(what);
        }
    }

    private static void Throws<T>(Action action, string message) where T : Exception
    {
        try {
            action();
        } catch (T error) {
            Must(error.Message.StartsWith(message), error.Message);
            return;
        }
        Must(false, "nothing is thrown: " + message);
    }

    static void Main(string[] arguments)
    {
        int cases = 0;
        foreach (string line in File.ReadLines(arguments[0]).Skip(1)) {
            string[] column = line.Split(',');
            string said = Answer(column[1], Numbers(column[2]), Numbers(column[3]));
            if (said != null) {
                string should = column[4] + "," + column[5] + "," + Bits(Numbers(column[6]));
                Must(said == should, line + "\nsays " + said);
                cases++;
            }
        }

        Throws<Minrisk.BadElementException>(
            () => Minrisk.Hhi(new[] { 3, -0.5 }), "element 1 (-0.5): an element");
        Throws<ArgumentNullException>(() => Minrisk.Hhi(null), "");
        Throws<Minrisk.RefusedException>(() => Minrisk.TopShare(new[] { 3.0 }, -1), "a count");
        Throws<Minrisk.RefusedException>(
            () => Minrisk.HhiGroups(new[] { 3.0 }, new[] { 0, -1 }, out int[] none), "a count");
        Throws<Minrisk.RefusedException>(
            () => Minrisk.HhiBounds(new[] { 3.0 }, 1, cap: 0), "a parameter");
        Console.WriteLine(cases + " cases alike");
    }
}
