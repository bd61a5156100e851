package org.weiwang.address.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weiwang.address.Address;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.AddressMatch.Candidate;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.address.index.AddressBooks;
import org.weiwang.address.index.BookKey;

/**
 * What must hold of every address of the demo county, beside a district with its villages' names.
 */
class MatchPropertyTest {
    private static final long SEED = Long.getLong("weiwang.test.seed", new Random().nextLong());
    private static final int SOME = 1_000;
    private static final String OTHER = "青白江区";

    /** District, town, road or village, numbers. */
    private static final Pattern PARTS = Pattern.compile("(.+?县)(.+?(?:镇|街道|乡))(\\D+)(\\d.*)");

    private static final DemoDistrict DEMO = new DemoDistrict();
    private static final NavigableSet<String> STORED = new TreeSet<>();
    private static final Random RANDOM = new Random(SEED);
    private static AddressMatcher matcher;

    @TempDir private static Path folder;

    @BeforeAll
    static void make() {
        System.out.println("MatchPropertyTest: -Dweiwang.test.seed=" + SEED);
        SmallDistrict other = new SmallDistrict("510113", OTHER);
        other.town("福洪镇", "白云村", "七星村", "狮子树村", "光明村");
        for (int i = 0; i < SOME; i++) {
            String text = someAddress().text();
            if (text.contains("村") && i % 2 == 0) {
                other.addresses(text.replaceFirst(".+?(镇|街道|乡)", OTHER + "福洪镇"));
            }
        }
        AddressBooks books = new AddressBooks(folder);
        UUID history = new UUID(0, 1);
        matcher =
                new AddressMatcher(
                        List.of(
                                books.book(new BookKey(history, DemoDistrict.CODE, 1, 1), DEMO),
                                books.book(new BookKey(history, other.code, 1, 1), other)),
                        Clock.systemUTC());
        DEMO.addresses.forEach(address -> STORED.add(address.text()));
        other.forEachAddress(address -> STORED.add(address.text()));
    }

    private static Address someAddress() {
        return DEMO.addresses.get(RANDOM.nextInt(DEMO.addresses.size()));
    }

    private static Matcher someParts() {
        while (true) {
            Matcher parts = PARTS.matcher(someAddress().text());
            if (parts.matches()) {
                return parts;
            }
        }
    }

    @Test
    void everyAddressIsFoundByItsOwnText() {
        for (Address address : DEMO.addresses) {
            AddressMatch match = matcher.match(address.text());
            assertThat(match.kind()).as(address.text()).isEqualTo(Kind.EXACT);
            assertThat(match.score()).isEqualTo(1);
            assertThat(match.faults()).isEmpty();
            assertThat(match.candidates().get(0).address().text()).isEqualTo(address.text());
        }
    }

    @Test
    void withoutWiderPartsItIsItselfOrAmongSeveral() {
        for (int i = 0; i < SOME; i++) {
            Matcher parts = someParts();
            String rest = parts.group(3) + parts.group(4);
            assertFinds(parts.group(), rest);
            assertFinds(parts.group(), parts.group(1) + rest);
            assertFinds(parts.group(), parts.group(2) + rest);
        }
    }

    @Test
    void theOrderOfPartsIsNoMatter() {
        for (int i = 0; i < SOME; i++) {
            Matcher parts = someParts();
            String rest = parts.group(3) + parts.group(4);
            assertFinds(parts.group(), rest + parts.group(2) + parts.group(1));
            assertFinds(parts.group(), parts.group(2) + parts.group(1) + rest);
        }
    }

    private static void assertFinds(String stored, String text) {
        AddressMatch match = matcher.match(text);
        List<String> meant =
                match.candidates().subList(0, match.meant()).stream()
                        .map(candidate -> candidate.address().text())
                        .toList();
        if (match.kind() == Kind.EXACT) {
            assertThat(meant).as(text).containsExactly(stored);
        } else {
            assertThat(match.kind()).as("%s %s", text, match).isEqualTo(Kind.AMBIGUOUS);
            assertThat(meant).as(text).contains(stored);
        }
    }

    @Test
    void aNumberThatIsNotThereIsNeverTakenForAnother() {
        int tried = 0;
        for (int i = 0; i < SOME; i++) {
            Matcher parts = someParts();
            String numbers = otherNumber(parts.group(4));
            String text = parts.group(1) + parts.group(2) + parts.group(3) + numbers;
            if (isStored(text)) {
                continue;
            }
            tried++;
            AddressMatch match = matcher.match(text);
            assertThat(match.kind()).as("%s %s", text, match).isEqualTo(Kind.PARTIAL);
            assertThat(match.score()).isLessThan(0.9);
        }
        assertThat(tried).isGreaterThan(SOME / 4);
    }

    /** Whether there is such an address; 313号院 may be an estate that has a name. */
    private static boolean isStored(String text) {
        String[] ofYard = text.split("(?<=号)院", 2);
        String rest = ofYard.length == 2 ? ofYard[1] : "";
        return STORED.subSet(ofYard[0], ofYard[0] + Character.MAX_VALUE).stream()
                .anyMatch(stored -> stored.contains(rest));
    }

    /** One of the numbers a little greater. */
    private static String otherNumber(String numbers) {
        List<String> parts = List.of(numbers.split("(?<=\\D)(?=\\d)"));
        int changed = RANDOM.nextInt(parts.size());
        StringBuilder other = new StringBuilder();
        for (int i = 0; i < parts.size(); i++) {
            String digits = parts.get(i).replaceFirst("\\D.*", "");
            int number = Integer.parseInt(digits) + (i == changed ? 1 + RANDOM.nextInt(30) : 0);
            other.append(number).append(parts.get(i).substring(digits.length()));
        }
        return other.toString();
    }

    @Test
    void anotherDistrictInFrontIsNeverOverlooked() {
        for (int i = 0; i < SOME; i++) {
            Matcher parts = someParts();
            String rest = parts.group(3) + parts.group(4);
            if (!STORED.contains(OTHER + "福洪镇" + rest)) {
                assertDoesNotFind(parts.group(), OTHER + rest);
                assertDoesNotFind(parts.group(), OTHER + parts.group(2) + rest);
            }
            assertDoesNotFind(parts.group(), "都江堰市" + rest);
            assertDoesNotFind(parts.group(), "都江堰，" + parts.group(2) + rest);
        }
    }

    private static void assertDoesNotFind(String stored, String text) {
        AddressMatch match = matcher.match(text);
        assertThat(match.kind()).as("%s %s", text, match).isNotIn(Kind.EXACT, Kind.CORRECTED);
        assertThat(match.candidates().subList(0, match.meant()))
                .as("%s %s", text, match)
                .noneMatch(candidate -> candidate.address().text().equals(stored));
    }

    @Test
    void whateverTheTextIsItIsAnswered() {
        String letters = "县镇村社区路街号组栋单元楼室附之第一二十百0123456789-#、，。 \u0000\ud800\udc00😀ａａ朝阳湖白云鹤山和平";
        for (int i = 0; i < SOME; i++) {
            StringBuilder text = new StringBuilder();
            int length = RANDOM.nextInt(i % 10 == 0 ? 220 : 40);
            for (int k = 0; k < length; k++) {
                text.append(letters.charAt(RANDOM.nextInt(letters.length())));
            }
            assertSound(matcher.match(text.toString()));
        }
        for (String part : List.of("龘", "村", "1号", "白云村", "朝阳湖", " ", "\"*:?~", "😀", "\ud83d")) {
            assertSound(matcher.match(part.repeat(200 / part.length())));
            assertSound(matcher.match(part.repeat(10_000)));
        }
        assertSound(matcher.match(""));
        assertSound(matcher.match("' OR 1=1; DROP TABLE address; --"));
        assertSound(matcher.match("text:(和平街 AND *) OR [* TO *] 7号~"));
    }

    private static void assertSound(AddressMatch match) {
        assertThat(match.candidates()).hasSizeLessThanOrEqualTo(AddressMatch.MOST_CANDIDATES);
        assertThat(match.candidates().stream().map(Candidate::score))
                .allSatisfy(score -> assertThat(score).isBetween(0.0, 1.0));
        if (match.kind() == Kind.EXACT || match.kind() == Kind.CORRECTED) {
            assertThat(match.meant()).isEqualTo(1);
        }
        if (match.kind() == Kind.NOT_FOUND) {
            assertThat(match.meant()).isZero();
        }
    }
}
