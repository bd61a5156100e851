package org.weiwang.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.weiwang.demo.DemoCounty;
import org.weiwang.demo.source.Districts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes a demo county and writes it as files. */
@Command(
        name = "generate",
        mixinStandardHelpOptions = true,
        description = "Make a demo county: real names and codes, synthetic geometry")
public final class GenerateCommand implements Callable<Integer> {
    @Option(
            names = "--district",
            defaultValue = "510131",
            description = "6-digit code: 510131, 510113 or 510185 (default: ${DEFAULT-VALUE})")
    private String district;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "the same seed makes the same county (default: ${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--out",
            required = true,
            paramLabel = "DIR",
            description = "the folder to write to; made where it is missing")
    private Path out;

    @Spec private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (!Districts.codes().contains(district)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--district must be one of " + Districts.codes() + ", not " + district);
        }
        DemoCounty.generate(district, seed).write(out);
        return 0;
    }
}
