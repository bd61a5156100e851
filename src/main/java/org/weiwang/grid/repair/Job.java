package org.weiwang.grid.repair;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.weiwang.geo.LonLat;
import org.weiwang.grid.Level;

/**
 * A repair that may come of findings; whether anything does, and what, depends on how the grids are
 * when it is done.
 *
 * @param codes of the grids that the findings are about
 */
record Job(
        RepairKind kind,
        Level level,
        List<String> codes,
        LonLat at,
        double squareMetres,
        Supplier<Draft> work) {
    private static final int ID_DIGITS = 16;

    Optional<Repair> repair() {
        List<Change> changes = work.get().changes();
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new Repair(id(), kind, level, changes, at, squareMetres));
    }

    String id() {
        String text =
                "%s %s %s %.7f %.7f"
                        .formatted(kind, level, String.join("\n", codes), at.lon(), at.lat());
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-')
                + "-"
                + HexFormat.of()
                        .formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)))
                        .substring(0, ID_DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
