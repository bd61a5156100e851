package org.weiwang.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The exact optimum of a question of where to build, by CBC's branch and cut. */
final class Cbc {
    private static final Pattern OPTIMUM =
            Pattern.compile(
                    "Optimal(?: \\(within gap tolerance\\))? - objective value (-?[0-9.]+)");

    /** All numbers are of whole households, so what is nearer to the optimum is the optimum. */
    private static final String GAP = "0.5";

    private static final Pattern VERSION = Pattern.compile("Version: (\\S+)");

    /** To a line: readers of the format refuse long ones. */
    private static final int TERMS = 10;

    private Cbc() {}

    /**
     * @param households the greatest number that can be served
     */
    record Optimum(long households, double seconds) {}

    /**
     * @throws IOException when CBC fails, or finds no optimum in the time
     */
    static Optimum solve(SitingInstance instance, int seconds)
            throws IOException, InterruptedException {
        Files.createDirectories(Results.FOLDER);
        Path model = Results.FOLDER.resolve("siting.lp");
        Path solution = Results.FOLDER.resolve("siting.solution");
        try (PrintStream out =
                new PrintStream(Files.newOutputStream(model), false, StandardCharsets.US_ASCII)) {
            if (instance.capacity().isPresent()) {
                writeWithCapacity(instance, instance.capacity().getAsInt(), out);
            } else {
                write(instance, out);
            }
        }
        Program run =
                Program.run(
                        "cbc",
                        model.toString(),
                        "-ratioGap",
                        "0",
                        "-allowableGap",
                        GAP,
                        "-seconds",
                        String.valueOf(seconds),
                        "-solve",
                        "-solution",
                        solution.toString());
        String head = Files.readString(solution);
        Matcher found = OPTIMUM.matcher(head);
        if (!found.lookingAt()) {
            throw new IOException(
                    "no optimum of " + instance.name() + ": " + head.lines().findFirst());
        }
        return new Optimum(Math.round(-Double.parseDouble(found.group(1))), run.seconds());
    }

    static String version() throws IOException, InterruptedException {
        Matcher version = VERSION.matcher(Program.run("cbc", "-quit").output());
        if (!version.find()) {
            throw new IOException("CBC does not say its version");
        }
        return version.group(1);
    }

    /** A home is served, z, as far as one of the candidates that cover it is built, x. */
    private static void write(SitingInstance instance, PrintStream out) {
        int homes = instance.households().length;
        out.println("Minimize");
        out.print(" obj:");
        for (int home = 0; home < homes; home++) {
            out.print(" - " + instance.households()[home] + " z" + home + lineAfter(home));
        }
        out.println();
        out.println("Subject To");
        count(instance, out);
        int[] terms = new int[homes];
        StringBuilder[] rows = new StringBuilder[homes];
        for (int home = 0; home < homes; home++) {
            rows[home] = new StringBuilder(" h" + home + ": z" + home);
        }
        for (int candidate = 0; candidate < instance.homesOf().length; candidate++) {
            for (int home : instance.homesOf()[candidate]) {
                rows[home].append(" - x").append(candidate).append(lineAfter(terms[home]++));
            }
        }
        for (StringBuilder row : rows) {
            out.println(row + " <= 0");
        }
        out.println("Bounds");
        for (int home = 0; home < homes; home++) {
            out.println(" 0 <= z" + home + " <= 1");
        }
        end(instance, out);
    }

    /** A candidate that is built, x, serves so many households of a home, y. */
    private static void writeWithCapacity(SitingInstance instance, int capacity, PrintStream out) {
        StringBuilder[] ofHome = new StringBuilder[instance.households().length];
        StringBuilder links = new StringBuilder();
        StringBuilder capacities = new StringBuilder();
        out.println("Minimize");
        out.print(" obj:");
        int pairs = 0;
        for (int candidate = 0; candidate < instance.homesOf().length; candidate++) {
            StringBuilder load = new StringBuilder();
            for (int home : instance.homesOf()[candidate]) {
                String y = "y" + candidate + "_" + home;
                String line = lineAfter(pairs++);
                out.print(" - " + y + line);
                load.append(" + ").append(y).append(line);
                if (ofHome[home] == null) {
                    ofHome[home] = new StringBuilder(" h" + home + ":");
                }
                ofHome[home].append(" + ").append(y).append(lineAfter(pairs));
                int most = Math.min(instance.households()[home], capacity);
                links.append(" l%s: %s - %d x%d <= 0\n".formatted(y, y, most, candidate));
            }
            if (!load.isEmpty()) {
                capacities.append(
                        " c%d:%s - %d x%d <= 0\n".formatted(candidate, load, capacity, candidate));
            }
        }
        out.println();
        out.println("Subject To");
        count(instance, out);
        for (int home = 0; home < ofHome.length; home++) {
            if (ofHome[home] != null) {
                out.println(ofHome[home] + " <= " + instance.households()[home]);
            }
        }
        out.print(capacities);
        out.print(links);
        end(instance, out);
    }

    private static void count(SitingInstance instance, PrintStream out) {
        out.print(" sites:");
        for (int candidate = 0; candidate < instance.homesOf().length; candidate++) {
            out.print(" + x" + candidate + lineAfter(candidate));
        }
        out.println(" <= " + instance.sites());
    }

    private static void end(SitingInstance instance, PrintStream out) {
        out.println("Binaries");
        for (int candidate = 0; candidate < instance.homesOf().length; candidate++) {
            out.print(" x" + candidate + lineAfter(candidate));
        }
        out.println();
        out.println("End");
    }

    private static String lineAfter(int term) {
        return term % TERMS == TERMS - 1 ? "\n" : "";
    }
}
