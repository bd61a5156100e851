package org.weiwang.circle.osm;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBlock;
import crosby.binary.Osmformat.Node;
import crosby.binary.Osmformat.PrimitiveBlock;
import crosby.binary.Osmformat.PrimitiveGroup;
import crosby.binary.Osmformat.StringTable;
import crosby.binary.Osmformat.Way;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;

/** Writes small .osm.pbf files. */
public final class OsmFile {
    private final StringTable.Builder texts = StringTable.newBuilder().addS(ByteString.EMPTY);
    private final DenseNodes.Builder nodes = DenseNodes.newBuilder();
    private final PrimitiveGroup.Builder ways = PrimitiveGroup.newBuilder();
    private final HeaderBlock.Builder header =
            HeaderBlock.newBuilder()
                    .addRequiredFeatures("OsmSchema-V0.6")
                    .addRequiredFeatures("DenseNodes");
    private long lastId;
    private long lastLon;
    private long lastLat;

    private final PrimitiveGroup.Builder plain = PrimitiveGroup.newBuilder();
    private final PrimitiveBlock.Builder block = PrimitiveBlock.newBuilder();
    private boolean isRaw;

    OsmFile has(String feature) {
        header.addOptionalFeatures(feature);
        return this;
    }

    OsmFile needs(String feature) {
        header.addRequiredFeatures(feature);
        return this;
    }

    /**
     * @param lon in ten-millionths of a degree, like the latitude
     */
    public OsmFile node(long id, long lon, long lat) {
        nodes.addId(id - lastId).addLon(lon - lastLon).addLat(lat - lastLat);
        lastId = id;
        lastLon = lon;
        lastLat = lat;
        return this;
    }

    /** A node that is written by itself, in the units of {@link #units}. */
    OsmFile plainNode(long id, long lon, long lat) {
        plain.addNodes(Node.newBuilder().setId(id).setLon(lon).setLat(lat));
        return this;
    }

    /**
     * @param granularity billionths of a degree to a unit, of all nodes
     * @param lonOffset in billionths of a degree, like that of the latitude
     */
    OsmFile units(int granularity, long lonOffset, long latOffset) {
        block.setGranularity(granularity).setLonOffset(lonOffset).setLatOffset(latOffset);
        return this;
    }

    /** Blocks that are not packed. */
    OsmFile raw() {
        isRaw = true;
        return this;
    }

    /** A node to whose number there is no place. */
    OsmFile halfANode() {
        nodes.addId(1);
        return this;
    }

    /** A way with a tag whose key and value stand at such a number in the table of texts. */
    OsmFile wayOfText(int number) {
        ways.addWays(Way.newBuilder().setId(1).addKeys(number).addVals(number));
        return this;
    }

    OsmFile emptyGroups(int count) {
        for (int i = 0; i < count; i++) {
            block.addPrimitivegroup(PrimitiveGroup.getDefaultInstance());
        }
        return this;
    }

    /**
     * @param tags such as {@code highway=path foot=yes}
     */
    public OsmFile way(String tags, long... refs) {
        Way.Builder way = Way.newBuilder().setId(ways.getWaysCount() + 1);
        for (String tag : tags.split(" ")) {
            way.addKeys(text(tag.split("=")[0])).addVals(text(tag.split("=")[1]));
        }
        long last = 0;
        for (long ref : refs) {
            way.addRefs(ref - last);
            last = ref;
        }
        ways.addWays(way);
        return this;
    }

    private int text(String text) {
        texts.addS(ByteString.copyFromUtf8(text));
        return texts.getSCount() - 1;
    }

    public void write(Path file) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            write("OSMHeader", blob(header()), out);
            write("OSMData", blob(data()), out);
        }
    }

    byte[] header() {
        return header.build().toByteArray();
    }

    byte[] data() {
        return block.setStringtable(texts)
                .addPrimitivegroup(plain)
                .addPrimitivegroup(PrimitiveGroup.newBuilder().setDense(nodes))
                .addPrimitivegroup(ways)
                .build()
                .toByteArray();
    }

    Blob.Builder blob(byte[] content) throws IOException {
        if (isRaw) {
            return Blob.newBuilder().setRaw(ByteString.copyFrom(content));
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(content);
        }
        return Blob.newBuilder()
                .setRawSize(content.length)
                .setZlibData(ByteString.copyFrom(packed.toByteArray()));
    }

    static void write(String type, Blob.Builder content, DataOutputStream out) throws IOException {
        byte[] blob = content.build().toByteArray();
        BlobHeader header = BlobHeader.newBuilder().setType(type).setDatasize(blob.length).build();
        out.writeInt(header.getSerializedSize());
        header.writeTo(out);
        out.write(blob);
    }
}
