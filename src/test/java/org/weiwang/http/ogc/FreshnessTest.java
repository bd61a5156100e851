package org.weiwang.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FreshnessTest {
    private static final String[] REQUEST = {"application/geo+json", "http://a/items", "limit=5"};

    @Test
    void anotherBuildMayAnswerInAnotherForm() {
        String tag = Freshness.tag("0.1.0 today", "state", REQUEST);
        assertThat(Freshness.tag("0.1.0 today", "state", REQUEST)).isEqualTo(tag);
        assertThat(Freshness.tag("0.1.0 tomorrow", "state", REQUEST)).isNotEqualTo(tag);
    }

    @Test
    void theBuildNamesItselfByVersionAndTime() {
        assertThat(Build.ID)
                .matches("[0-9]+\\.[0-9]+\\.[0-9]+\\S* [0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}Z");
    }
}
