package org.weiwang.http.wire;

import io.javalin.http.Context;
import org.weiwang.access.Actor;
import org.weiwang.access.Role;

/**
 * Who sends a request.
 *
 * @param actor with the name null for one who has sent no credential
 */
public record Caller(Actor actor, Role role) {
    private static final String ATTRIBUTE = "weiwang.caller";

    /** Nobody in particular where no credential was sent. */
    public static Caller of(Context context) {
        Caller known = context.attribute(ATTRIBUTE);
        return known == null ? new Caller(new Actor(null, context.ip()), Role.VIEWER) : known;
    }

    /** The role alone, which costs next to nothing where no credential was sent. */
    public static Role roleOf(Context context) {
        Caller known = context.attribute(ATTRIBUTE);
        return known == null ? Role.VIEWER : known.role();
    }

    public void enter(Context context) {
        context.attribute(ATTRIBUTE, this);
    }

    boolean isAnonymous() {
        return actor.name() == null;
    }

    public boolean may(Role least) {
        return role.includes(least);
    }

    /**
     * What one is told whose role is too little: 401 for nobody in particular, else 403.
     *
     * @param what needs the role
     */
    public Problem refusal(String what, Role needed) {
        return isAnonymous()
                ? Problem.unauthorized("%s needs a token of the role %s".formatted(what, needed))
                : Problem.forbidden(
                        "%s needs the role %s; %s has %s"
                                .formatted(what, needed, actor.name(), role));
    }
}
