"""Reads all that a server has with a newer GDAL than Debian's, which asks for reference systems.

newer_gdal.py SERVER EXPECTED: as of check.py. GDAL comes with pyogrio. Prints a line for each thing
that is checked, and ends with 1 where something differs.
"""

import sys

import pyogrio
import pyproj
import shapely
from measure import DEGREES, METRES, Checks, Differs, expected_from, middle, same, same_box

SAMPLE = "micro-grids"
SYSTEMS = (4326, 4490, 3857, 4543, 4544, 4507)
NAME = "GDAL " + pyogrio.__gdal_version_string__


def read(source, collection, **options):
    """The geometries; x is east, whatever the order in which they come."""
    head, _, geometries, _ = pyogrio.raw.read(source, layer=collection, columns=[], **options)
    return head["crs"], shapely.from_wkb(geometries)


def check_collection(checks, source, collection, expected):
    with checks.of(f"{NAME} reads {collection}") as seen:
        count, box = expected
        told = pyogrio.read_info(source, layer=collection)
        same("the count that it shows", told["features"], count)
        _, geometries = read(source, collection)
        same("the count", len(geometries), count)
        if box:
            same_box("the box that it shows", told["total_bounds"], box)
            same_box("the box", shapely.total_bounds(geometries), box)
        seen.append(f"{count} features")


def check_system(checks, source, code, degrees):
    with checks.of(f"{NAME} reads {SAMPLE} in EPSG:{code}") as seen:
        target = pyproj.CRS.from_epsg(code)
        move = pyproj.Transformer.from_crs("OGC:CRS84", target, always_xy=True)
        expected = shapely.transform(degrees, move.transform, interleaved=False)
        _, found = read(source, SAMPLE, CRS=f"EPSG:{code}")
        tolerance = DEGREES if target.is_geographic else METRES
        farthest = abs(shapely.bounds(found) - shapely.bounds(expected)).max()
        if not farthest <= tolerance:
            raise Differs(f"one is {farthest} from where PROJ has it")
        seen.append(f"at most {farthest:.1g} from where PROJ has them")
        box = middle(shapely.total_bounds(expected))
        inside = shapely.intersects(found, shapely.box(*box)).sum()
        _, chosen = read(source, SAMPLE, CRS=f"EPSG:{code}", bbox=box)
        same("the count in a box", len(chosen), inside)
        seen.append(f"{inside} in a box")


def main(server, expected_file):
    source = f"OAPIF:{server.rstrip('/')}/ogc"
    checks = Checks()
    expected = expected_from(expected_file)
    for collection, _ in pyogrio.list_layers(source):
        check_collection(checks, source, collection, expected[collection])
    _, degrees = read(source, SAMPLE)
    for code in SYSTEMS:
        check_system(checks, source, code, degrees)
    return checks.outcome()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
