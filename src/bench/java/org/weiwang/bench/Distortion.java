package org.weiwang.bench;

/** A way in which what people write differs from what is stored. */
enum Distortion {
    MISSING_PARTS("parts left out", true),
    SWAPPED_ORDER("the narrowest first", true),
    SUFFIXES("other words for town, village or road, or none", true),
    NUMERALS("Chinese numerals", true),
    FULL_WIDTH("full width, brackets, spaces", true),
    BUILDING_WORDS("other words for number, group or building", true),
    TYPO("one character of a name wrong, missing, twice or swapped", true),
    HOMOPHONE("one character of a name that sounds alike", true),
    ALIAS("an alias or a former name", true),
    COLLOQUIAL("words around it that say nothing", true),
    ROOM_ADDED("a room or floor that is not stored", true),
    CLASSIFIER_LEFT_OUT("numbers without classifiers", true),
    TRADITIONAL("traditional characters", true),
    SEVERAL_AT_ONCE("two of the above at once", true),
    LANDMARK("a facility", true),
    NO_SUCH_NUMBER("a number that was left out of the data", false),
    BEYOND_THE_END("a number beyond the last", false),
    NO_SUCH_BUILDING("a building that was left out of the data", false),
    OTHER_DISTRICT("another district's village", false),
    NO_SUCH_NAME("a village or road that was made up", false);

    private final String words;
    private final boolean isThere;

    Distortion(String words, boolean isThere) {
        this.words = words;
        this.isThere = isThere;
    }

    String words() {
        return words;
    }

    /** Whether what is written exists. */
    boolean isThere() {
        return isThere;
    }
}
