package org.weiwang.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.weiwang.geo.LonLat;

class AddressBookTest {
    @Test
    void findsEveryAddressAndNothingElse() {
        AddressBook.Builder builder = new AddressBook.Builder();
        int size = 5_000; // More than the arrays begin with.
        for (int i = 0; i < size; i++) {
            builder.add("朝阳路" + i + "号", new LonLat(103 + i * 1e-5, 30));
        }
        AddressBook book = builder.build();
        assertThat(book.size()).isEqualTo(size);
        SplittableRandom random = new SplittableRandom(7);
        for (int n = 0; n < 1_000; n++) {
            int i = random.nextInt(size);
            assertThat(book.find("四川省朝阳路 " + i + "号"))
                    .containsExactly(new AddressBook.Entry(new LonLat(103 + i * 1e-5, 30)));
            assertThat(book.find("朝阳路" + (size + i) + "号")).isEmpty();
        }
    }

    @Test
    void anAddressWithoutLocationIsFoundWithoutOne() {
        AddressBook.Builder builder = new AddressBook.Builder();
        builder.add("朝阳路1号", null);
        assertThat(builder.build().find("朝阳路1号")).isEqualTo(List.of(new AddressBook.Entry(null)));
    }

    @Test
    void theSameTextTwiceIsFoundTwice() {
        AddressBook.Builder builder = new AddressBook.Builder();
        builder.add("朝阳路1号", new LonLat(103, 30));
        builder.add("朝阳路１号", new LonLat(104, 30));
        assertThat(builder.build().find("朝阳路1号")).hasSize(2);
    }

    @Test
    void anEmptyBookFindsNothing() {
        assertThat(new AddressBook.Builder().build().find("朝阳路1号")).isEmpty();
    }
}
