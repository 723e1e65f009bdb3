"""To whom a clause limits what the next one says: 只就四个部|统计, 就城镇职工|来说."""

from checker.extraction.doers import Actor
from checker.extraction.nominals import is_agent
from checker.extraction.parsing import Words
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.spans import Span

LIMITED = pattern("(?:[只仅单]?就|[只仅单]以)(?P<who>[^，。；]{2,80}?)(?:而言|来[说讲看]|统计)")
TESTED = pattern(
    "(?:在|对)?(?:测试|评测|实测|试驾|试用|试玩|拆解|体验)(?P<thing>[^，。；的对]{2,24}?)(?:的时候|时|过程中|后)(?=[也还都就却]|发现|遇|，|$)"
)
LETTERS = pattern("[A-Za-z]")
"""Models have letters in their names."""

FAR = 48
QUANTIFIED = pattern("[0-9一二三四五六七八九十两]{1,3}[个家]")


def limit(words: Words, clause: Span) -> Actor | None:
    """Those whom a clause limits the next one to: people and bodies of a sort, or so many that it lists."""
    told = LIMITED.fullmatch(words.text, clause.start, clause.end)
    if not told:
        return None
    name = told["who"].rpartition("、")[2]
    some = QUANTIFIED.search(name) if name != told["who"] else None
    last = words.between(*told.span("who"))[-1]
    alone = name == told["who"] and last.part is not Part.NAME and is_agent(last)
    name = name[some.start() :] if some else name if alone else ""
    return Actor(name, name, clause.end, named=False, described=True) if name else None


def tested(words: Words, found: Actor | None, clause: Span) -> Actor | None:
    """The thing that somebody tested, which measures behind are of: 某公司|在测试云岭X5的时候…, 功耗为75W."""
    if found is None:
        return None
    told = TESTED.search(words.text, found.end, min(clause.end, found.end + FAR))
    name = told["thing"] if told else ""
    return Actor(name, name, clause.end, named=False) if LETTERS.search(name) else None
