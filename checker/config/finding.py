"""Finds the settings that hold in a folder and reads them."""

from pathlib import Path

from checker import yamlfile
from checker.config.settings import Settings
from checker.errors import ConfigError
from checker.yamlfile import YamlFile

NAME = "checker.yaml"
MISNAMED = ("checker.yml", ".checker.yaml", ".checker.yml")
PROJECT = "pyproject.toml"


def find(folder: Path) -> Settings:
    """The nearest settings from ``folder`` up to the root of its repository; outside one, those of ``folder`` alone.

    Raises ConfigError or Problems when they are wrong, and when one folder has them twice.
    """
    for place in _upwards(folder):
        own = place / NAME
        for name in MISNAMED:
            if (place / name).is_file():
                raise ConfigError(str(place / name), "settings are not read from here", remedy=f"rename it to {NAME}")
        project = _of_project(place / PROJECT)
        if own.is_file():
            if project:
                message = f"settings here and in {PROJECT} beside it"
                raise ConfigError(str(own), message, remedy="keep one of the two")
            return load(own)
        if project:
            return Settings.of(project, place)
    return Settings.of(None, folder)


def load(path: Path) -> Settings:
    """The settings in one file. Raises ConfigError or Problems."""
    if path.suffix == ".toml":
        file = _of_project(path, missing=True)
        if file is None:
            raise ConfigError(str(path), "has no [tool.checker]", remedy="add the table or name another file")
        return Settings.of(file, path.parent)
    return parse(yamlfile.read_text(path, ConfigError), str(path), path.parent)


def parse(text: str, path: str = NAME, home: Path = Path()) -> Settings:
    """Settings from YAML text; ``home`` is the folder that paths and patterns start from."""
    return Settings.of(yamlfile.parse(text, path, ConfigError), home)


def _upwards(folder: Path) -> list[Path]:
    here = folder.resolve()
    places = [here, *here.parents]
    root = next((index for index, place in enumerate(places) if (place / ".git").exists()), 0)
    # Named from the folder, so that messages say ../checker.yaml and not where the repository lies.
    return [folder, *(folder / Path(*[".."] * up) for up in range(1, root + 1))]


def _of_project(path: Path, *, missing: bool = False) -> YamlFile | None:
    """The part of a pyproject.toml that is about the checker, if there is one."""
    if not missing and not path.is_file():
        return None
    text = yamlfile.read_text(path, ConfigError)
    if "checker" not in text:
        return None
    from checker.config import toml

    return toml.parse(text, str(path))
