"""Whom one clause by itself speaks of."""

from checker.extraction.actors import Actors
from checker.extraction.doers import Actor
from checker.extraction.layout import Layout
from checker.extraction.limiting import limit, tested
from checker.extraction.outline import Outline
from checker.extraction.parsing import Words
from checker.extraction.theme import Theme
from checker.patterns import pattern
from checker.spans import Span

SOURCE = pattern(
    "(?:显示|表明|透露|获悉|了解到?|公布|通报|(?:发布|公布|通报)[^，。]{0,14}(?:数据|统计|消息|情况)|测定|据[^，。]{1,20}(?:介绍|消息|报道|统计|测算|估算|数据|通报))$"
)
CREDIT = pattern("[ 　]*(?:视觉中国|资料图|[^ ，。　]{2,6}供图|图片来源)")
"""Behind these words stands who made a picture: they tell what it shows."""

DECLARED = pattern("[（(][^（）()\n]{1,12}[）)](?:发布|公布|通报)[^，。；]{0,14}(?:数据|统计|消息|情况|公告|通知)")
CAUSE = pattern(
    "(?:由于|随着|鉴于|受|再?加上|加之)[^，。；]*|除了?[^，。；]*外|因(?:为|[^此而素，。；]{0,12}(?:影响|原因))[^，。；]*"
)
"""Why something was so: whom such a clause names, the next one is not about."""

ROLE = pattern("(?:作为|身为)")
OF_KIND = pattern("的[一-鿿]{0,6}$")


class Speakers(Layout):
    """Finds whom single clauses speak of, and whom the part of the article around them does."""

    actors: Actors
    words: Words
    theme: Theme
    outline: Outline
    people: list[str]

    def _named(self, clause: Span, *, sure: bool = False, goes_on: bool = False) -> Actor | None:
        """Whom a clause speaks of; one that only says where words come from speaks of nobody: 海关公布的数据显示."""
        if (
            not len(clause)
            or self.text[clause.start - 1 : clause.start] in ("（", "(")
            or SOURCE.search(self.text, clause.start, clause.end)
            or CREDIT.match(self.text, clause.end)
            or DECLARED.match(self.text, clause.end)
            or CAUSE.match(self.text, clause.start, clause.end)
        ):
            return None
        limited = limit(self.words, clause)
        if limited:
            return limited
        found = (
            None
            if ROLE.match(self.text, clause.start, clause.end)
            else self.actors.opening(clause.start, clause.end, sure=sure)
        )
        thing = None if goes_on else tested(self.words, found, clause)
        if thing:
            return thing
        if not found:
            return self._described(clause)
        if self.theme.is_telling(found, clause) and not (goes_on and found.name not in self.people):
            return None
        labels = found and not found.known and self.text[clause.end : clause.end + 1] in ("：", ":")
        return None if labels else found

    def _described(self, clause: Span) -> Actor | None:
        """Whom a clause names at its end, behind what he is: 去年最赚钱的企业|晨岭股份."""
        name = self.actors.closing(clause.end)
        at = clause.end - len(name)
        known = self.actors.places.is_place(name) or self.actors.companies.has(name) or name == self.whole
        role = ROLE.match(self.text, clause.start, clause.end)
        led = OF_KIND.search(self.text, clause.start, at) if known else name and not role and self.text[at - 1] == "的"
        return Actor(name.strip("《》"), name, clause.end) if led else None

    def about(self, at: int) -> str:
        """Whom the words at ``at`` speak of where none of them says so: the section's, the caption's, the article's."""
        topic = self.actors.topic(at)
        if topic:
            return topic.place.name if topic.place else topic.name
        return self.outline.caption(at) or (self.theme.part(at) if self.theme.is_digest else self.whole)

    @property
    def whole(self) -> str:
        """Whom the article is about; empty where nobody is."""
        return self.theme.whole
