// SPDX-License-Identifier: MIT
package minrisk;

import static java.util.Objects.requireNonNull;

/**
 * libminrisk for Java: arrays in; a value, or an exception that names the bad element. Formulas,
 * units and accuracy are those of the C functions of the same names in minrisk.h. The native library is
 * minrisk_java, on java.library.path. All methods may be called from any thread.
 */
public final class Minrisk {
    static {
        System.loadLibrary("minrisk_java");
    }

    private Minrisk() {}

    /** Why there is no value: a status of the library. */
    public static class MinriskException extends IllegalArgumentException {
        public final int status;

        MinriskException(int status, String text) {
            super(text);
            this.status = status;
        }
    }

    /** An element is NaN, infinite or negative: which one, and what it is. */
    public static final class BadElementException extends MinriskException {
        public final int index;
        public final double value;

        BadElementException(int index, double value) {
            super(DATA, "element " + index + " (" + value + "): " + statusText(DATA));
            this.index = index;
            this.value = value;
        }
    }

    /** Everything from low to high. */
    public record Interval(double low, double high) {}

    /** HHI of many markets: NaN where a market's status is not 0. */
    public record Groups(double[] hhi, int[] status) {}

    private static final int SIZE = -3;
    private static final int DATA = -5;

    /** What a status means. */
    public static String statusText(int status) {
        return text(status);
    }

    /** HHI as competition authorities print it, 0 to 10,000. */
    public static double points(double hhi) {
        return 10000 * hhi;
    }

    /** Herfindahl-Hirschman index, a fraction: the exact value, rounded once. */
    public static double hhi(double[] quantities) {
        double[] out = new double[1];
        check(hhi(requireNonNull(quantities), out), quantities);
        return out[0];
    }

    /** How many equal suppliers would give the same HHI. */
    public static double effectiveSuppliers(double[] quantities) {
        double[] out = new double[1];
        check(effectiveSuppliers(requireNonNull(quantities), out), quantities);
        return out[0];
    }

    /** Share of the k largest suppliers together. */
    public static double topShare(double[] quantities, int k) {
        double[] out = new double[1];
        check(topShare(requireNonNull(quantities), Math.max(k, 0), out), quantities);
        return out[0];
    }

    /** Bounds on the HHI of a market with a residual, such as "other countries". */
    public static Interval hhiBounds(double[] named, double residual) {
        return hhiBounds(named, residual, 0, 0);
    }

    /** The same where so many suppliers share it at most, none above the cap; 0: no limit. */
    public static Interval hhiBounds(double[] named, double residual, int suppliers, double cap) {
        if (suppliers < 0) {
            throw new MinriskException(SIZE, statusText(SIZE));
        }
        double[] out = new double[2];
        check(hhiBounds(requireNonNull(named), residual, suppliers, cap, out), named);
        return new Interval(out[0], out[1]);
    }

    /**
     * HHI of many markets that stand one behind the other: market g has the quantities from
     * offsets[g] up to offsets[g + 1]. One that is bad leaves the others right.
     */
    public static Groups hhiGroups(double[] quantities, int[] offsets) {
        double[] hhi = new double[Math.max(offsets.length - 1, 0)];
        int[] each = new int[hhi.length];
        java.util.Arrays.fill(hhi, Double.NaN);
        check(hhiGroups(requireNonNull(quantities), offsets, hhi, each), new double[0]);
        return new Groups(hhi, each);
    }

    /** Index of the first element that is NaN, infinite or negative; the length if none is. */
    public static int firstInvalid(double[] quantities) {
        return invalid(requireNonNull(quantities));
    }

    private static void check(int status, double[] quantities) {
        if (status == DATA) {
            int index = firstInvalid(quantities);
            if (index < quantities.length) {
                throw new BadElementException(index, quantities[index]);
            }
        }
        if (status != 0) {
            throw new MinriskException(status, statusText(status));
        }
    }

    private static native int invalid(double[] quantities);

    private static native String text(int status);

    private static native int hhi(double[] quantities, double[] out);

    private static native int effectiveSuppliers(double[] quantities, double[] out);

    private static native int topShare(double[] quantities, int k, double[] out);

    private static native int hhiBounds(
            double[] named, double residual, int suppliers, double cap, double[] out);

    private static native int hhiGroups(
            double[] quantities, int[] offsets, double[] hhi, int[] each);
}
