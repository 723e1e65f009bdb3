"""The beginning of a rule of a newsroom's own: a file that works as it stands."""

from collections.abc import Iterator
from pathlib import Path

from checker.packs.loader import bundled

PLAIN_KIND = "written-form"
HEADER = """\
# {id}: what this file holds is a rule that works; make it yours from top to bottom.
# 'checker rules test {folder}' proves it by its examples, 'checker explain {id} --rules {folder}' shows it as a page,
# 'checker lint --rules {folder} …' runs it. 'checker schema rule' gives editors completion.
"""
TEMPLATE = """\
summary: A word that the house writes otherwise.   # English, one line: for lists and for CI
kind: written-form
severity: style                                    # error 错 (the text proves it), verify 请核, style 可改
message: “{words}”本报写作“{instead}”
why: 同一样东西全报只用一种写法，读者才不会以为是两样。
params:
  # One way of writing a line: words to look for ｜ regular expression around them ｜ what to write instead.
  forms:
    - "微信公众帐号 ｜ 微信公众帐号 ｜ 微信公众号"
    - "录象 ｜ 录象(?!馆) ｜ 录像"
notes:
  also: 这里也是
fixes:
  instead: 改为“{instead}”
limits: >-
  What this rule knowingly leaves alone, in English.
examples:
  flagged:                                         # 【】 around exactly the words that are wrong
    - 详情见本报【微信公众帐号】。
    - 门口的【录象】已经调取。
  clean:                                           # what looks wrong and is not: the traps
    - 详情见本报微信公众号。
    - 老街上曾有一家录象馆。
"""


def scaffold(name: str, folder: Path, kind: str = PLAIN_KIND) -> str | None:
    """The text of a new rule file, None when no bundled rule is of this ``kind`` and could be its model."""
    header = HEADER.format(id=name, folder=folder)
    if kind == PLAIN_KIND:
        return header + TEMPLATE
    model = next((rule for rule in bundled() if rule.file.kind == kind), None)
    if model is None:
        return None
    lines = Path(model.path).read_text("utf-8").splitlines()
    return f"{header}# It is that of {model.id}, a rule of the same kind.\n" + "".join(
        f"{one}\n" for one in _own(lines)
    )


def _own(lines: list[str]) -> Iterator[str]:
    """Without what ties a bundled rule to the others."""
    dropped = False
    for line in lines:
        if not line.startswith((" ", "-")):
            dropped = line.startswith(("taxonomy:", "joins:"))
        if not dropped:
            yield line
