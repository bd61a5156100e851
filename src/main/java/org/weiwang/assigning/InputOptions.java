package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.charset.Charset;
import java.util.Objects;
import org.weiwang.geo.Datum;

/**
 * How an input is to be read. What is null is found out from the input itself.
 *
 * @param format never null
 * @param charset of CSV: UTF-8, GBK, GB2312 or GB18030; US-ASCII is taken for UTF-8
 * @param delimiter of CSV: comma, tab, semicolon or bar
 * @param quoting of CSV, never null
 * @param header of CSV: whether the first row names the columns
 * @param lon name of the column (or member) of longitudes; of CSV also its number from 1
 * @param lat name or number of the column of latitudes
 * @param address name or number of the column of address texts
 * @param datum that the positions are given in, never null
 */
public record InputOptions(
        FileFormat format,
        Charset charset,
        Character delimiter,
        Quoting quoting,
        Boolean header,
        String lon,
        String lat,
        String address,
        Datum datum) {

    public InputOptions {
        Objects.requireNonNull(format);
        Objects.requireNonNull(quoting);
        Objects.requireNonNull(datum);
        charset = US_ASCII.equals(charset) ? UTF_8 : charset;
    }

    /** Quotes are double quotes, positions are in WGS 84; everything else is found out. */
    public static InputOptions of(FileFormat format) {
        return new InputOptions(
                format, null, null, Quoting.DOUBLE, null, null, null, null, Datum.WGS84);
    }
}
