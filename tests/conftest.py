"""Settings of all tests."""

import os

from hypothesis import settings

# The same examples for everybody where a change is judged; new ones on every developer's run.
settings.register_profile("judged", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("judged")
