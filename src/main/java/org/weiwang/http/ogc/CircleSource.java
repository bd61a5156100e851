package org.weiwang.http.ogc;

import static org.weiwang.feature.Property.Type.INTEGER;
import static org.weiwang.feature.Property.Type.NUMBER;
import static org.weiwang.feature.Property.Type.STRING;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.CityLayer;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.CircleLayer;
import org.weiwang.atlas.circle.Findings;
import org.weiwang.circle.analysis.CategoryResult;
import org.weiwang.circle.analysis.GroupResult;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.standard.Standard;
import org.weiwang.feature.FeatureType;
import org.weiwang.feature.GeometryType;
import org.weiwang.feature.Property;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.http.circle.CircleParameters;
import org.weiwang.http.circle.CircleStamp;
import org.weiwang.http.circle.Circles;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Parameters;

/**
 * The grids of a level with what their homes reach, both of the same editions; flat as GIS tools
 * and spreadsheets have it: the figures of a category are named by its id, such as {@code
 * market_minutes}.
 */
final class CircleSource implements Source {
    private final InForce inForce;
    private final Circles circles;
    private final Level level;

    /** By the id of the standard, whose categories have seven columns each. */
    private final Map<String, Table<Reached>> tables = new HashMap<>();

    /** A grid with what its homes reach. */
    private record Reached(Grid grid, Findings findings, GroupResult result) {}

    /**
     * @param id of the collection
     * @param level other than DEDICATED
     */
    private CircleSource(InForce inForce, Circles circles, String id, Level level) {
        this.inForce = inForce;
        this.circles = circles;
        this.level = level;
        for (Standard standard : circles.standards().all()) {
            tables.put(standard.id(), table(id, standard));
        }
    }

    static List<OgcCollection> collections(InForce inForce, Circles circles) {
        return List.of(
                collection(
                        inForce,
                        circles,
                        "circle-micro",
                        "微网格生活圈 Living circle by micro grid",
                        Level.MICRO),
                collection(
                        inForce,
                        circles,
                        "circle-general",
                        "一般网格生活圈 Living circle by general grid",
                        Level.GENERAL),
                collection(
                        inForce,
                        circles,
                        "circle-community",
                        "社区总网格生活圈 Living circle by community grid",
                        Level.COMMUNITY));
    }

    private static OgcCollection collection(
            InForce inForce, Circles circles, String id, String title, Level level) {
        return new OgcCollection(
                id,
                title,
                "各网格住户步行所能到达的服务，按标准、步行者和规则计算 What the homes of each grid reach on foot, by standard, profile and rule",
                new CircleSource(inForce, circles, id, level));
    }

    @Override
    public List<String> choices() {
        return List.of(CircleParameters.STANDARD, CircleParameters.PROFILE, CircleParameters.RULE);
    }

    @Override
    public FeatureType type(Parameters parameters) {
        return tables.get(CircleParameters.standard(parameters, circles.standards()).id()).type();
    }

    @Override
    public boolean hasPast() {
        return false;
    }

    @Override
    public State state(Parameters parameters, AsOf asOf, String stamp)
            throws BusyException, InterruptedException {
        Question question = CircleParameters.question(parameters, circles.standards());
        CircleLayer reached = layer(question, stamp);
        Findings findings = reached.findings();
        Table<Reached> table = tables.get(question.standard().id());
        return new AtlasState<>(
                name(findings.stamp()),
                reached.atlas(),
                CityLayer.grids(level),
                grid -> table.item(reached(grid, findings)),
                Hierarchy.NONE);
    }

    /** That which answers, or that the pages before were of. */
    private CircleLayer layer(Question question, String stamp)
            throws BusyException, InterruptedException {
        if (stamp == null) {
            return circles.gridded().layer(question);
        }
        inForce.atlas(); // Before it is there, nobody can tell what is gone.
        return circles.layer(question, named -> name(named).equals(stamp))
                .orElseThrow(PageToken::gone);
    }

    private static String name(Stamp stamp) {
        return Long.toString(CircleStamp.version(stamp));
    }

    /** Of the grids in force, known before the figures are. */
    @Override
    public Summary summary() {
        Atlas atlas = inForce.atlas();
        return new Summary(
                (long) atlas.all(CityLayer.grids(level)).size(),
                atlas.bbox(CityLayer.grids(level)).orElse(null),
                null);
    }

    private static Feature<Reached> reached(Feature<Grid> grid, Findings findings) {
        return new Feature<>(
                grid.id(),
                new Reached(
                        grid.subject(),
                        findings,
                        findings.group(
                                        Division.Level.valueOf(grid.subject().level().name()),
                                        grid.id())
                                .orElseThrow()),
                grid.edition(),
                grid.geometry(),
                grid.geoJson());
    }

    private static Table<Reached> table(String id, Standard standard) {
        Table.Builder<Reached> table =
                Table.<Reached>of(id, GeometryType.MULTI_POLYGON)
                        .with("code", "编码", STRING, of -> of.subject().grid().code())
                        .with("name", "名称", STRING, of -> of.subject().grid().name())
                        .with("level", "层级", STRING, of -> of.subject().grid().level().name())
                        .with("parentCode", "上级编码", STRING, of -> of.subject().grid().parentCode())
                        .with("edition", "版次", STRING, of -> of.edition().id())
                        .with("standard", "标准", STRING, of -> stamp(of).standard())
                        .with("standardVersion", "标准版本", STRING, of -> stamp(of).standardVersion())
                        .with("profile", "步行者", STRING, of -> stamp(of).profile())
                        .with(
                                "speed",
                                "步速(米/秒)",
                                NUMBER,
                                of -> stamp(of).walker().metresPerSecond())
                        .with("rule", "规则", STRING, of -> stamp(of).rule().name())
                        .with("score", "得分", NUMBER, of -> of.subject().result().score())
                        .with("households", "户数", INTEGER, of -> of.subject().result().households())
                        .with("addresses", "地址数", INTEGER, of -> of.subject().result().addresses())
                        .with(
                                "noNetwork",
                                "不近路网的地址数",
                                INTEGER,
                                of -> of.subject().result().noNetwork())
                        .with(
                                "areaSquareMetres",
                                "居住用地面积(平方米)",
                                NUMBER,
                                of -> of.subject().result().areaSquareMetres());
        List<Category> categories = standard.categories();
        for (int i = 0; i < categories.size(); i++) {
            Columns columns = new Columns(table, categories.get(i), i);
            columns.add("minutes", "步行分钟数(中位)", NUMBER, CategoryResult::minutes);
            columns.add("minutes90", "步行分钟数(90%)", NUMBER, CategoryResult::minutes90);
            columns.add("nearest", "最近设施", STRING, CategoryResult::nearest);
            columns.add("shareHouseholds", "覆盖户数比例", NUMBER, CategoryResult::shareHouseholds);
            columns.add("shareAddresses", "覆盖地址比例", NUMBER, CategoryResult::shareAddresses);
            columns.add("shareArea", "覆盖用地比例", NUMBER, CategoryResult::shareArea);
            columns.add("within", "限内设施数", INTEGER, CategoryResult::within);
        }
        return table.build();
    }

    private static Stamp stamp(Feature<Reached> of) {
        return of.subject().findings().stamp();
    }

    /** The columns of one category, at its index in the standard. */
    private record Columns(Table.Builder<Reached> table, Category category, int index) {
        void add(
                String name,
                String title,
                Property.Type type,
                Function<CategoryResult, Object> value) {
            table.with(
                    category.id() + "_" + name,
                    category.name() + title,
                    type,
                    of -> value.apply(of.subject().result().categories().get(index)));
        }
    }
}
