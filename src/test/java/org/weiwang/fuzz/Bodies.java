package org.weiwang.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Bodies of requests, from sound ones to rubbish. Thread-safe. */
final class Bodies {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
    private static final Pattern TEXT = Pattern.compile("\"[^\"\\\\]*\"");

    private static final int BOMB = 24 << 20;

    private final JsonNode definition;
    private final Map<String, byte[]> handOver;
    private final byte[] bomb;

    /**
     * @param handOver the files of a sound one, by name
     */
    Bodies(JsonNode definition, Map<String, byte[]> handOver) {
        this.definition = definition;
        this.handOver = handOver;
        this.bomb = zip(Map.of("micro-grids.shp", new byte[BOMB]));
    }

    /**
     * @param isMeant whether it is to be good, as far as can be told beforehand
     */
    byte[] of(String type, JsonNode schema, boolean isMeant, SplittableRandom random) {
        byte[] body =
                switch (type) {
                    case "application/zip" -> isMeant ? zip(handOver) : handOver(random);
                    case "text/csv" -> csv(isMeant, random);
                    case "application/x-ndjson" -> ndjson(isMeant, random).getBytes(UTF_8);
                    case "application/geo+json" -> geoJson(isMeant, random).getBytes(UTF_8);
                    default ->
                            new JsonMaker(definition, isMeant, random).make(schema).getBytes(UTF_8);
                };
        return isMeant ? body : spoiled(type, body, random);
    }

    private static byte[] spoiled(String type, byte[] body, SplittableRandom random) {
        boolean isText = !type.equals("application/zip");
        return switch (random.nextInt(20)) {
            case 0, 1 -> Nonsense.mutated(body, random);
            case 2, 3 ->
                    isText
                            ? Nonsense.mutated(new String(body, UTF_8), random).getBytes(UTF_8)
                            : body;
            case 4 -> Nonsense.bytes(random);
            case 5 -> new byte[0];
            case 6, 7, 8 -> type.endsWith("json") ? broken(new String(body, UTF_8), random) : body;
            default -> body;
        };
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** With tokens that are none, members twice, or in another charset. */
    private static byte[] broken(String json, SplittableRandom random) {
        Pattern which = random.nextBoolean() ? NUMBER : TEXT;
        List<int[]> places = new ArrayList<>();
        which.matcher(json).results().forEach(m -> places.add(new int[] {m.start(), m.end()}));
        if (!places.isEmpty()) {
            int[] place = Words.one(places, random);
            return (json.substring(0, place[0])
                            + Words.one(Words.TOKENS, random)
                            + json.substring(place[1]))
                    .getBytes(UTF_8);
        }
        return json.replaceFirst("\\{", "{\"name\":1,\"name\":2,")
                .getBytes(random.nextBoolean() ? UTF_8 : StandardCharsets.UTF_16);
    }

    private static byte[] csv(boolean isMeant, SplittableRandom random) {
        if (isMeant) {
            return "lon,lat\n103.5101,30.1935\n103.52,30.195\n".getBytes(UTF_8);
        }
        StringBuilder csv = new StringBuilder(random.nextInt(8) == 0 ? "\ufeff" : "");
        csv.append(Words.one(Words.HEADS, random));
        String end = Words.one(List.of("\n", "\r\n", "\r"), random);
        for (int i = random.nextInt(30); i > 0; i--) {
            csv.append(end).append(cell(random)).append(',').append(cell(random));
        }
        return csv.toString().getBytes(random.nextInt(12) == 0 ? StandardCharsets.UTF_16 : UTF_8);
    }

    private static String cell(SplittableRandom random) {
        return switch (random.nextInt(8)) {
            case 0 -> Nonsense.text(random);
            case 1 -> "\"" + Nonsense.text(random).replace("\"", "\"\"") + "\"";
            case 2 -> "\"" + Nonsense.text(random);
            case 3 -> "乙1号";
            case 4 -> "30.195";
            default -> "103.51";
        };
    }

    private static String ndjson(boolean isMeant, SplittableRandom random) {
        List<String> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(20); i > 0; i--) {
            boolean isGood = isMeant || random.nextInt(5) > 0;
            lines.add(
                    "{\"lon\":%s,\"lat\":30.195,\"note\":%s}"
                            .formatted(
                                    isGood ? "103.51" : Words.one(Words.TOKENS, random),
                                    JsonMaker.quoted(Nonsense.text(random))));
        }
        return String.join("\n", lines);
    }

    private static String geoJson(boolean isMeant, SplittableRandom random) {
        List<String> features = new ArrayList<>();
        for (int i = 1 + random.nextInt(10); i > 0; i--) {
            features.add(
                    "{\"type\":\"Feature\",\"geometry\":%s,\"properties\":%s}"
                            .formatted(
                                    isMeant
                                            ? Words.GEOMETRIES.get(0)
                                            : Words.one(Words.GEOMETRIES, random),
                                    isMeant || random.nextInt(5) > 0
                                            ? "{\"address\":\"甲1号\"}"
                                            : Words.one(Words.TOKENS, random)));
        }
        return "{\"type\":\"FeatureCollection\",\"features\":[" + String.join(",", features) + "]}";
    }

    /** A zip file, most of them with a file in them that is not what it was. */
    private byte[] handOver(SplittableRandom random) {
        if (random.nextInt(300) == 0) {
            return bomb;
        }
        Map<String, byte[]> files = new LinkedHashMap<>(handOver);
        for (int i = random.nextInt(6); i > 0; i--) {
            String name = Words.one(new ArrayList<>(files.keySet()), random);
            switch (random.nextInt(7)) {
                case 0 -> files.remove(name);
                case 1 -> files.put(name, new byte[0]);
                case 2 -> files.put(Words.one(Words.FILES, random), files.get(name));
                case 3 -> files.put(name, Nonsense.bytes(random));
                default -> files.put(name, Nonsense.mutated(files.get(name), random));
            }
            if (files.isEmpty()) {
                break;
            }
        }
        return zip(files);
    }

    private static byte[] zip(Map<String, byte[]> files) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
