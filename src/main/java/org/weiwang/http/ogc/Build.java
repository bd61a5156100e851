package org.weiwang.http.ogc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/** Which build of the program this is: another may write the same features in another form. */
final class Build {
    /** The same on all servers that run the same jar. */
    static final String ID = read();

    private static final String FILE = "/build.properties";

    private Build() {}

    private static String read() {
        try (Reader in =
                new InputStreamReader(
                        Objects.requireNonNull(Build.class.getResourceAsStream(FILE)), UTF_8)) {
            Properties build = new Properties();
            build.load(in);
            return build.getProperty("id");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
