package org.weiwang.circle.analysis;

/**
 * The homes that one category does not serve, those off the network among them, in the order of
 * their numbers in the city. Immutable and thread-safe.
 */
public final class Unserved {
    private final String category;
    private final int[] homes;

    Unserved(String category, int[] homes) {
        this.category = category;
        this.homes = homes;
    }

    public String category() {
        return category;
    }

    /** How many they are. */
    public int size() {
        return homes.length;
    }

    /** The number in the city of one of them, counted from 0. */
    public int home(int number) {
        return homes[number];
    }
}
