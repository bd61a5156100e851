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
import java.util.Optional;
import java.util.stream.Stream;

/** The standards that questions can name. Immutable and thread-safe. */
public final class Standards {
    private static final List<String> SHIPPED = List.of("gb50180", "tdt1062", "commerce2021");

    /** Beside the shipped ones, to be copied; it says nothing and is no standard. */
    private static final String TEMPLATE = "template";

    private static final String ENDING = ".json";

    private final List<Standard> all = new ArrayList<>();
    private final Map<String, String> files = new HashMap<>();
    private final List<String> faults = new ArrayList<>();

    private Standards() {}

    /**
     * Reads those that are shipped, and after them those in the files of a folder whose names end
     * in {@code .json} and don't begin with a dot, by the order of the names.
     *
     * @param folderOrNull the users' own; null for none
     * @throws StandardsException naming everything that is wrong with any of the files; an id that
     *     is shipped or is in two files too
     */
    public static Standards read(Path folderOrNull) throws StandardsException {
        Standards standards = new Standards();
        standards.files.put(TEMPLATE, "the template");
        SHIPPED.forEach(id -> standards.add(shipped(id)));
        if (folderOrNull != null) {
            standards.addFolder(folderOrNull);
        }
        if (!standards.faults.isEmpty()) {
            throw new StandardsException(standards.faults);
        }
        return standards;
    }

    private static StandardFile shipped(String id) {
        String name = id + ENDING;
        try (InputStream in = Standards.class.getResourceAsStream("/standards/" + name)) {
            return new StandardFile(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void addFolder(Path folder) {
        List<Path> paths;
        try (Stream<Path> entries = Files.list(folder)) {
            paths = entries.filter(Standards::isStandard).sorted().toList();
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
        file.read(faults)
                .ifPresent(
                        standard -> {
                            String other = files.putIfAbsent(standard.id(), file.name());
                            if (other != null) {
                                faults.add(
                                        "%s: id must not be %s, which is that of %s"
                                                .formatted(file.name(), standard.id(), other));
                            }
                            all.add(standard);
                        });
    }

    /** The shipped ones first; the first of all is the one used where nobody names one. */
    public List<Standard> all() {
        return List.copyOf(all);
    }

    public Optional<Standard> find(String id) {
        return all.stream().filter(standard -> standard.id().equals(id)).findFirst();
    }
}
