package org.weiwang.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.CityOutlook;
import org.weiwang.circle.city.CitySource;
import org.weiwang.circle.city.DataVersions;

/** Puts cities together from PostGIS, each within one snapshot of the database. */
public final class JdbcCitySource implements CitySource {
    private static final String BEGIN = "SELECT transaction_timestamp()";

    private final DataSource forRequests;
    private final DataSource forLoading;
    private final double farthest;

    /**
     * @param forRequests for what is asked again and again and had at once
     * @param forLoading for the rows of whole districts
     * @param farthest how far from the network a place may lie, in metres, as {@link City} has it
     */
    public JdbcCitySource(DataSource forRequests, DataSource forLoading, double farthest) {
        this.forRequests = forRequests;
        this.forLoading = forLoading;
        this.farthest = farthest;
    }

    @Override
    public CityOutlook outlook() {
        try {
            return Snapshot.readRows(forRequests, JdbcCitySource::outlook);
        } catch (SQLException e) {
            throw new StoreException("reading what the city is made from", e);
        }
    }

    private static CityOutlook outlook(Connection connection) throws SQLException {
        OffsetDateTime now = Sql.moment(connection);
        return new CityOutlook(
                begin(connection),
                CityParts.at(connection, now).versions(),
                upcoming(connection, now));
    }

    /** Before the state that is read was fixed, so that nothing committed earlier is missing. */
    private static Instant begin(Connection connection) throws SQLException {
        Instant[] begin = new Instant[1];
        Sql.query(
                connection,
                BEGIN,
                row -> begin[0] = row.getObject(1, OffsetDateTime.class).toInstant());
        return begin[0];
    }

    /**
     * All that take effect at one moment make one city; those that are being published do so each
     * for itself.
     */
    private static List<CityOutlook.Upcoming> upcoming(Connection connection, OffsetDateTime now)
            throws SQLException {
        List<CityOutlook.Upcoming> upcoming = new ArrayList<>();
        Map<Instant, DataVersions> scheduled = new HashMap<>();
        for (Upcoming next : Upcoming.at(connection, now)) {
            DataVersions versions = scheduled.get(next.moment().toInstant());
            if (versions == null) {
                versions = CityParts.with(connection, next.edition(), next.moment()).versions();
            }
            if (next.moment().isAfter(now)) {
                scheduled.put(next.moment().toInstant(), versions);
            }
            upcoming.add(new CityOutlook.Upcoming(next.edition().id(), versions));
        }
        return upcoming;
    }

    @Override
    public Optional<City> read(DataVersions versions, Optional<City> before) {
        try {
            return Snapshot.read(forLoading, connection -> rows(connection, versions, before))
                    .map(rows -> rows.city(before, farthest));
        } catch (SQLException e) {
            throw new StoreException("reading the city", e);
        }
    }

    private static Optional<CityRows> rows(
            Connection connection, DataVersions versions, Optional<City> before)
            throws SQLException {
        Optional<CityParts> parts = CityParts.of(connection, versions);
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(new CityReader(connection, parts.get()).read(before));
    }
}
