package org.weiwang.http;

import java.util.List;
import java.util.Optional;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.FeatureLayer;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.Findings;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.Division;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Level;

/**
 * The grids of a level in force, with what their homes reach.
 *
 * @param level other than DEDICATED
 * @param question null where none was chosen yet
 */
record CircleFeatures(InForce inForce, Circles circles, Level level, Question question)
        implements FeatureSource<CircleGroup> {
    @Override
    public List<String> choices() {
        return List.of(CircleParameters.STANDARD, CircleParameters.PROFILE, CircleParameters.RULE);
    }

    @Override
    public CircleFeatures chosen(Parameters parameters) {
        return new CircleFeatures(
                inForce,
                circles,
                level,
                CircleParameters.question(parameters, circles.standards()));
    }

    @Override
    public Page<CircleGroup> page(ItemsQuery query)
            throws NoSuchEditionException, BusyException, InterruptedException {
        Findings findings = circles.current().findings(question);
        Page<Grid> grids = grids().page(query);
        return new Page<>(
                grids.version(),
                grids.editions(),
                grids.total(),
                grids.features().stream().map(grid -> with(grid, findings)).toList(),
                grids.more());
    }

    @Override
    public Optional<Feature<CircleGroup>> feature(String id, AsOf asOf)
            throws NoSuchEditionException, BusyException, InterruptedException {
        Findings findings = circles.current().findings(question);
        return grids().feature(id, asOf).map(grid -> with(grid, findings));
    }

    @Override
    public boolean hasPast() {
        return false;
    }

    private AtlasFeatures<Grid> grids() {
        return new AtlasFeatures<>(inForce, this::layer, false);
    }

    private FeatureLayer<Grid> layer(DistrictPart part) {
        return part.layer(level);
    }

    private Feature<CircleGroup> with(Feature<Grid> grid, Findings findings) {
        Division.Level groups = Division.Level.valueOf(level.name());
        // After a publication the figures are of the former edition until they are made anew.
        boolean isOfEdition = findings.stamp().data().editions().contains(grid.edition().id());
        return new Feature<>(
                grid.id(),
                new CircleGroup(
                        grid.subject(),
                        grid.edition().id(),
                        findings.stamp(),
                        isOfEdition ? findings.group(groups, grid.id()).orElse(null) : null),
                grid.edition(),
                grid.geometry(),
                grid.geoJson());
    }
}
