// SPDX-License-Identifier: MIT
package minrisk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** examples/cases.csv through Minrisk: the same bits, statuses and bad elements. Cases FILE */
final class Cases {
    private static double[] numbers(String text) {
        return Arrays.stream(text.split(";"))
                .filter(word -> !word.isEmpty())
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static String bits(double... values) {
        return Arrays.stream(values)
                .mapToObj(v -> Double.isNaN(v) ? "" : Double.toHexString(v))
                .collect(Collectors.joining(";"));
    }

    private static double[] call(String function, double[] x, double[] p) {
        switch (function) {
            case "hhi":
                return new double[] {Minrisk.hhi(x)};
            case "effective_suppliers":
                return new double[] {Minrisk.effectiveSuppliers(x)};
            case "top_share":
                return new double[] {Minrisk.topShare(x, (int) p[0])};
            default:
                Minrisk.Interval bounds = Minrisk.hhiBounds(x, p[0], (int) p[1], p[2]);
                return new double[] {bounds.low(), bounds.high()};
        }
    }

    private static String groups(double[] x, double[] p) {
        int[] offsets = Arrays.stream(p).mapToInt(o -> (int) o).toArray();
        Minrisk.Groups groups = Minrisk.hhiGroups(x, offsets);
        String each =
                Arrays.stream(groups.status())
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining(";"));
        int bad = Minrisk.firstInvalid(x);
        return each + "," + (bad < x.length ? bad : "") + "," + bits(groups.hhi());
    }

    /** Status, bad element and values. */
    private static String answer(String function, double[] x, double[] p) {
        try {
            return function.equals("hhi_groups")
                    ? groups(x, p)
                    : "0,," + bits(call(function, x, p));
        } catch (Minrisk.BadElementException bad) {
            return bad.status + "," + bad.index + ",";
        } catch (Minrisk.MinriskException refused) {
            return refused.status + ",,";
        }
    }

    private static String expected(String[] column) {
        String values =
                Arrays.stream(column[6].split(";", -1))
                        .map(word -> bits(numbers(word)))
                        .collect(Collectors.joining(";"));
        return column[4] + "," + column[5] + "," + values;
    }

    private static void must(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    private static void errors() {
        try {
            Minrisk.hhi(new double[] {3, -0.5});
            must(false, "a negative quantity is taken");
        } catch (IllegalArgumentException bad) {
            must(bad.getMessage().startsWith("element 1 (-0.5): an element"), bad.getMessage());
        }
        try {
            Minrisk.hhi(null);
            must(false, "null is taken");
        } catch (NullPointerException refused) {
            // as anywhere in Java
        }
        must(answer("top_share", new double[] {3}, new double[] {-1}).equals("-3,,"), "k of -1");
        must(answer("hhi_groups", new double[] {3}, new double[] {0, -1}).equals("-3,,"), "offset");
    }

    /** Threads share nothing: each gets the bits of one alone. */
    private static void threads() {
        double[] market = IntStream.range(0, 1000).mapToDouble(i -> 1 + i % 97).toArray();
        double alone = Minrisk.hhi(market);
        must(
                IntStream.range(0, 1000).parallel().allMatch(i -> Minrisk.hhi(market) == alone),
                "threads differ");
    }

    public static void main(String[] arguments) throws java.io.IOException {
        int cases = 0;
        errors();
        threads();
        for (String line : Files.readAllLines(Path.of(arguments[0]))) {
            String[] column = line.split(",", -1);
            if (!column[1].matches("hhi|effective_suppliers|top_share|hhi_bounds|hhi_groups")) {
                continue;
            }
            String said = answer(column[1], numbers(column[2]), numbers(column[3]));
            must(said.equals(expected(column)), line + "\nsays " + said);
            cases++;
        }
        System.out.println(cases + " cases alike");
    }
}
