package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.ServedDemoCounty;

/** Filters select what the same condition in SQL selects. */
@Tag("store")
class LayerFiltersTest {
    private static final String GRIDS =
            "SELECT code FROM grid_in_force WHERE level = 'MICRO' AND (%s) ORDER BY code COLLATE \"C\"";

    private static final String ADDRESSES =
            "SELECT (id >> 32) || '-' || (id & 4294967295) FROM address_in_force WHERE %s ORDER BY id";

    private static final String ROADS =
            """
            SELECT district || '-' || code
            FROM road JOIN data_set_in_force AS set ON set.version = road.data_set
            WHERE %s ORDER BY code COLLATE "C"
            """;

    private static LayerReader layers;

    @BeforeAll
    static void serve() throws Exception {
        ServedDemoCounty county = ServedDemoCounty.get();
        layers = new LayerReader(county.uri(), county.database());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    filter=households >= 60                         | households >= 60
                    filter=households > 40 AND NOT households > 60  | households > 40 AND households <= 60
                    filter=households BETWEEN 41 AND 50             | households BETWEEN 41 AND 50
                    filter=households IS NULL                       | households IS NULL
                    filter=kind IS NOT NULL                         | kind IS NOT NULL
                    filter=code LIKE '5101310010%1'                 | code LIKE '5101310010%1'
                    filter=name NOT LIKE '%微%'                     | name NOT LIKE '%微%'
                    filter=code IN ('510131001001001001','510131001001001002') | code IN ('510131001001001001','510131001001001002')
                    filter=code < '510131002' OR code >= '510131102' | code < '510131002' COLLATE "C" OR code >= '510131102' COLLATE "C"
                    filter=code <> parentCode AND level = 'MICRO'   | true
                    filter=S_INTERSECTS(geometry,BBOX(103.49,30.18,103.52,30.21)) | ST_Intersects(geom, ST_MakeEnvelope(103.49, 30.18, 103.52, 30.21, 4326))
                    filter=S_WITHIN(geometry,POLYGON((103.48 30.17,103.53 30.17,103.5 30.23,103.48 30.17))) | ST_Within(geom, 'SRID=4326;POLYGON((103.48 30.17,103.53 30.17,103.5 30.23,103.48 30.17))')
                    filter=S_INTERSECTS(geometry,POINT(30.1961 103.5029))&filter-crs={4490} | ST_Intersects(geom, 'SRID=4326;POINT(103.5029 30.1961)')
                    filter=S_DISJOINT(geometry,POLYGON((103.4 30,103.6 30,103.6 30.3,103.4 30.3,103.4 30))) | ST_Disjoint(geom, ST_MakeEnvelope(103.4, 30, 103.6, 30.3, 4326))
                    households=50                                   | households = 50
                    parentCode=510131001001001                      | parent_code = '510131001001001'
                    level=MICRO&households=50                       | households = 50
                    level=GENERAL                                   | false
                    edition=510131-1&households=50                  | households = 50
                    households=50&bbox=103.49,30.1,103.6,30.3       | households = 50 AND ST_Intersects(geom, ST_MakeEnvelope(103.49, 30.1, 103.6, 30.3, 4326))
                    households=50&filter=code > '510131102'         | households = 50 AND code > '510131102' COLLATE "C"
                    filter-lang=cql2-json&filter={"op":"and","args":[{"op":">=","args":[{"property":"households"},60]},{"op":"like","args":[{"property":"code"},"510131001%"]}]} | households >= 60 AND code LIKE '510131001%'
                    filter-lang=cql2-json&filter={"op":"s_intersects","args":[{"property":"geometry"},{"type":"Point","coordinates":[103.5029,30.1961]}]} | ST_Intersects(geom, 'SRID=4326;POINT(103.5029 30.1961)')
                    """)
    void aFilterSelectsAmongGridsWhatSqlSelects(String asked, String condition) throws Exception {
        assertSelects("micro-grids", asked, GRIDS.formatted(condition));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    filter=households > 30 AND text LIKE '%小区%'    | households > 30 AND text LIKE '%小区%'
                    filter=households IS NULL OR households = 14    | households IS NULL OR households = 14
                    filter=S_INTERSECTS(geometry,BBOX(103.5,30.19,103.51,30.2)) | ST_Intersects(geom, ST_MakeEnvelope(103.5, 30.19, 103.51, 30.2, 4326))
                    households=14&bbox=103.5,30.19,103.51,30.2      | households = 14 AND ST_Intersects(geom, ST_MakeEnvelope(103.5, 30.19, 103.51, 30.2, 4326))
                    text=蒲江县鹤山街道魁星路410号世纪小区1栋1单元     | text = '蒲江县鹤山街道魁星路410号世纪小区1栋1单元'
                    district=510132                                 | false
                    """)
    void aFilterSelectsAmongAddressesWhatSqlSelects(String asked, String condition)
            throws Exception {
        assertSelects("addresses", asked, ADDRESSES.formatted(condition));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    steps=true                                      | steps
                    filter=layer <> 0                               | layer <> 0
                    filter=name IS NULL AND kind = 'footway'        | road.name = '' AND kind = 'footway'
                    filter=noded = false AND layer < 0              | NOT noded AND layer < 0
                    filter=S_INTERSECTS(geometry,LINESTRING(103.4 30.1,103.6 30.3)) | ST_Intersects(geom, 'SRID=4326;LINESTRING(103.4 30.1,103.6 30.3)')
                    """)
    void aFilterSelectsAmongRoadsWhatSqlSelects(String asked, String condition) throws Exception {
        assertSelects("roads", asked, ROADS.formatted(condition));
    }

    /** On one page, and on many, each of which tells how many there are on all. */
    private static void assertSelects(String collection, String asked, String sql)
            throws Exception {
        List<String> expected = layers.column(sql);
        assertThat(layers.ids(collection, asked + "&limit=10000")).isEqualTo(expected);
        int limit = expected.size() / 3 + 1;
        List<JsonNode> pages =
                layers.pages(LayerReader.items(collection, asked + "&limit=" + limit));
        assertThat(LayerReader.ids(pages)).isEqualTo(expected);
        assertThat(pages).hasSize(Math.max(1, (expected.size() + limit - 1) / limit));
        for (JsonNode page : pages) {
            assertThat(page.get("numberMatched").asInt()).isEqualTo(expected.size());
            assertThat(page.get("numberReturned").asInt()).isEqualTo(page.get("features").size());
        }
    }

    @Test
    void nextLinksKeepTheFilter() throws Exception {
        String asked =
                "households=50&filter=S_INTERSECTS(geometry,POLYGON((30 103,31 103,31 104,30 104,30 103)))"
                        + "&filter-crs={4490}&filter-lang=cql2-text&bbox-crs={4326}"
                        + "&bbox=30,103,31,104&crs={4544}&limit=1";
        String path = LayerReader.items("micro-grids", asked);
        String next = Answers.next(layers.page("micro-grids", asked));
        assertThat(next).endsWith(path + tokenOf(next));
    }

    private static String tokenOf(String next) {
        return next.substring(next.indexOf("&token="));
    }
}
