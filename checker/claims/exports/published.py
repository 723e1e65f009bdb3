"""What may be told in public about checked claims: schema.org ClaimReview, and corrections as CorrectionComment.

Only for articles that are out, and only what the article itself made public or was decided: no notes, no names of those
who checked, no sources. https://schema.org/ClaimReview, https://schema.org/correction
"""

import json
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from checker.claims.claim import Claim, Sensitivity, Status
from checker.claims.models import ArticleStatus, Ledger
from checker.errors import InputError, Problems

OUT = (ArticleStatus.PUBLISHED, ArticleStatus.CORRECTED)
RATINGS = {
    Status.CONFIRMED: ("属实", 5),
    Status.PARTLY: ("部分属实", 3),
    Status.DISPUTED: ("有争议", None),
    Status.UNVERIFIABLE: ("无法核实", None),
    Status.WRONG: ("不实", 1),
}
"""How a status is told, and its rating from 1 to 5 where it is one."""
GROUNDED = frozenset((Status.CONFIRMED, Status.PARTLY, Status.WRONG))
"""What is said of a fact, and not only of what could be found out about it: it has a source and a checker."""

INNER = str.maketrans("“”‘’", "‘’“”")
CONTEXT = "https://schema.org"


def claim_reviews(ledger: Ledger, url: str, publisher: str) -> str:
    """A ClaimReview for each checked claim of a published article. Raises Problems with LedgerErrors."""
    checked = _checked(ledger, tuple(RATINGS))
    graph = [_review(ledger, claim, url, publisher) for _, claim in checked]
    return _written({"@context": CONTEXT, "@graph": graph})


def corrections(ledger: Ledger, url: str, publisher: str) -> str:
    """The article with a CorrectionComment for each claim that was found wrong. Raises Problems with LedgerErrors."""
    checked = _checked(ledger, (Status.WRONG,))
    problems = [
        ledger.fault(("claims", index), f"{claim.id}: no right value was decided", "give verdict.value")
        for index, claim in checked
        if claim.verdict and not claim.verdict.value
    ]
    if problems:
        raise Problems(problems)
    info = ledger.article
    article = {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": info.title,
        "url": url,
        "datePublished": info.issue_date and info.issue_date.isoformat(),
        "publisher": {"@type": "Organization", "name": publisher},
        "correction": [_correction(claim) for _, claim in checked],
    }
    return _written({key: value for key, value in article.items() if value})


def _checked(ledger: Ledger, wanted: tuple[Status, ...]) -> list[tuple[int, Claim]]:
    """The claims of these statuses that somebody decided about, on a day; nothing where the article is not out."""
    if ledger.article.status not in OUT:
        message = f"the article is {ledger.article.status}: only what is published can be told in public"
        raise ledger.fault(("article", "status"), message, "set article.status to published once it is out")
    found = [(index, claim) for index, claim in enumerate(ledger.claims) if claim.status in wanted]
    problems = list(_undecided(ledger, found))
    if problems:
        raise Problems(problems)
    if not found:
        message = f"nothing to tell: no claim is {' or '.join(wanted)}"
        raise ledger.fault(("claims",), message, "decide about a claim first")
    return found


def _undecided(ledger: Ledger, claims: list[tuple[int, Claim]]) -> Iterator[InputError]:
    for index, claim in claims:
        for lack, remedy in _lacks(claim):
            yield ledger.fault(("claims", index), f"{claim.id} is {claim.status}, but {lack}", remedy)


def _lacks(claim: Claim) -> Iterator[tuple[str, str]]:
    """What must be known before a decision is told in public, with the remedy."""
    verdict, checker = claim.verdict, claim.checked_by
    if verdict is None or verdict.at is None:
        yield "nobody is named who decided so, and when", "give verdict.by and verdict.at, or another status"
    if claim.status in GROUNDED and not checker:
        yield "nobody is named who checked it", "give checked_by"
    if claim.status in GROUNDED and not claim.has_source:
        yield "no source is given", "give source"
    if claim.sensitivity is Sensitivity.NORMAL:
        return
    if not claim.second_check_by or claim.second_check_by == checker:
        yield (
            f"nobody has checked it a second time, as its sensitivity ({claim.sensitivity}) asks",
            "give second_check_by",
        )
    if verdict and checker and verdict.by == checker:
        yield f"{checker} has checked and decided it", "let somebody else decide"


def _review(ledger: Ledger, claim: Claim, url: str, publisher: str) -> dict[str, Any]:
    said = claim.attribution
    author = (said.org or said.speaker) if said else None
    item = {
        "@type": "Claim",
        "author": {"@type": "Organization" if said and said.org else "Person", "name": author} if author else None,
        "datePublished": ledger.article.issue_date and ledger.article.issue_date.isoformat(),
        "appearance": {"@type": "NewsArticle", "headline": ledger.article.title, "url": url},
    }
    name, value = RATINGS[claim.status]
    rating = {"@type": "Rating", "alternateName": name}
    if value is not None:
        rating |= {"ratingValue": str(value), "bestRating": "5", "worstRating": "1"}
    return {
        "@type": "ClaimReview",
        "url": f"{url}#{claim.id}",
        "datePublished": _day(claim),
        "author": {"@type": "Organization", "name": publisher},
        "claimReviewed": claim.anchor.quote,
        "itemReviewed": {key: value for key, value in item.items() if value},
        "reviewRating": rating,
    }


def _correction(claim: Claim) -> dict[str, Any]:
    wrong = claim.value.literal if claim.value else claim.anchor.quote
    right = claim.verdict.value if claim.verdict else ""
    if claim.refers:
        text = f"更正：{_quoted(wrong)}一处有误，应以{right}为准。"
        return {"@type": "CorrectionComment", "text": text, "datePublished": _day(claim)}
    place = "" if wrong == claim.anchor.quote else f"{_quoted(claim.anchor.quote)}一句中，"
    return {
        "@type": "CorrectionComment",
        "text": f"更正：{place}{_quoted(wrong)}应为{_quoted(right or '')}。",
        "datePublished": _day(claim),
    }


def _day(claim: Claim) -> str:
    at = claim.verdict.at if claim.verdict else None
    return at.isoformat() if isinstance(at, date | datetime) else ""


def _written(data: dict[str, Any]) -> str:
    """As JSON that may stand in a page's ``<script>`` as it is: no words of it can end that."""
    return json.dumps(data, ensure_ascii=False, indent=2).replace("<", "\\u003c") + "\n"


def _quoted(words: str) -> str:
    """In quotation marks; marks inside become the inner ones."""
    return f"“{words.translate(INNER)}”"
