package org.weiwang.circle.osm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import crosby.binary.Fileformat.Blob;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a file may be written, and what is wrong with one. */
class OsmBlocksTest {
    private static final String STREET = "MULTILINESTRING ((104 30.6, 104.001 30.6))";

    @TempDir Path folder;
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("small.osm.pbf");
    }

    private List<String> read() throws IOException {
        List<String> roads = new ArrayList<>();
        OsmRoads.read(file, road -> roads.add(road.geometry().toText()));
        return roads;
    }

    private List<String> read(OsmFile osm) throws IOException {
        osm.write(file);
        return read();
    }

    /** One after the other, of such types. */
    private void write(Object... typesAndBlobs) throws IOException {
        try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < typesAndBlobs.length; i += 2) {
                OsmFile.write((String) typesAndBlobs[i], (Blob.Builder) typesAndBlobs[i + 1], out);
            }
        }
    }

    private static OsmFile street() {
        return new OsmFile()
                .node(-7, 1_040_000_000, 306_000_000)
                .node(8, 1_040_010_000, 306_000_000)
                .way("highway=path", -7, 8);
    }

    @Test
    void nodesMayHaveNegativeNumbers() throws IOException {
        assertThat(read(street())).containsExactly(STREET);
    }

    @Test
    void nodesMayStandByThemselves() throws IOException {
        OsmFile osm =
                new OsmFile()
                        .plainNode(5, 1_040_000_000, 306_000_000)
                        .plainNode(-6, 1_040_010_000, 306_000_000)
                        .way("highway=path", 5, -6);
        assertThat(read(osm)).containsExactly(STREET);
    }

    @Test
    void nodesMayBeInOtherUnits() throws IOException {
        OsmFile osm =
                new OsmFile()
                        .units(1_000, 100_000_000_000L, -600_000_000L)
                        .node(5, 4_000_000, 31_200_000)
                        .plainNode(6, 4_001_000, 31_200_000)
                        .way("highway=path", 5, 6);
        assertThat(read(osm)).containsExactly(STREET);
    }

    @Test
    void blocksNeedNotBePacked() throws IOException {
        assertThat(read(street().raw())).containsExactly(STREET);
    }

    @Test
    void blocksOfOtherTypesArePassedBy() throws IOException {
        Blob.Builder other = Blob.newBuilder().setLzmaData(ByteString.copyFromUtf8("?"));
        OsmFile osm = street();
        write("Index", other, "OSMHeader", osm.blob(osm.header()), "OSMData", osm.blob(osm.data()));
        assertThat(read()).containsExactly(STREET);
    }

    private void assertRefuses(String reason) {
        assertThatThrownBy(this::read)
                .isInstanceOf(OsmFileException.class)
                .hasMessageStartingWith("small.osm.pbf " + reason + " (at byte ");
    }

    private void writeData(Blob.Builder data) throws IOException {
        write("OSMHeader", street().blob(street().header()), "OSMData", data);
    }

    @Test
    void refusesOtherPackings() throws IOException {
        writeData(Blob.newBuilder().setLzmaData(ByteString.copyFromUtf8("?")));
        assertRefuses("has a block that is packed in another way than with zlib");
    }

    @Test
    void refusesWrongSizes() throws IOException {
        for (int more : new int[] {-1, 1}) {
            Blob.Builder data = street().blob(street().data());
            writeData(data.setRawSize(data.getRawSize() + more));
            assertRefuses("has a block of another size than it says");
        }
        writeData(street().blob(street().data()).setRawSize(-1));
        assertRefuses("has a block of -1 bytes");
        writeData(street().blob(street().data()).setRawSize(Integer.MAX_VALUE));
        assertRefuses("has a block of 2147483647 bytes");
    }

    @Test
    void refusesWhatCanNotBeUnpacked() throws IOException {
        writeData(Blob.newBuilder().setRawSize(9).setZlibData(ByteString.copyFromUtf8("no zlib")));
        assertRefuses("has a block that can't be unpacked");
    }

    @Test
    void refusesDataBeforeTheHeader() throws IOException {
        write("OSMData", street().blob(street().data()));
        assertRefuses("has data before its header");
    }

    @Test
    void refusesNodesWithoutAPlace() throws IOException {
        street().halfANode().write(file);
        assertRefuses("has nodes without a longitude or latitude");
    }

    @Test
    void refusesTextsThatAreNotThere() throws IOException {
        new OsmFile().wayOfText(1).write(file);
        assertRefuses("has tags that are not in its table of texts");
        new OsmFile().wayOfText(-1).write(file);
        assertRefuses("has tags that are not in its table of texts");
    }

    @Test
    void refusesPlacesOnWays() throws IOException {
        street().has("LocationsOnWays").write(file);
        assertRefuses("keeps the places of nodes on its ways (LocationsOnWays), not as nodes");
    }

    @Test
    void refusesASmallFileOfManyEmptyObjects() throws IOException {
        street().emptyGroups(300_000).write(file);
        assertThat(Files.size(file)).isLessThan(10_000);
        assertRefuses("has a block of more than 250000 objects");
    }

    @Test
    void tellsAtWhichByte() throws IOException {
        street().halfANode().write(file);
        assertThatThrownBy(this::read).hasMessageEndingWith("(at byte " + Files.size(file) + ")");
    }
}
