package org.weiwang.address.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;

class GazetteerTest {
    private final Gazetteer gazetteer = TestPlaces.gazetteer();

    @Test
    void aNameIsFoundWhereverItIs() {
        List<PlaceName> places =
                List.of(
                        new PlaceName(ElementKind.ROAD, "魁星路", "1", "甲镇"),
                        new PlaceName(ElementKind.ROAD, "魁星路", "2", "乙镇"),
                        new PlaceName(ElementKind.ROAD, "魁星路", "1", "甲镇"));
        Gazetteer twice = new Gazetteer(places, List.of(), TestPlaces.on(TestPlaces.TODAY));
        assertThat(twice.all()).hasSize(2);
        assertThat(twice.named(ElementKind.ROAD, "魁星路")).isEqualTo(places.subList(0, 2));
        assertThat(twice.named(ElementKind.ESTATE, "魁星路")).isEmpty();
        assertThat(twice.named(ElementKind.ROAD, "魁星")).isEmpty();
    }

    @Test
    void namesAreFoundByTheirBeginningTheShortestFirst() {
        assertThat(names("魁")).containsExactly("魁星路");
        assertThat(names("禹王")).containsExactly("禹王街", "禹王路");
        assertThat(names("白云")).containsExactlyInAnyOrder("白云村", "白云社区");
        assertThat(names("人民")).containsExactly("蒲江县人民医院", "人民南路三段");
        assertThat(names("新津县")).containsExactly("新津区");
        assertThat(names("soho")).containsExactly("SOHO广场");
        assertThat(names("滨河")).isEmpty();
        assertThat(names("无")).isEmpty();
        assertThat(gazetteer.startingWith("", 5)).hasSize(5);
    }

    private List<String> names(String beginning) {
        return gazetteer.startingWith(beginning, 100).stream()
                .map(PlaceName::name)
                .distinct()
                .toList();
    }
}
