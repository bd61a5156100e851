package org.weiwang.assigning;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.weiwang.atlas.Found;

/** Answers the JSON objects of one block. Not thread-safe. */
final class JsonAnswering {
    /** Where a member is there twice, either could be meant. */
    static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final JsonShape shape;
    private final Answerer answerer;
    private final boolean reasons;
    private final Block block;
    private final Bytes out;
    private final JsonRow row = new JsonRow();
    private final Answer answer = new Answer();

    JsonAnswering(JsonShape shape, Answerer answerer, boolean reasons, Block block) {
        this.shape = shape;
        this.answerer = answerer;
        this.reasons = reasons;
        this.block = block;
        this.out = block.out;
    }

    /**
     * Answers what is there between two places, white space around it included.
     *
     * @param number of the row within the block, from 0
     * @param separator written before the answer
     * @return whether it was written
     */
    boolean answer(int from, int to, long number, String separator) {
        block.rows++;
        read(from, to);
        ask();
        block.outcomes[answer.outcome().ordinal()]++;
        if (answer.isRejected() && !reasons) {
            String text = new String(block.bytes, from, to - from, UTF_8).strip();
            block.rejects.add(new Block.Reject(number, answer.reason(), text));
            return false;
        }
        out.appendAscii(separator);
        if (!row.isAnsweredWithin()) {
            out.appendAscii(shape.standInBefore());
            appendMembers();
            out.appendAscii(shape.standInAfter());
        } else {
            out.append(block.bytes, from, row.answerFrom);
            out.appendAscii(row.before);
            appendMembers();
            out.appendAscii(row.after);
            out.append(block.bytes, row.answerTo, to);
        }
        return true;
    }

    private void read(int from, int to) {
        row.clear();
        try (JsonParser parser = JSON.createParser(block.bytes, from, to - from)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                row.faultOfAll("is not a JSON object");
                return;
            }
            shape.read(parser, from, row);
            if (parser.nextToken() != null) {
                row.faultOfAll("holds more than one JSON object");
            }
        } catch (JsonProcessingException e) {
            row.fault = null;
            row.faultOfAll(
                    "is not a JSON object: " + e.getOriginalMessage().lines().findFirst().get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ask() {
        if (row.fault != null) {
            answer.rejected(row.fault);
        } else if (row.lon != null && row.lat != null) {
            byte[] both = new byte[row.lon.length + row.lat.length];
            System.arraycopy(row.lon, 0, both, 0, row.lon.length);
            System.arraycopy(row.lat, 0, both, row.lon.length, row.lat.length);
            answerer.byPosition(both, 0, row.lon.length, row.lon.length, both.length, answer);
        } else if (row.address != null) {
            answerer.byAddress(row.address, answer);
        } else if (row.lon != null || row.lat != null) {
            answer.rejected(row.lat == null ? "lat is empty" : "lon is empty");
        } else {
            answer.hasNoLocation();
        }
    }

    private void appendMembers() {
        for (int i = 0; i < AddedColumns.CODES.size(); i++) {
            appendName(AddedColumns.CODES.get(i));
            appendWord(answer.code(i));
            out.append((byte) ',');
        }
        appendName(AddedColumns.OUTCOME);
        appendWord(answer.outcome().name());
        if (row.hasAddress) {
            appendFound(answer.found());
        }
        if (reasons) {
            out.append((byte) ',');
            appendName(AddedColumns.REASON);
            appendText(answer.reason());
        }
    }

    /**
     * @param found null for members without a value
     */
    private void appendFound(Found found) {
        out.append((byte) ',');
        appendName(AddedColumns.MATCH);
        appendWord(found == null ? null : found.match().kind().name());
        out.append((byte) ',');
        appendName(AddedColumns.SCORE);
        out.appendAscii(found == null ? "null" : Double.toString(found.score()));
        out.append((byte) ',');
        appendName(AddedColumns.FOUND);
        appendText(found == null ? null : found.address());
    }

    /** A value of ASCII in which nothing must be escaped; null for null. */
    private void appendWord(String word) {
        if (word == null) {
            out.appendAscii("null");
        } else {
            out.append((byte) '"');
            out.appendAscii(word);
            out.append((byte) '"');
        }
    }

    private void appendText(String text) {
        if (text == null) {
            out.appendAscii("null");
        } else {
            out.append((byte) '"');
            out.append(JsonStringEncoder.getInstance().quoteAsUTF8(text));
            out.append((byte) '"');
        }
    }

    private void appendName(String name) {
        out.append((byte) '"');
        out.appendAscii(name);
        out.appendAscii("\":");
    }
}
