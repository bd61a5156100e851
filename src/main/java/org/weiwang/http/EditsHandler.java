package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.checking.Sentence;
import org.weiwang.edition.revising.EditCheck;
import org.weiwang.edition.revising.Edits;
import org.weiwang.edition.revising.Reviser;
import org.weiwang.edition.revising.RevisionException;
import org.weiwang.edition.revising.Workpieces;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Level;
import org.weiwang.grid.check.Finding;
import org.weiwang.grid.check.FindingKind;
import org.weiwang.grid.check.Severity;
import org.weiwang.http.wire.Caller;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.JsonOutline;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;

/** {@code POST /api/v1/editions/{id}/edits}: grids that somebody drew, checked or made a draft. */
final class EditsHandler {
    private record FindingDocument(
            FindingKind kind,
            Severity severity,
            Level level,
            List<String> grids,
            String sentence,
            String sentenceEn,
            Double width,
            Double squareMetres,
            Long count,
            String detail,
            LonLat at,
            JsonOutline.Document area,
            boolean isNew) {
        static FindingDocument of(EditCheck.Found found) {
            Finding finding = found.finding();
            return new FindingDocument(
                    finding.kind(),
                    finding.kind().severity(),
                    finding.level(),
                    finding.grids(),
                    Sentence.chinese(finding),
                    Sentence.english(finding),
                    finding.width(),
                    finding.squareMetres(),
                    finding.count(),
                    finding.detail(),
                    finding.at(),
                    finding.area() == null ? null : JsonOutline.of(finding.area()),
                    found.isNew());
        }
    }

    private record Checked(List<FindingDocument> findings) {}

    private final Workpieces workpieces;
    private final Reviser reviser;
    private final Duration patience;

    /**
     * @param patience as {@link BatchLimits#patience}
     */
    EditsHandler(Workpieces workpieces, Reviser reviser, Duration patience) {
        this.workpieces = workpieces;
        this.reviser = reviser;
        this.patience = patience;
    }

    /** What would be wrong around them. Nothing is written. */
    void check(Context context) throws IOException, NoSuchEditionException, RevisionException {
        Parameters.of(context);
        Edits edits = EditsBody.read(context, patience);
        List<EditCheck.Found> findings =
                EditCheck.check(workpieces.of(context.pathParam("id")).rows(), edits);
        Privacy.forThisCallerOnly(context);
        Json.write(context, new Checked(findings.stream().map(FindingDocument::of).toList()));
    }

    void save(Context context) throws IOException, NoSuchEditionException, RevisionException {
        Parameters.of(context);
        ImportReport report =
                reviser.revise(
                        context.pathParam("id"),
                        EditsBody.read(context, patience),
                        Caller.of(context).actor());
        Privacy.forThisCallerOnly(context);
        context.status(HttpStatus.CREATED);
        context.header("Location", "/api/v1/editions/" + report.edition());
        Json.write(context, report);
    }
}
