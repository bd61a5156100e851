package org.weiwang.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.DataVersions;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.city.Site;
import org.weiwang.circle.network.NetworkBuilder;
import org.weiwang.edition.Edition;
import org.weiwang.geo.EqualArea;
import org.weiwang.geo.Ewkb;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Place;
import org.weiwang.grid.Placer;

/** Reads the rows of a city's parts, one by one. Used once. */
final class CityReader {
    /**
     * Ends of roads that are drawn to meet lie within this, in metres: a survey's lines do. Ways of
     * a plan, which are drawn by hand, have {@link org.weiwang.circle.planning.Planning#TOLERANCE}.
     */
    private static final double TOLERANCE = 0.5;

    private static final String ROADS =
            "SELECT ST_AsBinary(geom), layer, steps, noded FROM road WHERE data_set = ? ORDER BY code";

    private static final String FACILITIES =
            """
            SELECT coalesce(entrance_of, code), name, category, ST_X(geom), ST_Y(geom)
            FROM facility WHERE data_set = ?
            ORDER BY coalesce(entrance_of, code), entrance_of NULLS FIRST, code
            """;

    /** Without those that have no location, from where nobody can walk. */
    private static final String HOMES =
            """
            SELECT ST_X(geom), ST_Y(geom), households, micro, general, community, town
            FROM %s AS address
            JOIN %s AS assignment ON assignment.address = address.number
            WHERE address.data_set = ? AND assignment.data_set = ? AND assignment.edition = ?
                AND geom IS NOT NULL
            ORDER BY address.number
            """;

    private static final String LAND =
            "SELECT ST_AsBinary(geom) FROM residential_land WHERE data_set = ? ORDER BY code";

    private final Connection connection;
    private final CityParts parts;
    private final GroupNumbers groups;

    CityReader(Connection connection, CityParts parts) throws SQLException {
        this.connection = connection;
        this.parts = parts;
        this.groups = GroupNumbers.read(connection, parts.editions().values());
    }

    /**
     * @param before from which what is still the same is taken over; its roads are left out
     */
    CityRows read(Optional<City> before) throws SQLException {
        DataVersions versions = parts.versions();
        Optional<City> sameRoads = before.filter(c -> versions.haveRoadsOf(c.versions()));
        Optional<City> sameHomes = before.filter(c -> versions.haveHomesOf(c.versions()));
        Optional<City> sameLand = before.filter(c -> versions.haveLandOf(c.versions()));
        return new CityRows(
                versions,
                sameRoads.isPresent() ? Optional.empty() : Optional.of(roads()),
                sites(),
                sameHomes.isPresent() ? sameHomes.get().homes() : homes(),
                sameLand.isPresent() ? sameLand.get().land() : land(),
                groups.divisions());
    }

    private NetworkBuilder roads() throws SQLException {
        NetworkBuilder builder = new NetworkBuilder(TOLERANCE);
        for (long dataSet : parts.versions("road").values()) {
            Sql.query(
                    connection,
                    ROADS,
                    row -> {
                        Geometry lines = Ewkb.decode(row.getBytes(1));
                        boolean isSteps = row.getBoolean(3);
                        boolean isNoded = row.getBoolean(4);
                        for (int i = 0; i < lines.getNumGeometries(); i++) {
                            LineString line = (LineString) lines.getGeometryN(i);
                            if (isNoded) {
                                builder.addNoded(line, isSteps, row.getInt(2) != 0);
                            } else {
                                builder.add(line, row.getInt(2), isSteps);
                            }
                        }
                    },
                    dataSet);
        }
        return builder;
    }

    private List<Site> sites() throws SQLException {
        List<Site> sites = new ArrayList<>();
        for (Map.Entry<String, Long> dataSet : parts.versions("facility").entrySet()) {
            Map<String, Site> found = new LinkedHashMap<>();
            Sql.query(
                    connection,
                    FACILITIES,
                    row ->
                            found.merge(
                                    row.getString(1),
                                    site(dataSet.getKey(), row),
                                    CityReader::withEntrances),
                    dataSet.getValue());
            sites.addAll(found.values());
        }
        return sites;
    }

    private static Site site(String district, ResultSet row) throws SQLException {
        return new Site(
                district + "-" + row.getString(1),
                row.getString(2),
                // a few words, said of thousands of facilities
                row.getString(3).intern(),
                List.of(Sql.point(row, 4)));
    }

    /** The facility itself comes first. */
    private static Site withEntrances(Site site, Site entrance) {
        List<LonLat> entrances = new ArrayList<>(site.entrances());
        entrances.addAll(entrance.entrances());
        return new Site(site.id(), site.name(), site.category(), entrances);
    }

    private Places homes() throws SQLException {
        Places.Builder homes = new Places.Builder();
        for (Map.Entry<String, Long> dataSet : parts.versions("address").entrySet()) {
            int district = groups.of(Division.Level.DISTRICT, dataSet.getKey());
            Edition edition = parts.editions().get(dataSet.getKey());
            long version = dataSet.getValue();
            Sql.query(
                    connection,
                    HOMES.formatted(
                            Partition.ofAddresses(version).source(connection),
                            Partition.ofAssignments(edition, version).source(connection)),
                    row ->
                            homes.add(
                                    Sql.point(row, 1),
                                    row.getInt(3), // 0 where it is null
                                    groups.of(Division.Level.MICRO, row.getString(4)),
                                    groups.of(Division.Level.GENERAL, row.getString(5)),
                                    groups.of(Division.Level.COMMUNITY, row.getString(6)),
                                    groups.of(Division.Level.TOWN, row.getString(7)),
                                    district),
                    version,
                    version,
                    edition.id());
        }
        return homes.build();
    }

    private Places land() throws SQLException {
        Places.Builder land = new Places.Builder();
        for (Map.Entry<String, Long> dataSet : parts.versions("residential_land").entrySet()) {
            Edition edition = parts.editions().get(dataSet.getKey());
            Placer placer = new Placer(List.of(GridReader.gridSet(connection, edition.id())));
            int district = groups.of(Division.Level.DISTRICT, edition.district());
            Sql.query(
                    connection,
                    LAND,
                    row -> {
                        Geometry piece = Ewkb.decode(row.getBytes(1));
                        Point inside = piece.getInteriorPoint();
                        LonLat position = new LonLat(inside.getX(), inside.getY());
                        Place place = placer.place(position);
                        land.add(
                                position,
                                Math.round(EqualArea.squareMetres(piece)),
                                groups.of(Division.Level.MICRO, place.micro()),
                                groups.of(Division.Level.GENERAL, place.general()),
                                groups.of(Division.Level.COMMUNITY, place.community()),
                                place.town() == null
                                        ? Places.NONE
                                        : groups.of(Division.Level.TOWN, place.town().code()),
                                district);
                    },
                    dataSet.getValue());
        }
        return land.build();
    }
}
