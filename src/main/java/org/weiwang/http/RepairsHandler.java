package org.weiwang.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.revising.Reviser;
import org.weiwang.edition.revising.Revision;
import org.weiwang.edition.revising.RevisionException;
import org.weiwang.edition.revising.Workpieces;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Level;
import org.weiwang.grid.repair.Change;
import org.weiwang.grid.repair.Repair;
import org.weiwang.grid.repair.RepairKind;
import org.weiwang.http.wire.Caller;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.JsonBody;
import org.weiwang.http.wire.JsonObject;
import org.weiwang.http.wire.JsonOutline;
import org.weiwang.http.wire.Parameters;
import org.weiwang.http.wire.Privacy;
import org.weiwang.http.wire.Problem;

/**
 * {@code /api/v1/editions/{id}/repairs}: what of an edition can be mended mechanically. Asked with
 * GET, it is proposed; with POST, what is chosen of it becomes a draft.
 */
final class RepairsHandler {
    /** Of some 50,000 ids. */
    private static final int LONGEST = 2 << 20;

    private static final String REPAIRS = "repairs";
    private static final String ALL = "all";

    private record Proposal(
            String id,
            RepairKind kind,
            Level level,
            List<String> grids,
            LonLat at,
            double squareMetres) {
        static Proposal of(Repair repair) {
            return new Proposal(
                    repair.id(),
                    repair.kind(),
                    repair.level(),
                    repair.changes().stream().map(Change::code).toList(),
                    repair.at(),
                    repair.squareMetres());
        }
    }

    private record ProposalsDocument(String edition, List<Proposal> repairs) {}

    private record ChangeDocument(
            String code, JsonOutline.Document before, JsonOutline.Document after) {
        static ChangeDocument of(Change change) {
            return new ChangeDocument(
                    change.code(), JsonOutline.of(change.before()), JsonOutline.of(change.after()));
        }
    }

    private record RepairDocument(
            String id,
            RepairKind kind,
            Level level,
            LonLat at,
            double squareMetres,
            List<ChangeDocument> changes) {}

    private final Workpieces workpieces;
    private final Reviser reviser;
    private final Duration patience;

    /**
     * @param patience as {@link BatchLimits#patience}
     */
    RepairsHandler(Workpieces workpieces, Reviser reviser, Duration patience) {
        this.workpieces = workpieces;
        this.reviser = reviser;
        this.patience = patience;
    }

    void list(Context context) throws NoSuchEditionException {
        Parameters.of(context);
        String edition = context.pathParam("id");
        List<Proposal> proposed =
                workpieces.of(edition).repairs().stream().map(Proposal::of).toList();
        Privacy.forThisCallerOnly(context);
        Json.write(context, new ProposalsDocument(edition, proposed));
    }

    /** One, with its grids before and after. */
    void single(Context context) throws NoSuchEditionException {
        Parameters.of(context);
        String edition = context.pathParam("id");
        String id = context.pathParam("repair");
        Repair repair =
                workpieces
                        .of(edition)
                        .repair(id)
                        .orElseThrow(
                                () ->
                                        Problem.notFound(
                                                        "There is no repair %s of edition %s"
                                                                .formatted(id, edition))
                                                .exception());
        Privacy.forThisCallerOnly(context);
        Json.write(
                context,
                new RepairDocument(
                        repair.id(),
                        repair.kind(),
                        repair.level(),
                        repair.at(),
                        repair.squareMetres(),
                        repair.changes().stream().map(ChangeDocument::of).toList()));
    }

    void apply(Context context) throws IOException, NoSuchEditionException, RevisionException {
        Parameters.of(context);
        JsonObject body = JsonBody.object(context, LONGEST, patience, REPAIRS, ALL);
        Set<String> chosen = Set.copyOf(body.texts(REPAIRS));
        boolean isAll = body.node().path(ALL).asBoolean(false);
        if (isAll == !chosen.isEmpty()) {
            throw Problem.badBody(REPAIRS, "Name the repairs in \"repairs\", or say \"all\": true")
                    .exception();
        }
        ImportReport report =
                reviser.revise(
                        context.pathParam("id"),
                        isAll ? Revision.repairingAll() : Revision.repairing(chosen),
                        Caller.of(context).actor());
        Privacy.forThisCallerOnly(context);
        context.status(HttpStatus.CREATED);
        context.header("Location", "/api/v1/editions/" + report.edition());
        Json.write(context, report);
    }
}
