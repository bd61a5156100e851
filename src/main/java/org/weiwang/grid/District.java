package org.weiwang.grid;

import java.util.regex.Pattern;

/**
 * 区(市)县: the county-level unit that editions belong to.
 *
 * @param code 6 digits, such as 510131
 */
public record District(String code, String name) {
    public static final Pattern CODE = Pattern.compile("[0-9]{6}");
}
