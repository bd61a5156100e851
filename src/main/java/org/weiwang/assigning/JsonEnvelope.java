package org.weiwang.assigning;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** The document around an array of rows. */
enum JsonEnvelope {
    /** Nothing: the document is the array. */
    ARRAY {
        @Override
        void enter(JsonParser parser) throws IOException, AssignmentException {
            if (parser.nextToken() != JsonToken.START_ARRAY) {
                throw new AssignmentException(
                        "the document is no array of objects; a FeatureCollection is read as geojson, an object on each line as ndjson");
            }
        }

        @Override
        void leave(JsonParser parser) {}
    },
    /** A GeoJSON FeatureCollection. */
    FEATURES {
        @Override
        void enter(JsonParser parser) throws IOException, AssignmentException {
            boolean isObject = parser.nextToken() == JsonToken.START_OBJECT;
            while (isObject && parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("features") && value == JsonToken.START_ARRAY) {
                    return;
                }
                checkType(name, parser);
                parser.skipChildren();
            }
            throw new AssignmentException("the document is no FeatureCollection with features");
        }

        @Override
        void leave(JsonParser parser) throws IOException, AssignmentException {
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                checkType(name, parser);
                parser.skipChildren();
            }
        }

        private void checkType(String name, JsonParser parser)
                throws IOException, AssignmentException {
            if (name.equals("type") && !parser.getText().equals("FeatureCollection")) {
                throw new AssignmentException(
                        "the document's type is " + parser.getText() + ", not FeatureCollection");
            }
        }
    };

    /** Leads the parser into the array. */
    abstract void enter(JsonParser parser) throws IOException, AssignmentException;

    /** Leads the parser from the array's end to that of what is around it. */
    abstract void leave(JsonParser parser) throws IOException, AssignmentException;

    /** Where the array's first element begins. */
    int begin(byte[] head) throws AssignmentException {
        try (JsonParser parser = JsonAnswering.JSON.createParser(head)) {
            enter(parser);
            return (int) parser.currentLocation().getByteOffset();
        } catch (JsonProcessingException e) {
            throw new AssignmentException(
                    "no array begins in the first "
                            + head.length
                            + " bytes: "
                            + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * @param before what comes before the first element
     * @param behind what comes behind the last
     * @throws AssignmentException when both together are no whole document
     */
    void check(byte[] before, byte[] behind) throws AssignmentException {
        byte[] whole = Arrays.copyOf(before, before.length + behind.length);
        System.arraycopy(behind, 0, whole, before.length, behind.length);
        try (JsonParser parser = JsonAnswering.JSON.createParser(whole)) {
            enter(parser);
            parser.nextToken();
            leave(parser);
            if (parser.nextToken() != null) {
                throw new AssignmentException("something follows the end of the document");
            }
        } catch (JsonProcessingException e) {
            throw new AssignmentException(
                    "behind its last element the document is broken: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
