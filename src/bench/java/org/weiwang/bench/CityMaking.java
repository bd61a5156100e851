package org.weiwang.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.weiwang.access.Actor;
import org.weiwang.app.Backend;
import org.weiwang.config.SettingsReader;
import org.weiwang.demo.DemoCity;
import org.weiwang.demo.DemoCounty;
import org.weiwang.edition.ImportException;
import org.weiwang.edition.importing.ImportRequest;
import org.weiwang.edition.importing.Importer;
import org.weiwang.geo.CrsException;
import org.weiwang.geo.Datum;

/**
 * Makes the database of {@link City}: of every district the first edition, in force, and one as a
 * year later, with the responders of each.
 */
final class CityMaking {
    private static final long SEED = 1;

    /** In one of so many general grids something changes. */
    private static final int UNCHANGED = 10;

    private static final List<String> EDITION =
            List.of(
                    "community-grids.shp",
                    "general-grids.shp",
                    "micro-grids.shp",
                    "dedicated-grids.shp",
                    "responders.csv");

    private final Importer importer;

    private CityMaking(Importer importer) {
        this.importer = importer;
    }

    public static void main(String[] args) throws Exception {
        try (Backend backend =
                new Backend(SettingsReader.read(Map.of("WEIWANG_DATA", City.DATA.toString())))) {
            CityMaking making = new CityMaking(backend.importer());
            DemoCity.codes().parallelStream().forEach(making::make);
        }
        try (City city = City.open()) {
            city.keepTimesOfCommits();
        }
    }

    private void make(String district) {
        try {
            DemoCounty county = DemoCounty.generate(district, SEED);
            Path first = City.HANDED_OVER.resolve(district);
            county.write(first);
            bring(district, first, true, first(district));
            Path later = City.HANDED_OVER.resolve(district + "-later");
            int generals = county.ground().division().generals().size();
            county.redrawn(generals / UNCHANGED, SEED).write(later);
            for (int edition = 1; edition < City.editions(district); edition++) {
                bring(district, later, false, EDITION);
            }
        } catch (IOException | CrsException | ImportException e) {
            throw new IllegalStateException("district " + district, e);
        }
        System.err.println("District " + district + " is there");
    }

    private static List<String> first(String district) {
        List<String> files = new ArrayList<>(EDITION);
        files.add("facilities.shp");
        if (City.WITH_ADDRESSES.contains(district)) {
            files.add("addresses.csv");
        }
        return files;
    }

    private void bring(String district, Path folder, boolean publish, List<String> files)
            throws ImportException {
        importer.run(
                new ImportRequest(
                        district,
                        files.stream().map(folder::resolve).toList(),
                        publish,
                        Actor.commandLine(),
                        null,
                        null,
                        Datum.CGCS2000,
                        Map.of(),
                        Map.of()));
    }
}
