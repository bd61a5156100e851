package org.weiwang.geo;

import static java.lang.Math.PI;
import static java.lang.Math.abs;
import static java.lang.Math.atan2;
import static java.lang.Math.cos;
import static java.lang.Math.hypot;
import static java.lang.Math.sin;
import static java.lang.Math.sqrt;
import static java.lang.Math.toRadians;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a pair of degrees in China may be given in. Immutable and thread-safe.
 *
 * <p>GCJ-02 and BD-09 are not datums but WGS 84 shifted by a formula, some 300 to 600 metres and
 * another kilometre. The formulas are the ones that are publicly known; the way back is iterated
 * until the formula gives the position to far less than a millimetre.
 */
public enum Datum {
    WGS84,
    /** Counts as equal to WGS 84. */
    CGCS2000,
    /** Of Chinese web maps. Outside of a box around China it is WGS 84, by its published rule. */
    GCJ02,
    /** Of Baidu: a further shift on top of GCJ-02, everywhere. */
    BD09;

    /** Far below a millimetre, in degrees. */
    private static final double CLOSE = 1e-11;

    /** Each round divides the error by 50 or more, so that a dozen is plenty. */
    private static final int ROUNDS = 12;

    /** Semi-major axis, metres, and squared eccentricity of Krassowsky's ellipsoid. */
    private static final double A = 6378245.0;

    private static final double EE = 0.00669342162296594323;

    private static final double BAIDU_PI = PI * 3000 / 180;

    private record Pair(double lon, double lat) {
        Pair minus(Pair other) {
            return new Pair(lon - other.lon, lat - other.lat);
        }

        Pair plus(Pair other) {
            return new Pair(lon + other.lon, lat + other.lat);
        }
    }

    /** The datum with this name in lower case, such as {@code gcj02}. */
    public static Optional<Datum> of(String name) {
        return Arrays.stream(values())
                .filter(datum -> datum.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /**
     * A position given in this datum, in WGS 84. Within a kilometre of the edge of the box around
     * China (72.004 to 137.8347°E, 0.8293 to 55.8271°N), where the GCJ-02 formula jumps, it may
     * have no exact answer; the shift inside is taken there.
     */
    public LonLat toWgs84(LonLat p) {
        Pair given = new Pair(p.lon(), p.lat());
        return switch (this) {
            case WGS84, CGCS2000 -> p;
            case GCJ02 -> lonLat(wgs84OfGcj02(given));
            case BD09 -> lonLat(wgs84OfGcj02(inverse(given, Datum::bd09OfGcj02)));
        };
    }

    /** A position given in WGS 84, in this datum, by the published formula. */
    public LonLat fromWgs84(LonLat p) {
        Pair given = new Pair(p.lon(), p.lat());
        return switch (this) {
            case WGS84, CGCS2000 -> p;
            case GCJ02 -> lonLat(gcj02OfWgs84(given));
            case BD09 -> lonLat(bd09OfGcj02(gcj02OfWgs84(given)));
        };
    }

    private static Pair gcj02OfWgs84(Pair p) {
        return isOutsideOfChina(p) ? p : shifted(p);
    }

    private static Pair wgs84OfGcj02(Pair p) {
        return isOutsideOfChina(p) ? p : inverse(p, Datum::shifted);
    }

    private static boolean isOutsideOfChina(Pair p) {
        return p.lon < 72.004 || p.lon > 137.8347 || p.lat < 0.8293 || p.lat > 55.8271;
    }

    private static Pair shifted(Pair p) {
        double x = p.lon - 105;
        double y = p.lat - 35;
        double waves = 20 * sin(6 * x * PI) + 20 * sin(2 * x * PI);
        double east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * sqrt(abs(x));
        east += (waves + 20 * sin(x * PI) + 40 * sin(x / 3 * PI)) * 2 / 3;
        east += (150 * sin(x / 12 * PI) + 300 * sin(x / 30 * PI)) * 2 / 3;
        double north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * sqrt(abs(x));
        north += (waves + 20 * sin(y * PI) + 40 * sin(y / 3 * PI)) * 2 / 3;
        north += (160 * sin(y / 12 * PI) + 320 * sin(y / 30 * PI)) * 2 / 3;
        double latitude = toRadians(p.lat);
        double magic = 1 - EE * sin(latitude) * sin(latitude);
        double metresToEast = A / sqrt(magic) * cos(latitude) * PI / 180;
        double metresToNorth = A * (1 - EE) / (magic * sqrt(magic)) * PI / 180;
        return p.plus(new Pair(east / metresToEast, north / metresToNorth));
    }

    private static Pair bd09OfGcj02(Pair p) {
        double radius = hypot(p.lon, p.lat) + 0.00002 * sin(p.lat * BAIDU_PI);
        double angle = atan2(p.lat, p.lon) + 0.000003 * cos(p.lon * BAIDU_PI);
        return new Pair(radius * cos(angle) + 0.0065, radius * sin(angle) + 0.006);
    }

    private static Pair inverse(Pair image, UnaryOperator<Pair> formula) {
        Pair guess = image;
        for (int i = 0; i < ROUNDS; i++) {
            Pair miss = image.minus(formula.apply(guess));
            guess = guess.plus(miss);
            if (abs(miss.lon) < CLOSE && abs(miss.lat) < CLOSE) {
                break;
            }
        }
        return guess;
    }

    /** At the rim of the world a shift may lead beyond it. */
    private static LonLat lonLat(Pair p) {
        return new LonLat(Math.max(-180, Math.min(180, p.lon)), Math.max(-90, Math.min(90, p.lat)));
    }
}
