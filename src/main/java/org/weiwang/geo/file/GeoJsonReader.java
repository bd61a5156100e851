package org.weiwang.geo.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;

/**
 * Reads the FeatureCollection of a GeoJSON file (RFC 7946). Positions are in WGS 84, or in what a
 * member {@code crs} of the format's first version names, easting or longitude first. Attributes
 * are the properties that any feature has; lists and objects among them are text, as JSON. The file
 * is read through when it is opened, since any feature may have further properties.
 */
public final class GeoJsonReader implements FeatureReader {
    private static final int DEEPEST = 64;
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(DEEPEST)
                                    .maxStringLength(Bounds.TEXT)
                                    .maxNameLength(1_000)
                                    .maxNumberLength(1_000)
                                    .build())
                    .build();

    private final Path file;
    private final Charset charset;
    private final Crs crs;
    private final Set<String> fieldNames;
    private final JsonParser parser;
    private int number;

    private GeoJsonReader(Path file, Charset charset, Crs given) throws IOException {
        this.file = file;
        this.charset = charset;
        try (JsonParser whole = parser(file, charset)) {
            GeoJsonHead head = new GeoJsonHead(whole);
            head.read();
            this.fieldNames = head.fieldNames();
            this.crs = given == null ? crs(file, head) : given;
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new FeatureFileException(file, "is not GeoJSON that can be read: " + why(e), e);
        }
        this.parser = parser(file, charset);
        try {
            GeoJsonHead.toFeatures(parser);
        } catch (IOException e) {
            parser.close();
            throw e;
        }
    }

    /**
     * @param charset that all of the file is known to be in
     * @param crs of the positions; null to take what the file says
     * @throws IOException when the file is no such collection, of the size of its features too
     */
    public static GeoJsonReader open(Path file, Charset charset, Crs crs) throws IOException {
        return new GeoJsonReader(file, charset, crs);
    }

    private static JsonParser parser(Path file, Charset charset) throws IOException {
        Reader text =
                new BufferedReader(
                        new InputStreamReader(Files.newInputStream(file), charset.newDecoder()));
        try {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            return JSON.createParser(text);
        } catch (IOException e) {
            text.close();
            throw e;
        }
    }

    private static Crs crs(Path file, GeoJsonHead head) throws FeatureFileException {
        if (head.isCrsUnknown()) {
            throw FeatureFileException.withoutCrs(
                    file, "has a member crs that names no reference system");
        }
        try {
            return head.crs().isEmpty() ? Crs.epsg(4326) : Crs.named(head.crs().get());
        } catch (CrsException e) {
            throw FeatureFileException.unusableCrs(file, e);
        }
    }

    /** Of the parser's own message what is not of its own objects. */
    private static String why(Exception e) {
        if (!(e instanceof JsonProcessingException json) || json.getLocation() == null) {
            return e.getMessage();
        }
        return "%s (line %d, column %d)"
                .formatted(
                        json.getOriginalMessage().replaceFirst(" \\(start marker at .*", ""),
                        json.getLocation().getLineNr(),
                        json.getLocation().getColumnNr());
    }

    @Override
    public List<String> fieldNames() {
        return List.copyOf(fieldNames);
    }

    @Override
    public Charset charset() {
        return charset;
    }

    @Override
    public Crs crs() {
        return crs;
    }

    @Override
    public Optional<Shape> next() throws IOException {
        if (parser.nextToken() == JsonToken.END_ARRAY) {
            return Optional.empty();
        }
        number++;
        try {
            GeoJsonFeature feature = GeoJsonFeature.read(parser);
            Map<String, String> attributes = new LinkedHashMap<>();
            for (String name : fieldNames) {
                attributes.put(name, feature.properties().getOrDefault(name, ""));
            }
            return Optional.of(new Shape(number, feature.geometry(), attributes));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new FeatureFileException(file, number, why(e), e);
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
