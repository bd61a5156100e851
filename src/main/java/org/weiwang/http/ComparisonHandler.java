package org.weiwang.http;

import static java.util.stream.Collectors.joining;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.util.Arrays;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.comparing.Comparison;
import org.weiwang.edition.comparing.DistrictsDifferException;
import org.weiwang.edition.comparing.NotNowException;
import org.weiwang.edition.comparing.format.ComparisonFormat;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;

/** {@code GET /api/v1/editions/{a}/compare/{b}}: what differs between two editions. */
final class ComparisonHandler implements Handler {
    private final Comparing comparing;

    ComparisonHandler(Comparing comparing) {
        this.comparing = comparing;
    }

    @Override
    public void handle(Context context)
            throws IOException, NoSuchEditionException, DistrictsDifferException, NotNowException {
        ComparisonFormat format = format(Parameters.of(context, "format"));
        Comparison comparison = comparing.of(context);
        context.contentType(format.contentType());
        if (format != ComparisonFormat.JSON) {
            context.header(
                    "Content-Disposition",
                    "attachment; filename=\"%s_%s.%s\""
                            .formatted(comparison.from(), comparison.to(), format.id()));
        }
        format.write(comparison, context.outputStream());
    }

    private static ComparisonFormat format(Parameters parameters) {
        String name = parameters.text("format").orElse(ComparisonFormat.JSON.id());
        return ComparisonFormat.of(name)
                .orElseThrow(
                        () ->
                                Problem.badParameter(
                                                "format",
                                                "format must be one of %s, not \"%s\""
                                                        .formatted(names(), name))
                                        .exception());
    }

    private static String names() {
        return Arrays.stream(ComparisonFormat.values())
                .map(ComparisonFormat::id)
                .collect(joining(", "));
    }
}
