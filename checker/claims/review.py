"""What can be wrong with a ledger in itself, before it meets a text. Each fault says where, what, and the remedy."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from checker.claims.claim import Claim
from checker.claims.relation import Relation
from checker.claims.roles import unfit
from checker.claims.values import contradiction
from checker.yamlfile import Key
from checker.yamlfile.models import suggest

SUGGESTED = 300
"""The most claims among which a misspelt id is looked for; comparing it with each takes time."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A mistake at ``key`` of the ledger's file."""

    key: Key
    message: str
    remedy: str

    def under(self, *key: str | int) -> "Fault":
        """The same, its key counted from further up."""
        return replace(self, key=(*key, *self.key))


Claims = Sequence[tuple[int, Claim]]
Relations = Sequence[tuple[int, Relation]]


def review(claims: Claims, relations: Relations, ids: Sequence[tuple[int, str]]) -> Iterator[Fault]:
    """Every fault of the claims and relations given, each with its place in its list.

    ``ids`` are the claims' ids, of those that could not be read for other reasons too.
    """
    yield from _twice(ids, "claims")
    yield from _twice([(index, one.id) for index, one in relations if one.id], "relations")
    for index, claim in claims:
        for fault in _value(claim):
            yield replace(fault, message=f"{claim.id}: {fault.message}").under("claims", index)
    known = {claim.id: claim for _, claim in claims}
    names = list(dict.fromkeys(name for _, name in ids))
    for index, relation in relations:
        for fault in _roles(relation, known, names):
            yield fault.under("relations", index)


def _twice(ids: Sequence[tuple[int, str]], where: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for index, name in ids:
        if name in seen:
            yield Fault((where, index, "id"), f"id {name!r} is given twice", "give one of the two another id")
        seen.add(name)


def _value(claim: Claim) -> Iterator[Fault]:
    if not claim.value:
        return
    literal, quote = claim.value.literal, claim.anchor.quote
    key = ("value", "literal")
    times = quote.count(literal)
    if times == 0:
        yield Fault(key, f"{literal!r} is not in the quote {quote!r}", "copy it from the quote as printed")
    elif times > 1:
        yield Fault(key, f"{literal!r} stands {times} times in the quote {quote!r}", "quote fewer or longer words")
    elif _cuts(quote, literal):
        yield Fault(key, f"{literal!r} cuts a number in the quote {quote!r}", "give the whole number")
    else:
        for name, message, remedy in contradiction(claim.value):
            yield Fault(("value", name), message, remedy)


def _cuts(quote: str, literal: str) -> bool:
    """Whether digits run on past an edge of the literal, also across a decimal point."""
    before, _, after = quote.partition(literal)
    return _runs_on(before[::-1], literal[:1]) or _runs_on(after, literal[-1:])


def _runs_on(outside: str, edge: str) -> bool:
    near, far = outside[:1], outside[1:2]
    return edge.isdigit() and (near.isdigit() or (near in {".", "．"} and far.isdigit()))


def _roles(relation: Relation, known: Mapping[str, Claim], names: list[str]) -> Iterator[Fault]:
    label = f"{relation.id} ({relation.type})" if relation.id else relation.type
    seen: set[str] = set()
    near = names if len(names) <= SUGGESTED else []
    for role, place, name in relation.named():
        key = (role,) if place is None else (role, place)
        lack = unfit(relation.type, role, known[name]) if name in known else ""
        if name not in known and name not in names:
            yield Fault(key, f"{label}: there is no claim {name!r}", suggest(name, near, "add it to the claims"))
        elif name in seen:
            yield Fault(key, f"{label}: {name} stands in it twice", "name each claim once")
        elif lack:
            yield Fault(key, f"{label}: {name} cannot be its {role}: {lack}", "name another claim, or mend that one")
        seen.add(name)
