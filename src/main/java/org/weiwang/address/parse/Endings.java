package org.weiwang.address.parse;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.weiwang.address.ElementKind;
import org.weiwang.address.text.ChineseNumerals;
import org.weiwang.address.text.FoldedText;

/** How the names of places end, the longest endings first. */
final class Endings {
    /** Endings that are put for each other, and left out, of names of one kind. */
    private static final Map<ElementKind, List<String>> EXCHANGED =
            Map.of(
                    ElementKind.DISTRICT, longestFirst("县 区 市 新区"),
                    ElementKind.TOWN, longestFirst("街道办事处 街道办 街道 镇政府 镇 乡"),
                    ElementKind.COMMUNITY,
                            longestFirst(
                                    "村民委员会 村委会 村村委会 村村民委员会 村委 社区居民委员会 社区居委会"
                                            + " 社区居委 社区村委会 居民委员会 居委会 居委 社区 村"),
                    ElementKind.ROAD, longestFirst("大道 大街 路 街 巷 巷子 道"));

    /** Endings of estates; they are left out, but one does not stand for another. */
    private static final List<String> ESTATE =
            longestFirst(
                    "小区 花园 家园 佳园 雅园 庭园 新园 园 雅苑 新苑 佳苑 苑 名城 新城 城 华府 名府 府邸 府"
                            + " 公馆 公寓 公寓楼 大厦 广场 山庄 新村 宿舍 宿舍楼 家属院 家属区 院子 大院 小院 院落"
                            + " 院 名邸 名居 雅居 新居 华庭 庭 湾 半岛 里 坊 郡 轩 阁 林盘 大楼 商城 市场 安置点"
                            + " 聚居点 集中居住区 中心");

    /** Endings of names that no list of names holds, with the kind that they tell. */
    private static final Map<ElementKind, List<String>> TELLING =
            Map.of(
                    ElementKind.TOWN, longestFirst("街道 镇 乡"),
                    ElementKind.COMMUNITY, longestFirst("社区 村"),
                    ElementKind.ROAD, longestFirst("大道 路 街 巷 巷子 胡同"),
                    ElementKind.ESTATE, ESTATE);

    private static final Trie<ElementKind> BACKWARDS = backwards();

    private Endings() {}

    private static List<String> longestFirst(String words) {
        return Stream.of(words.split(" "))
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    private static Trie<ElementKind> backwards() {
        TreeMap<String, ElementKind> words = new TreeMap<>();
        TELLING.forEach(
                (kind, endings) ->
                        endings.forEach(
                                ending ->
                                        words.put(
                                                new StringBuilder(ending).reverse().toString(),
                                                kind)));
        return new Trie<>(words);
    }

    static List<String> exchanged(ElementKind kind) {
        return EXCHANGED.getOrDefault(kind, List.of());
    }

    /** The name without its ending; the name itself where it has none that is known. */
    static String stem(ElementKind kind, String name) {
        List<String> endings = kind == ElementKind.ESTATE ? ESTATE : exchanged(kind);
        for (String ending : endings) {
            if (name.endsWith(ending) && name.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** The longest ending of a name that tells a kind, and the kind. */
    record Told(ElementKind kind, int length) {}

    /** What the end of a text's beginning tells; null where nothing. */
    static Told told(CharSequence text, int to) {
        char last = text.charAt(to - 1);
        if (last != '段' && last != '期') {
            return plainly(text, to);
        }
        int end = to - 1;
        while (end > 0 && isCounting(text.charAt(end - 1))) {
            end--;
        }
        Told told = end < to - 1 ? plainly(text, end) : null;
        ElementKind counted = last == '段' ? ElementKind.ROAD : ElementKind.ESTATE;
        return told != null && told.kind == counted
                ? new Told(counted, told.length + to - end)
                : null;
    }

    /** As in 东三段 and 第2期. */
    private static boolean isCounting(char c) {
        return "东南西北中上下第".indexOf(c) >= 0 || FoldedText.isDigit(c) || ChineseNumerals.isNumeral(c);
    }

    private static Told plainly(CharSequence text, int to) {
        Told told = null;
        int node = Trie.ROOT;
        for (int i = to - 1; i >= 0; i--) {
            node = BACKWARDS.child(node, text.charAt(i));
            if (node == Trie.NONE) {
                break;
            }
            if (BACKWARDS.value(node) != null) {
                told = new Told(BACKWARDS.value(node), to - i);
            }
        }
        return told;
    }
}
