"""Things told of by their sort alone, with the place they are in: 荣河区|重点项目, 青江|石窟景区, 临河县|凤尾山."""

from checker.extraction.bearings import Bearings
from checker.extraction.whereabouts import REGIONS, is_region
from checker.lexicon.organisations import endings
from checker.lexicon.speech import Part, part_of, tagged
from checker.patterns import one_of, pattern
from checker.spans import Span

INSIDE = pattern("(?:在|其|位于)?(?:[省市县区州旗镇乡村]?境|辖区)内的?(?=[一-鿿]{2})")
SITE = pattern("(?P<name>[一-鿿]{2,6})(?:景区|古镇|古城|遗址|风景区|博物馆|度假区)")
NAMED = pattern(f"(?<![乡型])[{REGIONS}]$")
BODY = pattern(f"(?:{one_of(endings('form'))})$")
DASH, LEVEL = "——", "级"
JOINED = pattern("[至到与和及、]|自然村|中央|国家|全国")


class Grounds:
    """Remembers whose the things are that a sentence has counted."""

    def __init__(self, bearings: Bearings) -> None:
        self.bearings, self.text = bearings, bearings.text
        self.sentence = Span(0, 0)
        self.holders: dict[str, str] = {}

    def told(self, at: int, subject: str, counted: str) -> str:
        """A subject in full. ``counted`` are the things that the number at ``at`` counts of it."""
        sentence = self.bearings.sentence(at)
        if sentence != self.sentence:
            self.sentence, self.holders = sentence, {}
        holder = self.holders.get(subject, "")
        if not holder and counted != subject and self._holds(subject) and _is_sort(counted):
            self.holders[counted] = subject
        if holder:
            return f"{holder}{subject if subject[1:2] == LEVEL else subject.removeprefix(holder[-1])}"
        return self._site(at, subject) or subject

    def named(self, at: int, subject: str) -> str:
        """A subject by its name alone: 境内|凤尾山, 本土企业——|云溪机械公司."""
        apart = subject.rpartition(DASH)[2]
        firm = apart != subject and (BODY.search(apart) or self.bearings.actors.companies.has(apart))
        return apart if firm else self._inside(at, subject) or subject

    def _holds(self, name: str) -> bool:
        """Whether a place is one by its full name."""
        return NAMED.search(name) is not None and not JOINED.search(name) and self._is_place(name)

    def _is_place(self, name: str) -> bool:
        return is_region(name) or self.bearings.actors.places.is_place(name)

    def _around(self, at: int) -> str:
        """The place that the sentence around an offset begins with, else that its section is about."""
        start = self.bearings.sentence(at).start
        found = self.bearings.actors.opening(start, at)
        if found and self._is_place(found.name):
            return found.name
        topic = self.bearings.actors.topic(at)
        whole = self.bearings.whole
        return topic.place.name if topic and topic.place else whole if self._is_place(whole) else ""

    def _inside(self, at: int, subject: str) -> str:
        """What lies inside a place: 境内|凤尾山."""
        inside, around = INSIDE.match(subject), self._around(at)
        return f"{around}{subject[inside.end() :]}" if inside and around else ""

    def _site(self, at: int, subject: str) -> str:
        """A sight in short that the text names along with its place: 石窟景区, where it tells of 青江石窟."""
        site = SITE.fullmatch(subject)
        topic = self.bearings.actors.topic(at) if site else None
        short = topic.place.short if topic and topic.place else ""
        named = site is not None and short and f"{short}{site['name']}" in self.text
        return f"{short}{subject}" if named else ""


def _is_sort(things: str) -> bool:
    """Whether things that were counted are told by nothing but their sort: 重点项目; no 临河的银行."""
    return (
        bool(things)
        and not JOINED.search(things)
        and not any(part_of(word, tag) is Part.NAME for word, tag in tagged(things))
    )
