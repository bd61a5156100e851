package org.weiwang.edition.comparing;

import org.weiwang.address.Address;
import org.weiwang.edition.AddressId;

/** An address in force that moves from one responsible grid to another. */
public record MovedAddress(AddressId id, Address address, Flow flow) {}
