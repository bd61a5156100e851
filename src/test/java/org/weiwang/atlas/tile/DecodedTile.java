package org.weiwang.atlas.tile;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tile of one layer, read by the words of the vector tile specification. */
final class DecodedTile {
    /**
     * @param type 1 for points, 3 for polygons
     * @param rings or points, each of x and y in turn; no position is repeated at the end
     */
    record Feature(long id, int type, Map<String, Object> attributes, List<int[]> rings) {}

    private record Raw(long id, int type, List<Integer> tags, List<Integer> commands) {}

    private final List<Raw> raw = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();
    String name;
    int extent;
    int version;

    private DecodedTile() {}

    static DecodedTile of(byte[] bytes) {
        DecodedTile tile = new DecodedTile();
        try {
            CodedInputStream in = CodedInputStream.newInstance(bytes);
            if (WireFormat.getTagFieldNumber(in.readTag()) != 3) {
                throw new IOException("a tile begins with a layer");
            }
            tile.readLayer(in.readBytes().newCodedInput());
            if (!in.isAtEnd()) {
                throw new IOException("one layer expected");
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return tile;
    }

    private void readLayer(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> name = in.readString();
                case 2 -> raw.add(readFeature(in.readBytes().newCodedInput()));
                case 3 -> keys.add(in.readString());
                case 4 -> values.add(readValue(in.readBytes().newCodedInput()));
                case 5 -> extent = in.readUInt32();
                case 15 -> version = in.readUInt32();
                default -> throw new IOException("unknown field of a layer");
            }
        }
    }

    private static Raw readFeature(CodedInputStream in) throws IOException {
        long id = 0;
        int type = 0;
        List<Integer> tags = List.of();
        List<Integer> commands = List.of();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case 1 -> id = in.readUInt64();
                case 2 -> tags = readPacked(in.readBytes().newCodedInput());
                case 3 -> type = in.readEnum();
                case 4 -> commands = readPacked(in.readBytes().newCodedInput());
                default -> throw new IOException("unknown field of a feature");
            }
        }
        return new Raw(id, type, tags, commands);
    }

    private static List<Integer> readPacked(CodedInputStream in) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        while (!in.isAtEnd()) {
            numbers.add(in.readUInt32());
        }
        return numbers;
    }

    private static Object readValue(CodedInputStream in) throws IOException {
        return switch (WireFormat.getTagFieldNumber(in.readTag())) {
            case 1 -> in.readString();
            case 3 -> in.readDouble();
            case 4 -> in.readInt64();
            case 7 -> in.readBool();
            default -> throw new IOException("unexpected kind of value");
        };
    }

    List<Feature> features() {
        return raw.stream()
                .map(
                        feature ->
                                new Feature(
                                        feature.id,
                                        feature.type,
                                        attributes(feature.tags),
                                        positions(feature.commands)))
                .toList();
    }

    private Map<String, Object> attributes(List<Integer> tags) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        for (int i = 0; i < tags.size(); i += 2) {
            attributes.put(keys.get(tags.get(i)), values.get(tags.get(i + 1)));
        }
        return attributes;
    }

    private static List<int[]> positions(List<Integer> commands) {
        List<int[]> all = new ArrayList<>();
        List<Integer> current = new ArrayList<>();
        int[] cursor = new int[2];
        int at = 0;
        while (at < commands.size()) {
            int command = commands.get(at++);
            int what = command & 7;
            int count = command >>> 3;
            if (what == 1) {
                flush(current, all);
            }
            for (int i = 0; i < count && what != 7; i++) {
                for (int axis = 0; axis < 2; axis++) {
                    int number = commands.get(at++);
                    cursor[axis] += number >>> 1 ^ -(number & 1);
                    current.add(cursor[axis]);
                }
            }
        }
        flush(current, all);
        return all;
    }

    private static void flush(List<Integer> current, List<int[]> all) {
        if (!current.isEmpty()) {
            all.add(current.stream().mapToInt(Integer::intValue).toArray());
            current.clear();
        }
    }
}
