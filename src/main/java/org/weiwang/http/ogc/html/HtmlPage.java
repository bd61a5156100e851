package org.weiwang.http.ogc.html;

import com.github.mustachejava.DefaultMustacheFactory;
import com.github.mustachejava.MustacheFactory;
import io.javalin.http.Context;
import java.io.StringWriter;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A page in the making: what all pages have, and what is put on this one. Templates are under
 * {@code ogc/} and escape all that is put into them. Not thread-safe.
 */
public final class HtmlPage {
    private static final MustacheFactory TEMPLATES = new DefaultMustacheFactory("ogc");

    private final Context context;
    private final Language language;
    private final Map<String, Object> model = new HashMap<>();
    private final List<Step> trail = new ArrayList<>();

    /**
     * @param home absolute address of the page with the map, with a slash behind
     * @param otherLanguage absolute address of this page in the other language
     */
    public HtmlPage(Context context, String home, String otherLanguage) {
        this.context = context;
        this.language = Language.of(context);
        Language other = language.other();
        put("home", home);
        put("tag", language.tag());
        put("otherTag", other.tag());
        put("other", new Step(otherLanguage, other.title()));
        put("t", Words.of(language));
        put("trail", trail);
    }

    public Language language() {
        return language;
    }

    /** What the page says for a key. */
    public String say(String key) {
        return Words.of(language, key);
    }

    /** Likewise, with values where the words have {0} and so on. */
    public String say(String key, Object... values) {
        return MessageFormat.format(say(key), values);
    }

    /** What is above the page, beginning from the top. */
    public HtmlPage below(String href, String title) {
        trail.add(new Step(href, title));
        return this;
    }

    /** Makes it known to the template by a name; null where there is nothing. */
    public HtmlPage put(String name, Object value) {
        model.put(name, value);
        return this;
    }

    /**
     * @param template its file's name, without the suffix
     */
    public void write(String template) {
        put("hasTrail", !trail.isEmpty());
        StringWriter html = new StringWriter();
        TEMPLATES.compile(template + ".html").execute(html, model);
        context.contentType("text/html;charset=utf-8").result(html.toString());
    }
}
