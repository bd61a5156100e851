package org.weiwang.http.circle;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.util.RawValue;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.atlas.circle.UnservedHome;
import org.weiwang.atlas.circle.UnservedHomes;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.analysis.Stamp;
import org.weiwang.circle.standard.Category;
import org.weiwang.geo.GeoJson;
import org.weiwang.geo.Wgs84;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Link;
import org.weiwang.http.wire.MediaType;
import org.weiwang.http.wire.PageLinks;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;

/**
 * {@code GET /api/v1/circle/unserved}: the homes that a category does not serve, as points, page by
 * page.
 */
public final class CircleUnservedHandler implements Handler {
    private static final String CATEGORY = "category";
    private static final List<String> CHOICES =
            List.of(
                    CATEGORY,
                    CircleParameters.STANDARD,
                    CircleParameters.PROFILE,
                    CircleParameters.RULE);
    private static final String[] PARAMETERS =
            Stream.concat(CHOICES.stream(), Stream.of(ItemsQuery.PARAMETERS))
                    .toArray(String[]::new);

    /**
     * @param addresses how many there are in the box, on all pages
     * @param households of all of them
     */
    private record Document(
            String type,
            @JsonUnwrapped CircleStamp stamp,
            String category,
            long addresses,
            long households,
            List<Link> links,
            List<FeatureDocument> features) {}

    private record FeatureDocument(String type, RawValue geometry, Properties properties) {}

    private record Properties(long households, Double minutes) {}

    private final Circles circles;

    public CircleUnservedHandler(Circles circles) {
        this.circles = circles;
    }

    @Override
    public void handle(Context context) throws BusyException, InterruptedException {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        Question question = CircleParameters.question(parameters, circles.standards());
        Category category = CircleParameters.category(CATEGORY, parameters, question.standard());
        ItemsQuery query = ItemsQuery.parse(parameters);
        int after = query.afterNumber();
        LivingCircle circle = circles.current();
        Stamp stamp = circle.stamp(question);
        long version = CircleStamp.version(stamp);
        query.refuseOutdated(version);
        UnservedHomes.Page page =
                circle.unserved(question, category)
                        .orElseThrow(() -> nothingKnown(category, question).exception())
                        .page(query.bbox(), after, query.limit());
        String next = query.next(version, page.more(), page.homes(), UnservedHome::number);
        EditionsHeader.setIds(context, stamp.data().editions());
        Json.write(
                context,
                MediaType.GEO_JSON,
                new Document(
                        "FeatureCollection",
                        CircleStamp.of(stamp),
                        category.id(),
                        page.addresses(),
                        page.households(),
                        PageLinks.of(context, query, next, PageLinks.chosen(parameters, CHOICES)),
                        page.homes().stream().map(CircleUnservedHandler::feature).toList()));
    }

    private static Problem nothingKnown(Category category, Question question) {
        return Problem.badParameter(
                CATEGORY,
                "%s does not say what serves %s by the rule %s"
                        .formatted(
                                question.standard().id(),
                                category.id(),
                                question.rule().name().toLowerCase(Locale.ROOT)));
    }

    private static FeatureDocument feature(UnservedHome home) {
        return new FeatureDocument(
                "Feature",
                new RawValue(new String(GeoJson.encode(Wgs84.point(home.point())), UTF_8)),
                new Properties(home.households(), home.minutes()));
    }
}
