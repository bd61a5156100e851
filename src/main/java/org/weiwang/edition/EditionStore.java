package org.weiwang.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weiwang.access.Actor;
import org.weiwang.geo.Bbox;
import org.weiwang.grid.Grid;

/** Where editions and data sets are kept. Thread-safe. */
public interface EditionStore {
    /**
     * Runs the work in one transaction: all that it writes is there together afterwards, or, when
     * it throws, nothing of it. Imports of one district wait for one another.
     */
    <R> R importing(String districtCode, Work<R> work) throws ImportException;

    /**
     * The codes of the districts whose addresses in force are not placed in the edition in force.
     */
    List<String> districtsNotPlaced();

    /** The editions in force, those that will be and the drafts that were never checked. */
    List<Edition> editionsNotChecked();

    /**
     * Looks for what is wrong with the edition and keeps that with it, in the place of what was
     * found before.
     *
     * @throws ConflictException when it is gone, or an import of the district is running
     */
    void check(Edition edition) throws ConflictException;

    /**
     * All editions by district, of each the newest number first.
     *
     * @param district code of the only one asked for
     */
    List<EditionSummary> editions(Optional<String> district);

    Optional<EditionSummary> edition(String id);

    /** All its rows, those that can't be grids last. */
    Optional<EditionGrids> contents(Edition edition);

    /**
     * Those of its rows whose boxes meet this one, by code.
     *
     * @param limit how many at most
     */
    List<Grid> gridsIn(Edition edition, Bbox box, int limit);

    /** The report of the import that brought the edition, as JSON. */
    Optional<String> report(String id);

    /** All publications ever made in the district, the newest first. */
    List<Publication> publications(String district);

    /** The id of the district's newest publication; 0 for none. */
    long head(String district);

    /**
     * Places the addresses that the edition will have, beside what is in force. Waits for nobody
     * longer than some seconds.
     *
     * @param effectiveFrom when it is to be in force; null for now
     * @param replaced as {@link #publish}, where it counts
     * @throws ConflictException as {@link #publish}
     * @throws PublishException as {@link #publish}
     */
    void prepare(Edition edition, Instant effectiveFrom, Replaced replaced)
            throws ConflictException, PublishException;

    /**
     * Puts the edition in force and seals it, in one short transaction if it was prepared. A
     * publication for a later moment stands beside what is in force until then. Another one for the
     * same moment takes its place: that is how one is taken back.
     *
     * @param effectiveFrom in microseconds, not before now; null for now
     * @param expectedHead the district's newest publication, as far as the caller knows
     * @param replaced what would be in force then without this publication, as far as the caller
     *     knows, which time alone may change; null where anything may be
     * @throws OutdatedException when something else is or would be in force then
     * @throws ConflictException when there is a newer publication, one is being made, an import of
     *     the district is running, the edition is gone, or it would be in force then anyway
     * @throws PublishException when the time has passed, or a code of the edition is or will be in
     *     force in another district
     */
    Publication publish(
            Edition edition, Instant effectiveFrom, long expectedHead, Replaced replaced, Actor by)
            throws ConflictException, PublishException;

    /**
     * Removes a draft with everything that came with it.
     *
     * @throws ConflictException when it is no draft any more, or an import of the district is
     *     running
     */
    void discard(Edition edition, Actor by) throws ConflictException;

    /**
     * Removes what was in force, can't come back and has been kept for a quarter of an hour for
     * those who read it page by page. Every import, publication and discarding does so too. What
     * can't be removed stays until the next time.
     */
    void removeLeftovers();

    /** What an import does within its transaction. */
    @FunctionalInterface
    interface Work<R> {
        R run(ImportTransaction transaction) throws ImportException;
    }
}
