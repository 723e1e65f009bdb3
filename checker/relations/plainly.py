"""The text as the wording of relations is looked for in it: one kind of marks, and digits for numbers in words."""

from collections.abc import Iterator, Sequence

from checker.document import Document
from checker.patterns import pattern
from checker.quantities import quantities
from checker.quantities.figures import DIGITS
from checker.quantities.model import Token
from checker.widths import full_marks, narrow

NUMERAL = pattern("[〇零一二三四五六七八九十百千]{2,}")
FIGURES = str.maketrans({word: str(value) for word, value in DIGITS.items()})
WIDE = str.maketrans("％．", "%.")


def plainly(document: Document, tokens: Sequence[Token]) -> Document:
    """The document with a text in which every character stands for the one that stood there.

    Stops are full-width and digits half-width. Numbers in words are told in digits, each as long as the numeral was:
    ``三百二十五桶`` becomes ``00325桶``. Where the number has more digits than the numeral characters, these alone are
    told: ``三百桶`` becomes ``3百桶``. A single character stays: 三 counts lists, and stands in many words.
    """
    pieces, done = list[str](), 0
    for start, numeral, value in _numerals(document.text, tokens):
        digits = str(value).zfill(len(numeral))
        pieces += document.text[done:start], digits if len(digits) == len(numeral) else numeral.translate(FIGURES)
        done = start + len(numeral)
    return document.with_text(narrow(full_marks("".join([*pieces, document.text[done:]]))).translate(WIDE))


def _numerals(text: str, tokens: Sequence[Token]) -> Iterator[tuple[int, str, int]]:
    for one in quantities(tokens):
        found = NUMERAL.fullmatch(text, one.number.start, one.number.end)
        if found and one.value.denominator == 1:
            yield found.start(), found[0], int(one.value)
