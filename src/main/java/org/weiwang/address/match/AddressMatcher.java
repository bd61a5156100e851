package org.weiwang.address.match;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.weiwang.address.AddressMatch;
import org.weiwang.address.AddressMatch.Candidate;
import org.weiwang.address.AddressMatch.Kind;
import org.weiwang.address.AddressText;
import org.weiwang.address.Alias;
import org.weiwang.address.ElementKind;
import org.weiwang.address.Fault;
import org.weiwang.address.Fault.Code;
import org.weiwang.address.ParsedAddress;
import org.weiwang.address.PlaceName;
import org.weiwang.address.StoredAddress;
import org.weiwang.address.Suggestion;
import org.weiwang.address.index.AddressBook;
import org.weiwang.address.index.AddressIndex;
import org.weiwang.address.parse.AddressParser;
import org.weiwang.address.parse.Gazetteer;
import org.weiwang.geo.LonLat;

/** Finds which address a text means, among those of all districts. Immutable and thread-safe. */
public final class AddressMatcher {
    private final AddressIndex index;
    private final AddressParser parser;
    private final Interpretation interpretation;
    private final Namesakes namesakes;
    private final Suggester suggester;
    private final Map<String, String> districtNames = new HashMap<>();

    public AddressMatcher(Collection<AddressBook> books, Clock clock) {
        List<PlaceName> names = new ArrayList<>();
        List<Alias> aliases = new ArrayList<>();
        for (AddressBook book : books) {
            names.addAll(book.names());
            aliases.addAll(book.aliases());
        }
        for (PlaceName name : names) {
            if (name.kind() == ElementKind.DISTRICT) {
                districtNames.put(name.district(), name.name());
            }
        }
        index = new AddressIndex(books);
        Gazetteer gazetteer = new Gazetteer(names, aliases, clock);
        parser = new AddressParser(gazetteer);
        Scope scope = new Scope(gazetteer);
        Verifier verifier = new Verifier(parser, gazetteer, new Absence(gazetteer, scope));
        Neighbours neighbours = new Neighbours(index, verifier, scope);
        Hypotheses hypotheses = new Hypotheses(index, verifier, neighbours);
        SimilarNames similar = new SimilarNames(names, aliases);
        interpretation =
                new Interpretation(hypotheses, new Corrections(similar, hypotheses, scope));
        namesakes = new Namesakes(gazetteer, hypotheses);
        suggester = new Suggester(index, parser, gazetteer);
    }

    /** Never fails, whatever the text is. */
    public AddressMatch match(String text) {
        List<StoredAddress> own = index.withKey(text);
        if (!own.isEmpty()) {
            if (!namesDistrict(text, own)) {
                own.addAll(namesakes.of(parser.parse(text), own));
            }
            return ofOwnText(text, own);
        } else if (text.length() > AddressText.LONGEST) {
            Fault fault = new Fault(Code.NOT_UNDERSTOOD, ElementKind.UNKNOWN, "", null);
            return new AddressMatch(Kind.NOT_FOUND, 0, List.of(), List.of(fault), List.of(), 0, 0);
        }
        ParsedAddress parsed = parser.parse(text);
        AddressMatch match = interpretation.of(Query.of(parsed)).answer();
        return match.within(OwnElements.valid(parsed.region().stream()));
    }

    /** Whether the text begins with the name of the one district that the addresses are in. */
    private boolean namesDistrict(String text, List<StoredAddress> own) {
        String district = own.get(0).district();
        String name = districtNames.get(district);
        return name != null
                && text.startsWith(name)
                && own.stream().allMatch(address -> address.district().equals(district));
    }

    private AddressMatch ofOwnText(String text, List<StoredAddress> own) {
        int total = own.size();
        double score = 1.0 / total;
        List<Candidate> candidates =
                own.stream()
                        .limit(AddressMatch.MOST_CANDIDATES)
                        .map(address -> new Candidate(address, score))
                        .toList();
        return new AddressMatch(
                total == 1 ? Kind.EXACT : Kind.AMBIGUOUS,
                score,
                new OwnElements(parser, text),
                List.of(),
                candidates,
                candidates.size(),
                total);
    }

    /**
     * What the text may become, the likeliest first.
     *
     * @param near where what lies nearer comes first among equals; null for none
     */
    public List<Suggestion> suggest(String text, LonLat near, int limit) {
        return suggester.suggest(text, near, limit);
    }
}
