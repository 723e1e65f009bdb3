"""Exact sets of possible values: intervals of Fractions with open or closed ends."""

from fractions import Fraction

from checker.frozen import frozen


@frozen()
class Interval:
    """All values between ``low`` and ``high``; ``None`` is an end without bound.

    A printed 64.3 stands for ``[64.25, 64.35)``: half-open, so that neighbouring printed values share no value.

    >>> str(Interval(Fraction(257, 4), Fraction(1287, 20), high_closed=False))
    '[64.25, 64.35)'
    """

    low: Fraction | None
    high: Fraction | None
    low_closed: bool = True
    high_closed: bool = True

    @classmethod
    def exactly(cls, value: Fraction | int) -> "Interval":
        """The one value."""
        return cls(Fraction(value), Fraction(value))

    @property
    def is_empty(self) -> bool:
        """Whether no value at all lies inside."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and not (self.low_closed and self.high_closed))

    def __contains__(self, value: Fraction | int) -> bool:
        above = self.low is None or value > self.low or (self.low_closed and value == self.low)
        below = self.high is None or value < self.high or (self.high_closed and value == self.high)
        return above and below

    def meet(self, other: "Interval") -> "Interval":
        """The values that lie in both; it may be empty."""
        low, low_closed = _tighter(self.low, self.low_closed, other.low, other.low_closed, upper=False)
        high, high_closed = _tighter(self.high, self.high_closed, other.high, other.high_closed, upper=True)
        return Interval(low, high, low_closed, high_closed)

    def meets(self, other: "Interval") -> bool:
        """Whether some value lies in both."""
        return not self.meet(other).is_empty

    def closed(self) -> "Interval":
        """The same with both ends included."""
        return Interval(self.low, self.high)

    def __add__(self, other: "Interval") -> "Interval":
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __neg__(self) -> "Interval":
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_closed,
            self.low_closed,
        )

    def __sub__(self, other: "Interval") -> "Interval":
        return self + -other

    def scale(self, factor: Fraction | int) -> "Interval":
        """Every value times ``factor``, which must not be zero."""
        if factor == 1:
            return self
        if factor < 0:
            return -self.scale(-factor)
        if factor == 0:
            raise ValueError("an interval cannot be scaled by zero")
        return Interval(
            None if self.low is None else self.low * factor,
            None if self.high is None else self.high * factor,
            self.low_closed,
            self.high_closed,
        )

    def __mul__(self, other: "Interval") -> "Interval":
        """Products of non-negative intervals. Raises ValueError for a negative one: losses are never computed."""
        return Interval(
            self._floor() * other._floor(),
            None if self.high is None or other.high is None else self.high * other.high,
            self.low_closed and other.low_closed,
            self.high_closed and other.high_closed,
        )

    def __truediv__(self, other: "Interval") -> "Interval":
        """Quotients of non-negative intervals; a divisor that reaches zero leaves the quotient without an upper end."""
        low = Fraction(0) if other.high is None else self._floor() / other.high if other.high else None
        if low is None:
            raise ValueError("division by an interval that holds only zero")
        if self.high is None or not other._floor():
            return Interval(low, None, self.low_closed and other.high_closed)
        return Interval(
            low,
            self.high / other._floor(),
            self.low_closed and other.high_closed,
            self.high_closed and other.low_closed,
        )

    def _floor(self) -> Fraction:
        if self.low is None or self.low < 0:
            raise ValueError("not a non-negative interval")
        return self.low

    def __str__(self) -> str:
        low = f"{'[' if self.low_closed else '('}{decimal(self.low)}" if self.low is not None else "(−∞"
        high = f"{decimal(self.high)}{']' if self.high_closed else ')'}" if self.high is not None else "∞)"
        return f"{low}, {high}"


def _tighter(
    one: Fraction | None, one_closed: bool, two: Fraction | None, two_closed: bool, *, upper: bool
) -> tuple[Fraction | None, bool]:
    if one is None or two is None:
        return (two, two_closed) if one is None else (one, one_closed)
    if one == two:
        return one, one_closed and two_closed
    return (one, one_closed) if (one < two) is upper else (two, two_closed)


def decimal(value: Fraction, places: int | None = None) -> str:
    """``value`` in decimal digits: exact where that ends, else ``places`` (or six) digits, rounded half up.

    >>> decimal(Fraction(18, 28) * 100, 2)
    '64.29'
    """
    if places is None:
        denominator, places = value.denominator, 0
        while denominator % 10 == 0:
            denominator, places = denominator // 10, places + 1
        twos = fives = 0
        while denominator % 2 == 0:
            denominator, twos = denominator // 2, twos + 1
        while denominator % 5 == 0:
            denominator, fives = denominator // 5, fives + 1
        places = 6 if denominator > 1 else places + max(twos, fives)
    scaled = abs(value) * 10**places + Fraction(1, 2)
    whole, digits = divmod(scaled.numerator // scaled.denominator, 10**places)
    sign = "-" if value < 0 and (whole or digits) else ""
    return f"{sign}{whole}.{digits:0{places}d}" if places else f"{sign}{whole}"
