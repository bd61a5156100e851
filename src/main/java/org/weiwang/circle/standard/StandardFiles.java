package org.weiwang.circle.standard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files of standards, read one after another. Used by one thread. */
final class StandardFiles {
    private static final List<String> SHIPPED = List.of("gb50180", "tdt1062", "commerce2021");

    /** Lies beside the shipped ones to be copied. It says nothing and is no standard. */
    private static final String TEMPLATE = "template";

    private static final String ENDING = ".json";

    private final List<Standard> standards = new ArrayList<>();
    private final Map<String, String> takenIds = new HashMap<>(Map.of(TEMPLATE, "the template"));
    private final List<String> faults = new ArrayList<>();

    void addShipped() {
        for (String id : SHIPPED) {
            String name = id + ENDING;
            try (InputStream in = StandardFiles.class.getResourceAsStream("/standards/" + name)) {
                add(new StandardFile(name, in.readAllBytes()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    void addFolder(Path folder) {
        List<Path> paths;
        try (Stream<Path> entries = Files.list(folder)) {
            paths = entries.filter(StandardFiles::isStandard).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            faults.add(folder + ": is no folder that can be read: " + e);
            return;
        }
        for (Path path : paths) {
            try {
                add(new StandardFile(path.toString(), Files.readAllBytes(path)));
            } catch (IOException e) {
                faults.add(path + ": can't be read: " + e);
            }
        }
    }

    private static boolean isStandard(Path path) {
        String name = path.getFileName().toString();
        return name.endsWith(ENDING) && !name.startsWith(".");
    }

    private void add(StandardFile file) {
        file.read(faults).ifPresent(standard -> add(file.name(), standard));
    }

    private void add(String file, Standard standard) {
        String id = standard.id();
        String other = takenIds.putIfAbsent(id, file);
        if (other != null) {
            faults.add("%s: id must not be %s, which is that of %s".formatted(file, id, other));
        }
        standards.add(standard);
    }

    /**
     * @throws StandardsException naming everything that is wrong with any of the files
     */
    List<Standard> standards() throws StandardsException {
        if (!faults.isEmpty()) {
            throw new StandardsException(faults);
        }
        return List.copyOf(standards);
    }
}
