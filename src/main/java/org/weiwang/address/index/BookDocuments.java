package org.weiwang.address.index;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.util.BytesRef;
import org.weiwang.address.AddressText;
import org.weiwang.address.Element;
import org.weiwang.address.ElementKind;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.Reading;
import org.weiwang.address.text.FoldedText;
import org.weiwang.geo.LonLat;

/** Makes what the index has of addresses and facilities. Not thread-safe. */
final class BookDocuments {
    static final String TEXT = "text";
    static final String LON = "lon";
    static final String LAT = "lat";

    /** The house number's digits, without what is behind them. */
    static final String NUMBER = "number";

    private static final int MOST_DIGITS = 9;

    private final Collection<Reading> ofAll;
    private final Map<String, List<BytesRef>> bigrams = new HashMap<>();

    /**
     * @param ofAll what all addresses are found by, whether or not they say it
     */
    BookDocuments(Collection<Reading> ofAll) {
        this.ofAll = ofAll;
    }

    Document facility(String name, LonLat point) {
        Set<Reading> readings = new LinkedHashSet<>(ofAll);
        readings.add(Reading.itself(ElementKind.LANDMARK, name));
        Document document = document(name, point, readings);
        addBigrams(document, name);
        return document;
    }

    Document address(ParsedAddress parsed, LonLat point) {
        Set<Reading> readings = new LinkedHashSet<>(ofAll);
        parsed.elements().forEach(element -> readings.addAll(element.readings()));
        Document document = document(parsed.text(), point, readings);
        boolean isNumbered = false;
        for (Element element : parsed.elements()) {
            Reading first = element.first();
            if (isNarrow(first.kind())) {
                addBigrams(document, first.value());
            } else if (first.kind() == ElementKind.NUMBER && !isNumbered) {
                isNumbered = addNumber(document, first.value());
            }
        }
        return document;
    }

    private static Document document(String text, LonLat point, Collection<Reading> readings) {
        Document document = new Document();
        document.add(new BinaryDocValuesField(TEXT, new BytesRef(text)));
        if (point != null) {
            document.add(degrees(LON, point.lon()));
            document.add(degrees(LAT, point.lat()));
        }
        for (Reading reading : readings) {
            addElement(document, reading.kind(), reading.value());
        }
        return document;
    }

    private static NumericDocValuesField degrees(String field, double degrees) {
        return new NumericDocValuesField(field, Double.doubleToLongBits(degrees));
    }

    private static void addElement(Document document, ElementKind kind, String value) {
        addTerm(document, ElementTerms.ELEMENT, ElementTerms.bytes(kind, value));
        if (kind.isNumber()) {
            for (int end = 1; end <= value.length(); end++) {
                BytesRef beginning = ElementTerms.bytes(kind, value.substring(0, end));
                addTerm(document, ElementTerms.BEGINNING, beginning);
            }
        }
    }

    private void addBigrams(Document document, String name) {
        for (BytesRef bigram : bigrams.computeIfAbsent(name, BookDocuments::bigrams)) {
            addTerm(document, ElementTerms.BIGRAM, bigram);
        }
    }

    private static List<BytesRef> bigrams(String name) {
        String folded = FoldedText.of(name, AddressText.LONGEST).toString();
        return ElementTerms.bigrams(folded).stream().map(BytesRef::new).toList();
    }

    private static boolean addNumber(Document document, String value) {
        int digits = 0;
        while (digits < value.length() && Character.isDigit(value.charAt(digits))) {
            digits++;
        }
        if (digits == 0 || digits > MOST_DIGITS) {
            return false;
        }
        long number = Long.parseLong(value.substring(0, digits));
        document.add(new NumericDocValuesField(NUMBER, number));
        return true;
    }

    private static void addTerm(Document document, String field, BytesRef term) {
        document.add(new StringField(field, term, Field.Store.NO));
    }

    /** Whether names of the kind tell addresses of a district apart. */
    private static boolean isNarrow(ElementKind kind) {
        return switch (kind) {
            case TOWN, COMMUNITY, ROAD, ESTATE, LANDMARK, UNKNOWN -> true;
            default -> false;
        };
    }
}
