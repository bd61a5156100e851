package org.weiwang.address.parse;

import java.util.TreeMap;
import org.weiwang.address.text.FoldedText;

/** 量词: what a number counts, as the word behind it says. */
enum Classifier {
    NUMBER("号 号院 号院子 号大院 号院内 号门口 号门市 号门面 号铺面 号商铺 号铺"),
    /** 35院 is 35号院, but 四院 a hospital. */
    YARD("院 院内 院里 院子 院落 大院"),
    /** Before or behind the number itself: 附3号, 之3. */
    SUB_NUMBER(""),
    GROUP("组 社 队 小组 村民组 村民小组 居民组 居民小组 生产队 生产小组 合作社 大队"),
    BUILDING("栋 幢 座 号楼 号栋 号幢 栋楼 幢楼 座楼 #楼 #栋 #幢"),
    UNIT("单元 单元楼 号单元 门栋 梯 门 号门"),
    /** A building or a floor. */
    STOREY("楼 层 层楼 f"),
    ROOM("室 房 户 号房 号室 房间 号房间"),
    /** 3#, which may be a building or a number. */
    HASH("#"),
    /** Words that begin like a classifier and are none. */
    NONE(
            "社区 社会 组团 组织 队伍 楼盘 门市 门面 门诊 房产 户型 号线 号桥 号路 号街 号地块 门镇 门街"
                    + " 门路 门村 门社区 房村 房镇 房街 楼村 楼镇 楼街 楼路 社村 队村 组村 座村 层村 梯田");

    private static final Trie<Classifier> WORDS = words();

    private final String words;

    Classifier(String words) {
        this.words = words;
    }

    private static Trie<Classifier> words() {
        TreeMap<String, Classifier> words = new TreeMap<>();
        for (Classifier classifier : values()) {
            for (String word : classifier.words.split(" ")) {
                if (!word.isEmpty()) {
                    words.put(word, classifier);
                }
            }
        }
        return new Trie<>(words);
    }

    /**
     * Where the longest word that begins here ends; the place itself where none does. In 12组， 团结村
     * is no 组团, but 3 号 楼 is a building.
     */
    static int end(FoldedText text, int from) {
        int end = from;
        int node = Trie.ROOT;
        boolean isTorn = false;
        for (int i = from; i < text.length(); i++) {
            node = WORDS.child(node, text.charAt(i));
            if (node == Trie.NONE) {
                break;
            }
            isTorn |= i > from && text.isApart(i);
            Classifier classifier = WORDS.value(node);
            if (classifier != null && !(isTorn && classifier == NONE)) {
                end = i + 1;
            }
        }
        return end;
    }

    /** What the word says; it is one. */
    static Classifier of(CharSequence text, int from, int to) {
        int node = Trie.ROOT;
        for (int i = from; i < to; i++) {
            node = WORDS.child(node, text.charAt(i));
        }
        return WORDS.value(node);
    }
}
