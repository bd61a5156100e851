package org.weiwang.store;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.weiwang.atlas.circle.Findings;
import org.weiwang.circle.analysis.CategoryResult;
import org.weiwang.circle.analysis.Equity;
import org.weiwang.circle.analysis.GroupResult;
import org.weiwang.circle.analysis.GroupTotals;

/** Writes the rows of a run of the living circle, in the connection's transaction. */
final class FindingsWriter {
    private static final String GROUPS =
            "%s (run, number, level, code, households, addresses, no_network, land_m2, score)";

    private static final String RESULTS =
            "%s (run, number, place, category, minutes, minutes90, nearest, share_households,"
                    + " share_addresses, share_area, within)";

    private static final String EQUITY =
            "circle_equity (run, number, district, category, worst_tenth_minutes, gini)";

    private final Connection connection;
    private final long run;
    private final Findings findings;

    FindingsWriter(Connection connection, long run, Findings findings) {
        this.connection = connection;
        this.run = run;
        this.findings = findings;
    }

    void write() throws SQLException, IOException {
        Partition groups = Partition.ofGroups(run);
        Partition results = Partition.ofResults(run);
        groups.create(connection);
        results.create(connection);
        writeGroups(GROUPS.formatted(groups.name()));
        writeResults(RESULTS.formatted(results.name()));
        writeEquity();
        // Nobody else can attach any until the end of the transaction.
        groups.attach(connection);
        results.attach(connection);
    }

    private void writeGroups(String table) throws SQLException, IOException {
        try (BinaryCopy copy = new BinaryCopy(connection, table, 9)) {
            for (GroupTotals group : findings.groups().totals()) {
                copy.row().number(run);
                copy.integer(copy.rows() - 1)
                        .text(group.level().name())
                        .text(group.code())
                        .number(group.households())
                        .number(group.addresses())
                        .number(group.noNetwork())
                        .real(group.areaSquareMetres())
                        .real(group.score());
            }
            copy.finish();
        }
    }

    private void writeResults(String table) throws SQLException, IOException {
        try (BinaryCopy copy = new BinaryCopy(connection, table, 11)) {
            int number = 0;
            for (GroupResult group : findings.groups()) {
                List<CategoryResult> categories = group.categories();
                for (int place = 0; place < categories.size(); place++) {
                    copy.row().number(run).integer(number).integer(place);
                    write(copy, categories.get(place));
                }
                number++;
            }
            copy.finish();
        }
    }

    private static void write(BinaryCopy row, CategoryResult result) throws IOException {
        row.text(result.category())
                .real(result.minutes())
                .real(result.minutes90())
                .text(result.nearest())
                .real(result.shareHouseholds())
                .real(result.shareAddresses())
                .real(result.shareArea())
                .integer(result.within());
    }

    private void writeEquity() throws SQLException, IOException {
        try (BinaryCopy copy = new BinaryCopy(connection, EQUITY, 6)) {
            for (Equity equity : findings.equity()) {
                copy.row().number(run);
                copy.integer(copy.rows() - 1)
                        .text(equity.district())
                        .text(equity.category())
                        .real(equity.worstTenthMinutes())
                        .real(equity.gini());
            }
            copy.finish();
        }
    }
}
