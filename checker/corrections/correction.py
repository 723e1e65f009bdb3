"""The correction: what was wrong, what is right, and whom we apologise to; in print, on the web, on WeChat."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from checker.corrections.faults import Fault, Sort
from checker.corrections.templates import Templates

FORMS = ("print", "web", "wechat")
OPEN = "【待核实】"
"""What stands in a draft for whatever nobody has decided yet."""


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a correction needs to know besides the faults. ``at`` is when the text on the web was changed.

    ``to`` are the people and bodies to apologise to besides the readers, where the desk names them itself.
    ``is_published`` is what the ledger says; ``is_mended`` that the corrected text is at hand as well.
    """

    title: str
    form: str = "print"
    published: date | None = None
    page: str = ""
    paper: str = ""
    at: datetime | None = None
    to: tuple[str, ...] = ()
    link: str = ""
    editor: str = ""
    proofreader: str = ""
    contact: str = ""
    is_published: bool = False
    is_mended: bool = False

    def lacks(self) -> Iterator[str]:
        """What is missing before the correction may be published, in the newsroom's words."""
        if not self.is_published:
            yield "台账没有写明稿件已经刊发（article.status: published）；刊发之前出改稿通知单，不出更正"
        if not self.title:
            yield "不知道稿件的标题"
        if not self.published:
            yield "不知道刊发日期（--published 或台账的 article.issue_date）"
        if self.form == "print" and not self.page:
            yield "不知道第几版（--page）"
        if self.form == "web" and not self.at:
            yield "不知道网页改正的时间（--at）"
        if self.form == "web" and not self.is_mended:
            yield "网页先改正文，再说“现已改正”：对改后的稿件运行，用 --since 给出刊发时的文本"


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction filled in. ``lacks`` is empty when it may be published."""

    text: str
    lacks: tuple[str, ...]


def correction(faults: Sequence[Fault], about: Particulars, templates: Templates) -> Correction:
    """The correction of these faults, of which there is at least one; a draft while anything is lacking."""
    missing = [*about.lacks(), *(f"{fault.label}：{one}" for fault in faults for one in fault.lacks)]
    text = templates.render(template(faults, about.form), values(faults, about))
    return Correction(text, tuple(dict.fromkeys(missing)))


def template(faults: Sequence[Fault], form: str) -> str:
    """The name of the template that says these faults in this form."""
    if form != "print":
        return f"{form}.txt"
    if len(faults) > 1:
        return "print-several.txt"
    kinds = {Sort.BLOCK: "print-block.txt", Sort.CAPTION: "print-caption.txt", Sort.BYLINE: "print-byline.txt"}
    return kinds.get(faults[0].sort, "print.txt")


def values(faults: Sequence[Fault], about: Particulars) -> Mapping[str, object]:
    """What a template may use."""
    return {
        "title": about.title or OPEN,
        "published": day(about.published) if about.published else OPEN,
        "page": about.page or OPEN,
        "paper": about.paper or "本报",
        "at": f"{about.at:%Y-%m-%d %H:%M}" if about.at else OPEN,
        "faults": [{"right": right(one), "fault": one} for one in faults],
        "wronged": wronged(faults, about),
        "link": about.link,
        "editor": about.editor,
        "proofreader": about.proofreader,
        "contact": about.contact,
    }


def right(fault: Fault) -> str:
    """The right words, or what stands for them while they are not decided."""
    if fault.right and not fault.lacks:
        return fault.right
    candidates = (fault.right,) if fault.right else fault.candidates
    return f"【待核实：{'或'.join(candidates)}】" if candidates else OPEN


def wronged(faults: Sequence[Fault], about: Particulars) -> list[str]:
    """Whom to apologise to besides the readers, each once."""
    named = about.to or tuple(one for fault in faults for one in fault.wronged)
    return [one for one in dict.fromkeys(named) if one != "读者"]


def day(published: date) -> str:
    """A day as it is printed: ``2025年4月22日``."""
    return f"{published.year}年{published.month}月{published.day}日"
