"""Patterns that know digits of both widths, and every mark that ends a sentence.

Papers of the 1990s print １９９８年 where others print 1998年; and what ends at ``。`` may end at ``！`` as well.
"""

import re

HALF, FULL = "0123456789", "０１２３４５６７８９"
NARROW, WIDE = str.maketrans(FULL, HALF), str.maketrans(HALF, FULL)
POINTS = str.maketrans("．·", "..")
WIDENED = re.compile("[0-9。]")
STOPS = "。！？"
NUMBER = re.compile(r"\[0-9\.\](?=[{*+])")
PIECE = re.compile(
    r"\\u[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}|\\[0-9]{1,3}|\\.|\{[0-9]*,?[0-9]*\}|\(\?P[<=]\w+[>)]|\(\?\(\w+\)"
    r"|(?P<edge>[\[\]])|(?P<range>[0-9]-[0-9])|(?P<digit>[0-9])|(?P<stop>。)",
    re.DOTALL,
)
"""What a source is made of, as far as digits go. Escapes, counts and the names of groups hold none."""


def any_width(source: str) -> str:
    """A pattern's source that matches full-width digits wherever it matches half-width ones.

    A class of characters that holds ``。`` holds ``！？`` too, and a run of ``[0-9.]`` the commas of 12,600.

    >>> any_width("[12][0-9]{3}年")
    '[1１2２][0-9０-９]{3}年'
    >>> any_width("(?P<v2>(?:19|20)[^0-9]{1,2})")
    '(?P<v2>(?:[1１][9９]|[2２][0０])[^0-9０-９]{1,2})'
    >>> any_width("[^，。]+。")
    '[^，。！？]+。'
    """
    if not WIDENED.search(source):
        return source
    source = NUMBER.sub("[0-9.,]", source)
    inside = False

    def widened(piece: re.Match[str]) -> str:
        nonlocal inside
        words = piece[0]
        if piece["edge"]:
            inside = words == "[" or (inside and source[piece.start() - 1] in "[^")  # []x], [^]x] hold a bracket
        elif piece["range"]:
            return f"{words}{widen(words[0])}-{widen(words[2])}" if inside else "-".join(map(_either, words[::2]))
        elif piece["digit"]:
            return words + widen(words) if inside else _either(words)
        elif piece["stop"]:
            return STOPS if inside else words
        return words

    return PIECE.sub(widened, source)


HAN = "\u4e00-\u9fff"
CLOSED = f"{HAN}0-9０-９%％‰”’）》」"
HALF_MARK = re.compile(f"[,;:!?](?=[{HAN}“‘（《「])(?<=[{CLOSED}].)|(?<=[{HAN}%％‰”’）》」])[,;:!?]")
FULL_MARKS = dict(zip(",;:!?", "，；：！？", strict=True))


def full_marks(text: str) -> str:
    """The text with full-width stops between its Chinese words, each where the half-width one stood.

    >>> full_marks("门市收入1,412万元,其中门票(成人)158万元:涨5%,")
    '门市收入1,412万元，其中门票(成人)158万元：涨5%，'
    """
    return HALF_MARK.sub(lambda mark: FULL_MARKS[mark[0]], text)


def narrow(words: str) -> str:
    """The words with half-width digits."""
    return words.translate(NARROW)


def widen(words: str) -> str:
    """The words with full-width digits."""
    return words.translate(WIDE)


def plain(numeral: str) -> str:
    """A printed number in half-width digits, with a point before its decimals.

    >>> plain("６４．３"), plain("６４·３")
    ('64.3', '64.3')
    """
    return narrow(numeral).translate(POINTS)


def like(number: str, printed: str) -> str:
    """A number in half-width digits as another one is printed.

    >>> like("57.1", "６４．３"), like("18", "１６"), like("18", "16")
    ('５７．１', '１８', '18')
    """
    if narrow(printed) == printed:
        return number
    point = next((one for one in printed if one in "．·."), "．")
    return widen(number).replace(".", point)


def _either(digit: str) -> str:
    return f"[{digit}{widen(digit)}]"
