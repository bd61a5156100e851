package org.weiwang.feature.cql2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How texts are matched, put in order, and taken without their case. */
class TextsTest {
    private static final List<String> CHARACTERS =
            List.of("a", "b", "%", "_", "\\", "街", "\uD83C\uDFE0", "\uFF21", "\n");

    /** As a regular expression finds, where that is soon enough. */
    @Property(tries = 5_000)
    void aPatternMatchesWhatItSays(@ForAll long seed) {
        Random random = new Random(seed);
        String text = some(random, 7);
        String pattern = some(random, 7);
        if (LikePattern.endsInEscape(pattern)) {
            pattern += "%";
        }
        assertThat(new LikePattern(pattern).matches(text))
                .as("%s LIKE %s", text, pattern)
                .isEqualTo(Pattern.compile(regex(pattern), Pattern.DOTALL).matcher(text).matches());
    }

    private static String regex(String pattern) {
        StringBuilder regex = new StringBuilder();
        boolean isEscaped = false;
        for (int c : pattern.codePoints().toArray()) {
            if (!isEscaped && c == '\\') {
                isEscaped = true;
            } else {
                boolean isLetter = isEscaped || c != '%' && c != '_';
                String letter = Pattern.quote(Character.toString(c));
                regex.append(isLetter ? letter : c == '%' ? ".*" : ".");
                isEscaped = false;
            }
        }
        return regex.toString();
    }

    private static String some(Random random, int most) {
        return random.ints(random.nextInt(most), 0, CHARACTERS.size())
                .mapToObj(CHARACTERS::get)
                .collect(Collectors.joining());
    }

    /** A pattern with which a search by trial and error never ends. */
    @Test
    void noPatternTakesLong() {
        LikePattern pattern = new LikePattern("%a".repeat(1_000) + "b");
        String text = "a".repeat(5_000);
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(10), () -> assertThat(pattern.matches(text)).isFalse());
    }

    @Property(tries = 5_000)
    void textsAreInTheOrderOfTheirBytes(@ForAll long seed) {
        Random random = new Random(seed);
        String a = some(random, 5);
        String b = some(random, 5);
        int bytes =
                Arrays.compareUnsigned(
                        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
        assertThat(Integer.signum(Order.compare(a, b))).isEqualTo(Integer.signum(bytes));
    }

    @Test
    void numbersAreComparedAsWhatTheyAre() {
        assertThat(Order.compare(1, 1L)).isZero();
        assertThat(Order.compare(1, 1.0)).isZero();
        assertThat(Order.compare(0.0, -0.0)).isZero();
        assertThat(Order.compare(2, 1.5)).isPositive();
        assertThat(Order.compare(Long.MAX_VALUE, Long.MAX_VALUE - 1)).isPositive();
    }

    @ParameterizedTest
    @CsvSource({
        "Straße, STRASSE",
        "ẞ, ß",
        "Οδος, ΟΔΟΣ",
        "ὀδούς, ὈΔΟΎΣ",
        "ﬁn, FIN",
        "İ, i\u0307",
        "K, \u212A",
        "锦绣A座, 锦绣a座",
        "Ａ, ａ",
        "ⅷ, Ⅷ",
        "𐐀, 𐐨",
        "Ꭰ, ꭰ"
    })
    void differencesOfCaseAreFolded(String one, String other) {
        assertThat(CaseFolding.fold(one)).isEqualTo(CaseFolding.fold(other));
        assertThat(CaseFolding.fold(CaseFolding.fold(one))).isEqualTo(CaseFolding.fold(one));
    }

    @Test
    void otherDifferencesAreNot() {
        assertThat(CaseFolding.fold("ı")).isNotEqualTo(CaseFolding.fold("i"));
        assertThat(CaseFolding.fold("é")).isNotEqualTo(CaseFolding.fold("e"));
        assertThat(CaseFolding.fold("街")).isEqualTo("街");
    }
}
