package org.weiwang.demo.life;

import java.util.ArrayList;
import java.util.List;

/** The addresses of the county and the facts about its micro grids, in the micro grids' order. */
public final class Housing {
    private final List<Address> addresses = new ArrayList<>();
    private final List<MicroFacts> micros = new ArrayList<>();
    private final int[] households;

    Housing(int micros) {
        this.households = new int[micros];
    }

    void add(Address address) {
        addresses.add(address);
        households[address.micro()] += address.households();
    }

    void add(MicroFacts facts) {
        micros.add(facts);
    }

    public List<Address> addresses() {
        return addresses;
    }

    public MicroFacts micro(int micro) {
        return micros.get(micro);
    }

    public int households(int micro) {
        return households[micro];
    }
}
