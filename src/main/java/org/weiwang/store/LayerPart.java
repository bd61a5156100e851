package org.weiwang.store;

import java.util.List;
import org.weiwang.edition.Edition;
import org.weiwang.edition.layer.LayerSource;

/** The features of a layer in one district. */
record LayerPart(Edition edition, long dataSet) {
    static List<LayerPart> of(LayerSource source) {
        return source.dataSets().entrySet().stream()
                .map(entry -> new LayerPart(entry.getKey(), entry.getValue()))
                .toList();
    }

    String district() {
        return edition.district();
    }
}
