"""The places that a text names: in full, in short, and those that only their endings tell."""

from collections.abc import Callable, Iterator, Sequence

from checker.extraction.bodies import NOT_IN_NAMES
from checker.extraction.homeland import HOME
from checker.extraction.topics import Topic
from checker.gazetteer import Gazetteer, Level
from checker.lexicon.clauses import any_of
from checker.lexicon.predicates import verbs
from checker.patterns import pattern

REGIONS = "省市县区州旗盟镇乡村"
PLACED = pattern(
    "[一-鿿]{2,8}?(?:自治区|自治州|自治县|特区|新区|街道|[省市县区旗乡村]|(?<![城乡村小集])镇)(?![一-鿿]?[长委场民内里外])"
)
FROM = "媒体|网站|公司|集团|大学|研究[所院]|研究中心|选手|球员|名将|游客|男子|女子|学者|专家|留学生|籍|队"
COUNTRY = pattern(
    f"(?:{any_of('country')})(?!顶级|顶尖|最|知名|领先|首|著名|主要|各)"
    f"(?:(?<=全球)|(?![ ]?[A-Za-z]|[一-鿿]{{0,5}}?(?:{FROM})))"
)
DIVISION = pattern("[省市县区州旗盟]")
NO_NAME = pattern(any_of("no_name", "verbal"))
BIG = (Level.PROVINCE, Level.PREFECTURE)
SHORT = range(5, 1, -1)
WORLD = ("世界", "全球", "国际")
LONGEST, SMALL = 12, 3


class Whereabouts:
    """Finds places by offset. ``topic`` gives the section about somebody that an offset lies in."""

    def __init__(self, text: str, topic: Callable[[int], Topic | None]) -> None:
        self.text = text
        self.topic = topic
        self.gazetteer = Gazetteer.load()
        self.named = list(self._named())
        self.starts = [at for at, _ in self.named]
        self.full = {name for _, name in self.named}

    def opening(self, at: int, end: int) -> tuple[str, str]:
        """The place that the words from ``at`` on begin with: its name in full, and as printed; empty where none."""
        country = COUNTRY.match(self.text, at, end)
        if country:
            return "中国" if country[0] == "我国" else country[0], country[0]
        match = PLACED.match(self.text, at, end)
        if match and self.is_place(match[0]) and not self.text.startswith("、", match.end()):
            return match[0], match[0]
        for size in SHORT:
            words = self.text[at : min(end, at + size)]
            if len(words) == size and self._is_meant(words, at):
                return self._whole(words, at), words
        return "", ""

    def closing(self, end: int) -> str:
        """The place whose name ends at an offset: 青河县|（12万元）."""
        for size in range(LONGEST, 1, -1):
            words = self.text[max(0, end - size) : end]
            if len(words) == size and words[-1] in REGIONS and self.is_place(words):
                return words
        for size in SHORT:
            words = self.text[max(0, end - size) : end]
            if len(words) == size and self._is_meant(words, end - size):
                return words
        return ""

    def is_place(self, words: str) -> bool:
        """Whether some words are a place's name in full, or look like that of a small one."""
        return bool(self.gazetteer.named(words)) or (
            not NO_NAME.match(words)
            and words.endswith(("县", "镇", "乡", "村", "街道"))
            and 3 <= len(words) - words.endswith("街道") <= 6
            and not NOT_IN_NAMES & set(words)
            and not verbs().search(words)
        )

    def is_within(self, name: str, home: str) -> bool:
        """Whether a name may be that of a part of the place, or of the country, that a text is about."""
        if home in WORLD:
            return True
        above = {one.code for one in self.gazetteer.named(home)}
        for place in self.gazetteer.named(name):
            parent = self.gazetteer.place(place.parent) if place.parent else None
            while parent and parent.code not in above:
                parent = self.gazetteer.place(parent.parent) if parent.parent else None
            if parent or home == HOME:
                return True
        return False

    def _whole(self, words: str, at: int) -> str:
        topic = self.topic(at)
        if topic and topic.place and words in (topic.place.short, *topic.also):
            return topic.place.name
        return words

    def _named(self) -> Iterator[tuple[int, str]]:
        """The divisions that the text names in full."""
        for match in DIVISION.finditer(self.text):
            for size in range(2, LONGEST):
                start = match.end() - size
                if start >= 0 and self.gazetteer.named(self.text[start : match.end()]):
                    yield start, self.text[start : match.end()]
                    break
            else:
                start = match.end() - SMALL
                words, before = self.text[max(0, start) : match.end()], self.text[start - 1 : start]
                if start >= 0 and not "一" <= before <= "鿿" and len(words) == SMALL and self.is_place(words):
                    yield start, words

    def _is_meant(self, words: str, at: int) -> bool:
        """Whether a short name is that of a place: of this section, of one named in full, of a large one."""
        known = self.gazetteer.named(words)
        if not known or self.text.startswith(("时间", "、", *REGIONS), at + len(words)):
            return False
        topic = self.topic(at)
        if topic and topic.place and words in (topic.place.short, *topic.also):
            return True
        return any(one.level in BIG or one.name in self.full for one in known)


def is_region(name: str) -> bool:
    """Whether a name is a division's or a country's."""
    return name.endswith((*"省县区州旗盟镇乡村", "街道")) or COUNTRY.fullmatch(name) is not None


def last(found: Sequence[tuple[int, str]], index: int, fits: Callable[[str], bool], floor: int = 0) -> str:
    """The last name before ``index`` that fits and does not stand before ``floor``."""
    while index > 0 and found[index - 1][0] >= floor:
        index -= 1
        if fits(found[index][1]):
            return found[index][1]
    return ""
