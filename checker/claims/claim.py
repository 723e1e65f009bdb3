"""One thing that an article asserts, where it stands, what was found out about it, and by whom."""

from enum import StrEnum
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, model_validator

from checker.claims.scalars import Day, Digest, Id, Moment, Number, Text
from checker.quantities.model import Hedge


class Record(BaseModel):
    """What every part of a ledger has in common: unknown keys are mistakes, and nothing changes once it is read."""

    # Built when first used: a ledger is read through one model, and each of thirty would cost time at every start.
    model_config = ConfigDict(
        extra="forbid", frozen=True, validate_by_name=True, validate_by_alias=True, defer_build=True
    )


class Kind(StrEnum):
    """What sort of thing is asserted."""

    COUNT = "count"  # things and people that can be told one by one
    AMOUNT = "amount"  # money, areas, weights, distances
    RATIO = "ratio"  # one count by another: 开工率, 完成率
    SHARE = "share"  # a part of a whole: 占比, 每N颗中有一颗
    GROWTH = "growth"  # 增长15%
    DELTA = "delta"  # a difference: 提升0.64个百分点
    RANK = "rank"  # 第4, 居全市前列
    DATE = "date"  # a day, month, year or period, also a relative one
    DURATION = "duration"  # 连续8年, 一个月后
    AGE = "age"
    NAME = "name"  # of a body, product or place of work
    TITLE = "title"  # what a named person is
    PLACE = "place"
    CODE = "code"  # a formula with a number in it: “246”, “四级调度”, 212国道
    QUOTE = "quote"  # somebody's words
    EVENT = "event"  # something is said to have happened, or to be so
    SUPERLATIVE = "superlative"  # 最大, 首次, 首批, 率先
    CAPTION = "caption"
    BYLINE = "byline"


class Status(StrEnum):
    """How far the checking of a claim has come."""

    UNCHECKED = "unchecked"
    CHECKING = "checking"
    CONFIRMED = "confirmed"
    PARTLY = "partly"
    DISPUTED = "disputed"
    WRONG = "wrong"
    UNVERIFIABLE = "unverifiable"
    WAIVED = "waived"


class Sensitivity(StrEnum):
    """Why more than one person has to look at a claim."""

    NORMAL = "normal"
    LEADER = "leader"
    CASUALTY = "casualty"
    LEGAL = "legal"
    MINOR = "minor"


class Anchor(Record):
    """Where a claim stands: exact words, found again by what surrounds them wherever they move.

    ``paragraph`` counts non-empty lines from 1. ``nth`` tells equal quotes in that paragraph apart, from 1.
    ``before`` and ``after`` are the characters around the quote in its paragraph, eight or so on each side.
    """

    paragraph: Annotated[int, Field(ge=1)]
    quote: Text
    before: str = ""
    after: str = ""
    nth: Annotated[int, Field(ge=1)] = 1


class Value(Record):
    """What is printed and what it says.

    ``literal`` stands in the anchor's quote, hedge and unit included (``近100家``, ``21.7亿元``). ``number`` is the
    plain number with 万 and 亿 written out, in ``unit``; where ``unit`` itself holds 万 or 亿 (亿元) it counts in
    those. ``quantum`` is the value of the last printed digit, 0 for an exact count. ``hedge`` says how the number is
    bounded.
    """

    literal: Text
    number: Number | None = None
    unit: Text | None = None
    quantum: Number | None = None
    hedge: Hedge | None = None


class Period(Record):
    """The time that a claim speaks of: as printed, and as days where the text or the issue date settles them.

    ``start`` and ``end`` are the first and the last day; ``as_of`` is the day of a count that is a state (截至…).
    """

    literal: Text | None = None
    start: Day | None = None
    end: Day | None = None
    as_of: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start and self.end and self.start > self.end:
            raise ValueError(f"ends on {self.end}, before it starts on {self.start}")
        return self


class Comparison(Record):
    """What a value is compared with.

    ``unstated`` is for a growth whose base the text does not name; ``among`` for a rank or superlative, with the
    field in ``base`` (全市各区县, 亚洲).
    """

    type: Literal[
        "year_on_year", "month_on_month", "since_year_start", "against_plan", "against_earlier", "against_other",
        "among", "unstated",
    ]  # fmt: skip
    base: Text | None = None
    value: Number | None = None
    unit: Text | None = None


class Attribution(Record):
    """Who says so in the article: the reporter, somebody in quotation marks, or somebody in other words."""

    mode: Literal["narrator", "direct", "indirect"] = "narrator"
    speaker: Text | None = None
    title: Text | None = None
    org: Text | None = None


class Source(Record):
    """Where the fact can be looked up. ``archive`` is the path of a copy and ``sha256`` the digest of that copy."""

    type: Literal["document", "statistics", "interview", "website", "release", "report", "on_site"]
    title: Text | None = None
    publisher: Text | None = None
    date: Day | None = None
    url: Text | None = None
    page: Text | None = None
    retrieved_at: Moment | None = None
    archive: Text | None = None
    sha256: Digest | None = None


class Evidence(Record):
    """What the source says. ``value`` is what it prints for this claim; ``source`` where it is not the claim's own."""

    text: Text
    supports: Annotated[
        Literal["yes", "partly", "no"],
        # YAML 1.1 reads a plain yes or no as a truth value, so an editor's schema must let these pass.
        WithJsonSchema({"enum": ["yes", "partly", "no", True, False]}),
    ]
    value: Value | None = None
    source: Source | None = None
    note: Text | None = None


class Judgement(Record):
    """What was decided about a claim. Whoever decides is not whoever checked, where the claim is sensitive."""

    by: Text
    at: Moment | None = None
    value: Text | None = None
    reason: Text | None = None


class Claim(Record):
    """One thing that the article asserts.

    ``section`` is where it stands, ``district`` whom it is about; ``subject``, ``metric`` and ``scope`` say of what,
    which indicator and by which reading (市级, 计划, 规上). ``stale_after`` is the day from which it must be asked
    again.
    """

    id: Id
    kind: Kind
    anchor: Anchor
    section: Text | None = None
    district: Text | None = None
    subject: Text
    metric: Text | None = None
    scope: Text | None = None
    value: Value | None = None
    period: Period | None = None
    comparison: Comparison | None = None
    attribution: Attribution | None = None
    source: Source | None = None
    evidence: tuple[Evidence, ...] = ()
    status: Status = Status.UNCHECKED
    verdict: Judgement | None = None
    checked_by: Text | None = None
    checked_at: Moment | None = None
    second_check_by: Text | None = None
    stale_after: Day | None = None
    sensitivity: Sensitivity = Sensitivity.NORMAL
    note: Text | None = None

    @property
    def refers(self) -> bool:
        """Whether the verdict names the text that holds instead (本报客户端4月23日发布的文本), and no right words.

        So it is of a passage that no source prints in other words.
        """
        right = self.verdict.value if self.verdict else None
        if not right or self.kind is not Kind.EVENT or self.value:
            return False
        return not any(right in (one.value.literal if one.value else one.text) for one in self.evidence)

    @property
    def has_source(self) -> bool:
        """Whether it is said where the fact can be looked up, for the claim or for a piece of its evidence."""
        return self.source is not None or any(one.source for one in self.evidence)
