"""The newsroom's own list of right names, as the checks see it: people in office, bodies, terms.

It holds right names only. What is wrong is found by its likeness to them, never by a list of mistakes.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

SCHEMA = "names/1"
COMMON = frozenset(("name", "from", "until", "source", "note"))
KEYS: Mapping[str, frozenset[str]] = {
    "people": COMMON | {"title", "also"},
    "bodies": COMMON | {"short", "successor"},
    "terms": COMMON | {"also", "kind"},
}
LISTS = frozenset(("also", "short"))
DAY_LENGTH = len("2025-04-22")


@dataclass(frozen=True, slots=True)
class Term:
    """The days from and to which something holds, both included; None where there is no bound."""

    start: date | None = None
    end: date | None = None

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies within."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who holds, held or will hold an office. ``title`` is the office with its body: 青石镇镇长."""

    name: str
    title: str
    term: Term = Term()


@dataclass(frozen=True, slots=True)
class RightName:
    """A name as it is written right. ``kind`` is what the thing is (舞剧), ``successor`` what took a body's place.

    ``person`` marks a person's name, which differs from another person's by less than a thing's does.
    """

    name: str
    kind: str = ""
    term: Term = Term()
    successor: str = ""
    person: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """The whole list. Every spelling that is right is a ``RightName`` of its own."""

    right: tuple[RightName, ...] = ()
    holders: tuple[Holder, ...] = ()

    def joined(self, other: "Names") -> "Names":
        """Both lists as one."""
        return Names((*self.right, *other.right), (*self.holders, *other.holders))

    @classmethod
    def of(cls, data: Any) -> "Names":
        """The list from the plain data of a file that is right; raises ValueError for any other.

        What is wrong with a file, and where, ``checker.claims.names`` says: it takes longer to load.
        """
        if not isinstance(data, dict) or data.get("schema") != SCHEMA or not data.keys() <= {"schema", *KEYS}:
            raise ValueError("not a list of names")
        people, bodies, terms = (list(_entries(data, part)) for part in KEYS)
        right = [RightName(name, person=True) for one in people for name in (one["name"], *one["also"])]
        for one in (*bodies, *terms):
            names = (one["name"], *one["short"], *one["also"])
            right += [RightName(name, one["kind"], one["term"], one["successor"]) for name in names]
        holders = [Holder(name, one["title"], one["term"]) for one in people for name in (one["name"], *one["also"])]
        return cls(tuple(right), tuple(holder for holder in holders if holder.title))


def _entries(data: Mapping[str, Any], part: str) -> Iterator[dict[str, Any]]:
    """The entries of a part, with every key that entries may have. Raises ValueError."""
    entries, seen = data.get(part, []), set[str]()
    if not isinstance(entries, list):
        raise ValueError(f"{part} is no list")  # noqa: TRY004
    for entry in entries:
        if not isinstance(entry, dict) or not entry.keys() <= KEYS[part] or not all(map(_is_sound, entry.items())):
            raise ValueError(f"not an entry of {part}: {entry!r}")
        if not entry.get("name") or (part != "people" and entry["name"] in seen):
            raise ValueError(f"no name, or one that is given twice: {entry!r}")
        seen.add(entry["name"])
        term = Term(_day(entry.get("from")), _day(entry.get("until")))
        if term.start and term.end and term.end < term.start:
            raise ValueError(f"ends before it begins: {entry!r}")
        texts = {key: entry.get(key) or "" for key in ("name", "title", "kind", "successor")}
        yield {**texts, "also": entry.get("also", []), "short": entry.get("short", []), "term": term}


def _is_sound(item: tuple[str, Any]) -> bool:
    key, value = item
    if key in LISTS:
        return isinstance(value, list) and all(isinstance(one, str) and one for one in value)
    return (value is None and key != "name") or (isinstance(value, str) and value != "")


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    if len(written) != DAY_LENGTH:
        raise ValueError(f"not a day: {written!r}")
    return date.fromisoformat(written)
