package org.weiwang.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weiwang.feature.cql2.Token.Kind;

/** Takes a filter in text form apart into its words. */
final class Tokens {
    /** What a backslash makes of the letter after it, within a text. */
    private static final Map<Character, Character> ESCAPED =
            Map.of(
                    'a', '\u0007', 'b', '\b', 't', '\t', 'n', '\n', 'v', '\u000b', 'f', '\f', 'r',
                    '\r', '\'', '\'', '\\', '\\');

    private final String filter;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private Tokens(String filter) {
        this.filter = filter;
    }

    /**
     * @return the words in order, and {@link Kind#END}
     * @throws Cql2Exception for a quote that is not closed, or a character that stands for nothing
     */
    static List<Token> of(String filter) throws Cql2Exception {
        Tokens tokens = new Tokens(filter);
        while (tokens.isBeforeNext()) {
            tokens.take();
        }
        tokens.tokens.add(new Token(Kind.END, "", filter.length() + 1));
        return tokens.tokens;
    }

    private boolean isBeforeNext() {
        while (next < filter.length() && isSpace(filter.charAt(next))) {
            next++;
        }
        return next < filter.length();
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private void take() throws Cql2Exception {
        int start = next;
        int first = filter.codePointAt(start);
        if (first == '\'') {
            tokens.add(new Token(Kind.TEXT, text(), start + 1));
        } else if (first == '"') {
            tokens.add(new Token(Kind.QUOTED_NAME, quotedName(), start + 1));
        } else if (isDigit(start) || first == '.' && isDigit(start + 1)) {
            passNumber();
            add(Kind.NUMBER, start);
        } else if (isNameStart(first)) {
            passName();
            add(Kind.NAME, start);
        } else if ("(),=+-*/%^".indexOf(first) >= 0) {
            next++;
            add(Kind.SIGN, start);
        } else if (first == '<' || first == '>') {
            next++;
            if (isAt(next, '=') || first == '<' && isAt(next, '>')) {
                next++;
            }
            add(Kind.SIGN, start);
        } else {
            throw new Cql2Exception(
                    "the character " + Character.toString(first) + " stands for nothing here",
                    place(start));
        }
    }

    private void add(Kind kind, int start) {
        tokens.add(new Token(kind, filter.substring(start, next), start + 1));
    }

    /** A quote within is written twice, or after a backslash. */
    private String text() throws Cql2Exception {
        int start = next++;
        StringBuilder text = new StringBuilder();
        while (next < filter.length()) {
            char c = filter.charAt(next++);
            if (c == '\'') {
                if (!isAt(next, '\'')) {
                    return text.toString();
                }
                next++;
            } else if (c == '\\' && next < filter.length()) {
                Character meant = ESCAPED.get(filter.charAt(next));
                if (meant != null) {
                    c = meant;
                    next++;
                }
            }
            text.append(c);
        }
        throw new Cql2Exception("this text has no closing quote '", place(start));
    }

    private String quotedName() throws Cql2Exception {
        int start = next;
        int end = filter.indexOf('"', start + 1);
        if (end < 0) {
            throw new Cql2Exception("this name has no closing quote \"", place(start));
        }
        next = end + 1;
        return filter.substring(start + 1, end);
    }

    private void passNumber() throws Cql2Exception {
        int start = next;
        passDigits();
        if (isAt(next, '.')) {
            next++;
            passDigits();
        }
        if (isAt(next, 'e') || isAt(next, 'E')) {
            next += isAt(next + 1, '-') || isAt(next + 1, '+') ? 2 : 1;
            if (!isDigit(next)) {
                throw new Cql2Exception("this number has no digits after its E", place(start));
            }
            passDigits();
        }
        if (next < filter.length() && isNameStart(filter.codePointAt(next))) {
            throw new Cql2Exception("a name does not begin with a digit", place(start));
        }
    }

    private void passDigits() {
        while (isDigit(next)) {
            next++;
        }
    }

    private void passName() {
        while (next < filter.length()) {
            int c = filter.codePointAt(next);
            if (!isNameStart(c) && c != '.' && !Character.isUnicodeIdentifierPart(c)) {
                return;
            }
            next += Character.charCount(c);
        }
    }

    private static boolean isNameStart(int c) {
        return c == ':' || c == '_' || Character.isLetter(c);
    }

    private boolean isDigit(int at) {
        return at < filter.length() && filter.charAt(at) >= '0' && filter.charAt(at) <= '9';
    }

    private boolean isAt(int at, char c) {
        return at < filter.length() && filter.charAt(at) == c;
    }

    private static String place(int start) {
        return "character " + (start + 1);
    }
}
