package org.weiwang.http.circle;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.weiwang.atlas.circle.BusyException;
import org.weiwang.atlas.circle.LivingCircle;
import org.weiwang.atlas.circle.Turns;
import org.weiwang.circle.analysis.Question;
import org.weiwang.circle.city.City;
import org.weiwang.circle.city.Walk;
import org.weiwang.circle.network.Snaps;
import org.weiwang.circle.planning.CitySiting;
import org.weiwang.circle.siting.Choice;
import org.weiwang.circle.siting.Deadline;
import org.weiwang.circle.siting.Proposal;
import org.weiwang.geo.LonLat;
import org.weiwang.http.BatchLimits;
import org.weiwang.http.wire.EditionsHeader;
import org.weiwang.http.wire.Json;
import org.weiwang.http.wire.Parameters;

/**
 * {@code POST /api/v1/circle/siting}: where further facilities of a category would serve most
 * households, with a bound that no other choice exceeds.
 */
public final class SitingHandler implements Handler {
    private static final int THREADS = Runtime.getRuntime().availableProcessors();

    /**
     * @param candidates how many there are
     * @param noNetwork how many of them are too far from the network to be walked to
     * @param oneIn of so many candidates one was considered, or fewer where it is not complete
     * @param complete whether the search ended before its time was over
     * @param upperBound no choice of as many candidates serves more households, with those that are
     *     served before
     * @param ratio of what the sites gain to what the bound leaves to be gained
     */
    private record Document(
            @JsonUnwrapped CircleStamp stamp,
            String category,
            Integer capacity,
            int candidates,
            int noNetwork,
            int oneIn,
            boolean complete,
            List<Site> sites,
            long households,
            long householdsBefore,
            long householdsAfter,
            long upperBound,
            double ratio) {}

    /**
     * @param households that the site serves and none before it does
     */
    private record Site(double lon, double lat, long households) {}

    private final Circles circles;
    private final Duration patience;
    private final Turns turns =
            new Turns(1, "Sites for somebody else are being found; ask again later");

    /**
     * @param patience as {@link BatchLimits#patience}
     */
    public SitingHandler(Circles circles, Duration patience) {
        this.circles = circles;
        this.patience = patience;
    }

    @Override
    public void handle(Context context) throws IOException, BusyException, InterruptedException {
        Parameters parameters =
                Parameters.of(
                        context,
                        CircleParameters.STANDARD,
                        CircleParameters.PROFILE,
                        CircleParameters.RULE);
        Question question = CircleParameters.question(parameters, circles.standards());
        SitingBody body = SitingBody.read(context, question, patience);
        LivingCircle circle = circles.current();
        Document document = turns.take(() -> document(body, question, circle));
        EditionsHeader.setIds(context, document.stamp.editions());
        Json.write(context, document);
    }

    private static Document document(SitingBody body, Question question, LivingCircle circle)
            throws InterruptedException {
        City city = circle.city();
        Walk walk = city.walk(question.walker().takesSteps());
        List<LonLat> places = body.candidates().orElseGet(() -> city.homes().positions());
        Snaps candidates = body.candidates().map(walk::snap).orElseGet(walk::homes);
        Proposal proposal =
                CitySiting.propose(
                        city,
                        question,
                        body.category(),
                        candidates,
                        body.sites(),
                        body.capacity(),
                        THREADS,
                        Deadline.in(Duration.ofSeconds(body.seconds())));
        return new Document(
                CircleStamp.of(circle.stamp(question)),
                body.category().id(),
                body.capacity().isPresent() ? body.capacity().getAsInt() : null,
                candidates.size(),
                candidates.missing(),
                proposal.oneIn(),
                proposal.choice().complete(),
                proposal.choice().sites().stream().map(site -> site(site, places)).toList(),
                proposal.households(),
                proposal.servedBefore(),
                proposal.servedAfter(),
                proposal.servedAtMost(),
                proposal.choice().ratio());
    }

    private static Site site(Choice.Site site, List<LonLat> places) {
        LonLat place = places.get(site.candidate());
        return new Site(place.lon(), place.lat(), site.gain());
    }
}
