package org.weiwang.store;

import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.CitySource;
import org.weiwang.circle.city.DataVersions;

/** Puts cities together from PostGIS, each within one snapshot of the database. */
public final class JdbcCitySource implements CitySource {
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
    public DataVersions versions() {
        try {
            return Snapshot.readRows(
                    forRequests,
                    connection -> CityParts.of(connection, Sql.moment(connection)).versions());
        } catch (SQLException e) {
            throw new StoreException("reading what the city is made from", e);
        }
    }

    @Override
    public City read(Optional<City> before) {
        try {
            CityRows rows =
                    Snapshot.read(
                            forLoading,
                            connection ->
                                    new CityReader(
                                                    connection,
                                                    CityParts.of(
                                                            connection, Sql.moment(connection)))
                                            .read(before));
            return rows.city(before, farthest);
        } catch (SQLException e) {
            throw new StoreException("reading the city", e);
        }
    }
}
