package org.weiwang.edition.checking;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.grid.Grid;
import org.weiwang.grid.check.CoverageCheck;
import org.weiwang.grid.check.Finding;
import org.weiwang.grid.check.Fitness;
import org.weiwang.grid.check.NeighbourCheck;

/** Finds all that is wrong with an edition. */
public final class EditionCheck {
    private EditionCheck() {}

    /**
     * @return what its grids alone tell, then what its neighbours, then what its addresses do
     */
    public static List<Finding> check(Subject subject) {
        List<Grid> rows = subject.rows();
        List<Finding> findings = new ArrayList<>(CoverageCheck.check(rows));
        subject.neighbours()
                .forEach(
                        (edition, communities) ->
                                findings.addAll(NeighbourCheck.check(edition, communities, rows)));
        AddressCheck addresses = new AddressCheck(Fitness.of(rows).grids(), subject.inForce());
        subject.eachAddress(addresses::add);
        findings.addAll(addresses.findings());
        return findings;
    }
}
