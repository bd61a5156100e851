package org.weiwang.circle.standard;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The standards that questions can name. Immutable and thread-safe. */
public final class Standards {
    private final List<Standard> all;

    private Standards(List<Standard> all) {
        this.all = all;
    }

    /**
     * Reads those that are shipped, and after them those in the files of a folder whose names end
     * in {@code .json} and don't begin with a dot, by the order of the names.
     *
     * @param folderOrNull the users' own; null for none
     * @throws StandardsException naming everything that is wrong with any of the files, such as an
     *     id that is shipped or is that of two files
     */
    public static Standards read(Path folderOrNull) throws StandardsException {
        StandardFiles files = new StandardFiles();
        files.addShipped();
        if (folderOrNull != null) {
            files.addFolder(folderOrNull);
        }
        return new Standards(files.standards());
    }

    /** The shipped ones first; the first of all is the one used where nobody names one. */
    public List<Standard> all() {
        return all;
    }

    public Optional<Standard> find(String id) {
        return all.stream().filter(standard -> standard.id().equals(id)).findFirst();
    }
}
