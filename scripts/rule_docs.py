"""Writes ``docs/rules/``: a page for every bundled rule, and the list of them by family.

    python scripts/rule_docs.py

Pages of rules that are gone are removed.
"""

from pathlib import Path

from checker.packs import bundled
from checker.packs.page import index, page

TARGET = Path(__file__).resolve().parent.parent / "docs" / "rules"


def pages() -> dict[str, str]:
    """What each file of the folder holds, by its path in it."""
    rules = bundled()
    return {"README.md": index(rules)} | {f"{rule.id}.md": page(rule) for rule in rules}


def main() -> None:
    """Write what has changed and remove what is left over."""
    wanted = pages()
    for old in TARGET.glob("*/*.md"):
        if old.relative_to(TARGET).as_posix() not in wanted:
            old.unlink()
    for name, text in wanted.items():
        path = TARGET / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
