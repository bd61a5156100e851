"""That the files a collection links to hold all of it, as GDAL reads them."""

import re
import urllib.request

from measure import Differs, same, same_box
from osgeo import gdal
from shapes import box_around
from systems import get

# GDAL finds out what is in a file from its name.
SUFFIXES = {
    "application/flatgeobuf": ".fgb",
    "application/geopackage+sqlite3": ".gpkg",
    "application/zip": ".shp.zip",
    "text/csv": ".csv",
}


def check_files(checks, url, collection, expected):
    document = get(f"{url}/collections/{collection}")[1]
    links = {link["type"]: link["href"] for link in document["links"] if link["type"] in SUFFIXES}
    with checks.of(f"files of {collection}") as seen:
        same("what it links to", sorted(links), sorted(SUFFIXES))
        seen.extend(SUFFIXES.values())
    for kind, href in links.items():
        with checks.of(f"{SUFFIXES[kind]} of {collection}") as seen:
            count, geometries = 0, []
            for body in pages(href, kind):
                for geometry in geometries_in(body, SUFFIXES[kind]):
                    count += 1
                    geometries.append(geometry)
            same("the count", count, expected[0])
            if expected[1] and any(geometries):
                same_box("the box", box_around(geometries), expected[1])
            seen.append(f"{count} features")


def pages(href, kind):
    """The bodies; where a body has no place for it, a header says where the next page is."""
    while href:
        request = urllib.request.Request(href, headers={"Accept": kind})
        with urllib.request.urlopen(request) as response:
            found = response.headers.get_content_type()
            if found != kind:
                raise Differs(f"{href} is {found}")
            yield response.read()
            links = ",".join(response.headers.get_all("Link") or [])
        following = re.search(r'<([^>]*)>\s*;[^,]*\brel="?next\b', links)
        href = following and following[1]


def geometries_in(body, suffix):
    name = "/vsimem/collection" + suffix
    gdal.FileFromMemBuffer(name, body)
    try:
        source = gdal.OpenEx(name, gdal.OF_VECTOR)
        for feature in source.GetLayer(0):
            geometry = feature.GetGeometryRef()
            yield geometry and geometry.Clone()
    finally:
        gdal.Unlink(name)
