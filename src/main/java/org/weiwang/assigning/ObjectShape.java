package org.weiwang.assigning;

import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;

/** Objects with the position and the address among their members, and the answer too. */
final class ObjectShape implements JsonShape {
    private final JsonMembers members;

    ObjectShape(InputOptions options, boolean reasons) {
        this.members = new JsonMembers(options, true, reasons);
    }

    @Override
    public void read(JsonParser parser, int from, JsonRow row) throws IOException {
        boolean empty = members.read(parser, row);
        int end = JsonShape.begin(parser, from);
        row.answerAt(end, end, empty ? "" : ",", "");
        if (!row.hasPlace) {
            row.fault("has no members for lon and lat, nor one for address");
        }
    }

    @Override
    public String standInBefore() {
        return "{";
    }

    @Override
    public String standInAfter() {
        return "}";
    }
}
