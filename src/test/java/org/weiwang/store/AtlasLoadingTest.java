package org.weiwang.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.store.SmallDistrict.EAST;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.edition.Edition;
import org.weiwang.edition.Servers;

@Tag("store")
class AtlasLoadingTest {
    @TempDir private Path folder;
    private SmallDistrict district;
    private Edition edition;
    private JdbcAtlasSource source;

    @BeforeEach
    void open() throws Exception {
        district = new SmallDistrict(folder);
        edition = district.draft(EAST);
        district.publish(edition);
        source =
                new JdbcAtlasSource(
                        district.dataSource(),
                        district.forLoading(),
                        new AddressBooks(folder.resolve("books")));
    }

    @AfterEach
    void close() {
        district.close();
    }

    @Test
    void aPartIsLoadedWhileAllConnectionsForRequestsAreInUse() throws Exception {
        DistrictPart.Version version = DistrictPart.Version.withoutDataSets(history(), edition);
        int all = district.dataSource().unwrap(HikariDataSource.class).getMaximumPoolSize();
        List<Connection> inUse = new ArrayList<>();
        try {
            for (int i = 0; i < all; i++) {
                inUse.add(district.dataSource().getConnection());
            }
            assertThat(source.part(version, List.of()).orElseThrow().edition()).isEqualTo(edition);
        } finally {
            for (Connection connection : inUse) {
                connection.close();
            }
        }
    }

    @Test
    void aPartOfAnotherHistoryIsNotThere() {
        DistrictPart.Version version =
                DistrictPart.Version.withoutDataSets(new UUID(0, 1), edition);
        assertThat(source.part(version, List.of())).isEmpty();
    }

    @Test
    void allThatTakesEffectSoonIsUpcomingByTime() throws Exception {
        Edition second = district.draft(EAST);
        Edition third = district.draft(EAST);
        Instant now = Instant.now();
        publish(second, now.plus(Servers.AHEAD).minusSeconds(60));
        publish(third, now.plus(Servers.AHEAD).minusSeconds(120));
        publish(edition, now.plus(Servers.AHEAD).plusSeconds(60));
        assertThat(source.outlook().upcoming())
                .extracting(DistrictPart.Version::edition)
                .containsExactly(third, second);
    }

    private void publish(Edition published, Instant effectiveFrom) throws Exception {
        district.store()
                .publish(published, effectiveFrom, district.head(), null, SmallDistrict.PUBLISHER);
    }

    private UUID history() throws Exception {
        return UUID.fromString(district.query("SELECT id FROM history").get(0));
    }
}
