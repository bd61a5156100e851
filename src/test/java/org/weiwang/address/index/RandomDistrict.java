package org.weiwang.address.index;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.weiwang.address.Address;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.PlaceName;
import org.weiwang.geo.LonLat;

/** Random addresses of a district, of few names, so that many share some. */
final class RandomDistrict implements BookSource {
    static final UUID HISTORY = UUID.fromString("6e1bb2ae-0c66-4a5e-9d0e-3f9f0d7c1c11");

    private static final String CHARACTERS = "东南西北中山水龙泉白云石桥花";

    final String code;
    final String name;
    final List<Address> addresses = new ArrayList<>();
    final List<Address> facilities = new ArrayList<>();
    final List<PlaceName> divisions = new ArrayList<>();
    final List<Alias> aliases = new ArrayList<>();
    int readings;

    private final Random random;

    RandomDistrict(int number, int size, Random random) {
        this.random = random;
        code = String.valueOf(510_100 + number);
        name = "区县甲乙丙丁戊己庚辛".charAt(2 + number % 8) + "江县";
        divisions.add(new PlaceName(ElementKind.DISTRICT, name, code, null));
        Set<String> texts = new LinkedHashSet<>();
        while (texts.size() < size) {
            texts.add(text());
        }
        texts.forEach(text -> addresses.add(new Address(text, place(), 1)));
        for (int i = 0; i < size / 20; i++) {
            facilities.add(new Address(stem() + stem() + "医院", place(), null));
        }
    }

    BookKey key() {
        return new BookKey(HISTORY, code, 1, 1);
    }

    private String text() {
        String town = name + stem() + "镇";
        if (random.nextInt(3) == 0) {
            String number = town + stem() + "路" + (1 + random.nextInt(120)) + "号";
            return random.nextBoolean()
                    ? number
                    : number + stem() + "苑" + (1 + random.nextInt(4)) + "栋1单元";
        }
        return town
                + stem()
                + "村"
                + (1 + random.nextInt(12))
                + "组"
                + (1 + random.nextInt(30))
                + "号";
    }

    private String stem() {
        int first = random.nextInt(CHARACTERS.length() / 2);
        int second = random.nextInt(CHARACTERS.length());
        return "" + CHARACTERS.charAt(first) + CHARACTERS.charAt(second);
    }

    private LonLat place() {
        return random.nextInt(10) == 0
                ? null
                : new LonLat(103 + random.nextDouble(), 30 + random.nextDouble());
    }

    @Override
    public List<PlaceName> divisions() {
        return divisions;
    }

    @Override
    public List<Alias> aliases() {
        return aliases;
    }

    @Override
    public void forEachAddress(Consumer<Address> taker) {
        readings++;
        addresses.forEach(taker);
    }

    @Override
    public void forEachFacility(BiConsumer<String, LonLat> taker) {
        facilities.forEach(facility -> taker.accept(facility.text(), facility.point()));
    }
}
