package org.weiwang.feature.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.locationtech.jts.io.WKTReader;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Row;

class CsvFileTest {
    @TempDir Path temporary;

    @Test
    void isAsSpreadsheetProgramsReadIt() throws Exception {
        Row row =
                new Sample.TestRow(
                        "F1",
                        new WKTReader().read("POINT (-0.5 30.25)"),
                        Arrays.asList("=1+1", -5, -0.5, null, true, null));
        assertThat(written(GeometryType.POINT, 4326, row))
                .isEqualTo(
                        "\ufeffid,name,households,areaHectares,areaHectaresBuilt,dedicated,"
                                + "effectiveFrom,lon,lat\r\n"
                                + "F1,'=1+1,-5,-0.5,,true,,-0.5,30.25\r\n");
    }

    @Test
    void namesTheAxesOfAProjectedSystem() throws Exception {
        Row row =
                new Sample.TestRow(
                        "F1",
                        new WKTReader().read("POINT (105 30)"),
                        Arrays.asList(null, null, null, null, null, null));
        assertThat(written(GeometryType.POINT, 4544, row))
                .contains(",effectiveFrom,x,y\r\n", ",500000.0,33");
    }

    @Test
    void hasOtherGeometriesAsWkt() throws Exception {
        String csv =
                written(
                        GeometryType.MULTI_LINE_STRING,
                        4326,
                        Sample.rows(GeometryType.MULTI_LINE_STRING).get(0));
        assertThat(csv).contains(",effectiveFrom,WKT\r\n");
        assertThat(csv)
                .endsWith(",\"MULTILINESTRING ((103.5 30.2, 103.51 30.21, 103.52 30.2))\"\r\n");
    }

    @Test
    void passesOnWhatTheOutputRefuses() {
        OutputStream refusing =
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("the client is gone");
                    }
                };
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(
                        () ->
                                FileFormat.CSV.write(
                                        Sample.layer(GeometryType.POINT, 4326),
                                        temporary,
                                        refusing))
                .withMessage("the client is gone");
    }

    private String written(GeometryType type, int epsg, Row row) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        FileFormat.CSV.write(Sample.layer(type, epsg, List.of(row)), temporary, out);
        return out.toString(UTF_8);
    }
}
