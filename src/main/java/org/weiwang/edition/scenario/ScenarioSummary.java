package org.weiwang.edition.scenario;

/**
 * A kept scenario with how many facilities and roads its plan has.
 *
 * @param added facilities, as those moved and closed
 */
public record ScenarioSummary(Entry entry, int added, int moved, int closed, int roads) {}
