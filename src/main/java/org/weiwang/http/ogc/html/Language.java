package org.weiwang.http.ogc.html;

import io.javalin.http.Context;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.weiwang.http.wire.Parameters;

/** The language of pages for people. */
public enum Language {
    ZH("zh-CN", "中文"),
    EN("en", "English");

    /** By which a page is asked for in another language than the browser's. */
    public static final String PARAMETER = "lang";

    private final String tag;
    private final String title;

    Language(String tag, String title) {
        this.tag = tag;
        this.title = title;
    }

    /** The values of the parameter. */
    public static List<String> keys() {
        return Arrays.stream(values()).map(Language::key).toList();
    }

    /** The value of the parameter. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As the attribute {@code lang} has it. */
    public String tag() {
        return tag;
    }

    /** What the language calls itself. */
    public String title() {
        return title;
    }

    public Language other() {
        return this == ZH ? EN : ZH;
    }

    /**
     * What stands in this language in a text in both: Chinese, which has no blanks, then a blank
     * and English. A text in one of them alone is the same in both.
     */
    public String of(String text) {
        int blank = text.indexOf(' ');
        if (blank < 0 || text.charAt(0) < 0x80) {
            return text;
        }
        return this == ZH ? text.substring(0, blank) : text.substring(blank + 1);
    }

    /**
     * @throws org.weiwang.http.wire.ProblemException 400 when the parameter names no language of
     *     ours
     */
    public static void check(Parameters parameters) {
        parameters
                .text(PARAMETER)
                .filter(key -> !keys().contains(key))
                .ifPresent(
                        key -> {
                            throw Parameters.notOneOf(PARAMETER, keys(), key);
                        });
    }

    /** The one that the request names, else Chinese, unless the browser prefers English. */
    public static Language of(Context context) {
        String key = context.queryParam(PARAMETER);
        if (key != null) {
            return key.equals(EN.key()) ? EN : ZH;
        }
        String accept = context.header("Accept-Language");
        return accept != null && accept.strip().toLowerCase(Locale.ROOT).startsWith("en") ? EN : ZH;
    }
}
