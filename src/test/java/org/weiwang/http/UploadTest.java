package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.http.wire.ProblemException;

class UploadTest {
    @TempDir private Path parent;

    @Test
    void itIsGoneWhenClosed() throws Exception {
        try (Upload upload = new Upload(parent, "upload.zip")) {
            upload.receive(new ByteArrayInputStream(new byte[] {1, 2}));
            assertThat(upload.file()).hasBinaryContent(new byte[] {1, 2});
        }
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whatWasLeftByAProcessThatWasKilledIsRemoved() throws Exception {
        Path left = Files.createDirectory(parent.resolve("upload1"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        new Upload(parent, "upload.zip").close();
        assertThat(parent).isEmptyDirectory();
    }

    @Test
    void whereThereCanBeNoFolderThereIsNoRoom() throws Exception {
        Path file = Files.createFile(parent.resolve("file"));
        assertThatThrownBy(() -> new Upload(file, "upload.zip"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(507));
    }
}
