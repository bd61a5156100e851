package org.weiwang.circle.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.assertj.core.data.Offset;
import org.weiwang.circle.analysis.Analysis;
import org.weiwang.circle.analysis.CategoryResult;
import org.weiwang.circle.analysis.CircleResult;
import org.weiwang.circle.analysis.GroupResult;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.RandomCity;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.city.Places;
import org.weiwang.circle.city.Site;

/** Plans for random cities, held against analyses of the cities as they would be. */
class PlanningPropertyTest {
    private static final List<String> CATEGORIES = List.of("小学", "公园", "药店", "博物馆", "图书馆");
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @Property(tries = 300)
    void anEffectIsTheDifferenceOfTwoAnalyses(@ForAll long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        RandomCity made = new RandomCity(random);
        City city = inOneDistrict(made.city());
        Question question = made.question();
        Plan plan = plan(random, made, city);
        CircleResult before = Analysis.of(city, question, 1);
        CircleResult after = Analysis.of(planned(city, plan), question, 1);
        for (Division.Level level : Planning.LEVELS) {
            Planning planning = Planning.of(city, question, 1 + random.nextInt(3));
            Map<String, CategoryEffect> effects =
                    planning.effects(plan, level).categories().stream()
                            .collect(Collectors.toMap(CategoryEffect::category, effect -> effect));
            for (int i = 0; i < question.standard().categories().size(); i++) {
                int category = i;
                String id = question.standard().categories().get(i).id();
                Optional<CategoryEffect> effect = Optional.ofNullable(effects.get(id));
                assertWhole(
                        effect,
                        of(before, Division.Level.DISTRICT, category).get("d"),
                        of(after, Division.Level.DISTRICT, category).get("d"),
                        households(before));
                assertGroups(effect, of(before, level, category), of(after, level, category));
            }
        }
    }

    @Property(tries = 100)
    void whatIsAddedWorsensNothing(@ForAll long seed) throws InterruptedException {
        SplittableRandom random = new SplittableRandom(seed);
        RandomCity made = new RandomCity(random);
        City city = made.city();
        List<Plan.Added> added = plan(random, made, city).added();
        Planning.of(city, made.question(), 1)
                .effects(new Plan(added, List.of(), List.of(), List.of()), Division.Level.MICRO)
                .categories()
                .forEach(
                        effect -> {
                            assertThat(effect.lost()).isIn(null, 0L);
                            if (effect.minutesBefore() != null) {
                                assertThat(effect.minutesAfter())
                                        .isLessThanOrEqualTo(effect.minutesBefore());
                            }
                            assertThat(effect.groups()).allMatch(group -> group.lost() == 0);
                        });
    }

    private static void assertWhole(
            Optional<CategoryEffect> effect,
            CategoryResult before,
            CategoryResult after,
            long households) {
        if (effect.isEmpty()) {
            assertThat(after.minutes()).isEqualTo(before.minutes());
            assertThat(after.minutes90()).isEqualTo(before.minutes90());
            assertThat(after.shareHouseholds()).isEqualTo(before.shareHouseholds());
            return;
        }
        CategoryEffect found = effect.get();
        assertThat(found.minutesBefore()).isEqualTo(before.minutes());
        assertThat(found.minutesAfter()).isEqualTo(after.minutes());
        if (before.shareAddresses() == null) {
            assertThat(found.householdsBefore()).isNull();
            assertThat(found.gained()).isNull();
        } else if (households > 0) {
            assertThat((double) found.householdsBefore() / households)
                    .isEqualTo(before.shareHouseholds());
            assertThat((double) found.householdsAfter() / households)
                    .isEqualTo(after.shareHouseholds());
            assertThat(found.householdsBefore() + found.gained() - found.lost())
                    .isEqualTo(found.householdsAfter());
        } else {
            assertThat(found.householdsAfter()).isZero();
        }
    }

    private static void assertGroups(
            Optional<CategoryEffect> effect,
            Map<String, CategoryResult> before,
            Map<String, CategoryResult> after) {
        Map<String, GroupEffect> told = new HashMap<>();
        effect.ifPresent(found -> found.groups().forEach(group -> told.put(group.code(), group)));
        for (String code : before.keySet()) {
            GroupEffect group = told.remove(code);
            Double shareBefore = before.get(code).shareHouseholds();
            Double shareAfter = after.get(code).shareHouseholds();
            if (group == null) {
                assertThat(shareAfter).isEqualTo(shareBefore);
            } else {
                assertThat(group.shareBefore()).isCloseTo(shareBefore, CLOSE);
                assertThat(group.shareAfter()).isCloseTo(shareAfter, CLOSE);
                assertThat(group.gained() + group.lost()).isPositive();
            }
        }
        assertThat(told).isEmpty();
    }

    private static Map<String, CategoryResult> of(
            CircleResult result, Division.Level level, int category) {
        return result.groups().stream()
                .filter(group -> group.level() == level)
                .collect(Collectors.toMap(GroupResult::code, g -> g.categories().get(category)));
    }

    private static long households(CircleResult result) {
        return result.groups().get(result.groups().size() - 1).households();
    }

    /** The same city with all homes in one district, of which an analysis tells. */
    private static City inOneDistrict(City city) {
        Places.Builder homes = new Places.Builder();
        for (int i = 0; i < city.homes().size(); i++) {
            int home = i;
            int[] groups =
                    IntStream.of(
                                    city.divisions().keySet().stream()
                                            .mapToInt(Enum::ordinal)
                                            .toArray())
                            .map(level -> city.homes().group(Division.Level.values()[level], home))
                            .toArray();
            groups[Division.Level.DISTRICT.ordinal()] = 0;
            homes.add(city.homes().position(i), city.homes().weight(i), groups);
        }
        List<Division> divisions = new ArrayList<>(city.divisions().values());
        divisions.set(
                Division.Level.DISTRICT.ordinal(),
                new Division(Division.Level.DISTRICT, List.of("d")));
        return new City(
                city.versions(),
                city.roads(),
                city.sites(),
                homes.build(),
                new Places.Builder().build(),
                divisions,
                City.FARTHEST);
    }

    private static Plan plan(SplittableRandom random, RandomCity made, City city) {
        List<Plan.Added> added = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String category = CATEGORIES.get(random.nextInt(CATEGORIES.size()));
            added.add(new Plan.Added(category, made.anywhere()));
        }
        List<Plan.Moved> moved = new ArrayList<>();
        List<Integer> closed = new ArrayList<>();
        for (int site = 0; site < city.sites().size(); site++) {
            switch (random.nextInt(4)) {
                case 0 -> moved.add(new Plan.Moved(site, made.anywhere()));
                case 1 -> closed.add(site);
                default -> {}
            }
        }
        return new Plan(added, moved, closed, List.of());
    }

    private static City planned(City city, Plan plan) {
        List<Site> sites = new ArrayList<>(city.sites());
        for (Plan.Moved moved : plan.moved()) {
            Site site = sites.get(moved.site());
            sites.set(
                    moved.site(),
                    new Site(site.id(), site.name(), site.category(), List.of(moved.entrance())));
        }
        sites.removeAll(plan.closed().stream().map(city.sites()::get).toList());
        for (Plan.Added added : plan.added()) {
            sites.add(
                    new Site(
                            "new-" + sites.size(),
                            "",
                            added.category(),
                            List.of(added.entrance())));
        }
        return new City(
                city.versions(),
                city.roads(),
                sites,
                city.homes(),
                city.land(),
                List.copyOf(city.divisions().values()),
                City.FARTHEST);
    }
}
