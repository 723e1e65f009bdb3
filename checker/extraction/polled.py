"""What a vote or a ranking gives to each: 《青江》63.39%（71票）, X得票率最高（38%），其次为Y（19.6%）."""

from checker.extraction.scores import Told
from checker.patterns import pattern
from checker.quantities.model import Quantity, UnitClass
from checker.spans import Span

NAME = "(?:《[^《》\n]{1,24}》|“[^“”\n]{1,16}”|[一-鿿A-Za-z0-9·]{2,14}?)"
ROW = pattern(f"(?P<name>{NAME})[ ]?(?P<share>[0-9.]{{1,6}}[%％])[ ]?[（(][ ]?(?P<votes>[0-9]{{1,9}}[票人])[ ]?[）)]")
FIRST = pattern(
    f"(?P<name>{NAME})的?(?P<what>[一-鿿]{{0,6}}(?:票数?|率|占比|人气|比例|人数|支持度|呼声))(?:均|都|也)?最[高多]"
    "[（(][ ]?(?P<number>[0-9])"
)
NEXT = pattern(
    "(?:其次|紧随其后的?|随后|接着|再次|然后|(?:排[名行]|位[列居])?第[二三四五六七八九十]的?)[为是则]{0,2}"
    f"(?P<name>{NAME})[（(][ ]?(?P<number>[0-9])"
)
STRIPPED = "《》“” "
FAR = 60
RATES = {"票": "得票率", "人": "占比"}
COUNTS = {"票": "得票数", "人": "人数"}


class Polled:
    """Reads the rows of votes and the places of rankings."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.told = dict[int, Told]()
        for row in ROW.finditer(text) if "票" in text or "%" in text else ():
            name, sort = row["name"].strip(STRIPPED), row["votes"][-1]
            self.told[row.start("share")] = Told(name, RATES[sort])
            self.told[row.start("votes")] = Told(name, COUNTS[sort])
        for first in FIRST.finditer(text):
            self._ranked(Span(*first.span("name")), first["what"], first.start("number"))

    def _ranked(self, name: Span, what: str, at: int) -> None:
        """The first of a ranking and those told behind it, in the same sentence."""
        told = f"{what.removesuffix('数')}率" if self._is_rate(at) and what.endswith("票数") else what
        self.told[at] = Told(name.of(self.text).strip(STRIPPED), told)
        while (behind := NEXT.search(self.text, at, at + FAR)) and "。" not in self.text[at : behind.start()]:
            at = behind.start("number")
            self.told[at] = Told(behind["name"].strip(STRIPPED), told)

    def _is_rate(self, at: int) -> bool:
        return "%" in self.text[at : at + 8]

    def of(self, one: Quantity) -> Told | None:
        """Whose a number of a vote is, and what it is; None for all others."""
        counted = one.unit_class in (UnitClass.RATE, UnitClass.COUNT, UnitClass.NONE)
        return self.told.get(one.number.start) if counted else None
