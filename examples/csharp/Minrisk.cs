// SPDX-License-Identifier: MIT
using System;
using System.Runtime.InteropServices;

/// <summary>
/// libminrisk for .NET and Mono: arrays in; a value, or an exception that names the bad element.
/// Formulas, units and accuracy are those of the C functions of the same names in minrisk.h. Arrays
/// are pinned and read where they are; all methods may be called from any thread.
/// </summary>
public static class Minrisk
{
    /// <summary>Why there is no value: a status of the library.</summary>
    public class RefusedException : ArgumentException
    {
        public int Status { get; }

        internal RefusedException(int status, string text) : base(text)
        {
            Status = status;
        }
    }

    /// <summary>An element is NaN, infinite or negative.</summary>
    public sealed class BadElementException : RefusedException
    {
        public int Index { get; }
        public double Value { get; }

        internal BadElementException(int index, double value)
            : base(BadData, FormattableString.Invariant(
                $"element {index} ({value}): {StatusText(BadData)}"))
        {
            Index = index;
            Value = value;
        }
    }

    /// <summary>Everything from Low to High.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Interval
    {
        public readonly double Low;
        public readonly double High;
    }

    private const int BadSize = -3, BadParameter = -4, BadData = -5;

    /// <summary>What a status means.</summary>
    public static string StatusText(int status)
    {
        return Marshal.PtrToStringAnsi(minrisk_status_text(status));
    }

    /// <summary>HHI as competition authorities print it, 0 to 10,000.</summary>
    public static double Points(double hhi)
    {
        return minrisk_to_points(hhi);
    }

    /// <summary>Herfindahl-Hirschman index, a fraction: the exact value, rounded once.</summary>
    public static double Hhi(double[] quantities)
    {
        Check(minrisk_hhi(quantities, Length(quantities), out double hhi), quantities);
        return hhi;
    }

    /// <summary>How many equal suppliers would give the same HHI.</summary>
    public static double EffectiveSuppliers(double[] quantities)
    {
        int status = minrisk_effective_suppliers(
            quantities, Length(quantities), out double suppliers);
        Check(status, quantities);
        return suppliers;
    }

    /// <summary>Share of the k largest suppliers together.</summary>
    public static double TopShare(double[] quantities, int k)
    {
        int status = minrisk_top_share(
            quantities, Length(quantities), Count(k), out double share);
        Check(status, quantities);
        return share;
    }

    /// <summary>Bounds on the HHI of a market with a residual, such as "other countries". So many
    /// suppliers share it at most, none of them above the cap, where that is known.</summary>
    public static Interval HhiBounds(
        double[] named, double residual, int? suppliers = null, double? cap = null)
    {
        if (suppliers == 0 || cap == 0) { // to the library 0 is no limit
            throw new RefusedException(BadParameter, StatusText(BadParameter));
        }
        int status = minrisk_hhi_bounds(
            named, Length(named), residual, Count(suppliers ?? 0), cap ?? 0, out Interval bounds);
        Check(status, named);
        return bounds;
    }

    /// <summary>HHI of many markets that stand one behind the other: market g has the quantities
    /// from offsets[g] up to offsets[g + 1]. NaN where a market's status is not 0.</summary>
    public static double[] HhiGroups(double[] quantities, int[] offsets, out int[] statuses)
    {
        int groups = Math.Max(offsets.Length - 1, 0);
        var hhi = new double[groups];
        statuses = new int[groups];
        for (int g = 0; g < groups; g++) {
            hhi[g] = double.NaN;
        }
        int status = minrisk_hhi_groups(quantities, Length(quantities),
            Array.ConvertAll(offsets, Count), (UIntPtr)groups, hhi, statuses);
        Check(status, new double[0]);
        return hhi;
    }

    /// <summary>Index of the first element that is NaN, infinite or negative; the length if none
    /// is.</summary>
    public static int FirstInvalid(double[] quantities)
    {
        return (int)minrisk_first_invalid(quantities, Length(quantities));
    }

    private static UIntPtr Length(double[] array)
    {
        if (array == null) {
            throw new ArgumentNullException(nameof(array));
        }
        return (UIntPtr)array.Length;
    }

    private static UIntPtr Count(int n)
    {
        if (n < 0) {
            throw new RefusedException(BadSize, StatusText(BadSize));
        }
        return (UIntPtr)n;
    }

    private static void Check(int status, double[] quantities)
    {
        int index = status == BadData ? FirstInvalid(quantities) : quantities.Length;
        if (index < quantities.Length) {
            throw new BadElementException(index, quantities[index]);
        }
        if (status != 0) {
            throw new RefusedException(status, StatusText(status));
        }
    }

    [DllImport("minrisk")]
    private static extern IntPtr minrisk_status_text(int status);

    [DllImport("minrisk")]
    private static extern UIntPtr minrisk_first_invalid(double[] quantity, UIntPtr n);

    [DllImport("minrisk")]
    private static extern double minrisk_to_points(double hhi);

    [DllImport("minrisk")]
    private static extern int minrisk_hhi(double[] quantity, UIntPtr n, out double hhi);

    [DllImport("minrisk")]
    private static extern int minrisk_effective_suppliers(
        double[] quantity, UIntPtr n, out double suppliers);

    [DllImport("minrisk")]
    private static extern int minrisk_top_share(
        double[] quantity, UIntPtr n, UIntPtr k, out double share);

    [DllImport("minrisk")]
    private static extern int minrisk_hhi_bounds(double[] named, UIntPtr n, double residual,
        UIntPtr residualSuppliers, double residualCap, out Interval hhi);

    [DllImport("minrisk")]
    private static extern int minrisk_hhi_groups(double[] quantity, UIntPtr quantityLength,
        UIntPtr[] offset, UIntPtr groups, [In, Out] double[] hhi, [In, Out] int[] each);
}
