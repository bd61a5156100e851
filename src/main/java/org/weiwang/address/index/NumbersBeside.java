package org.weiwang.address.index;

import java.io.IOException;
import java.util.stream.IntStream;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.weiwang.address.AddressMatch;

/** Those of the nearest lower and of the nearest higher number that is odd or even alike. */
final class NumbersBeside extends Collecting {
    /** Of one number; with those of the other it is then more than can all be meant. */
    private static final int MOST = AddressMatch.MOST_CANDIDATES;

    private final long number;
    private int lowerOnes;
    private int higherOnes;
    private long lower = Long.MIN_VALUE;
    private long higher = Long.MAX_VALUE;
    private IntStream.Builder ofLower = IntStream.builder();
    private IntStream.Builder ofHigher = IntStream.builder();
    private NumericDocValues numbers;

    NumbersBeside(int number) {
        super(Integer.MAX_VALUE);
        this.number = number;
    }

    /** To be called once, when all is taken; the lower number's first. */
    int[] documents() {
        return IntStream.concat(ofLower.build(), ofHigher.build()).toArray();
    }

    @Override
    protected void doSetNextReader(LeafReaderContext context) throws IOException {
        super.doSetNextReader(context);
        numbers = DocValues.getNumeric(context.reader(), BookDocuments.NUMBER);
    }

    @Override
    protected void take(int document) throws IOException {
        if (!numbers.advanceExact(document)) {
            return;
        }
        long there = numbers.longValue();
        if (there == number || (there - number) % 2 != 0) {
            return;
        }
        if (there < number && there >= lower) {
            if (there > lower) {
                lower = there;
                lowerOnes = 0;
                ofLower = IntStream.builder();
            }
            if (lowerOnes++ < MOST) {
                ofLower.add(base + document);
            }
        } else if (there > number && there <= higher) {
            if (there < higher) {
                higher = there;
                higherOnes = 0;
                ofHigher = IntStream.builder();
            }
            if (higherOnes++ < MOST) {
                ofHigher.add(base + document);
            }
        }
    }
}
