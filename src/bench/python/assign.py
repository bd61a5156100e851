"""Assigns the addresses of a CSV file to grids with GeoPandas.

assign.py sjoin|index GRIDS IN OUT: GRIDS is a GeoPackage of grids (level, code, parent_code), read
before the clock starts. Prints the seconds taken and the versions as JSON.
"""

import json
import sys
import time

import geopandas
import numpy
import pandas
import shapely


def with_sjoin(points, grids):
    """Pairs of points and grids, by their places."""
    pairs = points.sjoin(grids[["geometry"]], predicate="intersects")
    return points.index.get_indexer(pairs.index), pairs["index_right"].to_numpy()


def with_index(points, grids):
    """The same with what sjoin stands on, each grid being prepared once, which sjoin does not do."""
    grid, point = points.sindex.query(grids.geometry, predicate="intersects")
    return point, grid


def covering(points, grids, join):
    """The grid of the smallest code that covers each point, and whether it is on its boundary."""
    point, grid = join(points, grids)
    # The grids are in the order of their codes, so the first is the one of the smallest code.
    order = numpy.lexsort((grid, point))
    point, first = numpy.unique(point[order], return_index=True)
    grid = grid[order][first]
    found = grids[["code", "parent_code"]].iloc[grid].set_index(points.index[point])
    geometries = grids.geometry.to_numpy()[grid]
    at = points.geometry.iloc[point]
    found["on_boundary"] = ~shapely.contains_xy(geometries, at.x.to_numpy(), at.y.to_numpy())
    return found


def assign(addresses, grids, join):
    located = addresses[addresses["lon"].notna()]
    points = geopandas.GeoDataFrame(
        geometry=geopandas.points_from_xy(located["lon"], located["lat"]),
        index=located.index,
        crs=grids["MICRO"].crs,
    )
    micro = covering(points, grids["MICRO"], join)
    dedicated = covering(points, grids["DEDICATED"], join)
    addresses["micro"] = micro["code"]
    # Upper levels follow the codes of parents; only where there are none is a level located.
    chain = micro["parent_code"]
    for level, column in (("GENERAL", "general"), ("COMMUNITY", "community")):
        alone = covering(points.drop(chain.index), grids[level], join)["code"]
        code = pandas.concat([chain, alone])
        addresses[column] = code
        chain = code.map(grids[level].set_index("code")["parent_code"])
    addresses["town"] = chain
    addresses["dedicated"] = dedicated["code"]
    addresses["outcome"] = "OUTSIDE"
    addresses.loc[addresses["lon"].isna(), "outcome"] = "NO_LOCATION"
    for placed in (micro, dedicated):
        addresses.loc[placed.index, "outcome"] = "INSIDE"
    for placed in (micro, dedicated):
        addresses.loc[placed.index[placed["on_boundary"]], "outcome"] = "ON_BOUNDARY"


def read_grids(file):
    grids = geopandas.read_file(file).sort_values("code")
    levels = {name: level.reset_index(drop=True) for name, level in grids.groupby("level")}
    for level in levels.values():
        shapely.prepare(level.geometry.to_numpy())
        level.sindex  # builds the tree
    return levels


def main(join, grid_file, source, target):
    grids = read_grids(grid_file)
    start = time.perf_counter()
    # The default reads some numbers to the neighbour of the nearest double, off the boundary.
    addresses = pandas.read_csv(source, float_precision="round_trip")
    assign(addresses, grids, {"sjoin": with_sjoin, "index": with_index}[join])
    addresses.to_csv(target, index=False)
    seconds = time.perf_counter() - start
    versions = {
        "GeoPandas": geopandas.__version__,
        "pandas": pandas.__version__,
        "NumPy": numpy.__version__,
        "Shapely": shapely.__version__,
        "GEOS of Shapely": shapely.geos_version_string,
    }
    print(json.dumps({"seconds": seconds, "versions": versions}))


main(*sys.argv[1:])
