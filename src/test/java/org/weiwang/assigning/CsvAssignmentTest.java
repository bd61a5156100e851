package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.weiwang.assigning.Runs.ADDRESS;
import static org.weiwang.assigning.Runs.AT;
import static org.weiwang.assigning.Runs.INSIDE;
import static org.weiwang.assigning.Runs.csv;

import java.nio.charset.Charset;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.weiwang.geo.Datum;
import org.weiwang.geo.LonLat;

@Tag("store")
class CsvAssignmentTest {
    private static final String ADDED = ",micro,general,community,town,dedicated,outcome";
    private static final String OF_ADDRESS = ",match,score,found";
    private static final String EXACT = INSIDE + ",EXACT,1.0," + ADDRESS;
    private static final Charset GBK = Charset.forName("GBK");
    private static final Charset GB18030 = Charset.forName("GB18030");

    private static Runs.Run gb(String text, Charset charset) throws Exception {
        return Runs.run(InputOptions.of(FileFormat.CSV), text.getBytes(charset), 1 << 20);
    }

    private static Runs.Run headless(String text, String lon, String lat) throws Exception {
        return Runs.run(
                Runs.options(FileFormat.CSV, lon, lat, null), text.getBytes(UTF_8), 1 << 20);
    }

    /** The reason why a row with these cells for lon, lat and address is rejected. */
    private static String reason(String cells) throws Exception {
        Runs.Run run = csv("id,lon,lat,address\n7," + cells + "\n");
        assertThat(run.tally().rejected()).as(run.out()).isEqualTo(1);
        assertThat(run.tally().rowsIn()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("id,lon,lat,address" + ADDED + OF_ADDRESS + "\n");
        String line = run.rejects().split("\n", 2)[1];
        assertThat(line).startsWith("2,\"").endsWith("\"\n");
        return line.substring(3, line.indexOf("\",\"7,")).replace("\"\"", "\"");
    }

    private static String answer(String cells) throws Exception {
        Runs.Run run = csv("id,lon,lat,address\n7," + cells + "\n");
        assertThat(run.tally().rowsOut()).as(run.rejects()).isEqualTo(1);
        String row = run.out().split("\n")[1];
        assertThat(row).startsWith("7," + cells + ",");
        return row.substring(("7," + cells + ",").length());
    }

    @Test
    void appendsTheCodesToRowsAsTheyCame() throws Exception {
        String row = "1,\"a \"\"b\"\",\r\nc\"," + AT;
        Runs.Run run = csv("id,name,lon,lat\r\n" + row + "\r\n" + "2,,+103.50289530,030.1961031");
        assertThat(run.out())
                .isEqualTo(
                        "id,name,lon,lat"
                                + ADDED
                                + "\r\n"
                                + row
                                + ","
                                + INSIDE
                                + "\r\n"
                                + "2,,+103.50289530,030.1961031,"
                                + INSIDE);
        assertThat(run.tally().rowsIn()).isEqualTo(2);
        assertThat(run.tally().outcomes()).containsEntry(RowOutcome.INSIDE, 2L);
    }

    @ParameterizedTest
    @CsvSource({
        "lon,lat",
        "LNG,Lat",
        "经度,纬度",
        "Longitude,LATITUDE",
        "x,y",
        "' lon ',\"lat\"",
        "\"lon\",\"lat\""
    })
    void knowsTheColumnsByTheirNames(String lon, String lat) throws Exception {
        assertThat(csv(lat + "," + lon + "\n30.1961031,103.5028953\n").out())
                .endsWith(INSIDE + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void findsTheDelimiter(String delimiter) throws Exception {
        String text = "\"a,b;c|d\te\",lon,lat\n\"1,,;;||\",103.5028953,30.1961031\n";
        String row = text.replace(",lon,lat", delimiter + "lon" + delimiter + "lat");
        row = row.replace("\",103", "\"" + delimiter + "103").replace(",30", delimiter + "30");
        assertThat(csv(row).out())
                .endsWith("30.1961031" + delimiter + INSIDE.replace(",", delimiter) + "\n");
    }

    @Test
    void takesSingleQuotesForQuotesWhereTold() throws Exception {
        String row = "'a, ''b''\n',\"," + AT + ",'" + ADDRESS + "'";
        Runs.Run run = quoted(Quoting.SINGLE, "'na''me',\",lon,lat,address\n" + row + "\n");
        assertThat(run.out())
                .isEqualTo(
                        "'na''me',\",lon,lat,address"
                                + ADDED
                                + OF_ADDRESS
                                + "\n"
                                + row
                                + ","
                                + INSIDE
                                + ",,,\n");
    }

    @Test
    void takesQuotesForCharactersWhereTold() throws Exception {
        String rows = "\"5 inch,x\"," + AT + "\n\"," + "y," + AT + "\n";
        Runs.Run run = quoted(Quoting.NONE, "name,other,lon,lat\n" + rows);
        assertThat(run.out())
                .isEqualTo(
                        "name,other,lon,lat"
                                + ADDED
                                + "\n"
                                + rows.replace("\n", "," + INSIDE + "\n"));
        assertThatThrownBy(() -> csv("name,other,lon,lat\n\"," + "y," + AT + "\n"))
                .hasMessageContaining("line 2 has a quote that is never closed");
    }

    private static Runs.Run quoted(Quoting quoting, String text) throws Exception {
        InputOptions options =
                new InputOptions(
                        FileFormat.CSV, null, null, quoting, null, null, null, null, Datum.WGS84);
        return Runs.run(options, text.getBytes(UTF_8), 1 << 20);
    }

    @Test
    void readsGbkAndGb18030() throws Exception {
        String text = "编号,地址,经度,纬度\n1," + ADDRESS + ",,\n2,\"丂|亅|镕\"," + AT + "\n";
        assertThat(gb(text, GBK).out(GBK))
                .contains("单元,,," + INSIDE, "\"丂|亅|镕\"," + AT + "," + INSIDE);
        String rare = text.replace("镕", "\uD840\uDC00㐂");
        assertThat(gb(rare, GB18030).out(GB18030))
                .contains("单元,,," + INSIDE, "\uD840\uDC00㐂\"," + AT + "," + INSIDE);
    }

    @Test
    void stepsOverCharactersWhoseSecondByteIsTheDelimiter() throws Exception {
        // These have 0x7C, the bar, as their second byte.
        byte[] pair = {(byte) 0x81, 0x7C, (byte) 0xFD, 0x7C};
        String hidden = new String(pair, GBK);
        String row = "|" + AT.replace(',', '|');
        String text = "编号|名称|经度|纬度\n1|" + hidden + row + "\n2|x" + row + "\n";
        Runs.Run run = gb(text, GBK);
        assertThat(run.tally().rejected()).isZero();
        assertThat(run.out(GBK))
                .endsWith("2|x" + row + "|" + INSIDE.replace(',', '|') + "\n")
                .contains("1|" + hidden + row + "|" + INSIDE.replace(',', '|') + "\n");
    }

    @Test
    void keepsABrokenCharacterWithinItsLine() throws Exception {
        byte[] text = "address|鹤?\n;;鹤?\n鹤山|2\n1|鹤?\r\n3|4\n".getBytes(GBK);
        for (int i = 0; i < text.length; i++) {
            text[i] = text[i] == '?' ? (byte) 0xB0 : text[i];
        }
        InputOptions options =
                new InputOptions(
                        FileFormat.CSV,
                        GBK,
                        null,
                        Quoting.DOUBLE,
                        null,
                        null,
                        null,
                        null,
                        Datum.WGS84);
        Runs.Run run = Runs.run(options, text, 1 << 20);
        assertThat(run.tally().rowsIn()).isEqualTo(4);
        assertThat(run.rejects().lines()).hasSize(2);
        assertThat(run.rejects()).contains("2,\"has 1 fields instead of 2\"");
    }

    @Test
    void keepsTheByteOrderMark() throws Exception {
        Runs.Run run = csv("\uFEFFlon,lat\n" + AT + "\n");
        assertThat(run.out()).startsWith("\uFEFFlon,lat" + ADDED + "\n").endsWith(INSIDE + "\n");
    }

    @Test
    void readsRowsWithoutNames() throws Exception {
        assertThat(headless("1," + AT + "\n2," + AT + "\n", "2", "3").out())
                .isEqualTo("1," + AT + "," + INSIDE + "\n2," + AT + "," + INSIDE + "\n");
        assertThat(headless("2," + AT + "\n", "2", "3").tally().rowsIn()).isEqualTo(1);
        assertThat(headless("n,l,b\n2," + AT + "\n", "2", "3").tally().rowsIn()).isEqualTo(1);
        assertThatThrownBy(
                        () ->
                                Runs.run(
                                        Runs.options(FileFormat.CSV, null, null, "1"),
                                        ADDRESS.getBytes(UTF_8),
                                        1 << 20))
                .hasMessageContaining("say whether it is a header");
        assertThatThrownBy(() -> csv("1," + AT + "\n"))
                .hasMessageContaining("give the numbers")
                .hasMessageContaining("103.5028953");
    }

    @Test
    void takesRowsOfDataForDataWhereColumnsAreNumbered() throws Exception {
        assertThat(headless("1,Y," + AT + "\n", "3", "4").tally().rowsIn()).isEqualTo(1);
        assertThat(headless("address,Y," + AT + "\n", "3", "4").tally().rowsIn()).isEqualTo(1);
        assertThat(headless("编号,1号,经度,纬度\n1,2," + AT, "3", "4").tally().rowsIn()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"张三,,", "a,NaN,NaN", "a,104.0,", "a,１０４,３０", "a,?,?", "a,E104.5,N30"})
    void asksWhereAFirstRowMayBeEither(String row) {
        assertThatThrownBy(() -> headless(row + "\n1," + AT + "\n", "2", "3"))
                .hasMessageContaining("say whether it is a header");
    }

    @Test
    void tellsHowItWasRead() throws Exception {
        assertThat(csv("经度,纬度,地址\n" + AT + ",\n").tally().reading())
                .isEqualTo(
                        "UTF-8, delimiter \",\", with a header; lon = 经度, lat = 纬度, address = 地址");
        assertThat(headless("1\t" + AT.replace(',', '\t'), "2", "3").tally().reading())
                .isEqualTo(
                        "UTF-8, delimiter tab, without a header; lon = column 2, lat = column 3");
    }

    @Test
    void takesNoCarriageReturnOfTheLastLineForText() throws Exception {
        assertThat(csv("lon,lat\r\n" + AT + "\r").out())
                .isEqualTo("lon,lat" + ADDED + "\r\n" + AT + "," + INSIDE + "\r");
        assertThat(csv("lon,lat\r\n" + AT + "\r\n\r").tally().rowsIn()).isEqualTo(1);
    }

    @Test
    void takesAsciiForUtf8() throws Exception {
        InputOptions options =
                new InputOptions(
                        FileFormat.CSV,
                        US_ASCII,
                        null,
                        Quoting.DOUBLE,
                        null,
                        null,
                        null,
                        null,
                        Datum.WGS84);
        byte[] text = ("地址\n" + ADDRESS + "\n").getBytes(UTF_8);
        assertThat(Runs.run(options, text, 1 << 20).out()).endsWith(EXACT + "\n");
    }

    @Test
    void convertsFromTheDatum() throws Exception {
        var gcj = Datum.GCJ02.fromWgs84(new LonLat(103.5028953, 30.1961031));
        InputOptions options =
                new InputOptions(
                        FileFormat.CSV,
                        null,
                        null,
                        Quoting.DOUBLE,
                        null,
                        null,
                        null,
                        null,
                        Datum.GCJ02);
        String text = "lon,lat\n" + gcj.lon() + "," + gcj.lat() + "\n";
        assertThat(Runs.run(options, text.getBytes(UTF_8), 1 << 20).out()).endsWith(INSIDE + "\n");
    }

    @Test
    void answersByPositionElseByAddress() throws Exception {
        assertThat(answer(AT + ",nowhere")).isEqualTo(INSIDE + ",,,");
        assertThat(answer(",," + ADDRESS)).isEqualTo(EXACT);
        assertThat(answer(",,\"" + ADDRESS + "\"")).isEqualTo(EXACT);
        assertThat(answer(",,\u3000" + ADDRESS + "\u3000 ")).isEqualTo(EXACT);
        assertThat(answer(",,\"\u3000\"")).isEqualTo(",,,,,NO_LOCATION,,,");
        assertThat(answer(",30.1," + ADDRESS)).isEqualTo(EXACT);
        assertThat(answer(",,天涯海角")).startsWith(",,,,,NOT_FOUND,NOT_FOUND,").endsWith(",");
        assertThat(answer(",,")).isEqualTo(",,,,,NO_LOCATION,,,");
        assertThat(answer(" ,\"\", ")).isEqualTo(",,,,,NO_LOCATION,,,");
        assertThat(answer("100,30,")).isEqualTo(",,,,,OUTSIDE,,,");
    }

    @Test
    void takesAPositionThatIsTypedAsAnAddress() throws Exception {
        assertThat(answer(",,北纬30.1961031 东经103.5028953")).isEqualTo(INSIDE + ",,,");
        assertThat(answer(",,\"" + AT + "\"")).isEqualTo(INSIDE + ",,,");
    }

    /** Some districts have such texts in their data. */
    @Test
    void quotesWhatIsFoundWhereItMustBe() {
        assertThat(Quoting.DOUBLE.field("a\"b", (byte) ',')).isEqualTo("\"a\"\"b\"");
        assertThat(Quoting.DOUBLE.field("a,b", (byte) ',')).isEqualTo("\"a,b\"");
        assertThat(Quoting.DOUBLE.field("a,b'", (byte) ';')).isEqualTo("a,b'");
        assertThat(Quoting.SINGLE.field("a'\nb", (byte) ';')).isEqualTo("'a''\nb'");
        assertThat(Quoting.NONE.field("a\",b;\n", (byte) ';')).isEqualTo("a\",b  ");
    }

    @Test
    void saysWhyARowIsRejected() throws Exception {
        assertThat(reason("abc,30,")).isEqualTo("lon \"abc\" is not a number");
        assertThat(reason("NaN,30,")).isEqualTo("lon \"NaN\" is not a number");
        assertThat(reason("103,0x1E,")).isEqualTo("lat \"0x1E\" is not a number");
        assertThat(reason("１０３,30,")).isEqualTo("lon is not a number");
        assertThat(reason("1e400,30,")).isEqualTo("lon \"1e400\" is beyond all numbers understood");
        assertThat(reason("103,-1e400,")).contains("lat \"-1e400\" is beyond");
        assertThat(reason("200,30,")).isEqualTo("lon must be from -180 to 180, not 200.0");
        assertThat(reason("30.6,104.0,"))
                .isEqualTo("lat must be from -90 to 90, not 104.0; are lon and lat swapped?");
        assertThat(reason("103,,")).isEqualTo("lat is empty");
        assertThat(reason(",30,")).isEqualTo("lon is empty");
        assertThat(reason("103,30")).isEqualTo("has 3 fields instead of 4");
        assertThat(reason("103,30,,")).isEqualTo("has 5 fields instead of 4");
        assertThat(reason("103,30,\"a\"b")).contains("closing quote");
        assertThat(reason(",," + "长".repeat(201))).contains("longer than 200 characters");
    }

    @Test
    void rejectsTextInAnotherEncoding() throws Exception {
        byte[] good = ("地址\n" + "x".repeat(40) + "\n").repeat(60_000).getBytes(UTF_8);
        byte[] start = Arrays.copyOf(good, (1 << 20) + 47 * 3);
        byte[] bad = "\n鹤山街道\n".getBytes(GBK);
        byte[] all = Arrays.copyOf(start, start.length + bad.length);
        System.arraycopy(bad, 0, all, start.length, bad.length);
        Runs.Run run = Runs.run(InputOptions.of(FileFormat.CSV), all, 1 << 20);
        assertThat(run.tally().rejected()).isEqualTo(1);
        assertThat(run.rejects())
                .contains("address is not UTF-8 text")
                .contains("say which encoding");
    }

    @Test
    void numbersLinesAcrossQuotedLineBreaksAndBlankLines() throws Exception {
        String text =
                "id,name,lon,lat\n\n1,\"a\nb\n\"," + AT + "\n\r\n2,x,?,30\n3,\"\n\",?,30\n4,x,?,30";
        Runs.Run run = csv(text);
        assertThat(run.rejects())
                .isEqualTo(
                        "line,reason,row\n"
                                + "7,\"lon \"\"?\"\" is not a number\",\"2,x,?,30\"\n"
                                + "8,\"lon \"\"?\"\" is not a number\",\"3,\"\"\n\"\",?,30\"\n"
                                + "10,\"lon \"\"?\"\" is not a number\",\"4,x,?,30\"\n");
        assertThat(run.tally().rowsIn()).isEqualTo(4);
        assertThat(run.tally().rowsOut()).isEqualTo(1);
    }

    @Test
    void guardsRejectsAgainstFormulas() throws Exception {
        assertThat(csv("id,lon,lat\n=1+1,?,30\n").rejects()).endsWith(",\"'=1+1,?,30\"\n");
    }

    @Test
    void answersBadRowsInPlace() throws Exception {
        String text = "lon,lat,\"n\"\r\n" + AT + ",\r\n30,104,q\r\n1\r\n1,2,3,4\r\n";
        Runs.Run run = Runs.inPlace(InputOptions.of(FileFormat.CSV), text.getBytes(UTF_8), 1 << 20);
        assertThat(run.out())
                .isEqualTo(
                        "lon,lat,\"n\""
                                + ADDED
                                + ",reason\r\n"
                                + AT
                                + ",,"
                                + INSIDE
                                + ",\r\n"
                                + "30,104,q,,,,,,REJECTED,\"lat must be from -90 to 90, not 104.0; are lon and lat swapped?\"\r\n"
                                + ",,,,,,,,REJECTED,has 1 fields instead of 3\r\n"
                                + ",,,,,,,,REJECTED,has 4 fields instead of 3\r\n");
        assertThat(run.tally().rowsOut()).isEqualTo(4);
        assertThat(run.tally().rejected()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,lat\\n1,2 | no column for lon; there are id, lat",
                "id,name\\n1,2 | no columns for lon and lat, nor one for address; there are id, name",
                "lon,lat,lng\\n1,2,3 | columns 1 (lon) and 3 (lng) could both be lon",
                "lon,lon,lat\\n1,2,3 | columns 1 (lon) and 2 (lon) could both be lon",
                "lon,lat,Outcome\\n1,2,3 | there is a column outcome already",
                "address,Found\\na,b | there is a column found already",
                "lon,lat\\rabc | carriage return",
                "'' | there is no row",
                "\\n\\n | there is no row",
                "lon,\"lat | line 1 has a quote that is never closed",
                "lon,lat\\n1,2\\n\"1,2\\n3,4\\n | line 3 has a quote that is never closed",
                "l\\0on,lat | zero",
                "lon,lat;x,y;z;\\n1,2 | there are lon,lat, x,y, z,",
            })
    void refusesInputsThatItCannotUnderstand(String text, String message) {
        String input = text.replace("\\n", "\n").replace("\\r", "\r").replace("\\0", "\0");
        assertThatThrownBy(() -> csv(input))
                .isInstanceOf(AssignmentException.class)
                .hasMessageContaining(message);
    }

    @Test
    void refusesUtf16AndEndlessRows() {
        assertThatThrownBy(() -> gb("\uFEFFlon,lat\n", UTF_16LE)).hasMessageContaining("UTF-16");
        String start = "lon,lat\n" + (AT + "\n").repeat(100_000);
        assertThatThrownBy(() -> csv(start + "1".repeat(3_000_000)))
                .isInstanceOf(AssignmentException.class)
                .hasMessage("line 100002 is longer than 1048576 bytes");
        assertThatThrownBy(() -> csv("1".repeat(3_000_000)))
                .hasMessage("line 1 is longer than 1048576 bytes");
        assertThatThrownBy(() -> csv(start + "\"" + (AT + "\n").repeat(100_000)))
                .hasMessage(
                        "line 100002 is longer than 1048576 bytes; a quote that opens in it is never closed?");
        assertThatThrownBy(() -> csv("lon,\"lat\n" + (AT + "\n").repeat(100_000)))
                .hasMessageContaining("line 1 is longer")
                .hasMessageContaining("never closed?");
    }
}
