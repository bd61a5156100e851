package org.weiwang.demo.source;

/**
 * A village or residential community.
 *
 * @param code 12-digit statistical code
 * @param name short name, such as 明月村 or 鹤山社区
 */
public record Community(String code, String name) {
    /** Whether it is a residential community (社区) rather than a village. */
    public boolean residential() {
        return name.endsWith("社区");
    }

    /** The name without 社区 or 村. */
    public String stem() {
        return name.substring(0, name.length() - (residential() ? 2 : 1));
    }
}
