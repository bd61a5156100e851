"""That geometries and boxes in every reference system are where PROJ has them.

No client of Debian 12 asks for another system than CRS84, so here we ask.
"""

import json
import urllib.parse
import urllib.request

from measure import DEGREES, METRES, Differs, middle, same, same_ids
from osgeo import ogr, osr
from shapes import box_around, rectangle

CRS84 = "http://www.opengis.net/def/crs/OGC/1.3/CRS84"


def get(url, **query):
    if query:
        url += "?" + urllib.parse.urlencode({k.replace("_", "-"): v for k, v in query.items()})
    request = urllib.request.Request(
        url, headers={"Accept": "application/geo+json, application/json"}
    )
    with urllib.request.urlopen(request) as response:
        return response.headers, json.load(response)


def items(url, **query):
    """The headers with each feature, of all pages."""
    while url:
        headers, page = get(url, **query)
        for feature in page["features"]:
            yield headers, feature
        url = next((link["href"] for link in page["links"] if link["rel"] == "next"), None)
        query = {}


def system(uri):
    """As its authority defines it, to which the order of the axes belongs."""
    found = osr.SpatialReference()
    found.SetFromUserInput(uri)
    found.SetAxisMappingStrategy(osr.OAMS_AUTHORITY_COMPLIANT)
    return found


def check_systems(checks, collection, features):
    for uri in get(collection)[1]["crs"]:
        target = system(uri)
        moved = {f[0]: f[1].Clone() for f in features}
        move = osr.CoordinateTransformation(system(CRS84), target)
        for geometry in moved.values():
            geometry.Transform(move)
        with checks.of(f"geometries in {uri}") as seen:
            farthest = farthest_from(moved, collection, uri)
            if not farthest <= (DEGREES if target.IsGeographic() else METRES):
                raise Differs(f"one is {farthest} from where PROJ has it")
            seen.append(f"at most {farthest:.1g} from where PROJ has them")
        with checks.of(f"a box in {uri}") as seen:
            box = middle(box_around(moved.values()))
            area = rectangle(*box)
            expected = [code for code, geometry in moved.items() if geometry.Intersects(area)]
            text = ",".join(map(repr, box))
            found = items(f"{collection}/items", limit=1000, bbox=text, bbox_crs=uri)
            same_ids((feature["id"] for _, feature in found), expected)
            seen.append(f"{len(expected)} of {len(features)}")


def farthest_from(moved, collection, uri):
    farthest = 0
    for headers, feature in items(f"{collection}/items", limit=1000, crs=uri):
        same("Content-Crs", headers["Content-Crs"], f"<{uri}>")
        geometry = ogr.CreateGeometryFromJson(json.dumps(feature["geometry"]))
        sides = zip(geometry.GetEnvelope(), moved[feature["id"]].GetEnvelope())
        farthest = max(farthest, max(abs(a - b) for a, b in sides))
    return farthest
