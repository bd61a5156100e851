package org.weiwang.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.weiwang.http.LayerReader.items;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.ServedDemoCounty;

/** What clients and caches may keep of layers, and how they ask whether it still holds. */
@Tag("store")
class LayerFreshnessTest {
    private static final String GRID = "/ogc/collections/micro-grids/items/510131001001001001";

    private static ServedDemoCounty county;

    @BeforeAll
    static void serve() throws Exception {
        county = ServedDemoCounty.get();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc/collections",
                "/ogc/collections/roads",
                "/ogc/collections/micro-grids/items?limit=5",
                "/ogc/collections/micro-grids/items?limit=5&f=csv",
                "/ogc/collections/addresses/items?limit=5",
                "/ogc/collections/towns/items",
                GRID
            })
    void whatAClientHasIsNotSentAgain(String path) throws Exception {
        HttpResponse<String> first = ask(path);
        String tag = header(first, "ETag");
        assertThat(tag).startsWith("W/\"").endsWith("\"");
        assertThat(header(first, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(ask(path), "ETag")).isEqualTo(tag);
        for (String known : new String[] {tag, "\"other\", " + tag, tag.substring(2), "*"}) {
            HttpResponse<String> again = ask(path, "If-None-Match", known);
            assertThat(again.statusCode()).as(known).isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(header(again, "ETag")).isEqualTo(tag);
            assertThat(header(again, "Cache-Control")).isEqualTo("no-cache");
        }
        HttpResponse<String> other = ask(path, "If-None-Match", "W/\"other\"");
        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(other.body()).isEqualTo(first.body());
    }

    @Test
    void eachAnswerHasATagOfItsOwn() throws Exception {
        String path = "/ogc/collections/micro-grids/items?limit=5";
        Set<String> tags = new HashSet<>();
        for (String[] headers :
                new String[][] {
                    {},
                    {"Accept", "text/csv"},
                    {"Accept", "application/flatgeobuf"},
                    {"Accept", "text/html", "Accept-Language", "zh-CN"},
                    {"Accept", "text/html", "Accept-Language", "en-GB"}
                }) {
            assertThat(tags.add(header(ask(path, headers), "ETag")))
                    .as(Arrays.toString(headers))
                    .isTrue();
        }
        for (String other :
                new String[] {
                    "/ogc/collections/micro-grids/items?limit=6",
                    "/ogc/collections/general-grids/items?limit=5",
                    LayerReader.path("/ogc/collections/micro-grids/items", "limit=5&crs={4490}")
                }) {
            assertThat(tags.add(header(ask(other), "ETag"))).as(other).isTrue();
        }
    }

    @Test
    void anAnswerDependsOnWhatItSaysItDoes() throws Exception {
        HttpResponse<String> page = ask(items("towns", ""), "Accept-Encoding", "gzip");
        assertThat(page.headers().allValues("Vary"))
                .contains("Accept", "Accept-Encoding", "Authorization");
    }

    @Test
    void aPastEditionMayBeKept() throws Exception {
        for (String path :
                new String[] {
                    items("micro-grids", "limit=1&edition=510131-1"), GRID + "?edition=510131-1"
                }) {
            HttpResponse<String> answer = ask(path);
            assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=3600");
            assertThat(ask(path, "If-None-Match", header(answer, "ETag")).statusCode())
                    .isEqualTo(304);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/ogc",
                "/ogc/api",
                "/ogc/conformance",
                "/ogc/collections",
                "/ogc/collections/towns",
                "/ogc/collections/towns/schema",
                "/ogc/collections/towns/queryables",
                "/ogc/collections/towns/items",
                "/ogc/collections/towns/items?f=csv",
                GRID
            })
    void headAndOptionsAnswerWithoutABody(String path) throws Exception {
        HttpResponse<String> get = ask(path);
        HttpResponse<String> head = Answers.ask(county.uri(), "HEAD", path);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"Content-Type", "ETag", "Content-Crs", "Cache-Control"}) {
            assertThat(head.headers().firstValue(name))
                    .as(name)
                    .isEqualTo(get.headers().firstValue(name));
        }
        HttpResponse<String> options = Answers.ask(county.uri(), "OPTIONS", path);
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.body()).isEmpty();
        assertThat(header(options, "Allow")).isEqualTo("GET, HEAD, OPTIONS");
    }

    @ParameterizedTest
    @CsvSource({
        "/ogc/collections/micro-grids/items?limit=300",
        "/ogc/collections/roads/items?limit=300",
        "/ogc/collections/micro-grids/items?limit=10000",
        "/ogc/collections/addresses/items?limit=10000",
        "/ogc/collections/towns/items?f=csv"
    })
    void whatIsCompressedIsTheSameEachTime(String path) throws Exception {
        byte[] plain = bytes(path).body();
        for (int time = 1; time <= 3; time++) {
            HttpResponse<byte[]> compressed = bytes(path, "Accept-Encoding", "gzip");
            assertThat(header(compressed, "Content-Encoding")).isEqualTo("gzip");
            assertThat(compressed.body().length).isLessThan(plain.length);
            try (GZIPInputStream unzipped =
                    new GZIPInputStream(new ByteArrayInputStream(compressed.body()))) {
                assertThat(Arrays.equals(unzipped.readAllBytes(), plain)).as(path).isTrue();
            }
        }
        assertThat(bytes(path, "Accept-Encoding", "identity").body()).isEqualTo(plain);
    }

    private static HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
        return Answers.ask(county.uri(), "GET", path, BodyHandlers.ofByteArray(), headers);
    }

    private static HttpResponse<String> ask(String path, String... headers) throws Exception {
        return Answers.ask(county.uri(), "GET", path, headers);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse(null);
    }
}
