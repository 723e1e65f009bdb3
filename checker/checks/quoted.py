"""What stands in quotation marks, as sayings are compared."""

from dataclasses import dataclass

from checker.spans import Span


@dataclass(frozen=True, slots=True)
class Quoted:
    """What stands in quotation marks, and the same without punctuation."""

    span: Span
    plain: str
