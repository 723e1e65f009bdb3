"""What 该 and a sort of things stand for, by the last of that sort in the paragraph: 晨光基金…, |该基金."""

from checker.extraction.nominals import INNER
from checker.extraction.parsing import Words
from checker.extraction.whereabouts import COUNTRY
from checker.lexicon.speech import Part
from checker.patterns import pattern

JOINED = ("-", "－", "·", "/")
EVERYWHERE = ("全球", "世界", "我国")
SORT = pattern("[型类种期]..?.?$")
"""What names end in that are sorts of things: 混合型|基金."""

MOST, FAR, LEAST, LONGEST = 5, 24, 2, 16


def kin(words: Words, what: str, floor: int, at: int) -> str:
    """The name between two places that ends in ``what`` and is told most often; empty where none does."""
    found, end = dict[str, int](), at
    for _ in range(MOST):
        end = words.text.rfind(what, floor, end)
        if end < 0:
            break
        name = _name(words, max(floor, end - FAR), end + len(what))
        if len(name) >= len(what) + LEAST:
            found.setdefault(name, words.text.count(name, floor, at))
    return max(found, key=lambda name: found[name], default="")


def country(text: str, floor: int, at: int) -> str:
    """The country that was named last between two places; empty where none was."""
    named = (match[0] for match in COUNTRY.finditer(text, floor, at))
    return next((name for name in reversed(list(named)) if name not in EVERYWHERE), "")


def _name(words: Words, start: int, end: int) -> str:
    """The nouns, and what describes them, that end at an offset."""
    before = words.between(start, end)
    first = len(before)
    while first and before[first - 1].part in INNER:
        first -= 1
    cut = first == len(before) or words.text[before[first].start - 1 : before[first].start] in JOINED
    if cut or before[first].part is Part.ADJECTIVE:
        return ""
    name = words.text[before[first].start : end]
    return "" if len(name) > LONGEST or SORT.search(words.text, before[first].start, end) else name.strip("“”《》")
