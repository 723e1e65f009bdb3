"""What a claim of the ledger still lacks before its correction may be published.

A correction says in public that something was wrong and what is right. Both must have been decided by named people, on
a day, from a source that prints the right words; where two people are required, by two.
"""

from collections.abc import Iterator

from checker.claims.claim import Claim, Sensitivity, Status


def lacks(claim: Claim, *, printed: str, block: bool = False) -> Iterator[str]:
    """Everything that is missing, in the newsroom's words. ``printed`` is what the published text has in its place.

    Of a misplaced ``block`` the decision names the text that holds instead; no source needs to print that.
    """
    if claim.status is not Status.WRONG:
        yield f"状态是 {claim.status}，没有裁定为错（status: wrong）"
    if not claim.checked_by:
        yield "没有写核查人（checked_by）"
    if not claim.checked_at and not (claim.verdict and claim.verdict.at):
        yield "没有写核查或裁定的日期（checked_at、verdict.at）"
    yield from _hands(claim)
    right = claim.verdict.value if claim.verdict else None
    if not right:
        yield "没有裁定的正确写法（verdict.value）"
    elif right == printed:
        yield f"裁定的写法“{right}”与原文相同"
    else:
        yield from _sources(claim, right, block=block)


def _hands(claim: Claim) -> Iterator[str]:
    if claim.sensitivity is Sensitivity.NORMAL:
        return
    if not claim.second_check_by or claim.second_check_by == claim.checked_by:
        yield "属于要两人核的内容，没有第二人核查（second_check_by）"
    if claim.verdict and claim.verdict.by == claim.checked_by:
        yield f"由{claim.checked_by}核，又由{claim.checked_by}裁定，要换一个人定（verdict.by）"


def _sources(claim: Claim, right: str, *, block: bool) -> Iterator[str]:
    if not claim.has_source:
        yield "没有写出处（source）"
    others = [one.value.literal for one in claim.evidence if one.supports == "yes" and one.value]
    for other in others:
        if other != right:
            yield f"有一条出处支持的是“{other}”，不是“{right}”"
    says = (one.value.literal == right if one.value else right in one.text for one in claim.evidence)
    if not block and not any(says):
        yield f"出处的摘录里没有“{right}”（evidence）"
