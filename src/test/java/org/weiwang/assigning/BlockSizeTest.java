package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

/** Where blocks are cut makes no difference to what comes out. */
@Tag("store")
class BlockSizeTest {
    private static final int WHOLE = 1 << 20;

    @Provide
    Arbitrary<List<String>> csvRows() {
        return Arbitraries.of(
                        "1,a,103.5028953,30.1961031",
                        "2,\"a\nb\",103.5028953,30.1961031",
                        "3,\"a\r\n\"\"\n,\",103.5,30.2",
                        "4,5\"管,,",
                        "5,\"x\"y,103,30",
                        "6,\"\",30,104",
                        "7,长安街,\"103.5\",\" 30.2\"",
                        "8,9",
                        "",
                        "9,,103.6,30.3,\"\n\"")
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Provide
    Arbitrary<List<String>> objects() {
        return Arbitraries.of(
                        "{\"lon\":103.5028953,\"lat\":30.1961031}",
                        "{\"a\":\"],}\\\\\\\"[{\",\"lon\":103.5,\"lat\":30.2}",
                        "{\"a\":[{},[]],\"lon\":30,\"lat\":104}",
                        " {\"lon\":null,\"lat\":null} ",
                        "{\"x\"}",
                        "17",
                        "{\"address\":\"长安街\"}")
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    @Property(tries = 300)
    void ofCsv(
            @ForAll("csvRows") List<String> rows,
            @ForAll boolean lastEnded,
            @ForAll boolean gb18030,
            @ForAll @IntRange(min = 1, max = 200) int size)
            throws Exception {
        String text = "id,name,lon,lat\n" + String.join("\n", rows) + (lastEnded ? "\n" : "");
        assertSame(
                FileFormat.CSV, text.getBytes(gb18030 ? Charset.forName("GB18030") : UTF_8), size);
    }

    @Property(tries = 200)
    void ofLines(
            @ForAll("objects") List<String> rows, @ForAll @IntRange(min = 1, max = 200) int size)
            throws Exception {
        assertSame(FileFormat.NDJSON, String.join("\n", rows).getBytes(UTF_8), size);
    }

    @Property(tries = 200)
    void ofArrays(
            @ForAll("objects") List<String> rows,
            @ForAll boolean features,
            @ForAll @IntRange(min = 1, max = 200) int size)
            throws Exception {
        String array = "[" + String.join(",", rows) + "]";
        String text =
                features ? "{\"features\":" + array + ",\"type\":\"FeatureCollection\"}" : array;
        assertSame(features ? FileFormat.GEOJSON : FileFormat.JSON, text.getBytes(UTF_8), size);
    }

    private static void assertSame(FileFormat format, byte[] input, int size) throws Exception {
        InputOptions options = InputOptions.of(format);
        Runs.Run whole = Runs.run(options, input, WHOLE);
        Runs.Run cut = Runs.run(options, input, size);
        assertThat(cut.out()).isEqualTo(whole.out());
        assertThat(cut.rejects()).isEqualTo(whole.rejects());
        assertThat(cut.tally()).isEqualTo(whole.tally());
        assertThat(Runs.inPlace(options, input, size).out())
                .isEqualTo(Runs.inPlace(options, input, WHOLE).out());
        long told = whole.tally().outcomes().values().stream().mapToLong(Long::longValue).sum();
        assertThat(told).isEqualTo(whole.tally().rowsIn());
        assertThat(whole.tally().rowsOut() + whole.tally().rejected()).isEqualTo(told);
    }
}
