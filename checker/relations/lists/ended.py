"""Whether a list that a number announces ends at the comma behind its last name: …：甲、乙、丙，限期30天整改."""

import re
from collections.abc import Sequence

from checker.patterns import pattern
from checker.relations.lists.enumeration import CLAUSE, DATE, FIGURE, Stretch

ENDED = pattern(
    "(?:对|并|以|让|把|将|由|使|确保|保障|实现|推动|力争|做到|形成|切实|努力|全力|着力|为|"
    "▞+|其中|今后|目前|现已?|已|将|预计|计划|下一步|接下来|全[省市县区镇村国]|逐[项一个条]|均|都|全部|缺一不可|无一|没有?一[个项件样条位家处]|样样|件件|个个|项项|条条|处处|家家|座座|人人|哪一|每一?[项个条人位]|一并|统一|共同|一起|同时)[^、]{2,}"
)
"""What opens the clause behind a list and is no further name of it."""

GOES_ON = pattern(r"[^，,；;。]{0,8}(?:[、和与及]|还有|以及)")
OTHERS = pattern("(?:此外|另|其余|其他|余下|剩|还有|再加)")
SPOKEN = pattern("[是有为在于能会可要就才又也还共仅达][^、]{2,}|[限免应须需由从自供占获受][^、]{3,}")
"""How a clause opens that tells something of the list."""

FEW, LONGER = 3, 2
"""So many names make a list; a clause that is longer than all of them by more than this is none of them."""


def is_ended(body: Stretch, end: re.Match[str] | None) -> bool:
    """Whether the list runs to the end of its sentence, or is followed by a clause that opens as no name does."""
    return end is None or end[0] in "。；;！!？?\n" or ENDED.match(body.words, end.end()) is not None


def is_left(body: Stretch, end: re.Match[str] | None, words: Sequence[str]) -> bool:
    """Whether the clause behind the comma tells something of the list, as far as its length and figures say.

    It names nothing else by 、 or 和, does not end as the names do, and is longer than they are or has a figure.
    """
    if end is None or end[0] not in "，," or len(words) < FEW:
        return False
    rest = body.part(end.end(), len(body.words))
    close = CLAUSE.search(rest.words)
    clause = rest.words[: close.start() if close else len(rest.words)].strip()
    if (
        GOES_ON.match(rest.words)
        or OTHERS.match(rest.words)
        or not clause
        or "、" in rest.words[: len(clause)]
        or clause[-1] == words[-1][-1]
    ):
        return False
    told = FIGURE in clause or DATE in clause or SPOKEN.match(clause) is not None
    return told or len(clause) > LONGER + max(map(len, words))
