package org.weiwang.edition.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.NoRoomException;

class ZipFolderTest {
    private static final ZipFolder.Bounds BOUNDS = new ZipFolder.Bounds(3, 1_000, 2_000, 1_000);

    @TempDir private Path parent;
    private Path zip;
    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        zip = parent.resolve("移交.zip");
        folder = Files.createDirectory(parent.resolve("unpacked"));
    }

    @Test
    void filesAreUnpackedWithTheirFolders() throws Exception {
        zip("./", "移交/图层.csv", "readme.txt");
        ZipFolder.unpack(zip, folder, BOUNDS);
        assertThat(folder.resolve("移交/图层.csv")).hasContent("移交/图层.csv");
        assertThat(folder.resolve("readme.txt")).exists();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../evil.csv", "a/../../evil.csv", "/etc/evil.csv", "../unpacked2/a.csv"})
    void whatLeadsOutIsRefused(String name) throws Exception {
        zip("a.csv", name);
        refuses("移交.zip: the entry " + name + " leads out of the zip's own folder");
        try (Stream<Path> files = Files.list(parent)) {
            assertThat(files.toList()).containsExactlyInAnyOrder(zip, folder);
        }
    }

    @Test
    void aNameThatNoFileCanHaveIsRefused() throws Exception {
        zip("a\0.csv");
        refuses("移交.zip: the name of an entry can't be used");
    }

    @Test
    void aNameThatIsThereTwiceIsRefused() throws Exception {
        zip("x/a.csv", "x/./a.csv");
        refuses("移交.zip: holds x/./a.csv twice");
    }

    @Test
    void anEntryThatCannotBeAFileIsNamedWithoutTheServersFolder() throws Exception {
        String name = "x".repeat(300);
        zip(name);
        refuses("移交.zip: " + name + " can't be unpacked: File name too long");
        zip(name + "/a");
        refuses("移交.zip: " + name + "/a can't be unpacked: File name too long");
        zip("a", "a/b");
        refuses("移交.zip: a/b can't be unpacked: another entry stands in its way");
        zip("c", "c/d/e");
        refuses("移交.zip: c/d/e can't be unpacked: Not a directory");
    }

    @Test
    void aFolderThatTakesNothingIsNoFaultOfTheEntry() throws Exception {
        Files.delete(folder);
        Files.createFile(folder);
        for (String name : List.of("a", "b/c")) {
            zip(name);
            assertThatThrownBy(() -> ZipFolder.unpack(zip, folder, BOUNDS))
                    .isInstanceOf(NoRoomException.class)
                    .hasMessageStartingWith(
                            "there is no room in %s to unpack 移交.zip".formatted(folder));
        }
    }

    @Test
    void moreFilesThanAllowedAreRefused() throws Exception {
        zip("a", "b", "c");
        ZipFolder.unpack(zip, folder, BOUNDS);
        zip("a", "b", "c", "d");
        refuses("移交.zip: holds 4 files; at most 3 are read");
    }

    @Test
    void moreBytesThanAllowedAreRefusedHoweverWellTheyCompress() throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("a", "b")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(new byte[501]);
            }
        }
        refuses("移交.zip: unpacks to more than 1000 bytes");
    }

    @Test
    void moreThanSoManyTimesItsSizeIsRefusedBeyondWhatIsAllowedAnyway() throws Exception {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("a"));
            out.write(new byte[100_000]);
        }
        long size = Files.size(zip);
        int ratio = (int) (100_000 / size);
        assertThat(ratio).isGreaterThan(200);
        refuses(
                new ZipFolder.Bounds(3, 1_000_000, ratio, 1_000),
                "移交.zip: unpacks to more than " + ratio + " times its size");
        Files.delete(folder.resolve("a"));
        ZipFolder.unpack(zip, folder, new ZipFolder.Bounds(3, 1_000_000, ratio + 1, 1_000));
        Files.delete(folder.resolve("a"));
        ZipFolder.unpack(zip, folder, new ZipFolder.Bounds(3, 1_000_000, 1, 100_000));
    }

    @Test
    void aSymbolicLinkIsRefused() throws Exception {
        zip("a.csv", "链接.shp");
        byte[] bytes = Files.readAllBytes(zip);
        ByteBuffer list = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int last = bytes.length - 22 - 46 - "链接.shp".getBytes(UTF_8).length;
        assertThat(list.getInt(last)).isEqualTo(0x02014b50);
        list.putInt(last + 38, 0120777 << 16);
        Files.write(zip, bytes);
        refuses("移交.zip: the entry 链接.shp is a symbolic link");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void whatIsNoZipIsAnError() throws Exception {
        Files.writeString(zip, "PK no zip");
        assertThatThrownBy(() -> ZipFolder.unpack(zip, folder, BOUNDS))
                .isInstanceOf(ZipException.class);
    }

    private void refuses(String fault) {
        refuses(BOUNDS, fault);
    }

    private void refuses(ZipFolder.Bounds bounds, String fault) {
        assertThatThrownBy(() -> ZipFolder.unpack(zip, folder, bounds))
                .isInstanceOf(ImportException.class)
                .hasMessageStartingWith(fault)
                .hasMessageNotContaining(parent.toString());
    }

    /** Each file holds its own name. */
    private void zip(String... names) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : names) {
                out.putNextEntry(new ZipEntry(name));
                if (!name.endsWith("/")) {
                    out.write(name.getBytes(UTF_8));
                }
            }
        }
    }
}
