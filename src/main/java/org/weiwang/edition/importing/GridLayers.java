package org.weiwang.edition.importing;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.ImportReport.LayerReport;
import org.weiwang.edition.KnownNames;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.Finding;

/** The grids of a hand-over, as they came. Used by one thread. */
final class GridLayers {
    private record Source(LayerFile file, long record) {
        @Override
        public String toString() {
            return file.shortName() + ": record " + record;
        }
    }

    private final ImportRequest request;
    private final List<Grid> grids = new ArrayList<>();
    private final List<LayerReport> reports = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();

    /** By code, which several rows may have. */
    private final Map<String, List<Source>> sources = new HashMap<>();

    /** The names of the towns by their codes, empty where no community tells it. */
    private final Map<String, String> towns = new TreeMap<>();

    /** Empty where no community tells it. */
    private String districtName = "";

    private GridLayers(ImportRequest request) {
        this.request = request;
    }

    /**
     * Reads the grid layers; community, general and micro grids must be there.
     *
     * @throws ImportException naming every row that can't be kept
     */
    static GridLayers read(HandOver handOver, ImportRequest request) throws ImportException {
        GridLayers layers = new GridLayers(request);
        for (Layer layer : Layer.values()) {
            if (layer.level().isPresent()) {
                layers.readLayer(handOver, layer);
            }
        }
        layers.refuseFaults();
        return layers;
    }

    static boolean anyIn(HandOver handOver) {
        return Arrays.stream(Layer.values())
                .anyMatch(layer -> layer.level().isPresent() && handOver.file(layer).isPresent());
    }

    /**
     * The names of the district and its towns, those that no file tells as they are known.
     *
     * @throws ImportException naming all that nobody knows
     */
    KnownNames names(KnownNames known) throws ImportException {
        List<String> unknown = new ArrayList<>();
        String district = districtName.isEmpty() ? known.district() : districtName;
        if (district.isEmpty()) {
            unknown.add(
                    "no community grid names its district (区县名称), nor does an edition in force");
        }
        Map<String, String> named = new HashMap<>();
        towns.forEach(
                (code, name) -> {
                    String town = name.isEmpty() ? known.towns().getOrDefault(code, "") : name;
                    if (town.isEmpty()) {
                        unknown.add(
                                "no community grid names the town %s (乡镇名称), nor does an edition in force"
                                        .formatted(code));
                    }
                    named.put(code, town);
                });
        if (!unknown.isEmpty()) {
            throw ImportException.ofMany(unknown);
        }
        return new KnownNames(district, named);
    }

    List<Grid> grids() {
        return grids;
    }

    Set<String> codes() {
        return sources.keySet();
    }

    /** In which records the grid stands that a finding is about first; empty for none. */
    String records(Finding finding) {
        List<Source> found =
                finding.grids().isEmpty()
                        ? List.of()
                        : sources.getOrDefault(finding.grids().get(0), List.of());
        return found.isEmpty()
                ? ""
                : found.stream().map(Source::toString).collect(joining(", ", " (", ")"));
    }

    List<LayerReport> reports() {
        return reports;
    }

    private void readLayer(HandOver handOver, Layer layer) throws ImportException {
        LayerFile file = handOver.file(layer).orElse(null);
        if (file == null) {
            if (layer != Layer.DEDICATED_GRIDS) {
                faults.add("there is no file for " + layer.id() + "; an edition needs one");
            }
            return;
        }
        Level level = layer.level().orElseThrow();
        LayerRows<Grid> rows =
                new LayerRows<>(layer, file, request, row -> convert(row, level, file));
        try {
            List<Grid> read = rows.all();
            grids.addAll(read);
            reports.add(rows.report(read.size()));
            if (read.isEmpty() && level != Level.DEDICATED) {
                faults.add(file.shortName() + ": holds no grid");
            }
        } catch (ImportException e) {
            faults.addAll(e.faults());
        }
    }

    /** What is wrong with a grid is for the check to find, as long as it can be kept at all. */
    private Grid convert(Row row, Level level, LayerFile file) throws Row.Unusable {
        String code = row.text("code");
        sources.computeIfAbsent(code, c -> new ArrayList<>()).add(new Source(file, row.number()));
        try {
            return new Grid(
                    code,
                    level,
                    row.text("name"),
                    row.textOrNull("kind"),
                    level == Level.COMMUNITY ? town(row) : row.text("parentCode"),
                    row.count("households"),
                    row.outline());
        } catch (Row.Unusable e) {
            throw new Row.Unusable("grid " + code + ": " + e.getMessage());
        }
    }

    /** Takes the town and the district that a community names; the town's code. */
    private String town(Row row) throws Row.Unusable {
        String town = row.code("townCode");
        String townName = row.text("townName");
        String known = towns.getOrDefault(town, "");
        if (differ(known, townName)) {
            throw new Row.Unusable(
                    "the town %s is named %s here and %s before".formatted(town, townName, known));
        }
        towns.put(town, known.isEmpty() ? townName : known);
        String district = row.text("districtCode");
        if (!district.isEmpty() && !district.equals(request.district())) {
            throw new Row.Unusable(
                    "belongs to district " + district + ", not to " + request.district());
        }
        String name = row.text("districtName");
        if (differ(districtName, name)) {
            throw new Row.Unusable("names the district " + name + ", others " + districtName);
        }
        districtName = districtName.isEmpty() ? name : districtName;
        return town;
    }

    /** An empty name says nothing. */
    private static boolean differ(String known, String name) {
        return !known.isEmpty() && !name.isEmpty() && !known.equals(name);
    }

    private void refuseFaults() throws ImportException {
        if (!faults.isEmpty()) {
            throw ImportException.ofMany(faults);
        }
    }
}
