package org.weiwang.address.parse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.weiwang.address.ElementKind;
import org.weiwang.address.text.ChineseNumerals;
import org.weiwang.address.text.FoldedText;

/**
 * Cuts folded text into pieces such that they cost least: the fewest characters that nothing
 * explains, then the fewest pieces. The work grows with the text's length times that of the longest
 * name. Of one text, not thread-safe.
 */
final class Segmentation {
    private static final int NAME = 100;
    private static final int BARE_NAME = 110;

    /** The data name places in full; and nobody says 朝阳湖 where 朝阳湖镇 stands. */
    private static final int UNLIKELY_BARE_NAME = 300;

    private static final int NUMERAL = 100;

    /** 三 is a digit, 一二三 perhaps the end of one name and the beginning of something else. */
    private static final int SPELLED_OUT = 150;

    private static final int NUMERAL_ALONE = 140;
    private static final int WORD = 60;

    /** Dearer than a word, since a name may have the character. */
    private static final int SHORT_WORD = 300;

    private static final int SIGN = 20;
    private static final int STRANGE_NAME = 250;
    private static final int STRANGE_CHARACTER = 70;

    /** Behind 魁星, 东路 is rather the end of a longer name than a name. */
    private static final int STRANGE_SHORT_NAME = 250;

    /** More than one such name costs less than what holds several. */
    private static final int STRANGE_NAMES = 400;

    private static final int UNKNOWN = 300;
    private static final int UNKNOWN_CHARACTER = 1000;

    private static final int LONGEST_STRANGE_NAME = 16;
    private static final int UNSEEN = Integer.MAX_VALUE;

    private final FoldedText text;
    private final Trie<Names> forms;
    private final boolean isStored;
    private final int[] costs;
    private final Piece[] best;

    /** Of each end the last place where a whole known name begins that ends there. */
    private final int[] wholeName;

    /** Of each place where the longest whole known name ends that begins there. */
    private final int[] wholeEnd;

    /** Of each end what it tells about a name that ends there, once it was asked. */
    private final Endings.Told[] told;

    private final boolean[] isTold;

    /** How often a piece was tried or a character looked at: what bounds the time. */
    private int steps;

    /**
     * @param isStored whether the text is one of the data, which names no place by a bare stem and
     *     has names between numbers without an ending
     */
    Segmentation(FoldedText text, Trie<Names> forms, boolean isStored) {
        this.text = text;
        this.forms = forms;
        this.isStored = isStored;
        costs = new int[text.length() + 1];
        best = new Piece[text.length() + 1];
        wholeName = new int[text.length() + 1];
        wholeEnd = new int[text.length()];
        told = new Endings.Told[text.length() + 1];
        isTold = new boolean[text.length() + 1];
        Arrays.fill(costs, UNSEEN);
        Arrays.fill(wholeName, -1);
        costs[0] = 0;
    }

    int steps() {
        return steps;
    }

    List<Piece> pieces() {
        for (int i = 0; i < text.length(); i++) {
            markNames(i);
        }
        for (int i = 0; i < text.length(); i++) {
            tryNames(i);
            tryNumeral(i);
            tryWords(i);
            tryStrangeNames(i);
            tryUnknown(i);
        }
        List<Piece> pieces = new ArrayList<>();
        for (int end = text.length(); end > 0; end = best[end].from()) {
            pieces.add(best[end]);
        }
        Collections.reverse(pieces);
        return pieces;
    }

    private void offer(int cost, Piece piece) {
        steps++;
        if (isBetter(cost, piece.from(), piece.to())) {
            costs[piece.to()] = costs[piece.from()] + cost;
            best[piece.to()] = piece;
        }
    }

    private boolean isBetter(int cost, int from, int to) {
        return costs[from] + cost < costs[to];
    }

    private void markNames(int from) {
        if (!isCut(from)) {
            return;
        }
        int node = Trie.ROOT;
        for (int i = from; i < text.length(); i++) {
            node = forms.child(node, text.charAt(i));
            steps++;
            if (node == Trie.NONE) {
                return;
            }
            Names names = forms.value(node);
            if (names != null && !names.isBare() && isCut(i + 1)) {
                wholeName[i + 1] = from;
                wholeEnd[from] = i + 1;
            }
        }
    }

    private void tryNames(int from) {
        if (!isCut(from)) {
            return;
        }
        int node = Trie.ROOT;
        for (int i = from; i < text.length(); i++) {
            node = forms.child(node, text.charAt(i));
            if (node == Trie.NONE) {
                return;
            }
            Names names = forms.value(node);
            if (names != null && isCut(i + 1)) {
                boolean isUnlikely = isStored || wholeEnd[from] > i + 1;
                int bare = isUnlikely ? UNLIKELY_BARE_NAME : BARE_NAME;
                int cost = names.isBare() ? bare : NAME;
                if (isBetter(cost, from, i + 1)) {
                    offer(cost, Piece.name(from, i + 1, names));
                }
            }
        }
    }

    private boolean isCut(int at) {
        return Numeral.isCut(text, at);
    }

    private void tryNumeral(int from) {
        Numeral numeral = Numeral.at(text, from);
        steps++;
        if (numeral == null) {
            return;
        }
        if (numeral.classifier() == null && isWithinWord(from)) {
            return;
        }
        if (numeral.classifier() == null) {
            offer(NUMERAL_ALONE, Piece.numeral(numeral));
            return;
        }
        boolean isSpelledOut = numeral.isChinese() && isSpelledOut(numeral);
        offer(NUMERAL + (isSpelledOut ? SPELLED_OUT : 0), Piece.numeral(numeral));
        boolean isLonely = numeral.isChinese() || isLetter(numeral) || isWithinWord(from);
        if (!isLonely && from == numeral.digits()) {
            offer(NUMERAL_ALONE, Piece.numeral(numeral.bare()));
        }
    }

    /** Whether the digits are the end of a word in letters, which is no name: wx123. */
    private boolean isWithinWord(int from) {
        return Numeral.isBehindLetter(text, from) && best[from].type() != Piece.Type.NAME;
    }

    private boolean isLetter(Numeral numeral) {
        return numeral.behind() == numeral.digits() + 1
                && !FoldedText.isDigit(text.charAt(numeral.digits()));
    }

    private boolean isSpelledOut(Numeral numeral) {
        for (int i = numeral.digits(); i < numeral.behind(); i++) {
            if ("十百千拾廿卅".indexOf(text.charAt(i)) >= 0) {
                return false;
            }
        }
        return numeral.behind() - numeral.digits() > 1;
    }

    private void tryWords(int from) {
        char c = text.charAt(from);
        if (c == '-' || c == '#') {
            offer(SIGN, Piece.of(Piece.Type.FILLER, from, from + 1));
        }
        int node = Trie.ROOT;
        for (int i = from; i < text.length(); i++) {
            node = Word.all().child(node, text.charAt(i));
            steps++;
            if (node == Trie.NONE) {
                return;
            }
            Word word = Word.all().value(node);
            if (word != null) {
                offer(i == from ? SHORT_WORD : WORD, Piece.of(type(word), from, i + 1));
            }
        }
    }

    private static Piece.Type type(Word word) {
        return switch (word) {
            case PROVINCE -> Piece.Type.PROVINCE;
            case CITY -> Piece.Type.CITY;
            case FILLER -> Piece.Type.FILLER;
            case RELATION -> Piece.Type.RELATION;
        };
    }

    private void tryStrangeNames(int from) {
        boolean isBehindUnknown =
                from > 0 && best[from].type() == Piece.Type.UNKNOWN && !text.isApart(from);
        // 的 only leads to a name: 蒲江县的迎佳路.
        if (isBehindUnknown || !isCut(from) || text.charAt(from) == '的') {
            return;
        }
        boolean isWithin = isStored && from > 0 && best[from].type() == Piece.Type.NUMERAL;
        int most = Math.min(text.length(), from + LONGEST_STRANGE_NAME);
        for (int to = from + 1; to <= most && goesOn(from, to); to++) {
            steps++;
            Endings.Told told = told(to);
            boolean isTold = told != null && told.length() < to - from;
            if (isTold || (isWithin && to - from > 1 && endsBeforeNumber(to))) {
                tryStrangeName(from, to, isTold ? told : null);
            }
        }
    }

    /** Whether a name may have the character before the place; a number only before 段 or 期. */
    private boolean goesOn(int from, int to) {
        char last = text.charAt(to - 1);
        if (last == '-' || last == '#' || (to - 1 > from && text.isApart(to - 1))) {
            return false;
        }
        return !Numeral.isAlphanumeric(last)
                || (to < text.length() && (text.charAt(to) == '段' || text.charAt(to) == '期'));
    }

    private Endings.Told told(int to) {
        if (!isTold[to]) {
            isTold[to] = true;
            told[to] = Endings.told(text, to);
        }
        return told[to];
    }

    private void tryStrangeName(int from, int to, Endings.Told told) {
        boolean holdsName = wholeName[to] >= from + 2;
        if (holdsName || (told != null && isBeginOfStreets(told.kind(), to))) {
            return;
        }
        boolean isShort = told != null && to - from == told.length() + 1 && isBehindBareName(from);
        int cost =
                STRANGE_NAME
                        + STRANGE_CHARACTER * (to - from)
                        + (isShort ? STRANGE_SHORT_NAME : 0)
                        + (told != null && isSeveral(from, to - told.length()) ? STRANGE_NAMES : 0);
        if (isBetter(cost, from, to)) {
            offer(cost, Piece.strange(from, to, told == null ? ElementKind.ESTATE : told.kind()));
        }
    }

    /** Whether there is an end of a name before the last name's own: 甘溪镇箭塔村 is two. */
    private boolean isSeveral(int from, int lastEnding) {
        for (int end = from + 3; end < lastEnding; end++) {
            steps++;
            Endings.Told inner = told(end);
            boolean isName =
                    inner != null
                            && inner.kind() != ElementKind.ESTATE
                            && end - from - inner.length() >= 2
                            && !isBeginOfStreets(inner.kind(), end);
            if (isName) {
                return true;
            }
        }
        return false;
    }

    private boolean isBehindBareName(int from) {
        Piece before = best[from];
        return before != null
                && before.type() == Piece.Type.NAME
                && before.names().isBare()
                && !text.isApart(from);
    }

    /** 街 of 街道 ends no road. */
    private boolean isBeginOfStreets(ElementKind kind, int to) {
        return kind == ElementKind.ROAD && to < text.length() && text.charAt(to) == '道';
    }

    private boolean endsBeforeNumber(int to) {
        return to == text.length()
                || text.isApart(to)
                || Numeral.isAlphanumeric(text.charAt(to))
                || (ChineseNumerals.isNumeral(text.charAt(to)) && Numeral.at(text, to) != null);
    }

    private void tryUnknown(int from) {
        Piece before = best[from];
        boolean goesOn = from > 0 && before.type() == Piece.Type.UNKNOWN && !text.isApart(from);
        int begin = goesOn ? before.from() : from;
        int cost = costs[from] - costs[begin] + UNKNOWN_CHARACTER + (goesOn ? 0 : UNKNOWN);
        offer(cost, Piece.of(Piece.Type.UNKNOWN, begin, from + 1));
    }
}
