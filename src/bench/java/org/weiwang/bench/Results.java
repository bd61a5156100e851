package org.weiwang.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the parts leave what they measured, each for itself, for the report. */
final class Results {
    static final Path FOLDER = Path.of("target/bench");
    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Results() {}

    static void write(String part, Object result) throws IOException {
        Files.createDirectories(FOLDER);
        JSON.writeValue(FOLDER.resolve(part + ".json").toFile(), result);
    }

    /** What a part left; empty where it has not run. */
    static <T> Optional<T> read(String part, Class<T> type) throws IOException {
        Path file = FOLDER.resolve(part + ".json");
        return Files.exists(file)
                ? Optional.of(JSON.readValue(file.toFile(), type))
                : Optional.empty();
    }
}
