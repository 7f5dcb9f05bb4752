/* SPDX-License-Identifier: MIT */
/* The bodies of arithmetic.h that are no single operation: in each file that uses them or, where
 * size counts, in arithmetic.c alone. Of no guard, since it is included for both. */

#if MINRISK_HAS_FAULTY_SUMS
/* Doubles in software on Arm, as gcc 12 brings them (__aeabi_dadd of libgcc), lose a bit where the
 * exponents differ by just 33, the signs differ and the result is one exponent lower: half of such
 * sums are 1 ulp off. There the smaller term goes in two steps: its upper 20 bits, which are whole
 * units of the last place of the larger one, so that nothing is rounded; then its rest, which is
 * below that place and too far from the sum for the fault. */
enum { MINRISK_FAULTY_GAP = 33 };

static inline int minrisk_is_faulty_gap(double larger, double smaller)
{
    uint64_t a = minrisk_bits_of(&larger), b = minrisk_bits_of(&smaller);
    return (a ^ b) >> 63 &&
           minrisk_parts_of(a).shift == minrisk_parts_of(b).shift + MINRISK_FAULTY_GAP;
}

/* A subnormal's rest would be no farther from the sum, so 2^54 goes in and out again: exact. */
static inline double minrisk_add_in_steps(double larger, double smaller)
{
    uint64_t bits = minrisk_bits_of(&smaller);
    double scale = minrisk_parts_of(bits).shift == 0 ? 18014398509481984.0 : 1.0;
    double upper = minrisk_double_of(bits >> MINRISK_FAULTY_GAP << MINRISK_FAULTY_GAP) * scale;
    return ((larger * scale + upper) + (smaller * scale - upper)) / scale;
}

MINRISK_SHARED double minrisk_add(double a, double b)
{
    if (minrisk_is_faulty_gap(a, b)) {
        return minrisk_add_in_steps(a, b);
    }
    return minrisk_is_faulty_gap(b, a) ? minrisk_add_in_steps(b, a) : a + b;
}
#endif

MINRISK_SHARED minrisk_pair minrisk_two_sum(double a, double b)
{
    minrisk_pair s;
    double part;
    s.high = minrisk_add(a, b);
    part = minrisk_subtract(s.high, a);
    s.low =
        minrisk_add(minrisk_subtract(a, minrisk_subtract(s.high, part)), minrisk_subtract(b, part));
    return s;
}

MINRISK_SHARED minrisk_pair minrisk_quick_two_sum(double a, double b)
{
    minrisk_pair s;
    s.high = minrisk_add(a, b);
    s.low = minrisk_subtract(b, minrisk_subtract(s.high, a));
    return s;
}

/* a with its last 27 bits cleared. */
static inline double minrisk_upper_half(double a)
{
    return minrisk_double_of(minrisk_bits_of(&a) & ~(((uint64_t)1 << 27) - 1));
}

/* 26 and 27 bits each, of which only the product of the two lower parts may be rounded. */
MINRISK_SHARED minrisk_pair minrisk_two_product(double a, double b)
{
    minrisk_pair p;
    double a1 = minrisk_upper_half(a), a0 = a - a1;
    double b1 = minrisk_upper_half(b), b0 = b - b1;
    p.high = minrisk_multiply(a, b);
    p.low = minrisk_subtract(minrisk_multiply(a1, b1), p.high);
    p.low = minrisk_add(p.low, minrisk_multiply(a1, b0));
    p.low = minrisk_add(p.low, minrisk_multiply(a0, b1));
    p.low = minrisk_add(p.low, minrisk_multiply(a0, b0));
    return p;
}

MINRISK_SHARED minrisk_pair minrisk_pair_add(minrisk_pair a, minrisk_pair b)
{
    minrisk_pair s = minrisk_two_sum(a.high, b.high);
    minrisk_pair t = minrisk_two_sum(a.low, b.low);
    s = minrisk_quick_two_sum(s.high, minrisk_add(s.low, t.high));
    return minrisk_quick_two_sum(s.high, minrisk_add(t.low, s.low));
}

MINRISK_SHARED minrisk_pair minrisk_pair_multiply(minrisk_pair a, minrisk_pair b)
{
    minrisk_pair p = minrisk_two_product(a.high, b.high);
    double cross = minrisk_add(minrisk_multiply(a.high, b.low), minrisk_multiply(a.low, b.high));
    return minrisk_quick_two_sum(p.high, minrisk_add(p.low, cross));
}

/* Two quotient digits of 53 bits and the start of a third. */
MINRISK_SHARED minrisk_pair minrisk_pair_divide(minrisk_pair a, minrisk_pair b)
{
    double first = a.high / b.high;
    minrisk_pair rest =
        minrisk_pair_add(a, minrisk_pair_negate(minrisk_pair_multiply(b, minrisk_pair_of(first))));
    double second = rest.high / b.high;
    double third;
    rest = minrisk_pair_add(rest,
                            minrisk_pair_negate(minrisk_pair_multiply(b, minrisk_pair_of(second))));
    third = rest.high / b.high;
    return minrisk_pair_add(minrisk_quick_two_sum(first, second), minrisk_pair_of(third));
}
