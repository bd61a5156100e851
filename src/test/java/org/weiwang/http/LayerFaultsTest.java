package org.weiwang.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.Answers.assertProblem;
import static org.weiwang.http.LayerReader.items;

import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.ServedDemoCounty;

/** What is wrong with a request for layers is told. */
@Tag("store")
class LayerFaultsTest {
    private static ServedDemoCounty county;

    @BeforeAll
    static void serve() throws Exception {
        county = ServedDemoCounty.get();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    colour=red                            | There is no parameter "colour" here; allowed: bbox, bbox-crs, crs, limit
                    parentcode=1                          | There is no parameter "parentcode" here
                    limit=1&limit=2                       | limit is given twice
                    limit=0                               | limit must be a whole number of 1 or more, not 0
                    limit=-1                              | limit must be a whole number of 1 or more, not -1
                    limit=1.5                             | limit must be a whole number of 1 or more, not 1.5
                    limit=unlimited                       | limit must be a number, not "unlimited"
                    limit=NaN                             | limit must be a number, not "NaN"
                    limit=                                | limit must be a number, not ""
                    bbox=                                 | bbox must be a number, not ""
                    bbox=103,30,104                       | bbox: a box has four numbers, or six with heights, not 3
                    bbox=103,30,0,104,31                  | bbox: a box has four numbers, or six with heights, not 5
                    bbox=103,30,0,104,31,0,0              | bbox: a box has four numbers, or six with heights, not 7
                    bbox=west,south,east,north            | bbox must be a number, not "west"
                    bbox=NaN,30,104,31                    | bbox must be a number, not "NaN"
                    bbox=103,30,Infinity,31               | bbox must be a number, not "Infinity"
                    bbox=103,30,1e999,31                  | bbox must be a number, not "1e999"
                    bbox=103,31,104,30                    | first latitude (31.0) is greater than its second (30.0); in CRS84 a position is longitude, latitude
                    bbox=103,31,0,104,30,9                | first latitude (31.0) is greater
                    bbox=31,103,30,104&bbox-crs={4326}    | first latitude (31.0) is greater than its second (30.0); in EPSG:4326 a position is latitude, longitude
                    bbox=31,103,30,104&bbox-crs={4490}    | in EPSG:4490 a position is latitude, longitude
                    bbox=1e7,4e6,1e6,5e6&bbox-crs={3857}  | first easting (1.0E7) is greater than its second (1000000.0); in EPSG:3857 a position is easting, northing
                    bbox=1e6,5e6,1e7,4e6&bbox-crs={3857}  | first northing (5000000.0) is greater
                    bbox=4e6,3e5,3e6,4e5&bbox-crs={4543}  | first northing (4000000.0) is greater than its second (3000000.0); in EPSG:4543 a position is northing, easting
                    bbox=3e6,4e5,4e6,3e5&bbox-crs={4544}  | first easting (400000.0) is greater
                    bbox=4e6,3e5,3e6,4e5&bbox-crs={4507}  | first northing (4000000.0) is greater
                    bbox-crs=EPSG:4490                    | bbox-crs must be one of http://www.opengis.net/def/crs/OGC/1.3/CRS84, http://www.opengis.net/def/crs/EPSG/0/4326
                    bbox-crs={4547}                       | bbox-crs must be one of
                    crs={4547}                            | crs must be one of http://www.opengis.net/def/crs/OGC/1.3/CRS84
                    crs=                                  | crs must be one of
                    crs=http://www.opengis.net/def/crs/0/unsupported | not "http://www.opengis.net/def/crs/0/unsupported"
                    filter-crs=EPSG:4544                  | filter-crs must be one of
                    filter-lang=cql-text                  | filter-lang must be one of cql2-text, cql2-json, not "cql-text"
                    filter=                               | filter: a property, a value or a condition is expected, not the end (at character 1)
                    filter=code =                         | filter: a property, a value or a condition is expected, not the end (at character 7)
                    filter=code = '1' OR                  | filter: a
                    filter=code = '1                      | filter: this text has no closing quote ' (at character 8)
                    filter=code                           | filter: a condition is expected, not the property code (at character 1)
                    filter=colour = 'red'                 | filter: there is no property colour; there are code, name, level
                    filter=households = 'many'            | cannot be compared with
                    filter=name LIKE households           | filter: a text is expected, not households, which is a number
                    filter=WIDTH(code) = 1                | filter: there is no function WIDTH
                    filter=S_INTERSECTS(geometry,POINT(1)) | filter: a
                    filter=S_INTERSECTS(geometry,POLYGON((0 0,1 1))) | a ring has four positions or more, the last of which is the first
                    filter=S_INTERSECTS(geometry,POINT(3340000 9000000))&filter-crs={4544} | a position lies outside of the domain of EPSG:4544, where it is northing, easting
                    filter=T_AFTER(geometry,DATE('2024-02-30')) | filter: there is no day 2024-02-30
                    filter=code = '1'&filter-lang=cql2-json | filter: this is no JSON
                    filter={"op":"=","args":[{"property":"colour"},"red"]}&filter-lang=cql2-json | filter: there is no property colour
                    filter={"op":"=","args":[{"property":"households"},"many"]}&filter-lang=cql2-json | cannot be compared with
                    filter={"op":"="}&filter-lang=cql2-json | filter: an array is expected
                    filter={"op":"near","args":[]}&filter-lang=cql2-json | near
                    filter=[]&filter-lang=cql2-json       | a condition, a property or a value is expected
                    households=many                       | many is no number
                    datetime=                             | datetime must be a day like 2023-03-01
                    datetime=yesterday                    | datetime must be a day like 2023-03-01
                    datetime=2024                         | datetime must be a day like 2023-03-01
                    datetime=2023-02-30                   | datetime must be a day like 2023-03-01
                    datetime=2024-02-01/yesterday         | not "yesterday"
                    datetime=2024-01-01/2024-02-01/2024-03-01 | datetime must be a day like 2023-03-01
                    datetime=2024-02-01/2024-01-01        | datetime ends before it begins: 2024-02-01/2024-01-01
                    datetime=2999-02-01/2999-01-01        | datetime ends before it begins: 2999-02-01/2999-01-01
                    edition=510131-1&datetime=2024-01-01  | edition does not go with datetime
                    token=                                | token is not one that a next link gave
                    token=x                               | token is not one that a next link gave
                    token=****                            | token is not one that a next link gave
                    f=xml                                 | f must be one of json, html, fgb, csv, gpkg, shp, not "xml"
                    f=gpkg&limit=10                       | GeoPackage is had whole, without limit and token
                    f=shp&limit=10                        | Shapefile is had whole, without limit and token
                    """)
    void aBadParameterIsNamed(String query, String words) throws Exception {
        assertProblem(fetch(items("micro-grids", query)), 400, words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /ogc?f=xml                                    | 400 | f must be one of json, html, not "xml"
                    /ogc?limit=1                                  | 400 | There is no parameter "limit" here; allowed: f
                    /ogc/conformance?x=1                          | 400 | There is no parameter "x" here
                    /ogc/api?x=1                                  | 400 | There is no parameter "x" here
                    /ogc/collections?limit=1                      | 400 | There is no parameter "limit" here
                    /ogc/collections/roads?bbox=1,2,3,4           | 400 | There is no parameter "bbox" here
                    /ogc/collections/roads/schema?f=csv           | 400 | f must be one of json, html, not "csv"
                    /ogc/collections/roads/queryables?x=1         | 400 | There is no parameter "x" here
                    /ogc/collections/roads/items?edition=510131-1 | 400 | There is no parameter "edition" here
                    /ogc/collections/roads/items?datetime=x       | 400 | datetime must be a day
                    /ogc/collections/roads/items?steps=perhaps    | 400 | perhaps is neither true nor false
                    /ogc/collections/roads/items?layer=ground     | 400 | ground is no number
                    /ogc/collections/micro-grids/items/510131001001?bbox=1,2,3,4 | 400 | There is no parameter "bbox" here; allowed: crs, datetime, f
                    /ogc/collections/micro-grids/items/x?crs=4490 | 400 | crs must be one of
                    /ogc/collections/micro-grids/items/x?f=csv    | 400 | f must be one of json, html, not "csv"
                    /ogc/collections/micro-grids/items/x?datetime=x | 400 | datetime must be a day
                    /ogc/collections/micro-grids/items?edition=510131-9 | 404 | there is no edition 510131-9
                    /ogc/collections/streets                      | 404 | There is no collection streets
                    /ogc/collections/streets/items                | 404 | There is no collection streets
                    /ogc/collections/streets/items/1              | 404 | There is no collection streets
                    /ogc/collections/streets/schema               | 404 | There is no collection streets
                    /ogc/collections/streets/queryables           | 404 | There is no collection streets
                    /ogc/collections/micro-grids/items/none       | 404 | micro-grids has no feature none
                    /ogc/collections/towns/items/none             | 404 | towns has no feature none
                    /ogc/collections/roads/items/none             | 404 | roads has no feature none
                    /ogc/collections/roads/items/510131-none      | 404 | roads has no feature 510131-none
                    /ogc/collections/addresses/items/none         | 404 | addresses has no feature none
                    /ogc/collections/addresses/items/1-99999999   | 404 | addresses has no feature 1-99999999
                    """)
    void whatIsNotThereIsNamed(String path, int status, String words) throws Exception {
        assertProblem(fetch(path), status, words);
    }

    @Test
    void aFilterMayBeNestedOnlySoDeep() throws Exception {
        String deep = "NOT (".repeat(60) + "code = '1'" + ")".repeat(60);
        assertProblem(
                fetch(items("roads", "filter=" + deep)), 400, "this is nested more than 50 deep");
    }

    /** What is longer than the server takes of an address does not reach the filter's own bound. */
    @Test
    void aFilterMayBeOnlySoLong() throws Exception {
        String longOne = "code = '" + "x".repeat(21_000) + "'";
        assertThat(fetch(items("roads", "filter=" + longOne)).statusCode()).isEqualTo(414);
    }

    @ParameterizedTest
    @CsvSource({
        "00000000-0000-0000-0000-000000000000.1, 410, begin again",
        "x, 400, token is not one that a next link gave",
        "1, 400, token is not one that a next link gave"
    })
    void aTokenOfAStateThatIsNotThereIsRefused(String stamp, int status, String words)
            throws Exception {
        for (String collection : List.of("micro-grids", "addresses")) {
            String of = new String(Base64.getUrlDecoder().decode(token(collection)), UTF_8);
            String other = stamp + of.substring(of.indexOf(':'));
            String encoded = Base64.getUrlEncoder().encodeToString(other.getBytes(UTF_8));
            assertProblem(fetch(items(collection, "token=" + encoded)), status, words);
        }
    }

    private static String token(String collection) throws Exception {
        return Answers.next(Answers.get(county.uri(), items(collection, "limit=1")))
                .replaceFirst(".*token=", "");
    }

    @ParameterizedTest
    @CsvSource({"micro-grids, roads", "roads, micro-grids", "towns, micro-grids"})
    void aTokenOfOtherPagesIsRefused(String of, String in) throws Exception {
        assertProblem(
                fetch(items(in, "token=" + token(of))),
                400,
                "token is not one that a next link gave");
    }

    @Test
    void aTokenGoesWithWhatItsPagesAreAskedBy() throws Exception {
        String token = token("micro-grids");
        assertThat(fetch(items("micro-grids", "token=" + token)).statusCode()).isEqualTo(200);
        assertProblem(
                fetch(items("micro-grids", "parentCode=510131001001001&token=" + token)),
                400,
                "token is not one that a next link gave");
    }

    /** What fails while it is written is told in place of the page, and as plainly. */
    @Test
    void aProblemIsNotCompressedAndNotKept() throws Exception {
        String of = new String(Base64.getUrlDecoder().decode(token("addresses")), UTF_8);
        String nowhere = of.substring(0, of.lastIndexOf(':')) + ":nowhere";
        String token = Base64.getUrlEncoder().encodeToString(nowhere.getBytes(UTF_8));
        assertIsPlain(items("addresses", "token=" + token), "token is not one");
        assertIsPlain(
                items("micro-grids", "edition=510131-1&f=gpkg&limit=1"), "GeoPackage is had whole");
    }

    private static void assertIsPlain(String path, String words) throws Exception {
        HttpResponse<String> answer =
                Answers.ask(county.uri(), "GET", path, "Accept-Encoding", "gzip");
        assertProblem(answer, 400, words);
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        for (String name : List.of("Content-Encoding", "ETag", "Content-Disposition")) {
            assertThat(answer.headers().firstValue(name)).as(name).isEmpty();
        }
    }

    @Test
    void aLimitAboveTheMostIsThat() throws Exception {
        assertThat(
                        Answers.get(county.uri(), items("addresses", "limit=1e9"))
                                .get("numberReturned")
                                .asInt())
                .isEqualTo(10_000);
    }

    private static HttpResponse<String> fetch(String path) throws Exception {
        return Answers.fetch(county.uri(), path);
    }
}
