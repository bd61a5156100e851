package org.weiwang.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.weiwang.demo.DemoCity;
import org.weiwang.demo.DemoCounty;
import org.weiwang.demo.source.District;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a demo county, or all of the city's, and writes them as files. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = {
            "Make a demo county, or all twenty of Chengdu:",
            "real names and codes, synthetic geometry"
        })
public final class GenerateCommand implements Callable<Integer> {
    private static final class Extent {
        @Option(
                names = "--district",
                paramLabel = "CODE",
                description = "6-digit code of a county of Chengdu (default: ${DEFAULT-VALUE})")
        private String district = "510131";

        @Option(
                names = "--city",
                description = {
                    "every county, each in a folder of its own named by its code;",
                    "takes some minutes and 4 GB of heap (-Xmx4g)"
                })
        private boolean city;
    }

    @ArgGroup private Extent extent = new Extent();

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "the same seed makes the same county (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--redrawn",
            paramLabel = "N",
            description = {
                "the county a year later: in N general grids boundaries of micro grids moved,",
                "or micro grids joined or divided; all else as without this option"
            })
    private Integer redrawn;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "the folder to write to; made where it is missing")
    private Path out;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (redrawn != null && (extent.city || redrawn < 1)) {
            throw new ParameterException(
                    spec.commandLine(), "--redrawn takes 1 or more, and a single district");
        }
        if (extent.city) {
            DemoCity.write(out, seed, this::report);
            return 0;
        }
        if (!DemoCity.codes().contains(extent.district)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--district must be one of "
                            + DemoCity.codes()
                            + ", not "
                            + extent.district
                            + "; --city makes all of them");
        }
        DemoCounty county = DemoCounty.generate(extent.district, seed);
        (redrawn == null ? county : county.redrawn(redrawn, seed)).write(out);
        return 0;
    }

    private void report(District district) {
        spec.commandLine()
                .getOut()
                .printf(
                        "%s %s: %d communities, %d general, %d micro, %d dedicated grids%n",
                        district.code(),
                        district.name(),
                        district.counts().community(),
                        district.counts().general(),
                        district.counts().micro(),
                        district.counts().dedicated())
                .flush();
    }
}
