package org.weiwang.feature.cql2;

/** How deep conditions may be nested, so that neither reading nor asking one can go too deep. */
final class Depth {
    static final int MOST = 50;

    private Depth() {}

    static void check(int depth, String place) throws Cql2Exception {
        if (depth > MOST) {
            throw new Cql2Exception("this is nested more than " + MOST + " deep", place);
        }
    }
}
