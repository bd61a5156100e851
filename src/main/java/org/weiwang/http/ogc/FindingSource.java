package org.weiwang.http.ogc;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.weiwang.atlas.Atlas;
import org.weiwang.edition.Edition;
import org.weiwang.edition.EditionStore;
import org.weiwang.edition.NoSuchEditionException;
import org.weiwang.edition.checking.CheckStore;
import org.weiwang.edition.layer.LayerSource;
import org.weiwang.edition.layer.StoredLayer;
import org.weiwang.edition.layer.StoredLayers;
import org.weiwang.feature.FeatureType;
import org.weiwang.http.wire.AsOf;
import org.weiwang.http.wire.InForce;
import org.weiwang.http.wire.Parameters;

/**
 * What is wrong with editions: with those in force, with those of another moment, or with one,
 * which for planners may be a draft.
 *
 * @param searches as {@link StoredState}
 */
record FindingSource(
        InForce inForce,
        EditionStore editions,
        CheckStore checks,
        StoredLayers layers,
        StoredLayer layer,
        Semaphore searches)
        implements Source {
    private static final int SEARCHES = 4;

    static List<OgcCollection> collections(
            InForce inForce, EditionStore editions, CheckStore checks, StoredLayers layers) {
        Semaphore searches = new Semaphore(SEARCHES);
        return List.of(
                new OgcCollection(
                        "检查结果 Findings",
                        "版次中的错误与提醒，每项一个点 Errors and warnings of editions, a point each",
                        new FindingSource(
                                inForce, editions, checks, layers, StoredLayer.FINDINGS, searches)),
                new OgcCollection(
                        "问题区域 Areas of findings",
                        "空隙、重叠、超出上级等所占的区域 The ground of gaps, overlaps and the like",
                        new FindingSource(
                                inForce,
                                editions,
                                checks,
                                layers,
                                StoredLayer.FINDING_AREAS,
                                searches)));
    }

    @Override
    public FeatureType type(Parameters parameters) {
        return layer.type();
    }

    @Override
    public boolean hasPast() {
        return true;
    }

    @Override
    public State state(Parameters parameters, AsOf asOf, String stamp)
            throws NoSuchEditionException, InterruptedException {
        return asOf.isNow() ? now(stamp) : then(asOf, stamp);
    }

    private State now(String stamp) throws NoSuchEditionException, InterruptedException {
        Atlas atlas = AtlasSource.atlas(inForce, AsOf.NOW, stamp);
        return state(AtlasStamp.of(atlas).toString(), atlas.editions(), atlas.source(layer));
    }

    private State then(AsOf asOf, String stamp) throws NoSuchEditionException {
        List<Edition> asked = asked(asOf);
        LayerSource source = checks.source(asked);
        String ofSource = stamp(source);
        if (stamp != null && !stamp.equals(ofSource)) {
            throw PageToken.gone();
        }
        return state(ofSource, asked, source);
    }

    private List<Edition> asked(AsOf asOf) throws NoSuchEditionException {
        if (!asOf.isOfEdition()) {
            return asOf.editions(inForce.atlas().history());
        }
        return List.of(
                editions.edition(asOf.value())
                        .filter(asOf.sight()::shows)
                        .orElseThrow(() -> new NoSuchEditionException(asOf.value()))
                        .edition());
    }

    /** The versions, by district. */
    private static String stamp(LayerSource source) {
        return source.history()
                + source.dataSets().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey(Comparator.comparing(Edition::district)))
                        .map(entry -> "." + entry.getValue())
                        .collect(joining());
    }

    private State state(String stamp, List<Edition> of, LayerSource source) {
        return new StoredState(layers, layer, searches, stamp, of, source);
    }
}
