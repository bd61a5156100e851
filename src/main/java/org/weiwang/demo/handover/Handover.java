package org.weiwang.demo.handover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weiwang.demo.life.Ground;
import org.weiwang.demo.life.Life;
import org.weiwang.geo.Crs;
import org.weiwang.geo.CrsException;

/** Writes a county's shapefiles and tables into a folder. */
public final class Handover {
    private Handover() {}

    /**
     * Writes all files; those that are there are overwritten.
     *
     * @param crs the plane that the county was drawn in
     * @param folder is made where it is missing
     */
    public static void write(Ground ground, Life life, Crs crs, Path folder)
            throws IOException, CrsException {
        Files.createDirectories(folder);
        new GridFiles(ground, life, crs, folder).write();
        new LifeFiles(ground.district().code(), life, crs, folder).write();
        Tables.writeAddresses(life.housing().addresses(), crs, folder.resolve("addresses.csv"));
        Tables.writePosts(life.posts(), folder.resolve("responders.csv"));
    }
}
