package org.weiwang.circle.analysis;

import java.util.List;
import org.weiwang.circle.standard.Category;

/** How complete a group's living circle is. */
public final class Score {
    /** For those who read results; w are the standard's weights. */
    public static final String FORMULA =
            "100 × Σ(w × share of households served) ÷ Σw, over the categories whose figure is"
                    + " known; in a group without known households the share of addresses";

    private Score() {}

    /**
     * @param categories as in the standard, each with its result
     * @return null where no category has both a share and a weight above 0
     */
    static Double of(List<Category> categories, List<CategoryResult> results) {
        double served = 0;
        double all = 0;
        for (int i = 0; i < results.size(); i++) {
            CategoryResult result = results.get(i);
            Double share =
                    result.shareHouseholds() == null
                            ? result.shareAddresses()
                            : result.shareHouseholds();
            if (share != null) {
                double weight = categories.get(i).weight();
                served += weight * share;
                all += weight;
            }
        }
        return all == 0 ? null : 100 * served / all;
    }
}
