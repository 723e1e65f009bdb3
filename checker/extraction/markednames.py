"""A name that marks set off, spelt in a second way elsewhere: “劲燃体育” … 劲然体育, 《山河故人》 … 《山何故人》.

Marks say that words are one name, whatever it names: a shop, a film, a programme, a brand. So it needs no title and no
ending to be known by, and what is all but equal to four characters or more of it is no chance.
"""

from collections.abc import Iterator
from itertools import islice

from checker.document import Document
from checker.extraction.organisations import NO_NAMES, apart
from checker.extraction.respelt import LONGEST, Respelt, one_apart
from checker.lexicon import idioms
from checker.lexicon.alike import Alike, Likeness
from checker.patterns import pattern
from checker.spans import find_all

NAME = pattern("[“《「『](?P<name>[\u4e00-\u9fff]{4,12})[”》」』]")
MOST = 60
"""Names that are compared; an article of hundreds of quotations is no text about a few things."""


def marked_spellings(document: Document) -> Iterator[Respelt]:
    """Every place where a name set off by marks is spelt in a second, rarer way; of two that stand once, the later."""
    text = document.text
    if len(text) > LONGEST:
        return
    names = dict.fromkeys(match["name"] for match in NAME.finditer(text))
    starts = [sentence.span.start for sentence in document.sentences]
    told = set[str]()
    for name in islice(names, MOST):
        for words, likeness in dict(_near(text, name)).items():
            wrong, right = _rarer_first(text, name, words)
            mine, theirs = list(find_all(text, wrong)), list(find_all(text, right))
            if wrong not in told and not apart(text, starts, mine, theirs) and not _is_idiom(wrong, right):
                told.add(wrong)
                yield from (Respelt(span, wrong, theirs[0], right, len(theirs), likeness) for span in mine)


def _near(text: str, name: str) -> Iterator[tuple[str, Alike]]:
    """What stands in the text and is a name but for one character or the order of two, with the likeness."""
    middle, size = len(name) // 2, len(name)
    for half, back in ((name[:middle], 0), (name[middle:], middle)):
        for found in find_all(text, half):
            start = found.start - back
            words = text[max(0, start) : max(0, start) + size]
            likeness = one_apart(name, words)
            if likeness and not _ends_before(name, words):
                yield words, likeness
    for at in range(size - 1):
        turned = f"{name[:at]}{name[at + 1]}{name[at]}{name[at + 2 :]}"
        if turned != name and turned in text:
            yield turned, Alike(1, Likeness.ORDER)


def _ends_before(name: str, words: str) -> bool:
    """Whether what differs is none of the name's where the words stand: 《石桥镇志》, 石桥镇|至青阳镇."""
    return any(name[at] != words[at] and words[at] in NO_NAMES for at in (0, -1))


def _rarer_first(text: str, name: str, words: str) -> tuple[str, str]:
    """The two spellings, the rarer first; of two equally rare ones the later."""
    one, other = sorted((name, words), key=lambda spelling: (text.count(spelling), -text.find(spelling)))
    return one, other


def _is_idiom(*spellings: str) -> bool:
    """Whether one is a set phrase: the other then plays on it, or is misspelt and told as such."""
    return any(map(idioms.is_idiom, spellings))
