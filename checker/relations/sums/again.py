"""What is left, named a second time (仍有3栋没有查完，剩余的3栋最难查): one number, and no part beside itself."""

from checker.patterns import pattern
from checker.relations.sums.row import Row

LEFT = pattern("[仍还尚][有剩余需待][^，。；0-9]{0,6}$|(?:其余|余下|剩余|剩下)的?[^，。；0-9]{0,6}$")
"""What says of the number before that so many were left."""


def is_told_again(row: Row, part: int, last: int) -> bool:
    """Whether the last number is the one before it, told again."""
    return row.quantity(part).value == row.quantity(last).value and LEFT.search(row.before(part)) is not None
