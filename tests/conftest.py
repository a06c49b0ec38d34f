"""What a test may ask of a machine that is busy: nothing in seconds.

Property tests have no deadline. On CI they try the same texts in every run, so that a change is
judged by what it changed; on a developer's machine they go on looking for new ones.
"""

import gc
import os
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("local", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("local"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "local")


def _seconds(work: Callable[[int], object], size: int) -> float:
    """Return what a piece of work takes, less what it takes to walk what all tests have left."""
    gc.disable()
    try:
        start = time.process_time()
        work(size)
        return time.process_time() - start
    finally:
        gc.enable()


@pytest.fixture
def linear() -> Callable[[Callable[[int], object], int], None]:
    """Hold a piece of work to linear time: four times the size, less than nine times the cost.

    Quadratic work costs sixteen times as much, however fast the machine is. A machine that is
    busy with something else may disturb a try, so the best of each size counts.
    """

    def hold(work: Callable[[int], object], size: int) -> None:
        work(size)
        ratio, large, small = 0.0, float("inf"), float("inf")
        for _ in range(6):
            large, small = min(large, _seconds(work, 4 * size)), min(small, _seconds(work, size))
            ratio = large / max(small, 0.002)
            if ratio < 9:
                return
        pytest.fail(f"four times the size costs {ratio:.1f} times as much")

    return hold
