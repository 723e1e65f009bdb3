"""How hard the properties are tried: HYPOTHESIS_PROFILE=thorough before a release, else enough for a change."""

import os

from hypothesis import settings

os.environ["CHECKER_CACHE_DIR"] = ""  # patterns are compiled as written, whatever earlier runs have kept

settings.register_profile("ordinary", deadline=None, max_examples=40)
settings.register_profile("thorough", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ordinary"))
