package org.weiwang.store;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Each test has the small district to itself, without an edition. */
abstract class SmallDistrictTest {
    @TempDir Path folder;
    SmallDistrict district;
    JdbcEditionStore store;

    @BeforeEach
    void openDistrict() throws Exception {
        district = new SmallDistrict(folder);
        store = district.store();
    }

    @AfterEach
    void closeDistrict() {
        district.close();
    }
}
