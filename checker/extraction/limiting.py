"""To whom a clause limits what the next one says: 只就四个部|统计, 就城镇职工|来说."""

from checker.extraction.doers import Actor
from checker.extraction.nominals import is_agent
from checker.extraction.parsing import Words
from checker.lexicon.speech import Part
from checker.patterns import pattern
from checker.spans import Span

LIMITED = pattern("(?:[只仅单]?就|[只仅单]以)(?P<who>[^，。；]{2,80}?)(?:而言|来[说讲看]|统计)")
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
