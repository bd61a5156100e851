package org.weiwang.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import org.weiwang.feature.cql2.Token.Kind;

/** Goes through the words of a filter from the first to the last. */
final class TextCursor {
    private final List<Token> tokens;
    private int next;

    TextCursor(List<Token> tokens) {
        this.tokens = tokens;
    }

    Token peek() {
        return tokens.get(next);
    }

    /** The word after {@link #peek}. */
    Token peekSecond() {
        return tokens.get(Math.min(next + 1, tokens.size() - 1));
    }

    /** Never goes past the end. */
    Token take() {
        Token token = peek();
        if (token.kind() != Kind.END) {
            next++;
        }
        return token;
    }

    boolean takeIf(String sign) {
        return passIf(peek().is(sign));
    }

    boolean takeIfWord(String keyword) {
        return passIf(peek().isWord(keyword));
    }

    private boolean passIf(boolean wanted) {
        if (wanted) {
            take();
        }
        return wanted;
    }

    void expect(String sign) throws Cql2Exception {
        if (!takeIf(sign)) {
            throw unexpected(sign);
        }
    }

    void expectWord(String keyword) throws Cql2Exception {
        if (!takeIfWord(keyword)) {
            throw unexpected(keyword);
        }
    }

    String expectText(String wanted) throws Cql2Exception {
        if (peek().kind() != Kind.TEXT) {
            throw unexpected(wanted);
        }
        return take().text();
    }

    /** A number with or without a sign before it. */
    Syntax.Numeric expectNumber() throws Cql2Exception {
        String place = peek().place();
        boolean isNegative = peek().is("-");
        if (isNegative || peek().is("+")) {
            take();
        }
        if (peek().kind() != Kind.NUMBER) {
            throw unexpected("a number");
        }
        return Literals.number((isNegative ? "-" : "") + take().text(), place);
    }

    /** What is written in parentheses, at least one of it, with commas between. */
    <T> List<T> list(Reader<T> reader) throws Cql2Exception {
        List<T> items = new ArrayList<>();
        expect("(");
        do {
            items.add(reader.read());
        } while (takeIf(","));
        expect(")");
        return items;
    }

    /** Reads one thing from where the cursor is. */
    @FunctionalInterface
    interface Reader<T> {
        T read() throws Cql2Exception;
    }

    Cql2Exception unexpected(String wanted) {
        Token found = peek();
        return new Cql2Exception(wanted + " is expected, not " + found.words(), found.place());
    }
}
