package org.weiwang.address.index;

import java.util.UUID;

/**
 * What a book of addresses is made from, beside the names of places, of which its cache takes a
 * fingerprint.
 *
 * @param history in which the data sets are numbered
 * @param district code
 * @param addresses version of the data set; 0 for none, as of the others
 */
public record BookKey(UUID history, String district, long addresses, long facilities) {}
