package org.weiwang.edition.comparing.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weiwang.edition.comparing.Change;
import org.weiwang.edition.comparing.Changed;
import org.weiwang.edition.comparing.Comparison;
import org.weiwang.edition.comparing.Facts;
import org.weiwang.edition.comparing.Flow;
import org.weiwang.edition.comparing.Reshaping;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;

/** Writes a comparison as one document; areas are in square metres. */
final class ComparisonJson {
    private static final ObjectMapper MAPPER =
            new ObjectMapper().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);

    private record Document(
            String from,
            String to,
            District district,
            Map<String, Map<Change, Long>> counts,
            Addresses addresses,
            List<ChangedDocument> changes,
            List<FlowDocument> flows) {}

    /**
     * @param dataSet version of the addresses in force, null where there are none
     */
    private record Addresses(Long dataSet, long total, long moved, long householdsMoved) {}

    /**
     * @param gained null, as is lost, where it is not reshaped
     */
    private record ChangedDocument(
            String level,
            String code,
            Set<Change> changes,
            FactsDocument before,
            FactsDocument after,
            Double gained,
            Double lost) {}

    /**
     * @param area null for a town
     */
    private record FactsDocument(
            String name, String parent, String kind, Integer households, Double area) {}

    private record FlowDocument(Ref from, Ref to, long addresses, long households) {}

    private record Ref(String code, String name, String level) {}

    private ComparisonJson() {}

    static void write(Comparison comparison, OutputStream out) throws IOException {
        MAPPER.writeValue(
                out,
                new Document(
                        comparison.from(),
                        comparison.to(),
                        comparison.district(),
                        comparison.counts(),
                        new Addresses(
                                comparison.pair().dataSet(),
                                comparison.addresses(),
                                comparison.addressesMoved(),
                                comparison.householdsMoved()),
                        comparison.changed().stream().map(ComparisonJson::document).toList(),
                        comparison.flows().stream().map(ComparisonJson::document).toList()));
    }

    private static ChangedDocument document(Changed changed) {
        Reshaping reshaping = changed.reshaping();
        return new ChangedDocument(
                changed.levelName(),
                changed.code(),
                changed.changes(),
                document(changed.before()),
                document(changed.after()),
                reshaping == null ? null : SquareMetres.of(reshaping.gained()),
                reshaping == null ? null : SquareMetres.of(reshaping.lost()));
    }

    private static FactsDocument document(Facts facts) {
        return facts == null
                ? null
                : new FactsDocument(
                        facts.name(),
                        facts.parentCode(),
                        facts.kind(),
                        facts.households(),
                        facts.geometry() == null ? null : SquareMetres.of(facts.geometry()));
    }

    private static FlowDocument document(Flow flow) {
        return new FlowDocument(
                ref(flow.from()), ref(flow.to()), flow.addresses(), flow.households());
    }

    private static Ref ref(Grid grid) {
        return grid == null ? null : new Ref(grid.code(), grid.name(), grid.level().name());
    }
}
