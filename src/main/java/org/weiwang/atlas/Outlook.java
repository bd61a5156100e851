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
 * @param upcoming of which parts are to be held ready, the most urgent first: what districts would
 *     have if the editions that are being published were in force, and what they will have when
 *     those are that take effect within {@link org.weiwang.edition.Servers#AHEAD}, by time; of one
 *     district there may be several
 * @param untilNext how long until a publication takes effect by time alone; empty when none is
 *     scheduled
 */
public record Outlook(
        UUID history,
        long version,
        List<Edition> editions,
        List<DistrictPart.Version> upcoming,
        Optional<Duration> untilNext) {}
