"""Chinese figures: what a run of digits and scale words is worth."""

DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
FORMAL = str.maketrans("壹贰叁肆伍陆柒捌玖拾佰仟", "一二三四五六七八九十百千")
TENS = {"廿": 20, "卅": 30, "卌": 40}
SMALL = {"十": 10, "百": 100, "千": 1000}
BIG = {"万": 10**4, "亿": 10**8}
FIGURES = "零一二三四五六七八九"
WORDS = {*DIGITS, *SMALL, *BIG} - {"两"}


def run_value(run: str) -> int | None:
    """The value of a Chinese numeral without decimals, or None where it is not well formed.

    >>> run_value("一亿三千七百万")
    137000000
    """
    state = _Reader()
    for character in run:
        if not state.take(character):
            return None
    return state.total(run)


class _Reader:
    """Adds up a Chinese numeral from left to right; scales must fall inside a section of four places."""

    def __init__(self) -> None:
        self.above = 0  # what 亿 has closed
        self.upper = 0  # what 万 has closed
        self.section = 0
        self.digit: int | None = None
        self.scale = 10**4
        self.started = False

    def take(self, character: str) -> bool:
        if character in DIGITS:
            return self._digit(DIGITS[character])
        if character in TENS:
            taken = self.section == 0 and self.digit is None
            self.section, self.scale, self.started = self.section + TENS[character], 10, True
            return taken
        return self._small(SMALL[character]) if character in SMALL else self._big(BIG[character])

    def _digit(self, digit: int) -> bool:
        if self.digit:
            return False
        self.digit, self.started = digit, True
        return True

    def _small(self, scale: int) -> bool:
        if scale >= self.scale or (self.digit is None and self.started and scale > 10):
            return False
        digit = 1 if not self.digit else self.digit
        self.section += digit * scale
        self.digit, self.scale, self.started = None, scale, True
        return True

    def _big(self, scale: int) -> bool:
        section = self.section + (self.digit or 0)
        if scale == 10**4:
            if self.upper:
                return self._squared(section)
            self.upper = (section or (0 if self.started else 1)) * scale
            taken = self.upper > 0
        else:
            below = self.upper + section or (0 if self.started else 1)
            taken = below > 0 and (not self.above or self.above < scale)
            self.above, self.upper = (self.above + below) * scale, 0
        self.section, self.digit, self.scale, self.started = 0, None, 10**4, True
        return taken

    def _squared(self, section: int) -> bool:
        """四万万 is an older 四亿."""
        if section or self.above or self.upper >= 10**8:
            return False
        self.above, self.upper = self.upper * 10**4, 0
        return True

    def total(self, run: str) -> int | None:
        rest = self.digit or 0
        if rest and len(run) > 1:
            rest *= elided(run)
        return self.above + self.upper + self.section + rest if self.started else None


def in_digits(numeral: str) -> str:
    """A whole number in words as it would be told in digits, scale words kept; anything else, and 一 to 十, as it is.

    >>> in_digits("四百一十二万"), in_digits("三百二十五"), in_digits("21.7亿"), in_digits("三")
    ('412万', '325', '21.7亿', '三')
    """
    if len(numeral) < 2 or not set(numeral) <= WORDS:
        return numeral
    value = run_value(numeral)
    bare = numeral.rstrip("万亿")
    return numeral if value is None or not bare else f"{value // trailing(numeral)}{numeral[len(bare) :]}"


def in_words(number: int) -> str:
    """A whole number below ten thousand in Chinese numerals.

    >>> [in_words(each) for each in (12, 20, 105, 110, 4012)]
    ['十二', '二十', '一百零五', '一百一十', '四千零一十二']
    """
    words, gap = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            words += "零" * (gap and bool(words)) + FIGURES[digit] + name
        gap = not digit
    return words.removeprefix("一") if words.startswith("一十") else words or FIGURES[0]


def trailing(run: str) -> int:
    """The product of the 万 and 亿 that end a run: 二百七十亿 counts by 亿."""
    scale = 1
    for character in reversed(run):
        if character not in BIG:
            break
        scale *= BIG[character]
    return scale


def elided(run: str) -> int:
    """一万二 is 12000: its last digit counts thousands."""
    previous = SMALL.get(run[-2]) or BIG.get(run[-2]) if len(run) > 1 else None
    return previous // 10 if previous and previous >= 100 else 1
