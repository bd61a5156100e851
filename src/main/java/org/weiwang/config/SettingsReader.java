package org.weiwang.config;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the settings from the environment and from the properties file that {@code WEIWANG_CONFIG}
 * names; the environment wins. Every name in both is checked, and all faults are told at once.
 */
public final class SettingsReader {
    private static final String PREFIX = "WEIWANG_";
    private static final String CONFIG = "WEIWANG_CONFIG";
    private static final String LOG = "WEIWANG_LOG";
    private static final String CIRCLE = "WEIWANG_CIRCLE";
    private static final String ADDRESS_WORDS = "WEIWANG_ADDRESS_WORDS";
    private static final Set<String> NUMBERED =
            new TreeSet<>(List.of("group", "number", "building", "unit", "floor", "room"));
    private static final Set<String> NAMES =
            new TreeSet<>(
                    List.of(
                            CONFIG,
                            "WEIWANG_PORT",
                            "WEIWANG_DATA",
                            "WEIWANG_DB_URL",
                            "WEIWANG_DB_USER",
                            "WEIWANG_DB_PASSWORD",
                            LOG,
                            "WEIWANG_TILE_URL",
                            "WEIWANG_TILE_ATTRIBUTION",
                            "WEIWANG_BATCH_ROWS",
                            "WEIWANG_BATCH_MIB",
                            "WEIWANG_UPLOAD_MIB",
                            NetworkReader.HOST,
                            NetworkReader.PUBLIC_READS,
                            NetworkReader.PROXIES,
                            NetworkReader.PUBLIC_URL,
                            NetworkReader.CORS_ORIGINS,
                            NetworkReader.REQUESTS_PER_MINUTE,
                            NetworkReader.CONNECTIONS,
                            NetworkReader.IDLE_SECONDS,
                            OidcReader.ISSUER,
                            OidcReader.AUDIENCE,
                            OidcReader.ROLE_CLAIM,
                            OidcReader.CLIENT,
                            OidcReader.SCOPE,
                            CIRCLE,
                            "WEIWANG_SNAP_METRES",
                            "WEIWANG_ISOCHRONE_METRES",
                            "WEIWANG_STANDARDS",
                            "WEIWANG_SLOW_MILLIS",
                            ADDRESS_WORDS));

    private final Map<String, String> values = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private SettingsReader() {}

    /**
     * @throws SettingsException naming every setting that is unknown or can't be used
     */
    public static Settings read(Map<String, String> environment) throws SettingsException {
        SettingsReader reader = new SettingsReader();
        reader.addFile(environment.get(CONFIG));
        environment.forEach(
                (name, value) -> {
                    if (name.startsWith(PREFIX)) {
                        reader.add(name, value, "the environment");
                    }
                });
        Settings settings =
                new Settings(
                        reader.port(),
                        reader.data(),
                        reader.database(),
                        reader.tiles(),
                        reader.batch(),
                        reader.number(
                                "WEIWANG_UPLOAD_MIB", Settings.UPLOAD_MEBIBYTES, 1, 1_000_000),
                        new NetworkReader(reader).read(),
                        new OidcReader(reader).read(),
                        reader.circle(),
                        reader.number("WEIWANG_SLOW_MILLIS", Settings.SLOW_MILLIS, 1, 86_400_000),
                        reader.addressWords());
        reader.checkLog();
        if (!reader.faults.isEmpty()) {
            throw new SettingsException(reader.faults);
        }
        return settings;
    }

    private void addFile(String file) {
        if (file == null) {
            return;
        }
        Properties properties = new Properties();
        try (Reader in = Files.newBufferedReader(Path.of(file))) {
            properties.load(in);
        } catch (IOException | IllegalArgumentException e) {
            faults.add(CONFIG + ": " + file + " can't be read: " + e);
        }
        properties
                .stringPropertyNames()
                .forEach(name -> addFromFile(name, properties.getProperty(name), file));
    }

    private void addFromFile(String name, String value, String file) {
        if (name.equals(LOG)) {
            faults.add(LOG + " in " + file + " comes too late; set it in the environment");
        } else {
            add(name, value, file);
        }
    }

    private void add(String name, String value, String source) {
        if (NAMES.contains(name)) {
            values.put(name, value.strip());
        } else {
            faults.add(name + " in " + source + " is no setting; there are " + NAMES);
        }
    }

    void fault(String fault) {
        faults.add(fault);
    }

    String text(String name, String otherwise) {
        String value = values.get(name);
        return value == null || value.isEmpty() ? otherwise : value;
    }

    private int port() {
        return number("WEIWANG_PORT", 7070, 0, 65_535);
    }

    private Settings.Batch batch() {
        return new Settings.Batch(
                number("WEIWANG_BATCH_ROWS", Settings.Batch.DEFAULT.rows(), 1, 1_000_000_000),
                number("WEIWANG_BATCH_MIB", Settings.Batch.DEFAULT.mebibytes(), 1, 1_000_000));
    }

    private Settings.Circle circle() {
        Settings.Circle usual = Settings.Circle.DEFAULT;
        String isOn = text(CIRCLE, "yes");
        if (!List.of("yes", "no").contains(isOn)) {
            fault(CIRCLE + " must be yes or no, not " + isOn);
        }
        return new Settings.Circle(
                isOn.equals("yes"),
                number("WEIWANG_SNAP_METRES", usual.snapMetres(), 0, 10_000),
                number("WEIWANG_ISOCHRONE_METRES", usual.isochroneMetres(), 1, 1_000),
                Optional.ofNullable(text("WEIWANG_STANDARDS", null)).map(Path::of));
    }

    private Map<String, String> addressWords() {
        Map<String, String> words = new HashMap<>();
        for (String part : list(ADDRESS_WORDS)) {
            String[] pair = part.split("=", 2);
            String word = pair.length < 2 ? "" : pair[1].strip();
            if (!NUMBERED.contains(pair[0].strip()) || !word.matches("\\p{L}{1,4}")) {
                fault(
                        "%s must be like building=幢,room=房, with up to 4 letters for any of %s; %s is not"
                                .formatted(ADDRESS_WORDS, String.join(", ", NUMBERED), part));
            } else if (words.put(pair[0].strip(), word) != null) {
                fault(ADDRESS_WORDS + " has two words for " + pair[0].strip());
            }
        }
        return words;
    }

    /** The parts of a list with commas between; none where it is not set. */
    List<String> list(String name) {
        return Arrays.stream(text(name, "").split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    int number(String name, int otherwise, int least, int most) {
        String text = text(name, Integer.toString(otherwise));
        if (text.matches("[0-9]{1,10}")
                && Long.parseLong(text) >= least
                && Long.parseLong(text) <= most) {
            return Integer.parseInt(text);
        }
        faults.add("%s must be from %d to %d, not %s".formatted(name, least, most, text));
        return otherwise;
    }

    /** The log is set up before any of this is read; here it is only checked. */
    private void checkLog() {
        String log = text(LOG, "text");
        if (!List.of("text", "json").contains(log)) {
            faults.add(LOG + " must be text or json, not " + log);
        }
    }

    private Path data() {
        Path data = Path.of(text("WEIWANG_DATA", "data")).toAbsolutePath().normalize();
        if (Files.exists(data) && !Files.isDirectory(data)) {
            faults.add("WEIWANG_DATA must be a folder, which " + data + " is not");
        }
        return data;
    }

    private Optional<Settings.Database> database() {
        String url = text("WEIWANG_DB_URL", null);
        String user = text("WEIWANG_DB_USER", null);
        String password = text("WEIWANG_DB_PASSWORD", "");
        if (url == null) {
            if (user != null || !password.isEmpty()) {
                faults.add("WEIWANG_DB_USER and WEIWANG_DB_PASSWORD need WEIWANG_DB_URL");
            }
            return Optional.empty();
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            faults.add("WEIWANG_DB_URL must begin with jdbc:postgresql:");
        }
        if (user == null) {
            faults.add("WEIWANG_DB_URL needs WEIWANG_DB_USER");
        }
        return Optional.of(new Settings.Database(url, user, password));
    }

    private Optional<Settings.Tiles> tiles() {
        String url = text("WEIWANG_TILE_URL", null);
        if (url == null) {
            return Optional.empty();
        }
        if (!isTileUrl(url)) {
            faults.add("WEIWANG_TILE_URL must be like https://host/{z}/{x}/{y}.png, not " + url);
        }
        return Optional.of(new Settings.Tiles(url, text("WEIWANG_TILE_ATTRIBUTION", "")));
    }

    private static boolean isTileUrl(String url) {
        if (!List.of("{z}", "{x}", "{y}").stream().allMatch(url::contains)) {
            return false;
        }
        try {
            URI uri = URI.create(url.replaceAll("\\{[zxy]}", "0"));
            return uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
