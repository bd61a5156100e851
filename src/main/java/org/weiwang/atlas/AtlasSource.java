package org.weiwang.atlas;

import java.util.Collection;
import java.util.Optional;

/**
 * Where atlases come from. Thread-safe. All methods throw a {@link RuntimeException} when the
 * source can't be read; where it can't be reached at all, it is an {@link
 * org.weiwang.edition.StoreFailure}.
 */
public interface AtlasSource {
    /** What is in force now and what comes next. Cheap, to be asked again and again. */
    Outlook outlook();

    /**
     * Puts together what is in force now from parts that are held. Soon done.
     *
     * @return empty when another part is needed
     */
    Optional<Atlas> assemble(Collection<DistrictPart> held);

    /**
     * As {@link #assemble}, but where a part is not held, one of the same edition with other data
     * sets takes its place; the atlas then has the {@linkplain Atlas#version version} before the
     * one in force.
     *
     * @return empty when an edition in force is not held
     */
    Optional<Atlas> assembleEditions(Collection<DistrictPart> held);

    /**
     * Builds what is in force now from one consistent state. May take long.
     *
     * @param held parts to take over where they are what is in force
     */
    Atlas load(Collection<DistrictPart> held);

    /**
     * Builds one part; without data sets where the version names none.
     *
     * @param held parts whose addresses and grids are shared where they are the same
     * @return empty when the version is of another history than the source
     */
    Optional<DistrictPart> part(DistrictPart.Version version, Collection<DistrictPart> held);
}
