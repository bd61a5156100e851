package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.http.wire.ProblemException;

class UploadTest {
    private static final String NAME = "upload.zip";

    @TempDir private Path parent;

    @Test
    void itIsGoneWhenClosed() throws Exception {
        try (Upload upload = new Upload(parent)) {
            upload.receive(new ByteArrayInputStream(new byte[] {1, 2}));
            assertThat(upload.file()).hasBinaryContent(new byte[] {1, 2});
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void onlyWhatWasNotWrittenToForLongIsRemoved() throws Exception {
        Path without = Files.createDirectory(parent.resolve("upload1"));
        Path left =
                Files.createFile(Files.createDirectory(parent.resolve("upload2")).resolve(NAME));
        Path slow =
                Files.createFile(Files.createDirectory(parent.resolve("upload3")).resolve(NAME));
        Files.createDirectories(left.resolveSibling("unpacked/deeper"));
        for (Path old : new Path[] {without, left, left.getParent(), slow.getParent()}) {
            age(old);
        }
        new Upload(parent).close();
        assertThat(parent)
                .isDirectoryNotContaining("glob:**1")
                .isDirectoryNotContaining("glob:**2");
        assertThat(slow).exists();
    }

    @Test
    void whereThereCanBeNoFolderThereIsNoRoom() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> new Upload(file))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(507));
    }

    private static void age(Path path) throws IOException {
        Files.setLastModifiedTime(path, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }
}
