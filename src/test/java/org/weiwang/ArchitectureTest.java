package org.weiwang;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.elements.ClassesShouldConjunction;

/** The arrows between packages that ARCHITECTURE.md draws, and no others. */
@AnalyzeClasses(packages = "org.weiwang", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("org.weiwang.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NOTHING_IMPORTS_THE_ROOT =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.weiwang")
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.weiwang");

    @ArchTest static final ArchRule GEO = only("geo");

    @ArchTest static final ArchRule FEATURE = only("feature", "spreadsheet", "geo");

    @ArchTest static final ArchRule SPREADSHEET = only("spreadsheet");

    @ArchTest static final ArchRule GRID = only("grid", "geo");

    @ArchTest static final ArchRule ADDRESS = only("address", "geo");

    @ArchTest static final ArchRule CIRCLE = only("circle", "geo");

    @ArchTest static final ArchRule ACCESS = only("access");

    @ArchTest
    static final ArchRule EDITION =
            only("edition", "access", "grid", "address", "circle", "feature", "spreadsheet", "geo");

    @ArchTest
    static final ArchRule ATLAS =
            only("atlas", "edition", "grid", "address", "circle", "feature", "geo");

    @ArchTest
    static final ArchRule ASSIGNING =
            only("assigning", "atlas", "grid", "address", "spreadsheet", "geo");

    @ArchTest
    static final ArchRule STORE =
            only(
                    "store", "access", "atlas", "edition", "grid", "address", "circle", "feature",
                    "geo");

    @ArchTest
    static final ArchRule HTTP =
            only(
                    "http",
                    "access",
                    "assigning",
                    "atlas",
                    "edition",
                    "grid",
                    "address",
                    "circle",
                    "feature",
                    "spreadsheet",
                    "geo");

    @ArchTest static final ArchRule DEMO = only("demo", "geo");

    @ArchTest static final ArchRule CONFIG = only("config");

    @ArchTest
    static final ArchRule APP =
            only(
                    "app", "config", "access", "http", "store", "atlas", "edition", "address",
                    "circle");

    @ArchTest
    static final ArchRule CLI =
            only(
                    "cli",
                    "app",
                    "config",
                    "access",
                    "demo",
                    "store",
                    "assigning",
                    "atlas",
                    "edition",
                    "grid",
                    "geo");

    @ArchTest static final ArchRule JAVALIN_IN_HTTP = library("http", "io.javalin..");

    /** But for GeoPackages, which are files. */
    @ArchTest
    static final ArchRule JDBC_IN_STORE =
            noClasses()
                    .that()
                    .resideOutsideOfPackage(in("store"))
                    .and()
                    .haveNameNotMatching(
                            "org\\.weiwang\\.(feature|geo)\\.file\\.GeoPackage(File|Reader|s)")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("java.sql..", "javax.sql..");

    @ArchTest
    static final ArchRule GEOTOOLS_IN_GEO = library("geo", "org.geotools..", "org.opengis..");

    @ArchTest
    static final ArchRule LUCENE_IN_INDEX = library("address.index", "org.apache.lucene..");

    /** Classes of the package use, of this project, only the packages named. */
    private static ArchRule only(String from, String... to) {
        return classes()
                .that()
                .resideInAPackage(in(from))
                .should()
                .onlyDependOnClassesThat(ourOwnOutside(from, to));
    }

    private static DescribedPredicate<JavaClass> ourOwnOutside(String from, String... to) {
        return DescribedPredicate.describe(
                "are in " + from + " or " + String.join(", ", to),
                target -> {
                    String name = target.getPackageName();
                    if (!name.equals("org.weiwang") && !name.startsWith("org.weiwang.")) {
                        return true;
                    }
                    return isIn(name, from)
                            || java.util.Arrays.stream(to).anyMatch(p -> isIn(name, p));
                });
    }

    private static boolean isIn(String name, String part) {
        String whole = "org.weiwang." + part;
        return name.equals(whole) || name.startsWith(whole + ".");
    }

    /** Only the package uses the library. */
    private static ClassesShouldConjunction library(String user, String... packages) {
        return noClasses()
                .that()
                .resideOutsideOfPackage(in(user))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static String in(String part) {
        return "org.weiwang." + part + "..";
    }
}
