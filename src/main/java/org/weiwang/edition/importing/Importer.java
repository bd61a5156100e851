package org.weiwang.edition.importing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.ImportReport;
import org.weiwang.edition.ImportReport.LayerReport;
import org.weiwang.edition.ImportTransaction;
import org.weiwang.edition.KnownNames;
import org.weiwang.edition.Placed;
import org.weiwang.edition.Rows;
import org.weiwang.edition.checking.Sentence;
import org.weiwang.grid.District;
import org.weiwang.grid.Town;
import org.weiwang.grid.check.Finding;

/**
 * Reads a hand-over and writes it as one draft edition with its data sets, all or nothing. A grid
 * that is wrong stops the import; a row of a data set that is wrong is rejected and reported.
 * Thread-safe.
 */
public final class Importer {
    private final EditionStore store;

    public Importer(EditionStore store) {
        this.store = store;
    }

    /**
     * Imports a hand-over that must have grids, so that nothing of it is in force before its
     * edition is published.
     *
     * @param request not to publish
     * @param folder in which zip files are unpacked; it is left as it was
     * @throws ImportException when the hand-over can't be imported; the database is as it was
     * @throws org.weiwang.edition.NoRoomException when there is no room to unpack it; likewise
     */
    public ImportReport draft(ImportRequest request, Path folder) throws ImportException {
        if (request.publish()) {
            throw new IllegalArgumentException("a draft is not published");
        }
        return run(request, folder, "there are no grids to make an edition of among the files");
    }

    /**
     * Imports a hand-over whose zip files, if any, are unpacked in the system's folder for
     * temporary files.
     *
     * @throws ImportException when the hand-over can't be imported; the database is as it was
     * @throws org.weiwang.edition.NoRoomException when there is no room to unpack it; likewise
     */
    public ImportReport run(ImportRequest request) throws ImportException {
        return run(
                request,
                Path.of(System.getProperty("java.io.tmpdir")),
                request.publish() ? "there are no grids to publish among the files" : null);
    }

    /**
     * @param withoutGrids the fault of having no grids; null where that is none
     */
    private ImportReport run(ImportRequest request, Path folder, String withoutGrids)
            throws ImportException {
        check(request);
        try (HandOver handOver = new HandOver(request, folder)) {
            Optional<GridLayers> grids =
                    GridLayers.anyIn(handOver)
                            ? Optional.of(GridLayers.read(handOver, request))
                            : Optional.empty();
            if (grids.isEmpty() && withoutGrids != null) {
                throw new ImportException(withoutGrids);
            }
            return store.importing(
                    request.district(),
                    transaction -> write(transaction, grids, handOver, request));
        }
    }

    /**
     * @throws ImportException when what is asked for can't be
     */
    static void check(ImportRequest request) throws ImportException {
        if (!District.CODE.matcher(request.district()).matches()) {
            throw new ImportException(
                    "the district's code must have 6 digits, not be \""
                            + request.district()
                            + "\"");
        }
        for (String field : request.fields().keySet()) {
            if (!Layer.hasField(field)) {
                throw new ImportException(
                        "there is no attribute " + field + "; name one like micro-grids.code");
            }
        }
    }

    private static ImportReport write(
            ImportTransaction transaction,
            Optional<GridLayers> grids,
            HandOver handOver,
            ImportRequest request)
            throws ImportException {
        List<LayerReport> layers = new ArrayList<>();
        Edition edition = null;
        Set<String> gridCodes;
        if (grids.isPresent()) {
            GridLayers read = grids.get();
            edition = draft(transaction, read, request);
            layers.addAll(read.reports());
            gridCodes = read.codes();
        } else {
            gridCodes = transaction.gridCodesInForce();
            refuseUnknownDistrict(gridCodes, request);
        }
        layers.addAll(writeDataSets(transaction, gridCodes, handOver, request));
        Placed placed = transaction.prepare().orElse(null);
        List<Finding> findings = edition == null ? List.of() : transaction.check();
        if (request.publish()) {
            refuseErrors(findings, grids.orElseThrow());
        }
        // Data sets alone have no draft to wait for.
        boolean inForce = request.publish() || edition == null;
        ImportReport report =
                new ImportReport(
                        edition == null ? null : edition.id(),
                        inForce,
                        layers,
                        placed,
                        edition == null ? null : ImportReport.FindingCounts.of(findings),
                        handOver.ignored());
        if (edition != null) {
            transaction.keepReport(report);
        }
        transaction.record(request.by());
        if (inForce) {
            transaction.putInForce(request.by());
        }
        return report;
    }

    private static Edition draft(
            ImportTransaction transaction, GridLayers read, ImportRequest request)
            throws ImportException {
        KnownNames names = read.names(transaction.namesInForce());
        District district = new District(request.district(), names.district());
        List<Town> towns =
                names.towns().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(town -> new Town(town.getKey(), town.getValue()))
                        .toList();
        return transaction.draft(district, towns, read.grids());
    }

    private static void refuseErrors(List<Finding> findings, GridLayers grids)
            throws ImportException {
        List<String> errors =
                findings.stream()
                        .filter(Finding::isError)
                        .map(finding -> Sentence.english(finding) + grids.records(finding))
                        .toList();
        if (!errors.isEmpty()) {
            throw ImportException.ofMany(errors);
        }
    }

    private static void refuseUnknownDistrict(Set<String> gridCodes, ImportRequest request)
            throws ImportException {
        if (gridCodes.isEmpty()) {
            throw new ImportException(
                    "no edition of district "
                            + request.district()
                            + " is in force; publish its grids first");
        }
    }

    private static List<LayerReport> writeDataSets(
            ImportTransaction to, Set<String> gridCodes, HandOver from, ImportRequest request)
            throws ImportException {
        List<LayerReport> reports = new ArrayList<>();
        write(
                        from,
                        request,
                        Layer.RESIDENTIAL_LAND,
                        DataSets.residentialLand(),
                        to::addResidentialLand)
                .ifPresent(reports::add);
        write(from, request, Layer.ROADS, DataSets.roads(), to::addRoads).ifPresent(reports::add);
        write(
                        from,
                        request,
                        Layer.FACILITIES,
                        DataSets.facilities(facilityCodes(from, request)::contains),
                        to::addFacilities)
                .ifPresent(reports::add);
        write(from, request, Layer.ADDRESSES, DataSets.addresses(request.datum()), to::addAddresses)
                .ifPresent(reports::add);
        write(from, request, Layer.RESPONDERS, DataSets.responders(gridCodes), to::addResponders)
                .ifPresent(reports::add);
        write(from, request, Layer.ALIASES, DataSets.aliases(request.district()), to::addAliases)
                .ifPresent(reports::add);
        return reports;
    }

    /** The codes of the facilities that can be taken, without those of further entrances. */
    private static Set<String> facilityCodes(HandOver from, ImportRequest request)
            throws ImportException {
        Set<String> codes = new HashSet<>();
        Optional<LayerFile> file = from.file(Layer.FACILITIES);
        if (file.isPresent()) {
            new LayerRows<>(
                            Layer.FACILITIES,
                            file.get(),
                            request,
                            DataSets.facilities(facility -> false))
                    .forEach(facility -> codes.add(facility.code()));
        }
        return codes;
    }

    /** Writes a data set and returns the number of its rows. */
    private interface Writer<T> {
        long write(Rows<T> rows) throws ImportException;
    }

    private static <T> Optional<LayerReport> write(
            HandOver from,
            ImportRequest request,
            Layer layer,
            LayerRows.Converter<T> converter,
            Writer<T> writer)
            throws ImportException {
        Optional<LayerFile> file = from.file(layer);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        LayerRows<T> rows = new LayerRows<>(layer, file.get(), request, converter);
        LayerReport report = rows.report(writer.write(rows));
        if (report.written() == 0 && report.rejected() > 0) {
            throw new ImportException(
                    "%s: none of its %d rows can be taken; line %d: %s"
                            .formatted(
                                    report.file(),
                                    report.read(),
                                    report.rejections().get(0).line(),
                                    report.rejections().get(0).reason()));
        }
        return Optional.of(report);
    }
}
