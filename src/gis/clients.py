"""How GIS tools read a collection, each in its own way: GDAL, QGIS and OWSLib.

Each reader yields the features of a collection as (id, geometry or None, properties), the geometry as
GDAL holds it, longitude first.
"""

import json
import os
import urllib.parse

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import owslib  # noqa: E402
from osgeo import gdal, ogr  # noqa: E402
from owslib.ogcapi.features import Features  # noqa: E402
from qgis import core  # noqa: E402

gdal.UseExceptions()
ogr.UseExceptions()


class Gdal:
    name = "GDAL " + gdal.__version__

    def __init__(self, url, **options):
        self.source = gdal.OpenEx(
            "OAPIF:" + url,
            gdal.OF_VECTOR,
            open_options=[f"{name}={value}" for name, value in options.items()],
        )

    def collections(self):
        return [self.source.GetLayer(i).GetName() for i in range(self.source.GetLayerCount())]

    def layer(self, collection):
        return self.source.GetLayerByName(collection)

    def features(self, collection, where=None, box=None):
        layer = self.layer(collection)
        layer.SetAttributeFilter(where)
        if box:
            layer.SetSpatialFilterRect(*box)
        else:
            layer.SetSpatialFilter(None)
        definition = layer.GetLayerDefn()
        names = [definition.GetFieldDefn(i).GetName() for i in range(definition.GetFieldCount())]
        for feature in layer:
            geometry = feature.GetGeometryRef()
            # By name, as feature.items() does it, would look through all names for each of them.
            properties = {name: feature.GetField(i) for i, name in enumerate(names)}
            yield properties.pop("id"), geometry and geometry.Clone(), properties

    def told(self, collection):
        """The count, the box and the type of geometry that it shows before the features are read."""
        layer = self.layer(collection)
        west, east, south, north = layer.GetExtent()
        kind = ogr.GeometryTypeToName(layer.GetGeomType()).replace(" ", "").upper()
        return layer.GetFeatureCount(), (west, south, east, north), kind


class Qgis:
    # The application must live as long as its layers do.
    application = core.QgsApplication([], False)
    application.initQgis()
    name = "QGIS " + core.Qgis.QGIS_VERSION.partition("-")[0]

    def __init__(self, url, **options):
        self.url = url
        self.options = "".join(f" {name}='{value}'" for name, value in options.items())

    def layer(self, collection):
        source = f"url='{self.url}' typename='{collection}'{self.options}"
        layer = core.QgsVectorLayer(source, collection, "OAPIF")
        if not layer.isValid():
            raise RuntimeError(f"QGIS does not open {source}: {layer.error().summary()}")
        return layer

    def features(self, collection, where=None, box=None):
        layer = self.layer(collection)
        if where:
            layer.setSubsetString(where)
        request = core.QgsFeatureRequest()
        if box:
            request.setFilterRect(core.QgsRectangle(*box)).setFlags(core.QgsFeatureRequest.ExactIntersect)
        faults = []
        layer.dataProvider().raiseError.connect(faults.append)
        names = [field.name() for field in layer.fields()]
        for feature in layer.getFeatures(request):
            properties = {
                name: None if value == core.NULL else value
                for name, value in zip(names, feature.attributes())
            }
            geometry = feature.geometry()
            yield (
                properties.pop("id"),
                None if geometry.isNull() else ogr.CreateGeometryFromWkb(geometry.asWkb().data()),
                properties,
            )
        if faults:
            raise RuntimeError(f"QGIS on {collection}: {faults}")

    def told(self, collection):
        layer = self.layer(collection)
        box = layer.extent()
        return (
            layer.featureCount(),
            (box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()),
            core.QgsWkbTypes.displayString(layer.wkbType()).upper(),
        )


class Owslib:
    name = "OWSLib " + owslib.__version__

    def __init__(self, url, limit=1000):
        self.service = Features(url)
        self.limit = limit

    def collections(self):
        return self.service.feature_collections()

    def features(self, collection):
        """Follows the links to further pages, which OWSLib leaves to its callers."""
        query = {"limit": self.limit}
        while query:
            page = self.service.collection_items(collection, **query)
            for feature in page["features"]:
                geometry = feature["geometry"]
                yield (
                    feature["id"],
                    geometry and ogr.CreateGeometryFromJson(json.dumps(geometry)),
                    feature["properties"],
                )
            following = [link["href"] for link in page["links"] if link["rel"] == "next"]
            query = following and dict(
                urllib.parse.parse_qsl(urllib.parse.urlsplit(following[0]).query)
            )
