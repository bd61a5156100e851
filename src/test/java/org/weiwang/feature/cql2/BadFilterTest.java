package org.weiwang.feature.cql2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever is wrong with a filter, the message says what and where. */
class BadFilterTest {
    private static final List<String> WORDS =
            List.of(
                    "AND",
                    "OR",
                    "NOT",
                    "LIKE",
                    "IN",
                    "IS",
                    "NULL",
                    "BETWEEN",
                    "(",
                    ")",
                    ",",
                    "=",
                    "<>",
                    "-",
                    "+",
                    "6",
                    ".5",
                    "1e",
                    "'a'",
                    "'",
                    "\"",
                    "name",
                    "floors",
                    "geometry",
                    "CASEI(",
                    "DATE('2020-01-01')",
                    "INTERVAL(",
                    "'..'",
                    "T_AFTER(",
                    "S_WITHIN(",
                    "POINT(1 2)",
                    "BBOX(",
                    "POLYGON((",
                    "1 1",
                    "TRUE",
                    "街",
                    "\\",
                    "[",
                    "{",
                    "\"op\":",
                    "\uD83C");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | is expected, not the end (at character 1)",
                "floors | a condition is expected, not the property floors (at character 1)",
                "lift | write lift = true (at character 1)",
                "6 | a condition is expected, not a number",
                "floors = | is expected, not the end (at character 9)",
                "floors = 6 floors | the end, AND or OR is expected, not floors (at character 12)",
                "floor = 6 | there is no property floor; there are name, floors, height, lift,"
                        + " built, razed, owner, cellars and geometry (at character 1)",
                "floors = '6' | floors, which is a number, cannot be compared with a text"
                        + " (at character 10)",
                "name < floors | name, which is a text, cannot be compared with floors, which is a"
                        + " number, (at character 8)",
                "built = '2020-01-01' | which is a moment, cannot be compared with a text",
                "floors IN (1, 'a') | cannot be compared with a text (at character 15)",
                "floors BETWEEN 1 AND TRUE | cannot be compared with true or false",
                "floors BETWEEN 1 | AND is expected, not the end (at character 17)",
                "floors NOT = 1 | LIKE, BETWEEN or IN is expected, not = (at character 12)",
                "floors LIKE '1%' | a text is expected, not floors, which is a number",
                "name LIKE owner | the pattern of LIKE is a text, not a property (at character 11)",
                "name LIKE 'a\\\\' | ends in a \\ that stands before nothing (at character 11)",
                "name = 'a | this text has no closing quote ' (at character 8)",
                "\"name = 1 | this name has no closing quote \" (at character 1)",
                "name = 'a' ; | the character ; stands for nothing here (at character 12)",
                "(floors = 1 | ) is expected, not the end (at character 12)",
                "floors - 1 = 2 | the end, AND or OR is expected, not - (at character 8)",
                "floors = 1e | has no digits after its E (at character 10)",
                "floors = 1e999 | this number is too great (at character 10)",
                "floors = 5a | a name does not begin with a digit (at character 10)",
                "floors = AND | is expected, not AND (at character 10)",
                "avg(floors) = 1 | there is no function avg; there are casei, s_contains,",
                "CASEI(name) | a condition is expected, not a text (at character 1)",
                "CASEI(name, owner) = 'a' | casei takes 1 argument, not 2 (at character 1)",
                "geometry = 1 | the geometry is not a value to compare (at character 1)",
                "S_WITHIN(geometry) | s_within takes 2 arguments, not 1 (at character 1)",
                "S_WITHIN(name, BBOX(0,0,1,1)) | geometry or a geometry is expected, not the"
                        + " property name (at character 10)",
                "S_WITHIN(geometry, BBOX(0,0,1)) | four numbers, or six, not 3 (at character 20)",
                "S_WITHIN(geometry, BBOX(0,1,1,0)) | the box's 1.0 is greater than its 0.0",
                "S_WITHIN(geometry, BBOX(200,0,1,1)) | across the antimeridian starts before 180",
                "S_WITHIN(geometry, POLYGON((0 0,1 1,0 1))) | the last of which is the first",
                "S_WITHIN(geometry, POLYGON((0 0,1 1,0 1,1 0,0 0))) | Self-intersection near 0.5"
                        + " 0.5 (at character 20)",
                "S_WITHIN(geometry, LINESTRING(0 0)) | a line has two positions or more",
                "S_WITHIN(geometry, GEOMETRYCOLLECTION(POINT(0 0),LINESTRING(0 0,1 1))) | can only"
                        + " be asked what it intersects (at character 20)",
                "S_WITHIN(geometry, GEOMETRYCOLLECTION(GEOMETRYCOLLECTION(POINT(0 0)))) | a"
                        + " geometry other than a collection is expected",
                "built > DATE('2020-1-1') | 2020-1-1 is no date; one is like 2024-05-01",
                "built > DATE('2021-02-29') | there is no day 2021-02-29 (at character 9)",
                "built > TIMESTAMP('2021-02-28') | is no timestamp; one is like",
                "built > TIMESTAMP('2021-02-28T24:01:00Z') | there is no moment",
                "built > TIMESTAMP('2021-02-28T00:00:00.0000001Z') | finer than the microseconds",
                "T_AFTER(built, INTERVAL('2021-01-02','2021-01-01')) | ends before it starts",
                "T_DURING(built, INTERVAL('..','..')) | t_during takes intervals, and this is a"
                        + " moment (at character 10)",
                "T_AFTER(name, built) | a moment or an interval is expected, not name, which is a"
                        + " text, (at character 9)",
                "T_AFTER(built, INTERVAL(1,2)) | or .. in quotes is expected, not 1"
            })
    void text(String filter, String message) {
        assertThatThrownBy(() -> Filter.ofText(filter, Building.TYPE, FilterCrs.CRS84))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | not nothing (at the outermost)",
                "[] | not an array (at the outermost)",
                "null | not null (at the outermost)",
                "{ | this JSON ends too early (at character 2)",
                "{} | one of op, property, date, timestamp, interval, bbox and type is expected",
                "{\"n\":1} | one of op, property, date, timestamp, interval, bbox and type is",
                "nope | this is no JSON: Unrecognized token 'nope'",
                "true false | something follows after this JSON (at character 6)",
                "{\"op\":\"=\",\"op\":\"=\"} | this is no JSON: Duplicate field 'op' (at character",
                "{\"op\":\"=\"} | an array is expected, not nothing (at /args)",
                "{\"op\":1,\"args\":[]} | a text is expected, not a number (at /op)",
                "{\"op\":\"foo\",\"args\":[]} | there is no function foo",
                "{\"op\":\"AND\",\"args\":[true,true]} | there is no function AND",
                "{\"op\":\"and\",\"args\":[true]} | and takes 2 arguments or more, not 1",
                "{\"op\":\"and\",\"args\":[true,1]} | a condition is expected, not a number"
                        + " (at /args/1)",
                "{\"op\":\"not\",\"args\":[],\"x\":1} | the member x is unknown; there are [args,"
                        + " op] (at the outermost)",
                "{\"op\":\"=\",\"args\":[{\"property\":\"foo\"},1]} | there is no property foo",
                "{\"op\":\"=\",\"args\":[{\"property\":\"floors\"},\"a\"]} | (at /args/1)",
                "{\"op\":\"=\",\"args\":[{\"property\":\"floors\"},1e999]} | too great (at /args/1)",
                "{\"op\":\"=\",\"args\":[{\"property\":\"name\"},\"\\u0000\"]} | a character that"
                        + " no text has (at /args/1)",
                "{\"op\":\"=\",\"args\":[{\"property\":\"name\"},\"\\ud83c\"]} | a character that"
                        + " no text has (at /args/1)",
                "{\"op\":\"in\",\"args\":[{\"property\":\"name\"},[]]} | 1 to 1000 items, not 0"
                        + " (at /args/1)",
                "{\"op\":\"in\",\"args\":[{\"property\":\"name\"},\"a\"]} | a value and a list",
                "{\"op\":\"like\",\"args\":[{\"property\":\"name\"},[\"a\"]]} | not an array"
                        + " (at /args/1)",
                "{\"op\":\"t_after\",\"args\":[{\"interval\":[\"..\"]},{\"date\":\"2020-01-01\"}]}"
                        + " | an interval has two ends, not 1 (at /args/0/interval)",
                "{\"op\":\"t_after\",\"args\":[{\"interval\":[\"..\",1]},{\"date\":\"2020-01-01\"}]}"
                        + " | not a number (at /args/0/interval/1)",
                "{\"op\":\"t_after\",\"args\":[{\"date\":\"2020\"},{\"date\":\"2020-01-01\"}]}"
                        + " | 2020 is no date; one is like 2024-05-01 (at /args/0/date)",
                "{\"op\":\"s_within\",\"args\":[{\"property\":\"geometry\"},{\"bbox\":[1,\"a\"]}]}"
                        + " | a number is expected, not a text (at /args/1/bbox/1)",
                "{\"op\":\"s_within\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Circle\","
                        + "\"coordinates\":[]}]} | no geometry of type Circle (at /args/1)",
                "{\"op\":\"s_within\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Point\","
                        + "\"coordinates\":[1]}]} | a position is an array of two numbers or more",
                "{\"op\":\"s_within\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"Polygon\","
                        + "\"coordinates\":[]}]} | a polygon has an outer ring (at /args/1)",
                "{\"op\":\"s_within\",\"args\":[{\"property\":\"geometry\"},{\"type\":\"MultiPoint\","
                        + "\"coordinates\":[]}]} | this geometry has nothing in it (at /args/1)"
            })
    void json(String filter, String message) {
        assertThatThrownBy(() -> Filter.ofJson(filter, Building.TYPE, FilterCrs.CRS84))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "floor | 6 | there is no property floor",
                "floors | 6a | 6a is no number (at the parameter floors)",
                "lift | yes | yes is neither true nor false (at the parameter lift)",
                "built | yesterday | yesterday is no date",
                "geometry | POINT(1 1) | the geometry is not a value to compare"
            })
    void property(String name, String value, String message) {
        assertThatThrownBy(() -> Filter.ofProperty(name, value, Building.TYPE))
                .isInstanceOf(Cql2Exception.class)
                .hasMessageContaining(message);
    }

    @Test
    void limits() throws Exception {
        assertThat(text("(".repeat(49) + "floors = 1" + ")".repeat(49)).root()).isNotNull();
        refused(
                () -> text("(".repeat(50) + "floors = 1" + ")".repeat(50)),
                "this is nested more than 50 deep (at character 50)");
        refused(() -> text("(".repeat(20_000)), "nested more than 50 deep");
        refused(() -> text("CASEI(".repeat(3_000)), "nested more than 50 deep");
        refused(() -> text("floors = " + "(".repeat(3_000)), "nested more than 50 deep");
        refused(() -> text("NOT ".repeat(4_000)), "is expected, not NOT (at character 5)");
        refused(() -> text(" ".repeat(20_001)), "at most 20000 characters, not 20001");
        refused(() -> json("[".repeat(20_000)), "nested too deep");
        refused(
                () -> json("{\"op\":\"not\",\"args\":[".repeat(51) + "true" + "]}".repeat(51)),
                "nested more than 50 deep (at /args/0/args/0");
        assertThat(text("floors IN (1" + ",1".repeat(999) + ")").root()).isNotNull();
        refused(
                () -> text("floors IN (1" + ",1".repeat(1_000) + ")"),
                "a list has 1 to 1000 items, not 1001 (at character 11)");
        assertThat(text("floors=1" + " OR floors=1".repeat(1_600)).root()).isNotNull();
    }

    private static void refused(ThrowingCallable filter, String message) {
        assertThatThrownBy(filter).isInstanceOf(Cql2Exception.class).hasMessageContaining(message);
    }

    private static Filter text(String filter) throws Cql2Exception {
        return Filter.ofText(filter, Building.TYPE, FilterCrs.CRS84);
    }

    private static Filter json(String filter) throws Cql2Exception {
        return Filter.ofJson(filter, Building.TYPE, FilterCrs.CRS84);
    }

    /** Words in any order, and filters in which something has been changed. */
    @Property(tries = 5_000)
    void nothingElseIsThrown(@ForAll long seed) {
        Random random = new Random(seed);
        RandomFilters.Both both = new RandomFilters(seed).condition(3);
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            words.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        isReadOrRefused(() -> text(words.toString()), words.toString());
        String changed = changed(both.text(), random);
        isReadOrRefused(() -> text(changed), changed);
        String json = changed(both.json(), random);
        isReadOrRefused(() -> json(json), json);
    }

    private static String changed(String filter, Random random) {
        int from = random.nextInt(filter.length());
        int to = Math.min(filter.length(), from + random.nextInt(4));
        String instead = random.nextBoolean() ? "" : WORDS.get(random.nextInt(WORDS.size()));
        return filter.substring(0, from) + instead + filter.substring(to);
    }

    /** What is read can be put to a feature. */
    private static void isReadOrRefused(Reading reading, String filter) {
        try {
            reading.read().test(new RandomFilters(1).building(1));
        } catch (Cql2Exception e) {
            assertThat(e.getMessage()).as(filter).isNotBlank();
        }
    }

    @FunctionalInterface
    private interface Reading {
        Filter read() throws Cql2Exception;
    }
}
