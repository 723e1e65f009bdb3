"""What goes wrong through no fault of the program: one class per audience, each saying where and what to do."""

from dataclasses import dataclass


@dataclass
class InputError(Exception):
    """Something a person gave the checker cannot be used. Ends the run with status 2.

    ``line`` and ``column`` are 1-based and count code points; ``remedy`` says what to do about it.
    """

    path: str
    message: str
    line: int | None = None
    column: int | None = None
    remedy: str = ""

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        remedy = f" ({self.remedy})" if self.remedy else ""
        return f"{place}: {self.message}{remedy}"


class ReadError(InputError):
    """For whoever sent the article: it cannot be read."""


class PackError(InputError):
    """For whoever writes rules: a rule file is broken."""


class LedgerError(InputError):
    """For whoever keeps the ledger: ``claims.yaml`` is broken."""


class NamesError(InputError):
    """For whoever keeps the list of right names: ``names.yaml`` is broken."""


class ConfigError(InputError):
    """For whoever runs the checker: the settings or the command line are wrong."""


class Problems(Exception):
    """Several input errors found in one go, in the order in which they stand."""

    def __init__(self, errors: list[InputError]) -> None:
        super().__init__("\n".join(str(error) for error in errors))
        self.errors = errors
