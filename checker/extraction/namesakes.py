"""One person in two spellings: 花农韦建业 … 韦健业说."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import islice

from checker.document import Document
from checker.extraction.name_forms import is_given, name_end
from checker.extraction.persons import Person, half_told, is_press
from checker.extraction.rarenames import in_a_word
from checker.extraction.respelt import Respelt, masked, near
from checker.extraction.turned import CLAUSE_EDGES, WHOLE, calling, is_called, turnings
from checker.lexicon.alike import Alike, Likeness, alike
from checker.lexicon.people import Sort, beside, not_names, surnames, titles
from checker.lexicon.vocabulary import ordinary
from checker.patterns import pattern
from checker.spans import Span, find_all, find_each, places_of

KIN = pattern(
    "兄弟|姐妹|兄妹|姐弟|哥哥|弟弟|姐姐|妹妹|[堂表][兄弟姐妹哥]|父子|母子|母女|父女|双胞胎|孪生|同名|重名|谐音|同音|音近|名字(?:相近|相像|很像)|只差|叫[错混反]|[弄认]混|改名|更名|曾用名|又名|[原本]名"
)
KIN_REACH = 20
MOST_PAIRS = 200
"""An article has a handful of like names; a register of thousands is not compared to its end."""

SHORT = 2
"""Short names are often somebody else's: two of them that are each introduced are two people."""

LISTING = frozenset("、和与及")
NAME_EDGES = CLAUSE_EDGES | {"的"}


def person_spellings(document: Document, persons: Sequence[Person]) -> Iterator[Respelt]:
    """Every place where a person's name is spelt in a second, rarer way."""
    seen = {person.span.start for person in persons}
    named = (*persons, *(one for one in half_told(document) if one.span.start not in seen))
    for press in (False, True):
        found = [person for person in named if is_press(person) is press]
        if len(found) > 1 or (found and not press):
            others = frozenset(person.span.start for person in named if is_press(person) is not press)
            yield from _Circle(document, found, others, press=press).spellings()


class _Circle:
    """People who may be one another: those an article tells of, or those who made it; ``others`` are none of them."""

    def __init__(self, document: Document, persons: Sequence[Person], others: frozenset[int], *, press: bool) -> None:
        self.document = document
        self.others = others
        self.press = press
        self.slots: dict[str, list[Person]] = {}
        for person in persons:
            self.slots.setdefault(person.name, []).append(person)
        self.places: dict[str, list[Span]] = {name: [one.span for one in found] for name, found in self.slots.items()}

    def spellings(self) -> Iterator[Respelt]:
        if not self.press:
            self._read_bare_text()
        told = set[str]()
        for one, other, likeness in islice(near(self.places, _differing), MOST_PAIRS):
            wrong, right = self._ordered(one, other)
            if wrong in told or not self._same_person(wrong, right, likeness):
                continue
            told.add(wrong)
            spans = self.places[right]
            for span in self.places[wrong]:
                yield Respelt(span, wrong, spans[0], right, len(spans), likeness)
        yield from self._turned()

    def _turned(self) -> Iterator[Respelt]:
        """Names with two neighbouring characters in each other's place: 基尔里科夫 and 基尔科里夫."""
        turned = [(other, name) for name in self.slots for other in turnings(name)]
        found = find_each(self.document.text, (other for other, _ in turned))
        for other, name in turned:
            if len(name) == WHOLE:
                self.places.setdefault(
                    other,
                    [
                        Span(at, at + WHOLE)
                        for at in found[other]
                        if at not in self.others and is_called(self.document.text, at)
                    ],
                )
                wrong, right = self._ordered(other, name) if self.places[other] else ("", "")
                told = bool(wrong) and (other not in self.slots or other > name) and self._is_turned(wrong, right)
            else:
                self.places[other] = [Span(at, at + len(other)) for at in found[other]]
                wrong, right, told = other, name, other not in self.slots
            spans = self.places[right] if told else []
            for span in self.places[wrong] if told else ():
                yield Respelt(span, wrong, spans[0], right, len(spans), Alike(1, Likeness.ORDER))

    def _is_turned(self, wrong: str, right: str) -> bool:
        """Whether a name of common characters is another's turned, and not somebody's whom the article tells of too."""
        mine, theirs = self._callings(wrong), self._callings(right)
        if (mine and theirs and not mine & theirs) or (mine and len(self.places[wrong]) > 1):
            return False
        return self._titles_agree(wrong, right) and not self._together(wrong, right) and not self._kin(wrong, right)

    def _callings(self, name: str) -> set[str]:
        """The ends of what he is said to be where he is named: 堤员 of 巡堤员."""
        return set(filter(None, (calling(self.document.text, span.start) for span in self.places[name])))

    def _read_bare_text(self) -> None:
        """The other places of every name, and of what is nearly one, wherever they stand."""
        text = self.document.text
        keys = {masked(name, place): name for name in self.slots for place in _bare_places(name)}
        heads, skips = {name[:2] for name in self.slots}, {name[0] + name[2:3] for name in self.slots}
        lengths: dict[str, set[int]] = {}
        for name in self.slots:
            lengths.setdefault(name[0], set()).add(len(name))
        sizes = {first: sorted(found, reverse=True) for first, found in lengths.items()}
        taken = {span.start for spans in self.places.values() for span in spans}
        for at in places_of(sizes, text):
            # Of a name but for one character, the second or the third one stands there; a short one opens a clause.
            here = text[at : at + 3]
            opens = here[:2] in heads or text[at - 1 : at] in CLAUSE_EDGES
            if at in taken or not (opens or here[0] + here[2:] in skips):
                continue
            tried = [text[at : at + size] for size in sizes[here[0]]]
            known = next((words for words in tried if words in self.slots), "")
            name = known or next((words for words in tried if _misspelt(text, at, words, keys)), "")
            if name:
                self.places.setdefault(name, []).append(Span(at, at + len(name)))
        for spans in self.places.values():
            spans.sort()

    def _ordered(self, one: str, other: str) -> tuple[str, str]:
        """The doubtful spelling first: the rarer one, else the one without a title, else the later one."""

        def weight(name: str) -> tuple[int, bool, int]:
            titled = any(person.title for person in self.slots.get(name, ()))
            return len(self.places[name]), titled, -self.places[name][0].start

        return (one, other) if weight(one) < weight(other) else (other, one)

    def _same_person(self, wrong: str, right: str, likeness: Alike) -> bool:
        """Whether nothing in the article tells that these are two people."""
        in_slots = wrong in self.slots and right in self.slots
        known = right in self.slots or self._is_often_told(wrong, right, likeness)
        if not in_slots and (not known or wrong[0] != right[0] or not self._is_near(wrong, right, likeness)):
            return False
        if likeness.distance > 1 and likeness.kind is Likeness.SHAPE:
            return False
        return (
            self._titles_agree(wrong, right)
            and not self._together(wrong, right)
            and not self._kin(wrong, right)
            and not self._shorter(wrong, right)
        )

    def _is_often_told(self, wrong: str, right: str, likeness: Alike) -> bool:
        """Whether only the rarer spelling is introduced, and the other stands again and again, or as a name does."""
        if len(right) != WHOLE or likeness.distance > 1 or not is_given(right[1:], WHOLE - 1):
            return False
        often = len(self.places[right]) > max(1, len(self.places[wrong]))
        return often or all(self._stands_free(span) for span in self.places[right])

    def _stands_free(self, span: Span) -> bool:
        """Whether words stand where a name may begin, and make no word with what follows: 市队的赵雨桐三跳得分."""
        text = self.document.text
        begins = text[span.start - 1 : span.start] in NAME_EDGES
        return begins and not any(in_a_word(text, at) for at in range(span.start, span.end))

    def _is_near(self, wrong: str, right: str, likeness: Alike) -> bool:
        """Whether they are read the same or look alike; names that only sound alike come behind who is introduced."""
        behind = self.places[right][0] < self.places[wrong][0] and self._introduced(right)
        return likeness.distance == 1 or (_blurred(likeness) and behind)

    def _shorter(self, wrong: str, right: str) -> bool:
        """Whether the name is what both begin with, as it stands elsewhere, and the rest is another word's."""
        if len(wrong) < 3 or wrong[:-1] != right[:-1]:
            return False
        text, known = self.document.text, {span.start for span in (*self.places[wrong], *self.places[right])}
        return any(span.start not in known for span in find_all(text, wrong[:-1]))

    def _titles_agree(self, wrong: str, right: str) -> bool:
        """Whether both may hold what the other is said to hold: not 教育局局长 here and 水务局局长 there."""
        bodies, others = self._bodies(wrong), self._bodies(right)
        if bodies and others and not bodies & others:
            return False
        mine, theirs = self._titles(wrong), self._titles(right)
        if len(wrong) == SHORT and not (mine and theirs) and self._introduced(wrong) and self._introduced(right):
            return False
        return not mine or not theirs or any(one.endswith(two) or two.endswith(one) for one in mine for two in theirs)

    def _introduced(self, name: str) -> bool:
        return any(one.title for one in self.slots.get(name, ()))

    def _titles(self, name: str) -> set[str]:
        """His titles as the text has them: a headline names people more freely."""
        titled = (one for one in self.slots.get(name, ()) if one.title and one.title not in beside("anybody"))
        return {one.title for one in titled if one.span.start >= self._text_start}

    def _bodies(self, name: str) -> set[str]:
        return {one.body for one in self.slots.get(name, ()) if titles().get(one.title) is Sort.HEAD and one.body}

    def _together(self, wrong: str, right: str) -> bool:
        """Whether one sentence (of a byline: one line) names both."""
        mine = {self._sentence(span) for span in self.places[wrong]}
        return any(self._sentence(span) in mine for span in self.places[right])

    def _sentence(self, span: Span) -> int:
        return bisect_right(self._starts, span.start)

    @cached_property
    def _text_start(self) -> int:
        title = self.document.title
        return title.span.end if title else 0

    @cached_property
    def _starts(self) -> list[int]:
        if self.press:
            return [block.span.start for block in self.document.blocks]
        return [sentence.span.start for sentence in self.document.sentences]

    def _kin(self, wrong: str, right: str) -> bool:
        text = self.document.text
        spans = (*self.places[wrong], *self.places[right])
        return any(KIN.search(text, max(0, span.start - KIN_REACH), span.end + KIN_REACH) for span in spans)


def _bare_places(name: str) -> range:
    """Which of its characters may be wrong where nothing but the rest of the name tells that it is one."""
    if name[:2] in surnames()[1]:
        return range(0)
    return range(1, len(name))


def _differing(name: str) -> range:
    """Where a name may be misspelt. A family name only where two given ones vouch for it."""
    if len(name) > WHOLE:
        return range(len(name))
    family = 2 if name[:2] in surnames()[1] else 1
    return range(0 if len(name) - family == 2 else family, len(name))


def _misspelt(text: str, at: int, words: str, keys: Mapping[str, str]) -> bool:
    """Whether these words are a name but for one character; a short one only where a clause begins with it."""
    size = len(words)
    if size == 2 and not _stands_alone(text, at):
        return False
    for place in range(1, size):
        name = keys.get(masked(words, place))
        if name and (size > WHOLE or is_given(words[1:], size - 1) or _opens_whole(text, at, size)):
            likeness = alike(name[place], words[place])
            if likeness and (likeness.distance == 1 or (_blurred(likeness) and _unintroduced(text, at, words))):
                return True
    return False


def _blurred(likeness: Alike) -> bool:
    """Whether the two are not read the same, but sound alike to many: 斌 and 兵."""
    return likeness.kind is Likeness.SOUND


def _unintroduced(text: str, at: int, words: str) -> bool:
    """Whether a name with two given characters opens a clause by itself, as of somebody known by now."""
    alone = text[at - 1 : at] in CLAUSE_EDGES and text[at + len(words) : at + len(words) + 1] not in LISTING
    return alone and len(words) == WHOLE and is_given(words[1:], WHOLE - 1)


def _opens_whole(text: str, at: int, size: int) -> bool:
    """Whether they open a clause and the last of them begins no word: 。柯有明最后说, but not 。柯有明显."""
    end = at + size
    return size == WHOLE and text[at - 1 : at] in CLAUSE_EDGES and text[end - 1 : end + 1] not in ordinary()


def _stands_alone(text: str, at: int) -> bool:
    """Whether two characters here open a clause, and a word follows that begins behind a name."""
    return text[at - 1 : at] in CLAUSE_EDGES and text[at : at + 2] not in not_names() and name_end(text, at) == at + 2
