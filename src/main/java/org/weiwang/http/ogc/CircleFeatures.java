package org.weiwang.http.ogc;

import java.util.AbstractList;
import java.util.List;
import java.util.Optional;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.FeatureLayer;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.Findings;
import org.weiwang.atlas.circle.GriddedCircle;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.Division;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;
import org.weiwang.http.circle.CircleGroup;
import org.weiwang.http.circle.CircleParameters;
import org.weiwang.http.circle.CircleStamp;
import org.weiwang.http.circle.Circles;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Parameters;

/**
 * The grids of a level, with what their homes reach; both of the same editions.
 *
 * @param level other than DEDICATED
 * @param question null where none was chosen yet
 */
public record CircleFeatures(Circles circles, Level level, Question question)
        implements FeatureSource<CircleGroup> {
    @Override
    public List<String> choices() {
        return List.of(CircleParameters.STANDARD, CircleParameters.PROFILE, CircleParameters.RULE);
    }

    @Override
    public CircleFeatures chosen(Parameters parameters) {
        return new CircleFeatures(
                circles, level, CircleParameters.question(parameters, circles.standards()));
    }

    @Override
    public Page<CircleGroup> page(ItemsQuery query) throws BusyException, InterruptedException {
        GriddedCircle gridded = circles.gridded();
        long version = CircleStamp.version(gridded.circle().stamp(question));
        query.refuseOutdated(version);
        Findings findings = gridded.circle().findings(question);
        Page<Grid> grids = AtlasFeatures.page(gridded.atlas(), this::layer, query);
        return new Page<>(
                version,
                grids.editions(),
                grids.total(),
                withFindings(grids.features(), findings),
                grids.more());
    }

    @Override
    public Optional<Feature<CircleGroup>> feature(String id, AsOf asOf)
            throws BusyException, InterruptedException {
        GriddedCircle gridded = circles.gridded();
        Findings findings = gridded.circle().findings(question);
        return gridded.atlas().feature(this::layer, id).map(grid -> with(grid, findings));
    }

    @Override
    public boolean hasPast() {
        return false;
    }

    private FeatureLayer<Grid> layer(DistrictPart part) {
        return part.layer(level);
    }

    /** Each made when it is read: together those of a city take hundreds of megabytes. */
    private List<Feature<CircleGroup>> withFindings(List<Feature<Grid>> grids, Findings findings) {
        return new AbstractList<>() {
            @Override
            public Feature<CircleGroup> get(int index) {
                return with(grids.get(index), findings);
            }

            @Override
            public int size() {
                return grids.size();
            }
        };
    }

    private Feature<CircleGroup> with(Feature<Grid> grid, Findings findings) {
        return new Feature<>(
                grid.id(),
                new CircleGroup(
                        grid.subject(),
                        grid.edition().id(),
                        findings.stamp(),
                        findings.group(Division.Level.valueOf(level.name()), grid.id())
                                .orElseThrow()),
                grid.edition(),
                grid.geometry(),
                grid.geoJson());
    }
}
