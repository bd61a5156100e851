"""That tiles have the features that lie in them, in place, as GDAL reads them."""

import math
import urllib.request

from measure import Differs, same
from osgeo import gdal, osr
from shapes import box_around, rectangle
from systems import CRS84, get, system

# Of EPSG:3857, from its middle to its edges.
HALF = 20037508.342789244

# Across a tile, as it is shown. Generalised outlines may lie less than one beside their place.
PIXELS = 256


def check_tiles(checks, collection, features):
    described = get(f"{collection}/tiles/WebMercatorQuad", f="tilejson")[1]
    move = osr.CoordinateTransformation(system(CRS84), system("EPSG:3857"))
    moved = {f[0]: f[1].Clone() for f in features}
    for geometry in moved.values():
        geometry.Transform(move)
    west, south, east, north = box_around(moved.values())
    for zoom in range(described["minzoom"], described["maxzoom"] + 1):
        with checks.of(f"GDAL {gdal.__version__} reads a tile at zoom {zoom}") as seen:
            row, column, box = tile_at((west + east) / 2, (south + north) / 2, zoom)
            address = described["tiles"][0].format(z=zoom, y=row, x=column)
            names, found = in_tile(address, f"/vsimem/{zoom}/{column}/{row}.pbf")
            same("what it tells", set(names), {"mvt_id", *described["vector_layers"][0]["fields"]})
            expected = within(moved, box)
            compare(found, expected, pixel=(box[2] - box[0]) / PIXELS)
            seen.append(f"{len(expected)} features in {zoom}/{row}/{column}")


def tile_at(x, y, zoom):
    """The row and the column of the tile with a point of EPSG:3857, and its box."""
    size = 2 * HALF / 2**zoom
    column, row = math.floor((x + HALF) / size), math.floor((HALF - y) / size)
    west, north = column * size - HALF, HALF - row * size
    return row, column, (west, north - size, west + size, north)


def in_tile(address, name):
    """The names of the properties, and the box of what lies in the tile by code."""
    with urllib.request.urlopen(address) as response:
        gdal.FileFromMemBuffer(name, response.read())
    try:
        source = gdal.OpenEx(name, gdal.OF_VECTOR, allowed_drivers=["MVT"])
        layer = source.GetLayer(0)
        definition = layer.GetLayerDefn()
        names = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
        return names, {f.GetField("code"): f.GetGeometryRef().GetEnvelope() for f in layer}
    finally:
        gdal.Unlink(name)


def within(geometries, box):
    """The box of the part of each that lies in a box, by code; not of what only touches it."""
    area = rectangle(*box)
    parts = ((code, geometry.Intersection(area)) for code, geometry in geometries.items())
    return {code: part.GetEnvelope() for code, part in parts if part and part.GetArea() > 0}


def compare(found, expected, pixel):
    for code, (west, east, south, north) in expected.items():
        if code in found:
            sides = zip(found[code], expected[code])
            farthest = max(abs(a - b) for a, b in sides) / pixel
            if farthest > 1:
                raise Differs(f"{code} is {farthest:.2f} pixels beside its place")
        elif min(east - west, north - south) > pixel:
            raise Differs(f"{code} is missing, of {len(expected)}")
    # On the tile's edge, rounding may bring one in.
    for code in set(found) - set(expected):
        west, east, south, north = found[code]
        if min(east - west, north - south) > pixel:
            raise Differs(f"{code} is in it, and lies elsewhere")
