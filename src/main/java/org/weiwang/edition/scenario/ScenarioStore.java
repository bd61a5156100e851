package org.weiwang.edition.scenario;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.weiwang.access.Actor;
import org.weiwang.edition.ConflictException;

/**
 * Where scenarios are kept. Every change is put on record together with what it changes.
 * Thread-safe. All methods throw a {@link org.weiwang.edition.StoreFailure} when the store does not
 * do what it is asked.
 */
public interface ScenarioStore {
    /** How many can be kept. */
    int MOST = 1_000;

    /** All that are kept, the one changed last first. */
    List<ScenarioSummary> all();

    Optional<KeptScenario> find(long id);

    /**
     * @param plan as {@link KeptScenario#plan}
     * @throws NameTakenException when another has the name, to the letter
     * @throws TooManyScenariosException when {@value #MOST} are kept
     */
    KeptScenario keep(Heading heading, String plan, Actor by) throws ConflictException;

    /**
     * Puts other content in the place of all that is kept under the id.
     *
     * @param changed when that was written which is to be replaced, as {@link Entry#changed} has it
     * @param plan as {@link KeptScenario#plan}
     * @throws NameTakenException when another has the name, to the letter
     * @throws ConflictException when it was written at another time
     */
    KeptScenario replace(long id, Instant changed, Heading heading, String plan, Actor by)
            throws NoSuchScenarioException, ConflictException;

    /**
     * @param changed when that was written which is to be deleted, likewise
     * @throws ConflictException when it was written at another time
     */
    void delete(long id, Instant changed, Actor by)
            throws NoSuchScenarioException, ConflictException;
}
