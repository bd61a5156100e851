package org.weiwang.bench;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which features a vector tile has, by their property {@code code}. */
final class TileCodes {
    private static final int TILE_LAYER = 3;
    private static final int LAYER_FEATURE = 2;
    private static final int LAYER_KEY = 3;
    private static final int LAYER_VALUE = 4;
    private static final int FEATURE_TAGS = 2;
    private static final int VALUE_STRING = 1;

    private final List<List<Integer>> tags = new ArrayList<>();
    private final List<String> keys = new ArrayList<>();
    private final List<String> values = new ArrayList<>();

    private TileCodes() {}

    /**
     * @param tile not compressed
     */
    static Set<String> of(byte[] tile) throws IOException {
        TileCodes codes = new TileCodes();
        CodedInputStream in = CodedInputStream.newInstance(tile);
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == TILE_LAYER) {
                codes.readLayer(in.readBytes().newCodedInput());
            } else {
                in.skipField(tag);
            }
        }
        return codes.codes();
    }

    private void readLayer(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case LAYER_FEATURE -> readFeature(in.readBytes().newCodedInput());
                case LAYER_KEY -> keys.add(in.readString());
                case LAYER_VALUE -> values.add(readValue(in.readBytes().newCodedInput()));
                default -> in.skipField(tag);
            }
        }
    }

    private void readFeature(CodedInputStream in) throws IOException {
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (WireFormat.getTagFieldNumber(tag) == FEATURE_TAGS) {
                List<Integer> numbers = new ArrayList<>();
                CodedInputStream packed = in.readBytes().newCodedInput();
                while (!packed.isAtEnd()) {
                    numbers.add(packed.readUInt32());
                }
                tags.add(numbers);
            } else {
                in.skipField(tag);
            }
        }
    }

    /** Null for a number. */
    private static String readValue(CodedInputStream in) throws IOException {
        int tag = in.readTag();
        return WireFormat.getTagFieldNumber(tag) == VALUE_STRING ? in.readString() : null;
    }

    private Set<String> codes() {
        Set<String> codes = new TreeSet<>();
        for (List<Integer> feature : tags) {
            for (int i = 0; i < feature.size(); i += 2) {
                if (keys.get(feature.get(i)).equals("code")) {
                    codes.add(values.get(feature.get(i + 1)));
                }
            }
        }
        return codes;
    }
}
