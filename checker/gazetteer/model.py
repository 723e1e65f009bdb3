"""What the gazetteer knows and what it finds: places, and mentions of places in a text."""

from datetime import date
from enum import StrEnum

from checker.frozen import frozen
from checker.spans import Span


class Level(StrEnum):
    """The four levels of divisions, and what lies below them or beside them: a village, a park, a school.

    The table has divisions alone; all that is LOCAL a newsroom has added.
    """

    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWN = "town"
    LOCAL = "local"


@frozen()
class Place:
    """A division of China, as far as the sources of the table tell.

    ``code`` has six digits (GB/T 2260), that of a town nine, that of an added place a ``+``. ``short`` is the name
    without its type (``江津``), ``also`` are other names in use (``恩施州``, ``渝``). ``parent`` is a code, None for a
    province. The dates are bounds that are safe to rely on: the place did not exist yet on ``valid_from``, or no longer
    on ``valid_to``; None means that nothing is known.
    """

    code: str
    name: str
    short: str
    level: Level
    parent: str | None
    also: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None
    source: str = ""

    def may_exist_on(self, day: date) -> bool:
        """Whether nothing speaks against the place having existed on ``day``."""
        return (self.valid_from is None or self.valid_from < day) and (self.valid_to is None or day < self.valid_to)


class Role(StrEnum):
    """How a mention stands in its sentence, told by the words directly around it."""

    PLAIN = "plain"
    """The place as such: 江津区坚持…, 在江津."""

    PREFIX = "prefix"
    """A place before a place inside it: 重庆市 in 重庆市江津区."""

    ROUTE = "route"
    """Part of the name of a road, a railway or a stretch: 合川至永川段, 江津高速."""

    STATION = "station"
    """A port, a station, an airport, a border crossing: 长寿港, 江津站."""

    BODY = "body"
    """An office, a court, a paper, a school, a bank: it speaks for the place. 江津区委, 江津区融媒体中心."""

    COMPANY = "company"
    """A firm: 江津恒安建材有限公司."""

    PRODUCT = "product"
    """A thing named after the place: “江津造”, 江津班列."""

    ROAD = "road"
    """A street: 中山路, 北京东路."""

    TITLE = "title"
    """Inside 《》 or a short slogan in quotation marks."""


@frozen()
class Mention:
    """A place name in a text. Several ``places`` when the text does not tell which of the namesakes is meant.

    ``chain`` is the span together with the names of the places above that stand directly before it: 重庆市江津区.
    """

    span: Span
    places: tuple[Place, ...]
    role: Role
    chain: Span
