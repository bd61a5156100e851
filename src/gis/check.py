"""Reads all that a server has with GDAL, QGIS and OWSLib, and compares it with the database.

check.py SERVER [EXPECTED]: SERVER is its root; EXPECTED is what layers.sql answers, as CSV without a
head. Where there is none, all is compared with what OWSLib reads. Prints a line for each thing that
is checked, and ends with 1 where something differs.
"""

import sys

from clients import Gdal, Owslib, Qgis
from files import check_files
from measure import Checks, expected_from, same
from proxy import check_proxy
from reading import SAMPLE, check_box, check_complete, check_pages, check_told, check_where
from shapes import box_around
from systems import check_systems
from tiles import check_tiles


def as_read(features):
    return len(features), box_around(f[1] for f in features) if features else None


def main(server, expected_file=None):
    server = server.rstrip("/")
    url = server + "/ogc"
    checks = Checks()
    gdal, qgis, owslib = Gdal(url, PAGE_SIZE=1000), Qgis(url), Owslib(url)
    expected = expected_from(expected_file) if expected_file else {}
    with checks.of("the collections") as seen:
        collections = owslib.collections()
        same("what GDAL lists", sorted(gdal.collections()), sorted(collections))
        if expected:
            same("what there is", sorted(collections), sorted(expected))
        seen.append(f"{len(collections)} of them")
    sample = []
    for collection in gdal.collections():
        measure = expected.get(collection)
        # OWSLib hands on what is written, with which the others are compared.
        written = check_complete(checks, owslib, collection, measure, {})
        measure = measure or as_read(written)
        properties = {f[0]: f[2] for f in written}
        for client in (gdal, qgis):
            features = check_complete(checks, client, collection, measure, properties)
            check_told(checks, client, collection, measure, features)
            if client is gdal and collection == SAMPLE:
                sample = features
        check_files(checks, url, collection, measure)
    check_pages(checks, url, sample)
    check_box(checks, url, sample)
    check_where(checks, url, sample)
    check_systems(checks, f"{url}/collections/{SAMPLE}", sample)
    check_tiles(checks, f"{url}/collections/{SAMPLE}", sample)
    check_proxy(checks, server, sample)
    return checks.outcome()


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
