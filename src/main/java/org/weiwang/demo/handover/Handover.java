package org.weiwang.demo.handover;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.weiwang.demo.life.Ground;
import org.weiwang.demo.life.Life;
import org.weiwang.demo.source.District;
import org.weiwang.demo.source.Town;
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
        Charset charset = charset(ground.district());
        new GridFiles(ground, life, crs, charset, folder).write();
        new LifeFiles(ground.district().code(), life, crs, charset, folder).write();
        Tables.writeAddresses(life.housing().addresses(), crs, folder.resolve("addresses.csv"));
        Tables.writePosts(life.posts(), folder.resolve("responders.csv"));
        Tables.writeAliases(life.aliases(), folder.resolve("aliases.csv"));
    }

    /** GBK as is usual, unless a name has a character that it lacks, as that of 䢺江镇 does. */
    static Charset charset(District district) {
        Charset usual = Charset.forName("GBK");
        CharsetEncoder encoder = usual.newEncoder();
        for (Town town : district.towns()) {
            if (!encoder.canEncode(town.name())
                    || !town.communities().stream().allMatch(c -> encoder.canEncode(c.name()))) {
                return Charset.forName("GB18030");
            }
        }
        return usual;
    }
}
