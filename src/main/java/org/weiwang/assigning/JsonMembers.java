package org.weiwang.assigning;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The members of an object that say where it is, by their names. Thread-safe. */
final class JsonMembers {
    private enum Member {
        LON,
        LAT,
        ADDRESS,
        ADDED,
        /** Which is added where the object has an address. */
        ADDED_TO_ADDRESS
    }

    private final Map<String, Member> memberOfName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param positions whether longitudes and latitudes are members too
     */
    JsonMembers(InputOptions options, boolean positions, boolean reasons) {
        if (positions) {
            put(options.lon(), PositionColumns.LON_NAMES, Member.LON);
            put(options.lat(), PositionColumns.LAT_NAMES, Member.LAT);
        }
        put(options.address(), PositionColumns.ADDRESS_NAMES, Member.ADDRESS);
        AddedColumns.names(false, reasons).forEach(name -> memberOfName.put(name, Member.ADDED));
        AddedColumns.OF_ADDRESSES.forEach(name -> memberOfName.put(name, Member.ADDED_TO_ADDRESS));
    }

    private void put(String given, List<String> known, Member member) {
        (given == null ? known : List.of(given)).forEach(name -> memberOfName.put(name, member));
    }

    /**
     * Reads an object, at whose beginning the parser is, to its end.
     *
     * @return whether it has no members
     */
    boolean read(JsonParser parser, JsonRow row) throws IOException {
        boolean empty = true;
        String lonName = null;
        String latName = null;
        String addressName = null;
        String takenName = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            empty = false;
            String name = parser.currentName();
            parser.nextToken();
            Member member = memberOfName.get(name);
            if (member == null) {
                parser.skipChildren();
                continue;
            }
            switch (member) {
                case LON -> {
                    refuseTwo(lonName, name, "lon", row);
                    lonName = name;
                    row.lon = row.number("lon", parser);
                }
                case LAT -> {
                    refuseTwo(latName, name, "lat", row);
                    latName = name;
                    row.lat = row.number("lat", parser);
                }
                case ADDRESS -> {
                    refuseTwo(addressName, name, "address", row);
                    addressName = name;
                    row.address = row.text("address", parser);
                }
                case ADDED -> {
                    refuseTaken(name, row);
                    parser.skipChildren();
                }
                case ADDED_TO_ADDRESS -> {
                    takenName = name;
                    parser.skipChildren();
                }
            }
        }
        if (addressName != null && takenName != null) {
            refuseTaken(takenName, row);
        }
        row.hasAddress |= addressName != null;
        row.hasPlace |= lonName != null || latName != null || addressName != null;
        return empty;
    }

    private static void refuseTaken(String name, JsonRow row) {
        row.faultOfAll("has a member " + name + " already, which would be added");
    }

    private static void refuseTwo(String before, String now, String what, JsonRow row) {
        if (before != null) {
            row.fault("members " + before + " and " + now + " could both be " + what);
        }
    }
}
