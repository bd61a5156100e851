package org.weiwang.feature.cql2;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.weiwang.feature.cql2.Token.Kind;

/** Reads a filter in text form, by recursive descent as deep as filters may be nested. */
final class TextParser {
    private static final Set<String> KEYWORDS =
            Set.of("AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL");

    private final TextCursor cursor;
    private final WktReader geometries;

    private TextParser(TextCursor cursor) {
        this.cursor = cursor;
        this.geometries = new WktReader(cursor);
    }

    static Syntax parse(String filter) throws Cql2Exception {
        TextParser parser = new TextParser(new TextCursor(Tokens.of(filter)));
        Syntax whole = parser.or(1);
        if (parser.cursor.peek().kind() != Kind.END) {
            throw parser.cursor.unexpected("the end, AND or OR");
        }
        return whole;
    }

    private Syntax or(int depth) throws Cql2Exception {
        return chain("or", depth, this::and);
    }

    private Syntax and(int depth) throws Cql2Exception {
        return chain("and", depth, this::factor);
    }

    /** Reads a part of a filter that is nested this deep. */
    @FunctionalInterface
    private interface Part {
        Syntax read(int depth) throws Cql2Exception;
    }

    private Syntax chain(String op, int depth, Part part) throws Cql2Exception {
        String place = cursor.peek().place();
        List<Syntax> parts = new ArrayList<>();
        do {
            parts.add(part.read(depth));
        } while (cursor.takeIfWord(op));
        return parts.size() == 1 ? parts.get(0) : new Syntax.Call(op, parts, place);
    }

    private Syntax factor(int depth) throws Cql2Exception {
        String place = cursor.peek().place();
        return cursor.takeIfWord("NOT") ? not(predicate(depth), place) : predicate(depth);
    }

    private static Syntax not(Syntax condition, String place) {
        return new Syntax.Call("not", List.of(condition), place);
    }

    /** A condition in parentheses, or an operand and what is said of it. */
    private Syntax predicate(int depth) throws Cql2Exception {
        Syntax first = cursor.peek().is("(") ? inParentheses(depth, this::or) : operand(depth);
        Token word = cursor.peek();
        if (word.kind() == Kind.SIGN && Operator.ofSign(word.text()).isPresent()) {
            cursor.take();
            return call(word.text(), word, first, operand(depth));
        }
        if (cursor.takeIfWord("IS")) {
            boolean isNegated = cursor.takeIfWord("NOT");
            cursor.expectWord("NULL");
            return negated(isNegated, call("isNull", word, first), word);
        }
        boolean isNegated = cursor.takeIfWord("NOT");
        if (cursor.takeIfWord("LIKE")) {
            return negated(isNegated, call("like", word, first, operand(depth)), word);
        }
        if (cursor.takeIfWord("BETWEEN")) {
            Syntax from = operand(depth);
            cursor.expectWord("AND");
            return negated(isNegated, call("between", word, first, from, operand(depth)), word);
        }
        if (cursor.takeIfWord("IN")) {
            String place = cursor.peek().place();
            Syntax items = new Syntax.Items(cursor.list(() -> operand(depth)), place);
            return negated(isNegated, call("in", word, first, items), word);
        }
        if (isNegated) {
            throw cursor.unexpected("LIKE, BETWEEN or IN");
        }
        return first;
    }

    private static Syntax negated(boolean isNegated, Syntax condition, Token word) {
        return isNegated ? not(condition, word.place()) : condition;
    }

    private static Syntax call(String op, Token word, Syntax... arguments) {
        return new Syntax.Call(op, List.of(arguments), word.place());
    }

    private Syntax inParentheses(int depth, Part part) throws Cql2Exception {
        Depth.check(depth + 1, cursor.peek().place());
        cursor.expect("(");
        Syntax inner = part.read(depth + 1);
        cursor.expect(")");
        return inner;
    }

    private Syntax operand(int depth) throws Cql2Exception {
        Token word = cursor.peek();
        String place = word.place();
        if (geometries.isNext()) {
            return new Syntax.Figure(geometries.read(), place);
        }
        return switch (word.kind()) {
            case TEXT -> new Syntax.Text(cursor.take().text(), place);
            case NUMBER -> cursor.expectNumber();
            case QUOTED_NAME -> new Syntax.Name(cursor.take().text(), place);
            case NAME -> cursor.peekSecond().is("(") ? function(depth) : name();
            case SIGN -> word.is("(") ? inParentheses(depth, this::operand) : signed();
            case END -> throw operandExpected();
        };
    }

    private Syntax signed() throws Cql2Exception {
        if (!cursor.peek().is("-") && !cursor.peek().is("+")) {
            throw operandExpected();
        }
        return cursor.expectNumber();
    }

    private Syntax name() throws Cql2Exception {
        Token word = cursor.peek();
        if (KEYWORDS.stream().anyMatch(word::isWord)) {
            throw operandExpected();
        }
        cursor.take();
        if (word.isWord("TRUE") || word.isWord("FALSE")) {
            return new Syntax.Truth(word.isWord("TRUE"), word.place());
        }
        return new Syntax.Name(word.text(), word.place());
    }

    private Cql2Exception operandExpected() {
        return cursor.unexpected("a property, a value or a condition");
    }

    private Syntax function(int depth) throws Cql2Exception {
        Token word = cursor.peek();
        if (KEYWORDS.stream().anyMatch(word::isWord)) {
            throw operandExpected();
        }
        cursor.take();
        String place = word.place();
        if (word.isWord("DATE")) {
            return Literals.date(onlyText("a date in quotes"), place);
        }
        if (word.isWord("TIMESTAMP")) {
            return Literals.timestamp(onlyText("a timestamp in quotes"), place);
        }
        if (word.isWord("INTERVAL")) {
            return interval(place);
        }
        if (word.isWord("BBOX")) {
            return Literals.box(
                    cursor.list(() -> cursor.expectNumber().value().doubleValue()), place);
        }
        String op = Functions.named(word.text(), place);
        Depth.check(depth + 1, place);
        return new Syntax.Call(op, cursor.list(() -> operand(depth + 1)), place);
    }

    private String onlyText(String wanted) throws Cql2Exception {
        cursor.expect("(");
        String text = cursor.expectText(wanted);
        cursor.expect(")");
        return text;
    }

    private Syntax interval(String place) throws Cql2Exception {
        cursor.expect("(");
        Syntax start = intervalEnd();
        cursor.expect(",");
        Syntax end = intervalEnd();
        cursor.expect(")");
        return new Syntax.Interval(start, end, place);
    }

    private Syntax intervalEnd() throws Cql2Exception {
        Token word = cursor.take();
        return switch (word.kind()) {
            case TEXT -> Literals.end(word.text(), word.place());
            case NAME, QUOTED_NAME -> new Syntax.Name(word.text(), word.place());
            case NUMBER, SIGN, END ->
                    throw new Cql2Exception(
                            "a property, or a date or timestamp or .. in quotes is expected, not "
                                    + word.words(),
                            word.place());
        };
    }
}
