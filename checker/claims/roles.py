"""Which claims can fill which role of a relation."""

from collections.abc import Mapping

from checker.claims.claim import Claim, Kind

RATES = frozenset({Kind.RATIO, Kind.SHARE, Kind.GROWTH})
DATES = frozenset({Kind.DATE})
TIMES = frozenset({Kind.DATE, Kind.EVENT})
RANKS = frozenset({Kind.RANK})
KINDS: Mapping[tuple[str, str], frozenset[Kind]] = {
    ("ratio", "rate"): RATES,
    ("change", "rate"): RATES,
    ("growth_average", "rate"): RATES,
    ("growth_average", "cumulative"): RATES,
    ("growth_average", "years"): frozenset({Kind.DURATION, Kind.COUNT}),
    ("span", "start"): TIMES,
    ("span", "end"): TIMES,
    ("span", "length"): frozenset({Kind.DURATION, Kind.AGE, Kind.COUNT}),
    ("weekday", "date"): DATES,
    ("weekday", "weekday"): DATES,
    ("rank_move", "from"): RANKS,
    ("rank_move", "to"): RANKS,
}
ANY = frozenset({("pairing", "item"), ("pairing", "value"), ("listing", "item"), ("same", "value")})


def unfit(relation: str, role: str, claim: Claim) -> str:
    """Why ``claim`` cannot fill the role; empty when it can. A role that is in neither table needs a number."""
    kinds = KINDS.get((relation, role))
    if kinds:
        return "" if claim.kind in kinds else f"its kind is {claim.kind}, not {' or '.join(sorted(kinds))}"
    has_number = claim.value is not None and claim.value.number is not None
    return "" if (relation, role) in ANY or has_number else "its value has no number"
