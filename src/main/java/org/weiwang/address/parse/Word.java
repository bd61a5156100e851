package org.weiwang.address.parse;

import java.util.TreeMap;
import org.weiwang.address.AddressText;

/** Words that are neither numbers nor names of the data. */
enum Word {
    PROVINCE(AddressText.PROVINCE + " 四川"),
    CITY(AddressText.CITY + " 成都"),
    /** Says nothing about the place. */
    FILLER(
            "中国 中华人民共和国 位于 在 就在 住在 家住 住 我在 我家 我家在 我家住在 我们 我们在"
                    + " 我住在 人在 地址 地址是 地址在 请到 请来 请去 麻烦到 到 去 来 找 送到 送 的 那边 那里 那儿 那个"
                    + " 这边 这里 这儿 这个 里面 里头 里 内 院内 院里 院子里 门口 大门口 一下 啊 呢 嘛 哈 哦 吧 是"
                    + " 家 家里 门牌 门牌号 号码 谢谢 请问 麻烦 喂 你好 您好 快点"),
    /** Says that the place lies near what is named. */
    RELATION(
            "旁边 旁 边上 侧边 侧面 对面 斜对面 正对面 附近 隔壁 对门 背后 后面 后边 前面 前边 左边 右边"
                    + " 左侧 右侧 周边 一带 路口 十字路口 交叉口 交叉路口 交汇处 之间 中间 往东 往西 往南 往北"
                    + " 以东 以西 以南 以北 往前 往后 对岸 河对岸 对过 斜对过 靠近 挨着 紧邻");

    private static final Trie<Word> WORDS = words();

    private final String words;

    Word(String words) {
        this.words = words;
    }

    private static Trie<Word> words() {
        TreeMap<String, Word> words = new TreeMap<>();
        for (Word word : values()) {
            for (String each : word.words.split(" ")) {
                words.put(each, word);
            }
        }
        return new Trie<>(words);
    }

    /** As which of its words all of them are understood. */
    String canonical() {
        return words.substring(0, words.indexOf(' '));
    }

    static Trie<Word> all() {
        return WORDS;
    }
}
