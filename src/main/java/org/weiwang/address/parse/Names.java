package org.weiwang.address.parse;

import java.util.List;
import org.weiwang.address.Reading;

/**
 * What a form of a name can be.
 *
 * @param readings the likeliest first
 * @param isBare whether it is nobody's name as it stands, but one without its ending
 */
record Names(List<Reading> readings, boolean isBare) {}
