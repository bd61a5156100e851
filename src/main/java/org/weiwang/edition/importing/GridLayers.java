package org.weiwang.edition.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.ImportReport.LayerReport;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.grid.Town;

/** The grids of a hand-over, read and checked to belong together. Used by one thread. */
final class GridLayers {
    private static final int FAULTS_LISTED = 50;

    private record Source(LayerFile file, long record, Level level) {
        @Override
        public String toString() {
            return file.shortName() + ": record " + record;
        }
    }

    private final ImportRequest request;
    private final List<Grid> grids = new ArrayList<>();
    private final List<LayerReport> reports = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Town> towns = new TreeMap<>();
    private String districtName;

    private GridLayers(ImportRequest request) {
        this.request = request;
    }

    /**
     * Reads the grid layers; community, general and micro grids must be there.
     *
     * @throws ImportException naming every grid that is wrong, at most {@value #FAULTS_LISTED}
     */
    static GridLayers read(HandOver handOver, ImportRequest request) throws ImportException {
        GridLayers layers = new GridLayers(request);
        for (Layer layer : Layer.values()) {
            if (layer.level().isPresent()) {
                layers.readLayer(handOver, layer);
            }
        }
        layers.checkParents();
        layers.refuseFaults();
        return layers;
    }

    static boolean anyIn(HandOver handOver) {
        return Arrays.stream(Layer.values())
                .anyMatch(layer -> layer.level().isPresent() && handOver.file(layer).isPresent());
    }

    District district() {
        return new District(request.district(), districtName);
    }

    List<Town> towns() {
        return List.copyOf(towns.values());
    }

    List<Grid> grids() {
        return grids;
    }

    Set<String> codes() {
        return sources.keySet();
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

    private Grid convert(Row row, Level level, LayerFile file) throws Row.Unusable {
        Source source = new Source(file, row.number(), level);
        String code = row.code("code");
        Source other = sources.putIfAbsent(code, source);
        if (other != null) {
            throw new Row.Unusable("the code " + code + " is also that of " + other);
        }
        String parent = level == Level.COMMUNITY ? town(row) : row.code("parentCode");
        try {
            return new Grid(
                    code,
                    level,
                    row.requiredText("name"),
                    row.textOrNull("kind"),
                    parent,
                    row.count("households"),
                    row.polygons());
        } catch (Row.Unusable e) {
            throw new Row.Unusable("grid " + code + ": " + e.getMessage());
        }
    }

    /** Takes the town and the district that a community names; the town's code. */
    private String town(Row row) throws Row.Unusable {
        Town town = new Town(row.code("townCode"), row.requiredText("townName"));
        Town known = towns.putIfAbsent(town.code(), town);
        if (known != null && !known.equals(town)) {
            throw new Row.Unusable(
                    "the town %s is named %s here and %s before"
                            .formatted(town.code(), town.name(), known.name()));
        }
        String district = row.text("districtCode");
        if (!district.isEmpty() && !district.equals(request.district())) {
            throw new Row.Unusable(
                    "belongs to district " + district + ", not to " + request.district());
        }
        String name = row.text("districtName");
        if (districtName != null && !districtName.equals(name)) {
            throw new Row.Unusable("names the district " + name + ", others " + districtName);
        }
        districtName = name;
        return town.code();
    }

    private void checkParents() {
        if (!faults.isEmpty()) {
            return; // A parent may be among the grids that could not be read.
        }
        if (districtName == null || districtName.isEmpty()) {
            faults.add("no community grid names its district (区县名称)");
        }
        for (Grid grid : grids) {
            Level wanted = grid.level() == Level.MICRO ? Level.GENERAL : Level.COMMUNITY;
            Source parent = sources.get(grid.parentCode());
            if (grid.level() == Level.COMMUNITY || (parent != null && parent.level() == wanted)) {
                continue;
            }
            faults.add(
                    "%s: grid %s: its parent %s is not a %s grid of this edition"
                            .formatted(
                                    sources.get(grid.code()),
                                    grid.code(),
                                    grid.parentCode(),
                                    wanted.name().toLowerCase(Locale.ROOT)));
        }
    }

    private void refuseFaults() throws ImportException {
        if (faults.isEmpty()) {
            return;
        }
        List<String> listed =
                new ArrayList<>(faults.subList(0, Math.min(faults.size(), FAULTS_LISTED)));
        if (faults.size() > listed.size()) {
            listed.add("and " + (faults.size() - listed.size()) + " more");
        }
        throw new ImportException(listed);
    }
}
