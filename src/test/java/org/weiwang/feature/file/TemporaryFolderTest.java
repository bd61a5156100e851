package org.weiwang.feature.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.weiwang.feature.GeometryType;

class TemporaryFolderTest {
    @TempDir private Path parent;

    @Test
    void itIsGoneWhenClosedWithAllThatIsInIt() throws Exception {
        try (TemporaryFolder folder = new TemporaryFolder(parent, "some")) {
            Files.createDirectories(folder.path().resolve("deep/deeper"));
            Files.createFile(folder.path().resolve("deep/file"));
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void onlyWhatWasNotWrittenToForADayIsRemoved() throws Exception {
        Path empty = Files.createDirectory(parent.resolve("some1"));
        Path left = Files.createDirectory(parent.resolve("some2"));
        Path file = Files.createFile(left.resolve("file"));
        Path inner = Files.createDirectory(left.resolve("unpacked"));
        Path alive = Files.createDirectory(parent.resolve("some3"));
        Files.createFile(alive.resolve("file"));
        Path other = Files.createDirectory(parent.resolve("other"));
        for (Path old : new Path[] {empty, file, inner, left, alive, other}) {
            age(old);
        }
        TemporaryFolder.removeLeftovers(parent, "some");
        assertThat(parent.toFile().list()).containsExactlyInAnyOrder("some3", "other");
        assertThat(alive.resolve("file")).exists();
    }

    @ParameterizedTest
    @EnumSource
    void aFileIsNotMadeBesideWhatAKilledProcessLeft(FileFormat format) throws Exception {
        Path folder = Files.createDirectory(parent.resolve(FileFormat.PREFIX + "1"));
        Path spool = Files.createFile(parent.resolve(FileFormat.PREFIX + "2"));
        age(Files.createFile(folder.resolve("layer.gpkg")));
        age(folder);
        age(spool);
        format.write(Sample.layer(GeometryType.POINT, 4490), parent, new ByteArrayOutputStream());
        assertThat(parent).isEmptyDirectory();
    }

    private static void age(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }
}
