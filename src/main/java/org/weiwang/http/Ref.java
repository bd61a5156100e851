package org.weiwang.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.weiwang.grid.District;
import org.weiwang.grid.Grid;
import org.weiwang.grid.Member;
import org.weiwang.grid.Town;

/**
 * A grid, town or district as other documents name it.
 *
 * @param level left out where the member's own name says it
 */
record Ref(String code, String name, @JsonInclude(JsonInclude.Include.NON_NULL) String level) {
    static Ref of(Member member) {
        return member == null ? null : new Ref(member.code(), member.grid().name(), null);
    }

    static Ref of(Town town) {
        return town == null ? null : new Ref(town.code(), town.name(), null);
    }

    static Ref of(District district) {
        return district == null ? null : new Ref(district.code(), district.name(), null);
    }

    static Ref withLevel(Member member) {
        return member == null ? null : withLevel(member.grid());
    }

    static Ref withLevel(Grid grid) {
        return new Ref(grid.code(), grid.name(), grid.level().name());
    }

    static Ref withLevel(Town town) {
        return new Ref(town.code(), town.name(), "TOWN");
    }

    static Ref withLevel(District district) {
        return new Ref(district.code(), district.name(), "DISTRICT");
    }
}
