package org.weiwang.http.circle;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.weiwang.atlas.Atlas;
import org.weiwang.atlas.DistrictPart;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.Findings;
import org.weiwang.atlas.circle.GriddedCircle;
import org.weiwang.circle.analysis.CategoryResult;
import org.weiwang.circle.analysis.Equity;
import org.weiwang.circle.analysis.GroupResult;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.Score;
import org.weiwang.circle.city.Division;
import org.weiwang.circle.standard.Category;
import org.weiwang.circle.standard.Rule;
import org.weiwang.grid.Level;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;

/**
 * {@code GET /api/v1/circle}: what the homes of a grid, a town or a district reach on foot,
 * category by category.
 */
public final class CircleHandler implements Handler {
    /**
     * @param edition of the district that the grid belongs to
     * @param equity of a district only, else null
     */
    private record Document(
            String grid,
            String level,
            @JsonUnwrapped CircleStamp stamp,
            String edition,
            long households,
            long addresses,
            long noNetwork,
            double areaSquareMetres,
            List<Entry> categories,
            Double score,
            String scoreFormula,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<Equity> equity) {}

    /**
     * @param limitMinutes left out, as is {@code limitMetres}, where the other one is the rule
     */
    private record Entry(
            String category,
            String name,
            String nameEn,
            Double minutes,
            Double minutes90,
            String nearest,
            Double shareHouseholds,
            Double shareAddresses,
            Double shareArea,
            Integer within,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double limitMinutes,
            @JsonInclude(JsonInclude.Include.NON_NULL) Double limitMetres,
            String figureStatus) {}

    private final Circles circles;
    private final InForce inForce;

    public CircleHandler(Circles circles, InForce inForce) {
        this.circles = circles;
        this.inForce = inForce;
    }

    @Override
    public void handle(Context context) throws BusyException, InterruptedException {
        Parameters parameters =
                Parameters.of(
                        context,
                        "grid",
                        CircleParameters.STANDARD,
                        CircleParameters.PROFILE,
                        CircleParameters.RULE);
        String code = parameters.required("grid");
        Question question = CircleParameters.question(parameters, circles.standards());
        GriddedCircle gridded = circles.gridded();
        Findings findings = gridded.circle().findings(question);
        GroupResult group =
                findings.group(code).orElseThrow(() -> missing(code, inForce.atlas()).exception());
        EditionsHeader.setIds(context, findings.stamp().data().editions());
        Json.write(
                context,
                document(group, question, findings, part(code, gridded.atlas()).orElseThrow()));
    }

    private static Problem missing(String code, Atlas inForce) {
        return part(code, inForce).isPresent()
                ? Problem.unavailable("What the homes of %s reach is being found".formatted(code))
                : Problem.notFound(
                        "No micro, general or community grid, town or district in force has the code "
                                + code);
    }

    /** The part of the district, town, or grid other than dedicated, that has the code. */
    private static Optional<DistrictPart> part(String code, Atlas atlas) {
        return atlas.parts().stream().filter(part -> hasGroup(part, code)).findFirst();
    }

    private static boolean hasGroup(DistrictPart part, String code) {
        return part.district().code().equals(code)
                || part.grids()
                        .grid(code)
                        .filter(member -> member.grid().level() != Level.DEDICATED)
                        .isPresent()
                || hasTown(part, code);
    }

    private static boolean hasTown(DistrictPart part, String town) {
        return part.grids().grids(Level.COMMUNITY).stream()
                .anyMatch(community -> community.parentCode().equals(town));
    }

    private static Document document(
            GroupResult group, Question question, Findings findings, DistrictPart part) {
        return new Document(
                group.code(),
                group.level().name(),
                CircleStamp.of(findings.stamp()),
                part.edition().id(),
                group.households(),
                group.addresses(),
                group.noNetwork(),
                group.areaSquareMetres(),
                entries(group, question),
                group.score(),
                Score.FORMULA,
                equity(group, findings));
    }

    private static List<Entry> entries(GroupResult group, Question question) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < group.categories().size(); i++) {
            entries.add(
                    entry(
                            question.standard().categories().get(i),
                            group.categories().get(i),
                            question.rule()));
        }
        return entries;
    }

    private static Entry entry(Category category, CategoryResult result, Rule rule) {
        Double limit = category.figure(rule).value();
        return new Entry(
                category.id(),
                category.name(),
                category.nameEn(),
                result.minutes(),
                result.minutes90(),
                result.nearest(),
                result.shareHouseholds(),
                result.shareAddresses(),
                result.shareArea(),
                result.within(),
                rule == Rule.TIME ? limit : null,
                rule == Rule.DISTANCE ? limit : null,
                category.figure(rule).status().name());
    }

    private static List<Equity> equity(GroupResult group, Findings findings) {
        return group.level() != Division.Level.DISTRICT
                ? null
                : findings.equity().stream()
                        .filter(equity -> group.code().equals(equity.district()))
                        .toList();
    }
}
