package org.weiwang.circle.osm;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat.Blob;
import crosby.binary.Fileformat.BlobHeader;
import crosby.binary.Osmformat.DenseNodes;
import crosby.binary.Osmformat.HeaderBlock;
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
        PrimitiveBlock block =
                PrimitiveBlock.newBuilder()
                        .setStringtable(texts)
                        .addPrimitivegroup(PrimitiveGroup.newBuilder().setDense(nodes))
                        .addPrimitivegroup(ways)
                        .build();
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            write("OSMHeader", header.build().toByteArray(), out);
            write("OSMData", block.toByteArray(), out);
        }
    }

    private static void write(String type, byte[] content, DataOutputStream out)
            throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(packed)) {
            deflater.write(content);
        }
        byte[] blob =
                Blob.newBuilder()
                        .setRawSize(content.length)
                        .setZlibData(ByteString.copyFrom(packed.toByteArray()))
                        .build()
                        .toByteArray();
        BlobHeader header = BlobHeader.newBuilder().setType(type).setDatasize(blob.length).build();
        out.writeInt(header.getSerializedSize());
        header.writeTo(out);
        out.write(blob);
    }
}
