package org.weiwang.http.ogc;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.weiwang.atlas.Atlas;

/**
 * Names an atlas on all servers alike.
 *
 * @param history as {@link org.weiwang.atlas.History#id}
 */
record AtlasStamp(UUID history, long version) {
    private static final Pattern FORM =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([0-9]{1,18})");

    static AtlasStamp of(Atlas atlas) {
        return new AtlasStamp(atlas.history().id(), atlas.version());
    }

    static Optional<AtlasStamp> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(
                        new AtlasStamp(
                                UUID.fromString(form.group(1)), Long.parseLong(form.group(2))))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return history + "." + version;
    }
}
