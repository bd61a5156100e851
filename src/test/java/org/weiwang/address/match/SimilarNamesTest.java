package org.weiwang.address.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;

class SimilarNamesTest {
    private static SimilarNames of(ElementKind kind, List<String> names) {
        return new SimilarNames(
                names.stream().map(name -> new PlaceName(kind, name, "510131", null)).toList(),
                List.of());
    }

    /** Which slips are as good as certain, and which may as well be another name. */
    @ParameterizedTest
    @CsvSource({
        "COMMUNITY, 白云村, 白运村, true",
        "COMMUNITY, 白云村, 白去村, false",
        "COMMUNITY, 白云村, 百运村, false",
        "COMMUNITY, 白云村, 云白村, false",
        "COMMUNITY, 白云村, 白白云村, false",
        "COMMUNITY, 白云村, 云村, false",
        "COMMUNITY, 狮子树村, 狮子林村, true",
        "COMMUNITY, 狮子树村, 狮树村, true",
        "COMMUNITY, 狮子树村, 狮子果树村, true",
        "COMMUNITY, 狮子树村, 大狮子树村, false",
        "COMMUNITY, 狮子树村, 金狮子树村, false",
        "COMMUNITY, 狮子树村, 狮子树路, false",
        "COMMUNITY, 狮子树村, 狮子数, true",
        "COMMUNITY, 新民村, 心民村, true",
        "COMMUNITY, 心民村, 新民村, false",
        "COMMUNITY, 十里村, 四里村, false",
        "ROAD, 建设东路, 建设西路, false",
        "ROAD, 建设东路, 建设冬路, true",
        "ROAD, 建设东路, 建设路, false",
        "ROAD, 解放路, 解放街, true",
        "ROAD, 魁星路, 魁星鹿, true",
        "ESTATE, 世纪小区, 世记小区, true",
        "ESTATE, 世纪小区, 世纪花园, false",
        "ESTATE, 阳光家园四期, 阳光家园十期, false",
        "ESTATE, 雅居花园, 雅居日园, false",
        "LANDMARK, 天华小学, 天华中学, false",
        "LANDMARK, 天华小学, 天河小学, false",
    })
    void tellsSlipsFromOtherNames(ElementKind kind, String name, String typed, boolean decides) {
        assertThat(of(kind, List.of(name)).to(typed))
                .singleElement()
                .satisfies(
                        similar -> {
                            assertThat(similar.name()).isEqualTo(name);
                            assertThat(similar.decides()).isEqualTo(decides);
                        });
    }

    @Test
    void theNearestComesFirst() {
        SimilarNames names = of(ElementKind.COMMUNITY, List.of("狮子岭村", "狮子树村", "狮子村", "柿子树村"));
        assertThat(names.to("狮子数村"))
                .extracting(SimilarName::name)
                .containsExactly("狮子树村", "狮子岭村", "柿子树村", "狮子村");
        assertThat(names.to("和平村")).isEmpty();
    }

    /** Whatever one slip makes of a name, the name is found by it. */
    @Test
    void findsEveryNameByEverySlip() {
        long seed = Long.getLong("weiwang.test.seed", new Random().nextLong());
        System.out.println("SimilarNamesTest: -Dweiwang.test.seed=" + seed);
        Random random = new Random(seed);
        List<String> known = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            known.add(letters(random, 2 + random.nextInt(4)) + "村");
        }
        SimilarNames names = of(ElementKind.COMMUNITY, known);
        for (String name : known) {
            int at = random.nextInt(name.length() - 1);
            String slip = letters(random, 1);
            for (String typed :
                    List.of(
                            name.substring(0, at) + slip + name.substring(at + 1),
                            name.substring(0, at) + slip + name.substring(at),
                            name.substring(0, at) + name.substring(at + 1))) {
                assertThat(names.to(typed)).as(typed).extracting(SimilarName::name).contains(name);
            }
        }
    }

    private static String letters(Random random, int count) {
        String some = "白云鹤山朝阳湖狮子树和平解放魁星建设光明";
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append(some.charAt(random.nextInt(some.length())));
        }
        return letters.toString();
    }
}
