package org.weiwang.http.ogc;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.weiwang.atlas.Feature;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.comparing.format.Spreadsheet;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.ItemsQuery;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Problem;
import org.weiwang.http.wire.TableFormat;

/** The collections that are also had as a spreadsheet, which is never cut into pages. */
final class OgcCsv {
    private OgcCsv() {}

    /** The parameters that such a collection has beside the others. */
    static Stream<String> parameters(OgcCollection<?> collection) {
        return collection.columns() == null ? Stream.of() : Stream.of(TableFormat.PARAMETER);
    }

    /** The parameter goes before the header {@code Accept}. */
    static boolean isWanted(Context context, Parameters parameters, OgcCollection<?> collection) {
        if (collection.columns() == null) {
            return false;
        }
        if (parameters.has(TableFormat.PARAMETER)) {
            return TableFormat.isCsv(parameters);
        }
        return Objects.requireNonNullElse(context.header("Accept"), "").startsWith("text/csv");
    }

    static <T> void write(
            Context context,
            Parameters parameters,
            OgcCollection<T> collection,
            FeatureSource<T> source,
            ItemsQuery query)
            throws IOException, NoSuchEditionException, BusyException, InterruptedException {
        for (String name : List.of("limit", "token")) {
            if (parameters.has(name)) {
                throw Problem.badParameter(name, name + " is for pages of JSON").exception();
            }
        }
        FeatureSource.Page<T> all =
                source.page(new ItemsQuery(query.bbox(), Integer.MAX_VALUE, null, query.asOf()));
        EditionsHeader.set(context, all.editions());
        List<String> columns = collection.columns().names().apply(parameters);
        Spreadsheet sheet =
                TableFormat.begin(context, collection.id(), columns.toArray(String[]::new));
        for (Feature<T> feature : all.features()) {
            Map<String, Object> values = collection.columns().values().apply(feature.subject());
            sheet.row(columns.stream().map(values::get).toArray());
        }
        sheet.flush();
    }
}
