package org.weiwang.atlas;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.weiwang.edition.Edition;

/**
 * What a source tells at one moment, by its own clock.
 *
 * @param history as {@link History#id}
 * @param version the number of what is in force, as {@link Atlas#version}
 * @param editions in force, ordered by district
 * @param upcoming of which a part is to be held ready: what a district would have if the edition
 *     that is being published next were in force; empty when there is none
 * @param untilNext how long until a publication takes effect by time alone; empty when none is
 *     scheduled
 */
public record Outlook(
        UUID history,
        long version,
        List<Edition> editions,
        Optional<DistrictPart.Version> upcoming,
        Optional<Duration> untilNext) {}
