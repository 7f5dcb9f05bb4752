# SPDX-License-Identifier: MIT
"""What the tests in Python share: the doubles next to an exact fraction, and quantities of any kind."""
import math
from fractions import Fraction


def nearest(x):
    """The double nearest to a fraction: Python's division of integers is correctly rounded."""
    return x.numerator / x.denominator


def below(x):
    d = nearest(x)
    return d if Fraction(d) <= x else math.nextafter(d, -math.inf)


def above(x):
    d = nearest(x)
    return d if Fraction(d) >= x else math.nextafter(d, math.inf)


def index_of(x):
    """The HHI of fractions."""
    return sum(a * a for a in x) / sum(x) ** 2


def numbers(text):
    """A list as examples/cases.csv has it."""
    return [float(word) for word in text.split(";")] if text else []


def any_quantity(source):
    kind = source.randrange(10)
    if kind == 0:
        return source.choice([5e-324, 1.7976931348623157e308, 1e-310, 2.0**60])
    if kind < 3:
        return 0.0
    return source.random() * 10.0 ** source.randrange(-8, 8)
