"""``python -m checker``: the same as the console script."""

from checker.cli import main

if __name__ == "__main__":
    main()
