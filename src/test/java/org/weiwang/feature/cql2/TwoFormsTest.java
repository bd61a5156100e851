package org.weiwang.feature.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.weiwang.feature.cql2.RandomFilters.Both;

/** What a filter means does not depend on the form in which it is written. */
class TwoFormsTest {
    @Property(tries = 2_000)
    void textAndJsonMeanTheSame(@ForAll long seed) throws Cql2Exception {
        Both both = new RandomFilters(seed).condition(4);
        Filter text = Filter.ofText(both.text(), Building.TYPE, FilterCrs.CRS84);
        Filter json = Filter.ofJson(both.json(), Building.TYPE, FilterCrs.CRS84);
        assertThat(json.root()).as(both.text()).isEqualTo(text.root());
    }

    /** Whatever a filter is true of lies where it says. */
    @Property(tries = 2_000)
    void nothingOutsideOfTheBoxMatches(@ForAll long seed) throws Cql2Exception {
        RandomFilters random = new RandomFilters(seed);
        String text = random.condition(3).text();
        Filter filter = Filter.ofText(text, Building.TYPE, FilterCrs.CRS84);
        for (int i = 0; i < 50; i++) {
            Building building = random.building(i);
            if (filter.box() != null && filter.test(building)) {
                assertThat(building.geometry() == null).as(text).isFalse();
                assertThat(filter.box().intersects(building.geometry().getEnvelopeInternal()))
                        .as(text)
                        .isTrue();
            }
        }
    }
}
