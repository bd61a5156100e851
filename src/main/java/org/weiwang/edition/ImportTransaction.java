package org.weiwang.edition;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.weiwang.access.Actor;
import org.weiwang.address.Address;
import org.weiwang.address.Alias;
import org.weiwang.circle.Facility;
import org.weiwang.circle.ResidentialLand;
import org.weiwang.circle.Road;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Responder;
import org.weiwang.grid.Town;
import org.weiwang.grid.check.Finding;

/**
 * The writes of one import. Nothing of it is in force before {@link #putInForce}. The data sets
 * (addresses, roads …) come one row at a time; each returns the number of rows written. Used by one
 * thread.
 */
public interface ImportTransaction {
    /**
     * Writes a new DRAFT edition under the district's next number.
     *
     * @param rows those that can't be grids, as {@link org.weiwang.grid.check.Fitness} tells, are
     *     kept beside the others
     */
    Edition draft(District district, List<Town> towns, List<Grid> rows) throws ImportException;

    /**
     * All rows of an edition of the district, those that can't be grids last; empty if it is gone.
     */
    Optional<EditionGrids> contents(Edition edition);

    /**
     * Puts on record that the draft that was written comes of another edition. Of a draft it takes
     * the place, with the data sets that came with it; any other edition stays as it is.
     */
    void takeOver(Edition former, Actor by);

    /** Those of the district's edition in force; empty when none is. */
    KnownNames namesInForce();

    /** The codes of the grids of the district's edition in force; empty when none is. */
    Set<String> gridCodesInForce();

    long addAddresses(Rows<Address> rows) throws ImportException;

    long addRoads(Rows<Road> rows) throws ImportException;

    long addFacilities(Rows<Facility> rows) throws ImportException;

    long addResidentialLand(Rows<ResidentialLand> rows) throws ImportException;

    long addResponders(Rows<Responder> rows) throws ImportException;

    long addAliases(Rows<Alias> rows) throws ImportException;

    /**
     * Places the addresses that the draft will have; without a draft, those that the district's
     * edition in force, its drafts and those that are to be in force later will have. To be called
     * when all rows are written; what was placed before is not placed again.
     *
     * @return for the draft, or else the edition in force; empty when there was nothing to place
     */
    Optional<Placed> prepare();

    /**
     * Looks for what is wrong with the draft that was written, and keeps that with it. To be called
     * after {@link #prepare}.
     */
    List<Finding> check();

    /** Keeps the report with the draft that was written. */
    void keepReport(ImportReport report);

    /** Puts on record that rows were written, whether or not they are put in force. */
    void record(Actor by);

    /**
     * Puts what was written in force from now on: the draft, which is sealed, and the data sets,
     * each in the place of what the district had. What changed since it was prepared is prepared
     * first.
     *
     * @param by who does, for the record
     * @throws ImportException when a code of the draft is in force in another district
     */
    void putInForce(Actor by) throws ImportException;
}
