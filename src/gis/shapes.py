"""Geometries as GDAL holds them."""

from osgeo import ogr


def box_around(geometries):
    west, east, south, north = zip(*(g.GetEnvelope() for g in geometries if g is not None))
    return min(west), min(south), max(east), max(north)


def rectangle(west, south, east, north):
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for x, y in ((west, south), (east, south), (east, north), (west, north), (west, south)):
        ring.AddPoint_2D(x, y)
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon
