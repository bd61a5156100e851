package org.weiwang.http.circle;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.weiwang.circle.analysis.CategoryResult;
import org.weiwang.circle.analysis.GroupResult;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.standard.Standard;
import org.weiwang.grid.Grid;

/**
 * A grid with what its homes reach, flat as GIS tools and spreadsheets have it: the figures of a
 * category are named by its id, such as {@code market_minutes}.
 */
public record CircleGroup(Grid grid, String edition, Stamp stamp, GroupResult result) {
    private static final List<String> OF_GROUPS =
            List.of(
                    "code",
                    "name",
                    "level",
                    "parentCode",
                    "edition",
                    "standard",
                    "standardVersion",
                    "profile",
                    "speed",
                    "rule",
                    "score",
                    "households",
                    "addresses",
                    "noNetwork",
                    "areaSquareMetres");

    private static final List<String> OF_CATEGORIES =
            List.of(
                    "minutes",
                    "minutes90",
                    "nearest",
                    "shareHouseholds",
                    "shareAddresses",
                    "shareArea",
                    "within");

    public void write(JsonGenerator json) throws IOException {
        for (Map.Entry<String, Object> value : values().entrySet()) {
            json.writeObjectField(value.getKey(), value.getValue());
        }
    }

    /** In order; null where nothing is known. */
    public Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("code", grid.code());
        values.put("name", grid.name());
        values.put("level", grid.level().name());
        values.put("parentCode", grid.parentCode());
        values.put("edition", edition);
        values.put("standard", stamp.standard());
        values.put("standardVersion", stamp.standardVersion());
        values.put("profile", stamp.profile());
        values.put("speed", stamp.walker().metresPerSecond());
        values.put("rule", stamp.rule().name());
        values.put("score", result.score());
        values.put("households", result.households());
        values.put("addresses", result.addresses());
        values.put("noNetwork", result.noNetwork());
        values.put("areaSquareMetres", result.areaSquareMetres());
        result.categories().forEach(category -> put(category, values));
        return values;
    }

    private static void put(CategoryResult result, Map<String, Object> values) {
        String of = result.category() + "_";
        values.put(of + "minutes", result.minutes());
        values.put(of + "minutes90", result.minutes90());
        values.put(of + "nearest", result.nearest());
        values.put(of + "shareHouseholds", result.shareHouseholds());
        values.put(of + "shareAddresses", result.shareAddresses());
        values.put(of + "shareArea", result.shareArea());
        values.put(of + "within", result.within());
    }

    /** The names of all values, in order, by a standard. */
    public static List<String> columns(Standard standard) {
        return Stream.concat(
                        OF_GROUPS.stream(),
                        standard.categories().stream()
                                .flatMap(
                                        category ->
                                                OF_CATEGORIES.stream()
                                                        .map(name -> category.id() + "_" + name)))
                .toList();
    }
}
