package org.weiwang.address.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.PlaceName;
import org.weiwang.address.Reading;

/** All addresses of the demo county, first by its divisions alone, then by their own names too. */
class DistrictParseTest {
    private static final String DISTRICT = "510131";

    @Test
    void addressesAreUnderstoodAlikeByTheNamesInThem() throws IOException {
        List<String> texts = texts();
        Set<PlaceName> names = new LinkedHashSet<>(divisions());
        AddressParser making =
                new AddressParser(new Gazetteer(names, List.of(), Clock.systemUTC()));
        List<List<String>> made = new ArrayList<>();
        for (String text : texts) {
            ParsedAddress address = making.parseStored(text);
            assertThat(address.elements()).as(text).noneMatch(Element::isUnknown);
            made.add(firsts(address));
            names.addAll(names(address));
        }
        assertThat(names).hasSizeGreaterThan(400);
        AddressParser asking =
                new AddressParser(new Gazetteer(names, List.of(), Clock.systemUTC()));
        for (int i = 0; i < made.size(); i++) {
            assertThat(firsts(asking.parse(texts.get(i)))).isEqualTo(made.get(i));
        }
    }

    private static List<String> texts() throws IOException {
        return Files.readAllLines(Path.of("shapefiles", DISTRICT, "addresses.csv")).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    private static List<PlaceName> divisions() throws IOException {
        List<PlaceName> names = new ArrayList<>();
        names.add(new PlaceName(ElementKind.DISTRICT, "蒲江县", DISTRICT, null));
        Path list = Path.of("..", "shared", "data", "chengdu-communities-2023.csv");
        for (String line : Files.readAllLines(list)) {
            String[] cells = line.split(",");
            if (cells[5].equals(DISTRICT)) {
                names.add(new PlaceName(ElementKind.TOWN, cells[4], DISTRICT, cells[4]));
                names.add(new PlaceName(ElementKind.COMMUNITY, cells[2], DISTRICT, cells[4]));
            }
        }
        return names;
    }

    private static List<String> firsts(ParsedAddress address) {
        return address.elements().stream()
                .map(Element::first)
                .map(reading -> reading.kind() + ":" + reading.value())
                .toList();
    }

    /** The roads and estates that an address names, with its town. */
    private static List<PlaceName> names(ParsedAddress address) {
        String town = null;
        List<PlaceName> names = new ArrayList<>();
        for (Element element : address.elements()) {
            Reading reading = element.first();
            if (reading.kind() == ElementKind.TOWN) {
                town = reading.value();
            } else if (reading.kind() == ElementKind.ROAD || reading.kind() == ElementKind.ESTATE) {
                names.add(new PlaceName(reading.kind(), reading.value(), DISTRICT, town));
            }
        }
        return names;
    }
}
