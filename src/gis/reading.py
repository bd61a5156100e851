"""That clients read all of a collection, and of a part of it all that is in it."""

from clients import Gdal, Owslib, Qgis
from measure import Differs, middle, same, same_box, same_ids
from shapes import box_around, rectangle

# Of many polygons of about one size, with properties of several types.
SAMPLE = "micro-grids"


def check_complete(checks, client, collection, expected, written):
    """Returns the features, as many as came.

    expected: their count and box, None where any is good.
    written: the properties by id, as they are in the JSON.
    """
    features = []
    with checks.of(f"{client.name} reads {collection}") as seen:
        features.extend(client.features(collection))
        count, box = expected or (len(features), None)
        same("the count", len(features), count)
        same("the number of ids", len({f[0] for f in features}), count)
        if box:
            same_box("the box", box_around(f[1] for f in features), box)
        seen.append(f"{count} features")
        seen.extend(kinds(features))
        for feature in features:
            same_values(feature, written.get(feature[0], {}))
    return features


def kinds(features):
    """The types of the geometries, of which there may be one."""
    found = {f[1].GetGeometryName() for f in features if f[1] is not None}
    if len(found) > 1:
        raise Differs(f"geometries are of the types {found}")
    return found


def same_values(feature, written):
    """Clients guess a property's type from the first features, and may lose what comes later."""
    for name, value in written.items():
        if isinstance(value, (dict, list)):
            continue  # Which each client flattens in its own way.
        if name not in feature[2]:
            raise Differs(f"{feature[0]} has no property {name}")
        found = feature[2][name]
        if type(found).__name__ != "QDateTime" and found != value:
            raise Differs(f"{name} of {feature[0]} is {found!r}, not {value!r}")


def check_told(checks, client, collection, expected, features):
    with checks.of(f"{client.name} shows {collection} before it is read") as seen:
        count, box, kind = client.told(collection)
        same("the count", count, expected[0])
        if expected[1]:  # What is shown of nothing is the client's own affair.
            same_box("the box", box, expected[1])
            same("the type of the geometries", {kind}, kinds(features))
        seen.append(f"{count} features, {kind}")


def check_pages(checks, url, features):
    for how, client in (
        ("the pages it chooses itself", Gdal(url)),
        ("pages of 97", Gdal(url, PAGE_SIZE=97)),
        ("pages of 97", Qgis(url, pageSize=97)),
        ("pages of 97", Owslib(url, 97)),
    ):
        with checks.of(f"{client.name} reads {SAMPLE} in {how}") as seen:
            same_ids((f[0] for f in client.features(SAMPLE)), (f[0] for f in features))
            seen.append(f"{len(features)} features")


def check_box(checks, url, features):
    box = middle(box_around(f[1] for f in features))
    area = rectangle(*box)
    expected = [f[0] for f in features if f[1].Intersects(area)]
    for client in (Gdal(url, PAGE_SIZE=50), Qgis(url, restrictToRequestBBOX=1, pageSize=50)):
        with checks.of(f"{client.name} reads {SAMPLE} in a box") as seen:
            same_ids((f[0] for f in client.features(SAMPLE, box=box)), expected)
            seen.append(f"{len(expected)} of {len(features)}")


def check_where(checks, url, features):
    code, kind = features[0][0], features[0][2]["kind"]
    wanted = {
        f"\"kind\" = '{kind}'": lambda f: f[2]["kind"] == kind,
        f"\"kind\" = '{kind}' AND \"households\" >= 60": (
            lambda f: f[2]["kind"] == kind and (f[2]["households"] or 0) >= 60
        ),
        "\"households\" = 60": lambda f: f[2]["households"] == 60,
        "\"name\" LIKE '%1%'": lambda f: "1" in (f[2]["name"] or ""),
        f"\"id\" = '{code}'": lambda f: f[0] == code,
        "\"kind\" = '没有'": lambda f: False,
    }
    for where, holds in wanted.items():
        expected = [f[0] for f in features if holds(f)]
        for client in (Gdal(url, PAGE_SIZE=1000), Qgis(url)):
            with checks.of(f"{client.name} reads {SAMPLE} where {where}") as seen:
                same_ids((f[0] for f in client.features(SAMPLE, where=where)), expected)
                seen.append(f"{len(expected)} of {len(features)}")
