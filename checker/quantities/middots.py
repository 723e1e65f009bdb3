"""The middle dot before decimals, as papers of the 1990s print it: ３·３万, ７７·５％.

Elsewhere it stands in the names of days (9·18, 3·15晚会), so that only what stands behind tells: a scale or a rate, or
the unit of a measure; things are counted whole.
"""

import re

from checker.patterns import pattern
from checker.quantities import units
from checker.quantities.model import UnitClass

DOTTED = pattern("(?<![0-9·.])[0-9]{1,9}(?P<dot>[·•・‧])[0-9]{1,6}(?![0-9·.])")
DOTS = pattern("[·•・‧]")
SCALED = pattern("[%‰]|[万亿](?!里|达广场|科|华)|个?百分点|个千分点|倍")
FEASTS = pattern("元旦|元宵|日|号|事件|讲话|运动|惨案|案|晚会|大?地震")


def pointed(folded: str) -> str:
    """A folded text with decimal points for such dots, as long as before."""
    return DOTTED.sub(_pointed, folded) if DOTS.search(folded) else folded


def _pointed(found: re.Match[str]) -> str:
    if not _measures(found.string, found.end()):
        return found[0]
    at = found.start("dot") - found.start()
    return f"{found[0][:at]}.{found[0][at + 1 :]}"


def _measures(text: str, at: int) -> bool:
    """Whether what stands behind makes a decimal fraction of the number."""
    if SCALED.match(text, at):
        return True
    name = units.spelling(text, at) if not FEASTS.match(text, at) else ""
    return bool(name) and units.unit(name).unit_class not in (UnitClass.COUNT, UnitClass.NONE, UnitClass.DURATION)
