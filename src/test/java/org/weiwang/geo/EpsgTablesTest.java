package org.weiwang.geo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EpsgTablesTest {
    @TempDir Path cache;

    @Test
    void areKeptInTheCacheForTheOwnerOnly() throws IOException {
        Path folder = EpsgTables.folder(cache.resolve("not-yet-there"));
        assertThat(folder).startsWith(cache);
        assertThat(permissions(folder)).isEqualTo("rwx------");
        assertThat(EpsgTables.folder(cache.resolve("not-yet-there"))).isEqualTo(folder);
    }

    @Test
    void shutOthersOutOfAFolderThatWasOpen() throws IOException {
        Path open = Files.createDirectories(cache.resolve("weiwang/epsg"));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(permissions(EpsgTables.folder(cache))).isEqualTo("rwx------");
    }

    @Test
    void goToAPrivateFolderOfTheirOwnWhereThereIsNoCache() throws IOException {
        Path folder = EpsgTables.folder(Files.createFile(cache.resolve("file")));
        assertThat(folder).isEmptyDirectory().isNotEqualTo(EpsgTables.folder(cache));
        assertThat(permissions(folder)).isEqualTo("rwx------");
        Files.delete(folder);
    }

    private static String permissions(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }
}
