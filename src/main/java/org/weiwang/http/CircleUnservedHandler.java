package org.weiwang.http;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.atlas.circle.UnservedHome;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.standard.Category;

/**
 * {@code GET /api/v1/circle/unserved}: the homes of the city that a category does not serve, all of
 * them, as points.
 */
final class CircleUnservedHandler implements Handler {
    private static final String CATEGORY = "category";

    private final Circles circles;

    CircleUnservedHandler(Circles circles) {
        this.circles = circles;
    }

    @Override
    public void handle(Context context) throws IOException, BusyException, InterruptedException {
        Parameters parameters =
                Parameters.of(
                        context,
                        CATEGORY,
                        CircleParameters.STANDARD,
                        CircleParameters.PROFILE,
                        CircleParameters.RULE);
        Question question = CircleParameters.question(parameters, circles.standards());
        Category category = CircleParameters.category(CATEGORY, parameters, question.standard());
        LivingCircle circle = circles.current();
        List<UnservedHome> homes =
                circle.unserved(question, category)
                        .orElseThrow(() -> nothingKnown(category, question).exception());
        EditionsHeader.setIds(context, circle.city().versions().editions());
        context.contentType(FeatureWriter.CONTENT_TYPE);
        write(context, question, category, homes);
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

    private static void write(
            Context context, Question question, Category category, List<UnservedHome> homes)
            throws IOException {
        try (JsonGenerator json =
                Json.MAPPER
                        .getFactory()
                        .createGenerator(context.outputStream(), JsonEncoding.UTF8)
                        .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)) {
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeStringField("standard", question.standard().id());
            json.writeStringField("standardVersion", question.standard().version());
            json.writeStringField("profile", question.profile());
            json.writeStringField("rule", question.rule().name());
            json.writeStringField(CATEGORY, category.id());
            json.writeNumberField("addresses", homes.size());
            json.writeNumberField(
                    "households", homes.stream().mapToLong(UnservedHome::households).sum());
            json.writeArrayFieldStart("features");
            for (UnservedHome home : homes) {
                write(json, home);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void write(JsonGenerator json, UnservedHome home) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeObjectFieldStart("geometry");
        json.writeStringField("type", "Point");
        json.writeArrayFieldStart("coordinates");
        json.writeNumber(home.point().lon());
        json.writeNumber(home.point().lat());
        json.writeEndArray();
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeNumberField("households", home.households());
        json.writeObjectField("minutes", home.minutes());
        json.writeEndObject();
        json.writeEndObject();
    }
}
