package org.weiwang.circle.analysis;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/**
 * The results of many groups, packed: each is made when it is asked for. Not to be changed;
 * thread-safe.
 */
public final class GroupResults extends AbstractList<GroupResult> implements RandomAccess {
    private final List<GroupTotals> totals;
    private final List<CategoryColumn> columns;

    /**
     * @param totals of the groups in order
     * @param columns of the same groups, one for each category in the order of the standard; not to
     *     be changed any more
     * @throws IllegalArgumentException when a column has more groups or fewer
     */
    public GroupResults(List<GroupTotals> totals, List<CategoryColumn> columns) {
        this.totals = List.copyOf(totals);
        this.columns = List.copyOf(columns);
        for (CategoryColumn column : columns) {
            if (column.size() != totals.size()) {
                throw new IllegalArgumentException(
                        "%d groups, and a column of %d".formatted(totals.size(), column.size()));
            }
        }
    }

    /** Of the groups in order. */
    public List<GroupTotals> totals() {
        return totals;
    }

    @Override
    public GroupResult get(int group) {
        GroupTotals of = totals.get(group);
        return new GroupResult(
                of.level(),
                of.code(),
                of.households(),
                of.addresses(),
                of.noNetwork(),
                of.areaSquareMetres(),
                of.score(),
                columns.stream().map(column -> column.get(group)).toList());
    }

    @Override
    public int size() {
        return totals.size();
    }
}
