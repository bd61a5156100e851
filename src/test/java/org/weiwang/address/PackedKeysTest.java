package org.weiwang.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackedKeysTest {
    private static List<Integer> found(PackedKeys keys, String key) {
        List<Integer> numbers = new ArrayList<>();
        keys.forEach(key, numbers::add);
        return numbers;
    }

    @Test
    void findsTextsOfEveryLengthAcrossBlocks() {
        PackedKeys keys = new PackedKeys();
        int[] lengths = {0, 1, 50, 1_000, 262_139, 262_140, 262_141, 262_144, 600_000, 3};
        for (int length : lengths) {
            keys.add("网".repeat(length));
            keys.add("x".repeat(length) + "y");
        }
        for (int i = 0; i < 50_000; i++) {
            keys.add("朝阳路" + i + "号");
        }
        assertThat(keys.size()).isEqualTo(2 * lengths.length + 50_000);
        for (int i = 0; i < lengths.length; i++) {
            assertThat(found(keys, "网".repeat(lengths[i]))).containsExactly(2 * i);
            assertThat(found(keys, "x".repeat(lengths[i]) + "y")).containsExactly(2 * i + 1);
        }
        for (int i = 0; i < 50_000; i++) {
            assertThat(found(keys, "朝阳路" + i + "号")).containsExactly(2 * lengths.length + i);
        }
        assertThat(found(keys, "朝阳路")).isEmpty();
    }

    @Test
    void findsEqualTextsInTheOrderOfTheirAdding() {
        PackedKeys keys = new PackedKeys();
        for (int i = 0; i < 5; i++) {
            keys.add("a");
            keys.add("b");
        }
        assertThat(found(keys, "b")).containsExactly(1, 3, 5, 7, 9);
    }
}
