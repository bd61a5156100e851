"""How what was found is compared with what should be, and told."""

import contextlib
import csv
import time

# Of coordinates, which are written with eight decimals.
DEGREES = 2e-8
METRES = 0.003


class Differs(Exception):
    """What was found is not what should be."""


class Checks:
    def __init__(self):
        self.failed = 0

    @contextlib.contextmanager
    def of(self, what):
        """One thing to check; the block gets a list for what it has seen."""
        seen = []
        start = time.monotonic()
        try:
            yield seen
        except Exception as fault:  # Whatever goes wrong in a client is what we look for.
            self.failed += 1
            kind = "" if isinstance(fault, Differs) else f"{type(fault).__name__}: "
            print(f"DIFFERS  {what}: {kind}{fault}", flush=True)
        else:
            took = time.monotonic() - start
            print(f"ok       {what}: {', '.join(map(str, seen))} ({took:.1f} s)", flush=True)

    def outcome(self):
        """Says how all went, and gives the status to end with."""
        print(f"{self.failed} of these differ" if self.failed else "All is as it should be")
        return 1 if self.failed else 0


def expected_from(file):
    """The count and the box, None around nothing, by collection."""
    with open(file, newline="") as rows:
        return {
            row[0]: (int(row[1]), tuple(map(float, row[2:])) if row[2] else None)
            for row in csv.reader(rows)
        }


def same(what, found, expected):
    if found != expected:
        raise Differs(f"{what} is {found}, not {expected}")


def same_box(what, found, expected):
    if max(abs(a - b) for a, b in zip(found, expected)) > DEGREES:
        raise Differs(f"{what} is {found}, not {expected}")


def same_ids(found, expected):
    found, expected = list(found), list(expected)
    if len(set(found)) < len(found):
        raise Differs(f"{len(found) - len(set(found))} of {len(found)} features come twice")
    missing, others = set(expected) - set(found), set(found) - set(expected)
    if missing or others:
        raise Differs(
            f"{len(missing)} of {len(expected)} features are missing, such as {sorted(missing)[:3]},"
            f" and {len(others)} others are there, such as {sorted(others)[:3]}"
        )


def middle(box):
    """A tenth of the box, in each direction."""
    west, south, east, north = box
    return (
        west + (east - west) * 0.45,
        south + (north - south) * 0.45,
        west + (east - west) * 0.55,
        south + (north - south) * 0.55,
    )
