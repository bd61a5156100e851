package org.weiwang.assigning;

import java.util.List;
import org.weiwang.atlas.Placement;

/** Finds an address by its text and places it, as an atlas does. Called by several threads. */
@FunctionalInterface
public interface Finding {
    /** One placement for each address of this text; none where there is no such address. */
    List<Placement> find(String address);
}
