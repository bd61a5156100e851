package org.weiwang.address.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Books in a folder that several processes share, of which some end badly. */
class SharedFolderTest {
    private static final String SIZE = String.valueOf(BookMaker.SIZE);

    private final RandomDistrict district = BookMaker.district();
    @TempDir private Path folder;

    @Test
    void oneProcessMakesWhatOthersWaitFor() throws Exception {
        try (BookMaker first = new BookMaker(folder, 0)) {
            first.awaits("writes");
            try (BookMaker second = new BookMaker(folder, 0)) {
                first.goOn();
                assertThat(first.awaits(SIZE)).isEqualTo("made " + SIZE);
                assertThat(second.awaits("writes", SIZE)).isEqualTo("opened " + SIZE);
            }
        }
        assertThat(book().size()).isEqualTo(BookMaker.SIZE);
        assertThat(district.readings).isZero();
    }

    @Test
    void whatAProcessLeftWhenItWasKilledIsRemoved() throws Exception {
        try (BookMaker killed = new BookMaker(folder, 0)) {
            killed.awaits("writes");
            assertThat(folders()).hasSize(1).first().asString().endsWith(".unfinished");
            killed.kill();
        }
        AddressBook book = book();
        assertThat(district.readings).isEqualTo(1);
        assertThat(folders()).hasSize(1).first().asString().doesNotContain("unfinished");
        assertThat(new AddressIndex(List.of(book)).withKey(district.addresses.get(0).text()))
                .hasSize(1);
    }

    @Test
    void aFullDiskIsNamedAndNothingIsLeft() throws Exception {
        try (BookMaker full = new BookMaker(folder, 16)) {
            full.awaits("writes");
            full.goOn();
            assertThat(full.awaits("fails", SIZE))
                    .startsWith("fails: the addresses of the district " + district.code)
                    .contains("can't be kept in " + folder, "File too large");
        }
        assertThat(folders()).isEmpty();
        assertThat(book().size()).isEqualTo(BookMaker.SIZE);
    }

    private AddressBook book() {
        return new AddressBooks(folder, (names, aliases) -> PlainParser::parse)
                .book(district.key(), district);
    }

    private List<Path> folders() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(Files::isDirectory).toList();
        }
    }
}
