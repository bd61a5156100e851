package org.weiwang.circle.standard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A file of a standard: JSON in UTF-8.
 *
 * @param name for its faults
 */
record StandardFile(String name, byte[] bytes) {
    private static final ObjectMapper MAPPER =
            JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final int HASH_DIGITS = 12;

    /**
     * Empty when anything is wrong with the file.
     *
     * @param faults gets a sentence for everything that is, naming the file and the place in it
     */
    Optional<Standard> read(List<String> faults) {
        List<String> found = new ArrayList<>();
        Optional<Standard> standard =
                document(found)
                        .flatMap(document -> Members.of(document, name, found))
                        .map(members -> StandardReader.read(members, hash()));
        faults.addAll(found);
        return standard.filter(s -> found.isEmpty());
    }

    private Optional<JsonNode> document(List<String> faults) {
        try {
            return Optional.of(MAPPER.readTree(bytes));
        } catch (JsonProcessingException e) {
            // Where a limit of the reader's own is exceeded it may not say where.
            String place =
                    Optional.ofNullable(e.getLocation())
                            .map(location -> ", in line " + location.getLineNr())
                            .orElse("");
            faults.add(name + ": can't be read as JSON" + place + ": " + e.getOriginalMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e); // The bytes are in memory.
        }
    }

    /** The first digits of the SHA-256 of the bytes. */
    private String hash() {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // Every Java has it.
        }
    }
}
