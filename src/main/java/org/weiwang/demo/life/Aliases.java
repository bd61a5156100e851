package org.weiwang.demo.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weiwang.demo.source.District;
import org.weiwang.demo.source.FormerNames;
import org.weiwang.demo.source.Town;

/**
 * What the district was called before, streets that were renamed and estates that people call
 * otherwise. Only names that one town alone has are taken, and none is given twice, so that each
 * former name means one place.
 */
final class Aliases {
    /** 魁星路410号世纪小区1栋1单元: the street, and what has a name of its own behind the number. */
    private static final Pattern STREET_ADDRESS =
            Pattern.compile("([^0-9]+[路街巷])[0-9]+号([^0-9]*)(?:[0-9].*)?");

    /** As streets were called once; none is so called now. */
    private static final List<String> FORMER_STEMS =
            List.of(
                    ("红旗 东风 向阳 前进 跃进 红星 卫星 立新 永红 新风 劳动 青年 红光 火炬 先锋 曙光 灯塔 爱国 工人 五星"
                                    + " 长征 红岩 葵花 晨光 红梅 群力 奋进 创业 新光 东升桥 老车站 旧衙门 大桥头 西门口")
                            .split(" "));

    /** Whose people an estate was built for. */
    private static final List<String> WORKS =
            List.of("水泥厂 化肥厂 酒厂 砖瓦厂 面粉厂 造纸厂 氮肥厂 罐头厂 棉纺厂 农具厂 印刷厂 糖厂 皮革厂 电机厂 轴承厂 磷肥厂".split(" "));

    private static final int FIRST_YEAR = 1981;
    private static final int YEARS = 35;

    private final Map<String, Set<String>> streets = new TreeMap<>();
    private final Map<String, Set<String>> estates = new TreeMap<>();
    private final List<Alias> aliases = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    private final SplittableRandom random;

    private Aliases(District district, Housing housing, SplittableRandom random) {
        this.random = random;
        for (Address address : housing.addresses()) {
            String text = address.text().substring(district.name().length());
            for (Town town : district.towns()) {
                if (text.startsWith(town.name())) {
                    collect(town.name(), text.substring(town.name().length()));
                    break;
                }
            }
        }
    }

    static List<Alias> of(District district, Housing housing, SplittableRandom random) {
        Aliases found = new Aliases(district, housing, random);
        FormerNames.of(district.code())
                .ifPresent(
                        former ->
                                found.aliases.add(
                                        new Alias(
                                                "区县",
                                                district.name(),
                                                former.name(),
                                                former.until())));
        for (Town town : district.towns()) {
            found.renameStreets(town.name());
            found.nameEstate(town.name());
        }
        return found.aliases;
    }

    private void collect(String town, String rest) {
        Matcher matcher = STREET_ADDRESS.matcher(rest);
        if (!matcher.matches()) {
            return;
        }
        add(streets, matcher.group(1), town);
        String behind = matcher.group(2);
        if (Names.isEstate(behind)) {
            add(estates, behind, town);
        }
    }

    private static void add(Map<String, Set<String>> places, String name, String town) {
        places.computeIfAbsent(name, key -> new TreeSet<>()).add(town);
    }

    /** Two or three, as far as there are names. */
    private void renameStreets(String town) {
        List<String> own = namesOf(town, streets);
        int count = Math.min(2 + random.nextInt(2), own.size());
        for (String street : own.subList(0, count)) {
            String ending = street.substring(street.length() - 1);
            String former = untaken(FORMER_STEMS, ending);
            if (former != null) {
                aliases.add(new Alias("道路", street, former, lastDay()));
            }
        }
    }

    private void nameEstate(String town) {
        List<String> own = namesOf(town, estates);
        String other = own.isEmpty() ? null : untaken(WORKS, "家属院");
        if (other != null) {
            aliases.add(new Alias("小区", own.get(0), other, ""));
        }
    }

    /** Those of this town alone, shuffled. */
    private List<String> namesOf(String town, Map<String, Set<String>> places) {
        List<String> names = new ArrayList<>();
        places.forEach(
                (name, towns) -> {
                    if (towns.equals(Set.of(town))) {
                        names.add(name);
                    }
                });
        return shuffled(names);
    }

    /** Null when all are taken. */
    private String untaken(List<String> stems, String ending) {
        return shuffled(stems).stream()
                .map(stem -> stem + ending)
                .filter(taken::add)
                .findFirst()
                .orElse(null);
    }

    private List<String> shuffled(List<String> names) {
        List<String> order = new ArrayList<>(names);
        for (int i = order.size() - 1; i > 0; i--) {
            Collections.swap(order, i, random.nextInt(i + 1));
        }
        return order;
    }

    /** Of some changes the day is known, of others only the year. */
    private String lastDay() {
        LocalDate day =
                LocalDate.ofYearDay(FIRST_YEAR + random.nextInt(YEARS), 1 + random.nextInt(365));
        return random.nextBoolean() ? day.toString() : Integer.toString(day.getYear());
    }
}
