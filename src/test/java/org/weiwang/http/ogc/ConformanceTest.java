package org.weiwang.http.ogc;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What is declared is what docs/ogc-coverage.md has a row of. */
class ConformanceTest {
    private static final String SPEC = "http://www.opengis.net/spec/";
    private static final Pattern CLASS = Pattern.compile("`([a-z0-9-]+/[0-9.]+/conf/[a-z0-9-]+)`");

    @Test
    void everyDeclaredClassIsInTheDocumentAndNoOther() throws Exception {
        Set<String> told =
                CLASS.matcher(Files.readString(Path.of("docs/ogc-coverage.md")))
                        .results()
                        .map(found -> SPEC + found.group(1))
                        .collect(toSet());
        assertThat(Conformance.ALL.conformsTo()).containsExactlyInAnyOrderElementsOf(told);
    }
}
