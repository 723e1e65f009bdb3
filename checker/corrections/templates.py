"""The texts of the products: templates beside this module, each of which a newsroom's own folder may replace."""

import re
from collections.abc import Mapping
from pathlib import Path

from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from checker.corrections.whereabouts import numeral
from checker.errors import ConfigError
from checker.reporters.visible import shorten, visible

INNER = str.maketrans("“”‘’", "‘’“”")
MARK = re.compile("[“”‘’]")
FAULTS = (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, AttributeError)
"""What a template can do wrong while it is filled in."""
NAMES = (
    "faults.txt",
    "print.txt",
    "print-several.txt",
    "print-block.txt",
    "print-caption.txt",
    "print-byline.txt",
    "web.txt",
    "wechat.txt",
    "change.txt",
    "change.html",
    "signoff.txt",
    "signoff.html",
    "sheet.css",
)
"""Every template there is. ``faults.txt`` holds the sentences that the corrections share."""


class Templates:
    """The templates, those of ``folder`` before our own. Raises ConfigError for a folder or template that is broken.

    They run in a sandbox, and an unknown variable is an error: a correction must not have holes.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        own = PackageLoader("checker.corrections")
        if folder is not None:
            _known(folder)
        loader = own if folder is None else ChoiceLoader([FileSystemLoader(folder), own])
        self.environment = SandboxedEnvironment(
            loader=loader,
            autoescape=lambda name: bool(name) and str(name).endswith(".html"),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            finalize=_shown,
        )
        self.environment.filters.update(quoted=quoted, numeral=numeral, shorten=shorten)

    def render(self, name: str, values: Mapping[str, object]) -> str:
        """The template filled in, without white space at its ends, with a line feed after it."""
        try:
            return self.environment.get_template(name).render(values).strip() + "\n"
        except TemplateSyntaxError as problem:
            path = str(self.folder / (problem.name or name)) if self.folder else name
            raise ConfigError(path, problem.message or "not a template", problem.lineno, None, "mend it") from None
        except FAULTS as problem:
            path = str(self.folder / name) if self.folder else name
            message = str(problem) or "cannot be filled in"
            raise ConfigError(path, message, remedy="see docs/corrections.md") from None

    def source(self, name: str) -> str:
        """The template as it is written."""
        return self.environment.loader.get_source(self.environment, name)[0] if self.environment.loader else ""


def quoted(words: str) -> str:
    """``words`` in quotation marks; marks inside them become the inner ones.

    >>> quoted("以“三个作用”为引领")
    '“以‘三个作用’为引领”'
    """
    return f"“{words.translate(INNER)}”"


def flat(words: str) -> str:
    """``words`` with all quotation marks alike, to compare what is quoted with what is printed."""
    return MARK.sub("'", words)


def _shown(value: object) -> object:
    return visible(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _known(folder: Path) -> None:
    """Every file of the folder must replace one of ours: a misspelt one would do nothing."""
    if not folder.is_dir():
        raise ConfigError(str(folder), "no such folder", remedy="name the folder with your templates")
    for path in sorted(folder.iterdir()):
        if path.is_file() and not path.name.startswith(".") and path.name not in NAMES:
            from checker.yamlfile.models import suggest

            raise ConfigError(str(path), "replaces no template", remedy=suggest(path.name, list(NAMES), "rename it"))
