package org.weiwang.feature.file;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.feature.GeometryType;
import org.weiwang.geo.Gdal;

/** A layer's file as GDAL reads it. */
final class ReadByGdal {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileFormat format;
    private final Path path;

    private ReadByGdal(FileFormat format, Path path) {
        this.format = format;
        this.path = path;
    }

    static ReadByGdal write(FileFormat format, Layer layer, Path folder, Path temporary)
            throws Exception {
        Path path = folder.resolve("layer." + format.extension());
        try (OutputStream out = Files.newOutputStream(path)) {
            format.write(layer, temporary, out);
        }
        return new ReadByGdal(format, path);
    }

    String info(String... more) throws Exception {
        List<String> command = new ArrayList<>(List.of("ogrinfo", "-so", "-al"));
        command.addAll(Arrays.asList(more));
        return run(command);
    }

    /** What the file itself holds, in its own system, by the features' ids. */
    Map<String, JsonNode> features(String... more) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "ogr2ogr",
                                "-f",
                                "GeoJSON",
                                "-lco",
                                "COORDINATE_PRECISION=15",
                                "-lco",
                                "SIGNIFICANT_FIGURES=17"));
        command.addAll(Arrays.asList(more));
        command.add("/vsistdout/");
        Map<String, JsonNode> features = new TreeMap<>();
        for (JsonNode feature : JSON.readTree(run(command)).get("features")) {
            features.put(feature.get("properties").get("id").asText(), feature);
        }
        return features;
    }

    /** The geometry of one of the features, of the type that the layer is to have. */
    static Geometry geometry(JsonNode feature, GeometryType type) throws ParseException {
        JsonNode geometry = feature.get("geometry");
        String wkt = wkt(geometry.get("coordinates"));
        // A shapefile doesn't say whether a shape of one part is a single one.
        String single = type.geoJson().replace("Multi", "");
        boolean isSingle =
                type != GeometryType.POINT && geometry.get("type").asText().equals(single);
        return new WKTReader()
                .read(
                        type.geoJson()
                                + (isSingle || type == GeometryType.POINT ? "(" + wkt + ")" : wkt));
    }

    private static String wkt(JsonNode coordinates) {
        if (coordinates.get(0).isNumber()) {
            return coordinates.get(0).asText() + " " + coordinates.get(1).asText();
        }
        List<String> parts = new ArrayList<>();
        coordinates.forEach(part -> parts.add(wkt(part)));
        return "(" + String.join(", ", parts) + ")";
    }

    private String run(List<String> command) throws Exception {
        if (format == FileFormat.CSV) {
            for (String option :
                    List.of(
                            "AUTODETECT_TYPE=YES",
                            "EMPTY_STRING_AS_NULL=YES",
                            "X_POSSIBLE_NAMES=lon,x",
                            "Y_POSSIBLE_NAMES=lat,y",
                            "KEEP_GEOM_COLUMNS=NO")) {
                command.addAll(List.of("-oo", option));
            }
        }
        command.add((format == FileFormat.SHAPEFILE ? "/vsizip/" : "") + path);
        return Gdal.run(command.toArray(String[]::new));
    }
}
