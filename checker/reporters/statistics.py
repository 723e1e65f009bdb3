"""What a run found, counted: by rule, and as an estimated rate of errors."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from checker.findings import Severity
from checker.report import Report
from checker.reporters.error_rate import PASS, estimate
from checker.reporters.wording import SEVERITY

USAGE = ("规则", *SEVERITY.values(), "篇数", "放行", "放行率")

METHOD = (
    "按《报纸编校差错率计算方法》折算：重要名称、时间、图片和标题加倍，标点和数字用法每处计 0.1"
    "（数字用法一篇最多计 1），多字按字数计 1、2、4，同一差错一篇最多计 3 次。只是估算，不代替人工检查"
)


@dataclass(slots=True)
class Usage:
    """How often one rule spoke, in how many documents, and how often it was let stand."""

    rule: str
    found: Counter[Severity] = field(default_factory=Counter)
    documents: int = 0
    suppressed: int = 0

    @property
    def total(self) -> int:
        """All its findings, those let stand among them."""
        return self.found.total() + self.suppressed

    @property
    def share(self) -> str:
        """Findings let stand in per cent of all; of a rule with a high share nobody wants to hear."""
        return f"{_rounded(Fraction(self.suppressed * 100, max(1, self.total)), 0)}%"

    @property
    def cells(self) -> tuple[str, ...]:
        """The row of a table under USAGE, without the rule."""
        counts = [str(self.found[severity]) for severity in SEVERITY]
        return (*counts, str(self.documents), str(self.suppressed), self.share)

    @property
    def told(self) -> str:
        """The row in words."""
        counts = "、".join(
            f"{word} {self.found[severity]}" for severity, word in SEVERITY.items() if self.found[severity]
        )
        waived = f"放行 {self.suppressed}（{self.share}）" if self.suppressed else ""
        return "，".join(part for part in (counts, waived, f"{self.documents} 篇") if part)


def usage(report: Report) -> Sequence[Usage]:
    """The rules that spoke, the most often first."""
    rules: dict[str, Usage] = {}
    for document in report.documents:
        for finding in document.findings:
            rules.setdefault(finding.rule, Usage(finding.rule)).found[finding.severity] += 1
        for one in document.suppressed:
            rules.setdefault(one.finding.rule, Usage(one.finding.rule)).suppressed += 1
        spoke = {finding.rule for finding in document.findings} | {one.finding.rule for one in document.suppressed}
        for rule in spoke:
            rules[rule].documents += 1
    return sorted(rules.values(), key=lambda one: (-one.total, one.rule))


def rates(report: Report) -> Sequence[str]:
    """The estimate in sentences: the rate, what it would be at most, and how it was counted."""
    made = estimate(report)
    if not made.characters:
        return ["没有字可算。"]
    rate, highest = _rounded(made.rate, 2), _rounded(made.highest, 2)
    certain, possible = _rounded(made.certain, 1), _rounded(made.possible, 1)
    return [
        f"约万分之{rate}：只计“错”，折合 {certain} 个差错，共 {made.characters} 字；合格线为万分之{PASS}",
        f"至多约万分之{highest}：“请核”和标点、数字用法也都算上，折合 {possible} 个差错",
        METHOD,
    ]


def _rounded(value: Fraction, places: int) -> str:
    """Half up, so that the last digit does not depend on how a machine holds numbers.

    >>> _rounded(Fraction(5, 4), 1), _rounded(Fraction(2, 3), 0)
    ('1.3', '1')
    """
    scaled = (value * 10**places * 2 + 1) // 2
    whole, rest = divmod(scaled, 10**places)
    return f"{whole}.{rest:0{places}}" if places else str(whole)
