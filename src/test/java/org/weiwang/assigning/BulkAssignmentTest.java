package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.address.AddressMatch;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.Found;
import org.weiwang.atlas.History;

/** How blocks are passed around, over an atlas of nothing. */
class BulkAssignmentTest {
    private static final int ROWS = 20_000;
    private static final String ADDED =
            ",micro,general,community,town,dedicated,outcome,match,score,found";

    private final Atlas nothing = new Atlas(1, new History(new UUID(0, 1), List.of()), List.of());
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final List<Long> heard = new ArrayList<>();

    @AfterEach
    void stop() {
        workers.shutdownNow();
    }

    private Tally run(Placing placing, Finding finding, InputStream in, OutputStream to)
            throws IOException, AssignmentException {
        return new BulkAssignment(placing, finding, workers, 3, 1000)
                .run(
                        InputOptions.of(FileFormat.CSV),
                        in,
                        to,
                        BadRows.writtenTo(OutputStream.nullOutputStream()),
                        (bytes, rows) -> heard.add(bytes));
    }

    private static InputStream rows() {
        StringBuilder rows = new StringBuilder("id,lon,lat,address\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(i).append(",1,2,\n");
        }
        return new ByteArrayInputStream(rows.toString().getBytes(UTF_8));
    }

    @Test
    void keepsTheOrderAndTellsOfProgress() throws Exception {
        InputStream in = rows();
        long size = in.available();
        run(nothing::locate, nothing::find, in, out);
        StringBuilder expected = new StringBuilder("id,lon,lat,address" + ADDED + "\n");
        for (int i = 0; i < ROWS; i++) {
            expected.append(i).append(",1,2,,,,,,,OUTSIDE,,,\n");
        }
        assertThat(out.toString(UTF_8)).isEqualTo(expected.toString());
        assertThat(heard).isSorted().hasSizeGreaterThan(100).last().isEqualTo(size);
    }

    /** Answers that are much longer than their rows would take much memory in large blocks. */
    @ParameterizedTest
    @CsvSource({"JSON, [, 1, ','", "NDJSON, '', 1, '\n'", "CSV, 'lon,lat\n', ',', '\n'"})
    void limitsTheRowsOfABlock(FileFormat format, String before, String row, String between)
            throws Exception {
        StringBuilder text = new StringBuilder(before);
        text.append((row + between).repeat(100_000)).append(row);
        text.append(format == FileFormat.JSON ? "]" : "");
        Tally tally =
                new BulkAssignment(nothing::locate, nothing::find, workers, 3)
                        .run(
                                InputOptions.of(format),
                                new ByteArrayInputStream(text.toString().getBytes(UTF_8)),
                                out,
                                BadRows.answeredInPlace(),
                                (bytes, rows) -> heard.add(rows));
        assertThat(tally.rowsIn()).isEqualTo(100_001);
        assertThat(heard).hasSize(7).first().isEqualTo((long) Block.MOST_ROWS);
    }

    @Test
    void namesNoPlaceWhereSeveralHaveTheText() throws Exception {
        InputStream in = new ByteArrayInputStream("地址\n长安街1号\n".getBytes(UTF_8));
        AddressMatch several =
                new AddressMatch(
                        AddressMatch.Kind.AMBIGUOUS, 0.9, List.of(), List.of(), List.of(), 0, 2);
        run(nothing::locate, text -> new Found(several, null, false), in, out);
        assertThat(out.toString(UTF_8))
                .isEqualTo("地址" + ADDED + "\n长安街1号,,,,,,AMBIGUOUS,AMBIGUOUS,0.9,\n");
    }

    @Test
    void stopsAtTheFirstFailure() {
        AtomicInteger placed = new AtomicInteger();
        Placing failing =
                point -> {
                    if (placed.incrementAndGet() == 500) {
                        throw new UnsupportedOperationException("not this one");
                    }
                    return nothing.locate(point);
                };
        assertThatThrownBy(() -> run(failing, nothing::find, rows(), out))
                .hasRootCauseMessage("not this one");
        assertThat(placed).hasValueLessThan(ROWS / 2);
    }

    @Test
    void passesOnWhatTheStreamsThrow() {
        OutputStream full =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("the disk is full");
                    }
                };
        assertThatThrownBy(() -> run(nothing::locate, nothing::find, rows(), full))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is full");
    }
}
