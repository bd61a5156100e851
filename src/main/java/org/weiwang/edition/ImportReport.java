package org.weiwang.edition;

import java.util.List;
import org.weiwang.grid.check.Finding;

/**
 * What an import read and wrote. For every layer rows read = rows written + rows rejected.
 *
 * @param edition id of the new edition, null where the import brought no grids
 * @param inForce whether what was brought was put in force
 * @param placed how the addresses were placed in the edition; null where there was nothing to place
 * @param findings how much is wrong with the edition, or may be; null where the import brought none
 * @param ignored files that no layer was recognised in
 */
public record ImportReport(
        String edition,
        boolean inForce,
        List<LayerReport> layers,
        Placed placed,
        FindingCounts findings,
        List<String> ignored) {

    public record FindingCounts(long errors, long warnings) {
        public static FindingCounts of(List<Finding> findings) {
            long errors = findings.stream().filter(Finding::isError).count();
            return new FindingCounts(errors, findings.size() - errors);
        }
    }

    /**
     * @param file name of the file, without its folder
     * @param encoding charset in which the text was read
     * @param crs reference system that positions were read in, null where there are none
     * @param rejections the first {@link #LISTED} of those rejected
     */
    public record LayerReport(
            String layer,
            String file,
            String encoding,
            String crs,
            long read,
            long written,
            long rejected,
            List<Rejection> rejections) {}

    /**
     * @param line line of a CSV file or record of a shapefile, from 1
     */
    public record Rejection(long line, String reason) {}

    /** How many rejections of a layer are listed; all are counted. */
    public static final int LISTED = 10_000;
}
